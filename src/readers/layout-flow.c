/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout-flow.c: rows into paragraphs: a line that had room for the first word of the next was ended on purpose */
#include "layout-private.h"

#include <math.h>
#include <string.h>

#include "maxima.h"

#define BLANK_EMS 0.28F
#define NARROW_EMS 1.6F    /* of a cell in which two letters have no room */
#define SLACK_POINTS 2.0F  /* that lines of one margin differ by */
#define INDENT_POINTS 8.0F /* of a first line */
#define INDENT_SHARE 0.25F /* of the width, at most */
#define CENTRED_POINTS 6.0F
#define APART_LINES 0.75F /* of the height of a line, between two of them */
#define BLANK_LINES 1.1F  /* between two of them is a blank one */
#define TENTHS 10.0F
#define YEAR_DIGITS 4
#define LAST_WORD_BYTES 64
#define MARGIN_ROWS 3     /* at one place, before that is the margin, and … */
#define SHARE_MARGIN 0.2F /* of the rows that end at one place, before that is the margin */

struct _DdLayoutFlow {
	DdDocumentBuilder *builder;
	GString *text;
	GArray *places;   /* DdPlace */
	DdLayoutRow last; /* that was added */
	bool held, bold, centred;
	uint32_t page; /* of its first row */
};

DdLayoutFlow *
dd_layout_flow_new(DdDocumentBuilder *builder)
{
	DdLayoutFlow *self = g_new0(DdLayoutFlow, 1);
	self->builder = builder;
	self->text = g_string_new(NULL);
	self->places = g_array_new(FALSE, FALSE, sizeof(DdPlace));
	return self;
}

void
dd_layout_flow_free(DdLayoutFlow *self)
{
	if (self == NULL)
		return;
	g_string_free(self->text, TRUE);
	g_array_unref(self->places);
	g_free(self);
}

static uint16_t
to_tenths(float points)
{
	float tenths = roundf(points * TENTHS);
	return tenths >= G_MAXUINT16 ? G_MAXUINT16 : tenths > 0 ? (uint16_t)tenths : 0;
}

static void
add_word(DdLayoutFlow *self, const DdLayoutWord *word)
{
	const DdPageWord *at = word->word;
	DdPlace place = {.start = (uint32_t)self->text->len,
		.page = word->page,
		.left = to_tenths(at->left),
		.top = to_tenths(at->top),
		.confidence = at->confidence};
	place.right = MAX(place.left, to_tenths(at->right));
	place.bottom = MAX(place.top, to_tenths(at->bottom));
	g_array_append_val(self->places, place);
	g_string_append(self->text, at->text);
}

static const DdPageWord *
get_first_word(const DdLayoutRows *rows, const DdLayoutRow *row)
{
	const DdLayoutRun *run = &g_array_index(rows->runs, DdLayoutRun, row->first);
	return g_array_index(rows->words, DdLayoutWord, run->first).word;
}

/* Returns: the last word, of a long one its end: who asks at each row must not go through the whole paragraph */
static const char *
get_last_word(const GString *text)
{
	size_t n = 0;
	while (n < MIN(text->len, LAST_WORD_BYTES) && text->str[text->len - n - 1] != ' ')
		n++;
	return text->str + text->len - n;
}

/* A number that the end of a line broke: "378/KH-" and "SKHCN", but not "sự nghiệp -" and "dịch vụ" */
static bool
is_broken_code(const GString *text)
{
	if (text->len < 2)
		return false;
	char last = text->str[text->len - 1], before = text->str[text->len - 2];
	const char *word = get_last_word(text);
	bool has_digit_or_slash = strpbrk(word, "0123456789/") != NULL;
	return (last == '-' || last == '/') && before != ' ' && has_digit_or_slash && strlen(word) > 2;
}

/* A year that a narrow cell broke: "14/11/2" and "025" */
static bool
is_broken_year(const GString *text, const char *next)
{
	const char *day = get_last_word(text), *year = strrchr(day, '/');
	if (year == NULL || strspn(day, "0123456789/") != strlen(day))
		return false;
	size_t before = strlen(year + 1), behind = strspn(next, "0123456789");
	return memchr(day, '/', (size_t)(year - day)) != NULL && before > 0 && behind > 0 &&
	       before + behind == YEAR_DIGITS;
}

