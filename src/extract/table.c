/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.c: finds the tables of a document and hands each to the reader of its rows */
#include "table.h"

#include <string.h>

#include "seek.h"
#include "session.h"
#include "table-roles.h"

#define ID_MAX 399u /* bytes */
#define EFFORT_LINES                                                                               \
	20000u /* lines looked at in vain before no more tables are looked for, besides the text's length */

static const DdPhrase traits[] = {
	{"bắt đầu", DD_COLUMN_BEGINS},
	{"kết thúc", DD_COLUMN_ENDS},
	{"số buổi", DD_COLUMN_COUNT},
	{"số cuộc", DD_COLUMN_COUNT},
	{"số lượng buổi", DD_COLUMN_COUNT},
	{"họ và tên", DD_COLUMN_PERSON},
	{"họ tên", DD_COLUMN_PERSON},
	{"họ, tên", DD_COLUMN_PERSON},
	{"chức vụ", DD_COLUMN_PERSON},
	{"chức danh", DD_COLUMN_PERSON},
	{"đơn vị tính", DD_COLUMN_FIGURE},
	{"đvt", DD_COLUMN_FIGURE},
	{"đơn giá", DD_COLUMN_FIGURE},
	{"thành tiền", DD_COLUMN_FIGURE},
	{"số tiền", DD_COLUMN_FIGURE},
	{"số lượng", DD_COLUMN_FIGURE},
	{"tỷ lệ", DD_COLUMN_FIGURE},
	{"được kiểm tra", DD_COLUMN_VISIT},
	{"được giám sát", DD_COLUMN_VISIT},
	{"được thanh tra", DD_COLUMN_VISIT},
	{"được khảo sát", DD_COLUMN_VISIT},
	{"kiểm tra", DD_COLUMN_VISIT},
	{"giám sát", DD_COLUMN_VISIT},
	{"thanh tra", DD_COLUMN_VISIT},
	{"khảo sát", DD_COLUMN_VISIT},
	{"làm việc", DD_COLUMN_VISIT},
};

static const DdPhrase visits[] = {
	{"làm việc", 0},
	{"kiểm tra", 0},
	{"giám sát", 0},
	{"thanh tra", 0},
	{"khảo sát", 0},
	{"lịch", 0},
	{"phúc tra", 0},
	{"thẩm định", 0},
};

static const DdPhrase sames[] = {
	{"nt", 0},
	{"n.t", 0},
	{"như trên", 0},
	{"như dòng trên", 0},
	{"như mục trên", 0},
};

/* What follows these words in a cell of leads helps only; in brackets they are about the names before them */
enum { SPLIT_HELPERS, SPLIT_LEAD, SPLIT_HELPED, SPLIT_LED };

static const DdPhrase splits[] = {
	{"chủ trì, phối hợp với", SPLIT_HELPERS},
	{"chủ trì, phối hợp cùng", SPLIT_HELPERS},
	{"chủ trì phối hợp với", SPLIT_HELPERS},
	{"chủ trì; phối hợp với", SPLIT_HELPERS},
	{"chủ trì và phối hợp với", SPLIT_HELPERS},
	{"phối hợp với", SPLIT_HELPERS},
	{"phối hợp cùng", SPLIT_HELPERS},
	{"phối hợp:", SPLIT_HELPERS},
	{"đơn vị phối hợp:", SPLIT_HELPERS},
	{"cơ quan phối hợp:", SPLIT_HELPERS},
	{"chủ trì:", SPLIT_LEAD},
	{"đơn vị chủ trì:", SPLIT_LEAD},
	{"cơ quan chủ trì:", SPLIT_LEAD},
	{"chủ trì", SPLIT_LEAD},
	{"(phối hợp)", SPLIT_HELPED},
	{"(đơn vị phối hợp)", SPLIT_HELPED},
	{"(cơ quan phối hợp)", SPLIT_HELPED},
	{"(tham gia)", SPLIT_HELPED},
	{"(chủ trì)", SPLIT_LED},
	{"(đơn vị chủ trì)", SPLIT_LED},
	{"(cơ quan chủ trì)", SPLIT_LED},
};

