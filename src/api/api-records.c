/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-records.c: counts of tasks, and the record of changes */
#include "api-records.h"

#include <string.h>

#include "audit.h"
#include "date.h"
#include "error.h"
#include "handler.h"
#include "identity.h"
#include "instant.h"
#include "json-counts.h"
#include "json-store.h"
#include "maxima.h"
#include "route.h"
#include "server-private.h"
#include "stored-file.h"
#include "stored-unit.h"

/* Reads "unit,state": by what counts are told apart */
static bool
read_by(const char *words, unsigned *by_out, GError **error)
{
	g_auto(GStrv) names = g_strsplit(words != NULL ? words : "unit,state", ",", -1);
	*by_out = 0;
	for (char **name = names; *name != NULL; name++) {
		unsigned bit = strcmp(*name, "unit") == 0    ? DD_COUNTS_BY_UNIT
			       : strcmp(*name, "state") == 0 ? DD_COUNTS_BY_STATE
							     : 0;
		if (bit == 0) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"by là unit, state (by is unit, state)");
			return false;
		}
		*by_out |= bit;
	}
	return true;
}

/* Takes out what is counted for others than @unit, and those whose work it does */
static bool
keep_own(DdStore *store, GArray *units, const char *unit, GError **error)
{
	g_autoptr(GPtrArray) own = dd_stored_unit_own_names(store, unit, error);
	for (guint i = own != NULL ? units->len : 0; i > 0; i--) {
		g_autofree char *key = dd_identity_fold(g_array_index(units, DdUnitCount, i - 1).unit);
		if (key == NULL || !g_ptr_array_find_with_equal_func(own, key, g_str_equal, NULL))
			g_array_remove_index(units, i - 1);
	}
	return own != NULL;
}

/* What was approved and did not go out is told to those who give it out, not to its unit */
static void
leave_out_unissued(GArray *units)
{
	for (guint i = 0; i < units->len; i++) {
		DdUnitCount *one = &g_array_index(units, DdUnitCount, i);
		one->tally.aside -= one->tally.aside_in[DD_STATE_APPROVED];
		one->tally.aside_in[DD_STATE_APPROVED] = 0;
		one->states[DD_STATE_APPROVED] = 0;
	}
}

/* What is asked for */
typedef struct {
	unsigned by;
	DdDay day;
	bool then;         /* the day is over: as things were then, and not as they are */
	const char *bound; /* the unit of who asks and sees no more than that, NULL none */
} Summary;

static bool
read_summary(const DdRequest *request, Summary *out, GError **error)
{
	const DdDay today = dd_handler_get_day(request);
	*out = (Summary){.day = today, .bound = dd_handler_get_bound(request->who)};
	if (!read_by(dd_query_get(request->query, "by"), &out->by, error) ||
		!dd_query_get_day(request->query, "as_of", &out->day, error))
		return false;
	/* as things are now, or will be if nothing is done, is counted already */
	out->then = dd_date_compare(out->day, today) < 0;
	return true;
}

static bool
make_summary(const DdRequest *request, const Summary *what, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) units = dd_follow_count(
		request->store, what->day, what->then, request->arena, error);
	if (units == NULL)
		return false;
	if (what->bound != NULL && !keep_own(request->store, units, what->bound, error))
		return false;
	if (what->bound != NULL)
		leave_out_unissued(units);
	dd_json_counts(dd_answer_begin(answer, 200), units, what->day, what->by);
	return dd_answer_end(answer, error);
}

bool
dd_api_get_summary(const DdRequest *request, DdAnswer *answer, GError **error)
{
	Summary what;
	if (!read_summary(request, &what, error))
		return false;
	/* a day that is over is counted out of all histories */
	if (what.then && request->lane != DD_LANE_LONG) {
		answer->again = DD_LANE_LONG;
		return true;
	}
	return make_summary(request, &what, answer, error);
}

static void
write_hash(DdJsonWriter *json, const char *key, const DdHash *hash)
{
	char text[DD_HASH_TEXT];
	dd_json_string(json, key, dd_hash_format(hash, text));
}

static void
write_row(DdJsonWriter *json, const DdAuditRow *row)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "seq", (uint64_t)row->seq);
	dd_json_instant(json, "at", row->at);
	dd_json_string(json, "who", row->who);
	dd_json_string(json, "origin", row->origin);
	dd_json_string(json, "action", row->record.action);
	dd_json_string(json, "object", row->record.object);
	dd_json_uint(json, "id", (uint64_t)row->record.object_id);
	dd_json_string(json, "was", row->record.was_json);
	dd_json_string(json, "now", row->record.now_json);
	dd_json_string(json, "why", row->record.why);
	write_hash(json, "previous", &row->previous);
	write_hash(json, "hash", &row->hash);
	dd_json_close(json, '}');
}

/* Who may read the record only of what its unit gave out is asked for a task or document. @allowed_out: whether it may */
static bool
find_right(const DdRequest *request, const char *object, int64_t id, bool *allowed_out, GError **error)
{
	const DdIdentity *who = request->who;
	DdRequest of_one = *request;
	of_one.id = id;
	*allowed_out = dd_permission_allows(who->role, DD_ACTION_AUDIT,
		who->unit == NULL ? DD_STANDING_ABOVE : DD_STANDING_NONE);
	if (*allowed_out)
		return true;
	if (g_strcmp0(object, "task") == 0) {
		DdSeenTask seen;
		if (!dd_handler_find_task(&of_one, &seen, error))
			return false;
		*allowed_out = seen.seen &&
			       dd_permission_allows(who->role, DD_ACTION_AUDIT, seen.standing);
	} else if (g_strcmp0(object, "document") == 0) {
		DdStoredDocument document;
		bool seen;
		if (!dd_handler_find_document(&of_one, id, &document, &seen, error))
			return false;
		unsigned standing = DD_STANDING_NONE;
		if (seen && !dd_stored_document_standing(
				    request->store, &document, who->unit, &standing, error))
			return false;
		*allowed_out = (standing & DD_STANDING_ABOVE) != 0;
	}
	return true;
}

