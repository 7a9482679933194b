/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab-walk.c: phrases at a word: the walk over the tree and the cost of a misread word */
#include <string.h>

#include "vocab-tree.h"

#define STACK 96
#define MAX_JOINERS 2    /* between two words: ", và" */
#define LATER_LETTERS 6u /* that count for the first words: they may be bad when the rest is good */
#define NO_MATCH DD_MISREAD_NONE
#define MAX_TORN 5 /* letters of the second part of a torn word that the first part does not tell */

static unsigned
distance(const DdVocab *self, const DdGlyph *text, size_t n, const DdVocabSpelling *word, unsigned cap)
{
	return dd_misread_distance(&self->misread, text, n, word->glyphs, word->n, cap);
}

/* A misread word mostly keeps its first letter or a likeness of it. */
static bool
may_be(const DdVocab *self, DdDamage damage, const DdMisreadWord *word, const DdVocabRootKey *key)
{
	char first = word->glyphs[0].fold, second = word->glyphs[1].fold;
	if (dd_misread_swap(&self->misread, first, key->first) <= 4)
		return true;
	/* first letter lost, added or wrong, then the second tells */
	return damage == DD_DAMAGE_LIGHT && word->n_glyphs > 1 && key->n > 1 &&
	       (first == key->second || second == key->first || second == key->second);
}

/* Cost of taking word @at for that of @node; NO_MATCH when it cannot be */
static unsigned
word_cost(const DdVocab *self, const DdWords *words, size_t at, const DdVocabNode *node)
{
	const DdToken *word = &words->items[at];
	DdDamage damage = words->tokens->damage;
	if (word->word == node->word && word->word != 0)
		return 0;
	bool same = word->fold == node->fold && word->fold != 0;
	if (damage == DD_DAMAGE_NONE)
		return same ? DD_VOCAB_MARK_COST : NO_MATCH;
	const DdMisreadWord *misread = &words->misread[at];
	const DdVocabSpelling *spelling = dd_vocab_spelling(self, node);
	if (damage == DD_DAMAGE_LIGHT) {
		if (word->word != 0)
			return same ? 11 : NO_MATCH;
		if (same)
			return 2;
		unsigned cost = spelling->n < 2 ? NO_MATCH
						: distance(self, misread->glyphs, misread->n_glyphs,
							  spelling, 11);
		/* what is no syllable is surely misread */
		return cost == NO_MATCH || !misread->broken ? cost : (cost * 6 + 5) / 10;
	}
	return distance(self, misread->glyphs, misread->n_glyphs, spelling, 4u * spelling->n + 3);
}

static unsigned
budget(DdDamage damage, unsigned letters)
{
	if (damage == DD_DAMAGE_NONE)
		return letters >= 9 ? 3 : 0;
	if (damage == DD_DAMAGE_LIGHT)
		return letters < 7 ? 4 + letters : 11 + letters / 3;
	return letters * 2 + 3;
}

typedef struct {
	uint32_t node; /* whose children to try */
	uint32_t at;   /* word */
	uint16_t cost, letters;
	uint8_t depth;
} Frame;

typedef struct {
	const DdVocab *vocab;
	const DdWords *words;
	uint32_t mask; /* types wanted */
	DdVocabSeen *seen;
	Frame stack[STACK];
	size_t n;
} Walk;

static bool
is_better(const DdVocabHit *hit, const DdVocabHit *than)
{
	if (hit->score != than->score)
		return hit->score > than->score;
	if (hit->entry->own != than->entry->own)
		return hit->entry->own;
	return hit->order > than->order;
}

