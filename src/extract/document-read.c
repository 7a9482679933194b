/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-read.c: a Document as text, read, with what is known of its file besides */
#include "document-read.h"

#include <string.h>

#include "arena.h"
#include "document-text.h"
#include "doubt.h"
#include "maxima.h"
#include "signatures.h"

static const struct {
	const char *detail, *detail_vi;
} notes[DD_NOTE_LAST] = {
	/* NO_RECOGNISER has none: that of UNREAD_PAGES says it */
	[DD_NOTE_TRACKED_CHANGES] =
		{"the file has changes not yet accepted; it was read as if they were",
			"tệp còn vết sửa chưa chấp nhận; đã đọc như khi chấp nhận hết"},
	[DD_NOTE_COMMENTS] = {"the file has comments, which were not read",
		"tệp có ghi chú bên lề, không đọc"},
	[DD_NOTE_MACROS] = {"the file has macros, which were neither run nor read",
		"tệp có macro, không chạy và không đọc"},
	[DD_NOTE_CUT] = {"the file is larger than can be read; its end is missing",
		"tệp lớn hơn mức đọc được; thiếu phần cuối"},
	[DD_NOTE_RECOGNISED] = {"pages are images: their letters were recognised and may be wrong",
		"trang là ảnh quét: chữ do máy nhận dạng, có thể sai"},
	[DD_NOTE_UNREAD_PAGES] = {"pages are images and were not read",
		"có trang là ảnh quét, chưa đọc"},
	[DD_NOTE_BAD_TEXT] = {"the file's own text is bad; its pages were read as images",
		"lớp chữ có sẵn trong tệp bị sai; đã đọc lại từ ảnh của trang"},
	[DD_NOTE_HIDDEN] = {"the file has hidden sheets, which were not read",
		"tệp có trang tính bị ẩn, không đọc; cần đọc thì bỏ ẩn"},
	[DD_NOTE_CONVERTED] =
		{"an old Word or Excel file: LibreOffice converted it, what was read is the result",
			"đã chuyển từ tệp Word/Excel cũ bằng LibreOffice rồi đọc; chỗ nào lạ hãy "
			"đối chiếu tệp gốc"},
	[DD_NOTE_PACKED] = {"the file holds other files, which were not unpacked",
		"tệp nén chưa được mở ra"},
};

/* Says of unread pages which they are, and what to do. */
static void
name_unread_pages(DdAnomaly *said, DdArena *arena, const DdDocument *document)
{
	g_autofree char *pages = dd_document_list_unread_pages(document);
	if (pages == NULL)
		return;
	bool missing = dd_document_has_note(document, DD_NOTE_NO_RECOGNISER);
	g_autofree char *detail = g_strdup_printf(
		"pages %s are images, or their text is nonsense, and were not read; %s", pages,
		missing ? "the recogniser is missing: install tesseract-ocr-vie and all of dondoc, "
			  "and "
			  "read the file again, or look at these pages"
			: "look at these pages");
	g_autofree char *detail_vi = g_strdup_printf(
		"chưa đọc trang %s, là ảnh quét hoặc có lớp chữ sai; %s", pages,
		missing ? "máy thiếu phần nhận dạng chữ: hãy cài gói tesseract-ocr-vie và cài đủ "
			  "dondoc "
			  "rồi đọc lại, hoặc xem các trang này bằng mắt"
			: "hãy xem các trang này bằng mắt");
	said->detail = dd_arena_strdup(arena, detail);
	said->detail_vi = dd_arena_strdup(arena, detail_vi);
}

/* Puts a remark for each note, and those on signatures, before those that the reading made. */
static void
remark_file(DdReading *reading, const DdDocument *document)
{
	DdAnomaly said[DD_NOTE_LAST + DD_MAX_SIGNATURES];
	size_t n = 0;
	for (DdNote note = 0; note < DD_NOTE_LAST; note++) {
		if (!dd_document_has_note(document, note) || notes[note].detail == NULL)
			continue;
		said[n] = (DdAnomaly){.span = {.line = 1, .line_end = 1},
			.kind = dd_note_to_string(note),
			.detail = notes[note].detail,
			.detail_vi = notes[note].detail_vi};
		if (note == DD_NOTE_UNREAD_PAGES)
			name_unread_pages(&said[n], reading->arena, document);
		n++;
	}
	n += dd_signatures_remark(reading, said + n, G_N_ELEMENTS(said) - n);
	if (n == 0)
		return;
	DdAnomaly *all = dd_arena_alloc(reading->arena, (n + reading->n_anomalies) * sizeof(*all));
	memcpy(all, said, n * sizeof(*all));
	if (reading->n_anomalies > 0)
		memcpy(all + n, reading->anomalies, reading->n_anomalies * sizeof(*all));
	reading->anomalies = all;
	reading->n_anomalies += n;
}

static void
take_places(DdReading *reading, const GArray *places)
{
	if (places->len == 0)
		return;
	reading->places = dd_arena_alloc(reading->arena, places->len * sizeof(DdPlace));
	memcpy(reading->places, places->data, places->len * sizeof(DdPlace));
	reading->n_places = places->len;
}

DdReading *
dd_reader_read_document(
	const DdReader *self, const DdDocument *document, const char *name, GError **error)
{
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(DdPlace));
	DdReading *reading = dd_reader_read(self, dd_document_to_text(document, places), name, error);
	if (reading == NULL)
		return NULL;
	take_places(reading, places);
	reading->kind = dd_arena_strdup(reading->arena, dd_document_get_kind(document));
	dd_signatures_read(reading, document);
	dd_doubt_words(reading, dd_document_has_note(document, DD_NOTE_RECOGNISED));
	remark_file(reading, document);
	return reading;
}
