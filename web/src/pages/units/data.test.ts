// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, growTree, isCalled, isThere, type Branch, type Unit } from "./data";

function unit(id: string, parent: string | null, name = id): Unit {
	return { number: 1, id, name, short_name: null, kind: null, parent, valid_from: null, valid_to: null, abbreviations: [], aliases: [], groups: [] };
}

function write(branches: readonly Branch[]): string {
	return branches.map((one) => one.unit.id + (one.children.length > 0 ? `(${write(one.children)})` : "")).join(" ");
}

test("units stand under those that they are under, by the order of Vietnamese names", () => {
	assert.equal(write(growTree([unit("b", "a"), unit("a", null), unit("d", "b"), unit("c", "a")])), "a(b(d) c)");
	assert.equal(write(growTree([unit("1", null, "Đoàn"), unit("2", null, "Ban"), unit("3", null, "Ủy ban")])), "2 1 3");
});

test("a parent that is not there, or a circle, hides no unit", () => {
	assert.equal(write(growTree([unit("a", "gone")])), "a");
	assert.equal(write(growTree([unit("a", "b"), unit("b", "a"), unit("c", "a")])).split(/[ ()]+/).filter(Boolean).sort().join(""), "abc");
});

test("names are found without marks, by any name of a unit", () => {
	assert.equal(fold(" Đơn vị ĐẦU mối "), "don vi dau moi");
	const one = { ...unit("H48.10", null, "Sở Khoa học và Công nghệ"), abbreviations: ["Sở KH&CN"] };
	for (const said of ["khoa hoc", "kh&cn", "h48"]) assert.ok(isCalled(one, fold(said)), said);
	assert.ok(!isCalled(one, fold("tư pháp")));
});

test("a unit is there from its first day to its last", () => {
	const one = { ...unit("a", null), valid_from: "2020-01-01", valid_to: "2025-02-28" };
	assert.deepEqual(["2019-12-31", "2020-01-01", "2025-02-28", "2025-03-01"].map((day) => isThere(one, day)), [false, true, true, false]);
});