static const DdPhrase numbers[] = {
	{"tt", 0},
	{"stt", 0},
	{"số tt", 0},
	{"số thứ tự", 0},
	{"t.t", 0},
	{"s.t.t", 0},
};

/* Under these heads a day alone is the last one: "15/12/2026" under "Thời hạn", but not under "Thời gian tổ chức" */
static const DdPhrase dues[] = {
	{"hạn", 0},
	{"hoàn thành", 0},
	{"kết thúc", 0},
	{"tiến độ", 0},
	{"xong", 0},
	{"trình", 0},
	{"ban hành", 0},
	{"báo cáo", 0},
	{"gửi", 0},
	{"nộp", 0},
};

static const DdPhrase rests[] = {
	{"nghỉ tết", 0},
	{"nghỉ lễ", 0},
	{"nghỉ hè", 0},
	{"nghỉ đông", 0},
	{"nghỉ bù", 0},
	{"nghỉ giữa kỳ", 0},
	{"nghỉ giữa học kỳ", 0},
	{"nghỉ giỗ tổ", 0},
	{"nghỉ quốc khánh", 0},
};

DdTableGrammar *
dd_table_grammar_new(DdLexicon *lexicon, const DdLabelGrammar *labels)
{
	DdTableGrammar *self = g_new0(DdTableGrammar, 1);
	size_t n_clocks = 0;
	const DdPhrase *clocks = dd_session_words(&n_clocks);
	self->labels = labels;
	self->traits = dd_phrases_new(lexicon, traits, G_N_ELEMENTS(traits));
	self->visits = dd_phrases_new(lexicon, visits, G_N_ELEMENTS(visits));
	self->same = dd_phrases_new(lexicon, sames, G_N_ELEMENTS(sames));
	self->numbers = dd_phrases_new(lexicon, numbers, G_N_ELEMENTS(numbers));
	self->splits = dd_phrases_new(lexicon, splits, G_N_ELEMENTS(splits));
	self->dues = dd_phrases_new(lexicon, dues, G_N_ELEMENTS(dues));
	self->rests = dd_phrases_new(lexicon, rests, G_N_ELEMENTS(rests));
	self->figure_heads = dd_phrases_new(lexicon, dd_table_figure_heads, dd_table_n_figure_heads);
	self->legend_heads = dd_phrases_new(lexicon, dd_table_legend_heads, dd_table_n_legend_heads);
	self->clocks = dd_phrases_new(lexicon, clocks, n_clocks);
	return self;
}

void
dd_table_grammar_free(DdTableGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->traits);
	dd_phrases_free(self->visits);
	dd_phrases_free(self->same);
	dd_phrases_free(self->numbers);
	dd_phrases_free(self->splits);
	dd_phrases_free(self->dues);
	dd_phrases_free(self->rests);
	dd_phrases_free(self->figure_heads);
	dd_phrases_free(self->legend_heads);
	dd_phrases_free(self->clocks);
	g_free(self);
}

/* What the letters of a line allow it to begin */
enum { MAY_RULE = 1, MAY_TAB = 2, MAY_STACK = 4, MAY_ALIGN = 8, MAY_FLAT = 16 };

/* Do two blanks stand together? Nearly no line has them and all are asked: without a way out many bytes go at a time. */
static bool
has_gap(const char *text, size_t len)
{
	unsigned char found = 0;
	for (size_t i = 1; i < len; i++)
		found |= (unsigned char)(text[i - 1] == ' ') & (unsigned char)(text[i] == ' ');
	return found != 0;
}

static bool
has_box(const char *at, const char *stop)
{
	for (; (at = memchr(at, 0xE2, (size_t)(stop - at))) != NULL; at++)
		if (at + 1 < stop && ((unsigned char)at[1] == 0x94 || (unsigned char)at[1] == 0x95))
			return true;
	return false;
}

/* What is looked for in each line and stands in few */
typedef struct {
	DdSeek bars, boxes,
		tabs; /* @boxes: what begins the signs that boxes are drawn with, and others */
} Seeks;

