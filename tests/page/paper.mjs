// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on paper: without what one clicks on, dark on white whatever the screen is, nothing cut at the right, heads of tables on each sheet.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openWindow } from "./server.mjs";

// A4 upright less the margins of base.css, in pixels of CSS
const SHEET = { width: 703, height: 1032 };

/** In the browser: what is wrong with the page as it is printed. */
function lookAtPaper() {
	const wrong = [];
	const shown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== "hidden";
	const name = (one) => `${one.tagName.toLowerCase()}.${one.className} ${(one.textContent ?? "").trim().slice(0, 60)}`;
	for (const one of document.querySelectorAll(".nav, .top, button, .ant-btn, input:not([type=checkbox], [type=radio]), .ant-select, .ant-segmented, .subnav"))
		if (shown(one)) wrong.push(`is of no use on paper: ${name(one)}`);
	const light = (colour) => {
		const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
		return alpha === 0 ? null : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
	};
	for (const one of [document.body, ...document.querySelectorAll("#main *")]) {
		if (!shown(one)) continue;
		const { backgroundColor, color, overflowX } = getComputedStyle(one);
		const ground = light(backgroundColor);
		const has = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
		if (has && light(color) > 0.55 && !(ground !== null && ground < 0.5)) wrong.push(`light letters: ${name(one)} ${color}`);
		if (one === document.body && ground !== null && ground < 0.99) wrong.push(`the sheet is ${backgroundColor}`);
		if (overflowX !== "visible" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1) wrong.push(`is cut: ${name(one)} ${one.scrollWidth} > ${one.clientWidth}`);
		if (has && one.getBoundingClientRect().right > innerWidth + 1) wrong.push(`stands beyond the sheet: ${name(one)}`);
	}
	for (const one of document.querySelectorAll("#main thead, #main .wt-head")) if (shown(one) && getComputedStyle(one).display !== "table-header-group") wrong.push(`stands on one sheet only: ${name(one)}`);
	for (const row of document.querySelectorAll("#main .wt-row + .wt-row, #main tbody > tr + tr"))
		if (shown(row) && row.getBoundingClientRect().top < row.previousElementSibling.getBoundingClientRect().bottom - 1) wrong.push(`lies on the row before it: ${name(row)}`);
	// a word is not parted to make a column narrow
	for (const cell of document.querySelectorAll("#main .wt-head > span, #main thead th")) {
		const words = document.createRange();
		words.selectNodeContents(cell);
		if (shown(cell) && new Set([...words.getClientRects()].map((one) => Math.round(one.top))).size > cell.textContent.trim().split(/\s+/).length) wrong.push(`has its words parted: ${name(cell)}`);
	}
	if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push(`is ${document.documentElement.scrollWidth} wide`);
	return wrong;
}

/** Each page as one has it in front of a dark screen. */
export function papers(pages) {
	return pages
		.filter((page) => page.account)
		.map((page) => ({
			name: `paper: ${page.name}`,
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: page.account, theme: "dark" });
				await window.goto(page.path);
				await window.waitForSelector(page.shows);
				await window.emulateMedia({ media: "print" });
				await window.setViewportSize(SHEET);
				await window.waitForFunction(() => document.documentElement.dataset.theme === "light");
				assert.deepEqual(await window.evaluate(lookAtPaper), []);
				mkdirSync(folder, { recursive: true });
				await window.pdf({ path: join(folder, `${page.name}.pdf`), format: "A4", printBackground: true, preferCSSPageSize: true });
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		}));
}
