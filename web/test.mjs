// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the unit tests of the page's own logic (src/**/*.test.ts): bundled, since Node.js 18 reads no TypeScript.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "page-test-"));
const tests = readdirSync(join(web, "src"), { recursive: true }).filter((name) => String(name).endsWith(".test.ts"));
await build({
	absWorkingDir: web,
	entryPoints: tests.map((name) => join("src", String(name))),
	outdir: folder,
	outExtension: { ".js": ".mjs" },
	bundle: true,
	platform: "node",
	format: "esm",
	jsx: "automatic",
	logLevel: "warning",
});
const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".mjs"));
const done = spawnSync(process.execPath, ["--test", ...files.map((name) => join(folder, name))], { stdio: "inherit" });
rmSync(folder, { recursive: true, force: true });
process.exit(done.status === 0 && files.length > 0 ? 0 : 1);
