/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events-news.c: what changed since the last look, once for each thing, and who may see it: as the handlers judge it */
#include "events-private.h"

#include <jansson.h>
#include <string.h>

#include "error.h"
#include "handler.h"
#include "job.h"
#include "json-job.h"
#include "maxima.h"

/* A look on its way */
typedef struct {
	DdStore *store;
	const GArray *viewers;
	int64_t now;
	DdNews *news;
} Look;

char *
dd_event_format(int64_t seq, const char *kind, void *json)
{
	char *data = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(json);
	GString *out = g_string_new(NULL);
	if (seq > 0)
		g_string_append_printf(out, "id: %" G_GINT64_FORMAT "\n", seq);
	g_string_append_printf(out, "event: %s\ndata: %s\n\n", kind, data != NULL ? data : "{}");
	free(data);
	return g_string_free(out, FALSE);
}

static void
clear_event(gpointer data)
{
	DdEvent *event = data;
	g_free(event->text);
	g_free(event->seen);
}

void
dd_news_clear(DdNews *self)
{
	g_clear_pointer(&self->events, g_array_unref);
}

static bool
sees_thing(const Look *look, const DdAuditChange *change, const DdViewer *viewer, bool *out,
	GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	const DdIdentity who = {.role = viewer->role, .unit = viewer->unit};
	const DdRequest request = {.store = look->store,
		.arena = arena,
		.who = &who,
		.actor = {.now = look->now},
		.id = change->id};
	DdStoredDocument document;
	DdSeenTask task;
	if (strcmp(change->object, "document") == 0)
		return dd_handler_find_document(&request, change->id, &document, out, error);
	if (!dd_handler_find_task(&request, &task, error))
		return false;
	*out = task.seen;
	return true;
}

/* Jobs are for who may see them; of tasks and documents each is judged by itself */
static bool
judge(const Look *look, const DdAuditChange *change, DdEvent *event, GError **error)
{
	event->seen = g_new0(bool, look->viewers->len + 1);
	for (guint i = 0; i < look->viewers->len; i++) {
		const DdViewer *viewer = &g_array_index(look->viewers, DdViewer, i);
		bool *seen = &event->seen[i];
		if (event->is_job)
			*seen = dd_permission_allows(viewer->role, DD_ACTION_JOBS, DD_STANDING_NONE);
		else if (dd_permission_allows(viewer->role, DD_ACTION_READ, DD_STANDING_NONE))
			*seen = true;
		else if (!sees_thing(look, change, viewer, seen, error))
			return false;
	}
	return true;
}

static void
set_text(DdEvent *event, const DdAuditChange *change)
{
	event->text = dd_event_format(change->seq, change->object,
		json_pack("{s:I, s:s}", "id", (json_int_t)change->id, "action", change->action));
}

/* Signing in changes nothing of what one may see; all else of an account may */
static bool
is_told(const DdAuditChange *change)
{
	return change->id > 0 &&
	       (strcmp(change->object, "account") != 0 || strcmp(change->action, "sign-in") != 0);
}

static bool
add_change(const Look *look, const DdAuditChange *change, GError **error)
{
	DdEvent event = {.seq = change->seq, .id = change->id};
	event.is_job = strcmp(change->object, "job") == 0;
	event.ends = event.is_job && (strcmp(change->action, "job-end") == 0 ||
					     strcmp(change->action, "job-cancel") == 0);
	if (strcmp(change->object, "account") == 0)
		event.account = change->id;
	else if (!judge(look, change, &event, error)) {
		clear_event(&event);
		return false;
	}
	if (event.account == 0)
		set_text(&event, change);
	g_array_append_val(look->news->events, event);
	return true;
}

/* Of one thing its last change alone is told. @changes: DdAuditChange */
static bool
add_changes(const Look *look, const GArray *changes, GError **error)
{
	g_autoptr(GHashTable) later = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree bool *last = g_new0(bool, changes->len + 1);
	for (guint i = changes->len; i-- > 0;) {
		const DdAuditChange *change = &g_array_index(changes, DdAuditChange, i);
		last[i] = is_told(change) &&
			  g_hash_table_add(later, g_strdup_printf("%s %" G_GINT64_FORMAT,
							  change->object, change->id));
	}
	for (guint i = 0; i < changes->len; i++)
		if (last[i] && !add_change(look, &g_array_index(changes, DdAuditChange, i), error))
			return false;
	return true;
}

/* Tells of running jobs what is not told yet */
static bool
add_progress(const Look *look, DdJobsTold *told, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GHashTable) now = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	g_autoptr(GArray) jobs = dd_job_list_running(look->store, DD_MAX_LISTED, arena, error);
	if (jobs == NULL)
		return false;
	for (guint i = 0; i < jobs->len; i++) {
		const DdJob *job = &g_array_index(jobs, DdJob, i);
		DdEvent event = {.is_job = true, .id = job->id, .text = dd_json_job_event(job)};
		const char *before = g_hash_table_lookup(told, &job->id);
		g_hash_table_insert(now, g_memdup2(&job->id, sizeof(job->id)), g_strdup(event.text));
		if (g_strcmp0(before, event.text) == 0 || !judge(look, NULL, &event, error))
			clear_event(&event);
		else
			g_array_append_val(look->news->events, event);
	}
	/* what runs no more is forgotten */
	GHashTableIter iter;
	gpointer key, value;
	g_hash_table_remove_all(told);
	g_hash_table_iter_init(&iter, now);
	while (g_hash_table_iter_next(&iter, &key, &value)) {
		g_hash_table_iter_steal(&iter);
		g_hash_table_insert(told, key, value);
	}
	return true;
}

/* Returns: how many changes are looked at at a time: each is judged for each of those who do not see all */
static unsigned
get_limit(const GArray *viewers)
{
	unsigned bound = 1;
	for (guint i = 0; i < viewers->len; i++)
		bound += dd_permission_allows(g_array_index(viewers, DdViewer, i).role,
				 DD_ACTION_READ, DD_STANDING_NONE)
				 ? 0
				 : 1;
	return CLAMP(DD_MAX_EVENTS_JUDGED / bound, 1, DD_MAX_LISTED);
}

bool
dd_news_find(DdStore *store, int64_t after, const GArray *viewers, int64_t now, DdJobsTold *jobs,
	DdNews *out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	const Look look = {store, viewers, now, out};
	const unsigned limit = get_limit(viewers);
	int64_t head = after;
	*out = (DdNews){.events = g_array_new(FALSE, FALSE, sizeof(DdEvent)), .seq = after};
	g_array_set_clear_func(out->events, clear_event);
	if (!dd_audit_get_head(store, &head, NULL, error))
		return false;
	g_autoptr(GArray)
		changes = head > after ? dd_audit_list_changes(store, after, limit, arena, error)
				       : g_array_new(FALSE, FALSE, sizeof(DdAuditChange));
	if (changes == NULL || !add_changes(&look, changes, error))
		return false;
	out->more = changes->len == limit;
	if (changes->len > 0)
		out->seq = g_array_index(changes, DdAuditChange, changes->len - 1).seq;
	/* records of other things stand between */
	if (!out->more)
		out->seq = MAX(out->seq, head);
	return add_progress(&look, jobs, error);
}
