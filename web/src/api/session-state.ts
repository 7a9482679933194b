// SPDX-License-Identifier: GPL-3.0-or-later
// Who is signed in, outside of what is drawn: the client needs the token, and says when the session is over.
import { useSyncExternalStore } from "react";
import type { components } from "./schema";

export type Identity = components["schemas"]["Identity"];
export type SessionState = { kind: "unknown" } | { kind: "out" } | { kind: "in"; who: Identity } | { kind: "ended"; who: Identity };

let state: SessionState = { kind: "unknown" };
const listeners = new Set<() => void>();

function set(next: SessionState): void {
	state = next;
	for (const listener of listeners) listener();
}

export function getCsrf(): string | undefined {
	return state.kind === "in" ? state.who.csrf : undefined;
}

/** Somebody signed in, or was found to be. Another person than before gets a page of his own. */
export function noteSignedIn(who: Identity): void {
	if (state.kind === "ended" && state.who.name !== who.name) {
		location.assign("/");
		return;
	}
	set({ kind: "in", who });
}

/** The server knows nobody: the page stays as it is under the sign-in. */
export function noteEnded(): void {
	if (state.kind === "in") set({ kind: "ended", who: state.who });
	else if (state.kind === "unknown") set({ kind: "out" });
}

/** The office demands one-time codes since just now: all else is refused until they are in use. */
export function noteMust(): void {
	if (state.kind === "in" && state.who.must.length === 0) set({ kind: "in", who: { ...state.who, must: ["totp"] } });
}

export function noteSignedOut(): void {
	set({ kind: "out" });
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function useSessionState(): SessionState {
	return useSyncExternalStore(subscribe, () => state);
}

/** Who is signed in; only for what is drawn for somebody. */
export function useWho(): Identity {
	const now = useSessionState();
	if (now.kind !== "in" && now.kind !== "ended") throw new Error("nobody is signed in");
	return now.who;
}
