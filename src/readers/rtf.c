/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rtf.h"

#include <string.h>

#include "dict.h"
#include "document-builder.h"
#include "docx-properties.h"
#include "error.h"
#include "maxima.h"
#include "rtf-letters.h"
#include "rtf-table.h"
#include "rtf-words.h"

#define WORD_BYTES 32
#define SURROGATE_FIRST 0xD800
#define SURROGATE_LOW 0xDC00
#define SURROGATE_LAST 0xDFFF

/* Where the text of a group goes */
typedef enum { INTO_TEXT, INTO_NOWHERE, INTO_FONTS, INTO_NUMBER, INTO_ASIDE } Target;

/* What holds until the group ends */
typedef struct {
	Target target;
	DdPart part; /* of INTO_ASIDE */
	DdRtfLetters letters;
	int fallback; /* \uc: signs behind \u that stand for it in old programs */
	bool hidden, deleted;
} Group;

/* A paragraph of a header, footer or note */
typedef struct {
	DdPart part;
	char *text;
} Aside;

typedef struct {
	DdDocumentBuilder *builder;
	const char *at, *end;
	GArray *groups; /* Group: those around the open one */
	Group now;
	GString *bytes; /* of the run at hand, not yet letters */
	GString *text, *number, *aside, *font_name;
	GArray *asides, *cells; /* Aside, DdRtfCell */
	GHashTable *fonts;      /* number → DdRtfLetters + 1 */
	DdRtfTable *table;
	DdRtfCell cell; /* that is being told of */
	DdRtfLetters file_letters;
	gunichar high; /* half of a pair of \u */
	int skipped;   /* signs that still stand for the last \u */
	int font, charset, default_font;
	uint8_t heading;
	bool in_table, is_starred; /* \* came: what follows may be ignored */
	size_t n_aside_bytes;
} Rtf;

static bool
refuse_large(GError **error, const char *what)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp quá phức tạp; hãy mở bằng Word rồi lưu thành .docx (too complex: %s)", what);
	return false;
}

/* Returns: where text goes now, NULL nowhere */
static GString *
get_target(const Rtf *self)
{
	switch (self->now.target) {
	case INTO_FONTS:
		return self->font_name;
	case INTO_NUMBER:
		return self->number;
	case INTO_ASIDE:
		return self->now.hidden || self->now.deleted ? NULL : self->aside;
	case INTO_TEXT:
		return self->now.hidden || self->now.deleted ? NULL : self->text;
	case INTO_NOWHERE:
		break;
	}
	return NULL;
}

/* Turns the run at hand into letters. */
static bool
flush_bytes(Rtf *self, GError **error)
{
	GString *target = get_target(self);
	if (self->bytes->len > 0 && target != NULL)
		dd_rtf_letters_append(self->now.letters, self->bytes->str, self->bytes->len, target);
	g_string_truncate(self->bytes, 0);
	return target == NULL || target->len < DD_MAX_PARAGRAPH_BYTES ||
	       refuse_large(error, "a paragraph");
}

static void
append_sign(Rtf *self, const char *sign)
{
	GString *target = get_target(self);
	if (target != NULL)
		g_string_append(target, sign);
}

static void
add_byte(Rtf *self, char byte)
{
	if (self->skipped > 0)
		self->skipped--;
	else if (self->now.target != INTO_NOWHERE)
		g_string_append_c(self->bytes, byte);
}

/* Returns: (transfer full) text with its tones put onto the letters, no blanks at its end */
static char *
compose(const GString *text)
{
	char *composed = g_utf8_normalize(text->str, (gssize)text->len, G_NORMALIZE_DEFAULT_COMPOSE);
	size_t len = composed != NULL ? strlen(composed) : 0;
	/* a tab at the end is an empty cell of a table that was copied */
	while (len > 0 && strchr(" \n", composed[len - 1]) != NULL)
		composed[--len] = '\0';
	return composed != NULL ? composed : g_strdup("");
}

/* Returns: (transfer full) the number that Word wrote before the paragraph, NULL none */
static char *
take_number(Rtf *self)
{
	g_autofree char *composed = compose(self->number);
	g_string_truncate(self->number, 0);
	char *number = g_strstrip(composed);
	return *number != '\0' ? dd_docx_cut(number, DD_MAX_NUMBER_BYTES) : NULL;
}

static bool
write_table(Rtf *self, GError **error)
{
	return dd_rtf_table_end_row(self->table, self->cells, error) &&
	       dd_rtf_table_write(self->table, self->builder, error);
}

