/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline.h"

#include <stdlib.h>
#include <string.h>

#include "letter.h"
#include "lines.h"
#include "mark.h"
#include "maxima.h"
#include "measure.h"
#include "outline-private.h"
#include "phrase.h"
#include "seek.h"

#define TAIL_BYTES 32u   /* of a line whose last words are looked at */
#define LABEL_BYTES 160u /* of a line that are looked at for a label */
#define YEAR 4u          /* digits */
#define MOST_YEARS 50    /* of a period */
#define OPEN_WORD_BYTES 7u
#define NAME_WORDS 3u  /* at the end of a line that tell whether a name follows */
#define WORK_BYTES 40u /* at the start of a line that tell whether it says what is to be done */

static bool
is_joined_zone(uint8_t zone)
{
	return zone == DD_ZONE_BODY || zone == DD_ZONE_TITLE || zone == DD_ZONE_ANNEX;
}

static bool
ends_document(const DdContext *context, const DdLine *line)
{
	const char *end = context->chars + line->end;
	return (line->end - line->start >= 3 && memcmp(end - 3, "./.", 3) == 0) ||
	       (line->end - line->start >= 2 && memcmp(end - 2, "/.", 2) == 0);
}

static DdLetter
first_letter(const DdContext *context, uint32_t at, uint32_t end)
{
	gunichar c = 0;
	if (at < end)
		(void)dd_utf8_next(context->chars + at, context->chars + end, &c);
	return dd_letter_of(c);
}

/* What the joiner knows while it goes down the lines */
typedef struct {
	const DdOutlineGrammar *grammar;
	const DdLabelGrammar *labels;
	DdContext *context;
	DdMeasure measure;
	uint32_t lines; /* of the paragraph so far */
	uint32_t last;  /* line before the one looked at, in the same paragraph */
	DdMarkFound previous[DD_MARK_DOT + 1]; /* last mark of each kind, to tell what comes next */
	DdSeek closes[2];                      /* ")" and "]" */
} Joiner;

/*
 * Words behind which no sentence and no heading ends. "số" and "năm" are none: "chuyển đổi số", "hằng năm". @bare: no other
 * word has its letters, as "đầu tư" has those of "từ", so that its marks may be lost.
 */
static const struct {
	const char *word;
	bool bare;
} open_words[] = {
	{"của", true},
	{"và", true},
	{"các", true},
	{"cho", true},
	{"theo", true},
	{"tại", false},
	{"từ", false},
	{"đến", false},
	{"với", true},
	{"để", false},
	{"do", false},
	{"bằng", false},
	{"hoặc", true},
	{"khi", false},
	{"những", true},
	{"về", false},
};

/* Returns: TRUE when [@at, @end) is @word without regard to marks */
static bool
is_bare(const char *at, const char *end, const char *word)
{
	while (at < end && *word != '\0') {
		gunichar a, b;
		at += dd_utf8_next(at, end, &a);
		word += dd_utf8_next(word, word + strlen(word), &b);
		if (dd_letter_of(a).fold == 0 || dd_letter_of(a).fold != dd_letter_of(b).fold)
			return false;
	}
	return at == end && *word == '\0';
}

/* Returns: TRUE when the line ends with a word that something must follow */
static bool
ends_open(const DdContext *context, const DdLine *line)
{
	const char *end = context->chars + line->end, *start = end;
	while (start > context->chars + line->start && end - start <= (ptrdiff_t)OPEN_WORD_BYTES &&
		(unsigned char)start[-1] > ' ')
		start--;
	static const char coming[] = "thời gian đến"; /* where others say "thời gian tới" */
	if (line->end - line->start >= strlen(coming) &&
		memcmp(end - strlen(coming), coming, strlen(coming)) == 0)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(open_words); i++) {
		const char *word = open_words[i].word;
		if (strlen(word) == (size_t)(end - start) && memcmp(word, start, strlen(word)) == 0)
			return true;
		if (context->damage != DD_DAMAGE_NONE && open_words[i].bare &&
			is_bare(start, end, word))
			return true;
	}
	return false;
}

