#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that come to a real server, on each engine: who may bring them, what is found, forms that are hostile or wrong, jobs that are cancelled, servers
that are killed in the middle, and servers that share one store. Prints TAP.

usage: scripts/with-postgres api-jobs.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import io
import signal
import socket
import sqlite3
import sys
import time
import zipfile
from pathlib import Path
from urllib.parse import quote

from serving import Server, add_account, bring, form

from stores import check, on_each_engine  # isort: skip

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
PHRASE = '"Cải thiện thứ hạng Chỉ số CCHC"'  # of its text, and of no task
ROLES = {"clerk": 202, "overseer": 202, "leader": 202, "administrator": 403, "focal": 403, "officer": 403, "inspector": 403, "public": 403}
MANY = 80


def number(store, query):
    return int(store.sql(query)[0][0])


def wait(server, token, job, states=("done", "failed", "cancelled"), seconds=120):
    """Returns the job once it is in one of these states"""
    deadline = time.monotonic() + seconds
    while True:
        answer = server.ask("GET", f"/api/v1/jobs/{job}", token)
        if answer.status == 200 and answer.json["state"] in states or time.monotonic() > deadline:
            return answer.json
        time.sleep(0.05)


def found(job):
    return [(one["result"], one.get("document"), one["inside"]) for one in job["found"]]


