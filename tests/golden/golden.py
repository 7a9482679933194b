#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the program reads out of every sample plan against the golden files beside this script.

usage: golden.py PATH-OF-DONDOC FOLDER-OF-SAMPLES        Prints TAP.

A golden file is what the program prints today, laid out so that a changed task is a changed line; whoever changes the
reader looks at the difference. With UPDATE=1 in the environment the files are written anew. How right a reading is, tells
tests/quality.py.
"""
import difflib
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTH = 120


def lay_out(value, indent=0, key=""):
    """One line where it fits, otherwise one line for each member."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or indent + len(key) + len(flat) <= WIDTH:
        return flat
    blank = " " * (indent + 1)
    if isinstance(value, dict):
        rows = [f"{blank}{json.dumps(name)}: {lay_out(inner, indent + 1, name)}" for name, inner in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(blank + lay_out(inner, indent + 1) for inner in value) + "\n" + " " * indent + "]"


def main(dondoc, samples):
    paths = sorted(glob.glob(os.path.join(samples, "*.txt")))
    update = os.environ.get("UPDATE") == "1"
    print(f"1..{len(paths) + 1}")
    failed = 0
    names = set()
    for number, path in enumerate(paths, 1):
        name = os.path.basename(path).removesuffix(".txt")
        names.add(name + ".json")
        golden = os.path.join(HERE, name + ".json")
        done = subprocess.run([dondoc, "read", "--format", "json", path], capture_output=True, timeout=120, check=False)
        good = done.returncode == 0 and not done.stderr
        fresh = lay_out(json.loads(done.stdout)) + "\n" if done.returncode == 0 else ""
        if good and update:
            with open(golden, "w", encoding="utf-8") as stream:
                stream.write(fresh)
        wanted = ""
        if os.path.exists(golden):
            with open(golden, encoding="utf-8") as stream:
                wanted = stream.read()
        if not good:
            print("# " + done.stderr.decode("utf-8", "replace").replace("\n", "\n# "))
        elif fresh != wanted:
            good = False
            for line in list(difflib.unified_diff(wanted.split("\n"), fresh.split("\n"), "golden", "now", lineterm="", n=1))[:80]:
                print("# " + line)
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} - {name}")
    stale = sorted({os.path.basename(path) for path in glob.glob(os.path.join(HERE, "*.json"))} - names)
    print(f"{'not ok' if stale else 'ok'} {len(paths) + 1} - no golden file without a sample {' '.join(stale)}")
    return 1 if failed or stale else 0


sys.exit(main(*sys.argv[1:]))
