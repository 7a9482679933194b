#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes C source that holds a small DOCX: packed and unpacked parts, a Vietnamese name, a numbered paragraph, a table.

usage: make-sample.py OUTPUT.c
"""
import io
import sys
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def kind(part, name):
    return f'<Override PartName="/word/{part}.xml" ContentType="{MAIN}.{name}+xml"/>'


def text(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + kind("document", "document.main") + kind("styles", "styles") + kind("numbering", "numbering") + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
    "word/styles.xml": f'<w:styles {WORD}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="Mục"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
    "word/numbering.xml": f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    "word/document.xml": f"<w:document {WORD}><w:body>"
    '<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr>'
    + text("Đôn đốc &amp; kiểm tra &#x1EE3;") + "</w:p>"
    "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p>" + text("Nhiệm vụ") + "</w:p></w:tc></w:tr></w:tbl>"
    "</w:body></w:document>",
    "docProps/tên.xml": "<tên/>",
}


def make():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, body in PARTS.items():
            entry = zipfile.ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))  # the same bytes at each build
            packed = zipfile.ZIP_STORED if name.startswith("docProps/") else zipfile.ZIP_DEFLATED
            package.writestr(entry, HEAD + body, compress_type=packed)
    return out.getvalue()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = make()
    rows = "".join("\t" + ", ".join(f"0x{byte:02x}" for byte in data[at:at + 20]) + ",\n" for at in range(0, len(data), 20))
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.write(f'#include "warm-up-sample.h"\n\nconst guint8 dd_warm_up_sample[] = {{\n{rows}}};\n'
                   "const gsize dd_warm_up_sample_size = sizeof dd_warm_up_sample;\n")


main()
