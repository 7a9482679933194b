/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-documents.c: documents, what was read out of them, the chain that they stand in, and their files */
#include <string.h>

#include "change.h"
#include "error.h"
#include "header.h"
#include "json-store.h"
#include "maxima.h"
#include "route.h"
#include "stored-file.h"

bool
dd_api_list_documents(const DdRequest *request, DdAnswer *answer, GError **error)
{
	int64_t all = 0;
	unsigned limit;
	DdDocumentFilter filter = {.seen_by = dd_handler_get_bound(request->who)};
	if (!dd_query_get_number(request->query, "all", 0, 1, &all, error) ||
		!dd_query_get_number(request->query, "cursor", 0, G_MAXINT64, &filter.after, error) ||
		!dd_handler_get_limit(request, &limit, error))
		return false;
	filter.limit = limit + 1;
	/* one that is only heard of is known by who cites it */
	filter.also_heard_of = all == 1 && filter.seen_by == NULL;
	g_autoptr(GArray) rows = dd_stored_documents(request->store, &filter, request->arena, error);
	if (rows == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "documents", '[', true);
	for (guint i = 0; i < MIN(rows->len, limit); i++) {
		dd_json_stored_document(json, NULL, &g_array_index(rows, DdStoredDocument, i));
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_handler_write_next(
		json, rows->len > limit ? g_array_index(rows, DdStoredDocument, limit - 1).id : 0);
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

/* The reading as it is kept: JSON already */
bool
dd_api_get_reading(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	bool seen;
	g_autofree char *text = NULL;
	if (!dd_handler_find_document(request, request->id, &document, &seen, error) ||
		(seen && !dd_stored_reading(request->store, document.id, &text, error)))
		return false;
	if (text == NULL)
		return dd_handler_refuse_unseen(answer);
	size_t len = strlen(text);
	answer->status = 200;
	answer->type = "application/json";
	answer->body = g_bytes_new_take(g_steal_pointer(&text), len);
	return true;
}

static bool
write_links(const DdRequest *request, int64_t id, bool up, DdJsonWriter *json, GError **error)
{
	g_autoptr(GArray) links = dd_stored_chain(request->store, id, up, request->arena, error);
	if (links == NULL)
		return false;
	dd_json_open(json, up ? "above" : "below", '[', true);
	for (guint i = 0; i < links->len; i++) {
		const DdStoredLink *link = &g_array_index(links, DdStoredLink, i);
		DdStoredDocument ignored;
		/* what is cited in what one reads is told there; all else is asked for */
		bool seen = up && link->depth == 1;
		if (!seen && !dd_handler_find_document(
				     request, link->document.id, &ignored, &seen, error))
			return false;
		if (!seen)
			continue;
		dd_json_stored_document(json, NULL, &link->document);
		dd_json_uint(json, "depth", link->depth);
		dd_json_string(json, "relation", link->relation);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	return true;
}

bool
dd_api_get_chain(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	bool seen;
	if (!dd_handler_find_document(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "document", (uint64_t)document.id);
	if (!write_links(request, document.id, true, json, error) ||
		!write_links(request, document.id, false, json, error))
		return false;
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
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
