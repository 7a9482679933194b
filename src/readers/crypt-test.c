/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Office files encrypted at test time in every way that is known, with the right password, a wrong one and none; and broken ones. */
#include "crypt-package.h"

#include <string.h>

#include "crypt-test-support.h"
#include "docx-test-support.h"
#include "error.h"
#include "reader-table.h"

#define PASSWORD "mật khẩu Đ"

static const DdDecryptModule decryptor = {DD_READER_MODULE_VERSION, dd_crypt_package_open};

static const DdCryptRecipe recipes[] = {
	{.form = DD_CRYPT_AGILE, .hash = DD_CRYPT_SHA512, .key_bits = 256, .spins = 1000},
	{.form = DD_CRYPT_AGILE, .hash = DD_CRYPT_SHA384, .key_bits = 256, .spins = 3},
	{.form = DD_CRYPT_AGILE, .hash = DD_CRYPT_SHA256, .key_bits = 192, .spins = 0},
	{.form = DD_CRYPT_AGILE, .hash = DD_CRYPT_SHA1, .key_bits = 128, .spins = 1},
	/* a hash that is shorter than the key */
	{.form = DD_CRYPT_AGILE, .hash = DD_CRYPT_SHA1, .key_bits = 256, .spins = 1},
	{.form = DD_CRYPT_AGILE, .hash = DD_CRYPT_SHA512, .key_bits = 256, .spins = 1, .no_integrity = true},
	{.form = DD_CRYPT_STANDARD, .hash = DD_CRYPT_SHA1, .key_bits = 128},
	{.form = DD_CRYPT_STANDARD, .hash = DD_CRYPT_SHA1, .key_bits = 192},
	{.form = DD_CRYPT_STANDARD, .hash = DD_CRYPT_SHA1, .key_bits = 256},
};

/* Returns: (transfer full) a DOCX, with so many paragraphs, in a compound file */
static GByteArray *
lock_docx(const DdCryptRecipe *recipe, gsize paragraphs)
{
	DdCryptRecipe whole = *recipe;
	whole.password = PASSWORD;
	g_autofree char *body = dd_test_repeat(
		"", "<w:p><w:r><w:t>Sở Y tế chủ trì</w:t></w:r></w:p>", paragraphs, "");
	g_autoptr(GBytes) docx = dd_test_docx(body, NULL, NULL);
	return dd_crypt_test_make(&whole, g_bytes_get_data(docx, NULL), g_bytes_get_size(docx));
}

static DdDocument *
read_locked(const void *bytes, gsize len, const char *password, GError **error)
{
	const DdReadContext context = {.decryptor = &decryptor, .password = password};
	/* an exact copy, so that a look behind the end is seen */
	g_autofree guint8 *copy = g_memdup2(bytes, len);
	DdDocument *document = dd_file_read(copy, len, NULL, &context, error);
	return document;
}

static void
assert_refused(const GByteArray *file, const char *password, DdError code, const char *says)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = read_locked(file->data, file->len, password, &error);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, says));
}

static void
test_opened(gconstpointer data)
{
	/* a package that is a short stream, one of whole blocks, and one of several segments */
	static const gsize paragraphs[] = {1, 3000};
	for (size_t i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GByteArray) file = lock_docx(data, paragraphs[i]);
		g_autoptr(DdDocument) document = read_locked(file->data, file->len, PASSWORD, &error);
		g_assert_no_error(error);
		g_assert_cmpstr(dd_document_get_kind(document), ==, "DOCX");
		const DdBlocks *body = dd_document_get_blocks(document, DD_PART_BODY);
		g_assert_cmpuint(body->n, ==, paragraphs[i]);
		g_assert_cmpstr(body->items[body->n - 1].paragraph.text, ==, "Sở Y tế chủ trì");
		assert_refused(file, NULL, DD_ERROR_PASSWORD, "--password-fd");
		assert_refused(file, "mật khẩu đ", DD_ERROR_PASSWORD, "không đúng");
		assert_refused(file, "", DD_ERROR_PASSWORD, "không đúng");
	}
}

