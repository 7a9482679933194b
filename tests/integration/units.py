#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of units through the commands alone, on each engine: a list in and out, a merger, what is proposed for the names of a plan,
what a person settles, and what lists and counts make of it. Prints TAP.

usage: scripts/with-postgres units.py PATH-OF-DONDOC
"""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

from stores import check, end, engines

NOW = "2026-11-22T08:00"
LIST = """name,abbreviations,kind,parent
Ủy ban nhân dân tỉnh Bình An,,committee,
Sở Tài chính tỉnh Bình An,STC,department,Ủy ban nhân dân tỉnh Bình An
Sở Kế hoạch và Đầu tư,,department,Ủy ban nhân dân tỉnh Bình An
Sở Khoa học và Công nghệ,Sở KH&CN,department,Ủy ban nhân dân tỉnh Bình An
"""
PLAN = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BÌNH AN\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tBình An, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Cải cách hành chính năm 2024

II. NHIỆM VỤ
1. Rà soát chi tiêu của các cơ quan. Đơn vị chủ trì: Sở Tài chính. Thời gian thực hiện: trước ngày 30/6/2024.
2. Công khai dự toán ngân sách tỉnh. Đơn vị chủ trì: Sở Tài chính tỉnh Bình An. Thời gian thực hiện: Quý II năm 2024.
3. Lập danh mục dự án đầu tư công. Đơn vị chủ trì: Sở Kế hoạch và Đầu tư. Thời gian thực hiện: Quý III năm 2024.
4. Nâng cấp cổng thông tin điện tử. Đơn vị chủ trì: Sở Thông tin và Truyền thông. Thời gian thực hiện: Quý IV năm 2024.
5. Tổ chức phát động thi đua tại cơ sở. Đơn vị chủ trì: UBND các huyện, thị xã, thành phố. Thời gian thực hiện: Quý I năm 2024.
"""


ROOMS = """name,abbreviations,kind,parent
Phòng Quản lý Công nghệ và Chuyên ngành,QLCN&CN,room,Sở Khoa học và Công nghệ
Phòng Thông tin - Thống kê,P.TTS,room,Sở Khoa học và Công nghệ
Tổ Chuyển đổi xanh,,,
"""
ROOM_PLAN = """SỞ KHOA HỌC VÀ CÔNG NGHỆ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BÌNH AN\tĐộc lập - Tự do - Hạnh phúc
Số: 7/KH-SKHCN\tBình An, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Chuyển đổi số năm 2024

II. NHIỆM VỤ
1. Xây dựng phần mềm quản lý đề tài (giao QLCN&CN chủ trì, phối hợp với P.TTS) trước ngày 28/6/2024.
2. QLCN&CN tham mưu ban hành quy chế bảo đảm an toàn thông tin trong Quý II năm 2024.
3. Giao Tổ Chuyển đổi xanh rà soát danh mục thiết bị. Thời gian thực hiện: Quý III năm 2024.
"""


