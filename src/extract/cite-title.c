/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-title.c: titles of programmes and of laws: where they end in the sentence that names them */
#include "cite-private.h"

#define MAX_TITLE 60        /* tokens of a programme's title */
#define MAX_AREA 9          /* words behind "trên địa bàn" that may hold its years */
#define MAX_LAW 16          /* tokens of a law's title */
#define MAX_AMENDING_LAW 48 /* tokens of "Luật sửa đổi, bổ sung một số điều của …" */
#define MAX_TAIL 14         /* tokens behind a comma in which a title must end in years */

static bool
is_year(const DdTokens *tokens, size_t i)
{
	return dd_cite_is_number(tokens, i) && tokens->items[i].len == 4 &&
	       tokens->items[i].value >= 1900 && tokens->items[i].value < 2200;
}

/* Does a title go on behind the comma @at: into years, directly or soon and nothing else before them? */
static bool
title_goes_on(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	for (size_t i = at + 1; i < to && i <= at + MAX_TAIL; i++) {
		if (dd_phrases_match(self->tails, tokens, i, NULL) >= 0)
			return true;
		if (!dd_cite_is_word(tokens, i))
			return dd_token_is_sign(tokens, i, '-') && i > at + 1;
		if (dd_phrases_match(self->titles_end, tokens, i, NULL) >= 0 ||
			dd_phrases_match(self->cues, tokens, i, NULL) >= 0)
			return false;
	}
	return false;
}

/* Behind "trên địa bàn": do years come that belong to the title, or is something said of it? */
static int
behind_area(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t len = 1;
	for (size_t i = at; i < to && i < at + MAX_AREA && dd_cite_is_word(tokens, i); i++) {
		if (dd_phrases_match(self->tails, tokens, i, NULL) >= 0)
			return DD_CITE_END_AREA;
		int end = dd_phrases_match(self->titles_end, tokens, i, &len);
		if (end >= 0)
			return end == DD_CITE_END_TALK ? end : DD_CITE_END;
	}
	return DD_CITE_END;
}

/* How the title ends at the word @i, -1: it goes on. Behind @named its own words begin */
static int
title_ends(const DdCiteGrammar *self, const DdTokens *tokens, size_t i, size_t named, size_t to)
{
	size_t len = 0;
	bool of = dd_cite_is(self, tokens, i, DD_CITE_OF) && dd_token_is_cap(tokens, i + 1);
	if (of && dd_phrases_match(self->bodies, tokens, i + 1, NULL) >= 0)
		return DD_CITE_END; /* who issued it */
	if (dd_cite_is(self, tokens, i, DD_CITE_AND) && dd_token_is_cap(tokens, i + 1) &&
		dd_phrases_match(self->types, tokens, i + 1, NULL) >= 0)
		return DD_CITE_END;
	int end = dd_token_is_cap(tokens, i) ? -1
					     : dd_phrases_match(self->titles_end, tokens, i, &len);
	if (end == DD_CITE_END && i == named && dd_cite_is(self, tokens, i, DD_CITE_ABOUT))
		return -1; /* "Chiến lược quốc gia về bình đẳng giới" */
	if (end != DD_CITE_END_AREA)
		return end;
	end = behind_area(self, tokens, i + len, to);
	return end == DD_CITE_END_AREA ? -1 : end;
}

/* Does a title go on over the sign @i? */
static bool
title_sign(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t i, size_t to)
{
	uint32_t sign = tokens->items[i].value;
	bool quote = sign == '"' || sign == 0x201C || sign == 0x201D;
	bool small = dd_cite_is_word(tokens, i + 1) && !dd_token_is_cap(tokens, i + 1);
	/* "phòng, chống thiên tai"; "tuyên truyền, phổ biến": a title of two syllables is none yet */
	bool pair = small && (dd_cite_is(self, tokens, i + 1, DD_CITE_LAW_TAIL) || i - at == 2);
	if (sign == ',')
		return pair || title_goes_on(self, tokens, i, to);
	bool noise = tokens->damage == DD_DAMAGE_HEAVY &&
		     (sign >= 0x80 || sign == '\'' || sign == '*');
	return sign == '-' || sign == '&' || quote || noise;
}

