/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-words.c: the words of a row of a flattened table, parted into cells where names and times begin */
#include <string.h>

#include "session.h"
#include "table-lines.h"

static bool
is_time_label(uint8_t label)
{
	return label == DD_LABEL_TIME || label == DD_LABEL_DAY;
}

/* A row while its words are parted into cells */
typedef struct {
	const DdTableGrammar *grammar;
	DdContext *context;
	const uint8_t *labels; /* DdLabel of each column */
	uint32_t columns;
	const DdTokens *tokens;
	uint32_t now;                    /* column at hand */
	uint32_t starts[DD_MAX_COLUMNS]; /* text offsets, 0: the column is empty */
	size_t name_end;                 /* behind the name that the cell of a lead began with */
	size_t inline_name; /* a name behind a small letter inside the work's own line, 0: none */
	bool bullets;       /* the cell at hand is a list */
} Splitter;

static bool
is_name_label(uint8_t label)
{
	return label == DD_LABEL_LEAD || label == DD_LABEL_COORDINATE ||
	       label == DD_LABEL_DIRECTOR || label == DD_LABEL_MONITOR;
}

/* Returns: first column behind the one at hand that holds names (or times), 0 when there is none */
static uint32_t
column_ahead(const Splitter *self, bool names)
{
	for (uint32_t i = self->now + 1; i < self->columns; i++)
		if (names ? is_name_label(self->labels[i]) : is_time_label(self->labels[i]))
			return i;
	return 0;
}

/* A sign that leaves a list or a sentence open */
static bool
is_open_before(const DdTokens *tokens, size_t at)
{
	if (at == 0 || tokens->items[at - 1].kind != DD_TOKEN_SIGN)
		return false;
	uint32_t sign = tokens->items[at - 1].value;
	return sign < 128 && sign != 0 && strchr(",;-(/&:", (int)sign) != NULL;
}

/*
 * Returns: tokens of the name that fills a cell from token @at on: the name ends with the line or before a sign or a
 * capital, not in the middle of a sentence; 0 when there is none
 */
static size_t
match_cell_name(const Splitter *self, size_t at)
{
	const DdTokens *tokens = self->tokens;
	DdNameMatch match;
	if (!dd_token_is_cap(tokens, at) ||
		!dd_name_match(self->context->directory, self->context->local, tokens, at,
			tokens->n, self->context->arena, &match))
		return 0;
	size_t end = at + match.len;
	if (end >= tokens->n)
		return match.len;
	const DdToken *next = &tokens->items[end];
	bool closed = (next->flags & (DD_TOKEN_LINE | DD_TOKEN_CAP)) || next->kind != DD_TOKEN_WORD;
	return closed ? match.len : 0;
}

static void
enter(Splitter *self, uint32_t column, size_t at, size_t name_len)
{
	self->now = column;
	self->starts[column] = self->tokens->items[at].start;
	self->name_end = at + name_len;
	self->bullets = dd_token_is_sign(self->tokens, at, '-');
}

/* A name begins a cell at the start of a line, or right behind the name in the cell before it. */
static bool
enter_name(Splitter *self, size_t at)
{
	const DdToken *token = &self->tokens->items[at];
	uint32_t column = column_ahead(self, true);
	bool line = token->flags & DD_TOKEN_LINE,
	     bullet = line && dd_token_is_sign(self->tokens, at, '-');
	if (column == 0 || is_open_before(self->tokens, at) || (bullet && self->bullets))
		return false;
	bool work = !is_name_label(self->labels[self->now]);
	if (!line && (work || at != self->name_end)) {
		/* "Tập huấn Sở Nội vụ Quý I": kept in mind for a row whose cells all stand on one line */
		const DdToken *before = at > 0 ? &self->tokens->items[at - 1] : token;
		if (work && self->inline_name == 0 && dd_token_is_cap(self->tokens, at) &&
			before->kind == DD_TOKEN_WORD && !(before->flags & DD_TOKEN_CAP) &&
			match_cell_name(self, at) > 0)
			self->inline_name = at;
		return false;
	}
	size_t len = match_cell_name(self, bullet ? at + 1 : at);
	if (len == 0)
		return false;
	enter(self, column, at, bullet ? len + 1 : len);
	return true;
}

