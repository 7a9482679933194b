// SPDX-License-Identifier: GPL-3.0-or-later
// The first question to the server, which the first script asks: who is signed in. client.ts takes its answer for the first call of that route.
let asked: Promise<Response> | null = null;

export function askFirstMe(): Promise<Response> {
	// eslint-disable-next-line no-restricted-globals -- client.ts is not there yet
	asked = fetch("/api/v1/me", { headers: { Accept: "application/json" }, credentials: "same-origin" });
	return asked;
}

/** Returns: the answer, once; null when it was not asked for, or is taken */
export function takeFirstMe(): Promise<Response> | null {
	const answer = asked;
	asked = null;
	return answer;
}
