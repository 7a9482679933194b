/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-number.c: number and date of a document as its letterhead or the note of an appendix gives them */
#include <string.h>

#include "cite-code.h"
#include "date.h"
#include "head-private.h"
#include "letter.h"
#include "near.h"

#define NUMBER_REACH 40u /* characters from "Số" to the '/' of the symbol */
#define SYMBOL_MAX 40u
#define DATE_REACH 60u
#define PLACE_DIGITS 2u /* of "Quận 12" */
#define HALF_MOTTO 40u  /* letters of a line that may be part of a motto */
#define MAX_APART                                                                                  \
	9u /* lines from one half of a number, date or motto to the other, blank ones between them */
#define BROKEN_CHARS 60u /* of a line that may begin a number or a date */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Letters, digits and signs of a symbol as written; '?' stands for what is not ASCII */
static bool
is_symbol_char(char c)
{
	return g_ascii_isalnum(c) || c == '-' || c == '&' || c == '/' || c == '.' || c == '_' ||
	       c == '+';
}

/* Returns: TRUE when the character at @i is a capital */
static bool
is_capital(const DdContext *context, const DdHeadLine *line, uint32_t i)
{
	gunichar c;
	(void)dd_utf8_next(context->chars + line->at[i], context->chars + line->end, &c);
	return dd_letter_of(c).upper;
}

/* Returns: where the symbol that begins at @at (a '/' or '-') ends, @at when there is none */
static uint32_t
symbol_end(const DdContext *context, const DdHeadLine *line, uint32_t at)
{
	uint32_t i = at + 1, letters = 0;
	while (i < line->n && line->s[i] == ' ')
		i++;
	uint32_t first = i;
	while (i < line->n && i < at + SYMBOL_MAX) {
		if (is_symbol_char(line->s[i])) {
			letters += g_ascii_isalpha(line->s[i]);
			i++;
			continue;
		}
		uint32_t next = i;
		while (next < line->n && line->s[next] == ' ')
			next++;
		/* "12/KH - UBND", "12/ KH-UBND" */
		bool joins = next > i && next < line->n && letters > 0 &&
			     (((line->s[next] == '-' || line->s[next] == '/') && next + 2 < line->n) ||
				     (line->s[i - 1] == '-' && is_capital(context, line, next)));
		if (!joins)
			break;
		i = next;
	}
	while (i > first && strchr(".-/_", line->s[i - 1]) != NULL)
		i--;
	if (letters < 2 || (!is_capital(context, line, first) && !g_ascii_isdigit(line->s[first])))
		return at;
	return i;
}

/* Removes blanks, makes all dashes '-' and Eth Đ */
static char *
squeeze(DdContext *context, uint32_t start, uint32_t end)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const char *at = context->chars + start, *stop = context->chars + end;
	while (at < stop) {
		gunichar c;
		at += dd_utf8_next(at, stop, &c);
		if (c > ' ')
			g_string_append_unichar(out, (c >= 0x2010 && c <= 0x2015) ? '-'
						     : c == 0xD0 ? 0x110 /* Eth for Đ */
								 : c);
	}
	return dd_arena_strdup(context->arena, out->str);
}

/* "/KHUBND": the hyphen between the kind and the body, which a line's end took, is put back */
static char *
part_symbol(DdContext *context, char *symbol)
{
	size_t len = strcspn(symbol + 1, "/-"), cut = dd_cite_code_split(symbol + 1, len, true);
	if (cut == 0)
		return symbol;
	g_autofree char *parted = g_strdup_printf(
		"%.*s%c%s", (int)cut + 1, symbol, symbol[0] == '/' ? '-' : '/', symbol + 1 + cut);
	return dd_arena_strdup(context->arena, parted);
}