/* A row on one line: its first name behind the work leads, the next one helps. */
static void
place_inline_names(Splitter *self)
{
	size_t at = self->inline_name;
	while (at > 0) {
		uint32_t column = column_ahead(self, true);
		size_t len = column > 0 ? match_cell_name(self, at) : 0;
		if (len == 0)
			return;
		enter(self, column, at, len);
		at = dd_token_is_cap(self->tokens, at + len) ? at + len : 0;
	}
}

static bool
enter_time(Splitter *self, size_t at)
{
	const DdToken *token = &self->tokens->items[at];
	bool line = token->flags & DD_TOKEN_LINE, cap = token->flags & DD_TOKEN_CAP;
	uint32_t column = column_ahead(self, false);
	if (column == 0 || !dd_session_is_time_word(self->grammar, self->tokens, at) ||
		is_open_before(self->tokens, at))
		return false;
	if (!cap && token->kind != DD_TOKEN_NUMBER)
		return false;
	/* inside the work's own line a figure is a figure */
	bool work = self->labels[self->now] == DD_LABEL_CONTENT;
	if (work && !line && !cap)
		return false;
	if (work && self->inline_name > 0 && column_ahead(self, true) < column)
		place_inline_names(self);
	column = column_ahead(self, false);
	if (column > 0)
		enter(self, column, at, 0);
	return column > 0;
}

/* What stands behind a time, on a line of its own or in words of a place */
static bool
enter_rest(Splitter *self, size_t at)
{
	const DdToken *token = &self->tokens->items[at];
	uint32_t next = self->now + 1;
	if (!dd_token_is_cap(self->tokens, at) ||
		dd_session_is_time_word(self->grammar, self->tokens, at))
		return false;
	bool place = dd_session_is_place_word(self->grammar, self->tokens, at);
	for (uint32_t i = next; i < self->columns && place; i++) {
		if (self->labels[i] == DD_LABEL_PLACE) {
			enter(self, i, at, 0);
			return true;
		}
	}
	if (next >= self->columns || !is_time_label(self->labels[self->now]) ||
		!(token->flags & DD_TOKEN_LINE) || is_open_before(self->tokens, at))
		return false;
	enter(self, next, at, 0);
	return true;
}

void
dd_grid_split_words(const DdTableGrammar *self, DdContext *context, DdGrid *grid,
	const uint8_t *labels, uint32_t columns, uint32_t start, uint32_t end)
{
	dd_context_scan(context, start, end);
	Splitter splitter = {.grammar = self,
		.context = context,
		.labels = labels,
		.columns = columns,
		.tokens = &context->scratch,
		.now = 1};
	if (context->scratch.n > 0 && dd_session_is_time_word(self, &context->scratch, 0) &&
		is_time_label(labels[1]))
		splitter.starts[1] = start;
	for (size_t i = 1; i < context->scratch.n; i++) {
		const DdToken *token = &context->scratch.items[i];
		if (!(token->flags & (DD_TOKEN_CAP | DD_TOKEN_LINE)) && token->kind != DD_TOKEN_NUMBER)
			continue;
		if (!enter_time(&splitter, i) && !enter_name(&splitter, i))
			(void)enter_rest(&splitter, i);
	}
	if (splitter.inline_name > 0 && splitter.now == 1)
		place_inline_names(&splitter);
	splitter.starts[1] = start;
	for (uint32_t i = 1; i < columns; i++) {
		uint32_t to = end;
		for (uint32_t k = columns; k-- > i + 1;)
			to = splitter.starts[k] != 0 ? splitter.starts[k] : to;
		uint32_t from = splitter.starts[i] != 0 ? splitter.starts[i] : to;
		dd_grid_add_cell(grid, context, from, MAX(from, to));
	}
}
