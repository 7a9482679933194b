/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crypt-info.h"

#include <string.h>

#include "error.h"
#include "xml.h"

#define BLOCK_BYTES 16u /* of AES */
#define STANDARD_SPINS 50000
#define STANDARD_SALT_BYTES 16u
#define STANDARD_HASH_BYTES 32u /* of SHA-1, in whole blocks */

/* Offsets of an EncryptionInfo that is not XML (2.3.4.5), then in its header and its verifier */
enum {
	AT_MINOR = 2,
	AT_HEADER_SIZE = 8,
	AT_HEADER = 12,
	AT_AGILE_XML = 8,
	IN_HEADER_FLAGS = 0,
	IN_HEADER_ALGORITHM = 8,
	IN_HEADER_HASH = 12,
	IN_HEADER_KEY_BITS = 16,
	HEADER_BYTES = 32,
	IN_VERIFIER_SALT_SIZE = 0,
	IN_VERIFIER_SALT = 4,
	IN_VERIFIER_INPUT = 20,
	IN_VERIFIER_HASH = 40,
	VERIFIER_BYTES = 72,
};
#define FLAG_EXTERNAL 0x10u
#define FLAG_AES 0x20u
#define ALGORITHM_SHA1 0x8004u

enum { NAME_KEY_DATA, NAME_INTEGRITY, NAME_KEY };

static const DdXmlName names[] = {
	[NAME_KEY_DATA] = {DD_XML_ENCRYPTION, "keyData"},
	[NAME_INTEGRITY] = {DD_XML_ENCRYPTION, "dataIntegrity"},
	[NAME_KEY] = {DD_XML_ENCRYPTION_PASSWORD, "encryptedKey"},
};

/* The XML on its way */
typedef struct {
	DdCryptInfo *info;
	bool seen[G_N_ELEMENTS(names)];
} Walk;

gsize
dd_crypt_hash_bytes(DdCryptHash hash)
{
	static const guint8 bytes[DD_CRYPT_HASH_LAST] = {20, 32, 48, 64};
	g_return_val_if_fail(hash < DD_CRYPT_HASH_LAST, 0);
	return bytes[hash];
}

static bool
refuse_broken(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"tệp có mật khẩu bị hỏng; hãy xin lại tệp (broken: how this file is encrypted; ask "
		"for it again)");
	return false;
}

static bool
refuse_other(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
		"tệp được mã hóa theo cách chưa đọc được; hãy mở bằng Word hoặc Excel, bỏ mật khẩu "
		"rồi lưu lại (unsupported: its way of encryption; open it in Word or Excel, take "
		"off the password and save it)");
	return false;
}

static guint32
get_u32(const guint8 *at)
{
	return (guint32)at[0] | (guint32)at[1] << 8 | (guint32)at[2] << 16 | (guint32)at[3] << 24;
}

static void
set_value(DdCryptValue *value, const guint8 *bytes, gsize len)
{
	memcpy(value->bytes, bytes, len);
	value->len = len;
}

static bool
take_key_bits(gint64 bits, DdCryptCipher *cipher, GError **error)
{
	if (bits != 128 && bits != 192 && bits != 256)
		return refuse_other(error);
	cipher->key_bytes = (gsize)bits / 8;
	return true;
}

