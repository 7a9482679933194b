/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "field.h"

#include <string.h>

#define SENTENCE_REACH 24u /* tokens of a sentence behind names that are looked at for a time */

/* Labels that may stand inside a paragraph; the others there are words of a sentence. */
static bool
is_inner_label(DdLabel label)
{
	return label == DD_LABEL_LEAD || label == DD_LABEL_COORDINATE ||
	       label == DD_LABEL_DIRECTOR || label == DD_LABEL_MONITOR || label == DD_LABEL_TIME ||
	       label == DD_LABEL_PRODUCT || label == DD_LABEL_FUNDING;
}

/* "…; b) Cơ quan phối hợp: …": is a letter's mark inside a line what ends before token @i? */
static bool
ends_mark(const DdTokens *tokens, size_t i)
{
	return i >= 3 && dd_token_is_sign(tokens, i - 1, ')') &&
	       tokens->items[i - 2].kind == DD_TOKEN_WORD && tokens->items[i - 2].len <= 2 &&
	       (dd_token_is_sign(tokens, i - 3, ';') || dd_token_is_sign(tokens, i - 3, '.'));
}

/* Behind what a label may begin inside a paragraph */
static bool
opens_clause(const DdTokens *tokens, size_t i)
{
	if ((tokens->items[i].flags & DD_TOKEN_LINE) || ends_mark(tokens, i))
		return true;
	const DdToken *before = &tokens->items[i - 1];
	if (before->kind != DD_TOKEN_SIGN)
		return false;
	switch (before->value) {
	case ';':
	case '.':
	case ',':
	case '(':
	case '[':
	case '-':
		return true;
	default:
		return false;
	}
}

/* Returns: the last colon behind token @from, @from when there is none; no label begins behind it */
static size_t
last_colon(const DdTokens *tokens, size_t from)
{
	if (from >= tokens->n)
		return from;
	const char *start = tokens->text + tokens->items[from].start,
		   *end = tokens->text + dd_token_end(tokens, tokens->n - 1);
	if (memchr(start, ':', (size_t)(end - start)) == NULL) /* as in most sentences */
		return from;
	size_t last = tokens->n;
	while (last > from && !dd_token_is_sign(tokens, last, ':'))
		last--;
	return last;
}

size_t
dd_field_find(const DdTaskTools *tools, const DdContext *context, size_t from, size_t to,
	DdLabel *label_out, size_t *len_out)
{
	const DdTokens *tokens = &context->scratch;
	size_t last = last_colon(tokens, from);
	for (size_t i = from; i < to && i < last; i++) {
		if (i > from && !opens_clause(tokens, i))
			continue;
		DdLabel label = dd_label_match(tools->labels, tokens, i, len_out);
		if (label != DD_LABEL_NONE && (i == from || is_inner_label(label))) {
			*label_out = label;
			return i;
		}
	}
	return to;
}

/* Text offsets of the tokens [@from, @to) without the sign that ends a field. */
static bool
trim(const DdTokens *tokens, size_t *from, size_t *to)
{
	while (*to > *from && tokens->items[*to - 1].kind == DD_TOKEN_SIGN &&
		(tokens->items[*to - 1].value == ';' || tokens->items[*to - 1].value == '.' ||
			tokens->items[*to - 1].value == ',' ||
			tokens->items[*to - 1].value == '(' || tokens->items[*to - 1].value == '[' ||
			tokens->items[*to - 1].value == '-' || tokens->items[*to - 1].value == '/'))
		(*to)--;
	return *to > *from;
}

/* A bracket that was opened before the field closes behind it, and so does the mark of the field behind. */
static void
drop_closing(const DdTokens *tokens, size_t from, size_t *to)
{
	int open = 0;
	if (*to >= from + 3 && ends_mark(tokens, *to))
		*to -= 2;
	for (size_t i = from; i < *to; i++) {
		open += dd_token_is_sign(tokens, i, '(') || dd_token_is_sign(tokens, i, '[');
		open -= dd_token_is_sign(tokens, i, ')') || dd_token_is_sign(tokens, i, ']');
		if (open < 0) {
			*to = i;
			return;
		}
	}
}

/* Returns: the ';' or the bracket behind token @at, @to when there is none */
static size_t
end_of_part(const DdTokens *tokens, size_t at, size_t to)
{
	while (at < to && !dd_token_is_sign(tokens, at, ';') && !dd_token_is_sign(tokens, at, ')'))
		at++;
	return at;
}

