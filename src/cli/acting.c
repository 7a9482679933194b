/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acting.c: from who asks to what they may do */
#include "acting.h"

#include "account.h"
#include "error.h"
#include "progress.h"

void
dd_acting_clear(DdActingAsked *asked)
{
	g_clear_pointer(&asked->role, g_free);
	g_clear_pointer(&asked->unit, g_free);
}

static bool
take_account(DdStoreOptions *options, DdStore *store, DdArena *arena, DdActingAs *out, GError **error)
{
	DdAccount account;
	bool found = false;
	if (!dd_account_find(store, options->actor.who, arena, &account, &found, error))
		return false;
	if (!found) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_FORBIDDEN, "không có tài khoản “%s”; hãy nêu --by TÀI KHOẢN (no such account; give --by ACCOUNT)",
			options->actor.who);
		return false;
	}
	if (account.disabled) {
		g_set_error(error, DD_ERROR, DD_ERROR_FORBIDDEN,
			"tài khoản “%s” đã bị khóa (the account is disabled)", account.name);
		return false;
	}
	options->actor.who = account.name;
	*out = (DdActingAs){account.role, account.unit};
	return true;
}

static bool
take_options(const char *command, const DdActingAsked *asked, DdActingAs *out, DdExit *exit_out)
{
	out->unit = asked->unit;
	if (asked->role != NULL && dd_role_from_string(asked->role, &out->role))
		return true;
	*exit_out = dd_command_fail_usage(
		command, "--role là clerk, overseer, leader, focal, officer, inspector, administrator hoặc public",
		"--role is clerk, overseer, leader, focal, officer, inspector, administrator or "
		"public");
	return false;
}

DdStore *
dd_acting_open(DdStoreOptions *options, const char *command, const DdActingAsked *asked,
	DdArena *arena, DdActingAs *out, DdExit *exit_out)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_options_open(options, DD_DB_EXISTING);
	int64_t accounts = 0;
	*exit_out = DD_EXIT_FAILED;
	if (store == NULL)
		return NULL;
	if (!dd_account_count(store, &accounts, &error)) {
		*exit_out = dd_store_options_fail(error);
		return NULL;
	}
	if (accounts == 0)
		return take_options(command, asked, out, exit_out) ? g_steal_pointer(&store) : NULL;
	if (asked->role != NULL || asked->unit != NULL) {
		*exit_out = dd_command_fail_usage(
			command, "kho này có tài khoản: --by TÀI KHOẢN cho biết vai trò và đơn vị, không dùng --role, --unit",
			"this store has accounts: --by ACCOUNT tells role and unit, without --role "
			"and --unit");
		return NULL;
	}
	if (!take_account(options, store, arena, out, &error)) {
		dd_progress_failure("--by", error);
		return NULL;
	}
	return g_steal_pointer(&store);
}

DdStore *
dd_acting_begin(DdStoreOptions *options, const char *command, const DdActingAsked *asked,
	DdArena *arena, DdActingAs *out, DdChange *change, DdExit *exit_out)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_acting_open(options, command, asked, arena, out, exit_out);
	if (store == NULL || dd_change_begin(store, &options->actor, change, &error))
		return g_steal_pointer(&store);
	*exit_out = dd_store_options_fail(error);
	return NULL;
}
