// SPDX-License-Identifier: GPL-3.0-or-later
// All text of a document by lines; a task leads here to those that it was read from ("?line=12&to=14").
import { useEffect, useRef, useState } from "react";
import { useSourceText } from "../../api/source-text";
import { useSearch } from "../../app/router";
import { Loading } from "../../app/shell";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { documentTexts } from "./texts";

/** Returns: the first and last line to be marked, 0 none */
function readLines(search: string): [number, number] {
	const parameters = new URLSearchParams(search);
	const first = Math.max(0, Math.trunc(Number(parameters.get("line"))) || 0);
	return [first, Math.max(first, Math.trunc(Number(parameters.get("to"))) || 0)];
}

function Lines({ id, first, last }: { id: number; first: number; last: number }) {
	const t = useTexts(documentTexts);
	const text = useSourceText(id);
	const marked = useRef<HTMLDivElement>(null);
	useEffect(() => {
		marked.current?.scrollIntoView({ block: "center" });
	}, [first, text.data]);
	if (text.isPending) return <Loading />;
	if (text.isError) return <ErrorNotice error={text.error} retry={() => void text.refetch()} />;
	if (text.data === null) return <p className="quiet">{t("noText")}</p>;
	return (
		<div>
			{text.data.lines.map((line, at) => (
				<div className={at + 1 >= first && at < last ? "src-line marked" : "src-line"} key={at} ref={at + 1 === first ? marked : undefined}>
					<span className="src-number">{at + 1}</span>
					<span className="src-text">{line || "\u00A0"}</span>
				</div>
			))}
			{text.data.cut && <p className="quiet">{t("textCut")}</p>}
		</div>
	);
}

export function FullText({ id }: { id: number }) {
	const t = useTexts(documentTexts);
	const [first, last] = readLines(useSearch());
	const [open, setOpen] = useState(first > 0);
	return (
		<section className="panel" aria-labelledby="full-text">
			<details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
				<summary>
					<h2 id="full-text" className="in-summary">{t("kindText")}</h2>
				</summary>
				{open && <Lines id={id} first={first} last={last} />}
			</details>
		</section>
	);
}
