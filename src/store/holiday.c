/* SPDX-License-Identifier: GPL-3.0-or-later */
/* holiday.c: the calendar of the office */
#include "holiday.h"

#include "columns.h"
#include "csv-rows.h"
#include "date.h"
#include "error.h"
#include "maxima.h"
#include "seal.h"
#include "statements-holiday.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static bool
fail(GError **error, const char *vi, const char *en)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "%s (%s)", vi, en);
	return false;
}

/* @out: gets the DdHoliday of a row; its texts lie in @arena */
static bool
take_row(const DdDbRows *rows, DdArena *arena, DdHoliday *out, GError **error)
{
	*out = (DdHoliday){.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 5)),
		.source = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 6))};
	return (dd_date_parse(dd_db_rows_get_text(rows, 2), &out->first) &&
		       dd_date_parse(dd_db_rows_get_text(rows, 3), &out->last) &&
		       dd_holiday_kind_from_string(dd_db_rows_get_text(rows, 4), &out->kind)) ||
	       fail(error, "ngày nghỉ trong kho bị hỏng", "damaged holiday in the store");
}

static bool
set_year(DdWorkdays *self, int year, GArray *rows, GError **error)
{
	bool good = rows->len == 0 || dd_workdays_set_year(self, year,
					      (const DdHoliday *)(void *)rows->data, rows->len, error);
	g_array_set_size(rows, 0);
	return good;
}

DdWorkdays *
dd_stored_workdays(DdStore *self, GError **error)
{
	g_autoptr(DdWorkdays) out = dd_workdays_new(error);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) year = g_array_new(FALSE, FALSE, sizeof(DdHoliday));
	g_autoptr(DdDbRows)
		rows = out != NULL ? dd_db_query(dd_store_get_db(self),
					     &dd_holiday_sql[DD_HOLIDAY_SQL_LIST], NULL, 0, error)
				   : NULL;
	int of = 0;
	while (dd_db_rows_each(rows)) {
		DdHoliday one;
		int next = (int)dd_db_rows_get_int(rows, 0);
		if (next < DD_WORKDAYS_FIRST_YEAR || next > DD_WORKDAYS_LAST_YEAR) {
			(void)fail(error, "ngày nghỉ trong kho bị hỏng",
				"damaged holiday in the store");
			return NULL;
		}
		if ((next != of && !set_year(out, of, year, error)) ||
			!take_row(rows, arena, &one, error))
			return NULL;
		of = next;
		g_array_append_val(year, one);
	}
	if (!dd_db_rows_end(rows, error) || !set_year(out, of, year, error))
		return NULL;
	return g_steal_pointer(&out);
}

/* @out: the number of the only row, as it was when there is none */
static bool
get_number(DdStore *self, DdHolidaySql which, const DdDbValue *values, size_t n, int64_t *out,
	GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_holiday_sql[which], values, n, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (have)
		*out = dd_db_rows_get_int(rows, 0);
	return true;
}

bool
dd_holidays_get_stamp(DdStore *self, int64_t *stamp_out, GError **error)
{
	return get_number(self, DD_HOLIDAY_SQL_SUM_VERSIONS, NULL, 0, stamp_out, error);
}

bool
dd_holidays_get_version(DdStore *self, int year, int64_t *version_out, GError **error)
{
	*version_out = 0;
	return get_number(
		self, DD_HOLIDAY_SQL_GET_VERSION, DD_DB_ARGS(dd_db_int(year)), version_out, error);
}

/* Days as data has them, or as people write them: 05/02/2027 */
static bool
read_day(const char *text, DdDay *out)
{
	if (dd_date_parse(text, out))
		return true;
	g_auto(GStrv) parts = g_strsplit(text, "/", 4);
	guint64 day, month;
	if (g_strv_length(parts) != 3 || !g_ascii_string_to_unsigned(parts[0], 10, 1, 31, &day, NULL) ||
		!g_ascii_string_to_unsigned(parts[1], 10, 1, 12, &month, NULL))
		return false;
	g_autofree char *whole = g_strdup_printf(
		"%s-%02u-%02u", parts[2], (unsigned)month, (unsigned)day);
	return dd_date_parse(whole, out);
}

static bool
is_header(const DdCsvRows *csv)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < MIN(csv->n, DD_CSV_CELLS); i++)
		g_string_append_printf(text, "%s%s", i > 0 ? "," : "", csv->cells[i]->str);
	return strcmp(text->str, DD_HOLIDAY_HEADER) == 0;
}

static bool
read_row(const DdCsvRows *csv, DdArena *arena, DdHoliday *out, GError **error)
{
	const char *last = csv->cells[1]->len > 0 ? csv->cells[1]->str : csv->cells[0]->str;
	*out = (DdHoliday){.name = dd_arena_strdup(arena, csv->cells[3]->str),
		.source = dd_arena_strdup(arena, csv->cells[4]->str)};
	if (csv->n > 5 || !read_day(csv->cells[0]->str, &out->first) || !read_day(last, &out->last))
		dd_csv_rows_fail(error, csv->line, "ngày phải có dạng 2027-02-05 hoặc 05/02/2027",
			"a day is like 2027-02-05");
	else if (!dd_holiday_kind_from_string(csv->cells[2]->str, &out->kind))
		dd_csv_rows_fail(error, csv->line, "cột what phải là off, work hoặc open",
			"what is off, work or open");
	else
		return true;
	return false;
}