/* One look at the bytes of line @i: most lines begin no table, and are told so cheaply. */
static unsigned
look_at_line(const DdContext *context, Seeks *seeks, uint32_t i)
{
	const DdLine *line = &context->lines[i];
	uint32_t end, start = dd_text_get_line(context->text, i, &end);
	const char *at = context->chars + line->start, *stop = context->chars + line->end;
	unsigned may = start < end && context->chars[start] == '\t' ? MAY_STACK : 0;
	if (line->end - line->start > 4000)
		stop = at + 4000;
	size_t len = (size_t)(stop - at);
	if (*at == '+' || (unsigned char)*at == 0xE2 || (len >= 3 && memcmp(at, "---", 3) == 0) ||
		dd_seek_in(&seeks->bars, line->start, line->start + len))
		may |= MAY_RULE;
	if (dd_seek_in(&seeks->boxes, line->start, line->start + len) && has_box(at, stop))
		may |= MAY_RULE;
	if (dd_seek_in(&seeks->tabs, line->start, line->start + len))
		may |= MAY_TAB;
	if (strchr("TtSs", *at) != NULL || (strchr("NCHV", *at) != NULL && len <= DD_BARE_HEAD_BYTES))
		may |= MAY_FLAT;
	if (has_gap(at, len))
		may |= MAY_ALIGN;
	return may;
}

typedef bool (*ReadForm)(const DdTableGrammar *self, DdContext *context, uint32_t i, DdGrid *grid);

/*
 * Reads the table that begins at line @i into @grid; lines looked at in vain are added to @effort. A text that is full of
 * heads without tables costs no more than twice its length.
 * Returns: FALSE when no table begins there
 */
static bool
read_grid(const DdTableGrammar *self, DdContext *context, Seeks *seeks, uint32_t i, DdGrid *grid,
	uint32_t *effort)
{
	static const struct {
		unsigned may;
		ReadForm read;
	} forms[] = {
		{MAY_FLAT, dd_grid_read_barred},
		{MAY_RULE, dd_grid_read_ruled},
		{MAY_TAB, dd_grid_read_tabbed},
		{MAY_STACK, dd_grid_read_stacked},
		{MAY_ALIGN, dd_grid_read_aligned},
		{MAY_FLAT, dd_grid_read_flat},
	};
	unsigned may = look_at_line(context, seeks, i);
	if (*effort > EFFORT_LINES + context->n_lines)
		return false;
	for (size_t k = 0; k < G_N_ELEMENTS(forms) && may != 0; k++) {
		if (!(may & forms[k].may))
			continue;
		dd_grid_init(grid);
		if (forms[k].read(self, context, i, grid))
			return true;
		*effort += grid->looked;
		dd_grid_clear(grid);
	}
	return false;
}

/* Puts the appendix' name before the ids of what the table gave, from task @task and heading @heading on. */
static void
prefix_annex(DdContext *context, const char *annex, guint task, guint heading)
{
	for (guint i = task; i < context->tasks->len; i++) {
		DdTask *item = &g_array_index(context->tasks, DdTask, i);
		item->id = dd_row_join_id(context->arena, annex, item->id, ID_MAX);
		if (item->heading == NULL) {
			item->heading = annex;
			continue;
		}
		item->heading = dd_row_join_id(context->arena, annex, item->heading, ID_MAX);
	}
	for (guint i = heading; i < context->headings->len; i++) {
		DdHeading *item = &g_array_index(context->headings, DdHeading, i);
		item->id = dd_row_join_id(context->arena, annex, item->id, ID_MAX);
	}
}

/* "Theo văn bản": what the cells of the column name is not what the row carries out */
static bool
is_by(const DdContext *context, const DdGrid *grid, uint32_t column)
{
	static const char by[] = "Theo ";
	for (uint32_t row = 0; row < grid->body && row < grid->rows->len; row++) {
		if (column >= g_array_index(grid->rows, DdRow, row).n)
			continue;
		DdGridCell cell = dd_grid_cell(grid, row, column);
		if (cell.end - cell.start > strlen(by) &&
			strncmp(context->chars + cell.start, by, strlen(by)) == 0)
			return true;
	}
	return false;
}

