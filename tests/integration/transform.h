/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transform.h: the same text in other dress, and the harm that a scanner does to it */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * @utf8: the text of a sample, NUL-terminated, '\n' line ends; @number: what the row of the table says (a
 * width, an encoding). Returns: (transfer full) the bytes of the changed file
 */
typedef GByteArray *(*DdTransform)(const char *utf8, int number);

/* As it is */
GByteArray *
dd_transform_none(const char *utf8, int number);
/* @number: a DdTestMarks: letters taken apart */
GByteArray *
dd_transform_decompose(const char *utf8, int number);
/* Every line end becomes CRLF, or a lone CR when @number is 1 */
GByteArray *
dd_transform_line_ends(const char *utf8, int number);
/* Every blank line becomes @number blank lines */
GByteArray *
dd_transform_blank_lines(const char *utf8, int number);
/* Blanks at line ends, and every fifth blank is a non-breaking one, or two where @number is 1 */
GByteArray *
dd_transform_spaces(const char *utf8, int number);
/* Lines longer than @number characters are broken at blanks; lines begin where they began */
GByteArray *
dd_transform_wrap(const char *utf8, int number);
/* @number: a DdEncoding; UTF-16 gets a byte order mark */
GByteArray *
dd_transform_encode(const char *utf8, int number);
/* A byte order mark before UTF-8 */
GByteArray *
dd_transform_mark(const char *utf8, int number);
/*
 * Harms about @per_mille of a thousand letters and digits: a mark lost, a letter taken for one that
 * looks like it, or dropped. The same @seed harms the same letters. Lines stay.
 */
GByteArray *
dd_transform_damage(const char *utf8, int per_mille, guint32 seed);

G_END_DECLS
