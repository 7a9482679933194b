/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-counts.c: the four boxes by unit and state, and rates that say what they are of */
#include "json-counts.h"

#include "date.h"

#define BOX(word, member, vi)                                                                      \
	{                                                                                          \
		word, vi, G_STRUCT_OFFSET(DdTally, member)                                         \
	}
const DdCountBox dd_count_boxes[DD_COUNT_BOXES] = {
	BOX("done-in-time", done_in_time, "xong đúng hạn"),
	BOX("done-late", done_late, "xong quá hạn"),
	BOX("open-in-time", open_in_time, "chưa xong, trong hạn"),
	BOX("near", near, "trong đó sắp đến hạn"),
	BOX("open-late", open_late, "chưa xong, quá hạn"),
	BOX("done-no-deadline", done_no_deadline, "xong, không hạn"),
	BOX("open-no-deadline", open_no_deadline, "chưa xong, không hạn"),
	BOX("aside", aside, "không tính hạn"),
};

uint64_t
dd_count_box_get(const DdCountBox *self, const DdTally *tally)
{
	return G_STRUCT_MEMBER(uint64_t, tally, self->offset);
}

DdUnitCount
dd_counts_sum(const GArray *units)
{
	DdUnitCount all = {.unit = NULL};
	for (guint i = 0; i < units->len; i++) {
		const DdUnitCount *one = &g_array_index(units, DdUnitCount, i);
		dd_tally_merge(&all.tally, &one->tally);
		for (DdState state = 0; state < DD_STATE_LAST; state++)
			all.states[state] += one->states[state];
	}
	return all;
}

static void
write_states(DdJsonWriter *json, const char *key, const uint64_t *counts)
{
	dd_json_open(json, key, '{', true);
	for (DdState state = 0; state < DD_STATE_LAST; state++)
		if (counts[state] > 0)
			dd_json_uint(json, dd_state_to_string(state), counts[state]);
	dd_json_close(json, '}');
}

static void
write_count(DdJsonWriter *json, const char *key, const DdUnitCount *count, unsigned by)
{
	dd_json_open(json, key, '{', false);
	if (count->unit != NULL)
		dd_json_string(json, "unit", count->unit);
	for (size_t i = 0; i < DD_COUNT_BOXES; i++)
		dd_json_uint(json, dd_count_boxes[i].word,
			dd_count_box_get(&dd_count_boxes[i], &count->tally));
	if ((by & DD_COUNTS_BY_STATE) != 0)
		write_states(json, "states", count->states);
	dd_json_close(json, '}');
}

static void
write_rate(DdJsonWriter *json, const DdRate *rate)
{
	char day[DD_DATE_BUFFER];
	int hundredths = dd_rate_get_hundredths(rate);
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "rule", dd_rate_rule_to_string(rate->rule));
	dd_json_string(json, "rule_vi", dd_rate_rule_get_vi(rate->rule));
	dd_json_string(json, "rule_en", dd_rate_rule_get_en(rate->rule));
	dd_json_uint(json, "numerator", rate->numerator);
	dd_json_uint(json, "denominator", rate->denominator);
	if (hundredths < 0)
		dd_json_null(json, "percent");
	else
		dd_json_double(json, "percent", hundredths / 100.0);
	dd_json_string(json, "as_of", dd_date_format(rate->as_of, day));
	if (rate->rule == DD_RATE_OF_ALL)
		write_states(json, "left_out", rate->left_out);
	dd_json_close(json, '}');
}

void
dd_json_counts(DdJsonWriter *json, const GArray *units, DdDay as_of, unsigned by)
{
	char day[DD_DATE_BUFFER];
	DdUnitCount all = dd_counts_sum(units);
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "as_of", dd_date_format(as_of, day));
	if ((by & DD_COUNTS_BY_UNIT) != 0) {
		dd_json_open(json, "units", '[', false);
		for (guint i = 0; i < units->len; i++)
			write_count(json, NULL, &g_array_index(units, DdUnitCount, i), by);
		dd_json_close(json, ']');
	}
	write_count(json, "all", &all, by);
	dd_json_open(json, "rates", '[', false);
	for (DdRateRule rule = 0; rule < DD_RATE_LAST; rule++) {
		DdRate rate = dd_tally_get_rate(&all.tally, rule, as_of);
		write_rate(json, &rate);
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}
