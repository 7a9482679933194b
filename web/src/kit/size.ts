// SPDX-License-Identifier: GPL-3.0-or-later
// How large a file is, for people.
import type { Language } from "../app/settings";
import { formatNumber } from "../i18n/texts";

const KIB = 1024;

export function formatSize(bytes: number, language: Language): string {
	const kib = Math.max(1, Math.round(bytes / KIB));
	return kib < KIB ? `${formatNumber(kib, language)} KB` : `${formatNumber(Math.round((10 * kib) / KIB) / 10, language)} MB`;
}
