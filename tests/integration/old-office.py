#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans and sheets as Word and Excel kept them before 2007 give the facts that they give as text and as XLSX.

usage: old-office.py PATH-OF-DONDOC FOLDER-OF-SAMPLES [NAME…]        Prints TAP. Without names all samples are read.

LibreOffice makes the old files at test time, and dondoc has it convert them back, in its box; nothing may be left of that.
"""
import glob
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile

import docx
import make_docx
import make_sheets
import sheets

NONE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def convert(folder, paths, form):
    """Has LibreOffice make files of another kind, beside those that it is given"""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form, "--outdir",
                    folder, *paths], stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=True)


def make(folder, files, old, form):
    """{name: bytes} of new files -> {name: bytes} of old ones"""
    paths = []
    for name, (ending, data) in files.items():
        paths.append(os.path.join(folder, f"{name}.{ending}"))
        with open(paths[-1], "wb") as stream:
            stream.write(data)
    convert(folder, paths, form)
    made = {}
    for name in files:
        with open(os.path.join(folder, f"{name}.{old}"), "rb") as stream:
            made[name] = stream.read()
    return made


def entry(name, kind, child, start, size):
    wide = name.encode("utf-16le")
    return (wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide) + 2, kind, 1, NONE, NONE, child) + bytes(36) +
            struct.pack("<IQ", start, size))


def compound(name, stream):
    """An OLE file with one stream of 4096 bytes"""
    header = (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6) +
              struct.pack("<10I", 0, 1, 1, 0, 4096, END, 0, END, 0, 0) + struct.pack("<I", NONE) * 108)
    table = struct.pack("<10I", TABLE, END, *range(3, 10), END).ljust(512, b"\xFF")
    directory = (entry("Root Entry", 5, 1, END, 0) + entry(name, 2, NONE, 2, 4096)).ljust(512, b"\0")
    return header + table + directory + stream.ljust(4096, b"\0")


BOF = bytes.fromhex("0908100000060500bb0dcc0700000000060000000000")[:20]
FILE_PASS = bytes.fromhex("2f003600010001000100") + bytes(48)
# file, words of the message
REFUSED = {
    "a sheet with a password": (compound("Workbook", BOF + FILE_PASS), "mật khẩu"),
    "a text with a password": (compound("WordDocument", bytes.fromhex("eca5c1000000000000000001")), "mật khẩu"),
    "a sheet of nothing": (compound("Workbook", b""), "LibreOffice"),
    "neither text nor sheet": (compound("PowerPoint Document", b""), "OLE"),
}


class Tap:
    def __init__(self, n):
        print(f"1..{n}")
        self.count, self.failed = 0, 0

    def check(self, name, wanted, got):
        self.count += 1
        self.failed += wanted != got
        print(f"{'ok' if wanted == got else 'not ok'} {self.count} {name}", flush=True)
        if wanted == got:
            return
        for a, b in [(a, b) for a, b in zip(wanted, got) if a != b][:6]:
            print(f"#  wanted: {json.dumps(a, ensure_ascii=False)[:300]}\n#  got:    {json.dumps(b, ensure_ascii=False)[:300]}")
        if len(wanted) != len(got):
            print(f"#  wanted {len(wanted)} facts, got {len(got)}")


def facts(read, compare, *arguments):
    try:
        return compare(read(*arguments))
    except RuntimeError as error:
        return [str(error)]


def refusal(dondoc, data):
    try:
        docx.read(dondoc, data)
    except RuntimeError as error:
        return str(error)
    return ""


def notes(dondoc, data):
    done = subprocess.run([dondoc, "read", "--as", "document", "--format", "json", "-"], input=data, capture_output=True, timeout=300,
                          check=True)
    return json.loads(done.stdout)["notes"]


def main(dondoc, samples, *names):
    if shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is not installed: scripts/install-packages test")
        return 0
    texts = {}
    for path in sorted(glob.glob(os.path.join(samples, "*.txt"))):
        name = os.path.splitext(os.path.basename(path))[0]
        if not names or name.startswith(names):
            with open(path, "rb") as stream:
                texts[name] = stream.read()
    tap = Tap(2 * len(texts) + len(sheets.BOOKS) + len(REFUSED) + 3)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as own:
        plans = {f"{name}-{how}": ("docx", make_docx.make(text.decode("utf-8-sig"), how == "numbered"))
                 for name, text in texts.items() for how in ("plain", "numbered")}
        books = {f"book-{i}": ("xlsx", make_sheets.xlsx(book[1])) for i, book in enumerate(sheets.BOOKS)}
        documents = make(folder, plans, "doc", "doc:MS Word 97")
        tables = make(folder, books, "xls", "xls:MS Excel 97")
        os.environ["TMPDIR"] = own
        for name, data in documents.items():
            wanted = docx.facts(docx.read(dondoc, texts[name.rpartition("-")[0]]))
            tap.check(f"{name} as doc", wanted, facts(docx.read, docx.facts, dondoc, data))
        for (name, _, wanted), data in zip(sheets.BOOKS, tables.values()):
            tap.check(f"{name} as xls", wanted, facts(sheets.read, sheets.facts, dondoc, data))
        for name, (data, words) in REFUSED.items():
            message = refusal(dondoc, data)
            tap.check(f"{name} is refused", [True], [words in message or message])
        data = next(iter(documents.values()))
        tap.check("it is said that it was converted", ["converted"], notes(dondoc, data))
        # whether LibreOffice makes something of half a file is its own affair; what is told must be one of the two
        half = refusal(dondoc, data[:len(data) // 2])
        tap.check("half a file", [True], [half == "" or "LibreOffice" in half or "OLE" in half or half])
        tap.check("nothing is left", [], os.listdir(own))
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
