/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crypt-info.h: how an office file with a password is encrypted, as its stream EncryptionInfo says it (MS-OFFCRYPTO 2.3.4) */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "maxima.h"

G_BEGIN_DECLS

typedef enum {
	DD_CRYPT_STANDARD, /* Office 2007: AES by blocks alone, SHA-1 */
	DD_CRYPT_AGILE, /* since Office 2010: AES in chains, its hash told, and a hash over the whole */
} DdCryptForm;

typedef enum {
	DD_CRYPT_SHA1,
	DD_CRYPT_SHA256,
	DD_CRYPT_SHA384,
	DD_CRYPT_SHA512,
	DD_CRYPT_HASH_LAST
} DdCryptHash;

/* A short value of the file */
typedef struct {
	guint8 bytes[DD_MAX_CRYPT_VALUE_BYTES];
	gsize len; /* 0 it is not there */
} DdCryptValue;

/* How something is encrypted */
typedef struct {
	DdCryptHash hash;
	gsize key_bytes; /* 16, 24, 32 */
	DdCryptValue salt;
} DdCryptCipher;

typedef struct {
	DdCryptForm form;
	DdCryptCipher package; /* the file inside; of DD_CRYPT_STANDARD its key is that of the password */
	DdCryptCipher password;               /* what is below */
	uint32_t spins;                       /* times that the password is hashed */
	DdCryptValue verifier, verifier_hash; /* by which a right password is known; encrypted */
	DdCryptValue key;                     /* of the package, encrypted; AGILE */
	DdCryptValue hmac_key, hmac_value;    /* of the package, encrypted; AGILE, may be missing */
} DdCryptInfo;

/*
 * Reads the stream. All lengths in @info_out are such that what is encrypted is whole blocks. Returns: FALSE with
 * DD_ERROR_INVALID_DATA (broken), DD_ERROR_UNSUPPORTED (another way of encryption), DD_ERROR_TOO_LARGE (DD_MAX_CRYPT_SPINS)
 */
bool
dd_crypt_info_parse(const guint8 *bytes, gsize len, DdCryptInfo *info_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: bytes of that hash */
gsize
dd_crypt_hash_bytes(DdCryptHash hash);

G_END_DECLS
