/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-signature-test.c: where signatures are found in bytes, what is not one, and what hostile bytes cost. Whether they
 * hold is tested with real keys in tests/integration/signatures.py.
 */
#include "pdf-signature.h"

#include <string.h>

#include "der.h"
#include "maxima.h"
#include "pdf-signature-find.h"
#include "pdf-signature-time.h"

#define RANGE_LEN 50 /* room for it */

/*
 * Makes a file of one object: @before, /Contents, @behind; @range: how its range is written, with A, B and C for the offsets of
 * the hole and the length of what follows
 */
static GString *
make_file(const char *before, const char *behind, const char *range)
{
	static const char hex[] = "<0123aB 00>", tail[] = " >>\nendobj\n%%EOF\n";
	GString *file = g_string_new("%PDF-1.7\n7 0 obj\n<< ");
	g_string_append_printf(file, "%s /Contents ", before);
	gsize hole = file->len, hole_end = hole + strlen(hex);
	g_string_append_printf(file, "%s %s /ByteRange ", hex, behind);
	g_autoptr(GString) numbers = g_string_new(range);
	const gsize values[] = {hole, hole_end, file->len + RANGE_LEN + strlen(tail) - hole_end};
	const char *const letters[] = {"A", "B", "C"};
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		g_autofree char *value = g_strdup_printf("%" G_GSIZE_FORMAT, values[i]);
		g_string_replace(numbers, letters[i], value, 0);
	}
	g_string_append_printf(file, "%-*s%s", RANGE_LEN, numbers->str, tail);
	return file;
}

static GArray *
find(const GString *file)
{
	return dd_pdf_signatures_find((const guint8 *)file->str, file->len);
}

static void
assert_one(const char *before, const char *behind, const char *range, DdRangeState state,
	DdSubFilter form)
{
	g_autoptr(GString) file = make_file(before, behind, range);
	g_autoptr(GArray) found = find(file);
	g_test_message("%s", file->str);
	g_assert_cmpuint(found->len, ==, 1);
	const DdPdfSignature *one = &g_array_index(found, DdPdfSignature, 0);
	g_assert_cmpint(one->range, ==, state);
	g_assert_cmpint(one->sub_filter, ==, form);
	g_assert_cmpint(one->whole, ==, state == DD_RANGE_FITS);
}

#define RANGE "[0 A B C]"

static void
test_forms(void)
{
	assert_one("", "", RANGE, DD_RANGE_FITS, DD_SUB_FILTER_OTHER);
	assert_one("/SubFilter/adbe.pkcs7.detached", "", RANGE, DD_RANGE_FITS, DD_SUB_FILTER_DETACHED);
	assert_one("/SubFilter %x\n/ETSI.CAdES.detached", "", RANGE, DD_RANGE_FITS,
		DD_SUB_FILTER_DETACHED);
	assert_one("", "/SubFilter /ETSI.RFC3161", RANGE, DD_RANGE_FITS, DD_SUB_FILTER_TIME_STAMP);
	assert_one("/SubFilter /adbe.pkcs7.sha1", "", RANGE, DD_RANGE_FITS, DD_SUB_FILTER_SHA1);
	assert_one("/SubFilter /adbe.pkcs7.sha11", "", RANGE, DD_RANGE_FITS, DD_SUB_FILTER_OTHER);
	/* what stands beside */
	assert_one("/A [1 (a)b) 2 <AB> << /C /Contents >>] /B (\\)>>)", "/D 3 0 R", RANGE,
		DD_RANGE_FITS, DD_SUB_FILTER_OTHER);
	assert_one("/A (<< /ByteRange [1 2 3 4]) /Type /ByteRange", "", RANGE, DD_RANGE_FITS,
		DD_SUB_FILTER_OTHER);
	/* numbers */
	assert_one("", "", "[ +0\nA%9\n00B\tC ]", DD_RANGE_FITS, DD_SUB_FILTER_OTHER);
	assert_one("", "", "[0 A B 9C]", DD_RANGE_WRONG, DD_SUB_FILTER_OTHER);
	assert_one("", "", "[1 A B C]", DD_RANGE_WRONG, DD_SUB_FILTER_OTHER);
	assert_one("", "", "[0 1A B C]", DD_RANGE_WRONG, DD_SUB_FILTER_OTHER);
	assert_one("", "/Contents <00>", RANGE, DD_RANGE_WRONG, DD_SUB_FILTER_OTHER);
	assert_one("/ByteRange [0 1 2 3]", "", RANGE, DD_RANGE_WRONG, DD_SUB_FILTER_OTHER);
	assert_one("", "", "[0 A B C 1]", DD_RANGE_NONE, DD_SUB_FILTER_OTHER);
	assert_one("", "", "[0 -A B C]", DD_RANGE_NONE, DD_SUB_FILTER_OTHER);
	assert_one("", "", "[0 A B C.0]", DD_RANGE_NONE, DD_SUB_FILTER_OTHER);
}

