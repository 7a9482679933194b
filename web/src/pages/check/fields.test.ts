// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, emptyFields, splitNames } from "./fields";

void test("only what differs is said; nothing at all and an empty list are said too", () => {
	const was = { ...emptyFields, text: "Việc", lead: "Sở A\nSở B", time: "Quý I" };
	assert.deepEqual(compare(was, { ...was }), {});
	assert.deepEqual(compare(was, { ...was, text: " Việc " }), {});
	assert.deepEqual(compare(was, { ...was, lead: "Sở A", time: "", coordinate: "Sở C; Sở D" }), { lead: ["Sở A"], time: "", coordinate: ["Sở C", "Sở D"] });
	assert.deepEqual(compare(was, { ...was, lead: "" }), { lead: [] });
});

void test("names stand in lines or behind semicolons", () => {
	assert.deepEqual(splitNames(" Sở A ;\n\n Sở B"), ["Sở A", "Sở B"]);
});
