/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workday.h"

#include "date.h"
#include "error.h"
#include "maxima.h"

#include <string.h>

#define FIRST_YEAR DD_WORKDAYS_FIRST_YEAR
#define YEARS (DD_WORKDAYS_LAST_YEAR - FIRST_YEAR + 1)

typedef enum { WHAT_OFF, WHAT_WORK, WHAT_OPEN, WHAT_KNOWN } What;

/* A row: days of one year, or with year 0 of every year from since on */
typedef struct {
	DdDay first, last;
	int since;
	What what;
	const char *name, *source;
} Row;

struct _DdWorkdays {
	GArray *rows;      /* of Row: those of years by first day, those of every year last */
	size_t n_dated;    /* of rows */
	bool known[YEARS]; /* from FIRST_YEAR on */
	bool whole[YEARS]; /* its rows are all that there is of it */
	int last_year;
	GStringChunk *texts; /* of rows that were set */
};

extern const char dd_data_holidays[];

void
dd_workdays_free(DdWorkdays *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->rows);
	g_string_chunk_free(self->texts);
	g_free(self);
}

static const char *const words[] = {"off", "work", "open", "known"};
static const DdDayKind kinds[] = {DD_DAY_HOLIDAY, DD_DAY_MADE_UP, DD_DAY_UNSETTLED};

const char *
dd_holiday_kind_to_string(DdDayKind kind)
{
	for (What what = WHAT_OFF; what < WHAT_KNOWN; what++)
		if (kinds[what] == kind)
			return words[what];
	g_return_val_if_reached(NULL);
}

bool
dd_holiday_kind_from_string(const char *word, DdDayKind *kind_out)
{
	for (What what = WHAT_OFF; what < WHAT_KNOWN; what++)
		if (strcmp(words[what], word) == 0) {
			*kind_out = kinds[what];
			return true;
		}
	return false;
}

/* Reads "2024-02-08", or "01-01" with year 0. Returns: FALSE when it is neither */
static bool
read_day(const char *text, DdDay *day_out)
{
	if (strlen(text) != strlen("01-01"))
		return dd_date_parse(text, day_out);
	/* a day of every year is one that each has: 29/02 is none */
	g_autofree char *whole = g_strconcat("2023-", text, NULL);
	if (!dd_date_parse(whole, day_out))
		return false;
	day_out->year = 0;
	return true;
}

static bool
read_year(const char *text, int *year_out)
{
	guint64 year;
	if (!g_ascii_string_to_unsigned(text, 10, FIRST_YEAR, FIRST_YEAR + YEARS - 1, &year, NULL))
		return false;
	*year_out = (int)year;
	return true;
}

static bool
read_what(const char *text, What *what_out)
{
	for (What what = WHAT_OFF; what <= WHAT_KNOWN; what++)
		if (strcmp(text, words[what]) == 0) {
			*what_out = what;
			return true;
		}
	return false;
}

static bool
mark_known(DdWorkdays *self, const char *first, const char *last)
{
	int from, to;
	if (!read_year(first, &from) || !read_year(last, &to) || to < from)
		return false;
	for (int year = from; year <= to; year++)
		self->known[year - FIRST_YEAR] = true;
	self->last_year = MAX(self->last_year, to);
	return true;
}

/* Days of one year; or a day of every year, whose last cell is the year since when */
static bool
read_row(Row *row, const char *first, const char *last)
{
	if (!read_day(first, &row->first))
		return false;
	if (row->first.year == 0)
		return read_year(last, &row->since);
	return read_day(last, &row->last) && dd_date_compare(row->first, row->last) <= 0 &&
	       row->first.year == row->last.year;
}

static int
compare_rows(gconstpointer a, gconstpointer b)
{
	const Row *left = a, *right = b;
	if ((left->first.year == 0) != (right->first.year == 0))
		return left->first.year == 0 ? 1 : -1;
	return dd_date_compare(left->first, right->first);
}

/* Two rows must not say different things of one day, and a search needs them apart */
static bool
check_order(DdWorkdays *self, GError **error)
{
	g_array_sort(self->rows, compare_rows);
	self->n_dated = 0;
	while (self->n_dated < self->rows->len &&
		g_array_index(self->rows, Row, self->n_dated).first.year != 0)
		self->n_dated++;
	for (size_t i = 1; i < self->n_dated; i++)
		if (dd_date_compare(g_array_index(self->rows, Row, i).first,
			    g_array_index(self->rows, Row, i - 1).last) <= 0) {
			g_set_error(error, DD_ERROR,
				DD_ERROR_INVALID_DATA, "ngày nghỉ “%s” chồng lên ngày khác (holiday \"%s\" lies upon another)",
				g_array_index(self->rows, Row, i).name,
				g_array_index(self->rows, Row, i).name);
			return false;
		}
	return true;
}

