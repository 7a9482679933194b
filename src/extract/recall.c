/* SPDX-License-Identifier: GPL-3.0-or-later */
/* recall.c: the text is restored line by line, once, and what its words may be is kept by their places */
#include "recall.h"

#include <string.h>

#include "maxima.h"
#include "names.h"

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

/* Most words of many a line are known by their bare letters: then there is nothing to recall. */
static bool
has_unknown(const DdContext *context, uint32_t start, uint32_t end, DdTokens *tokens)
{
	dd_tokens_scan(tokens, context->lexicon, context->damage, context->chars, start, end);
	for (size_t i = 0; i < tokens->n; i++)
		if (tokens->items[i].kind == DD_TOKEN_WORD && tokens->items[i].fold == 0)
			return true;
	return false;
}

static void
recall_line(DdContext *context, uint32_t start, uint32_t end, DdTokens *tokens)
{
	const DdRestorer *restorer = dd_directory_get_restorer(context->directory);
	while (start < end) {
		uint32_t stop = stretch_end(context, start, end);
		if (!has_unknown(context, start, stop, tokens)) {
			start = stop;
			continue;
		}
		g_autoptr(DdArena) arena = dd_arena_new();
		DdRestoredWord *words = NULL;
		size_t n = 0;
		const char *text = dd_restore_words(restorer, context->restored,
			context->chars + start, stop - start, arena, NULL, &words, &n);
		keep_words(context, start, text, words, n, tokens);
		start = stop;
	}
}

void
dd_recall_words(DdContext *context)
{
	if (context->damage != DD_DAMAGE_HEAVY || context->len > DD_MAX_RECALLED)
		return;
	g_auto(DdTokens) tokens = {0};
	context->restored = dd_restore_cache_new();
	context->recalled = g_array_new(FALSE, FALSE, sizeof(DdRecalledWord));
	for (uint32_t i = 0; i < dd_text_get_line_count(context->text); i++) {
		uint32_t end = 0, start = dd_text_get_line(context->text, i, &end);
		recall_line(context, start, end, &tokens);
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

/* Returns: the text with its letters back, NULL for NULL; @confidence_out: (nullable) */
static const char *
restore_text(const DdContext *context, const char *text, uint8_t *confidence_out)
{
	return text == NULL ? NULL
			    : dd_restore_words(dd_directory_get_restorer(context->directory),
				      context->restored, text, strlen(text), context->arena,
				      confidence_out, NULL, NULL);
}

static void
restore_field(const DdContext *context, DdField *field)
{
	uint8_t confidence = 0;
	if (field == NULL || field->value == NULL)
		return;
	field->value = restore_text(context, field->value, &confidence);
	field->confidence = MIN(field->confidence, confidence);
}

void
dd_recall_fields(DdContext *context)
{
	if (context->recalled == NULL)
		return;
	for (guint i = 0; i < context->headings->len; i++) {
		DdHeading *heading = &g_array_index(context->headings, DdHeading, i);
		heading->text = restore_text(context, heading->text, NULL);
	}
	for (guint i = 0; i < context->tasks->len; i++) {
		DdTask *task = &g_array_index(context->tasks, DdTask, i);
		restore_field(context, &task->text);
		restore_field(context, &task->product);
		restore_field(context, task->solution);
	}
	for (guint i = 0; i < context->duties->len; i++) {
		DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		duty->text = restore_text(context, duty->text, NULL);
	}
	for (guint i = 0; i < context->targets->len; i++) {
		DdIndicator *target = &g_array_index(context->targets, DdIndicator, i);
		target->text = restore_text(context, target->text, NULL);
		target->of = restore_text(context, target->of, NULL);
	}
}
