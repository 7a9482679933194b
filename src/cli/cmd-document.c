/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-document.c: dondoc document list, dondoc document show ID; what is done to one is elsewhere */
#include "block.h"
#include "document-reread.h"
#include "json-store.h"
#include "maxima.h"
#include "progress.h"
#include "render-store.h"
#include "store-options.h"
#include "task-step.h"

#include <string.h>

typedef struct {
	DdStoreOptions base;
	gboolean all, chain;
	bool wants_json;
	DdStore *store;
	DdArena *arena;
	DdRender render;
	DdJsonWriter json;
} Job;

static bool
list_page(Job *job, const DdDocumentFilter *filter, int64_t *last_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) documents = dd_stored_documents(job->store, filter, arena, error);
	if (documents == NULL)
		return false;
	*last_out = 0;
	for (guint i = 0; i < documents->len; i++) {
		const DdStoredDocument *document = &g_array_index(documents, DdStoredDocument, i);
		*last_out = document->id;
		if (job->wants_json) {
			dd_json_stored_document(&job->json, NULL, document);
			dd_json_close(&job->json, '}');
		} else {
			dd_render_stored_document(&job->render, document);
		}
	}
	return true;
}

/* Page by page, so that a store of any size is listed in little memory. */
static bool
list(Job *job, GError **error)
{
	DdDocumentFilter filter = {.also_heard_of = job->all, .limit = DD_MAX_LISTED};
	if (job->wants_json)
		dd_json_open(&job->json, NULL, '[', false);
	do {
		if (!list_page(job, &filter, &filter.after, error))
			return false;
	} while (filter.after != 0);
	if (job->wants_json)
		dd_json_close(&job->json, ']');
	return true;
}

static void
print_rule(const Job *job, const char *title)
{
	if (!job->wants_json)
		dd_block_print_rule(job->render.out, title, job->render.width, job->render.colour);
}

static bool
show_tasks(Job *job, int64_t document, GError **error)
{
	DdTaskFilter filter = {.document = document, .limit = DD_MAX_LISTED};
	for (guint n = DD_MAX_LISTED; n == DD_MAX_LISTED;) {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GArray) tasks = dd_stored_tasks(job->store, &filter, arena, error);
		if (tasks == NULL)
			return false;
		n = tasks->len;
		for (guint i = 0; i < n; i++) {
			const DdStoredTask *task = &g_array_index(tasks, DdStoredTask, i);
			filter.after = task->id;
			if (job->wants_json)
				dd_json_stored_task(&job->json, NULL, task);
			else
				dd_render_stored_task(&job->render, task);
		}
	}
	return true;
}

static bool
show_forms(Job *job, int64_t document, GError **error)
{
	g_autoptr(GArray) forms = dd_stored_forms(job->store, document, job->arena, error);
	if (forms == NULL)
		return false;
	if (job->wants_json)
		dd_json_open(&job->json, "forms", '[', false);
	for (guint i = 0; i < forms->len; i++) {
		const DdStoredForm *form = &g_array_index(forms, DdStoredForm, i);
		if (job->wants_json)
			dd_json_stored_form(&job->json, form);
		else
			dd_render_stored_form(&job->render, form);
	}
	if (job->wants_json)
		dd_json_close(&job->json, ']');
	return true;
}

/* Documents above, or below with all their tasks */
static bool
show_chain(Job *job, int64_t document, bool up, GError **error)
{
	g_autoptr(GArray) links = dd_stored_chain(job->store, document, up, job->arena, error);
	if (links == NULL)
		return false;
	print_rule(job, up ? "VĂN BẢN CẤP TRÊN (documents above)"
			   : "VĂN BẢN VÀ NHIỆM VỤ BÊN DƯỚI (documents and tasks below)");
	if (job->wants_json)
		dd_json_open(&job->json, up ? "above" : "below", '[', false);
	for (guint i = 0; i < links->len; i++) {
		const DdStoredLink *link = &g_array_index(links, DdStoredLink, i);
		if (job->wants_json) {
			dd_json_stored_document(&job->json, NULL, &link->document);
			dd_json_uint(&job->json, "depth", link->depth);
			dd_json_string(&job->json, "relation", link->relation);
			if (!up)
				dd_json_open(&job->json, "below", '[', false);
		} else {
			dd_render_stored_link(&job->render, link);
		}
		if (!up && !show_tasks(job, link->document.id, error))
			return false;
		if (job->wants_json && !up)
			dd_json_close(&job->json, ']');
		if (job->wants_json)
			dd_json_close(&job->json, '}');
	}
	if (job->wants_json)
		dd_json_close(&job->json, ']');
	return true;
}

