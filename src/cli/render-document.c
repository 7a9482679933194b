/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-document.c: a Document as JSON and as the text that is read */
#include "document-text.h"
#include "json-writer.h"
#include "maxima.h"
#include "place.h"
#include "render.h"
#include "signature-json.h"

static const char *const part_names[DD_PART_LAST] = {"body", "header", "footer", "footnotes"};
static const char *const align_names[DD_ALIGN_LAST] = {"left", "centre", "right", "justify"};

/* The words that were repaired, with what they were made of and where: bytes of text and of original */
static void
write_mends(DdJsonWriter *json, const DdParagraph *paragraph)
{
	if (paragraph->original == NULL)
		return;
	dd_json_string(json, "original", paragraph->original);
	dd_json_open(json, "repaired", '[', false);
	for (uint32_t i = 0; i < paragraph->n_mends; i++) {
		const DdMend *mend = &paragraph->mends[i];
		g_autofree char *word = g_strndup(paragraph->text + mend->at, mend->len);
		g_autofree char *from = g_strndup(paragraph->original + mend->from, mend->from_len);
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "word", word);
		dd_json_uint(json, "offset", mend->at);
		dd_json_string(json, "original", from);
		dd_json_uint(json, "original_offset", mend->from);
		dd_json_percent(json, "confidence", mend->confidence);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

/* Where each word stands */
static void
write_places(DdJsonWriter *json, const DdParagraph *paragraph)
{
	if (paragraph->n_places == 0)
		return;
	dd_json_open(json, "places", '[', true);
	for (uint32_t i = 0; i < paragraph->n_places; i++) {
		const DdPlace *place = &paragraph->places[i];
		dd_json_open(json, NULL, '{', true);
		dd_json_uint(json, "start", place->start);
		dd_json_uint(json, "page", place->page);
		dd_place_write_box(json, place);
		if (place->confidence <= 100)
			dd_json_percent(json, "confidence", place->confidence);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static void
write_pages(DdJsonWriter *json, const DdDocument *document)
{
	size_t n = 0;
	const DdPage *pages = dd_document_get_pages(document, &n);
	if (n == 0)
		return;
	dd_json_open(json, "pages", '[', true);
	for (size_t i = 0; i < n; i++) {
		dd_json_open(json, NULL, '{', true);
		dd_json_double(json, "width", pages[i].width / 10.0);
		dd_json_double(json, "height", pages[i].height / 10.0);
		if (pages[i].turned != 0)
			dd_json_uint(json, "turned", (uint64_t)pages[i].turned * 90);
		if (pages[i].skew != 0)
			dd_json_double(json, "skew", pages[i].skew / 100.0);
		if (pages[i].unread)
			dd_json_bool(json, "unread", true);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static void
write_paragraph(DdJsonWriter *json, const DdParagraph *paragraph)
{
	if (paragraph->number != NULL)
		dd_json_string(json, "number", paragraph->number);
	dd_json_string(json, "text", paragraph->text);
	if (paragraph->style != NULL)
		dd_json_string(json, "style", paragraph->style);
	if (paragraph->heading != 0)
		dd_json_uint(json, "heading", paragraph->heading);
	if (paragraph->align != DD_ALIGN_LEFT)
		dd_json_string(json, "align", align_names[paragraph->align]);
	if (paragraph->bold)
		dd_json_bool(json, "bold", true);
	if (paragraph->boxed)
		dd_json_bool(json, "boxed", true);
	write_mends(json, paragraph);
	write_places(json, paragraph);
}

static void
write_blocks(DdJsonWriter *json, const char *key, const DdBlocks *blocks, unsigned depth);

static void
/* NOLINTNEXTLINE(misc-no-recursion): a Document is no deeper than DD_MAX_TABLE_DEPTH */
write_table(DdJsonWriter *json, const DdTable *table, unsigned depth)
{
	dd_json_uint(json, "columns", table->columns);
	dd_json_open(json, "rows", '[', false);
	for (size_t r = 0; r < table->n; r++) {
		dd_json_open(json, NULL, '[', false);
		for (size_t c = 0; c < table->rows[r].n; c++) {
			const DdCell *cell = &table->rows[r].cells[c];
			dd_json_open(json, NULL, '{', false);
			dd_json_uint(json, "column", cell->column);
			if (cell->columns > 1)
				dd_json_uint(json, "columns", cell->columns);
			if (cell->rows > 1)
				dd_json_uint(json, "rows", cell->rows);
			write_blocks(json, "blocks", &cell->blocks, depth + 1);
			dd_json_close(json, '}');
		}
		dd_json_close(json, ']');
	}
	dd_json_close(json, ']');
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): a Document is no deeper than DD_MAX_TABLE_DEPTH */
write_blocks(DdJsonWriter *json, const char *key, const DdBlocks *blocks, unsigned depth)
{
	dd_json_open(json, key, '[', false);
	for (size_t i = 0; i < blocks->n && depth <= DD_MAX_TABLE_DEPTH; i++) {
		const DdBlock *block = &blocks->items[i];
		bool table = block->kind == DD_BLOCK_TABLE;
		dd_json_open(json, NULL, '{', !table && block->paragraph.original == NULL);
		dd_json_string(json, "kind", table ? "table" : "paragraph");
		if (block->page != 0)
			dd_json_uint(json, "page", block->page);
		if (table)
			write_table(json, &block->table, depth);
		else
			write_paragraph(json, &block->paragraph);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

void
dd_render_document_json(const DdRender *render, const char *file, const DdDocument *document)
{
	g_autoptr(GError) error = NULL;
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	if (render->count > 0)
		fputs(",\n", render->out);
	dd_json_init(json, render->out);
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "file", file);
	dd_json_string(json, "kind", dd_document_get_kind(document));
	dd_json_open(json, "notes", '[', true);
	for (DdNote note = 0; note < DD_NOTE_LAST; note++)
		if (dd_document_has_note(document, note))
			dd_json_string(json, NULL, dd_note_to_string(note));
	dd_json_close(json, ']');
	size_t n = 0;
	const DdSignature *signatures = dd_document_get_signatures(document, &n);
	dd_json_write_signatures(json, signatures, n);
	write_pages(json, document);
	for (DdPart part = 0; part < DD_PART_LAST; part++)
		write_blocks(json, part_names[part], dd_document_get_blocks(document, part), 0);
	dd_json_close(json, '}');
	/* a failed write is kept by the stream, where the caller looks */
	if (!dd_json_finish(json, &error))
		g_debug("%s", error->message);
	fputc('\n', render->out);
}

void
dd_render_document_text(const DdRender *render, const char *file, const DdDocument *document)
{
	(void)file;
	if (render->count > 0)
		fputs("\f\n", render->out);
	g_autoptr(GByteArray) text = dd_document_to_text(document, NULL);
	if (text->len > 0)
		fwrite(text->data, 1, text->len, render->out);
}
