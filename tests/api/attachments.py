#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as products and proof, on each engine: who may attach and fetch them, steps that name them, hostile names, limits, the record, check, backup and
moves between engines. Prints TAP.

usage: scripts/with-postgres attachments.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import hashlib
import json
import sys
import time
from pathlib import Path

from office import PLAN, Office, is_problem
from serving import Server, form

from stores import Sqlite, check, on_each_engine  # isort: skip

MINUTES = "Biên bản nghiệm thu đợt 1.\n".encode() * 50
SCAN = bytes(range(256)) * 4096


def hash_of(data):
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def attach(office, who, task, *files, **fields):
    return office.ask(who, "POST", f"/api/v1/tasks/{task}/files", form(*files), Content_Type="multipart/form-data; boundary=xYz", **fields)


def step(office, who, task, word, **body):
    version = office.ask("leader", "GET", f"/api/v1/tasks/{task}").json["version"]
    if word == "progress":
        return office.ask(who, "POST", f"/api/v1/tasks/{task}/progress", body, If_Match=f'"{version}"')
    return office.ask(who, "POST", f"/api/v1/tasks/{task}/actions", {"action": word, **body}, If_Match=f'"{version}"')


def attached(office, task):
    answer = attach(office, "officer", task, ("biên bản.pdf", MINUTES), ("ảnh.png", SCAN))
    check("who reports attaches files", answer.status == 201 and [(one["hash"], one["name"], one["size"], one["who"]) for one in answer.json["files"]] ==
          [(hash_of(MINUTES), "biên bản.pdf", len(MINUTES), "officer"), (hash_of(SCAN), "ảnh.png", len(SCAN), "officer")], answer)
    path = f"/api/v1/tasks/{task}/files/{hash_of(MINUTES)}"
    check("who attached one has it", office.ask("officer", "GET", path).bytes == MINUTES)
    check("others have it once a step came with it", all(is_problem(office.ask(who, "GET", path), 404) for who in ("focal", "overseer", "leader", "other")))
    again = attach(office, "officer", task, ("tên khác.pdf", MINUTES))
    check("the same again is the same", again.status == 201 and int(office.store.sql("SELECT count(*) FROM attachment")[0][0]) == 2, again)
    check("nor is it a file of a document", is_problem(office.ask("administrator", "GET", "/api/v1/files/" + hash_of(MINUTES)), 404))


def used(office, task):
    two = [hash_of(MINUTES), hash_of(SCAN)]
    for who, body in {"focal": {"files": two[:1]}, "officer": {"files": ["0" * 64]}}.items():
        check(f"{who}: a file that one has not attached is none", is_problem(step(office, who, task, "submit", product="x", **body), 422))
    for body in ({"files": "x"}, {"files": [1]}, {"files": [two[0] + "0"]}, {"files": ["x"] * 21}):
        answer = step(office, "officer", task, "progress", done="x", **body)
        check(f"refused: {str(body)[:40]}", 400 <= answer.status < 500, answer)
    check("the same one twice", is_problem(step(office, "officer", task, "progress", done="x", files=[two[0], two[0]]), 422))
    check("nothing of that changed anything", office.store.sql("SELECT count(*) FROM attachment WHERE step IS NOT NULL") in ([("0",)], [(0,)]))
    answer = step(office, "officer", task, "progress", done="Đã nghiệm thu đợt 1", percent=40, files=two[:1])
    last = answer.json["history"][-1] if answer.status == 200 else {}
    check("a report comes with one", [one["name"] for one in last.get("files", [])] == ["biên bản.pdf"], answer)
    check("once", is_problem(step(office, "officer", task, "progress", done="x", files=two[:1]), 422))
    answer = step(office, "officer", task, "submit", files=two[1:])
    check("a file is proof enough of a submission", answer.status == 200 and answer.json["state"] == "submitted" and
          [one["hash"] for one in answer.json["history"][-1]["files"]] == two[1:], answer)
    answer = step(office, "overseer", task, "return", reason="Thiếu chữ ký", files=two)
    check("asking for more takes none", is_problem(answer, 400), answer)
    check("the overseer asks for more", step(office, "overseer", task, "return", reason="Thiếu chữ ký").status == 200)
    check("without product, proof and file nothing is submitted", is_problem(step(office, "officer", task, "submit", files=[]), 422))
    check("one attaches it anew", attach(office, "officer", task, ("biên bản đã ký.pdf", MINUTES)).status == 201 and
          step(office, "officer", task, "submit", files=two[:1]).status == 200)
    check("the overseer closes", step(office, "overseer", task, "close").status == 200)
    check("nothing is attached to what is done", is_problem(attach(office, "officer", task, ("a", b"a")), 409))
    pages = office.ask("overseer", "GET", f"/api/v1/tasks/{task}/steps?limit=3").json["steps"]
    check("pages of the history have them", [len(one["files"]) for one in pages] == [0, 1, 0], pages)


