/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attachment.h: files that come with steps of a task, as product and proof: first they are attached to the task, then a step names them */
#pragma once

#include "arena.h"
#include "follow.h"
#include "intake.h"
#include "store.h"

G_BEGIN_DECLS

/* Strings lie in the arena that was given */
typedef struct {
	DdHash hash;
	const char *name; /* without folders, fit to be shown */
	const char *who;
	int64_t size;     /* bytes */
	int64_t added_at; /* seconds since 1970 */
	int64_t step;     /* position of the step that came with it; -1: none did yet */
} DdAttachment;

/*
 * Attaches a file to a task that @part may report on, with its record. The same file, attached by the same person and named by no step yet, is there
 * once. Returns: FALSE when it cannot be: as of dd_follow_step, or DD_ERROR_TOO_LARGE (DD_MAX_TASK_FILES…)
 */
bool
dd_attachment_add(DdChange *change, int64_t task, const DdActingAs *part, const DdIntakeFile *file,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * The step at @step came with these files (hexadecimal hashes, NULL-terminated; NULL none), which who takes it has attached. Returns: FALSE with
 * DD_ERROR_MISSING (one is not attached, or a step came with it before), DD_ERROR_TOO_LARGE (over DD_MAX_STEP_FILES), or as of dd_db_query
 */
bool
dd_attachment_use(DdChange *change, int64_t task, int64_t step, const char *const *hashes,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdAttachment that steps came with, by step and as they came, at most DD_MAX_TASK_FILES; NULL: as of dd_db_query */
GArray *
dd_attachment_list(DdStore *self, int64_t task, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Finds a file of a task that a step came with, or that @who has attached. @found_out: FALSE when there is none. Returns: FALSE on failure */
bool
dd_attachment_find(DdStore *self, int64_t task, const DdHash *hash, const char *who, DdArena *arena,
	DdAttachment *out, bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Takes one away that no step came with for more than DD_MAX_UNUSED_FILE_HOURS, and its bytes where nothing else has them, with a record; by the @now of
 * the record. @swept_out: FALSE when there is none
 */
bool
dd_attachment_sweep(DdStore *self, int64_t now, bool *swept_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