/* Returns: the cell behind @cell */
static const char *
step(const char *cell)
{
	return cell + strlen(cell) + 1;
}

static bool
read_rows(DdWorkdays *self, const char *cells, GError **error)
{
	size_t n = 0;
	for (const char *cell = cells; *cell != '\0'; n++) {
		const char *first = cell, *last = step(first), *word = step(last);
		Row row = {.name = step(word)};
		row.source = step(row.name);
		cell = step(row.source);
		bool good = n < DD_MAX_HOLIDAY_ROWS && read_what(word, &row.what);
		if (good && row.what == WHAT_KNOWN)
			good = mark_known(self, first, last);
		else if (good && (good = read_row(&row, first, last)))
			g_array_append_val(self->rows, row);
		if (!good) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"ngày nghỉ, dòng %zu: %s, %s, %s (holidays, row %zu: not read)",
				n + 1, first, last, word, n + 1);
			return false;
		}
	}
	return check_order(self, error);
}

DdWorkdays *
dd_workdays_parse(const char *cells, GError **error)
{
	g_autoptr(DdWorkdays) self = g_new0(DdWorkdays, 1);
	self->rows = g_array_new(FALSE, FALSE, sizeof(Row));
	self->texts = g_string_chunk_new(1024);
	if (!read_rows(self, cells, error))
		return NULL;
	return g_steal_pointer(&self);
}

DdWorkdays *
dd_workdays_new(GError **error)
{
	return dd_workdays_parse(dd_data_holidays, error);
}

static bool
is_year(int year)
{
	return year >= FIRST_YEAR && year < FIRST_YEAR + YEARS;
}

/* Returns: the row of that day alone, or of every year; NULL none */
static const Row *
find_row(const DdWorkdays *self, DdDay day)
{
	size_t low = 0, high = self->n_dated;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (dd_date_compare(g_array_index(self->rows, Row, middle).last, day) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < self->n_dated) {
		const Row *row = &g_array_index(self->rows, Row, low);
		if (dd_date_compare(row->first, day) <= 0)
			return row;
	}
	if (dd_workdays_is_set_year(self, day.year))
		return NULL;
	for (size_t i = self->n_dated; i < self->rows->len; i++) {
		const Row *row = &g_array_index(self->rows, Row, i);
		if (row->first.month == day.month && row->first.day == day.day && day.year >= row->since)
			return row;
	}
	return NULL;
}

DdDayFacts
dd_workdays_look(const DdWorkdays *self, DdDay day)
{
	DdDayFacts facts = {0};
	g_return_val_if_fail(dd_date_is_set(day), facts);
	const Row *row = find_row(self, day);
	bool weekend = dd_date_weekday(day) > 5;
	facts.kind = row != NULL ? kinds[row->what] : weekend ? DD_DAY_WEEKEND : DD_DAY_WORKING;
	facts.working = facts.kind == DD_DAY_MADE_UP || facts.kind == DD_DAY_WORKING ||
			(facts.kind == DD_DAY_UNSETTLED && !weekend);
	facts.known = dd_workdays_knows_year(self, day.year) && facts.kind != DD_DAY_UNSETTLED;
	facts.name = row != NULL ? row->name : NULL;
	facts.source = row != NULL ? row->source : NULL;
	return facts;
}

int
dd_workdays_count(const DdWorkdays *self, DdDay from, DdDay to, bool *known_out)
{
	bool back = dd_date_compare(to, from) < 0;
	DdDay day = back ? to : from;
	DdDay last = back ? from : to;
	bool known = true;
	int n = 0;
	while (dd_date_compare(day, last) < 0) {
		day = dd_date_add_days(day, 1);
		if (!dd_date_is_set(day))
			break; /* out of the calendar */
		DdDayFacts facts = dd_workdays_look(self, day);
		known = known && facts.known;
		n += facts.working ? 1 : 0;
	}
	if (known_out != NULL)
		*known_out = known;
	return back ? -n : n;
}

DdDay
dd_workdays_next(const DdWorkdays *self, DdDay day, bool *known_out)
{
	bool known = true;
	for (; dd_date_is_set(day); day = dd_date_add_days(day, 1)) {
		DdDayFacts facts = dd_workdays_look(self, day);
		known = known && facts.known;
		if (facts.working)
			break;
	}
	if (known_out != NULL)
		*known_out = known;
	return day;
}

bool
dd_workdays_knows_year(const DdWorkdays *self, int year)
{
	return is_year(year) && self->known[year - FIRST_YEAR];
}

