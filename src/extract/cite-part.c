/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-part.c: the parts of a citation beside its number: date, issuer, clause */
#include <string.h>

#include "cite-private.h"

#define MAX_BLANK_DATE 24 /* tokens of a date left blank */
#define MAX_ISSUER 40     /* tokens of a body's name */
#define MAX_LOWER 6   /* small words in a row inside a body's name: Tòa án nhân dân tối cao */
#define MAX_CLAUSE 48 /* tokens of a clause */
#define MAX_ATTACH 4  /* words of "ban hành kèm theo" */

static bool
is_upper(const DdTokens *tokens, size_t i)
{
	return dd_cite_is_word(tokens, i) && (tokens->items[i].flags & DD_TOKEN_UPPER) != 0;
}

static bool
begins_with(const DdTokens *tokens, size_t i, char a, char b)
{
	if (!dd_cite_is_word(tokens, i) || tokens->items[i].len < 2)
		return false;
	const char *text = tokens->text + tokens->items[i].start;
	return (text[0] | 0x20) == a && (b == '\0' || (text[1] | 0x20) == b);
}

/* "07 thang 03 ném 2019" with the words broken by a scanner. Returns: token behind it or @at */
static size_t
broken_date(const DdTokens *tokens, size_t at, size_t to, DdDay *day_out)
{
	if (at + 5 > to || !dd_cite_is_number(tokens, at) || !begins_with(tokens, at + 1, 't', 'h') ||
		!dd_cite_is_number(tokens, at + 2) || !begins_with(tokens, at + 3, 'n', '\0') ||
		!dd_cite_is_number(tokens, at + 4) || tokens->items[at + 4].len != 4)
		return at;
	uint32_t day = tokens->items[at].value, month = tokens->items[at + 2].value,
		 year = tokens->items[at + 4].value;
	if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2199)
		return at;
	*day_out = (DdDay){(int16_t)year, (int8_t)month, (int8_t)day};
	return at + 5;
}

/* Digits of a broken date from *@at on. Returns: their value, -1 when there are none */
static int
broken_digits(const DdTokens *tokens, uint32_t *at, uint32_t end, unsigned most)
{
	int value = 0;
	unsigned n = 0;
	for (; *at < end && n < most; (*at)++, n++) {
		char digit = dd_cite_digit_of(tokens->text[*at]);
		if (digit == '\0')
			break;
		value = value * 10 + (digit - '0');
	}
	return n > 0 ? value : -1;
}

/* "07/0l/2021". Returns: token behind it or @at */
static size_t
broken_slashes(const DdTokens *tokens, size_t at, size_t to, DdDay *day_out)
{
	if (at + 5 > to)
		return at;
	uint32_t here = tokens->items[at].start, end = dd_token_end(tokens, MIN(at + 9, to) - 1);
	int day = broken_digits(tokens, &here, end, 2);
	if (day < 1 || day > 31 || here >= end || tokens->text[here++] != '/')
		return at;
	int month = broken_digits(tokens, &here, end, 2);
	if (month < 1 || month > 12 || here >= end || tokens->text[here++] != '/')
		return at;
	int year = broken_digits(tokens, &here, end, 4);
	if (year < 1900 || year > 2199)
		return at;
	*day_out = (DdDay){(int16_t)year, (int8_t)month, (int8_t)day};
	while (at < to && tokens->items[at].start < here)
		at++;
	return at;
}

/* "ngày    /5/2025", "ngày … tháng … năm 2025": what of it is there. Returns: token behind it */
static size_t
blank_date(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	bool some = false;
	for (; i < to && i - at < MAX_BLANK_DATE; i++) {
		uint32_t sign = tokens->items[i].kind == DD_TOKEN_SIGN ? tokens->items[i].value : 0;
		bool dots = sign == '.' || sign == '/' || sign == 0x2026 || sign == '_' || sign == '-';
		if (!dots && !dd_cite_is_number(tokens, i) &&
			!dd_cite_is(self, tokens, i, DD_CITE_MONTH | DD_CITE_YEAR))
			break;
		some |= dots || dd_cite_is(self, tokens, i, DD_CITE_MONTH);
	}
	while (i > at && dd_token_is_sign(tokens, i - 1, '.') && !dd_token_is_sign(tokens, i - 2, '.'))
		i--;
	return some ? i : at;
}

