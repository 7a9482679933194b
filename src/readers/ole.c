/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ole.c: the directory of a compound file is a chain of sectors, told by a table that is cut into sectors itself (MS-CFB 2.2 to
 * 2.6). Chains are followed for no more steps than the file has sectors, and each entry is visited once: loops end by themselves.
 */
#include "ole.h"

#include "maxima.h"

#include <string.h>

#define MAGIC "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define MAGIC_BYTES (sizeof(MAGIC) - 1)
#define HEADER_BYTES 512u
#define HEADER_TABLES                                                                              \
	109u /* sectors of the table of sectors that the header names; further ones stand in a chain */
#define LAST_SECTOR 0xFFFFFFFAu /* greater ones have a meaning */
#define ENTRY_BYTES 128u
#define ENTRY_NAME_BYTES 64u
#define HEAD_BYTES                                                                                 \
	64u /* of a stream that are looked at: a short sector, of the mini stream, is as long */

/* Offsets in the header, then in an entry of the directory */
enum {
	AT_SHIFT = 0x1E,
	AT_DIRECTORY = 0x30,
	AT_CUTOFF = 0x38,
	AT_SHORT_TABLES = 0x3C,
	AT_MORE_TABLES = 0x44,
	AT_TABLES = 0x4C,
	AT_NAME_LENGTH = 0x40,
	AT_TYPE = 0x42,
	AT_LEFT = 0x44,
	AT_RIGHT = 0x48,
	AT_CHILD = 0x4C,
	AT_START = 0x74,
	AT_SIZE = 0x78,
};
#define TYPE_STREAM 2

typedef struct {
	const guint8 *bytes;
	gsize len;
	unsigned shift;  /* of a sector's size */
	guint32 sectors; /* that the file has */
	GArray *tables;  /* guint32: sectors of the table of sectors */
	GArray *entries; /* guint32: sectors of the directory */
} Ole;

