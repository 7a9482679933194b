// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import type { TaskRow } from "../../api/summary";
import { putInto } from "./rows";

const row = (id: number, version: number, state = "doing") => ({ id, version, state, lateness: { kind: "late", days: 1 } }) as TaskRow;

test("what changed is put into its place, what is older or elsewhere is not, and untouched pages stay the same", () => {
	const pages = [
		{ count: 4, tasks: [row(1, 1), row(2, 5)], next: "a" },
		{ count: null, tasks: [row(3, 1)], next: null },
	];
	const next = putInto(pages, [row(2, 6, "done"), row(1, 1, "done"), row(9, 9)]);
	assert.deepEqual(next[0]?.tasks.map((one) => [one.id, one.version, one.state]), [[1, 1, "doing"], [2, 6, "done"]]);
	assert.equal(next[1], pages[1]);
	assert.equal(putInto(pages, [row(3, 1)]), pages);
});