/* Bytes that are not compressible, so that the package has some segments. Returns: (transfer full) */
static GByteArray *
make_long_file(gsize len)
{
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)"PK\3\4", 4);
	while (bytes->len < len) {
		gint32 number = g_test_rand_int();
		g_byte_array_append(bytes, (const guint8 *)&number, sizeof(number));
	}
	g_byte_array_set_size(bytes, (guint)len);
	return bytes;
}

static void
test_lengths(gconstpointer data)
{
	DdCryptRecipe recipe = *(const DdCryptRecipe *)data;
	static const gsize lengths[] = {4, 15, 16, 17, 4080, 4088, 4095, 4096, 4097, 100000, 200001};
	recipe.password = PASSWORD;
	for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GByteArray) inside = make_long_file(lengths[i]);
		g_autoptr(GByteArray) file = dd_crypt_test_make(&recipe, inside->data, inside->len);
		g_autoptr(GByteArray)
			opened = dd_crypt_package_open(file->data, file->len, PASSWORD, &error);
		g_assert_no_error(error);
		g_assert_cmpuint(opened->len, ==, inside->len);
		g_assert_true(memcmp(opened->data, inside->data, inside->len) == 0);
	}
}

/* Whoever changes a byte of the package is found out, where its writer made that possible */
static void
test_changed(void)
{
	DdCryptRecipe recipe = recipes[0];
	recipe.password = PASSWORD;
	g_autoptr(GByteArray) inside = make_long_file(20000);
	g_autoptr(GByteArray) package = NULL;
	g_autoptr(GByteArray)
		info = dd_crypt_test_encrypt(&recipe, inside->data, inside->len, &package);
	for (guint at = 0; at < package->len; at += 1001) {
		package->data[at] ^= 1;
		g_autoptr(GByteArray) file = dd_crypt_test_wrap(info, package);
		assert_refused(file, PASSWORD, DD_ERROR_INVALID_DATA, "bị sửa");
		package->data[at] ^= 1;
	}
}

/* What is told is more than there is, or none of it */
static void
test_sizes(void)
{
	DdCryptRecipe recipe = {.form = DD_CRYPT_STANDARD, .key_bits = 128, .password = PASSWORD};
	g_autoptr(GByteArray) inside = make_long_file(1000);
	g_autoptr(GByteArray) package = NULL;
	g_autoptr(GByteArray)
		info = dd_crypt_test_encrypt(&recipe, inside->data, inside->len, &package);
	static const guint64 sizes[] = {0, 1009, G_MAXUINT32, G_MAXUINT64};
	for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
		guint64 size = GUINT64_TO_LE(sizes[i]);
		memcpy(package->data, &size, sizeof(size));
		g_autoptr(GByteArray) file = dd_crypt_test_wrap(info, package);
		assert_refused(file, PASSWORD, DD_ERROR_INVALID_DATA, "hỏng");
	}
	g_byte_array_set_size(package, 7);
	g_autoptr(GByteArray) file = dd_crypt_test_wrap(info, package);
	assert_refused(file, PASSWORD, DD_ERROR_INVALID_DATA, "hỏng");
}

static void
assert_info(GByteArray *info, int code)
{
	g_autoptr(GError) error = NULL;
	DdCryptInfo parsed;
	g_autofree guint8 *copy = g_memdup2(info->data, info->len);
	bool good = dd_crypt_info_parse(copy, info->len, &parsed, &error);
	g_assert_cmpint(good, ==, code < 0);
	if (code >= 0)
		g_assert_error(error, DD_ERROR, code);
}

/* Replaces @old by @new in the XML. Returns: (transfer full) */
static GByteArray *
change(const GByteArray *info, const char *old, const char *new)
{
	g_autofree char *xml = g_strndup((const char *)info->data + 8, info->len - 8);
	g_auto(GStrv) parts = g_strsplit(xml, old, -1);
	g_assert_nonnull(parts[1]);
	g_autofree char *changed = g_strjoinv(new, parts);
	GByteArray *out = g_byte_array_new();
	g_byte_array_append(out, info->data, 8);
	return g_byte_array_append(out, (const guint8 *)changed, (guint)strlen(changed));
}

