#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How right readings are: scores those of the sample plans against data/samples/expected, those of tests/quality against
the label beside each.

usage: quality.py PATH-OF-DONDOC [NAME…]      NAME: how the name of a sample begins; floors hold for all of them only

Prints TAP: one case for each figure, held against tests/quality-floor.json. UPDATE=1 raises the floors to a little under
what is reached; they never fall. Also told: which tasks and citations came or went since the committed golden files.
Figures are pooled over all samples: of lists the harmonic mean of precision and recall, of fields the share that is right.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FLOORS = os.path.join(ROOT, "tests", "quality-floor.json")
SLACK = 0.005
SAME_NAME, SAME_TEXT = 0.9, 0.8


def fold(text):
    """Words without marks, capitals and signs."""
    text = unicodedata.normalize("NFD", (text or "").lower().replace("đ", "d"))
    text = re.sub(r"\bubnd\b", "uy ban nhan dan", "".join(c for c in text if not unicodedata.combining(c)))
    return re.findall(r"[a-z0-9]+", text)


def alike(a, b):
    """0 to 1, by the words and their pairs that both hold."""
    a, b = fold(a), fold(b)
    if a == b:
        return 1.0
    bags = [Counter(words) + Counter(zip(words, words[1:])) for words in (a, b)]
    total = sum(bags[0].values()) + sum(bags[1].values())
    return 2 * sum((bags[0] & bags[1]).values()) / total if total else 0.0


def match(wanted, found, rate, least):
    """Pairs each wanted with at most one found, the best first. Returns the pairs."""
    rows = [(rate(a, b), -abs(i - j), i, j) for i, a in enumerate(wanted) for j, b in enumerate(found)]
    left, right, pairs = set(), set(), []
    for value, _, i, j in sorted(rows, reverse=True):
        if value >= least and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((wanted[i], found[j]))
    return pairs


class Figures:
    """Counts of each figure: hits, wanted and found."""

    def __init__(self):
        self.counts = defaultdict(lambda: [0.0, 0.0, 0.0])

    def add(self, name, hits, wanted, found):
        for i, value in enumerate((hits, wanted, found)):
            self.counts[name][i] += value

    def add_check(self, name, good):
        self.add(name, float(good), 1, 1)

    def add_list(self, name, wanted, found, rate, least=1.0):
        pairs = match(wanted, found, rate, least)
        self.add(name, len(pairs), len(wanted), len(found))
        return pairs

    def merge(self, other):
        for name, counts in other.counts.items():
            self.add(name, *counts)

    def get(self, name):
        hits, wanted, found = self.counts[name]
        return 2 * hits / (wanted + found) if wanted + found else None


def same_name(a, b):
    return alike(a, b)


def number_of(citation):
    return (re.sub(r"\s", "", citation.get("number") or "").upper(), citation.get("date") or "")


def rate_citation(a, b):
    if number_of(a) != number_of(b):
        return 0.0
    near = 1 / (2 + abs(a["line"] - b["line"]))
    if number_of(a) == ("", ""):
        return near + (1.0 if alike(a.get("raw"), b.get("raw")) > 0.7 else 0.0)
    return 1 + near


def rate_task(a, b):
    meet = a["line_start"] <= b["line_end"] and b["line_start"] <= a["line_end"]
    return alike(a["text"], b["text"]) + (0.1 if meet else -0.1)


def same_time(a, b):
    a, b = a or {"kind": "none"}, b or {"kind": "none"}
    return all((a.get(key) or None) == (b.get(key) or None) for key in ("kind", "start", "end", "every"))


def near_line(what):
    return lambda a, b: float(a.get(what) == b.get(what) and abs((a.get("line") or 0) - (b.get("line") or 0)) <= 2)


def score_header(figures, label, reading):
    for key in ("number", "date", "status"):
        if key in label:
            figures.add_check("header", (label[key] or None) == (reading.get(key) or None))
    for key in ("type", "issuer", "place", "title"):
        if key in label:
            figures.add_check("header", alike(label[key], reading.get(key)) >= SAME_NAME)
    for key in ("authority", "position", "name"):
        signer, found = label.get("signer") or {}, reading.get("signer") or {}
        if signer.get(key) or found.get(key):
            figures.add_check("header", alike(signer.get(key), found.get(key)) >= SAME_NAME)
    figures.add_list("recipients", label.get("recipients") or [], reading.get("recipients") or [], same_name, SAME_NAME)


def score_tasks(figures, label, reading):
    pairs = figures.add_list("tasks", label["tasks"], reading["tasks"], rate_task, SAME_TEXT)
    for wanted, found in pairs:
        figures.add_check("task.id", wanted["id"] == found["id"])
        figures.add_check("task.time", same_time(wanted.get("time"), found.get("time")))
        for key in ("lead", "coordinate", "director"):
            figures.add_list("task." + key, wanted.get(key) or [], found.get(key) or [], same_name, SAME_NAME)
        if wanted.get("product") or found.get("product"):
            figures.add_check("task.product", alike(wanted.get("product"), found.get("product")) >= SAME_NAME)
        figures.add_list("indicators", wanted.get("indicators") or [], found.get("indicators") or [],
                         lambda a, b: float(a.get("value") == b.get("value") and a.get("unit") == b.get("unit")))


