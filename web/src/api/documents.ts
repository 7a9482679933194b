// SPDX-License-Identifier: GPL-3.0-or-later
// A document as the server tells of it; docs/api/openapi.yaml names the fields without their types, these are those of src/api/json-store.c.

export interface StoredDocument {
	id: number;
	/** false: only heard of, out of what other documents cite */
	known: boolean;
	type: string | null;
	number: string | null;
	date: string | null;
	issuer: string | null;
	title: string | null;
	signer: string | null;
	state: "draft" | "issued" | null;
	added_at: string | null;
	tasks: number;
}

export interface FileForm {
	name: string;
	inside: string | null;
	kind: string;
	size: number;
	hash: string;
	added_at: string | null;
}

export interface WholeDocument extends StoredDocument {
	states: Readonly<Record<string, number>>;
	forms: readonly FileForm[];
}
