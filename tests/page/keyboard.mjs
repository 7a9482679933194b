// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard alone: no page is a trap, all that has the focus is seen, and an administrator's day without a mouse.
import assert from "node:assert/strict";
import { openWindow } from "./server.mjs";

const MOST = 400; // stops of a page; the longest has some 120

/** What has the focus, and whether somebody sees that it has: null at the page itself, where a round of Tab begins and ends. */
function lookAtFocus() {
	const one = document.activeElement;
	if (!one || one === document.body) return null;
	window.keyboardStops ??= new Map();
	if (!window.keyboardStops.has(one)) window.keyboardStops.set(one, window.keyboardStops.size);
	const said = `${one.tagName.toLowerCase()}${one.id ? "#" + one.id : ""} ${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 40)}`;
	// parts of a kit draw the focus of a field around it
	let drawn = one.matches(":focus-visible") ? one : null;
	const isDrawn = (part) => {
		if (part.offsetWidth < 2) return false;
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
		return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
	};
	for (let up = 0; drawn && up < 4 && !isDrawn(drawn); up++) drawn = drawn.parentElement;
	const box = (drawn ?? one).getBoundingClientRect();
	const inSight = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
	return { stop: window.keyboardStops.get(one), said, drawn: drawn !== null, inSight };
}

