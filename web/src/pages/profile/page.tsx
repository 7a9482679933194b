// SPDX-License-Identifier: GPL-3.0-or-later
// One's own account: who one is here, how one signs in and from where, how the page looks.
import { App, Button, Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { describeProblem } from "../../api/problem";
import { noteSignedOut, useWho } from "../../api/session-state";
import { forgetKept } from "../../app/kept";
import { changeSettings, useSettings, type Language, type Theme } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { PasswordDialog } from "./password";
import { Sessions } from "./sessions";
import { profileTexts } from "./texts";
import { Tokens } from "./tokens";
import { TotpDialog } from "./totp";

function Display() {
	const t = useTexts(profileTexts);
	const settings = useSettings();
	return (
		<section className="panel no-print" aria-labelledby="display">
			<h2 id="display">{t("display")}</h2>
			<div className="form">
				<div className="field">
					<span className="label">{t("language")}</span>
					<Segmented<Language> aria-label={t("language")} value={settings.language} onChange={(language) => changeSettings({ language })}
						options={[{ value: "vi", label: "Tiếng Việt" }, { value: "en", label: "English" }]} />
				</div>
				<div className="field">
					<span className="label">{t("theme")}</span>
					<Segmented<Theme> aria-label={t("theme")} value={settings.theme} onChange={(theme) => changeSettings({ theme })}
						options={[{ value: "auto", label: t("themeAuto") }, { value: "light", label: t("themeLight") }, { value: "dark", label: t("themeDark") }]} />
				</div>
				<div className="field">
					<span className="label">{t("size")}</span>
					<Segmented<string> aria-label={t("size")} value={settings.large ? "large" : "normal"} onChange={(size) => changeSettings({ large: size === "large" })}
						options={[{ value: "normal", label: t("sizeNormal") }, { value: "large", label: t("sizeLarge") }]} />
				</div>
			</div>
		</section>
	);
}

/** A password and codes that are kept elsewhere are changed there. */
function Security() {
	const t = useTexts(profileTexts);
	const who = useWho();
	const [dialog, setDialog] = useState<"password" | "totp" | null>(null);
	return (
		<section className="panel" aria-labelledby="security">
			<h2 id="security">{t("security")}</h2>
			<ul className="plain lines">
				<li className="row">
					<span className="grow">
						<strong>{t("password")}</strong> {who.way !== "local" && <span className="quiet">· {t("passwordElsewhere")}</span>}
					</span>
					{who.way === "local" && <Button onClick={() => setDialog("password")}>{t("passwordChange")}</Button>}
				</li>
				{who.way !== "oidc" && (
					<li className="row">
						<span className="grow">
							<strong>{t("totp")}</strong>{" "}
							<span className={who.has_totp ? "tag good" : "tag"}>
								<span aria-hidden="true">{who.has_totp ? "✔" : "○"}</span> {t(who.has_totp ? "totpOn" : "totpOff")}
							</span>
						</span>
						<Button onClick={() => setDialog("totp")}>{t(who.has_totp ? "totpAgain" : "totpStart")}</Button>
					</li>
				)}
			</ul>
			{dialog === "password" && <PasswordDialog onClose={() => setDialog(null)} />}
			{dialog === "totp" && <TotpDialog onClose={() => setDialog(null)} />}
		</section>
	);
}

export default function ProfilePage() {
	const t = useTexts(profileTexts);
	const { language } = useSettings();
	const who = useWho();
	const { message } = App.useApp();
	const signOut = async (all: 0 | 1) => {
		try {
			await call("delete", "/api/v1/sessions", { query: { all } });
			forgetKept("draft.");
			noteSignedOut();
		} catch (error) {
			void message.error(describeProblem(error, language));
		}
	};
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
				<Button onClick={() => void signOut(1)}>{t("signOutAll")}</Button>
				<Button type="primary" onClick={() => void signOut(0)}>
					{t("signOut")}
				</Button>
			</div>
			<section className="panel" aria-label={t("title")}>
				<dl className="facts">
					<dt>{t("name")}</dt>
					<dd>{who.name}</dd>
					<dt>{t("role")}</dt>
					<dd>{language === "vi" ? who.role_vi : who.role}</dd>
					<dt>{t("unit")}</dt>
					<dd>{who.unit ?? t("wholeOffice")}</dd>
				</dl>
			</section>
			<Security />
			<Sessions />
			<Tokens />
			<Display />
		</>
	);
}
