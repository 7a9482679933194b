/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crowded-tag.h"

#include <string.h>

#include "maxima.h"

/* The bytes that too many attributes need at least: a blank, a letter and '=' for each */
#define CROWDED_BYTES ((size_t)DD_MAX_XML_ATTRIBUTES * 3)

/* Marks inside of comments may count too, so that a strange file is refused. */
static bool
is_crowded(const char *at, const char *end)
{
	char quote = '\0';
	size_t n = 0;
	for (; at < end && (quote != '\0' || *at != '>'); at++) {
		if (quote != '\0')
			quote = *at == quote ? '\0' : quote;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '=' && ++n > DD_MAX_XML_ATTRIBUTES)
			return true;
	}
	return false;
}

bool
dd_has_crowded_tag(const char *bytes, size_t len)
{
	const char *end = bytes + len;
	const char *at = memchr(bytes, '<', len);
	while (at != NULL) {
		const char *next = memchr(at + 1, '<', (size_t)(end - at - 1));
		const char *stop = next != NULL ? next : end;
		if ((size_t)(stop - at) > CROWDED_BYTES && is_crowded(at + 1, stop))
			return true;
		at = next;
	}
	return false;
}

/* Where a look at one start tag of HTML is */
typedef enum {
	PLACE_ELEMENT, /* in the name of the element */
	PLACE_BETWEEN,
	PLACE_NAME,
	PLACE_AFTER_NAME,
	PLACE_VALUE, /* behind '=' */
	PLACE_BARE,
	PLACE_DOUBLE,
	PLACE_SINGLE,
	PLACE_BOGUS, /* what is no attribute, up to the next blank */
	PLACE_LAST,
	PLACE_OUTSIDE = PLACE_LAST
} Place;

/* Where libxml2 cuts a name in two */
#define NAME_BYTES 100

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
begins_name(char c)
{
	return g_ascii_isalpha(c) || c == '_' || c == ':' || c == '.';
}

static bool
is_of_name(char c)
{
	return begins_name(c) || g_ascii_isdigit(c) || c == '-';
}

static Place
step_value(char c)
{
	return c == '"' ? PLACE_DOUBLE : c == '\'' ? PLACE_SINGLE : PLACE_BARE;
}

/* Returns: where @c leads to, as libxml2 2.9.14 takes it: a quote is one behind '=' only, and '<' ends nothing */
static Place
step(Place from, char c)
{
	if (from == PLACE_DOUBLE || from == PLACE_SINGLE)
		return c == (from == PLACE_DOUBLE ? '"' : '\'') ? PLACE_BETWEEN : from;
	if (c == '>')
		return PLACE_OUTSIDE;
	if (is_blank(c)) {
		bool stays = from == PLACE_VALUE || from == PLACE_AFTER_NAME;
		return stays ? from : from == PLACE_NAME ? PLACE_AFTER_NAME : PLACE_BETWEEN;
	}
	if (from == PLACE_VALUE)
		return step_value(c);
	if (from == PLACE_BARE || from == PLACE_BOGUS)
		return from;
	if (c == '=' && (from == PLACE_NAME || from == PLACE_AFTER_NAME))
		return PLACE_VALUE;
	if (from == PLACE_ELEMENT || from == PLACE_NAME)
		return is_of_name(c) ? from : PLACE_BOGUS;
	return begins_name(c) ? PLACE_NAME : PLACE_BOGUS;
}

/* All tags that may be open at a time, since what looks like one may stand in a value, a comment or a script */
typedef struct {
	int most[PLACE_LAST]; /* attributes so far of those that are at that place, -1 none */
	size_t name_bytes;    /* of the name that is open: they all began it together */
} Tags;

/* Returns: FALSE when no tag is open any more */
static bool
follow(Tags *self, char c)
{
	Tags next;
	bool any = false;
	memset(next.most, -1, sizeof(next.most));
	next.name_bytes = is_of_name(c) ? self->name_bytes + 1 : 0;
	bool is_cut = next.name_bytes > 0 && next.name_bytes % NAME_BYTES == 0;
	for (Place from = 0; from < PLACE_LAST; from++) {
		if (self->most[from] < 0)
			continue;
		Place to = step(from, c);
		bool begins = to == PLACE_NAME && from != PLACE_NAME;
		if (is_cut && to == PLACE_ELEMENT)
			to = PLACE_NAME;
		if (to == PLACE_OUTSIDE)
			continue;
		int n = self->most[from] + (begins || (is_cut && to == PLACE_NAME) ? 1 : 0);
		next.most[to] = MAX(next.most[to], n);
		any = true;
	}
	*self = next;
	return any;
}

bool
dd_has_crowded_html_tag(const char *bytes, size_t len)
{
	const char *end = bytes + len;
	bool any = false;
	Tags tags = {0};
	memset(tags.most, -1, sizeof(tags.most));
	for (const char *at = bytes; at < end; at++) {
		if (!any && *at != '<') {
			at = memchr(at, '<', (size_t)(end - at));
			if (at == NULL)
				return false;
			tags.name_bytes = 0;
		}
		any = any && follow(&tags, *at);
		if (tags.most[PLACE_NAME] > DD_MAX_HTML_ATTRIBUTES)
			return true;
		if (*at == '<' && end - at > 1 &&
			(g_ascii_isalpha(at[1]) || strchr("_:", at[1]) != NULL)) {
			tags.most[PLACE_ELEMENT] = MAX(tags.most[PLACE_ELEMENT], 0);
			any = true;
		}
	}
	return false;
}
