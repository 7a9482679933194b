/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-draft.c: from a draft to a duty at the end of its clause: by when, to whom, and whether it is one */
#include <string.h>

#include "duty-draft.h"
#include "maxima.h"

#define PERIOD_TOKENS 10u /* of "định kỳ 3 năm, 5 năm" */

static bool
has_condition(const DdDutyReader *self)
{
	return self->condition_to > self->condition_from;
}

/* "hằng tuần", "định kỳ 3 năm, 5 năm" anywhere around the verb. Returns: FALSE when there is none */
static bool
find_period(DdDutyReader *self, const DdDutyDraft *draft, DdDuty *duty)
{
	size_t at = 0, len = 0;
	for (size_t i = draft->left; i < draft->right; i += MAX(len, 1)) {
		len = 0;
		if (dd_phrases_match(self->grammar->cues, self->tokens, i, &len) != DD_CUE_PERIODIC)
			continue;
		at = i;
		/* "hoàn thành chỉ tiêu hằng năm" is no time; "báo cáo kết quả thực hiện Chương trình hằng năm" has one */
		if (!draft->result && draft->what != DD_DUTY_FUND && at > draft->left &&
			dd_time_is_in_name(self->context->times, self->tokens, draft->left, at))
			continue;
		size_t end = at + len;
		while (end < draft->right && end < at + PERIOD_TOKENS &&
			(self->tokens->items[end].kind == DD_TOKEN_NUMBER || end == at + len ||
				self->tokens->items[end - 1].kind == DD_TOKEN_NUMBER ||
				(dd_token_is_sign(self->tokens, end, ',') &&
					self->tokens->items[end + 1].kind == DD_TOKEN_NUMBER)))
			end++;
		bool counted = self->tokens->items[at + len].kind == DD_TOKEN_NUMBER &&
			       at + len < draft->right;
		end = counted ? end : at + len;
		dd_time_parse(self->context->times, self->tokens, at, end, self->year,
			self->context->arena, &duty->due);
		/* "bố trí từ nguồn chi thường xuyên" */
		bool source = draft->what == DD_DUTY_FUND && duty->due.kind == DD_TIME_CONTINUOUS;
		if (duty->due.kind == DD_TIME_NONE || duty->due.kind == DD_TIME_EVENT || source)
			continue;
		duty->due_raw = dd_duty_fold(self, (uint32_t)at, (uint32_t)end);
		return true;
	}
	return false;
}

/* "hằng tháng báo cáo kết quả trước ngày 20": the day of what comes back, behind the verb */
static void
add_day(const DdDutyReader *self, const DdDutyDraft *draft, DdDuty *duty)
{
	const DdTokens *tokens = self->tokens;
	if (duty->due.kind != DD_TIME_PERIODIC || duty->due.before != NULL)
		return;
	for (size_t i = draft->behind + 1; i < draft->right; i++) {
		const DdToken *token = &tokens->items[i];
		if (token->kind != DD_TOKEN_NUMBER || token->value < 1 || token->value > 31 ||
			!dd_token_is_text(tokens, i - 1, "ngày") ||
			dd_token_is_sign(tokens, i + 1, '/') || dd_token_is_sign(tokens, i + 1, '-'))
			continue;
		char text[8];
		(void)g_snprintf(text, sizeof(text), "%02u", (unsigned)token->value);
		duty->due.before = dd_arena_strdup(self->context->arena, text);
		return;
	}
}

/* "tổng kết năm 2030": the year right behind the verb. Returns: FALSE when there is none */
static bool
find_year(const DdDutyReader *self, const DdDutyDraft *draft, DdDuty *duty)
{
	size_t at = draft->behind, end = at + 2;
	if (end > draft->right || !dd_token_is_text(self->tokens, at, "năm") ||
		self->tokens->items[at + 1].kind != DD_TOKEN_NUMBER)
		return false;
	dd_time_parse(self->context->times, self->tokens, at, end, self->year, self->context->arena,
		&duty->due);
	if (duty->due.kind == DD_TIME_NONE || duty->due.kind == DD_TIME_EVENT)
		return false;
	duty->due_raw = dd_duty_fold(self, (uint32_t)at, (uint32_t)end);
	return true;
}

