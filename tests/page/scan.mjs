// SPDX-License-Identifier: GPL-3.0-or-later
// Checking beside a scan: an image that stands upright, a photo that lies on its side and says so, a TIFF, which browsers do not know.
import assert from "node:assert/strict";
import { ask, bring, sample } from "./check.mjs";
import { findViolations, openWindow, takePicture } from "./server.mjs";

const TASKS = ["Xây dựng đề án về chuyển đổi số. Đơn vị chủ trì: Phòng Tư pháp.", "Rà soát thủ tục hành chính của huyện. Đơn vị chủ trì: Phòng Nội vụ.", "Tổ chức tập huấn cho cán bộ các xã. Đơn vị chủ trì: Phòng Văn hóa và Thông tin."];
const head = sample.split("\n").slice(0, 13);

/** A photo whose EXIF says that it is to be shown turned to the right */
function addExif(jpeg) {
	const tiff = Buffer.from("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", "latin1");
	const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
	return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, body.length + 2]), body, jpeg.subarray(2)]);
}

/** A page of grey as TIFF, plain */
function writeTiff(grey, width, height, dpi) {
	const rows = [[256, 4, width], [257, 4, height], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, 0], [277, 3, 1], [278, 4, height], [279, 4, grey.length], [282, 5, 0], [296, 3, 2]];
	const end = 8 + 2 + rows.length * 12 + 4;
	const made = Buffer.alloc(end + 8);
	made.write("II*\0\x08\0\0\0", "latin1");
	made.writeUInt16LE(rows.length, 8);
	for (const [at, [tag, type, value]] of rows.entries()) {
		made.writeUInt16LE(tag, 10 + at * 12);
		made.writeUInt16LE(type, 12 + at * 12);
		made.writeUInt32LE(1, 14 + at * 12);
		made.writeUInt32LE(tag === 273 ? end + 8 : tag === 282 ? end : value, 18 + at * 12);
	}
	made.writeUInt32LE(dpi, end);
	made.writeUInt32LE(1, end + 4);
	return Buffer.concat([made, grey]);
}

/** A plan as it comes out of a scanner, drawn by the browser. Returns: its image as PNG, lying on its side as JPEG, and as TIFF */
async function draw(browser, number) {
	const DPI = 192; // two pixels for each of CSS
	const context = await browser.newContext({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: 2 });
	const page = await context.newPage();
	const lines = [...head.map((line) => line.replace("28 /KH-UBND", `${number} /KH-UBND`)), "I. NHIỆM VỤ", ...TASKS.map((text, at) => `${at + 1}. ${text}`)];
	await page.setContent("<body style='margin: 60px 70px; background: #fff; font: 18px/1.45 \"Liberation Serif\", serif; color: #000'><pre style='white-space: pre-wrap; font: inherit'></pre>");
	await page.locator("pre").evaluate((one, text) => (one.textContent = text), lines.join("\n"));
	const png = await page.screenshot({ type: "png" });
	const made = await page.evaluate(async (url) => {
		const image = new Image();
		image.src = url;
		await image.decode();
		const [upright, aside] = [document.createElement("canvas"), document.createElement("canvas")];
		upright.width = aside.height = image.width;
		upright.height = aside.width = image.height;
		upright.getContext("2d").drawImage(image, 0, 0);
		const on = aside.getContext("2d");
		on.translate(0, aside.height);
		on.rotate(-Math.PI / 2);
		on.drawImage(image, 0, 0);
		const { data } = upright.getContext("2d").getImageData(0, 0, image.width, image.height);
		return { width: image.width, height: image.height, jpeg: aside.toDataURL("image/jpeg", 0.9).split(",")[1], grey: Array.from(data.filter((_, at) => at % 4 === 0)) };
	}, `data:image/png;base64,${png.toString("base64")}`);
	await context.close();
	return { png, jpeg: addExif(Buffer.from(made.jpeg, "base64")), tiff: writeTiff(Buffer.from(made.grey), made.width, made.height, DPI) };
}

