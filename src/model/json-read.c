/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-read.c: the records of a reading out of its JSON form, but for the places on pages, which the file itself has to give again */
#include "json-read.h"

#include "error.h"
#include "instant.h"
#include "json-read-fields.h"
#include "maxima.h"
#include "reading-words.h"

#include <math.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* Fills the record at @item from object @in. */
typedef void (*ReadItem)(DdJsonRead *self, const json_t *in, void *item);

/* Reads array @key into records of @size bytes each. Returns: in the arena, NULL when there are none */
static void *
read_items(DdJsonRead *self, const json_t *in, const char *key, size_t size, ReadItem read,
	size_t *n_out)
{
	const json_t *array = dd_json_read_array(self, in, key, n_out);
	if (*n_out == 0)
		return NULL;
	char *items = dd_arena_alloc(self->arena, *n_out * size);
	for (size_t i = 0; i < *n_out && self->error == NULL; i++) {
		const json_t *item = json_array_get(array, i);
		if (json_is_object(item))
			read(self, item, items + i * size);
		else
			dd_json_read_fail(self, key, "an array of objects");
	}
	return items;
}

static void
read_signature(DdJsonRead *self, const json_t *in, void *item)
{
	DdElectronicSignature *signature = item;
	const json_t *spans = dd_json_read_object(self, in, "spans");
	signature->span = dd_json_read_span(self, in);
	signature->signed_at = dd_json_read_field(self, in, "signed_at", spans, "signed_at");
	signature->signer = dd_json_read_field(self, in, "signer", spans, "signer");
	signature->email = dd_json_read_field(self, in, "email", spans, "email");
}

