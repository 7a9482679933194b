/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-numbering.h"

#include <string.h>

#include "arena.h"
#include "dict.h"
#include "docx-number-format.h"
#include "error.h"
#include "maxima.h"

#define LEVELS 9
/* what is shown may not be longer than DD_MAX_NUMBER_BYTES; a pattern longer than this is no number */
#define PATTERN_BYTES 128

typedef struct {
	const char *pattern; /* w:lvlText: "%1.%2.", NULL */
	const char *style;   /* id of the style that is numbered by it, NULL */
	DdNumberFormat format;
	DdDocxFont font; /* of the bullet */
	uint32_t start;
	int restart; /* w:lvlRestart: levels above this one let it begin anew; 0 never, DD_DOCX_UNSET any */
	bool is_legal, is_said;
} Level;

/* A list of several levels, and how far it has been counted */
typedef struct {
	int64_t id;
	Level levels[LEVELS];
	const char *style_link, *num_style_link; /* ids of styles, NULL */
	uint32_t counted[LEVELS];
	bool is_counted[LEVELS];
} List;

/* What one w:num says other than its list */
typedef struct {
	Level level;
	uint32_t start;
	bool has_start;
} Override;

typedef struct {
	List *list;          /* NULL when its list is not there */
	Override *overrides; /* LEVELS, NULL none */
	int64_t list_id;
	bool is_used;
} Num;

struct _DdDocxNumbering {
	DdArena *arena;
	GHashTable *lists; /* id → List *; of the arena */
	GHashTable *nums;  /* id → Num * */
	GString *shown;
};

typedef struct {
	DdDocxNumbering *self;
	List *list;         /* open, NULL */
	Num *num;           /* open, NULL */
	Override *override; /* open, NULL */
	Level *level;       /* open, NULL */
} Reader;

static bool
count_entry(const Reader *reader, GError **error)
{
	const DdDocxNumbering *self = reader->self;
	if (g_hash_table_size(self->lists) + g_hash_table_size(self->nums) < DD_MAX_DOCX_LISTS)
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp có quá nhiều danh sách; hãy tách thành nhiều tệp (too many lists)");
	return false;
}

static int64_t
get_id(const DdXml *xml, const char *name)
{
	return dd_xml_get_number(xml, DD_XML_WORD, name, -1, INT32_MAX, -1);
}

static gpointer
key_of(int64_t id)
{
	return GINT_TO_POINTER((int)id);
}

static const char *
keep_value(const Reader *reader, const DdXml *xml, size_t most)
{
	g_autofree char *value = dd_xml_dup_attribute(xml, DD_XML_WORD, "val");
	g_autofree char *cut = value != NULL ? dd_docx_cut(value, most) : NULL;
	return dd_arena_strdup(reader->self->arena, cut);
}

static bool
open_list(Reader *reader, const DdXml *xml, GError **error)
{
	if (!count_entry(reader, error))
		return false;
	reader->list = dd_arena_alloc(reader->self->arena, sizeof(List));
	reader->list->id = get_id(xml, "abstractNumId");
	g_hash_table_insert(reader->self->lists, key_of(reader->list->id), reader->list);
	return true;
}

static bool
open_num(Reader *reader, const DdXml *xml, GError **error)
{
	if (!count_entry(reader, error))
		return false;
	reader->num = dd_arena_alloc(reader->self->arena, sizeof(Num));
	reader->num->list_id = -1;
	g_hash_table_insert(reader->self->nums, key_of(get_id(xml, "numId")), reader->num);
	return true;
}

static void
open_override(Reader *reader, const DdXml *xml)
{
	Num *num = reader->num;
	int64_t level = dd_xml_get_number(xml, DD_XML_WORD, "ilvl", -1, LEVELS, -1);
	if (num == NULL || level < 0 || level >= LEVELS)
		return;
	if (num->overrides == NULL)
		num->overrides = dd_arena_alloc(reader->self->arena, LEVELS * sizeof(Override));
	reader->override = &num->overrides[level];
}

static void
open_level(Reader *reader, const DdXml *xml)
{
	int64_t level = dd_xml_get_number(xml, DD_XML_WORD, "ilvl", -1, LEVELS, -1);
	if (reader->override != NULL)
		reader->level = &reader->override->level;
	else if (reader->list != NULL && level >= 0 && level < LEVELS)
		reader->level = &reader->list->levels[level];
	else
		return;
	*reader->level = (Level){.restart = DD_DOCX_UNSET, .is_said = true};
}

