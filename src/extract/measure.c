/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <string.h>

#include "letter.h"
#include "lines.h"

#define WIDTHS 256u /* widths counted one by one; wider lines count as this wide */
#define WRAPPED_MAX                                                                                \
	140u        /* letters; a text whose lines are wider than this was not broken by a page */
#define OVERLONG 2u /* no page lets a line grow this many times as wide as its full ones */
#define BROKEN_SHARE 16u  /* of a page's lines more than one in so many goes on with a sentence */
#define EM_STEP 256u      /* thousandths of an em that count as one width */
#define LETTERS_SLACK 90u /* letters differ in width: a line this full may have been full */
#define PRINTED_SLACK 97u /* the font may not be quite the one whose widths are known */
#define PRINTED_SHARE 4u  /* printed: its ems scatter less than its letters do, by one in so many */
#define PRINTED_MIN 16u   /* lines that go on, at least, to tell */
#define FIRST_MIN 4u      /* first lines of paragraphs, at least, to tell their indent */
#define FIRST_INDENT                                                                               \
	2000u /* else it is what NĐ 30/2020 asks for: 1 cm, which is two ems of 14 points */
#define SHORT_PERCENT 70u /* a line this empty was not broken for want of room */
#define RAGGED_MIN 3u     /* sentences broken behind short lines, at least */
#define RAGGED_SHARE 4u   /* and one in so many of all broken sentences */

/* Widths of a to z and A to Z in Times New Roman, which NĐ 30/2020 (phụ lục I, phần I) prescribes, in thousandths of an em */
static const uint16_t em_letters[2][26] = {
	{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333,
		389, 278, 500, 500, 722, 500, 500, 444},
	{722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667,
		556, 611, 722, 722, 944, 722, 722, 611},
};
#define EM_BLANK 250u
#define EM_OTHER 500u /* digits, and what is rare */
#define EM_HORN 60u   /* of ơ and ư, beside the letter */

static uint32_t
em_of_sign(char sign)
{
	switch (sign) {
	case ' ':
	case '.':
	case ',':
		return EM_BLANK;
	case ';':
	case ':':
	case '/':
		return 278;
	case '-':
	case '(':
	case ')':
	case '[':
	case ']':
		return 333;
	default:
		return EM_OTHER;
	}
}

/* Returns: the width of [@start, @end) in thousandths of an em */
static uint32_t
em_width(const DdContext *context, uint32_t start, uint32_t end)
{
	const unsigned char *at = (const unsigned char *)context->chars + start,
			    *stop = (const unsigned char *)context->chars + end;
	uint32_t width = 0;
	unsigned len = 0;
	for (; at < stop; at += len) {
		DdLetter letter = dd_letter_at(at, stop, &len);
		bool known = letter.fold >= 'a' && letter.fold <= 'z';
		width += known ? em_letters[letter.upper][letter.fold - 'a'] : em_of_sign((char)*at);
		width += letter.base == DD_BASE_O_HORN || letter.base == DD_BASE_U_HORN ? EM_HORN : 0;
	}
	return width;
}

/* Returns: the end of the first word of the line */
static uint32_t
end_of_first_word(const DdContext *context, const DdLine *line)
{
	uint32_t at = line->start;
	while (at < line->end && (unsigned char)context->chars[at] > ' ')
		at++;
	return at;
}

/* The width that lines were broken at: nine in ten written lines of the body are not wider, counted in steps of @step. */
static uint32_t
measure_width(const DdContext *context, bool printed, uint32_t step)
{
	uint32_t counts[WIDTHS + 1] = {0}, total = 0, seen = 0;
	for (uint32_t i = 0; i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		if (line->blank || line->zone != DD_ZONE_BODY)
			continue;
		uint32_t width = printed ? em_width(context, line->start, line->end)
					 : dd_line_width(context, i);
		counts[MIN((width + step - 1) / step, WIDTHS)]++;
		total++;
	}
	for (uint32_t width = WIDTHS;; width--) {
		seen += counts[width];
		if (seen * 10 >= total || width == 0)
			return width * step;
	}
}

bool
dd_measure_ends_closed(const DdContext *context, const DdLine *line)
{
	return line->end > line->start && strchr(".;:!?", context->chars[line->end - 1]) != NULL;
}

/* Does @line, the next written one, surely go on with the sentence of @before? */
static bool
surely_goes_on(const DdContext *context, const DdLine *before, const DdLine *line)
{
	unsigned len;
	DdLetter letter = dd_letter_at((const unsigned char *)context->chars + line->start,
		(const unsigned char *)context->chars + line->end, &len);
	/* "a)" begins an item, no word */
	bool word = line->end - line->start > 2 &&
		    strchr(").", context->chars[line->start + 1]) == NULL;
	return letter.base != 0 && !letter.upper && word && !dd_measure_ends_closed(context, before);
}

