/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf-story.h"

#include <string.h>

#include "docx-sink.h"
#include "error.h"
#include "flow.h"
#include "maxima.h"
#include "odf-list.h"
#include "odf-names.h"
#include "span-grid.h"

/* A paragraph that is open; those of its text boxes and notes stand inside of it */
typedef struct {
	DdFlow flow;
	char *number;
	uint8_t heading;
	bool boxed, noted;
} Paragraph;

/* A table that is open */
typedef struct {
	DdSpanGrid grid;
	uint32_t column;
	bool shows_cell; /* the open cell is one of the document */
	bool hides_cell; /* it lies under another, and what it holds is not shown */
	size_t depth;    /* of the open cell in the XML */
} Table;

typedef struct {
	DdDocumentBuilder *builder;
	DdDocxSink *sink;
	DdOdfLists *lists;
	GPtrArray *paragraphs; /* Paragraph, the innermost last */
	GPtrArray *tables;     /* Table, the innermost last */
	GPtrArray *notes;      /* char *: paragraphs of notes, which come behind the text */
	size_t skipped;        /* depth of the element that is not looked at, 0 none */
	size_t note, page;     /* depth of the note, the header that is open, 0 none */
	size_t n_note_bytes;
	bool in_pages; /* headers and footers are read, nothing else */
} Walk;

static void
free_paragraph(gpointer data)
{
	Paragraph *paragraph = data;
	g_string_free(paragraph->flow.text, TRUE);
	g_free(paragraph->number);
	g_free(paragraph);
}

static Paragraph *
get_paragraph(const Walk *walk)
{
	guint n = walk->paragraphs->len;
	return n > 0 ? g_ptr_array_index(walk->paragraphs, n - 1) : NULL;
}

static Table *
get_table(const Walk *walk)
{
	guint n = walk->tables->len;
	return n > 0 ? g_ptr_array_index(walk->tables, n - 1) : NULL;
}

/* Is what stands here shown? Not under a merged cell, and outside of headers not in the styles. */
static bool
is_shown(const Walk *walk)
{
	const Table *table = get_table(walk);
	return (table == NULL || !table->hides_cell) && (!walk->in_pages || walk->page > 0);
}

static void
open_paragraph(Walk *walk, const DdXml *xml, int name)
{
	Paragraph *paragraph = g_new0(Paragraph, 1);
	bool is_heading = name == DD_ODF_H;
	int64_t level = is_heading
				? dd_xml_get_number(xml, DD_XML_ODF_TEXT, "outline-level", 1, 10, 1)
				: 0;
	paragraph->flow.text = g_string_new(NULL);
	paragraph->noted = walk->note > 0;
	paragraph->boxed = walk->paragraphs->len > 0;
	paragraph->heading = (uint8_t)MIN(level, DD_MAX_HEADING);
	if (!paragraph->noted && dd_odf_lists_is_open(walk->lists))
		paragraph->number = dd_odf_lists_take_number(walk->lists);
	else if (!paragraph->noted && is_heading &&
		 !dd_xml_attribute_is(xml, DD_XML_ODF_TEXT, "is-list-header", "true"))
		paragraph->number = dd_odf_lists_take_heading(walk->lists, (unsigned)level);
	g_ptr_array_add(walk->paragraphs, paragraph);
	if (!paragraph->noted)
		dd_docx_sink_begin_paragraph(walk->sink);
}

static bool
close_paragraph(Walk *walk, GError **error)
{
	Paragraph *own = get_paragraph(walk);
	if (own == NULL)
		return true;
	bool ok = true;
	if (own->noted) {
		walk->n_note_bytes += own->flow.text->len;
		ok = walk->notes->len < DD_MAX_BLOCKS && walk->n_note_bytes < DD_MAX_DOCUMENT_BYTES;
		if (ok)
			g_ptr_array_add(walk->notes, g_strdup(own->flow.text->str));
		else
			g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"quá nhiều chú thích; hãy tách thành nhiều tệp (too many notes)");
	} else {
		DdParagraph paragraph = {.text = own->flow.text->str,
			.number = own->number,
			.heading = own->heading,
			.boxed = own->boxed};
		ok = dd_docx_sink_end_paragraph(walk->sink, is_shown(walk) ? &paragraph : NULL, error);
	}
	g_ptr_array_set_size(walk->paragraphs, (int)walk->paragraphs->len - 1);
	return ok;
}

static bool
open_table(Walk *walk, GError **error)
{
	if (!dd_docx_sink_open_table(walk->sink, error))
		return false;
	Table *table = g_new0(Table, 1);
	dd_span_grid_init(&table->grid);
	g_ptr_array_add(walk->tables, table);
	return true;
}