/* Returns: token behind the closing quotation mark of a title that begins with one, @at when there is none */
static size_t
skip_quoted(const DdTokens *tokens, size_t at, size_t to)
{
	bool curved = dd_token_is_sign(tokens, at, 0x201C);
	if (!curved && !dd_token_is_sign(tokens, at, '"'))
		return at;
	for (size_t i = at + 1; i < to && i - at < MAX_TITLE; i++)
		if (dd_token_is_sign(tokens, i, curved ? 0x201D : '"'))
			return i + 1;
	return at;
}

/* Does the number of a document of its own begin at @i? */
static bool
begins_number(const DdTokens *tokens, size_t i, size_t to)
{
	DdCiteNumber number;
	return dd_cite_is_number(tokens, i) && !is_year(tokens, i) &&
	       dd_cite_number_read(tokens, i, to, DD_CITE_NO_TYPE, &number) && number.symbol;
}

/* Does the title end before the word @i? @end_out: DD_CITE_END_TALK when it is none at all */
static bool
ends_at_word(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t i, size_t named,
	size_t to, int *end_out)
{
	*end_out = -1;
	if (begins_number(tokens, i, to))
		*end_out = DD_CITE_END_TALK; /* a document of its own */
	else if (i > at && dd_cite_broken_carry_out(tokens, i, to) > 0)
		return true;
	else if (i > at)
		*end_out = title_ends(self, tokens, i, named, to);
	return *end_out >= 0;
}

size_t
dd_cite_title_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdCiteTitle *title_out)
{
	size_t named = at, len = 0, quoted = skip_quoted(tokens, at, to);
	if (dd_phrases_match(self->no_titles, tokens, at, NULL) >= 0)
		return at;
	while (named < to && dd_phrases_match(self->generics, tokens, named, &len) >= 0)
		named += len;
	size_t i = quoted, tail = to;
	for (; i < to && i - at < MAX_TITLE; i++) {
		bool years = is_year(tokens, i) || dd_phrases_match(self->tails, tokens, i, NULL) >= 0;
		tail = years ? MIN(tail, i) : tail;
		if (tokens->items[i].kind == DD_TOKEN_SIGN) {
			if (!title_sign(self, tokens, at, i, to))
				break;
			continue;
		}
		if (quoted > at && tail == to) /* only years go on behind the quotation */
			break;
		int end;
		if (!ends_at_word(self, tokens, at, i, named, to, &end))
			continue;
		if (end == DD_CITE_END_TALK)
			return at;
		break;
	}
	while (i > at && tokens->items[i - 1].kind == DD_TOKEN_SIGN && i > quoted)
		i--;
	bool generic = named > at;
	*title_out = (DdCiteTitle){.tailed = (tail < i),
		.generic = generic && (i <= named || tail <= named),
		.marked = generic || quoted > at};
	return i - at >= 2 && i != named ? i : at;
}

/* "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B" up to its date or number */
static size_t
amending_law_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	for (; i < to && i - at < MAX_AMENDING_LAW; i++) {
		bool comma = dd_token_is_sign(tokens, i, ',');
		/* "một số điều của 37 luật có liên quan đến …" */
		bool several = dd_cite_is_number(tokens, i) && tokens->items[i].len <= 2 &&
			       dd_cite_is(self, tokens, i - 1, DD_CITE_OF);
		if (tokens->items[i].kind != DD_TOKEN_WORD && !comma && !several)
			break;
		if (dd_cite_is(self, tokens, i, DD_CITE_DAY | DD_CITE_YEAR) &&
			dd_cite_is_number(tokens, i + 1))
			break;
		if (dd_cite_is(self, tokens, i, DD_CITE_SO) && dd_cite_is_number(tokens, i + 1))
			break;
		if (comma && dd_cite_is(self, tokens, i + 1, DD_CITE_DAY))
			break;
	}
	return i;
}

