/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-target.c: tables of aims, a figure for each row and period: "TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026" */
#include <string.h>

#include "table-roles.h"
#include "target-private.h"

#define BOUND_TOKENS 3u /* before the figure of a cell: "không quá", "tối thiểu là" */

enum { HEAD_AIM, HEAD_UNIT, HEAD_PLAN, HEAD_YEAR, HEAD_DONE };

const DdPhrase dd_table_figure_heads[] = {
	{"chỉ tiêu", HEAD_AIM},
	{"mục tiêu", HEAD_AIM},
	{"tiêu chí", HEAD_AIM},
	{"đơn vị tính", HEAD_UNIT},
	{"đvt", HEAD_UNIT},
	{"đơn vị đo", HEAD_UNIT},
	{"kế hoạch", HEAD_PLAN},
	{"phấn đấu", HEAD_PLAN},
	{"giao", HEAD_PLAN},
	{"mức đạt", HEAD_PLAN},
	{"cần đạt", HEAD_PLAN},
	{"phải đạt", HEAD_PLAN},
	{"yêu cầu", HEAD_PLAN},
	{"giai đoạn", HEAD_YEAR},
	{"năm", HEAD_YEAR},
	{"hiện trạng", HEAD_DONE},
	{"thực hiện", HEAD_DONE},
	{"kết quả", HEAD_DONE},
	{"ước", HEAD_DONE},
	{"so sánh", HEAD_DONE},
	{"so với", HEAD_DONE},
	{"hiện nay", HEAD_DONE},
	{"thực trạng", HEAD_DONE},
	{"ghi chú", HEAD_DONE},
};
const size_t dd_table_n_figure_heads = G_N_ELEMENTS(dd_table_figure_heads);

/* What the columns of a table of aims hold */
typedef struct {
	int aim, unit; /* -1: none */
	bool plan[DD_MAX_COLUMNS];
	const char *by[DD_MAX_COLUMNS]; /* the year that a plan's column is for, NULL: it says none */
	uint32_t plans;
} Columns;

/* Returns: bits of the HEAD_… in the head of column @column; the last year in it in @by_out */
static unsigned
look_at_head(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, uint32_t column,
	const char **by_out)
{
	unsigned found = 0;
	*by_out = NULL;
	const DdTokens *tokens =
		dd_grid_cell_scan(context, grid, dd_grid_cell(grid, grid->head, column)).tokens;
	for (size_t i = 0; i < tokens->n; i++) {
		const DdToken *token = &tokens->items[i];
		int head = dd_phrases_match(self->figure_heads, tokens, i, NULL);
		if (head >= 0)
			found |= 1u << head;
		if (token->kind == DD_TOKEN_NUMBER && token->len == 4 && token->value >= 2000 &&
			token->value < 2200)
			*by_out = dd_figure_text(tokens, i, i + 1, context->arena);
	}
	return found;
}

static void
find_columns(const DdTableGrammar *self, DdContext *context, const DdGrid *grid, Columns *columns)
{
	*columns = (Columns){.aim = -1, .unit = -1};
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		unsigned heads = look_at_head(self, context, grid, i, &columns->by[i]);
		bool year = (heads & (1u << HEAD_YEAR)) != 0 && columns->by[i] != NULL;
		if (heads & (1u << HEAD_DONE)) {
			continue;
		} else if (heads & (1u << HEAD_UNIT)) {
			columns->unit = (int)i;
		} else if (columns->aim < 0 && (heads & (1u << HEAD_AIM)) && columns->by[i] == NULL) {
			columns->aim = (int)i;
		} else if (columns->aim >= 0 &&
			   (year || (heads & (1u << HEAD_PLAN | 1u << HEAD_AIM)))) {
			columns->plan[i] = true;
			columns->plans++;
		}
	}
}

bool
dd_table_is_of_targets(const DdTableGrammar *self, DdContext *context, DdGrid *grid)
{
	Columns columns;
	find_columns(self, context, grid, &columns);
	if (columns.aim < 0 || columns.plans == 0)
		return false;
	/* "Thực hiện năm 2024" holds figures and names nobody */
	for (uint32_t i = 0; i < grid->n_columns; i++)
		if (columns.by[i] != NULL)
			grid->columns[i].label = DD_LABEL_OTHER;
	return dd_table_find_column(grid, DD_LABEL_LEAD) < 0 &&
	       dd_table_find_column(grid, DD_LABEL_COORDINATE) < 0 &&
	       dd_table_find_column(grid, DD_LABEL_DIRECTOR) < 0 &&
	       dd_table_find_column(grid, DD_LABEL_AGENCY) < 0;
}

