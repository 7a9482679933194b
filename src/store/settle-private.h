/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle-private.h: what is recorded of a correction, for the files of settle.h and check.c alone */
#pragma once

#include "stored.h"

#include <jansson.h>

G_BEGIN_DECLS

/* Returns: (transfer full) what a person can change of a task: an object of all its fields, texts or null */
json_t *
dd_settle_content(const DdStoredTask *task);
/* Returns: (transfer full) fields that differ, by the alphabet: an array of [field, was, now] */
json_t *
dd_settle_changes(const DdStoredTask *was, const DdStoredTask *now);
/* @content: (nullable) what a task was recorded to be last, NULL as it was read. @same_out: whether it is that. Returns: FALSE on failure */
bool
dd_settle_is_recorded(DdStore *self, int64_t id, const json_t *content, bool *same_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* @reading_out: number of the reading of that document. Returns: FALSE as of dd_stored_document, or with DD_ERROR_EMPTY: it is not there, or was not read */
bool
dd_settle_find_reading(DdStore *store, int64_t id, DdArena *arena, int64_t *reading_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
