/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab.c: the tree of phrases is made, and tells what may begin at a word */
#include "vocab-tree.h"

#include <string.h>

#include "syllable.h"

#define MAX_HEAD_WORDS 4

#define FIRST_EDGES 64u

/* Returns: @items with room for one behind @n */
static void *
make_room(void *items, uint32_t n, size_t size)
{
	return (n & (n - 1)) == 0 ? g_realloc_n(items, MAX(2 * (gsize)n, 1), size) : items;
}

/* Returns: (transfer full) a copy with the room that make_room counts on */
static void *
copy(const void *items, uint32_t n, size_t size)
{
	gsize room = 1;
	while (room < n)
		room *= 2;
	void *copied = g_malloc_n(room, size);
	memcpy(copied, items, n * size);
	return copied;
}

/* Returns: the place of number @i in an array by number, which is 0 where nothing was put */
static uint32_t *
place_of(uint32_t **items, uint32_t *n, uint32_t i)
{
	if (i >= *n) {
		uint32_t more = i + i / 2 + 256;
		*items = g_renew(uint32_t, *items, more);
		memset(*items + *n, 0, (more - *n) * sizeof(uint32_t));
		*n = more;
	}
	return &(*items)[i];
}

static void
add_node(DdVocabTables *tables, DdVocabNode node)
{
	tables->nodes = make_room(tables->nodes, tables->n_nodes, sizeof(DdVocabNode));
	tables->nodes[tables->n_nodes++] = node;
}

/* Before a phrase is added */
static void
own_tables(DdVocab *self)
{
	DdVocabTables *to = &self->tables;
	if (self->own)
		return;
	self->own = true;
	to->nodes = copy(to->nodes, to->n_nodes, sizeof(DdVocabNode));
	to->entries = copy(to->entries, to->n_entries, sizeof(DdVocabEntry));
	to->spellings = copy(to->spellings, to->n_spellings, sizeof(DdVocabSpelling));
	to->root_keys = copy(to->root_keys, to->n_root_keys, sizeof(DdVocabRootKey));
	to->spelling_of = copy(to->spelling_of, to->n_spelling_of, sizeof(uint32_t));
	to->by_fold = copy(to->by_fold, to->n_by_fold, sizeof(uint32_t));
	to->masks = copy(to->masks, to->n_masks, sizeof(uint32_t));
	to->edges = copy(to->edges, to->n_edges, sizeof(DdVocabEdge));
}

DdVocab *
dd_vocab_new(DdLexicon *lexicon, const DdVocabTables *tables)
{
	DdVocab *self = g_new0(DdVocab, 1);
	DdVocabNode root = {0};
	self->lexicon = lexicon;
	if (tables != NULL) {
		self->tables = *tables;
	} else {
		self->own = true;
		self->tables.n_edges = FIRST_EDGES;
		self->tables.edges = g_new0(DdVocabEdge, FIRST_EDGES);
		add_node(&self->tables, root);
	}
	self->scratch = (DdTokens){.memo = dd_lexicon_get_memo(lexicon), .growing = true};
	self->and_word = dd_lexicon_add(lexicon, "và", strlen("và"));
	self->and_fold = dd_lexicon_get_fold(lexicon, self->and_word);
	dd_misread_init(&self->misread, false);
	return self;
}

static void
free_tables(DdVocabTables *tables)
{
	g_free(tables->nodes);
	g_free(tables->entries);
	g_free(tables->spellings);
	g_free(tables->root_keys);
	g_free(tables->spelling_of);
	g_free(tables->by_fold);
	g_free(tables->masks);
	g_free(tables->edges);
}

void
dd_vocab_free(DdVocab *self)
{
	if (self == NULL)
		return;
	if (self->own)
		free_tables(&self->tables);
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
	DdVocabTables *tables = &self->tables;
	if (id == 0)
		id = dd_lexicon_add(self->lexicon, text, len);
	uint32_t *known = place_of(&tables->spelling_of, &tables->n_spelling_of, id);
	if (*known != 0)
		return *known - 1;
	DdVocabSpelling spelling = {.word = id, .fold = dd_lexicon_get_fold(self->lexicon, id)};
	spelling.n = dd_glyphs_read(spelling.glyphs, text, text + len);
	tables->spellings = make_room(tables->spellings, tables->n_spellings, sizeof(DdVocabSpelling));
	tables->spellings[tables->n_spellings++] = spelling;
	*known = tables->n_spellings;
	return *known - 1;
}

