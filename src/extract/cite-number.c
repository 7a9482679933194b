/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-number.c: numbers of documents: 531/QĐ-TTg, 57-NQ/TW, 33/2024/QH15, 9061/VPCP-CN, TCVN ISO 9001:2015 */
#include "cite-private.h"

#include <string.h>

#define MAX_PARTS 8    /* parts behind slashes and hyphens */
#define MAX_DIGITS 3   /* tokens that mistaken digits may be split into */
#define ANY_LETTER 2   /* what a letter that scanners do not confuse counts for */
#define MAX_MISTAKES 2 /* letters put right in one part */

/* Bodies and kinds in numbers; the order decides between equally near ones */
static const char *const codes[] = {
	"NQ",
	"QĐ",
	"KH",
	"KL",
	"CT",
	"NĐ",
	"CP",
	"TTg",
	"TW",
	"TU",
	"UBND",
	"HĐND",
	"TT",
	"CTr",
	"TTr",
	"TB",
	"HD",
	"BC",
	"BCĐ",
	"QC",
	"VBHN",
	"TTLT",
	"CV",
	"CĐ",
	"VPCP",
	"BTTTT",
	"BTC",
	"BNV",
	"BKHCN",
	"BKHĐT",
	"BGDĐT",
	"BYT",
	"BTP",
	"BTNMT",
	"BNNPTNT",
	"BNNMT",
	"BXD",
	"BGTVT",
	"BLĐTBXH",
	"BVHTTDL",
	"BCT",
	"BCA",
	"BQP",
	"TTĐT",
	"ĐA",
	"PA",
	"BTGTW",
	"BTCTW",
	"UBTVQH",
	"QyĐ",
	"CTHĐ",
	"BCĐTW",
	"HU",
	"ĐU",
	"PCTT",
	"SKHCN",
};

typedef struct {
	DdCiteNumber *number;
	size_t len;
	uint8_t type; /* the kind expected */
	bool full;
} Writer;

static void
put(Writer *writer, const char *text, size_t len)
{
	if (writer->len + len >= DD_CITE_NUMBER_BYTES) {
		writer->full = true;
		return;
	}
	memcpy(writer->number->text + writer->len, text, len);
	writer->len += len;
	writer->number->text[writer->len] = '\0';
}

/* Copies a token; Eth stands for Đ in many files. */
static void
put_token(Writer *writer, const DdTokens *tokens, size_t i)
{
	const char *text = tokens->text + tokens->items[i].start;
	size_t len = tokens->items[i].len;
	for (size_t k = 0; k < len; k++) {
		if (k + 1 < len && (unsigned char)text[k] == 0xC3 &&
			(unsigned char)text[k + 1] == 0x90) {
			put(writer, "Đ", 2);
			k++;
		} else {
			put(writer, text + k, 1);
		}
	}
}

static bool
is_kind(const DdTokens *tokens, size_t i, size_t to, DdTokenKind kind)
{
	return i < to && tokens->items[i].kind == kind;
}

static unsigned
count_capitals(const DdTokens *tokens, size_t i)
{
	const DdToken *token = &tokens->items[i];
	if (token->flags & DD_TOKEN_UPPER)
		return token->len;
	unsigned n = 0;
	for (size_t k = 0; k < token->len; k++) {
		unsigned char c = (unsigned char)tokens->text[token->start + k];
		n += (c >= 'A' && c <= 'Z') ||
		     (c == 0xC4 && (unsigned char)tokens->text[token->start + k + 1] == 0x90);
	}
	return n;
}

/* May this word stand in a number behind @at's sign: UBND, TTg, QH, and nothing that begins a sentence */
static bool
is_code(const DdTokens *tokens, size_t i, size_t to)
{
	if (!is_kind(tokens, i, to, DD_TOKEN_WORD) || tokens->items[i].len > 24)
		return false;
	unsigned capitals = count_capitals(tokens, i);
	if (tokens->items[i].flags & DD_TOKEN_UPPER)
		return true;
	if (capitals >= 2)
		return true;
	return capitals == 1 && !dd_cite_spaced(tokens, i) && tokens->items[i].len <= 3;
}

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

