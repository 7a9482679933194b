// SPDX-License-Identifier: GPL-3.0-or-later
// The record of changes: filtered, each with before and after; whether the chain is whole, and its head; downloaded as JSON.
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useState, type SyntheticEvent } from "react";
import { call } from "../../api/client";
import { describeProblem } from "../../api/problem";
import { useWho } from "../../api/session-state";
import { navigate, useSearch } from "../../app/router";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { formatDay, parseDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { usePagesOf } from "../../kit/pages-of";
import { askRecords, exportRecords, isGood, NO_FILTER, pathOf, readFilter, type Filter } from "./audit";
import { RecordLine } from "./audit-record";
import { auditTexts, objectTexts } from "./audit-texts";
import { adminKeys, type Chain } from "./data";
import { AdminHead } from "./parts";

function FilterForm({ filter }: { filter: Filter }) {
	const t = useTexts(auditTexts);
	const objects = useTexts(objectTexts);
	const [said, setSaid] = useState({ ...filter, from: formatDay(filter.from), to: formatDay(filter.to) });
	const [problem, setProblem] = useState("");
	const fields = [
		["id", t("number"), "7rem", "numeric"],
		["who", t("who"), "11rem", "text"],
		["action", t("action"), "9rem", "text"],
		["from", t("from"), "9rem", "text"],
		["to", t("to"), "9rem", "text"],
	] as const;
	const apply = (event: SyntheticEvent) => {
		event.preventDefault();
		const from = said.from.trim() ? parseDay(said.from) : "";
		const to = said.to.trim() ? parseDay(said.to) : "";
		if (from === null || to === null) { setProblem(t("wrongDay")); return; }
		const wanted = { object: said.object, id: said.id.trim(), who: said.who.trim(), action: said.action.trim(), from, to };
		if (!isGood(wanted)) { setProblem(t("needsObject")); return; }
		setProblem("");
		navigate(pathOf(wanted));
	};
	const clear = () => {
		setSaid(NO_FILTER);
		setProblem("");
		navigate(pathOf(NO_FILTER));
	};
	return (
		<form className="panel no-print" onSubmit={apply} noValidate>
			<div className="row" style={{ alignItems: "end" }}>
				<div className="field">
					<label htmlFor="audit-object">{t("object")}</label>
					<Select id="audit-object" style={{ minWidth: "10rem" }} value={said.object} onChange={(object) => setSaid({ ...said, object })}
						options={[{ value: "", label: t("anyObject") }, ...Object.keys(objectTexts).map((value) => ({ value, label: objects(value as keyof typeof objectTexts) }))]} />
				</div>
				{fields.map(([name, label, width, mode]) => (
					<div className="field" key={name}>
						<label htmlFor={`audit-${name}`}>{label}</label>
						<Input id={`audit-${name}`} style={{ width }} inputMode={mode} maxLength={200} placeholder={name === "from" || name === "to" ? t("day") : ""} value={said[name]} onChange={(event) => setSaid({ ...said, [name]: event.target.value })} />
					</div>
				))}
				<Button htmlType="submit" type="primary">
					{t("apply")}
				</Button>
				<Button onClick={clear}>{t("clear")}</Button>
			</div>
			<div role="alert" className="bad">
				{problem}
			</div>
		</form>
	);
}

/** Looks at each record on the server, which may take a while. */
function ChainCheck() {
	const t = useTexts(auditTexts);
	const { language } = useSettings();
	const [chain, setChain] = useState<Chain | null>(null);
	const [failure, setFailure] = useState<unknown>(null);
	const [busy, setBusy] = useState(false);
	const check = async () => {
		setBusy(true);
		setFailure(null);
		try {
			setChain((await call("get", "/api/v1/audit/verify")).data);
		} catch (error) {
			setFailure(error);
		}
		setBusy(false);
	};
	return (
		<section className="panel" aria-label={t("check")}>
			<div className="row">
				<Button onClick={() => void check()} loading={busy}>
					{t("check")}
				</Button>
				<div className="grow" role="status" id="chain">
					{busy && t("checking")}
					{!busy && chain && (
						<span className={chain.whole ? "tag good" : "tag bad"} style={{ whiteSpace: "normal" }}>
							<span aria-hidden="true">{chain.whole ? "✔" : "✖"}</span>
							{chain.whole ? t("whole", { n: chain.records }) : `${t("broken", { seq: chain.broken ?? 0 })}: ${(language === "vi" ? chain.why : chain.why_en) ?? ""}`}
						</span>
					)}
				</div>
			</div>
			{failure !== null && (
				<p role="alert" className="bad">
					{describeProblem(failure, language)}
				</p>
			)}
			{!busy && chain && !chain.whole && <p className="bad">{t("brokenHint")}</p>}
			{!busy && chain && (
				<p style={{ marginBottom: 0 }}>
					{t("head", { seq: chain.seq })} · <code translate="no">{chain.hash}</code>
					<br />
					<span className="quiet">{t("headHint")}</span>
				</p>
			)}
		</section>
	);
}

function Export({ filter }: { filter: Filter }) {
	const t = useTexts(auditTexts);
	const { language } = useSettings();
	const { message } = App.useApp();
	const [busy, setBusy] = useState(false);
	const save = async () => {
		setBusy(true);
		try {
			const { rows, whole } = await exportRecords(filter);
			const link = document.createElement("a");
			link.href = URL.createObjectURL(new Blob([JSON.stringify(rows, null, "\t") + "\n"], { type: "application/json" }));
			link.download = "nhat-ky.json";
			link.click();
			URL.revokeObjectURL(link.href);
			void message.success(t(whole ? "exported" : "exportCut", { n: rows.length }));
		} catch (error) {
			void message.error(describeProblem(error, language));
		}
		setBusy(false);
	};
	return (
		<Button onClick={() => void save()} loading={busy}>
			{t("export")}
		</Button>
	);
}

function Records({ filter }: { filter: Filter }) {
	const t = useTexts(auditTexts);
	const client = useQueryClient();
	const { list, rows } = usePagesOf(adminKeys.audit(filter), (page, signal) => askRecords(filter, page, signal), isGood(filter));
	if (list.isPending) return <Loading />;
	if (list.isError) return <ErrorNotice error={list.error} retry={() => void client.resetQueries({ queryKey: adminKeys.audit(filter) })} />;
	if (rows.length === 0 && !list.hasNextPage)
		return (
			<div className="panel empty">
				<strong>{t("none")}</strong>
				{t("noneHint")}
			</div>
		);
	return (
		<section className="panel" aria-label={t("details")}>
			<ul className="plain lines">
				{rows.map((record) => (
					<RecordLine key={record.seq} record={record} />
				))}
			</ul>
			{list.hasNextPage && (
				<p className="no-print" style={{ marginBottom: 0 }}>
					<Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
						{t("more")}
					</Button>
				</p>
			)}
		</section>
	);
}

export default function AuditPage() {
	const t = useTexts(auditTexts);
	const who = useWho();
	const search = useSearch();
	const filter = readFilter(search);
	return (
		<>
			<AdminHead all={who.role === "administrator"}>
				<Export filter={filter} />
			</AdminHead>
			<p className="quiet" style={{ marginTop: 0 }}>
				{t("hint")}
			</p>
			<ChainCheck />
			<FilterForm key={search} filter={filter} />
			<Records filter={filter} />
		</>
	);
}
