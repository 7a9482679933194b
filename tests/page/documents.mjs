// SPDX-License-Identifier: GPL-3.0-or-later
// The register of documents, the search, and one document with those that it stands among.
import assert from "node:assert/strict";
import { findViolations, openWindow, takePicture } from "./server.mjs";

export function documents() {
	return [
		{
			name: "documents: from the register by keyboard to one, its file, and what it rests on",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/van-ban");
				await window.waitForSelector(".wt-row");
				const count = async () => parseInt(await window.locator("[role=status]:has-text('văn bản')").textContent(), 10);
				const before = await count();
				await window.click("text=Cả văn bản chỉ được nhắc đến");
				await window.waitForSelector(".wt-row .tag.heard");
				assert.match(window.url(), /all=1/);
				assert.ok((await count()) > before);
				await window.focus(".wt");
				await window.keyboard.press("Enter");
				await window.waitForSelector("h1:has-text('28/KH-UBND')");
				const file = window.locator("section:has(#files) a").first();
				const [download] = await Promise.all([window.waitForEvent("download"), file.click()]);
				assert.equal(download.suggestedFilename(), "22-chuyen-doi-so-huyen.txt");
				// the drawing: what is only heard of is said to be so, and is a step away by keyboard
				const heard = window.locator(".graph-box.heard a").first();
				assert.equal(await window.locator(".graph-box.heard .tag.heard").count(), 3);
				assert.ok((await window.locator(".graph-lines path").count()) >= 3);
				const name = await heard.textContent();
				await heard.focus();
				await window.keyboard.press("Enter");
				await window.waitForSelector(`h1:has-text('${name}')`);
				await window.waitForSelector("text=chưa được nhập vào hệ thống");
				await window.waitForSelector(".graph-box a:has-text('28/KH-UBND')");
				await window.click(".ant-segmented-item-label:has-text('Danh sách')");
				await window.waitForSelector("h3:has-text('Là căn cứ của')");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "documents: a task leads to its lines in the text",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/nhiem-vu");
				await window.waitForSelector(".wt-row");
				const { tasks } = await (await window.context().request.get("/api/v1/tasks?limit=1")).json();
				await window.goto(`/nhiem-vu/${tasks[0].id}`);
				await window.click("a:has-text('dòng')");
				await window.waitForSelector(".src-line.marked");
				const said = (await window.locator(".src-line.marked").allTextContents()).join(" ");
				assert.ok(said.includes(tasks[0].text.slice(0, 40)), said);
				await window.waitForFunction(() => {
					const at = document.querySelector(".src-line.marked").getBoundingClientRect();
					return at.top >= 0 && at.bottom <= innerHeight;
				});
				await takePicture(window, folder, "document-line");
				assert.deepEqual(await findViolations(window), []);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "documents: search without marks, by days, and what is typed is text",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/van-ban");
				await window.waitForSelector(".wt-row");
				await window.keyboard.press("/");
				await window.keyboard.type("chuyen doi so");
				await window.keyboard.press("Enter");
				await window.waitForSelector(".hit mark");
				assert.match((await window.locator(".hit mark").first().textContent()).toLowerCase(), /chuyển|đổi|số/);
				await takePicture(window, folder, "documents-found");
				assert.deepEqual(await findViolations(window), []);
				const all = await window.locator(".hit").count();
				await window.fill("[aria-label='Từ ngày']", "31/02/2024");
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=alert]:has-text('20/11/2026')");
				await window.fill("[aria-label='Từ ngày']", "01/01/2025");
				await window.keyboard.press("Enter");
				await window.waitForFunction((n) => document.querySelectorAll(".hit").length !== n, all);
				assert.match(window.url(), /from=2025-01-01/);
				await window.goto("/van-ban?q=" + encodeURIComponent('<img src=x onerror="alert(1)">'));
				await window.waitForSelector(".empty strong");
				assert.equal(await window.inputValue("input[type=search]"), '<img src=x onerror="alert(1)">');
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "documents: one that is not there is told in words",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/van-ban/999999");
				await window.waitForSelector("[role=alert]");
				assert.deepEqual(window.problems.filter((one) => !/404/.test(one)), []);
				await window.context().close();
			},
		},
	];
}
