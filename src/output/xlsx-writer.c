/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-writer.h"

#include "date.h"
#include "error.h"
#include "instant.h"
#include "maxima.h"
#include "zip-writer.h"

#include <inttypes.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define CONTENT "application/vnd.openxmlformats-officedocument.spreadsheetml."

#define COLUMNS_MAX 26   /* by one letter */
#define EPOCH_DAYS 25569 /* of a sheet's day 0, 30/12/1899, to 01/01/1970 */
#define FIRST_DAY 61     /* 01/03/1900: before it Excel counts a day that never was */
#define DAY_SECONDS 86400.0

/* Places in cellXfs of the styles */
typedef enum {
	STYLE_PLAIN,
	STYLE_HEAD,
	STYLE_TEXT,
	STYLE_NUMBER,
	STYLE_DAY,
	STYLE_MOMENT,
	STYLE_QUOTED, /* text that would be a formula, also after somebody typed into the cell */
} Style;

static const char content_types[] = XML
	"<Types xmlns=\"" PACKAGE "/content-types\">"
	"<Default Extension=\"rels\" "
	"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/xl/workbook.xml\" ContentType=\"" CONTENT "sheet.main+xml\"/>"
	"<Override PartName=\"/xl/styles.xml\" ContentType=\"" CONTENT "styles+xml\"/>"
	"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" CONTENT
	"worksheet+xml\"/></Types>";
static const char root_parts[] = XML
	"<Relationships xmlns=\"" PACKAGE
	"/relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
	"/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
static const char workbook_parts[] = XML
	"<Relationships xmlns=\"" PACKAGE
	"/relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
	"/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
	"/styles\" Target=\"styles.xml\"/></Relationships>";

#define TOP "<alignment vertical=\"top\"/></xf>"
#define WRAPPED "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
/* The font of papers of offices (NĐ 30/2020); Style has the order of cellXfs */
static const char styles[] = XML
	"<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"2\">"
	"<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
	"<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts>"
	"<fonts count=\"2\"><font><sz val=\"12\"/><name val=\"Times New Roman\"/><family "
	"val=\"1\"/></font>"
	"<font><b/><sz val=\"12\"/><name val=\"Times New Roman\"/><family "
	"val=\"1\"/></font></fonts>"
	"<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
	"<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill "
	"patternType=\"solid\">"
	"<fgColor rgb=\"FFE2E8F0\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
	"<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
	"<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
	"borderId=\"0\"/></cellStyleXfs>"
	"<cellXfs count=\"7\">"
	"<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
	"<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
	"applyFill=\"1\" applyAlignment=\"1\">"
	"<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
	"<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
	"applyAlignment=\"1\">" WRAPPED
	"<xf numFmtId=\"1\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
	"applyNumberFormat=\"1\" applyAlignment=\"1\">" TOP
	"<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
	"applyNumberFormat=\"1\" applyAlignment=\"1\">" TOP
	"<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
	"applyNumberFormat=\"1\" applyAlignment=\"1\">" TOP
	"<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" "
	"applyAlignment=\"1\">" WRAPPED
	"</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
	"builtinId=\"0\"/></cellStyles></styleSheet>";

struct _DdXlsxWriter {
	const char *name;
	DdListColumn columns[COLUMNS_MAX];
	size_t n_columns;
	unsigned rows; /* that are written, with the head */
	DdZipWriter *zip;
	GString *text; /* that goes into the open part next */
};

DdXlsxWriter *
dd_xlsx_writer_new(const char *name, const DdListColumn *columns, size_t n)
{
	g_return_val_if_fail(n > 0 && n <= COLUMNS_MAX, NULL);
	DdXlsxWriter *self = g_new0(DdXlsxWriter, 1);
	self->name = name;
	memcpy(self->columns, columns, n * sizeof(*columns));
	self->n_columns = n;
	self->zip = dd_zip_writer_new();
	self->text = g_string_new(NULL);
	return self;
}

void
dd_xlsx_writer_free(DdXlsxWriter *self)
{
	if (self == NULL)
		return;
	dd_zip_writer_free(self->zip);
	g_string_free(self->text, TRUE);
	g_free(self);
}

