#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTTP API of a real server on each engine: every role on every route, steps with tasks, what is hostile or wrong. Prints TAP.

usage: scripts/with-postgres api.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import csv
import hashlib
import io
import json
import re
import socket
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

from office import LEADS, PLAN, ROLES, Office, is_problem
from serving import PASSWORD, Server

from stores import check, on_each_engine  # isort: skip

# who may call what at all: a letter for each of ROLES, + yes, - no (403); which task is another question
RIGHTS = {
    "GET /metrics": "+-------",
    "GET /api/v1/me": "++++++++",
    "GET /api/v1/tasks": "+++++++-",
    "GET /api/v1/documents": "+++++++-",
    "GET /api/v1/search?q=giao": "+++++++-",
    "GET /api/v1/jobs": "++++----",
    "GET /api/v1/summary": "+++++++-",
    "GET /api/v1/audit": "+-++--+-",
    "GET /api/v1/documents/1": "+++++++-",
    "GET /api/v1/documents/1/reading": "+++++++-",
    "GET /api/v1/documents/1/source": "+++++++-",
    "GET /api/v1/documents/1/chain": "+++++++-",
}


def open_routes(office):
    answer = office.ask(None, "GET", "/healthz")
    check("health is open to all", answer.status == 200 and answer.json == {"status": "alive"}, answer)
    answer = office.ask(None, "GET", "/readyz")
    check("so is readiness", answer.status == 200, answer)
    for field, value in {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store"}.items():
        check(f"answers carry {field}", answer.fields.get(field) == value, answer)
    check("answers may not be framed", "frame-ancestors 'none'" in answer.fields.get("content-security-policy", ""), answer)
    check("without TLS there is no HSTS", "strict-transport-security" not in answer.fields, answer)
    check("a request has an id", re.fullmatch(r"[0-9a-f]{16}", answer.fields.get("x-request-id", "")), answer)
    answer = office.ask(None, "GET", "/healthz", X_Request_Id="cổng-1".encode("utf-8").decode("latin-1"))
    check("an id that is none is not taken", re.fullmatch(r"[0-9a-f]{16}", answer.fields["x-request-id"]), answer)
    answer = office.ask(None, "GET", "/healthz", X_Request_Id="cong-1.a_B")
    check("one of a proxy goes on", answer.fields["x-request-id"] == "cong-1.a_B", answer)


def rights(office):
    for route, row in RIGHTS.items():
        method, path = route.split()
        answer = office.ask(None, method, path)
        check(f"{route}: nobody without signing in", is_problem(answer, 401, "unauthorised"), answer)
        for role, sign in zip(ROLES, row):
            answer = office.ask(role, method, path)
            good = answer.status == 200 if sign == "+" else is_problem(answer, 403, "forbidden")
            check(f"{route}: {role}", good, answer)


def tasks_of(office, who, query=""):
    answer = office.ask(who, "GET", "/api/v1/tasks?state=all&limit=500" + query)
    return answer.json["tasks"] if answer.status == 200 else []


def lists(office):
    every = tasks_of(office, "inspector")
    own = tasks_of(office, "focal")
    leads = {task["id"] for task in every if task["lead"] == LEADS}
    check("an inspector sees all tasks", len(every) > len(own) > 0, len(every))
    check("a focal person sees those that the own unit leads or helps with", leads <= {task["id"] for task in own}, own)
    hidden = next(task["id"] for task in every if task["id"] not in {one["id"] for one in own})
    answer = office.ask("focal", "GET", f"/api/v1/tasks/{hidden}")
    missing = office.ask("focal", "GET", "/api/v1/tasks/999999")
    check("a task of other units is not there", is_problem(answer, 404, "not-found") and answer.text == missing.text, answer)
    check("and its filter tells nothing, too", all(task["id"] in {one["id"] for one in own} for task in tasks_of(office, "focal", f"&unit={'S%E1%BB%9F%20Y%20t%E1%BA%BF'}")))
    pages, cursor = [], ""
    for _ in range(100):
        answer = office.ask("inspector", "GET", "/api/v1/tasks?state=all&limit=3" + cursor)
        pages += answer.json["tasks"]
        if answer.json["next"] is None:
            break
        cursor = "&cursor=" + answer.json["next"]
    check("pages make the whole, in its order", pages == every, [task["id"] for task in pages])
    check("by deadline", [task["due"] or "9999" for task in every] == sorted(task["due"] or "9999" for task in every))
    by_number = tasks_of(office, "inspector", "&sort=number")
    check("by number", [task["id"] for task in by_number] == sorted(task["id"] for task in every))
    first = office.ask("inspector", "GET", "/api/v1/tasks?sort=number&limit=2")
    second = office.ask("inspector", "GET", f"/api/v1/tasks?sort=number&limit=2&cursor={first.json['next']}")
    check("a page by number goes on", second.json["tasks"][0]["id"] > first.json["tasks"][-1]["id"], second)
    answer = office.ask("inspector", "GET", "/api/v1/tasks?fields=id,due&limit=2")
    check("a list has the fields that were asked for", all(list(task) == ["id", "due"] for task in answer.json["tasks"]), answer)
    printed = office.program("task", "list", "--state", "all", "--format", "json", "--now", "2025-03-01T08:00", "--store", office.store.url)
    check("a list is what the command prints", answer.status == 200 and json.loads(printed.stdout)["tasks"] == every)
    for query in ["limit=0", "limit=501", "limit=x", "limit=1e1", "cursor=x", "cursor=2025-01-01", "state=nix", "sort=up", "fields=id,nix", "nix=1",
                  "limit=1&limit=2", "document=0", "document=-1", "unit=%ff", "unit=%00", "unit=%4", "unit=%0d%0aX:1", "%ff=1",
                  "&".join(f"a{i}=1" for i in range(40))]:
        answer = office.ask("inspector", "GET", "/api/v1/tasks?" + query)
        check(f"refused: ?{query[:40]}", is_problem(answer, 400), answer)


def filters(office):
    """Each filter leaves what one finds by looking through all; the store's own test has all of them with all orders"""
    every = tasks_of(office, "inspector")
    states, lead = {task["state"] for task in every}, quote(LEADS)
    wanted = {
        f"unit={lead}": lambda task: task["lead"] == LEADS,
        f"unit={lead};{quote(every[0]['lead'])}": lambda task: task["lead"] in (LEADS, every[0]["lead"]),
        "state=" + ",".join(states): lambda task: True,
        "state=assigned&lateness=late,near": lambda task: task["state"] == "assigned" and task["lateness"]["kind"] in ("late", "near"),
        "lateness=no-deadline": lambda task: task["lateness"]["kind"] == "no-deadline",
        "due_kind=days": lambda task: task["due_kind"] == "days",
        "from=2025-01-01&to=2025-06-30": lambda task: task["due"] and "2025-01-01" <= task["due"] <= "2025-06-30",
    }
    for query, good in wanted.items():
        expected = [task for task in every if good(task)]
        for sort in ["due", "lateness", "state", "changed", "unit", "number"]:
            answer = office.ask("inspector", "GET", f"/api/v1/tasks?limit=500&count=1&sort={sort}&{query}")
            found = answer.json["tasks"] if answer.status == 200 else []
            check(f"?{query[:40]} by {sort}", sorted(task["id"] for task in found) == sorted(task["id"] for task in expected), answer)
            check(f"?{query[:40]} by {sort}: counted", answer.status == 200 and answer.json["count"] in (None, len(expected)), answer)
    answer = office.ask("inspector", "GET", "/api/v1/tasks?count=1&limit=1")
    check("all are counted", answer.json["count"] == len(every), answer)
    for sort in ["due", "lateness", "state", "changed", "unit", "number"]:
        pages, cursor = [], ""
        while cursor is not None:
            answer = office.ask("inspector", "GET", f"/api/v1/tasks?limit=3&sort={sort}{cursor}")
            pages += [task["id"] for task in answer.json["tasks"]]
            cursor = answer.json["next"] and "&cursor=" + answer.json["next"]
        check(f"pages by {sort} have each once", sorted(pages) == sorted(task["id"] for task in every), pages)
    own = {task["id"] for task in tasks_of(office, "focal")}
    for query in ["sort=changed", "sort=unit", "lateness=late,near,in-time,no-deadline", "director=A", "state=assigned", "text=giao", "to=2030-01-01"]:
        found = {task["id"] for task in tasks_of(office, "focal", "&" + query)} if "state" not in query else {
            task["id"] for task in office.ask("focal", "GET", "/api/v1/tasks?limit=500&" + query).json["tasks"]}
        check(f"?{query}: a focal person sees no other units' tasks", found <= own, found - own)
    for query in ["state=assigned,nix", "state=", "lateness=nix", "lateness=", "role=lead", "unit=a&role=boss", "unit=a;b&role=helper", "from=x", "to=2025-02-30",
                  "due_kind=nix", "text=", "text=%22", "count=2", "cursor=0.1.2", "cursor=0.x.1.2025-01-01.a", "cursor=0.1.1.2025-1-1x.a", "cursor=%25ff.1.1.1.1",
                  "unit=" + ";".join("abcdefghijklmnopq")]:
        answer = office.ask("inspector", "GET", "/api/v1/tasks?" + query)
        check(f"refused: ?{query[:40]}", is_problem(answer, 400) or is_problem(answer, 422), answer)


def spreadsheet(office):
    every = tasks_of(office, "inspector")
    answer = office.ask("inspector", "GET", "/api/v1/tasks?sort=number&limit=1", Accept="text/csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
    check("a list for spreadsheets", answer.status == 200 and answer.text.startswith("\ufeff") and answer.fields["content-type"].startswith("text/csv"), answer)
    check("has a row for each task, whatever the page", [int(row[0]) for row in rows[1:]] == sorted(task["id"] for task in every), rows[:3])
    check("and as many cells in each", {len(row) for row in rows} == {11}, rows[:3])
    answer = office.ask("inspector", "GET", "/api/v1/tasks?sort=number&fields=text,stopped,id,due", Accept="text/csv")
    chosen = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
    check("with the columns that are asked for, in their order", chosen[0] == ["Nhiệm vụ", "Ngày trình", "Số", "Hạn"] and
          [row[2] for row in chosen] == [row[0] for row in rows] and [row[0] for row in chosen] == [row[3] for row in rows], chosen[:2])
    for fields in ("nix", "text,text", "version", "text,"):
        check(f"no such columns: {fields}", is_problem(office.ask("inspector", "GET", f"/api/v1/tasks?fields={fields}", Accept="text/csv"), 400))
    answer = office.ask("focal", "GET", f"/api/v1/tasks?state=assigned&sort=due", Accept="text/csv")
    own = [task["id"] for task in office.ask("focal", "GET", "/api/v1/tasks?limit=500&state=assigned").json["tasks"]]
    check("a unit gets its own alone", [int(row[0]) for row in list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))[1:]] == own, answer)
    check("what is wrong is told before", is_problem(office.ask("inspector", "GET", "/api/v1/tasks?text=%22", Accept="text/csv"), 422)
          or is_problem(office.ask("inspector", "GET", "/api/v1/tasks?text=%22", Accept="text/csv"), 400))
    check("anything is JSON", office.ask("inspector", "GET", "/api/v1/tasks", Accept="*/*").fields["content-type"] == "application/json")
    check("other lists are no CSV", is_problem(office.ask("inspector", "GET", "/api/v1/documents", Accept="text/csv"), 406, "not-acceptable"))


