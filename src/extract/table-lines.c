/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-lines.c: the lines of a row of a flattened table, each given to the column that it fits */
#include "table-lines.h"
#include "maxima.h"
#include "session.h"

#define MOST_LINES 48u /* of a row; a longer one is parted by its words */
#define NEVER (UINT16_MAX / 2u)

/* What it costs to take a line for what it does not look like; only their order matters */
enum {
	COST_FITS = 0,
	COST_PLAIN = 1,  /* any text, where nothing is asked of it */
	COST_SMALL = 3,  /* text of its own below text of the same cell */
	COST_EMPTY = 3,  /* a column left empty without a blank line that tells so */
	COST_BEGINS = 4, /* a cell that begins as cells do not */
	COST_OTHER = 6,  /* what belongs into another column */
};

/* What a line looks like */
typedef struct {
	uint32_t start, end;
	uint32_t blanks; /* lines before it */
	bool name;       /* units and nothing else */
	bool names;      /* begins with a unit */
	bool time;       /* begins with a time */
	bool relative;   /* "Sau khi …", "Theo kế hoạch": may be a time */
	bool item;       /* of a list: begins with a dash */
	bool none;       /* a dash alone: the cell is empty */
	bool small;      /* begins with a small letter */
	bool open;       /* the line before leaves it open: ends with a comma, with "của" */
	bool many;       /* begins with "các": such units seldom lead */
	bool page;       /* the first on its page */
	uint8_t label;   /* DdLabel that it begins with: "Phối hợp: …" */
} Line;

typedef struct {
	const DdTableGrammar *grammar;
	DdContext *context;
	const uint8_t *labels; /* DdLabel of each column */
	uint32_t columns, n;
	bool whole; /* each line is a cell */
	Line lines[MOST_LINES];
} Row;

/* "TTYTQG", "VP, TCCB": abbreviations that nobody explains are units for all that */
static bool
is_short_names(const DdTokens *tokens, size_t from)
{
	size_t words = 0;
	for (size_t i = from; i < tokens->n; i++) {
		if (tokens->items[i].kind == DD_TOKEN_SIGN)
			continue;
		if (tokens->items[i].kind != DD_TOKEN_WORD ||
			!(tokens->items[i].flags & DD_TOKEN_UPPER) || tokens->items[i].word != 0)
			return false;
		words++;
	}
	return words > 0;
}

