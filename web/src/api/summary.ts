// SPDX-License-Identifier: GPL-3.0-or-later
// Counts in boxes as GET /summary gives them, and short lists of the tasks behind a count.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "./client";
import { keys } from "./events";
import type { components } from "./schema";

/** Boxes of the Government's figures, and what stands beside them; "near" is part of "open-in-time". */
export const boxes = ["done-in-time", "done-late", "open-in-time", "open-late", "near", "done-no-deadline", "open-no-deadline", "aside"] as const;
export type Box = (typeof boxes)[number];
export type Counts = Record<Box, number> & { states: Partial<Record<string, number>> };
export interface Rate {
	rule: string;
	rule_vi: string;
	rule_en: string;
	numerator: number;
	denominator: number;
	/** null: nothing is to be divided by */
	percent: number | null;
	as_of: string;
	left_out?: Partial<Record<string, number>>;
}
export interface Summary {
	as_of: string;
	units: (Counts & { unit: string })[];
	all: Counts;
	rates: Rate[];
}
export type TaskRow = components["schemas"]["TaskRow"] & { id: number; lateness: { kind: string; days: number } };
export type TaskFilter = NonNullable<Parameters<typeof call<"get", "/api/v1/tasks">>[2]>["query"];

/** @asOf: a day, undefined: today */
export function useSummary(asOf?: string) {
	return useQuery({
		queryKey: keys.summary({ asOf: asOf ?? "" }),
		placeholderData: keepPreviousData,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/summary", { query: { as_of: asOf }, signal })).data as unknown as Summary,
	});
}

/** The first @limit tasks that @filter leaves. */
export function useTasks(filter: TaskFilter, limit: number, enabled = true) {
	const query = { ...filter, limit };
	return useQuery({
		queryKey: keys.tasks(query),
		enabled,
		placeholderData: keepPreviousData,
		queryFn: async ({ signal }) => {
			const { data } = await call("get", "/api/v1/tasks", { query, signal });
			return { asOf: data.as_of, rows: data.tasks as TaskRow[], more: data.next !== null };
		},
	});
}

/** All that were given out and are in no state that ends them or sets them aside. */
export function countOpen(counts: Counts): number {
	return counts["open-in-time"] + counts["open-late"] + counts["open-no-deadline"];
}

export function countAll(counts: Counts): number {
	return countOpen(counts) + counts["done-in-time"] + counts["done-late"] + counts["done-no-deadline"];
}
