#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files inside of files: ZIP, mail, saved pages, and what has a password.

usage: containers.py PATH-OF-DONDOC PATH-OF-MAKE-LOCKED        Prints TAP. Needs zip, 7z and qpdf for what is encrypted.
"""
import base64
import io
import json
import os
import quopri
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from email.message import EmailMessage

from make_docx import make as make_docx
from make_sheets import xlsx

PLAN = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 12/KH-UBND
An Bình, ngày 20 tháng 11 năm 2026

KẾ HOẠCH
Chuyển đổi số năm 2027

II. NHIỆM VỤ
1. Rà soát, nâng cấp mạng nội bộ của xã
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội
- Thời gian thực hiện: Quý II năm 2027
"""
WORDS = "Rà soát, nâng cấp mạng nội bộ của xã"
PASSWORD = r"--password-fd N.*\(encrypted: run again"
WRONG = r"mật khẩu không đúng.*\(wrong password"
SANITIZED = os.environ.get("UBSAN_OPTIONS") is not None
dondoc, make_locked = (os.path.abspath(path) for path in sys.argv[1:3])
results = []


def case(function):
    results.append(function)
    return function


def read(path, *options, password=None):
    """Returns (status, what was printed as JSON or None, stderr)."""
    fds, more = (), []
    if password is not None:
        out, into = os.pipe()
        os.write(into, password.encode() + b"\n")
        os.close(into)
        fds, more = (out,), ["--password-fd", str(out)]
    done = subprocess.run([dondoc, "read", "--format", "json", *options, *more, path], capture_output=True, pass_fds=fds, timeout=240)
    for fd in fds:
        os.close(fd)
    text = done.stdout.decode()
    return done.returncode, json.loads(text) if text.strip() else None, "".join(
        line + "\n" for line in done.stderr.decode().splitlines() if line.startswith("dondoc: "))


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, method)
    return out.getvalue()


def named(raw):
    """A ZIP of the plan under the very bytes of a name, without the flag that says UTF-8"""
    placeholder = "n" * len(raw)
    return zipped([(placeholder, PLAN.encode())]).replace(placeholder.encode(), raw)


def save(name, data):
    with open(name, "wb") as stream:
        stream.write(data)
    return name


def files(found):
    return [(one["file"], len(one["tasks"])) for one in found]


def equal(found, wanted):
    assert found == wanted, f"{found!r}, not {wanted!r}"


def matches(pattern, text):
    assert re.search(pattern, text), f"no {pattern!r} in {text!r}"


@case
def a_zip_of_several_files():
    entries = [("2026/Kế hoạch.txt", PLAN), ("../../leak.txt", PLAN), ("/etc/plan.txt", PLAN), ("2026/Kế hoạch.txt", PLAN),
               ("2026/", ""), ("phim.mp4", bytes(range(256)) * 9), ("__MACOSX/._Kế hoạch.txt", b"\0\5\26\7"), ("a/Thumbs.db", b"\0"),
               ("kế hoạch.docx", make_docx(PLAN, False))]
    before = sorted(os.listdir(".")), sorted(os.listdir(".."))
    save("z.zip", zipped(entries))
    status, found, err = read("z.zip")
    equal(files(found), [("z.zip/2026/Kế hoạch.txt", 1), ("z.zip/../../leak.txt", 1), ("z.zip//etc/plan.txt", 1),
                         ("z.zip/2026/Kế hoạch.txt", 1), ("z.zip/kế hoạch.docx", 1)])
    equal(found[4]["kind"], "DOCX")
    equal(err.count("\n"), 1)
    matches(r"z\.zip/phim\.mp4: bỏ qua.*\(skipped: ", err)
    equal(status, 0)
    os.unlink("z.zip")
    equal((sorted(os.listdir(".")), sorted(os.listdir(".."))), before)


@case
def one_file_in_a_zip_is_an_array_too():
    status, found, err = read(save("one.zip", zipped([("a.txt", PLAN)], zipfile.ZIP_STORED)))
    equal((status, files(found), err), (0, [("one.zip/a.txt", 1)], ""))
    status, found, err = read(save("one.txt", PLAN.encode()))
    equal((status, found["file"]), (0, "one.txt"))


@case
def office_files_are_no_archives():
    status, found, err = read(save("plan.zip", make_docx(PLAN, False)))
    equal((status, found["file"], found["kind"], len(found["tasks"])), (0, "plan.zip", "DOCX", 1))


