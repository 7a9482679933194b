// SPDX-License-Identifier: GPL-3.0-or-later
// Names that the directory does not answer by itself: a person says which unit is meant, or which heir takes the work over.
import { Button, Input, Radio } from "antd";
import { useId, useState } from "react";
import { call } from "../../api/client";
import { describeProblem } from "../../api/problem";
import { useSettings } from "../../app/settings";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { Dialog } from "./dialogs";
import { isOpen, type PlanName, type Proposal } from "./draft";
import { checkTexts } from "./texts";

const asks = ["unknown", "several", "near", "ended", "no-heir", "members"] as const;
type Ask = `ask-${(typeof asks)[number]}`;
function askOf(word: string): Ask | null {
	return (asks as readonly string[]).includes(word) ? (`ask-${word}` as Ask) : null;
}

interface Choice {
	unit: string;
	name: string;
	about: string;
}

function useChoices(proposal: Proposal): { candidates: Choice[]; heirs: Choice[] } {
	const t = useTexts(checkTexts);
	return {
		candidates: proposal.candidates.map((one) => ({ unit: one.unit, name: one.name, about: t("score", { n: one.score }) })),
		heirs: proposal.heirs.flatMap((one) => (one.unit === null ? [] : [{ unit: one.unit, name: one.name, about: [one.field, one.day && formatDay(one.day), one.source].filter(Boolean).join(" · ") }])),
	};
}

function Choices({ title, all, chosen, onChoose }: { title: string; all: Choice[]; chosen: string; onChoose: (unit: string) => void }) {
	if (all.length === 0) return null;
	return (
		<fieldset className="choices">
			<legend>{title}</legend>
			<Radio.Group value={chosen} onChange={(event) => onChoose(event.target.value as string)}>
				{all.map((one) => (
					<Radio key={one.unit} value={one.unit}>
						<strong>{one.name}</strong> <span className="quiet">{[one.unit, one.about].filter(Boolean).join(" · ")}</span>
					</Radio>
				))}
			</Radio.Group>
		</fieldset>
	);
}

/** @onSettled: asks for the plan anew */
export function NameDialog({ plan, name, act, onClose }: { plan: number; name: PlanName; act: (what: () => Promise<unknown>) => Promise<boolean>; onClose: () => void }) {
	const t = useTexts(checkTexts);
	const { language } = useSettings();
	const id = useId();
	const [proposal, setProposal] = useState<Proposal>(name);
	const [words, setWords] = useState("");
	const [problem, setProblem] = useState("");
	const [unit, setUnit] = useState(name.candidates[0]?.unit ?? "");
	const [everywhere, setEverywhere] = useState(false);
	const [reason, setReason] = useState(t("settleReason"));
	const { candidates, heirs } = useChoices(proposal);
	const find = async () => {
		setProblem("");
		try {
			const found = (await call("get", "/api/v1/units/match", { query: { name: words.trim(), document: plan } })).data as unknown as Proposal;
			setProposal(found);
			setUnit(found.candidates[0]?.unit ?? "");
		} catch (error) {
			setProblem(describeProblem(error, language));
		}
	};
	const settle = () => act(() => call("post", "/api/v1/units/settlements", { body: { name: name.name, unit, reason: reason.trim(), ...(everywhere ? {} : { document: plan }) } }));
	const ask = askOf(proposal.ask);
	return (
		<Dialog title={t("resolveOf", { name: name.name })} word={t("save")} can={unit !== "" && reason.trim() !== ""} onDo={settle} onClose={onClose}>
			{ask && <p>{t(ask)}</p>}
			<Choices title={t("heirs")} all={heirs} chosen={unit} onChoose={setUnit} />
			<Choices title={t("candidates")} all={candidates} chosen={unit} onChoose={setUnit} />
			{candidates.length + heirs.length === 0 && <p className="quiet">{t("noCandidates")}</p>}
			<div className="field">
				<label htmlFor={id}>{t("findUnit")}</label>
				<span className="row">
					<Input id={id} style={{ flex: 1 }} value={words} data-first onChange={(event) => setWords(event.target.value)}
						onKeyDown={(event) => { if (event.key === "Enter" && !event.ctrlKey && words.trim()) void find(); }} />
					<Button disabled={!words.trim()} onClick={() => void find()}>{t("find")}</Button>
				</span>
			</div>
			<p role="alert" className="bad">{problem}</p>
			<fieldset className="choices">
				<legend>{t("scope")}</legend>
				<Radio.Group value={everywhere} onChange={(event) => setEverywhere(event.target.value as boolean)}>
					<Radio value={false}>{t("forPlan")}</Radio>
					<Radio value={true}>{t("forAll")}</Radio>
				</Radio.Group>
			</fieldset>
			<div className="field">
				<label htmlFor={id + "r"}>{t("reason")}</label>
				<Input id={id + "r"} value={reason} onChange={(event) => setReason(event.target.value)} />
			</div>
		</Dialog>
	);
}

export function OpenNames({ names, may, onName }: { names: readonly PlanName[]; may: boolean; onName: (name: PlanName) => void }) {
	const t = useTexts(checkTexts);
	const open = names.filter(isOpen);
	if (open.length === 0) return null;
	return (
		<details className="panel">
			<summary>
				{t("names")} ({open.length})
			</summary>
			<ul className="open-names">
				{open.map((name) => {
					const ask = askOf(name.ask);
					return (
						<li key={name.name}>
							<div>
								<strong>{name.name}</strong>
								<p className="quiet">{t("leads", { leads: name.leads, n: name.tasks })}{ask && `. ${t(ask)}`}</p>
							</div>
							{may && <Button aria-label={t("resolveOf", { name: name.name })} onClick={() => onName(name)}>{t("resolve")}</Button>}
						</li>
					);
				})}
			</ul>
		</details>
	);
}
