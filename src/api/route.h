/* SPDX-License-Identifier: GPL-3.0-or-later */
/* route.h: the table of routes; a new one is a row and a handler */
#pragma once

#include "request.h"

G_BEGIN_DECLS

typedef struct {
	const DdRoute *route; /* NULL: there is none, or not by this method */
	bool known;           /* the path leads somewhere */
	int64_t id;
	char hash[65];
	char allow[64]; /* methods by which it may be gone to */
} DdRouteMatch;

/* Returns: (transfer none) all @n_out rows */
const DdRoute *
dd_route_get_all(size_t *n_out);
/* Finds the row for a method and a path; HEAD goes where GET does */
void
dd_route_match(const char *method, const char *path, DdRouteMatch *out);

/* Handlers, by the file they stand in */
bool
dd_api_health(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_ready(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_metrics(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_sign_in(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_sign_out(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_me(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_tasks(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_task(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_steps(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_add_progress(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_take_action(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_take_actions(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_listen(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_documents(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_document(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_reading(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_source(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_chain(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_task_chain(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_file(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_search(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_summary(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_set_day(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_draft(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_differences(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_correct_task(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_add_task(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_split_task(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_merge_tasks(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_issue_document(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_take_invitation(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_set_own_password(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_propose_totp(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_set_own_totp(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_sessions(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_end_session(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_own_tokens(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_add_own_token(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_revoke_own_token(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_users(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_add_user(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_user(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_change_user(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_invite_user(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_end_user_sessions(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_tokens(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_revoke_token(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_roles(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_set_role(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_units(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_export_units(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_unit(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_import_units(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_merge_units(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_settle_name(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_names(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_match_name(const DdRequest *request, DdAnswer *answer, GError **error);

G_END_DECLS
