// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of units as the server tells of it, and its tree.
import { call } from "../../api/client";
import { maxima } from "../../app/maxima";

/** docs/api/openapi.yaml names these fields without their types, which are those of src/api/json-unit.c */
export interface Unit {
	number: number;
	id: string;
	name: string;
	short_name: string | null;
	kind: string | null;
	parent: string | null;
	valid_from: string | null;
	valid_to: string | null;
	abbreviations: readonly string[];
	aliases: readonly string[];
	groups: readonly string[];
}

export interface Heir {
	unit: string | null;
	name: string | null;
	field: string | null;
	day: string | null;
	source: string | null;
	national: boolean;
}

export interface Succession {
	from: string;
	to: string;
	field: string | null;
	day: string | null;
	document: string;
}

export interface Change {
	at: string;
	who: string;
	action: string;
	why: string | null;
}

export interface WholeUnit extends Unit {
	is_there: boolean;
	heirs: readonly Heir[];
	successions: readonly Succession[];
	history: readonly Change[];
}

export interface Match {
	name: string;
	ask: string;
	candidates: readonly { unit: string; name: string; how: string; score: number }[];
	members?: readonly string[];
	heirs: readonly Heir[];
}

export interface NameOfPlan extends Match {
	document: number;
	tasks: number;
	leads: number;
	settled: string | null;
	everywhere: boolean;
}

export interface Count {
	unit: string;
	"done-in-time": number;
	"done-late": number;
	"open-in-time": number;
	"open-late": number;
	"done-no-deadline": number;
	"open-no-deadline": number;
}

export const unitKeys = {
	all: ["units"] as const,
	kinds: ["units", "kinds"] as const,
	one: (number: number) => ["units", number] as const,
	match: (name: string) => ["units", "match", name] as const,
	names: (document: number) => ["document", document, "names"] as const,
};

/** All units, page by page: the tree needs them at once. No more than maxima.listRows. */
export async function askUnits(signal: AbortSignal): Promise<Unit[]> {
	const units: Unit[] = [];
	let cursor: string | null = null;
	do {
		const query: { limit: number; cursor?: string } = { limit: maxima.pageRows, cursor: cursor ?? undefined };
		const page = (await call("get", "/api/v1/units", { query, signal })).data as unknown as { units: Unit[]; next: string | null };
		units.push(...page.units);
		cursor = page.next;
	} while (cursor !== null && units.length < maxima.listRows);
	return units;
}

export async function askUnit(id: number, signal: AbortSignal): Promise<WholeUnit> {
	return (await call("get", "/api/v1/units/{id}", { path: { id }, signal })).data as unknown as WholeUnit;
}

export async function askMatch(name: string, signal: AbortSignal): Promise<Match> {
	return (await call("get", "/api/v1/units/match", { query: { name }, signal })).data as unknown as Match;
}

export async function askNames(id: number, signal: AbortSignal): Promise<{ names: NameOfPlan[]; open: number }> {
	return (await call("get", "/api/v1/documents/{id}/names", { path: { id }, signal })).data as unknown as { names: NameOfPlan[]; open: number };
}

export async function askCounts(signal: AbortSignal): Promise<{ as_of: string; units: Count[] }> {
	return (await call("get", "/api/v1/summary", { query: { by: "unit" }, signal })).data as unknown as { as_of: string; units: Count[] };
}

export interface Branch {
	unit: Unit;
	children: Branch[];
}

/** Units under those that they are under. One whose parent is not in the list, or is under itself, stands at the top. */
export function growTree(units: readonly Unit[]): Branch[] {
	const branches = new Map(units.map((unit) => [unit.id, { unit, children: [] as Branch[] }]));
	const isUnder = (unit: Unit): boolean => {
		const seen = new Set<string>();
		for (let id: string | null = unit.parent; id; id = branches.get(id)?.unit.parent ?? null) {
			if (id === unit.id || seen.has(id)) return true;
			seen.add(id);
		}
		return false;
	};
	const top: Branch[] = [];
	for (const branch of branches.values()) {
		const parent = branch.unit.parent && !isUnder(branch.unit) ? branches.get(branch.unit.parent) : undefined;
		(parent ? parent.children : top).push(branch);
	}
	const sort = (list: Branch[]) => list.sort((a, b) => a.unit.name.localeCompare(b.unit.name, "vi"));
	for (const branch of branches.values()) sort(branch.children);
	return sort(top);
}

/** "Sở Khoa học" without marks and case, as people type when they are in haste. */
export function fold(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();
}

/** Whether a unit is called like @folded, in any of its names. */
export function isCalled(unit: Unit, folded: string): boolean {
	return [unit.id, unit.name, unit.short_name ?? "", ...unit.abbreviations, ...unit.aliases].some((name) => fold(name).includes(folded));
}

/** Whether it is of @kind ("none": of which nobody said it), and its name begins with the words @head */
export function isOfKind(unit: Unit, kind: string, head: string): boolean {
	const begins = head === "" || fold(unit.name).startsWith(fold(head) + " ") || fold(unit.name) === fold(head);
	return begins && (unit.kind || "none") === kind;
}

/** Whether it is there on @today, "2026-11-20". */
export function isThere(unit: Unit, today: string): boolean {
	return (unit.valid_from ?? "") <= today && (unit.valid_to === null || unit.valid_to >= today);
}
