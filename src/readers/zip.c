/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * zip.c: by the directory at the end of the file, as office programs read it: APPNOTE.TXT of PKWARE, 4.3 to 4.5. What entries say of
 * themselves in front of their bytes only tells where the bytes begin.
 */
#include "zip.h"

#define ZLIB_CONST

#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "error.h"
#include "maxima.h"

#define END_MAGIC "PK\x05\x06"     /* 4.3.16 */
#define END64_MAGIC "PK\x06\x06"   /* 4.3.14 */
#define LOCATOR_MAGIC "PK\x06\x07" /* 4.3.15 */
#define ENTRY_MAGIC "PK\x01\x02"   /* 4.3.12 */
#define LOCAL_MAGIC "PK\x03\x04"   /* 4.3.7 */
#define END_BYTES 22
#define END64_BYTES 56
#define LOCATOR_BYTES 20
#define ENTRY_BYTES 46
#define LOCAL_BYTES 30
#define COMMENT_BYTES 65535   /* behind the end, at most */
#define EXTRA64 0x0001        /* 4.5.3 */
#define ELSEWHERE 0xFFFFFFFFu /* a length or place that needs more than four bytes */
#define FLAG_ENCRYPTED 0x0001u
#define METHOD_STORED 0
#define METHOD_DEFLATED 8

/* Where the directory lies */
typedef struct {
	gsize at, end;
	gsize shift; /* bytes in front of the ZIP file, which its places do not count */
} Directory;

typedef struct {
	guint flags, method;
	uint64_t packed, whole, local; /* bytes packed and inflated; where it begins */
	uint32_t crc;
} Entry;

/* One walk over the entries */
typedef struct {
	const guint8 *bytes;
	gsize len;
	GHashTable *parts; /* folded name → GBytes or NULL */
	gsize *spent;
	Directory directory;
} Walk;

bool
dd_zip_is(const guint8 *bytes, gsize len)
{
	return len >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

char *
dd_zip_fold_name(const char *name)
{
	char *folded = g_ascii_strdown(name, -1);
	for (char *at = folded; *at != '\0'; at++) {
		if (*at == '\\')
			*at = '/';
	}
	size_t slashes = strspn(folded, "/");
	if (slashes > 0)
		memmove(folded, folded + slashes, strlen(folded + slashes) + 1);
	return folded;
}

static bool
refuse_broken(const char *why, GError **error)
{
	g_set_error(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "tệp hỏng hoặc bị cắt; hãy xin lại tệp hoặc mở bằng Word rồi lưu lại (broken ZIP file: %s)",
		why);
	return false;
}

static bool
refuse_large(GError **error, const char *vietnamese, const char *english)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp nén quá lớn: %s; hãy tách thành nhiều tệp (ZIP file too large: %s)",
		vietnamese, english);
	return false;
}

/* Returns: the number of @n bytes, the lowest first */
static uint64_t
get_number(const guint8 *at, gsize n)
{
	uint64_t number = 0;
	for (gsize i = n; i > 0; i--)
		number = number << 8 | at[i - 1];
	return number;
}

/* Returns: TRUE when @n bytes lie at @at, and begin with @magic */
static bool
stands(const Walk *walk, uint64_t at, gsize n, const char *magic)
{
	return at <= walk->len && walk->len - at >= n && memcmp(walk->bytes + at, magic, 4) == 0;
}

/* Returns: FALSE when no end of a ZIP file is there */
static bool
find_end(const Walk *walk, gsize *end_out)
{
	if (walk->len < END_BYTES)
		return false;
	gsize last = walk->len - END_BYTES;
	gsize first = last > COMMENT_BYTES ? last - COMMENT_BYTES : 0;
	for (gsize at = last;; at--) {
		/* the same four letters inside of the comment are followed by anything */
		bool is_end = memcmp(walk->bytes + at, END_MAGIC, 4) == 0 &&
			      get_number(walk->bytes + at + 20, 2) <= last - at;
		if (is_end) {
			*end_out = at;
			return true;
		}
		if (at == first)
			return false;
	}
}

