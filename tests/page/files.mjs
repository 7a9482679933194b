// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing files in: several at once, what is refused, what was there already.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findViolations, openWindow, root, runProgram, takePicture } from "./server.mjs";

const sample = (name) => readFileSync(join(root, "data/samples", name));
/** A plan that the store does not have yet: another number */
const renumbered = (name, was, now) => Buffer.from(sample(name).toString("utf8").replaceAll(was, now));

const PASSWORD = "Mở tệp số 7";
/** The browser prints a plan, and qpdf puts a password on it. Returns: the bytes */
async function lockPdf(browser, text) {
	const folder = mkdtempSync(join(tmpdir(), "dondoc-locked-"));
	const [plain, locked] = [join(folder, "plain.pdf"), join(folder, "locked.pdf")];
	const page = await browser.newPage();
	await page.setContent(`<body style="font: 13pt 'Times New Roman', serif">${text.split("\n").map((line) => `<p>${line}</p>`).join("")}</body>`);
	writeFileSync(plain, await page.pdf({ format: "A4" }));
	await page.close();
	await runProgram("qpdf", ["--encrypt", PASSWORD, "owner", "256", "--", plain, locked]);
	const bytes = readFileSync(locked);
	rmSync(folder, { recursive: true });
	return bytes;
}
const plan = (number) => `ỦY BAN NHÂN DÂN XÃ AN BÌNH
Số: ${number}/KH-UBND
An Bình, ngày 20 tháng 11 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2027
II. NHIỆM VỤ
1. Rà soát, nâng cấp mạng nội bộ của xã
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội
- Thời gian thực hiện: Quý II năm 2027`;

export function files() {
	return [
		...["desk", "phone"].map((screen) => ({
			name: `import: files with a password, on a ${screen}`,
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu", screen, theme: screen === "phone" ? "dark" : "light", settings: screen === "phone" ? { theme: "dark" } : {} });
				await window.goto("/nhap-van-ban");
				const number = screen === "phone" ? 951 : 953;
				const [first, second] = [`mật ${number}.pdf`, `kín ${number}.pdf`];
				await window.setInputFiles("input[type=file]", await Promise.all([first, second].map(async (name, i) => ({ name, mimeType: "application/pdf", buffer: await lockPdf(browser, plan(number + i)) }))));
				const job = (name) => window.locator("li.job", { hasText: name });
				const field = (name) => job(name).getByLabel(`Mật khẩu của tệp ${name}`);
				// each asks for its own
				await field(second).waitFor();
				await field(first).fill("không phải");
				assert.equal(await field(first).getAttribute("type"), "password");
				assert.equal(await field(first).getAttribute("autocomplete"), "off");
				await field(first).press("Enter");
				await job(first).locator("text=Mật khẩu chưa đúng").waitFor();
				await job(first).locator("text=còn 9 lần").waitFor();
				assert.equal(await field(first).inputValue(), "");
				assert.equal(await job(second).locator("text=Mật khẩu chưa đúng").count(), 0);
				await job(first).scrollIntoViewIfNeeded();
				await takePicture(window, folder, `import-locked-${screen}`);
				assert.deepEqual(await findViolations(window), []);
				// who goes away and comes back finds it waiting
				await window.reload();
				await job(first).locator("text=Mật khẩu chưa đúng").waitFor();
				await field(first).fill(PASSWORD);
				await job(first).locator("button:has-text('Đọc tiếp')").click();
				await job(first).locator(`text=${number}/KH-UBND`).waitFor();
				await job(first).locator("text=1 nhiệm vụ").waitFor();
				// one that is not wanted any more
				await field(second).waitFor();
				await job(second).locator("button:has-text('Hủy đọc')").click();
				await job(second).locator("text=Đã hủy").waitFor();
				assert.equal(await field(second).count(), 0);
				assert.ok(!(await window.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).includes(PASSWORD));
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		})),
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
