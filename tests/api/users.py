#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts through the HTTP API, on each engine: made by invitation, so that nobody knows another's password; roles, disabling, one-time codes, sessions
and tokens, one's own and, for an administrator, others'. Prints TAP.

usage: scripts/with-postgres users.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import base64
import hashlib
import hmac
import struct
import sys
import time
from datetime import datetime, timezone

from office import LEADS, Office, is_problem
from serving import PASSWORD

from stores import check, on_each_engine  # isort: skip

STARTS = int(datetime(2025, 3, 1, 1, tzinfo=timezone.utc).timestamp())
FRESH, OTHER_PASSWORD = "trăng lên đỉnh núi Ba Vì", "cá lội dưới ao làng Đông Ngạc"
USERS = "/api/v1/users"


def code_of(secret, step):
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 10 ** 6:06d}"


class Session:
    """Somebody who has signed in by password"""

    def __init__(self, office, name, password, **more):
        self.office = office
        self.answer = office.ask(None, "POST", "/api/v1/sessions", {"name": name, "password": password, **more})
        self.cookie = self.answer.fields.get("set-cookie", "").split(";")[0]
        self.csrf = self.answer.json.get("csrf", "")

    def ask(self, method, path, body=None, **fields):
        return self.office.ask(None, method, path, body, Cookie=self.cookie, X_CSRF_Token=self.csrf, **fields)


def made(office):
    """Returns number and invitation of a new account"""
    count = int(office.store.sql("SELECT count(*) FROM audit")[0][0])
    for body, status in [({}, 422), ({"name": "moi"}, 422), ({"name": "moi", "role": "king"}, 400), ({"name": 1, "role": "clerk"}, 400), ({"name": "-x", "role": "clerk"}, 400),
                         ({"name": "x" * 200, "role": "clerk"}, 413), ({"name": "Leader", "role": "clerk"}, 409), ({"name": "moi", "role": "clerk", "password": "x"}, 400),
                         ({"name": "moi", "role": "clerk", "unit": ["x"]}, 400), ([], 400)]:
        answer = office.ask("administrator", "POST", USERS, body)
        check(f"refused with {status}: an account {str(body)[:50]}", is_problem(answer, status), answer)
    check("nothing was made of that", int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == count)
    answer = office.ask("administrator", "POST", USERS, {"name": "moi", "role": "officer", "unit": LEADS})
    number, invitation = answer.json["id"], answer.json["invitation"]
    check("an account is made, with an invitation", answer.status == 201 and answer.fields["location"] == f"{USERS}/{number}" and len(invitation) == 43, answer)
    shown = office.ask("administrator", "GET", f"{USERS}/{number}")
    check("it has no password, and nothing that opens it is shown", shown.json["has_password"] is False and invitation not in shown.text, shown)
    every = office.ask("administrator", "GET", USERS + "?limit=500").json["users"]
    check("it is in the list", number in [one["id"] for one in every] and "next" in office.ask("administrator", "GET", USERS + "?limit=2").json)
    check("nobody signs in to it", Session(office, "moi", "").answer.status in (401, 422))
    stored = office.store.sql("SELECT count(*) FROM audit WHERE now_json LIKE '%" + invitation + "%'")[0][0]
    check("the record has not the invitation", int(stored) == 0)
    return number, invitation


def invited(office, number, invitation):
    def take(text, password):
        return office.ask(None, "POST", "/api/v1/invitations", {"invitation": text, "password": password})

    for text in ("", "x", "A" * 43, "A" * 5000, invitation[:-1]):
        check(f"no invitation: {text[:10]}", take(text, FRESH).status in (404, 413, 422))
    check("a password that others guess is refused", is_problem(take(invitation, "matkhau123"), 400))
    check("nor is one without an invitation taken", is_problem(office.ask(None, "POST", "/api/v1/invitations", {"password": FRESH}), 422))
    answer = office.ask("administrator", "POST", f"{USERS}/{number}/invitations")
    check("another invitation is made", answer.status == 201 and answer.json["invitation"] != invitation, answer)
    check("the one before is over", is_problem(take(invitation, FRESH), 404))
    invitation = answer.json["invitation"]
    check("with it the password is set", take(invitation, FRESH).status == 204)
    check("once", is_problem(take(invitation, OTHER_PASSWORD), 404))
    check("and one signs in with it", Session(office, "moi", FRESH).answer.status == 201)
    check("no invitation for nobody", is_problem(office.ask("administrator", "POST", f"{USERS}/999/invitations"), 404))