static void
offer(Walk *walk, const DdVocabNode *node, const Frame *frame)
{
	DdVocabSeen *seen = walk->seen;
	if (frame->cost > 0 && frame->cost > budget(walk->words->tokens->damage, frame->letters))
		return;
	DdVocabHit hit = {.end = frame->at,
		.cost = frame->cost,
		.score = (int)frame->letters * 10 - (int)frame->cost * 3};
	for (uint32_t i = node->entry; i != 0; i = hit.entry->next) {
		hit.entry = &walk->vocab->tables.entries[i - 1];
		hit.order = seen->n++;
		uint32_t type = DD_VOCAB_BIT(hit.entry->type);
		DdVocabHit *best = &seen->best[hit.entry->type];
		if ((type & walk->mask) == 0 || ((type & seen->found) != 0 && !is_better(&hit, best)))
			continue;
		*best = hit;
		seen->found |= type;
	}
}

static void
push(Walk *walk, const DdVocabNode *node, Frame frame)
{
	if (frame.cost > budget(walk->words->tokens->damage, frame.letters + LATER_LETTERS))
		return;
	if (node->entry != 0)
		offer(walk, node, &frame);
	if (node->child != 0 && walk->n < STACK && frame.depth < DD_VOCAB_LONGEST) {
		frame.node = (uint32_t)(node - walk->vocab->tables.nodes);
		walk->stack[walk->n++] = frame;
	}
}

/* A word torn by a blank: "Tr uyền". Returns: cost, NO_MATCH when it is none */
static unsigned
torn_cost(const DdVocab *self, const DdWords *words, size_t at, const DdVocabSpelling *spelling)
{
	const DdMisreadWord *a = &words->misread[at], *b = a + 1;
	DdVocabSpelling joined = {0};
	if (at + 1 >= words->n || words->items[at + 1].kind == DD_TOKEN_SIGN ||
		words->items[at].kind == DD_TOKEN_SIGN || spelling->n < 4 || a->n_glyphs > 3 ||
		a->glyphs[0].fold != spelling->glyphs[0].fold ||
		a->n_glyphs + b->n_glyphs > DD_MAX_GLYPHS)
		return NO_MATCH;
	memcpy(joined.glyphs, a->glyphs, a->n_glyphs * sizeof(DdGlyph));
	memcpy(joined.glyphs + a->n_glyphs, b->glyphs, b->n_glyphs * sizeof(DdGlyph));
	unsigned cost = distance(
		self, joined.glyphs, (size_t)a->n_glyphs + b->n_glyphs, spelling, 2u * spelling->n);
	return cost == NO_MATCH ? NO_MATCH : cost + 4;
}

static void
try_child(Walk *walk, const DdVocabNode *node, const Frame *from)
{
	const DdWords *words = walk->words;
	size_t at = from->at;
	unsigned cost = from->cost;
	if ((node->mask & walk->mask) == 0)
		return;
	if (from->depth > 0 && dd_word_is_joiner(walk->vocab, words, at)) {
		if (!node->joiner && !(dd_word_is_sign(words, at, '-') &&
					     !(words->items[at].flags & DD_TOKEN_LINE)))
			return;
		cost += node->joiner ? 0 : 1;
		at++;
		if (node->joiner && dd_word_is_joiner(walk->vocab, words, at))
			at++;
	} else if (node->joiner && from->depth > 0) {
		cost += 1;
	}
	if (at >= words->n)
		return;
	unsigned word = word_cost(walk->vocab, words, at, node);
	bool torn = word == NO_MATCH && words->tokens->damage == DD_DAMAGE_HEAVY;
	if (torn)
		word = torn_cost(walk->vocab, words, at, dd_vocab_spelling(walk->vocab, node));
	if (word == NO_MATCH)
		return;
	push(walk, node,
		(Frame){.at = (uint32_t)at + 1 + torn,
			.cost = (uint16_t)(cost + word),
			.letters = (uint16_t)(from->letters + node->letters),
			.depth = from->depth + 1});
}

/* Keeps the cheapest DD_MAX_ROOTS */
static void
add_root(DdMisreadWord *word, DdRoot root)
{
	size_t worst = 0;
	if (word->n_roots < DD_MAX_ROOTS) {
		word->roots[word->n_roots++] = root;
		return;
	}
	for (size_t i = 1; i < DD_MAX_ROOTS; i++)
		if (word->roots[i].cost > word->roots[worst].cost)
			worst = i;
	if (word->roots[worst].cost > root.cost)
		word->roots[worst] = root;
}

