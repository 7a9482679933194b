// SPDX-License-Identifier: GPL-3.0-or-later
// Plans: documents that have tasks, each with how far they are.
import { Select } from "antd";
import { useCallback } from "react";
import { call } from "../../api/client";
import type { StoredDocument, WholeDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { useWho } from "../../api/session-state";
import { Link, navigate, useSearch } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { usePagesOf, type PageOf } from "../../kit/pages-of";
import { WindowedTable, type Column } from "../../kit/windowed-table";
import { DocumentTag } from "../documents/parts";
import { planTexts } from "./texts";

type State = "issued" | "draft" | undefined;

/** A document with how many of its tasks are in each state. */
type Plan = StoredDocument & Pick<WholeDocument, "states">;

/** Documents without tasks (a report, an answer) are no plans. */
async function askPlans(state: State, page: { limit: number; cursor?: string }, signal: AbortSignal): Promise<PageOf<Plan>> {
	const { data } = await call("get", "/api/v1/documents", { query: { state, sort: "newest", states: 1, ...page }, signal });
	return { rows: (data.documents as unknown as Plan[]).filter((one) => one.tasks > 0), next: data.next };
}

function Progress({ plan }: { plan: Plan }) {
	const t = useTexts(planTexts);
	if (plan.state !== "issued") return t("waits", { n: plan.tasks });
	const waiting = ["draft", "approved", "dropped"].reduce((sum, one) => sum + (plan.states[one] ?? 0), 0);
	const n = Object.values(plan.states).reduce((sum, one) => sum + one, 0) - waiting;
	const done = plan.states.done ?? 0;
	return (
		<>
			{t("doneOf", { done, n })}
			<span className="bar" style={{ display: "block" }} aria-hidden="true">
				<span style={{ width: `${n > 0 ? (100 * done) / n : 0}%` }} />
			</span>
		</>
	);
}

function useColumns(): Column<Plan>[] {
	const t = useTexts(planTexts);
	return [
		{ key: "number", title: t("number"), width: "10.5rem", card: 2, render: (row) => <span className="clamp two">{row.number ?? t("unnumbered")}</span> },
		{ key: "date", title: t("date"), width: "7.5rem", card: 3, render: (row) => <span className="nowrap">{formatDay(row.date)}</span> },
		{ key: "plan", title: t("plan"), width: "minmax(13rem, 1fr)", card: 1, render: (row) => <span className="clamp">{[row.type, row.title].filter(Boolean).join(": ") || t("untitled")}</span> },
		{ key: "issuer", title: t("issuer"), width: "12rem", render: (row) => <span className="clamp">{row.issuer}</span> },
		{ key: "state", title: t("state"), width: "11rem", card: 3, render: (row) => <DocumentTag document={row} /> },
		{ key: "progress", title: t("progress"), width: "10rem", card: 2, render: (row) => <Progress plan={row} /> },
	];
}

export default function PlansPage() {
	const t = useTexts(planTexts);
	const who = useWho();
	const said = new URLSearchParams(useSearch()).get("state");
	const state: State = said === "issued" || said === "draft" ? said : undefined;
	const { list, rows } = usePagesOf(keys.plans(state ?? ""), (page, signal) => askPlans(state, page, signal));
	const columns = useColumns();
	const rowKey = useCallback((row: Plan) => row.id, []);
	const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
	const onEnd = useCallback(() => {
		if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
	}, [hasNextPage, isFetchingNextPage, fetchNextPage]);
	return (
		<>
			<div className="page-head">
				<h1>{t("listTitle")}</h1>
				<span className="quiet" role="status">
					{rows.length > 0 && t(hasNextPage ? "countMore" : "count", { n: rows.length })}
				</span>
				{who.unit === null && (
					<Select className="no-print" aria-label={t("which")} style={{ width: "13rem" }} value={state ?? "all"} onChange={(to) => navigate(to === "all" ? "/ke-hoach" : `/ke-hoach?state=${to}`, true)}
						options={[{ value: "all", label: t("all") }, { value: "issued", label: t("issued") }, { value: "draft", label: t("draft") }]} />
				)}
			</div>
			{list.isPending && <Loading />}
			{list.isError && rows.length === 0 && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
			{list.isSuccess && rows.length === 0 && !hasNextPage && (
				<div className="panel empty">
					<strong>{t("none")}</strong>
					<p>{t(who.unit ? "noneUnit" : "noneHint")}</p>
					{who.may.includes("import") && <Link to="/nhap-van-ban">{t("toImport")}</Link>}
				</div>
			)}
			{(rows.length > 0 || hasNextPage) && (
				<WindowedTable label={t("listTitle")} columns={columns} rows={rows} rowKey={rowKey} height={6} cardHeight={12} more={hasNextPage} onEnd={onEnd} onOpen={(row) => navigate(`/ke-hoach/${row.id}`)} />
			)}
		</>
	);
}