@case
def names_in_all_encodings():
    name = "Kế hoạch số 12 của Ủy ban nhân dân huyện.txt"
    tcvn3 = bytes({"ế": 0xD5, "ạ": 0xB9, "ố": 0xE8, "ủ": 0xF1, "â": 0xA9, "ệ": 0xD6}.get(c, ord(c) if ord(c) < 128 else 63)
                  for c in "kế hoạch số 12 của ban nhân dân huyện.txt")
    rows = [(name.encode(), name), (unicodedata.normalize("NFD", name).encode(), name),
            (tcvn3, "kế hoạch số 12 của ban nhân dân huyện.txt"),
            ("résumé für Zoë.txt".encode("cp437"), "résumé für Zoë.txt"), (b"a\\b\\c.txt", "a/b/c.txt"),
            (b"\xff\xfe\xfd.txt", None), (b"esc\x1b[31m.txt", "esc [31m.txt")]
    for raw, wanted in rows:
        status, found, err = read(save("n.zip", named(raw)))
        equal(status, 0)
        if wanted is not None:
            equal(found[0]["file"], "n.zip/" + wanted)


@case
def archives_inside_of_archives():
    data = PLAN.encode()
    for depth in range(1, 7):
        data = zipped([("x.zip" if depth > 1 else "a.txt", data)])
        status, found, err = read(save("d.zip", data))
        if depth <= 4:
            equal((status, files(found)), (0, [("d.zip/" + "x.zip/" * (depth - 1) + "a.txt", 1)]))
        else:
            equal(status, 1)
            matches(r"lồng nhau quá sâu.*too deep", err)


@case
def a_bomb_does_no_harm():
    bomb = zipped([("bomb.txt", b"a" * (300 << 20)), ("a.txt", PLAN), ("b.txt", b"b" * (300 << 20)), ("c.txt", PLAN)])
    begin = time.monotonic()
    status, found, err = read(save("bomb.zip", bomb))
    seconds = time.monotonic() - begin
    equal(status, 1)
    matches(r"bomb\.txt: tệp bên trong quá lớn", err)
    equal([one["file"] for one in found or []][:1], ["bomb.zip/a.txt"])
    print(f"# {seconds:.2f} s")


@case
def many_files():
    status, found, err = read(save("m.zip", zipped([(f"{i}.txt", b"") for i in range(1001)])))
    equal(status, 1)
    matches("quá nhiều tệp bên trong", err)
    inner = zipped([(f"{i}.bin", b"\0\1\2\3" * 20) for i in range(900)])
    save("s.zip", zipped([(f"{i}.zip", inner) for i in range(3)] + [("a.txt", PLAN)], zipfile.ZIP_STORED))
    status, found, err = read("s.zip")
    equal((status, files(found), err.count("bỏ qua")), (0, [("s.zip/a.txt", 1)], 2700))


@case
def a_broken_file_spares_the_others():
    data = bytearray(zipped([("a.txt", PLAN), ("b.txt", PLAN * 50), ("c.txt", PLAN)]))
    at = data.index(b"b.txt") + 5
    data[at:at + 40] = b"\xff" * 40
    status, found, err = read(save("b.zip", bytes(data)))
    equal((status, files(found)), (1, [("b.zip/a.txt", 1), ("b.zip/c.txt", 1)]))
    matches(r"b\.zip/b\.txt: .*bị hỏng", err)


def spoil(data, name):
    """Makes what is packed under @name no packed data."""
    at = data.index(name.encode()) + len(name)
    data[at:at + 40] = b"\xff" * 40


@case
def more_broken_files_than_are_passed_over():
    names = [f"b{i:02}.txt" for i in range(30)]
    for n, rest in ((20, False), (21, False), (22, True), (30, True)):
        data = bytearray(zipped([("a.txt", PLAN)] + [(name, PLAN * 50) for name in names[:n]]))
        for name in names[:n]:
            spoil(data, name)
        status, found, err = read(save("b.zip", bytes(data)))
        equal((status, files(found)), (1, [("b.zip/a.txt", 1)]))
        equal((err.count("b.zip/b"), "(the other files)" in err), (min(n, 21), rest))


