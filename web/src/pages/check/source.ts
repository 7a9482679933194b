// SPDX-License-Identifier: GPL-3.0-or-later
// The text that a plan was read from, as lines; and which of them a task stands on.
import type { SourceText } from "../../api/source-text";
import type { Place } from "./places";

export interface Reading {
	/** the name of what was read */
	file: string;
	document: { spans?: Record<string, { line: number; line_end?: number } | { line: number }[]> } & Record<string, unknown>;
	headings: { id: string; line: number; text: string }[];
	citations: { line: number; raw: string }[];
	duties: { line: number; text: string }[];
	tasks: { id: string; line_start: number; line_end: number; text: string; places?: Place[] }[];
	anomalies: { line: number; line_end?: number; kind: string; detail: string; detail_vi?: string }[];
}
export interface SourceLine {
	/** of the text, from 1 */
	number: number;
	text: string;
	heading: boolean;
	/** that begins with it */
	page?: number | undefined;
}
export interface Source {
	lines: SourceLine[];
	/** all of the text; else only what was read of it */
	whole: boolean;
}

/** The lines as the server keeps them, each with the page that begins with it. */
export function nameLines(text: Pick<SourceText, "lines" | "pages" | "cut">, reading: Pick<Reading, "headings">): Source {
	const headings = new Set(reading.headings.map((one) => one.line));
	const pages = new Map(text.pages.map((one) => [one.line, one.page]));
	return { lines: text.lines.map((line, at) => ({ number: at + 1, text: line, heading: headings.has(at + 1), page: pages.get(at + 1) })), whole: !text.cut };
}

/** What was read, in the order of the text: all that can be shown of a document whose text was not kept. */
export function gatherLines(reading: Reading): Source {
	const found: SourceLine[] = [];
	const add = (number: number, text: unknown, heading = false) => {
		if (typeof text === "string" && text !== "") found.push({ number, text, heading });
	};
	for (const [field, span] of Object.entries(reading.document.spans ?? {})) {
		const value = field === "signer" ? (reading.document.signer as { name?: unknown } | null)?.name : reading.document[field];
		if (!Array.isArray(span)) add(span.line, value, field === "title");
	}
	for (const one of reading.headings) add(one.line, `${one.id}. ${one.text}`, true);
	for (const one of reading.citations) add(one.line, one.raw);
	for (const one of reading.tasks) add(one.line_start, one.text);
	for (const one of reading.duties) add(one.line, one.text);
	return { lines: found.sort((a, b) => a.number - b.number), whole: false };
}

/** Which task a line belongs to: the shortest that has it. */
export function findTask<T extends { line_start: number; line_end: number }>(tasks: readonly T[], line: number): T | null {
	let best: T | null = null;
	for (const task of tasks)
		if (task.line_start <= line && line <= task.line_end && (!best || task.line_end - task.line_start < best.line_end - best.line_start)) best = task;
	return best;
}
