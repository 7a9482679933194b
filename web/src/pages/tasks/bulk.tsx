// SPDX-License-Identifier: GPL-3.0-or-later
// One step with several tasks: each by itself, and what became of every one.
import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Select } from "antd";
import { useState } from "react";
import { call, type AnswerOf } from "../../api/client";
import { describeProblem, pickHalf } from "../../api/problem";
import type { TaskRow } from "../../api/summary";
import { useWho } from "../../api/session-state";
import { Link } from "../../app/router";
import { useSettings } from "../../app/settings";
import type { paths } from "../../api/schema";
import { useTexts } from "../../i18n/texts";
import { FocusFirst } from "../../kit/focus-first";
import { StateTag } from "../../kit/states";
import { FieldInput } from "../task/step-form";
import { askedFields, collect, findMissing, steps, type Action, type Typed } from "../task/steps";
import { actionTexts, fieldTexts, taskTexts } from "../task/texts";
import { tasksTexts } from "./texts";

type Body = NonNullable<paths["/api/v1/tasks/actions"]["post"]["requestBody"]>["content"]["application/json"];
type Result = AnswerOf<"/api/v1/tasks/actions", "post">["results"][number];

/** A result and a note are of one task; what a draft needs is done where it is checked. */
const single: readonly Action[] = ["progress", "submit", "approve", "drop", "restore"];

function ActDialog({ action, rows, onDone, onClose }: { action: Action; rows: readonly TaskRow[]; onDone: (results: readonly Result[]) => void; onClose: () => void }) {
	const t = useTexts(tasksTexts);
	const own = useTexts(taskTexts);
	const names = useTexts(fieldTexts);
	const actions = useTexts(actionTexts);
	const { language } = useSettings();
	const client = useQueryClient();
	const [typed, setTyped] = useState<Typed>({});
	const [problem, setProblem] = useState("");
	const [busy, setBusy] = useState(false);
	const act = async () => {
		const missing = findMissing(action, typed);
		if (missing !== null) {
			setProblem(missing === "day" ? own("wrongDay") : missing === "result" ? own("oneOf") : own("missing", { field: names(missing) }));
			return;
		}
		setBusy(true);
		setProblem("");
		try {
			const body = { ...collect(action, typed), action, tasks: rows.map((row) => row.id), versions: rows.map((row) => row.version ?? 0), each: true } as Body;
			const { data } = await call("post", "/api/v1/tasks/actions", { body });
			void client.invalidateQueries();
			onDone(data.results);
		} catch (error) {
			setProblem(describeProblem(error, language));
			setBusy(false);
		}
	};
	return (
		<Modal open title={t("actOf", { action: actions(action), n: rows.length })} okText={actions(action)} confirmLoading={busy} onOk={() => void act()} onCancel={onClose}>
			<div className="form" onKeyDown={(event) => { if (event.key === "Enter" && event.ctrlKey) void act(); }}>
				<FocusFirst />
				<p style={{ margin: 0 }}>{t("actExplain")}</p>
				{askedFields(action, typed, 0).map((field) => (
					<FieldInput key={field} field={field} id={`bulk-${field}`} value={typed[field] ?? ""} needed={steps[action]?.needs.includes(field) ?? false} onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))} />
				))}
				<div role="alert" className="bad">
					{problem}
				</div>
			</div>
		</Modal>
	);
}

/** Why one was left, where the server has no words of its own for it. */
function leftText(problem: string): "left" | "left-stale" | "left-not-found" | "left-forbidden" {
	return problem === "stale" || problem === "not-found" || problem === "forbidden" ? `left-${problem}` : "left";
}

function ResultsDialog({ results, rows, onClose }: { results: readonly Result[]; rows: readonly TaskRow[]; onClose: () => void }) {
	const t = useTexts(tasksTexts);
	const { language } = useSettings();
	const left = results.filter((one) => one.problem !== null);
	return (
		<Modal open title={t("results")} width="46rem" onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{t("ready")}</Button>}>
			<FocusFirst />
			<p role="status">
				✔ {t("resultDone", { n: results.length - left.length })} {left.length > 0 && <>· <span className="bad">✖ {t("resultLeft", { n: left.length })}</span>. {t("leftPicked")}</>}
			</p>
			<div className="figures-box bulk-results" role="region" aria-label={t("results")} tabIndex={0}>
				<table className="figures">
					<thead>
						<tr>
							<th scope="col">{t("title")}</th>
							<th scope="col">{t("state")}</th>
							<th scope="col">{t("result")}</th>
						</tr>
					</thead>
					<tbody>
						{[...left, ...results.filter((one) => one.problem === null)].map((one) => (
							<tr key={one.task}>
								<th scope="row">
									<Link to={`/nhiem-vu/${one.task}`} className="clamp two">
										{rows.find((row) => row.id === one.task)?.text ?? `#${one.task}`}
									</Link>
								</th>
								<td>{one.state && <StateTag state={one.state} />}</td>
								<td>{one.problem === null ? <>✔ {t("resultOk")}</> : <span className="bad">✖ {one.detail ? pickHalf(one.detail, language) : t(leftText(one.problem))}</span>}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</Modal>
	);
}

/** Which steps a role may take at all; whether one may be taken with a task the server says. */
export function useBulkActions(): readonly Action[] {
	const who = useWho();
	return (Object.keys(steps) as Action[]).filter((action) => who.may.includes(action) && !single.includes(action));
}

interface Props {
	actions: readonly Action[];
	picked: readonly TaskRow[];
	onPick: (ids: ReadonlySet<number>) => void;
}

export function BulkBar({ actions, picked, onPick }: Props) {
	const t = useTexts(tasksTexts);
	const names = useTexts(actionTexts);
	// those of the moment it was chosen: what others change while the dialog is open is told, and not taken as seen
	const [chosen, setChosen] = useState<{ action: Action; rows: readonly TaskRow[] } | null>(null);
	const [done, setDone] = useState<{ results: readonly Result[]; rows: readonly TaskRow[] } | null>(null);
	return (
		<>
			{picked.length > 0 && (
				<div className="row bulk no-print" role="region" aria-label={t("act")}>
					<strong role="status">{t("picked", { n: picked.length })}</strong>
					<Select<Action> aria-label={t("act")} placeholder={t("act")} className="bulk-act" value={chosen?.action ?? null} options={actions.map((one) => ({ value: one, label: names(one) }))} onChange={(action) => setChosen({ action, rows: picked })} />
					<Button onClick={() => onPick(new Set())}>{t("unpick")}</Button>
				</div>
			)}
			{chosen && (
				<ActDialog key={chosen.action} {...chosen} onClose={() => setChosen(null)}
					onDone={(results) => {
						setChosen(null);
						setDone({ results, rows: chosen.rows });
						onPick(new Set(results.filter((one) => one.problem !== null).map((one) => one.task)));
					}} />
			)}
			{done && <ResultsDialog {...done} onClose={() => setDone(null)} />}
		</>
	);
}
