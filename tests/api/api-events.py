#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Streams of events of real servers, on each engine: who hears what, from where on, through other servers, and how they end. Prints TAP.

usage: scripts/with-postgres api-events.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import http.client
import json
import signal
import socket
import sys
import threading
import time
from pathlib import Path

from serving import Server, add_account

from stores import check, on_each_engine  # isort: skip

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
LEADS, OTHER = "Sở Tư pháp", "Sở Y tế"


class Stream(threading.Thread):
    """Hears a stream until it ends; events are (id, kind, data)"""

    def __init__(self, server, token, path="/api/v1/events", last=None):
        super().__init__(daemon=True)
        self.events, self.text, self.ended, self.last = [], "", False, None
        self.connection = server.connect(timeout=60)
        fields = {"Authorization": "Bearer " + token, "Accept": "text/event-stream", **({"Last-Event-ID": str(last)} if last is not None else {})}
        self.connection.request("GET", path, headers=fields)
        self.response = self.connection.getresponse()
        self.status = self.response.status
        if self.status == 200:
            self.start()

    def run(self):
        number, kind, data = None, None, None
        try:
            for line in self.response:
                self.text += line.decode()
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name == "id":
                    number = self.last = int(value)
                elif name == "event":
                    kind = value
                elif name == "data":
                    data = json.loads(value)
                elif not name:
                    if data is not None:
                        self.events.append((number, kind, data))
                    number, kind, data = None, None, None
        except (OSError, http.client.HTTPException, ValueError, AttributeError):  # the last: closed from this side
            pass
        self.ended = True

    def hears(self, want, seconds=15):
        """Waits until there is an event of which that is true"""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if any(want(*event) for event in list(self.events)):
                return True
            time.sleep(0.05)
        return False

    def leave(self):
        """Closing alone would wait for the thread that hears"""
        if self.connection.sock is not None:
            self.connection.sock.shutdown(socket.SHUT_RDWR)

    def wait_end(self, seconds=15):
        self.join(seconds)
        return self.ended


def act(server, token, task, action, **body):
    version = server.ask("GET", f"/api/v1/tasks/{task}", token).json["version"]
    answer = server.ask("POST", f"/api/v1/tasks/{task}/actions", token, {"action": action, **body}, If_Match=f'"{version}"')
    assert answer.status == 200, answer


def bring(server, token, name, data):
    body = b'--xYz\r\nContent-Disposition: form-data; name="f"; filename="' + name.encode() + b'"\r\n\r\n' + data + b"\r\n--xYz--\r\n"
    return server.ask("POST", "/api/v1/documents", token, body, Content_Type="multipart/form-data; boundary=xYz").json["jobs"][0]["id"]


def rights(server, tokens):
    for role, status in {"clerk": 200, "inspector": 200, "focal": 200, "administrator": 200, "public": 403}.items():
        stream = Stream(server, tokens[role])
        check(f"GET /api/v1/events: {role}", stream.status == status, stream.status)
        stream.leave()
    check("nobody hears without signing in", server.ask("GET", "/api/v1/events", Accept="text/event-stream").status == 401)
    check("who wants no stream gets none", server.ask("GET", "/api/v1/events", tokens["clerk"], Accept="application/json").status == 406)
    check("an id that is none is refused", server.ask("GET", "/api/v1/events", tokens["clerk"], Accept="text/event-stream", Last_Event_ID="x").status == 400)
    check("a job that is not there has no stream", server.ask("GET", "/api/v1/jobs/999/events", tokens["clerk"], Accept="text/event-stream").status == 404)
    check("nor one for who may not import", Stream(server, tokens["focal"], "/api/v1/jobs/1/events").status == 403)
    head = server.ask("HEAD", "/api/v1/events", tokens["clerk"], Accept="text/event-stream")
    check("HEAD tells the type alone", head.status == 200 and head.bytes == b"" and head.fields["content-type"] == "text/event-stream", head)


