// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way to the server. They live outside of what is drawn: who opens another page meanwhile finds them still being sent.
import { useSyncExternalStore } from "react";
import { sendFile } from "../../api/client";
import { ApiProblem, ServerAway } from "../../api/problem";
import { judge, type Refusal } from "./judge";

export interface Refused {
	key: number;
	file: File;
	/** why the page did not send it, or what the server said */
	why: Refusal | ApiProblem;
}
export interface Queue {
	/** of those that were dropped since nothing was on its way */
	all: number;
	sent: number;
	waiting: readonly File[];
	refused: readonly Refused[];
	/** the server asked for patience, or is away */
	paused: boolean;
}

const AT_ONCE = 2;
const PATIENCE = 4000; // milliseconds before the server is asked again
const nothing: Queue = { all: 0, sent: 0, waiting: [], refused: [], paused: false };

let queue = nothing;
let running = 0;
let number = 0;
let stop = new AbortController();
const listeners = new Set<() => void>();

function set(change: Partial<Queue>): void {
	queue = { ...queue, ...change };
	for (const listener of listeners) listener();
}

function refuse(file: File, why: Refused["why"]): void {
	set({ refused: [...queue.refused, { key: ++number, file, why }] });
}

function mayTryAgain(error: unknown): boolean {
	return error instanceof ServerAway || (error instanceof ApiProblem && [401, 429, 502, 503].includes(error.status));
}

/** Sends until the server takes it or says no for good. */
async function sendOne(file: File, signal: AbortSignal): Promise<void> {
	const isOver = () => signal.aborted;
	while (!isOver()) {
		try {
			await sendFile(file, signal);
			set({ sent: queue.sent + 1, paused: false });
			return;
		} catch (error) {
			if (isOver()) return;
			if (!mayTryAgain(error)) {
				refuse(file, error instanceof ApiProblem ? error : new ApiProblem(0, {}));
				return;
			}
			set({ paused: true });
			await new Promise((resolve) => window.setTimeout(resolve, PATIENCE));
		}
	}
}

async function run(): Promise<void> {
	running++;
	const signal = stop.signal;
	for (let file = queue.waiting[0]; file && !signal.aborted; file = queue.waiting[0]) {
		set({ waiting: queue.waiting.slice(1) });
		await sendOne(file, signal);
	}
	running--;
	if (running === 0 && queue.waiting.length === 0) set({ all: 0, sent: 0, paused: false });
}

export function addFiles(files: readonly File[]): void {
	const good: File[] = [];
	for (const [place, file] of files.entries()) {
		const why = judge(file, place);
		if (why) refuse(file, why);
		else good.push(file);
	}
	if (stop.signal.aborted) stop = new AbortController();
	set({ all: queue.all + good.length, waiting: [...queue.waiting, ...good] });
	while (running < AT_ONCE && running < queue.waiting.length) void run();
}

/** What waits is not sent; what is on its way is broken off. */
export function stopSending(): void {
	stop.abort();
	const left = queue.waiting;
	set({ waiting: [], all: 0, sent: 0, paused: false, refused: [...queue.refused, ...left.map((file) => ({ key: ++number, file, why: "stopped" as const }))] });
}

export function forgetRefused(key: number): void {
	set({ refused: queue.refused.filter((one) => one.key !== key) });
}

export function sendAgain(one: Refused): void {
	forgetRefused(one.key);
	addFiles([one.file]);
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

export function useQueue(): Queue {
	return useSyncExternalStore(subscribe, () => queue);
}

// leaving the whole page while files are on their way asks first
window.addEventListener("beforeunload", (event) => {
	if (queue.all > 0) event.preventDefault();
});
