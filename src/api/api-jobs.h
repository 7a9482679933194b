/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-jobs.h: handlers of files that come and of their jobs, for the table of routes */
#pragma once

#include "request.h"

G_BEGIN_DECLS

bool
dd_api_add_documents(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_jobs(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_job(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_listen_job(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_unlock_job(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_retry_job(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_cancel_job(const DdRequest *request, DdAnswer *answer, GError **error);

G_END_DECLS
