/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * page-content.h: what a page shows before anybody knows what it means: words and ruling lines with their places. Readers of
 * PDF and of images make it, layout.h makes paragraphs and tables of it. All lengths in points from the upper left corner.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
	const char *text; /* UTF-8 without blanks, of the content's texts */
	float left, top, right, bottom;
	float size;         /* of its letters, as a font has it */
	uint8_t confidence; /* as DdPlace has it */
	bool bold;
} DdPageWord;

/* A line drawn on the page: across when top == bottom, down when left == right */
typedef struct {
	float left, top, right, bottom;
} DdPageRule;

typedef struct {
	float width, height;
	GArray *words; /* DdPageWord, in any order */
	GArray *rules; /* DdPageRule, in any order */
	GStringChunk *texts;
	bool recognised; /* letters were recognised, in an image */
	bool unread;     /* it would have to be recognised, and was not: it holds nothing */
	int turned;      /* as DdPage has it */
	float skew;      /* the same, in degrees */
} DdPageContent;

/* Returns: (transfer full) */
DdPageContent *
dd_page_content_new(float width, float height) G_GNUC_WARN_UNUSED_RESULT;
/* NULL is fine */
void
dd_page_content_free(DdPageContent *self);
/* Adds @word with a copy of its text */
void
dd_page_content_add_word(DdPageContent *self, const DdPageWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdPageContent, dd_page_content_free)

G_END_DECLS
