// SPDX-License-Identifier: GPL-3.0-or-later
// How far a plan is: its tasks by how they stand to their deadlines.
import type { PlanTask } from "./data";

export interface Counts {
	late: number;
	near: number;
	going: number;
	done: number;
	/** of the four */
	all: number;
	/** paused, withdrawn, replaced: nobody waits for them */
	aside: number;
}

const boxOf: Record<string, Exclude<keyof Counts, "all">> = {
	late: "late",
	near: "near",
	"in-time": "going",
	"no-deadline": "going",
	"done-in-time": "done",
	"done-late": "done",
	"done-no-deadline": "done",
	aside: "aside",
};

/** Tasks that were not given out are not counted. */
export function countTasks(tasks: readonly Pick<PlanTask, "lateness">[]): Counts {
	const counts: Counts = { late: 0, near: 0, going: 0, done: 0, all: 0, aside: 0 };
	for (const task of tasks) {
		const box = boxOf[task.lateness?.kind ?? ""];
		if (box === undefined) continue;
		counts[box]++;
		if (box !== "aside") counts.all++;
	}
	return counts;
}
