// SPDX-License-Identifier: GPL-3.0-or-later
// What others change shows by itself: the server tells ids, and what is shown of them is asked for anew. Forms hold what is typed
// on their own, so that nothing of this reaches it.
import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
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
	/** documents with how far their tasks are */
	plans: (...filter: readonly string[]) => ["documents", "plans", ...filter] as const,
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
		if (of === "task") void client.invalidateQueries({ queryKey: keys.plans() });
	}
}

/** Listens while somebody is signed in. @after: the record behind which changes are news; undefined: nobody listens */
export function useEvents(client: QueryClient, after: number | undefined): void {
	// the last one that was heard: also behind a stream that the server refused, so that nothing is missed in between
	const heard = useRef(after);
	const on = after !== undefined;
	useEffect(() => {
		heard.current ??= after;
	}, [after]);
	useEffect(() => {
		if (!on) return undefined;
		let changed = new Map<string, Set<number>>();
		let timer: number | undefined;
		let again: number | undefined;
		let source: EventSource;
		const note = (kind: string) => (event: MessageEvent<string>) => {
			const { id } = JSON.parse(event.data) as { id?: number };
			heard.current = Number(event.lastEventId);
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
			source = new EventSource(`/api/v1/events?after=${heard.current ?? 0}`);
			for (const kind of KINDS) source.addEventListener(kind, note(kind));
			source.addEventListener("reset", (event) => {
				heard.current = Number(event.lastEventId);
				void client.invalidateQueries();
			});
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
