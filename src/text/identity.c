/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identity.c: keys of documents and names */
#include "identity.h"

#include "letter.h"
#include "maxima.h"

#include <string.h>

/* Short forms that stand for the same in every letterhead of the country */
static const struct {
	const char *folded, *full;
} short_forms[] = {
	{"ubnd", "uy3 ban nhân dân"},
	{"hđnd", "hôi5 đông1 nhân dân"},
};

/* Base letters behind a to z, by their codes from DD_BASE_A_BREVE */
static const char *const marked[] = {"ă", "â", "đ", "ê", "ô", "ơ", "ư"};

static void
end_word(GString *out, size_t start, unsigned tone)
{
	for (size_t i = 0; i < G_N_ELEMENTS(short_forms); i++)
		if (strcmp(out->str + start, short_forms[i].folded) == 0) {
			g_string_truncate(out, start);
			g_string_append(out, short_forms[i].full);
			return;
		}
	if (tone > 0)
		g_string_append_c(out, (char)('0' + tone));
}

static void
append_letter(GString *out, const DdLetter *letter, gunichar c)
{
	if (letter->base >= DD_BASE_A_BREVE && letter->base < DD_BASE_A_BREVE + G_N_ELEMENTS(marked))
		g_string_append(out, marked[letter->base - DD_BASE_A_BREVE]);
	else if (letter->base > 0)
		g_string_append_c(out, (char)('a' + letter->base - 1));
	else
		g_string_append_unichar(out, g_unichar_tolower(c));
}

/* Cuts it where no character is broken */
static char *
end_key(GString *out)
{
	if (out->len > DD_MAX_KEY_BYTES) {
		const char *end;
		g_utf8_validate_len(out->str, DD_MAX_KEY_BYTES, &end);
		g_string_truncate(out, (gsize)(end - out->str));
	}
	return g_string_free(out, out->len == 0);
}

char *
dd_identity_fold(const char *text)
{
	if (text == NULL)
		return NULL;
	/* of what keyboards of other systems make: a letter and its marks apart are the same letter */
	g_autofree char *whole = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	GString *out = g_string_new(NULL);
	size_t start = 0;
	unsigned tone = 0;
	bool in_word = false;
	/* what is far behind the end of a key need not be looked at */
	for (const char *at = whole != NULL ? whole : "";
		*at != '\0' && out->len < (size_t)2 * DD_MAX_KEY_BYTES; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		DdLetter letter = dd_letter_of(c);
		if (letter.base == 0 && !g_unichar_isalnum(c)) {
			if (in_word)
				end_word(out, start, tone);
			in_word = false;
			continue;
		}
		if (!in_word) {
			if (out->len > 0)
				g_string_append_c(out, ' ');
			start = out->len;
			tone = 0;
			in_word = true;
		}
		append_letter(out, &letter, c);
		tone = letter.tone > 0 ? letter.tone : tone;
	}
	if (in_word)
		end_word(out, start, tone);
	return end_key(out);
}

char *
dd_identity_number(const char *number)
{
	if (number == NULL)
		return NULL;
	g_autofree char *normal = g_utf8_normalize(number, -1, G_NORMALIZE_NFC);
	g_autofree char *upper = g_utf8_strup(normal != NULL ? normal : "", -1);
	GString *out = g_string_new(NULL);
	for (const char *at = upper; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (g_unichar_isspace(c) || (c == '0' && out->len == 0))
			continue;
		if (g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION)
			c = '-';
		g_string_append_unichar(out, c);
	}
	return end_key(out);
}

char *
dd_identity_words(const char *words)
{
	g_autofree char *folded = dd_identity_fold(words);
	if (folded == NULL)
		return NULL;
	GString *out = g_string_new("=");
	g_string_append(out, folded);
	return end_key(out);
}

bool
dd_identity_issuers_agree(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return true;
	const char *longer = strlen(a) > strlen(b) ? a : b;
	const char *shorter = longer == a ? b : a;
	size_t len = strlen(shorter);
	return strncmp(longer, shorter, len) == 0 && (longer[len] == '\0' || longer[len] == ' ');
}
