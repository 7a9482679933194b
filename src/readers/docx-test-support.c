/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-test-support.h"

#include "reader-table.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define SPACES                                                                                     \
	"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                \
	"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "                  \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static la_ssize_t
take_output(G_GNUC_UNUSED struct archive *archive, void *user, const void *bytes, size_t len)
{
	g_byte_array_append(user, bytes, (guint)len);
	return (la_ssize_t)len;
}

static struct archive *
open_zip(GByteArray *out)
{
	struct archive *archive = archive_write_new();
	g_assert_cmpint(archive_write_set_format_zip(archive), ==, ARCHIVE_OK);
	g_assert_cmpint(archive_write_set_bytes_per_block(archive, 0), ==, ARCHIVE_OK);
	g_assert_cmpint(archive_write_open(archive, out, NULL, take_output, NULL), ==, ARCHIVE_OK);
	return archive;
}

static void
begin_entry(struct archive *archive, const char *name, gsize size)
{
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_pathname(entry, name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_size(entry, (la_int64_t)size);
	g_assert_cmpint(archive_write_header(archive, entry), ==, ARCHIVE_OK);
	archive_entry_free(entry);
}

GBytes *
dd_test_zip(const DdZipEntry *entries)
{
	GByteArray *out = g_byte_array_new();
	struct archive *archive = open_zip(out);
	for (; entries->name != NULL; entries++) {
		gsize size = strlen(entries->text);
		begin_entry(archive, entries->name, size);
		g_assert_cmpint(archive_write_data(archive, entries->text, size), ==, (la_ssize_t)size);
	}
	g_assert_cmpint(archive_write_free(archive), ==, ARCHIVE_OK);
	return g_byte_array_free_to_bytes(out);
}

GBytes *
dd_test_zip_bomb(const char *name, gsize size)
{
	static const guint8 zeros[1 << 16];
	GByteArray *out = g_byte_array_new();
	struct archive *archive = open_zip(out);
	begin_entry(archive, "[Content_Types].xml", strlen(dd_test_types()));
	(void)archive_write_data(archive, dd_test_types(), strlen(dd_test_types()));
	begin_entry(archive, name, size);
	for (gsize left = size; left > 0;) {
		gsize n = MIN(left, sizeof(zeros));
		g_assert_cmpint(archive_write_data(archive, zeros, n), ==, (la_ssize_t)n);
		left -= n;
	}
	g_assert_cmpint(archive_write_free(archive), ==, ARCHIVE_OK);
	return g_byte_array_free_to_bytes(out);
}

const char *
dd_test_types(void)
{
	return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
	       "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	       "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE
	       "document.main+xml\"/>"
	       "</Types>";
}

const char *
dd_test_relationships(void)
{
	return "<Relationships "
	       "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	       "<Relationship Id=\"rId1\" Type=\"" RELATION
	       "officeDocument\" Target=\"word/document.xml\"/>"
	       "</Relationships>";
}

const char *
dd_test_main_relationships(void)
{
	return "<Relationships "
	       "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	       "<Relationship Id=\"rId1\" Type=\"" RELATION "styles\" Target=\"styles.xml\"/>"
	       "<Relationship Id=\"rId2\" Type=\"" RELATION
	       "numbering\" Target=\"/word/numbering.xml\"/>"
	       "<Relationship Id=\"rId3\" Type=\"" RELATION "header\" Target=\"header1.xml\"/>"
	       "<Relationship Id=\"rId4\" Type=\"" RELATION
	       "footer\" Target=\"../word/footer1.xml\"/>"
	       "<Relationship Id=\"rId5\" Type=\"" RELATION "footnotes\" Target=\"footnotes.xml\"/>"
	       "<Relationship Id=\"rId6\" Type=\"" RELATION
	       "image\" Target=\"http://example.org/x.png\" "
	       "TargetMode=\"External\"/>"
	       "</Relationships>";
}

char *
dd_test_part(const char *root, const char *inner)
{
	return g_strdup_printf("<w:%s " SPACES ">%s</w:%s>", root, inner, root);
}

GBytes *
dd_test_docx(const char *body, const char *numbering, const char *styles)
{
	g_autofree char *inside = g_strdup_printf("<w:body>%s</w:body>", body);
	g_autofree char *document = dd_test_part("document", inside);
	g_autofree char *numbers = dd_test_part("numbering", numbering != NULL ? numbering : "");
	g_autofree char *kinds = dd_test_part("styles", styles != NULL ? styles : "");
	const DdZipEntry entries[] = {
		{"[Content_Types].xml", dd_test_types()},
		{"_rels/.rels", dd_test_relationships()},
		{"word/document.xml", document},
		{"word/_rels/document.xml.rels", dd_test_main_relationships()},
		{"word/numbering.xml", numbers},
		{"word/styles.xml", kinds},
		{NULL, NULL},
	};
	return dd_test_zip(entries);
}

DdDocument *
dd_test_read(GBytes *file)
{
	g_autoptr(GBytes) owned = file;
	g_autoptr(GError) error = NULL;
	gsize len = 0;
	const guint8 *bytes = g_bytes_get_data(owned, &len);
	DdDocument *document = dd_file_read(bytes, len, NULL, NULL, &error);
	g_assert_no_error(error);
	return document;
}

DdDocument *
dd_test_try(const void *bytes, gsize len, GError **error)
{
	g_autofree guint8 *exact = g_memdup2(bytes, len);
	return dd_file_read(exact, len, NULL, NULL, error);
}

void
dd_test_assert_refused(const void *bytes, gsize len, DdError code)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_try(bytes, len, &error);
	dd_test_assert_outcome(document, error, (int)code);
	g_assert_nonnull(strchr(error->message, '('));
	g_assert_true(g_utf8_validate(error->message, -1, NULL));
	g_assert_null(strchr(error->message, '\n'));
}

