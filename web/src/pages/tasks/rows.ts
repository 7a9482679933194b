// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the list of tasks, page by page behind the cursor; and the filter, which lives in the address, so that it can be sent to others.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import type { TaskFilter } from "../../api/summary";
import type { components } from "../../api/schema";
import { maxima } from "../../app/maxima";
import { navigate, useSearch } from "../../app/router";
import type { Lateness } from "../../kit/states";

export type TaskRow = components["schemas"]["TaskRow"] & { id: number; lateness: Lateness };

const PAGE_ROWS = 200;
const names = ["state", "unit", "role", "director", "lateness", "from", "to", "due_kind", "document", "text", "sort"] as const;
export type Filter = Partial<Record<(typeof names)[number], string>>;

export function readFilter(search: string): Filter {
	const query = new URLSearchParams(search);
	const filter: Filter = {};
	for (const name of names) {
		const value = query.get(name);
		if (value) filter[name] = value;
	}
	return filter;
}

export function writeFilter(filter: Filter): string {
	const query = new URLSearchParams();
	for (const name of names) {
		const value = filter[name];
		if (value) query.set(name, value);
	}
	const text = query.toString();
	return text ? "?" + text : "";
}

export function useFilter(): [Filter, (change: Filter) => void] {
	const search = useSearch();
	const filter = useMemo(() => readFilter(search), [search]);
	return [filter, (change) => navigate("/nhiem-vu" + writeFilter({ ...filter, ...change }), true)];
}

export function useTaskRows(filter: Filter) {
	const list = useInfiniteQuery({
		queryKey: keys.tasks(filter),
		initialPageParam: "",
		placeholderData: keepPreviousData,
		queryFn: async ({ pageParam, signal }) => {
			// an address may say anything; the server tells what it does not know
			const query = { ...filter, state: filter.state ?? "open" } as TaskFilter;
			return (await call("get", "/api/v1/tasks", { query: { ...query, limit: PAGE_ROWS, cursor: pageParam || undefined }, signal })).data;
		},
		getNextPageParam: (page, all) => (all.length * PAGE_ROWS >= maxima.listRows ? null : page.next),
	});
	const rows = useMemo(() => list.data?.pages.flatMap((page) => page.tasks as TaskRow[]) ?? [], [list.data]);
	return { list, rows };
}
