// SPDX-License-Identifier: GPL-3.0-or-later
// What others change shows by itself: the server tells ids, and what is shown of them is asked for anew. Forms hold what is typed
// on their own, so that nothing of this reaches it.
import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { maxima } from "../app/maxima";
import { call } from "./client";

const CLOSED = 2; // of EventSource.readyState
const GATHER = 400; // milliseconds: many changes at once are one refresh
const KINDS = ["task", "document", "job", "progress"] as const;

/** Names of what is cached; the first word is what events refresh. */
export const keys = {
	task: (id: number) => ["task", id] as const,
	tasks: (filter: object) => ["tasks", filter] as const,
	document: (id: number) => ["document", id] as const,
	documents: (filter: object) => ["documents", filter] as const,
	job: (id: number) => ["job", id] as const,
	jobs: () => ["jobs"] as const,
	summary: (by: object) => ["summary", by] as const,
};

function refresh(client: QueryClient, changed: Map<string, Set<number>>): void {
	for (const [kind, ids] of changed) {
		const of = kind === "progress" ? "job" : kind;
		for (const id of ids) void client.invalidateQueries({ queryKey: [of, id] });
		void client.invalidateQueries({ queryKey: [of + "s"] });
		if (of !== "job") void client.invalidateQueries({ queryKey: ["summary"] });
	}
}

/** Listens while somebody is signed in. */
export function useEvents(client: QueryClient, on: boolean): void {
	useEffect(() => {
		if (!on) return undefined;
		let changed = new Map<string, Set<number>>();
		let timer: number | undefined;
		let again: number | undefined;
		let source: EventSource;
		const note = (kind: string) => (event: MessageEvent<string>) => {
			const { id } = JSON.parse(event.data) as { id?: number };
			const ids = changed.get(kind) ?? new Set<number>();
			if (id !== undefined) ids.add(id);
			changed.set(kind, ids);
			timer ??= window.setTimeout(() => {
				const all = changed;
				changed = new Map();
				timer = undefined;
				refresh(client, all);
			}, GATHER);
		};
		const listen = () => {
			// eslint-disable-next-line no-restricted-globals -- this is events.ts
			source = new EventSource("/api/v1/events");
			for (const kind of KINDS) source.addEventListener(kind, note(kind));
			source.addEventListener("reset", () => void client.invalidateQueries());
			// the browser comes again by itself, save when it was refused: the client then finds out whether the session is over
			source.addEventListener("error", () => {
				if (source.readyState !== CLOSED) return;
				void call("get", "/api/v1/me").catch(() => undefined);
				again = window.setTimeout(listen, maxima.retryTime);
			});
		};
		listen();
		return () => {
			window.clearTimeout(timer);
			window.clearTimeout(again);
			source.close();
		};
	}, [client, on]);
}
