/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name-text.c: the text of a name while it is read */
#include "names-grammar.h"

#define KEPT_TEXT 1024 /* bytes of the longest text kept for the next name */

GString *
dd_name_text_new(const DdNameReader *reader, const char *init)
{
	DdSpareTexts *spare = reader->local != NULL ? reader->local->spare : NULL;
	if (spare == NULL || spare->n == 0)
		return g_string_new(init);
	GString *text = spare->items[--spare->n];
	size_t len = init != NULL ? strlen(init) : 0;
	g_string_set_size(text, len);
	memcpy(text->str, init != NULL ? init : "", len);
	return text;
}

void
dd_name_text_free(const DdNameReader *reader, GString *text)
{
	DdSpareTexts *spare = reader->local != NULL ? reader->local->spare : NULL;
	if (text == NULL)
		return;
	if (spare != NULL && spare->n < G_N_ELEMENTS(spare->items) && text->allocated_len <= KEPT_TEXT)
		spare->items[spare->n++] = text;
	else
		g_string_free(text, TRUE);
}

void
dd_name_append(GString *text, const char *piece)
{
	bool tight = text->len == 0 || text->str[text->len - 1] == '(';
	if (!tight)
		g_string_append_c(text, ' ');
	g_string_append(text, piece);
}

void
dd_name_append_words(const DdNameReader *reader, GString *text, size_t from, size_t to)
{
	if (from >= to) /* often nothing more stands behind a name */
		return;
	const char *run = NULL; /* words that stand in the document as they are to stand in the name: mostly all do */
	size_t len = 0;
	for (size_t i = from; i < to && i < reader->words.n; i++) {
		const DdToken *word = &reader->words.items[i];
		const char *at = reader->tokens->text + word->start;
		bool space = (word->flags & DD_TOKEN_SPACE) != 0 &&
			     !dd_word_is_sign(&reader->words, i, ',');
		if (len > 0 && at == run + len + space && (!space || run[len] == ' ')) {
			len = (size_t)(at - run) + word->len;
			continue;
		}
		if (len > 0)
			g_string_append_len(text, run, (gssize)len);
		if (text->len > 0 && space)
			g_string_append_c(text, ' ');
		run = at;
		len = word->len;
	}
	g_string_append_len(text, run, (gssize)len);
}
