/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark.h: what numbers or bullets a paragraph: I., 1.1., a), đ), –, +, Điều 5., Phần thứ nhất */
#pragma once

#include "context.h"

G_BEGIN_DECLS

typedef struct {
	DdMark kind;
	uint8_t style; /* '.', ')', ':', '/', '-' behind it; 0 none: marks of another style are another level */
	uint8_t parts; /* of a number: 1.1. has 2 */
	bool broken;   /* read through damage: value is not to be trusted */
	bool repeated; /* the number of the item before it stands here again: the list is one behind */
	uint32_t value; /* of its last part: II is 2, đ is 5 */
	uint32_t first; /* of a number in parts: its first part */
	uint32_t start; /* text offset of its first byte */
	uint32_t body;  /* text offset behind it and the white space behind it */
	const char *label; /* in the arena or static, as it goes into an id: "II", "2", "đ", "Điều 5"; NULL for bullets */
} DdMarkFound;

/* Letters as lists number them: a b c d đ e g h i k l m n o p q r s t u v x y */
#define DD_MARK_LETTERS 23

/* Returns: "a" for 1 … "đ" for 5 … "y" for 23, NULL out of range */
const char *
dd_mark_letter(uint32_t value);
/* Returns: the Roman number of @value (1 to 89) in the arena */
const char *
dd_mark_roman(DdArena *arena, uint32_t value);
/*
 * Reads the mark at [@start, @end) of the context's text.
 * Returns: FALSE when the text begins with no mark
 */
bool
dd_mark_read(DdContext *context, uint32_t start, uint32_t end, DdMarkFound *mark_out);

G_END_DECLS
