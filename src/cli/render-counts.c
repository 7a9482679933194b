/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-counts.c: the four boxes by unit and state, and rates that say what they are of */
#include "block.h"
#include "csv.h"
#include "date.h"
#include "json-writer.h"
#include "labels.h"
#include "render-task.h"
#include "width.h"

#include <inttypes.h>
#include <string.h>

/* The boxes, in the order in which they are told */
typedef struct {
	const char *word, *vi;
	size_t offset;
} Box;

#define BOX(word, member, vi)                                                                      \
	{                                                                                          \
		word, vi, G_STRUCT_OFFSET(DdTally, member)                                         \
	}
static const Box boxes[] = {
	BOX("done-in-time", done_in_time, "xong đúng hạn"),
	BOX("done-late", done_late, "xong quá hạn"),
	BOX("open-in-time", open_in_time, "chưa xong, trong hạn"),
	BOX("near", near, "trong đó sắp đến hạn"),
	BOX("open-late", open_late, "chưa xong, quá hạn"),
	BOX("done-no-deadline", done_no_deadline, "xong, không hạn"),
	BOX("open-no-deadline", open_no_deadline, "chưa xong, không hạn"),
	BOX("aside", aside, "không tính hạn"),
};

static uint64_t
get_box(const DdTally *tally, const Box *box)
{
	return G_STRUCT_MEMBER(uint64_t, tally, box->offset);
}

static DdUnitCount
sum(const GArray *units)
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
print_count(const DdRender *render, const char *title, const DdUnitCount *count)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
		if (get_box(&count->tally, &boxes[i]) > 0)
			g_string_append_printf(text, "%s%s %" PRIu64, text->len > 0 ? " · " : "",
				boxes[i].vi, get_box(&count->tally, &boxes[i]));
	g_autoptr(GString) states = g_string_new(NULL);
	for (DdState state = 0; state < DD_STATE_LAST; state++)
		if (count->states[state] > 0)
			g_string_append_printf(states, "%s%s %" PRIu64, states->len > 0 ? " · " : "",
				dd_state_get_vi(state), count->states[state]);
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	dd_block_add(block, NULL, 0, DD_STYLE_PLAIN, title, DD_STYLE_STRONG);
	dd_block_add(block, "", 2, DD_STYLE_PLAIN, text->str,
		count->tally.open_late > 0 ? DD_STYLE_WARNING : DD_STYLE_PLAIN);
	dd_block_add(block, "", 2, DD_STYLE_PLAIN, states->str, DD_STYLE_QUIET);
	dd_block_print(block, render->out, 0);
}

static void
print_table(const DdRender *render, const GArray *units, const DdUnitCount *all, DdDay as_of)
{
	for (guint i = 0; i < units->len; i++)
		print_count(render, g_array_index(units, DdUnitCount, i).unit,
			&g_array_index(units, DdUnitCount, i));
	g_autofree char *title = g_strdup_printf(
		"Tất cả (all): %" PRIu64 " nhiệm vụ đã giao", dd_tally_count_all(&all->tally));
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	print_count(render, title, all);
	for (DdRateRule rule = 0; rule < DD_RATE_LAST; rule++) {
		DdRate rate = dd_tally_get_rate(&all->tally, rule, as_of);
		g_autofree char *text = dd_rate_describe(&rate);
		dd_block_add(block, rule == 0 ? "Tỷ lệ" : "", 7, DD_STYLE_QUIET, text, DD_STYLE_PLAIN);
	}
	dd_block_print(block, render->out, 0);
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
write_count(DdJsonWriter *json, const char *key, const DdUnitCount *count)
{
	dd_json_open(json, key, '{', false);
	if (count->unit != NULL)
		dd_json_string(json, "unit", count->unit);
	for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
		dd_json_uint(json, boxes[i].word, get_box(&count->tally, &boxes[i]));
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

static void
write_json(const DdRender *render, const GArray *units, const DdUnitCount *all, DdDay as_of)
{
	char day[DD_DATE_BUFFER];
	g_autoptr(GError) error = NULL;
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, render->out);
	dd_json_open(json, NULL, '{', false);
	dd_json_string(json, "as_of", dd_date_format(as_of, day));
	dd_json_open(json, "units", '[', false);
	for (guint i = 0; i < units->len; i++)
		write_count(json, NULL, &g_array_index(units, DdUnitCount, i));
	dd_json_close(json, ']');
	write_count(json, "all", all);
	dd_json_open(json, "rates", '[', false);
	for (DdRateRule rule = 0; rule < DD_RATE_LAST; rule++) {
		DdRate rate = dd_tally_get_rate(&all->tally, rule, as_of);
		write_rate(json, &rate);
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	/* a failed write is kept by the stream */
	if (!dd_json_finish(json, &error))
		g_debug("%s", error->message);
	fputc('\n', render->out);
}

static void
print_csv(const DdRender *render, const GArray *units)
{
	const char *cells[1 + G_N_ELEMENTS(boxes)] = {"unit"};
	for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
		cells[1 + i] = boxes[i].word;
	fputs(DD_CSV_MARK, render->out);
	dd_csv_print_row(render->out, cells, G_N_ELEMENTS(cells));
	for (guint row = 0; row < units->len; row++) {
		const DdUnitCount *one = &g_array_index(units, DdUnitCount, row);
		g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func(g_free);
		cells[0] = one->unit;
		for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++) {
			char *number = g_strdup_printf("%" PRIu64, get_box(&one->tally, &boxes[i]));
			g_ptr_array_add(numbers, number);
			cells[1 + i] = number;
		}
		dd_csv_print_row(render->out, cells, G_N_ELEMENTS(cells));
	}
}

void
dd_render_counts(const DdRender *render, DdTasksForm form, const GArray *units, DdDay as_of)
{
	DdUnitCount all = sum(units);
	if (form == DD_TASKS_JSON)
		write_json(render, units, &all, as_of);
	else if (form == DD_TASKS_CSV)
		print_csv(render, units);
	else
		print_table(render, units, &all, as_of);
}
