// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the page that is open: they are heard while nobody types and no dialog is open, and "?" tells them.
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface PageKey {
	/** of KeyboardEvent.key */
	keys: readonly string[];
	/** as the help shows them and what they do; none stand with another row */
	shown?: string;
	what?: string;
	act: () => void;
}

let told: readonly PageKey[] = [];
const listeners = new Set<() => void>();

function tell(rows: readonly PageKey[]): void {
	told = rows;
	for (const listener of listeners) listener();
}

export function isTyping(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

/** A dialog that was closed stays where it was, without a place on the screen */
export function isDialogOpen(): boolean {
	return [...document.querySelectorAll("[role=dialog]")].some((one) => one.getClientRects().length > 0);
}

/** Enter and Space on a button or a link are its own. */
function isItsOwn(event: KeyboardEvent): boolean {
	return (event.key === "Enter" || event.key === " ") && event.target instanceof Element && event.target.closest("a, button, summary, [role=radio]") !== null;
}

export function usePageKeys(rows: readonly PageKey[]): void {
	const now = useRef(rows);
	useEffect(() => {
		now.current = rows;
	}, [rows]);
	const names = rows.map((one) => `${one.shown ?? ""}${one.what ?? ""}`).join("|");
	useEffect(() => {
		tell(now.current);
		return () => tell([]);
	}, [names]);
	useEffect(() => {
		const hear = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen() || isItsOwn(event)) return;
			const row = now.current.find((one) => one.keys.includes(event.key));
			if (!row) return;
			event.preventDefault();
			row.act();
		};
		document.addEventListener("keydown", hear);
		return () => document.removeEventListener("keydown", hear);
	}, []);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** What the help tells of the page that is open. */
export function useToldKeys(): readonly PageKey[] {
	return useSyncExternalStore(subscribe, () => told);
}
