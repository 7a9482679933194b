# SPDX-License-Identifier: GPL-3.0-or-later
"""New stores on both engines for tests of the whole program, and TAP."""
import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

numbers = itertools.count(1)
results = []


def check(name, good, why=""):
    results.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}", flush=True)
    if not good and why:
        print("\n".join("# " + line for line in str(why).strip().split("\n")), flush=True)


def skip(name, why):
    results.append(True)
    print(f"ok {len(results)} - {name} # SKIP {why}", flush=True)


def end():
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


class Sqlite:
    """A file in a folder of its own"""
    name = "sqlite"

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="dondoc-store-")
        self.path = os.path.join(self.folder, "store.db")
        self.url = "sqlite:" + self.path

    def sql(self, text):
        """Runs statements as somebody would who gets around the program"""
        import sqlite3
        connection = sqlite3.connect(self.path)
        rows = []
        for statement in text.split(";"):
            rows = connection.execute(statement).fetchall()
        connection.commit()
        connection.close()
        return rows

    def script(self, text):
        """The same of statements that have semicolons of their own"""
        import sqlite3
        connection = sqlite3.connect(self.path)
        connection.executescript(text)
        connection.close()

    forget_triggers = "DROP TRIGGER audit_keep; DROP TRIGGER audit_stay"

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres:
    """A database of the server at DONDOC_TEST_PG (scripts/with-postgres)"""
    name = "pgsql"

    def __init__(self):
        self.server = os.environ["DONDOC_TEST_PG"]
        self.database = f"store_{os.getpid()}_{next(numbers)}"
        self.psql(self.server, f"CREATE DATABASE {self.database}")
        self.url = self.server.replace("/postgres?", f"/{self.database}?")

    @staticmethod
    def psql(url, text):
        done = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-At", "-F", "\t", "-c", text, url],
                              capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return [tuple(line.split("\t")) for line in done.stdout.splitlines()]

    def sql(self, text):
        return self.psql(self.url, text)

    script = sql

    forget_triggers = "DROP TRIGGER audit_keep ON audit"

    def close(self):
        self.psql(self.server, f"DROP DATABASE {self.database} WITH (FORCE)")


def engines():
    """Those that are there; the other one is a visible skip"""
    if "DONDOC_TEST_PG" not in os.environ:
        skip("PostgreSQL", "no server: scripts/with-postgres starts one")
        return [Sqlite]
    return [Sqlite, Postgres]


class Program:
    """dondoc with a store and a fixed clock"""

    def __init__(self, path, folder):
        self.path = str(Path(path).resolve())
        self.folder = str(folder)
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "100"}

    def __call__(self, *words, url=None, **more):
        store = ["--store", url] if url else []
        return subprocess.run([self.path, *store, *map(str, words)], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, timeout=300, **more)


def on_each_engine(run, dondoc, *words):
    """Has run(program, engine, *words) made on each engine, in a folder that is thrown away. Returns the exit status"""
    folder = tempfile.mkdtemp(prefix="dondoc-test-")
    try:
        for engine in engines():
            run(Program(dondoc, folder), engine, *words)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()
