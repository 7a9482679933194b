/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crypt-test-support.h"

#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <nettle/hmac.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <string.h>

#define BLOCK ((gsize)16)
#define SEGMENT ((gsize)4096)
#define SECTOR ((gsize)512)
#define SHORT_SECTOR ((gsize)64)
#define CUTOFF ((gsize)4096)
#define END 0xFFFFFFFEu
#define TABLE 0xFFFFFFFDu
#define NONE 0xFFFFFFFFu

static const GChecksumType checksums[DD_CRYPT_HASH_LAST] = {
	G_CHECKSUM_SHA1, G_CHECKSUM_SHA256, G_CHECKSUM_SHA384, G_CHECKSUM_SHA512};
static const char *const hash_names[DD_CRYPT_HASH_LAST] = {"SHA1", "SHA256", "SHA384", "SHA512"};

static void
put(GByteArray *out, const void *bytes, gsize len)
{
	g_byte_array_append(out, bytes, (guint)len);
}

static void
put_u32(GByteArray *out, guint32 value)
{
	value = GUINT32_TO_LE(value);
	put(out, &value, sizeof(value));
}

static void
set_u32(GByteArray *out, gsize at, guint32 value)
{
	value = GUINT32_TO_LE(value);
	memcpy(out->data + at, &value, sizeof(value));
}

/* Hashes by GLib, not by the library under test. Returns: (transfer full) */
static GByteArray *
hash(DdCryptHash kind, const void *one, gsize one_len, const void *two, gsize two_len)
{
	g_autoptr(GChecksum) sum = g_checksum_new(checksums[kind]);
	GByteArray *digest = g_byte_array_new();
	gsize len = dd_crypt_hash_bytes(kind);
	g_byte_array_set_size(digest, (guint)len);
	if (one_len > 0)
		g_checksum_update(sum, one, (gssize)one_len);
	if (two_len > 0)
		g_checksum_update(sum, two, (gssize)two_len);
	g_checksum_get_digest(sum, digest->data, &len);
	return digest;
}

static GByteArray *
spin(const DdCryptRecipe *recipe, const guint8 *salt)
{
	glong n = 0;
	g_autofree gunichar2 *wide = g_utf8_to_utf16(recipe->password, -1, NULL, &n, NULL);
	for (glong i = 0; i < n; i++)
		wide[i] = GUINT16_TO_LE(wide[i]);
	GByteArray *spun = hash(recipe->hash, salt, BLOCK, wide, (gsize)n * 2);
	unsigned spins = recipe->form == DD_CRYPT_STANDARD ? 50000 : recipe->spins;
	for (unsigned i = 0; i < spins; i++) {
		guint32 number = GUINT32_TO_LE(i);
		GByteArray *next = hash(recipe->hash, &number, sizeof(number), spun->data, spun->len);
		g_byte_array_unref(spun);
		spun = next;
	}
	return spun;
}

/* Cut, or filled with 0x36 */
static void
fit(GByteArray *digest, gsize len)
{
	gsize had = digest->len;
	g_byte_array_set_size(digest, (guint)len);
	if (had < len)
		memset(digest->data + had, 0x36, len - had);
}

/* Encrypts whole blocks where they stand; @iv NULL: each alone */
static void
encrypt(unsigned key_bits, const guint8 *key, const guint8 *iv, guint8 *bytes, gsize len)
{
	struct aes256_ctx long_key;
	struct aes192_ctx middle_key;
	struct aes128_ctx short_key;
	guint8 chain[16] = {0};
	aes256_set_encrypt_key(&long_key, key);
	aes192_set_encrypt_key(&middle_key, key);
	aes128_set_encrypt_key(&short_key, key);
	if (iv != NULL)
		memcpy(chain, iv, sizeof(chain));
	for (gsize at = 0; at < len; at += BLOCK) {
		for (gsize i = 0; i < BLOCK && iv != NULL; i++)
			bytes[at + i] ^= chain[i];
		if (key_bits == 256)
			aes256_encrypt(&long_key, BLOCK, bytes + at, bytes + at);
		else if (key_bits == 192)
			aes192_encrypt(&middle_key, BLOCK, bytes + at, bytes + at);
		else
			aes128_encrypt(&short_key, BLOCK, bytes + at, bytes + at);
		memcpy(chain, bytes + at, BLOCK);
	}
}

static void
pad(GByteArray *bytes)
{
	static const guint8 zeros[16] = {0};
	if (bytes->len % BLOCK != 0)
		put(bytes, zeros, BLOCK - bytes->len % BLOCK);
}

