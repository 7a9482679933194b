/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-finder.c: what a mention of a document takes from around it: clause, day, issuer, from a list what it shares */
#include "cite-finder.h"

#include <string.h>

#define MAX_PASSED 16    /* words between a law and the day it was passed */
#define MAX_ASKED 25     /* words of "đề nghị của … tại" */
#define MAX_MONTH 6      /* tokens of "tháng 02 năm 2024" */
#define MAX_LIST_WORDS 4 /* words of "bao gồm", "sau đây" before the colon of a list */
#define MAX_HEAD 7       /* words of "văn bản chỉ đạo" */
#define MAX_DATE 12      /* tokens of a date and its comma */

void
dd_finder_keep(const DdCiteFinder *finder, DdCiteMention *mention)
{
	const DdCiteMention *before = dd_finder_last(finder);
	if (*finder->mentions == NULL)
		*finder->mentions = g_array_new(FALSE, FALSE, sizeof(DdCiteMention));
	size_t from = before != NULL ? before->end : finder->from;
	if (mention->start > from)
		mention->clause = dd_cite_clause_read(
			finder->self, finder->tokens, from, mention->start);
	g_array_append_val(*finder->mentions, *mention);
}

/* "ban hành ngày", "ký ngày": the day is told behind a verb. Returns: token of "ngày", @at when it is not so */
static size_t
skip_issued(const DdCiteFinder *finder, size_t at)
{
	size_t i = at, len = 0;
	if (dd_finder_is(finder, i, DD_CITE_SIGNED))
		i++;
	if (dd_phrases_match(finder->self->cues, finder->tokens, i, &len) == DD_CUE_ISSUE)
		i += len;
	return i > at && dd_finder_is(finder, i, DD_CITE_DAY) &&
			       dd_finder_is_kind(finder, i + 1, DD_TOKEN_NUMBER)
		       ? i
		       : at;
}

/* "năm 2024 của …", "tháng 2/2024 của …": no day, and who issued it all the same. Returns: token of "của", @at when it is not so */
static size_t
skip_month(const DdCiteFinder *finder, size_t at)
{
	size_t i = at;
	while (i < finder->to && i - at < MAX_MONTH &&
		(dd_finder_is(finder, i, DD_CITE_MONTH | DD_CITE_YEAR) ||
			(i > at && (dd_finder_is_kind(finder, i, DD_TOKEN_NUMBER) ||
					   dd_finder_is_sign(finder, i, '/')))))
		i++;
	return i > at + 1 && dd_finder_is(finder, i, DD_CITE_OF) && dd_finder_is_cap(finder, i + 1)
		       ? i
		       : at;
}

/*
 * "Nghị quyết số A và Nghị quyết số B cùng ngày 5/3/2024", "Quyết định số A ngày 5/3/2024, Quyết định số B cùng ngày": two of one
 * day, which is said once. Returns: token behind "cùng", or behind "cùng ngày" where no day follows; @at when it is not so
 */
static size_t
share_day(const DdCiteFinder *finder, size_t at, DdCiteMention *mention)
{
	DdDay day = {0, 0, 0};
	DdCiteMention *before = dd_finder_last(finder);
	if (!dd_token_is_text(finder->tokens, at, "cùng") || !dd_finder_is(finder, at + 1, DD_CITE_DAY))
		return at;
	size_t end = dd_cite_date_read(finder->self, finder->tokens, at + 1, finder->to, &day);
	bool near = before != NULL && before->end < mention->start &&
		    mention->start - before->end <= 2;
	if (day.year == 0 && near && before->date.year != 0) {
		mention->date = before->date;
		return at + 2;
	}
	if (day.year != 0 && near && before->date.year == 0)
		before->date = day;
	return end > at + 1 ? at + 1 : at;
}

void
dd_finder_add_date_and_issuer(const DdCiteFinder *finder, DdCiteMention *mention)
{
	size_t issued = skip_issued(finder, mention->end);
	size_t shared = share_day(finder, mention->end, mention);
	issued = MAX(issued, shared);
	if (shared > mention->end && mention->date.year != 0) {
		mention->end = shared;
		dd_cite_add_issuer(finder->self, finder->tokens, finder->to, mention);
		return;
	}
	size_t dated = dd_cite_date_read(
		finder->self, finder->tokens, issued, finder->to, &mention->date);
	if (issued > mention->end && dated == issued)
		dated = mention->end;
	size_t month = dated == mention->end ? skip_month(finder, dated) : dated;
	if (month > dated) {
		size_t before = mention->end;
		mention->end = month;
		dd_cite_add_issuer(finder->self, finder->tokens, finder->to, mention);
		if (mention->end == month)
			mention->end = before;
		return;
	}
	mention->end = dated;
	dd_cite_add_issuer(finder->self, finder->tokens, finder->to, mention);
	if (mention->date.year == 0 && mention->issuer.to > mention->issuer.from)
		mention->end = dd_cite_date_read(
			finder->self, finder->tokens, mention->end, finder->to, &mention->date);
}

