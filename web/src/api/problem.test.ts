// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiProblem, describeProblem, ServerAway } from "./problem";

const stale = new ApiProblem(412, { type: "urn:dondoc:problem:stale", title: "Đã có người thay đổi trước", title_en: "Somebody else changed it first" });

test("a problem says its word and its title in the language of the user", () => {
	assert.equal(stale.word, "stale");
	assert.equal(describeProblem(stale, "vi"), "Đã có người thay đổi trước");
	assert.equal(describeProblem(stale, "en"), "Somebody else changed it first");
});

test("of a detail in two languages one half is shown", () => {
	const problem = new ApiProblem(422, { title: "Nội dung không hợp lệ", title_en: "Unprocessable", detail: "cần lý do (a reason is needed)" });
	assert.equal(describeProblem(problem, "vi"), "Nội dung không hợp lệ: cần lý do");
	assert.equal(describeProblem(problem, "en"), "Unprocessable: a reason is needed");
});

test("no answer, no problem object, something else", () => {
	assert.match(describeProblem(new ServerAway("x"), "vi"), /máy chủ/);
	assert.match(describeProblem(new ApiProblem(502, {}), "vi"), /ngoài dự kiến/);
	assert.match(describeProblem(new TypeError("x"), "en"), /unexpected/);
});
