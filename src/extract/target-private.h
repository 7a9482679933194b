/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target-private.h: figures to reach, found in running text */
#pragma once

#include "phrase.h"
#include "target.h"

G_BEGIN_DECLS

typedef enum {
	DD_AIM_AT_LEAST, /* ít nhất, trên */
	DD_AIM_AT_MOST,  /* không quá, dưới */
	DD_AIM_ABOUT,    /* khoảng, trong vòng: a count behind it is an aim, no bound */
	DD_AIM_REACH,    /* đạt, có, tăng: what follows is reached in a section of aims */
	DD_AIM_STRIVE,   /* phấn đấu */
	DD_AIM_YEARLY,   /* mỗi năm */
	DD_AIM_FROM,     /* từ */
	DD_AIM_TO,       /* đến: second end of a range */
	DD_AIM_OR_MORE,  /* trở lên */
	DD_AIM_OR_LESS,
	DD_AIM_BAD,     /* năm, số, Điều, hạng: the number behind is none to reach */
	DD_AIM_AGAINST, /* so với: ends what is counted */
	DD_AIM_UNTIL,   /* trước ngày, vào năm: ends what is counted */
	DD_AIM_SPAN,    /* units of time and age behind a number: năm, tháng, tuổi */
	DD_AIM_HOUR,    /* of waiting, which may be bounded: "dưới 3 giờ" */
	DD_AIM_RAISE,   /* "từ 2,86 lên 3,10": the second figure is the aim */
	DD_AIM_SHORTEN, /* rút ngắn */
	DD_AIM_PLACE,   /* tại, của, trong: a bare share before it is no aim */
	DD_AIM_FINISH,  /* hoàn thành */
	DD_AIM_GOAL,    /* mục tiêu, chỉ tiêu */
	DD_AIM_GENERAL, /* mục tiêu chung */
	DD_AIM_UNIT,    /* units of several words */
	DD_AIM_POINT,   /* điểm */
	DD_AIM_YEAR,    /* năm */
	DD_AIM_BEFORE,  /* trước: a span of days behind it is a term */
	DD_AIM_OVER,    /* trên, hơn: at least; of days it tells how late something is */
	DD_AIM_UNDER, /* dưới: at most; where nothing is reduced it tells which things are meant */
	DD_AIM_BUILD,  /* lắp đặt, khởi công: what is counted behind it will stand there */
	DD_AIM_MOSTLY, /* cơ bản: before the verb of a state to reach */
	DD_AIM_DO, /* tổ chức, mở, tuyển dụng: the count right behind it is what the work is to bring */
	DD_AIM_STATE, /* đạt chuẩn, trở thành: a state to reach */
	DD_AIM_PAPER, /* báo cáo, văn bản: papers are counted, and are no figure to reach in work */
	DD_AIM_PERSON,  /* học viên, lượt người: who may be counted behind "cho" */
	DD_AIM_FOR,     /* cho: right before the count of those who get the product */
	DD_AIM_MAKE,    /* sửa chữa, trồng, hỗ trợ: reached in a section of aims */
	DD_AIM_RANK,    /* xếp thứ: the number behind is a place among others */
	DD_AIM_RANK_IN, /* thuộc nhóm, top: that place or a better one */
	DD_AIM_ASIDE,   /* vào, về, để: what follows is not what is counted */
	DD_AIM_AND,     /* và, hoặc */
} DdAimCue;

struct _DdTargetGrammar {
	DdPhrases *cues, *links;
};

/* The unit of places among others, compared by address */
extern const char *const dd_unit_rank;

/* A figure in the text; places are tokens */
typedef struct {
	uint32_t from, to;    /* the number with its unit */
	uint32_t lead;        /* the words that lead in the number ("ít nhất") begin here */
	uint32_t clause, end; /* the clause it stands in */
	double value;
	const char *unit, *op;
	bool whole; /* "12/12 thôn": all of them */
} DdFigure;

/*
 * Finds the next figure to reach in [@at, @to). In a section of aims shares and counts need least to be one.
 * @goes_on: a figure of the same sentence stands before
 * Returns: FALSE when there is none; the search goes on at figure_out->to
 */
bool
dd_figure_next(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdFigurePlace place, bool goes_on, DdArena *arena, DdFigure *figure_out);
/* Reads 80, 1.250, 3,6, 1.250,5 at the number @at. Returns: behind its last token, 0 when it is no plain number */
size_t
dd_figure_number(const DdTokens *tokens, size_t at, size_t to, double *value_out);
/* Returns: text of the tokens [@from, @to) with white space folded and outer signs dropped, in @arena; NULL when empty */
const char *
dd_figure_text(const DdTokens *tokens, size_t from, size_t to, DdArena *arena);

G_END_DECLS
