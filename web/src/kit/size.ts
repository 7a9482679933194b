// SPDX-License-Identifier: GPL-3.0-or-later
// How large a file is, or a store, for people.
import type { Language } from "../app/settings";
import { formatNumber } from "../i18n/texts";

const STEP = 1024;
const UNITS = ["KB", "MB", "GB", "TB"] as const;

export function formatSize(bytes: number, language: Language): string {
	const kib = Math.max(1, Math.round(bytes / STEP));
	if (kib < STEP) return `${formatNumber(kib, language)} KB`;
	const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(kib) / 10));
	return `${formatNumber(Math.round((10 * kib) / STEP ** power) / 10, language)} ${UNITS[power] ?? ""}`;
}
