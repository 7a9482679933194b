/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-table.h"

#include <stdbool.h>
#include <string.h>

#include "csv.h"
#include "docx.h"
#include "error.h"
#include "html.h"
#include "maxima.h"
#include "odf.h"
#include "rtf.h"
#include "sniff.h"
#include "xlsx.h"
#include "zip.h"

static gboolean
is_pdf(const guint8 *bytes, gsize len)
{
	return dd_sniff(bytes, len, NULL) == DD_SNIFF_PDF;
}

static gboolean
is_image(const guint8 *bytes, gsize len)
{
	return dd_sniff(bytes, len, NULL) == DD_SNIFF_IMAGE;
}

static gboolean
is_mail(const guint8 *bytes, gsize len)
{
	return dd_sniff(bytes, len, NULL) == DD_SNIFF_MAIL;
}

static const DdFileReader readers[] = {
	{"PDF", is_pdf, NULL, "pdf"},
	{"IMAGE", is_image, NULL, "scan"},
	{"EML", is_mail, NULL, "mail"},
	{"DOCX", dd_docx_is, dd_docx_read, NULL},
	{"XLSX", dd_xlsx_is, dd_xlsx_read, NULL},
	{"ODT", dd_odf_is, dd_odf_read, NULL},
	{"RTF", dd_rtf_is, dd_rtf_read, NULL},
	{"HTML", dd_html_is, dd_html_read, NULL},
	{"CSV", dd_csv_is, dd_csv_read, NULL},
};

const char *
dd_file_get_module(const guint8 *head, gsize len)
{
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
		if (readers[i].module != NULL && readers[i].is(head, len))
			return readers[i].module;
	return NULL;
}

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

/* Tells archives of files from kinds of file that are a ZIP inside: slides, drawings, books, programs. */
static bool
is_of_files(const GPtrArray *names)
{
	static const char *const marks[] = {"[content_types].xml", "mimetype", "meta-inf/manifest.mf"};
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (g_ptr_array_find_with_equal_func((GPtrArray *)names, marks[i], g_str_equal, NULL))
			return false;
	return true;
}

/* A ZIP that no row knows. Returns: as DdReadFunc */
static DdDocument *
read_packed(const guint8 *bytes, gsize len, const DdReadContext *context, GError **error)
{
	g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) names = NULL;
	gsize spent = 0;
	if (!dd_zip_read_parts(bytes, len, none, &names, &spent, error))
		return NULL;
	if (!is_of_files(names)) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp này không phải DOCX, XLSX, ODT hay ODS, chưa đọc được; hãy lưu lại "
			"thành .docx, .xlsx (unsupported: a file that is none of DOCX, XLSX, ODT, "
			"ODS; save it as one of these)");
		return NULL;
	}
	if (context != NULL && context->unpacker != NULL)
		return context->unpacker->read(bytes, len, context, error);
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("ZIP");
	dd_document_builder_add_note(builder, DD_NOTE_PACKED);
	return dd_document_builder_finish(builder, error);
}

/* Says why no row knows the bytes. */
static void
tell_unknown(const guint8 *bytes, gsize len, GError **error)
{
	if (len >= sizeof(OLE_MAGIC) - 1 && memcmp(bytes, OLE_MAGIC, sizeof(OLE_MAGIC) - 1) == 0) {
		tell_ole(bytes, len, error);
		return;
	}
	g_set_error_literal(error, DD_ERROR,
		DD_ERROR_UNSUPPORTED, "loại tệp này chưa đọc được; hãy lưu lại thành .docx (unsupported: unknown kind of file; save it as .docx)");
}

DdDocument *
dd_file_read(const guint8 *bytes, gsize len, const DdReaderModule *module,
	const DdReadContext *context, GError **error)
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
		if (!readers[i].is(bytes, len))
			continue;
		if (readers[i].read != NULL)
			return readers[i].read(bytes, len, error);
		if (module != NULL)
			return module->read(bytes, len, context, error);
		/* whoever changed the file since its beginning was looked at */
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp đổi trong lúc đọc; hãy thử lại (the file became %s while it was read; try again)",
			readers[i].kind);
		return NULL;
	}
	if (dd_zip_is(bytes, len))
		return read_packed(bytes, len, context, error);
	tell_unknown(bytes, len, error);
	return NULL;
}
