#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts through the commands, on each engine: adding and changing them, passwords that are refused, one-time codes, API tokens, and steps
with tasks in whose place an account acts. What is secret shows nowhere but where it is asked for. Prints TAP.

usage: scripts/with-postgres accounts.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from stores import check, end, engines

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
NOW = "2025-01-22T08:00"
PASSWORD = "Trăng lên đỉnh núi"


class Office:
    def __init__(self, dondoc, url):
        self.dondoc, self.url, self.said = dondoc, url, ""

    def run(self, *words, password=None):
        environment = {**os.environ, "DONDOC_STORE": self.url, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
        done = subprocess.run([self.dondoc, *words, "--now", NOW], env=environment, capture_output=True, timeout=120,
                              input=password.encode() if password is not None else b"")
        out, errors = done.stdout.decode(), done.stderr.decode()
        self.said += out + errors
        return done.returncode, out, errors

    def json(self, *words):
        status, out, errors = self.run(*words, "--format", "json")
        if status != 0:
            raise RuntimeError(f"{words}: {errors}")
        return json.loads(out)


def add(office):
    done = office.run("user", "add", "Quản trị", "--role", "administrator", "--password-stdin", password=PASSWORD + "\nmore\n")
    check("the first account makes the store", done[0] == 0, done)
    for name, role, unit in (("Minh", "leader", None), ("Bình", "overseer", None), ("Chi", "focal", "Sở Nội vụ"), ("Dũng", "clerk", None)):
        words = ["--unit", unit] if unit else []
        check(f"{name} is added", office.run("user", "add", name, "--role", role, *words)[0] == 0)
    check("the same name, spelt otherwise, is refused", office.run("user", "add", "MINH", "--role", "clerk")[0] == 1)
    for name, words in (("no role", ("Em",)), ("an unknown role", ("Em", "--role", "root")), ("no name", ("--role", "clerk")),
                        ("two names", ("Em", "Em", "--role", "clerk")), ("an option of another step", ("Em", "--role", "clerk", "--days", "3"))):
        done = office.run("user", "add", *words)
        check(f"{name}: the command line is wrong", done[0] == 2 and "dondoc help user" in done[2], done)
    for password in ("", "ngắn", "1234567890", "Matkhau@2026", "Quản trị 2025", "a" * 300):
        done = office.run("user", "password", "Quản trị", "--password-stdin", password=password + "\n")
        check(f"a password like {password[:12]!r} is refused", done[0] == 1 and done[2], done)
    found = office.json("user", "list")
    check("all are listed, with what they are", [(one["name"], one["role"], one["unit"], one["has_password"]) for one in found] ==
          [("Quản trị", "administrator", None, True), ("Minh", "leader", None, False), ("Bình", "overseer", None, False),
           ("Chi", "focal", "Sở Nội vụ", False), ("Dũng", "clerk", None, False)], found)
    status, out, _ = office.run("user")
    check("and for people", status == 0 and "Chi\n        đầu mối đơn vị · Sở Nội vụ" in out, out)


def change(office):
    check("the last administrator stays one", office.run("user", "role", "Quản trị", "clerk")[0] == 1)
    check("and is not disabled", office.run("user", "disable", "Quản trị")[0] == 1)
    check("a role changes", office.run("user", "role", "dũng", "officer", "--why", "Chuyển vị trí")[0] == 0)
    check("a unit changes", office.run("user", "unit", "Dũng", "Sở Tư pháp")[0] == 0)
    found = office.json("user", "show", "Dũng")
    check("as it was said", (found["role"], found["unit"]) == ("officer", "Sở Tư pháp"), found)
    check("a unit is taken away", office.run("user", "unit", "Dũng")[0] == 0 and office.json("user", "show", "Dũng")["unit"] is None)
    check("nobody is found by another name", office.run("user", "show", "Không ai")[0] == 1)
    check("a new password", office.run("user", "password", "Minh", "--password-stdin", password="Gió thổi qua đồng lúa")[0] == 0)
    done = office.run("user", "invite", "Dũng")
    check("an invitation alone goes to standard output", done[0] == 0 and re.fullmatch(r"[\w-]{43}", done[1].strip()), done)
    check("nobody else is invited", office.run("user", "invite", "Không ai")[0] == 1 and office.run("user", "invite")[0] == 2)
    office.run("user", "disable", "Dũng")
    check("nor who is disabled", office.run("user", "invite", "Dũng")[0] == 1 and office.run("user", "enable", "Dũng")[0] == 0)
    check("without its switch none is read", office.run("user", "password", "Minh", password=PASSWORD)[0] == 2)


def codes(office):
    status, out, errors = office.run("user", "totp", "Minh", "--enable")
    uri = out.strip()
    check("the URI alone goes to standard output", status == 0 and re.fullmatch(
        r"otpauth://totp/[%\w]+:Minh\?secret=[A-Z2-7]{32}&issuer=[%\w]+&algorithm=SHA1&digits=6&period=30", uri) and errors, out + errors)
    check("it has codes now", office.json("user", "show", "Minh")["has_totp"])
    check("it has none any more", office.run("user", "totp", "Minh", "--disable")[0] == 0 and not office.json("user", "show", "Minh")["has_totp"])
    check("neither on nor off is no answer", office.run("user", "totp", "Minh")[0] == 2)
    check("a role may be asked for them", office.run("user", "demand-totp", "leader", "--enable")[0] == 0)
    check("an unknown one may not", office.run("user", "demand-totp", "root", "--enable")[0] == 2)
    check("and no longer", office.run("user", "demand-totp", "leader", "--disable")[0] == 0)
    return re.search(r"secret=([A-Z2-7]+)", uri)[1]


def tokens(office):
    status, out, _ = office.run("user", "token", "Chi")
    token = out.strip()
    check("a token alone goes to standard output", status == 0 and re.fullmatch(r"dondoc_[\w-]{43}", token), out)
    check("with scopes and days", office.run("user", "token", "Chi", "--scope", "read", "--days", "7", "--label", "báo cáo")[0] == 0)
    for words in (("--scope", "all"), ("--scope", ""), ("--days", "0"), ("--days", "400"), ("--days", "x"), ("--label", "x" * 200)):
        check(f"not with {words[0]} {words[1][:4]}", office.run("user", "token", "Chi", *words)[0] == 1)
    found = office.json("user", "tokens", "Chi")
    check("they are listed without what opens", [(one["id"], one["name"], one["scopes"], one["expires_at"], one["used_at"]) for one in found] ==
          [(1, "dondoc user token", "read write", "2025-04-22T08:00:00+07:00", None), (2, "báo cáo", "read", "2025-01-29T08:00:00+07:00", None)],
          found)
    check("nobody revokes another's", office.run("user", "token-revoke", "Minh", "2")[0] == 1)
    check("one is revoked", office.run("user", "token-revoke", "Chi", "2")[0] == 0 and len(office.json("user", "tokens", "Chi")) == 1)
    return token


def steps(office, samples):
    """Where a store has accounts, they say who acts in which part"""
    check("a plan is imported", office.run("import", os.path.join(samples, PLAN))[0] == 0)
    done = office.run("document", "issue", "1", "--by", "Minh", "--role", "leader")
    check("a role of one's own choice is refused", done[0] == 2 and "--by" in done[2], done)
    done = office.run("document", "issue", "1", "--by", "Minh", "--unit", "Sở Nội vụ")
    check("a unit, too", done[0] == 2, done)
    for by in ("Không ai", "root", ""):
        done = office.run("document", "issue", "1", "--by", by)
        check(f"nobody is {by!r}", done[0] == 1 and "--by" in done[2], done)
    check("an officer issues nothing", office.run("document", "issue", "1", "--by", "Dũng")[0] == 1)
    done = office.run("document", "issue", "1", "--by", "MINH")
    check("a leader issues the plan", done[0] == 0, done)
    task = str(next(one["id"] for one in office.json("task", "list", "--limit", "5000")["tasks"] if one["lead"] == "Sở Nội vụ"))
    check("who gives out does not take", office.run("task", "take", task, "--by", "Bình")[0] == 1)
    check("whose unit leads takes it", office.run("task", "take", task, "--by", "chi")[0] == 0)
    check("and submits", office.run("task", "submit", task, "--by", "Chi", "--product", "Kế hoạch")[0] == 0)
    check("but does not close", office.run("task", "close", task, "--by", "Chi")[0] == 1)
    check("who is disabled does nothing", office.run("user", "disable", "Bình")[0] == 0 and
          office.run("task", "close", task, "--by", "Bình")[0] == 1)
    check("and does again when let in", office.run("user", "enable", "Bình")[0] == 0 and office.run("task", "close", task, "--by", "Bình")[0] == 0)
    history = office.json("task", "show", task)["history"]
    check("the history has their names, roles and units", [(one["who"], one["role"], one["unit"]) for one in history][-3:] ==
          [("Chi", "focal", "Sở Nội vụ"), ("Chi", "focal", "Sở Nội vụ"), ("Bình", "overseer", None)], history)


def keep(office, store, secret, token):
    check("the store is whole", office.run("check")[0] == 0 and office.run("audit", "verify")[0] == 0)
    check("each secret was told once, and no password at all",
          office.said.count(secret) == 1 and office.said.count(token) == 1 and PASSWORD not in office.said)
    if store.name == "sqlite":
        kept = b"".join(path.read_bytes() for path in Path(store.folder).iterdir())
        check("neither password nor token is kept", PASSWORD.encode() not in kept and token.encode() not in kept and
              token[len("dondoc_"):].encode() not in kept and b"$argon2id$" in kept)


def main(dondoc, samples):
    for kind in engines():
        print(f"# on {kind.name}")
        store = kind()
        office = Office(os.path.abspath(dondoc), store.url)
        add(office)
        change(office)
        secret, token = codes(office), tokens(office)
        steps(office, samples)
        keep(office, store, secret, token)
        store.close()
    return end()


sys.exit(main(*sys.argv[1:]))
