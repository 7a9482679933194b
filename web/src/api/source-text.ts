// SPDX-License-Identifier: GPL-3.0-or-later
// The text that a document was read from.
import { useQuery } from "@tanstack/react-query";
import { call } from "./client";
import { keys } from "./events";
import { ApiProblem } from "./problem";
import type { components } from "./schema";

export type SourceText = components["schemas"]["Source"];

async function askSource(id: number, signal: AbortSignal): Promise<SourceText | null> {
	try {
		return (await call("get", "/api/v1/documents/{id}/source", { path: { id }, signal })).data;
	} catch (error) {
		if (error instanceof ApiProblem && error.status === 404) return null;
		throw error;
	}
}

/** Its data is null of a document that came before texts were kept. @wanted: false: it is not asked for yet */
export function useSourceText(id: number, wanted = true) {
	return useQuery({ queryKey: [...keys.document(id), "source"], staleTime: Infinity, enabled: wanted, queryFn: ({ signal }) => askSource(id, signal) });
}
