// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found. Excerpts come in pieces, marked or not, and go in as text.
import { Button } from "antd";
import { keys } from "../../api/events";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { usePagesOf } from "../../kit/pages-of";
import { StateTag } from "../../kit/states";
import { askHits, type Hit, type Search } from "./data";
import { documentTexts } from "./texts";

const kinds = { document: "kindDocument", text: "kindText", task: "kindTask", note: "kindNote" } as const;

function OneHit({ hit }: { hit: Hit }) {
	const t = useTexts(documentTexts);
	const to = hit.task !== null ? `/nhiem-vu/${hit.task}` : `/van-ban/${hit.document}`;
	return (
		<li className="panel hit">
			<p className="row hit-head">
				<span className="tag">{t(kinds[hit.kind])}</span>
				<Link to={to}>{hit.task !== null ? [hit.label, hit.number].filter(Boolean).join(" · ") || t("kindTask") : hit.number ?? hit.title ?? t("unnumbered")}</Link>
				{hit.closeness === "near" && <span className="quiet">({t("near")})</span>}
				{hit.state !== null && hit.task !== null && <StateTag state={hit.state} />}
			</p>
			<p className="hit-text">
				{hit.excerpt.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>))}
			</p>
			<p className="quiet hit-foot">
				{[hit.task === null ? hit.title : null, hit.lead, hit.due ? t("due", { day: formatDay(hit.due) }) : null, formatDay(hit.day)].filter(Boolean).join(" · ")}
			</p>
		</li>
	);
}

export function Hits({ search }: { search: Search & { q: string } }) {
	const t = useTexts(documentTexts);
	const asked = { q: search.q, unit: search.unit, from: search.from, to: search.to };
	// of documents and tasks both: what changes in either asks again
	const { list, rows } = usePagesOf<Hit>(keys.documents({ search: asked }), (page, signal) => askHits(asked, page, signal));
	if (list.isPending) return <Loading />;
	if (list.isError) return <ErrorNotice error={list.error} retry={() => void list.refetch()} />;
	if (rows.length === 0 && !list.hasNextPage)
		return (
			<div className="panel empty">
				<strong>{t("nothing")}</strong>
				{t("nothingHint")}
			</div>
		);
	return (
		<>
			<p className="quiet" role="status">
				{t(list.hasNextPage ? "foundMore" : "found", { n: rows.length })}
			</p>
			<ol className="hits">
				{rows.map((hit, at) => (
					<OneHit key={at} hit={hit} />
				))}
			</ol>
			{list.hasNextPage && (
				<Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
					{t("more")}
				</Button>
			)}
		</>
	);
}
