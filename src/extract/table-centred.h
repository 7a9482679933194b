/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-centred.h: where rows begin in a table whose numbers stand in the middle of their cells */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

G_BEGIN_DECLS

/* A written line of a table's body */
typedef struct {
	uint32_t line; /* index in the text */
	uint32_t head; /* index of the first line of the head of its page */
	bool numbered; /* the number of its row stands in it */
	bool group;    /* … and the row is a heading: it begins with this line */
	bool content;  /* it has words of what is to be done */
	bool capital;  /* … and they begin with a capital */
	uint8_t small; /* cells whose words in this line begin with a small letter */
	bool starts;   /* out: a row begins here */
} DdTableLine;

/* Returns: TRUE when a row's words begin above the line with its number, as they do where cells are centred */
bool
dd_table_is_centred(const DdTableLine *lines, size_t n);
/*
 * Tells where each row begins: its number stands as near to the middle as what its lines begin with allows. One row for
 * each number; time grows with the lines and the square of the lines between two numbers, of which 40 are looked at.
 */
void
dd_table_centre(DdTableLine *lines, size_t n);

G_END_DECLS
