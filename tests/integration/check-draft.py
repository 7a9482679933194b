#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft is checked by a person before it is issued, through the commands alone, on each engine: corrected, added to, split, merged, dropped;
what was read stays beside what was made of it, and what goes out is the latter. Prints TAP.

usage: scripts/with-postgres check-draft.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import json
import sys
from pathlib import Path

from stores import Program, check, end, engines

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
NOW = ("--now", "2025-01-22T08:00")
PART = (*NOW, "--by", "Bình", "--role", "overseer")


class Office:
    """The commands, on one store"""

    def __init__(self, dondoc, url):
        self.program, self.url = Program(dondoc, "."), url

    def __call__(self, *words):
        return self.program(*words, url=self.url)

    def json(self, *words):
        done = self(*words, "--format", "json")
        if done.returncode != 0:
            raise RuntimeError(f"{words}: {done.stderr}")
        return json.loads(done.stdout)

    def task(self, task):
        return self.json("task", "show", task, *NOW)

    def tasks(self):
        return {one["id"]: one for one in self.json("document", "show", 1)["items"]}


def correct(office):
    before = office.task(1)
    done = office("task", "correct", 1, *PART, "--lead", "Sở Tài chính", "--time", "Quý III", "--text", "Lập dự toán", "--why", "Đọc nhầm dòng")
    shown = office.task(1)
    check("a task is corrected", done.returncode == 0 and "01/07/2025 – 30/09/2025" in done.stdout, done.stdout + done.stderr)
    check("all show what a person made of it", (shown["text"], shown["lead"], shown["time_raw"]) == ("Lập dự toán", ["Sở Tài chính"], "Quý III") and
          office.tasks()[1]["text"] == "Lập dự toán" and office.tasks()[1]["edited"], shown)
    was = {one["field"]: one["was"] for one in shown["corrections"]}
    check("what was read is beside it", (was["text"], was["lead"], was["time"]) == (before["text"], before["lead"][0], before["time_raw"]), was)
    text = " ".join(office("task", "show", 1, *NOW).stdout.split())
    check("for people: read, made, who, when, why",
          f"chủ trì: đã đọc “{before['lead'][0]}” → “Sở Tài chính” · Bình, 2025-01-22 · lý do: Đọc nhầm dòng" in text and "sửa bản đọc" in text, text)
    again = office("task", "correct", 1, *PART, "--text", "Lập dự toán")
    check("the same again is no correction", again.returncode == 1 and "nothing would change" in again.stderr, again.stderr)
    unit = office("task", "correct", 1, *NOW, "--role", "focal", "--unit", "Sở Tài chính", "--text", "x")
    check("a unit does not correct its task", unit.returncode == 1 and office.task(1)["text"] == "Lập dự toán", unit.stderr)
    apart = office("task", "correct", 1, *PART, "--product", "Ba\u0301o ca\u0301o")
    check("letters and their marks are put together", apart.returncode == 0 and office.task(1)["product"] == "Báo cáo", apart.stderr)
    none = office("task", "correct", 1, *PART, "--product", "")
    check("nothing is nothing", none.returncode == 0 and office.task(1)["product"] is None, none.stderr)


