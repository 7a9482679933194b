// SPDX-License-Identifier: GPL-3.0-or-later
// A year of due days, a row for each month: a table, so that it prints and is read aloud; the number stands in the cell beside its ground.
import { Select } from "antd";
import { useState } from "react";
import { Link } from "../../app/router";
import { formatDay, lastDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { tasksPath } from "../../kit/tasks-path";
import { overviewTexts } from "./texts";

const monthsOfYear = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));
const daysOfMonth = Array.from({ length: 31 }, (_, at) => String(at + 1).padStart(2, "0"));

/** One of four grounds: a day with as many as the fullest has the strongest. */
function gradeOf(n: number, most: number): number {
	return Math.min(4, Math.ceil((4 * n) / most));
}

function Day({ day, n, most }: { day: string; n: number; most: number }) {
	const t = useTexts(overviewTexts);
	if (n === 0) return <td className="heat-0" />;
	const said = t("dueOn", { n, day: formatDay(day) });
	return (
		<td className={`heat-${gradeOf(n, most)}`}>
			<Link to={tasksPath({ state: "all", lateness: "late,near,in-time", from: day, to: day })} aria-label={said} title={said}>
				{n}
			</Link>
		</td>
	);
}

/** @days: how many fall due on each; @today chooses the year, when there is something in it */
export function Heat({ days, today }: { days: ReadonlyMap<string, number>; today: string }) {
	const t = useTexts(overviewTexts);
	const years = [...new Set([...days.keys()].map((day) => day.slice(0, 4)))].sort();
	const [chosen, setChosen] = useState<string>();
	const year = chosen ?? (years.includes(today.slice(0, 4)) ? today.slice(0, 4) : years[years.length - 1]);
	if (year === undefined) return null;
	const most = Math.max(...days.values());
	return (
		<section className="panel no-print" aria-labelledby="heat">
			<div className="panel-head">
				<h2 id="heat">{t("heat")}</h2>
				{years.length > 1 && <Select aria-label={t("year")} value={year} onChange={setChosen} options={years.map((one) => ({ value: one, label: one }))} style={{ width: "7rem" }} />}
			</div>
			<div className="figures-box" role="region" aria-labelledby="heat" tabIndex={0}>
				<table className="heat">
					<caption className="quiet">{t("heatOf", { year })}</caption>
					<thead>
						<tr>
							<th scope="col">{t("month")}</th>
							{daysOfMonth.map((day) => (
								<th key={day} scope="col">
									{Number(day)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{monthsOfYear.map((month) => {
							const last = lastDay(`${year}-${month}`).slice(8);
							return (
								<tr key={month}>
									<th scope="row">{Number(month)}</th>
									{daysOfMonth.filter((day) => day <= last).map((day) => (
										<Day key={day} day={`${year}-${month}-${day}`} n={days.get(`${year}-${month}-${day}`) ?? 0} most={most} />
									))}
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</section>
	);
}
