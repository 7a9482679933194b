// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in over a page whose session has ended, which stays as it is underneath.
import { Modal } from "antd";
import { noteSignedOut } from "../../api/session-state";
import { useTexts } from "../../i18n/texts";
import { PlainButton } from "../../kit/plain";
import { SignInForm } from "./page";
import { signInTexts } from "./texts";

export function SignInAgain({ name }: { name: string }) {
	const t = useTexts(signInTexts);
	return (
		<Modal open title={t("again")} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
			<p>{t("againHint")}</p>
			<SignInForm known={name} />
			<PlainButton look="bare" onClick={noteSignedOut}>
				{t("other")}
			</PlainButton>
		</Modal>
	);
}
