#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store of a thousand tasks made by bench/load, whole on each engine; and what the command finds in it, alike on both.

usage: search.py DONDOC BENCH_LOAD
"""
import json
import os
import subprocess
import sys

from stores import check, end, engines

DONDOC, LOAD = sys.argv[1:3]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QUERIES = [["chuyển đổi số"], ["chuyen doi so", "--limit", "7"], ['"thu tuc hanh chinh"', "--state", "open"], ["khao sat*"],
           ["chuyrn đổi số", "--unit", "Sở Y tế"], ["mã số 305"], ["kế hoạch", "--document", "3"], ["du lieu", "--from", "2025-01-05"]]


def run(url, *words):
    done = subprocess.run([DONDOC, "--store", url, *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def fill(url):
    return subprocess.run([os.path.join(ROOT, "bench", "load"), "--store", url, "1000"], capture_output=True, text=True, check=False,
                          env={**os.environ, "BENCH_LOAD": LOAD})


def find_all(url):
    return [json.loads(run(url, "search", *words, "--format", "json")[1] or "null") for words in QUERIES]


def look_through(store):
    url = store.url
    done = fill(url)
    check(f"{store.name}: a thousand tasks come in", done.returncode == 0 and "1000 tasks of 12 plans" in done.stdout, done.stderr)
    status, out, errors = run(url, "check")
    check(f"{store.name}: the store is whole", status == 0 and "1000 nhiệm vụ" in out, errors)
    found = find_all(url)
    for words, one in zip(QUERIES, found):
        check(f"{store.name}: {' '.join(words)} is found", one is not None and one["hits"], one)
    status, out, _ = run(url, "search", "chuyen doi so", "--limit", "2")
    check(f"{store.name}: people see it in brackets, and where it goes on", status == 0 and "[chuyển đổi số]" in out and "--after " in out, out)
    pages, after = [], []
    while True:
        page = json.loads(run(url, "search", "rà soát", "--limit", "40", "--format", "json", *after)[1])
        pages += page["hits"]
        if page["next"] is None:
            break
        after = ["--after", page["next"]]
    keys = [(hit["kind"], hit["document"], hit["task"], str(hit["excerpt"])) for hit in pages]
    check(f"{store.name}: pages give each hit once", len(keys) > 100 and len(keys) == len(set(keys)), len(keys))
    for words in (["a" * 10000], ["!"], ["x*"], ["x", "--after", "9.9.9"], ["x y z u v w q r s t k l m n o p a"]):
        status, out, errors = run(url, "search", *words)
        check(f"{store.name}: {words[0][:9]} {' '.join(words[1:])} is refused in words", status == 1 and not out and "dondoc: " in errors, errors)
    for words in ([], ["x", "--state", "gone"], ["x", "--from", "mai"], ["x", "--limit", "0"], ["x", "--format", "csv"]):
        check(f"{store.name}: usage {words}", run(url, "search", *words)[0] == 2)
    status, out, errors = run(url, "check", "--rebuild-search")
    check(f"{store.name}: the index is made anew and finds the same", status == 0 and find_all(url) == found, errors)
    return found


def main():
    found = {}
    for engine in engines():
        store = engine()
        try:
            found[store.name] = look_through(store)
        finally:
            store.close()
    if len(found) == 2:
        for words, first, second in zip(QUERIES, *found.values()):
            check(f"both engines find the same: {' '.join(words)}", first == second, f"{first}\n{second}")
    return end()


sys.exit(main())