/* "6 tháng trước ngày 10/6, năm trước ngày 10/11": reports that are due on several days. Returns: FALSE for one day or none */
static bool
find_days(DdDutyReader *self, const DdDutyDraft *draft, DdDuty *duty)
{
	DdContext *context = self->context;
	size_t at = 0, len = 0;
	unsigned days = 0;
	if (draft->what != DD_DUTY_REPORT && draft->what != DD_DUTY_CONSOLIDATE)
		return false;
	for (guint i = self->events->len; i > 0; i--) {
		const DdDutyEvent *e = dd_duty_event(self, i - 1);
		if (e->at < draft->behind)
			break;
		days += e->kind == DD_CUE_BEFORE && e->at < draft->right;
	}
	if (days < 2 ||
		!dd_time_find_work(context->times, self->tokens, draft->behind, draft->right,
			self->year, context->arena, &duty->due, &at, &len) ||
		duty->due.kind != DD_TIME_STAGED)
		return false;
	duty->due_raw = dd_duty_fold(self, (uint32_t)at, (uint32_t)(at + len));
	return true;
}

static void
set_due(DdDutyReader *self, DdDutyDraft *draft, DdDuty *duty)
{
	DdContext *context = self->context;
	size_t at = 0, len = 0;
	if (find_days(self, draft, duty))
		return;
	bool hangs = draft->what == DD_DUTY_REPORT || draft->what == DD_DUTY_CONSOLIDATE ||
		     draft->what == DD_DUTY_REVIEW || draft->what == DD_DUTY_ADJUST;
	bool found = dd_time_find(context->times, self->tokens, draft->behind, draft->right,
			     self->year, context->arena, &duty->due, &at, &len) ||
		     dd_time_find(context->times, self->tokens, draft->left, draft->verb,
			     self->year, context->arena, &duty->due, &at, &len);
	/* "xong trước ngày 23/10, báo cáo UBND tỉnh": the day right before the comma is that of the report */
	if (!found && draft->what == DD_DUTY_REPORT && draft->left > self->clause_from)
		found = dd_time_find(context->times, self->tokens, self->clause_from, draft->left,
				self->year, context->arena, &duty->due, &at, &len) &&
			at + len == draft->left && duty->due.kind == DD_TIME_BY_DATE;
	if (found && duty->due.kind != DD_TIME_NONE) {
		duty->due_raw = dd_duty_fold(self, (uint32_t)at, (uint32_t)(at + len));
		add_day(self, draft, duty);
		return;
	}
	if (draft->what != DD_DUTY_PUBLISH && find_period(self, draft, duty))
		return;
	if (draft->what == DD_DUTY_REVIEW && find_year(self, draft, duty))
		return;
	duty->due = (DdTime){.kind = DD_TIME_NONE, .confidence = 80};
	if (hangs && has_condition(self)) {
		duty->due.kind = DD_TIME_EVENT;
		duty->due.event = dd_duty_fold(self, self->condition_from, self->condition_to);
		duty->due_raw = draft->prompt ? "kịp thời" : duty->due.event;
	} else if (draft->rule_len > 0) {
		duty->due.kind = DD_TIME_EVENT;
		duty->due.event = dd_duty_fold(self, draft->rule_at, draft->rule_at + draft->rule_len);
		duty->due_raw = duty->due.event;
	} else if (draft->periodic && hangs) {
		duty->due_raw = "định kỳ";
	} else if (draft->prompt && hangs) {
		duty->due.kind = DD_TIME_EVENT;
		duty->due.event = duty->due_raw = "kịp thời";
	}
}

/* Does somebody report, or put reports together? In a task it must be told to whom or by when. */
static bool
is_kept_report(const DdDutyDraft *draft, bool to, bool due, bool in_task)
{
	if (draft->what == DD_DUTY_CONSOLIDATE && !draft->placed && !to)
		return false; /* "ma túy tổng hợp theo quy định" */
	if (draft->what == DD_DUTY_CONSOLIDATE)
		return to || due || draft->purpose || (draft->result && !in_task);
	if (!in_task)
		return to || due || draft->result;
	return (to && (due || draft->result)) || (due && (draft->result || draft->prompt));
}

/* The task of a table that is read */
static const DdTask *
row_of(const DdDutyReader *self)
{
	return &g_array_index(self->context->tasks, DdTask, self->para->task);
}

/* A row whose work itself is to publish, to report again and again, or to review the plan */
static bool
is_kept_row(const DdDutyReader *self, const DdDutyDraft *draft)
{
	const DdTime *time = &row_of(self)->time;
	if (draft->what == DD_DUTY_PUBLISH)
		return draft->site;
	if (draft->what == DD_DUTY_REPORT)
		return draft->first && draft->result &&
		       (time->kind == DD_TIME_PERIODIC || time->kind == DD_TIME_ANNUAL);
	return false;
}

