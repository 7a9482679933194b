/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash.h: BLAKE2b (RFC 7693) of 256 bits, the one hash of all that is kept */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "value.h"

G_BEGIN_DECLS

#define DD_HASH_BYTES 32
#define DD_HASH_TEXT (2 * DD_HASH_BYTES + 1) /* bytes that dd_hash_format needs */

typedef struct {
	unsigned char bytes[DD_HASH_BYTES];
} DdHash;

/* A hash of several values, each told from the next by its length, so that no two lists of values are hashed alike */
typedef struct _DdHasher DdHasher;

/* Returns: (transfer full) */
DdHasher *
dd_hasher_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_hasher_free(DdHasher *self);
void
dd_hasher_add_int(DdHasher *self, int64_t number);
/* @text: NULL is another value than "" */
void
dd_hasher_add_text(DdHasher *self, const char *text);
void
dd_hasher_add_bytes(DdHasher *self, const void *bytes, size_t len);
/* @values: $1 to $n of a statement, or the columns of a row; both engines give the same hash, though one has numbers for yes and no */
void
dd_hasher_add_values(DdHasher *self, const DdDbValue *values, size_t n);
DdHash
dd_hasher_finish(DdHasher *self);

DdHash
dd_hash_of(const void *bytes, size_t len);
/* Writes it in hexadecimal. Returns: @buffer */
const char *
dd_hash_format(const DdHash *hash, char buffer[DD_HASH_TEXT]);
/* Reads what dd_hash_format wrote. Returns: FALSE when @text is no hash */
bool
dd_hash_parse(const char *text, DdHash *out);
/* Returns: FALSE when @len bytes at @bytes are not that hash */
bool
dd_hash_equals(const DdHash *hash, const void *bytes, size_t len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdHasher, dd_hasher_free)

G_END_DECLS