/* Does a line end where nothing ends: behind a comma, behind "của", "và"? */
static bool
leaves_open(const DdTokens *tokens)
{
	static const char *const words[] = {"của", "và", "tại", "cho", "về", "với", "từ", "do"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (dd_token_is_text_nocase(tokens, tokens->n - 1, words[i]))
			return true;
	return dd_token_is_sign(tokens, tokens->n - 1, ',');
}

static bool
look_at_line(const Row *row, Line *line, uint32_t start, uint32_t end)
{
	DdContext *context = row->context;
	const DdTokens *tokens = &context->scratch;
	DdFieldList names;
	DdTime time;
	size_t at = 0, len = 0;
	*line = (Line){.start = start, .end = end};
	dd_context_scan(context, line->start, line->end);
	if (tokens->n == 0)
		return false;
	bool dash = dd_token_is_sign(tokens, 0, '-') || dd_token_is_sign(tokens, 0, '+');
	line->item = dash && tokens->n > 1;
	line->none = dash && tokens->n == 1;
	size_t from = line->item ? 1 : 0;
	line->small = (tokens->items[0].kind == DD_TOKEN_WORD && !dd_token_is_cap(tokens, 0)) ||
		      dd_token_is_sign(tokens, 0, '(');
	line->label = (uint8_t)dd_label_match(row->grammar->labels, tokens, from, &len);
	line->open = leaves_open(tokens);
	size_t read = dd_names_read(context->directory, context->local, tokens, from, tokens->n,
		context->arena, &names);
	bool brief = is_short_names(tokens, from);
	line->names = read > 0 || brief;
	line->many = read > 0 && names.n > 0 && g_str_has_prefix(names.items[0].value, "Các ");
	size_t behind = from + read;
	behind += behind < tokens->n && tokens->items[behind].kind == DD_TOKEN_SIGN;
	line->name = brief || (read > 0 && behind == tokens->n);
	dd_time_parse(context->times, tokens, from, tokens->n, context->reading->document.year,
		context->arena, &time);
	line->time = (time.kind != DD_TIME_NONE && time.kind != DD_TIME_EVENT) ||
		     dd_session_is_time_word(row->grammar, tokens, from);
	line->relative = !line->names &&
			 dd_time_find(context->times, tokens, from, tokens->n,
				 context->reading->document.year, context->arena, &time, &at, &len) &&
			 at == from;
	return true;
}

static bool
holds_names(uint8_t label)
{
	return label == DD_LABEL_LEAD || label == DD_LABEL_COORDINATE ||
	       label == DD_LABEL_DIRECTOR || label == DD_LABEL_MONITOR || label == DD_LABEL_AGENCY;
}

/* What it costs that @line, which begins with a label of its own, stands in a column of @label */
static unsigned
cost_of_label(const Line *line, uint8_t label)
{
	if (line->label == label)
		return COST_FITS;
	/* "Chủ trì: …", "Phối hợp: …" in one column of those who do the work */
	return holds_names(line->label) && holds_names(label) ? COST_PLAIN : COST_OTHER;
}

/* What it costs that @line stands in a column of @label */
static unsigned
cost_in(const Line *line, uint8_t label)
{
	if (line->none)
		return COST_FITS;
	if (holds_names(line->label))
		return cost_of_label(line, label);
	if (holds_names(label))
		return line->name ? COST_FITS : line->names ? COST_PLAIN : COST_OTHER;
	if (label == DD_LABEL_TIME || label == DD_LABEL_DAY)
		return line->time ? COST_FITS : line->relative ? COST_PLAIN : COST_OTHER;
	if (line->name || line->time)
		return COST_BEGINS;
	return COST_PLAIN;
}

/* What it costs that @line goes on with the cell of the line before */
static unsigned
cost_within(const Line *before, const Line *line)
{
	if (line->none || before->none)
		return COST_OTHER;
	bool list = line->item && (before->item || !before->name);
	list = list || (holds_names(line->label) && holds_names(before->label));
	if (line->page) /* which may break a cell anywhere */
		return COST_PLAIN;
	return list || line->small || before->open ? COST_FITS : COST_SMALL;
}

/* What it costs that @line begins a cell and leaves @empty columns before it empty */
static unsigned
cost_between(const Line *before, const Line *line, uint32_t empty)
{
	unsigned cost = (empty - MIN(empty, line->blanks)) * COST_EMPTY;
	if (line->small && !line->time)
		cost += COST_BEGINS;
	if (before->open)
		cost += COST_BEGINS;
	return cost;
}

/* The cheapest ways so far: what it costs to have line i in column c, and in which column line i - 1 is then */
typedef struct {
	uint16_t cost[MOST_LINES][DD_MAX_COLUMNS];
	uint8_t from[MOST_LINES][DD_MAX_COLUMNS];
} Ways;

static void
find_way_to(const Row *row, Ways *ways, uint32_t i, uint32_t c)
{
	const Line *line = &row->lines[i], *before = line - 1;
	unsigned own = cost_in(line, row->labels[c]), best = NEVER;
	own += row->whole && line->many && row->labels[c] == DD_LABEL_LEAD ? COST_PLAIN : 0;
	ways->from[i][c] = 1;
	if (i == 0)
		best = c == 1 ? own : NEVER;
	for (uint32_t b = 1; i > 0 && b + row->whole <= c; b++) {
		unsigned step = b == c ? cost_within(before, line)
				       : cost_between(before, line, c - b - 1);
		/* what goes on with a cell need not look like its beginning */
		bool goes_on = b == c && (step == COST_FITS || line->page);
		unsigned there = goes_on ? MIN(own, COST_PLAIN) : own;
		unsigned all = ways->cost[i - 1][b] + step + there;
		if (all >= best)
			continue;
		best = all;
		ways->from[i][c] = (uint8_t)b;
	}
	ways->cost[i][c] = (uint16_t)MIN(best, NEVER);
}

/*
 * Finds for each line its column, the cheapest way that goes from left to right. Work: lines times the square of the
 * columns, at most MOST_LINES times DD_MAX_COLUMNS squared.
 */
static bool
find_columns(const Row *row, uint8_t *columns_out)
{
	Ways ways = {.cost = {{0}}};
	for (uint32_t i = 0; i < row->n; i++)
		for (uint32_t c = 1; c < row->columns; c++)
			find_way_to(row, &ways, i, c);
	const uint16_t *ends = ways.cost[row->n - 1];
	uint32_t last = 1;
	for (uint32_t c = 2; c < row->columns; c++)
		if (ends[c] + (row->columns - 1 - c) * COST_EMPTY <
			ends[last] + (row->columns - 1 - last) * COST_EMPTY)
			last = c;
	if (ends[last] >= NEVER)
		return false;
	for (uint32_t i = row->n; i-- > 0; last = ways.from[i][last])
		columns_out[i] = (uint8_t)last;
	return true;
}

/*
 * Looks at the lines of the row from text offset @start to line @last; where cells are paragraphs, at those.
 * Returns: FALSE when they are too many
 */
static bool
look_at_row(Row *row, bool spaced, uint32_t start, uint32_t last)
{
	DdContext *context = row->context;
	uint32_t blanks = 0;
	bool page = false, within = false;
	for (uint32_t i = dd_text_find_line(context->text, start); i <= last; i++) {
		const DdLine *line = &context->lines[i];
		uint32_t from = MAX(line->start, start);
		if (line->zone == DD_ZONE_NOISE) {
			page = true;
			within = false;
			blanks = 0;
			continue;
		}
		if (line->blank) {
			blanks++;
			within = false;
		}
		if (from >= line->end)
			continue;
		Line *found = &row->lines[row->n];
		if (spaced && within) {
			found--;
			from = found->start;
			blanks = found->blanks;
			page = found->page;
		} else if (row->n++ == MOST_LINES) {
			return false;
		}
		if (!look_at_line(row, found, from, line->end))
			return false;
		/* a paragraph has a blank line before it, even where no cell is left empty */
		found->blanks = spaced && !within && blanks > 0 ? blanks - 1 : blanks;
		found->page = page;
		within = true;
		page = false;
		blanks = 0;
	}
	return true;
}

/* Adds a cell of the lines from @i on that are of @column. Returns: the line behind them */
static uint32_t
add_cell(const Row *row, DdGrid *grid, const uint8_t *column_of, uint32_t i, uint32_t column)
{
	uint32_t before = i > 0 ? row->lines[i - 1].end : row->lines[0].start;
	if (i >= row->n || column_of[i] != column) {
		dd_grid_add_cell(grid, row->context, before, before);
		return i;
	}
	uint32_t start = row->lines[i].start;
	while (i + 1 < row->n && column_of[i + 1] == column && !row->lines[i + 1].page)
		i++;
	dd_grid_add_cell(grid, row->context, start, row->lines[i].end);
	while (i < row->n && column_of[i] == column)
		i++;
	return i;
}

bool
dd_grid_place_lines(const DdTableGrammar *self, DdContext *context, DdGrid *grid,
	const uint8_t *labels, uint32_t columns, uint32_t start, uint32_t last)
{
	Row row = {.grammar = self, .context = context, .labels = labels, .columns = columns};
	uint8_t column_of[MOST_LINES] = {0};
	if (!look_at_row(&row, grid->spaced, start, last) || row.n == 0 || columns < 2 ||
		columns > DD_MAX_COLUMNS || !find_columns(&row, column_of))
		return false;
	for (uint32_t c = 1, i = 0; c < columns; c++)
		i = add_cell(&row, grid, column_of, i, c);
	/* what a page broke off follows as pieces, once all cells of the row are there */
	for (uint32_t i = 1, from = 0; i < row.n; i++) {
		from = row.lines[i].page ? i : from;
		bool ends = i + 1 == row.n || row.lines[i + 1].page ||
			    column_of[i + 1] != column_of[i];
		if (from > 0 && ends && column_of[from] == column_of[from - 1])
			dd_grid_join_cell(grid, context, column_of[from], row.lines[from].start,
				row.lines[i].end);
		from = ends ? 0 : from;
	}
	return true;
}

bool
dd_grid_place_cells(const DdTableGrammar *self, DdContext *context, DdGrid *grid,
	const uint8_t *labels, uint32_t columns, const DdGridCell *cells, uint32_t n, uint32_t above)
{
	Row row = {.grammar = self,
		.context = context,
		.labels = labels,
		.columns = columns,
		.n = n,
		.whole = true};
	uint8_t column_of[MOST_LINES] = {0};
	if (n == 0 || n > MOST_LINES || n >= columns || columns > DD_MAX_COLUMNS)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if (!look_at_line(&row, &row.lines[i], cells[i].start, cells[i].end))
			return false;
	if (!find_columns(&row, column_of))
		return false;
	for (uint32_t c = 1, i = 0; c < columns; c++) {
		bool here = i < n && column_of[i] == c;
		DdGridCell cell = here ? cells[i] : dd_grid_cell(grid, above, c);
		dd_grid_add_cell(grid, context, cell.start, cell.end);
		i += here;
	}
	return true;
}
