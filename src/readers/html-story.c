/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-story.h"

#include <string.h>

#include "docx-number-format.h"
#include "error.h"
#include "flow.h"
#include "maxima.h"
#include "span-grid.h"

/* What an element is to us */
typedef enum {
	KIND_INLINE,
	KIND_BLOCK,
	KIND_PARAGRAPH,
	KIND_HEADING,
	KIND_LIST,
	KIND_ITEM,
	KIND_TABLE,
	KIND_ROW,
	KIND_CELL,
	KIND_BREAK,
	KIND_PRE,
	KIND_UNSEEN
} Kind;

static const struct {
	const char *name;
	Kind kind;
} elements[] = {
	{"address", KIND_BLOCK}, {"article", KIND_BLOCK}, {"aside", KIND_BLOCK},
	{"blockquote", KIND_BLOCK}, {"body", KIND_BLOCK}, {"br", KIND_BREAK}, {"caption", KIND_BLOCK},
	{"center", KIND_BLOCK}, {"dd", KIND_BLOCK}, {"dir", KIND_LIST}, {"div", KIND_BLOCK},
	{"dl", KIND_BLOCK}, {"dt", KIND_BLOCK}, {"fieldset", KIND_BLOCK}, {"figcaption", KIND_BLOCK},
	{"figure", KIND_BLOCK}, {"footer", KIND_BLOCK}, {"form", KIND_BLOCK}, {"h1", KIND_HEADING},
	{"h2", KIND_HEADING}, {"h3", KIND_HEADING}, {"h4", KIND_HEADING}, {"h5", KIND_HEADING},
	{"h6", KIND_HEADING}, {"header", KIND_BLOCK}, {"hr", KIND_BLOCK}, {"iframe", KIND_UNSEEN},
	{"li", KIND_ITEM}, {"main", KIND_BLOCK}, {"math", KIND_UNSEEN}, {"menu", KIND_LIST},
	{"nav", KIND_BLOCK}, {"noscript", KIND_UNSEEN}, {"object", KIND_UNSEEN}, {"ol", KIND_LIST},
	{"p", KIND_PARAGRAPH}, {"pre", KIND_PRE}, {"script", KIND_UNSEEN}, {"section", KIND_BLOCK},
	{"select", KIND_UNSEEN}, {"style", KIND_UNSEEN}, {"svg", KIND_UNSEEN},
	{"table", KIND_TABLE}, {"td", KIND_CELL}, {"template", KIND_UNSEEN},
	{"textarea", KIND_UNSEEN}, {"th", KIND_CELL}, {"title", KIND_UNSEEN}, {"tr", KIND_ROW},
	{"ul", KIND_LIST}, {"xml", KIND_UNSEEN}, /* what Word tells itself */
};

typedef struct {
	bool is_ordered;
	DdNumberFormat format;
	uint32_t next;
} List;

typedef struct {
	DdSpanGrid grid;
	bool is_open, row_is_open, cell_is_open; /* in the document */
} Table;

struct _DdHtmlStory {
	DdDocumentBuilder *builder;
	DdFlow flow;
	char *number; /* of the item whose text is to come, NULL none */
	uint8_t heading;
	bool was_shown; /* something of the open paragraph */
	List lists[DD_MAX_HTML_LISTS];
	size_t n_lists;
	Table *tables[DD_MAX_TABLE_DEPTH];
	size_t n_tables;           /* those that are too deep included: their cells are blocks */
	size_t depth, unseen, pre; /* elements that are open; the one that is not shown, 0 none */
};

DdHtmlStory *
dd_html_story_new(DdDocumentBuilder *builder)
{
	DdHtmlStory *self = g_new0(DdHtmlStory, 1);
	self->builder = builder;
	self->flow.text = g_string_new(NULL);
	return self;
}

void
dd_html_story_free(DdHtmlStory *self)
{
	if (self == NULL)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(self->tables); i++)
		g_free(self->tables[i]);
	g_string_free(self->flow.text, TRUE);
	g_free(self->number);
	g_free(self);
}

static gint
compare_names(const char *name, size_t i)
{
	return strcmp(name, elements[i].name);
}

