// SPDX-License-Identifier: GPL-3.0-or-later
// What was done with a task, the last step first.
import type { components } from "../../api/schema";
import { formatDay, formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { StateTag } from "../../kit/states";
import { FileNames } from "./files";
import type { Field } from "./steps";
import { actionTexts, fieldTexts, taskTexts } from "./texts";

type Step = components["schemas"]["Step"];
const said: readonly Field[] = ["done", "next", "difficulty", "proposal", "product", "proof", "document", "reason"];

function OneStep({ task, step }: { task: number; step: Step }) {
	const t = useTexts(taskTexts);
	const actions = useTexts(actionTexts);
	const fields = useTexts(fieldTexts);
	const values: Partial<Record<string, unknown>> = step;
	return (
		<li>
			<div className="row">
				<strong>{step.action in actionTexts ? actions(step.action as keyof typeof actionTexts) : step.action}</strong>
				<StateTag state={step.state} />
				{step.action === "progress" && <span>{t("percent", { n: step.percent })}</span>}
			</div>
			<div className="quiet">
				<time dateTime={step.at}>{formatMoment(step.at)}</time> · {step.who || t("system")}
				{step.unit ? ` · ${step.unit}` : ""}
				{step.until ? ` · ${t("until", { day: formatDay(step.until) })}` : ""}
			</div>
			{said.map((field) => {
				const value = values[field];
				return typeof value === "string" && value !== "" ? (
					<div key={field}>
						<span className="quiet">{fields(field)}: </span>
						<span className="typed">{value}</span>
					</div>
				) : null;
			})}
			<FileNames task={task} files={step.files ?? []} />
		</li>
	);
}

export function History({ task, steps, leftOut }: { task: number; steps: readonly Step[]; leftOut: number }) {
	const t = useTexts(taskTexts);
	return (
		<section className="panel" aria-labelledby="history">
			<h2 id="history">{t("history")}</h2>
			{steps.length === 0 && <p className="quiet">{t("historyNone")}</p>}
			<ol className="history" reversed>
				{[...steps].reverse().map((step, at) => (
					<OneStep key={steps.length - at} task={task} step={step} />
				))}
			</ol>
			{leftOut > 0 && <p className="quiet">{t("historyEarlier", { n: leftOut })}</p>}
		</section>
	);
}
