/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target-private.h: figures to reach, found in running text */
#pragma once

#include "phrase.h"
#include "target.h"

G_BEGIN_DECLS

typedef enum {
	DD_AIM_AT_LEAST,  /* ít nhất, trên */
	DD_AIM_AT_MOST,   /* không quá, dưới */
	DD_AIM_ABOUT,     /* khoảng: a count behind it is an aim, no bound */
	DD_AIM_REACH,     /* đạt, có, tăng: what follows is reached in a section of aims */
	DD_AIM_STRIVE,    /* phấn đấu */
	DD_AIM_YEARLY,    /* mỗi năm */
	DD_AIM_FROM,      /* từ */
	DD_AIM_TO,        /* đến: second end of a range */
	DD_AIM_OR_MORE,   /* trở lên */
	DD_AIM_OR_LESS,
	DD_AIM_BAD,       /* năm, số, Điều, hạng: the number behind is none to reach */
	DD_AIM_AGAINST,   /* so với: ends what is counted */
	DD_AIM_UNTIL,     /* trước ngày, vào năm: ends what is counted */
	DD_AIM_SPAN,      /* units of time and age behind a number: năm, tháng, tuổi */
	DD_AIM_SHORTEN,   /* rút ngắn, trong vòng */
	DD_AIM_PLACE,     /* tại, của, trong: a bare share before it is no aim */
	DD_AIM_FINISH,    /* hoàn thành */
	DD_AIM_GOAL,      /* mục tiêu, chỉ tiêu */
	DD_AIM_GENERAL,   /* mục tiêu chung */
	DD_AIM_UNIT,      /* units of several words */
	DD_AIM_POINT,     /* điểm */
	DD_AIM_YEAR,      /* năm */
	DD_AIM_BEFORE,    /* trước: a span of days behind it is a term */
} DdAimCue;

struct _DdTargetGrammar {
	DdPhrases *cues;
};

/* A figure in the text; places are tokens */
typedef struct {
	uint32_t from, to;       /* the number with its unit */
	uint32_t lead;           /* the words that lead in the number ("ít nhất") begin here */
	uint32_t clause, end;    /* the clause it stands in */
	double value;
	const char *unit, *op;
} DdFigure;

/*
 * Finds the next figure to reach in [@at, @to). @all: in a section of aims, where shares and counts need less to be one.
 * Returns: FALSE when there is none; the search goes on at figure_out->to
 */
bool
dd_figure_next(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to, bool all, DdArena *arena,
	       DdFigure *figure_out);
/* Reads 80, 1.250, 3,6, 1.250,5 at the number @at. Returns: behind its last token, 0 when it is no plain number */
size_t
dd_figure_number(const DdTokens *tokens, size_t at, size_t to, double *value_out);
/* Returns: text of the tokens [@from, @to) with white space folded and outer signs dropped, in @arena; NULL when empty */
const char *
dd_figure_text(const DdTokens *tokens, size_t from, size_t to, DdArena *arena);

G_END_DECLS
