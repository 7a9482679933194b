/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-note.h"

#include "error.h"
#include "maxima.h"
#include "said.h"

#include <string.h>

typedef struct {
	const char *text, *vi, *en;
} Part;

static bool
check_texts(const DdProgress *note, bool *said_out, GError **error)
{
	const Part parts[] = {
		{note->done, "đã làm", "what was done"},
		{note->next, "sẽ làm", "what is next"},
		{note->difficulty, "khó khăn", "the difficulty"},
		{note->proposal, "đề xuất", "the proposal"},
		{note->reason, "lý do", "the reason"},
	};
	*said_out = false;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (!dd_is_said(parts[i].text))
			continue;
		*said_out = true;
		if (strlen(parts[i].text) > DD_MAX_NOTE_BYTES) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"phần “%s” dài quá %u byte (%s is longer than %u bytes)",
				parts[i].vi, DD_MAX_NOTE_BYTES, parts[i].en, DD_MAX_NOTE_BYTES);
			return false;
		}
	}
	return true;
}

bool
dd_progress_check(const DdProgress *note, int percent_before, int *percent_out, GError **error)
{
	bool said;
	if (note->percent < -1 || note->percent > 100) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tỷ lệ hoàn thành phải từ 0 đến 100, không phải %d (a percentage is 0 to 100, not %d)",
			note->percent, note->percent);
		return false;
	}
	if (!check_texts(note, &said, error))
		return false;
	int percent = note->percent >= 0 ? note->percent : percent_before;
	if (!said && percent == percent_before) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"báo tiến độ cần có nội dung (a note of progress says something)");
		return false;
	}
	if (percent < percent_before && !dd_is_said(note->reason)) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_MISSING, "tỷ lệ giảm từ %d xuống %d cần có lý do (the percentage falls from %d to %d: why?)",
			percent_before, percent, percent_before, percent);
		return false;
	}
	*percent_out = percent;
	return true;
}
