/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-migrate.c: dondoc migrate: makes a store or brings it up to date; with --from and --to moves a whole office */
#include "check.h"
#include "copy.h"
#include "move-store.h"
#include "store-options.h"

#include <stdio.h>

static DdExit
bring_up(const DdStoreOptions *options)
{
	g_autoptr(GError) error = NULL;
	DdMigrated migrated;
	g_autoptr(DdStore) store = dd_store_open(dd_store_options_get_url(options), DD_DB_CREATE,
		options->actor.now, &migrated, &error);
	if (store == NULL)
		return dd_store_options_fail(error);
	if (migrated.before == migrated.after)
		printf("Kho dữ liệu đã ở phiên bản lược đồ %d (the schema is up to date: version "
		       "%d)\n",
			(int)migrated.after, (int)migrated.after);
	else
		printf("Lược đồ: phiên bản %d → %d (schema: version %d → %d)\n", (int)migrated.before,
			(int)migrated.after, (int)migrated.before, (int)migrated.after);
	return DD_EXIT_DONE;
}

DdExit
dd_cmd_migrate(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	g_autofree char *from = NULL;
	g_autofree char *to = NULL;
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options),
		{"from", 0, 0, G_OPTION_ARG_FILENAME, &from, NULL, NULL},
		{"to", 0, 0, G_OPTION_ARG_FILENAME, &to, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdExit status;
	if (!dd_store_options_take(&options, "migrate", entries, argc, argv, &status))
		return status;
	if ((from == NULL) != (to == NULL) || options.words != NULL ||
		(from != NULL && options.store != NULL))
		return dd_command_fail_usage("migrate", "cần --store URL, hoặc --from URL --to URL",
			"--store URL, or --from URL --to URL");
	return from != NULL ? dd_move_store(from, DD_DB_READ_ONLY, to, options.actor.now)
			    : bring_up(&options);
}