size_t
dd_cite_date_read(
	const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to, DdDay *day_out)
{
	size_t i = at, len = 0;
	if (dd_token_is_sign(tokens, i, ','))
		i++;
	if (i >= to)
		return at;
	bool named = dd_cite_is(self, tokens, i, DD_CITE_DAY);
	if (!named && tokens->damage != DD_DAMAGE_NONE && dd_cite_is_word(tokens, i) &&
		tokens->items[i].len <= 6 && dd_cite_is_number(tokens, i + 1)) {
		DdDay unused;
		named = begins_with(tokens, i, 'n', 'g') ||
			dd_date_match(self->times, tokens, i + 1, to, &unused, &len);
	}
	if (!named && (!dd_cite_is_number(tokens, i) || i > at))
		return at;
	size_t digits = i + (named ? 1 : 0), end;
	DdDay day = {0, 0, 0};
	if (dd_date_match(self->times, tokens, i, to, &day, &len))
		i += len;
	else if (named && dd_date_match(self->times, tokens, digits, to, &day, &len))
		i = digits + len;
	else if (tokens->damage != DD_DAMAGE_NONE && broken_date(tokens, digits, to, &day) > digits)
		i = digits + 5;
	else if (named && ((tokens->damage != DD_DAMAGE_NONE &&
				   (end = broken_slashes(tokens, digits, to, &day)) > digits) ||
				  (end = blank_date(self, tokens, digits, to)) > digits))
		i = end;
	else
		return at;
	*day_out = day;
	return i;
}

static bool
is_roman(const DdTokens *tokens, size_t i)
{
	return is_upper(tokens, i) &&
	       strspn(tokens->text + tokens->items[i].start, "IVXL") >= tokens->items[i].len;
}

/* "khóa XI", "lần thứ 5", "(Khóa XX)": words with a number behind. Returns: token behind them or @at */
static size_t
term_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	while (i < to && dd_cite_is(self, tokens, i, DD_CITE_TERM))
		i++;
	if (i == at || i >= to)
		return at;
	if (dd_cite_is_number(tokens, i)) {
		i++;
		while (i + 1 < to && dd_token_is_sign(tokens, i, '-') &&
			dd_cite_is_number(tokens, i + 1))
			i += 2;
		return i;
	}
	if (is_upper(tokens, i) && tokens->items[i].len <= 6) {
		i++;
		while (i + 1 < to && dd_token_is_sign(tokens, i, ',') && is_roman(tokens, i + 1))
			i += 2; /* khóa XI, XII */
		if (dd_cite_is_number(tokens, i) && !dd_cite_spaced(tokens, i) &&
			tokens->damage != DD_DAMAGE_NONE)
			i++;
		return i;
	}
	if (dd_cite_is_word(tokens, i) && dd_cite_is(self, tokens, i - 1, DD_CITE_TERM) &&
		dd_cite_is(self, tokens, i - 1, DD_CITE_CLAUSE))
		return i + 1; /* lần thứ tư */
	return at;
}

bool
dd_cite_begins_document(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t len = 0;
	int value = dd_phrases_match(self->types, tokens, at, &len);
	if (value < 0)
		return false;
	size_t next = at + len;
	/* no body has "Nghị quyết" in its name behind "và" */
	if (dd_cite_type_get((uint8_t)(value & 0xff))->flags & DD_CITE_NAMED_ALONE)
		return true;
	/* "và Chương trình, kế hoạch hành động" */
	if (next < to && dd_token_is_sign(tokens, next, ','))
		return dd_phrases_match(self->types, tokens, next + 1, NULL) >= 0;
	if (next >= to || !dd_cite_is_word(tokens, next))
		return next < to && dd_cite_is_number(tokens, next);
	if (dd_cite_is(self, tokens, next, DD_CITE_OF | DD_CITE_SO | DD_CITE_THIS))
		return true;
	if (dd_cite_is(self, tokens, next, DD_CITE_YEAR) && dd_cite_is_number(tokens, next + 1))
		return true; /* "và Chương trình công tác năm 2026 của …" */
	return !dd_token_is_cap(tokens, next) &&
	       !dd_cite_is(self, tokens, next, DD_CITE_AND | DD_CITE_LEVEL) &&
	       dd_phrases_match(self->stops, tokens, next, NULL) < 0;
}