/* Returns: (transfer full) Base64 of @value, encrypted by the key that @spun gives for @purpose */
static char *
lock_value(const DdCryptRecipe *recipe, const GByteArray *spun, const char *purpose,
	const guint8 *salt, const guint8 *value, gsize len)
{
	g_autoptr(GByteArray) key = hash(recipe->hash, spun->data, spun->len, purpose, 8);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	put(bytes, value, len);
	pad(bytes);
	fit(key, 32);
	encrypt(recipe->key_bits, key->data, salt, bytes->data, bytes->len);
	return g_base64_encode(bytes->data, bytes->len);
}

static void
put_package_size(GByteArray *package, gsize len)
{
	guint64 size = GUINT64_TO_LE((guint64)len);
	put(package, &size, sizeof(size));
}

/* Returns: (transfer full) Base64 of @value, encrypted by the package's key */
static char *
lock_by_key(const DdCryptRecipe *recipe, const guint8 *key, const guint8 *salt, const char *purpose,
	const guint8 *value, gsize len)
{
	g_autoptr(GByteArray) iv = hash(recipe->hash, salt, BLOCK, purpose, 8);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	put(bytes, value, len);
	pad(bytes);
	encrypt(recipe->key_bits, key, iv->data, bytes->data, bytes->len);
	return g_base64_encode(bytes->data, bytes->len);
}

static GByteArray *
lock_segments(const DdCryptRecipe *recipe, const guint8 *key, const guint8 *salt,
	const guint8 *file, gsize len)
{
	GByteArray *package = g_byte_array_new();
	put_package_size(package, len);
	put(package, file, len);
	/* the size before it takes half a block */
	while (package->len % BLOCK != 8)
		put(package, "", 1);
	for (gsize at = 0; at < package->len - 8; at += SEGMENT) {
		guint32 number = GUINT32_TO_LE((guint32)(at / SEGMENT));
		g_autoptr(GByteArray) iv = hash(recipe->hash, salt, BLOCK, &number, sizeof(number));
		encrypt(recipe->key_bits, key, iv->data, package->data + 8 + at,
			MIN(SEGMENT, package->len - 8 - at));
	}
	return package;
}

/* HMAC by its definition (RFC 2104). Returns: (transfer full) */
static GByteArray *
make_hmac(DdCryptHash kind, const guint8 *key, const GByteArray *bytes)
{
	const gsize block = kind >= DD_CRYPT_SHA384 ? 128 : 64;
	guint8 inner[128], outer[128];
	for (gsize i = 0; i < block; i++) {
		guint8 byte = i < dd_crypt_hash_bytes(kind) ? key[i] : 0;
		inner[i] = byte ^ 0x36;
		outer[i] = byte ^ 0x5C;
	}
	g_autoptr(GByteArray) first = hash(kind, inner, block, bytes->data, bytes->len);
	return hash(kind, outer, block, first->data, first->len);
}

static GByteArray *
encrypt_agile(const DdCryptRecipe *recipe, const guint8 *file, gsize len, GByteArray **package_out)
{
	static const guint8 salt[] = "0123456789abcdef", package_salt[] = "fedcba9876543210";
	static const guint8 verifier[] = "a verifier of 16",
			    key[] = "a key of thirty-two bytes, surely";
	static const guint8 hmac_key[] =
		"a key for the hash over the whole, which may have 64 bytes of it.";
	gsize bytes = dd_crypt_hash_bytes(recipe->hash);
	const char *name = hash_names[recipe->hash];
	const char *chaining = recipe->chaining != NULL ? recipe->chaining : "ChainingModeCBC";
	g_autoptr(GByteArray) spun = spin(recipe, salt);
	g_autoptr(GByteArray) verifier_hash = hash(recipe->hash, verifier, BLOCK, NULL, 0);
	GByteArray *package = lock_segments(recipe, key, package_salt, file, len);
	g_autoptr(GByteArray) hmac = make_hmac(recipe->hash, hmac_key, package);
	g_autofree char *package_salt_text = g_base64_encode(package_salt, BLOCK);
	g_autofree char *salt_text = g_base64_encode(salt, BLOCK);
	g_autofree char *one = lock_value(
		recipe, spun, "\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79", salt, verifier, BLOCK);
	g_autofree char *two = lock_value(recipe, spun, "\xD7\xAA\x0F\x6D\x30\x61\x34\x4E", salt,
		verifier_hash->data, verifier_hash->len);
	g_autofree char *three = lock_value(
		recipe, spun, "\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6", salt, key, recipe->key_bits / 8);
	g_autofree char *four = lock_by_key(
		recipe, key, package_salt, "\x5F\xB2\xAD\x01\x0C\xB9\xE1\xF6", hmac_key, bytes);
	g_autofree char *five = lock_by_key(
		recipe, key, package_salt, "\xA0\x67\x7F\x02\xB2\x2C\x84\x33", hmac->data, bytes);
	g_autofree char *cipher = g_strdup_printf(
		"saltSize=\"16\" blockSize=\"16\" keyBits=\"%u\" hashSize=\"%u\" "
		"cipherAlgorithm=\"AES\" cipherChaining=\"%s\" hashAlgorithm=\"%s\"",
		recipe->key_bits, (unsigned)bytes, chaining, name);
	g_autofree char *integrity = g_strdup_printf(
		"<dataIntegrity encryptedHmacKey=\"%s\" encryptedHmacValue=\"%s\"/>", four, five);
	g_autofree char *encryptor = g_strdup_printf(
		"<p:encryptedKey spinCount=\"%u\" %s saltValue=\"%s\" "
		"encryptedVerifierHashInput=\"%s\" encryptedVerifierHashValue=\"%s\" "
		"encryptedKeyValue=\"%s\"/>",
		recipe->spins, cipher, salt_text, one, two, three);
	g_autofree char *xml = g_strdup_printf(
		"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
		"<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" "
		"xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
		"<keyData %s saltValue=\"%s\"/>%s<keyEncryptors><keyEncryptor "
		"uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">%s"
		"</keyEncryptor></keyEncryptors></encryption>",
		cipher, package_salt_text, recipe->no_integrity ? "" : integrity,
		recipe->no_password ? "" : encryptor);
	GByteArray *info = g_byte_array_new();
	put_u32(info, 4 | 4 << 16);
	put_u32(info, 0x40);
	put(info, xml, strlen(xml));
	*package_out = package;
	return info;
}