static bool
end_paragraph(Rtf *self, GError **error)
{
	if (self->now.target == INTO_ASIDE) {
		g_string_append_c(self->aside, '\n');
		return true;
	}
	if (self->now.target != INTO_TEXT)
		return true;
	g_autofree char *text = compose(self->text);
	g_autofree char *number = take_number(self);
	DdParagraph paragraph = {.text = text, .number = number, .heading = self->heading};
	g_string_truncate(self->text, 0);
	if (self->in_table)
		return dd_rtf_table_add(self->table, &paragraph, error);
	return write_table(self, error) &&
	       dd_document_builder_add_paragraph(self->builder, &paragraph, error);
}

static bool
end_cell(Rtf *self, GError **error)
{
	if (self->now.target != INTO_TEXT)
		return true;
	self->in_table = true;
	if ((self->text->len > 0 || self->number->len > 0) && !end_paragraph(self, error))
		return false;
	return dd_rtf_table_end_cell(self->table, error);
}

static bool
end_aside(Rtf *self, GError **error)
{
	g_autofree char *text = compose(self->aside);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	self->n_aside_bytes += self->aside->len;
	g_string_truncate(self->aside, 0);
	for (char **line = lines; *line != NULL; line++) {
		if (self->asides->len >= DD_MAX_BLOCKS || self->n_aside_bytes > DD_MAX_DOCUMENT_BYTES)
			return refuse_large(error, "headers and notes");
		Aside aside = {self->now.part, g_strdup(*line)};
		g_array_append_val(self->asides, aside);
	}
	return true;
}

/* A font of the list of fonts is told in full. */
static void
end_font(Rtf *self)
{
	DdRtfLetters letters = dd_rtf_letters_of_font(
		self->charset, self->font_name->str, self->file_letters);
	if (g_hash_table_size(self->fonts) < DD_MAX_DOCX_STYLES)
		g_hash_table_insert(self->fonts, GINT_TO_POINTER(self->font),
			GINT_TO_POINTER((gint)letters + 1));
	g_string_truncate(self->font_name, 0);
	self->charset = -1;
}

static DdRtfLetters
find_font(const Rtf *self, int number)
{
	int found = GPOINTER_TO_INT(g_hash_table_lookup(self->fonts, GINT_TO_POINTER(number)));
	return found > 0 ? (DdRtfLetters)(found - 1) : self->file_letters;
}

static bool
open_group(Rtf *self, GError **error)
{
	if (self->groups->len >= DD_MAX_RTF_DEPTH)
		return refuse_large(error, "groups inside of groups");
	g_array_append_val(self->groups, self->now);
	self->skipped = 0;
	return true;
}

static bool
close_group(Rtf *self, GError **error)
{
	if (self->groups->len == 0)
		return true;
	Group outer = g_array_index(self->groups, Group, self->groups->len - 1);
	if (self->now.target == INTO_ASIDE && outer.target != INTO_ASIDE && !end_aside(self, error))
		return false;
	if (self->now.target == INTO_FONTS && self->font_name->len > 0)
		end_font(self);
	self->now = outer;
	self->skipped = 0;
	g_array_set_size(self->groups, self->groups->len - 1);
	return true;
}

/* A letter by its number; two may be the halves of one. */
static void
add_letter(Rtf *self, int64_t number)
{
	gunichar letter = (gunichar)(number < 0 ? number + 65536 : number);
	self->skipped = self->now.fallback;
	if (letter >= SURROGATE_FIRST && letter < SURROGATE_LOW) {
		self->high = letter;
		return;
	}
	if (letter >= SURROGATE_LOW && letter <= SURROGATE_LAST && self->high != 0)
		letter = 0x10000 + ((self->high - SURROGATE_FIRST) << 10) + (letter - SURROGATE_LOW);
	self->high = 0;
	GString *target = get_target(self);
	if (target == NULL || letter == 0 || !g_unichar_validate(letter))
		return;
	if (letter >= 0xF000 && letter <= 0xF0FF)
		g_string_append(target,
			dd_docx_font_show(self->now.letters == DD_RTF_WINGDINGS ? DD_FONT_WINGDINGS
										: DD_FONT_SYMBOL,
				letter));
	else
		g_string_append_unichar(target, letter);
}

static void
end_cell_definition(Rtf *self, int64_t right)
{
	self->cell.right = right;
	if (self->cells->len < DD_MAX_TABLE_COLUMNS)
		g_array_append_val(self->cells, self->cell);
	self->cell = (DdRtfCell){0};
}

