// SPDX-License-Identifier: GPL-3.0-or-later
// When tasks are worked on, as bars of a time line. Days are counted from 1970.
import type { PlanTask } from "./data";

const DAY = 86_400_000;
const LONGEST = 40; // years of a time line; what lies further off is no plan's

export interface Span {
	from: number | null;
	to: number | null;
}
export interface Scale {
	from: number;
	to: number;
	/** where months ("10"), quarters ("IV") or years ("") begin, as many as one can read */
	ticks: { at: number; name: string; year: number }[];
}

export function toDay(day: string | null | undefined): number | null {
	// other years are slips of a reading
	if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(day ?? "")) return null;
	const at = Date.parse(`${day ?? ""}T00:00:00Z`);
	return Number.isNaN(at) ? null : at / DAY;
}

/** What a task says of its time; the deadline that counts now stands for an end that was not said. */
export function spansOf(task: Pick<PlanTask, "time" | "due">): Span[] {
	const said = task.time.stages && task.time.stages.length > 0 ? task.time.stages : [task.time];
	const spans = said.map((one) => ({ from: toDay(one.start), to: toDay(one.end) })).filter((one) => one.from !== null || one.to !== null);
	if (spans.length > 0) return spans;
	const due = toDay(task.due);
	return due === null ? [] : [{ from: null, to: due }];
}

/** Work that goes on, without a day on which it ends. */
export function isAlways(task: Pick<PlanTask, "time">): boolean {
	return ["continuous", "annual", "periodic"].includes(task.time.kind);
}

function startOfMonth(day: number, months: number): number {
	const at = new Date(day * DAY);
	return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1) / DAY;
}

function nameTick(day: number, months: number): { name: string; year: number } {
	const at = new Date(day * DAY);
	const month = at.getUTCMonth();
	const names = months === 1 ? String(month + 1) : months === 3 ? (["I", "II", "III", "IV"][month / 3] ?? "") : "";
	return { name: names, year: at.getUTCFullYear() };
}

/** From the month of the first day to the end of the month of the last; null when there is none. */
export function makeScale(tasks: readonly Pick<PlanTask, "time" | "due">[]): Scale | null {
	const days = tasks.flatMap((task) => [...spansOf(task).flatMap((one) => [one.from, one.to]), toDay(task.due)]).filter((day) => day !== null);
	if (days.length === 0) return null;
	const first = days.reduce((a, b) => Math.min(a, b));
	const last = Math.min(days.reduce((a, b) => Math.max(a, b)), first + LONGEST * 365);
	const years = (last - first) / 365;
	const months = years <= 1.05 ? 1 : years <= 3.1 ? 3 : 12 * Math.ceil(years / 12);
	// a quarter begins with its month, a year with January
	const month = new Date(first * DAY).getUTCMonth();
	const from = startOfMonth(first, -(month % Math.min(months, 12)));
	const ticks: Scale["ticks"] = [];
	let at = from;
	for (; at <= last; at = startOfMonth(at, months)) ticks.push({ at, ...nameTick(at, months) });
	return { from, to: at, ticks };
}

/** Where a day stands on the scale, in percent of its width, kept within it. */
export function placeOf(scale: Pick<Scale, "from" | "to">, day: number): number {
	return Math.max(0, Math.min(100, (100 * (day - scale.from)) / (scale.to - scale.from)));
}
