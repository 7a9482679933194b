/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transform.c: the same text in other dress, and the harm that a scanner does to it */
#include "transform.h"

#include "encode-test-support.h"

#include <stdbool.h>
#include <string.h>

static GByteArray *
take_string(GString *text)
{
	gsize len = text->len;
	return g_byte_array_new_take((guint8 *)g_string_free(text, FALSE), len);
}

GByteArray *
dd_transform_none(const char *utf8, G_GNUC_UNUSED int number)
{
	return g_byte_array_append(g_byte_array_new(), (const guint8 *)utf8, (guint)strlen(utf8));
}

GByteArray *
dd_transform_decompose(const char *utf8, int number)
{
	g_autofree char *apart = dd_test_decompose(utf8, (DdTestMarks)number);
	return dd_transform_none(apart, 0);
}

GByteArray *
dd_transform_line_ends(const char *utf8, int number)
{
	GString *text = g_string_new(utf8);
	g_string_replace(text, "\n", number == 1 ? "\r" : "\r\n", 0);
	return take_string(text);
}

GByteArray *
dd_transform_blank_lines(const char *utf8, int number)
{
	GString *text = g_string_new(NULL);
	bool blank = false; /* nothing but blanks since the last line end */
	for (const char *at = utf8; *at != '\0'; at++) {
		g_string_append_c(text, *at);
		if (*at == '\n' && blank)
			for (int i = 1; i < number; i++)
				g_string_append_c(text, '\n');
		blank = *at == '\n' || (blank && *at == ' ');
	}
	return take_string(text);
}

GByteArray *
dd_transform_spaces(const char *utf8, int number)
{
	GString *text = g_string_new(NULL);
	int n = 0;
	for (const char *at = utf8; *at != '\0'; at++) {
		if (*at == '\n')
			g_string_append(text, "  ");
		bool odd = *at == ' ' && ++n % 5 == 0;
		if (odd && number == 1)
			g_string_append(text, "  ");
		else if (odd)
			g_string_append(text, "\xc2\xa0");
		else
			g_string_append_c(text, *at);
	}
	return take_string(text);
}

#define CENTRED 8 /* blanks in front from which on a line is no paragraph */

static void
wrap_line(GString *out, const char *line, long width)
{
	g_auto(GStrv) words = g_strsplit(line, " ", -1);
	long column = 0;
	for (size_t i = 0; words[i] != NULL; i++) {
		long wide = g_utf8_strlen(words[i], -1);
		if (column > 0 && column + 1 + wide > width) {
			g_string_append_c(out, '\n');
			column = 0;
		} else if (i > 0) {
			g_string_append_c(out, ' ');
			column++;
		}
		g_string_append(out, words[i]);
		column += wide;
	}
}

GByteArray *
dd_transform_wrap(const char *utf8, int number)
{
	g_auto(GStrv) lines = g_strsplit(utf8, "\n", -1);
	GString *text = g_string_new(NULL);
	for (size_t i = 0; lines[i] != NULL; i++) {
		if (i > 0)
			g_string_append_c(text, '\n');
		size_t indent = strspn(lines[i], " ");
		/* columns side by side and centred lines are no prose */
		if (indent >= CENTRED || strstr(lines[i] + indent, "  ") != NULL)
			g_string_append(text, lines[i]);
		else
			wrap_line(text, lines[i], number);
	}
	return take_string(text);
}

GByteArray *
dd_transform_encode(const char *utf8, int number)
{
	g_autofree char *whole = g_utf8_normalize(utf8, -1, G_NORMALIZE_NFC);
	GByteArray *bytes = dd_test_encode(whole, (DdEncoding)number);
	if (number == DD_ENCODING_UTF16LE)
		return g_byte_array_prepend(bytes, (const guint8 *)"\xff\xfe", 2);
	if (number == DD_ENCODING_UTF16BE)
		return g_byte_array_prepend(bytes, (const guint8 *)"\xfe\xff", 2);
	return bytes;
}

GByteArray *
dd_transform_mark(const char *utf8, int number)
{
	GByteArray *bytes = dd_transform_none(utf8, number);
	return g_byte_array_prepend(bytes, (const guint8 *)"\xef\xbb\xbf", 3);
}

/* Numerical Recipes' generator; its upper bits are good enough to pick letters */
static guint32
draw(guint32 *state, guint32 below)
{
	*state = *state * 1664525u + 1013904223u;
	return (guint32)(((guint64)*state * below) >> 32);
}

/* What a scanner takes one letter for: pairs of letters, read both ways */
static const char *const confusable[] = {
	"1l",
	"1I",
	"0O",
	"0o",
	"lI",
	"5S",
	"8B",
	"ec",
	"un",
	"ao",
	"hb",
	"ij",
	"tf",
	"vy",
	"cC",
	"gq",
	"rn",
	"đd",
	"ĐD",
	"ưu",
	"ơo",
	"sS",
	"wW",
	"xX",
	"zZ",
	"pP",
	"kK",
	"rt",
	"ea",
	"il",
	"nm",
};

static gunichar
find_confusable(gunichar letter, guint32 *state)
{
	gunichar found[G_N_ELEMENTS(confusable)];
	guint32 n = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(confusable); i++) {
		gunichar a = g_utf8_get_char(confusable[i]);
		gunichar b = g_utf8_get_char(g_utf8_next_char(confusable[i]));
		if (a == letter || b == letter)
			found[n++] = a == letter ? b : a;
	}
	return n > 0 ? found[draw(state, n)] : 0;
}

/* Writes @letter without one of its marks: ệ becomes ê, ê becomes e. */
static bool
append_unmarked(GString *out, gunichar letter)
{
	gunichar base, mark;
	if (!g_unichar_decompose(letter, &base, &mark) || mark == 0)
		return false;
	g_string_append_unichar(out, base);
	return true;
}

static void
append_harmed(GString *out, gunichar letter, guint32 *state)
{
	guint32 kind = draw(state, 10);
	if (kind < 5 && append_unmarked(out, letter))
		return;
	gunichar other = kind < 9 ? find_confusable(letter, state) : 0;
	if (other != 0)
		g_string_append_unichar(out, other);
	/* else it is dropped */
}

GByteArray *
dd_transform_damage(const char *utf8, int per_mille, guint32 seed)
{
	GString *text = g_string_new(NULL);
	guint32 state = seed * 2654435761u + 1;
	for (const char *at = utf8; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (g_unichar_isalnum(letter) && draw(&state, 1000) < (guint32)per_mille)
			append_harmed(text, letter, &state);
		else
			g_string_append_unichar(text, letter);
	}
	return take_string(text);
}
