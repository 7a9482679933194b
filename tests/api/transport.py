#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What HTTP itself asks of a server, whatever is told: codings of answers, which of them are never compressed. Prints TAP.

usage: transport.py PATH-OF-DONDOC FOLDER-OF-SAMPLES
"""
import ctypes
import json
import shutil
import sys
import tempfile

from office import Office

from stores import Program, Sqlite, check, end  # isort: skip

LIST = "/api/v1/tasks?state=all&limit=50"


def decode(answer):
    """The bytes behind brotli, by the library's decoder"""
    room = ctypes.c_size_t(1 << 20)
    out = ctypes.create_string_buffer(room.value)
    good = ctypes.CDLL("libbrotlidec.so.1").BrotliDecoderDecompress(ctypes.c_size_t(len(answer.bytes)), answer.bytes, ctypes.byref(room), out)
    return out.raw[:room.value] if good == 1 else b""


def codings(office):
    plain = office.ask("clerk", "GET", LIST)
    check("without the field nothing is coded", "content-encoding" not in plain.fields and len(plain.bytes) > 2000, plain)
    sizes = {}
    for field, coding in {"gzip, deflate, br": "br", "br;q=0.2, gzip;q=0.8": "gzip", "gzip": "gzip", "br": "br", "*": "br", "br;q=0, *": "gzip",
                          "identity": None, "gzip;q=0, br;q=0": None, "identity, br;q=0.9": None, "zstd": None}.items():
        answer = office.ask("clerk", "GET", LIST, Accept_Encoding=field)
        check(f"{field}: {coding}", answer.fields.get("content-encoding") == coding and "Accept-Encoding" in answer.fields["vary"], answer.fields)
        told = decode(answer) if coding == "br" else answer.text.encode()
        check(f"{field}: the same is told", json.loads(told) == plain.json)
        sizes[coding] = len(answer.bytes)
    check("brotli is smaller than gzip, and both than nothing", sizes["br"] < sizes["gzip"] < len(plain.bytes) / 2, sizes)
    answer = office.ask("clerk", "GET", "/api/v1/tasks?limit=1&fields=id", Accept_Encoding="br")
    check("a short answer is left alone", "content-encoding" not in answer.fields and len(answer.bytes) < 1024, answer)


def secrets(office):
    """Answers about accounts may hold secrets, whose guesses would show in the length"""
    users = office.ask("administrator", "GET", "/api/v1/users", Accept_Encoding="br, gzip")
    check("accounts are told uncompressed, however long", len(users.bytes) > 1024 and "content-encoding" not in users.fields, users)


def main(dondoc, samples):
    folder, store = tempfile.mkdtemp(prefix="dondoc-test-"), Sqlite()
    try:
        office = Office(Program(dondoc, folder), store, samples)
        codings(office)
        secrets(office)
        check("SIGTERM ends it", office.server.stop() == 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        store.close()
    return end()


sys.exit(main(*sys.argv[1:]))