def bulk(office):
    """One action with several tasks"""
    def ask(who, body):
        return office.ask(who, "POST", "/api/v1/tasks/actions", body)

    def versions():
        return {task["id"]: (task["version"], task["state"]) for task in tasks_of(office, "inspector")}

    mine = [task for task in tasks_of(office, "inspector") if task["lead"] != LEADS and task["state"] == "assigned"][-3:]
    withdraw = {"action": "withdraw", "document": "9/QĐ-UBND"}
    check("there are three tasks to do it with", len(mine) == 3, mine)
    hidden = next(task["id"] for task in tasks_of(office, "inspector") if task["id"] not in {one["id"] for one in tasks_of(office, "focal")})
    ids, now = [task["id"] for task in mine], [task["version"] for task in mine]
    before, records = versions(), int(office.store.sql("SELECT count(*) FROM audit")[0][0])
    for name, body, status in [
        ("a stale version", {"tasks": ids, "versions": now[:-1] + [now[-1] + 1]}, 412),
        ("a task that is not there", {"tasks": ids[:1] + [999999], "versions": [now[0], 1]}, 404),
        ("versions too few", {"tasks": ids, "versions": now[:1]}, 400),
        ("a task twice", {"tasks": [ids[0]] * 2, "versions": [now[0]] * 2}, 400),
        ("none", {"tasks": [], "versions": []}, 422),
        ("too many", {"tasks": list(range(1, 202)), "versions": [1] * 201}, 413),
    ]:
        answer = ask("leader", {**withdraw, **body})
        check(f"all or none: {name}", is_problem(answer, status) and versions() == before, answer)
    own = next(task for task in tasks_of(office, "focal") if task["lead"] == LEADS and task["state"] == "assigned")
    answer = ask("focal", {"action": "take", "tasks": [own["id"], hidden], "versions": [own["version"], 1]})
    check("one that is not seen is not there, and is named", is_problem(answer, 404, "not-found") and answer.json["task"] == hidden, answer)
    check("and nothing is done with the other", versions() == before)
    answer = ask("inspector", {**withdraw, "tasks": ids, "versions": now})
    check("rights are by task", is_problem(answer, 403, "forbidden") and versions() == before, answer)
    check("nothing was recorded", int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == records)
    answer = ask("leader", {**withdraw, "each": True, "tasks": [ids[0], 999999, ids[1]], "versions": [now[0], 1, 99]})
    check("each by itself", answer.status == 200 and [(one["task"], one["status"], one["problem"], one["version"]) for one in answer.json["results"]]
          == [(ids[0], 200, None, now[0] + 1), (999999, 404, "not-found", None), (ids[1], 412, "stale", now[1])], answer)
    answer = ask("leader", {**withdraw, "tasks": ids[1:], "versions": now[1:]})
    check("all", answer.status == 200 and [one["state"] for one in answer.json["results"]] == ["withdrawn"] * 2, answer)
    check("each with its record", int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == records + 3)
    check("and no other task", {task for task, one in versions().items() if one != before[task]} == set(ids))
    broken_off(office, ask)


