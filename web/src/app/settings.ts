// SPDX-License-Identifier: GPL-3.0-or-later
// What a user chose for this browser: language, theme, size of letters. Set before the first drawing, so that nothing flashes.
import { useSyncExternalStore } from "react";
import { readKept, writeKept } from "./kept";

export type Language = "vi" | "en";
export type Theme = "auto" | "light" | "dark";
export interface Settings {
	language: Language;
	theme: Theme;
	large: boolean;
}

const KEY = "settings";
const listeners = new Set<() => void>();
const dark = window.matchMedia("(prefers-color-scheme: dark)");
// paper is white, whatever the screen is
const paper = window.matchMedia("print");

function load(): Settings {
	const kept = readKept<Partial<Settings>>(KEY) ?? {};
	return {
		language: kept.language === "en" ? "en" : "vi",
		theme: kept.theme === "light" || kept.theme === "dark" ? kept.theme : "auto",
		large: kept.large === true,
	};
}

let settings = load();

export function isDark(of: Settings): boolean {
	return !paper.matches && (of.theme === "dark" || (of.theme === "auto" && dark.matches));
}

export function applySettings(): void {
	const root = document.documentElement;
	root.lang = settings.language;
	root.dataset.theme = isDark(settings) ? "dark" : "light";
	root.dataset.size = settings.large ? "large" : "normal";
}

function tell(): void {
	settings = { ...settings };
	applySettings();
	for (const listener of listeners) listener();
}

export function changeSettings(change: Partial<Settings>): void {
	settings = { ...settings, ...change };
	writeKept(KEY, settings);
	tell();
}

dark.addEventListener("change", tell);
paper.addEventListener("change", tell);

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function useSettings(): Settings {
	return useSyncExternalStore(subscribe, () => settings);
}
