// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes that input can drive, as src/base/maxima.h has them for the program; docs/limits.md lists both.
export const maxima = {
	/** rows of one page of a list; the server gives no more */
	pageRows: 500,
	/** rows of a list that are held at once; who wants more narrows the filter */
	listRows: 100_000,
	/** tasks that the overview counts by plan, month and day */
	countedRows: 10_000,
	/** rows that are printed */
	printRows: 2000,
	/** letters of one thing that the browser keeps */
	keptLetters: 200_000,
	/** tasks that one step is taken with at once; the server takes no more */
	pickedTasks: 200,
	/** views of a list that a user keeps */
	views: 30,
	/** boxes of one column of a drawing of documents */
	columnBoxes: 12,
	/** documents of it whose own chain is asked for */
	chainsAsked: 24,
	/** tasks that it shows */
	drawnTasks: 8,
	/** units that a search of the directory shows */
	unitsFound: 200,
	/** milliseconds until a request is given up */
	requestTime: 30_000,
	/** milliseconds between two tries while the server is away */
	retryTime: 15_000,
	/** milliseconds until sending or loading a file is given up: 64 MB over a slow line */
	sendTime: 300_000,
	/** files that are dropped at once, and bytes of one: DD_MAX_UPLOAD_BYTES less the form around it */
	dropFiles: 500,
	fileBytes: (64 << 20) - 4096,
	/** files that one report or submission comes with: DD_MAX_STEP_FILES */
	stepFiles: 20,
	/** tasks of a plan that one page checks or shows */
	checkTasks: 5000,
	/** pages of a PDF that are shown: DD_MAX_PAGES */
	pdfPages: 4000,
	/** pixels of a drawn page, as many as all browsers have; and of an image on it, or one that is it: A4 at 900 dpi */
	canvasPixels: 16_777_216,
	imagePixels: 80_000_000,
	/** records of changes that are downloaded at once */
	exportRecords: 50_000,
	/** pages of them without any that are gone over for one */
	emptyPages: 10,
} as const;
