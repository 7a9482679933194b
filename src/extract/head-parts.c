/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-parts.c: one walk over the lines behind the head: where tails, appendices and attached documents begin */
#include <string.h>

#include "head-private.h"
#include "lines.h"

#define ANNEX_LINES 12u /* written lines from "PHỤ LỤC" to its note */
#define NOTE_LINES 6u
#define ABOVE_LINES 8u /* written lines of a second letterhead above its motto */
#define CUE_BYTES 220u /* longer lines are running text */

/* Returns: TRUE when the line begins a table or a numbered list: the head of an appendix is over */
static bool
is_content(const DdContext *context, const DdHeadLine *line)
{
	uint32_t end;
	unsigned char first = (unsigned char)context->chars[line->start];
	if (first == '|' || first == '+' ||
		(first == 0xE2 && (unsigned char)context->chars[line->start + 1] == 0x94))
		return true;
	if ((dd_head_at(context, line, 0, "tt", &end) && end == 2) ||
		(dd_head_at(context, line, 0, "stt", &end) && end == 3))
		return true;
	return dd_head_is_body_cue(context, line) && strncmp(line->s, "thuc", 4) != 0;
}

/* Reads "(Kèm theo …" to its ')'. Returns: line behind it, @i when the line begins no note */
static uint32_t
read_note(DdContext *context, uint32_t i, DdHeadLine *line, DdSpan *note_out)
{
	uint32_t at, end;
	if (!dd_head_find(context, line, 0, line->n, "kemtheo", &at, &end))
		return i;
	uint32_t open = at;
	while (open > 0 && line->s[open] != '(')
		open--;
	if (line->s[open] != '(' || at - open > 24)
		return i;
	uint32_t start = line->at[open];
	unsigned seen = 0;
	for (; i < context->n_lines && seen < NOTE_LINES; i++) {
		const DdLine *l = &context->lines[i];
		if (l->blank)
			continue;
		seen++;
		*note_out = dd_span(start, l->end);
		uint32_t from = MAX(start, l->start);
		if (memchr(context->chars + from, ')', l->end - from) != NULL)
			break;
	}
	return i + 1;
}

/* Reads what numbers an appendix: "II", "01", "1A". Returns: end of it, 0 when the line is no head of an appendix */
static uint32_t
read_annex_number(const DdHeadLine *line, uint32_t from, uint32_t *number_from)
{
	uint32_t i = from, end;
	while (line->s[i] == ' ' || line->s[i] == '.')
		i++;
	if (strncmp(line->s + i, "so ", 3) == 0)
		i += 3;
	*number_from = end = i;
	while (end < line->n && end < i + 7 &&
		(strchr("ivxl", line->s[end]) != NULL || g_ascii_isdigit(line->s[end])))
		end++;
	if (end < line->n && end < i + 7 && g_ascii_isalpha(line->s[end]) &&
		!g_ascii_isalnum(line->s[end + 1]))
		end++; /* 1A, or a letter alone */
	if (end < line->n && g_ascii_isalnum(line->s[end]))
		return i; /* a word, no number */
	return end;
}

uint32_t
dd_head_annex_rest(const DdHeadLine *line, uint32_t end)
{
	uint32_t number = 0, stop = read_annex_number(line, end, &number), rest = stop;
	while (rest < line->n && strchr(" .:-*)\t", line->s[rest]) != NULL)
		rest++;
	bool parted = stop > number && memchr(line->s + stop, ' ', rest - stop) != NULL &&
		      rest - stop >= 2;
	return parted && g_ascii_isalpha(line->s[rest]) ? rest : line->n;
}

/* Finds the title that begins in the line of an appendix' own name. Returns: where it begins, 0 when none does */
static uint32_t
title_beside(const DdContext *context, const DdHeadLine *line)
{
	uint32_t from = (uint32_t)strspn(line->s, " *#\t"), end;
	if (!dd_head_at(context, line, from, "phuluc", &end))
		return 0;
	uint32_t rest = dd_head_annex_rest(line, end);
	return rest < line->n ? rest : 0;
}

