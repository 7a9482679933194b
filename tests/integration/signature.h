/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signature.h: what of a reading must not change with the dress of its text, as lines to compare */
#pragma once

#include <dondoc/dondoc.h>

G_BEGIN_DECLS

/*
 * @plain: letters and digits alone and no capitals, for encodings that lack the rest.
 * Returns: (transfer full) header, tasks and citations, one to a line, without line numbers and offsets
 */
char *
dd_signature_new(const DdReading *reading, bool plain);
/* Says as comments which lines of @wanted are missing in @found, and the other way. */
void
dd_signature_tell(const char *wanted, const char *found);
/* Returns: (transfer full) letters and digits of @text without marks and capitals, words parted by one blank */
char *
dd_signature_fold(const char *text);
/* Returns: how much alike two folded texts are, by their pairs of letters: 0 to 1 */
double
dd_signature_compare(const char *a, const char *b);

G_END_DECLS
