/* SPDX-License-Identifier: GPL-3.0-or-later */
/* width.c: columns, line breaks and harmless text */
#include "width.h"

#include <string.h>

static unsigned
measure_char(gunichar c)
{
	if (c < 0x300)
		return c == 0xad ? 0 : 1; /* a soft hyphen is not shown */
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

unsigned
dd_width_measure(const char *text, size_t len)
{
	unsigned columns = 0;
	for (const char *at = text; at < text + len; at = g_utf8_next_char(at))
		columns += measure_char(g_utf8_get_char(at));
	return columns;
}

bool
dd_width_next_line(const char **text, unsigned width, const char **line_out, size_t *len_out)
{
	const char *start = *text + strspn(*text, " ");
	if (*start == '\0') {
		*text = start;
		return false;
	}
	unsigned columns = 0;
	const char *at = start;
	const char *blank = NULL; /* the last blank that the line may end before */
	for (; *at != '\0'; at = g_utf8_next_char(at)) {
		unsigned wide = measure_char(g_utf8_get_char(at));
		if (*at == ' ')
			blank = at;
		/* One letter at least, so that it always goes on */
		if (columns + wide > width && at > start && (wide > 0 || *at == ' '))
			break;
		columns += wide;
	}
	const char *end = *at != '\0' && blank != NULL ? blank : at;
	*text = end;
	while (end > start && end[-1] == ' ')
		end--;
	*line_out = start;
	*len_out = (size_t)(end - start);
	return true;
}

/* Marks that reorder what stands beside them, and separators that some terminals take for line ends */
static bool
is_unsafe(gunichar c)
{
	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return true;
	return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

char *
dd_width_clean(const char *text)
{
	if (text == NULL)
		return g_strdup("");
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	GString *clean = g_string_sized_new(strlen(valid));
	for (const char *at = valid; *at != '\0';) {
		const char *next = g_utf8_next_char(at);
		if (is_unsafe(g_utf8_get_char(at)))
			g_string_append_c(clean, ' ');
		else
			g_string_append_len(clean, at, next - at);
		at = next;
	}
	return g_string_free(clean, FALSE);
}
