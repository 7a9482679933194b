/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * archive.c: a ZIP of files by way of libarchive: each file inside that may be read is handed on as it is, for a worker of its own.
 * A module, since an office file is a ZIP too and does not wait for this. Nothing is ever written under the names it tells.
 */
#include "reader-module.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

#include "archive-sample.h"
#include "error.h"
#include "maxima.h"
#include "member-kind.h"
#include "member-name.h"

#define MOST_REOPENED                                                                              \
	20 /* libarchive gives up an archive at a broken file; so often it is opened anew behind one */
#define REST_NAME "các tệp còn lại (the other files)" /* that are behind where it is given up */

typedef struct archive Archive;

static void
free_archive(Archive *archive)
{
	if (archive != NULL)
		archive_read_free(archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Archive, free_archive)

typedef struct {
	const guint8 *bytes;
	gsize len;
	const char *password; /* NULL none */
	bool refuses_aes;     /* its methods are not all usual */
	Archive *archive;
	DdDocumentBuilder *builder;
	gsize spent;    /* bytes inflated */
	gsize held;     /* bytes of members kept */
	guint n_told;   /* members, with those that did not come */
	guint n_whole;  /* members */
	guint n_locked; /* members that the password does not open */
} Unpacking;

static bool
refuse_broken(Archive *archive, GError **error)
{
	const char *why = archive_error_string(archive);
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"tệp nén hỏng hoặc bị cắt; hãy xin lại tệp (broken ZIP file: %.200s)",
		why != NULL ? why : "unknown reason");
	return false;
}

static bool
open_archive(Unpacking *self, GError **error)
{
	g_clear_pointer(&self->archive, free_archive);
	self->archive = archive_read_new();
	if (self->archive == NULL) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi bên trong (no archive reader)");
		return false;
	}
	/* only by the directory at the end: without it entries would be guessed from the bytes */
	archive_read_support_format_zip_seekable(self->archive);
	if (self->password != NULL)
		archive_read_add_passphrase(self->archive, self->password);
	if (archive_read_open_memory(self->archive, self->bytes, self->len) != ARCHIVE_OK)
		return refuse_broken(self->archive, error);
	return true;
}

/*
 * Returns: TRUE when a field of AES (APPNOTE of WinZip: 0x9901, size, version, "AE", strength, method) names another method than
 * stored or deflated. libarchive does not show the fields, so all bytes are searched: chance makes one in some 300 GB, and one of
 * a file stored inside counts too
 */
static bool
has_unusual_aes(const guint8 *bytes, gsize len)
{
	for (gsize i = 0; i + 10 <= len; i++)
		if (bytes[i] == 0x01 && bytes[i + 1] == 0x99 && bytes[i + 6] == 'A' &&
			bytes[i + 7] == 'E' && bytes[i + 8] >= 1 && bytes[i + 8] <= 3 &&
			bytes[i + 9] != 0 && bytes[i + 9] != 8)
			return true;
	return false;
}

/* Other methods than these two are code that a hostile file would reach. */
static bool
is_usual_method(const Unpacking *self)
{
	const char *name = archive_format_name(self->archive); /* "ZIP 2.0 (deflation)" */
	if (name == NULL)
		return false;
	return strstr(name, "(deflation)") != NULL || strstr(name, "(uncompressed)") != NULL ||
	       (strstr(name, "(aes)") != NULL && !self->refuses_aes);
}

/* What may still be inflated. A few megabytes are allowed whatever the ratio: short files are very regular. */
static gsize
budget_of(const Unpacking *self)
{
	gsize all = DD_MAX_MEMBERS_BYTES;
	if (self->len < all / DD_MAX_ZIP_RATIO)
		all = MAX(self->len * DD_MAX_ZIP_RATIO, (gsize)DD_MAX_ZIP_FREE_BYTES);
	gsize left = self->spent < all ? all - self->spent : 0;
	return MIN(left, DD_MAX_MEMBERS_BYTES - self->held);
}

/* Reads what the archive stands before, until @wanted bytes are there or it ends. Returns: how that went */
static DdMemberState
inflate(Unpacking *self, GByteArray *out, gsize wanted, bool is_encrypted, bool *fatal_out)
{
	guint8 chunk[1 << 14];
	while (out->len < wanted) {
		la_ssize_t n = archive_read_data(self->archive, chunk, sizeof(chunk));
		if (n == 0)
			break;
		if (n < 0) {
			*fatal_out = n == ARCHIVE_FATAL;
			return is_encrypted ? DD_MEMBER_WRONG_PASSWORD : DD_MEMBER_BROKEN;
		}
		self->spent += (gsize)n;
		if ((gsize)n > budget_of(self))
			return DD_MEMBER_TOO_LARGE;
		g_byte_array_append(out, chunk, (guint)n);
	}
	return DD_MEMBER_WHOLE;
}

