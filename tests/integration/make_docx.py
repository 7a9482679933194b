# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a DOCX of a plan that is plain text, as Word would hold it: a paragraph for each line, tables as tables, and, when
asked, its marks ("1.", "a)", "-") as automatic numbering, which Word does not store as text.

make(text, numbered) -> bytes of the file
"""
import io
import re
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
</Types>"""
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>"""
PARTS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATION}/numbering" Target="numbering.xml"/></Relationships>"""
# format of Word, its text, and the marks that look like it
LISTS = [
    ("decimal", "%1.", re.compile(r"(\d{1,3})\.[ \t]+")),
    ("decimal", "%1)", re.compile(r"(\d{1,3})\)[ \t]+")),
    ("upperRoman", "%1.", re.compile(r"([IVX]+)\.[ \t]+")),
    ("lowerLetter", "%1)", re.compile(r"([abc])\)[ \t]+")),
    ("bullet", "-", re.compile(r"-[ \t]+")),
    ("bullet", "+", re.compile(r"\+[ \t]+")),
]
ROMAN = {"I": 1, "V": 5, "X": 10}


def value_of(mark):
    if mark.isdigit():
        return int(mark)
    if mark.islower():
        return ord(mark) - ord("a") + 1
    digits = [ROMAN[sign] for sign in mark]
    return sum(-d if d < max(digits[i + 1:], default=0) else d for i, d in enumerate(digits))


class Numbering:
    """Hands out lists: a mark that goes on from the one before is of the same list, another begins one of its own."""

    def __init__(self):
        self.lists = []  # (format, text, start)
        self.last = {}   # by row of LISTS: (number of the list, value)

    def take(self, line):
        """Returns (number of the list, text behind the mark); (None, line) when the line has no mark"""
        for row, (form, text, pattern) in enumerate(LISTS):
            match = pattern.match(line)
            if not match:
                continue
            value = value_of(match[1]) if form != "bullet" else 1
            known, before = self.last.get(row, (None, 0))
            if known is None or (form != "bullet" and value != before + 1):
                self.lists.append((form, text, value))
                known = len(self.lists)
            self.last[row] = (known, value)
            return known, line[match.end():]
        return None, line

    def xml(self):
        out = [f'<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="{W}">']
        for number, (form, text, start) in enumerate(self.lists, 1):
            out.append(f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
                       f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>')
        for number in range(1, len(self.lists) + 1):
            out.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        return "".join(out) + "</w:numbering>"


def run(text):
    """A run with its tabs; blanks at the ends are kept."""
    pieces = [f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t")]
    return "<w:r>" + "<w:tab/>".join(pieces) + "</w:r>"


def paragraph(line, numbering):
    number, text = numbering.take(line.lstrip()) if numbering else (None, line)
    if number is None:
        text = line
    list_of = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' if number else ""
    return f"<w:p>{list_of}{run(text) if text else ''}</w:p>"


def split_rows(rows):
    """Lines of a table between '|' -> rows of cells, each a list of lines; rules are left out"""
    cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
    return [[re.split(r"<br ?/?>", cell) for cell in row] for row in cells
            if not all(re.fullmatch(r":?-*:?", cell) for cell in row)]


def table(rows):
    out = ["<w:tbl>"]
    for row in rows:
        out.append("<w:tr>")
        for lines in row:
            out.append("<w:tc>" + "".join(paragraph(line, None) for line in lines) + "</w:tc>")
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>"


def blocks(text):
    """What a text is made of: (True, rows of a table), (line, whether its mark may be automatic)"""
    rows = []
    lines = text.replace("\r\n", "\n").replace("\f", "\n").split("\n")
    # a table that was copied with tabs has them in most lines from its head on: what begins one there is a cell, and no mark
    heads = [i for i, line in enumerate(lines) if line.strip() in ("TT", "STT") or line.count("\t") > 2]
    copied = range(heads[0], len(lines)) if heads else range(0)
    for i, line in enumerate([*lines, None]):
        if line is not None and line.strip().startswith("|"):
            rows.append(line)
            continue
        if rows:
            yield True, split_rows(rows)
            rows = []
        if line is not None:
            yield line, i not in copied


def make(text, numbered):
    numbering = Numbering() if numbered else None
    body = [table(rest) if line is True else paragraph(line, numbering if rest else None) for line, rest in blocks(text)]
    document = (f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>' + "".join(body) +
                "</w:body></w:document>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (("[Content_Types].xml", TYPES), ("_rels/.rels", PACKAGE), ("word/document.xml", document),
                           ("word/_rels/document.xml.rels", PARTS),
                           ("word/numbering.xml", (numbering or Numbering()).xml())):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
