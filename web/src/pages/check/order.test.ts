// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DraftTask, Pair } from "./draft";
import { arrange, foresee, hasWords } from "./order";
import { findTask, gatherLines, nameLines } from "./source";

const make = (id: number, change: Partial<DraftTask> = {}): Pair => {
	const now: DraftTask = {
		id, label: String(id), heading: null, text: "Xây dựng đường", confidence: 0.95, line_start: id, line_end: id, lead: ["Sở A"], coordinate: [], director: [], monitor: [],
		time_raw: null, time: { kind: "none", start: null, end: null }, product: null, state: "draft", added: false, edited: false, version: 1, ...change,
	};
	return { now, read: now };
};

void test("what is unsure comes first, the rest stays in the order of the plan", () => {
	const pairs = [make(1), make(2, { confidence: 0.5 }), make(3), make(4, { lead: [] }), make(5)];
	const anomalies = [{ line: 5, kind: "x", detail: "x" }];
	assert.deepEqual(arrange(pairs, { anomalies }, true).map((one) => one.now.id), [4, 5, 2, 1, 3]);
	assert.deepEqual(arrange(pairs, { anomalies }, false).map((one) => one.now.id), [1, 2, 3, 4, 5]);
});

void test("words are found with marks and without", () => {
	assert.ok(hasWords(make(1), "xay dung duong"));
	assert.ok(hasWords(make(1), "Sở a"));
	assert.ok(!hasWords(make(1), "cầu"));
});

void test("what goes out: by unit, and what stays back", () => {
	const going = foresee([make(1), make(2), make(3, { lead: ["B", "C"] }), make(4, { lead: [] }), make(5, { state: "dropped" }), make(6, { lead: ["Sở D"], state: "approved" })]);
	assert.deepEqual(going.units, [["Sở A", 2], ["Sở D", 1]]);
	assert.deepEqual(going.held.map((one) => one.now.id), [3, 4]);
	assert.equal(going.drafts, 4);
});

void test("lines of a text, with headings and the pages that begin", () => {
	const source = nameLines({ cut: false, lines: ["I. Mục", "việc"], pages: [{ page: 2, line: 2 }] }, { headings: [{ id: "I", line: 1, text: "Mục" }] });
	assert.deepEqual(source.lines.map((one) => [one.number, one.text, one.heading, one.page]), [[1, "I. Mục", true, undefined], [2, "việc", false, 2]]);
	assert.equal(source.whole, true);
	assert.equal(nameLines({ cut: true, lines: [], pages: [] }, { headings: [] }).whole, false);
});

void test("the shortest task that has a line is its task", () => {
	const tasks = [{ id: 1, line_start: 1, line_end: 9 }, { id: 2, line_start: 3, line_end: 4 }];
	assert.equal(findTask(tasks, 3)?.id, 2);
	assert.equal(findTask(tasks, 8)?.id, 1);
	assert.equal(findTask(tasks, 10), null);
});

void test("what was read stands in the order of the text", () => {
	const source = gatherLines({
		file: "k.pdf",
		document: { title: "Tên", spans: { title: { line: 2 }, recipients: [{ line: 9 }] } }, headings: [{ id: "I", line: 4, text: "Mục" }],
		citations: [{ line: 3, raw: "Luật" }], duties: [], tasks: [{ id: "1", line_start: 5, line_end: 5, text: "việc" }], anomalies: [],
	});
	assert.equal(source.whole, false);
	assert.deepEqual(source.lines.map((one) => one.text), ["Tên", "Luật", "I. Mục", "việc"]);
});
