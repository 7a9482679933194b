/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-lines-test.c: what pages draw as lines, and pages that have to be drawn to know */
#include "pdf-lines.h"

#include <string.h>
#include <zlib.h>

#include "maxima.h"

#define DRAWN "?"
#define PAGE "/Type/Page/Parent 2 0 R/Contents 4 0 R"

typedef struct {
	const char *label, *content, *shown;
	const char *page; /* NULL: PAGE; what the dictionary of the page says */
} Case;

/* The page is 200 points wide and 100 high; lines are shown as "left,top-right,bottom" */
static const Case cases[] = {
	{"strokes", "1 w 10 10 m 110 10 l S 20 20 m 20 60 l S", "10,90-110,90 20,40-20,80", NULL},
	{"too short, oblique, thick",
		"0 0 m 17 0 l S 0 0 m 0 12 l S 0 0 m 90 9 l S 5 w 0 0 m 90 0 l S", "", NULL},
	{"curves", "0 10 m 90 10 90 10 90 10 c 90 50 l S", "90,50-90,90", NULL},
	{"a filled half circle", "0 50 m 0 90 90 90 90 50 c f", DRAWN, NULL},
	{"half of that, by either shape of curve", "0 50 m 45 90 90 50 v f", DRAWN, NULL},
	{"the other", "0 50 m 45 90 90 50 y f", DRAWN, NULL},
	{"a thin box with round corners", "10 10 m 100 10 l 101 10 101 11 100 11 c 10 11 l f",
		"10,90-101,90", NULL},
	{"a round clip", "0 50 m 0 90 90 90 90 50 c 90 10 0 10 0 50 c W n 0 40 m 190 40 l S 0 95 m 90 95 l S",
		"0,60-90,60", NULL},
	{"closed", "10 10 m 60 10 l 60 40 l s", "10,90-60,90 60,60-60,90", NULL},
	{"a box", "10 10 50 30 re S", "10,60-60,60 10,90-60,90 10,60-10,90 60,60-60,90", NULL},
	{"thin boxes", "10 10 100 .5 re f 10 10 .5 50 re f*", "10,90-110,90 10,40-10,90", NULL},
	{"a box that is filled", "10 10 50 30 re f", "", NULL},
	{"pieces of a line", "10 10 m 20 10 l S 20 10.2 m 30 10.2 l S 30 10 10 .4 re f",
		"10,90-40,90", NULL},
	{"gaps", "10 10 m 30 10 l S 35 10 m 60 10 l S", "10,90-30,90 35,90-60,90", NULL},
	{"colours", "1 g 10 10 90 1 re f 1 1 0.9 RG 0 20 m 90 20 l S 0 0 0 .9 k 10 50 90 1 re f",
		"10,50-100,50", NULL},
	{"a colour by its space", "/DeviceRGB cs .2 .2 .2 sc 10 10 90 1 re f 1 1 1 scn 10 50 90 1 re f",
		"10,90-100,90", NULL},
	{"an ink", "/Ink CS 0 SCN 0 20 m 90 20 l S 1 SCN 0 50 m 90 50 l S", "0,50-90,50", NULL},
	{"matrices", "q 2 0 0 2 10 10 cm 0 0 m 50 0 l S Q q 0 1 -1 0 50 0 cm 10 10 m 60 10 l S Q",
		"10,90-110,90 40,40-40,90", NULL},
	{"what is not restored", "Q Q 0 10 m 90 10 l S", "0,90-90,90", NULL},
	{"a clip", "q 20 0 50 100 re W n 0 10 m 90 10 l S Q 0 40 m 90 40 l S",
		"0,60-90,60 20,90-70,90", NULL},
	{"outside", "-50 10 m 250 10 l S 0 -10 m 90 -10 l S", "0,90-200,90", NULL},
	{"dashes", "[3] 0 d 0 10 m 90 10 l S [] 0 d 0 40 m 90 40 l S", "0,60-90,60", NULL},
	{"text", "BT /F 12 Tf (a ) S \\) 0 0 m) Tj [(b) -20 <41>] TJ ET 0 40 m 90 40 l S",
		"0,60-90,60", NULL},
	{"comments and what is unknown",
		"% 0 0 m 90 0 l S\n/A <</B[1 2]>> BDC 0 40 m 90 40 l S EMC", "0,60-90,60", NULL},
	{"an inline image", "BI /W 1 /H 1 ID x\xFFzEI EI 0 40 m 90 40 l S", "0,60-90,60", NULL},
	{"a form", "q 1 0 0 1 0 20 cm /Form Do Q 0 10 m 90 10 l S", "10,50-100,50 0,90-90,90", NULL},
	{"a form in itself", "/Loop Do", DRAWN, NULL},
	{"a small image", "q 20 0 0 20 0 0 cm /Image Do Q", "", NULL},
	{"a large image", "q 100 0 0 40 0 0 cm /Image Do Q", DRAWN, NULL},
	{"an image in stripes", "q 60 0 0 20 0 0 cm /Image Do 1 0 0 1 0 1 cm /Image Do Q", DRAWN, NULL},
	{"an image of a line", "q 90 0 0 1 0 0 cm /Image Do Q", DRAWN, NULL},
	{"what nobody knows", "/None Do", DRAWN, NULL},
	{"what has no name", "q 20 0 0 20 0 0 cm Do Q", DRAWN, NULL},
	{"a colour that nobody knows", "/Pattern cs /P scn 0 0 90 1 re f", DRAWN, NULL},
	{"a shade", "/Sh sh", DRAWN, NULL},
	{"a frame that is filled", "0 0 90 50 re 1 1 88 48 re f*", DRAWN, NULL},
	{"a shape that is filled", "0 0 m 90 0 l 90 50 l 50 20 l f", DRAWN, NULL},
	{"lacking numbers", "0 m l S 10 re c 0 40 m 90 40 l S", "0,60-90,60", NULL},
	{"a page that is turned", "0 40 m 90 40 l S", DRAWN, PAGE "/Rotate 90"},
	{"a page that is cut", "20 20 m 90 20 l S", "10,90-80,90", PAGE "/CropBox[10 10 210 110]"},
	{"a page of another size", "0 40 m 90 40 l S", DRAWN, PAGE "/CropBox[0 0 50 50]"},
	{"content in parts", "0 40 m", "0,60-90,60", "/Type/Page/Parent 2 0 R/Contents[4 0 R 9 0 R]"},
	{"content in parts of which one is lacking", "0 40 m 90 40 l S", DRAWN,
		"/Type/Page/Parent 2 0 R/Contents[4 0 R 9]"},
	{"content that is not there", "0 40 m 90 40 l S", DRAWN,
		"/Type/Page/Parent 2 0 R/Contents 77 0 R"},
	{"no content", "0 40 m 90 40 l S", DRAWN, "/Type/Page/Parent 2 0 R"},
};

