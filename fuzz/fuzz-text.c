/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-text.c: bytes of any kind become text, and every place in it leads back into the file */
#include "fuzz.h"
#include "text.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(DdText) text = dd_text_new_take(
		g_byte_array_append(g_byte_array_new(), data, (guint)size), NULL);
	if (text == NULL)
		return 0;
	size_t len = 0;
	const char *bytes = dd_text_get(text, &len);
	g_assert_true(bytes[len] == '\0' && g_utf8_validate(bytes, (gssize)len, NULL));
	for (uint32_t n = 0; n < dd_text_get_line_count(text); n++) {
		uint32_t end = 0;
		uint32_t start = dd_text_get_line(text, n, &end);
		g_assert_true(start <= end && end <= len);
		g_assert_true(dd_text_to_source(text, start) <= dd_text_to_source(text, end));
		g_assert_cmpuint(dd_text_to_source(text, end), <=, size);
	}
	return 0;
}
