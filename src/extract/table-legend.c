/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-legend.c: a table that says what short names stand for: "Viết tắt | Tên đầy đủ" */
#include "table-roles.h"

#define HEAD_ROWS 2u /* among which the head of such a table is */

enum { BRIEF, FULL };

const DdPhrase dd_table_legend_heads[] = {
	{"viết tắt", BRIEF},
	{"chữ viết tắt", BRIEF},
	{"từ viết tắt", BRIEF},
	{"cụm từ viết tắt", BRIEF},
	{"tên viết tắt", BRIEF},
	{"ký hiệu", BRIEF},
	{"ký hiệu viết tắt", BRIEF},
	{"đầy đủ", FULL},
	{"tên đầy đủ", FULL},
	{"chữ đầy đủ", FULL},
	{"từ đầy đủ", FULL},
	{"nghĩa đầy đủ", FULL},
	{"nội dung đầy đủ", FULL},
	{"viết đầy đủ", FULL},
	{"giải nghĩa", FULL},
	{"ý nghĩa", FULL},
	{"diễn giải", FULL},
	{"giải thích", FULL},
	{"tên đơn vị", FULL},
	{"tên cơ quan", FULL},
};
const size_t dd_table_n_legend_heads = G_N_ELEMENTS(dd_table_legend_heads);

/* Finds the two columns by the cells of row @row, which hold nothing else. Returns: FALSE when one is missing */
static bool
find_columns(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t row,
	uint32_t columns[2])
{
	uint32_t n = g_array_index(grid->rows, DdRow, row).n;
	columns[BRIEF] = columns[FULL] = UINT32_MAX;
	for (uint32_t i = 0; i < n; i++) {
		size_t len = 0;
		dd_grid_cell_scan(context, grid, dd_grid_cell(grid, row, i));
		int what = dd_phrases_match(self->legend_heads, &context->scratch, 0, &len);
		if (what >= 0 && len == context->scratch.n && columns[what] == UINT32_MAX)
			columns[what] = i;
	}
	return columns[BRIEF] != UINT32_MAX && columns[FULL] != UINT32_MAX;
}

/* Learns from row @row: its two cells as a line of a legend */
static void
learn_row(DdContext *context, const DdGrid *grid, uint32_t row, const uint32_t columns[2])
{
	const char *brief = dd_grid_cell_fold(context, grid, dd_grid_cell(grid, row, columns[BRIEF])),
		   *full = dd_grid_cell_fold(context, grid, dd_grid_cell(grid, row, columns[FULL]));
	if (*brief == '\0' || *full == '\0')
		return;
	g_autofree char *line = g_strdup_printf("%s: %s", brief, full);
	dd_context_scan_string(context, line);
	size_t colon = 0;
	while (colon < context->scratch.n && !dd_token_is_sign(&context->scratch, colon, ':'))
		colon++;
	dd_local_names_learn_row(
		context->local, context->directory, &context->scratch, colon, context->arena);
}

bool
dd_table_learn_legend(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	uint32_t columns[2], head = 0;
	while (head < HEAD_ROWS && head < grid->rows->len &&
		!find_columns(self, context, grid, head, columns))
		head++;
	if (head >= MIN(HEAD_ROWS, grid->rows->len))
		return false;
	for (uint32_t row = head + 1; row < grid->rows->len; row++)
		learn_row(context, grid, row, columns);
	return true;
}