def arrange(office):
    """Parts, sums and what is no task"""
    done = office("task", "add", 1, *PART, "--text", "Sơ kết", "--lead", "Sở Nội vụ", "--time", "Trước ngày 30/6/2025")
    added = int(done.stdout.split("\n")[0].split()[-1])
    check("what was not read is added", done.returncode == 0 and office.task(added)["added"] and office.tasks()[added]["lead"] == ["Sở Nội vụ"], done.stderr)
    done = office("task", "split", 2, *PART, "--text", "Phần A", "--text", "Phần B", "--text", "Phần C")
    parts = [int(word) for word in done.stdout.split(":")[-1].split()]
    tasks = office.tasks()
    check("one is split into three", [tasks[one]["text"] for one in [2, *parts]] == ["Phần A", "Phần B", "Phần C"] and
          all(tasks[one]["lead"] == tasks[2]["lead"] for one in parts), done.stdout + done.stderr)
    check("who reads a part finds where it is from", "tách từ nhiệm vụ 2" in office("task", "show", parts[0], *NOW).stdout)
    done = office("task", "merge", 3, 4, *PART)
    check("two times are not made one by themselves", done.returncode == 1 and office.task(4)["state"] == "draft", done.stderr)
    done = office("task", "merge", 3, 4, *PART, "--time", "Năm 2025")
    check("then they are", done.returncode == 0 and tasks[4]["text"] in office.task(3)["text"] and office.task(4)["state"] == "dropped", done.stderr)
    done = office("task", "drop", 5, *PART)
    check("to drop one takes a reason", done.returncode == 1 and office.task(5)["state"] == "draft", done.stderr)
    done = office("task", "drop", 5, 6, *PART, "--why", "Không phải nhiệm vụ")
    check("with one they are dropped", done.returncode == 0 and office.task(6)["state"] == "dropped", done.stderr)
    done = office("task", "restore", 6, *PART)
    check("and one is taken back", done.returncode == 0 and office.task(6)["state"] == "draft", done.stderr)
    counted = office.json("document", "list")[0]["tasks"]
    check("the dropped do not count", counted == sum(one["state"] != "dropped" for one in office.tasks().values()), counted)
    return added


def ask_wrongly(office):
    for name, words in {"split without two texts": ("split", 1, "--text", "a"), "merge of one": ("merge", 1), "add without a text": ("add", 1),
                        "two texts of one": ("correct", 1, "--text", "a", "--text", "b"), "split with more than texts":
                        ("split", 1, "--text", "a", "--text", "b", "--lead", "c"), "no number": ("correct", "x", "--text", "a")}.items():
        done = office("task", *words, *PART)
        check(f"usage: {name}", done.returncode == 2 and done.stderr and not done.stdout, done.stderr)


def issue(office, added):
    done = office("document", "issue", 1, *NOW, "--role", "leader", "--by", "A")
    check("it is issued", done.returncode == 0, done.stderr)
    rows = {one["id"]: one for one in office.json("task", "list", *NOW, "--limit", 500)["tasks"]}
    check("as a person has it", rows[1]["text"] == "Lập dự toán" and rows[1]["lead"] == "Sở Tài chính" and rows[1]["due"] == "2025-09-30", rows[1])
    check("with what was added, without what was dropped", rows[added]["due"] == "2025-06-30" and not {4, 5} & set(rows), rows)
    units = {one["unit"] for one in office.json("summary", *NOW)["units"]}
    check("counted for the unit that a person said", "Sở Tài chính" in units, units)
    csv = office("task", "list", *NOW, "--format", "csv").stdout
    check("in CSV too", "Lập dự toán" in csv, csv)
    done = office("task", "correct", 1, *PART, "--text", "x")
    check("what went out is a draft no more", done.returncode == 1 and office.task(1)["text"] == "Lập dự toán", done.stderr)


def whole(office):
    for words in (("check",), ("audit", "verify")):
        done = office(*words)
        check(f"{' '.join(words)}: all is well", done.returncode == 0, done.stdout + done.stderr)


def move(office, kinds):
    before = office.tasks(), office.task(1)
    for kind in kinds:
        other = kind()
        there = Office(office.program.path, other.url)
        done = there.program("migrate", "--from", office.url, "--to", other.url)
        check(f"moved to {kind.name} with its corrections", done.returncode == 0 and (there.tasks(), there.task(1)) == before, done.stderr)
        whole(there)
        other.close()


def main(dondoc, samples):
    kinds = engines()
    for kind in kinds:
        print(f"# on {kind.name}")
        store = kind()
        office = Office(dondoc, store.url)
        done = office("import", *NOW, Path(samples, PLAN).resolve())
        check("the plan is imported", done.returncode == 0, done.stderr)
        correct(office)
        added = arrange(office)
        ask_wrongly(office)
        whole(office)
        issue(office, added)
        whole(office)
        move(office, kinds)
        store.sql("UPDATE settled SET text = 'khác' WHERE task_id = 1")
        done = office("check")
        check("who changes it by hand is found", done.returncode == 1 and "nhiệm vụ 1" in done.stderr, done.stdout + done.stderr)
        store.close()
    return end()


sys.exit(main(*sys.argv[1:]))
