// SPDX-License-Identifier: GPL-3.0-or-later
// Days and moments as offices write them: 20/11/2026, 14:05 20/11/2026, in both languages.

/** @day: "2026-11-20"; anything else comes back as it is. */
export function formatDay(day: string | null | undefined): string {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
	return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (day ?? "");
}

/** @moment: RFC 3339; shown in the time of Vietnam, wherever the browser is. */
export function formatMoment(moment: string | null | undefined): string {
	const at = moment ? new Date(moment) : null;
	if (!at || Number.isNaN(at.getTime())) return moment ?? "";
	const local = new Date(at.getTime() + 7 * 3600 * 1000).toISOString();
	return `${local.slice(11, 16)} ${formatDay(local.slice(0, 10))}`;
}

/** "20/11/2026", "20-11-2026" or "2026-11-20" to "2026-11-20"; NULL when it is no day of the calendar. */
export function parseDay(text: string): string | null {
	const said = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
	const iso = said ? `${said[3]}-${said[2]?.padStart(2, "0")}-${said[1]?.padStart(2, "0")}` : text.trim();
	if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
	const at = new Date(iso + "T00:00:00Z");
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** The day @days after @day, "2026-11-23"; before it when they are below 0. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(day + "T00:00:00Z") + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of a month "2026-02". */
export function lastDay(month: string): string {
	const [year = 0, number = 1] = month.split("-").map(Number);
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The day that it is in Vietnam, wherever the browser is. */
export function today(): string {
	return new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
}