static void
clear_ole(Ole *self)
{
	g_clear_pointer(&self->tables, g_array_unref);
	g_clear_pointer(&self->entries, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Ole, clear_ole)

static guint32
get_u32(const guint8 *at)
{
	return (guint32)at[0] | (guint32)at[1] << 8 | (guint32)at[2] << 16 | (guint32)at[3] << 24;
}

static guint16
get_u16(const guint8 *at)
{
	return (guint16)(at[0] | at[1] << 8);
}

/* Returns: the bytes of a sector that is all in the file, NULL for another */
static const guint8 *
get_sector(const Ole *self, guint32 sector)
{
	/* the header takes the place of one */
	return sector < self->sectors ? self->bytes + (((gsize)sector + 1) << self->shift) : NULL;
}

/* Returns: the sector that follows, or what is no sector */
static guint32
get_next(const Ole *self, guint32 sector)
{
	guint32 each = (1u << self->shift) / 4;
	if (sector / each >= self->tables->len)
		return LAST_SECTOR;
	const guint8 *table = get_sector(self, g_array_index(self->tables, guint32, sector / each));
	return table != NULL ? get_u32(table + (gsize)4 * (sector % each)) : LAST_SECTOR;
}

/* Finds the sectors of the table of sectors: those that the header names, then those of a chain of lists */
static void
find_tables(Ole *self)
{
	guint32 each = (1u << self->shift) / 4;
	guint32 wanted = self->sectors / each + 1;
	for (guint32 i = 0; i < MIN(wanted, HEADER_TABLES); i++) {
		guint32 table = get_u32(self->bytes + AT_TABLES + (gsize)4 * i);
		g_array_append_val(self->tables, table);
	}
	guint32 list = get_u32(self->bytes + AT_MORE_TABLES);
	while (self->tables->len < wanted) {
		const guint8 *names = get_sector(self, list);
		if (names == NULL)
			return;
		/* the last of a list is the next list */
		for (guint32 i = 0; i + 1 < each && self->tables->len < wanted; i++) {
			guint32 table = get_u32(names + (gsize)4 * i);
			g_array_append_val(self->tables, table);
		}
		list = get_u32(names + (gsize)4 * (each - 1));
	}
}

static void
find_entries(Ole *self)
{
	guint32 each = (1u << self->shift) / ENTRY_BYTES;
	guint32 most = MIN(self->sectors, DD_MAX_OLE_ENTRIES / each);
	guint32 sector = get_u32(self->bytes + AT_DIRECTORY);
	for (; sector < self->sectors && self->entries->len < most; sector = get_next(self, sector))
		g_array_append_val(self->entries, sector);
}

/* Returns: an entry of the directory, NULL when there is none of that number */
static const guint8 *
get_entry(const Ole *self, guint32 number)
{
	guint32 each = (1u << self->shift) / ENTRY_BYTES;
	if (number / each >= self->entries->len)
		return NULL;
	const guint8 *sector = get_sector(self, g_array_index(self->entries, guint32, number / each));
	return sector + (gsize)(number % each) * ENTRY_BYTES;
}

static bool
is_stream(const guint8 *entry, const char *name)
{
	gsize n = strlen(name) + 1;
	if (entry[AT_TYPE] != TYPE_STREAM || get_u16(entry + AT_NAME_LENGTH) != 2 * n ||
		2 * n > ENTRY_NAME_BYTES)
		return false;
	for (gsize i = 0; i < n; i++)
		if (get_u16(entry + 2 * i) != (guint8)name[i])
			return false;
	return true;
}

/* Returns: the first HEAD_BYTES of a stream, NULL when they are not in the file */
static const guint8 *
get_head(const Ole *self, const guint8 *entry)
{
	guint32 start = get_u32(entry + AT_START);
	if (get_u32(entry + AT_SIZE) >= get_u32(self->bytes + AT_CUTOFF))
		return get_sector(self, start);
	/* a short stream is a piece of the one that hangs on the root */
	guint64 at = (guint64)start * HEAD_BYTES;
	guint64 steps = at >> self->shift;
	const guint8 *root = get_entry(self, 0);
	guint32 sector = get_u32(root + AT_START);
	if (steps >= self->sectors)
		return NULL;
	for (; steps > 0 && sector < self->sectors; steps--)
		sector = get_next(self, sector);
	const guint8 *bytes = get_sector(self, sector);
	return bytes != NULL ? bytes + (at & ((1u << self->shift) - 1)) : NULL;
}

/* Is the flag of encryption set? MS-DOC 2.5.2, FibBase.fEncrypted; as far back as Word 6 */
static bool
is_text_encrypted(const guint8 *head)
{
	return (get_u16(head + 0x0A) & 0x0100) != 0;
}

/* Does FilePass follow the beginning, or what says that writing needs a password? MS-XLS 2.1.7.20.3, Globals Substream */
static bool
is_sheet_encrypted(const guint8 *head)
{
	static const guint16 write_protect = 0x0086, file_pass = 0x002F;
	gsize at = 4 + (gsize)get_u16(head + 2);
	if (at + 4 <= HEAD_BYTES && get_u16(head + at) == write_protect)
		at += 4 + (gsize)get_u16(head + at + 2);
	return at + 2 <= HEAD_BYTES && get_u16(head + at) == file_pass;
}

/* Is it one of the streams that tell what the file is? */
static bool
look_at(const Ole *self, const guint8 *entry, void *user)
{
	DdOle *out = user;
	static const struct {
		const char *name;
		DdOleKind kind;
		bool (*is_encrypted)(const guint8 *head); /* NULL: always */
	} names[] = {
		{"EncryptedPackage", DD_OLE_PACKAGE, NULL},
		{"WordDocument", DD_OLE_TEXT, is_text_encrypted},
		{"Workbook", DD_OLE_SHEET, is_sheet_encrypted},
		{"Book", DD_OLE_SHEET, is_sheet_encrypted},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		if (!is_stream(entry, names[i].name))
			continue;
		const guint8 *head = names[i].is_encrypted != NULL ? get_head(self, entry) : NULL;
		out->kind = names[i].kind;
		out->encrypted = names[i].is_encrypted == NULL ||
				 (head != NULL && names[i].is_encrypted(head));
		return true;
	}
	return false;
}

static bool
is_named(G_GNUC_UNUSED const Ole *self, const guint8 *entry, void *name)
{
	return is_stream(entry, name);
}

typedef bool (*LookFunc)(const Ole *self, const guint8 *entry, void *user);

/*
 * Visits what hangs on the root, by a stack: a directory is a tree in which anything may point anywhere. Returns: the first entry of
 * which @look says so, NULL when there is none
 */
static const guint8 *
walk(const Ole *self, LookFunc look, void *user)
{
	const guint8 *root = get_entry(self, 0);
	guint32 n = self->entries->len * ((1u << self->shift) / ENTRY_BYTES);
	g_autofree guint8 *seen = g_malloc0((gsize)n + 1);
	g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(guint32));
	if (root == NULL)
		return NULL;
	guint32 first = get_u32(root + AT_CHILD);
	g_array_append_val(stack, first);
	while (stack->len > 0) {
		guint32 number = g_array_index(stack, guint32, stack->len - 1);
		g_array_set_size(stack, stack->len - 1);
		if (number >= n || seen[number])
			continue;
		seen[number] = 1;
		const guint8 *entry = get_entry(self, number);
		if (look(self, entry, user))
			return entry;
		const guint32 beside[] = {get_u32(entry + AT_LEFT), get_u32(entry + AT_RIGHT)};
		g_array_append_vals(stack, beside, G_N_ELEMENTS(beside));
	}
	return NULL;
}