def changed(office, number):
    path = f"{USERS}/{number}"
    shown = office.ask("administrator", "GET", path)
    tag = shown.fields["etag"]
    for body, status in [({}, 422), ({"role": "king"}, 400), ({"disabled": "yes"}, 400), ({"drop_totp": 1}, 400), ({"nix": 1}, 400), ({"unit": "x" * 600}, 413)]:
        check(f"refused with {status}: {str(body)[:40]}", is_problem(office.ask("administrator", "PATCH", path, body, If_Match=tag), status))
    check("without If-Match", is_problem(office.ask("administrator", "PATCH", path, {"role": "focal"}), 428))
    check("nobody", is_problem(office.ask("administrator", "PATCH", f"{USERS}/999", {"role": "focal"}, If_Match=tag), 404))
    session = Session(office, "moi", FRESH)
    answer = office.ask("administrator", "PATCH", path, {"role": "focal", "reason": "Được bổ nhiệm"}, If_Match=tag)
    check("signing in changes no version; a role is changed", answer.status == 200 and answer.json["role"] == "focal" and answer.fields["etag"] != tag, answer)
    check("and counts at once", session.ask("GET", "/api/v1/me").json["role"] == "focal")
    answer = office.ask("administrator", "PATCH", path, {"unit": ""}, If_Match=tag)
    check("a stale version is refused with both", is_problem(answer, 412, "stale") and answer.json["current"]["role"] == "focal" and answer.json["current_version"] > answer.json["expected_version"], answer)
    tag = office.ask("administrator", "GET", path).fields["etag"]
    answer = office.ask("administrator", "PATCH", path, {"disabled": True}, If_Match=tag)
    check("who has left is disabled", answer.status == 200 and answer.json["disabled"] is True and is_problem(session.ask("GET", "/api/v1/me"), 401), answer)
    check("and gets no invitation", is_problem(office.ask("administrator", "POST", path + "/invitations"), 409))
    answer = office.ask("administrator", "PATCH", path, {"disabled": False}, If_Match=answer.fields["etag"])
    check("and is let in again", answer.status == 200 and Session(office, "moi", FRESH).answer.status == 201, answer)
    own = next(one for one in office.ask("administrator", "GET", USERS + "?limit=500").json["users"] if one["name"] == "administrator")
    tag = office.ask("administrator", "GET", f"{USERS}/{own['id']}").fields["etag"]
    check("the last administrator stays one", is_problem(office.ask("administrator", "PATCH", f"{USERS}/{own['id']}", {"role": "clerk"}, If_Match=tag), 409))


def own_sessions(office, number):
    one, other = Session(office, "moi", FRESH), Session(office, "moi", FRESH)
    listed = one.ask("GET", "/api/v1/me/sessions").json["sessions"]
    check("one sees the own sessions, and which this is", len(listed) >= 2 and [entry["own"] for entry in listed].count(True) == 1 and all(entry["origin"] for entry in listed), listed)
    ids = [entry["id"] for entry in other.ask("GET", "/api/v1/me/sessions").json["sessions"] if entry["own"]]
    check("another one's is not there", is_problem(office.ask("leader", "DELETE", f"/api/v1/me/sessions/{ids[0]}"), 404))
    check("a session is ended", one.ask("DELETE", f"/api/v1/me/sessions/{ids[0]}").status == 204 and is_problem(other.ask("GET", "/api/v1/me"), 401))
    check("once", is_problem(one.ask("DELETE", f"/api/v1/me/sessions/{ids[0]}"), 404))
    check("its name opens nothing", is_problem(office.ask(None, "GET", "/api/v1/me", Cookie="dondoc=" + listed[0]["id"]), 401))
    check("an administrator ends all", office.ask("administrator", "DELETE", f"{USERS}/{number}/sessions").status == 204 and is_problem(one.ask("GET", "/api/v1/me"), 401))
    check("not of nobody", is_problem(office.ask("administrator", "DELETE", f"{USERS}/999/sessions"), 404))


