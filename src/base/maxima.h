/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maxima.h: every maximum that input can drive, in one table; docs/limits.md explains them */
#pragma once

#define DD_MAX_FILE_BYTES (256u << 20)     /* one text file; larger is refused before reading */
#define DD_MAX_READING_BYTES (32u << 20)   /* JSON of a reading read back; its tree: ten times */
#define DD_MAX_LINES (8u << 20)            /* lines of one text */
#define DD_MAX_PARAGRAPHS (4u << 20)       /* paragraphs and cells of one document */
#define DD_MAX_PARAGRAPH_TOKENS (1u << 16) /* looked at in one paragraph; the rest is text only */
#define DD_MAX_DEPTH 12                    /* levels of the outline */
#define DD_MAX_NAMES 200                   /* units in one list (leads, helpers, recipients) */
#define DD_MAX_STAGES 32                   /* stages of one time expression */
#define DD_MAX_COLUMNS 24                  /* columns of one table */
#define DD_MAX_ITEMS (2u << 20)            /* tasks, citations, … of one reading, each */
#define DD_MAX_UNITS 100000                /* rows of a list of units */
#define DD_MAX_NEAR_LENGTH 64              /* bytes of a word that near-matching looks at */
#define DD_MAX_RESTORED 2000       /* bytes of one damaged stretch that is restored at once */
#define DD_MAX_RECALLED (4u << 20) /* bytes of a bad scan that is looked up by neighbours */
#define DD_MAX_GLYPHS 14           /* letter shapes of a word of a unit's name that are compared */
