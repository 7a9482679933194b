/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-story.h"

#include <string.h>

#include "docx-paragraph.h"
#include "docx-sink.h"
#include "docx-table.h"
#include "error.h"
#include "maxima.h"

/* What may stand where: blocks in a body, a note, a box or a cell; rows in a table; cells in a row; runs in a paragraph */
typedef enum { HOLDS_BLOCKS, HOLDS_ROWS, HOLDS_CELLS, HOLDS_RUNS } Holds;

typedef struct {
	Holds holds;
	size_t depth;    /* of its element */
	GString *run_on; /* text of paragraphs without an end, which the next one goes on with; NULL */
	DdDocxParagraph *paragraph; /* of HOLDS_RUNS */
	DdDocxTable *table;         /* of HOLDS_ROWS; of HOLDS_CELLS and of its cells it is lent */
} Holder;

typedef struct {
	DdDocxStories *stories;
	DdDocxSink *sink;
	DdPart part;
	GArray *holders; /* Holder */
	size_t n_tables, n_boxes;
	size_t skip; /* depth of the element that is passed over with all in it, 0 none */
	bool is_found;
	/* by depth: what is open, and whether one of several readings of a thing was taken already */
	int names[DD_MAX_XML_DEPTH + 1];
	bool is_taken[DD_MAX_XML_DEPTH + 1];
	/* fields: how many are open, and which of them hides what it is made of (1 the outermost, 0 none) */
	size_t n_fields, hiding_field;
	DdDocxRun *run; /* w:rPr of which properties are open, NULL */
	DdDocxRun mark; /* of the paragraph mark */
	GString *letters;
	bool in_text, keeps_blanks;
} Story;

static Holder *
top(Story *self)
{
	guint n = self->holders->len;
	return n > 0 ? &g_array_index(self->holders, Holder, n - 1) : NULL;
}

/* Returns: the open paragraph when what goes by belongs to its runs, NULL */
static DdDocxParagraph *
open_paragraph(Story *self)
{
	const Holder *holder = top(self);
	return holder != NULL && holder->holds == HOLDS_RUNS ? holder->paragraph : NULL;
}

static void
push(Story *self, Holder holder)
{
	g_array_append_val(self->holders, holder);
}

static void
note(Story *self, DdNote what)
{
	dd_document_builder_add_note(self->stories->builder, what);
}

static void
skip(Story *self, const DdXml *xml)
{
	self->skip = dd_xml_get_depth(xml);
}

/* Tells whether a block may stand here; opens the cell that holds it. */
static bool
begin_block(Story *self, const DdXml *xml, bool *shown_out, GError **error)
{
	Holder *holder = top(self);
	*shown_out = holder != NULL && holder->holds == HOLDS_BLOCKS;
	if (*shown_out && holder->table != NULL &&
		!dd_docx_table_begin_block(holder->table, self->sink, shown_out, error))
		return false;
	if (!*shown_out)
		skip(self, xml);
	return true;
}

static bool
begin_paragraph(Story *self, const DdXml *xml, GError **error)
{
	bool is_shown = false;
	if (!begin_block(self, xml, &is_shown, error))
		return false;
	if (!is_shown)
		return true;
	DdDocxParagraph *paragraph = dd_docx_paragraph_new(g_steal_pointer(&top(self)->run_on));
	push(self, (Holder){HOLDS_RUNS, dd_xml_get_depth(xml), NULL, paragraph, NULL});
	dd_docx_sink_begin_paragraph(self->sink);
	self->mark = (DdDocxRun){0};
	return true;
}

