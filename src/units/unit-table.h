/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-table.h: a list of units as CSV, and the directory as it is once the list is taken in */
#pragma once

#include "arena.h"
#include "unit-book.h"

G_BEGIN_DECLS

/* Columns of the list, in the order in which it is written; lists hold several by ';' */
typedef enum {
	DD_UNIT_ID,
	DD_UNIT_NAME, /* the only one that must be there */
	DD_UNIT_SHORT_NAME,
	DD_UNIT_ABBREVIATIONS,
	DD_UNIT_ALIASES,
	DD_UNIT_KIND,
	DD_UNIT_PARENT, /* id, or name */
	DD_UNIT_VALID_FROM,
	DD_UNIT_VALID_TO, /* last day */
	DD_UNIT_GROUPS,
	DD_UNIT_COLUMN_LAST
} DdUnitColumn;

const char *
dd_unit_column_to_string(DdUnitColumn column);

typedef struct {
	GArray *units; /* DdBookUnit: those that were there in their order, then new ones; strings in the arena, and of the book */
	GArray *changed; /* bool of each unit: the list made it or says something else of it */
	size_t rows;     /* of the list */
	size_t n_new;
} DdUnitTable;

/*
 * Takes the list @csv (NUL-terminated) into @book. A column that is not in the list leaves what is there. A row is of the unit with its id;
 * without one of that with its name under its parent, else a new unit, whose id is "DV-" and its number from @first on.
 * Returns: FALSE with nothing taken in: DD_ERROR_INVALID_DATA (the message names the line), DD_ERROR_TOO_LARGE. Whether days and
 * parents of the whole hold is for dd_unit_book_new to say. @out is to be cleared.
 */
bool
dd_unit_table_take(const DdUnitBook *book, const char *csv, int64_t first, DdArena *arena,
	DdUnitTable *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_unit_table_clear(DdUnitTable *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdUnitTable, dd_unit_table_clear)

G_END_DECLS
