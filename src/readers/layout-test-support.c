/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-test-support.h"

#include "docx-test-support.h"
#include "layout.h"

#define LETTER 6.0F /* wide */
#define BLANK 4.0F
#define A4_WIDTH 595.0F
#define A4_HEIGHT 842.0F

static void
free_page(gpointer page)
{
	dd_page_content_free(page);
}

TestPages
dd_test_pages(void)
{
	TestPages self = {g_ptr_array_new_with_free_func(free_page)};
	dd_test_page(&self);
	return self;
}

void
dd_test_pages_clear(TestPages *self)
{
	g_ptr_array_unref(self->pages);
}

void
dd_test_page(TestPages *self)
{
	g_ptr_array_add(self->pages, dd_page_content_new(A4_WIDTH, A4_HEIGHT));
}

static DdPageContent *
get_page(TestPages *self)
{
	return self->pages->pdata[self->pages->len - 1];
}

void
dd_test_word(TestPages *self, const DdPageWord *word)
{
	dd_page_content_add_word(get_page(self), word);
}

static float
get_width(const char *text)
{
	float width = 0;
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
		width += *at == ' ' ? BLANK : LETTER;
	return width;
}

static void
put(TestPages *self, float left, float top, float blank, const char *text)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	for (size_t i = 0; words[i] != NULL; i++) {
		DdPageWord word = {.text = words[i],
			.left = left,
			.top = top,
			.right = left + get_width(words[i]),
			.bottom = top + TEST_SIZE,
			.size = TEST_SIZE,
			.confidence = DD_CONFIDENCE_UNKNOWN};
		dd_test_word(self, &word);
		left = word.right + blank;
	}
}

void
dd_test_put(TestPages *self, float left, float top, const char *text)
{
	put(self, left, top, BLANK, text);
}

void
dd_test_centre(TestPages *self, float middle, float top, const char *text)
{
	put(self, middle - get_width(text) / 2, top, BLANK, text);
}

void
dd_test_justify(TestPages *self, float left, float right, float top, const char *text)
{
	float blanks = 0;
	for (const char *at = text; *at != '\0'; at++)
		blanks += *at == ' ' ? 1.0F : 0.0F;
	put(self, left, top, BLANK + (right - left - get_width(text)) / blanks, text);
}

void
dd_test_rule(TestPages *self, float left, float top, float right, float bottom)
{
	DdPageRule rule = {left, top, right, bottom};
	g_array_append_val(get_page(self)->rules, rule);
}

void
dd_test_across(TestPages *self, float left, float right, const float *tops, size_t n)
{
	for (size_t i = 0; i < n; i++)
		dd_test_rule(self, left, tops[i], right, tops[i]);
}

void
dd_test_down(TestPages *self, const float *lefts, size_t n, float top, float bottom)
{
	for (size_t i = 0; i < n; i++)
		dd_test_rule(self, lefts[i], top, lefts[i], bottom);
}

DdDocument *
dd_test_lay(TestPages *self, GError **error)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	DdPageContent *const *pages = (DdPageContent *const *)(void *)self->pages->pdata;
	if (!dd_layout_add_pages(builder, pages, self->pages->len, error))
		return NULL;
	return dd_document_builder_finish(builder, error);
}

/* Takes blank lines out, which only say where there was room */
static void
close_up(char *text)
{
	char *to = text;
	for (const char *at = text; *at != '\0'; at++)
		if (*at != '\n' || (to != text && to[-1] != '\n'))
			*to++ = *at;
	*to = '\0';
}

void
dd_test_assert_body(TestPages *self, const char *wanted)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_lay(self, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	close_up(shown);
	g_assert_cmpstr(shown, ==, wanted);
}