/* "Phòng Lao động -" | "Thương binh và Xã hội": a line ends within a name, as it ends with no rule and no item */
static bool
ends_with_dash(const DdContext *context, const DdLine *line)
{
	return line->end - line->start > 2 && memcmp(context->chars + line->end - 2, " -", 2) == 0;
}

/* Returns: the bracket that [@at, @end) opens and does not close, or '\0' */
static char
find_open_bracket(const char *at, const char *end)
{
	char open = '\0';
	for (; at < end; at++) {
		if (*at == '(' || *at == '[')
			open = *at;
		else if (*at == ')' || *at == ']')
			open = '\0';
	}
	return open;
}

/* "(thông qua Sở" | "Y tế)": a bracket opened in the line before closes behind @body of this one */
static bool
closes_bracket(Joiner *joiner, const DdLine *before, const DdLine *line, uint32_t body)
{
	static const char pairs[][2] = {{'(', ')'}, {'[', ']'}};
	const char *text = joiner->context->chars, *at = text + body;
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		if (!dd_seek_in(&joiner->closes[i], body, line->end))
			continue;
		const char *close = memchr(at, pairs[i][1], line->end - body);
		if (close != NULL && memchr(at, pairs[i][0], (size_t)(close - at)) == NULL &&
			find_open_bracket(text + before->start, text + before->end) == pairs[i][0])
			return true;
	}
	return false;
}

/* "112/QĐ-TTg …", "30/12/2016 của …", "22 tháng 7", "III/2025", "2024).": a number that a line break parted from its word */
static bool
begins_with_rest_of_number(const DdContext *context, const DdLine *line)
{
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	const char *digits = at;
	bool roman = strchr("IVX", *at) != NULL;
	while (at < end && (roman ? strchr("IVX", *at) != NULL : g_ascii_isdigit(*at)))
		at++;
	if (at == digits)
		return false;
	/* four digits begin no item; alone in their line they are a year, or else a page's number */
	if (!roman && at - digits == 4 && (at == end || strchr(".,;)", *at) != NULL))
		return true;
	if (at + 1 >= end)
		return false;
	if (*at == '/' || (*at == '-' && !roman))
		return roman ? g_ascii_isdigit(at[1]) : (unsigned char)at[1] > ' ';
	DdLetter letter = first_letter(context, (uint32_t)(at + 1 - context->chars), line->end);
	return *at == ' ' && letter.base != 0 && !letter.upper;
}

static bool
was_ended_on_purpose(const Joiner *joiner, const DdLine *line)
{
	const DdContext *context = joiner->context;
	return dd_measure_was_ended(&joiner->measure, context, joiner->last,
		(uint32_t)(line - context->lines), joiner->lines == 1);
}

static bool
is_expected(const Joiner *joiner, const DdMarkFound *mark)
{
	const DdMarkFound *before = &joiner->previous[mark->kind];
	/* behind 1.3.2 comes 2 as well */
	uint32_t outer = mark->parts == 1 && before->parts > 1 ? before->first : before->value;
	return mark->broken || mark->value == 1 || mark->value == before->value + 1 ||
	       mark->value == outer + 1 ||
	       (mark->parts > 1 && mark->first <= joiner->previous[DD_MARK_NUMBER].first + 1);
}

/* Scans the last words of the line. Returns: how many tokens they are */
static size_t
scan_tail(DdContext *context, const DdLine *line)
{
	uint32_t from = line->end;
	while (from > line->start && line->end - from < TAIL_BYTES)
		from--;
	while (from > line->start && from < line->end && (unsigned char)context->chars[from] > ' ')
		from++;
	dd_context_scan(context, from, line->end);
	return context->scratch.n;
}

/* What a word at the end of the line wants behind it ("khoản" … "6."). Returns: -1 when it wants nothing */
static int
find_want(const Joiner *joiner, const DdLine *line)
{
	DdContext *context = joiner->context;
	size_t n = scan_tail(context, line);
	for (size_t back = 1; back <= 2 && back <= n; back++) {
		size_t len = 0;
		int want = dd_phrases_match(
			joiner->grammar->counted, &context->scratch, n - back, &len);
		if (want >= 0 && len == back)
			return want;
	}
	return -1;
}