static bool
parse_standard(const guint8 *bytes, gsize len, DdCryptInfo *info, GError **error)
{
	if (len < AT_HEADER)
		return refuse_broken(error);
	gsize header_bytes = get_u32(bytes + AT_HEADER_SIZE);
	if (header_bytes < HEADER_BYTES || header_bytes > len - AT_HEADER ||
		len - AT_HEADER - header_bytes < VERIFIER_BYTES)
		return refuse_broken(error);
	const guint8 *header = bytes + AT_HEADER, *verifier = header + header_bytes;
	guint32 flags = get_u32(header + IN_HEADER_FLAGS), bits = get_u32(header + IN_HEADER_KEY_BITS);
	/* 0x660E to 0x6610: AES with these keys; 0: the flags say it, and the key has 128 bits */
	guint32 algorithm = get_u32(header + IN_HEADER_ALGORITHM),
		hash = get_u32(header + IN_HEADER_HASH);
	bool is_known = algorithm == 0 || (algorithm >= 0x660E && algorithm <= 0x6610 &&
						  bits == 128 + 64 * (algorithm - 0x660E));
	if ((flags & (FLAG_AES | FLAG_EXTERNAL)) != FLAG_AES || !is_known ||
		(hash != 0 && hash != ALGORITHM_SHA1))
		return refuse_other(error);
	if (get_u32(verifier + IN_VERIFIER_SALT_SIZE) != STANDARD_SALT_BYTES)
		return refuse_broken(error);
	info->form = DD_CRYPT_STANDARD;
	info->spins = STANDARD_SPINS;
	set_value(&info->password.salt, verifier + IN_VERIFIER_SALT, STANDARD_SALT_BYTES);
	set_value(&info->verifier, verifier + IN_VERIFIER_INPUT, BLOCK_BYTES);
	set_value(&info->verifier_hash, verifier + IN_VERIFIER_HASH, STANDARD_HASH_BYTES);
	return take_key_bits(bits == 0 ? 128 : bits, &info->password, error);
}

/* Takes a value in Base64 (2.3.4.10). @whole: it is of whole blocks. Returns: FALSE when it is missing, empty, or too long */
static bool
take_value(const DdXml *xml, const char *name, bool whole, DdCryptValue *value, GError **error)
{
	g_autofree char *text = dd_xml_dup_attribute(xml, DD_XML_NONE, name);
	gsize len = 0;
	g_autofree guint8 *bytes = text != NULL ? g_base64_decode(text, &len) : NULL;
	if (len == 0 || (whole && len % BLOCK_BYTES != 0))
		return refuse_broken(error);
	if (len > sizeof(value->bytes))
		return refuse_other(error);
	set_value(value, bytes, len);
	return true;
}

static bool
take_hash(const DdXml *xml, DdCryptHash *hash, GError **error)
{
	/* with a hyphen some programs write it */
	static const struct {
		const char *name;
		DdCryptHash hash;
	} hashes[] = {{"SHA1", DD_CRYPT_SHA1}, {"SHA-1", DD_CRYPT_SHA1},
		{"SHA256", DD_CRYPT_SHA256}, {"SHA-256", DD_CRYPT_SHA256},
		{"SHA384", DD_CRYPT_SHA384}, {"SHA-384", DD_CRYPT_SHA384},
		{"SHA512", DD_CRYPT_SHA512}, {"SHA-512", DD_CRYPT_SHA512}};
	for (size_t i = 0; i < G_N_ELEMENTS(hashes); i++) {
		if (!dd_xml_attribute_is(xml, DD_XML_NONE, "hashAlgorithm", hashes[i].name))
			continue;
		*hash = hashes[i].hash;
		return true;
	}
	return refuse_other(error);
}

static bool
take_cipher(const DdXml *xml, DdCryptCipher *cipher, GError **error)
{
	if (!dd_xml_attribute_is(xml, DD_XML_NONE, "cipherAlgorithm", "AES") ||
		!dd_xml_attribute_is(xml, DD_XML_NONE, "cipherChaining", "ChainingModeCBC") ||
		dd_xml_get_number(xml, DD_XML_NONE, "blockSize", 0, INT32_MAX, 0) != BLOCK_BYTES)
		return refuse_other(error);
	return take_key_bits(dd_xml_get_number(xml, DD_XML_NONE, "keyBits", 0, INT32_MAX, 0),
		       cipher, error) &&
	       take_hash(xml, &cipher->hash, error) &&
	       take_value(xml, "saltValue", false, &cipher->salt, error);
}

