/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.c: the words of a stretch of text as the grammar of names sees them */
#include "words.h"

#include <string.h>

#include "syllable.h"

static bool
is_glue(const DdToken *token)
{
	if (token->kind != DD_TOKEN_SIGN)
		return true;
	return token->value < 0xffff && token->value != '-' &&
	       strchr(",;:.()\"/+*•", (int)MIN(token->value, 127)) == NULL;
}

/* Returns: the token behind the run that stands together with token @i */
static size_t
run_end(const DdTokens *tokens, size_t i, size_t to)
{
	size_t next = i + 1;
	while (is_glue(&tokens->items[i]) && next < to &&
		!(tokens->items[next].flags & DD_TOKEN_SPACE) && is_glue(&tokens->items[next]) &&
		dd_token_end(tokens, next) - tokens->items[i].start <= UINT16_MAX)
		next++;
	return next;
}

/* Joins the tokens [@i, @end) to one word. */
static void
fill_run(const DdTokens *tokens, size_t i, size_t end, DdToken *run, DdMisreadWord *misread)
{
	*run = tokens->items[i];
	run->len = (uint16_t)(dd_token_end(tokens, end - 1) - run->start);
	if (end > i + 1) {
		run->word = run->fold = 0;
		run->kind = DD_TOKEN_WORD;
	}
	const char *start = tokens->text + run->start;
	misread->token = (uint32_t)i;
	misread->broken = run->word == 0 && !dd_syllable_is_valid(start, run->len);
	misread->n_glyphs = dd_glyphs_read(misread->glyphs, start, start + run->len);
	misread->rooted = false;
	misread->n_roots = 0;
}

void
dd_words_fill(DdWords *self, const DdTokens *tokens, size_t from, size_t to, size_t max)
{
	max = MIN(max, to > from ? to - from : 0);
	*self = (DdWords){.tokens = tokens, .from = from, .items = &tokens->items[from], .n = max};
	if (tokens->damage == DD_DAMAGE_NONE)
		return;
	size_t n = 0, i = from;
	self->runs = g_new(DdToken, max + 1);
	self->misread = g_new(DdMisreadWord, max + 1);
	for (size_t end; i < to && n < max; i = end) {
		end = run_end(tokens, i, to);
		fill_run(tokens, i, end, &self->runs[n], &self->misread[n]);
		n++;
	}
	self->misread[n] = (DdMisreadWord){.token = (uint32_t)i};
	self->items = self->runs;
	self->n = n;
}

size_t
dd_words_token(const DdWords *self, size_t i)
{
	return self->misread != NULL ? self->misread[i].token : self->from + i;
}

void
dd_words_clear(DdWords *self)
{
	g_free(self->runs);
	g_free(self->misread);
	*self = (DdWords){0};
}

bool
dd_word_is_sign(const DdWords *self, size_t i, uint32_t value)
{
	return i < self->n && self->items[i].kind == DD_TOKEN_SIGN && self->items[i].value == value;
}
