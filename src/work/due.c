/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "due.h"

#include "date.h"
#include "maxima.h"

#include <string.h>

typedef enum { UNIT_DAY, UNIT_WEEK, UNIT_MONTH } Unit;

/* A period that comes again: so many days, weeks or months */
typedef struct {
	Unit unit;
	int count;
} Period;

/* What is being made */
typedef struct {
	const DdTime *time;
	const DdDueContext *context;
	DdDue due;
} Work;

/* Periods that have a word of their own (reading.h), and the words for units of others ("3 năm") */
static const struct {
	const char *word;
	Period period;
} periods[] = {
	{"year", {UNIT_MONTH, 12}},
	{"half-year", {UNIT_MONTH, 6}},
	{"quarter", {UNIT_MONTH, 3}},
	{"month", {UNIT_MONTH, 1}},
	{"week", {UNIT_WEEK, 1}},
	{"day", {UNIT_DAY, 1}},
	{"năm", {UNIT_MONTH, 12}},
	{"quý", {UNIT_MONTH, 3}},
	{"tháng", {UNIT_MONTH, 1}},
	{"tuần", {UNIT_WEEK, 1}},
	{"ngày", {UNIT_DAY, 1}},
};

static bool
find_period(const char *word, Period *period_out)
{
	int count = 1;
	size_t digits = strspn(word, "0123456789");
	if (digits > 0) {
		guint64 number;
		g_autofree char *written = g_strndup(word, digits);
		if (word[digits] != ' ' ||
			!g_ascii_string_to_unsigned(written, 10, 1, DD_MAX_PERIOD, &number, NULL))
			return false;
		count = (int)number;
		word += digits + 1;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(periods); i++)
		if (strcmp(periods[i].word, word) == 0) {
			*period_out = periods[i].period;
			period_out->count *= count;
			return true;
		}
	return false;
}

static bool
is_in(const DdDueContext *context, DdDay day)
{
	return dd_date_compare(day, context->first) >= 0 && dd_date_compare(day, context->last) <= 0;
}

/* Moves the day behind days off, when the office wants that. Returns: FALSE when the calendar does not know its year */
static bool
shift(DdOccurrence *occurrence, const DdDueContext *context)
{
	bool known = true;
	occurrence->said = occurrence->due;
	if (context->shift != DD_DUE_MOVES_ON || !dd_date_is_set(occurrence->due))
		return true;
	DdDay moved = dd_workdays_next(context->workdays, occurrence->due, &known);
	if (dd_date_is_set(moved))
		occurrence->due = moved;
	return known;
}

/* Returns: FALSE when there is no room for one more */
static bool
add(Work *work, DdOccurrence occurrence)
{
	if (work->due.occurrences->len >= DD_MAX_OCCURRENCES) {
		work->due.truncated = true;
		return false;
	}
	work->due.unsure = !shift(&occurrence, work->context) || work->due.unsure;
	g_array_append_val(work->due.occurrences, occurrence);
	return true;
}

/* The month @months behind that of @day, its first day; DD_DATE_NONE out of range */
static DdDay
add_months(DdDay day, int months)
{
	int month = day.year * 12 + day.month - 1 + months;
	return dd_date_make(month / 12, month % 12 + 1, 1);
}

/* Reads "MM-DD" or "DD"; month 0 when none is named. Returns: FALSE when it is neither */
static bool
read_before(const char *text, int *month_out, int *day_out)
{
	size_t length = text != NULL ? strlen(text) : 0;
	bool both = length == 5 && text[2] == '-';
	if (!both && length != 2)
		return false;
	for (size_t i = 0; i < length; i++)
		if (!g_ascii_isdigit(text[i]) && !(both && i == 2))
			return false;
	const char *day = both ? text + 3 : text;
	*month_out = both ? (text[0] - '0') * 10 + (text[1] - '0') : 0;
	*day_out = (day[0] - '0') * 10 + (day[1] - '0');
	return *month_out <= 12 && *day_out >= 1 && *day_out <= 31;
}

/* The named day in the month of @month; its last one where the month is too short (31 in April) */
static DdDay
make_day(DdDay month, int day)
{
	return dd_date_make(
		month.year, month.month, MIN(day, dd_date_days_in_month(month.year, month.month)));
}

/*
 * The last day of the period that begins with @start, and how it is known. A day of the month is that of the period's last month
 * ("tháng cuối quý"); a day of the year is that of its last year.
 */
static DdDay
find_period_day(const DdTime *time, Period period, DdDay start, DdDueRule *rule_out)
{
	int month, day;
	DdDay next = period.unit == UNIT_MONTH
			     ? add_months(start, period.count)
			     : dd_date_add_days(
				       start, period.count * (period.unit == UNIT_WEEK ? 7 : 1));
	DdDay last = dd_date_add_days(next, -1);
	*rule_out = DD_DUE_RULE_PERIOD;
	if (!dd_date_is_set(last) || period.unit != UNIT_MONTH ||
		!read_before(time->before, &month, &day))
		return last;
	if (month != 0 && period.count % 12 != 0)
		return last; /* a day of the year says nothing of a quarter */
	DdDay in = {last.year, (int8_t)(month != 0 ? month : last.month), 1};
	*rule_out = DD_DUE_RULE_NAMED_DAY;
	return make_day(in, day);
}

