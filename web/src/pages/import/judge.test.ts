// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { maxima } from "../../app/maxima";
import { judge } from "./judge";

void test("what is dropped is judged before it is sent", () => {
	assert.equal(judge({ size: 1 }, 0), null);
	assert.equal(judge({ size: maxima.fileBytes }, maxima.dropFiles - 1), null);
	assert.equal(judge({ size: maxima.fileBytes + 1 }, 0), "tooLarge");
	assert.equal(judge({ size: 0 }, 0), "empty");
	assert.equal(judge({ size: 1 }, maxima.dropFiles), "tooMany");
});
