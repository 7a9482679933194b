/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "locate.h"

typedef struct {
	const DdText *text;
	uint32_t line; /* of the span before: mostly the next one begins and ends there, or near */
	uint32_t start, end; /* of @line, in the text */
	uint32_t number;     /* of @line, in the file */
} Locator;

/* Moves to the line that holds the text offset @at */
static void
find_line(Locator *self, uint32_t at)
{
	if (self->number > 0 && at >= self->start && at <= self->end)
		return;
	self->line = dd_text_find_line_near(self->text, at, self->line);
	self->start = dd_text_get_line(self->text, self->line, &self->end);
	self->number = dd_text_line_of_file(self->text, self->line) + 1;
}

static void
locate(Locator *self, DdSpan *span)
{
	uint32_t start = span->start, end = span->end;
	if (end < start || end == 0)
		return;
	find_line(self, start);
	span->line = span->line_end = self->number;
	/* an empty cell has no last byte; most spans stand in one line, and the next one begins near this */
	if (end > start && end - 1 > self->end)
		span->line_end = dd_text_line_of_file(self->text,
					 dd_text_find_line_near(self->text, end - 1, self->line)) +
				 1;
	span->start = dd_text_to_source(self->text, start);
	span->end = dd_text_to_source(self->text, end);
}

static void
locate_list(Locator *self, DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].span.line == 0) /* lists are shared by the items that inherit them */
			locate(self, &list->items[i].span);
}

static void
locate_head(Locator *self, DdDocumentHeader *head)
{
	DdField *fields[] = {
		&head->type,
		&head->number,
		&head->symbol,
		&head->issuer,
		&head->superior,
		&head->place,
		&head->date_raw,
		&head->title,
		&head->authority,
		&head->position,
		&head->signer,
		&head->secrecy,
		&head->urgency,
	};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		locate(self, &fields[i]->span);
	locate_list(self, &head->recipients);
	for (size_t i = 0; i < head->n_signatures; i++) {
		DdElectronicSignature *signature = &head->signatures[i];
		locate(self, &signature->span);
		locate(self, &signature->signed_at.span);
		locate(self, &signature->signer.span);
		locate(self, &signature->email.span);
	}
}

/* Items of one cell share what is said of all of them */
static void
locate_shared(Locator *self, DdField *field)
{
	if (field != NULL && field->span.line == 0)
		locate(self, &field->span);
}

static void
locate_task(Locator *self, DdTask *task)
{
	locate(self, &task->span);
	locate(self, &task->text.span);
	locate_list(self, &task->director);
	locate_list(self, &task->lead);
	locate_list(self, &task->coordinate);
	locate_list(self, &task->monitor);
	locate(self, &task->time_raw.span);
	locate(self, &task->product.span);
	locate_shared(self, task->solution);
	locate_shared(self, task->funding);
	for (size_t i = 0; i < task->n_indicators; i++)
		locate(self, &task->indicators[i].span);
}

static void
locate_duty(Locator *self, DdDuty *duty)
{
	locate(self, &duty->span);
	locate_list(self, &duty->who);
	locate_list(self, &duty->to);
}

void
dd_locate(DdContext *context)
{
	Locator locator = {.text = context->text};
	Locator *self = &locator;
	locate_head(self, &context->reading->document);
	for (guint i = 0; i < context->citations->len; i++)
		locate(self, &g_array_index(context->citations, DdCitation, i).span);
	for (guint i = 0; i < context->headings->len; i++)
		locate(self, &g_array_index(context->headings, DdHeading, i).span);
	for (guint i = 0; i < context->tasks->len; i++)
		locate_task(self, &g_array_index(context->tasks, DdTask, i));
	for (guint i = 0; i < context->duties->len; i++)
		locate_duty(self, &g_array_index(context->duties, DdDuty, i));
	for (guint i = 0; i < context->sessions->len; i++) {
		DdSession *session = &g_array_index(context->sessions, DdSession, i);
		locate(self, &session->span);
		locate(self, &session->agency.span);
	}
	for (guint i = 0; i < context->targets->len; i++)
		locate(self, &g_array_index(context->targets, DdIndicator, i).span);
	for (guint i = 0; i < context->units->len; i++)
		locate(self, &g_array_index(context->units, DdUnit, i).span);
	for (guint i = 0; i < context->people->len; i++)
		locate(self, &g_array_index(context->people, DdPerson, i).span);
	for (guint i = 0; i < context->anomalies->len; i++)
		locate(self, &g_array_index(context->anomalies, DdAnomaly, i).span);
}
