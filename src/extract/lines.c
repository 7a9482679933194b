/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <string.h>

#include "breaks.h"
#include "bytes.h"
#include "dict.h"
#include "letter.h"
#include "markup.h"
#include "maxima.h"

#define PAGE_LINES 12u   /* written ones from the number of a page to that of the next, at least */
#define PAGE_EDGE_MAX 40 /* bytes of a line that tells of a page's edge in words */
#define PAGE_EDGE_SIGNS "-=*#_~<>![]|/. "
#define RUNNING_HEAD_MIN 12u /* bytes; shorter lines repeat by chance */
#define RUNNING_HEAD_MAX 200u
#define RUNNING_HEAD_TIMES 3u
#define HEAD_WORDS 8u    /* of a running head whose first letters tell it */
#define RESIDUE_MAX 120u /* bytes between the brackets of a residue */

/* What word processors and converters leave behind, by how it begins and ends. */
static const struct {
	const char *open;
	const char *close;
} residues[] = {
	{"[bookmark:", "]"},
	{"[Bookmark:", "]"},
	{"{HYPERLINK", "}"},
	{"HYPERLINK \"", "\""},
	{"{PAGE", "}"},
	{"[image:", "]"},
	{"[Image:", "]"},
	{"Error! Bookmark not defined", "."},
	{"Error! Reference source not", "."},
};

static void
blank_residues_at(DdContext *context, uint32_t at, bool *remarked)
{
	for (size_t i = 0; i < G_N_ELEMENTS(residues); i++) {
		size_t open = strlen(residues[i].open);
		if (at + open > context->len ||
			memcmp(context->chars + at, residues[i].open, open) != 0)
			continue;
		size_t left = MIN(context->len - at - open, RESIDUE_MAX);
		const char *close = memchr(context->chars + at + open, residues[i].close[0], left);
		if (close == NULL)
			return;
		uint32_t end = (uint32_t)(close - context->chars + 1);
		g_autofree char *quoted = g_strndup(context->chars + at, end - at);
		g_autofree char *detail = g_strdup_printf("'%s' is left in the line", quoted);
		g_autofree char *detail_vi = g_strdup_printf(
			"còn sót '%s' của trình soạn thảo", quoted);
		if (!*remarked)
			dd_context_remark(context, at, end, "conversion-residue", detail, detail_vi);
		*remarked = true;
		dd_context_blank(context, at, end);
		return;
	}
}

/* Brackets, braces, H and E are rare enough to be looked at one by one. */
static void
blank_residues(DdContext *context)
{
	static const char starts[] = "[{HE";
	for (size_t i = 0; starts[i] != '\0'; i++) {
		bool remarked = false;
		const char *from = context->chars, *end = context->chars + context->len;
		while (from < end && (from = memchr(from, starts[i], (size_t)(end - from))) != NULL) {
			blank_residues_at(context, (uint32_t)(from - context->chars), &remarked);
			from++;
		}
	}
}

uint32_t
dd_line_width(const DdContext *context, uint32_t i)
{
	return dd_stretch_width(context, context->lines[i].start, context->lines[i].end);
}

uint32_t
dd_stretch_width(const DdContext *context, uint32_t start, uint32_t stop)
{
	const char *at = context->chars + start, *end = context->chars + stop;
	uint32_t n = (uint32_t)(end - at); /* but for the bytes that go on with a letter: 10…… */
	for (; end - at >= 8; at += 8) {
		uint64_t bytes = dd_bytes_load(at);
		n -= dd_bytes_count(bytes & ~(bytes << 1) & DD_BYTES_MARKS);
	}
	for (; at < end; at++)
		n -= ((unsigned char)*at & 0xC0) == 0x80;
	return n;
}

/* "… trong năm" | "2023": a year that a page broke from its word is no page's number */
static bool
is_year_behind(const DdContext *context, uint32_t i)
{
	static const char *const words[] = {"năm", "NĂM", "Năm"};
	const DdLine *line = &context->lines[i];
	const char *year = context->chars + line->start;
	if (i == 0 || line->end - line->start != 4 ||
		(memcmp(year, "19", 2) != 0 && memcmp(year, "20", 2) != 0))
		return false;
	const DdLine *before = &context->lines[i - 1];
	for (size_t k = 0; k < G_N_ELEMENTS(words); k++) {
		size_t len = strlen(words[k]);
		if (before->end - before->start >= len &&
			memcmp(context->chars + before->end - len, words[k], len) == 0)
			return true;
	}
	return false;
}

