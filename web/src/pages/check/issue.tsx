// SPDX-License-Identifier: GPL-3.0-or-later
// The end of checking: what goes out to whom, what stays back, and giving it out.
import { useQueryClient } from "@tanstack/react-query";
import { Modal, Radio } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import { Link } from "../../app/router";
import { useTexts } from "../../i18n/texts";
import { Dialog } from "./dialogs";
import type { Draft } from "./draft";
import { foresee } from "./order";
import { checkTexts } from "./texts";

interface Props {
	plan: number;
	draft: Draft;
	openNames: number;
	act: (what: () => Promise<unknown>) => Promise<boolean>;
	onClose: () => void;
}

export function IssueDialog({ plan, draft, openNames, act, onClose }: Props) {
	const t = useTexts(checkTexts);
	const client = useQueryClient();
	const [shift, setShift] = useState<"stay" | "next">("stay");
	const [result, setResult] = useState<{ issued: number; held: number[] } | null>(null);
	const going = foresee(draft.pairs);
	const n = going.units.reduce((sum, [, tasks]) => sum + tasks, 0);
	const issue = async () => {
		const done = await act(async () => {
			const { data } = await call("post", "/api/v1/documents/{id}/issues", { path: { id: plan }, version: draft.version, body: { days_off: shift } });
			setResult(data as unknown as { issued: number; held: number[] });
		});
		if (done) void client.invalidateQueries({ queryKey: keys.document(plan) });
		// the answer is shown in place of the question
		return false;
	};
	if (result)
		return (
			<Modal open title={t("issued", { n: result.issued })} footer={null} onCancel={onClose}>
				{result.held.length > 0 && <p>{t("issuedHeld", { n: result.held.length })}</p>}
				<Link to={`/nhiem-vu?document=${plan}`}>{t("toTasks")}</Link>
			</Modal>
		);
	return (
		<Dialog title={t("issueTitle")} word={t("issueDo")} can={n > 0} onDo={issue} onClose={onClose}>
			{n === 0 ? (
				<p>{t("issueNothing")}</p>
			) : (
				<>
					<p>
						<strong>{t("issueGoing", { n })}</strong>
					</p>
					<ul className="going">
						{going.units.map(([name, tasks]) => (
							<li key={name}>
								<span>{name}</span>
								<span className="nowrap">{t("tasksOf", { n: tasks })}</span>
							</li>
						))}
					</ul>
					{going.drafts - going.held.length > 0 && <p className="quiet">{t("issueDrafts", { n: going.drafts - going.held.length })}</p>}
				</>
			)}
			{going.held.length > 0 && (
				<p className="doubt">
					<span aria-hidden="true">⚠ </span>
					{t("issueHeld", { n: going.held.length })}: {going.held.map((pair) => pair.now.label).join(", ")}
				</p>
			)}
			{openNames > 0 && <p className="quiet">{t("issueNames", { n: openNames })}</p>}
			<fieldset className="choices">
				<legend>{t("daysOff")}</legend>
				<Radio.Group value={shift} onChange={(event) => setShift(event.target.value as "stay" | "next")}>
					<Radio value="stay">{t("stay")}</Radio>
					<Radio value="next">{t("next")}</Radio>
				</Radio.Group>
			</fieldset>
		</Dialog>
	);
}
