// SPDX-License-Identifier: GPL-3.0-or-later
// What the summary does not count: tasks by plan, by month and day on which they fall due, by how late they are. Of rows of the list.
import type { TaskRow } from "../../api/summary";

export type CountedRow = Pick<TaskRow, "document" | "document_number" | "due" | "lateness">;
/** The four boxes and the two without a deadline. */
export const outcomes = ["done-in-time", "done-late", "open-in-time", "open-late", "no-deadline"] as const;
export type Outcome = (typeof outcomes)[number];
export type Outcomes = Record<Outcome, number>;

const ofKind: Record<string, Outcome> = {
	"done-in-time": "done-in-time",
	"done-late": "done-late",
	"in-time": "open-in-time",
	near: "open-in-time",
	late: "open-late",
	"no-deadline": "no-deadline",
	"done-no-deadline": "no-deadline",
};

export function makeOutcomes(): Outcomes {
	return { "done-in-time": 0, "done-late": 0, "open-in-time": 0, "open-late": 0, "no-deadline": 0 };
}

function countBy<K, R extends CountedRow>(rows: readonly R[], keyOf: (row: R) => K | null): Map<K, Outcomes> {
	const found = new Map<K, Outcomes>();
	for (const row of rows) {
		const outcome = ofKind[row.lateness.kind];
		const key = keyOf(row);
		if (outcome === undefined || key === null) continue;
		const counts = found.get(key) ?? makeOutcomes();
		counts[outcome]++;
		found.set(key, counts);
	}
	return found;
}

export interface PlanCounts {
	document: number;
	number: string | null;
	counts: Outcomes;
}

/** By plan, the one with most late tasks first. */
export function countPlans(rows: readonly CountedRow[]): PlanCounts[] {
	const numbers = new Map(rows.map((row) => [row.document ?? 0, row.document_number ?? null]));
	return [...countBy(rows, (row) => row.document ?? 0)]
		.map(([document, counts]) => ({ document, number: numbers.get(document) ?? null, counts }))
		.sort((a, b) => b.counts["open-late"] - a.counts["open-late"] || a.document - b.document);
}

/** By who leads now, the one with most late tasks first; "" where nobody is known. */
export function countLeads(rows: readonly (CountedRow & Pick<TaskRow, "lead">)[]): [lead: string, counts: Outcomes][] {
	return [...countBy(rows, (row) => row.lead ?? "")].sort(([a, one], [b, other]) => other["open-late"] - one["open-late"] || a.localeCompare(b, "vi"));
}

/** By month on which they fall due, "2026-11", the earliest first. */
export function countMonths(rows: readonly CountedRow[]): [month: string, counts: Outcomes][] {
	return [...countBy(rows, (row) => row.due?.slice(0, 7) ?? null)].sort(([a], [b]) => a.localeCompare(b));
}

/** By day on which they fall due, of tasks that are open. */
export function countDueDays(rows: readonly CountedRow[]): Map<string, number> {
	const days = new Map<string, number>();
	for (const [day, counts] of countBy(rows, (row) => row.due ?? null)) {
		const open = counts["open-in-time"] + counts["open-late"];
		if (open > 0) days.set(day, open);
	}
	return days;
}

/** Bounds of how long a task is late, in days; offices ask for those of over 120 days by name (domain.md 1.3). */
export const lateSpans = [
	[1, 10],
	[11, 30],
	[31, 60],
	[61, 120],
	[121, Infinity],
] as const;

export function countLateSpans(rows: readonly CountedRow[]): number[] {
	return lateSpans.map(([from, to]) => rows.filter((row) => row.lateness.kind === "late" && row.lateness.days >= from && row.lateness.days <= to).length);
}
