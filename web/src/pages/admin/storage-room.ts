// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a store has room left on its disk.
export type Room = "enough" | "little" | "none";

const LEAST = 1 << 30;

/** @bytes of the store, @free ones of @all of its disk. A backup beside the store needs as much as it again. */
export function roomOf(bytes: number, free: number, all: number): Room {
	if (free < Math.max(bytes, LEAST) || free < all / 50) return "none";
	return free < 2 * bytes || free < all / 10 ? "little" : "enough";
}
