/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-job.h: jobs as JSON */
#pragma once

#include "job.h"
#include "json-writer.h"

G_BEGIN_DECLS

/* Opens an object; the caller adds and closes. @key: NULL at the top and in arrays */
void
dd_json_job(DdJsonWriter *json, const char *key, const DdJob *job);
void
dd_json_job_found(DdJsonWriter *json, const DdJobFound *found);
/* Returns: (transfer full) an event, as text, that tells how far the job is */
char *
dd_json_job_event(const DdJob *job) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
