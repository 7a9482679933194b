/* SPDX-License-Identifier: GPL-3.0-or-later */
/* delay-test.c: how long failures make wait, and what a wrong clock does to that */
#include "delay.h"

#include <glib.h>

#define START 1800000000

/* One failure after the other, each as soon as it may be */
static void
test_growing(void)
{
	static const int64_t waits[] = {0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900};
	DdAttempts self = {0};
	int64_t now = START;
	for (size_t i = 0; i < G_N_ELEMENTS(waits); i++) {
		dd_delay_take(&self, &dd_delay_account, now);
		g_assert_cmpint(self.failures, ==, (int64_t)i + 1);
		g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, now), ==, waits[i]);
		now += waits[i];
		g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, now), ==, 0);
	}
	/* after a day without one they are forgotten */
	now += dd_delay_account.forget_after + 1;
	dd_delay_take(&self, &dd_delay_account, now);
	g_assert_cmpint(self.failures, ==, 1);
	/* and however many there are, nobody waits for ever */
	self.failures = INT64_MAX / 2;
	dd_delay_take(&self, &dd_delay_account, now);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, now), ==, 900);
}

static void
test_clock(void)
{
	DdAttempts self = {0};
	for (int i = 0; i < 7; i++)
		dd_delay_take(&self, &dd_delay_account, START);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, START), ==, 120);
	/* set back: it is not shorter, and at most the longest, which then runs down */
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, START - 60), ==, 180);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, START - 900000), ==, 900);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, START - 900000 + 899), ==, 1);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_account, START - 900000 + 900), ==, 0);
	/* the count goes on */
	dd_delay_take(&self, &dd_delay_account, START - 900000 + 900);
	g_assert_cmpint(self.failures, ==, 8);
}

static void
test_give_back(void)
{
	DdAttempts self = {0}, before = {0}, after;
	dd_delay_give_back(&self, &dd_delay_origin, &before, &before);
	g_assert_cmpint(self.failures, ==, 0);
	for (int64_t i = 0; i <= dd_delay_origin.free; i++)
		dd_delay_take(&self, &dd_delay_origin, START + i);
	before = self;
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START + 30), ==, 60);
	/* behind the wait one comes who is right: nobody waits for that, and the count is as it was */
	dd_delay_take(&self, &dd_delay_origin, START + 90);
	after = self;
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START + 90), ==, 120);
	dd_delay_give_back(&self, &dd_delay_origin, &before, &after);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START + 90), ==, 0);
	g_assert_cmpint(self.failures, ==, before.failures);
	g_assert_cmpint(self.failed_at, ==, START + 30);
	/* and the next failure makes wait as it would have without */
	dd_delay_take(&self, &dd_delay_origin, START + 91);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START + 91), ==, 120);
}

/* One fails while another is judged: what is taken back is not the failure */
static void
test_give_back_other(void)
{
	DdAttempts self = {.failures = dd_delay_origin.free, .failed_at = START - 100},
		   before = self, after;
	dd_delay_take(&self, &dd_delay_origin, START);
	after = self;
	dd_delay_take(&self, &dd_delay_origin, START + 61);
	dd_delay_give_back(&self, &dd_delay_origin, &before, &after);
	g_assert_cmpint(self.failures, ==, dd_delay_origin.free + 1);
	g_assert_cmpint(self.failed_at, ==, START + 61);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START + 61), ==, 120);
	/* below what is free nobody waits, whoever it was */
	self = before = (DdAttempts){.failures = dd_delay_origin.free - 2, .failed_at = START - 1};
	dd_delay_take(&self, &dd_delay_origin, START);
	after = self;
	dd_delay_take(&self, &dd_delay_origin, START);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START), ==, 30);
	dd_delay_give_back(&self, &dd_delay_origin, &before, &after);
	g_assert_cmpint(self.failures, ==, dd_delay_origin.free - 1);
	g_assert_cmpint(dd_delay_wait(&self, &dd_delay_origin, START), ==, 0);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/delay/growing", test_growing);
	g_test_add_func("/delay/clock", test_clock);
	g_test_add_func("/delay/give-back", test_give_back);
	g_test_add_func("/delay/give-back-other", test_give_back_other);
	return g_test_run();
}
