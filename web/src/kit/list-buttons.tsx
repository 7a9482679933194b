// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks as a list for spreadsheets: all that @ask leaves, and not those in sight alone.
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useState } from "react";
import { loadTaskList, type ListType } from "../api/client";
import { describeProblem } from "../api/problem";
import type { TaskFilter } from "../api/summary";
import { useSettings } from "../app/settings";
import { defineTexts, useTexts } from "../i18n/texts";

const texts = defineTexts({
	xlsx: { vi: "Tải Excel", en: "Excel" },
	xlsxHint: { vi: "Tải mọi nhiệm vụ của danh sách thành tệp Excel, ngày và số lọc, tính được ngay", en: "All tasks of the list as a workbook, with days and numbers that can be filtered and counted" },
	csv: { vi: "Tải CSV", en: "CSV" },
	csvHint: { vi: "Tải mọi nhiệm vụ của danh sách dạng văn bản, cho phần mềm khác", en: "All tasks of the list as text, for other programs" },
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
export function ListButtons({ ask, name }: { ask: NonNullable<TaskFilter>; name: string }) {
	const t = useTexts(texts);
	const { language } = useSettings();
	const { message } = App.useApp();
	const [busy, setBusy] = useState<ListType | null>(null);
	const load = async (type: ListType) => {
		setBusy(type);
		try {
			giveFile(await loadTaskList(ask, type), `${name}.${type}`);
			void message.success(t("done"));
		} catch (error) {
			void message.error(describeProblem(error, language), 10);
		}
		setBusy(null);
	};
	return (["xlsx", "csv"] as const).map((type) => (
		<Button key={type} className="desk-only" icon={<DownloadOutlined />} loading={busy === type} disabled={busy !== null && busy !== type} title={t(`${type}Hint`)} onClick={() => void load(type)}>
			{t(type)}
		</Button>
	));
}
