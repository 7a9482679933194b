// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the tasks of a plan: what it rests on, to whom it goes, what the reader remarked, its files, signatures and readings.
import type { ReactNode } from "react";
import type { WholeDocument } from "../../api/documents";
import { Link } from "../../app/router";
import { useSettings } from "../../app/settings";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { useDifferences } from "../check/draft";
import { Differences } from "../check/parts";
import { DocumentTag, FileList } from "../documents/parts";
import { useAbove, type Citation, type PlanReading, type Signature } from "./data";
import { planTexts } from "./texts";

const MANY = 6; // lines of a list that stand open

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
	return (
		<section className="panel" aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			{children}
		</section>
	);
}

/** A long list is folded; printed it is left out. */
function Foldable({ n, children }: { n: number; children: ReactNode }) {
	const t = useTexts(planTexts);
	return n <= MANY ? (
		children
	) : (
		<details>
			<summary>{t("showAll", { n })}</summary>
			{children}
		</details>
	);
}

function groupCitations(citations: readonly Citation[]): Record<"basis" | "implements" | "other", Citation[]> {
	const groups = { basis: [] as Citation[], implements: [] as Citation[], other: [] as Citation[] };
	const said = new Set<string>();
	for (const one of citations) {
		const name = one.number ?? one.raw;
		if (said.has(name)) continue;
		said.add(name);
		groups[one.relation === "basis" || one.relation === "implements" ? one.relation : "other"].push(one);
	}
	return groups;
}

export function Basis({ id, reading }: { id: number; reading: PlanReading }) {
	const t = useTexts(planTexts);
	const above = useAbove(id);
	const byNumber = new Map((above.data ?? []).map((one) => [one.number, one]));
	const groups = groupCitations(reading.citations);
	const titles = { basis: t("relationBasis"), implements: t("relationImplements"), other: t("relationOther") };
	const list = (citations: readonly Citation[]) => (
		<ul className="plan-list">
			{citations.map((one) => {
				const to = one.number === null ? undefined : byNumber.get(one.number);
				return (
					<li key={one.raw}>
						{to ? <Link to={`/van-ban/${to.id}`}>{one.raw}</Link> : one.raw} {to && !to.known && <DocumentTag document={to} />}
					</li>
				);
			})}
		</ul>
	);
	return (
		<Section id="plan-basis" title={t("basis")}>
			{reading.citations.length === 0 && <p className="quiet">{t("noBasis")}</p>}
			{(["basis", "implements", "other"] as const).map(
				(kind) =>
					groups[kind].length > 0 && (
						<div key={kind}>
							<h3>{titles[kind]}</h3>
							<Foldable n={groups[kind].length}>{list(groups[kind])}</Foldable>
						</div>
					),
			)}
		</Section>
	);
}

export function Recipients({ reading }: { reading: PlanReading }) {
	const t = useTexts(planTexts);
	const all = reading.document.recipients ?? [];
	return (
		<Section id="plan-recipients" title={t("recipients")}>
			{all.length === 0 && <p className="quiet">{t("noRecipients")}</p>}
			<ul className="plan-list">
				{all.map((one, at) => (
					<li key={at}>{one}</li>
				))}
			</ul>
		</Section>
	);
}

export function Remarks({ reading }: { reading: PlanReading }) {
	const t = useTexts(planTexts);
	const { language } = useSettings();
	const all = reading.anomalies;
	return (
		<Section id="plan-remarks" title={t("remarks")}>
			{all.length === 0 && <p className="quiet">{t("noRemarks")}</p>}
			<Foldable n={all.length}>
				<ul className="plan-list">
					{all.map((one, at) => (
						<li key={at}>
							{(language === "vi" && one.detail_vi) || one.detail} <span className="quiet nowrap">({t("line", { n: String(one.line) })})</span>
						</li>
					))}
				</ul>
			</Foldable>
		</Section>
	);
}

function SignatureLine({ signature }: { signature: Signature }) {
	const t = useTexts(planTexts);
	const [look, sign] = signature.state === "valid" ? ["good", "✔"] : signature.state === "broken" ? ["bad", "✖"] : ["", "?"];
	return (
		<li>
			<strong>{signature.signer ?? signature.organisation}</strong>
			{signature.signer && signature.organisation && `, ${signature.organisation}`}
			{signature.time && <span className="quiet"> · {t("signedAt", { at: formatMoment(signature.time) })}</span>}
			<div>
				<span className={`tag ${look}`}>
					<span aria-hidden="true">{sign}</span>
					{t(`state-${signature.state}`)}
				</span>{" "}
				<span className="quiet">
					{t(`trust-${signature.trust}`)}
					{signature.authority && ` (${signature.authority})`}
					{!signature.whole && ` · ${t("appended")}`}
				</span>
			</div>
		</li>
	);
}

export function Files({ plan, reading }: { plan: WholeDocument; reading: PlanReading | undefined }) {
	const t = useTexts(planTexts);
	const signatures = reading?.signatures ?? [];
	return (
		<Section id="plan-files" title={t("files")}>
			<FileList forms={plan.forms} />
			{reading && signatures.length === 0 && <p className="quiet">{t("noSignatures")}</p>}
			{signatures.length > 0 && (
				<>
					<h3>{t("signatures")}</h3>
					<ul className="plan-list">
						{signatures.map((one, at) => (
							<SignatureLine key={at} signature={one} />
						))}
					</ul>
				</>
			)}
		</Section>
	);
}

/** A newer program reads again what is kept; what it has otherwise stands beside what counts. */
export function Readings({ id }: { id: number }) {
	const t = useTexts(planTexts);
	const { data } = useDifferences(id);
	if (!data) return null;
	return (
		<Section id="plan-readings" title={t("versions")}>
			<p style={{ marginTop: 0 }}>
				{data.program
					? t("readAgain", { at: formatMoment(data.at), program: data.program, what: data.differences.length > 0 ? t("readOther", { n: data.differences.length }) : t("readSame") })
					: t("readOnce")}
			</p>
			<Differences plan={id} />
		</Section>
	);
}