bool
dd_line_is_page_number(const DdContext *context, uint32_t i)
{
	const DdLine *line = &context->lines[i];
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	unsigned digits = 0;
	if (end - at > 16 || line->blank)
		return false;
	if (g_str_has_prefix(at, "Trang "))
		at += strlen("Trang ");
	for (; at < end; at++) {
		if (g_ascii_isdigit(*at))
			digits++;
		else if (strchr(" -/|", *at) == NULL)
			return false;
	}
	return digits >= 1 && digits <= 6 && !is_year_behind(context, i) &&
	       (context->chars[line->end - 1] != '-' || context->chars[line->start] == '-');
}

/* Moves *@at behind @word, whatever its case, and the blanks behind it. Returns: FALSE where it does not stand */
static bool
take_word(const char **at, const char *end, const char *word)
{
	size_t len = strlen(word);
	if ((size_t)(end - *at) < len || g_ascii_strncasecmp(*at, word, len) != 0)
		return false;
	for (*at += len; *at < end && **at == ' ';)
		++*at;
	return true;
}

static bool
take_number(const char **at, const char *end)
{
	const char *from = *at;
	while (*at < end && g_ascii_isdigit(**at))
		++*at;
	bool any = *at > from;
	while (*at < end && **at == ' ')
		++*at;
	return any;
}

/* "--- PAGE BREAK ---", "=== Trang 3 ===", "[Page 3 of 12]": an edge of a page that a converter told in words */
static bool
is_page_edge_in_words(const DdContext *context, const DdLine *line)
{
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	if (end - at > PAGE_EDGE_MAX || line->blank)
		return false;
	while (at < end && !g_ascii_isalpha(*at) && strchr(PAGE_EDGE_SIGNS, *at) != NULL)
		at++;
	if (at == end || strchr("PpTtNn", *at) == NULL)
		return false;
	bool cut = take_word(&at, end, "ngắt trang"), numbered = false;
	if (!cut) {
		if (!take_word(&at, end, "page") && !take_word(&at, end, "trang"))
			return false;
		cut = take_word(&at, end, "break");
		numbered = !cut && take_number(&at, end);
		if (numbered && (take_word(&at, end, "/") || take_word(&at, end, "of") ||
					take_word(&at, end, "trên")))
			(void)take_number(&at, end);
	}
	while (at < end && strchr(PAGE_EDGE_SIGNS, *at) != NULL)
		at++;
	return at == end && (cut || numbered);
}

static uint64_t
hash_byte(uint64_t hash, unsigned char byte)
{
	return (hash ^ byte) * 0x100000001b3u;
}

/* In a scan each copy of a running head is read in another way, but hardly the first letters of its words */
static bool
hash_initials(const DdContext *context, const DdLine *line, uint64_t *hash)
{
	const unsigned char *at = (const unsigned char *)context->chars + line->start,
			    *end = (const unsigned char *)context->chars + line->end;
	unsigned len, initials = 0;
	bool inside = false;
	for (; at < end; at += len) {
		char fold = dd_letter_at(at, end, &len).fold;
		if (fold != 0 && !inside) {
			*hash = hash_byte(*hash, (unsigned char)fold);
			initials++;
		}
		inside = fold != 0;
	}
	return initials >= HEAD_WORDS;
}

static uint64_t
hash_line(const DdContext *context, const DdLine *line)
{
	uint64_t hash = 0xcbf29ce484222325u, initials = hash;
	if (context->damage != DD_DAMAGE_NONE && hash_initials(context, line, &initials))
		return initials;
	for (uint32_t at = line->start; at < line->end; at++)
		hash = hash_byte(hash, (unsigned char)context->chars[at]);
	return hash;
}

/*
 * Tells in @pages which lines hold a page's number. Numbers that stand close to one another are the rows of a table whose
 * cells a converter put on lines of their own: what repeats beside them are its cells. A page's edge in words is one wherever it stands.
 */
