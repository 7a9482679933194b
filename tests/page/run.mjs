// SPDX-License-Identifier: GPL-3.0-or-later
// All tests of the page in a browser, with one server and one browser. Prints TAP. usage: node run.mjs PROGRAM PICTURES-FOLDER [WORD]
// A test is a function that throws; suites are the files named here. WORD: only tests whose name has it.
import { admin } from "./admin.mjs";
import { check } from "./check.mjs";
import { faults } from "./faults.mjs";
import { files } from "./files.mjs";
import { pages } from "./pages.mjs";
import { pdfs } from "./pdf.mjs";
import { scans } from "./scan.mjs";
import { screens, startBrowser, startServer } from "./server.mjs";
import { figures } from "./figures.mjs";
import { journeys } from "./journey.mjs";
import { keyboard } from "./keyboard.mjs";
import { looks } from "./looks.mjs";
import { loading } from "./loading.mjs";
import { papers } from "./paper.mjs";
import { tasks } from "./tasks.mjs";
import { session } from "./session.mjs";
import { documents } from "./documents.mjs";
import { plans } from "./plan.mjs";
import { units } from "./units.mjs";

const [program, folder, word = ""] = process.argv.slice(2);
const AT_ONCE = 3;
const server = await startServer(program);
const browser = await startBrowser();
const tests = [...looks(pages, screens), ...papers(pages), ...keyboard(), ...loading(), ...session(), ...tasks(), ...documents(), ...plans(), ...units(), ...figures(), ...journeys(), ...files(), ...faults(), ...check(), ...pdfs(), ...scans(), ...admin()].filter((one) => one.name.includes(word));
let number = 0;
let failed = 0;

async function run(test) {
	const began = Date.now();
	let problem = "";
	const notes = [];
	try {
		await test.run({ server, browser, folder, program, note: (text) => notes.push(text) });
	} catch (error) {
		problem = String(error.stack ?? error);
		failed++;
	}
	console.log(`${problem ? "not ok" : "ok"} ${++number} - ${test.name} # ${Date.now() - began} ms`);
	for (const line of [...notes, ...problem.split("\n")].filter(Boolean)) console.log(`# ${line}`);
}

const waiting = tests.filter((one) => !one.alone);
await Promise.all(
	Array.from({ length: AT_ONCE }, async () => {
		for (let test = waiting.shift(); test; test = waiting.shift()) await run(test);
	}),
);
// those that stop the server, or measure
for (const test of tests.filter((one) => one.alone)) await run(test);
console.log(`1..${number}`);
await browser.close();
await server.end();
process.exit(failed === 0 && number > 0 ? 0 : 1);
