// SPDX-License-Identifier: GPL-3.0-or-later
// Checking beside the pages of a PDF: a click on either marks the other, only what is in sight is drawn, and what cannot be shown falls back to the text.
import assert from "node:assert/strict";
import { ask, bring, makePdfs, sample } from "./check.mjs";
import { findViolations, openWindow, takePicture } from "./server.mjs";

const TASKS = 300; // some twenty pages
let made;
/** The PDF files of all tests here, made at once: starting LibreOffice is what takes long */
function getFiles() {
	if (!made) {
		const head = sample.split("\n").slice(0, 13).join("\n");
		const tasks = Array.from({ length: TASKS }, (_, at) => `${at + 1}. Xây dựng và trình duyệt đề án số ${at + 1} về chuyển đổi số. Đơn vị chủ trì: Phòng Tư pháp. Thời gian: Quý II/2024.`);
		made = makePdfs({ short: sample.replace("28 /KH-UBND", "991 /KH-UBND"), long: `${head.replace("28 /KH-UBND", "992 /KH-UBND")}\nI. NHIỆM VỤ\n${tasks.join("\n")}\n` });
	}
	return made;
}

/** The plan of one of the files, brought in by the first test that asks for it */
const plans = new Map();
function findPlan(window, name) {
	if (!plans.has(name)) plans.set(name, getFiles().then((files) => bring(window, `${name}.pdf`, files[name].pdf)));
	return plans.get(name);
}

async function openPages(browser, server, name, look = {}) {
	const window = await openWindow(browser, server, { name: "vanthu", ...look });
	await window.goto("/");
	const id = await findPlan(window, name);
	await window.goto(`/kiem-tra/${id}`);
	await window.waitForSelector(".check-task.chosen", { state: "attached" });
	if (look.screen === "phone") await window.click(".check-views >> text=Văn bản");
	await window.click(".check-source-head >> text=Trang gốc");
	return { window, id };
}

const drawn = (window) => window.locator(".pdf-page canvas").first().waitFor({ timeout: 60_000 });
/** Is the middle of the first mark in sight? */
const isMarkInSight = () => {
	const box = document.querySelector(".src.pdf")?.getBoundingClientRect();
	const mark = document.querySelector(".pdf-mark")?.getBoundingClientRect();
	return Boolean(box && mark && mark.top >= box.top && mark.bottom <= box.bottom);
};

const looksOf = [
	["desk", "light", {}],
	["desk", "dark", {}],
	["phone", "light", {}],
	["phone", "dark", { large: true }],
];

export function pdfs() {
	return [
		...looksOf.map(([screen, theme, settings]) => ({
			name: `check: the pages of a PDF, ${screen}, ${theme}`,
			run: async ({ server, browser, folder }) => {
				const { window } = await openPages(browser, server, "short", { screen, theme, settings });
				await drawn(window);
				await window.waitForFunction(isMarkInSight);
				// letters are drawn: there is ink on the white paper
				const ink = await window.evaluate(() => {
					const canvas = document.querySelector(".pdf-page canvas");
					const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
					return data.filter((value, at) => at % 4 === 0 && value < 100).length;
				});
				assert.ok(ink > 500, `${ink} dark pixels`);
				await takePicture(window, folder, `check-pdf-${screen}-${theme}`);
				assert.deepEqual(await findViolations(window), []);
				const wide = await window.evaluate(() => [document.documentElement, document.querySelector(".src.pdf")].map((one) => one.scrollWidth - one.clientWidth));
				assert.deepEqual(wide, [0, 0], "the page fits the width");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		})),
		{
			name: "check: a task and its place on the page of a PDF mark each other, by click and by key; the choice is kept",
			run: async ({ server, browser, folder }) => {
				const { window, id } = await openPages(browser, server, "short");
				await drawn(window);
				const reading = await ask(window, `/documents/${id}/reading`);
				const wanted = reading.tasks.find((one) => one.text.startsWith("Kiện toàn Ban Chỉ đạo"));
				const [{ page, box }] = wanted.places;
				// to its page by the keyboard: tasks in the order of the plan, back to the first
				await window.click(".check-tools >> text=Theo thứ tự văn bản");
				await window.click("h1");
				for (let i = 0; i < reading.tasks.length; i++) await window.keyboard.press("k");
				await window.waitForFunction(() => document.querySelector(".check-task")?.classList.contains("chosen"));
				await window.waitForFunction(isMarkInSight);
				await window.locator(`.pdf-page:has([aria-label='Trang ${page}'])`).scrollIntoViewIfNeeded();
				const paper = window.locator(`[aria-label='Trang ${page}']`);
				const scale = (await paper.evaluate((one) => one.clientWidth)) / 595.3;
				await paper.locator("canvas").waitFor();
				await paper.click({ position: { x: ((box[0] + box[2]) / 2) * scale, y: ((box[1] + box[3]) / 2) * scale } });
				await window.locator(".check-task.chosen", { hasText: "Kiện toàn Ban Chỉ đạo" }).waitFor();
				await window.waitForFunction(isMarkInSight);
				const marks = await window.locator(".pdf-mark").count();
				assert.equal(marks, wanted.places.length);
				await takePicture(window, folder, "check-pdf-chosen");
				// larger: the mark is larger too, and the pages scroll sideways
				const before = await window.locator(".pdf-mark").first().evaluate((one) => one.clientWidth);
				await window.click("button[aria-label='Phóng to']");
				await window.waitForFunction((was) => document.querySelector(".pdf-mark")?.clientWidth > 1.4 * was, before);
				await window.reload();
				await drawn(window);
				await window.click(".check-source-head >> text='Văn bản'");
				await window.waitForSelector(".src-line.marked");
				assert.equal(await window.locator(".pdf-page").count(), 0);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: of a long PDF only the pages in sight are drawn, also after a leap",
			run: async ({ server, browser, note }) => {
				const began = Date.now();
				const { window } = await openPages(browser, server, "long");
				await drawn(window);
				const text = await window.locator(".pdf-tools").textContent();
				const pages = Number(/(\d+) trang/.exec(text)[1]);
				assert.ok(pages > 12, text);
				assert.ok((await window.locator(".pdf-page").count()) <= 6);
				note(`${pages} pages, the first drawn after ${Date.now() - began} ms`);
				await window.evaluate(() => {
					const box = document.querySelector(".src.pdf");
					box.scrollTop = box.scrollHeight;
				});
				await window.locator(`[aria-label='Trang ${pages}'] canvas`).waitFor();
				assert.equal(await window.locator("[aria-label='Trang 1']").count(), 0, "what is far away is let go");
				assert.ok((await window.locator(".pdf-page").count()) <= 6);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: a PDF that is gone, and one that is broken: told, and the text stands in its place",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const id = await findPlan(window, "short");
				let answer = { status: 404, contentType: "application/problem+json", body: JSON.stringify({ type: "urn:dondoc:problem:not-found", title: "Không có", status: 404 }) };
				await window.route("**/api/v1/files/*", (route) => route.fulfill(answer));
				await window.goto(`/kiem-tra/${id}`);
				await window.click(".check-source-head >> text=Trang gốc");
				await window.waitForSelector(".src-note >> text=tệp gốc không còn trong kho");
				await window.waitForSelector(".src-line.marked");
				await takePicture(window, folder, "check-pdf-gone");
				assert.deepEqual(await findViolations(window), []);
				answer = { status: 200, contentType: "application/pdf", body: "%PDF-1.7\n%%EOF" };
				await window.reload();
				await window.waitForSelector(".src-note >> text=Không mở được tệp PDF");
				await window.waitForSelector(".src-line.marked");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
	];
}
