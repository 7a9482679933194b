#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with a password that come to a real server, on each engine: the job asks for it, a wrong one is told, the right one goes on; it is kept nowhere; a
server that is killed leaves the job waiting, and of two servers one has it. Prints TAP.

usage: scripts/with-postgres api-locked.py PATH-OF-DONDOC PATH-OF-MAKE-LOCKED
"""
import io
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from serving import Server, add_account, bring, form

from make_docx import make as make_docx  # isort: skip
from stores import check, on_each_engine  # isort: skip

PLAN = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: %d/KH-UBND
An Bình, ngày 20 tháng 11 năm 2026

KẾ HOẠCH
Chuyển đổi số năm 2027

II. NHIỆM VỤ
1. Rà soát, nâng cấp mạng nội bộ của xã
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội
- Thời gian thực hiện: Quý II năm 2027
"""
PASSWORD, WRONG = "mật-khẩu-Đúng-7391", "mật-khẩu-sai-4402"
WRONG_MAX = 10  # DD_MAX_JOB_PASSWORDS
LEASE = 20


class Locker:
    """Files with passwords"""

    def __init__(self, folder, make_locked):
        self.folder, self.make_locked, self.count = Path(folder), make_locked, 0

    def docx(self, password=PASSWORD, spins=1000):
        self.count += 1
        plain, locked = self.folder / "plain.docx", self.folder / "locked.docx"
        plain.write_bytes(make_docx(PLAN % self.count, False))
        subprocess.run([self.make_locked, "agile", str(spins), password, plain, locked], check=True)
        return locked.read_bytes()

    def pdf(self, password):
        page = b"BT /F1 12 Tf 72 720 Td (Giao Phong Tai chinh) Tj ET"
        parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                 b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                 b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        plain, locked = self.folder / "plain.pdf", self.folder / "locked.pdf"
        # qpdf makes the table of places
        plain.write_bytes(b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, part) for i, part in enumerate(parts, 1)) +
                          b"trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n")
        subprocess.run(["qpdf", "--warning-exit-0", "--no-warn", "--encrypt", password, "owner", "256", "--", plain, locked], check=True)
        return locked.read_bytes()


