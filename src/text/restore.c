/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore.c: Viterbi over the syllables that damaged words may be */
#include "restore.h"

#include <stdbool.h>
#include <string.h>

#include "letter.h"
#include "maxima.h"
#include "misread.h"
#include "syllable.h"

#define MAX_WORDS 8000u  /* syllables known */
#define MAX_PAIRS 60000u /* pairs known */
#define PAIR_BITS 17
#define PAIR_SLOTS (1u << PAIR_BITS)
#define MAX_PATHS 24      /* candidates of one word */
#define MOST_KEPT 14u     /* of the candidates of a word beside its neighbours' */
#define MAX_CACHED 20000u /* words of one cache */
#define MAX_SYLLABLE 27u  /* bytes */
#define NO_WORD 0xffffu
#define FIGURE 0u       /* known as: any figure */
#define COMMON 0x10000u /* of a pair: seen where the second word has no capital */
#define UNLIKE 100000u

enum {
	COST_PAIR = 2,       /* neighbours seen together once */
	COST_STRANGE = 9,    /* neighbours never seen together */
	COST_OPEN = 4,       /* behind what is no syllable */
	COST_CONTRACTED = 2, /* two letters read for one */
	COST_TORN = 3,       /* a blank inside of a word */
	COST_DEAR = 9,       /* over the cheapest */
	COST_KEEP = 9,       /* a syllable that is not known */
	COST_KEEP_BAD = 14   /* what is no syllable; and more by its length */
};

/* A syllable as it is to be written; all capitals when it is an abbreviation */
typedef struct {
	char text[MAX_SYLLABLE + 1];
	uint8_t n;
	bool is_short;
	bool is_grammar;
	uint16_t count;
	DdGlyph glyphs[DD_MAX_GLYPHS];
} Known;

/* Two syllables side by side. A table of our own: in a bad scan hundreds are looked up for each word */
typedef struct {
	uint32_t key;   /* left << 16 | right, and 1; 0: a free slot */
	uint32_t count; /* with COMMON when not in names only */
} Pair;

struct _DdRestorer {
	DdMisread misread;
	GArray *known;      /* Known */
	GHashTable *number; /* char * → number + 1 */
	Pair *pairs;        /* PAIR_SLOTS of them, by open addressing; less than half are taken */
	guint n_pairs;
};

/* A word of the text between blanks: signs, letters, signs */
typedef struct {
	uint32_t start, core, core_end, end;
	uint8_t n;
	bool figure;
	bool plain; /* nothing to restore: figures, signs, numbers of documents */
	bool upper, cap, valid;
	DdGlyph glyphs[DD_MAX_GLYPHS];
} Word;

/* What a word may be, and the cheapest way to it */
typedef struct {
	uint16_t known; /* NO_WORD: as written */
	uint16_t back;  /* of the word before @span words */
	uint8_t span;
	uint16_t channel;
	uint32_t total;
} Path;

typedef struct {
	Path items[MAX_PATHS];
	size_t n;
} Paths;

struct _DdRestoreCache {
	GHashTable *words; /* char * → Paths *: what the word may be by itself */
};

DdRestoreCache *
dd_restore_cache_new(void)
{
	DdRestoreCache *self = g_new0(DdRestoreCache, 1);
	self->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
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
	self->known = g_array_sized_new(FALSE, FALSE, sizeof(Known), 2048);
	self->number = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	self->pairs = g_new0(Pair, PAIR_SLOTS);
	Known figure = {.count = 16, .is_short = true, .is_grammar = true};
	g_array_append_val(self->known, figure);
	return self;
}

void
dd_restorer_free(DdRestorer *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->known);
	g_hash_table_unref(self->number);
	g_free(self->pairs);
	g_free(self);
}

static const Known *
known_at(const DdRestorer *self, uint16_t i)
{
	return &g_array_index(self->known, Known, i);
}

static bool
is_all_upper(const char *at, const char *end)
{
	unsigned letters = 0;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letter.base == 0 || !letter.upper)
			return false;
		letters++;
	}
	return letters > 1;
}

