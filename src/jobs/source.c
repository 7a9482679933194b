/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source.c: lines, pages, and columns as JavaScript counts them */
#include "source.h"

#include <stdlib.h>

#include "document-text.h"
#include "json-writer.h"
#include "maxima.h"

/* Where a value of the reading stands */
typedef struct {
	const char *of, *field; /* static */
	uint32_t index;         /* in its list of the reading, from 0 */
	uint32_t line, start;   /* line from 1; column in code units */
	uint32_t line_end, end;
} Value;

/* A place in the text whose line and column are to be found */
typedef struct {
	uint32_t at; /* byte of the text */
	guint value;
	bool is_end;
} Point;

typedef struct {
	const DdText *text;
	const char *letters;
	uint32_t lines;             /* that are shown */
	const DdDocument *document; /* NULL: it was plain text */
	const DdReading *reading;
	GArray *values, *points;
} Source;

DdText *
dd_source_get_text(const DdFileFound *found)
{
	if (found->document != NULL)
		return dd_text_new_take(dd_document_to_text(found->document, NULL), NULL);
	GByteArray *copy = g_byte_array_sized_new(found->text->len);
	g_byte_array_append(copy, found->text->data, found->text->len);
	return dd_text_new_take(copy, NULL);
}

/* Returns: the first byte of the text, of [@low, @high], that comes from byte @source of the file or from behind it */
static uint32_t
find_in_text(const DdText *text, uint32_t source, uint32_t low, uint32_t high)
{
	/* most files are read as they are */
	if (source >= low && source <= high && dd_text_to_source(text, source) == source)
		return source;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (dd_text_to_source(text, middle) < source)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
add_point(Source *self, uint32_t source, uint32_t line, bool is_end)
{
	uint32_t last, first = dd_text_get_line(self->text, line - 1, &last);
	const Point point = {
		find_in_text(self->text, source, first, last), self->values->len - 1, is_end};
	g_array_append_val(self->points, point);
}

static void
add_span(Source *self, const char *of, size_t index, const char *field, const DdSpan *span)
{
	if (span->line == 0 || span->end <= span->start || span->line_end < span->line ||
		span->line_end > self->lines || self->values->len >= DD_MAX_SOURCE_SPANS)
		return;
	const Value value = {.of = of,
		.field = field,
		.index = (uint32_t)index,
		.line = span->line,
		.line_end = span->line_end};
	g_array_append_val(self->values, value);
	add_point(self, span->start, span->line, false);
	add_point(self, span->end, span->line_end, true);
}

static void
add_field(Source *self, const char *of, size_t index, const char *name, const DdField *field)
{
	if (field->value != NULL)
		add_span(self, of, index, name, &field->span);
}

static void
add_list(Source *self, size_t index, const char *name, const DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		add_field(self, "task", index, name, &list->items[i]);
}

static void
add_task(Source *self, size_t index, const DdTask *task)
{
	add_field(self, "task", index, "text", &task->text);
	add_list(self, index, "lead", &task->lead);
	add_list(self, index, "coordinate", &task->coordinate);
	add_list(self, index, "director", &task->director);
	add_list(self, index, "monitor", &task->monitor);
	add_field(self, "task", index, "time", &task->time_raw);
	add_field(self, "task", index, "product", &task->product);
}

static void
add_values(Source *self)
{
	const DdReading *reading = self->reading;
	const DdDocumentHeader *head = &reading->document;
	const struct {
		const char *name;
		const DdField *field;
	} fields[] = {{"type", &head->type}, {"number", &head->number}, {"date", &head->date_raw},
		{"issuer", &head->issuer}, {"title", &head->title}, {"signer", &head->signer}};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		add_field(self, "document", 0, fields[i].name, fields[i].field);
	for (size_t i = 0; i < reading->n_tasks; i++)
		add_task(self, i, &reading->tasks[i]);
	for (size_t i = 0; i < reading->n_headings; i++)
		add_span(self, "heading", i, "text", &reading->headings[i].span);
	for (size_t i = 0; i < reading->n_duties; i++)
		add_span(self, "duty", i, "text", &reading->duties[i].span);
	for (size_t i = 0; i < reading->n_citations; i++)
		add_span(self, "citation", i, "raw", &reading->citations[i].span);
}

static int
compare_points(gconstpointer a, gconstpointer b)
{
	const Point *one = a, *other = b;
	return one->at < other->at ? -1 : one->at > other->at;
}

/* Counts columns: once through the text, however many values there are */
static void
set_columns(Source *self)
{
	g_array_sort(self->points, compare_points);
	const char *at = self->letters;
	uint32_t column = 0;
	for (guint i = 0; i < self->points->len; i++) {
		const Point *point = &g_array_index(self->points, Point, i);
		const char *to = self->letters + point->at;
		for (; at < to; at = g_utf8_next_char(at))
			column = *at == '\n' ? 0 : column + ((guint8)*at >= 0xf0 ? 2 : 1);
		Value *value = &g_array_index(self->values, Value, point->value);
		*(point->is_end ? &value->end : &value->start) = column;
	}
}

static void
write_lines(const Source *self, DdJsonWriter *json)
{
	dd_json_open(json, "lines", '[', true);
	g_autoptr(GString) line = g_string_new(NULL);
	for (uint32_t i = 0; i < self->lines; i++) {
		uint32_t end, start = dd_text_get_line(self->text, i, &end);
		g_string_truncate(line, 0);
		g_string_append_len(line, self->letters + start, end - start);
		dd_json_string(json, NULL, line->str);
	}
	dd_json_close(json, ']');
}

/* Writes each line with which another page begins, by the first word of it that has a place */
static void
write_pages(const Source *self, DdJsonWriter *json)
{
	const DdReading *reading = self->reading;
	size_t place = 0;
	uint32_t page = 0;
	dd_json_open(json, "pages", '[', true);
	for (uint32_t i = 0; i < self->lines && place < reading->n_places; i++) {
		uint32_t end, start = dd_text_get_line(self->text, i, &end);
		uint32_t first = dd_text_to_source(self->text, start);
		uint32_t last = dd_text_to_source(self->text, end);
		while (place < reading->n_places && reading->places[place].start < first)
			place++;
		if (place == reading->n_places || reading->places[place].start > last ||
			reading->places[place].page == page)
			continue;
		page = reading->places[place].page;
		dd_json_open(json, NULL, '{', true);
		dd_json_uint(json, "page", page);
		dd_json_uint(json, "line", i + 1);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

/* Writes how large pages are and how they were turned, which places on them go by. */
static void
write_sheets(const Source *self, DdJsonWriter *json)
{
	size_t n = 0;
	const DdPage *pages = self->document != NULL ? dd_document_get_pages(self->document, &n)
						     : NULL;
	dd_json_open(json, "sheets", '[', true);
	for (size_t i = 0; i < n; i++) {
		dd_json_open(json, NULL, '{', true);
		dd_json_double(json, "width", pages[i].width / 10.0);
		dd_json_double(json, "height", pages[i].height / 10.0);
		dd_json_uint(json, "turned", (uint64_t)pages[i].turned * 90);
		dd_json_double(json, "skew", pages[i].skew / 100.0);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static void
write_spans(const Source *self, DdJsonWriter *json)
{
	dd_json_open(json, "spans", '[', true);
	for (guint i = 0; i < self->values->len; i++) {
		const Value *value = &g_array_index(self->values, Value, i);
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "of", value->of);
		dd_json_uint(json, "index", value->index);
		dd_json_string(json, "field", value->field);
		dd_json_uint(json, "line", value->line);
		dd_json_uint(json, "start", value->start);
		dd_json_uint(json, "line_end", value->line_end);
		dd_json_uint(json, "end", value->end);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static char *
write(const Source *self, bool cut)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	if (out == NULL)
		return NULL;
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, out);
	dd_json_open(json, NULL, '{', true);
	dd_json_bool(json, "cut", cut);
	write_lines(self, json);
	write_pages(self, json);
	write_sheets(self, json);
	write_spans(self, json);
	dd_json_close(json, '}');
	bool good = dd_json_finish(json, NULL);
	if (fclose(out) != 0 || !good)
		g_clear_pointer(&text, free);
	return text;
}

char *
dd_source_to_json(const DdText *text, const DdDocument *document, const DdReading *reading)
{
	size_t len;
	g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(Value));
	g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
	Source self = {.text = text,
		.letters = dd_text_get(text, &len),
		.document = document,
		.reading = reading,
		.values = values,
		.points = points};
	uint32_t all = dd_text_get_line_count(text);
	for (uint32_t end; self.lines < all; self.lines++) {
		(void)dd_text_get_line(text, self.lines, &end);
		if (end > DD_MAX_SOURCE_BYTES)
			break;
	}
	add_values(&self);
	set_columns(&self);
	return write(&self, self.lines < all);
}