/* "Văn hóa, Thể thao và Du lịch": the comma belongs to the name when a capital and "và" follow soon */
static bool
comma_joins(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	if (!dd_token_is_cap(tokens, at + 1) || is_upper(tokens, at + 1) || at + 1 >= to ||
		dd_phrases_match(self->types, tokens, at + 1, NULL) >= 0)
		return false;
	for (size_t i = at + 2; i < to && i < at + 6; i++) {
		if (tokens->items[i].kind != DD_TOKEN_WORD)
			return false;
		if (dd_cite_is(self, tokens, i, DD_CITE_AND))
			return dd_token_is_cap(tokens, i + 1) &&
			       !dd_cite_begins_document(self, tokens, i + 1, to);
	}
	return false;
}

typedef struct {
	const DdCiteGrammar *self;
	const DdTokens *tokens;
	size_t to;
	unsigned lower; /* small words since the last capital */
	bool place;     /* behind "tỉnh": only capitals go on */
	bool parties;   /* "A với các tỉnh vùng B" */
	bool joined;    /* "và" or "với" was met */
} Body;

/* Signs inside a body's name. Returns: token behind, @i when the name ends before it */
static size_t
body_sign(Body *body, size_t i)
{
	const DdTokens *tokens = body->tokens;
	if (dd_token_is_sign(tokens, i, '-') && dd_cite_is_word(tokens, i + 1) &&
		dd_token_is_cap(tokens, i + 1) && i + 1 < body->to &&
		dd_cite_spaced(tokens, i) == dd_cite_spaced(tokens, i + 1))
		return i + 1;
	if (dd_token_is_sign(tokens, i, ',')) {
		size_t term = term_read(body->self, tokens, i + 1, body->to);
		if (term > i + 1)
			return term;
		/* "Hội nghị viên chức, người lao động" */
		if (dd_token_is_text(tokens, i - 1, "chức") && i + 3 < body->to &&
			((dd_token_is_text(tokens, i + 1, "người") &&
				 dd_token_is_text(tokens, i + 2, "lao")) ||
				(dd_token_is_text(tokens, i + 1, "viên") &&
					dd_token_is_text(tokens, i + 2, "chức"))))
			return i + 1;
		bool party = body->parties && !body->joined && dd_cite_is_word(tokens, i + 1) &&
			     dd_token_is_cap(tokens, i + 1); /* "giữa A, B và C" */
		return party || (!body->place && comma_joins(body->self, tokens, i, body->to)) ? i + 1
											       : i;
	}
	if (dd_token_is_sign(tokens, i, '.') && i > 0 &&
		dd_cite_is(body->self, tokens, i - 1, DD_CITE_CITY) && !dd_cite_spaced(tokens, i) &&
		dd_cite_is_word(tokens, i + 1) && dd_token_is_cap(tokens, i + 1))
		return i + 1; /* "UBND TP. Hồ Chí Minh" */
	if (dd_token_is_sign(tokens, i, '(')) {
		size_t term = term_read(body->self, tokens, i + 1, body->to);
		if (term > i + 1 && dd_token_is_sign(tokens, term, ')'))
			return term + 1;
	}
	if (dd_token_is_sign(tokens, i, '&') && dd_cite_is_word(tokens, i + 1) &&
		dd_token_is_cap(tokens, i + 1))
		return i + 1;
	return i;
}

