// SPDX-License-Identifier: GPL-3.0-or-later
// One record of a change: who did what when; opened, what was and what is, why, and its hash.
import { useWho } from "../../api/session-state";
import { Link } from "../../app/router";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { actionTexts } from "../task/texts";
import { auditTexts, keyTexts, objectTexts, recordTexts } from "./audit-texts";
import { compareRecord, type AuditRecord } from "./data";

/** A word of the store where it has a text, else the word. */
function useWords() {
	const objects = useTexts(objectTexts);
	const records = useTexts(recordTexts);
	const actions = useTexts(actionTexts);
	return {
		object: (word: string) => (word in objectTexts ? objects(word as keyof typeof objectTexts) : word),
		action: (word: string, object: string) =>
			object === "task" && word in actionTexts ? actions(word as keyof typeof actionTexts) : word in recordTexts ? records(word as keyof typeof recordTexts) : word in actionTexts ? actions(word as keyof typeof actionTexts) : word,
	};
}

const PAGES: Partial<Record<string, string>> = { task: "/nhiem-vu/", document: "/van-ban/", account: "/quan-tri/nguoi-dung/", unit: "/don-vi/" };

function Difference({ record }: { record: AuditRecord }) {
	const t = useTexts(auditTexts);
	const names = useTexts(keyTexts);
	const rows = compareRecord(record.was, record.now);
	if (rows.length === 0) return <p className="quiet">{t("noChange")}</p>;
	return (
		<div className="figures-box" tabIndex={0} role="group" aria-label={t("details")}>
			<table className="figures">
				<thead>
					<tr>
						<th scope="col">{t("field")}</th>
						<th scope="col">{t("was")}</th>
						<th scope="col">{t("now")}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.name}>
							<th scope="row">{row.name in keyTexts ? names(row.name as keyof typeof keyTexts) : row.name}</th>
							<td className="typed">{row.was}</td>
							<td className="typed">{row.now}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

export function RecordLine({ record }: { record: AuditRecord }) {
	const t = useTexts(auditTexts);
	const words = useWords();
	const who = useWho();
	// accounts are an administrator's
	const page = record.object === "account" && who.role !== "administrator" ? undefined : PAGES[record.object];
	const about = `${words.object(record.object)} ${record.id}`;
	return (
		<li>
			<div className="row">
				<strong>{words.action(record.action, record.object)}</strong>
				{page && record.id > 0 ? <Link to={page + String(record.id)}>{about}</Link> : <span>{record.id > 0 ? about : words.object(record.object)}</span>}
				<span className="quiet">
					<time dateTime={record.at}>{formatMoment(record.at)}</time> · {record.who || t("system")}
				</span>
			</div>
			<details>
				<summary>
					{t("details")} <span className="quiet">· {record.seq}</span>
				</summary>
				<p style={{ margin: "0.4rem 0" }}>
					<span className="quiet">{t("origin")}:</span> {record.origin}
					{record.why && (
						<>
							{" "}
							· <span className="quiet">{t("why")}:</span> <span className="typed">{record.why}</span>
						</>
					)}
				</p>
				<Difference record={record} />
				<p style={{ margin: "0.4rem 0 0" }}>
					<span className="quiet">{t("hash")}:</span> <code translate="no">{record.hash}</code>
				</p>
			</details>
		</li>
	);
}
