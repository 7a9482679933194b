/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * crypt-package.c: from the password to the key, from the key to the file. Numbers of sections are those of MS-OFFCRYPTO; AES, hashes
 * and HMAC are nettle's.
 */
#include "crypt-package.h"

#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <stdbool.h>
#include <string.h>

#include "crypt-info.h"
#include "error.h"
#include "maxima.h"
#include "ole.h"
#include "sniff.h"

#define SIZE_BYTES 8u       /* before the package: how long it is */
#define SEGMENT_BYTES 4096u /* of a package, each encrypted by itself; 2.3.4.15 */
#define FILL 0x36           /* what is too short for a key is filled with it; 2.3.4.11 */
#define STANDARD_PAD_BYTES 64u

typedef struct {
	guint8 bytes[AES256_KEY_SIZE];
	gsize len;
} Key;

/* Which of its keys a password is turned into; 2.3.4.13 and 2.3.4.14 */
typedef guint8 Purpose[8];
static const Purpose for_verifier = {0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79};
static const Purpose for_verifier_hash = {0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E};
static const Purpose for_key = {0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6};
static const Purpose for_hmac_key = {0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6};
static const Purpose for_hmac_value = {0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33};

typedef union {
	struct sha1_ctx sha1;
	struct sha256_ctx sha256;
	struct sha512_ctx sha512;
} HashState;

typedef union {
	struct aes128_ctx aes128;
	struct aes192_ctx aes192;
	struct aes256_ctx aes256;
} CipherState;

static const struct nettle_hash *
get_hash(DdCryptHash hash)
{
	static const struct nettle_hash *const hashes[DD_CRYPT_HASH_LAST] = {
		&nettle_sha1, &nettle_sha256, &nettle_sha384, &nettle_sha512};
	return hashes[hash];
}

static bool
refuse_broken(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"tệp có mật khẩu bị hỏng hoặc bị sửa; hãy xin lại tệp (broken: an office file with "
		"a password; ask for it again)");
	return false;
}

/* Hashes one behind the other; @digest may be one of them */
static void
hash_two(const struct nettle_hash *hash, const void *one, gsize one_len, const void *two,
	gsize two_len, guint8 *digest)
{
	HashState state;
	hash->init(&state);
	hash->update(&state, one_len, one);
	if (two_len > 0)
		hash->update(&state, two_len, two);
	hash->digest(&state, hash->digest_size, digest);
	explicit_bzero(&state, sizeof(state));
}

static void
put_u32(guint8 *at, guint32 value)
{
	value = GUINT32_TO_LE(value);
	memcpy(at, &value, sizeof(value));
}

/* Hashes the password as often as the file says (2.3.4.7, 2.3.4.11). @digest: DD_MAX_CRYPT_VALUE_BYTES */
static bool
spin(const DdCryptInfo *info, const char *password, guint8 *digest)
{
	const struct nettle_hash *hash = get_hash(info->password.hash);
	guint8 counted[sizeof(guint32)];
	glong n = 0;
	gunichar2 *wide = g_utf8_to_utf16(password, -1, NULL, &n, NULL);
	if (wide == NULL)
		return false;
	for (glong i = 0; i < n; i++)
		wide[i] = GUINT16_TO_LE(wide[i]);
	gsize wide_len = (gsize)n * sizeof(*wide);
	hash_two(hash, info->password.salt.bytes, info->password.salt.len, wide, wide_len, digest);
	explicit_bzero(wide, wide_len);
	g_free(wide);
	for (guint32 i = 0; i < info->spins; i++) {
		put_u32(counted, i);
		hash_two(hash, counted, sizeof(counted), digest, hash->digest_size, digest);
	}
	return true;
}

/* Cuts or fills a hash */
static void
fit(guint8 *out, gsize len, const guint8 *digest, gsize digest_len)
{
	memset(out, FILL, len);
	memcpy(out, digest, MIN(len, digest_len));
}

static const struct nettle_cipher *
set_key(CipherState *state, const Key *key)
{
	const struct nettle_cipher *cipher = key->len == AES128_KEY_SIZE   ? &nettle_aes128
					     : key->len == AES192_KEY_SIZE ? &nettle_aes192
									   : &nettle_aes256;
	cipher->set_decrypt_key(state, key->bytes);
	return cipher;
}

/* Decrypts whole blocks in a chain. @iv: of AES_BLOCK_SIZE */
static void
decrypt_chain(const Key *key, const guint8 *iv, const guint8 *from, gsize len, guint8 *to)
{
	CipherState state;
	guint8 chain[AES_BLOCK_SIZE];
	const struct nettle_cipher *cipher = set_key(&state, key);
	memcpy(chain, iv, sizeof(chain));
	cbc_decrypt(&state, cipher->decrypt, AES_BLOCK_SIZE, chain, len, to, from);
	explicit_bzero(&state, sizeof(state));
}

