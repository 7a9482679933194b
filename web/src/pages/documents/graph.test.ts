// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { maxima } from "../../app/maxima";
import type { Chain, Linked } from "./data";
import { BOX, drawChain, drawEdge, findEdges } from "./graph";

function link(id: number, depth: number, known = true): Linked {
	return { id, depth, known, relation: "basis", type: null, number: `${id}`, date: null, issuer: null, title: null, signer: null, state: null, added_at: null, tasks: 0 };
}

const chain: Chain = { document: 1, above: [link(2, 1, false), link(3, 1), link(4, 2)], below: [link(5, 1), link(6, 2)] };

test("a column for each step, those that are there before those only heard of", () => {
	const drawing = drawChain(chain, 0);
	const at = (id: number | null) => drawing.documents.find((place) => (place.item?.id ?? null) === id);
	const step = BOX.width + BOX.across;
	assert.equal(at(4)?.x, 0);
	assert.deepEqual([at(3)?.x, at(3)?.y], [step, 0]);
	assert.deepEqual([at(2)?.x, at(2)?.y], [step, BOX.height + BOX.down]);
	assert.equal(at(null)?.x, 2 * step);
	assert.equal(at(5)?.x, 3 * step);
	assert.equal(drawing.width, 5 * step - BOX.across);
	assert.equal(drawing.height, 2 * (BOX.height + BOX.down) - BOX.down);
});

test("tasks stand right of the document, below what rests on it", () => {
	assert.deepEqual(drawChain(chain, 3).after, { x: 3 * (BOX.width + BOX.across), y: BOX.height + BOX.down });
	const alone = drawChain({ document: 1, above: [], below: [] }, 2);
	assert.deepEqual(alone.after, { x: BOX.width + BOX.across, y: 0 });
	assert.equal(alone.width, 2 * BOX.width + BOX.across);
	assert.equal(alone.height, 2 * BOX.height + BOX.down);
});

test("a column holds no more than it has room for, and says how many it leaves out", () => {
	const many = Array.from({ length: maxima.columnBoxes + 5 }, (_, at) => link(at + 2, 1));
	const drawing = drawChain({ document: 1, above: many, below: [] }, 0);
	assert.equal(drawing.documents.length, maxima.columnBoxes + 1);
	assert.equal(drawing.others[0]?.count, 5);
	assert.equal(drawing.height, (maxima.columnBoxes + 1) * (BOX.height + BOX.down) - BOX.down);
});

test("edges are those that chains tell, each once, and only between what is drawn", () => {
	const edges = findEdges(chain, [
		{ document: 3, above: [link(4, 1), link(99, 1)], below: [link(1, 1)] },
		{ document: 5, above: [link(1, 1)], below: [link(6, 1)] },
	]);
	assert.deepEqual(
		edges.map((edge) => `${edge.from}>${edge.to}`).sort(),
		["1>5", "2>1", "3>1", "4>3", "5>6"],
	);
});

test("an edge goes from side to side", () => {
	assert.match(drawEdge({ x: 0, y: 0 }, { x: BOX.width + BOX.across, y: 0 }), /^M15 3\.125C.* 18\.5 3\.125$/);
});
