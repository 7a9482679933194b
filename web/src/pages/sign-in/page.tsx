// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, in front of everything.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { call } from "../../api/client";
import { ApiProblem, describeProblem } from "../../api/problem";
import { noteSignedIn } from "../../api/session-state";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { PlainButton, PlainInput, PlainPassword } from "../../kit/plain";
import { SignInFrame } from "./frame";
import { signInTexts } from "./texts";

function useWays() {
	const { data } = useQuery({ queryKey: ["ways"], queryFn: async ({ signal }) => (await call("get", "/api/v1/sign-in", { signal })).data, staleTime: Infinity });
	return data?.ways.find((one) => one.way === "oidc");
}

export function SignInForm({ known }: { known?: string }) {
	const t = useTexts(signInTexts);
	const { language } = useSettings();
	const oidc = useWays();
	const [name, setName] = useState(known ?? "");
	const [password, setPassword] = useState("");
	const [code, setCode] = useState("");
	const [asksCode, setAsksCode] = useState(false);
	const [problem, setProblem] = useState("");
	const [busy, setBusy] = useState(false);
	const codeField = useRef<HTMLInputElement>(null);

	useEffect(() => {
		if (asksCode) codeField.current?.focus();
	}, [asksCode]);

	const enter = async () => {
		setBusy(true);
		setProblem("");
		try {
			const body = { name: name.trim(), password, ...(code.trim() ? { code: code.trim() } : {}) };
			const { data } = await call("post", "/api/v1/sessions", { body });
			noteSignedIn(data);
		} catch (error) {
			if (error instanceof ApiProblem && error.word === "code-needed") setAsksCode(true);
			else setProblem(describeProblem(error, language));
			setBusy(false);
		}
	};
	const submit = (event: SyntheticEvent) => {
		event.preventDefault();
		if (busy) return;
		if (!name.trim() || !password) setProblem(t("needBoth"));
		else void enter();
	};
	return (
		<form className="form" onSubmit={submit} noValidate>
			<div className="field">
				<label htmlFor="sign-in-name">{t("name")}</label>
				<PlainInput id="sign-in-name" value={name} onChange={(event) => setName(event.target.value)} autoComplete="username" autoFocus={!known} disabled={known !== undefined} autoCapitalize="none" spellCheck={false} />
			</div>
			<div className="field">
				<label htmlFor="sign-in-password">{t("password")}</label>
				<PlainPassword id="sign-in-password" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" autoFocus={known !== undefined} />
			</div>
			{asksCode && (
				<div className="field">
					<label htmlFor="sign-in-code">{t("code")}</label>
					<PlainInput id="sign-in-code" ref={codeField} value={code} onChange={(event) => setCode(event.target.value)} inputMode="numeric" autoComplete="one-time-code" aria-describedby="sign-in-code-hint" maxLength={8} />
					<span id="sign-in-code-hint" className="quiet">
						{t("codeHint")}
					</span>
				</div>
			)}
			<div role="alert" className="bad">
				{problem}
			</div>
			<PlainButton look="main" type="submit" busy={busy}>
				{t("enter")}
			</PlainButton>
			{oidc && (
				<a className="button" href={oidc.start}>
					{t("oidc")}
				</a>
			)}
		</form>
	);
}

export function SignIn() {
	const t = useTexts(signInTexts);
	return (
		<SignInFrame title={t("title")}>
			<SignInForm />
		</SignInFrame>
	);
}
