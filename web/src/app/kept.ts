// SPDX-License-Identifier: GPL-3.0-or-later
// What this browser keeps: settings, views, drafts of what is typed. A browser may refuse to; then it lasts as long as the page.
import { maxima } from "./maxima";

const PREFIX = "dondoc.";
const memory = new Map<string, string>();

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- who reads knows what he wrote, and looks at it
export function readKept<T>(key: string): T | null {
	let text: string | null = null;
	try {
		text = localStorage.getItem(PREFIX + key);
	} catch {
		text = memory.get(key) ?? null;
	}
	if (text === null) return null;
	try {
		return JSON.parse(text) as T;
	} catch {
		return null;
	}
}

/** @value: undefined forgets it. What is over maxima.keptLetters is not kept. */
export function writeKept(key: string, value: unknown): void {
	try {
		if (value === undefined) {
			memory.delete(key);
			localStorage.removeItem(PREFIX + key);
			return;
		}
		const text = JSON.stringify(value);
		if (text.length > maxima.keptLetters) return;
		memory.set(key, text);
		localStorage.setItem(PREFIX + key, text);
	} catch {
		// full or forbidden: memory has it
	}
}

/** Forgets all that begins with @start: drafts of somebody who signs out. */
export function forgetKept(start: string): void {
	for (const key of [...memory.keys()]) if (key.startsWith(start)) memory.delete(key);
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + start)) localStorage.removeItem(key);
	} catch {
		// nothing is kept there
	}
}
