// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that the list can show, and which of them a user wants in which order: the form that his office reports in.
import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Checkbox, Modal } from "antd";
import { useMemo } from "react";
import type { TaskRow } from "../../api/summary";
import { useSettings, type Language } from "../../app/settings";
import { useKept } from "../../app/use-kept";
import { formatDay, formatMoment } from "../../i18n/dates";
import { formatText, useTexts } from "../../i18n/texts";
import { FocusFirst } from "../../kit/focus-first";
import { LateTag, StateTag } from "../../kit/states";
import type { Column } from "../../kit/windowed-table";
import { tasksTexts } from "./texts";

const columnKeys = ["number", "text", "lead", "due", "state", "progress", "plan", "product", "stopped", "changed"] as const;
export type ColumnKey = (typeof columnKeys)[number];
const usual: readonly ColumnKey[] = ["number", "text", "lead", "due", "state", "progress"];

/** Keys of columns out of what was kept; the text stands always, for without it nobody knows what a row is. */
export function readColumns(kept: unknown): readonly ColumnKey[] {
	if (!Array.isArray(kept)) return usual;
	const known = columnKeys.filter((key) => kept.includes(key));
	const ordered = [...known].sort((a, b) => kept.indexOf(a) - kept.indexOf(b));
	return ordered.includes("text") ? ordered : ["text", ...ordered];
}

/** What each column shows, as the server names it, for a list that is downloaded: a cell with a day and how late has two. */
const fields: Record<ColumnKey, string> = { number: "label", text: "text", lead: "lead", due: "due,lateness", state: "state", progress: "percent", plan: "document_number", product: "product", stopped: "stopped", changed: "changed_at" };

export function fieldsOf(chosen: readonly ColumnKey[]): string {
	return chosen.map((key) => fields[key]).join(",");
}

export function useColumnKeys() {
	return useKept("columns", readColumns);
}

type Shape = Pick<Column<TaskRow>, "width" | "card" | "render">;

function makeShapes(language: Language): Record<ColumnKey, Shape> {
	const t = (key: keyof typeof tasksTexts, values = {}) => formatText(tasksTexts[key], language, values);
	return {
		number: { width: "6rem", render: (row) => <span className="quiet clamp two">{row.label}</span> },
		text: { width: "minmax(17rem, 1fr)", card: 1, render: (row) => <span className="clamp">{row.text}</span> },
		lead: { width: "12rem", card: 2, render: (row) => <span className="clamp">{row.lead || t("unnamed")}</span> },
		due: {
			width: "12.5rem",
			card: 3,
			render: (row) => (
				<>
					{row.due && <span className="day">{formatDay(row.due)} </span>}
					<LateTag lateness={row.lateness} state={row.state ?? ""} />
				</>
			),
		},
		state: { width: "11.5rem", card: 3, render: (row) => <StateTag state={row.state ?? ""} /> },
		progress: {
			width: "6rem",
			render: (row) => (
				<>
					{t("percent", { n: row.percent ?? 0 })}
					<span className="bar" style={{ display: "block" }} aria-hidden="true">
						<span style={{ width: `${row.percent ?? 0}%` }} />
					</span>
				</>
			),
		},
		plan: { width: "10rem", render: (row) => <span className="clamp">{row.document_number ?? `#${row.document ?? ""}`}</span> },
		product: { width: "14rem", render: (row) => <span className="clamp">{row.product}</span> },
		stopped: { width: "8rem", render: (row) => formatDay(row.stopped) },
		changed: { width: "8rem", render: (row) => formatMoment(row.changed_at) },
	};
}

export function useColumns(chosen: readonly ColumnKey[]): readonly Column<TaskRow>[] {
	const { language } = useSettings();
	return useMemo(() => {
		const shapes = makeShapes(language);
		return chosen.map((key) => ({ key, title: formatText(tasksTexts[key], language), ...shapes[key] }));
	}, [chosen, language]);
}

/** @all with the one at @from moved by one place */
function move(all: readonly ColumnKey[], from: number, by: number): ColumnKey[] {
	const next = [...all];
	const [one] = next.splice(from, 1);
	if (one) next.splice(from + by, 0, one);
	return next;
}

export function ColumnsDialog({ chosen, onChange, onClose }: { chosen: readonly ColumnKey[]; onChange: (next: readonly ColumnKey[]) => void; onClose: () => void }) {
	const t = useTexts(tasksTexts);
	const others = columnKeys.filter((key) => !chosen.includes(key));
	return (
		<Modal open title={t("columns")} onCancel={onClose} footer={[<Button key="usual" onClick={() => onChange(usual)}>{t("columnsUsual")}</Button>, <Button key="done" type="primary" onClick={onClose}>{t("ready")}</Button>]}>
			<FocusFirst />
			<p className="quiet">{t("columnsHint")}</p>
			<ul className="plain choice-list">
				{chosen.map((key, at) => (
					<li key={key} className="row">
						<Checkbox checked disabled={key === "text"} onChange={() => onChange(chosen.filter((one) => one !== key))}>
							{t(key)}
						</Checkbox>
						<Button icon={<UpOutlined />} disabled={at === 0} aria-label={t("moveUp", { name: t(key) })} onClick={() => onChange(move(chosen, at, -1))} />
						<Button icon={<DownOutlined />} disabled={at === chosen.length - 1} aria-label={t("moveDown", { name: t(key) })} onClick={() => onChange(move(chosen, at, 1))} />
					</li>
				))}
				{others.map((key) => (
					<li key={key} className="row">
						<Checkbox checked={false} onChange={() => onChange([...chosen, key])}>
							{t(key)}
						</Checkbox>
					</li>
				))}
			</ul>
		</Modal>
	);
}
