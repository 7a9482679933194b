/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compound files put together here, right ones and such as lead in circles. */
#include "ole.h"

#include "document.h"
#include "error.h"
#include "maxima.h"
#include "reader-table.h"

#include <string.h>

#define SECTOR 512u
#define NONE 0xFFFFFFFFu
#define END 0xFFFFFFFEu
#define TABLE 0xFFFFFFFDu
#define LARGE 4096 /* bytes of a stream that stands in sectors of its own */

/* An entry of the directory; the first is the root */
typedef struct {
	const char *name; /* NULL ends a list */
	guint8 type;      /* 1 storage, 2 stream, 5 root */
	guint32 left, right, child, start, size;
} Entry;

#define ROOT(child)                                                                                \
	{                                                                                          \
		"Root Entry", 5, NONE, NONE, child, END, 0                                         \
	}
#define STREAM(name)                                                                               \
	{                                                                                          \
		name, 2, NONE, NONE, NONE, 3, LARGE                                                \
	}

static void
put_u32(guint8 *at, guint32 value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (guint8)(value >> (8 * i));
}

/*
 * Returns: (transfer full) a file of four sectors and more: the table of sectors, the directory (two), then @head and zeros.
 * Of sectors of 512 bytes
 */
static GByteArray *
make(const Entry *entries, const guint8 *head, gsize head_len)
{
	GByteArray *file = g_byte_array_new();
	g_byte_array_set_size(file, SECTOR * 4 + MAX((guint)head_len, LARGE));
	memset(file->data, 0, file->len);
	memcpy(file->data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	file->data[0x1A] = 3;
	file->data[0x1C] = 0xFE;
	file->data[0x1D] = 0xFF;
	file->data[0x1E] = 9;
	file->data[0x20] = 6;
	put_u32(file->data + 0x2C, 1);
	put_u32(file->data + 0x30, 1);
	put_u32(file->data + 0x38, LARGE);
	put_u32(file->data + 0x3C, END);
	put_u32(file->data + 0x44, END);
	memset(file->data + 0x4C, 0xFF, (gsize)109 * 4);
	put_u32(file->data + 0x4C, 0);
	memset(file->data + SECTOR, 0xFF, SECTOR);
	const guint32 table[] = {TABLE, 2, END, 4, 5, 6, 7, 8, 9, 10, END};
	for (guint i = 0; i < G_N_ELEMENTS(table); i++)
		put_u32(file->data + SECTOR + (gsize)4 * i, table[i]);
	guint8 *at = file->data + (gsize)2 * SECTOR;
	for (const Entry *entry = entries; entry->name != NULL; entry++, at += 128) {
		gsize n = strlen(entry->name);
		for (gsize i = 0; i < n; i++)
			at[2 * i] = (guint8)entry->name[i];
		at[0x40] = (guint8)(2 * (n + 1));
		at[0x42] = entry->type;
		put_u32(at + 0x44, entry->left);
		put_u32(at + 0x48, entry->right);
		put_u32(at + 0x4C, entry->child);
		put_u32(at + 0x74, entry->start);
		put_u32(at + 0x78, entry->size);
	}
	if (head_len > 0)
		memcpy(file->data + (gsize)4 * SECTOR, head, head_len);
	return file;
}

static void
assert_kind(const Entry *entries, const void *head, gsize head_len, DdOleKind kind, bool encrypted)
{
	g_autoptr(GByteArray) file = make(entries, head, head_len);
	g_assert_true(dd_ole_is(file->data, file->len));
	DdOle ole = dd_ole_look(file->data, file->len);
	g_assert_cmpint(ole.kind, ==, kind);
	g_assert_true(ole.encrypted == encrypted);
}

/* the beginnings of streams that are short, and of such as need a password */
#define TEXT "\xEC\xA5\xC1\x00\x00\x00\x00\x00\x00\x00\x00\x00"
#define SECRET_TEXT "\xEC\xA5\xC1\x00\x00\x00\x00\x00\x00\x00\x00\x01"
#define SHEET                                                                                      \
	"\x09\x08\x10\x00\x00\x06\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xE1\x00"
#define SECRET_SHEET                                                                               \
	"\x09\x08\x10\x00\x00\x06\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x2F\x00" \
	"\x36"                                                                                     \
	"\x00"
#define LOCKED_SECRET_SHEET                                                                        \
	"\x09\x08\x10\x00\x00\x06\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x86\x00" \
	"\x00\x00\x2F\x00"
#define LOCKED_SHEET                                                                               \
	"\x09\x08\x10\x00\x00\x06\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x86\x00" \
	"\x00\x00\xE1\x00"

static void
test_kinds(void)
{
	const Entry text[] = {ROOT(1), STREAM("WordDocument"), {0}};
	const Entry sheet[] = {ROOT(1), STREAM("Workbook"), {0}};
	const Entry old_sheet[] = {ROOT(1), STREAM("Book"), {0}};
	const Entry package[] = {ROOT(1), STREAM("EncryptedPackage"), {0}};
	const Entry mail[] = {ROOT(1), STREAM("__properties_version1.0"), {0}};
	const Entry longer[] = {ROOT(1), STREAM("WordDocument2"), {0}};
	const Entry storage[] = {ROOT(1), {"WordDocument", 1, NONE, NONE, NONE, 0, 0}, {0}};
	assert_kind(text, TEXT, sizeof(TEXT), DD_OLE_TEXT, false);
	assert_kind(text, SECRET_TEXT, sizeof(SECRET_TEXT), DD_OLE_TEXT, true);
	assert_kind(sheet, SHEET, sizeof(SHEET), DD_OLE_SHEET, false);
	assert_kind(sheet, SECRET_SHEET, sizeof(SECRET_SHEET), DD_OLE_SHEET, true);
	assert_kind(sheet, LOCKED_SHEET, sizeof(LOCKED_SHEET), DD_OLE_SHEET, false);
	assert_kind(sheet, LOCKED_SECRET_SHEET, sizeof(LOCKED_SECRET_SHEET), DD_OLE_SHEET, true);
	assert_kind(old_sheet, SHEET, sizeof(SHEET), DD_OLE_SHEET, false);
	assert_kind(package, "", 0, DD_OLE_PACKAGE, true);
	assert_kind(mail, "", 0, DD_OLE_OTHER, false);
	assert_kind(longer, "", 0, DD_OLE_OTHER, false);
	assert_kind(storage, "", 0, DD_OLE_OTHER, false);
}

/* A text in which a table is embedded is a text; the tree is followed to both sides, over two sectors */
static void
test_tree(void)
{
	const Entry embedded[] = {ROOT(2), STREAM("Workbook"), {"ObjectPool", 1, NONE, 3, 1, END, 0},
		{"Data", 2, 4, 5, NONE, 3, LARGE}, STREAM("1Table"), STREAM("WordDocument"), {0}};
	assert_kind(embedded, TEXT, sizeof(TEXT), DD_OLE_TEXT, false);
}

/* A short stream is a piece of the root's: 64 bytes each */
static void
test_short_stream(void)
{
	const Entry entries[] = {{"Root Entry", 5, NONE, NONE, 1, 3, 2048},
		{"Workbook", 2, NONE, NONE, NONE, 9, 200}, {0}};
	guint8 bytes[2048] = {0};
	memcpy(bytes + (gsize)9 * 64, SECRET_SHEET, sizeof(SECRET_SHEET));
	assert_kind(entries, bytes, sizeof(bytes), DD_OLE_SHEET, true);
	memcpy(bytes + (gsize)9 * 64, SHEET, sizeof(SHEET));
	assert_kind(entries, bytes, sizeof(bytes), DD_OLE_SHEET, false);
}

/* Places in the file that point at themselves, at each other, behind its end */
static void
test_circles(void)
{
	const Entry entries[] = {ROOT(1), {"A", 2, 1, 2, 1, 3, LARGE}, {"B", 2, 1, 0, 2, 3, LARGE},
		{"C", 2, 3, 3, 3, 0, 0}, {0}};
	const guint32 values[] = {0, 1, 2, 3, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFF9, END, NONE};
	const gsize places[] = {0x30, 0x44, 0x4C, 0x50, SECTOR, SECTOR + 4, SECTOR + 8,
		2 * SECTOR + 0x4C, 2 * SECTOR + 0x74, 2 * SECTOR + 128 + 0x44};
	for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
		for (gsize k = 0; k < G_N_ELEMENTS(values); k++) {
			g_autoptr(GByteArray) file = make(entries, NULL, 0);
			put_u32(file->data + places[i], values[k]);
			g_assert_cmpint(dd_ole_look(file->data, file->len).kind, ==, DD_OLE_OTHER);
		}
	g_autoptr(GByteArray) file = make(entries, NULL, 0);
	for (unsigned shift = 0; shift < 256; shift++) {
		file->data[0x1E] = (guint8)shift;
		g_assert_cmpint(dd_ole_look(file->data, file->len).kind, ==, DD_OLE_OTHER);
	}
}

/* However it is cut, nothing behind its end is looked at */
static void
test_cut(void)
{
	const Entry entries[] = {ROOT(1), STREAM("Workbook"), {0}};
	g_autoptr(GByteArray) file = make(entries, (const guint8 *)SECRET_SHEET, sizeof(SECRET_SHEET));
	g_assert_false(dd_ole_is(file->data, SECTOR - 1));
	for (gsize len = SECTOR; len <= file->len; len += 64) {
		g_autofree guint8 *copy = g_memdup2(file->data, len);
		DdOle ole = dd_ole_look(copy, len);
		g_assert_cmpint(ole.kind, ==, len >= (gsize)3 * SECTOR ? DD_OLE_SHEET : DD_OLE_OTHER);
		g_assert_true(ole.encrypted == (len >= (gsize)5 * SECTOR));
	}
}

/* Streams in sectors of their own, and short ones; too long, not there, chains that end early, lead out of the file or in circles */
static void
test_streams(void)
{
	const Entry entries[] = {{"Root Entry", 5, NONE, NONE, 1, 3, 2048},
		{"A", 2, NONE, 2, NONE, 3, LARGE}, {"B", 2, NONE, NONE, NONE, 9, 200}, {0}};
	guint8 bytes[LARGE];
	for (gsize i = 0; i < sizeof(bytes); i++)
		bytes[i] = (guint8)(i % 251);
	g_autoptr(GByteArray) file = make(entries, bytes, sizeof(bytes));
	/* the table of the short ones is the sector of the table itself: 9 is followed by 10, that by nothing */
	put_u32(file->data + 0x3C, 0);
	g_autoptr(GByteArray) whole = dd_ole_read_stream(file->data, file->len, "A", LARGE);
	g_assert_nonnull(whole);
	g_assert_cmpuint(whole->len, ==, LARGE);
	g_assert_true(memcmp(whole->data, bytes, LARGE) == 0);
	g_assert_null(dd_ole_read_stream(file->data, file->len, "A", LARGE - 1));
	g_assert_null(dd_ole_read_stream(file->data, file->len, "C", LARGE));
	g_assert_null(dd_ole_read_stream(file->data, file->len, "B", LARGE));
	put_u32(file->data + (gsize)2 * SECTOR + 2 * 128 + 0x78, 128);
	g_autoptr(GByteArray) little = dd_ole_read_stream(file->data, file->len, "B", LARGE);
	g_assert_nonnull(little);
	g_assert_cmpuint(little->len, ==, 128);
	g_assert_true(memcmp(little->data, bytes + (gsize)9 * 64, 128) == 0);
	const guint32 values[] = {5, END, NONE, 0xFFFF, 0x7FFFFFFF};
	for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
		put_u32(file->data + SECTOR + (gsize)4 * 5, values[i]);
		g_autoptr(GByteArray) read = dd_ole_read_stream(file->data, file->len, "A", LARGE);
		g_assert_true((read != NULL) ==
			      (values[i] == 5)); /* in a circle there is enough, of the wrong */
	}
}