/* Adds a stream, deflated unless @plain. */
static void
put_stream(GString *out, const char *head, const char *text, bool plain)
{
	gulong len = compressBound((uLong)strlen(text));
	g_autofree guint8 *packed = g_malloc(len);
	g_assert_cmpint(compress(packed, &len, (const Bytef *)text, (uLong)strlen(text)), ==, Z_OK);
	g_string_append_printf(out, "%s/Length %lu%s>>stream\n", head,
		plain ? (gulong)strlen(text) : len, plain ? "" : "/Filter/FlateDecode");
	g_string_append_len(out, plain ? text : (const char *)packed,
		plain ? (gssize)strlen(text) : (gssize)len);
	g_string_append(out, "\nendstream endobj\n");
}

/* Returns: (transfer full) a file of one page */
static GString *
make(const char *content, const char *page)
{
	GString *out = g_string_new("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
	/* the tree of pages lies in a stream of objects, the page itself after an older one of its number */
	g_string_append(out, "3 0 obj<</Type/Page/Contents 77 0 R>>endobj\n");
	put_stream(out, "20 0 obj<</Type/ObjStm/N 2/First 11",
		"2 0 10 999 <</Type/Pages/Kids[3 0 R]/Count 1"
		"/MediaBox[0 0 200 100]/Resources 5 0 R>>",
		false);
	g_string_append_printf(out, "3 0 obj<<%s>>endobj\n", page != NULL ? page : PAGE);
	put_stream(out, "4 0 obj<<", content, false);
	g_string_append(out, "5 0 obj<</XObject<</Form 6 0 R/Loop 7 0 R/Image 8 0 "
			     "R/ 8 0 R>>/ColorSpace<</Ink[/Separation/Red]>>>>"
			     "endobj\n");
	put_stream(out, "6 0 obj<</Subtype/Form/BBox[0 0 90 50]/Matrix[1 0 0 1 10 0]/Resources<<>>",
		"0 30 m 150 30 l S q", true);
	put_stream(out, "7 0 obj<</Subtype/Form/Resources 5 0 R", "/Loop Do /Loop Do", false);
	g_string_append(out, "8 0 obj<</Subtype/Image>>endobj\n");
	put_stream(out, "9 0 obj<<", "90 40 l S", true);
	g_string_append(out, "trailer<</Root 1 0 R>>\n%%EOF\n");
	return out;
}

/* Returns: (transfer full) the lines that are found, DRAWN when nobody can tell */
static char *
show(const GString *file, gsize len)
{
	g_autofree guint8 *exact = g_memdup2(file->str, len);
	g_autoptr(DdPdfObjects) objects = dd_pdf_objects_new(exact, len);
	g_autoptr(DdPageContent) content = dd_page_content_new(200, 100);
	if (objects == NULL || !dd_pdf_lines_take(objects, 0, content)) {
		g_assert_cmpuint(content->rules->len, ==, 0);
		return g_strdup(DRAWN);
	}
	GString *shown = g_string_new(NULL);
	for (guint i = 0; i < content->rules->len; i++) {
		const DdPageRule *rule = &g_array_index(content->rules, DdPageRule, i);
		g_string_append_printf(shown, "%s%.0f,%.0f-%.0f,%.0f", i > 0 ? " " : "",
			(double)rule->left, (double)rule->top, (double)rule->right,
			(double)rule->bottom);
	}
	return g_string_free(shown, FALSE);
}

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(GString) file = make(one->content, one->page);
	g_autofree char *shown = show(file, file->len);
	g_assert_cmpstr(shown, ==, one->shown);
}

