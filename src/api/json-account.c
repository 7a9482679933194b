/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-account.c: accounts and API tokens */
#include "json-account.h"

#include "json-store.h"

void
dd_json_account(DdJsonWriter *json, const char *key, const DdAccount *account)
{
	dd_json_open(json, key, '{', false);
	dd_json_uint(json, "id", (uint64_t)account->id);
	dd_json_string(json, "name", account->name);
	dd_json_string(json, "role", dd_role_to_string(account->role));
	dd_json_string(json, "unit", account->unit);
	dd_json_string(json, "way", dd_way_to_string(account->way));
	dd_json_bool(json, "has_password", account->has_password);
	dd_json_bool(json, "has_totp", account->has_totp);
	dd_json_bool(json, "disabled", account->disabled);
	dd_json_instant(json, "created_at", account->created_at);
	dd_json_instant(json, "locked_until", account->locked_until);
	dd_json_close(json, '}');
}

void
dd_json_token(DdJsonWriter *json, const char *key, const DdToken *token)
{
	g_autofree char *scopes = dd_scopes_format(token->scopes);
	dd_json_open(json, key, '{', false);
	dd_json_uint(json, "id", (uint64_t)token->id);
	dd_json_uint(json, "account", (uint64_t)token->account);
	dd_json_string(json, "name", token->name);
	dd_json_string(json, "scopes", scopes);
	dd_json_instant(json, "created_at", token->created_at);
	dd_json_instant(json, "expires_at", token->expires_at);
	dd_json_instant(json, "used_at", token->used_at);
	dd_json_close(json, '}');
}
