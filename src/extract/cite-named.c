/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-named.c: mentions without a full number: by a figure, a meeting, the parties, a body, a title or the kind alone */
#include "cite-finder.h"

#include <string.h>

#define MAX_PARTIES_GAP 14 /* words between a kind and "giữa" */
#define MAX_SPAN 8 /* tokens of "năm 2026", "nhiệm kỳ 2021 - 2026" between a kind and its body */
#define MAX_ABOUT 16   /* words between a kind and "của" */
#define MAX_KINDS 5    /* tokens of a kind behind "các" */
#define MAX_FIGURES 16 /* of one list: "Nghị quyết 57, 59 và 66" */

/* Does something else begin at token @i, so that the figure before it counts nothing? */
static bool
is_open(const DdCiteFinder *finder, size_t i)
{
	return i >= finder->to || !dd_finder_is_kind(finder, i, DD_TOKEN_WORD) ||
	       dd_finder_is_cap(finder, i) || dd_finder_is(finder, i, DD_CITE_AND | DD_CITE_TERM) ||
	       dd_phrases_match(finder->self->stops, finder->tokens, i, NULL) >= 0 ||
	       dd_phrases_match(finder->self->cues, finder->tokens, i, NULL) >= 0;
}

/* Is the number at @i a figure that may name a document: no share, no date, nothing that is counted */
static bool
is_plain_figure(const DdCiteFinder *finder, size_t i, unsigned most)
{
	if (!dd_finder_is_kind(finder, i, DD_TOKEN_NUMBER) || finder->tokens->items[i].len > most)
		return false;
	if (dd_finder_is_kind(finder, i + 1, DD_TOKEN_WORD) && !dd_cite_spaced(finder->tokens, i + 1))
		return false;
	if (dd_finder_is_sign(finder, i + 1, '/') || dd_finder_is_sign(finder, i + 1, '%'))
		return false;
	return !dd_finder_is(finder, i + 1, DD_CITE_UNIT) || dd_finder_is(finder, i + 1, DD_CITE_DAY);
}

/* "Nghị định 168/2024", the letters left out. Returns: token behind it, @at when it is none */
static size_t
read_year_figure(const DdCiteFinder *finder, const DdCiteMention *mention, size_t at)
{
	const DdTokens *tokens = finder->tokens;
	unsigned flags = dd_cite_type_get(mention->type)->flags;
	bool yearly = (flags & DD_CITE_NAMED_BY_FIGURE) &&
		      !(flags & (DD_CITE_FIGURE_EXPLAINED | DD_CITE_FIGURE_IS_NAME));
	if (!yearly || !dd_finder_is_kind(finder, at, DD_TOKEN_NUMBER) || tokens->items[at].len > 4 ||
		!dd_finder_is_sign(finder, at + 1, '/') || dd_cite_spaced(tokens, at + 1) ||
		!dd_finder_is_kind(finder, at + 2, DD_TOKEN_NUMBER) || dd_cite_spaced(tokens, at + 2))
		return at;
	const DdToken *year = &tokens->items[at + 2];
	bool more = dd_finder_is_kind(finder, at + 3, DD_TOKEN_WORD)
			    ? !dd_cite_spaced(tokens, at + 3)
			    : dd_finder_is_sign(finder, at + 3, '/') ||
				      dd_finder_is_sign(finder, at + 3, '-');
	return year->len == 4 && year->value > 1945 && year->value < 2100 && !more ? at + 3 : at;
}

static const char *
text_of(const DdCiteFinder *finder, size_t from, size_t to)
{
	size_t start = finder->tokens->items[from].start;
	return dd_arena_strndup(finder->arena, finder->tokens->text + start,
		dd_token_end(finder->tokens, to - 1) - start);
}

/* Returns: token of the next figure of "18, 19" and "18 và 19" behind @at, @at when the list ends */
static size_t
next_figure(const DdCiteFinder *finder, size_t at)
{
	size_t i = at;
	if (dd_finder_is_sign(finder, i, ',') && dd_cite_spaced(finder->tokens, i + 1))
		i++;
	if (dd_finder_is(finder, i, DD_CITE_AND))
		i++;
	i = i > at ? dd_cite_skip_so(finder->self, finder->tokens, i, finder->to) : i;
	return i > at && dd_finder_is_kind(finder, i, DD_TOKEN_NUMBER) &&
			       finder->tokens->items[i].len <= 4
		       ? i
		       : at;
}

/* The figures of a list, and the full number that the last one may be */
typedef struct {
	size_t places[MAX_FIGURES];
	unsigned n;
	DdCiteNumber number;
} Figures;

