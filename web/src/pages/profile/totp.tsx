// SPDX-License-Identifier: GPL-3.0-or-later
// Taking one-time codes into use: the secret as a drawing (made here, no address outside is asked) and as letters, and a code that proves
// that the telephone has it. As a dialog that one opens, or in front of everything when the office demands it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Modal, QRCode } from "antd";
import { useState, type SyntheticEvent } from "react";
import { call } from "../../api/client";
import { describeProblem } from "../../api/problem";
import { noteSignedIn, noteSignedOut, useWho } from "../../api/session-state";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { FocusFirst } from "../../kit/focus-first";
import { againOf, CodeField, isSaid, NOTHING_SAID, PasswordAgain } from "../../kit/password-again";
import { askSecret, groupSecret, selfKeys } from "./data";
import { profileTexts } from "./texts";

function Enrol({ onDone }: { onDone: () => void }) {
	const t = useTexts(profileTexts);
	const { language } = useSettings();
	const who = useWho();
	const client = useQueryClient();
	// each time another one, of which the server keeps nothing
	const secret = useQuery({ queryKey: selfKeys.secret, queryFn: ({ signal }) => askSecret(signal), staleTime: Infinity, gcTime: 0 });
	const [again, setAgain] = useState(NOTHING_SAID);
	const [proof, setProof] = useState("");
	const [failure, setFailure] = useState<unknown>(null);
	const [busy, setBusy] = useState(false);
	const enrol = async () => {
		if (!secret.data) return;
		setBusy(true);
		setFailure(null);
		try {
			await call("put", "/api/v1/me/totp", { body: { ...againOf(who, again), password: again.password, secret: secret.data.secret, proof: proof.trim() } });
			noteSignedIn((await call("get", "/api/v1/me")).data);
			void client.invalidateQueries();
			onDone();
		} catch (error) {
			setFailure(error);
			setBusy(false);
		}
	};
	const submit = (event: SyntheticEvent) => {
		event.preventDefault();
		void enrol();
	};
	if (secret.isError) return <ErrorNotice error={secret.error} retry={() => void secret.refetch()} />;
	return (
		<form className="form" onSubmit={submit} noValidate>
			<p style={{ margin: 0 }}>{t("totpExplain")}</p>
			{secret.data && (
				<div className="row">
					{/* dark on light in both themes: telephones read nothing else */}
					<QRCode type="svg" aria-label={t("totpDrawing")} value={secret.data.uri} size={232} color="#000000" bgColor="#ffffff" errorLevel="M" />
					<div style={{ flex: "1 1 12rem" }}>
						<span className="quiet">{t("totpLetters")}</span>
						<br />
						<code id="totp-secret" translate="no">
							{groupSecret(secret.data.secret)}
						</code>
					</div>
				</div>
			)}
			<CodeField id="totp-proof" label={t("totpProof")} value={proof} onChange={setProof} />
			<PasswordAgain id="totp" who={who} value={again} onChange={setAgain} />
			<div role="alert" className="bad">
				{failure !== null && describeProblem(failure, language)}
			</div>
			<Button type="primary" htmlType="submit" loading={busy} disabled={!secret.data || proof.trim() === "" || !isSaid(who, again)}>
				{t("totpUse")}
			</Button>
			<span className="quiet">{t("totpLost")}</span>
		</form>
	);
}

export function TotpDialog({ onClose }: { onClose: () => void }) {
	const t = useTexts(profileTexts);
	return (
		<Modal open title={t("totpTitle")} footer={null} onCancel={onClose} destroyOnHidden>
			<FocusFirst />
			<Enrol onDone={onClose} />
		</Modal>
	);
}

/** Over the page, which stays as it is underneath, with all that is typed. */
export default function MustEnrol() {
	const t = useTexts(profileTexts);
	const signOut = () => {
		void call("delete", "/api/v1/sessions").catch(() => undefined);
		noteSignedOut();
	};
	return (
		<Modal open title={t("totpMust")} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
			<p>{t("totpMustExplain")}</p>
			<Enrol onDone={() => undefined} />
			<Button type="link" onClick={signOut} style={{ marginTop: "0.6rem", paddingInline: 0 }}>
				{t("signOut")}
			</Button>
		</Modal>
	);
}
