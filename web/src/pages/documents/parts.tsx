// SPDX-License-Identifier: GPL-3.0-or-later
// How a document stands, by a sign and a word; and the files that it came in.
import type { FileForm, StoredDocument } from "../../api/documents";
import { useSettings } from "../../app/settings";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { formatSize } from "../../kit/size";
import { documentTexts } from "./texts";

export function DocumentTag({ document }: { document: Pick<StoredDocument, "known" | "state"> }) {
	const t = useTexts(documentTexts);
	const [look, sign, word] = !document.known
		? (["heard", "◌", "heard"] as const)
		: document.state === "issued"
			? (["good", "✔", "issued"] as const)
			: (["warn", "✎", "draft"] as const);
	return (
		<span className={`tag ${look}`}>
			<span aria-hidden="true">{sign}</span>
			{t(word)}
		</span>
	);
}

export function FileList({ forms }: { forms: readonly FileForm[] }) {
	const t = useTexts(documentTexts);
	const { language } = useSettings();
	if (forms.length === 0) return <p className="quiet">{t("noFiles")}</p>;
	return (
		<ul className="plain-list">
			{forms.map((form) => (
				<li key={form.hash + (form.inside ?? "")}>
					<a href={`/api/v1/files/${form.hash}`} download={form.name}>
						{form.inside ?? form.name}
					</a>{" "}
					<span className="quiet">
						{form.inside !== null && `${t("inside", { name: form.name })} · `}
						{form.kind.toUpperCase()} · {formatSize(form.size, language)} · {t("addedAt")} {formatMoment(form.added_at)}
					</span>
				</li>
			))}
		</ul>
	);
}