/* "tháng" | "9" | "năm 2025": is the number alone in line @i part of the sentence, and not of the page? */
static bool
is_number_of_sentence(const Joiner *joiner, uint32_t i)
{
	DdContext *context = joiner->context;
	const DdLine *line = &context->lines[i];
	if (joiner->last == UINT32_MAX || joiner->last + 1 != i || line->zone != DD_ZONE_BODY ||
		!g_ascii_isdigit(context->chars[line->start]))
		return false;
	uint32_t next = i + 1;
	while (next < context->n_lines && context->lines[next].blank)
		next++;
	if (next == context->n_lines)
		return false;
	/* behind a page's number comes the rest of the date, which begins with a number; no page has the number 07 */
	DdLetter letter = first_letter(context, context->lines[next].start, context->lines[next].end);
	int want = find_want(joiner, &context->lines[joiner->last]);
	return letter.base != 0 && !letter.upper &&
	       (want == DD_WANTS_NUMBER ||
		       (want == DD_WANTS_SOMETHING && context->chars[line->start] == '0'));
}

/* "… khoản 6" | "Điều 20, …": the line begins with what the part at the end of the line before is of */
static bool
begins_with_whole(const Joiner *joiner, const DdLine *line, const DdLine *before)
{
	DdContext *context = joiner->context;
	const DdTokens *tokens = &context->scratch;
	uint32_t last = before->end - 1;
	if (!g_ascii_isalnum(context->chars[last]) || last < before->start + 2 ||
		((unsigned char)context->chars[last - 1] > ' ' &&
			(unsigned char)context->chars[last - 2] > ' '))
		return false; /* no number, and no letter that stands for one */
	size_t n = scan_tail(context, before);
	int inner = n >= 2 ? dd_phrases_match(joiner->grammar->parts, tokens, n - 2, NULL) : -1;
	if (inner < 0 || (inner & DD_PART_INNER) == 0)
		return false;
	dd_context_scan(context, line->start, line->end);
	int outer = dd_phrases_match(joiner->grammar->parts, tokens, 0, NULL);
	return outer >= 0 && (outer & DD_PART_OUTER) != 0;
}

/* Is what follows the dash at the start of the line the second half of a name, or what somebody is? */
static bool
is_second_half(const Joiner *joiner, const DdLine *line, uint32_t body, bool ended)
{
	DdContext *context = joiner->context;
	const DdPara *para = &g_array_index(context->paras, DdPara, context->paras->len - 1);
	const DdLine *before = &context->lines[joiner->last];
	/* "Tháng 3" | "- Thanh tra …": no first half of a name ends in a figure */
	if (before->end > before->start && g_ascii_isdigit(context->chars[before->end - 1]))
		return false;
	dd_context_scan(context, body, line->end);
	if (dd_phrases_match(joiner->grammar->halves, &context->scratch, 0, NULL) >= 0)
		return true;
	/* a list of posts has a dash before the first one */
	return !ended && para->mark != DD_MARK_DASH &&
	       dd_phrases_match(joiner->grammar->posts, &context->scratch, 0, NULL) >= 0;
}

/* Is the mark the next bullet of the list whose item was read last? */
static bool
is_item_of_list(const Joiner *joiner, const DdMarkFound *mark)
{
	return g_array_index(joiner->context->paras, DdPara, joiner->context->paras->len - 1).mark ==
	       mark->kind;
}

/* "giai đoạn 2022" | "- 2025.": the dash between two years */
static bool
is_between_years(const DdContext *context, const DdLine *before, const DdLine *line, uint32_t body)
{
	if (before->end - before->start < YEAR || line->end - body < YEAR)
		return false;
	const char *first = context->chars + before->end - YEAR, *second = context->chars + body;
	char *end;
	guint64 a = g_ascii_strtoull(first, &end, 10);
	if (end != first + YEAR)
		return false;
	guint64 b = g_ascii_strtoull(second, &end, 10);
	/* "- 2024 người cao tuổi được khám" is a figure: behind the second year a sign stands, or nothing */
	return end == second + YEAR && a > 1900 && a < b && b <= a + MOST_YEARS &&
	       (line->end - body == YEAR || strchr(".,;)", second[YEAR]) != NULL);
}