static bool
take_key(const DdXml *xml, DdCryptInfo *info, GError **error)
{
	/* one more than the most, so that it is seen: out of range it would be the nearest */
	int64_t spins = dd_xml_get_number(
		xml, DD_XML_NONE, "spinCount", 0, (int64_t)DD_MAX_CRYPT_SPINS + 1, -1);
	if (spins < 0)
		return refuse_broken(error);
	if (spins > DD_MAX_CRYPT_SPINS) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"mở tệp có mật khẩu này tốn quá nhiều thời gian; hãy bỏ mật khẩu rồi lưu "
			"lại (its password is hashed more than %d times; take it off and save the "
			"file)",
			DD_MAX_CRYPT_SPINS);
		return false;
	}
	info->spins = (uint32_t)spins;
	return take_cipher(xml, &info->password, error) &&
	       take_value(xml, "encryptedVerifierHashInput", true, &info->verifier, error) &&
	       take_value(xml, "encryptedVerifierHashValue", true, &info->verifier_hash, error) &&
	       take_value(xml, "encryptedKeyValue", true, &info->key, error);
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Walk *walk = user;
	DdCryptInfo *info = walk->info;
	/* of several ways to the key the first by a password counts */
	if (name < 0 || walk->seen[name])
		return true;
	walk->seen[name] = true;
	switch (name) {
	case NAME_KEY_DATA:
		return take_cipher(xml, &info->package, error);
	case NAME_INTEGRITY:
		return take_value(xml, "encryptedHmacKey", true, &info->hmac_key, error) &&
		       take_value(xml, "encryptedHmacValue", true, &info->hmac_value, error);
	case NAME_KEY:
		return take_key(xml, info, error);
	default:
		return true;
	}
}

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, G_GNUC_UNUSED int name, G_GNUC_UNUSED void *user,
	G_GNUC_UNUSED GError **error)
{
	return true;
}

/* Is each value as long as what it is decrypted to? */
static bool
is_long_enough(const DdCryptInfo *info)
{
	gsize hash = dd_crypt_hash_bytes(info->password.hash);
	gsize package_hash = dd_crypt_hash_bytes(info->package.hash);
	return info->verifier.len >= info->password.salt.len && info->verifier_hash.len >= hash &&
	       info->key.len >= info->package.key_bytes &&
	       (info->hmac_key.len == 0 ||
		       (info->hmac_key.len >= package_hash && info->hmac_value.len >= package_hash));
}

static bool
parse_agile(const guint8 *bytes, gsize len, DdCryptInfo *info, GError **error)
{
	static const DdXmlHandler handler = {names, G_N_ELEMENTS(names), on_open, on_close, NULL};
	if (len <= AT_AGILE_XML)
		return refuse_broken(error);
	Walk walk = {.info = info};
	g_autoptr(GBytes) xml = g_bytes_new_static(bytes + AT_AGILE_XML, len - AT_AGILE_XML);
	info->form = DD_CRYPT_AGILE;
	if (!dd_xml_walk(xml, &handler, &walk, error))
		return false;
	if (!walk.seen[NAME_KEY_DATA])
		return refuse_broken(error);
	if (!walk.seen[NAME_KEY])
		return refuse_other(error); /* by a certificate alone */
	return is_long_enough(info) || refuse_broken(error);
}

bool
dd_crypt_info_parse(const guint8 *bytes, gsize len, DdCryptInfo *info_out, GError **error)
{
	g_return_val_if_fail(bytes != NULL && info_out != NULL, FALSE);
	DdCryptInfo info = {0};
	if (len < AT_HEADER_SIZE)
		return refuse_broken(error);
	unsigned major = bytes[0] | (unsigned)bytes[1] << 8;
	unsigned minor = bytes[AT_MINOR] | (unsigned)bytes[AT_MINOR + 1] << 8;
	bool agile = major == 4 && minor == 4;
	if (!agile && (major < 2 || major > 4 || minor != 2))
		return refuse_other(error);
	if (!(agile ? parse_agile : parse_standard)(bytes, len, &info, error))
		return false;
	*info_out = info;
	return true;
}
