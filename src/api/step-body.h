/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step-body.h: members of a body that say what is done with a task; the same wherever it is said. All return as of dd_body_get_text, texts are lent by the body */
#pragma once

#include "body.h"
#include "follow.h"

G_BEGIN_DECLS

/* What an action may come with; a route that takes more lists them itself */
#define DD_STEP_NAMES                                                                              \
	"action", "reason", "document", "product", "proof", "lead", "until", "days_off"

/* A text, as of dd_body_get_text, that need not be there */
bool
dd_step_body_get_note(const json_t *body, const char *name, const char **out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_step_body_read_progress(const json_t *body, DdStep *step, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* "days_off": what becomes of a last day that is a day off; it stays where nothing is said */
bool
dd_step_body_read_shift(const json_t *body, DdDueShift *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_step_body_read_action(const json_t *body, DdStep *step, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* "files": what a step whose action is read comes with, in @arena. Returns: as of dd_body_get_list, and DD_ERROR_INVALID_DATA: that action takes none */
bool
dd_step_body_read_files(const json_t *body, DdArena *arena, DdStep *step, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
