#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every role on every route, out of one table, on each engine: who may not is told so before anything is looked at, and nothing is changed. A route that is
not in the table fails. What a role may do with which task is in api.py, draft.py and src/work/permission-test.c. Prints TAP.

usage: scripts/with-postgres matrix.py PATH-OF-DONDOC FOLDER-OF-SAMPLES PATH-OF-LIST-ROUTES
"""
import subprocess
import sys

from office import ROLES, Office, is_problem
from serving import PASSWORD

from stores import check, on_each_engine  # isort: skip

# a letter for each of ROLES: + may, for some task or document; - may not (403). Routes of one row have the same rights
ALL, WORK, KEEP = "++++++++", "+++++++-", "+-------"
DRAFT, JOBS = "-+++----", "++++----"
MATRIX = {
    "GET /metrics": KEEP,
    "DELETE /api/v1/sessions": ALL, "POST /api/v1/oidc/sign-out": ALL, "GET /api/v1/me": ALL, "PUT /api/v1/me/password": ALL, "POST /api/v1/me/totp": ALL, "PUT /api/v1/me/totp": ALL,
    "GET /api/v1/me/sessions": ALL, "DELETE /api/v1/me/sessions/{hash}": ALL, "GET /api/v1/me/tokens": ALL, "POST /api/v1/me/tokens": ALL,
    "DELETE /api/v1/me/tokens/{id}": ALL,
    "GET /api/v1/units": WORK, "GET /api/v1/units/csv": WORK, "POST /api/v1/units/csv": KEEP, "GET /api/v1/units/kinds": WORK, "GET /api/v1/storage": KEEP, "GET /api/v1/units/match": WORK, "POST /api/v1/units/merges": KEEP,
    "POST /api/v1/units/settlements": WORK, "GET /api/v1/units/{id}": WORK, "GET /api/v1/documents/{id}/names": WORK,
    "GET /api/v1/users": KEEP, "POST /api/v1/users": KEEP, "GET /api/v1/users/{id}": KEEP, "PATCH /api/v1/users/{id}": KEEP,
    "POST /api/v1/users/{id}/invitations": KEEP, "DELETE /api/v1/users/{id}/sessions": KEEP, "GET /api/v1/users/{id}/tokens": KEEP,
    "DELETE /api/v1/tokens/{id}": KEEP, "GET /api/v1/roles": KEEP, "PUT /api/v1/roles": KEEP,
    "GET /api/v1/holidays": WORK, "GET /api/v1/holidays/{id}": WORK, "PUT /api/v1/holidays/{id}": KEEP, "DELETE /api/v1/holidays/{id}": KEEP,
    "GET /api/v1/tasks": WORK, "GET /api/v1/tasks/{id}": WORK, "GET /api/v1/tasks/{id}/steps": WORK, "POST /api/v1/tasks/{id}/progress": "---+++--", "POST /api/v1/tasks/{id}/actions": WORK,
    "POST /api/v1/tasks/actions": WORK, "POST /api/v1/tasks/{id}/files": "---+++--", "GET /api/v1/tasks/{id}/files/{hash}": WORK, "GET /api/v1/tasks/{id}/chain": WORK,
    "PATCH /api/v1/tasks/{id}": DRAFT, "POST /api/v1/tasks/{id}/parts": DRAFT, "POST /api/v1/tasks/{id}/merges": DRAFT, "PUT /api/v1/tasks/{id}/day": DRAFT,
    "GET /api/v1/documents": WORK, "POST /api/v1/documents": DRAFT, "GET /api/v1/documents/{id}": WORK, "GET /api/v1/documents/{id}/reading": WORK,
    "GET /api/v1/documents/{id}/chain": WORK, "GET /api/v1/documents/{id}/source": WORK, "GET /api/v1/documents/{id}/draft": WORK, "GET /api/v1/documents/{id}/differences": WORK,
    "POST /api/v1/documents/{id}/tasks": DRAFT, "POST /api/v1/documents/{id}/issues": DRAFT,
    "GET /api/v1/events": WORK, "GET /api/v1/jobs/{id}/events": JOBS, "GET /api/v1/jobs": JOBS, "GET /api/v1/jobs/{id}": JOBS, "POST /api/v1/jobs/{id}/password": DRAFT, "POST /api/v1/jobs/{id}/tries": JOBS, "DELETE /api/v1/jobs/{id}": JOBS,
    "GET /api/v1/files/{hash}": WORK, "GET /api/v1/search": WORK, "GET /api/v1/summary": WORK, "GET /api/v1/audit": "+-++--+-",
    "GET /api/v1/audit/head": "+-++--+-", "GET /api/v1/audit/verify": "+-++--+-",
}


ENROLS = {"GET /api/v1/me", "POST /api/v1/me/totp", "PUT /api/v1/me/totp"}


def read_routes(program):
    """Returns {"METHOD pattern": (open, enrols or -, type of the body)}"""
    printed = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    rows = [line.split("\t") for line in printed.splitlines() if not line.startswith(("action\t", "right\t"))]
    return {f"{row[0]} {row[1]}": (row[2], row[3]) for row in rows}


class Stream:
    """The head of an answer that does not end"""

    def __init__(self, office, who, path):
        line = office.server.connect()
        line.request("GET", path, headers={"Authorization": "Bearer " + office.tokens[who]})
        self.status = line.getresponse().status
        line.close()


def ask(office, who, route, kind):
    """What is not there, with a body that says nothing: so that nobody changes anything"""
    method, pattern = route.split()
    path = pattern.replace("{id}", "999999").replace("{hash}", "0" * 64)
    if route == "GET /api/v1/events" and who not in (None, "public"):  # who may not gets an answer that ends
        return Stream(office, who, path)
    if kind == "-":
        return office.ask(who, method, path, If_Match='"1"')
    return office.ask(who, method, path, b"{}" if kind == "application/json" else b"x", Content_Type=kind, If_Match='"1"')


def sign_in(office, who):
    """Returns the fields of a session by password"""
    answer = office.ask(None, "POST", "/api/v1/sessions", {"name": who, "password": PASSWORD})
    return {"Cookie": answer.fields["set-cookie"].split(";")[0], "X_CSRF_Token": answer.json["csrf"]}


def unenroled(office, routes):
    """A session that must take one-time codes into use first, on each route"""
    for role in ROLES:
        office.ask("administrator", "PUT", "/api/v1/roles", {"role": role, "totp": True})
    fields = sign_in(office, "administrator")
    for route, row in MATRIX.items():
        if route.startswith("DELETE /api/v1/sessions") or "sign-out" in route:
            continue  # which end it
        access, kind = routes[route]
        method, pattern = route.split()
        path = pattern.replace("{id}", "999999").replace("{hash}", "0" * 64)
        answer = office.ask(None, method, path, None if kind == "-" else b"{}", If_Match='"1"', **fields, **({} if kind == "-" else {"Content_Type": kind}))
        good = answer.status not in (401, 403) if access == "enrols" else is_problem(answer, 403, "code-unenroled")
        check(f"{route}: a session that has to enrol", good and (access == "enrols") == (route in ENROLS), answer)
    check("it signs out", office.ask(None, "DELETE", "/api/v1/sessions", **fields).status == 204)
    for role in ROLES:
        office.ask("administrator", "PUT", "/api/v1/roles", {"role": role, "totp": False})


def run(program, engine, samples, routes):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples)
    unenroled(office, routes)
    count = int(store.sql("SELECT count(*) FROM audit")[0][0])
    for route, row in MATRIX.items():
        kind = routes[route][1]
        check(f"{route}: nobody", is_problem(ask(office, None, route, kind), 401, "unauthorised"))
        for role, sign in zip(ROLES, row):
            answer = ask(office, role, route, kind)
            good = is_problem(answer, 403, "forbidden") if sign == "-" else answer.status < 500 and answer.status not in (401, 403)
            check(f"{route}: {role}", good, answer)
        answer = ask(office, "reader", route, kind)
        reads = route.startswith("GET ") and row == WORK or route == "GET /api/v1/me"
        check(f"{route}: a token that only reads", answer.status not in (401, 403) if reads else is_problem(answer, 403), answer)
    check("nothing of all that changed anything", int(store.sql("SELECT count(*) FROM audit")[0][0]) == count)
    check("SIGTERM ends it", office.server.stop() == 0)
    store.close()


def main(dondoc, samples, lister):
    routes = read_routes(lister)
    closed = {route for route, (access, _) in routes.items() if access != "open"}
    check("each route that is not open to all is in the table", set(MATRIX) == closed, set(MATRIX) ^ closed)
    return on_each_engine(run, dondoc, samples, routes)


sys.exit(main(*sys.argv[1:]))