def own_tokens(office, number):
    session, tokens = Session(office, "moi", FRESH), "/api/v1/me/tokens"
    for body, status in [({}, 422), ({"name": "x"}, 422), ({"name": "x", "days": 0}, 400), ({"name": "x", "days": 400}, 400), ({"name": "x", "days": 1, "scopes": "all"}, 400),
                         ({"name": "x", "days": 1, "scopes": ["read"]}, 400), ({"name": "x" * 200, "days": 1}, 413), ({"name": "x", "days": 1}, 422),
                         ({"name": "x", "days": 1, "password": 7}, 400), ({"name": "x", "days": 1, "password": ""}, 422), ({"name": "x", "days": 1, "password": "không phải"}, 401)]:
        check(f"refused with {status}: a token {str(body)[:50]}", is_problem(session.ask("POST", tokens, body), status))
    answer = session.ask("POST", tokens, {"name": "kết nối", "days": 7, "scopes": "read admin", "password": FRESH})
    token = answer.json["token"]
    check("a token is made, and told once", answer.status == 201 and token.startswith("dondoc_") and token not in session.ask("GET", tokens).text, answer)
    check("it acts for who made it", office.server.ask("GET", "/api/v1/me", token).json["name"] == "moi")
    for scopes in ("read", "read write admin"):
        answer = office.server.ask("POST", tokens, token, {"name": "nữa", "days": 7, "scopes": scopes, "password": FRESH})
        check(f"but makes no other: {scopes}", is_problem(answer, 403, "forbidden"), answer)
    weak = session.ask("POST", tokens, {"name": "đọc", "days": 7, "password": FRESH}).json["token"]
    check("saying the password leaves no session behind", len(session.ask("GET", "/api/v1/me/sessions").json["sessions"]) ==
          int(office.store.sql(f"SELECT count(*) FROM session WHERE account_id = {number}")[0][0]) and
          sum(one["own"] for one in session.ask("GET", "/api/v1/me/sessions").json["sessions"]) == 1)
    check("one that only reads does nothing with the account", is_problem(office.server.ask("GET", tokens, weak), 403) and
          is_problem(office.server.ask("PUT", "/api/v1/me/password", weak, {"password": FRESH, "new_password": OTHER_PASSWORD}), 403))
    listed = session.ask("GET", tokens).json["tokens"]
    check("the own are listed", [one["name"] for one in listed] == ["kết nối", "đọc"], listed)
    check("another's are not revoked", is_problem(office.ask("leader", "DELETE", f"{tokens}/{listed[0]['id']}"), 404))
    check("the own are", session.ask("DELETE", f"{tokens}/{listed[0]['id']}").status == 204 and is_problem(office.server.ask("GET", "/api/v1/me", token), 401))
    other = office.ask("administrator", "GET", f"{USERS}/{number}/tokens").json["tokens"]
    check("an administrator sees them", [one["name"] for one in other] == ["đọc"], other)
    check("and revokes them", office.ask("administrator", "DELETE", f"/api/v1/tokens/{other[0]['id']}").status == 204 and is_problem(office.server.ask("GET", "/api/v1/me", weak), 401))
    check("once", is_problem(office.ask("administrator", "DELETE", f"/api/v1/tokens/{other[0]['id']}"), 404))


