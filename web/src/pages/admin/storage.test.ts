// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import test from "node:test";
import { roomOf } from "./storage-room";

const GIB = 1 << 30;

test("there is room as long as a backup and as much again fits", () => {
	assert.equal(roomOf(GIB, 50 * GIB, 100 * GIB), "enough");
	assert.equal(roomOf(30 * GIB, 50 * GIB, 100 * GIB), "little");
	assert.equal(roomOf(GIB, 9 * GIB, 100 * GIB), "little");
	assert.equal(roomOf(60 * GIB, 50 * GIB, 200 * GIB), "none");
	assert.equal(roomOf(1, GIB - 1, 4 * GIB), "none");
	assert.equal(roomOf(1, 3 * GIB, 200 * GIB), "none");
});
