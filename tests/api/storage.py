#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the store takes and what kinds of units there are, through the HTTP API on each engine, held against the store itself. Prints TAP.

usage: scripts/with-postgres storage.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import csv
import os
import sys
from pathlib import Path

from office import Office, is_problem

from stores import check, on_each_engine  # isort: skip

KINDS = Path(__file__).resolve().parents[2] / "data" / "units" / "kinds.csv"
UNITS = """id,name,kind,parent,valid_to
A,Ủy ban nhân dân tỉnh,committee,,
A.1,Sở Nội vụ,department,A,
A.2,Sở Y tế,department,A,
A.3,Sở Kế hoạch và Đầu tư,department,A,2025-02-28
A.1.1,Phòng Tổ chức,room,A.1,
A.1.2,Trung tâm Lưu trữ,room,A.1,
A.9,Hội Chữ thập đỏ,,A,
"""


def number(store, query):
    return int(store.sql(query)[0][0])


def storage(office):
    before = office.ask("administrator", "GET", "/api/v1/storage")
    check("an administrator sees what the store takes", before.status == 200, before)
    told, store = before.json, office.store
    check("which engine it is", told["engine"] == {"sqlite": "sqlite", "pgsql": "postgresql"}[store.name], told)
    check("what there is is counted", [told["documents"], told["heard"], told["tasks"], told["files"], told["file_bytes"], told["records"]] == [number(store, query) for query in (
        "SELECT count(*) FROM document WHERE known", "SELECT count(*) FROM document WHERE NOT known", "SELECT count(*) FROM task", "SELECT count(*) FROM file",
        "SELECT sum(size) FROM file", "SELECT max(seq) FROM audit")], told)
    kinds = {one["kind"]: one["bytes"] for one in told["kinds"]}
    check("what takes room is sorted", set(kinds) == {"files", "readings", "tasks", "search", "jobs", "record", "other"} and all(kinds.values()), kinds)
    check("its parts are no more than the whole", 0 < sum(kinds.values()) <= told["bytes"], told)
    if store.name == "sqlite":
        disk = os.statvfs(Path(store.path).parent)
        check("the disk is that of the file", told["disk"]["bytes"] == disk.f_blocks * disk.f_frsize and 0 <= told["disk"]["free"] <= told["disk"]["bytes"], told)
        check("the parts are all of it but what is unused", sum(kinds.values()) + told["unused"] == told["bytes"], told)
    else:
        check("of a server's disk nothing is said", told["disk"] is None and told["unused"] == 0, told)
    content = ("KẾ HOẠCH\n" + "Công tác năm 2026. " * 40000).encode()
    path = Path(office.program.folder, "dài.txt")
    path.write_bytes(content)
    done = office.program("import", path, url=store.url)
    check("a large file comes", done.returncode == 0, done.stderr)
    after = office.ask("administrator", "GET", "/api/v1/storage").json
    grown = {one["kind"]: one["bytes"] - kinds[one["kind"]] for one in after["kinds"]}
    check("and shows", after["files"] == told["files"] + 1 and after["file_bytes"] == told["file_bytes"] + len(content) and after["documents"] == told["documents"] + 1, after)
    check("where it lies", grown["files"] >= (len(content) if store.name == "sqlite" else 1) and grown["search"] > 0, grown)
    # a PostgreSQL server that vacuums meanwhile gives a table maps of a few pages
    maps = 0 if store.name == "sqlite" else 8 * 8192
    check("and where it does not", 0 <= grown["tasks"] <= maps and 0 <= grown["jobs"] <= maps, grown)
    for who in ("leader", "inspector", "clerk"):
        check(f"{who}: not told", is_problem(office.ask(who, "GET", "/api/v1/storage"), 403))


def kinds(office):
    empty = office.ask("inspector", "GET", "/api/v1/units/kinds")
    check("without units each kind has none", empty.status == 200 and not any(one["units"] for one in empty.json["kinds"]) and empty.json["unsaid"] == 0, empty)
    with KINDS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    told = [(name["noun"], name["head"], one["kind"], name["first"] or "", name["last"] or "", name["source"]) for one in empty.json["kinds"] for name in one["names"]]
    check("the catalogue is that of data/units", sorted(told) == sorted(tuple(row[key] for key in ("noun", "head", "kind", "first", "last", "source")) for row in rows), told[:3])
    answer = office.ask("administrator", "POST", "/api/v1/units/csv", UNITS.encode(), Content_Type="text/csv")
    check("units come", answer.status == 200, answer)
    found = office.ask("focal", "GET", "/api/v1/units/kinds").json
    counts = {one["kind"]: one["units"] for one in found["kinds"]}
    check("those that are there are counted", counts == {**dict.fromkeys(counts, 0), "committee": 1, "department": 2, "room": 2} and found["unsaid"] == 1, found)
    named = {(name["head"], one["kind"]): name["units"] for one in found["kinds"] for name in one["names"]}
    check("by the word that they begin with", named["Sở", "department"] == 2 and named["Phòng", "room"] == 1 and named["Trung tâm", "room"] == 1 and
          named["Trung tâm", "department"] == 0 and named["Ban", "department"] == 0, named)


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples)
    storage(office)
    kinds(office)
    check("SIGTERM ends it", office.server.stop() == 0)
    store.close()


sys.exit(on_each_engine(run, *sys.argv[1:]))
