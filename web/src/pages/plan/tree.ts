// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks under the headings of their plan. A heading that has none is left out.
export interface Heading {
	id: string;
	text: string;
}
export interface Branch<T> {
	/** null: tasks that stand under none */
	heading: Heading | null;
	tasks: T[];
	branches: Branch<T>[];
	/** of this heading and all below */
	n: number;
	done: number;
}

const DEEPEST = 8; // headings within headings; what lies deeper stands there

/** The nearest of @ids that "II.1.a-2" stands under: "II.1.a", "II.1", "II". */
function findAbove(id: string, ids: { has: (id: string) => boolean }): string | null {
	for (let above = id; ; ) {
		const end = Math.max(above.lastIndexOf("."), above.lastIndexOf("-"));
		if (end <= 0) return null;
		above = above.slice(0, end);
		if (ids.has(above)) return above;
	}
}

/** @headings: in the order of the plan, as are @tasks */
export function growTree<T extends { label: string; heading: string | null; state: string }>(tasks: readonly T[], headings: readonly Heading[]): Branch<T>[] {
	const make = (heading: Heading | null): Branch<T> => ({ heading, tasks: [], branches: [], n: 0, done: 0 });
	const all = new Map<string, { branch: Branch<T>; above: string | null; depth: number }>();
	for (const heading of headings) {
		if (all.has(heading.id)) continue;
		let above = findAbove(heading.id, all);
		while (above !== null && (all.get(above)?.depth ?? 0) >= DEEPEST) above = all.get(above)?.above ?? null;
		all.set(heading.id, { branch: make(heading), above, depth: above === null ? 1 : (all.get(above)?.depth ?? 0) + 1 });
	}
	const others = make(null);
	for (const task of tasks) {
		const said = task.heading !== null && all.has(task.heading) ? task.heading : findAbove(task.heading ?? task.label, all);
		(said === null ? others : (all.get(said)?.branch ?? others)).tasks.push(task);
	}
	const roots: Branch<T>[] = [];
	const count = (branch: Branch<T>) => {
		branch.n += branch.tasks.length;
		branch.done += branch.tasks.filter((one) => one.state === "done").length;
	};
	// a heading stands behind the one that it lies under, so that the last of them come first
	for (const { branch, above } of [...all.values()].reverse()) {
		count(branch);
		if (branch.n === 0) continue;
		const parent = above === null ? undefined : all.get(above)?.branch;
		(parent?.branches ?? roots).unshift(branch);
		if (parent) {
			parent.n += branch.n;
			parent.done += branch.done;
		}
	}
	count(others);
	if (others.n > 0) roots.push(others);
	return roots;
}
