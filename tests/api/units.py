#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of units through the HTTP API, on each engine: lists, CSV in and out, mergers, what names in a plan mean and who may say so. Prints TAP.

usage: scripts/with-postgres units.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import sys
import time
from urllib.parse import quote

from office import LEADS, Office, is_problem
from serving import bring, form

from stores import check, on_each_engine  # isort: skip

UNITS, FINANCE = "/api/v1/units", "Sở Tài chính"
LIST = """id,name,abbreviations,kind,parent,valid_from
H48,UBND tỉnh,,committee,,
H48.1,Sở Tư pháp,STP,department,H48,
H48.2,Sở Y tế,SYT,department,H48,
H48.3,Sở Nội vụ,SNV,department,H48,
H48.4,Sở Cũ,,department,H48,2010-01-01
"""


def put(office, who, text, **fields):
    body = text if isinstance(text, bytes) else text.encode()
    return office.ask(who, "POST", UNITS + "/csv", body, **{"Content_Type": "text/csv; charset=utf-8", **fields})


def imported(office):
    count = int(office.store.sql("SELECT count(*) FROM audit")[0][0])
    for name, answer, status in [
        ("nothing", put(office, "administrator", b""), 400), ("no UTF-8", put(office, "administrator", b"id,name\n1,\xff\n"), 400),
        ("a NUL", put(office, "administrator", b"id,name\n1,a\0b\n"), 400), ("no name", put(office, "administrator", "id,kind\n1,department\n"), 400),
        ("a circle", put(office, "administrator", "id,name,parent\nA,a,B\nB,b,A\n"), 400), 
        ("too much", office.ask("administrator", "POST", UNITS + "/csv", Content_Type="text/csv", Content_Length=str(5 << 20)), 413),
        ("another type", put(office, "administrator", LIST, Content_Type="application/json"), 415),
    ]:
        check(f"refused with {status}: a list of {name}", is_problem(answer, status), answer)
    for who in ("clerk", "leader", "overseer", "focal", "inspector", "public"):
        check(f"{who} keeps no directory", is_problem(put(office, who, LIST), 403))
    check("nothing of that changed anything", int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == count)
    answer = put(office, "administrator", LIST)
    check("a list is taken in", answer.status == 200 and answer.json == {"rows": 5, "added": 5, "changed": 0}, answer)
    answer = put(office, "administrator", LIST)
    check("twice changes nothing", answer.json == {"rows": 5, "added": 0, "changed": 0}, answer)


def listed(office):
    units = office.ask("focal", "GET", UNITS).json["units"]
    check("all who work see the directory", [one["id"] for one in units] == ["H48", "H48.1", "H48.2", "H48.3", "H48.4"], units)
    check("but the public", is_problem(office.ask("public", "GET", UNITS), 403))
    page = office.ask("focal", "GET", UNITS + "?parent=H48&limit=3").json
    rest = office.ask("focal", "GET", f"{UNITS}?parent=H48&limit=3&cursor={page['next']}").json
    check("by pages", [one["id"] for one in page["units"] + rest["units"]] == ["H48.1", "H48.2", "H48.3", "H48.4"] and rest["next"] is None, rest)
    check("as they were on a day", [one["id"] for one in office.ask("focal", "GET", UNITS + "?at=2009-01-01&kind=department").json["units"]] == ["H48.1", "H48.2", "H48.3"])
    for query in ["at=x", "kind=x", "limit=0", "cursor=x", "nix=1"]:
        check(f"refused: ?{query}", is_problem(office.ask("focal", "GET", f"{UNITS}?{query}"), 400))
    one = office.ask("focal", "GET", f"{UNITS}/{units[1]['number']}").json
    check("a unit comes with its names", one["name"] == LEADS and one["abbreviations"] == ["STP"] and one["is_there"], one)
    check("and, for whom the record is, with its history", one["history"] == [] and
          office.ask("inspector", "GET", f"{UNITS}/{units[1]['number']}").json["history"][0]["action"] == "import", one)
    check("no such unit", is_problem(office.ask("focal", "GET", UNITS + "/999"), 404))
    answer = office.ask("focal", "GET", UNITS + "/csv", Accept="text/csv")
    printed = office.program("unit", "export", "--store", office.store.url)
    check("as CSV it is what the command writes", answer.fields["content-type"].startswith("text/csv") and answer.text.replace("\r\n", "\n") == printed.stdout, answer)
    check("and comes in again", put(office, "administrator", answer.bytes).json["changed"] == 0)


def merged(office):
    path, good = UNITS + "/merges", {"from": ["H48.4"], "into": "H48.3", "document": "45/NQ-HĐND", "day": "2025-02-01"}
    for change, status in [({"from": []}, 422), ({"from": "H48.4"}, 400), ({"from": ["nix"]}, 404), ({"into": "nix"}, 404), ({"into": "H48.4"}, 409), ({"day": "x"}, 400),
                           ({"day": None}, 422), ({"document": ""}, 422), ({"end": 1}, 400), ({"nix": 1}, 400)]:
        answer = office.ask("administrator", "POST", path, {**good, **change})
        check(f"refused with {status}: a merger with {change}", is_problem(answer, status), answer)
    check("only who keeps the directory", is_problem(office.ask("leader", "POST", path, good), 403))
    check("units are merged", office.ask("administrator", "POST", path, good).status == 204)
    ended = next(one for one in office.ask("clerk", "GET", UNITS).json["units"] if one["id"] == "H48.4")
    one = office.ask("clerk", "GET", f"{UNITS}/{ended['number']}").json
    check("one ends, and tells its heirs", one["valid_to"] == "2025-01-31" and not one["is_there"] and [heir["unit"] for heir in one["heirs"]] == ["H48.3"] and
          one["successions"][0]["document"] == "45/NQ-HĐND", one)


