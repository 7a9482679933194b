// SPDX-License-Identifier: GPL-3.0-or-later
// Checking a reading: the first main journey (a clerk imports a DOCX, a PDF and a text, checks and issues them), and each thing one does with a task.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { looksOf } from "./looks.mjs";
import { findViolations, openWindow, root, runProgram, takePicture } from "./server.mjs";

export const sample = readFileSync(join(root, "data/samples/22-chuyen-doi-so-huyen.txt"), "utf8");
const renumbered = (number) => sample.replace("28 /KH-UBND", `${number} /KH-UBND`);
const text = (name, body) => ({ name, mimeType: "text/plain", buffer: Buffer.from(body) });

/** A DOCX and a PDF of each text by its name, as an office would make them */
export async function makePdfs(texts) {
	const folder = mkdtempSync(join(tmpdir(), "dondoc-journey-"));
	const script = "import json, sys; sys.path.insert(0, sys.argv[1]); from make_page import make_pdfs; make_pdfs(json.load(sys.stdin), sys.argv[2])";
	await runProgram("python3", ["-c", script, join(root, "tests/integration"), folder], JSON.stringify(texts));
	const made = Object.fromEntries(Object.keys(texts).map((name) => [name, { docx: readFileSync(join(folder, `${name}.docx`)), pdf: readFileSync(join(folder, `${name}.pdf`)) }]));
	rmSync(folder, { recursive: true, force: true });
	return made;
}

async function makeFiles() {
	const { a, b } = await makePdfs({ a: renumbered(931), b: renumbered(932) });
	return [
		{ name: "kế hoạch 931.docx", mimeType: "application/octet-stream", buffer: a.docx },
		{ name: "kế hoạch 932.pdf", mimeType: "application/pdf", buffer: b.pdf },
		text("kế hoạch 933.txt", renumbered(933)),
	];
}

export async function ask(window, path) {
	const answer = await window.context().request.get("/api/v1" + path);
	assert.equal(answer.status(), 200, path);
	return answer.json();
}

/** Brings a file in by the API. Returns: the number of its document */
export async function bring(window, name, body) {
	const { csrf } = await ask(window, "/me");
	const answer = await window.context().request.post("/api/v1/documents", { headers: { "X-CSRF-Token": csrf }, multipart: { files: text(name, body) } });
	const { jobs } = await answer.json();
	for (;;) {
		const job = await ask(window, `/jobs/${jobs[0].id}`);
		if (job.state === "done") return job.found[0].document;
		assert.ok(["waiting", "running"].includes(job.state), job.message);
		await window.waitForTimeout(100);
	}
}

const chosen = (window) => window.locator(".check-task.chosen");
const draftOf = async (window, id) => (await ask(window, `/documents/${id}/draft?limit=500`)).tasks.map((one) => one.now);

/** Enter on the chosen task, until the page has answered: the form that asks who leads, or the next task. The last one is accepted on the server when nothing is left to go on to. */
async function pressEnter(window) {
	const before = await chosen(window).getAttribute("id");
	await window.keyboard.press("Enter");
	await window.waitForFunction(
		(id) => document.querySelector(".task-form textarea:focus") || document.querySelector(".check-task.chosen")?.id !== id || ![...document.querySelectorAll(".check-task")].some((one) => one.textContent.includes("Nháp trích xuất")),
		before,
	);
}

async function openPlan(window, id) {
	await window.goto(`/kiem-tra/${id}`);
	await chosen(window).waitFor();
}

/** Says what a version of the API's says of somebody else's change, done behind the page's back */
async function correctBehind(window, task, body) {
	const { csrf } = await ask(window, "/me");
	const answer = await window.context().request.patch(`/api/v1/tasks/${task.id}`, { headers: { "X-CSRF-Token": csrf, "If-Match": `"${task.version}"` }, data: body });
	assert.equal(answer.status(), 200);
}

function findPlan(documents, number) {
	const found = documents.find((one) => one.number === number && one.known);
	assert.ok(found, number);
	return found.id;
}

