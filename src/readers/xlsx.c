/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx.h"

#include <string.h>

#include "error.h"
#include "maxima.h"
#include "office.h"
#include "xlsx-cells.h"
#include "xlsx-names.h"

static const DdOfficeType main_types[] = {
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "XLSX"},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "XLTX"},
	{"application/vnd.ms-excel.sheet.macroenabled.main+xml", "XLSM"},
	{"application/vnd.ms-excel.template.macroenabled.main+xml", "XLTM"},
};

#define COMMENTS "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"

/* A sheet as the workbook names it */
typedef struct {
	char *name, *id;
} Entry;

typedef struct {
	GArray *entries; /* Entry */
	bool is_1904, has_hidden;
} Book;

static void
clear_entry(gpointer data)
{
	Entry *entry = data;
	g_free(entry->name);
	g_free(entry->id);
}

gboolean
dd_xlsx_is(const guint8 *bytes, gsize len)
{
	return dd_office_is(bytes, len, main_types, G_N_ELEMENTS(main_types));
}

static bool
on_open(const DdXml *xml, int name, void *user, GError **error)
{
	Book *book = user;
	if (name == DD_XLSX_WORKBOOK_PR)
		book->is_1904 = dd_xml_attribute_is(xml, DD_XML_NONE, "date1904", "1") ||
				dd_xml_attribute_is(xml, DD_XML_NONE, "date1904", "true");
	if (name != DD_XLSX_SHEET)
		return true;
	if (dd_xml_attribute_is(xml, DD_XML_NONE, "state", "hidden") ||
		dd_xml_attribute_is(xml, DD_XML_NONE, "state", "veryHidden")) {
		book->has_hidden = true;
		return true;
	}
	if (book->entries->len >= DD_MAX_SHEETS) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp có quá nhiều trang tính; hãy tách thành nhiều tệp (over %u sheets)",
			DD_MAX_SHEETS);
		return false;
	}
	Entry entry = {dd_xml_dup_attribute(xml, DD_XML_NONE, "name"),
		dd_xml_dup_attribute(xml, DD_XML_RELATIONSHIP, "id")};
	g_array_append_val(book->entries, entry);
	return true;
}

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, G_GNUC_UNUSED int name, G_GNUC_UNUSED void *user,
	G_GNUC_UNUSED GError **error)
{
	return true;
}

/* Returns: the name of the part that the sheet lies in, NULL when it has none: a sheet that is a chart, a broken file */
static const char *
find_target(const GPtrArray *relationships, const Entry *entry)
{
	for (guint i = 0; i < relationships->len && entry->id != NULL; i++) {
		const DdRelationship *one = g_ptr_array_index(relationships, i);
		if (strcmp(one->id, entry->id) == 0)
			return strcmp(one->type, "worksheet") == 0 ? one->target : NULL;
	}
	return NULL;
}

/* Returns: the name of the first part of that type, NULL */
static const char *
find_part(const GPtrArray *relationships, const char *type)
{
	for (guint i = 0; i < relationships->len; i++) {
		const DdRelationship *one = g_ptr_array_index(relationships, i);
		if (strcmp(one->type, type) == 0)
			return one->target;
	}
	return NULL;
}

static GBytes *
get_part(GHashTable *inflated, const char *name)
{
	return name != NULL ? g_hash_table_lookup(inflated, name) : NULL;
}

/* Reads the sheets that @book names. */
static DdDocument *
read_book(DdOffice *file, const Book *book, GError **error)
{
	g_autoptr(GPtrArray)
		relationships = dd_office_read_relationships(file, dd_office_get_main(file), error);
	if (relationships == NULL)
		return NULL;
	g_autoptr(GHashTable) inflated = dd_office_new_parts();
	const char *strings = find_part(relationships, "sharedStrings");
	const char *styles = find_part(relationships, "styles");
	if (strings != NULL)
		dd_office_want(inflated, strings);
	if (styles != NULL)
		dd_office_want(inflated, styles);
	for (guint i = 0; i < book->entries->len; i++) {
		const char *target = find_target(
			relationships, &g_array_index(book->entries, Entry, i));
		if (target != NULL)
			dd_office_want(inflated, target);
	}
	if (!dd_office_read(file, inflated, error))
		return NULL;
	g_autofree DdXlsxSheet *sheets = g_new0(DdXlsxSheet, book->entries->len + 1);
	DdXlsxParts parts = {.kind = dd_office_get_kind(file),
		.strings = get_part(inflated, strings),
		.styles = get_part(inflated, styles),
		.sheets = sheets,
		.is_1904 = book->is_1904,
		.has_comments = dd_office_has_type(file, COMMENTS),
		.has_hidden = book->has_hidden};
	for (guint i = 0; i < book->entries->len; i++) {
		const Entry *entry = &g_array_index(book->entries, Entry, i);
		GBytes *part = get_part(inflated, find_target(relationships, entry));
		if (part != NULL)
			sheets[parts.n_sheets++] = (DdXlsxSheet){entry->name, part};
	}
	return dd_xlsx_read_parts(&parts, error);
}

DdDocument *
dd_xlsx_read(const guint8 *bytes, gsize len, GError **error)
{
	static const DdXmlHandler handler = {dd_xlsx_names, DD_XLSX_LAST, on_open, on_close, NULL};
	g_autoptr(DdOffice)
		file = dd_office_open(bytes, len, main_types, G_N_ELEMENTS(main_types), error);
	if (file == NULL)
		return NULL;
	const char *main = dd_office_get_main(file);
	g_autoptr(GHashTable) parts = dd_office_new_parts();
	if (main != NULL)
		dd_office_want(parts, main);
	if (!dd_office_read(file, parts, error))
		return NULL;
	GBytes *workbook = get_part(parts, main);
	if (workbook == NULL) {
		dd_office_refuse_headless(error);
		return NULL;
	}
	g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(Entry));
	g_array_set_clear_func(entries, clear_entry);
	Book book = {.entries = entries};
	if (!dd_xml_walk(workbook, &handler, &book, error))
		return NULL;
	return read_book(file, &book, error);
}

DdDocument *
dd_xlsx_read_parts(const DdXlsxParts *parts, GError **error)
{
	g_autoptr(DdXlsxShared)
		shared = dd_xlsx_shared_new(parts->strings, parts->styles, parts->is_1904, error);
	if (shared == NULL)
		return NULL;
	const char *kind = parts->kind != NULL ? parts->kind : main_types[0].kind;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new(kind);
	g_autoptr(DdSheets) sheets = dd_sheets_new();
	for (size_t i = 0; i < parts->n_sheets; i++) {
		g_autoptr(DdSheet) sheet = dd_xlsx_read_cells(shared, parts->sheets[i].part, error);
		if (sheet == NULL)
			return NULL;
		dd_sheets_take(sheets, parts->sheets[i].name, g_steal_pointer(&sheet));
	}
	if (!dd_sheets_write(sheets, builder, error))
		return NULL;
	if (g_str_has_suffix(kind, "M"))
		dd_document_builder_add_note(builder, DD_NOTE_MACROS);
	if (parts->has_comments)
		dd_document_builder_add_note(builder, DD_NOTE_COMMENTS);
	if (parts->has_hidden)
		dd_document_builder_add_note(builder, DD_NOTE_HIDDEN);
	return dd_document_builder_finish(builder, error);
}
