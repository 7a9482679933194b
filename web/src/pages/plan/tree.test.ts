// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { growTree, type Branch } from "./tree";

const heading = (id: string) => ({ id, text: `Mục ${id}` });
const task = (label: string, under: string | null, state = "assigned") => ({ label, heading: under, state });
type Task = ReturnType<typeof task>;

function tell(branches: readonly Branch<Task>[]): unknown[] {
	return branches.map((one) => [one.heading?.id ?? "", `${one.done}/${one.n}`, one.tasks.map((each) => each.label), ...tell(one.branches)]);
}

void test("tasks stand under their headings, headings without tasks are left out", () => {
	const tree = growTree([task("I.1", "I", "done"), task("II.1.a-1", "II.1.a"), task("II.2", "II", "done")], ["I", "II", "II.1", "II.1.a", "III"].map(heading));
	assert.deepEqual(tell(tree), [
		["I", "1/1", ["I.1"]],
		["II", "1/2", ["II.2"], ["II.1", "0/1", [], ["II.1.a", "0/1", ["II.1.a-1"]]]],
	]);
});

void test("a heading that is not known is looked for above it; who has none stands at the end", () => {
	const tree = growTree([task("5", null), task("II.9.1", "II.9"), task("II.3", null)], [heading("II"), heading("II")]);
	assert.deepEqual(tell(tree), [
		["II", "0/2", ["II.9.1", "II.3"]],
		["", "0/1", ["5"]],
	]);
	assert.deepEqual(growTree([], [heading("I")]), []);
});

void test("a thousand headings within each other do not nest without end", () => {
	const ids = Array.from({ length: 1000 }, (_, at) => Array.from({ length: at + 1 }, () => "1").join("."));
	const tree = growTree([task("x", ids[999] ?? "")], ids.map(heading));
	let depth = 0;
	for (let at: Branch<Task> | undefined = tree[0]; at; at = at.branches[0]) depth++;
	assert.ok(depth >= 8 && depth <= 9, String(depth));
	assert.equal(tree[0]?.n, 1);
});
