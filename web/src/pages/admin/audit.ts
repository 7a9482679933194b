// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the record of changes, as it stands in the address, and asking for its pages.
import { call } from "../../api/client";
import { maxima } from "../../app/maxima";
import type { PageOf } from "../../kit/pages-of";
import type { AuditRecord } from "./data";

export interface Filter {
	object: string;
	id: string;
	who: string;
	action: string;
	from: string;
	to: string;
}
const NAMES = ["object", "id", "who", "action", "from", "to"] as const;
export const NO_FILTER: Filter = { object: "", id: "", who: "", action: "", from: "", to: "" };

export function readFilter(search: string): Filter {
	const query = new URLSearchParams(search);
	return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ""])) as unknown as Filter;
}

export function pathOf(filter: Filter): string {
	const query = new URLSearchParams();
	for (const name of NAMES) if (filter[name]) query.set(name, filter[name]);
	const text = query.toString();
	return "/quan-tri/nhat-ky" + (text ? "?" + text : "");
}

/** One thing's own record goes from its beginning, and takes no other filter; that of all goes from the newest. */
export function isOfOne(filter: Filter): boolean {
	return filter.id !== "";
}

export function isGood(filter: Filter): boolean {
	return !isOfOne(filter) || (filter.object !== "" && /^[1-9]\d{0,15}$/.test(filter.id) && !filter.who && !filter.action && !filter.from && !filter.to);
}

/** The server goes over so many records for a page and may find none of them: then it is asked to go on, now and then to come back. */
export async function askRecords(filter: Filter, page: { limit: number; cursor?: string }, signal?: AbortSignal): Promise<PageOf<AuditRecord>> {
	const { object, id, who, action, from, to } = filter;
	const said = isOfOne(filter) ? { object, id: Number(id) } : { order: "newest" as const, object: object || undefined, who: who || undefined, action: action || undefined, from: from || undefined, to: to || undefined };
	let cursor = page.cursor;
	for (let asked = 0; ; asked++) {
		const { data } = await call("get", "/api/v1/audit", { query: { ...said, limit: page.limit, cursor }, signal });
		if (data.records.length > 0 || data.next === null || asked === maxima.emptyPages) return { rows: data.records, next: data.next };
		cursor = data.next;
	}
}

/** All that the filter leaves, as JSON, up to maxima.exportRecords. */
export async function exportRecords(filter: Filter): Promise<{ rows: AuditRecord[]; whole: boolean }> {
	const rows: AuditRecord[] = [];
	let cursor: string | null = "";
	while (cursor !== null && rows.length < maxima.exportRecords) {
		const page: PageOf<AuditRecord> = await askRecords(filter, { limit: maxima.pageRows, cursor: cursor || undefined });
		rows.push(...page.rows);
		cursor = page.next;
	}
	return { rows, whole: cursor === null };
}
