/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-documents.c: documents, what was read out of them, and their files */
#include <string.h>

#include "change.h"
#include "date.h"
#include "header.h"
#include "json-store.h"
#include "maxima.h"
#include "route.h"
#include "stored-file.h"

/* A page begins behind the last row of the one before: "17", and by date "2026-01-31.17" */
static bool
read_documents_cursor(const DdRequest *request, DdDocumentFilter *out, GError **error)
{
	const char *cursor = dd_query_get(request->query, "cursor");
	gint64 id;
	DdDay day;
	if (cursor == NULL)
		return true;
	if (out->order == DD_DOCUMENTS_BY_DATE) {
		const char *dot = strchr(cursor, '.');
		out->after_date = dot != NULL ? dd_arena_strndup(request->arena, cursor,
							(size_t)(dot - cursor))
					      : "";
		if (dot == NULL || (*out->after_date != '\0' && !dd_date_parse(out->after_date, &day)))
			return dd_query_fail("cursor sai", "no such cursor", error);
		cursor = dot + 1;
	}
	if (!g_ascii_string_to_signed(cursor, 10, 0, G_MAXINT64, &id, NULL))
		return dd_query_fail("cursor sai", "no such cursor", error);
	out->after = id;
	return true;
}

static bool
read_documents_order(const DdRequest *request, DdDocumentFilter *out, GError **error)
{
	static const char *const words[DD_DOCUMENTS_LAST] = {"number", "newest", "date"};
	const char *sort = dd_query_get(request->query, "sort");
	while (sort != NULL && out->order < DD_DOCUMENTS_LAST && strcmp(words[out->order], sort) != 0)
		out->order++;
	return out->order < DD_DOCUMENTS_LAST || dd_query_fail("sort là number, newest hoặc date",
							 "sort is number, newest or date", error);
}

static bool
read_documents_filter(const DdRequest *request, DdDocumentFilter *out, GError **error)
{
	int64_t all = 0;
	DdDay day;
	const DdQuery *query = request->query;
	*out = (DdDocumentFilter){.seen_by = dd_handler_get_bound(request->who),
		.type = dd_query_get(query, "type"),
		.issuer = dd_query_get(query, "issuer"),
		.number = dd_query_get(query, "number"),
		.from = dd_query_get(query, "from"),
		.to = dd_query_get(query, "to"),
		.state = dd_query_get(query, "state")};
	if (!dd_query_get_day(query, "from", &day, error) ||
		!dd_query_get_day(query, "to", &day, error))
		return false;
	if (out->state != NULL && strcmp(out->state, "draft") != 0 && strcmp(out->state, "issued") != 0)
		return dd_query_fail("state là draft hoặc issued", "state is draft or issued", error);
	if (!dd_query_get_number(query, "all", 0, 1, &all, error))
		return false;
	/* one that is only heard of is known by who cites it */
	out->also_heard_of = all == 1 && out->seen_by == NULL;
	return read_documents_order(request, out, error) && read_documents_cursor(request, out, error);
}

static void
write_documents_next(DdJsonWriter *json, const DdDocumentFilter *filter, const DdStoredDocument *last)
{
	g_autofree char *next = NULL;
	if (last != NULL && filter->order == DD_DOCUMENTS_BY_DATE)
		next = g_strdup_printf(
			"%s.%" G_GINT64_FORMAT, last->date != NULL ? last->date : "", last->id);
	else if (last != NULL)
		next = g_strdup_printf("%" G_GINT64_FORMAT, last->id);
	dd_json_string(json, "next", next);
}

/* How far the tasks of the first @n documents of a list are. Returns: (transfer full) NULL on failure, as of dd_stored_plans */
static DdStoredPlan *
find_plans(DdStore *store, const GArray *rows, guint n, GError **error)
{
	g_autofree DdStoredPlan *plans = g_new0(DdStoredPlan, MAX(n, 1));
	g_autofree int64_t *documents = g_new(int64_t, MAX(n, 1));
	for (guint i = 0; i < n; i++)
		documents[i] = g_array_index(rows, DdStoredDocument, i).id;
	return dd_stored_plans(store, documents, n, plans, error) ? g_steal_pointer(&plans) : NULL;
}

