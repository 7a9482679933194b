// SPDX-License-Identifier: GPL-3.0-or-later
// Views of the list: ready-made ones, and those that a user keeps. The server has no place for these; the browser keeps them, and says so.
import { DeleteOutlined } from "@ant-design/icons";
import { Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import { maxima } from "../../app/maxima";
import { navigate } from "../../app/router";
import { useKept } from "../../app/use-kept";
import { useTexts } from "../../i18n/texts";
import { FocusFirst } from "../../kit/focus-first";
import { readColumns, type ColumnKey } from "./columns";
import { readFilter, withTime, writeFilter, type Filter } from "./filter";
import { tasksTexts } from "./texts";

export interface View {
	name: string;
	path: string;
	columns: readonly ColumnKey[];
}

const NAME_LETTERS = 60;

/** Views out of what was kept, which another version or somebody else may have written. */
export function readViews(kept: unknown): readonly View[] {
	if (!Array.isArray(kept)) return [];
	return kept.slice(0, maxima.views).flatMap((one: unknown) => {
		const { name, path, columns } = (one ?? {}) as Partial<Record<keyof View, unknown>>;
		if (typeof name !== "string" || typeof path !== "string" || !path.startsWith("/nhiem-vu")) return [];
		return [{ name: name.slice(0, NAME_LETTERS), path: writeFilter(readFilter(path.split("?")[1] ?? "")), columns: readColumns(columns) }];
	});
}

function KeepDialog({ views, view, onChange, onClose }: { views: readonly View[]; view: Omit<View, "name">; onChange: (next: readonly View[]) => void; onClose: () => void }) {
	const t = useTexts(tasksTexts);
	const [name, setName] = useState("");
	const others = views.filter((one) => one.name !== name.trim());
	const isFull = others.length >= maxima.views;
	const keep = () => {
		if (!name.trim() || isFull) return;
		onChange([...others, { ...view, name: name.trim() }]);
		onClose();
	};
	return (
		<Modal open title={t("keepView")} okText={t("keep")} okButtonProps={{ disabled: !name.trim() || isFull }} onOk={keep} onCancel={onClose}>
			<FocusFirst />
			<div className="form">
				<p style={{ margin: 0 }}>{t("keepViewHint")}</p>
				<div className="field">
					<label htmlFor="view-name">{t("viewName")}</label>
					<Input id="view-name" data-first maxLength={NAME_LETTERS} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={keep} />
				</div>
				{isFull && <p className="bad" role="alert">{t("viewsFull", { n: maxima.views })}</p>}
				<ul className="plain choice-list">
					{views.map((one) => (
						<li key={one.name} className="row">
							<bdi className="choice-name">{one.name}</bdi>
							<Button icon={<DeleteOutlined />} aria-label={t("dropView", { name: one.name })} onClick={() => onChange(views.filter((other) => other !== one))} />
						</li>
					))}
				</ul>
			</div>
		</Modal>
	);
}

export function Views({ filter, columns, onColumns }: { filter: Filter; columns: readonly ColumnKey[]; onColumns: (next: readonly ColumnKey[]) => void }) {
	const t = useTexts(tasksTexts);
	const [views, setViews] = useKept("views", readViews);
	const [open, setOpen] = useState(false);
	const path = writeFilter(filter);
	const common: [string, Filter][] = [
		[t("open"), {}],
		[t("time-late"), { ...withTime("late"), sort: "lateness" }],
		[t("time-near"), withTime("near")],
		[t("time-month"), withTime("month")],
		[t("viewWaits"), { state: "submitted", sort: "changed" }],
	];
	const options = [
		{ label: t("viewsCommon"), options: common.map(([label, words]) => ({ value: writeFilter(words), label })) },
		...(views.length > 0 ? [{ label: t("viewsOwn"), options: views.map((one) => ({ value: `own ${one.name}`, label: <bdi>{one.name}</bdi> })) }] : []),
	];
	const shape = columns.join();
	const own = views.find((one) => one.path === path && one.columns.join() === shape);
	const known = own ? `own ${own.name}` : common.some(([, words]) => writeFilter(words) === path) ? path : null;
	const choose = (value: string) => {
		const view = views.find((one) => `own ${one.name}` === value);
		if (view) onColumns(view.columns);
		navigate(view?.path ?? value);
	};
	return (
		<>
			<Select aria-label={t("views")} placeholder={t("views")} className="filter-select" value={known} options={options} onChange={choose} />
			<Button className="desk-only" onClick={() => setOpen(true)}>{t("keepView")}</Button>
			{open && <KeepDialog views={views} view={{ path, columns }} onChange={setViews} onClose={() => setOpen(false)} />}
		</>
	);
}
