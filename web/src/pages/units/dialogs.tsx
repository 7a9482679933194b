// SPDX-License-Identifier: GPL-3.0-or-later
// What changes the directory: a list that is taken in, a merger that is recorded, a name that is settled.
import { App, Checkbox, Input, Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { parseDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import type { NameOfPlan, Unit } from "./data";
import { UnitField } from "./parts";
import { unitTexts } from "./texts";

export function ImportDialog({ onClose }: { onClose: () => void }) {
	const t = useTexts(unitTexts);
	const { message } = App.useApp();
	const [file, setFile] = useState<File | null>(null);
	const run = async () => {
		if (!file) return;
		const { data } = await call("post", "/api/v1/units/csv", { csv: await file.text() });
		const { rows, added, changed } = data as unknown as { rows: number; added: number; changed: number };
		void message.success(t("imported", { rows, added, changed }), 10);
	};
	return (
		<ActionDialog title={t("importTitle")} explain={t("importExplain")} confirm={t("import")} unready={!file} onClose={onClose} run={run}>
			<div className="field">
				<label htmlFor="unit-file">{t("importFile")}</label>
				<input id="unit-file" type="file" accept=".csv,text/csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
			</div>
		</ActionDialog>
	);
}

export function MergeDialog({ units, onClose }: { units: readonly Unit[]; onClose: () => void }) {
	const t = useTexts(unitTexts);
	const [from, setFrom] = useState<string[]>([]);
	const [into, setInto] = useState<string[]>([]);
	const [said, setSaid] = useState({ document: "", day: "", field: "", reason: "" });
	const [end, setEnd] = useState(false);
	const day = parseDay(said.day);
	const field = said.field.trim();
	const run = () =>
		call("post", "/api/v1/units/merges", {
			body: { from, into: into[0] ?? "", document: said.document.trim(), day: day ?? "", field: field || undefined, end: field && end ? true : undefined, reason: said.reason.trim() || undefined },
		});
	const texts = [
		["document", t("mergeDocument"), ""],
		["day", t("mergeDay"), t("day")],
		["field", t("mergeField"), ""],
		["reason", t("reason"), ""],
	] as const;
	const unready = from.length === 0 || into.length === 0 || !said.document.trim() || !day;
	return (
		<ActionDialog title={t("mergeTitle")} explain={t("mergeExplain")} confirm={t("merge")} danger done={t("merged")} unready={unready} onClose={onClose} run={run}>
			<UnitField id="merge-from" label={t("mergeFrom")} units={units} several value={from} onChange={setFrom} />
			<UnitField id="merge-into" label={t("mergeInto")} units={units} value={into} onChange={setInto} />
			{texts.map(([name, label, hint]) => (
				<div className="field" key={name}>
					<label htmlFor={`merge-${name}`}>{label}</label>
					<Input id={`merge-${name}`} maxLength={500} placeholder={hint} value={said[name]} onChange={(event) => setSaid({ ...said, [name]: event.target.value })} />
				</div>
			))}
			{field && (
				<Checkbox checked={end} onChange={(event) => setEnd(event.target.checked)}>
					{t("mergeEnd")}
				</Checkbox>
			)}
		</ActionDialog>
	);
}

export function SettleDialog({ name, units, mayEverywhere, onClose }: { name: NameOfPlan; units: readonly Unit[]; mayEverywhere: boolean; onClose: () => void }) {
	const t = useTexts(unitTexts);
	const proposed = [...name.candidates.map((one) => one.unit), ...name.heirs.flatMap((heir) => heir.unit ?? [])];
	const [unit, setUnit] = useState<string[]>(proposed.slice(0, 1));
	const [where, setWhere] = useState<"here" | "all">("here");
	const [reason, setReason] = useState("");
	const run = () =>
		call("post", "/api/v1/units/settlements", {
			body: { name: name.name, unit: unit[0] ?? "", document: where === "here" ? name.document : undefined, reason: reason.trim() },
		});
	return (
		<ActionDialog title={t("settleTitle", { name: name.name })} confirm={t("settle")} done={t("settled")} unready={unit.length === 0 || !reason.trim()} onClose={onClose} run={run}>
			<UnitField id="settle-unit" label={t("settleUnit")} units={units} first={proposed} value={unit} onChange={setUnit} />
			{mayEverywhere && (
				<div className="field">
					<span className="label">{t("settleWhere")}</span>
					<Segmented<"here" | "all"> aria-label={t("settleWhere")} value={where} onChange={setWhere} options={[{ value: "here", label: t("settleHere") }, { value: "all", label: t("settleAll") }]} />
				</div>
			)}
			<div className="field">
				<label htmlFor="settle-reason">{t("reason")}</label>
				<Input.TextArea id="settle-reason" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
			</div>
		</ActionDialog>
	);
}