static GByteArray *
encrypt_standard(const DdCryptRecipe *recipe, const guint8 *file, gsize len, GByteArray **package_out)
{
	static const guint8 salt[] = "0123456789abcdef";
	guint8 verifier[] = "a verifier of 16", pads[2][64];
	g_autoptr(GByteArray) spun = spin(recipe, salt);
	g_autoptr(GByteArray) last = hash(DD_CRYPT_SHA1, spun->data, spun->len, "\0\0\0\0", 4);
	memset(pads[0], 0x36, sizeof(pads[0]));
	memset(pads[1], 0x5C, sizeof(pads[1]));
	for (gsize i = 0; i < last->len; i++) {
		pads[0][i] ^= last->data[i];
		pads[1][i] ^= last->data[i];
	}
	g_autoptr(GByteArray) key = hash(DD_CRYPT_SHA1, pads[0], sizeof(pads[0]), NULL, 0);
	g_autoptr(GByteArray) more = hash(DD_CRYPT_SHA1, pads[1], sizeof(pads[1]), NULL, 0);
	put(key, more->data, more->len);
	g_autoptr(GByteArray) verifier_hash = hash(DD_CRYPT_SHA1, verifier, BLOCK, NULL, 0);
	pad(verifier_hash);
	encrypt(recipe->key_bits, key->data, NULL, verifier, BLOCK);
	encrypt(recipe->key_bits, key->data, NULL, verifier_hash->data, verifier_hash->len);
	GByteArray *info = g_byte_array_new();
	put_u32(info, 3 | 2 << 16);
	put_u32(info, 0x24);
	put_u32(info, 34);
	const guint32 header[] = {0x24, 0, 0x660E + (recipe->key_bits - 128) / 64, 0x8004,
		recipe->key_bits, 0x18, 0, 0};
	for (size_t i = 0; i < G_N_ELEMENTS(header); i++)
		put_u32(info, header[i]);
	put(info, "\0", 2); /* the name of its maker: none */
	put_u32(info, 16);
	put(info, salt, BLOCK);
	put(info, verifier, BLOCK);
	put_u32(info, 20);
	put(info, verifier_hash->data, verifier_hash->len);
	GByteArray *package = g_byte_array_new();
	put_package_size(package, len);
	put(package, file, len);
	while (package->len % BLOCK != 8)
		put(package, "", 1);
	encrypt(recipe->key_bits, key->data, NULL, package->data + 8, package->len - 8);
	*package_out = package;
	return info;
}

GByteArray *
dd_crypt_test_encrypt(
	const DdCryptRecipe *recipe, const guint8 *file, gsize len, GByteArray **package_out)
{
	return (recipe->form == DD_CRYPT_AGILE ? encrypt_agile : encrypt_standard)(
		recipe, file, len, package_out);
}

/* A compound file while its sectors are handed out (MS-CFB) */
typedef struct {
	GByteArray *sectors;
	GArray *table, *short_table; /* guint32: what follows each sector */
	GByteArray *shorts;          /* the mini stream */
} Wrap;

