# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes spreadsheets of a book told as lists, as the programs of offices hold them.

A book is a list of sheets: dict(name=…, rows=[[cell, …], …], merges=["A1:F1", …], at="A1", hidden=False, ruled=None).
A cell is None, a text, a number, a datetime.date, or (number, "format code"). @at is where the first cell stands; merges count
from the sheet's A1. @ruled: (first, last) rows of the sheet, counted from 1, whose cells have borders.

xlsx(book), ods(book) -> bytes of the file; csv(book, separator, encoding) -> those of the first sheet
"""
import csv as table
import datetime
import io
import re
import unicodedata
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(column):
    """0 -> A, 26 -> AA"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place(name):
    """AB12 -> (row, column), both from 0"""
    word, number = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in word:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(number) - 1, column - 1


def spans(sheet):
    """Merges by their first place: {(row, column): (rows, columns)}"""
    out = {}
    for merge in sheet.get("merges", ()):
        (row, column), (last, right) = (place(name) for name in merge.split(":"))
        out[row, column] = (last - row + 1, right - column + 1)
    return out


def cells(sheet):
    """(row, column, value) of all places that are told, counted from the sheet's A1"""
    row, column = place(sheet.get("at", "A1"))
    for i, line in enumerate(sheet["rows"]):
        for k, value in enumerate(line):
            yield row + i, column + k, value


def serial(day):
    return (day - datetime.date(1899, 12, 30)).days


def is_ruled(sheet, row):
    first, last = sheet.get("ruled") or (1, 0)
    return first <= row + 1 <= last


class Styles:
    def __init__(self):
        self.formats, self.styles = ["General"], [(0, False)]

    def take(self, code, ruled):
        if code not in self.formats:
            self.formats.append(code)
        style = (self.formats.index(code), ruled)
        if style not in self.styles:
            self.styles.append(style)
        return self.styles.index(style)

    def xml(self):
        formats = "".join(f'<numFmt numFmtId="{163 + i}" formatCode={quoteattr(code)}/>'
                          for i, code in enumerate(self.formats) if i)
        sides = "".join(f'<{side} style="thin"/>' for side in ("left", "right", "top", "bottom"))
        styles = "".join(f'<xf numFmtId="{163 + i if i else 0}" borderId="{int(ruled)}" applyNumberFormat="1"/>'
                         for i, ruled in self.styles)
        return (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="{len(self.formats) - 1}">{formats}</numFmts>'
                f'<borders count="2"><border><left/><right/><top/><bottom/></border><border>{sides}</border></borders>'
                f'<cellStyleXfs count="1"><xf numFmtId="14" borderId="1"/></cellStyleXfs>'
                f'<cellXfs count="{len(self.styles)}">{styles}</cellXfs></styleSheet>')


def cell_xml(name, value, ruled, strings, styles):
    code = "General"
    if isinstance(value, tuple):
        value, code = value
    if isinstance(value, datetime.date):
        value, code = serial(value), "dd/mm/yyyy"
    style = styles.take(code, ruled)
    if value is None:
        return f'<c r="{name}" s="{style}"/>' if ruled else ""
    if isinstance(value, str):
        if value not in strings:
            strings.append(value)
        return f'<c r="{name}" s="{style}" t="s"><v>{strings.index(value)}</v></c>'
    return f'<c r="{name}" s="{style}"><v>{value!r}</v></c>'


def sheet_xml(sheet, strings, styles):
    rows = {}
    for row, column, value in cells(sheet):
        xml = cell_xml(f"{letters(column)}{row + 1}", value, is_ruled(sheet, row), strings, styles)
        rows.setdefault(row, []).append(xml)
    data = "".join(f'<row r="{row + 1}">{"".join(line)}</row>' for row, line in rows.items())
    merges = "".join(f'<mergeCell ref="{merge}"/>' for merge in sheet.get("merges", ()))
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{merges}</worksheet>'


def string_xml(text):
    """Every second text comes in runs, as Excel keeps a text of which some words are bold."""
    if len(text) % 2 == 0:
        return f'<si><t xml:space="preserve">{escape(text)}</t></si>'
    middle = len(text) // 2
    return "<si>" + "".join(f'<r><rPr><b/></rPr><t xml:space="preserve">{escape(piece)}</t></r>'
                            for piece in (text[:middle], text[middle:])) + "</si>"