/* Takes what the end of a large file says, where there is one in front of the usual end. */
static void
look_at_end64(const Walk *walk, gsize *end, uint64_t *size, uint64_t *from)
{
	if (*end < LOCATOR_BYTES || !stands(walk, *end - LOCATOR_BYTES, LOCATOR_BYTES, LOCATOR_MAGIC))
		return;
	uint64_t at = get_number(walk->bytes + *end - LOCATOR_BYTES + 8, 8);
	/* with something in front of the file it is not where the file says, but it usually stands before the locator */
	if (!stands(walk, at, END64_BYTES, END64_MAGIC))
		at = *end - MIN(*end, LOCATOR_BYTES + END64_BYTES);
	if (!stands(walk, at, END64_BYTES, END64_MAGIC))
		return;
	*end = (gsize)at;
	*size = get_number(walk->bytes + at + 40, 8);
	*from = get_number(walk->bytes + at + 48, 8);
}

static bool
find_directory(Walk *walk, GError **error)
{
	gsize end = 0;
	if (!find_end(walk, &end))
		return refuse_broken("no directory at its end", error);
	uint64_t size = get_number(walk->bytes + end + 12, 4);
	uint64_t from = get_number(walk->bytes + end + 16, 4);
	look_at_end64(walk, &end, &size, &from);
	/* it ends where the end begins: what it says of its beginning tells how much stands in front of the file */
	if (size > end || from > end - size)
		return refuse_broken("its directory lies elsewhere", error);
	walk->directory = (Directory){
		.at = end - (gsize)size, .end = end, .shift = end - (gsize)(size + from)};
	return true;
}

/* What may still be inflated. A few megabytes are allowed whatever the ratio: short files are very regular. */
static gsize
budget_of(const Walk *walk)
{
	gsize all = DD_MAX_PARTS_BYTES;
	if (walk->len < DD_MAX_PARTS_BYTES / DD_MAX_ZIP_RATIO)
		all = MAX(walk->len * DD_MAX_ZIP_RATIO, (gsize)DD_MAX_ZIP_FREE_BYTES);
	gsize left = *walk->spent < all ? all - *walk->spent : 0;
	return MIN(left, (gsize)DD_MAX_PART_BYTES);
}

/* Inflates @packed bytes to exactly @size of them. */
static bool
inflate_exactly(const guint8 *from, gsize packed, guint8 *to, gsize size)
{
	z_stream stream = {
		.next_in = from, .avail_in = (uInt)packed, .next_out = to, .avail_out = (uInt)size};
	guint8 more = 0;
	if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) /* without a head of zlib's */
		return false;
	int status = inflate(&stream, Z_FINISH);
	if (status == Z_BUF_ERROR && stream.avail_out == 0) {
		/* only the sign of its end may be to come */
		stream.next_out = &more;
		stream.avail_out = 1;
		status = inflate(&stream, Z_FINISH);
	}
	bool ok = status == Z_STREAM_END && stream.total_out == size;
	inflateEnd(&stream);
	return ok;
}

/* Returns: FALSE unless all bytes of the entry lie in the file. @at_out: where they begin */
static bool
find_bytes(const Walk *walk, const Entry *entry, gsize *at_out)
{
	uint64_t local = entry->local + walk->directory.shift;
	if (entry->local > walk->len || !stands(walk, local, LOCAL_BYTES, LOCAL_MAGIC))
		return false;
	uint64_t at = local + LOCAL_BYTES + get_number(walk->bytes + local + 26, 2) +
		      get_number(walk->bytes + local + 28, 2);
	*at_out = (gsize)at;
	return at <= walk->len && entry->packed <= walk->len - at;
}

/* Returns: (transfer full) the part, NULL */
static GBytes *
unpack(Walk *walk, const Entry *entry, GError **error)
{
	gsize at = 0;
	if (entry->whole > budget_of(walk)) {
		refuse_large(error, "phần bên trong quá lớn", "a part of it");
		return NULL;
	}
	if (!find_bytes(walk, entry, &at)) {
		refuse_broken("a part lies elsewhere", error);
		return NULL;
	}
	/* what the file claims is what is reserved, but the system gives memory only for what is written */
	gsize size = (gsize)entry->whole;
	g_autofree guint8 *part = g_malloc(size + 1);
	bool ok = entry->method == METHOD_DEFLATED
			  ? inflate_exactly(walk->bytes + at, (gsize)entry->packed, part, size)
			  : entry->packed == size;
	if (ok && entry->method == METHOD_STORED)
		memcpy(part, walk->bytes + at, size);
	if (!ok || crc32(crc32(0, NULL, 0), part, (uInt)size) != entry->crc) {
		refuse_broken("a part does not unpack", error);
		return NULL;
	}
	*walk->spent += size;
	return g_bytes_new_take(g_steal_pointer(&part), size);
}