/* Words that stand beside any other */
static bool
is_grammar(const char *text)
{
	static const char *const words[] = {"và", "của", "các", "những", "cho", "với", "trong",
		"tại", "từ", "đến", "để", "theo", "về", "được", "do", "là", "có"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(text, words[i]) == 0)
			return true;
	return false;
}

/* Returns: number of the syllable, made when new; NO_WORD when it is none */
static uint16_t
learn_word(DdRestorer *self, const char *at, const char *end)
{
	Known word = {.count = 0};
	bool is_short = is_all_upper(at, end);
	if (end - at > MAX_SYLLABLE || (!is_short && !dd_syllable_is_valid(at, (size_t)(end - at))))
		return NO_WORD;
	g_autofree char *text = is_short ? g_strndup(at, (gsize)(end - at))
					 : g_utf8_strdown(at, (gssize)(end - at));
	gpointer number = g_hash_table_lookup(self->number, text);
	if (number == NULL) {
		if (self->known->len >= MAX_WORDS || strlen(text) > MAX_SYLLABLE)
			return NO_WORD;
		g_strlcpy(word.text, text, sizeof(word.text));
		word.is_short = is_short;
		word.is_grammar = is_grammar(text);
		word.n = dd_glyphs_read(word.glyphs, text, text + strlen(text));
		g_array_append_val(self->known, word);
		number = GUINT_TO_POINTER(self->known->len);
		g_hash_table_insert(self->number, g_steal_pointer(&text), number);
	}
	uint16_t id = (uint16_t)(GPOINTER_TO_UINT(number) - 1);
	Known *known = &g_array_index(self->known, Known, id);
	if (known->count < UINT16_MAX)
		known->count++;
	return id;
}

/* Returns: the slot of the pair, or the free one where it is to stand */
static Pair *
find_pair(const DdRestorer *self, uint16_t left, uint16_t right)
{
	uint32_t key = ((uint32_t)left << 16 | right) + 1;
	uint32_t slot = key * UINT32_C(2654435761) >> (32 - PAIR_BITS);
	while (self->pairs[slot].key != 0 && self->pairs[slot].key != key)
		slot = (slot + 1) & (PAIR_SLOTS - 1);
	return &self->pairs[slot];
}

static void
learn_pair(DdRestorer *self, uint16_t left, uint16_t right, bool common)
{
	if (left == NO_WORD || right == NO_WORD)
		return;
	Pair *pair = find_pair(self, left, right);
	if (pair->key == 0 && self->n_pairs >= MAX_PAIRS)
		return;
	self->n_pairs += pair->key == 0;
	pair->key = ((uint32_t)left << 16 | right) + 1;
	uint32_t kind = common ? COMMON : pair->count & COMMON;
	pair->count = MIN((pair->count & ~COMMON) + 1, 1000u) | kind;
}

/* How often the two stood side by side; "Hà Tĩnh" counts for words with capitals only */
static guint
times_seen(const DdRestorer *self, uint16_t left, uint16_t right, bool cap)
{
	uint32_t count = find_pair(self, left, right)->count;
	return cap || (count & COMMON) != 0 ? count & ~COMMON : 0;
}

/* Letters only: a sign ends a syllable. Returns: behind the letters at @at */
static const char *
letters_end(const char *at, const char *end)
{
	while (at < end) {
		gunichar c;
		unsigned len = dd_utf8_next(at, end, &c);
		if (dd_letter_of(c).base == 0)
			break;
		at += len;
	}
	return at;
}

void
dd_restorer_learn(DdRestorer *self, const char *text)
{
	uint16_t before = NO_WORD;
	const char *at = text, *stop = text + strlen(text);
	bool fresh = true;
	while (at < stop) {
		if (fresh && *at == '#') {
			at += strcspn(at, "\n");
			continue;
		}
		fresh = *at == '\n';
		const char *end = letters_end(at, stop);
		if (end > at) {
			uint16_t word = learn_word(self, at, end);
			gunichar first = g_utf8_get_char(at);
			learn_pair(self, before, word, !dd_letter_of(first).upper);
			before = word;
			at = end;
			continue;
		}
		gunichar c;
		at += dd_utf8_next(at, stop, &c);
		if (c < 0x80 && g_ascii_isdigit((char)c)) {
			if (before != FIGURE)
				learn_pair(self, before, FIGURE, true);
			before = FIGURE;
			continue;
		}
		/* "bảo vệ, chăm sóc": a comma or a dash parts no phrase */
		if (c != ' ' && c != ',' && c != '-')
			before = NO_WORD;
	}
}

