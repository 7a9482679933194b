# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostgreSQL server of one's own, to be stopped and started, and what stands between it and who uses it."""
import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "integration"))

from stores import Postgres  # isort: skip

WITH_POSTGRES = Path(__file__).resolve().parent.parent.parent / "scripts" / "with-postgres"


class Cluster:
    """Beside the one of scripts/with-postgres, made by it: it ends with this program, however that comes"""

    def __init__(self):
        words = [WITH_POSTGRES, "sh", "-c", 'echo "$DONDOC_TEST_PG"; cat']
        environment = {name: value for name, value in os.environ.items() if name != "DONDOC_TEST_PG"}
        self.process = subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.folder = self.url.split("host=")[1].split("&")[0]
        options = Path(self.folder, "data", "postmaster.opts").read_text(encoding="utf-8")
        self.tool = str(Path(options.split()[0]).parent / "pg_ctl")
        self.owner = os.stat(Path(self.folder, "data"))

    def control(self, *words):
        own = {"user": self.owner.st_uid, "group": self.owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        subprocess.run([self.tool, "-D", str(Path(self.folder, "data")), "-w", "-t", "60", "-l", str(Path(self.folder, "log")), *words],
                       cwd=self.folder, check=True, capture_output=True, timeout=90, **own)

    def stop(self, mode):
        self.control("stop", "-m", mode)

    def start(self):
        # as it was started the first time
        words = Path(self.folder, "data", "postmaster.opts").read_text(encoding="utf-8").replace('"', "").split()
        self.control("-o", " ".join(words[words.index("-c"):]), "start")

    def restart(self, mode):
        self.control("restart", "-m", mode)

    def sql(self, text):
        return Postgres.psql(self.url, text)

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


class OwnStore(Postgres):
    """A database of a cluster"""

    def __init__(self, cluster):
        self.server = cluster.url
        self.database = "dondoc"
        self.psql(self.server, f"CREATE DATABASE {self.database}")
        self.url = self.server.replace("/postgres?", f"/{self.database}?")


class Proxy:
    """
    Between who uses PostgreSQL and its socket. What it does with a COMMIT of the change that holds the text of strike():
    None: passes it on; "before": ends the connection instead; "after": passes it on, and ends the connection before the answer;
    "hang": passes it on, and says nothing more on that connection, for ever
    """
    COMMIT = b"Q\0\0\0\x0bCOMMIT\0"

    def __init__(self, cluster):
        self.target = str(Path(cluster.folder, ".s.PGSQL.5432"))
        self.folder = tempfile.mkdtemp(prefix="dondoc-proxy-")
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(Path(self.folder, ".s.PGSQL.5432")))
        self.socket.listen(100)
        self.fault, self.text, self.struck = None, b"", 0
        threading.Thread(target=self.serve, daemon=True).start()

    def strike(self, fault, text):
        """The next commit of a change with that text, and no other: servers do things of their own"""
        self.fault, self.text, self.struck = fault, text.encode(), 0

    def url(self, store):
        return store.url.replace("host=" + store.url.split("host=")[1].split("&")[0], "host=" + self.folder)

    def serve(self):
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=(client,), daemon=True).start()

    def carry(self, client):
        server = socket.socket(socket.AF_UNIX)
        try:
            server.connect(self.target)
            self.pass_on(client, server)
        except OSError:
            pass
        server.close()
        client.close()

    def pass_on(self, client, server):
        mute = armed = False
        while True:
            for one in select.select([client, server], [], [])[0]:
                data = one.recv(65536)
                if not data:
                    return
                if one is server:
                    if not mute:
                        client.sendall(data)
                    continue
                armed = armed or (self.fault is not None and self.text in data)
                struck = self.fault if armed and self.COMMIT in data else None
                if struck is not None:
                    self.fault, armed, self.struck = None, False, self.struck + 1
                if struck == "before":
                    return
                server.sendall(data)
                if struck == "after":
                    server.recv(65536)
                    return
                mute = mute or struck == "hang"

    def close(self):
        self.socket.close()
        Path(self.folder, ".s.PGSQL.5432").unlink()
        os.rmdir(self.folder)
