// SPDX-License-Identifier: GPL-3.0-or-later
import { defineTexts } from "../../i18n/texts";
import { taskWords } from "../../kit/words";

export const tasksTexts = defineTexts({
	...taskWords,
	title: { vi: "Nhiệm vụ", en: "Tasks" },
	count: { vi: "{n} nhiệm vụ", en: "{n} task|{n} tasks" },
	countMore: { vi: "{n} nhiệm vụ đầu tiên; cuộn xuống để xem tiếp", en: "the first {n} task; scroll for more|the first {n} tasks; scroll for more" },
	number: { vi: "Mục", en: "Item" },
	text: { vi: "Nội dung nhiệm vụ", en: "Task" },
	unnamed: { vi: "(chưa rõ)", en: "(not known)" },
	stateFilter: { vi: "Lọc theo trạng thái", en: "Filter by state" },
	open: { vi: "Đang theo dõi", en: "Open" },
	all: { vi: "Tất cả", en: "All" },
	unitFilter: { vi: "Đơn vị chủ trì (tên đầy đủ)", en: "Unit that leads (full name)" },
	apply: { vi: "Lọc", en: "Filter" },
	clear: { vi: "Bỏ lọc", en: "Clear filters" },
	none: { vi: "Không có nhiệm vụ nào", en: "There are no tasks" },
	noneHint: { vi: "Hãy bỏ bớt điều kiện lọc. Nếu cơ quan chưa có kế hoạch nào được ban hành, hãy nhập và ban hành một kế hoạch.", en: "Loosen the filter. If no plan has been issued yet, import one and issue it." },
	noneUnit: { vi: "Khi có nhiệm vụ được giao, nhiệm vụ sẽ hiện ở đây.", en: "Tasks that are given to your unit will show here." },
});