/* The properties of the paragraph are complete: gives it its style and counts its number. */
static void
settle(Story *self, DdDocxParagraph *paragraph)
{
	if (paragraph->is_settled)
		return;
	const DdDocxStyle *style = paragraph->style;
	if (style == NULL)
		style = dd_docx_styles_get_paragraph(self->stories->styles, NULL);
	bool number_is_own = paragraph->layout.number != DD_DOCX_UNSET;
	dd_docx_paragraph_settle(paragraph, style);
	if (self->mark.hidden == DD_TOGGLE_ON)
		paragraph->runs_on = true;
	int64_t number = paragraph->layout.number;
	if (paragraph->runs_on || number <= 0)
		return;
	DdDocxNumbering *numbering = self->stories->numbering;
	int level = paragraph->layout.level;
	if (level == DD_DOCX_UNSET)
		level = number_is_own ? style->layout.level
				      : dd_docx_numbering_find_level(numbering, number,
						style->numbers_at, style->layout.level);
	paragraph->number = g_strdup(dd_docx_numbering_count(numbering, number, MAX(level, 0)));
}

static bool
end_paragraph(Story *self, GError **error)
{
	DdDocxParagraph *paragraph = top(self)->paragraph;
	settle(self, paragraph);
	g_array_set_size(self->holders, self->holders->len - 1); /* the paragraph is ours now */
	g_autoptr(DdDocxParagraph) owned = paragraph;
	Holder *holder = top(self);
	self->hiding_field = 0; /* a field that never ends shall not hide the rest of the file */
	self->in_text = false;
	self->run = NULL;
	if (owned->runs_on) {
		holder->run_on = g_steal_pointer(&owned->text);
		return dd_docx_sink_end_paragraph(self->sink, NULL, error);
	}
	if (self->part == DD_PART_FOOTNOTE) /* a blank parts the sign of a note from its text */
		g_string_erase(owned->text, 0, (gssize)strspn(owned->text->str, " "));
	DdParagraph shown = dd_docx_paragraph_show(owned, self->n_boxes > 0);
	return dd_docx_sink_end_paragraph(self->sink, &shown, error);
}

static bool
begin_table(Story *self, const DdXml *xml, GError **error)
{
	bool is_shown = false;
	if (!begin_block(self, xml, &is_shown, error))
		return false;
	if (!is_shown)
		return true;
	if (self->n_tables >= DD_MAX_TABLE_DEPTH) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"bảng lồng nhau quá sâu; hãy tách bảng (tables too deep inside of tables)");
		return false;
	}
	self->n_tables++;
	push(self, (Holder){HOLDS_ROWS, dd_xml_get_depth(xml), NULL, NULL, dd_docx_table_new()});
	return true;
}

static void
begin_row(Story *self, const DdXml *xml)
{
	Holder *holder = top(self);
	if (holder == NULL || holder->holds != HOLDS_ROWS) {
		skip(self, xml);
		return;
	}
	dd_docx_table_begin_row(holder->table);
	push(self, (Holder){HOLDS_CELLS, dd_xml_get_depth(xml), NULL, NULL, holder->table});
}

static void
begin_cell(Story *self, const DdXml *xml)
{
	Holder *holder = top(self);
	if (holder == NULL || holder->holds != HOLDS_CELLS) {
		skip(self, xml);
		return;
	}
	dd_docx_table_begin_cell(holder->table);
	push(self, (Holder){HOLDS_BLOCKS, dd_xml_get_depth(xml), NULL, NULL, holder->table});
}

static void
begin_box(Story *self, const DdXml *xml)
{
	DdDocxParagraph *paragraph = open_paragraph(self);
	if (paragraph == NULL || self->n_boxes >= DD_MAX_DOCX_BOXES) {
		skip(self, xml);
		return;
	}
	settle(self, paragraph); /* its number comes before those of the box */
	self->n_boxes++;
	push(self, (Holder){HOLDS_BLOCKS, dd_xml_get_depth(xml), NULL, NULL, NULL});
}

/* Footnotes and the like begin with lines that only part them from the text. */
static void
begin_root(Story *self, const DdXml *xml, int name)
{
	bool is_note = name == DD_DOCX_FOOTNOTE || name == DD_DOCX_ENDNOTE;
	g_autofree char *type = is_note ? dd_xml_dup_attribute(xml, DD_XML_WORD, "type") : NULL;
	self->is_found = true;
	if (self->holders->len > 0 || (type != NULL && strcmp(type, "normal") != 0)) {
		skip(self, xml);
		return;
	}
	self->n_fields = self->hiding_field = 0;
	push(self, (Holder){.holds = HOLDS_BLOCKS, .depth = dd_xml_get_depth(xml)});
}