/* Is the mark at the start of a line a mark, or the middle of a sentence that a page broke there? */
static bool
mark_begins_paragraph(const Joiner *joiner, const DdLine *line, const DdMarkFound *mark)
{
	DdContext *context = joiner->context;
	const DdLine *before = &context->lines[joiner->last];
	bool closed = dd_measure_ends_closed(context, before);
	bool ended = closed || was_ended_on_purpose(joiner, line);
	bool below_blank = context->lines[line - context->lines - 1].blank;
	bool bullet = dd_mark_is_bullet(mark->kind);
	/* "chuyển đổi số", "hằng năm" end headings too: there the list that comes next is the one to be expected */
	bool heading = is_expected(joiner, mark) &&
		       (ended || dd_outline_is_capitals(context, before->start, before->end));
	/* "giáo dục pháp luật" | "4.1. Đào tạo": a number in parts that is due counts nothing */
	bool due = mark->parts > 1 && is_expected(joiner, mark);
	int want = bullet || closed || heading || !joiner->measure.wrapped
			   ? -1
			   : find_want(joiner, before);
	if (want == DD_WANTS_NUMBER || (want >= 0 && !due))
		return false;
	if (!bullet)
		return ended || is_expected(joiner, mark);
	if (mark->kind == DD_MARK_DASH && is_between_years(context, before, line, mark->body))
		return false;
	DdLetter letter = first_letter(context, mark->body, line->end);
	if (closed)
		return true;
	/* an item in small letters below a blank line or a short one may have lost its capital */
	bool lost = context->damage != DD_DAMAGE_NONE && (ended || below_blank);
	if (letter.base != 0 && !letter.upper && joiner->measure.wrapped && !lost)
		return false;
	if (letter.upper && below_blank && is_item_of_list(joiner, mark))
		return true;
	if (mark->kind == DD_MARK_DASH && (joiner->measure.wrapped || !ended)) {
		if (is_second_half(joiner, line, mark->body, ended))
			return false;
		/* in a bad scan the half is not told by its word: a full line that does not end goes on */
		if (context->damage == DD_DAMAGE_HEAVY && !ended)
			return false;
	}
	return true;
}

/* Returns: TRUE when a label stands at @at in a line that ends at @end; "- Yêu cầu:" over items of its own (@marked) is none */
static bool
label_begins_at(const Joiner *joiner, uint32_t at, uint32_t end, bool marked)
{
	DdContext *context = joiner->context;
	size_t len = 0;
	const char *colon = memchr(context->chars + at, ':', MIN(end - at, LABEL_BYTES));
	if (colon == NULL && context->damage == DD_DAMAGE_LIGHT)
		colon = memchr(context->chars + at, ';', MIN(end - at, LABEL_BYTES));
	if (colon == NULL || !first_letter(context, at, end).upper)
		return false;
	/* a label ends at the first colon: what stands behind it need not be scanned */
	uint32_t stop = (uint32_t)(colon - context->chars) + 1;
	dd_context_scan(context, at, stop);
	DdLabel label = dd_label_match(joiner->labels, &context->scratch, 0, &len);
	bool heading = marked && stop == end && len == context->scratch.n &&
		       (label == DD_LABEL_OTHER || label == DD_LABEL_TARGET);
	return label != DD_LABEL_NONE && !heading;
}

/* A labelled field is no item of its own: it goes on with the task above it. Numbered ones are sections. */
static bool
is_label_para(const Joiner *joiner, const DdLine *line, bool marked, const DdMarkFound *mark)
{
	if (line->zone != DD_ZONE_BODY ||
		(marked && mark->kind != DD_MARK_LETTER && mark->kind < DD_MARK_DASH))
		return false;
	return label_begins_at(joiner, marked ? mark->body : line->start, line->end, marked);
}

