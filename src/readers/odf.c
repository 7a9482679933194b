/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf.h"

#include <string.h>

#include "document-builder.h"
#include "error.h"
#include "odf-cells.h"
#include "odf-names.h"
#include "odf-story.h"
#include "office.h"
#include "zip.h"

#define MANIFEST "meta-inf/manifest.xml"

typedef struct {
	const char *type, *kind;
	bool is_sheet;
} Kind;

static const Kind kinds[] = {
	{"application/vnd.oasis.opendocument.text", "ODT", false},
	{"application/vnd.oasis.opendocument.text-template", "OTT", false},
	{"application/vnd.oasis.opendocument.spreadsheet", "ODS", true},
	{"application/vnd.oasis.opendocument.spreadsheet-template", "OTS", true},
};

/* Returns: the kind that the part "mimetype" names, NULL */
static const Kind *
find_kind(GBytes *mimetype)
{
	gsize len = 0;
	const char *text = mimetype != NULL ? g_bytes_get_data(mimetype, &len) : NULL;
	while (len > 0 && g_ascii_isspace(text[len - 1]))
		len--;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds) && len > 0; i++) {
		if (strlen(kinds[i].type) == len && memcmp(kinds[i].type, text, len) == 0)
			return &kinds[i];
	}
	return NULL;
}

gboolean
dd_odf_is(const guint8 *bytes, gsize len)
{
	if (!dd_zip_is(bytes, len))
		return FALSE;
	g_autoptr(GHashTable) parts = dd_office_new_parts();
	gsize spent = 0;
	dd_office_want(parts, "mimetype");
	return dd_zip_read_parts(bytes, len, parts, NULL, &spent, NULL) &&
	       find_kind(g_hash_table_lookup(parts, "mimetype")) != NULL;
}

static bool
on_open(G_GNUC_UNUSED const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	bool *is_encrypted = user;
	*is_encrypted = *is_encrypted || name == DD_ODF_ENCRYPTION_DATA;
	return true;
}

static bool
on_close(G_GNUC_UNUSED const DdXml *xml, G_GNUC_UNUSED int name, G_GNUC_UNUSED void *user,
	G_GNUC_UNUSED GError **error)
{
	return true;
}

/* Tells whether the list of parts says that some are encrypted. What else is wrong with it does not matter. */
static bool
is_encrypted(GBytes *manifest)
{
	static const DdXmlHandler handler = {dd_odf_names, DD_ODF_LAST, on_open, on_close, NULL};
	bool encrypted = false;
	return dd_xml_walk(manifest, &handler, &encrypted, NULL) && encrypted;
}

static bool
has_macros(const GPtrArray *names)
{
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		if (g_str_has_prefix(name, "basic/") || g_str_has_prefix(name, "scripts/"))
			return true;
	}
	return false;
}

DdDocument *
dd_odf_read(const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(GHashTable) inflated = dd_office_new_parts();
	g_autoptr(GPtrArray) names = NULL;
	g_autoptr(GHashTable) lists = dd_office_new_parts();
	gsize spent = 0;
	dd_office_want(lists, "mimetype");
	dd_office_want(lists, MANIFEST);
	if (!dd_zip_read_parts(bytes, len, lists, &names, &spent, error))
		return NULL;
	if (is_encrypted(g_hash_table_lookup(lists, MANIFEST))) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp có mật khẩu; hãy bỏ mật khẩu rồi đọc lại (encrypted: a file with a "
			"password; take it off and read again)");
		return NULL;
	}
	dd_office_want(inflated, "content.xml");
	dd_office_want(inflated, "styles.xml");
	if (!dd_zip_read_parts(bytes, len, inflated, NULL, &spent, error))
		return NULL;
	const Kind *kind = find_kind(g_hash_table_lookup(lists, "mimetype"));
	DdOdfParts parts = {.content = g_hash_table_lookup(inflated, "content.xml"),
		.styles = g_hash_table_lookup(inflated, "styles.xml"),
		.has_macros = has_macros(names)};
	if (parts.content == NULL || kind == NULL) {
		dd_office_refuse_headless(error);
		return NULL;
	}
	parts.kind = kind->kind;
	parts.is_sheet = kind->is_sheet;
	return dd_odf_read_parts(&parts, error);
}

DdDocument *
dd_odf_read_parts(const DdOdfParts *parts, GError **error)
{
	g_autoptr(DdOdfStyles) styles = dd_odf_styles_new(parts->styles, parts->content, error);
	if (styles == NULL)
		return NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new(parts->kind);
	if (parts->has_macros)
		dd_document_builder_add_note(builder, DD_NOTE_MACROS);
	bool ok = parts->is_sheet
			  ? dd_odf_read_sheets(styles, parts->content, builder, error)
			  : dd_odf_read_text(styles, parts->content, parts->styles, builder, error);
	return ok ? dd_document_builder_finish(builder, error) : NULL;
}