/* Returns: FALSE when no list of figures begins at @first */
static bool
read_figures(const DdCiteFinder *finder, const DdCiteMention *mention, size_t first, Figures *out)
{
	*out = (Figures){.n = 0};
	for (size_t i = first, next; out->n < MAX_FIGURES; i = next) {
		out->places[out->n++] = i;
		if (dd_cite_number_read(finder->tokens, i, finder->to, mention->type, &out->number) &&
			out->number.symbol)
			return out->n >= 2 && !out->number.blank;
		out->number.symbol = false;
		next = is_plain_figure(finder, i, 4) ? next_figure(finder, i + 1) : i + 1;
		if (next == i + 1)
			break;
	}
	size_t last = out->places[out->n - 1];
	return out->n >= 2 && (dd_cite_type_get(mention->type)->flags & DD_CITE_NAMED_BY_FIGURE) &&
	       is_plain_figure(finder, last, 4) &&
	       (is_open(finder, last + 1) || dd_finder_is(finder, last + 1, DD_CITE_OF));
}

/* "Nghị quyết số 18, 19-NQ/TW", "các Nghị quyết 57, 59 và 66": the last tells letters, day and body of all */
static bool
try_figure_list(const DdCiteFinder *finder, const DdCiteMention *mention, size_t first)
{
	Figures figures;
	if (!dd_finder_is_kind(finder, first, DD_TOKEN_NUMBER) ||
		!read_figures(finder, mention, first, &figures))
		return false;
	const DdCiteNumber *number = &figures.number;
	const char *letters = number->symbol ? number->text + strspn(number->text, "0123456789") : "";
	for (unsigned k = 0; k < figures.n; k++) {
		size_t at = figures.places[k];
		DdCiteMention one = {.start = k == 0 ? mention->start : at,
			.end = at + 1,
			.type = mention->type,
			.form = number->symbol ? DD_CITE_FORM_NUMBER : DD_CITE_FORM_FIGURE,
			.confidence = 70,
			.listed = k > 0,
			.brief = !number->symbol};
		bool last = k + 1 == figures.n;
		if (last && number->symbol) {
			dd_finder_keep_numbered(finder, &one, number);
			break;
		}
		g_autofree char *text = g_strconcat(text_of(finder, at, at + 1), letters, NULL);
		one.number = dd_arena_strdup(finder->arena, text);
		if (last)
			dd_finder_add_date_and_issuer(finder, &one);
		dd_finder_keep(finder, &one);
	}
	dd_finder_share_back(finder);
	return true;
}

/* "Kết luận số 12 ngày …", "Nghị quyết 20", "Đề án 06": figures without letters */
bool
dd_finder_try_figure(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	unsigned flags = dd_cite_type_get(mention->type)->flags;
	size_t digits = dd_cite_skip_so(finder->self, finder->tokens, at, finder->to);
	bool named = digits > at, capital = dd_finder_is_cap(finder, mention->start);
	if ((capital || named) && try_figure_list(finder, mention, digits))
		return true;
	size_t end = read_year_figure(finder, mention, digits);
	bool yearly = end > digits;
	if ((!capital && !named) || (!yearly && !is_plain_figure(finder, digits, 5)))
		return false;
	mention->end = yearly ? end : digits + 1;
	mention->form = DD_CITE_FORM_FIGURE;
	mention->confidence = 70;
	if (!(flags & DD_CITE_FIGURE_IS_NAME))
		mention->number = text_of(finder, digits, mention->end);
	dd_finder_add_date_and_issuer(finder, mention);
	bool described = mention->date.year != 0 || mention->issuer.to > mention->issuer.from;
	if (!capital && (mention->date.year == 0 || mention->issuer.to == mention->issuer.from))
		return false; /* "công văn số 5555 ngày 8/10/2014 của Bộ X": all of it is told */
	if ((described && named) || yearly) {
		mention->confidence = 85;
	} else {
		if (!(flags & DD_CITE_NAMED_BY_FIGURE) || finder->tokens->items[digits].len > 4 ||
			!is_open(finder, mention->end))
			return false;
		mention->brief = true;
	}
	dd_finder_keep(finder, mention);
	return true;
}

