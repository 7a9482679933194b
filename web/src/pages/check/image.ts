// SPDX-License-Identifier: GPL-3.0-or-later
// A scan that is an image: the browser draws it, turned as its reader turned it. A camera may have noted another turn (EXIF), which the reader passes over.
import { maxima } from "../../app/maxima";
import type { Sheet } from "./places";
import { CannotShow, drawUpright, type Original } from "./upright";

const A4_HEIGHT = 842; // points

/** Pieces of a JPEG from its beginning to its picture, without those that hold EXIF (APP1); null when it is none. */
function cutJpeg(bytes: Uint8Array): Uint8Array[] | null {
	const kept = [bytes.subarray(0, 2)];
	let at = 2;
	while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
		const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
		if (end < at + 4) return null;
		if (bytes[at + 1] !== 0xe1) kept.push(bytes.subarray(at, end));
		at = end;
	}
	return [...kept, bytes.subarray(at)];
}

/** The same of a PNG, whose chunk for it is "eXIf" */
function cutPng(bytes: Uint8Array): Uint8Array[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const kept = [bytes.subarray(0, 8)];
	for (let at = 8; at + 12 <= bytes.length; ) {
		const end = at + 12 + view.getUint32(at);
		if (view.getUint32(at + 4) !== 0x65584966) kept.push(bytes.subarray(at, end));
		at = end;
	}
	return kept;
}

/** The file without what says that it is to be shown turned */
export function cutOrientation(kind: string, data: ArrayBuffer): BlobPart[] {
	const bytes = new Uint8Array(data);
	return ((kind === "JPEG" ? cutJpeg(bytes) : cutPng(bytes)) ?? [bytes]) as BlobPart[];
}

/** @sheet: undefined: how large its paper was and how it was turned is not known. Rejects with what says that the browser cannot show it. */
export async function openImage(kind: string, data: ArrayBuffer, sheet: Sheet | undefined, signal: AbortSignal): Promise<Original> {
	const bitmap = await createImageBitmap(new Blob(cutOrientation(kind, data))).catch(() => {
		throw new CannotShow("image");
	});
	const points = A4_HEIGHT / Math.max(bitmap.width, bitmap.height);
	const page = sheet ?? { width: bitmap.width * points, height: bitmap.height * points, turned: 0, skew: 0 };
	const close = () => bitmap.close();
	if (signal.aborted || bitmap.width * bitmap.height > maxima.imagePixels) {
		close();
		throw new CannotShow("image");
	}
	signal.addEventListener("abort", close);
	return { pages: 1, first: page, measure: () => Promise.resolve(page), draw: (_, width) => Promise.resolve(drawUpright(bitmap, page, width)), close };
}