FAILS = {"sqlite": ("CREATE TRIGGER fails BEFORE UPDATE ON follow WHEN NEW.task_id = {} BEGIN SELECT abs(-9223372036854775807 - NEW.task_id / NEW.task_id); END", "DROP TRIGGER fails"),
         "pgsql": ("CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''x''; END'; "
                   "CREATE TRIGGER fails BEFORE UPDATE ON follow FOR EACH ROW WHEN (NEW.task_id = {}) EXECUTE FUNCTION fails()",
                   "DROP TRIGGER fails ON follow; DROP FUNCTION fails")}


def broken_off(office, ask):
    """The store fails in the middle of several tasks, each by itself: what was done before is told as done"""
    some = [task for task in tasks_of(office, "inspector") if task["lead"] != LEADS and task["state"] == "assigned"][-3:]
    body = {"action": "withdraw", "document": "9/QĐ-UBND", "each": True, "tasks": [one["id"] for one in some], "versions": [one["version"] for one in some]}
    fails, works = FAILS[office.store.name]
    office.store.script(fails.format(some[1]["id"]))
    answer = ask("leader", body)
    first = ask("leader", {**body, "tasks": body["tasks"][1:], "versions": body["versions"][1:]})
    office.store.script(works)
    check("where the store fails in the middle it is told which were done", answer.status == 200 and
          [(one["status"], one["problem"], one["version"]) for one in answer.json["results"]] ==
          [(200, None, some[0]["version"] + 1), (500, "internal", None), (503, "unavailable", None)], answer)
    check("and where it fails at once it is a failure", is_problem(first, 500, "internal"), first)
    after = {task["id"]: task["version"] - one["version"] for task in tasks_of(office, "inspector") for one in some if one["id"] == task["id"]}
    check("nothing else was done", [after.get(one["id"], 1) for one in some] == [1, 0, 0], after)


def one_task(office):
    """Returns the number of a task that LEADS leads"""
    task = next(one["id"] for one in tasks_of(office, "inspector") if one["lead"] == LEADS and one["state"] == "assigned")
    answer = office.ask("focal", "GET", f"/api/v1/tasks/{task}")
    check("a task comes with its history", answer.status == 200 and [step["action"] for step in answer.json["history"]] == ["approve", "assign"], answer)
    etag = answer.fields["etag"]
    check("its tag is its version on this day, by the calendar of then", etag == f'"{answer.json["version"]}.2025-03-01.0"', etag)
    again = office.ask("focal", "GET", f"/api/v1/tasks/{task}", If_None_Match=etag)
    check("what is known is not sent again", again.status == 304 and again.bytes == b"" and again.fields["etag"] == etag, again)
    check("but another one is", office.ask("focal", "GET", f"/api/v1/tasks/{task}", If_None_Match='"1"').status == 200)
    zipped = office.ask("focal", "GET", f"/api/v1/tasks/{task}", Accept_Encoding="gzip")
    check("a long answer is compressed for who wants it", zipped.fields.get("content-encoding") == "gzip" and zipped.json == answer.json and
          zipped.fields["etag"] == "W/" + etag, zipped)
    check("and not for who does not", "content-encoding" not in office.ask("focal", "GET", f"/api/v1/tasks/{task}", Accept_Encoding="gzip;q=0").fields)
    head = office.ask("focal", "HEAD", f"/api/v1/tasks/{task}")
    check("HEAD is GET without the body", head.status == 200 and head.bytes == b"" and int(head.fields["content-length"]) == len(answer.bytes), head)
    return task


