// SPDX-License-Identifier: GPL-3.0-or-later
// A plan before it goes out, as the server has it: what was read, what people made of it, names that wait for an answer.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { call } from "../../api/client";
import type { WholeDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { maxima } from "../../app/maxima";
import type { Reading } from "./source";

export type Role = "lead" | "coordinate" | "director" | "monitor";
export interface DraftTask extends Record<Role, string[]> {
	id: number;
	label: string | null;
	heading: string | null;
	text: string | null;
	confidence: number;
	line_start: number;
	line_end: number;
	time_raw: string | null;
	time: { kind: string; start: string | null; end: string | null };
	product: string | null;
	state: string;
	added: boolean;
	edited: boolean;
	version: number;
}
export interface Pair {
	now: DraftTask;
	read: DraftTask | null;
}
export interface Draft {
	state: string;
	version: number;
	pairs: Pair[];
	/** there are more tasks than one page checks */
	cut: boolean;
}
export interface Heir {
	unit: string | null;
	name: string;
	field: string | null;
	day: string | null;
	source: string | null;
}
export interface Proposal {
	name: string;
	ask: string;
	candidates: { unit: string; name: string; how: string; score: number }[];
	heirs: Heir[];
}
export interface PlanName extends Proposal {
	tasks: number;
	leads: number;
	settled: string | null;
	everywhere: boolean;
}
export interface Difference {
	kind: "changed" | "added" | "gone";
	task?: number;
	line: number;
	label: string | null;
	text: string | null;
	fields: { field: string; was: string | null; now: string | null; corrected: boolean; settled?: string | null }[];
}

const PAGE = 500;
export const checkKeys = {
	// under "tasks", so that what others do with any of them refreshes it
	draft: (id: number) => keys.tasks({ draft: id }),
	names: (id: number) => [...keys.document(id), "names"] as const,
};

export function useHead(id: number) {
	return useQuery({ queryKey: keys.document(id), queryFn: async ({ signal }) => (await call("get", "/api/v1/documents/{id}", { path: { id }, signal })).data as unknown as WholeDocument });
}

export function useReading(id: number) {
	return useQuery({
		queryKey: [...keys.document(id), "reading"],
		staleTime: Infinity,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents/{id}/reading", { path: { id }, signal })).data as unknown as Reading,
	});
}

async function loadDraft(id: number, signal: AbortSignal): Promise<Draft> {
	const pairs: Pair[] = [];
	let cursor: string | undefined;
	for (;;) {
		const { data } = await call("get", "/api/v1/documents/{id}/draft", { path: { id }, query: { limit: PAGE, cursor }, signal });
		pairs.push(...(data.tasks as unknown as Pair[]));
		const cut = data.next !== null && pairs.length >= maxima.checkTasks;
		// the version of the last page: an older one would be refused, and then everything is loaded anew
		if (data.next === null || cut) return { state: data.state, version: data.version, pairs, cut };
		cursor = data.next;
	}
}

export function useDraft(id: number, enabled = true) {
	return useQuery({ queryKey: checkKeys.draft(id), enabled, queryFn: ({ signal }) => loadDraft(id, signal) });
}

/** Names by how they stand in the plan. */
export function useNames(id: number) {
	const query = useQuery({
		queryKey: checkKeys.names(id),
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents/{id}/names", { path: { id }, signal })).data as unknown as { names: PlanName[]; open: number },
	});
	const byName = useMemo(() => new Map(query.data?.names.map((one) => [one.name, one])), [query.data]);
	return { query, byName };
}

export function useDifferences(id: number) {
	return useQuery({
		queryKey: [...keys.document(id), "differences"],
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents/{id}/differences", { path: { id }, signal })).data as unknown as { program: string | null; at: string | null; differences: Difference[] },
	});
}

/** Asks for all of the plan anew, after a change of one's own; resolves when it is there. */
export function useRefresh(id: number): () => Promise<void> {
	const client = useQueryClient();
	return useCallback(async () => {
		await Promise.all([client.invalidateQueries({ queryKey: checkKeys.draft(id) }), client.invalidateQueries({ queryKey: checkKeys.names(id) })]);
	}, [client, id]);
}

/** Shows a task as accepted until the server has said so, or not. */
export function useNoteAccepted(id: number): (task: number) => void {
	const client = useQueryClient();
	return useCallback(
		(task) =>
			client.setQueryData<Draft>(checkKeys.draft(id), (draft) =>
				draft && { ...draft, pairs: draft.pairs.map((pair) => (pair.now.id === task ? { ...pair, now: { ...pair.now, state: "approved" } } : pair)) },
			),
		[client, id],
	);
}

/** A name that a person has to say something about. */
export function isOpen(name: PlanName | undefined): boolean {
	return name !== undefined && name.settled === null && name.ask !== "none";
}