static void
open_destination(Rtf *self, const DdRtfWord *word)
{
	if (self->now.target == INTO_NOWHERE)
		return;
	switch ((int)word->kind) {
	case DD_RTF_COMMENT:
		dd_document_builder_add_note(self->builder, DD_NOTE_COMMENTS);
		self->now.target = INTO_NOWHERE;
		return;
	case DD_RTF_FONTTBL:
		self->now.target = INTO_FONTS;
		return;
	case DD_RTF_NUMBER:
		self->now.target = INTO_NUMBER;
		g_string_truncate(self->number, 0);
		return;
	case DD_RTF_ASIDE:
		self->now.target = INTO_ASIDE;
		self->now.part = (DdPart)word->part;
		return;
	default:
		self->now.target = INTO_NOWHERE;
	}
}

/* Properties of letters, paragraphs and rows */
static void
set_property(Rtf *self, DdRtfKind kind, bool has_number, int64_t number)
{
	bool on = !has_number || number != 0;
	switch ((int)kind) {
	case DD_RTF_ANSICPG:
		self->file_letters = number == 1258 ? DD_RTF_VIETNAM : DD_RTF_LATIN;
		self->now.letters = self->file_letters;
		break;
	case DD_RTF_DEFF:
		self->default_font = (int)number;
		break;
	case DD_RTF_F:
		self->font = (int)number;
		if (self->now.target != INTO_FONTS)
			self->now.letters = find_font(self, (int)number);
		break;
	case DD_RTF_FCHARSET:
		self->charset = (int)number;
		break;
	case DD_RTF_PLAIN:
		self->now.hidden = self->now.deleted = false;
		self->now.letters = find_font(self, self->default_font);
		break;
	case DD_RTF_HIDDEN:
		self->now.hidden = on;
		break;
	case DD_RTF_DELETED:
		self->now.deleted = on;
		dd_document_builder_add_note(self->builder, DD_NOTE_TRACKED_CHANGES);
		break;
	case DD_RTF_UC:
		self->now.fallback = (int)CLAMP(number, 0, 16);
		break;
	case DD_RTF_PARD:
		self->in_table = false;
		self->heading = 0;
		break;
	case DD_RTF_INTBL:
		self->in_table = true;
		break;
	case DD_RTF_OUTLINELEVEL:
		self->heading = (uint8_t)(number >= 0 && number < DD_MAX_HEADING ? number + 1 : 0);
		break;
	case DD_RTF_TROWD:
		g_array_set_size(self->cells, 0);
		self->cell = (DdRtfCell){0};
		break;
	case DD_RTF_CLMRG:
		self->cell.merged_left = true;
		break;
	case DD_RTF_CLVMRG:
		self->cell.merged_above = true;
		break;
	case DD_RTF_CELLX:
		end_cell_definition(self, number);
		break;
	default:
		break;
	}
}

static bool
obey(Rtf *self, const char *name, bool has_number, int64_t number, GError **error)
{
	const DdRtfWord *word = dd_rtf_word_find(name);
	bool starred = self->is_starred;
	self->is_starred = false;
	switch ((int)word->kind) {
	case DD_RTF_UNKNOWN:
		if (starred)
			self->now.target = INTO_NOWHERE;
		return true;
	case DD_RTF_SHOW:
		return true;
	case DD_RTF_SKIP:
	case DD_RTF_COMMENT:
	case DD_RTF_FONTTBL:
	case DD_RTF_NUMBER:
	case DD_RTF_ASIDE:
		open_destination(self, word);
		return true;
	case DD_RTF_SIGN:
		append_sign(self, word->sign);
		return true;
	case DD_RTF_BIN:
		self->at += MIN(MAX(number, 0), self->end - self->at);
		return true;
	case DD_RTF_U:
		add_letter(self, number);
		return true;
	case DD_RTF_PAR:
		return end_paragraph(self, error);
	case DD_RTF_CELL:
		return end_cell(self, error);
	case DD_RTF_ROW:
		return self->now.target != INTO_TEXT ||
		       dd_rtf_table_end_row(self->table, self->cells, error);
	default:
		/* what is in lists of styles and fonts does not hold for the text */
		if (self->now.target != INTO_NOWHERE)
			set_property(self, word->kind, has_number, number);
		return true;
	}
}

static bool
read_word(Rtf *self, GError **error)
{
	char name[WORD_BYTES + 1];
	size_t len = 0;
	for (; self->at < self->end && g_ascii_isalpha(*self->at); self->at++) {
		if (len < WORD_BYTES)
			name[len++] = *self->at;
	}
	name[len] = '\0';
	bool is_negative = self->at + 1 < self->end && *self->at == '-' &&
			   g_ascii_isdigit(self->at[1]);
	self->at += is_negative ? 1 : 0;
	bool has_number = self->at < self->end && g_ascii_isdigit(*self->at);
	int64_t number = 0;
	for (; self->at < self->end && g_ascii_isdigit(*self->at); self->at++)
		number = MIN(number * 10 + (*self->at - '0'), INT32_MAX);
	if (self->at < self->end && *self->at == ' ')
		self->at++;
	return obey(self, name, has_number, is_negative ? -number : number, error);
}

