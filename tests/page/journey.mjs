// SPDX-License-Identifier: GPL-3.0-or-later
// A task on its way, as people take it: a unit takes it on, reports, submits with proof; the overseer asks for more; the unit submits
// again; the overseer closes. Once by mouse, once by keyboard alone. And two people on one task.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { openWindow, takePicture } from "./server.mjs";

/** Presses what a mouse or a keyboard would */
const hands = {
	mouse: {
		open: (window, text) => window.click(`.wt-row:has-text("${text}")`),
		step: (window, name) => window.click(`section button:has-text("${name}")`),
		send: (window) => window.click(".step-form button[type=submit]"),
	},
	keyboard: {
		/** in the table by arrows until the row is the one */
		open: async (window, text) => {
			await window.waitForSelector(`.wt-row:has-text("${text}")`);
			for (let at = 0; at < 30 && !(await window.evaluate(() => document.activeElement?.classList.contains("wt"))); at++) await window.keyboard.press("Tab");
			await window.keyboard.press("Home");
			for (let at = 0; at < 50; at++) {
				const row = await window.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.textContent);
				if (row?.includes(text)) break;
				await window.keyboard.press("ArrowDown");
			}
			await window.keyboard.press("Enter");
		},
		step: async (window, name) => {
			await window.waitForSelector(`section button:has-text("${name}")`);
			for (let at = 0; at < 40; at++) {
				if ((await window.evaluate(() => document.activeElement?.tagName === "BUTTON" && document.activeElement.textContent)) === name) break;
				await window.keyboard.press("Tab");
			}
			await window.keyboard.press("Enter");
			await window.waitForSelector(".step-form");
		},
		send: (window) => window.keyboard.press("Control+Enter"),
	},
};

/** @fields: by the end of their id; typed one behind the other, from the field that the form begins with */
async function take(window, hand, step, fields, state, file) {
	await hands[hand].step(window, step);
	for (const [field, text] of Object.entries(fields)) {
		if (hand === "mouse") await window.fill(`.step-form [id$='-${field}']`, text);
		else {
			for (let at = 0; at < 10 && !(await window.evaluate((end) => document.activeElement?.id.endsWith("-" + end), field)); at++) await window.keyboard.press("Tab");
			await window.keyboard.type(text);
		}
	}
	if (file) {
		await window.setInputFiles(".step-form input[type=file]", file);
		await window.waitForSelector(`.step-form li:has-text("${file.name}")`);
		await file.seen();
	}
	await hands[hand].send(window);
	await window.waitForSelector(`.page-head .tag:has-text("${state}")`);
	await window.waitForSelector(".step-form", { state: "detached" });
}

function journey(hand, text) {
	return {
		name: `journey: a task is taken on, reported, submitted, sent back, closed, by ${hand}`,
		run: async ({ server, browser, folder }) => {
			const unit = await openWindow(browser, server, { name: "chuyenvien", screen: hand === "mouse" ? "phone" : "desk" });
			const overseer = await openWindow(browser, server, { name: "theodoi" });
			for (const window of [unit, overseer]) {
				await window.goto("/nhiem-vu");
				await hands[hand].open(window, text);
				await window.waitForSelector("#quoted");
			}
			await overseer.waitForSelector(".page-head .tag:has-text('Đã giao')");
			await take(unit, hand, "Tiếp nhận", {}, "Đã tiếp nhận");
			await take(unit, hand, "Báo cáo tiến độ", { done: "Đã họp <b>triển khai</b>", difficulty: "Thiếu kinh phí", percent: "40" }, "Đang thực hiện");
			await unit.waitForSelector(".history >> text=Đã họp <b>triển khai</b>");
			await takePicture(unit, folder, `journey-${hand}-progress`);
			await take(unit, hand, "Trình kết quả", { product: "Báo cáo kết quả", proof: "12/BC-VHTT" }, "Chờ xác nhận");
			// what the unit did shows at the overseer's by itself
			await overseer.waitForSelector(".page-head .tag:has-text('Chờ xác nhận')");
			await take(overseer, hand, "Yêu cầu bổ sung", { reason: "Chưa có danh sách kèm theo" }, "Cần bổ sung");
			await unit.waitForSelector(".page-head .tag:has-text('Cần bổ sung')");
			const proof = { name: "danh sách <ký> 1.pdf", mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4 ${text}`), seen: () => takePicture(unit, folder, `journey-${hand}-attach`) };
			await take(unit, hand, "Trình kết quả", {}, "Chờ xác nhận", proof);
			await takePicture(unit, folder, `journey-${hand}-file`);
			await overseer.waitForSelector(".page-head .tag:has-text('Chờ xác nhận')");
			const fetched = overseer.waitForEvent("download");
			await overseer.click(`.history a:has-text("${proof.name}")`);
			assert.deepEqual(await readFile(await (await fetched).path()), proof.buffer);
			await take(overseer, hand, "Xác nhận hoàn thành", {}, "Hoàn thành");
			await takePicture(overseer, folder, `journey-${hand}-done`);
			await unit.waitForSelector(".page-head .tag:has-text('Hoàn thành')");
			for (const window of [unit, overseer]) {
				assert.deepEqual(window.problems, []);
				await window.context().close();
			}
		},
	};
}

export function journeys() {
	return [
		journey("mouse", "Kiện toàn Ban Chỉ đạo"),
		journey("keyboard", "Phối hợp doanh nghiệp viễn thông"),
		{
			name: "journey: two people on one task: a draft survives a reload, the second sees both versions and sends again",
			run: async ({ server, browser, folder }) => {
				const text = "hưởng ứng Ngày Chuyển đổi số";
				const first = await openWindow(browser, server, { name: "chuyenvien" });
				const second = await openWindow(browser, server, { name: "daumoi" });
				for (const window of [first, second]) {
					await window.goto("/nhiem-vu");
					await window.click(`.wt-row:has-text("${text}")`);
					await window.waitForSelector("#quoted");
				}
				await take(first, "mouse", "Tiếp nhận", {}, "Đã tiếp nhận");
				await second.waitForSelector(".page-head .tag:has-text('Đã tiếp nhận')");
				await second.click("section button:has-text('Báo cáo tiến độ')");
				await second.fill("#progress-done", "Việc đang gõ");
				await second.reload();
				await second.waitForSelector("#progress-done");
				assert.equal(await second.inputValue("#progress-done"), "Việc đang gõ");
				await take(first, "mouse", "Báo cáo tiến độ", { done: "Người kia báo trước", percent: "10" }, "Đang thực hiện");
				await second.waitForSelector(".page-head .tag:has-text('Đang thực hiện')");
				assert.equal(await second.inputValue("#progress-done"), "Việc đang gõ", "what others do touches nothing that is typed");
				await second.click(".step-form button[type=submit]");
				await second.waitForSelector(".stale >> text=Người kia báo trước");
				await takePicture(second, folder, "journey-stale");
				await second.click(".step-form button[type=submit]");
				await second.waitForSelector(".history >> text=Việc đang gõ");
				assert.deepEqual([...first.problems, ...second.problems], []);
				await first.context().close();
				await second.context().close();
			},
		},
	];
}
