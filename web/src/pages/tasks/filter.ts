// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of tasks is narrowed to. It lives in the address, in the words of GET /tasks, so that it can be sent to others and taken back.
import type { TaskFilter } from "../../api/summary";
import { lastDay } from "../../i18n/dates";
import { tasksPath } from "../../kit/tasks-path";

/** "when" is the page's own: "month" is the one that it is on the day of looking. */
const names = ["state", "unit", "role", "director", "lateness", "when", "from", "to", "due_kind", "document", "text", "sort"] as const;
export type FilterName = (typeof names)[number];
export type Filter = Partial<Record<FilterName, string>>;

export const sorts = ["due", "lateness", "changed", "unit", "state", "number"] as const;
export type Sort = (typeof sorts)[number];

export function readFilter(search: string): Filter {
	const query = new URLSearchParams(search);
	const filter: Filter = {};
	for (const name of names) {
		const value = query.get(name);
		if (value) filter[name] = value;
	}
	return filter;
}

/** The address of the list as @filter narrows it, its words always in one order. */
export function writeFilter(filter: Filter): string {
	const said: Filter = {};
	for (const name of names) if (filter[name]) said[name] = filter[name];
	return Object.keys(said).length > 0 ? tasksPath(said as NonNullable<TaskFilter>) : "/nhiem-vu";
}

/** What the server is asked for on @today. An address may say anything; the server tells what it does not know. */
export function askOf(filter: Filter, today: string): NonNullable<TaskFilter> {
	const { when, ...query } = filter;
	const month = today.slice(0, 7);
	const days = when === "month" ? { from: `${month}-01`, to: lastDay(month) } : {};
	return { ...query, ...days, state: filter.state ?? "open" } as NonNullable<TaskFilter>;
}

/** Choices of time as people name them: each is some words of a filter, and takes the others of these away. */
export const times = {
	any: {},
	late: { lateness: "late" },
	near: { lateness: "near" },
	month: { when: "month" },
	none: { lateness: "no-deadline" },
} as const satisfies Record<string, Filter>;
export type Time = keyof typeof times;
const timeNames = ["lateness", "when", "from", "to", "due_kind"] as const;

/** "days": by days of its own; null: what no choice names, as a number of the overview leads to */
export function timeOf(filter: Filter): Time | "days" | null {
	const said = timeNames.filter((name) => filter[name]);
	if (said.length > 0 && said.every((name) => name === "from" || name === "to")) return "days";
	const found = (Object.keys(times) as Time[]).find((time) => {
		const words: Filter = times[time];
		return timeNames.every((name) => (filter[name] ?? "") === (words[name] ?? ""));
	});
	return found ?? null;
}

/** What choosing @time changes. */
export function withTime(time: Time): Filter {
	return { lateness: "", when: "", from: "", to: "", due_kind: "", ...times[time] };
}

/** What is narrowed, one thing that can be taken away each; state and sort have their own fields. */
export type Chip = { name: "text" | "unit" | "director" | "document" | "state"; value: string; clears: Filter } | { name: "time"; value: Time | "days" | "other"; clears: Filter };

export function chipsOf(filter: Filter): Chip[] {
	const chips: Chip[] = [];
	const { text, state, unit, document, director } = filter;
	if (text) chips.push({ name: "text", value: text, clears: { text: "" } });
	if (state && state !== "open") chips.push({ name: "state", value: state, clears: { state: "" } });
	if (unit) chips.push({ name: "unit", value: unit, clears: { unit: "", role: "" } });
	if (director) chips.push({ name: "director", value: director, clears: { director: "" } });
	const time = timeOf(filter);
	if (time !== "any") chips.push({ name: "time", value: time ?? "other", clears: withTime("any") });
	if (document) chips.push({ name: "document", value: document, clears: { document: "" } });
	return chips;
}
