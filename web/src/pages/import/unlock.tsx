// SPDX-License-Identifier: GPL-3.0-or-later
// The password of a file whose reading waits for it: sent once, kept neither by the page nor by the server.
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import { describeProblem } from "../../api/problem";
import type { components } from "../../api/schema";
import { useSettings } from "../../app/settings";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { importTexts } from "./texts";

interface Props {
	job: components["schemas"]["Job"];
	/** some of what is in the file was read already */
	partly: boolean;
	/** a password was given here before: the field is where one goes on, unless one is somewhere else by now */
	again: boolean;
	onGiven: () => void;
}

export function Unlock({ job, partly, again, onGiven }: Props) {
	const t = useTexts(importTexts);
	const { language } = useSettings();
	const client = useQueryClient();
	const field = useRef<InputRef>(null);
	const [password, setPassword] = useState("");
	const [sending, setSending] = useState(false);
	const [problem, setProblem] = useState("");
	const id = `password-${job.id}`;
	useEffect(() => {
		if (again && document.activeElement === document.body) field.current?.focus();
	}, [again]);
	const send = async (event: SyntheticEvent) => {
		event.preventDefault();
		if (password === "" || sending) return;
		setSending(true);
		setProblem("");
		try {
			await call("post", "/api/v1/jobs/{id}/password", { path: { id: job.id }, body: { password } });
			setPassword("");
			onGiven();
		} catch (error) {
			setProblem(describeProblem(error, language));
		}
		setSending(false);
		void client.invalidateQueries({ queryKey: keys.jobs() });
	};
	return (
		<form className="unlock" onSubmit={(event) => void send(event)}>
			<div className="field">
				<label htmlFor={id}>{t("passwordOf", { file: job.file })}</label>
				<div className="row">
					<Input.Password ref={field} id={id} autoComplete="off" aria-describedby={`${id}-hint`} status={job.wrong_passwords > 0 ? "error" : ""} value={password} onChange={(event) => setPassword(event.target.value)} />
					<Button type="primary" htmlType="submit" loading={sending} disabled={password === ""} aria-label={t("unlockOf", { file: job.file })}>
						{t("unlock")}
					</Button>
				</div>
				<p className="bad" role="alert">
					{problem || (job.wrong_passwords > 0 && t("wrongPassword", { n: job.passwords_left }))}
				</p>
				<p id={`${id}-hint`} className="quiet">
					{t(partly ? "passwordInside" : "passwordHint")} {job.locked_until && t("passwordUntil", { at: formatMoment(job.locked_until) })}
				</p>
			</div>
		</form>
	);
}