/* Do the last words of the line want a name behind them: "Giao Sở"? */
static bool
wants_name(const Joiner *joiner, const DdLine *line)
{
	DdContext *context = joiner->context;
	size_t n = scan_tail(context, line);
	for (size_t back = MIN(n, NAME_WORDS); back > 0; back--) {
		size_t len = 0;
		int found = dd_phrases_match(
			joiner->grammar->unnamed, &context->scratch, n - back, &len);
		if (found >= 0 && len == back)
			return found == DD_NAME_FOLLOWS;
	}
	return false;
}

static bool
begins_with_work(const Joiner *joiner, uint32_t at, uint32_t end)
{
	DdContext *context = joiner->context;
	dd_context_scan(context, at, dd_context_cut(context, at, end, WORK_BYTES));
	return dd_phrases_match(joiner->grammar->works, &context->scratch, 0, NULL) >= 0;
}

/*
 * Where lines break anywhere, does @line, which begins with a capital, go on with @para, whose last line is @before? A numbered line
 * may be a heading that ends there: it goes on where a name has to follow, or where it is a sentence.
 */
static bool
goes_on_ragged(const Joiner *joiner, const DdLine *line, const DdLine *before, const DdPara *para)
{
	DdContext *context = joiner->context;
	bool marked = para->mark != DD_MARK_NONE,
	     capitals = dd_outline_is_capitals(context, line->start, line->end);
	if (dd_outline_is_capitals(context, before->start, before->end))
		return marked && capitals; /* "III. TỔ CHỨC" | "THỰC HIỆN" */
	if (capitals || (!marked && para->role != DD_ROLE_PROSE))
		return false;
	if (!marked)
		return true;
	if (begins_with_work(joiner, line->start, line->end))
		return false;
	if ((joiner->lines > 1 && para->role == DD_ROLE_PROSE) || wants_name(joiner, before))
		return true;
	bool sentence = dd_mark_is_bullet((DdMark)para->mark) ||
			begins_with_work(joiner, para->body, para->end);
	dd_context_scan(context, para->body, para->end);
	return sentence && para->role == DD_ROLE_PROSE &&
	       !dd_outline_is_section(joiner->grammar, &context->scratch, 0, context->scratch.n);
}

/* Returns: TRUE when what stands before the unmarked line cannot end there, however short its line is */
static bool
goes_on_anyway(const Joiner *joiner, const DdLine *line)
{
	DdContext *context = joiner->context;
	const DdLine *before = &context->lines[joiner->last];
	const DdPara *para = &g_array_index(context->paras, DdPara, context->paras->len - 1);
	if (para->mark != DD_MARK_NONE && para->body >= para->end)
		return true; /* "Điều 1." alone on its line */
	if (dd_measure_ends_closed(context, before))
		return false;
	if (begins_with_rest_of_number(context, line) || ends_open(context, before) ||
		begins_with_whole(joiner, line, before))
		return true;
	return joiner->measure.ragged && goes_on_ragged(joiner, line, before, para);
}

static bool
begins_paragraph(Joiner *joiner, const DdLine *line, bool marked, const DdMarkFound *mark)
{
	DdContext *context = joiner->context;
	const DdLine *before = &context->lines[joiner->last];
	if (before->zone != line->zone || ends_document(context, before))
		return true;
	if ((!marked && ends_with_dash(context, before)) ||
		closes_bracket(joiner, before, line, marked ? mark->body : line->start))
		return false;
	if (marked)
		return mark_begins_paragraph(joiner, line, mark);
	gunichar first = 0;
	(void)dd_utf8_next(context->chars + line->start, context->chars + line->end, &first);
	DdLetter letter = dd_letter_of(first);
	if (label_begins_at(joiner, line->start, line->end, false))
		return true;
	if (letter.base != 0 && !letter.upper)
		return false;
	if (line->zone == DD_ZONE_BODY && goes_on_anyway(joiner, line))
		return false;
	if (line->zone != DD_ZONE_BODY) /* titles are broken anywhere; "(" begins a note to it */
		return first == '(';
	if (context->chars[before->end - 1] == ',')
		return false;
	if (was_ended_on_purpose(joiner, line))
		return true;
	if (!dd_measure_ends_closed(context, before))
		return false;
	dd_context_scan(context, line->start, line->end);
	return dd_outline_is_closing(joiner->grammar, &context->scratch, 0) ||
	       dd_phrases_match(joiner->grammar->bases, &context->scratch, 0, NULL) >= 0;
}

