// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles the page into a folder: index.html and assets/ with hashed names, each also compressed. usage: node build.mjs FOLDER
import { build } from "esbuild";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const web = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
if (!folder) {
	console.error("usage: node build.mjs FOLDER");
	process.exit(2);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "assets"), { recursive: true });

const result = await build({
	absWorkingDir: web,
	entryPoints: { main: "src/main.tsx" },
	outdir: join(folder, "assets"),
	entryNames: "[name]-[hash]",
	chunkNames: "[name]-[hash]",
	assetNames: "[name]-[hash]",
	bundle: true,
	splitting: true,
	format: "esm",
	minify: true,
	// browsers that offices still have: two years and more
	target: ["chrome109", "firefox115", "safari16"],
	jsx: "automatic",
	define: { "process.env.NODE_ENV": '"production"' },
	loader: { ".svg": "file", ".woff2": "file" },
	legalComments: "none",
	metafile: true,
	logLevel: "warning",
});

const outputs = Object.entries(result.metafile.outputs);
const [script, main] = outputs.find(([, output]) => output.entryPoint === "src/main.tsx");
const address = (path) => "/assets/" + path.split("/").pop();
// what the first script imports at once is asked for at once
const early = main.imports.filter((one) => one.kind === "import-statement").map((one) => address(one.path));
const head = [
	`<link rel="stylesheet" href="${address(main.cssBundle)}">`,
	...early.map((path) => `<link rel="modulepreload" href="${path}">`),
	`<script type="module" src="${address(script)}"></script>`,
].join("\n");
const icon = readFileSync(join(web, "src/icon.svg"));
writeFileSync(join(folder, "icon.svg"), icon);
writeFileSync(join(folder, "index.html"), readFileSync(join(web, "src/index.html"), "utf8").replace("<!-- assets -->", head));

function compress(path) {
	const bytes = readFileSync(path);
	const brotli = brotliCompressSync(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
	});
	const gzip = gzipSync(bytes, { level: 9 });
	if (brotli.length < bytes.length) writeFileSync(path + ".br", brotli);
	if (gzip.length < bytes.length) writeFileSync(path + ".gz", gzip);
}

for (const name of readdirSync(join(folder, "assets"))) compress(join(folder, "assets", name));
compress(join(folder, "index.html"));
compress(join(folder, "icon.svg"));
