// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the page in Chromium: how soon it can be used on a slow machine and line, what each page loads, and what scrolling through many tasks costs.
// usage: node bench/page.mjs PROGRAM [STORE.db] 2>log    STORE.db: of bench/load; it is copied. Prints Markdown. RUNS=N: the fastest of N (5)
// Processor time (of the trace) says what a task of the page's thread costs; the clock also what others on the machine take from it.
import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { openWindow, password, startBrowser, startServer } from "../tests/page/server.mjs";

const SLOWER = 4;
const LINE = { offline: false, latency: 20, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };
const RUNS = Number(process.env.RUNS ?? 5);
const STEP = 2000; // pixels a frame: some twenty rows
const FRAMES = 400; // between two looks at the trace, so that it stays small

const [program, stored] = process.argv.slice(2);
if (!program) {
	console.error("usage: node bench/page.mjs PROGRAM [STORE.db]");
	process.exit(2);
}

async function slowDown(window) {
	const session = await window.context().newCDPSession(window);
	await session.send("Network.enable");
	await session.send("Network.emulateNetworkConditions", LINE);
	await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
	let bytes = 0;
	session.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
	return () => bytes;
}

/**
 * In the page: notes when @shows is there and drawn, counted from what began it: asking for the page, or the click on the link to @path.
 * Waiting from outside would add what the tool's own questions take on a slowed processor (a click: 250 ms).
 */
function noteUsable([shows, path]) {
	let began = 0;
	if (path) document.querySelector(`nav a[href='${path}']`).addEventListener("click", () => (began = performance.now()), true);
	const watch = new MutationObserver(() => {
		if ((path && location.pathname !== path) || !document.querySelector(shows)) return;
		watch.disconnect();
		requestAnimationFrame(() => setTimeout(() => (window.usable = performance.now() - began)));
	});
	watch.observe(document, { childList: true, subtree: true });
}
const readUsable = async (window) => Math.round(await (await window.waitForFunction(() => window.usable)).jsonValue());

/** One page opened by its address, nothing kept but that somebody is signed in, or by the navigation. Returns: [milliseconds, bytes] */
async function visit(server, browser, name, path, shows) {
	const window = await openWindow(browser, server, { name });
	const bytes = await slowDown(window);
	if (name) await window.addInitScript(() => localStorage.setItem("dondoc.in", "true"));
	await window.addInitScript(noteUsable, [shows, ""]);
	await window.goto(path, { waitUntil: "load" });
	const usable = await readUsable(window);
	await window.context().close();
	return [usable, bytes()];
}

async function step(server, browser, name, path, shows) {
	const window = await openWindow(browser, server, { name });
	await window.goto("/tai-khoan");
	await window.waitForSelector("h1");
	const bytes = await slowDown(window);
	await window.evaluate(noteUsable, [shows, path]);
	await window.click(`nav a[href='${path}']`);
	const usable = await readUsable(window);
	await window.waitForTimeout(500); // what the page asks for behind it
	await window.context().close();
	return [usable, bytes()];
}

async function fastest(measure) {
	const all = [];
	for (let run = 0; run < RUNS; run++) all.push(await measure());
	all.sort((a, b) => a[0] - b[0]);
	return [all[0][0], all[Math.floor(all.length / 2)][0], all[0][1]];
}

const pages = [
	["/hom-nay", "theodoi", ".tile"],
	["/nhiem-vu", "theodoi", ".wt-row"],
	["/tong-hop", "theodoi", "#heat"],
	["/van-ban", "vanthu", ".wt-row"],
	["/don-vi", "vanthu", "h1"],
	["/nhap-van-ban", "vanthu", ".drop"],
	["/kiem-tra", "vanthu", ".jobs li"],
];

async function measureLoading(server, browser) {
	console.log(`| page | how | kB | usable ms, fastest of ${RUNS} | median |\n| --- | --- | ---: | ---: | ---: |`);
	const show = (path, how, [least, median, bytes]) => console.log(`| ${path} | ${how} | ${Math.round(bytes / 1000)} | ${least} | ${median} |`);
	show("/ (signing in)", "first visit", await fastest(() => visit(server, browser, undefined, "/", "#sign-in-name")));
	for (const [path, name, shows] of pages.slice(0, 2)) show(path, "first visit", await fastest(() => visit(server, browser, name, path, shows)));
	for (const [path, name, shows] of pages) show(path, "by the navigation", await fastest(() => step(server, browser, name, path, shows)));
}

