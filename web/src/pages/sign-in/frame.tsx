// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around signing in: the program's name, what it is for, the other language.
import { useEffect, type ReactNode } from "react";
import { changeSettings, useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { PlainButton } from "../../kit/plain";
import { signInTexts } from "./texts";

export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
	const t = useTexts(signInTexts);
	const { language } = useSettings();
	useEffect(() => {
		document.title = `${title} · Đôn Đốc`;
	}, [title]);
	return (
		<main className="sign-in">
			<div className="panel">
				<div className="brand">
					<img src="/icon.svg" alt="" />
					Đôn Đốc
				</div>
				<p className="quiet" style={{ textAlign: "center", marginTop: 0 }}>
					{t("about")}
				</p>
				<h1 className="hidden">{title}</h1>
				{children}
			</div>
			<p style={{ textAlign: "center" }}>
				<PlainButton look="bare" lang={language === "vi" ? "en" : "vi"} onClick={() => changeSettings({ language: language === "vi" ? "en" : "vi" })}>
					{t("language")}
				</PlainButton>
			</p>
		</main>
	);
}
