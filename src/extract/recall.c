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

static void
recall_line(DdContext *context, uint32_t start, uint32_t end, DdTokens *tokens)
{
	const DdRestorer *restorer = dd_directory_get_restorer(context->directory);
	while (start < end) {
		uint32_t stop = stretch_end(context, start, end);
		g_autoptr(DdArena) arena = dd_arena_new();
		DdRestoredWord *words = NULL;
		size_t n = 0;
		const char *text = dd_restore_words(restorer, context->restored,
			context->chars + start, stop - start, arena, NULL, &words, &n);
		for (size_t i = 0; i < n; i++)
			context->n_repaired += words[i].changed;
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
	const DdRestorer *restorer = dd_directory_get_restorer(context->directory);
	DdRestoreKind kind = dd_restorer_judge(restorer, context->chars, context->len);
	if (kind == DD_RESTORE_NOT)
		return;
	context->restored = dd_restore_cache_new(kind);
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

/* Returns: TRUE when @text is damaged in a document that as a whole is not; makes the cache of what was found so */
static bool
is_damaged_part(DdContext *context, const char *text)
{
	size_t len = strlen(text);
	if (dd_restorer_judge(dd_directory_get_restorer(context->directory), text, len) !=
		DD_RESTORE_BARE)
		return false;
	if (context->restored == NULL)
		context->restored = dd_restore_cache_new(DD_RESTORE_BARE);
	return true;
}

/* Returns: the text with its letters back, NULL for NULL; @confidence_out: (nullable), 100 for what was not looked at */
static const char *
restore_text(DdContext *context, const char *text, uint8_t *confidence_out)
{
	if (confidence_out != NULL)
		*confidence_out = 100;
	if (text == NULL || (context->recalled == NULL && !is_damaged_part(context, text)))
		return text;
	return dd_restore_words(dd_directory_get_restorer(context->directory), context->restored,
		text, strlen(text), context->arena, confidence_out, NULL, NULL);
}

static void
restore_field(DdContext *context, DdField *field)
{
	uint8_t confidence = 0;
	if (field == NULL || field->value == NULL)
		return;
	field->value = restore_text(context, field->value, &confidence);
	field->confidence = MIN(field->confidence, confidence);
}

static void
remark(DdContext *context)
{
	if (context->n_repaired == 0)
		return;
	g_autofree char *detail = g_strdup_printf(
		"the text is damaged; %zu words of it were given letters and marks back",
		context->n_repaired);
	g_autofree char *detail_vi = g_strdup_printf(
		"chữ trong tệp bị hỏng; đã phục hồi %zu chữ, cần đối chiếu với bản gốc",
		context->n_repaired);
	dd_context_remark(context, 0, 0, "repaired", detail, detail_vi);
}

void
dd_recall_fields(DdContext *context)
{
	bool wanted = context->recalled != NULL || context->repair == DD_REPAIR_ALWAYS;
	if (context->repair == DD_REPAIR_NEVER || !wanted)
		return;
	remark(context);
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
