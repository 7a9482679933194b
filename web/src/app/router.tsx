// SPDX-License-Identifier: GPL-3.0-or-later
// Paths of the page by the history of the browser: forward, back and a second tab work as people know them.
import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from "react";

const listeners = new Set<() => void>();

function tell(): void {
	for (const listener of listeners) listener();
}

window.addEventListener("popstate", tell);

/** Goes to a path of the page, "/nhiem-vu/17". @replace: without a step to come back to */
export function navigate(to: string, replace = false): void {
	if (to === location.pathname + location.search) return;
	if (replace) history.replaceState(null, "", to);
	else history.pushState(null, "", to);
	tell();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function usePath(): string {
	return useSyncExternalStore(subscribe, () => location.pathname);
}

export function useSearch(): string {
	return useSyncExternalStore(subscribe, () => location.search);
}

/** Holds a path against "/nhiem-vu/:id". Returns what the names stand for, null when it is another path. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
	const wanted = pattern.split("/");
	const parts = path.replace(/\/+$/, "").split("/");
	if (path !== "/" && wanted.length !== parts.length) return null;
	const found: Record<string, string> = {};
	for (const [at, word] of wanted.entries()) {
		const part = parts[at] ?? "";
		if (word.startsWith(":")) {
			if (part === "") return null;
			found[word.slice(1)] = part;
		} else if (word !== part) return null;
	}
	return found;
}

/** A link inside of the page; with a key held down or another button it is the browser's. */
export function Link({ to, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) {
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		onClick?.(event);
		if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		navigate(to);
	};
	return <a href={to} onClick={follow} {...rest} />;
}
