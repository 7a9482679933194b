/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout-margins.c: what stands above and below the pages: page numbers (NĐ 30/2020: at the head of each page but the first), and lines
 * that come again on most pages.
 */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#include "dict.h"

#define LINES 2                /* looked at above and below each page */
#define SAME_POINTS 6.0F       /* that such a line moves by from page to page */
#define MARGIN_SHARE 0.14F     /* of a page, in which a page number stands */
#define PAGE_NUMBER_FROM 0.35F /* of the width of a page */
#define PAGES_LEAST 3          /* before lines that come again are looked for */

struct _DdLayoutMargins {
	GPtrArray *rows[2]; /* DdLayoutRows of a line each: above, below */
};

void
dd_layout_margins_free(DdLayoutMargins *self)
{
	if (self == NULL)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(self->rows); i++)
		g_ptr_array_unref(self->rows[i]);
	g_free(self);
}

/* A line at the head or foot of a page */
typedef struct {
	GArray *body; /* whose words they are */
	guint from, to;
	float top;
	float left;
	char *text; /* without blanks */
	size_t page;
	bool below;
} Line;

static void
free_line(gpointer data)
{
	Line *line = data;
	g_free(line->text);
	g_free(line);
}

static char *
get_text(const GArray *words, guint from, guint to)
{
	GString *text = g_string_new(NULL);
	for (guint i = from; i < to; i++)
		g_string_append(text, g_array_index(words, DdLayoutWord, i).word->text);
	return g_string_free(text, FALSE);
}

/* "3", "- 3 -", "Trang 3/12": what only counts pages */
static bool
is_page_number(const char *text)
{
	g_autofree char *lower = g_utf8_strdown(text, -1);
	const char *at = lower;
	bool named = g_str_has_prefix(at, "trang");
	size_t digits = 0;
	for (at += named ? strlen("trang") : 0; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		digits += g_ascii_isdigit(*at);
		named = named || letter == '/';
		if (!g_ascii_isdigit(*at) && letter != '/' && letter != '-' && letter != 0x2013)
			return false;
	}
	return digits >= 1 && digits <= (named ? 8 : 3);
}

/* Page numbers stand in the middle or at the right; numbers of rows at the left */
static bool
is_aside(const Line *line, const DdPageContent *page)
{
	return line->left > PAGE_NUMBER_FROM * page->width;
}

/* Adds the first or last lines of a page. Its words are in the order of their rows. */
static void
add_lines(GPtrArray *lines, GArray *body, const DdLayoutRows *rows, size_t page, bool below)
{
	guint n = MIN(rows->rows->len, LINES);
	for (guint i = 0; i < n; i++) {
		guint at = below ? rows->rows->len - 1 - i : i;
		const DdLayoutRow *row = &g_array_index(rows->rows, DdLayoutRow, at);
		const DdLayoutRun *first = &g_array_index(rows->runs, DdLayoutRun, row->first);
		const DdLayoutRun *last = first + row->n - 1;
		Line *line = g_new0(Line, 1);
		*line = (Line){.body = body,
			.from = first->first,
			.to = last->first + last->n,
			.top = row->top,
			.left = row->left,
			.page = page,
			.below = below};
		line->text = get_text(rows->words, line->from, line->to);
		g_ptr_array_add(lines, line);
	}
}

/* On how many pages does this line stand, at this place? Those of a file are few kinds: counted by text and side. */
static void
count_texts(const GPtrArray *lines, GHashTable *counts)
{
	for (guint i = 0; i < lines->len; i++) {
		const Line *line = lines->pdata[i];
		char *key = g_strdup_printf(
			"%d %d %s", line->below, (int)(line->top / SAME_POINTS), line->text);
		gpointer n = g_hash_table_lookup(counts, key);
		g_hash_table_replace(counts, key, GUINT_TO_POINTER(GPOINTER_TO_UINT(n) + 1));
	}
}

