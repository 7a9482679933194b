/* SPDX-License-Identifier: GPL-3.0-or-later */
/* move-store.c: copying and looking through stores */
#include "move-store.h"

#include "check.h"
#include "copy.h"
#include "store-options.h"
#include "width.h"

#include <stdio.h>

static void
print_finding(const char *finding, void *user_data G_GNUC_UNUSED)
{
	g_autofree char *clean = dd_width_clean(finding);
	fprintf(stderr, "dondoc: %s\n", clean);
}

DdExit
dd_move_check(DdStore *store)
{
	g_autoptr(GError) error = NULL;
	DdCheckReport report;
	if (!dd_store_check(store, print_finding, NULL, &report, &error))
		return dd_store_options_fail(error);
	printf("Đã kiểm tra (checked): %" G_GINT64_FORMAT " tệp (files), %" G_GINT64_FORMAT
	       " kết quả đọc (readings), %" G_GINT64_FORMAT " nhiệm vụ (tasks), %" G_GINT64_FORMAT
	       " bản ghi nhật ký (records)\n",
		report.files, report.readings, report.tasks, report.audit.rows);
	if (report.unused > 0)
		printf("Tệp gửi lên chưa dùng (files of tasks that no step came with): "
		       "%" G_GINT64_FORMAT "\n",
			report.unused);
	if (report.findings == 0)
		puts("Không có lỗi (all is well)");
	else
		printf("Số lỗi (findings): %" G_GINT64_FORMAT "\n", report.findings);
	return report.findings == 0 ? DD_EXIT_DONE : DD_EXIT_FAILED;
}

DdExit
dd_move_copy(const char *from, DdDbMode mode, const char *to, int64_t now)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) source = dd_store_open(from, mode, now, NULL, &error);
	g_autoptr(DdStore)
		target = source != NULL ? dd_store_open(to, DD_DB_CREATE, now, NULL, &error) : NULL;
	g_autoptr(GArray) counts = target != NULL ? dd_store_copy(source, target, &error) : NULL;
	if (counts == NULL)
		return dd_store_options_fail(error);
	for (guint i = 0; i < counts->len; i++) {
		const DdCopyCount *count = &g_array_index(counts, DdCopyCount, i);
		printf("%-12s %10" G_GINT64_FORMAT " → %" G_GINT64_FORMAT "\n", count->table,
			count->source, count->target);
	}
	return DD_EXIT_DONE;
}

DdExit
dd_move_check_at(const char *url, int64_t now)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_open(url, DD_DB_AT_REST, now, NULL, &error);
	return store != NULL ? dd_move_check(store) : dd_store_options_fail(error);
}

DdExit
dd_move_store(const char *from, DdDbMode mode, const char *to, int64_t now)
{
	DdExit status = dd_move_copy(from, mode, to, now);
	return status == DD_EXIT_DONE ? dd_move_check_at(to, now) : status;
}