static void
read_document(DdJsonRead *self, const json_t *root, DdDocumentHeader *document)
{
	const json_t *in = dd_json_read_object(self, root, "document");
	const json_t *spans = dd_json_read_object(self, in, "spans");
	const json_t *signer = dd_json_read_object(self, in, "signer");
	const struct {
		DdField *field;
		const json_t *in;
		const char *key, *span_key;
	} fields[] = {
		{&document->type, in, "type", "type"},
		{&document->number, in, "number", "number"},
		{&document->symbol, in, "symbol", "symbol"},
		{&document->issuer, in, "issuer", "issuer"},
		{&document->superior, in, "superior", "superior"},
		{&document->place, in, "place", "place"},
		{&document->date_raw, in, "date_raw", "date"},
		{&document->title, in, "title", "title"},
		{&document->authority, signer, "authority", "authority"},
		{&document->position, signer, "position", "position"},
		{&document->signer, signer, "name", "signer"},
		{&document->secrecy, in, "secrecy", "secrecy"},
		{&document->urgency, in, "urgency", "urgency"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		*fields[i].field = dd_json_read_field(
			self, fields[i].in, fields[i].key, spans, fields[i].span_key);
	document->date = dd_json_read_day(self, in, "date", NULL, NULL);
	document->year = (int16_t)dd_json_read_uint(self, in, "year", 9999);
	document->recipients = dd_json_read_list(self, in, "recipients", spans);
	const char *status = dd_json_read_string(self, in, "status");
	document->draft = g_strcmp0(status, "draft") == 0;
	if (status != NULL && !document->draft && strcmp(status, "issued") != 0)
		dd_json_read_fail(self, "status", "\"issued\" or \"draft\"");
	document->signatures = read_items(self, in, "e_signatures", sizeof(*document->signatures),
		read_signature, &document->n_signatures);
}

static void
read_citation(DdJsonRead *self, const json_t *in, void *item)
{
	DdCitation *citation = item;
	citation->span = dd_json_read_span(self, in);
	citation->raw = dd_json_read_string(self, in, "raw");
	citation->type = dd_json_read_string(self, in, "type");
	citation->number = dd_json_read_string(self, in, "number");
	citation->date = dd_json_read_day(self, in, "date", NULL, NULL);
	citation->issuer = dd_json_read_string(self, in, "issuer");
	citation->clause = dd_json_read_string(self, in, "clause");
	citation->short_form = dd_json_read_bool(self, in, "short_form");
	citation->confidence = dd_json_read_confidence(self, in);
	citation->rule = dd_json_read_string(self, in, "rule");
	const char *relation = dd_json_read_string(self, in, "relation");
	if (relation != NULL && !dd_relation_from_string(relation, &citation->relation))
		dd_json_read_fail(self, "relation", "a kind of relation");
}

static void
read_heading(DdJsonRead *self, const json_t *in, void *item)
{
	DdHeading *heading = item;
	heading->span = dd_json_read_span(self, in);
	heading->id = dd_json_read_string(self, in, "id");
	heading->text = dd_json_read_string(self, in, "text");
	heading->confidence = dd_json_read_confidence(self, in);
	heading->rule = dd_json_read_string(self, in, "rule");
}

static void
read_indicator(DdJsonRead *self, const json_t *in, void *item)
{
	DdIndicator *indicator = item;
	indicator->span = dd_json_read_span(self, in);
	indicator->text = dd_json_read_string(self, in, "text");
	indicator->unit = dd_json_read_string(self, in, "unit");
	indicator->op = dd_json_read_string(self, in, "op");
	indicator->of = dd_json_read_string(self, in, "of");
	indicator->by = dd_json_read_string(self, in, "by");
	indicator->confidence = dd_json_read_confidence(self, in);
	const json_t *value = json_object_get(in, "value");
	if (value == NULL || json_is_null(value))
		return;
	indicator->has_value = json_is_number(value);
	indicator->value = json_number_value(value);
	if (!indicator->has_value)
		dd_json_read_fail(self, "value", "a number");
}

/* Returns: the field in the arena, NULL when it is not said */
static DdField *
read_rare_field(DdJsonRead *self, const json_t *in, const char *key, const json_t *spans)
{
	DdField field = dd_json_read_field(self, in, key, spans, key);
	return field.value != NULL ? dd_arena_memdup(self->arena, &field, sizeof(field)) : NULL;
}

static void
read_task(DdJsonRead *self, const json_t *in, void *item)
{
	DdTask *task = item;
	const json_t *spans = dd_json_read_object(self, in, "spans");
	task->span = dd_json_read_span(self, in);
	task->span.line = dd_json_read_uint(self, in, "line_start", UINT32_MAX);
	task->id = dd_json_read_string(self, in, "id");
	task->heading = dd_json_read_string(self, in, "heading");
	task->text = dd_json_read_field(self, in, "text", spans, "text");
	task->director = dd_json_read_list(self, in, "director", spans);
	task->lead = dd_json_read_list(self, in, "lead", spans);
	task->coordinate = dd_json_read_list(self, in, "coordinate", spans);
	task->monitor = dd_json_read_list(self, in, "monitor", spans);
	task->time_raw = dd_json_read_field(self, in, "time_raw", spans, "time");
	task->time = dd_json_read_time(self, in, "time");
	task->product = dd_json_read_field(self, in, "product", spans, "product");
	task->solution = read_rare_field(self, in, "solution", spans);
	task->funding = read_rare_field(self, in, "funding", spans);
	task->indicators = read_items(self, in, "indicators", sizeof(*task->indicators),
		read_indicator, &task->n_indicators);
	task->confidence = dd_json_read_confidence(self, in);
	task->rule = dd_json_read_string(self, in, "rule");
}

static void
read_duty(DdJsonRead *self, const json_t *in, void *item)
{
	DdDuty *duty = item;
	const json_t *spans = dd_json_read_object(self, in, "spans");
	duty->span = dd_json_read_span(self, in);
	duty->who = dd_json_read_list(self, in, "who", spans);
	duty->to = dd_json_read_list(self, in, "to", spans);
	duty->due_raw = dd_json_read_string(self, in, "due_raw");
	duty->due = dd_json_read_time(self, in, "due");
	duty->text = dd_json_read_string(self, in, "text");
	duty->confidence = dd_json_read_confidence(self, in);
	duty->rule = dd_json_read_string(self, in, "rule");
	const char *what = dd_json_read_string(self, in, "what");
	if (what == NULL || !dd_duty_kind_from_string(what, &duty->what))
		dd_json_read_fail(self, "what", "a kind of duty");
}

static void
read_clock(DdJsonRead *self, const json_t *in, DdSession *session)
{
	const char *clock = dd_json_read_string(self, in, "clock");
	if (clock == NULL || session->day.year != 0)
		return;
	unsigned hour = 0, minute = 0;
	bool good = strlen(clock) == 5 && g_ascii_isdigit(clock[0]) && g_ascii_isdigit(clock[1]) &&
		    clock[2] == ':' && g_ascii_isdigit(clock[3]) && g_ascii_isdigit(clock[4]);
	if (good) {
		hour = (unsigned)(clock[0] - '0') * 10 + (unsigned)(clock[1] - '0');
		minute = (unsigned)(clock[3] - '0') * 10 + (unsigned)(clock[4] - '0');
	}
	if (!good || hour > 23 || minute > 59) {
		dd_json_read_fail(self, "clock", "a time as HH:MM");
		return;
	}
	session->hour = (int16_t)hour;
	session->minute = (int16_t)minute;
}

static void
read_session(DdJsonRead *self, const json_t *in, void *item)
{
	DdSession *session = item;
	const json_t *spans = dd_json_read_object(self, in, "spans");
	session->span = dd_json_read_span(self, in);
	session->agency = dd_json_read_field(self, in, "agency", spans, "agency");
	session->count = (int)dd_json_read_uint(self, in, "count", INT32_MAX);
	session->day = dd_json_read_day(self, in, "start", &session->hour, &session->minute);
	read_clock(self, in, session);
	session->start_raw = dd_json_read_string(self, in, "start_raw");
	session->time = dd_json_read_time(self, in, "time");
	session->place = dd_json_read_string(self, in, "place");
	session->confidence = dd_json_read_confidence(self, in);
	session->rule = dd_json_read_string(self, in, "rule");
}

static void
read_unit(DdJsonRead *self, const json_t *in, void *item)
{
	DdUnit *unit = item;
	unit->span = dd_json_read_span(self, in);
	unit->name = dd_json_read_string(self, in, "name");
	unit->abbr = dd_json_read_strings(self, in, "abbr", &unit->n_abbr);
	unit->kind = dd_json_read_string(self, in, "kind");
	unit->collective = dd_json_read_bool(self, in, "collective");
	unit->known = dd_json_read_bool(self, in, "known");
}

static void
read_person(DdJsonRead *self, const json_t *in, void *item)
{
	DdPerson *person = item;
	person->span = dd_json_read_span(self, in);
	person->name = dd_json_read_string(self, in, "name");
	person->role = dd_json_read_string(self, in, "role");
}

/* Reads a file's own signature; dd_json_write_signatures has the keys. */
static void
read_file_signature(DdJsonRead *self, const json_t *in, void *item)
{
	DdSignature *signature = item;
	signature->signer = dd_json_read_string(self, in, "signer");
	signature->organisation = dd_json_read_string(self, in, "organisation");
	signature->authority = dd_json_read_string(self, in, "authority");
	signature->time_stamped = dd_json_read_bool(self, in, "time_stamped");
	signature->whole = dd_json_read_bool(self, in, "whole");
	const char *time = dd_json_read_string(self, in, "time");
	if (time != NULL && !dd_instant_parse(time, &signature->time))
		dd_json_read_fail(self, "time", "a time like 2026-03-18T08:41:42+07:00");
	const char *state = dd_json_read_string(self, in, "state");
	if (state != NULL && !dd_signature_state_from_string(state, &signature->state))
		dd_json_read_fail(self, "state", "a state of a signature");
	const char *trust = dd_json_read_string(self, in, "trust");
	if (trust != NULL && !dd_trust_from_string(trust, &signature->trust))
		dd_json_read_fail(self, "trust", "a kind of trust");
}

static void
read_anomaly(DdJsonRead *self, const json_t *in, void *item)
{
	DdAnomaly *anomaly = item;
	anomaly->span = dd_json_read_span(self, in);
	anomaly->kind = dd_json_read_string(self, in, "kind");
	anomaly->detail = dd_json_read_string(self, in, "detail");
	anomaly->detail_vi = dd_json_read_string(self, in, "detail_vi");
}

static void
read_reading(DdJsonRead *self, const json_t *in, DdReading *r)
{
	r->file = dd_json_read_string(self, in, "file");
	r->kind = dd_json_read_string(self, in, "kind");
	r->encoding = dd_json_read_string(self, in, "encoding");
	r->bom = dd_json_read_bool(self, in, "bom");
	r->recomposed = dd_json_read_bool(self, in, "recomposed");
	r->damaged = dd_json_read_bool(self, in, "damaged");
	r->lines = dd_json_read_uint(self, in, "lines", UINT32_MAX);
	read_document(self, in, &r->document);
	r->citations = read_items(
		self, in, "citations", sizeof(*r->citations), read_citation, &r->n_citations);
	r->headings = read_items(
		self, in, "headings", sizeof(*r->headings), read_heading, &r->n_headings);
	r->tasks = read_items(self, in, "tasks", sizeof(*r->tasks), read_task, &r->n_tasks);
	r->duties = read_items(self, in, "duties", sizeof(*r->duties), read_duty, &r->n_duties);
	r->sessions = read_items(
		self, in, "sessions", sizeof(*r->sessions), read_session, &r->n_sessions);
	r->targets = read_items(
		self, in, "targets", sizeof(*r->targets), read_indicator, &r->n_targets);
	r->units = read_items(self, in, "units", sizeof(*r->units), read_unit, &r->n_units);
	r->people = read_items(self, in, "people", sizeof(*r->people), read_person, &r->n_people);
	r->anomalies = read_items(
		self, in, "anomalies", sizeof(*r->anomalies), read_anomaly, &r->n_anomalies);
	r->signatures = read_items(self, in, "signatures", sizeof(*r->signatures),
		read_file_signature, &r->n_signatures);
}

DdReading *
dd_reading_parse_json(const char *text, size_t len, GError **error)
{
	if (len > DD_MAX_READING_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE, "more than %u bytes of JSON",
			DD_MAX_READING_BYTES);
		return NULL;
	}
	json_error_t trouble;
	g_autoptr(json_t) root = json_loadb(text, len, JSON_REJECT_DUPLICATES, &trouble);
	if (root == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "line %d of the JSON: %s",
			trouble.line, trouble.text);
		return NULL;
	}
	if (!json_is_object(root)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "the JSON is no object");
		return NULL;
	}
	g_autoptr(DdReading) reading = g_new0(DdReading, 1);
	DdJsonRead self = {.arena = dd_arena_new(), .error = NULL};
	reading->arena = self.arena;
	read_reading(&self, root, reading);
	if (self.error != NULL) {
		g_propagate_error(error, self.error);
		return NULL;
	}
	return g_steal_pointer(&reading);
}
