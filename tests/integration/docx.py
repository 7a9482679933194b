#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same plan as plain text and as a file of an office program gives the same tasks, leads, helpers, times and citations.

usage: docx.py PATH-OF-DONDOC FOLDER-OF-SAMPLES        Prints TAP.

Each sample becomes a file of each kind twice: with its marks as text, and with its marks as automatic numbering (make_docx.py,
make_texts.py).
"""
import glob
import json
import os
import subprocess
import sys

import make_docx
import make_texts

FORMS = {"docx": make_docx.make, "odt": make_texts.odt, "html": make_texts.html, "rtf": make_texts.rtf}


def read(dondoc, data):
    done = subprocess.run([dondoc, "read", "--format", "json", "-"], input=data, capture_output=True, timeout=120, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())
    return json.loads(done.stdout)


def facts(reading):
    """What must not depend on the kind of file: places do, and what a place is called."""
    tasks = [(task["id"], task["text"], task["lead"], task["coordinate"], (task.get("time") or {}).get("raw"),
              task.get("product")) for task in reading["tasks"]]
    document = {name: reading["document"].get(name) for name in ("type", "number", "issuer", "date", "place", "title")}
    citations = [(citation.get("number"), citation.get("date")) for citation in reading["citations"]]
    return [document, *tasks, *citations]


def main(dondoc, samples):
    paths = sorted(glob.glob(os.path.join(samples, "*.txt")))
    print(f"1..{2 * len(FORMS) * len(paths)}")
    failed, count = 0, 0
    for path in paths:
        with open(path, "rb") as stream:
            data = stream.read()
        text = data.decode("utf-8-sig")
        wanted = facts(read(dondoc, data))
        for form, numbered in [(form, numbered) for form in FORMS for numbered in (False, True)]:
            count += 1
            try:
                got = facts(read(dondoc, FORMS[form](text, numbered)))
            except RuntimeError as error:
                got = [str(error)]
            good = got == wanted
            failed += not good
            print(f"{'ok' if good else 'not ok'} {count} {os.path.basename(path)} as {form}{', numbered' if numbered else ''}")
            for a, b in [(a, b) for a, b in zip(wanted, got) if a != b][:6]:
                print(f"#  text: {json.dumps(a, ensure_ascii=False)[:300]}\n#  {form}: {json.dumps(b, ensure_ascii=False)[:300]}")
            if len(got) != len(wanted):
                print(f"#  text: {len(wanted)} facts, {form}: {len(got)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
