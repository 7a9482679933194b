/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glued.h: words that lost the blank between them, as pages of legal portals have them: "lịchchủ trì", "Chính phủngày" */
#pragma once

#include "lexicon.h"

G_BEGIN_DECLS

/*
 * Parts a word that is no syllable into two: two syllables of which the lexicon knows @known at least, or capitals and a small word
 * that stands behind the number of a document ("TTgngày"). @word: valid UTF-8 in NFC. @known: 1, or 2 where words are misread, too. Returns: bytes of the first of the two, 0 when
 * it is none, or could be parted in several ways
 */
size_t
dd_glued_split(const DdLexicon *lexicon, const char *word, size_t len, unsigned known);

G_END_DECLS
