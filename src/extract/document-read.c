/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-read.c: a Document as text, read, with what is known of its file besides */
#include "document-read.h"

#include <string.h>

#include "arena.h"
#include "document-text.h"

static const struct {
	const char *detail, *detail_vi;
} notes[DD_NOTE_LAST] = {
	[DD_NOTE_TRACKED_CHANGES] =
		{"the file has changes not yet accepted; it was read as if they were",
			"tệp còn vết sửa chưa chấp nhận; đã đọc như khi chấp nhận hết"},
	[DD_NOTE_COMMENTS] = {"the file has comments, which were not read",
		"tệp có ghi chú bên lề, không đọc"},
	[DD_NOTE_MACROS] = {"the file has macros, which were neither run nor read",
		"tệp có macro, không chạy và không đọc"},
	[DD_NOTE_CUT] = {"the file is larger than can be read; its end is missing",
		"tệp lớn hơn mức đọc được; thiếu phần cuối"},
};

/* Puts a remark for each note before those that the reading made. */
static void
remark_notes(DdReading *reading, const DdDocument *document)
{
	DdAnomaly said[DD_NOTE_LAST];
	size_t n = 0;
	for (DdNote note = 0; note < DD_NOTE_LAST; note++)
		if (dd_document_has_note(document, note))
			said[n++] = (DdAnomaly){.span = {.line = 1, .line_end = 1},
				.kind = dd_note_to_string(note),
				.detail = notes[note].detail,
				.detail_vi = notes[note].detail_vi};
	if (n == 0)
		return;
	DdAnomaly *all = dd_arena_alloc(reading->arena, (n + reading->n_anomalies) * sizeof(*all));
	memcpy(all, said, n * sizeof(*all));
	if (reading->n_anomalies > 0)
		memcpy(all + n, reading->anomalies, reading->n_anomalies * sizeof(*all));
	reading->anomalies = all;
	reading->n_anomalies += n;
}

DdReading *
dd_reader_read_document(
	const DdReader *self, const DdDocument *document, const char *name, GError **error)
{
	DdReading *reading = dd_reader_read(self, dd_document_to_text(document), name, error);
	if (reading == NULL)
		return NULL;
	reading->kind = dd_arena_strdup(reading->arena, dd_document_get_kind(document));
	remark_notes(reading, document);
	return reading;
}