static bool
is_level(const Body *body, size_t i)
{
	return dd_cite_is(body->self, body->tokens, i, DD_CITE_LEVEL) &&
	       !(dd_cite_is(body->self, body->tokens, i + 1, DD_CITE_SOCIETY) &&
		       !dd_token_is_cap(body->tokens, i));
}

/* "của Chính phủ Ban hành …", "Quy định về …": the document's own subject in a capital, no part of the name */
static bool
begins_subject(const Body *body, size_t i)
{
	const DdTokens *tokens = body->tokens;
	size_t len = 0;
	if (!dd_cite_is_word(tokens, i + 1) || dd_token_is_cap(tokens, i + 1))
		return false;
	int cue = dd_phrases_match(body->self->cues, tokens, i, &len);
	if (cue == DD_CUE_ISSUE || cue == DD_CUE_AMEND || cue == DD_CUE_DETAIL)
		return len >= 2;
	int type = dd_phrases_match(body->self->types, tokens, i, &len);
	return type >= 0 && len == 2 && strcmp(dd_cite_type_get((uint8_t)type)->name, "Quy định") == 0;
}

/* A word of a body's name. Returns: token behind, @i when the name ends before it */
static size_t
body_word(Body *body, size_t i, bool first)
{
	const DdTokens *tokens = body->tokens;
	size_t term = term_read(body->self, tokens, i, body->to);
	if (term > i)
		return term;
	if (dd_cite_is(body->self, tokens, i, DD_CITE_AND) ||
		(body->parties && dd_cite_is(body->self, tokens, i, DD_CITE_WITH))) {
		bool clause = dd_cite_is(body->self, tokens, i + 1, DD_CITE_CLAUSE_HEAD) &&
			      dd_cite_is_number(tokens, i + 2);
		bool more = i + 1 < body->to && dd_cite_is_word(tokens, i + 1) && !clause &&
			    !dd_cite_begins_document(body->self, tokens, i + 1, body->to);
		bool joins = more && (dd_token_is_cap(tokens, i + 1) ||
					     (body->parties && dd_phrases_match(body->self->stops,
								       tokens, i + 1, NULL) < 0));
		body->lower = 0;
		body->joined = body->joined || joins;
		body->place = body->place && !joins;
		return joins ? i + 1 : i;
	}
	if (dd_token_is_cap(tokens, i)) {
		bool stop = !first &&
			    (begins_subject(body, i) ||
				    (is_upper(tokens, i) && dd_phrases_match(body->self->stops,
								    tokens, i, NULL) >= 0));
		body->lower = 0;
		return stop ? i : i + 1;
	}
	if (is_level(body, i)) {
		body->place = true;
		body->lower = 0;
		return i + 1;
	}
	bool every = dd_cite_is(body->self, tokens, i, DD_CITE_ALL) &&
		     (body->parties || dd_token_is_cap(tokens, i + 1));
	if (every)
		return i + 1;
	bool digital = dd_cite_is(body->self, tokens, i, DD_CITE_SO) &&
		       !dd_cite_is_number(tokens, i + 1); /* chuyển đổi số */
	if ((!digital && dd_phrases_match(body->self->stops, tokens, i, NULL) >= 0) ||
		(body->place && !body->parties))
		return i;
	bool short_name = !first && is_upper(tokens, i - 1) && tokens->items[i - 1].len > 2;
	if (short_name && !body->parties && !is_level(body, i + 1))
		return i;
	bool torn = tokens->damage == DD_DAMAGE_HEAVY && tokens->items[i].len <= 1;
	if (torn || dd_cite_broken_carry_out(tokens, i, body->to) > 0)
		return i;
	return ++body->lower <= MAX_LOWER ? i + 1 : i;
}

/* Returns: the end of a known body that begins at the last word of [@at, @end), which a short name ends too early */
static size_t
known_behind(const Body *body, size_t at, size_t end)
{
	size_t len = 0;
	if (end == at || !is_upper(body->tokens, end - 1) ||
		dd_phrases_match(body->self->bodies, body->tokens, end - 1, &len) < 0)
		return end;
	return MIN(end - 1 + len, body->to);
}