@case
def a_damaged_entry_spares_those_before():
    data = bytearray(zipped([("a.txt", PLAN), ("b.txt", PLAN), ("c.txt", PLAN), ("d.txt", PLAN)]))
    data[data.index(b"c.txt") - 30] = 0
    status, found, err = read(save("b.zip", bytes(data)))
    equal((status, files(found), err.count("\n")), (1, [("b.zip/a.txt", 1), ("b.zip/b.txt", 1)], 1))
    matches(r"b\.zip/các tệp còn lại \(the other files\): .*bị hỏng", err)
    data[data.index(b"PK\1\2") + 42] = 1  # where the first one is said to be
    status, found, err = read(save("b.zip", bytes(data)))
    equal(status, 1)
    matches(r"b\.zip: tệp nén hỏng", err)


@case
def other_ways_of_packing():
    save("a.txt", (PLAN * 50).encode())
    method = r"x\.zip/a\.txt: nén theo cách chưa đọc được"
    for words, password, wanted in ((["-mm=Deflate64"], None, method), (["-mm=LZMA"], None, method), (["-mm=BZip2", "-pkhoa"], "khoa", method),
                                    (["-mm=LZMA", "-pkhoa"], "khoa", method), (["-mm=PPMd", "-pkhoa"], "sai", method),
                                    (["-mm=LZMA", "-mem=AES256", "-pkhoa"], "khoa", method), (["-mm=BZip2", "-mem=AES128", "-pkhoa"], "khoa", method),
                                    (["-mm=Deflate", "-pkhoa"], "khoa", None), (["-mm=Copy", "-pkhoa"], "khoa", None),
                                    (["-mm=Deflate", "-mem=AES128", "-pkhoa"], "khoa", None)):
        if os.path.exists("x.zip"):
            os.unlink("x.zip")
        tool("7z", "a", "-tzip", *words, "x.zip", "a.txt")
        status, found, err = read("x.zip", password=password)
        equal((status, len(found)), (0, 1) if wanted is None else (1, 0))
        matches(wanted or "^$", err)


@case
def nothing_that_is_read():
    save("p.zip", zipped([("phim.mp4", bytes(range(256)) * 9)]))
    for options in ([], ["--output", "out.json"], ["--as", "document"]):
        status, found, err = read("p.zip", *options)
        equal((status, found or [], err.count("\n")), (1, [], 2))
        matches(r"p\.zip/phim\.mp4: bỏ qua", err)
        matches(r"không có gì để ghi \(nothing to write\)", err)
    equal(os.path.exists("out.json"), False)
    status, found, err = read(save("p.zip", b"PK\3\4"), "--output", "out.json")
    equal((status, err.count("\n")), (1, 1))


