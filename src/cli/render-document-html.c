/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-document-html.c: a Document as one page of HTML: numbering, merged cells, what stands above and below the pages */
#include "labels.h"
#include "maxima.h"
#include "render.h"

/* Letters as on paper, lines at the left that tell numbers and styles; no script, nothing from outside */
static const char style[] =
	"body{font:16px/1.5 'Times New Roman',Tinos,serif;max-width:60rem;margin:2rem "
	"auto;padding:0 1rem;"
	"color:#222;background:#fff}"
	"table{border-collapse:collapse;width:100%;margin:.5rem 0}td{border:1px solid "
	"#999;padding:.2rem .4rem;"
	"vertical-align:top}p{margin:.2rem 0;white-space:pre-wrap}.n{color:#06c;margin-right:.4em}"
	".centre{text-align:center}.right{text-align:right}.justify{text-align:justify}.b{font-"
	"weight:bold}"
	".x{border-left:3px solid #c80;padding-left:.4rem}section{border-top:1px dashed "
	"#999;margin-top:1.5rem}"
	"h2{font:bold 13px sans-serif;color:#666}";

static void
print_escaped(FILE *out, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		unsigned char byte = (unsigned char)*at;
		if (byte == '<')
			fputs("&lt;", out);
		else if (byte == '&')
			fputs("&amp;", out);
		else if (byte == '"')
			fputs("&quot;", out);
		else if (byte >= ' ' || byte == '\n' || byte == '\t')
			fputc(byte, out);
	}
}

static void
print_paragraph(FILE *out, const DdParagraph *paragraph)
{
	static const char *const aligns[DD_ALIGN_LAST] = {"", "centre", "right", "justify"};
	fprintf(out, "<p class=\"%s%s%s\"", aligns[paragraph->align], paragraph->bold ? " b" : "",
		paragraph->boxed ? " x" : "");
	if (paragraph->style != NULL) {
		fputs(" title=\"", out);
		print_escaped(out, paragraph->style);
		fputc('"', out);
	}
	fputc('>', out);
	if (paragraph->number != NULL) {
		fputs("<span class=\"n\">", out);
		print_escaped(out, paragraph->number);
		fputs("</span>", out);
	}
	print_escaped(out, paragraph->text);
	fputs("</p>\n", out);
}

/* A cell for each stretch of columns between @from and @to that no cell covers */
static void
print_gap(FILE *out, uint32_t from, uint32_t to)
{
	if (to > from)
		fprintf(out, "<td colspan=\"%u\"></td>", to - from);
}

static void
print_blocks(FILE *out, const DdBlocks *blocks, unsigned depth);

/* What is still covered from above: rows left, by column */
typedef struct {
	uint32_t rows[DD_MAX_TABLE_COLUMNS];
} Covered;

static void
/* NOLINTNEXTLINE(misc-no-recursion): a Document is no deeper than DD_MAX_TABLE_DEPTH */
print_row(FILE *out, const DdTable *table, const DdRow *row, Covered *covered, unsigned depth)
{
	size_t next = 0;
	uint32_t gap = 0;
	fputs("<tr>", out);
	for (uint32_t column = 0; column < table->columns;) {
		const DdCell *cell = next < row->n && row->cells[next].column == column
					     ? &row->cells[next++]
					     : NULL;
		if (cell == NULL) {
			bool open = covered->rows[column] == 0;
			covered->rows[column] -= !open;
			if (!open)
				print_gap(out, gap, column);
			column++;
			gap = open ? gap : column;
			continue;
		}
		print_gap(out, gap, column);
		fprintf(out, "<td colspan=\"%u\" rowspan=\"%u\">", cell->columns, cell->rows);
		print_blocks(out, &cell->blocks, depth + 1);
		fputs("</td>", out);
		for (uint32_t i = 0; i < cell->columns; i++)
			covered->rows[column + i] = cell->rows - 1;
		column += cell->columns;
		gap = column;
	}
	print_gap(out, gap, table->columns);
	fputs("</tr>\n", out);
}

static void
/* NOLINTNEXTLINE(misc-no-recursion): a Document is no deeper than DD_MAX_TABLE_DEPTH */
print_blocks(FILE *out, const DdBlocks *blocks, unsigned depth)
{
	for (size_t i = 0; i < blocks->n && depth <= DD_MAX_TABLE_DEPTH; i++) {
		const DdBlock *block = &blocks->items[i];
		if (block->kind == DD_BLOCK_PARAGRAPH) {
			print_paragraph(out, &block->paragraph);
			continue;
		}
		Covered covered = {0};
		fputs("<table>\n", out);
		for (size_t r = 0; r < block->table.n; r++)
			print_row(out, &block->table, &block->table.rows[r], &covered, depth);
		fputs("</table>\n", out);
	}
}

static void
print_signatures(FILE *out, const DdDocument *document)
{
	size_t n = 0;
	const DdSignature *signatures = dd_document_get_signatures(document, &n);
	if (n == 0)
		return;
	fputs("<section><h2>Chữ ký số (signatures)</h2>\n", out);
	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = dd_label_signature(&signatures[i]);
		fputs("<p>", out);
		print_escaped(out, text);
		fputs("</p>\n", out);
	}
	fputs("</section>\n", out);
}

static void
print_unread_pages(FILE *out, const DdDocument *document)
{
	g_autofree char *pages = dd_document_list_unread_pages(document);
	if (pages != NULL)
		fprintf(out, "<p><em>Chưa đọc trang (pages not read): %s</em></p>\n", pages);
}

void
dd_render_document_html(const DdRender *render, const char *file, const DdDocument *document)
{
	static const char *const titles[DD_PART_LAST] = {
		NULL, "Đầu trang (header)", "Chân trang (footer)", "Chú thích (footnotes)"};
	FILE *out = render->out;
	fputs("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">"
	      "<meta name=\"viewport\" content=\"width=device-width\">"
	      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	      "style-src 'unsafe-inline'\"><title>",
		out);
	print_escaped(out, file);
	fprintf(out, "</title><style>%s</style></head><body>\n", style);
	print_unread_pages(out, document);
	for (DdPart part = 0; part < DD_PART_LAST; part++) {
		const DdBlocks *blocks = dd_document_get_blocks(document, part);
		if (blocks->n == 0)
			continue;
		if (titles[part] != NULL)
			fprintf(out, "<section><h2>%s</h2>\n", titles[part]);
		print_blocks(out, blocks, 0);
		if (titles[part] != NULL)
			fputs("</section>\n", out);
	}
	print_signatures(out, document);
	fputs("</body></html>\n", out);
}
