#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of the office through the HTTP API, on each engine: years, a year that is set, counted by at once at all servers, and given back. Prints TAP.

usage: scripts/with-postgres holidays.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import sys

from office import Office, is_problem
from serving import Server

from stores import check, on_each_engine  # isort: skip

PATH, HEADER = "/api/v1/holidays", "first,last,what,name,source\n"


def put(office, year, rows, tag, who="administrator", **fields):
    body = rows if isinstance(rows, bytes) else (HEADER + rows).encode()
    return office.ask(who, "PUT", f"{PATH}/{year}", body, **{"Content_Type": "text/csv", "If_Match": tag, **fields})


def years(office):
    return {one["year"]: one for one in office.ask("focal", "GET", PATH).json["years"]}


def refused(office):
    count = int(office.store.sql("SELECT count(*) FROM audit")[0][0])
    good = "2027-01-01,,off,Tết Dương lịch,Luật\n"
    for name, answer, status in [
        ("no version", office.ask("administrator", "PUT", PATH + "/2027", (HEADER + good).encode(), Content_Type="text/csv"), 428),
        ("another version", put(office, 2027, good, '"7"'), 412), ("another year", put(office, 2028, good, '"0"'), 400), ("no such year", put(office, 99, good, '"0"'), 404),
        ("no list", put(office, 2027, b"", '"0"'), 400), ("a NUL", put(office, 2027, b"first\0", '"0"'), 400), ("no days", put(office, 2027, "", '"0"'), 422),
        ("no header", put(office, 2027, good.encode(), '"0"'), 400), ("a day twice", put(office, 2027, good + good, '"0"'), 400),
        ("a weekday made up", put(office, 2027, "2027-02-12,,work,x,\n", '"0"'), 400), ("too many days", put(office, 2027, "".join(f"2027-{1 + i // 28:02}-{1 + i % 28:02},,off,x,\n" for i in range(101)), '"0"'), 413),
        ("too long", put(office, 2027, b"x" * 70000, '"0"'), 413), ("another type", put(office, 2027, good, '"0"', Content_Type="application/json"), 415),
    ]:
        check(f"refused with {status}: {name}", is_problem(answer, status), answer)
    for who in ("clerk", "leader", "inspector", "public"):
        check(f"{who} sets no days", is_problem(put(office, 2027, good, '"0"', who), 403))
    check("nothing of that changed anything", int(office.store.sql("SELECT count(*) FROM audit")[0][0]) == count)


def working_days(server, office):
    answer = server.ask("GET", "/api/v1/tasks/1", office.tokens["overseer"])
    return answer.json["working_days"], answer.fields["etag"]


def run(dondoc, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(dondoc, store, samples)
    other = Server(dondoc, store.url)
    there = years(office)
    check("years that are built in are known, the next one is not", there[2026]["known"] and not there[2026]["own"] and there[2026]["working_days"] == 250 and there[2025]["own"] is False, there)
    answer = office.ask("focal", "GET", PATH + "/2027")
    check("an unknown year has the days of the law alone", [one["first"] for one in answer.json["days"]] == ["2027-01-01", "2027-04-30", "2027-05-01", "2027-09-02"] and
          not answer.json["known"] and sum(answer.json["months"]) == answer.json["working_days"] and answer.fields["etag"] == '"0"', answer)
    refused(office)
    # the server of the test begins on 01/03/2025, and the task is due on 31/03
    before, tag = working_days(other, office)
    answer = put(office, 2025, "10/03/2025,2025-03-14,off,Nghỉ bão,\"Công văn 9, thử\"\n2025-03-15,,work,Làm bù,\n2025-01-01,,off,Tết Dương lịch,Luật\n", '"0"')
    check("a year is set", answer.status == 200 and answer.json["own"] and answer.json["known"] and answer.fields["etag"] == '"1"' and
          [(one["first"], one["last"], one["what"]) for one in answer.json["days"]] == [("2025-01-01", "2025-01-01", "off"), ("2025-03-10", "2025-03-14", "off"), ("2025-03-15", "2025-03-15", "work")], answer)
    after, new = working_days(other, office)
    check("and counted by at once at another server", before["left"] - after["left"] == 4 and tag != new, (before, after, tag, new))
    check("which says so, too, to who has the task already", other.ask("GET", "/api/v1/tasks/1", office.tokens["overseer"], If_None_Match=tag).status == 200 and
          other.ask("GET", "/api/v1/tasks/1", office.tokens["overseer"], If_None_Match=new).status == 304)
    stale = put(office, 2025, "2025-01-01,,off,x,\n", '"0"')
    check("who comes second is told what is there now", is_problem(stale, 412) and stale.json["current_version"] == 1 and stale.json["current"]["own"], stale)
    answer = office.ask("clerk", "GET", PATH + "/2025", Accept="text/csv")
    check("as CSV it can be set again", answer.fields["content-type"].startswith("text/csv") and put(office, 2025, answer.bytes, '"1"').status == 200, answer)
    record = office.ask("inspector", "GET", "/api/v1/audit?object=holiday&id=2025").json["records"]
    check("the record tells of both", [one["action"] for one in record] == ["set", "set"] and "Công văn 9" in record[0]["now"], record)
    check("an administrator gives it back", office.ask("administrator", "DELETE", PATH + "/2025").status == 428 and
          office.ask("administrator", "DELETE", PATH + "/2025", If_Match='"2"').json["own"] is False and working_days(other, office)[0] == before)
    check("SIGTERM ends both", office.server.stop() == 0 and other.stop() == 0)
    done = dondoc("check", url=store.url)
    check("the store is whole", done.returncode == 0, done.stderr)
    store.close()


def main(dondoc, samples):
    return on_each_engine(run, dondoc, samples)


sys.exit(main(*sys.argv[1:]))