/* Sums over lines that go on: how much their widths scatter */
typedef struct {
	double n, sum, squares;
} Scatter;

static void
scatter_add(Scatter *self, uint32_t width)
{
	self->n++;
	self->sum += width;
	self->squares += (double)width * width;
}

/* Returns: variance as a share of the squared mean */
static double
scatter_get(const Scatter *self)
{
	double mean = self->sum / self->n;
	return mean > 0 ? (self->squares / self->n - mean * mean) / (mean * mean) : 0;
}

/* What the lines that surely go on tell */
typedef struct {
	Scatter letters, ems;
	uint32_t written, overlong; /* all lines of the body, and those that no page made */
	uint32_t broken,
		early; /* how many there are, and how many of them had room left for their next word */
	uint32_t first, widest_first; /* first ones of a paragraph, and the widest of them in ems */
} Broken;

static void
count_broken(const DdContext *context, uint32_t width, Broken *broken)
{
	const DdLine *before = NULL;
	bool begins = false;  /* the line before is the first of a paragraph */
	uint32_t letters = 0; /* of the line before */
	for (uint32_t i = 0; i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		if (line->blank || line->zone != DD_ZONE_BODY)
			continue;
		uint32_t of_line = dd_line_width(context, i);
		broken->written++;
		broken->overlong += of_line > MAX(width * OVERLONG, WRAPPED_MAX);
		if (before != NULL && surely_goes_on(context, before, line)) {
			broken->broken++;
			broken->early += letters * 100 < width * SHORT_PERCENT;
			if (letters * 100 >= width * SHORT_PERCENT) {
				uint32_t em = em_width(context, before->start, before->end);
				uint32_t word = end_of_first_word(context, line);
				/* the middle of the room that the next word did not find */
				scatter_add(&broken->letters,
					2 * letters + 1 + dd_stretch_width(context, line->start, word));
				scatter_add(&broken->ems,
					2 * em + EM_BLANK + em_width(context, line->start, word));
				broken->first += begins;
				broken->widest_first = begins ? MAX(broken->widest_first, em)
							      : broken->widest_first;
			}
		}
		begins = before != NULL && dd_measure_ends_closed(context, before) &&
			 letters * 100 < width * LETTERS_SLACK;
		before = line;
		letters = of_line;
	}
}

void
dd_measure_lines(const DdContext *context, DdMeasure *measure)
{
	Broken broken = {0};
	*measure = (DdMeasure){.width = measure_width(context, false, 1)};
	measure->wrapped = measure->width <= WRAPPED_MAX;
	if (!measure->wrapped)
		return;
	count_broken(context, measure->width, &broken);
	/* short items, and a few paragraphs of one line each */
	measure->wrapped = broken.overlong == 0 || broken.broken * BROKEN_SHARE > broken.written;
	if (!measure->wrapped)
		return;
	measure->ragged = broken.early >= RAGGED_MIN && broken.early * RAGGED_SHARE >= broken.broken;
	measure->printed = !measure->ragged && broken.letters.n >= PRINTED_MIN &&
			   scatter_get(&broken.ems) * PRINTED_SHARE <=
				   scatter_get(&broken.letters) * (PRINTED_SHARE - 1);
	if (!measure->printed)
		return;
	measure->ems = measure_width(context, true, EM_STEP);
	measure->indent = FIRST_INDENT;
	if (broken.first >= FIRST_MIN)
		measure->indent = measure->ems - MIN(broken.widest_first, measure->ems);
}

bool
dd_measure_was_ended(
	const DdMeasure *self, const DdContext *context, uint32_t last, uint32_t i, bool first)
{
	if (!self->wrapped)
		return true;
	const DdLine *before = &context->lines[last], *line = &context->lines[i];
	uint32_t word = end_of_first_word(context, line);
	uint32_t letters = dd_line_width(context, last) + 1 +
			   dd_stretch_width(context, line->start, word);
	if (letters * 100 > self->width * (self->printed ? PRINTED_SLACK : LETTERS_SLACK))
		return false;
	if (!self->printed)
		return true;
	uint32_t ems = em_width(context, before->start, before->end) + EM_BLANK +
		       em_width(context, line->start, word);
	return ems * 100 <= (self->ems - (first ? self->indent : 0)) * PRINTED_SLACK;
}