def xlsx(book):
    strings, styles = [], Styles()
    parts = {f"xl/worksheets/sheet{i}.xml": sheet_xml(sheet, strings, styles) for i, sheet in enumerate(book, 1)}
    names = "".join(f'<sheet name={quoteattr(sheet["name"])} sheetId="{i}" r:id="r{i}"'
                    f'{" state=%shidden%s" % (chr(34), chr(34)) if sheet.get("hidden") else ""}/>'
                    for i, sheet in enumerate(book, 1))
    related = "".join(f'<Relationship Id="r{i}" Type="{RELATION}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                      for i in range(1, len(book) + 1))
    count = len(book)
    parts["xl/workbook.xml"] = (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>{names}</sheets></workbook>')
    parts["xl/_rels/workbook.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="r{count + 1}" Type="{RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r{count + 2}" Type="{RELATION}/styles" Target="styles.xml"/></Relationships>')
    parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{"".join(map(string_xml, strings))}</sst>'
    parts["xl/styles.xml"] = styles.xml()
    types = "".join(f'<Override PartName="/{name}" ContentType="{TYPE}.worksheet+xml"/>'
                    for name in parts if name.startswith("xl/worksheets/"))
    first = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="'
                               'application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                       f'Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'}
    return pack({**first, **parts})


def ods_cell(value, span, ruled):
    attributes = ' table:style-name="ruled"' if ruled else ""
    if span:
        attributes += f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
    if isinstance(value, tuple):
        number, code = value
        words = re.match(r'"([^"]*)"', code)
        value = datetime.date(1899, 12, 30) + datetime.timedelta(days=number)
        if words:
            shown = f"{words[1]}{value:%d/%m/%Y}"
            return f'<table:table-cell office:date-value="{value}"{attributes}><text:p>{escape(shown)}</text:p></table:table-cell>'
    if value is None:
        return f"<table:table-cell{attributes}/>"
    if isinstance(value, datetime.date):
        # as a program set to American habits shows it
        return (f'<table:table-cell office:value-type="date" office:date-value="{value}"{attributes}>'
                f"<text:p>{value:%m/%d/%y}</text:p></table:table-cell>")
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f"<table:table-cell{attributes}>{lines}</table:table-cell>"


def ods_sheet(sheet):
    top, left = place(sheet.get("at", "A1"))
    merged = spans(sheet)
    out = [f'<table:table table:name={quoteattr(sheet["name"])}{" table:style-name=%shidden%s" % (chr(34), chr(34)) if sheet.get("hidden") else ""}>']
    if top:
        out.append(f'<table:table-row table:number-rows-repeated="{top}"><table:table-cell '
                   'table:number-columns-repeated="16384"/></table:table-row>')
    for i, row in enumerate(sheet["rows"]):
        out.append("<table:table-row>")
        if left:
            out.append(f'<table:table-cell table:number-columns-repeated="{left}"/>')
        for k, value in enumerate(row):
            place_of = (top + i, left + k)
            out.append(ods_cell(value, merged.get(place_of), is_ruled(sheet, top + i)))
        out.append('<table:table-cell table:number-columns-repeated="16000"/></table:table-row>')
    out.append('<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
               'table:number-columns-repeated="16384"/></table:table-row></table:table>')
    return "".join(out)


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(f'xmlns:{name}="{ODF}{address}:1.0"' for name, address in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible")))
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(book):
    styles = ('<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>'
              '<style:style style:name="ruled" style:family="table-cell"><style:table-cell-properties '
              'fo:border="0.06pt solid #000000"/></style:style>')
    content = (f'<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>'
               f'<office:spreadsheet>{"".join(map(ods_sheet, book))}</office:spreadsheet></office:body></office:document-content>')
    return pack({"mimetype": ODS, "content.xml": content})


def shown(value):
    if isinstance(value, tuple):
        number, code = value
        words = re.match(r'"([^"]*)"', code)
        return f"{words[1] if words else ''}{datetime.date(1899, 12, 30) + datetime.timedelta(days=number):%d/%m/%Y}"
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def csv(book, separator=",", encoding="utf-8-sig"):
    rows = [[shown(value) for value in row] for row in book[0]["rows"]]
    width = max(map(len, rows))
    out = io.StringIO()
    table.writer(out, delimiter=separator, lineterminator="\r\n").writerows(row + [""] * (width - len(row)) for row in rows)
    return windows_1258(out.getvalue()) if encoding == "windows-1258" else out.getvalue().encode(encoding)


def windows_1258(text):
    """Letters as Windows writes them: a tone that has no letter of its own stands behind the letter."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            out += (unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258")
    return out


def pack(parts):
    """A ZIP file that is the same whenever it is made"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            stored = name == "mimetype"
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part,
                             zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()
