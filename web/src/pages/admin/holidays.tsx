// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of the office, year by year: days off and made up, and an administrator's own list of a year, which is saved as a whole.
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { useWho } from "../../api/session-state";
import { useDraft } from "../../app/draft";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { formatDay, today } from "../../i18n/dates";
import { formatNumber, useTexts } from "../../i18n/texts";
import { giveFile } from "../../kit/list-buttons";
import { ErrorNotice } from "../../kit/error-notice";
import { askYear, askYears, calendarKeys, exportDays, putDay, weekdayOf, type Calendar, type CalendarYear, type Day } from "./calendar";
import { DayDialog, ImportDialog, ResetDialog, SaveDialog } from "./calendar-dialogs";
import { calendarTexts, weekdayTexts, whatTexts } from "./calendar-texts";
import { AdminHead } from "./parts";

const looks: Record<Day["what"], [sign: string, look: string]> = { off: ["☀", "tag good"], work: ["⚒", "tag warn"], open: ["?", "tag"] };

function YearTags({ year }: { year: CalendarYear }) {
	const t = useTexts(calendarTexts);
	return (
		<span className="row">
			<span className={year.known ? "tag good" : "tag warn"}>
				<span aria-hidden="true">{year.known ? "✔" : "⚠"}</span> {t(year.known ? "known" : "unknown")}
			</span>
			<span className="tag">
				<span aria-hidden="true">{year.own ? "✎" : "▤"}</span> {t(year.own ? "own" : "builtIn")}
			</span>
		</span>
	);
}

function Months({ calendar }: { calendar: Calendar }) {
	const t = useTexts(calendarTexts);
	const { language } = useSettings();
	return (
		<section className="panel" aria-labelledby="months">
			<h2 id="months">{t("months")}</h2>
			<div className="figures-box" tabIndex={0} role="group" aria-labelledby="months">
				<table className="figures">
					<thead>
						<tr>
							{calendar.months.map((_, at) => (
								<th key={at} scope="col" className="num">
									{at + 1}
								</th>
							))}
							<th scope="col" className="num">
								{t("whole")}
							</th>
						</tr>
					</thead>
					<tbody>
						<tr>
							{calendar.months.map((n, at) => (
								<td key={at} className="num">
									{n}
								</td>
							))}
							<td className="num">
								<strong>{formatNumber(calendar.working_days, language)}</strong>
							</td>
						</tr>
					</tbody>
				</table>
			</div>
		</section>
	);
}

function DayRow({ day, onEdit, onRemove }: { day: Day; onEdit: (() => void) | null; onRemove: () => void }) {
	const t = useTexts(calendarTexts);
	const what = useTexts(whatTexts);
	const weekday = useTexts(weekdayTexts);
	const say = (at: string) => weekday(weekdayOf(at) as keyof typeof weekdayTexts);
	const [sign, look] = looks[day.what];
	const one = day.first === day.last;
	return (
		<tr>
			<th scope="row">
				<span className="nowrap">
					{formatDay(day.first)}
					{!one && ` – ${formatDay(day.last)}`}
				</span>
				<br />
				<span className="quiet">{one ? say(day.first) : `${say(day.first)} – ${say(day.last)}`}</span>
			</th>
			<td>
				<span className={look}>
					<span aria-hidden="true">{sign}</span> {what(day.what)}
				</span>
			</td>
			<td>{day.name}</td>
			<td>{day.source}</td>
			{onEdit && (
				<td className="no-print">
					<span className="row" style={{ flexWrap: "nowrap" }}>
						<Button size="small" aria-label={t("editOf", { name: day.name })} onClick={onEdit}>
							{t("edit")}
						</Button>
						<Button size="small" aria-label={t("removeOf", { name: day.name })} onClick={onRemove}>
							{t("remove")}
						</Button>
					</span>
				</td>
			)}
		</tr>
	);
}

type Dialog = { kind: "day"; day: Day | null } | { kind: "save" | "reset" | "import" } | null;