/* Returns: TRUE where a spreadsheet would read "_x0041_" as the letter with that number (ECMA-376, 22.4.2.4) */
static bool
is_letter_by_number(const char *text)
{
	return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit(text[2]) &&
	       g_ascii_isxdigit(text[3]) && g_ascii_isxdigit(text[4]) &&
	       g_ascii_isxdigit(text[5]) && text[6] == '_';
}

/* Returns: TRUE for what XML 1.0 forbids, and for what nobody reads */
static bool
is_blank(gunichar letter)
{
	return dd_list_cell_is_control(letter) || letter == 0xfffe || letter == 0xffff;
}

static void
append_letter(GString *out, const char *text, const char *next)
{
	gunichar letter = g_utf8_get_char(text);
	if (is_letter_by_number(text))
		g_string_append(out, "_x005F_");
	else if (letter == '&')
		g_string_append(out, "&amp;");
	else if (letter == '<')
		g_string_append(out, "&lt;");
	else if (letter == '>')
		g_string_append(out, "&gt;");
	else if (is_blank(letter))
		g_string_append_c(out, ' ');
	else
		g_string_append_len(out, text, next - text);
}

/* Letters as Excel counts them: of UTF-16 */
static unsigned
count_units(const char *text)
{
	return g_utf8_get_char(text) > 0xffff ? 2 : 1;
}

/* Writes what of @text fits into a cell; where that is not all, it ends in "…" */
static void
append_text(GString *out, const char *text)
{
	unsigned units = 0;
	const char *end = NULL; /* from where on there is no room, beside the last letter */
	for (const char *at = text; *at != '\0' && units <= DD_MAX_XLSX_CELL_LETTERS;
		at = g_utf8_next_char(at)) {
		units += count_units(at);
		if (end == NULL && units >= DD_MAX_XLSX_CELL_LETTERS)
			end = at;
	}
	if (units <= DD_MAX_XLSX_CELL_LETTERS)
		end = NULL;
	for (const char *next; *text != '\0' && text != end; text = next) {
		next = g_utf8_next_char(text);
		append_letter(out, text, next);
	}
	if (end != NULL)
		g_string_append(out, "…");
}

static void
append_place(DdXlsxWriter *self, size_t column, Style style)
{
	g_string_append_printf(
		self->text, "<c r=\"%c%u\" s=\"%d\"", (char)('A' + column), self->rows, (int)style);
}

static void
append_text_cell(DdXlsxWriter *self, size_t column, const char *text, Style style)
{
	append_place(self, column, style);
	g_string_append(self->text, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
	append_text(self->text, text);
	g_string_append(self->text, "</t></is></c>");
}

static void
append_day(DdXlsxWriter *self, size_t column, DdDay day)
{
	char text[DD_DATE_BUFFER];
	int number = EPOCH_DAYS + dd_date_days_between((DdDay){1970, 1, 1}, day);
	if (number < FIRST_DAY) {
		append_text_cell(self, column, dd_date_format(day, text), STYLE_TEXT);
		return;
	}
	append_place(self, column, STYLE_DAY);
	g_string_append_printf(self->text, "><v>%d</v></c>", number);
}

static void
append_moment(DdXlsxWriter *self, size_t column, int64_t moment)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	append_place(self, column, STYLE_MOMENT);
	g_ascii_formatd(text, sizeof(text), "%.8f",
		(double)(moment + DD_ZONE_VIETNAM) / DAY_SECONDS + EPOCH_DAYS);
	g_string_append_printf(self->text, "><v>%s</v></c>", text);
}

static void
append_cell(DdXlsxWriter *self, size_t column, const DdListCell *cell)
{
	switch (cell->kind) {
	case DD_LIST_CELL_NUMBER:
		append_place(self, column, STYLE_NUMBER);
		g_string_append_printf(self->text, "><v>%" PRId64 "</v></c>", cell->number);
		break;
	case DD_LIST_CELL_DAY:
		if (dd_date_is_set(cell->day))
			append_day(self, column, cell->day);
		break;
	case DD_LIST_CELL_MOMENT:
		append_moment(self, column, cell->moment);
		break;
	case DD_LIST_CELL_TEXT:
	default:
		if (cell->text != NULL && *cell->text != '\0')
			append_text_cell(self, column, cell->text,
				dd_list_cell_is_formula(cell->text) ? STYLE_QUOTED : STYLE_TEXT);
		break;
	}
}

