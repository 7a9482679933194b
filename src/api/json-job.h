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

G_END_DECLS
