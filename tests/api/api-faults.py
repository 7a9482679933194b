#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies under a server fails: the disk is full, PostgreSQL ends, starts again, ends connections, is cut off or silent in the middle of a
commit. What was acknowledged is there, what was refused is not, what nobody knows is said to be unknown, and the server goes on. Prints TAP.

usage: [SEED=N] scripts/with-postgres api-faults.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cluster import Cluster, OwnStore, Proxy
from load import Office, Tally, begin_chance

from stores import Program, Sqlite, check, end, skip  # isort: skip

DISK_BYTES = 24 << 20
MOUNTS = "DONDOC_OWN_MOUNTS"  # set where this program may mount
PATHS = ["/api/v1/tasks?state=all", "/api/v1/summary", "/api/v1/documents", "/readyz"]


def own_mounts():
    """Goes on in a mount name space of its own, where that is allowed: a real disk that is full wants one"""
    if MOUNTS in os.environ:
        return
    for words in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        if subprocess.run([*words, "true"], capture_output=True).returncode == 0:
            os.execvpe(words[0], [*words, sys.executable, *sys.argv], {**os.environ, MOUNTS: "1"})


class Disk:
    """A small one of memory"""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="dondoc-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES},mode=755", "none", self.folder], check=True)
        self.filler = Path(self.folder, "filler")

    def fill(self):
        with open(self.filler, "wb", buffering=0) as out:
            for size in (65536, 4096, 1):
                try:
                    while out.write(b"x" * size) == size:
                        pass
                except OSError:
                    pass

    def make_room(self):
        self.filler.unlink()

    def close(self):
        subprocess.run(["umount", "-l", self.folder], check=True)
        os.rmdir(self.folder)


class Limit:
    """Where nothing may be mounted: a process whose files may not grow any more, which is told in the same way"""

    def __init__(self, process, path):
        self.process, self.path = process, path

    def fill(self):
        size = max(os.path.getsize(self.path + end) for end in ("", "-wal"))
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def make_room(self):
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def write(office, server, task, note):
    """Returns: the answer to one note of progress"""
    path = f"/api/v1/tasks/{task}"
    version = server.ask("GET", path, office.focal).json["version"]
    return server.ask("POST", path + "/progress", office.focal, {"done": note, "next": "x" * 4000}, If_Match=f'"{version}"')


def fill_up(office, server, disk, name):
    """Writes until the disk refuses; then all is read as before"""
    said, answer = [], None
    disk.fill()
    for number in range(2000):
        note = f"{name}-{number}"
        answer = write(office, server, office.tasks[0], note)
        if answer.status != 200:
            break
        said.append(note)
    check(f"{name}: a write is refused", answer.status == 507 and answer.json["type"].endswith(":no-space") and
          "chỗ" in answer.json["title"] and "space" in answer.json["title_en"], answer)
    again = [write(office, server, task, "khác") for task in office.tasks[:5]]
    check(f"{name}: and so are others, or they fit", all(one.status in (200, 507) for one in again), again)
    read = [server.ask("GET", path, office.inspector) for path in PATHS * 5]
    check(f"{name}: all can be read meanwhile", all(one.status == 200 for one in read), [one for one in read if one.status != 200][:3])
    return said


def full(office, server, disk, name):
    said = fill_up(office, server, disk, name)
    disk.make_room()
    answer = write(office, server, office.tasks[0], "lại có chỗ")
    check(f"{name}: with room again it goes on as it is", answer.status == 200, answer)
    said += fill_up(office, server, disk, name + ", again")
    disk.make_room()
    status = server.stop()
    kept = office.kept()
    check(f"{name}: what was acknowledged is there", set(said) <= kept, set(said) - kept)
    check(f"{name}: check is clean", office.check() == "", office.check())
    check(f"{name}: the server ends well", status == 0, status)


def full_sqlite(program, samples):
    store, disk = Sqlite(), None
    if MOUNTS in os.environ:
        disk = Disk()
        store.path = os.path.join(disk.folder, "store.db")
        store.url = "sqlite:" + store.path
    office = Office(program, store, samples)
    server = office.serve()
    full(office, server, disk or Limit(server.process, store.path), "sqlite, " + ("full disk" if disk else "files that may not grow"))
    if disk:
        disk.close()
    store.close()


def full_pgsql(program, cluster, samples):
    """Tables on a disk that is full; what PostgreSQL writes first (its WAL) has room, else it ends itself"""
    if MOUNTS not in os.environ or os.geteuid() != 0 or cluster is None:
        skip("pgsql, full disk", "nothing may be mounted here, or there is no PostgreSQL")
        return
    disk = Disk()
    place = Path(disk.folder, "tables")
    place.mkdir()
    os.chown(place, cluster.owner.st_uid, cluster.owner.st_gid)
    cluster.sql(f"CREATE TABLESPACE small LOCATION '{place}'")
    store = OwnStore(cluster)
    store.psql(cluster.url, f"ALTER DATABASE {store.database} SET TABLESPACE small")
    office = Office(program, store, samples)
    full(office, office.serve(), disk, "pgsql, full disk")
    store.close()
    cluster.sql("DROP TABLESPACE small")
    disk.close()


def wait_for(server, status, seconds=30):
    """Returns: whether /readyz comes to say that"""
    until, last = time.monotonic() + seconds, None
    while last != status and time.monotonic() < until:
        last = server.ask("GET", "/readyz").status
        time.sleep(0.02)
    return last == status


