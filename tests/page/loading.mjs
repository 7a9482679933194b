// SPDX-License-Identifier: GPL-3.0-or-later
// How much a first visit loads, and each page behind it; how the files are served.
import assert from "node:assert/strict";
import { openWindow, password } from "./server.mjs";

const FIRST = 450_000; // bytes as they go over the line, until the first page can be used
const LATER = 150_000;
const SIGN_IN = 120_000; // of scripts, before a name can be typed: Ant Design is not among them
const SIGN_IN_SCRIPTS = 4;

/** Counts bytes over the line of what @act loads */
async function count(window, act) {
	const session = await window.context().newCDPSession(window);
	await session.send("Network.enable");
	let bytes = 0;
	session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
	await act();
	await window.waitForLoadState("load");
	await window.waitForTimeout(300);
	await session.detach();
	return bytes;
}

export function loading() {
	return [
		{
			name: "loading: bytes of a first visit and of later pages",
			alone: true,
			run: async ({ server, browser, note }) => {
				const window = await openWindow(browser, server, { name: "theodoi" });
				const began = Date.now();
				let usable = 0;
				const first = await count(window, async () => {
					await window.goto("/nhiem-vu");
					await window.waitForSelector(".wt-row");
					usable = Date.now() - began;
				});
				note(`first visit: ${first} bytes, usable after ${usable} ms here`);
				assert.ok(first < FIRST, `${first} bytes`);
				for (const path of ["/nhap-van-ban", "/kiem-tra", "/tai-khoan", "/hom-nay", "/ke-hoach", "/van-ban", "/tong-hop"]) {
					const later = await count(window, async () => {
						await window.click(`nav a[href='${path}']`);
						await window.waitForSelector("main h1:not(:empty)");
					});
					note(`${path}: ${later} bytes more`);
					assert.ok(later < LATER, `${path}: ${later} bytes`);
				}
				await window.context().close();
			},
		},
		{
			name: "loading: signing in waits for little, and what stands behind it comes meanwhile",
			run: async ({ server, browser, note }) => {
				const html = await (await fetch(server.address + "/")).text();
				const named = (pattern) => [...html.matchAll(pattern)].map((one) => one[1]);
				const atOnce = named(/<(?:script|link)[^>]* (?:src|rel="modulepreload" href)="([^"]+\.js)"/g);
				const behind = named(/<link rel="inside" href="([^"]+)"/g);
				let bytes = 0;
				for (const path of atOnce) bytes += Number((await fetch(server.address + path, { method: "HEAD", headers: { "Accept-Encoding": "br" } })).headers.get("content-length"));
				note(`${atOnce.length} scripts of ${bytes} bytes, ${behind.length} behind them`);
				assert.ok(atOnce.length > 0 && atOnce.length <= SIGN_IN_SCRIPTS && bytes < SIGN_IN, `${atOnce.length} scripts, ${bytes} bytes`);
				assert.ok(behind.length > 0);
				const window = await openWindow(browser, server);
				const kept = () => window.evaluate(() => localStorage.getItem("dondoc.in"));
				const asked = [];
				window.on("request", (request) => asked.push(new URL(request.url()).pathname));
				await window.goto("/");
				await window.waitForSelector("#sign-in-name");
				for (const path of behind) await window.waitForFunction((address) => performance.getEntriesByType("resource").some((one) => one.name.endsWith(address)), path);
				assert.equal(await kept(), null);
				await window.fill("#sign-in-name", "theodoi");
				await window.fill("#sign-in-password", password);
				await window.click("button:has-text('Đăng nhập')");
				await window.waitForSelector("h1:has-text('Hôm nay')");
				assert.equal(await kept(), "true");
				// the same browser another day: nobody's answer is waited for
				asked.length = 0;
				await window.route("**/api/v1/me", async (route) => {
					for (const path of behind) while (!asked.includes(path)) await new Promise((resolve) => setTimeout(resolve, 10));
					await route.continue();
				});
				await window.reload();
				await window.waitForSelector("h1:has-text('Hôm nay')");
				await window.unroute("**/api/v1/me");
				await window.goto("/tai-khoan");
				await window.click("button:has-text('Đăng xuất'):not(:has-text('mọi'))");
				await window.waitForSelector("#sign-in-name");
				assert.equal(await kept(), null);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		},
		{
			name: "loading: headers, codings and tags of what is served",
			run: async ({ server }) => {
				const ask = (path, headers = {}, method = "GET") => fetch(server.address + path, { method, headers });
				const page = await ask("/");
				const html = await page.text();
				assert.equal(page.status, 200);
				assert.equal(page.headers.get("cache-control"), "no-cache");
				assert.equal(page.headers.get("x-content-type-options"), "nosniff");
				assert.equal(page.headers.get("referrer-policy"), "no-referrer");
				const policy = page.headers.get("content-security-policy");
				assert.match(policy, /default-src 'none'; script-src 'self';/);
				assert.match(policy, /frame-ancestors 'none'/);
				assert.doesNotMatch(html, /<script(?![^>]* src=)/, "no script stands in the page");
				const tag = page.headers.get("etag");
				const again = await ask("/nhiem-vu/17", { "If-None-Match": tag });
				assert.equal(again.status, 304, "every path of the page is the same page");
				const script = /rel="modulepreload" href="([^"]+)"/.exec(html)[1];
				const plain = await ask(script, { "Accept-Encoding": "identity" });
				const text = await plain.text();
				assert.equal(plain.headers.get("content-encoding"), null);
				for (const [accept, coding] of [["br", "br"], ["gzip", "gzip"], ["gzip;q=1, br;q=0", "gzip"]]) {
					const coded = await ask(script, { "Accept-Encoding": accept });
					assert.equal(coded.headers.get("content-encoding"), coding);
					assert.equal(coded.headers.get("cache-control"), "public, max-age=31536000, immutable");
					assert.equal(coded.headers.get("vary"), "Accept-Encoding");
					assert.equal(await coded.text(), text, "all codings are one text");
				}
				const head = await ask(script, {}, "HEAD");
				assert.equal(head.status, 200);
				assert.equal(await head.text(), "");
				assert.ok(Number(head.headers.get("content-length")) > 1000);
				for (const path of ["/assets/none.js", "/api/v1/none", "/api", "/none.php"]) {
					const none = await ask(path);
					assert.equal(none.status, 404, path);
					assert.equal((await none.json()).type, "urn:dondoc:problem:not-found");
				}
				assert.equal((await ask("/nhiem-vu", {}, "POST")).status, 404);
			},
		},
	];
}
