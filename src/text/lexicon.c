/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lexicon.h"

#include <stdbool.h>
#include <string.h>

#include "letter.h"
#include "maxima.h"
#include "memo.h"
#include "once.h"

#define MAX_WORDS 60000u
#define FIRST_SLOTS 4096u /* enough for the catalogue and all grammars */
#define NEAR_LETTERS 12   /* longest bare word that near-matching looks at */

/*
 * Open addressing, a power of two, at most half full. A slot is the upper 48 bits of a key over its value, so that a
 * look touches one cache line; 0 is empty.
 */
typedef struct {
	uint64_t *slots;
	size_t size, used;
} Table;

#define VALUE_BITS 16
#define VALUE_MASK UINT64_C(0xffff)

struct _DdLexicon {
	DdWordMemo *memo; /* NULL until a grammar asks for it, and while a reader has it */
	Table exact, fold;
	Table deletions; /* bare words with one letter left out, and whole → number; 0xffff: several */
	DdOnce near_once; /* deletions are made when the first damaged text asks for them; clean text never does */
	GArray *fold_of; /* uint16_t by exact number */
	GString *folds;  /* bare words from number 1, a NUL behind each */
	guint n_folds;
};

#define SEVERAL 0xffffu

static size_t
slot_of(const Table *table, uint64_t key)
{
	size_t slot = (size_t)(key >> 40) & (table->size - 1); /* a product mixes upward */
	while (table->slots[slot] != 0 && (table->slots[slot] ^ key) >> VALUE_BITS != 0)
		slot = (slot + 1) & (table->size - 1);
	return slot;
}

static void
grow(Table *table)
{
	Table bigger = {.size = table->size == 0 ? FIRST_SLOTS : table->size * 2, .used = table->used};
	bigger.slots = g_new0(uint64_t, bigger.size);
	for (size_t i = 0; i < table->size; i++)
		if (table->slots[i] != 0)
			bigger.slots[slot_of(&bigger, table->slots[i])] = table->slots[i];
	g_free(table->slots);
	*table = bigger;
}

static uint16_t
get(const Table *table, uint64_t key)
{
	return table->size == 0 ? 0 : (uint16_t)(table->slots[slot_of(table, key)] & VALUE_MASK);
}

static void
put(Table *table, uint64_t key, uint16_t value)
{
	if (table->used * 2 >= table->size)
		grow(table);
	size_t slot = slot_of(table, key);
	if (table->slots[slot] == 0)
		table->used++;
	table->slots[slot] = (key & ~VALUE_MASK) | value;
}

DdLexicon *
dd_lexicon_new(void)
{
	DdLexicon *self = g_new0(DdLexicon, 1);
	self->near_once = (DdOnce)DD_ONCE_INIT;
	uint16_t none = 0;
	self->fold_of = g_array_new(FALSE, TRUE, sizeof(uint16_t));
	g_array_append_val(self->fold_of, none);
	self->folds = g_string_new(NULL);
	return self;
}

void
dd_lexicon_free(DdLexicon *self)
{
	if (self == NULL)
		return;
	dd_word_memo_free(self->memo);
	g_free(self->exact.slots);
	g_free(self->fold.slots);
	g_free(self->deletions.slots);
	g_array_unref(self->fold_of);
	g_string_free(self->folds, TRUE);
	g_free(self);
}

DdLexiconTables
dd_lexicon_get_tables(const DdLexicon *self)
{
	return (DdLexiconTables){
		.exact = self->exact.slots,
		.fold = self->fold.slots,
		.fold_of = (const uint16_t *)(const void *)self->fold_of->data,
		.folds = self->folds->str,
		.exact_size = (uint32_t)self->exact.size,
		.fold_size = (uint32_t)self->fold.size,
		.n_words = self->fold_of->len,
		.n_folds = self->n_folds,
		.folds_size = (uint32_t)self->folds->len,
	};
}

static Table
copy_table(const uint64_t *slots, size_t size, size_t used)
{
	return (Table){g_memdup2(slots, size * sizeof(*slots)), size, used};
}

void
dd_lexicon_load(DdLexicon *self, const DdLexiconTables *tables)
{
	g_return_if_fail(self->fold_of->len == 1);
	self->exact = copy_table(tables->exact, tables->exact_size, tables->n_words - 1);
	self->fold = copy_table(tables->fold, tables->fold_size, tables->n_folds);
	g_array_append_vals(self->fold_of, tables->fold_of + 1, tables->n_words - 1);
	g_string_append_len(self->folds, tables->folds, tables->folds_size);
	self->n_folds = tables->n_folds;
}

