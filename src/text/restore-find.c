/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore-find.c: which known syllables a damaged word may be, and what it costs to take it for each */
#include <string.h>

#include "dict.h"
#include "restore-private.h"

#define MAX_CACHED 20000u /* words of one cache */
#define MOST_KEPT 40u     /* of the candidates of a word beside its neighbours' */
#define UNIT DD_NGRAM_UNIT

/* in the units of misread.h, about a nat each */
enum {
	COST_CONTRACTED = 2, /* two letters read for one */
	COST_TORN = 3,       /* a blank inside of a word */
	COST_DEAR = 9,       /* over the cheapest */
	COST_KEEP = 5,       /* a syllable that is not known */
	COST_KEEP_BARE = 2,  /* the same in text that lost its marks only */
	COST_KEEP_BAD = 10   /* what is no syllable; and more by its length */
};

/* Adds @maybe; the cheapest are kept */
static void
add_maybe(DdMaybes *maybes, DdMaybe maybe)
{
	size_t worst = 0;
	if (maybes->n < DD_RESTORE_PATHS - 1) { /* one place stays free for the word as it is written */
		maybes->items[maybes->n++] = maybe;
		return;
	}
	for (size_t i = 1; i < maybes->n; i++)
		if (maybes->items[i].rank > maybes->items[worst].rank)
			worst = i;
	if (maybes->items[worst].rank > maybe.rank)
		maybes->items[worst] = maybe;
}

static bool
may_be(const DdRestorer *self, const DdGlyph *glyphs, size_t n, const DdKnown *known)
{
	if (n > known->n + 2u || known->n > n + 2u)
		return false;
	char first = glyphs[0].fold, second = n > 1 ? glyphs[1].fold : '\0';
	return dd_misread_swap(&self->misread, first, known->glyphs[0].fold) <= 4 ||
	       first == known->glyphs[1].fold || (second != '\0' && second == known->glyphs[0].fold) ||
	       (second != '\0' && known->n > 2 && second == known->glyphs[1].fold);
}

/* Abbreviations are written with capitals. */
static bool
fits_case(const DdKnown *known, const DdBrokenWord *word)
{
	return word->upper || !known->brief;
}

static DdMaybe
new_maybe(const DdRestorer *self, guint i, uint8_t span, unsigned cost)
{
	unsigned rank = cost + dd_known_at(self, (uint16_t)i)->rarity / 2u;
	return (DdMaybe){(uint16_t)i, span, (uint16_t)cost, (uint16_t)rank};
}

static void
add_near(const DdRestorer *self, DdMaybes *maybes, const DdGlyph *glyphs, size_t n,
	const DdBrokenWord *word, uint8_t span, unsigned extra)
{
	unsigned cap = (unsigned)MIN(3 * n + 5, 28);
	if (span > 1)
		cap = (unsigned)n * 2;
	for (guint i = 0; i < self->known->len && n > 0; i++) {
		const DdKnown *known = dd_known_at(self, (uint16_t)i);
		if (!may_be(self, glyphs, n, known) || !fits_case(known, word))
			continue;
		unsigned cost = dd_misread_distance(
			&self->misread, glyphs, n, known->glyphs, known->n, cap);
		if (cost != DD_MISREAD_NONE)
			add_maybe(maybes, new_maybe(self, i, span, (cost + extra) * UNIT));
	}
}

/* The syllables with the same bare letters, all alike: that the marks are lost is known. A word with marks is what it is. */
static void
add_alike(const DdRestorer *self, DdMaybes *maybes, const DdBrokenWord *word)
{
	char fold[DD_MAX_GLYPHS + 1] = "";
	for (uint8_t i = 0; i < word->n; i++)
		fold[i] = word->glyphs[i].fold;
	guint first = GPOINTER_TO_UINT(g_hash_table_lookup(self->by_fold, fold));
	for (guint i = first; first != 0 && i <= self->known->len; i++) {
		const DdKnown *known = dd_known_at(self, (uint16_t)(i - 1));
		if (strcmp(known->fold, fold) != 0)
			break;
		bool same = memcmp(known->glyphs, word->glyphs, word->n * sizeof(DdGlyph)) == 0;
		if (fits_case(known, word) && (!word->marked || same))
			add_maybe(maybes, new_maybe(self, i - 1, 1, 0));
	}
}

/* Two letters that stand for one: "thir" is "thứ". Returns: TRUE when @out differs from the word */
static bool
contract(const DdBrokenWord *word, DdGlyph *out, size_t *n_out)
{
	static const char rows[][4] = {"iru", "iiu", "rnm", "cld", "fld", "vvu", "lih", "inm"};
	size_t n = 0;
	for (size_t i = 0; i < word->n; i++) {
		DdGlyph glyph = word->glyphs[i];
		for (size_t k = 0; k < G_N_ELEMENTS(rows) && i + 1 < word->n; k++)
			if (glyph.fold == rows[k][0] && word->glyphs[i + 1].fold == rows[k][1]) {
				glyph = (DdGlyph){rows[k][2], (uint8_t)((rows[k][2] - 'a' + 1) << 3)};
				i++;
				break;
			}
		out[n++] = glyph;
	}
	*n_out = n;
	return n < word->n;
}

