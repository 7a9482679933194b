/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-lines.h: the text of a row of a flattened table, given to the columns that it fits */
#pragma once

#include "table-roles.h"

G_BEGIN_DECLS

/*
 * Adds the cells behind the number of the row that goes from text offset @start, behind its number, to the end of line @last,
 * for a table whose converter put every cell on lines of its own, or made a paragraph of it (@grid->spaced). @labels: what each of the @columns holds (DdLabel), the
 * number's column being the first.
 * Returns: FALSE, and no cell is added, when the lines are too many or are none
 */
bool
dd_grid_place_lines(const DdTableGrammar *self, DdContext *context, DdGrid *grid,
	const uint8_t *labels, uint32_t columns, uint32_t start, uint32_t last);
/*
 * The same for the row whose text is [@start, @end), where cells stand beside each other: parts it before names and times that
 * a column is for (table-words.c)
 */
void
dd_grid_split_words(const DdTableGrammar *self, DdContext *context, DdGrid *grid,
	const uint8_t *labels, uint32_t columns, uint32_t start, uint32_t end);

/*
 * The same for a row whose @n @cells are known, fewer than its columns: the others are merged with those of row @above, and are what
 * they are.
 * Returns: FALSE, and no cell is added, when one of them is empty
 */
bool
dd_grid_place_cells(const DdTableGrammar *self, DdContext *context, DdGrid *grid,
	const uint8_t *labels, uint32_t columns, const DdGridCell *cells, uint32_t n, uint32_t above);

G_END_DECLS
