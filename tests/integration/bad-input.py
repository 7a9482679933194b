#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says to input that is no plan: a clear error or an honest empty reading, in bounded memory and time.

usage: bad-input.py PATH-OF-DONDOC        Prints TAP. A case is a row of CASES.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from datetime import date

import make_sheets
import make_texts
from make_docx import make

MB = 1 << 20
KINDS = {"INVALID": r"\((not plain text: binary data;|unknown encoding;|broken )", "UNSUPPORTED": r"\((not plain text: [A-Z]|unsupported: )",
         "BROKEN": r"tệp hỏng hoặc bị cắt; .*\(broken ",
         "COMPLEX": r"quá phức tạp; .*\(too complex: ", "EMPTY": "tệp rỗng", "TOO-LARGE": "lớn hơn|tối đa|quá lớn"}

HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐÔNG SƠN\tĐộc lập - Tự do - Hạnh phúc
Số: {number}\tĐông Sơn, ngày {day}

KẾ HOẠCH
Vệ sinh môi trường năm 2024

Căn cứ Quyết định số 12/QĐ-UBND ngày {day} của Ủy ban nhân dân xã;

II. NHIỆM VỤ
"""
ITEM = """1. Dọn vệ sinh các tuyến kênh nội đồng
- Đơn vị chủ trì: {lead}
- Thời hạn hoàn thành: {time}
- Sản phẩm: {product}
"""
TAIL = """
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Ba
"""


def plan(number="05/KH-UBND", day="08 tháng 01 năm 2024", lead="Công an xã", time="Tháng 6/2024", product="Báo cáo"):
    return (HEAD.format(number=number, day=day) + ITEM.format(lead=lead, time=time, product=product) + TAIL).encode()


DECREE = """CHÍNH PHỦ
-------
Số: 245/2023/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 14 tháng 9 năm 2023

NGHỊ ĐỊNH
Quy định về nhãn của dụng cụ đong đếm dùng ở chợ

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Căn cứ Luật Đo lường ngày 11 tháng 11 năm 2011;
Chính phủ ban hành Nghị định quy định về nhãn của dụng cụ đong đếm dùng ở chợ.

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định nội dung và cách thể hiện nhãn của dụng cụ đong đếm.
2. Nghị định này không điều chỉnh dụng cụ dùng trong phòng thí nghiệm.
Điều 2. Giải thích từ ngữ
Trong Nghị định này, các từ ngữ dưới đây được hiểu như sau:
1. Dụng cụ đong đếm là vật dùng để xác định khối lượng hoặc thể tích của hàng hóa.
2. Nhãn là bản in, bản khắc gắn trên dụng cụ đong đếm.

Chương II
NHÃN CỦA DỤNG CỤ
Điều 3. Nội dung của nhãn
1. Nhãn ghi tên dụng cụ, mức đo lớn nhất và năm sản xuất.
2. Chữ trên nhãn cao ít nhất 3 mm.
a) Chữ số có cùng chiều cao với chữ cái;
b) Màu chữ tương phản với màu nền.
Điều 4. Vị trí của nhãn
Nhãn nằm ở mặt trước của dụng cụ, nơi người mua nhìn thấy được.

Chương III
ĐIỀU KHOẢN THI HÀNH
Điều 5. Hiệu lực thi hành
1. Nghị định này có hiệu lực từ ngày 01 tháng 01 năm 2024.
2. Nghị định số 77/2007/NĐ-CP ngày 10 tháng 5 năm 2007 của Chính phủ hết hiệu lực kể từ ngày Nghị định này có hiệu lực.

TM. CHÍNH PHỦ
THỦ TƯỚNG
"""

NOVEL = """Chương 3

Đêm tháng Chạp, gió từ mặt sông thổi lên lạnh buốt. Bà cụ ngồi bên bếp, hai tay hơ trên than hồng, mắt nhìn ra ngõ.

- Thằng Cả đã về chưa con? - bà hỏi.

Người con dâu lắc đầu. Từ sáng, chồng chị theo chuyến đò đầu sang bên kia sông, hẹn trưa thì về, thế mà trời đã tối mịt.
Chị nhớ mùa nước năm 1971, cũng một đêm như thế này, cha chị đi rồi không trở lại nữa. Năm ấy chị mới lên bảy.