static void
add_edge(DdVocabTables *tables, uint32_t parent, uint16_t fold, uint32_t node)
{
	if (++tables->edges_used * 3 > tables->n_edges * 2) {
		uint32_t n = tables->n_edges * 2;
		DdVocabEdge *more = g_new0(DdVocabEdge, n);
		for (size_t i = 0; i < tables->n_edges; i++)
			if (tables->edges[i] != 0)
				*dd_vocab_find_edge(more, n,
					tables->edges[i] >> DD_VOCAB_EDGE_BITS) = tables->edges[i];
		g_free(tables->edges);
		tables->edges = more;
		tables->n_edges = n;
	}
	uint64_t key = dd_vocab_edge_key(parent, fold);
	*dd_vocab_find_edge(tables->edges, tables->n_edges, key) = key << DD_VOCAB_EDGE_BITS | node;
}

static void
add_root_key(DdVocab *self, const DdVocabNode *node)
{
	DdVocabTables *tables = &self->tables;
	const DdVocabSpelling *spelling = dd_vocab_spelling(self, node);
	DdVocabRootKey key = {tables->n_nodes, spelling->glyphs[0].fold,
		spelling->n > 1 ? spelling->glyphs[1].fold : '\0', spelling->n};
	tables->root_keys = make_room(tables->root_keys, tables->n_root_keys, sizeof(DdVocabRootKey));
	tables->root_keys[tables->n_root_keys++] = key;
}

static uint32_t
add_child(DdVocab *self, uint32_t parent, uint32_t first, DdVocabNode node)
{
	DdVocabTables *tables = &self->tables;
	uint32_t added = tables->n_nodes;
	if (parent == 0)
		add_root_key(self, &node);
	if (first != 0) {
		DdVocabNode *there = &tables->nodes[first];
		node.sibling = there->sibling;
		there->sibling = added;
	} else {
		DdVocabNode *above = &tables->nodes[parent];
		node.sibling = above->child;
		above->child = added;
		if (parent == 0)
			*place_of(&tables->by_fold, &tables->n_by_fold, node.fold) = added;
		else
			add_edge(tables, parent, node.fold, added);
		above->below |= dd_vocab_fold_bit(node.fold);
	}
	add_node(tables, node);
	return added;
}

static uint32_t
child_for(DdVocab *self, uint32_t parent, uint32_t spelling, bool joiner)
{
	const DdVocabSpelling *word = &self->tables.spellings[spelling];
	uint16_t fold = word->fold;
	uint32_t first = dd_vocab_first_child(self, parent, fold);
	for (uint32_t i = first; i != 0 && dd_vocab_node(self, i)->fold == fold;
		i = dd_vocab_node(self, i)->sibling)
		if (dd_vocab_node(self, i)->spelling == spelling &&
			dd_vocab_node(self, i)->joiner == joiner)
			return i;
	DdVocabNode node = {.spelling = spelling,
		.word = word->word,
		.fold = fold,
		.letters = word->n,
		.joiner = joiner};
	return add_child(self, parent, first, node);
}

static void
add_entry(DdVocabTables *tables, uint32_t at, DdVocabType type, const char *text, const char *kind,
	bool own)
{
	DdVocabNode *node = &tables->nodes[at];
	DdVocabEntry entry = {
		.text = text, .kind = kind, .type = (uint8_t)type, .own = own, .next = node->entry};
	tables->entries = make_room(tables->entries, tables->n_entries, sizeof(DdVocabEntry));
	tables->entries[tables->n_entries++] = entry;
	node->entry = tables->n_entries;
}

/* Returns: the head that ends at the node, when @text begins with it and a blank follows; NULL when none does */
static const char *
head_at(const DdVocab *self, uint32_t at, const char *text)
{
	for (uint32_t i = dd_vocab_node(self, at)->entry; i != 0;) {
		const DdVocabEntry *entry = &self->tables.entries[i - 1];
		size_t len = strlen(entry->text);
		if (entry->type == DD_VOCAB_HEAD && strncmp(text, entry->text, len) == 0 &&
			text[len] == ' ')
			return entry->text;
		i = entry->next;
	}
	return NULL;
}