static void
write_rows(DdJsonWriter *json, const GArray *rows, guint most)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "records", '[', true);
	for (guint i = 0; i < MIN(rows->len, most); i++)
		write_row(json, &g_array_index(rows, DdAuditRow, i));
	dd_json_close(json, ']');
}

/* @moment_out: the beginning of that day in Viet Nam, or its last second; 0 where none is said */
static bool
read_moment(const DdRequest *request, const char *name, bool last, int64_t *moment_out, GError **error)
{
	DdDay day = {0};
	*moment_out = 0;
	if (!dd_query_get_day(request->query, name, &day, error))
		return false;
	if (!dd_date_is_set(day))
		return true;
	*moment_out = (last ? dd_instant_make(day, 23, 59, 59) : dd_instant_make(day, 0, 0, 0)) -
		      DD_ZONE_VIETNAM;
	return true;
}

/* Of all records, the newest first, for who may read all of them */
static bool
find_records(const DdRequest *request, int64_t before, unsigned limit, DdAnswer *answer, GError **error)
{
	int64_t older = 0;
	DdAuditFilter filter = {.who = dd_query_get(request->query, "who"),
		.action = dd_query_get(request->query, "action"),
		.object = dd_query_get(request->query, "object"),
		.before = before,
		.limit = limit};
	if (!read_moment(request, "from", false, &filter.from, error) ||
		!read_moment(request, "to", true, &filter.to, error))
		return false;
	g_autoptr(GArray) rows = dd_audit_find(request->store, &filter, request->arena, &older, error);
	if (rows == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	write_rows(json, rows, limit);
	dd_handler_write_next(json, older);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* Whether the newest are asked for first: any filter but one thing asks for that */
static bool
read_order(const DdRequest *request, bool *newest_out, GError **error)
{
	static const char *const filters[] = {"who", "action", "from", "to"};
	const char *order = dd_query_get(request->query, "order");
	*newest_out = g_strcmp0(order, "newest") == 0;
	bool good = order == NULL || *newest_out || strcmp(order, "oldest") == 0;
	for (size_t i = 0; i < G_N_ELEMENTS(filters) && good && !*newest_out; i++)
		good = dd_query_get(request->query, filters[i]) == NULL;
	if (!good)
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"order là oldest hoặc newest; who, action, from, to đi với newest (order "
			"is oldest or newest; who, action, from and to go with newest)");
	return good;
}

bool
dd_api_list_audit(const DdRequest *request, DdAnswer *answer, GError **error)
{
	const char *object = dd_query_get(request->query, "object");
	int64_t id = 0, after = 0;
	unsigned limit;
	bool allowed;
	if (!dd_query_get_number(request->query, "id", 1, G_MAXINT64, &id, error) ||
		!dd_query_get_number(request->query, "cursor", 0, G_MAXINT64, &after, error) ||
		!dd_handler_get_limit(request, &limit, error))
		return false;
	bool newest;
	if (!read_order(request, &newest, error))
		return false;
	if (newest ? id != 0 : (object == NULL) != (id == 0)) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "object và id đi cùng nhau, theo thứ tự oldest (object goes with id, by order oldest)");
		return false;
	}
	if (!find_right(request, newest ? NULL : object, id, &allowed, error))
		return false;
	if (!allowed)
		return dd_handler_refuse_unseen(answer);
	if (newest)
		return find_records(request, after, limit, answer, error);
	g_autoptr(GArray) rows = dd_audit_list(
		request->store, object, id, after, limit + 1, request->arena, error);
	if (rows == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	write_rows(json, rows, limit);
	dd_handler_write_next(
		json, rows->len > limit ? g_array_index(rows, DdAuditRow, limit - 1).seq : 0);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_audit_head(const DdRequest *request, DdAnswer *answer, GError **error)
{
	int64_t seq = 0;
	DdHash hash;
	bool allowed;
	if (!find_right(request, NULL, 0, &allowed, error))
		return false;
	if (!allowed)
		return dd_handler_refuse_unseen(answer);
	if (!dd_audit_get_head(request->store, &seq, &hash, error))
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_uint(json, "seq", (uint64_t)seq);
	write_hash(json, "hash", &hash);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_verify_audit(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdAuditVerdict verdict;
	bool allowed;
	if (!find_right(request, NULL, 0, &allowed, error))
		return false;
	if (!allowed)
		return dd_handler_refuse_unseen(answer);
	if (!dd_audit_verify(request->store, &verdict, error))
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_bool(json, "whole", verdict.why_vi == NULL);
	dd_json_uint(json, "records", (uint64_t)verdict.rows);
	if (verdict.broken != 0)
		dd_json_uint(json, "broken", (uint64_t)verdict.broken);
	else
		dd_json_null(json, "broken");
	dd_json_string(json, "why", verdict.why_vi);
	dd_json_string(json, "why_en", verdict.why_en);
	dd_json_uint(json, "seq", (uint64_t)verdict.seq);
	write_hash(json, "hash", &verdict.head);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}
