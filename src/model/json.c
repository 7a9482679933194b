/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.c: a reading as one JSON object; docs/cli.md describes the shape, json-read.c reads it back */
#include "json-writer.h"
#include "place.h"
#include "reading-words.h"
#include "signature-json.h"
#include "time-json.h"

#include <dondoc/dondoc.h>
#include <string.h>

typedef DdJsonWriter Writer;

static bool
has_span(const DdSpan *span)
{
	return span->line != 0 || span->end != 0;
}

/* Writes "offsets": [start, end], the bytes of the file as it was given, and "places" where it has pages. */
static void
write_offsets(Writer *w, const DdSpan *span)
{
	if (span->end == 0)
		return;
	dd_json_open(w, "offsets", '[', true);
	dd_json_uint(w, NULL, span->start);
	dd_json_uint(w, NULL, span->end);
	dd_json_close(w, ']');
	const DdReading *reading = w->subject;
	if (reading->n_places > 0)
		dd_place_write_json(w, reading->places, reading->n_places, span);
}

static void
write_line(Writer *w, const DdSpan *span)
{
	if (span->line != 0)
		dd_json_uint(w, "line", span->line);
	else
		dd_json_null(w, "line");
}

/*
 * Writes what stands behind the schema's own keys: how far it goes, how sure it is, which rule gave it;
 * each only where it is known.
 */
static void
write_evidence(Writer *w, const DdSpan *span, uint8_t confidence, const char *rule)
{
	if (span->line_end != span->line)
		dd_json_uint(w, "line_end", span->line_end);
	write_offsets(w, span);
	if (confidence > 0)
		dd_json_percent(w, "confidence", confidence);
	if (rule != NULL)
		dd_json_string(w, "rule", rule);
}

static bool
has_evidence(const DdField *field)
{
	return has_span(&field->span) || field->rule != NULL || field->confidence != 0;
}

static void
write_field_evidence(Writer *w, const char *key, const DdField *field)
{
	dd_json_open(w, key, '{', true);
	write_line(w, &field->span);
	write_evidence(w, &field->span, field->confidence, field->rule);
	dd_json_close(w, '}');
}

static void
write_field_span(Writer *w, const char *key, const DdField *field)
{
	if (has_evidence(field))
		write_field_evidence(w, key, field);
}

/* The spans of a list stand in the order of its values, one for each. */
static void
write_list_spans(Writer *w, const char *key, const DdFieldList *list)
{
	bool any = false;
	for (size_t i = 0; i < list->n && !any; i++)
		any = has_evidence(&list->items[i]);
	if (!any)
		return;
	dd_json_open(w, key, '[', true);
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].value != NULL)
			write_field_evidence(w, NULL, &list->items[i]);
	dd_json_close(w, ']');
}

static void
write_field_list(Writer *w, const char *key, const DdFieldList *list)
{
	dd_json_open(w, key, '[', true);
	for (size_t i = 0; i < list->n; i++)
		if (list->items[i].value != NULL)
			dd_json_string(w, NULL, list->items[i].value);
	dd_json_close(w, ']');
}

static void
write_strings(Writer *w, const char *key, const char *const *items, size_t n)
{
	dd_json_open(w, key, '[', true);
	for (size_t i = 0; i < n; i++)
		dd_json_string(w, NULL, items[i]);
	dd_json_close(w, ']');
}

static void
write_string_if(Writer *w, const char *key, const char *value)
{
	if (value != NULL)
		dd_json_string(w, key, value);
}

static void
write_signer(Writer *w, const DdDocumentHeader *document)
{
	dd_json_open(w, "signer", '{', true);
	dd_json_string(w, "authority", document->authority.value);
	dd_json_string(w, "position", document->position.value);
	dd_json_string(w, "name", document->signer.value);
	dd_json_close(w, '}');
}