static void
assert_told(const Entry *entries, const void *head, gsize head_len, int code, const char *words)
{
	g_autoptr(GByteArray) file = make(entries, head, head_len);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_file_read(file->data, file->len, NULL, NULL, &error);
	g_assert_null(document);
	g_assert_error(error, DD_ERROR, code);
	g_assert_nonnull(strstr(error->message, words));
}

/* The codes by which a caller knows that there is something to convert */
static void
test_told(void)
{
	const Entry text[] = {ROOT(1), STREAM("WordDocument"), {0}};
	const Entry sheet[] = {ROOT(1), STREAM("Workbook"), {0}};
	const Entry package[] = {ROOT(1), STREAM("EncryptedPackage"), {0}};
	const Entry mail[] = {ROOT(1), STREAM("__properties_version1.0"), {0}};
	assert_told(text, TEXT, sizeof(TEXT), DD_ERROR_OLD_TEXT, ".doc");
	assert_told(text, SECRET_TEXT, sizeof(SECRET_TEXT), DD_ERROR_UNSUPPORTED, "mật khẩu");
	assert_told(sheet, SHEET, sizeof(SHEET), DD_ERROR_OLD_SHEET, ".xls");
	assert_told(sheet, SECRET_SHEET, sizeof(SECRET_SHEET), DD_ERROR_OLD_SHEET, "mật khẩu");
	assert_told(package, "", 0, DD_ERROR_UNSUPPORTED, "mật khẩu");
	assert_told(mail, "", 0, DD_ERROR_UNSUPPORTED, "OLE");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/ole/kinds", test_kinds);
	g_test_add_func("/ole/tree", test_tree);
	g_test_add_func("/ole/short-stream", test_short_stream);
	g_test_add_func("/ole/circles", test_circles);
	g_test_add_func("/ole/cut", test_cut);
	g_test_add_func("/ole/streams", test_streams);
	g_test_add_func("/ole/told", test_told);
	return g_test_run();
}
