/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab.c: the tree of phrases and the cost of a misread word */
#include "vocab.h"

#include <string.h>

#include "maxima.h"
#include "syllable.h"

#define LONGEST_PHRASE 24
#define MAX_HEAD_WORDS 4
#define STACK 96
#define MAX_JOINERS 2 /* between two words: ", và" */
#define LATER_LETTERS 6u /* that count for the first words: they may be bad when the rest is good */
#define NO_MATCH DD_MISREAD_NONE
#define MAX_TORN 5 /* letters of the second part of a torn word that the first part does not tell */

/* A spelling of one word */
typedef struct {
	uint16_t word, fold;
	uint8_t n;
	DdGlyph glyphs[DD_MAX_GLYPHS];
} Spelling;

typedef struct {
	uint32_t spelling; /* index */
	uint32_t child, sibling;
	uint32_t entry; /* index + 1 of the first entry that ends here */
	uint32_t below; /* bare letters of the children: bit fold % 32 of each */
	uint32_t mask;       /* types of all entries at and under this node */
	uint16_t word, fold; /* of the spelling */
	uint8_t letters;     /* of the spelling */
	bool joiner;         /* a joiner stands before it */
} Node;

G_STATIC_ASSERT(sizeof(Node) == 32); /* two in a cache line */

G_STATIC_ASSERT(DD_VOCAB_LAST < 32);

/* From a node and the bare letters of a word to the first child with them: 24, 16 and 24 bits, 0 free */
typedef uint64_t Edge;

#define EDGE_NODE_BITS 24
#define EDGE_NODE_MASK ((UINT64_C(1) << EDGE_NODE_BITS) - 1)
G_STATIC_ASSERT((uint64_t)DD_MAX_UNITS * LONGEST_PHRASE < EDGE_NODE_MASK);

/* A child of the root in short, so that looking over all of them is cheap */
typedef struct {
	uint32_t node;
	char first, second; /* bare letters */
	uint8_t n;
} RootKey;

struct _DdVocab {
	DdLexicon *lexicon;
	GArray *root_keys;       /* RootKey */
	GArray *nodes;           /* Node, [0] the root */
	GArray *spellings;       /* Spelling */
	GArray *spelling_of;     /* uint32_t: index + 1 by word number */
	GArray *entries;         /* DdVocabEntry */
	GArray *by_fold;         /* uint32_t: first child of the root with this fold */
	Edge *edges;             /* of all other nodes; open addressing, a power of two, at most two thirds full */
	size_t n_edges, edges_used;
	GArray *masks;           /* uint32_t by fold: types of all entries that begin with it */
	GStringChunk *texts;
	uint16_t and_word, and_fold;
	DdTokens scratch; /* for adding */
	DdMisread misread;
};

DdVocab *
dd_vocab_new(DdLexicon *lexicon)
{
	DdVocab *self = g_new0(DdVocab, 1);
	Node root = {0};
	self->lexicon = lexicon;
	/* rooms for the catalogue, so that nothing is copied while it is read */
	self->nodes = g_array_sized_new(FALSE, FALSE, sizeof(Node), 6144);
	self->spellings = g_array_sized_new(FALSE, FALSE, sizeof(Spelling), 1536);
	self->entries = g_array_sized_new(FALSE, FALSE, sizeof(DdVocabEntry), 3072);
	self->root_keys = g_array_sized_new(FALSE, FALSE, sizeof(RootKey), 1024);
	self->by_fold = g_array_sized_new(FALSE, TRUE, sizeof(uint32_t), 1536);
	self->masks = g_array_sized_new(FALSE, TRUE, sizeof(uint32_t), 1536);
	self->spelling_of = g_array_new(FALSE, TRUE, sizeof(uint32_t));
	self->texts = g_string_chunk_new(65536);
	g_array_append_val(self->nodes, root);
	self->n_edges = 1u << 13; /* enough for the catalogue */
	self->edges = g_new0(Edge, self->n_edges);
	self->scratch = (DdTokens){.memo = dd_lexicon_get_memo(lexicon), .growing = true};
	self->and_word = dd_lexicon_add(lexicon, "và", strlen("và"));
	self->and_fold = dd_lexicon_get_fold(lexicon, self->and_word);
	dd_misread_init(&self->misread, false);
	return self;
}

