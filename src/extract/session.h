/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.h: rows of a timetable as sessions: whom to visit, when, where */
#pragma once

#include "table-roles.h"

G_BEGIN_DECLS

/* Words of a session's time and place; values of DdTableGrammar.clocks */
typedef enum {
	DD_CLOCK_HOUR = 1, /* giờ, h, g: behind a figure */
	DD_CLOCK_COUNT,    /* buổi: behind a figure */
	DD_CLOCK_DAY,      /* ngày, tháng, năm: before a figure */
	DD_CLOCK_TIME,     /* quý II, sáng, thường xuyên, … */
	DD_CLOCK_LEAD,     /* từ, đến, khoảng: before a time */
	DD_CLOCK_PLACE,    /* tại, hội trường, trụ sở */
	DD_CLOCK_AS_TO,    /* đối với: not part of the name behind it */
} DdClockWord;

/* Returns: the table of DdClockWord phrases; number of rows in @n_out */
const DdPhrase *
dd_session_words(size_t *n_out);
/* Returns: TRUE when an expression of time begins at token @at: "01 buổi", "13h30", "ngày 5", "Quý II", "Sau tháng 7" */
bool
dd_session_is_time_word(const DdTableGrammar *self, const DdTokens *tokens, size_t at);
/* Returns: TRUE when a place begins at token @at: "Tại …", "Hội trường …" */
bool
dd_session_is_place_word(const DdTableGrammar *self, const DdTokens *tokens, size_t at);
/*
 * Reads the rows of @grid into context->sessions, with remarks on days off. A table whose cells of time hold no times
 * gives nothing.
 */
void
dd_session_read(const DdTableGrammar *self, DdContext *context, const DdGrid *grid);

/*
 * Reads the tokens of context->scratch from @from, behind the name of @agency and its colon, as the time of a session
 * ("Thư viện tỉnh: 01 buổi, 08 giờ 00 ngày 15/3/2023") into context->sessions. Returns: FALSE when no time begins there
 */
bool
dd_session_read_item(const DdTableGrammar *self, DdContext *context, const DdField *agency,
	size_t from, DdSpan span);
/*
 * Reads the tokens of context->scratch as a session told by its day ("Sáng 15/4/2024: làm việc với UBND huyện A tại …") into
 * context->sessions. Returns: FALSE when it is none
 */
bool
dd_session_read_dated(const DdTableGrammar *self, DdContext *context, DdSpan span);

G_END_DECLS
