// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { isGood, NO_FILTER, pathOf, readFilter } from "./audit";

test("a filter stands in the address and comes back of it", () => {
	const filter = { ...NO_FILTER, object: "account", who: "quản trị & <b>", from: "2026-11-01" };
	assert.deepEqual(readFilter(new URL("http://x" + pathOf(filter)).search), filter);
	assert.equal(pathOf(NO_FILTER), "/quan-tri/nhat-ky");
	assert.deepEqual(readFilter("?khac=1"), NO_FILTER);
});

test("a number goes with an object alone", () => {
	assert.ok(isGood(NO_FILTER));
	assert.ok(isGood({ ...NO_FILTER, object: "task", id: "17" }));
	for (const wrong of [{ id: "17" }, { object: "task", id: "0" }, { object: "task", id: "1e3" }, { object: "task", id: "17", who: "an" }]) assert.ok(!isGood({ ...NO_FILTER, ...wrong }), JSON.stringify(wrong));
});
