/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ngrams.c: looks into a table of syllables, pairs and triples, whose bytes are used where they lie */
#include "ngrams.h"

#include <limits.h>
#include <string.h>

#include "error.h"
#include "maxima.h"

#define COST_UNKNOWN (11u * DD_NGRAM_UNIT) /* of a word that no text had */

struct _DdNgrams {
	GBytes *bytes;
	uint32_t n_words, n_pairs, n_triples, n_text;
	/* parts of the bytes; numbers are little-endian and may stand anywhere */
	const uint8_t *word_starts, *pair_starts, *triple_starts; /* four bytes each */
	const uint8_t *pair_words, *triple_words;                 /* two bytes each */
	const uint8_t *word_costs, *word_opens, *pair_costs, *pair_opens, *triple_costs;
	const char *text;
};

static uint32_t
read32(const uint8_t *array, size_t i)
{
	const uint8_t *at = array + i * 4;
	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static uint16_t
read16(const uint8_t *array, size_t i)
{
	return (uint16_t)(array[i * 2] | array[i * 2 + 1] << 8);
}

uint32_t
dd_ngrams_sum(const uint8_t *data, size_t len)
{
	uint32_t sum = 2166136261u;
	for (size_t i = 0; i < len; i++)
		sum = (sum ^ data[i]) * 16777619u;
	return sum;
}

/* Returns: TRUE when the @n + 1 starts begin with 0, never fall, and end with @end */
static bool
are_starts(const uint8_t *starts, uint32_t n, uint32_t end)
{
	if (read32(starts, 0) != 0 || read32(starts, n) != end)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if (read32(starts, i) > read32(starts, i + 1))
			return false;
	return true;
}

/* Returns: TRUE when the words of each row ascend and are known */
static bool
are_rows(const uint8_t *starts, uint32_t n, const uint8_t *words, uint32_t n_words)
{
	for (uint32_t row = 0; row < n; row++) {
		uint32_t from = read32(starts, row), to = read32(starts, row + 1);
		for (uint32_t i = from; i < to; i++)
			if (read16(words, i) >= n_words ||
				(i > from && read16(words, i) <= read16(words, i - 1)))
				return false;
	}
	return true;
}

static bool
are_words(const DdNgrams *self)
{
	for (uint32_t i = 0; i < self->n_words; i++) {
		uint32_t at = read32(self->word_starts, i), end = read32(self->word_starts, i + 1);
		size_t len = end - at;
		if (len < 2 || len > DD_MAX_NGRAM_WORD_BYTES + 1 || self->text[end - 1] != '\0' ||
			strlen(self->text + at) != len - 1 ||
			!g_utf8_validate(self->text + at, (gssize)len - 1, NULL))
			return false;
		if (i > 0 && strcmp(dd_ngrams_get_word(self, i - 1), self->text + at) >= 0)
			return false;
	}
	return true;
}

/* Gives each part its place. Returns: the bytes that all of them take */
static uint64_t
lay_out(DdNgrams *self, const uint8_t *data)
{
	const struct {
		const uint8_t **part;
		uint64_t n;
	} parts[] = {
		{&self->word_starts, ((uint64_t)self->n_words + 1) * 4},
		{&self->pair_starts, ((uint64_t)self->n_words + 1) * 4},
		{&self->triple_starts, ((uint64_t)self->n_pairs + 1) * 4},
		{&self->pair_words, (uint64_t)self->n_pairs * 2},
		{&self->triple_words, (uint64_t)self->n_triples * 2},
		{&self->word_costs, self->n_words},
		{&self->word_opens, self->n_words},
		{&self->pair_costs, self->n_pairs},
		{&self->pair_opens, self->n_pairs},
		{&self->triple_costs, self->n_triples},
	};
	uint64_t at = DD_NGRAM_HEADER;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		*parts[i].part = data + at;
		at += parts[i].n;
	}
	self->text = (const char *)data + at;
	return at + self->n_text;
}

static bool
fail(GError **error, int code, const char *what)
{
	g_set_error(error, DD_ERROR, code, "bảng âm tiết hỏng, cần cài lại hoặc làm lại: %s", what);
	return false;
}

