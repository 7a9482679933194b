// SPDX-License-Identifier: GPL-3.0-or-later
// Names of units in a document that wait for a person to say which unit they mean.
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { keys } from "../../api/events";
import { useWho } from "../../api/session-state";
import { Link, navigate, useSearch } from "../../app/router";
import { Loading } from "../../app/shell";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { usePagesOf } from "../../kit/pages-of";
import { askDocuments, nameDocument } from "../documents/data";
import { askNames, askUnits, unitKeys, type NameOfPlan, type Unit } from "./data";
import { SettleDialog } from "./dialogs";
import { MatchLines } from "./parts";
import { unitTexts } from "./texts";

/** Who may correct a plan says what its names mean, and so does who keeps the directory; the server looks at it again. */
const DECIDES = ["administrator", "clerk", "overseer", "leader"];

function NameRow({ name, units, onSettle }: { name: NameOfPlan; units: readonly Unit[]; onSettle: (() => void) | null }) {
	const t = useTexts(unitTexts);
	return (
		<li className="name-row">
			<div>
				<strong>{name.name}</strong>{" "}
				<span className="quiet">
					{t("inTasks", { n: name.tasks })}
					{name.leads > 0 && `, ${t("leads", { n: name.leads })}`}
				</span>
				<div>{name.settled ? <span className="tag good">✔ {t("settledAs", { unit: units.find((one) => one.id === name.settled)?.name ?? name.settled })}</span> : <MatchLines match={name} units={units} />}</div>
			</div>
			{onSettle && (
				<Button className="no-print" aria-label={`${t("settle")}: ${name.name}`} onClick={onSettle}>
					{t("settle")}
				</Button>
			)}
		</li>
	);
}

function Names({ document, units }: { document: number; units: readonly Unit[] }) {
	const t = useTexts(unitTexts);
	const who = useWho();
	const [chosen, setChosen] = useState<NameOfPlan | null>(null);
	const names = useQuery({ queryKey: unitKeys.names(document), queryFn: ({ signal }) => askNames(document, signal) });
	if (names.isPending) return <Loading />;
	if (names.isError) return <ErrorNotice error={names.error} retry={() => void names.refetch()} />;
	const waiting = names.data.names.filter((name) => name.settled === null && name.ask !== "none");
	const settled = names.data.names.filter((name) => name.settled !== null);
	const may = DECIDES.includes(who.role) && units.length > 0;
	return (
		<section className="panel" aria-labelledby="waiting">
			<h2 id="waiting">{t("openNames", { n: names.data.open })}</h2>
			{waiting.length === 0 && (
				<div className="empty">
					<strong>{t("noNames")}</strong>
					{t("noNamesHint")}
				</div>
			)}
			<ul className="plain-list">
				{[...waiting, ...settled].map((name) => (
					<NameRow key={name.name} name={name} units={units} onSettle={may ? () => setChosen(name) : null} />
				))}
			</ul>
			{chosen && <SettleDialog name={chosen} units={units} mayEverywhere={who.unit === null} onClose={() => setChosen(null)} />}
		</section>
	);
}

export default function NamesPage() {
	const t = useTexts(unitTexts);
	const chosen = Number(new URLSearchParams(useSearch()).get("document")) || null;
	const { list, rows } = usePagesOf(keys.documents({ heard: false }), (page, signal) => askDocuments(false, page, signal));
	const { data: units = [] } = useQuery({ queryKey: unitKeys.all, queryFn: ({ signal }) => askUnits(signal) });
	return (
		<>
			<p className="no-print" style={{ marginTop: 0 }}>
				<Link to="/don-vi">← {t("back")}</Link>
			</p>
			<div className="page-head">
				<h1>{t("names")}</h1>
			</div>
			<p className="quiet">{t("namesHint")}</p>
			{list.isPending && <Loading />}
			{list.isError && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
			{list.isSuccess && rows.length === 0 && <div className="panel empty">{t("noDocuments")}</div>}
			{rows.length > 0 && (
				<div className="field no-print" style={{ maxWidth: "40rem", marginBottom: "1rem" }}>
					<label htmlFor="names-document">{t("document")}</label>
					<Select<number> id="names-document" value={chosen} onChange={(id) => navigate(`/don-vi/ten-goi?document=${id}`, true)} showSearch={{ optionFilterProp: "label" }}
						onPopupScroll={() => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage(); }}
						options={rows.map((row) => ({ value: row.id, label: [nameDocument(row, `#${row.id}`), row.title].filter(Boolean).join(": ") }))} />
				</div>
			)}
			{chosen !== null && <Names key={chosen} document={chosen} units={units} />}
		</>
	);
}