export function check() {
	return [
		...looksOf.map(([screen, theme, settings]) => ({
			name: `check: a plan, ${screen}, ${theme}`,
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu", screen, theme, settings });
				await window.goto("/");
				await openPlan(window, findPlan((await ask(window, "/documents?limit=500")).documents, "07/CT-UBND"));
				await window.waitForSelector(".src-line.marked", { state: "attached" });
				await takePicture(window, folder, `check-${screen}-${theme}`);
				assert.deepEqual(await findViolations(window), []);
				const wide = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
				if (screen === "phone") {
					await window.click(".check-views >> text=Văn bản");
					await window.waitForSelector(".src-line >> visible=true");
					await takePicture(window, folder, `check-source-${screen}-${theme}`);
				}
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		})),
		{
			name: "check: journey of a clerk: a DOCX, a PDF and a text come in, are checked and issued",
			run: async ({ server, browser, folder, note }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/nhap-van-ban");
				await window.setInputFiles("input[type=file]", await makeFiles());
				for (const name of ["kế hoạch 931.docx", "kế hoạch 932.pdf", "kế hoạch 933.txt"])
					await window.locator("li.job", { hasText: name }).locator("a:has-text('Kiểm tra')").waitFor({ timeout: 60_000 });
				await takePicture(window, folder, "journey-imported");
				const ids = [];
				for (const name of ["kế hoạch 933.txt", "kế hoạch 932.pdf", "kế hoạch 931.docx"]) {
					await window.goto("/nhap-van-ban");
					await window.locator("li.job", { hasText: name }).locator("a:has-text('Kiểm tra')").click();
					await chosen(window).waitFor();
					const id = Number(new URL(window.url()).pathname.split("/").pop());
					ids.push(id);
					const began = Date.now();
					// Enter accepts what has one lead and goes on; what has none opens its form
					while ((await draftOf(window, id)).some((one) => one.state === "draft")) {
						await pressEnter(window);
						if ((await window.locator(".task-form").count()) === 0) continue;
						await window.fill(".task-form [name=lead]", "Phòng Văn hóa và Thông tin");
						await window.click(".task-form button:has-text('Lưu và duyệt')");
						await window.waitForSelector(".task-form", { state: "detached" });
					}
					note(`${name}: accepted by keyboard in ${Date.now() - began} ms`);
					await window.click("button:has-text('Ban hành, giao nhiệm vụ')");
					await window.waitForSelector(".going >> text=Phòng Văn hóa và Thông tin");
					if (ids.length === 1) await takePicture(window, folder, "journey-issue");
					await window.click(".ant-modal button:has-text('Giao nhiệm vụ')");
					await window.waitForSelector("text=/Đã giao \\d+ nhiệm vụ/");
				}
				for (const id of ids) {
					const tasks = await draftOf(window, id);
					assert.ok(tasks.length >= 14, `${tasks.length} tasks`);
					assert.ok(tasks.every((one) => one.state === "assigned"), tasks.map((one) => one.state).join(" "));
				}
				await window.click("a:has-text('Xem nhiệm vụ đã giao')");
				await window.waitForSelector(".wt-row");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: the source and the task mark each other; keys move, find and help",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				await openPlan(window, await bring(window, "k.txt", renumbered(941)));
				await window.click(".check-tools >> text=Theo thứ tự văn bản");
				const lines = sample.split("\n");
				const line = lines.findIndex((one) => one.includes("Kiện toàn Ban Chỉ đạo")) + 1;
				await window.locator(`[data-line="${line}"] .src-text`).click();
				await chosen(window).filter({ hasText: "Kiện toàn Ban Chỉ đạo" }).waitFor();
				await window.waitForSelector(`[data-line="${line}"].marked`);
				await window.click("h1");
				await window.keyboard.press("j");
				await chosen(window).filter({ hasNotText: "Kiện toàn Ban Chỉ đạo" }).waitFor();
				await window.waitForSelector(`[data-line="${line}"]:not(.marked)`, { state: "attached" });
				await window.keyboard.press("k");
				await chosen(window).filter({ hasText: "Kiện toàn Ban Chỉ đạo" }).waitFor();
				await window.keyboard.press("/");
				await window.keyboard.type("quy che quan ly");
				await window.waitForFunction(() => document.querySelectorAll(".check-task").length === 1);
				await window.keyboard.press("Escape");
				await window.keyboard.press("?");
				await window.waitForSelector("[role=dialog] >> text=Xác định tên đơn vị của nhiệm vụ");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: correcting; what is typed survives a reload; two people see both versions",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const id = await bring(window, "k.txt", renumbered(942));
				await openPlan(window, id);
				const first = Number((await chosen(window).getAttribute("id")).slice("task-".length));
				await window.keyboard.press("e");
				await window.waitForSelector(".task-form textarea:focus");
				await window.fill(".task-form [name=product]", "Báo cáo kết quả");
				await window.reload();
				await window.waitForFunction(() => document.querySelector(".task-form [name=product]")?.value === "Báo cáo kết quả");
				// somebody else is quicker
				const task = (await draftOf(window, id)).find((one) => one.id === first);
				await correctBehind(window, task, { product: "Tờ trình của người khác" });
				await window.waitForSelector(".stale >> text=Tờ trình của người khác");
				await takePicture(window, folder, "check-two-versions");
				assert.equal(await window.inputValue(".task-form [name=product]"), "Báo cáo kết quả");
				await window.click("button:has-text('Dùng bản của tôi')");
				await window.focus(".task-form [name=product]");
				await window.keyboard.press("Control+Enter");
				await window.waitForSelector(".task-form", { state: "detached" });
				const now = (await draftOf(window, id)).find((one) => one.id === first);
				assert.equal(now.product, "Báo cáo kết quả");
				assert.equal(now.text, task.text);
				await window.locator(`#task-${first} >> text=Chương trình đọc`).first().waitFor();
				await window.reload();
				await chosen(window).waitFor();
				assert.equal(await window.locator(".task-form").count(), 0, "what was saved is not kept any more");
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: the dialogs that split and merge by keyboard alone: left without a trace, then done",
			run: async ({ server, browser }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const id = await bring(window, "k.txt", renumbered(946));
				const before = await draftOf(window, id);
				const states = (all) => all.map((one) => [one.id, one.state, one.text]);
				await openPlan(window, id);
				const press = async (...keys) => {
					for (const key of keys) await window.keyboard.press(key);
				};
				const closed = () => window.waitForSelector("[role=dialog]", { state: "hidden" });
				const focused = () => window.evaluate(() => ({ text: document.activeElement?.closest("label, button")?.textContent ?? document.activeElement?.tagName, checked: document.activeElement?.checked, inside: Boolean(document.activeElement?.closest("[role=dialog]")) }));
				// split: Escape leaves all as it is, and what had the focus has it again
				await press("s");
				await window.waitForSelector("[role=dialog] textarea:focus");
				await press("Control+A");
				await window.keyboard.type("Một\nHai");
				await press("Escape");
				await closed();
				assert.deepEqual(states(await draftOf(window, id)), states(before));
				await press("s");
				await window.waitForSelector("[role=dialog] textarea:focus");
				assert.ok((await window.inputValue("[role=dialog] textarea")).length > 10, "begins with the task's own text");
				await press("Control+A");
				await window.keyboard.type("Việc thứ nhất\nViệc thứ hai");
				// past "Hủy" to the button that does it
				await press("Tab", "Tab");
				assert.deepEqual(await focused(), { text: "Tách", checked: undefined, inside: true });
				await press("Enter");
				await closed();
				await chosen(window).filter({ hasText: "Việc thứ nhất" }).waitFor();
				assert.equal((await draftOf(window, id)).length, before.length + 1);
				// merge: the task behind is picked, and has the focus
				await press("m");
				await window.waitForSelector(".merge-list input:focus");
				const next = await focused();
				assert.ok(next.checked && next.inside, JSON.stringify(next));
				await press("Space");
				assert.ok(await window.locator("[role=dialog] .ant-btn-primary").isDisabled(), "nothing is picked");
				await press("Control+Enter", "Space", "Escape");
				await closed();
				assert.equal((await draftOf(window, id)).filter((one) => one.state === "draft").length, before.length + 1, "nothing was merged");
				await press("m");
				await window.waitForSelector(".merge-list input:focus");
				await press("Space");
				for (let i = 0; i < 25 && !(await focused()).text.includes("Việc thứ hai"); i++) await press("Tab");
				await press("Space");
				assert.deepEqual(await focused(), { text: (await focused()).text, checked: true, inside: true });
				assert.match((await focused()).text, /Việc thứ hai/);
				await press("Control+Enter");
				await closed();
				await chosen(window).filter({ hasText: "Việc thứ nhất" }).waitFor();
				assert.equal((await draftOf(window, id)).filter((one) => one.state === "draft").length, before.length);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: by keyboard: split, merge, drop, take back, add",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const id = await bring(window, "k.txt", renumbered(943));
				const before = await draftOf(window, id);
				await openPlan(window, id);
				const count = async (n) => window.waitForFunction((wanted) => [...document.querySelectorAll(".check-task")].filter((one) => one.textContent.includes("Nháp trích xuất")).length === wanted, n);
				await window.keyboard.press("s");
				await window.waitForSelector("[role=dialog] textarea:focus");
				await window.keyboard.press("Control+A");
				await window.keyboard.type("Việc thứ nhất\nViệc thứ hai");
				await takePicture(window, folder, "check-split");
				await window.keyboard.press("Control+Enter");
				await count(before.length + 1);
				await window.waitForSelector("[role=dialog]", { state: "hidden" });
				await chosen(window).filter({ hasText: "Việc thứ nhất" }).waitFor();
				await window.keyboard.press("m");
				await window.waitForSelector(".merge-list");
				for (const box of await window.locator(".merge-list input:checked").all()) await box.uncheck();
				await window.locator(".merge-list label", { hasText: "Việc thứ hai" }).click();
				await takePicture(window, folder, "check-merge");
				await window.keyboard.press("Control+Enter");
				await count(before.length);
				await window.waitForSelector("[role=dialog]", { state: "hidden" });
				await window.keyboard.press("d");
				await window.waitForSelector("[role=dialog] input:focus");
				await window.keyboard.press("Enter");
				await chosen(window).filter({ hasText: "Bỏ khỏi bản nháp" }).waitFor();
				await window.waitForSelector("[role=dialog]", { state: "hidden" });
				await window.keyboard.press("r");
				await chosen(window).filter({ hasText: "Nháp trích xuất" }).waitFor();
				await window.keyboard.press("a");
				await window.waitForSelector(".task-form textarea[name=text]:focus");
				await window.keyboard.type("Việc thêm bằng tay");
				await window.fill(".task-form [name=lead]", "Phòng Tư pháp");
				await window.fill(".task-form [name=time]", "Quý II/2026");
				await window.keyboard.press("Control+Enter");
				await count(before.length + 1);
				const added = (await draftOf(window, id)).find((one) => one.added && one.text === "Việc thêm bằng tay");
				assert.deepEqual([added.lead, added.time.kind, added.time.end], [["Phòng Tư pháp"], "quarter", "2026-06-30"]);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: a name that the directory does not know is settled for the plan",
			// others want a directory without units, or one of their own
			alone: true,
			run: async ({ server, browser, folder }) => {
				const admin = await openWindow(browser, server, { name: "quantri" });
				await admin.goto("/");
				const { csrf } = await ask(admin, "/me");
				const csv = await admin.context().request.get("/api/v1/units/csv");
				const head = (await csv.text()).split("\n")[0].trim();
				const columns = head.split(",");
				const unit = { id: "T.TP", name: "Phòng Tư pháp huyện Vũng Liêm" };
				const added = await admin.context().request.post("/api/v1/units/csv", { headers: { "X-CSRF-Token": csrf, "Content-Type": "text/csv" }, data: `${head}\n${columns.map((one) => unit[one] ?? "").join(",")}\n` });
				assert.equal(added.status(), 200, await added.text());
				await admin.context().close();
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const id = await bring(window, "k.txt", renumbered(944).replaceAll("Phòng Tư pháp", "Phòng Tư pháp và Hộ tịch"));
				await openPlan(window, id);
				await window.click("summary:has-text('Tên đơn vị cần xác định')");
				await window.click("[aria-label='Xác định đơn vị “Phòng Tư pháp và Hộ tịch”'] >> nth=0");
				await window.fill("[role=dialog] .field input >> nth=0", "Phòng Tư pháp huyện Vũng Liêm");
				await window.click("[role=dialog] button:has-text('Tìm')");
				await window.waitForSelector("[role=dialog] label:has-text('T.TP')");
				await takePicture(window, folder, "check-name");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.click("[role=dialog] button:has-text('Lưu')");
				await window.waitForSelector("[role=dialog]", { state: "detached" });
				const { names } = await ask(window, `/documents/${id}/names`);
				const name = names.find((one) => one.name === "Phòng Tư pháp và Hộ tịch");
				assert.deepEqual([name.settled, name.everywhere], ["T.TP", false]);
				assert.equal(await window.locator("[aria-label='Xác định đơn vị “Phòng Tư pháp và Hộ tịch”']").count(), 0);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "check: 45 tasks by keyboard alone",
			run: async ({ server, browser, note }) => {
				const window = await openWindow(browser, server, { name: "vanthu" });
				await window.goto("/");
				const head = sample.split("\n").slice(0, 13).join("\n").replace("28 /KH-UBND", "945 /KH-UBND");
				const tasks = Array.from({ length: 45 }, (_, at) => `${at + 1}. Xây dựng và trình duyệt đề án số ${at + 1} về chuyển đổi số. Đơn vị chủ trì: Phòng Tư pháp. Thời gian: Quý II/2024.`);
				const id = await bring(window, "k.txt", `${head}\nI. NHIỆM VỤ\n${tasks.join("\n")}\n`);
				const draft = await draftOf(window, id);
				assert.equal(draft.length, 45);
				await openPlan(window, id);
				const began = Date.now();
				for (let left = 45; left > 0; left--) {
					await window.keyboard.press("Enter");
					await window.waitForFunction((n) => [...document.querySelectorAll(".check-task")].filter((one) => one.textContent.includes("Nháp trích xuất")).length === n, left - 1);
				}
				note(`45 tasks accepted in ${Date.now() - began} ms`);
				// a task shows as accepted before the server has answered: who then goes at once has accepted it all the same
				await window.close();
				assert.deepEqual(window.problems, []);
				const after = await openWindow(browser, server, { name: "vanthu" });
				for (let waits = 0; waits < 100 && !(await draftOf(after, id)).every((one) => one.state === "approved"); waits++) await after.waitForTimeout(100);
				assert.deepEqual((await draftOf(after, id)).filter((one) => one.state !== "approved"), []);
				await after.context().close();
				await window.context().close();
			},
		},
	];
}