void
dd_test_assert_outcome(const DdDocument *document, const GError *error, int code)
{
	if (code < 0)
		g_assert_no_error(error);
	else
		g_assert_error(error, DD_ERROR, code);
	g_assert_true((document == NULL) == (error != NULL));
}

char *
dd_test_repeat(const char *before, const char *inner, gsize n, const char *after)
{
	GString *out = g_string_new(before);
	for (gsize i = 0; i < n; i++)
		g_string_append(out, inner);
	g_string_append(out, after);
	return g_string_free(out, FALSE);
}

static void
show_paragraph(const DdParagraph *paragraph, GString *out)
{
	g_auto(GStrv) lines = g_strsplit(paragraph->text, "\n", -1);
	g_autofree char *joined = g_strjoinv("\\n", lines);
	g_auto(GStrv) stretches = g_strsplit(joined, "\t", -1);
	g_autofree char *text = g_strjoinv("\\t", stretches);
	if (paragraph->number != NULL)
		g_string_append_printf(out, "%s|", paragraph->number);
	g_string_append_printf(out, paragraph->boxed ? "[%s]" : "%s", text);
}

static void
/* NOLINTNEXTLINE(misc-no-recursion) as deep as tables stand inside of tables: DD_MAX_TABLE_DEPTH */
show_blocks(const DdBlocks *blocks, const char *between, GString *out)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const DdBlock *block = &blocks->items[i];
		g_string_append(out, i > 0 ? between : "");
		if (block->kind == DD_BLOCK_PARAGRAPH) {
			show_paragraph(&block->paragraph, out);
			continue;
		}
		g_string_append_c(out, '{');
		for (size_t row = 0; row < block->table.n; row++) {
			g_string_append(out, row > 0 ? " / " : "");
			for (size_t n = 0; n < block->table.rows[row].n; n++) {
				const DdCell *cell = &block->table.rows[row].cells[n];
				g_string_append_printf(out, "%s@%u", n > 0 ? "; " : "", cell->column);
				if (cell->columns > 1 || cell->rows > 1)
					g_string_append_printf(out, "+%u", cell->columns);
				if (cell->rows > 1)
					g_string_append_printf(out, "*%u", cell->rows);
				g_string_append_c(out, ' ');
				show_blocks(&cell->blocks, " ¶ ", out);
			}
		}
		g_string_append_c(out, '}');
	}
}

char *
dd_test_show(const DdDocument *document, DdPart part)
{
	GString *out = g_string_new(NULL);
	show_blocks(dd_document_get_blocks(document, part), "\n", out);
	return g_string_free(out, FALSE);
}
