// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the list of tasks behind a number: the same words as GET /tasks has.
import type { Box, TaskFilter } from "../api/summary";

/** What the list of tasks is asked for, for the tasks of a box. */
export const boxFilters: Record<Box, NonNullable<TaskFilter>> = {
	"done-in-time": { state: "all", lateness: "done-in-time" },
	"done-late": { state: "all", lateness: "done-late" },
	"open-in-time": { state: "all", lateness: "in-time,near" },
	near: { state: "all", lateness: "near" },
	"open-late": { state: "all", lateness: "late", sort: "lateness" },
	"done-no-deadline": { state: "all", lateness: "done-no-deadline" },
	"open-no-deadline": { state: "all", lateness: "no-deadline" },
	aside: { state: "all", lateness: "aside" },
};

export function tasksPath(filter: NonNullable<TaskFilter>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
	return "/nhiem-vu?" + query.toString();
}