/* Words before the figure of a cell; "không" before one turns it round: "không quá", "không dưới" */
static const struct {
	const char *word;
	bool more;
} bounds[] = {
	{"trên", true},
	{"nhất", true},
	{"thiểu", true},
	{"từ", true},
	{"quá", true},
	{"vượt", true},
	{"dưới", false},
	{"đa", false},
	{"ít", false},
	{"thấp", false},
};

/* "≥ 93", "trên 80", "0,9": which way the figure at token @at is meant */
static const char *
op_before(const DdTokens *tokens, size_t at)
{
	int more = -1; /* not said */
	bool turned = false;
	for (size_t i = 0; i < at; i++) {
		uint32_t sign = tokens->items[i].kind == DD_TOKEN_SIGN ? tokens->items[i].value : 0;
		if (sign == 0x2265 || sign == '>')
			return ">=";
		if (sign == 0x2264 || sign == '<')
			return "<=";
		turned = turned || dd_token_is_text_nocase(tokens, i, "không");
		for (size_t k = 0; k < G_N_ELEMENTS(bounds); k++)
			if (dd_token_is_text_nocase(tokens, i, bounds[k].word))
				more = bounds[k].more;
	}
	return more < 0 ? "=" : (more == 1) != turned ? ">=" : "<=";
}

/* Reads the figure of a cell into @target. Returns: FALSE when it holds none, or a range */
static bool
read_figure(DdContext *context, const DdGrid *grid, DdGridCell cell, DdIndicator *target)
{
	const DdTokens *tokens = dd_grid_cell_scan(context, grid, cell).tokens;
	size_t at = 0, end = 0;
	while (at < tokens->n && tokens->items[at].kind != DD_TOKEN_NUMBER)
		at++;
	if (at < tokens->n)
		end = dd_figure_number(tokens, at, tokens->n, &target->value);
	bool range = dd_token_is_sign(tokens, end, '-') && end + 1 < tokens->n &&
		     tokens->items[end + 1].kind == DD_TOKEN_NUMBER;
	if (end == 0 || at > BOUND_TOKENS || range)
		return false;
	target->has_value = true;
	target->op = op_before(tokens, at);
	if (dd_token_is_sign(tokens, end, '%'))
		target->unit = "%";
	return true;
}

static void
add_target(DdContext *context, const DdGrid *grid, const Columns *columns, uint32_t row, uint32_t column)
{
	DdGridCell name = dd_grid_cell(grid, row, (uint32_t)columns->aim),
		   cell = dd_grid_cell(grid, row, column);
	DdIndicator target = {.confidence = 85};
	if (name.start == name.end || cell.start == cell.end ||
		context->targets->len >= DD_MAX_ITEMS || !read_figure(context, grid, cell, &target))
		return;
	const char *unit = NULL;
	if (columns->unit >= 0) {
		DdGridCell unit_cell = dd_grid_cell(grid, row, (uint32_t)columns->unit);
		unit = unit_cell.start < unit_cell.end ? dd_grid_cell_fold(context, grid, unit_cell)
						       : NULL;
	}
	target.of = dd_grid_cell_fold(context, grid, name);
	target.by = columns->by[column];
	target.span = dd_span(
		name.start, MAX(dd_grid_cell_end(grid, name), dd_grid_cell_end(grid, cell)));
	g_autofree char *small = unit != NULL ? g_utf8_strdown(unit, -1) : NULL;
	if (target.unit == NULL && small != NULL)
		target.unit = dd_arena_strdup(context->arena, small);
	g_autofree char *text = g_strjoin(
		" ", target.of, dd_grid_cell_fold(context, grid, cell), unit, NULL);
	target.text = dd_arena_strdup(context->arena, text);
	g_array_append_val(context->targets, target);
}

void
dd_table_read_targets(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	Columns columns;
	find_columns(self, context, grid, &columns);
	for (uint32_t row = grid->body; row < grid->rows->len; row++)
		for (uint32_t i = 0; i < grid->n_columns; i++)
			if (columns.plan[i])
				add_target(context, grid, &columns, row, i);
}
