/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-attachments.h: handlers of files of tasks */
#pragma once

#include "request.h"

G_BEGIN_DECLS

bool
dd_api_attach_files(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_task_file(const DdRequest *request, DdAnswer *answer, GError **error);

G_END_DECLS
