// SPDX-License-Identifier: GPL-3.0-or-later
// In which order tasks are looked at: what the program is unsure of first.
import type { Pair } from "./draft";
import type { Reading } from "./source";

export const SURE = 0.85; // of confidence: below it a person should look twice
type Remark = Reading["anomalies"][number];

/** Remarks of the reading on the lines of a task. */
export function findRemarks(pair: Pair, reading: Pick<Reading, "anomalies"> | undefined): Remark[] {
	const { line_start, line_end } = pair.now;
	if (pair.now.added || !reading) return [];
	return reading.anomalies.filter((one) => one.line <= line_end && (one.line_end ?? one.line) >= line_start);
}

/** Why a task is to be looked at first; higher is more. It goes by what was read, so that tasks do not jump about while they are checked. */
export function weigh(pair: Pair, reading: Pick<Reading, "anomalies"> | undefined): number {
	const read = pair.read ?? pair.now;
	return (read.lead.length === 1 ? 0 : 4) + (findRemarks(pair, reading).length > 0 ? 2 : 0) + (read.confidence < SURE ? 1 : 0);
}

export function arrange(pairs: readonly Pair[], reading: Pick<Reading, "anomalies"> | undefined, doubtsFirst: boolean): Pair[] {
	if (!doubtsFirst) return [...pairs];
	const weights = new Map(pairs.map((pair) => [pair, weigh(pair, reading)]));
	return [...pairs].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}

/** Without marks and case, as people type when they are in a hurry. */
export function fold(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}

export function hasWords(pair: Pair, words: string): boolean {
	const { label, text, lead, coordinate, product, time_raw } = pair.now;
	return fold([label, text, product, time_raw, ...lead, ...coordinate].join(" ")).includes(fold(words.trim()));
}

export interface Going {
	units: [name: string, tasks: number][];
	/** without one lead: they stay back */
	held: Pair[];
	drafts: number;
}

/** What would go out to whom if the plan were issued now. */
export function foresee(pairs: readonly Pair[]): Going {
	const units = new Map<string, number>();
	const held: Pair[] = [];
	let drafts = 0;
	for (const pair of pairs) {
		const { state, lead } = pair.now;
		if (state !== "draft" && state !== "approved") continue;
		if (state === "draft") drafts++;
		const [one] = lead;
		if (state === "draft" && (lead.length !== 1 || one === undefined)) held.push(pair);
		else if (one !== undefined) units.set(one, (units.get(one) ?? 0) + 1);
	}
	return { units: [...units].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "vi")), held, drafts };
}