/* Returns: the first of the sectors of @size each that hold the bytes */
static guint32
put_chain(GByteArray *to, GArray *table, gsize size, const guint8 *bytes, gsize len)
{
	guint32 first = table->len;
	put(to, bytes, len);
	while (to->len % size != 0)
		put(to, "", 1);
	for (guint32 next = first + 1; next * size <= to->len; next++) {
		guint32 value = next * size == to->len ? END : next;
		g_array_append_val(table, value);
	}
	return len > 0 ? first : END;
}

static guint32
put_stream(Wrap *wrap, const GByteArray *stream)
{
	return stream->len < CUTOFF
		       ? put_chain(wrap->shorts, wrap->short_table, SHORT_SECTOR, stream->data,
				 stream->len)
		       : put_chain(wrap->sectors, wrap->table, SECTOR, stream->data, stream->len);
}

static void
put_entry(GByteArray *out, const char *name, guint8 type, guint32 right, guint32 child,
	guint32 start, gsize size)
{
	gsize at = out->len, n = strlen(name);
	g_byte_array_set_size(out, (guint)at + 128);
	memset(out->data + at, 0, 128);
	for (gsize i = 0; i < n; i++)
		out->data[at + 2 * i] = (guint8)name[i];
	out->data[at + 0x40] = (guint8)(2 * (n + 1));
	out->data[at + 0x42] = type;
	set_u32(out, at + 0x44, NONE);
	set_u32(out, at + 0x48, right);
	set_u32(out, at + 0x4C, child);
	set_u32(out, at + 0x74, start);
	set_u32(out, at + 0x78, (guint32)size);
}

/* Returns: (transfer full) the header, which names the sectors of the table of sectors: @first and @n - 1 behind it */
static GByteArray *
make_header(guint32 directory, guint32 short_table, guint32 first, guint32 n)
{
	GByteArray *file = g_byte_array_new();
	g_byte_array_set_size(file, SECTOR);
	memset(file->data, 0, SECTOR);
	memcpy(file->data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	memcpy(file->data + 0x18, "\x3E\0\x03\0\xFE\xFF\x09\0\x06\0", 10);
	set_u32(file, 0x2C, n);
	set_u32(file, 0x30, directory);
	set_u32(file, 0x38, CUTOFF);
	set_u32(file, 0x3C, short_table);
	set_u32(file, 0x40, 1);
	set_u32(file, 0x44, END);
	for (guint32 i = 0; i < 109; i++)
		set_u32(file, 0x4C + (gsize)4 * i, i < n ? first + i : NONE);
	return file;
}

GByteArray *
dd_crypt_test_wrap(const GByteArray *info, const GByteArray *package)
{
	g_autoptr(GByteArray) sectors = g_byte_array_new();
	g_autoptr(GByteArray) shorts = g_byte_array_new();
	g_autoptr(GByteArray) directory = g_byte_array_new();
	g_autoptr(GArray) table = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autoptr(GArray) short_table = g_array_new(FALSE, FALSE, sizeof(guint32));
	Wrap wrap = {sectors, table, short_table, shorts};
	guint32 package_at = put_stream(&wrap, package), info_at = put_stream(&wrap, info);
	guint32 shorts_at = put_chain(sectors, table, SECTOR, shorts->data, shorts->len);
	guint32 short_table_at = put_chain(sectors, table, SECTOR,
		(const guint8 *)short_table->data, short_table->len * sizeof(guint32));
	put_entry(directory, "Root Entry", 5, NONE, 1, shorts_at, shorts->len);
	put_entry(directory, "EncryptionInfo", 2, 2, NONE, info_at, info->len);
	put_entry(directory, "EncryptedPackage", 2, NONE, NONE, package_at, package->len);
	put_entry(directory, "", 0, NONE, NONE, 0, 0);
	guint32 directory_at = put_chain(sectors, table, SECTOR, directory->data, directory->len);
	guint32 first = table->len, n = 1;
	while ((table->len + n) * sizeof(guint32) > n * SECTOR)
		n++;
	const guint32 own = TABLE, free_sector = NONE;
	for (guint32 i = 0; i < n; i++)
		g_array_append_val(table, own);
	while (table->len % (SECTOR / sizeof(guint32)) != 0)
		g_array_append_val(table, free_sector);
	GByteArray *file = make_header(directory_at, short_table_at, first, n);
	put(file, sectors->data, sectors->len);
	put(file, table->data, table->len * sizeof(guint32));
	return file;
}

GByteArray *
dd_crypt_test_make(const DdCryptRecipe *recipe, const guint8 *file, gsize len)
{
	g_autoptr(GByteArray) package = NULL;
	g_autoptr(GByteArray) info = dd_crypt_test_encrypt(recipe, file, len, &package);
	return dd_crypt_test_wrap(info, package);
}