/* Periods begin where the calendar has them begin: on a Monday, a first of the month, a quarter */
static DdDay
find_period_start(Period period, DdDay first)
{
	if (period.unit == UNIT_DAY)
		return first;
	if (period.unit == UNIT_WEEK)
		return dd_date_add_days(first, 1 - dd_date_weekday(first));
	int step = period.count < 12 && 12 % period.count == 0 ? period.count : 12;
	return (DdDay){first.year, (int8_t)((first.month - 1) / step * step + 1), 1};
}

static void
repeat(Work *work, const char *every, const DdDueContext *within)
{
	Period period;
	if (!find_period(every, &period))
		return;
	DdDay start = find_period_start(period, within->first);
	while (dd_date_is_set(start) && dd_date_compare(start, within->last) <= 0) {
		DdOccurrence occurrence = {.start = start};
		occurrence.due = find_period_day(work->time, period, start, &occurrence.rule);
		if (!dd_date_is_set(occurrence.due))
			break;
		/* of a year that the plan leaves in its middle the day may lie behind the plan */
		bool counts = is_in(within, occurrence.due) &&
			      (!dd_date_is_set(within->signed_on) ||
				      dd_date_compare(occurrence.due, within->signed_on) >= 0);
		if (counts && !add(work, occurrence))
			break;
		start = period.unit == UNIT_MONTH
				? add_months(start, period.count)
				: dd_date_add_days(
					  start, period.count * (period.unit == UNIT_WEEK ? 7 : 1));
	}
}

/* Between the days that the time itself says, if it does */
static void
repeat_all(Work *work, const char *const *every, size_t n)
{
	DdDueContext within = *work->context;
	if (dd_date_is_set(work->time->start))
		within.first = work->time->start;
	if (dd_date_is_set(work->time->end))
		within.last = work->time->end;
	if (!dd_date_is_set(within.first) || !dd_date_is_set(within.last)) {
		work->due.kind = DD_DUE_UNKNOWN;
		return;
	}
	for (size_t i = 0; i < n; i++)
		repeat(work, every[i], &within);
	/* none in the plan's years: of no known length, longer than the plan, or over when it was signed */
	work->due.kind = work->due.occurrences->len > 0 ? DD_DUE_DAYS : DD_DUE_UNKNOWN;
}

static void
add_stages(Work *work)
{
	const DdTime *time = work->time;
	for (uint32_t i = 0; i < time->n_stages; i++) {
		const DdStage *stage = &time->stages[i];
		DdOccurrence occurrence = {.start = stage->start,
			.due = stage->end,
			.what = stage->what,
			.rule = dd_date_is_set(stage->end) ? DD_DUE_RULE_STAGE : DD_DUE_RULE_NONE};
		if (!add(work, occurrence))
			break;
		if (dd_date_is_set(stage->end))
			work->due.kind = DD_DUE_DAYS;
	}
}

static void
add_end(Work *work)
{
	const DdTime *time = work->time;
	work->due.kind = dd_date_is_set(time->end) ? DD_DUE_DAYS : DD_DUE_UNKNOWN;
	if (dd_date_is_set(time->end))
		add(work, (DdOccurrence){
				  .start = time->start, .due = time->end, .rule = DD_DUE_RULE_END});
}

static int
compare_occurrences(gconstpointer a, gconstpointer b)
{
	const DdOccurrence *left = a, *right = b;
	bool left_set = dd_date_is_set(left->due), right_set = dd_date_is_set(right->due);
	if (left_set != right_set)
		return left_set ? -1 : 1;
	int order = dd_date_compare(left->due, right->due);
	return order != 0 ? order : dd_date_compare(left->start, right->start);
}

/* "Hằng quý, 6 tháng, năm" ends in the same day three times: it falls due once, for the longest of them, which begins first */
static void
drop_repeats(GArray *occurrences)
{
	guint kept = 0;
	for (guint i = 0; i < occurrences->len; i++) {
		const DdOccurrence *one = &g_array_index(occurrences, DdOccurrence, i);
		const DdOccurrence *before = kept > 0 ? &g_array_index(
								occurrences, DdOccurrence, kept - 1)
						      : NULL;
		bool same = before != NULL && dd_date_is_set(one->due) && one->what == NULL &&
			    before->what == NULL && dd_date_compare(one->due, before->due) == 0;
		if (!same)
			g_array_index(occurrences, DdOccurrence, kept++) = *one;
	}
	g_array_set_size(occurrences, kept);
}

