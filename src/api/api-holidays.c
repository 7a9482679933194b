/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-holidays.c: the calendar of the office: days off and made up, year by year */
#include "api-office.h"

#include <string.h>

#include "change.h"
#include "csv-row.h"
#include "date.h"
#include "error.h"
#include "header.h"
#include "holiday.h"
#include "maxima.h"

/* A year as it is now */
typedef struct {
	DdWorkdays *workdays;
	int year;
	int64_t version; /* of what the office says of it, 0: it never did */
} Year;

static void
clear_year(Year *self)
{
	g_clear_pointer(&self->workdays, dd_workdays_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Year, clear_year)

static bool
is_year(int64_t year)
{
	return year >= DD_WORKDAYS_FIRST_YEAR && year <= DD_WORKDAYS_LAST_YEAR;
}

/* Without an answer made the year is there */
static bool
find_year(const DdRequest *request, DdAnswer *answer, Year *out, GError **error)
{
	if (!is_year(request->id))
		return dd_handler_refuse_unseen(answer);
	out->year = (int)request->id;
	out->workdays = dd_stored_workdays(request->store, error);
	return out->workdays != NULL &&
	       dd_holidays_get_version(request->store, out->year, &out->version, error);
}

/* Returns: how many working days there are from @from to @to, both counted */
static int
count_working(const DdWorkdays *workdays, DdDay from, DdDay to)
{
	return dd_workdays_count(workdays, dd_date_add_days(from, -1), to, NULL);
}

static void
write_holiday(DdJsonWriter *json, const DdHoliday *one)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_day(json, "first", one->first);
	dd_json_day(json, "last", one->last);
	dd_json_string(json, "what", dd_holiday_kind_to_string(one->kind));
	dd_json_string(json, "name", one->name);
	dd_json_string(json, "source", one->source);
	dd_json_close(json, '}');
}

/* Members of a year into an object that is open */
static void
write_head(DdJsonWriter *json, const DdWorkdays *workdays, int year)
{
	const DdDay first = {(int16_t)year, 1, 1}, last = {(int16_t)year, 12, 31};
	dd_json_uint(json, "year", (uint64_t)year);
	dd_json_bool(json, "known", dd_workdays_knows_year(workdays, year));
	dd_json_bool(json, "own", dd_workdays_is_set_year(workdays, year));
	dd_json_uint(json, "working_days", (uint64_t)count_working(workdays, first, last));
}

