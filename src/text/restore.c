/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore.c: Viterbi over triples of the syllables that damaged words may be */
#include "restore.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "dict.h"
#include "restore-private.h"
#include "syllable.h"

#define UNIT DD_NGRAM_UNIT
#define LINKED (8 * UNIT) /* most that two words cost which go together */
#define LINKED_NAME                                                                                \
	(11 * UNIT / 2) /* the same where one has a capital, and may be of a name of anybody */
#define DEAR (9 * UNIT)
#define TOGETHER (11 * UNIT / 2) /* the same inside of a name that everybody knows: "Thái Nguyên" */
#define NAME_WORDS 4u
#define NO_STATE UINT16_MAX
#define SURE 85 /* of a capital word that goes with no other, to be no name */

/* A word of the text taken for something, behind another that is: the cheapest way there */
typedef struct {
	uint32_t total;
	uint16_t back; /* state of the word before */
	uint8_t maybe;
	uint16_t known;
	uint32_t contexts[DD_RESTORE_TABLES]; /* in each table, of this word and the one before it */
} State;

typedef struct {
	State items[DD_MAX_RESTORE_STATES];
	size_t n;
	uint32_t least; /* total of the cheapest */
} States;

/* One stretch of text while it is restored */
typedef struct {
	const DdRestorer *restorer;
	const char *text;
	GArray *words;    /* DdBrokenWord */
	DdMaybes *maybes; /* of each word */
	States *states;
	DdMaybe *chosen; /* span 0 where a word was joined with the one behind it */
} Stretch;

DdRestoreCache *
dd_restore_cache_new(DdRestoreKind kind)
{
	DdRestoreCache *self = g_new0(DdRestoreCache, 1);
	self->words = dd_dict_new(g_free, g_free);
	self->bare = kind == DD_RESTORE_BARE;
	return self;
}

void
dd_restore_cache_free(DdRestoreCache *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->words);
	g_free(self);
}

DdRestorer *
dd_restorer_new(void)
{
	DdRestorer *self = g_new0(DdRestorer, 1);
	dd_misread_init(&self->misread, true);
	self->known = g_array_new(FALSE, FALSE, sizeof(DdKnown));
	self->by_fold = g_hash_table_new(g_str_hash, g_str_equal);
	self->surnames = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return self;
}

void
dd_restorer_free(DdRestorer *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->known);
	g_hash_table_unref(self->by_fold);
	g_hash_table_unref(self->surnames);
	for (size_t i = 0; i < self->n_tables; i++)
		dd_ngrams_free(self->tables[i].grams);
	g_free(self);
}

static int
compare_known(gconstpointer a, gconstpointer b)
{
	const DdKnown *x = a, *y = b;
	int order = strcmp(x->fold, y->fold);
	return order != 0 ? order : strcmp(x->text, y->text);
}

/* Returns: what the word costs where nothing stands before it */
static uint16_t
rarity_of(const DdRestorer *self, const DdKnown *word)
{
	unsigned least = UINT16_MAX;
	for (size_t t = 0; t < self->n_tables; t++) {
		unsigned cost = dd_ngrams_cost(
			self->tables[t].grams, DD_NGRAM_NONE, DD_NGRAM_NONE, word->ids[t]);
		least = MIN(least, cost + self->tables[t].dearer_small);
	}
	return (uint16_t)least;
}

static void
add_word(DdRestorer *self, size_t table, size_t i)
{
	DdKnown word = {.text = dd_ngrams_get_word(self->tables[table].grams, i)};
	const char *end = word.text + strlen(word.text);
	if (!g_ascii_isdigit(*word.text) && self->known->len < DD_RESTORE_NO_WORD) {
		for (size_t k = 0; k < DD_RESTORE_TABLES; k++)
			word.ids[k] = k < self->n_tables
					      ? dd_ngrams_find(self->tables[k].grams, word.text)
					      : DD_NGRAM_NONE;
		word.rarity = rarity_of(self, &word);
		word.brief = dd_letter_of(g_utf8_get_char(word.text)).upper;
		word.n = dd_glyphs_read(word.glyphs, word.text, end);
		for (uint8_t k = 0; k < word.n; k++)
			word.fold[k] = word.glyphs[k].fold;
		g_array_append_val(self->known, word);
	}
}

