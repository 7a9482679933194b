/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-tokens.h"

DdText *
fuzz_tokens(const DdLexicon *lexicon, const uint8_t *data, size_t size, DdTokens *tokens_out)
{
	if (size == 0)
		return NULL;
	GByteArray *bytes = g_byte_array_append(g_byte_array_new(), data + 1, (guint)(size - 1));
	g_autoptr(DdText) text = dd_text_new_take(bytes, NULL);
	if (text == NULL)
		return NULL;
	size_t len = 0;
	const char *chars = dd_text_get(text, &len);
	dd_tokens_scan(tokens_out, lexicon, (DdDamage)(data[0] % 3), chars, 0, len);
	return g_steal_pointer(&text);
}
