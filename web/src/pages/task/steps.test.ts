// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedFields, collect, findMissing } from "./steps";

test("what a step lacks is told before it is sent", () => {
	assert.equal(findMissing("return", { reason: "  " }), "reason");
	assert.equal(findMissing("return", { reason: "thiếu phụ lục" }), null);
	assert.equal(findMissing("submit", {}), "result");
	assert.equal(findMissing("submit", { proof: "13/BC" }), null);
	assert.equal(findMissing("submit", {}, 1), null);
	assert.equal(findMissing("pause", { until: "31/02/2027", reason: "chờ" }), "day");
	assert.equal(findMissing("pause", { until: "28/02/2027", reason: "chờ" }), null);
	assert.equal(findMissing("take", {}), null);
});

test("what is sent says only what was said, as the server has it", () => {
	assert.deepEqual(collect("progress", { done: " họp ", next: "", percent: "40" }), { done: "họp", percent: 40 });
	assert.deepEqual(collect("pause", { until: "1/2/2027", reason: "chờ" }), { until: "2027-02-01", reason: "chờ" });
	assert.deepEqual(collect("take", { reason: "từ biểu mẫu khác" }), {});
});

test("a reason is asked for when the percentage falls, and only then sent", () => {
	assert.ok(!askedFields("progress", { percent: "50" }, 40).includes("reason"));
	assert.ok(askedFields("progress", { percent: "30" }, 40).includes("reason"));
	assert.deepEqual(collect("progress", { percent: "50", reason: "cũ" }, 40), { percent: 50 });
	assert.deepEqual(collect("progress", { percent: "30", reason: "tính lại" }, 40), { percent: 30, reason: "tính lại" });
});