/* Puts the words of all tables together. */
static void
list_words(DdRestorer *self)
{
	g_array_set_size(self->known, 0);
	for (size_t t = 0; t < self->n_tables; t++)
		for (size_t i = 0; i < dd_ngrams_get_word_count(self->tables[t].grams); i++) {
			bool known = false;
			const char *text = dd_ngrams_get_word(self->tables[t].grams, i);
			for (size_t k = 0; k < t && !known; k++)
				known = dd_ngrams_find(self->tables[k].grams, text) != DD_NGRAM_NONE;
			if (!known)
				add_word(self, t, i);
		}
	g_array_sort(self->known, compare_known);
	g_hash_table_remove_all(self->by_fold);
	for (guint i = self->known->len; i > 0; i--)
		g_hash_table_insert(self->by_fold, g_array_index(self->known, DdKnown, i - 1).fold,
			GUINT_TO_POINTER(i));
}

void
dd_restorer_take_table(DdRestorer *self, DdNgrams *table, unsigned dearer, unsigned dearer_small)
{
	if (self->n_tables == DD_RESTORE_TABLES) {
		dd_ngrams_free(table);
		return;
	}
	self->tables[self->n_tables++] = (DdRestoreTable){
		table, dearer, dearer_small, dd_ngrams_find(table, DD_NGRAM_FIGURE)};
	list_words(self);
}

void
dd_restorer_add_surname(DdRestorer *self, const char *surname)
{
	DdGlyph glyphs[DD_MAX_GLYPHS];
	uint8_t n = dd_glyphs_read(glyphs, surname, surname + strlen(surname));
	char *fold = g_new0(char, n + 1u);
	for (uint8_t k = 0; k < n; k++)
		fold[k] = glyphs[k].fold;
	g_hash_table_add(self->surnames, fold);
}

/* Returns: number of @known in table @t */
static uint16_t
id_of(const DdRestorer *self, size_t t, uint16_t known, const DdBrokenWord *word)
{
	if (known != DD_RESTORE_NO_WORD)
		return dd_known_at(self, known)->ids[t];
	return word != NULL && word->figure ? self->tables[t].figure : DD_NGRAM_NONE;
}

/* A word and what it is taken for; no word: the edge of a phrase */
typedef struct {
	uint16_t known;
	const DdBrokenWord *word;
} Placed;

/* What @word costs behind @left2 and @left */
static unsigned
cost_of(const DdRestorer *self, Placed left2, Placed left, Placed word)
{
	unsigned least = UINT_MAX;
	for (size_t t = 0; t < self->n_tables; t++) {
		const DdRestoreTable *table = &self->tables[t];
		unsigned cost = dd_ngrams_cost(table->grams, id_of(self, t, left2.known, left2.word),
			id_of(self, t, left.known, left.word), id_of(self, t, word.known, word.word));
		least = MIN(least, cost + (word.word->cap ? table->dearer : table->dearer_small));
	}
	return least == UINT_MAX ? 0 : least;
}

/* Keeps the cheapest states. */
static void
keep_states(States *states, State state)
{
	size_t worst = 0;
	states->least = MIN(states->least, state.total);
	if (states->n < DD_MAX_RESTORE_STATES) {
		states->items[states->n++] = state;
		return;
	}
	for (size_t i = 1; i < states->n; i++)
		if (states->items[i].total > states->items[worst].total)
			worst = i;
	if (states->items[worst].total > state.total)
		states->items[worst] = state;
}

static const DdBrokenWord *
word_at(const Stretch *self, guint i)
{
	return &g_array_index(self->words, DdBrokenWord, i);
}

static const Placed nowhere = {DD_RESTORE_NO_WORD, NULL};

/* What word @i is taken for on a way that goes on */
static Placed
place(const Stretch *self, guint i, const State *state)
{
	return (Placed){state->known, word_at(self, i)};
}

