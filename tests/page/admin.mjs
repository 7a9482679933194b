// SPDX-License-Identifier: GPL-3.0-or-later
// The administration and the own account: inviting somebody, what is done with an account, the record of changes, one-time codes that the
// office demands while somebody works, another password, sessions, API tokens.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { findViolations, openWindow, password, runProgram, takePicture } from "./server.mjs";

/** An account of the test's own, for those of the store are used by others. */
async function addUser(server, name, role) {
	await runProgram(server.program, ["--store", server.store, "user", "add", name, "--role", role, "--password-stdin"], password + "\n");
}

/** The six digits that a telephone would show now (RFC 6238). */
function codeOf(secret) {
	let bits = "";
	for (const letter of secret.replace(/\s/g, "")) bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
	const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
	const hash = createHmac("sha1", key).update(step).digest();
	return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function signIn(window, name, secret) {
	await window.fill("#sign-in-name", name);
	await window.fill("#sign-in-password", secret);
	await window.keyboard.press("Enter");
	await window.waitForSelector("h1:has-text('Hôm nay')");
}

/** Takes a step with an account and confirms it */
async function step(window, name, tag) {
	await window.click(`section button:has-text("${name}")`);
	await window.click("[role=dialog] .ant-btn-primary");
	await window.waitForSelector("[role=dialog]", { state: "detached" });
	if (tag) await window.waitForSelector(`.tag:has-text("${tag}")`);
}

const known = (problems) => problems.filter((one) => !/status of 40/.test(one));

export function admin() {
	return [
		{
			name: "admin: somebody is invited, sets a password, gets another role, is signed out and disabled; the record tells of it",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				await window.goto("/quan-tri");
				await window.waitForSelector(".wt-row");
				await window.click("button:has-text('Mời người dùng')");
				await window.fill("#user-name", "nguyenthimai");
				await window.fill("#user-unit", "tu phap");
				await window.click(".ant-select-item-option:visible:has-text('Phòng Tư pháp')");
				await takePicture(window, folder, "admin-invite");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.click("[role=dialog] .ant-btn-primary");
				const link = await window.locator("#invitation").inputValue();
				await takePicture(window, folder, "admin-invitation");

				const guest = await openWindow(browser, server);
				await guest.goto(link);
				await guest.fill("#invited-password", "Mưa phùn ghế đá 27 cánh diều");
				await guest.fill("#invited-repeat", "khác");
				await guest.keyboard.press("Enter");
				await guest.waitForSelector("[role=alert]:has-text('chưa giống nhau')");
				assert.equal(new URL(guest.url()).hash, "", "the secret leaves the address");
				await takePicture(guest, folder, "invitation");
				assert.deepEqual(await findViolations(guest), []);
				await guest.fill("#invited-repeat", "Mưa phùn ghế đá 27 cánh diều");
				await guest.keyboard.press("Enter");
				await guest.click("button:has-text('Đăng nhập')");
				await signIn(guest, "nguyenthimai", "Mưa phùn ghế đá 27 cánh diều");

				const late = await openWindow(browser, server);
				await late.goto(link);
				await late.fill("#invited-password", "Thuyền nan bến cũ 81 hoa gạo");
				await late.fill("#invited-repeat", "Thuyền nan bến cũ 81 hoa gạo");
				await late.keyboard.press("Enter");
				await late.waitForSelector("[role=alert]:has-text('đã dùng hoặc đã hết hạn')");
				await late.context().close();

				await window.click("[role=dialog] .ant-modal-close");
				await window.fill("input[type=search]", "THIMAI");
				await window.click(".wt-row:has-text('nguyenthimai')");
				await window.waitForSelector("dd:has-text('Phòng Tư pháp')");
				await window.click("section button:has-text('Đổi vai trò')");
				await window.click("#user-role", { force: true });
				await window.click(".ant-select-item-option:visible:has-text('Đầu mối đơn vị')");
				await window.fill("#user-reason", "phân công lại <b>");
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("dd:has-text('Đầu mối đơn vị')");
				await step(window, "Kết thúc mọi phiên");
				await guest.goto("/nhiem-vu");
				await guest.waitForSelector("#sign-in-name");
				await step(window, "Khóa tài khoản", "Đã khóa");
				await takePicture(window, folder, "admin-user");
				assert.deepEqual(await findViolations(window), []);

				await window.click("a:has-text('Nhật ký của tài khoản')");
				const record = window.locator("li:has-text('Đổi vai trò')").first();
				await record.locator("summary").click();
				await record.locator("text=phân công lại <b>").waitFor();
				await record.locator("tr:has-text('Vai trò')").waitFor();
				await takePicture(window, folder, "admin-record");
				assert.deepEqual(await findViolations(window), []);
				assert.deepEqual([...known(window.problems), ...known(guest.problems)], []);
				await window.context().close();
				await guest.context().close();
			},
		},
		{
			name: "admin: a year gets its days off by keyboard alone, somebody else is second, the year is given back",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				const year = new Date().getFullYear() + 1;
				const saturday = [...Array(7).keys()].map((at) => new Date(Date.UTC(year, 1, 8 + at))).find((day) => day.getUTCDay() === 6).getUTCDate();
				const choose = async (page) => {
					await page.goto("/quan-tri/ngay-nghi");
					await page.waitForSelector("#months");
					await page.focus("[aria-label='Năm']");
					await page.keyboard.press("ArrowDown");
					await page.waitForSelector(`.ant-select-item-option:has-text('Năm ${year}')`);
					await page.keyboard.press("ArrowDown");
					await page.keyboard.press("Enter");
					await page.waitForSelector(".tag.warn:has-text('Chưa có lịch nghỉ')");
				};
				await choose(window);
				await window.waitForSelector("text=mới có các ngày nghỉ cố định");
				const whole = async () => Number(await window.locator("#months ~ div td").last().textContent());
				const before = await whole();
				await window.focus("button:has-text('Thêm ngày')");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#day-first");
				await window.focus("#day-first");
				await window.keyboard.type(`1/2/${year}`);
				await window.keyboard.press("Tab");
				await window.keyboard.type(`07/02/${year}`);
				await window.keyboard.press("Tab");
				await window.keyboard.type("Tết <b>Nguyên đán</b>");
				await window.keyboard.press("Tab");
				await window.keyboard.type("Thông báo thử");
				await takePicture(window, folder, "holidays-day");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.keyboard.press("Control+Enter");
				await window.waitForSelector("[role=dialog]", { state: "detached" });
				await window.waitForSelector("text=chưa lưu");
				// a Monday is not worked instead, a Saturday is
				await window.focus("button:has-text('Thêm ngày')");
				await window.keyboard.press("Enter");
				await window.waitForSelector("#day-first");
				await window.click(".ant-segmented-item:has-text('Làm bù')");
				await window.fill("#day-name", "Làm bù");
				await window.fill("#day-first", `${String(saturday - 1).padStart(2, "0")}/02/${year}`);
				await window.waitForSelector("[role=alert]:has-text('thứ Bảy hoặc Chủ nhật')");
				await window.fill("#day-first", `${String(saturday).padStart(2, "0")}/02/${year}`);
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("[role=dialog]", { state: "detached" });
				await window.waitForSelector(`tr:has-text('${String(saturday).padStart(2, "0")}/02/${year}') .tag:has-text('Làm bù')`);
				// it waits in the browser
				await choose(window);
				await window.waitForSelector("th:has-text('01/02/')");
				const other = await openWindow(browser, server, { name: "quantri" });
				await choose(other);
				await window.focus(`button:has-text('Lưu lịch năm ${year}')`);
				await window.keyboard.press("Enter");
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector(".tag:has-text('Cơ quan tự nhập')");
				await window.waitForSelector("td:has-text('Tết <b>Nguyên đán</b>')");
				await window.waitForFunction((n) => Number([...document.querySelectorAll("#months ~ div td")].pop().textContent) === n - 4, before);
				await takePicture(window, folder, "holidays-own");
				assert.deepEqual(await findViolations(window), []);
				const coming = window.waitForEvent("download");
				await window.click("button:has-text('Tải CSV')");
				assert.match(readFileSync(await (await coming).path(), "utf8"), /first,last,what,name,source\r\n[^]*Tết <b>Nguyên đán<\/b>,Thông báo thử/);
				// whoever looked at the year before is told, and overwrites nothing
				await other.click("button[aria-label^='Bỏ Tết Dương lịch']");
				await other.click(`button:has-text('Lưu lịch năm ${year}')`);
				await other.click("[role=dialog] .ant-btn-primary");
				await other.waitForSelector("[role=dialog] [role=alert]");
				await other.click("[role=dialog] .ant-modal-close");
				await other.waitForSelector("[role=status]:has-text('Người khác vừa lưu')");
				assert.ok(await other.locator(`button:has-text('Lưu lịch năm ${year}')`).isDisabled());
				await takePicture(other, folder, "holidays-second");
				await other.click("button:has-text('Bỏ thay đổi')");
				await other.waitForSelector("td:has-text('Tết <b>Nguyên đán</b>')");
				await other.context().close();
				await step(window, "Dùng lại dữ liệu", "Theo dữ liệu của chương trình");
				assert.equal(await whole(), before);
				await window.emulateMedia({ media: "print" });
				const wide = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.ok(wide <= 0);
				await takePicture(window, folder, "holidays-print");
				assert.deepEqual(known(window.problems), []);
				await window.context().close();
			},
		},
		{
			name: "admin: the jobs of all, with whose they are and why one failed",
			run: async ({ server, browser, folder }) => {
				const clerk = await openWindow(browser, server, { name: "vanthu" });
				await clerk.goto("/nhap-van-ban");
				await clerk.setInputFiles("input[type=file]", { name: "hỏng <i>.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 không phải DOCX") });
				await clerk.waitForSelector("li.job:has-text('hỏng <i>.docx')");
				const window = await openWindow(browser, server, { name: "quantri" });
				await window.goto("/quan-tri/viec-doc");
				const row = window.locator("li.job:has-text('hỏng <i>.docx')").first();
				await row.locator(".tag:has-text('Không đọc được')").waitFor();
				await row.locator("text=vanthu").waitFor();
				await row.locator("p.bad").first().waitFor();
				await takePicture(window, folder, "admin-jobs-failed");
				assert.deepEqual(await findViolations(window), []);
				// it is read again without coming again, and is no better
				const tries = window.waitForResponse((answer) => /\/jobs\/\d+\/tries$/.test(answer.url()));
				await row.locator("button:has-text('Thử lại')").click();
				assert.equal((await tries).status(), 202);
				await window.waitForSelector("text=đang chờ đọc lại");
				await row.locator(".tag:has-text('Không đọc được')").waitFor();
				await row.locator("button:has-text('Thử lại')").waitFor();
				assert.deepEqual(window.problems, []);
				await window.context().close();
				await clerk.context().close();
			},
		},
		{
			name: "admin: the record: filter, chain with its head, download; an inspector reads it too",
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "kiemtra" });
				await window.goto("/quan-tri/nhat-ky");
				await window.waitForSelector(".lines summary");
				await window.click("button:has-text('Kiểm tra chuỗi')");
				await window.waitForSelector("#chain .tag.good:has-text('Chuỗi nguyên vẹn')");
				assert.match(await window.textContent("section:has(#chain) code"), /^[0-9a-f]{64}$/);
				await takePicture(window, folder, "admin-chain");
				assert.deepEqual(await findViolations(window), []);
				await window.fill("#audit-from", "31/02/2026");
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=alert]:has-text('Ngày chưa đúng')");
				await window.fill("#audit-from", "1/1/2024");
				await window.fill("#audit-to", "31/1/2024");
				await window.fill("#audit-who", "Phạm Minh Đức (quản trị)");
				await window.keyboard.press("Enter");
				await window.waitForSelector(".lines strong:has-text('Nhập')");
				assert.equal(await window.locator(".lines > li").count(), await window.locator(".lines > li:has-text('Phạm Minh Đức')").count());
				const coming = window.waitForEvent("download");
				await window.click("button:has-text('Tải về')");
				const records = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
				assert.ok(records.length > 0 && records.every((one) => one.who === "Phạm Minh Đức (quản trị)"));
				await window.fill("#audit-who", "<img src=x onerror=alert(1)>");
				await window.keyboard.press("Enter");
				await window.waitForSelector(".empty strong");
				await window.click("button:has-text('Bỏ lọc')");
				await window.waitForSelector(".lines summary");
				assert.deepEqual(window.problems, []);
				await window.context().close();

				const officer = await openWindow(browser, server, { name: "chuyenvien" });
				await officer.goto("/quan-tri");
				await officer.waitForSelector("[role=alert]:has-text('Không có quyền')");
				assert.equal(await officer.locator(".nav a:has-text('Quản trị')").count(), 0);
				await officer.context().close();
			},
		},
		{
			name: "admin: one-time codes that are demanded while somebody works: nothing typed is lost; an administrator drops them",
			alone: true,
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: "quantri" });
				const other = await openWindow(browser, server, { name: "kiemtra" });
				await other.goto("/nhiem-vu");
				await other.waitForSelector(".wt-row");
				await other.fill("input[type=search]", "đang gõ dở");
				const demand = async (confirm) => {
					await window.goto("/quan-tri/vai-tro");
					await window.click("tr:has(th:text-is('Kiểm tra')) button");
					await window.click(`[role=dialog] button:has-text('${confirm}')`);
					await window.waitForSelector("[role=dialog]", { state: "detached" });
				};
				await demand("Bắt buộc");
				await window.waitForSelector("tr:has(th:text-is('Kiểm tra')) .tag:has-text('Có')");
				await other.click("[aria-label='Lọc theo trạng thái']", { force: true });
				await other.click(".ant-select-item-option:has-text('Mọi trạng thái')");
				await other.waitForSelector("[role=dialog] >> text=Cần đăng ký mã dùng một lần");
				const secret = await other.textContent("#totp-secret");
				await takePicture(other, folder, "enrol");
				assert.deepEqual(await findViolations(other, ".ant-modal"), []);
				await other.fill("#totp-proof", "000000");
				await other.fill("#totp-password", password);
				await other.keyboard.press("Enter");
				await other.waitForSelector("[role=dialog] [role=alert]:has-text('mã không phải')");
				await other.fill("#totp-proof", codeOf(secret));
				await other.keyboard.press("Enter");
				await other.waitForSelector("[role=dialog]", { state: "detached" });
				assert.equal(await other.inputValue("input[type=search]"), "đang gõ dở");
				await other.context().close();

				// who signs in anew is asked for a code, until an administrator drops it
				const again = await openWindow(browser, server);
				await again.goto("/");
				await again.fill("#sign-in-name", "kiemtra");
				await again.fill("#sign-in-password", password);
				await again.keyboard.press("Enter");
				await again.waitForSelector("#sign-in-code:focus");
				await window.goto("/quan-tri");
				await window.click(".wt-row:has-text('kiemtra')");
				await step(window, "Bỏ mã dùng một lần");
				await again.fill("#sign-in-code", "");
				await again.click("button[type=submit]");
				await again.waitForSelector("[role=dialog] >> text=Cần đăng ký mã dùng một lần");
				assert.equal(await again.locator(".nav").count(), 0, "nothing stands behind it");
				await takePicture(again, folder, "enrol-first");
				await demand("Thôi bắt buộc");
				await again.reload();
				await again.waitForSelector("h1:has-text('Hôm nay')");
				assert.deepEqual(known(window.problems), []);
				await window.context().close();
				await again.context().close();
			},
		},
		{
			name: "account: another password, sessions, an API token that is shown once",
			run: async ({ server, browser, folder }) => {
				await addUser(server, "nguoidung9", "overseer");
				const window = await openWindow(browser, server, { name: "nguoidung9" });
				const elsewhere = await openWindow(browser, server, { name: "nguoidung9" });
				await window.goto("/tai-khoan");
				await window.click("button:has-text('Kết thúc phiên')");
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("#sessions ~ ul > li:only-child");
				await elsewhere.goto("/hom-nay");
				await elsewhere.waitForSelector("#sign-in-name");
				await elsewhere.context().close();

				await window.click("button:has-text('Tạo mã API')");
				await window.fill("#token-name", "phần mềm <b>khác</b>");
				await window.fill("#token-password", "sai mật khẩu");
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("[role=dialog] [role=alert]");
				await window.fill("#token-password", password);
				await takePicture(window, folder, "account-token");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.click("[role=dialog] .ant-btn-primary");
				const token = await window.locator("#token-made").inputValue();
				const ask = () => fetch(server.address + "/api/v1/me", { headers: { Authorization: `Bearer ${token}` } });
				assert.equal((await (await ask()).json()).scopes, "read");
				await window.click("[role=dialog] .ant-modal-close");
				await window.click("li:has-text('phần mềm <b>khác</b>') button");
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("text=Chưa có mã nào.");
				assert.equal((await ask()).status, 401);

				await window.click("button:has-text('Đổi mật khẩu')");
				await window.fill("#again-password", password);
				await window.fill("#new-password", "nguoidung9-2026");
				await window.fill("#repeat-password", "nguoidung9-2026");
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("[role=dialog] [role=alert]:has-text('dễ đoán')");
				await window.fill("#new-password", "Bếp lửa sương sớm 46 hàng cau");
				await window.fill("#repeat-password", "Bếp lửa sương sớm 46 hàng cau");
				await takePicture(window, folder, "account-password");
				assert.deepEqual(await findViolations(window, ".ant-modal"), []);
				await window.click("[role=dialog] .ant-btn-primary");
				await window.waitForSelector("[role=dialog] >> text=Phiên làm việc đã hết");
				await window.fill("#sign-in-password", "Bếp lửa sương sớm 46 hàng cau");
				await window.keyboard.press("Enter");
				await window.waitForSelector("[role=dialog]", { state: "detached" });
				await window.waitForSelector("#sessions ~ ul > li:only-child");
				assert.deepEqual(known(window.problems), []);
				await window.context().close();
			},
		},
	];
}
