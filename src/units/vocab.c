/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab.c: the tree of phrases is made, and tells what may begin at a word */
#include "vocab-tree.h"

#include <string.h>

#include "syllable.h"

#define MAX_HEAD_WORDS 4

/* Thousands are added before the first document is read: without a call for each */
static void
add_node(DdVocab *self, DdVocabNode node)
{
	if (self->n_nodes == self->nodes_room) {
		self->nodes_room *= 2;
		self->nodes = g_renew(DdVocabNode, self->nodes, self->nodes_room);
	}
	self->nodes[self->n_nodes++] = node;
}

DdVocab *
dd_vocab_new(DdLexicon *lexicon)
{
	DdVocab *self = g_new0(DdVocab, 1);
	DdVocabNode root = {0};
	self->lexicon = lexicon;
	/* rooms for the catalogue, so that nothing is copied while it is read */
	self->nodes_room = 6144;
	self->nodes = g_new(DdVocabNode, self->nodes_room);
	self->entries_room = 3072;
	self->entries = g_new(DdVocabEntry, self->entries_room);
	self->spellings = g_array_sized_new(FALSE, FALSE, sizeof(DdVocabSpelling), 1536);
	self->root_keys = g_array_sized_new(FALSE, FALSE, sizeof(DdVocabRootKey), 1024);
	self->by_fold = g_array_sized_new(FALSE, TRUE, sizeof(uint32_t), 1536);
	self->masks = g_array_sized_new(FALSE, TRUE, sizeof(uint32_t), 1536);
	self->spelling_of = g_array_new(FALSE, TRUE, sizeof(uint32_t));
	add_node(self, root);
	self->n_edges = 1u << 13; /* enough for the catalogue */
	self->edges = g_new(DdVocabEdge, self->n_edges);
	memset(self->edges, 0,
		self->n_edges * sizeof(DdVocabEdge)); /* a page that is read before it is written costs two faults */
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
	g_free(self->nodes);
	g_free(self->entries);
	g_array_unref(self->spellings);
	g_array_unref(self->by_fold);
	g_array_unref(self->masks);
	g_free(self->edges);
	g_array_unref(self->root_keys);
	g_array_unref(self->spelling_of);
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
	DdVocabSpelling spelling = {.word = id, .fold = dd_lexicon_get_fold(self->lexicon, id)};
	spelling.n = dd_glyphs_read(spelling.glyphs, text, text + len);
	g_array_append_val(self->spellings, spelling);
	*known = self->spellings->len;
	return *known - 1;
}

static void
add_edge(DdVocab *self, uint32_t parent, uint16_t fold, uint32_t node)
{
	if (++self->edges_used * 3 > self->n_edges * 2) {
		DdVocabEdge *more = g_new0(DdVocabEdge, self->n_edges * 2);
		for (size_t i = 0; i < self->n_edges; i++)
			if (self->edges[i] != 0)
				*dd_vocab_find_edge(more, self->n_edges * 2,
					self->edges[i] >> DD_VOCAB_EDGE_BITS) = self->edges[i];
		g_free(self->edges);
		self->edges = more;
		self->n_edges *= 2;
	}
	uint64_t key = dd_vocab_edge_key(parent, fold);
	*dd_vocab_find_edge(self->edges, self->n_edges, key) = key << DD_VOCAB_EDGE_BITS | node;
}

static void
add_root_key(DdVocab *self, const DdVocabNode *node)
{
	const DdVocabSpelling *spelling = dd_vocab_spelling(self, node);
	DdVocabRootKey key = {self->n_nodes, spelling->glyphs[0].fold,
		spelling->n > 1 ? spelling->glyphs[1].fold : '\0', spelling->n};
	g_array_append_val(self->root_keys, key);
	if (self->by_fold->len <= node->fold)
		g_array_set_size(self->by_fold, node->fold + 1u);
}

static uint32_t
add_child(DdVocab *self, uint32_t parent, uint32_t first, DdVocabNode node)
{
	uint32_t added = self->n_nodes;
	if (parent == 0)
		add_root_key(self, &node);
	if (first != 0) {
		DdVocabNode *there = &self->nodes[first];
		node.sibling = there->sibling;
		there->sibling = added;
	} else {
		DdVocabNode *above = &self->nodes[parent];
		node.sibling = above->child;
		above->child = added;
		if (parent == 0)
			g_array_index(self->by_fold, uint32_t, node.fold) = added;
		else
			add_edge(self, parent, node.fold, added);
		above->below |= dd_vocab_fold_bit(node.fold);
	}
	add_node(self, node);
	return added;
}

static uint32_t
child_for(DdVocab *self, uint32_t parent, uint32_t spelling, bool joiner)
{
	const DdVocabSpelling *word = &g_array_index(self->spellings, DdVocabSpelling, spelling);
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
add_entry(DdVocab *self, uint32_t at, DdVocabType type, const char *text, const char *kind, bool own)
{
	DdVocabNode *node = &self->nodes[at];
	DdVocabEntry entry = {
		.text = text, .kind = kind, .type = (uint8_t)type, .own = own, .next = node->entry};
	if (self->n_entries == self->entries_room) {
		self->entries_room *= 2;
		self->entries = g_renew(DdVocabEntry, self->entries, self->entries_room);
	}
	self->entries[self->n_entries++] = entry;
	node->entry = self->n_entries;
}

/* Returns: the head that ends at the node, when @text begins with it and a blank follows; NULL when none does */
static const char *
head_at(const DdVocab *self, uint32_t at, const char *text)
{
	for (uint32_t i = dd_vocab_node(self, at)->entry; i != 0;) {
		const DdVocabEntry *entry = &self->entries[i - 1];
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
	add_entry(self, at, type, text, kind, own);
	uint16_t fold = dd_vocab_node(self, path[0])->fold;
	if (self->masks->len <= fold)
		g_array_set_size(self->masks, fold + 1u);
	g_array_index(self->masks, uint32_t, fold) |= DD_VOCAB_BIT(type);
	for (size_t i = 0; i < n; i++)
		self->nodes[path[i]].mask |= DD_VOCAB_BIT(type);
	return longest;
}

/* Does a phrase of @mask end at the node? */
static bool
ends_phrase(const DdVocab *self, const DdVocabNode *node, uint32_t mask)
{
	for (uint32_t i = node->entry; i != 0; i = self->entries[i - 1].next)
		if ((DD_VOCAB_BIT(self->entries[i - 1].type) & mask) != 0)
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
	return fold < self->masks->len ? g_array_index(self->masks, uint32_t, fold) : 0;
}

uint32_t
dd_vocab_types_at(const DdVocab *self, const DdWords *words, size_t at)
{
	if (at >= words->n)
		return 0;
	return words->tokens->damage == DD_DAMAGE_NONE ? mask_of(self, words->items[at].fold)
						       : UINT32_MAX;
}