/* Notes what stands for each state of word @i and the word before it; nothing across the edge of a phrase */
static void
find_contexts(Stretch *self, guint i)
{
	const DdRestorer *restorer = self->restorer;
	for (size_t s = 0; s < self->states[i].n; s++) {
		State *state = &self->states[i].items[s];
		uint8_t span = self->maybes[i].items[state->maybe].span;
		Placed here = place(self, i, state), left = nowhere;
		if (state->back != NO_STATE && !word_at(self, i + 1 - span)->fresh)
			left = place(self, i - span, &self->states[i - span].items[state->back]);
		for (size_t t = 0; t < restorer->n_tables; t++)
			state->contexts[t] = dd_ngrams_find_context(restorer->tables[t].grams,
				id_of(restorer, t, left.known, left.word),
				id_of(restorer, t, here.known, here.word));
	}
}

/* The cheapest way to a word over one that stands before it */
typedef struct {
	State state;
	uint8_t left;                       /* what the one before it is taken for */
	unsigned behind[DD_RESTORE_TABLES]; /* what the word costs behind that alone */
} Way;

/* Begins the ways over what @state takes word @before for */
static void
begin_way(Way *way, const Stretch *self, guint before, const State *state, Placed here)
{
	const DdRestorer *restorer = self->restorer;
	Placed left = here.word->fresh ? nowhere : place(self, before, state);
	way->state.total = UINT32_MAX;
	way->left = state->maybe;
	for (size_t t = 0; t < restorer->n_tables; t++)
		way->behind[t] = dd_ngrams_cost(restorer->tables[t].grams, DD_NGRAM_NONE,
			id_of(restorer, t, left.known, left.word),
			id_of(restorer, t, here.known, here.word));
}

/* Returns: what @here costs behind @state */
static unsigned
cost_behind(const DdRestorer *self, const Way *way, const State *state, Placed here)
{
	unsigned least = UINT_MAX;
	for (size_t t = 0; t < self->n_tables; t++) {
		const DdRestoreTable *table = &self->tables[t];
		uint32_t context = here.word->fresh ? DD_NGRAM_NO_CONTEXT : state->contexts[t];
		unsigned cost = dd_ngrams_cost_in(table->grams, context,
			id_of(self, t, here.known, here.word), way->behind[t]);
		least = MIN(least, cost + (here.word->cap ? table->dearer : table->dearer_small));
	}
	return least == UINT_MAX ? 0 : least;
}

/*
 * Goes from each state before to @maybe of word @i. A way that is dearer than another to the same word by DEAR before its
 * neighbours are even looked at cannot last (drop_dear).
 */
static void
step(Stretch *self, guint i, uint8_t k)
{
	const DdMaybe *maybe = &self->maybes[i].items[k];
	Placed here = {maybe->known, word_at(self, i + 1 - maybe->span)};
	States *states = &self->states[i];
	if (i + 1 == maybe->span) {
		keep_states(states,
			(State){.total = maybe->cost + cost_of(self->restorer, nowhere, nowhere, here),
				.back = NO_STATE,
				.maybe = k,
				.known = maybe->known});
		return;
	}
	guint before = i - maybe->span;
	const States *from = &self->states[before];
	Way ways[DD_MAX_RESTORE_STATES];
	size_t n = 0;
	for (size_t s = 0; s < from->n; s++) {
		const State *state = &from->items[s];
		uint32_t total = state->total + maybe->cost;
		if (total > states->least + DEAR)
			continue;
		size_t w = 0; /* one way from each word before is enough */
		while (w < n && ways[w].left != state->maybe)
			w++;
		if (w == n)
			begin_way(&ways[n++], self, before, state, here);
		total += cost_behind(self->restorer, &ways[w], state, here);
		if (total < ways[w].state.total)
			ways[w].state = (State){
				.total = total, .back = (uint16_t)s, .maybe = k, .known = maybe->known};
	}
	for (size_t w = 0; w < n; w++)
		keep_states(states, ways[w].state);
}

/* Leaves out what is so much dearer than the cheapest that no word behind it makes up for it. */
static void
drop_dear(States *states)
{
	size_t kept = 0;
	for (size_t i = 0; i < states->n; i++)
		if (states->items[i].total <= states->least + DEAR)
			states->items[kept++] = states->items[i];
	states->n = kept;
}