/* Its beginning tells whether it is worth the rest. */
static DdMemberState
take_bytes(Unpacking *self, struct archive_entry *entry, GByteArray *out, bool *fatal_out)
{
	bool is_encrypted = archive_entry_is_encrypted(entry) != 0;
	if (is_encrypted && self->password == NULL)
		return DD_MEMBER_ENCRYPTED;
	if (!is_usual_method(self))
		return DD_MEMBER_METHOD;
	DdMemberState state = inflate(self, out, DD_MEMBER_HEAD_BYTES, is_encrypted, fatal_out);
	if (state != DD_MEMBER_WHOLE)
		return state;
	if (!dd_member_is_readable(out->data, out->len))
		return DD_MEMBER_OTHER;
	int64_t claimed = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
	if (claimed > (int64_t)DD_MAX_MEMBERS_BYTES)
		return DD_MEMBER_TOO_LARGE;
	return inflate(self, out, G_MAXSIZE, is_encrypted, fatal_out);
}

static bool
add_member(Unpacking *self, struct archive_entry *entry, bool *fatal_out, GError **error)
{
	const char *raw = archive_entry_pathname(entry);
	g_autofree char *name = dd_member_name(raw != NULL ? raw : "");
	if (archive_entry_filetype(entry) == AE_IFDIR || g_str_has_suffix(name, "/") ||
		dd_member_is_litter(name))
		return true;
	g_autoptr(GByteArray) out = g_byte_array_new();
	DdMember member = {.name = name};
	member.state = take_bytes(self, entry, out, fatal_out);
	g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(g_steal_pointer(&out));
	if (member.state == DD_MEMBER_WHOLE) {
		member.bytes = bytes;
		self->held += g_bytes_get_size(bytes);
		self->n_whole++;
	}
	self->n_locked += member.state == DD_MEMBER_ENCRYPTED || member.state == DD_MEMBER_WRONG_PASSWORD
				  ? 1
				  : 0;
	self->n_told++;
	return dd_document_builder_add_member(self->builder, &member, error);
}

/* Opens it anew and goes on behind the first @n entries. Returns: FALSE when it cannot be read so far */
static bool
skip_entries(Unpacking *self, guint n)
{
	struct archive_entry *entry;
	if (!open_archive(self, NULL))
		return false;
	for (; n > 0; n--) {
		int status = archive_read_next_header(self->archive, &entry);
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
			return false;
	}
	return true;
}

/* No further file comes. What is known stays and the rest is told as broken; nothing known is a broken archive */
static bool
give_up(Unpacking *self, GError **error)
{
	if (self->n_told == 0)
		return refuse_broken(self->archive, error);
	const DdMember rest = {.name = REST_NAME, .state = DD_MEMBER_BROKEN};
	return dd_document_builder_add_member(self->builder, &rest, error);
}

static bool
add_members(Unpacking *self, GError **error)
{
	guint reopened = 0;
	for (guint n = 1;; n++) {
		struct archive_entry *entry = NULL;
		bool is_fatal = false;
		int status = archive_read_next_header(self->archive, &entry);
		if (status == ARCHIVE_EOF)
			return true;
		if ((status != ARCHIVE_OK && status != ARCHIVE_WARN) || reopened > MOST_REOPENED)
			return give_up(self, error);
		if (n > DD_MAX_ZIP_ENTRIES) {
			g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"tệp nén quá lớn: quá nhiều tệp bên trong; hãy tách thành nhiều "
				"tệp (ZIP file too large: too many entries)");
			return false;
		}
		if (!add_member(self, entry, &is_fatal, error))
			return false;
		if (is_fatal) {
			reopened++;
			if (!skip_entries(self, n))
				return give_up(self, error);
		}
	}
}

static DdDocument *
read_archive(const guint8 *bytes, gsize len, const DdReadContext *context, GError **error)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("ZIP");
	Unpacking self = {.bytes = bytes,
		.len = len,
		.password = context->password,
		.refuses_aes = context->password != NULL && has_unusual_aes(bytes, len),
		.builder = builder};
	bool ok = open_archive(&self, error) && add_members(&self, error);
	g_clear_pointer(&self.archive, free_archive);
	if (!ok)
		return NULL;
	if (self.n_whole == 0 && self.n_locked > 0) {
		dd_error_set_password(error, self.password != NULL);
		return NULL;
	}
	return dd_document_builder_finish(builder, error);
}

/* A first use of all that a file can use */
static bool
prepare(G_GNUC_UNUSED bool recognises, GError **error)
{
	/*
	 * libarchive brings names into the locale's letters, and times into ours: without TZ glibc looks at /etc/localtime for each.
	 * There is no other use of the two.
	 */
	g_setenv("TZ", "UTC0", TRUE);
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INTERNAL, "no locale C.UTF-8");
		return false;
	}
	const DdReadContext context = {.password = DD_ARCHIVE_SAMPLE_PASSWORD};
	g_autoptr(DdDocument) sample = read_archive(
		(const guint8 *)dd_archive_sample, sizeof(dd_archive_sample) - 1, &context, error);
	return sample != NULL;
}

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdReaderModule dd_reader_module = {
	.version = DD_READER_MODULE_VERSION,
	.prepare = prepare,
	.read = read_archive,
};
