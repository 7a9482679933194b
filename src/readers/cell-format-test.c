/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell-format-test.c: numbers as their formats show them */
#include "cell-format.h"

#include <glib.h>

typedef struct {
	const char *code;
	double value;
	const char *shown;
} Case;

static const Case cases[] = {
	{NULL, 3, "3"},
	{"General", 1.1, "1.1"},
	{"General", -2, "-2"},
	{"General", 0.1 + 0.2, "0.3"},
	{"General", 1234567, "1234567"},
	{"@", 12, "12"},
	{"0", 12, "12"},
	{"00", 7, "07"},
	{"#,##0", 1234567.4, "1.234.567"},
	{"#,##0", -1234, "-1.234"},
	{"#,##0;(#,##0)", -1234, "(1.234)"},
	{"0.0", 12.34, "12,3"},
	{"0%", 0.95, "95%"},
	{"0.0%", 0.955, "95,5%"},
	{"0\" xã\"", 12, "12 xã"},
	{"0 \\x\\ã", 12, "12 xã"},
	{"#,##0,,", 12000000, "12"},
	{"0;-0;\"không\"", 0, "không"},
	{"[Red]0.00", 1.5, "1,50"},
	{"_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", 1500, "1.500"},
	{"# ?/?", 0.5, "0.5"},
	{"0.00E+00", 15, "15"},
	{"dd/mm/yyyy", 46203, "30/06/2026"},
	{"m/d/yyyy", 46203, "30/06/2026"},
	{"[$-42A]dd/mm/yyyy;@", 46203, "30/06/2026"},
	{"[$-1010000]d/m/yyyy;@", 46203, "30/06/2026"},
	{"dd\\-mm\\-yyyy", 46203, "30/06/2026"},
	{"d-mmm", 46203, "30/06/2026"},
	{"mm/yyyy", 46203, "06/2026"},
	{"mmm-yy", 46203, "06/2026"},
	{"yyyy", 46203, "2026"},
	{"\"Tháng \"m/yyyy", 46203, "Tháng 6/2026"},
	{"\"ngày\" dd \"tháng\" mm \"năm\" yyyy", 46203, "ngày 30 tháng 06 năm 2026"},
	{"dd/mm/yyyy hh:mm", 46203.3125, "30/06/2026 07:30"},
	{"hh:mm", 0.3125, "07:30"},
	{"h:mm AM/PM", 46203.75, "18:00"},
	{"[h]:mm", 1.5, "36:00"},
	{"mm:ss", 0.5, "12:00"},
	{"dd/mm/yyyy", 59, "28/02/1900"},
	{"dd/mm/yyyy", 61, "01/03/1900"},
	{"dd/mm/yyyy", 0, ""},
	{"dd/mm/yyyy", -5, "-5"},
	{"dd/mm/yyyy", 1e9, "1000000000"},
	{"\"", 5, "5"},
	{"[", 5, "5"},
	{"\\", 5, "5"},
	{"General \"xã\"", 5, "5 xã"},
};

static void
test_numbers(gconstpointer data)
{
	const Case *one = data;
	g_autofree char *shown = dd_cell_format_show(one->code, one->value, false);
	g_assert_cmpstr(shown, ==, one->shown);
}

static void
test_epoch(void)
{
	g_autofree char *shown = dd_cell_format_show("dd/mm/yyyy", 44741, true);
	g_assert_cmpstr(shown, ==, "30/06/2026");
	g_autofree char *far = dd_cell_format_show("dd/mm/yyyy", 109000, true);
	g_assert_cmpstr(far, ==, "109000");
}

static void
test_built_in(void)
{
	g_assert_cmpstr(dd_cell_format_built_in(14), ==, "dd/mm/yyyy");
	g_assert_null(dd_cell_format_built_in(0));
	g_assert_null(dd_cell_format_built_in(49));
	g_assert_null(dd_cell_format_built_in(4000000000u));
}

static void
test_days(void)
{
	static const char *const days[][2] = {{"2026-06-30", "30/06/2026"},
		{"2026-06-30T00:00:00", "30/06/2026"}, {"2026-06-30T07:30:00", "30/06/2026 07:30"},
		{"2026-02-31", NULL}, {"2026-06", NULL}, {"", NULL}, {"ngày 30/6", NULL},
		{"2026-06-30Tx", "30/06/2026"}};
	for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
		g_autofree char *shown = dd_cell_format_show_day(days[i][0]);
		g_assert_cmpstr(shown, ==, days[i][1]);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/cell-format/%zu", i);
		g_test_add_data_func(name, &cases[i], test_numbers);
	}
	g_test_add_func("/cell-format/epoch", test_epoch);
	g_test_add_func("/cell-format/built-in", test_built_in);
	g_test_add_func("/cell-format/days", test_days);
	return g_test_run();
}