static void
test_agile_info(void)
{
	static const struct {
		const char *old, *new;
		int code;
	} rows[] = {
		{"SHA512", "SHA-512", -1},
		{"SHA512", "MD5", DD_ERROR_UNSUPPORTED},
		{"\"AES\"", "\"DES\"", DD_ERROR_UNSUPPORTED},
		{"ChainingModeCBC", "ChainingModeCFB", DD_ERROR_UNSUPPORTED},
		{"blockSize=\"16\"", "blockSize=\"8\"", DD_ERROR_UNSUPPORTED},
		{"keyBits=\"256\"", "keyBits=\"257\"", DD_ERROR_UNSUPPORTED},
		{"keyBits=\"256\"", "keyBits=\"128\"", -1},
		{"spinCount=\"3\"", "spinCount=\"10000000\"", -1},
		{"spinCount=\"3\"", "spinCount=\"10000001\"", DD_ERROR_TOO_LARGE},
		{"spinCount=\"3\"", "spinCount=\"99999999999999999999\"", DD_ERROR_TOO_LARGE},
		{"spinCount=\"3\"", "", DD_ERROR_INVALID_DATA},
		{"saltValue=\"", "saltValue=\"!", -1}, /* what is no Base64 is passed over */
		{"saltValue=\"", "saltValue=\"\" x=\"", DD_ERROR_INVALID_DATA},
		{"encryptedKeyValue=\"", "encryptedKeyValue=\"AAAA\" x=\"", DD_ERROR_INVALID_DATA},
		{"encryptedVerifierHashValue=\"",
			"encryptedVerifierHashValue=\"MDEyMzQ1Njc4OWFiY2RlZg==\" x=\"",
			DD_ERROR_INVALID_DATA},
		{"<keyData", "<other", DD_ERROR_INVALID_DATA},
		{"p:encryptedKey", "p:other", DD_ERROR_UNSUPPORTED},
		{"</encryption>", "", DD_ERROR_INVALID_DATA},
		{"<encryption", "<!DOCTYPE a><encryption", DD_ERROR_INVALID_DATA},
	};
	DdCryptRecipe recipe = {.form = DD_CRYPT_AGILE,
		.hash = DD_CRYPT_SHA512,
		.key_bits = 256,
		.spins = 3,
		.password = PASSWORD};
	g_autoptr(GByteArray) package = NULL;
	g_autoptr(GByteArray) info = dd_crypt_test_encrypt(&recipe, (const guint8 *)"PK", 2, &package);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_test_message("%s", rows[i].new);
		g_autoptr(GByteArray) changed = change(info, rows[i].old, rows[i].new);
		assert_info(changed, rows[i].code);
	}
	/* a value of more than the longest hash */
	g_autofree char *many = g_strnfill(88 + 4, 'A');
	g_autofree char *salt = g_strdup_printf("saltValue=\"%s\" x=\"", many);
	g_autoptr(GByteArray) changed = change(info, "saltValue=\"", salt);
	assert_info(changed, DD_ERROR_UNSUPPORTED);
	/* each shorter one is broken */
	for (guint len = info->len - 1; len > 0; len--) {
		g_byte_array_set_size(info, len);
		assert_info(info, len < 4 + 4 ? DD_ERROR_INVALID_DATA : DD_ERROR_INVALID_DATA);
	}
}