static void
write_signatures(Writer *w, const DdDocumentHeader *document)
{
	if (document->n_signatures == 0)
		return;
	dd_json_open(w, "e_signatures", '[', false);
	for (size_t i = 0; i < document->n_signatures; i++) {
		const DdElectronicSignature *signature = &document->signatures[i];
		dd_json_open(w, NULL, '{', true);
		write_line(w, &signature->span);
		dd_json_string(w, "signed_at", signature->signed_at.value);
		dd_json_string(w, "signer", signature->signer.value);
		dd_json_string(w, "email", signature->email.value);
		write_evidence(w, &signature->span, 0, NULL);
		dd_json_open(w, "spans", '{', true);
		write_field_span(w, "signed_at", &signature->signed_at);
		write_field_span(w, "signer", &signature->signer);
		write_field_span(w, "email", &signature->email);
		dd_json_close(w, '}');
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

static void
write_document_spans(Writer *w, const DdDocumentHeader *document)
{
	dd_json_open(w, "spans", '{', false);
	write_field_span(w, "type", &document->type);
	write_field_span(w, "number", &document->number);
	write_field_span(w, "symbol", &document->symbol);
	write_field_span(w, "issuer", &document->issuer);
	write_field_span(w, "superior", &document->superior);
	write_field_span(w, "place", &document->place);
	write_field_span(w, "date", &document->date_raw);
	write_field_span(w, "title", &document->title);
	write_field_span(w, "authority", &document->authority);
	write_field_span(w, "position", &document->position);
	write_field_span(w, "signer", &document->signer);
	write_list_spans(w, "recipients", &document->recipients);
	write_field_span(w, "secrecy", &document->secrecy);
	write_field_span(w, "urgency", &document->urgency);
	dd_json_close(w, '}');
}

static void
write_document(Writer *w, const DdDocumentHeader *document)
{
	dd_json_open(w, "document", '{', false);
	dd_json_string(w, "type", document->type.value);
	dd_json_string(w, "number", document->number.value);
	dd_json_string(w, "symbol", document->symbol.value);
	dd_json_string(w, "issuer", document->issuer.value);
	dd_json_string(w, "superior", document->superior.value);
	dd_json_string(w, "place", document->place.value);
	dd_json_write_day(w, "date", document->date, -1, -1);
	dd_json_string(w, "date_raw", document->date_raw.value);
	if (document->year > 0)
		dd_json_uint(w, "year", (uint64_t)document->year);
	else
		dd_json_null(w, "year");
	dd_json_string(w, "title", document->title.value);
	dd_json_string(w, "status", document->draft ? "draft" : "issued");
	write_signer(w, document);
	write_field_list(w, "recipients", &document->recipients);
	dd_json_string(w, "secrecy", document->secrecy.value);
	dd_json_string(w, "urgency", document->urgency.value);
	write_signatures(w, document);
	write_document_spans(w, document);
	dd_json_close(w, '}');
}

static void
write_citations(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "citations", '[', false);
	for (size_t i = 0; i < reading->n_citations; i++) {
		const DdCitation *citation = &reading->citations[i];
		dd_json_open(w, NULL, '{', true);
		write_line(w, &citation->span);
		dd_json_string(w, "raw", citation->raw);
		dd_json_string(w, "type", citation->type);
		dd_json_string(w, "number", citation->number);
		dd_json_write_day(w, "date", citation->date, -1, -1);
		dd_json_string(w, "issuer", citation->issuer);
		dd_json_string(w, "relation", dd_relation_to_string(citation->relation));
		write_string_if(w, "clause", citation->clause);
		if (citation->short_form)
			dd_json_bool(w, "short_form", true);
		write_evidence(w, &citation->span, citation->confidence, citation->rule);
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

static void
write_headings(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "headings", '[', false);
	for (size_t i = 0; i < reading->n_headings; i++) {
		const DdHeading *heading = &reading->headings[i];
		dd_json_open(w, NULL, '{', true);
		dd_json_string(w, "id", heading->id);
		write_line(w, &heading->span);
		dd_json_string(w, "text", heading->text);
		write_evidence(w, &heading->span, heading->confidence, heading->rule);
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

/* @standing: a target that stands alone, with its line and sentence; otherwise a figure of a task */
static void
write_indicators(Writer *w, const char *key, const DdIndicator *items, size_t n, bool standing)
{
	dd_json_open(w, key, '[', !standing);
	for (size_t i = 0; i < n; i++) {
		const DdIndicator *item = &items[i];
		dd_json_open(w, NULL, '{', true);
		if (standing || item->span.line != 0)
			write_line(w, &item->span);
		if (standing || item->text != NULL)
			dd_json_string(w, "text", item->text);
		if (item->has_value)
			dd_json_double(w, "value", item->value);
		else
			dd_json_null(w, "value");
		dd_json_string(w, "unit", item->unit);
		if (standing || item->op != NULL)
			dd_json_string(w, "op", item->op);
		dd_json_string(w, "of", item->of);
		dd_json_string(w, "by", item->by);
		write_evidence(w, &item->span, item->confidence, NULL);
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

/* Returns: @field, or an empty one for what is seldom said */
static const DdField *
field_or_none(const DdField *field)
{
	static const DdField none = {0};
	return field != NULL ? field : &none;
}

static void
write_task_spans(Writer *w, const DdTask *task)
{
	dd_json_open(w, "spans", '{', true);
	write_field_span(w, "text", &task->text);
	write_list_spans(w, "director", &task->director);
	write_list_spans(w, "lead", &task->lead);
	write_list_spans(w, "coordinate", &task->coordinate);
	write_list_spans(w, "monitor", &task->monitor);
	write_field_span(w, "time", &task->time_raw);
	write_field_span(w, "product", &task->product);
	write_field_span(w, "solution", field_or_none(task->solution));
	write_field_span(w, "funding", field_or_none(task->funding));
	dd_json_close(w, '}');
}

static void
write_task(Writer *w, const DdTask *task)
{
	dd_json_open(w, NULL, '{', false);
	dd_json_string(w, "id", task->id);
	dd_json_string(w, "heading", task->heading);
	dd_json_uint(w, "line_start", task->span.line);
	dd_json_uint(w, "line_end", task->span.line_end);
	dd_json_string(w, "text", task->text.value);
	write_field_list(w, "director", &task->director);
	write_field_list(w, "lead", &task->lead);
	write_field_list(w, "coordinate", &task->coordinate);
	if (task->monitor.n > 0)
		write_field_list(w, "monitor", &task->monitor);
	dd_json_string(w, "time_raw", task->time_raw.value);
	dd_json_write_time(w, "time", &task->time, true);
	dd_json_string(w, "product", task->product.value);
	dd_json_string(w, "solution", field_or_none(task->solution)->value);
	write_string_if(w, "funding", field_or_none(task->funding)->value);
	write_indicators(w, "indicators", task->indicators, task->n_indicators, false);
	write_offsets(w, &task->span);
	dd_json_percent(w, "confidence", task->confidence);
	write_string_if(w, "rule", task->rule);
	write_task_spans(w, task);
	dd_json_close(w, '}');
}

static void
write_tasks(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "tasks", '[', false);
	for (size_t i = 0; i < reading->n_tasks; i++)
		write_task(w, &reading->tasks[i]);
	dd_json_close(w, ']');
}

static void
write_duties(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "duties", '[', false);
	for (size_t i = 0; i < reading->n_duties; i++) {
		const DdDuty *duty = &reading->duties[i];
		dd_json_open(w, NULL, '{', true);
		write_line(w, &duty->span);
		write_field_list(w, "who", &duty->who);
		dd_json_string(w, "what", dd_duty_kind_to_string(duty->what));
		write_field_list(w, "to", &duty->to);
		dd_json_string(w, "due_raw", duty->due_raw);
		dd_json_write_time(w, "due", &duty->due, false);
		write_string_if(w, "text", duty->text);
		write_evidence(w, &duty->span, duty->confidence, duty->rule);
		dd_json_open(w, "spans", '{', true);
		write_list_spans(w, "who", &duty->who);
		write_list_spans(w, "to", &duty->to);
		dd_json_close(w, '}');
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

/* A session's hour stands in "start" behind its day, or alone in "clock" where the day is not said. */
static void
write_clock(Writer *w, const DdSession *session)
{
	if (session->day.year != 0 || session->hour < 0 || session->hour > 23 || session->minute > 59)
		return;
	char text[8];
	g_snprintf(text, sizeof(text), "%02d:%02d", session->hour, MAX(session->minute, 0));
	dd_json_string(w, "clock", text);
}

static void
write_sessions(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "sessions", '[', false);
	for (size_t i = 0; i < reading->n_sessions; i++) {
		const DdSession *session = &reading->sessions[i];
		dd_json_open(w, NULL, '{', true);
		write_line(w, &session->span);
		dd_json_string(w, "agency", session->agency.value);
		if (session->count > 0)
			dd_json_uint(w, "count", (uint64_t)session->count);
		else
			dd_json_null(w, "count");
		dd_json_write_day(w, "start", session->day, session->hour, session->minute);
		write_clock(w, session);
		dd_json_string(w, "start_raw", session->start_raw);
		if (session->day.year == 0 || session->time.kind != DD_TIME_NONE)
			dd_json_write_time(w, "time", &session->time, true);
		dd_json_string(w, "place", session->place);
		write_evidence(w, &session->span, session->confidence, session->rule);
		dd_json_open(w, "spans", '{', true);
		write_field_span(w, "agency", &session->agency);
		dd_json_close(w, '}');
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

static void
write_units(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "units", '[', false);
	for (size_t i = 0; i < reading->n_units; i++) {
		const DdUnit *unit = &reading->units[i];
		dd_json_open(w, NULL, '{', true);
		dd_json_string(w, "name", unit->name);
		write_strings(w, "abbr", unit->abbr, unit->n_abbr);
		dd_json_string(w, "kind", unit->kind);
		if (unit->collective)
			dd_json_bool(w, "collective", true);
		dd_json_bool(w, "known", unit->known);
		write_line(w, &unit->span);
		write_evidence(w, &unit->span, 0, NULL);
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

static void
write_people(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "people", '[', false);
	for (size_t i = 0; i < reading->n_people; i++) {
		const DdPerson *person = &reading->people[i];
		dd_json_open(w, NULL, '{', true);
		dd_json_string(w, "name", person->name);
		dd_json_string(w, "role", person->role);
		write_line(w, &person->span);
		write_evidence(w, &person->span, 0, NULL);
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

static void
write_anomalies(Writer *w, const DdReading *reading)
{
	dd_json_open(w, "anomalies", '[', false);
	for (size_t i = 0; i < reading->n_anomalies; i++) {
		const DdAnomaly *anomaly = &reading->anomalies[i];
		dd_json_open(w, NULL, '{', true);
		write_line(w, &anomaly->span);
		dd_json_string(w, "kind", anomaly->kind);
		dd_json_string(w, "detail", anomaly->detail);
		write_string_if(w, "detail_vi", anomaly->detail_vi);
		write_evidence(w, &anomaly->span, 0, NULL);
		dd_json_close(w, '}');
	}
	dd_json_close(w, ']');
}

bool
dd_reading_write_json(const DdReading *reading, FILE *out, GError **error)
{
	g_return_val_if_fail(reading != NULL && out != NULL, FALSE);
	Writer w;
	dd_json_init(&w, out);
	w.subject = reading;
	dd_json_open(&w, NULL, '{', false);
	dd_json_string(&w, "file", reading->file);
	if (reading->kind != NULL)
		dd_json_string(&w, "kind", reading->kind);
	dd_json_string(&w, "encoding", reading->encoding);
	dd_json_bool(&w, "bom", reading->bom);
	dd_json_bool(&w, "recomposed", reading->recomposed);
	dd_json_bool(&w, "damaged", reading->damaged);
	dd_json_uint(&w, "lines", reading->lines);
	write_document(&w, &reading->document);
	write_citations(&w, reading);
	write_headings(&w, reading);
	write_tasks(&w, reading);
	write_duties(&w, reading);
	write_sessions(&w, reading);
	write_indicators(&w, "targets", reading->targets, reading->n_targets, true);
	write_units(&w, reading);
	write_people(&w, reading);
	write_anomalies(&w, reading);
	dd_json_write_signatures(&w, reading->signatures, reading->n_signatures);
	dd_json_close(&w, '}');
	return dd_json_finish(&w, error);
}
