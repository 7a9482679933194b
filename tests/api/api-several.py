#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs on one store: two servers that start at once on an old schema, work side by side and lose one; a server beside commands that write,
back up, check, move; somebody who holds the store and does not let go. Prints TAP.

usage: [SEED=N] scripts/with-postgres api-several.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from load import Office, Tally, begin_chance
from serving import PASSWORD, Server, add_account

from stores import Program, Sqlite, check, end, engines  # isort: skip

MIGRATIONS = Path(__file__).resolve().parent.parent.parent / "src" / "store" / "migrations"
OLD_STEPS = 3
WORDS = {  # as src/db/migrate.c has them: of SQLite, of PostgreSQL
    "{int}": ("INTEGER", "bigint"), "{real}": ("REAL", "double precision"), "{bool}": ("INTEGER", "boolean"), "{blob}": ("BLOB", "bytea"),
    "{strict}": (" STRICT", ""), "{exact}": ("", ' COLLATE "C"')}
HOLDER = "holder"  # what he calls himself who holds the store


def at_once(functions):
    """Runs them side by side. Returns: what each gave"""
    found, barrier = [None] * len(functions), threading.Barrier(len(functions))

    def run(place):
        barrier.wait()
        found[place] = functions[place]()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(functions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def script(store, text):
    if isinstance(store, Sqlite):
        connection = sqlite3.connect(store.path)
        connection.executescript(text)
        connection.close()
    else:
        store.sql(text)


def make_old(store):
    """A store as an earlier program left it"""
    mine = not isinstance(store, Sqlite)
    only = "-- only pgsql" if mine else "-- only sqlite"
    texts = ["CREATE TABLE migration (version {int} PRIMARY KEY, name TEXT NOT NULL, hash {blob} NOT NULL, taken_at {int} NOT NULL){strict};"]
    for number, path in enumerate(sorted(MIGRATIONS.glob("*.sql"))[:OLD_STEPS], 1):
        text, ours, lines = path.read_text(encoding="utf-8"), True, []
        for line in text.split("\n"):
            if line.startswith(("-- only ", "-- both")):
                ours = line.startswith((only, "-- both"))
            elif ours:
                lines.append(line)
        hash_ = hashlib.blake2b(text.encode(), digest_size=32).hexdigest()
        value = f"decode('{hash_}', 'hex')" if mine else f"x'{hash_}'"
        texts += [*lines, f"INSERT INTO migration VALUES ({number}, '{path.stem}', {value}, 1);"]
    text = "\n".join(texts)
    for word, both in WORDS.items():
        text = text.replace(word, both[mine])
    script(store, text)


def starts(program, engine, chance):
    """Two servers that find an old schema at once, and some that die while they bring it up to date"""
    store = engine()
    make_old(store)
    for _ in range(4):
        process = subprocess.Popen([program.path, "serve", "--store", store.url, "--listen", "127.0.0.1:0"], cwd=program.folder, env=program.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 0.1))
        process.kill()
        process.wait()
    servers = at_once([lambda: Server(program, store.url)] * 3)
    check(f"{store.name}: three servers start at once on an old schema", all(server.port for server in servers), [server.line for server in servers])
    wanted = [str(number) for number in range(1, len(list(MIGRATIONS.glob("*.sql"))) + 1)]
    check(f"{store.name}: each step was taken once", [str(row[0]) for row in store.sql("SELECT version FROM migration ORDER BY version")] == wanted)
    check(f"{store.name}: all are ready", {server.ask("GET", "/readyz").status for server in servers} == {200})
    check(f"{store.name}: and end well", {server.stop() for server in servers} == {0})
    done = program("check", url=store.url)
    check(f"{store.name}: check is clean after it", done.returncode == 0, done.stderr)
    store.close()


def sign_in(server, name, password):
    return server.ask("POST", "/api/v1/sessions", None, {"name": name, "password": password})


def sessions(office, servers):
    first, second = servers
    answer = sign_in(first, "focal", PASSWORD)
    cookie, csrf = answer.fields["set-cookie"].split(";")[0], answer.json["csrf"]
    check("a session of one server is one of the other", second.ask("GET", "/api/v1/me", Cookie=cookie).json["name"] == "focal")
    answer = second.ask("DELETE", "/api/v1/sessions", Cookie=cookie, X_CSRF_Token=csrf)
    check("and ends on both", answer.status == 204 and first.ask("GET", "/api/v1/me", Cookie=cookie).status == 401, answer)
    tries = [sign_in(servers[number % 2], "khong-co", f"đoán {number}").status for number in range(8)]
    check("who guesses waits on both, however the guesses are spread", tries == [401] * 5 + [429] * 3, tries)
    token = add_account(office.program, office.store.url, "later", "inspector")
    check("an account that was made meanwhile is known to both", {server.ask("GET", "/api/v1/me", token).status for server in servers} == {200})


def races(office, servers):
    """Of two who change the same version on two servers one wins, each time"""
    path, odd = f"/api/v1/tasks/{office.tasks[0]}", []
    for number in range(25):
        tag = f'"{servers[0].ask("GET", path, office.focal).json["version"]}"'
        found = at_once([lambda s=server: s.ask("POST", path + "/progress", office.focal, {"done": f"đua {number}"}, If_Match=tag) for server in servers])
        if sorted(answer.status for answer in found) != [200, 412]:
            odd.append(found)
    kept = int(office.store.sql("SELECT count(*) FROM step WHERE done LIKE 'đua %'")[0][0])
    check("of two at once on two servers one wins, 25 times", not odd and kept == 25, f"{kept} {odd[:2]}")


