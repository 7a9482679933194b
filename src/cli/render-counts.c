/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-counts.c: the four boxes by unit and state, and rates that say what they are of */
#include "block.h"
#include "csv-row.h"
#include "date.h"
#include "json-counts.h"
#include "labels.h"
#include "render-task.h"
#include "width.h"

#include <inttypes.h>
#include <string.h>

static void
print_count(const DdRender *render, const char *title, const DdUnitCount *count)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < DD_COUNT_BOXES; i++)
		if (dd_count_box_get(&dd_count_boxes[i], &count->tally) > 0)
			g_string_append_printf(text, "%s%s %" PRIu64, text->len > 0 ? " · " : "",
				dd_count_boxes[i].vi,
				dd_count_box_get(&dd_count_boxes[i], &count->tally));
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
print_csv(const DdRender *render, const GArray *units)
{
	const char *cells[1 + DD_COUNT_BOXES] = {"unit"};
	for (size_t i = 0; i < DD_COUNT_BOXES; i++)
		cells[1 + i] = dd_count_boxes[i].word;
	fputs(DD_CSV_MARK, render->out);
	dd_csv_print_row(render->out, cells, G_N_ELEMENTS(cells));
	for (guint row = 0; row < units->len; row++) {
		const DdUnitCount *one = &g_array_index(units, DdUnitCount, row);
		g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func(g_free);
		cells[0] = one->unit;
		for (size_t i = 0; i < DD_COUNT_BOXES; i++) {
			char *number = g_strdup_printf(
				"%" PRIu64, dd_count_box_get(&dd_count_boxes[i], &one->tally));
			g_ptr_array_add(numbers, number);
			cells[1 + i] = number;
		}
		dd_csv_print_row(render->out, cells, G_N_ELEMENTS(cells));
	}
}

static void
write_json(const DdRender *render, const GArray *units, DdDay as_of)
{
	g_autofree DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, render->out);
	dd_json_counts(json, units, as_of, DD_COUNTS_BY_UNIT | DD_COUNTS_BY_STATE);
	dd_render_finish_json(render, json);
}

void
dd_render_counts(const DdRender *render, DdTasksForm form, const GArray *units, DdDay as_of)
{
	DdUnitCount all = dd_counts_sum(units);
	if (form == DD_TASKS_JSON)
		write_json(render, units, as_of);
	else if (form == DD_TASKS_CSV)
		print_csv(render, units);
	else
		print_table(render, units, &all, as_of);
}
