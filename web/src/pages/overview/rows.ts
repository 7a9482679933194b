// SPDX-License-Identifier: GPL-3.0-or-later
// All followed tasks, as far as they are counted here.
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import { maxima } from "../../app/maxima";
import type { CountedRow } from "./count";

const FIELDS = "id,document,document_number,due,lateness";

export function useCountedRows(enabled: boolean) {
	return useQuery({
		queryKey: keys.tasks({ counted: true }),
		enabled,
		queryFn: async ({ signal }) => {
			const rows: CountedRow[] = [];
			let cursor: string | undefined;
			do {
				const query = { state: "all", sort: "due" as const, fields: FIELDS, limit: maxima.pageRows, cursor };
				const { data } = await call("get", "/api/v1/tasks", { query, signal });
				rows.push(...(data.tasks as CountedRow[]));
				cursor = data.next ?? undefined;
			} while (cursor !== undefined && rows.length < maxima.countedRows);
			return { rows, partial: cursor !== undefined };
		},
	});
}
