#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The store through the commands of the program, on both engines. Prints TAP.

usage: scripts/with-postgres tests/integration/store.py DONDOC SAMPLES
"""
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from stores import Postgres, Program, Sqlite, check, end, engines

NOW = ("--now", "2026-11-22T08:00")
BELOW = """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Bình, ngày 20 tháng 11 năm 2026

KẾ HOẠCH
Chuyển đổi số năm 2027

Thực hiện Kế hoạch số 5/KH-UBND ngày 01/10/2026 của Ủy ban nhân dân tỉnh Bình An, Ủy ban nhân dân xã ban hành Kế hoạch như sau:

II. NHIỆM VỤ
1. Rà soát, nâng cấp mạng nội bộ của xã
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội
- Thời gian thực hiện: Quý II năm 2027

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""
ABOVE = """ỦY BAN NHÂN DÂN
TỈNH BÌNH AN
Số: 05/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình An, ngày 01 tháng 10 năm 2026

KẾ HOẠCH
Chuyển đổi số của tỉnh

Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

II. NHIỆM VỤ
1. Nâng cấp trung tâm dữ liệu của tỉnh
- Đơn vị chủ trì: Sở Khoa học và Công nghệ
- Thời gian thực hiện: Năm 2027
"""


def imported(program, store, *files):
    done = program("import", "--format", "json", *NOW, *files, url=store.url)
    return done, json.loads(done.stdout) if done.stdout else []


def clean(program, store):
    done = program("check", url=store.url)
    return done.returncode == 0, done.stdout + done.stderr


def test_import(program, store, samples):
    name = store.name
    files = sorted(Path(samples).glob("*.txt"))
    done, rows = imported(program, store, *files)
    check(f"{name}: every sample is kept", done.returncode == 0 and len(rows) == len(files), done.stderr)
    wanted = {}
    for path in files:
        read = program("read", "--format", "json", path)
        wanted[path.name] = len(json.loads(read.stdout)["tasks"])
    new = {row["file"]: row["tasks"] for row in rows if row["result"] == "new"}
    check(f"{name}: with the tasks that are read", all(wanted[file] == n for file, n in new.items()), f"{new}\n{wanted}")
    counted = store.sql("SELECT count(*) FROM task")[0][0]
    check(f"{name}: and no others", int(counted) == sum(new.values()), counted)
    done, again = imported(program, store, *files)
    check(f"{name}: the same files again are found", done.returncode == 0 and {row["result"] for row in again} == {"same"}, again)
    listed = json.loads(program("document", "list", "--format", "json", url=store.url).stdout)
    check(f"{name}: the list has each document once", len(listed) == len(new) and all(d["known"] for d in listed), len(listed))
    every = json.loads(program("document", "list", "--all", "--format", "json", url=store.url).stdout)
    check(f"{name}: and those only heard of", len(every) > len(listed))
    good, said = clean(program, store)
    check(f"{name}: check is clean", good, said)


def test_forms(program, store):
    name = store.name
    with tempfile.TemporaryDirectory() as folder:
        below, above = Path(folder, "xa.txt"), Path(folder, "tinh.txt")
        below.write_text(BELOW, encoding="utf-8")
        above.write_text(ABOVE, encoding="utf-8")
        other = Path(folder, "xa-utf16.txt")
        other.write_bytes(BELOW.encode("utf-16"))
        packed = Path(folder, "ho-so.zip")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("2026/xa.txt", BELOW)
            archive.writestr("2026/tinh.txt", ABOVE)
            archive.writestr("2026/anh.bin", b"\0\1\2")
        first = imported(program, store, below)[1][0]
        again = imported(program, store, below, other)[1]
        check(f"{name}: the same document in another form", [row["result"] for row in again] == ["same", "form"] and
              {row["document"] for row in again} == {first["document"]}, again)
        heard = json.loads(program("document", "show", first["document"], "--chain", "--format", "json", url=store.url).stdout)
        check(f"{name}: what it carries out is heard of", [d["known"] for d in heard["above"]] == [False], heard["above"])
        done, members = imported(program, store, packed)
        results = {row["file"].split("/")[-1]: row["result"] for row in members}
        check(f"{name}: files of a ZIP", results == {"xa.txt": "form", "tinh.txt": "new"}, f"{members}\n{done.stderr}")
        done, members = imported(program, store, packed)
        check(f"{name}: and again", {row["result"] for row in members} == {"same"}, members)
        shown = json.loads(program("document", "show", first["document"], "--chain", "--format", "json", url=store.url).stdout)
        check(f"{name}: three forms of one document", len(shown["forms"]) == 3, shown["forms"])
        check(f"{name}: the chain goes up to the resolution",
              [(d["number"], d["known"], d["depth"]) for d in shown["above"]] ==
              [("05/KH-UBND", True, 1), ("57-NQ/TW", False, 2)], shown["above"])
        top = shown["above"][1]["id"]
        down = json.loads(program("document", "show", top, "--chain", "--format", "json", url=store.url).stdout)
        tasks = [task["text"] for d in down["below"] for task in d["below"]]
        check(f"{name}: all tasks stem from it", tasks == ["Nâng cấp trung tâm dữ liệu của tỉnh", "Rà soát, nâng cấp mạng nội bộ của xã"], tasks)
        table = program("document", "show", top, "--chain", url=store.url).stdout
        check(f"{name}: so for people", "05/KH-UBND" in table and "Rà soát" in table, table)
        good, said = clean(program, store)
        check(f"{name}: check is clean after forms", good, said)


