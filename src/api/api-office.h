/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-office.h: handlers of what an office keeps beside its plans */
#pragma once

#include "request.h"

G_BEGIN_DECLS

bool
dd_api_list_holidays(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_holidays(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_set_holidays(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_reset_holidays(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_list_kinds(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_get_storage(const DdRequest *request, DdAnswer *answer, GError **error);

G_END_DECLS
