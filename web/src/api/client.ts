// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to the server, typed by docs/api/openapi.yaml.
import { maxima } from "../app/maxima";
import { setAway } from "./connection";
import { takeFirstMe } from "./first-me";
import { ApiProblem, ServerAway } from "./problem";
import type { paths } from "./schema";
import { getCsrf, noteEnded, noteMust } from "./session-state";

type Method = "get" | "post" | "put" | "patch" | "delete";
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never;
type Parameters<O> = O extends { parameters: infer V } ? V : object;
type Part<V, K extends string> = V extends { [N in K]?: infer Q } ? Exclude<Q, undefined> : never;
type JsonOf<R> = R extends { content: { "application/json": infer B } } ? B : undefined;
type BodyOf<O> = O extends { requestBody?: { content: { "application/json": infer B } } } ? B : never;
/** What an operation answers when it goes well. */
export type AnswerOf<P extends keyof paths, M extends Method> =
	Operation<P, M> extends { responses: infer R } ? { [S in keyof R & (200 | 201 | 202 | 204)]: JsonOf<R[S]> }[keyof R & (200 | 201 | 202 | 204)] : never;

export interface Options<P extends keyof paths, M extends Method> {
	path?: Part<Parameters<Operation<P, M>>, "path">;
	query?: Part<Parameters<Operation<P, M>>, "query">;
	body?: BodyOf<Operation<P, M>>;
	/** a list, for a route that takes one */
	csv?: string;
	/** the version that was looked at */
	version?: number | string;
	signal?: AbortSignal | undefined;
}

export interface Answer<T> {
	data: T;
	status: number;
	etag: string | null;
}

function fillPath(pattern: string, values: Record<string, unknown> = {}): string {
	return pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** What is undefined or empty is left out. */
function writeQuery(values: Record<string, unknown> = {}): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (value !== undefined && value !== null && value !== "") query.set(name, Array.isArray(value) ? value.join(",") : String(value as string | number));
	const text = query.toString();
	return text ? "?" + text : "";
}

async function send(address: string, init: RequestInit, signal?: AbortSignal, time: number = maxima.requestTime): Promise<Response> {
	const late = AbortSignal.timeout(time);
	const stop = new AbortController();
	const end = () => stop.abort();
	late.addEventListener("abort", end);
	signal?.addEventListener("abort", end);
	try {
		const early = address === "/api/v1/me" && init.method === "GET" ? takeFirstMe() : null;
		// eslint-disable-next-line no-restricted-globals -- this is client.ts
		const response = await (early ?? fetch(address, { ...init, signal: stop.signal, credentials: "same-origin" }));
		setAway(false);
		return response;
	} catch (error) {
		if (signal?.aborted) throw error;
		setAway(true);
		throw new ServerAway(String(error));
	} finally {
		late.removeEventListener("abort", end);
		signal?.removeEventListener("abort", end);
	}
}

async function readProblem(response: Response): Promise<ApiProblem> {
	const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
	const problem = new ApiProblem(response.status, body);
	if (response.status === 502 || response.status === 503) setAway(true);
	// a session that is over opens the sign-in over the page; a wrong password is another thing
	if (problem.word === "unauthorised") noteEnded();
	else if (problem.word === "code-unenroled") noteMust();
	return problem;
}

/** Asks the server. Throws ApiProblem (it said no) or ServerAway (it said nothing). */
export async function call<M extends Method, P extends PathsWith<M>>(method: M, path: P, options: Options<P, M> = {}): Promise<Answer<AnswerOf<P, M>>> {
	const headers: Record<string, string> = { Accept: "application/json" };
	const csrf = getCsrf();
	if (method !== "get" && csrf) headers["X-CSRF-Token"] = csrf;
	if (options.version !== undefined) headers["If-Match"] = `"${options.version}"`;
	const init: RequestInit = { method: method.toUpperCase(), headers };
	if (options.body !== undefined) {
		headers["Content-Type"] = "application/json";
		init.body = JSON.stringify(options.body);
	} else if (options.csv !== undefined) {
		headers["Content-Type"] = "text/csv";
		init.body = options.csv;
	}
	// a step that was just taken still goes out when the window is closed. Browsers hold 64 KiB of such bodies at most (Fetch Standard, HTTP-network-or-cache fetch)
	if (method !== "get" && (typeof init.body !== "string" || init.body.length < 1024)) init.keepalive = true;
	const address = fillPath(path, options.path as Record<string, unknown> | undefined) + writeQuery(options.query as Record<string, unknown> | undefined);
	const response = await send(address, init, options.signal);
	if (!response.ok) throw await readProblem(response);
	const data = response.status === 204 ? undefined : ((await response.json()) as unknown);
	return { data: data as AnswerOf<P, M>, status: response.status, etag: response.headers.get("ETag") };
}

async function sendForm(address: string, files: readonly File[], signal?: AbortSignal): Promise<unknown> {
	const form = new FormData();
	for (const file of files) form.append("files", file, file.name);
	const csrf = getCsrf();
	const response = await send(address, { method: "POST", headers: { Accept: "application/json", ...(csrf ? { "X-CSRF-Token": csrf } : {}) }, body: form }, signal, maxima.sendTime);
	if (!response.ok) throw await readProblem(response);
	return response.json();
}

/** Sends one file to be read. Throws as call does. */
export async function sendFile(file: File, signal?: AbortSignal): Promise<AnswerOf<"/api/v1/documents", "post">> {
	return (await sendForm("/api/v1/documents", [file], signal)) as AnswerOf<"/api/v1/documents", "post">;
}

/** Attaches a file to a task, for a step to come with. Throws as call does. */
export async function attachFile(task: number, file: File): Promise<AnswerOf<"/api/v1/tasks/{id}/files", "post">> {
	return (await sendForm(fillPath("/api/v1/tasks/{id}/files", { id: task }), [file])) as AnswerOf<"/api/v1/tasks/{id}/files", "post">;
}

const listTypes = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
export type ListType = keyof typeof listTypes;

/** All tasks that @query leaves, as a list for spreadsheets. Throws as call does. */
export async function loadTaskList(query: Options<"/api/v1/tasks", "get">["query"], type: ListType): Promise<Blob> {
	const response = await send("/api/v1/tasks" + writeQuery(query), { method: "GET", headers: { Accept: listTypes[type] } }, undefined, maxima.sendTime);
	if (!response.ok) throw await readProblem(response);
	return response.blob();
}

/** The bytes of a file as it came. Throws as call does. */
export async function loadFile(hash: string, signal?: AbortSignal): Promise<ArrayBuffer> {
	const response = await send(`/api/v1/files/${encodeURIComponent(hash)}`, { method: "GET" }, signal, maxima.sendTime);
	if (!response.ok) throw await readProblem(response);
	return response.arrayBuffer();
}
