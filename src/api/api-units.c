/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-units.c: the directory of units, and which units the names in plans mean */
#include <string.h>

#include "audit.h"
#include "body.h"
#include "change.h"
#include "error.h"
#include "json-unit.h"
#include "maxima.h"
#include "names-private.h"
#include "route.h"
#include "stored-file.h"
#include "unit-csv.h"
#include "unit-proposal.h"

static bool
read_filter(const DdRequest *request, DdUnitFilter *out, GError **error)
{
	*out = (DdUnitFilter){.parent = dd_query_get(request->query, "parent"),
		.kind = dd_query_get(request->query, "kind")};
	if (!dd_query_get_day(request->query, "at", &out->at, error))
		return false;
	if (out->kind != NULL && *dd_kind_intern(out->kind) == '\0') {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"loại đơn vị không có (no such kind of unit)");
		return false;
	}
	return true;
}

/* In the order of their numbers. Returns: the number of the last one of the page, 0: there is no further page */
static int64_t
write_page(DdJsonWriter *json, const DdUnitBook *book, const DdUnitFilter *filter, int64_t after,
	unsigned limit)
{
	size_t n;
	unsigned shown = 0;
	int64_t last = 0;
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	for (size_t i = 0; i < n; i++) {
		if (units[i].number <= after || !dd_unit_filter_wants(filter, &units[i]))
			continue;
		if (shown++ == limit)
			return last;
		last = units[i].number;
		dd_json_open_unit(json, NULL, &units[i]);
		dd_json_close(json, '}');
	}
	return 0;
}

bool
dd_api_list_units(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdUnitFilter filter;
	int64_t after = 0;
	unsigned limit;
	if (!read_filter(request, &filter, error) ||
		!dd_query_get_number(request->query, "cursor", 0, G_MAXINT64, &after, error) ||
		!dd_handler_get_limit(request, &limit, error))
		return false;
	g_autoptr(DdUnitBook) book = dd_stored_units(request->store, request->arena, error);
	if (book == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "units", '[', true);
	int64_t last = write_page(json, book, &filter, after, limit);
	dd_json_close(json, ']');
	dd_handler_write_next(json, last);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_export_units(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdUnitFilter filter;
	char *text = NULL;
	size_t n, len = 0;
	if (!read_filter(request, &filter, error))
		return false;
	g_autoptr(DdUnitBook) book = dd_stored_units(request->store, request->arena, error);
	if (book == NULL)
		return false;
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	FILE *out = open_memstream(&text, &len);
	if (out != NULL) {
		dd_unit_print_header(out);
		for (size_t i = 0; i < n; i++)
			if (dd_unit_filter_wants(&filter, &units[i]))
				dd_unit_print_cells(out, &units[i]);
	}
	if (out == NULL || fclose(out) != 0) {
		free(text);
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot write: no memory");
		return false;
	}
	answer->status = 200;
	answer->type = "text/csv; charset=utf-8";
	answer->name = g_strdup("don-vi.csv");
	/* what open_memstream gives is of malloc */
	answer->body = g_bytes_new_with_free_func(text, len, free, text);
	return true;
}

static const DdBookUnit *
find_number(const DdUnitBook *book, int64_t number)
{
	size_t n;
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	for (size_t i = 0; i < n; i++)
		if (units[i].number == number)
			return &units[i];
	return NULL;
}

bool
dd_api_get_unit(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(DdUnitBook) book = dd_stored_units(request->store, request->arena, error);
	if (book == NULL)
		return false;
	const DdBookUnit *unit = find_number(book, request->id);
	if (unit == NULL)
		return dd_handler_refuse_unseen(answer);
	/* for whom the record is (/audit): it tells of names in plans that did not go out, too */
	const unsigned any = DD_STANDING_LEADS | DD_STANDING_HELPS | DD_STANDING_ABOVE;
	bool told = dd_permission_allows(request->who->role, DD_ACTION_AUDIT, any);
	g_autoptr(GArray) history = told ? dd_audit_list(request->store, "unit", unit->number, 0,
						   DD_MAX_LISTED, request->arena, error)
					 : g_array_new(FALSE, FALSE, sizeof(DdAuditRow));
	if (history == NULL)
		return false;
	DdDay today = dd_handler_get_day(request);
	g_autoptr(GArray) heirs = dd_unit_book_heirs(book, unit->name, unit, NULL, today, NULL);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open_unit(json, NULL, unit);
	dd_json_bool(json, "is_there", dd_book_unit_is_there(unit, today));
	dd_json_heirs(json, heirs);
	dd_json_successions(json, book, unit->id);
	dd_json_unit_history(json, history);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_import_units(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	DdUnitImport done;
	if (request->body_len == 0 || memchr(request->body, '\0', request->body_len) != NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"không phải CSV dạng UTF-8 (no CSV in UTF-8)");
		return false;
	}
	g_autofree char *csv = g_strndup((const char *)request->body, request->body_len);
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_units_import(&change, csv, &done, error) ||
		!dd_change_keep(&change, answer, error))
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "rows", done.rows);
	dd_json_uint(json, "added", done.added);
	dd_json_uint(json, "changed", done.changed);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

static bool
get_said(const DdRequest *request, const json_t *body, const char *name, bool needed,
	const char **out, GError **error)
{
	return dd_body_get_said(body, name, DD_MAX_UNIT_CELL_BYTES, needed, request->arena, out, error);
}