static void
test_encrypted(void)
{
	g_autoptr(GString) file = make("0 40 m 90 40 l S", NULL);
	g_string_append(file, "trailer<</Encrypt 9 0 R>>");
	g_autofree char *shown = show(file, file->len);
	g_assert_cmpstr(shown, ==, DRAWN);
}

/* Cut and turned files: something is said, and nothing breaks */
static void
test_broken(void)
{
	g_autoptr(GString) file = make("q 0 40 m 90 40 l S /Form Do Q", NULL);
	for (gsize i = 0; i < file->len; i++) {
		G_GNUC_UNUSED g_autofree char *cut = show(file, i);
		file->str[i] = (char)~file->str[i];
		G_GNUC_UNUSED g_autofree char *turned = show(file, file->len);
		file->str[i] = (char)~file->str[i];
	}
}

static void
assert_soon(const char *before, const char *inner, gsize n, const char *behind)
{
	g_autoptr(GString) file = g_string_new(before);
	for (gsize i = 0; i < n; i++)
		g_string_append(file, inner);
	g_string_append(file, behind);
	gint64 begin = g_get_monotonic_time();
	G_GNUC_UNUSED g_autofree char *shown = show(file, file->len);
	double seconds = (double)(g_get_monotonic_time() - begin) / 1e6;
	g_test_message("%.20s: %.0f ms", inner, seconds * 1000);
}

#define HEAD "1 0 obj<</Pages 2 0 R>>endobj 2 0 obj<</MediaBox[0 0 200 100]/Kids["
static void
test_hostile(void)
{
	assert_soon("", "1 0 obj<<", 500000, "");
	assert_soon("", "1 0 obj<</Type/ObjStm", 200000, "");
	assert_soon("", "/Root 1 0 R", 500000, "");
	assert_soon("", "1 0 obj 1 0 R endobj ", 200000, "/Root 1 0 R");
	assert_soon(HEAD, "2 0 R ", 500000, "]>>endobj/Root 1 0 R");
	assert_soon(HEAD, "3 0 R ", 500000, "]>>endobj 3 0 obj<</Contents 4 0 R>>endobj/Root 1 0 R");
	assert_soon("1 0 obj", "[", 3000000, "/Root 1 0 R");
	assert_soon("1 0 obj", "(", 3000000, "/Root 1 0 R");
	g_autoptr(GString) content = g_string_new(NULL);
	for (int i = 0; i < 200000; i++)
		g_string_append(content, "q /Form Do 0 0 m 50 50 re ");
	g_autoptr(GString) file = make(content->str, NULL);
	assert_soon(file->str, "", 0, "");
	g_autofree char *shown = show(file, file->len);
	g_assert_cmpstr(shown, ==, DRAWN);
}

/* What is blank and read over again and again is paid for: a small file is read, one that takes too much looking is drawn */
static void
assert_spent(const GString *file, const char *label, gsize size, const char *wanted)
{
	gint64 begin = g_get_monotonic_time();
	g_autofree char *shown = show(file, file->len);
	g_test_message(
		"%s, %zu: %.0f ms", label, size, (double)(g_get_monotonic_time() - begin) / 1000);
	g_assert_cmpstr(shown, ==, wanted);
}

#define LINE "0 40 m 90 40 l S"
#define SHOWN "0,60-90,60"
#define TIMES 2000

/* A stream of objects all of which begin with the same blanks, of @size bytes. Returns: (transfer full) */
static char *
make_blank_objects(gsize size)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (gsize i = 0; i < TIMES; i++)
		g_string_append(text, "90 0 ");
	gsize first = text->len;
	for (gsize i = 0; i < size; i++)
		g_string_append_c(text, ' ');
	g_string_append_c(text, '1');
	g_autofree char *head = g_strdup_printf("90 0 obj<</Type/ObjStm/N %d/First %zu", TIMES, first);
	GString *out = g_string_new(NULL);
	put_stream(out, head, text->str, true);
	return g_string_free(out, FALSE);
}

