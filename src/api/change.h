/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change.h: changes of what somebody looked at: made when it is still as it was, told with both versions when not */
#pragma once

#include "handler.h"
#include "stored-plan.h"

G_BEGIN_DECLS

/*
 * What is changed, while nobody else writes; what of it is to be shown is looked at here, too. @what: of the caller. Returns: FALSE with an error, and nothing is changed then; as of dd_follow_step
 */
typedef bool (*DdChanger)(const DdRequest *request, DdChange *change, const DdActingAs *part,
	void *what, GError **error);

/* Returns: in whose place who asks acts */
DdActingAs
dd_change_part(const DdRequest *request);
/* Returns: FALSE when If-Match is missing (the answer is then the problem) or no version (DD_ERROR_INVALID_DATA) */
bool
dd_change_get_match(const DdRequest *request, DdAnswer *answer, int64_t *version_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Commits: behind it what fails is only that the change cannot be shown, which must not look as if it were not made. Returns: as of dd_change_commit */
bool
dd_change_keep(DdChange *change, DdAnswer *answer, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Begins the problem of a stale version with both; the caller writes what is there now ("current"), and ends the object and the answer */
DdJsonWriter *
dd_change_begin_stale(DdAnswer *answer, int64_t version, int64_t current);
/*
 * Changes the task of the request when who asks sees it and it has the version of If-Match; else the answer is the problem. With an answer made
 * (status) nothing was changed. Returns: FALSE with an error, as of @changer and dd_change_begin
 */
bool
dd_change_task(const DdRequest *request, DdChanger changer, void *what, DdAnswer *answer,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the task as it is now the answer; 204 where who asks sees it no more */
bool
dd_change_show_task(const DdRequest *request, DdAnswer *answer, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same as dd_change_task of the document of the request, whose version is that of all its tasks (stored-plan.h), for who may see its draft */
bool
dd_change_draft(const DdRequest *request, DdChanger changer, void *what, DdAnswer *answer,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes version and counts of states of a plan into an object that is open */
void
dd_change_write_plan(DdJsonWriter *json, const DdStoredPlan *plan);

G_END_DECLS