/* Signs around a word that are no part of it; inside of it they are misread letters. */
static bool
is_outer(gunichar c)
{
	return c < 0x80 ? strchr(".,;:()[]\"'/-+*_=", (int)c) != NULL && c != 0
			: (c >= 0x2010 && c <= 0x2022) || c == 0xAB || c == 0xBB;
}

static void
find_core(Word *word, const char *text)
{
	const char *at = text + word->start, *end = text + word->end;
	while (at < end) {
		gunichar c;
		unsigned len = dd_utf8_next(at, end, &c);
		if (!is_outer(c))
			break;
		at += len;
	}
	while (end > at) {
		const char *last = g_utf8_find_prev_char(at, end);
		if (last == NULL || !is_outer(g_utf8_get_char(last)))
			break;
		end = last;
	}
	word->core = (uint32_t)(at - text);
	word->core_end = (uint32_t)(end - text);
}

static void
look_at(Word *word, const char *text)
{
	unsigned letters = 0, digits = 0, capitals = 0, slashes = 0;
	const char *at, *end;
	find_core(word, text);
	at = text + word->core;
	end = text + word->core_end;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letters == 0 && letter.upper && digits == 0)
			word->cap = true;
		letters += letter.base != 0;
		capitals += letter.base != 0 && letter.upper;
		digits += c < 0x80 && g_ascii_isdigit((char)c);
		slashes += c == '/' || c == '-' || c == '@' || c == '_';
	}
	word->n = dd_glyphs_read(word->glyphs, text + word->core, end);
	word->upper = letters > 1 && capitals == letters;
	word->valid = dd_syllable_is_valid(text + word->core, word->core_end - word->core);
	/* "quý IV": a Roman number is no word */
	bool roman = capitals > 0 && strspn(text + word->core, "IVX") >= word->core_end - word->core;
	word->plain = word->core == word->core_end || slashes > 0 || roman ||
		      (digits > 1 && digits >= letters) ||
		      (letters == 0 && (digits > 0 || word->core_end - word->core == 1)) ||
		      word->core_end - word->core > 2 * MAX_SYLLABLE;
	word->figure = word->plain && digits > 0;
}

/* "chính trị-xã hội" is two words, "50/NQ-CP" and "KG-VX" are none. @at: of the dash; @end: of the run of letters */
static bool
parts_words(const char *text, size_t start, size_t at, size_t end)
{
	if (text[at] != '-' || at == start || at + 1 >= end)
		return false;
	for (size_t i = start; i < end; i++)
		if (text[i] == '/')
			return false;
	return !g_ascii_isdigit(text[at + 1]) && !g_ascii_isdigit(text[at - 1]) &&
	       !g_ascii_isupper(text[at + 1]) && !g_ascii_ispunct(text[at + 1]) &&
	       !g_ascii_ispunct(text[at - 1]);
}

static GArray *
split(const char *text, size_t len)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(Word));
	for (size_t i = 0; i < len;) {
		if (g_ascii_isspace(text[i])) {
			i++;
			continue;
		}
		size_t end = i, start = i;
		while (end < len && !g_ascii_isspace(text[end]))
			end++;
		bool dashed = end - i <= (size_t)4 * MAX_SYLLABLE;
		for (; i < end; i++) {
			if (i + 1 < end && !(dashed && parts_words(text, start, i, end)))
				continue;
			Word word = {.start = (uint32_t)start, .end = (uint32_t)i + 1};
			start = i + 1;
			look_at(&word, text);
			/* a sign that stands alone goes with the word before it and parts no phrase */
			if (word.core == word.core_end && words->len > 0)
				g_array_index(words, Word, words->len - 1).end = word.end;
			else
				g_array_append_val(words, word);
		}
	}
	return words;
}

