#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every role, in every relation to a task, on every route that does something with tasks, on each engine. What is expected is made of the table of rights that
the program has (list-routes), which permission-test.c holds against a second one: an action without a route here fails. Prints TAP.

usage: scripts/with-postgres relations.py PATH-OF-DONDOC PATH-OF-LIST-ROUTES
"""
import subprocess
import sys
from pathlib import Path

from office import is_problem
from serving import Server, add_account, form

from stores import check, on_each_engine  # isort: skip

ISSUER, LEAD, HELPER, DIRECTOR, OTHER = "Ủy ban nhân dân tỉnh Tuyên Quang", "Sở Tư pháp", "Sở Y tế", "Phó Chủ tịch Thường trực UBND tỉnh", "Sở Xây dựng"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH TUYÊN QUANG
Số: %d/KH-UBND
Tuyên Quang, ngày 20 tháng 01 năm 2025

KẾ HOẠCH
Cải cách hành chính năm 2025

II. NHIỆM VỤ
1. Rà soát thủ tục hành chính thuộc phạm vi quản lý
- Lãnh đạo chỉ đạo: Phó Chủ tịch Thường trực UBND tỉnh
- Đơn vị chủ trì: Sở Tư pháp
- Đơn vị phối hợp: Sở Y tế
- Thời gian hoàn thành: trước ngày 30/6/2025
2. Công bố danh mục dịch vụ công trực tuyến
- Lãnh đạo chỉ đạo: Phó Chủ tịch Thường trực UBND tỉnh
- Đơn vị chủ trì: Sở Tư pháp
- Đơn vị phối hợp: Sở Y tế
- Thời gian hoàn thành: trước ngày 30/9/2025
"""
# the unit of an account, and how it stands to the tasks: leads, helps, above, none. Who directs is a person, whose name gives a unit no right
RELATIONS = {"lead": (LEAD, "L"), "helper": (HELPER, "H"), "director": (DIRECTOR, "N"), "other": (OTHER, "N"), "issuer": (ISSUER, "A"), "office": ("", "A")}
# those that are about no single task stand in matrix.py; what is published has no route yet
ELSEWHERE = {"import", "jobs", "manage", "audit", "read-published"}
BOUND = ("focal", "officer")  # roles for which the unit decides what is seen
NOT_OUT = ("draft", "approved", "dropped")


def read_rights(lister):
    """Returns {role: {action: letters}}"""
    rights = {}
    for line in subprocess.run([lister], capture_output=True, text=True, check=True).stdout.splitlines():
        if line.startswith("right\t"):
            _, role, action, letters = line.split("\t")
            rights.setdefault(role, {})[action] = letters
    return rights


class Desk:
    """A draft and a plan that went out, with the same units, and somebody of each role in each relation"""

    def __init__(self, program, store, rights):
        self.program, self.store, self.rights = program, store, rights
        for number in (101, 102):
            path = Path(program.folder, f"{number}.txt")
            path.write_text(PLAN % number, encoding="utf-8")
            done = program("import", path, "--now", "2025-01-22T08:00", url=store.url)
            assert done.returncode == 0, done.stderr
        done = program("document", "issue", "1", "--role", "leader", "--by", "Chánh Văn phòng", "--now", "2025-01-23T08:00", "--store", store.url)
        assert done.returncode == 0, done.stderr
        self.tokens = {}
        for role in rights:
            for relation, (unit, _) in RELATIONS.items():
                if role not in BOUND or unit:
                    self.tokens[role, relation] = add_account(program, store.url, f"{role}-{relation}", role, unit)
        self.server = Server(program, store.url)

    def ask(self, who, method, path, body=None, **fields):
        return self.server.ask(method, path, self.tokens[who], body, **fields)

    def task(self, task):
        return self.ask(("inspector", "office"), "GET", f"/api/v1/tasks/{task}").json

    def version(self, task):
        return f'"{self.task(task)["version"]}"'

    def plan(self, document):
        return f'"{self.ask(("inspector", "office"), "GET", f"/api/v1/documents/{document}").json["version"]}"'


def step(action):
    return lambda desk, who, tasks: desk.ask(who, "POST", f"/api/v1/tasks/{tasks[0]}/actions", {"action": action}, If_Match=desk.version(tasks[0]))


def add(desk, who, tasks):
    document = desk.task(tasks[0])["document"]
    return desk.ask(who, "POST", f"/api/v1/documents/{document}/tasks", {"text": "Việc thêm."}, If_Match=desk.plan(document))


