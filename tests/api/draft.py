#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is checked and issued through the HTTP API alone, on each engine: what was read stays beside what people made of it, of two who change
one thing one is told, and what is wrong changes nothing. Prints TAP.

usage: scripts/with-postgres draft.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import sys
import threading

from office import LEADS, OTHER, Office, is_problem
from serving import Server, add_account

from stores import check, on_each_engine  # isort: skip

DRAFT = "/api/v1/documents/1/draft"


class Plan:
    """The draft of document 1, as a clerk sees it"""

    def __init__(self, office):
        self.office = office

    def get(self):
        return self.office.ask("clerk", "GET", DRAFT + "?limit=500").json

    def version(self):
        return self.get()["version"]

    def tasks(self):
        return [pair["now"] for pair in self.get()["tasks"]]

    def change(self, method, path, body, who="clerk", version=None):
        """On a task or document, as it is now unless another version is said"""
        if version is None:
            at = path.split("/")
            version = self.version() if at[0] == "documents" else self.office.ask("clerk", "GET", f"/api/v1/tasks/{at[1]}").json["version"]
        return self.office.ask(who, method, "/api/v1/" + path, body, If_Match=f'"{version}"')


def shown(office, plan):
    draft = plan.get()
    check("a draft shows its tasks as they are, and as they were read", draft["state"] == "draft" and len(draft["tasks"]) > 5 and
          all(pair["now"] == pair["read"] for pair in draft["tasks"]), draft["tasks"][:1])
    check("with a time that was understood, and how sure that is", all("kind" in pair["now"]["time"] and 0 <= pair["now"]["confidence"] <= 1 for pair in draft["tasks"]))
    check("its version is that of all its tasks", draft["version"] == sum(pair["now"]["version"] for pair in draft["tasks"]))
    document = office.ask("clerk", "GET", "/api/v1/documents/1").json
    check("the document tells how far its tasks are", document["version"] == draft["version"] and document["states"] == {"draft": len(draft["tasks"])}, document)
    pages, cursor = [], ""
    for _ in range(50):
        page = office.ask("clerk", "GET", f"{DRAFT}?limit=4{cursor}").json
        pages += page["tasks"]
        if page["next"] is None:
            break
        cursor = "&cursor=" + page["next"]
    check("pages make the whole", pages == draft["tasks"], [pair["now"]["id"] for pair in pages])
    for who in ("focal", "officer"):
        for path in (DRAFT, "/api/v1/documents/1/differences", "/api/v1/documents/1"):
            check(f"{who}: a draft is not there: {path}", is_problem(office.ask(who, "GET", path), 404))
    answer = office.ask("clerk", "GET", "/api/v1/documents/1/differences")
    check("nobody read it again", answer.status == 200 and answer.json["program"] is None and answer.json["differences"] == [], answer)


