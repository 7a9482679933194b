/* SPDX-License-Identifier: GPL-3.0-or-later */
/* doubt.c: confidences of words become those of fields */
#include "doubt.h"

#include "signatures.h"

#include "place.h"

#define HAND_CONFIDENCE 50 /* of what is written by hand */
#define FEW_WORDS 12 /* of so many the worst counts: one wrong word of a name is a wrong name */

/* Returns: how sure the words of @span are, 100 where nothing is known */
static uint8_t
judge(const DdReading *reading, const DdSpan *span)
{
	unsigned n = 0, sum = 0, worst = 100;
	if (span->end == 0)
		return 100;
	for (size_t i = dd_place_find(reading->places, reading->n_places, span);
		i < reading->n_places && reading->places[i].start < span->end; i++) {
		unsigned confidence = reading->places[i].confidence;
		if (confidence > 100)
			continue; /* none was needed */
		n++;
		sum += confidence;
		worst = MIN(worst, confidence);
	}
	return (uint8_t)(n == 0 ? 100 : n <= FEW_WORDS ? worst : sum / n);
}

static void
lower(uint8_t *confidence, uint8_t words)
{
	/* 0: nothing was said */
	if (*confidence > words)
		*confidence = MAX(words, 1);
}

static void
doubt_field(const DdReading *reading, DdField *field)
{
	if (field != NULL && field->value != NULL)
		lower(&field->confidence, judge(reading, &field->span));
}

static void
doubt_list(const DdReading *reading, DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		doubt_field(reading, &list->items[i]);
}

static void
doubt_head(const DdReading *reading, DdDocumentHeader *head)
{
	DdField *fields[] = {&head->type, &head->number, &head->symbol, &head->issuer,
		&head->superior, &head->place, &head->title, &head->authority, &head->position,
		&head->signer, &head->secrecy, &head->urgency};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		doubt_field(reading, fields[i]);
	/* a day that a signature told is none that was recognised */
	if (!dd_signatures_dated(head))
		doubt_field(reading, &head->date_raw);
	doubt_list(reading, &head->recipients);
}

static void
doubt_task(const DdReading *reading, DdTask *task)
{
	DdFieldList *lists[] = {&task->director, &task->lead, &task->coordinate, &task->monitor};
	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
		doubt_list(reading, lists[i]);
	doubt_field(reading, &task->text);
	doubt_field(reading, &task->time_raw);
	doubt_field(reading, &task->product);
	doubt_field(reading, task->solution);
	doubt_field(reading, task->funding);
	if (task->time_raw.value != NULL)
		lower(&task->time.confidence, judge(reading, &task->time_raw.span));
	lower(&task->confidence, judge(reading, &task->span));
}

void
dd_doubt_words(DdReading *reading, bool recognised)
{
	doubt_head(reading, &reading->document);
	for (size_t i = 0; i < reading->n_tasks; i++)
		doubt_task(reading, &reading->tasks[i]);
	for (size_t i = 0; i < reading->n_citations; i++)
		lower(&reading->citations[i].confidence, judge(reading, &reading->citations[i].span));
	for (size_t i = 0; i < reading->n_headings; i++)
		lower(&reading->headings[i].confidence, judge(reading, &reading->headings[i].span));
	for (size_t i = 0; i < reading->n_duties; i++) {
		DdDuty *duty = &reading->duties[i];
		doubt_list(reading, &duty->who);
		doubt_list(reading, &duty->to);
		lower(&duty->confidence, judge(reading, &duty->span));
	}
	for (size_t i = 0; i < reading->n_sessions; i++)
		lower(&reading->sessions[i].confidence, judge(reading, &reading->sessions[i].span));
	for (size_t i = 0; i < reading->n_targets; i++)
		lower(&reading->targets[i].confidence, judge(reading, &reading->targets[i].span));
	if (!recognised)
		return;
	lower(&reading->document.number.confidence, HAND_CONFIDENCE);
	if (!dd_signatures_dated(&reading->document))
		lower(&reading->document.date_raw.confidence, HAND_CONFIDENCE);
}
