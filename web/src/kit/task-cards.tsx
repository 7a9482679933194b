// SPDX-License-Identifier: GPL-3.0-or-later
// A short list of tasks, each a link to its page: what, who leads, by when.
import type { TaskRow } from "../api/summary";
import { Link } from "../app/router";
import { defineTexts, useTexts } from "../i18n/texts";
import { formatDay } from "../i18n/dates";
import { LateTag, StateTag } from "./states";

const texts = defineTexts({
	due: { vi: "Hạn {day}", en: "Due {day}" },
	noLead: { vi: "Chưa rõ đơn vị chủ trì", en: "Lead not known" },
});

export function TaskCards({ rows, withState = false }: { rows: readonly TaskRow[]; withState?: boolean }) {
	const t = useTexts(texts);
	return (
		<ul className="cards">
			{rows.map((row) => (
				<li key={row.id}>
					<Link className="task-card" to={`/nhiem-vu/${row.id}`}>
						<span className="clamp two">{row.text ?? row.label}</span>
						<span className="task-facts">
							<span className="quiet">{row.lead || t("noLead")}</span>
							{row.due && <span className="quiet nowrap">{t("due", { day: formatDay(row.due) })}</span>}
							<LateTag lateness={row.lateness} state={row.state ?? ""} />
							{withState && <StateTag state={row.state ?? ""} />}
						</span>
					</Link>
				</li>
			))}
		</ul>
	);
}
