#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a data file into C source, so that the program needs no files at run time.

usage: embed.py NAME INPUT OUTPUT.c
Defines `const char dd_data_NAME[]` (NUL-terminated) and `const size_t dd_data_NAME_len` (without the NUL).
"""
import re
import sys


def main():
    if len(sys.argv) != 4 or not re.fullmatch(r"[a-z][a-z0-9_]*", sys.argv[1]):
        sys.exit("usage: embed.py NAME INPUT OUTPUT.c")
    name, source, target = sys.argv[1:]
    with open(source, "rb") as file:
        data = file.read()
    if b"\0" in data:
        sys.exit(f"{source}: a NUL byte in a text file")
    rows = [data[at:at + 20] for at in range(0, len(data), 20)]
    body = "".join("\t" + ", ".join(f"0x{byte:02x}" for byte in row) + ",\n" for row in rows)
    with open(target, "w", encoding="ascii") as out:
        out.write(
            "/* made by scripts/embed.py; do not edit */\n"
            "#include <stddef.h>\n\n"
            f"extern const char dd_data_{name}[];\n"
            f"extern const size_t dd_data_{name}_len;\n\n"
            # a byte over 127 does not fit a char initializer without the cast
            f"const char dd_data_{name}[] = {{\n{body.replace('0x', '(char)0x')}\t0\n}};\n"
            f"const size_t dd_data_{name}_len = {len(data)};\n"
        )


if __name__ == "__main__":
    main()