/* Keeps the cells for what is looked for in all of the text: citations, quotation marks. */
static void
keep_cells(DdContext *context, const DdGrid *grid, bool tasks)
{
	bool by[DD_MAX_COLUMNS] = {false};
	for (uint32_t i = 0; tasks && i < grid->n_columns; i++)
		by[i] = is_by(context, grid, i);
	for (uint32_t row = 0; row < grid->rows->len; row++) {
		uint32_t n = g_array_index(grid->rows, DdRow, row).n;
		for (uint32_t i = 0; i < n; i++) {
			for (DdGridCell cell = dd_grid_cell(grid, row, i); cell.start < cell.end;
				cell = g_array_index(grid->cells, DdGridCell, cell.next)) {
				DdCell kept = {.start = cell.start,
					.end = cell.end,
					.in_task = tasks && row >= grid->body &&
						   !(i < grid->n_columns && by[i]),
					.more = cell.next != 0};
				if (context->cells->len < DD_MAX_PARAGRAPHS)
					g_array_append_val(context->cells, kept);
				if (cell.next == 0)
					break;
			}
		}
	}
}

static void
read_table(const DdTableGrammar *self, DdContext *context, DdGrid *grid)
{
	guint task = context->tasks->len, heading = context->headings->len;
	DdTableKind kind = dd_table_judge(self, context, grid);
	if (kind == DD_TABLE_TASKS)
		dd_table_read_tasks(self, context, grid);
	else if (kind == DD_TABLE_SESSIONS)
		dd_session_read(self, context, grid);
	else if (kind == DD_TABLE_TARGETS)
		dd_table_read_targets(self, context, grid);
	else
		dd_table_learn_legend(self, context, grid);
	keep_cells(context, grid, kind == DD_TABLE_TASKS);
	const char *annex = dd_context_annex_at(context, grid->line);
	if (annex != NULL)
		prefix_annex(context, annex, task, heading);
	for (uint32_t i = grid->line; i < grid->line_end && i < context->n_lines; i++)
		if (context->lines[i].zone != DD_ZONE_NOISE)
			context->lines[i].zone = DD_ZONE_TABLE;
}

void
dd_table_read(const DdTableGrammar *self, DdContext *context)
{
	uint32_t effort = 0;
	const char *text = context->chars;
	Seeks seeks = {.bars = dd_seek_new(text, context->len, '|'),
		.boxes = dd_seek_new(text, context->len, '\xE2'),
		.tabs = dd_seek_new(text, context->len, '\t')};
	for (uint32_t i = 0; i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		DdGrid grid;
		if (line->blank || line->zone == DD_ZONE_NOISE || !dd_grid_takes_line(context, i))
			continue;
		if (!read_grid(self, context, &seeks, i, &grid, &effort))
			continue;
		read_table(self, context, &grid);
		i = MAX(grid.line_end, i + 1) - 1;
		dd_grid_clear(&grid);
	}
}

/* Reads the names among the tokens [@from, @to), less the signs at both ends, into @list. */
static void
read_names(DdContext *context, size_t from, size_t to, const DdField *raw, DdFieldList *list)
{
	const DdTokens *tokens = &context->scratch;
	DdFieldList names = {NULL, 0};
	while (to > from && tokens->items[to - 1].kind == DD_TOKEN_SIGN &&
		tokens->items[to - 1].value != ')')
		to--;
	if (from < to)
		dd_names_parse(context->directory, context->local, tokens, from, to, context->arena,
			&names);
	for (size_t k = 0; k < names.n && raw->rule != dd_table_rule_cell; k++)
		names.items[k].span = raw->span;
	dd_names_append(context->arena, &names, list);
}