static void
walk(Stretch *self)
{
	for (guint i = 0; i < self->words->len; i++) {
		self->states[i].least = UINT32_MAX - DEAR;
		for (size_t k = 0; k < self->maybes[i].n; k++)
			step(self, i, (uint8_t)k);
		drop_dear(&self->states[i]);
		find_contexts(self, i);
	}
}

static void
trace(Stretch *self)
{
	guint i = self->words->len;
	const States *last = &self->states[i - 1];
	size_t best = 0;
	for (size_t k = 1; k < last->n; k++)
		if (last->items[k].total < last->items[best].total)
			best = k;
	while (i > 0) {
		const State *state = &self->states[i - 1].items[best];
		self->chosen[i - 1] = self->maybes[i - 1].items[state->maybe];
		best = state->back;
		i -= self->chosen[i - 1].span;
	}
}

/* Returns: the chosen word before @i, or its own number when there is none in the phrase */
static guint
left_of(const Stretch *self, guint i)
{
	guint first = i + 1 - self->chosen[i].span;
	return first == 0 || word_at(self, first)->fresh ? i : first - 1;
}

static guint
right_of(const Stretch *self, guint i)
{
	guint next = i + 1;
	while (next < self->words->len && self->chosen[next].span == 0)
		next++;
	bool edge = next >= self->words->len ||
		    word_at(self, next + 1 - self->chosen[next].span)->fresh;
	return edge ? i : next;
}

/* Two words that are one begin with the first of them */
static Placed
chosen_at(const Stretch *self, guint i, bool there)
{
	const DdMaybe *chosen = &self->chosen[i];
	return there ? (Placed){chosen->known, word_at(self, i + 1 - chosen->span)} : nowhere;
}

static bool
is_seen(const DdRestorer *self, Placed left, Placed right, unsigned most)
{
	for (size_t t = 0; t < self->n_tables; t++) {
		const DdRestoreTable *table = &self->tables[t];
		unsigned cost = dd_ngrams_pair_cost(table->grams,
			id_of(self, t, left.known, left.word),
			id_of(self, t, right.known, right.word));
		if (cost != UINT_MAX &&
			cost + (right.word->cap ? table->dearer : table->dearer_small) <= most)
			return true;
	}
	return false;
}

/* What is said by word @i being @maybe while its neighbours are as they were chosen */
static unsigned
local_cost(const Stretch *self, guint i, const DdMaybe *maybe)
{
	guint left = left_of(self, i), right = right_of(self, i);
	guint left2 = left != i ? left_of(self, left) : left;
	guint right2 = right != i ? right_of(self, right) : right;
	Placed here = {maybe->known, word_at(self, i + 1 - maybe->span)};
	Placed before = chosen_at(self, left, left != i);
	unsigned cost = maybe->cost +
			cost_of(self->restorer, chosen_at(self, left2, left2 != left), before, here);
	if (right != i) {
		Placed behind = chosen_at(self, right, true);
		cost += cost_of(self->restorer, before, here, behind);
		if (right2 != right)
			cost += cost_of(self->restorer, here, behind, chosen_at(self, right2, true));
	}
	return cost;
}

/* Returns: how sure it is that the chosen word stands there, against the others that it may be, 0 to 99 */
static uint8_t
sureness(const Stretch *self, guint i)
{
	const DdMaybe *chosen = &self->chosen[i];
	unsigned own = local_cost(self, i, chosen);
	double others = 0;
	for (size_t k = 0; k < self->maybes[i].n; k++) {
		const DdMaybe *maybe = &self->maybes[i].items[k];
		if (maybe->span == chosen->span && maybe->known != chosen->known &&
			maybe->cost < own + DEAR) /* else it takes less than 1 in 8000 */
			others += exp(((double)own - local_cost(self, i, maybe)) / UNIT);
	}
	return (uint8_t)CLAMP(100 / (1 + others), 1, 99);
}

/* A capital beside which no other word has one is no part of a longer name: "trong Quý I" */
static bool
stands_alone(const Stretch *self, guint i)
{
	guint left = left_of(self, i), right = right_of(self, i);
	return (left == i || !word_at(self, left)->cap || word_at(self, left)->plain) &&
	       (right == i || !word_at(self, right)->cap || word_at(self, right)->plain);
}