/* Makes @title go on to @end; it begins at @from when it has not begun. */
static void
extend_title(DdSpan *title, uint32_t from, uint32_t end)
{
	title->start = title->start != 0 ? title->start : from;
	title->end = end;
}

/* Finds the title under the name of an appendix in line @line, or beside it. Returns: the line behind it and its note */
static uint32_t
find_annex_title(DdContext *context, uint32_t line, DdSpan *title_out, DdSpan *note_out)
{
	unsigned seen = 0;
	bool upper = true;
	DdSpan title = {0}, upper_title = {0};
	uint32_t upper_next = line + 1;
	DdHeadLine at;
	for (uint32_t i = line; i < context->n_lines && seen < ANNEX_LINES; i++) {
		const DdLine *l = &context->lines[i];
		if (l->blank || l->zone == DD_ZONE_NOISE || dd_line_is_page_number(context, i))
			continue;
		dd_head_fold(context, l->start, l->end, &at);
		if (i > line && (is_content(context, &at) || l->end - l->start > 600))
			break;
		uint32_t beside = i == line ? title_beside(context, &at) : 0;
		uint32_t from = beside > 0 ? at.at[beside] : l->start;
		bool titled = i > line || beside > 0; /* not the name alone */
		uint32_t next = read_note(context, i, &at, note_out);
		if (next > i) {
			if (titled && note_out->start > from) /* behind the title in its own line */
				extend_title(&title, from, note_out->start);
			*title_out = title;
			return next;
		}
		seen++;
		if (!titled || dd_head_is_rule(&at, 0, at.n))
			continue;
		extend_title(&title, from, l->end);
		if (beside > 0)
			upper_title = title;
		upper = upper && dd_head_is_upper(context, &at, beside, at.n);
		if (upper) {
			upper_title = title;
			upper_next = i + 1;
		}
	}
	/* where no note ends the title, its capitals do */
	*title_out = upper_title;
	return upper_next;
}

uint32_t
dd_head_read_annex_head(DdHead *head, uint32_t line, DdSpan *title_out, DdSpan *note_out)
{
	DdContext *context = head->context;
	uint32_t next = find_annex_title(context, line, title_out, note_out);
	for (uint32_t i = line; i < next && i < context->n_lines; i++)
		if (!context->lines[i].blank && context->lines[i].zone != DD_ZONE_NOISE)
			context->lines[i].zone = DD_ZONE_ANNEX;
	return next;
}

void
dd_head_read_note(DdHead *head, DdSpan note, DdHeadNumber *number_out, DdHeadDate *date_out)
{
	DdHeadLine line;
	dd_head_fold(head->context, note.start, note.end, &line);
	for (uint32_t i = 0; i < line.n; i++)
		if (line.s[i] == '\t') /* blanks left for the number are no columns here */
			line.s[i] = ' ';
	dd_head_find_number(head->context, &line, number_out);
	dd_head_find_date(head->context, &line, date_out);
}

/* "(Kèm theo Kế hoạch số     /KH-SKHCN ngày    /5/2025 …)" */
static void
remark_on_note(DdHead *head, DdSpan note)
{
	DdContext *context = head->context;
	DdHeadNumber number;
	DdHeadDate date;
	uint32_t at, end;
	if (note.end == 0 || context->reading->document.draft)
		return;
	dd_head_read_note(head, note, &number, &date);
	DdHeadLine line;
	dd_head_fold(context, note.start, note.end, &line);
	bool dots = !number.found && dd_head_find(context, &line, 0, line.n, "so", &at, &end) &&
		    end == at + 2 && strchr(". :_", line.s[end]) != NULL &&
		    dd_head_is_rule(&line, end, MIN(line.n, end + 4));
	if ((!number.found && !dots) || number.number.value != NULL)
		return;
	g_autofree char *quoted = g_strdup(dd_context_fold(context, note.start, note.end));
	g_autofree char *detail = g_strdup_printf(
		"the appendix leaves the number of the document it belongs to blank: '%s'", quoted);
	g_autofree char *detail_vi = g_strdup_printf(
		"phụ lục bỏ trống số của văn bản mà nó kèm theo: '%s'", quoted);
	dd_context_remark(context, note.start, note.end, "number-missing", detail, detail_vi);
}