static void
test_none(void)
{
	static const char *const files[] = {
		"",
		"/ByteRange",
		"/ByteRange [0 1 2 3] /Contents <00>",
		"1 0 obj << /ByteRange [0 1 2 3] >>",
		"1 0 obj << /Contents <00> >> /ByteRange",
		"1 0 obj (/ByteRange [0 1 2 3] /Contents <00>)",
		"1 0 obj << /A (/ByteRange [0 1 2 3] /Contents <00>) >>",
		"1 0 obj << /Length 40 >> stream\n<< /ByteRange [0 1 2 3] /Contents <00> >>",
		"1 0 obj << /ByteRange [0 1 2 3] /Contents (00) >>",
		"1 0 obj << /ByteRange [0 1 2 3] /Contents <00",
		"1 0 obj << /ByteRange [0 1 2 3] /Contents <00> ] >>",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(GArray)
			found = dd_pdf_signatures_find((const guint8 *)files[i], strlen(files[i]));
		g_assert_cmpuint(found->len, ==, 0);
	}
	g_assert_false(dd_pdf_signatures_may_be((const guint8 *)"/ByteRang", 9));
	g_assert_true(dd_pdf_signatures_may_be((const guint8 *)"-/ByteRange", 11));
}

/* The last ones are kept, and none costs more for those before it */
static void
test_many(void)
{
	static const struct {
		const char *head, *unit, *tail;
		guint found;
	} cases[] = {
		{"", "1 0 obj<</ByteRange[0 1 2 3]/Contents<>>>", "", DD_MAX_SIGNATURES},
		{"1 0 obj<<", "/ByteRange[0 1 2 3]/Contents<00>", ">>", 0}, /* too large an object */
		{"1 0 obj<<", "/ByteRange", "", 0},
		{"1 0 obj", "<</ByteRange[", "", 0},
		{"1 0 obj<</A", "(/ByteRange", "", 0},
		{"", "1 0 obj<</ByteRange[0 1 2 3]/Contents<", "", 0},
		{"", "1 0 obj<</A(/ByteRange", "", 0},
		{"", "obj /ByteRange", "", 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) file = g_string_new(cases[i].head);
		while (file->len < 1u << 20)
			g_string_append(file, cases[i].unit);
		g_string_append(file, cases[i].tail);
		gint64 start = g_get_monotonic_time();
		g_autoptr(GArray) found = find(file);
		g_assert_cmpuint(found->len, ==, cases[i].found);
		/* by the square of the length it would be minutes, and sanitizers look at all of it for each name */
		g_assert_cmpint(g_get_monotonic_time() - start, <, (gint64)20 * G_USEC_PER_SEC);
	}
}

static void
test_order(void)
{
	g_autoptr(GString) file = make_file("/SubFilter /ETSI.RFC3161", "", RANGE);
	gsize first = file->len;
	g_string_append(file, "8 0 obj << /ByteRange [0 9 9 9] /Contents <00> >> endobj");
	g_autoptr(GArray) found = find(file);
	g_assert_cmpuint(found->len, ==, 2);
	const DdPdfSignature *one = &g_array_index(found, DdPdfSignature, 0);
	g_assert_cmpint(one->range, ==, DD_RANGE_FITS);
	g_assert_cmpuint(one->end, ==, first);
	g_assert_false(one->whole);
	g_assert_cmpint(g_array_index(found, DdPdfSignature, 1).range, ==, DD_RANGE_WRONG);
}

