/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "error.h"
#include "maxima.h"

typedef struct archive Archive;

static void
free_archive(Archive *archive)
{
	if (archive != NULL)
		archive_read_free(archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Archive, free_archive)

/* One walk over the entries */
typedef struct {
	Archive *archive;
	GHashTable *parts; /* folded name → GBytes or NULL */
	gsize file_len;
	gsize *spent;
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
refuse_broken(Archive *archive, GError **error)
{
	const char *why = archive_error_string(archive);
	g_set_error(error, DD_ERROR,
		DD_ERROR_INVALID_DATA, "tệp hỏng hoặc bị cắt; hãy xin lại tệp hoặc mở bằng Word rồi lưu lại (broken ZIP file: %.200s)",
		why != NULL ? why : "unknown reason");
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

/* The archive reads a few more methods than office files use; each is code that a hostile file would reach. */
static bool
is_usual_method(Archive *archive)
{
	const char *name = archive_format_name(archive);
	return name != NULL &&
	       (strstr(name, "deflation") != NULL || strstr(name, "uncompressed") != NULL);
}

/* What may still be inflated. A few megabytes are allowed whatever the ratio: short files are very regular. */
static gsize
budget_of(const Walk *walk)
{
	gsize all = DD_MAX_PARTS_BYTES;
	if (walk->file_len < DD_MAX_PARTS_BYTES / DD_MAX_ZIP_RATIO)
		all = MAX(walk->file_len * DD_MAX_ZIP_RATIO, (gsize)DD_MAX_ZIP_FREE_BYTES);
	gsize left = *walk->spent < all ? all - *walk->spent : 0;
	return MIN(left, (gsize)DD_MAX_PART_BYTES);
}

/* Returns: (transfer full) the part that the archive stands before, NULL */
static GBytes *
inflate(Walk *walk, int64_t claimed, GError **error)
{
	gsize budget = budget_of(walk);
	if (claimed > 0 && (uint64_t)claimed > budget) {
		refuse_large(error, "phần bên trong quá lớn", "a part of it");
		return NULL;
	}
	/* what the file claims is only where the buffer begins, and not for more than is usual */
	g_autoptr(GByteArray) out = g_byte_array_sized_new(
		(guint)CLAMP(claimed, (int64_t)1 << 12, (int64_t)4 << 20));
	guint8 chunk[1 << 14];
	for (;;) {
		la_ssize_t n = archive_read_data(walk->archive, chunk, sizeof(chunk));
		if (n < 0) {
			refuse_broken(walk->archive, error);
			return NULL;
		}
		if (n == 0)
			break;
		if ((gsize)n > budget - out->len) {
			refuse_large(error, "phần bên trong quá lớn", "a part of it");
			return NULL;
		}
		g_byte_array_append(out, chunk, (guint)n);
	}
	*walk->spent += out->len;
	return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

static bool
read_entry(Walk *walk, struct archive_entry *entry, const char *name, GError **error)
{
	gpointer key = NULL, value = NULL;
	if (!g_hash_table_lookup_extended(walk->parts, name, &key, &value) || value != NULL)
		return true; /* not asked for; or a second one of that name, which no office program reads */
	if (archive_entry_is_encrypted(entry)) {
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp có mật khẩu; hãy bỏ mật khẩu rồi mở lại (encrypted: ZIP entry)");
		return false;
	}
	if (!is_usual_method(walk->archive)) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_UNSUPPORTED, "tệp nén theo cách không dùng cho văn bản; hãy mở bằng Word rồi lưu lại (unsupported: %.40s)",
			archive_format_name(walk->archive));
		return false;
	}
	int64_t claimed = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
	GBytes *bytes = inflate(walk, claimed, error);
	if (bytes == NULL)
		return false;
	g_hash_table_insert(walk->parts, g_strdup(name), bytes);
	return true;
}

static bool
walk_entries(Walk *walk, GPtrArray *names, GError **error)
{
	for (guint n = 0;; n++) {
		struct archive_entry *entry = NULL;
		int status = archive_read_next_header(walk->archive, &entry);
		if (status == ARCHIVE_EOF)
			return true;
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
			return refuse_broken(walk->archive, error);
		if (n >= DD_MAX_ZIP_ENTRIES)
			return refuse_large(error, "quá nhiều phần", "too many entries");
		const char *raw = archive_entry_pathname_utf8(entry);
		if (raw == NULL)
			raw = archive_entry_pathname(entry);
		if (raw == NULL || strlen(raw) > DD_MAX_ZIP_NAME_BYTES)
			continue;
		g_autofree char *name = dd_zip_fold_name(raw);
		if (!read_entry(walk, entry, name, error))
			return false;
		g_ptr_array_add(names, g_steal_pointer(&name));
	}
}

bool
dd_zip_read_parts(const guint8 *bytes, gsize len, GHashTable *parts, GPtrArray **names_out,
	gsize *spent, GError **error)
{
	g_autoptr(Archive) archive = archive_read_new();
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	if (archive == NULL) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi bên trong (no archive reader)");
		return false;
	}
	/* only by the directory at the end: without it entries would be guessed from the bytes */
	archive_read_support_format_zip_seekable(archive);
	if (archive_read_open_memory(archive, bytes, len) != ARCHIVE_OK)
		return refuse_broken(archive, error);
	Walk walk = {archive, parts, len, spent};
	if (!walk_entries(&walk, names, error))
		return false;
	if (names_out != NULL)
		*names_out = g_steal_pointer(&names);
	return true;
}