/* Reads what stands behind "Số" at @i. Returns: FALSE when it is no number of a document */
static bool
read_number(DdContext *context, const DdHeadLine *line, uint32_t so, uint32_t i, DdHeadNumber *number)
{
	uint32_t limit = MIN(line->n, so + NUMBER_REACH), sign = i, digits_from = 0, digits_to = 0;
	unsigned digits = 0, junk = 0;
	while (sign < limit && line->s[sign] != '/' && !(line->s[sign] == '-' && digits > 0)) {
		char c = line->s[sign];
		if (c == DD_HEAD_GONE || c == ',' || c == '(')
			return false;
		if (g_ascii_isdigit(c)) {
			digits_from = digits++ == 0 ? sign : digits_from;
			digits_to = sign + 1;
		} else if (g_ascii_isalpha(c) && digits > 0 && digits_to == sign) {
			digits_to = sign + 1; /* 30c/NQ-CP, 12a/KH */
		} else if (!is_blank(c) && c != ':' && c != '.' && c != '_') {
			junk++;
		}
		sign++;
	}
	if (sign >= limit || junk > 6 || digits > 8)
		return false;
	uint32_t end = symbol_end(context, line, sign);
	if (end == sign)
		return false;
	char *symbol = part_symbol(context, squeeze(context, line->at[sign], line->at[end]));
	bool sure = digits > 0 && junk == 0;
	number->found = true;
	number->from = so;
	number->to = end;
	number->symbol = (DdField){symbol, sure ? "symbol" : "symbol-of-blank-number",
		dd_span(line->at[sign], line->at[end]),
		(uint8_t)(junk > 0 ? 50
			  : sure   ? 97
				   : 92)};
	if (!sure)
		return true;
	g_autofree char *full = g_strconcat(
		squeeze(context, line->at[digits_from], line->at[digits_to]), symbol, NULL);
	number->number = (DdField){dd_arena_strdup(context->arena, full), "number-line",
		dd_span(line->at[digits_from], line->at[end]),
		(uint8_t)(context->damage == DD_DAMAGE_HEAVY ? 85 : 97)};
	return true;
}

void
dd_head_find_number(DdContext *context, const DdHeadLine *line, DdHeadNumber *number_out)
{
	*number_out = (DdHeadNumber){0};
	for (uint32_t i = 0; i + 2 < line->n; i++) {
		uint32_t end;
		if ((line->s[i] != 's' && line->s[i] != '$') ||
			(i > 0 && g_ascii_isalnum(line->s[i - 1])))
			continue;
		/* "S6:", "$6:" of a scan */
		bool six = context->damage != DD_DAMAGE_NONE && line->s[i + 1] == '6' &&
			   line->s[i + 2] == ':';
		if (six)
			end = i + 2;
		else if (line->s[i] == '$' || !dd_head_at(context, line, i, "so", &end) || end > i + 3)
			continue;
		if (read_number(context, line, i, end, number_out))
			return;
	}
}

/* Codes of the Party (HD 36-HD/VPTW) for kinds that have another one as well, or share it with one of the State */
static const struct {
	const char *type, *code;
} party_codes[] = {{"Chương trình hành động", "CTr"}, {"Thông tri", "TT"}};

void
dd_head_mend_number(DdContext *context, const char *type, DdField *field)
{
	char have[16], want[16];
	const char *code = type != NULL ? dd_cite_code_of(type) : NULL, *text = field->value;
	if (text == NULL || code == NULL || context->damage == DD_DAMAGE_NONE)
		return;
	if (strcmp(type, "Công văn") == 0)
		return; /* a body's code stands there: "12/UBND-TH" */
	/* State: 12/KH-UBND; Party: 45-KH/HU */
	const char *from = strpbrk(text, "/-");
	size_t len = from != NULL ? strcspn(from + 1, "/-") : 0;
	if (len == 0 || len > 8 || from[1 + len] == '\0')
		return;
	size_t n = dd_near_fold(from + 1, len, have, sizeof(have));
	size_t m = dd_near_fold(code, strlen(code), want, sizeof(want));
	unsigned distance = dd_near_distance(have, n, want, m, 2);
	for (size_t i = 0; i < G_N_ELEMENTS(party_codes); i++) {
		if (strcmp(party_codes[i].type, type) != 0)
			continue;
		m = dd_near_fold(party_codes[i].code, strlen(party_codes[i].code), want, sizeof(want));
		unsigned other = dd_near_distance(have, n, want, m, 2);
		code = other <= distance ? party_codes[i].code : code;
		distance = MIN(distance, other);
	}
	if (distance > 2)
		return;
	g_autofree char *mended = g_strdup_printf(
		"%.*s%s%s", (int)(from + 1 - text), text, code, from + 1 + len);
	field->value = dd_arena_strdup(context->arena, mended);
}

typedef struct {
	int value;
	bool clean; /* nothing but digits */
	bool empty;
} Figure;

