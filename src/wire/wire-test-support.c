/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire-test-support.h"

#include <string.h>

#include "document-builder.h"
#include "maxima.h"
#include "wire.h"

static void
add(DdDocumentBuilder *builder, const char *text)
{
	g_assert_true(dd_document_builder_add_paragraph(builder, &(DdParagraph){.text = text}, NULL));
}

static void
open_part(DdDocumentBuilder *builder, DdPart part)
{
	g_assert_true(dd_document_builder_set_part(builder, part, NULL));
}

static void
open_table(DdDocumentBuilder *builder)
{
	g_assert_true(dd_document_builder_open_table(builder, NULL));
}

static void
open_row(DdDocumentBuilder *builder)
{
	g_assert_true(dd_document_builder_open_row(builder, NULL));
}

static void
open_cell(DdDocumentBuilder *builder, uint32_t column, uint32_t columns, uint32_t rows)
{
	g_assert_true(dd_document_builder_open_cell(builder, column, columns, rows, NULL));
}

static void
close_n(DdDocumentBuilder *builder, unsigned n)
{
	for (; n > 0; n--)
		g_assert_true(dd_document_builder_close(builder, NULL));
}

static DdDocument *
finish(DdDocumentBuilder *builder)
{
	DdDocument *document = dd_document_builder_finish(builder, NULL);
	g_assert_nonnull(document);
	return document;
}

/* A cell that covers two rows, one that covers two columns and holds a table, one without anything */
static void
add_table(DdDocumentBuilder *builder)
{
	open_table(builder);
	open_row(builder);
	open_cell(builder, 0, 1, 2);
	add(builder, "TT");
	close_n(builder, 1);
	open_cell(builder, 1, 2, 1);
	add(builder, "");
	open_table(builder);
	open_row(builder);
	open_cell(builder, 0, 1, 1);
	dd_document_builder_set_page(builder, 3);
	add(builder, "Sở Nội vụ");
	close_n(builder, 2);
	open_row(builder); /* a row without cells */
	close_n(builder, 2);
	close_n(builder, 2);
	open_row(builder);
	open_cell(builder, DD_MAX_TABLE_COLUMNS - 1, 1, 1);
	close_n(builder, 3);
}

static DdDocument *
make_rich(void)
{
	static const DdPlace places[] = {
		{0, 1, 566, 0, G_MAXUINT16, 200, DD_CONFIDENCE_UNKNOWN},
		{6, 2, 0, 0, 0, 0, 100},
	};
	static const DdSignature signature = {
		.signer = "Nguyễn Văn A",
		.organisation = "Sở Nội vụ",
		.authority = "CA",
		.time = G_GINT64_CONSTANT(0x123456789),
		.state = DD_SIGNATURE_VALID,
		.trust = DD_TRUST_GIVEN,
		.time_stamped = true,
		.whole = true,
	};
	static const DdParagraph paragraphs[] = {
		{.text = "KẾ HOẠCH",
			.style = "Heading 1",
			.places = places,
			.n_places = G_N_ELEMENTS(places),
			.heading = 1,
			.align = DD_ALIGN_CENTRE,
			.bold = true},
		{.text = "Rà soát\nthủ tục\t2026", .number = "1.", .align = DD_ALIGN_JUSTIFY},
		{.text = "trong khung",
			.number = "đ)",
			.style = "Heading 1",
			.heading = DD_MAX_HEADING,
			.boxed = true},
		{.text = "", .align = DD_ALIGN_RIGHT},
	};
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("DOCX");
	for (unsigned note = 0; note < DD_NOTE_LAST; note++)
		dd_document_builder_add_note(builder, (DdNote)note);
	g_assert_true(dd_document_builder_add_page(builder, (DdPage){5953, 8420, false, 0, 0}, NULL));
	g_assert_true(dd_document_builder_add_page(
		builder, (DdPage){0, G_MAXUINT16, true, 3, -DD_MAX_SKEW}, NULL));
	g_assert_true(dd_document_builder_add_signature(builder, &signature, NULL));
	g_assert_true(dd_document_builder_add_signature(builder, &(DdSignature){0}, NULL));
	for (unsigned part = 0; part < DD_PART_LAST; part++) {
		open_part(builder, (DdPart)part);
		dd_document_builder_set_page(builder, part);
		for (size_t i = 0; i < G_N_ELEMENTS(paragraphs) - part; i++)
			g_assert_true(
				dd_document_builder_add_paragraph(builder, &paragraphs[i], NULL));
	}
	open_part(builder, DD_PART_BODY);
	dd_document_builder_set_page(builder, 2);
	add_table(builder);
	dd_document_builder_set_page(builder, 0); /* no longer known */
	open_table(builder);
	close_n(builder, 1);
	dd_document_builder_set_page(builder, G_MAXUINT32);
	add(builder, "Nơi nhận");
	return finish(builder);
}

