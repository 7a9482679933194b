/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ngram-builder.c: counts with a part of each taken off for what was not seen (absolute discounting), then written down */
#include "ngram-builder.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "dict.h"
#include "error.h"
#include "letter.h"
#include "maxima.h"
#include "ngrams.h"
#include "syllable.h"

#define DISCOUNT 0.7 /* taken off each count */
#define FLAT 0.4     /* added to the count of each word */

/* A pair or triple: its words, 16 bits each, the last lowest; a pair's highest word is 0 */
typedef struct {
	uint64_t key;
	uint32_t count;
} Row;

struct _DdNgramBuilder {
	GHashTable *number;      /* char * → number + 1 */
	GPtrArray *words;        /* char *, of the table above */
	GArray *counts;          /* uint32_t by word */
	GArray *pairs, *triples; /* Row, in the order that they came; merged at the end */
};

DdNgramBuilder *
dd_ngram_builder_new(void)
{
	DdNgramBuilder *self = g_new0(DdNgramBuilder, 1);
	self->number = dd_dict_new(g_free, NULL);
	self->words = g_ptr_array_new();
	self->counts = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	self->pairs = g_array_new(FALSE, FALSE, sizeof(Row));
	self->triples = g_array_new(FALSE, FALSE, sizeof(Row));
	return self;
}

void
dd_ngram_builder_free(DdNgramBuilder *self)
{
	if (self == NULL)
		return;
	g_ptr_array_unref(self->words);
	g_hash_table_unref(self->number);
	g_array_unref(self->counts);
	g_array_unref(self->pairs);
	g_array_unref(self->triples);
	g_free(self);
}

/* "hoà" and "hòa" are one word: the tone goes to the first of two vowels that end it. Returns: (transfer full) */
static char *
spell(const char *word)
{
	static const char *const ends[][2] = {{"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"},
		{"oã", "õa"}, {"oạ", "ọa"}, {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"},
		{"oẹ", "ọe"}, {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}};
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		if (!g_str_has_suffix(word, ends[i][0]))
			continue;
		int len = (int)(strlen(word) - strlen(ends[i][0]));
		/* the u of "quý" belongs to the q */
		if (len > 0 && word[len - 1] == 'q')
			break;
		return g_strdup_printf("%.*s%s", len, word, ends[i][1]);
	}
	return g_strdup(word);
}

/* Returns: number of the word, made when new; DD_NGRAM_NONE when it is too long or there are too many */
static uint16_t
number_of(DdNgramBuilder *self, const char *text)
{
	g_autofree char *word = spell(text);
	gpointer number = g_hash_table_lookup(self->number, word);
	if (number == NULL) {
		uint32_t none = 0;
		if (self->words->len >= DD_MAX_NGRAM_WORDS || *word == '\0' ||
			strlen(word) > DD_MAX_NGRAM_WORD_BYTES)
			return DD_NGRAM_NONE;
		char *kept = g_steal_pointer(&word);
		g_ptr_array_add(self->words, kept);
		g_array_append_val(self->counts, none);
		number = GUINT_TO_POINTER(self->words->len);
		g_hash_table_insert(self->number, kept, number);
	}
	return (uint16_t)(GPOINTER_TO_UINT(number) - 1);
}

static uint32_t
plus(uint32_t a, uint64_t b)
{
	return (uint32_t)MIN(a + b, UINT32_MAX);
}

static void
count_row(GArray *rows, uint64_t key, uint64_t count)
{
	Row row = {key, (uint32_t)MIN(count, UINT32_MAX)};
	if (rows->len < DD_MAX_NGRAMS)
		g_array_append_val(rows, row);
}

/* Counts @words, the last of a phrase of @n, behind those before it. Unknown words part the phrase. */
static void
count_words(DdNgramBuilder *self, const uint16_t *words, size_t n, uint64_t weight)
{
	uint64_t key = words[n - 1];
	if (n == 1) {
		uint32_t *count = &g_array_index(self->counts, uint32_t, words[0]);
		*count = plus(*count, weight);
		return;
	}
	key |= (uint64_t)words[n - 2] << 16;
	if (n == 2)
		count_row(self->pairs, key, weight);
	else
		count_row(self->triples, key | (uint64_t)words[n - 3] << 32, weight);
}

static bool
is_abbreviation(const char *at, const char *end)
{
	unsigned letters = 0;
	for (; at < end; letters++) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		if (!dd_letter_of(c).upper)
			return false;
	}
	return letters > 1;
}