static void
decrypt_blocks(const Key *key, const guint8 *from, gsize len, guint8 *to)
{
	CipherState state;
	const struct nettle_cipher *cipher = set_key(&state, key);
	cipher->decrypt(&state, len, to, from);
	explicit_bzero(&state, sizeof(state));
}

/* Decrypts a value by the key that the hashed password gives for it */
static void
decrypt_value(const DdCryptInfo *info, const guint8 *spun, const Purpose purpose,
	const DdCryptValue *value, guint8 *out)
{
	const DdCryptCipher *cipher = &info->password;
	const struct nettle_hash *hash = get_hash(cipher->hash);
	guint8 digest[DD_MAX_CRYPT_VALUE_BYTES], iv[AES_BLOCK_SIZE];
	Key key = {.len = cipher->key_bytes};
	hash_two(hash, spun, hash->digest_size, purpose, sizeof(Purpose), digest);
	fit(key.bytes, key.len, digest, hash->digest_size);
	fit(iv, sizeof(iv), cipher->salt.bytes, cipher->salt.len);
	decrypt_chain(&key, iv, value->bytes, value->len, out);
	explicit_bzero(&key, sizeof(key));
	explicit_bzero(digest, sizeof(digest));
}

/* Returns: FALSE when the password is wrong; 2.3.4.13 */
static bool
open_agile(const DdCryptInfo *info, const guint8 *spun, Key *key)
{
	const struct nettle_hash *hash = get_hash(info->password.hash);
	guint8 input[DD_MAX_CRYPT_VALUE_BYTES], wanted[DD_MAX_CRYPT_VALUE_BYTES];
	guint8 digest[DD_MAX_CRYPT_VALUE_BYTES], value[DD_MAX_CRYPT_VALUE_BYTES];
	decrypt_value(info, spun, for_verifier, &info->verifier, input);
	decrypt_value(info, spun, for_verifier_hash, &info->verifier_hash, wanted);
	hash_two(hash, input, info->password.salt.len, NULL, 0, digest);
	if (!memeql_sec(digest, wanted, hash->digest_size))
		return false;
	decrypt_value(info, spun, for_key, &info->key, value);
	key->len = info->package.key_bytes;
	memcpy(key->bytes, value, key->len);
	explicit_bzero(value, sizeof(value));
	return true;
}

/* The key out of the hashed password: 2.3.4.7, by way of CryptDeriveKey */
static void
derive_standard(const DdCryptInfo *info, const guint8 *spun, Key *key)
{
	static const guint8 block[sizeof(guint32)] = {0}, pads[] = {0x36, 0x5C};
	const struct nettle_hash *hash = &nettle_sha1;
	guint8 last[SHA1_DIGEST_SIZE], both[G_N_ELEMENTS(pads) * SHA1_DIGEST_SIZE] = {0};
	hash_two(hash, spun, hash->digest_size, block, sizeof(block), last);
	for (size_t p = 0; p < G_N_ELEMENTS(pads); p++) {
		guint8 padded[STANDARD_PAD_BYTES];
		memset(padded, pads[p], sizeof(padded));
		for (size_t i = 0; i < sizeof(last); i++)
			padded[i] ^= last[i];
		hash_two(hash, padded, sizeof(padded), NULL, 0, both + p * SHA1_DIGEST_SIZE);
		explicit_bzero(padded, sizeof(padded));
	}
	key->len = info->password.key_bytes;
	memcpy(key->bytes, both, key->len);
	explicit_bzero(both, sizeof(both));
	explicit_bzero(last, sizeof(last));
}

/* Returns: FALSE when the password is wrong; 2.3.4.9 */
static bool
open_standard(const DdCryptInfo *info, const guint8 *spun, Key *key)
{
	guint8 input[DD_MAX_CRYPT_VALUE_BYTES], wanted[DD_MAX_CRYPT_VALUE_BYTES];
	guint8 digest[SHA1_DIGEST_SIZE];
	derive_standard(info, spun, key);
	decrypt_blocks(key, info->verifier.bytes, info->verifier.len, input);
	decrypt_blocks(key, info->verifier_hash.bytes, info->verifier_hash.len, wanted);
	hash_two(&nettle_sha1, input, info->verifier.len, NULL, 0, digest);
	return memeql_sec(digest, wanted, sizeof(digest));
}

