/* SPDX-License-Identifier: GPL-3.0-or-later */
/* query.h: the target of a request ("/api/v1/tasks?state=open&limit=50"): its path, and its parameters decoded */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "date.h"
#include "maxima.h"

G_BEGIN_DECLS

/* NUL-terminated, UTF-8 without control characters, in the query's own memory */
typedef struct {
	const char *name, *value;
} DdParameter;

typedef struct {
	char *memory;
	const char *path; /* as it was sent: no route has a letter that is to be decoded */
	size_t n;
	DdParameter parameters[DD_MAX_PARAMETERS];
} DdQuery;

/*
 * Takes a target apart. Returns: FALSE when it is not one, DD_ERROR_INVALID_DATA: no path from the root, "%" without two digits, no
 * UTF-8, control characters, a parameter twice, more than DD_MAX_PARAMETERS; @out is to be cleared either way.
 */
bool
dd_query_parse(const char *target, DdQuery *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_query_clear(DdQuery *self);
/* Returns: (transfer none) the value of the parameter, NULL when it is not there */
const char *
dd_query_get(const DdQuery *self, const char *name);
/* @out: the whole number of the parameter, as it was when that is not there. Returns: FALSE with DD_ERROR_INVALID_DATA: no number of @min to @max */
bool
dd_query_get_number(const DdQuery *self, const char *name, int64_t min, int64_t max, int64_t *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @out: the day of the parameter, as it was when that is not there. Returns: FALSE with DD_ERROR_INVALID_DATA: no such day */
bool
dd_query_get_day(const DdQuery *self, const char *name, DdDay *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: FALSE, with DD_ERROR_INVALID_DATA and what is wrong with a parameter in two languages */
bool
dd_query_fail(const char *vi, const char *en, GError **error);
/* Returns: FALSE with DD_ERROR_INVALID_DATA when there is a parameter that is none of @names (NULL-terminated) */
bool
dd_query_check(const DdQuery *self, const char *const *names, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdQuery, dd_query_clear)

G_END_DECLS
