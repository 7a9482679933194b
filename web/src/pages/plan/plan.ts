// SPDX-License-Identifier: GPL-3.0-or-later
// A document as the page has it.

export interface PlanDocument {
	id: number;
	/** false: only heard of, out of what other documents cite */
	known: boolean;
	type: string;
	number: string | null;
	date: string | null;
	issuer: string | null;
	title: string | null;
	signer: string | null;
	state: string | null;
	tasks: number;
}
