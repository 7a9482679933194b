// SPDX-License-Identifier: GPL-3.0-or-later
import { defineTexts } from "../../i18n/texts";

export const signInTexts = defineTexts({
	title: { vi: "Đăng nhập", en: "Sign in" },
	about: { vi: "Theo dõi, đôn đốc nhiệm vụ trong kế hoạch của cơ quan", en: "Follow up the tasks of your office's plans" },
	name: { vi: "Tên đăng nhập", en: "User name" },
	password: { vi: "Mật khẩu", en: "Password" },
	code: { vi: "Mã dùng một lần (6 chữ số)", en: "One-time code (6 digits)" },
	codeHint: { vi: "Mở ứng dụng tạo mã trên điện thoại để lấy mã.", en: "Open the code app on your phone." },
	enter: { vi: "Đăng nhập", en: "Sign in" },
	oidc: { vi: "Đăng nhập một lần của cơ quan", en: "Single sign-on" },
	again: { vi: "Phiên làm việc đã hết", en: "Your session has ended" },
	againHint: { vi: "Hãy đăng nhập lại để tiếp tục. Nội dung đang nhập vẫn còn nguyên.", en: "Sign in again to go on. What you typed is still there." },
	other: { vi: "Đăng nhập bằng tài khoản khác", en: "Use another account" },
	wait: { vi: "Thử lại sau {n} giây.", en: "Try again in {n} second.|Try again in {n} seconds." },
	language: { vi: "English", en: "Tiếng Việt" },
	needBoth: { vi: "Hãy nhập tên đăng nhập và mật khẩu.", en: "Enter your user name and password." },
	invitation: { vi: "Đặt mật khẩu", en: "Set your password" },
	invitationHint: { vi: "Bạn được mời dùng Đôn Đốc. Hãy đặt mật khẩu: vài từ không liên quan tới nhau; tránh tên, ngày sinh, dãy số.", en: "You are invited. Set a password: some words that have nothing to do with each other; no names, birthdays, rows of digits." },
	invitationPassword: { vi: "Mật khẩu mới", en: "New password" },
	invitationRepeat: { vi: "Nhập lại mật khẩu", en: "The password again" },
	invitationEmpty: { vi: "Hãy nhập mật khẩu.", en: "Enter a password." },
	invitationDiffers: { vi: "Hai lần nhập chưa giống nhau.", en: "The two differ." },
	invitationTake: { vi: "Đặt mật khẩu", en: "Set the password" },
	invitationDone: { vi: "Đã đặt mật khẩu. Giờ hãy đăng nhập bằng tên đăng nhập của bạn.", en: "Done. Sign in with your user name now." },
	invitationOver: { vi: "Lời mời không đúng, đã dùng hoặc đã hết hạn. Hãy xin quản trị viên lời mời mới.", en: "The invitation is wrong, used or over. Ask an administrator for another one." },
});
