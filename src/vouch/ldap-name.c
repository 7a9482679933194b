/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ldap-name.c: every byte that could mean something is written as its number, which both forms allow for any byte */
#include "ldap-name.h"

#include <stdbool.h>
#include <string.h>

typedef void (*Escape)(GString *out, const char *value);

static void
escape_filter(GString *out, const char *value)
{
	for (; *value != '\0'; value++) {
		if (strchr("*()\\", *value) != NULL || (guchar)*value < 0x20 || (guchar)*value >= 0x7f)
			g_string_append_printf(out, "\\%02x", (guchar)*value);
		else
			g_string_append_c(out, *value);
	}
}

static void
escape_name(GString *out, const char *value)
{
	for (; *value != '\0'; value++) {
		if (g_ascii_isalnum(*value) || (guchar)*value >= 0x80)
			g_string_append_c(out, *value);
		else
			g_string_append_printf(out, "\\%02x", (guchar)*value);
	}
}

static void
append_plain(GString *out, const char *value)
{
	g_string_append(out, value);
}

static char *
fill(const char *template, const char *value, Escape escape)
{
	GString *out = g_string_new(NULL);
	const char *at = template;
	for (const char *place; (place = strstr(at, "{}")) != NULL; at = place + 2) {
		g_string_append_len(out, at, place - at);
		escape(out, value);
	}
	g_string_append(out, at);
	return g_string_free(out, FALSE);
}

char *
dd_ldap_make_filter(const char *filter, const char *value)
{
	return fill(filter, value, escape_filter);
}

static bool
is_plain(const char *value)
{
	for (; *value != '\0'; value++)
		if (!g_ascii_isalnum(*value) && (guchar)*value < 0x80 && strchr(".-_", *value) == NULL)
			return false;
	return true;
}

char *
dd_ldap_make_bind_name(const char *template, const char *value)
{
	if (strchr(template, '=') != NULL)
		return fill(template, value, escape_name);
	return is_plain(value) ? fill(template, value, append_plain) : NULL;
}