static bool
check(DdNgrams *self, const uint8_t *data, size_t len, GError **error)
{
	if (len < DD_NGRAM_HEADER || memcmp(data, DD_NGRAM_MAGIC, 8) != 0)
		return fail(error, DD_ERROR_INVALID_DATA, "(not a table of syllables)");
	const uint8_t *numbers = data + 8;
	self->n_words = read32(numbers, DD_NGRAM_WORDS);
	self->n_pairs = read32(numbers, DD_NGRAM_PAIRS);
	self->n_triples = read32(numbers, DD_NGRAM_TRIPLES);
	self->n_text = read32(numbers, DD_NGRAM_TEXT);
	if (self->n_words > DD_MAX_NGRAM_WORDS || self->n_pairs > DD_MAX_NGRAMS ||
		self->n_triples > DD_MAX_NGRAMS || len > DD_MAX_NGRAM_BYTES)
		return fail(error, DD_ERROR_TOO_LARGE, "(the table of syllables is too large)");
	if (lay_out(self, data) != len || read32(numbers, DD_NGRAM_ZERO) != 0)
		return fail(error, DD_ERROR_INVALID_DATA, "(the table of syllables is cut)");
	if (read32(numbers, DD_NGRAM_SUM) !=
			dd_ngrams_sum(data + DD_NGRAM_HEADER, len - DD_NGRAM_HEADER) ||
		!are_starts(self->word_starts, self->n_words, self->n_text) ||
		!are_starts(self->pair_starts, self->n_words, self->n_pairs) ||
		!are_starts(self->triple_starts, self->n_pairs, self->n_triples) ||
		!are_rows(self->pair_starts, self->n_words, self->pair_words, self->n_words) ||
		!are_rows(self->triple_starts, self->n_pairs, self->triple_words, self->n_words) ||
		!are_words(self))
		return fail(error, DD_ERROR_INVALID_DATA, "(the table of syllables is broken)");
	return true;
}

DdNgrams *
dd_ngrams_new(GBytes *bytes, GError **error)
{
	gsize len = 0;
	const uint8_t *data = g_bytes_get_data(bytes, &len);
	g_autoptr(DdNgrams) self = g_new0(DdNgrams, 1);
	self->bytes = g_bytes_ref(bytes);
	if (!check(self, data, len, error))
		return NULL;
	return g_steal_pointer(&self);
}

void
dd_ngrams_free(DdNgrams *self)
{
	if (self == NULL)
		return;
	g_bytes_unref(self->bytes);
	g_free(self);
}

size_t
dd_ngrams_get_word_count(const DdNgrams *self)
{
	return self->n_words;
}

const char *
dd_ngrams_get_word(const DdNgrams *self, size_t i)
{
	return self->text + read32(self->word_starts, i);
}

uint16_t
dd_ngrams_find(const DdNgrams *self, const char *word)
{
	size_t low = 0, high = self->n_words;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(dd_ngrams_get_word(self, middle), word);
		if (order == 0)
			return (uint16_t)middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return DD_NGRAM_NONE;
}

G_STATIC_ASSERT(DD_NGRAM_NO_CONTEXT == UINT32_MAX);

/* Returns: where @word stands in the row, UINT32_MAX when it does not */
static uint32_t
find_in_row(const uint8_t *starts, uint32_t row, const uint8_t *words, uint16_t word)
{
	uint32_t low = read32(starts, row), high = read32(starts, row + 1);
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		uint16_t there = read16(words, middle);
		if (there == word)
			return middle;
		if (there < word)
			low = middle + 1;
		else
			high = middle;
	}
	return UINT32_MAX;
}

unsigned
dd_ngrams_pair_cost(const DdNgrams *self, uint16_t left, uint16_t word)
{
	if (left >= self->n_words || word >= self->n_words)
		return UINT_MAX;
	uint32_t pair = find_in_row(self->pair_starts, left, self->pair_words, word);
	return pair == UINT32_MAX ? UINT_MAX : self->pair_costs[pair];
}

uint32_t
dd_ngrams_find_context(const DdNgrams *self, uint16_t left2, uint16_t left)
{
	if (left >= self->n_words || left2 >= self->n_words)
		return DD_NGRAM_NO_CONTEXT;
	return find_in_row(self->pair_starts, left2, self->pair_words, left);
}

unsigned
dd_ngrams_cost_in(const DdNgrams *self, uint32_t context, uint16_t word, unsigned behind)
{
	if (context == DD_NGRAM_NO_CONTEXT || word >= self->n_words)
		return behind;
	uint32_t triple = find_in_row(self->triple_starts, context, self->triple_words, word);
	return triple != UINT32_MAX ? self->triple_costs[triple] : self->pair_opens[context] + behind;
}

/* What @word costs behind @left alone */
static unsigned
cost_behind(const DdNgrams *self, uint16_t left, uint16_t word)
{
	if (word >= self->n_words)
		return COST_UNKNOWN;
	if (left >= self->n_words)
		return self->word_costs[word];
	uint32_t pair = find_in_row(self->pair_starts, left, self->pair_words, word);
	return pair != UINT32_MAX ? self->pair_costs[pair]
				  : (unsigned)self->word_opens[left] + self->word_costs[word];
}

unsigned
dd_ngrams_cost(const DdNgrams *self, uint16_t left2, uint16_t left, uint16_t word)
{
	uint32_t context = dd_ngrams_find_context(self, left2, left);
	return dd_ngrams_cost_in(self, context, word, cost_behind(self, left, word));
}