/* Text that ran on to where no paragraph follows is one itself. */
static bool
end_blocks(Story *self, Holder *holder, GError **error)
{
	if (holder->run_on == NULL || holder->run_on->len == 0)
		return true;
	DdParagraph shown = {.text = holder->run_on->str, .boxed = self->n_boxes > 0};
	return dd_docx_sink_add_paragraph(self->sink, &shown, error);
}

static void
clear_holder(Holder *holder)
{
	if (holder->run_on != NULL)
		g_string_free(g_steal_pointer(&holder->run_on), TRUE);
	dd_docx_paragraph_free(g_steal_pointer(&holder->paragraph));
	if (holder->holds == HOLDS_ROWS)
		dd_docx_table_free(g_steal_pointer(&holder->table));
}

static bool
end_holder(Story *self, int name, GError **error)
{
	Holder *holder = top(self);
	bool ok = true;
	switch (holder->holds) {
	case HOLDS_RUNS:
		return end_paragraph(self, error);
	case HOLDS_BLOCKS:
		ok = end_blocks(self, holder, error);
		if (ok && holder->table != NULL)
			ok = dd_docx_table_end_cell(holder->table, self->sink, error);
		self->n_boxes -= name == DD_DOCX_TXBX_CONTENT ? 1 : 0;
		break;
	case HOLDS_CELLS:
		ok = dd_docx_table_end_row(holder->table, self->sink, error);
		break;
	case HOLDS_ROWS:
		ok = dd_docx_table_end(holder->table, self->sink, error);
		self->n_tables--;
		break;
	}
	clear_holder(holder);
	g_array_set_size(self->holders, self->holders->len - 1);
	return ok;
}

static bool
add(Story *self, const char *text, GError **error)
{
	DdDocxParagraph *paragraph = open_paragraph(self);
	if (paragraph == NULL || self->hiding_field != 0)
		return true;
	settle(self, paragraph);
	return dd_docx_paragraph_add(paragraph, text, strlen(text), error);
}

static bool
add_break(Story *self, const DdXml *xml, GError **error)
{
	DdDocxParagraph *paragraph = open_paragraph(self);
	bool ends_page = dd_xml_attribute_is(xml, DD_XML_WORD, "type", "page") ||
			 dd_xml_attribute_is(xml, DD_XML_WORD, "type", "column");
	if (!ends_page)
		return add(self, "\n", error);
	if (paragraph != NULL)
		paragraph->has_break = true;
	return true;
}

static bool
add_symbol(Story *self, const DdXml *xml, GError **error)
{
	g_autofree char *code = dd_xml_dup_attribute(xml, DD_XML_WORD, "char");
	guint64 number = 0;
	if (code == NULL || !g_ascii_string_to_unsigned(code, 16, 1, 0xFFFF, &number, NULL))
		return true;
	DdDocxFont font = dd_docx_get_font(xml, "font");
	if (font != DD_FONT_TEXT || (number >= 0xF000 && number <= 0xF0FF))
		return add(self, dd_docx_font_show(font, (gunichar)number), error);
	char letter[8] = "";
	if (g_unichar_validate((gunichar)number) && number >= ' ')
		letter[g_unichar_to_utf8((gunichar)number, letter)] = '\0';
	return add(self, letter, error);
}

static void
take_field(Story *self, const DdXml *xml)
{
	if (dd_xml_attribute_is(xml, DD_XML_WORD, "fldCharType", "begin")) {
		self->n_fields++;
		if (self->hiding_field == 0)
			self->hiding_field = self->n_fields;
	} else if (self->n_fields > 0) {
		if (self->hiding_field == self->n_fields)
			self->hiding_field = 0;
		if (dd_xml_attribute_is(xml, DD_XML_WORD, "fldCharType", "end"))
			self->n_fields--;
	}
}

static void
take_margin(Story *self, const DdXml *xml, GPtrArray *ids)
{
	g_autofree char *id = dd_xml_dup_attribute(xml, DD_XML_RELATIONSHIP, "id");
	if (id == NULL || self->part != DD_PART_BODY || ids->len >= DD_MAX_DOCX_MARGINS)
		return;
	g_ptr_array_add(ids, g_steal_pointer(&id));
}