def refused(office, plan):
    """What is wrong changes nothing"""
    draft = plan.get()
    count = int(office.store.sql("SELECT count(*) FROM audit")[0][0])
    first, second = [pair["now"]["id"] for pair in draft["tasks"]][:2]
    one, parts, merges = f"tasks/{first}", f"tasks/{first}/parts", f"tasks/{first}/merges"
    cases = [
        ("PATCH", one, {"nix": "1"}, 400), ("PATCH", one, {"text": 1}, 400), ("PATCH", one, {"lead": "Sở Y tế"}, 400), ("PATCH", one, {"lead": [1]}, 400),
        ("PATCH", one, {"lead": [["a"]]}, 400), ("PATCH", one, {"lead": [{}]}, 400), ("PATCH", one, {"lead": ["  "]}, 400), ("PATCH", one, {"lead": ["a\nb"]}, 400),
        ("PATCH", one, {"lead": ["a"] * 201}, 413), ("PATCH", one, {"text": ""}, 422), ("PATCH", one, {}, 409), ("PATCH", one, {"reason": "x" * 5000, "text": "a"}, 413),
        ("PATCH", one, {"text": "x" * 70000}, 413), ("PATCH", one, [], 400), ("PATCH", "tasks/99999", {"text": "a"}, 404), ("PATCH", one, b'{"text": "\xff"}', 400),
        ("POST", parts, {}, 422), ("POST", parts, {"texts": ["a"]}, 422), ("POST", parts, {"texts": ["a", 1]}, 400), ("POST", parts, {"texts": ["a", ""]}, 422),
        ("POST", parts, {"texts": ["a"] * 201}, 413), ("POST", parts, {"texts": ["a", "b"], "lead": ["c"]}, 400),
        ("POST", merges, {}, 422), ("POST", merges, {"tasks": [second]}, 422), ("POST", merges, {"tasks": [second], "versions": [1, 1]}, 400),
        ("POST", merges, {"tasks": [second], "versions": [7]}, 409), ("POST", merges, {"tasks": [99999], "versions": [1]}, 409),
        ("POST", merges, {"tasks": [first], "versions": [1]}, 409), ("POST", merges, {"tasks": ["2"], "versions": [1]}, 400), ("POST", merges, {"tasks": [-1], "versions": [1]}, 400),
        ("POST", "documents/1/tasks", {}, 422), ("POST", "documents/1/tasks", {"text": "a", "lead": {}}, 400), ("POST", "documents/999/tasks", {"text": "a"}, 404),
        ("POST", "documents/1/issues", {"days_off": "x"}, 400), ("POST", "documents/1/issues", {"nix": 1}, 400), ("POST", "documents/999/issues", {}, 404),
        ("PUT", one + "/day", {}, 422), ("PUT", one + "/day", {"day": "2025-02-30"}, 400), ("PUT", one + "/day", {"day": 5}, 400),
        ("PUT", one + "/day", {"day": "2025-06-30"}, 409),
    ]
    for method, path, body, status in cases:
        version = draft["version"] if path.startswith("documents") else 1
        fields = {"Content_Type": "application/json"} if isinstance(body, bytes) else {}
        answer = office.ask("clerk", method, "/api/v1/" + path, body, If_Match=f'"{version}"', **fields)
        check(f"refused with {status}: {method} {path} {str(body)[:60]}", is_problem(answer, status), answer)
    changes = [("PATCH", one, {"text": "a"}), ("POST", parts, {"texts": ["a", "b"]}), ("POST", merges, {"tasks": [second], "versions": [1]}),
               ("PUT", one + "/day", {"day": "2025-06-30"}), ("POST", "documents/1/tasks", {"text": "a"}), ("POST", "documents/1/issues", {})]
    for method, path, body in changes:
        answer = office.ask("clerk", method, "/api/v1/" + path, body)
        check(f"without If-Match: {method} {path}", is_problem(answer, 428), answer)
        answer = plan.change(method, path, body, version=777)
        check(f"a stale version is refused with both: {method} {path}", is_problem(answer, 412, "stale") and answer.json["expected_version"] == 777 and
              answer.json["current_version"] == answer.json["current"]["version"] and answer.json["current"]["id"] in (1, first), answer)
        for who, status in {"neighbour": 403, "inspector": 403, "administrator": 403, "focal": 403, "officer": 403, "public": 403, "reader": 403, None: 401}.items():
            answer = plan.change(method, path, body, who)
            check(f"{who}: {method} {path}", is_problem(answer, status), answer)
    check("nothing of that changed anything", plan.get() == draft and int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == count)


def corrected(office, plan):
    task = plan.tasks()[0]
    path = f"tasks/{task['id']}"
    body = {"text": "Rà soát thủ tục", "lead": [OTHER], "coordinate": [], "time": "Quý III", "reason": "Theo văn bản giấy"}
    answer = plan.change("PATCH", path, body)
    now = plan.get()["tasks"][0]
    check("a task is corrected", answer.status == 200 and answer.json["version"] == 2 and {one["field"] for one in answer.json["corrections"]} >= {"text", "lead"}, answer)
    check("and shown beside what was read", now["now"]["text"] == body["text"] and now["now"]["lead"] == [OTHER] and now["now"]["coordinate"] == [] and
          now["read"]["text"] == task["text"] and now["now"]["edited"], now)
    check("a time is that of the plan's year", now["now"]["time"]["start"] == "2025-07-01" and now["now"]["time"]["end"] == "2025-09-30", now["now"]["time"])
    answer = plan.change("PATCH", path, {"text": "Rà soát thủ tục".replace("ủ", "u\u0309")})
    check("letters are put together", is_problem(answer, 409, "conflict"), answer)
    before = plan.version()
    answer = plan.change("POST", "documents/1/tasks", {"text": "Việc thêm", "lead": [LEADS], "time": "Trước ngày 15/6/2025"})
    made = answer.json["made"]
    check("a task is added", answer.status == 201 and len(made) == 1 and answer.fields["location"] == f"/api/v1/tasks/{made[0]}" and answer.json["version"] > before, answer)
    added = next(pair for pair in plan.get()["tasks"] if pair["now"]["id"] == made[0])
    check("of which nothing was read", added["read"] is None and added["now"]["added"] and added["now"]["time"]["end"] == "2025-06-15", added)
    answer = plan.change("POST", f"tasks/{made[0]}/parts", {"texts": ["Phần một", "Phần hai", "Phần ba"], "reason": "Ba việc"})
    check("a task is split", answer.status == 200 and len(answer.json["made"]) == 2, answer)
    other = answer.json["made"]
    answer = plan.change("POST", f"tasks/{made[0]}/merges", {"tasks": other, "versions": [plan.office.ask("clerk", "GET", f"/api/v1/tasks/{one}").json["version"] for one in other]})
    check("parts are merged again", answer.status == 200 and answer.json["states"]["dropped"] == 2, answer)
    whole = office.ask("clerk", "GET", f"/api/v1/tasks/{made[0]}").json
    check("with the texts of all", whole["text"] == "Phần một; Phần hai; Phần ba", whole["text"])
    answer = plan.change("POST", f"tasks/{other[0]}/actions", {"action": "restore"})
    check("what was dropped comes back", answer.status == 200 and answer.json["state"] == "draft", answer)
    check("and goes again", plan.change("POST", f"tasks/{other[0]}/actions", {"action": "drop", "reason": "Trùng"}).status == 200)