def steps(office, task):
    path = f"/api/v1/tasks/{task}"
    version = office.ask("focal", "GET", path).json["version"]
    count = int(office.store.sql("SELECT count(*) FROM audit")[0][0])

    def act(who, action, expected=None, **body):
        return office.ask(who, "POST", path + "/actions", {"action": action, **body}, If_Match=f'"{expected or version}"')

    def report(who, expected=None, **body):
        return office.ask(who, "POST", path + "/progress", body, If_Match=f'"{expected or version}"')

    refused = [
        ("without If-Match", office.ask("focal", "POST", path + "/actions", {"action": "take"}), 428),
        ("If-Match that is no version", office.ask("focal", "POST", path + "/actions", {"action": "take"}, If_Match="*"), 400),
        ("several versions", office.ask("focal", "POST", path + "/actions", {"action": "take"}, If_Match='"1", "2"'), 400),
        ("by a unit that only stands by", act("other", "take"), 404),
        ("by an inspector", act("inspector", "take"), 403),
        ("by an administrator", act("administrator", "take"), 403),
        ("with a token that only reads", act("reader", "take"), 403),
        ("a state that does not allow it", act("focal", "submit", product="x"), 409),
        ("an action that is none", act("focal", "dance"), 400),
        ("reading is none, too", act("focal", "read"), 400),
        ("progress has its own call", act("focal", "progress"), 400),
        ("no action", office.ask("focal", "POST", path + "/actions", {}, If_Match=f'"{version}"'), 422),
        ("a field that is none", act("focal", "take", nix="1"), 400),
        ("a number for a text", act("focal", "take", reason=1), 400),
        ("an object for a text", act("focal", "take", reason={"a": 1}), 400),
        ("refusing without a reason", act("focal", "refuse"), 422),
        ("a note that is too long", act("focal", "refuse", reason="x" * 9000), 413),
        ("no JSON", office.ask("focal", "POST", path + "/actions", b"{", If_Match=f'"{version}"', Content_Type="application/json"), 400),
        ("no body", office.ask("focal", "POST", path + "/actions", b"", If_Match=f'"{version}"', Content_Type="application/json"), 400),
        ("broken UTF-8", office.ask("focal", "POST", path + "/actions", b'{"action": "\xff"}', If_Match=f'"{version}"', Content_Type="application/json"), 400),
        ("a field twice", office.ask("focal", "POST", path + "/actions", b'{"action": "take", "action": "take"}', If_Match=f'"{version}"', Content_Type="application/json"), 400),
        ("another type", office.ask("focal", "POST", path + "/actions", b"a=1", If_Match=f'"{version}"', Content_Type="application/x-www-form-urlencoded"), 415),
        ("an array, deep", office.ask("focal", "POST", path + "/actions", b"[" * 60000, If_Match=f'"{version}"', Content_Type="application/json"), 400),
        ("percent above 100", report("focal", done="x", percent=101), 400),
        ("percent that is no number", report("focal", done="x", percent="5"), 400),
    ]
    for name, answer, status in refused:
        check(f"refused with {status}: {name}", is_problem(answer, status), answer)
    answer = act("focal", "take", expected=version + 7)
    check("a stale version is refused with both", is_problem(answer, 412, "stale") and answer.json["expected_version"] == version + 7 and
          answer.json["current_version"] == version and answer.json["current"]["id"] == task, answer)
    check("nothing of that changed anything", office.ask("focal", "GET", path).json["version"] == version and
          int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == count)

    question = "/api/v1/tasks?limit=200"
    first, again = [{who: office.ask(who, "GET", question) for who in ("leader", "focal", "other")} for _ in range(2)]
    check("a question that is asked again is answered alike", all(first[who].status == 200 and first[who].bytes == again[who].bytes for who in first))
    numbers = {who: {one["id"] for one in answer.json["tasks"]} for who, answer in again.items()}
    check("to each what he may see", numbers["other"] != numbers["focal"] < numbers["leader"] and task in numbers["focal"] - numbers["other"], numbers)
    check("in the form that is asked for", office.ask("leader", "GET", question, Accept="text/csv").fields["content-type"].startswith("text/csv"))
    answer = act("focal", "take")
    states = [next(one["state"] for one in office.ask(who, "GET", question).json["tasks"] if one["id"] == task) for who in ("leader", "focal")]
    check("what changed is told at once", states == ["accepted", "accepted"], states)
    check("a unit takes its task", answer.status == 200 and answer.json["state"] == "accepted" and answer.json["version"] == version + 1, answer)
    version += 1
    answer = report("officer", done="Đã khảo sát <b>&\"", next="Tổng hợp", percent=30)
    check("an officer tells of progress", answer.status == 200 and answer.json["percent"] == 30 and
          answer.json["history"][-1]["done"] == 'Đã khảo sát <b>&"' and answer.json["history"][-1]["who"] == "officer", answer)
    version += 1
    check("percentage falls only with a reason", is_problem(report("officer", done="x", percent=10), 422))
    answer = act("focal", "submit", product="Báo cáo 12/BC-STP")
    check("the unit submits", answer.status == 200 and answer.json["state"] == "submitted", answer)
    version += 1
    check("and does not close", is_problem(act("focal", "close"), 403))
    answer = act("overseer", "close")
    history, steps, cursor = answer.json["history"], [], ""
    while cursor is not None:
        page = office.ask("focal", "GET", f"{path}/steps?limit=2{cursor}").json
        steps += page["steps"]
        cursor = "&cursor=" + page["next"] if page["next"] else None
    check("the history comes by pages, too, the last step first", steps == history[::-1] and len(steps) > 4, (steps, history))
    check("to those who see the task", is_problem(office.ask("other", "GET", f"{path}/steps"), 404))
    check("the overseer closes", answer.status == 200 and answer.json["history"][-1]["action"] == "close", answer)
    check("each step is in the record, with who and from where", office.store.sql(
        f"SELECT who, origin FROM audit WHERE object = 'task' AND object_id = {task} ORDER BY seq DESC LIMIT 1")[0] == ("overseer", "api:127.0.0.1"))