/* "Nghị quyết Hội nghị Trung ương 6 khóa XI" */
bool
dd_finder_try_meeting(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	bool torn = finder->tokens->damage == DD_DAMAGE_HEAVY && dd_finder_is_cap(finder, at) &&
		    dd_finder_is(finder, at + 1, DD_CITE_ASK) &&
		    (finder->tokens->text[finder->tokens->items[at].start] | 0x20) == 'h'; /* "Héi nghi" */
	if ((!dd_finder_is(finder, at, DD_CITE_MEETING) && !torn) || !dd_finder_is_cap(finder, at))
		return false;
	const char *name = NULL;
	size_t end = dd_cite_issuer_read(finder->self, finder->tokens, at, finder->to, false, &name);
	if (end < at + 3)
		return false;
	if (dd_finder_is(finder, end, DD_CITE_OF) && dd_finder_is(finder, end + 1, DD_CITE_PARTY) &&
		dd_finder_is_cap(finder, end + 1))
		end += 2; /* "Đại hội XIII của Đảng" */
	mention->issuer = (DdCiteIssuer){at, end, NULL};
	mention->end = end;
	mention->form = DD_CITE_FORM_MEETING;
	mention->confidence = 85;
	mention->end = dd_cite_date_read(
		finder->self, finder->tokens, mention->end, finder->to, &mention->date);
	dd_finder_keep(finder, mention);
	return true;
}

/* "Kế hoạch hợp tác giữa A với B" */
bool
dd_finder_try_parties(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	size_t i = at;
	while (i < finder->to && i - at < MAX_PARTIES_GAP &&
		!dd_finder_is(finder, i, DD_CITE_BETWEEN)) {
		if (!dd_finder_is_kind(finder, i, DD_TOKEN_WORD) &&
			!dd_finder_is_sign(finder, i, '-') && !dd_finder_is_sign(finder, i, ','))
			return false;
		if (dd_finder_is(finder, i, DD_CITE_OF))
			return false;
		i++;
	}
	if (!dd_finder_is(finder, i, DD_CITE_BETWEEN) || !dd_finder_is_cap(finder, mention->start))
		return false;
	const char *name = NULL;
	size_t end = dd_cite_issuer_read(finder->self, finder->tokens, i + 1, finder->to, true, &name);
	bool two = false;
	for (size_t k = i + 1; k < end; k++)
		two |= dd_finder_is(finder, k, DD_CITE_AND | DD_CITE_WITH);
	if (!two)
		return false;
	mention->issuer = (DdCiteIssuer){i + 1, end, NULL};
	mention->end = end;
	mention->form = DD_CITE_FORM_PARTIES;
	mention->confidence = 80;
	dd_finder_keep(finder, mention);
	return true;
}

/* "công tác năm 2026 của HĐND tỉnh", "toàn khóa của": the time for which a body made it. Returns: token behind */
static size_t
skip_span(const DdCiteFinder *finder, size_t at)
{
	size_t i = at;
	while (i < finder->to && i - at < MAX_SPAN) {
		bool word = dd_finder_is(
			finder, i, DD_CITE_YEAR | DD_CITE_MONTH | DD_CITE_TERM | DD_CITE_SPAN);
		bool figure = i > at &&
			      (dd_finder_is_kind(finder, i, DD_TOKEN_NUMBER) ||
				      (dd_finder_is_sign(finder, i, '-') &&
					      dd_finder_is_kind(finder, i + 1, DD_TOKEN_NUMBER)) ||
				      (dd_finder_is(finder, i - 1, DD_CITE_TERM) &&
					      dd_finder_is_cap(finder, i)));
		if (!word && !figure)
			break;
		i++;
	}
	return i;
}

/* "các Nghị quyết của Bộ Chính trị", "03 Chương trình" */
static bool
is_several(const DdCiteFinder *finder, size_t start)
{
	if (start == finder->from)
		return false;
	size_t before = start - 1;
	if (dd_finder_is(finder, before, DD_CITE_ALL) ||
		(dd_finder_is_kind(finder, before, DD_TOKEN_NUMBER) &&
			finder->tokens->items[before].len <= 2))
		return true;
	/* "các Chương trình, Kế hoạch của UBND tỉnh" */
	if (!dd_finder_is_sign(finder, before, ',') && !dd_finder_is(finder, before, DD_CITE_AND))
		return false;
	size_t len = 0;
	for (size_t i = before; i > finder->from && i + MAX_KINDS > before; i--) {
		if (dd_finder_is(finder, i - 1, DD_CITE_ALL) &&
			dd_phrases_match(finder->self->types, finder->tokens, i, &len) >= 0)
			return i + len == before;
	}
	return false;
}