/* Returns: number of the word, DD_NGRAM_NONE when it is neither a syllable nor an abbreviation */
static uint16_t
read_word(DdNgramBuilder *self, const char *at, const char *end)
{
	gssize len = end - at;
	bool brief = is_abbreviation(at, end);
	/* "quý IV" is "quý 4" */
	if (strspn(at, "IVX") >= (size_t)len)
		return number_of(self, DD_NGRAM_FIGURE);
	if (len > DD_MAX_NGRAM_WORD_BYTES || (!brief && !dd_syllable_is_valid(at, (size_t)len)))
		return DD_NGRAM_NONE;
	g_autofree char *word = brief ? g_strndup(at, (gsize)len) : g_utf8_strdown(at, len);
	return number_of(self, word);
}

static void
shift_in(DdNgramBuilder *self, uint16_t last[3], size_t *n, uint16_t word, unsigned weight)
{
	if (word == DD_NGRAM_NONE) {
		*n = 0;
		return;
	}
	if (*n == 3) {
		memmove(last, last + 1, 2 * sizeof(*last));
		*n = 2;
	}
	last[(*n)++] = word;
	for (size_t k = 1; k <= *n; k++)
		count_words(self, last + *n - k, k, weight);
}

static bool
is_digit(gunichar c)
{
	return c >= '0' && c <= '9';
}

void
dd_ngram_builder_add_text(DdNgramBuilder *self, const char *text, unsigned weight)
{
	uint16_t last[3];
	size_t n = 0;
	const char *at = text, *stop = text + strlen(text);
	bool fresh = true, figure = false;
	while (at < stop) {
		gunichar c;
		if (fresh && *at == '#') {
			at += strcspn(at, "\n");
			continue;
		}
		unsigned len = dd_utf8_next(at, stop, &c);
		if (dd_letter_of(c).base != 0) {
			const char *end = at;
			for (unsigned more = len; end < stop && dd_letter_of(c).base != 0;) {
				end += more;
				more = end < stop ? dd_utf8_next(end, stop, &c) : 0;
			}
			shift_in(self, last, &n, read_word(self, at, end), weight);
			at = end;
			fresh = figure = false;
			continue;
		}
		if (is_digit(c) && !figure)
			shift_in(self, last, &n, number_of(self, DD_NGRAM_FIGURE), weight);
		else if (!is_digit(c) && c != ' ' && c != ',' && c != '-' && (c != '\n' || fresh))
			n = 0;
		figure = is_digit(c);
		fresh = c == '\n';
		at += len;
	}
}

/* Adds one "WORD:COUNT" behind the words of its line. Returns: FALSE when it is not such */
static bool
add_count(DdNgramBuilder *self, uint16_t words[3], size_t n, char *item, unsigned weight)
{
	char *colon = strrchr(item, ':');
	guint64 count = 0;
	if (colon == NULL || !g_ascii_string_to_unsigned(colon + 1, 10, 1, UINT32_MAX, &count, NULL))
		return false;
	*colon = '\0';
	words[n] = number_of(self, item);
	if (words[n] != DD_NGRAM_NONE)
		count_words(self, words, n + 1, count * weight);
	return true;
}

static bool
add_line(DdNgramBuilder *self, char *line, unsigned weight)
{
	uint16_t words[3];
	size_t n = 0;
	char *tab = strchr(line, '\t'), *state = NULL;
	if (tab == NULL || !g_utf8_validate(line, -1, NULL))
		return false;
	*tab = '\0';
	for (char *word = strtok_r(line, " ", &state); word != NULL;
		word = strtok_r(NULL, " ", &state)) {
		if (n == 2)
			return false;
		words[n] = number_of(self, word);
		if (words[n++] == DD_NGRAM_NONE)
			return false;
	}
	for (char *item = strtok_r(tab + 1, " ", &state); item != NULL;
		item = strtok_r(NULL, " ", &state))
		if (!add_count(self, words, n, item, weight))
			return false;
	return true;
}

bool
dd_ngram_builder_add_counts(DdNgramBuilder *self, const char *counts, unsigned weight, GError **error)
{
	for (unsigned number = 1; *counts != '\0'; number++) {
		size_t len = strcspn(counts, "\n");
		g_autofree char *line = g_strndup(counts, len);
		if (len > 0 && *line != '#' && !add_line(self, line, weight)) {
			g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
				"dòng %u không phải số đếm âm tiết (line %u is no line of counts)",
				number, number);
			return false;
		}
		counts += len + (counts[len] == '\n');
	}
	return true;
}

static int
compare_rows(gconstpointer a, gconstpointer b)
{
	const Row *x = a, *y = b;
	return x->key < y->key ? -1 : x->key > y->key;
}

/* Orders the rows and makes one of those that are alike. */
static void
merge_rows(GArray *rows)
{
	guint kept = 0;
	g_array_sort(rows, compare_rows);
	for (guint i = 0; i < rows->len; i++) {
		Row row = g_array_index(rows, Row, i);
		Row *last = kept > 0 ? &g_array_index(rows, Row, kept - 1) : NULL;
		if (last != NULL && last->key == row.key)
			last->count = plus(last->count, row.count);
		else
			g_array_index(rows, Row, kept++) = row;
	}
	g_array_set_size(rows, kept);
}