/* Returns: the name of the appendix that line @i begins, NULL when it begins none */
static const char *
annex_name(DdHead *head, uint32_t i, DdHeadLine *line)
{
	DdContext *context = head->context;
	uint32_t end = 0, number = 0, from = 0;
	while (line->s[from] == ' ' || line->s[from] == '*' || line->s[from] == '#' ||
		line->s[from] == '\t')
		from++;
	if (!dd_head_at(context, line, from, "phuluc", &end) || line->s[end] == ',' ||
		line->s[end] == ')')
		return NULL;
	bool upper = dd_head_is_upper(context, line, from, end);
	if (!upper && !g_unichar_isupper(g_utf8_get_char(context->chars + line->at[from])))
		return NULL;
	uint32_t stop = read_annex_number(line, end, &number), rest = stop;
	while (rest < line->n && strchr(" .:-*)\t", line->s[rest]) != NULL)
		rest++;
	bool whole = rest >= line->n;
	if (!whole && !(upper && dd_head_is_upper(context, line, from, line->n)) &&
		!(stop > number && strchr(".:-", line->s[stop]) != NULL && head->ended))
		return NULL;
	if (!upper && !head->ended) {
		/* in small letters and before the end of the body: only with its note below */
		bool noted = false;
		DdHeadLine below;
		for (uint32_t j = i + 1, seen = 0; j < context->n_lines && seen < 6 && !noted; j++) {
			uint32_t at, stop_at;
			if (context->lines[j].blank)
				continue;
			seen++;
			dd_head_fold(context, context->lines[j].start, context->lines[j].end, &below);
			noted = below.s[0] == '(' &&
				dd_head_find(context, &below, 0, below.n, "kemtheo", &at, &stop_at);
		}
		if (!noted)
			return NULL;
	}
	if (stop <= number)
		return "Phụ lục";
	g_autofree char *name = g_strconcat(
		"Phụ lục ", dd_context_fold(context, line->at[number], line->at[stop]), NULL);
	return dd_arena_strdup(context->arena, name);
}

static void
add_annex(DdContext *context, uint32_t line, const char *name, DdSpan title)
{
	DdAnnex annex = {line, name, title};
	g_array_append_val(context->annexes, annex);
}

/* Where a signature stands before @i without "Nơi nhận": read it, once for each part */
static void
read_tail_above(DdHead *head, uint32_t low, uint32_t i)
{
	uint32_t from = dd_head_signature_above(head, low, i);
	if (from < i)
		(void)dd_head_read_tail(head, from, i);
}

/* Marks the lines of a second letterhead around its motto. Returns: its first line */
static uint32_t
letterhead_top(DdHead *head, uint32_t low, uint32_t i)
{
	DdContext *context = head->context;
	uint32_t top = i;
	unsigned seen = 0;
	for (uint32_t j = i; j-- > low && seen < ABOVE_LINES;) {
		const DdLine *l = &context->lines[j];
		DdHeadLine line;
		size_t len;
		if (l->blank)
			continue;
		seen++;
		if (l->zone != DD_ZONE_BODY || l->end - l->start > 120)
			break;
		dd_head_fold(context, l->start, l->end, &line);
		bool named = dd_head_segment_at(context, context->chars + l->start,
				     l->end - l->start, &len) != 0;
		if (!dd_head_is_upper(context, &line, 0, line.n) ||
			(!named && strncmp(line.s, "va ", 3) != 0))
			break;
		top = j;
	}
	return top;
}