def test_failures(program, store):
    name = store.name
    with tempfile.TemporaryDirectory() as folder:
        good, bad = Path(folder, "a.txt"), Path(folder, "b.pdf")
        good.write_text(BELOW, encoding="utf-8")
        bad.write_bytes(b"%PDF-1.4 broken")
        done = program("import", bad, good, Path(folder, "none.txt"), url=store.url)
        check(f"{name}: what cannot be read is named, the rest is kept", done.returncode == 1 and "b.pdf" in done.stderr and
              "none.txt" in done.stderr and "văn bản 1" in done.stdout, done)
    check(f"{name}: no such document", program("document", "show", "999", url=store.url).returncode == 1)
    usages = [("document",), ("document", "show", "x"), ("document", "show", "0"), ("audit",), ("import",), ("backup",),
              ("check", "x"), ("import", "--now", "heute", "x"), ("document", "list", "--format", "xml"), ("migrate", "--from", "sqlite:x")]
    for words in usages:
        done = program(*words, url=store.url)
        check(f"{name}: usage of {' '.join(words)}", done.returncode == 2 and not done.stdout and "dondoc help" in done.stderr, done)


def test_migrators(program, store):
    """Many programs start on a store that is not there yet."""
    command = [program.path, "migrate", "--store", store.url]
    started = [subprocess.Popen(command, cwd=program.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    ended = [(p.communicate(timeout=120), p.returncode) for p in started]
    took = [out for (out, _), _ in ended if "0 → " in out]
    check(f"{store.name}: eight migrators at once", all(code == 0 for _, code in ended), ended)
    check(f"{store.name}: one of them did it", len(took) == 1, ended)
    done = program("document", "list", url=store.url)
    check(f"{store.name}: and it can be used", done.returncode == 0 and done.stdout == "", done)


def test_beside(program, store, samples):
    """Four import the same files at once, in several orders, and meanwhile backups are taken."""
    name = store.name
    files = sorted(Path(samples).glob("*.txt"))
    program("migrate", url=store.url)
    orders = [files, files[::-1], files[7:] + files[:7], files[::2] + files[1::2]]
    started = [subprocess.Popen([program.path, "import", "--store", store.url, *order], cwd=program.folder, env=program.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for order in orders]
    with tempfile.TemporaryDirectory() as folder:
        backups = [program("backup", os.path.join(folder, f"{i}.db"), url=store.url) for i in range(3)]
        ended = [(p.communicate(timeout=300), p.returncode) for p in started]
        check(f"{name}: backups while others write are whole", all(done.returncode == 0 for done in backups), backups)
    check(f"{name}: four imports at once", all(code == 0 for _, code in ended), ended)
    new = sum(out.count("bản nháp:") for (out, _), _ in ended)
    documents = int(store.sql("SELECT count(*) FROM document WHERE known")[0][0])
    readings = int(store.sql("SELECT count(*) FROM reading")[0][0])
    check(f"{name}: each document came in once", new == documents == readings and
          int(store.sql("SELECT count(*) FROM form")[0][0]) == len(files), f"{new} {documents} {readings}")
    good, said = clean(program, store)
    check(f"{name}: check is clean after it", good, said)


def test_tampered(program, engine, samples):
    """Each harm that somebody does behind the program's back is found; what is not harmed is not said."""
    harms = [
        ("a record", "{forget}; UPDATE audit SET who = 'ai khác' WHERE seq = 2", "2", True),
        ("a record removed", "{forget}; DELETE FROM audit WHERE seq = 2", "2", True),
        ("the last record removed", "{forget}; DELETE FROM audit WHERE seq = {last}", "{last}", True),
        ("a task", "UPDATE task SET text = 'Việc khác' WHERE id = 1", "văn bản 1", False),
        ("a way to find a lead", "UPDATE assignment SET name_key = 'x' WHERE task_id = 1 AND role = 'lead'", "văn bản 1: phân công", False),
        ("what is cited", "UPDATE citation SET relation = 'mentions' WHERE reading_id = 1 AND position = (SELECT min(position) FROM citation WHERE reading_id = 1)",
         "văn bản 1: viện dẫn", False),
        ("the name of a file", "UPDATE form SET name = 'khác.txt' WHERE document_id = 1", "văn bản 1: dạng của tệp", False),
        ("a lead", "UPDATE assignment SET name = 'Văn phòng' WHERE task_id = 1 AND role = 'lead'", "văn bản 1", False),
        ("a state", "UPDATE task SET state = 'done' WHERE id = 2", "nhiệm vụ 2", False),
        ("a header", "UPDATE document SET date = '2020-01-01' WHERE id = 1", "văn bản 1", False),
        ("a file", "UPDATE file SET content = hash WHERE kind = 'text'", "tệp đã bị sửa", False),
        ("a lone file", "INSERT INTO file (hash, size, kind, added_at, content) SELECT {blob}, 0, 'text', 0, {none}", "không thuộc", False),
    ]
    files = sorted(Path(samples).glob("0*.txt"))[:3]
    for what, sql, said, breaks_chain in harms:
        store = engine()
        imported(program, store, *files)
        words = {"forget": store.forget_triggers,
                 "blob": "zeroblob(32)" if store.name == "sqlite" else "decode(repeat('00', 32), 'hex')",
                 "last": store.sql("SELECT max(seq) FROM audit")[0][0],
                 "none": "zeroblob(0)" if store.name == "sqlite" else "''::bytea"}
        said = said.format(**words)
        store.sql(sql.format(**words))
        done = program("check", url=store.url)
        check(f"{store.name}: {what} is found", done.returncode == 1 and said in done.stderr, done)
        audit = program("audit", "verify", url=store.url)
        check(f"{store.name}: audit verify after {what}", audit.returncode == (1 if breaks_chain else 0) and
              (not breaks_chain or f"bản ghi {said}:" in audit.stderr), audit)
        store.close()


def test_moves(program, engine, samples):
    """Backup, restore, and from one engine to the other and back: the same head, the same answers."""
    store = engine()
    files = sorted(Path(samples).glob("0*.txt"))
    imported(program, store, *files)
    head = program("audit", "verify", "--head", url=store.url).stdout
    listed = program("document", "list", "--all", "--format", "json", url=store.url).stdout
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sao-luu.db")
        done = program("backup", path, url=store.url)
        check(f"{store.name}: backup", done.returncode == 0 and os.path.exists(path) and not os.path.exists(path + ".part"), done)
        check(f"{store.name}: no second one over it", program("backup", path, url=store.url).returncode == 1)
        check(f"{store.name}: it is a store of its own", program("audit", "verify", "--head", url="sqlite:" + path).stdout == head)
        targets = [Sqlite] + ([Postgres] if engine is Postgres or "DONDOC_TEST_PG" in os.environ else [])
        for kind in targets:
            target = kind()
            done = program("restore", path, url=target.url)
            same = (program("audit", "verify", "--head", url=target.url).stdout == head and
                    program("document", "list", "--all", "--format", "json", url=target.url).stdout == listed)
            check(f"{store.name}: restore to {kind.name}", done.returncode == 0 and same, done)
            check(f"{store.name}: not over what is there", program("restore", path, url=target.url).returncode == 1)
            moved = kind()
            done = program("migrate", "--from", store.url, "--to", moved.url)
            check(f"{store.name}: migrate to {kind.name}", done.returncode == 0 and
                  program("audit", "verify", "--head", url=moved.url).stdout == head, done)
            done, rows = imported(program, moved, *files)
            check(f"{store.name}: {kind.name} goes on from there", {row["result"] for row in rows} == {"same"}, rows)
            moved.close()
            target.close()
    store.close()


def as_nobody():
    """What makes a child somebody to whom the folder is not open for writing, whoever runs the tests"""
    return {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


def test_read_only(program, samples):
    """What only looks needs no right to write, and leaves nothing behind"""
    store = Sqlite()
    imported(program, store, *sorted(Path(samples).glob("0*.txt"))[:2])
    looks = [("check",), ("audit", "verify"), ("document", "list"), ("document", "show", "1"), ("task", "list"),
             ("task", "show", "1"), ("summary",)]
    before = Path(store.path).read_bytes()
    os.chmod(store.path, 0o444)
    os.chmod(store.folder, 0o555)
    for words in looks:
        done = program(*words, "--store", store.url, **as_nobody())
        check(f"{' '.join(words)} of a store that cannot be written", done.returncode == 0, done)
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        path = os.path.join(folder, "sao-luu.db")
        done = program("backup", path, url=store.url, **as_nobody())
        check("backup of it", done.returncode == 0 and os.listdir(folder) == ["sao-luu.db"], done)
        done = program("check", url="sqlite:" + path, **as_nobody())
        check("a backup is looked at and nothing is left beside it", done.returncode == 0 and os.listdir(folder) == ["sao-luu.db"],
              os.listdir(folder))
    target = Sqlite()
    done = program("restore", store.path, url=target.url)
    check("restore out of it", done.returncode == 0, done)
    check("and nothing of it is changed", Path(store.path).read_bytes() == before and os.listdir(store.folder) == ["store.db"],
          os.listdir(store.folder))
    target.close()
    os.chmod(store.folder, 0o755)
    store.close()


def test_restore_source(program, engine, samples):
    """A backup is not written to by what it is restored from, and a disk that is full leaves nothing of one"""
    store = engine()
    imported(program, store, *sorted(Path(samples).glob("0*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sao-luu.db")
        for room in (0, 50_000, 100_000, 200_000):
            done = program("backup", path, url=store.url, preexec_fn=limited(room))
            check(f"{store.name}: a backup that does not fit ({room}) leaves nothing", done.returncode == 1 and os.listdir(folder) == [],
                  os.listdir(folder))
        done = program("backup", path, url=store.url)
        bytes_before = Path(path).read_bytes() if os.path.exists(path) else b""
        check(f"{store.name}: a backup is a single file", done.returncode == 0 and os.listdir(folder) == ["sao-luu.db"] and
              bytes_before[18:20] == b"\x01\x01", done)
        os.chmod(path, 0o444)
        target = engine()
        done = program("restore", path, url=target.url)
        check(f"{store.name}: it is restored", done.returncode == 0, done)
        check(f"{store.name}: and is as it was", Path(path).read_bytes() == bytes_before and os.listdir(folder) == ["sao-luu.db"],
              os.listdir(folder))
        target.close()
    store.close()


def test_old(program):
    """An older schema is brought up to date by what writes, or by dondoc migrate; what only looks says so"""
    store = Sqlite()
    program("migrate", url=store.url)
    last = store.sql("SELECT max(version) FROM migration")[0][0]
    store.sql(f"DELETE FROM migration WHERE version = {last}")
    for words in (("check",), ("document", "list"), ("task", "list"), ("summary",), ("audit", "verify")):
        done = program(*words, "--store", store.url)
        check(f"{' '.join(words)} of an older schema says what to do", done.returncode == 1 and "dondoc migrate" in done.stderr, done)
    store.close()


def limited(size):
    """A file that may not grow over @size: what a full disk looks like to the program"""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_full(program, samples):
    store = Sqlite()
    files = sorted(Path(samples).glob("*.txt"))
    imported(program, store, *files[:2])
    said = clean(program, store)[1]
    size = os.path.getsize(store.path)
    for room in (0, 40_000, 100_000, 200_000):
        done = program("import", *files, url=store.url, preexec_fn=limited(size + room))
        check(f"a full disk ({room} bytes left) is said", done.returncode == 1 and "đĩa" in done.stderr, done)
        good, now = clean(program, store)
        check(f"nothing is half done ({room})", good, now)
    done = program("import", *files, url=store.url)
    check("with room again the rest comes", done.returncode == 0, done)
    good, now = clean(program, store)
    check("and all is well", good, said + now)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sao-luu.db")
        done = program("backup", path, url=store.url, preexec_fn=limited(100_000))
        check("a backup that does not fit is none", done.returncode == 1 and os.listdir(folder) == [], os.listdir(folder))
    store.close()


def test_lost(program, samples):
    """The server ends connections while files are kept: what was said is there, and what was not is an error."""
    store = Postgres()
    program("migrate", url=store.url)
    ending = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{store.database}' AND application_name = 'dondoc'"
    process = subprocess.Popen([program.path, "import", "--store", store.url, *sorted(Path(samples).glob("*.txt"))], cwd=program.folder,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=program.environment)
    while process.poll() is None and int(store.sql("SELECT count(*) FROM form")[0][0]) < 2:
        pass
    while process.poll() is None and not store.psql(store.server, ending):
        pass
    out, errors = process.communicate(timeout=120)
    said = {line.split(": ", 1)[0] for line in out.splitlines()}
    kept = {name for name, in store.sql("SELECT name FROM form")}
    several = store.url.replace("host=", "host=/nowhere,") + "&target_session_attrs=read-write"
    check("of several servers the one that answers is taken", program("check", url=several).returncode == 0)
    check("a lost connection is said", process.returncode == 1 and "PostgreSQL" in errors, errors)
    check("what was said before is there", said and said <= kept, said - kept)
    good, now = clean(program, store)
    check("and all is well after it", good, now)
    store.close()


def test_refused(program):
    store = Sqlite()
    done = program("document", "list", url=store.url)
    check("a store that is not there is not made by looking", done.returncode == 1 and "dondoc import" in done.stderr and
          not os.path.exists(store.path), done)
    Path(store.path).write_text("Đây là một bản ghi nhớ, không phải cơ sở dữ liệu.\n" * 50, encoding="utf-8")
    done = program("check", url=store.url)
    check("another file is no store", done.returncode == 1 and "không phải kho" in done.stderr, done)
    os.remove(store.path)
    program("migrate", url=store.url)
    check("a new store is its owner's alone", os.stat(store.path).st_mode & 0o777 == 0o600)
    store.sql("INSERT INTO migration VALUES (999, 'later', x'00', 0)")
    done = program("document", "list", url=store.url)
    check("a store of a newer version is refused", done.returncode == 1 and "nâng cấp" in done.stderr, done)
    store.sql("DELETE FROM migration WHERE version = 999; UPDATE migration SET hash = x'00'")
    done = program("document", "list", url=store.url)
    check("and one with another schema", done.returncode == 1 and "lược đồ" in done.stderr, done)
    done = program("check", url="postgresql:///x?host=/nowhere")
    check("a server out of reach", done.returncode == 1 and "PostgreSQL" in done.stderr and done.stderr.count("\n") == 1, done)
    done = program("check", url="mysql://secret@x")
    check("no such kind of store", done.returncode == 1 and "secret" not in done.stderr, done)
    store.close()
    environment = dict(program.environment, DONDOC_STORE="sqlite:by-environment.db")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program.path, "migrate"], cwd=folder, env=environment, capture_output=True, check=False)
        subprocess.run([program.path, "migrate"], cwd=folder, env=program.environment, capture_output=True, check=False)
        check("DONDOC_STORE, and dondoc.db without it", sorted(os.listdir(folder)) == ["by-environment.db", "dondoc.db"], os.listdir(folder))


def main(dondoc, samples):
    samples = Path(samples).resolve()
    folder = tempfile.mkdtemp(prefix="dondoc-test-")
    program = Program(dondoc, folder)
    try:
        for engine in engines():
            for test in (lambda p, s: test_import(p, s, samples), test_forms, test_failures, test_migrators,
                         lambda p, s: test_beside(p, s, samples)):
                store = engine()
                test(program, store)
                store.close()
            test_tampered(program, engine, samples)
            test_moves(program, engine, samples)
            test_restore_source(program, engine, samples)
        test_full(program, samples)
        test_refused(program)
        test_read_only(program, samples)
        test_old(program)
        if "DONDOC_TEST_PG" in os.environ:
            test_lost(program, samples)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return end()


sys.exit(main(*sys.argv[1:]))