bool
dd_workdays_is_set_year(const DdWorkdays *self, int year)
{
	return is_year(year) && self->whole[year - FIRST_YEAR];
}

static bool
fail_row(const DdHoliday *row, const char *vi, const char *en, GError **error)
{
	char first[DD_DATE_BUFFER];
	const char *day = dd_date_format(row->first, first);
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "ngày %s: %s (%s: %s)",
		day != NULL ? day : "?", vi, day != NULL ? day : "?", en);
	return false;
}

static bool
check_holiday(const DdHoliday *row, int year, GError **error)
{
	if (!dd_date_is_set(row->first) || !dd_date_is_set(row->last) || row->first.year != year ||
		row->last.year != year)
		return fail_row(row, "không thuộc năm này", "not of this year", error);
	if (dd_date_compare(row->last, row->first) < 0)
		return fail_row(row, "ngày cuối trước ngày đầu", "ends before it begins", error);
	if (row->name == NULL || *row->name == '\0')
		return fail_row(row, "cần có tên", "it needs a name", error);
	if (row->kind != DD_DAY_MADE_UP)
		return true;
	for (DdDay day = row->first; dd_date_compare(day, row->last) <= 0;
		day = dd_date_add_days(day, 1))
		if (dd_date_weekday(day) <= 5)
			return fail_row(row, "ngày làm bù phải là thứ Bảy hoặc Chủ nhật",
				"what is worked instead is a Saturday or Sunday", error);
	return true;
}

static What
find_what(DdDayKind kind)
{
	What what = WHAT_OFF;
	while (what < WHAT_OPEN && kinds[what] != kind)
		what++;
	return what;
}

/* Returns: (transfer full) the rows as they are kept, by day, texts still those of @rows; NULL when something is wrong with them */
static GArray *
take_rows(int year, const DdHoliday *rows, size_t n, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(Row));
	for (size_t i = 0; i < n; i++) {
		Row row = {.first = rows[i].first,
			.last = rows[i].last,
			.what = find_what(rows[i].kind),
			.name = rows[i].name,
			.source = rows[i].source};
		if (!check_holiday(&rows[i], year, error))
			return NULL;
		g_array_append_val(out, row);
	}
	g_array_sort(out, compare_rows);
	for (guint i = 1; i < out->len; i++) {
		const Row *row = &g_array_index(out, Row, i);
		if (dd_date_compare(row->first, g_array_index(out, Row, i - 1).last) <= 0) {
			(void)fail_row(&(DdHoliday){.first = row->first}, "đã có ở dòng khác",
				"another row has it, too", error);
			return NULL;
		}
	}
	return g_steal_pointer(&out);
}

bool
dd_workdays_set_year(DdWorkdays *self, int year, const DdHoliday *rows, size_t n, GError **error)
{
	g_return_val_if_fail(is_year(year), false);
	g_autoptr(GArray) taken = take_rows(year, rows, n, error);
	if (taken == NULL)
		return false;
	for (guint i = 0; i < self->rows->len;)
		if (g_array_index(self->rows, Row, i).first.year == year)
			g_array_remove_index(self->rows, i);
		else
			i++;
	for (guint i = 0; i < taken->len; i++) {
		Row *row = &g_array_index(taken, Row, i);
		row->name = g_string_chunk_insert(self->texts, row->name);
		row->source = g_string_chunk_insert(
			self->texts, row->source != NULL ? row->source : "");
	}
	g_array_append_vals(self->rows, taken->data, taken->len);
	self->known[year - FIRST_YEAR] = self->whole[year - FIRST_YEAR] = true;
	self->last_year = MAX(self->last_year, year);
	return check_order(self, error);
}

static int
compare_holidays(gconstpointer a, gconstpointer b)
{
	return dd_date_compare(((const DdHoliday *)a)->first, ((const DdHoliday *)b)->first);
}

GArray *
dd_workdays_list_year(const DdWorkdays *self, int year)
{
	GArray *out = g_array_new(FALSE, FALSE, sizeof(DdHoliday));
	for (guint i = 0; i < self->rows->len; i++) {
		const Row *row = &g_array_index(self->rows, Row, i);
		DdHoliday one = {row->first, row->last, kinds[row->what], row->name, row->source};
		if (row->first.year == 0) {
			one.first.year = (int16_t)year;
			one.last = one.first;
			if (find_row(self, one.first) != row)
				continue;
		} else if (row->first.year != year) {
			continue;
		}
		g_array_append_val(out, one);
	}
	g_array_sort(out, compare_holidays);
	return out;
}

int
dd_workdays_last_year(const DdWorkdays *self)
{
	return self->last_year;
}
