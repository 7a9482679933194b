/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-check.c: dondoc check, dondoc audit verify */
#include "audit.h"
#include "move-store.h"
#include "search-index.h"
#include "store-options.h"

#include <stdio.h>
#include <string.h>

/* Returns: FALSE when it failed, which is said */
static bool
rebuild_search(DdStore *store, const DdActor *actor)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	if (dd_change_begin(store, actor, &change, &error) && dd_search_rebuild(&change, &error) &&
		dd_change_commit(&change, &error))
		return true;
	(void)dd_store_options_fail(error);
	return false;
}

DdExit
dd_cmd_check(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	gboolean rebuild = FALSE;
	const GOptionEntry entries[] = {DD_STORE_ENTRIES(&options),
		{"rebuild-search", 0, 0, G_OPTION_ARG_NONE, &rebuild, NULL, NULL},
		G_OPTION_ENTRY_NULL};
	DdExit status;
	if (!dd_store_options_take(&options, "check", entries, argc, argv, &status))
		return status;
	if (options.words != NULL)
		return dd_command_fail_usage("check", "thừa tham số", "too many words");
	g_autoptr(DdStore)
		store = dd_store_options_open(&options, rebuild ? DD_DB_EXISTING : DD_DB_READ_ONLY);
	if (store == NULL || (rebuild && !rebuild_search(store, &options.actor)))
		return DD_EXIT_FAILED;
	return dd_move_check(store);
}

static DdExit
print_verdict(const DdAuditVerdict *verdict, bool head)
{
	char hash[DD_HASH_TEXT];
	if (verdict->broken != 0) {
		fprintf(stderr,
			"dondoc: nhật ký đứt ở bản ghi %" G_GINT64_FORMAT
			": %s (the record is broken at %" G_GINT64_FORMAT ": %s)\n",
			verdict->broken, verdict->why_vi, verdict->broken, verdict->why_en);
		return DD_EXIT_FAILED;
	}
	if (head)
		printf("%" G_GINT64_FORMAT " %s\n", verdict->seq,
			dd_hash_format(&verdict->head, hash));
	else
		printf("Nhật ký nguyên vẹn: %" G_GINT64_FORMAT
		       " bản ghi (the record is whole: %" G_GINT64_FORMAT " rows)\n",
			verdict->rows, verdict->rows);
	return DD_EXIT_DONE;
}

DdExit
dd_cmd_audit(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	g_autoptr(GError) error = NULL;
	gboolean head = FALSE;
	const GOptionEntry entries[] = {DD_STORE_ENTRIES(&options),
		{"head", 0, 0, G_OPTION_ARG_NONE, &head, NULL, NULL}, G_OPTION_ENTRY_NULL};
	DdExit status;
	if (!dd_store_options_take(&options, "audit", entries, argc, argv, &status))
		return status;
	if (options.words == NULL || strcmp(options.words[0], "verify") != 0 || options.words[1] != NULL)
		return dd_command_fail_usage(
			"audit", "chỉ có dondoc audit verify", "there is dondoc audit verify");
	g_autoptr(DdStore) store = dd_store_options_open(&options, DD_DB_READ_ONLY);
	DdAuditVerdict verdict;
	if (store == NULL)
		return DD_EXIT_FAILED;
	if (!dd_audit_verify(store, &verdict, &error))
		return dd_store_options_fail(error);
	return print_verdict(&verdict, head);
}