const char *
dd_vocab_add(DdVocab *self, DdVocabType type, const char *text, const char *kind, bool own)
{
	uint32_t path[DD_VOCAB_LONGEST], at = 0;
	size_t n = 0;
	DdTokens *tokens = &self->scratch;
	bool joiner = false;
	const char *longest = NULL;
	own_tables(self);
	dd_tokens_scan(tokens, self->lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	for (size_t i = 0; i < tokens->n; i++) {
		const DdToken *token = &tokens->items[i];
		if (token->kind == DD_TOKEN_SIGN ||
			(token->word == self->and_word && n > 0 && i + 1 < tokens->n)) {
			joiner = n > 0;
			continue;
		}
		if (n == DD_VOCAB_LONGEST)
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
	DdVocabTables *tables = &self->tables;
	add_entry(tables, at, type, text, kind, own);
	uint16_t fold = tables->nodes[path[0]].fold;
	*place_of(&tables->masks, &tables->n_masks, fold) |= DD_VOCAB_BIT(type);
	for (size_t i = 0; i < n; i++)
		tables->nodes[path[i]].mask |= DD_VOCAB_BIT(type);
	return longest;
}

/* Does a phrase of @mask end at the node? */
static bool
ends_phrase(const DdVocab *self, const DdVocabNode *node, uint32_t mask)
{
	for (uint32_t i = node->entry; i != 0; i = self->tables.entries[i - 1].next)
		if ((DD_VOCAB_BIT(self->tables.entries[i - 1].type) & mask) != 0)
			return true;
	return false;
}

/* Returns: FALSE when the word or joiner at @at, in clean text, surely leads to no child of node @parent with a type of @mask */
static bool
goes_on(const DdVocab *self, uint32_t parent, const DdTokens *tokens, size_t at, uint32_t mask)
{
	const DdToken *next = &tokens->items[at]; /* behind the last one stands another of fold 0 */
	const DdVocabNode *node = dd_vocab_node(self, parent);
	if (node->child != 0 && dd_vocab_is_plain_joiner(self, next))
		return true;
	if ((node->below & dd_vocab_fold_bit(next->fold)) == 0)
		return false;
	uint32_t i = dd_vocab_first_child(self, parent, next->fold);
	for (; i != 0 && dd_vocab_node(self, i)->fold == next->fold; i = dd_vocab_node(self, i)->sibling)
		if ((dd_vocab_node(self, i)->mask & mask) != 0)
			return true;
	return false;
}

bool
dd_vocab_may_begin(const DdVocab *self, const DdTokens *tokens, size_t at, uint32_t mask)
{
	const DdToken *token = &tokens->items[at];
	uint32_t i = dd_vocab_first_child(self, 0, token->fold);
	if (tokens->damage != DD_DAMAGE_NONE && token->word == 0 && token->kind != DD_TOKEN_SIGN &&
		token->len <= 14)
		return tokens->damage == DD_DAMAGE_HEAVY || (token->flags & DD_TOKEN_CAP) != 0 ||
		       !dd_syllable_is_valid(tokens->text + token->start, token->len);
	if (i == 0)
		return false;
	for (; i != 0; i = dd_vocab_node(self, i)->sibling) {
		const DdVocabNode *node = dd_vocab_node(self, i);
		if (node->fold != token->fold)
			break;
		if ((node->mask & mask) == 0)
			continue;
		if (tokens->damage != DD_DAMAGE_NONE)
			return true;
		bool trusted = node->word == token->word || (token->flags & DD_TOKEN_CAP) != 0;
		if (trusted &&
			(ends_phrase(self, node, mask) || goes_on(self, i, tokens, at + 1, mask)))
			return true;
	}
	return false;
}

/* Types of the phrases that begin with these bare letters */
static uint32_t
mask_of(const DdVocab *self, uint16_t fold)
{
	return fold < self->tables.n_masks ? self->tables.masks[fold] : 0;
}

uint32_t
dd_vocab_types_at(const DdVocab *self, const DdWords *words, size_t at)
{
	if (at >= words->n)
		return 0;
	return words->tokens->damage == DD_DAMAGE_NONE ? mask_of(self, words->items[at].fold)
						       : UINT32_MAX;
}