static uint8_t
confidence_of(const DdCiteMention *mention, const DdCiteNumber *number)
{
	unsigned sure = 85;
	if (mention->date.year != 0)
		sure += 7;
	if (mention->issuer.to > mention->issuer.from)
		sure += 5;
	if (number->repaired)
		sure -= 30;
	if (number->blank)
		sure = 60;
	return (uint8_t)sure;
}

/* "… được Quốc hội khóa XV thông qua ngày 21 tháng 6 năm 2024" behind a law tells its day */
static void
add_day_of_law(const DdCiteFinder *finder, DdCiteMention *mention)
{
	size_t len = 0;
	for (size_t i = mention->end; i < finder->to && i - mention->end < MAX_PASSED; i++) {
		bool comma = dd_finder_is_sign(finder, i, ',') ||
			     dd_finder_is_kind(finder, i, DD_TOKEN_NUMBER);
		if (!dd_finder_is_kind(finder, i, DD_TOKEN_WORD) && !comma)
			return;
		if (dd_phrases_match(finder->self->cues, finder->tokens, i, &len) == DD_CUE_ISSUE) {
			(void)dd_cite_date_read(
				finder->self, finder->tokens, i + len, finder->to, &mention->date);
			return;
		}
	}
}

/* Returns: token behind "(Cơ quan thường trực …)" at @at, @at when there is none before @to */
static size_t
skip_brackets(const DdCiteFinder *finder, size_t at, size_t to)
{
	if (!dd_finder_is_sign(finder, at, '('))
		return at;
	for (size_t i = at + 1; i < to; i++)
		if (dd_finder_is_sign(finder, i, ')'))
			return i + 1;
	return at;
}

size_t
dd_finder_skip_list_words(const DdCiteFinder *finder, size_t at)
{
	size_t i = at;
	while (i - at < MAX_LIST_WORDS && dd_finder_is_kind(finder, i, DD_TOKEN_WORD) &&
		!dd_finder_is_cap(finder, i) && !dd_finder_is(finder, i, DD_CITE_SO))
		i++;
	return dd_finder_is_sign(finder, i, ':') || dd_finder_is_sign(finder, i, '(') ? i : at;
}

/* "các văn bản chỉ đạo của UBND tỉnh: Kế hoạch số …": who wrote all of them stands before. Returns: TRUE when it does */
static bool
add_head_of_list(const DdCiteFinder *finder, DdCiteMention *mention, size_t least)
{
	size_t at = mention->start - 1, len = 0;
	if (!dd_finder_is_sign(finder, at, ':') && !dd_finder_is_sign(finder, at, '('))
		return false;
	for (size_t i = at; i > least + 2; i--) {
		if (!dd_finder_is(finder, i - 1, DD_CITE_OF))
			continue;
		const char *name = NULL;
		bool several = false;
		for (size_t k = i - 2; k > least && k + MAX_HEAD > i; k--)
			several = several || (dd_finder_is(finder, k - 1, DD_CITE_ALL) &&
						     dd_phrases_match(finder->self->types,
							     finder->tokens, k, &len) >= 0);
		size_t end = several ? dd_cite_issuer_read(
					       finder->self, finder->tokens, i, at, false, &name)
				     : i;
		if (end == i || (end != at && dd_finder_skip_list_words(finder, end) != at))
			return false;
		mention->issuer = (DdCiteIssuer){i, end, name};
		return true;
	}
	return false;
}

/* "theo đề nghị của Sở X tại Tờ trình số …": who wrote it stands before */
static void
add_issuer_before(const DdCiteFinder *finder, DdCiteMention *mention)
{
	size_t least = mention->start - MIN(mention->start - finder->from, MAX_ASKED);
	size_t at = mention->start - (dd_finder_is(finder, mention->start - 1, DD_CITE_ALL)
						     ? 2
						     : 1); /* "tại các công văn" */
	if (add_head_of_list(finder, mention, least) || !dd_finder_is(finder, at, DD_CITE_AT))
		return;
	for (size_t i = at; i > least + 1; i--) {
		if (!dd_finder_is(finder, i - 1, DD_CITE_OF))
			continue;
		const char *name = NULL;
		size_t end = dd_finder_is(finder, i - 2, DD_CITE_ASK)
				     ? dd_cite_issuer_read(
					       finder->self, finder->tokens, i, at, false, &name)
				     : i;
		size_t near = end > i ? skip_brackets(finder, end, at) : end;
		if (near == at && end > i) {
			mention->issuer = (DdCiteIssuer){i, end, name};
		}
		return;
	}
}

/* Returns: token of a name that ends right before token @end, @end when there is none */
static size_t
find_issuer_before(const DdCiteFinder *finder, size_t end, DdCiteMention *mention)
{
	size_t least = end - MIN(end - finder->from, MAX_ASKED);
	for (size_t i = least; i + 1 < end; i++) {
		bool joined = i > finder->from + 1 && dd_finder_is(finder, i - 1, DD_CITE_AND) &&
			      !dd_finder_is_cap(finder, i - 2);
		bool begins = i == finder->from ||
			      finder->tokens->items[i - 1].kind != DD_TOKEN_WORD || joined;
		const char *name = NULL;
		if (!begins || !dd_finder_is_cap(finder, i) ||
			dd_cite_issuer_read(finder->self, finder->tokens, i, end, false, &name) != end)
			continue;
		mention->issuer = (DdCiteIssuer){i, end, name};
		return i;
	}
	return end;
}

