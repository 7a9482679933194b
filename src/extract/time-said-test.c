/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-said.h"

#include "date.h"

static const struct {
	const char *text;
	int year;
	DdTimeKind kind;
	const char *end;
} rows[] = {
	{"Quý III", 2025, DD_TIME_QUARTER, "2025-09-30"},
	{"Quý III", 0, DD_TIME_QUARTER, ""},
	{"Trước ngày 30/6/2025", 2025, DD_TIME_BY_DATE, "2025-06-30"},
	{"Năm 2026", 2025, DD_TIME_YEAR, "2026-12-31"},
	{"Thường xuyên", 2025, DD_TIME_CONTINUOUS, ""},
	{"Theo hướng dẫn của cấp trên", 2025, DD_TIME_EVENT, ""},
	{"31/02/2025", 2025, DD_TIME_EVENT, ""},
	{"", 2025, DD_TIME_NONE, ""},
};

static void
test_rows(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(DdArena) arena = dd_arena_new();
		char end[DD_DATE_BUFFER];
		DdTime time;
		dd_time_said_read(rows[i].text, rows[i].year, arena, &time);
		g_assert_cmpint(time.kind, ==, rows[i].kind);
		g_assert_cmpstr(dd_date_format(time.end, end), ==, rows[i].end);
	}
}

/* What comes of it lies in the arena alone */
static void
test_kept(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	char *text = g_strdup("Sau khi Bộ ban hành hướng dẫn");
	DdTime time;
	dd_time_said_read(text, 2025, arena, &time);
	g_free(text);
	g_assert_cmpint(time.kind, ==, DD_TIME_EVENT);
	g_assert_cmpstr(time.event, ==, "Sau khi Bộ ban hành hướng dẫn");
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/time-said/rows", test_rows);
	g_test_add_func("/time-said/kept", test_kept);
	return g_test_run();
}