static bool
show(Job *job, const DdStoredDocument *document, GError **error)
{
	if (job->wants_json)
		dd_json_stored_document(&job->json, NULL, document);
	else
		dd_render_stored_document(&job->render, document);
	if (!show_forms(job, document->id, error))
		return false;
	print_rule(job, "NHIỆM VỤ (tasks)");
	if (job->wants_json)
		dd_json_open(&job->json, "items", '[', false);
	if (!show_tasks(job, document->id, error))
		return false;
	if (job->wants_json)
		dd_json_close(&job->json, ']');
	if (job->chain && (!show_chain(job, document->id, true, error) ||
				  !show_chain(job, document->id, false, error)))
		return false;
	if (job->wants_json)
		dd_json_close(&job->json, '}');
	return true;
}

static DdExit
run_show(Job *job, int64_t id)
{
	g_autoptr(GError) error = NULL;
	DdStoredDocument document;
	bool found = false;
	if (!dd_stored_document(job->store, id, job->arena, &document, &found, &error))
		return dd_store_options_fail(error);
	if (!found) {
		fprintf(stderr, "dondoc: không có văn bản %lld (there is no document %lld)\n",
			(long long)id, (long long)id);
		return DD_EXIT_FAILED;
	}
	bool good = show(job, &document, &error) &&
		    (!job->wants_json || dd_json_finish(&job->json, &error));
	return good ? DD_EXIT_DONE : dd_store_options_fail(error);
}

static DdExit
run_list(Job *job)
{
	g_autoptr(GError) error = NULL;
	bool good = list(job, &error) && (!job->wants_json || dd_json_finish(&job->json, &error));
	return good ? DD_EXIT_DONE : dd_store_options_fail(error);
}

/* @id_out: 0 for list. Returns: FALSE when the words behind "document" are neither list nor show ID */
static bool
parse_words(char **words, int64_t *id_out)
{
	guint n = words != NULL ? g_strv_length(words) : 0;
	*id_out = 0;
	if (n == 1 && strcmp(words[0], "list") == 0)
		return true;
	return n == 2 && strcmp(words[0], "show") == 0 && dd_store_options_number(words[1], id_out);
}

static DdExit
run(Job *job, int64_t id)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdStore) store = dd_store_options_open(&job->base, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	job->arena = arena;
	job->store = store;
	dd_render_init(&job->render, stdout);
	dd_json_init(&job->json, stdout);
	return id != 0 ? run_show(job, id) : run_list(job);
}

DdExit
dd_cmd_document(int argc, char **argv)
{
	/* what is done to a document has options of its own, in the part that somebody acts in */
	if (argc > 0 && strcmp(argv[0], "issue") == 0)
		return dd_task_run_issue(argc - 1, argv + 1);
	if (argc > 0 && strcmp(argv[0], "reread") == 0)
		return dd_document_run_reread(argc - 1, argv + 1);
	if (argc > 0 && strcmp(argv[0], "diff") == 0)
		return dd_document_run_diff(argc - 1, argv + 1);
	Job job = {.all = FALSE};
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&job.base),
		DD_STORE_FORMAT_ENTRY(&job.base),
		{"all", 'a', 0, G_OPTION_ARG_NONE, &job.all, NULL, NULL},
		{"chain", 'c', 0, G_OPTION_ARG_NONE, &job.chain, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdExit status;
	int64_t id;
	if (dd_store_options_take(&job.base, "document", entries, argc, argv, &status)) {
		if (!parse_words(job.base.words, &id))
			status = dd_command_fail_usage("document",
				"cần list, hoặc show, issue, reread, diff và số của văn bản",
				"list, or show, issue, reread or diff with the number of a "
				"document");
		else if (!dd_store_options_wants_json(&job.base, "document", &job.wants_json))
			status = DD_EXIT_USAGE;
		else
			status = run(&job, id);
	}
	dd_store_options_clear(&job.base);
	return status;
}
