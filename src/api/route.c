/* SPDX-License-Identifier: GPL-3.0-or-later */
/* route.c: which path leads to which handler, who may go there, and how much a request may bring */
#include "route.h"

#include "api-attachments.h"
#include "api-jobs.h"
#include "api-office.h"
#include "api-oidc.h"
#include "api-records.h"
#include "task-export.h"
#include "task-query.h"

#include <string.h>

#define ID_DIGITS 18
#define HASH_DIGITS 64

#define NAMES(...)                                                                                 \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}
#define MANAGED .action = DD_ACTION_MANAGE, .scope = DD_SCOPE_ADMIN
#define JSON .body_max = DD_MAX_JSON_BYTES, .body_type = "application/json"

static const DdRoute routes[] = {
	{"GET", "/healthz", dd_api_health, .open = true, .action = DD_ACTION_LAST, .no_store = true},
	{"GET", "/readyz", dd_api_ready, .open = true, .action = DD_ACTION_LAST},
	{"GET", "/metrics", dd_api_metrics, .action = DD_ACTION_MANAGE, .scope = DD_SCOPE_READ,
		.no_store = true},
	{"POST", "/api/v1/sessions", dd_api_sign_in, DD_LANE_SIGN_IN, .open = true,
		.action = DD_ACTION_LAST, JSON},
	{"DELETE", "/api/v1/sessions", dd_api_sign_out, DD_LANE_WRITE, .enrols = true,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_WRITE, .parameters = NAMES("all")},
	{"POST", "/api/v1/invitations", dd_api_take_invitation, DD_LANE_SIGN_IN, .open = true,
		.action = DD_ACTION_LAST, JSON},
	{"GET", "/api/v1/sign-in", dd_api_list_ways, .open = true, .action = DD_ACTION_LAST,
		.no_store = true},
	{"GET", "/api/v1/oidc/start", dd_api_oidc_start, DD_LANE_PROVIDER, .open = true,
		.action = DD_ACTION_LAST, .parameters = NAMES("again"), .no_store = true},
	/* providers add parameters of their own */
	{"GET", "/api/v1/oidc/callback", dd_api_oidc_callback, DD_LANE_PROVIDER, .open = true,
		.action = DD_ACTION_LAST, .any_parameters = true},
	{"POST", "/api/v1/oidc/sign-out", dd_api_oidc_sign_out, DD_LANE_PROVIDER, .enrols = true,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_WRITE},
	{"POST", "/api/v1/oidc/logout", dd_api_oidc_logout, DD_LANE_PROVIDER, .open = true,
		.action = DD_ACTION_LAST, .body_max = DD_MAX_ID_TOKEN_BYTES + 1024,
		.body_type = "application/x-www-form-urlencoded"},
	{"GET", "/api/v1/me", dd_api_me, .enrols = true, .action = DD_ACTION_LAST},
	{"PUT", "/api/v1/me/password", dd_api_set_own_password, DD_LANE_SIGN_IN,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_ADMIN, JSON},
	{"POST", "/api/v1/me/totp", dd_api_propose_totp, .enrols = true, .action = DD_ACTION_LAST,
		.scope = DD_SCOPE_ADMIN, .no_store = true},
	{"PUT", "/api/v1/me/totp", dd_api_set_own_totp, DD_LANE_SIGN_IN, .enrols = true,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_ADMIN, JSON},
	{"GET", "/api/v1/me/sessions", dd_api_list_sessions, .action = DD_ACTION_LAST,
		.scope = DD_SCOPE_ADMIN},
	{"DELETE", "/api/v1/me/sessions/{hash}", dd_api_end_session, DD_LANE_WRITE,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_ADMIN},
	{"GET", "/api/v1/me/tokens", dd_api_list_own_tokens, .action = DD_ACTION_LAST,
		.scope = DD_SCOPE_ADMIN},
	{"POST", "/api/v1/me/tokens", dd_api_add_own_token, DD_LANE_SIGN_IN,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_ADMIN, JSON},
	{"DELETE", "/api/v1/me/tokens/{id}", dd_api_revoke_own_token, DD_LANE_WRITE,
		.action = DD_ACTION_LAST, .scope = DD_SCOPE_ADMIN},
	{"GET", "/api/v1/units", dd_api_list_units, DD_LANE_LONG, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("at", "parent", "kind", "limit", "cursor")},
	{"GET", "/api/v1/units/csv", dd_api_export_units, DD_LANE_LONG, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("at", "parent", "kind"),
		.other_type = true},
	{"POST", "/api/v1/units/csv", dd_api_import_units, DD_LANE_WRITE, MANAGED,
		.body_max = DD_MAX_UNIT_LIST_BYTES, .body_type = "text/csv"},
	{"GET", "/api/v1/units/kinds", dd_api_list_kinds, DD_LANE_LONG, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/storage", dd_api_get_storage, DD_LANE_LONG, MANAGED},
	{"GET", "/api/v1/units/match", dd_api_match_name, DD_LANE_LONG, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("name", "document")},
	{"POST", "/api/v1/units/merges", dd_api_merge_units, DD_LANE_WRITE, MANAGED, JSON},
	{"POST", "/api/v1/units/settlements", dd_api_settle_name, DD_LANE_WRITE,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_WRITE, JSON},
	{"GET", "/api/v1/units/{id}", dd_api_get_unit, DD_LANE_LONG, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/documents/{id}/names", dd_api_list_names, DD_LANE_LONG,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_READ},
	{"GET", "/api/v1/users", dd_api_list_users, MANAGED, .parameters = NAMES("limit", "cursor")},
	{"POST", "/api/v1/users", dd_api_add_user, DD_LANE_WRITE, MANAGED, JSON},
	{"GET", "/api/v1/users/{id}", dd_api_get_user, MANAGED},
	{"PATCH", "/api/v1/users/{id}", dd_api_change_user, DD_LANE_WRITE, MANAGED, JSON},
	{"POST", "/api/v1/users/{id}/invitations", dd_api_invite_user, DD_LANE_WRITE, MANAGED},
	{"DELETE", "/api/v1/users/{id}/sessions", dd_api_end_user_sessions, DD_LANE_WRITE, MANAGED},
	{"GET", "/api/v1/users/{id}/tokens", dd_api_list_tokens, MANAGED},
	{"DELETE", "/api/v1/tokens/{id}", dd_api_revoke_token, DD_LANE_WRITE, MANAGED},
	{"GET", "/api/v1/roles", dd_api_list_roles, MANAGED},
	{"PUT", "/api/v1/roles", dd_api_set_role, DD_LANE_WRITE, MANAGED, JSON},
	{"GET", "/api/v1/holidays", dd_api_list_holidays, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/holidays/{id}", dd_api_get_holidays, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .also = NAMES(DD_TYPE_CSV)},
	{"PUT", "/api/v1/holidays/{id}", dd_api_set_holidays, DD_LANE_WRITE, MANAGED,
		.body_max = DD_MAX_JSON_BYTES, .body_type = "text/csv"},
	{"DELETE", "/api/v1/holidays/{id}", dd_api_reset_holidays, DD_LANE_WRITE, MANAGED},
	{"GET", "/api/v1/tasks", dd_api_list_tasks, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES(DD_TASK_QUERY_NAMES, "count", "fields"),
		.also = NAMES(DD_TYPE_CSV, DD_TYPE_XLSX), .keeps = true},
	{"GET", "/api/v1/tasks/{id}", dd_api_get_task, .action = DD_ACTION_READ, .scope = DD_SCOPE_READ},
	{"GET", "/api/v1/tasks/{id}/steps", dd_api_list_steps, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("limit", "cursor")},
	{"POST", "/api/v1/tasks/{id}/files", dd_api_attach_files, DD_LANE_UPLOAD,
		.action = DD_ACTION_PROGRESS, .scope = DD_SCOPE_WRITE, .body_max = DD_MAX_UPLOAD_BYTES,
		.body_type = "multipart/form-data", .takes_files = true},
	{"GET", "/api/v1/tasks/{id}/files/{hash}", dd_api_get_task_file, .other_type = true,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_READ},
	{"POST", "/api/v1/tasks/{id}/progress", dd_api_add_progress, DD_LANE_WRITE,
		.action = DD_ACTION_PROGRESS, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"POST", "/api/v1/tasks/{id}/actions", dd_api_take_action, DD_LANE_WRITE,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"POST", "/api/v1/tasks/actions", dd_api_take_actions, DD_LANE_WRITE,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_WRITE, JSON},
	{"PATCH", "/api/v1/tasks/{id}", dd_api_correct_task, DD_LANE_WRITE,
		.action = DD_ACTION_CORRECT, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"POST", "/api/v1/tasks/{id}/parts", dd_api_split_task, DD_LANE_WRITE,
		.action = DD_ACTION_SPLIT, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"POST", "/api/v1/tasks/{id}/merges", dd_api_merge_tasks, DD_LANE_WRITE,
		.action = DD_ACTION_MERGE, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"PUT", "/api/v1/tasks/{id}/day", dd_api_set_day, DD_LANE_WRITE,
		.action = DD_ACTION_SET_DAY, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"GET", "/api/v1/documents", dd_api_list_documents, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ,
		.parameters = NAMES("all", "type", "issuer", "number", "from", "to", "state",
			"sort", "states", "limit", "cursor")},
	{"POST", "/api/v1/documents", dd_api_add_documents, DD_LANE_UPLOAD,
		.action = DD_ACTION_IMPORT, .scope = DD_SCOPE_WRITE, .body_max = DD_MAX_UPLOAD_BYTES,
		.body_type = "multipart/form-data", .takes_files = true},
	{"GET", "/api/v1/jobs", dd_api_list_jobs, .action = DD_ACTION_JOBS, .scope = DD_SCOPE_READ,
		.parameters = NAMES("limit", "cursor")},
	{"GET", "/api/v1/jobs/{id}", dd_api_get_job, .action = DD_ACTION_JOBS, .scope = DD_SCOPE_READ},
	{"GET", "/api/v1/jobs/{id}/events", dd_api_listen_job, .action = DD_ACTION_JOBS,
		.scope = DD_SCOPE_READ, .streams = true},
	{"GET", "/api/v1/events", dd_api_listen, .action = DD_ACTION_READ, .scope = DD_SCOPE_READ,
		.streams = true, .parameters = NAMES("after")},
	{"POST", "/api/v1/jobs/{id}/password", dd_api_unlock_job, DD_LANE_WRITE,
		.action = DD_ACTION_IMPORT, .scope = DD_SCOPE_WRITE, JSON},
	{"POST", "/api/v1/jobs/{id}/tries", dd_api_retry_job, DD_LANE_WRITE,
		.action = DD_ACTION_JOBS, .scope = DD_SCOPE_WRITE},
	{"DELETE", "/api/v1/jobs/{id}", dd_api_cancel_job, DD_LANE_WRITE, .action = DD_ACTION_JOBS,
		.scope = DD_SCOPE_WRITE},
	{"GET", "/api/v1/documents/{id}", dd_api_get_document, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/documents/{id}/reading", dd_api_get_reading, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/documents/{id}/source", dd_api_get_source, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/documents/{id}/chain", dd_api_get_chain, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("tasks")},
	{"GET", "/api/v1/tasks/{id}/chain", dd_api_get_task_chain, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/documents/{id}/draft", dd_api_get_draft, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("limit", "cursor")},
	{"GET", "/api/v1/documents/{id}/differences", dd_api_get_differences, DD_LANE_LONG,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_READ},
	{"POST", "/api/v1/documents/{id}/tasks", dd_api_add_task, DD_LANE_WRITE,
		.action = DD_ACTION_ADD, .scope = DD_SCOPE_WRITE, JSON, .grouped = true},
	{"POST", "/api/v1/documents/{id}/issues", dd_api_issue_document, DD_LANE_WRITE,
		.action = DD_ACTION_APPROVE, .scope = DD_SCOPE_WRITE, JSON},
	{"GET", "/api/v1/files/{hash}", dd_api_get_file, .other_type = true,
		.action = DD_ACTION_READ, .scope = DD_SCOPE_READ},
	{"GET", "/api/v1/search", dd_api_search, .action = DD_ACTION_READ, .scope = DD_SCOPE_READ,
		.parameters = NAMES("q", "unit", "state", "document", "from", "to", "limit", "cursor"),
		.keeps = true},
	{"GET", "/api/v1/summary", dd_api_get_summary, .action = DD_ACTION_READ,
		.scope = DD_SCOPE_READ, .parameters = NAMES("by", "as_of"), .keeps = true},
	{"GET", "/api/v1/audit", dd_api_list_audit, .action = DD_ACTION_AUDIT, .scope = DD_SCOPE_READ,
		.parameters = NAMES(
			"object", "id", "who", "action", "from", "to", "order", "limit", "cursor")},
	{"GET", "/api/v1/audit/head", dd_api_get_audit_head, .action = DD_ACTION_AUDIT,
		.scope = DD_SCOPE_READ},
	{"GET", "/api/v1/audit/verify", dd_api_verify_audit, DD_LANE_LONG,
		.action = DD_ACTION_AUDIT, .scope = DD_SCOPE_READ},
};

const DdRoute *
dd_route_get_all(size_t *n_out)
{
	*n_out = G_N_ELEMENTS(routes);
	return routes;
}

/* Reads the number of a row, 1 and up, written in one way only. Returns: behind it, NULL when it is none */
static const char *
read_id(const char *path, int64_t *id_out)
{
	size_t n = 0;
	*id_out = 0;
	if (*path == '0')
		return NULL;
	for (; n < ID_DIGITS && g_ascii_isdigit(path[n]); n++)
		*id_out = *id_out * 10 + g_ascii_digit_value(path[n]);
	return n > 0 ? path + n : NULL;
}

static const char *
read_hash(const char *path, char hash[HASH_DIGITS + 1])
{
	size_t n = strspn(path, "0123456789abcdef");
	if (n != HASH_DIGITS)
		return NULL;
	memcpy(hash, path, n);
	hash[n] = '\0';
	return path + n;
}

static bool
matches(const char *pattern, const char *path, DdRouteMatch *out)
{
	while (*pattern != '\0' && path != NULL) {
		if (*pattern != '{') {
			if (*pattern++ != *path++)
				return false;
			continue;
		}
		path = pattern[1] == 'i' ? read_id(path, &out->id) : read_hash(path, out->hash);
		pattern = strchr(pattern, '}') + 1;
	}
	return path != NULL && *path == '\0' && *pattern == '\0';
}

void
dd_route_match(const char *method, const char *path, DdRouteMatch *out)
{
	const char *wanted = strcmp(method, "HEAD") == 0 ? "GET" : method;
	*out = (DdRouteMatch){.route = NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(routes); i++) {
		const DdRoute *route = &routes[i];
		if (!matches(route->pattern, path, out))
			continue;
		out->known = true;
		if (*out->allow != '\0')
			g_strlcat(out->allow, ", ", sizeof(out->allow));
		g_strlcat(out->allow, route->method, sizeof(out->allow));
		if (strcmp(route->method, "GET") == 0)
			g_strlcat(out->allow, ", HEAD", sizeof(out->allow));
		if (strcmp(route->method, wanted) == 0)
			out->route = route;
	}
}
