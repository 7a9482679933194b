#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the sample plans comes back when their marks are taken away; the language table was not made from them.

usage: repair.py PATH-OF-DONDOC FOLDER-OF-SAMPLES        Prints TAP.

Syllables are the words of letters only. Names of persons stay as they are written, so that they count as wrong; the second
figure leaves out words with a capital. What is clean must not change at all.
"""
import glob
import os
import subprocess
import sys
import tempfile
import unicodedata

FLOOR_ALL, FLOOR_SMALL = 0.93, 0.95
SCANS = ("29-",)  # samples that are damaged themselves


def bare(text):
    text = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in text if not unicodedata.combining(c))


def spell(word):
    """The two spellings of a tone are one: "hoà", "hòa"."""
    marks = [c for c in unicodedata.normalize("NFD", word) if c in "\u0300\u0301\u0303\u0309\u0323"]
    rest = "".join(c for c in unicodedata.normalize("NFD", word) if c not in "\u0300\u0301\u0303\u0309\u0323")
    return rest, marks


def shown(dondoc, mode, path):
    done = subprocess.run([dondoc, "read", "--as", "document", "--repair", mode, path], capture_output=True, check=True)
    return done.stdout.decode()


def count(wanted, found):
    """Returns (all, right) of words of letters, and of those without a capital."""
    figures = [0, 0, 0, 0]
    for good, line in zip(wanted.split("\n"), found.split("\n")):
        good, line = good.split(), line.split()
        for i, word in enumerate(good):
            letters = word.strip(".,;:()[]\"'/-+*|“”…–•")
            if not letters.isalpha() or len(good) != len(line):
                continue
            right = spell(word) == spell(line[i])
            small = letters == letters.lower()
            for at, value in enumerate((1, right, small, small and right)):
                figures[at] += value
    return figures


def main(dondoc, folder):
    figures, n, failed = [0, 0, 0, 0], 0, False
    with tempfile.TemporaryDirectory() as work:
        for path in sorted(glob.glob(os.path.join(folder, "*.txt"))):
            name = os.path.basename(path)
            if name.startswith(SCANS):
                continue
            clean = shown(dondoc, "never", path)
            same = all(shown(dondoc, mode, path) == clean for mode in ("auto", "always"))
            n, failed = n + 1, failed or not same
            print(f"{'ok' if same else 'not ok'} {n} - {name} stays as it is")
            stripped = os.path.join(work, name)
            with open(stripped, "w", encoding="utf-8") as file:
                file.write(bare(clean))
            part = count(clean, shown(dondoc, "auto", stripped))
            print(f"# {name}: {part[1] / part[0]:.3f} of {part[0]}")
            figures = [a + b for a, b in zip(figures, part)]
    for what, right, whole, floor in (("syllables", figures[1], figures[0], FLOOR_ALL),
                                      ("syllables without a capital", figures[3], figures[2], FLOOR_SMALL)):
        n, good = n + 1, right >= floor * whole
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {n} - {what}: {right / whole:.4f} of {whole} right, at least {floor}")
    print(f"1..{n}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