static void
add_member(DdDocumentBuilder *builder, const char *name, const char *bytes, gsize len)
{
	g_autoptr(GBytes) member = g_bytes_new(bytes, len);
	g_assert_true(dd_document_builder_add_member(
		builder, &(DdMember){.name = name, .bytes = member}, NULL));
}

/* A mail: its own text, files of several pieces and of none, files that could not be taken out */
static DdDocument *
make_packed(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("EML");
	add(builder, "Kính gửi các đơn vị");
	g_autofree char *large = g_strnfill(((gsize)1 << 15) + 3, 'x');
	add_member(builder, "Kế hoạch.docx", "PK", 2);
	add_member(builder, "a/b.txt", large, ((gsize)1 << 15) + 3);
	add_member(builder, "a/b.txt", large, (gsize)1 << 15);
	add_member(builder, "../c", "", 0);
	for (DdMemberState state = DD_MEMBER_WHOLE + 1; state < DD_MEMBER_LAST; state++)
		g_assert_true(dd_document_builder_add_member(
			builder, &(DdMember){.name = "d", .state = state}, NULL));
	return finish(builder);
}

static DdDocument *
make_empty(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("A");
	return finish(builder);
}

static DdDocument *
make_paragraph(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("0123456789ABCDEF");
	add(builder, "Giao Sở Y tế chủ trì");
	return finish(builder);
}

static DdDocument *
make_table(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("ODT");
	dd_document_builder_add_note(builder, DD_NOTE_CUT);
	add_table(builder);
	return finish(builder);
}

static DdDocument *
make_foot(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("HTML");
	open_part(builder, DD_PART_FOOTER);
	add(builder, "");
	return finish(builder);
}

/* Tables inside of tables, as deep as they may be */
static DdDocument *
make_deep(void)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("RTF");
	for (unsigned i = 0; i < DD_MAX_TABLE_DEPTH; i++) {
		open_table(builder);
		open_row(builder);
		open_cell(builder, i, DD_MAX_TABLE_COLUMNS - i, 1);
	}
	add(builder, "đáy");
	close_n(builder, 3 * DD_MAX_TABLE_DEPTH);
	return finish(builder);
}

const DdWireSample *
dd_wire_sample(size_t at)
{
	static const DdWireSample samples[] = {
		{"rich", make_rich},
		{"empty", make_empty},
		{"paragraph", make_paragraph},
		{"table", make_table},
		{"foot", make_foot},
		{"deep", make_deep},
		{"packed", make_packed},
	};
	return at < G_N_ELEMENTS(samples) ? &samples[at] : NULL;
}

static bool
append(const void *bytes, size_t len, void *user_data)
{
	g_byte_array_append(user_data, bytes, (guint)len);
	return true;
}

GByteArray *
dd_wire_encode(const DdDocument *document)
{
	g_autoptr(GByteArray) stream = g_byte_array_new();
	g_assert_true(dd_wire_write_document(&(DdWireWriter){append, stream, false}, document));
	return g_steal_pointer(&stream);
}

