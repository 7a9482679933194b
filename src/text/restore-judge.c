/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-judge.c: what a damaged text suffers from, and whether it is Vietnamese at all */
#include "restore-private.h"

#define JUDGED_BYTES 65536u /* of a text: whether it lost its marks only */
#define JUDGED_WORDS 3u     /* at least */
#define SAMPLES 16u         /* of a text: whether a scan of it is Vietnamese */
#define SAMPLE_BYTES 200u
#define VIETNAMESE 66u /* least mean confidence of samples; English has some 50, a bad scan 85 */

static bool
is_bare(const DdRestorer *self, const char *text, size_t len)
{
	size_t looked = MIN(len, JUDGED_BYTES);
	while (looked > 0 && looked < len && !g_ascii_isspace(text[looked]))
		looked--;
	g_autoptr(GArray) words = dd_restore_split(text, looked, true);
	unsigned n = 0, built = 0, marked = 0;
	for (guint i = 0; i < words->len; i++) {
		const DdBrokenWord *word = &g_array_index(words, DdBrokenWord, i);
		char fold[DD_MAX_GLYPHS + 1] = "";
		if (word->plain || word->cap || word->n == 0)
			continue;
		for (uint8_t k = 0; k < word->n; k++)
			fold[k] = word->glyphs[k].fold;
		n++;
		marked += word->marked;
		built += g_hash_table_contains(self->by_fold, fold) ? 1u : 0u;
	}
	return n >= JUDGED_WORDS && marked * 50 <= n && built * 100 >= n * 88;
}

/* Returns: TRUE when samples of the text become Vietnamese without much being changed */
static bool
is_vietnamese(const DdRestorer *self, const char *text, size_t len)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	unsigned sum = 0, n = 0;
	for (size_t i = 0; i < SAMPLES; i++) {
		uint8_t confidence = 0;
		size_t start = len / SAMPLES * i, end = MIN(start + SAMPLE_BYTES, len);
		while (start > 0 && start < end && !g_ascii_isspace(text[start - 1]))
			start++;
		while (end > start && end < len && !g_ascii_isspace(text[end]))
			end--;
		if (end - start < SAMPLE_BYTES / 4 && len > SAMPLE_BYTES)
			continue;
		dd_restore(self, text + start, end - start, arena, &confidence);
		sum += confidence;
		n++;
	}
	return n > 0 && sum >= n * VIETNAMESE;
}

DdRestoreKind
dd_restorer_judge(const DdRestorer *self, const char *text, size_t len)
{
	if (is_bare(self, text, len))
		return DD_RESTORE_BARE;
	return is_vietnamese(self, text, len) ? DD_RESTORE_SCAN : DD_RESTORE_NOT;
}
