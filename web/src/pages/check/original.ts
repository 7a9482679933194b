// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a file whose pages can be shown, by its kind.
import { openImage } from "./image";
import type { Sheet } from "./places";
import { CannotShow, type Original } from "./upright";

/** @load: asks for the file, where it can be shown. @sheets: of its pages, none of a document that came before they were kept */
export async function openOriginal(kind: string, load: () => Promise<ArrayBuffer>, sheets: readonly Sheet[], signal: AbortSignal): Promise<Original> {
	if (kind === "TIFF") throw new CannotShow("tiff");
	// PDF.js comes for a PDF alone
	if (kind === "PDF") return (await import("./pdf")).openPdf(await load(), sheets, signal);
	return openImage(kind, await load(), sheets[0], signal);
}
