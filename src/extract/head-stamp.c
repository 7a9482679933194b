/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-stamp.c: electronic signatures, marks of arrival and of copies: no part of the document's own text */
#include <string.h>

#include "date.h"
#include "head-private.h"
#include "letter.h"

#define SIGNATURE_REACH 8u /* written lines between two of one electronic signature */
#define BLANK_REACH 80u    /* with the blank lines among them */
#define SIGNATURES_MAX 64u
#define LINE_BYTES 300u

typedef enum { CUE_NONE, CUE_TIME, CUE_SIGNER, CUE_DETAIL, CUE_STAMP, CUE_COUNTRY } Cue;

/* Read with blanks and signs left out; a line must begin with one */
static const struct {
	const char *letters;
	Cue cue;
	bool colon; /* counts only when ':' stands behind */
} cues[] = {
	{"kyboi", CUE_SIGNER, true}, {"nguoiky", CUE_SIGNER, true}, {"kysoboi", CUE_SIGNER, false},
	{"duockysoboi", CUE_SIGNER, false}, {"vanbanduockysoboi", CUE_SIGNER, false},
	{"vanbandaduockysoboi", CUE_SIGNER, false}, {"digitallysignedby", CUE_SIGNER, false},
	{"signaturenotverified", CUE_STAMP, false}, {"signaturevalid", CUE_STAMP, false},
	{"thoigianky", CUE_TIME, true}, {"ngayky", CUE_TIME, true}, {"kyngay", CUE_TIME, true},
	{"giophutngayky", CUE_TIME, false}, {"chukyso", CUE_STAMP, true},
	{"coquan", CUE_DETAIL, true}, {"email", CUE_DETAIL, true}, {"congvanden", CUE_STAMP, false},
	{"vanbanden", CUE_STAMP, false}, {"soden", CUE_STAMP, true}, {"denso", CUE_STAMP, true},
	{"ngayden", CUE_STAMP, true}, {"saoy", CUE_STAMP, false}, {"saoluc", CUE_STAMP, false},
	{"trichsao", CUE_STAMP, false}, {"saoybanchinh", CUE_STAMP, false},
	{"chuyen", CUE_STAMP, true}, {"luuhososo", CUE_STAMP, true},
	{"vietnam", CUE_COUNTRY, false}, /* between time and signer of one signature */
};

#define FIRST_LETTERS 4u /* by which lines that can be no stamp are told */
#define TIME_BYTES 60u   /* of a line that is nothing but the time of a signature */

/* May the text behind the first letters of the cue go on like it, with a colon where one must stand? @exact: letter by letter */
static bool
goes_on(const unsigned char *at, const unsigned char *stop, size_t cue, bool exact)
{
	const char *rest = cues[cue].letters + FIRST_LETTERS;
	unsigned bytes;
	for (; *rest != '\0' && at < stop; at += bytes) {
		DdLetter letter = dd_letter_at(at, stop, &bytes);
		if (letter.fold != 0 && letter.fold != *rest++)
			return !exact;
	}
	while (at < stop && *at == ' ')
		at++;
	return *rest != '\0' ? !exact : !cues[cue].colon || (at < stop && *at == ':');
}

bool
dd_head_may_be_stamp(const char *text, size_t len, bool exact)
{
	/* "2024.05.15 10:12:33 +07:00"; other signatures end with "đã ký lên văn bản này!" */
	if (g_ascii_isdigit(*text))
		return len < TIME_BYTES && memchr(text, '+', len) != NULL;
	if (len > 0 && text[len - 1] == '!')
		return true;
	const unsigned char *at = (const unsigned char *)text, *stop = at + len;
	char first[FIRST_LETTERS];
	for (size_t n = 0; n < FIRST_LETTERS && at < stop;) {
		unsigned bytes;
		DdLetter letter = dd_letter_at(at, stop, &bytes);
		at += bytes;
		if (letter.fold == 0)
			continue;
		if (n == 0 && !letter.upper)
			return false; /* a sentence goes on */
		first[n++] = letter.fold;
		if (n < FIRST_LETTERS)
			continue;
		for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
			if (memcmp(first, cues[i].letters, FIRST_LETTERS) == 0 &&
				goes_on(at, stop, i, exact))
				return true;
	}
	return false;
}

#define FIGURES 6u /* of a time: three of the day, hour, minute, second */

/* The figures of a time, in the order they stand */
typedef struct {
	unsigned n, value[FIGURES], width[FIGURES];
	uint32_t start, end; /* in the line */
} Figures;