def races(office):
    """Of many who change one version one wins"""
    task = next(one["id"] for one in tasks_of(office, "inspector") if one["lead"] == LEADS and one["state"] == "assigned")
    version = office.ask("focal", "GET", f"/api/v1/tasks/{task}").json["version"]
    found = []

    def run():
        found.append(office.ask("focal", "POST", f"/api/v1/tasks/{task}/actions", {"action": "take"}, If_Match=f'"{version}"').status)

    threads = [threading.Thread(target=run) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check("of twelve at once one takes it", sorted(found) == [200] + [412] * 11, found)


def before_issue(office):
    """What is approved and did not go out yet"""
    shown = json.loads(office.program("document", "show", "1", "--format", "json", "--store", office.store.url).stdout)
    held = next(one["id"] for one in shown["items"] if one["state"] == "draft")
    done = office.program("task", "approve", str(held), "--lead", LEADS, "--why", "Đã hỏi", "--by", "overseer", "--now", "2025-03-01T08:00", "--store",
                          office.store.url)
    check("a task that was held back is approved", done.returncode == 0, done.stderr)
    check("who gives it out sees it", held in [task["id"] for task in tasks_of(office, "inspector")])
    check("its unit does not, yet", held not in [task["id"] for task in tasks_of(office, "focal")] and
          is_problem(office.ask("focal", "GET", f"/api/v1/tasks/{held}"), 404))
    for when in ["", "?as_of=2025-03-01"]:
        counts = [next(one for one in office.ask(who, "GET", "/api/v1/summary" + when).json["units"] if one["unit"] == LEADS) for who in ("leader", "focal")]
        states = [one["states"].get("approved", 0) for one in counts]
        check(f"nor is it counted for it{when}", states == [1, 0], counts)


def documents(office):
    answer = office.ask("clerk", "GET", "/api/v1/documents")
    check("documents are listed", [one["id"] for one in answer.json["documents"]] == [1], answer)
    answer = office.ask("clerk", "GET", "/api/v1/documents?all=1&limit=3")
    check("those that are only heard of as well, by pages", len(answer.json["documents"]) == 3 and answer.json["next"] == "3", answer)
    answer = office.ask("clerk", "GET", "/api/v1/documents/1")
    form = answer.json["forms"][0]
    check("a document tells how it came", form["name"] == PLAN and form["size"] > 0, answer)
    check("what was read is there", office.ask("clerk", "GET", "/api/v1/documents/1/reading").json["tasks"])
    reading, text = (office.ask("focal", "GET", f"/api/v1/documents/1/{what}").json for what in ("reading", "source"))
    lines = Path(office.samples, PLAN).read_text(encoding="utf-8").split("\n")
    check("the text is there, line by line", text["lines"] == lines[:-1] and len(lines) - 1 == reading["lines"] and not text["cut"] and text["pages"] == [] and text["sheets"] == [])
    marked = [one for one in text["spans"] if one["of"] == "task" and one["field"] == "lead" and one["line"] == one["line_end"]]
    check("and where values stand in it", len(marked) > 10 and all(
        text["lines"][one["line"] - 1][one["start"]:one["end"]].casefold() in [name.casefold() for name in reading["tasks"][one["index"]]["lead"]] for one in marked), marked[:2])
    check("and the chain above", office.ask("clerk", "GET", "/api/v1/documents/1/chain").json["above"])
    chain = {who: office.ask(who, "GET", "/api/v1/documents/1/chain?tasks=1").json for who in ("clerk", "focal")}
    all_tasks = office.ask("clerk", "GET", "/api/v1/tasks?document=1&state=all&sort=number&limit=500").json["tasks"]
    check("the chain goes down to the tasks", chain["clerk"]["tasks"] == all_tasks and not chain["clerk"]["cut"], len(chain["clerk"]["tasks"]))
    check("of which a unit sees its own", 0 < len(chain["focal"]["tasks"]) < len(all_tasks) and chain["focal"]["tasks"] ==
          office.ask("focal", "GET", "/api/v1/tasks?document=1&state=all&sort=number&limit=500").json["tasks"])
    up = office.ask("focal", "GET", f"/api/v1/tasks/{chain['focal']['tasks'][0]['id']}/chain").json
    check("and up from a task", up["document"]["id"] == 1 and up["above"] == chain["focal"]["above"], up)
    lost = [one["id"] for one in all_tasks if one not in chain["focal"]["tasks"]][0]
    check("not from one that is not there for who asks", is_problem(office.ask("focal", "GET", f"/api/v1/tasks/{lost}/chain"), 404))
    path = "/api/v1/files/" + form["hash"]
    whole = office.ask("focal", "GET", path)
    check("the file is as it came", hashlib.blake2b(whole.bytes, digest_size=32).hexdigest() == form["hash"] and
          whole.fields["content-type"] == "application/octet-stream" and whole.fields["content-disposition"].startswith("attachment"), whole)
    for field, status, expected in [("bytes=0-9", 206, whole.bytes[:10]), ("bytes=-5", 206, whole.bytes[-5:]), ("bytes=10-", 206, whole.bytes[10:]),
                                    ("bytes=5-2", 200, whole.bytes), ("bytes=0-0,5-6", 200, whole.bytes), ("lines=1-2", 200, whole.bytes)]:
        part = office.ask("focal", "GET", path, Range=field)
        check(f"a part of it: {field}", part.status == status and part.bytes == expected, part.fields)
    answer = office.ask("focal", "GET", path, Range="bytes=99999999-")
    check("a part that is not there", is_problem(answer, 416) and answer.fields["content-range"] == f"bytes */{form['size']}", answer)
    tag = whole.fields["etag"]
    for name, status, fields in [("what is known is not sent, nor a part of it", 304, {"If_None_Match": tag}), ("a part of what is as it was", 206, {"If_Range": tag}),
                                 ("all of what is another one", 200, {"If_Range": '"x"'}), ("a weak tag is not good enough", 200, {"If_Range": "W/" + tag}),
                                 ("nor a day", 200, {"If_Range": "Sat, 01 Mar 2025 01:00:00 GMT"})]:
        part = office.ask("focal", "GET", path, Range="bytes=0-9", **fields)
        check(name, part.status == status and part.bytes == {304: b"", 206: whole.bytes[:10], 200: whole.bytes}[status], part.fields)
    part = office.ask("focal", "GET", path, Range="bytes=99999999-", If_None_Match=tag)
    check("nor is a part asked for that is not there", part.status == 304, part)
    head = office.ask("focal", "HEAD", path, Range="bytes=0-9")
    check("HEAD knows no parts", head.status == 200 and int(head.fields["content-length"]) == form["size"] and "content-range" not in head.fields, head)
    check("a file of others is not there", is_problem(office.ask("public", "GET", path), 403))
    for wrong in ["0" * 64, form["hash"][:-1], form["hash"].upper(), "../" * 5]:
        check(f"no file {wrong[:10]}", is_problem(office.ask("clerk", "GET", "/api/v1/files/" + wrong), 404))
    answer = office.ask("clerk", "GET", "/api/v1/summary?by=unit,state")
    printed = office.program("summary", "--format", "json", "--now", "2025-03-01T08:00", "--store", office.store.url)
    check("the summary is what the command prints", answer.json == json.loads(printed.stdout), answer)
    own = office.ask("focal", "GET", "/api/v1/summary").json["units"]
    check("a focal person gets the own unit's", [one["unit"] for one in own] == [LEADS], own)
    check("only by state", "units" not in office.ask("clerk", "GET", "/api/v1/summary?by=state").json)
    check("no such count", is_problem(office.ask("clerk", "GET", "/api/v1/summary?by=nix"), 400))
    searching(office)
    answer = office.ask("inspector", "GET", "/api/v1/audit?limit=2")
    check("the record, by pages", [one["seq"] for one in answer.json["records"]] == [1, 2] and answer.json["next"] == "2", answer)
    answer = office.ask("inspector", "GET", "/api/v1/audit?object=task&id=1")
    check("of one thing", {one["id"] for one in answer.json["records"]} <= {1} and answer.status == 200, answer)
    newest = office.ask("inspector", "GET", "/api/v1/audit?order=newest&limit=500").json["records"]
    oldest = office.ask("inspector", "GET", "/api/v1/audit?limit=500").json["records"]
    check("the newest first are the same, turned around", len(newest) < 500 and newest == oldest[::-1], len(newest))
    for query, good in {"who=focal": lambda one: one["who"] == "focal", "action=import": lambda one: one["action"] == "import", "object=task": lambda one: one["object"] == "task",
                        "from=2025-01-23&to=2025-01-23": lambda one: one["at"].startswith("2025-01-23"), "object=task&who=nobody": lambda one: False}.items():
        found, cursor = [], ""
        while cursor is not None:
            answer = office.ask("inspector", "GET", f"/api/v1/audit?order=newest&limit=3&{query}{cursor}")
            found += answer.json["records"]
            cursor = answer.json["next"] and "&cursor=" + answer.json["next"]
        check(f"the record by {query}", found == [one for one in newest if good(one)], answer)
    for query in ["who=focal", "order=up", "order=newest&object=task&id=1", "order=newest&from=x"]:
        check(f"refused: record ?{query}", is_problem(office.ask("inspector", "GET", "/api/v1/audit?" + query), 400))
    head = office.ask("inspector", "GET", "/api/v1/audit/head").json
    check("its head", head == {"seq": newest[0]["seq"], "hash": newest[0]["hash"]}, head)
    answer = office.ask("inspector", "GET", "/api/v1/audit/verify")
    check("it is whole", answer.json == {"whole": True, "records": head["seq"], "broken": None, "why": None, "why_en": None, **head}, answer)
    check("a thing without its kind", is_problem(office.ask("inspector", "GET", "/api/v1/audit?id=1"), 400))
    every = office.ask("inspector", "GET", "/api/v1/documents?all=1&limit=500").json["documents"]
    known = office.ask("inspector", "GET", "/api/v1/documents?limit=500").json["documents"]
    check("documents, and those heard of", len(every) > len(known) > 0, every)
    issuer, number = known[0]["issuer"], known[0]["number"]
    for query, good in {f"type={quote(known[0]['type'].upper())}": lambda one: one["type"] == known[0]["type"], f"issuer={quote(issuer.upper())}": lambda one: one["issuer"] == issuer,
                        f"number={quote(number)}": lambda one: one["number"] == number, "number=nix": lambda one: False, "state=issued": lambda one: one["state"] == "issued",
                        "from=2024-01-01&to=2026-12-31": lambda one: one["date"] and "2024-01-01" <= one["date"] <= "2026-12-31"}.items():
        answer = office.ask("inspector", "GET", f"/api/v1/documents?all=1&limit=500&{query}")
        check(f"documents by {query[:30]}", answer.status == 200 and answer.json["documents"] == [one for one in every if good(one)], answer)
    orders = {"number": every, "newest": every[::-1], "date": sorted(every, key=lambda one: (one["date"] or "", one["id"]), reverse=True)}
    for sort, wanted in orders.items():
        found, cursor = [], ""
        while cursor is not None:
            answer = office.ask("inspector", "GET", f"/api/v1/documents?all=1&limit=2&sort={sort}{cursor}")
            found += answer.json["documents"]
            cursor = answer.json["next"] and "&cursor=" + answer.json["next"]
        check(f"documents in pages by {sort}", found == wanted, [one["id"] for one in found])
    answer = office.ask("inspector", "GET", "/api/v1/documents?all=1&limit=500&states=1")
    own = {one["id"]: office.ask("inspector", "GET", f"/api/v1/documents/{one['id']}").json for one in answer.json["documents"]}
    check("how far the tasks of each are, as each says itself", answer.json["documents"] == [{field: own[one["id"]][field] for field in one} for one in answer.json["documents"]]
          and all({"states", "version"} <= set(one) for one in answer.json["documents"]) and any(one["states"] for one in answer.json["documents"]), answer)
    check("and not unless asked for", not any("states" in one for one in every))
    for query in ["states=2", "sort=up", "state=nix", "from=x", "sort=date&cursor=7", "sort=date&cursor=x.7", "cursor=x"]:
        check(f"refused: documents ?{query}", is_problem(office.ask("inspector", "GET", "/api/v1/documents?" + query), 400))


def searching(office):
    answer = office.ask("clerk", "GET", "/api/v1/search?q=bao+cao&limit=5")
    printed = office.program("search", "bao", "cao", "--limit", "5", "--format", "json", "--store", office.store.url)
    check("what is found is what the command prints", answer.json == json.loads(printed.stdout) and len(answer.json["hits"]) == 5, answer)
    page = office.ask("clerk", "GET", "/api/v1/search?q=bao+cao&limit=5&cursor=" + answer.json["next"])
    places = [[(one["kind"], one["document"], one["task"], "".join(piece["text"] for piece in one["excerpt"])) for one in of.json["hits"]] for of in (answer, page)]
    check("the next page has others", places[1] and not set(places[0]) & set(places[1]), places)
    seen, cursor = set(), ""
    while cursor is not None:
        answer = office.ask("focal", "GET", "/api/v1/search?q=" + quote("báo") + "&limit=20" + cursor)
        seen |= {one["task"] for one in answer.json["hits"] if one["task"]}
        cursor = None if answer.json["next"] is None else "&cursor=" + answer.json["next"]
    mine = {one["id"] for one in office.ask("focal", "GET", "/api/v1/tasks?limit=500").json["tasks"]}
    check("a focal person finds the own unit's tasks alone", seen and seen <= mine, (seen, mine))
    other = next(one for one in office.ask("clerk", "GET", "/api/v1/tasks?limit=500").json["tasks"] if one["id"] not in mine)
    phrase = "/api/v1/search?limit=500&q=" + quote('"' + " ".join(re.findall(r"\w+", other["text"])[:6]) + '"')
    found = [{one["task"] for one in office.ask(who, "GET", phrase).json["hits"]} for who in ("clerk", "focal")]
    check("and nothing of a task of others, by its own words", other["id"] in found[0] and other["id"] not in found[1], (phrase, found))
    for wrong in ["", "?q=", "?q=%22", "?q=" + "a" * 600, "?q=a&state=nix", "?q=a&from=hôm", "?q=a&limit=0", "?q=a&cursor=9.9", "?q=a&document=x"]:
        answer = office.ask("clerk", "GET", "/api/v1/search" + quote(wrong, safe="?=&%"))
        check(f"a search is refused: {wrong[:20]}", is_problem(answer, answer.status) and answer.status in (400, 413, 422), answer)


def large_file(office, samples):
    """One that is sent in pieces"""
    text = Path(samples, PLAN).read_bytes() + b"".join(b"%d\n" % i for i in range(0, 4000000, 40))
    path = Path(office.program.folder, "large.txt")
    path.write_bytes(text)
    done = office.program("import", path, "--now", "2025-01-22T08:00", url=office.store.url)
    check("a large file is kept", done.returncode == 0, done.stderr)
    url = "/api/v1/files/" + hashlib.blake2b(text, digest_size=32).hexdigest()
    check("it is sent whole", office.ask("clerk", "GET", url).bytes == text and len(text) > 600000)
    for first, last in [(262143, 262145), (1, 600000), (len(text) - 1, len(text) - 1)]:
        part = office.ask("clerk", "GET", url, Range=f"bytes={first}-{last}")
        check(f"a part of it: {first}-{last}", part.status == 206 and part.bytes == text[first:last + 1] and
              part.fields["content-range"] == f"bytes {first}-{last}/{len(text)}", part.fields)
    with socket.create_connection(("127.0.0.1", office.server.port), timeout=5) as line:
        line.sendall(f"GET {url} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {office.tokens['clerk']}\r\n\r\n".encode())
        line.recv(1000)
    check("one who goes away in between disturbs nobody", office.ask("clerk", "GET", url).bytes == text)


def sessions(office):
    body = {"name": "focal", "password": PASSWORD}
    answer = office.ask(None, "POST", "/api/v1/sessions", body)
    cookie = answer.fields.get("set-cookie", "")
    check("one signs in by name and password", answer.status == 201 and answer.json["role"] == "focal" and answer.json["unit"] == LEADS, answer)
    check("the cookie is not for scripts and other sites", all(word in cookie for word in ["HttpOnly", "SameSite=Strict", "Path=/"]), cookie)
    pair, csrf = cookie.split(";")[0], answer.json["csrf"]
    check("neither password nor session are in it", PASSWORD not in answer.text and pair.split("=")[1] not in answer.text)
    check("the cookie is who one is", office.ask(None, "GET", "/api/v1/me", Cookie=pair).json["name"] == "focal")
    task = next(one["id"] for one in tasks_of(office, "focal") if one["state"] == "assigned")
    path = f"/api/v1/tasks/{task}/actions"
    version = office.ask("focal", "GET", f"/api/v1/tasks/{task}").json["version"]
    for name, fields in {"without the token": {}, "with a wrong one": {"X_CSRF_Token": "A" * 43}, "with half of it": {"X_CSRF_Token": csrf[:20]}}.items():
        answer = office.ask(None, "POST", path, {"action": "take"}, Cookie=pair, If_Match=f'"{version}"', **fields)
        check(f"a change by a session {name} is refused", is_problem(answer, 403, "bad-csrf"), answer)
    answer = office.ask(None, "POST", path, {"action": "take"}, Cookie=pair, If_Match=f'"{version}"', X_CSRF_Token=csrf)
    check("with it, it is done", answer.status == 200, answer)
    value = pair.split("=")[1]
    flipped = value[:-2] + ("AA" if value[-2:] != "AA" else "BA")
    for name, forged in {"changed": f"dondoc={flipped}", "cut": f"dondoc={value[:-1]}", "empty": "dondoc=", "twice": f"{pair}; {pair}",
                         "huge": "dondoc=" + "A" * 9000, "a hash": f"dondoc={hashlib.blake2b(value.encode(), digest_size=32).hexdigest()}",
                         "of SQL": "dondoc=' OR 1=1 --"}.items():
        check(f"a cookie that is {name} is nobody's", is_problem(office.ask(None, "GET", "/api/v1/me", Cookie=forged), 401))
    token = office.tokens["focal"]
    for name, forged in {"changed": token[:-2] + ("AA" if token[-2:] != "AA" else "BA"), "cut": token[:-1], "none": "x", "long": "x" * 5000}.items():
        check(f"a token that is {name} is nobody's", is_problem(office.server.ask("GET", "/api/v1/me", forged), 401))
    check("nor is a session a token", is_problem(office.server.ask("GET", "/api/v1/me", value), 401))
    check("another scheme is none", is_problem(office.ask(None, "GET", "/api/v1/me", Authorization="Basic eDp5", Cookie=pair), 401))
    answer = office.ask(None, "DELETE", "/api/v1/sessions", Cookie=pair, X_CSRF_Token=csrf)
    check("one signs out", answer.status == 204 and "Max-Age=0" in answer.fields["set-cookie"], answer)
    check("and the cookie is nobody's any more", is_problem(office.ask(None, "GET", "/api/v1/me", Cookie=pair), 401))
    pairs = [office.ask(None, "POST", "/api/v1/sessions", body) for _ in range(2)]
    cookies = [one.fields["set-cookie"].split(";")[0] for one in pairs]
    answer = office.ask("focal", "DELETE", "/api/v1/sessions?all=0")
    check("a token ends all sessions, for it is none", answer.status == 204 and
          is_problem(office.ask(None, "GET", "/api/v1/me", Cookie=cookies[1]), 401), answer)
    pairs = [office.ask(None, "POST", "/api/v1/sessions", {**body, "code": ""}) for _ in range(2)]
    check("a field for the code that is empty says none", [one.status for one in pairs] == [201, 201], pairs)
    cookies = [one.fields["set-cookie"].split(";")[0] for one in pairs]
    answer = office.ask(None, "DELETE", "/api/v1/sessions?all=1", Cookie=cookies[0], X_CSRF_Token=pairs[0].json["csrf"])
    check("all at once", answer.status == 204 and is_problem(office.ask(None, "GET", "/api/v1/me", Cookie=cookies[1]), 401), answer)
    wrong = office.ask(None, "POST", "/api/v1/sessions", {"name": "inspector", "password": "không phải"})
    nobody = office.ask(None, "POST", "/api/v1/sessions", {"name": "khong-co", "password": "không phải"})
    check("a wrong password and a wrong name are told alike", is_problem(wrong, 401, "wrong-sign-in") and wrong.text == nobody.text, wrong)
    for name, form in {"no password": {"name": "focal"}, "a number": {"name": 1, "password": "x"}, "null": {"name": None, "password": None}}.items():
        check(f"signing in with {name}", office.ask(None, "POST", "/api/v1/sessions", form).status in (400, 422))


def raw(office, data, wait=5):
    """Sends bytes as they are. Returns what comes back"""
    with socket.create_connection(("127.0.0.1", office.server.port), timeout=wait) as line:
        out = b""
        try:
            line.sendall(data)
            while piece := line.recv(65536):
                out += piece
                if b"\r\n\r\n" in out and b"chunked" not in out:
                    length = re.search(rb"Content-Length: (\d+)", out)
                    if length and len(out.split(b"\r\n\r\n", 1)[1]) >= int(length[1]):
                        break
        except (TimeoutError, ConnectionError):
            pass
        return out


def hostile(office):
    head = b" HTTP/1.1\r\nHost: a\r\n"
    token = b"Authorization: Bearer " + office.tokens["inspector"].encode() + b"\r\n"
    for name, data, status in [
        ("a long target", b"GET /api/v1/tasks?unit=" + b"a" * 9000 + head + b"\r\n", b"414"),
        ("much header", b"GET /healthz" + head + b"".join(b"X-%d: %s\r\n" % (i, b"a" * 1000) for i in range(30)) + b"\r\n", b"431"),
        ("two lengths", b"POST /api/v1/sessions" + head + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n0\r\n\r\n", b"400"),
        ("one length, and another one", b"POST /api/v1/sessions" + head + b"Content-Length: 5\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}abc", b"400"),
        ("a length that is none", b"POST /api/v1/sessions" + head + b"Content-Length: -5\r\n\r\n", b"400"),
        ("a huge length", b"POST /api/v1/sessions" + head + b"Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n", b"413"),
        ("a path out of the root", b"GET /api/v1/../../etc/passwd" + head + token + b"\r\n", b"404"),
        ("the same, encoded", b"GET /api/v1/%2e%2e/%2e%2e/etc/passwd" + head + token + b"\r\n", b"404"),
        ("a path with a NUL", b"GET /healthz%00" + head + b"\r\n", b"404"),
        ("a path that is none", b"GET healthz" + head + b"\r\n", b"400"),
        ("a number with a zero", b"GET /api/v1/tasks/01" + head + token + b"\r\n", b"404"),
        ("a huge number", b"GET /api/v1/tasks/99999999999999999999" + head + token + b"\r\n", b"404"),
        ("a number below zero", b"GET /api/v1/tasks/-1" + head + token + b"\r\n", b"404"),
        ("a method that is none", b"BREW /healthz" + head + b"\r\n", b"405"),
        ("what asks for another type", b"GET /api/v1/me" + head + token + b"Accept: text/html\r\n\r\n", b"406"),
    ]:
        answer = raw(office, data)
        check(f"refused: {name}", answer.startswith(b"HTTP/1.1 " + status), answer[:200])
    answer = raw(office, b"GET /healthz" + head + b"X-Request-Id: a\rSet-Cookie: b=c\r\n\r\n")
    check("a header cannot be split", b"Set-Cookie" not in answer, answer[:400])
    body = b"".join(b"1000\r\n" + b"a" * 4096 + b"\r\n" for _ in range(40)) + b"0\r\n\r\n"
    answer = raw(office, b"POST /api/v1/sessions" + head + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
    check("a body in pieces is bounded, too", answer.startswith(b"HTTP/1.1 413"), answer[:200])
    for data in [b"\0" * 100, b"GET", b"\r\n" * 50, b"\x16\x03\x01\x02\x00\x01" + bytes(range(200)), b"GET / HTTP/9.9\r\n\r\n", b"a" * 200000]:
        raw(office, data, 0.3)
    check("after all that it answers", office.ask(None, "GET", "/healthz").status == 200)
    answer = office.ask(None, "PUT", "/api/v1/tasks")
    check("a method that is not there names those that are", is_problem(answer, 405) and answer.fields["allow"] == "GET, HEAD", answer)


def raw_rate(server):
    """Asks with two lines, of which the proxy wrote the last one"""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 198.51.100.9\r\nX-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n\r\n")
        return line.recv(65536)


def rate(office):
    server = Server(office.program, office.store.url, "--rate", "1", "--proxies", "127.0.0.1")
    found = [server.ask("GET", "/healthz", X_Forwarded_For="6.6.6.6, 203.0.113.7") for _ in range(12)]
    limited = [one for one in found if one.status == 429]
    check("who asks too often has to wait", [one.status for one in found[:4]] == [200] * 4 and limited, [one.status for one in found])
    check("and is told how long", limited and all(1 <= int(one.fields["retry-after"]) <= 2 for one in limited))
    answers = [raw_rate(server) for _ in range(8)]
    check("nor does a line before the proxy's own help", any(one.startswith(b"HTTP/1.1 429") for one in answers), answers[0][:100])
    check("another address need not", server.ask("GET", "/healthz", X_Forwarded_For="203.0.113.7, 203.0.113.8").status == 200)
    answer = server.ask("GET", "/healthz", X_Forwarded_For="203.0.113.9", X_Forwarded_Proto="https")
    check("a proxy that is named may say that it came by TLS", "strict-transport-security" in answer.fields, answer)
    check("it ends by itself", server.stop() == 0)
    server = Server(office.program, office.store.url, "--rate", "2")
    found = {server.ask("GET", "/healthz", X_Forwarded_For="203.0.113.7").status for _ in range(12)}
    check("without a named proxy nobody says for whom he asks", found == {200}, found)
    server.stop()


def settings(office):
    path = Path(office.program.folder, "dondoc.conf")
    path.write_text("[server]\nlisten=127.0.0.1:1\nlog=json\n", encoding="utf-8")
    Path(office.program.folder, "serve.log").unlink()
    server = Server(office.program, office.store.url, "--config", str(path), env={"DONDOC_THREADS": "1"})
    server.ask("GET", "/api/v1/tasks/17", office.tokens["focal"])
    check("options go before the file", server.port and server.port != 1, server.line)
    check("SIGTERM ends it well", server.stop() == 0)
    lines = Path(office.program.folder, "serve.log").read_text(encoding="utf-8")
    entry = json.loads(lines.splitlines()[0])
    check("the log is JSON, with nothing of persons", entry["route"] == "/api/v1/tasks/{id}" and "17" not in entry["route"] and "127.0.0.1" not in lines
          and "focal" not in lines, lines)
    for name, words in {"an address that is none": ["--listen", "nowhere"], "a number that is none": ["--threads", "x"], "half of TLS": ["--key", "x"], "a certificate that is not there": ["--certificate", "nix", "--key", "nix"],
                        "a form of log that is none": ["--log", "x"], "a file that is not there": ["--config", "nix"]}.items():
        done = office.program("serve", *words, url=office.store.url)
        check(f"refused: {name}", done.returncode in (1, 2) and done.stderr and not done.stdout and "Sanitizer" not in done.stderr, done)
    path.write_text("[server]\nnix=1\n", encoding="utf-8")
    done = office.program("serve", "--config", path, url=office.store.url)
    check("refused: a setting that is none", done.returncode == 2 and "nix" in done.stderr, done)
    path.write_text("[sever]\nlisten=127.0.0.1:0\n", encoding="utf-8")
    done = office.program("serve", "--config", path, url=office.store.url)
    check("refused: a group that is none", done.returncode == 2 and "[sever]" in done.stderr and "line 1" in done.stderr, done)
    done = office.program("serve", url="sqlite:" + office.program.folder + "/nix.db")
    check("refused: no store", done.returncode == 1 and not Path(office.program.folder, "nix.db").exists(), done)


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples)
    open_routes(office)
    rights(office)
    lists(office)
    filters(office)
    spreadsheet(office)
    bulk(office)
    steps(office, one_task(office))
    races(office)
    before_issue(office)
    documents(office)
    large_file(office, samples)
    sessions(office)
    hostile(office)
    answer = office.ask("administrator", "GET", "/metrics")
    check("what it did is counted", 'dondoc_requests_total{method="GET",route="/api/v1/tasks/{id}",status="2xx"}' in answer.text, answer)
    rate(office)
    check("SIGTERM ends it", office.server.stop() == 0)
    settings(office)
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stderr)
    log = Path(program.folder, "serve.log").read_text(encoding="utf-8", errors="replace")
    check("no sanitizer complained", "Sanitizer" not in log and "runtime error" not in log, log[-3000:])
    store.close()


def main(dondoc, samples):
    return on_each_engine(run, dondoc, samples)


sys.exit(main(*sys.argv[1:]))
