/* SPDX-License-Identifier: GPL-3.0-or-later */
/* due-test.c: every kind of time, turned into days */
#include "due.h"

#include "date.h"
#include "maxima.h"

#include <glib.h>

static DdWorkdays *workdays;

/* A time, and the days it comes to between 2024 and 2025, "start..due what (rule)" behind each other */
typedef struct {
	DdTime time;
	const char *kind, *days;
} Row;

#define EVERY(...)                                                                                 \
	.every = (const char *[])                                                                  \
	{                                                                                          \
		__VA_ARGS__                                                                        \
	}

static DdStage stages[] = {{"khảo sát", {2024, 1, 1}, {2024, 3, 31}},
	{"trình", {0, 0, 0}, {2024, 6, 30}}, {"triển khai", {2024, 7, 1}, {0, 0, 0}}};

static const Row rows[] = {
	{{.kind = DD_TIME_NONE}, "unsaid", ""},
	{{.kind = DD_TIME_CONTINUOUS}, "ongoing", ""},
	{{.kind = DD_TIME_FROM, .start = {2024, 7, 1}}, "ongoing", ""},
	{{.kind = DD_TIME_WHOLE_YEAR, .start = {2024, 1, 1}, .end = {2024, 12, 31}}, "days",
		"2024-01-01..2024-12-31 (end)"},
	{{.kind = DD_TIME_YEAR, .start = {2024, 1, 1}, .end = {2024, 12, 31}}, "days",
		"2024-01-01..2024-12-31 (end)"},
	{{.kind = DD_TIME_QUARTER, .start = {2024, 4, 1}, .end = {2024, 6, 30}}, "days",
		"2024-04-01..2024-06-30 (end)"},
	{{.kind = DD_TIME_MONTH, .start = {2024, 2, 1}, .end = {2024, 2, 29}}, "days",
		"2024-02-01..2024-02-29 (end)"},
	{{.kind = DD_TIME_BY_DATE, .end = {2024, 6, 30}}, "days", "..2024-06-30 (end)"},
	{{.kind = DD_TIME_RANGE, .start = {2024, 3, 1}, .end = {2029, 12, 31}}, "days",
		"2024-03-01..2029-12-31 (end)"},
	{{.kind = DD_TIME_RANGE, .start = {2024, 3, 1}}, "unknown", ""},
	{{.kind = DD_TIME_QUARTER}, "unknown", ""},
	{{.kind = DD_TIME_EVENT, .event = "Theo hướng dẫn của cấp trên"}, "waits", ""},
	{{.kind = DD_TIME_ANNUAL}, "days",
		"2024-01-01..2024-12-31 (period) 2025-01-01..2025-12-31 (period)"},
	{{.kind = DD_TIME_ANNUAL, EVERY("year"), .n_every = 1, .before = "12-10"}, "days",
		"2024-01-01..2024-12-10 (named-day) 2025-01-01..2025-12-10 (named-day)"},
	{{.kind = DD_TIME_ANNUAL, .before = "02-29"}, "days",
		"2024-01-01..2024-02-29 (named-day) 2025-01-01..2025-02-28 (named-day)"},
	/* within the years that the time itself says, whatever the plan's are */
	{{.kind = DD_TIME_ANNUAL, .start = {2026, 1, 1}, .end = {2027, 12, 31}}, "days",
		"2026-01-01..2026-12-31 (period) 2027-01-01..2027-12-31 (period)"},
	{{.kind = DD_TIME_PERIODIC, EVERY("half-year"), .n_every = 1}, "days",
		"2024-01-01..2024-06-30 (period) 2024-07-01..2024-12-31 (period) "
		"2025-01-01..2025-06-30 (period) 2025-07-01..2025-12-31 (period)"},
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("quarter"),
		 .n_every = 1,
		 .before = "20",
		 .start = {2024, 1, 1},
		 .end = {2024, 12, 31}},
		"days",
		"2024-01-01..2024-03-20 (named-day) 2024-04-01..2024-06-20 (named-day) "
		"2024-07-01..2024-09-20 (named-day) 2024-10-01..2024-12-20 (named-day)"},
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("month"),
		 .n_every = 1,
		 .before = "31",
		 .start = {2024, 1, 1},
		 .end = {2024, 4, 30}},
		"days",
		"2024-01-01..2024-01-31 (named-day) 2024-02-01..2024-02-29 (named-day) "
		"2024-03-01..2024-03-31 (named-day) 2024-04-01..2024-04-30 (named-day)"},
	/* quarters are those of the calendar, wherever the time begins */
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("quarter"),
		 .n_every = 1,
		 .start = {2024, 2, 15},
		 .end = {2024, 9, 30}},
		"days",
		"2024-01-01..2024-03-31 (period) 2024-04-01..2024-06-30 (period) "
		"2024-07-01..2024-09-30 (period)"},
	/* a day of the year says nothing of a half-year */
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("half-year"),
		 .n_every = 1,
		 .before = "12-10",
		 .start = {2024, 1, 1},
		 .end = {2024, 12, 31}},
		"days", "2024-01-01..2024-06-30 (period) 2024-07-01..2024-12-31 (period)"},
	/* three at once: a day on which two of them end falls due once */
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("quarter", "half-year", "year"),
		 .n_every = 3,
		 .start = {2024, 1, 1},
		 .end = {2024, 12, 31}},
		"days",
		"2024-01-01..2024-03-31 (period) 2024-01-01..2024-06-30 (period) "
		"2024-07-01..2024-09-30 (period) 2024-01-01..2024-12-31 (period)"},
	{{.kind = DD_TIME_PERIODIC, EVERY("week"), .n_every = 1, .start = {2024, 1, 3}, .end = {2024, 1, 21}},
		"days",
		"2024-01-01..2024-01-07 (period) 2024-01-08..2024-01-14 (period) "
		"2024-01-15..2024-01-21 (period)"},
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("2 tuần"),
		 .n_every = 1,
		 .start = {2024, 1, 1},
		 .end = {2024, 1, 31}},
		"days", "2024-01-01..2024-01-14 (period) 2024-01-15..2024-01-28 (period)"},
	{{.kind = DD_TIME_PERIODIC, EVERY("day"), .n_every = 1, .start = {2024, 2, 28}, .end = {2024, 3, 1}},
		"days",
		"2024-02-28..2024-02-28 (period) 2024-02-29..2024-02-29 (period) "
		"2024-03-01..2024-03-01 (period)"},
	{{.kind = DD_TIME_PERIODIC,
		 EVERY("3 năm", "5 năm"),
		 .n_every = 2,
		 .start = {2021, 1, 1},
		 .end = {2030, 12, 31}},
		"days",
		"2021-01-01..2023-12-31 (period) 2021-01-01..2025-12-31 (period) "
		"2024-01-01..2026-12-31 (period) 2027-01-01..2029-12-31 (period) "
		"2026-01-01..2030-12-31 (period)"},
	/* the first of its days lies behind the plan */
	{{.kind = DD_TIME_PERIODIC, EVERY("5 năm"), .n_every = 1}, "unknown", ""},
	{{.kind = DD_TIME_PERIODIC, EVERY("nhiệm kỳ"), .n_every = 1}, "unknown", ""},
	{{.kind = DD_TIME_PERIODIC, EVERY("0 năm"), .n_every = 1}, "unknown", ""},
	{{.kind = DD_TIME_PERIODIC, EVERY("999999999999999999999 năm"), .n_every = 1}, "unknown", ""},
	{{.kind = DD_TIME_PERIODIC, EVERY("3năm"), .n_every = 1}, "unknown", ""},
	{{.kind = DD_TIME_PERIODIC}, "unknown", ""},
	/* a day that is none is not taken for one */
	{{.kind = DD_TIME_ANNUAL, .before = "13-40"}, "days",
		"2024-01-01..2024-12-31 (period) 2025-01-01..2025-12-31 (period)"},
	{{.kind = DD_TIME_STAGED, .stages = stages, .n_stages = 3}, "days",
		"2024-01-01..2024-03-31 khảo sát (stage) ..2024-06-30 trình (stage) "
		"2024-07-01.. triển khai (none)"},
	{{.kind = DD_TIME_STAGED}, "unknown", ""},
};

