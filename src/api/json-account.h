/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-account.h: accounts and API tokens as JSON; nothing that opens anything is in it */
#pragma once

#include "api-token.h"
#include "json-writer.h"

G_BEGIN_DECLS

/* Write one; @key is NULL inside an array */
void
dd_json_account(DdJsonWriter *json, const char *key, const DdAccount *account);
void
dd_json_token(DdJsonWriter *json, const char *key, const DdToken *token);

G_END_DECLS
