// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as the server tells of them, and what the address of the register says.
import { call } from "../../api/client";
import type { StoredDocument, WholeDocument } from "../../api/documents";
import type { components } from "../../api/schema";

export interface Linked extends StoredDocument {
	depth: number;
	relation: string;
}

export interface Chain {
	document: number;
	above: readonly Linked[];
	below: readonly Linked[];
}

export type Hit = components["schemas"]["Hit"];

export async function askDocuments(heard: boolean, page: { limit: number; cursor?: string }, signal: AbortSignal) {
	const { data } = await call("get", "/api/v1/documents", { query: { all: heard ? 1 : undefined, ...page }, signal });
	return { rows: data.documents as unknown as StoredDocument[], next: data.next };
}

export async function askDocument(id: number, signal: AbortSignal): Promise<WholeDocument> {
	return (await call("get", "/api/v1/documents/{id}", { path: { id }, signal })).data as unknown as WholeDocument;
}

export async function askChain(id: number, signal: AbortSignal): Promise<Chain> {
	return (await call("get", "/api/v1/documents/{id}/chain", { path: { id }, signal })).data as unknown as Chain;
}

export const searchNames = ["q", "unit", "from", "to"] as const;
export type Search = Partial<Record<(typeof searchNames)[number], string>>;

export async function askHits(search: Search & { q: string }, page: { limit: number; cursor?: string }, signal: AbortSignal) {
	const { data } = await call("get", "/api/v1/search", { query: { ...search, ...page }, signal });
	return { rows: data.hits, next: (data as unknown as { next: string | null }).next };
}

export function readSearch(text: string): Search & { heard: boolean } {
	const query = new URLSearchParams(text);
	const search: Search = {};
	for (const name of searchNames) {
		const value = query.get(name);
		if (value) search[name] = value;
	}
	return { ...search, heard: query.get("all") === "1" };
}

export function writeSearch(search: Search & { heard: boolean }): string {
	const query = new URLSearchParams();
	for (const name of searchNames) {
		const value = search[name];
		if (value) query.set(name, value);
	}
	if (search.heard) query.set("all", "1");
	const text = query.toString();
	return "/van-ban" + (text ? "?" + text : "");
}

/** "Kế hoạch 12/KH-UBND", as people call a document. */
export function nameDocument(document: Pick<StoredDocument, "type" | "number" | "title">, unnumbered: string): string {
	const name = [document.type, document.number].filter(Boolean).join(" ");
	return name || document.title || unnumbered;
}
