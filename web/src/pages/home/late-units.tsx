// SPDX-License-Identifier: GPL-3.0-or-later
// For a leader: whose tasks are late, how many, since when.
import type { Summary, TaskRow } from "../../api/summary";
import { countOpen } from "../../api/summary";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { boxFilters, tasksPath } from "../../kit/tasks-path";
import { Count } from "../../kit/tiles";
import { homeTexts } from "./texts";

const SHOWN = 12;

/** @late: the most late first, so that the first of a unit is its longest */
export function LateUnits({ summary, late }: { summary: Summary; late: readonly TaskRow[] }) {
	const t = useTexts(homeTexts);
	const units = summary.units.filter((one) => one["open-late"] > 0).sort((a, b) => b["open-late"] - a["open-late"]);
	const longest = new Map<string, TaskRow>();
	for (const row of late) if (row.lead && !longest.has(row.lead)) longest.set(row.lead, row);
	return (
		<section className="panel" aria-labelledby="late-units">
			<h2 id="late-units">{t("lateWhose")}</h2>
			<div className="figures-box">
				<table className="figures">
					<thead>
						<tr>
							<th scope="col">{t("unit")}</th>
							<th scope="col" className="num">{t("count")}</th>
							<th scope="col" className="num">{t("ofOpen")}</th>
							<th scope="col">{t("since")}</th>
						</tr>
					</thead>
					<tbody>
						{units.slice(0, SHOWN).map((one) => {
							const first = longest.get(one.unit);
							return (
								<tr key={one.unit}>
									<th scope="row">{one.unit}</th>
									<td className="num bad">
										<Count n={one["open-late"]} to={tasksPath({ ...boxFilters["open-late"], unit: one.unit })} of={`${one.unit}, ${t("late")}`} />
									</td>
									<td className="num">
										<Count n={countOpen(one)} to={tasksPath({ unit: one.unit, state: "open" })} of={`${one.unit}, ${t("ofOpen")}`} />
									</td>
									<td>
										{first && (
											<>
												{formatDay(first.due)} <span className="quiet nowrap">({t("days", { n: first.lateness.days })})</span>
											</>
										)}
									</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</section>
	);
}
