/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-line.h: lines of heads and tails in bare letters, and the cues that are looked for in them */
#pragma once

#include "context.h"

G_BEGIN_DECLS

#define DD_HEAD_CHARS 400u /* characters of a line that are looked at */

/* A line with one bare letter for each character. Tabs stand where columns part, DD_HEAD_GONE where something was taken. */
typedef struct {
	uint32_t start, end; /* text offsets */
	char s[DD_HEAD_CHARS + 1];
	uint32_t at[DD_HEAD_CHARS + 1]; /* text offset of each */
	uint32_t n;
} DdHeadLine;

#define DD_HEAD_GONE '\x01'

/* A stretch of a line between column gaps: [from, to) of DdHeadLine.s */
typedef struct {
	uint32_t from, to;
} DdPiece;

#define DD_HEAD_PIECES 8u

void
dd_head_fold(const DdContext *context, uint32_t start, uint32_t end, DdHeadLine *line_out);
/* Returns: TRUE between columns, where something was taken, and at the end */
static inline bool
dd_head_is_gap(char c)
{
	return c == '\t' || c == DD_HEAD_GONE || c == '\0';
}

/* dd_head_at behind its first look */
bool
dd_head_at_from(const DdContext *context, const DdHeadLine *line, uint32_t from,
	const char *letters, uint32_t *end_out);
/*
 * Compares the words from @from on (to a column gap) with bare @letters, blanks and signs left out.
 * Returns: FALSE when they are not alike; else where they end in @end_out
 */
static inline bool
dd_head_at(const DdContext *context, const DdHeadLine *line, uint32_t from, const char *letters,
	uint32_t *end_out)
{
	while (from < line->n && !dd_head_is_gap(line->s[from]) && !g_ascii_isalnum(line->s[from]))
		from++;
	/* dozens of cues are asked for in a line, and most differ in their first letter: that is told without a call */
	if (from >= line->n || (context->damage == DD_DAMAGE_NONE && line->s[from] != letters[0]))
		return false;
	return dd_head_at_from(context, line, from, letters, end_out);
}
/* The same, at the first word of [@from, @to) where it fits */
bool
dd_head_find(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t to,
	const char *letters, uint32_t *at_out, uint32_t *end_out);
/* The same in the whole line, for the letters of a motto: of clean text also behind a word that they run together with */
bool
dd_head_find_motto_letters(const DdContext *context, const DdHeadLine *line, const char *letters,
	uint32_t *at_out, uint32_t *end_out);
/* Returns: where @sought (not empty) first stands in the @len bytes at @text, NULL nowhere */
const char *
dd_head_search(const char *text, size_t len, const char *sought);
/* In bare letters; those of the State and of the Party top a letterhead, the last stands below that of the State */
enum { DD_HEAD_MOTTO_STATE, DD_HEAD_MOTTO_PARTY, DD_HEAD_MOTTO_BELOW, DD_HEAD_MOTTOS };
extern const char *const dd_head_mottos[DD_HEAD_MOTTOS];
/* Returns: which motto that tops a letterhead the line has, in [@at_out, @end_out); -1 none */
int
dd_head_find_motto(
	const DdContext *context, const DdHeadLine *line, uint32_t *at_out, uint32_t *end_out);
/* Returns: number of pieces, written to @pieces; marks of tables are no part of them */
size_t
dd_head_split(const DdHeadLine *line, DdPiece pieces[DD_HEAD_PIECES]);
/* Returns: TRUE when the letters of the piece are capitals (a few may be mistaken in damaged text) */
bool
dd_head_is_upper(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t to);
/* Returns: TRUE when the piece is a rule, a star or an ornament: no letter and no digit */
bool
dd_head_is_rule(const DdHeadLine *line, uint32_t from, uint32_t to);
/* Returns: the type's name ("Kế hoạch") when the words at @from are one, with their end in @end_out; NULL none */
const char *
dd_head_type_at(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t *end_out);
/* Returns: the type that the symbol's code tells ("/KH-UBND" → "Kế hoạch"), NULL none */
const char *
dd_head_type_of_symbol(const char *symbol);
/*
 * Returns: where in the line of the name of an appendix, which ends at @end, a title begins behind its number and a sign
 * ("PHỤ LỤC I: PHÂN CÔNG …"), line->n when none does
 */
uint32_t
dd_head_annex_rest(const DdHeadLine *line, uint32_t end);

G_END_DECLS
