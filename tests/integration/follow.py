#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan from its file to its summary, through the commands alone, on each engine: import, issue, take, progress, submit, asked for more,
submit again, close; and what is refused on the way. Prints TAP.

usage: scripts/with-postgres follow.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import csv
import io
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from stores import check, end, engines

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
HOME = "Sở Nội vụ"


class Office:
    """The commands, on one store; each is told what time it is"""

    def __init__(self, dondoc, url):
        self.dondoc, self.url = dondoc, url

    def start(self, now, *words):
        environment = {**os.environ, "DONDOC_STORE": self.url, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
        return subprocess.Popen([self.dondoc, *words, "--now", now], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, now, *words):
        process = self.start(now, *words)
        out, errors = process.communicate(timeout=120)
        return process.returncode, out.decode(), errors.decode()

    def json(self, now, *words):
        status, out, errors = self.run(now, *words, "--format", "json")
        if status != 0:
            raise RuntimeError(f"{words}: {errors}")
        return json.loads(out)

    def step(self, now, action, task, by, role, *words):
        return self.run(now, "task", action, str(task), "--by", by, "--role", role, *words)

    def task(self, task, now="2025-01-22"):
        return self.json(now, "task", "show", str(task))


def take_in(office, samples):
    status, out, errors = office.run("2025-01-22T08:00", "import", os.path.join(samples, PLAN))
    check("the plan is imported", status == 0, out + errors)
    found = office.json("2025-01-22", "task", "list", "--state", "all", "--limit", "5000")
    check("nothing is followed before it is issued", found["tasks"] == [], found)


def issue(office):
    """Returns (tasks that went out by number, numbers of those held back)"""
    status, _, errors = office.run("2025-01-22T09:00", "document", "issue", "1", "--by", "Chánh Văn phòng", "--role", "officer")
    check("an officer issues nothing", status == 1 and "officer" in errors, errors)
    status, out, errors = office.run("2025-01-22T09:00", "document", "issue", "1", "--by", "Chánh Văn phòng", "--role", "leader")
    check("the plan is issued", status == 0, errors)
    tasks = {one["id"]: one for one in office.json("2025-01-22", "task", "list", "--limit", "5000")["tasks"]}
    check("what went out is assigned, and has one unit that answers for it",
          tasks and all(one["state"] == "assigned" and one["lead"] for one in tasks.values()), tasks)
    held = [int(word) for word in out.rsplit(":", 1)[1].split()] if "Giữ lại" in out else []
    check("what has several leads or none stays back", held and not set(held) & set(tasks), out)
    check("as many as it says", f"đã giao {len(tasks)} nhiệm vụ" in out, out)
    return tasks, held


def settle(office, held):
    """A person says who leads those that were held back. Returns all tasks by number"""
    task = held[0]
    check("it is not guessed", office.step("2025-01-23", "approve", task, "Bình", "overseer")[0] == 1)
    status, _, errors = office.step("2025-01-23", "approve", task, "Bình", "overseer", "--lead", HOME, "--why", "Theo chức năng")
    check("but said", status == 0, errors)
    rest = [str(one) for one in held[1:]]
    status, _, errors = office.run("2025-01-23", "task", "approve", *rest, rest[0], "--lead", HOME, "--by", "Bình", "--role", "overseer")
    check("of several at once all, or none: one was approved twice", status == 1 and office.task(rest[0])["state"] == "draft", errors)
    status, _, errors = office.run("2025-01-23", "task", "approve", *rest, "--lead", "Văn phòng UBND tỉnh", "--by", "Bình", "--role", "overseer",
                                   "--why", "Đơn vị tổng hợp")
    check("of the others at once", status == 0, errors)
    status, out, errors = office.run("2025-01-23", "document", "issue", "1", "--by", "Bình", "--role", "leader")
    check("and they go out with the next issue", status == 0 and f"đã giao {len(held)} nhiệm vụ" in out and "Giữ lại" not in out, out + errors)
    shown = office.task(task)
    check("with the words of the plan beside it", shown["answers"] == HOME and shown["lead"] != [HOME] and shown["state"] == "assigned", shown)
    return {one["id"]: one for one in office.json("2025-01-23", "task", "list", "--limit", "5000")["tasks"]}


def refuse(office, name, *arguments):
    """Nothing changes by what is refused"""
    task = arguments[2]
    before = office.task(task)
    status, out, errors = office.step(*arguments)
    after = office.task(task)
    check(name, status == 1 and errors and not out and before == after, f"{status} {out} {errors}")


def follow(office, task):
    """The way of one task, due on 31/03/2025"""
    unit = ("--unit", HOME)
    refuse(office, "another unit does not take it", "2025-02-01", "take", task, "Chi", "focal", "--unit", "Sở Tư pháp")
    refuse(office, "nor does the overseer", "2025-02-01", "take", task, "Bình", "overseer")
    refuse(office, "nothing is submitted that was not taken", "2025-02-01", "submit", task, "Chi", "focal", *unit, "--product", "KH")
    check("its unit takes it", office.step("2025-02-03T07:30", "take", task, "Chi", "focal", *unit)[0] == 0)
    done = office.step("2025-02-20", "progress", task, "Chi", "officer", *unit, "--done", "Đã dự thảo", "--next", "Lấy ý kiến",
                       "--difficulty", "Thiếu kinh phí", "--percent", "60")
    check("progress is told", done[0] == 0, done)
    refuse(office, "it does not fall without a reason", "2025-03-01", "progress", task, "Chi", "officer", *unit, "--done", "x", "--percent", "40")
    done = office.step("2025-03-01", "progress", task, "Chi", "officer", *unit, "--percent", "40", "--why", "Phải làm lại phụ lục")
    check("with one it does", done[0] == 0 and office.task(task)["percent"] == 40, done)
    refuse(office, "nothing is submitted without a product or proof", "2025-03-20", "submit", task, "Chi", "focal", *unit)
    check("the result is submitted", office.step("2025-03-20", "submit", task, "Chi", "focal", *unit, "--product", "Kế hoạch tuyên truyền")[0] == 0)
    waits = office.task(task, "2025-04-15")
    check("and waits in time, however long", waits["state"] == "submitted" and waits["lateness"]["kind"] == "in-time", waits)
    refuse(office, "the unit does not close it", "2025-03-25", "close", task, "Chi", "focal", *unit)
    refuse(office, "to ask for more takes a reason", "2025-03-25", "return", task, "Bình", "overseer")
    check("more is asked for", office.step("2025-03-25", "return", task, "Bình", "overseer", "--why", "Thiếu dự toán")[0] == 0)
    check("its working days are told", office.task(task, "2025-03-28")["working_days"] == {"left": 1, "known": True, "due_is_one": True})
    late = office.task(task, "2025-04-10")
    check("then its clock runs on", late["lateness"] == {"kind": "late", "days": 10}, late)
    check("it is submitted again", office.step("2025-04-02", "submit", task, "Chi", "focal", *unit, "--proof", "20/KH-SNV")[0] == 0)
    refuse(office, "who submitted does not close", "2025-04-08", "close", task, "Chi", "overseer")
    check("it is closed", office.step("2025-04-08", "close", task, "Bình", "overseer")[0] == 0)
    shown = office.task(task, "2025-12-31")
    check("done, two days late by the day it was submitted", shown["state"] == "done" and shown["percent"] == 100 and
          shown["lateness"] == {"kind": "done-late", "days": 2}, shown)
    check("its history tells all of it", [one["action"] for one in shown["history"]] ==
          ["approve", "assign", "take", "progress", "progress", "submit", "return", "submit", "close"], shown["history"])
    check("who, when and why too", shown["history"][6]["who"] == "Bình" and shown["history"][6]["reason"] == "Thiếu dự toán" and
          shown["history"][2]["at"] == "2025-02-03T07:30:00+07:00", shown["history"])


def side_ways(office, task):
    unit = ("--unit", office.task(task)["answers"])
    way = [("refuse", "focal", [*unit, "--why", "Không đúng chức năng"], "refused"), ("assign", "overseer", [], "assigned"),
           ("take", "leader", unit, "accepted"), ("pause", "overseer", ["--why", "Chờ kinh phí", "--until", "2025-06-30"], "paused"),
           ("resume", "focal", unit, "doing"), ("end", "leader", ["--why", "Không còn phù hợp"], "undone"),
           ("reopen", "overseer", ["--why", "Nhầm"], "doing"), ("withdraw", "leader", ["--document", "30/QĐ-UBND"], "withdrawn")]
    for action, role, words, state in way:
        if action == "resume":
            kinds = [office.task(task, day)["lateness"]["kind"] for day in ("2025-06-30", "2025-07-01")]
            check("a pause sets it aside as long as it lasts", kinds == ["aside", "late"], kinds)
        done = office.step("2025-03-01", action, task, "Dung", role, *words)
        check(f"{action}: {state}", done[0] == 0 and office.task(task)["state"] == state, done)


def wait_for(office, tasks):
    """A task that waits for an event has a day once somebody gives it"""
    task = next(one["id"] for one in tasks.values() if one["due_kind"] == "waits")
    refuse(office, "its unit does not give the day", "2025-03-01", "event", task, "Chi", "focal", "--unit", tasks[task]["lead"], "--day", "2025-06-15")
    done = office.step("2025-03-01", "event", task, "Bình", "overseer", "--day", "2025-06-15", "--days-off", "next")
    days = office.task(task)["occurrences"]
    check("the overseer does", done[0] == 0, done)
    check("and it is due, behind the Sunday", office.task(task)["due"] == "2025-06-16" and days[0]["said"] == "2025-06-15", days)
    refuse(office, "a second one takes a reason", "2025-03-02", "event", task, "Bình", "overseer", "--day", "2025-07-15")
    done = office.step("2025-03-02", "event", task, "Bình", "overseer", "--day", "2025-07-15", "--why", "Bộ lùi ngày")
    shown = office.task(task)
    check("then it is corrected, and the day before it stays", done[0] == 0 and shown["due"] == "2025-07-15" and
          (shown["occurrences"][0]["changes"], shown["occurrences"][0]["was"]) == (1, "2025-06-16"), shown)
    text = office.run("2025-03-02", "task", "show", str(task))[1]
    check("for people too", "đã sửa 1 lần, trước là 16/06/2025" in text and "xác định ngày hạn" in text and "hạn: 16/06/2025 → 15/07/2025" in
          " ".join(text.split()), text)


def hand_over(office, tasks):
    """Another unit leads, by a document"""
    task = next(one["id"] for one in tasks.values() if one["lead"] == "Sở Tài chính")
    refuse(office, "another unit leads by a document only", "2025-02-05", "transfer", task, "Bình", "overseer", "--lead", HOME, "--why", "Nhầm")
    status, _, errors = office.step("2025-02-05", "assign", task, "Bình", "overseer", "--lead", HOME)
    check("not by assigning it", status == 2 and "transfer" in errors, errors)
    done = office.step("2025-02-05", "transfer", task, "Bình", "overseer", "--lead", HOME, "--why", "Chuyển chức năng", "--document", "31/QĐ-UBND")
    shown = office.task(task)
    check("then it does, and takes it anew", done[0] == 0 and shown["answers"] == HOME and shown["state"] == "assigned", shown)
    text = " ".join(office.run("2025-02-05", "task", "show", str(task))[1].split())
    check("who led before is told", "chuyển đơn vị chủ trì" in text and f"Sở Tài chính → {HOME}" in text and "31/QĐ-UBND" in text, text)
    old = {one["unit"] for one in office.json("2025-03-01", "summary", "--as-of", "2025-02-04")["units"]}
    check("and counted for days before", "Sở Tài chính" in old, old)


def repeat(office, tasks):
    """A task of each month goes on to the next one"""
    task = next(one["id"] for one in tasks.values() if one["due"] == "2025-01-31")
    unit = ("--unit", tasks[task]["lead"])
    days = [one["due"] for one in office.task(task)["occurrences"]]
    check("twelve days in the plan's year", len(days) == 12 and days[1] == "2025-02-28", days)
    for action, by, role, words in [("take", "Chi", "focal", unit), ("submit", "Chi", "focal", (*unit, "--product", "Báo cáo tháng 1")),
                                    ("close", "Bình", "overseer", ())]:
        done = office.step("2025-01-30", action, task, by, role, *words)
        check(f"the first is done: {action}", done[0] == 0, done)
    shown = office.task(task)
    check("on to the second", shown["state"] == "doing" and shown["due"] == "2025-02-28" and shown["percent"] == 0, shown)


def tell(office):
    """Summary and lists say the same"""
    now = "2025-04-20"
    tasks = office.json(now, "task", "list", "--limit", "5000")["tasks"]
    counted = {}
    for one in tasks:
        kind = one["lateness"]["kind"]
        counted[kind] = counted.get(kind, 0) + 1
    counts = office.json(now, "summary")
    total = counts["all"]
    check("boxes are those of the list", [total["done-late"], total["open-late"], total["near"], total["aside"]] ==
          [counted.get(kind, 0) for kind in ("done-late", "late", "near", "aside")] and
          total["open-in-time"] == counted.get("in-time", 0) + counted.get("near", 0), f"{counts}\n{counted}")
    check("states too", sum(total["states"].values()) == len(tasks), counts)
    check("units add up", sum(one["open-late"] for one in counts["units"]) == total["open-late"], counts)
    rate = counts["rates"][0]
    done = total["done-in-time"] + total["done-late"]
    check("a rate says of what", rate["rule"] == "of-due" and rate["numerator"] == done and
          rate["denominator"] == done + total["open-late"] and rate["as_of"] == now, rate)
    left_out = counts["rates"][1]["left_out"]
    check("one of all says what it leaves out", counts["rates"][1]["rule"] == "of-all" and sum(left_out.values()) == total["aside"] and
          left_out.get("withdrawn") == total["states"]["withdrawn"], counts["rates"])
    then = office.json(now, "summary", "--as-of", "2025-01-31")["all"]
    check("of a past day nothing is known that came later", then["done-late"] == 0 and then["states"].get("done") is None and
          then["states"]["assigned"] > 0, then)
    status, out, errors = office.run(now, "summary")
    check("for people, with rule and day", status == 0 and "tính đến 20/04/2025" in out and "đã hoàn thành ÷" in out and
          f"không tính {total['aside']} nhiệm vụ" in " ".join(out.split()), out + errors)
    status, out, errors = office.run(now, "task", "list", "--unit", "SỞ NỘI VỤ", "--state", "open", "--sort", "due", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    mine = [one for one in tasks if one["lead"] == HOME and one["state"] in ("assigned", "accepted", "doing", "submitted", "refused", "returned", "paused")]
    check("one unit's open tasks by day, in CSV", status == 0 and [int(row["id"]) for row in rows] == [one["id"] for one in mine], out + errors)
    pages = [one["id"] for one in office.json(now, "task", "list", "--limit", "3")["tasks"]]
    check("a limit cuts behind the first ones", pages == [one["id"] for one in tasks][:3], pages)
    status, out, errors = office.run(now, "task", "show", str(tasks[0]["id"]))
    check("one task for people", status == 0 and "Lịch sử" in out, out + errors)


def ask_wrongly(office):
    for name, words in {"no role": ["task", "take", "1"], "a role that is none": ["task", "take", "1", "--role", "king"],
                        "no number": ["task", "take", "--role", "focal"], "a number that is none": ["task", "take", "x", "--role", "focal"],
                        "a day that is none": ["task", "pause", "1", "--role", "overseer", "--until", "2025-02-30"],
                        "no way with days off": ["document", "issue", "1", "--role", "leader", "--days-off", "before"],
                        "over 100 %": ["task", "progress", "1", "--role", "focal", "--percent", "101"],
                        "no such action": ["task", "burn", "1"], "no such state": ["task", "list", "--state", "late"],
                        "no such form": ["summary", "--format", "html"], "a day of the summary": ["summary", "--as-of", "hôm qua"]}.items():
        status, out, errors = office.run("2025-02-01", *words)
        check(f"usage: {name}", status == 2 and not out and errors, f"{status} {out} {errors}")
    status, _, errors = office.run("2025-02-01", "task", "show", "99999")
    check("a task that is not there", status == 1 and "99999" in errors, errors)
    status, _, errors = office.run("2025-02-01", "document", "issue", "99999", "--role", "leader")
    check("a document that is not there", status == 1 and errors, errors)


def whole(office):
    status, out, errors = office.run("2025-12-31", "audit", "verify")
    check("the record is whole", status == 0, out + errors)
    status, out, errors = office.run("2025-12-31", "check")
    check("so is the store", status == 0, out + errors)


def move(office, kinds):
    """What was followed moves with the store, to each engine"""
    before = office.json("2025-12-31", "task", "list", "--limit", "5000"), [office.task(one) for one in range(1, 25)]
    for kind in kinds:
        other = kind()
        status, out, errors = office.run("2025-12-31", "migrate", "--from", office.url, "--to", other.url)
        there = Office(office.dondoc, other.url)
        check(f"moved to {kind.name}", status == 0, out + errors)
        check("and all is there", before == (there.json("2025-12-31", "task", "list", "--limit", "5000"), [there.task(one) for one in range(1, 25)]))
        whole(there)
        other.close()


def tamper(office, store):
    """Who gets around the program is found"""
    for name, statement in {"a day": "UPDATE follow SET due = '2030-01-01' WHERE task_id = 1", "how far it is": "UPDATE follow SET percent = 7 WHERE task_id = 2",
                            "a step": "DELETE FROM step WHERE task_id = 1 AND position = 3"}.items():
        store.sql(statement)
        status, out, errors = office.run("2025-12-31", "check")
        check(f"changed by hand: {name}", status == 1 and ("theo dõi" in errors or "bước" in errors), out + errors)


def race(office, task):
    """Many want the same at once: one gets it, the others are told"""
    unit = office.task(task)["answers"]
    all_of_them = [office.start("2025-02-01", "task", "take", str(task), "--by", f"Người {n}", "--role", "focal", "--unit", unit) for n in range(8)]
    ends = [(process.communicate(timeout=120), process.returncode) for process in all_of_them]
    taken = [out for (out, _), status in ends if status == 0]
    refused = [errors for (_, errors), status in ends if status == 1 and errors]
    check("of eight that take it one does", len(taken) == 1 and len(refused) == 7, ends)
    check("and its history has it once", [one["action"] for one in office.task(task)["history"]].count("take") == 1)


def kill(office, store, samples):
    """document issue is killed at random moments: all of it is there, or nothing"""
    chance = random.Random(20261122)
    files = sorted(str(path) for path in Path(samples).glob("*.txt"))
    status, _, errors = office.run("2025-01-22", "import", *files)
    check("all samples are there", status == 0, errors)
    documents = [one["id"] for one in office.json("2025-01-22", "document", "list") if one["state"] == "draft"]
    killed, lost = 0, []
    for document in documents:
        process = office.start("2025-01-22", "document", "issue", str(document), "--by", "A", "--role", "leader")
        time.sleep(chance.uniform(0, 0.04))
        process.kill()
        out, _ = process.communicate(timeout=60)
        killed += process.returncode < 0
        state = store.sql(f"SELECT state FROM reading WHERE document_id = {document}")[0][0]
        if b"(document)" in out and b" 0 nhi" not in out and state != "issued":
            lost.append(document)
    halves = store.sql("SELECT r.document_id FROM reading r JOIN task t ON t.reading_id = r.id JOIN follow f ON f.task_id = t.id "
                       "WHERE r.state = 'draft'")
    check(f"killed {killed} times, nothing is half issued", killed > 0 and not halves, halves)
    check("nothing that was said is lost", not lost, lost)
    again = [office.run("2025-01-23", "document", "issue", str(one), "--by", "A", "--role", "leader")[0] for one in documents]
    check("what was killed can be done again", not any(again), again)


def journey(office, samples):
    take_in(office, samples)
    tasks, held = issue(office)
    tasks = settle(office, held)
    first = [one for one in tasks.values() if one["lead"] == HOME and one["due"] == "2025-03-31"]
    follow(office, first[0]["id"])
    side_ways(office, first[1]["id"])
    wait_for(office, tasks)
    hand_over(office, tasks)
    repeat(office, tasks)
    race(office, held[1])
    tell(office)
    ask_wrongly(office)
    whole(office)


def main(dondoc, samples):
    kinds = engines()
    for kind in kinds:
        print(f"# on {kind.name}")
        store = kind()
        office = Office(os.path.abspath(dondoc), store.url)
        journey(office, samples)
        move(office, kinds)
        kill(office, store, samples)
        whole(office)
        tamper(office, store)
        store.close()
    return end()


sys.exit(main(*sys.argv[1:]))
