// SPDX-License-Identifier: GPL-3.0-or-later
// How a document stands, by a sign and a word.
import { useTexts } from "../../i18n/texts";
import type { StoredDocument } from "../../api/documents";
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
