// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that the pages of units share: how a unit stands, choosing one, what a name was taken for.
import { Select } from "antd";
import { useMemo } from "react";
import { formatDay } from "../../i18n/dates";
import { useTexts, type Texts } from "../../i18n/texts";
import { fold, isCalled, type Heir, type Match, type Unit } from "./data";
import { askTexts, howTexts, unitTexts } from "./texts";

const PROPOSED = 50; // units that a field shows at once

export function UnitTag({ there }: { there: boolean }) {
	const t = useTexts(unitTexts);
	return (
		<span className={there ? "tag good" : "tag"}>
			<span aria-hidden="true">{there ? "✔" : "⊘"}</span>
			{t(there ? "active" : "ended")}
		</span>
	);
}

/** A text of @texts where the server's word is one of them, else the word. */
export function useWord(texts: Texts): (word: string) => string {
	const t = useTexts(texts);
	return (word) => (word in texts ? t(word) : word);
}

interface FieldProps {
	id: string;
	label: string;
	units: readonly Unit[];
	/** these first, as proposed */
	first?: readonly string[];
	value: string[];
	onChange: (ids: string[]) => void;
	several?: boolean;
}

export function UnitField({ id, label, units, first = [], value, onChange, several }: FieldProps) {
	const options = useMemo(() => {
		const rank = new Map(first.map((one, at) => [one, at]));
		return [...units]
			.sort((a, b) => (rank.get(a.id) ?? first.length) - (rank.get(b.id) ?? first.length))
			.map((unit) => ({ value: unit.id, label: `${unit.name} (${unit.id})`, unit }));
	}, [units, first]);
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<Select id={id} mode={several ? "multiple" : undefined} value={several ? value : (value[0] ?? null)} onChange={(chosen: string | string[] | null) => onChange(Array.isArray(chosen) ? chosen : chosen ? [chosen] : [])}
				options={options} showSearch={{ filterOption: (said, option) => option !== undefined && isCalled(option.unit, fold(said)) }} listHeight={PROPOSED * 6} />
		</div>
	);
}

export function HeirLine({ heir }: { heir: Heir }) {
	const t = useTexts(unitTexts);
	return (
		<>
			{heir.name ?? heir.unit}
			<span className="quiet">
				{[heir.field && ` · ${t("fieldOf", { field: heir.field })}`, heir.day && ` · ${t("from", { day: formatDay(heir.day) })}`, heir.source && ` · ${t("by", { document: heir.source })}`].filter(Boolean).join("")}
			</span>
		</>
	);
}

/** What a name is taken for, and what is not sure about it. */
export function MatchLines({ match, units }: { match: Match; units: readonly Unit[] }) {
	const t = useTexts(unitTexts);
	const ask = useWord(askTexts);
	const how = useWord(howTexts);
	const names = new Map(units.map((unit) => [unit.id, unit.name]));
	return (
		<>
			<span className={match.ask === "none" ? "tag good" : "tag warn"}>
				<span aria-hidden="true">{match.ask === "none" ? "✔" : "?"}</span>
				{ask(match.ask)}
			</span>
			<ul className="plain-list">
				{match.candidates.map((one) => (
					<li key={one.unit}>
						{one.name}{" "}
						<span className="quiet">
							({one.unit}) · {how(one.how)} · {t("score", { n: one.score })}
						</span>
					</li>
				))}
				{match.members && match.members.length > 0 && (
					<li>
						{t("members", { n: match.members.length })}
						{match.members.map((id) => names.get(id) ?? id).join("; ")}
					</li>
				)}
				{match.heirs.length > 0 && <li className="quiet">{t("heirs")}:</li>}
				{match.heirs.map((heir, at) => (
					<li key={at}>
						→ <HeirLine heir={heir} />
					</li>
				))}
			</ul>
		</>
	);
}