def own_password(office):
    session, path, token = Session(office, "moi", FRESH), "/api/v1/me/password", ["POST", "/api/v1/me/tokens"]
    kept = session.ask(*token, {"name": "giữ", "days": 7, "password": FRESH}).json["token"]
    for body, status in [({}, 422), ({"password": FRESH}, 422), ({"password": FRESH, "new_password": "ngắn"}, 400), ({"password": FRESH, "new_password": 7}, 400),
                         ({"password": "không phải", "new_password": OTHER_PASSWORD}, 401), ({"password": FRESH, "new_password": "x" * 300}, 413)]:
        check(f"refused with {status}: a password by {str(body)[:50]}", is_problem(session.ask("PUT", path, body), status))
    check("nothing of that ended the session", session.ask("GET", "/api/v1/me").status == 200)
    check("API tokens may stay", session.ask("PUT", path, {"password": FRESH, "new_password": FRESH, "keep_tokens": True}).status == 204 and
          office.server.ask("GET", "/api/v1/me", kept).status == 200)
    session = Session(office, "moi", FRESH)
    answer = session.ask("PUT", path, {"password": FRESH, "new_password": OTHER_PASSWORD})
    check("else they end with the old password", is_problem(office.server.ask("GET", "/api/v1/me", kept), 401))
    check("the own password is changed", answer.status == 204 and "Max-Age=0" in answer.fields["set-cookie"], answer)
    check("all sessions end with it", is_problem(session.ask("GET", "/api/v1/me"), 401))
    check("the old one opens nothing", is_problem(Session(office, "moi", FRESH).answer, 401))
    check("the new one does", Session(office, "moi", OTHER_PASSWORD).answer.status == 201)


def own_codes(office, number):
    def now():
        return (STARTS + int(time.time() - office.begun)) // 30

    session = Session(office, "moi", OTHER_PASSWORD)
    answer = session.ask("POST", "/api/v1/me/totp")
    secret = answer.json["secret"]
    check("a secret is proposed", answer.status == 200 and f"secret={secret}" in answer.json["uri"], answer)
    check("of which nothing is kept yet", Session(office, "moi", OTHER_PASSWORD).answer.status == 201)
    body = {"secret": secret, "proof": code_of(secret, now()), "password": OTHER_PASSWORD}
    for wrong, status in [({"proof": "12345"}, 400), ({"secret": "A" * 32, "proof": body["proof"]}, 400), ({"secret": "???"}, 400), ({"secret": secret[:16]}, 400),
                          ({"password": "không phải"}, 401), ({"secret": ""}, 422), ({"code": 1}, 400)]:
        answer = session.ask("PUT", "/api/v1/me/totp", {**body, **wrong})
        check(f"refused with {status}: codes with {wrong}", is_problem(answer, status), answer)
    body["proof"] = code_of(secret, now())
    check("with its code it is", session.ask("PUT", "/api/v1/me/totp", body).status == 204)
    check("which is used then", is_problem(Session(office, "moi", OTHER_PASSWORD, code=body["proof"]).answer, 401, "wrong-sign-in"))
    check("the session goes on", session.ask("GET", "/api/v1/me").status == 200)
    check("from now on a code is asked for", is_problem(Session(office, "moi", OTHER_PASSWORD).answer, 401, "code-needed"))
    check("and opens", Session(office, "moi", OTHER_PASSWORD, code=code_of(secret, now() + 1)).answer.status == 201)
    answer = session.ask("POST", "/api/v1/me/tokens", {"name": "x", "days": 1, "password": OTHER_PASSWORD})
    check("no token is made without one", is_problem(answer, 401, "code-needed"), answer)
    check("the password is not changed without one", is_problem(session.ask("PUT", "/api/v1/me/password", {"password": OTHER_PASSWORD, "new_password": FRESH}), 401, "code-needed"))
    tag = office.ask("administrator", "GET", f"{USERS}/{number}").fields["etag"]
    answer = office.ask("administrator", "PATCH", f"{USERS}/{number}", {"drop_totp": True, "reason": "Mất điện thoại"}, If_Match=tag)
    check("an administrator takes them off who lost the telephone", answer.status == 200 and answer.json["has_totp"] is False and
          Session(office, "moi", OTHER_PASSWORD).answer.status == 201, answer)


