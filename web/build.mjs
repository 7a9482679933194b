// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles the page into a folder: index.html and assets/ with hashed names, each also compressed. usage: node build.mjs FOLDER
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

const common = {
	absWorkingDir: web,
	outdir: join(folder, "assets"),
	entryNames: "[name]-[hash]",
	chunkNames: "[name]-[hash]",
	assetNames: "[name]-[hash]",
	bundle: true,
	format: "esm",
	minify: true,
	// browsers that offices still have: two years and more
	target: ["chrome109", "firefox115", "safari16"],
	legalComments: "none",
	metafile: true,
	logLevel: "warning",
};
const address = (path) => "/assets/" + path.split("/").pop();
const findEntry = (made, source) => Object.entries(made.metafile.outputs).find(([, output]) => output.entryPoint === source);

// PDF files are read in a thread of its own, whose script the page asks for by its address; beside it what PDF.js asks for by name, of its version
const reader = await build({ ...common, entryPoints: { "pdf-worker": "src/pages/check/pdf-worker.ts" } });
const pdf = join(web, "node_modules/pdfjs-dist");
const parts = `pdfjs-${JSON.parse(readFileSync(join(pdf, "package.json"), "utf8")).version}`;
mkdirSync(join(folder, "assets", parts));
copyFileSync(join(pdf, "wasm/openjpeg_nowasm_fallback.js"), join(folder, "assets", parts, "openjpeg_nowasm_fallback.js"));

// Takes each part of Ant Design from its own file: what is imported from its list of all would come with the first script, whichever page needs it.
const fold = (name) => name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (letters, at) => (at ? "-" : "") + letters.toLowerCase());
const partsOfAntd = {
	name: "parts-of-antd",
	setup: (bundler) =>
		bundler.onLoad({ filter: /[/\\]web[/\\]src[/\\].*\.tsx?$/ }, ({ path }) => ({
			loader: path.endsWith("x") ? "tsx" : "ts",
			contents: readFileSync(path, "utf8").replace(/^import \{([^}]*)\} from "antd";$/gm, (_, list) =>
				list.split(",").map((one) => one.trim()).filter((one) => one && !one.startsWith("type ")).map((one) => {
					const [name, , as = name] = one.split(" ");
					return `import ${as} from "antd/es/${fold(name)}";`;
				}).join(" "),
			),
		})),
};

const result = await build({
	...common,
	plugins: [partsOfAntd],
	entryPoints: { early: "src/early.ts", main: "src/main.tsx" },
	splitting: true,
	jsx: "automatic",
	define: {
		"process.env.NODE_ENV": '"production"',
		PDF_WORKER: JSON.stringify(address(findEntry(reader, "src/pages/check/pdf-worker.ts")[0])),
		PDF_PARTS: JSON.stringify(`/assets/${parts}/`),
	},
	loader: { ".svg": "file", ".woff2": "file" },
});

const [script, main] = findEntry(result, "src/main.tsx");
// what the first script imports at once is asked for at once
const early = main.imports.filter((one) => one.kind === "import-statement").map((one) => address(one.path));
const [first] = findEntry(result, "src/early.ts");
const scriptTag = (path) => `<script type="module" src="${address(path)}"></script>`;
const head = [
	`<link rel="stylesheet" href="${address(main.cssBundle)}">`,
	scriptTag(first),
	...early.map((path) => `<link rel="modulepreload" href="${path}">`),
	scriptTag(script),
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

for (const name of readdirSync(join(folder, "assets"), { recursive: true })) if (name.endsWith(".js") || name.endsWith(".css")) compress(join(folder, "assets", name));
compress(join(folder, "index.html"));
compress(join(folder, "icon.svg"));
