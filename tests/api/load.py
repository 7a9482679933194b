# SPDX-License-Identifier: GPL-3.0-or-later
"""An office at work on servers: who writes notes every write in a text of its own, and knows what became of each."""
import http.client
import json
import os
import random
import threading
import time
from pathlib import Path

from serving import Server, add_account, bring, form

from stores import check  # isort: skip

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
LEADS = "Sở Tư pháp"
WAIT = 0.05  # seconds before what was refused is tried again
SMALL_PLAN = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: {}/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Bình, ngày 20 tháng 11 năm 2024

KẾ HOẠCH
Chuyển đổi số năm 2025

II. NHIỆM VỤ
1. Rà soát, nâng cấp mạng nội bộ của xã
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội
- Thời gian thực hiện: Quý II năm 2025
"""


def begin_chance():
    """Random numbers by SEED, or by one that is printed"""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(1 << 32))
    print(f"# SEED={seed}", flush=True)
    return random.Random(seed)


class Office:
    """A store with an issued plan, its tasks taken by the unit that leads, and tokens of who acts"""

    def __init__(self, program, store, samples):
        self.program, self.store = program, store
        self("import", Path(samples, PLAN).resolve(), "--now", "2025-01-22T08:00")
        self("document", "issue", "1", "--role", "leader", "--by", "A", "--now", "2025-01-23T08:00")
        listed = self("task", "list", "--unit", LEADS, "--format", "json")
        self.tasks = [task["id"] for task in json.loads(listed.stdout)["tasks"]]
        for task in self.tasks:
            self("task", "take", task, "--by", "focal", "--role", "focal", "--unit", LEADS, "--now", "2025-01-24T08:00")
        # behind this the accounts say who acts
        self.focal = add_account(program, store.url, "focal", "focal", LEADS)
        self.overseer = add_account(program, store.url, "overseer", "overseer")
        self.inspector = add_account(program, store.url, "inspector", "inspector")
        self.clerk = add_account(program, store.url, "clerk", "clerk")

    def __call__(self, *words):
        done = self.program(*words, "--store", self.store.url)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done

    def serve(self, *options, url=None):
        return Server(self.program, url or self.store.url, "--log", "off", *options)

    def work(self, servers, patient=False):
        """Starts who works: two tell of progress, one acts, one brings files, one reads. patient: they go on when something fails"""
        first, second, third = (self.tasks * 3)[:3] if len(self.tasks) < 3 else self.tasks[:3]
        loads = [Progress(self, servers[0], first, patient), Progress(self, servers[-1], second, patient),
                 Actions(self, servers[0], third, patient), Importer(self, servers[0], 0, patient), Reader(self, servers[-1], first, patient)]
        for load in loads:
            load.start()
        return loads

    def kept(self, store=None):
        """All texts of all steps, and the names of all files that came"""
        store = store or self.store
        rows = store.sql("SELECT coalesce(done, ''), coalesce(product, ''), coalesce(reason, '') FROM step")
        return {text for row in rows for text in row if text} | {name for name, in store.sql("SELECT name FROM job")}

    def finish(self, name):
        """All files that came are read in the end, each once"""
        server, until = self.serve(), time.monotonic() + 300
        while int(self.store.sql("SELECT count(*) FROM job WHERE state IN ('waiting', 'running')")[0][0]) and server.process.poll() is None and time.monotonic() < until:
            time.sleep(0.1)
        states = self.store.sql("SELECT state, count(*) FROM job GROUP BY state")
        check(f"{name}: the server that reads what is left ends well", server.stop() == 0)
        check(f"{name}: all files that came are read in the end", [state for state, _ in states] == ["done"], states)
        twice = self.store.sql("SELECT name, count(*) FROM form GROUP BY name HAVING count(*) > 1")
        check(f"{name}: each once", not twice, twice)
        check(f"{name}: check is clean when they are", self.check() == "", self.check())

    def check(self):
        """Returns: "" when dondoc check is clean, the chain with it"""
        done = self.program("check", "--store", self.store.url)
        return "" if done.returncode == 0 else done.stderr or done.stdout


class Worker(threading.Thread):
    """Does its turn again and again; whoever is not patient ends with the first thing that fails"""

    def __init__(self, office, server, task, patient):
        super().__init__(daemon=True)
        self.office, self.server, self.task, self.patient = office, server, task, patient
        self.path = f"/api/v1/tasks/{task}"
        self.said, self.refused, self.unsure, self.lost, self.answers = [], [], [], [], []
        self.reads, self.number, self.done = 0, 0, threading.Event()
        self.connection = None

    def ask(self, method, path, token, body=None, **fields):
        if self.connection is None:
            self.connection = self.server.connect()
        answer = self.server.ask(method, path, token, body, connection=self.connection, **fields)
        if answer.fields.get("connection") == "close":
            self.connection.close()
            self.connection = None
        return answer

    def run(self):
        while not self.done.is_set():
            try:
                good = self.turn()
            except (OSError, http.client.HTTPException):
                self.connection = None
                good = False
            if not good and not self.patient:
                return
            if not good:
                time.sleep(WAIT)

    def note(self):
        self.number += 1
        return f"{self.task}-{self.number}-{random.getrandbits(40)}"

    def send(self, path, token, body, note, version):
        """Writes, and keeps what was said of it. Returns: whether it was done"""
        self.lost.append(note)  # until there is an answer
        return self.heed(note, self.ask("POST", self.path + path, token, body, If_Match=f'"{version}"'))

    def heed(self, note, answer):
        self.lost.pop()
        good = answer.status in (200, 202, 204)
        if good:
            self.said.append(note)
        else:
            (self.unsure if answer.status == 504 else self.refused).append(note)
            self.answers.append(answer)
        return good

    def look(self, token):
        """Returns: the task as it is, None when it is not to be had now"""
        answer = self.ask("GET", self.path, token)
        if answer.status != 200:
            self.answers.append(answer)
        return answer.json if answer.status == 200 else None

    def end(self):
        self.done.set()
        self.join(60)
        if self.is_alive():
            raise RuntimeError("somebody waits without end")


class Progress(Worker):
    def turn(self):
        seen, note = self.look(self.office.focal), self.note()
        return seen is not None and self.send("/progress", self.office.focal, {"done": note}, note, seen["version"])


class Actions(Worker):
    """The unit submits, the overseer asks for more"""

    def turn(self):
        seen, note = self.look(self.office.focal), self.note()
        if seen is None:
            return False
        if seen["state"] == "submitted":
            return self.send("/actions", self.office.overseer, {"action": "return", "reason": note}, note, seen["version"])
        return self.send("/actions", self.office.focal, {"action": "submit", "product": note}, note, seen["version"])


class Importer(Worker):
    """Brings plans, now and then: a few wait to be read at any time"""

    def turn(self):
        note = self.note()
        self.lost.append(note)
        number = random.randrange(1, 1 << 30)
        return self.heed(note, bring(self.server, self.office.clerk, form((note, SMALL_PLAN.format(number).encode())))) and not self.done.wait(0.2)


class Reader(Worker):
    paths = ["/api/v1/tasks?state=all", "/api/v1/summary", "/api/v1/documents", "/api/v1/audit?limit=20"]

    def turn(self):
        self.number += 1
        answer = self.ask("GET", self.paths[self.number % len(self.paths)], self.office.inspector)
        self.reads += answer.status == 200
        if answer.status != 200:
            self.answers.append(answer)
        return answer.status == 200


class Tally:
    """What became of all writes, over all rounds"""

    def __init__(self):
        self.said = self.unsure = self.reads = 0
        self.missing, self.ghosts, self.odd, self.unanswered = [], [], [], []

    def add(self, loads, kept, allowed=(503, 504)):
        for load in loads:
            self.said += len(load.said)
            self.unsure += len(load.unsure) + len(load.lost)
            self.reads += load.reads
            self.missing += [note for note in load.said if note not in kept]
            self.ghosts += [note for note in load.refused if note in kept]
            self.unanswered += [note for note in load.lost if note in kept]
            self.odd += [answer for answer in load.answers if answer.status not in allowed]

    def check(self, name):
        check(f"{name}: all that was acknowledged is there", not self.missing, self.missing)
        check(f"{name}: nothing that was refused is there", not self.ghosts, self.ghosts)
        check(f"{name}: nothing else was refused", not self.odd, self.odd[:5])

    def __str__(self):
        return f"{self.said} steps acknowledged, {self.unsure} of unknown end, {self.reads} reads"
