#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same plan as text and as a scan gives the same tasks, leads and times, save for a few.

usage: scan.py PATH-OF-DONDOC PATH-OF-SCAN-DISTORT FOLDER-OF-SAMPLES [NAME…]      Prints TAP.

Each sample becomes a PDF (make_page.py), images of 300 dpi (pdftoppm), and of these a scan: slanted, blurred and
noisy, as TIFF or PDF. Tables that were copied cell by cell (FLAT) are no more what they were on any page: there the scan is held
against the text of the PDF. The first sample also becomes a PDF with a bad text under its images, which must be read anew. NAME: only
samples whose name holds it; DONDOC_SCAN_KEEP=FOLDER keeps the scans. Without LibreOffice or pdftoppm all is skipped.
"""
import difflib
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata

from make_layer import make_layered
from make_page import make_pdfs
from pdf import FLAT

SHARE = 0.97  # of the facts of all of them
LEAST = 0.95  # of one: a slip in twenty-eight is more than three of a hundred
# degrees, blur in pixels, noise in shades, quarters turned, kind
FORMS = [("0.7", "1", "16", "0", "tiff"), ("-1.2", "1", "10", "0", "pdf"), ("0.4", "0", "24", "2", "tiff")]


def read(dondoc, path):
    done = subprocess.run([dondoc, "read", "--format", "json", path], capture_output=True, timeout=600, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())
    return json.loads(done.stdout)


def bare(text):
    """Letters and digits without marks: a mark that was read wrongly is another matter than a task that was not found."""
    parts = unicodedata.normalize("NFD", (text or "").lower().replace("đ", "d"))
    return "".join(sign for sign in parts if sign.isalnum())


def alike(one, two):
    return one == two or difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.9


def facts(task):
    """What is told of a task: its text, each of its leads, its time"""
    time = task.get("time") or {}
    return (bare(task["text"])[:120], [bare(name) for name in task["lead"]],
            (time.get("kind"), time.get("start"), time.get("end")))


def compare(wanted, got):
    """Returns (facts found, facts there are, what was lost)."""
    found, total, lost = 0, 0, []
    left = [facts(task) for task in got]
    for text, leads, time in map(facts, wanted):
        total += 2 + len(leads)
        match = next((task for task in left if alike(text, task[0])), None)
        if match is None:
            lost.append(f"task {text[:80]}")
            continue
        left.remove(match)
        found += 1 + (time == match[2]) + sum(any(alike(lead, other) for other in match[1]) for lead in leads)
        if time != match[2]:
            lost.append(f"time {time} {match[2]} of {text[:60]}")
        lost += [f"lead {lead} {match[1]}" for lead in leads if not any(alike(lead, other) for other in match[1])]
    lost += [f"one too many: {task[0][:80]}" for task in left]
    return found, total + len(left), lost


def draw(pdf, folder):
    """Returns the images of the pages, for as long as @folder is there."""
    subprocess.run(["pdftoppm", "-r", "300", "-gray", pdf, os.path.join(folder, "page")], check=True, timeout=120)
    return sorted(glob.glob(os.path.join(folder, "page*.pgm")))


def run(dondoc, distort, office, count, path):
    """Returns (path, facts found, facts there are, what was lost, pages)."""
    name = os.path.basename(path)[:-4]
    against = os.path.join(office, name + ".pdf") if name in FLAT else path
    form = FORMS[count % len(FORMS)]
    with tempfile.TemporaryDirectory() as folder:
        pages = draw(os.path.join(office, name + ".pdf"), folder)
        scan = os.path.join(os.environ.get("DONDOC_SCAN_KEEP", folder), f"{name}.{form[4]}")
        subprocess.run([distort, scan, *form[:4], *pages], check=True, timeout=120)
        return (path, *compare(read(dondoc, against)["tasks"], read(dondoc, scan)["tasks"]), len(pages))


def run_layered(dondoc, office, path):
    """A PDF whose text was recognised badly. Returns (facts found, facts there are, what was lost)."""
    with tempfile.TemporaryDirectory() as folder:
        pages = draw(os.path.join(office, os.path.basename(path)[:-4] + ".pdf"), folder)
        scan = os.path.join(folder, "layered.pdf")
        with open(path, encoding="utf-8-sig") as text, open(scan, "wb") as out:
            out.write(make_layered(pages, text.read()))
        reading = read(dondoc, scan)
    found, total, lost = compare(read(dondoc, path)["tasks"], reading["tasks"])
    if not any(anomaly["kind"] == "bad-text" for anomaly in reading["anomalies"]):
        return 0, total, ["the reading does not say that the text was bad", *lost]
    return found, total, lost


def main(dondoc, distort, samples, *names):
    if not shutil.which("soffice") or not shutil.which("pdftoppm"):
        print("1..0 # SKIP no soffice or no pdftoppm")
        return 0
    paths = [path for path in sorted(glob.glob(os.path.join(samples, "*.txt")))
             if not names or any(name in os.path.basename(path) for name in names)]
    print(f"1..{len(paths) + 1}")
    failed, all_found, all_total = 0, 0, 0
    with tempfile.TemporaryDirectory() as office:
        make_pdfs({os.path.basename(path)[:-4]: open(path, encoding="utf-8-sig").read() for path in paths}, office)
        results = list(map(lambda at: run(dondoc, distort, office, *at), enumerate(paths, 1)))
        layered = run_layered(dondoc, office, paths[0])
    for count, (path, found, total, lost, pages) in enumerate(results, 1):
        all_found, all_total = all_found + found, all_total + total
        good = found >= LEAST * total
        failed += not good
        print(f"{'ok' if good else 'not ok'} {count} {os.path.basename(path)}: {found} of {total}, {pages} pages")
        for line in lost[:12]:
            print(f"#  {line}")
    found, total, lost = layered
    good = found >= LEAST * total
    failed += not good
    print(f"{'ok' if good else 'not ok'} {len(paths) + 1} bad text under {os.path.basename(paths[0])}: {found} of {total}")
    for line in lost[:12]:
        print(f"#  {line}")
    print(f"# all: {all_found} of {all_total}")
    return 1 if failed or all_found < SHARE * all_total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