GByteArray *
dd_wire_encode_progress(const DdDocument *document, uint32_t n)
{
	g_autoptr(GByteArray) stream = g_byte_array_new();
	DdWireWriter writer = {append, stream, false};
	for (uint32_t i = 1; i <= n; i++)
		g_assert_true(dd_wire_write_progress(&writer, i, n));
	g_assert_true(dd_wire_write_document(&writer, document));
	return g_steal_pointer(&stream);
}

GByteArray *
dd_wire_encode_error(const GError *error)
{
	g_autoptr(GByteArray) stream = g_byte_array_new();
	g_assert_true(dd_wire_write_error(&(DdWireWriter){append, stream, false}, error));
	return g_steal_pointer(&stream);
}

DdDocument *
dd_wire_decode(const void *bytes, size_t len, size_t step, GError **error)
{
	g_autoptr(DdWireDecoder) decoder = dd_wire_decoder_new();
	const char *at = bytes;
	while (len > 0) {
		size_t n = MIN(len, step);
		/* an exact copy: a read past the end of a piece must not find the next one */
		g_autofree void *piece = g_memdup2(at, n);
		if (!dd_wire_decoder_feed(decoder, piece, n, error))
			return NULL;
		at += n;
		len -= n;
	}
	return dd_wire_decoder_finish(decoder, error);
}

static void
assert_same_blocks(const DdBlocks *a, const DdBlocks *b, unsigned depth);

static void
assert_same_place(const DdPlace *a, const DdPlace *b)
{
	g_assert_cmpuint(a->start, ==, b->start);
	g_assert_cmpuint(a->page, ==, b->page);
	g_assert_cmpuint(a->left, ==, b->left);
	g_assert_cmpuint(a->top, ==, b->top);
	g_assert_cmpuint(a->right, ==, b->right);
	g_assert_cmpuint(a->bottom, ==, b->bottom);
	g_assert_cmpuint(a->confidence, ==, b->confidence);
}

static void
assert_same_paragraph(const DdParagraph *a, const DdParagraph *b)
{
	g_assert_cmpstr(a->text, ==, b->text);
	g_assert_cmpstr(a->number, ==, b->number);
	g_assert_cmpstr(a->style, ==, b->style);
	g_assert_cmpuint(a->heading, ==, b->heading);
	g_assert_cmpuint(a->align, ==, b->align);
	g_assert_cmpint(a->bold, ==, b->bold);
	g_assert_cmpint(a->boxed, ==, b->boxed);
	g_assert_cmpuint(a->n_places, ==, b->n_places);
	for (uint32_t i = 0; i < a->n_places; i++)
		assert_same_place(&a->places[i], &b->places[i]);
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): assert_same_blocks stops at DD_MAX_TABLE_DEPTH */
assert_same_table(const DdTable *a, const DdTable *b, unsigned depth)
{
	g_assert_cmpuint(a->columns, ==, b->columns);
	g_assert_cmpuint(a->n, ==, b->n);
	for (size_t row = 0; row < a->n; row++) {
		g_assert_cmpuint(a->rows[row].n, ==, b->rows[row].n);
		for (size_t i = 0; i < a->rows[row].n; i++) {
			const DdCell *x = &a->rows[row].cells[i];
			const DdCell *y = &b->rows[row].cells[i];
			g_assert_cmpuint(x->column, ==, y->column);
			g_assert_cmpuint(x->columns, ==, y->columns);
			g_assert_cmpuint(x->rows, ==, y->rows);
			assert_same_blocks(&x->blocks, &y->blocks, depth + 1);
		}
	}
}