/* Key of bare letters with the one at @without left out (none when @without >= @len). */
static uint64_t
key_without(const char *letters, size_t len, size_t without)
{
	DdWordKey key = dd_word_key_start();
	for (size_t i = 0; i < len; i++)
		if (i != without)
			dd_word_key_add(&key, 0, letters[i]);
	return key.fold;
}

static void
put_deletions(DdLexicon *self, const char *fold, uint16_t id)
{
	size_t len = strlen(fold);
	if (len < 3 || len > NEAR_LETTERS)
		return;
	for (size_t i = 0; i <= len; i++) {
		uint64_t key = key_without(fold, len, i);
		uint16_t there = get(&self->deletions, key);
		if (there == 0)
			put(&self->deletions, key, id);
		else if (there != id)
			put(&self->deletions, key, SEVERAL);
	}
}

static uint16_t
add_fold(DdLexicon *self, uint64_t key, const char *fold)
{
	uint16_t id = get(&self->fold, key);
	if (id != 0)
		return id;
	id = (uint16_t)++self->n_folds;
	g_string_append_len(self->folds, fold, (gssize)strlen(fold) + 1);
	put(&self->fold, key, id);
	if (self->near_once.ready)
		put_deletions(self, fold, id);
	return id;
}

uint16_t
dd_lexicon_add(DdLexicon *self, const char *word, size_t len)
{
	char fold[DD_MAX_NEAR_LENGTH + 1];
	size_t n = 0;
	uint8_t tone = 0;
	DdWordKey key = dd_word_key_start();
	const char *end = word + len;
	while (word < end && n < DD_MAX_NEAR_LENGTH) {
		gunichar c;
		word += dd_utf8_next(word, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letter.base == 0) { /* a sign: its code stands for the letter */
			letter.base = (uint8_t)(c & 0xff);
			letter.fold = (char)(c & 0x7f);
		}
		tone = letter.tone != 0 ? letter.tone : tone;
		dd_word_key_add(&key, letter.base, letter.fold);
		fold[n++] = letter.fold;
	}
	fold[n] = '\0';
	dd_word_key_finish(&key, tone);
	uint16_t id = get(&self->exact, key.exact);
	if (id != 0 || self->fold_of->len >= MAX_WORDS)
		return id;
	uint16_t fold_id = add_fold(self, key.fold, fold);
	id = (uint16_t)self->fold_of->len;
	g_array_append_val(self->fold_of, fold_id);
	put(&self->exact, key.exact, id);
	return id;
}

DdWordMemo *
dd_lexicon_get_memo(DdLexicon *self)
{
	if (self->memo == NULL)
		self->memo = dd_word_memo_new();
	return self->memo;
}

DdWordMemo *
dd_lexicon_take_memo(const DdLexicon *self)
{
	DdWordMemo *memo = g_atomic_pointer_exchange(&((DdLexicon *)self)->memo, NULL);
	return memo != NULL ? memo : dd_word_memo_new();
}

void
dd_lexicon_give_back_memo(const DdLexicon *self, DdWordMemo *memo)
{
	dd_word_memo_free(g_atomic_pointer_exchange(&((DdLexicon *)self)->memo, memo));
}

uint16_t
dd_lexicon_find(const DdLexicon *self, uint64_t exact_key)
{
	return get(&self->exact, exact_key);
}

uint16_t
dd_lexicon_find_fold(const DdLexicon *self, uint64_t fold_key)
{
	return get(&self->fold, fold_key);
}

uint16_t
dd_lexicon_get_fold(const DdLexicon *self, uint16_t id)
{
	return g_array_index(self->fold_of, uint16_t, id);
}

uint16_t
dd_lexicon_get_fold_count(const DdLexicon *self)
{
	return (uint16_t)self->n_folds;
}

/* One of several readers that share the lexicon makes them, once. */
static void
make_deletions(DdLexicon *self)
{
	if (!dd_once_enter(&self->near_once))
		return;
	const char *fold = self->folds->str;
	for (guint id = 1; id <= self->n_folds; id++, fold += strlen(fold) + 1)
		put_deletions(self, fold, (uint16_t)id);
	dd_once_leave(&self->near_once);
}

uint16_t
dd_lexicon_near(const DdLexicon *self, const char *fold, size_t len)
{
	if (len < 3 || len > NEAR_LETTERS)
		return 0;
	make_deletions((DdLexicon *)self);
	uint16_t found = 0;
	for (size_t i = 0; i <= len; i++) {
		uint16_t id = get(&self->deletions, key_without(fold, len, i));
		if (id == SEVERAL || (id != 0 && found != 0 && id != found))
			return 0;
		found = id != 0 ? id : found;
	}
	return found;
}