/* Returns: the code that the scanner saw as @text; NULL when it is right or nothing near */
static const char *
restore_code(const char *text, size_t len, uint8_t type)
{
	const char *wanted = dd_cite_type_get(type)->code;
	if (wanted != NULL && mistakes(wanted, text, len) == 0)
		return NULL;
	const char *best = NULL;
	unsigned least = MAX_MISTAKES + 1;
	if (wanted != NULL && len > 1)
		least = MIN(least, mistakes(wanted, text, len));
	if (least <= MAX_MISTAKES)
		best = wanted;
	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		unsigned wrong = mistakes(codes[i], text, len);
		if (wrong >= ANY_LETTER && !is_common(codes[i])) /* SYT is not BYT */
			continue;
		if (wrong == 0)
			return NULL;
		if (wrong < least && strlen(codes[i]) > 1) {
			least = wrong;
			best = codes[i];
		}
	}
	return best;
}

/* "QĐUBND", "NQCP": two codes that lost the hyphen between them */
static bool
is_glued(const char *text, size_t len)
{
	for (size_t i = 0; i < 6; i++) {
		size_t n = strlen(codes[i]);
		if (len <= n || strncmp(codes[i], text, n) != 0)
			continue;
		for (size_t k = 0; k < 12; k++)
			if (strlen(codes[k]) == len - n && strncmp(codes[k], text + n, len - n) == 0)
				return true;
	}
	return false;
}

/* Reads the words of one part: "UBTVQH15", "PGD&ĐT", "VX.NC". Returns: token behind them */
static size_t
read_code(Writer *writer, const DdTokens *tokens, size_t at, size_t to)
{
	size_t begun = writer->len;
	const char *text = tokens->text + tokens->items[at].start;
	size_t len = tokens->items[at].len;
	const char *restored = tokens->damage != DD_DAMAGE_NONE
				       ? restore_code(text, len, writer->type)
				       : NULL;
	if (restored != NULL) {
		put(writer, restored, strlen(restored));
		writer->number->repaired = true;
	} else {
		put_token(writer, tokens, at);
		writer->number->repaired |= is_glued(text, len);
	}
	if (writer->number->type == DD_CITE_NO_TYPE && !writer->full) {
		writer->number->type = dd_cite_type_by_code(writer->number->text + begun);
	}
	for (at++; at < to && !dd_cite_spaced(tokens, at); at++) {
		bool joins = dd_token_is_sign(tokens, at, '&') || dd_token_is_sign(tokens, at, '.');
		joins = joins && is_code(tokens, at + 1, to) && !dd_cite_spaced(tokens, at + 1) &&
			(tokens->items[at + 1].flags & DD_TOKEN_UPPER);
		if (!joins && !is_kind(tokens, at, to, DD_TOKEN_NUMBER) &&
			!is_kind(tokens, at, to, DD_TOKEN_WORD))
			break;
		put_token(writer, tokens, at);
	}
	return at;
}

char
dd_cite_digit_of(char c)
{
	static const char from[] = "OoDQlIiSsZBbGg", to[] = "00001115528669";
	if (c >= '0' && c <= '9')
		return c;
	const char *found = c != '\0' ? strchr(from, c) : NULL;
	return found != NULL ? to[found - from] : '\0';
}

/* "S0", "5O", "SO" before a slash. Returns: token behind it, @at when it is no number */
static size_t
read_mistaken_digits(Writer *writer, const DdTokens *tokens, size_t at, size_t to)
{
	char digits[8];
	size_t n = 0, end = at;
	for (; end < to && end - at < MAX_DIGITS && (end == at || !dd_cite_spaced(tokens, end));
		end++) {
		const DdToken *token = &tokens->items[end];
		if (token->kind == DD_TOKEN_SIGN)
			break;
		for (size_t k = 0; k < token->len; k++) {
			char digit = dd_cite_digit_of(tokens->text[token->start + k]);
			if (digit == '\0' || n + 1 >= sizeof(digits))
				return at;
			digits[n++] = digit;
		}
	}
	bool sign = (dd_token_is_sign(tokens, end, '/') || dd_token_is_sign(tokens, end, '-')) &&
		    !dd_cite_spaced(tokens, end);
	if (end == at || !sign || end >= to)
		return at;
	put(writer, digits, n);
	writer->number->repaired = true;
	return end;
}

