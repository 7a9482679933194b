/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-number.c: numbers of documents: 531/QĐ-TTg, 57-NQ/TW, 33/2024/QH15, 9061/VPCP-CN, TCVN ISO 9001:2015 */
#include "cite-code.h"
#include "cite-private.h"

#include <string.h>

#define MAX_PARTS 8  /* parts behind slashes and hyphens */
#define MAX_DIGITS 3 /* tokens that mistaken digits may be split into */

typedef struct {
	DdCiteNumber *number;
	size_t len, begun; /* begun: of the code being read */
	uint8_t type;      /* the kind expected */
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

static bool
is_written_large(const DdTokens *tokens, size_t i)
{
	return (tokens->items[i].flags & DD_TOKEN_UPPER) != 0 || count_capitals(tokens, i) >= 2;
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

/* Parts "KHUBND", which begins at writer->begun: a slash before the body where there is none yet, else a hyphen */
static void
part_codes(Writer *writer, bool first)
{
	char *code = writer->number->text + writer->begun;
	size_t cut = dd_cite_code_split(code, writer->len - writer->begun, first);
	if (cut == 0 || writer->len + 1 >= DD_CITE_NUMBER_BYTES)
		return;
	char sign = strchr(writer->number->text, '/') != NULL ? '-' : '/';
	memmove(code + cut + 1, code + cut, writer->len - writer->begun - cut + 1);
	code[cut] = '\0';
	if (first && writer->number->type == DD_CITE_NO_TYPE)
		writer->number->type = dd_cite_type_by_code(code);
	code[cut] = sign;
	writer->len++;
	writer->number->repaired = true;
}

/* Reads the words of one part: "UBTVQH15", "PGD&ĐT", "VX.NC". Returns: token behind them */
static size_t
read_code(Writer *writer, const DdTokens *tokens, size_t at, size_t to, bool first)
{
	size_t begun = writer->begun = writer->len;
	const char *text = tokens->text + tokens->items[at].start;
	const char *restored = tokens->damage != DD_DAMAGE_NONE
				       ? dd_cite_code_restore(text, tokens->items[at].len, writer->type)
				       : NULL;
	if (restored != NULL) {
		put(writer, restored, strlen(restored));
		writer->number->repaired = true;
	} else {
		put_token(writer, tokens, at);
		part_codes(writer, first);
	}
	if (writer->number->type == DD_CITE_NO_TYPE && !writer->full) {
		writer->number->type = dd_cite_type_by_code(writer->number->text + begun);
	}
	for (at++; at < to && !dd_cite_spaced(tokens, at); at++) {
		bool dot = dd_token_is_sign(tokens, at, '.');
		bool joins = (dot || dd_token_is_sign(tokens, at, '&')) &&
			     is_code(tokens, at + 1, to) && !dd_cite_spaced(tokens, at + 1) &&
			     is_written_large(tokens, at + 1);
		if (!joins && !is_kind(tokens, at, to, DD_TOKEN_NUMBER) &&
			!is_kind(tokens, at, to, DD_TOKEN_WORD))
			break;
		const char *code = writer->number->text + begun;
		if (dot && dd_cite_code_is_kind(code, writer->len - begun)) { /* "1719/QĐ.TTg" */
			put(writer, "-", 1);
			writer->number->repaired = true;
			continue;
		}
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

static bool
is_kind_code(const DdTokens *tokens, size_t i)
{
	return dd_cite_code_is_kind(tokens->text + tokens->items[i].start, tokens->items[i].len);
}

/* A sign that joins the parts of a number, nothing between it and what is before it */
static bool
is_joint(const DdTokens *tokens, size_t i)
{
	return (dd_token_is_sign(tokens, i, '/') || dd_token_is_sign(tokens, i, '-')) &&
	       !dd_cite_spaced(tokens, i);
}

/* Is @at the dot of "66.25/2026", "1.493/QĐ": the number goes on behind it? */
static bool
is_dotted(const DdTokens *tokens, size_t at, size_t to)
{
	return dd_token_is_sign(tokens, at, '.') && !dd_cite_spaced(tokens, at) &&
	       is_kind(tokens, at + 1, to, DD_TOKEN_NUMBER) && !dd_cite_spaced(tokens, at + 1) &&
	       tokens->items[at + 1].len <= 3 && at + 2 < to && is_joint(tokens, at + 2);
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
		bool apart = letter && is_kind_code(tokens, next) && is_joint(tokens, next + 1);
		if (letter && tokens->items[next].len > 3 && !apart)
			return at;
		put_token(writer, tokens, at);
		if (is_dotted(tokens, next, to)) { /* "66.25/2026/NQ-CP" */
			put(writer, ".", 1);
			put_token(writer, tokens, next + 1);
			return next + 2;
		}
		if (apart) /* "12KH/HU": the sign behind the digits is lost */
			return next;
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

static bool
is_office_code(const DdTokens *tokens, size_t i)
{
	return dd_cite_code_is_office(tokens->text + tokens->items[i].start, tokens->items[i].len);
}

/* The same with blanks on both sides: "473/TTr - NN&PTNT", "29 - NQ / TW" while a code of the office is still to come */
static bool
joins_apart(const DdCiteNumber *number, const DdTokens *tokens, size_t at, unsigned parts, bool letters)
{
	bool kind = number->type != DD_CITE_NO_TYPE;
	if (dd_token_is_sign(tokens, at, '/'))
		return !letters ||
		       (parts == 1 && kind && !number->symbol && is_office_code(tokens, at + 1));
	if (!is_written_large(tokens, at + 1))
		return false;
	if (!letters)
		return !number->symbol && dd_token_is_sign(tokens, at + 2, '/');
	bool alone = at + 2 >= tokens->n || !(tokens->items[at + 2].flags & DD_TOKEN_UPPER);
	return parts == 1 && number->symbol && alone && (kind || is_office_code(tokens, at + 1));
}

/* May the sign @at join the number so far to what is behind it? */
static bool
joins(const DdCiteNumber *number, const DdTokens *tokens, size_t at, size_t to, unsigned parts,
	bool letters)
{
	bool slash = dd_token_is_sign(tokens, at, '/'), hyphen = dd_token_is_sign(tokens, at, '-');
	bool line = dd_token_is_sign(tokens, at, '_') && letters;
	if (at + 1 >= to || (!slash && !hyphen && !line))
		return false;
	bool before = dd_cite_spaced(tokens, at), behind = dd_cite_spaced(tokens, at + 1);
	const DdToken *next = &tokens->items[at + 1];
	if (next->kind == DD_TOKEN_NUMBER)
		return !before && !behind && (slash || !letters) && next->len <= 4;
	if (!is_code(tokens, at + 1, to) || (line && (before || behind)))
		return false;
	return !(before && behind) || joins_apart(number, tokens, at, parts, letters);
}

/* "298 KH/TWĐTN", "12KH/HU", "1234QĐ-TTg": a number without the sign behind its digits */
static bool
is_code_apart(const DdTokens *tokens, size_t at, size_t to, uint8_t type)
{
	const char *code = dd_cite_type_get(type)->code;
	if (!is_kind(tokens, at, to, DD_TOKEN_WORD) || !is_joint(tokens, at + 1) ||
		dd_cite_spaced(tokens, at + 2) || !is_code(tokens, at + 2, to))
		return false;
	if (is_kind_code(tokens, at) &&
		(!dd_cite_spaced(tokens, at) ||
			(dd_token_is_sign(tokens, at + 1, '/') && is_office_code(tokens, at + 2))))
		return true;
	return code != NULL && dd_token_is_text(tokens, at, code);
}

/* Reads the code of a kind that stands right behind the digits, with the sign that is lost between them */
static size_t
read_code_apart(Writer *writer, const DdTokens *tokens, size_t at, size_t to)
{
	put(writer, dd_token_is_sign(tokens, at + 1, '-') ? "/" : "-", 1);
	return read_code(writer, tokens, at, to, true);
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
	bool letters = false, code_first = false;
	unsigned parts = 0;
	if (!number.blank && is_code_apart(tokens, i, to, type)) {
		i = read_code_apart(&writer, tokens, i, to);
		code_first = letters = true;
		number.symbol = strchr(number.text, '/') != NULL;
		parts++;
	}
	while (parts < MAX_PARTS && joins(&number, tokens, i, to, parts, letters)) {
		put(&writer, dd_token_is_sign(tokens, i, '/') ? "/" : "-", 1);
		i++;
		if (tokens->items[i].kind == DD_TOKEN_NUMBER) {
			put_token(&writer, tokens, i++);
		} else {
			i = read_code(&writer, tokens, i, to, !letters);
			code_first |= !letters && number.type != DD_CITE_NO_TYPE;
			letters = true;
			number.symbol = strchr(number.text, '/') != NULL;
		}
		parts++;
	}
	if (writer.full || (parts > 0 && !letters))
		return false;
	number.symbol = letters && (strchr(number.text, '/') != NULL || code_first);
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

/* "sô 10/CT-TTg" in a scan that is clean otherwise, "s 10/CT-TTg" in a collection that has lost letters with two marks */
static bool
is_mistaken_so(const DdCiteGrammar *self, const DdTokens *tokens, size_t i, size_t to)
{
	return is_kind(tokens, i, to, DD_TOKEN_WORD) &&
	       (tokens->items[i].fold == self->so_fold ||
		       (tokens->damage == DD_DAMAGE_NONE && dd_token_is_text(tokens, i, "s"))) &&
	       is_kind(tokens, i + 1, to, DD_TOKEN_NUMBER) && is_joint(tokens, i + 2);
}

size_t
dd_cite_skip_so(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	if (dd_cite_is(self, tokens, i, DD_CITE_SO) || is_mistaken_so(self, tokens, i, to)) {
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
