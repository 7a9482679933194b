// SPDX-License-Identifier: GPL-3.0-or-later
// Another password. All sessions end with the old one, this one too: signing in again with the new one goes on where one was.
import { Checkbox, Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { noteEnded, useWho } from "../../api/session-state";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import { againOf, isSaid, NOTHING_SAID, PasswordAgain } from "../../kit/password-again";
import { profileTexts } from "./texts";

export function PasswordDialog({ onClose }: { onClose: () => void }) {
	const t = useTexts(profileTexts);
	const who = useWho();
	const [again, setAgain] = useState(NOTHING_SAID);
	const [fresh, setFresh] = useState("");
	const [repeat, setRepeat] = useState("");
	const [keep, setKeep] = useState(false);
	const differs = repeat !== "" && repeat !== fresh;
	const run = async () => {
		await call("put", "/api/v1/me/password", { body: { ...againOf(who, again), password: again.password, new_password: fresh, keep_tokens: keep } });
		noteEnded();
	};
	return (
		<ActionDialog title={t("passwordTitle")} explain={t("passwordExplain")} confirm={t("passwordChange")} done={t("passwordDone")} unready={!isSaid(who, again) || fresh === "" || repeat !== fresh} onClose={onClose} run={run}>
			<PasswordAgain id="again" who={who} value={again} onChange={setAgain} />
			<div className="field">
				<label htmlFor="new-password">{t("passwordNew")}</label>
				<Input.Password id="new-password" autoComplete="new-password" aria-describedby="new-password-hint" value={fresh} onChange={(event) => setFresh(event.target.value)} />
				<span id="new-password-hint" className="quiet">
					{t("passwordHint")}
				</span>
			</div>
			<div className="field">
				<label htmlFor="repeat-password">{t("passwordRepeat")}</label>
				<Input.Password id="repeat-password" autoComplete="new-password" value={repeat} onChange={(event) => setRepeat(event.target.value)} />
				<span className="bad" role="status">
					{differs && t("passwordDiffers")}
				</span>
			</div>
			<Checkbox checked={keep} onChange={(event) => setKeep(event.target.checked)}>
				{t("passwordKeep")}
			</Checkbox>
		</ActionDialog>
	);
}