static void
test_standard_info(void)
{
	static const struct {
		guint at;
		guint32 value;
		int code;
	} rows[] = {
		{0, 2 | 2 << 16, -1},
		{0, 4 | 2 << 16, -1},
		{0, 1 | 1 << 16, DD_ERROR_UNSUPPORTED},
		{0, 3 | 3 << 16, DD_ERROR_UNSUPPORTED},
		{8, 31, DD_ERROR_INVALID_DATA},
		{8, 35, DD_ERROR_INVALID_DATA},
		{8, G_MAXUINT32, DD_ERROR_INVALID_DATA},
		{12, 0x04, DD_ERROR_UNSUPPORTED},   /* RC4 */
		{12, 0x34, DD_ERROR_UNSUPPORTED},   /* by a program that is not told */
		{20, 0x6801, DD_ERROR_UNSUPPORTED}, /* RC4 */
		{20, 0x6610, DD_ERROR_UNSUPPORTED}, /* a longer key than is told */
		{20, 0, -1},
		{24, 0x8003, DD_ERROR_UNSUPPORTED},
		{24, 0, -1},
		{28, 40, DD_ERROR_UNSUPPORTED},
		{12 + 34, 17, DD_ERROR_INVALID_DATA},
	};
	DdCryptRecipe recipe = {.form = DD_CRYPT_STANDARD, .key_bits = 128, .password = PASSWORD};
	g_autoptr(GByteArray) package = NULL;
	g_autoptr(GByteArray) info = dd_crypt_test_encrypt(&recipe, (const guint8 *)"PK", 2, &package);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GByteArray) changed = g_byte_array_new();
		guint32 value = GUINT32_TO_LE(rows[i].value);
		g_byte_array_append(changed, info->data, info->len);
		memcpy(changed->data + rows[i].at, &value, sizeof(value));
		g_test_message("%u: %u", rows[i].at, rows[i].value);
		assert_info(changed, rows[i].code);
	}
	while (info->len > 1) {
		g_byte_array_set_size(info, info->len - 1);
		assert_info(info, DD_ERROR_INVALID_DATA);
	}
}

/* However a file is cut or changed, there is an error or a document, and nothing outside of it is looked at */
static void
test_broken(void)
{
	g_autoptr(GByteArray) file = lock_docx(&recipes[3], 1);
	for (guint len = 512; len < file->len; len += 97) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = read_locked(file->data, len, PASSWORD, &error);
		g_assert_true((document == NULL) == (error != NULL));
	}
	for (unsigned i = 0; i < 2000; i++) {
		g_autofree guint8 *copy = g_memdup2(file->data, file->len);
		copy[g_test_rand_int_range(8, (gint32)file->len)] = (guint8)g_test_rand_int();
		g_autoptr(GError) error = NULL;
		g_autoptr(DdDocument) document = read_locked(copy, file->len, PASSWORD, &error);
		g_assert_true((document == NULL) == (error != NULL));
	}
}

/* A file inside that is of no kind that has a reader */
static void
test_other_inside(void)
{
	DdCryptRecipe recipe = recipes[3];
	recipe.password = PASSWORD;
	const DdZipEntry entries[] = {{"a.txt", "a"}, {0}};
	g_autoptr(GBytes) zip = dd_test_zip(entries);
	g_autoptr(GByteArray) file = dd_crypt_test_make(
		&recipe, g_bytes_get_data(zip, NULL), g_bytes_get_size(zip));
	assert_refused(file, PASSWORD, DD_ERROR_UNSUPPORTED, "không phải văn bản Word");
	g_autoptr(GByteArray) text = dd_crypt_test_make(&recipe, (const guint8 *)"not a ZIP file", 14);
	assert_refused(text, PASSWORD, DD_ERROR_INVALID_DATA, "hỏng");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(recipes); i++) {
		g_autofree char *name = g_strdup_printf("/crypt/opened/%zu", i);
		g_autofree char *lengths = g_strdup_printf("/crypt/lengths/%zu", i);
		g_test_add_data_func(name, &recipes[i], test_opened);
		g_test_add_data_func(lengths, &recipes[i], test_lengths);
	}
	g_test_add_func("/crypt/changed", test_changed);
	g_test_add_func("/crypt/sizes", test_sizes);
	g_test_add_func("/crypt/agile-info", test_agile_info);
	g_test_add_func("/crypt/standard-info", test_standard_info);
	g_test_add_func("/crypt/broken", test_broken);
	g_test_add_func("/crypt/other-inside", test_other_inside);
	return g_test_run();
}
