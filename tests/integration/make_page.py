# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a DOCX out of a plan that is plain text, laid out as an office lays out its plans, and a PDF of it with LibreOffice.

Heads and signatures that stand side by side become a table without lines, tables one with lines, titles are centred, lines that
were broken at a width are paragraphs again, pages are numbered.
"""
import io
import os
import re
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

from make_docx import PACKAGE, RELATION, W

TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
</Types>"""
PARTS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="h1" Type="{RELATION}/header" Target="header1.xml"/></Relationships>"""
HEADER = f"""<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""
SECTION = (f'<w:sectPr xmlns:r="{RELATION}"><w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="11906" w:h="16838"/>'
           '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851" w:header="567" w:footer="567"/><w:titlePg/></w:sectPr>')
WIDTH = 9354  # between the margins, twentieths of a point
SIDES = re.compile(r"^(?P<left>[^\t]*\S{2})\t(?P<right>\S.*)$"), re.compile(r"^(?P<left>.*?\S{2}) {4,}(?P<right>\S.*)$")
ITEM = re.compile(r"\s*([-+*•–]|\d{1,3}(\.\d+)*[.)]|[IVXLC]+\.|[a-zđ]\)|Điều \d+|Căn cứ|Thực hiện|Nơi nhận|\()\s*")


def paragraph(text, align="both", size=28):
    indent = '<w:ind w:firstLine="567"/>' if align == "both" else ""
    return (f'<w:p><w:pPr><w:spacing w:before="60" w:after="60"/>{indent}<w:jc w:val="{align}"/></w:pPr>'
            f'<w:r><w:rPr><w:rFonts w:ascii="Tinos" w:hAnsi="Tinos"/><w:sz w:val="{size}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>')


def table(rows, lined, widths):
    kind = "single" if lined else "none"
    sides = "".join(f'<w:{side} w:val="{kind}" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    out = [f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
           '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>']
    out += [f'<w:gridCol w:w="{width}"/>' for width in widths] + ["</w:tblGrid>"]
    for row in rows:
        out.append("<w:tr>")
        for lines, width in zip(row + [[""]] * (len(widths) - len(row)), widths):
            align = "left" if lined else "center"
            inside = "".join(paragraph(line, align, 24 if lined else 26) for line in lines or [""])
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>')
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>" + paragraph("", "left", 8)


def lined_table(rows):
    n = max(len(row) for row in rows)
    lengths = [max(8, min(60, max((len(line) for row in rows if i < len(row) and len(row) > 1 for line in row[i]), default=6)))
               for i in range(n)]
    return table(rows, True, [WIDTH * length // sum(lengths) for length in lengths])


def cells_of(line):
    """The cells of a line that is a row of a table, as lists of lines; None for other lines"""
    if line.strip().startswith("|"):
        return [re.split(r"<br ?/?>", cell.strip()) for cell in line.strip().strip("|").split("|")]
    if line.strip().startswith("│"):
        return [[cell.strip()] for cell in line.strip().strip("│").split("│")]
    if line.strip()[:1] in ("┌", "├", "└"):
        return [["-"]]
    if line.count("\t") >= 2:
        return [[cell.strip()] for cell in line.split("\t")]
    return None


def is_break(cells):
    return all(re.fullmatch(r"[:\-\s]*", line) for cell in cells for line in cell)


def blocks_of(text):
    """(kind, content): "rows" of a table, "sides" of a head, "text", in order"""
    kind, held = None, []
    for line in text.replace("\r\n", "\n").replace("\f", "\n").split("\n"):
        cells, sides = cells_of(line), SIDES[0].match(line) or SIDES[1].match(line)
        now = "rows" if cells else "sides" if sides and len(line) < 140 else "text" if line.strip() else None
        if now is None and kind == "text":
            held.append("")
            continue
        if now is None and kind == "sides":
            continue  # blank lines inside of a head
        if now != kind and held:
            yield kind, held
            held = []
        kind = now
        if now == "rows" and not is_break(cells):
            held.append(cells)
        elif now == "sides":
            held.append((sides["left"].strip(), sides["right"].strip()))
        elif now == "text":
            held.append(line)
    if held:
        yield kind, held


def paragraphs_of(lines):
    """Lines that were broken at a width as one, with how they stand"""
    width = max(len(line) for line in lines)
    out = []
    for line in lines:
        text = line.strip()
        if not text:
            out.append(("", "center", 0))
            continue
        centred = len(line) - len(line.lstrip()) > 12 and not ITEM.match(line)
        goes_on = (out and not centred and out[-1][1] == "both" and not ITEM.match(line) and out[-1][2] > width * 0.8
                   and (text[:1].islower() or out[-1][0][-1:] not in ".;:!?"))
        if goes_on:
            out[-1] = (out[-1][0] + " " + text, "both", len(line))
        else:
            out.append((text, "center" if centred else "both", len(line)))
    return out


def make_docx(text):
    body = []
    for kind, held in blocks_of(text):
        if kind == "rows":
            body.append(lined_table(held))
        elif kind == "sides":
            row = [[left for left, _ in held], [right for _, right in held]]
            body.append(table([row], False, [WIDTH * 2 // 5, WIDTH - WIDTH * 2 // 5]))
        else:
            body += [paragraph(line, align) for line, align, _ in paragraphs_of(held)]
    document = (f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>' + "".join(body) + SECTION +
                "</w:body></w:document>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (("[Content_Types].xml", TYPES), ("_rels/.rels", PACKAGE), ("word/document.xml", document),
                           ("word/_rels/document.xml.rels", PARTS), ("word/header1.xml", HEADER)):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def make_pdfs(texts, folder):
    """Writes NAME.docx and NAME.pdf into @folder for each {NAME: text}. LibreOffice starts once for all of them."""
    paths = []
    for name, text in texts.items():
        paths.append(os.path.join(folder, name + ".docx"))
        with open(paths[-1], "wb") as stream:
            stream.write(make_docx(text))
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir",
                        folder, *paths], check=True, capture_output=True, timeout=300)
