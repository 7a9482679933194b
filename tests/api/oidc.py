#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in and out through OpenID Connect, against a provider of our own that also does everything wrong. Prints TAP.

usage: scripts/with-postgres oidc.py PATH-OF-DONDOC
"""
import json
import shutil
import sys
import tempfile
import threading
import time
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from provider import CLIENT, SECRET, Key, Provider
from serving import NOW, PASSWORD, Server, add_account

from stores import Program, check, end, engines  # isort: skip

CALLBACK = "/api/v1/oidc/callback"
TABLES = "\n[oidc-roles]\nofficer=chuyên viên\noverseer=theo dõi\n"
WRONG = ["wrong-nonce", "wrong-aud", "two-auds", "azp-other", "wrong-iss", "expired", "not-yet", "old", "future", "no-sub", "sub-number", "no-name",
         "is-logout", "exp-text", "alg-none", "hs256", "crit", "wrong-alg", "unknown-kid", "swapped-key", "bad-signature", "no-token", "two-parts", "text"]
AWAY = ["huge", "html", "redirect"]


class Office:
    def __init__(self, program, store, folder, provider):
        self.program, self.store, self.folder, self.provider, self.server = program, store, folder, provider, None
        self.token = add_account(program, store.url, "quản trị", "administrator")
        Path(folder, "secret").write_text(SECRET + "\n", encoding="utf-8")

    def serve(self, *options, tables=TABLES, **keys):
        keys = {"issuer": self.provider.issuer, "client-id": CLIENT, "client-secret-file": Path(self.folder, "secret"), "timeout": 3, "add": "true",
                "redirect-uri": "https://don-doc.tinh.vn" + CALLBACK, "unit-claim": "department", "landing": "/trang",
                "after-logout": "https://don-doc.tinh.vn/", **{name.replace("_", "-"): value for name, value in keys.items()}}
        settings = Path(self.folder, "oidc.ini")
        settings.write_text("[server]\nrate=0\n[oidc]\n" + "".join(f"{name}={value}\n" for name, value in keys.items()) + tables, encoding="utf-8")
        self.stop()
        self.server = Server(self.program, self.store.url, "--config", str(settings), *options)

    def stop(self):
        if self.server is not None:
            self.server.stop()
        self.server = None

    def ask(self, method, path, token=None, **fields):
        return self.server.ask(method, path, token, **fields)

    def start(self, query="", **fields):
        """Returns the cookie and where the browser goes"""
        answer = self.ask("GET", "/api/v1/oidc/start" + query, **fields)
        assert answer.status == 302, answer
        return answer.fields["set-cookie"].split(";")[0], answer.fields["location"]

    def come_back(self, cookie, query, **fields):
        return self.ask("GET", f"{CALLBACK}?{query}", **({"Cookie": cookie} if cookie else {}), **fields)

    def sign_in(self, query=""):
        cookie, location = self.start(query)
        return self.come_back(cookie, self.provider.authorize(location))

    def is_in(self, answer):
        me = self.ask("GET", "/api/v1/me", Cookie=answer.fields.get("set-cookie", "").split(";")[0])
        return me.json if me.status == 200 else None

    def logout(self, token):
        return self.server.ask("POST", "/api/v1/oidc/logout", body=f"logout_token={token}".encode(), Content_Type="application/x-www-form-urlencoded")


def is_problem(answer, status, word):
    return answer.status == status and answer.json["type"].endswith(":" + word)


def own_token(office, answer):
    fields = {"Cookie": answer.fields["set-cookie"].split(";")[0], "X_CSRF_Token": office.is_in(answer)["csrf"]}
    return office.server.ask("POST", "/api/v1/me/tokens", body={"name": "x", "days": 1}, **fields)


def good(office):
    ways = office.ask("GET", "/api/v1/sign-in").json["ways"]
    check("the ways are told", [one["way"] for one in ways] == ["local", "oidc"] and ways[1]["start"] == "/api/v1/oidc/start", ways)
    answer = office.ask("GET", "/api/v1/oidc/start")
    rules = answer.fields["set-cookie"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(answer.fields["location"]).query).items()}
    check("the browser is sent to the provider", answer.status == 302 and "SameSite=Lax" in rules and "HttpOnly" in rules and "Path=/api/v1/oidc" in rules, answer)
    check("state, nonce and challenge are others, and none is the cookie",
          len({asked["state"], asked["nonce"], asked["code_challenge"], rules.split("=")[1].split(";")[0]}) == 4, asked)
    check("it is to come back where the settings say", asked["redirect_uri"] == "https://don-doc.tinh.vn" + CALLBACK, asked)
    answer = office.sign_in()
    me = office.is_in(answer)
    check("who comes back is signed in", answer.status == 200 and me and (me["name"], me["role"], me["unit"]) == ("lan", "officer", "Sở Y tế"), (answer, me))
    check("and goes on to the page", 'content="0;url=/trang"' in answer.text and answer.fields["content-type"].startswith("text/html"), answer)
    check("the session is for no other site", "SameSite=Strict" in answer.fields["set-cookie"], answer)
    account = json.loads(office.program("user", "show", "lan", "--format", "json", "--store", office.store.url).stdout)
    check("the account has its way", account["way"] == "oidc" and not account["has_password"], account)
    check("it has no other", office.server.ask("POST", "/api/v1/sessions", body={"name": "lan", "password": "x"}).status == 401)
    office.provider.signer = office.provider.keys[1]
    check("ES256 signs, too", office.is_in(office.sign_in()))
    office.provider.signer = Key("k3")
    office.provider.keys = [office.provider.signer]
    check("keys that change are asked for anew, but not at once", office.sign_in().status == 400)
    office.serve()
    check("and count then", office.is_in(office.sign_in()))
    office.provider.claims["preferred_username"] = "lan.nguyen"
    check("another name is the same person", office.is_in(office.sign_in())["name"] == "lan")
    office.provider.claims.update(sub="u-2", preferred_username="lan")
    check("the same name is not", is_problem(office.sign_in(), 403, "no-account"))
    office.provider.claims["preferred_username"] = "quản trị"
    check("and no account of the store's own is taken over", is_problem(office.sign_in(), 403, "no-account"))
    office.provider.claims.update(sub="u-1", preferred_username="lan", groups=["khác"])
    check("who is in no group is refused", is_problem(office.sign_in(), 403, "no-account"))
    office.provider.claims["groups"] = ["theo dõi", "chuyên viên"]
    check("groups count each time", office.is_in(office.sign_in())["role"] == "officer")
    office.program("user", "disable", "lan", "--store", office.store.url)
    check("disabled here is disabled", office.sign_in().status == 401)
    office.program("user", "enable", "lan", "--store", office.store.url)


def proved(office):
    """An API token is made by who has just proved at the provider who that is, not by who it lets in because it knows the browser"""
    made = own_token(office, office.sign_in())
    check("who has just come makes no API token by that", is_problem(made, 403, "sign-in-again"), made)
    _, location = office.start("?again=1")
    asked = parse_qs(urlsplit(location).query)
    check("the provider is told to ask again", asked["prompt"] == ["login"] and asked["max_age"] == ["0"], location)
    answer = office.sign_in("?again=1")
    made = own_token(office, answer)
    check("who has proved it makes one", made.status == 201, made)
    office.store.sql("UPDATE session SET proved_at = proved_at - 720")
    made = own_token(office, answer)
    check("but not twelve minutes later", is_problem(made, 403, "sign-in-again"), made)
    for mode in ("lets-in", "says-text", "says-future"):
        office.provider.mode = mode
        answer = office.sign_in("?again=1")
        made = own_token(office, answer)
        check(f"a provider that {mode}: one is signed in, and makes none", office.is_in(answer) and is_problem(made, 403, "sign-in-again"), made)
    office.provider.mode = ""
    for query in ("?again=2", "?again=x", "?more=1"):
        check(f"{query} is refused", is_problem(office.ask("GET", "/api/v1/oidc/start" + query), 400, "bad-request"))


def bad_returns(office):
    cookie, location = office.start()
    other, other_location = office.start()
    query = office.provider.authorize(location)
    check("without the cookie nobody comes back", is_problem(office.come_back(None, query), 400, "bad-request"))
    check("nor with another's", is_problem(office.come_back(other, query), 400, "bad-request"))
    check("nor with one that is none", is_problem(office.come_back("dondoc-oidc=x", query), 400, "bad-request"))
    asked = len(office.provider.asked)
    for name, change in {"no state": query.replace("state=", "state1="), "another state": query.replace("state=", "state=x"), "another issuer":
                         query.replace("iss=", "iss=https%3A%2F%2Fevil.example%2F"), "no issuer, though it names itself": query.replace("iss=", "iss1="),
                         "an error": query.replace("code=", "error=access_denied&code1="), "no code": query.replace("code=", "code1=")}.items():
        check(f"{name} is refused", is_problem(office.come_back(cookie, change), 400, "bad-request"))
    check("and the provider is not asked about any", len(office.provider.asked) == asked, office.provider.asked[asked:])
    good_query = office.provider.authorize(other_location)
    code = parse_qs(good_query)["code"][0]
    stolen = query.replace(parse_qs(query)["code"][0], code)
    check("the code of another browser is not taken", is_problem(office.come_back(cookie, stolen), 400, "bad-request"))
    refused = office.come_back(cookie, stolen)
    check("what was begun is over then", [one for one in refused.cookies if one.startswith("dondoc-oidc=;") and "Max-Age=0" in one], refused.cookies)
    query = office.provider.authorize(location)
    answer = office.come_back(cookie, query)
    check("a code is taken once", answer.status == 200 and office.come_back(cookie, query).status == 400)
    check("and the browser forgets what it began", len(answer.cookies) == 2 and answer.cookies[0].startswith("dondoc-oidc=;"), answer.cookies)
    check("a link of somebody else does not undo it", office.come_back(cookie, "state=x&code=y").cookies == [])
    secret, _, begun = cookie.partition(".")
    for name, other in {"no time": secret, "another time": f"{secret}.{int(begun) - 1}", "the future": f"{secret}.{int(begun) + 900}", "text": secret + ".x", "a long time ago": secret + ".0"}.items():
        check(f"a cookie with {name} is refused", is_problem(office.come_back(other, office.provider.authorize(location)), 400, "bad-request"))
    for name in ("state=%00", "code=" + "A" * 9000, "code=%0d%0aX:1", "&".join(f"a{i}=1" for i in range(50))):
        check(f"{name[:20]} is refused", office.come_back(cookie, name).status in (400, 414))


def late(office):
    """Who goes away for too long begins again, whatever the browser still holds"""
    cookie, location = office.start()
    query = office.provider.authorize(location)
    office.serve("--now", NOW[:-2] + "11")
    check("eleven minutes later it is over", is_problem(office.come_back(cookie, query), 400, "bad-request"))
    office.serve()


def behind_tls(office):
    """A neighbour of the domain can set cookies of any plain name: he would have the victim work in his account"""
    office.serve("--proxies", "127.0.0.1")
    by = {"X_Forwarded_Proto": "https"}
    cookie, location = office.start(**by)
    check("what was begun has a name that only we can set", cookie.startswith("__Host-dondoc-oidc="), cookie)
    query = office.provider.authorize(location)
    plain = cookie.replace("__Host-", "")
    check("another name is not looked at", is_problem(office.come_back(plain, query, **by), 400, "bad-request") and
          is_problem(office.come_back(f"{cookie}; {cookie}", query, **by), 400, "bad-request"))
    answer = office.come_back(cookie, query, **by)
    session = answer.cookies[-1].split(";")[0]
    check("nor of the session", session.startswith("__Host-dondoc=") and "Secure" in answer.cookies[-1] and "Path=/;" in answer.cookies[-1] and
          office.ask("GET", "/api/v1/me", Cookie=session, **by).status == 200 and office.ask("GET", "/api/v1/me", Cookie=session.replace("__Host-", ""), **by).status == 401, answer.cookies)
    office.serve()


def silent(office):
    """A provider that does not answer is not asked again by everybody"""
    office.provider.mode = "slow"
    office.serve(timeout=2)
    office.provider.asked.clear()
    asking = [threading.Thread(target=office.ask, args=("GET", "/api/v1/oidc/start")) for _ in range(8)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    check("eight who wait are one question", len(office.provider.asked) <= 2, office.provider.asked)
    office.provider.mode = ""
    time.sleep(3)
    check("it is asked again later", office.is_in(office.sign_in()))


def bad_tokens(office):
    for mode in WRONG + AWAY:
        office.provider.mode = mode if mode != "redirect" else ""
        cookie, location = office.start()
        query = office.provider.authorize(location)
        office.provider.mode = mode
        answer = office.come_back(cookie, query)
        office.provider.mode = ""
        check(f"{mode} is refused", answer.status == (503 if mode in AWAY else 400) and "dondoc=" not in answer.fields.get("set-cookie", ""), answer)
    check("no redirect was followed", "/elsewhere" not in office.provider.asked)
    check("afterwards a good one is taken", office.is_in(office.sign_in()))


def bad_provider(office):
    for mode in ("other-issuer", "html", "redirect", "slow"):
        office.provider.mode = mode
        office.serve()
        began = time.monotonic()
        answer = office.ask("GET", "/api/v1/oidc/start")
        check(f"{mode}: nobody is sent anywhere", is_problem(answer, 503, "unavailable"), answer)
        check(f"{mode}: others sign in meanwhile", office.server.ask("POST", "/api/v1/sessions", body={"name": "quản trị", "password": PASSWORD}).status == 201,
              time.monotonic() - began)
    for mode in ("other-origin", "origin-prefix"):
        office.provider.mode = mode
        office.serve()
        check(f"{mode}: no code goes there", office.sign_in().status == 503)
    office.provider.mode = ""
    office.serve()


def logouts(office):
    def count(answers):
        return sum(office.is_in(one) is not None for one in answers)

    one, two = office.sign_in(), office.sign_in()
    office.provider.claims["sid"] = "s-2"
    three = office.sign_in()
    for name, token in {"no event": office.provider.make_logout(events={}), "a nonce": office.provider.make_logout(nonce="x"), "nobody": office.provider.make_logout(sub=None),
                        "no jti": office.provider.make_logout(jti=None), "another client": office.provider.make_logout(aud="x"),
                        "another issuer": office.provider.make_logout(iss="https://evil.example"), "an old one": office.provider.make_logout(iat=office.provider.now() - 9000),
                        "an expired one": office.provider.make_logout(exp=office.provider.now() - 900), "an ID token": office.provider.make_token("x"), "text": "x"}.items():
        check(f"a logout token with {name} ends nothing", office.logout(token).status == 400 and count([one, two, three]) == 3)
    for mode in ("bad-signature", "alg-none", "hs256", "swapped-key"):
        office.provider.mode = mode
        token = office.provider.make_logout()
        office.provider.mode = ""
        check(f"nor one with {mode}", office.logout(token).status == 400 and count([one, two, three]) == 3)
    check("nor somebody else's", office.logout(office.provider.make_logout(sub="u-9")).status == 200 and count([one, two, three]) == 3)
    check("a session is ended by its name", office.logout(office.provider.make_logout(sid="s-2")).status == 200 and count([one, two, three]) == 2)
    check("all are by the person's", office.logout(office.provider.make_logout()).status == 200 and count([one, two]) == 0)
    check("a form without one is refused", office.server.ask("POST", "/api/v1/oidc/logout", body=b"x=1", Content_Type="application/x-www-form-urlencoded").status == 400)
    answer = office.sign_in()
    cookie = answer.fields["set-cookie"].split(";")[0]
    check("signing out needs the page's token", is_problem(office.ask("POST", "/api/v1/oidc/sign-out", Cookie=cookie), 403, "bad-csrf"))
    out = office.ask("POST", "/api/v1/oidc/sign-out", Cookie=cookie, X_CSRF_Token=office.is_in(answer)["csrf"])
    asked = parse_qs(urlsplit(out.json["location"]).query)
    check("then one is told where to sign out of the provider", out.status == 200 and out.json["location"].startswith(office.provider.issuer + "/end?")
          and asked["id_token_hint"][0].count(".") == 2 and asked["post_logout_redirect_uri"] == ["https://don-doc.tinh.vn/"], out)
    check("and is signed out here", office.is_in(answer) is None and "Max-Age=0" in out.fields["set-cookie"], out)
    local = office.server.ask("POST", "/api/v1/sessions", body={"name": "quản trị", "password": PASSWORD})
    out = office.ask("POST", "/api/v1/oidc/sign-out", Cookie=local.fields["set-cookie"].split(";")[0], X_CSRF_Token=local.json["csrf"])
    check("who signed in here has nothing to end there", out.status == 200 and out.json["location"] is None, out)


def none(office):
    server = Server(office.program, office.store.url)
    for method, path in (("GET", "/api/v1/oidc/start"), ("GET", CALLBACK + "?code=x&state=x")):
        check(f"{path}: without a provider there is nothing", is_problem(server.ask(method, path), 404, "not-found"))
    loaded = Path(f"/proc/{server.process.pid}/maps").read_text(encoding="utf-8")
    check("and nothing of it is loaded", not any(name in loaded for name in ("libcurl", "libldap", "libcjose", "dondoc-sign-in")))
    server.stop()


def main():
    now = datetime.fromisoformat(NOW + ":00+07:00").timestamp()
    for make in engines():
        folder = tempfile.mkdtemp(prefix="dondoc-oidc-")
        store, provider, office = make(), Provider(now), None
        try:
            office = Office(Program(sys.argv[1], folder), store, folder, provider)
            office.serve()
            good(office)
            proved(office)
            logouts(office)
            if store.name == "sqlite":  # what follows has nothing to do with the store
                bad_returns(office)
                bad_tokens(office)
                bad_provider(office)
                late(office)
                behind_tls(office)
                silent(office)
                none(office)
            done = office.program("check", url=store.url)
            check("the store is whole", done.returncode == 0, done.stderr)
            log = Path(folder, "serve.log").read_text(encoding="utf-8")
            check("the log has no names and secrets", not any(word in log for word in ("lan", "u-1", SECRET, "eyJ")), log)
            check("no sanitizer complained", "Sanitizer" not in log and "runtime error" not in log, log[-3000:])
        finally:
            if office is not None:
                office.stop()
            provider.stop()
            store.close()
            shutil.rmtree(folder, ignore_errors=True)
    return end()


if __name__ == "__main__":
    sys.exit(main())
