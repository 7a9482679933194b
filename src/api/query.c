/* SPDX-License-Identifier: GPL-3.0-or-later */
/* query.c: paths and parameters (RFC 3986, and "+" as forms write a blank) */
#include "query.h"

#include "error.h"

#include <string.h>

bool
dd_query_fail(const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "%s (%s)", vi, en);
	return false;
}

/* Decodes @text in its place. Returns: FALSE when it holds what no text has */
static bool
decode(char *text)
{
	char *to = text;
	for (const char *at = text; *at != '\0'; at++) {
		int byte = (unsigned char)*at;
		if (byte == '%') {
			int high = g_ascii_xdigit_value(at[1]);
			int low = high >= 0 ? g_ascii_xdigit_value(at[2]) : -1;
			if (low < 0)
				return false;
			byte = high << 4 | low;
			at += 2;
		} else if (byte == '+') {
			byte = ' ';
		}
		if (byte < 0x20 || byte == 0x7f)
			return false;
		*to++ = (char)byte;
	}
	*to = '\0';
	return g_utf8_validate(text, to - text, NULL);
}

static bool
add_parameter(DdQuery *self, char *text, GError **error)
{
	char *value = strchr(text, '=');
	if (value != NULL)
		*value++ = '\0';
	if (!decode(text) || (value != NULL && !decode(value)))
		return dd_query_fail("tham số phải là UTF-8, mã hóa bằng %",
			"parameters are UTF-8, encoded with %", error);
	if (self->n == DD_MAX_PARAMETERS || dd_query_get(self, text) != NULL)
		return dd_query_fail("thừa hoặc lặp tham số",
			"too many parameters, or one of them twice", error);
	self->parameters[self->n++] = (DdParameter){text, value != NULL ? value : ""};
	return true;
}

bool
dd_query_parse(const char *target, DdQuery *out, GError **error)
{
	*out = (DdQuery){.memory = g_strdup(target)};
	out->path = out->memory;
	if (*target != '/')
		return dd_query_fail("đường dẫn phải bắt đầu bằng /", "a path begins with /", error);
	char *rest = strchr(out->memory, '?');
	if (rest == NULL)
		return true;
	*rest++ = '\0';
	while (*rest != '\0') {
		size_t len = strcspn(rest, "&");
		bool more = rest[len] == '&';
		rest[len] = '\0';
		if (len > 0 && !add_parameter(out, rest, error))
			return false;
		rest += more ? len + 1 : len;
	}
	return true;
}

void
dd_query_clear(DdQuery *self)
{
	g_clear_pointer(&self->memory, g_free);
	self->n = 0;
}

const char *
dd_query_get(const DdQuery *self, const char *name)
{
	for (size_t i = 0; i < self->n; i++)
		if (strcmp(self->parameters[i].name, name) == 0)
			return self->parameters[i].value;
	return NULL;
}

bool
dd_query_get_number(const DdQuery *self, const char *name, int64_t min, int64_t max, int64_t *out,
	GError **error)
{
	const char *text = dd_query_get(self, name);
	gint64 number;
	if (text == NULL)
		return true;
	if (!g_ascii_string_to_signed(text, 10, min, max, &number, NULL)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"%s là số từ %" G_GINT64_FORMAT " đến %" G_GINT64_FORMAT
			" (%s is a number of %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ")",
			name, min, max, name, min, max);
		return false;
	}
	*out = number;
	return true;
}

bool
dd_query_get_day(const DdQuery *self, const char *name, DdDay *out, GError **error)
{
	const char *text = dd_query_get(self, name);
	if (text == NULL || dd_date_parse(text, out))
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"%s là một ngày như 2026-12-31 (%s is a day like 2026-12-31)", name, name);
	return false;
}

bool
dd_query_check(const DdQuery *self, const char *const *names, GError **error)
{
	for (size_t i = 0; i < self->n; i++)
		if (!g_strv_contains(names, self->parameters[i].name)) {
			g_autofree char *shown = g_utf8_substring(self->parameters[i].name, 0,
				MIN(g_utf8_strlen(self->parameters[i].name, -1), 40));
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"không có tham số “%s” (there is no parameter \"%s\")", shown, shown);
			return false;
		}
	return true;
}
