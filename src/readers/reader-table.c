/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-table.h"

#include "csv.h"
#include "dict.h"
#include "docx.h"
#include "error.h"
#include "maxima.h"
#include "odf.h"
#include "ole.h"
#include "rtf.h"
#include "sniff.h"
#include "xlsx.h"
#include "zip.h"

static const DdFileReader readers[] = {
	{"PDF", DD_SNIFF_PDF, NULL, NULL, "pdf"},
	{"IMAGE", DD_SNIFF_IMAGE, NULL, NULL, "scan"},
	{"EML", DD_SNIFF_MAIL, NULL, NULL, "mail"},
	{"HTML", DD_SNIFF_HTML, NULL, NULL, "html"},
	{"DOCX", DD_SNIFF_ZIP, dd_docx_is, dd_docx_read, NULL},
	{"XLSX", DD_SNIFF_ZIP, dd_xlsx_is, dd_xlsx_read, NULL},
	{"ODT", DD_SNIFF_ZIP, dd_odf_is, dd_odf_read, NULL},
	{"RTF", DD_SNIFF_RTF, NULL, dd_rtf_read, NULL},
	{"CSV", DD_SNIFF_CSV, NULL, dd_csv_read, NULL},
	{"TSV", DD_SNIFF_TSV, NULL, dd_csv_read, NULL},
};

const char *
dd_file_get_module(const guint8 *head, gsize len)
{
	DdSniff what = dd_sniff(head, len, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
		if (readers[i].module != NULL && readers[i].sniff == what)
			return readers[i].module;
	return NULL;
}

#define ENCRYPTED_VI "tệp có mật khẩu; hãy bỏ mật khẩu rồi đọc lại"
#define ENCRYPTED_EN "encrypted: an office file with a password; take it off and read again"

/* Old files of Word and Excel are nobody's here: who called the worker has them converted, and knows by the code. */
static void
tell_ole(const guint8 *bytes, gsize len, GError **error)
{
	DdOle ole = dd_ole_look(bytes, len);
	if (ole.kind == DD_OLE_PACKAGE || (ole.kind == DD_OLE_TEXT && ole.encrypted))
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_UNSUPPORTED, ENCRYPTED_VI " (" ENCRYPTED_EN ")");
	else if (ole.kind == DD_OLE_TEXT)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_OLD_TEXT,
			"tệp Word đời cũ, .doc (a Word file of before 2007)");
	else if (ole.kind == DD_OLE_SHEET && ole.encrypted)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_OLD_SHEET,
			"tệp Excel đời cũ, .xls, có mật khẩu (an Excel file of before 2007 with a "
			"password)");
	else if (ole.kind == DD_OLE_SHEET)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_OLD_SHEET,
			"tệp Excel đời cũ, .xls (an Excel file of before 2007)");
	else
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp OLE này không có văn bản Word hay bảng tính Excel, hoặc đã hỏng; hãy "
			"xin lại "
			"tệp (unsupported: an OLE file that holds neither a Word text nor an Excel "
			"sheet, or a broken one)");
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
	g_autoptr(GHashTable) none = dd_dict_new(NULL, NULL);
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

/* Returns: what the row that knows such a ZIP makes of it; NULL with no error when none does */
static DdDocument *
read_office(const guint8 *bytes, gsize len, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
		if (readers[i].sniff == DD_SNIFF_ZIP && readers[i].is(bytes, len))
			return readers[i].read(bytes, len, error);
	return NULL;
}

/* A DOCX or XLSX with a password, which is a compound file around it. Returns: as DdReadFunc */
static DdDocument *
read_locked(const guint8 *bytes, gsize len, const DdReadContext *context, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(GByteArray) inside = context->decryptor->open(bytes, len, context->password, error);
	if (inside == NULL)
		return NULL;
	DdDocument *document = read_office(inside->data, inside->len, &why);
	if (why != NULL)
		g_propagate_error(error, g_steal_pointer(&why));
	else if (document == NULL)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp có mật khẩu này không phải văn bản Word hay bảng tính Excel "
			"(unsupported: a file with a password that is neither a Word text nor an "
			"Excel sheet)");
	return document;
}

/* Says why no row knows the bytes. */
static void
tell_unknown(const guint8 *bytes, gsize len, GError **error)
{
	if (dd_ole_is(bytes, len)) {
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
	DdSniff what = dd_sniff(bytes, len, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
		if (readers[i].sniff != what || (readers[i].is != NULL && !readers[i].is(bytes, len)))
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
	if (what == DD_SNIFF_ZIP)
		return read_packed(bytes, len, context, error);
	if (context != NULL && context->decryptor != NULL && dd_ole_is(bytes, len) &&
		dd_ole_look(bytes, len).kind == DD_OLE_PACKAGE)
		return read_locked(bytes, len, context, error);
	tell_unknown(bytes, len, error);
	return NULL;
}
