/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-find.c: what may be mentions of documents in a paragraph: found at the words of kinds and at slashes */
#include "cite-finder.h"

#include <string.h>

#define MAX_LAW_REST 8 /* words of a broken title of a law before its number */
#define MAX_GAP 4      /* small words between a kind and "số" */
#define MAX_LOST 6     /* tokens that a broken kind may be split into */

/* Does the code of a kind stand first in the number: 157/SCT-KH is a letter, not a plan */
static bool
code_leads(const DdCiteNumber *number)
{
	const char *code = dd_cite_type_get(number->type)->code,
		   *sign = strpbrk(number->text, "/-");
	while (sign != NULL && g_ascii_isdigit(sign[1]))
		sign = strpbrk(sign + 1, "/-");
	return code != NULL && sign != NULL && strncmp(sign + 1, code, strlen(code)) == 0;
}

/* Reads a number with its symbol at @at, "số" before it or not. Returns: FALSE when none stands there */
static bool
read_full(const DdCiteFinder *finder, size_t at, uint8_t type, DdCiteNumber *number_out)
{
	size_t digits = dd_cite_skip_so(finder->self, finder->tokens, at, finder->to);
	return dd_finder_is_kind(finder, digits, DD_TOKEN_NUMBER) &&
	       dd_cite_number_read(finder->tokens, digits, finder->to, type, number_out) &&
	       number_out->symbol;
}

/* The same where "số" must stand */
static bool
read_full_behind_so(const DdCiteFinder *finder, size_t at, uint8_t type, DdCiteNumber *number_out)
{
	return dd_cite_skip_so(finder->self, finder->tokens, at, finder->to) > at &&
	       read_full(finder, at, type, number_out);
}

/* A further one of a list takes who issued all of it */
static void
take_list_issuer(const DdCiteFinder *finder)
{
	DdCiteMention *kept = dd_finder_last(finder);
	if (finder->list_type == DD_CITE_NO_TYPE || kept->issuer.to > kept->issuer.from)
		return;
	kept->issuer = finder->list_issuer;
}

/* Goes on with a list behind the last mention. Returns: token behind it, @at when no list goes on */
static size_t
try_list(const DdCiteFinder *finder, size_t at)
{
	const DdCiteMention *before = dd_finder_last(finder);
	if (before == NULL || before->end != at || before->form != DD_CITE_FORM_NUMBER)
		return at;
	size_t i = at;
	if (dd_finder_is_sign(finder, i, ',') || dd_finder_is_sign(finder, i, ';'))
		i++;
	if (dd_finder_is(finder, i, DD_CITE_AND))
		i++;
	if (i == at)
		return at;
	DdCiteNumber number;
	if (!read_full(finder, i, before->type, &number))
		return at;
	DdCiteMention mention = {.start = i, .type = before->type, .listed = true};
	if (code_leads(&number))
		mention.type = number.type;
	if (strncmp(dd_cite_type_get(before->type)->name, "Quy định", strlen("Quy định")) == 0)
		mention.type = before->type; /* the Party writes QĐ for both */
	dd_finder_keep_numbered(finder, &mention, &number);
	if (dd_finder_last(finder)->issuer.to > dd_finder_last(finder)->issuer.from)
		dd_finder_share_back(finder);
	else
		take_list_issuer(finder);
	return dd_finder_last(finder)->end;
}

/* "Lu4t Bao vé va phat trién rirng so 29/2004/QH11": a title that a scanner broke goes on to its number */
static bool
find_law_number(const DdCiteFinder *finder, size_t at, DdCiteNumber *number_out)
{
	for (size_t i = at; i < at + MAX_LAW_REST && dd_finder_is_kind(finder, i, DD_TOKEN_WORD); i++)
		if (read_full_behind_so(finder, i, DD_CITE_NO_TYPE, number_out))
			return strstr(number_out->text, "/QH") != NULL;
	return false;
}

/* "Luật Đất đai [năm 2013] [số 31/2024/QH15] [ngày …] [của Quốc hội]" */
static bool
try_law(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	DdCiteNumber number = {.type = DD_CITE_NO_TYPE};
	size_t i = dd_cite_law_read(finder->self, finder->tokens, at, finder->to);
	bool titled = i > at;
	mention->end = i;
	mention->form = DD_CITE_FORM_LAW;
	mention->confidence = 85;
	if (read_full(finder, i, mention->type, &number) ||
		(titled && finder->tokens->damage != DD_DAMAGE_NONE &&
			find_law_number(finder, i, &number))) {
		dd_finder_keep_numbered(finder, mention, &number);
		return true;
	}
	size_t year = dd_finder_is(finder, i, DD_CITE_YEAR) ? i + 1 : i;
	if (dd_finder_is_kind(finder, year, DD_TOKEN_NUMBER) && finder->tokens->items[year].len == 4) {
		mention->end = year + 1;
		titled = titled || year > i;
	}
	if (read_full_behind_so(finder, mention->end, mention->type, &number)) {
		dd_finder_keep_numbered(finder, mention, &number);
		return true;
	}
	size_t before = mention->end;
	dd_finder_add_date_and_issuer(finder, mention);
	if (!titled && (mention->end == before || mention->date.year == 0))
		return false;
	if (!dd_finder_is_cap(finder, mention->start))
		return false;
	dd_finder_keep(finder, mention);
	return true;
}

