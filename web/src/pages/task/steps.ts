// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields a step has, and how it is sent. Which steps there are the server says (may); what a step needs it checks itself:
// the marks here only save the user a way.
import { call } from "../../api/client";
import type { components, paths } from "../../api/schema";
import { parseDay } from "../../i18n/dates";
import type { actionTexts, fieldTexts } from "./texts";

export type Task = components["schemas"]["Task"];
export type Field = keyof typeof fieldTexts;
export type Action = keyof typeof actionTexts;
type ActionBody = NonNullable<paths["/api/v1/tasks/{id}/actions"]["post"]["requestBody"]>["content"]["application/json"];
export type Typed = Partial<Record<Field, string>>;

interface Step {
	fields: readonly Field[];
	needs: readonly Field[];
	/** the way on, shown first; the others are behind it */
	main?: boolean;
}

export const steps: Partial<Record<Action, Step>> = {
	take: { fields: [], needs: [], main: true },
	progress: { fields: ["done", "next", "difficulty", "proposal", "percent", "reason"], needs: [], main: true },
	submit: { fields: ["product", "proof", "reason"], needs: [], main: true },
	close: { fields: ["reason"], needs: [], main: true },
	return: { fields: ["reason"], needs: ["reason"], main: true },
	resume: { fields: ["reason"], needs: [], main: true },
	approve: { fields: [], needs: [], main: true },
	assign: { fields: ["reason"], needs: [], main: true },
	refuse: { fields: ["reason"], needs: ["reason"] },
	transfer: { fields: ["lead", "document", "reason"], needs: ["lead", "reason"] },
	pause: { fields: ["until", "reason"], needs: ["until", "reason"] },
	reopen: { fields: ["reason"], needs: ["reason"] },
	end: { fields: ["reason"], needs: ["reason"] },
	replace: { fields: ["document", "reason"], needs: ["document"] },
	withdraw: { fields: ["document", "reason"], needs: ["document"] },
	drop: { fields: ["reason"], needs: ["reason"] },
	restore: { fields: [], needs: [] },
};

/** Fields that are shown: of progress the reason only when the percentage falls, which is what it is for. */
export function askedFields(action: Action, typed: Typed, percent: number): readonly Field[] {
	const fields = steps[action]?.fields ?? [];
	const falls = Boolean(typed.percent) && Number(typed.percent) < percent;
	return action === "progress" && !falls ? fields.filter((field) => field !== "reason") : fields;
}

/** Steps that files may come with. */
export function takesFiles(action: Action): boolean {
	return action === "progress" || action === "submit";
}

/** What is missing before @action can be sent with so many files: a field, "result" (product, proof or a file), "day" (none of the calendar); null when nothing is. */
export function findMissing(action: Action, typed: Typed, files = 0): Field | "result" | "day" | null {
	const said = (field: Field) => Boolean(typed[field]?.trim());
	const missing = steps[action]?.needs.find((field) => !said(field));
	if (missing) return missing;
	if (action === "submit" && files === 0 && !said("product") && !said("proof")) return "result";
	return said("until") && parseDay(typed.until ?? "") === null ? "day" : null;
}

/** What is sent: fields that say something, the day as the server has days. */
export function collect(action: Action, typed: Typed, percent = 0): Record<string, string | number> {
	const body: Record<string, string | number> = {};
	for (const field of askedFields(action, typed, percent)) {
		const value = typed[field]?.trim();
		if (!value) continue;
		body[field] = field === "percent" ? Number(value) : field === "until" ? (parseDay(value) ?? value) : value;
	}
	return body;
}

export async function send(task: { id: number; version: number; percent: number }, action: Action, typed: Typed, files: readonly { hash: string }[]): Promise<Task | undefined> {
	const body = { ...collect(action, typed, task.percent), ...(files.length > 0 ? { files: files.map((one) => one.hash) } : {}) };
	const to = { path: { id: task.id }, version: task.version };
	const answer =
		action === "progress"
			? await call("post", "/api/v1/tasks/{id}/progress", { ...to, body })
			: await call("post", "/api/v1/tasks/{id}/actions", { ...to, body: { ...body, action } as ActionBody });
	return answer.data;
}