typedef struct {
	const char *word;
	uint16_t number;
} Named;

static int
compare_named(gconstpointer a, gconstpointer b)
{
	return strcmp(((const Named *)a)->word, ((const Named *)b)->word);
}

/* Numbers the words by their order. Returns: (transfer full) the old numbers in the new order */
static Named *
order_words(DdNgramBuilder *self)
{
	guint n = self->words->len;
	Named *named = g_new0(Named, n + 1);
	g_autofree uint64_t *fresh = g_new0(uint64_t, n + 1);
	for (guint i = 0; i < n; i++)
		named[i] = (Named){g_ptr_array_index(self->words, i), (uint16_t)i};
	qsort(named, n, sizeof(*named), compare_named);
	for (guint i = 0; i < n; i++)
		fresh[named[i].number] = i;
	GArray *all[] = {self->pairs, self->triples};
	for (size_t k = 0; k < G_N_ELEMENTS(all); k++)
		for (guint i = 0; i < all[k]->len; i++) {
			Row *row = &g_array_index(all[k], Row, i);
			uint64_t high = k > 0 ? fresh[row->key >> 32] << 32 : 0;
			row->key = high | fresh[row->key >> 16 & 0xffff] << 16 |
				   fresh[row->key & 0xffff];
		}
	return named;
}

static void
put32(GByteArray *out, uint32_t value)
{
	uint8_t bytes[] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16),
		(uint8_t)(value >> 24)};
	g_byte_array_append(out, bytes, sizeof(bytes));
}

/* Writes where the rows begin whose words but the last are each of @n_contexts. @contexts: NULL for the words themselves */
static void
put_starts(GByteArray *out, const GArray *rows, const GArray *contexts, guint n_contexts)
{
	guint at = 0;
	for (guint i = 0; i < n_contexts; i++) {
		uint64_t key = contexts == NULL ? i : g_array_index(contexts, Row, i).key;
		/* a triple whose pair was not kept stands for nothing */
		put32(out, at);
		while (at < rows->len && g_array_index(rows, Row, at).key >> 16 == key)
			at++;
	}
	put32(out, at);
}

static void
put_last_words(GByteArray *out, const GArray *rows)
{
	for (guint i = 0; i < rows->len; i++) {
		uint64_t key = g_array_index(rows, Row, i).key;
		uint8_t bytes[] = {(uint8_t)key, (uint8_t)(key >> 8)};
		g_byte_array_append(out, bytes, sizeof(bytes));
	}
}

/* Drops triples whose first two words are no pair: counts that somebody cut by hand */
static void
drop_orphans(GArray *triples, const GArray *pairs)
{
	guint kept = 0, pair = 0;
	for (guint i = 0; i < triples->len; i++) {
		Row row = g_array_index(triples, Row, i);
		while (pair < pairs->len && g_array_index(pairs, Row, pair).key < row.key >> 16)
			pair++;
		if (pair < pairs->len && g_array_index(pairs, Row, pair).key == row.key >> 16)
			g_array_index(triples, Row, kept++) = row;
	}
	g_array_set_size(triples, kept);
}

static uint8_t
cost_of(double p)
{
	double cost = -log(MAX(p, 1e-30)) * DD_NGRAM_UNIT;
	return (uint8_t)CLAMP(cost + 0.5, 0, 255);
}

/* What is known of how often words were said: probabilities, and what each context leaves for words not seen behind it */
typedef struct {
	double *words, *pairs, *triples, *word_left, *pair_left;
} Shares;

static void
shares_clear(Shares *shares)
{
	g_free(shares->words);
	g_free(shares->pairs);
	g_free(shares->triples);
	g_free(shares->word_left);
	g_free(shares->pair_left);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Shares, shares_clear)

/* Returns: the @n rows from @at on that share all words but the last */
static guint
context_length(const GArray *rows, guint at)
{
	guint n = 1;
	uint64_t context = g_array_index(rows, Row, at).key >> 16;
	while (at + n < rows->len && g_array_index(rows, Row, at + n).key >> 16 == context)
		n++;
	return n;
}

/*
 * The shares of the @n rows of one context, which was said @total times (what was cut off included).
 * Returns: what is left for the rest
 */
static double
share_out(const GArray *rows, guint at, guint n, double total, double *shares)
{
	double sum = 0, given = 0;
	for (guint i = at; i < at + n; i++)
		sum += g_array_index(rows, Row, i).count;
	total = MAX(total, sum) + 1; /* something is always left */
	for (guint i = at; i < at + n; i++) {
		shares[i] = (g_array_index(rows, Row, i).count - DISCOUNT) / total;
		given += shares[i];
	}
	return 1 - given;
}

