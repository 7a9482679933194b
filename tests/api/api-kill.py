#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server under load that is killed (SIGKILL) or told to end (SIGTERM) at random moments: what it acknowledged is there, and all is whole.
Also: what comes slowly, and TLS. Prints TAP.

usage: [KILLS=N] [SEED=N] scripts/with-postgres api-kill.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
KILLS for each engine, 20 without; half as many times it is told to end. What was acknowledged is looked for after each, and `dondoc check` has to be
clean after each of the first twenty, then after each tenth.
"""
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

from load import Office, Tally, begin_chance
from serving import Server

from stores import Program, check, end, engines, skip  # isort: skip

CHECKED_FIRST, CHECKED_EACH = 20, 10


def strike(office, how, delay, tally):
    """Starts a server, has people work on it, ends it after a while. Returns: the exit status"""
    server = office.serve()
    loads = office.work([server])
    time.sleep(delay)
    status = server.stop(how)
    for load in loads:
        load.end()
    tally.add(loads, office.kept(), allowed=(503,) if how == signal.SIGTERM else ())
    return status


def run(program, engine, samples, chance, kills):
    store = engine()
    office = Office(program, store, samples)
    for how, times in ((signal.SIGKILL, kills), (signal.SIGTERM, kills // 2)):
        tally, unclean, statuses, checks = Tally(), [], set(), 0
        for n in range(times):
            statuses.add(strike(office, how, chance.uniform(0.02, 0.5), tally))
            if n < CHECKED_FIRST or n % CHECKED_EACH == 0 or n == times - 1:
                checks += 1
                unclean += [said for said in (office.check(),) if said]
        name = f"{store.name}, {how.name}"
        check(f"{name}: some was told before the end", tally.said > 0, tally)
        tally.check(name)
        if how == signal.SIGTERM:
            check(f"{name}: what was done was told", not tally.unanswered, tally.unanswered)
        check(f"{name}: check is clean", not unclean, "\n".join(unclean))
        check(f"{name}: it ended by that", statuses == {-signal.SIGKILL if how == signal.SIGKILL else 0}, statuses)
        print(f"# {name}: {times} times, {tally}, checked {checks} times", flush=True)
    office.finish(store.name)
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


def main(dondoc, samples):
    chance, kills = begin_chance(), int(os.environ.get("KILLS") or 20)
    folder = tempfile.mkdtemp(prefix="dondoc-test-")
    program = Program(dondoc, folder)
    try:
        there = engines()
        for engine in there:
            run(program, engine, samples, chance, kills)
        slow(program, there[0])
        tls(program, there[0])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()


sys.exit(main(*sys.argv[1:]))
