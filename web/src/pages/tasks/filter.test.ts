// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxFilters, tasksPath } from "../../kit/tasks-path";
import { askOf, chipsOf, readFilter, timeOf, times, withTime, writeFilter, type Time } from "./filter";

test("a filter goes through the address and comes back, in one order, without what is empty or unknown", () => {
	const filter = { unit: "Sở <b>Nội vụ</b>;H48.2", text: "chuyển đổi số & \"AI\"", state: "all", sort: "changed" };
	const path = writeFilter({ ...filter, director: "" });
	assert.ok(path.startsWith("/nhiem-vu?state=all&unit="), path);
	assert.deepEqual(readFilter(path.slice(path.indexOf("?"))), filter);
	assert.deepEqual(readFilter("?x=1&limit=5"), {});
	assert.equal(writeFilter({}), "/nhiem-vu");
});

test("the server is asked for what is open unless a state is said; this month is that of the day", () => {
	assert.deepEqual(askOf({}, "2026-11-22"), { state: "open" });
	assert.deepEqual(askOf({ when: "month", state: "all" }, "2028-02-29"), { state: "all", from: "2028-02-01", to: "2028-02-29" });
});

test("each choice of time is found again in the address, and takes the one before away", () => {
	for (const time of Object.keys(times) as Time[]) assert.equal(timeOf({ from: "2026-01-01", ...withTime(time) }), time);
	assert.equal(timeOf({ from: "2026-01-01" }), "days");
	assert.equal(timeOf({ lateness: "late", from: "2026-01-01" }), null, "a number of the overview");
});

test("whatever a number leads to can be taken away chip by chip", () => {
	for (const box of Object.values(boxFilters)) {
		let filter = readFilter(new URL(tasksPath({ ...box, unit: "Sở A", document: 3, to: "2026-01-01" }), "http://x").search);
		for (const chip of chipsOf(filter)) filter = { ...filter, ...chip.clears };
		assert.deepEqual(chipsOf(filter), []);
		assert.match(writeFilter(filter), /^\/nhiem-vu(\?sort=\w+)?$/);
	}
});
