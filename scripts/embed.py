#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a file of data/catalogue into C source, so that the program needs no files at run time.

usage: embed.py text NAME INPUT OUTPUT.c
       embed.py lists NAME INPUT.csv OUTPUT.c
       embed.py cells NAME INPUT.csv OUTPUT.c HEADER
       embed.py page FOLDER OUTPUT.c OUTPUT.S

text:  defines `const char dd_data_NAME[]`, NUL-terminated.
lists: of rows "type,phrase" defines for each type `const char *const dd_NAME_TYPE[]` and `const size_t dd_NAME_n_TYPE`.
page:  makes the files of FOLDER the table of src/api/page.h; beside X may lie X.gz and X.br, the same compressed. The bytes are the
       assembler's work: an array of a megabyte takes a C compiler a minute.
cells: of rows under HEADER defines `const char dd_data_NAME[]`, the cells row by row, a NUL behind each and behind all.
"""
import csv
import hashlib
import re
import sys
from pathlib import Path


def bytes_source(name, data):
    rows = [data[at:at + 20] for at in range(0, len(data), 20)]
    body = "".join("\t" + ", ".join(f"0x{byte:02x}" for byte in row) + ",\n" for row in rows)
    # a byte over 127 does not fit a char initializer without the cast
    return (
        f"extern const char dd_data_{name}[];\n\n"
        f"const char dd_data_{name}[] = {{\n{body.replace('0x', '(char)0x')}\t0\n}};\n"
    )


def text_source(name, source):
    with open(source, "rb") as file:
        data = file.read()
    if b"\0" in data:
        sys.exit(f"{source}: a NUL byte in a text file")
    return bytes_source(name, data)


def cells_source(name, source, header):
    data = bytearray()
    columns = header.count(",") + 1
    with open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        if next(rows, None) != header.split(","):
            sys.exit(f"{source}: the header must be {header}")
        for row in rows:
            if len(row) != columns or not row[0] or any(cell != cell.strip() or "\0" in cell for cell in row):
                sys.exit(f"{source}:{rows.line_num}: a row is {columns} cells without blanks around them, the first not empty")
            for cell in row:
                data += cell.encode() + b"\0"
    return bytes_source(name, bytes(data))


def lists_source(name, source):
    lists = {}
    with open(source, encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        if next(rows, None) != ["type", "phrase"]:
            sys.exit(f"{source}: the header must be type,phrase")
        for row in rows:
            if len(row) != 2 or not re.fullmatch(r"[a-z_]+", row[0]) or not row[1]:
                sys.exit(f"{source}:{rows.line_num}: a row is a type and a phrase")
            phrases = lists.setdefault(row[0], [])
            if row[1] in phrases:
                sys.exit(f"{source}:{rows.line_num}: {row[1]} stands there twice")
            phrases.append(row[1])
    out = ""
    for kind, phrases in lists.items():
        quoted = (phrase.replace("\\", "\\\\").replace('"', '\\"') for phrase in phrases)
        out += (
            f"extern const char *const dd_{name}_{kind}[];\n"
            f"extern const size_t dd_{name}_n_{kind};\n"
            f"const char *const dd_{name}_{kind}[] = {{\n" + "".join(f'\t"{text}",\n' for text in quoted) + "};\n"
            f"const size_t dd_{name}_n_{kind} = {len(phrases)};\n\n"
        )
    return out


# of files that a page is made of
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
         ".json": "application/json", ".woff2": "font/woff2", ".png": "image/png", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"}


def page_sources(folder, target, blobs):
    """One symbol for each file in each coding; read-only, and so shared by all that run the program"""
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file() and path.suffix not in (".gz", ".br"))
    names, rows, parts = [], [], []
    for number, path in enumerate(files):
        cells = []
        for coding in ("", ".gz", ".br"):
            coded = path.with_name(path.name + coding)
            if not coded.exists():
                cells.append("{0}")
                continue
            name = f"dd_page_{number}{coding.replace('.', '_')}"
            names.append(name)
            cells.append(f"{{{name}, {coded.stat().st_size}}}")
            parts.append(f'\t.globl {name}\n\t.hidden {name}\n\t.type {name}, %object\n{name}:\n\t.incbin "{coded.resolve()}"\n'
                         f"\t.size {name}, . - {name}\n")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:32]
        rows.append(f'\t{{"/{path.relative_to(folder).as_posix()}", "{TYPES[path.suffix]}", "{digest}", {", ".join(cells)}}},\n')
    # strcmp's order, by bytes: the server looks with halves
    rows.sort(key=lambda row: row.split('"')[1].encode())
    mark = "made by scripts/embed.py; do not edit"
    Path(target).write_text(f"/* {mark} */\n#include \"page.h\"\n\n" + "".join(
        f'__attribute__((visibility("hidden"))) extern const guint8 {name}[];\n' for name in names)
        + "const DdPageFile dd_page_files[] = {\n" + "".join(rows) + f"}};\nconst size_t dd_n_page_files = {len(rows)};\n", encoding="utf-8")
    # without the two notes a linker takes the whole program for one that runs code on its stack, or has no control-flow protection
    Path(blobs).write_text(f"/* {mark} */\n#ifdef __CET__\n#include <cet.h>\n#endif\n\t.section .rodata\n" + "".join(parts)
                           + '\t.section .note.GNU-stack, "", %progbits\n', encoding="utf-8")


def main():
    if len(sys.argv) == 5 and sys.argv[1] == "page":
        page_sources(*sys.argv[2:])
        return
    forms = {"text": (text_source, 5), "lists": (lists_source, 5), "cells": (cells_source, 6)}
    make, words = forms.get(sys.argv[1] if len(sys.argv) > 1 else "", (None, 0))
    if len(sys.argv) != words or not re.fullmatch(r"[a-z][a-z0-9_]*", sys.argv[2]):
        sys.exit(__doc__)
    name, source, target, *header = sys.argv[2:]
    code = make(name, source, *header)
    with open(target, "w", encoding="utf-8") as out:
        out.write("/* made by scripts/embed.py; do not edit */\n#include <stddef.h>\n\n" + code)


if __name__ == "__main__":
    main()
