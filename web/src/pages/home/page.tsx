// SPDX-License-Identifier: GPL-3.0-or-later
// Where a user begins: what is late, what falls due, what waits for him. Each number opens its list.
import { useSummary, useTasks, countOpen, type Counts, type TaskFilter } from "../../api/summary";
import { useWho } from "../../api/session-state";
import { maxima } from "../../app/maxima";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { TaskCards } from "../../kit/task-cards";
import { boxFilters, tasksPath } from "../../kit/tasks-path";
import { Tile } from "../../kit/tiles";
import { Drafts, useDrafts, useJobs } from "./drafts";
import { LateUnits } from "./late-units";
import { homeTexts } from "./texts";

const SHOWN = 6;

/** States in which a task waits for a unit, and for the office. */
const waitsForUnit = ["assigned", "returned"] as const;
const waitsForOffice = ["submitted", "refused"] as const;
const waitTexts = { assigned: "toTake", returned: "toAmend", submitted: "toConfirm", refused: "refused" } as const;
const waitSigns = { assigned: "➜", returned: "↩", submitted: "◐", refused: "✖" } as const;
type Waiting = keyof typeof waitTexts;

function ListPanel({ id, title, filter, none, withState }: { id: string; title: string; filter: NonNullable<TaskFilter>; none: string; withState?: boolean }) {
	const t = useTexts(homeTexts);
	const tasks = useTasks(filter, SHOWN);
	const rows = tasks.data?.rows ?? [];
	return (
		<section className="panel" aria-labelledby={id}>
			<div className="panel-head">
				<h2 id={id}>{title}</h2>
				{rows.length > 0 && (
					<Link to={tasksPath(filter)} aria-label={t("showAllOf", { what: title })}>
						{t("showAll")}
					</Link>
				)}
			</div>
			{tasks.isPending && <Loading />}
			{tasks.isError && <ErrorNotice error={tasks.error} retry={() => void tasks.refetch()} />}
			{tasks.isSuccess && rows.length === 0 && <p className="quiet">{none}</p>}
			<TaskCards rows={rows} withState={withState} />
		</section>
	);
}

function Tiles({ all, waits, drafts, jobs }: { all: Counts; waits: readonly Waiting[]; drafts?: number; jobs?: { running: number; failed: number } }) {
	const t = useTexts(homeTexts);
	return (
		<div className="tiles">
			<Tile n={all["open-late"]} label={t("late")} sign="⚠" look="bad" to={tasksPath(boxFilters["open-late"])} />
			<Tile n={all.near} label={t("near")} sign="◐" look="warn" to={tasksPath(boxFilters.near)} hint={t("nearHint")} />
			{waits.map((state) => (
				<Tile key={state} n={all.states[state] ?? 0} label={t(waitTexts[state])} sign={waitSigns[state]} look="warn" to={tasksPath({ state })} />
			))}
			{drafts !== undefined && <Tile n={drafts} label={t("drafts")} sign="✎" look="plain" to="/kiem-tra" hint={t("draftsHint")} />}
			{jobs && <Tile n={jobs.running} label={t("jobs")} sign="…" look="plain" to="/nhap-van-ban" hint={jobs.failed > 0 ? t("jobsHint", { n: jobs.failed }) : undefined} />}
			<Tile n={countOpen(all)} label={t("open")} sign="▶" look="plain" to={tasksPath({ state: "open" })} />
		</div>
	);
}

function Content() {
	const t = useTexts(homeTexts);
	const who = useWho();
	const ofUnit = who.unit !== null;
	const imports = !ofUnit && who.may.includes("import") && who.role !== "leader";
	const waits: readonly Waiting[] = ofUnit ? waitsForUnit : who.may.includes("close") ? waitsForOffice : [];
	const summary = useSummary();
	const late = useTasks(boxFilters["open-late"], maxima.pageRows, !ofUnit);
	const drafts = useDrafts(imports);
	const jobs = useJobs(imports);
	if (summary.isPending) return <Loading />;
	if (summary.isError) return <ErrorNotice error={summary.error} retry={() => void summary.refetch()} />;
	const { all, as_of } = summary.data;
	return (
		<>
			<div className="page-head">
				<h1>{t("title", { day: formatDay(as_of) })}</h1>
				<span className="quiet">{who.unit ?? t("wholeOffice")}</span>
			</div>
			<Tiles all={all} waits={waits} drafts={drafts.data?.length} jobs={jobs.data} />
			{!ofUnit && all["open-late"] > 0 && <LateUnits summary={summary.data} late={late.data?.rows ?? []} />}
			<div className="sides">
				{waits.length > 0 && <ListPanel id="waiting" title={t("waiting")} filter={{ state: waits.join(","), sort: "changed" }} none={t("waitingNone")} withState />}
				{imports && <Drafts drafts={drafts} />}
				<ListPanel id="late" title={t("late")} filter={boxFilters["open-late"]} none={t("lateNone")} />
				<ListPanel id="near" title={t("near")} filter={boxFilters.near} none={t("nearNone")} />
				<ListPanel id="fresh" title={t("fresh")} filter={{ state: "open", sort: "changed" }} none={t("freshNone")} withState />
			</div>
		</>
	);
}

export default function HomePage() {
	const t = useTexts(homeTexts);
	const who = useWho();
	if (who.may.includes("read")) return <Content />;
	return (
		<>
			<h1>{t("titleBare")}</h1>
			<div className="panel empty">
				<strong>{t("publicTitle")}</strong>
				{t("publicHint")}
			</div>
		</>
	);
}