static void
test_times(void)
{
	static const struct {
		const char *text;
		int64_t pdf, stamp;
		int zone;
	} cases[] = {
		{"D:20240318084142+07'00'", 1710726102, 0, 25200},
		{"20240318084142+0700", 1710726102, 0, 25200},
		{"D:20240318014142Z", 1710726102, 0, 0},
		{"20240318014142Z", 1710726102, 1710726102, 0},
		{"20240318014142.123Z", 1710726102, 1710726102, 0},
		{"D:20240317204142-05'00", 1710726102, 0, -18000},
		{"D:2024", 1704067200, 0, 0},
		{"D:20240230", 0, 0, 0},
		{"D:20240318256142", 0, 0, 0},
		{"D:20240318084142+xx", 0, 0, 0},
		{"20240318014142", 1710726102, 0, 0},
		{"", 0, 0, 0},
		{"D:", 0, 0, 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		int zone = 0;
		gsize len = strlen(cases[i].text);
		g_assert_cmpint(dd_pdf_time_read(cases[i].text, len, &zone), ==, cases[i].pdf);
		g_assert_cmpint(zone, ==, cases[i].zone);
		g_assert_cmpint(dd_stamp_time_read(cases[i].text, len), ==, cases[i].stamp);
	}
}

static void
test_der(void)
{
	static const struct {
		const char *bytes;
		gsize len, size;
	} cases[] = {
		{"\x30\x03\x02\x01\x05\0\0", 7, 5},
		{"\x30\x80\x02\x01\x05\0\0\0", 8, 7},
		{"\x30\x80\x30\x80\x02\x01\x05\0\0\0\0\0", 12, 11},
		{"\x30\x81\x03\x02\x01\x05", 6, 6},
		{"\x30\x04\x02\x01\x05", 5, 0},
		{"\x30\x80\x02\x01\x05", 5, 0},
		{"\x30\x84\xff\xff\xff\xff\x05", 7, 0},
		{"\x30\x85\0\0\0\0\0", 7, 0},
		{"\x1f\x81\x01\0", 4, 0},
		{"\x30", 1, 0},
		{"", 0, 0},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_assert_cmpuint(dd_der_measure((const guint8 *)cases[i].bytes, cases[i].len), ==,
			cases[i].size);
	guint8 deep[200];
	for (size_t i = 0; i < sizeof(deep); i++)
		deep[i] = i % 2 == 0 ? 0x30 : 0x80;
	g_assert_cmpuint(dd_der_measure(deep, sizeof(deep)), ==, 0);
	DdDer der = {(const guint8 *)"\x02\x01\x05\x04\x00", 5}, content;
	g_assert_false(dd_der_take(&der, DD_DER_OCTETS, &content));
	g_assert_true(dd_der_take(&der, DD_DER_INTEGER, &content));
	g_assert_cmpuint(content.len, ==, 1);
	g_assert_true(dd_der_take(&der, DD_DER_OCTETS, &content));
	g_assert_false(dd_der_take(&der, DD_DER_OCTETS, &content));
}

/* What is found becomes signatures of the Document, whatever is in it */
static void
test_added(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	g_autoptr(GString) file = make_file(
		"/SubFilter /adbe.pkcs7.detached /M (D:20240318084142+07'00')", "", RANGE);
	g_assert_true(dd_pdf_signatures_warm_up(&error));
	g_assert_true(
		dd_pdf_signatures_add((const guint8 *)file->str, file->len, NULL, builder, &error));
	g_assert_no_error(error);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	size_t n = 0;
	const DdSignature *signatures = dd_document_get_signatures(document, &n);
	g_assert_cmpuint(n, ==, 1);
	g_assert_cmpint(signatures[0].state, ==, DD_SIGNATURE_BROKEN);
	g_assert_cmpint(signatures[0].trust, ==, DD_TRUST_UNCHECKED);
	g_assert_cmpint(signatures[0].time, ==, 1710726102);
	g_assert_true(signatures[0].whole);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pdf-signature/forms", test_forms);
	g_test_add_func("/pdf-signature/none", test_none);
	g_test_add_func("/pdf-signature/many", test_many);
	g_test_add_func("/pdf-signature/order", test_order);
	g_test_add_func("/pdf-signature/times", test_times);
	g_test_add_func("/pdf-signature/der", test_der);
	g_test_add_func("/pdf-signature/added", test_added);
	return g_test_run();
}
