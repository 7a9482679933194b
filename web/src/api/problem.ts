// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with a request, as the user is told of it.
import type { Language } from "../app/settings";

function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

/** A problem object of the server (RFC 9457). */
export class ApiProblem extends Error {
	/** the last word of its type: "stale" */
	readonly word: string;
	readonly status: number;
	/** all that it says: of "stale" also what is there now */
	readonly body: Readonly<Record<string, unknown>>;

	constructor(status: number, body: Record<string, unknown>) {
		super(textOf(body.title) || `HTTP ${status}`);
		this.status = status;
		this.body = body;
		this.word = textOf(body.type).split(":").pop() ?? "";
	}
}

/** No answer came: no network, the server is gone, or it took too long. */
export class ServerAway extends Error {}

/** Details and messages are "Vietnamese (English)"; the user sees the half that he reads. */
export function pickHalf(detail: string, language: Language): string {
	const halves = /^([^]*?) \(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(detail);
	return halves ? ((language === "vi" ? halves[1] : halves[2]) ?? detail) : detail;
}

const AWAY = {
	vi: "Không liên lạc được với máy chủ. Nội dung đang nhập vẫn còn trên màn hình; hãy kiểm tra mạng rồi thử lại.",
	en: "The server cannot be reached. What you typed is still here; check the network and try again.",
};
const UNKNOWN = {
	vi: "Có lỗi ngoài dự kiến. Hãy tải lại trang; nếu vẫn lỗi, hãy báo quản trị viên.",
	en: "Something unexpected happened. Reload the page; if it happens again, tell an administrator.",
};

/** One or two sentences: what happened, what to do. */
export function describeProblem(error: unknown, language: Language): string {
	if (error instanceof ServerAway) return AWAY[language];
	if (!(error instanceof ApiProblem)) return UNKNOWN[language];
	const title = textOf(language === "vi" ? error.body.title : error.body.title_en) || UNKNOWN[language];
	const detail = pickHalf(textOf(error.body.detail), language);
	return detail ? `${title}: ${detail}` : title;
}
