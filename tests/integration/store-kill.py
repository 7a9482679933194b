#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills dondoc import (SIGKILL) at random moments: what it said is done is there, and all is whole. And dondoc migrate --from --to: all of it is there, or
nothing. Prints TAP.

usage: scripts/with-postgres tests/integration/store-kill.py DONDOC SAMPLES [KILLS]     KILLS for each engine, 50 without
"""
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from stores import Program, check, end, engines


def said_done(out):
    """Files of whole lines of what was printed"""
    return {line.split(": ", 1)[0] for line in out.split("\n")[:-1] if ": " in line}


def kept(store):
    if store.name == "sqlite" and not Path(store.path).exists():
        return set()
    there = ("SELECT count(*) FROM sqlite_master WHERE name = 'form'" if store.name == "sqlite" else
             "SELECT count(*) FROM pg_tables WHERE tablename = 'form'")
    if int(store.sql(there)[0][0]) == 0:
        return set()
    return {name + ("/" + inside if inside else "") for name, inside in store.sql("SELECT name, name_inside FROM form")}


def kill_one(program, store, files, delay):
    """Returns (whether it was alive, what it had said)"""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen([program.path, "import", "--store", store.url, *files], cwd=program.folder, stdout=out,
                                   stderr=subprocess.DEVNULL, env=program.environment)
        time.sleep(delay)
        process.kill()
        alive = process.wait() < 0
        out.seek(0)
        return alive, said_done(out.read())


def run(program, engine, files, kills):
    chance = random.Random(20261122)
    began = time.monotonic()
    store = engine()
    program("import", *files, url=store.url)
    whole = time.monotonic() - began
    store.close()
    store, killed, lost, unclean, in_between, most = engine(), 0, [], [], 0, 0
    for _ in range(kills * 4):
        if killed == kills:
            break
        order = chance.sample(files, len(files))
        before = kept(store)
        alive, said = kill_one(program, store, order, chance.uniform(0, whole))
        now = kept(store)
        killed += alive
        in_between += alive and before < now
        most = max(most, len(now))
        lost += sorted(said - now)
        done = program("check", url=store.url)
        # before its first step there is no store yet
        if done.returncode != 0 and (now or "dondoc migrate" not in done.stderr):
            unclean.append(done.stderr)
        if len(now) >= len(files):
            store.close()
            store = engine()
    store.close()
    check(f"{store.name}: killed {kills} times", killed == kills, killed)
    check(f"{store.name}: nothing that was said to be done is lost", not lost, lost)
    check(f"{store.name}: check is clean after each", not unclean, "\n".join(unclean))
    check(f"{store.name}: some were killed while they kept something", in_between > 0, f"{in_between} of {killed}")
    print(f"# {store.name}: {killed} killed, {in_between} with some files kept, {whole:.2f} s for a whole import")


def count(store, table):
    return int(store.sql(f"SELECT count(*) FROM {table}")[0][0])


def is_there(store):
    if store.name == "sqlite":
        return Path(store.path).exists() and count(store, "sqlite_master WHERE name = 'audit_head'") > 0
    return count(store, "pg_tables WHERE tablename = 'audit_head'") > 0


def run_moves(program, source, kind, kills):
    chance, head = random.Random(20261122), program("audit", "verify", "--head", url=source.url).stdout
    tables = ["document", "file", "task", "audit"]
    whole = {table: count(source, table) for table in tables}
    began, target = time.monotonic(), kind()
    program("migrate", "--from", source.url, "--to", target.url)
    seconds, half, odd, moved = time.monotonic() - began, [], [], 0
    target.close()
    for _ in range(kills):
        target = kind()
        process = subprocess.Popen([program.path, "migrate", "--from", source.url, "--to", target.url], cwd=program.folder, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=program.environment)
        time.sleep(chance.uniform(0, seconds))
        process.kill()
        process.wait()
        found = {table: count(target, table) for table in tables} if is_there(target) else {}
        done, nothing = found == whole, not any(found.values())
        moved += done
        if not done and not nothing:
            half.append(found)
        again = program("migrate", "--from", source.url, "--to", target.url)
        if again.returncode != int(done) or program("audit", "verify", "--head", url=target.url).stdout != head or program("check", url=target.url).returncode != 0:
            odd.append(again)
        target.close()
    name = f"from {source.name} to {kind.name}, killed {kills} times"
    check(f"{name}: nothing is half there", not half, half)
    check(f"{name}: and it can be done again, unless it was done", not odd, odd)
    print(f"# {name}: {moved} were there already, {seconds:.2f} s for all of it", flush=True)


def main(dondoc, samples, kills="50"):
    folder = tempfile.mkdtemp(prefix="dondoc-test-")
    program = Program(dondoc, folder)
    files = sorted(str(path) for path in Path(samples).resolve().glob("*.txt"))
    packed = Path(folder, "ho-so.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files[:3]:
            archive.write(path, "2026/" + Path(path).name)
    try:
        for engine in engines():
            run(program, engine, [*files, str(packed)], int(kills))
        kinds = engines()
        for source_kind, kind in ((kinds[0], kinds[-1]), (kinds[-1], kinds[0])):
            source = source_kind()
            program("import", *files, url=source.url)
            run_moves(program, source, kind, int(kills) // 4)
            source.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()


sys.exit(main(*sys.argv[1:]))
