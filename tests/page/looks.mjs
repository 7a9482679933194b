// SPDX-License-Identifier: GPL-3.0-or-later
// Every page on every screen, in both themes: nothing goes wrong, nothing is asked of elsewhere, WCAG 2.2 AA holds; a picture of each.
import assert from "node:assert/strict";
import { findViolations, openWindow, takePicture } from "./server.mjs";

export const looksOf = [
	["desk", "light", {}],
	["desk", "dark", {}],
	["wide", "light", {}],
	["phone", "light", {}],
	["phone", "dark", { large: true }],
];

export function looks(pages) {
	return pages.flatMap((page) =>
		looksOf.map(([screen, theme, settings]) => ({
			name: `${page.name}: ${screen}, ${theme}`,
			run: async ({ server, browser, folder }) => {
				const window = await openWindow(browser, server, { name: page.account, screen, theme, settings });
				await window.goto(page.path);
				await window.waitForSelector(page.shows);
				await window.evaluate(() => document.fonts.ready);
				await takePicture(window, folder, `${page.name}-${screen}-${theme}`);
				assert.deepEqual(await findViolations(window), []);
				const wide = await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
				assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
				assert.deepEqual(window.problems, []);
				await window.context().close();
			},
		})),
	);
}