/* Looks once for all first words that a damaged word may be */
static void
find_roots(const DdVocab *self, const DdWords *words, size_t at)
{
	DdMisreadWord *word = &words->misread[at];
	DdDamage damage = words->tokens->damage;
	word->rooted = true;
	word->n_roots = 0;
	for (uint32_t k = 0; k < self->tables.n_root_keys && word->n_glyphs > 0; k++) {
		const DdVocabRootKey *key = &self->tables.root_keys[k];
		uint32_t i = key->node;
		if (key->n > word->n_glyphs + 2 + MAX_TORN || word->n_glyphs > key->n + 2 ||
			!may_be(self, damage, word, key))
			continue;
		const DdVocabNode *node = dd_vocab_node(self, i);
		unsigned cost = word_cost(self, words, at, node);
		bool torn = cost == NO_MATCH && damage == DD_DAMAGE_HEAVY;
		if (torn)
			cost = torn_cost(self, words, at, dd_vocab_spelling(self, node));
		if (cost != NO_MATCH)
			add_root(word, (DdRoot){i, (uint16_t)cost, torn});
	}
}

static void
push_roots(Walk *walk, size_t at)
{
	const DdMisreadWord *word = &walk->words->misread[at];
	for (size_t i = 0; i < word->n_roots; i++) {
		const DdRoot *root = &word->roots[i];
		const DdVocabNode *node = dd_vocab_node(walk->vocab, root->node);
		if ((node->mask & walk->mask) != 0)
			push(walk, node,
				(Frame){.at = (uint32_t)at + 1 + root->torn,
					.cost = root->cost,
					.depth = 1,
					.letters = node->letters});
	}
}

bool
dd_vocab_may_begin_damaged(const DdVocab *self, const DdWords *words, size_t at, uint32_t mask)
{
	if (at >= words->n)
		return false;
	const DdMisreadWord *word = &words->misread[at];
	for (uint32_t k = 0; k < self->tables.n_root_keys && word->n_glyphs > 0; k++) {
		const DdVocabRootKey *key = &self->tables.root_keys[k];
		if (!may_be(self, words->tokens->damage, word, key))
			continue;
		const DdVocabNode *node = dd_vocab_node(self, key->node);
		if ((node->mask & mask) != 0 &&
			(word_cost(self, words, at, node) != NO_MATCH || word->n_glyphs <= 3))
			return true;
	}
	return false;
}

/* In clean text: may a child of @node be word @at, or one behind joiners there? Of most nodes none is */
static bool
may_go_on(const Walk *walk, const DdVocabNode *node, size_t at)
{
	const DdWords *words = walk->words;
	for (size_t k = 0; k <= MAX_JOINERS && at + k < words->n; k++) {
		const DdToken *word = &words->items[at + k];
		if ((node->below & dd_vocab_fold_bit(word->fold)) != 0)
			return true;
		if (!dd_vocab_is_plain_joiner(walk->vocab, word))
			return false;
	}
	return false;
}

/* Tries the children with the bare letters of the next word, which is no joiner, in clean text. */
static void
try_word(Walk *walk, const Frame *frame)
{
	const DdVocabNode *nodes = dd_vocab_node(walk->vocab, 0);
	const DdToken *word = &walk->words->items[frame->at];
	uint32_t i = word->fold != 0 ? dd_vocab_first_child(walk->vocab, frame->node, word->fold) : 0;
	for (; i != 0 && nodes[i].fold == word->fold; i = nodes[i].sibling) {
		const DdVocabNode *node = &nodes[i];
		unsigned cost = frame->cost + (node->joiner && frame->depth > 0 ? 1u : 0u) +
				(node->word == word->word ? 0u : DD_VOCAB_MARK_COST);
		unsigned letters = frame->letters + node->letters;
		if (cost > 0 && cost > budget(DD_DAMAGE_NONE, letters + LATER_LETTERS))
			continue;
		Frame behind = {.node = i,
			.at = frame->at + 1,
			.cost = (uint16_t)cost,
			.letters = (uint16_t)letters,
			.depth = frame->depth + 1};
		if (node->entry != 0)
			offer(walk, node, &behind);
		if (node->child != 0 && may_go_on(walk, node, behind.at) && walk->n < STACK &&
			behind.depth < DD_VOCAB_LONGEST)
			walk->stack[walk->n++] = behind;
	}
}