static void
compute_words(const DdNgramBuilder *self, const Named *named, Shares *shares)
{
	guint n = self->words->len;
	double total = 0;
	shares->words = g_new0(double, n + 1);
	shares->word_left = g_new0(double, n + 1);
	for (guint i = 0; i < n; i++)
		total += g_array_index(self->counts, uint32_t, i) + FLAT;
	for (guint i = 0; i < n; i++) {
		shares->words[i] = (g_array_index(self->counts, uint32_t, named[i].number) + FLAT) /
				   total;
		shares->word_left[i] = 1;
	}
}

/* Shares of pairs and triples, each with the part of the shorter context's that is left to it */
static void
compute(const DdNgramBuilder *self, const Named *named, Shares *shares)
{
	const GArray *pairs = self->pairs, *triples = self->triples;
	compute_words(self, named, shares);
	shares->pairs = g_new0(double, pairs->len + 1);
	shares->pair_left = g_new0(double, pairs->len + 1);
	shares->triples = g_new0(double, triples->len + 1);
	for (guint i = 0, n; i < pairs->len; i += n) {
		n = context_length(pairs, i);
		uint64_t word = g_array_index(pairs, Row, i).key >> 16;
		double total = g_array_index(self->counts, uint32_t, named[word].number);
		shares->word_left[word] = share_out(pairs, i, n, total, shares->pairs);
		for (guint k = i; k < i + n; k++) {
			uint64_t last = g_array_index(pairs, Row, k).key & 0xffff;
			shares->pairs[k] += shares->word_left[word] * shares->words[last];
			shares->pair_left[k] = 1;
		}
	}
	for (guint i = 0, n, pair = 0; i < triples->len; i += n) {
		n = context_length(triples, i);
		while (g_array_index(pairs, Row, pair).key < g_array_index(triples, Row, i).key >> 16)
			pair++;
		double left = share_out(
			triples, i, n, g_array_index(pairs, Row, pair).count, shares->triples);
		shares->pair_left[pair] = left;
		for (guint k = i; k < i + n; k++) {
			Row wanted = {g_array_index(triples, Row, k).key & 0xffffffff, 0};
			guint at = 0;
			if (g_array_binary_search((GArray *)pairs, &wanted, compare_rows, &at))
				shares->triples[k] += left * shares->pairs[at];
		}
	}
}

static void
put_costs(GByteArray *out, const double *shares, guint n)
{
	for (guint i = 0; i < n; i++) {
		uint8_t cost = cost_of(shares[i]);
		g_byte_array_append(out, &cost, 1);
	}
}

static void
put_words(GByteArray *out, const Named *named, guint n, GString *text)
{
	for (guint i = 0; i < n; i++) {
		put32(out, (uint32_t)text->len);
		g_string_append_len(text, named[i].word, (gssize)strlen(named[i].word) + 1);
	}
	put32(out, (uint32_t)text->len);
}

/* Writes the header over the room that was left for it. */
static void
put_header(GByteArray *out, const DdNgramBuilder *self, size_t text)
{
	g_autoptr(GByteArray) header = g_byte_array_new();
	g_byte_array_append(header, (const guint8 *)DD_NGRAM_MAGIC, 8);
	put32(header, self->words->len);
	put32(header, self->pairs->len);
	put32(header, self->triples->len);
	put32(header, (uint32_t)text);
	put32(header, dd_ngrams_sum(out->data + DD_NGRAM_HEADER, out->len - DD_NGRAM_HEADER));
	put32(header, 0);
	memcpy(out->data, header->data, DD_NGRAM_HEADER);
}

GBytes *
dd_ngram_builder_finish(DdNgramBuilder *self)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_autoptr(GString) text = g_string_new(NULL);
	g_auto(Shares) shares = {0};
	guint n = self->words->len;
	g_autofree Named *named = order_words(self);
	merge_rows(self->pairs);
	merge_rows(self->triples);
	drop_orphans(self->triples, self->pairs);
	compute(self, named, &shares);
	g_byte_array_set_size(out, DD_NGRAM_HEADER);
	put_words(out, named, n, text);
	put_starts(out, self->pairs, NULL, n);
	put_starts(out, self->triples, self->pairs, self->pairs->len);
	put_last_words(out, self->pairs);
	put_last_words(out, self->triples);
	put_costs(out, shares.words, n);
	put_costs(out, shares.word_left, n);
	put_costs(out, shares.pairs, self->pairs->len);
	put_costs(out, shares.pair_left, self->pairs->len);
	put_costs(out, shares.triples, self->triples->len);
	g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
	put_header(out, self, text->len);
	return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}
