/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-test.c: PDF files made of text, good and bad, read by dondoc-worker with its module as people's files are: each has a Document or an
 * error that says why, and the worker never dies of one.
 * usage: pdf-test PATH-OF-WORKER
 */
#include "docx-test-support.h"
#include "error.h"
#include "input-test-support.h"
#include "maxima.h"
#include "open-file.h"
#include "run-worker.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define DAMAGES 40
#define UNIT 10                     /* of a point: what sizes of pages are told in */
#define BOMB_BYTES ((gsize)1 << 31) /* that a stream inflates to */
#define PAGE                                                                                       \
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"                    \
	"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
#define ONE_PAGE "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" PAGE
#define FONT                                                                                       \
	"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
#define TEXT "BT /F 14 Tf 85 700 Td (Giao Phong Y t\xE0i ch\xEDnh) Tj ET"

/* set once in main */
static const char *worker;

/* Returns: (transfer full) a file of these objects, with @content on its page, which @filter packs; without a table of objects */
static GByteArray *
make_pdf(const char *objects, const char *filter, const void *content, gsize len, const char *trailer)
{
	GByteArray *pdf = g_byte_array_new();
	g_autofree char *head = g_strdup_printf(
		"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%s"
		"4 0 obj<</Length %zu%s>>stream\n",
		objects, len, filter);
	g_autofree char *tail = g_strdup_printf(
		"\nendstream endobj\n" FONT "trailer<</Root 1 0 R%s>>\n%%%%EOF\n", trailer);
	g_byte_array_append(pdf, (const guint8 *)head, (guint)strlen(head));
	g_byte_array_append(pdf, content, (guint)len);
	g_byte_array_append(pdf, (const guint8 *)tail, (guint)strlen(tail));
	return pdf;
}

static GByteArray *
make_text_pdf(const char *objects, const char *trailer)
{
	return make_pdf(objects, "", TEXT, strlen(TEXT), trailer);
}

/* Reads bytes as people's files are read, with @recognise as scans are. Stops the test where the worker died of them */
static DdDocument *
read_as(const void *bytes, size_t len, bool recognise, GError **error)
{
	g_auto(File) fd = open_input(bytes, len);
	g_autoptr(GError) why = NULL;
	const DdWorkerTask task = {.worker = worker, .recognise = recognise};
	DdDocument *document = dd_worker_run(fd, &task, &why);
	g_assert_true((document == NULL) == (why != NULL));
	if (why == NULL)
		return document;
	if (strstr(why->message, "không an toàn") != NULL)
		g_error("it died of a file of %zu bytes: %s", len, why->message);
	g_assert_true(why->domain == DD_ERROR);
	g_propagate_error(error, g_steal_pointer(&why));
	return NULL;
}

static DdDocument *
read_bytes(const void *bytes, size_t len, GError **error)
{
	return read_as(bytes, len, false, error);
}

static void
assert_body(const GByteArray *pdf, const char *wanted)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "PDF");
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, wanted);
}

static void
assert_refused(const GByteArray *pdf, DdError code, const char *says)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, says));
}

static void
test_good(void)
{
	g_autoptr(GByteArray) pdf = make_text_pdf(ONE_PAGE, "");
	assert_body(pdf, "Giao Phong Y tài chính");
}

/* A table of ruling lines: drawn, so that fonts and colours are looked for inside of the sandbox */
static void
test_table(void)
{
	static const char content[] =
		"BT /F 12 Tf 90 705 Td (TT) Tj 60 0 Td (Viec) Tj 150 0 Td (Chu tri) Tj "
		"-210 -20 Td (1) Tj 60 0 Td (Ra soat) Tj 150 0 Td (So Y te) Tj ET "
		"0.5 w 85 720 m 500 720 l S 85 700 m 500 700 l S 85 680 m 500 680 l S "
		"85 680 m 85 720 l S 145 680 m 145 720 l S 295 680 m 295 720 l S 500 680 m 500 720 "
		"l S";
	g_autoptr(GByteArray) pdf = make_pdf(ONE_PAGE, "", content, strlen(content), "");
	assert_body(pdf, "{@0 TT; @1 Viec; @2 Chu tri / @0 1; @1 Ra soat; @2 So Y te}");
}

