#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/api/openapi.yaml against the table of routes, both ways, and its references against itself. Prints TAP.

usage: openapi.py PATH-OF-LIST-ROUTES PAGE.yaml
"""
import re
import subprocess
import sys
from pathlib import Path

import yaml

METHODS = ["get", "post", "put", "patch", "delete"]
results = []


def check(name, good, why=""):
    results.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(results)} - {name}")
    if not good:
        print(f"# {why}")


def find(page, reference):
    for part in reference.removeprefix("#/").split("/"):
        page = page.get(part) if isinstance(page, dict) else None
    return page


def walk(value):
    """All references in it"""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for one in value.values():
            yield from walk(one)
    elif isinstance(value, list):
        for one in value:
            yield from walk(one)


def main(program, path):
    page = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    printed = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    routes = {}
    actions = [line.split("\t")[1] for line in printed.splitlines() if line.startswith("action\t")]
    for line in printed.splitlines():
        if line.startswith(("action\t", "right\t")):
            continue
        method, pattern, access, body, names = line.split("\t")
        routes[method, pattern] = (access == "open", body, names.split())
    told = {(method.upper(), pattern): (item, item[method]) for pattern, item in page["paths"].items() for method in METHODS if method in item}
    check("the page has the routes of the table", set(routes) == set(told), set(routes) ^ set(told))
    for key in routes.keys() & told.keys():
        is_open, body, names = routes[key]
        item, call = told[key]
        parameters = [find(page, one["$ref"]) if "$ref" in one else one for one in item.get("parameters", []) + call.get("parameters", [])]
        title = " ".join(key)
        check(f"{title}: open or not", (call.get("security") == []) == is_open)
        check(f"{title}: parameters", sorted(one["name"] for one in parameters if one["in"] == "query") == sorted(names))
        check(f"{title}: those of its path", [one["name"] for one in parameters if one["in"] == "path"] == re.findall(r"{(\w+)}", key[1]))
        check(f"{title}: type of its body", list(call.get("requestBody", {}).get("content", {"-": 0})) == [body])
        check(f"{title}: has a name and problems", call.get("operationId") and (is_open or "default" in call["responses"]))
    body = page["paths"]["/api/v1/tasks/{id}/actions"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    check("the page has the actions of the program", body["properties"]["action"]["enum"] == actions, actions)
    names = [call["operationId"] for _, call in told.values()]
    check("names are of one call each", len(names) == len(set(names)))
    lost = [one for one in walk(page) if find(page, one) is None]
    check("references lead somewhere", not lost, lost)
    used = set(walk(page))
    unused = [f"#/components/{kind}/{name}" for kind in ("parameters", "responses", "schemas") for name in page["components"][kind]
              if f"#/components/{kind}/{name}" not in used]
    check("nothing is there that no call uses", not unused, unused)
    print(f"1..{len(results)}")
    return 0 if all(results) else 1


sys.exit(main(*sys.argv[1:]))
