// SPDX-License-Identifier: GPL-3.0-or-later
// Where tasks stand on the pages of a PDF or a scan: which boxes a task has, which task a point belongs to, which pages are in sight.
import type { WholeDocument } from "../../api/documents";
import type { DraftTask } from "./draft";
import type { Reading } from "./source";

/** A line of a task on a page (from 1): left, top, right, bottom in points from the page's upper left corner. */
export interface Place {
	page: number;
	box: readonly [number, number, number, number];
}
export type TaskPlaces = ReadonlyMap<number, readonly Place[]>;
export interface Size {
	width: number;
	height: number;
}

/** A page as places count on it: upright and straight, in points; how the page of the file was turned to be so, in degrees clockwise */
export interface Sheet extends Size {
	turned: number;
	skew: number;
}

const PAGED = ["PDF", "PNG", "JPEG", "TIFF"];

/** The file that has pages. Of several it is the one that was read; one inside an archive is not a file of its own. */
export function findOriginal(head: Pick<WholeDocument, "forms">, reading: Pick<Reading, "file">) {
	const all = head.forms.filter((one) => PAGED.includes(one.kind) && one.inside === null);
	return all.find((one) => one.name === reading.file) ?? all[0];
}

/** Places by the task's id. Tasks that people made of others (split, merged) keep those lines, and with them the places. */
export function gatherPlaces(tasks: readonly Pick<DraftTask, "id" | "label" | "line_start" | "line_end">[], reading: Pick<Reading, "tasks">): TaskPlaces {
	const byLines = new Map<string, Reading["tasks"]>();
	for (const one of reading.tasks) {
		const key = `${one.line_start}-${one.line_end}`;
		byLines.set(key, [...(byLines.get(key) ?? []), one]);
	}
	const found = new Map<number, readonly Place[]>();
	for (const task of tasks) {
		const same = byLines.get(`${task.line_start}-${task.line_end}`) ?? [];
		const places = (same.find((one) => one.id === task.label) ?? same[0])?.places;
		if (places && places.length > 0) found.set(task.id, places);
	}
	return found;
}

const area = (box: Place["box"]) => (box[2] - box[0]) * (box[3] - box[1]);
const holds = (box: Place["box"], x: number, y: number) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];

/** What encloses all of a task's lines on a page; null when it has none there. */
export function enclose(places: readonly Place[], page: number): Place["box"] | null {
	let whole: Place["box"] | null = null;
	for (const { page: on, box } of places)
		if (on === page) whole = whole ? [Math.min(whole[0], box[0]), Math.min(whole[1], box[1]), Math.max(whole[2], box[2]), Math.max(whole[3], box[3])] : box;
	return whole;
}

/** The task at a point: whose line holds it, else whose block does (between two lines); the smallest of several, for a task may hold others. */
export function findTaskAt(places: TaskPlaces, page: number, x: number, y: number): number | null {
	let best: { task: number; line: boolean; size: number } | null = null;
	for (const [task, all] of places) {
		const block = enclose(all, page);
		if (!block || !holds(block, x, y)) continue;
		const now = { task, line: all.some((one) => one.page === page && holds(one.box, x, y)), size: area(block) };
		if (!best || (now.line && !best.line) || (now.line === best.line && now.size < best.size)) best = now;
	}
	return best?.task ?? null;
}

/** Where each page begins when all stand under one another, @gap apart; one more at the end. */
export function stack(sizes: readonly Size[], scale: number, gap: number): number[] {
	const tops = [gap];
	for (const size of sizes) tops.push((tops.at(-1) ?? 0) + size.height * scale + gap);
	return tops;
}

/** The first and the last page (from 0) between two heights. */
export function inSight(tops: readonly number[], from: number, to: number): [number, number] {
	const last = Math.max(0, tops.length - 2);
	let first = 0;
	while (first < last && (tops[first + 1] ?? 0) <= from) first++;
	let end = first;
	while (end < last && (tops[end + 1] ?? 0) < to) end++;
	return [first, end];
}
