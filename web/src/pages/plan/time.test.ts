// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAlways, makeScale, placeOf, spansOf, toDay } from "./time";

const quarter = { time: { kind: "quarter", start: "2024-10-01", end: "2024-12-31" }, due: null };
const until = { time: { kind: "by-date", start: null, end: "2024-03-15" }, due: "2024-03-20" };

void test("what a task says of its time", () => {
	assert.deepEqual(spansOf(quarter), [{ from: toDay("2024-10-01"), to: toDay("2024-12-31") }]);
	assert.deepEqual(spansOf(until), [{ from: null, to: toDay("2024-03-15") }]);
	assert.deepEqual(spansOf({ time: { kind: "event", start: null, end: null }, due: "2024-05-01" }), [{ from: null, to: toDay("2024-05-01") }]);
	assert.deepEqual(spansOf({ time: { kind: "none" }, due: null }), []);
	assert.equal(spansOf({ time: { kind: "staged", stages: [{ start: "2024-01-01", end: "2024-02-01" }, { start: "2024-03-01", end: null }] }, due: null }).length, 2);
	assert.ok(isAlways({ time: { kind: "continuous" } }) && !isAlways(quarter));
	assert.equal(toDay("2024"), null);
	assert.equal(toDay("2024-13-45"), null);
	assert.equal(toDay("0024-01-01"), null);
});

void test("a scale has all days and begins and ends with a month, a quarter or a year", () => {
	assert.equal(makeScale([{ time: { kind: "none" }, due: null }]), null);
	const year = makeScale([quarter, until]);
	assert.deepEqual(year?.ticks.map((one) => one.name), ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
	assert.equal(year.to, toDay("2025-01-01"));
	const two = makeScale([quarter, { time: { kind: "year", start: "2023-02-01", end: "2023-12-31" }, due: null }]);
	assert.deepEqual(two?.ticks.map((one) => `${one.name}/${one.year}`), ["I/2023", "II/2023", "III/2023", "IV/2023", "I/2024", "II/2024", "III/2024", "IV/2024"]);
	const long = makeScale([quarter, { time: { kind: "range", start: "2021-05-01", end: "2030-12-31" }, due: null }]);
	assert.deepEqual([long?.ticks[0]?.year, long?.ticks.at(-1)?.year, long?.ticks.length], [2021, 2030, 10]);
	const endless = makeScale([quarter, { time: { kind: "range", start: "1990-01-01", end: "2199-12-31" }, due: null }]);
	assert.ok((endless?.ticks.length ?? 99) <= 14);
});

void test("places lie within the scale", () => {
	const scale = { from: 100, to: 200 };
	assert.deepEqual([placeOf(scale, 150), placeOf(scale, 0), placeOf(scale, 900)], [50, 0, 100]);
});