static bool
read_entry(Walk *walk, const Entry *entry, const char *name, GError **error)
{
	gpointer key = NULL, value = NULL;
	if (!g_hash_table_lookup_extended(walk->parts, name, &key, &value) || value != NULL)
		return true; /* not asked for; or a second one of that name, which no office program reads */
	if ((entry->flags & FLAG_ENCRYPTED) != 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp có mật khẩu; hãy bỏ mật khẩu rồi mở lại (encrypted: ZIP entry)");
		return false;
	}
	if (entry->method != METHOD_STORED && entry->method != METHOD_DEFLATED) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_UNSUPPORTED, "tệp nén theo cách không dùng cho văn bản; hãy mở bằng Word rồi lưu lại (unsupported: method %u of ZIP)",
			entry->method);
		return false;
	}
	GBytes *bytes = unpack(walk, entry, error);
	if (bytes == NULL)
		return false;
	g_hash_table_insert(walk->parts, g_strdup(name), bytes);
	return true;
}

/* Takes from the extra field what did not fit into four bytes: only what is marked so is there, in this order. */
static void
look_at_extra(const guint8 *at, gsize len, Entry *entry)
{
	uint64_t *const places[] = {&entry->whole, &entry->packed, &entry->local};
	while (len >= 4) {
		guint id = (guint)get_number(at, 2);
		gsize n = MIN((gsize)get_number(at + 2, 2), len - 4);
		const guint8 *field = at + 4;
		at += 4 + n;
		len -= 4 + n;
		for (gsize i = 0; id == EXTRA64 && i < G_N_ELEMENTS(places) && n >= 8; i++) {
			if (*places[i] != ELSEWHERE)
				continue;
			*places[i] = get_number(field, 8);
			field += 8;
			n -= 8;
		}
	}
}

/* Returns: the bytes of the directory's entry at @at, 0 when it is broken. @name_out: as the file has it, not NUL-terminated */
static gsize
parse_entry(const Walk *walk, gsize at, Entry *entry_out, const char **name_out, gsize *name_len_out)
{
	if (!stands(walk, at, ENTRY_BYTES, ENTRY_MAGIC))
		return 0;
	const guint8 *head = walk->bytes + at;
	gsize name_len = (gsize)get_number(head + 28, 2), extra = (gsize)get_number(head + 30, 2);
	gsize n = ENTRY_BYTES + name_len + extra + (gsize)get_number(head + 32, 2);
	if (n > walk->directory.end - at)
		return 0;
	*entry_out = (Entry){.flags = (guint)get_number(head + 8, 2),
		.method = (guint)get_number(head + 10, 2),
		.crc = (uint32_t)get_number(head + 16, 4),
		.packed = get_number(head + 20, 4),
		.whole = get_number(head + 24, 4),
		.local = get_number(head + 42, 4)};
	*name_out = (const char *)head + ENTRY_BYTES;
	*name_len_out = name_len;
	look_at_extra(head + ENTRY_BYTES + name_len, extra, entry_out);
	return n;
}

static bool
walk_entries(Walk *walk, GPtrArray *names, GError **error)
{
	guint count = 0;
	for (gsize at = walk->directory.at; at < walk->directory.end; count++) {
		Entry entry;
		const char *raw = NULL;
		gsize len = 0, n = parse_entry(walk, at, &entry, &raw, &len);
		if (n == 0)
			return refuse_broken("its directory is broken", error);
		if (count >= DD_MAX_ZIP_ENTRIES)
			return refuse_large(error, "quá nhiều phần", "too many entries");
		at += n;
		if (len > DD_MAX_ZIP_NAME_BYTES || memchr(raw, '\0', len) != NULL)
			continue;
		g_autofree char *terminated = g_strndup(raw, len);
		g_autofree char *name = dd_zip_fold_name(terminated);
		if (!read_entry(walk, &entry, name, error))
			return false;
		g_ptr_array_add(names, g_steal_pointer(&name));
	}
	return true;
}

bool
dd_zip_read_parts(const guint8 *bytes, gsize len, GHashTable *parts, GPtrArray **names_out,
	gsize *spent, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	Walk walk = {.bytes = bytes, .len = len, .parts = parts, .spent = spent};
	if (!find_directory(&walk, error) || !walk_entries(&walk, names, error))
		return false;
	if (names_out != NULL)
		*names_out = g_steal_pointer(&names);
	return true;
}