/* "Chương trình hành động của Chính phủ", "Nghị quyết HĐND xã" */
static bool
try_body(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	const DdTokens *tokens = finder->tokens;
	size_t of = skip_span(finder, at);
	bool direct = of == at && dd_finder_is_cap(finder, at) &&
		      dd_phrases_match(finder->self->bodies, tokens, at, NULL) >= 0;
	size_t name = direct ? of : of + 1;
	bool known = direct || dd_phrases_match(finder->self->bodies, tokens, name, NULL) >= 0 ||
		     (dd_cite_type_get(mention->type)->flags & DD_CITE_DISTINCT) != 0;
	if ((!direct && !dd_finder_is(finder, of, DD_CITE_OF)) || !dd_finder_is_cap(finder, name) ||
		(!known && dd_finder_is(finder, name, DD_CITE_NOT_BODY)))
		return false;
	DdCiteMention body = *mention;
	size_t end = dd_cite_issuer_read(
		finder->self, tokens, name, finder->to, false, &body.issuer.name);
	if (end == name)
		return false;
	body.issuer.from = name;
	body.issuer.to = end;
	body.end = end;
	body.form = DD_CITE_FORM_BODY;
	body.confidence = 75;
	*mention = body;
	dd_finder_keep(finder, mention);
	return true;
}

/* "theo Thông báo về tuyển sinh của Trường X": the subject stands before the body. Returns: token of "của", @at when it is not so */
static size_t
skip_about(const DdCiteFinder *finder, const DdCiteMention *mention, size_t at)
{
	bool led = mention->start > finder->from &&
		   dd_finder_is(finder, mention->start - 1, DD_CITE_INSIDE | DD_CITE_AT);
	if (!led || !dd_finder_is(finder, at, DD_CITE_ABOUT))
		return at;
	for (size_t i = at + 2; i < finder->to && i - at < MAX_ABOUT; i++) {
		if (!dd_finder_is_kind(finder, i, DD_TOKEN_WORD))
			break;
		if (dd_finder_is(finder, i, DD_CITE_OF) && dd_finder_is_cap(finder, i + 1))
			return i;
	}
	return at;
}

/* "các Chương trình giảm nghèo", "03 Chương trình mục tiêu quốc gia": several, and no name of one */
static bool
is_collective(const DdCiteFinder *finder, const DdCiteMention *mention, const DdCiteTitle *title)
{
	return is_several(finder, mention->start) &&
	       (title->generic || (!title->tailed && !title->marked));
}

/* "Chiến lược sở hữu trí tuệ đến năm 2030", its body behind it or not */
static bool
try_title(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	DdCiteTitle title = {0};
	unsigned flags = dd_cite_type_get(mention->type)->flags;
	mention->end = dd_cite_title_read(finder->self, finder->tokens, at, finder->to, &title);
	mention->tailed = title.tailed;
	mention->form = DD_CITE_FORM_TITLE;
	mention->confidence = 70;
	if (mention->end == at || ((flags & DD_CITE_NEEDS_TAIL) && !mention->tailed) ||
		is_collective(finder, mention, &title))
		return false;
	if (dd_finder_is(finder, mention->end, DD_CITE_OF))
		dd_cite_add_issuer(finder->self, finder->tokens, finder->to, mention);
	dd_finder_keep(finder, mention);
	return true;
}

/* "Quyết định ngày 12/5/2024 của Chủ tịch UBND tỉnh": the number is not told */
static bool
try_dated(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	DdCiteMention dated = *mention;
	if (!dd_finder_is(finder, at, DD_CITE_DAY) ||
		!dd_finder_is_kind(finder, at + 1, DD_TOKEN_NUMBER))
		return false;
	dd_finder_add_date_and_issuer(finder, &dated);
	if (dated.date.year == 0 || dated.issuer.to == dated.issuer.from)
		return false;
	dated.form = DD_CITE_FORM_MEETING;
	dated.confidence = 75;
	*mention = dated;
	dd_finder_keep(finder, mention);
	return true;
}

/* Named by its body, by its title or by nothing but its kind; what governs decides whether it counts */
bool
dd_finder_try_named(const DdCiteFinder *finder, DdCiteMention *mention, size_t at)
{
	unsigned flags = dd_cite_type_get(mention->type)->flags;
	if (!dd_finder_is_cap(finder, mention->start))
		return false;
	mention->end = at;
	if (try_dated(finder, mention, at))
		return true;
	if ((flags & DD_CITE_NAMED_BY_BODY) && !is_several(finder, mention->start) &&
		try_body(finder, mention, skip_about(finder, mention, at)))
		return true;
	if (flags & DD_CITE_NAMED_BY_TITLE)
		return try_title(finder, mention, at);
	bool closed = at >= finder->to || !dd_finder_is_kind(finder, at, DD_TOKEN_WORD) ||
		      dd_finder_is(finder, at, DD_CITE_AND) ||
		      dd_phrases_match(finder->self->after_alone, finder->tokens, at, NULL) >= 0;
	if (!(flags & DD_CITE_NAMED_ALONE) || !closed || dd_finder_is_kind(finder, at, DD_TOKEN_NUMBER))
		return false;
	mention->form = DD_CITE_FORM_ALONE;
	mention->confidence = 65;
	dd_finder_keep(finder, mention);
	return true;
}
