/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vocab-tree.h: the tree of phrases as the files of the vocabulary share it */
#pragma once

#include "maxima.h"
#include "vocab.h"

G_BEGIN_DECLS

#define DD_VOCAB_LONGEST 24 /* words of a phrase */

/* A spelling of one word */
typedef struct {
	uint16_t word, fold;
	uint8_t n;
	DdGlyph glyphs[DD_MAX_GLYPHS];
} DdVocabSpelling;

typedef struct {
	uint32_t spelling; /* index */
	uint32_t child, sibling;
	uint32_t entry;      /* index + 1 of the first entry that ends here */
	uint32_t below;      /* bare letters of the children: dd_vocab_fold_bit of each */
	uint32_t mask;       /* types of all entries at and under this node */
	uint16_t word, fold; /* of the spelling */
	uint8_t letters;     /* of the spelling */
	bool joiner;         /* a joiner stands before it */
} DdVocabNode;

G_STATIC_ASSERT(sizeof(DdVocabNode) == 32); /* two in a cache line */
G_STATIC_ASSERT(DD_VOCAB_LAST < 32);

/* From a node and the bare letters of a word to the first child with them: 24, 16 and 24 bits, 0 free */
typedef uint64_t DdVocabEdge;

#define DD_VOCAB_EDGE_BITS 24
#define DD_VOCAB_EDGE_MASK ((UINT64_C(1) << DD_VOCAB_EDGE_BITS) - 1)
G_STATIC_ASSERT((uint64_t)DD_MAX_UNITS *DD_VOCAB_LONGEST < DD_VOCAB_EDGE_MASK);

/* A child of the root in short, so that looking over all of them is cheap */
typedef struct {
	uint32_t node;
	char first, second; /* bare letters */
	uint8_t n;
} DdVocabRootKey;

/* All phrases. Room is not counted: that of the arrays that phrases are added to is the next power of two. */
struct _DdVocabTables {
	DdVocabNode *nodes; /* [0] the root */
	DdVocabEntry *entries;
	DdVocabSpelling *spellings;
	DdVocabRootKey *root_keys;
	uint32_t n_nodes, n_entries, n_spellings, n_root_keys;
	uint32_t *spelling_of; /* index + 1 by word number */
	uint32_t *by_fold;     /* first child of the root with this fold */
	uint32_t *masks;       /* by fold: types of all entries that begin with it */
	uint32_t n_spelling_of, n_by_fold, n_masks;
	uint32_t n_edges, edges_used;
	DdVocabEdge *edges; /* of all other nodes; open addressing, a power of two, at most two thirds full */
};

struct _DdVocab {
	DdLexicon *lexicon;
	DdVocabTables tables;
	bool own; /* the tables are ours, not those it began with: they may change */
	uint16_t and_word, and_fold;
	DdTokens scratch; /* for adding */
	DdMisread misread;
};

static inline const DdVocabSpelling *
dd_vocab_spelling(const DdVocab *self, const DdVocabNode *node)
{
	return &self->tables.spellings[node->spelling];
}

static inline const DdVocabNode *
dd_vocab_node(const DdVocab *self, uint32_t i)
{
	return &self->tables.nodes[i];
}

/* The place of an edge, or the free place where it is to stand */
static inline DdVocabEdge *
dd_vocab_find_edge(DdVocabEdge *edges, size_t n, uint64_t key)
{
	size_t i = (size_t)(key * DD_WORD_KEY_FACTOR >> 32) & (n - 1);
	while (edges[i] != 0 && edges[i] >> DD_VOCAB_EDGE_BITS != key)
		i = (i + 1) & (n - 1);
	return &edges[i];
}

static inline uint64_t
dd_vocab_edge_key(uint32_t parent, uint16_t fold)
{
	return (uint64_t)parent << 16 | fold;
}

/* The first child with these bare letters, 0 none; the others with them stand behind it */
static inline uint32_t
dd_vocab_first_child(const DdVocab *self, uint32_t parent, uint16_t fold)
{
	const DdVocabTables *tables = &self->tables;
	if (parent == 0)
		return fold != 0 && fold < tables->n_by_fold ? tables->by_fold[fold] : 0;
	return (uint32_t)(*dd_vocab_find_edge(
				  tables->edges, tables->n_edges, dd_vocab_edge_key(parent, fold)) &
			  DD_VOCAB_EDGE_MASK);
}

static inline uint32_t
dd_vocab_fold_bit(uint16_t fold)
{
	return UINT32_C(1) << fold % 32;
}

/* As dd_word_is_joiner, of a word that is surely what it says */
static inline bool
dd_vocab_is_plain_joiner(const DdVocab *self, const DdToken *word)
{
	if (word->kind == DD_TOKEN_SIGN)
		return word->value == ',' || word->value == '-' || word->value == '&' ||
		       word->value == '/';
	return word->word == self->and_word;
}

G_END_DECLS
