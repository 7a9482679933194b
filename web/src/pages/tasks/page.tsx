// SPDX-License-Identifier: GPL-3.0-or-later
// The list of tasks: one table for as many as there are.
import { TableOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { TaskFilter, TaskRow } from "../../api/summary";
import { useWho } from "../../api/session-state";
import { maxima } from "../../app/maxima";
import { navigate, useSearch } from "../../app/router";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { today } from "../../i18n/dates";
import { formatText, useTexts } from "../../i18n/texts";
import { ListButtons } from "../../kit/list-buttons";
import { ErrorNotice } from "../../kit/error-notice";
import { WindowedTable } from "../../kit/windowed-table";
import { BulkBar, useBulkActions } from "./bulk";
import { ColumnsDialog, useColumnKeys, useColumns, fieldsOf } from "./columns";
import { askOf, chipsOf, readFilter, writeFilter, type Filter } from "./filter";
import { Chips, FilterBar } from "./filters";
import { AHEAD, useTaskRows } from "./rows";
import { tasksTexts } from "./texts";
import { Views } from "./views";

const rowKey = (row: TaskRow) => row.id;
const openRow = (row: TaskRow) => navigate(`/nhiem-vu/${row.id}`);

/** Tasks that are picked, as long as they are in the list. */
function usePicked(rows: readonly TaskRow[]) {
	const t = useTexts(tasksTexts);
	const { message } = App.useApp();
	const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
	const picked = useMemo(() => (ids.size > 0 ? rows.filter((row) => ids.has(row.id)) : []), [rows, ids]);
	const full = t("pickedFull", { n: maxima.pickedTasks });
	const pick = useCallback(
		(row: TaskRow) =>
			setIds((before) => {
				const next = new Set(before);
				if (!next.delete(row.id)) {
					if (next.size >= maxima.pickedTasks) {
						void message.warning(full);
						return before;
					}
					next.add(row.id);
				}
				return next;
			}),
		[message, full],
	);
	return { ids, picked, pick, setIds };
}

function Table({ ask, filter, onChange, onClear, columns }: { ask: NonNullable<TaskFilter>; filter: Filter; onChange: (change: Filter) => void; onClear: () => void; columns: ReturnType<typeof useColumns> }) {
	const t = useTexts(tasksTexts);
	const who = useWho();
	const { language } = useSettings();
	const { list, rows, count } = useTaskRows(ask);
	const actions = useBulkActions();
	const { ids, picked, pick, setIds } = usePicked(rows);
	const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = list;
	const onEnd = useCallback(() => {
		if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
	}, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
	// words that many tasks have may not be in the first of a list
	const looksOn = rows.length === 0 && hasNextPage;
	useEffect(() => {
		if (looksOn) onEnd();
	}, [looksOn, onEnd]);
	const pickLabel = useCallback((row: TaskRow) => formatText(tasksTexts.pick, language, { name: row.label ?? `#${row.id}` }), [language]);
	const first = rows.slice(0, maxima.pickedTasks);
	const isNarrowed = chipsOf(filter).length > 0;
	return (
		<>
			<Chips filter={filter} onChange={onChange} onClear={onClear} plan={rows[0]?.document_number ?? null} />
			<div className="row" style={{ marginBottom: "0.6rem" }}>
				<span className="quiet" role="status">
					{rows.length > 0 && (count === null && hasNextPage ? t(ask.text ? "countSome" : "countMore", { n: rows.length }) : t("count", { n: count ?? rows.length }))}
				</span>
				{actions.length > 0 && first.length > 1 && (
					<Button type="link" className="no-print desk-only" onClick={() => setIds(new Set(first.map(rowKey)))}>
						{t(hasNextPage || rows.length > first.length ? "pickFirst" : "pickAll", { n: first.length })}
					</Button>
				)}
			</div>
			<BulkBar actions={actions} picked={picked} onPick={setIds} />
			{list.isPending && <Loading />}
			{looksOn && (
				<div className="quiet" role="status">
					{t("looking")}
				</div>
			)}
			{list.isError && rows.length === 0 && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
			{list.isSuccess && rows.length === 0 && !hasNextPage && (
				<div className="panel empty">
					<strong>{t(isNarrowed ? "noneFiltered" : "none")}</strong>
					{who.unit && !isNarrowed ? t("noneUnit") : t("noneHint")}
				</div>
			)}
			{rows.length > 0 && (
				<WindowedTable label={t("title")} columns={columns} rows={rows} rowKey={rowKey} height={6.2} cardHeight={11.5} more={hasNextPage} ahead={AHEAD} onEnd={onEnd} onOpen={openRow}
					picked={ids} onPick={actions.length > 0 ? pick : undefined} pickLabel={pickLabel} />
			)}
			{isFetchNextPageError && <ErrorNotice error={list.error} retry={() => void fetchNextPage()} />}
		</>
	);
}

export default function TasksPage() {
	const t = useTexts(tasksTexts);
	const search = useSearch();
	const filter = useMemo(() => readFilter(search), [search]);
	const ask = useMemo(() => askOf(filter, today()), [filter]);
	const [chosen, setChosen] = useColumnKeys();
	const columns = useColumns(chosen);
	const [choosing, setChoosing] = useState(false);
	// a step to come back to for each: "back" takes the last narrowing away
	const change = (words: Filter) => navigate(writeFilter({ ...filter, ...words }));
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
				<div className="row no-print views">
					<Views filter={filter} columns={chosen} onColumns={setChosen} />
					<Button className="desk-only" icon={<TableOutlined />} onClick={() => setChoosing(true)}>
						{t("columnsShort")}
					</Button>
					<ListButtons ask={{ ...ask, fields: fieldsOf(chosen) }} name={`nhiem-vu-${today()}`} />
				</div>
			</div>
			<FilterBar filter={filter} onChange={change} />
			<Table ask={ask} filter={filter} onChange={change} onClear={() => navigate("/nhiem-vu")} columns={columns} />
			{choosing && <ColumnsDialog chosen={chosen} onChange={setChosen} onClose={() => setChoosing(false)} />}
		</>
	);
}
