// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as its page has it: the document, what was read of it, and its tasks as they are now.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import type { TaskRow } from "../../api/summary";
import { maxima } from "../../app/maxima";
import type { Lateness } from "../../kit/states";
import { useDraft, type Draft } from "../check/draft";
import type { Reading } from "../check/source";
import { askChain, askDocument } from "../documents/data";

export interface Time {
	kind: string;
	start?: string | null;
	end?: string | null;
	stages?: readonly { start: string | null; end: string | null }[];
}
export interface Citation {
	raw: string;
	number: string | null;
	relation: string;
}
export interface Signature {
	signer: string | null;
	organisation: string | null;
	authority: string | null;
	time: string | null;
	state: "valid" | "broken" | "unreadable";
	trust: "unchecked" | "unknown" | "expired" | "given";
	whole: boolean;
}
interface ReadTask {
	id: string;
	heading: string | null;
	coordinate: string[];
	time_raw: string | null;
	time: Time;
}
export interface PlanReading extends Omit<Reading, "tasks" | "citations"> {
	document: Reading["document"] & { recipients?: string[] };
	citations: readonly Citation[];
	tasks: readonly ReadTask[];
	signatures?: readonly Signature[];
}
export interface PlanTask {
	id: number;
	label: string;
	heading: string | null;
	text: string;
	/** who answers for it now; empty when nobody is known */
	lead: string;
	coordinate: readonly string[];
	said: string | null;
	time: Time;
	product: string | null;
	state: string;
	percent: number;
	due: string | null;
	/** null: it was not given out */
	lateness: Lateness | null;
}

const noTime: Time = { kind: "none" };

/** What a task is now, of rows of those that went out and, where one may see it, the draft with all of them; else what the plan says of them. */
export function gatherTasks(rows: readonly TaskRow[], draft: Draft | undefined, reading: Pick<PlanReading, "tasks"> | undefined): PlanTask[] {
	const row = new Map(rows.map((one) => [one.id, one]));
	if (draft)
		return draft.pairs.flatMap(({ now }) => {
			if (now.state === "dropped") return [];
			const out = row.get(now.id);
			return {
				id: now.id,
				label: now.label ?? "",
				heading: now.heading,
				text: now.text ?? "",
				lead: out?.lead ?? now.lead.join("; "),
				coordinate: now.coordinate,
				said: now.time_raw,
				time: now.time,
				product: now.product,
				state: out?.state ?? now.state,
				percent: out?.percent ?? 0,
				due: out?.due ?? null,
				lateness: out?.lateness ?? null,
			};
		});
	const read = new Map(reading?.tasks.map((one) => [one.id, one]));
	return rows.map((one) => {
		const as = read.get(one.label ?? "");
		return {
			id: one.id,
			label: one.label ?? "",
			heading: as?.heading ?? null,
			text: one.text ?? "",
			lead: one.lead ?? "",
			coordinate: as?.coordinate ?? [],
			said: as?.time_raw ?? null,
			time: as?.time ?? noTime,
			product: one.product ?? null,
			state: one.state ?? "",
			percent: one.percent ?? 0,
			due: one.due ?? null,
			lateness: one.lateness,
		};
	});
}

async function loadRows(document: number, signal: AbortSignal) {
	const rows: TaskRow[] = [];
	let cursor: string | undefined;
	for (;;) {
		const { data } = await call("get", "/api/v1/tasks", { query: { document, state: "all", sort: "number", limit: maxima.pageRows, cursor }, signal });
		rows.push(...(data.tasks as TaskRow[]));
		const cut = data.next !== null && rows.length >= maxima.checkTasks;
		if (data.next === null || cut) return { rows, cut, asOf: data.as_of };
		cursor = data.next;
	}
}

/** @seesDrafts: who is bound to a unit sees what went out to it, and no drafts */
export function usePlanTasks(id: number, reading: PlanReading | undefined, seesDrafts: boolean) {
	const out = useQuery({ queryKey: keys.tasks({ plan: id }), queryFn: ({ signal }) => loadRows(id, signal) });
	const draft = useDraft(id, seesDrafts);
	const waits = out.isPending || (seesDrafts && draft.isPending);
	const tasks = useMemo(() => (waits ? [] : gatherTasks(out.data?.rows ?? [], draft.data, reading)), [waits, out.data, draft.data, reading]);
	return {
		tasks,
		rows: out.data?.rows ?? [],
		asOf: out.data?.asOf ?? "",
		cut: (out.data?.cut ?? false) || (draft.data?.cut ?? false),
		isPending: waits,
		error: out.data ? null : out.error,
		retry: () => void out.refetch(),
	};
}

export function usePlan(id: number) {
	return useQuery({ queryKey: keys.document(id), queryFn: ({ signal }) => askDocument(id, signal) });
}

export function useAbove(id: number) {
	return useQuery({ queryKey: [...keys.document(id), "chain"], queryFn: ({ signal }) => askChain(id, signal), select: (chain) => chain.above.filter((one) => one.depth === 1) });
}
