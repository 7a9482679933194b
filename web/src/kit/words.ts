// SPDX-License-Identifier: GPL-3.0-or-later
// Words that several pages say of the same thing; a page takes them into its own texts by "...taskWords".
import { defineTexts } from "../i18n/texts";

export const documentWords = defineTexts({
	type: { vi: "Loại", en: "Type" },
	number: { vi: "Số, ký hiệu", en: "Number" },
	date: { vi: "Ngày ban hành", en: "Date" },
	issuer: { vi: "Cơ quan ban hành", en: "Issuer" },
	signer: { vi: "Người ký", en: "Signer" },
	unnamed: { vi: "Văn bản chưa rõ tên", en: "Unnamed document" },
	tasksOf: { vi: "{n} nhiệm vụ", en: "{n} task|{n} tasks" },
	more: { vi: "Xem thêm", en: "Show more" },
	check: { vi: "Kiểm tra", en: "Check" },
});

export const taskWords = defineTexts({
	plan: { vi: "Kế hoạch", en: "Plan" },
	lead: { vi: "Đơn vị chủ trì", en: "Lead" },
	coordinate: { vi: "Phối hợp", en: "Coordinate" },
	director: { vi: "Chỉ đạo thực hiện", en: "Director" },
	due: { vi: "Thời hạn", en: "Due" },
	state: { vi: "Trạng thái", en: "State" },
	progress: { vi: "Tiến độ", en: "Progress" },
	percent: { vi: "{n}%", en: "{n}%" },
});

/** The boxes that figures are told in. */
export const outcomeWords = defineTexts({
	"done-in-time": { vi: "Xong đúng hạn", en: "Done in time" },
	"done-late": { vi: "Xong quá hạn", en: "Done late" },
	"open-in-time": { vi: "Chưa xong, trong hạn", en: "Open, in time" },
	"open-late": { vi: "Chưa xong, quá hạn", en: "Open, late" },
	"no-deadline": { vi: "Không hạn", en: "No deadline" },
});

export const fieldWords = defineTexts({
	show: { vi: "Hiện", en: "Show" },
	hide: { vi: "Ẩn", en: "Hide" },
	showPassword: { vi: "Hiện mật khẩu", en: "Show the password" },
	hidePassword: { vi: "Ẩn mật khẩu", en: "Hide the password" },
});