bool
dd_api_list_documents(const DdRequest *request, DdAnswer *answer, GError **error)
{
	unsigned limit;
	int64_t states = 0;
	DdDocumentFilter filter;
	if (!read_documents_filter(request, &filter, error) ||
		!dd_query_get_number(request->query, "states", 0, 1, &states, error) ||
		!dd_handler_get_limit(request, &limit, error))
		return false;
	filter.limit = limit + 1;
	g_autoptr(GArray) rows = dd_stored_documents(request->store, &filter, request->arena, error);
	if (rows == NULL)
		return false;
	const guint n = MIN(rows->len, limit);
	g_autofree DdStoredPlan *plans = states == 1 ? find_plans(request->store, rows, n, error)
						     : NULL;
	if (states == 1 && plans == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "documents", '[', true);
	for (guint i = 0; i < n; i++) {
		dd_json_stored_document(json, NULL, &g_array_index(rows, DdStoredDocument, i));
		if (plans != NULL)
			dd_change_write_plan(json, &plans[i]);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	write_documents_next(json, &filter,
		rows->len > limit ? &g_array_index(rows, DdStoredDocument, limit - 1) : NULL);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_document(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	DdStoredPlan plan;
	bool seen;
	if (!dd_handler_find_document(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	g_autoptr(GArray) forms = dd_stored_forms(request->store, document.id, request->arena, error);
	if (forms == NULL || !dd_stored_plan(request->store, document.id, &plan, error))
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_stored_document(json, NULL, &document);
	dd_change_write_plan(json, &plan);
	dd_json_open(json, "forms", '[', false);
	for (guint i = 0; i < forms->len; i++)
		dd_json_stored_form(json, &g_array_index(forms, DdStoredForm, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

typedef bool (*GetJson)(DdStore *self, int64_t document, char **json_out, GError **error);

/* What is kept of a document as JSON already */
static bool
send_json(const DdRequest *request, DdAnswer *answer, GetJson get, GError **error)
{
	DdStoredDocument document;
	bool seen;
	g_autofree char *text = NULL;
	if (!dd_handler_find_document(request, request->id, &document, &seen, error) ||
		(seen && !get(request->store, document.id, &text, error)))
		return false;
	if (text == NULL)
		return dd_handler_refuse_unseen(answer);
	size_t len = strlen(text);
	answer->status = 200;
	answer->type = "application/json";
	answer->body = g_bytes_new_take(g_steal_pointer(&text), len);
	return true;
}

bool
dd_api_get_reading(const DdRequest *request, DdAnswer *answer, GError **error)
{
	return send_json(request, answer, dd_stored_reading, error);
}

bool
dd_api_get_source(const DdRequest *request, DdAnswer *answer, GError **error)
{
	return send_json(request, answer, dd_stored_source, error);
}

/*
 * @name_out: what the file was called, NULL when who asks may not see all that it is a form of. What lies in an archive beside a document may be
 * anything, so that a unit gets no archive
 */
static bool
find_name(const DdRequest *request, const DdHash *hash, const char **name_out, GError **error)
{
	g_autoptr(GArray) uses = dd_stored_file_uses(request->store, hash, request->arena, error);
	*name_out = NULL;
	bool all = uses != NULL && uses->len < DD_MAX_LISTED;
	for (guint i = 0; all && i < uses->len; i++) {
		const DdFileUse *use = &g_array_index(uses, DdFileUse, i);
		DdStoredDocument document;
		bool seen;
		if (!dd_handler_find_document(request, use->document, &document, &seen, error))
			return false;
		all = seen && (!use->inside || request->who->unit == NULL);
		*name_out = use->name;
	}
	if (!all)
		*name_out = NULL;
	return uses != NULL;
}

bool
dd_api_get_file(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdHash hash;
	const char *name = NULL;
	uint64_t size = 0;
	bool found = false;
	if (!dd_hash_parse(request->hash, &hash))
		return dd_handler_refuse_unseen(answer);
	if (!find_name(request, &hash, &name, error) ||
		(name != NULL && !dd_stored_file_find(request->store, &hash, &size, &found, error)))
		return false;
	if (!found)
		return dd_handler_refuse_unseen(answer);
	dd_answer_set_file(answer, &hash, size, name);
	return true;
}
