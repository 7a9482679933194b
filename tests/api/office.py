# SPDX-License-Identifier: GPL-3.0-or-later
"""An office for tests of the server: a store with a plan, an account for each role, and a server."""
from pathlib import Path

from serving import Server, add_account

PLAN = "21-cai-cach-hanh-chinh-tinh.txt"
ROLES = ["administrator", "clerk", "overseer", "leader", "focal", "officer", "inspector", "public"]
LEADS, OTHER = "Sở Tư pháp", "Sở Y tế"


class Office:
    """A store with a plan that is issued or a draft, an account for each role, and a server"""

    def __init__(self, program, store, samples, issued=True):
        self.program, self.store, self.samples = program, store, samples
        done = program("import", Path(samples, PLAN).resolve(), "--now", "2025-01-22T08:00", url=store.url)
        assert done.returncode == 0, done.stderr
        if issued:
            done = program("document", "issue", "1", "--role", "leader", "--by", "Chánh Văn phòng", "--now", "2025-01-23T08:00", "--store", store.url)
            assert done.returncode == 0, done.stderr
        self.tokens = {role: add_account(program, store.url, role, role, LEADS if role in ("focal", "officer") else "") for role in ROLES}
        self.tokens["other"] = add_account(program, store.url, "other", "focal", OTHER)
        self.tokens["reader"] = add_account(program, store.url, "reader", "focal", LEADS, scopes="read")
        self.server = Server(program, store.url)

    def ask(self, who, method, path, body=None, **fields):
        return self.server.ask(method, path, self.tokens.get(who), body, **fields)


def is_problem(answer, status, word=None):
    return (answer.status == status and answer.fields.get("content-type") == "application/problem+json" and answer.json["status"] == status
            and bool(answer.json["title"]) and bool(answer.json["title_en"]) and (word is None or answer.json["type"].endswith(":" + word)))