DdDue
dd_due_expand(const DdTime *time, const DdDueContext *context)
{
	static const char *const yearly[] = {"year"};
	Work work = {time, context, {.occurrences = g_array_new(FALSE, FALSE, sizeof(DdOccurrence))}};
	switch (time->kind) {
	case DD_TIME_NONE:
		work.due.kind = DD_DUE_UNSAID;
		break;
	case DD_TIME_CONTINUOUS:
	case DD_TIME_FROM:
		work.due.kind = DD_DUE_ONGOING;
		break;
	case DD_TIME_ANNUAL:
		repeat_all(&work, yearly, 1);
		break;
	case DD_TIME_PERIODIC:
		repeat_all(&work, (const char *const *)time->every, time->n_every);
		break;
	case DD_TIME_WHOLE_YEAR:
	case DD_TIME_QUARTER:
	case DD_TIME_MONTH:
	case DD_TIME_YEAR:
	case DD_TIME_BY_DATE:
	case DD_TIME_RANGE:
		add_end(&work);
		break;
	case DD_TIME_EVENT:
		work.due.kind = DD_DUE_WAITS;
		break;
	case DD_TIME_STAGED:
		work.due.kind = DD_DUE_UNKNOWN;
		add_stages(&work);
		break;
	case DD_TIME_LAST:
	default:
		g_return_val_if_reached(work.due);
	}
	g_array_sort(work.due.occurrences, compare_occurrences);
	drop_repeats(work.due.occurrences);
	return work.due;
}

void
dd_due_clear(DdDue *self)
{
	g_clear_pointer(&self->occurrences, g_array_unref);
}

DdOccurrence
dd_due_give(DdDay day, DdDueRule rule, const DdDueContext *context, bool *unsure_out)
{
	DdOccurrence occurrence = {.due = day, .rule = rule};
	*unsure_out = !shift(&occurrence, context);
	return occurrence;
}

static void
stretch(const DdTime *time, int *year)
{
	*year = MAX(*year, time->end.year);
	for (uint32_t i = 0; i < time->n_stages; i++)
		*year = MAX(*year, time->stages[i].end.year);
}

bool
dd_due_find_horizon(const DdReading *reading, DdDay *first_out, DdDay *last_out)
{
	int year = reading->document.year != 0 ? reading->document.year : reading->document.date.year;
	if (!dd_date_is_set(dd_date_make(year, 1, 1)))
		return false;
	int last = year;
	for (size_t i = 0; i < reading->n_tasks; i++)
		stretch(&reading->tasks[i].time, &last);
	for (size_t i = 0; i < reading->n_duties; i++)
		stretch(&reading->duties[i].due, &last);
	*first_out = dd_date_make(year, 1, 1);
	*last_out = dd_date_make(MIN(last, year + DD_MAX_HORIZON_YEARS - 1), 12, 31);
	if (!dd_date_is_set(*last_out))
		*last_out = dd_date_make(year, 12, 31);
	return true;
}

typedef struct {
	const char *word, *vi;
} Words;

static const Words rules[DD_DUE_RULE_LAST] = {
	[DD_DUE_RULE_NONE] = {"none", "không nêu ngày"},
	[DD_DUE_RULE_END] = {"end", "ngày cuối của thời hạn đã nêu"},
	[DD_DUE_RULE_STAGE] = {"stage", "ngày cuối của giai đoạn"},
	[DD_DUE_RULE_PERIOD] = {"period", "ngày cuối của kỳ"},
	[DD_DUE_RULE_NAMED_DAY] = {"named-day", "ngày đã nêu của kỳ"},
	[DD_DUE_RULE_EVENT] = {"event", "ngày của sự kiện"},
	[DD_DUE_RULE_GIVEN] = {"given", "ngày do người theo dõi xác định"},
};

static const Words kinds[DD_DUE_LAST] = {
	[DD_DUE_UNSAID] = {"unsaid", "không nêu thời hạn"},
	[DD_DUE_ONGOING] = {"ongoing", "thường xuyên"},
	[DD_DUE_WAITS] = {"waits", "chờ sự kiện"},
	[DD_DUE_UNKNOWN] = {"unknown", "cần xác định ngày"},
	[DD_DUE_DAYS] = {"days", "có hạn"},
};

const char *
dd_due_rule_to_string(DdDueRule rule)
{
	g_return_val_if_fail(rule < DD_DUE_RULE_LAST, NULL);
	return rules[rule].word;
}

const char *
dd_due_rule_get_vi(DdDueRule rule)
{
	g_return_val_if_fail(rule < DD_DUE_RULE_LAST, NULL);
	return rules[rule].vi;
}

bool
dd_due_rule_from_string(const char *word, DdDueRule *rule_out)
{
	for (DdDueRule rule = 0; rule < DD_DUE_RULE_LAST; rule++)
		if (strcmp(rules[rule].word, word) == 0) {
			*rule_out = rule;
			return true;
		}
	return false;
}

const char *
dd_due_kind_to_string(DdDueKind kind)
{
	g_return_val_if_fail(kind < DD_DUE_LAST, NULL);
	return kinds[kind].word;
}

const char *
dd_due_kind_get_vi(DdDueKind kind)
{
	g_return_val_if_fail(kind < DD_DUE_LAST, NULL);
	return kinds[kind].vi;
}
