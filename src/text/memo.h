/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * memo.h: words and signs by their bytes, so that one met before is not taken apart again; what it tells holds while no
 * word is added to the lexicon
 */
#pragma once

#include "token.h"

G_BEGIN_DECLS

/* What a memo keeps of a word or an ASCII sign: its bytes (zeros behind them) and the token it makes but for its place */
typedef struct {
	uint64_t low, high; /* both 0: free */
	DdToken token;      /* as it is where nothing stands before it */
} DdKnownWord;

/* What a memo keeps of a word of the samples by which a text is judged */
typedef struct {
	uint64_t low, high; /* both 0: free */
	uint8_t verdict;    /* damage.c knows what it says */
} DdJudgedWord;

/* Returns: (transfer full) an empty memo */
DdWordMemo *
dd_word_memo_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_word_memo_free(DdWordMemo *self);
/* Returns: (transfer none) the token of these bytes, NULL when the memo does not know it */
const DdToken *
dd_word_memo_get(const DdWordMemo *self, uint64_t low, uint64_t high);
/* Returns: (transfer none) the same for a sign of ASCII */
const DdToken *
dd_word_memo_get_sign(const DdWordMemo *self, uint8_t sign);
/* Returns: (transfer none) where to keep the word of these bytes; another word may stand there */
DdKnownWord *
dd_word_memo_place(DdWordMemo *self, uint64_t low, uint64_t high);
/* Returns: (transfer none) where to keep the sign of ASCII */
DdKnownWord *
dd_word_memo_place_sign(DdWordMemo *self, uint8_t sign);
/* Returns: (transfer none) the place of the judged word of these bytes; another word may stand there */
DdJudgedWord *
dd_word_memo_find_judged(DdWordMemo *self, uint64_t low, uint64_t high);

G_END_DECLS
