/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "memo.h"

#include <stdbool.h>

#define MEMO_BITS 12 /* a large document has some 3000 words, capitals counted apart */
#define JUDGED_BITS 11

struct _DdWordMemo {
	DdKnownWord words[1u << MEMO_BITS];
	DdKnownWord signs[128]; /* of ASCII, by code */
	DdJudgedWord judged[1u << JUDGED_BITS];
};

DdWordMemo *
dd_word_memo_new(void)
{
	return g_new0(DdWordMemo, 1);
}

void
dd_word_memo_free(DdWordMemo *self)
{
	g_free(self);
}

/* Returns: @bits that the bytes of a word mix into */
static inline size_t
hash_bytes(uint64_t low, uint64_t high, unsigned bits)
{
	return (size_t)(((low ^ high) * DD_WORD_KEY_FACTOR) >> (64 - bits));
}

static inline bool
is_word(const DdKnownWord *word, uint64_t low, uint64_t high)
{
	return word->low == low && word->high == high;
}

const DdToken *
dd_word_memo_get(const DdWordMemo *self, uint64_t low, uint64_t high)
{
	size_t first = hash_bytes(low, high, MEMO_BITS);
	const DdKnownWord *word = &self->words[first];
	if (is_word(word, low, high))
		return &word->token;
	word = &self->words[first ^ 1];
	return is_word(word, low, high) ? &word->token : NULL;
}

const DdToken *
dd_word_memo_get_sign(const DdWordMemo *self, uint8_t sign)
{
	const DdKnownWord *known = &self->signs[sign & 127];
	return known->low != 0 ? &known->token : NULL;
}

DdKnownWord *
dd_word_memo_place(DdWordMemo *self, uint64_t low, uint64_t high)
{
	size_t first = hash_bytes(low, high, MEMO_BITS);
	DdKnownWord *word = &self->words[first];
	if (is_word(word, 0, 0) || is_word(word, low, high))
		return word;
	return &self->words[first ^ 1]; /* of two frequent words neither may put the other out at every turn */
}

DdKnownWord *
dd_word_memo_place_sign(DdWordMemo *self, uint8_t sign)
{
	return &self->signs[sign & 127];
}

DdJudgedWord *
dd_word_memo_find_judged(DdWordMemo *self, uint64_t low, uint64_t high)
{
	return &self->judged[hash_bytes(low, high, JUDGED_BITS)];
}
