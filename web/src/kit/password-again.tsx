// SPDX-License-Identifier: GPL-3.0-or-later
// The password again, and the one-time code where there is one: what the server asks for before it changes how somebody signs in.
import { Input } from "antd";
import type { Identity } from "../api/session-state";
import { defineTexts, useTexts } from "../i18n/texts";

const texts = defineTexts({
	password: { vi: "Mật khẩu hiện tại", en: "Your password now" },
	code: { vi: "Mã dùng một lần hiện tại (6 chữ số)", en: "One-time code now (6 digits)" },
});

export interface Again {
	password: string;
	code: string;
}
export const NOTHING_SAID: Again = { password: "", code: "" };

/** Who comes through a provider has no password here: the server looks at when he signed in. */
export function isSaid(who: Identity, said: Again): boolean {
	return who.way === "oidc" || (said.password !== "" && (!who.has_totp || said.code.trim() !== ""));
}

/** What of it goes into a request. */
export function againOf(who: Identity, { password, code }: Again): { password?: string; code?: string } {
	if (who.way === "oidc") return {};
	return who.has_totp ? { password, code: code.trim() } : { password };
}

export function PasswordAgain({ id, who, value, onChange }: { id: string; who: Identity; value: Again; onChange: (said: Again) => void }) {
	const t = useTexts(texts);
	if (who.way === "oidc") return null;
	return (
		<>
			<div className="field">
				<label htmlFor={`${id}-password`}>{t("password")}</label>
				<Input.Password id={`${id}-password`} autoComplete="current-password" value={value.password} onChange={(event) => onChange({ ...value, password: event.target.value })} />
			</div>
			{who.has_totp && <CodeField id={`${id}-code`} label={t("code")} value={value.code} onChange={(code) => onChange({ ...value, code })} />}
		</>
	);
}

/** Six digits from the telephone. */
export function CodeField({ id, label, value, onChange }: { id: string; label: string; value: string; onChange: (code: string) => void }) {
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			<Input id={id} inputMode="numeric" autoComplete="one-time-code" maxLength={8} style={{ maxWidth: "12rem" }} value={value} onChange={(event) => onChange(event.target.value)} />
		</div>
	);
}