def at_once(office, plan, program, store):
    """Two servers change one plan: what is answered is the version that each made, and not the one that came behind it"""
    other = Server(program, store.url)
    made = []

    def add(server):
        version = plan.version()
        while len(made) < 60:
            answer = server.ask("POST", "/api/v1/documents/1/tasks", office.tokens["clerk"], {"text": "Thêm một việc"}, If_Match=f'"{version}"')
            if answer.status == 201:
                made.append((answer.json["version"], answer.json["made"][0]))
            version = answer.json["version" if answer.status == 201 else "current_version"]

    threads = [threading.Thread(target=add, args=(server,)) for server in (office.server, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check("each of two who change a plan at once is told his own version", len({version for version, _ in made}) == len(made) >= 60, sorted(made))
    check("the other server ends well", other.stop() == 0)
    for _, task in made:
        assert plan.change("POST", f"tasks/{task}/actions", {"action": "drop", "reason": "thử"}).status == 200


def issued(office, plan):
    stale = plan.version()
    task = plan.tasks()[1]["id"]
    check("another one corrects meanwhile", plan.change("PATCH", f"tasks/{task}", {"label": "X.1"}, "overseer").status == 200)
    answer = plan.change("POST", "documents/1/issues", {}, version=stale)
    check("what somebody else corrected meanwhile is not issued unseen", is_problem(answer, 412) and answer.json["current"]["states"]["draft"] > 5, answer)
    answer = plan.change("POST", "documents/1/issues", {"days_off": "next"})
    check("the plan goes out", answer.status == 200 and answer.json["issued"] > 5 and answer.json["states"]["assigned"] == answer.json["issued"], answer)
    held = answer.json["held"]
    check("tasks without one lead stay back", held and answer.json["states"]["draft"] == len(held), answer)
    check("units see what went out to them, and the plan", office.ask("focal", "GET", "/api/v1/documents/1").status == 200 and
          office.ask("focal", "GET", "/api/v1/tasks").json["tasks"])
    check("but not what is still a draft", is_problem(office.ask("focal", "GET", DRAFT), 404) and is_problem(office.ask("focal", "GET", f"/api/v1/tasks/{held[0]}"), 404))
    check("what went out is corrected no more", is_problem(plan.change("PATCH", f"tasks/{task}", {"label": "X.2"}), 409))
    answer = plan.change("POST", f"tasks/{held[0]}/actions", {"action": "approve", "lead": LEADS, "reason": "Đã hỏi"})
    check("who leads is said", answer.status == 200 and answer.json["answers"] == LEADS, answer)
    answer = plan.change("POST", "documents/1/issues", {})
    check("and it goes out with the next issue", answer.status == 200 and answer.json["issued"] == 1, answer)


def days(office, plan):
    answer = plan.change("POST", "documents/1/tasks", {"text": "Báo cáo đột xuất", "lead": [LEADS], "time": "Theo yêu cầu của cấp trên"})
    task = answer.json["made"][0]
    check("a task that waits for an event is added", plan.change("POST", f"tasks/{task}/actions", {"action": "approve"}).status == 200)
    answer = plan.change("PUT", f"tasks/{task}/day", {"day": "2025-05-04", "days_off": "next", "document": "12/UBND-KT"})
    check("its day is given, and moved off the Sunday", answer.status == 200 and answer.json["due"] == "2025-05-05", answer)
    answer = plan.change("PUT", f"tasks/{task}/day", {"day": "2025-05-20"})
    check("another one needs a reason", is_problem(answer, 422), answer)
    answer = plan.change("PUT", f"tasks/{task}/day", {"day": "2025-05-20", "reason": "Gõ nhầm"})
    check("and keeps the one before", answer.status == 200 and answer.json["occurrences"][0]["was"] == "2025-05-05", answer)


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples, issued=False)
    office.tokens["neighbour"] = add_account(program, store.url, "neighbour", "overseer", OTHER)
    plan = Plan(office)
    shown(office, plan)
    refused(office, plan)
    corrected(office, plan)
    at_once(office, plan, program, store)
    issued(office, plan)
    days(office, plan)
    check("SIGTERM ends it", office.server.stop() == 0)
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stderr)
    store.close()


def main(dondoc, samples):
    return on_each_engine(run, dondoc, samples)


sys.exit(main(*sys.argv[1:]))