/* What stands inside of w:lvl. */
static void
take_level(Reader *reader, const DdXml *xml, int name)
{
	Level *level = reader->level;
	if (name == DD_DOCX_START) {
		level->start = (uint32_t)dd_xml_get_number(xml, DD_XML_WORD, "val", 0, INT32_MAX, 0);
	} else if (name == DD_DOCX_NUM_FMT) {
		g_autofree char *word = dd_xml_dup_attribute(xml, DD_XML_WORD, "val");
		level->format = dd_number_format_parse(word);
	} else if (name == DD_DOCX_LVL_TEXT) {
		level->pattern = keep_value(reader, xml, PATTERN_BYTES);
	} else if (name == DD_DOCX_LVL_RESTART) {
		level->restart = (int)dd_xml_get_number(
			xml, DD_XML_WORD, "val", 0, LEVELS, DD_DOCX_UNSET);
	} else if (name == DD_DOCX_IS_LGL) {
		level->is_legal = !dd_xml_attribute_is(xml, DD_XML_WORD, "val", "0") &&
				  !dd_xml_attribute_is(xml, DD_XML_WORD, "val", "false");
	} else if (name == DD_DOCX_P_STYLE) {
		level->style = keep_value(reader, xml, DD_MAX_STYLE_BYTES);
	} else if (name == DD_DOCX_R_FONTS) {
		level->font = dd_docx_get_font(xml, "ascii");
	}
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Reader *reader = user;
	if (reader->level != NULL) {
		take_level(reader, xml, name);
		return true;
	}
	if (name == DD_DOCX_ABSTRACT_NUM)
		return open_list(reader, xml, error);
	if (name == DD_DOCX_NUM)
		return open_num(reader, xml, error);
	if (name == DD_DOCX_LVL)
		open_level(reader, xml);
	else if (name == DD_DOCX_LVL_OVERRIDE)
		open_override(reader, xml);
	else if (name == DD_DOCX_ABSTRACT_NUM_ID && reader->num != NULL)
		reader->num->list_id = get_id(xml, "val");
	else if (name == DD_DOCX_STYLE_LINK && reader->list != NULL)
		reader->list->style_link = keep_value(reader, xml, DD_MAX_STYLE_BYTES);
	else if (name == DD_DOCX_NUM_STYLE_LINK && reader->list != NULL)
		reader->list->num_style_link = keep_value(reader, xml, DD_MAX_STYLE_BYTES);
	if (name == DD_DOCX_START_OVERRIDE && reader->override != NULL) {
		reader->override->has_start = true;
		reader->override->start = (uint32_t)dd_xml_get_number(
			xml, DD_XML_WORD, "val", 0, INT32_MAX, 0);
	}
	return true;
}

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	Reader *reader = user;
	if (name == DD_DOCX_LVL)
		reader->level = NULL;
	else if (name == DD_DOCX_LVL_OVERRIDE)
		reader->override = NULL;
	else if (name == DD_DOCX_NUM)
		reader->num = NULL;
	else if (name == DD_DOCX_ABSTRACT_NUM)
		reader->list = NULL;
	return true;
}

static List *
find_list(const DdDocxNumbering *self, int64_t id)
{
	return g_hash_table_lookup(self->lists, key_of(id));
}

/* Returns: the list that really holds the levels: a list may be kept in a style, which is one step, not a chain */
static List *
follow_link(const DdDocxNumbering *self, List *list, GHashTable *by_link, const DdDocxStyles *styles)
{
	if (list == NULL || list->num_style_link == NULL)
		return list;
	List *linked = g_hash_table_lookup(by_link, list->num_style_link);
	if (linked != NULL)
		return linked;
	const DdDocxStyle *style = dd_docx_styles_get(styles, list->num_style_link);
	const Num *num = style != NULL && style->layout.number > 0
				 ? g_hash_table_lookup(self->nums, key_of(style->layout.number))
				 : NULL;
	linked = num != NULL ? find_list(self, num->list_id) : NULL;
	return linked != NULL ? linked : list;
}

static void
join_lists(DdDocxNumbering *self, const DdDocxStyles *styles)
{
	g_autoptr(GHashTable) by_link = dd_dict_new(NULL, NULL);
	GHashTableIter iter;
	gpointer entry;
	g_hash_table_iter_init(&iter, self->lists);
	while (g_hash_table_iter_next(&iter, NULL, &entry)) {
		List *list = entry;
		const List *other = list->style_link != NULL
					    ? g_hash_table_lookup(by_link, list->style_link)
					    : NULL;
		/* of several that are kept in one style, which is a fault of the file, the same at each reading */
		if (list->style_link != NULL && (other == NULL || other->id < list->id))
			g_hash_table_insert(by_link, (gpointer)list->style_link, list);
	}
	g_hash_table_iter_init(&iter, self->nums);
	while (g_hash_table_iter_next(&iter, NULL, &entry)) {
		Num *num = entry;
		num->list = follow_link(self, find_list(self, num->list_id), by_link, styles);
	}
}

DdDocxNumbering *
dd_docx_numbering_new(GBytes *part, const DdDocxStyles *styles, GError **error)
{
	static const DdXmlHandler handler = {dd_docx_names, DD_DOCX_LAST, on_open, on_close, NULL};
	g_autoptr(DdDocxNumbering) self = g_new0(DdDocxNumbering, 1);
	self->arena = dd_arena_new();
	self->lists = dd_dict_new_of_numbers();
	self->nums = dd_dict_new_of_numbers();
	self->shown = g_string_new(NULL);
	Reader reader = {.self = self};
	if (!dd_xml_walk(part, &handler, &reader, error))
		return NULL;
	join_lists(self, styles);
	return g_steal_pointer(&self);
}

