# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes files of a plan that is plain text, as make_docx.py makes DOCX: a paragraph for each line, tables as tables, and, when
asked, its marks ("1.", "a)", "-") as automatic numbering.

odt(text, numbered), html(text, numbered), rtf(text, numbered) -> bytes of the file
"""
from xml.sax.saxutils import escape

from make_docx import LISTS, Numbering, blocks
from make_sheets import SPACES, pack, windows_1258

ODT = "application/vnd.oasis.opendocument.text"
FORMATS = {"decimal": "1", "upperRoman": "I", "lowerLetter": "a"}


def odt_text(line):
    """White space is folded in an ODT: blanks and tabs that shall stay are elements."""
    out = escape(line).replace("\t", "<text:tab/>")
    while "  " in out or out.startswith(" "):
        out = out.replace("  ", ' <text:s/>', 1) if "  " in out else "<text:s/>" + out[1:]
    return out


def odt_paragraph(line, numbering):
    number, text = numbering.take(line.lstrip()) if numbering else (None, line)
    if number is None:
        return f"<text:p>{odt_text(line)}</text:p>"
    return (f'<text:list text:style-name="L{number}" text:continue-numbering="true"><text:list-item>'
            f"<text:p>{odt_text(text)}</text:p></text:list-item></text:list>")


def odt_table(rows):
    out = ["<table:table>"]
    for row in rows:
        out.append("<table:table-row>")
        for lines in row:
            out.append("<table:table-cell>" + "".join(odt_paragraph(line, None) for line in lines) + "</table:table-cell>")
        out.append("</table:table-row>")
    return "".join(out) + "</table:table>"


def odt_list(number, form, text, start):
    if form == "bullet":
        level = f'<text:list-level-style-bullet text:level="1" text:bullet-char="{text}"/>'
    else:
        level = (f'<text:list-level-style-number text:level="1" style:num-format="{FORMATS[form]}" '
                 f'style:num-suffix="{text[-1]}" text:start-value="{start}"/>')
    return f'<text:list-style style:name="L{number}">{level}</text:list-style>'


def odt(text, numbered):
    numbering = Numbering() if numbered else None
    body = "".join(odt_table(rest) if line is True else odt_paragraph(line, numbering if rest else None)
                   for line, rest in blocks(text))
    lists = "".join(odt_list(i, *one) for i, one in enumerate(numbering.lists if numbering else [], 1))
    content = (f"<office:document-content {SPACES}><office:automatic-styles>{lists}</office:automatic-styles><office:body>"
               f"<office:text>{body}</office:text></office:body></office:document-content>")
    return pack({"mimetype": ODT, "content.xml": content})


TYPES = {"decimal": "1", "upperRoman": "I"}


def html_paragraph(line, numbering):
    """Lists of HTML show "1." and "I."; other marks are text there."""
    number, text = numbering.take(line.lstrip()) if numbering else (None, line)
    form, shown, _ = numbering.lists[number - 1] if number else (None, "", 0)
    if "\t" in line:
        return f"<pre>{escape(line)}</pre>\n"
    if form not in TYPES or not shown.endswith("."):
        return f"<p>{html_text(line)}</p>\n"
    value = numbering.last[next(i for i, row in enumerate(LISTS) if row[:2] == (form, shown))][1]
    return f'<ol type="{TYPES[form]}" start="{value}">\n<li><p>{html_text(text)}</p></ol>\n'


def html_text(line):
    """Blanks of which the text has several side by side stay only where they are no white space of HTML."""
    return escape(line).replace("  ", "&nbsp; ")


def html_table(rows):
    out = ["<table border=1>\n"]
    for row in rows:
        out.append("<tr>" + "".join(f"<td>{'<br>'.join(map(html_text, lines))}" for lines in row) + "\n")
    return "".join(out) + "</table>\n"


def html(text, numbered):
    numbering = Numbering() if numbered else None
    body = "".join(html_table(rest) if line is True else html_paragraph(line, numbering if rest else None)
                   for line, rest in blocks(text))
    return f"<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>x</title></head><body>\n{body}</body></html>".encode()


def rtf_text(line):
    """Half of the letters by number, half in Windows-1258, as Word and WordPad write them."""
    out = []
    for i, letter in enumerate(line):
        if letter in "\\{}":
            out.append("\\" + letter)
        elif letter == "\t":
            out.append("\\tab ")
        elif ord(letter) < 128:
            out.append(letter)
        elif i % 2 and ord(letter) < 0x10000:
            out.append(f"\\u{ord(letter) - (65536 if ord(letter) > 32767 else 0)}?")
        else:
            try:
                out.append("".join(f"\\'{byte:02x}" for byte in windows_1258(letter)))
            except (UnicodeEncodeError, StopIteration):
                out.append(f"\\u{ord(letter) - (65536 if ord(letter) > 32767 else 0)}?")
    return "".join(out)


def rtf_paragraph(line, numbering):
    number, text = numbering.take(line.lstrip()) if numbering else (None, line)
    if number is None:
        return f"\\pard {rtf_text(line)}\\par\n"
    mark = line.lstrip()[:len(line.lstrip()) - len(text)].strip()
    return f"\\pard{{\\listtext\\pard {rtf_text(mark)}\\tab}}\\ls1 {rtf_text(text)}\\par\n"


def rtf_table(rows):
    out = []
    for row in rows:
        out.append("\\trowd" + "".join(f"\\cellx{1000 * (i + 1)}" for i in range(len(row))) + "\n\\pard\\intbl ")
        out.append("".join("\\par ".join(map(rtf_text, lines)) + "\\cell " for lines in row) + "\\row\n")
    return "".join(out)


def rtf(text, numbered):
    numbering = Numbering() if numbered else None
    body = "".join(rtf_table(rest) if line is True else rtf_paragraph(line, numbering if rest else None)
                   for line, rest in blocks(text))
    return ("{\\rtf1\\ansi\\ansicpg1258\\deff0{\\fonttbl{\\f0\\fcharset163 Times New Roman;}}{\\*\\generator x;}\n" + body + "}").encode("ascii")