/* The head of a document behind the body: letterhead, type or "PHỤ LỤC", title, note. Returns: the line behind it */
static uint32_t
read_second_head(DdHead *head, uint32_t low, uint32_t motto)
{
	DdContext *context = head->context;
	uint32_t top = letterhead_top(head, low, motto), i = motto, end;
	unsigned seen = 0;
	DdHeadLine line;
	for (; i < context->n_lines && seen < ANNEX_LINES; i++) {
		const DdLine *l = &context->lines[i];
		if (l->blank)
			continue;
		seen++;
		dd_head_fold(context, l->start, l->end, &line);
		const char *name = annex_name(head, i, &line);
		const char *type = dd_head_type_at(context, &line, 0, &end);
		if (name == NULL && (type == NULL || !dd_head_is_upper(context, &line, 0, line.n)))
			continue;
		DdSpan title = {0}, note = {0};
		uint32_t next = dd_head_read_annex_head(head, i, &title, &note);
		for (uint32_t j = top; j < i; j++)
			if (!context->lines[j].blank && context->lines[j].zone == DD_ZONE_BODY)
				context->lines[j].zone = DD_ZONE_ANNEX;
		if (name != NULL && !head->appendix)
			add_annex(context, top, name, title);
		remark_on_note(head, note);
		return next;
	}
	return motto + 1;
}

/* A note that no appendix has taken: its title lines stand above. Returns: the line behind it, @i when it is no head */
static uint32_t
read_noted_head(DdHead *head, uint32_t low, uint32_t i, DdHeadLine *line)
{
	DdContext *context = head->context;
	uint32_t top = i, end = 0;
	unsigned seen = 0;
	const char *type = NULL;
	DdHeadLine above;
	for (uint32_t j = i; j-- > low && seen < ABOVE_LINES;) {
		const DdLine *l = &context->lines[j];
		if (l->blank)
			continue;
		seen++;
		if (l->zone != DD_ZONE_BODY || l->end - l->start > CUE_BYTES)
			break;
		char last = context->chars[l->end - 1];
		dd_head_fold(context, l->start, l->end, &above);
		if (last == '.' || last == ';' || is_content(context, &above))
			break;
		if (dd_head_is_upper(context, &above, 0, above.n)) {
			top = j;
			type = dd_head_type_at(context, &above, 0, &end);
			if (type != NULL)
				break;
		}
	}
	DdSpan note = {0}, title = {0};
	/* before the text has ended only what names its type is another document */
	if (top == i || (type == NULL && !head->ended) || read_note(context, i, line, &note) == i)
		return i;
	read_tail_above(head, low, top);
	uint32_t next = dd_head_read_annex_head(head, top, &title, &note);
	if (type == NULL && !head->appendix)
		add_annex(context, top, "Phụ lục", title);
	remark_on_note(head, note);
	return MAX(next, i + 1);
}

static bool
ends_body(const DdContext *context, const DdLine *line)
{
	const char *end = context->chars + line->end;
	return line->end - line->start >= 2 && end[-1] == '.' && end[-2] == '/';
}

/* A document that is attached without a letterhead of its own: "QUY CHẾ" right behind a tail */
static uint32_t
read_attached(DdHead *head, uint32_t i)
{
	DdContext *context = head->context;
	DdHeadLine line;
	uint32_t end;
	while (i < context->n_lines && (context->lines[i].blank || dd_line_is_page_number(context, i)))
		i++;
	if (i >= context->n_lines || context->lines[i].zone != DD_ZONE_BODY ||
		context->lines[i].end - context->lines[i].start > 120)
		return i;
	dd_head_fold(context, context->lines[i].start, context->lines[i].end, &line);
	const char *type = dd_head_type_at(context, &line, 0, &end);
	if (type == NULL || strcmp(type, "Phụ lục") == 0 || end < line.n ||
		!dd_head_is_upper(context, &line, 0, line.n))
		return i;
	DdSpan title = {0}, note = {0};
	return dd_head_read_annex_head(head, i, &title, &note);
}

typedef enum { CUE_NONE, CUE_RECIPIENTS, CUE_ANNEX, CUE_MOTTO, CUE_NOTE, CUE_STAMP } Cue;

