/* SPDX-License-Identifier: GPL-3.0-or-later */
/* block.c: composes wrapped lines and prints them */
#include "block.h"

#include "width.h"

#include <string.h>

/* Narrower columns would hold a few letters only */
#define WIDTH_MIN 12

typedef struct {
	GString *text; /* with its escapes */
	unsigned columns;
} Line;

struct _DdBlock {
	GArray *lines;
	unsigned width;
	bool colour;
};

static void
clear_line(void *data)
{
	Line *line = data;
	g_string_free(line->text, TRUE);
}

DdBlock *
dd_block_new(unsigned width, bool colour)
{
	DdBlock *self = g_new0(DdBlock, 1);
	self->lines = g_array_new(FALSE, FALSE, sizeof(Line));
	g_array_set_clear_func(self->lines, clear_line);
	self->width = MAX(width, WIDTH_MIN);
	self->colour = colour;
	return self;
}

void
dd_block_free(DdBlock *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->lines);
	g_free(self);
}

static const char *
get_escape(DdStyle style)
{
	static const char *const escapes[DD_STYLE_LAST] = {
		[DD_STYLE_PLAIN] = "",
		[DD_STYLE_STRONG] = "\033[1m",
		[DD_STYLE_QUIET] = "\033[2m",
		[DD_STYLE_ACCENT] = "\033[36m",
		[DD_STYLE_WARNING] = "\033[33m",
	};
	return escapes[style];
}

static void
append(GString *out, const char *text, size_t len, DdStyle style, bool colour)
{
	bool escaped = colour && style != DD_STYLE_PLAIN && len > 0;
	if (escaped)
		g_string_append(out, get_escape(style));
	g_string_append_len(out, text, (gssize)len);
	if (escaped)
		g_string_append(out, "\033[0m");
}

static void
append_blanks(GString *out, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		g_string_append_c(out, ' ');
}

/* Adds one line: @label in its columns (or its columns blank), then @len bytes of @text. */
static void
add_line(DdBlock *self, const char *label, unsigned label_width, DdStyle label_style,
	const char *text, size_t len, DdStyle style)
{
	Line line = {g_string_new(NULL), 0};
	if (label != NULL) {
		append(line.text, label, strlen(label), label_style, self->colour);
		line.columns = dd_width_measure(label, strlen(label));
	}
	if (len > 0) {
		unsigned gap = line.columns < label_width ? label_width - line.columns
							  : line.columns > 0;
		append_blanks(line.text, gap);
		append(line.text, text, len, style, self->colour);
		line.columns += gap + dd_width_measure(text, len);
	}
	g_array_append_val(self->lines, line);
}

void
dd_block_add(DdBlock *self, const char *label, unsigned label_width, DdStyle label_style,
	const char *text, DdStyle style)
{
	g_autofree char *clean = dd_width_clean(text);
	g_autofree char *head = label != NULL ? dd_width_clean(label) : NULL;
	/* A label that takes a good part of the line stands above its text. */
	if (head != NULL && dd_width_measure(head, strlen(head)) + 1 > label_width) {
		const char *rest = head, *line;
		size_t len;
		while (dd_width_next_line(&rest, self->width, &line, &len))
			add_line(self, NULL, 0, label_style, line, len, label_style);
		g_clear_pointer(&head, g_free);
	}
	unsigned room = self->width > label_width + WIDTH_MIN / 2 ? self->width - label_width
								  : WIDTH_MIN / 2;
	const char *rest = clean, *line, *now = head;
	size_t len;
	while (dd_width_next_line(&rest, room, &line, &len)) {
		add_line(self, now, label_width, label_style, line, len, style);
		now = NULL;
	}
	if (now != NULL)
		add_line(self, now, label_width, label_style, "", 0, style);
}

static void
print_blanks(FILE *out, unsigned n)
{
	fprintf(out, "%*s", (int)n, "");
}

void
dd_block_print(const DdBlock *self, FILE *out, unsigned indent)
{
	for (unsigned i = 0; i < self->lines->len; i++) {
		const Line *line = &g_array_index(self->lines, Line, i);
		if (line->columns > 0)
			print_blanks(out, indent);
		fwrite(line->text->str, 1, line->text->len, out);
		fputc('\n', out);
	}
}

void
dd_block_print_beside(const DdBlock *left, const DdBlock *right, FILE *out, unsigned indent)
{
	unsigned n = MAX(left->lines->len, right->lines->len);
	for (unsigned i = 0; i < n; i++) {
		unsigned columns = 0;
		print_blanks(out, indent);
		if (i < left->lines->len) {
			const Line *line = &g_array_index(left->lines, Line, i);
			fwrite(line->text->str, 1, line->text->len, out);
			columns = line->columns;
		}
		print_blanks(out, left->width > columns ? left->width - columns : 0);
		fputs(left->colour ? " \033[2m│\033[0m" : " │", out);
		if (i < right->lines->len) {
			const Line *line = &g_array_index(right->lines, Line, i);
			fputc(' ', out);
			fwrite(line->text->str, 1, line->text->len, out);
		}
		fputc('\n', out);
	}
}

void
dd_block_print_rule(FILE *out, const char *title, unsigned width, bool colour)
{
	g_autofree char *clean = dd_width_clean(title);
	g_autoptr(GString) line = g_string_new(NULL);
	append(line, clean, strlen(clean), DD_STYLE_STRONG, colour);
	unsigned columns = dd_width_measure(clean, strlen(clean)) + 1;
	g_string_append_c(line, ' ');
	g_autoptr(GString) rule = g_string_new(NULL);
	for (; columns < width; columns++)
		g_string_append(rule, "─");
	append(line, rule->str, rule->len, DD_STYLE_QUIET, colour);
	fprintf(out, "%s\n", line->str);
}
