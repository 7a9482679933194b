// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the first page and the overview: each opens the list of just what it counts; what the overseer closed shows with the leader.
import assert from "node:assert/strict";
import { openWindow } from "./server.mjs";

/** Does @action with task @id for who is signed in in @window */
async function act(window, id, action, said = {}) {
	const { request } = window.context();
	const { csrf } = await (await request.get("/api/v1/me")).json();
	const { version } = await (await request.get(`/api/v1/tasks/${id}`)).json();
	const headers = { "X-CSRF-Token": csrf, "If-Match": `"${version}"` };
	const answer = await request.post(`/api/v1/tasks/${id}/actions`, { headers, data: { action, ...said } });
	assert.equal(answer.status(), 200, `${action}: ${await answer.text()}`);
}

/** A late task of the unit that is due once: one that is due each month goes on to its next month when it is closed */
async function findLateOnce(request) {
	const { tasks } = await (await request.get("/api/v1/tasks?state=assigned,doing&lateness=late&limit=100")).json();
	for (const { id } of tasks) {
		const task = await (await request.get(`/api/v1/tasks/${id}`)).json();
		if (task.occurrences.length === 1) return task;
	}
	throw new Error("the unit has no late task that is due once");
}

const numberOf = async (window, label) => Number(await window.textContent(`.tile:has-text('${label}') .tile-number`));

export function figures() {
	return [
		{
			name: "figures: a number opens the list of what it counts",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "lanhdao" });
				await window.goto("/tong-hop");
				await window.waitForSelector("#how-late");
				const link = window.locator("section[aria-labelledby='by-unit'] tbody tr:has-text('Văn phòng HĐND') td.num a").first();
				const said = Number(await link.textContent());
				assert.ok(said > 0);
				await link.focus();
				await window.keyboard.press("Enter");
				await window.waitForSelector(".wt-row");
				assert.equal(await window.locator(".wt-row").count(), said);
				await window.goBack();
				await window.waitForSelector("#heat");
				const day = window.locator(".heat td a").first();
				const due = Number(await day.textContent());
				await day.click();
				await window.waitForSelector(".wt-row");
				assert.equal(await window.locator(".wt-row").count(), due);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "figures: numbers of the first page open the list of just what they count; a draft opens its check",
			run: async ({ server, browser }) => {
				const leader = await openWindow(browser, server, { name: "kiemtra" });
				for (const label of ["Quá hạn", "Sắp đến hạn", "Đang theo dõi"]) {
					await leader.goto("/hom-nay");
					await leader.waitForSelector(".tile");
					await leader.click(`.tile:has(.tile-label:has-text('${label}'))`);
					await leader.waitForSelector("main h1:text-is('Nhiệm vụ')");
					await leader.waitForSelector(".wt-row, .empty strong");
					// the number may change under other tests: the first page and the list are asked at one time
					const query = new URL(leader.url()).search.replace("?", "&");
					const { count } = await (await leader.context().request.get(`/api/v1/tasks?count=1&limit=1${query.includes("state=") ? "" : "&state=open"}${query}`)).json();
					await leader.waitForFunction((n) => (n === 0 ? document.querySelector(".empty strong") : [...document.querySelectorAll("[role=status]")].some((one) => one.textContent === `${n} nhiệm vụ`)), count);
				}
				assert.deepEqual(leader.problems, []);
				await leader.context().close();
				const clerk = await openWindow(browser, server, { name: "vanthu" });
				await clerk.goto("/hom-nay");
				const draft = clerk.locator("section[aria-labelledby=drafts] a.task-card").first();
				const path = await draft.getAttribute("href");
				assert.match(path, /^\/kiem-tra\/\d+$/);
				await draft.click();
				await clerk.waitForSelector(".check-task");
				assert.equal(new URL(clerk.url()).pathname, path);
				await clerk.goBack();
				await clerk.click(".tile:has-text('Văn bản cần kiểm tra')");
				await clerk.waitForSelector(".jobs li");
				assert.equal(new URL(clerk.url()).pathname, "/kiem-tra");
				assert.deepEqual(clerk.problems, []);
				await clerk.context().close();
			},
		},
		{
			name: "figures: a day that is none is told, another day keeps its figures",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				await window.goto("/tong-hop");
				await window.fill("#as-of", "31/02/2026");
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=alert]:has-text('chưa đúng')");
				// before the plan was there nothing was given out
				await window.fill("#as-of", "1/1/2024");
				await window.keyboard.press("Enter");
				await window.waitForSelector("text=Tính đến hết ngày 01/01/2024");
				await window.waitForSelector(".empty strong");
				assert.equal(new URL(window.url()).search, "?as_of=2024-01-01");
				await window.click("button:has-text('Về hôm nay')");
				await window.waitForSelector("#by-plan");
				await window.context().close();
			},
		},
		{
			name: "figures: what the overseer closes shows with the leader by itself",
			alone: true,
			run: async ({ server, browser }) => {
				const leader = await openWindow(browser, server, { name: "lanhdao" });
				const unit = await openWindow(browser, server, { name: "daumoi" });
				const overseer = await openWindow(browser, server, { name: "theodoi" });
				await leader.goto("/tong-hop");
				await leader.waitForSelector("#by-plan");
				const done = await numberOf(leader, "Xong quá hạn");
				const { id, state } = await findLateOnce(unit.context().request);
				// other tests may have taken all of the unit's tasks on by now
				if (state === "assigned") await act(unit, id, "take");
				await act(unit, id, "submit", { product: "Báo cáo kết quả", proof: "Biên bản nghiệm thu số 12/BB" });
				await act(overseer, id, "close", { reason: "Đủ sản phẩm" });
				await leader.waitForFunction((n) => Number([...document.querySelectorAll(".tile")].find((one) => one.textContent.includes("Xong quá hạn"))?.querySelector(".tile-number")?.textContent) === n, done + 1);
				for (const one of [leader, unit, overseer]) await one.context().close();
			},
		},
	];
}