/* Reads the figures in [@from, @to); digits that a scanner took for letters are mended */
static Figure
read_figure(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t to)
{
	Figure figure = {.clean = true, .empty = true};
	unsigned digits = 0;
	for (uint32_t i = from; i < to; i++) {
		char c = line->s[i];
		if (is_blank(c))
			continue;
		if (context->damage != DD_DAMAGE_NONE && (c == 'l' || c == 'i'))
			c = '1';
		if (context->damage != DD_DAMAGE_NONE && c == 'o')
			c = '0';
		if (g_ascii_isdigit(c) && digits < 5) {
			figure.value = figure.value * 10 + (c - '0');
			digits++;
		} else {
			figure.clean = figure.clean && (c == '.' || c == '/');
		}
		figure.empty = figure.empty && c == '.';
	}
	figure.clean = figure.clean && digits > 0 && digits <= 4;
	return figure;
}

/* Finds a word of the date: letters near @word, which digits may follow at once ("ngay4") */
static bool
find_date_word(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t to,
	const char *word, uint32_t *at_out, uint32_t *end_out)
{
	size_t want = strlen(word);
	unsigned max = context->damage == DD_DAMAGE_NONE    ? 0
		       : context->damage == DD_DAMAGE_LIGHT ? 1
							    : 2;
	for (uint32_t i = from; i < to; i++) {
		if (!g_ascii_isalpha(line->s[i]) || (i > from && g_ascii_isalpha(line->s[i - 1])))
			continue;
		uint32_t end = i;
		while (end < to && g_ascii_isalpha(line->s[end]))
			end++;
		if (dd_near_distance(line->s + i, end - i, word, want, max) <= max ||
			(max > 0 && end < to && g_ascii_isdigit(line->s[end]) && i + want <= to &&
				dd_near_distance(line->s + i, want, word, want, 1) <= 1 &&
				!g_ascii_isdigit(line->s[i + want]))) {
			*at_out = i;
			*end_out = MAX(end, max > 0 && g_ascii_isdigit(line->s[end]) && end - i < want
						    ? i + (uint32_t)want
						    : end);
			return true;
		}
	}
	return false;
}

/* Returns: where the year's digits behind @from end, @from when there are none */
static uint32_t
year_end(const DdHeadLine *line, uint32_t from, int *year_out)
{
	uint32_t i = from;
	int year = 0;
	unsigned digits = 0;
	while (i < line->n && (is_blank(line->s[i]) || line->s[i] == '.'))
		i++;
	uint32_t end = i;
	while (i < line->n && digits < 4 &&
		(g_ascii_isdigit(line->s[i]) || (digits > 0 && line->s[i] == ' '))) {
		if (g_ascii_isdigit(line->s[i])) {
			year = year * 10 + (line->s[i] - '0');
			digits++;
			end = i + 1;
		}
		i++;
	}
	bool right = digits == 4 && year >= 1945 && year <= 2199;
	*year_out = right ? year : 0;
	return right ? end : from;
}

/* "ngày 5/3/2024", "ngày    /5/2025" behind the word */
static bool
read_numeric(const DdContext *context, const DdHeadLine *line, uint32_t from, DdHeadDate *date)
{
	uint32_t parts[3] = {from, 0, 0};
	unsigned n = 1;
	uint32_t i = from;
	for (; i < line->n && i < from + 24 && n < 3; i++) {
		char c = line->s[i];
		if (c == '/' || (c == '-' && i > from) ||
			(c == '.' && i > from && g_ascii_isdigit(line->s[i - 1])))
			parts[n++] = i + 1;
		else if (!is_blank(c) && c != '.' && !g_ascii_isdigit(c))
			return false;
	}
	if (n < 3)
		return false;
	uint32_t end = year_end(line, parts[2], &date->year);
	if (end == parts[2])
		return false;
	Figure day = read_figure(context, line, parts[0], parts[1] - 1),
	       month = read_figure(context, line, parts[1], parts[2] - 1);
	if (day.clean && month.clean)
		date->day = dd_date_make(date->year, month.value, day.value);
	date->to = end;
	return true;
}

