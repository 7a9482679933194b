// SPDX-License-Identifier: GPL-3.0-or-later
// Colours and sizes of Ant Design's parts; base.css has the same for our own. All pairs of text and ground reach 4.5 : 1.
import { theme, type ThemeConfig } from "antd";
import { isDark, type Settings } from "./settings";

export function makeTheme(settings: Settings): ThemeConfig {
	const dark = isDark(settings);
	return {
		algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
		token: {
			fontFamily: "var(--font)",
			fontSize: settings.large ? 20 : 16,
			controlHeight: settings.large ? 48 : 40,
			borderRadius: 8,
			colorPrimary: dark ? "#6bb1ff" : "#0b5cad",
			colorLink: dark ? "#8cc4ff" : "#0b5cad",
			colorError: dark ? "#ff8a80" : "#b42318",
			colorTextPlaceholder: dark ? "#a3adba" : "#5f6b7a",
			colorTextDescription: dark ? "#b6c0cc" : "#4b5767",
			colorBgBase: dark ? "#12171f" : "#ffffff",
			colorTextBase: dark ? "#eef2f7" : "#1b2430",
			motion: false,
		},
		components: { Button: dark ? { primaryColor: "#06121f" } : {} },
	};
}