static uint8_t
role_of_zone(uint8_t zone)
{
	return zone == DD_ZONE_TITLE   ? DD_ROLE_TITLE
	       : zone == DD_ZONE_ANNEX ? DD_ROLE_ATTACHED
				       : DD_ROLE_PROSE;
}

static void
begin_paragraph(Joiner *joiner, uint32_t i, bool marked, const DdMarkFound *mark)
{
	const DdLine *line = &joiner->context->lines[i];
	DdPara para = {
		.start = line->start,
		.end = line->end,
		.body = marked ? mark->body : line->start,
		.line = i,
		.mark = (uint8_t)(marked ? mark->kind : DD_MARK_NONE),
		.role = is_label_para(joiner, line, marked, mark) ? DD_ROLE_TASK_MORE
								  : role_of_zone(line->zone),
		.above = -1,
		.task = -1,
	};
	g_array_append_val(joiner->context->paras, para);
	joiner->lines = 0;
	if (marked)
		joiner->previous[mark->kind] = *mark;
}

/* Noise inside a joined paragraph must not be read with it. */
static void
blank_noise(DdContext *context)
{
	for (uint32_t i = 0; i < context->n_lines; i++)
		if (context->lines[i].zone == DD_ZONE_NOISE)
			dd_context_blank(context, context->lines[i].start, context->lines[i].end);
}

/* Does a numbered or bulleted line come next behind line @i? A part of the year alone on a line is a heading only over such */
static bool
stands_over_items(DdContext *context, uint32_t i)
{
	DdMarkFound mark = {0};
	while (++i < context->n_lines && context->lines[i].blank)
		;
	return i < context->n_lines && context->lines[i].zone == DD_ZONE_BODY &&
	       dd_mark_read(context, context->lines[i].start, context->lines[i].end, &mark) &&
	       !(mark.kind == DD_MARK_STEP && mark.body == mark.start);
}

void
dd_outline_join(const DdOutlineGrammar *self, const DdLabelGrammar *labels, DdContext *context)
{
	Joiner joiner = {.grammar = self,
		.labels = labels,
		.context = context,
		.last = UINT32_MAX,
		.closes = {dd_seek_new(context->chars, context->len, ')'),
			dd_seek_new(context->chars, context->len, ']')}};
	dd_measure_lines(context, &joiner.measure);
	for (uint32_t i = 0; i < context->n_lines && context->paras->len < DD_MAX_PARAGRAPHS; i++) {
		const DdLine *line = &context->lines[i];
		if (line->blank)
			continue;
		if (!is_joined_zone(line->zone)) {
			/* a table or the tail ends a paragraph; a page's edge does not */
			if (line->zone != DD_ZONE_NOISE)
				joiner.last = UINT32_MAX;
			continue;
		}
		bool number = dd_line_is_page_number(context, i);
		if (number && !is_number_of_sentence(&joiner, i)) {
			dd_context_blank(context, line->start, line->end);
			continue;
		}
		DdMarkFound mark = {0};
		bool marked = line->zone == DD_ZONE_BODY &&
			      dd_mark_read(context, line->start, line->end, &mark) &&
			      (mark.kind != DD_MARK_STEP || mark.body > mark.start ||
				      stands_over_items(context, i));
		if (joiner.last == UINT32_MAX ||
			(!number && begins_paragraph(&joiner, line, marked, &mark)))
			begin_paragraph(&joiner, i, marked, &mark);
		else
			g_array_index(context->paras, DdPara, context->paras->len - 1).end = line->end;
		joiner.last = i;
		joiner.lines++;
	}
	blank_noise(context);
}
