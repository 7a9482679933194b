/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-broken-test.c: files that are cut, lie, or were made to harm: an error of the right kind, soon */
#include <string.h>

#include "docx-test-support.h"
#include "docx.h"
#include "error.h"
#include "maxima.h"
#include "reader-table.h"

#define WORD "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* The same of a whole file, which is swallowed. Returns: its length */
static gsize
assert_file_refused(GBytes *file, DdError code)
{
	g_autoptr(GBytes) owned = file;
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(owned, &len);
	dd_test_assert_refused(bytes, len, code);
	return len;
}

static void
assert_document_refused(const char *document, DdError code)
{
	const DdZipEntry entries[] = {
		{"[Content_Types].xml", dd_test_types()},
		{"_rels/.rels", dd_test_relationships()},
		{"word/document.xml", document},
		{NULL, NULL},
	};
	assert_file_refused(dd_test_zip(entries), code);
}

static void
test_cut(void)
{
	g_autofree char *body = dd_test_repeat(
		"", "<w:p><w:r><w:t>nhiệm vụ</w:t></w:r></w:p>", 500, "");
	g_autoptr(GBytes) file = dd_test_docx(body, NULL, NULL);
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(file, &len);
	dd_test_assert_refused(bytes, 0, DD_ERROR_EMPTY);
	for (gsize tenth = 1; tenth < 10; tenth++)
		dd_test_assert_refused(bytes, len * tenth / 10, DD_ERROR_INVALID_DATA);
	dd_test_assert_refused(bytes, len - 1, DD_ERROR_INVALID_DATA);
	dd_test_assert_refused(bytes, 3, DD_ERROR_UNSUPPORTED);
}

/* Each byte of a small file is turned in its turn: whatever is read then, nothing breaks. */
static void
test_turned_bytes(void)
{
	g_autoptr(GBytes) file = dd_test_docx("<w:p><w:r><w:t>nhiệm vụ</w:t></w:r></w:p>", NULL, NULL);
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(file, &len);
	g_autofree guint8 *turned = g_memdup2(bytes, len);
	guint refused = 0;
	for (gsize i = 0; i < len; i++) {
		g_autoptr(GError) error = NULL;
		turned[i] ^= 0xFF;
		g_autoptr(DdDocument) document = dd_file_read(turned, len, NULL, NULL, &error);
		g_assert_true((document == NULL) == (error != NULL));
		refused += document == NULL ? 1 : 0;
		turned[i] ^= 0xFF;
	}
	g_assert_cmpuint(refused, >, 0);
}

static void
test_other_kinds(void)
{
	static const char other[] = "%!PS-Adobe-3.0";
	dd_test_assert_refused((const guint8 *)other, sizeof(other), DD_ERROR_UNSUPPORTED);
	const DdZipEntry book[] = {{"mimetype", "application/epub+zip"}, {"a.txt", "a"}, {NULL, NULL}};
	assert_file_refused(dd_test_zip(book), DD_ERROR_UNSUPPORTED);
	const DdZipEntry slides[] = {
		{"a.txt", "a"}, {"[Content_Types].xml", "<Types/>"}, {NULL, NULL}};
	assert_file_refused(dd_test_zip(slides), DD_ERROR_UNSUPPORTED);
	/* files packed together are for the unpacker */
	const DdZipEntry files[] = {{"a.txt", "a"}, {NULL, NULL}};
	g_autoptr(GBytes) packed = dd_test_zip(files);
	gsize len;
	const guint8 *bytes = g_bytes_get_data(packed, &len);
	g_autoptr(DdDocument) document = dd_file_read(bytes, len, NULL, NULL, NULL);
	g_assert_cmpstr(dd_document_get_kind(document), ==, "ZIP");
	g_assert_true(dd_document_has_note(document, DD_NOTE_PACKED));
}

