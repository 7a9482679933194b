/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markup.h"

#include <string.h>

#define EMPHASIS_MAX 3u     /* stars of one mark: "***Nơi nhận:***" */
#define EMPHASIS_REACH 600u /* bytes between the two marks of a pair */
#define EMPHASIS_TRIES 16u  /* stars that are looked at for the second mark of a pair */
#define HEADING_MAX 6u      /* "######" */

/* "<br>" stays: it begins a line inside of a cell */
static const char *const tags[] = {
	"<b>",
	"</b>",
	"<i>",
	"</i>",
	"<u>",
	"</u>",
	"<p>",
	"</p>",
	"<em>",
	"</em>",
	"<strong>",
	"</strong>",
	"<sup>",
	"</sup>",
	"<center>",
	"</center>",
};

/* Returns: the character at @at, a line feed outside the text */
static char
char_at(const DdContext *context, size_t at)
{
	return at < context->len ? context->chars[at] : '\n';
}

/* How many of @sign stand from @at on */
static unsigned
count_run(const DdContext *context, size_t at, char sign)
{
	unsigned n = 0;
	while (n <= HEADING_MAX && char_at(context, at + n) == sign)
		n++;
	return n;
}

/* Does a word end before the mark, so that it may open emphasis? */
static bool
may_open(const DdContext *context, size_t at, unsigned stars)
{
	char before = at > 0 ? context->chars[at - 1] : '\n', behind = char_at(context, at + stars);
	if (g_ascii_isspace(behind) || (stars == 1 && behind == ')'))
		return false;
	return g_ascii_isspace(before) || strchr("|(\"'-:/>", before) != NULL;
}

static bool
may_close(const DdContext *context, size_t at, unsigned stars)
{
	char before = context->chars[at - 1], behind = char_at(context, at + stars);
	return !g_ascii_isspace(before) && (g_ascii_isspace(behind) || g_ascii_ispunct(behind));
}

/* Blanks the mark of @stars stars at @at and the one that closes it. */
static void
blank_pair(DdContext *context, size_t at, unsigned stars)
{
	const char *chars = context->chars, *end = chars + MIN(context->len, at + EMPHASIS_REACH);
	const char *from = chars + at + stars;
	for (unsigned tries = 0; tries < EMPHASIS_TRIES && from < end; tries++) {
		from = memchr(from, '*', (size_t)(end - from));
		if (from == NULL)
			return;
		size_t close = (size_t)(from - chars);
		unsigned n = count_run(context, close, '*');
		if (n >= stars && may_close(context, close, n)) {
			dd_context_blank(context, (uint32_t)at, (uint32_t)at + stars);
			dd_context_blank(context, (uint32_t)close, (uint32_t)close + stars);
			return;
		}
		from += n;
	}
}

/* Returns: the character behind what was looked at */
static size_t
blank_emphasis(DdContext *context, size_t at)
{
	unsigned stars = count_run(context, at, '*');
	if (stars <= EMPHASIS_MAX && may_open(context, at, stars))
		blank_pair(context, at, stars);
	return at + stars;
}

static size_t
blank_heading_mark(DdContext *context, size_t at)
{
	unsigned marks = count_run(context, at, '#');
	if (marks <= HEADING_MAX && char_at(context, at + marks) == ' ' &&
		(at == 0 || context->chars[at - 1] == '\n'))
		dd_context_blank(context, (uint32_t)at, (uint32_t)at + marks);
	return at + marks;
}

static size_t
drop_escape(DdContext *context, size_t at)
{
	if (g_ascii_ispunct(char_at(context, at + 1)))
		dd_text_pull(context->text, at);
	return at + 1;
}

static size_t
blank_tag(DdContext *context, size_t at)
{
	for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
		size_t len = strlen(tags[i]);
		if (at + len > context->len ||
			g_ascii_strncasecmp(context->chars + at, tags[i], len) != 0)
			continue;
		dd_context_blank(context, (uint32_t)at, (uint32_t)(at + len));
		return at + len;
	}
	return at + 1;
}

void
dd_markup_blank(DdContext *context)
{
	static const struct {
		char sign;
		size_t (*blank)(DdContext *context, size_t at);
	} marks[] = {{'\\', drop_escape}, {'*', blank_emphasis}, {'#', blank_heading_mark},
		{'<', blank_tag}};
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		const char *found;
		for (size_t at = 0; at < context->len;
			at = marks[i].blank(context, (size_t)(found - context->chars)))
			if ((found = memchr(context->chars + at, marks[i].sign, context->len - at)) ==
				NULL)
				break;
	}
}