def one_dies(office, servers, chance):
    tally, loads = Tally(), office.work(servers, patient=True)
    time.sleep(chance.uniform(0.5, 1))
    servers[0].stop(signal.SIGKILL)
    mine = [load for load in loads if load.server is servers[1]]
    before = [len(load.said) + load.reads for load in mine]
    time.sleep(1)
    check("when one server is killed the other goes on", all(len(load.said) + load.reads > n for load, n in zip(mine, before)), before)
    for load in loads:
        load.end()
    tally.add(loads, office.kept())
    tally.check("two servers, one killed")
    check("two servers, one killed: check is clean", office.check() == "", office.check())
    print(f"# two servers, one killed: {tally}", flush=True)


def two_servers(program, engine, samples, chance):
    office = Office(program, engine(), samples)
    servers = [office.serve(), office.serve()]
    sessions(office, servers)
    races(office, servers)
    one_dies(office, servers, chance)
    check("the other ends well", servers[1].stop() == 0)
    office.finish("two servers")
    office.store.close()


def beside(program, engine, samples):
    """Commands that write, back up, check and move while a server is at work"""
    store = engine()
    office = Office(program, store, samples)
    server, name = office.serve(), store.name
    loads = office.work([server], patient=True)
    files = sorted(Path(samples).resolve().glob("0*.txt"))[:4]
    folder = tempfile.mkdtemp(prefix="dondoc-backup-")
    path, moved, restored = os.path.join(folder, "sao-luu.db"), engine(), engine()
    while not all(load.said or load.reads for load in loads):
        time.sleep(0.05)
    told = [note for load in loads for note in load.said]
    commands = {"import": lambda: program("import", *files, url=store.url), "check": lambda: program("check", url=store.url),
                "backup": lambda: program("backup", path, url=store.url),
                "migrate": lambda: program("migrate", "--from", store.url, "--to", moved.url),
                "user add": lambda: program("user", "add", "moi", "--role", "officer", "--password-stdin", "--store", store.url, input=PASSWORD + "\n")}
    for command, done in zip(commands, at_once(list(commands.values()))):
        check(f"{name}: {command} beside a server at work", done.returncode == 0, done.stderr)
    done = program("restore", path, url=restored.url)
    check(f"{name}: what was backed up meanwhile can be restored", done.returncode == 0, done.stderr)
    for load in loads:
        load.end()
    for other in (moved, restored):
        kept = office.kept(other)
        check(f"{name}: what was said before a copy began is in it", told and set(told) <= kept, set(told) - kept)
        other.close()
    tally = Tally()
    tally.add(loads, office.kept())
    check(f"{name}: a server is not kept from its work", tally.said > 5 and tally.reads > 5, tally)
    tally.check(f"{name}: beside commands")
    check(f"{name}: check is clean after all that", office.check() == "", office.check())
    check(f"{name}: the server ends well", server.stop() == 0)
    shutil.rmtree(folder)
    store.close()


def hold(store):
    """Somebody begins a change, and does not let go. Returns: a function that lets go"""
    if isinstance(store, Sqlite):
        connection = sqlite3.connect(store.path, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        return connection.close
    process = subprocess.Popen(["psql", "-X", "-q", "-c", "BEGIN", "-c", "SELECT seq FROM audit_head FOR UPDATE", "-c", "SELECT pg_sleep(600)", store.url],
                               env={**os.environ, "PGAPPNAME": HOLDER}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    mine = f"FROM pg_stat_activity WHERE application_name = '{HOLDER}'"
    while not store.sql(f"SELECT 1 {mine} AND query LIKE '%sleep%'"):
        time.sleep(0.05)

    def let_go():
        store.sql(f"SELECT pg_terminate_backend(pid) {mine}")
        process.wait()

    return let_go


def held(program, engine, samples):
    store = engine()
    office = Office(program, store, samples)
    server, name, path = office.serve(), store.name, f"/api/v1/tasks/{office.tasks[0]}"
    tag = f'"{server.ask("GET", path, office.focal).json["version"]}"'

    def write():
        return server.ask("POST", path + "/progress", office.focal, {"done": "bận"}, If_Match=tag)

    let_go = hold(store)
    reads = lambda: {server.ask("GET", path, office.focal).status for _ in range(50)}  # noqa: E731
    answer, seen, done = at_once([write, reads, lambda: program("user", "disable", "focal", "--store", store.url)])
    check(f"{name}: who writes while somebody holds the store is told so", answer.status == 503 and "retry-after" in answer.fields, answer)
    check(f"{name}: who reads need not wait", seen == {200}, seen)
    check(f"{name}: a command says so, too", done.returncode == 1 and "bận" in done.stderr and "busy" in done.stderr, done)
    let_go()
    answer = write()
    check(f"{name}: and then it goes on", answer.status == 200, answer)
    check(f"{name}: check is clean", office.check() == "", office.check())
    check(f"{name}: the server ends well after it", server.stop() == 0)
    store.close()


def main(dondoc, samples):
    chance, folder = begin_chance(), tempfile.mkdtemp(prefix="dondoc-test-")
    program = Program(dondoc, folder)
    try:
        there = engines()
        for engine in there:
            starts(program, engine, chance)
            beside(program, engine, samples)
            held(program, engine, samples)
        # one file may have two servers, too; offices with several have PostgreSQL
        two_servers(program, there[-1], samples, chance)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
