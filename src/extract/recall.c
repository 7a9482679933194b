/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recall.c: the text is restored line by line, once, and what its words may be is kept by their places */
#include "recall.h"

#include <string.h>

#include "maxima.h"
#include "names.h"

#define MOST_BYTES (4u << 20) /* of a text; larger ones are read as they are */

/* Keeps what the words of the restored @text are, which stand at @start of the scan. */
static void
keep_words(DdContext *context, uint32_t start, const char *text, const DdRestoredWord *words,
	size_t n, DdTokens *tokens)
{
	size_t k = 0;
	dd_tokens_scan(tokens, context->lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	for (size_t i = 0; i < tokens->n; i++) {
		const DdToken *token = &tokens->items[i];
		while (k < n && words[k].out < token->start)
			k++;
		if (k == n)
			break;
		if (token->kind != DD_TOKEN_WORD || token->fold == 0 || words[k].out != token->start)
			continue;
		DdRecalledWord word = {start + words[k].in, token->fold};
		g_array_append_val(context->recalled, word);
	}
}

/* Returns: where the stretch from @start on ends that is restored at once: behind a word */
static uint32_t
stretch_end(const DdContext *context, uint32_t start, uint32_t end)
{
	uint32_t stop = dd_context_cut(context, start, end, DD_MAX_RESTORED - 8), at = stop;
	while (stop < end && at > start && (unsigned char)context->chars[at] > ' ')
		at--;
	return at > start ? at : stop;
}

static void
recall_line(DdContext *context, DdRestoreCache *cache, uint32_t start, uint32_t end, DdTokens *tokens)
{
	const DdRestorer *restorer = dd_directory_get_restorer(context->directory);
	while (start < end) {
		uint32_t stop = stretch_end(context, start, end);
		g_autoptr(DdArena) arena = dd_arena_new();
		DdRestoredWord *words = NULL;
		size_t n = 0;
		const char *text = dd_restore_words(restorer, cache, context->chars + start,
			stop - start, arena, NULL, &words, &n);
		keep_words(context, start, text, words, n, tokens);
		start = stop;
	}
}

void
dd_recall_words(DdContext *context)
{
	if (context->damage != DD_DAMAGE_HEAVY || context->len > MOST_BYTES)
		return;
	g_auto(DdTokens) tokens = {0};
	g_autoptr(DdRestoreCache) cache = dd_restore_cache_new();
	context->recalled = g_array_new(FALSE, FALSE, sizeof(DdRecalledWord));
	for (uint32_t i = 0; i < dd_text_get_line_count(context->text); i++) {
		uint32_t end = 0, start = dd_text_get_line(context->text, i, &end);
		recall_line(context, cache, start, end, &tokens);
	}
}

void
dd_recall_apply(const DdContext *context, DdTokens *tokens)
{
	if (context->recalled == NULL || context->recalled->len == 0 || tokens->n == 0)
		return;
	const DdRecalledWord *words = (const DdRecalledWord *)(const void *)context->recalled->data;
	size_t low = 0, high = context->recalled->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (words[middle].at < tokens->items[0].start)
			low = middle + 1;
		else
			high = middle;
	}
	for (size_t i = 0; i < tokens->n && low < context->recalled->len; i++) {
		DdToken *token = &tokens->items[i];
		while (low < context->recalled->len && words[low].at < token->start)
			low++;
		if (low < context->recalled->len && words[low].at == token->start &&
			token->kind == DD_TOKEN_WORD && token->fold == 0)
			token->fold = words[low].fold;
	}
}