/* In clean text the children with the bare letters of the next word, or of those behind joiners, are enough. */
static void
run_clean(Walk *walk)
{
	const DdVocab *self = walk->vocab;
	while (walk->n > 0) {
		Frame frame = walk->stack[--walk->n];
		if (frame.node == 0 ||
			(frame.at < walk->words->n &&
				!dd_vocab_is_plain_joiner(self, &walk->words->items[frame.at]))) {
			try_word(walk, &frame);
			continue;
		}
		uint16_t before[MAX_JOINERS] = {0};
		for (size_t k = 0; k <= MAX_JOINERS && frame.at + k < walk->words->n; k++) {
			uint16_t fold = walk->words->items[frame.at + k].fold;
			bool tried = fold == before[0] || fold == before[1];
			for (uint32_t i = tried ? 0 : dd_vocab_first_child(self, frame.node, fold);
				i != 0; i = dd_vocab_node(self, i)->sibling) {
				if (dd_vocab_node(self, i)->fold != fold)
					break;
				try_child(walk, dd_vocab_node(self, i), &frame);
			}
			if (k == MAX_JOINERS || !dd_word_is_joiner(self, walk->words, frame.at + k))
				break;
			before[k] = fold;
		}
	}
}

static void
run(Walk *walk)
{
	if (walk->words->tokens->damage == DD_DAMAGE_NONE) {
		run_clean(walk);
		return;
	}
	while (walk->n > 0) {
		Frame frame = walk->stack[--walk->n];
		for (uint32_t i = dd_vocab_node(walk->vocab, frame.node)->child; i != 0;
			i = dd_vocab_node(walk->vocab, i)->sibling)
			try_child(walk, dd_vocab_node(walk->vocab, i), &frame);
	}
}

/* Returns: the node that the words of @head lead to, 0 none */
static uint32_t
find_node(const DdVocab *self, const char *head)
{
	g_auto(DdTokens) tokens = {0};
	uint32_t at = 0;
	dd_tokens_scan(&tokens, self->lexicon, DD_DAMAGE_NONE, head, 0, strlen(head));
	for (size_t i = 0; i < tokens.n; i++) {
		uint32_t child = dd_vocab_node(self, at)->child;
		while (child != 0 && dd_vocab_node(self, child)->word != tokens.items[i].word)
			child = dd_vocab_node(self, child)->sibling;
		if (child == 0)
			return 0;
		at = child;
	}
	return at;
}

/* Pushes the first words that word @at may be */
static void
push_first(Walk *walk, size_t at)
{
	const DdVocab *self = walk->vocab;
	const DdToken *word = &walk->words->items[at];
	DdDamage damage = walk->words->tokens->damage;
	if (damage != DD_DAMAGE_NONE && !(word->word != 0 && damage == DD_DAMAGE_LIGHT)) {
		if (!walk->words->misread[at].rooted)
			find_roots(self, walk->words, at);
		push_roots(walk, at);
		return;
	}
	Frame first = {.at = (uint32_t)at};
	if (damage == DD_DAMAGE_NONE) {
		walk->stack[walk->n++] = first;
		return;
	}
	for (uint32_t i = dd_vocab_first_child(self, 0, word->fold); i != 0;
		i = dd_vocab_node(self, i)->sibling) {
		if (dd_vocab_node(self, i)->fold != word->fold)
			break;
		try_child(walk, dd_vocab_node(self, i), &first);
	}
}

