/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <string.h>

#include "document-builder.h"
#include "error.h"
#include "sheet.h"
#include "sniff.h"
#include "text.h"

/* A text while its fields go by */
typedef struct {
	const char *at, *end;
	char separator;
	bool no_quotes; /* the last quote is not closed: from here on they are letters */
} Fields;

/* Adds what stands between quotes to @field. Returns: FALSE when they are not closed; nothing was read then */
static bool
read_quoted(Fields *self, GString *field)
{
	const char *at = self->at + 1;
	for (;;) {
		const char *quote = memchr(at, '"', (size_t)(self->end - at));
		if (quote == NULL)
			break;
		g_string_append_len(field, at, quote - at);
		at = quote + 1;
		if (at >= self->end || *at != '"') {
			self->at = at;
			return true;
		}
		g_string_append_c(field, '"');
		at++;
	}
	g_string_truncate(field, 0);
	self->no_quotes = true;
	return false;
}

/* Reads a field into @field; its separator or line end is left */
static void
read_field(Fields *self, GString *field)
{
	g_string_truncate(field, 0);
	if (self->at < self->end && *self->at == '"' && !self->no_quotes)
		(void)read_quoted(self, field);
	const char *from = self->at;
	while (self->at < self->end && *self->at != self->separator && *self->at != '\n')
		self->at++;
	g_string_append_len(field, from, self->at - from);
}

static bool
read_records(Fields *fields, DdSheet *sheet, GError **error)
{
	g_autoptr(GString) field = g_string_new(NULL);
	uint32_t row = 0, column = 0;
	while (fields->at < fields->end) {
		read_field(fields, field);
		if (!dd_sheet_add_copy(sheet, row, column, field->str, false, error))
			return false;
		bool is_last = fields->at >= fields->end || *fields->at == '\n';
		row += is_last ? 1 : 0;
		column = is_last ? 0 : column + 1;
		fields->at++;
	}
	return true;
}

DdDocument *
dd_csv_read(const guint8 *bytes, gsize len, GError **error)
{
	char separator = ',';
	DdSniff kind = dd_sniff(bytes, len, &separator);
	g_autoptr(GByteArray) copy = g_byte_array_sized_new((guint)len);
	g_byte_array_append(copy, bytes, (guint)len);
	g_autoptr(DdText) text = dd_text_new_take(g_steal_pointer(&copy), error);
	if (text == NULL)
		return NULL;
	size_t n = 0;
	const char *chars = dd_text_get(text, &n);
	Fields fields = {.at = chars, .end = chars + n, .separator = separator};
	/* how Excel is told the separator */
	if (n > 5 && g_ascii_strncasecmp(chars, "sep=", 4) == 0) {
		const char *line = memchr(chars, '\n', n);
		fields.at = line != NULL ? line + 1 : fields.end;
	}
	g_autoptr(DdSheet) sheet = dd_sheet_new();
	g_autoptr(DdDocumentBuilder)
		builder = dd_document_builder_new(kind == DD_SNIFF_TSV ? "TSV" : "CSV");
	if (!read_records(&fields, sheet, error) || !dd_sheet_write(sheet, NULL, builder, error))
		return NULL;
	return dd_document_builder_finish(builder, error);
}
