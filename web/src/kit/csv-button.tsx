// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks as a list for spreadsheets: all that @ask leaves, and not those in sight alone.
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useState } from "react";
import { loadTaskList } from "../api/client";
import { describeProblem } from "../api/problem";
import type { TaskFilter } from "../api/summary";
import { useSettings } from "../app/settings";
import { defineTexts, useTexts } from "../i18n/texts";

const texts = defineTexts({
	csv: { vi: "Tải CSV", en: "CSV" },
	hint: { vi: "Tải mọi nhiệm vụ của danh sách, mở được bằng Excel", en: "All tasks of the list, for a spreadsheet" },
	done: { vi: "Đã tải danh sách.", en: "The list was downloaded." },
});

/** Gives the browser a file to keep. */
export function giveFile(blob: Blob, name: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// the download has begun by then
	window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @name: of the file, without its ending */
export function CsvButton({ ask, name }: { ask: NonNullable<TaskFilter>; name: string }) {
	const t = useTexts(texts);
	const { language } = useSettings();
	const { message } = App.useApp();
	const [busy, setBusy] = useState(false);
	const load = async () => {
		setBusy(true);
		try {
			giveFile(await loadTaskList(ask), `${name}.csv`);
			void message.success(t("done"));
		} catch (error) {
			void message.error(describeProblem(error, language), 10);
		}
		setBusy(false);
	};
	return (
		<Button className="desk-only" icon={<DownloadOutlined />} loading={busy} title={t("hint")} onClick={() => void load()}>
			{t("csv")}
		</Button>
	);
}
