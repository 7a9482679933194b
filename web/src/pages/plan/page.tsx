// SPDX-License-Identifier: GPL-3.0-or-later
// One plan: what it is, how far its tasks are, the tasks themselves, and what it stands on. Printed it is the sheet that an office hangs up.
import { Button } from "antd";
import type { WholeDocument } from "../../api/documents";
import { ApiProblem } from "../../api/problem";
import { useWho } from "../../api/session-state";
import type { PageProps } from "../../app/pages";
import { Link } from "../../app/router";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { formatNumber, useTexts } from "../../i18n/texts";
import { ListButtons } from "../../kit/list-buttons";
import { ErrorNotice } from "../../kit/error-notice";
import { Facts } from "../../kit/facts";
import { tasksPath } from "../../kit/tasks-path";
import { Tile } from "../../kit/tiles";
import { useReading } from "../check/draft";
import { nameDocument } from "../documents/data";
import { DocumentTag } from "../documents/parts";
import { countTasks } from "./count";
import { usePlan, usePlanTasks, type PlanReading } from "./data";
import { Basis, Files, Readings, Recipients, Remarks } from "./sections";
import { Tasks } from "./tasks";
import { planTexts } from "./texts";
import { ByUnit } from "./by-unit";

function About({ plan }: { plan: WholeDocument }) {
	const t = useTexts(planTexts);
	return (
		<section className="panel" aria-label={t("about")}>
			<p className="plan-title">{plan.title ?? t("untitled")}</p>
			<Facts rows={[[t("number"), plan.number ?? t("unnumbered")], [t("date"), formatDay(plan.date)], [t("issuer"), plan.issuer], [t("signer"), plan.signer]]} />
			<p className="no-print" style={{ marginBottom: 0 }}>
				<Link to={`/van-ban/${plan.id}`}>{t("toDocument")}</Link>
			</p>
		</section>
	);
}

/** What a draft wants next, or why there is nothing. */
function Waits({ plan }: { plan: WholeDocument }) {
	const t = useTexts(planTexts);
	const who = useWho();
	const left = (plan.states.draft ?? 0) + (plan.states.approved ?? 0);
	const may = who.may.includes("approve");
	if (plan.known && (plan.state === "issued" ? left === 0 || !may : plan.tasks === 0)) return null;
	return (
		<div className="panel plan-waits no-print">
			<strong>{!plan.known ? t("heardTitle") : plan.state === "issued" ? t("someLeft", { n: left }) : t("draftTitle")}</strong>{" "}
			{(!plan.known || plan.state !== "issued") && <p>{t(plan.known ? "draftHint" : "heardHint")}</p>}
			{plan.known && may && <Link to={`/kiem-tra/${plan.id}`}>{t("toCheck")}</Link>}
		</div>
	);
}

function Glance({ plan, tasks, asOf }: { plan: WholeDocument; tasks: ReturnType<typeof usePlanTasks>["tasks"]; asOf: string }) {
	const t = useTexts(planTexts);
	const who = useWho();
	const { language } = useSettings();
	const counts = countTasks(tasks);
	if (counts.all + counts.aside === 0) return null;
	const list = (lateness: string) => tasksPath({ document: plan.id, state: "all", lateness });
	return (
		<section aria-labelledby="glance">
			<h2 id="glance" className="hidden">{t("glance")}</h2>
			<div className="tiles">
				<Tile n={counts.late} label={t("late")} sign="⚠" look="bad" to={list("late")} />
				<Tile n={counts.near} label={t("near")} sign="◐" look="warn" to={list("near")} />
				<Tile n={counts.going} label={t("going")} sign="▶" look="plain" to={list("in-time,no-deadline")} hint={t("goingHint")} />
				<Tile n={counts.done} label={t("done")} sign="✔" look="good" to={list("done-in-time,done-late,done-no-deadline")} />
			</div>
			<p>
				{t("glanceText", { done: counts.done, n: counts.all, percent: formatNumber(counts.all > 0 ? Math.round((100 * counts.done) / counts.all) : 0, language), day: formatDay(asOf) })}{" "}
				{counts.aside > 0 && t("glanceAside", { n: counts.aside })} {who.unit !== null && t("glanceUnit")}
			</p>
		</section>
	);
}

function Plan({ plan, reading }: { plan: WholeDocument; reading: PlanReading | undefined }) {
	const t = useTexts(planTexts);
	const who = useWho();
	const seesDrafts = who.unit === null;
	const { tasks, rows, asOf, cut, isPending, error, retry } = usePlanTasks(plan.id, reading, seesDrafts);
	const file = plan.forms[0];
	return (
		<>
			<div className="page-head">
				<h1>{nameDocument(plan, t("unnumbered"))}</h1>
				<DocumentTag document={plan} />
				<div className="row no-print" role="group" aria-label={t("export")}>
					{plan.state === "issued" && <ListButtons ask={{ document: plan.id, state: "all", sort: "number" }} name={(plan.number ?? `ke-hoach-${plan.id}`).replace(/[^\p{L}\p{N}]+/gu, "-")} />}
					{file && (
						<Button href={`/api/v1/files/${file.hash}`} download={file.name}>
							{t("toFile")}
						</Button>
					)}
					{reading && (
						<Button href={`/api/v1/documents/${plan.id}/reading`} download={`ke-hoach-${plan.id}.json`}>
							{t("toJson")}
						</Button>
					)}
					<Button type="primary" onClick={() => window.print()}>{t("print")}</Button>
				</div>
			</div>
			<About plan={plan} />
			<Waits plan={plan} />
			{plan.known && isPending && <Loading />}
			{plan.known && error && <ErrorNotice error={error} retry={retry} />}
			{plan.known && !isPending && !error && (
				<>
					<Glance plan={plan} tasks={tasks} asOf={asOf} />
					<Tasks tasks={tasks} headings={reading?.headings ?? []} asOf={asOf} cut={cut} />
					<ByUnit plan={plan.id} rows={rows} />
				</>
			)}
			{reading && (
				<div className="sides">
					<Basis id={plan.id} reading={reading} />
					<Recipients reading={reading} />
				</div>
			)}
			{plan.known && (
				<div className="sides no-print">
					{reading && <Remarks reading={reading} />}
					<Files plan={plan} reading={reading} />
				</div>
			)}
			{plan.known && seesDrafts && <div className="no-print"><Readings id={plan.id} /></div>}
		</>
	);
}

export default function PlanPage({ params }: PageProps) {
	const t = useTexts(planTexts);
	const id = Number(params.id);
	const plan = usePlan(id);
	const reading = useReading(id);
	const missing = plan.error instanceof ApiProblem && plan.error.status === 404;
	return (
		<>
			<p className="no-print" style={{ marginTop: 0 }}>
				<Link to="/ke-hoach">← {t("back")}</Link>
			</p>
			{missing ? (
				<div className="empty">
					<h1>{t("missing")}</h1>
				</div>
			) : plan.isError && !plan.data ? (
				<>
					<h1 className="hidden">{t("plan")}</h1>
					<ErrorNotice error={plan.error} retry={() => void plan.refetch()} />
				</>
			) : plan.data && !reading.isPending ? (
				<Plan key={id} plan={plan.data} reading={reading.data as unknown as PlanReading | undefined} />
			) : (
				<Loading />
			)}
		</>
	);
}