/* What stands behind a backslash. */
static bool
read_control(Rtf *self, GError **error)
{
	if (self->at >= self->end)
		return true;
	char sign = *self->at;
	if (sign == '\'') {
		int high = self->end - self->at > 2 ? g_ascii_xdigit_value(self->at[1]) : -1;
		int low = self->end - self->at > 2 ? g_ascii_xdigit_value(self->at[2]) : -1;
		self->at += high >= 0 && low >= 0 ? 3 : 1;
		if (high >= 0 && low >= 0)
			add_byte(self, (char)(high * 16 + low));
		return true;
	}
	if (sign == '\\' || sign == '{' || sign == '}') {
		self->at++;
		add_byte(self, sign);
		return true;
	}
	if (!flush_bytes(self, error))
		return false;
	if (g_ascii_isalpha(sign))
		return read_word(self, error);
	self->at++;
	if (sign == '*')
		self->is_starred = true;
	else if (sign == '~')
		append_sign(self, "\xC2\xA0");
	else if (sign == '_')
		append_sign(self, "-");
	else if (sign == '\n' || sign == '\r')
		return end_paragraph(self, error);
	return true;
}

static bool
read_all(Rtf *self, GError **error)
{
	while (self->at < self->end) {
		char byte = *self->at++;
		bool ok = true;
		if (byte == '\\')
			ok = read_control(self, error);
		else if (byte == '{' || byte == '}')
			ok = flush_bytes(self, error) &&
			     (byte == '{' ? open_group(self, error) : close_group(self, error));
		else if (byte == ';' && self->now.target == INTO_FONTS) {
			ok = flush_bytes(self, error);
			end_font(self);
		} else if (byte != '\r' && byte != '\n' && byte != '\0')
			add_byte(self, byte == '\t' ? ' ' : byte);
		if (!ok)
			return false;
		if (self->bytes->len >= DD_MAX_PARAGRAPH_BYTES)
			return refuse_large(error, "a paragraph");
	}
	if (!flush_bytes(self, error))
		return false;
	self->now.target = INTO_TEXT;
	return (self->text->len == 0 || end_paragraph(self, error)) && write_table(self, error);
}

static bool
write_asides(Rtf *self, GError **error)
{
	static const DdPart parts[] = {DD_PART_HEADER, DD_PART_FOOTER, DD_PART_FOOTNOTE};
	for (size_t part = 0; part < G_N_ELEMENTS(parts); part++) {
		if (!dd_document_builder_set_part(self->builder, parts[part], error))
			return false;
		for (guint i = 0; i < self->asides->len; i++) {
			const Aside *aside = &g_array_index(self->asides, Aside, i);
			DdParagraph paragraph = {.text = aside->text};
			if (aside->part == parts[part] && *aside->text != '\0' &&
				!dd_document_builder_add_paragraph(self->builder, &paragraph, error))
				return false;
		}
	}
	return true;
}

static void
clear_aside(gpointer data)
{
	g_free(((Aside *)data)->text);
}

DdDocument *
dd_rtf_read(const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("RTF");
	g_autoptr(DdRtfTable) table = dd_rtf_table_new();
	g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
	g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(DdRtfCell));
	g_autoptr(GArray) asides = g_array_new(FALSE, FALSE, sizeof(Aside));
	g_autoptr(GHashTable) fonts = dd_dict_new_of_numbers();
	g_autoptr(GString) run = g_string_new(NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GString) number = g_string_new(NULL);
	g_autoptr(GString) aside = g_string_new(NULL);
	g_autoptr(GString) font_name = g_string_new(NULL);
	g_array_set_clear_func(asides, clear_aside);
	Rtf self = {.builder = builder,
		.at = (const char *)bytes,
		.end = (const char *)bytes + len,
		.groups = groups,
		.now = {.fallback = 1},
		.bytes = run,
		.text = text,
		.number = number,
		.aside = aside,
		.font_name = font_name,
		.asides = asides,
		.cells = cells,
		.fonts = fonts,
		.table = table,
		.charset = -1};
	if (!read_all(&self, error) || !write_asides(&self, error))
		return NULL;
	return dd_document_builder_finish(builder, error);
}
