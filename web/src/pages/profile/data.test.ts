// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { groupSecret, placeOf } from "./data";

test("a secret in groups of four", () => {
	assert.equal(groupSecret("ABCDEFGHIJ"), "ABCD EFGH IJ");
	assert.equal(groupSecret("ABCDEFGH"), "ABCD EFGH");
});

test("where a session is used from", () => {
	assert.equal(placeOf("api:10.1.2.3"), "10.1.2.3");
	assert.equal(placeOf("api:2001:db8::1"), "2001:db8::1");
});
