/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-group-test.c: changes that are kept together, on both engines: who is told what, and what is in the store then */
#include "write-group.h"

#include "audit.h"
#include "engine-test-support.h"
#include "error.h"
#include "maxima.h"

#define NOW 1795000000

static const DdActor actor = {.now = NOW, .who = "văn thư", .origin = "test@here"};

/* Two connections to a store, of which one is the group's */
typedef struct {
	DdStorePool *pool;
	DdStore *other;
	DdWriteGroup *group;
} Place;

static Place
open_place(const char *url)
{
	g_autoptr(GError) error = NULL;
	Place place = {.pool = dd_store_pool_new(url),
		.other = dd_store_open(url, DD_DB_CREATE, NOW, NULL, &error)};
	g_assert_no_error(error);
	place.group = dd_write_group_new(place.pool);
	return place;
}

/* @records: that are in the chain, which is whole */
static void
close_place(Place *place, int64_t records)
{
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(place->other, &verdict, NULL));
	g_assert_cmpstr(verdict.why_en, ==, NULL);
	g_assert_cmpint(verdict.rows, ==, records);
	dd_write_group_free(place->group);
	dd_store_pool_free(place->pool);
	dd_store_free(place->other);
}

static int64_t
count_records(const Place *place)
{
	int64_t seq = -1;
	g_assert_true(dd_audit_get_head(place->other, &seq, NULL, NULL));
	return seq;
}

static bool
record(DdStore *store, int64_t id, bool keep)
{
	g_auto(DdChange) change = {0};
	const DdRecord one = {.action = "test", .object = "task", .object_id = id};
	g_assert_true(dd_change_begin(store, &actor, &change, NULL));
	g_assert_true(dd_change_record(&change, &one, NULL));
	return keep && dd_change_commit(&change, NULL);
}

/* What @item was told last, and how often */
typedef struct {
	DdGroupOutcome outcome;
	unsigned told;
} Member;

static void
tell(gpointer item, DdGroupOutcome outcome)
{
	Member *self = item;
	self->outcome = outcome;
	self->told++;
}

/* @keep: FALSE: the change is refused, which is no failure of the store. @good: FALSE: the store failed it */
static void
join(const Place *place, Member *member, bool keep, bool good)
{
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_write_group_enter(place->group, NOW, &error);
	g_assert_no_error(error);
	(void)record(store, 7, keep);
	dd_write_group_leave(place->group, good, tell, member);
}

static void
test_kept(const char *url)
{
	Place place = open_place(url);
	Member members[3] = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
		join(&place, &members[i], i != 1, true);
	/* nobody is told anything of what does not last */
	if (members[0].told == 0)
		g_assert_cmpint(count_records(&place), ==, 0);
	dd_write_group_settle(place.group);
	dd_write_group_settle(place.group);
	for (size_t i = 0; i < G_N_ELEMENTS(members); i++) {
		g_assert_cmpuint(members[i].told, ==, 1);
		g_assert_cmpint(members[i].outcome, ==, DD_GROUP_KEPT);
	}
	g_assert_cmpint(count_records(&place), ==, 2);
	close_place(&place, 2);
}

static void
test_undone(const char *url)
{
	Place place = open_place(url);
	Member members[2] = {0};
	/* it may be told already, where this machine is slow */
	join(&place, &members[0], true, true);
	bool kept = members[0].told > 0;
	join(&place, &members[1], true, false);
	g_assert_cmpuint(members[1].told, ==, 1);
	g_assert_cmpint(members[1].outcome, ==, DD_GROUP_UNDONE);
	g_assert_cmpuint(members[0].told, ==, 1);
	g_assert_cmpint(members[0].outcome, ==, kept ? DD_GROUP_KEPT : DD_GROUP_UNDONE);
	g_assert_cmpint(count_records(&place), ==, kept);
	/* and then others begin one of their own */
	join(&place, &members[0], true, true);
	dd_write_group_settle(place.group);
	g_assert_cmpint(members[0].outcome, ==, DD_GROUP_KEPT);
	close_place(&place, kept + 1);
}

/* What ends the transaction without a word is found at its commit, and told to all */
static void
test_lost(const char *url)
{
	Place place = open_place(url);
	Member member = {0};
	DdStore *store = dd_write_group_enter(place.group, NOW, NULL);
	g_assert_true(record(store, 1, true));
	g_assert_true(dd_db_run_script(dd_store_get_db(store), "ROLLBACK", NULL));
	g_test_expect_message(NULL, G_LOG_LEVEL_MESSAGE, "*rolled back*");
	dd_write_group_leave(place.group, true, tell, &member);
	dd_write_group_settle(place.group);
	g_test_assert_expected_messages();
	g_assert_cmpuint(member.told, ==, 1);
	g_assert_cmpint(member.outcome, ==, DD_GROUP_UNDONE);
	close_place(&place, 0);
}

static void
test_bound(const char *url)
{
	Place place = open_place(url);
	Member members[DD_MAX_GROUP_CHANGES] = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
		join(&place, &members[i], true, true);
	unsigned told = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
		told += members[i].told;
	/* all, or up to where time was over last */
	g_assert_cmpuint(told, >, 0);
	dd_write_group_settle(place.group);
	for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
		g_assert_cmpuint(members[i].told, ==, 1);
	g_assert_cmpint(count_records(&place), ==, DD_MAX_GROUP_CHANGES);
	close_place(&place, DD_MAX_GROUP_CHANGES);
}

/* Where there is no store nothing is entered, and nothing is open then */
static void
test_no_store(const char *url)
{
	(void)url;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStorePool) pool = dd_store_pool_new("sqlite:/nowhere/store.db");
	g_autoptr(DdWriteGroup) group = dd_write_group_new(pool);
	g_assert_null(dd_write_group_enter(group, NOW, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	dd_write_group_settle(group);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/write-group/kept", test_kept);
	dd_engine_test_add("/write-group/undone", test_undone);
	dd_engine_test_add("/write-group/lost", test_lost);
	dd_engine_test_add("/write-group/bound", test_bound);
	dd_engine_test_add("/write-group/no-store", test_no_store);
	return g_test_run();
}