def damage(name, data, seed):
    """Cut and changed anywhere: what can be read is, or an error says so; no reader dies of it."""
    chance = random.Random(seed)
    for step in range(8 if SANITIZED else 40):
        broken = bytearray(data)
        if step % 2:
            del broken[chance.randrange(len(broken)):]
        else:
            for _ in range(chance.randrange(1, 30)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
        status, found, err = read(save(name, bytes(broken)))
        assert status in (0, 1), f"status {status}: {err}"
        assert status == 0 or err, "it failed without a word"
        assert "tín hiệu" not in err and "cấm" not in err, err


@case
def damaged_archives():
    damage("x.zip", zipped([("a.txt", PLAN), ("k/b.docx", make_docx(PLAN, False)), ("c.zip", zipped([("d.txt", PLAN)]))]), 1)


def tool(*words):
    done = subprocess.run(words, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert done.returncode in (0, 3), f"{words[0]}: {done.stderr.decode()}"


@case
def encrypted_archives():
    save("a.txt", PLAN.encode())
    save("open.txt", PLAN.encode())
    tool("zip", "-q", "-P", "bí mật", "crypt.zip", "a.txt")
    tool("7z", "a", "-tzip", "-mem=AES256", "-pbi mat", "aes.zip", "a.txt")
    tool("zip", "-q", "-P", "bí mật", "mixed.zip", "a.txt")
    tool("zip", "-q", "mixed.zip", "open.txt")
    for name, password in (("crypt.zip", "bí mật"), ("aes.zip", "bi mat")):
        status, found, err = read(name)
        equal((status, found), (1, []) if found is not None else (1, None))
        matches(PASSWORD, err)
        status, found, err = read(name, password="sai")
        equal(status, 1)
        matches(WRONG, err)
        status, found, err = read(name, password=password)
        equal((status, files(found), err), (0, [(name + "/a.txt", 1)], ""))
    status, found, err = read("mixed.zip")
    equal((status, files(found)), (1, [("mixed.zip/open.txt", 1)]))
    matches(r"mixed\.zip/a\.txt: .*" + PASSWORD, err)
    status, found, err = read("mixed.zip", password="bí mật")
    equal((status, len(found), err), (0, 2, ""))


def make_pdf(words):
    page = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
             b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
             b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    xref = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % xref)


@case
def encrypted_pdf():
    save("plain.pdf", make_pdf("Giao Phong Tai chinh"))
    for bits, password in (("256", "mở ra"), ("256", "open"), ("128", "open"), ("256", "é")):
        weak = ["--allow-weak-crypto"] if bits == "128" else []
        tool("qpdf", *weak, "--encrypt", password, "owner", bits, "--", "plain.pdf", "locked.pdf")
        status, found, err = read("locked.pdf", "--as", "document")
        equal(status, 1)
        matches(PASSWORD, err)
        for wrong in ("sai", "không"):
            status, found, err = read("locked.pdf", "--as", "document", password=wrong)
            equal(status, 1)
            matches(WRONG, err)
        status, found, err = read("locked.pdf", "--as", "document", password=password)
        equal((status, found["body"][0]["text"], err), (0, "Giao Phong Tai chinh", ""))
    with open("locked.pdf", "rb") as stream:
        save("letter.zip", zipped([("locked.pdf", stream.read()), ("a.txt", PLAN)]))
    status, found, err = read("letter.zip", "--as", "document", password="é")
    equal((status, [one["kind"] for one in found], err), (0, ["PDF", "TXT"], ""))


@case
def encrypted_office_files():
    save("plain.docx", make_docx(PLAN, False))
    status, plain, err = read("plain.docx")
    for form, spins in (("agile", "100000"), ("standard", "0")):
        tool(make_locked, form, spins, "mật khẩu", "plain.docx", "locked.docx")
        status, found, err = read("locked.docx")
        equal((status, found), (1, None))
        matches(PASSWORD, err)
        for wrong in ("Mật khẩu", "x"):
            status, found, err = read("locked.docx", password=wrong)
            equal((status, found), (1, None))
            matches(WRONG, err)
        status, found, err = read("locked.docx", password="mật khẩu")
        equal((status, found["kind"], found["tasks"], err), (0, "DOCX", plain["tasks"], ""))
    save("plain.xlsx", xlsx([dict(name="Việc", rows=[["TT", "Việc", "Chủ trì"], [1, WORDS, "Sở Y tế"]])]))
    tool(make_locked, "agile", "1000", "x", "plain.xlsx", "locked.xlsx")
    status, found, err = read("locked.xlsx", "--as", "document", password="x")
    equal((status, found["kind"], WORDS in json.dumps(found, ensure_ascii=False), err), (0, "XLSX", True, ""))
    with open("locked.docx", "rb") as stream:
        locked = stream.read()
    save("letter.zip", zipped([("locked.docx", locked), ("a.txt", PLAN)]))
    status, found, err = read("letter.zip", "--as", "document", password="mật khẩu")
    equal((status, [one["kind"] for one in found], err), (0, ["DOCX", "TXT"], ""))


def family(pid):
    """The processes that descend from @pid, with itself, that are there now"""
    found, waiting = [], [str(pid)]
    while waiting:
        one = waiting.pop()
        found.append(one)
        try:
            with open(f"/proc/{one}/task/{one}/children", encoding="ascii") as stream:
                waiting += stream.read().split()
        except OSError:
            pass  # it has ended
    return found


def shown(pid):
    """What everybody, and who may trace it, can read of a process"""
    out = b""
    for name in ("cmdline", "environ", "comm"):
        try:
            with open(f"/proc/{pid}/{name}", "rb") as stream:
                out += stream.read()
        except OSError:
            pass  # it has ended, or is nobody's to look into
    return out


@case
def passwords_are_seen_nowhere():
    # hashed so often that the worker is there for a while
    secret, seen = "bí mật không ai thấy", set()
    save("plain.docx", make_docx(PLAN, False))
    tool(make_locked, "agile", "2000000", secret, "plain.docx", "locked.docx")
    with open("secret", "wb") as stream:
        stream.write(secret.encode() + b"\n")
    with open("secret", "rb") as stream:
        run = subprocess.Popen([dondoc, "read", "--password-fd", str(stream.fileno()), "locked.docx"], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, pass_fds=(stream.fileno(),))
    while run.poll() is None:
        for pid in family(run.pid):
            words = shown(pid)
            equal(secret.encode() in words, False)
            seen.update(re.findall(rb"dondoc-worker\0(?:--\w+\0)*", words))
        time.sleep(0.005)
    equal((run.returncode, seen), (0, {b"dondoc-worker\0--password\0"}))
    run.stderr.close()
    equal(sorted(os.listdir(".")), ["locked.docx", "plain.docx", "secret"])


@case
def passwords_that_are_none():
    save("a.txt", PLAN.encode())
    for words, status, text in ((["--password-fd", "x"], 2, "not the number"), (["--password-fd", "99"], 1, "mật khẩu"),
                                (["--password-fd", "0"], 1, "mật khẩu")):
        done = subprocess.run([dondoc, "read", *words, "a.txt"], capture_output=True, stdin=subprocess.DEVNULL)
        equal(done.returncode, status)
        matches(text, done.stderr.decode())
    for password, text in (("x" * 257, "quá dài"), ("x" * 258, "quá dài"), ("x" * 999, "quá dài"), ("é" * 129, "quá dài"), ("\0", "UTF-8")):
        status, found, err = read("a.txt", password=password)
        equal(status, 1)
        matches(text, err)
    equal(read("a.txt", password="x" * 256)[0], 0)


def letter(text="Kính gửi các đơn vị, gửi kèm kế hoạch.\n", **headers):
    mail = EmailMessage()
    for name, value in {"From": "Sở Y tế <a@b.vn>", "To": "c@d.vn", "Subject": "Gửi kế hoạch", **headers}.items():
        mail[name] = value
    mail.set_content(text)
    return mail


@case
def a_mail_with_files():
    inner = letter(PLAN, Subject="Chuyển tiếp")
    mail = letter()
    mail.add_alternative("<p>Kính gửi các đơn vị, gửi kèm kế hoạch.</p>", subtype="html")
    mail.add_attachment(PLAN.encode(), maintype="application", subtype="octet-stream", filename="Kế hoạch năm.txt")
    mail.add_attachment(make_docx(PLAN, False), maintype="application", subtype="x-any", filename=("utf-8", "vi", "Kế hoạch.docx"))
    mail.add_attachment(zipped([("trong/a.txt", PLAN)]), maintype="application", subtype="zip", filename="k.zip")
    mail.add_attachment(b"0\x80\6\t", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    mail.add_attachment(inner)
    status, found, err = read(save("m.eml", bytes(mail)))
    equal((status, err), (0, ""))
    equal(files(found), [("m.eml/Kế hoạch năm.txt", 1), ("m.eml/Kế hoạch.docx", 1), ("m.eml/k.zip/trong/a.txt", 1),
                         ("m.eml/Chuyển tiếp.eml", 1)])
    status, found, err = read("m.eml", "--as", "document")
    equal((found[0]["file"], found[0]["kind"], found[0]["body"][0]["text"]), ("m.eml", "EML", "Kính gửi các đơn vị, gửi kèm kế hoạch."))
    matches("Sở Y tế", found[0]["header"][0]["text"])


@case
def a_mail_without_words():
    mail = letter("")
    mail.add_attachment(PLAN.encode(), maintype="text", subtype="plain", filename="a.txt")
    status, found, err = read(save("w.eml", bytes(mail)), "--as", "document")
    equal((status, [one["file"] for one in found], err), (0, ["w.eml", "w.eml/a.txt"], ""))
    matches("Sở Y tế.*Gửi kế hoạch", " ".join(block["text"] for block in found[0]["header"]))
    status, found, err = read("w.eml")
    equal((status, files(found), err), (0, [("w.eml/a.txt", 1)], ""))


@case
def the_letter_itself():
    status, found, err = read(save("s.eml", bytes(letter(PLAN))))
    equal((status, found["file"], found["kind"], found["tasks"][0]["text"]), (0, "s.eml", "EML", WORDS))
    mail = letter(PLAN)
    mail.add_attachment(PLAN.encode(), maintype="text", subtype="plain", filename="a.txt")
    status, found, err = read(save("s.eml", bytes(mail)))
    equal(files(found), [("s.eml", 1), ("s.eml/a.txt", 1)])


@case
def names_as_mail_programs_write_them():
    name = "Kế hoạch.txt"
    word = "=?UTF-8?B?" + base64.b64encode(name.encode()).decode() + "?="
    quoted = "=?utf-8?Q?" + quopri.encodestring(name.encode(), header=True).decode() + "?="
    percent = "".join(f"%{byte:02X}" for byte in name.encode())
    rows = [(f'filename="{word}"', name), (f'filename="{quoted}"', name), (f"filename*=UTF-8''{percent}", name),
            (f"filename*0*=UTF-8''{percent[:12]};\r\n filename*1*={percent[12:]}", name), (f'filename="{name}"', name),
            ('filename="=?windows-1258?Q?k=EA_ho=E1=F2ch.txt?="', None), ('filename="../../a.txt"', "../../a.txt"), ("", "1.plain")]
    for disposition, wanted in rows:
        text = (f"From: a@b\r\nTo: c@d\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
                f"Content-Type: text/plain\r\nContent-Disposition: attachment; {disposition}\r\n"
                "Content-Transfer-Encoding: base64\r\n\r\n").encode() + base64.encodebytes(PLAN.encode()) + b"\r\n--x--\r\n"
        status, found, err = read(save("n.eml", text))
        equal((status, len(found)), (0, 1))
        if wanted is not None:
            equal(found[0]["file"], "n.eml/" + wanted)


@case
def a_saved_page():
    page = ("<html><body><p>KẾ HOẠCH</p><table border=1><tr><td>STT</td><td>Nội dung</td></tr></table></body></html>")
    for encode, encoding in ((quopri.encodestring, "quoted-printable"), (base64.encodebytes, "base64")):
        for charset in ("utf-8", "utf-16"):
            text = ('From: "Saved by Word"\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"; type="text/html"\r\n'
                    "\r\n--x\r\nContent-Location: file:///C:/a.htm\r\n"
                    f'Content-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset="{charset}"\r\n\r\n').encode()
            text += encode(page.encode(charset)) + b"\r\n--x\r\nContent-Type: image/png\r\nContent-Location: a.png\r\n\r\n\x89PNG\r\n\x1a\n\r\n--x--\r\n"
            status, found, err = read(save("p.mht", text), "--as", "document")
            equal((status, found["kind"], found["body"][0]["text"], found["body"][1]["kind"], err), (0, "MHT", "KẾ HOẠCH", "table", ""))


@case
def hostile_mail():
    head = "MIME-Version: 1.0\r\n"
    n = 3000 if SANITIZED else 100000
    rows = [
        ("parts inside of parts", head + "".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(n))),
        ("mails inside of mails", head + "Content-Type: message/rfc822\r\n\r\n" * n),
        ("many parts", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n" * n),
        ("many files", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n" * n),
        ("many fields", head + "X-A: b\r\n" * n + "\r\nx"),
        ("many pieces of a name", head + "Content-Type: text/plain" + "".join(f"; name*{i}*=x" for i in range(n)) + "\r\n\r\nx"),
        ("a header only", head),
        ("one long line", head + "\r\n" + "x" * (100 * n)),
    ]
    for name, text in rows:
        begin = time.monotonic()
        status, found, err = read(save("h.eml", text.encode()))
        print(f"# {name}: {time.monotonic() - begin:.2f} s, status {status}")
        assert status == 0 or "(" in err, f"{name}: {status} {err}"
        assert "cấm" not in err and "tín hiệu" not in err, f"{name}: {err}"


@case
def damaged_mail():
    mail = letter()
    mail.add_attachment(make_docx(PLAN, False), maintype="application", subtype="x-any", filename=("utf-8", "vi", "Kế hoạch.docx"))
    mail.add_attachment(letter(PLAN))
    damage("d.eml", bytes(mail), 2)


def main():
    print(f"1..{len(results)}")
    for number, function in enumerate(results, 1):
        with tempfile.TemporaryDirectory() as outer:
            folder = os.path.join(outer, "inner")
            os.mkdir(folder)
            os.chdir(folder)
            begin = time.monotonic()
            try:
                function()
                trouble = None
            except Exception as error:  # each case is told by itself
                trouble = f"{type(error).__name__}: {error}"
            if trouble is not None:
                print("# " + trouble.replace("\n", "\n# ")[:3000])
            name = function.__name__.replace("_", " ")
            print(f"{'not ok' if trouble else 'ok'} {number} - {name} ({time.monotonic() - begin:.1f} s)", flush=True)
            os.chdir("/")


main()
