// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Unit } from "../units/data";
import { compareRecord, findUnit, findUsers, nameUnit, standingOf, type User } from "./data";

const user: User = { id: 1, name: "lan", role: "officer", unit: "Phòng Tư pháp", way: "local", has_password: true, has_totp: false, disabled: false, created_at: "2026-01-02T08:00:00+07:00", locked_until: null };
const unit = (id: string, name: string) => ({ id, name }) as Unit;

test("how an account stands", () => {
	const now = Date.parse("2026-11-22T08:00:00+07:00");
	assert.equal(standingOf(user, now), "active");
	assert.equal(standingOf({ ...user, has_password: false }, now), "invited");
	assert.equal(standingOf({ ...user, has_password: false, way: "ldap" }, now), "active");
	assert.equal(standingOf({ ...user, locked_until: "2026-11-22T08:05:00+07:00" }, now), "locked");
	assert.equal(standingOf({ ...user, locked_until: "2026-11-22T07:55:00+07:00" }, now), "active");
	assert.equal(standingOf({ ...user, disabled: true, has_password: false }, now), "disabled");
});

test("accounts are found without marks, by name and unit, and by role", () => {
	assert.deepEqual(findUsers([user], "tu phap", ""), [user]);
	assert.deepEqual(findUsers([user], "LAN", "officer"), [user]);
	assert.deepEqual(findUsers([user], "", "clerk"), []);
	assert.deepEqual(findUsers([{ ...user, unit: null }], "tu phap", ""), []);
});

test("a unit is named by its identifier only where its name is not its own", () => {
	const units = [unit("H1", "Phòng Tư pháp"), unit("H2", "Phòng Nội vụ"), unit("H3", "Phòng  nội vụ".replace("  ", " "))];
	assert.equal(nameUnit("H1", units), "Phòng Tư pháp");
	assert.equal(nameUnit("H2", units), "H2");
	assert.equal(nameUnit("H9", units), "H9");
	assert.deepEqual(findUnit("phòng tư pháp", units), ["H1"]);
	assert.deepEqual(findUnit("H2", units), ["H2"]);
	assert.deepEqual(findUnit(null, units), []);
	assert.deepEqual(findUnit("Phòng khác", units), []);
});

test("what a record changed", () => {
	assert.deepEqual(compareRecord('{"role":"clerk","unit":"A"}', '{"role":"leader","unit":"A","seal":{"a":1}}'), [{ name: "role", was: "clerk", now: "leader" }]);
	assert.deepEqual(compareRecord(null, '{"name":"an","days":[1,2]}'), [
		{ name: "name", was: "", now: "an" },
		{ name: "days", was: "", now: "[1,2]" },
	]);
	assert.deepEqual(compareRecord(null, "không phải JSON"), [{ name: "", was: "", now: "không phải JSON" }]);
	assert.deepEqual(compareRecord(null, null), []);
});
