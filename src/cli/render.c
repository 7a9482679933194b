/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render.c: the table of forms, and what a terminal can show */
#include "render.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void
render_table(const DdRender *render, const DdReading *reading)
{
	if (render->count > 0)
		fputs("\n\n", render->out);
	if (render->explain)
		dd_render_explain(render, reading);
	else
		dd_render_table(render, reading);
}

static void
begin_json(const DdRender *render)
{
	if (render->several)
		fputs("[\n", render->out);
}

static void
render_json(const DdRender *render, const DdReading *reading)
{
	g_autoptr(GError) error = NULL;
	if (render->count > 0)
		fputs(",\n", render->out);
	/* A failed write is kept by the stream, where the caller looks for every form alike. */
	if (!dd_reading_write_json(reading, render->out, &error))
		g_debug("%s", error->message);
}

static void
end_json(const DdRender *render)
{
	if (render->several)
		fputs("]\n", render->out);
}

static void
render_md(const DdRender *render, const DdReading *reading)
{
	if (render->count > 0)
		fputc('\n', render->out);
	dd_render_md(render, reading);
}

const DdFormat *
dd_format_lookup(const char *name, bool document)
{
	/* of each kind the default first */
	static const DdFormat formats[] = {
		{"table", true, NULL, render_table, NULL, NULL},
		{"json", true, begin_json, render_json, NULL, end_json},
		{"csv", false, dd_render_csv_begin, dd_render_csv, NULL, NULL},
		{"md", false, NULL, render_md, NULL, NULL},
		{"text", false, NULL, NULL, dd_render_document_text, NULL},
		{"json", false, begin_json, NULL, dd_render_document_json, end_json},
		{"html", false, NULL, NULL, dd_render_document_html, NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
		if ((formats[i].document != NULL) == document &&
			(name == NULL || strcmp(name, formats[i].name) == 0))
			return &formats[i];
	return NULL;
}

static unsigned
find_width(int fd)
{
	struct winsize size = {0};
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return CLAMP(size.ws_col, DD_WIDTH_MIN, DD_WIDTH_MAX);
	const char *columns = g_getenv("COLUMNS");
	guint64 width;
	if (columns != NULL && g_ascii_string_to_unsigned(columns, 10, 1, 100000, &width, NULL))
		return (unsigned)CLAMP(width, DD_WIDTH_MIN, DD_WIDTH_MAX);
	return DD_WIDTH_DEFAULT;
}

void
dd_render_init(DdRender *render, FILE *out)
{
	int fd = fileno(out);
	const char *no_color = g_getenv("NO_COLOR");
	render->out = out;
	render->width = find_width(fd);
	render->colour = isatty(fd) && (no_color == NULL || *no_color == '\0') &&
			 g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}
