// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of the office: what the server tells of a year, and a list of its days as the server takes it.
import { call, type AnswerOf } from "../../api/client";

export type CalendarYear = AnswerOf<"/api/v1/holidays", "get">["years"][number];
export type Calendar = AnswerOf<"/api/v1/holidays/{id}", "get">;
export type Day = Calendar["days"][number];

export const calendarKeys = {
	years: ["calendar"] as const,
	year: (year: number) => ["calendar", year] as const,
};

export async function askYears(signal: AbortSignal): Promise<CalendarYear[]> {
	return (await call("get", "/api/v1/holidays", { signal })).data.years;
}

/** One year, with the version that a change of it names. */
export async function askYear(year: number, signal: AbortSignal): Promise<{ calendar: Calendar; version: string }> {
	const { data, etag } = await call("get", "/api/v1/holidays/{id}", { path: { id: year }, signal });
	return { calendar: data, version: (etag ?? "").replace(/^W\//, "").replace(/"/g, "") };
}

function quote(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** Days as a list that the server takes (RFC 4180). */
export function writeDays(days: readonly Day[]): string {
	const rows = days.map((one) => [one.first, one.last, one.what, one.name, one.source].map(quote).join(","));
	return ["first,last,what,name,source", ...rows].join("\r\n") + "\r\n";
}

/** The same for a spreadsheet, which would take a text that begins so for a formula. */
export function exportDays(days: readonly Day[]): string {
	const safe = (text: string) => (/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text);
	return "\ufeff" + writeDays(days.map((one) => ({ ...one, name: safe(one.name), source: safe(one.source) })));
}

/** @days with @day in the place of @old (null: none), by day. */
export function putDay(days: readonly Day[], old: Day | null, day: Day): Day[] {
	return [...days.filter((one) => one !== old), day].sort((a, b) => a.first.localeCompare(b.first));
}

/** What keeps a day from standing in the list of @year, where @others are: the server would say so too, but later. */
export function judgeDay(year: number, day: Day, others: readonly Day[]): "otherYear" | "backwards" | "taken" | "noWeekend" | null {
	if (!day.first.startsWith(`${year}-`) || !day.last.startsWith(`${year}-`)) return "otherYear";
	if (day.last < day.first) return "backwards";
	if (others.some((one) => one.first <= day.last && day.first <= one.last)) return "taken";
	for (let at = Date.parse(day.first); day.what === "work" && at <= Date.parse(day.last); at += 86_400_000)
		if (![0, 6].includes(new Date(at).getUTCDay())) return "noWeekend";
	return null;
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: string): number {
	return new Date(day + "T00:00:00Z").getUTCDay();
}
