#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server under load that is killed (SIGKILL) or told to end (SIGTERM) at random moments: what it acknowledged is there, and all is whole.
Also: what comes slowly, and TLS. Prints TAP.

usage: scripts/with-postgres api-kill.py PATH-OF-DONDOC FOLDER-OF-SAMPLES [KILLS]     KILLS of each kind for each engine
"""
import http.client
import json
import random
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from pathlib import Path

from serving import Server, add_account

from stores import Program, check, end, engines, skip  # isort: skip

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
LEADS = "Sở Tư pháp"


class Load(threading.Thread):
    """Tells of progress again and again, each time by the version it got last"""

    def __init__(self, server, token, task):
        super().__init__()
        self.server, self.token, self.task = server, token, task
        self.said, self.broken, self.refused = [], None, []

    def run(self):
        path, number = f"/api/v1/tasks/{self.task}", 0
        try:
            connection = self.server.connect()
            version = self.server.ask("GET", path, self.token, connection=connection).json["version"]
            while True:
                number += 1
                note = f"{self.task}-{number}-{random.random()}"
                answer = self.server.ask("POST", path + "/progress", self.token, {"done": note}, connection=connection, If_Match=f'"{version}"')
                if answer.status != 200:
                    self.refused.append(answer)
                    return
                self.said.append(note)
                version = answer.json["version"]
                if answer.fields.get("connection") == "close":
                    connection.close()
                    connection = self.server.connect()
        except (OSError, http.client.HTTPException) as error:
            self.broken = error


def strike(program, store, token, tasks, how, delay):
    """Returns (the loads, the server's exit status)"""
    server = Server(program, store.url, "--log", "off")
    loads = [Load(server, token, task) for task in tasks]
    for load in loads:
        load.start()
    time.sleep(delay)
    status = server.stop(how)
    for load in loads:
        load.join()
    return loads, status


def run(program, engine, samples, kills):
    chance, store = random.Random(20261122), engine()
    program("import", Path(samples, PLAN).resolve(), "--now", "2025-01-22T08:00", url=store.url)
    program("document", "issue", "1", "--role", "leader", "--by", "A", "--now", "2025-01-23T08:00", "--store", store.url)
    listed = program("task", "list", "--unit", LEADS, "--format", "json", "--store", store.url)
    tasks = [task["id"] for task in json.loads(listed.stdout)["tasks"]]
    for task in tasks:
        program("task", "take", task, "--by", "focal", "--role", "focal", "--unit", LEADS, "--now", "2025-01-24T08:00", "--store", store.url)
    # behind this the accounts say who acts
    token = add_account(program, store.url, "focal", "focal", LEADS)
    for how in (signal.SIGKILL, signal.SIGTERM):
        lost, unclean, said, statuses, refused = [], [], 0, set(), []
        for _ in range(kills):
            loads, status = strike(program, store, token, tasks, how, chance.uniform(0.2, 0.8))
            kept = {row[0] for row in store.sql("SELECT done FROM step WHERE done IS NOT NULL")}
            statuses.add(status)
            said += sum(len(load.said) for load in loads)
            lost += [note for load in loads for note in load.said if note not in kept]
            refused += [load.refused[0] for load in loads if load.refused and load.refused[0].status != 503]
            done = program("check", url=store.url)
            if done.returncode != 0:
                unclean.append(done.stderr)
        name = f"{store.name}, {how.name}"
        check(f"{name}: some was told before the end", said > kills, said)
        check(f"{name}: all that was acknowledged is there", not lost, lost)
        check(f"{name}: nothing else was refused", not refused, refused)
        check(f"{name}: check is clean after each of {kills}", not unclean, "\n".join(unclean))
        if how == signal.SIGTERM:
            check(f"{name}: it ends well", statuses == {0}, statuses)
        print(f"# {name}: {kills} times, {said} steps acknowledged", flush=True)
    store.close()


def slow(program, engine):
    """Clients that send a byte now and then are closed after DD_MAX_HEAD_SECONDS; others are served meanwhile"""
    store = engine()
    program("migrate", url=store.url)
    server = Server(program, store.url, "--connections", "50")
    lines = [socket.create_connection(("127.0.0.1", server.port), timeout=60) for _ in range(20)]
    began, alive = time.monotonic(), set(range(20))
    for line in lines:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: ")
    served = []
    while alive and time.monotonic() - began < 60:
        served.append(server.ask("GET", "/healthz").status)
        for number in list(alive):
            try:
                lines[number].sendall(b"a")
            except OSError:
                alive.discard(number)
        time.sleep(1)
    check("who is slow on purpose is closed", not alive, f"{len(alive)} still open")
    check("and others are served meanwhile", set(served) == {200}, served)
    check("the server ends well", server.stop() == 0)
    store.close()


def tls(program, engine):
    store = engine()
    program("migrate", url=store.url)
    folder = Path(program.folder)
    made = subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                           "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"], capture_output=True)
    if made.returncode:
        skip("TLS", "no openssl here")
        return
    server = Server(program, store.url, "--certificate", str(folder / "certificate.pem"), "--key", str(folder / "key.pem"))
    check("it says that it listens with TLS", server.line.startswith("listening on https://127.0.0.1:"), server.line)
    context = ssl.create_default_context(cafile=str(folder / "certificate.pem"))
    connection = http.client.HTTPSConnection("127.0.0.1", server.port, context=context, timeout=30)
    answer = server.ask("GET", "/healthz", connection=connection)
    check("it answers by TLS, and wants no less from now on", answer.status == 200 and "strict-transport-security" in answer.fields, answer)
    old = ssl.create_default_context(cafile=str(folder / "certificate.pem"))
    warnings.simplefilter("ignore", DeprecationWarning)
    old.set_ciphers("DEFAULT:@SECLEVEL=0")  # else it is our own side that refuses
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    try:
        http.client.HTTPSConnection("127.0.0.1", server.port, context=old, timeout=30).request("GET", "/healthz")
        refused = False
    except (OSError, ssl.SSLError):
        refused = True
    check("TLS 1.1 is refused", refused)
    check("the server ends well by TLS", server.stop() == 0)
    (folder / "key.pem").write_text("nothing", encoding="utf-8")
    done = program("serve", "--certificate", folder / "certificate.pem", "--key", folder / "key.pem", "--listen", "127.0.0.1:0", url=store.url)
    check("a key that is none is refused", done.returncode == 1 and done.stderr, done)
    store.close()


def main(dondoc, samples, kills="10"):
    folder = tempfile.mkdtemp(prefix="dondoc-test-")
    program = Program(dondoc, folder)
    try:
        there = engines()
        for engine in there:
            run(program, engine, samples, int(kills))
        slow(program, there[0])
        tls(program, there[0])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()


sys.exit(main(*sys.argv[1:]))
