// SPDX-License-Identifier: GPL-3.0-or-later
// One task: what the document says of it, where it stands, what may be done next, what was done.
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import { ApiProblem } from "../../api/problem";
import type { PageProps } from "../../app/pages";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { LateTag, StateTag } from "../../kit/states";
import { History } from "./history";
import { NextSteps } from "./step-form";
import type { Task } from "./steps";
import { taskTexts } from "./texts";

function useTask(id: number) {
	return useQuery({
		queryKey: keys.task(id),
		queryFn: async ({ signal }) => (await call("get", "/api/v1/tasks/{id}", { path: { id }, signal })).data,
		// an answer that was on its way while a step was sent is older than what the step gave back
		structuralSharing: (before, now) => (before !== undefined && (before as Task).version > (now as Task).version ? before : now),
	});
}

/** Documents that the plan carries out, as far as the reader may see them */
function Chain({ document }: { document: number }) {
	const t = useTexts(taskTexts);
	const { data } = useQuery({
		queryKey: [...keys.document(document), "chain"],
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents/{id}/chain", { path: { id: document }, signal })).data,
	});
	if (!data || data.above.length === 0) return null;
	return (
		<>
			<dt>{t("chain")}</dt>
			<dd>
				<ul className="plain">
					{data.above.map((one) => (
						<li key={one.id}>
							<Link to={`/van-ban/${one.id}`}>{one.number ?? one.title}</Link> {one.number ? one.title : ""} {!one.known && <span className="quiet">{t("heard")}</span>}
						</li>
					))}
				</ul>
			</dd>
		</>
	);
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
	if (names.length === 0) return null;
	return (
		<>
			<dt>{title}</dt>
			<dd>{names.join("; ")}</dd>
		</>
	);
}

function Due({ task }: { task: Task }) {
	const t = useTexts(taskTexts);
	const left = task.working_days?.left;
	return (
		<dd>
			{task.due && <strong>{formatDay(task.due)} </strong>}
			<LateTag lateness={task.lateness} state={task.state} />
			{left !== undefined && left > 0 && <span className="quiet"> · {t("workdays", { n: left })}</span>}
			{task.occurrences
				.filter((one) => (one.changes ?? 0) > 0)
				.map((one) => (
					<div key={one.due} className="quiet">
						{formatDay(one.due)}: {t("moved", { n: one.changes ?? 0, was: formatDay(one.was) })}
					</div>
				))}
		</dd>
	);
}

function Facts({ task }: { task: Task }) {
	const t = useTexts(taskTexts);
	return (
		<section className="panel" aria-labelledby="facts">
			<h2 id="facts">{t("facts")}</h2>
			<dl className="facts">
				<dt>{t("due")}</dt>
				<Due task={task} />
				<dt>{t("lead")}</dt>
				<dd>{task.answers || task.lead.join("; ")}</dd>
				<Names title={t("coordinate")} names={task.coordinate} />
				<Names title={t("director")} names={task.director} />
				{task.time_raw && (
					<>
						<dt>{t("time")}</dt>
						<dd>{task.time_raw}</dd>
					</>
				)}
				{task.product && (
					<>
						<dt>{t("product")}</dt>
						<dd>{task.product}</dd>
					</>
				)}
				{task.heading && (
					<>
						<dt>{t("heading")}</dt>
						<dd>{task.heading}</dd>
					</>
				)}
				<dt>{t("plan")}</dt>
				<dd>
					<Link to={`/ke-hoach/${task.document}`}>{task.document_number ?? `#${task.document}`}</Link>
				</dd>
				<Chain document={task.document} />
			</dl>
		</section>
	);
}

function Sheet({ task }: { task: Task }) {
	const t = useTexts(taskTexts);
	return (
		<>
			<p className="no-print" style={{ marginTop: 0 }}>
				<Link to="/nhiem-vu">← {t("back")}</Link>
			</p>
			<div className="page-head">
				<h1>{t("title", { label: task.label ?? `#${task.id}` })}</h1>
				<StateTag state={task.state} />
				<span className="progress-head">
					{t("progress")}: {t("percent", { n: task.percent })}
				</span>
			</div>
			<div className="two">
				<div>
					<section className="panel" aria-labelledby="quoted">
						<h2 id="quoted">{t("quoted")}</h2>
						<blockquote className="quoted">{task.text}</blockquote>
						{(task.line_start ?? 0) > 0 && (
							<Link className="no-print" to={`/van-ban/${task.document}?line=${task.line_start}&to=${task.line_end ?? task.line_start}`}>
								{t("source", { line: String(task.line_start) })}
							</Link>
						)}
					</section>
					<NextSteps key={task.id} task={task} />
					<History task={task.id} steps={task.history} leftOut={task.history_left_out ?? 0} />
				</div>
				<Facts task={task} />
			</div>
		</>
	);
}

export default function TaskPage({ params }: PageProps) {
	const t = useTexts(taskTexts);
	const { data, error, isPending, refetch } = useTask(Number(params.id));
	if (isPending) return <Loading />;
	if (!data)
		return error instanceof ApiProblem && error.status === 404 ? (
			<div className="empty">
				<h1>{t("missingTask")}</h1>
				<Link to="/nhiem-vu">{t("back")}</Link>
			</div>
		) : (
			<ErrorNotice error={error} retry={() => void refetch()} />
		);
	return <Sheet task={data} />;
}
