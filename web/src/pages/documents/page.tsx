// SPDX-License-Identifier: GPL-3.0-or-later
// The register of documents, and the search over all that is kept. What is asked for stands in the address.
import { Button, Checkbox, Input } from "antd";
import { useCallback, useMemo, useState } from "react";
import type { StoredDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { useWho } from "../../api/session-state";
import { navigate, useSearch } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay, parseDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { usePagesOf } from "../../kit/pages-of";
import { WindowedTable, type Column } from "../../kit/windowed-table";
import { askDocuments, readSearch, writeSearch } from "./data";
import { Hits } from "./hits";
import { DocumentTag } from "./parts";
import { documentTexts } from "./texts";

function useColumns(): Column<StoredDocument>[] {
	const t = useTexts(documentTexts);
	return [
		{ key: "number", title: t("number"), width: "11rem", card: 2, render: (row) => <span className="clamp two">{row.number ?? t("unnumbered")}</span> },
		{ key: "date", title: t("date"), width: "8rem", card: 3, render: (row) => <span className="nowrap">{formatDay(row.date)}</span> },
		{ key: "about", title: t("about"), width: "minmax(17rem, 1fr)", card: 1, render: (row) => <span className="clamp">{[row.type, row.title].filter(Boolean).join(": ") || t("untitled")}</span> },
		{ key: "issuer", title: t("issuer"), width: "14rem", render: (row) => <span className="clamp">{row.issuer}</span> },
		{ key: "state", title: t("state"), width: "12rem", card: 3, render: (row) => <DocumentTag document={row} /> },
		{ key: "tasks", title: t("tasks"), width: "6rem", render: (row) => (row.known ? row.tasks : "") },
	];
}

function SearchForm({ address }: { address: ReturnType<typeof readSearch> }) {
	const t = useTexts(documentTexts);
	const [q, setQ] = useState(address.q ?? "");
	const [unit, setUnit] = useState(address.unit ?? "");
	const [from, setFrom] = useState(formatDay(address.from));
	const [to, setTo] = useState(formatDay(address.to));
	const [wrong, setWrong] = useState(false);
	const send = () => {
		const days = [from, to].map((day) => (day.trim() ? parseDay(day) : ""));
		setWrong(days.includes(null));
		if (days.includes(null)) return;
		navigate(writeSearch({ q: q.trim(), unit: unit.trim(), from: days[0] ?? "", to: days[1] ?? "", heard: address.heard }));
	};
	return (
		<form role="search" className="no-print doc-search" onSubmit={(event) => { event.preventDefault(); send(); }}>
			<div className="row">
				<Input type="search" className="search doc-words" maxLength={500} aria-label={t("search")} aria-describedby="doc-hint" placeholder={t("search")} value={q} onChange={(event) => setQ(event.target.value)} />
				<Button htmlType="submit" type="primary">
					{t("find")}
				</Button>
				{address.q && (
					<Button type="link" onClick={() => navigate(writeSearch({ heard: address.heard }))}>
						{t("clear")}
					</Button>
				)}
			</div>
			{(q || address.q) && (
				<div className="row">
					<Input style={{ width: "20rem", maxWidth: "100%" }} aria-label={t("unit")} placeholder={t("unit")} value={unit} onChange={(event) => setUnit(event.target.value)} />
					<Input style={{ width: "11rem" }} aria-label={t("from")} placeholder={t("from")} status={wrong ? "error" : undefined} value={from} onChange={(event) => setFrom(event.target.value)} />
					<Input style={{ width: "11rem" }} aria-label={t("to")} placeholder={t("to")} status={wrong ? "error" : undefined} value={to} onChange={(event) => setTo(event.target.value)} />
				</div>
			)}
			{wrong && <p className="bad" role="alert">{t("wrongDay")}</p>}
			<p id="doc-hint" className="quiet doc-hint">
				{t("searchHint")}
			</p>
		</form>
	);
}

function Register({ heard }: { heard: boolean }) {
	const t = useTexts(documentTexts);
	const who = useWho();
	const { list, rows } = usePagesOf(keys.documents({ heard }), (page, signal) => askDocuments(heard, page, signal));
	const columns = useColumns();
	const rowKey = useCallback((row: StoredDocument) => row.id, []);
	const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
	const onEnd = useCallback(() => {
		if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
	}, [hasNextPage, isFetchingNextPage, fetchNextPage]);
	if (list.isPending) return <Loading />;
	if (list.isError && rows.length === 0) return <ErrorNotice error={list.error} retry={() => void list.refetch()} />;
	if (rows.length === 0)
		return (
			<div className="panel empty">
				<strong>{t("none")}</strong>
				{t(who.unit ? "noneUnit" : "noneHint")}
			</div>
		);
	return (
		<>
			<div className="row" style={{ marginBottom: "0.6rem", justifyContent: "space-between" }}>
				<span className="quiet" role="status">
					{t(hasNextPage ? "countMore" : "count", { n: rows.length })}
				</span>
				{who.unit === null && (
					<Checkbox className="no-print" checked={heard} onChange={(event) => navigate(writeSearch({ heard: event.target.checked }), true)}>
						{t("showHeard")}
					</Checkbox>
				)}
			</div>
			<WindowedTable label={t("title")} columns={columns} rows={rows} rowKey={rowKey} height={6} cardHeight={10} more={hasNextPage} onEnd={onEnd} onOpen={(row) => navigate(`/van-ban/${row.id}`)} />
		</>
	);
}

export default function DocumentsPage() {
	const t = useTexts(documentTexts);
	const search = useSearch();
	const address = useMemo(() => readSearch(search), [search]);
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
			</div>
			<SearchForm key={search} address={address} />
			{address.q ? <Hits search={{ ...address, q: address.q }} /> : <Register heard={address.heard} />}
		</>
	);
}