/* Sends what was appended into the open part */
static bool
flush_text(DdXlsxWriter *self, FILE *out, GError **error)
{
	bool good = dd_zip_writer_write(self->zip, out, self->text->str, self->text->len, error);
	g_string_truncate(self->text, 0);
	return good;
}

static bool
write_part(DdXlsxWriter *self, FILE *out, const char *name, const char *text, GError **error)
{
	return dd_zip_writer_begin(self->zip, out, name, error) &&
	       dd_zip_writer_write(self->zip, out, text, strlen(text), error) &&
	       dd_zip_writer_end(self->zip, out, error);
}

static void
append_heads(DdXlsxWriter *self)
{
	g_string_append(self->text,
		XML "<worksheet xmlns=\"" MAIN
		    "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
		    "<sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"1\" "
		    "topLeftCell=\"A2\" "
		    "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
	for (size_t i = 0; i < self->n_columns; i++)
		g_string_append_printf(self->text,
			"<col min=\"%zu\" max=\"%zu\" width=\"%u\" customWidth=\"1\"/>", i + 1,
			i + 1, self->columns[i].width);
	g_string_append(self->text, "</cols><sheetData><row r=\"1\">");
	self->rows = 1;
	for (size_t i = 0; i < self->n_columns; i++)
		append_text_cell(self, i, self->columns[i].head, STYLE_HEAD);
	g_string_append(self->text, "</row>");
}

bool
dd_xlsx_writer_begin(DdXlsxWriter *self, FILE *out, GError **error)
{
	if (!write_part(self, out, "[Content_Types].xml", content_types, error) ||
		!write_part(self, out, "_rels/.rels", root_parts, error) ||
		!write_part(self, out, "xl/_rels/workbook.xml.rels", workbook_parts, error) ||
		!write_part(self, out, "xl/styles.xml", styles, error) ||
		!dd_zip_writer_begin(self->zip, out, "xl/worksheets/sheet1.xml", error))
		return false;
	append_heads(self);
	return flush_text(self, out, error);
}

bool
dd_xlsx_writer_add(DdXlsxWriter *self, FILE *out, const DdListCell *cells, GError **error)
{
	if (self->rows > DD_MAX_XLSX_ROWS) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"danh sách dài hơn một trang tính của Excel, %d dòng (the list is longer "
			"than "
			"a sheet of Excel)",
			DD_MAX_XLSX_ROWS);
		return false;
	}
	g_string_append_printf(self->text, "<row r=\"%u\">", ++self->rows);
	for (size_t i = 0; i < self->n_columns; i++)
		append_cell(self, i, &cells[i]);
	g_string_append(self->text, "</row>");
	return flush_text(self, out, error);
}

bool
dd_xlsx_writer_finish(DdXlsxWriter *self, FILE *out, GError **error)
{
	char last = (char)('A' + self->n_columns - 1);
	/* on A4, lying; as wide as one page; its head on each page */
	g_string_append_printf(self->text,
		"</sheetData><autoFilter ref=\"A1:%c%u\"/><printOptions gridLines=\"1\"/>"
		"<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" "
		"footer=\"0.3\"/>"
		"<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
		"<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></"
		"worksheet>",
		last, self->rows);
	if (!flush_text(self, out, error) || !dd_zip_writer_end(self->zip, out, error))
		return false;
	g_string_printf(self->text,
		XML
		"<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
		"\"><sheets><sheet name=\"%s\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>"
		"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" "
		"hidden=\"1\">'%s'!$A$1:$%c$%u"
		"</definedName><definedName name=\"_xlnm.Print_Titles\" "
		"localSheetId=\"0\">'%s'!$1:$1"
		"</definedName></definedNames></workbook>",
		self->name, self->name, last, self->rows, self->name);
	if (!write_part(self, out, "xl/workbook.xml", self->text->str, error))
		return false;
	dd_zip_writer_finish(self->zip, out);
	return true;
}