/* Reads the digits, "30c" with its letter. Returns: token behind them, @at when there are none */
static size_t
read_digits(Writer *writer, const DdTokens *tokens, size_t at, size_t to)
{
	if (is_kind(tokens, at, to, DD_TOKEN_NUMBER) && tokens->items[at].len <= 7) {
		size_t next = at + 1;
		bool letter = is_kind(tokens, next, to, DD_TOKEN_WORD) &&
			      !dd_cite_spaced(tokens, next);
		bool mistaken = letter && tokens->damage != DD_DAMAGE_NONE;
		if (mistaken) {
			size_t end = read_mistaken_digits(writer, tokens, at, to);
			if (end > at)
				return end;
		}
		if (letter && tokens->items[next].len > 3)
			return at;
		put_token(writer, tokens, at);
		if (letter)
			put_token(writer, tokens, next++);
		return next;
	}
	if (tokens->damage != DD_DAMAGE_NONE && is_kind(tokens, at, to, DD_TOKEN_WORD) &&
		tokens->items[at].len <= 4)
		return read_mistaken_digits(writer, tokens, at, to);
	return at;
}

/* Left blank: dots, lines or nothing before the slash. Returns: token of the sign, @to when it is not so */
static size_t
skip_blank(const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	while (i < to && i - at < 24 && tokens->items[i].kind == DD_TOKEN_SIGN &&
		(tokens->items[i].value == '.' || tokens->items[i].value == 0x2026 ||
			tokens->items[i].value == '_'))
		i++;
	bool sign = dd_token_is_sign(tokens, i, '/') || dd_token_is_sign(tokens, i, '-');
	return i < to && sign && is_code(tokens, i + 1, to) ? i : to;
}

/* May the sign @at join the number so far to what is behind it? */
static bool
joins(const DdCiteNumber *number, const DdTokens *tokens, size_t at, size_t to, unsigned parts,
	bool letters)
{
	bool slash = dd_token_is_sign(tokens, at, '/'), hyphen = dd_token_is_sign(tokens, at, '-');
	if (at + 1 >= to || (!slash && !hyphen))
		return false;
	bool before = dd_cite_spaced(tokens, at), behind = dd_cite_spaced(tokens, at + 1);
	const DdToken *next = &tokens->items[at + 1];
	if (next->kind == DD_TOKEN_NUMBER)
		return !before && !behind && (slash || !letters) && next->len <= 4;
	if (!is_code(tokens, at + 1, to))
		return false;
	/* "473/TTr - NN&PTNT": the code of the office is still to come */
	bool office = parts == 1 && number->symbol && number->type != DD_CITE_NO_TYPE &&
		      (next->flags & DD_TOKEN_UPPER) &&
		      !(at + 2 < to && (tokens->items[at + 2].flags & DD_TOKEN_UPPER));
	if (hyphen && before && behind && office)
		return true;
	if (hyphen && before && behind)
		return !number->symbol && !letters && (next->flags & DD_TOKEN_UPPER) &&
		       dd_token_is_sign(tokens, at + 2, '/');
	return !(before && behind) || !letters;
}

/* "298 KH/TWĐTN": a Party number without its hyphen */
static bool
is_code_apart(const DdTokens *tokens, size_t at, size_t to, uint8_t type)
{
	const char *code = dd_cite_type_get(type)->code;
	if (code == NULL || !is_kind(tokens, at, to, DD_TOKEN_WORD) ||
		tokens->items[at].len != strlen(code) ||
		memcmp(tokens->text + tokens->items[at].start, code, strlen(code)) != 0)
		return false;
	return dd_token_is_sign(tokens, at + 1, '/') && !dd_cite_spaced(tokens, at + 1) &&
	       is_code(tokens, at + 2, to);
}

