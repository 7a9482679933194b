// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay, formatMoment, parseDay } from "./dates";

test("days as offices write them", () => {
	assert.equal(formatDay("2026-11-20"), "20/11/2026");
	assert.equal(formatDay(null), "");
	assert.equal(formatDay("quý II"), "quý II");
});

test("moments in the time of Vietnam, wherever the browser is", () => {
	assert.equal(formatMoment("2026-11-20T23:30:00+07:00"), "23:30 20/11/2026");
	assert.equal(formatMoment("2026-11-20T18:30:00Z"), "01:30 21/11/2026");
	assert.equal(formatMoment("?"), "?");
});

test("days as people type them", () => {
	assert.equal(parseDay("20/11/2026"), "2026-11-20");
	assert.equal(parseDay(" 1-2-2026 "), "2026-02-01");
	assert.equal(parseDay("29/02/2028"), "2028-02-29");
	for (const wrong of ["29/02/2027", "31/04/2026", "2026", "", "11/20/2026"]) assert.equal(parseDay(wrong), null, wrong);
});