/* Reads up to six figures with only signs of a time between them */
static void
read_figures(const DdHeadLine *line, Figures *self)
{
	uint32_t i = 0;
	while (i < line->n && self->n < FIGURES) {
		if (!g_ascii_isdigit(line->s[i])) {
			bool between = strchr("-/.: tT", line->s[i]) != NULL &&
				       (g_ascii_isdigit(line->s[i + 1]) || line->s[i + 1] == ' ');
			if (!between && self->n >= 5)
				break;
			self->n = between ? self->n : 0;
			i++;
			continue;
		}
		self->start = self->n == 0 ? i : self->start;
		unsigned value = 0, width = 0;
		while (i < line->n && g_ascii_isdigit(line->s[i]) && width < 5) {
			value = value * 10 + (unsigned)(line->s[i++] - '0');
			width++;
		}
		self->value[self->n] = value;
		self->width[self->n++] = width;
	}
	self->end = i;
}

/* Distance from UTC */
typedef struct {
	char sign;
	unsigned hours, minutes;
} Zone;

/* "+0700", "+07:00", "+07'00'" at @i; without it all of Viet Nam is at +07:00 */
static Zone
read_zone(const DdHeadLine *line, uint32_t i)
{
	Zone zone = {.sign = '+', .hours = 7};
	while (i < line->n && line->s[i] == ' ')
		i++;
	if (line->s[i] != '+' && line->s[i] != '-')
		return zone;
	unsigned digits = 0, value = 0;
	zone.sign = line->s[i++];
	for (; i < line->n && digits < 4; i++) {
		if (g_ascii_isdigit(line->s[i])) {
			value = value * 10 + (unsigned)(line->s[i] - '0');
			digits++;
		} else if (strchr(":'?", line->s[i]) == NULL) {
			break;
		}
	}
	if (digits == 4) {
		zone.hours = value / 100;
		zone.minutes = value % 100;
	} else if (digits > 0) {
		zone.hours = value;
	}
	return zone;
}

/* "2024-05-15T10:12:33+0700", "15.05.2024 10:12:33 +07:00", "2024.05.15 10:12 +07'00'" anywhere in the line */
static bool
read_time(DdContext *context, const DdHeadLine *line, const char **time_out, DdDay *day_out,
	uint32_t *at_out)
{
	Figures figures = {.n = 0};
	read_figures(line, &figures);
	const unsigned *value = figures.value;
	bool iso = figures.width[0] == 4;
	if (figures.n < 5 || (!iso && figures.width[2] != 4))
		return false;
	DdDay day = dd_date_make(
		(int)(iso ? value[0] : value[2]), (int)value[1], (int)(iso ? value[2] : value[0]));
	unsigned second = figures.n > 5 ? value[5] : 0;
	if (!dd_date_is_set(day) || value[3] > 23 || value[4] > 59 || second > 60)
		return false;
	Zone zone = read_zone(line, figures.end);
	if (zone.hours > 14 || zone.minutes > 59)
		return false;
	char text[DD_DATE_BUFFER];
	g_autofree char *full = g_strdup_printf("%sT%02u:%02u:%02u%c%02u:%02u",
		dd_date_format(day, text), value[3], value[4], second, zone.sign, zone.hours,
		zone.minutes);
	*time_out = dd_arena_strdup(context->arena, full);
	*day_out = day;
	*at_out = figures.start;
	return true;
}

static DdElectronicSignature *
signature_near(DdHead *head, uint32_t i, bool begins)
{
	GArray *list = head->signatures;
	unsigned between = 0;
	for (uint32_t j = head->last_signature_line + 1;
		j < i && list->len > 0 && between < SIGNATURE_REACH &&
		j < head->last_signature_line + BLANK_REACH;
		j++)
		between += !head->context->lines[j].blank;
	bool far = i >= head->last_signature_line + BLANK_REACH;
	if (list->len > 0 && between < SIGNATURE_REACH && !far && !begins) {
		head->last_signature_line = i;
		return &g_array_index(list, DdElectronicSignature, list->len - 1);
	}
	if (list->len >= SIGNATURES_MAX)
		return NULL;
	DdElectronicSignature fresh = {
		.span = dd_span(head->context->lines[i].start, head->context->lines[i].end)};
	g_array_append_val(list, fresh);
	head->last_signature_line = i;
	return &g_array_index(list, DdElectronicSignature, list->len - 1);
}

static Cue
find_cue(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t *end_out)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++) {
		uint32_t end;
		if (!dd_head_at(context, line, from, cues[i].letters, &end))
			continue;
		uint32_t sign = end;
		while (line->s[sign] == ' ')
			sign++;
		if (cues[i].colon && line->s[sign] != ':')
			continue;
		/* a stamp is all of its line: "SAO Y", not "Sao y bản chính hồ sơ của …" */
		if (cues[i].cue == CUE_STAMP && !cues[i].colon && line->n > end + 24)
			continue;
		*end_out = sign + (line->s[sign] == ':');
		return cues[i].cue;
	}
	return CUE_NONE;
}