function Year({ calendar, version }: { calendar: Calendar; version: string }) {
	const t = useTexts(calendarTexts);
	const keeps = useWho().role === "administrator";
	const [dialog, setDialog] = useState<Dialog>(null);
	// what was changed waits in the browser until it is saved
	const [draft, change, clear] = useDraft<{ days: Day[] | null; of: string }>(`calendar.${calendar.year}`, { days: null, of: "" });
	const days = draft.days ?? calendar.days;
	const year = calendar.year;
	const edit = (next: Day[]) => change({ days: next, of: draft.days ? draft.of : version });
	const overtaken = draft.days !== null && draft.of !== version;
	const close = () => setDialog(null);
	const of = { year, version, onDone: clear, onClose: close };
	return (
		<>
			{!calendar.known && (
				<p className="panel">
					<span aria-hidden="true">⚠</span> {t("unknownHint", { year: String(year) })}
				</p>
			)}
			<section className="panel" aria-labelledby="days">
				<div className="panel-head">
					<h2 id="days">{t("days", { year: String(year) })}</h2>
					<YearTags year={calendar} />
				</div>
				<p className="quiet">{t("daysHint")}</p>
				<div className="row no-print" style={{ marginBottom: "0.8rem" }}>
					{keeps && <Button onClick={() => setDialog({ kind: "day", day: null })}>{t("add")}</Button>}
					{keeps && <Button onClick={() => setDialog({ kind: "import" })}>{t("import")}</Button>}
					<Button onClick={() => giveFile(new Blob([exportDays(days)], { type: "text/csv" }), `ngay-nghi-${year}.csv`)}>{t("export")}</Button>
					{keeps && calendar.own && <Button onClick={() => setDialog({ kind: "reset" })}>{t("reset")}</Button>}
				</div>
				{days.length === 0 && <p>{t("noDays")}</p>}
				{days.length > 0 && (
					<div className="figures-box" tabIndex={0} role="group" aria-labelledby="days">
						<table className="figures">
							<thead>
								<tr>
									<th scope="col">{t("day")}</th>
									<th scope="col">{t("what")}</th>
									<th scope="col">{t("name")}</th>
									<th scope="col">{t("source")}</th>
									{keeps && (
										<th scope="col" className="no-print">
											{t("actions")}
										</th>
									)}
								</tr>
							</thead>
							<tbody>
								{days.map((day) => (
									<DayRow key={day.first} day={day} onEdit={keeps ? () => setDialog({ kind: "day", day }) : null} onRemove={() => edit(days.filter((one) => one !== day))} />
								))}
							</tbody>
						</table>
					</div>
				)}
				{keeps && draft.days && (
					<div className="row no-print" role="status" style={{ marginTop: "1rem" }}>
						<span className={overtaken ? "bad" : "tag warn"}>
							<span aria-hidden="true">{overtaken ? "⚠" : "✎"}</span> {t(overtaken ? "overtaken" : "unsaved")}
						</span>
						<Button onClick={clear}>{t("undo")}</Button>
						<Button type="primary" disabled={days.length === 0 || overtaken} onClick={() => setDialog({ kind: "save" })}>
							{t("save", { year: String(year) })}
						</Button>
					</div>
				)}
			</section>
			<Months calendar={calendar} />
			{dialog?.kind === "day" && <DayDialog year={year} day={dialog.day} others={days.filter((one) => one !== dialog.day)} onPut={(day) => edit(putDay(days, dialog.day, day))} onClose={close} />}
			{dialog?.kind === "save" && <SaveDialog {...of} days={days} />}
			{dialog?.kind === "reset" && <ResetDialog {...of} />}
			{dialog?.kind === "import" && <ImportDialog {...of} />}
		</>
	);
}

export default function HolidaysPage() {
	const t = useTexts(calendarTexts);
	const years = useQuery({ queryKey: calendarKeys.years, queryFn: ({ signal }) => askYears(signal) });
	const [year, setYear] = useState(() => Number(today().slice(0, 4)));
	const shown = useQuery({ queryKey: calendarKeys.year(year), queryFn: ({ signal }) => askYear(year, signal) });
	return (
		<>
			<AdminHead>
				<Select<number> className="no-print" aria-label={t("year")} value={year} onChange={setYear} style={{ minWidth: "9rem" }}
					options={(years.data ?? [{ year }]).map((one) => ({ value: one.year, label: t("yearOf", { year: String(one.year) }) }))} />
			</AdminHead>
			{shown.isPending && <Loading />}
			{shown.isError && <ErrorNotice error={shown.error} retry={() => void shown.refetch()} />}
			{shown.data && <Year key={year} {...shown.data} />}
		</>
	);
}
