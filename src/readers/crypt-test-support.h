/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crypt-test-support.h: office files with a password, made at test time the way that MS-OFFCRYPTO has programs write them */
#pragma once

#include "crypt-info.h"

G_BEGIN_DECLS

/* How a file is to be encrypted */
typedef struct {
	DdCryptForm form;
	DdCryptHash hash; /* of STANDARD: SHA-1 */
	unsigned key_bits;
	unsigned spins; /* that are told; of STANDARD always 50 000 */
	const char *password;
	bool no_integrity;    /* without a hash over the whole; AGILE */
	bool no_password;     /* the key is for a certificate alone; AGILE */
	const char *chaining; /* that is told, NULL: the right one; AGILE */
} DdCryptRecipe;

/* Returns: (transfer full) the stream EncryptionInfo, and in @package_out (transfer full) EncryptedPackage, of @file */
GByteArray *
dd_crypt_test_encrypt(
	const DdCryptRecipe *recipe, const guint8 *file, gsize len, GByteArray **package_out);
/* Returns: (transfer full) a compound file that holds the two */
GByteArray *
dd_crypt_test_wrap(const GByteArray *info, const GByteArray *package);
/* Returns: (transfer full) both steps */
GByteArray *
dd_crypt_test_make(const DdCryptRecipe *recipe, const guint8 *file, gsize len);

G_END_DECLS
