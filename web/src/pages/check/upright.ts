// SPDX-License-Identifier: GPL-3.0-or-later
// What pages of a file have in common, of whatever kind it is: drawn upright and straight as its reader had them, for places of the reading count on those.
import { maxima } from "../../app/maxima";
import type { Sheet, Size } from "./places";

/** Why a file cannot be shown, beside what its own script says of it */
export class CannotShow extends Error {
	constructor(readonly why: "tiff" | "image") {
		super(why);
	}
}

export interface Original {
	/** how many are shown */
	pages: number;
	/** the size of its first page */
	first: Size;
	/** The size of a page (from 1) in points, as it is turned. Rejects when the page is broken. */
	measure: (page: number) => Promise<Size>;
	/** Draws a page (from 1) so many pixels wide. Rejects when @signal ends it, and when the page is broken. */
	draw: (page: number, width: number, signal: AbortSignal) => Promise<HTMLCanvasElement>;
	close: () => void;
}

/** How many pixels a point has on a canvas so many pixels wide; less when it would have too many */
export const findScale = (size: Size, width: number) => Math.min(width / size.width, Math.sqrt(maxima.canvasPixels / (size.width * size.height)));

export function makeCanvas(size: Size, scale: number): HTMLCanvasElement {
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.floor(size.width * scale));
	canvas.height = Math.max(1, Math.floor(size.height * scale));
	return canvas;
}

export const isTurned = (sheet: Pick<Sheet, "turned" | "skew">) => sheet.turned !== 0 || sheet.skew !== 0;

/** Turns a page as it is in the file around its middle, as its reader did. @width: in pixels, of what comes of it */
export function drawUpright(image: CanvasImageSource, sheet: Sheet, width: number): HTMLCanvasElement {
	const scale = findScale(sheet, width);
	const canvas = makeCanvas(sheet, scale);
	const on = canvas.getContext("2d");
	if (!on) throw new CannotShow("image");
	const lies = sheet.turned % 180 !== 0;
	const [wide, high] = lies ? [canvas.height, canvas.width] : [canvas.width, canvas.height];
	on.fillStyle = "#fff";
	on.fillRect(0, 0, canvas.width, canvas.height);
	on.imageSmoothingQuality = "high";
	on.translate(canvas.width / 2, canvas.height / 2);
	on.rotate(((sheet.turned + sheet.skew) * Math.PI) / 180);
	on.drawImage(image, -wide / 2, -high / 2, wide, high);
	return canvas;
}
