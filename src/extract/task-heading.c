/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-heading.c: headings, and what they give to the items under them: leads, helpers, times, products */
#include "task-heading.h"

#include "field.h"
#include "mark.h"
#include "maxima.h"

#define HEADING_NOTE_TOKENS 16u /* the same, with a note in brackets behind the time */

void
dd_task_add_heading(DdTasker *self, const DdPara *para)
{
	DdContext *context = self->context;
	if (context->headings->len >= DD_MAX_ITEMS)
		return;
	DdHeading heading = {
		.span = dd_span(para->start, para->end),
		.id = para->id,
		.text = dd_context_fold(context, para->body, para->end),
		.confidence = 90,
		.rule = "outline",
	};
	g_array_append_val(context->headings, heading);
}

/* Reads whose duty a heading says it is ("TRÁCH NHIỆM CỦA SỞ Y TẾ", "Chỉ đạo các Hạt Kiểm lâm:"), when it says nothing else. Returns: FALSE when it does not */
static bool
read_owner(DdTasker *self, size_t first, DdAssign *assign)
{
	DdContext *context = self->context;
	const DdTokens *tokens = &context->scratch;
	DdFieldList names = {0};
	size_t at = dd_assign_skip_address(self->grammar->tools.assigns, tokens, first),
	       end = tokens->n;
	if (dd_token_is_text(tokens, first, "Chỉ") && dd_token_is_text(tokens, first + 1, "đạo"))
		at = first + 2;
	while (end > first && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
		end--;
	if (at == first || at >= end ||
		dd_names_read(context->directory, context->local, tokens, at, end, context->arena,
			&names) != end - at)
		return false;
	assign->lead = names;
	assign->kind = DD_ASSIGN_NAMED;
	return true;
}

/* "3. Văn phòng" over its bullets: every office has one, so that its kind alone names it */
static void
read_bare_office(DdTasker *self, size_t first, DdAssign *assign)
{
	DdContext *context = self->context;
	const DdTokens *tokens = &context->scratch;
	size_t end = tokens->n;
	while (end > first && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
		end--;
	if (end != first + 2 || !dd_token_is_text(tokens, first, "Văn") ||
		!dd_token_is_text(tokens, first + 1, "phòng"))
		return;
	dd_names_parse(context->directory, context->local, tokens, first, end, context->arena,
		&assign->lead);
	assign->kind = DD_ASSIGN_NAMED;
}

/* Reads a heading that is a time and nothing else ("Tháng 4", "Thường xuyên"), scratch from @first on. Returns: FALSE for others */
static bool
read_heading_time(const DdTasker *self, size_t first, DdTime *time)
{
	const DdContext *context = self->context;
	const DdTokens *tokens = &context->scratch;
	size_t end = tokens->n;
	if (end - first > HEADING_NOTE_TOKENS || end <= first)
		return false;
	while (end > first && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
		end--;
	/* "Ngày 17/10/2025 (thứ Sáu)" over what takes place then */
	bool day = dd_token_is_text_nocase(tokens, first, "ngày") ||
		   dd_token_is_text_nocase(tokens, first, "thứ") ||
		   dd_token_is_text_nocase(tokens, first, "chủ");
	for (size_t i = end; day && i-- > first + 1;)
		if (dd_token_is_sign(tokens, i, '('))
			end = i;
	if (end - first > HEADING_TIME_TOKENS)
		return false;
	if (dd_time_may_be_period(context->times, tokens, first, end))
		dd_time_parse(context->times, tokens, first, end, context->reading->document.year,
			context->arena, time);
	if (time->kind == DD_TIME_MONTH || time->kind == DD_TIME_QUARTER ||
		time->kind == DD_TIME_CONTINUOUS || time->kind == DD_TIME_ANNUAL ||
		time->kind == DD_TIME_PERIODIC || time->kind == DD_TIME_RANGE)
		return true;
	if (day && time->kind == DD_TIME_BY_DATE) {
		time->start = time->end;
		return true;
	}
	*time = (DdTime){0};
	return false;
}

/* Tokens of "(từ ngày 20/11 đến ngày 25/11/2025)", at most */
#define BRACKET_TOKENS 24u

/* Reads a time that fills the bracket a heading ends with: "Bước 1: Sơ tuyển (tháng 12/2025)"; years alone belong to names */
static bool
read_bracket_time(const DdTasker *self, size_t first, DdTaskHeading *heading)
{
	DdContext *context = self->context;
	const DdTokens *tokens = &context->scratch;
	size_t end = tokens->n;
	while (end > first && tokens->items[end - 1].kind == DD_TOKEN_SIGN &&
		!dd_token_is_sign(tokens, end - 1, ')'))
		end--;
	size_t at = end > first ? --end : first;
	while (at > first && end - at <= BRACKET_TOKENS && !dd_token_is_sign(tokens, at, '('))
		at--;
	if (at == first || at + 2 >= end || !dd_token_is_sign(tokens, at, '(') ||
		!dd_time_may_be_period(context->times, tokens, at + 1, end))
		return false;
	DdTime time = {0};
	dd_time_parse(context->times, tokens, at + 1, end, context->reading->document.year,
		context->arena, &time);
	bool years = time.start.month == 1 && time.start.day == 1 && time.end.month == 12 &&
		     time.end.day == 31;
	if (time.kind != DD_TIME_MONTH && time.kind != DD_TIME_QUARTER &&
		time.kind != DD_TIME_BY_DATE && (time.kind != DD_TIME_RANGE || years))
		return false;
	heading->time = time;
	heading->time_raw = dd_context_field(context, tokens->items[at + 1].start,
		dd_token_end(tokens, end - 1), 75, "heading-time");
	return true;
}

bool
dd_task_is_time_heading(DdTasker *self, size_t i)
{
	DdTime time = {0};
	return read_heading_time(self, dd_context_scan_para(self->context, i), &time);
}

void
dd_task_read_heading(DdTasker *self, size_t i)
{
	DdContext *context = self->context;
	DdTaskHeading heading = {0};
	DdPara *para = dd_task_para(self, i);
	size_t first = dd_context_scan_para(context, i);
	dd_assign_read(
		self->grammar->tools.assigns, context, first, context->scratch.n, &heading.assign);
	if (heading.assign.lead.n == 0 && !read_owner(self, first, &heading.assign) &&
		para->section == DD_SECTION_ORGANISE && para->above >= 0 &&
		context->scratch.n - first <= HEADING_NAME_TOKENS &&
		dd_token_is_cap(&context->scratch, first)) {
		/* under "Tổ chức thực hiện" a short heading is a name, whatever its build */
		size_t name = dd_assign_skip_address(
			self->grammar->tools.assigns, &context->scratch, first);
		dd_names_parse(context->directory, context->local, &context->scratch, name,
			context->scratch.n, context->arena, &heading.assign.lead);
		heading.assign.kind = DD_ASSIGN_NAMED;
	}
	if (heading.assign.lead.n == 0 && para->section != DD_SECTION_AIMS)
		read_bare_office(self, first, &heading.assign);
	if (heading.assign.kind == DD_ASSIGN_NONE && read_heading_time(self, first, &heading.time))
		heading.time_raw = dd_context_field(context, para->body, para->end, 80, "heading-time");
	if (heading.time.kind == DD_TIME_NONE)
		(void)read_bracket_time(self, first, &heading);
	bool gives = heading.assign.lead.n > 0 || heading.assign.coordinate.n > 0 ||
		     heading.time.kind != DD_TIME_NONE;
	if (gives || self->gives_nothing == 0)
		g_array_append_val(self->headings, heading);
	if (!gives && self->gives_nothing == 0)
		self->gives_nothing = self->headings->len;
	self->facts[i].heading = gives ? self->headings->len : self->gives_nothing;
	para->role = DD_ROLE_HEADING;
	dd_task_add_heading(self, para);
}

const DdTaskHeading *
dd_task_find_heading(const DdTasker *self, const DdPara *para, bool with_time)
{
	for (int32_t above = para->above; above >= 0;
		above = dd_task_para(self, (size_t)above)->above) {
		const DdTaskHeading *heading = dd_task_heading_at(self, above);
		if (heading != NULL &&
			(with_time ? heading->time.kind != DD_TIME_NONE : heading->assign.lead.n > 0))
			return heading;
	}
	return !with_time && para->section == DD_SECTION_NONE && self->request.assign.lead.n > 0
		       ? &self->request
		       : NULL;
}

DdFieldList
dd_task_find_helpers(const DdTasker *self, const DdPara *para, const DdTaskHeading *leads)
{
	for (int32_t above = para->above; above >= 0;
		above = dd_task_para(self, (size_t)above)->above) {
		const DdTaskHeading *heading = dd_task_heading_at(self, above);
		if (heading != NULL && heading->assign.coordinate.n > 0)
			return heading->assign.coordinate;
		if (heading == leads)
			break;
	}
	return (DdFieldList){0};
}

/* What @heading gives holds for all that stands under the paragraph @i */
static void
hand_down(DdTasker *self, size_t i, const DdTaskHeading *heading)
{
	g_array_append_vals(self->headings, heading, 1);
	self->facts[i].heading = self->headings->len;
}

/* Gives the fields of @task to all that stands under the heading @i, with what the heading itself gives */
static void
hand_down_fields(DdTasker *self, size_t i, const DdTask *task)
{
	const DdTaskHeading *own = dd_task_heading_at(self, (int32_t)i);
	DdTaskHeading heading = own != NULL ? *own : (DdTaskHeading){0};
	if (task->lead.n > 0)
		heading.assign.lead = task->lead;
	if (task->coordinate.n > 0)
		heading.assign.coordinate = task->coordinate;
	if (task->time.kind != DD_TIME_NONE) {
		heading.time = task->time;
		heading.time_raw = task->time_raw;
	}
	if (task->product.value != NULL)
		heading.product = task->product;
	hand_down(self, i, &heading);
}

void
dd_task_read_shared(DdTasker *self, size_t i)
{
	DdTaskBlock fields = dd_task_find_block(self, self->facts[i].last_child);
	DdTask task = {0};
	dd_task_read_heading(self, i);
	dd_task_read_fields(self, &fields, &task);
	hand_down_fields(self, i, &task);
}

bool
dd_task_read_led_heading(DdTasker *self, size_t i)
{
	const DdPara *para = dd_task_para(self, i);
	if (para->children == 0 || !self->facts[i].labelled ||
		dd_mark_is_bullet((DdMark)para->mark) || dd_task_ends_with(self, para, ".;"))
		return false;
	DdTask task = {0};
	DdTaskBlock fields = dd_task_find_block(self, i);
	guint remarks = self->context->anomalies->len;
	dd_task_read_fields(self, &fields, &task);
	g_array_set_size(self->context->anomalies, remarks); /* who takes the item for work makes them */
	if (task.lead.n == 0 || task.time_raw.span.end > 0 || task.product.value != NULL ||
		task.text.value != NULL || task.solution != NULL || task.funding != NULL)
		return false;
	dd_task_read_heading(self, i);
	hand_down_fields(self, i, &task);
	return true;
}

bool
dd_task_read_noted_fields(DdTasker *self, size_t i)
{
	DdContext *context = self->context;
	const DdPara *para = dd_task_para(self, i), *next = para + 1;
	if (i + 1 >= context->paras->len || context->chars[para->body] != '(' ||
		!dd_task_is_item(next) || next->above < 0 || (size_t)next->above + 1 != i)
		return false;
	DdTask task = {0};
	dd_context_scan(context, para->body, para->end);
	if (context->scratch.n < 2)
		return false;
	(void)dd_field_read(&self->grammar->tools, context, 1, context->scratch.n, &task);
	if (task.lead.n == 0 && task.time.kind == DD_TIME_NONE)
		return false;
	hand_down_fields(self, (size_t)next->above, &task);
	return true;
}

void
dd_task_read_announcement(DdTasker *self, size_t i)
{
	DdContext *context = self->context;
	const DdAssignGrammar *assigns = self->grammar->tools.assigns;
	const DdPara *para = dd_task_para(self, i), *next = para + 1;
	dd_context_scan(context, para->body, para->end);
	(void)dd_assign_read_request(assigns, context, &self->request.assign);
	if (i + 1 >= context->paras->len || !dd_task_is_item(next) || next->above < 0 ||
		(next->above != para->above && !dd_mark_is_bullet((DdMark)next->mark)) ||
		next->section == DD_SECTION_AIMS || next->section == DD_SECTION_FACTS)
		return;
	DdTaskHeading heading = {0};
	dd_assign_read(assigns, context, 0, context->scratch.n, &heading.assign);
	if (heading.assign.lead.n == 0)
		return;
	hand_down(self, (size_t)next->above, &heading);
}
