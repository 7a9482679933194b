// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and out, a session that ends under an open page, a server that goes and comes again.
import assert from "node:assert/strict";
import { openWindow, password, takePicture } from "./server.mjs";

export function session() {
	return [
		{
			name: "session: in by keyboard, wrong password told, out again",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server);
				await window.goto("/");
				await window.waitForSelector("#sign-in-name:focus");
				await window.keyboard.type("lanhdao");
				await window.keyboard.press("Tab");
				await window.keyboard.type("sai mật khẩu");
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=alert]:has-text('không đúng')");
				await window.fill("#sign-in-password", password);
				await window.click("button:has-text('Hiện')");
				assert.equal(await window.getAttribute("#sign-in-password", "type"), "text");
				await window.click("button:has-text('Ẩn')");
				assert.equal(await window.getAttribute("#sign-in-password", "type"), "password");
				await window.press("#sign-in-password", "Enter");
				await window.waitForSelector("h1:has-text('Hôm nay')");
				assert.equal(new URL(window.url()).pathname, "/hom-nay");
				await window.goto("/tai-khoan");
				await window.click("button:has-text('Đăng xuất'):not(:has-text('mọi'))");
				await window.waitForSelector("#sign-in-name");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "session: markup in the address shows as text",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/nhiem-vu?text=" + encodeURIComponent("<img src=x onerror=alert(1)>\u202E"));
				await window.waitForSelector(".empty strong");
				assert.equal(await window.inputValue("input[type=search]"), "<img src=x onerror=alert(1)>\u202E");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "session: one that ends opens the sign-in over the page, and nothing typed is lost",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/nhiem-vu");
				await window.waitForSelector(".wt-row");
				await window.fill("input[type=search]", "đang gõ dở");
				await window.context().clearCookies();
				await window.click("[aria-label='Lọc theo trạng thái']", { force: true });
				await window.click(".ant-select-item-option:has-text('Mọi trạng thái')");
				await window.waitForSelector("[role=dialog] >> text=Phiên làm việc đã hết");
				await window.fill("[role=dialog] #sign-in-password", password);
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=dialog]", { state: "detached" });
				assert.equal(await window.inputValue("input[type=search]"), "đang gõ dở");
				await window.waitForSelector(".wt-row");
				await window.context().close();
			},
		},
		{
			name: "session: settings last: English, dark, large letters",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "lanhdao" });
				await window.goto("/tai-khoan");
				for (const choice of ["Tối", "Lớn", "English"]) await window.click(`.ant-segmented-item-label:has-text('${choice}')`);
				await window.reload();
				await window.waitForSelector("h1:has-text('My account')");
				const root = await window.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
				assert.deepEqual(root, { theme: "dark", size: "large", lang: "en" });
				await window.context().close();
			},
		},
		{
			name: "session: keys: skip link, help, going to a page",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/nhiem-vu");
				await window.waitForSelector("h1");
				await window.keyboard.press("Tab");
				assert.equal(await window.evaluate(() => document.activeElement.className), "skip");
				await window.keyboard.press("?");
				await window.waitForSelector("[role=dialog] >> text=Phím tắt");
				await window.keyboard.press("Escape");
				await window.waitForSelector("[role=dialog]", { state: "hidden" });
				await window.keyboard.press("g");
				await window.keyboard.press("t");
				await window.waitForSelector("h1:has-text('Tài khoản của tôi')");
				await window.waitForFunction(() => document.activeElement?.tagName === "H1");
				await window.context().close();
			},
		},
		{
			name: "session: on a phone the pages that the bar has no room for are behind one button",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "theodoi", screen: "phone" });
				await window.goto("/nhiem-vu");
				await window.waitForSelector(".nav [aria-current]");
				assert.equal(await window.locator(".nav a[href='/kiem-tra']").isVisible(), false);
				await window.click(".nav button:has-text('Thêm')");
				await takePicture(window, folder, "nav-phone-open");
				await window.click(".nav a[href='/kiem-tra']");
				await window.waitForSelector(".nav button[aria-expanded=false]");
				await window.waitForSelector("h1:has-text('Kiểm tra kế hoạch')");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "session: a server that goes and comes again",
			alone: true,
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/nhiem-vu");
				await window.waitForSelector(".wt-row");
				await server.stop();
				await window.click("[aria-label='Lọc theo trạng thái']", { force: true });
				await window.click(".ant-select-item-option:has-text('Mọi trạng thái')");
				await window.waitForSelector(".notice");
				await server.restart();
				await window.waitForSelector(".notice", { state: "detached" });
				await window.waitForSelector(".wt-row");
				await window.context().close();
			},
		},
	];
}
