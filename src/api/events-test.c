/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events-test.c: looks at the record on each engine: each is bounded, however much has changed, and together they tell all */
#include "events-private.h"

#include "engine-test-support.h"
#include "error.h"
#include "maxima.h"

#include <string.h>

enum { START = 1800000000, CHANGES = 5000 };

static const DdActor leader = {.now = START, .who = "Lãnh đạo", .origin = "test"};

/* A store in which @n tasks were changed at once, as when a large plan is issued */
static DdStore *
make_store(const char *url, int64_t n)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdStore *store = dd_store_open(url, DD_DB_CREATE, START, NULL, &error);
	g_assert_no_error(error);
	g_assert_true(dd_change_begin(store, &leader, &change, &error));
	for (int64_t i = 1; i <= n; i++)
		g_assert_true(dd_change_record(&change,
			&(DdRecord){.action = "assign", .object = "task", .object_id = i}, &error));
	g_assert_true(dd_change_commit(&change, &error));
	return store;
}

/* Returns: (transfer full) one who sees all, and @n units */
static GArray *
make_viewers(unsigned n)
{
	GArray *viewers = g_array_new(FALSE, FALSE, sizeof(DdViewer));
	const DdViewer all = {DD_ROLE_CLERK, NULL};
	g_array_append_val(viewers, all);
	for (unsigned i = 0; i < n; i++) {
		const DdViewer one = {DD_ROLE_FOCAL, g_strdup_printf("Phòng %u", i)};
		g_array_append_val(viewers, one);
	}
	return viewers;
}

static void
free_viewers(GArray *viewers)
{
	for (guint i = 0; i < viewers->len; i++)
		g_free(g_array_index(viewers, DdViewer, i).unit);
	g_array_unref(viewers);
}

/* Looks until there is nothing more. Returns: how often; each change is told once, in order, to who sees all and to nobody else */
static unsigned
look_at_all(DdStore *store, const GArray *viewers, guint most)
{
	g_autoptr(GHashTable)
		jobs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	int64_t after = 0, told = 0;
	unsigned looks = 0;
	bool more = true;
	while (more) {
		g_autoptr(GError) error = NULL;
		g_auto(DdNews) news = {0};
		g_assert_true(dd_news_find(store, after, viewers, START, jobs, &news, &error));
		g_assert_no_error(error);
		g_assert_cmpuint(news.events->len, <=, most);
		for (guint i = 0; i < news.events->len; i++) {
			const DdEvent *event = &g_array_index(news.events, DdEvent, i);
			g_assert_cmpint(event->id, ==, ++told);
			g_assert_true(event->seen[0]);
			for (guint j = 1; j < viewers->len; j++)
				g_assert_false(event->seen[j]);
		}
		g_assert_cmpint(news.seq, >=, after);
		after = news.seq;
		more = news.more;
		looks++;
	}
	g_assert_cmpint(told, ==, CHANGES);
	return looks;
}

static void
test_bounded(const char *url)
{
	g_autoptr(DdStore) store = make_store(url, CHANGES);
	GArray *few = make_viewers(0), *many = make_viewers(19);
	g_assert_cmpuint(look_at_all(store, few, DD_MAX_LISTED), >=, CHANGES / DD_MAX_LISTED);
	g_assert_cmpuint(look_at_all(store, many, DD_MAX_EVENTS_JUDGED / 19), >=,
		CHANGES / (DD_MAX_EVENTS_JUDGED / 19));
	free_viewers(few);
	free_viewers(many);
}

/* However many listen, a look goes on by one change at least */
static void
test_crowded(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = make_store(url, 3);
	g_autoptr(GHashTable)
		jobs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	GArray *crowd = make_viewers(DD_MAX_EVENTS_JUDGED + 1);
	g_auto(DdNews) news = {0};
	g_assert_true(dd_news_find(store, 0, crowd, START, jobs, &news, &error));
	g_assert_cmpuint(news.events->len, ==, 1);
	g_assert_cmpint(news.seq, ==, 1);
	g_assert_true(news.more);
	free_viewers(crowd);
}

/* A server that ends does not wait for a look */
static void
test_stopped(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = make_store(url, 3);
	g_autoptr(GHashTable)
		jobs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	GArray *viewers = make_viewers(1);
	const bool stop = true;
	g_auto(DdNews) news = {0};
	dd_db_set_stop(dd_store_get_db(store), &stop);
	g_assert_false(dd_news_find(store, 0, viewers, START, jobs, &news, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
	dd_db_set_stop(dd_store_get_db(store), NULL);
	free_viewers(viewers);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/events/bounded", test_bounded);
	dd_engine_test_add("/events/crowded", test_crowded);
	dd_engine_test_add("/events/stopped", test_stopped);
	return g_test_run();
}
