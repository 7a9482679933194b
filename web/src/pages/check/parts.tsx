// SPDX-License-Identifier: GPL-3.0-or-later
// What stands over the tasks: what is known of the document, and what reading it again would have otherwise.
import type { WholeDocument } from "../../api/documents";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { useDifferences } from "./draft";
import { checkTexts } from "./texts";

/** What is not known is said: it is what one looks for in the source. */
export function Header({ head }: { head: WholeDocument }) {
	const t = useTexts(checkTexts);
	const facts: [string, string | null][] = [
		[t("type"), head.type],
		[t("number"), head.number],
		[t("date"), head.date && formatDay(head.date)],
		[t("issuer"), head.issuer],
		[t("signer"), head.signer],
	];
	const missing = facts.filter(([, value]) => value === null).map(([name]) => name);
	return (
		<div className="check-about" role="group" aria-label={t("header")}>
			<span>{facts.flatMap(([, value]) => value ?? []).join(" · ")}</span>
			{head.forms.map((form) => (
				<span key={form.hash}>
					{" · "}
					<a href={`/api/v1/files/${form.hash}`} download aria-label={`${t("openFile")}: ${form.inside ?? form.name}`}>
						{form.inside ?? form.name}
					</a>
				</span>
			))}
			{missing.length > 0 && (
				<p className="doubt" style={{ margin: 0 }}>
					<span aria-hidden="true">⚠ </span>
					{t("unknown", { fields: missing.join(", ") })}
				</p>
			)}
		</div>
	);
}

export function Differences({ plan }: { plan: number }) {
	const t = useTexts(checkTexts);
	const all = useDifferences(plan).data?.differences ?? [];
	if (all.length === 0) return null;
	const words = { changed: t("changed"), added: t("addedNow"), gone: t("gone") };
	return (
		<details className="panel">
			<summary>
				{t("differences")} ({all.length})
			</summary>
			<p className="quiet">{t("differencesHint")}</p>
			<ul className="open-names">
				{all.map((one, at) => (
					<li key={at}>
						<div>
							<strong>{one.label}</strong> <span className="tag">{words[one.kind]}</span> {one.text}
							{one.fields.map((field) => (
								<p className="quiet" key={field.field}>
									{field.was ?? t("none")} → {field.now ?? t("none")}
									{field.corrected && ` (${t("edited")}: ${field.settled ?? t("none")})`}
								</p>
							))}
						</div>
					</li>
				))}
			</ul>
		</details>
	);
}
