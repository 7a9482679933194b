/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-records.h: handlers of the record of changes, for the table of routes */
#pragma once

#include "request.h"

G_BEGIN_DECLS

bool
dd_api_list_audit(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_audit_head(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_verify_audit(const DdRequest *request, DdAnswer *answer, GError **error);

G_END_DECLS