/* What was inserted is kept, what was deleted or moved away is not, be it runs, a paragraph's end or a row. */
static void
take_change(Story *self, const DdXml *xml, int name)
{
	size_t depth = dd_xml_get_depth(xml);
	int parent = self->names[depth - 1];
	DdDocxParagraph *paragraph = open_paragraph(self);
	Holder *holder = top(self);
	note(self, DD_NOTE_TRACKED_CHANGES);
	if (name == DD_DOCX_INS || name == DD_DOCX_MOVE_TO)
		return;
	if (parent == DD_DOCX_R_PR && depth > 2 && self->names[depth - 2] == DD_DOCX_P_PR) {
		if (paragraph != NULL)
			paragraph->runs_on = true;
	} else if (parent == DD_DOCX_TR_PR) {
		if (holder != NULL && holder->holds == HOLDS_CELLS &&
			dd_docx_table_drop_row(holder->table))
			self->skip = holder->depth;
	} else {
		skip(self, xml);
	}
}

/* Opens w:rPr: of a run, of the mark of a paragraph, or of what is not looked at. */
static void
begin_run_properties(Story *self, const DdXml *xml)
{
	int parent = self->names[dd_xml_get_depth(xml) - 1];
	DdDocxParagraph *paragraph = open_paragraph(self);
	bool is_mark = parent == DD_DOCX_P_PR;
	self->run = NULL;
	if (paragraph == NULL || (parent != DD_DOCX_R && !is_mark))
		skip(self, xml);
	else
		self->run = is_mark ? &self->mark : &paragraph->run;
}

static void
take_run_property(Story *self, const DdXml *xml, int name)
{
	DdDocxParagraph *paragraph = open_paragraph(self);
	if (self->run == NULL || paragraph == NULL)
		return;
	if (name == DD_DOCX_R_STYLE && self->run == &paragraph->run) {
		g_autofree char *id = dd_xml_dup_attribute(xml, DD_XML_WORD, "val");
		paragraph->run_style = dd_docx_styles_get(self->stories->styles, id);
	} else {
		dd_docx_run_take(self->run, xml, name);
	}
}

static void
take_layout(Story *self, const DdXml *xml, int name)
{
	DdDocxParagraph *paragraph = open_paragraph(self);
	if (paragraph == NULL || paragraph->is_settled)
		return;
	if (name == DD_DOCX_P_STYLE) {
		g_autofree char *id = dd_xml_dup_attribute(xml, DD_XML_WORD, "val");
		paragraph->style = dd_docx_styles_get_paragraph(self->stories->styles, id);
	} else if (self->names[dd_xml_get_depth(xml) - 1] == DD_DOCX_P_PR ||
		   name == DD_DOCX_NUM_ID || name == DD_DOCX_ILVL) {
		dd_docx_layout_take(&paragraph->layout, xml, name);
	}
}

static void
begin_text(Story *self, const DdXml *xml, int name)
{
	self->in_text = true;
	self->keeps_blanks = name == DD_DOCX_MATH_T ||
			     dd_xml_attribute_is(xml, DD_XML_SPECIAL, "space", "preserve");
	g_string_truncate(self->letters, 0);
}

/* The same thing said twice, for programs that know the newer way and for those that do not: the first is taken. */
static void
take_alternative(Story *self, const DdXml *xml)
{
	size_t depth = dd_xml_get_depth(xml);
	if (self->is_taken[depth - 1])
		skip(self, xml);
	self->is_taken[depth - 1] = true;
}

