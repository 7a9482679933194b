/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list-cell.h: what stands in a cell of a list, whatever file the list becomes */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum {
	DD_LIST_CELL_TEXT,
	DD_LIST_CELL_NUMBER,
	DD_LIST_CELL_DAY,
	DD_LIST_CELL_MOMENT,
} DdListCellKind;

typedef struct {
	DdListCellKind kind;
	union {
		const char *text; /* (nullable) UTF-8; lent */
		int64_t number;
		DdDay day;      /* one that is not set is an empty cell */
		int64_t moment; /* seconds since 1970 in UTC */
	};
} DdListCell;

/* A column of a list; the head is lent */
typedef struct {
	const char *head;
	unsigned width; /* letters that a line of it shows, where a file says so */
} DdListColumn;

/* Returns: TRUE for what a terminal or a spreadsheet acts on and nobody reads: C0 but the end of a line, DEL, C1 */
bool
dd_list_cell_is_control(gunichar letter);
/* Returns: TRUE when a spreadsheet would take @text for a formula, or for a command to another program */
bool
dd_list_cell_is_formula(const char *text);

G_END_DECLS
