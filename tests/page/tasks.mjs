// SPDX-License-Identifier: GPL-3.0-or-later
// The list of tasks: filters that live in the address, chips, views, columns, CSV and XLSX of what is shown, one step with several tasks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { ask } from "./check.mjs";
import { act, issuePlan } from "./issued.mjs";
import { findViolations, openWindow, takePicture } from "./server.mjs";

const rowsOf = (window) => window.locator(".wt-row");
const searchOf = (window) => new URL(window.url()).searchParams;

async function choose(window, field, option) {
	await window.click(`.filter-bar [aria-label='${field}']`, { force: true });
	await window.click(`.ant-select-item-option:visible:has-text('${option}')`);
}

/** Waits until the list says that it has @n tasks */
const waitForCount = (window, n) => window.waitForSelector(`[role=status]:text-is('${n} nhiệm vụ')`);

/** The sheet of a workbook: what stands behind the head of its entry, which ends by itself. */
function readSheet(bytes) {
	const name = "xl/worksheets/sheet1.xml";
	const start = bytes.indexOf(name);
	assert.ok(start > 0, "there is a sheet");
	return inflateRawSync(bytes.subarray(start + name.length)).toString("utf8");
}

export function tasks() {
	return [
		{
			name: "tasks: filters live in the address, chips take them away, back brings them again",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/nhiem-vu?state=all");
				const all = (await ask(window, "/tasks?state=all&count=1&limit=1")).count;
				await waitForCount(window, all);
				await window.fill("input[type=search]", "chuyen doi so");
				await window.keyboard.press("Enter");
				await window.waitForSelector(".chip >> text=chuyen doi so");
				const found = (await ask(window, "/tasks?state=all&text=chuyen+doi+so&count=1&limit=1")).count;
				assert.ok(found > 0 && found < all, `${found} of ${all}`);
				await waitForCount(window, found);
				assert.equal(searchOf(window).get("text"), "chuyen doi so");
				await choose(window, "Lọc theo thời hạn", "Quá hạn");
				await window.waitForSelector(".chip >> text=Quá hạn");
				assert.equal(searchOf(window).get("lateness"), "late");
				await window.goBack();
				await waitForCount(window, found);
				await window.click("[aria-label*='Bỏ điều kiện: Có từ']");
				await waitForCount(window, all);
				assert.equal(await window.inputValue("input[type=search]"), "");
				// what is rarer stands in a drawer, and is sent at once
				await window.click("button:has-text('Bộ lọc')");
				await window.fill("#filter-from", "31/02/2026");
				await window.click(".ant-drawer button[type=submit]");
				await window.waitForSelector(".ant-drawer [role=alert]:has-text('20/11/2026')");
				await window.fill("#filter-from", "1/1/2024");
				await window.fill("#filter-to", "30/6/2024");
				await window.fill("#filter-unit", "Phòng Văn hóa và Thông tin");
				await takePicture(window, folder, "tasks-drawer");
				assert.deepEqual(await findViolations(window, ".ant-drawer-content-wrapper"), []);
				await window.click(".ant-drawer button[type=submit]");
				await window.waitForSelector(".chip >> text=Đến hạn 01/01/2024 – 30/06/2024");
				await window.waitForSelector(".chip >> text=Chủ trì: Phòng Văn hóa và Thông tin");
				const narrowed = (await ask(window, `/tasks?${searchOf(window)}&count=1&limit=1`)).count;
				assert.ok(narrowed < all);
				if (narrowed > 0) await waitForCount(window, narrowed);
				await takePicture(window, folder, "tasks-chips");
				// the address alone says it all
				const again = await window.context().newPage();
				await again.goto(window.url());
				await again.waitForSelector(".chip >> text=Đến hạn 01/01/2024 – 30/06/2024");
				await window.click("button:has-text('Bỏ mọi điều kiện')");
				assert.equal(new URL(window.url()).search, "");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "tasks: columns and views are kept by this browser, and come again after a reload",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/nhiem-vu?state=all&sort=number");
				await rowsOf(window).first().waitFor();
				await window.click("button:has-text('Cột')");
				await window.click("[role=dialog] label:has-text('Kế hoạch')");
				await window.click("[role=dialog] label:has-text('Tiến độ')");
				await window.click("[aria-label='Đưa “Trạng thái” lên trước']");
				await takePicture(window, folder, "tasks-columns");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.click("[role=dialog] button:has-text('Xong')");
				const heads = () => window.locator(".wt-head [role=columnheader]").allTextContents();
				const wanted = ["Mục", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Trạng thái", "Thời hạn", "Kế hoạch"];
				assert.deepEqual((await heads()).slice(-6), wanted);
				await window.click("button:has-text('Lưu cách xem')");
				await window.waitForSelector("#view-name:focus");
				await window.keyboard.type("Biểu <b>tháng</b>");
				await takePicture(window, folder, "tasks-view");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#view-name", { state: "detached" });
				await window.goto("/nhiem-vu");
				await window.reload();
				await rowsOf(window).first().waitFor();
				assert.deepEqual((await heads()).slice(-6), wanted);
				await window.click("[aria-label='Cách xem']", { force: true });
				await window.click(".ant-select-item-option:visible:has-text('Biểu <b>tháng</b>')");
				await window.waitForFunction(() => location.search === "?state=all&sort=number");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "tasks: CSV and XLSX have just what is shown",
			run: async ({ server, browser }) => {
				// a plan of its own: other tests bring tasks with the same words meanwhile
				const document = await issuePlan(browser, server, 966, ["Xây dựng đề án bến bãi.", "Rà soát bến bãi.", "Trồng cây ven sông."]);
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto(`/nhiem-vu?document=${document}&state=all&text=ben+bai`);
				await rowsOf(window).first().waitFor();
				const count = 2;
				assert.equal(await rowsOf(window).count(), count);
				const [download] = await Promise.all([window.waitForEvent("download"), window.click("button:has-text('Tải CSV')")]);
				assert.match(download.suggestedFilename(), /^nhiem-vu-\d{4}-\d\d-\d\d\.csv$/);
				const text = readFileSync(await download.path(), "utf8");
				assert.ok(text.startsWith("\uFEFF"), "a mark, for spreadsheets");
				// the columns that are shown, in their order; a quoted cell may have ends of lines, states stand alone in theirs
				assert.equal(text.slice(1).split("\r\n")[0], "Mục,Nhiệm vụ,Đơn vị chủ trì,Hạn,Tình hình,Trạng thái,Hoàn thành (%)");
				assert.equal(text.split("\r\n").length, count + 2);
				const [book] = await Promise.all([window.waitForEvent("download"), window.click("button:has-text('Tải Excel')")]);
				assert.match(book.suggestedFilename(), /^nhiem-vu-\d{4}-\d\d-\d\d\.xlsx$/);
				const sheet = readSheet(readFileSync(await book.path()));
				assert.deepEqual([...sheet.matchAll(/<row r="1">.*?<\/row>/gs)][0][0].match(/(?<=preserve">)[^<]*/g), ["Mục", "Nhiệm vụ", "Đơn vị chủ trì", "Hạn", "Tình hình", "Trạng thái", "Hoàn thành (%)"]);
				assert.equal([...sheet.matchAll(/<row /g)].length, count + 1);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "tasks: one step with several tasks tells what became of each",
			run: async ({ server, browser, folder }) => {
				const document = await issuePlan(browser, server, 967, ["Xây dựng đề án thứ nhất về chuyển đổi số.", "Xây dựng đề án thứ hai về chuyển đổi số.", "Xây dựng đề án thứ ba về chuyển đổi số."]);
				const query = `document=${document}&state=all&sort=number`;
				const unit = await openWindow(browser, server, { name: "daumoi" });
				await unit.goto("/");
				for (const task of (await ask(unit, `/tasks?${query}`)).tasks) assert.equal(await act(unit, task, { action: "take" }), 200);
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto(`/nhiem-vu?${query}`);
				await waitForCount(window, 3);
				await window.click("button:has-text('Chọn tất cả')");
				await window.waitForSelector(".bulk >> text=Đã chọn 3 nhiệm vụ");
				await window.click("button:has-text('Bỏ chọn')");
				await window.waitForSelector(".bulk", { state: "detached" });
				// by keyboard: the first two of the table
				await window.locator(".wt").focus();
				await window.keyboard.press("Space");
				await window.keyboard.press("ArrowDown");
				await window.keyboard.press("Space");
				await window.waitForSelector(".bulk >> text=Đã chọn 2 nhiệm vụ");
				assert.equal(await window.locator(".wt-row[aria-selected=true]").count(), 2);
				await takePicture(window, folder, "tasks-picked");
				const [first, second, third] = (await ask(window, `/tasks?${query}`)).tasks;
				await window.click(".bulk [aria-label='Xử lý các nhiệm vụ đã chọn']", { force: true });
				await window.click(".ant-select-item-option:visible:has-text('Tạm dừng')");
				await window.fill("#bulk-until", "31/12/2026");
				await window.click("[role=dialog] button:has-text('Tạm dừng')");
				await window.waitForSelector("[role=dialog] [role=alert]:has-text('Lý do')");
				await window.fill("#bulk-reason", "Chờ hướng dẫn <i>mới</i>");
				// somebody else is quicker with one of them
				assert.equal(await act(window, first, { action: "pause", until: "2026-12-31", reason: "Người khác tạm dừng trước" }), 200);
				await window.click("[role=dialog] button:has-text('Tạm dừng')");
				await window.waitForSelector("text=Đã xong: 1");
				await window.waitForSelector("text=Không làm được: 1");
				await window.waitForSelector("[role=dialog] >> text=Người khác vừa thay đổi");
				await takePicture(window, folder, "tasks-results");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.click("[role=dialog] button:has-text('Xong')");
				await window.waitForSelector(".bulk >> text=Đã chọn 1 nhiệm vụ");
				const now = (await ask(window, `/tasks?${query}`)).tasks;
				assert.deepEqual(now.map((one) => one.state), ["paused", "paused", "accepted"]);
				assert.deepEqual([now[1].version > second.version, now[2].version], [true, third.version]);
				assert.deepEqual(window.problems, []);
				await window.context().close();
				await unit.context().close();
			},
		},
		{
			name: "tasks: on a phone: cards, filters in a drawer",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "chuyenvien", screen: "phone", settings: { large: true } });
				await window.goto("/nhiem-vu");
				await rowsOf(window).first().waitFor();
				await window.click("button:has-text('Bộ lọc')");
				await window.waitForSelector(".ant-drawer #filter-unit");
				await takePicture(window, folder, "tasks-drawer-phone");
				assert.deepEqual(await findViolations(window, ".ant-drawer-content-wrapper"), []);
				await window.fill("#filter-to", "31/12/2030");
				await window.click(".ant-drawer button[type=submit]");
				await window.waitForSelector(".chip >> text=31/12/2030");
				await takePicture(window, folder, "tasks-chips-phone");
				const wide = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.ok(wide <= 0, `${wide} px too wide`);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
	];
}
