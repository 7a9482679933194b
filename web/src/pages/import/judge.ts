// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are not worth sending, and why.
import { maxima } from "../../app/maxima";

export type Refusal = "tooLarge" | "empty" | "tooMany" | "stopped";

/** What the page knows before it sends anything. */
export function judge(file: { size: number }, place: number): Refusal | null {
	if (place >= maxima.dropFiles) return "tooMany";
	if (file.size === 0) return "empty";
	return file.size > maxima.fileBytes ? "tooLarge" : null;
}
