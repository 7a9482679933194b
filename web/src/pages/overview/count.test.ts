// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, lastDay } from "../../i18n/dates";
import { countDueDays, countLateSpans, countMonths, countPlans, type CountedRow } from "./count";

function row(document: number, due: string | null, kind: string, days = 0): CountedRow {
	return { document, document_number: `${document}/KH`, due, lateness: { kind, days } as CountedRow["lateness"] };
}
const rows = [
	row(1, "2026-11-20", "late", 3),
	row(1, "2026-11-20", "done-late", 1),
	row(2, "2026-07-26", "late", 120),
	row(2, "2026-07-25", "late", 121),
	row(2, "2026-12-01", "near", 2),
	row(1, null, "no-deadline"),
	row(1, "2026-11-01", "aside"),
];

test("by plan, the most late first; what is set aside is in no box", () => {
	const plans = countPlans(rows);
	assert.deepEqual(plans.map((one) => one.document), [2, 1]);
	assert.deepEqual(plans[1]?.counts, { "done-in-time": 0, "done-late": 1, "open-in-time": 0, "open-late": 1, "no-deadline": 1 });
});

test("by month and by day on which they fall due", () => {
	assert.deepEqual(countMonths(rows).map(([month, counts]) => [month, counts["open-late"]]), [["2026-07", 2], ["2026-11", 1], ["2026-12", 0]]);
	assert.deepEqual([...countDueDays(rows)].sort(), [["2026-07-25", 1], ["2026-07-26", 1], ["2026-11-20", 1], ["2026-12-01", 1]]);
});

test("by how late, each task once", () => {
	assert.deepEqual(countLateSpans(rows), [1, 0, 0, 1, 1]);
});

test("days over the ends of months and years", () => {
	assert.equal(addDays("2026-01-01", -1), "2025-12-31");
	assert.equal(addDays("2028-02-28", 1), "2028-02-29");
	assert.equal(lastDay("2027-02"), "2027-02-28");
	assert.equal(lastDay("2026-12"), "2026-12-31");
});
