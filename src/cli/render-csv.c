/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-csv.c: one row for each task, RFC 4180, for spreadsheets */
#include "csv-row.h"
#include "date.h"
#include "labels.h"
#include "render.h"

void
dd_render_csv_begin(const DdRender *render)
{
	fputs(DD_CSV_MARK
		"file,id,heading,task,lead,coordinate,director,monitor,time,start,end,product,line_"
		"start,line_end,confidence\r\n",
		render->out);
}

static void
print_task(const DdRender *render, const char *file, const DdTask *task)
{
	g_autofree char *lead = dd_label_list(&task->lead, false);
	g_autofree char *coordinate = dd_label_list(&task->coordinate, false);
	g_autofree char *director = dd_label_list(&task->director, false);
	g_autofree char *monitor = dd_label_list(&task->monitor, false);
	g_autofree char *words = task->time_raw.value == NULL ? dd_label_time(&task->time, NULL)
							      : NULL;
	char start[DD_DATE_BUFFER], end[DD_DATE_BUFFER];
	dd_date_format(task->time.start, start);
	dd_date_format(task->time.end, end);
	g_autofree char *first_line = g_strdup_printf("%u", task->span.line);
	g_autofree char *last_line = g_strdup_printf("%u", task->span.line_end);
	g_autofree char *confidence = g_strdup_printf(
		"%u.%02u", task->confidence / 100u, task->confidence % 100u);
	const char *const cells[] = {
		file,
		task->id,
		task->heading,
		task->text.value,
		lead,
		coordinate,
		director,
		monitor,
		words != NULL ? words : task->time_raw.value,
		start,
		end,
		task->product.value,
		first_line,
		last_line,
		confidence,
	};
	dd_csv_print_row(render->out, cells, G_N_ELEMENTS(cells));
}

void
dd_render_csv(const DdRender *render, const DdReading *reading)
{
	for (size_t i = 0; i < reading->n_tasks; i++)
		print_task(render, reading->file, &reading->tasks[i]);
}
