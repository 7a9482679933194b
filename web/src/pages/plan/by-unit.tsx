// SPDX-License-Identifier: GPL-3.0-or-later
// The boxes of a plan by who leads, as the overview has them for all plans.
import type { TaskRow } from "../../api/summary";
import { useTexts } from "../../i18n/texts";
import { countLeads } from "../overview/count";
import { OutcomeTable } from "../overview/outcome-table";
import { planTexts } from "./texts";

export function ByUnit({ plan, rows }: { plan: number; rows: readonly TaskRow[] }) {
	const t = useTexts(planTexts);
	const leads = countLeads(rows);
	if (leads.length < 2) return null;
	return (
		<OutcomeTable id="plan-units" title={t("byUnit")} head={t("lead")}
			rows={leads.map(([lead, counts]) => ({ key: lead, name: lead || t("noLead"), counts, filter: lead ? { document: plan, unit: lead } : undefined }))} />
	);
}
