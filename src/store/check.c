/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.c: the store looked through from end to end */
#include "check.h"

#include "arena.h"
#include "count.h"
#include "error.h"
#include "maxima.h"
#include "reading-hash.h"
#include "statements.h"

#include <jansson.h>
#include <string.h>

#define PAGE_ROWS 500

typedef struct {
	DdStore *store;
	DdDb *db;
	DdCheckFunc found;
	void *user_data;
	DdCheckReport report;
} Check;

static void G_GNUC_PRINTF(2, 3) tell(Check *self, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	self->report.findings++;
	self->found(text, self->user_data);
}

/* What the engine finds in its own file; each statement gives a row of text for each fault */
static bool
check_engine(Check *self, GError **error)
{
	static const DdSql statements[] = {DD_SQL_CHECK_ENGINE, DD_SQL_CHECK_REFERENCES};
	for (size_t i = 0; i < G_N_ELEMENTS(statements); i++) {
		g_autoptr(DdDbRows)
			rows = dd_db_query(self->db, &dd_sql[statements[i]], DD_DB_NO_ARGS, error);
		while (dd_db_rows_each(rows)) {
			const char *fault = dd_db_rows_get_text(rows, 0);
			if (g_strcmp0(fault, "ok") != 0)
				tell(self, "cấu trúc kho dữ liệu hỏng (the store is damaged): %s",
					fault != NULL ? fault : "?");
		}
		if (!dd_db_rows_end(rows, error))
			return false;
	}
	return true;
}

static bool
check_orphans(Check *self, GError **error)
{
	static const struct {
		DdSql statement;
		const char *text;
	} kinds[] = {
		{DD_SQL_COUNT_LONE_FILES, "tệp không thuộc văn bản nào (files of no document)"},
		{DD_SQL_COUNT_LONE_DOCUMENTS, "văn bản không có kết quả đọc, cũng không được viện "
					      "dẫn (documents neither read nor cited)"},
		{DD_SQL_COUNT_LONE_READINGS,
			"kết quả đọc không có văn bản hoặc tệp (readings of nothing)"},
		{DD_SQL_COUNT_LONE_TASKS, "nhiệm vụ không có văn bản (tasks of no reading)"},
		{DD_SQL_COUNT_LONE_ASSIGNMENTS,
			"phân công không có nhiệm vụ (assignments of no task)"},
		{DD_SQL_COUNT_LONE_CITATIONS, "viện dẫn không có văn bản (citations of nothing)"},
		{DD_SQL_COUNT_LONE_FOLLOWS,
			"theo dõi khác với bước cuối của nhiệm vụ (tasks that do not stand where "
			"their last step left them)"},
		{DD_SQL_COUNT_LONE_STEPS, "nhiệm vụ có số bước khác với nhật ký (tasks with other "
					  "steps than recorded)"},
		{DD_SQL_COUNT_UNSEARCHED,
			"mục không tìm thấy được; chạy dondoc check --rebuild-search (things that "
			"searching misses; run dondoc check --rebuild-search)"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		g_autoptr(DdDbRows) rows = dd_db_query(
			self->db, &dd_sql[kinds[i].statement], DD_DB_NO_ARGS, error);
		bool have = false;
		if (rows == NULL || !dd_db_rows_next(rows, &have, error))
			return false;
		int64_t n = have ? dd_db_rows_get_int(rows, 0) : 0;
		if (n > 0)
			tell(self, "%" G_GINT64_FORMAT " %s", n, kinds[i].text);
	}
	return true;
}

/* @key: of the last file, at first empty. @more_out: whether there was another one */
static bool
check_next_file(Check *self, GByteArray *key, bool *more_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, &dd_sql[DD_SQL_NEXT_FILE],
		DD_DB_ARGS(dd_db_blob(key->len > 0 ? (const void *)key->data : "", key->len)), error);
	if (rows == NULL || !dd_db_rows_next(rows, more_out, error))
		return false;
	if (!*more_out)
		return true;
	size_t hash_len, len;
	const void *hash = dd_db_rows_get_blob(rows, 0, &hash_len);
	const void *bytes = dd_db_rows_get_blob(rows, 2, &len);
	DdHash own = dd_hash_of(bytes, len);
	char text[DD_HASH_TEXT];
	self->report.files++;
	if (!dd_hash_equals(&own, hash, hash_len) || dd_db_rows_get_int(rows, 1) != (int64_t)len)
		tell(self, "tệp đã bị sửa; nội dung bây giờ là %.16s… (a file was changed; its hash is now %.16s…)",
			dd_hash_format(&own, text), text);
	g_byte_array_set_size(key, 0);
	g_byte_array_append(key, hash, (guint)hash_len);
	return true;
}

/* Adds all tasks of a document to the hash, page by page. */
static bool
hash_tasks(Check *self, int64_t document, DdHasher *hasher, GError **error)
{
	DdTaskFilter filter = {.document = document, .limit = DD_MAX_LISTED};
	for (guint n = DD_MAX_LISTED; n == DD_MAX_LISTED;) {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GArray) tasks = dd_stored_tasks(self->store, &filter, arena, error);
		if (tasks == NULL)
			return false;
		n = tasks->len;
		for (guint i = 0; i < n; i++) {
			const DdStoredTask *task = &g_array_index(tasks, DdStoredTask, i);
			dd_reading_hash_task(hasher, task);
			filter.after = task->id;
		}
		self->report.tasks += n;
	}
	return true;
}

