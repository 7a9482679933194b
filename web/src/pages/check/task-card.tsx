// SPDX-License-Identifier: GPL-3.0-or-later
// A task as it is now, beside what the program read of it and what it was unsure of.
import { Button } from "antd";
import { memo } from "react";
import { useSettings } from "../../app/settings";
import { pickHalf } from "../../api/problem";
import { useTexts } from "../../i18n/texts";
import { StateTag } from "../../kit/states";
import { isOpen, type DraftTask, type Pair, type PlanName, type Role } from "./draft";
import { roles } from "./fields";
import { SURE } from "./order";
import type { Reading } from "./source";
import { checkTexts } from "./texts";

export type Deed = "accept" | "edit" | "split" | "merge" | "drop" | "restore";

interface Props {
	pair: Pair;
	chosen: boolean;
	remarks: Reading["anomalies"];
	names: ReadonlyMap<string, PlanName>;
	may: boolean;
	onChoose: (id: number) => void;
	onDo: (deed: Deed, task: DraftTask) => void;
	onName: (name: PlanName) => void;
}

function Names({ task, role, names, onName, may }: { task: DraftTask; role: Role; names: ReadonlyMap<string, PlanName>; onName: (name: PlanName) => void; may: boolean }) {
	const t = useTexts(checkTexts);
	return (
		<dd>
			{task[role].map((one) => {
				const name = names.get(one);
				return (
					<span className="unit-name" key={one}>
						{one}
						{name && isOpen(name) && may && (
							<Button size="small" aria-label={t("resolveOf", { name: one })} onClick={(event) => { event.stopPropagation(); onName(name); }}>
								<span aria-hidden="true">?</span> {t("resolve")}
							</Button>
						)}
					</span>
				);
			})}
		</dd>
	);
}

function Doubts({ pair, remarks }: { pair: Pair; remarks: Reading["anomalies"] }) {
	const t = useTexts(checkTexts);
	const { language } = useSettings();
	const { now } = pair;
	const doubts: string[] = [];
	if (now.state === "draft" && now.lead.length === 0) doubts.push(t("noLead"));
	if (now.state === "draft" && now.lead.length > 1) doubts.push(t("severalLeads"));
	if (!now.added && now.confidence < SURE) doubts.push(t("unsure", { n: Math.round(now.confidence * 100) }));
	// that several lead is said above
	for (const one of remarks) if (one.kind !== "several-leads") doubts.push(language === "vi" ? (one.detail_vi ?? one.detail) : pickHalf(one.detail, language));
	return doubts.map((text, at) => (
		<p key={at} className="doubt">
			<span aria-hidden="true">⚠ </span>
			{text}
		</p>
	));
}

/** What was read, where a person made something else of it. */
function WasRead({ pair: { now, read } }: { pair: Pair }) {
	const t = useTexts(checkTexts);
	if (!read || !now.edited) return null;
	const pairs: [string, string, string][] = [
		[t("text"), read.text ?? "", now.text ?? ""],
		...roles.map((role): [string, string, string] => [t(role), read[role].join("; "), now[role].join("; ")]),
		[t("time"), read.time_raw ?? "", now.time_raw ?? ""],
		[t("product"), read.product ?? "", now.product ?? ""],
	];
	return pairs
		.filter(([, was, is]) => was !== is)
		.map(([name, was]) => (
			<p className="quiet" key={name}>
				{name}. {t("wasRead", { text: was || t("none") })}
			</p>
		));
}

export const TaskCard = memo(function TaskCard({ pair, chosen, remarks, names, may, onChoose, onDo, onName }: Props) {
	const t = useTexts(checkTexts);
	const { now } = pair;
	const draft = now.state === "draft";
	const deeds: Deed[] = draft ? ["accept", "edit", "split", "merge", "drop"] : now.state === "dropped" ? ["restore"] : [];
	return (
		<li id={`task-${now.id}`} className={chosen ? "check-task chosen" : "check-task"} aria-current={chosen || undefined} onClick={() => onChoose(now.id)}>
			<div className="row">
				<strong>{now.label}</strong>
				<StateTag state={now.state} />
				{now.added ? <span className="tag">{t("added")}</span> : now.edited && <span className="tag">{t("edited")}</span>}
			</div>
			<p className="check-text">{now.text}</p>
			<Doubts pair={pair} remarks={remarks} />
			<dl className="facts">
				{roles.map((role) => now[role].length > 0 && (
					<div key={role}>
						<dt>{t(role)}</dt>
						<Names task={now} role={role} names={names} onName={onName} may={may} />
					</div>
				))}
				{now.time_raw && <div><dt>{t("time")}</dt><dd>{now.time_raw}</dd></div>}
				{now.product && <div><dt>{t("product")}</dt><dd>{now.product}</dd></div>}
			</dl>
			<WasRead pair={pair} />
			{may && chosen && deeds.length > 0 && (
				<div className="row no-print">
					{deeds.map((deed) => (
						<Button key={deed} type={deed === "accept" ? "primary" : "default"} onClick={(event) => { event.stopPropagation(); onDo(deed, now); }}>
							{t(deed)}
						</Button>
					))}
				</div>
			)}
		</li>
	);
});
