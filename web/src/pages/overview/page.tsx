// SPDX-License-Identifier: GPL-3.0-or-later
// The overview of a day: boxes, rates, by unit, plan, month, how late, and due days. Printed it is the sheet for a meeting.
import { Button, Input } from "antd";
import { useState, type SyntheticEvent } from "react";
import { countAll, useSummary, useTasks, type Summary } from "../../api/summary";
import { useWho } from "../../api/session-state";
import { navigate, useSearch } from "../../app/router";
import { Loading } from "../../app/shell";
import { addDays, formatDay, lastDay, parseDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { TaskCards } from "../../kit/task-cards";
import { boxFilters, tasksPath } from "../../kit/tasks-path";
import { Count } from "../../kit/tiles";
import { countDueDays, countLateSpans, countMonths, countPlans, lateSpans, type CountedRow } from "./count";
import { Boxes, Rates } from "./figures";
import { Heat } from "./heat";
import { OutcomeTable } from "./outcome-table";
import { useCountedRows } from "./rows";
import { overviewTexts } from "./texts";

const LONGEST = 5; // so that the sheet for a meeting stays one page

function DayForm({ asOf }: { asOf?: string }) {
	const t = useTexts(overviewTexts);
	const [day, setDay] = useState(formatDay(asOf));
	const [wrong, setWrong] = useState(false);
	const submit = (event: SyntheticEvent) => {
		event.preventDefault();
		const said = parseDay(day);
		setWrong(said === null);
		if (said !== null) navigate(`/tong-hop?as_of=${said}`);
	};
	return (
		<form className="row no-print" onSubmit={submit} noValidate>
			<label htmlFor="as-of">{t("dayLabel")}</label>
			<Input id="as-of" value={day} onChange={(event) => setDay(event.target.value)} placeholder={t("dayHint")} inputMode="numeric" style={{ width: "11rem" }} status={wrong ? "error" : ""} aria-invalid={wrong} aria-describedby="as-of-wrong" />
			<Button htmlType="submit">{t("apply")}</Button>
			{asOf && (
				<Button type="link" onClick={() => { setDay(""); setWrong(false); navigate("/tong-hop"); }}>
					{t("today")}
				</Button>
			)}
			<Button onClick={() => window.print()}>{t("print")}</Button>
			<span id="as-of-wrong" className="bad" role="alert">
				{wrong && t("dayWrong")}
			</span>
		</form>
	);
}

function Units({ summary, listed }: { summary: Summary; listed: boolean }) {
	const t = useTexts(overviewTexts);
	const rows = summary.units
		.filter((one) => countAll(one) > 0)
		.sort((a, b) => b["open-late"] - a["open-late"])
		.map((one) => ({ key: one.unit, name: one.unit, counts: { ...one, "no-deadline": one["open-no-deadline"] + one["done-no-deadline"] }, filter: listed ? { unit: one.unit } : undefined }));
	return <OutcomeTable id="by-unit" title={t("byUnit")} head={t("unit")} rows={rows} printed />;
}

function HowLate({ rows, today }: { rows: readonly CountedRow[]; today: string }) {
	const t = useTexts(overviewTexts);
	const counts = countLateSpans(rows);
	return (
		<section className="panel no-print" aria-labelledby="how-late">
			<h2 id="how-late">{t("howLate")}</h2>
			<table className="figures">
				<thead>
					<tr>
						<th scope="col">{t("howLate")}</th>
						<th scope="col" className="num">{t("late")}</th>
					</tr>
				</thead>
				<tbody>
					{lateSpans.map(([from, to], at) => {
						const name = to === Infinity ? t("spanOver", { n: from - 1 }) : t("span", { from, to });
						const since = to === Infinity ? {} : { from: addDays(today, -to) };
						return (
							<tr key={from}>
								<th scope="row">{name}</th>
								<td className="num">
									<Count n={counts[at] ?? 0} to={tasksPath({ ...boxFilters["open-late"], ...since, to: addDays(today, -from) })} of={`${t("open-late")}, ${name}`} />
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</section>
	);
}

/** What stands on rows of today's list and not on the summary. */
function Breakdown({ today }: { today: string }) {
	const t = useTexts(overviewTexts);
	const counted = useCountedRows(true);
	const longest = useTasks(boxFilters["open-late"], LONGEST);
	if (counted.isPending) return <Loading />;
	if (counted.isError) return <ErrorNotice error={counted.error} retry={() => void counted.refetch()} />;
	const { rows, partial } = counted.data;
	const late = longest.data?.rows ?? [];
	return (
		<>
			{partial && <p className="panel">{t("partial", { n: rows.length })}</p>}
			<OutcomeTable id="by-plan" title={t("byPlan")} head={t("plan")}
				rows={countPlans(rows).map(({ document, number, counts }) => ({ key: String(document), name: number ?? t("planUnnamed"), to: `/ke-hoach/${document}`, counts, filter: { document } }))} />
			<OutcomeTable id="by-month" title={t("byMonth")} head={t("month")}
				rows={countMonths(rows).map(([month, counts]) => ({ key: month, name: `${month.slice(5)}/${month.slice(0, 4)}`, counts, filter: { from: `${month}-01`, to: lastDay(month) } }))} />
			<div className="sides">
				<HowLate rows={rows} today={today} />
				{late.length > 0 && (
					<section className="panel" aria-labelledby="longest">
						<h2 id="longest">{t("longest")}</h2>
						<TaskCards rows={late} />
					</section>
				)}
			</div>
			<Heat days={countDueDays(rows)} today={today} />
		</>
	);
}

export default function OverviewPage() {
	const t = useTexts(overviewTexts);
	const who = useWho();
	const asOf = new URLSearchParams(useSearch()).get("as_of") ?? undefined;
	const summary = useSummary(asOf);
	const listed = asOf === undefined;
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
				<DayForm asOf={asOf} />
			</div>
			{summary.isPending && <Loading />}
			{summary.isError && <ErrorNotice error={summary.error} retry={() => void summary.refetch()} />}
			{summary.isSuccess && (
				<>
					<p className="print-only">
						<strong>{t("sheet")}</strong>
					</p>
					<p>
						{t("asOf", { day: formatDay(summary.data.as_of) })} · {who.unit ?? t("wholeOffice")}
					</p>
					{countAll(summary.data.all) === 0 && (
						<div className="panel empty">
							<strong>{t("none")}</strong>
							{t("noneHint")}
						</div>
					)}
					<Boxes all={summary.data.all} listed={listed} />
					<Rates rates={summary.data.rates} />
					<Units summary={summary.data} listed={listed} />
					{listed ? <Breakdown today={summary.data.as_of} /> : <p className="quiet no-print">{t("onlyToday")}</p>}
				</>
			)}
		</>
	);
}
