// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { findOriginal, findTaskAt, gatherPlaces, inSight, stack, type Place } from "./places";

const line = (page: number, ...box: [number, number, number, number]): Place => ({ page, box });
const read = (id: string, line_start: number, line_end: number, places?: Place[]) => ({ id, line_start, line_end, text: "", ...(places ? { places } : {}) });
const draft = (id: number, label: string, line_start: number, line_end: number) => ({ id, label, line_start, line_end });

test("tasks find their places by lines, and by label where two share a line", () => {
	const tasks = [read("1", 3, 4, [line(1, 0, 0, 9, 9)]), read("2", 5, 5, [line(1, 0, 10, 9, 19)]), read("3", 5, 5, [line(2, 0, 0, 9, 9)]), read("4", 6, 6)];
	const found = gatherPlaces([draft(11, "1", 3, 4), draft(12, "3", 5, 5), draft(13, "moved", 3, 4), draft(14, "4", 6, 6), draft(15, "5", 7, 7)], { tasks });
	assert.deepEqual([...found.keys()], [11, 12, 13]);
	assert.equal(found.get(12)?.[0]?.page, 2);
	assert.equal(found.get(13), found.get(11));
});

test("a point belongs to the task whose line holds it, else to the smallest block around it", () => {
	const places = new Map([
		[1, [line(1, 50, 100, 500, 120), line(1, 50, 130, 500, 150), line(2, 50, 20, 200, 40)]],
		[2, [line(1, 50, 130, 200, 150)]],
		[3, [line(1, 50, 200, 500, 220)]],
	]);
	assert.equal(findTaskAt(places, 1, 60, 110), 1);
	assert.equal(findTaskAt(places, 1, 60, 125), 1); // between its lines
	assert.equal(findTaskAt(places, 1, 60, 140), 2); // both hold it
	assert.equal(findTaskAt(places, 1, 300, 140), 1);
	assert.equal(findTaskAt(places, 2, 60, 30), 1);
	assert.equal(findTaskAt(places, 2, 60, 140), null);
	assert.equal(findTaskAt(places, 1, 60, 180), null);
});

test("pages in sight", () => {
	const tops = stack([{ width: 100, height: 200 }, { width: 200, height: 100 }, { width: 100, height: 200 }], 2, 10);
	assert.deepEqual(tops, [10, 420, 630, 1040]);
	assert.deepEqual(inSight(tops, 0, 300), [0, 0]);
	assert.deepEqual(inSight(tops, 0, 421), [0, 1]);
	assert.deepEqual(inSight(tops, 500, 700), [1, 2]);
	assert.deepEqual(inSight(tops, 5000, 6000), [2, 2]);
	assert.deepEqual(inSight([10], 0, 100), [0, 0]);
});

test("the file that was read is the one shown; one inside an archive is none", () => {
	const form = (name: string, kind: string, inside: string | null = null) => ({ name, kind, inside, size: 1, hash: name, added_at: null });
	assert.equal(findOriginal({ forms: [form("a.docx", "DOCX"), form("b.pdf", "PDF"), form("c.pdf", "PDF")] }, { file: "c.pdf" })?.hash, "c.pdf");
	assert.equal(findOriginal({ forms: [form("a.docx", "DOCX"), form("b.pdf", "PDF")] }, { file: "a.docx" })?.hash, "b.pdf");
	assert.equal(findOriginal({ forms: [form("z.zip", "PDF", "b.pdf"), form("a.txt", "TXT")] }, { file: "b.pdf" }), undefined);
});
