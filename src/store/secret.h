/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secret.h: secrets that the program makes or is told, and what is kept of them */
#pragma once

#include "hash.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_SECRET_BYTES 32
#define DD_SECRET_TEXT 44 /* bytes of the text of one, with NUL */

typedef struct {
	unsigned char bytes[DD_SECRET_BYTES];
} DdSecret;

/* Makes one: 256 random bits */
void
dd_secret_make(DdSecret *self);
/* Writes it as base64url without padding (RFC 4648). Returns: @buffer */
char *
dd_secret_format(const DdSecret *self, char buffer[DD_SECRET_TEXT]);
/* Reads that, of which each secret has one only. Returns: FALSE when @text is none; @out is then as it was */
bool
dd_secret_parse(const char *text, DdSecret *out);
/* Returns: the hash that is kept of it */
DdHash
dd_secret_digest(const DdSecret *self);
/* Returns: TRUE when both are the same, in a time that does not tell where they differ */
bool
dd_secret_equals(const DdSecret *a, const DdSecret *b);
/* Overwrites @len bytes in a way that the compiler keeps */
void
dd_secret_wipe(void *memory, size_t len);

/*
 * Returns: (transfer full) what is kept of a password: argon2id (RFC 9106) with salt and parameters; some 0.1 s and 64 MiB. Spellings of
 * one letter (NFC) are one. NULL: DD_ERROR_TOO_LARGE, DD_ERROR_INVALID_DATA (no UTF-8), DD_ERROR_UNAVAILABLE (no memory)
 */
char *
dd_secret_hash_password(const char *password, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when @kept is of @password. @kept: NULL takes as long, and is of none */
bool
dd_secret_verify_password(const char *kept, const char *password);
/* Returns: TRUE when @kept was made with other parameters than are used now */
bool
dd_secret_is_dated(const char *kept);

G_END_DECLS
