// SPDX-License-Identifier: GPL-3.0-or-later
import { defineTexts } from "../../i18n/texts";

export const profileTexts = defineTexts({
	title: { vi: "Tài khoản của tôi", en: "My account" },
	name: { vi: "Tên đăng nhập", en: "User name" },
	role: { vi: "Vai trò", en: "Role" },
	unit: { vi: "Đơn vị", en: "Unit" },
	wholeOffice: { vi: "Toàn cơ quan", en: "The whole office" },
	signOut: { vi: "Đăng xuất", en: "Sign out" },
	signOutAll: { vi: "Đăng xuất mọi thiết bị", en: "Sign out everywhere" },
	display: { vi: "Hiển thị", en: "Display" },
	language: { vi: "Ngôn ngữ", en: "Language" },
	theme: { vi: "Nền", en: "Theme" },
	themeAuto: { vi: "Theo máy", en: "As the device" },
	themeLight: { vi: "Sáng", en: "Light" },
	themeDark: { vi: "Tối", en: "Dark" },
	size: { vi: "Cỡ chữ", en: "Letters" },
	sizeNormal: { vi: "Vừa", en: "Normal" },
	sizeLarge: { vi: "Lớn", en: "Large" },
});
