/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lateness.h"

#include "date.h"

#include <glib.h>

typedef struct {
	const char *state;
	DdDay due, stopped, as_of;
	const char *kind;
	int days;
	const char *text;
} Row;

#define NO_DAY                                                                                     \
	{                                                                                          \
		0, 0, 0                                                                            \
	}

static const Row rows[] = {
	{"doing", NO_DAY, NO_DAY, {2026, 11, 22}, "no-deadline", 0, "không hạn"},
	{"doing", {2026, 12, 31}, NO_DAY, {2026, 11, 22}, "in-time", 39, "trong hạn"},
	{"doing", {2026, 11, 26}, NO_DAY, {2026, 11, 22}, "in-time", 4, "trong hạn"},
	{"doing", {2026, 11, 25}, NO_DAY, {2026, 11, 22}, "near", 3, "sắp đến hạn, còn 3 ngày"},
	{"assigned", {2026, 11, 23}, NO_DAY, {2026, 11, 22}, "near", 1, "sắp đến hạn, còn 1 ngày"},
	{"doing", {2026, 11, 22}, NO_DAY, {2026, 11, 22}, "near", 0, "sắp đến hạn, hôm nay"},
	{"doing", {2026, 11, 21}, NO_DAY, {2026, 11, 22}, "late", 1, "quá hạn 1 ngày"},
	{"refused", {2025, 11, 22}, NO_DAY, {2026, 11, 22}, "late", 365, "quá hạn 365 ngày"},
	{"returned", {2026, 11, 21}, {2026, 11, 20}, {2026, 11, 22}, "late", 1, "quá hạn 1 ngày"},
	/* the same task on another day is another thing */
	{"doing", {2026, 11, 21}, NO_DAY, {2026, 11, 1}, "in-time", 20, "trong hạn"},
	/* a result that waits is judged by the day it came */
	{"submitted", {2026, 11, 10}, {2026, 11, 10}, {2026, 11, 22}, "in-time", 0, "trong hạn"},
	{"submitted", {2026, 11, 10}, {2026, 11, 12}, {2026, 11, 22}, "late", 2, "quá hạn 2 ngày"},
	{"done", {2026, 11, 10}, {2026, 11, 10}, {2026, 11, 22}, "done-in-time", 0, "đúng hạn"},
	{"done", {2026, 11, 10}, {2026, 11, 12}, {2026, 11, 22}, "done-late", 2, "xong, quá hạn 2 ngày"},
	{"done", NO_DAY, {2026, 11, 12}, {2026, 11, 22}, "done-no-deadline", 0, "đã xong, không hạn"},
	{"draft", {2020, 1, 1}, NO_DAY, {2026, 11, 22}, "aside", 0, "không tính hạn"},
	{"approved", {2020, 1, 1}, NO_DAY, {2026, 11, 22}, "aside", 0, "không tính hạn"},
	{"paused", {2020, 1, 1}, NO_DAY, {2026, 11, 22}, "aside", 0, "không tính hạn"},
	{"withdrawn", {2020, 1, 1}, NO_DAY, {2026, 11, 22}, "aside", 0, "không tính hạn"},
	{"replaced", {2020, 1, 1}, NO_DAY, {2026, 11, 22}, "aside", 0, "không tính hạn"},
	{"undone", {2020, 1, 1}, NO_DAY, {2026, 11, 22}, "aside", 0, "không tính hạn"},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		DdDeadline deadline = {.due = rows[i].due, .stopped = rows[i].stopped};
		g_assert_true(dd_state_from_string(rows[i].state, &deadline.state));
		DdLateness found = dd_lateness_judge(
			&deadline, rows[i].as_of, dd_near_window_get_default());
		g_autofree char *text = dd_lateness_describe(&found);
		g_assert_cmpstr(dd_lateness_to_string(found.kind), ==, rows[i].kind);
		g_assert_cmpint(found.days, ==, rows[i].days);
		g_assert_cmpstr(text, ==, rows[i].text);
		g_assert_false(found.unsure);
	}
}

/* A pause that is over hides nothing, resumed or not */
static void
test_pause(void)
{
	DdDeadline deadline = {
		.state = DD_STATE_PAUSED, .due = {2026, 11, 20}, .until = {2026, 11, 22}};
	const DdNearWindow *window = dd_near_window_get_default();
	DdLateness found = dd_lateness_judge(&deadline, (DdDay){2026, 11, 22}, window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_ASIDE);
	found = dd_lateness_judge(&deadline, (DdDay){2026, 11, 23}, window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_LATE);
	g_assert_cmpint(found.days, ==, 3);
	/* a day of a pause says nothing of a task that is not paused */
	deadline.state = DD_STATE_DOING;
	found = dd_lateness_judge(&deadline, (DdDay){2026, 11, 21}, window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_LATE);
}

/* From Friday 13/2 to Monday 23/2/2026 lies the whole of Tết: ten days, one of them worked */
static void
test_window(void)
{
	g_autoptr(DdWorkdays) workdays = dd_workdays_new(NULL);
	static const DdNearStep steps[] = {{7, false}, {3, true}, {1, true}};
	const DdNearWindow window = {steps, G_N_ELEMENTS(steps), workdays};
	DdDeadline deadline = {.state = DD_STATE_DOING, .due = {2026, 2, 23}};
	DdLateness found = dd_lateness_judge(&deadline, (DdDay){2026, 2, 13}, &window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_NEAR);
	g_assert_cmpint(found.days, ==, 10);
	g_assert_cmpuint(found.step, ==, 2);
	found = dd_lateness_judge(&deadline, (DdDay){2026, 2, 11}, &window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_NEAR);
	g_assert_cmpuint(found.step, ==, 1);
	found = dd_lateness_judge(&deadline, (DdDay){2026, 2, 10}, &window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_IN_TIME);
	/* seven days of the calendar, five of them worked */
	deadline.due = (DdDay){2026, 3, 9};
	found = dd_lateness_judge(&deadline, (DdDay){2026, 3, 2}, &window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_NEAR);
	g_assert_cmpuint(found.step, ==, 0);
	g_assert_false(found.unsure);
	/* a year that is not announced: told, but as unsure */
	deadline.due = (DdDay){2027, 2, 8};
	found = dd_lateness_judge(&deadline, (DdDay){2027, 2, 5}, &window);
	g_assert_cmpint(found.kind, ==, DD_LATENESS_NEAR);
	g_assert_true(found.unsure);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lateness/rows", test_rows);
	g_test_add_func("/lateness/pause", test_pause);
	g_test_add_func("/lateness/window", test_window);
	return g_test_run();
}