/* A cheap look at the first and last letters: most lines go no further */
static Cue
guess_cue(const DdContext *context, const DdLine *line)
{
	const char *at = context->chars + line->start;
	uint32_t len = line->end - line->start;
	while (len > 2 && (*at == '*' || *at == '#' || *at == ' ' || *at == '|')) {
		at++;
		len--;
	}
	char second = at[1];
	if (len >= 20 && memcmp(context->chars + line->end - 3, "NAM", 3) == 0)
		return CUE_MOTTO;
	switch (*at) {
	case 'N':
		if (second == 'g' || second == 'G')
			break;
		return second != '\0' && strchr("hHu\xc4\xe1", second) != NULL ? CUE_NONE
									       : CUE_RECIPIENTS;
	case 'n':
		return context->damage == DD_DAMAGE_HEAVY ? CUE_RECIPIENTS : CUE_NONE;
	case 'P':
		return (second == 'h' || second == 'H') && len >= 6 ? CUE_ANNEX : CUE_NONE;
	case 'p':
		return CUE_NONE;
	case '(':
		if (second != '\0' && strchr("KkBb\xc4", second) != NULL)
			return CUE_NOTE;
		break;
	default:
		break;
	}
	return dd_head_may_be_stamp(at, len, context->damage == DD_DAMAGE_NONE) ? CUE_STAMP : CUE_NONE;
}

/* The Party's motto stands beside who issues; "MỪNG 95 NĂM THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM" is a heading, or a part of one */
static bool
tops_letterhead(const DdContext *context, const DdHeadLine *line)
{
	uint32_t at, end;
	size_t len;
	int motto = dd_head_find_motto(context, line, &at, &end);
	if (motto != DD_HEAD_MOTTO_PARTY)
		return motto >= 0;
	return at > 0 && (dd_head_is_gap(line->s[at - 1]) ||
				 dd_head_segment_at(context, context->chars + line->start,
					 line->end - line->start, &len) != 0);
}

/* One line behind the head. Returns: the line to go on with */
static uint32_t
read_line(DdHead *head, uint32_t i, uint32_t *low)
{
	DdContext *context = head->context;
	DdLine *at = &context->lines[i];
	DdHeadLine *line = &head->line;
	Cue cue = guess_cue(context, at);
	if (cue == CUE_NONE)
		return i + 1;
	if (cue == CUE_STAMP) {
		(void)dd_head_take_stamp(head, i);
		return i + 1;
	}
	dd_head_fold(context, at->start, at->end, line);
	uint32_t next = i;
	const char *name;
	if (cue == CUE_RECIPIENTS && dd_head_is_recipients(context, line)) {
		uint32_t from = dd_head_signature_above(head, *low, i);
		next = dd_head_read_tail(head, from, context->n_lines);
		next = MAX(next, i + 1);
		*low = next;
		return read_attached(head, next);
	}
	if (cue == CUE_ANNEX && (name = annex_name(head, i, line)) != NULL) {
		DdSpan title = {0}, note = {0};
		read_tail_above(head, *low, i);
		next = dd_head_read_annex_head(head, i, &title, &note);
		/* further appendices of a file that is all appendices are told apart, the first is the document */
		add_annex(context, i, name, title);
		remark_on_note(head, note);
	} else if (cue == CUE_MOTTO && tops_letterhead(context, line)) {
		read_tail_above(head, *low, letterhead_top(head, *low, i));
		next = read_second_head(head, *low, i);
	} else if (cue == CUE_NOTE) {
		next = read_noted_head(head, *low, i, line);
	}
	if (next > i) {
		*low = next;
		return next;
	}
	return i + 1;
}

void
dd_head_read_parts(DdHead *head)
{
	DdContext *context = head->context;
	uint32_t low = head->body;
	for (uint32_t i = head->body; i < context->n_lines;) {
		const DdLine *line = &context->lines[i];
		if (line->blank || line->zone != DD_ZONE_BODY ||
			line->end - line->start > CUE_BYTES || line->end - line->start < 4) {
			head->ended = head->ended || ends_body(context, line);
			i++;
			continue;
		}
		bool ends = ends_body(context, line);
		i = read_line(head, i, &low);
		if (ends)
			head->ended = true;
	}
	if (!head->has_tail)
		read_tail_above(head, low, context->n_lines);
}