size_t
dd_cite_issuer_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	bool parties, const char **name_out)
{
	Body body = {.self = self, .tokens = tokens, .to = to, .parties = parties};
	size_t i = at, len = 0;
	if (tokens->damage == DD_DAMAGE_HEAVY && !parties) {
		int known = dd_phrases_match(self->bodies, tokens, at, &len);
		if (known >= 0 && at + len <= to && !dd_cite_is(self, tokens, at + len, DD_CITE_TERM) &&
			!dd_token_is_cap(tokens, at + len)) {
			*name_out = dd_cite_body_get(known);
			return at + len;
		}
	}
	if (at >= to || !dd_cite_is_word(tokens, at) ||
		(!dd_token_is_cap(tokens, at) && !parties && !is_level(&body, at)))
		return at;
	while (i < to && i - at < MAX_ISSUER) {
		size_t next = i;
		if (dd_cite_is_word(tokens, i))
			next = body_word(&body, i, i == at);
		else if (tokens->items[i].kind == DD_TOKEN_SIGN)
			next = body_sign(&body, i);
		else if (i > at &&
			 (dd_cite_is(self, tokens, i + 1, DD_CITE_TERM) || tokens->items[i].len <= 2))
			next = i + 1; /* Hội nghị Trung ương 6 khóa XI, Khu vực 5 */
		if (next == i)
			break;
		i = next;
	}
	size_t chief = is_level(&body, at) || tokens->damage == DD_DAMAGE_HEAVY
			       ? at
			       : known_behind(&body, at, i); /* "Viện trưởng VKSND tối cao" */
	i = MAX(i, chief);
	if (*name_out == NULL && i > at + 1 && is_upper(tokens, at) && is_upper(tokens, i - 1)) {
		/* "CỦA BỘ CHÍNH TRỊ" in a title: as the table writes the body */
		int known = dd_phrases_match(self->bodies, tokens, at, &len);
		*name_out = known >= 0 && at + len == i ? dd_cite_body_get(known) : NULL;
	}
	while (i > at && (dd_cite_is(self, tokens, i - 1, DD_CITE_AND | DD_CITE_ALL | DD_CITE_WITH) ||
				 (tokens->items[i - 1].kind == DD_TOKEN_SIGN &&
					 !dd_token_is_sign(tokens, i - 1, ')'))))
		i--;
	return i;
}

/* "của Bộ Chính trị, Ban Bí thư về …": the two issue together. Returns: token behind the second, @end when there is none */
static size_t
second_body(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t end, size_t to)
{
	size_t first = 0, second = 0;
	int one = dd_phrases_match(self->bodies, tokens, at, &first);
	int two = dd_token_is_sign(tokens, end, ',')
			  ? dd_phrases_match(self->bodies, tokens, end + 1, &second)
			  : -1;
	size_t behind = end + 1 + second;
	if (one < 0 || two < 0 || at + first != end || behind > to ||
		strcmp(dd_cite_body_get(one), "Bộ Chính trị") != 0 ||
		strcmp(dd_cite_body_get(two), "Ban Bí thư") != 0)
		return end;
	bool closed = behind == to || !dd_cite_is_word(tokens, behind) ||
		      dd_phrases_match(self->titles_end, tokens, behind, NULL) >= 0;
	return closed ? behind : end;
}

