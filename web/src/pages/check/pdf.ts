// SPDX-License-Identifier: GPL-3.0-or-later
// PDF files by PDF.js. They are anybody's: nothing in them runs, what they take is bounded, and they are read in a thread that can be ended.
import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { maxima } from "../../app/maxima";
import type { Size } from "./places";

// addresses that build.mjs puts in
declare const PDF_WORKER: string;
declare const PDF_PARTS: string;

export interface OpenPdf {
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

async function drawPage(page: PDFPageProxy, width: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
	const { width: points, height } = page.getViewport({ scale: 1 });
	const scale = Math.min(width / points, Math.sqrt(maxima.canvasPixels / (points * height)));
	const viewport = page.getViewport({ scale });
	const canvas = document.createElement("canvas");
	canvas.width = Math.max(1, Math.floor(viewport.width));
	canvas.height = Math.max(1, Math.floor(viewport.height));
	const task = page.render({ canvas, viewport });
	const stop = () => task.cancel();
	signal.addEventListener("abort", stop);
	try {
		await task.promise;
	} finally {
		signal.removeEventListener("abort", stop);
		page.cleanup();
	}
	return canvas;
}

async function measurePage(pdf: PDFDocumentProxy, number: number): Promise<Size> {
	const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
	return { width, height };
}

/** @data: is the thread's from now on. Rejects with what PDF.js says of a file that it cannot read. */
export async function openPdf(data: ArrayBuffer, signal: AbortSignal): Promise<OpenPdf> {
	const thread = new Worker(PDF_WORKER, { type: "module" });
	const end = () => thread.terminate();
	signal.addEventListener("abort", end);
	const broken = new Promise<never>((_, reject) => {
		thread.addEventListener("error", () => reject(new Error("the script that reads PDF files did not come")));
		signal.addEventListener("abort", () => reject(new Error("closed")));
	});
	const opening = getDocument({
		data,
		worker: PDFWorker.create({ port: thread }),
		isEvalSupported: false,
		// the page's policy lets no WebAssembly run; what it would do is also there as a script
		useWasm: false,
		wasmUrl: PDF_PARTS,
		useWorkerFetch: true,
		maxImageSize: maxima.imagePixels,
		enableXfa: false,
	});
	try {
		const pdf = await Promise.race([opening.promise, broken]);
		const first = await Promise.race([measurePage(pdf, 1), broken]);
		return {
			pages: Math.min(pdf.numPages, maxima.pdfPages),
			first,
			measure: (page) => measurePage(pdf, page),
			draw: async (page, width, stop) => drawPage(await pdf.getPage(page), width, stop),
			close: end,
		};
	} catch (error) {
		end();
		throw error;
	}
}
