// SPDX-License-Identifier: GPL-3.0-or-later
// What reads PDF files, in a thread of its own: a script that build.mjs makes beside the page's.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
