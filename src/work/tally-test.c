/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <glib.h>
#include <string.h>

#define DAY                                                                                        \
	{                                                                                          \
		2017, 12, 31                                                                       \
	}

/* Báo cáo 1270/BC-TCTTTg, 2017: 21 914 tasks, 16 051 done (14 068 + 1 983), 5 863 open (5 640 + 223); it prints 98,62 % */
static void
test_report_of_2017(void)
{
	const DdTally tally = {
		.done_in_time = 14068, .done_late = 1983, .open_in_time = 5640, .open_late = 223};
	g_assert_cmpuint(dd_tally_count_all(&tally), ==, 21914);
	static const int expected[] = {9862, 7324, 8764};
	for (DdRateRule rule = 0; rule < DD_RATE_LAST; rule++) {
		DdRate rate = dd_tally_get_rate(&tally, rule, (DdDay)DAY);
		g_assert_cmpint(dd_rate_get_hundredths(&rate), ==, expected[rule]);
	}
	DdRate rate = dd_tally_get_rate(&tally, DD_RATE_OF_DUE, (DdDay)DAY);
	g_assert_cmpuint(rate.numerator, ==, 16051);
	g_assert_cmpuint(rate.denominator, ==, 16274);
	g_autofree char *text = dd_rate_describe(&rate);
	g_assert_cmpstr(text, ==,
		"98,62 % (16051/16274: đã hoàn thành ÷ (đã hoàn thành + quá hạn chưa xong), có "
		"thời "
		"hạn), tính đến 31/12/2017");
}

static void
test_boxes(void)
{
	DdTally tally = {0}, twice = {0};
	for (DdLatenessKind kind = 0; kind < DD_LATENESS_LAST; kind++)
		dd_tally_add(&tally, kind,
			kind == DD_LATENESS_ASIDE ? DD_STATE_PAUSED : DD_STATE_DOING,
			(uint64_t)kind + 1);
	g_assert_cmpuint(tally.aside, ==, 1);
	g_assert_cmpuint(tally.open_no_deadline, ==, 2);
	g_assert_cmpuint(tally.open_in_time, ==, 3 + 4);
	g_assert_cmpuint(tally.near, ==, 4);
	g_assert_cmpuint(tally.open_late, ==, 5);
	g_assert_cmpuint(tally.done_no_deadline, ==, 6);
	g_assert_cmpuint(tally.done_in_time, ==, 7);
	g_assert_cmpuint(tally.done_late, ==, 8);
	g_assert_cmpuint(dd_tally_count_all(&tally), ==, 2 + 7 + 5 + 6 + 7 + 8);
	dd_tally_merge(&twice, &tally);
	dd_tally_merge(&twice, &tally);
	g_assert_cmpuint(dd_tally_count_all(&twice), ==, 70);
	g_assert_cmpuint(twice.near, ==, 8);
	g_assert_cmpuint(twice.aside, ==, 2);
	g_assert_cmpuint(twice.aside_in[DD_STATE_PAUSED], ==, 2);
	/* tasks without a deadline count among all, never among those fallen due */
	DdRate all = dd_tally_get_rate(&tally, DD_RATE_OF_ALL, (DdDay)DAY);
	g_assert_cmpuint(all.numerator, ==, 21);
	g_assert_cmpuint(all.denominator, ==, 35);
	DdRate due = dd_tally_get_rate(&tally, DD_RATE_OF_DUE, (DdDay)DAY);
	g_assert_cmpuint(due.numerator, ==, 15);
	g_assert_cmpuint(due.denominator, ==, 20);
}

/* What a rate of all is not of, it says */
static void
test_left_out(void)
{
	DdTally tally = {.done_in_time = 1, .open_late = 1};
	dd_tally_add(&tally, DD_LATENESS_ASIDE, DD_STATE_WITHDRAWN, 2);
	dd_tally_add(&tally, DD_LATENESS_ASIDE, DD_STATE_PAUSED, 1);
	/* a pause that is over counts again */
	dd_tally_add(&tally, DD_LATENESS_LATE, DD_STATE_PAUSED, 1);
	DdRate all = dd_tally_get_rate(&tally, DD_RATE_OF_ALL, (DdDay)DAY);
	g_autofree char *text = dd_rate_describe(&all);
	g_assert_cmpstr(text, ==,
		"33,33 % (1/3: đã hoàn thành ÷ tất cả nhiệm vụ đã giao), tính đến 31/12/2017; "
		"không "
		"tính 3 nhiệm vụ: tạm dừng 1; đã rút 2");
	DdRate due = dd_tally_get_rate(&tally, DD_RATE_OF_DUE, (DdDay)DAY);
	g_autofree char *other = dd_rate_describe(&due);
	g_assert_null(strstr(other, "không tính"));
}

static void
test_nothing(void)
{
	const DdTally tally = {.aside = 3};
	DdRate rate = dd_tally_get_rate(&tally, DD_RATE_OF_ALL, (DdDay)DAY);
	g_autofree char *text = dd_rate_describe(&rate);
	g_assert_cmpint(dd_rate_get_hundredths(&rate), ==, -1);
	g_assert_true(g_str_has_prefix(text, "– (0/0: "));
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/tally/report-of-2017", test_report_of_2017);
	g_test_add_func("/tally/boxes", test_boxes);
	g_test_add_func("/tally/left-out", test_left_out);
	g_test_add_func("/tally/nothing", test_nothing);
	return g_test_run();
}
