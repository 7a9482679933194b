/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "breaks.h"

#include <string.h>

#include "letter.h"

#define TAG_BYTES 6u    /* "<br />" */
#define ROW_BYTES 8000u /* of a row that lays out a head or a tail */
#define LAYOUT_ROWS 40u /* of one such table */
#define TOP_LINES 12u   /* of a document, where a letterhead stands */
#define NAME_LETTERS 12u

uint32_t
dd_breaks_tag_len(const char *at, const char *end)
{
	if (end - at < 4 || g_ascii_strncasecmp(at, "<br", 3) != 0)
		return 0;
	uint32_t n = 3;
	while (n < TAG_BYTES && at + n < end && (at[n] == ' ' || at[n] == '/'))
		n++;
	return n < TAG_BYTES && at + n < end && at[n] == '>' ? n + 1 : 0;
}

static const char *
find_tag(const char *at, const char *end)
{
	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		if (dd_breaks_tag_len(at, end) > 0)
			return at;
		at++;
	}
	return NULL;
}

/* Does what stands at @at, behind marks of emphasis, begin with @word? */
static bool
begins_with(const char *at, const char *end, const char *word)
{
	size_t len = strlen(word);
	while (at < end && (*at == ' ' || *at == '*' || *at == '_'))
		at++;
	return (size_t)(end - at) >= len && memcmp(at, word, len) == 0;
}

/* Is this line of a cell one that only a letterhead or a signature has? */
static bool
is_cue(const char *at, const char *end)
{
	static const char *const cues[] = {"CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập - Tự do",
		"Độc lập – Tự do", "ĐẢNG CỘNG SẢN VIỆT NAM",
		"Nơi nhận:", "NƠI NHẬN:", "Nơi nhận :", "TM. ", "T/M ", "KT. ", "TL. ", "TUQ. "};
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (begins_with(at, end, cues[i]))
			return true;
	return false;
}

static bool
lays_out(const char *at, const char *end)
{
	if ((size_t)(end - at) > ROW_BYTES)
		return false;
	bool begins = true;
	for (; at < end; at++) {
		if (begins && is_cue(at, end))
			return true;
		begins = *at == '|' || *at == '>';
	}
	return false;
}

/* "| ĐOÀN TNCS …<br>BAN CHẤP HÀNH … | … |": two cells of capitals at the top of a document name who issues it */
static bool
is_two_names(const char *at, const char *end)
{
	unsigned strokes = 0, upper = 0;
	bool outer = at < end && *at == '|';
	while (at < end) {
		gunichar c;
		uint32_t len = *at == '<' ? dd_breaks_tag_len(at, end) : 0;
		if (len > 0) {
			at += len;
			continue;
		}
		at += dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letter.base != 0 && !letter.upper)
			return false;
		upper += letter.base != 0;
		strokes += c == '|';
	}
	return upper >= NAME_LETTERS && strokes == (outer ? 3u : 1u);
}

/* Where lines are to begin */
typedef struct {
	DdContext *context;
	GArray *at; /* uint32_t */
} Breaks;

/* Parts [@start, @end) at its tags, and at its cells when @cells */
static void
part_line(Breaks *self, uint32_t start, uint32_t end, bool cells)
{
	const char *chars = self->context->chars;
	for (uint32_t i = start; i < end; i++) {
		uint32_t len = chars[i] == '<' ? dd_breaks_tag_len(chars + i, chars + end) : 0;
		if (len > 0) {
			dd_context_blank(self->context, i, i + len);
			g_array_append_val(self->at, i);
			i += len - 1;
		} else if (cells && chars[i] == '|') {
			dd_context_blank(self->context, i, i + 1);
			if (i > start)
				g_array_append_val(self->at, i);
		}
	}
}

void
dd_breaks_make(DdContext *context)
{
	const char *chars = context->chars, *stop = chars + context->len;
	if (find_tag(chars, stop) == NULL)
		return;
	g_autoptr(GArray) at = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	Breaks self = {context, at};
	unsigned layout = 0; /* rows that the table at hand may still have */
	for (uint32_t i = 0; i < dd_text_get_line_count(context->text); i++) {
		uint32_t end, start = dd_text_get_line(context->text, i, &end);
		bool row = memchr(chars + start, '|', end - start) != NULL,
		     tagged = find_tag(chars + start, chars + end) != NULL;
		if (!row)
			layout = 0;
		else if (layout == 0 && (lays_out(chars + start, chars + end) ||
						(tagged && i < TOP_LINES &&
							is_two_names(chars + start, chars + end))))
			layout = LAYOUT_ROWS;
		if (tagged && (!row || layout > 0))
			part_line(&self, start, end, row);
		layout -= layout > 0;
	}
	dd_text_break(context->text, (const uint32_t *)(const void *)at->data, at->len);
}
