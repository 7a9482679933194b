/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fuzz-layout.c: words and lines anywhere on pages; what becomes of them ends, and is a document or an error. Each item is six bytes: what
 * it is, and its place in steps that make what touches likely.
 */
#include "fuzz.h"

#include "document-text.h"
#include "error.h"
#include "layout.h"
#include "maxima.h"

#include <math.h>

#define ITEM_BYTES 6
#define STEP 3.0F

/* What a reader may hand over at worst */
static const float wild[] = {NAN, INFINITY, -INFINITY, 1e30F, -1e30F, 20000, -20000, 1e-30F};
static const char *const texts[] = {
	"Sở", "chủ", "12/KH-", "-", "1.", "a)", "Nơi nhận:", "nghiệp.", "2", "Trang", "", "ĐỘC"};

static float
get_place(uint8_t byte, bool is_wild)
{
	return is_wild ? wild[byte % G_N_ELEMENTS(wild)] : (float)byte * STEP;
}

static void
add_item(DdPageContent *page, const uint8_t *item)
{
	bool is_wild = item[0] >= 0xE0;
	float left = get_place(item[1], is_wild && item[0] & 1),
	      top = get_place(item[2], is_wild && item[0] & 2);
	float right = left + get_place(item[3], is_wild && item[0] & 4),
	      bottom = top + get_place(item[4], is_wild && item[0] & 8);
	DdPageRule across = {left, top, right, top}, down = {left, top, left, bottom};
	DdPageWord word = {.text = texts[item[5] % G_N_ELEMENTS(texts)],
		.left = left,
		.top = top,
		.right = right,
		.bottom = bottom,
		.size = get_place(item[5] % 8, is_wild && item[0] & 16),
		.confidence = item[5] > 100 ? DD_CONFIDENCE_UNKNOWN : item[5],
		.bold = item[5] & 1};
	if (item[0] % 4 == 0)
		g_array_append_val(page->rules, across);
	else if (item[0] % 4 == 1)
		g_array_append_val(page->rules, down);
	else
		dd_page_content_add_word(page, &word);
}

static void
free_page(gpointer page)
{
	dd_page_content_free(page);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func(free_page);
	for (size_t at = 0; at + ITEM_BYTES <= size; at += ITEM_BYTES) {
		if (at == 0 || data[at] == 0)
			g_ptr_array_add(pages, dd_page_content_new((float)data[at + 1] * STEP,
						       (float)data[at + 2] * STEP));
		else
			add_item(pages->pdata[pages->len - 1], data + at);
	}
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	DdPageContent *const *all = (DdPageContent *const *)(void *)pages->pdata;
	if (!dd_layout_add_pages(builder, all, pages->len, &error)) {
		/* too much it may be, but never of a wrong shape: that would refuse a file for what we made of it */
		g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
		return 0;
	}
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, &error);
	g_assert_no_error(error);
	g_autoptr(GByteArray) text = dd_document_to_text(document, NULL);
	g_assert_true(g_utf8_validate_len((const char *)text->data, text->len, NULL));
	return 0;
}
