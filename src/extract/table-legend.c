/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-legend.c: a table of abbreviations, whose rows the document's own names are learnt from */
#include <string.h>

#include "table-roles.h"

/* Heads of the column of short forms; what they stand for is in the column behind it */
const DdPhrase dd_table_legend_heads[] = {
	{"viết tắt", 0},
	{"chữ viết tắt", 0},
	{"từ viết tắt", 0},
	{"cụm từ viết tắt", 0},
	{"tên viết tắt", 0},
	{"ký hiệu viết tắt", 0},
	{"ký hiệu", 0},
};
const size_t dd_table_n_legend_heads = G_N_ELEMENTS(dd_table_legend_heads);

/* Returns: the column of the first row that is headed as short forms are, with one behind it; -1 when there is none */
static int
find_short_forms(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	size_t len = 0;
	for (uint32_t i = 0; i + 1 < grid->n_columns; i++) {
		const DdTokens *tokens = dd_grid_cell_scan(context, grid, dd_grid_cell(grid, 0, i)).tokens;
		if (dd_phrases_match(self->legend_heads, tokens, 0, &len) >= 0 && len == tokens->n)
			return (int)i;
	}
	return -1;
}

void
dd_table_read_legend(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	int column = grid->rows->len > 1 ? find_short_forms(self, context, grid) : -1;
	for (uint32_t row = 1; column >= 0 && row < grid->rows->len; row++) {
		DdGridCell brief = dd_grid_cell(grid, row, (uint32_t)column),
			   full = dd_grid_cell(grid, row, (uint32_t)column + 1);
		bool whole;
		if (brief.start == brief.end || full.start == full.end)
			continue;
		g_autofree char *said = g_strdup_printf("%s: %s",
			dd_grid_cell_fold(context, grid, brief),
			dd_grid_cell_fold(context, grid, full));
		dd_context_scan_string(context, dd_arena_strdup(context->arena, said));
		(void)dd_local_names_learn_legend(context->local, context->directory,
			&context->scratch, context->arena, &whole);
	}
}