def fetched(office, task):
    path = f"/api/v1/tasks/{task}/files/{hash_of(SCAN)}"
    for who in ("officer", "focal", "overseer", "leader", "clerk", "inspector"):
        answer = office.ask(who, "GET", path)
        check(f"{who} fetches it, to be kept", answer.status == 200 and answer.bytes == SCAN and answer.fields["content-type"] == "application/octet-stream" and
              answer.fields["content-disposition"].startswith("attachment") and answer.fields["x-content-type-options"] == "nosniff", answer.fields)
    part = office.ask("overseer", "GET", path, Range="bytes=10-19")
    check("a part of it", part.status == 206 and part.bytes == SCAN[10:20], part.fields)
    check("what a unit does not see it does not fetch", is_problem(office.ask("other", "GET", path), 404))
    check("nor the public", is_problem(office.ask("public", "GET", path), 403))
    check("nor through another task", is_problem(office.ask("overseer", "GET", path.replace(f"/{task}/", f"/{task + 1}/")), 404))


def hostile(office, task):
    names = {"../../etc/passwd": "passwd", "C:\\\\Windows\\\\a.docx": "a.docx", "a\u202excod.exe": "a xcod.exe", "a\u2066b\u200e.pdf": "a b .pdf", "x" * 3000 + ".pdf": "x" * 1024,
             "<img src=x onerror=alert(1)>.pdf": "<img src=x onerror=alert(1)>.pdf"}
    for at, (sent, kept) in enumerate(names.items()):
        data = f"nội dung {at}".encode()
        answer = attach(office, "focal", task, (sent, data))
        check(f"a name is only shown: {sent[:30]!a}", answer.status == 201 and answer.json["files"][0]["name"] == kept, answer)
        got = office.ask("focal", "GET", f"/api/v1/tasks/{task}/files/{hash_of(data)}")
        check("and fetched under one that fits into a header", got.bytes == data and "\n" not in got.fields["content-disposition"], got.fields)
    count = office.store.sql("SELECT count(*) FROM audit")
    cases = {"an empty one": (form(("a", b"")), 422), "no form": (b"x", 400), "a field": (b'--xYz\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--xYz--\r\n', 400)}
    for what, (body, status) in cases.items():
        answer = office.ask("focal", "POST", f"/api/v1/tasks/{task}/files", body, Content_Type="multipart/form-data; boundary=xYz")
        check(f"refused: {what}", is_problem(answer, status), answer)
    check("JSON is none", is_problem(office.ask("focal", "POST", f"/api/v1/tasks/{task}/files", {}), 415))
    for who, status in {"overseer": 403, "clerk": 403, "administrator": 403, "inspector": 403, "public": 403, "reader": 403, "other": 404, None: 401}.items():
        check(f"{who} attaches nothing", is_problem(attach(office, who, task, ("a", b"a")), status))
    check("nor to what is not there", is_problem(attach(office, "focal", 99999, ("a", b"a")), 404))
    check("nothing of that was kept", office.store.sql("SELECT count(*) FROM audit") == count)
    for at in range(10):
        attach(office, "focal", task, *((f"{i}", f"{at}.{i}".encode()) for i in range(20)))
    answer = attach(office, "focal", task, *((f"{i}", f"more {i}".encode()) for i in range(20)))
    check("a task has at most 200, and of what is too many nothing is kept", is_problem(answer, 413) and int(office.store.sql(f"SELECT count(*) FROM attachment WHERE task_id = {task}")[0][0]) <= 200, answer)


def kept(program, office, engine):
    records = office.ask("inspector", "GET", "/api/v1/audit?order=newest&object=attachment&limit=500").json["records"]
    check("each is in the record, and each use", {one["action"] for one in records} == {"attach", "use"}, records[:1])
    check("with its hash", any(json.loads(one["now"]).get("file") == hash_of(SCAN) for one in records))
    check("SIGTERM ends it", office.server.stop() == 0)
    url = office.store.url
    done = program("check", url=url)
    check("the check has no doubt", done.returncode == 0, done.stdout + done.stderr)
    office.store.sql("UPDATE attachment SET name = 'khác.pdf' WHERE id = 1")
    done = program("check", url=url)
    check("who changes a name behind it is found", done.returncode == 1 and "tệp kèm theo 1" in done.stdout + done.stderr, done.stdout + done.stderr)
    office.store.sql("UPDATE attachment SET name = 'biên bản.pdf' WHERE id = 1")
    other = Sqlite() if engine is not Sqlite else None
    target = other.url if other else f"sqlite:{Path(program.folder, 'moved.db')}"
    done = program("migrate", "--from", url, "--to", target)
    check("a move takes them along", done.returncode == 0 and program("check", url=target).returncode == 0, done.stdout + done.stderr)
    Path(program.folder, "moved.db").unlink(missing_ok=True)