/* The titles behind "các Luật: Đất đai, Nhà ở và …" */
static bool
try_laws(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	size_t i = at + 1;
	unsigned found = 0;
	while (dd_finder_is_cap(finder, i)) {
		size_t end = dd_cite_law_read(finder->self, finder->tokens, i, finder->to);
		if (end == i || dd_phrases_match(finder->self->types, finder->tokens, i, NULL) >= 0)
			break;
		DdCiteMention law = {.start = found == 0 ? mention->start : i,
			.end = end,
			.type = mention->type,
			.form = DD_CITE_FORM_LAW,
			.confidence = 80,
			.listed = found > 0};
		dd_finder_add_date_and_issuer(finder, &law);
		dd_finder_keep(finder, &law);
		found++;
		i = law.end;
		if (dd_finder_is_sign(finder, i, ',') || dd_finder_is_sign(finder, i, ';') ||
			dd_finder_is(finder, i, DD_CITE_AND))
			i++;
	}
	return found > 0;
}

/* Skips "phối hợp", "hỏa tốc" between the kind and "số". Returns: token behind */
static size_t
skip_qualifiers(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	size_t len = 0;
	int value = at < finder->to
			    ? dd_phrases_match(finder->self->qualifiers, finder->tokens, at, &len)
			    : -1;
	if (value < 0 || at + len > finder->to)
		return at;
	if (value == 1)
		mention->type_words = (DdCiteRange){mention->start, at + len};
	return at + len;
}

/* "các Nghị định của Chính phủ: số 92/2006/NĐ-CP …; số 04/2008/NĐ-CP …": kind and issuer are told once for all */
static bool
try_list_head(DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	DdCiteNumber number;
	size_t i = at;
	const char *name = NULL;
	if (dd_finder_is(finder, at, DD_CITE_OF))
		i = dd_cite_issuer_read(finder->self, finder->tokens, at + 1, finder->to, false, &name);
	size_t colon = dd_finder_skip_list_words(finder, i);
	if (!dd_finder_is_sign(finder, colon, ':') || !dd_finder_is(finder, colon + 1, DD_CITE_SO))
		return false;
	if (!read_full(finder, colon + 1, mention->type, &number))
		return false;
	finder->list_type = mention->type;
	finder->list_issuer = i > at ? (DdCiteIssuer){at + 1, i, name} : (DdCiteIssuer){0};
	if (code_leads(&number))
		finder->list_type = mention->type = number.type; /* "các Thông tư …: số 3/VBHN-BYT" */
	dd_finder_keep_numbered(finder, mention, &number);
	DdCiteMention *kept = dd_finder_last(finder);
	if (kept->issuer.to > kept->issuer.from &&
		kept->issuer.from < kept->start) { /* "đề nghị của X tại các …" */
		finder->list_issuer = kept->issuer;
	}
	take_list_issuer(finder);
	return true;
}

/* A full number behind the kind, a few words or an issuer between them or not */
static bool
try_number(DdCiteFinder *finder, DdCiteMention *mention, size_t at, bool brief)
{
	DdCiteNumber number;
	size_t digits = dd_cite_skip_so(finder->self, finder->tokens, at, finder->to);
	if (dd_cite_number_read(finder->tokens, digits, finder->to, mention->type, &number) &&
		(number.symbol && (!number.blank || digits > at))) {
		dd_finder_keep_numbered(finder, mention, &number);
		return true;
	}
	if (brief)
		return false;
	if (try_list_head(finder, mention, at))
		return true;
	size_t i = at;
	if (dd_finder_is(finder, i, DD_CITE_OF)) {
		const char *name = NULL;
		/* "một số quy định của Nghị định số …": the kind behind is the document */
		if (dd_phrases_match(finder->self->types, finder->tokens, at + 1, NULL) >= 0)
			return false;
		i = dd_cite_issuer_read(finder->self, finder->tokens, at + 1, finder->to, false, &name);
		if (!dd_finder_is(finder, i, DD_CITE_SO))
			return false;
		mention->issuer = (DdCiteIssuer){at + 1, i, name};
	}
	while (i < finder->to && i - at < MAX_GAP && dd_finder_is_kind(finder, i, DD_TOKEN_WORD) &&
		!dd_finder_is_cap(finder, i) &&
		!dd_finder_is(finder, i, DD_CITE_SO | DD_CITE_AND | DD_CITE_OF))
		i++;
	bool far = i > at && dd_finder_is(finder, i, DD_CITE_SO) &&
		   read_full(finder, i, mention->type, &number);
	if (far) {
		DdCiteIssuer issuer = mention->issuer;
		mention->issuer = (DdCiteIssuer){0};
		dd_finder_keep_numbered(finder, mention, &number);
		DdCiteMention *kept = dd_finder_last(finder);
		if (kept->issuer.to == kept->issuer.from) {
			kept->issuer = issuer;
		}
		return true;
	}
	mention->issuer = (DdCiteIssuer){0};
	return false;
}