/* Only what is read before it is written is set: the stack is large. */
static void
begin_walk(Walk *walk, const DdVocab *self, const DdWords *words, uint32_t mask, DdVocabSeen *seen)
{
	walk->vocab = self;
	walk->words = words;
	walk->mask = mask;
	walk->seen = seen;
	walk->n = 0;
	seen->found = 0;
	seen->n = 0;
}

/* Was all that begins at word @at found before? */
static bool
is_known(const DdWords *words, size_t at, const DdVocabSeen *seen)
{
	return seen->at == at && words->tokens->damage == DD_DAMAGE_NONE;
}

/* Fills @seen with what begins at word @at, in damaged text only with the types of @mask. */
static void
look(const DdVocab *self, const DdWords *words, size_t at, uint32_t mask, DdVocabSeen *seen)
{
	Walk walk;
	begin_walk(&walk, self, words, words->tokens->damage == DD_DAMAGE_NONE ? UINT32_MAX : mask,
		seen);
	seen->at = at;
	push_first(&walk, at);
	run(&walk);
}

/* Returns: FALSE when nothing of @mask was found */
static bool
pick(const DdVocabSeen *seen, uint32_t mask, DdVocabHit *hit_out)
{
	const DdVocabHit *best = NULL;
	mask &= seen->found;
	for (; mask != 0; mask &= mask - 1) {
		const DdVocabHit *hit = &seen->best[__builtin_ctz(mask)];
		if (best == NULL || is_better(hit, best))
			best = hit;
	}
	if (best != NULL && hit_out != NULL)
		*hit_out = *best;
	return best != NULL;
}

bool
dd_vocab_match(const DdVocab *self, const DdWords *words, size_t at, uint32_t mask,
	DdVocabSeen *seen, DdVocabHit *hit_out)
{
	if ((dd_vocab_types_at(self, words, at) & mask) == 0)
		return false;
	if (!is_known(words, at, seen))
		look(self, words, at, mask, seen);
	return pick(seen, mask, hit_out);
}

bool
dd_vocab_match_behind(const DdVocab *self, const DdWords *words, size_t at, const char *head,
	uint32_t mask, DdVocabHit *hit_out)
{
	Walk walk;
	DdVocabSeen seen;
	uint32_t node = at < words->n ? find_node(self, head) : 0;
	if (node == 0)
		return false;
	begin_walk(&walk, self, words, mask, &seen);
	walk.stack[walk.n++] = (Frame){.node = node, .at = (uint32_t)at};
	run(&walk);
	return pick(&seen, mask, hit_out);
}

void
dd_vocab_match_two(const DdVocab *self, const DdWords *words, size_t at, const uint32_t masks[2],
	DdVocabSeen *seen, DdVocabHit hits_out[2])
{
	hits_out[0] = hits_out[1] = (DdVocabHit){0};
	if ((dd_vocab_types_at(self, words, at) & (masks[0] | masks[1])) == 0)
		return;
	if (!is_known(words, at, seen))
		look(self, words, at, masks[0] | masks[1], seen);
	(void)pick(seen, masks[0], &hits_out[0]);
	(void)pick(seen, masks[1], &hits_out[1]);
}

bool
dd_word_is_joiner(const DdVocab *vocab, const DdWords *self, size_t i)
{
	if (i >= self->n)
		return false;
	const DdToken *word = &self->items[i];
	if (self->misread == NULL || word->kind == DD_TOKEN_SIGN || word->word == vocab->and_word)
		return dd_vocab_is_plain_joiner(vocab, word);
	if (word->fold == vocab->and_fold) /* "va" is a word, but hardly one of offices */
		return true;
	if (self->tokens->damage == DD_DAMAGE_HEAVY || word->word != 0)
		return false;
	/* "nà", "vlà": a short unknown word that ends like "và" */
	const DdMisreadWord *misread = &self->misread[i];
	uint8_t a_grave = (uint8_t)(1u << 3 | 1u);
	return misread->n_glyphs >= 2 && misread->n_glyphs <= 3 &&
	       misread->glyphs[misread->n_glyphs - 1].fold == 'a' &&
	       misread->glyphs[misread->n_glyphs - 1].marks == a_grave;
}
