/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip-test.c: ZIP files put together byte by byte, as few programs write them and as none does */
#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "dict.h"
#include "error.h"
#include "maxima.h"
#include "zip.h"

#define TEXT "Phòng Nội vụ chủ trì"
#define LARGE 0xFFFFFFFFu

/* What a file says; 0 in what may not be 0 means: the truth */
typedef struct {
	const char *label;
	const char *before, *behind; /* in front of the file, and as its comment */
	uint32_t whole, local, crc, method, flags;
	bool is_large;  /* lengths and places in eight bytes */
	bool is_packed; /* deflated */
	int code;       /* of the error, -1 when it is read */
} Case;

static const Case cases[] = {
	{.label = "stored", .code = -1},
	{.label = "deflated", .is_packed = true, .code = -1},
	{.label = "with bytes in front of it", .before = "#!/bin/sh\n", .code = -1},
	{.label = "with a comment that looks like an end",
		.behind = "PK\005\006: how a file of this kind ends",
		.code = -1},
	{.label = "with a plain comment", .behind = "của Văn phòng", .code = -1},
	{.label = "in eight bytes", .is_large = true, .code = -1},
	{.label = "in eight bytes, deflated, behind others",
		.is_large = true,
		.is_packed = true,
		.before = "MZ",
		.code = -1},
	{.label = "longer than it says", .is_packed = true, .whole = 3, .code = DD_ERROR_INVALID_DATA},
	{.label = "shorter than it says", .is_packed = true, .whole = 3000, .code = DD_ERROR_INVALID_DATA},
	{.label = "far shorter than it says", .is_packed = true, .whole = 1u << 30, .code = DD_ERROR_TOO_LARGE},
	{.label = "stored and shorter than it says", .whole = 300, .code = DD_ERROR_INVALID_DATA},
	{.label = "with another sum", .crc = 1, .code = DD_ERROR_INVALID_DATA},
	{.label = "elsewhere", .local = 7, .code = DD_ERROR_INVALID_DATA},
	{.label = "behind the end", .local = 1u << 30, .code = DD_ERROR_INVALID_DATA},
	{.label = "of another method", .method = 14, .code = DD_ERROR_UNSUPPORTED},
	{.label = "encrypted", .flags = 1, .code = DD_ERROR_UNSUPPORTED},
};

static void
put(GByteArray *out, uint64_t number, gsize n)
{
	for (gsize i = 0; i < n; i++) {
		guint8 byte = (guint8)(i < 8 ? number >> (8 * i) : 0);
		g_byte_array_append(out, &byte, 1);
	}
}

