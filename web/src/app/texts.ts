// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of the frame: what stands around every page.
import { defineTexts } from "../i18n/texts";

export const frameTexts = defineTexts({
	name: { vi: "Đôn Đốc", en: "Đôn Đốc" },
	skip: { vi: "Chuyển tới nội dung", en: "Skip to content" },
	more: { vi: "Thêm", en: "More" },
	navigation: { vi: "Các trang", en: "Pages" },
	away: { vi: "Không liên lạc được với máy chủ, đang thử lại… Nội dung đang nhập vẫn được giữ.", en: "The server cannot be reached, trying again… What you typed is kept." },
	starting: { vi: "Đang mở Đôn Đốc…", en: "Opening Đôn Đốc…" },
	loading: { vi: "Đang tải…", en: "Loading…" },
	retry: { vi: "Thử lại", en: "Try again" },
	help: { vi: "Phím tắt", en: "Keyboard shortcuts" },
	close: { vi: "Đóng", en: "Close" },
	signInAgain: { vi: "Đăng nhập lại", en: "Sign in again" },
	signOut: { vi: "Đăng xuất", en: "Sign out" },
	account: { vi: "Tài khoản của tôi:", en: "My account:" },
	home: { vi: "Về trang đầu", en: "To the first page" },
	missing: { vi: "Không có trang này", en: "There is no such page" },
	missingHint: { vi: "Địa chỉ có thể đã gõ sai, hoặc trang đã được chuyển đi.", en: "The address may be mistyped, or the page has moved." },
	broken: { vi: "Trang này gặp lỗi", en: "This page has failed" },
	brokenHint: { vi: "Có thể chương trình vừa được nâng cấp. Hãy tải lại; nội dung đang nhập vẫn được giữ.", en: "The program may have been upgraded. Reload; what you typed is kept." },
	reload: { vi: "Tải lại trang", en: "Reload" },
	keyHelp: { vi: "Xem phím tắt", en: "Show these shortcuts" },
	keyFilter: { vi: "Tới ô tìm kiếm của trang", en: "To the page's search field" },
	keyPage: { vi: "Mở trang “{page}”", en: "Open “{page}”" },
	keyMove: { vi: "Đi giữa các dòng của bảng", en: "Move between rows of a table" },
	keyOpen: { vi: "Mở dòng đang chọn", en: "Open the row" },
	keyPick: { vi: "Chọn hoặc bỏ chọn dòng", en: "Pick the row or not" },
	keySend: { vi: "Gửi biểu mẫu đang nhập", en: "Send the form" },
	pressThen: { vi: "{a} rồi {b}", en: "{a} then {b}" },
});