static void
test_blank_objects(void)
{
	static const gsize sizes[] = {1000, 100000, 1000000};
	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GString) file = make(LINE, NULL);
		g_autofree char *blank = make_blank_objects(sizes[i]);
		g_string_prepend(file, blank);
		assert_spent(file, "blanks before objects", sizes[i], i == 0 ? SHOWN : DRAWN);
	}
}

/* A number behind which a comment of @size bytes stands is looked at by a few bytes only */
static void
test_long_comment(void)
{
	static const gsize sizes[] = {1000, 100000, 1000000};
	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GString) file = make(LINE, NULL);
		g_autofree char *comment = g_strnfill(sizes[i], 'x');
		g_string_append_printf(file, "70 0 obj 1 %%%s\nendobj ", comment);
		for (int n = 0; n < TIMES; n++)
			g_string_append(file,
				"71 0 obj<</Type 70 0 R/ObjStm>>endobj "
				"72 0 obj<</Type/ObjStm/N 70 0 R/First 70 0 R>>endobj ");
		assert_spent(file, "a comment behind a number", sizes[i], SHOWN);
	}
}

/* A list of contents, itself an object, in which a comment of @size bytes stands, read for each form of the tree */
static void
test_long_list(void)
{
	static const gsize sizes[] = {1000, 100000, 1000000};
	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GString) file = make(LINE, NULL);
		g_autofree char *comment = g_strnfill(sizes[i], 'x');
		g_string_append_printf(
			file, "70 0 obj[%%%s\n]endobj 71 0 obj<</Kids 70 0 R>>endobj ", comment);
		g_string_append(file, "2 0 obj<</MediaBox[0 0 200 100]/Resources 5 0 R/Kids[3 0 R");
		for (int n = 0; n < TIMES; n++)
			g_string_append(file, " 71 0 R");
		g_string_append(file, "]>>endobj ");
		assert_spent(file, "a comment in a list", sizes[i], i == 0 ? SHOWN : DRAWN);
	}
}

/* A form of empty parts: packed bytes that unpack to nothing, unpacked for each time that it is shown */
static void
test_empty_stream(void)
{
	static const guint8 zlib_head[] = {0x78, 0x01}, part[] = {0, 0, 0, 0xFF, 0xFF};
	static const guint8 last[] = {1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1};
	static const gsize sizes[] = {1000, 100000, 1000000};
	g_autoptr(GString) content = g_string_new(NULL);
	for (int n = 0; n < TIMES; n++)
		g_string_append(content, "/Form Do ");
	g_string_append(content, LINE);
	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GString) file = make(content->str, NULL);
		g_string_append(file, "6 0 obj<</Subtype/Form/Filter/FlateDecode>>stream\n");
		g_string_append_len(file, (const char *)zlib_head, sizeof(zlib_head));
		for (gsize n = 0; n < sizes[i]; n += sizeof(part))
			g_string_append_len(file, (const char *)part, sizeof(part));
		g_string_append_len(file, (const char *)last, sizeof(last));
		g_string_append(file, "\nendstream endobj ");
		assert_spent(file, "empty parts of a stream", sizes[i],
			sizes[i] * TIMES < DD_MAX_PDF_UNPACKED_BYTES ? SHOWN : DRAWN);
	}
}

/* A logo on each of many pages, as harmless files have it: not its bytes are looked at, but what is said of it */
static void
test_logo(void)
{
	g_autoptr(GString) content = g_string_new(NULL);
	for (int n = 0; n < 1000; n++)
		g_string_append(content, "/Image Do ");
	g_string_append(content, LINE);
	g_autoptr(GString) file = make(content->str, NULL);
	g_autofree char *logo = g_strnfill(200000, 'x');
	put_stream(file, "8 0 obj<</Subtype/Image", logo, true);
	assert_spent(file, "a logo", file->len, SHOWN);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/pdf-lines/%s", cases[i].label);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/pdf-lines/encrypted", test_encrypted);
	g_test_add_func("/pdf-lines/broken", test_broken);
	g_test_add_func("/pdf-lines/hostile", test_hostile);
	g_test_add_func("/pdf-lines/blank-objects", test_blank_objects);
	g_test_add_func("/pdf-lines/long-comment", test_long_comment);
	g_test_add_func("/pdf-lines/long-list", test_long_list);
	g_test_add_func("/pdf-lines/empty-stream", test_empty_stream);
	g_test_add_func("/pdf-lines/logo", test_logo);
	return g_test_run();
}
