// SPDX-License-Identifier: GPL-3.0-or-later
// The text that a plan was read from, as lines; and which of them a task stands on.
export interface Reading {
	encoding: string;
	lines: number;
	document: { spans?: Record<string, { line: number; line_end?: number } | { line: number }[]> } & Record<string, unknown>;
	headings: { id: string; line: number; text: string }[];
	citations: { line: number; raw: string }[];
	duties: { line: number; text: string }[];
	tasks: { id: string; line_start: number; text: string }[];
	anomalies: { line: number; line_end?: number; kind: string; detail: string; detail_vi?: string }[];
}
export interface SourceLine {
	/** of the text, from 1 */
	number: number;
	text: string;
	heading: boolean;
}
export interface Source {
	lines: SourceLine[];
	/** all of the text; else only what was read of it */
	whole: boolean;
}

const decoders: Record<string, string> = { "UTF-8": "utf-8", "UTF-16LE": "utf-16le", "UTF-16BE": "utf-16be", "windows-1258": "windows-1258" };

/** Decodes a text file into its lines; null when its lines would not be those that the reading counts. */
export function readLines(bytes: ArrayBuffer, reading: Pick<Reading, "encoding" | "lines" | "headings">): Source | null {
	const label = decoders[reading.encoding];
	if (label === undefined) return null;
	const texts = new TextDecoder(label).decode(bytes).split(/\r\n|\n|\r/);
	if (texts.length === reading.lines + 1 && texts[texts.length - 1] === "") texts.pop();
	if (texts.length !== reading.lines) return null;
	const headings = new Set(reading.headings.map((one) => one.line));
	return { lines: texts.map((text, at) => ({ number: at + 1, text, heading: headings.has(at + 1) })), whole: true };
}

/** What was read, in the order of the text: all that can be shown of a file whose text the server does not give. */
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
