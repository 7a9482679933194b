// SPDX-License-Identifier: GPL-3.0-or-later
// Files come in: dropped, sent, read by the server, and then wait to be checked.
import { useTexts } from "../../i18n/texts";
import { Jobs } from "./jobs";
import { DropBox, Sending } from "./sending";
import { importTexts } from "./texts";

export default function ImportPage() {
	const t = useTexts(importTexts);
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
			</div>
			<DropBox />
			<Sending />
			<Jobs />
		</>
	);
}
