// SPDX-License-Identifier: GPL-3.0-or-later
// What the server tells administrators, and how it is shown.
import { call, type AnswerOf } from "../../api/client";
import type { components } from "../../api/schema";
import { maxima } from "../../app/maxima";
import { fold, type Unit } from "../units/data";
import type { Token } from "../profile/data";

export type Role = components["schemas"]["Role"];
export type AuditRecord = components["schemas"]["Record"];
export type Chain = AnswerOf<"/api/v1/audit/verify", "get">;

export type User = components["schemas"]["Account"];
export type RoleRule = AnswerOf<"/api/v1/roles", "get">["roles"][number];
export type Invitation = AnswerOf<"/api/v1/users", "post">;

export const adminKeys = {
	users: ["users"] as const,
	user: (id: number) => ["users", id] as const,
	tokens: (id: number) => ["users", id, "tokens"] as const,
	roles: ["roles"] as const,
	storage: ["storage"] as const,
	ways: ["ways"] as const,
	audit: (filter: object) => ["audit", filter] as const,
};

/** All accounts, page by page, as a search goes over all of them. No more than maxima.listRows. */
export async function askUsers(signal: AbortSignal): Promise<User[]> {
	const users: User[] = [];
	let cursor: string | null = null;
	do {
		const query: { limit: number; cursor?: string } = { limit: maxima.pageRows, cursor: cursor ?? undefined };
		const page: AnswerOf<"/api/v1/users", "get"> = (await call("get", "/api/v1/users", { query, signal })).data;
		users.push(...page.users);
		cursor = page.next;
	} while (cursor !== null && users.length < maxima.listRows);
	return users;
}

/** One account, with the version that a change of it names. */
export async function askUser(id: number, signal: AbortSignal): Promise<{ user: User; version: string }> {
	const { data, etag } = await call("get", "/api/v1/users/{id}", { path: { id }, signal });
	return { user: data, version: (etag ?? "").replace(/^W\//, "").replace(/"/g, "") };
}

export async function askUserTokens(id: number, signal: AbortSignal): Promise<Token[]> {
	return (await call("get", "/api/v1/users/{id}/tokens", { path: { id }, signal })).data.tokens;
}

export async function askRoles(signal: AbortSignal): Promise<RoleRule[]> {
	return (await call("get", "/api/v1/roles", { signal })).data.roles;
}

/** How an account stands: what keeps somebody from signing in comes first. */
export type Standing = "disabled" | "locked" | "invited" | "active";

export function standingOf(user: User, now: number): Standing {
	if (user.disabled) return "disabled";
	if (user.locked_until !== null && Date.parse(user.locked_until) > now) return "locked";
	if (user.way === "local" && !user.has_password) return "invited";
	return "active";
}

/** Accounts whose name or unit has @words, and that have @role when one is asked for. */
export function findUsers(users: readonly User[], words: string, role: Role | ""): User[] {
	const folded = fold(words);
	return users.filter((user) => (role === "" || user.role === role) && fold(`${user.name} ${user.unit ?? ""}`).includes(folded));
}

/** How an account names its unit: by name, as people read it, or by its identifier where several units have that name. */
export function nameUnit(id: string, units: readonly Unit[]): string {
	const unit = units.find((one) => one.id === id);
	if (!unit) return id;
	return units.filter((one) => fold(one.name) === fold(unit.name)).length === 1 ? unit.name : id;
}

/** The unit that an account names. */
export function findUnit(name: string | null, units: readonly Unit[]): string[] {
	const unit = name === null ? undefined : units.find((one) => one.id === name || fold(one.name) === fold(name));
	return unit ? [unit.id] : [];
}

export interface Difference {
	name: string;
	was: string;
	now: string;
}

function readObject(json: string | null): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(json ?? "{}");
		return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : { "": value };
	} catch {
		// shown as it is: a record is not to be hidden because it is odd
		return { "": json };
	}
}

function show(value: unknown): string {
	return value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

/** What a record says changed. A record of something new has no "was". Seals are the chain's own and tell people nothing. */
export function compareRecord(was: string | null, now: string | null): Difference[] {
	const before = readObject(was);
	const after = readObject(now);
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name !== "seal");
	return names.map((name) => ({ name, was: show(before[name]), now: show(after[name]) })).filter((one) => one.was !== one.now);
}