/* "Phối hợp: Tổ Văn phòng. Hoàn thành trước ngày …", "…; xong trong tháng 10": names end where a part begins that tells when. */
static size_t
end_of_names(DdContext *context, size_t from, size_t to)
{
	const DdTokens *tokens = &context->scratch;
	for (size_t i = from + 1; i + 2 < to; i++) {
		DdNameMatch match;
		DdTime time;
		size_t at = 0, len = 0;
		bool part = dd_token_is_sign(tokens, i, ';');
		bool ends = dd_token_is_sign(tokens, i, '.') && dd_token_is_cap(tokens, i + 1) &&
			    (tokens->items[i + 1].flags & (DD_TOKEN_SPACE | DD_TOKEN_LINE)) ==
				    DD_TOKEN_SPACE &&
			    tokens->items[i - 1].kind == DD_TOKEN_WORD &&
			    !(tokens->items[i - 1].flags & DD_TOKEN_UPPER);
		size_t end = part ? end_of_part(tokens, i + 1, to) : MIN(to, i + SENTENCE_REACH);
		if ((!ends && !part) || dd_name_match(context->directory, context->local, tokens,
						i + 1, end, context->arena, &match))
			continue;
		if (part ? dd_context_says_when(context, i + 1, end)
			 : dd_time_find(context->times, tokens, i + 1, end,
				   context->reading->document.year, context->arena, &time, &at, &len))
			return i;
	}
	return to;
}

static void
read_name_field(DdContext *context, size_t from, size_t to, DdFieldList *list)
{
	DdFieldList found = {0};
	to = end_of_names(context, from, to);
	dd_names_parse(context->directory, context->local, &context->scratch, from, to,
		context->arena, &found);
	dd_names_append(context->arena, &found, list);
}

/* "Đầu mối: Trung tâm …" and "Người phụ trách: Ông …": where an office does the work, the person answers for it */
static bool
is_above_lead(DdContext *context, size_t from, size_t to, const DdTask *task)
{
	DdNameMatch match;
	return task->lead.n > 0 && strcmp(task->lead.items[0].rule, DD_RULE_PERSON) != 0 &&
	       task->director.n == 0 &&
	       dd_name_match(context->directory, context->local, &context->scratch, from, to,
		       context->arena, &match) &&
	       strcmp(match.rule, DD_RULE_PERSON) == 0;
}

static void
read_lead_field(const DdTaskTools *tools, DdContext *context, size_t from, size_t to, DdTask *task)
{
	if (is_above_lead(context, from, to, task)) {
		read_name_field(context, from, to, &task->director);
		return;
	}
	size_t end = to, helpers_end = to;
	size_t helpers = dd_assign_split(
		tools->assigns, &context->scratch, from, to, &end, &helpers_end);
	size_t lead_end = end;
	if (trim(&context->scratch, &from, &lead_end))
		read_name_field(context, from, lead_end, &task->lead);
	if (helpers < to)
		read_name_field(context, helpers, helpers_end, &task->coordinate);
}

/* "Hình thức: Nghị quyết của HĐND tỉnh": a programme of work tells which paper comes of a task */
static bool
names_paper(const DdTokens *tokens, size_t from, size_t to)
{
	static const char *const papers[][2] = {{"Nghị", "quyết"}, {"Quyết", "định"},
		{"Kế", "hoạch"}, {"Báo", "cáo"}, {"Tờ", "trình"}, {"Chương", "trình"}, {"Đề", "án"},
		{"Chỉ", "thị"}, {"Thông", "báo"}, {"Nghị", "định"}, {"Thông", "tư"},
		{"Công", "văn"}, {"Kết", "luận"}, {"Hướng", "dẫn"}, {"Văn", "bản"}};
	for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
		if (from + 1 < to && dd_token_is_text(tokens, from, papers[i][0]) &&
			dd_token_is_text(tokens, from + 1, papers[i][1]))
			return true;
	return false;
}