def restarts(program, cluster, samples, chance):
    """PostgreSQL stops under load, and starts again"""
    store = OwnStore(cluster)
    office = Office(program, store, samples)
    server = office.serve()
    for mode in ("fast", "immediate", "fast", "immediate"):
        name, tally = f"PostgreSQL stops ({mode})", Tally()
        loads = office.work([server], patient=True)
        time.sleep(chance.uniform(0.2, 0.8))
        cluster.stop(mode)
        check(f"{name}: /readyz says so", wait_for(server, 503))
        answer = server.ask("GET", "/api/v1/me", office.focal)
        check(f"{name}: what cannot be had now is told, with when to come again", answer.status == 503 and "retry-after" in answer.fields and
              answer.json["title"] and answer.json["title_en"], answer)
        check(f"{name}: the server lives", server.ask("GET", "/healthz").status == 200)
        cluster.start()
        check(f"{name}: the server is ready again by itself", wait_for(server, 200))
        before = sum(len(load.said) for load in loads)
        time.sleep(1)
        check(f"{name}: and so are all who work", sum(len(load.said) for load in loads) > before and loads[-1].reads > 0, before)
        for load in loads:
            load.end()
        tally.add(loads, office.kept())
        tally.check(name)
        check(f"{name}: check is clean", office.check() == "", office.check())
        print(f"# {name}: {tally}", flush=True)
    check("a server whose PostgreSQL came and went ends well", server.stop() == 0)
    store.close()


def ended(program, cluster, samples, chance, times=20):
    """PostgreSQL ends single connections under load"""
    store, tally = OwnStore(cluster), Tally()
    office = Office(program, store, samples)
    server = office.serve()
    loads = office.work([server], patient=True)
    for _ in range(times):
        time.sleep(chance.uniform(0, 0.2))
        cluster.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{store.database}' ORDER BY random() LIMIT 2")
    time.sleep(0.5)
    for load in loads:
        load.end()
    tally.add(loads, office.kept())
    name = "PostgreSQL ends connections"
    check(f"{name}: work goes on", tally.said > times and tally.reads > times, tally)
    tally.check(name)
    check(f"{name}: check is clean", office.check() == "", office.check())
    check(f"{name}: the server ends well", server.stop() == 0)
    print(f"# {name}: {times} times two, {tally}", flush=True)
    store.close()


def cut(program, cluster, samples):
    """The connection is lost in the middle of a commit: nobody knows the end, and nobody says to know it"""
    store, proxy = OwnStore(cluster), Proxy(cluster)
    office = Office(program, store, samples)
    server = office.serve(url=proxy.url(store))
    for fault, is_kept in (("before", False), ("after", True), ("hang", True)):
        name, note = f"commit: {fault}", f"cắt {fault}"
        proxy.strike(fault, note)
        answer = write(office, server, office.tasks[0], note)
        check(f"{name}: its end is said to be unknown", answer.status == 504 and answer.json["type"].endswith(":outcome-unknown") and
              answer.json["title"] and answer.json["title_en"] and "retry-after" not in answer.fields, answer)
        check(f"{name}: it was struck, and not sent again", proxy.struck == 1 and
              int(store.sql(f"SELECT count(*) FROM step WHERE done = '{note}'")[0][0]) == int(is_kept), proxy.struck)
        answer = server.ask("GET", f"/api/v1/tasks/{office.tasks[0]}", office.focal)
        check(f"{name}: who looks sees which", answer.status == 200 and (note in answer.text) == is_kept, answer)
        answer = write(office, server, office.tasks[0], note + ", lại")
        check(f"{name}: and goes on", answer.status == 200, answer)
    check("commit: check is clean", office.check() == "", office.check())
    check("commit: the server ends well", server.stop() == 0)
    proxy.close()
    store.close()


def hosts(program, cluster, samples):
    """Of several servers the one that is there and may be written to is taken"""
    other, store = Cluster(), OwnStore(cluster)
    office = Office(program, store, samples)
    url = store.url.replace("host=", f"host={other.folder},") + "&target_session_attrs=read-write"
    OwnStore(other)
    other.sql("ALTER SYSTEM SET default_transaction_read_only = on")
    other.restart("fast")
    for what in ("only reads", "is not there"):
        server = office.serve(url=url)
        answer = write(office, server, office.tasks[0], f"máy chủ thứ nhất {what}")
        check(f"two PostgreSQL, of which the first {what}: the second is taken", answer.status == 200, answer)
        check(f"two PostgreSQL, of which the first {what}: the server ends well", server.stop() == 0)
        if what == "only reads":
            other.stop("immediate")
    check("two PostgreSQL: check is clean", office.check() == "", office.check())
    other.close()
    store.close()


def main(dondoc, samples):
    own_mounts()
    chance, folder = begin_chance(), tempfile.mkdtemp(prefix="dondoc-test-")
    program = Program(dondoc, folder)
    cluster = Cluster() if "DONDOC_TEST_PG" in os.environ else None
    try:
        full_sqlite(program, samples)
        full_pgsql(program, cluster, samples)
        if cluster is None:
            skip("PostgreSQL", "no server: scripts/with-postgres starts one")
        else:
            ended(program, cluster, samples, chance)
            cut(program, cluster, samples)
            restarts(program, cluster, samples, chance)
            hosts(program, cluster, samples)
    finally:
        if cluster is not None:
            cluster.close()
        shutil.rmtree(folder, ignore_errors=True)
    return end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
