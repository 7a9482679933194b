// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the list of tasks, page by page behind the cursor.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import type { TaskFilter, TaskRow } from "../../api/summary";
import { maxima } from "../../app/maxima";

/** Asked for while so many are still ahead, so that scrolling finds them there. */
export const AHEAD = maxima.pageRows;
/** Longer lists are not loaded anew with each change: what changed is put into them. */
const RELOADED_PAGES = 4;

interface Page {
	count: number | null;
	tasks: TaskRow[];
	next: string | null;
}

/** @pages with what @news has of the same tasks, newer; the same when there is nothing. */
export function putInto(pages: readonly Page[], news: readonly TaskRow[]): readonly Page[] {
	const newer = new Map(news.map((row) => [row.id, row]));
	const changes = (row: TaskRow) => (newer.get(row.id)?.version ?? 0) > (row.version ?? 0);
	const next = pages.map((page) => (page.tasks.some(changes) ? { ...page, tasks: page.tasks.map((row) => (changes(row) ? (newer.get(row.id) ?? row) : row)) } : page));
	return next.some((page, at) => page !== pages[at]) ? next : pages;
}

export function useTaskRows(ask: NonNullable<TaskFilter>) {
	const client = useQueryClient();
	const queryKey = keys.tasks(ask);
	const list = useInfiniteQuery({
		queryKey,
		initialPageParam: "",
		placeholderData: keepPreviousData,
		// comparing a hundred thousand rows with each page that comes would take longer than loading it
		structuralSharing: false,
		enabled: (client.getQueryData<InfiniteData<Page>>(queryKey)?.pages.length ?? 0) <= RELOADED_PAGES,
		queryFn: async ({ pageParam, signal }) => {
			const page = { limit: maxima.pageRows, cursor: pageParam || undefined, count: pageParam ? undefined : (1 as const) };
			const { data } = await call("get", "/api/v1/tasks", { query: { ...ask, ...page }, signal });
			return { count: data.count ?? null, tasks: data.tasks as TaskRow[], next: data.next };
		},
		getNextPageParam: (page, all) => (all.length * maxima.pageRows >= maxima.listRows ? null : page.next),
	});
	const pages = list.data?.pages;
	const isLong = (pages?.length ?? 0) > RELOADED_PAGES;
	const newest = { state: "all", sort: "changed" as const, limit: maxima.pageRows };
	const news = useQuery({
		queryKey: keys.tasks({ ...newest, news: true }),
		enabled: isLong,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/tasks", { query: newest, signal })).data.tasks as TaskRow[],
	});
	useEffect(() => {
		if (!isLong || !news.data) return;
		client.setQueryData<InfiniteData<Page, string>>(queryKey, (data) => {
			if (!data) return data;
			const changed = putInto(data.pages, news.data);
			return changed === data.pages ? data : { ...data, pages: [...changed] };
		});
		// eslint-disable-next-line react-hooks/exhaustive-deps -- the key is made anew with each drawing
	}, [client, isLong, news.data]);
	const rows = useMemo(() => pages?.flatMap((page) => page.tasks) ?? [], [pages]);
	return { list, rows, count: pages?.[0]?.count ?? null };
}
