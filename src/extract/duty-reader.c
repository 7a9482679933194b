/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-reader.c: the paragraphs and rows that are read for duties, and how much each is trusted to lay any */
#include "duty-draft.h"

/* Verbs that may lay a duty on somebody in a task too, whose own verb is its work */
#define TASK_VERBS                                                                                 \
	(DD_CUE_BIT(DD_CUE_REPORT) | DD_CUE_BIT(DD_CUE_CONSOLIDATE) | DD_CUE_BIT(DD_CUE_FOLLOW) |  \
		DD_CUE_BIT(DD_CUE_PUBLISH) | DD_CUE_BIT(DD_CUE_DISCLOSE) |                         \
		DD_CUE_BIT(DD_CUE_SEND) | DD_CUE_BIT(DD_CUE_SEND_TO))

static DdDutyMode
mode_of(const DdDutyReader *self, const DdPara *para)
{
	switch ((DdRole)para->role) {
	case DD_ROLE_BASIS:
	case DD_ROLE_TITLE:
	case DD_ROLE_ATTACHED:
	case DD_ROLE_LEGEND:
		return DD_DUTY_MODE_NONE;
	case DD_ROLE_PROSE:
	case DD_ROLE_HEADING:
	case DD_ROLE_TASK:
	case DD_ROLE_TASK_MORE:
		break;
	}
	if (para->section == DD_SECTION_AIMS || (para->section == DD_SECTION_TOPICS && para->task < 0))
		return DD_DUTY_MODE_AIMS;
	if (para->section == DD_SECTION_FACTS || (self->in_report && para->section != DD_SECTION_TASKS &&
							 para->section != DD_SECTION_ORGANISE))
		return DD_DUTY_MODE_FACTS;
	bool is_task = para->task >= 0 || para->role == DD_ROLE_HEADING;
	if (is_task && (para->section == DD_SECTION_TASKS || para->section == DD_SECTION_NONE ||
			       para->section == DD_SECTION_TOPICS))
		return DD_DUTY_MODE_TASK;
	return DD_DUTY_MODE_FREE;
}

/* Is there a verb of a duty at all, and does the paragraph begin with no label of a field? */
static bool
is_worth_reading(const DdDutyReader *self)
{
	const DdTokens *tokens = self->tokens;
	size_t len = 0;
	if (dd_phrases_match(self->grammar->cues, tokens, 0, &len) == DD_CUE_LABEL &&
		len < tokens->n && dd_token_is_sign(tokens, len, ':'))
		return false;
	uint64_t wanted = dd_duty_is_task_mode(self) ? TASK_VERBS : ~DD_CUE_BIT(DD_CUE_CONSIDER);
	for (size_t i = 0;
		(i = dd_phrases_next(self->grammar->verbs, tokens, i, tokens->n, wanted)) < tokens->n;
		i++) {
		int cue = dd_phrases_match(self->grammar->cues, tokens, i, &len);
		if (cue < 0 || !dd_cue_is_verb(cue) || (wanted & DD_CUE_BIT(cue)) == 0)
			continue;
		if (cue != DD_CUE_SECURE)
			return true;
		if (self->mode == DD_DUTY_MODE_FREE &&
			dd_phrases_match(self->grammar->cues, tokens, i + len, NULL) == DD_CUE_MONEY)
			return true;
	}
	return false;
}

DdDutyReader *
dd_duty_reader_new(const DdDutyGrammar *grammar, DdContext *context)
{
	const DdDocumentHeader *document = &context->reading->document;
	DdDutyReader *self = g_new0(DdDutyReader, 1);
	self->grammar = grammar;
	self->context = context;
	self->open = self->send = -1;
	self->in_report = g_strcmp0(document->type.value, "Báo cáo") == 0;
	self->year = document->year != 0 ? document->year : document->date.year;
	self->events = g_array_new(FALSE, FALSE, sizeof(DdDutyEvent));
	self->drafts = g_array_new(FALSE, FALSE, sizeof(DdDutyDraft));
	return self;
}

void
dd_duty_reader_free(DdDutyReader *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->events);
	g_array_unref(self->drafts);
	dd_tokens_clear(&self->heading_tokens);
	g_free(self);
}

static void
read_para(DdDutyReader *self, const DdPara *para, DdDutyMode mode)
{
	DdContext *context = self->context;
	self->para = para;
	self->mode = mode;
	if (mode == DD_DUTY_MODE_NONE)
		return;
	dd_context_scan(context, para->body, para->end);
	self->tokens = &context->scratch;
	if (self->tokens->n == 0 || !is_worth_reading(self))
		return;
	dd_duty_events(self->grammar, context, self->tokens, 0, self->tokens->n, self->events);
	self->subject = (DdFieldList){NULL, 0};
	self->clause_from = self->boundary = 0;
	dd_duty_read_clauses(self);
}

void
dd_duty_reader_para(DdDutyReader *self, size_t i)
{
	const DdPara *para = &g_array_index(self->context->paras, DdPara, i);
	read_para(self, para, mode_of(self, para));
}

void
dd_duty_reader_rows(DdDutyReader *self)
{
	DdContext *context = self->context;
	for (guint i = 0; i < context->tasks->len; i++) {
		const DdTask *task = &g_array_index(context->tasks, DdTask, i);
		DdPara row = {.start = task->text.span.start,
			.body = task->text.span.start,
			.end = task->text.span.end,
			.section = DD_SECTION_TASKS,
			.above = -1,
			.task = (int32_t)i};
		if (row.end > row.start && context->reading->document.type.value != NULL)
			read_para(self, &row, DD_DUTY_MODE_ROW);
	}
	self->para = NULL;
}

void
dd_duty_reader_recipients(DdDutyReader *self)
{
	dd_duty_read_notes(self->grammar, self->context, &self->heading_tokens);
}
