/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mend.c: names of a bad scan that no catalogue holds: restored first, then read as clean text */
#include "mend.h"

#include <string.h>

#include "names-private.h"

#define LEAST_CONFIDENCE 70
#define MOST_CONFIDENCE 80
#define MAX_MENDED_BYTES 600u
#define LEFTOVER 65 /* words behind a name that the grammar did not know were added to it */

/* Returns: TRUE when the field is a name that was told by the catalogue or by its build */
static bool
is_settled(const DdField *field, bool clean)
{
	if (strcmp(field->rule, "cấu tạo tên") == 0 || strcmp(field->rule, "không lặp lại loại") == 0)
		return clean;
	if (field->confidence <= LEFTOVER)
		return clean;
	return strcmp(field->rule, "giữ nguyên") != 0 && strcmp(field->rule, "viết tắt chưa rõ") != 0;
}

static size_t
count_unsettled(const DdFieldList *list, bool clean)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		n += !is_settled(&list->items[i], clean);
	return n;
}

bool
dd_names_need_mending(const DdTokens *tokens, const DdFieldList *list)
{
	return tokens->damage == DD_DAMAGE_HEAVY && count_unsettled(list, false) > 0;
}

/* Every name that is sure must have stayed. */
static bool
keeps_settled(const DdFieldList *before, const DdFieldList *after)
{
	for (size_t i = 0; i < before->n; i++) {
		bool found = !is_settled(&before->items[i], false);
		for (size_t k = 0; k < after->n && !found; k++)
			found = g_str_has_prefix(after->items[k].value, before->items[i].value);
		if (!found)
			return false;
	}
	return true;
}

/* The place in the broken text of the end @out of a stretch of the restored one */
static uint32_t
broken_end(const DdMended *mended, uint32_t out)
{
	size_t i = mended->n;
	while (i > 0 && mended->words[i - 1].out >= out)
		i--;
	if (i == 0)
		return mended->start;
	const DdRestoredWord *word = &mended->words[i - 1];
	uint32_t end = i < mended->n ? mended->words[i].out : (uint32_t)strlen(mended->text);
	end -= i < mended->n && g_ascii_isspace(mended->text[end - 1]);
	/* signs behind a word are copied as they are */
	uint32_t behind = end > out ? MIN(end - out, word->in_end - word->in) : 0;
	return mended->start + word->in_end - behind;
}

static uint32_t
broken_start(const DdMended *mended, uint32_t out)
{
	size_t i = mended->n;
	while (i > 0 && mended->words[i - 1].out > out)
		i--;
	return mended->start + (i > 0 ? mended->words[i - 1].in : 0);
}

bool
dd_mend(const DdDirectory *directory, const DdTokens *tokens, size_t from, size_t to,
	DdArena *arena, DdMended *mended_out)
{
	if (from >= to)
		return false;
	uint32_t start = tokens->items[from].start, end = dd_token_end(tokens, to - 1);
	if (end - start > MAX_MENDED_BYTES)
		return false;
	*mended_out = (DdMended){.start = start};
	uint8_t confidence;
	mended_out->text = dd_restore_words(dd_directory_get_restorer(directory), NULL,
		tokens->text + start, end - start, arena, &confidence, &mended_out->words,
		&mended_out->n);
	mended_out->confidence = MIN(confidence, MOST_CONFIDENCE);
	return confidence >= LEAST_CONFIDENCE;
}

bool
dd_names_take_mended(const DdMended *mended, DdFieldList *names, DdFieldList *list)
{
	if (names->n == 0 || count_unsettled(names, true) >= count_unsettled(list, false) ||
		!keeps_settled(list, names))
		return false;
	for (size_t i = 0; i < names->n; i++) {
		DdField *field = &names->items[i];
		field->span.start = broken_start(mended, (uint32_t)field->span.start);
		field->span.end = broken_end(mended, (uint32_t)field->span.end);
		field->confidence = MIN(field->confidence, mended->confidence);
	}
	*list = *names;
	return true;
}

size_t
dd_mended_token(const DdMended *mended, const DdTokens *tokens, size_t from, size_t to, uint32_t out)
{
	uint32_t end = broken_end(mended, out);
	size_t at = from;
	while (at < to && tokens->items[at].start < end)
		at++;
	return at;
}