/* Parts the raw cells of @list into names; words in a cell tell who only helps: those go into @helpers where it is given. */
static void
part_names(const DdTableGrammar *self, DdContext *context, DdFieldList *list, DdFieldList *helpers)
{
	DdFieldList all = {NULL, 0}, helping = {NULL, 0};
	if (list->n == 0 || (list->items[0].rule != dd_table_rule_cell &&
				    list->items[0].rule != dd_table_rule_cell_joined))
		return;
	for (size_t i = 0; i < list->n; i++) {
		const DdField *raw = &list->items[i];
		if (raw->rule == dd_table_rule_cell)
			dd_context_scan(context, raw->span.start, raw->span.end);
		else
			dd_context_scan_string(context, raw->value);
		size_t from = 0, at = 0, len = 0, n = context->scratch.n;
		DdFieldList *to = &all;
		while (helpers != NULL && from < n) {
			int split = dd_phrases_search(
				self->splits, &context->scratch, from, n, &at, &len);
			if (split < 0)
				break;
			bool behind = split == SPLIT_HELPED || split == SPLIT_LED;
			if (behind)
				to = split == SPLIT_HELPED ? &helping : &all;
			read_names(context, from, at, raw, to);
			to = split == SPLIT_HELPERS ? &helping : &all;
			from = at + len;
		}
		read_names(context, from, n, raw, to);
	}
	*list = all;
	if (helpers != NULL)
		dd_names_append(context->arena, &helping, helpers);
}

/* Where in the outline the tables are, as they are walked in order */
typedef struct {
	DdContext *context;
	guint next;            /* paragraph to look at */
	const DdPara *section; /* the last numbered one before */
} Place;

/* Returns: id of the section that the table at text offset @at stands in, NULL when there is none */
static const char *
section_at(Place *place, uint32_t at, const char *annex)
{
	DdContext *context = place->context;
	for (; place->next < context->paras->len; place->next++) {
		const DdPara *para = &g_array_index(context->paras, DdPara, place->next);
		if (para->start > at)
			break;
		if (para->id != NULL && para->mark != DD_MARK_NONE && para->mark < DD_MARK_DASH)
			place->section = para;
	}
	if (place->section == NULL)
		return NULL;
	/* the body's last section is not above an appendix' table */
	if (dd_context_annex_at(context, place->section->line) != annex)
		return NULL;
	return place->section->id;
}

/* Returns: @id with the section in place of the appendix' name, or before it */
static const char *
move_id(DdContext *context, const char *id, const char *annex, const char *section)
{
	size_t skip = annex != NULL && g_str_has_prefix(id, annex) ? strlen(annex) : 0;
	skip += skip > 0 && id[skip] == '.';
	if (id[skip] == '\0')
		return section;
	return dd_row_join_id(context->arena, section, id + skip, ID_MAX);
}

void
dd_table_finish(const DdTableGrammar *self, DdContext *context)
{
	Place place = {.context = context};
	for (guint i = 0; i < context->tasks->len; i++) {
		DdTask *task = &g_array_index(context->tasks, DdTask, i);
		if (task->rule != dd_table_rule_row)
			continue;
		part_names(self, context, &task->coordinate, NULL);
		part_names(self, context, &task->lead, &task->coordinate);
		part_names(self, context, &task->director, NULL);
		part_names(self, context, &task->monitor, NULL);
		const char *annex = dd_context_annex_at(
			context, dd_text_find_line(context->text, task->span.start));
		const char *section = section_at(&place, task->span.start, annex);
		if (section == NULL)
			continue;
		task->id = move_id(context, task->id, annex, section);
		task->heading = task->heading == NULL
					? section
					: move_id(context, task->heading, annex, section);
	}
	place = (Place){.context = context};
	for (guint i = 0; i < context->headings->len; i++) {
		DdHeading *heading = &g_array_index(context->headings, DdHeading, i);
		if (heading->rule != dd_table_rule_group)
			continue;
		const char *annex = dd_context_annex_at(
			context, dd_text_find_line(context->text, heading->span.start));
		const char *section = section_at(&place, heading->span.start, annex);
		if (section != NULL)
			heading->id = move_id(context, heading->id, annex, section);
	}
}
