// SPDX-License-Identifier: GPL-3.0-or-later
// Who was invited sets a password. The invitation stands behind "#", which browsers send to no server, and is taken out of the address at once.
import { useEffect, useState, type SyntheticEvent } from "react";
import { call } from "../../api/client";
import { ApiProblem, describeProblem } from "../../api/problem";
import { navigate } from "../../app/router";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { PlainButton, PlainPassword } from "../../kit/plain";
import { SignInFrame } from "./frame";
import { signInTexts } from "./texts";

export default function TakeInvitation() {
	const t = useTexts(signInTexts);
	const { language } = useSettings();
	const [invitation] = useState(() => location.hash.slice(1));
	const [password, setPassword] = useState("");
	const [repeat, setRepeat] = useState("");
	const [problem, setProblem] = useState("");
	const [busy, setBusy] = useState(false);
	const [done, setDone] = useState(false);
	useEffect(() => history.replaceState(null, "", location.pathname), []);
	const take = async () => {
		setBusy(true);
		setProblem("");
		try {
			await call("post", "/api/v1/invitations", { body: { invitation, password } });
			setDone(true);
		} catch (error) {
			setProblem(error instanceof ApiProblem && error.status === 404 ? t("invitationOver") : describeProblem(error, language));
			setBusy(false);
		}
	};
	const submit = (event: SyntheticEvent) => {
		event.preventDefault();
		if (busy) return;
		if (password === "" || password !== repeat) setProblem(t(password === "" ? "invitationEmpty" : "invitationDiffers"));
		else void take();
	};
	return (
		<SignInFrame title={t("invitation")}>
			{done ? (
				<div className="form">
					<p role="status">{t("invitationDone")}</p>
					<PlainButton look="main" onClick={() => navigate("/", true)}>
						{t("enter")}
					</PlainButton>
				</div>
			) : (
				<form className="form" onSubmit={submit} noValidate>
					<p style={{ margin: 0 }}>{t("invitationHint")}</p>
					<div className="field">
						<label htmlFor="invited-password">{t("invitationPassword")}</label>
						<PlainPassword id="invited-password" autoComplete="new-password" autoFocus value={password} onChange={(event) => setPassword(event.target.value)} />
					</div>
					<div className="field">
						<label htmlFor="invited-repeat">{t("invitationRepeat")}</label>
						<PlainPassword id="invited-repeat" autoComplete="new-password" value={repeat} onChange={(event) => setRepeat(event.target.value)} />
					</div>
					<div role="alert" className="bad">
						{problem}
					</div>
					<PlainButton look="main" type="submit" busy={busy}>
						{t("invitationTake")}
					</PlainButton>
				</form>
			)}
		</SignInFrame>
	);
}