void
dd_vocab_free(DdVocab *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->nodes);
	g_array_unref(self->spellings);
	g_array_unref(self->entries);
	g_array_unref(self->by_fold);
	g_array_unref(self->masks);
	g_free(self->edges);
	g_array_unref(self->root_keys);
	g_array_unref(self->spelling_of);
	g_string_chunk_free(self->texts);
	dd_tokens_clear(&self->scratch);
	g_free(self);
}

const DdLexicon *
dd_vocab_get_lexicon(const DdVocab *self)
{
	return self->lexicon;
}

/* @id: of the lexicon, 0 to be added */
static uint32_t
spelling_for(DdVocab *self, uint16_t id, const char *text, size_t len)
{
	if (id == 0)
		id = dd_lexicon_add(self->lexicon, text, len);
	if (self->spelling_of->len <= id)
		g_array_set_size(self->spelling_of, id + 512u);
	uint32_t *known = &g_array_index(self->spelling_of, uint32_t, id);
	if (*known != 0)
		return *known - 1;
	Spelling spelling = {.word = id, .fold = dd_lexicon_get_fold(self->lexicon, id)};
	spelling.n = dd_glyphs_read(spelling.glyphs, text, text + len);
	g_array_append_val(self->spellings, spelling);
	*known = self->spellings->len;
	return *known - 1;
}

static const Spelling *
spelling_at(const DdVocab *self, const Node *node)
{
	return &g_array_index(self->spellings, Spelling, node->spelling);
}

static const Node *
node_at(const DdVocab *self, uint32_t i)
{
	return &g_array_index(self->nodes, Node, i);
}

/* The place of an edge, or the free place where it is to stand */
static Edge *
find_edge(Edge *edges, size_t n, uint64_t key)
{
	size_t i = (size_t)(key * DD_WORD_KEY_FACTOR >> 32) & (n - 1);
	while (edges[i] != 0 && edges[i] >> EDGE_NODE_BITS != key)
		i = (i + 1) & (n - 1);
	return &edges[i];
}

static uint64_t
edge_key(uint32_t parent, uint16_t fold)
{
	return (uint64_t)parent << 16 | fold;
}

static void
add_edge(DdVocab *self, uint32_t parent, uint16_t fold, uint32_t node)
{
	if (++self->edges_used * 3 > self->n_edges * 2) {
		Edge *more = g_new0(Edge, self->n_edges * 2);
		for (size_t i = 0; i < self->n_edges; i++)
			if (self->edges[i] != 0)
				*find_edge(more, self->n_edges * 2, self->edges[i] >> EDGE_NODE_BITS) = self->edges[i];
		g_free(self->edges);
		self->edges = more;
		self->n_edges *= 2;
	}
	uint64_t key = edge_key(parent, fold);
	*find_edge(self->edges, self->n_edges, key) = key << EDGE_NODE_BITS | node;
}

/* The first child with these bare letters, 0 none; the others with them stand behind it */
static uint32_t
first_child(const DdVocab *self, uint32_t parent, uint16_t fold)
{
	if (parent == 0)
		return fold != 0 && fold < self->by_fold->len ? g_array_index(self->by_fold, uint32_t, fold) : 0;
	return (uint32_t)(*find_edge(self->edges, self->n_edges, edge_key(parent, fold)) & EDGE_NODE_MASK);
}

static void
add_root_key(DdVocab *self, const Node *node)
{
	const Spelling *spelling = spelling_at(self, node);
	RootKey key = {self->nodes->len, spelling->glyphs[0].fold,
		spelling->n > 1 ? spelling->glyphs[1].fold : '\0', spelling->n};
	g_array_append_val(self->root_keys, key);
	if (self->by_fold->len <= node->fold)
		g_array_set_size(self->by_fold, node->fold + 1u);
}

