/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-private.h: the parts of the citation grammar: words, numbers, names of issuers, mentions, what governs them */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cite-words.h"

G_BEGIN_DECLS

typedef enum {
	DD_CITE_FORM_NUMBER,
	DD_CITE_FORM_FIGURE, /* "Nghị quyết 20" */
	DD_CITE_FORM_LAW,
	DD_CITE_FORM_MEETING,
	DD_CITE_FORM_STANDARD,
	DD_CITE_FORM_PARTIES,
	DD_CITE_FORM_BODY,
	DD_CITE_FORM_TITLE,
	DD_CITE_FORM_ALONE,
} DdCiteForm;

typedef struct {
	size_t from, to;
} DdCiteRange;

/* Who issued a document: his name is the tokens [from, to), none when empty */
typedef struct {
	size_t from, to;
	const char *name; /* restored, NULL: as written */
} DdCiteIssuer;

/* A mention found in a paragraph, in token numbers */
typedef struct {
	size_t start, end;
	DdCiteIssuer issuer;
	DdCiteRange clause, type_words; /* empty: none */
	const char *number;             /* in the arena, NULL: none */
	DdDay date;
	uint8_t type;
	uint8_t form; /* DdCiteForm */
	uint8_t confidence;
	bool resumes; /* a further one of a list whose head told kind and body, behind the subject of the one before */
	bool listed; /* shares the type of the mention before */
	bool brief;  /* named by a figure and nothing else */
	bool tailed; /* the title ends in years */
	uint8_t relation;
	bool governed; /* of a kind alone: a verb, "của" or the like tells that a document at hand is meant */
	bool drop, defines;
} DdCiteMention;

static inline bool
dd_cite_is_word(const DdTokens *tokens, size_t i)
{
	return i < tokens->n && tokens->items[i].kind == DD_TOKEN_WORD;
}

static inline bool
dd_cite_is_number(const DdTokens *tokens, size_t i)
{
	return i < tokens->n && tokens->items[i].kind == DD_TOKEN_NUMBER;
}

/* Does a kind of document with something of its own begin at @at: "và Kế hoạch số 5", not "và Kế hoạch" of a body? */
bool
dd_cite_begins_document(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to);
/* Returns: tokens of a "thực hiện" at @i that a scanner broke, 0 when there is none */
size_t
dd_cite_broken_carry_out(const DdTokens *tokens, size_t i, size_t to);

#define DD_CITE_NUMBER_BYTES 96

typedef struct {
	size_t end;    /* token behind it */
	bool symbol;   /* has a slash and letters */
	bool blank;    /* the number itself is left out: "     /KH-UBND" */
	bool repaired; /* letters were put right, or hyphens are lost */
	uint8_t type;  /* by its code */
	char text[DD_CITE_NUMBER_BYTES];
} DdCiteNumber;

/* Reads a number at token @at; @type is the kind expected. Returns: FALSE when none begins there */
bool
dd_cite_number_read(
	const DdTokens *tokens, size_t at, size_t to, uint8_t type, DdCiteNumber *number_out);
/* Returns: the digit that scanners read as @c, '\0' when it can be none */
char
dd_cite_digit_of(char c);
/* Reads "TCVN ISO 9001:2015" at token @at. Returns: FALSE when none begins there */
bool
dd_cite_standard_read(const DdTokens *tokens, size_t at, size_t to, DdCiteNumber *number_out);
/* Returns: token behind "số", "số:" at @at (@at when there is none), mistaken letters included */
size_t
dd_cite_skip_so(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to);
/* Reads ", ngày 1/2/2020" at @at, blank days included. Returns: token behind it, @at when there is none */
size_t
dd_cite_date_read(
	const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to, DdDay *day_out);
/* Reads the name of a body at @at. Returns: token behind it, @at when none begins there */
size_t
dd_cite_issuer_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	bool parties, const char **name_out);
/* Reads "của" and a body into @mention, which ends behind it when there is one */
void
dd_cite_add_issuer(
	const DdCiteGrammar *self, const DdTokens *tokens, size_t to, DdCiteMention *mention);
/* A programme's title as read */
typedef struct {
	bool tailed; /* ends in years */
	bool generic; /* "mục tiêu quốc gia giai đoạn …": no word of it names one programme */
	bool marked; /* begins with a quotation mark or with such words */
} DdCiteTitle;

/* Reads the title of a programme at @at. Returns: token behind it, @at when none begins there or it is only talked of */
size_t
dd_cite_title_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdCiteTitle *title_out);
/* Reads the title of a law at @at. Returns: token behind it, @at when none begins there */
size_t
dd_cite_law_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t at, size_t to);
/* Returns: the clause cited directly before token @start, not before @from; empty when none */
DdCiteRange
dd_cite_clause_read(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t start);
/* Appends all that may be mentions (DdCiteMention) in [@from, @to) to *@mentions, made at the first one */
void
dd_cite_find(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	DdArena *arena, GArray **mentions);
/* Sets relation, drop and defines of each of @mentions by the words that govern it */
void
dd_cite_relate(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	DdCitePlace place, GArray *mentions);

/* Names of rules by which dd_cite_finish knows how a citation is named; compared by address */
extern const char *const dd_cite_rule_number;
extern const char *const dd_cite_rule_figure;
extern const char *const dd_cite_rule_explained;
extern const char *const dd_cite_rule_defines;
extern const char *const dd_cite_rule_alone;
extern const char *const dd_cite_rule_alone_free;
extern const char *const dd_cite_rule_carried;
extern const char *const dd_cite_rule_law;
extern const char *const dd_cite_rule_names;

G_END_DECLS