static Kind
find_kind(const char *name)
{
	size_t from = 0, to = G_N_ELEMENTS(elements);
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		gint order = compare_names(name, middle);
		if (order == 0)
			return elements[middle].kind;
		if (order > 0)
			from = middle + 1;
		else
			to = middle;
	}
	return KIND_INLINE;
}

static const char *
find_attribute(const char **attributes, const char *name)
{
	for (const char **at = attributes; at != NULL && *at != NULL; at += 2) {
		if (g_ascii_strcasecmp(at[0], name) == 0)
			return at[1] != NULL ? at[1] : "";
	}
	return NULL;
}

static uint32_t
get_number(const char **attributes, const char *name, uint32_t from, uint32_t to, uint32_t fallback)
{
	const char *text = find_attribute(attributes, name);
	uint64_t number = 0;
	if (text == NULL)
		return fallback;
	text += strspn(text, " \t\r\n");
	if (!g_ascii_isdigit(*text))
		return fallback;
	for (; g_ascii_isdigit(*text); text++)
		number = MIN(number * 10 + (uint64_t)(*text - '0'), UINT32_MAX);
	return (uint32_t)CLAMP(number, from, to);
}

static bool
is_hidden(const char **attributes)
{
	const char *style = find_attribute(attributes, "style");
	if (find_attribute(attributes, "hidden") != NULL)
		return true;
	const char *display = style != NULL ? strstr(style, "display") : NULL;
	if (display == NULL)
		return false;
	display += strlen("display");
	display += strspn(display, " \t:");
	return g_ascii_strncasecmp(display, "none", 4) == 0;
}

/* Returns: the innermost table, NULL outside of any, and in one that is too deep */
static Table *
get_table(const DdHtmlStory *self)
{
	bool is_there = self->n_tables > 0 && self->n_tables <= DD_MAX_TABLE_DEPTH;
	return is_there ? self->tables[self->n_tables - 1] : NULL;
}

static bool
close_cell(DdHtmlStory *self, Table *table, GError **error)
{
	bool was_open = table->cell_is_open;
	table->cell_is_open = false;
	return !was_open || dd_document_builder_close(self->builder, error);
}

static bool
close_row(DdHtmlStory *self, Table *table, GError **error)
{
	if (!close_cell(self, table, error))
		return false;
	bool was_open = table->row_is_open;
	table->row_is_open = false;
	return !was_open || dd_document_builder_close(self->builder, error);
}

static bool
open_row(DdHtmlStory *self, Table *table, GError **error)
{
	if (!close_row(self, table, error) ||
		(!table->is_open && !dd_document_builder_open_table(self->builder, error)))
		return false;
	table->is_open = true;
	dd_span_grid_begin_row(&table->grid);
	table->row_is_open = dd_document_builder_open_row(self->builder, error);
	return table->row_is_open;
}

/* A row that is full takes no further cell: none is open then. */
static bool
open_cell(DdHtmlStory *self, Table *table, const char **attributes, GError **error)
{
	if (!table->row_is_open && !open_row(self, table, error))
		return false;
	if (!close_cell(self, table, error))
		return false;
	uint32_t column = dd_span_grid_get_free(&table->grid);
	uint32_t columns = get_number(attributes, "colspan", 1, DD_MAX_TABLE_COLUMNS, 1);
	uint32_t rows = get_number(attributes, "rowspan", 0, DD_MAX_TABLE_ROWS, 1);
	rows = rows == 0 ? DD_MAX_TABLE_ROWS : rows; /* to the end of the table */
	if (!dd_span_grid_take(&table->grid, column, &columns, rows)) {
		dd_document_builder_add_note(self->builder, DD_NOTE_CUT);
		return true;
	}
	table->cell_is_open = dd_document_builder_open_cell(
		self->builder, column, columns, rows, error);
	return table->cell_is_open;
}

/*
 * Sees to it that something may be added where the file puts it, be it between cells. @has_room_out: FALSE where the row is full,
 * and what was to be added is left out
 */
