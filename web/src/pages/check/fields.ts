// SPDX-License-Identifier: GPL-3.0-or-later
// A task as it stands in a form, and what of it is otherwise than on the server. What is typed is kept in the browser until it is saved.
import { readKept, writeKept } from "../../app/kept";
import type { DraftTask, Role } from "./draft";

export const roles: readonly Role[] = ["lead", "coordinate", "director", "monitor"];
export const lines = ["text", "label", "heading", "time", "product"] as const;
export type Field = (typeof lines)[number] | Role;
/** Names stand in lines of their own. */
export type Fields = Record<Field, string>;
export type Correction = Partial<Record<(typeof lines)[number], string> & Record<Role, string[]>> & { reason?: string };

export const emptyFields: Fields = { text: "", label: "", heading: "", time: "", product: "", lead: "", coordinate: "", director: "", monitor: "" };

export function takeFields(task: DraftTask): Fields {
	return {
		text: task.text ?? "",
		label: task.label ?? "",
		heading: task.heading ?? "",
		time: task.time_raw ?? "",
		product: task.product ?? "",
		lead: task.lead.join("\n"),
		coordinate: task.coordinate.join("\n"),
		director: task.director.join("\n"),
		monitor: task.monitor.join("\n"),
	};
}

export function splitNames(text: string): string[] {
	return text.split(/[\n;]/).map((one) => one.trim()).filter((one) => one !== "");
}

function isRole(field: Field): field is Role {
	return (roles as readonly string[]).includes(field);
}

/** What is to be said to the server: only what differs. */
export function compare(was: Fields, now: Fields): Correction {
	const said: Record<string, string | string[]> = {};
	for (const field of [...lines, ...roles]) {
		if (isRole(field)) {
			const names = splitNames(now[field]);
			if (names.join("\n") !== splitNames(was[field]).join("\n")) said[field] = names;
		} else if (now[field].trim() !== was[field].trim()) said[field] = now[field].trim();
	}
	return said as Correction;
}

interface Kept {
	version: number;
	fields: Fields;
}
const keyOf = (id: string) => `draft.check.${id}`;

/** @id: of a task, "17", or of what is added to a plan, "new-3" */
export function readKeptFields(id: string): Kept | null {
	const kept = readKept<Partial<Kept>>(keyOf(id));
	return kept && typeof kept.version === "number" && kept.fields ? { version: kept.version, fields: { ...emptyFields, ...kept.fields } } : null;
}

export function keepFields(id: string, kept: Kept | undefined): void {
	writeKept(keyOf(id), kept);
}
