// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing files in: several at once, what is refused, what was there already.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findViolations, openWindow, root, takePicture } from "./server.mjs";

const sample = (name) => readFileSync(join(root, "data/samples", name));
/** A plan that the store does not have yet: another number */
const renumbered = (name, was, now) => Buffer.from(sample(name).toString("utf8").replaceAll(was, now));

export function files() {
	return [
		{
			name: "import: several files, one that is there already, one that is empty",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/nhap-van-ban");
				await window.setInputFiles("input[type=file]", [
					{ name: "Kế hoạch mới.txt", mimeType: "text/plain", buffer: renumbered("22-chuyen-doi-so-huyen.txt", "28 /KH-UBND", "928 /KH-UBND") },
					{ name: "có rồi.txt", mimeType: "text/plain", buffer: sample("21-cai-cach-hanh-chinh-tinh.txt") },
					{ name: "rỗng.docx", mimeType: "application/octet-stream", buffer: Buffer.alloc(0) },
					{ name: "<b>hỏng.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 không phải tệp nén") },
				]);
				await window.waitForSelector(".jobs >> text=Tệp rỗng");
				const job = (name) => window.locator("li.job", { hasText: name }).first();
				await job("Kế hoạch mới.txt").locator("text=928/KH-UBND").waitFor();
				await job("Kế hoạch mới.txt").locator("text=16 nhiệm vụ").waitFor();
				await job("có rồi.txt").locator("text=Tệp này đã có trong hệ thống").waitFor();
				await job("<b>hỏng.docx").locator("text=lưu lại dưới dạng DOCX hoặc PDF").first().waitFor();
				await takePicture(window, folder, "import-several");
				assert.deepEqual(await findViolations(window), []);
				await window.click("button:has-text('Bỏ qua')");
				await window.waitForSelector("#refused", { state: "detached" });
				await job("Kế hoạch mới.txt").locator("a:has-text('Kiểm tra')").click();
				await window.waitForURL(/\/kiem-tra\/\d+$/);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "import: 501 files dropped at once",
			alone: true,
			run: async ({ server, browser, note }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/nhap-van-ban");
				await window.waitForSelector("h1");
				const began = Date.now();
				await window.evaluate(() => {
					const data = new DataTransfer();
					for (let i = 0; i < 501; i++) data.items.add(new File([`KẾ HOẠCH số ${i}`], `tệp ${i}.txt`));
					document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
				});
				await window.waitForSelector("text=Quá 500 tệp trong một lần");
				assert.equal(await window.locator("li:has-text('tệp 500.txt') >> text=Quá 500 tệp").count(), 1);
				// another page meanwhile does not stop it
				await window.click("nav a[href='/nhiem-vu']");
				await window.waitForSelector("h1:has-text('Nhiệm vụ')");
				await window.click("nav a[href='/nhap-van-ban']");
				await window.waitForSelector("text=Đang gửi tệp", { state: "detached", timeout: 120_000 });
				note(`500 files sent in ${Date.now() - began} ms`);
				let jobs = 0;
				for (let cursor = ""; cursor !== null; ) {
					const page = await (await window.context().request.get(`/api/v1/jobs?limit=500${cursor && `&cursor=${cursor}`}`)).json();
					jobs += page.jobs.filter((one) => /^tệp \d+\.txt$/.test(one.file)).length;
					cursor = page.next;
				}
				assert.equal(jobs, 500);
				await window.context().close();
			},
		},
	];
}