/* What neighbours cost. @left, @right: NO_WORD for what is no known syllable */
static unsigned
pair_cost(const DdRestorer *self, uint16_t left, uint16_t right, bool cap)
{
	if (right == NO_WORD)
		return COST_OPEN;
	unsigned count = known_at(self, right)->count;
	unsigned rare = count >= 16 ? 0 : count >= 4 ? 1 : count >= 2 ? 2 : 3;
	if (left == NO_WORD)
		return COST_OPEN + rare;
	guint seen = times_seen(self, left, right, cap);
	if (seen > 0)
		return seen >= 4 ? 0 : seen >= 2 ? 1 : COST_PAIR;
	/* "và", "của", "các" stand beside anything */
	bool grammar = known_at(self, right)->is_grammar || known_at(self, left)->is_grammar;
	return (grammar ? COST_OPEN : COST_STRANGE) + rare;
}

/* Adds @path, found by its channel cost; the cheapest are kept */
static void
add_path(Paths *paths, Path path)
{
	size_t worst = 0;
	if (paths->n < MAX_PATHS - 1) { /* one place stays free for the word as it is written */
		paths->items[paths->n++] = path;
		return;
	}
	for (size_t i = 1; i < paths->n; i++)
		if (paths->items[i].channel > paths->items[worst].channel)
			worst = i;
	if (paths->items[worst].channel > path.channel)
		paths->items[worst] = path;
}

static bool
may_be(const DdRestorer *self, const DdGlyph *glyphs, size_t n, const Known *known)
{
	if (n > known->n + 2u || known->n > n + 2u)
		return false;
	char first = glyphs[0].fold, second = n > 1 ? glyphs[1].fold : '\0';
	return dd_misread_swap(&self->misread, first, known->glyphs[0].fold) <= 4 ||
	       first == known->glyphs[1].fold || (second != '\0' && second == known->glyphs[0].fold) ||
	       (second != '\0' && known->n > 2 && second == known->glyphs[1].fold);
}

static void
add_near(const DdRestorer *self, Paths *paths, const DdGlyph *glyphs, size_t n, bool upper,
	uint8_t span, unsigned extra)
{
	unsigned cap = (unsigned)MIN(3 * n + 5, 28);
	if (span > 1)
		cap = (unsigned)n * 2;
	for (guint i = FIGURE + 1; i < self->known->len && n > 0; i++) {
		const Known *known = known_at(self, (uint16_t)i);
		if ((known->is_short && !upper) || !may_be(self, glyphs, n, known))
			continue;
		unsigned cost = dd_misread_distance(
			&self->misread, glyphs, n, known->glyphs, known->n, cap);
		if (cost != DD_MISREAD_NONE)
			add_path(paths, (Path){.known = (uint16_t)i,
						.span = span,
						.channel = (uint16_t)(cost + extra)});
	}
}

/* Two letters that stand for one: "thir" is "thứ". Returns: TRUE when @out differs from the word */
static bool
contract(const Word *word, DdGlyph *out, size_t *n_out)
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
drop_dear(Paths *paths)
{
	unsigned least = UNLIKE;
	size_t kept = 0;
	for (size_t i = 0; i < paths->n; i++)
		least = MIN(least, paths->items[i].channel);
	for (size_t i = 0; i < paths->n; i++)
		if (paths->items[i].channel <= least + COST_DEAR)
			paths->items[kept++] = paths->items[i];
	paths->n = kept;
	while (paths->n > MOST_KEPT) {
		size_t worst = 0;
		for (size_t i = 1; i < paths->n; i++)
			worst = paths->items[i].channel >= paths->items[worst].channel ? i : worst;
		paths->items[worst] = paths->items[--paths->n];
	}
}

/* What the word may be by itself */
static void
find_single(const DdRestorer *self, const Word *word, Paths *paths)
{
	DdGlyph joined[DD_MAX_GLYPHS];
	size_t n = 0;
	paths->n = 0;
	if (word->plain)
		return;
	add_near(self, paths, word->glyphs, word->n, word->upper, 1, 0);
	if (!word->valid && contract(word, joined, &n))
		add_near(self, paths, joined, n, word->upper, 1, COST_CONTRACTED);
	drop_dear(paths);
}

