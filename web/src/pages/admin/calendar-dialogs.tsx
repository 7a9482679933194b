// SPDX-License-Identifier: GPL-3.0-or-later
// What changes the calendar of a year: one of its days in the list, the list as a whole.
import { useQueryClient } from "@tanstack/react-query";
import { Input, Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { formatDay, parseDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import { calendarKeys, judgeDay, writeDays, type Day } from "./calendar";
import { calendarTexts, whatTexts } from "./calendar-texts";

const KINDS = ["off", "work", "open"] as const;

interface DayProps {
	year: number;
	/** null: a new one */
	day: Day | null;
	others: readonly Day[];
	onPut: (day: Day) => void;
	onClose: () => void;
}

export function DayDialog({ year, day, others, onPut, onClose }: DayProps) {
	const t = useTexts(calendarTexts);
	const what = useTexts(whatTexts);
	const [said, setSaid] = useState({ first: formatDay(day?.first), last: day && day.last !== day.first ? formatDay(day.last) : "", what: day?.what ?? "off", name: day?.name ?? "", source: day?.source ?? "" });
	const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
	const first = parseDay(said.first);
	const last = said.last.trim() === "" ? first : parseDay(said.last);
	const next: Day | null = first && last ? { ...said, first, last, name: said.name.trim(), source: said.source.trim() } : null;
	const wrong = next ? judgeDay(year, next, others) : null;
	const problem = wrong ? t(wrong) : !next && (said.first.trim().length >= 10 || said.last.trim().length >= 10) ? t("wrongDay") : "";
	const texts = [
		["first", t("first"), t("dayHint")],
		["last", t("last"), t("dayHint")],
		["name", t("name"), t("nameHint")],
		["source", t("source"), t("sourceHint")],
	] as const;
	const run = () => {
		if (next) onPut(next);
		return Promise.resolve();
	};
	return (
		<ActionDialog title={day ? t("editOf", { name: day.name }) : t("add")} confirm={t("put")} unready={!next || wrong !== null || next.name === ""} onClose={onClose} run={run}>
			<div className="field">
				<span className="label" id="day-what">
					{t("what")}
				</span>
				<Segmented aria-labelledby="day-what" value={said.what} onChange={(value) => change({ what: value })} options={KINDS.map((value) => ({ value, label: what(value) }))} />
			</div>
			{texts.map(([name, label, hint]) => (
				<div className="field" key={name}>
					<label htmlFor={`day-${name}`}>{label}</label>
					<Input id={`day-${name}`} maxLength={150} placeholder={hint} value={said[name]} aria-describedby="day-problem" onChange={(event) => change({ [name]: event.target.value })} />
				</div>
			))}
			<p className="bad" id="day-problem" role="alert" style={{ margin: 0 }}>
				{problem}
			</p>
		</ActionDialog>
	);
}

interface YearProps {
	year: number;
	version: string;
	onDone: () => void;
	onClose: () => void;
}

function put({ year, version, onDone }: YearProps, csv: string): Promise<void> {
	return call("put", "/api/v1/holidays/{id}", { path: { id: year }, version, csv }).then(onDone);
}

export function SaveDialog(props: YearProps & { days: readonly Day[] }) {
	const t = useTexts(calendarTexts);
	const { year, days, onClose } = props;
	const client = useQueryClient();
	const run = () =>
		put(props, writeDays(days)).catch((error: unknown) => {
			// somebody may have been first: what is there now is shown behind the dialog
			void client.invalidateQueries({ queryKey: calendarKeys.years });
			throw error;
		});
	return <ActionDialog title={t("save", { year: String(year) })} explain={t("saveExplain", { year: String(year), n: days.length })} confirm={t("save", { year: String(year) })} done={t("saved")} onClose={onClose} run={run} />;
}

export function ResetDialog({ year, version, onDone, onClose }: YearProps) {
	const t = useTexts(calendarTexts);
	const run = () => call("delete", "/api/v1/holidays/{id}", { path: { id: year }, version }).then(onDone);
	return <ActionDialog title={t("reset")} explain={t("resetExplain", { year: String(year) })} confirm={t("reset")} danger done={t("saved")} onClose={onClose} run={run} />;
}

export function ImportDialog(props: YearProps) {
	const t = useTexts(calendarTexts);
	const { year, onClose } = props;
	const [file, setFile] = useState<File | null>(null);
	const run = async () => put(props, (await file?.text()) ?? "");
	return (
		<ActionDialog title={t("import")} explain={t("importExplain", { year: String(year) })} confirm={t("save", { year: String(year) })} unready={!file} done={t("saved")} onClose={onClose} run={run}>
			<div className="field">
				<label htmlFor="calendar-file">{t("file")}</label>
				<input id="calendar-file" type="file" accept=".csv,text/csv" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
			</div>
		</ActionDialog>
	);
}
