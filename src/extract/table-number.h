/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-number.h: the numbers that rows of tables begin with */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* The number of a row: 1  01.  1.2  II.  A  a)  - */
typedef enum {
	DD_ROW_NONE,
	DD_ROW_UPPER,
	DD_ROW_ROMAN,
	DD_ROW_NUMBER,
	DD_ROW_LETTER,
	DD_ROW_BULLET
} DdRowKind;

typedef struct {
	DdRowKind kind;
	uint32_t parts; /* of a number: 1.2 has 2 */
	uint32_t value; /* of its last part */
	uint32_t body;  /* text offset behind it and the blanks behind it */
	bool closed;    /* '.' or ')' behind it */
	bool twice;     /* "1. 1" */
	char label[24];
} DdRowMark;

/* Reads the number that [@start, @end) begins with. Returns: FALSE when it begins with none */
bool
dd_row_mark_read(const DdContext *context, uint32_t start, uint32_t end, DdRowMark *mark_out);
/* Returns: (transfer none, in the arena) "@above.@id", of which at most @most bytes are kept */
const char *
dd_row_join_id(DdArena *arena, const char *above, const char *id, size_t most);

G_END_DECLS
