/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rate-test.c: buckets that empty and fill; the clock is given */
#include "rate.h"

#include "maxima.h"

#define SECOND G_USEC_PER_SEC

static void
test_bucket(void)
{
	g_autoptr(DdRateTable) table = dd_rate_table_new(2);
	gint64 now = 1000 * SECOND;
	for (unsigned i = 0; i < 8; i++)
		g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now), ==, 0);
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now), ==, 1);
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.8", now), ==, 0);
	g_assert_cmpuint(dd_rate_table_take(table, "::ffff:203.0.113.7", now), >, 0);
	now += SECOND;
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now), ==, 0);
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now), ==, 0);
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now), >, 0);
	/* a clock that goes back gives nothing, and takes nothing */
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now - 500 * SECOND), >, 0);
	g_assert_cmpuint(dd_rate_table_take(table, "203.0.113.7", now + 500 * SECOND), ==, 0);
}

static void
test_network(void)
{
	g_autoptr(DdRateTable) table = dd_rate_table_new(1);
	for (unsigned i = 0; i < 4; i++) {
		g_autofree char *address = g_strdup_printf("2001:db8:0:1::%u", i);
		g_assert_cmpuint(dd_rate_table_take(table, address, SECOND), ==, 0);
	}
	g_assert_cmpuint(dd_rate_table_take(table, "2001:db8:0:1::99", SECOND), >, 0);
	g_assert_cmpuint(dd_rate_table_take(table, "2001:db8:0:2::1", SECOND), ==, 0);
}

static void
test_free(void)
{
	g_autoptr(DdRateTable) table = dd_rate_table_new(1), none = dd_rate_table_new(0);
	for (unsigned i = 0; i < 100; i++) {
		g_assert_cmpuint(dd_rate_table_take(table, "127.0.0.1", SECOND), ==, 0);
		g_assert_cmpuint(dd_rate_table_take(table, "::1", SECOND), ==, 0);
		g_assert_cmpuint(dd_rate_table_take(none, "203.0.113.7", SECOND), ==, 0);
	}
}

/* Ten times as many addresses as there is room for: one that goes on asking is still held back */
static void
test_crowd(void)
{
	g_autoptr(DdRateTable) table = dd_rate_table_new(1);
	gint64 now = SECOND;
	unsigned held = 0;
	for (unsigned i = 0; i < 10 * DD_MAX_CLIENTS; i++) {
		g_autofree char *address = g_strdup_printf(
			"10.%u.%u.%u", i >> 16 & 255, i >> 8 & 255, i & 255);
		(void)dd_rate_table_take(table, address, now++);
		held += dd_rate_table_take(table, "203.0.113.7", now++) > 0;
	}
	g_assert_cmpuint(held, >, 10 * DD_MAX_CLIENTS - 20);
}

/* Which of some clients the table has forgotten after as many others as it has room for: that is by its key */
static guint64
find_forgotten(void)
{
	g_random_set_seed(7);
	g_autoptr(DdRateTable) table = dd_rate_table_new(1);
	gint64 now = SECOND;
	guint64 forgotten = 0;
	for (unsigned i = 0; i < 64; i++) {
		g_autofree char *address = g_strdup_printf("203.0.113.%u", i);
		for (unsigned n = 0; n < 5; n++)
			(void)dd_rate_table_take(table, address, now++);
	}
	for (unsigned i = 0; i < DD_MAX_CLIENTS; i++) {
		g_autofree char *address = g_strdup_printf("10.0.%u.%u", i >> 8, i & 255);
		(void)dd_rate_table_take(table, address, now++);
	}
	for (unsigned i = 0; i < 64; i++) {
		g_autofree char *address = g_strdup_printf("203.0.113.%u", i);
		forgotten |= (guint64)(dd_rate_table_take(table, address, now++) == 0) << i;
	}
	return forgotten;
}

/* The key is nothing that can be told from other random numbers of the program */
static void
test_key(void)
{
	g_assert_cmphex(find_forgotten(), !=, find_forgotten());
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/rate/bucket", test_bucket);
	g_test_add_func("/rate/network", test_network);
	g_test_add_func("/rate/free", test_free);
	g_test_add_func("/rate/crowd", test_crowd);
	g_test_add_func("/rate/key", test_key);
	return g_test_run();
}