async function openScan(window, id) {
	await window.goto(`/kiem-tra/${id}`);
	await window.waitForSelector(".check-task.chosen", { state: "attached" });
	await window.click(".check-source-head >> text=Trang gốc");
}

/** The page that is shown, as 40 × 56 shades, and how dark it is where tasks are marked and on the whole */
const look = () => {
	const canvas = document.querySelector(".pdf-page canvas");
	const small = document.createElement("canvas");
	small.width = 40;
	small.height = 56;
	const on = small.getContext("2d", { willReadFrequently: true });
	on.drawImage(canvas, 0, 0, 40, 56);
	const shades = Array.from(on.getImageData(0, 0, 40, 56).data.filter((_, at) => at % 4 === 0));
	const paper = canvas.getBoundingClientRect();
	const ink = (box) => {
		const by = canvas.width / paper.width;
		const { data } = canvas.getContext("2d").getImageData((box.left - paper.left) * by, (box.top - paper.top) * by, box.width * by, box.height * by);
		const all = data.filter((_, at) => at % 4 === 0);
		return all.filter((value) => value < 128).length / all.length;
	};
	return { shades, whole: ink(paper), marked: [...document.querySelectorAll(".pdf-mark")].map((one) => ink(one.getBoundingClientRect())), ratio: canvas.width / canvas.height };
};

const difference = (one, other) => one.reduce((sum, value, at) => sum + Math.abs(value - other[at]), 0) / one.length;

export function scans() {
	return [
		{
			name: "check: a scan that is an image, upright or not, shows its page with the places of tasks; a TIFF its text",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const shown = {};
				for (const [kind, number] of [["png", 995], ["jpeg", 996]]) {
					const id = await bring(window, `quét ${number}.${kind}`, (await draw(browser, number))[kind]);
					const reading = await ask(window, `/documents/${id}/reading`);
					assert.equal(reading.tasks.length, TASKS.length, JSON.stringify(reading.tasks.map((one) => one.text)));
					const [sheet] = (await ask(window, `/documents/${id}/source`)).sheets;
					assert.equal(sheet.turned, kind === "jpeg" ? 90 : 0);
					assert.ok(sheet.height > sheet.width, "upright");
					await openScan(window, id);
					await window.locator(".pdf-page canvas").waitFor();
					// a click on the page chooses the task that stands there
					const wanted = reading.tasks.find((one) => one.text.startsWith("Rà soát"));
					const [{ box }] = wanted.places;
					const paper = window.locator(".pdf-paper");
					const scale = (await paper.evaluate((one) => one.clientWidth)) / sheet.width;
					await paper.click({ position: { x: ((box[0] + box[2]) / 2) * scale, y: ((box[1] + box[3]) / 2) * scale } });
					await window.locator(".check-task.chosen", { hasText: "Rà soát" }).waitFor();
					await window.waitForSelector(".pdf-mark");
					await takePicture(window, folder, `check-scan-${kind}`);
					shown[kind] = { ...(await window.evaluate(look)), sheet, box };
					assert.deepEqual(await findViolations(window), []);
				}
				for (const { whole, marked } of Object.values(shown)) for (const ink of marked) assert.ok(ink > 2 * whole, `${ink} of what is marked is ink, ${whole} of the page`);
				assert.ok(shown.png.ratio < 1 && Math.abs(shown.png.ratio - shown.jpeg.ratio) < 0.02, "both stand upright");
				assert.ok(difference(shown.png.shades, shown.jpeg.shades) < 8, "and show the same");
				assert.ok(difference(shown.png.shades, shown.jpeg.shades.toReversed()) > 12, "which would be seen");
				for (const at of [0, 1, 2, 3]) {
					const [long, other] = ["png", "jpeg"].map((kind) => shown[kind].box[at] / shown[kind].sheet.width);
					assert.ok(Math.abs(long - other) < 0.02, "the task stands at the same place");
				}
				const id = await bring(window, "quét 997.tiff", (await draw(browser, 997)).tiff);
				await window.goto(`/kiem-tra/${id}`);
				await window.waitForSelector(".src-note >> text=không vẽ được ảnh TIFF");
				await window.waitForSelector(".src-line.marked");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
	];
}