static void
add_row(DdLayoutFlow *self, const DdLayoutRows *rows, const DdLayoutRow *row,
	const DdLayoutBounds *bounds)
{
	/* in a column for numbers "10" may stand as "1" above "0" */
	bool is_narrow = bounds->known && bounds->right - bounds->left < NARROW_EMS * row->size;
	bool is_broken = is_broken_code(self->text) ||
			 is_broken_year(self->text, get_first_word(rows, row)->text);
	if (self->text->len > 0 && !is_narrow && !is_broken)
		g_string_append_c(self->text, ' ');
	for (guint r = 0; r < row->n; r++) {
		const DdLayoutRun *run = &g_array_index(rows->runs, DdLayoutRun, row->first + r);
		for (guint i = 0; i < run->n; i++) {
			if (i > 0 || r > 0)
				g_string_append_c(self->text, i == 0 ? '\t' : ' ');
			add_word(self, &g_array_index(rows->words, DdLayoutWord, run->first + i));
		}
	}
}

static bool
is_centred(const DdLayoutRow *row, const DdLayoutBounds *bounds)
{
	float before = row->left - bounds->left, behind = bounds->right - row->right;
	return before > CENTRED_POINTS && fabsf(before - behind) < 2 * CENTRED_POINTS;
}

/* Do two rows have one middle, and begin at different places? */
static bool
share_middle(const DdLayoutRow *one, const DdLayoutRow *two)
{
	return fabsf(one->left + one->right - two->left - two->right) < CENTRED_POINTS &&
	       fabsf(one->left - two->left) > SLACK_POINTS;
}

/* A mark that items of lists begin with */
static bool
begins_item(const char *word)
{
	static const char *const bullets[] = {"-", "–", "+", "*", "•", "▪", "○", "●",
		"\xEF\x82\xB7", "\xEF\x82\xA7" /* of Word's fonts of signs */};
	for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++)
		if (strcmp(word, bullets[i]) == 0)
			return true;
	size_t len = strlen(word);
	return len >= 2 && len <= 6 && strchr(".)-", word[len - 1]) != NULL &&
	       g_ascii_isalnum(word[0]) &&
	       strspn(word, "0123456789.IVXLCabcdeghiklmnopqrst") >= len - 1;
}

static bool
ends_closed(const GString *text)
{
	return text->len > 0 && strchr(".;:!?])", text->str[text->len - 1]) != NULL;
}

/* Does it begin right of the margin, as first lines do? Much farther right stands what is centred or set to the right. */
static bool
is_indented(const DdLayoutRow *row, const DdLayoutBounds *bounds)
{
	float by = row->left - bounds->left;
	return by > INDENT_POINTS && by < INDENT_SHARE * (bounds->right - bounds->left);
}

/* Does @row go on the paragraph that is held? */
static bool
goes_on(const DdLayoutFlow *self, const DdLayoutRows *rows, const DdLayoutRow *row,
	const DdLayoutBounds *bounds)
{
	const DdLayoutRow *last = &self->last;
	const DdPageWord *first = get_first_word(rows, row);
	float needed = BLANK_EMS * first->size + first->right - first->left;
	if (self->text->len > DD_MAX_PARAGRAPH_BYTES / 2 || self->bold != row->bold)
		return false;
	if (bounds->known && bounds->right - bounds->left < NARROW_EMS * row->size)
		return true;
	if (row->page == last->page &&
		row->top - last->bottom > APART_LINES * (last->bottom - last->top))
		return false;
	/* lines of a head or title are ended by hand; those of a centred cell where it is full */
	if (share_middle(last, row) && (!bounds->known || !is_centred(last, bounds)))
		return bounds->known && last->right + needed > bounds->right - SLACK_POINTS;
	if (bounds->known && is_centred(last, bounds))
		return last->right - last->left + needed > bounds->right - bounds->left - SLACK_POINTS;
	if (last->right + needed <= bounds->right - SLACK_POINTS)
		return false;
	if (is_indented(row, bounds) && (bounds->indents || row->left > last->left + INDENT_POINTS))
		return false;
	return !(begins_item(first->text) && ends_closed(self->text));
}

