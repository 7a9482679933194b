/* SPDX-License-Identifier: GPL-3.0-or-later */
/* block.h: wrapped lines with colours, which can be printed below or beside each other */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef enum {
	DD_STYLE_PLAIN,
	DD_STYLE_STRONG,
	DD_STYLE_QUIET,
	DD_STYLE_ACCENT,
	DD_STYLE_WARNING,
	DD_STYLE_LAST
} DdStyle;

typedef struct _DdBlock DdBlock;

/* Returns: (transfer full) a block of lines of at most @width columns; without @colour no escape is ever written */
DdBlock *
dd_block_new(unsigned width, bool colour) G_GNUC_WARN_UNUSED_RESULT;
void
dd_block_free(DdBlock *self);
/*
 * Adds @text (nullable, any bytes), wrapped; @label (nullable) stands before the first line in @label_width columns, the
 * other lines are indented as far.
 */
void
dd_block_add(DdBlock *self, const char *label, unsigned label_width, DdStyle label_style,
	const char *text, DdStyle style);
/* Prints the lines of @self, each after @indent blanks. */
void
dd_block_print(const DdBlock *self, FILE *out, unsigned indent);
/* Prints @left and @right side by side with a quiet rule between them. */
void
dd_block_print_beside(const DdBlock *left, const DdBlock *right, FILE *out, unsigned indent);
/* Prints @title and a rule up to @width columns. */
void
dd_block_print_rule(FILE *out, const char *title, unsigned width, bool colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdBlock, dd_block_free)

G_END_DECLS
