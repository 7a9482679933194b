#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the sample outputs of a Markdown page against the program.

usage: test-docs.py PATH-OF-DONDOC PAGE.md

A block after <!-- file: NAME --> is the content of a file; a block after <!-- run: dondoc ... --> is what that command
prints there. With UPDATE=1 in the environment the page is rewritten instead. Prints TAP.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"<!-- (file|run): (.*?) -->\n```(\w*)\n(.*?)```\n", re.S)


def main(dondoc, page):
    with open(page, encoding="utf-8") as stream:
        text = stream.read()
    results = []
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:

        def check(match):
            kind, what, language, body = match.groups()
            if kind == "file":
                with open(os.path.join(folder, what), "w", encoding="utf-8") as stream:
                    stream.write(body)
                return match.group(0)
            command = [os.path.abspath(dondoc), *shlex.split(what)[1:]]
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=60)
            printed = done.stdout.decode().removeprefix("\ufeff").replace("\r\n", "\n")
            results.append((what, printed == body and done.returncode == 0))
            return f"<!-- {kind}: {what} -->\n```{language}\n{printed}```\n"

        fresh = BLOCK.sub(check, text)
    if os.environ.get("UPDATE") == "1":
        with open(page, "w", encoding="utf-8") as stream:
            stream.write(fresh)
    for number, (what, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {what}")
    print(f"1..{len(results)}")


main(*sys.argv[1:])