static bool
find_key(const DdCryptInfo *info, const char *password, Key *key, GError **error)
{
	guint8 spun[DD_MAX_CRYPT_VALUE_BYTES];
	if (password == NULL) {
		dd_error_set_password(error, FALSE);
		return false;
	}
	bool agile = info->form == DD_CRYPT_AGILE;
	bool right = spin(info, password, spun) &&
		     (agile ? open_agile : open_standard)(info, spun, key);
	explicit_bzero(spun, sizeof(spun));
	if (!right)
		dd_error_set_password(error, TRUE);
	return right;
}

/* The beginning of a chain of the package: for a piece of it, or for what is said of it; 2.3.4.12 */
static void
make_iv(const DdCryptInfo *info, const void *what, gsize len, guint8 *iv)
{
	const struct nettle_hash *hash = get_hash(info->package.hash);
	guint8 digest[DD_MAX_CRYPT_VALUE_BYTES];
	hash_two(hash, info->package.salt.bytes, info->package.salt.len, what, len, digest);
	fit(iv, AES_BLOCK_SIZE, digest, hash->digest_size);
}

/* Is the package as its writer left it? 2.3.4.14 */
static bool
is_whole(const DdCryptInfo *info, const Key *key, const GByteArray *package)
{
	const struct nettle_hash *hash = get_hash(info->package.hash);
	guint8 iv[AES_BLOCK_SIZE];
	guint8 hmac_key[DD_MAX_CRYPT_VALUE_BYTES], wanted[DD_MAX_CRYPT_VALUE_BYTES];
	guint8 digest[DD_MAX_CRYPT_VALUE_BYTES];
	HashState outer, inner, state;
	if (info->hmac_key.len == 0)
		return true; /* its writer did not say */
	make_iv(info, for_hmac_key, sizeof(Purpose), iv);
	decrypt_chain(key, iv, info->hmac_key.bytes, info->hmac_key.len, hmac_key);
	make_iv(info, for_hmac_value, sizeof(Purpose), iv);
	decrypt_chain(key, iv, info->hmac_value.bytes, info->hmac_value.len, wanted);
	hmac_set_key(&outer, &inner, &state, hash, hash->digest_size, hmac_key);
	hmac_update(&state, hash, package->len, package->data);
	hmac_digest(&outer, &inner, &state, hash, hash->digest_size, digest);
	return memeql_sec(digest, wanted, hash->digest_size);
}

static void
decrypt_segments(const DdCryptInfo *info, const Key *key, guint8 *bytes, gsize len)
{
	guint8 iv[AES_BLOCK_SIZE], number[sizeof(guint32)];
	for (gsize at = 0; at < len; at += SEGMENT_BYTES) {
		put_u32(number, (guint32)(at / SEGMENT_BYTES));
		make_iv(info, number, sizeof(number), iv);
		decrypt_chain(key, iv, bytes + at, MIN(SEGMENT_BYTES, len - at), bytes + at);
	}
}

/* Decrypts the package where it lies, and leaves what it is without its length before and the filling behind. */
static bool
decrypt(const DdCryptInfo *info, const Key *key, GByteArray *package, GError **error)
{
	guint64 size = 0;
	if (package->len < SIZE_BYTES)
		return refuse_broken(error);
	memcpy(&size, package->data, sizeof(size));
	size = GUINT64_FROM_LE(size);
	gsize len = package->len - SIZE_BYTES;
	len -= len % AES_BLOCK_SIZE;
	if (size > len || !is_whole(info, key, package))
		return refuse_broken(error);
	guint8 *bytes = package->data + SIZE_BYTES;
	if (info->form == DD_CRYPT_AGILE)
		decrypt_segments(info, key, bytes, len);
	else
		decrypt_blocks(key, bytes, len, bytes);
	g_byte_array_remove_range(package, 0, SIZE_BYTES);
	g_byte_array_set_size(package, (guint)size);
	return dd_sniff(package->data, package->len, NULL) == DD_SNIFF_ZIP || refuse_broken(error);
}

GByteArray *
dd_crypt_package_open(const guint8 *bytes, gsize len, const char *password, GError **error)
{
	DdCryptInfo info;
	Key key = {0};
	g_autoptr(GByteArray)
		told = dd_ole_read_stream(bytes, len, "EncryptionInfo", DD_MAX_CRYPT_INFO_BYTES);
	if (told == NULL) {
		refuse_broken(error);
		return NULL;
	}
	if (!dd_crypt_info_parse(told->data, told->len, &info, error) ||
		!find_key(&info, password, &key, error))
		return NULL;
	g_autoptr(GByteArray)
		package = dd_ole_read_stream(bytes, len, "EncryptedPackage", DD_MAX_FILE_BYTES);
	bool good = package != NULL ? decrypt(&info, &key, package, error) : refuse_broken(error);
	explicit_bzero(&key, sizeof(key));
	return good ? g_steal_pointer(&package) : NULL;
}