static uint32_t
fold_bit(uint16_t fold)
{
	return UINT32_C(1) << fold % 32;
}

static uint32_t
add_child(DdVocab *self, uint32_t parent, uint32_t first, Node node)
{
	uint32_t added = self->nodes->len;
	if (parent == 0)
		add_root_key(self, &node);
	if (first != 0) {
		Node *there = &g_array_index(self->nodes, Node, first);
		node.sibling = there->sibling;
		there->sibling = added;
	} else {
		Node *above = &g_array_index(self->nodes, Node, parent);
		node.sibling = above->child;
		above->child = added;
		if (parent == 0)
			g_array_index(self->by_fold, uint32_t, node.fold) = added;
		else
			add_edge(self, parent, node.fold, added);
		above->below |= fold_bit(node.fold);
	}
	g_array_append_val(self->nodes, node);
	return added;
}

/* Types of the phrases that begin with these bare letters */
static uint32_t
mask_of(const DdVocab *self, uint16_t fold)
{
	return fold < self->masks->len ? g_array_index(self->masks, uint32_t, fold) : 0;
}

static uint32_t
child_for(DdVocab *self, uint32_t parent, uint32_t spelling, bool joiner)
{
	const Spelling *word = &g_array_index(self->spellings, Spelling, spelling);
	uint16_t fold = word->fold;
	uint32_t first = first_child(self, parent, fold);
	for (uint32_t i = first; i != 0 && node_at(self, i)->fold == fold; i = node_at(self, i)->sibling)
		if (node_at(self, i)->spelling == spelling && node_at(self, i)->joiner == joiner)
			return i;
	Node node = {.spelling = spelling, .word = word->word, .fold = fold, .letters = word->n, .joiner = joiner};
	return add_child(self, parent, first, node);
}

static void
add_entry(DdVocab *self, uint32_t at, DdVocabType type, const char *text, const char *kind, bool own)
{
	Node *node = &g_array_index(self->nodes, Node, at);
	DdVocabEntry entry = {.text = g_string_chunk_insert(self->texts, text),
		.kind = kind,
		.type = (uint8_t)type,
		.own = own,
		.next = node->entry};
	g_array_append_val(self->entries, entry);
	node->entry = self->entries->len;
}

/* Returns: the head that ends at the node, when @text begins with it and a blank follows; NULL when none does */
static const char *
head_at(const DdVocab *self, uint32_t at, const char *text)
{
	for (uint32_t i = node_at(self, at)->entry; i != 0;) {
		const DdVocabEntry *entry = &g_array_index(self->entries, DdVocabEntry, i - 1);
		size_t len = strlen(entry->text);
		if (entry->type == DD_VOCAB_HEAD && strncmp(text, entry->text, len) == 0 && text[len] == ' ')
			return entry->text;
		i = entry->next;
	}
	return NULL;
}

