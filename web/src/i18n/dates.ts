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