static void
write_year(DdJsonWriter *json, const char *key, const Year *self)
{
	g_autoptr(GArray) rows = dd_workdays_list_year(self->workdays, self->year);
	dd_json_open(json, key, '{', true);
	write_head(json, self->workdays, self->year);
	dd_json_open(json, "months", '[', false);
	for (int month = 1; month <= 12; month++) {
		const DdDay first = {(int16_t)self->year, (int8_t)month, 1};
		const DdDay last = dd_date_add_days(
			first, dd_date_days_in_month(self->year, month) - 1);
		dd_json_uint(json, NULL, (uint64_t)count_working(self->workdays, first, last));
	}
	dd_json_close(json, ']');
	dd_json_open(json, "days", '[', true);
	for (guint i = 0; i < rows->len; i++)
		write_holiday(json, &g_array_index(rows, DdHoliday, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}

static bool
answer_csv(const Year *self, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) rows = dd_workdays_list_year(self->workdays, self->year);
	char *text = NULL, first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	if (out != NULL)
		fputs(DD_CSV_MARK DD_HOLIDAY_HEADER "\r\n", out);
	for (guint i = 0; out != NULL && i < rows->len; i++) {
		const DdHoliday *one = &g_array_index(rows, DdHoliday, i);
		const char *const cells[] = {dd_date_format(one->first, first),
			dd_date_format(one->last, last), dd_holiday_kind_to_string(one->kind),
			one->name, one->source};
		dd_csv_print_row(out, cells, G_N_ELEMENTS(cells));
	}
	if (out == NULL || fclose(out) != 0) {
		free(text);
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot write: no memory");
		return false;
	}
	answer->status = 200;
	answer->type = "text/csv; charset=utf-8";
	answer->name = g_strdup_printf("ngay-nghi-%d.csv", self->year);
	/* what open_memstream gives is of malloc */
	answer->body = g_bytes_new_with_free_func(text, len, free, text);
	return true;
}

static bool
show(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_auto(Year) year = {0};
	if (!find_year(request, answer, &year, error))
		return false;
	if (answer->status != 0)
		return true;
	dd_answer_set_etag(answer, year.version, "");
	if (!dd_header_accepts_type(request->accept, "application/json"))
		return answer_csv(&year, answer, error);
	write_year(dd_answer_begin(answer, 200), NULL, &year);
	return dd_answer_end(answer, error);
}

bool
dd_api_get_holidays(const DdRequest *request, DdAnswer *answer, GError **error)
{
	return show(request, answer, error);
}

/* From the first year that is known to the last one, at least the present and the next one */
static void
write_years(const DdRequest *request, DdJsonWriter *json, const DdWorkdays *workdays)
{
	int now = dd_handler_get_day(request).year;
	int first = now, last = MAX(now + 1, dd_workdays_last_year(workdays));
	while (first > DD_WORKDAYS_FIRST_YEAR && dd_workdays_knows_year(workdays, first - 1))
		first--;
	for (int year = first; year <= MIN(last, DD_WORKDAYS_LAST_YEAR); year++) {
		dd_json_open(json, NULL, '{', true);
		write_head(json, workdays, year);
		dd_json_close(json, '}');
	}
}

bool
dd_api_list_holidays(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(DdWorkdays) workdays = dd_stored_workdays(request->store, error);
	if (workdays == NULL)
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 200);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "years", '[', true);
	write_years(request, json, workdays);
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* Returns: FALSE on failure. With an answer made somebody else was first, or there is no such year */
static bool
check_version(const DdRequest *request, int64_t version, DdAnswer *answer, GError **error)
{
	g_auto(Year) year = {0};
	if (!find_year(request, answer, &year, error))
		return false;
	if (answer->status != 0 || year.version == version)
		return true;
	DdJsonWriter *json = dd_change_begin_stale(answer, version, year.version);
	write_year(json, "current", &year);
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

/* Sets the year of the request to @rows, none: what is built in */
static bool
set_year(const DdRequest *request, const GArray *rows, DdAnswer *answer, GError **error)
{
	g_auto(DdChange) change = {0};
	int64_t version = 0;
	if (!dd_change_get_match(request, answer, &version, error))
		return false;
	if (answer->status != 0)
		return true;
	if (!dd_change_begin(request->store, &request->actor, &change, error) ||
		!check_version(request, version, answer, error))
		return false;
	if (answer->status != 0)
		return true;
	return dd_holidays_set(&change, (int)request->id, rows, NULL, error) &&
	       dd_change_keep(&change, answer, error) && show(request, answer, error);
}

bool
dd_api_set_holidays(const DdRequest *request, DdAnswer *answer, GError **error)
{
	if (request->body_len == 0 || memchr(request->body, '\0', request->body_len) != NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"không phải CSV dạng UTF-8 (no CSV in UTF-8)");
		return false;
	}
	g_autofree char *csv = g_strndup((const char *)request->body, request->body_len);
	g_autoptr(GArray) rows = dd_holidays_parse(csv, request->arena, error);
	if (rows == NULL)
		return false;
	if (rows->len == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"danh sách chưa có ngày nào (no days in the list)");
		return false;
	}
	return set_year(request, rows, answer, error);
}

bool
dd_api_reset_holidays(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) none = g_array_new(FALSE, FALSE, sizeof(DdHoliday));
	return set_year(request, none, answer, error);
}
