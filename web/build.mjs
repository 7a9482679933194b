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
const ofAntd = /^import \{([^}]*)\} from "antd";$/gm;
const splitList = (list) => list.split(",").map((one) => one.trim()).filter((one) => one && !one.startsWith("type "));
const listsOfAntd = (text) => [...text.matchAll(ofAntd)].map(([, list]) => splitList(list).map((one) => one.split(" ")[0]));
const fold = (name) => name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (letters, at) => (at ? "-" : "") + letters.toLowerCase());
const importParts = (_, list) =>
	splitList(list).map((one) => {
		const [name, , as = name] = one.split(" ");
		return `import ${as} from "antd/es/${fold(name)}";`;
	}).join(" ");

// What comes later names what is there before it. So a part that both use belongs to the earlier script, where the bundler, which does not know
// what is there, would make a file for every set of scripts that share something: twenty requests for a page of the size of three.
// For the same reason the inside names all small parts of ours that several pages use.
const sources = readdirSync(join(web, "src"), { recursive: true }).filter((name) => /(?<!\.test|\.d)\.tsx?$/.test(name)).map((name) => join(web, "src", name));
const textOf = (path) => readFileSync(path, "utf8");
const nameOf = (path) => path.replace(/\.tsx?$/, "");
const later = new Set(sources.flatMap((path) => [...textOf(path).matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(([, name]) => join(dirname(path), name))));
const [main, inside] = [join(web, "src/main"), join(web, "src/app/inside")];
const partsOfInside = new Set(["App", "Button", "ConfigProvider", "Modal", "theme"]);
const isLight = (path) => listsOfAntd(textOf(path)).flat().every((one) => partsOfInside.has(one));
const shared = sources.filter((path) => /[/\\]src[/\\](api|app|i18n|kit)[/\\]/.test(path) && !later.has(nameOf(path)) && isLight(path)).map(nameOf);
function namesBefore(name) {
	if (!later.has(name)) return [];
	if (name === inside) return [main, ...shared];
	return [name.startsWith(join(web, "src/pages/sign-in")) ? main : inside];
}

const inParts = {
	name: "in-parts",
	setup: (bundler) =>
		bundler.onLoad({ filter: /[/\\]web[/\\]src[/\\].*\.tsx?$/ }, ({ path }) => ({
			loader: path.endsWith("x") ? "tsx" : "ts",
			contents: namesBefore(nameOf(path)).map((name) => `import ${JSON.stringify(name)};`).join(" ") + textOf(path).replace(ofAntd, importParts),
		})),
};

const result = await build({
	...common,
	plugins: [inParts],
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

const [script, first] = findEntry(result, "src/main.tsx");
/** All scripts that come with one, itself first */
const partsOf = (path, parts = new Set()) => {
	if (!parts.has(path)) for (const one of result.metafile.outputs[(parts.add(path), path)].imports) if (one.kind === "import-statement") partsOf(one.path, parts);
	return [...parts];
};
// what the first script imports at once is asked for at once; what only who is signed in needs as soon as it is known that somebody is (early.ts)
const atOnce = partsOf(script).slice(1);
const behind = partsOf(findEntry(result, "src/app/inside.tsx")[0]).filter((path) => path !== script && !atOnce.includes(path));
const [early] = findEntry(result, "src/early.ts");
const scriptTag = (path) => `<script type="module" src="${address(path)}"></script>`;
const head = [
	`<link rel="stylesheet" href="${address(first.cssBundle)}">`,
	scriptTag(early),
	...atOnce.map((path) => `<link rel="modulepreload" href="${address(path)}">`),
	...behind.map((path) => `<link rel="inside" href="${address(path)}">`),
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