/* @recorded_out: whether the import of this reading was recorded with this hash */
static bool
find_record(Check *self, int64_t document, int64_t reading, const char *hash, bool *recorded_out,
	GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) rows = dd_audit_list(
		self->store, "document", document, 0, DD_MAX_LISTED, arena, error);
	if (rows == NULL)
		return false;
	*recorded_out = false;
	for (guint i = 0; i < rows->len && !*recorded_out; i++) {
		const DdRecord *record = &g_array_index(rows, DdAuditRow, i).record;
		json_t *now = record->now_json != NULL ? json_loads(record->now_json, 0, NULL) : NULL;
		*recorded_out = strcmp(record->action, "import") == 0 &&
				json_integer_value(json_object_get(now, "reading")) == reading &&
				g_strcmp0(json_string_value(json_object_get(now, "hash")), hash) == 0;
		json_decref(now);
	}
	return true;
}

/* @reading: number of the last one, 0 at first. @more_out: whether there was another one */
static bool
check_next_reading(Check *self, int64_t *reading, bool *more_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		self->db, &dd_sql[DD_SQL_NEXT_READING], DD_DB_ARGS(dd_db_int(*reading)), error);
	if (rows == NULL || !dd_db_rows_next(rows, more_out, error))
		return false;
	if (!*more_out)
		return true;
	*reading = dd_db_rows_get_int(rows, 0);
	int64_t id = dd_db_rows_get_int(rows, 1);
	size_t len;
	const void *kept = dd_db_rows_get_blob(rows, 2, &len);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	DdStoredDocument document = {0};
	bool found = false, recorded = false;
	if (!dd_stored_document(self->store, id, arena, &document, &found, error))
		return false;
	dd_reading_hash_begin(hasher, &document, dd_db_rows_get_text(rows, 3));
	if (!hash_tasks(self, id, hasher, error))
		return false;
	DdHash own = dd_hasher_finish(hasher);
	char text[DD_HASH_TEXT];
	if (!find_record(self, id, *reading, dd_hash_format(&own, text), &recorded, error))
		return false;
	self->report.readings++;
	if (!dd_hash_equals(&own, kept, len) || !recorded)
		tell(self,
			"văn bản %" G_GINT64_FORMAT
			": kết quả đọc hoặc nhiệm vụ khác với khi nhập (document %" G_GINT64_FORMAT
			": its reading or tasks are not those that came in)",
			id, id);
	return true;
}

static bool
is_recorded_state(const char *json, const char *state, int64_t version)
{
	if (json == NULL)
		return version == 1 && strcmp(state, "draft") == 0;
	json_t *now = json_loads(json, 0, NULL);
	bool same = g_strcmp0(json_string_value(json_object_get(now, "state")), state) == 0 &&
		    json_integer_value(json_object_get(now, "version")) == version;
	json_decref(now);
	return same;
}

/* The states of tasks, against the last record of each. @task: number of the last one */
static bool
check_states(Check *self, int64_t *task, bool *more_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, &dd_sql[DD_SQL_LIST_STATES],
		DD_DB_ARGS(dd_db_int(*task), dd_db_int(PAGE_ROWS)), error);
	int64_t n = 0;
	while (dd_db_rows_each(rows)) {
		*task = dd_db_rows_get_int(rows, 0);
		n++;
		if (!is_recorded_state(dd_db_rows_get_text(rows, 3), dd_db_rows_get_text(rows, 1),
			    dd_db_rows_get_int(rows, 2)))
			tell(self,
				"nhiệm vụ %" G_GINT64_FORMAT
				": trạng thái khác với nhật ký (task %" G_GINT64_FORMAT
				": its state is not the recorded one)",
				*task, *task);
	}
	*more_out = n == PAGE_ROWS;
	return dd_db_rows_end(rows, error);
}

static bool
check_counts(Check *self, GError **error)
{
	int64_t wrong = 0;
	if (!dd_count_check(self->store, &wrong, error))
		return false;
	if (wrong > 0)
		tell(self,
			"%" G_GINT64_FORMAT
			" số đếm khác với số nhiệm vụ (counts that are not those of the tasks)",
			wrong);
	return true;
}

static bool
check_rows(Check *self, GError **error)
{
	g_auto(DdDbTransaction) transaction = {0};
	g_autoptr(GByteArray) key = g_byte_array_new();
	int64_t reading = 0, task = 0;
	if (!dd_db_begin(self->db, DD_DB_READ, &transaction, error) || !check_orphans(self, error))
		return false;
	for (bool more = true; more;)
		if (!check_next_file(self, key, &more, error))
			return false;
	for (bool more = true; more;)
		if (!check_next_reading(self, &reading, &more, error))
			return false;
	for (bool more = true; more;)
		if (!check_states(self, &task, &more, error))
			return false;
	return check_counts(self, error) && dd_db_commit(&transaction, error);
}

bool
dd_store_check(DdStore *self, DdCheckFunc found, void *user_data, DdCheckReport *out, GError **error)
{
	Check check = {
		.store = self, .db = dd_store_get_db(self), .found = found, .user_data = user_data};
	if (!check_engine(&check, error) || !check_rows(&check, error) ||
		!dd_audit_verify(self, &check.report.audit, error))
		return false;
	const DdAuditVerdict *audit = &check.report.audit;
	if (audit->broken != 0)
		tell(&check,
			"nhật ký đứt ở bản ghi %" G_GINT64_FORMAT
			": %s (the record is broken at %" G_GINT64_FORMAT ": %s)",
			audit->broken, audit->why_vi, audit->broken, audit->why_en);
	*out = check.report;
	return true;
}
