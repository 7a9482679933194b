// SPDX-License-Identifier: GPL-3.0-or-later
// Plans: their list, one plan in its three views, what it gives to take away, and what a unit sees of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { findViolations, openWindow, takePicture } from "./server.mjs";

const ask = async (window, path) => (await window.context().request.get(`/api/v1${path}`)).json();

export function plans() {
	return [
		{
			name: "plan: from the list by keyboard to one; its views are kept, and have all tasks each",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				const asked = [];
				window.on("request", (request) => asked.push(new URL(request.url()).pathname));
				await window.goto("/ke-hoach");
				await window.waitForSelector(".wt-row");
				await window.click("[aria-label='Lọc theo tình trạng']", { force: true });
				await window.click(".ant-select-item-option:has-text('Đã giao việc')");
				await window.locator(".wt-row", { hasText: "28/KH-UBND" }).locator("text=/\\d+\\/\\d+ hoàn thành/").waitFor();
				await window.waitForFunction(() => document.querySelectorAll(".wt-row .tag.warn").length === 0);
				assert.deepEqual([...new Set(asked.filter((path) => path.startsWith("/api/v1/documents")))], ["/api/v1/documents"], "no question for each plan");
				await window.focus(".wt");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#plan-tasks");
				await window.goto("/ke-hoach/1");
				await window.waitForSelector(".limb");
				const { tasks } = await ask(window, "/documents/1/draft?limit=500");
				const n = tasks.filter((one) => one.now.state !== "dropped").length;
				assert.equal(await window.locator(".leaf").count(), n);
				// headings lie in each other as in the plan
				await window.locator(".limb .limb summary", { hasText: "II.1.1. Nhận thức số" }).waitFor();
				const view = async (name) => {
					await window.click(`.plan-tasks .ant-segmented-item-label[title="${name}"]`);
				};
				await view("Theo thời gian");
				await window.waitForSelector(".tl-bar");
				assert.equal(await window.locator(".tl tbody th[scope=row]").count(), n);
				await window.locator(".tl-group", { hasText: "Phòng Văn hóa và Thông tin" }).waitFor();
				// what is drawn is told in words too
				await window.locator(".tl tr", { hasText: "II.1.1.1" }).locator("text=01/10/2024 – 31/12/2024").waitFor();
				await view("Đề mục");
				await window.locator(".tl-group", { hasText: "II.1.1. Nhận thức số" }).waitFor();
				await takePicture(window, folder, "plan-time");
				assert.deepEqual(await findViolations(window), []);
				await window.reload();
				await window.locator(".tl-group", { hasText: "II.1.1. Nhận thức số" }).waitFor();
				await view("Bảng");
				await window.waitForSelector(".plan-tasks .wt-row");
				await window.focus(".plan-tasks .wt");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#quoted");
				await window.click("dd a:has-text('28/KH-UBND')");
				await window.waitForSelector("h1:has-text('Kế hoạch 28/KH-UBND')");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "plan: numbers open their lists; CSV, reading and file are those of the plan",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "lanhdao" });
				await window.goto("/ke-hoach/1");
				const late = window.locator(".tile", { hasText: "Quá hạn" });
				const said = Number(await late.locator(".tile-number").textContent());
				assert.ok(said > 0);
				const save = async (name) => {
					const [download] = await Promise.all([window.waitForEvent("download"), window.locator(".page-head .ant-btn", { hasText: name }).click()]);
					return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
				};
				const csv = await save("CSV");
				assert.equal(csv.name, "28-KH-UBND.csv");
				assert.equal(csv.text.charCodeAt(0), 0xfeff);
				assert.match(csv.text, /Kiện toàn Ban Chỉ đạo chuyển đổi số/);
				const reading = JSON.parse((await save("JSON")).text);
				assert.equal(reading.document.number, "28/KH-UBND");
				assert.match((await save("Tệp văn bản")).text, /KẾ HOẠCH/);
				// a basis that nobody brought in yet is told to be so
				assert.ok((await window.locator("section[aria-labelledby=plan-basis] .tag.heard").count()) >= 3);
				await late.click();
				await window.waitForSelector(".wt-row");
				assert.equal(await window.locator(".wt-row").count(), said);
				await window.goto("/tong-hop");
				await window.click("section[aria-labelledby=by-plan] th a:has-text('28/KH-UBND')");
				await window.waitForSelector("#plan-tasks");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "plan: a unit sees its own tasks and no drafts; what is not there is told",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "daumoi" });
				await window.goto("/ke-hoach/1");
				await window.waitForSelector(".leaf");
				const { tasks } = await ask(window, "/tasks?document=1&state=all");
				assert.equal(await window.locator(".leaf").count(), tasks.length);
				assert.equal(await window.locator(".leaf .tag:has-text('Nháp')").count(), 0);
				assert.equal(await window.locator("a:has-text('Kiểm tra và ban hành')").count(), 0);
				await window.goto("/ke-hoach/999999");
				await window.waitForSelector(".empty h1");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
	];
}