def enrol(office):
    """Who has to take codes into use does that, and nothing else"""
    session = Session(office, "leader", PASSWORD)
    check("who has none is told so", session.answer.status == 201 and session.answer.json["must"] == ["totp"] and session.answer.json["may"] == [], session.answer)
    for method, path, body in [("GET", "/api/v1/tasks", None), ("PUT", "/api/v1/me/password", {"password": PASSWORD, "new_password": FRESH}), ("GET", "/api/v1/me/sessions", None),
                               ("POST", "/api/v1/me/tokens", {"name": "x", "days": 1, "password": PASSWORD}), ("POST", "/api/v1/tasks/1/actions", {"action": "take"}), ("GET", "/api/v1/events", None)]:
        check(f"nothing else is open: {method} {path}", is_problem(session.ask(method, path, body), 403, "code-unenroled"))
    check("a token goes on", office.ask("leader", "GET", "/api/v1/tasks").status == 200)
    secret = session.ask("POST", "/api/v1/me/totp").json["secret"]
    proof = code_of(secret, (STARTS + int(time.time() - office.begun)) // 30)
    check("codes are taken into use", session.ask("PUT", "/api/v1/me/totp", {"secret": secret, "proof": proof, "password": PASSWORD}).status == 204)
    me = session.ask("GET", "/api/v1/me").json
    check("and the same session goes on", me["must"] == [] and me["has_totp"] and {"read", "approve", "import"} <= set(me["may"]) and "manage" not in me["may"] and
          session.ask("GET", "/api/v1/tasks").status == 200, me)
    check("it signs out", Session(office, "leader", PASSWORD).answer.status == 401 and session.ask("DELETE", "/api/v1/sessions").status == 204)
    number = next(one["id"] for one in office.ask("administrator", "GET", USERS + "?limit=500").json["users"] if one["name"] == "leader")
    tag = office.ask("administrator", "GET", f"{USERS}/{number}").fields["etag"]
    check("an administrator takes them off", office.ask("administrator", "PATCH", f"{USERS}/{number}", {"drop_totp": True}, If_Match=tag).status == 200 and
          Session(office, "leader", PASSWORD).answer.json["must"] == ["totp"])


def roles(office):
    answer = office.ask("administrator", "GET", "/api/v1/roles")
    check("no role is asked for codes at first", len(answer.json["roles"]) == 8 and not any(one["totp"] for one in answer.json["roles"]), answer)
    for body, status in [({}, 422), ({"role": "king"}, 400), ({"role": "leader", "totp": "yes"}, 400)]:
        check(f"refused with {status}: {body}", is_problem(office.ask("administrator", "PUT", "/api/v1/roles", body), status))
    answer = office.ask("administrator", "PUT", "/api/v1/roles", {"role": "leader", "totp": True})
    check("the office demands codes of a role", [one["role"] for one in answer.json["roles"] if one["totp"]] == ["leader"], answer)
    enrol(office)
    check("and no longer", office.ask("administrator", "PUT", "/api/v1/roles", {"role": "leader", "totp": False}).status == 200 and
          Session(office, "leader", PASSWORD).answer.status == 201)


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples)
    office.begun = time.time()
    number, invitation = made(office)
    invited(office, number, invitation)
    changed(office, number)
    own_sessions(office, number)
    own_tokens(office, number)
    own_password(office)
    own_codes(office, number)
    roles(office)
    check("SIGTERM ends it", office.server.stop() == 0)
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stderr)
    store.close()


def main(dondoc, samples):
    return on_each_engine(run, dondoc, samples)


sys.exit(main(*sys.argv[1:]))