def changes(server, other, tokens, store):
    """Two servers: what is done through one is heard through both, by those who may see it"""
    here, there, mine, strange = (Stream(server, tokens["inspector"]), Stream(other, tokens["clerk"]), Stream(other, tokens["focal"]),
                                  Stream(server, tokens["other"]))
    listed = server.ask("GET", "/api/v1/tasks?state=all&limit=500", tokens["inspector"]).json["tasks"]
    seen = {one["id"] for one in server.ask("GET", "/api/v1/tasks?state=all&limit=500", tokens["other"]).json["tasks"]}
    task = next(one["id"] for one in listed if one["lead"] == LEADS and one["state"] == "assigned" and one["id"] not in seen)
    before = server.ask("GET", "/api/v1/me", tokens["inspector"]).json["seq"]
    act(server, tokens["focal"], task, "take")

    def is_taken(number, kind, data):
        return kind == "task" and data == {"id": task, "action": "take"} and number > 0

    check("a change is heard", here.hears(is_taken), here.text)
    check("through another server, too", there.hears(is_taken), there.text)
    check("by the unit that it is about", mine.hears(is_taken), mine.text)
    job = bring(server, tokens["clerk"], "kế hoạch.txt", b"one line of text that is no plan\n")
    check("jobs are heard by who may import", there.hears(lambda number, kind, data: kind == "job" and data == {"id": job, "action": "job-end"}), there.text)
    check("and by nobody else", not here.hears(lambda number, kind, data: kind in ("job", "progress"), 2), here.text)
    check("a unit hears nothing of what it may not see", not strange.events and not mine.hears(lambda number, kind, data: kind != "task", 0.1),
          (strange.events, mine.events))
    check("there are no contents in it", "plan" not in here.text + there.text and LEADS not in here.text + there.text)
    check("ids rise", [event[0] for event in there.events if event[0]] == sorted({event[0] for event in there.events if event[0]}), there.events)
    last = next(event[0] for event in here.events if is_taken(*event))
    again = Stream(other, tokens["inspector"], last=last - 1)
    check("who comes again hears what came since", again.hears(is_taken), again.text)
    check("and nothing from before", all(event[0] >= last for event in again.events if event[0]), again.events)
    newest = Stream(other, tokens["inspector"], last=last)
    check("what was heard is not told twice", not newest.hears(is_taken, 2.5), newest.text)
    lost = Stream(server, tokens["inspector"], last=10 ** 9)
    check("an id of another store is told as lost", lost.hears(lambda number, kind, data: kind == "reset"), lost.text)
    named = Stream(other, tokens["inspector"], path=f"/api/v1/events?after={before}")
    check("who names the record of the first question misses nothing since", named.hears(is_taken), named.text)
    known = Stream(other, tokens["inspector"], path=f"/api/v1/events?after={before}", last=last)
    check("what the browser has heard counts for more", not known.hears(is_taken, 2.5), known.text)
    check("a record that is none is refused", Stream(other, tokens["inspector"], path="/api/v1/events?after=-1").status == 400)
    return mine, [here, there, strange, again, newest, lost, named, known]


def accounts(program, store, stream):
    done = program("user", "role", "focal", "officer", url=store.url)
    check("a role is changed", done.returncode == 0, done.stderr)
    check("streams of an account that changes end, to be asked for anew", stream.wait_end(), stream.text)


def one_job(server, tokens, plan):
    job = bring(server, tokens["clerk"], "kế hoạch 2.txt", plan.replace("/KH-UBND", "7/KH-UBND", 1).encode())
    stream = Stream(server, tokens["clerk"], f"/api/v1/jobs/{job}/events")
    check("the stream of a job ends with it", stream.wait_end(30), stream.text)
    check("and tells of it alone", stream.events and {event[2]["id"] for event in stream.events} == {job} and
          (stream.events[-1][1] == "job" or stream.events[-1][2].get("state") == "done"), stream.events)
    after = Stream(server, tokens["clerk"], f"/api/v1/jobs/{job}/events")
    check("of one that has ended it says so, and ends", after.wait_end() and after.events[0][2]["state"] == "done", after.text)


def reloads(program, store, tokens):
    server = Server(program, store.url, "--jobs", "0")
    streams = [Stream(server, tokens["clerk"]) for _ in range(20)]
    for one in streams[:5]:
        one.leave()
    again = [Stream(server, tokens["clerk"]) for _ in range(6)]
    check("streams that were left do not count", [one.status for one in again] == [200] * 5 + [429], [one.status for one in again])
    check("a server that was left ends at once", server.stop() == 0)


def bounds(program, store, tokens):
    server = Server(program, store.url, "--connections", "60", "--jobs", "0")
    streams = [Stream(server, tokens["clerk"]) for _ in range(22)]
    check("an account has twenty streams at most", [one.status for one in streams] == [200] * 20 + [429] * 2, [one.status for one in streams])
    more = [Stream(server, tokens["inspector"]) for _ in range(12)]
    check("and all together half of the connections", [one.status for one in more] == [200] * 10 + [503] * 2, [one.status for one in more])
    check("others are served meanwhile", server.ask("GET", "/healthz").status == 200)
    for one in streams[:20]:
        one.leave()
    deadline = time.monotonic() + 60
    while (status := Stream(server, tokens["clerk"]).status) != 200 and time.monotonic() < deadline:
        time.sleep(0.5)
    check("who has left is noticed", status == 200, status)
    began = time.monotonic()
    check("a server with streams ends at once", server.stop() == 0 and time.monotonic() - began < 15, time.monotonic() - began)
    check("and its streams with it", all(one.wait_end() for one in more[:10]))


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    plan = Path(samples, PLAN)
    program("import", plan.resolve(), "--now", "2025-01-22T08:00", url=store.url)
    program("document", "issue", "1", "--role", "leader", "--by", "A", "--now", "2025-01-23T08:00", "--store", store.url)
    tokens = {role: add_account(program, store.url, role, role, LEADS if role == "focal" else "") for role in
              ("clerk", "inspector", "focal", "administrator", "public")}
    tokens["other"] = add_account(program, store.url, "other", "focal", OTHER)
    server, other = Server(program, store.url), Server(program, store.url)
    rights(server, tokens)
    mine, streams = changes(server, other, tokens, store)
    accounts(program, store, mine)
    one_job(server, tokens, plan.read_text(encoding="utf-8"))
    began = time.monotonic()
    check("both end at once, with streams open", server.stop() == 0 and other.stop(signal.SIGTERM) == 0 and time.monotonic() - began < 20)
    check("which end, too", all(one.wait_end() for one in streams))
    reloads(program, store, tokens)
    bounds(program, store, tokens)
    log = Path(program.folder, "serve.log").read_text(encoding="utf-8", errors="replace")
    check("no sanitizer complained", "Sanitizer" not in log and "runtime error" not in log, log[-3000:])
    store.close()


sys.exit(on_each_engine(run, *sys.argv[1:]))