static bool
make_room(DdHtmlStory *self, bool *has_room_out, GError **error)
{
	Table *table = get_table(self);
	bool is_between = table != NULL && table->is_open && !table->cell_is_open;
	if (is_between && !open_cell(self, table, NULL, error))
		return false;
	*has_room_out = !is_between || table->cell_is_open;
	return true;
}

/* Adds the text so far as a paragraph. @even_empty: also where there is none */
static bool
flush(DdHtmlStory *self, bool even_empty, GError **error)
{
	GString *text = self->flow.text;
	self->flow.blank = false;
	/* a tab at the end is an empty cell of a table that was copied */
	while (text->len > 0 && strchr(" \n", text->str[text->len - 1]) != NULL)
		g_string_truncate(text, text->len - 1);
	if (text->len == 0 && !even_empty)
		return true;
	bool has_room = false;
	if (self->unseen == 0 && !make_room(self, &has_room, error))
		return false;
	DdParagraph paragraph = {.text = text->str, .number = self->number, .heading = self->heading};
	bool ok = !has_room || dd_document_builder_add_paragraph(self->builder, &paragraph, error);
	g_clear_pointer(&self->number, g_free);
	g_string_truncate(text, 0);
	self->was_shown = true;
	return ok;
}

static DdNumberFormat
format_of(const char *type)
{
	switch (type != NULL ? type[0] : '1') {
	case 'a':
		return DD_NUMBER_LOWER_LETTER;
	case 'A':
		return DD_NUMBER_UPPER_LETTER;
	case 'i':
		return DD_NUMBER_LOWER_ROMAN;
	case 'I':
		return DD_NUMBER_UPPER_ROMAN;
	default:
		return DD_NUMBER_DECIMAL;
	}
}

static void
open_list(DdHtmlStory *self, const char *name, const char **attributes)
{
	if (self->n_lists < DD_MAX_HTML_LISTS)
		self->lists[self->n_lists] = (List){.is_ordered = strcmp(name, "ol") == 0,
			.format = format_of(find_attribute(attributes, "type")),
			.next = get_number(attributes, "start", 0, INT32_MAX, 1)};
	self->n_lists++;
}

static void
open_item(DdHtmlStory *self, const char **attributes)
{
	g_clear_pointer(&self->number, g_free);
	if (self->n_lists == 0 || self->n_lists > DD_MAX_HTML_LISTS)
		return;
	List *list = &self->lists[self->n_lists - 1];
	if (!list->is_ordered) {
		self->number = g_strdup("•");
		return;
	}
	uint32_t value = get_number(attributes, "value", 0, INT32_MAX, list->next);
	list->next = MIN(value, INT32_MAX - 1) + 1;
	GString *number = g_string_new(NULL);
	dd_number_format_append(list->format, value, number);
	g_string_append_c(number, '.');
	self->number = g_string_free(number, FALSE);
}

static bool
open_table(DdHtmlStory *self, GError **error)
{
	bool has_room;
	if (!make_room(self, &has_room, error))
		return false;
	if (!has_room) {
		self->unseen = self->depth;
		return true;
	}
	if (self->n_tables < DD_MAX_TABLE_DEPTH) {
		Table **place = &self->tables[self->n_tables];
		if (*place == NULL)
			*place = g_new0(Table, 1);
		dd_span_grid_init(&(*place)->grid);
		(*place)->is_open = (*place)->row_is_open = (*place)->cell_is_open = false;
	}
	self->n_tables++;
	return true;
}

static bool
close_table(DdHtmlStory *self, GError **error)
{
	Table *table = get_table(self);
	if (self->n_tables == 0)
		return true;
	self->n_tables--;
	return table == NULL ||
	       (close_row(self, table, error) &&
		       (!table->is_open || dd_document_builder_close(self->builder, error)));
}