GArray *
dd_holidays_parse(const char *csv, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdHoliday));
	g_auto(DdCsvRows) rows = {0};
	GError *failed = NULL;
	bool headed = false;
	if (!dd_csv_rows_begin(&rows, csv, error))
		return NULL;
	while (dd_csv_rows_next(&rows, &failed)) {
		DdHoliday one;
		if (dd_csv_rows_is_blank(&rows))
			continue;
		if (!headed && !is_header(&rows)) {
			dd_csv_rows_fail(error, rows.line, "dòng đầu phải là " DD_HOLIDAY_HEADER,
				"the first row is " DD_HOLIDAY_HEADER);
			return NULL;
		}
		if (headed && !read_row(&rows, arena, &one, error))
			return NULL;
		if (headed)
			g_array_append_val(out, one);
		headed = true;
		if (out->len > DD_MAX_HOLIDAY_ROWS) {
			g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"danh sách quá %d dòng (more than %d rows)", DD_MAX_HOLIDAY_ROWS,
				DD_MAX_HOLIDAY_ROWS);
			return NULL;
		}
	}
	if (failed != NULL) {
		g_propagate_error(error, failed);
		return NULL;
	}
	if (!headed) {
		dd_csv_rows_fail(error, 1, "danh sách rỗng", "the list is empty");
		return NULL;
	}
	return g_steal_pointer(&out);
}

static bool
check_sizes(const GArray *rows, GError **error)
{
	bool good = rows->len <= DD_MAX_YEAR_HOLIDAYS;
	for (guint i = 0; good && i < rows->len; i++) {
		const DdHoliday *one = &g_array_index(rows, DdHoliday, i);
		good = strlen(one->name) <= DD_MAX_HOLIDAY_TEXT_BYTES &&
		       (one->source == NULL || strlen(one->source) <= DD_MAX_HOLIDAY_TEXT_BYTES);
	}
	if (!good)
		g_set_error(error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "mỗi năm tối đa %d dòng, mỗi tên hoặc căn cứ tối đa %d byte (at most %d rows a year, %d bytes a text)",
			DD_MAX_YEAR_HOLIDAYS, DD_MAX_HOLIDAY_TEXT_BYTES, DD_MAX_YEAR_HOLIDAYS,
			DD_MAX_HOLIDAY_TEXT_BYTES);
	return good;
}

/* Returns: (transfer full) what the calendar says of @year, for the record */
static json_t *
year_to_json(const DdWorkdays *workdays, int year)
{
	g_autoptr(GArray) rows = dd_workdays_list_year(workdays, year);
	json_t *days = json_array();
	char first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	for (guint i = 0; i < rows->len; i++) {
		const DdHoliday *one = &g_array_index(rows, DdHoliday, i);
		json_array_append_new(days,
			json_pack("[s, s, s, s, s]", dd_date_format(one->first, first),
				dd_date_format(one->last, last),
				dd_holiday_kind_to_string(one->kind), one->name, one->source));
	}
	return json_pack("{s:i, s:b, s:o}", "year", year, "known",
		dd_workdays_knows_year(workdays, year), "days", days);
}

/* Rows as they are kept: by day, as the calendar sorted them */
static bool
write_rows(DdDb *db, const DdWorkdays *workdays, int year, GError **error)
{
	g_autoptr(GArray) rows = dd_workdays_list_year(workdays, year);
	char first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	for (guint i = 0; i < rows->len; i++) {
		const DdHoliday *one = &g_array_index(rows, DdHoliday, i);
		if (!dd_db_run(db, &dd_holiday_sql[DD_HOLIDAY_SQL_ADD],
			    DD_DB_ARGS(dd_db_int(year), dd_db_int(i),
				    dd_db_text(dd_date_format(one->first, first)),
				    dd_db_text(dd_date_format(one->last, last)),
				    dd_db_text(dd_holiday_kind_to_string(one->kind)),
				    dd_db_text(one->name), dd_db_text(one->source)),
			    error))
			return false;
	}
	return true;
}

static bool
record_year(DdChange *change, const DdWorkdays *before, const DdWorkdays *after, int year, bool own,
	const char *why, GError **error)
{
	DdSeals seals = {0};
	if (!dd_seals_of_holidays(&seals, change->store, year, error))
		return false;
	json_t *was = year_to_json(before, year);
	char *was_json = json_dumps(was, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(was);
	bool good = dd_seals_record(&seals, change,
		&(DdRecord){.action = own ? "set" : "reset",
			.object = "holiday",
			.object_id = year,
			.was_json = was_json,
			.why = why},
		year_to_json(after, year), error);
	free(was_json);
	return good;
}

bool
dd_holidays_set(DdChange *change, int year, const GArray *rows, const char *why, GError **error)
{
	const DdDbValue of = dd_db_int(year);
	DdDb *db = dd_store_get_db(change->store);
	if (year < DD_WORKDAYS_FIRST_YEAR || year > DD_WORKDAYS_LAST_YEAR)
		return fail(error, "năm không hợp lệ", "no such year");
	if (!check_sizes(rows, error))
		return false;
	g_autoptr(DdWorkdays) before = dd_stored_workdays(change->store, error);
	if (before == NULL || !dd_db_run(db, &dd_holiday_sql[DD_HOLIDAY_SQL_RAISE], &of, 1, error) ||
		!dd_db_run(db, &dd_holiday_sql[DD_HOLIDAY_SQL_DROP], &of, 1, error))
		return false;
	g_autoptr(DdWorkdays) after = dd_stored_workdays(change->store, error);
	if (after == NULL)
		return false;
	if (rows->len > 0 && (!dd_workdays_set_year(after, year,
				      (const DdHoliday *)(void *)rows->data, rows->len, error) ||
				     !write_rows(db, after, year, error)))
		return false;
	return record_year(change, before, after, year, rows->len > 0, why, error);
}