/* "Ủy ban nhân dân tỉnh X<ubnd@x.gov.vn> đã ký lên văn bản này!" */
static bool
read_statement(DdHead *head, uint32_t i, const DdHeadLine *line)
{
	uint32_t at, end;
	DdContext *context = head->context;
	if (!dd_head_find(context, line, 0, line->n, "dakylenvanbannay", &at, &end))
		return false;
	DdElectronicSignature *signature = signature_near(head, i, false);
	if (signature == NULL)
		return true;
	uint32_t open = 0;
	while (open < line->n && line->s[open] != '<')
		open++;
	uint32_t close = open;
	while (close < line->n && line->s[close] != '>')
		close++;
	uint32_t stop = open < line->n ? open : at;
	signature->signer = dd_context_field(
		context, line->at[0], line->at[stop], 95, "signature-statement");
	if (close < line->n)
		signature->email = dd_context_field(
			context, line->at[open + 1], line->at[close], 95, "signature-statement");
	signature->span.end = line->end;
	return true;
}

static void
set_time(DdHead *head, uint32_t i, const DdHeadLine *line, const char *time, uint32_t at)
{
	DdElectronicSignature *signature = signature_near(head, i, false);
	if (signature != NULL && signature->signed_at.value != NULL)
		signature = signature_near(head, i, true);
	if (signature == NULL)
		return;
	signature->signed_at = (DdField){time, "signature-time", dd_span(line->at[at], line->end), 95};
	signature->span.end = line->end;
}

static void
set_signer(DdHead *head, uint32_t i, const DdHeadLine *line, uint32_t from)
{
	DdContext *context = head->context;
	DdElectronicSignature *signature = signature_near(head, i, true);
	uint32_t to = line->n;
	while (from < to && strchr(" ,:", line->s[from]) != NULL)
		from++;
	for (uint32_t j = from; j < to; j++)
		if (line->s[j] == ')' || line->s[j] == '\t')
			to = j;
	uint32_t at, end;
	const char *time;
	DdDay day;
	if (dd_head_find(context, line, from, to, "thoigianky", &at, &end))
		to = at;
	while (to > from && strchr(" ,;.", line->s[to - 1]) != NULL)
		to--;
	if (signature == NULL)
		return;
	if (to > from)
		signature->signer = dd_context_field(
			context, line->at[from], line->at[to], 92, "signature-line");
	signature->span.end = line->end;
	if (read_time(context, line, &time, &day, &at))
		set_time(head, i, line, time, at);
}

static void
set_detail(DdHead *head, uint32_t i, const DdHeadLine *line, uint32_t from)
{
	DdElectronicSignature *signature = signature_near(head, i, false);
	while (from < line->n && line->s[from] == ' ')
		from++;
	if (signature == NULL || from >= line->n)
		return;
	if (strchr(line->s, '@') != NULL)
		signature->email = dd_context_field(
			head->context, line->at[from], line->end, 95, "signature-line");
	signature->span.end = line->end;
}

bool
dd_head_take_stamp(DdHead *head, uint32_t i)
{
	DdContext *context = head->context;
	DdLine *at = &context->lines[i];
	DdHeadLine line;
	if (at->blank || at->end - at->start > LINE_BYTES)
		return false;
	dd_head_fold(context, at->start, at->end, &line);
	uint32_t from = 0, end = 0, time_at = 0;
	while (from < line.n && strchr("( [", line.s[from]) != NULL)
		from++;
	const char *time = NULL;
	DdDay day;
	Cue cue = find_cue(context, &line, from, &end);
	bool near = head->signatures->len > 0 && i - head->last_signature_line <= 3;
	if (cue == CUE_DETAIL && !near)
		cue = CUE_NONE; /* an address of the office itself */
	if (cue == CUE_COUNTRY && (!near || i != head->last_signature_line + 1 || end != line.n))
		cue = CUE_NONE;
	if (cue == CUE_SIGNER) {
		set_signer(head, i, &line, end);
	} else if (cue == CUE_DETAIL) {
		set_detail(head, i, &line, end);
	} else if (cue == CUE_TIME ||
		   (cue == CUE_NONE && line.n < 40 && g_ascii_isdigit(line.s[from]))) {
		if (!read_time(context, &line, &time, &day, &time_at) ||
			(cue == CUE_NONE && (time_at > 2 || strchr(line.s, '+') == NULL)))
			return false;
		set_time(head, i, &line, time, time_at);
	} else if (cue == CUE_NONE && !read_statement(head, i, &line)) {
		return false;
	}
	at->zone = DD_ZONE_NOISE;
	return true;
}