static void
test_wrong_xref(void)
{
	g_autoptr(GByteArray) pdf = make_text_pdf(ONE_PAGE, "");
	static const char xref[] =
		"xref\n0 6\n0000000000 65535 f \n0000000001 00000 n \n"
		"9999999999 00000 n \n0000000003 00000 n \n0000000003 00000 n \n"
		"0000000003 00000 n \ntrailer<</Root 1 0 R/Size 6/Prev 9>>\nstartxref\n";
	g_autofree char *all = g_strdup_printf("%s%u\n%%%%EOF\n", xref, pdf->len);
	g_byte_array_append(pdf, (const guint8 *)all, (guint)strlen(all));
	assert_body(pdf, "Giao Phong Y tài chính");
}

static void
test_cut_and_damaged(void)
{
	g_autoptr(GByteArray) pdf = make_text_pdf(ONE_PAGE, "");
	unsigned refused = 0;
	for (unsigned i = 0; i < DAMAGES; i++) {
		gsize at = (gsize)g_test_rand_int_range(0, (gint32)pdf->len);
		g_autofree guint8 *copy = g_memdup2(pdf->data, pdf->len);
		copy[at] = (guint8)g_test_rand_int_range(0, 256);
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = read_bytes(copy, i % 2 ? at : pdf->len, &error);
		refused += document == NULL;
	}
	g_assert_cmpuint(refused, >, 0);
}