/* "Nhằm …, để báo cáo cấp trên", "Thực hiện Công văn số … về báo cáo số liệu": why the document is written, before its first item */
static bool
is_reason(const DdDutyReader *self, bool to, bool due)
{
	const DdDutyEvent *first = dd_duty_event(self, 0);
	if (self->para == NULL || self->para->mark != DD_MARK_NONE || self->para->above >= 0 ||
		first->at != 0)
		return false;
	return first->kind == DD_CUE_FOR || (first->kind == DD_CUE_GENERIC && !to && !due);
}

/* Is there enough to call the draft a duty, where it stands? */
static bool
is_kept(const DdDutyReader *self, const DdDutyDraft *draft, const DdDuty *duty)
{
	bool due = duty->due.kind != DD_TIME_NONE || duty->due_raw != NULL;
	bool to = draft->to.n > 0;
	if (self->mode == DD_DUTY_MODE_FACTS)
		return draft->what == DD_DUTY_REPORT && draft->shall;
	if (self->mode == DD_DUTY_MODE_AIMS)
		return (draft->what == DD_DUTY_REVIEW && due) ||
		       (draft->what == DD_DUTY_ADJUST && (draft->prompt || draft->periodic || due));
	if (duty->who.n == 0 && is_reason(self, to, due))
		return false;
	bool in_task = dd_duty_is_task_mode(self);
	if (self->mode == DD_DUTY_MODE_ROW && is_kept_row(self, draft))
		return true;
	switch (draft->what) {
	case DD_DUTY_REPORT:
	case DD_DUTY_CONSOLIDATE:
		return is_kept_report(draft, to, due, in_task);
	case DD_DUTY_REVIEW:
		return draft->purpose ||
		       (!in_task && (draft->same_verb ? due : due || draft->plan || to));
	case DD_DUTY_ADJUST:
		return draft->purpose || !in_task;
	case DD_DUTY_FUND:
		return !in_task;
	case DD_DUTY_PUBLISH:
		return !in_task || (draft->site && !draft->first);
	case DD_DUTY_MONITOR:
	case DD_DUTY_LAST:
		break;
	}
	return true;
}

/* "UBND tỉnh (qua Sở Kế hoạch và Đầu tư)" */
static DdFieldList
recipients(DdDutyReader *self, const DdDutyDraft *draft)
{
	DdFieldList to = draft->to;
	if (draft->via.n == 0)
		return to;
	if (to.n == 0)
		return draft->via;
	to.items = dd_arena_memdup(self->context->arena, to.items, to.n * sizeof(DdField));
	DdField *last = &to.items[to.n - 1];
	g_autofree char *both = g_strdup_printf(
		"%s (%s %s)", last->value, draft->via_word, draft->via.items[0].value);
	last->value = dd_arena_strdup(self->context->arena, both);
	return to;
}

/* "quản lý và giám sát kết quả …; giúp UBND tỉnh theo dõi, đôn đốc …": one paragraph tells a unit once to monitor */
static bool
is_told_already(const DdDutyReader *self, const DdDuty *duty)
{
	const GArray *duties = self->context->duties;
	if (duty->what != DD_DUTY_MONITOR || duties->len == 0 || duty->who.n == 0)
		return false;
	const DdDuty *last = &g_array_index(duties, DdDuty, duties->len - 1);
	return last->what == DD_DUTY_MONITOR && last->span.start >= self->para->start &&
	       last->who.n == duty->who.n && last->due.kind == duty->due.kind &&
	       strcmp(last->who.items[0].value, duty->who.items[0].value) == 0;
}

/* "Kinh phí được bố trí … Phòng Kinh tế bố trí kinh phí": who does it is told behind */
static void
drop_nobody(const DdDutyReader *self, const DdDuty *duty)
{
	GArray *duties = self->context->duties;
	if (duty->what != DD_DUTY_FUND || duty->who.n == 0 || duties->len == 0)
		return;
	const DdDuty *last = &g_array_index(duties, DdDuty, duties->len - 1);
	if (last->what == DD_DUTY_FUND && last->who.n == 0 && last->span.start >= self->para->start)
		g_array_set_size(duties, duties->len - 1);
}

/* Returns: TRUE when token @i ends the name of a site: "trên Trang thông tin điện tử vào tuần đầu hằng tháng" */
static bool
ends_site(const DdTokens *tokens, size_t i)
{
	static const char *const words[] = {
		"vào", "để", "trong", "trước", "và", "theo", "ngay", "từ", "định", "hằng", "hàng"};
	if (tokens->items[i].kind == DD_TOKEN_SIGN)
		return !dd_token_is_sign(tokens, i, '-');
	for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
		if (dd_token_is_text(tokens, i, words[k]))
			return true;
	return false;
}

