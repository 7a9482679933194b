/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-oidc.h: handlers of signing in and out through a provider, as route.h has the others */
#pragma once

#include "request.h"

G_BEGIN_DECLS

bool
dd_api_list_ways(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_oidc_start(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_oidc_callback(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_oidc_sign_out(const DdRequest *request, DdAnswer *answer, GError **error);
bool
dd_api_oidc_logout(const DdRequest *request, DdAnswer *answer, GError **error);

G_END_DECLS