/* "Luật tổ chức Chính phủ ngày 25/12/2001": a title in small letters ends where a date or a number follows at once */
static size_t
small_law_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	bool named = (at > 0 && dd_token_is_cap(tokens, at - 1)) ||
		     (at > 1 && dd_token_is_cap(tokens, at - 2)); /* Luật, Bộ luật */
	for (size_t i = at; named && i + 1 < to && i - at < MAX_LAW; i++) {
		if (dd_cite_is(self, tokens, i, DD_CITE_DAY | DD_CITE_SO) &&
			dd_cite_is_number(tokens, i + 1))
			return i - at >= 2 ? i : at;
		bool governed = i > at && !dd_token_is_cap(tokens, i) &&
				(dd_phrases_match(self->stops, tokens, i, NULL) >= 0 ||
					dd_phrases_match(self->cues, tokens, i, NULL) >= 0);
		bool other = dd_token_is_cap(tokens, i) &&
			     dd_phrases_match(self->types, tokens, i, NULL) >= 0;
		if (tokens->items[i].kind != DD_TOKEN_WORD || governed || other ||
			dd_cite_is(self, tokens, i, DD_CITE_OF | DD_CITE_ALREADY))
			break;
	}
	return at;
}

static bool
clause_begins(const DdCiteGrammar *self, const DdTokens *tokens, size_t at)
{
	return dd_cite_is(self, tokens, at, DD_CITE_CLAUSE_HEAD) && dd_cite_is_number(tokens, at + 1);
}

/* Does the small word @i of a law's title that began at @at end it? */
static bool
ends_law(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t i)
{
	if (i == at + 1) /* Luật Chuyển giao công nghệ: no title has one syllable */
		return false;
	if (dd_cite_is(self, tokens, i, DD_CITE_DAY | DD_CITE_YEAR | DD_CITE_ALL))
		return true;
	if (dd_cite_is(self, tokens, i, DD_CITE_OF))
		return dd_token_is_cap(tokens, i + 1);
	bool goes_on = dd_cite_is(self, tokens, i + 1, DD_CITE_LAW_TAIL) || /* người có công với cách mạng */
		       (dd_cite_is(self, tokens, i, DD_CITE_WITH) &&
			       dd_cite_is(self, tokens, i - 1, DD_CITE_LAW_TAIL));
	return !goes_on && (dd_phrases_match(self->stops, tokens, i, NULL) >= 0 ||
				   dd_phrases_match(self->cues, tokens, i, NULL) >= 0);
}

size_t
dd_cite_law_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	if (at >= to || !dd_cite_is_word(tokens, at))
		return at;
	if (dd_phrases_match(self->cues, tokens, at, NULL) == DD_CUE_AMEND)
		return amending_law_read(self, tokens, at, to);
	size_t known = 0;
	if (dd_phrases_match(self->laws, tokens, at, &known) >= 0 && at + known <= to)
		return at + known;
	if (!dd_token_is_cap(tokens, at))
		return small_law_read(self, tokens, at, to);
	size_t i = at;
	for (; i < to && i - at < MAX_LAW; i++) {
		if (dd_token_is_sign(tokens, i, ',')) {
			if (!dd_cite_is(self, tokens, i + 1, DD_CITE_LAW_TAIL) ||
				dd_token_is_cap(tokens, i + 1) || i + 1 >= to)
				break;
			continue;
		}
		if (!dd_cite_is_word(tokens, i))
			break;
		if (dd_cite_is(self, tokens, i, DD_CITE_AND)) {
			bool other = i + 1 >= to || !dd_cite_is_word(tokens, i + 1) ||
				     dd_phrases_match(self->types, tokens, i + 1, NULL) >= 0;
			if (other || dd_cite_is(self, tokens, i + 1, DD_CITE_ALL) ||
				clause_begins(self, tokens, i + 1) ||
				(!dd_token_is_cap(tokens, i + 1) &&
					dd_phrases_match(self->stops, tokens, i + 1, NULL) >= 0))
				break;
			continue;
		}
		bool capital = dd_token_is_cap(tokens, i);
		if (!capital && ends_law(self, tokens, at, i))
			break;
		if (i > at && capital && dd_phrases_match(self->types, tokens, i, NULL) >= 0 &&
			dd_cite_begins_document(self, tokens, i, to))
			break;
	}
	return i;
}