static bool
read_merge(const DdRequest *request, const json_t *body, DdUnitMerge *out, GError **error)
{
	const char *day;
	if (!dd_body_get_list(body, "from", DD_MAX_UNIT_ID_BYTES, DD_MAX_NAMES, request->arena,
		    &out->from, error) ||
		!get_said(request, body, "into", true, &out->into, error) ||
		!get_said(request, body, "document", true, &out->document, error) ||
		!get_said(request, body, "field", false, &out->field, error) ||
		!get_said(request, body, "reason", false, &out->reason, error) ||
		!dd_body_get_bool(body, "end", &out->end, error) ||
		!dd_body_get_text(body, "day", DD_DATE_BUFFER, true, &day, error) ||
		!dd_body_get_day(body, "day", &out->day, error))
		return false;
	if (out->field == NULL)
		out->field = "";
	if (out->from != NULL && out->from[0] != NULL)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_MISSING, "thiếu from (\"from\" is missing)");
	return false;
}

bool
dd_api_merge_units(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {
		"from", "into", "document", "day", "field", "end", "reason", NULL};
	g_auto(DdChange) change = {0};
	DdUnitMerge merge = {0};
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !read_merge(request, body, &merge, error) ||
		!dd_change_begin(request->store, &request->actor, &change, error) ||
		!dd_units_merge(&change, &merge, error) || !dd_change_keep(&change, answer, error))
		return false;
	answer->status = 204;
	return true;
}

/*
 * Who may say what a name means: in one document who may correct its tasks, everywhere who does so for the whole office, or keeps the directory.
 * With an answer made the document is not there, or not for who asks
 */
static bool
check_right(const DdRequest *request, int64_t document, DdAnswer *answer, GError **error)
{
	const DdIdentity *who = request->who;
	DdStoredDocument found;
	unsigned standing = who->unit == NULL ? DD_STANDING_ABOVE : DD_STANDING_NONE;
	bool seen = true;
	if (document != 0 && (!dd_handler_find_draft(request, document, &found, &seen, error) ||
				     (seen && !dd_stored_document_standing(request->store, &found,
						      who->unit, &standing, error))))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	return dd_permission_allows(who->role, DD_ACTION_MANAGE, standing) ||
	       dd_permission_check(who->role, DD_ACTION_CORRECT, standing, error);
}

bool
dd_api_settle_name(const DdRequest *request, DdAnswer *answer, GError **error)
{
	static const char *const names[] = {"name", "unit", "document", "reason", NULL};
	g_auto(DdChange) change = {0};
	DdUnitSettling settling = {0};
	g_autoptr(json_t) body = dd_body_parse(request->body, request->body_len, names, error);
	if (body == NULL || !get_said(request, body, "name", true, &settling.name, error) ||
		!get_said(request, body, "unit", true, &settling.unit, error) ||
		!get_said(request, body, "reason", true, &settling.reason, error) ||
		!dd_body_get_number(body, "document", 1, G_MAXINT64, &settling.document, error) ||
		!dd_change_begin(request->store, &request->actor, &change, error) ||
		!check_right(request, settling.document, answer, error))
		return false;
	if (answer->status != 0)
		return true;
	if (!dd_units_settle(&change, &settling, error) || !dd_change_keep(&change, answer, error))
		return false;
	answer->status = 204;
	return true;
}

/* Names of a document on their way */
typedef struct {
	DdJsonWriter *json;
	int64_t document;
	size_t open;
} Names;

static void
write_name(const DdStoredName *name, const DdBookUnit *settled, const DdUnitProposal *proposal,
	void *user_data)
{
	Names *self = user_data;
	self->open += settled == NULL && proposal->ask != DD_ASK_NOTHING ? 1 : 0;
	dd_json_name(self->json, self->document, name, proposal);
}

bool
dd_api_list_names(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdStoredDocument document;
	bool seen;
	if (!dd_handler_find_draft(request, request->id, &document, &seen, error))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	g_autoptr(DdUnitBook) book = dd_stored_units(request->store, request->arena, error);
	if (book == NULL)
		return false;
	Names names = {.json = dd_answer_begin(answer, 200), .document = document.id};
	dd_json_open(names.json, NULL, '{', true);
	dd_json_open(names.json, "names", '[', true);
	if (!dd_units_propose(request->store, book, &document, dd_handler_get_day(request),
		    write_name, &names, error))
		return false;
	dd_json_close(names.json, ']');
	dd_json_uint(names.json, "open", names.open);
	dd_json_close(names.json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_match_name(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const char *name = dd_query_get(request->query, "name");
	int64_t id = 0;
	DdStoredDocument document;
	bool seen = true;
	if (name == NULL || *name == '\0' || strlen(name) > DD_MAX_UNIT_CELL_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"name là tên cần tìm (name is what to look for)");
		return false;
	}
	if (!dd_query_get_number(request->query, "document", 1, G_MAXINT64, &id, error) ||
		(id != 0 && !dd_handler_find_document(request, id, &document, &seen, error)))
		return false;
	if (!seen)
		return dd_handler_refuse_unseen(answer);
	g_autoptr(DdUnitBook) book = dd_stored_units(request->store, request->arena, error);
	if (book == NULL)
		return false;
	DdNameContext in = dd_name_context_make(
		book, id != 0 ? &document : NULL, dd_handler_get_day(request));
	g_auto(DdUnitProposal)
		proposal = dd_unit_resolve(book, name, in.issuer, in.written, in.today, NULL);
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "name", name);
	dd_json_proposal(json, &proposal);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