static void
find_page_numbers(const DdContext *context, bool *pages)
{
	uint32_t written = PAGE_LINES,
		 last = 0; /* lines since the last number, which stands in line @last */
	for (uint32_t i = 0; i < context->n_lines; i++) {
		if (context->lines[i].zone == DD_ZONE_NOISE) {
			pages[i] = true;
			continue;
		}
		pages[i] = dd_line_is_page_number(context, i);
		if (pages[i]) {
			if (written < PAGE_LINES)
				pages[i] = pages[last] = false;
			written = 0;
			last = i;
		}
		written += !context->lines[i].blank;
	}
}

/* Returns: TRUE when a page number, which @pages tells of each line, or a page break stands within two written lines of line @i */
static bool
is_at_page_edge(const DdContext *context, const bool *pages, uint32_t i)
{
	unsigned seen = 0;
	for (uint32_t j = i; j-- > 0 && seen < 2;) {
		if (pages[j] || context->chars[context->lines[j].end] == '\f')
			return true;
		seen += !context->lines[j].blank;
	}
	seen = 0;
	for (uint32_t j = i + 1; j < context->n_lines && seen < 2; j++) {
		if (pages[j])
			return true;
		seen += !context->lines[j].blank;
	}
	return context->chars[context->lines[i].start > 0 ? context->lines[i].start - 1 : 0] == '\f';
}

static bool
may_be_running_head(const DdContext *context, const bool *pages, uint32_t i)
{
	const DdLine *line = &context->lines[i];
	uint32_t len = line->end - line->start;
	return !line->blank && len >= RUNNING_HEAD_MIN && len <= RUNNING_HEAD_MAX &&
	       is_at_page_edge(context, pages, i);
}

/* Lines that come back at the edges of pages are running heads. */
static void
find_running_heads(DdContext *context)
{
	g_autoptr(GHashTable) counts = dd_dict_new_of_numbers();
	g_autofree bool *pages = g_new(bool, context->n_lines);
	unsigned most = 0;
	find_page_numbers(context, pages);
	for (uint32_t i = 0; i < context->n_lines; i++) {
		if (!may_be_running_head(context, pages, i))
			continue;
		gpointer key = GSIZE_TO_POINTER(hash_line(context, &context->lines[i]));
		unsigned count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
		g_hash_table_insert(counts, key, GUINT_TO_POINTER(count));
		most = MAX(most, count);
	}
	for (uint32_t i = 0; i < context->n_lines && most >= RUNNING_HEAD_TIMES; i++) {
		if (!may_be_running_head(context, pages, i))
			continue;
		gpointer key = GSIZE_TO_POINTER(hash_line(context, &context->lines[i]));
		if (GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) >= RUNNING_HEAD_TIMES)
			context->lines[i].zone = DD_ZONE_NOISE;
	}
}

static bool
is_dirt(char c)
{
	return c == '_' || c == '~' || c == '`' || c == '^';
}

/* "__ - Trình Chính phủ …": what a scanner made of dirt before a bullet. Returns: where the line begins without it */
static uint32_t
skip_dirt(const DdContext *context, uint32_t start, uint32_t end)
{
	const char *chars = context->chars;
	uint32_t at = start;
	while (at < end && (is_dirt(chars[at]) || (at > start && chars[at] == ' ')))
		at++;
	bool bullet = at > start && at + 1 < end && (chars[at] == '-' || chars[at] == '+') &&
		      chars[at + 1] == ' ';
	return bullet ? at : start;
}

void
dd_lines_read(DdContext *context)
{
	blank_residues(context);
	dd_markup_blank(context);
	dd_breaks_make(context);
	context->n_lines = dd_text_get_line_count(context->text);
	context->lines = g_new0(DdLine, context->n_lines);
	for (uint32_t i = 0; i < context->n_lines; i++) {
		DdLine *line = &context->lines[i];
		line->start = dd_text_get_line(context->text, i, &line->end);
		while (line->start < line->end && (unsigned char)context->chars[line->start] <= ' ')
			line->start++;
		while (line->end > line->start && (unsigned char)context->chars[line->end - 1] <= ' ')
			line->end--;
		line->start = skip_dirt(context, line->start, line->end);
		line->blank = line->start == line->end;
		if (is_page_edge_in_words(context, line))
			line->zone = DD_ZONE_NOISE;
	}
	find_running_heads(context);
}
