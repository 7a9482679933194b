// SPDX-License-Identifier: GPL-3.0-or-later
// Where each document of a chain stands in the drawing: a column for each step, what a document rests on to its left. Lengths in rem.
import { maxima } from "../../app/maxima";
import type { Chain, Linked } from "./data";

export const BOX = { width: 15, height: 6.25, across: 3.5, down: 0.75 } as const;

export interface Place<T> {
	item: T;
	x: number;
	y: number;
}

export interface Drawing {
	documents: readonly Place<Linked | null>[];
	/** where tasks of the document itself may stand, below what rests on it */
	after: { x: number; y: number };
	/** of columns that have more than there is room for */
	others: readonly { x: number; y: number; count: number }[];
	width: number;
	height: number;
}

function groupByDepth(linked: readonly Linked[]): Linked[][] {
	const columns: Linked[][] = [];
	for (const one of linked) {
		const column = (columns[one.depth - 1] ??= []);
		if (!column.some((other) => other.id === one.id)) column.push(one);
	}
	return columns.map((column) => column.sort((a, b) => Number(b.known) - Number(a.known) || (b.date ?? "").localeCompare(a.date ?? "")));
}

/** @tasks: boxes of tasks in the column right of the document. What has null for an item is the document itself. */
export function drawChain(chain: Chain, tasks: number): Drawing {
	const above = groupByDepth(chain.above).reverse();
	const below = groupByDepth(chain.below);
	const columns: (readonly (Linked | null)[])[] = [...above, [null], ...below];
	const own = above.length;
	if (tasks > 0 && below.length === 0) columns.push([]);
	const documents: Place<Linked | null>[] = [];
	const others: { x: number; y: number; count: number }[] = [];
	const xOf = (column: number) => column * (BOX.width + BOX.across);
	const yOf = (row: number) => row * (BOX.height + BOX.down);
	let rows = 1;
	columns.forEach((column, at) => {
		column.slice(0, maxima.columnBoxes).forEach((item, row) => documents.push({ item, x: xOf(at), y: yOf(row) }));
		if (column.length > maxima.columnBoxes) others.push({ x: xOf(at), y: yOf(maxima.columnBoxes), count: column.length - maxima.columnBoxes });
		const shown = Math.min(column.length, maxima.columnBoxes) + (column.length > maxima.columnBoxes ? 1 : 0);
		rows = Math.max(rows, shown + (at === own + 1 ? tasks : 0));
	});
	const right = columns[own + 1] ?? [];
	const before = Math.min(right.length, maxima.columnBoxes) + (right.length > maxima.columnBoxes ? 1 : 0);
	return {
		documents,
		after: { x: xOf(own + 1), y: yOf(before) },
		others,
		width: xOf(columns.length) - BOX.across,
		height: yOf(rows) - BOX.down,
	};
}

export interface Edge {
	from: number;
	to: number;
}

/** Which document of @chain rests right on which: told by the chains of each; only between documents that are drawn. */
export function findEdges(chain: Chain, others: readonly Chain[]): Edge[] {
	const drawn = new Set([chain.document, ...chain.above.map((one) => one.id), ...chain.below.map((one) => one.id)]);
	const found = new Map<string, Edge>();
	const add = (from: number, to: number) => {
		if (drawn.has(from) && drawn.has(to)) found.set(`${from} ${to}`, { from, to });
	};
	for (const one of [chain, ...others]) {
		for (const up of one.above) if (up.depth === 1) add(up.id, one.document);
		for (const down of one.below) if (down.depth === 1) add(one.document, down.id);
	}
	return [...found.values()];
}

/** A line from the right side of one box to the left side of another. */
export function drawEdge(from: { x: number; y: number }, to: { x: number; y: number }): string {
	const [x1, y1, x2, y2] = [from.x + BOX.width, from.y + BOX.height / 2, to.x, to.y + BOX.height / 2];
	const bend = Math.max(BOX.across / 2, (x2 - x1) / 2);
	return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