/* "Ngày 5/3/2024, Bộ X đã ban hành Công văn số …": who and when stand before */
static void
add_issue_before(const DdCiteFinder *finder, DdCiteMention *mention)
{
	size_t len = 0, end = mention->start - 2;
	if (dd_phrases_match(finder->self->cues, finder->tokens, end, &len) != DD_CUE_ISSUE || len != 2)
		return;
	if (end > finder->from + 1 && dd_finder_is(finder, end - 1, DD_CITE_ALREADY))
		end--;
	size_t name = find_issuer_before(finder, end, mention);
	if (name == end || mention->date.year != 0 || name < finder->from + 3 ||
		!dd_finder_is_sign(finder, name - 1, ','))
		return;
	size_t least = name - MIN(name - finder->from, MAX_DATE);
	for (size_t i = least; i < name; i++) {
		DdDay day = {0, 0, 0};
		if (!dd_finder_is(finder, i, DD_CITE_DAY) ||
			dd_cite_date_read(finder->self, finder->tokens, i, name, &day) != name - 1)
			continue;
		mention->date = day;
		return;
	}
}

/* Do the two stand in one list, with nothing but a comma or "và" between them? */
static bool
is_next_of(const DdCiteFinder *finder, const DdCiteMention *before, const DdCiteMention *mention,
	bool semicolons)
{
	size_t i = before->end;
	if (dd_finder_is_sign(finder, i, ',') || (semicolons && dd_finder_is_sign(finder, i, ';')))
		i++;
	if (dd_finder_is(finder, i, DD_CITE_AND))
		i++;
	return i > before->end && i == mention->start && before->form == DD_CITE_FORM_NUMBER;
}

/* What of the number tells the body: "/NĐ-CP" */
static const char *
symbol_of(const DdCiteMention *mention)
{
	const char *symbol = mention->number != NULL ? strrchr(mention->number, '/') : NULL;
	return symbol != NULL ? symbol : "";
}

/* "Nghị định A, Nghị định B và Nghị định C của Chính phủ": who issued the last issued those before of its symbol */
static void
share_issuer(const DdCiteFinder *finder)
{
	GArray *mentions = *finder->mentions;
	for (guint i = mentions->len - 1; i > 0; i--) {
		const DdCiteMention *mention = &g_array_index(mentions, DdCiteMention, i);
		DdCiteMention *before = &g_array_index(mentions, DdCiteMention, i - 1);
		if (before->issuer.to > before->issuer.from || before->type != mention->type ||
			!is_next_of(finder, before, mention, false) || *symbol_of(mention) == '\0' ||
			strcmp(symbol_of(before), symbol_of(mention)) != 0)
			break;
		before->issuer = mention->issuer;
	}
}

/* "theo đề nghị của X tại Tờ trình A, Công văn B": who wrote the first wrote the second */
static void
add_issuer_of_list(const DdCiteFinder *finder, DdCiteMention *mention)
{
	const DdCiteMention *before = dd_finder_last(finder);
	if (before == NULL || before->issuer.to <= before->issuer.from ||
		before->issuer.to > before->start || !is_next_of(finder, before, mention, true))
		return;
	mention->issuer = before->issuer;
}

void
dd_finder_keep_numbered(const DdCiteFinder *finder, DdCiteMention *mention, const DdCiteNumber *number)
{
	mention->end = number->end;
	mention->form = DD_CITE_FORM_NUMBER;
	if (!number->blank)
		mention->number = dd_arena_strdup(finder->arena, number->text);
	dd_finder_add_date_and_issuer(finder, mention);
	if (mention->date.year == 0 && (dd_cite_type_get(mention->type)->flags & DD_CITE_LAW))
		add_day_of_law(finder, mention);
	if (mention->issuer.to == mention->issuer.from && mention->start > finder->from + 2)
		add_issuer_before(finder, mention);
	if (mention->issuer.to == mention->issuer.from && mention->start > finder->from + 3)
		add_issue_before(finder, mention);
	bool own = mention->issuer.to > mention->issuer.from;
	if (!own)
		add_issuer_of_list(finder, mention);
	mention->confidence = confidence_of(mention, number);
	dd_finder_keep(finder, mention);
	if (own && !mention->listed) /* share_back tells the listed their day too */
		share_issuer(finder);
}

void
dd_finder_share_back(const DdCiteFinder *finder)
{
	GArray *mentions = *finder->mentions;
	const DdCiteMention *last = dd_finder_last(finder);
	for (guint i = mentions->len - 1; i > 0 && g_array_index(mentions, DdCiteMention, i).listed;
		i--) {
		DdCiteMention *mention = &g_array_index(mentions, DdCiteMention, i - 1);
		if (mention->issuer.to > mention->issuer.from)
			break;
		mention->issuer = last->issuer;
		if (mention->date.year != 0)
			continue;
		mention->date = last->date;
	}
}
