/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "phrase.h"

#include <string.h>

#define LONGEST_PHRASE 24

#define MOST_ROWS (UINT16_MAX / LONGEST_PHRASE)

/* A phrase; rows with the same bare words hang together by @next. */
typedef struct DdPhraseRow {
	uint32_t words; /* index of its first word */
	int value;
	uint16_t next; /* index + 1 of another row with the same bare words, 0: none */
	uint8_t n;     /* words */
} Row;

#define NO_WORD UINT16_MAX /* the lexicon has fewer words */

/* A node of the tree over bare words; children are a list of siblings. */
typedef struct DdPhraseNode {
	uint64_t hints; /* DD_PHRASE_HINT of all children: most words are no child, and this tells at once */
	uint16_t fold, word; /* @word: the same with its marks; NO_WORD where phrases differ in them */
	uint16_t child, sibling; /* index, 0: none */
	uint16_t row;            /* index + 1 of the first row that ends here, 0: none */
	int value;               /* of that row: at hand without it */
} Node;

#define VALUE_BIT(value) ((value) < 64 ? UINT64_C(1) << (value) : UINT64_MAX)

/* Thousands are added before the first document is read: without a call for each */
static uint16_t
add_node(DdPhrases *self, Node node)
{
	if (self->n_nodes == self->nodes_room) {
		self->nodes_room *= 2;
		self->nodes = g_renew(Node, self->nodes, self->nodes_room);
	}
	self->nodes[self->n_nodes] = node;
	return (uint16_t)self->n_nodes++;
}

static void
add_word(DdPhrases *self, uint16_t word)
{
	if (self->n_words == self->words_room) {
		self->words_room *= 2;
		self->words = g_renew(uint16_t, self->words, self->words_room);
	}
	self->words[self->n_words++] = word;
}

static DdPhraseRoot *
find_or_add_root(DdPhrases *self, uint16_t fold)
{
	if (self->root_of->len <= fold)
		g_array_set_size(self->root_of, fold + 1u);
	uint16_t *index = &g_array_index(self->root_of, uint16_t, fold);
	if (*index == 0)
		*index = self->n_roots++; /* there is room for a root of each row */
	return &self->roots[*index];
}

/* @word: with the marks of the phrase, @fold: without */
static uint16_t
find_or_add_child(DdPhrases *self, uint16_t parent, uint16_t word, uint16_t fold)
{
	uint16_t *first;
	if (parent == 0) {
		first = &find_or_add_root(self, fold)->node;
	} else {
		first = &self->nodes[parent].child;
		self->nodes[parent].hints |= DD_PHRASE_HINT(fold);
	}
	for (uint16_t i = *first; i != 0; i = self->nodes[i].sibling) {
		Node *known = &self->nodes[i];
		if (known->fold != fold)
			continue;
		known->word = known->word == word ? word : NO_WORD;
		return i;
	}
	Node node = {.fold = fold, .word = word, .sibling = *first};
	*first = (uint16_t)self->n_nodes; /* before the nodes may move, and @first with them */
	return add_node(self, node);
}

/* Is the row at hand, the last one, spelled as one of those that end in the same node? */
static bool
is_double(const DdPhrases *self, const Row *row, uint16_t other)
{
	for (; other != 0; other = self->rows[other - 1].next)
		if (memcmp(&self->words[row->words], &self->words[self->rows[other - 1].words],
			    row->n * sizeof(uint16_t)) == 0)
			return true;
	return false;
}

static void
add_row(DdPhrases *self, DdLexicon *lexicon, DdTokens *scratch, const DdPhrase *phrase)
{
	Row row = {.words = self->n_words, .value = phrase->value};
	dd_tokens_scan(scratch, lexicon, DD_DAMAGE_NONE, phrase->text, 0, strlen(phrase->text));
	g_return_if_fail(scratch->n > 0 && scratch->n <= LONGEST_PHRASE);
	uint16_t node = 0;
	for (size_t i = 0; i < scratch->n; i++) {
		const DdToken *token = &scratch->items[i];
		uint16_t id = token->word != 0 ? token->word
					       : dd_lexicon_add(lexicon,
							 phrase->text + token->start, token->len);
		add_word(self, id);
		row.n++;
		node = find_or_add_child(self, node, id, dd_lexicon_get_fold(lexicon, id));
	}
	uint16_t first = self->words[row.words];
	find_or_add_root(self, dd_lexicon_get_fold(lexicon, first))->values |= VALUE_BIT(phrase->value);
	Node *last = &self->nodes[node];
	g_return_if_fail(!is_double(self, &row, last->row)); /* one of the two would never count */
	row.next = last->row;
	self->rows[self->n_rows++] = row;
	last->row = self->n_rows;
	last->value = row.value;
}

/* When all phrases are there */
static void
fill_hints(DdPhrases *self)
{
	for (size_t i = 0; i < self->n_roots; i++) {
		DdPhraseRoot *root = &self->roots[i];
		const Node *node = &self->nodes[root->node];
		root->hints = node->row != 0 ? UINT64_MAX : node->hints;
	}
	self->all_root_of = &g_array_index(self->root_of, uint16_t, 0);
	self->n_folds = self->root_of->len;
}

