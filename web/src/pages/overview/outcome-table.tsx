// SPDX-License-Identifier: GPL-3.0-or-later
// A table of the boxes by something, each row with a bar of its parts; each number opens its list.
import type { TaskFilter } from "../../api/summary";
import { Link } from "../../app/router";
import { useTexts } from "../../i18n/texts";
import { boxFilters, tasksPath } from "../../kit/tasks-path";
import { Count } from "../../kit/tiles";
import { outcomes, type Outcome, type Outcomes } from "./count";
import { overviewTexts } from "./texts";

export interface OutcomeRow {
	key: string;
	name: string;
	/** the page of what the row is about */
	to?: string;
	counts: Outcomes;
	/** what the lists behind its numbers are narrowed to; undefined: there are none for that day */
	filter?: NonNullable<TaskFilter>;
}

const filters: Record<Outcome, NonNullable<TaskFilter>> = {
	"done-in-time": boxFilters["done-in-time"],
	"done-late": boxFilters["done-late"],
	"open-in-time": boxFilters["open-in-time"],
	"open-late": boxFilters["open-late"],
	"no-deadline": { state: "all", lateness: "no-deadline,done-no-deadline" },
};

function Bar({ counts, all }: { counts: Outcomes; all: number }) {
	return (
		<span className="parts" aria-hidden="true">
			{outcomes.map((one) => counts[one] > 0 && <span key={one} className={`part-${one}`} style={{ width: `${(100 * counts[one]) / all}%` }} />)}
		</span>
	);
}

/** @printed: it stands on the sheet for a meeting */
export function OutcomeTable({ title, id, head, rows, printed = false }: { title: string; id: string; head: string; rows: readonly OutcomeRow[]; printed?: boolean }) {
	const t = useTexts(overviewTexts);
	return (
		<section className={printed ? "panel" : "panel no-print"} aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			<div className="figures-box" role="region" aria-labelledby={id} tabIndex={0}>
				<table className="figures">
					<thead>
						<tr>
							<th scope="col">{head}</th>
							{outcomes.map((one) => (
								<th key={one} scope="col" className="num wrap">
									<span className={`dot part-${one}`} aria-hidden="true" /> {t(one)}
								</th>
							))}
							<th scope="col" className="num">{t("total")}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => {
							const all = outcomes.reduce((sum, one) => sum + row.counts[one], 0);
							return (
								<tr key={row.key}>
									<th scope="row">
										{row.to === undefined ? row.name : <Link to={row.to}>{row.name}</Link>}
										<Bar counts={row.counts} all={all} />
									</th>
									{outcomes.map((one) => (
										<td key={one} className="num">
											<Count n={row.counts[one]} to={row.filter && tasksPath({ ...filters[one], ...row.filter })} of={`${row.name}, ${t(one)}`} />
										</td>
									))}
									<td className="num">{all}</td>
								</tr>
							);
						})}
					</tbody>
				</table>
			</div>
		</section>
	);
}
