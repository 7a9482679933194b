// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of a plan under its headings, as a table, or over time; which of them is kept for the next time.
import { Segmented } from "antd";
import { useCallback, useMemo, useState } from "react";
import { readKept, writeKept } from "../../app/kept";
import { maxima } from "../../app/maxima";
import { Link, navigate } from "../../app/router";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { LateTag, StateTag } from "../../kit/states";
import { WindowedTable, type Column } from "../../kit/windowed-table";
import type { PlanTask } from "./data";
import { planTexts } from "./texts";
import { TimeLine, type Grouping } from "./timeline";
import { growTree, type Branch, type Heading } from "./tree";

const views = ["tree", "table", "time"] as const;
type View = (typeof views)[number];
interface Kept {
	view: View;
	by: Grouping;
}
const KEY = "plan-view";

function readView(): Kept {
	const kept = readKept<Partial<Kept>>(KEY) ?? {};
	return { view: views.find((one) => one === kept.view) ?? "tree", by: kept.by === "heading" ? "heading" : "lead" };
}

function Leaf({ task }: { task: PlanTask }) {
	const t = useTexts(planTexts);
	return (
		<li className="leaf">
			<Link to={`/nhiem-vu/${task.id}`}>
				<strong>{task.label}</strong> {task.text}
			</Link>
			<div className="task-facts">
				<span>{task.lead || <span className="doubt">⚠ {t("noLead")}</span>}</span>
				{task.due ? <span className="quiet nowrap">{t("due", { day: formatDay(task.due) })}</span> : task.said && <span className="quiet">{task.said}</span>}
				{task.lateness && <LateTag lateness={task.lateness} state={task.state} />}
				<StateTag state={task.state} />
			</div>
		</li>
	);
}

/** growTree bounds how deep they lie. */
function Limb({ branch }: { branch: Branch<PlanTask> }) {
	const t = useTexts(planTexts);
	return (
		<details open className="limb">
			<summary>
				<span className="limb-name">{branch.heading ? `${branch.heading.id}. ${branch.heading.text}` : t("otherHeading")}</span>{" "}
				<span className="quiet nowrap">{t("doneOf", { done: branch.done, n: branch.n })}</span>
			</summary>
			{branch.tasks.length > 0 && (
				<ul className="plain">
					{branch.tasks.map((task) => (
						<Leaf key={task.id} task={task} />
					))}
				</ul>
			)}
			{branch.branches.map((one) => (
				<Limb key={one.heading?.id ?? ""} branch={one} />
			))}
		</details>
	);
}

/** Widths are parts of what there is, so that a sheet of paper has all of them. */
function useColumns(tasks: readonly PlanTask[]): Column<PlanTask>[] {
	const t = useTexts(planTexts);
	const product: Column<PlanTask> = { key: "product", title: t("product"), width: "minmax(0, 9fr)", render: (row) => <span className="clamp">{row.product}</span> };
	return [
		{ key: "label", title: t("label"), width: "minmax(0, 6fr)", render: (row) => <span className="quiet clamp two">{row.label}</span> },
		{ key: "text", title: t("text"), width: "minmax(0, 20fr)", card: 1, render: (row) => <span className="clamp">{row.text}</span> },
		{ key: "lead", title: t("lead"), width: "minmax(0, 11fr)", card: 2, render: (row) => <span className="clamp">{row.lead || t("noLead")}</span> },
		{ key: "coordinate", title: t("coordinate"), width: "minmax(0, 11fr)", render: (row) => <span className="clamp">{row.coordinate.join("; ")}</span> },
		{
			key: "time",
			title: t("time"),
			width: "minmax(0, 12fr)",
			card: 3,
			render: (row) => (
				<>
					<span className="day">{row.due ? formatDay(row.due) : row.said} </span>
					{row.lateness && <LateTag lateness={row.lateness} state={row.state} />}
				</>
			),
		},
		...(tasks.some((one) => one.product) ? [product] : []),
		{ key: "state", title: t("state"), width: "minmax(0, 11fr)", card: 3, render: (row) => <StateTag state={row.state} /> },
	];
}

interface Props {
	tasks: readonly PlanTask[];
	headings: readonly Heading[];
	asOf: string;
	/** there are more than one page shows */
	cut: boolean;
}

const nothing = () => undefined;

export function Tasks({ tasks, headings, asOf, cut }: Props) {
	const t = useTexts(planTexts);
	const [{ view, by }, setKept] = useState(readView);
	const tree = useMemo(() => growTree(tasks, headings), [tasks, headings]);
	const columns = useColumns(tasks);
	const rowKey = useCallback((row: PlanTask) => row.id, []);
	const change = (to: Partial<Kept>) => {
		const kept = { view, by, ...to };
		writeKept(KEY, kept);
		setKept(kept);
	};
	if (tasks.length === 0)
		return (
			<section className="panel empty" aria-label={t("tasks")}>
				<strong>{t("noTasks")}</strong>
				{t("noTasksHint")}
			</section>
		);
	return (
		<section className="panel plan-tasks" aria-labelledby="plan-tasks">
			<div className="page-head">
				<h2 id="plan-tasks" style={{ margin: 0, marginRight: "auto" }}>
					{t("tasks")} <span className="quiet">({tasks.length})</span>
				</h2>
				<Segmented<View> className="no-print" aria-label={t("view")} value={view} onChange={(to) => change({ view: to })}
					options={[{ value: "tree", label: t("viewTree") }, { value: "table", label: t("viewTable") }, { value: "time", label: t("viewTime") }]} />
			</div>
			{cut && <p className="notice">{t("tasksCut", { n: maxima.checkTasks })}</p>}
			{view === "tree" && tree.map((branch) => <Limb key={branch.heading?.id ?? ""} branch={branch} />)}
			{view === "table" && (
				<WindowedTable label={t("tasks")} columns={columns} rows={tasks} rowKey={rowKey} height={6.2} cardHeight={12} more={false} onEnd={nothing} onOpen={(row) => navigate(`/nhiem-vu/${row.id}`)} />
			)}
			{view === "time" && <TimeLine tasks={tasks} headings={headings} by={by} onBy={(to) => change({ by: to })} asOf={asOf} />}
		</section>
	);
}