def merge(desk, who, tasks):
    body = {"tasks": [tasks[1]], "versions": [desk.task(tasks[1])["version"]]}
    return desk.ask(who, "POST", f"/api/v1/tasks/{tasks[0]}/merges", body, If_Match=desk.version(tasks[0]))


# what has a route of its own: the action that the route itself asks for, and how it is asked. The others go through /actions
OWN = {
    "read": ("read", lambda desk, who, tasks: desk.ask(who, "GET", f"/api/v1/tasks/{tasks[0]}")),
    "progress": ("progress", lambda desk, who, tasks: desk.ask(who, "POST", f"/api/v1/tasks/{tasks[0]}/progress", {"done": "x"}, If_Match=desk.version(tasks[0]))),
    "correct": ("correct", lambda desk, who, tasks: desk.ask(who, "PATCH", f"/api/v1/tasks/{tasks[0]}", {"product": "Báo cáo " + "-".join(who)}, If_Match=desk.version(tasks[0]))),
    "add": ("add", add),
    "split": ("split", lambda desk, who, tasks: desk.ask(who, "POST", f"/api/v1/tasks/{tasks[0]}/parts", {"texts": ["Việc một.", "Việc hai."]}, If_Match=desk.version(tasks[0]))),
    "merge": ("merge", merge),
    "event": ("event", lambda desk, who, tasks: desk.ask(who, "PUT", f"/api/v1/tasks/{tasks[0]}/day", {"day": "2025-12-01"}, If_Match=desk.version(tasks[0]))),
}
# other ways to the same rights
ALSO = {
    "history": ("read", "read", lambda desk, who, tasks: desk.ask(who, "GET", f"/api/v1/tasks/{tasks[0]}/steps")),
    "chain": ("read", "read", lambda desk, who, tasks: desk.ask(who, "GET", f"/api/v1/tasks/{tasks[0]}/chain")),
    "files": ("progress", "progress", lambda desk, who, tasks: desk.ask(
        who, "POST", f"/api/v1/tasks/{tasks[0]}/files", form((f"{'-'.join(who)}.txt", "-".join(who).encode())), Content_Type="multipart/form-data; boundary=xYz")),
    "bulk": ("read", "withdraw", lambda desk, who, tasks: desk.ask(
        who, "POST", "/api/v1/tasks/actions", {"action": "withdraw", "tasks": [tasks[0]], "versions": [desk.task(tasks[0])["version"]]})),
}


def expect(rights, role, standing, route_action, action, draft):
    """Returns 403, 404 or None: not refused by rights"""
    if not rights[role][route_action]:
        return 403
    sees_all = "N" in rights[role]["read"]
    seen = standing if sees_all or not draft or standing == "A" else "N"
    if seen not in rights[role]["read"]:
        return 404
    return None if standing in rights[role][action] else 403


def run(program, engine, lister):
    rights = read_rights(lister)
    store = engine()
    print(f"# on {store.name}", flush=True)
    desk = Desk(program, store, rights)
    actions = [action for action in next(iter(rights.values())) if action not in ELSEWHERE]
    rows = [(action, *OWN.get(action, ("read", step(action)))) for action in actions]
    rows = [(name, name, route, ask) for name, route, ask in rows] + [(name, action, route, ask) for name, (route, action, ask) in ALSO.items()]
    plans = {"issued": (1, 2), "draft": (3, 4)}
    for name, tasks in plans.items():
        told = desk.task(tasks[0])
        check(f"{name}: the task is as the relations say", (told["lead"], told["coordinate"], told["director"]) == ([LEAD], [HELPER], [DIRECTOR]), told)
    # units first: later the draft goes out, by who may approve and assign
    for role, relation in sorted(desk.tokens, key=lambda one: one[0] not in BOUND):
        standing = RELATIONS[relation][1]
        for plan, tasks in plans.items():
            wrong = []
            for name, action, route, ask in rows:
                # a draft as a whole is looked at by who adds to it, wherever its tasks are
                draft = name == "add" or desk.task(tasks[0])["state"] in NOT_OUT
                answer = ask(desk, (role, relation), tasks)
                wanted = expect(rights, role, standing, route, action, draft)
                good = answer.status < 500 and answer.status not in (400, 401, 403, 404, 405, 415, 428) if wanted is None else is_problem(answer, wanted)
                if not good:
                    wrong.append((name, wanted, draft, answer.status, answer.text[-200:]))
            check(f"{plan}: {role}, {relation}: {len(rows)} ways", not wrong, wrong)
    check("SIGTERM ends it", desk.server.stop() == 0)
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stdout + done.stderr)
    store.close()


sys.exit(on_each_engine(run, *sys.argv[1:]))