static bool
open_block(Story *self, const DdXml *xml, int name, GError **error)
{
	switch (name) {
	case DD_DOCX_P:
		return begin_paragraph(self, xml, error);
	case DD_DOCX_TBL:
		return begin_table(self, xml, error);
	case DD_DOCX_TR:
		begin_row(self, xml);
		return true;
	case DD_DOCX_TC:
		begin_cell(self, xml);
		return true;
	case DD_DOCX_TXBX_CONTENT:
		begin_box(self, xml);
		return true;
	case DD_DOCX_GRID_BEFORE:
	case DD_DOCX_GRID_SPAN:
	case DD_DOCX_V_MERGE:
	case DD_DOCX_H_MERGE: {
		const Holder *holder = top(self);
		if (holder != NULL && holder->table != NULL && holder->holds != HOLDS_ROWS)
			dd_docx_table_take(holder->table, xml, name);
		return true;
	}
	case DD_DOCX_HEADER_REFERENCE:
		take_margin(self, xml, self->stories->headers);
		return true;
	case DD_DOCX_FOOTER_REFERENCE:
		take_margin(self, xml, self->stories->footers);
		return true;
	default:
		begin_root(self, xml, name);
		return true;
	}
}

static bool
open_run_part(Story *self, const DdXml *xml, int name, GError **error)
{
	DdDocxParagraph *paragraph = open_paragraph(self);
	switch (name) {
	case DD_DOCX_R:
		if (paragraph != NULL) {
			paragraph->run = (DdDocxRun){0};
			paragraph->run_style = NULL;
		}
		return true;
	case DD_DOCX_T:
	case DD_DOCX_MATH_T:
		begin_text(self, xml, name);
		return true;
	case DD_DOCX_TAB:
		/* w:tab of w:tabs says where tabs stand */
		return self->names[dd_xml_get_depth(xml) - 1] == DD_DOCX_R ? add(self, "\t", error)
									   : true;
	case DD_DOCX_P_TAB:
		return add(self, "\t", error);
	case DD_DOCX_CR:
		return add(self, "\n", error);
	case DD_DOCX_BR:
		return add_break(self, xml, error);
	case DD_DOCX_NO_BREAK_HYPHEN:
		return add(self, "-", error);
	case DD_DOCX_SYM:
		return add_symbol(self, xml, error);
	case DD_DOCX_FLD_CHAR:
		take_field(self, xml);
		return true;
	default:
		return true;
	}
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Story *self = user;
	size_t depth = dd_xml_get_depth(xml);
	if (self->skip != 0)
		return true;
	self->names[depth] = name;
	self->is_taken[depth] = false;
	switch (name) {
	case DD_DOCX_CHOICE:
	case DD_DOCX_FALLBACK:
		take_alternative(self, xml);
		return true;
	case DD_DOCX_P_PR_CHANGE:
	case DD_DOCX_R_PR_CHANGE:
	case DD_DOCX_SECT_PR_CHANGE:
	case DD_DOCX_TBL_PR_CHANGE:
	case DD_DOCX_TC_PR_CHANGE:
	case DD_DOCX_TR_PR_CHANGE:
		note(self, DD_NOTE_TRACKED_CHANGES);
		skip(self, xml);
		return true;
	case DD_DOCX_RT: /* how the letters below are spoken */
	case DD_DOCX_SDT_PR:
	case DD_DOCX_SDT_END_PR:
		skip(self, xml);
		return true;
	case DD_DOCX_INS:
	case DD_DOCX_DEL:
	case DD_DOCX_MOVE_FROM:
	case DD_DOCX_MOVE_TO:
		take_change(self, xml, name);
		return true;
	case DD_DOCX_COMMENT_RANGE:
	case DD_DOCX_COMMENT_REFERENCE:
		note(self, DD_NOTE_COMMENTS);
		return true;
	case DD_DOCX_R_PR:
		begin_run_properties(self, xml);
		return true;
	case DD_DOCX_B:
	case DD_DOCX_VANISH:
	case DD_DOCX_CAPS:
	case DD_DOCX_R_FONTS:
	case DD_DOCX_R_STYLE:
		take_run_property(self, xml, name);
		return true;
	case DD_DOCX_P_STYLE:
	case DD_DOCX_JC:
	case DD_DOCX_OUTLINE_LVL:
	case DD_DOCX_NUM_ID:
	case DD_DOCX_ILVL:
		take_layout(self, xml, name);
		return true;
	case DD_DOCX_BODY:
	case DD_DOCX_HDR:
	case DD_DOCX_FTR:
	case DD_DOCX_FOOTNOTE:
	case DD_DOCX_ENDNOTE:
	case DD_DOCX_P:
	case DD_DOCX_TBL:
	case DD_DOCX_TR:
	case DD_DOCX_TC:
	case DD_DOCX_TXBX_CONTENT:
	case DD_DOCX_GRID_BEFORE:
	case DD_DOCX_GRID_SPAN:
	case DD_DOCX_V_MERGE:
	case DD_DOCX_H_MERGE:
	case DD_DOCX_HEADER_REFERENCE:
	case DD_DOCX_FOOTER_REFERENCE:
		return open_block(self, xml, name, error);
	default:
		return open_run_part(self, xml, name, error);
	}
}

