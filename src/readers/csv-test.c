/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv-test.c: tables as text */
#include <string.h>

#include "docx-test-support.h"
#include "error.h"
#include "reader-table.h"

static const struct {
	const char *name, *text, *kind, *shown;
} cases[] = {
	{"quotes", "STT,Việc,Ai\n1,\"Rà soát, số hóa \"\"sổ\"\"\nhộ tịch\",Sở Y tế\n2,,\"x\"y\n",
		"CSV", "{@0 STT; @1 Việc; @2 Ai / @0 1; @1 Rà soát, số hóa \"sổ\"\\nhộ tịch; @2 Sở Y tế / @0 2; @2 xy}"},
	{"semicolons and CRLF", "a;b;c\r\n1;2;3\r\n4;5;6\r\n", "CSV",
		"{@0 a; @1 b; @2 c / @0 1; @1 2; @2 3 / @0 4; @1 5; @2 6}"},
	{"tabs", "a\tb\tc\n1\t2\t3\n4\t5\t6", "TSV",
		"{@0 a; @1 b; @2 c / @0 1; @1 2; @2 3 / @0 4; @1 5; @2 6}"},
	{"what Excel is told", "sep=;\na;b;c\n1;2;3\n", "CSV", "{@0 a; @1 b; @2 c / @0 1; @1 2; @2 3}"},
	{"a title and empty columns", "KẾ HOẠCH,,,\n,,,\nSTT,Việc,,Ai\n1,a,,b\n", "CSV",
		"KẾ HOẠCH\n\n{@0 STT; @1 Việc; @2 Ai / @0 1; @1 a; @2 b}"},
	{"a quote without an end", "sep=,\na,b,c\n1,\"2,3\n4,\"5\",6\n7,\"8,9", "CSV",
		"{@0 a; @1 b; @2 c / @0 1; @1 2,3\\n4,5\"; @2 6 / @0 7; @1 \"8; @2 9}"},
};

static void
test_cases(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(DdDocument) document = dd_test_read(
			g_bytes_new_static(cases[i].text, strlen(cases[i].text)));
		g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
		g_assert_cmpstr(dd_document_get_kind(document), ==, cases[i].kind);
		g_assert_cmpstr(shown, ==, cases[i].shown);
	}
}

/* A table without an end: refused within the maxima, and soon. */
static void
test_long(void)
{
	g_autofree char *rows = dd_test_repeat("", "1,2,3\n", 300000, "");
	dd_test_assert_refused(rows, strlen(rows), DD_ERROR_TOO_LARGE);
	g_autofree char *start = dd_test_repeat("", "1,2,3\n", 100, "");
	g_autofree char *quotes = dd_test_repeat(start, ",\"", 1000000, "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_try(quotes, strlen(quotes), &error);
	g_assert_true((document == NULL) == (error != NULL));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/csv/cases", test_cases);
	g_test_add_func("/csv/long", test_long);
	return g_test_run();
}
