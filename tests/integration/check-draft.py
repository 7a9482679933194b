#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A draft is checked by a person before it is issued, through the commands alone, on each engine: corrected, added to, split, merged, dropped;
what was read stays beside what was made of it, and what goes out is the latter. Prints TAP.

usage: scripts/with-postgres check-draft.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import json
import subprocess
import sys
import tempfile
import zipfile
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
    waits = office("task", "correct", 8, *PART, "--time", "31/02/2025")
    check("a day that is none is not taken for one", "waits for an event" in waits.stdout, waits.stdout + waits.stderr)
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


def read_again(office, store, samples):
    """The kept file is read again: nothing that counts changes"""
    before = office.tasks()
    done = office("document", "reread", 1, *NOW, "--role", "focal", "--unit", "Sở Tài chính")
    check("a unit does not have it read again", done.returncode == 1 and "may not" in done.stderr, done.stdout + done.stderr)
    done = office("document", "diff", 1)
    check("a document that was not read again says so", done.returncode == 0 and "reread" in done.stdout, done.stdout + done.stderr)
    done = office("document", "reread", 1, *PART)
    check("the same program reads the same", done.returncode == 0 and "như cũ" in done.stdout, done.stdout + done.stderr)
    store.sql("UPDATE reading SET program = '0.0.1' WHERE document_id = 1")
    done = office("document", "reread", 1, *PART)
    found = office.json("document", "diff", 1)
    read = sum(not one["added"] for one in before.values())
    check("by a newer one it is kept beside", done.returncode == 0 and found["same"] == read and not found["differences"], f"{done.stdout} {found}")
    # as an older program would have had it
    store.sql("UPDATE task SET text = 'Sai chỗ này' WHERE id = 7")
    store.sql("UPDATE assignment SET name = 'Sở Sai' WHERE task_id = 1 AND role = 'lead'")
    found = office.json("document", "diff", 1)["differences"]
    fields = {one["task"]: {field["field"]: field for field in one["fields"]} for one in found}
    check("what is read otherwise is told", set(fields) == {1, 7} and fields[7]["text"]["was"] == "Sai chỗ này" and not fields[7]["text"]["corrected"], found)
    check("and what a person corrected there", fields[1]["lead"]["corrected"] and fields[1]["lead"]["settled"] == "Sở Tài chính", found)
    text = " ".join(office("document", "diff", 1).stdout.split())
    check("for people too", "người đã sửa thành “Sở Tài chính”, giữ nguyên" in text and "2 nhiệm vụ khác" in text, text)
    store.sql(f"UPDATE task SET text = '{before[7]['text']}' WHERE id = 7")
    lead = next(one["was"] for one in office.task(1)["corrections"] if one["field"] == "lead")
    store.sql(f"UPDATE assignment SET name = '{lead}' WHERE task_id = 1 AND role = 'lead'")
    check("nothing that counts has changed", office.tasks() == before)
    done = office("document", "reread", 99, *PART)
    check("a document that is not there", done.returncode == 1 and "99" in done.stderr, done.stderr)
    done = office("document", "diff", 99)
    check("nor is its difference", done.returncode == 1 and "99" in done.stderr, done.stderr)
    read_inside(office, store, samples)


def read_inside(office, store, samples):
    """A file inside of a ZIP is found again among its neighbours"""
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder, "ho-so.zip")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("2026/hỏng.docx", b"PK\x03\x04" + bytes(200))
            for number in ("01", "28"):
                path = next(Path(samples).glob(number + "-*.txt"))
                archive.write(path, f"2026/{path.name}")
            archive.writestr("2026/trống.txt", b" ")
            # two of one name: which is the second does not go by whether the first can be read
            archive.writestr("2026/trống.txt", next(Path(samples).glob("24-*.txt")).read_bytes())
        done = office("import", *NOW, str(packed), "--format", "json")
        rows = json.loads(done.stdout)
        check("of several in a ZIP those come in that can be read", len(rows) == 3 and done.returncode == 1 and "hỏng.docx" in done.stderr, done.stderr)
        names = [one["inside"] for one in office.json("document", "show", rows[-1]["document"])["forms"]]
        check("a second one of a name has a number", names == ["2026/trống.txt (2)"], names)
        for last in rows[1:]:
            store.sql(f"UPDATE reading SET program = '0.0.1' WHERE document_id = {last['document']}")
            done = office("document", "reread", last["document"], *PART)
            found = office.json("document", "diff", last["document"])
            check("one of them is read again, whatever its neighbours are", done.returncode == 0 and "hỏng" not in done.stderr and found["same"] == last["tasks"] and
                  not found["differences"], f"{rows} {done.stdout} {done.stderr} {found['differences'][:1]}")


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
    program = subprocess.run([dondoc, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    for kind in kinds:
        print(f"# on {kind.name}")
        store = kind()
        office = Office(dondoc, store.url)
        done = office("import", *NOW, Path(samples, PLAN).resolve())
        check("the plan is imported", done.returncode == 0, done.stderr)
        correct(office)
        added = arrange(office)
        ask_wrongly(office)
        read_again(office, store, samples)
        # what was said to be of an older program is what it was, or the check would tell
        store.sql(f"UPDATE reading SET program = '{program}'")
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