/* @depth: tables around */
static void
/* NOLINTNEXTLINE(misc-no-recursion): at most DD_MAX_TABLE_DEPTH of them */
assert_same_blocks(const DdBlocks *a, const DdBlocks *b, unsigned depth)
{
	g_assert_cmpuint(depth, <=, DD_MAX_TABLE_DEPTH);
	g_assert_cmpuint(a->n, ==, b->n);
	for (size_t i = 0; i < a->n; i++) {
		g_assert_cmpuint(a->items[i].page, ==, b->items[i].page);
		g_assert_cmpint(a->items[i].kind, ==, b->items[i].kind);
		if (a->items[i].kind == DD_BLOCK_PARAGRAPH)
			assert_same_paragraph(&a->items[i].paragraph, &b->items[i].paragraph);
		else
			assert_same_table(&a->items[i].table, &b->items[i].table, depth);
	}
}

static void
assert_same_pages(const DdDocument *a, const DdDocument *b)
{
	size_t n, n_other;
	const DdPage *pages = dd_document_get_pages(a, &n);
	const DdPage *others = dd_document_get_pages(b, &n_other);
	g_assert_cmpuint(n, ==, n_other);
	for (size_t i = 0; i < n; i++) {
		g_assert_cmpuint(pages[i].width, ==, others[i].width);
		g_assert_cmpuint(pages[i].height, ==, others[i].height);
		g_assert_cmpint(pages[i].unread, ==, others[i].unread);
		g_assert_cmpuint(pages[i].turned, ==, others[i].turned);
		g_assert_cmpint(pages[i].skew, ==, others[i].skew);
	}
}

static void
assert_same_signatures(const DdDocument *a, const DdDocument *b)
{
	size_t n, n_other;
	const DdSignature *all = dd_document_get_signatures(a, &n);
	const DdSignature *others = dd_document_get_signatures(b, &n_other);
	g_assert_cmpuint(n, ==, n_other);
	for (size_t i = 0; i < n; i++) {
		g_assert_cmpstr(all[i].signer, ==, others[i].signer);
		g_assert_cmpstr(all[i].organisation, ==, others[i].organisation);
		g_assert_cmpstr(all[i].authority, ==, others[i].authority);
		g_assert_cmpint(all[i].time, ==, others[i].time);
		g_assert_cmpint(all[i].state, ==, others[i].state);
		g_assert_cmpint(all[i].trust, ==, others[i].trust);
		g_assert_cmpint(all[i].time_stamped, ==, others[i].time_stamped);
		g_assert_cmpint(all[i].whole, ==, others[i].whole);
	}
}

static void
assert_same_members(const DdDocument *a, const DdDocument *b)
{
	size_t n, n_other;
	const DdMember *all = dd_document_get_members(a, &n);
	const DdMember *others = dd_document_get_members(b, &n_other);
	g_assert_cmpuint(n, ==, n_other);
	for (size_t i = 0; i < n; i++) {
		g_assert_cmpstr(all[i].name, ==, others[i].name);
		g_assert_cmpint(all[i].state, ==, others[i].state);
		g_assert_true((all[i].bytes == NULL) == (others[i].bytes == NULL));
		g_assert_true(all[i].bytes == NULL || g_bytes_equal(all[i].bytes, others[i].bytes));
	}
}

void
dd_wire_assert_same(const DdDocument *a, const DdDocument *b)
{
	g_assert_cmpstr(dd_document_get_kind(a), ==, dd_document_get_kind(b));
	for (unsigned note = 0; note < DD_NOTE_LAST; note++)
		g_assert_cmpint(dd_document_has_note(a, (DdNote)note), ==,
			dd_document_has_note(b, (DdNote)note));
	assert_same_pages(a, b);
	assert_same_signatures(a, b);
	assert_same_members(a, b);
	for (unsigned part = 0; part < DD_PART_LAST; part++)
		assert_same_blocks(dd_document_get_blocks(a, (DdPart)part),
			dd_document_get_blocks(b, (DdPart)part), 0);
}

/* g_assert_cmpmem takes lengths as int */
void
dd_wire_assert_bytes(const GByteArray *stream, const void *bytes, size_t len)
{
	g_assert_cmpuint(stream->len, ==, len);
	g_assert_true(len == 0 || memcmp(stream->data, bytes, len) == 0);
}
