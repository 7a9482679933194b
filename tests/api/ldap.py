#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in through a directory: a real slapd, with groups, TLS, servers that are dead, slow or not who they should be. Prints TAP.

usage: scripts/with-postgres ldap.py PATH-OF-DONDOC
"""
import json
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

from directory import BASE, PEOPLE, SERVICE, SLAPD, Silent, Slapd, free_port
from serving import NOW, PASSWORD, Server, add_account

from stores import Program, check, end, engines, skip  # isort: skip

OF = {uid: password for uid, password, _, _ in PEOPLE}
TABLES = f"""
[ldap-roles]
administrator=cn=quan-tri,ou=groups,{BASE}
overseer=cn=theo-doi,ou=groups,{BASE}
focal=cn=dau-moi,ou=groups,{BASE}
"""


class Office:
    """A store and a server with settings"""

    def __init__(self, program, store, folder):
        self.program, self.store, self.folder, self.server = program, store, folder, None
        self.token = add_account(program, store.url, "quản trị", "administrator")
        Path(folder, "bind").write_text(SERVICE[1] + "\n", encoding="utf-8")

    def serve(self, uris, ca="ca.pem", tables=TABLES, **keys):
        keys = {"uris": ";".join(uris), "ca": Path(self.folder, ca), "base": "ou=people," + BASE, "bind-dn": SERVICE[0],
                "bind-password-file": Path(self.folder, "bind"), "unit-attribute": "departmentNumber", "timeout": 2,
                **{name.replace("_", "-"): value for name, value in keys.items()}}
        lines = [f"{name}={value}" for name, value in keys.items() if value is not None]
        settings = Path(self.folder, "settings.ini")
        settings.write_text("[server]\nrate=0\n[ldap]\n" + "\n".join(lines) + "\n" + tables, encoding="utf-8")
        self.stop()
        self.server = Server(self.program, self.store.url, "--config", str(settings))
        return self.server

    def stop(self):
        if self.server is not None:
            self.server.stop()
        self.server = None

    def sign_in(self, name, password):
        return self.server.ask("POST", "/api/v1/sessions", body={"name": name, "password": password})

    def user(self, *words):
        return self.program("user", *words, "--store", self.store.url, "--now", NOW)

    def account(self, name):
        done = self.user("show", name, "--format", "json")
        return json.loads(done.stdout) if done.returncode == 0 else None


def is_problem(answer, status, word):
    return answer.status == status and answer.json["type"].endswith(":" + word)


def people(office, slapd):
    uri = f"ldap://127.0.0.1:{slapd.port}"
    office.serve([uri])
    answer = office.sign_in("hoa", OF["hoa"])
    check("without an account one is told what to do", is_problem(answer, 403, "no-account") and office.account("hoa") is None, answer)
    check("a wrong password is no more than that", is_problem(office.sign_in("hoa", "sai"), 401, "wrong-sign-in"))
    check("who is not there, too", is_problem(office.sign_in("khong-co", "sai"), 401, "wrong-sign-in"))
    check("an account is made for somebody of the directory", office.user("add", "hoa", "--role", "focal", "--unit", "Sở Y tế", "--way", "ldap").returncode == 0)
    answer = office.sign_in("hoa", OF["hoa"])
    check("who then signs in", answer.status == 201 and answer.json["name"] == "hoa", answer)
    check("role and unit are what the directory says", (answer.json["role"], answer.json["unit"]) == ("focal", "Sở Tư pháp"), answer)
    check("with a session", office.server.ask("GET", "/api/v1/me", Cookie=answer.fields["set-cookie"].split(";")[0]).json["name"] == "hoa")
    fields = {"Cookie": answer.fields["set-cookie"].split(";")[0], "X_CSRF_Token": answer.json["csrf"]}
    for password, status in (("sai", 401), (OF["minh"], 401), (OF["hoa"], 201)):
        made = office.server.ask("POST", "/api/v1/me/tokens", body={"name": "x", "days": 1, "password": password}, **fields)
        check(f"an API token is made with the password that the directory knows: {status}", made.status == status, made)
    changed = office.server.ask("PUT", "/api/v1/me/password", body={"password": OF["hoa"], "new_password": PASSWORD}, **fields)
    check("which is changed there", is_problem(changed, 409, "conflict"), changed)
    check("in capitals it is the same person", office.sign_in("HOA", OF["hoa"]).status == 201)
    check("a local account signs in as before", office.sign_in("quản trị", PASSWORD).status == 201)
    for password in ("", " ", "sai"):
        check(f"the password {password!r} does not bind", office.sign_in("hoa", password).status in (401, 422))
    office.user("enable", "hoa")
    for name in ("*", "ho*", "hoa)(uid=*", "*)(objectClass=*", "hoa\\", "\\68oa", "hoa,ou=people", "hoa\u0000", "uid=hoa", "(|(uid=hoa))"):
        answer = office.sign_in(name, OF["hoa"])
        check(f"{name!r} is nobody", answer.status in (400, 401), answer)
    check("disabled here is disabled", office.user("disable", "hoa").returncode == 0 and is_problem(office.sign_in("hoa", OF["hoa"]), 401, "wrong-sign-in"))
    done = office.user("password", "hoa", "--password-stdin")
    check("it has no password of the store's own", done.returncode == 1, done)
    log = Path(office.program.folder, "serve.log").read_text(encoding="utf-8")
    check("the log has no names and passwords", not any(word in log for word in ("hoa", *OF.values(), SERVICE[1])), log)


def new_people(office, slapd):
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true")
    answer = office.sign_in("minh", OF["minh"])
    check("who has no account gets one by the groups", answer.status == 201 and answer.json["role"] == "overseer", answer)
    account = office.account("minh")
    check("of the directory", account["way"] == "ldap" and account["unit"] == "Văn phòng" and not account["has_password"], account)
    check("one of no group gets none", is_problem(office.sign_in("khach", OF["khach"]), 403, "no-account") and office.account("khach") is None)
    check("who acts for one unit gets none without it", is_problem(office.sign_in("mo-coi", OF["mo-coi"]), 403, "no-account"))
    leaders = TABLES.replace("focal=", "leader=")
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true", tables=leaders)
    check("nor does a leader", is_problem(office.sign_in("mo-coi", OF["mo-coi"]), 403, "no-account") and office.account("mo-coi") is None)
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true", tables=leaders, whole_office="leader")
    answer = office.sign_in("mo-coi", OF["mo-coi"])
    check("unless the settings say that leaders are for all", answer.status == 201 and answer.json["unit"] is None, answer)
    left_out(office, slapd, answer)
    other_names(office, slapd)
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true")
    office.user("role", "minh", "clerk")
    check("the groups count each time", office.sign_in("minh", OF["minh"]).json["role"] == "overseer")
    audit = office.server.ask("GET", f"/api/v1/audit?object=account&id={account['id']}", office.token).text
    check("the record says by which way", '"way":"ldap"' in audit.replace("\\", "") and OF["minh"] not in audit)
    for _ in range(6):
        last = office.sign_in("minh", "sai")
    check("wrong passwords wait", last.status in (401, 429) and office.sign_in("minh", OF["minh"]).status in (201, 429), last)
    # groups that only name their members
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true", groups_attribute="none", group_base="ou=groups," + BASE,
                 group_filter="(&(objectClass=groupOfNames)(member={}))")
    check("groups are looked for by their members", office.sign_in("sep", OF["sep"]).json["role"] == "administrator")
    # people bind themselves
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true", bind_dn=None, bind_password_file=None, base=None, user_dn="uid={},ou=people," + BASE)
    check("a name made of a template binds", office.sign_in("sep", OF["sep"]).status == 201)
    check("and is escaped", office.sign_in("sep,ou=people", OF["sep"]).status == 401)


def left_out(office, slapd, answer):
    """Who is in no group any more keeps neither session nor API token, from the next time on that the directory is asked"""
    session = {"Cookie": answer.fields["set-cookie"].split(";")[0]}
    token = office.server.ask("POST", "/api/v1/me/tokens", body={"name": "x", "days": 9, "password": OF["mo-coi"]}, **session, X_CSRF_Token=answer.json["csrf"]).json["token"]

    def is_in():
        return [office.server.ask("GET", "/api/v1/me", **session).status, office.server.ask("GET", "/api/v1/me", token).status]

    check("one has a session and an API token", is_in() == [200, 200])
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], tables=f"[ldap-roles]\noverseer=cn=theo-doi,ou=groups,{BASE}\n")
    check("a wrong password ends nothing", office.sign_in("mo-coi", "sai").status == 401 and is_in() == [200, 200])
    check("out of all groups one has neither", is_problem(office.sign_in("mo-coi", OF["mo-coi"]), 403, "no-account") and is_in() == [401, 401])
    done = office.program("check", url=office.store.url)
    check("as the record says", done.returncode == 0, done.stderr)


def other_names(office, slapd):
    """All names by which a directory finds somebody are one count"""
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true", filter="(&(objectClass=person)(|(uid={})(mail={})))")
    check("one is found by another name", office.sign_in("sep@tinh.vn", OF["sep"]).json["name"] == "sep")
    for name in ("sep@tinh.vn", "SEP@tinh.vn", "sep", "Sep@Tinh.VN", "sep@TINH.vn"):
        check(f"{name}: a wrong password", office.sign_in(name, "sai").status == 401)
    check("each counted for the person", office.sign_in("sep", OF["sep"]).status == 429)
    office.user("enable", "sep")
    check("who is let in again", office.sign_in("sep", OF["sep"]).status == 201)


def looked_at(office, slapd):
    """Who does not sign in again is looked for in the directory: who is gone there, or disabled, keeps neither session nor API token"""
    def serve(**keys):
        # cn is the name that the account gets, and may change; entryUUID would do so, too, when slapmodify has changed anything
        office.serve([f"ldap://127.0.0.1:{slapd.port}"], add="true", look_again=1, filter="(&(objectClass=person)(cn={}))", name_attribute="cn", id_attribute="mail", **keys)

    def enter(name):
        answer = office.sign_in(name, OF[name])
        fields = {"Cookie": answer.fields["set-cookie"].split(";")[0]}
        made = office.server.ask("POST", "/api/v1/me/tokens", body={"name": "x", "days": 9, "password": OF[name]}, **fields, X_CSRF_Token=answer.json["csrf"])
        return fields, made.json["token"]

    def me(ways):
        return [office.server.ask("GET", "/api/v1/me", **ways[0]), office.server.ask("GET", "/api/v1/me", ways[1])]

    def wait(good):
        deadline = time.monotonic() + 60
        while not good() and time.monotonic() < deadline:
            time.sleep(0.2)
        return good()

    def log():
        return Path(office.program.folder, "serve.log").read_text(encoding="utf-8")

    serve()
    for name in ("hoa", "minh", "sep"):
        office.user("enable", name)  # wrong passwords were tried before
        office.user("way", name, "local")
        office.user("way", name, "ldap")  # nobody has come to it yet
    ways = {name: enter(name) for name in ("hoa", "minh", "sep")}
    office.user("role", "minh", "focal")
    check("roles are those of the directory without signing in", wait(lambda: [one.json.get("role") for one in me(ways["minh"])] == ["overseer"] * 2))
    serve(base="ou=groups," + BASE)
    check("a directory that has lost nearly everybody is no answer", wait(lambda: log().count("for 3 of 3 accounts") > 1) and
          all(one.status == 200 for name in ways for one in me(ways[name])), log()[-500:])
    serve()
    slapd.stop()
    seen = log().count("directory does not answer")
    check("a directory that is away is no answer", wait(lambda: log().count("directory does not answer") > seen) and
          all(one.status == 200 for name in ways for one in me(ways[name])))
    slapd.change("hoa", "replace: cn", "cn: hoa.nguyen")
    office.user("role", "minh", "focal")
    check("who has another name there is looked at, too", wait(lambda: me(ways["minh"])[0].json.get("role") == "overseer") and
          all(one.status == 200 for one in me(ways["hoa"])), [one.text for name in ways for one in me(ways[name])])
    slapd.change("hoa", "add: objectClass", "objectClass: adPerson", "-", "add: userAccountControl", "userAccountControl: 514")
    check("who is disabled there has neither", wait(lambda: [one.status for one in me(ways["hoa"])] == [401, 401]))
    check("the others have both", all(one.status == 200 for name in ("minh", "sep") for one in me(ways[name])))
    slapd.change("minh")
    check("nor has who is gone", wait(lambda: [one.status for one in me(ways["minh"])] == [401, 401]))
    records = office.server.ask("GET", f"/api/v1/audit?object=account&id={office.account('minh')['id']}&limit=500", office.token).json["records"]
    check("the record says by whom", {"token-revoke", "sign-out"} <= {one["action"] for one in records if one["origin"] == "directory"}, records)
    check("it ends well, and at once", office.server.stop() == 0)
    office.server = None
    check("the log has no names", not any(name in log() for name in ("minh", "hoa", "sep")))


def tried(office, slapd):
    """What an IT officer sees of the settings"""
    def run(*words, password=None, **keys):
        office.serve([f"ldap://127.0.0.1:{slapd.port}"], **keys)
        more = ["--password-stdin"] if password else []
        return office.program("user", "check-directory", *words, "--config", Path(office.folder, "settings.ini"), *more, input=password)

    done = run()
    check("servers and the own name are tried", done.returncode == 0 and done.stdout.count("được (good)") == 2, done)
    done = run("minh", password=OF["minh"])
    check("a person, with groups, role and unit", done.returncode == 0 and all(text in done.stdout for text in (
        "uid=minh,ou=people", "cn=theo-doi", "chuyên viên theo dõi", "Văn phòng")) and OF["minh"] not in done.stdout + done.stderr, done)
    done = run("minh")
    check("without the password, too", done.returncode == 0 and "chuyên viên theo dõi" in done.stdout and "bind as the person" not in done.stdout, done)
    for name, words, keys, said in (("a wrong password", ("minh",), {"password": "sai"}, "Invalid credentials"), ("nobody", ("khong-co",), {}, "base, filter"),
                                    ("who is refused", ("khach",), {}, "sẽ bị từ chối"), ("another authority", (), {"ca": "other.pem"}, "uris, ca"),
                                    ("a wrong own name", (), {"bind_dn": "cn=x," + BASE}, "bind-password-file"), ("a wrong base", ("minh",), {"base": "ou=x," + BASE}, "base, filter")):
        done = run(*words, **keys)
        check(f"{name}: is told, with what to look at", done.returncode == 1 and said in done.stdout + done.stderr, done)
    done = run("mo-coi")
    check("that a unit is missing, too", done.returncode == 0 and "whole-office" in done.stdout, done)
    done = run("sep", bind_dn=None, bind_password_file=None, base=None, user_dn="uid={},ou=people," + BASE, password=OF["sep"])
    check("people who bind themselves", done.returncode == 0 and "quản trị" in done.stdout, done)
    done = office.program("user", "check-directory", "x")
    check("without settings it is no command", done.returncode == 2, done)


def transport(office, slapd):
    tls = f"ldaps://127.0.0.1:{slapd.tls_port}"
    office.serve([tls], add="true", starttls="false")
    check("over TLS", office.sign_in("sep", OF["sep"]).status == 201)
    office.serve([tls], ca="other.pem", add="true")
    check("another authority's certificate is not taken", office.sign_in("sep", OF["sep"]).status == 503)
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], ca="other.pem", add="true")
    check("nor with StartTLS", office.sign_in("sep", OF["sep"]).status == 503)
    office.serve([f"ldap://127.0.0.1:{slapd.port}"], ca="khong-co.pem", add="true")
    check("without the file of authorities nobody is asked", office.sign_in("sep", OF["sep"]).status == 503)
    Path(office.folder, "bind").write_text("sai\n", encoding="utf-8")
    office.serve([tls], add="true")
    answer = office.sign_in("sep", OF["sep"])
    check("a wrong password of the server's own is not the person's", answer.status == 503, answer)
    Path(office.folder, "bind").write_text(SERVICE[1] + "\n", encoding="utf-8")
    settings = Path(office.folder, "plain.ini")
    settings.write_text("[ldap]\nuris=ldap://10.9.9.9\nstarttls=false\nuser-dn=uid={},dc=x\n", encoding="utf-8")
    refused = Server(office.program, office.store.url, "--config", str(settings))
    check("passwords do not go in the clear", refused.port is None and refused.stop() == 1)


def faults(office, slapd):
    dead, silent = f"ldap://127.0.0.1:{free_port()}", Silent()
    good = f"ldap://127.0.0.1:{slapd.port}"
    try:
        office.serve([dead, good], add="true")
        check("behind a dead server the next one is asked", office.sign_in("sep", OF["sep"]).status == 201)
        office.serve([f"ldap://127.0.0.1:{silent.port}", good], add="true", timeout=1)
        check("behind a silent one, too", office.sign_in("sep", OF["sep"]).status == 201)
        began = time.monotonic()
        again = office.sign_in("sep", OF["sep"])
        check("which is then asked last", again.status == 201, time.monotonic() - began)
        for scheme in ("ldap", "ldaps"):
            office.serve([f"{scheme}://127.0.0.1:{silent.port}"], add="true", timeout=1)
            answer = office.sign_in("sep", OF["sep"])
            check(f"a silent {scheme} server is out of reach", is_problem(answer, 503, "unavailable"), answer)
        for _ in range(6):
            office.sign_in("sep", OF["sep"])
        office.serve([good], add="true")
        check("which is nobody's failure", office.sign_in("sep", OF["sep"]).status == 201)
        office.serve([f"ldap://127.0.0.1:{silent.port}"], add="true", timeout=5)
        waiting = [threading.Thread(target=office.sign_in, args=("sep", OF["sep"])) for _ in range(12)]
        for one in waiting:
            one.start()
        answers = [office.sign_in("quản trị", PASSWORD), office.server.ask("GET", "/api/v1/me", office.token)]
        check("while many wait for it the others go on", [one.status for one in answers] == [201, 200] and any(one.is_alive() for one in waiting), answers)
        for one in waiting:
            one.join()
        provider = f"[oidc]\nissuer=http://127.0.0.1:{silent.port}\nclient-id=x\ntimeout=5\nredirect-uri=https://x.vn/api/v1/oidc/callback\n"
        office.serve([good], add="true", tables=TABLES + provider)
        waiting = [threading.Thread(target=office.server.ask, args=("GET", "/api/v1/oidc/start")) for _ in range(12)]
        for one in waiting:
            one.start()
        answer = office.sign_in("sep", OF["sep"])
        check("while many wait for a provider the directory is asked", answer.status == 201 and any(one.is_alive() for one in waiting), answer)
        for one in waiting:
            one.join()
    finally:
        silent.stop()


def main():
    if not Path(SLAPD).exists():
        skip("a directory", "slapd is missing: scripts/install-packages test")
        return end()
    for make in engines():
        folder = tempfile.mkdtemp(prefix="dondoc-ldap-")
        store, slapd, office = make(), Slapd(folder), None
        program = Program(sys.argv[1], folder)
        try:
            office = Office(program, store, folder)
            people(office, slapd)
            new_people(office, slapd)
            if store.name == "sqlite":  # what follows has nothing to do with the store
                tried(office, slapd)
                transport(office, slapd)
                faults(office, slapd)
            looked_at(office, slapd)  # which changes people
        finally:
            if office is not None:
                office.stop()
            slapd.stop()
            store.close()
            shutil.rmtree(folder, ignore_errors=True)
    return end()


if __name__ == "__main__":
    sys.exit(main())