bool
dd_layout_flow_end(DdLayoutFlow *self, GError **error)
{
	if (!self->held)
		return true;
	DdParagraph paragraph = {.text = self->text->str,
		.places = (const DdPlace *)(const void *)self->places->data,
		.n_places = self->places->len,
		.align = self->centred ? DD_ALIGN_CENTRE : DD_ALIGN_LEFT,
		.bold = self->bold};
	dd_document_builder_set_page(self->builder, self->page);
	bool added = dd_document_builder_add_paragraph(self->builder, &paragraph, error);
	g_string_truncate(self->text, 0);
	g_array_set_size(self->places, 0);
	self->held = false;
	return added;
}

/* A blank line says that another matter begins, as one below a title */
static bool
add_blank(DdLayoutFlow *self, GError **error)
{
	return dd_document_builder_add_paragraph(self->builder, &(DdParagraph){.text = ""}, error);
}

bool
dd_layout_flow_add(DdLayoutFlow *self, const DdLayoutRows *rows, guint at,
	const DdLayoutBounds *bounds, GError **error)
{
	const DdLayoutRow *row = &g_array_index(rows->rows, DdLayoutRow, at);
	bool parted = bounds->blanks && self->last.size > 0 && self->last.page == row->page &&
		      row->top - self->last.bottom >
			      BLANK_LINES * (self->last.bottom - self->last.top);
	if (self->held && !goes_on(self, rows, row, bounds) && !dd_layout_flow_end(self, error))
		return false;
	if (parted && !self->held && !add_blank(self, error))
		return false;
	if (!self->held) {
		self->held = true;
		self->bold = row->bold;
		self->centred = is_centred(row, bounds);
		self->page = row->page;
	}
	add_row(self, rows, row, bounds);
	self->last = *row;
	return true;
}

/* Where most of the rows end: justified lines do at the margin; one that sticks out is none. */
static float
find_right(const DdLayoutRows *rows, float right)
{
	guint most = 0, n = rows->rows->len;
	float margin = right;
	g_autofree guint *ends = g_new0(guint, (gsize)(MAX(right, 0) / SLACK_POINTS) + 2);
	for (guint i = 0; i < n; i++) {
		const DdLayoutRow *row = &g_array_index(rows->rows, DdLayoutRow, i);
		guint *here = &ends[(gsize)(MAX(row->right, 0) / SLACK_POINTS)];
		(*here)++;
		if (*here > most || (*here == most && row->right > margin)) {
			most = *here;
			margin = row->right;
		}
	}
	bool shared = most >= MARGIN_ROWS && (float)most >= SHARE_MARGIN * (float)n;
	return shared ? margin : right;
}

DdLayoutBounds
dd_layout_find_bounds(const DdLayoutRows *rows)
{
	DdLayoutBounds bounds = {0};
	guint at_margin = 0;
	for (guint i = 0; i < rows->rows->len; i++) {
		const DdLayoutRow *row = &g_array_index(rows->rows, DdLayoutRow, i);
		bounds.left = i == 0 ? row->left : MIN(bounds.left, row->left);
		bounds.right = i == 0 ? row->right : MAX(bounds.right, row->right);
	}
	for (guint i = 0; i < rows->rows->len; i++) {
		const DdLayoutRow *row = &g_array_index(rows->rows, DdLayoutRow, i);
		at_margin += row->left < bounds.left + SLACK_POINTS &&
			     !begins_item(get_first_word(rows, row)->text);
	}
	bounds.right = find_right(rows, bounds.right);
	bounds.indents = at_margin >= MARGIN_ROWS &&
			 (float)at_margin >= SHARE_MARGIN * (float)rows->rows->len;
	return bounds;
}
