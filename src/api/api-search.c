/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-search.c: finding documents, tasks and notes by their words */
#include <string.h>

#include "handler.h"
#include "json-search.h"
#include "route.h"
#include "stored-unit.h"

static bool
is_state(const char *word)
{
	DdState state;
	return word == NULL || strcmp(word, "open") == 0 || dd_state_from_string(word, &state);
}

static bool
read_search(const DdRequest *request, DdSearch *out, GError **error)
{
	const DdQuery *query = request->query;
	DdDay day;
	*out = (DdSearch){.words = dd_query_get(query, "q"),
		.unit = dd_query_get(query, "unit"),
		.state = dd_query_get(query, "state"),
		.from = dd_query_get(query, "from"),
		.to = dd_query_get(query, "to"),
		.after = dd_query_get(query, "cursor")};
	if (out->words == NULL)
		return dd_query_fail("thiếu q: từ cần tìm", "q, what is looked for, is missing", error);
	if (!is_state(out->state))
		return dd_query_fail("state: trạng thái không có", "state: no such state", error);
	return dd_query_get_day(query, "from", &day, error) &&
	       dd_query_get_day(query, "to", &day, error) &&
	       dd_query_get_number(query, "document", 1, G_MAXINT64, &out->document, error) &&
	       dd_handler_get_limit(request, &out->limit, error);
}

/* By the one rule that answers for each by itself: what a unit has to do with may not have gone out yet */
static bool
may_see(const DdRequest *request, const DdSearchHit *hit, bool *seen_out, GError **error)
{
	if (hit->task == 0) {
		DdStoredDocument document;
		return dd_handler_find_document(request, hit->document, &document, seen_out, error);
	}
	DdRequest one = *request;
	DdSeenTask seen;
	one.id = hit->task;
	bool good = dd_handler_find_task(&one, &seen, error);
	*seen_out = good && seen.seen;
	return good;
}

static bool
leave_out_unseen(const DdRequest *request, GArray *hits, GError **error)
{
	guint kept = 0;
	for (guint i = 0; i < hits->len; i++) {
		const DdSearchHit hit = g_array_index(hits, DdSearchHit, i);
		bool seen = false;
		if (!may_see(request, &hit, &seen, error))
			return false;
		if (seen)
			g_array_index(hits, DdSearchHit, kept++) = hit;
	}
	g_array_set_size(hits, kept);
	return true;
}

bool
dd_api_search(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSearch search;
	g_auto(DdSearchFound) found = {0};
	const char *bound = dd_handler_get_bound(request->who);
	g_autoptr(GPtrArray)
		own = bound != NULL ? dd_stored_unit_own_names(request->store, bound, error) : NULL;
	if ((bound != NULL && own == NULL) || !read_search(request, &search, error))
		return false;
	if (own != NULL) {
		g_ptr_array_add(own, NULL);
		search.visible = (const char *const *)own->pdata;
	}
	if (!dd_search_find(request->store, &search, request->arena, &found, error) ||
		(bound != NULL && !leave_out_unseen(request, found.hits, error)))
		return false;
	dd_json_search(dd_answer_begin(answer, 200), &found);
	return dd_answer_end(answer, error);
}
