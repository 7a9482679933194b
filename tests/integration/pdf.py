#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same plan as plain text and as a PDF that LibreOffice made of it gives the same tasks, leads, helpers, times and citations.

usage: pdf.py PATH-OF-DONDOC FOLDER-OF-SAMPLES        Prints TAP.
"""
import glob
import json
import os
import shutil
import sys
import tempfile

from docx import facts, read
from make_page import make_pdfs

# Tables that were copied out of a page cell by cell: whoever lays them out anew has to guess their columns
FLAT = ("05-so-bang-tab", "32-chuong-trinh-cong-tac-lich")


def compare(dondoc, text, path):
    wanted = facts(read(dondoc, text))
    with open(path, "rb") as stream:
        data = stream.read()
    try:
        got = facts(read(dondoc, data))
    except RuntimeError as error:
        got = [str(error)]
    for a, b in [(a, b) for a, b in zip(wanted, got) if a != b][:6]:
        print(f"#  text: {json.dumps(a, ensure_ascii=False)[:300]}\n#  pdf: {json.dumps(b, ensure_ascii=False)[:300]}")
    if len(got) != len(wanted):
        print(f"#  text: {len(wanted)} facts, pdf: {len(got)}")
    return got == wanted


def main(dondoc, samples):
    if shutil.which("soffice") is None:
        print("1..0 # SKIP LibreOffice is not installed: scripts/install-packages test")
        return 0
    texts = {}
    for path in sorted(glob.glob(os.path.join(samples, "*.txt"))):
        name = os.path.splitext(os.path.basename(path))[0]
        if name not in FLAT:
            with open(path, "rb") as stream:
                texts[name] = stream.read()
    print(f"1..{len(texts)}")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        make_pdfs({name: text.decode("utf-8-sig") for name, text in texts.items()}, folder)
        for count, (name, text) in enumerate(texts.items(), 1):
            good = compare(dondoc, text, os.path.join(folder, name + ".pdf"))
            failed += not good
            print(f"{'ok' if good else 'not ok'} {count} {name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