Ông giáo Tuyên ở đầu xóm chống gậy sang chơi. Ông vốn chủ trì việc đình, ai cũng nể. Ông phủi áo, ngồi xuống phản, bảo:

- Bác cứ yên tâm. Nước rút trước ngày rằm, đò nào mà chẳng qua được.

Rồi ông kể chuyện cũ: hồi còn đi dạy, thường xuyên phải lội qua ba con suối, có hôm sách ướt hết, thầy trò ngồi hong từng
tờ bên bếp lửa. Đám trẻ nghe, quên cả ngủ. Con bé út hỏi: "Sao ông không ở lại đấy hả ông?"

Ông giáo cười, không đáp. Ngoài kia có tiếng chó sủa. Bà cụ đứng bật dậy, làm đổ cả ấm nước chè xanh.
"""


def nested():
    marks = ("I.", "1.", "1.1.", "1.1.1.", "a)", "-", "+", "*")
    lines = (f"{'  ' * (i % 40)}{marks[i % len(marks)]} mục {i}" for i in range(scaled(100000)))
    return HEAD.format(number="05/KH-UBND", day="08 tháng 01 năm 2024").encode() + "\n".join(lines).encode()


def ladder():
    """Numbers that go one level deeper with every line, far beyond any outline."""
    return "\n".join(".".join(["1"] * (i % 2000 + 1)) + ". mục" for i in range(scaled(8000))).encode()


def long_line():
    words = "ủy ban nhân dân xã chủ trì, phối hợp với công an xã rà soát trước ngày 30/6/2024; "
    size = scaled(64 * MB)
    return (words.encode() * (size // len(words.encode()) + 1))[:size]


def is_sanitized(program):
    with open(program, "rb") as stream:
        return b"__asan_init" in stream.read()


# A child that begins in our memory counts our peak as its own; a forked one has only what we hold right now.
subprocess._USE_VFORK = False
PROGRAM = sys.argv[1]
SANITIZED = is_sanitized(PROGRAM)


def scaled(size):
    """A sanitized build is some ten times slower and larger."""
    return size // 16 if SANITIZED else size


def no_work(reading):
    """Nothing is asked of anybody."""
    return not (reading["tasks"] or reading["duties"] or reading["sessions"])


def one_task(check=lambda task, reading: True):
    return lambda reading: len(reading["tasks"]) == 1 and check(reading["tasks"][0], reading)


def anything(reading):
    return True


def huge_numbers():
    nines = "9" * 100
    text = plan(number=f"{nines}/KH-UBND", time=f"ngày {nines}/{nines}/{nines}", product=f"{nines}% số hộ").decode()
    return (text + f"{nines}. Mục\n{nines}.{nines}. Mục con\nĐạt {nines},{nines}% và {nines} tỷ đồng năm {nines}\n").encode()


# name, bytes (or what makes them), what is wanted: an error of KINDS, or what the reading must hold
CASES = (
    ("empty", b"", "EMPTY"),
    ("white space only", b" \t\r\n\n\x0c  \xc2\xa0\n" * 1000, "EMPTY"),
    ("a byte order mark only", b"\xef\xbb\xbf", "EMPTY"),
    ("random bytes", bytes((i * i * 31 + i * 17 + (i >> 3)) % 256 for i in range(65536)), "INVALID"),
    ("an object file", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 64, ("INVALID", "UNSUPPORTED")),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "INVALID"),
    ("no ZIP behind its first bytes", b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + b"[Content_Types].xml" * 50, "BROKEN"),
    ("half a DOCX", lambda: make(plan().decode(), True)[:1200], "BROKEN"),
    ("a DOCX", lambda: make(plan().decode(), True), one_task()),
    ("half an XLSX", lambda: make_sheets.xlsx([{"name": "Sheet1", "rows": [["STT", "Việc", "Ai"]]}])[:700], "BROKEN"),
    ("a workbook with nothing in it", lambda: make_sheets.xlsx([{"name": "Sheet1", "rows": []}]), ("EMPTY", no_work)),
    ("an ODS with nothing in it", lambda: make_sheets.ods([{"name": "Sheet1", "rows": []}]), ("EMPTY", no_work)),
    ("an ODT", lambda: make_texts.odt(plan().decode(), True), one_task()),
    ("a page of nested elements", b"<html>" + b"<div>" * 100000, "COMPLEX"),
    ("a page of end tags", b"<html>" + b"</p></td></b>" * 100000, ("EMPTY", no_work)),
    ("a page", lambda: make_texts.html(plan().decode(), False), one_task()),
    ("RTF of nested groups", b"{\\rtf1" + b"{" * 1000000, "COMPLEX"),
    ("half an RTF", lambda: make_texts.rtf(plan().decode(), False)[:-200], one_task()),
    ("DOC", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096, "UNSUPPORTED"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, ("INVALID", "TOO-LARGE")),
    ("a lone UTF-16 surrogate", b"\xff\xfe" + plan().decode().encode("utf-16-le") + b"\x3d\xd8a\x00", one_task()),
    ("surrogates alone", b"\xff\xfe" + b"\x00\xd8" * 4096, ("INVALID", "EMPTY", no_work)),
    ("an odd byte of UTF-16", b"\xff\xfe" + plan().decode().encode("utf-16-le") + b"a", one_task()),
    ("a surrogate in UTF-8", plan() + b"\xed\xa0\x80\n", one_task()),
    ("broken UTF-8", plan(product="Báo cáo\n") + b"\xc3\n\xe1\xbb\n", one_task()),
    ("NUL bytes only", b"\0" * 65536, ("INVALID", "EMPTY")),
    ("a NUL byte in a plan", plan().replace(b"1. D", b"1.\0D"), ("INVALID", one_task())),
    ("one word", b"a", no_work),
    ("controls", bytes(range(1, 32)) * 100 + b"\n" + plan(), ("INVALID", one_task())),
    ("marks only", b"- \n+ \n1.\na)\nI.\n" * 2000, no_work),
    ("labels only", "Chủ trì:\nPhối hợp:\nThời gian:\nSản phẩm:\n".encode() * 2000, no_work),
    ("one long line", long_line, anything),
    ("one long word", lambda: b"x" * scaled(64 * MB), no_work),
    ("one long line of marks", lambda: "\u0323\u0302".encode() * scaled(4 * MB), ("INVALID", "EMPTY", no_work)),
    ("brackets", lambda: b"(" * scaled(4 * MB) + b")" * scaled(4 * MB), no_work),
    ("pipes", lambda: b"|" * scaled(4 * MB) + b"\n" + b"| a " * scaled(MB) + b"|\n", anything),
    ("tabs", lambda: b"a\t" * scaled(4 * MB) + b"\n" + b"\t\n" * scaled(MB), anything),
    ("empty lines", lambda: b"\n" * scaled(16 * MB) + plan(), ("TOO-LARGE", anything)),
    ("a million headings", lambda: b"".join(b"%d. M\xe1\xbb\xa5c s\xe1\xbb\x91 %d\n" % (i, i) for i in range(scaled(1000000))),
     anything),
    ("a hundred thousand nested lists", nested, anything),
    ("numbers ever deeper", ladder, anything),
    ("numbers of a hundred digits", huge_numbers, anything),
    ("a time on 31/02/2024", lambda: plan(time="Trước ngày 31/02/2024"),
     one_task(lambda task, reading: not (task["time"].get("end") or "").startswith("2024-02-31"))),
    ("a document of 31 February", lambda: plan(day="31 tháng 02 năm 2024"),
     one_task(lambda task, reading: reading["document"]["date"] != "2024-02-31")),
    ("blank date and number", lambda: plan(number="     /KH-UBND", day="… tháng … năm …", time="ngày …/…/2024"),
     one_task(lambda task, reading: not reading["document"]["date"] and not reading["document"]["number"])),
    ("dotted date and number", lambda: plan(number=".../KH-UBND", day="..... tháng ..... năm 2024", time="......"),
     one_task(lambda task, reading: not reading["document"]["date"] and not reading["document"]["number"]
              and not task["time"].get("end"))),
    ("a decree", DECREE.encode(), lambda reading: no_work(reading) and reading["document"]["number"] == "245/2023/NĐ-CP"),
    ("a page of a novel", NOVEL.encode(), lambda reading: no_work(reading) and not reading["document"]["number"]
     and not reading["citations"] and not reading["targets"]),
    ("English prose", b"It was the best of times, it was the worst of times.\n1. Call me Ishmael.\n" * 50, no_work),
    ("source code", b"int main(void)\n{\n\treturn 0; /* done */\n}\n" * 500, no_work),
)
DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def check_days(value, path=""):
    """Every day that is told is a day of the calendar."""
    if isinstance(value, dict):
        for key, inner in value.items():
            check_days(inner, key)
    elif isinstance(value, list):
        for inner in value:
            check_days(inner, path)
    elif isinstance(value, str) and path in ("date", "start", "end"):
        match = DAY.match(value)
        date(int(match[1]), int(match[2]), int(match[3]))


def run(path):
    """Returns (exit status, stdout, stderr, seconds, MB at the peak)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        child = subprocess.Popen([PROGRAM, "read", "--format", "json", path], stdin=subprocess.DEVNULL, stdout=out,
                                 stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        out.seek(0)
        err.seek(0)
        # a worker with sanitizers says so on a line of its own, and Tesseract what it keeps until the end
        said = re.sub(r"^(dondoc-worker: .*NO sandbox|ObjectCache\().*\n", "", err.read().decode("utf-8", "replace"), flags=re.MULTILINE)
        return child.returncode, out.read(), said, seconds, usage.ru_maxrss / 1024


def judge(wanted, status, out, err):
    """Returns what is wrong, or None."""
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    if status == 0:
        checks = [check for check in wanted if callable(check)]
        if not checks:
            return "it was read, an error is wanted"
        if err:
            return "stderr is not empty: " + err[:200]
        reading = json.loads(out)
        check_days(reading)
        if not any(check(reading) for check in checks):
            found = {key: reading[key] for key in ("tasks", "duties", "sessions", "document") if reading.get(key)}
            return "the reading holds " + json.dumps(found, ensure_ascii=False)[:900]
        return None
    kinds = [kind for kind in wanted if isinstance(kind, str)]
    if status != 1:
        return f"exit status {status}: {err[-1500:]}"
    if not kinds:
        return "an error: " + err
    if out:
        return "an error, yet something was printed"
    if err.count("\n") != 1 or not re.search(r"\([ -~]{6,}\)\s*$", err):
        return "not one line in Vietnamese and English: " + err
    if not any(re.search(KINDS[kind], err) for kind in kinds):
        return "another error: " + err
    return None


def check(name, data, wanted, path):
    if data is not None:
        data = data() if callable(data) else data
        with open(path, "wb") as stream:
            stream.write(data)
        del data
    status, out, err, seconds, peak = run(path)
    try:
        trouble = judge(wanted, status, out, err)
    except (ValueError, KeyError, TypeError) as error:
        trouble = f"{type(error).__name__}: {error}: {out[:200]!r}"
    size = os.stat(path).st_blocks / 2048
    # Four times the file is the promise for real plans; a text of nothing but marks keeps it as well. What this script
    # holds when it forks counts as the child's, hence the constant.
    room, patience = 64 + 4 * size, 5 + size
    if SANITIZED:
        room, patience = 1024 + 40 * room, 60 + 40 * patience
    if trouble is None and peak > room:
        trouble = f"{peak:.0f} MB at the peak, {room:.0f} allowed"
    if trouble is None and seconds > patience:
        trouble = f"{seconds:.1f} s, {patience:.1f} allowed"
    told = f"{name} ({size:.1f} MB, {seconds:.2f} s, {peak:.0f} MB at the peak)"
    return trouble, told


def main():
    with tempfile.TemporaryDirectory() as folder:
        sparse = os.path.join(folder, "sparse.txt")
        with open(sparse, "wb") as stream:
            stream.truncate(1 << 30)
        cases = [(*case, os.path.join(folder, "input.txt")) for case in CASES]
        cases.append(("one line of 1 GB is refused by its size", None, "TOO-LARGE", sparse))
        print(f"1..{len(cases)}")
        for number, case in enumerate(cases, 1):
            trouble, told = check(*case)
            if trouble is not None:
                print("# " + trouble.replace("\n", "\n# "))
            print(f"{'not ok' if trouble is not None else 'ok'} {number} - {told}", flush=True)


main()