/* Blanks at the ends of w:t count only where it says so; a line end of the XML is a blank. */
static bool
end_text(Story *self, GError **error)
{
	GString *letters = self->letters;
	DdDocxParagraph *paragraph = open_paragraph(self);
	if (!self->in_text)
		return true;
	self->in_text = false;
	for (char *at = strpbrk(letters->str, "\r\n"); at != NULL; at = strpbrk(at, "\r\n"))
		*at = ' ';
	size_t from = self->keeps_blanks ? 0 : strspn(letters->str, " \t");
	size_t to = letters->len;
	while (!self->keeps_blanks && to > from &&
		(letters->str[to - 1] == ' ' || letters->str[to - 1] == '\t'))
		to--;
	if (paragraph == NULL || self->hiding_field != 0)
		return true;
	settle(self, paragraph);
	return dd_docx_paragraph_add(paragraph, letters->str + from, to - from, error);
}

static bool
on_close(const DdXml *xml, int name, void *user, GError **error)
{
	Story *self = user;
	size_t depth = dd_xml_get_depth(xml);
	if (self->skip > 0 && self->skip != depth)
		return true;
	bool was_skipped = self->skip == depth;
	self->skip = 0;
	const Holder *holder = top(self);
	if (holder != NULL && holder->depth == depth)
		return end_holder(self, name, error);
	if (was_skipped)
		return true;
	if (name == DD_DOCX_T || name == DD_DOCX_MATH_T)
		return end_text(self, error);
	if (name == DD_DOCX_R_PR)
		self->run = NULL;
	else if (name == DD_DOCX_P_PR && open_paragraph(self) != NULL)
		settle(self, open_paragraph(self));
	return true;
}

static bool
on_text(G_GNUC_UNUSED const DdXml *xml, const char *text, size_t len, void *user, GError **error)
{
	Story *self = user;
	if (!self->in_text || self->skip != 0)
		return true;
	if (self->letters->len + len > DD_MAX_PARAGRAPH_BYTES) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"một đoạn văn quá dài; hãy tách đoạn đó (a paragraph is too long)");
		return false;
	}
	g_string_append_len(self->letters, text, (gssize)len);
	return true;
}

bool
dd_docx_story_read(DdDocxStories *self, GBytes *xml, DdPart part, GError **error)
{
	static const DdXmlHandler handler = {dd_docx_names, DD_DOCX_LAST, on_open, on_close, on_text};
	g_autoptr(DdDocxSink) sink = dd_docx_sink_new(self->builder);
	g_autoptr(GArray) holders = g_array_new(FALSE, FALSE, sizeof(Holder));
	Story story = {.stories = self, .sink = sink, .part = part, .holders = holders, .names = {-1}};
	if (!dd_document_builder_set_part(self->builder, part, error))
		return false;
	dd_docx_numbering_restart(self->numbering);
	story.letters = g_string_sized_new(256);
	bool ok = dd_xml_walk(xml, &handler, &story, error);
	g_string_free(story.letters, TRUE);
	for (guint i = 0; i < holders->len; i++)
		clear_holder(&g_array_index(holders, Holder, i));
	if (ok && !story.is_found && part == DD_PART_BODY) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp hỏng: không có phần nội dung; hãy mở bằng Word rồi lưu lại (broken file: no body)");
		return false;
	}
	return ok;
}
