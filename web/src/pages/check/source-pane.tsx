// SPDX-License-Identifier: GPL-3.0-or-later
// The left half: the text of the source, or the pages of the file itself (a PDF, a scan). Which of them one likes is kept.
import { Segmented } from "antd";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { ApiProblem, describeProblem, ServerAway } from "../../api/problem";
import { useSourceText } from "../../api/source-text";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { useKept } from "../../app/use-kept";
import { useTexts } from "../../i18n/texts";
import { findOriginal, gatherPlaces, type Sheet } from "./places";
import { SourceView, type SourceProps } from "./source-view";
import { checkTexts } from "./texts";
import { CannotShow } from "./upright";

// what draws pages comes when somebody wants them
const OriginalView = lazy(() => import("./original-view"));

type Way = "text" | "pages";

const NO_SHEETS: readonly Sheet[] = [];
const NOWHERE = new Map<number, never>();

/** Why there are no pages, in plain words. */
function useReason(error: unknown): string {
	const t = useTexts(checkTexts);
	const { language } = useSettings();
	if (error instanceof ApiProblem && error.status === 404) return t("pagesGone");
	if (error instanceof ApiProblem || error instanceof ServerAway) return describeProblem(error, language);
	if (error instanceof CannotShow) return t(error.why === "tiff" ? "tiffUnshown" : "imageBroken");
	return error instanceof Error && error.name === "PasswordException" ? t("pdfPassword") : t("pdfBroken");
}

function Failed({ error, ...rest }: SourceProps & { error: unknown }) {
	const t = useTexts(checkTexts);
	const reason = useReason(error);
	return (
		<>
			<p className="src-note" role="alert">
				<span aria-hidden="true">⚠ </span>
				{reason} {t("textInstead")}
			</p>
			<SourceView {...rest} />
		</>
	);
}

/** @view: shown anew when another is picked, on a screen that has room for one half only */
export function SourcePane({ view, ...rest }: SourceProps & { view: string }) {
	const t = useTexts(checkTexts);
	const { head, reading, tasks, chosen, onChoose } = rest;
	const form = findOriginal(head, reading);
	const [way, setWay] = useKept<Way>("check-source", (kept) => (kept === "pages" || kept === "pdf" ? "pages" : "text"));
	// that nothing is known of the sheets of a document is no reason not to show it
	const source = useSourceText(head.id, form !== undefined && way === "pages");
	const sheets = source.isPending ? null : (source.data?.sheets ?? NO_SHEETS);
	const unknown = form?.kind !== "PDF" && sheets?.length === 0;
	const found = useMemo(() => gatherPlaces(tasks, reading), [tasks, reading]);
	const places = unknown ? NOWHERE : found;
	const unplaced = tasks.length === 0 || places.size > 0 ? null : unknown ? "sheets" : "file";
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
						options={[{ value: "text", label: t("viewText") }, { value: "pages", label: t("viewPages") }]} />
				)}
			</div>
			{!form || way === "text" ? (
				<SourceView key={view} {...rest} />
			) : failed ? (
				<Failed key={view} error={failed.error} {...rest} />
			) : (
				<Suspense fallback={<Loading />}>
					<OriginalView key={form.hash} hash={form.hash} kind={form.kind} sheets={sheets} places={places} unplaced={unplaced} chosen={chosen?.id} onChoose={onChoose} onFail={onFail} />
				</Suspense>
			)}
		</>
	);
}
