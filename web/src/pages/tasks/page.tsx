// SPDX-License-Identifier: GPL-3.0-or-later
// The list of tasks: one table for as many as there are.
import { Button, Input, Select } from "antd";
import { useCallback, useMemo, useState } from "react";
import { navigate } from "../../app/router";
import { Loading } from "../../app/shell";
import { useWho } from "../../api/session-state";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { issuedStates, LateTag, StateTag, stateTexts } from "../../kit/states";
import { WindowedTable, type Column } from "../../kit/windowed-table";
import { useFilter, useTaskRows, type TaskRow } from "./rows";
import { tasksTexts } from "./texts";

function useColumns(): Column<TaskRow>[] {
	const t = useTexts(tasksTexts);
	return [
		{ key: "number", title: t("number"), width: "6rem", render: (row) => <span className="quiet clamp two">{row.label}</span> },
		{ key: "text", title: t("text"), width: "minmax(17rem, 1fr)", card: 1, render: (row) => <span className="clamp">{row.text}</span> },
		{ key: "lead", title: t("lead"), width: "13rem", card: 2, render: (row) => <span className="clamp">{row.lead || t("unnamed")}</span> },
		{
			key: "due",
			title: t("due"),
			width: "12.5rem",
			card: 3,
			render: (row) => (
				<>
					{row.due && <span className="day">{formatDay(row.due)} </span>}
					<LateTag lateness={row.lateness} />
				</>
			),
		},
		{ key: "state", title: t("state"), width: "12rem", card: 3, render: (row) => <StateTag state={row.state ?? ""} /> },
		{
			key: "progress",
			title: t("progress"),
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
	];
}

function Filters() {
	const t = useTexts(tasksTexts);
	const states = useTexts(stateTexts);
	const [filter, setFilter] = useFilter();
	const [unit, setUnit] = useState(filter.unit ?? "");
	return (
		<form className="row no-print" style={{ marginBottom: "0.9rem" }} onSubmit={(event) => { event.preventDefault(); setFilter({ unit: unit.trim() }); }}>
			<Select aria-label={t("stateFilter")} style={{ width: "14rem" }} value={filter.state ?? "open"} onChange={(state) => setFilter({ state: state === "open" ? "" : state })}
				options={[{ value: "open", label: t("open") }, { value: "all", label: t("all") }, ...issuedStates.map((state) => ({ value: state as string, label: states(state) }))]} />
			<Input type="search" className="search" style={{ width: "18rem" }} aria-label={t("unitFilter")} placeholder={t("unitFilter")} value={unit} onChange={(event) => setUnit(event.target.value)} />
			<Button htmlType="submit">{t("apply")}</Button>
			{Object.keys(filter).length > 0 && (
				<Button type="link" onClick={() => { setUnit(""); navigate("/nhiem-vu", true); }}>
					{t("clear")}
				</Button>
			)}
		</form>
	);
}

export default function TasksPage() {
	const t = useTexts(tasksTexts);
	const who = useWho();
	const [filter] = useFilter();
	const { list, rows } = useTaskRows(filter);
	const columns = useColumns();
	const rowKey = useCallback((row: TaskRow) => row.id, []);
	const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
	const onEnd = useCallback(() => {
		if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
	}, [hasNextPage, isFetchingNextPage, fetchNextPage]);
	const shown = useMemo(() => {
		if (list.isPending) return <Loading />;
		if (list.isError && rows.length === 0) return <ErrorNotice error={list.error} retry={() => void list.refetch()} />;
		if (rows.length === 0)
			return (
				<div className="panel empty">
					<strong>{t("none")}</strong>
					{who.unit ? t("noneUnit") : t("noneHint")}
				</div>
			);
		return null;
	}, [list, rows.length, t, who.unit]);
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
				<span className="quiet" role="status">
					{rows.length > 0 && t(hasNextPage ? "countMore" : "count", { n: rows.length })}
				</span>
			</div>
			<Filters />
			{shown ?? (
				<WindowedTable label={t("title")} columns={columns} rows={rows} rowKey={rowKey} height={6.2} cardHeight={11.5} more={hasNextPage} onEnd={onEnd} onOpen={(row) => navigate(`/nhiem-vu/${row.id}`)} />
			)}
		</>
	);
}