def packed(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def plans(text, n, base=0):
    """An archive of so many plans, each with a number of its own"""
    assert "Số: 10/KH-UBND" in text or "/KH-UBND" in text
    head, _, rest = text.partition("/KH-UBND")
    before = head.rstrip("0123456789")
    return packed(*((f"{i:03}.txt", f"{before}{base + i}/KH-UBND{rest}") for i in range(1, n + 1)))


def rights(server, tokens, plan):
    check("nobody brings files without signing in", bring(server, None, form(("a.txt", plan))).status == 401)
    for role, status in ROLES.items():
        answer = bring(server, tokens[role], form((f"{role}.txt", b"x " + role.encode())))
        check(f"bringing files: {role}", answer.status == status, answer)
        # an administrator brings none, and sees and cancels those of all
        sees = status == 202 or role == "administrator"
        for path in ("/api/v1/jobs", "/api/v1/jobs/1"):
            answer = server.ask("GET", path, tokens[role])
            check(f"GET {path}: {role}", answer.status == (200 if sees else 403), answer)
        answer = server.ask("DELETE", "/api/v1/jobs/999", tokens[role])
        check(f"cancelling: {role}", answer.status == (404 if sees else 403), answer)
    answer = bring(server, tokens["reader"], form(("a.txt", plan)))
    check("a token that only reads brings none", answer.status == 403, answer)


def results(server, token, plan, store):
    answer = bring(server, token, form(("Kế hoạch 21.txt", plan)))
    check("a file that comes is a job", answer.status == 202 and answer.json["jobs"][0]["state"] == "waiting", answer)
    job = answer.json["jobs"][0]["id"]
    check("which the answer names", answer.fields["location"] == f"/api/v1/jobs/{job}", answer)
    done = wait(server, token, job)
    check("its plan is kept as a draft", done["state"] == "done" and found(done)[0][0] == "new" and done["found"][0]["tasks"] > 5 and
          done["message"] is None and done["file"] == "Kế hoạch 21.txt", done)
    document = done["found"][0]["document"]
    shown = server.ask("GET", f"/api/v1/documents/{document}", token)
    words = server.ask("GET", f"/api/v1/search?q={quote(PHRASE)}&document={document}", token).json
    check("and is found by what stands in it alone", [one["kind"] for one in words.get("hits", [])] == ["text"], words)
    check("the document is there, with its file", shown.json["state"] == "draft" and shown.json["forms"][0]["name"] == "Kế hoạch 21.txt", shown)
    kept = store.sql(f"SELECT who, origin FROM audit WHERE action = 'import' AND object = 'document' AND object_id = {document}")
    check("and the record says who brought it", [tuple(row) for row in kept] == [("clerk", "api:127.0.0.1")], kept)
    answer = bring(server, token, form(("lần nữa.txt", plan), ("khác.txt", plan + b"\n\n"), ("ảnh.bin", b"\0\1\2")))
    check("several files are several jobs", answer.status == 202 and len(answer.json["jobs"]) == 3 and "location" not in answer.fields, answer)
    same, other, bad = (wait(server, token, one["id"]) for one in answer.json["jobs"])
    check("the same file is known, and not kept twice", found(same) == [("same", document, "")], same)
    check("another file of the same document is a form of it", found(other) == [("form", document, "")], other)
    check("what cannot be read fails, and says why", bad["state"] == "failed" and bad["message"] and found(bad)[0][0] == "failed", bad)
    listed = server.ask("GET", "/api/v1/jobs?limit=2", token).json
    rest = server.ask("GET", f"/api/v1/jobs?limit=500&cursor={listed['next']}", token).json
    numbers = [one["id"] for one in listed["jobs"] + rest["jobs"]]
    check("jobs come by pages, the last one first", len(listed["jobs"]) == 2 and rest["next"] is None and
          numbers == sorted(set(numbers), reverse=True) and numbers[-1] == 1, numbers)
    archive = packed(("a.txt", plan.replace(b"/KH-UBND", b"9/KH-UBND", 1)), ("b.docx", b"no zip"), ("c.png", b"x"))
    done = wait(server, token, bring(server, token, form(("gói.zip", archive))).json["jobs"][0]["id"])
    check("an archive tells of each document in it", done["state"] == "done" and
          {one["inside"]: one["result"] for one in done["found"]}.get("a.txt") == "new", done)
    archive = packed(("a/hỏng.docx", b"no zip"), ("a/hỏng.docx", b"none either"))
    done = wait(server, token, bring(server, token, form(("hai.zip", archive))).json["jobs"][0]["id"])
    check("two of one name in it that cannot be read are two", [one["inside"] for one in done["found"]] == ["a/hỏng.docx", "a/hỏng.docx (2)"], done)
    answer = server.ask("DELETE", f"/api/v1/jobs/{job}", token)
    check("what has ended is not cancelled", answer.status == 409, answer)
    answer = bring(server, token, form(("../../etc/passwd\x1b[2J.txt", plan + b"\n")))
    check("a name has no folders, and nothing that commands a terminal", answer.json["jobs"][0]["file"].startswith("passwd") and
          "\x1b" not in answer.json["jobs"][0]["file"], answer)


def hostile(server, token, plan, store):
    count = number(store, "SELECT count(*) FROM job")
    whole = form(("a.txt", plan))
    cases = [
        ("no form", b"abc", 400),
        ("nothing", b"", 400),
        ("a form without an end", whole[:-10], 400),
        ("no file", b"--xYz--\r\n", 422),
        ("an empty file", form(("a.txt", b"")), 422),
        ("a field that is no file", b'--xYz\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--xYz--\r\n', 400),
        ("a part without a name", b"--xYz\r\nContent-Type: text/plain\r\n\r\nb\r\n--xYz--\r\n", 400),
        ("broken UTF-8 in a name", b'--xYz\r\nContent-Disposition: form-data; name="a"; filename="\xff"\r\n\r\nb\r\n--xYz--\r\n', 400),
        ("too many files", form(*[("a.txt", b"x")] * 40), 413),
        ("a header that does not end", b"--xYz\r\n" + b"a" * 100000, 413),
        ("one good and one bad", whole[:-9] + b"--xYz\r\nbad\r\n\r\n", 400),
    ]
    for name, body, status in cases:
        answer = bring(server, token, body)
        check(f"refused with {status}: {name}", answer.status == status and answer.fields["content-type"] == "application/problem+json", answer)
    for name, kind, status in [("JSON", "application/json", 415), ("no boundary", "multipart/form-data", 400),
                               ("a boundary that is none", 'multipart/form-data; boundary="a\\"b"', 400)]:
        answer = server.ask("POST", "/api/v1/documents", token, whole, Content_Type=kind)
        check(f"refused with {status}: {name}", answer.status == status, answer)
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
        line.sendall(f"POST /api/v1/documents HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\nContent-Length: {80 << 20}\r\n"
                     "Content-Type: multipart/form-data; boundary=xYz\r\n\r\n".encode())
        check("what is too long is refused before it comes", line.recv(100).startswith(b"HTTP/1.1 413"))
    # who goes away in the middle leaves nothing
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as line:
            line.sendall(f"POST /api/v1/documents HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\nContent-Length: {len(whole)}\r\n"
                         "Content-Type: multipart/form-data; boundary=xYz\r\n\r\n".encode() + whole[:-20])
    check("nothing of that is a job", number(store, "SELECT count(*) FROM job") == count)
    # a connection that is half closed is given up when it was silent for 30 s
    deadline = time.monotonic() + 60
    while (status := bring(server, token, form(("a.txt", plan))).status) == 503 and time.monotonic() < deadline:
        time.sleep(0.1)
    check("and the next one is", status == 202, status)


def cancelled(program, store, token, text):
    server = Server(program, store.url, "--jobs", "0")
    job = bring(server, token, form(("chờ.txt", text.encode() + b"\n\n\n\n"))).json["jobs"][0]["id"]
    check("a server without room for jobs leaves them alone", wait(server, token, job, ("running",), 2)["state"] == "waiting")
    large = text.encode() + b"\n" * (3 << 20)
    other = bring(server, token, form(("lớn.txt", large))).json["jobs"][0]["id"]
    pieces = store.sql(f"SELECT length(content) FROM job_piece WHERE job_id = {other} ORDER BY position")
    check("a large file lies there in pieces, so that others write in between", [int(row[0]) for row in pieces] == [1 << 20] * 3 + [len(large) - (3 << 20)], pieces)
    check("it is cancelled, too", server.ask("DELETE", f"/api/v1/jobs/{other}", token).status == 204)
    check("one that waits is cancelled", server.ask("DELETE", f"/api/v1/jobs/{job}", token).status == 204)
    check("once", server.ask("DELETE", f"/api/v1/jobs/{job}", token).status == 409)
    waited = other
    other = Server(program, store.url, "--jobs", "1")
    deadline = time.monotonic() + 30
    left = f"SELECT count(*) FROM job_piece WHERE job_id IN ({job}, {waited})"
    while number(store, left) > 0 and time.monotonic() < deadline:
        time.sleep(0.1)
    check("and has no file any more", number(store, left) == 0)
    job = bring(server, token, form(("nhiều.zip", plans(text, MANY, 1000)))).json["jobs"][0]["id"]
    wait(server, token, job, ("running",), 30)
    check("one that runs is cancelled through another server", server.ask("DELETE", f"/api/v1/jobs/{job}", token).status == 204)
    kept = len(server.ask("GET", f"/api/v1/jobs/{job}", token).json["found"])
    time.sleep(2)
    after = server.ask("GET", f"/api/v1/jobs/{job}", token).json
    check("nothing more is kept then", after["state"] == "cancelled" and len(after["found"]) == kept < MANY, (kept, len(after["found"])))
    check("both end well", server.stop() == 0 and other.stop() == 0)


def tried_again(program, store, tokens, text):
    """A job that failed is read again without its file coming again, for as long as that is kept"""
    token = tokens["clerk"]
    idle = Server(program, store.url, "--jobs", "0")
    plan = text.replace("/KH-UBND", "970/KH-UBND", 1).encode()
    job = bring(idle, token, form(("kế hoạch.txt", plan))).json["jobs"][0]["id"]
    retry = f"/api/v1/jobs/{job}/tries"
    check("what waits is not tried again", idle.ask("POST", retry, token).status == 409)
    # as a server leaves one that died three times at it
    now = int(time.time())
    store.script(f"UPDATE job SET state = 'failed', stage = 'ended', message = 'x', tries = 4, ended_at = {now} WHERE id = {job}; "
                 f"INSERT INTO job_found (job_id, inside, position, result, tasks, citations, remarks, message) VALUES ({job}, '', 0, 'failed', 0, 0, 0, 'x')")
    told = idle.ask("GET", f"/api/v1/jobs/{job}", token).json
    check("one that failed may be", told["state"] == "failed" and told["can_retry"], told)
    check("not by an inspector", idle.ask("POST", retry, tokens["inspector"]).status == 403)
    check("one that is not there is none", idle.ask("POST", "/api/v1/jobs/99999/tries", token).status == 404)
    answer = idle.ask("POST", retry, token)
    check("it waits anew, and nothing that failed is told", answer.status == 202 and [answer.json[key] for key in ("id", "state", "message", "ended_at", "can_retry")] ==
          [job, "waiting", None, None, False] and idle.ask("GET", f"/api/v1/jobs/{job}", token).json["found"] == [], answer)
    check("once", idle.ask("POST", retry, token).status == 409)
    check("the record has who", number(store, f"SELECT count(*) FROM audit WHERE object = 'job' AND object_id = {job} AND action = 'job-retry' AND who = 'clerk'") == 1)
    server = Server(program, store.url)
    done = wait(server, token, job)
    check("its file is read, as if it had come now", done["state"] == "done" and [one["result"] for one in done["found"]] == ["new"] and not done["can_retry"], done)
    check("what is done is not tried again", server.ask("POST", retry, token).status == 409)
    bad = wait(server, token, bring(server, token, form(("hỏng.docx", b"PK\x03\x04 no zip"))).json["jobs"][0]["id"])
    check("what cannot be read keeps its file", bad["state"] == "failed" and bad["can_retry"], bad)
    retry = f"/api/v1/jobs/{bad['id']}/tries"
    check("an administrator tries it, too", server.ask("POST", retry, tokens["administrator"]).status == 202)
    again = wait(server, token, bad["id"])
    check("and it fails as before", [again[key] for key in ("state", "message", "can_retry")] == ["failed", bad["message"], True] and again["found"] == bad["found"], again)
    store.script(f"UPDATE job SET ended_at = ended_at - 8 * 86400 WHERE id = {bad['id']}")
    deadline = time.monotonic() + 60
    while number(store, f"SELECT count(*) FROM job_piece WHERE job_id = {bad['id']}") > 0 and time.monotonic() < deadline:
        time.sleep(0.1)
    gone = server.ask("GET", f"/api/v1/jobs/{bad['id']}", token).json
    check("after a week its file goes", not gone["can_retry"] and server.ask("POST", retry, token).status == 409, gone)
    check("both end well", idle.stop() == 0 and server.stop() == 0)


def is_kept(store):
    """Whether somebody is writing documents now"""
    if store.name == "pgsql":
        return number(store, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") > 0
    connection = sqlite3.connect(store.path, timeout=0)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    finally:
        connection.close()
    return False


SLOW = {"sqlite": ("CREATE TRIGGER slow AFTER INSERT ON document BEGIN SELECT hex(randomblob(20000000)); END", "DROP TRIGGER slow"),
        "pgsql": ("CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END'; "
                  "CREATE TRIGGER slow AFTER INSERT ON document FOR EACH ROW EXECUTE FUNCTION slow()",
                  "DROP TRIGGER slow ON document; DROP FUNCTION slow")}


def cancelled_late(program, store, token, text, number_of_it, by_other):
    """A plan that cites so much that keeping it takes long is cancelled meanwhile, through that server or another one: nothing of it is kept"""
    text = text.replace("/KH-UBND", f"{number_of_it}/KH-UBND", 1) + "".join(f"\nCăn cứ Nghị định số {i}/2019/NĐ-CP ngày 01/02/2019 của Chính phủ;" for i in range(1, 200))
    known = number(store, "SELECT count(*) FROM document WHERE known")
    store.script(SLOW[store.name][0])
    server = Server(program, store.url)
    other = Server(program, store.url, "--jobs", "0") if by_other else server
    job = bring(server, token, form(("dài.txt", text.encode()))).json["jobs"][0]["id"]
    wait(server, token, job, ("running",), 30)
    deadline = time.monotonic() + 60
    while not is_kept(store) and time.monotonic() < deadline:
        time.sleep(0.05)
    answer = other.ask("DELETE", f"/api/v1/jobs/{job}", token)
    check("one whose document is being kept is cancelled, too", answer.status == 204, answer)
    check("it ends well", server.stop() == 0 and (not by_other or other.stop() == 0))
    store.script(SLOW[store.name][1])
    check("and nothing of it is there", number(store, "SELECT count(*) FROM document WHERE known") == known and
          number(store, f"SELECT count(*) FROM job_found WHERE job_id = {job}") == 0 and
          store.sql(f"SELECT state FROM job WHERE id = {job}")[0][0] == "cancelled")


def killed(program, store, token, text):
    """A server dies in the middle of an archive: another one takes over, and each plan is there once"""
    first = Server(program, store.url, "--jobs", "1")
    documents = number(store, "SELECT count(*) FROM document WHERE known")
    job = bring(first, token, form(("nhiều.zip", plans(text, MANY, 3000)))).json["jobs"][0]["id"]
    deadline = time.monotonic() + 60
    while number(store, f"SELECT count(*) FROM job_found WHERE job_id = {job}") < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    first.stop(signal.SIGKILL)
    kept = number(store, f"SELECT count(*) FROM job_found WHERE job_id = {job}")
    check("it was killed in the middle", 0 < kept < MANY, kept)
    second = Server(program, store.url, "--jobs", "1")
    check("its job is not taken at once", second.ask("GET", f"/api/v1/jobs/{job}", token).json["state"] == "running")
    done = wait(second, token, job)
    check("but when its lease is over", done["state"] == "done", done["state"])
    check("what was found is told once, as new", len(done["found"]) == MANY and {one["result"] for one in done["found"]} == {"new"},
          [one["result"] for one in done["found"]])
    check("and each plan is there once", number(store, "SELECT count(*) FROM document WHERE known") == documents + MANY)
    check("it was begun twice", number(store, f"SELECT tries FROM job WHERE id = {job}") == 2)
    # a server that is told to end gives back what it has: the next one need not wait
    job = bring(second, token, form(("nữa.zip", plans(text, MANY, 5000)))).json["jobs"][0]["id"]
    wait(second, token, job, ("running",), 30)
    began = time.monotonic()
    check("a server that reads ends in time", second.stop() == 0 and time.monotonic() - began < 30)
    check("and gives its job back", number(store, f"SELECT count(*) FROM job WHERE id = {job} AND state = 'waiting' AND owner IS NULL AND tries = 0") == 1)
    third = Server(program, store.url)
    check("which the next one takes", wait(third, token, job)["state"] == "done")
    check("it ends well", third.stop() == 0)


def shared(program, store, token, text):
    """Servers of one store do each other's jobs, each once"""
    servers = [Server(program, store.url, "--jobs", "2") for _ in range(2)]
    jobs = [bring(servers[i % 2], token, form((f"{i}.zip", plans(text, 4, 7000 + 10 * i)))).json["jobs"][0]["id"] for i in range(12)]
    ended = [wait(servers[(i + 1) % 2], token, job) for i, job in enumerate(jobs)]
    check("all come to an end", {one["state"] for one in ended} == {"done"})
    check("with each document once", all(len(one["found"]) == 4 and {part["result"] for part in one["found"]} == {"new"} for one in ended))
    check("none was begun twice", number(store, f"SELECT max(tries) FROM job WHERE id >= {jobs[0]}") == 1)
    check("both end well", [server.stop() for server in servers] == [0, 0])


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    program("migrate", url=store.url)
    plan = Path(samples, PLAN).read_bytes()
    text = plan.decode()
    tokens = {role: add_account(program, store.url, role, role, "Sở Tư pháp" if role in ("focal", "officer") else "") for role in ROLES}
    tokens["reader"] = add_account(program, store.url, "reader", "clerk", scopes="read")
    server = Server(program, store.url)
    rights(server, tokens, plan)
    results(server, tokens["clerk"], plan, store)
    hostile(server, tokens["clerk"], plan, store)
    check("SIGTERM ends it", server.stop() == 0)
    # what is still there is done first
    cleaner = Server(program, store.url)
    for one in cleaner.ask("GET", "/api/v1/jobs?limit=500", tokens["clerk"]).json["jobs"]:
        wait(cleaner, tokens["clerk"], one["id"])
    cleaner.stop()
    cancelled(program, store, tokens["clerk"], text)
    cancelled_late(program, store, tokens["clerk"], text, 77, False)
    if store.name == "pgsql":  # in SQLite others wait for the whole store while something is kept
        cancelled_late(program, store, tokens["clerk"], text, 78, True)
    killed(program, store, tokens["clerk"], text)
    tried_again(program, store, tokens, text)
    shared(program, store, tokens["clerk"], text)
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stdout + done.stderr)
    log = Path(program.folder, "serve.log").read_text(encoding="utf-8", errors="replace")
    check("no sanitizer complained", "Sanitizer" not in log and "runtime error" not in log, log[-3000:])
    store.close()


sys.exit(on_each_engine(run, *sys.argv[1:]))