/* Leaves out what is so much dearer than the cheapest that neighbours hardly make up for it. */
static void
drop_dear(DdMaybes *maybes)
{
	unsigned least = UINT16_MAX;
	size_t kept = 0;
	for (size_t i = 0; i < maybes->n; i++)
		least = MIN(least, maybes->items[i].cost);
	for (size_t i = 0; i < maybes->n; i++)
		if (maybes->items[i].cost <= least + COST_DEAR * UNIT)
			maybes->items[kept++] = maybes->items[i];
	maybes->n = kept;
	while (maybes->n > MOST_KEPT) {
		size_t worst = 0;
		for (size_t i = 1; i < maybes->n; i++)
			worst = maybes->items[i].rank >= maybes->items[worst].rank ? i : worst;
		maybes->items[worst] = maybes->items[--maybes->n];
	}
}

/* What the word may be by itself */
static void
find_single(const DdRestorer *self, const DdBrokenWord *word, DdMaybes *maybes)
{
	DdGlyph joined[DD_MAX_GLYPHS];
	size_t n = 0;
	add_near(self, maybes, word->glyphs, word->n, word, 1, 0);
	if (!word->valid && contract(word, joined, &n))
		add_near(self, maybes, joined, n, word, 1, COST_CONTRACTED);
	drop_dear(maybes);
}

/* "quy ét": what the word may be with the one before it, when a blank stands inside of a word and no sign beside it */
static void
find_torn(const DdRestorer *self, const DdBrokenWord *before, const DdBrokenWord *word, DdMaybes *maybes)
{
	DdGlyph joined[DD_MAX_GLYPHS];
	DdBrokenWord small = {.cap = before->cap};
	memcpy(joined, before->glyphs, before->n * sizeof(DdGlyph));
	memcpy(joined + before->n, word->glyphs, word->n * sizeof(DdGlyph));
	add_near(self, maybes, joined, (size_t)before->n + word->n, &small, 2, COST_TORN);
}

static bool
may_be_torn(const char *text, const DdBrokenWord *before, const DdBrokenWord *word)
{
	return !word->plain && !before->plain && before->n <= 4 && before->core_end == before->end &&
	       word->core == word->start && before->n + word->n <= 8 && !word->cap &&
	       memchr(text + before->end, '\n', word->start - before->end) == NULL &&
	       (strchr("aeiouyw", word->glyphs[0].fold) != NULL || !before->valid);
}

/* What the word may be, or (@before not NULL) the word with the one before it; from the cache when it was asked for before */
static void
look_up(const DdRestorer *self, DdRestoreCache *cache, const char *text, const DdBrokenWord *before,
	const DdBrokenWord *word, DdMaybes *maybes)
{
	size_t from = before != NULL ? before->core : word->core;
	g_autofree char *key = cache != NULL ? g_strndup(text + from, word->core_end - from) : NULL;
	const DdMaybes *known = cache != NULL ? g_hash_table_lookup(cache->words, key) : NULL;
	if (known != NULL) {
		*maybes = *known;
		return;
	}
	maybes->n = 0;
	if (before != NULL)
		find_torn(self, before, word, maybes);
	else if (cache != NULL && cache->bare)
		add_alike(self, maybes, word);
	else
		find_single(self, word, maybes);
	if (cache != NULL && g_hash_table_size(cache->words) < MAX_CACHED)
		g_hash_table_insert(
			cache->words, g_steal_pointer(&key), g_memdup2(maybes, sizeof(*maybes)));
}

void
dd_restore_find(const DdRestorer *self, DdRestoreCache *cache, const char *text,
	const GArray *words, guint i, DdMaybes *maybes)
{
	const DdBrokenWord *word = &g_array_index(words, DdBrokenWord, i);
	const DdBrokenWord *before = i > 0 ? word - 1 : NULL;
	bool bare = cache != NULL && cache->bare;
	maybes->n = 0;
	if (!word->plain)
		look_up(self, cache, text, NULL, word, maybes);
	if (before != NULL && !bare && may_be_torn(text, before, word)) {
		DdMaybes torn;
		look_up(self, cache, text, before, word, &torn);
		for (size_t k = 0; k < torn.n; k++)
			add_maybe(maybes, torn.items[k]);
	}
	unsigned keep = word->plain                  ? 0
			: bare                       ? COST_KEEP_BARE
			: word->valid || word->upper ? COST_KEEP
						     : COST_KEEP_BAD + 2u * word->n;
	maybes->items[maybes->n++] = (DdMaybe){
		.known = DD_RESTORE_NO_WORD, .span = 1, .cost = (uint16_t)(keep * UNIT)};
}
