// SPDX-License-Identifier: GPL-3.0-or-later
// States and lateness: always a sign and a word, never colour alone. The words are those of src/work/state.c and lateness.c.
import { defineTexts, useTexts } from "../i18n/texts";

export const stateTexts = defineTexts({
	draft: { vi: "Nháp trích xuất", en: "Draft as read" },
	approved: { vi: "Đã duyệt", en: "Approved" },
	assigned: { vi: "Đã giao", en: "Assigned" },
	accepted: { vi: "Đã tiếp nhận", en: "Accepted" },
	doing: { vi: "Đang thực hiện", en: "Being carried out" },
	submitted: { vi: "Chờ xác nhận", en: "To be confirmed" },
	done: { vi: "Hoàn thành", en: "Done" },
	refused: { vi: "Từ chối tiếp nhận", en: "Refused" },
	returned: { vi: "Cần bổ sung", en: "More is asked for" },
	paused: { vi: "Tạm dừng", en: "Paused" },
	withdrawn: { vi: "Đã rút", en: "Withdrawn" },
	replaced: { vi: "Đã thay thế", en: "Replaced" },
	undone: { vi: "Kết thúc, không thực hiện", en: "Closed, not carried out" },
	dropped: { vi: "Bỏ khỏi bản nháp", en: "Dropped from the draft" },
});

const signs: Record<keyof typeof stateTexts, [sign: string, look: string]> = {
	draft: ["✎", ""],
	approved: ["✓", ""],
	assigned: ["➜", "going"],
	accepted: ["☑", "going"],
	doing: ["▶", "going"],
	submitted: ["◐", "warn"],
	done: ["✔", "good"],
	refused: ["✖", "bad"],
	returned: ["↩", "warn"],
	paused: ["‖", ""],
	withdrawn: ["⊘", ""],
	replaced: ["⇄", ""],
	undone: ["⊘", ""],
	dropped: ["⊘", ""],
};

export type StateWord = keyof typeof stateTexts;
/** States in the order in which a task goes through them; of tasks that went out. */
export const issuedStates: readonly StateWord[] = ["assigned", "accepted", "doing", "submitted", "returned", "refused", "paused", "done", "undone", "withdrawn", "replaced"];

function isState(word: string): word is StateWord {
	return word in signs;
}

export function StateTag({ state }: { state: string }) {
	const t = useTexts(stateTexts);
	if (!isState(state)) return <span className="tag">{state}</span>;
	const [sign, look] = signs[state];
	return (
		<span className={`tag ${look}`}>
			<span aria-hidden="true">{sign}</span>
			{t(state)}
		</span>
	);
}

const lateTexts = defineTexts({
	aside: { vi: "", en: "" },
	"no-deadline": { vi: "Không hạn", en: "No deadline" },
	"in-time": { vi: "Còn {n} ngày", en: "{n} day left|{n} days left" },
	near: { vi: "Sắp đến hạn, còn {n} ngày", en: "Due soon, {n} day left|Due soon, {n} days left" },
	today: { vi: "Đến hạn hôm nay", en: "Due today" },
	"handed-in": { vi: "Trình trước hạn {n} ngày", en: "Submitted {n} day early|Submitted {n} days early" },
	"handed-in-today": { vi: "Trình đúng ngày hạn", en: "Submitted on the day it was due" },
	"handed-in-late": { vi: "Trình quá hạn {n} ngày", en: "Submitted late by {n} day|Submitted late by {n} days" },
	late: { vi: "Quá hạn {n} ngày", en: "Late by {n} day|Late by {n} days" },
	"done-no-deadline": { vi: "Đã xong, không hạn", en: "Done, no deadline" },
	"done-in-time": { vi: "Xong đúng hạn", en: "Done in time" },
	"done-late": { vi: "Xong, quá hạn {n} ngày", en: "Done, late by {n} day|Done, late by {n} days" },
});

const lateLooks: Record<string, [sign: string, look: string]> = {
	near: ["◐", "warn"],
	today: ["◐", "warn"],
	late: ["⚠", "bad"],
	"handed-in-late": ["⚠", "bad"],
	"done-in-time": ["✔", "good"],
	"done-late": ["⚠", "warn"],
};

export interface Lateness {
	kind: string;
	days: number;
}

/** Its clock stands while a submission waits: nothing is left of the time then, or more and more past it. */
function findKind({ kind, days }: Lateness, state: string): string {
	if (state === "submitted" && kind === "late") return "handed-in-late";
	if (state === "submitted" && ["in-time", "near"].includes(kind)) return days === 0 ? "handed-in-today" : "handed-in";
	return kind === "near" && days === 0 ? "today" : kind;
}

/** How a task in @state stands to its deadline, on the day that the server told it for; nothing for one that is set aside. */
export function LateTag({ lateness, state }: { lateness: Lateness; state: string }) {
	const t = useTexts(lateTexts);
	const kind = findKind(lateness, state);
	if (kind === "aside" || !(kind in lateTexts)) return null;
	const [sign, look] = lateLooks[kind] ?? ["", ""];
	return (
		<span className={look ? `tag ${look}` : "quiet"}>
			{sign && <span aria-hidden="true">{sign}</span>}
			{t(kind as keyof typeof lateTexts, { n: lateness.days })}
		</span>
	);
}
