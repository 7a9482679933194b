# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the server answers against docs/api/openapi.yaml: types, what must be there, words of lists, and that nothing comes that the page does not name."""
import re
from pathlib import Path

import yaml

PAGE = Path(__file__).resolve().parents[2] / "docs/api/openapi.yaml"
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


class Contract:
    def __init__(self, path=PAGE):
        self.page = yaml.safe_load(path.read_text(encoding="utf-8"))
        self.routes = [(re.compile(re.sub(r"\\{\w+\\}", r"[^/]+", re.escape(pattern)) + "$"), pattern) for pattern in self.page["paths"]]
        self.routes.sort(key=lambda route: route[1].count("{"))
        self.findings, self.held = {}, 0

    def find(self, thing):
        while isinstance(thing, dict) and "$ref" in thing:
            reference, thing = thing["$ref"], self.page
            for part in reference.removeprefix("#/").split("/"):
                thing = thing[part]
        return thing

    def parts(self, schema):
        """The schema with all that it is made of"""
        schema = self.find(schema)
        return [schema] + [part for one in schema.get("allOf", []) for part in self.parts(one)]

    def walk(self, value, schema, where):
        """Yields what is wrong with the value"""
        parts = self.parts(schema)
        if "oneOf" in parts[0]:
            if all(list(self.walk(value, one, where)) for one in parts[0]["oneOf"]):
                yield f"{where}: none of those that it may be"
            return
        for part in parts:
            types = part.get("type", [])
            if types and not any(is_type(value, one) for one in ([types] if isinstance(types, str) else types)):
                yield f"{where}: {type(value).__name__}, not {types}"
                return
            if "enum" in part and value not in part["enum"]:
                yield f"{where}: {value!r} is not named"
            if isinstance(value, str) and "pattern" in part and not re.search(part["pattern"], value):
                yield f"{where}: {value!r} is not like {part['pattern']}"
            for name in part.get("required", []) if isinstance(value, dict) else []:
                if name not in value:
                    yield f"{where}.{name}: is not there"
        if isinstance(value, dict):
            yield from self.walk_object(value, parts, where)
        for one in value if isinstance(value, list) else []:
            items = [part["items"] for part in parts if "items" in part]
            if not items:
                yield f"{where}: of what it is a list is not told"
                return
            yield from self.walk(one, items[0], where + "[]")

    def walk_object(self, value, parts, where):
        known = {name: schema for part in parts for name, schema in part.get("properties", {}).items()}
        others = [part["additionalProperties"] for part in parts if isinstance(part.get("additionalProperties"), (dict, bool))]
        for name, one in value.items():
            if name in known:
                yield from self.walk(one, known[name], f"{where}.{name}")
            elif not others or others[0] is False:
                yield f"{where}.{name}: is not named"
            elif others[0] is not True:
                yield from self.walk(one, others[0], f"{where}.*")

    def hold(self, method, target, answer):
        """Looks at one answer; what is wrong is told by close"""
        pattern = next((pattern for mark, pattern in self.routes if mark.match(target.split("?")[0])), None)
        call = self.page["paths"].get(pattern, {}).get(method.lower())
        kind = answer.fields.get("content-type", "").split(";")[0]
        readable = answer.fields.get("content-encoding", "gzip") == "gzip"
        if call is None or not kind.endswith("json") or not answer.bytes or not readable:
            return
        told = self.find(call["responses"].get(str(answer.status), call["responses"].get("default")))
        schema = told["content"].get(kind, {}).get("schema") if told and "content" in told else None
        if answer.status in (429, 503) and schema is None:
            return  # of any route: who asks too often, and a server that ends
        self.held += 1
        wrong = [f"{answer.status} {kind}: is not told"] if schema is None else self.walk(answer.json, schema, "")
        for finding in wrong:
            self.findings.setdefault(f"{method} {pattern} {answer.status} {finding}", target)