static void
test_old_and_encrypted(void)
{
	g_autoptr(GError) error = NULL;
	guint8 ole[1024] = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
	g_assert_null(dd_file_read(ole, sizeof(ole), NULL, NULL, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED);
	g_assert_nonnull(strstr(error->message, "OLE"));
	g_clear_error(&error);
	/* the bit in a ZIP file that says that an entry is encrypted, in both of its directories */
	g_autoptr(GBytes) file = dd_test_docx("<w:p/>", NULL, NULL);
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(file, &len);
	g_autofree guint8 *locked = g_memdup2(bytes, len);
	for (gsize i = 0; i + 10 < len; i++) {
		if (memcmp(locked + i, "PK\x03\x04", 4) == 0)
			locked[i + 6] |= 1;
		else if (memcmp(locked + i, "PK\x01\x02", 4) == 0)
			locked[i + 8] |= 1;
	}
	g_assert_null(dd_file_read(locked, len, NULL, NULL, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED);
	g_assert_nonnull(strstr(error->message, "mật khẩu"));
}

static void
test_missing_parts(void)
{
	const DdZipEntry no_main[] = {{"[Content_Types].xml", dd_test_types()},
		{"_rels/.rels", dd_test_relationships()}, {NULL, NULL}};
	assert_file_refused(dd_test_zip(no_main), DD_ERROR_INVALID_DATA);
	const DdZipEntry broken_types[] = {{"[Content_Types].xml", "<Types"}, {NULL, NULL}};
	assert_file_refused(dd_test_zip(broken_types), DD_ERROR_INVALID_DATA);
}

static void
test_bad_xml(void)
{
	static const char *const texts[] = {
		"",
		"no XML",
		"<w:document " WORD "/>",
		"<w:document " WORD "><w:body><w:p>",
		"<w:document " WORD "><w:body></w:p></w:body></w:document>",
		"<w:document " WORD
		"><w:body><w:p><w:r><w:t>\xC3</w:t></w:r></w:p></w:body></w:document>",
		"<w:document " WORD "><w:body>&unknown;</w:body></w:document>",
		"<w:document " WORD "><w:body>&#0;</w:body></w:document>",
		"<document><body/></document>",
		"\xFF\xFE<\x00w", /* UTF-16 that is cut */
		"\xFE\xFF",       /* and before its first letter */
		"<!DOCTYPE w:document><w:document " WORD "><w:body/></w:document>",
		"<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><w:document " WORD
		"><w:body/></w:document>",
		"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document " WORD
		"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>",
		"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
		"\"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
		"\"&b;&b;&b;&b;&b;&b;\">]><w:document " WORD "><w:body>&c;</w:body></w:document>",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		assert_document_refused(texts[i], DD_ERROR_INVALID_DATA);
}

static void
test_deep(void)
{
	g_autofree char *tables = dd_test_repeat("", "<w:tbl><w:tr><w:tc>", 1000000, "");
	g_autofree char *deep = g_strconcat("<w:document " WORD "><w:body>", tables, NULL);
	assert_document_refused(deep, DD_ERROR_TOO_LARGE);
	g_autofree char *controls = dd_test_repeat("", "<w:sdt>", 1000000, "");
	g_autofree char *high = g_strconcat("<w:document " WORD "><w:body>", controls, NULL);
	assert_document_refused(high, DD_ERROR_TOO_LARGE);
}

static void
test_wide(void)
{
	g_autofree char *cells = dd_test_repeat("", "<w:tc/>", DD_MAX_TABLE_COLUMNS + 1, "");
	g_autofree char *row = g_strconcat("<w:document " WORD "><w:body><w:tbl><w:tr>", cells,
		"</w:tr></w:tbl></w:body></w:document>", NULL);
	assert_document_refused(row, DD_ERROR_TOO_LARGE);
	assert_document_refused(
		"<w:document " WORD
		"><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4294967297\"/></w:tcPr>"
		"</w:tc></w:tr></w:tbl></w:body></w:document>",
		DD_ERROR_TOO_LARGE);
}

/* A million attributes of one element, name spaces that pile up: the parser compares each with each. */
static void
test_crowded(void)
{
	GString *text = g_string_new("<w:document " WORD "><w:body><w:p");
	for (int i = 0; i < 1000000; i++)
		g_string_append_printf(text, " a%d=''", i);
	g_string_append(text, "/></w:body></w:document>");
	assert_document_refused(text->str, DD_ERROR_TOO_LARGE);
	g_string_assign(text, "<w:document " WORD "><w:body>");
	for (int i = 0; i < 150; i++) {
		g_string_append(text, "<w:sdt");
		for (int j = 0; j < 100; j++)
			g_string_append_printf(text, " xmlns:a%d='u'", i * 100 + j);
		g_string_append_c(text, '>');
	}
	assert_document_refused(text->str, DD_ERROR_TOO_LARGE);
	g_string_free(text, TRUE);
}

/* One value and one text longer than any paragraph may be */
static void
test_long(void)
{
	g_autofree char *letters = g_strnfill(DD_MAX_PARAGRAPH_BYTES + 1, 'x');
	g_autofree char *text = g_strconcat("<w:document " WORD "><w:body><w:p><w:r><w:t>", letters,
		"</w:t></w:r></w:p></w:body></w:document>", NULL);
	assert_document_refused(text, DD_ERROR_TOO_LARGE);
	g_autofree char *value = g_strconcat("<w:document " WORD
					     "><w:body><w:p><w:pPr><w:pStyle w:val=\"",
		letters, "\"/></w:pPr></w:p></w:body></w:document>", NULL);
	g_autoptr(GBytes) bytes = g_bytes_new_static(value, strlen(value));
	g_autoptr(DdDocument) document = dd_docx_read_parts(&(DdDocxParts){.document = bytes}, NULL);
	g_assert_nonnull(document); /* a style of that name is only not there */
	g_autofree char *breaks = dd_test_repeat(
		"", "<w:r><w:br/></w:r>", DD_MAX_PARAGRAPH_BYTES / 4, "");
	g_autofree char *many = g_strconcat("<w:document " WORD "><w:body><w:p>", breaks, breaks,
		breaks, breaks, breaks, "</w:p></w:body></w:document>", NULL);
	g_autoptr(GBytes) lines = g_bytes_new_static(many, strlen(many));
	g_autoptr(GError) error = NULL;
	g_assert_null(dd_docx_read_parts(&(DdDocxParts){.document = lines}, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
}

static void
test_bomb(void)
{
	assert_file_refused(dd_test_zip_bomb("word/document.xml", (gsize)20 << 20),
		DD_ERROR_TOO_LARGE); /* by what the file's length allows */
	gsize len = assert_file_refused(
		dd_test_zip_bomb("word/document.xml", (gsize)1 << 30), DD_ERROR_TOO_LARGE);
	g_assert_cmpuint(len, <, 2u << 20);
	/* a part that nobody asks for is not inflated, whatever its size */
	assert_file_refused(dd_test_zip_bomb("word/media/image1.png", (gsize)256 << 20),
		DD_ERROR_INVALID_DATA); /* its main part is missing */
}

static void
test_many_entries(void)
{
	g_autofree DdZipEntry *entries = g_new0(DdZipEntry, DD_MAX_ZIP_ENTRIES + 2);
	for (size_t i = 0; i <= DD_MAX_ZIP_ENTRIES; i++)
		entries[i] = (DdZipEntry){"a", ""};
	assert_file_refused(dd_test_zip(entries), DD_ERROR_TOO_LARGE);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/docx/broken/cut", test_cut);
	g_test_add_func("/docx/broken/turned-bytes", test_turned_bytes);
	g_test_add_func("/docx/broken/other-kinds", test_other_kinds);
	g_test_add_func("/docx/broken/old-and-encrypted", test_old_and_encrypted);
	g_test_add_func("/docx/broken/missing-parts", test_missing_parts);
	g_test_add_func("/docx/broken/bad-xml", test_bad_xml);
	g_test_add_func("/docx/broken/deep", test_deep);
	g_test_add_func("/docx/broken/wide", test_wide);
	g_test_add_func("/docx/broken/crowded", test_crowded);
	g_test_add_func("/docx/broken/long", test_long);
	g_test_add_func("/docx/broken/bomb", test_bomb);
	g_test_add_func("/docx/broken/many-entries", test_many_entries);
	return g_test_run();
}
