/* SPDX-License-Identifier: GPL-3.0-or-later */
/* body.h: JSON bodies of requests: one small object with the members that were asked for and no others; what it holds are values and lists of them */
#pragma once

#include <glib.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "date.h"

G_BEGIN_DECLS

/*
 * Reads the @len bytes as one JSON object whose members are all among @names (NULL-terminated), each text, number, truth, null or a list of
 * such, at most DD_MAX_JSON_BYTES. Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA, DD_ERROR_TOO_LARGE
 */
json_t *
dd_body_parse(const void *bytes, size_t len, const char *const *names, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * @out: (transfer none) the text of a member, NULL when it is not there or null. Returns: FALSE when it is something else, or longer
 * than @max bytes, or is not there and @needed; DD_ERROR_INVALID_DATA, DD_ERROR_TOO_LARGE, DD_ERROR_MISSING
 */
bool
dd_body_get_text(const json_t *body, const char *name, size_t max, bool needed, const char **out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @out: a whole number of @min to @max, as it was when it is not there. Returns: as of dd_body_get_text */
bool
dd_body_get_number(const json_t *body, const char *name, int64_t min, int64_t max, int64_t *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @out: the day, as it was when it is not there. Returns: as of dd_body_get_text */
bool
dd_body_get_day(const json_t *body, const char *name, DdDay *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @out: as it was when it is not there. Returns: as of dd_body_get_text */
bool
dd_body_get_bool(const json_t *body, const char *name, bool *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same of a text that is kept: in @arena, its letters put together as readings have them (NFC) */
bool
dd_body_get_said(const json_t *body, const char *name, size_t max, bool needed, DdArena *arena,
	const char **out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @out: a list of such texts, each at most @max bytes, at most @most of them, ended by NULL, in @arena; NULL when it is not there. Returns: as of dd_body_get_text */
bool
dd_body_get_list(const json_t *body, const char *name, size_t max, size_t most, DdArena *arena,
	const char *const **out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Appends a list of whole numbers (int64_t) from 1 on, at most @most, to @out; it must be there. Returns: as of dd_body_get_text */
bool
dd_body_get_numbers(const json_t *body, const char *name, size_t most, GArray *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Overwrites all texts of a body, among which may be passwords, and frees it. NULL is fine */
void
dd_body_free(json_t *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, dd_body_free)

G_END_DECLS
