// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the server answers; a notice over the page tells when it does not.
import { useSyncExternalStore } from "react";

let away = false;
const listeners = new Set<() => void>();

export function setAway(now: boolean): void {
	if (away === now) return;
	away = now;
	for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function useAway(): boolean {
	return useSyncExternalStore(subscribe, () => away);
}
