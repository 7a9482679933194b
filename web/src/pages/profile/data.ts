// SPDX-License-Identifier: GPL-3.0-or-later
// What the server tells of the own account.
import { call, type AnswerOf } from "../../api/client";
import type { components } from "../../api/schema";

export type Session = components["schemas"]["Session"];
export type Token = components["schemas"]["Token"];
type Secret = AnswerOf<"/api/v1/me/totp", "post">;

export const selfKeys = { sessions: ["self", "sessions"] as const, tokens: ["self", "tokens"] as const, secret: ["self", "secret"] as const };

export async function askSessions(signal: AbortSignal): Promise<Session[]> {
	return (await call("get", "/api/v1/me/sessions", { signal })).data.sessions;
}

export async function askTokens(signal: AbortSignal): Promise<Token[]> {
	return (await call("get", "/api/v1/me/tokens", { signal })).data.tokens;
}

export async function askSecret(signal: AbortSignal): Promise<Secret> {
	return (await call("post", "/api/v1/me/totp", { signal })).data;
}

/** "api:10.1.2.3" as people name it. */
export function placeOf(origin: string): string {
	return origin.replace(/^[a-z]+:/, "");
}

/** The secret as one types it: in groups of four. */
export function groupSecret(secret: string): string {
	return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
