// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of units: a list that is taken in, the tree, one unit, a merger, a name that is settled. One test, for each step rests on the one before.
import assert from "node:assert/strict";
import { findViolations, openWindow, takePicture } from "./server.mjs";

const list = `id,name,kind,parent,valid_from,valid_to
H61.27.90,"Phòng Văn hóa, Khoa học và Thông tin",room,H61.27,2025-03-01,
H61.27.91,Phòng Cũ <b>đã giải thể</b>,room,H61.27,,2020-12-31
`;

async function choose(window, field, name) {
	await window.fill(field, name);
	await window.click(`.ant-select-item-option:visible:has-text('${name}')`);
}

export function units() {
	return [
		{
			name: "units: a list is taken in, shown as a tree; a merger; a name is settled",
			alone: true,
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				await window.goto("/don-vi");
				await window.click(".unit-fold[aria-label*='huyện Vũng Liêm']");
				await window.waitForSelector(".unit-tree >> text=Phòng Tư pháp");
				await window.click("button:has-text('Nhập CSV')");
				const file = { name: "a.csv", mimeType: "text/csv" };
				await window.setInputFiles("#unit-file", { ...file, buffer: Buffer.from("sai,cột\n1,2\n") });
				await window.click("[role=dialog] button:has-text('Nhập CSV')");
				await window.waitForSelector("[role=dialog] [role=alert]");
				await window.setInputFiles("#unit-file", { ...file, buffer: Buffer.from(list) });
				await window.click("[role=dialog] button:has-text('Nhập CSV')");
				await window.waitForSelector("text=thêm 2");
				await window.waitForSelector(".unit-tree >> text=Phòng Văn hóa, Khoa học và Thông tin");
				assert.equal(await window.locator("text=đã giải thể").count(), 0, "what ended is not shown");
				await window.click("text=Cả đơn vị đã kết thúc");
				await window.waitForSelector("text=Phòng Cũ <b>đã giải thể</b>");
				await takePicture(window, folder, "units-tree");
				assert.deepEqual(await findViolations(window), []);

				await window.fill("[aria-label^='Tìm đơn vị']", "phong vhtt");
				await window.waitForSelector("li:has-text('H61.27.2')");
				await window.fill("[aria-label='Tên trong văn bản']", "Phòng VHTT");
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=status] >> text=Đã rõ");

				await window.click("button:has-text('Sáp nhập')");
				await choose(window, "#merge-from", "Phòng Văn hóa và Thông tin");
				await choose(window, "#merge-into", "Phòng Văn hóa, Khoa học");
				await window.fill("#merge-document", "12/QĐ-UBND");
				await window.fill("#merge-day", "01/03/2025");
				await takePicture(window, folder, "units-merge");
				assert.deepEqual(await findViolations(window), []);
				await window.keyboard.press("Control+Enter");
				await window.waitForSelector(".ant-message >> text=Đã ghi nhận");

				await window.fill("[aria-label^='Tìm đơn vị']", "H61.27.2");
				await window.click("a:has-text('Phòng Văn hóa và Thông tin')");
				await window.waitForSelector("#successions");
				await window.waitForSelector("text=Chuyển cho Phòng Văn hóa, Khoa học và Thông tin");
				await window.waitForSelector(".tile.bad");
				await takePicture(window, folder, "unit");
				assert.deepEqual(await findViolations(window), []);

				await window.goto("/don-vi/ten-goi");
				await choose(window, "#names-document", "28/KH-UBND");
				const row = window.locator(".name-row:has-text('Trung tâm Y tế huyện')");
				await row.locator("button").click();
				await choose(window, "#settle-unit", "Phòng Tư pháp");
				await window.fill("#settle-reason", "theo quyết định của huyện");
				await takePicture(window, folder, "units-settle");
				await window.click("[role=dialog] button.ant-btn-primary");
				await row.locator("text=Đã quyết định: Phòng Tư pháp").waitFor();
				await takePicture(window, folder, "units-names");
				assert.deepEqual(await findViolations(window), []);
				assert.deepEqual(window.problems.filter((one) => !/status of 4/.test(one)), []);
				await window.context().close();

				const unit = await openWindow(browser, server, { name: "chuyenvien", screen: "phone", settings: { large: true } });
				await unit.goto("/don-vi");
				await unit.waitForSelector(".unit-tree");
				assert.equal(await unit.locator("button:has-text('Nhập CSV')").count(), 0);
				await takePicture(unit, folder, "units-tree-phone");
				assert.deepEqual(await findViolations(unit), []);
				assert.deepEqual(unit.problems, []);
				await unit.context().close();
			},
		},
	];
}
