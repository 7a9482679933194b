// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the pictures of docs/guide.vi.md and the READMEs anew, of those that the tests of the page took: smaller, as WebP. The browser
// itself converts them. usage: node pictures.mjs FOLDER-WITH-PICTURES; CONTRIBUTING.md says when
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, startBrowser } from "./server.mjs";

const WIDTH = 1100; // px; a page of text shows no more
const QUALITY = 0.82;
const MOST = 150_000; // bytes; scripts/check-docs holds the same
const folder = process.argv[2];
const docs = ["README.md", "README.vi.md", ...readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
const shown = new Set(docs.flatMap((name) => [...readFileSync(join(root, name), "utf8").matchAll(/\]\((?:docs\/)?pictures\/([\w-]+)\.webp\)/g)].map((link) => link[1])));

/** In the browser: draws the picture smaller and gives it as WebP */
async function shrink({ source, width, quality }) {
	const image = new Image();
	image.src = source;
	await image.decode();
	const canvas = document.createElement("canvas");
	canvas.width = width;
	canvas.height = Math.round((image.height * width) / image.width);
	const context = canvas.getContext("2d");
	context.imageSmoothingQuality = "high";
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return canvas.toDataURL("image/webp", quality);
}

const browser = await startBrowser();
const page = await browser.newPage();
for (const name of shown) {
	const source = "data:image/png;base64," + readFileSync(join(folder, `${name}.png`)).toString("base64");
	const bytes = Buffer.from((await page.evaluate(shrink, { source, width: WIDTH, quality: QUALITY })).split(",")[1], "base64");
	if (bytes.length > MOST) throw new Error(`${name} is larger than ${MOST} bytes`);
	writeFileSync(join(root, "docs/pictures", `${name}.webp`), bytes);
	console.log(`${name}.webp ${bytes.length}`);
}
await browser.close();