/* "ngày 15 tháng 5 năm 2024" behind the word */
static bool
read_words(const DdContext *context, const DdHeadLine *line, uint32_t from, DdHeadDate *date)
{
	uint32_t thang, thang_end, nam, nam_end, limit = MIN(line->n, from + DATE_REACH);
	if (!find_date_word(context, line, from, limit, "thang", &thang, &thang_end) ||
		!find_date_word(context, line, thang_end, limit, "nam", &nam, &nam_end))
		return false;
	Figure day = read_figure(context, line, from, thang),
	       month = read_figure(context, line, thang_end, nam);
	if (nam - thang_end > 16 || thang - from > 24)
		return false;
	date->to = MAX(nam_end, year_end(line, nam_end, &date->year));
	if (day.clean && month.clean && date->year != 0)
		date->day = dd_date_make(date->year, month.value, day.value);
	return true;
}

/* Returns: where the name ends that a number goes with ("Đạ Tẻh 2", "Quận 12"), @to when none does */
static uint32_t
before_figure(const DdHeadLine *line, uint32_t from, uint32_t to)
{
	uint32_t at = to;
	while (at > from && to - at < PLACE_DIGITS && g_ascii_isdigit(line->s[at - 1]))
		at--;
	return at > from + 1 && at < to && line->s[at - 1] == ' ' ? at : to;
}

/* What stands before "ngày": a place and its comma */
static void
read_place(DdContext *context, const DdHeadLine *line, uint32_t ngay, DdHeadDate *date)
{
	uint32_t to = ngay;
	bool comma = false, gap = false;
	while (to > 0 && (is_blank(line->s[to - 1]) || line->s[to - 1] == ',' ||
				 line->s[to - 1] == ';' || line->s[to - 1] == '.')) {
		to--;
		comma = comma || line->s[to] == ',' || line->s[to] == ';' || line->s[to] == '.';
		gap = gap || line->s[to] == '\t';
	}
	uint32_t from = to;
	while (from > 0 && line->s[from - 1] != '\t' && line->s[from - 1] != DD_HEAD_GONE)
		from--;
	/* "* Gia Viễn, ngày 5": the Party's star was woven into the line */
	while (from < to && strchr(" *-_", line->s[from]) != NULL)
		from++;
	/* "Số: 12/QĐ-BYT Hà Nội, ngày 5": a line that lost its columns */
	uint32_t named = comma ? before_figure(line, from, to) : to;
	for (uint32_t i = from; i < named; i++)
		if (g_ascii_isdigit(line->s[i]) || line->s[i] == ':')
			return;
	if (from == to || (gap && !comma) || to - from > 40)
		return;
	date->from = from;
	date->place = dd_context_field(
		context, line->at[from], line->at[to], comma ? 96 : 70, "place-before-date");
	const DdProvince *province = dd_head_province_near(context, date->place.value);
	if (province != NULL && context->damage != DD_DAMAGE_NONE)
		date->place.value = province->name;
	else if (dd_head_is_upper(context, line, from, to))
		date->place.value = dd_head_name_case(context, date->place.value);
}

void
dd_head_find_date(DdContext *context, const DdHeadLine *line, DdHeadDate *date_out)
{
	*date_out = (DdHeadDate){0};
	uint32_t at = 0, end = 0;
	for (uint32_t from = 0; find_date_word(context, line, from, line->n, "ngay", &at, &end);
		from = end) {
		DdHeadDate date = {.from = at};
		if (!read_words(context, line, end, &date) && !read_numeric(context, line, end, &date))
			continue;
		read_place(context, line, at, &date);
		date.found = true;
		date.raw = dd_context_field(context, line->at[at], line->at[date.to],
			dd_date_is_set(date.day) ? 97 : 60, "date-line");
		*date_out = date;
		return;
	}
}

/* Letters of the line without signs and blanks, bare; "" for long lines. Returns: their number */
static size_t
bare_letters(const DdHeadLine *line, char out[HALF_MOTTO + 1])
{
	size_t n = 0;
	for (uint32_t i = 0; i < line->n; i++) {
		if (!g_ascii_isalpha(line->s[i]))
			continue;
		if (n == HALF_MOTTO)
			return 0;
		out[n++] = line->s[i];
	}
	out[n] = '\0';
	return n;
}

/* Returns: the written line behind @i, at most MAX_APART lines on; n_lines when there is none */
static uint32_t
next_written(const DdContext *context, uint32_t i)
{
	for (uint32_t j = i + 1; j < context->n_lines && j <= i + MAX_APART; j++)
		if (!context->lines[j].blank)
			return j;
	return context->n_lines;
}