static void
put_text(GByteArray *out, const char *text)
{
	g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

/* Returns: (transfer full) the text as it stands in the file */
static GByteArray *
pack(bool deflate_it)
{
	guint8 packed[256];
	z_stream stream = {.next_in = (Bytef *)(uintptr_t)TEXT,
		.avail_in = sizeof(TEXT) - 1,
		.next_out = packed,
		.avail_out = sizeof(packed)};
	GByteArray *out = g_byte_array_new();
	if (!deflate_it) {
		put_text(out, TEXT);
		return out;
	}
	g_assert_cmpint(
		deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
	g_assert_cmpint(deflate(&stream, Z_FINISH), ==, Z_STREAM_END);
	g_byte_array_append(out, packed, (guint)stream.total_out);
	deflateEnd(&stream);
	return out;
}

/* What stands in both heads of an entry from its flags on */
static void
put_head(GByteArray *out, const Case *one, gsize packed, bool in_directory)
{
	uint32_t whole = one->whole != 0 ? one->whole : (uint32_t)strlen(TEXT);
	bool is_large = one->is_large && in_directory;
	put(out, one->flags, 2);
	put(out, one->method != 0 ? one->method : one->is_packed ? 8 : 0, 2);
	put(out, 0, 4); /* time and day */
	put(out, one->crc != 0 ? one->crc : crc32(0, (const Bytef *)TEXT, sizeof(TEXT) - 1), 4);
	put(out, is_large ? LARGE : packed, 4);
	put(out, is_large ? LARGE : whole, 4);
	put(out, strlen("A\\b.xml"), 2);
	put(out, is_large ? 8 + 4 + 24 : 0, 2);
}

static void
put_directory(GByteArray *out, const Case *one, gsize packed)
{
	put_text(out, "PK\001\002");
	put(out, 45, 2);
	put(out, 45, 2);
	put_head(out, one, packed, true);
	put(out, 0, 10); /* comment, disk, attributes */
	put(out, one->is_large ? LARGE : one->local, 4);
	put_text(out, "A\\b.xml");
	if (!one->is_large)
		return;
	put(out, 0x5455, 2); /* a field of another kind first */
	put(out, 4, 2);
	put(out, 1, 4);
	put(out, 1, 2);
	put(out, 24, 2);
	put(out, strlen(TEXT), 8);
	put(out, packed, 8);
	put(out, one->local, 8);
}

static void
put_end(GByteArray *out, const Case *one, gsize begin, gsize directory)
{
	gsize size = out->len - begin - directory;
	if (one->is_large) {
		gsize end = out->len;
		put_text(out, "PK\006\006");
		put(out, 44, 8);
		put(out, 45, 4);
		put(out, 0, 8);
		put(out, 1, 8);
		put(out, 1, 8);
		put(out, size, 8);
		put(out, directory, 8);
		put_text(out, "PK\006\007");
		put(out, 0, 4);
		put(out, end - begin, 8);
		put(out, 1, 4);
	}
	put_text(out, "PK\005\006");
	put(out, 0, 4);
	put(out, 1, 2);
	put(out, 1, 2);
	put(out, one->is_large ? LARGE : size, 4);
	put(out, one->is_large ? LARGE : directory, 4);
	const char *behind = one->behind != NULL ? one->behind : "";
	put(out, strlen(behind), 2);
	put_text(out, behind);
}

/* Returns: (transfer full) */
static GByteArray *
make(const Case *one)
{
	g_autoptr(GByteArray) text = pack(one->is_packed);
	GByteArray *out = g_byte_array_new();
	put_text(out, one->before != NULL ? one->before : "");
	gsize begin = out->len;
	put_text(out, "PK\003\004");
	put(out, 45, 2);
	put_head(out, one, text->len, false);
	put_text(out, "A\\b.xml");
	g_byte_array_append(out, text->data, text->len);
	gsize directory = out->len - begin;
	put_directory(out, one, text->len);
	put_end(out, one, begin, directory);
	return out;
}

static GHashTable *
want(const char *name)
{
	GHashTable *parts = dd_dict_new(g_free, (GDestroyNotify)g_bytes_unref);
	g_hash_table_insert(parts, g_strdup(name), NULL);
	return parts;
}

static bool
read_exact(const GByteArray *file, gsize len, GHashTable *parts, GError **error)
{
	gsize spent = 0;
	g_autofree guint8 *exact = g_memdup2(file->data, len);
	return dd_zip_read_parts(exact, len, parts, NULL, &spent, error);
}

static void
assert_text(const char *text, gsize len)
{
	g_assert_cmpuint(len, ==, strlen(TEXT));
	g_assert_true(memcmp(text, TEXT, len) == 0);
}

static void
test_case(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(GByteArray) file = make(one);
	g_autoptr(GHashTable) parts = want("a/b.xml");
	g_autoptr(GError) error = NULL;
	bool ok = read_exact(file, file->len, parts, &error);
	g_assert_true(ok == (error == NULL));
	if (one->code >= 0) {
		g_assert_error(error, DD_ERROR, one->code);
		return;
	}
	g_assert_no_error(error);
	gsize len = 0;
	GBytes *part = g_hash_table_lookup(parts, "a/b.xml");
	g_assert_nonnull(part);
	const char *text = g_bytes_get_data(part, &len);
	assert_text(text, len);
}

/* Each byte of a file in eight bytes is turned, and the file is cut there: nothing breaks, and what is read is what was packed */
static void
test_turned(void)
{
	g_autoptr(GByteArray) file = make(&(Case){.is_large = true, .is_packed = true, .behind = "x"});
	guint refused = 0;
	for (guint i = 0; i < file->len; i++) {
		g_autoptr(GHashTable) parts = want("a/b.xml");
		g_autoptr(GHashTable) cut = want("a/b.xml");
		g_autoptr(GError) error = NULL;
		file->data[i] ^= 0xFF;
		bool ok = read_exact(file, file->len, parts, &error);
		file->data[i] ^= 0xFF;
		g_assert_true(ok == (error == NULL));
		refused += !ok;
		GBytes *part = g_hash_table_lookup(parts, "a/b.xml");
		if (part != NULL)
			assert_text(g_bytes_get_data(part, NULL), g_bytes_get_size(part));
		if (i + 1 < file->len)
			g_assert_false(read_exact(file, i, cut, NULL));
	}
	g_assert_cmpuint(refused, >, file->len / 3);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *name = g_strdup_printf("/zip/%s", cases[i].label);
		g_test_add_data_func(name, &cases[i], test_case);
	}
	g_test_add_func("/zip/turned and cut", test_turned);
	return g_test_run();
}