static bool
try_standard(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	DdCiteNumber number;
	if (!dd_cite_standard_read(finder->tokens, at - 1, finder->to, &number))
		return false;
	mention->end = number.end;
	mention->form = DD_CITE_FORM_STANDARD;
	mention->number = dd_arena_strdup(finder->arena, number.text);
	mention->confidence = 90;
	dd_finder_keep(finder, mention);
	return true;
}

/* A kind of document stands at @at, @len tokens long. Returns: TRUE when a mention was kept */
static bool
try_type(DdCiteFinder *finder, size_t at, size_t len, int value)
{
	bool brief = (value & DD_CITE_BRIEF) != 0;
	DdCiteMention mention = {.start = at, .type = (uint8_t)(value & 0xff)};
	unsigned flags = dd_cite_type_get(mention.type)->flags;
	size_t behind = at + len;
	if ((flags & DD_CITE_LAW) && at > finder->from && dd_finder_is(finder, at - 1, DD_CITE_LEGAL))
		return false; /* "PHÁP LUẬT" */
	if (behind > finder->to || (brief && !(finder->tokens->items[at].flags & DD_TOKEN_UPPER)))
		return false;
	if (flags & DD_CITE_STANDARD)
		return try_standard(finder, &mention, behind);
	/* "Luật Hợp tác xã": what stands behind a law's kind is its name */
	size_t next = flags & DD_CITE_LAW ? behind : skip_qualifiers(finder, &mention, behind);
	DdCiteMention fresh = mention;
	if (try_number(finder, &mention, next, brief))
		return true;
	if (brief)
		return false;
	mention = fresh;
	if (flags & DD_CITE_LAW)
		return dd_finder_is_sign(finder, behind, ':') ? try_laws(finder, &mention, behind)
							      : try_law(finder, &mention, behind);
	if (dd_finder_try_figure(finder, &mention, next))
		return true;
	mention = (DdCiteMention){.start = at, .type = (uint8_t)value};
	if ((flags & DD_CITE_NAMED_BY_MEETING) && dd_finder_try_meeting(finder, &mention, behind))
		return true;
	if ((flags & DD_CITE_NAMED_BY_PARTIES) && dd_finder_try_parties(finder, &fresh, behind))
		return true;
	return dd_finder_try_named(finder, &mention, behind);
}

/* Where the broken words of the kind begin before token @at */
static size_t
lost_start(const DdCiteFinder *finder, size_t at, size_t least, const DdCiteType *type)
{
	char first = (char)(type->name[0] | 0x20);
	size_t best = at;
	for (size_t i = at; i > least && at - i < MAX_LOST; i--) {
		const DdToken *token = &finder->tokens->items[i - 1];
		if (token->kind == DD_TOKEN_SIGN &&
			(token->value == ',' || token->value == ';' || token->value == '('))
			break;
		if (token->kind == DD_TOKEN_WORD &&
			(finder->tokens->text[token->start] | 0x20) == first) {
			best = i - 1;
			if (token->flags & DD_TOKEN_CAP)
				break;
		}
	}
	return best;
}

