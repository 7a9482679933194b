/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sniff-test.c: what is a table as text, and what is only text */
#include "sniff.h"

#include <string.h>

typedef struct {
	const char *text;
	DdSniff kind;
	char separator;
} Case;

static const Case cases[] = {
	{"", DD_SNIFF_OTHER, 0},
	{"PK\x03\x04xxxx", DD_SNIFF_ZIP, 0},
	{"\xD0\xCF\x11\xE0xxxx", DD_SNIFF_OLE, 0},
	{"a,b,c\n1,2,3\n4,5,6\n", DD_SNIFF_CSV, ','},
	{"a;b;c\r\n1;2;3\r\n4;5;6", DD_SNIFF_CSV, ';'},
	{"a\tb\tc\n1\t2\t3\n4\t5\t6\n\n", DD_SNIFF_TSV, '\t'},
	{"\xEF\xBB\xBF"
	 "a,b,c\n1,\"x, \"\"y\"\"\nz\",3\n4,5,6\n",
		DD_SNIFF_CSV, ','},
	{"{\\rtf1 a", DD_SNIFF_RTF, 0},
	{" <!-- x --><!DOCTYPE HTML PUBLIC", DD_SNIFF_HTML, 0},
	{"<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", DD_SNIFF_HTML, 0},
	{"From: a@b.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx", DD_SNIFF_MAIL, 0},
	{"From a@b Mon Nov 23 10:00:00 2026\nReceived: from a\n\tby b\n", DD_SNIFF_MAIL, 0},
	{"X-A: folded\n over lines\ncontent-type: multipart/mixed; boundary=a\n", DD_SNIFF_MAIL, 0},
	/* what people write */
	{"Số: 12/KH-UBND\nKính gửi: Sở Y tế\nReceived: hôm nay\n", DD_SNIFF_OTHER, 0},
	{"To: Sở Y tế\nFrom: Văn phòng\nDate: 12/11/2026\nSubject: họp\n", DD_SNIFF_OTHER, 0},
	{"Ghi nhận\nMIME-Version: 1.0\n", DD_SNIFF_OTHER, 0},
	{"\nMIME-Version: 1.0\n", DD_SNIFF_OTHER, 0},
	{"MIME-Version", DD_SNIFF_OTHER, 0},
	{"<!-- x", DD_SNIFF_OTHER, 0},
	{"<htmlx>", DD_SNIFF_OTHER, 0},
	{"sep=;\na;b\n", DD_SNIFF_CSV, ';'},
	{"a,b,c\n1,2,3\n", DD_SNIFF_OTHER, 0},
	{"a,b\n1,2\n3,4\n5,6\n", DD_SNIFF_OTHER, 0},
	{"a,b,c\n1,2\n3,4,5\n6,7,8\n", DD_SNIFF_OTHER, 0},
	{"a, b, c\nd, e, f\ng, h, i\n", DD_SNIFF_OTHER, 0},
	{"a,b,c\n\n1,2,3\n4,5,6\n", DD_SNIFF_OTHER, 0},
	{"a,b,c\n1,\"2,3\n4,5,6\n", DD_SNIFF_OTHER, 0},
	{"Kính gửi: Sở Tư pháp, Sở Y tế, Công an tỉnh\nVăn bản này, gửi kèm, để biết\nA, b, c\n",
		DD_SNIFF_OTHER, 0},
};

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	char separator = 0;
	gsize len = strlen(one->text);
	g_autofree guint8 *exact = g_memdup2(one->text, len); /* so that a read past the end is seen */
	g_assert_cmpint(dd_sniff(exact, len, &separator), ==, one->kind);
	g_assert_cmpint(separator, ==, one->separator);
}

static void
test_wide(void)
{
	static const guint8 little[] = "\xFF\xFE"
				       "a\0\t\0b\0\t\0\xE0\x01\n\0"
				       "1\0\t\0"
				       "2\0\t\0"
				       "3\0\n\0"
				       "4\0\t\0"
				       "5\0\t\0"
				       "6\0";
	g_assert_cmpint(dd_sniff(little, sizeof(little) - 1, NULL), ==, DD_SNIFF_TSV);
	g_assert_cmpint(dd_sniff(little, sizeof(little) - 2, NULL), ==, DD_SNIFF_TSV);
	static const guint8 binary[] = "a,b,c\n1,2,3\n4,\0,6\n";
	g_assert_cmpint(dd_sniff(binary, sizeof(binary) - 1, NULL), ==, DD_SNIFF_OTHER);
}

/* A table longer than what is looked at: the record that is cut does not count. */
static void
test_long(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	while (text->len < 200000)
		g_string_append(text, "một,\"hai\nba\",bốn\n");
	g_assert_cmpint(dd_sniff((const guint8 *)text->str, text->len, NULL), ==, DD_SNIFF_CSV);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/sniff/%zu", i);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/sniff/wide", test_wide);
	g_test_add_func("/sniff/long", test_long);
	return g_test_run();
}