/* Returns: the site that something is published on, none where none is told before token @to */
static DdFieldList
site_of(const DdDutyReader *self, const DdDutyDraft *draft, uint32_t to)
{
	DdFieldList sites = {NULL, 0};
	const DdTokens *tokens = self->tokens;
	size_t at = draft->behind, len = 0;
	while (at < to && dd_phrases_match(self->grammar->cues, tokens, at, &len) != DD_CUE_SITE)
		at++;
	size_t end = at + len;
	while (end < to && !ends_site(tokens, end))
		end++;
	if (at >= to || end > to)
		return sites;
	sites.items = dd_arena_alloc(self->context->arena, sizeof(DdField));
	sites.items[0] = dd_context_field(self->context, tokens->items[at].start,
		dd_token_end(tokens, end - 1), 80, draft->rule);
	sites.n = 1;
	return sites;
}

/* A time of a review that may be a stage of it: a part of the years a plan takes, no deadline and no repetition */
static bool
is_stage(const DdTime *time)
{
	return time->kind == DD_TIME_YEAR || time->kind == DD_TIME_QUARTER ||
	       time->kind == DD_TIME_MONTH || time->kind == DD_TIME_STAGED;
}

/* Returns: (transfer none) the verb of two words whose first byte is @start, in the clause at hand */
static const char *
verb_at(DdDutyReader *self, uint32_t start)
{
	uint32_t verb = self->clause_from;
	while (verb + 2 < self->tokens->n && self->tokens->items[verb].start < start)
		verb++;
	return dd_duty_fold(self, verb, verb + 2);
}

/*
 * "sơ kết vào năm 2028, tổng kết vào năm 2030" is one review in two stages: @duty, whose verb stands at token @verb, goes to the
 * one before it. Returns: FALSE when it is a review of its own
 */
static bool
is_later_stage(DdDutyReader *self, const DdDuty *duty, uint32_t verb)
{
	DdContext *context = self->context;
	if (duty->what != DD_DUTY_REVIEW || context->duties->len == 0 || !is_stage(&duty->due))
		return false;
	DdDuty *last = &g_array_index(context->duties, DdDuty, context->duties->len - 1);
	if (last->what != DD_DUTY_REVIEW || !is_stage(&last->due) ||
		last->span.start < self->tokens->items[self->clause_from].start ||
		last->who.items != duty->who.items || last->due.n_stages >= DD_MAX_STAGES)
		return false;
	uint32_t n = MAX(last->due.n_stages, 1);
	DdStage *stages = dd_arena_alloc(context->arena, (n + 1) * sizeof(DdStage));
	if (last->due.n_stages > 0)
		memcpy(stages, last->due.stages, n * sizeof(DdStage));
	else
		stages[0] = (DdStage){.what = verb_at(self, last->span.start),
			.start = last->due.start,
			.end = last->due.end};
	stages[n] = (DdStage){.what = dd_duty_fold(self, verb, verb + 2),
		.start = duty->due.start,
		.end = duty->due.end};
	last->due = (DdTime){.kind = DD_TIME_STAGED,
		.confidence = MIN(last->due.confidence, duty->due.confidence),
		.n_stages = n + 1,
		.stages = stages};
	last->due_raw = dd_context_fold(context, last->span.start, duty->span.end);
	return true;
}

void
dd_duty_keep(DdDutyReader *self, DdDutyDraft *draft, uint32_t at)
{
	DdContext *context = self->context;
	DdDuty duty = {.what = draft->what, .who = draft->who, .rule = draft->rule};
	if (draft->to.n == 0 && draft->via.n == 0)
		draft->to = draft->advised;
	set_due(self, draft, &duty);
	if (!is_kept(self, draft, &duty) || is_told_already(self, &duty) ||
		context->duties->len >= DD_MAX_ITEMS)
		return;
	drop_nobody(self, &duty);
	duty.to = draft->what == DD_DUTY_PUBLISH ? site_of(self, draft, at) : recipients(self, draft);
	if (self->mode == DD_DUTY_MODE_ROW && duty.due.kind == DD_TIME_NONE && duty.due_raw == NULL) {
		duty.due = row_of(self)->time;
		duty.due_raw = row_of(self)->time_raw.value;
	}
	duty.confidence = duty.who.n > 0 ? 85 : 60;
	duty.span = dd_span(
		self->tokens->items[draft->verb].start, dd_token_end(self->tokens, at - 1));
	duty.text = dd_duty_fold(self, self->clause_from, at);
	if (!is_later_stage(self, &duty, draft->verb))
		g_array_append_val(context->duties, duty);
}
