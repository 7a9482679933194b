// SPDX-License-Identifier: GPL-3.0-or-later
// A real server over the store of the sample plans, and a real browser, for tests of the page.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(join(root, "web/package.json"));
export const { chromium } = require("playwright-core");
export const axePath = require.resolve("axe-core/axe.min.js");
export const password = "Xem-thu-don-doc-2026"; // of scripts/demo-store

export const screens = {
	desk: { width: 1366, height: 768 },
	wide: { width: 1920, height: 1080 },
	phone: { width: 390, height: 844 },
};

/** Runs a program while the other windows go on: a test that waited for it would let theirs run out of time. Throws unless it ends well. */
export async function runProgram(program, words, input = "") {
	const child = spawn(program, words, { stdio: ["pipe", "ignore", "inherit"] });
	child.stdin.end(input);
	const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
	if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

function fillDemo(program, folder) {
	execFileSync(join(root, "scripts/demo-store"), [program, folder], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Starts a server over a store of its own, which @fill makes as dondoc.db. Returns: its address, and how it is ended */
export async function startServer(program, fill = fillDemo) {
	const folder = mkdtempSync(join(tmpdir(), "dondoc-page-"));
	fill(program, folder);
	const store = `sqlite:${folder}/dondoc.db`;
	let server;
	const start = async (listen) => {
		server = spawn(program, ["--store", store, "serve", "--listen", listen], { stdio: ["ignore", "pipe", "inherit"] });
		return new Promise((resolve, reject) => {
			let said = "";
			server.stdout.on("data", (bytes) => {
				said += bytes;
				const address = /listening on (http:\S+)/.exec(said);
				if (address) resolve(address[1]);
			});
			server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
		});
	};
	const stop = async () => {
		const ended = new Promise((resolve) => server.once("exit", resolve));
		server.kill("SIGTERM");
		return ended;
	};
	const address = await start("127.0.0.1:0");
	return {
		address,
		program,
		store,
		stop,
		/** comes again at the same address, as after an upgrade */
		restart: () => start(address.replace("http://", "")),
		end: async () => {
			const code = await stop();
			rmSync(folder, { recursive: true, force: true });
			if (code !== 0) throw new Error(`the server ended with ${code}`);
		},
	};
}

export async function startBrowser() {
	return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** A window of @screen for the account @name (none: nobody). All that goes wrong in it is kept in window.problems. */
export async function openWindow(browser, server, { name, screen = "desk", theme = "light", settings = {} } = {}) {
	const context = await browser.newContext({ viewport: screens[screen], locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", colorScheme: theme, hasTouch: screen === "phone", baseURL: server.address });
	await context.addInitScript((kept) => {
		if (!localStorage.getItem("dondoc.settings")) localStorage.setItem("dondoc.settings", kept);
	}, JSON.stringify(settings));
	context.setDefaultTimeout(60_000);
	const page = await context.newPage();
	page.problems = [];
	page.on("pageerror", (error) => page.problems.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error" && !/status of (401|404|409|412|422)/.test(message.text())) page.problems.push(message.text());
	});
	page.on("request", (request) => {
		const address = request.url();
		if (!address.startsWith(server.address) && !/^(data|blob):/.test(address)) page.problems.push(`asks ${address}`);
	});
	if (name) {
		const answer = await context.request.post("/api/v1/sessions", { data: { name, password } });
		if (answer.status() !== 201) throw new Error(`${name} cannot sign in: ${answer.status()}`);
	}
	return page;
}

/** Pictures are kept for people to look at. */
export async function takePicture(page, folder, name) {
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** @within: the part of the page that is looked at, all of it unless told */
export async function findViolations(page, within = "html") {
	if (!(await page.evaluate(() => "axe" in window))) {
		// the page's own policy lets no script of others in; the test's comes through the debugger
		const { readFileSync } = await import("node:fs");
		await page.evaluate(readFileSync(axePath, "utf8"));
	}
	const violations = await page.evaluate(async (part) => {
		const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
		const { violations } = await window.axe.run(part, { runOnly: rules });
		// A bar that stays may lie over half a button wherever the page was scrolled to, and no one is kept from
		// scrolling on: a target counts as too small only where it is so in the middle of the window as well.
		for (const one of violations.filter(({ id }) => id === "target-size")) {
			const small = [];
			for (const node of one.nodes) {
				const target = node.target.length === 1 && document.querySelector(node.target[0]);
				target?.scrollIntoView({ block: "center", behavior: "instant" });
				if (!target || (await window.axe.run(target, { runOnly: [one.id] })).violations.length > 0) small.push(node);
			}
			one.nodes = small;
		}
		return violations.filter(({ nodes }) => nodes.length > 0);
	}, within);
	return violations.map((one) => `${one.id}: ${one.help} ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 300)}`).join(" | ")}`);
}