class Office:
    def __init__(self, dondoc, url, folder):
        self.dondoc, self.url, self.folder = dondoc, url, folder

    def run(self, *words, given=None):
        environment = {**os.environ, "DONDOC_STORE": self.url, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
        done = subprocess.run([self.dondoc, *words, "--now", NOW], env=environment, input=given, capture_output=True, timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def json(self, *words):
        status, out, errors = self.run(*words, "--format", "json")
        if status != 0:
            raise RuntimeError(f"{words}: {errors}")
        return json.loads(out)


def lists(office):
    status, out, errors = office.run("unit", "import", "-", given=LIST.encode())
    check("a list is taken in", status == 0 and "4 đơn vị mới" in out, out + errors)
    status, out, _ = office.run("unit", "export")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    check("and comes out", [row["id"] for row in rows] == ["DV-1", "DV-2", "DV-3", "DV-4"], out)
    status, again, errors = office.run("unit", "import", "-", given=out.encode())
    check("what came out changes nothing", status == 0 and "0 đơn vị mới, 0 thay đổi" in again, again + errors)
    status, _, errors = office.run("unit", "import", "-", given=b"name,kind\nA,room\nB,cave\n")
    check("a mistake is named by its line, in both languages", status == 1 and "dòng 3" in errors and "line 3" in errors, errors)
    check("and nothing of that list is there", len(office.json("unit", "list")["units"]) == 4)
    check("NUL is no text", office.run("unit", "import", "-", given=b"name\nA\0\n")[0] == 1)


def merge(office):
    words = ["unit", "merge", "DV-3", "--into", "DV-2", "--from", "2025-03-01"]
    check("a merger needs the document", office.run(*words)[0] == 2)
    status, _, errors = office.run(*words, "--document", "06/NQ-HĐND", "--why", "sắp xếp", "--by", "Minh")
    check("units are merged", status == 0, errors)
    shown = office.json("unit", "show", "DV-3")
    check("with day, heir and record", shown["unit"]["valid_to"] == "2025-02-28" and shown["successions"][0]["to"] == "DV-2"
          and shown["history"][-1]["action"] == "merge" and shown["history"][-1]["who"] == "Minh", shown)
    at = [unit["id"] for unit in office.json("unit", "list", "--at", "2025-03-01", "--parent", "DV-1", "--kind", "department")["units"]]
    check("a list of a day has who is there", at == ["DV-2", "DV-4"], at)


def resolve(office):
    path = os.path.join(office.folder, "plan.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(PLAN)
    status, out, errors = office.run("import", path)
    check("the plan is imported", status == 0, out + errors)
    names = {one["name"]: one for one in office.json("unit", "resolve", "1")["names"]}
    known = names.get("Sở Tài chính", {})
    check("a name without its place is found by whose plan it is", known.get("ask") == "none" and known["candidates"][0]["unit"] == "DV-2", names)
    ended = names.get("Sở Kế hoạch và Đầu tư", {})
    check("who was merged has an heir, and is asked about", ended.get("ask") == "ended" and ended["heirs"][0]["unit"] == "DV-2", ended)
    law = names.get("Sở Thông tin và Truyền thông", {})
    check("the law's heirs are proposed, by field", law.get("ask") == "ended" and "DV-4" in [one["unit"] for one in law["heirs"]]
          and all(one["national"] and one["source"] for one in law["heirs"]), law)
    districts = names.get("UBND các huyện, thị xã, thành phố", {})
    check("districts are a question", districts.get("ask") == "no-heir" and districts["members"] == [], names)
    for form in ("table", "csv"):
        status, out, _ = office.run("unit", "resolve", "--format", form)
        check(f"the same as {form}", status == 0 and all(name in out for name in names), out)


def read(office):
    """What is imported is read by the directory of the store, as dondoc read does by a list of units"""
    paths = [os.path.join(office.folder, name) for name in ("rooms.csv", "rooms.txt")]
    for path, text in zip(paths, (ROOMS, ROOM_PLAN)):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    check("rooms are taken in", office.run("unit", "import", paths[0])[0] == 0)
    status, out, errors = office.run("import", paths[1])
    check("a plan that calls them in short is imported", status == 0, out + errors)
    names = {one["name"]: one for one in office.json("unit", "resolve", "2")["names"]}
    wanted = json.loads(subprocess.run([office.dondoc, "read", "--units", paths[0], "--format", "json", paths[1]], capture_output=True, timeout=120).stdout)
    leads = {name for task in wanted["tasks"] for name in task["lead"] + task["coordinate"]}
    check("and is read as with that list", set(names) == leads and
          leads == {"Phòng Quản lý Công nghệ và Chuyên ngành", "Phòng Thông tin - Thống kê", "Tổ Chuyển đổi xanh"}, (names, leads))
    check("each name is a unit's", all(one["ask"] == "none" for one in names.values()), names)


def settle(office):
    status, out, errors = office.run("document", "issue", "1", "--by", "Chánh Văn phòng", "--role", "leader")
    check("the plan is issued", status == 0, out + errors)
    count = lambda unit: len(office.json("task", "list", "--unit", unit, "--state", "all")["tasks"])
    check("a unit's tasks come by each of its names", [count(name) for name in ("DV-2", "Sở Tài chính", "STC")] == [2, 2, 2])
    check("who settles says why", office.run("unit", "settle", "Sở Kế hoạch và Đầu tư", "--to", "DV-2")[0] == 2)
    status, _, errors = office.run("unit", "settle", "Sở Kế hoạch và Đầu tư", "--to", "DV-2", "--document", "1", "--why", "đã sáp nhập", "--by", "Lan")
    check("a name is settled for a plan", status == 0, errors)
    check("and its tasks are the heir's", count("DV-2") == 3)
    check("a name is settled for all", office.run("unit", "settle", "Sở Thông tin và Truyền thông", "--to", "DV-4", "--why", "QĐ 1")[0] == 0)
    counted = {one["unit"]: one["states"].get("assigned", 0) for one in office.json("summary")["units"]}
    check("the summary counts units, whichever name a plan used",
          counted == {"Sở Tài chính tỉnh Bình An": 3, "Sở Khoa học và Công nghệ": 1}, counted)
    told = {one["name"]: one["settled"] for one in office.json("unit", "resolve", "1")["names"]}
    check("what was settled is shown", told["Sở Kế hoạch và Đầu tư"] == "DV-2" and told["Sở Thông tin và Truyền thông"] == "DV-4", told)
    check("nobody who is not there", office.run("unit", "settle", "Sở A", "--to", "DV-99", "--why", "x")[0] == 1)
    status, out, errors = office.run("check")
    check("the store is whole", status == 0, out + errors)


def main():
    for kind in engines():
        engine = kind()
        print(f"# {engine.name}")
        with tempfile.TemporaryDirectory() as folder:
            office = Office(os.path.abspath(sys.argv[1]), engine.url, folder)
            for part in (lists, merge, resolve, settle, read):
                part(office)
        engine.close()
    return end()


if __name__ == "__main__":
    sys.exit(main())
