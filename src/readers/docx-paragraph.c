/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-paragraph.h"

#include <string.h>

#include "error.h"
#include "maxima.h"

DdDocxParagraph *
dd_docx_paragraph_new(GString *text)
{
	DdDocxParagraph *self = g_new0(DdDocxParagraph, 1);
	self->text = text != NULL ? text : g_string_sized_new(256);
	self->layout = DD_DOCX_LAYOUT_UNSET;
	return self;
}

void
dd_docx_paragraph_free(DdDocxParagraph *self)
{
	if (self == NULL)
		return;
	if (self->text != NULL)
		g_string_free(self->text, TRUE);
	g_free(self->number);
	g_free(self);
}

void
dd_docx_paragraph_settle(DdDocxParagraph *self, const DdDocxStyle *style)
{
	DdDocxLayout *layout = &self->layout;
	self->style = style;
	self->is_settled = true;
	if (layout->heading == DD_DOCX_UNSET)
		layout->heading = style->layout.heading;
	if (layout->align == DD_DOCX_UNSET)
		layout->align = style->layout.align;
	if (layout->number == DD_DOCX_UNSET)
		layout->number = style->layout.number;
}

/* What the run says itself holds; else two styles that both say yes say no together, as Word has it. */
static bool
is_on(DdToggle run, DdToggle run_style, DdToggle style)
{
	if (run != DD_TOGGLE_UNSET)
		return run == DD_TOGGLE_ON;
	return (run_style == DD_TOGGLE_ON) != (style == DD_TOGGLE_ON);
}

static void
append_capitals(GString *out, const char *text, size_t len)
{
	for (const char *at = text; at < text + len; at = g_utf8_next_char(at))
		g_string_append_unichar(out, g_unichar_toupper(g_utf8_get_char(at)));
}

/* Signs of the private area mean something in their font only. */
static void
append_signs(GString *out, const char *text, size_t len, DdDocxFont font)
{
	for (const char *at = text; at < text + len; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (letter >= 0xF000 && letter <= 0xF0FF)
			g_string_append(out, dd_docx_font_show(font, letter));
		else
			g_string_append_unichar(out, letter);
	}
}

/* Tells whether the text has a letter from U+F000 to U+F0FF: EF 80 to EF 83. */
static bool
has_signs(const char *text, size_t len)
{
	const char *end = text + len;
	for (const char *at = memchr(text, 0xEF, len); at != NULL && end - at > 2;
		at = memchr(at, 0xEF, (size_t)(end - at))) {
		if ((unsigned char)at[1] >= 0x80 && (unsigned char)at[1] <= 0x83)
			return true;
		at++;
	}
	return false;
}

static bool
has_letters(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!g_ascii_isspace(text[i]))
			return true;
	}
	return false;
}

bool
dd_docx_paragraph_add(DdDocxParagraph *self, const char *text, size_t len, GError **error)
{
	static const DdDocxStyle none = {.name = NULL};
	const DdDocxRun *run = &self->run;
	const DdDocxStyle *style = self->style != NULL ? self->style : &none;
	const DdDocxStyle *run_style = self->run_style != NULL ? self->run_style : &none;
	if (len == 0 || is_on(run->hidden, run_style->run.hidden, style->run.hidden))
		return true;
	if (len > DD_MAX_PARAGRAPH_BYTES || self->text->len > DD_MAX_PARAGRAPH_BYTES - len) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"một đoạn văn quá dài; hãy tách đoạn đó (a paragraph is too long)");
		return false;
	}
	if (self->has_break && self->text->len > 0)
		g_string_append_c(self->text, '\n');
	self->has_break = false;
	if (has_letters(text, len)) {
		self->has_letters = true;
		if (!is_on(run->bold, run_style->run.bold, style->run.bold))
			self->has_plain = true;
	}
	DdDocxFont font = run->font != DD_FONT_TEXT ? run->font : run_style->run.font;
	if (has_signs(text, len))
		append_signs(self->text, text, len, font);
	else if (is_on(run->caps, run_style->run.caps, style->run.caps))
		append_capitals(self->text, text, len);
	else
		g_string_append_len(self->text, text, (gssize)len);
	return true;
}

DdParagraph
dd_docx_paragraph_show(const DdDocxParagraph *self, bool boxed)
{
	return (DdParagraph){
		.text = self->text->str,
		.number = self->number,
		.style = self->style != NULL ? self->style->name : NULL,
		.heading = (uint8_t)MAX(self->layout.heading, 0),
		.align = (uint8_t)MAX(self->layout.align, 0),
		.bold = self->has_letters && !self->has_plain,
		.boxed = boxed,
	};
}
