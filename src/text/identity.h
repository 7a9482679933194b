/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identity.h: what tells a document, or the name of a unit, from others, however it is spelt */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Returns: (transfer full) words in small letters with one blank between, each letter without its tone and the tone (1 to 5) behind its word, so
 * that "hoà" and "hòa" are one; UBND and HĐND in full. At most DD_MAX_KEY_BYTES. NULL of NULL, and where there is no letter or digit
 */
char *
dd_identity_fold(const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) a number of a document without blanks and leading zeros, in capitals: "531/QĐ-TTG"; NULL of NULL and "" */
char *
dd_identity_number(const char *number) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the key of a document that has no number, by the words it goes by; no number looks like it. NULL of NULL */
char *
dd_identity_words(const char *words) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Returns: TRUE when folded issuers @a and @b may be the same: one says nothing (NULL) or begins with the other ("Sở Tài chính", "Sở
 * Tài chính" of a province that is named)
 */
bool
dd_identity_issuers_agree(const char *a, const char *b);

G_END_DECLS