/* Returns: how many words from @i on are a person's name: a surname and others with capitals, which mostly do not go together */
static guint
name_length(const Stretch *self, guint i)
{
	char fold[DD_MAX_GLYPHS + 1] = "";
	const DdBrokenWord *word = word_at(self, i);
	guint n = 1;
	bool together = true;
	for (uint8_t k = 0; k < word->n; k++)
		fold[k] = word->glyphs[k].fold;
	if (!word->cap || word->upper || !g_hash_table_contains(self->restorer->surnames, fold))
		return 0;
	for (; n < NAME_WORDS && i + n < self->words->len; n++) {
		const DdBrokenWord *next = word_at(self, i + n);
		if (!next->cap || next->plain || next->fresh || self->chosen[i + n].span != 1 ||
			word_at(self, i + n - 1)->core_end != word_at(self, i + n - 1)->end)
			break;
		together = together && is_seen(self->restorer, chosen_at(self, i + n - 1, true),
					       chosen_at(self, i + n, true), TOGETHER);
	}
	/* "Vụ Pháp chế": two words of an office, which goes on in small letters */
	bool ends = i + n == self->words->len || word_at(self, i + n)->fresh ||
		    word_at(self, i + n - 1)->core_end != word_at(self, i + n - 1)->end;
	return !together && (n > 2 || (n == 2 && ends)) ? n : 0;
}

/* Leaves word @i as it is written, which is the last of what it may be. */
static void
keep(Stretch *self, guint i)
{
	const DdMaybes *maybes = &self->maybes[i];
	self->chosen[i] = maybes->items[maybes->n - 1];
}

/* Nobody but its owner knows how a name is spelled: it stays as it is written. */
static void
keep_names(Stretch *self)
{
	for (guint i = 0; i < self->words->len; i++) {
		guint n = self->chosen[i].span == 1 ? name_length(self, i) : 0;
		for (guint k = i; k < i + n; k++)
			keep(self, k);
		i += n > 0 ? n - 1 : 0;
	}
}

/*
 * A word that goes with neither neighbour is kept when it would be changed by more than marks; a place or a surname even
 * then.
 */
static void
keep_unsure(Stretch *self)
{
	bool before_kept = false;
	for (guint i = 0; i < self->words->len; i++) {
		const DdMaybe *chosen = &self->chosen[i];
		const DdBrokenWord *word = word_at(self, i);
		if (chosen->span == 0)
			continue;
		guint left = left_of(self, i), right = right_of(self, i);
		bool inside = word->cap && i > 0 && !word->fresh && !word->first;
		unsigned most = inside ? LINKED_NAME : LINKED;
		Placed here = chosen_at(self, i, true);
		bool linked = (left != i && !before_kept &&
				      is_seen(self->restorer, chosen_at(self, left, true), here, most)) ||
			      (right != i && is_seen(self->restorer, here,
						     chosen_at(self, right, true), most));
		bool name = inside && !(chosen->cost == 0 && stands_alone(self, i) &&
					      sureness(self, i) >= SURE);
		unsigned allowed = word->cap ? 1 : 4;
		before_kept = false;
		if (!linked && chosen->known != DD_RESTORE_NO_WORD && chosen->span == 1 &&
			(name || chosen->cost > allowed * UNIT)) {
			keep(self, i);
			before_kept = true;
		}
	}
}

static void
append_known(GString *out, const DdKnown *known, bool upper, bool cap)
{
	if (known->brief || (!upper && !cap)) {
		g_string_append(out, known->text);
		return;
	}
	const char *rest = upper ? known->text + strlen(known->text) : g_utf8_next_char(known->text);
	g_autofree char *large = g_utf8_strup(known->text, rest - known->text);
	g_string_append(out, large);
	g_string_append(out, rest);
}

/* The white space before the word at @start as one character */
static char
gap_before(const char *text, size_t start)
{
	char gap = ' ';
	for (size_t i = start; i > 0 && g_ascii_isspace(text[i - 1]); i--)
		if (text[i - 1] == '\n' || (text[i - 1] == '\t' && gap == ' '))
			gap = text[i - 1];
	return gap;
}