def named(office):
    names = office.ask("clerk", "GET", "/api/v1/documents/1/names")
    found = {one["name"]: one for one in names.json["names"]}
    check("names of a plan come with proposals", found[LEADS]["candidates"][0]["unit"] == "H48.1" and found[LEADS]["candidates"][0]["score"] == 100 and
          found[LEADS]["ask"] == "none" and names.json["open"] == sum(one["ask"] != "none" and one["settled"] is None for one in found.values()), names)
    for who, status in {"focal": 404, "officer": 404, "public": 403, None: 401}.items():
        check(f"{who}: names of a plan", is_problem(office.ask(who, "GET", "/api/v1/documents/1/names"), status))
    answer = office.ask("clerk", "GET", f"{UNITS}/match?name={quote('So Tu phap')}&document=1")
    check("one name is looked for", answer.status == 200 and answer.json["candidates"][0]["unit"] == "H48.1", answer)
    for query in ["", "name=", "name=a&document=x", "name=a&nix=1"]:
        check(f"refused: match?{query}", is_problem(office.ask("clerk", "GET", f"{UNITS}/match?{query}"), 400))
    check("by no plan that is not there", is_problem(office.ask("clerk", "GET", f"{UNITS}/match?name=a&document=99"), 404))


def settled(office):
    path, good = UNITS + "/settlements", {"name": FINANCE, "unit": "H48.3", "document": 1, "reason": "Theo quyết định"}
    for change, status in [({"name": ""}, 422), ({"name": "--"}, 400), ({"name": 1}, 400), ({"unit": "nix"}, 404), ({"reason": ""}, 422), ({"document": 0}, 400),
                           ({"document": 99}, 404), ({"document": "1"}, 400), ({"nix": 1}, 400)]:
        answer = office.ask("clerk", "POST", path, {**good, **change})
        check(f"refused with {status}: a settlement with {change}", is_problem(answer, status), answer)
    everywhere = {key: value for key, value in good.items() if key != "document"}
    for who, status in {"focal": 404, "officer": 404, "inspector": 403, "public": 403, "reader": 403, None: 401}.items():
        check(f"{who} settles no name of a plan", is_problem(office.ask(who, "POST", path, good), status))
        check(f"{who} settles none everywhere", is_problem(office.ask(who, "POST", path, everywhere), 401 if who is None else 403))
    check("a clerk does", office.ask("clerk", "POST", path, good).status == 204)
    found = {one["name"]: one for one in office.ask("clerk", "GET", "/api/v1/documents/1/names").json["names"]}
    check("for that plan", found[FINANCE]["settled"] == "H48.3" and not found[FINANCE]["everywhere"], found[FINANCE])
    check("and for all", office.ask("administrator", "POST", path, {**everywhere, "name": "Sở Lạ", "unit": "H48.2"}).status == 204)
    rows = office.ask("inspector", "GET", "/api/v1/audit?object=unit&id=3&limit=500").json["records"]
    check("with its record", [row["who"] for row in rows if row["action"] == "settle"] == ["administrator"], rows)


def read(office):
    """Files that come are read by the directory as it is then"""
    plan = ("SỞ NỘI VỤ\nSố: 7/KH-SNV\nHà Nội, ngày 05 tháng 01 năm 2025\nKẾ HOẠCH\nChuyển đổi số năm 2025\nII. NHIỆM VỤ\n"
            "1. QLCN&CN tham mưu ban hành quy chế bảo đảm an toàn thông tin trong Quý II năm 2025.\n")
    leads = []
    for number in ("7", "8"):
        answer = bring(office.server, office.tokens["clerk"], form((f"{number}.txt", plan.replace("7/KH", number + "/KH").encode())))
        job, deadline = answer.json["jobs"][0]["id"], time.monotonic() + 60
        while (done := office.ask("clerk", "GET", f"/api/v1/jobs/{job}").json)["state"] in ("waiting", "running") and time.monotonic() < deadline:
            time.sleep(0.1)
        draft = office.ask("clerk", "GET", f"/api/v1/documents/{done['found'][0]['document']}/draft").json
        leads.append([pair["now"]["lead"] for pair in draft["tasks"]])
        check("a room is added", put(office, "administrator", LIST + "H48.9,Phòng Quản lý Công nghệ và Chuyên ngành,QLCN&CN,room,H48,\n").status == 200)
    check("an abbreviation is understood once the directory has it", leads == [[["QLCN&CN"]], [["Phòng Quản lý Công nghệ và Chuyên ngành"]]], leads)


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples)
    imported(office)
    listed(office)
    merged(office)
    named(office)
    settled(office)
    read(office)
    check("SIGTERM ends it", office.server.stop() == 0)
    done = program("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stderr)
    store.close()


def main(dondoc, samples):
    return on_each_engine(run, dondoc, samples)


sys.exit(main(*sys.argv[1:]))
