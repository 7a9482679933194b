/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-query.h: which tasks a request wants, and in which order; a page's cursor */
#pragma once

#include "request.h"
#include "task-page.h"

G_BEGIN_DECLS

/* Query parameters that dd_task_query_read reads, for the table of routes */
#define DD_TASK_QUERY_NAMES                                                                        \
	"unit", "role", "director", "state", "lateness", "from", "to", "due_kind", "document",     \
		"text", "sort", "limit", "cursor"

/*
 * Reads filters, order and cursor of a request; what the caller may not see is filtered by @out->seen_by. All lies in the request's arena.
 * Returns: FALSE with DD_ERROR_INVALID_DATA that names the parameter
 */
bool
dd_task_query_read(const DdRequest *request, DdTaskQuery *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the cursor of the page that begins behind @place */
char *
dd_task_cursor_format(const DdTaskPlace *place) G_GNUC_WARN_UNUSED_RESULT;
/* @place_out: its strings are in @arena. Returns: FALSE when @text is no such cursor */
bool
dd_task_cursor_parse(const char *text, DdArena *arena, DdTaskPlace *place_out);

G_END_DECLS