/* "quy ét": what the word may be with the one before it, when a blank stands inside of a word and no sign beside it */
static void
find_torn(const DdRestorer *self, const Word *before, const Word *word, Paths *paths)
{
	DdGlyph joined[DD_MAX_GLYPHS];
	paths->n = 0;
	memcpy(joined, before->glyphs, before->n * sizeof(DdGlyph));
	memcpy(joined + before->n, word->glyphs, word->n * sizeof(DdGlyph));
	add_near(self, paths, joined, (size_t)before->n + word->n, false, 2, COST_TORN);
}

static bool
may_be_torn(const Word *before, const Word *word)
{
	return !word->plain && !before->plain && before->n <= 4 && before->core_end == before->end &&
	       word->core == word->start && before->n + word->n <= 8 && !word->cap &&
	       (strchr("aeiouyw", word->glyphs[0].fold) != NULL || !before->valid);
}

/* What the word may be, or (@before not NULL) the word with the one before it; from the cache when it was asked for before */
static void
look_up(const DdRestorer *self, DdRestoreCache *cache, const char *text, const Word *before,
	const Word *word, Paths *paths)
{
	size_t from = before != NULL ? before->core : word->core;
	g_autofree char *key = cache != NULL ? g_strndup(text + from, word->core_end - from) : NULL;
	const Paths *known = cache != NULL ? g_hash_table_lookup(cache->words, key) : NULL;
	if (known != NULL) {
		*paths = *known;
		return;
	}
	if (before != NULL)
		find_torn(self, before, word, paths);
	else
		find_single(self, word, paths);
	if (cache != NULL && g_hash_table_size(cache->words) < MAX_CACHED)
		g_hash_table_insert(
			cache->words, g_steal_pointer(&key), g_memdup2(paths, sizeof(*paths)));
}

static void
find_paths(const DdRestorer *self, DdRestoreCache *cache, const char *text, const GArray *words,
	guint i, Paths *paths)
{
	const Word *word = &g_array_index(words, Word, i), *before = i > 0 ? word - 1 : NULL;
	paths->n = 0;
	if (!word->plain)
		look_up(self, cache, text, NULL, word, paths);
	if (before != NULL && may_be_torn(before, word)) {
		Paths torn;
		look_up(self, cache, text, before, word, &torn);
		for (size_t k = 0; k < torn.n; k++)
			add_path(paths, torn.items[k]);
	}
	unsigned keep = word->plain                  ? 0
			: word->valid || word->upper ? COST_KEEP
						     : COST_KEEP_BAD + 2u * word->n;
	paths->items[paths->n++] = (Path){
		.known = word->figure ? FIGURE : NO_WORD, .span = 1, .channel = (uint16_t)keep};
}

static void
walk(const DdRestorer *self, const GArray *words, Paths *all)
{
	for (guint i = 0; i < words->len; i++) {
		bool word_cap = g_array_index(words, Word, i).cap;
		for (size_t k = 0; k < all[i].n; k++) {
			Path *path = &all[i].items[k];
			bool cap = path->span > 1 ? g_array_index(words, Word, i - 1).cap : word_cap;
			path->total = UNLIKE;
			if (i + 1 == path->span)
				path->total = pair_cost(self, NO_WORD, path->known, cap) +
					      path->channel;
			const Paths *left = i >= path->span ? &all[i - path->span] : NULL;
			for (size_t j = 0; left != NULL && j < left->n; j++) {
				unsigned total = left->items[j].total + path->channel +
						 pair_cost(self, left->items[j].known, path->known,
							 cap);
				if (total >= path->total)
					continue;
				path->total = total;
				path->back = (uint16_t)j;
			}
		}
	}
}

/* Chosen path of each word; span 0 where a word was joined with the one behind it */
static Path *
trace(const Paths *all, guint n)
{
	Path *chosen = g_new0(Path, n);
	size_t best = 0;
	for (size_t k = 1; k < all[n - 1].n; k++)
		if (all[n - 1].items[k].total < all[n - 1].items[best].total)
			best = k;
	for (guint i = n; i > 0;) {
		chosen[i - 1] = all[i - 1].items[best];
		best = chosen[i - 1].back;
		i -= chosen[i - 1].span;
	}
	return chosen;
}

