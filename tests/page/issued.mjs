// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of a test's own that have gone out, so that no other test takes its tasks.
import assert from "node:assert/strict";
import { ask, bring, sample } from "./check.mjs";
import { openWindow } from "./server.mjs";

/** Takes a step with a task as who is signed in in @window. Returns: the status */
export async function act(window, task, body) {
	const { csrf } = await ask(window, "/me");
	const headers = { "X-CSRF-Token": csrf, "If-Match": `"${task.version}"` };
	return (await window.context().request.post(`/api/v1/tasks/${task.id}/actions`, { headers, data: body })).status();
}

/** Brings a plan in and issues it. @tasks: what each says, led by the unit of the demonstration's officer. Returns: its document */
export async function issuePlan(browser, server, number, tasks) {
	const window = await openWindow(browser, server, { name: "vanthu" });
	await window.goto("/");
	const head = sample.split("\n").slice(0, 13).join("\n").replace("28 /KH-UBND", `${number} /KH-UBND`);
	const lines = tasks.map((text, at) => `${at + 1}. ${text} Đơn vị chủ trì: Phòng Văn hóa và Thông tin. Thời gian: Quý II/2024.`);
	const id = await bring(window, "k.txt", `${head}\nI. NHIỆM VỤ\n${lines.join("\n")}\n`);
	const { version, tasks: draft } = await ask(window, `/documents/${id}/draft`);
	assert.equal(draft.length, tasks.length);
	const { csrf } = await ask(window, "/me");
	const answer = await window.context().request.post(`/api/v1/documents/${id}/issues`, { headers: { "X-CSRF-Token": csrf, "If-Match": `"${version}"` }, data: {} });
	assert.equal(answer.status(), 200, await answer.text());
	await window.context().close();
	return id;
}