static void
read_value(const DdTaskTools *tools, DdContext *context, DdLabel label, size_t from, size_t to,
	DdTask *task)
{
	const DdTokens *tokens = &context->scratch;
	size_t colon = from - 1;
	drop_closing(tokens, from, &to);
	if (!trim(tokens, &from, &to)) {
		if (label == DD_LABEL_TIME) {
			dd_context_remark(context, tokens->items[colon].start,
				dd_token_end(tokens, colon), "time-missing",
				"the field for the time is left blank", "ô thời gian để trống");
			/* a place without a value: the work has a field for its time, and takes none from its heading */
			task->time_raw.span = dd_span(
				tokens->items[colon].start, dd_token_end(tokens, colon));
		}
		return;
	}
	DdField field = {.value = NULL};
	if (label == DD_LABEL_TIME || label == DD_LABEL_PRODUCT || label == DD_LABEL_SOLUTION ||
		label == DD_LABEL_FUNDING || label == DD_LABEL_CONTENT)
		field = dd_context_field(context, tokens->items[from].start,
			dd_token_end(tokens, to - 1), 95, "label");
	switch (label) {
	case DD_LABEL_LEAD:
		read_lead_field(tools, context, from, to, task);
		break;
	case DD_LABEL_COORDINATE:
		read_name_field(context, from, to, &task->coordinate);
		break;
	case DD_LABEL_DIRECTOR:
		read_name_field(context, from, to, &task->director);
		break;
	case DD_LABEL_MONITOR:
		read_name_field(context, from, to, &task->monitor);
		break;
	case DD_LABEL_TIME:
		task->time_raw = field;
		dd_time_parse(context->times, tokens, from, to, context->reading->document.year,
			context->arena, &task->time);
		break;
	case DD_LABEL_PRODUCT:
		task->product = field;
		break;
	case DD_LABEL_SOLUTION:
		task->solution = dd_arena_memdup(context->arena, &field, sizeof(field));
		break;
	case DD_LABEL_FUNDING:
		task->funding = dd_arena_memdup(context->arena, &field, sizeof(field));
		break;
	case DD_LABEL_CONTENT:
		if (task->text.value == NULL || task->text.rule == NULL ||
			strcmp(task->text.rule, "label") != 0)
			task->text = field;
		break;
	case DD_LABEL_OTHER:
		if (task->product.value == NULL && names_paper(tokens, from, to))
			task->product = dd_context_field(context, tokens->items[from].start,
				dd_token_end(tokens, to - 1), 90, "label");
		break;
	case DD_LABEL_NONE:
	case DD_LABEL_PLACE:
	case DD_LABEL_PEOPLE:
	case DD_LABEL_NOTE:
	case DD_LABEL_NUMBER:
	case DD_LABEL_AGENCY:
	case DD_LABEL_DAY:
	case DD_LABEL_TARGET:
		break;
	}
}

DdLabel
dd_field_read(const DdTaskTools *tools, DdContext *context, size_t from, size_t to, DdTask *task)
{
	DdLabel label = DD_LABEL_NONE, last = DD_LABEL_NONE;
	size_t len = 0;
	size_t at = dd_field_find(tools, context, from, to, &label, &len);
	while (at < to) {
		DdLabel next_label = DD_LABEL_NONE;
		size_t next_len = 0;
		size_t next = to;
		/* a solution, a product or the work itself may hold words that look like labels only at their very start */
		if (at + len < to) {
			next = dd_field_find(tools, context, at + len, to, &next_label, &next_len);
			if (next == at + len) /* "Thời gian: Hoàn thành: …" is one label */
				next = dd_field_find(tools, context, at + len + next_len, to,
					&next_label, &next_len);
		}
		read_value(tools, context, label, at + len, next, task);
		last = label;
		at = next;
		label = next_label;
		len = next_len;
	}
	return last;
}

void
dd_field_extend(DdContext *context, DdLabel label, uint32_t start, uint32_t end, DdTask *task)
{
	static const DdField none = {0};
	DdField **rare = label == DD_LABEL_SOLUTION  ? &task->solution
			 : label == DD_LABEL_FUNDING ? &task->funding
						     : NULL;
	DdField *field = label == DD_LABEL_PRODUCT   ? &task->product
			 : label == DD_LABEL_CONTENT ? &task->text
						     : NULL;
	if (rare != NULL && *rare == NULL)
		*rare = dd_arena_memdup(context->arena, &none, sizeof(none));
	if (rare != NULL)
		field = *rare;
	if (field == NULL)
		return;
	if (field->value != NULL)
		start = field->span.start;
	*field = dd_context_field(context, start, end, 90, "label");
}
