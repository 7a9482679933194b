/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-code.c: codes of kinds and bodies in numbers: put right where a scanner broke them, parted where a hyphen is lost */
#include "cite-code.h"

#include <string.h>

#include "cite-words.h"

#define ANY_LETTER 2   /* what a letter that scanners do not confuse counts for */
#define MAX_MISTAKES 2 /* letters put right in one part */

/* symbol-codes.csv; among equally near codes the one above counts */
extern const char *const dd_code_issuer[];
extern const size_t dd_code_n_issuer;
extern const char *const dd_code_room[];
extern const size_t dd_code_n_room;

/* Splits "HĐND" into letters with Đ as one. Returns: number of letters */
static size_t
letters_of(const char *text, size_t len, char out[16])
{
	size_t n = 0;
	for (size_t i = 0; i < len && n < 16; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == 0xC4 && i + 1 < len) {
			out[n++] = '#';
			i++;
		} else if (c < 0x80) {
			out[n++] = (char)c;
		} else if ((c & 0xC0) == 0xC0) {
			out[n++] = '?';
		}
	}
	return n;
}

/* Do scanners take the letter @good for @bad? */
static bool
confused(char good, char bad)
{
	static const char pairs[] = "#D#P#E#B#?QOHIHEHNHLUVNHTITlTYTFDOCGGCOQBDSBgqKXVYNM";
	for (size_t i = 0; i + 1 < sizeof(pairs); i += 2)
		if (pairs[i] == good && pairs[i + 1] == bad)
			return true;
	return false;
}

static unsigned
mistakes(const char *good, const char *bad, size_t bad_len)
{
	char a[16], b[16];
	size_t n = letters_of(good, strlen(good), a), m = letters_of(bad, bad_len, b);
	if (n != m)
		return MAX_MISTAKES + 1;
	unsigned wrong = 0;
	for (size_t i = 0; i < n; i++)
		if (a[i] != b[i])
			wrong += confused(a[i], b[i]) ? 1 : ANY_LETTER;
	return n < 3 && wrong >= ANY_LETTER ? MAX_MISTAKES + 1 : wrong;
}

/* Bodies that stand in most numbers and that no other body's letters are near */
static bool
is_common(const char *code)
{
	static const char *const common[] = {"UBND", "HĐND", "VPCP", "UBTVQH", "VBHN", "TTLT"};
	for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
		if (strcmp(common[i], code) == 0)
			return true;
	return false;
}

typedef struct {
	const char *code;
	unsigned wrong; /* mistakes in it */
} Nearest;

/* Takes @code when it is nearer to @text than what was found. Returns: FALSE when @text is a code as it stands */
static bool
try_code(Nearest *self, const char *code, const char *text, size_t len)
{
	unsigned wrong = mistakes(code, text, len);
	bool known = wrong < ANY_LETTER || is_common(code); /* SYT is not BYT */
	if (known && wrong > 0 && wrong < self->wrong && strlen(code) > 1)
		*self = (Nearest){code, wrong};
	return wrong > 0;
}

const char *
dd_cite_code_restore(const char *text, size_t len, uint8_t type)
{
	const char *wanted = dd_cite_type_get(type)->code;
	if (wanted != NULL && mistakes(wanted, text, len) == 0)
		return NULL;
	Nearest found = {.wrong = MAX_MISTAKES + 1};
	if (wanted != NULL && len > 1 && mistakes(wanted, text, len) <= MAX_MISTAKES)
		found = (Nearest){wanted, mistakes(wanted, text, len)};
	for (size_t i = 0; i < dd_cite_n_types; i++)
		if ((dd_cite_types[i].flags & DD_CITE_CODE_SURE) &&
			!try_code(&found, dd_cite_types[i].code, text, len))
			return NULL;
	for (size_t i = 0; i < dd_code_n_issuer; i++)
		if (!try_code(&found, dd_code_issuer[i], text, len))
			return NULL;
	return found.code;
}

static bool
is_same(const char *code, const char *text, size_t len)
{
	return strncmp(code, text, len) == 0 && code[len] == '\0';
}

static bool
is_one_of(const char *const *list, size_t n, const char *text, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (is_same(list[i], text, len))
			return true;
	return false;
}

bool
dd_cite_code_is_kind(const char *text, size_t len)
{
	for (size_t i = 0; i < dd_cite_n_types; i++)
		if ((dd_cite_types[i].flags & DD_CITE_CODE_SURE) &&
			is_same(dd_cite_types[i].code, text, len))
			return true;
	return false;
}

const char *
dd_cite_code_name(const char *text, size_t len)
{
	for (size_t i = 0; i < dd_cite_n_types; i++) {
		const DdCiteType *type = &dd_cite_types[i];
		if (type->code != NULL && !(type->flags & DD_CITE_CODE_SHARED) &&
			is_same(type->code, text, len))
			return type->name;
	}
	return NULL;
}

const char *
dd_cite_code_of(const char *name)
{
	for (size_t i = 0; i < dd_cite_n_types; i++)
		if (strcmp(dd_cite_types[i].name, name) == 0)
			return dd_cite_types[i].code;
	return NULL;
}

bool
dd_cite_code_is_office(const char *text, size_t len)
{
	return is_one_of(dd_code_issuer, dd_code_n_issuer, text, len) ||
	       is_one_of(dd_code_room, dd_code_n_room, text, len);
}

size_t
dd_cite_code_split(const char *text, size_t len, bool first)
{
	if (len < 4 || dd_cite_code_is_office(text, len)) /* Thanh tra Chính phủ is TTCP */
		return 0;
	for (size_t i = 0; first && i < dd_cite_n_types; i++) {
		if (!(dd_cite_types[i].flags & DD_CITE_CODE_SURE))
			continue;
		size_t n = strlen(dd_cite_types[i].code);
		if (n < len && strncmp(dd_cite_types[i].code, text, n) == 0 &&
			is_one_of(dd_code_issuer, dd_code_n_issuer, text + n, len - n))
			return n;
	}
	for (size_t i = 0; i < dd_code_n_issuer; i++) {
		size_t n = strlen(dd_code_issuer[i]);
		if (n >= 4 && n < len && strncmp(dd_code_issuer[i], text, n) == 0 &&
			is_one_of(dd_code_room, dd_code_n_room, text + n, len - n))
			return n;
	}
	return 0;
}
