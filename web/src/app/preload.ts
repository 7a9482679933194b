// SPDX-License-Identifier: GPL-3.0-or-later
// What the inside is made of (build.mjs names its scripts in the head) comes as soon as it is likely to be needed: it is half of what a first visit loads.
import { readKept, writeKept } from "./kept";

const KEY = "in";

/** Asks for the scripts of the inside, which wait until one of them is imported. */
export function preloadInside(): void {
	for (const part of document.querySelectorAll<HTMLLinkElement>("link[rel=inside]")) part.rel = "modulepreload";
}

/** Whether somebody was signed in when this browser had the page before. */
export function wasIn(): boolean {
	return readKept(KEY) === true;
}

export function noteIn(isIn: boolean): void {
	writeKept(KEY, isIn || undefined);
}
