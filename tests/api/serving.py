# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server on a free port, and a client that reads what it answers."""
import gzip
import http.client
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "integration"))

from contract import Contract  # isort: skip
from stores import check  # isort: skip

NOW = "2025-03-01T08:00"
contract = Contract()
PASSWORD = "sông Hồng chảy dưới cầu Long Biên"


class Answer:
    def __init__(self, response):
        self.status, self.fields = response.status, {k.lower(): v for k, v in response.getheaders()}
        self.cookies = response.headers.get_all("Set-Cookie", [])
        self.bytes = response.read()
        plain = gzip.decompress(self.bytes) if self.fields.get("content-encoding") == "gzip" else self.bytes
        self.text = plain.decode(errors="replace")

    @property
    def json(self):
        return json.loads(self.text)

    def __repr__(self):
        return f"{self.status} {self.fields} {self.text[:300]}"


class Server:
    """dondoc serve on a store; without a port it is not there"""

    def __init__(self, program, url, *options, env=None):
        self.log = open(os.path.join(program.folder, "serve.log"), "a+", encoding="utf-8")
        self.process = subprocess.Popen([program.path, "serve", "--store", url, "--listen", "127.0.0.1:0", "--now", NOW, *options],
                                        cwd=program.folder, env={**program.environment, **(env or {})}, stdout=subprocess.PIPE,
                                        stderr=self.log, text=True)
        self.line = self.process.stdout.readline().strip()
        self.port = int(self.line.rsplit(":", 1)[1]) if self.line else None

    def connect(self, timeout=30):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, token=None, body=None, connection=None, **fields):
        """One request; a body that is no bytes goes as JSON. Fields are named with _ for -"""
        own = connection or self.connect()
        headers = {name.replace("_", "-"): value for name, value in fields.items()}
        if token:
            headers["Authorization"] = "Bearer " + token
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
            headers.setdefault("Content-Type", "application/json")
        own.request(method, path, body=body, headers=headers)
        answer = Answer(own.getresponse())
        contract.hold(method, path, answer)
        if connection is None:
            own.close()
        return answer

    def stop(self, how=signal.SIGTERM):
        """Returns the exit status"""
        self.process.send_signal(how)
        status = self.process.wait(timeout=60)
        self.process.stdout.close()
        self.log.close()
        check("its answers are those of openapi.yaml", not contract.findings, "\n# ".join(f"{what} ({where})" for what, where in sorted(contract.findings.items())))
        contract.findings.clear()
        return status


def add_account(program, url, name, role, unit="", scopes="read,write,admin"):
    """Returns an API token of the new account"""
    of_unit = ["--unit", unit] if unit else []
    for words in (["add", name, "--role", role, *of_unit, "--password-stdin"], ["token", name, "--scope", scopes]):
        done = program("user", *words, "--store", url, "--now", NOW, input=PASSWORD + "\n")
        if done.returncode:
            raise RuntimeError(done.stderr)
    return done.stdout.strip()


def form(*files, boundary="xYz"):
    """A form with files, each (name, bytes)"""
    mark = b"--" + boundary.encode()
    return b"".join(mark + b'\r\nContent-Disposition: form-data; name="files"; filename="' + name.encode() + b'"\r\n\r\n' + data + b"\r\n"
                    for name, data in files) + mark + b"--\r\n"


def bring(server, token, body, boundary="xYz", **fields):
    return server.ask("POST", "/api/v1/documents", token, body, Content_Type=f"multipart/form-data; boundary={boundary}", **fields)