void
dd_docx_numbering_free(DdDocxNumbering *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->lists);
	g_hash_table_unref(self->nums);
	g_string_free(self->shown, TRUE);
	dd_arena_free(self->arena);
	g_free(self);
}

void
dd_docx_numbering_restart(DdDocxNumbering *self)
{
	GHashTableIter iter;
	gpointer entry;
	g_hash_table_iter_init(&iter, self->lists);
	while (g_hash_table_iter_next(&iter, NULL, &entry))
		memset(((List *)entry)->is_counted, 0, sizeof(((List *)entry)->is_counted));
	g_hash_table_iter_init(&iter, self->nums);
	while (g_hash_table_iter_next(&iter, NULL, &entry))
		((Num *)entry)->is_used = false;
}

static const Level *
level_of(const Num *num, int level)
{
	const Override *override = num->overrides != NULL ? &num->overrides[level] : NULL;
	return override != NULL && override->level.is_said ? &override->level
							   : &num->list->levels[level];
}

static uint32_t
start_of(const Num *num, int level)
{
	const Override *override = num->overrides != NULL ? &num->overrides[level] : NULL;
	return override != NULL && override->has_start ? override->start : level_of(num, level)->start;
}

static Num *
find_num(const DdDocxNumbering *self, int64_t number)
{
	Num *num = number > 0 ? g_hash_table_lookup(self->nums, key_of(number)) : NULL;
	return num != NULL && num->list != NULL ? num : NULL;
}

int
dd_docx_numbering_find_level(
	const DdDocxNumbering *self, int64_t number, const char *style_id, int fallback)
{
	const Num *num = find_num(self, number);
	for (int i = 0; num != NULL && style_id != NULL && i < LEVELS; i++) {
		if (g_strcmp0(level_of(num, i)->style, style_id) == 0)
			return i;
	}
	return fallback;
}

/* Counts on at @level, and lets the deeper ones begin anew that restart after it. */
static void
count_on(Num *num, int level)
{
	List *list = num->list;
	/* where a w:num says with which number to begin, that is where it begins; lists of its kind count on from there */
	for (int i = 0; !num->is_used && num->overrides != NULL && i < LEVELS; i++) {
		if (num->overrides[i].has_start)
			list->is_counted[i] = false;
	}
	num->is_used = true;
	if (!list->is_counted[level])
		list->counted[level] = start_of(num, level);
	else if (list->counted[level] < INT32_MAX)
		list->counted[level]++;
	list->is_counted[level] = true;
	for (int i = level + 1; i < LEVELS; i++) {
		int restart = level_of(num, i)->restart;
		if (restart == DD_DOCX_UNSET || level < restart)
			list->is_counted[i] = false;
	}
}

static void
show_bullet(const Level *level, GString *out)
{
	gunichar first = g_utf8_get_char(level->pattern);
	if (level->font != DD_FONT_TEXT || (first >= 0xF000 && first <= 0xF0FF))
		g_string_append(out, dd_docx_font_show_bullet(level->font, first));
	else if (strcmp(level->pattern, "o") == 0)
		g_string_append(out, "◦"); /* the letter o of Courier New stands for a small ring */
	else
		g_string_append(out, level->pattern);
}

static void
show_pattern(const Num *num, const Level *level, GString *out)
{
	const List *list = num->list;
	for (const char *at = level->pattern; *at != '\0'; at++) {
		int other = at[0] == '%' ? at[1] - '1' : -1;
		if (other < 0 || other >= LEVELS) {
			g_string_append_c(out, *at);
			continue;
		}
		uint32_t number = list->is_counted[other] ? list->counted[other]
							  : start_of(num, other);
		DdNumberFormat format = level_of(num, other)->format;
		bool is_digits = format == DD_NUMBER_NONE || format == DD_NUMBER_DECIMAL_ZERO;
		dd_number_format_append(
			level->is_legal && !is_digits ? DD_NUMBER_DECIMAL : format, number, out);
		at++;
	}
}

const char *
dd_docx_numbering_count(DdDocxNumbering *self, int64_t number, int level)
{
	Num *num = find_num(self, number);
	if (num == NULL || level < 0 || level >= LEVELS)
		return NULL;
	count_on(num, level);
	const Level *said = level_of(num, level);
	GString *out = self->shown;
	g_string_truncate(out, 0);
	if (!said->is_said || said->pattern == NULL || said->pattern[0] == '\0')
		return NULL;
	if (said->format == DD_NUMBER_BULLET)
		show_bullet(said, out);
	else
		show_pattern(num, said, out);
	g_autofree char *cut = dd_docx_cut(out->str, DD_MAX_NUMBER_BYTES);
	g_string_assign(out, g_strstrip(cut));
	return out->len > 0 ? out->str : NULL;
}
