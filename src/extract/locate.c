/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "locate.h"

static void
locate(const DdContext *context, DdSpan *span)
{
	uint32_t start = span->start, end = span->end;
	if (end < start || end == 0)
		return;
	span->line = dd_text_find_line(context->text, start) + 1;
	span->line_end = end > start ? dd_text_find_line(context->text, end - 1) + 1 : span->line; /* an empty cell */
	span->start = dd_text_to_source(context->text, start);
	span->end = dd_text_to_source(context->text, end);
}

static void
locate_list(const DdContext *context, DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].span.line == 0) /* lists are shared by the items that inherit them */
			locate(context, &list->items[i].span);
}

static void
locate_head(const DdContext *context, DdDocumentHeader *head)
{
	DdField *fields[] = {
		&head->type,  &head->number, &head->symbol,    &head->issuer,	&head->superior, &head->place,	 &head->date_raw,
		&head->title, &head->authority, &head->position, &head->signer, &head->secrecy,	 &head->urgency,
	};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		locate(context, &fields[i]->span);
	locate_list(context, &head->recipients);
	for (size_t i = 0; i < head->n_signatures; i++) {
		DdElectronicSignature *signature = &head->signatures[i];
		locate(context, &signature->span);
		locate(context, &signature->signed_at.span);
		locate(context, &signature->signer.span);
		locate(context, &signature->email.span);
	}
}

static void
locate_task(const DdContext *context, DdTask *task)
{
	locate(context, &task->span);
	locate(context, &task->text.span);
	locate_list(context, &task->director);
	locate_list(context, &task->lead);
	locate_list(context, &task->coordinate);
	locate_list(context, &task->monitor);
	locate(context, &task->time_raw.span);
	locate(context, &task->product.span);
	locate(context, &task->solution.span);
	locate(context, &task->funding.span);
	for (size_t i = 0; i < task->n_indicators; i++)
		locate(context, &task->indicators[i].span);
}

static void
locate_duty(const DdContext *context, DdDuty *duty)
{
	locate(context, &duty->span);
	locate_list(context, &duty->who);
	locate_list(context, &duty->to);
}

void
dd_locate(DdContext *context)
{
	locate_head(context, &context->reading->document);
	for (guint i = 0; i < context->citations->len; i++)
		locate(context, &g_array_index(context->citations, DdCitation, i).span);
	for (guint i = 0; i < context->headings->len; i++)
		locate(context, &g_array_index(context->headings, DdHeading, i).span);
	for (guint i = 0; i < context->tasks->len; i++)
		locate_task(context, &g_array_index(context->tasks, DdTask, i));
	for (guint i = 0; i < context->duties->len; i++)
		locate_duty(context, &g_array_index(context->duties, DdDuty, i));
	for (guint i = 0; i < context->sessions->len; i++) {
		DdSession *session = &g_array_index(context->sessions, DdSession, i);
		locate(context, &session->span);
		locate(context, &session->agency.span);
	}
	for (guint i = 0; i < context->targets->len; i++)
		locate(context, &g_array_index(context->targets, DdIndicator, i).span);
	for (guint i = 0; i < context->units->len; i++)
		locate(context, &g_array_index(context->units, DdUnit, i).span);
	for (guint i = 0; i < context->people->len; i++)
		locate(context, &g_array_index(context->people, DdPerson, i).span);
	for (guint i = 0; i < context->anomalies->len; i++)
		locate(context, &g_array_index(context->anomalies, DdAnomaly, i).span);
}