static const DdDueContext plan = {.first = {2024, 1, 1}, .last = {2025, 12, 31}};

static char *
describe(const DdDue *due)
{
	g_autoptr(GString) text = g_string_new(NULL);
	char start[DD_DATE_BUFFER], end[DD_DATE_BUFFER];
	for (guint i = 0; i < due->occurrences->len; i++) {
		const DdOccurrence *one = &g_array_index(due->occurrences, DdOccurrence, i);
		g_string_append_printf(text, "%s%s..%s%s%s (%s)", i > 0 ? " " : "",
			dd_date_format(one->start, start), dd_date_format(one->due, end),
			one->what != NULL ? " " : "", one->what != NULL ? one->what : "",
			dd_due_rule_to_string(one->rule));
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static void
test_kinds(void)
{
	bool seen[DD_TIME_LAST] = {false};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_auto(DdDue) due = dd_due_expand(&rows[i].time, &plan);
		g_autofree char *days = describe(&due);
		g_assert_cmpstr(dd_due_kind_to_string(due.kind), ==, rows[i].kind);
		g_assert_cmpstr(days, ==, rows[i].days);
		g_assert_false(due.truncated);
		g_assert_false(due.unsure);
		seen[rows[i].time.kind] = true;
	}
	for (DdTimeKind kind = 0; kind < DD_TIME_LAST; kind++)
		g_assert_true(seen[kind]);
}

static void
test_event(void)
{
	const DdDay friday = {2024, 8, 16}, saturday = {2024, 8, 17}, monday = {2024, 8, 19};
	const DdDueContext stays = plan;
	const DdDueContext moves = {.shift = DD_DUE_MOVES_ON, .workdays = workdays};
	const struct {
		DdDay day, due;
		DdDueRule rule;
		const DdDueContext *context;
	} given[] = {
		{friday, friday, DD_DUE_RULE_EVENT, &stays},
		{saturday, saturday, DD_DUE_RULE_GIVEN, &stays},
		{saturday, monday, DD_DUE_RULE_GIVEN, &moves},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(given); i++) {
		bool unsure = true;
		DdOccurrence one = dd_due_give(given[i].day, given[i].rule, given[i].context, &unsure);
		g_assert_cmpint(dd_date_compare(one.due, given[i].due), ==, 0);
		g_assert_cmpint(dd_date_compare(one.said, given[i].day), ==, 0);
		g_assert_cmpint(one.rule, ==, given[i].rule);
		g_assert_false(unsure);
	}
	bool unsure = false;
	dd_due_give((DdDay){2027, 2, 6}, DD_DUE_RULE_EVENT, &moves, &unsure);
	g_assert_true(unsure);
}

/* Nothing falls due before the document was signed, also where the time names the whole year */
static void
test_signed(void)
{
	const char *every[] = {"quarter"}, *five_years[] = {"5 năm"};
	const struct {
		DdTime time;
		DdDay signed_on;
		const char *kind, *days;
	} cases[] = {
		{{.kind = DD_TIME_PERIODIC,
			 .every = every,
			 .n_every = 1,
			 .start = {2024, 1, 1},
			 .end = {2024, 12, 31}},
			{2024, 5, 15}, "days",
			"2024-04-01..2024-06-30 (period) 2024-07-01..2024-09-30 (period) "
			"2024-10-01..2024-12-31 (period)"},
		{{.kind = DD_TIME_PERIODIC,
			 .every = every,
			 .n_every = 1,
			 .start = {2024, 1, 1},
			 .end = {2024, 6, 30}},
			{2024, 6, 30}, "days", "2024-04-01..2024-06-30 (period)"},
		{{.kind = DD_TIME_PERIODIC,
			 .every = every,
			 .n_every = 1,
			 .start = {2023, 1, 1},
			 .end = {2023, 12, 31}},
			{2024, 1, 5}, "unknown", ""},
		{{.kind = DD_TIME_ANNUAL, .before = "02-15"}, {2024, 3, 1}, "days",
			"2025-01-01..2025-02-15 (named-day)"},
		/* the period runs since before */
		{{.kind = DD_TIME_PERIODIC,
			 .every = five_years,
			 .n_every = 1,
			 .start = {2021, 1, 1},
			 .end = {2030, 12, 31}},
			{2024, 1, 5}, "days",
			"2021-01-01..2025-12-31 (period) 2026-01-01..2030-12-31 (period)"},
		/* what does not come again is late on the day it goes out, and a person sees that */
		{{.kind = DD_TIME_BY_DATE, .end = {2024, 1, 31}}, {2024, 3, 1}, "days",
			"..2024-01-31 (end)"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		DdDueContext context = plan;
		context.signed_on = cases[i].signed_on;
		g_auto(DdDue) due = dd_due_expand(&cases[i].time, &context);
		g_autofree char *days = describe(&due);
		g_assert_cmpstr(dd_due_kind_to_string(due.kind), ==, cases[i].kind);
		g_assert_cmpstr(days, ==, cases[i].days);
	}
}

static void
test_no_horizon(void)
{
	DdTime time = {.kind = DD_TIME_ANNUAL, .before = "12-10"};
	const DdDueContext nothing = {0};
	g_auto(DdDue) due = dd_due_expand(&time, &nothing);
	g_assert_cmpint(due.kind, ==, DD_DUE_UNKNOWN);
	g_assert_cmpuint(due.occurrences->len, ==, 0);
}

static void
test_many(void)
{
	const char *every[] = {"day", "week", "day"};
	DdTime time = {.kind = DD_TIME_PERIODIC, .every = every, .n_every = 3};
	const DdDueContext long_plan = {.first = {1900, 1, 1}, .last = {2199, 12, 31}};
	g_auto(DdDue) due = dd_due_expand(&time, &long_plan);
	g_assert_true(due.truncated);
	g_assert_cmpuint(due.occurrences->len, <=, DD_MAX_OCCURRENCES);
	g_assert_cmpuint(due.occurrences->len, >, 0);
}

static void
test_shift(void)
{
	DdTime time = {.kind = DD_TIME_BY_DATE, .end = {2026, 2, 14}};
	DdDueContext context = {.shift = DD_DUE_MOVES_ON, .workdays = workdays};
	g_auto(DdDue) moved = dd_due_expand(&time, &context);
	const DdOccurrence *one = &g_array_index(moved.occurrences, DdOccurrence, 0);
	g_assert_cmpint(dd_date_compare(one->due, (DdDay){2026, 2, 23}), ==, 0);
	g_assert_cmpint(dd_date_compare(one->said, (DdDay){2026, 2, 14}), ==, 0);
	g_assert_false(moved.unsure);
	/* a Saturday of a year whose holidays are not announced */
	time.end = (DdDay){2027, 2, 6};
	g_auto(DdDue) unsure = dd_due_expand(&time, &context);
	g_assert_true(unsure.unsure);
	/* and by default it stays */
	context.shift = DD_DUE_STAYS;
	g_auto(DdDue) stays = dd_due_expand(&time, &context);
	one = &g_array_index(stays.occurrences, DdOccurrence, 0);
	g_assert_cmpint(dd_date_compare(one->due, time.end), ==, 0);
}

static void
test_horizon(void)
{
	DdTask tasks[2] = {{.time = {.kind = DD_TIME_YEAR, .end = {2027, 12, 31}}},
		{.time = {.kind = DD_TIME_STAGED, .stages = stages, .n_stages = 3}}};
	DdDuty duty = {.due = {.kind = DD_TIME_RANGE, .end = {2030, 6, 30}}};
	DdReading reading = {.tasks = tasks, .n_tasks = 2};
	DdDay first = {0, 0, 0}, last = {0, 0, 0};
	g_assert_false(dd_due_find_horizon(&reading, &first, &last));
	reading.document.date = (DdDay){2025, 3, 1};
	g_assert_true(dd_due_find_horizon(&reading, &first, &last));
	g_assert_cmpint(dd_date_compare(first, (DdDay){2025, 1, 1}), ==, 0);
	g_assert_cmpint(dd_date_compare(last, (DdDay){2027, 12, 31}), ==, 0);
	reading.duties = &duty;
	reading.n_duties = 1;
	reading.document.year = 2026; /* dated in 2025, for 2026 */
	g_assert_true(dd_due_find_horizon(&reading, &first, &last));
	g_assert_cmpint(dd_date_compare(first, (DdDay){2026, 1, 1}), ==, 0);
	g_assert_cmpint(dd_date_compare(last, (DdDay){2030, 12, 31}), ==, 0);
	duty.due.end = (DdDay){2199, 12, 31};
	g_assert_true(dd_due_find_horizon(&reading, &first, &last));
	g_assert_cmpint(last.year - first.year + 1, ==, DD_MAX_HORIZON_YEARS);
}

static void
test_words(void)
{
	DdDueRule found = DD_DUE_RULE_LAST;
	for (DdDueRule rule = 0; rule < DD_DUE_RULE_LAST; rule++) {
		g_assert_true(dd_due_rule_from_string(dd_due_rule_to_string(rule), &found));
		g_assert_cmpint(found, ==, rule);
		g_assert_nonnull(dd_due_rule_get_vi(rule));
	}
	g_assert_false(dd_due_rule_from_string("guess", &found));
	for (DdDueKind kind = 0; kind < DD_DUE_LAST; kind++)
		g_assert_nonnull(dd_due_kind_get_vi(kind));
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/due/kinds", test_kinds);
	g_test_add_func("/due/event", test_event);
	g_test_add_func("/due/signed", test_signed);
	g_test_add_func("/due/no-horizon", test_no_horizon);
	g_test_add_func("/due/many", test_many);
	g_test_add_func("/due/shift", test_shift);
	g_test_add_func("/due/horizon", test_horizon);
	g_test_add_func("/due/words", test_words);
	workdays = dd_workdays_new(NULL);
	g_assert_nonnull(workdays);
	int status = g_test_run();
	dd_workdays_free(workdays);
	return status;
}
