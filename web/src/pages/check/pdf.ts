// SPDX-License-Identifier: GPL-3.0-or-later
// PDF files by PDF.js. They are anybody's: nothing in them runs, what they take is bounded, and they are read in a thread that can be ended.
import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { maxima } from "../../app/maxima";
import type { Sheet, Size } from "./places";
import { drawUpright, findScale, isTurned, makeCanvas, type Original } from "./upright";

// addresses that build.mjs puts in
declare const PDF_WORKER: string;
declare const PDF_PARTS: string;

async function drawPage(page: PDFPageProxy, width: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
	const size = page.getViewport({ scale: 1 });
	const scale = findScale(size, width);
	const canvas = makeCanvas(size, scale);
	const task = page.render({ canvas, viewport: page.getViewport({ scale }) });
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

/** The page as it is in the file, and then as its reader turned it */
async function drawTurned(page: PDFPageProxy, sheet: Sheet, width: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
	const lies = sheet.turned % 180 !== 0;
	return drawUpright(await drawPage(page, lies ? Math.round((width * sheet.height) / sheet.width) : width, signal), sheet, width);
}

async function measurePage(pdf: PDFDocumentProxy, number: number): Promise<Size> {
	const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
	return { width, height };
}

/** @data: is the thread's from now on. @sheets: how pages were turned, where that is known. Rejects with what PDF.js says of a file that it cannot read. */
export async function openPdf(data: ArrayBuffer, sheets: readonly Sheet[], signal: AbortSignal): Promise<Original> {
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
		const findSheet = (page: number) => {
			const sheet = sheets[page - 1];
			return sheet && isTurned(sheet) ? sheet : null;
		};
		const measure = async (page: number) => findSheet(page) ?? measurePage(pdf, page);
		const first = await Promise.race([measure(1), broken]);
		return {
			pages: Math.min(pdf.numPages, maxima.pdfPages),
			first,
			measure,
			draw: async (page, width, stop) => {
				const sheet = findSheet(page);
				const drawn = await pdf.getPage(page);
				return sheet ? drawTurned(drawn, sheet, width, stop) : drawPage(drawn, width, stop);
			},
			close: end,
		};
	} catch (error) {
		end();
		throw error;
	}
}