static bool
open_row(Walk *walk, GError **error)
{
	Table *table = get_table(walk);
	if (table == NULL)
		return true;
	table->column = 0;
	dd_span_grid_begin_row(&table->grid);
	return dd_docx_sink_open_row(walk->sink, error);
}

static uint32_t
get_count(const DdXml *xml, const char *name)
{
	return (uint32_t)dd_xml_get_number(xml, DD_XML_ODF_TABLE, name, 1, DD_MAX_TABLE_ROWS, 1);
}

static bool
open_cell(Walk *walk, const DdXml *xml, int name, GError **error)
{
	Table *table = get_table(walk);
	if (table == NULL)
		return true;
	uint32_t columns = get_count(xml, "number-columns-spanned");
	uint32_t rows = get_count(xml, "number-rows-spanned");
	uint32_t repeated = get_count(xml, "number-columns-repeated");
	table->depth = dd_xml_get_depth(xml);
	table->shows_cell = name == DD_ODF_TABLE_CELL &&
			    dd_span_grid_take(&table->grid, table->column, &columns, rows);
	table->hides_cell = !table->shows_cell;
	uint32_t column = table->column;
	/* a cell that is repeated in a text is an empty one */
	table->column = MIN(column + repeated, DD_MAX_TABLE_COLUMNS);
	return !table->shows_cell || dd_docx_sink_open_cell(walk->sink, column, columns, rows, error);
}

/* What is not looked at, with what the document says of it */
static bool
is_skipped(Walk *walk, int name)
{
	switch (name) {
	case DD_ODF_CHANGED_REGION:
		dd_document_builder_add_note(walk->builder, DD_NOTE_TRACKED_CHANGES);
		return true;
	case DD_ODF_ANNOTATION:
		dd_document_builder_add_note(walk->builder, DD_NOTE_COMMENTS);
		return true;
	case DD_ODF_NOTE_CITATION:
	case DD_ODF_RUBY_TEXT:
	case DD_ODF_FORMS:
	case DD_ODF_TITLE:
	case DD_ODF_DESC:
		return true;
	default:
		return false;
	}
}

static bool
set_page(Walk *walk, const DdXml *xml, DdPart part, GError **error)
{
	if (!walk->in_pages || walk->page > 0)
		return true;
	walk->page = dd_xml_get_depth(xml);
	return dd_document_builder_set_part(walk->builder, part, error);
}

/* A sign that stands for white space which shall stay. */
static bool
take_sign(Walk *walk, const DdXml *xml, int name, GError **error)
{
	Paragraph *paragraph = get_paragraph(walk);
	if (paragraph == NULL)
		return true;
	char sign = name == DD_ODF_TAB ? '\t' : name == DD_ODF_LINE_BREAK ? '\n' : ' ';
	int64_t n = name == DD_ODF_S ? dd_xml_get_number(xml, DD_XML_ODF_TEXT, "c", 1, 1000, 1) : 1;
	if (paragraph->flow.blank && name == DD_ODF_S)
		n++;
	return dd_flow_add_sign(&paragraph->flow, sign, (size_t)n, error);
}

/* The structure; in notes paragraphs alone count, for they end up without it. */
static bool
open_block(Walk *walk, const DdXml *xml, int name, GError **error)
{
	switch (name) {
	case DD_ODF_LIST:
		return dd_odf_lists_open(walk->lists, xml, error);
	case DD_ODF_LIST_ITEM:
	case DD_ODF_LIST_HEADER:
		dd_odf_lists_begin_item(walk->lists, xml, name == DD_ODF_LIST_ITEM);
		return true;
	case DD_ODF_TABLE:
		return open_table(walk, error);
	case DD_ODF_TABLE_ROW:
		return open_row(walk, error);
	case DD_ODF_TABLE_CELL:
	case DD_ODF_COVERED_TABLE_CELL:
		return open_cell(walk, xml, name, error);
	default:
		return true;
	}
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	if (walk->skipped > 0)
		return true;
	if (is_skipped(walk, name)) {
		walk->skipped = dd_xml_get_depth(xml);
		return true;
	}
	switch (name) {
	case DD_ODF_HEADER:
	case DD_ODF_HEADER_LEFT:
	case DD_ODF_HEADER_FIRST:
		return set_page(walk, xml, DD_PART_HEADER, error);
	case DD_ODF_FOOTER:
	case DD_ODF_FOOTER_LEFT:
	case DD_ODF_FOOTER_FIRST:
		return set_page(walk, xml, DD_PART_FOOTER, error);
	case DD_ODF_P:
	case DD_ODF_H:
		open_paragraph(walk, xml, name);
		return true;
	case DD_ODF_S:
	case DD_ODF_TAB:
	case DD_ODF_LINE_BREAK:
		return take_sign(walk, xml, name, error);
	case DD_ODF_NOTE:
		walk->note = walk->note > 0 ? walk->note : dd_xml_get_depth(xml);
		return true;
	default:
		break;
	}
	bool is_text = walk->note == 0 && (!walk->in_pages || walk->page > 0);
	const Table *table = get_table(walk);
	if (is_text && table != NULL && table->hides_cell && name == DD_ODF_TABLE)
		walk->skipped = dd_xml_get_depth(xml);
	return !is_text || walk->skipped > 0 || open_block(walk, xml, name, error);
}

