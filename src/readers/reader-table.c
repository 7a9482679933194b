/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-table.h"

#include <stdbool.h>
#include <string.h>

#include "docx.h"
#include "error.h"
#include "maxima.h"
#include "zip.h"

static const DdFileReader readers[] = {
	{"DOCX", dd_docx_is, dd_docx_read},
};

#define OLE_MAGIC "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define OLE_HEADER 512
#define OLE_ENTRY 128

/* Tells whether an OLE file has a stream of that name: entries of its directory are 128 bytes long, their names UTF-16. */
static bool
has_stream(const guint8 *bytes, gsize len, const char *name)
{
	guint8 wide[64] = {0};
	size_t n = strlen(name);
	for (size_t i = 0; i < n && 2 * i < sizeof(wide); i++)
		wide[2 * i] = (guint8)name[i];
	for (gsize at = OLE_HEADER; at < len && len - at >= OLE_ENTRY; at += OLE_ENTRY) {
		/* byte 64: length of the name with its end */
		if (bytes[at + 64] == 2 * (n + 1) && memcmp(bytes + at, wide, 2 * n) == 0)
			return true;
	}
	return false;
}

static void
tell_ole(const guint8 *bytes, gsize len, GError **error)
{
	if (has_stream(bytes, len, "EncryptedPackage"))
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp có mật khẩu; hãy bỏ mật khẩu rồi đọc lại (encrypted: an office file "
			"with a password; take it off and read again)");
	else
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp Word hoặc Excel đời cũ (.doc, .xls) chưa đọc được; hãy mở bằng Word, "
			"lưu lại thành .docx "
			"(unsupported: a file of Office 97 to 2003; save it as .docx)");
}

/* Says why no row knows the bytes. */
static void
tell_unknown(const guint8 *bytes, gsize len, GError **error)
{
	if (len >= sizeof(OLE_MAGIC) - 1 && memcmp(bytes, OLE_MAGIC, sizeof(OLE_MAGIC) - 1) == 0) {
		tell_ole(bytes, len, error);
		return;
	}
	if (dd_zip_is(bytes, len)) {
		g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
		gsize spent = 0;
		if (!dd_zip_read_parts(bytes, len, none, NULL, &spent, error))
			return;
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_UNSUPPORTED, "tệp nén này không phải DOCX (có thể là XLSX, ODT, ZIP), chưa đọc được; hãy lưu lại thành .docx (unsupported: a ZIP file that is no DOCX; save it as .docx)");
		return;
	}
	g_set_error_literal(error, DD_ERROR,
		DD_ERROR_UNSUPPORTED, "loại tệp này chưa đọc được; hãy lưu lại thành .docx (unsupported: unknown kind of file; save it as .docx)");
}

DdDocument *
dd_file_read(const guint8 *bytes, gsize len, GError **error)
{
	if (len == 0 || bytes == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY, "tệp rỗng (the file is empty)");
		return NULL;
	}
	if (len > DD_MAX_FILE_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp quá lớn; hãy tách thành nhiều tệp (too large: %" G_GSIZE_FORMAT
			" bytes, at most %u)",
			len, DD_MAX_FILE_BYTES);
		return NULL;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
		if (readers[i].is(bytes, len))
			return readers[i].read(bytes, len, error);
	}
	tell_unknown(bytes, len, error);
	return NULL;
}
