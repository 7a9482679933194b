/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step-body.c: members of a body that say what is done with a task */
#include "step-body.h"

#include <string.h>

#include "error.h"
#include "maxima.h"

bool
dd_step_body_get_note(const json_t *body, const char *name, const char **out, GError **error)
{
	return dd_body_get_text(body, name, DD_MAX_NOTE_BYTES, false, out, error);
}

bool
dd_step_body_read_progress(const json_t *body, DdStep *step, GError **error)
{
	int64_t percent = -1;
	DdProgress *note = &step->progress;
	step->action = DD_ACTION_PROGRESS;
	if (!dd_step_body_get_note(body, "done", &note->done, error) ||
		!dd_step_body_get_note(body, "next", &note->next, error) ||
		!dd_step_body_get_note(body, "difficulty", &note->difficulty, error) ||
		!dd_step_body_get_note(body, "proposal", &note->proposal, error) ||
		!dd_step_body_get_note(body, "reason", &note->reason, error) ||
		!dd_body_get_number(body, "percent", 0, 100, &percent, error))
		return false;
	note->percent = (int)percent;
	step->reason = note->reason;
	return true;
}

/* An action that moves a task; progress has a call of its own, with what is said of it */
static bool
read_word(const json_t *body, DdAction *out, GError **error)
{
	const char *word;
	if (!dd_body_get_text(body, "action", DD_MAX_KIND_BYTES, true, &word, error))
		return false;
	if (dd_action_from_string(word, out) && *out <= DD_ACTION_REOPEN && *out != DD_ACTION_PROGRESS)
		return true;
	g_set_error(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "action: không có việc ấy với nhiệm vụ (action: nothing like that is done with tasks)");
	return false;
}

bool
dd_step_body_read_shift(const json_t *body, DdDueShift *out, GError **error)
{
	const char *word;
	if (!dd_body_get_text(body, "days_off", DD_MAX_KIND_BYTES, false, &word, error))
		return false;
	*out = g_strcmp0(word, "next") == 0 ? DD_DUE_MOVES_ON : DD_DUE_STAYS;
	if (word == NULL || *out == DD_DUE_MOVES_ON || strcmp(word, "stay") == 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"days_off là stay hoặc next (days_off is stay or next)");
	return false;
}

bool
dd_step_body_read_action(const json_t *body, DdStep *step, GError **error)
{
	step->progress.percent = -1;
	return read_word(body, &step->action, error) &&
	       dd_step_body_get_note(body, "reason", &step->reason, error) &&
	       dd_step_body_get_note(body, "document", &step->document, error) &&
	       dd_step_body_get_note(body, "product", &step->product, error) &&
	       dd_step_body_get_note(body, "proof", &step->proof, error) &&
	       dd_step_body_get_note(body, "lead", &step->lead, error) &&
	       dd_body_get_day(body, "until", &step->until, error) &&
	       dd_step_body_read_shift(body, &step->shift, error);
}

bool
dd_step_body_read_files(const json_t *body, DdArena *arena, DdStep *step, GError **error)
{
	if (!dd_body_get_list(
		    body, "files", DD_HASH_TEXT - 1, DD_MAX_STEP_FILES, arena, &step->files, error))
		return false;
	if (step->files == NULL || *step->files == NULL || step->action == DD_ACTION_PROGRESS ||
		step->action == DD_ACTION_SUBMIT)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"files chỉ dùng khi báo cáo tiến độ hoặc trình kết quả (files go with progress and "
		"submit only)");
	return false;
}
