// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong under an open page: a server that is slow, gone in the middle of a form, or upgraded; a session that ends in one; texts that are long, have markup or turn letters around.
import assert from "node:assert/strict";
import { act, issuePlan } from "./issued.mjs";
import { ask } from "./check.mjs";
import { findViolations, openWindow, password, takePicture } from "./server.mjs";

const firstOf = async (window, document) => (await ask(window, `/tasks?document=${document}&sort=number&limit=1`)).tasks[0];

/** Opens the form of a step with a task that the unit has taken on, and types into it */
async function openForm(browser, server, number) {
	const document = await issuePlan(browser, server, number, ["Xây dựng đề án về chuyển đổi số."]);
	const window = await openWindow(browser, server, { name: "chuyenvien" });
	await window.goto("/");
	const task = await firstOf(window, document);
	assert.equal(await act(window, task, { action: "take" }), 200);
	await window.goto(`/nhiem-vu/${task.id}`);
	await window.click("section button:has-text('Báo cáo tiến độ')");
	await window.fill("#progress-done", "Việc đang gõ <dở>");
	return { window, id: task.id };
}

const sent = (window) => window.waitForSelector(".history >> text=Việc đang gõ <dở>");

export function faults() {
	return [
		{
			name: "faults: a slow server: the page says that it loads, and can be left",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				let answer;
				const held = new Promise((resolve) => (answer = resolve));
				await window.route("**/api/v1/tasks?*", async (route) => {
					await held;
					await route.continue().catch(() => undefined);
				});
				await window.goto("/nhiem-vu");
				await window.waitForSelector("[role=status]:has-text('Đang tải…')");
				await window.click("nav a[href='/tai-khoan']");
				await window.waitForSelector("h1:has-text('Tài khoản của tôi')");
				await window.click("nav a[href='/nhiem-vu']");
				answer();
				await window.waitForSelector(".wt-row");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "faults: a session that ends in the middle of a form: sign in over it, send, nothing is lost",
			run: async ({ server, browser, folder }) => {
				const { window } = await openForm(browser, server, 961);
				await window.context().clearCookies();
				await window.click(".step-form button[type=submit]");
				await window.waitForSelector("[role=dialog] >> text=Phiên làm việc đã hết");
				await takePicture(window, folder, "faults-session");
				await window.fill("[role=dialog] #sign-in-password", password);
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=dialog]", { state: "detached" });
				assert.equal(await window.inputValue("#progress-done"), "Việc đang gõ <dở>");
				await window.click(".step-form button[type=submit]");
				await sent(window);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "faults: a server that goes in the middle of a form: told in plain words, sent when it is there again",
			alone: true,
			run: async ({ server, browser, folder }) => {
				const { window, id } = await openForm(browser, server, 962);
				await server.stop();
				await window.click(".step-form button[type=submit]");
				await window.waitForSelector(".step-form [role=alert]:has-text('Không liên lạc được với máy chủ')");
				await takePicture(window, folder, "faults-gone");
				assert.equal(await window.inputValue("#progress-done"), "Việc đang gõ <dở>");
				await server.restart();
				await window.waitForSelector(".notice", { state: "detached" });
				await window.click(".step-form button[type=submit]");
				await sent(window);
				const { history } = await ask(window, `/tasks/${id}`);
				assert.equal(history.filter((one) => one.done === "Việc đang gõ <dở>").length, 1, "sent once");
				await window.context().close();
			},
		},
		{
			name: "faults: an upgrade under an open page: what is not there any more is told, reloading mends it",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/tai-khoan");
				await window.waitForSelector("h1");
				// the scripts of the version before are gone
				await window.route("**/assets/*", (route) => route.fulfill({ status: 404, body: "{}" }));
				await window.click("nav a[href='/tong-hop']");
				await window.waitForSelector("[role=alert] >> text=Trang này gặp lỗi");
				await window.waitForSelector("nav a[href='/nhiem-vu']");
				await takePicture(window, folder, "faults-upgraded");
				assert.deepEqual(await findViolations(window), []);
				await window.unroute("**/assets/*");
				await window.click("button:has-text('Tải lại trang')");
				await window.waitForSelector("#by-plan");
				await window.context().close();
			},
		},
		{
			name: "faults: texts of 10 000 letters, with markup and with marks that turn letters around",
			run: async ({ server, browser, folder }) => {
				const long = "Xây dựng và trình duyệt đề án về chuyển đổi số ".repeat(215).trim();
				const document = await issuePlan(browser, server, 963, [`${long}.`, "Rà soát <img src=x onerror=alert(1)> <b>hồ sơ</b> &amp; báo cáo.", "Xây dựng \u202Eđề án\u202C về chuyển đổi số."]);
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto(`/nhiem-vu?document=${document}&state=all&sort=number`);
				await window.waitForSelector(".wt-row");
				assert.equal(await window.locator(".wt-row").count(), 3);
				const heights = await window.locator(".wt-row").evaluateAll((all) => all.map((one) => one.offsetHeight));
				assert.ok(new Set(heights).size === 1, `rows of one height: ${heights}`);
				assert.equal(await window.locator("main img").count(), 0, "what a document says is no markup");
				await takePicture(window, folder, "faults-texts");
				const rows = (await ask(window, `/tasks?document=${document}&state=all&sort=number`)).tasks;
				assert.ok(rows[0].text.length > 9_000, `${rows[0].text.length} letters`);
				for (const row of rows) {
					await window.goto(`/nhiem-vu/${row.id}`);
					await window.waitForSelector("#quoted");
					assert.equal(await window.textContent(".quoted"), row.text);
					assert.equal(await window.locator("main img, .quoted b").count(), 0);
					const wide = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
					assert.ok(wide <= 0, `${wide} px too wide`);
				}
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
	];
}
