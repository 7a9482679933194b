// SPDX-License-Identifier: GPL-3.0-or-later
// The left half: the text of the source, or the pages of its PDF. Which of them one likes is kept.
import { Segmented } from "antd";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { ApiProblem, describeProblem, ServerAway } from "../../api/problem";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { useKept } from "../../app/use-kept";
import { useTexts } from "../../i18n/texts";
import { findPdf, gatherPlaces } from "./places";
import { SourceView, type SourceProps } from "./source-view";
import { checkTexts } from "./texts";

// PDF.js comes when somebody wants it
const PdfView = lazy(() => import("./pdf-view"));

type Way = "text" | "pdf";

/** Why there are no pages, in plain words. */
function useReason(error: unknown): string {
	const t = useTexts(checkTexts);
	const { language } = useSettings();
	if (error instanceof ApiProblem && error.status === 404) return t("pdfGone");
	if (error instanceof ApiProblem || error instanceof ServerAway) return describeProblem(error, language);
	return error instanceof Error && error.name === "PasswordException" ? t("pdfPassword") : t("pdfBroken");
}

function Failed({ error, ...rest }: SourceProps & { error: unknown }) {
	const t = useTexts(checkTexts);
	const reason = useReason(error);
	return (
		<>
			<p className="src-note" role="alert">
				<span aria-hidden="true">⚠ </span>
				{reason} {t("pdfInstead")}
			</p>
			<SourceView {...rest} />
		</>
	);
}

/** @view: shown anew when another is picked, on a screen that has room for one half only */
export function SourcePane({ view, ...rest }: SourceProps & { view: string }) {
	const t = useTexts(checkTexts);
	const { head, reading, tasks, chosen, onChoose } = rest;
	const form = findPdf(head, reading);
	const places = useMemo(() => gatherPlaces(tasks, reading), [tasks, reading]);
	const [way, setWay] = useKept<Way>("check-source", (kept) => (kept === "pdf" ? "pdf" : "text"));
	const [failed, setFailed] = useState<{ error: unknown } | null>(null);
	const onFail = useCallback((error: unknown) => setFailed({ error }), []);
	const pick = (next: Way) => {
		setFailed(null);
		setWay(next);
	};
	return (
		<>
			<div className="check-source-head">
				<h2>{t("source")}</h2>
				{form && (
					<Segmented<Way> className="no-print" aria-label={t("viewWay")} value={way} onChange={pick}
						options={[{ value: "text", label: t("viewText") }, { value: "pdf", label: t("viewPdf") }]} />
				)}
			</div>
			{!form || way === "text" ? (
				<SourceView key={view} {...rest} />
			) : failed ? (
				<Failed key={view} error={failed.error} {...rest} />
			) : (
				<Suspense fallback={<Loading />}>
					<PdfView hash={form.hash} places={places} unplaced={tasks.length > 0 && places.size === 0} chosen={chosen?.id} onChoose={onChoose} onFail={onFail} />
				</Suspense>
			)}
		</>
	);
}