DdPhrases *
dd_phrases_new(DdLexicon *lexicon, const DdPhrase *rows, size_t n)
{
	g_return_val_if_fail(n <= MOST_ROWS, NULL);
	DdPhrases *self = g_new0(DdPhrases, 1);
	Node none = {0};
	g_auto(DdTokens) scratch = {.memo = dd_lexicon_get_memo(lexicon), .growing = true};
	self->rows = g_new(Row, n);
	self->roots = g_new0(DdPhraseRoot, n + 1);
	self->n_roots = 1;
	self->nodes_room = self->words_room = (uint32_t)(3 * n) + 1;
	self->words = g_new(uint16_t, self->words_room);
	self->nodes = g_new(Node, self->nodes_room);
	self->root_of = g_array_sized_new(
		FALSE, TRUE, sizeof(uint16_t), dd_lexicon_get_fold_count(lexicon) + 256u);
	(void)add_node(self, none);
	for (size_t i = 0; i < n; i++)
		add_row(self, lexicon, &scratch, &rows[i]);
	fill_hints(self);
	return self;
}

void
dd_phrases_free(DdPhrases *self)
{
	if (self == NULL)
		return;
	g_free(self->rows);
	g_free(self->roots);
	g_free(self->words);
	g_free(self->nodes);
	g_array_unref(self->root_of);
	g_free(self);
}

/* Words that may miss their marks */
static unsigned
misses_allowed(DdDamage damage, size_t n)
{
	if (damage == DD_DAMAGE_HEAVY)
		return (unsigned)n;
	if (damage == DD_DAMAGE_LIGHT)
		return n >= 2 ? 1 : 0;
	return n >= 3 ? 1 : 0;
}

/* Of the rows with these bare words, the one with the most marks right. Returns: its value, -1 none good enough */
static int
best_row(const DdPhrases *self, uint16_t row, const DdToken *items, DdDamage damage)
{
	int value = -1;
	unsigned best = LONGEST_PHRASE + 1;
	while (row != 0) {
		const Row *r = &self->rows[row - 1];
		const uint16_t *words = &self->words[r->words];
		unsigned allowed = misses_allowed(damage, r->n), misses = 0;
		for (size_t i = 0; i < r->n && misses <= allowed; i++)
			misses += items[i].word != words[i];
		if (misses == 0)
			return r->value;
		if (misses < best && misses <= allowed) {
			value = r->value;
			best = misses;
		}
		row = r->next;
	}
	return value;
}

/* Returns: the child of @parent for the bare word @fold, 0 none */
static inline uint16_t
find_child(const Node *nodes, const Node *parent, uint16_t fold)
{
	if ((parent->hints & DD_PHRASE_HINT(fold)) == 0)
		return 0;
	uint16_t child = parent->child;
	while (child != 0 && nodes[child].fold != fold)
		child = nodes[child].sibling;
	return child;
}

int
dd_phrases_match_from(
	const DdPhrases *self, const DdTokens *tokens, size_t at, uint16_t node, size_t *len_out)
{
	const Node *nodes = self->nodes;
	const DdToken *first = &tokens->items[at], *item = first, *behind = first;
	int found = -1;
	bool exact = true; /* all marks are right, as mostly they are: no row can be better than the first */
	while (node != 0) {
		const Node *here = &nodes[node];
		exact = exact && item->word == here->word;
		item++; /* behind the last token stands one of fold 0, which is no child */
		int value = here->row == 0 ? -1
			    : exact        ? here->value
					   : best_row(self, here->row, first, tokens->damage);
		if (value >= 0) {
			found = value;
			behind = item;
		}
		node = find_child(nodes, here, item->fold);
	}
	if (found >= 0 && len_out != NULL)
		*len_out = (size_t)(behind - first);
	return found;
}

int
dd_phrases_search(const DdPhrases *self, const DdTokens *tokens, size_t from, size_t to,
	size_t *at_out, size_t *len_out)
{
	to = MIN(to, tokens->n);
	for (size_t i = from; (i = dd_phrases_next(self, tokens, i, to, UINT64_MAX)) < to; i++) {
		size_t len = 0;
		int value = dd_phrases_match(self, tokens, i, &len);
		if (value >= 0 && i + len <= to) {
			if (at_out != NULL)
				*at_out = i;
			if (len_out != NULL)
				*len_out = len;
			return value;
		}
	}
	return -1;
}

bool
dd_phrases_has(const DdPhrases *self, const DdTokens *tokens, size_t from, size_t to, int value)
{
	to = MIN(to, tokens->n);
	for (size_t i = from; (i = dd_phrases_next(self, tokens, i, to, VALUE_BIT(value))) < to; i++) {
		size_t len = 0;
		if (dd_phrases_match(self, tokens, i, &len) == value && i + len <= to)
			return true;
	}
	return false;
}
