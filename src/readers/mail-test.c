/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mail-test.c: which parts of a mail are its text, which are files, and what becomes of bad ones */
#include <string.h>

#include "docx-test-support.h"
#include "maxima.h"
#include "reader-module.h"

/* NOLINTNEXTLINE(readability-identifier-naming): of the module */
extern const DdReaderModule dd_reader_module;

#define HEAD "To: b@c\nMIME-Version: 1.0\nSubject: x\n"
#define ALTERNATIVE HEAD "Content-Type: multipart/alternative; boundary=x\n\n"
#define RELATED HEAD "Content-Type: multipart/related; boundary=x\n\n"
#define MIXED HEAD "Content-Type: multipart/mixed; boundary=x\n\n"
#define PLAIN "--x\nContent-Type: text/plain\n\nchữ\n"
#define HTML(text) "--x\nContent-Type: text/html\n\n" text "\n"
#define END "--x--\n"
#define ATTACHED "Content-Disposition: attachment; filename="
#define PDF_BYTES "\n\n%PDF-1.7\n"

typedef struct {
	const char *name, *mail;
	const char *shown, *files; /* each name with a blank behind it */
} Case;

static const Case cases[] = {
	{"several forms", ALTERNATIVE PLAIN HTML("<p>trang") END, "trang", ""},
	{"a file beside several forms",
		ALTERNATIVE PLAIN HTML("<p>trang") "--x\nContent-Type: application/pdf\n" ATTACHED
						   "plan.pdf" PDF_BYTES END,
		"trang", "plan.pdf "},
	{"a text that is a file beside several forms",
		ALTERNATIVE PLAIN HTML("<p>trang") "--x\nContent-Type: text/plain\n" ATTACHED
						   "a.txt\n\nkế hoạch\n" END,
		"trang", "a.txt "},
	{"a file that none says is attached beside several forms",
		ALTERNATIVE PLAIN "--x\nContent-Type: application/pdf; name=p.pdf" PDF_BYTES END,
		"chữ", "p.pdf "},
	{"pictures and files of a letter",
		RELATED HTML("<p>trang") "--x\nContent-Type: image/png; name=a.png\n\n\x89PNG\n"
					 "--x\nContent-Type: text/css\n\np {}\n"
					 "--x\nContent-Type: application/pdf; name=b.pdf\n"
					 "Content-Disposition: inline; filename=b.pdf" PDF_BYTES
					 "--x\nContent-Type: application/pdf; name=c.pdf" PDF_BYTES
					 "--x\nContent-Type: image/png\n" ATTACHED
					 "d.png\n\n\x89PNG\n" END,
		"trang", "b.pdf c.pdf d.png "},
	{"what a page that was saved is made of",
		"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; "
		"boundary=x\n\n" HTML("<p>trang") "--x\nContent-Type: application/x-javascript; "
						  "name=a.js\n\nx()\n" END,
		"trang", ""},
	{"a blank page, and the same as text", ALTERNATIVE PLAIN HTML("  ") END, "chữ", ""},
	{"a blank page and a file",
		MIXED HTML("  ") "--x\nContent-Type: text/plain\n" ATTACHED
				 "a.txt\n\nkế hoạch\n" END,
		"", "a.txt "},
	{"a page that is no text, and a text",
		MIXED "--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
		      "AAECAwQFBgcAAQIDBAUGBwABAgMEBQYH\n" PLAIN END,
		"chữ", ""},
};

static DdDocument *
read_text(const char *text, GError **error)
{
	const DdReadContext nothing = {0};
	gsize len = strlen(text);
	g_autofree guint8 *exact = g_memdup2(text, len);
	return dd_reader_module.read(exact, len, &nothing, error);
}

static char *
join_names(const DdDocument *document)
{
	size_t n;
	const DdMember *members = dd_document_get_members(document, &n);
	GString *names = g_string_new(NULL);
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(names, "%s ", members[i].name);
	return g_string_free(names, FALSE);
}

static void
assert_read(const DdDocument *document, const char *shown, const char *files)
{
	g_autofree char *body = dd_test_show(document, DD_PART_BODY);
	g_autofree char *names = join_names(document);
	g_assert_cmpstr(body, ==, shown);
	g_assert_cmpstr(names, ==, files);
}

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_text(one->mail, &error);
	g_assert_no_error(error);
	assert_read(document, one->shown, one->files);
	g_assert_false(dd_document_has_note(document, DD_NOTE_CUT));
}

/* Too deep in the middle of a table: the beginning stays, and what is behind stands outside of the table. */
static void
test_too_deep(void)
{
	g_autofree char *mail = dd_test_repeat(MIXED
		"--x\nContent-Type: text/html\n\n<table><tr><td>a<p>b</p>",
		"<b>", DD_MAX_HTML_DEPTH, "\n" PLAIN END);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_text(mail, &error);
	g_assert_no_error(error);
	assert_read(document, "{@0 a ¶ b}\nchữ", "");
	g_assert_true(dd_document_has_note(document, DD_NOTE_CUT));
}

static void
test_nothing_left(void)
{
	g_autofree char *deep = dd_test_repeat(
		HEAD "Content-Type: text/html\n\n", "<b>", DD_MAX_HTML_DEPTH + 1, "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_text(deep, &error);
	dd_test_assert_outcome(document, error, DD_ERROR_TOO_LARGE);
	g_autoptr(GError) blank_error = NULL;
	g_autoptr(DdDocument) blank = read_text(MIXED HTML(" ") END, &blank_error);
	dd_test_assert_outcome(blank, blank_error, DD_ERROR_EMPTY);
}

static void
test_mailbox(void)
{
#define FROM "From a@b Mon Nov 23 10:00:00 2026\n" HEAD "\n"
	static const struct {
		const char *mail;
		bool is_cut;
	} boxes[] = {
		{FROM "một\n", false},
		{FROM "một\n\n", false},
		{FROM "một", false},
		{FROM "một\n\n" FROM "hai\n", true},
	};
#undef FROM
	for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = read_text(boxes[i].mail, &error);
		g_assert_no_error(error);
		g_autofree char *body = dd_test_show(document, DD_PART_BODY);
		g_assert_true(g_str_has_prefix(body, "một"));
		g_assert_null(strstr(body, "hai"));
		g_assert_cmpint(dd_document_has_note(document, DD_NOTE_CUT), ==, boxes[i].is_cut);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_assert_true(dd_reader_module.prepare(false, NULL));
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/mail/%s", cases[i].name);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/mail/too deep", test_too_deep);
	g_test_add_func("/mail/nothing left", test_nothing_left);
	g_test_add_func("/mail/mailbox", test_mailbox);
	return g_test_run();
}