def packed(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def wait(server, token, job, want, seconds=120):
    """Returns the job once it is as @want says"""
    deadline = time.monotonic() + seconds
    while True:
        answer = server.ask("GET", f"/api/v1/jobs/{job}", token)
        if answer.status == 200 and want(answer.json) or time.monotonic() > deadline:
            return answer.json
        time.sleep(0.05)


def asks(job):
    return job["state"] == "waiting" and job["asks_password"]


def has_ended(job):
    return job["state"] in ("done", "failed", "cancelled")


def send(server, token, name, data):
    return bring(server, token, form((name, data))).json["jobs"][0]["id"]


def give(server, token, job, password):
    return server.ask("POST", f"/api/v1/jobs/{job}/password", token, {"password": password})


def one_file(server, tokens, store, data, name):
    token = tokens["clerk"]
    job = send(server, token, name, data)
    asked = wait(server, token, job, asks)
    check(f"{name}: the job asks for its password", asks(asked) and asked["wrong_passwords"] == 0 and asked["passwords_left"] == WRONG_MAX and
          asked["locked_until"] and asked["message"] is None and asked["found"] == [], asked)
    listed = [one for one in server.ask("GET", "/api/v1/jobs", token).json["jobs"] if one["id"] == job]
    check("the list says so, too", listed and listed[0]["asks_password"], listed)
    check("who may not import may not open it", give(server, tokens["focal"], job, PASSWORD).status == 403)
    answer = give(server, token, job, WRONG)
    check("a wrong one is taken", answer.status == 202 and answer.json["state"] == "running" and not answer.json["asks_password"], answer)
    asked = wait(server, token, job, asks)
    check("and told as wrong", asks(asked) and asked["wrong_passwords"] == 1 and asked["passwords_left"] == WRONG_MAX - 1, asked)
    check("the right one is taken", give(server, token, job, PASSWORD).status == 202)
    done = wait(server, token, job, has_ended)
    check("and the file is read", done["state"] == "done" and [one["result"] for one in done["found"]] == ["new"] and
          not done["asks_password"] and done["locked_until"] is None, done)
    answer = give(server, token, job, PASSWORD)
    check("a job that has ended takes none", answer.status == 409, answer)
    actions = [row[0] for row in store.sql(f"SELECT action FROM audit WHERE object = 'job' AND object_id = {job} ORDER BY seq")]
    check("the record says what was done, and by whom", actions == ["job", "job-lock", "job-password", "job-lock", "job-password", "job-end"], actions)
    return done


def bad_input(server, token, job):
    path = f"/api/v1/jobs/{job}/password"
    for name, body, status in [("nothing", {}, 422), ("an empty one", {"password": ""}, 422), ("a number", {"password": 7}, 400), ("a list", {"password": ["a"]}, 400),
                               ("what is not asked for", {"password": "a", "who": "b"}, 400), ("too long", {"password": "é" * 200}, 413),
                               ("broken UTF-8", b'{"password": "\xff"}', 400), ("NUL", b'{"password": "a\\u0000b"}', 400)]:
        fields = {"Content_Type": "application/json"}
        answer = server.ask("POST", path, token, body, **fields)
        check(f"refused with {status}: {name}", answer.status == status, answer)
    check("a job that is not there", give(server, token, 999999, "a").status == 404)
    check("nothing of that counts as wrong", server.ask("GET", f"/api/v1/jobs/{job}", token).json["wrong_passwords"] == 0)


def archives(server, token, locker):
    first, second = locker.docx(PASSWORD), locker.docx("khác")
    job = send(server, token, "gói.zip", packed(("a.txt", PLAN % 700), ("b.docx", first), ("c.docx", second)))
    asked = wait(server, token, job, asks)
    check("what has no password is read at once", [(one["inside"], one["result"]) for one in asked["found"]] == [("a.txt", "new")], asked)
    give(server, token, job, PASSWORD)
    asked = wait(server, token, job, asks)
    check("a password that opens some is not wrong", asked["wrong_passwords"] == 0 and [one["inside"] for one in asked["found"]] == ["a.txt", "b.docx"], asked)
    give(server, token, job, "khác")
    done = wait(server, token, job, has_ended)
    check("each may have its own", done["state"] == "done" and [(one["inside"], one["result"]) for one in done["found"]] ==
          [("a.txt", "new"), ("b.docx", "new"), ("c.docx", "new")], done)


def bounds(server, token, locker, store):
    job = send(server, token, "nhiều lần.docx", locker.docx())
    for i in range(WRONG_MAX):
        wait(server, token, job, lambda one, wrong=i: asks(one) and one["wrong_passwords"] == wrong)
        give(server, token, job, f"{WRONG}{i}")
    ended = wait(server, token, job, has_ended)
    check("after so many wrong ones it fails, and says why", ended["state"] == "failed" and "wrong passwords" in ended["message"], ended)
    job = send(server, token, "hủy.docx", locker.docx())
    wait(server, token, job, asks)
    check("one that waits is cancelled", server.ask("DELETE", f"/api/v1/jobs/{job}", token).status == 204)
    ended = server.ask("GET", f"/api/v1/jobs/{job}", token).json
    check("and asks no more", ended["state"] == "cancelled" and not ended["asks_password"] and give(server, token, job, PASSWORD).status == 409, ended)
    job = send(server, token, "quên.docx", locker.docx())
    wait(server, token, job, asks)
    store.script(f"UPDATE job SET locked_at = 1 WHERE id = {job}")
    ended = wait(server, token, job, has_ended)
    check("one that waits for days fails", ended["state"] == "failed" and "in time" in ended["message"], ended)


def nowhere(program, store, secrets):
    """What was typed is not in the store, nor in a log"""
    text = Path(program.folder, "serve.log").read_text(encoding="utf-8", errors="replace")
    for table in ("job", "job_found", "audit"):
        text += "\n".join(str(row) for row in store.sql(f"SELECT * FROM {table}"))
    check("no password is kept anywhere", not any(secret in text for secret in secrets))
    if store.name == "sqlite":
        files = [path.read_bytes() for path in Path(store.path).parent.glob(Path(store.path).name + "*")]
        check("not a byte of it in the file of the store", files and not any(secret.encode() in data for secret in secrets for data in files))


def killed(program, store, token, locker):
    """A server dies with the password of a file: the job is not lost, and asks for it again"""
    first = Server(program, store.url, "--jobs", "1")
    # so many rounds take long, in a worker that a test cannot stop
    job = send(first, token, "lâu.docx", locker.docx(spins=2000000))
    wait(first, token, job, asks)
    give(first, token, job, PASSWORD)
    check("it is being read", wait(first, token, job, lambda one: one["state"] == "running")["state"] == "running")
    first.stop(signal.SIGKILL)
    second = Server(program, store.url, "--jobs", "1")
    asked = wait(second, token, job, asks, LEASE + 60)
    check("after a kill it asks again", asks(asked) and asked["wrong_passwords"] == 0, asked)
    give(second, token, job, PASSWORD)
    check("a server that is told to end gives it back", second.stop() == 0)
    third = Server(program, store.url, "--jobs", "0")
    check("a server that does no jobs takes no password", give(third, token, job, PASSWORD).status in (409, 503))
    fourth = Server(program, store.url, "--jobs", "1")
    asked = wait(fourth, token, job, asks, LEASE + 60)
    check("and it asks once more", asks(asked) and asked["wrong_passwords"] == 0, asked)
    answer = give(third, token, job, PASSWORD)
    check("of a server that does jobs alone", answer.status == 503 and answer.fields.get("retry-after"), answer)
    give(fourth, token, job, PASSWORD)
    done = wait(fourth, token, job, has_ended, 300)
    check("then it is read", done["state"] == "done" and len(done["found"]) == 1, done)
    check("they end well", [third.stop(), fourth.stop()] == [0, 0])


def shared(program, store, token, locker):
    """Two servers, one thread each: whoever is asked first has the job, the other says that it waits for none; those that wait for a thread are done, too"""
    servers = [Server(program, store.url, "--jobs", "1") for _ in range(2)]
    jobs = [send(servers[i % 2], token, f"{i}.docx", locker.docx()) for i in range(6)]
    for job in jobs:
        wait(servers[0], token, job, asks)
    with ThreadPoolExecutor(12) as pool:
        asked = [pool.submit(give, server, token, job, PASSWORD) for job in jobs for server in servers]
        statuses = [one.result().status for one in asked]
    check("each is taken once", sorted(statuses) == [202] * 6 + [409] * 6, statuses)
    ended = [wait(servers[0], token, job, has_ended) for job in jobs]
    check("and read once", all(one["state"] == "done" and len(one["found"]) == 1 for one in ended), ended)
    check("both end well", [server.stop() for server in servers] == [0, 0])


def run(program, engine, make_locked):
    store = engine()
    print(f"# on {store.name}", flush=True)
    program("migrate", url=store.url)
    locker = Locker(program.folder, make_locked)
    tokens = {role: add_account(program, store.url, role, role, "Sở Tư pháp" if role == "focal" else "") for role in ("clerk", "focal")}
    token = tokens["clerk"]
    server = Server(program, store.url)
    one_file(server, tokens, store, locker.docx(), "kế hoạch.docx")
    one_file(server, tokens, store, locker.pdf(PASSWORD), "kế hoạch.pdf")
    job = send(server, token, "chờ.docx", locker.docx())
    wait(server, token, job, asks)
    bad_input(server, token, job)
    archives(server, token, locker)
    bounds(server, token, locker, store)
    check("SIGTERM ends it", server.stop() == 0)
    killed(program, store, token, locker)
    shared(program, store, token, locker)
    nowhere(program, store, (PASSWORD, WRONG))
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stdout + done.stderr)
    log = Path(program.folder, "serve.log").read_text(encoding="utf-8", errors="replace")
    check("no sanitizer complained", "Sanitizer" not in log and "runtime error" not in log, log[-3000:])
    store.close()


sys.exit(on_each_engine(run, *sys.argv[1:]))
