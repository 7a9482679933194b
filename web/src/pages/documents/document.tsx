// SPDX-License-Identifier: GPL-3.0-or-later
// One document: what it says of itself, its files, its tasks, and the documents that it stands among.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { WholeDocument } from "../../api/documents";
import { keys } from "../../api/events";
import type { PageProps } from "../../app/pages";
import { Link } from "../../app/router";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { formatDay, formatMoment } from "../../i18n/dates";
import { formatNumber, useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { Facts } from "../../kit/facts";
import { issuedStates, StateTag } from "../../kit/states";
import { askDocument, nameDocument } from "./data";
import { FullText } from "./full-text";
import { ChainSection } from "./graph-view";
import { DocumentTag, FileList } from "./parts";
import { documentTexts } from "./texts";

function OwnFacts({ document }: { document: WholeDocument }) {
	const t = useTexts(documentTexts);
	const rows: [string, ReactNode][] = [
		[t("type"), document.type],
		[t("number"), document.number],
		[t("date"), formatDay(document.date)],
		[t("issuer"), document.issuer],
		[t("signer"), document.signer],
		[t("addedAt"), document.known ? formatMoment(document.added_at) : null],
	];
	return <Facts rows={rows} />;
}

function Tasks({ document }: { document: WholeDocument }) {
	const t = useTexts(documentTexts);
	const { language } = useSettings();
	const order: readonly string[] = ["draft", "approved", ...issuedStates, "dropped"];
	const states = order.filter((state) => (document.states[state] ?? 0) > 0);
	return (
		<section className="panel" aria-labelledby="tasks-of">
			<h2 id="tasks-of">{t("states")}</h2>
			{states.length === 0 && <p className="quiet">{t("noTasks")}</p>}
			<ul className="row plain-list">
				{states.map((state) => (
					<li key={state}>
						<StateTag state={state} /> {formatNumber(document.states[state] ?? 0, language)}
					</li>
				))}
			</ul>
			{document.state === "issued" && (
				<p>
					<Link to={`/ke-hoach/${document.id}`}>{t("openPlan")}</Link> · <Link to={`/nhiem-vu?document=${document.id}&state=all`}>{t("openTasks")}</Link>
				</p>
			)}
		</section>
	);
}

export default function DocumentPage({ params }: PageProps) {
	const t = useTexts(documentTexts);
	const id = Number(params.id);
	const { data: document, isPending, error, refetch } = useQuery({ queryKey: keys.document(id), queryFn: ({ signal }) => askDocument(id, signal) });
	if (isPending) return <Loading />;
	if (!document) return <ErrorNotice error={error} retry={() => void refetch()} />;
	return (
		<>
			<p className="no-print" style={{ marginTop: 0 }}>
				<Link to="/van-ban">← {t("back")}</Link>
			</p>
			<div className="page-head">
				<h1>{nameDocument(document, t("unnumbered"))}</h1>
				<DocumentTag document={document} />
			</div>
			<section className="panel" aria-label={t("about")}>
				<p style={{ marginTop: 0, fontWeight: 600 }}>{document.title ?? t("untitled")}</p>
				{!document.known && <p className="quiet">{t("heardHint")}</p>}
				<OwnFacts document={document} />
			</section>
			{document.known && <Tasks document={document} />}
			<ChainSection document={document} />
			{document.known && (
				<section className="panel" aria-labelledby="files">
					<h2 id="files">{t("files")}</h2>
					<FileList forms={document.forms} />
				</section>
			)}
			{document.known && <FullText id={id} />}
		</>
	);
}
