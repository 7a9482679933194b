/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow.h"

#include <string.h>

#include "error.h"
#include "maxima.h"

static bool
check_room(const DdFlow *self, size_t len, GError **error)
{
	if (len < DD_MAX_PARAGRAPH_BYTES && self->text->len < DD_MAX_PARAGRAPH_BYTES - len)
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"một đoạn văn quá dài; hãy tách đoạn đó (a paragraph is too long)");
	return false;
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool
dd_flow_add(DdFlow *self, const char *text, size_t len, GError **error)
{
	const char *end = text + len;
	if (!check_room(self, len, error))
		return false;
	for (const char *at = text; at < end;) {
		const char *from = at;
		while (at < end && !is_white(*at))
			at++;
		if (at > from) {
			if (self->blank && self->text->len > 0 &&
				!is_white(self->text->str[self->text->len - 1]))
				g_string_append_c(self->text, ' ');
			self->blank = false;
			g_string_append_len(self->text, from, at - from);
		}
		for (; at < end && is_white(*at); at++)
			self->blank = true;
	}
	return true;
}

bool
dd_flow_add_sign(DdFlow *self, char sign, size_t n, GError **error)
{
	if (!check_room(self, n, error))
		return false;
	self->blank = false;
	for (size_t i = 0; i < n; i++)
		g_string_append_c(self->text, sign);
	return true;
}
