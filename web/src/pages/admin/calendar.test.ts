// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { exportDays, judgeDay, putDay, weekdayOf, writeDays, type Day } from "./calendar";

const tet: Day = { first: "2027-02-05", last: "2027-02-11", what: "off", name: 'Tết "Đinh Mùi"', source: "Công văn 1, thử" };
const law: Day = { first: "2027-01-01", last: "2027-01-01", what: "off", name: "Tết Dương lịch", source: "" };

test("days are written as the server reads them", () => {
	assert.equal(writeDays([law, tet]), 'first,last,what,name,source\r\n2027-01-01,2027-01-01,off,Tết Dương lịch,\r\n2027-02-05,2027-02-11,off,"Tết ""Đinh Mùi""","Công văn 1, thử"\r\n');
});

test("a spreadsheet finds no formula", () => {
	const text = exportDays([{ ...law, name: " =1+1", source: "＠x" }]);
	assert.equal(text, "\ufefffirst,last,what,name,source\r\n2027-01-01,2027-01-01,off,' =1+1,'＠x\r\n");
});

test("a day takes the place of the one it was", () => {
	const later = { ...law, first: "2027-03-01", last: "2027-03-01" };
	assert.deepEqual(putDay([law, tet], law, later), [tet, later]);
	assert.deepEqual(putDay([tet], null, law), [law, tet]);
});

test("what cannot stand in a year is told", () => {
	assert.equal(judgeDay(2027, law, [tet]), null);
	assert.equal(judgeDay(2028, law, []), "otherYear");
	assert.equal(judgeDay(2027, { ...tet, last: "2027-02-01" }, []), "backwards");
	assert.equal(judgeDay(2027, { ...law, first: "2027-02-11", last: "2027-02-11" }, [tet]), "taken");
	assert.equal(judgeDay(2027, { ...law, what: "work" }, []), "noWeekend");
	assert.equal(judgeDay(2027, { ...law, what: "work", first: "2027-02-13", last: "2027-02-14" }, []), null);
	assert.equal(weekdayOf("2027-02-13"), 6);
});