/* A slash that belongs to no mention so far: a number whose kind a scanner broke, or that stands alone behind "số" */
static void
try_slash(const DdCiteFinder *finder, size_t slash)
{
	const DdTokens *tokens = finder->tokens;
	const DdCiteMention *before = dd_finder_last(finder);
	size_t least = before != NULL ? before->end : finder->from;
	if (slash < least + 2)
		return;
	size_t digits = slash - 1;
	if (tokens->items[digits].kind == DD_TOKEN_WORD && digits >= least + 2 &&
		dd_finder_is_sign(finder, digits - 1, '-'))
		digits -= 2;
	while (digits > least && tokens->damage != DD_DAMAGE_NONE && slash - digits < 4 &&
		!dd_cite_spaced(tokens, digits) && tokens->items[digits - 1].kind != DD_TOKEN_SIGN)
		digits--;
	DdCiteNumber number;
	if (!dd_cite_number_read(tokens, digits, finder->to, DD_CITE_NO_TYPE, &number) ||
		!number.symbol || number.blank || number.end <= slash)
		return;
	bool so = digits > least && dd_cite_is(finder->self, tokens, digits - 1, DD_CITE_SO);
	bool listed = so && finder->list_type != DD_CITE_NO_TYPE &&
		      (!code_leads(&number) || number.type == finder->list_type);
	if (listed)
		number.type = finder->list_type;
	if (number.type == DD_CITE_NO_TYPE)
		return;
	DdCiteMention mention = {.start = digits, .type = number.type};
	if (so)
		mention.start = digits - 1;
	else if (tokens->damage == DD_DAMAGE_NONE)
		return;
	if (tokens->damage != DD_DAMAGE_NONE)
		mention.start = lost_start(
			finder, mention.start, least, dd_cite_type_get(number.type));
	const DdToken *first = &tokens->items[mention.start];
	bool own = mention.start == finder->from || (first->flags & DD_TOKEN_LINE) != 0;
	size_t head = mention.start > finder->from + 1 &&
				      dd_finder_is_sign(finder, mention.start - 1, ':')
			      ? mention.start - 2
			      : mention.start;
	if (head < mention.start && (tokens->items[head].flags & DD_TOKEN_CAP) != 0 &&
		tokens->items[head].len <= 4)
		return;
	if (!listed && own &&
		(mention.start == digits ||
			(tokens->text[first->start] == 'S' && digits - mention.start <= 3)))
		return; /* "Số: 5/KH-UBND" is the document's own */
	number.repaired = true;
	mention.resumes = listed;
	dd_finder_keep_numbered(finder, &mention, &number);
	if (listed)
		take_list_issuer(finder);
}

/* Returns: the first slash from token @i on, @finder->to when there is none */
static size_t
next_slash(const DdCiteFinder *finder, size_t i)
{
	while (i < finder->to && !dd_finder_is_sign(finder, i, '/'))
		i++;
	return i;
}

/* Few stretches hold a slash: the bytes tell it quicker than the tokens. Returns: as next_slash from the first token on */
static size_t
first_slash(const DdCiteFinder *finder)
{
	const DdToken *items = finder->tokens->items;
	if (finder->from >= finder->to)
		return finder->to;
	uint32_t start = items[finder->from].start, end = items[finder->to].start;
	bool any = memchr(finder->tokens->text + start, '/', end - start) != NULL;
	return any ? next_slash(finder, finder->from) : finder->to;
}

/* Returns: the first token from @i on where a mention may begin or a list of them go on; most are passed quickly */
static size_t
next_place(DdCiteFinder *finder, size_t i)
{
	const DdCiteMention *last = dd_finder_last(finder);
	size_t stop = last != NULL && last->end >= i ? MIN(last->end, finder->to) : finder->to;
	if (i >= stop)
		return i;
	if (finder->slash < i)
		finder->slash = next_slash(finder, i);
	return MIN(finder->slash,
		dd_phrases_next(finder->self->types, finder->tokens, i, stop, UINT64_MAX));
}

void
dd_cite_find(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	DdArena *arena, GArray **mentions)
{
	DdCiteFinder finder = {.self = self,
		.tokens = tokens,
		.from = from,
		.to = MIN(to, tokens->n),
		.arena = arena,
		.mentions = mentions,
		.list_type = DD_CITE_NO_TYPE};
	finder.slash = first_slash(&finder);
	for (size_t i = next_place(&finder, from); i < finder.to; i = next_place(&finder, i + 1)) {
		const DdToken *token = &tokens->items[i];
		const DdCiteMention *last = dd_finder_last(&finder);
		bool kept = false;
		if (last != NULL && last->end == i) {
			size_t end = try_list(&finder, i);
			if (end > i) {
				i = end - 1;
				continue;
			}
		}
		if (token->kind == DD_TOKEN_WORD) {
			size_t len = 0;
			int value = dd_phrases_match(self->types, tokens, i, &len);
			kept = value >= 0 && try_type(&finder, i, len, value);
		} else if (token->kind == DD_TOKEN_SIGN && token->value == '/') {
			guint before = *mentions != NULL ? (*mentions)->len : 0;
			try_slash(&finder, i);
			kept = *mentions != NULL && (*mentions)->len > before;
		}
		if (kept)
			i = MAX(dd_finder_last(&finder)->end, i + 1) - 1;
	}
}
