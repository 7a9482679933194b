/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "task-query.h"

#include <string.h>

#include "date.h"
#include "due.h"
#include "handler.h"

#define CURSOR_PARTS                                                                               \
	5 /* "0.17.1795478400000000.2026-12-31.sở nội vụ": section, task, changed, due, lead */

char *
dd_task_cursor_format(const DdTaskPlace *place)
{
	g_autofree char *text = g_strdup_printf("%u.%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT
						".%s.%s",
		place->section, place->task, place->changed, place->due, place->lead);
	/* a folded name has letters and blanks, which a link must not have */
	return g_uri_escape_string(text, NULL, FALSE);
}

static bool
read_place(char **parts, DdArena *arena, DdTaskPlace *out)
{
	guint64 section;
	gint64 task, changed;
	DdDay day;
	if (!g_ascii_string_to_unsigned(parts[0], 10, 0, G_MAXUINT16, &section, NULL) ||
		!g_ascii_string_to_signed(parts[1], 10, 0, G_MAXINT64, &task, NULL) ||
		!g_ascii_string_to_signed(parts[2], 10, 0, G_MAXINT64, &changed, NULL) ||
		(*parts[3] != '\0' && !dd_date_parse(parts[3], &day) &&
			strcmp(parts[3], "9999-12-31") != 0))
		return false;
	*out = (DdTaskPlace){(unsigned)section, dd_arena_strdup(arena, parts[3]),
		dd_arena_strdup(arena, parts[4]), changed, task};
	return true;
}

bool
dd_task_cursor_parse(const char *text, DdArena *arena, DdTaskPlace *place_out)
{
	g_autofree char *plain = g_uri_unescape_string(text, NULL);
	g_auto(GStrv) parts = plain != NULL ? g_strsplit(plain, ".", CURSOR_PARTS) : NULL;
	return parts != NULL && g_strv_length(parts) == CURSOR_PARTS &&
	       g_utf8_validate(plain, -1, NULL) && read_place(parts, arena, place_out);
}

/* "open", "all", or states with commas between */
static bool
read_states(const char *words, DdTaskQuery *out, GError **error)
{
	out->open = g_strcmp0(words, "open") == 0;
	if (words == NULL || out->open || strcmp(words, "all") == 0)
		return true;
	g_auto(GStrv) names = g_strsplit(words, ",", -1);
	for (char **name = names; *name != NULL; name++) {
		DdState state;
		if (!dd_state_from_string(*name, &state))
			return dd_query_fail(
				"state: trạng thái không có", "state: no such state", error);
		out->states |= 1u << state;
	}
	return out->states != 0 ||
	       dd_query_fail("state: trạng thái không có", "state: no such state", error);
}

static bool
read_one_lateness(const char *name, DdTaskQuery *out)
{
	for (DdLatenessKind kind = 0; kind < DD_LATENESS_LAST; kind++)
		if (strcmp(dd_lateness_to_string(kind), name) == 0) {
			out->lateness |= 1u << kind;
			return true;
		}
	return false;
}

static bool
read_lateness(const char *words, DdTaskQuery *out, GError **error)
{
	g_auto(GStrv) names = g_strsplit(words != NULL ? words : "", ",", -1);
	for (char **name = names; *name != NULL; name++)
		if (!read_one_lateness(*name, out))
			return dd_query_fail("lateness: không có", "lateness: no such word", error);
	return words == NULL || out->lateness != 0 ||
	       dd_query_fail("lateness: không có", "lateness: no such word", error);
}

/* Names hold commas: a semicolon stands between two */
static bool
read_units(const DdRequest *request, DdTaskQuery *out, GError **error)
{
	const char *words = dd_query_get(request->query, "unit");
	const char *part = dd_query_get(request->query, "role");
	if (part != NULL && (words == NULL || !dd_part_from_string(part, &out->part)))
		return dd_query_fail("role là lead, helper hoặc director của unit",
			"role is lead, helper or director, of unit", error);
	if (words == NULL)
		return true;
	g_auto(GStrv) names = g_strsplit(words, ";", DD_MAX_LIST_UNITS + 1);
	guint n = g_strv_length(names);
	if (n > DD_MAX_LIST_UNITS)
		return dd_query_fail("unit: quá nhiều đơn vị", "unit: too many units", error);
	if (n > 1 && out->part != DD_PART_LEAD)
		return dd_query_fail("role helper, director: một đơn vị",
			"role helper or director is of one unit", error);
	const char **units = dd_arena_alloc(request->arena, (n + 1) * sizeof(char *));
	for (guint i = 0; i < n; i++)
		units[i] = dd_arena_strdup(request->arena, names[i]);
	out->units = units;
	out->n_units = n;
	return true;
}

static bool
read_due_kind(const char *word, DdTaskQuery *out, GError **error)
{
	out->due_kind = word;
	for (DdDueKind kind = 0; kind < DD_DUE_LAST; kind++)
		if (g_strcmp0(word, dd_due_kind_to_string(kind)) == 0)
			return true;
	return word == NULL || dd_query_fail("due_kind: không có", "due_kind: no such word", error);
}

static bool
read_order(const DdRequest *request, DdTaskQuery *out, GError **error)
{
	const char *sort = dd_query_get(request->query, "sort");
	const char *cursor = dd_query_get(request->query, "cursor");
	if (sort != NULL && !dd_task_order_from_string(sort, &out->order))
		return dd_query_fail("sort là due, number, unit, state, changed hoặc lateness",
			"sort is due, number, unit, state, changed or lateness", error);
	if (cursor == NULL)
		return true;
	DdTaskPlace *after = dd_arena_alloc(request->arena, sizeof(*after));
	out->after = after;
	return dd_task_cursor_parse(cursor, request->arena, after) ||
	       dd_query_fail("cursor sai", "no such cursor", error);
}

bool
dd_task_query_read(const DdRequest *request, DdTaskQuery *out, GError **error)
{
	const DdQuery *query = request->query;
	*out = (DdTaskQuery){.as_of = dd_handler_get_day(request),
		.director = dd_query_get(query, "director"),
		.words = dd_query_get(query, "text"),
		.seen_by = dd_handler_get_bound(request->who)};
	return read_states(dd_query_get(query, "state"), out, error) &&
	       read_lateness(dd_query_get(query, "lateness"), out, error) &&
	       read_due_kind(dd_query_get(query, "due_kind"), out, error) &&
	       read_units(request, out, error) &&
	       dd_query_get_day(request->query, "from", &out->from, error) &&
	       dd_query_get_day(request->query, "to", &out->to, error) &&
	       dd_query_get_number(query, "document", 1, G_MAXINT64, &out->document, error) &&
	       dd_handler_get_limit(request, &out->limit, error) && read_order(request, out, error);
}
