// SPDX-License-Identifier: GPL-3.0-or-later
// What the server tells of the own account. docs/api/openapi.yaml names these fields without their types, which are those of
// src/api/api-self.c and json-account.c.
import { call } from "../../api/client";

export interface Session {
	id: string;
	own: boolean;
	origin: string;
	created_at: string;
	seen_at: string;
	expires_at: string;
}

export interface Token {
	id: number;
	name: string;
	scopes: string;
	created_at: string;
	expires_at: string;
	used_at: string | null;
}

export interface Secret {
	secret: string;
	uri: string;
}

export const selfKeys = { sessions: ["self", "sessions"] as const, tokens: ["self", "tokens"] as const, secret: ["self", "secret"] as const };

export async function askSessions(signal: AbortSignal): Promise<Session[]> {
	return ((await call("get", "/api/v1/me/sessions", { signal })).data as unknown as { sessions: Session[] }).sessions;
}

export async function askTokens(signal: AbortSignal): Promise<Token[]> {
	return ((await call("get", "/api/v1/me/tokens", { signal })).data as unknown as { tokens: Token[] }).tokens;
}

export async function askSecret(signal: AbortSignal): Promise<Secret> {
	return (await call("post", "/api/v1/me/totp", { signal })).data as unknown as Secret;
}

/** "api:10.1.2.3" as people name it. */
export function placeOf(origin: string): string {
	return origin.replace(/^[a-z]+:/, "");
}

/** The secret as one types it: in groups of four. */
export function groupSecret(secret: string): string {
	return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
