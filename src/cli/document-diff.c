/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-diff.c: dondoc document diff: what a document that was read again has otherwise, for people and as JSON */
#include "block.h"
#include "document-reread.h"
#include "instant.h"
#include "json-difference.h"
#include "labels.h"
#include "render.h"
#include "store-options.h"
#include "task-step.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define LABEL 8 /* number of a task with its blanks */

static const char *const kinds[DD_DIFFERENCE_LAST] = {
	[DD_DIFFERENCE_CHANGED] = "đọc khác",
	[DD_DIFFERENCE_ADDED] = "mới đọc được",
	[DD_DIFFERENCE_GONE] = "không còn đọc được",
};

/* "Sở A" or "Sở A; Sở B" of names in lines */
static char *
one_line(const char *text)
{
	return g_strdelimit(g_strdup(text != NULL ? text : ""), "\n", ';');
}

static void
print_field(DdBlock *block, const DdDifferenceField *field)
{
	if (strcmp(field->field, "time_json") == 0)
		return; /* what the words of the time mean; the words tell people */
	g_autofree char *was = one_line(field->was);
	g_autofree char *now = one_line(field->now);
	g_autofree char *settled = one_line(field->settled);
	g_autoptr(GString) text = g_string_new(NULL);
	g_string_append_printf(text, "%s: “%s” → “%s”", dd_label_task_field(field->field), was, now);
	if (field->corrected)
		g_string_append_printf(text, " · người đã sửa thành “%s”%s", settled,
			strcmp(settled, now) == 0 ? ", nay đọc cũng vậy" : ", giữ nguyên");
	dd_block_add(block, "", LABEL, DD_STYLE_PLAIN, text->str, DD_STYLE_PLAIN);
}

static void
print_one(const DdRender *render, const DdDifference *one)
{
	g_autofree char *number = one->task != 0 ? g_strdup_printf("%" PRId64, one->task)
						 : g_strdup("+");
	g_autofree char *title = g_strdup_printf("%s · %s %s%s%s", kinds[one->kind], one->label,
		one->text != NULL ? one->text : "", one->state != NULL ? " · " : "",
		one->state != NULL ? dd_label_state(one->state) : "");
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	dd_block_add(block, number, LABEL, DD_STYLE_ACCENT, title, DD_STYLE_STRONG);
	for (size_t i = 0; i < one->n_fields; i++)
		print_field(block, &one->fields[i]);
	dd_block_print(block, render->out, 0);
}

static void
print_all(const DdRender *render, const DdDifferences *all)
{
	char at[DD_INSTANT_BUFFER];
	if (all->program == NULL) {
		fputs("Văn bản chưa được đọc lại: dondoc document reread (it was not read again)\n",
			render->out);
		return;
	}
	for (guint i = 0; i < all->differences->len; i++)
		print_one(render, &g_array_index(all->differences, DdDifference, i));
	fprintf(render->out, "Đọc lại bằng bản %s, %.16s: %u nhiệm vụ khác, %zu như cũ (read again: %u tasks differ, %zu are alike)\n",
		all->program, dd_instant_format(all->added_at, at), all->differences->len,
		all->same, all->differences->len, all->same);
}

static bool
write_all(const DdRender *render, int64_t document, const DdDifferences *all, GError **error)
{
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, render->out);
	dd_json_differences(json, document, all);
	bool good = dd_json_finish(json, error);
	fputc('\n', render->out);
	return good;
}

DdExit
dd_document_run_diff(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	g_auto(DdDifferences) all = {0};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options), DD_STORE_FORMAT_ENTRY(&options), G_OPTION_ENTRY_NULL};
	DdRender render = {0};
	DdExit status;
	bool json;
	int64_t id;
	if (!dd_store_options_take(&options, "document", entries, argc, argv, &status))
		return status;
	if (options.words == NULL || options.words[1] != NULL ||
		!dd_store_options_number(options.words[0], &id))
		return dd_command_fail_usage("document", "diff cần số của một văn bản",
			"diff takes the number of one document");
	if (!dd_store_options_wants_json(&options, "document", &json))
		return DD_EXIT_USAGE;
	g_autoptr(DdStore) store = dd_store_options_open(&options, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	if (!dd_reread_compare(store, id, arena, &all, &error))
		return dd_task_fail("văn bản (document)", options.words[0], error);
	dd_render_init(&render, stdout);
	if (!json)
		print_all(&render, &all);
	else if (!write_all(&render, id, &all, &error))
		return dd_store_options_fail(error);
	return DD_EXIT_DONE;
}