bool
dd_cite_number_read(const DdTokens *tokens, size_t at, size_t to, uint8_t type, DdCiteNumber *number_out)
{
	DdCiteNumber number = {.type = DD_CITE_NO_TYPE};
	Writer writer = {.number = &number, .type = type};
	size_t i = read_digits(&writer, tokens, at, to);
	if (i == at) {
		i = skip_blank(tokens, at, to);
		if (i == to)
			return false;
		number.blank = true;
	}
	bool letters = false, slash = false, code_first = false;
	unsigned parts = 0;
	if (!number.blank && is_code_apart(tokens, i, to, type)) {
		put(&writer, "-", 1);
		i = read_code(&writer, tokens, i, to);
		code_first = letters = true;
		parts++;
	}
	while (parts < MAX_PARTS && joins(&number, tokens, i, to, parts, letters)) {
		bool is_slash = dd_token_is_sign(tokens, i, '/');
		put(&writer, is_slash ? "/" : "-", 1);
		slash |= is_slash;
		i++;
		if (tokens->items[i].kind == DD_TOKEN_NUMBER) {
			put_token(&writer, tokens, i++);
		} else {
			i = read_code(&writer, tokens, i, to);
			code_first |= !letters && number.type != DD_CITE_NO_TYPE;
			letters = true;
			number.symbol = slash;
		}
		parts++;
	}
	if (writer.full || (parts > 0 && !letters))
		return false;
	number.symbol = letters && (slash || code_first);
	if (parts > 0 && !number.symbol)
		return false;
	number.end = i;
	*number_out = number;
	return true;
}

static bool
is_upper_word(const DdTokens *tokens, size_t i, size_t to)
{
	return is_kind(tokens, i, to, DD_TOKEN_WORD) && (tokens->items[i].flags & DD_TOKEN_UPPER) &&
	       tokens->items[i].len <= 16;
}

bool
dd_cite_standard_read(const DdTokens *tokens, size_t at, size_t to, DdCiteNumber *number_out)
{
	DdCiteNumber number = {.type = DD_CITE_NO_TYPE, .symbol = true};
	Writer writer = {.number = &number, .type = DD_CITE_NO_TYPE};
	bool digits = false;
	size_t i = at;
	for (; i < to && i - at < 16; i++) {
		bool spaced = dd_cite_spaced(tokens, i);
		bool figure = is_kind(tokens, i, to, DD_TOKEN_NUMBER);
		if (tokens->items[i].kind == DD_TOKEN_SIGN) {
			uint32_t sign = tokens->items[i].value;
			bool known = sign == '-' || sign == ':' || sign == '/' || sign == '.';
			if (!known || spaced || dd_cite_spaced(tokens, i + 1) || i == at ||
				(!is_kind(tokens, i + 1, to, DD_TOKEN_NUMBER) &&
					!is_upper_word(tokens, i + 1, to)))
				break;
			char text[2] = {(char)sign, '\0'};
			put(&writer, text, 1);
			continue;
		}
		if ((!figure && !is_upper_word(tokens, i, to)) || (digits && spaced))
			break;
		if (spaced && i > at)
			put(&writer, " ", 1);
		put_token(&writer, tokens, i);
		digits |= figure;
	}
	if (!digits || writer.full)
		return false;
	number.end = i;
	*number_out = number;
	return true;
}

size_t
dd_cite_skip_so(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	if (dd_cite_is(self, tokens, i, DD_CITE_SO)) {
		i++;
	} else if (tokens->damage != DD_DAMAGE_NONE && is_kind(tokens, i, to, DD_TOKEN_WORD) &&
		   tokens->items[i].len <= 4 && (tokens->text[tokens->items[i].start] | 0x20) == 's') {
		size_t next = i + 1;
		while (next < to && next - i < 3 && !dd_cite_spaced(tokens, next))
			next++;
		bool number = next < to && dd_cite_spaced(tokens, next) &&
			      !dd_token_is_sign(tokens, next - 1, '/');
		if (number && tokens->items[next].kind != DD_TOKEN_SIGN)
			i = next;
	}
	if (i > at && i < to && dd_token_is_sign(tokens, i, ':'))
		i++;
	return i;
}