/* Pages that hold themselves, and such as are only said to be there */
static void
test_loops(void)
{
	static const char *const trees[] = {
		"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 3>>endobj\n",
		"2 0 obj<</Type/Pages/Kids[6 0 R]/Count 3>>endobj\n6 0 obj<</Type/Pages/Kids[2 0 "
		"R]/Parent 2 0 R/Count 3>>endobj\n",
		"2 0 obj<</Type/Pages/Kids[3 0 R 9 0 R]/Count 4>>endobj\n" PAGE,
		"2 0 obj<</Type/Pages/Kids[null 7 (a)]/Count 4>>endobj\n" PAGE,
		"2 0 obj<</Type/Pages/Parent 3 0 R/Kids[3 0 R]/Count 1>>endobj\n"
		"3 0 obj<</Type/Page/Parent 2 0 R/Contents[4 0 R 3 0 R]/Resources 3 0 R/Font 3 0 "
		"R/F 3 0 R>>endobj\n",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(trees); i++) {
		g_autoptr(GByteArray) pdf = make_text_pdf(trees[i], "");
		g_autoptr(GError) error = NULL;
		G_GNUC_UNUSED g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
		g_test_message("%zu: %s", i, error != NULL ? error->message : "read");
	}
	/* what is there of such a file is read, and the rest is said to be missing */
	g_autoptr(GByteArray) pdf = make_text_pdf(trees[2], "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_nonnull(strstr(shown, "Giao Phong"));
	g_assert_true(dd_document_has_note(document, DD_NOTE_CUT));
}

static void
test_encrypted(void)
{
	static const char secret[] =
		"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
		"/O<0102030405060708091011121314151617181920212223242526272829303132>"
		"/U<0102030405060708091011121314151617181920212223242526272829303132>>>";
	g_autoptr(GByteArray) pdf = make_text_pdf(ONE_PAGE, secret);
	assert_refused(pdf, DD_ERROR_PASSWORD, "mật khẩu");
}

static void
test_many_pages(void)
{
	g_autoptr(GString) tree = g_string_new("2 0 obj<</Type/Pages/Kids[");
	for (unsigned i = 0; i < 5000; i++)
		g_string_append_printf(tree, "%u 0 R ", i + 10);
	g_string_append(tree, "]/Count 5000>>endobj\n");
	for (unsigned i = 0; i < 5000; i++)
		g_string_append_printf(tree,
			"%u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n", i + 10);
	g_autoptr(GByteArray) pdf = make_text_pdf(tree->str, "");
	assert_refused(pdf, DD_ERROR_TOO_LARGE, "5000 trang");
}

static void
test_huge_page(void)
{
	static const char content[] = "BT /F 14 Tf 85 700 Td (Giao) Tj 200 0 Td (So) Tj -200 -20 "
				      "Td (1) Tj 200 0 Td (2) Tj "
				      "999999999 0 Td (xa) Tj ET 0 0 m 1000000000 1000000000 l S";
	static const char page[] =
		"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1000000000 1000]/Contents 4 0 R"
		"/Resources<</Font<</F 5 0 R>>>>>>endobj\n";
	g_autoptr(GByteArray) pdf = make_pdf(page, "", content, strlen(content), "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
	g_assert_no_error(error);
	size_t n;
	const DdPage *sheets = dd_document_get_pages(document, &n);
	g_assert_cmpuint(n, ==, 1);
	g_assert_cmpuint(sheets[0].width, ==, G_MAXUINT16);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_nonnull(strstr(shown, "Giao"));
}

/* A scan on paper larger than A1, and one on none that there is, behind a page of text */
static void
test_large_scans(void)
{
	static const char scan[] = "q 10000 0 0 10000 0 0 cm BI/W 1/H 1/CS/G/BPC 8 ID \xFF\nEI Q";
	static const char pages[] =
		"2 0 obj<</Type/Pages/Kids[3 0 R 6 0 R 8 0 R]/Count 3>>endobj\n"
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R"
		"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
		"6 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 5001 5001]/Contents 4 0 R>>endobj\n"
		"7 0 obj<</Length 42>>stream\nBT /F 14 Tf 85 700 Td (Phong Y) Tj ET       \n"
		"endstream endobj\n"
		"8 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1685 2384]/Contents 4 0 R>>endobj\n";
	g_autoptr(GByteArray) pdf = make_pdf(pages, "", scan, strlen(scan), "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_as(pdf->data, pdf->len, true, &error);
	g_assert_no_error(error);
	g_assert_true(dd_document_has_note(document, DD_NOTE_RECOGNISED));
	g_assert_true(dd_document_has_note(document, DD_NOTE_CUT));
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, "Phong Y");
	size_t n;
	const DdPage *sheets = dd_document_get_pages(document, &n);
	g_assert_cmpuint(n, ==, 3);
	/* the size that the drawing says, to a pixel or two */
	g_assert_cmpint(ABS((int)sheets[2].width - 1685 * UNIT), <=, UNIT);
	g_assert_cmpint(ABS((int)sheets[2].height - 2384 * UNIT), <=, UNIT);
}

/* A font whose table makes halves of letters out of some */
static void
test_half_letters(void)
{
	static const char table[] =
		"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
		"/Resources<</Font<</F 6 0 R>>>>>>endobj\n"
		"6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>endobj\n"
		"7 0 obj<</Length 133>>stream\n"
		"begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
		"3 beginbfchar\n<50> <D800>\n<59> <DFFF>\n<47> <0058>\nendbfchar\nendcmap\n"
		"endstream endobj\n";
	g_autoptr(GByteArray) pdf = make_text_pdf(table, "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_true(g_utf8_validate(shown, -1, NULL));
	g_assert_nonnull(strstr(shown, "Xiao"));
	g_assert_nonnull(strstr(shown, "\uFFFD"));
}

/* Returns: (transfer full) @bytes packed */
static GByteArray *
deflate(GConverter *converter, const guint8 *bytes, gsize len, gsize times)
{
	GByteArray *packed = g_byte_array_new();
	guint8 out[4096];
	gsize at = 0, left = times;
	for (GConverterResult result = G_CONVERTER_CONVERTED; result != G_CONVERTER_FINISHED;) {
		gsize taken = 0, made = 0;
		GConverterFlags flags = left <= 1 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
		result = g_converter_convert(converter, bytes + at, len - at, out, sizeof(out),
			flags, &taken, &made, NULL);
		g_assert_cmpint(result, !=, G_CONVERTER_ERROR);
		g_byte_array_append(packed, out, (guint)made);
		at += taken;
		if (at == len && left > 1) {
			at = 0;
			left--;
		}
	}
	return packed;
}

/* A stream packed twice, of some thousand bytes, inflates to gigabytes */
static void
test_bomb(void)
{
	g_autoptr(GConverter)
		first = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1));
	g_autoptr(GConverter)
		second = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
	const gsize len = (gsize)1 << 20;
	g_autofree char *blanks = g_strnfill(len, ' ');
	g_autoptr(GByteArray) once = deflate(first, (const guint8 *)blanks, len, BOMB_BYTES / len);
	g_autoptr(GByteArray) twice = deflate(second, once->data, once->len, 1);
	g_autoptr(GByteArray) pdf = make_pdf(
		ONE_PAGE, "/Filter[/FlateDecode/FlateDecode]", twice->data, twice->len, "");
	g_assert_cmpuint(pdf->len, <, 1 << 18);
	g_autoptr(GError) error = NULL;
	gint64 begun = g_get_monotonic_time();
	G_GNUC_UNUSED g_autoptr(DdDocument) document = read_bytes(pdf->data, pdf->len, &error);
	gint64 spent = g_get_monotonic_time() - begun;
	g_test_message("%u bytes: %s after %" G_GINT64_FORMAT " ms", pdf->len,
		error != NULL ? error->message : "read", spent / 1000);
	if (error != NULL)
		g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_assert_cmpint(spent, <,
		(DD_MAX_WORKER_SECONDS + DD_MAX_WORKER_END_SECONDS) * (gint64)G_USEC_PER_SEC);
}

#define RECOGNISER "dondoc-reader-scan.so"

/* What there is of a recogniser */
typedef enum {
	NO_RECOGNISER,
	BROKEN_RECOGNISER, /* a file that is no module */
} Recogniser;

static void
copy_file(const char *from, const char *folder, const char *name)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_build_filename(folder, name, NULL);
	g_autoptr(GFile) source = g_file_new_for_path(from);
	g_autoptr(GFile) target = g_file_new_for_path(path);
	g_file_copy(source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
	g_assert_no_error(error);
}

/* Makes a folder with a worker and its reader of PDF, and reads @pdf there as people's files are read. */
static DdDocument *
read_without_recogniser(const GByteArray *pdf, Recogniser recogniser, GError **error)
{
	g_autofree char *folder = g_dir_make_tmp("dondoc-pdf-XXXXXX", NULL);
	g_assert_nonnull(folder);
	g_autofree char *from = g_path_get_dirname(worker);
	g_autofree char *module = g_build_filename(from, "dondoc-reader-pdf.so", NULL);
	copy_file(worker, folder, "dondoc-worker");
	copy_file(module, folder, "dondoc-reader-pdf.so");
	g_autofree char *broken = g_build_filename(folder, RECOGNISER, NULL);
	if (recogniser == BROKEN_RECOGNISER)
		g_assert_true(g_file_set_contents(broken, "none", -1, NULL));
	g_autofree char *copy = g_build_filename(folder, "dondoc-worker", NULL);
	g_autofree char *copied_module = g_build_filename(folder, "dondoc-reader-pdf.so", NULL);
	DdDocument *document = dd_file_open(
		pdf->data, pdf->len, &(DdFileOpenTask){.worker = copy}, error);
	g_unlink(copy);
	g_unlink(copied_module);
	g_unlink(broken);
	g_assert_cmpint(g_rmdir(folder), ==, 0);
	return document;
}

#define PAGE_OF(number, content)                                                                   \
	number " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " content           \
	       " 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
#define SCAN "q 600 0 0 900 0 0 cm BI/W 1/H 1/CS/G/BPC 8 ID \xFF\nEI Q"
#define OTHER_TEXT                                                                                 \
	"7 0 obj<</Length 42>>stream\nBT /F 14 Tf 85 700 Td (Phong Y) Tj ET       \nendstream "    \
	"endobj\n"

/* Is a recogniser installed on this machine, so that it is not missing wherever the worker stands? */
static bool
is_installed(void)
{
	return g_file_test(DD_MODULE_FOLDER "/" RECOGNISER, G_FILE_TEST_EXISTS);
}

/* Of a file of which some pages have text the others are missing, and are named */
static void
test_unread_pages(gconstpointer data)
{
	const Recogniser recogniser = (Recogniser)GPOINTER_TO_INT(data);
	static const char pages[] =
		"2 0 obj<</Type/Pages/Kids[3 0 R 6 0 R 8 0 R 9 0 R]/Count 4>>endobj\n" PAGE_OF(
			"3", "7") PAGE_OF("6", "4") PAGE_OF("8", "7") PAGE_OF("9", "4") OTHER_TEXT;
	if (recogniser == NO_RECOGNISER && is_installed()) {
		g_test_skip("a recogniser is installed");
		return;
	}
	g_autoptr(GByteArray) pdf = make_pdf(pages, "", SCAN, strlen(SCAN), "");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_without_recogniser(pdf, recogniser, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, "Phong Y\nPhong Y");
	g_assert_true(dd_document_has_note(document, DD_NOTE_UNREAD_PAGES));
	g_assert_cmpint(dd_document_has_note(document, DD_NOTE_NO_RECOGNISER), ==,
		recogniser == NO_RECOGNISER);
	g_autofree char *unread = dd_document_list_unread_pages(document);
	g_assert_cmpstr(unread, ==, "2, 4");
}

/* Where nothing can be read there is an error, and no document that is empty or nonsense */
static void
test_unreadable(gconstpointer data)
{
	const Recogniser recogniser = (Recogniser)GPOINTER_TO_INT(data);
	const DdError wanted = recogniser == NO_RECOGNISER ? DD_ERROR_UNSUPPORTED : DD_ERROR_INTERNAL;
	static const char two[] =
		"2 0 obj<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>endobj\n" PAGE_OF("3", "7")
			PAGE_OF("6", "4") OTHER_TEXT;
	if (recogniser == NO_RECOGNISER && is_installed()) {
		g_test_skip("a recogniser is installed");
		return;
	}
	g_autofree char *words = dd_test_repeat("BT /F 9 Tf 50 700 Td (", "Xqk vbz ", 30, ") Tj ET");
	g_autoptr(GByteArray) images = make_pdf(ONE_PAGE, "", SCAN, strlen(SCAN), "");
	/* one page of letters that mean nothing, and one with too few to tell by */
	g_autoptr(GByteArray) nonsense = make_pdf(two, "", words, strlen(words), "");
	const GByteArray *const all[] = {images, nonsense};
	for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = read_without_recogniser(all[i], recogniser, &error);
		g_assert_null(document);
		g_assert_error(error, DD_ERROR, (int)wanted);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	if (argc != 2)
		return 2;
	worker = argv[1];
	g_test_add_func("/pdf/good", test_good);
	g_test_add_func("/pdf/table", test_table);
	g_test_add_func("/pdf/wrong-xref", test_wrong_xref);
	g_test_add_func("/pdf/cut-and-damaged", test_cut_and_damaged);
	g_test_add_func("/pdf/loops", test_loops);
	g_test_add_func("/pdf/encrypted", test_encrypted);
	g_test_add_func("/pdf/many-pages", test_many_pages);
	g_test_add_func("/pdf/huge-page", test_huge_page);
	g_test_add_func("/pdf/large-scans", test_large_scans);
	g_test_add_func("/pdf/half-letters", test_half_letters);
	g_test_add_func("/pdf/bomb", test_bomb);
	g_test_add_data_func("/pdf/unread-pages/no-recogniser", GINT_TO_POINTER(NO_RECOGNISER),
		test_unread_pages);
	g_test_add_data_func("/pdf/unread-pages/broken-recogniser",
		GINT_TO_POINTER(BROKEN_RECOGNISER), test_unread_pages);
	g_test_add_data_func(
		"/pdf/unreadable/no-recogniser", GINT_TO_POINTER(NO_RECOGNISER), test_unreadable);
	g_test_add_data_func("/pdf/unreadable/broken-recogniser",
		GINT_TO_POINTER(BROKEN_RECOGNISER), test_unreadable);
	return g_test_run();
}
