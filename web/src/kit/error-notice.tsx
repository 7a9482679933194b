// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong with loading something, in plain words, and the way to try again.
import { Button } from "antd";
import { describeProblem } from "../api/problem";
import { useSettings } from "../app/settings";
import { frameTexts } from "../app/texts";
import { useTexts } from "../i18n/texts";

export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
	const t = useTexts(frameTexts);
	const { language } = useSettings();
	return (
		<div className="panel empty" role="alert">
			<p>{describeProblem(error, language)}</p>
			{retry && <Button onClick={retry}>{t("retry")}</Button>}
		</div>
	);
}
