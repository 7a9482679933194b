// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that come by pages behind a cursor, up to maxima.listRows.
import { keepPreviousData, useInfiniteQuery, type QueryKey } from "@tanstack/react-query";
import { useMemo } from "react";
import { maxima } from "../app/maxima";

const PAGE_ROWS = 100;

export interface PageOf<T> {
	rows: readonly T[];
	next: string | null;
}

/** @ask gets what the server's parameters limit and cursor take. Returns: what react-query knows of it, and all rows that came */
export function usePagesOf<T>(queryKey: QueryKey, ask: (page: { limit: number; cursor?: string }, signal: AbortSignal) => Promise<PageOf<T>>, enabled = true) {
	const list = useInfiniteQuery({
		queryKey,
		enabled,
		initialPageParam: "",
		placeholderData: keepPreviousData,
		queryFn: ({ pageParam, signal }) => ask({ limit: PAGE_ROWS, cursor: pageParam || undefined }, signal),
		getNextPageParam: (page, all) => (all.length * PAGE_ROWS >= maxima.listRows ? null : page.next),
	});
	const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
	return { list, rows };
}