const char *
dd_vocab_add(DdVocab *self, DdVocabType type, const char *text, const char *kind, bool own)
{
	uint32_t path[LONGEST_PHRASE], at = 0;
	size_t n = 0;
	DdTokens *tokens = &self->scratch;
	bool joiner = false;
	const char *longest = NULL;
	dd_tokens_scan(tokens, self->lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	for (size_t i = 0; i < tokens->n; i++) {
		const DdToken *token = &tokens->items[i];
		if (token->kind == DD_TOKEN_SIGN ||
			(token->word == self->and_word && n > 0 && i + 1 < tokens->n)) {
			joiner = n > 0;
			continue;
		}
		if (n == LONGEST_PHRASE)
			return longest;
		at = child_for(self, at, 
			spelling_for(self, token->word, text + token->start, token->len), joiner);
		path[n++] = at;
		joiner = false;
		const char *head = n <= MAX_HEAD_WORDS ? head_at(self, at, text) : NULL;
		longest = head != NULL ? head : longest;
	}
	if (n == 0)
		return NULL;
	add_entry(self, at, type, text, kind, own);
	uint16_t fold = node_at(self, path[0])->fold;
	if (self->masks->len <= fold)
		g_array_set_size(self->masks, fold + 1u);
	g_array_index(self->masks, uint32_t, fold) |= DD_VOCAB_BIT(type);
	for (size_t i = 0; i < n; i++)
		g_array_index(self->nodes, Node, path[i]).mask |= DD_VOCAB_BIT(type);
	return longest;
}

bool
dd_vocab_may_begin(const DdVocab *self, const DdTokens *tokens, size_t at, uint32_t mask)
{
	const DdToken *token = &tokens->items[at];
	uint32_t i = first_child(self, 0, token->fold);
	if (tokens->damage != DD_DAMAGE_NONE && token->word == 0 && token->kind != DD_TOKEN_SIGN &&
		token->len <= 14)
		return tokens->damage == DD_DAMAGE_HEAVY || (token->flags & DD_TOKEN_CAP) != 0 ||
		       !dd_syllable_is_valid(tokens->text + token->start, token->len);
	if (i == 0)
		return false;
	for (; i != 0; i = node_at(self, i)->sibling) {
		const Node *node = node_at(self, i);
		if (node->fold != token->fold)
			break;
		if ((node->mask & mask) == 0)
			continue;
		bool trusted = node->word == token->word || (token->flags & DD_TOKEN_CAP) != 0;
		if (trusted || tokens->damage != DD_DAMAGE_NONE)
			return true;
	}
	return false;
}

/* As dd_word_is_joiner, of a word that is surely what it says */
static bool
is_plain_joiner(const DdVocab *self, const DdToken *word)
{
	if (word->kind == DD_TOKEN_SIGN)
		return word->value == ',' || word->value == '-' || word->value == '&' || word->value == '/';
	return word->word == self->and_word;
}

static unsigned
distance(const DdVocab *self, const DdGlyph *text, size_t n, const Spelling *word, unsigned cap)
{
	return dd_misread_distance(&self->misread, text, n, word->glyphs, word->n, cap);
}

/* A misread word mostly keeps its first letter or a likeness of it. */
static bool
may_be(const DdVocab *self, DdDamage damage, const DdMisreadWord *word, const RootKey *key)
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
word_cost(const DdVocab *self, const DdWords *words, size_t at, const Node *node)
{
	const DdToken *word = &words->items[at];
	DdDamage damage = words->tokens->damage;
	if (word->word == node->word && word->word != 0)
		return 0;
	bool same = word->fold == node->fold && word->fold != 0;
	if (damage == DD_DAMAGE_NONE)
		return same ? DD_VOCAB_MARK_COST : NO_MATCH;
	const DdMisreadWord *misread = &words->misread[at];
	const Spelling *spelling = spelling_at(self, node);
	if (damage == DD_DAMAGE_LIGHT) {
		if (word->word != 0)
			return same ? 11 : NO_MATCH;
		if (same)
			return 2;
		unsigned cost = spelling->n < 2
					? NO_MATCH
					: distance(self, misread->glyphs, misread->n_glyphs, spelling, 11);
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
offer(Walk *walk, const Node *node, const Frame *frame)
{
	DdVocabSeen *seen = walk->seen;
	if (frame->cost > budget(walk->words->tokens->damage, frame->letters))
		return;
	DdVocabHit hit = {NULL, frame->at, frame->cost, (int)frame->letters * 10 - (int)frame->cost * 3, 0};
	for (uint32_t i = node->entry; i != 0; i = hit.entry->next) {
		hit.entry = &g_array_index(walk->vocab->entries, DdVocabEntry, i - 1);
		hit.order = seen->n++;
		uint32_t type = DD_VOCAB_BIT(hit.entry->type);
		DdVocabHit *best = &seen->best[hit.entry->type];
		if ((type & walk->mask) != 0 && ((type & seen->found) == 0 || is_better(&hit, best)))
			*best = hit;
		seen->found |= type & walk->mask;
	}
}

static void
push(Walk *walk, const Node *node, Frame frame)
{
	if (frame.cost > budget(walk->words->tokens->damage, frame.letters + LATER_LETTERS))
		return;
	if (node->entry != 0)
		offer(walk, node, &frame);
	if (node->child != 0 && walk->n < STACK && frame.depth < LONGEST_PHRASE) {
		frame.node = (uint32_t)(node - (const Node *)(const void *)walk->vocab->nodes->data);
		walk->stack[walk->n++] = frame;
	}
}

/* A word torn by a blank: "Tr uyền". Returns: cost, NO_MATCH when it is none */
static unsigned
torn_cost(const DdVocab *self, const DdWords *words, size_t at, const Spelling *spelling)
{
	const DdMisreadWord *a = &words->misread[at], *b = a + 1;
	Spelling joined = {0};
	if (at + 1 >= words->n || words->items[at + 1].kind == DD_TOKEN_SIGN || words->items[at].kind == DD_TOKEN_SIGN ||
		spelling->n < 4 || a->n_glyphs > 3 || a->glyphs[0].fold != spelling->glyphs[0].fold ||
		a->n_glyphs + b->n_glyphs > DD_MAX_GLYPHS)
		return NO_MATCH;
	memcpy(joined.glyphs, a->glyphs, a->n_glyphs * sizeof(DdGlyph));
	memcpy(joined.glyphs + a->n_glyphs, b->glyphs, b->n_glyphs * sizeof(DdGlyph));
	unsigned cost = distance(
		self, joined.glyphs, (size_t)a->n_glyphs + b->n_glyphs, spelling, 2u * spelling->n);
	return cost == NO_MATCH ? NO_MATCH : cost + 4;
}

static void
try_child(Walk *walk, const Node *node, const Frame *from)
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
		word = torn_cost(walk->vocab, words, at, spelling_at(walk->vocab, node));
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
	for (guint k = 0; k < self->root_keys->len && word->n_glyphs > 0; k++) {
		const RootKey *key = &g_array_index(self->root_keys, RootKey, k);
		uint32_t i = key->node;
		if (key->n > word->n_glyphs + 2 + MAX_TORN || word->n_glyphs > key->n + 2 ||
			!may_be(self, damage, word, key))
			continue;
		const Node *node = node_at(self, i);
		unsigned cost = word_cost(self, words, at, node);
		bool torn = cost == NO_MATCH && damage == DD_DAMAGE_HEAVY;
		if (torn)
			cost = torn_cost(self, words, at, spelling_at(self, node));
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
		const Node *node = node_at(walk->vocab, root->node);
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
	for (guint k = 0; k < self->root_keys->len && word->n_glyphs > 0; k++) {
		const RootKey *key = &g_array_index(self->root_keys, RootKey, k);
		if (!may_be(self, words->tokens->damage, word, key))
			continue;
		const Node *node = node_at(self, key->node);
		if ((node->mask & mask) != 0 && (word_cost(self, words, at, node) != NO_MATCH || word->n_glyphs <= 3))
			return true;
	}
	return false;
}

/* In clean text: may a child of @node be word @at, or one behind joiners there? Of most nodes none is */
static bool
may_go_on(const Walk *walk, const Node *node, size_t at)
{
	size_t end = MIN(walk->words->n, at + 1 + MAX_JOINERS);
	for (; node->child != 0 && at < end; at++) {
		const DdToken *word = &walk->words->items[at];
		if ((node->below & fold_bit(word->fold)) != 0)
			return true;
		if (!is_plain_joiner(walk->vocab, word))
			return false;
	}
	return false;
}

/* Tries the children with the bare letters of the next word, which is no joiner, in clean text. */
static void
try_word(Walk *walk, const Frame *frame)
{
	const DdVocab *self = walk->vocab;
	const Node *nodes = node_at(self, 0);
	const DdToken *word = &walk->words->items[frame->at];
	uint32_t first = word->fold != 0 ? first_child(self, frame->node, word->fold) : 0;
	for (uint32_t i = first, next; i != 0 && nodes[i].fold == word->fold; i = next) {
		const Node *node = &nodes[i];
		next = node->sibling;
		unsigned cost = frame->cost + (node->joiner && frame->depth > 0 ? 1u : 0u) +
				(node->word == word->word ? 0u : DD_VOCAB_MARK_COST);
		Frame behind = {.node = i,
			.at = frame->at + 1,
			.cost = (uint16_t)cost,
			.letters = (uint16_t)(frame->letters + node->letters),
			.depth = frame->depth + 1};
		if (cost > 0 && cost > budget(DD_DAMAGE_NONE, behind.letters + LATER_LETTERS))
			continue;
		if (node->entry != 0)
			offer(walk, node, &behind);
		if (may_go_on(walk, node, behind.at) && walk->n < STACK && behind.depth < LONGEST_PHRASE)
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
		if (frame.at < walk->words->n && !is_plain_joiner(self, &walk->words->items[frame.at])) {
			try_word(walk, &frame);
			continue;
		}
		uint16_t before[MAX_JOINERS] = {0};
		for (size_t k = 0; k <= MAX_JOINERS && frame.at + k < walk->words->n; k++) {
			uint16_t fold = walk->words->items[frame.at + k].fold;
			bool tried = fold == before[0] || fold == before[1];
			for (uint32_t i = tried ? 0 : first_child(self, frame.node, fold); i != 0; i = node_at(self, i)->sibling) {
				if (node_at(self, i)->fold != fold)
					break;
				try_child(walk, node_at(self, i), &frame);
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
		for (uint32_t i = node_at(walk->vocab, frame.node)->child; i != 0; i = node_at(walk->vocab, i)->sibling)
			try_child(walk, node_at(walk->vocab, i), &frame);
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
		uint32_t child = node_at(self, at)->child;
		while (child != 0 && node_at(self, child)->word != tokens.items[i].word)
			child = node_at(self, child)->sibling;
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
		try_word(walk, &first);
		return;
	}
	for (uint32_t i = first_child(self, 0, word->fold); i != 0; i = node_at(self, i)->sibling) {
		if (node_at(self, i)->fold != word->fold)
			break;
		try_child(walk, node_at(self, i), &first);
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
	begin_walk(&walk, self, words, words->tokens->damage == DD_DAMAGE_NONE ? UINT32_MAX : mask, seen);
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
	for (unsigned type = 0; mask >> type != 0; type++)
		if ((mask >> type & 1) != 0 && (best == NULL || is_better(&seen->best[type], best)))
			best = &seen->best[type];
	if (best != NULL && hit_out != NULL)
		*hit_out = *best;
	return best != NULL;
}

uint32_t
dd_vocab_types_at(const DdVocab *self, const DdWords *words, size_t at)
{
	if (at >= words->n)
		return 0;
	return words->tokens->damage == DD_DAMAGE_NONE ? mask_of(self, words->items[at].fold) : UINT32_MAX;
}

bool
dd_vocab_match(const DdVocab *self, const DdWords *words, size_t at, uint32_t mask, DdVocabSeen *seen, DdVocabHit *hit_out)
{
	if ((dd_vocab_types_at(self, words, at) & mask) == 0)
		return false;
	if (!is_known(words, at, seen))
		look(self, words, at, mask, seen);
	return pick(seen, mask, hit_out);
}

bool
dd_vocab_match_behind(const DdVocab *self, const DdWords *words, size_t at, const char *head, uint32_t mask, DdVocabHit *hit_out)
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
dd_vocab_match_two(const DdVocab *self, const DdWords *words, size_t at, const uint32_t masks[2], DdVocabSeen *seen,
	DdVocabHit hits_out[2])
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
		return is_plain_joiner(vocab, word);
	if (self->tokens->damage == DD_DAMAGE_HEAVY)
		return word->fold == vocab->and_fold;
	if (word->word != 0)
		return false;
	/* "nà", "vlà": a short unknown word that ends like "và" */
	const DdMisreadWord *misread = &self->misread[i];
	uint8_t a_grave = (uint8_t)(1u << 3 | 1u);
	return misread->n_glyphs >= 2 && misread->n_glyphs <= 3 &&
	       misread->glyphs[misread->n_glyphs - 1].fold == 'a' &&
	       misread->glyphs[misread->n_glyphs - 1].marks == a_grave;
}
