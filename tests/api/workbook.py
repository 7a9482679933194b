#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of tasks as a workbook, on each engine: a second reader finds in it, cell by cell, what the CSV of the same question says. Prints TAP.

usage: scripts/with-postgres workbook.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import csv
import datetime
import io
import sys
import zipfile
from xml.etree import ElementTree

from office import Office, is_problem

from stores import check, on_each_engine  # isort: skip

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_sheet(data):
    """The rows of the only sheet: by column, the style of a cell and what it holds"""
    book = zipfile.ZipFile(io.BytesIO(data))
    assert book.testzip() is None
    trees = {name: ElementTree.fromstring(book.read(name)) for name in book.namelist()}
    sheet = trees["xl/worksheets/sheet1.xml"]
    rows = []
    for row in sheet.iter(MAIN + "row"):
        cells = {}
        for cell in row:
            text = cell.find(f"{MAIN}is/{MAIN}t")
            value = float(cell.find(MAIN + "v").text) if text is None else text.text.replace("_x005F_", "_")
            cells[ord(cell.get("r")[0]) - ord("A")] = (int(cell.get("s")), value)
            assert cell.get("r")[1:] == row.get("r")
        rows.append(cells)
    return rows, sheet, trees


def show(cell, style):
    """A cell of a sheet as CSV has it"""
    kind, value = cell
    if isinstance(value, str):
        return value
    code = style[kind]
    if code == "1":
        return str(int(value))
    moment = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=value)
    return f"{moment:%Y-%m-%d}" if code == "dd/mm/yyyy" else f"{moment + datetime.timedelta(milliseconds=500):%Y-%m-%dT%H:%M:%S}+07:00"


def workbook(office):
    """The same list as a workbook, cell by cell"""
    hostile = "=HYPERLINK(\"http://x\") <b>&amp;</b>; hai _x0041_ \U0001f600"
    task = office.ask("clerk", "GET", "/api/v1/tasks/1").json
    done = office.ask("clerk", "PATCH", "/api/v1/tasks/1", {"product": hostile}, If_Match=f'"{task["version"]}"')
    check("a product that looks like a formula", done.status == 200, done)
    done = office.program("document", "issue", "1", "--by", "leader", "--store", office.store.url)
    check("the plan is issued", done.returncode == 0, done.stderr)
    every = "id,document_number,label,text,lead,product,state,due,lateness,percent,changed_at,stopped"
    for who, query in [("inspector", f"sort=number&fields={every}"), ("inspector", "sort=number&limit=1"), ("inspector", "state=assigned&fields=text,stopped,id,due"),
                       ("focal", "state=assigned&sort=due"), ("inspector", "document=999999")]:
        plain = office.ask(who, "GET", "/api/v1/tasks?" + query, Accept="text/csv")
        answer = office.ask(who, "GET", "/api/v1/tasks?" + query, Accept=XLSX)
        check(f"a workbook of {query[:30]}", answer.status == 200 and answer.fields["content-type"] == XLSX and "nhiem-vu.xlsx" in answer.fields["content-disposition"], answer)
        wanted = list(csv.reader(io.StringIO(plain.text.removeprefix("\ufeff"), newline="")))
        rows, sheet, trees = read_sheet(answer.bytes)
        codes = {one.get("numFmtId"): one.get("formatCode") for one in trees["xl/styles.xml"].iter(MAIN + "numFmt")}
        style = [codes.get(one.get("numFmtId"), one.get("numFmtId")) for one in trees["xl/styles.xml"].find(MAIN + "cellXfs")]
        shown = [[show(row[at], style) if at in row else "" for at in range(len(wanted[0]))] for row in rows]
        plainly = [[cell.removeprefix("'") for cell in row] for row in wanted]
        check("it holds what CSV does, cell by cell", shown == plainly, [(a, b) for a, b in zip(shown, plainly) if a != b][:2])
        check("days and numbers are such", all(isinstance(row[at][1], float) for row in rows[1:] for at, head in enumerate(wanted[0])
                                                if at in row and head in ("Số", "Hạn", "Ngày trình", "Hoàn thành (%)", "Thay đổi lúc")))
        check("what looked like one is shown", any(hostile in row for row in shown) == ("product" in query or "fields" not in query and "number" in query), shown[:3])
        check("nothing in it is a formula", not list(sheet.iter(MAIN + "f")))
        end = f"{chr(ord('A') + len(wanted[0]) - 1)}{len(rows)}"
        check("its head stays and filters", sheet.find(f".//{MAIN}pane").get("state") == "frozen" and sheet.find(MAIN + "autoFilter").get("ref") == "A1:" + end)
        check("each column has its width", len(sheet.find(MAIN + "cols")) == len(wanted[0]))
    for fields in ("nix", "text,text", "version"):
        check(f"no such columns of a workbook: {fields}", is_problem(office.ask("inspector", "GET", f"/api/v1/tasks?fields={fields}", Accept=XLSX), 400))
    check("the first of two that is known", office.ask("inspector", "GET", "/api/v1/tasks", Accept=f"{XLSX}, text/csv").fields["content-type"].startswith("text/csv"))
    check("other lists are no workbooks", is_problem(office.ask("inspector", "GET", "/api/v1/documents", Accept=XLSX), 406, "not-acceptable"))
    check("nor are days off", is_problem(office.ask("inspector", "GET", "/api/v1/holidays/2025", Accept=XLSX), 406, "not-acceptable"))


def run(program, engine, samples):
    store = engine()
    print(f"# on {store.name}", flush=True)
    office = Office(program, store, samples, issued=False)
    workbook(office)
    check("SIGTERM ends it", office.server.stop() == 0)
    store.close()


sys.exit(on_each_engine(run, *sys.argv[1:]))