uint32_t
dd_head_find_broken_motto(const DdContext *context, const DdHeadLine *line, uint32_t i)
{
	char have[HALF_MOTTO + 1];
	size_t n = bare_letters(line, have);
	for (size_t m = 0; m < DD_HEAD_MOTTOS && n >= 4; m++) {
		const char *rest = dd_head_mottos[m];
		uint32_t last = i;
		DdHeadLine next = {.n = 0};
		for (size_t len = n; strncmp(rest, have, len) == 0;) {
			rest += len;
			uint32_t j = *rest != '\0' ? next_written(context, last) : context->n_lines;
			if (j == context->n_lines)
				break;
			dd_head_fold(context, context->lines[j].start, context->lines[j].end, &next);
			len = bare_letters(&next, have);
			if (len == 0 || strncmp(rest, have, len) != 0)
				break;
			last = j;
		}
		if (*rest == '\0' && last > i)
			return last;
		n = bare_letters(line, have);
	}
	return i;
}

bool
dd_head_is_alone_behind(const DdHeadLine *line, uint32_t at)
{
	while (line->s[at] == ' ' || line->s[at] == '.' || line->s[at] == ')')
		at++;
	return at >= line->n || line->s[at] == '\t' || line->s[at] == DD_HEAD_GONE;
}

/* One word that begins with a capital and goes on small: half of a place's name */
static bool
is_first_syllable(const DdContext *context, const DdHeadLine *line)
{
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	gunichar first = 0, second = 0;
	if (line->n < 2 || line->n > 7 || memchr(line->s, ' ', line->n) != NULL)
		return false;
	at += dd_utf8_next(at, end, &first);
	(void)dd_utf8_next(at, end, &second);
	return dd_letter_of(first).upper && dd_letter_of(second).base != 0 &&
	       !dd_letter_of(second).upper;
}

uint32_t
dd_head_find_broken(DdContext *context, const DdHeadLine *line, uint32_t i, DdHeadNumber *number,
	DdHeadDate *date)
{
	uint32_t j = next_written(context, i), end;
	if (j == context->n_lines || line->n > BROKEN_CHARS || memchr(line->s, '\t', line->n) != NULL ||
		context->lines[j].end - context->lines[j].start > 2 * BROKEN_CHARS)
		return i;
	DdHeadLine both;
	dd_head_fold(context, line->start, context->lines[j].end, &both);
	if (!number->found && dd_head_at(context, line, 0, "so", &end) &&
		(end + 2 >= line->n || line->s[line->n - 1] == '-' || line->s[line->n - 1] == '/' ||
			context->chars[context->lines[j].start] == '/')) {
		DdHeadNumber found;
		dd_head_find_number(context, &both, &found);
		if (!found.found || found.to < both.n)
			return i;
		*number = found;
		return j;
	}
	if (date->found || !g_ascii_isalpha(line->s[0]) || dd_head_is_upper(context, line, 0, line->n))
		return i;
	DdHeadDate found;
	dd_head_find_date(context, &both, &found);
	uint32_t third = next_written(context, j);
	if (!found.found && third < context->n_lines &&
		context->lines[third].end - line->start <= 3 * BROKEN_CHARS) {
		j = third; /* "Bắc / Kạn, ngày 7 / tháng 5 năm 2024" */
		dd_head_fold(context, line->start, context->lines[j].end, &both);
		dd_head_find_date(context, &both, &found);
	}
	if (!found.found || both.at[found.from] >= line->end ||
		both.at[found.to] <= context->lines[j].start ||
		!dd_head_is_alone_behind(&both, found.to))
		return i;
	/* "tả lợn Châu Phi / Hải Phòng, ngày 7 tháng 5": the line behind says all, unless the two are a province */
	DdHeadDate alone;
	dd_head_fold(context, context->lines[j].start, context->lines[j].end, &both);
	dd_head_find_date(context, &both, &alone);
	bool parted = is_first_syllable(context, line) && alone.found && alone.place.value != NULL &&
		      strchr(alone.place.value, ' ') == NULL; /* "Tam / Kỳ, ngày 5" */
	if (!parted && alone.found && alone.place.value != NULL &&
		(found.place.value == NULL || dd_head_province_near(context, found.place.value) == NULL))
		return i;
	*date = found;
	return j;
}
