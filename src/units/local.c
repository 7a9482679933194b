/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.c: short names that one document defines, and whose document it is */
#include <string.h>

#include "names-private.h"

#define MAX_LOCAL_NAMES 2000u
#define MAX_NAME_TOKENS 24u
#define MAX_SHORT_BYTES 60u

DdLocalNames *
dd_local_names_new(void)
{
	DdLocalNames *self = g_new0(DdLocalNames, 1);
	self->aliases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	self->texts = g_string_chunk_new(1024);
	return self;
}

void
dd_local_names_free(DdLocalNames *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->aliases);
	g_string_chunk_free(self->texts);
	g_free(self->issuer);
	g_free(self);
}

void
dd_local_names_set_issuer(DdLocalNames *self, const char *issuer)
{
	static const char *const places[] = {" tỉnh ", " thành phố ", " Thành phố ", " huyện ",
		" thị xã ", " quận ", " xã ", " phường ", " đặc khu "};
	g_free(self->issuer);
	self->issuer = g_strdup(issuer);
	if (issuer == NULL || g_str_has_prefix(issuer, "UBND") || g_str_has_prefix(issuer, "Ủy ban"))
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		char *place = strstr(self->issuer, places[i]);
		if (place != NULL && place > self->issuer)
			*place = '\0';
	}
}

/* How many tokens of "sau đây gọi tắt là", "viết tắt:" stand at @at */
static size_t
skip_cue(const DdTokens *tokens, size_t at, size_t close)
{
	static const char *const cues[] = {
		"sau", "đây", "gọi", "tắt", "viết", "là", "chung", "được", "dưới", "Sau"};
	size_t i = at;
	for (; i < close; i++) {
		const DdToken *token = &tokens->items[i];
		bool cue = token->kind == DD_TOKEN_SIGN &&
			   (token->value == ':' || token->value == '"' || token->value == 0x201C);
		for (size_t k = 0; k < G_N_ELEMENTS(cues) && !cue; k++)
			cue = token->len == strlen(cues[k]) &&
			      memcmp(tokens->text + token->start, cues[k], token->len) == 0;
		if (!cue)
			break;
	}
	return i - at;
}

static bool
is_short_form(const DdTokens *tokens, size_t from, size_t to)
{
	bool upper = false;
	for (size_t i = from; i < to; i++) {
		const DdToken *token = &tokens->items[i];
		if (token->kind == DD_TOKEN_WORD && (token->flags & DD_TOKEN_UPPER) == 0)
			return false;
		upper = upper || (token->kind == DD_TOKEN_WORD && token->len >= 2);
		if (token->kind == DD_TOKEN_SIGN && token->value != '&' && token->value != '-')
			return false;
	}
	return upper;
}

/* Finds the name that ends right before token @open. Returns: FALSE when there is none */
static bool
find_name_before(const DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens,
	size_t open, DdArena *arena, DdNameMatch *match)
{
	size_t from = open > MAX_NAME_TOKENS ? open - MAX_NAME_TOKENS : 0;
	for (size_t i = from; i < open; i++) {
		if (!dd_token_is_cap(tokens, i))
			continue;
		if (dd_name_match(directory, self, tokens, i, open, arena, match)) {
			if (i + match->len == open)
				return !match->collective;
			i += match->len - 1;
		}
	}
	return false;
}

void
dd_local_names_learn(
	DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens, DdArena *arena)
{
	for (size_t open = 1; open < tokens->n; open++) {
		if (!dd_token_is_sign(tokens, open, '(') ||
			tokens->items[open - 1].kind != DD_TOKEN_WORD)
			continue;
		size_t close = open + 1, stop = MIN(tokens->n, open + 16);
		while (close < stop && !dd_token_is_sign(tokens, close, ')'))
			close++;
		if (close == stop || close == open + 1)
			continue;
		size_t cue = skip_cue(tokens, open + 1, close);
		size_t from = open + 1 + cue, to = close;
		while (to > from && (dd_token_is_sign(tokens, to - 1, '"') ||
					    dd_token_is_sign(tokens, to - 1, 0x201D)))
			to--;
		if (from >= to || (cue == 0 && !is_short_form(tokens, from, to)))
			continue;
		uint32_t start = tokens->items[from].start, end = dd_token_end(tokens, to - 1);
		DdNameMatch match;
		if (end - start > MAX_SHORT_BYTES ||
			g_hash_table_size(self->aliases) >= MAX_LOCAL_NAMES ||
			!find_name_before(self, directory, tokens, open, arena, &match))
			continue;
		g_autofree char *abbreviation = g_strndup(tokens->text + start, end - start);
		dd_alias_add(self->aliases, self->texts, abbreviation, match.name, match.kind, 2);
	}
}