bool
dd_html_story_open(DdHtmlStory *self, const char *name, const char **attributes, GError **error)
{
	Kind kind = find_kind(name);
	Table *table = get_table(self);
	if (self->depth >= DD_MAX_HTML_DEPTH) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"trang quá phức tạp; hãy mở bằng Word rồi lưu thành .docx (too complex: "
			"elements inside of elements)");
		return false;
	}
	self->depth++;
	if (self->unseen > 0)
		return true;
	if (kind == KIND_BREAK)
		return dd_flow_add_sign(&self->flow, '\n', 1, error);
	if (kind != KIND_INLINE && kind != KIND_UNSEEN && !flush(self, false, error))
		return false;
	if (kind == KIND_UNSEEN || is_hidden(attributes)) {
		self->unseen = self->depth;
		return true;
	}
	switch (kind) {
	case KIND_PARAGRAPH:
	case KIND_HEADING:
		self->was_shown = false;
		self->heading = (uint8_t)(kind == KIND_HEADING ? name[1] - '0' : 0);
		return true;
	case KIND_LIST:
		open_list(self, name, attributes);
		return true;
	case KIND_ITEM:
		open_item(self, attributes);
		return true;
	case KIND_TABLE:
		return open_table(self, error);
	case KIND_ROW:
		return table == NULL || open_row(self, table, error);
	case KIND_CELL:
		if (table != NULL && !open_cell(self, table, attributes, error))
			return false;
		if (table != NULL && !table->cell_is_open)
			self->unseen = self->depth;
		return true;
	case KIND_PRE:
		self->pre = self->pre > 0 ? self->pre : self->depth;
		return true;
	case KIND_INLINE:
	case KIND_BLOCK:
	case KIND_BREAK:
	case KIND_UNSEEN:
		break;
	}
	return true;
}

static bool
close_seen(DdHtmlStory *self, Kind kind, GError **error)
{
	Table *table = get_table(self);
	bool is_empty = kind == KIND_PARAGRAPH && !self->was_shown && self->number == NULL;
	if (!flush(self, is_empty, error))
		return false;
	switch (kind) {
	case KIND_HEADING:
		self->heading = 0;
		return true;
	case KIND_LIST:
		self->n_lists -= self->n_lists > 0 ? 1 : 0;
		return true;
	case KIND_ITEM:
		g_clear_pointer(&self->number, g_free);
		return true;
	case KIND_TABLE:
		return close_table(self, error);
	case KIND_ROW:
		return table == NULL || close_row(self, table, error);
	case KIND_CELL:
		return table == NULL || close_cell(self, table, error);
	case KIND_INLINE:
	case KIND_BLOCK:
	case KIND_PARAGRAPH:
	case KIND_BREAK:
	case KIND_PRE:
	case KIND_UNSEEN:
		break;
	}
	return true;
}

bool
dd_html_story_close(DdHtmlStory *self, const char *name, GError **error)
{
	Kind kind = find_kind(name);
	bool is_own = self->unseen == self->depth;
	bool was_unseen = self->unseen > 0;
	if (self->depth == 0)
		return true;
	self->pre = self->pre == self->depth ? 0 : self->pre;
	self->depth--;
	if (was_unseen && is_own)
		self->unseen = 0;
	if (was_unseen || kind == KIND_INLINE || kind == KIND_BREAK)
		return true;
	return close_seen(self, kind, error);
}

bool
dd_html_story_add(DdHtmlStory *self, const char *text, size_t len, GError **error)
{
	if (self->unseen > 0)
		return true;
	if (self->pre == 0)
		return dd_flow_add(&self->flow, text, len, error);
	for (const char *at = text, *end = text + len; at < end;) {
		const char *stop = at;
		while (stop < end && strchr(" \t\n\r", *stop) == NULL)
			stop++;
		if (!dd_flow_add(&self->flow, at, (size_t)(stop - at), error) ||
			(stop < end && *stop != '\r' &&
				!dd_flow_add_sign(&self->flow, *stop, 1, error)))
			return false;
		at = stop + 1;
	}
	return true;
}

bool
dd_html_story_end(DdHtmlStory *self, GError **error)
{
	self->unseen = 0;
	return flush(self, false, error) && dd_html_story_leave(self, error);
}

bool
dd_html_story_leave(DdHtmlStory *self, GError **error)
{
	while (self->n_tables > 0) {
		if (!close_table(self, error))
			return false;
	}
	return true;
}
