/* SPDX-License-Identifier: GPL-3.0-or-later */
/* width.h: how wide text is on a terminal, where its lines break, and what of it may go there */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* Returns: columns that @len bytes of valid UTF-8 take; a letter with its marks is one column, in NFC and in NFD */
unsigned
dd_width_measure(const char *text, size_t len);
/*
 * Takes the next line of at most @width (at least 1) columns from *@text (valid UTF-8), breaking between words, inside a
 * word only where the word alone is too wide. *@text moves on; blanks at the break are dropped.
 * Returns: FALSE at the end. @line_out and @len_out give the line, which lies in the text.
 */
bool
dd_width_next_line(const char **text, unsigned width, const char **line_out, size_t *len_out);
/*
 * Returns: (transfer full) @text (nullable, gives "") made safe to show: broken UTF-8 replaced, controls, line breaks and
 * marks that turn the direction of writing become blanks, so that a document cannot command the terminal.
 */
char *
dd_width_clean(const char *text);

G_END_DECLS
