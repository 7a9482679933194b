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