static bool
close_block(Walk *walk, const DdXml *xml, int name, GError **error)
{
	Table *table = get_table(walk);
	switch (name) {
	case DD_ODF_LIST:
		dd_odf_lists_close(walk->lists);
		return true;
	case DD_ODF_TABLE:
		if (table == NULL)
			return true;
		g_ptr_array_set_size(walk->tables, (int)walk->tables->len - 1);
		return dd_docx_sink_close(walk->sink, error);
	case DD_ODF_TABLE_ROW:
		return table == NULL || dd_docx_sink_close(walk->sink, error);
	case DD_ODF_TABLE_CELL:
	case DD_ODF_COVERED_TABLE_CELL:
		if (table == NULL || table->depth != dd_xml_get_depth(xml))
			return true;
		table->depth = 0;
		table->hides_cell = false;
		return !table->shows_cell || dd_docx_sink_close(walk->sink, error);
	default:
		return true;
	}
}

static bool
on_close(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	size_t depth = dd_xml_get_depth(xml);
	if (dd_xml_is_within(xml, &walk->skipped))
		return true;
	if (name == DD_ODF_P || name == DD_ODF_H)
		return close_paragraph(walk, error);
	if (dd_xml_is_within(xml, &walk->note))
		return true;
	if (walk->in_pages && walk->page == 0)
		return true;
	if (walk->page == depth)
		walk->page = 0;
	return close_block(walk, xml, name, error);
}

static bool
on_text(G_GNUC_UNUSED const DdXml *xml, const char *text, size_t len, void *user, GError **error)
{
	Walk *walk = user;
	Paragraph *paragraph = walk->skipped == 0 ? get_paragraph(walk) : NULL;
	return paragraph == NULL || dd_flow_add(&paragraph->flow, text, len, error);
}

static bool
write_notes(Walk *walk, GError **error)
{
	if (walk->notes->len > 0 &&
		!dd_document_builder_set_part(walk->builder, DD_PART_FOOTNOTE, error))
		return false;
	for (guint i = 0; i < walk->notes->len; i++) {
		DdParagraph paragraph = {.text = g_ptr_array_index(walk->notes, i)};
		if (!dd_document_builder_add_paragraph(walk->builder, &paragraph, error))
			return false;
	}
	return true;
}

/*
 * A part that breaks the shape (a table inside of a row, a cell outside of one) is refused by the builder; the message is made
 * one that says what to do.
 */
static bool
explain(GError **inner, GError **error)
{
	if (g_error_matches(*inner, DD_ERROR, DD_ERROR_INVALID_DATA) &&
		g_str_has_prefix((*inner)->message, "document out of shape")) {
		g_clear_error(inner);
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp hỏng; hãy mở bằng LibreOffice rồi lưu lại (broken file: a table out of shape)");
		return false;
	}
	g_propagate_error(error, g_steal_pointer(inner));
	return false;
}

bool
dd_odf_read_text(const DdOdfStyles *styles, GBytes *content, GBytes *pages,
	DdDocumentBuilder *builder, GError **error)
{
	static const DdXmlHandler handler = {dd_odf_names, DD_ODF_LAST, on_open, on_close, on_text};
	g_autoptr(DdDocxSink) sink = dd_docx_sink_new(builder);
	g_autoptr(DdOdfLists) lists = dd_odf_lists_new(styles);
	g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func(free_paragraph);
	g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) inner = NULL;
	Walk walk = {.builder = builder,
		.sink = sink,
		.lists = lists,
		.paragraphs = paragraphs,
		.tables = tables,
		.notes = notes};
	if (!dd_xml_walk(content, &handler, &walk, &inner))
		return explain(&inner, error);
	walk.in_pages = true;
	if (!dd_xml_walk(pages, &handler, &walk, &inner) || !write_notes(&walk, &inner))
		return explain(&inner, error);
	return true;
}
