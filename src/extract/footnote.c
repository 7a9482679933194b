/* SPDX-License-Identifier: GPL-3.0-or-later */
/* footnote.c: the notes of a page are found by their marks, which stand above them, too */
#include "footnote.h"

#include <string.h>

#include "cite.h"
#include "letter.h"
#include "lines.h"

#define MOST_LINES 24u    /* of the notes of one page */
#define PAGE_BYTES 12000u /* in which the mark of a note is looked for above it */
#define MOST_NOTES 2000u  /* of one text */
#define LEAST_NOTE 20     /* bytes of a note behind a plain digit */
#define WORD_LETTERS 3u   /* of the word that a plain digit stands behind: "m2" is a measure */
#define MARK_BYTES 8u     /* "[12]" */

/* The mark that a note begins with */
typedef struct {
	char text[MARK_BYTES];
	size_t len;
	bool plain; /* digits alone, as a converter leaves raised ones */
} Mark;

/* Returns: bytes of the raised digit at @at, 0 when there is none */
static size_t
raised_digit(const char *at)
{
	const unsigned char *c = (const unsigned char *)at;
	if (c[0] == 0xC2 && (c[1] == 0xB9 || c[1] == 0xB2 || c[1] == 0xB3))
		return 2;
	return c[0] == 0xE2 && c[1] == 0x81 && (c[2] == 0xB0 || (c[2] >= 0xB4 && c[2] <= 0xB9)) ? 3
												: 0;
}

/* Returns: TRUE when a page or the text ends before line @i */
static bool
page_ends(const DdContext *context, uint32_t i)
{
	if (i >= context->n_lines || dd_line_is_page_number(context, i))
		return true;
	uint32_t start = context->lines[i].start;
	return start > 0 && context->chars[start - 1] == '\f';
}

/* A row of a table has gaps between its cells. */
static bool
has_gap(const char *at, const char *end)
{
	for (; at + 1 < end; at++)
		if (*at == '\t' || *at == '|' || (*at == ' ' && at[1] == ' '))
			return true;
	return false;
}

/* Reads "[1]", "¹", "1" at the begin of line @i. Returns: FALSE when no capital stands behind it */
static bool
read_mark(const DdContext *context, uint32_t i, Mark *mark)
{
	const DdLine *line = &context->lines[i];
	const char *start = context->chars + line->start, *at = start,
		   *end = context->chars + line->end;
	bool bracket = *at == '[';
	size_t raised = 0, digits = 0;
	at += bracket;
	while (!bracket && (raised = raised_digit(at)) > 0 && at < end) {
		at += raised;
		digits++;
	}
	mark->plain = digits == 0 && !bracket;
	for (; (mark->plain || bracket) && at < end && g_ascii_isdigit(*at); at++)
		digits++;
	if (digits == 0 || digits > 2 || (bracket && *at++ != ']') || (size_t)(at - start) >= MARK_BYTES)
		return false;
	mark->len = (size_t)(at - start);
	memcpy(mark->text, start, mark->len);
	mark->text[mark->len] = '\0';
	/* a plain digit begins many a line: the note stands apart from what is above it, and is a sentence */
	if (mark->plain && (*at != ' ' || end - at < LEAST_NOTE || has_gap(at, end) ||
				   (i > 0 && !context->lines[i - 1].blank && !page_ends(context, i))))
		return false;
	while (at < end && *at == ' ')
		at++;
	return at < end && dd_letter_of(g_utf8_get_char(at)).upper;
}

/*
 * Returns: the line behind the notes that begin with line @i, when they are the last of their page: each goes on to a blank
 * line, and behind that stands another one or the page's end; 0 when there is other text
 */
static uint32_t
find_end(const DdContext *context, uint32_t i)
{
	for (uint32_t j = i; j < i + MOST_LINES; j++) {
		Mark mark;
		if (j > i && page_ends(context, j))
			return j;
		if (!context->lines[j].blank)
			continue;
		while (j < context->n_lines && context->lines[j].blank)
			j++;
		if (page_ends(context, j))
			return j;
		if (!read_mark(context, j, &mark))
			return 0;
	}
	return 0;
}

/* Does a small letter of a word stand before @at: "mức1", no "m2", "CO2", "1–2"? */
static bool
is_behind_word(const char *text, const char *at)
{
	size_t letters = 0;
	bool small = false;
	while (at > text && letters < WORD_LETTERS) {
		const char *before = at - 1;
		while (before > text && ((unsigned char)*before & 0xC0) == 0x80)
			before--;
		DdLetter letter = dd_letter_of(g_utf8_get_char(before));
		if (letter.base == 0)
			break;
		small = letters == 0 ? !letter.upper : small;
		letters++;
		at = before;
	}
	return small && letters == WORD_LETTERS;
}

/* Does the mark stand behind a word or a sign in the text of the page above line @i? */
static bool
is_marked_above(const DdContext *context, uint32_t i, const Mark *mark)
{
	const char *end = context->chars + context->lines[i].start,
		   *at = end - MIN(PAGE_BYTES, context->lines[i].start);
	for (; (at = g_strstr_len(at, end - at, mark->text)) != NULL; at += mark->len) {
		char behind = at[mark->len];
		if (at == context->chars || (unsigned char)at[-1] <= ' ' || g_ascii_isalnum(behind))
			continue;
		if (!mark->plain)
			return true;
		if (is_behind_word(context->chars, at) && strchr(" .,;:)\n", behind) != NULL)
			return true;
	}
	return false;
}

static void
take(DdContext *context, uint32_t from, uint32_t to)
{
	uint32_t start = context->lines[from].start, end = start;
	for (uint32_t i = from; i < to; i++) {
		context->lines[i].zone = DD_ZONE_NOISE;
		end = context->lines[i].blank ? end : context->lines[i].end;
	}
	dd_context_scan(context, start, end);
	dd_cite_scan(context->cites, &context->scratch, 0, context->scratch.n, DD_CITE_IN_TEXT,
		context->arena, context->citations);
}

void
dd_footnotes_read(DdContext *context)
{
	unsigned looked = 0;
	for (uint32_t i = 1; i < context->n_lines && looked < MOST_NOTES; i++) {
		Mark mark;
		const DdLine *line = &context->lines[i];
		if (line->blank || line->zone == DD_ZONE_NOISE || !read_mark(context, i, &mark))
			continue;
		uint32_t end = find_end(context, i);
		if (end == 0)
			continue;
		looked++;
		if (!is_marked_above(context, i, &mark))
			continue;
		take(context, i, end);
		i = end - 1;
	}
}
