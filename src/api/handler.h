/* SPDX-License-Identifier: GPL-3.0-or-later */
/* handler.h: what handlers have in common: what somebody may see, pages of lists, a task with all that belongs to it */
#pragma once

#include "json-task.h"
#include "request.h"

G_BEGIN_DECLS

#define DD_PAGE_DEFAULT 50
#define DD_PAGE_MAX 500

/* Returns: the unit to which what @who may see is bound, NULL when it is bound to none. A part of src/work/permission.h, not a rule of its own */
const char *
dd_handler_get_bound(const DdIdentity *who);
/* Returns: TRUE when @who may see what its unit stands to so. A @draft is for those who give it out: units have to do with it once it is issued */
bool
dd_handler_sees(const DdIdentity *who, unsigned standing, bool draft);
/* Takes the limit of a page from the query. Returns: as of dd_query_get_number */
bool
dd_handler_get_limit(const DdRequest *request, unsigned *limit_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Writes the member "next" of a page: the number of its last row, 0 of the last page */
void
dd_handler_write_next(DdJsonWriter *json, int64_t last);
/* Returns: the day of the request, in Viet Nam */
DdDay
dd_handler_get_day(const DdRequest *request);
/* Returns: FALSE and the problem of what is not there, or not for who asks: nobody is told which */
bool
dd_handler_refuse_unseen(DdAnswer *answer);

/* A task, and how who asks stands to it; in the arena of the request */
typedef struct {
	DdStoredTask task;
	DdFollowed followed;
	unsigned standing;
	bool seen; /* FALSE: it is not there, or not for who asks; nothing else is set */
} DdSeenTask;

bool
dd_handler_find_task(const DdRequest *request, DdSeenTask *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Writes all about it; @key is NULL at the top */
bool
dd_handler_write_task(const DdRequest *request, const DdSeenTask *seen, DdJsonWriter *json,
	const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Finds a document. @seen_out: FALSE: it is not there, or not for who asks */
bool
dd_handler_find_document(const DdRequest *request, int64_t id, DdStoredDocument *out,
	bool *seen_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of one in whose draft somebody wants to look: units never see that, also when the document is issued */
bool
dd_handler_find_draft(const DdRequest *request, int64_t id, DdStoredDocument *out, bool *seen_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