static bool
is_seen(const DdRestorer *self, uint16_t left, uint16_t right, bool cap)
{
	return left != NO_WORD && right != NO_WORD && times_seen(self, left, right, cap) > 0;
}

/*
 * A word that goes with neither neighbour is kept when it would be changed by more than marks; a place or a surname even
 * then.
 */
static void
keep_unsure(const DdRestorer *self, const GArray *words, Path *chosen)
{
	uint16_t before = NO_WORD;
	for (guint i = 0; i < words->len; i++) {
		const Word *word = &g_array_index(words, Word, i);
		uint16_t behind = NO_WORD;
		if (chosen[i].span == 0)
			continue;
		guint next = i + 1;
		while (next < words->len && chosen[next].span == 0)
			next++;
		if (next < words->len)
			behind = chosen[next].known;
		bool linked = is_seen(self, before, chosen[i].known, word->cap) ||
			      is_seen(self, chosen[i].known, behind,
				      next < words->len && (word + (next - i))->cap);
		before = chosen[i].known;
		unsigned allowed = !word->cap ? 4 : i == 0 ? 1 : 0;
		if (!linked && chosen[i].known != FIGURE && chosen[i].span == 1 &&
			chosen[i].channel > allowed)
			chosen[i].known = NO_WORD;
	}
}

static void
append_known(GString *out, const Known *known, bool upper, bool cap)
{
	if (known->is_short || (!upper && !cap)) {
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

/* Writes the words and notes where each comes from */
static void
write_out(const DdRestorer *self, const char *text, const GArray *words, const Path *chosen,
	GString *out, GArray *places)
{
	for (guint i = 0; i < words->len; i++) {
		if (chosen[i].span == 0)
			continue;
		const Word *word = &g_array_index(words, Word, i), *first = word;
		if (chosen[i].span > 1)
			first = word - 1;
		if (out->len > 0 && g_ascii_isspace(text[first->start - 1]))
			g_string_append_c(out, gap_before(text, first->start));
		DdRestoredWord place = {(uint32_t)out->len, first->start, word->end};
		g_array_append_val(places, place);
		g_string_append_len(out, text + first->start, first->core - first->start);
		if (chosen[i].known == NO_WORD || chosen[i].known == FIGURE)
			g_string_append_len(out, text + first->core, word->core_end - first->core);
		else
			append_known(out, known_at(self, chosen[i].known), word->upper, first->cap);
		g_string_append_len(out, text + word->core_end, word->end - word->core_end);
	}
}

static uint8_t
judge(const GArray *words, const Path *chosen)
{
	unsigned n = 0, doubt = 0;
	for (guint i = 0; i < words->len; i++) {
		const Word *word = &g_array_index(words, Word, i);
		if (chosen[i].span == 0 || word->plain)
			continue;
		n++;
		doubt += chosen[i].known != NO_WORD ? MIN(2u * chosen[i].channel, 50u)
			 : word->valid              ? 30u
						    : 80u;
	}
	return (uint8_t)(n == 0 ? 95 : 95 - MIN(doubt / n, 90));
}

const char *
dd_restore_words(const DdRestorer *self, DdRestoreCache *cache, const char *broken, size_t len,
	DdArena *arena, uint8_t *confidence_out, DdRestoredWord **words_out, size_t *n_out)
{
	size_t looked = MIN(len, DD_MAX_RESTORED);
	while (looked > 0 && looked < len && !g_ascii_isspace(broken[looked]))
		looked--;
	g_autoptr(GArray) words = split(broken, looked);
	g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(DdRestoredWord));
	g_autoptr(GString) out = g_string_sized_new(len + 16);
	uint8_t confidence = 0;
	if (words->len > 0) {
		g_autofree Paths *all = g_new(Paths, words->len);
		for (guint i = 0; i < words->len; i++)
			find_paths(self, cache, broken, words, i, &all[i]);
		walk(self, words, all);
		g_autofree Path *chosen = trace(all, words->len);
		keep_unsure(self, words, chosen);
		write_out(self, broken, words, chosen, out, places);
		confidence = judge(words, chosen);
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
