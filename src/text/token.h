/* SPDX-License-Identifier: GPL-3.0-or-later */
/* token.h: a stretch of text as words, numbers and signs that carry their numbers in the lexicon */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon.h"

G_BEGIN_DECLS

/* How far the letters of a document can be trusted */
typedef enum {
	DD_DAMAGE_NONE,  /* clean text */
	DD_DAMAGE_LIGHT, /* some words are mistaken: words that are no syllable are matched nearly */
	DD_DAMAGE_HEAVY, /* marks are broken or missing: everything is matched on bare letters */
} DdDamage;

typedef enum { DD_TOKEN_WORD, DD_TOKEN_NUMBER, DD_TOKEN_SIGN } DdTokenKind;

enum {
	DD_TOKEN_SPACE = 1,  /* white space (or the start) before it */
	DD_TOKEN_LINE = 2,   /* a line break before it */
	DD_TOKEN_TAB = 4,    /* a tab before it */
	DD_TOKEN_CAP = 8,    /* first letter is a capital */
	DD_TOKEN_UPPER = 16, /* all letters are capitals */
	DD_TOKEN_MARKED = 32 /* has a letter or tone that ASCII lacks */
};

typedef struct {
	uint32_t start; /* byte offset in the text */
	uint16_t len;   /* bytes */
	uint16_t word;  /* number in the lexicon, marks counted; 0 unknown */
	uint16_t fold;  /* number of the bare word; 0 unknown */
	uint8_t kind;   /* DdTokenKind */
	uint8_t flags;
	uint32_t value; /* of a number (10 digits and more: UINT32_MAX); of a sign its code point, dashes as '-' */
} DdToken;

/* A scanned stretch; reuse one for many scans */
typedef struct {
	DdToken *items;
	size_t n, capacity;
	const char *text; /* borrowed */
	DdDamage damage;
	DdWordMemo *memo; /* borrowed, for one lexicon and one damage; NULL when only a few words are scanned */
	bool growing; /* words are still added to the lexicon: the memo keeps only what is known */
	bool glued;   /* in what was scanned a word stands right behind another, without a blank */
	/* what was scanned; after dd_tokens_narrow @items is a part of it, with these two put over the tokens at its ends */
	DdToken *all, first, behind;
	size_t n_all, density; /* tokens in so many bytes as token.c looks through step by step */
	uint32_t all_start, all_end; /* equal: nothing to narrow */
} DdTokens;

/*
 * Scans [@start, @end) of @text (UTF-8, NFC) into @tokens, which keeps its memory for the next scan. At most
 * DD_MAX_PARAGRAPH_TOKENS tokens are made; the rest is left out. One token behind the last is a sign of value 0.
 */
void
dd_tokens_scan(DdTokens *tokens, const DdLexicon *lexicon, DdDamage damage, const char *text,
	size_t start, size_t end);
/*
 * Makes @tokens those of [@start, @end) without another scan, when that is part of the stretch of @text scanned last.
 * Returns: FALSE when it is not, or may read otherwise: then scan
 */
bool
dd_tokens_narrow(DdTokens *tokens, const char *text, size_t start, size_t end);
/* Frees what is in it; not its memo */
void
dd_tokens_clear(DdTokens *tokens);
/* Returns: end offset in the text of token @i */
uint32_t
dd_token_end(const DdTokens *tokens, size_t i);
/* Returns: TRUE when token @i is the sign @value (dashes of all lengths are '-') */
static inline bool
dd_token_is_sign(const DdTokens *tokens, size_t i, uint32_t value)
{
	return i < tokens->n && tokens->items[i].kind == DD_TOKEN_SIGN &&
	       tokens->items[i].value == value;
}

/* Returns: TRUE when token @i starts with a capital letter */
bool
dd_token_is_cap(const DdTokens *tokens, size_t i);
/* Returns: TRUE when token @i is @text, byte by byte */
bool
dd_token_is_text(const DdTokens *tokens, size_t i, const char *text);
/* The same where a–z and A–Z are alike */
bool
dd_token_is_text_nocase(const DdTokens *tokens, size_t i, const char *text);
/* damage.c: Judges by samples of the text how far it can be trusted; @lexicon lends its memo. */
DdDamage
dd_damage_judge(const DdLexicon *lexicon, const char *text, size_t len);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdTokens, dd_tokens_clear)

G_END_DECLS