gboolean
dd_ole_is(const guint8 *bytes, gsize len)
{
	return len >= HEADER_BYTES && memcmp(bytes, MAGIC, MAGIC_BYTES) == 0;
}

/* Opens the directory. Returns: FALSE when there is none that can be followed */
static bool
open_ole(const guint8 *bytes, gsize len, Ole *ole)
{
	guint16 shift = get_u16(bytes + AT_SHIFT);
	/* sectors have 512 bytes, those of version 4 have 4096 */
	if (shift != 9 && shift != 12)
		return false;
	gsize sectors = len >> shift;
	*ole = (Ole){.bytes = bytes,
		.len = len,
		.shift = shift,
		.sectors = sectors > 0 ? (guint32)MIN(sectors - 1, LAST_SECTOR - 1) : 0,
		.tables = g_array_new(FALSE, FALSE, sizeof(guint32)),
		.entries = g_array_new(FALSE, FALSE, sizeof(guint32))};
	find_tables(ole);
	find_entries(ole);
	return true;
}

DdOle
dd_ole_look(const guint8 *bytes, gsize len)
{
	g_return_val_if_fail(bytes != NULL && dd_ole_is(bytes, len), (DdOle){.kind = DD_OLE_OTHER});
	DdOle found = {.kind = DD_OLE_OTHER};
	g_auto(Ole) ole = {0};
	if (open_ole(bytes, len, &ole))
		walk(&ole, look_at, &found);
	return found;
}

/* Returns: the sectors of a chain, as far as it can be followed, but no more than @most */
static GArray *
find_chain(const Ole *self, guint32 first, gsize most)
{
	GArray *chain = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint32 sector = first; sector < self->sectors && chain->len < most;
		sector = get_next(self, sector))
		g_array_append_val(chain, sector);
	return chain;
}

/* Returns: the piece of @each bytes with that number out of a chain of sectors, NULL when the chain ends before */
static const guint8 *
get_piece(const Ole *self, const GArray *chain, guint32 number, guint32 each)
{
	guint32 in_sector = (1u << self->shift) / each;
	if (number / in_sector >= chain->len)
		return NULL;
	const guint8 *sector = get_sector(self, g_array_index(chain, guint32, number / in_sector));
	return sector + (gsize)(number % in_sector) * each;
}

/* Reads @size bytes in sectors of their own. Returns: FALSE when they end before */
static bool
read_long(const Ole *self, guint32 first, gsize size, GByteArray *out)
{
	gsize each = (gsize)1 << self->shift;
	g_autoptr(GArray) chain = find_chain(self, first, (size + each - 1) / each);
	for (guint i = 0; i < chain->len; i++)
		g_byte_array_append(out, get_sector(self, g_array_index(chain, guint32, i)),
			(guint)MIN(each, size - out->len));
	return out->len == size;
}

/* Reads @size bytes of the mini stream, which hangs on the root and has a table of its own (MS-CFB 2.4) */
static bool
read_short(const Ole *self, guint32 first, gsize size, GByteArray *out)
{
	const guint32 word = 4;
	g_autoptr(GArray)
		stream = find_chain(self, get_u32(get_entry(self, 0) + AT_START), self->sectors);
	g_autoptr(GArray)
		table = find_chain(self, get_u32(self->bytes + AT_SHORT_TABLES), self->sectors);
	for (guint32 number = first; out->len < size;) {
		const guint8 *piece = get_piece(self, stream, number, HEAD_BYTES);
		const guint8 *next = get_piece(self, table, number, word);
		if (piece == NULL || next == NULL)
			return false;
		g_byte_array_append(out, piece, (guint)MIN(HEAD_BYTES, size - out->len));
		number = get_u32(next);
	}
	return true;
}

GByteArray *
dd_ole_read_stream(const guint8 *bytes, gsize len, const char *name, gsize most)
{
	g_return_val_if_fail(bytes != NULL && dd_ole_is(bytes, len) && most <= G_MAXUINT, NULL);
	g_auto(Ole) ole = {0};
	const guint8 *entry = open_ole(bytes, len, &ole) ? walk(&ole, is_named, (void *)name) : NULL;
	/* above 4 GiB there is nothing to be had; before version 4 the upper half may be anything */
	gsize size = entry != NULL ? get_u32(entry + AT_SIZE) : 0;
	if (entry == NULL || size > MIN(most, len))
		return NULL;
	g_autoptr(GByteArray) out = g_byte_array_new();
	bool is_short = size < get_u32(bytes + AT_CUTOFF);
	guint32 first = get_u32(entry + AT_START);
	bool read = is_short ? read_short(&ole, first, size, out) : read_long(&ole, first, size, out);
	return read ? g_steal_pointer(&out) : NULL;
}
