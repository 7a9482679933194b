/* SPDX-License-Identifier: GPL-3.0-or-later */
/* misread.h: what it costs to take a word of a bad scan for a known word: letters that scanners confuse are near */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "maxima.h"

G_BEGIN_DECLS

#define DD_MISREAD_NONE 1000u /* no likeness */
#define DD_MISREAD_LETTER 10u /* cost of one letter that nothing explains */
#define DD_MISREAD_CLASSES 48

/* A letter, digit or sign as the cost table sees it */
typedef struct {
	char fold;     /* a–z, or the ASCII sign, or '?' */
	uint8_t marks; /* base and tone; 0 no letter */
} DdGlyph;

/* The table; fill with dd_misread_init, nothing to free */
typedef struct {
	uint8_t class_of[128];
	uint8_t costs[DD_MISREAD_CLASSES][DD_MISREAD_CLASSES];
	uint8_t drops[DD_MISREAD_CLASSES]; /* to lose the glyph that the text has and the word has not */
	uint8_t misses[DD_MISREAD_CLASSES]; /* to find no glyph of the word in the text */
	bool graded;
} DdMisread;

/* @graded: a wrong mark costs more than a lost one; else any wrong mark costs 1 */
void
dd_misread_init(DdMisread *self, bool graded);
/* Reads [@at, @end), valid UTF-8, into room for DD_MAX_GLYPHS. Returns: how many were read; longer words are cut */
uint8_t
dd_glyphs_read(DdGlyph *glyphs, const char *at, const char *end);
/* Returns: cost of taking the bare letter or sign @text for @word */
unsigned
dd_misread_swap(const DdMisread *self, char text, char word);
/*
 * Weighted edit distance of @text as it was read from @word as it is spelled, both at most DD_MAX_GLYPHS.
 * Returns: the cost, DD_MISREAD_NONE over @cap
 */
unsigned
dd_misread_distance(const DdMisread *self, const DdGlyph *text, size_t n, const DdGlyph *word,
	size_t m, unsigned cap);

G_END_DECLS