def swept(program, office, task, samples):
    """What no step came with goes after a day, save bytes that something else has"""
    store, plan = office.store, Path(samples, PLAN).read_bytes()
    office.server = Server(program, store.url)
    check("a file that is a document's, too, is attached", attach(office, "focal", task, ("kế hoạch.txt", plan)).status == 201)
    unused = int(store.sql("SELECT count(*) FROM attachment WHERE step IS NULL")[0][0])
    done = program("check", url=store.url)
    check("the check says how many no step came with", unused > 1 and done.returncode == 0 and f"no step came with): {unused}\n" in done.stdout, done.stdout)
    store.sql("UPDATE attachment SET added_at = 1 WHERE step IS NULL")
    deadline = time.monotonic() + 120
    while int(store.sql("SELECT count(*) FROM attachment WHERE step IS NULL")[0][0]) > 0 and time.monotonic() < deadline:
        time.sleep(0.2)
    check("they go", int(store.sql("SELECT count(*) FROM attachment WHERE step IS NULL")[0][0]) == 0)
    check("those of steps stay", office.ask("officer", "GET", f"/api/v1/tasks/{task}").status == 200 and int(store.sql("SELECT count(*) FROM attachment")[0][0]) > 2)
    check("each with a record", int(store.sql("SELECT count(*) FROM audit WHERE object = 'attachment' AND action = 'detach'")[0][0]) == unused)
    check("a step does not find it any more", is_problem(step(office, "focal", task, "progress", done="x", files=[hash_of(plan)]), 422) or
          is_problem(step(office, "focal", task, "progress", done="x", files=[hash_of(plan)]), 409))
    form_file = office.ask("leader", "GET", "/api/v1/documents/1").json["forms"][0]["hash"]
    check("the document has its file", office.ask("leader", "GET", f"/api/v1/files/{form_file}").bytes == plan)
    check("the other bytes are gone", int(store.sql("SELECT count(*) FROM file")[0][0]) == int(store.sql(
        "SELECT count(*) FROM (SELECT file_hash FROM form UNION SELECT file_hash FROM attachment) f")[0][0]))
    check("SIGTERM ends the server that swept", office.server.stop() == 0)
    done = program("check", url=store.url)
    check("the check knows that they went", done.returncode == 0 and "no step came with" not in done.stdout, done.stdout + done.stderr)


def commands(program, office, task):
    """The same by the command line"""
    Path(program.folder, "quyết định.txt").write_bytes(MINUTES)
    words = ["--by", "focal", "--store", office.store.url, "--now", "2025-03-02T08:00"]
    done = program("task", "take", task, *words)
    done = program("task", "submit", task, "--file", "quyết định.txt", *words)
    check("the command attaches, too", done.returncode == 0, done.stdout + done.stderr)
    answer = office.ask("overseer", "GET", f"/api/v1/tasks/{task}")
    check("and what it attached is there", [one["name"] for one in answer.json["history"][-1]["files"]] == ["quyết định.txt"], answer)
    check("it shows them", "quyết định.txt" in program("task", "show", task, "--store", office.store.url).stdout)
    done = program("task", "submit", task, "--file", "không có.txt", *words)
    check("a file that is not there is named", done.returncode == 1 and "không có.txt" in done.stderr, done.stderr)
    done = program("task", "close", task, "--file", "quyết định.txt", *words)
    check("a step that takes none says so", done.returncode == 2, done.stderr)


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples)
    first, second, third = [one["id"] for one in office.ask("focal", "GET", "/api/v1/tasks?limit=3").json["tasks"]][:3]
    for task in (first, second):
        check("it is taken on", step(office, "focal", task, "take").status == 200)
    attached(office, first)
    used(office, first)
    fetched(office, first)
    hostile(office, second)
    commands(program, office, third)
    kept(program, office, engine)
    swept(program, office, third, samples)
    store.close()


if __name__ == "__main__":
    sys.exit(on_each_engine(run, *sys.argv[1:]))