void
dd_cite_add_issuer(const DdCiteGrammar *self, const DdTokens *tokens, size_t to, DdCiteMention *mention)
{
	size_t at = mention->end;
	if (dd_token_is_sign(tokens, at, ','))
		at++;
	bool of = dd_cite_is(self, tokens, at, DD_CITE_OF);
	if (!of && tokens->damage != DD_DAMAGE_NONE && dd_cite_is_word(tokens, at) &&
		tokens->items[at].len <= 7) {
		const DdToken *token = &tokens->items[at];
		const char *text = tokens->text + token->start;
		of = (text[0] == 'c' || text[0] == 'e') && token->len >= 3 &&
		     dd_token_is_cap(tokens, at + 1) &&
		     (text[token->len - 1] == 'a' || (unsigned char)text[token->len - 1] >= 0x80);
	}
	/* "ngày 5/3/2024 Chính phủ về", "ngày 25/10/2017 Hội nghị lần thứ sáu …" */
	bool meeting = dd_cite_is(self, tokens, at, DD_CITE_MEETING) &&
		       dd_cite_is(self, tokens, at + 1, DD_CITE_ASK);
	bool lost = !of && at == mention->end && mention->date.year != 0 &&
		    dd_token_is_cap(tokens, at) &&
		    (meeting || dd_phrases_match(self->bodies, tokens, at, NULL) >= 0);
	if ((!of && !lost) || at + 1 >= to)
		return;
	if (lost)
		at--;
	if (dd_cite_is(self, tokens, at + 1, DD_CITE_JOINT) && dd_token_is_cap(tokens, at + 3))
		at += 2; /* "của liên bộ Bộ A - Bộ B" */
	size_t end = dd_cite_issuer_read(self, tokens, at + 1, to, false, &mention->issuer.name);
	if (end == at + 1)
		return;
	end = second_body(self, tokens, at + 1, end, to);
	mention->issuer.from = at + 1;
	mention->issuer.to = end;
	mention->end = end;
}

static bool
clause_token(const DdCiteGrammar *self, const DdTokens *tokens, size_t i)
{
	const DdToken *token = &tokens->items[i];
	if (token->kind == DD_TOKEN_NUMBER)
		return token->len <= 3;
	if (token->kind == DD_TOKEN_SIGN)
		return token->value == '.' || token->value == ',' || token->value == '(' ||
		       token->value == ')' || token->value == '-' || token->value == '+';
	return token->len == 1 ||
	       ((token->flags & DD_TOKEN_UPPER) && token->len <= 5 &&
		       (token->word == 0 || is_roman(tokens, i))) ||
	       (token->len == 2 && !(token->flags & DD_TOKEN_UPPER) &&
		       (token->flags & DD_TOKEN_MARKED)) ||
	       dd_cite_is(self, tokens, i, DD_CITE_CLAUSE | DD_CITE_AND);
}

/* "Phụ lục I ban hành kèm theo", "Điều 5 Quy chế kèm theo" before @end. Returns: token at which the clause ends, @end when it is not so */
static size_t
skip_attached(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t end)
{
	size_t len = 0;
	for (size_t n = MAX_ATTACH; n >= 2; n--) {
		if (end < from + n ||
			dd_phrases_match(self->cues, tokens, end - n, &len) != DD_CUE_ATTACH ||
			len != n)
			continue;
		for (size_t kind = 2; kind <= 3 && end >= from + n + kind; kind++)
			if (dd_phrases_match(self->types, tokens, end - n - kind, &len) >= 0 &&
				len == kind)
				return end - n - kind;
		return end - n;
	}
	return end;
}

DdCiteRange
dd_cite_clause_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t start)
{
	size_t end = start;
	while (end > from && start - end < 2 &&
		(dd_cite_is(self, tokens, end - 1, DD_CITE_OF | DD_CITE_AT) ||
			dd_token_is_sign(tokens, end - 1, ',')))
		end--;
	end = skip_attached(self, tokens, from, end);
	size_t first = end, i = end;
	while (i > from && end - i < MAX_CLAUSE && clause_token(self, tokens, i - 1)) {
		i--;
		/* "chi tiết và" is none */
		if (dd_cite_is(self, tokens, i, DD_CITE_CLAUSE_HEAD) &&
			!dd_cite_is(self, tokens, i + 1, DD_CITE_AND))
			first = i;
	}
	if (end - MIN(first, end) < 2) /* "một số điều của" is none */
		return (DdCiteRange){0, 0};
	return (DdCiteRange){first, end};
}
