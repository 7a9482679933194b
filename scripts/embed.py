#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a file of data/catalogue into C source, so that the program needs no files at run time.

usage: embed.py text NAME INPUT OUTPUT.c
       embed.py lists NAME INPUT.csv OUTPUT.c
       embed.py cells NAME INPUT.csv OUTPUT.c HEADER

text:  defines `const char dd_data_NAME[]`, NUL-terminated.
lists: of rows "type,phrase" defines for each type `const char *const dd_NAME_TYPE[]` and `const size_t dd_NAME_n_TYPE`.
cells: of rows under HEADER defines `const char dd_data_NAME[]`, the cells row by row, a NUL behind each and behind all.
"""
import csv
import re
import sys


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


def main():
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