def score(label, reading):
    figures = Figures()
    score_header(figures, label["document"], reading["document"])
    for a, b in figures.add_list("citations", label["citations"], reading["citations"], rate_citation):
        figures.add_check("citations.relation", a.get("relation") == b.get("relation"))
    score_tasks(figures, label, reading)
    figures.add_list("headings", label.get("headings") or [], reading.get("headings") or [],
                     lambda a, b: float(a["id"] == b["id"] and a["line"] == b["line"]))
    figures.add_list("duties", label.get("duties") or [], reading.get("duties") or [], near_line("what"))
    figures.add_list("sessions", label.get("sessions") or [], reading.get("sessions") or [],
                     lambda a, b: float((a.get("start") or None) == (b.get("start") or None)) * alike(a["agency"], b["agency"]),
                     SAME_NAME)
    figures.add_list("targets", label.get("targets") or [], reading.get("targets") or [], near_line("value"))
    figures.add_list("anomalies", label.get("anomalies") or [], reading.get("anomalies") or [], near_line("kind"))
    return figures


def committed(name):
    """The golden file as it was committed, or as it lies there outside of a checkout; None when there is none."""
    path = f"tests/golden/{name}.json"
    if shutil.which("git"):  # a bare machine has none; the file of the checkout is the committed one there
        done = subprocess.run(["git", "show", "HEAD:" + path], cwd=ROOT, capture_output=True, check=False)
        if done.returncode == 0:
            return json.loads(done.stdout)
    path = os.path.join(ROOT, path)
    return load(path) if os.path.exists(path) else None


def tell_moves(name, old, new):
    """What came or went, as comments; an edited text is the same task when its lines are."""
    for key, facts in (("task", lambda r: Counter(f"{t['id']} {t['text'][:80]}" for t in r["tasks"])),
                       ("citation", lambda r: Counter(c["raw"][:90] for c in r["citations"]))):
        for sign, rows in (("-", facts(old) - facts(new)), ("+", facts(new) - facts(old))):
            for text in rows.elements():
                print(f"# {sign} {name[:14]} {key} {text}")


def load(path):
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def labels():
    """The label of each plan and the plan, by name: of the samples, and of plans that only this test reads."""
    rows = [(path, os.path.join(ROOT, "data", "samples", os.path.basename(path)))
            for path in glob.glob(os.path.join(ROOT, "data", "samples", "expected", "*.json"))]
    rows += [(path, path) for path in glob.glob(os.path.join(ROOT, "tests", "quality", "*.json"))]
    return sorted(((label, plan.removesuffix(".json") + ".txt") for label, plan in rows),
                  key=lambda row: os.path.basename(row[0]))


def read(dondoc, name, path):
    done = subprocess.run([dondoc, "read", "--format", "json", path], capture_output=True, timeout=120, check=False)
    if done.returncode:
        print(f"# {name}: exit status {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
        return None
    return json.loads(done.stdout)


def print_table(rows, total):
    names = list(total.counts)
    short = [name.removeprefix("task.")[:9] for name in names]
    print("# " + " " * 14 + " ".join(f"{name:>9}" for name in short))
    for title, figures in (*rows, ("all", total)):
        values = (figures.get(name) for name in names)
        print(f"# {title[:13]:14}" + " ".join(f"{value:9.3f}" if value is not None else "        –" for value in values))


def hold(total, floors, partly):
    """Prints a case for each figure. Returns how many fell under their floors."""
    under = 0
    for number, name in enumerate(total.counts, 1):
        value, floor = total.get(name), floors.get(name, 0.0)
        good = partly or value is None or value >= floor
        under += not good
        told = "–" if value is None else f"{value:.3f}"
        print(f"{'ok' if good else 'not ok'} {number} - {name} {told}, floor {floor:.3f}")
    print(f"1..{len(total.counts)}")
    return under


def main(dondoc, *starts):
    rows, total = [], Figures()
    for path, plan in labels():
        name = os.path.basename(path).removesuffix(".json")
        if starts and not name.startswith(tuple(starts)):
            continue
        reading = read(dondoc, name, plan)
        if reading is None:
            reading = dict.fromkeys(("citations", "headings", "tasks", "duties", "sessions", "targets", "anomalies"), [])
            reading["document"] = {}
        figures = score(load(path), reading)
        rows.append((name, figures))
        total.merge(figures)
        old = committed(name)
        if old is not None:
            tell_moves(name, old, reading)
    print_table(rows, total)
    floors = load(FLOORS) if os.path.exists(FLOORS) else {}
    if os.environ.get("UPDATE") == "1" and not starts:
        reached = {name: total.get(name) for name in total.counts}
        floors = {name: max(floors.get(name, 0.0), round(max(value - SLACK, 0.0), 3))
                  for name, value in reached.items() if value is not None}
        with open(FLOORS, "w", encoding="utf-8") as stream:
            stream.write(json.dumps(floors, indent=1) + "\n")
    return 1 if hold(total, floors, bool(starts)) or not rows else 0


sys.exit(main(*sys.argv[1:]))