static bool
comes_again(const Line *line, GHashTable *counts, size_t n_pages)
{
	guint n = 0;
	for (int shift = -1; shift <= 1; shift++) {
		g_autofree char *key = g_strdup_printf("%d %d %s", line->below,
			(int)(line->top / SAME_POINTS) + shift, line->text);
		n += GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
	}
	return n_pages >= PAGES_LEAST && 2 * ((size_t)n + 1) >= n_pages && n >= 2;
}

static bool
is_margin(const Line *line, const DdPageContent *page, GHashTable *counts, size_t n_pages)
{
	bool at_edge = line->below ? line->top > (1 - MARGIN_SHARE) * page->height
				   : line->top < MARGIN_SHARE * page->height;
	bool counts_pages = is_page_number(line->text) && is_aside(line, page);
	return at_edge && (counts_pages || comes_again(line, counts, n_pages));
}

/* Takes the words of the line out of its page. */
static void
take_line(DdLayoutMargins *self, const Line *line)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(DdLayoutWord));
	for (guint i = line->from; i < line->to; i++) {
		DdLayoutWord *word = &g_array_index(line->body, DdLayoutWord, i);
		g_array_append_vals(words, word, 1);
		word->page = 0; /* gone: dropped at the end */
	}
	g_ptr_array_add(self->rows[line->below], dd_layout_rows_new(words));
}

static void
drop_taken(GArray *body)
{
	guint n = 0;
	for (guint i = 0; i < body->len; i++)
		if (g_array_index(body, DdLayoutWord, i).page != 0)
			g_array_index(body, DdLayoutWord, n++) = g_array_index(body, DdLayoutWord, i);
	g_array_set_size(body, n);
}

static void
free_rows(gpointer rows)
{
	dd_layout_rows_free(rows);
}

DdLayoutMargins *
dd_layout_take_margins(DdPageContent *const *pages, GArray *const *bodies, size_t n)
{
	DdLayoutMargins *self = g_new0(DdLayoutMargins, 1);
	for (size_t i = 0; i < G_N_ELEMENTS(self->rows); i++)
		self->rows[i] = g_ptr_array_new_with_free_func(free_rows);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(free_line);
	g_autoptr(GHashTable) counts = dd_dict_new(g_free, NULL);
	for (size_t i = 0; i < n; i++) {
		if (bodies[i]->len == 0)
			continue;
		g_autoptr(DdLayoutRows) rows = dd_layout_rows_new(g_array_ref(bodies[i]));
		add_lines(lines, bodies[i], rows, i, false);
		add_lines(lines, bodies[i], rows, i, true);
	}
	count_texts(lines, counts);
	for (guint i = 0; i < lines->len; i++) {
		const Line *line = lines->pdata[i];
		bool gone = g_array_index(line->body, DdLayoutWord, line->from).page == 0;
		if (!gone && is_margin(line, pages[line->page], counts, n))
			take_line(self, line);
	}
	for (size_t i = 0; i < n; i++)
		drop_taken(bodies[i]);
	return self;
}

bool
dd_layout_write_margins(DdLayoutMargins *self, DdDocumentBuilder *builder, GError **error)
{
	const DdLayoutBounds bounds = {.right = G_MAXFLOAT};
	g_autoptr(DdLayoutFlow) flow = dd_layout_flow_new(builder);
	for (size_t part = 0; part < G_N_ELEMENTS(self->rows); part++) {
		GPtrArray *all = self->rows[part];
		if (all->len == 0)
			continue;
		if (!dd_document_builder_set_part(
			    builder, part == 0 ? DD_PART_HEADER : DD_PART_FOOTER, error))
			return false;
		for (guint i = 0; i < all->len; i++)
			for (guint k = 0; k < ((DdLayoutRows *)all->pdata[i])->rows->len; k++)
				if (!dd_layout_flow_add(flow, all->pdata[i], k, &bounds, error) ||
					!dd_layout_flow_end(flow, error))
					return false;
	}
	return true;
}
