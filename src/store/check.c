/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check.c: the store looked through from end to end */
#include "check-private.h"

#include "count.h"
#include "error.h"
#include "statements-file.h"
#include "statements.h"

void
dd_check_tell(DdCheck *self, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	g_autofree char *text = g_strdup_vprintf(format, args);
	va_end(args);
	self->report.findings++;
	self->found(text, self->user_data);
}

bool
dd_check_count(DdCheck *self, const DdDbStatement *statement, int64_t *out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, statement, DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* What the engine finds in its own file; each statement gives a row of text for each fault */
static bool
check_engine(DdCheck *self, GError **error)
{
	static const DdSql statements[] = {DD_SQL_CHECK_ENGINE, DD_SQL_CHECK_REFERENCES};
	for (size_t i = 0; i < G_N_ELEMENTS(statements); i++) {
		g_autoptr(DdDbRows)
			rows = dd_db_query(self->db, &dd_sql[statements[i]], DD_DB_NO_ARGS, error);
		while (dd_db_rows_each(rows)) {
			const char *fault = dd_db_rows_get_text(rows, 0);
			if (g_strcmp0(fault, "ok") != 0)
				dd_check_tell(self,
					"cấu trúc kho dữ liệu hỏng (the store is damaged): %s",
					fault != NULL ? fault : "?");
		}
		if (!dd_db_rows_end(rows, error))
			return false;
	}
	return true;
}

static bool
check_orphans(DdCheck *self, GError **error)
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
		{DD_SQL_COUNT_LOW_COUNTERS,
			"bộ đếm thiếu hoặc thấp hơn số đã cấp (counters that are missing, or below "
			"a number that was given)"},
		{DD_SQL_COUNT_LONE_UNITS,
			"đơn vị không có cấp trên của nó (units without their parent)"},
		{DD_SQL_COUNT_LONE_SETTLEMENTS, "tên đơn vị đã xác định cho văn bản không có "
						"(settled names of no document)"},
		{DD_SQL_COUNT_LOOSE_LEADS, "nhiệm vụ có đơn vị chủ trì khác với danh mục (tasks "
					   "whose unit is not that of their lead)"},
		{DD_SQL_COUNT_LOOSE_STATES,
			"nhiệm vụ có trạng thái trong danh sách khác với nhật ký "
			"(tasks that lists have in another state than their history)"},
		{DD_SQL_COUNT_UNSEARCHED,
			"mục không tìm thấy được; chạy dondoc check --rebuild-search (things that "
			"searching misses; run dondoc check --rebuild-search)"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		int64_t n = 0;
		if (!dd_check_count(self, &dd_sql[kinds[i].statement], &n, error))
			return false;
		if (n > 0)
			dd_check_tell(self, "%" G_GINT64_FORMAT " %s", n, kinds[i].text);
	}
	return true;
}

/* @key: of the last file, at first empty. @more_out: whether there was another one */
static bool
check_next_file(DdCheck *self, GByteArray *key, bool *more_out, GError **error)
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
		dd_check_tell(
			self, "tệp đã bị sửa; nội dung bây giờ là %.16s… (a file was changed; its hash is now %.16s…)",
			dd_hash_format(&own, text), text);
	g_byte_array_set_size(key, 0);
	g_byte_array_append(key, hash, (guint)hash_len);
	return true;
}

static bool
check_counts(DdCheck *self, GError **error)
{
	int64_t wrong = 0;
	if (!dd_count_check(self->store, &wrong, error))
		return false;
	if (wrong > 0)
		dd_check_tell(self,
			"%" G_GINT64_FORMAT
			" số đếm khác với số nhiệm vụ (counts that are not those of the tasks)",
			wrong);
	return true;
}

/* All tables as they are at one moment */
static bool
check_tables(DdCheck *self, GError **error)
{
	g_auto(DdDbTransaction) transaction = {0};
	g_autoptr(GByteArray) key = g_byte_array_new();
	if (!dd_db_begin(self->db, DD_DB_READ, &transaction, error) || !check_orphans(self, error) ||
		!dd_check_count(
			self, &dd_file_sql[DD_FILE_SQL_COUNT_UNUSED], &self->report.unused, error))
		return false;
	for (bool more = true; more;)
		if (!check_next_file(self, key, &more, error))
			return false;
	return dd_check_rows(self, error) && check_counts(self, error) &&
	       dd_db_commit(&transaction, error);
}

bool
dd_store_check(DdStore *self, DdCheckFunc found, void *user_data, DdCheckReport *out, GError **error)
{
	DdCheck check = {
		.store = self, .db = dd_store_get_db(self), .found = found, .user_data = user_data};
	if (!check_engine(&check, error) || !check_tables(&check, error) ||
		!dd_audit_verify(self, &check.report.audit, error))
		return false;
	const DdAuditVerdict *audit = &check.report.audit;
	if (audit->broken != 0)
		dd_check_tell(&check,
			"nhật ký đứt ở bản ghi %" G_GINT64_FORMAT
			": %s (the record is broken at %" G_GINT64_FORMAT ": %s)",
			audit->broken, audit->why_vi, audit->broken, audit->why_en);
	*out = check.report;
	return true;
}
