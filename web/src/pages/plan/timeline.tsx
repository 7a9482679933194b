// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks over time, in groups. It is a table with days in words, in which the last column draws the same: who does not see it misses nothing.
import { Segmented } from "antd";
import { useMemo, type CSSProperties } from "react";
import { Link } from "../../app/router";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { LateTag, StateTag } from "../../kit/states";
import type { Heading } from "./tree";
import type { PlanTask } from "./data";
import { planTexts } from "./texts";
import { isAlways, makeScale, placeOf, spansOf, toDay, type Scale, type Span } from "./time";

export type Grouping = "lead" | "heading";

function groupTasks(tasks: readonly PlanTask[], by: Grouping, headings: readonly Heading[], none: { lead: string; heading: string }): [name: string, tasks: PlanTask[]][] {
	const names = new Map(headings.map((one) => [one.id, `${one.id}. ${one.text}`]));
	const groups = new Map<string, PlanTask[]>();
	for (const task of tasks) {
		const name = by === "lead" ? task.lead || none.lead : (names.get(task.heading ?? "") ?? none.heading);
		const group = groups.get(name);
		if (group) group.push(task);
		else groups.set(name, [task]);
	}
	return [...groups];
}

/** Under a letter and a hundredth of the width nothing would be seen. */
const THIN = 1.2;

function Bar({ span, scale, look }: { span: Span; scale: Scale; look: string }) {
	const to = placeOf(scale, (span.to ?? scale.to - 1) + 1);
	// where only the end is said the work may begin at any time before
	const from = span.from === null ? 0 : placeOf(scale, span.from);
	const width = Math.max(THIN, to - from);
	const open = span.from === null ? " open-start" : span.to === null ? " open-end" : "";
	return <span className={`tl-bar ${look}${open}`} style={{ left: `${Math.min(from, 100 - width)}%`, width: `${width}%` }} />;
}

const looks: Record<string, string> = { late: "bad", "done-late": "warn", "done-in-time": "good", "done-no-deadline": "good", near: "warn" };

function Chart({ task, scale }: { task: PlanTask; scale: Scale }) {
	const spans = spansOf(task);
	const due = toDay(task.due);
	const look = looks[task.lateness?.kind ?? ""] ?? "";
	return (
		<div className="tl-chart" aria-hidden="true">
			{spans.length === 0 && isAlways(task) && <span className="tl-bar always" style={{ left: 0, width: "100%" }} />}
			{spans.map((span, at) => (
				<Bar key={at} span={span} scale={scale} look={look} />
			))}
			{due !== null && (
				<span className="tl-due" style={{ left: `${placeOf(scale, due + 1)}%` }}>
					◆
				</span>
			)}
		</div>
	);
}

function useTimeWords() {
	const t = useTexts(planTexts);
	return (task: PlanTask): string => {
		const spans = spansOf({ time: task.time, due: null });
		const [first, last] = [spans[0]?.from ?? null, spans.at(-1)?.to ?? null];
		const name = (day: number) => formatDay(new Date(day * 86_400_000).toISOString().slice(0, 10));
		if (first !== null && last !== null) return t("fromTo", { from: name(first), to: name(last) });
		if (first !== null) return t("fromOn", { from: name(first) });
		if (last !== null) return t("until", { to: name(last) });
		return task.said ?? (isAlways(task) ? t("always") : t("unsaid"));
	};
}

/** Upright lines for the ticks and the day of today, drawn once as the ground of all cells. */
function makeGround(scale: Scale, today: number | null): CSSProperties {
	const line = (at: number, colour: string, width: string) => `linear-gradient(${colour}, ${colour}) ${at}% 0 / ${width} 100% no-repeat`;
	const lines = scale.ticks.map((one) => line(placeOf(scale, one.at), "var(--line)", "1px"));
	if (today !== null && today >= scale.from && today <= scale.to) lines.unshift(line(placeOf(scale, today), "var(--main)", "2px"));
	return { "--ground-lines": lines.join(", ") } as CSSProperties;
}

function Row({ task, scale, words }: { task: PlanTask; scale: Scale; words: string }) {
	return (
		<tr>
			<th scope="row">
				<Link to={`/nhiem-vu/${task.id}`}>
					{task.label} <span className="clamp two">{task.text}</span>
				</Link>
			</th>
			<td className="tl-when">
				{words} <span className="tl-tag">{task.lateness ? <LateTag lateness={task.lateness} state={task.state} /> : <StateTag state={task.state} />}</span>
			</td>
			<td className="tl-cell">
				<Chart task={task} scale={scale} />
			</td>
		</tr>
	);
}

interface Props {
	tasks: readonly PlanTask[];
	headings: readonly Heading[];
	by: Grouping;
	onBy: (by: Grouping) => void;
	/** the day of today as the server has it */
	asOf: string;
}

export function TimeLine({ tasks, headings, by, onBy, asOf }: Props) {
	const t = useTexts(planTexts);
	const words = useTimeWords();
	const scale = useMemo(() => makeScale(tasks), [tasks]);
	const groups = useMemo(() => groupTasks(tasks, by, headings, { lead: t("noLead"), heading: t("otherHeading") }), [tasks, by, headings, t]);
	const shown = scale ?? { from: 0, to: 1, ticks: [] };
	return (
		<>
			<div className="row no-print" style={{ marginBottom: "0.8rem" }}>
				<span className="quiet">{t("groupBy")}:</span>
				<Segmented<Grouping> aria-label={t("groupBy")} value={by} onChange={onBy} options={[{ value: "lead", label: t("byLead") }, { value: "heading", label: t("byHeading") }]} />
			</div>
			<p className="quiet">{scale ? t("timeNote", { day: formatDay(asOf) }) : t("timeNone")}</p>
			<div className="figures-box" role="region" aria-label={t("viewTime")} tabIndex={0}>
				<table className="figures tl" style={makeGround(shown, toDay(asOf))}>
					<thead>
						<tr>
							<th scope="col">{t("tasks")}</th>
							<th scope="col" className="tl-when">{t("time")}</th>
							<th scope="col" className="tl-cell">
								<span className="hidden">{t("chart")}</span>
								<div className="tl-ticks" aria-hidden="true">
									{shown.ticks.map((tick, at) => (
										<span key={tick.at} style={{ left: `${placeOf(shown, tick.at)}%` }}>
											{tick.year !== shown.ticks[at - 1]?.year && <b>{tick.year}</b>}
											{tick.name}
										</span>
									))}
								</div>
							</th>
						</tr>
					</thead>
					{groups.map(([name, of]) => (
						<tbody key={name}>
							<tr className="tl-group">
								<th scope="rowgroup" colSpan={3}>
									{name} <span className="quiet">({t("tasksOf", { n: of.length })})</span>
								</th>
							</tr>
							{of.map((task) => (
								<Row key={task.id} task={task} scale={shown} words={words(task)} />
							))}
						</tbody>
					))}
				</table>
			</div>
		</>
	);
}