/* Writes the words and notes where each comes from. */
static void
write_out(const Stretch *self, GString *out, GArray *places)
{
	for (guint i = 0; i < self->words->len; i++) {
		const DdMaybe *chosen = &self->chosen[i];
		if (chosen->span == 0)
			continue;
		const DdBrokenWord *word = word_at(self, i),
				   *first = word_at(self, i + 1 - chosen->span);
		if (out->len > 0 && g_ascii_isspace(self->text[first->start - 1]))
			g_string_append_c(out, gap_before(self->text, first->start));
		DdRestoredWord place = {
			.out = (uint32_t)out->len, .in = first->start, .in_end = word->end};
		g_string_append_len(out, self->text + first->start, first->core - first->start);
		if (chosen->known == DD_RESTORE_NO_WORD)
			g_string_append_len(
				out, self->text + first->core, word->core_end - first->core);
		else
			append_known(out, dd_known_at(self->restorer, chosen->known), word->upper,
				first->cap);
		g_string_append_len(out, self->text + word->core_end, word->end - word->core_end);
		place.out_end = (uint32_t)out->len;
		place.confidence = word->plain ? 100 : sureness(self, i);
		place.changed = place.out_end - place.out != place.in_end - place.in ||
				memcmp(out->str + place.out, self->text + place.in,
					place.in_end - place.in) != 0;
		g_array_append_val(places, place);
	}
}

static uint8_t
judge(const Stretch *self)
{
	unsigned n = 0, doubt = 0;
	for (guint i = 0; i < self->words->len; i++) {
		const DdBrokenWord *word = word_at(self, i);
		const DdMaybe *chosen = &self->chosen[i];
		if (chosen->span == 0 || word->plain)
			continue;
		n++;
		doubt += chosen->known != DD_RESTORE_NO_WORD ? MIN(2u * chosen->cost / UNIT, 50u)
			 : word->valid                       ? 30u
							     : 80u;
	}
	return (uint8_t)(n == 0 ? 95 : 95 - MIN(doubt / n, 90));
}

static void
restore_stretch(Stretch *self, DdRestoreCache *cache, GString *out, GArray *places)
{
	guint n = self->words->len;
	for (guint i = 0; i < n; i++)
		dd_restore_find(self->restorer, cache, self->text, self->words, i, &self->maybes[i]);
	walk(self);
	trace(self);
	keep_names(self);
	keep_unsure(self);
	write_out(self, out, places);
}

const char *
dd_restore_words(const DdRestorer *self, DdRestoreCache *cache, const char *broken, size_t len,
	DdArena *arena, uint8_t *confidence_out, DdRestoredWord **words_out, size_t *n_out)
{
	size_t looked = MIN(len, DD_MAX_RESTORED);
	while (looked > 0 && looked < len && !g_ascii_isspace(broken[looked]))
		looked--;
	g_autoptr(GArray) words = dd_restore_split(broken, looked, cache != NULL && cache->bare);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(DdRestoredWord));
	g_autoptr(GString) out = g_string_sized_new(len + 16);
	uint8_t confidence = 0;
	if (words->len > 0) {
		g_autofree DdMaybes *maybes = g_new0(DdMaybes, words->len);
		g_autofree States *states = g_new0(States, words->len);
		g_autofree DdMaybe *chosen = g_new0(DdMaybe, words->len);
		Stretch stretch = {self, broken, words, maybes, states, chosen};
		restore_stretch(&stretch, cache, out, places);
		confidence = judge(&stretch);
	}
	g_string_append_len(out, broken + looked, (gssize)(len - looked));
	if (confidence_out != NULL)
		*confidence_out = confidence;
	if (words_out != NULL) {
		*words_out = dd_arena_memdup(
			arena, places->data, places->len * sizeof(DdRestoredWord));
		*n_out = places->len;
	}
	return dd_arena_strndup(arena, out->str, out->len);
}

const char *
dd_restore(const DdRestorer *self, const char *broken, size_t len, DdArena *arena,
	uint8_t *confidence_out)
{
	return dd_restore_words(self, NULL, broken, len, arena, confidence_out, NULL, NULL);
}