/** Presses Tab until what has the focus matches @selector. @back: by Shift+Tab */
async function tabTo(window, selector, back = false) {
	for (let pressed = 0; pressed < MOST; pressed++) {
		await window.keyboard.press(back ? "Shift+Tab" : "Tab");
		if (await window.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
	}
	throw new Error(`no way by Tab to ${selector}`);
}

/** Waits until what matches @selector has the focus */
const hasFocus = (window, selector) => window.waitForFunction((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const told = (window) => window.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent);
const closed = (window) => window.waitForSelector("[role=dialog]", { state: "detached" });

/** Chooses in a list that has the focus, by what is typed */
async function choose(window, words, name) {
	await window.keyboard.type(words);
	await window.waitForSelector(`.ant-select-item-option-active:visible:has-text("${name}")`);
	await window.keyboard.press("Enter");
}

/** Goes around the page by Tab, and a part of the way back. */
async function goAround(window) {
	const stops = [];
	for (let pressed = 0; pressed < MOST; pressed++) {
		await window.keyboard.press("Tab");
		const now = await window.evaluate(lookAtFocus);
		if (!now) break;
		assert.ok(now.drawn, `nobody sees that this has the focus: ${now.said}`);
		assert.ok(now.inSight, `what has the focus is out of sight: ${now.said}`);
		assert.equal(now.stop, stops.length, `Tab comes back to ${now.said} before its round is done`);
		stops.push(now.said);
	}
	assert.ok(stops.length > 5 && stops.length < MOST, `${stops.length} stops`);
	await window.keyboard.press("Shift+Tab");
	assert.equal((await window.evaluate(lookAtFocus)).said, stops.at(-1), "the way back ends where the way there did");
	return stops;
}

const around = [
	["/quan-tri", "quantri", ".wt-row"],
	["/quan-tri/nguoi-dung/3", "quantri", "#user-actions"],
	["/quan-tri/vai-tro", "quantri", "#ways"],
	["/quan-tri/ngay-nghi", "quantri", "#months"],
	["/quan-tri/viec-doc", "quantri", "#jobs"],
	["/quan-tri/nhat-ky", "quantri", ".lines summary"],
	["/don-vi", "quantri", ".unit-tree"],
	["/don-vi/ten-goi?document=1", "quantri", ".name-row"],
	["/van-ban", "vanthu", ".wt-row"],
	["/van-ban/1", "vanthu", "#chain"],
	["/tong-hop", "lanhdao", "#heat"],
	["/nhap-van-ban", "vanthu", ".drop"],
];

export function keyboard() {
	return [
		{
			name: "keyboard: around each page by Tab: the way to the content first, nothing hidden, no trap",
			run: async ({ server, browser, note }) => {
				for (const [path, name, shows] of around) {
					const window = await openWindow(browser, server, { name });
					await window.goto(path);
					await window.waitForSelector(shows);
					const stops = await goAround(window);
					assert.match(stops[0], /Chuyển tới nội dung/);
					note(`${path}: ${stops.length} stops`);
					assert.deepEqual(window.problems, []);
					await window.context().close();
				}
			},
		},
		{
			name: "keyboard: an administrator invites somebody, gives another role, looks at the chain; the focus is never lost",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				await window.goto("/hom-nay");
				await window.waitForSelector("h1");
				await window.keyboard.press("g");
				await window.keyboard.press("q");
				await hasFocus(window, "#main h1");
				await window.waitForSelector(".wt-row");
				await tabTo(window, "main .ant-btn-primary");
				// Esc leaves all as it was, and leads back
				await window.keyboard.press("Enter");
				await hasFocus(window, "#user-name");
				await window.keyboard.press("Escape");
				await closed(window);
				await hasFocus(window, "main .ant-btn-primary");
				await window.keyboard.press("Enter");
				await hasFocus(window, "#user-name");
				await window.keyboard.type("tranvanban");
				await tabTo(window, "#user-unit");
				await choose(window, "tu phap", "Phòng Tư pháp");
				await tabTo(window, "#user-name", true);
				await window.keyboard.press("Enter");
				await hasFocus(window, "#invitation");
				await window.keyboard.press("Escape");
				await closed(window);
				await hasFocus(window, "main .ant-btn-primary");
				// found, opened, changed
				await window.keyboard.press("Tab");
				await tabTo(window, "input[type=search]");
				await window.keyboard.type("vanban");
				await window.waitForFunction(() => document.querySelectorAll(".wt-row").length === 1);
				await tabTo(window, ".wt");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#user-actions");
				await hasFocus(window, "#main h1");
				await tabTo(window, "section .row button");
				assert.equal(await told(window), "Đổi vai trò, đơn vị");
				await window.keyboard.press("Enter");
				await hasFocus(window, "#user-role");
				await window.keyboard.press("ArrowDown");
				await window.waitForSelector(".ant-select-item-option-active:visible");
				// Esc closes the list and not the dialog with what was said in it
				await window.keyboard.press("Escape");
				await window.waitForSelector(".ant-select-dropdown:not(.ant-select-dropdown-hidden)", { state: "hidden" });
				assert.equal(await window.locator("[role=dialog]").count(), 1);
				await window.keyboard.press("ArrowDown");
				await window.waitForSelector(".ant-select-item-option-active:visible");
				await window.keyboard.press("ArrowUp");
				await window.keyboard.press("Enter");
				await tabTo(window, "#user-reason");
				await window.keyboard.type("phân công lại");
				await window.keyboard.press("Control+Enter");
				await closed(window);
				await hasFocus(window, "section .row button");
				assert.equal(await told(window), "Đổi vai trò, đơn vị");
				await window.waitForFunction(() => !document.querySelector("main .facts")?.textContent.includes("Chuyên viên"));
				// what cannot be taken back is not one Enter away; what is done changes the buttons, and the focus stays among them
				for (let at = 0; at < 20 && !/Khóa/.test((await told(window)) ?? ""); at++) await window.keyboard.press("Tab");
				await window.keyboard.press("Enter");
				await hasFocus(window, "#user-reason");
				await window.keyboard.press("Enter");
				await tabTo(window, "[role=dialog] .ant-btn-primary");
				await window.keyboard.press("Enter");
				await closed(window);
				await window.waitForSelector(".tag:has-text('Đã khóa')");
				await hasFocus(window, "section .row button");
				// the record of it, and its chain
				await tabTo(window, "a[href*='nhat-ky']", true);
				await window.keyboard.press("Enter");
				await hasFocus(window, "#main h1");
				await window.waitForSelector(".lines summary");
				await tabTo(window, "section[aria-label='Kiểm tra chuỗi'] button");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#chain .tag.good");
				await hasFocus(window, "section[aria-label='Kiểm tra chuỗi'] button");
				await tabTo(window, ".lines summary");
				await window.keyboard.press("Enter");
				await window.waitForSelector(".lines details[open]");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "keyboard: a day off is added, saved, taken out again; where a row goes the focus stays in its table",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				const year = new Date().getFullYear();
				await window.goto("/quan-tri");
				await window.waitForSelector(".wt-row");
				await tabTo(window, "a[href='/quan-tri/ngay-nghi']");
				await window.keyboard.press("Enter");
				await hasFocus(window, "#main h1");
				await window.waitForSelector("#months");
				const add = async (day, name) => {
					await window.keyboard.press("Enter");
					await hasFocus(window, "[role=dialog] .ant-segmented input");
					await tabTo(window, "#day-first");
					await window.keyboard.type(`${day}/${year}`);
					await tabTo(window, "#day-name");
					await window.keyboard.type(name);
					await tabTo(window, "#day-source");
					await window.keyboard.type("Thông báo thử");
					await window.keyboard.press("Enter");
					await closed(window);
					assert.equal(await told(window), "Thêm ngày");
				};
				for (let at = 0; at < MOST && (await told(window)) !== "Thêm ngày"; at++) await window.keyboard.press("Tab");
				await add("20/10", "Ngày thử một");
				await add("21/10", "Ngày thử hai");
				await tabTo(window, `button[aria-label='Bỏ Ngày thử một']`);
				await window.keyboard.press("Enter");
				await window.waitForSelector("tr:has-text('Ngày thử một')", { state: "detached" });
				await hasFocus(window, "table.figures tr:has(button[aria-label='Bỏ Ngày thử hai']) button");
				await tabTo(window, "section[aria-labelledby=days] .ant-btn-primary");
				await window.keyboard.press("Enter");
				// it can be taken back: Enter alone does it
				await hasFocus(window, "[role=dialog] .ant-btn-primary");
				await window.keyboard.press("Enter");
				await closed(window);
				await window.waitForSelector(".tag:has-text('Cơ quan tự nhập')");
				await window.waitForFunction(() => document.querySelector("#main")?.contains(document.activeElement));
				for (let at = 0; at < MOST && !/Dùng lại dữ liệu/.test((await told(window)) ?? ""); at++) await window.keyboard.press("Shift+Tab");
				await window.keyboard.press("Enter");
				await hasFocus(window, "[role=dialog] .ant-modal-footer .ant-btn:not(.ant-btn-primary)");
				await tabTo(window, "[role=dialog] .ant-btn-primary");
				await window.keyboard.press("Enter");
				await closed(window);
				await window.waitForSelector("tr:has-text('Ngày thử hai')", { state: "detached" });
				await window.waitForFunction(() => document.querySelector("#main")?.contains(document.activeElement));
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "keyboard: who takes over from a unit is decided",
			alone: true,
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				await window.goto("/don-vi/ten-goi?document=1");
				await window.waitForSelector(".name-row button");
				const open = Number(/\d+/.exec(await window.textContent("#waiting"))[0]);
				await tabTo(window, ".name-row button");
				const name = (await told(window)).replace("Quyết định: ", "");
				await window.keyboard.press("Enter");
				await hasFocus(window, "#settle-unit");
				await choose(window, "kinh te va ha tang", "Phòng Kinh tế và Hạ tầng");
				await tabTo(window, "#settle-reason");
				await window.keyboard.type("theo quyết định sắp xếp");
				await window.keyboard.press("Control+Enter");
				await closed(window);
				await window.locator(".name-row", { hasText: name }).locator("text=Đã quyết định: Phòng Kinh tế và Hạ tầng").waitFor();
				assert.equal(Number(/\d+/.exec(await window.textContent("#waiting"))[0]), open - 1);
				await hasFocus(window, ".name-row button");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
	];
}
