/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-csv.c: one row for each task, RFC 4180, for spreadsheets */
#include "date.h"
#include "labels.h"
#include "render.h"

#include <string.h>

static void
print_cell(FILE *out, const char *text, bool first)
{
	if (!first)
		fputc(',', out);
	if (text == NULL || *text == '\0')
		return;
	/* A spreadsheet would take such a cell for a formula; the apostrophe makes it text. */
	bool formula = strchr("=+-@\t\r", *text) != NULL;
	if (!formula && strpbrk(text, ",\"\r\n") == NULL) {
		fputs(text, out);
		return;
	}
	fputs(formula ? "\"'" : "\"", out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	fputc('"', out);
}

void
dd_render_csv_begin(const DdRender *render)
{
	/* Without the mark Excel takes the file for Windows-1258 or worse. */
	fputs("\xef\xbb\xbf"
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
	for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
		print_cell(render->out, cells[i], i == 0);
	fputs("\r\n", render->out);
}

void
dd_render_csv(const DdRender *render, const DdReading *reading)
{
	for (size_t i = 0; i < reading->n_tasks; i++)
		print_task(render, reading->file, &reading->tasks[i]);
}
