#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of tasks as offices keep it gives its tasks, whatever kind of file it is.

usage: sheets.py PATH-OF-DONDOC        Prints TAP.

Each book of BOOKS is written as every kind of file that can hold it (make_sheets.py) and read; the tasks must be those told.
"""
import json
import subprocess
import sys
from datetime import date

import make_sheets

HEADER = ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"]
TASKS = [
    [1, "Rà soát, số hóa sổ hộ tịch còn lưu bản giấy", "Phòng Tư pháp", "Công an huyện; UBND các xã", date(2026, 6, 30),
     "Cơ sở dữ liệu hộ tịch"],
    [2, "Xây dựng kế hoạch cải tạo nhà văn hóa thôn", "Phòng Văn hóa và Thông tin", "UBND các xã", "Quý III/2026", "Kế hoạch"],
    [3, "Kiểm tra việc thu gom rác thải tại các chợ", "Phòng Tài nguyên và Môi trường", "Công an huyện", "Hằng quý", "Báo cáo"],
]
NUMBER = "15/KH-UBND"
LETTERHEAD = [
    ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["HUYỆN ĐÔNG SƠN", None, None, "Độc lập - Tự do - Hạnh phúc"],
    [f"Số: {NUMBER}", None, None, "Đông Sơn, ngày 08 tháng 01 năm 2026"],
    [],
    ["KẾ HOẠCH"],
    ["Công tác năm 2026 của Ủy ban nhân dân huyện"],
    [],
]
SIGNER = [[], ["Nơi nhận:", None, None, None, "TM. ỦY BAN NHÂN DÂN"], ["- Như trên;", None, None, None, "CHỦ TỊCH"],
          [], [None, None, None, None, "Lê Văn Ba"]]
WANTED = [
    ("Rà soát, số hóa sổ hộ tịch còn lưu bản giấy", ["Phòng Tư pháp"], 2, "2026-06-30", "Cơ sở dữ liệu hộ tịch"),
    ("Xây dựng kế hoạch cải tạo nhà văn hóa thôn", ["Phòng Văn hóa và Thông tin"], 1, "2026-09-30", "Kế hoạch"),
    ("Kiểm tra việc thu gom rác thải tại các chợ", ["Phòng Tài nguyên và Môi trường"], 1, None, "Báo cáo"),
]


def sheet(rows, name="Sheet1", **more):
    return {"name": name, "rows": rows, **more}


GROUPED = [HEADER, ["I", "Lĩnh vực tư pháp"], TASKS[0], ["II", "Lĩnh vực văn hóa, môi trường"], TASKS[1], TASKS[2]]
TWO_ROWS = [
    ["STT", "Nội dung nhiệm vụ", "Cơ quan thực hiện", None, "Thời gian hoàn thành", "Sản phẩm"],
    [None, None, "Chủ trì", "Phối hợp", None, None],
    *TASKS,
]
TWO_ROWS_MERGES = ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"]

# name, book, tasks that it must give
BOOKS = [
    ("a table alone", [sheet([HEADER, *TASKS])], WANTED),
    ("rows of groups", [sheet(GROUPED, merges=["B2:F2", "B4:F4"])], WANTED),
    ("a header of two rows", [sheet(TWO_ROWS, merges=TWO_ROWS_MERGES)], WANTED),
    ("from row 6 and column B on", [sheet([HEADER, *TASKS], at="B6")], WANTED),
    ("a title above", [sheet([["DANH MỤC NHIỆM VỤ NĂM 2026"], ["(Kèm theo Kế hoạch số 15/KH-UBND ngày 08/01/2026)"], [], HEADER,
                              *TASKS], merges=["A1:F1", "A2:F2"], ruled=(4, 7))], WANTED),
    ("a whole plan", [sheet([*LETTERHEAD, HEADER, *TASKS, *SIGNER], ruled=(8, 11))], WANTED),
    ("a whole plan without lines", [sheet([*LETTERHEAD, HEADER, *TASKS, *SIGNER])], WANTED),
    ("two sheets", [sheet([HEADER, *TASKS[:2]], "Tư pháp - Văn hóa"), sheet([HEADER, TASKS[2]], "Môi trường")], WANTED),
    ("a whole plan beside another sheet", [sheet([*LETTERHEAD, HEADER, *TASKS[:2], *SIGNER], "Chương trình", ruled=(8, 10)),
                                           sheet([HEADER, TASKS[2]], "Phát sinh")], WANTED),
    ("a hidden sheet", [sheet([HEADER, *TASKS]), sheet([HEADER, TASKS[0]], "Cũ", hidden=True)], WANTED),
    ("an agency beside three tasks", [sheet([HEADER, *(row[:2] + [row[2] if i == 0 else None] + row[3:]
                                                      for i, row in enumerate(TASKS))], merges=["C2:C4"])],
     [(text, ["Phòng Tư pháp"], *rest) for text, _, *rest in WANTED]),
    ("numbers of days", [sheet([HEADER, TASKS[0][:4] + [(46203, "d/m/yyyy;@"), "Cơ sở dữ liệu hộ tịch"],
                                TASKS[1][:4] + [(46295, '"Trước ngày "dd/mm/yyyy'), "Kế hoạch"], TASKS[2]])],
     [WANTED[0], (*WANTED[1][:3], "2026-09-30", "Kế hoạch"), WANTED[2]]),
]
# whose head must be found, though the sheet has a name
NUMBERED = ("a whole plan", "a whole plan beside another sheet")
FORMS = {
    "xlsx": make_sheets.xlsx,
    "ods": make_sheets.ods,
    "csv": make_sheets.csv,
    "csv with semicolons": lambda book: make_sheets.csv(book, ";", "utf-8"),
    "csv of Windows-1258": lambda book: make_sheets.csv(book, ",", "windows-1258"),
    "tsv of UTF-16": lambda book: make_sheets.csv(book, "\t", "utf-16"),
}


def is_plain(book):
    """Can a table as text hold it?"""
    return len(book) == 1 and not book[0].get("merges") and "at" not in book[0]


def read(dondoc, data):
    done = subprocess.run([dondoc, "read", "--format", "json", "-"], input=data, capture_output=True, timeout=120, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())
    return json.loads(done.stdout)


def facts(reading):
    return [(task["text"], task["lead"], len(task["coordinate"]),
             (task.get("time") or {}).get("end"), task.get("product")) for task in reading["tasks"]]


def main(dondoc):
    cases = [(*book, form, make) for book in BOOKS for form, make in FORMS.items() if form in ("xlsx", "ods") or is_plain(book[1])]
    print(f"1..{len(cases)}")
    count, failed = 0, 0
    for name, book, wanted, form, make in cases:
        count += 1
        try:
            reading = read(dondoc, make(book))
            got = facts(reading)
            if name in NUMBERED and reading["document"]["number"] != NUMBER:
                got.append(f"the document's number: {reading['document']['number']}")
        except RuntimeError as error:
            got = [str(error)]
        good = got == wanted
        failed += not good
        print(f"{'ok' if good else 'not ok'} {count} {name} as {form}")
        if not good:
            print("\n".join(f"#  wanted: {task}" for task in wanted))
            print("\n".join(f"#  got:    {task}" for task in got))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