/** Scrolls on for so many frames. Returns: milliseconds between frames, whether the end is reached */
function scroll(window, by) {
	return window.evaluate(
		([pixels, frames]) =>
			new Promise((resolve) => {
				const box = document.querySelector(".wt");
				const times = [];
				let last = performance.now();
				const next = (now) => {
					times.push(now - last);
					last = now;
					box.scrollTop += pixels;
					if (times.length < frames) requestAnimationFrame(next);
					else resolve({ times, rows: Math.round(document.querySelector(".wt-body").offsetHeight / document.querySelector(".wt-row").offsetHeight), top: box.scrollTop, more: box.getAttribute("aria-rowcount") === "-1" });
				};
				requestAnimationFrame(next);
			}),
		[by, FRAMES],
	);
}

/** The longest tasks of the page's thread in a trace: by the processor and by the clock, in milliseconds */
function longest(buffer) {
	const { traceEvents } = JSON.parse(buffer.toString());
	const mains = new Set(traceEvents.filter((one) => one.name === "thread_name" && one.args.name === "CrRendererMain").map((one) => `${one.pid}.${one.tid}`));
	const tasks = traceEvents.filter((one) => one.ph === "X" && one.name === "ThreadControllerImpl::RunTask" && mains.has(`${one.pid}.${one.tid}`));
	const most = (field) => tasks.reduce((most, one) => Math.max(most, one[field] ?? 0), 0) / 1000;
	return { processor: most("tdur"), clock: most("dur"), tasks: tasks.length };
}

async function measureScrolling(server, browser) {
	const window = await openWindow(browser, server, { name: "theodoi" });
	await window.goto("/nhiem-vu?state=all");
	await window.waitForSelector(".wt-row");
	console.log("\n| scrolling | rows at its end | frames | longest task, ms of the processor | by the clock | frames over 50 ms by the clock |\n| --- | ---: | ---: | ---: | ---: | ---: |");
	const run = async (name, by, isDone) => {
		const sum = { processor: 0, clock: 0, frames: 0, slow: 0, rows: 0 };
		for (let done = false; !done; ) {
			await browser.startTracing(window, { categories: ["toplevel"] });
			const seen = await scroll(window, by);
			const traced = longest(await browser.stopTracing());
			if (traced.tasks === 0) throw new Error("the trace has no tasks of the page");
			sum.processor = Math.max(sum.processor, traced.processor);
			sum.clock = Math.max(sum.clock, traced.clock);
			sum.frames += seen.times.length;
			sum.slow += seen.times.filter((one) => one > 50).length;
			sum.rows = seen.rows;
			done = isDone(seen);
		}
		console.log(`| ${name} | ${sum.rows} | ${sum.frames} | ${sum.processor.toFixed(1)} | ${sum.clock.toFixed(1)} | ${sum.slow} |`);
	};
	await run(`down, ${STEP} px a frame, pages loading`, STEP, (seen) => seen.rows >= 10_000 || !seen.more);
	await run("down as fast as pages come", 100_000, (seen) => !seen.more);
	await run(`up through loaded rows, ${STEP} px a frame`, -STEP, (seen) => seen.top < 9_000_000);
	await run("up by leaps of 100 000 px", -100_000, (seen) => seen.top === 0);
	const memory = await window.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
	console.log(`\nJavaScript's memory behind it: ${memory.toFixed(0)} MB`);
	await window.context().close();
}

const browser = await startBrowser();
const demo = await startServer(program);
await measureLoading(demo, browser);
await demo.end();
if (stored) {
	const many = await startServer(program, (_, folder) => {
		const file = join(folder, "dondoc.db");
		copyFileSync(stored, file);
		execFileSync(program, ["migrate", "--store", `sqlite:${file}`]);
		execFileSync(program, ["user", "add", "theodoi", "--role", "overseer", "--password-stdin", "--store", `sqlite:${file}`], { input: password + "\n" });
	});
	await measureScrolling(many, browser);
	await many.end();
}
await browser.close();
