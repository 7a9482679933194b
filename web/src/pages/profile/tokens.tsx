// SPDX-License-Identifier: GPL-3.0-or-later
// API tokens: for another program that works in one's name. A new one is shown once.
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { useWho } from "../../api/session-state";
import { useDraft } from "../../app/draft";
import { Loading } from "../../app/shell";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import { ErrorNotice } from "../../kit/error-notice";
import { againOf, isSaid, NOTHING_SAID, PasswordAgain } from "../../kit/password-again";
import { ShownOnce } from "../../kit/shown-once";
import { askTokens, selfKeys, type Token } from "./data";
import { profileTexts, scopeTexts } from "./texts";

const DAYS = [30, 90, 180, 366]; // DD_MAX_TOKEN_DAYS is the last one
const SCOPES = ["write", "admin"] as const;

export function TokenLine({ token, onEnd }: { token: Token; onEnd: () => void }) {
	const t = useTexts(profileTexts);
	const scopes = useTexts(scopeTexts);
	const words = token.scopes.split(" ").map((word) => (word in scopeTexts ? scopes(word as keyof typeof scopeTexts) : word));
	return (
		<li className="row">
			<span className="grow">
				<strong>{token.name}</strong> <span className="quiet">· {words.join("; ")}</span>
				<br />
				<span className="quiet">
					{t("tokenUntil", { until: formatMoment(token.expires_at) })} · {token.used_at ? t("tokenUsed", { at: formatMoment(token.used_at) }) : t("tokenUnused")}
				</span>
			</span>
			<Button onClick={onEnd} aria-label={t("tokenEndOf", { name: token.name })}>
				{t("tokenEnd")}
			</Button>
		</li>
	);
}

/** @onMade gets the token, which nobody can show again */
function MakeDialog({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
	const t = useTexts(profileTexts);
	const scopeOf = useTexts(scopeTexts);
	const who = useWho();
	// who comes through a provider may have to sign in there once more: what is typed waits here
	const [said, change, clear] = useDraft("token", { name: "", days: 90, scopes: [] as string[] });
	const [again, setAgain] = useState(NOTHING_SAID);
	const run = async () => {
		const { data } = await call("post", "/api/v1/me/tokens", { body: { name: said.name.trim(), days: said.days, scopes: ["read", ...said.scopes].join(" "), ...againOf(who, again) } });
		clear();
		onMade(data.token);
	};
	return (
		<ActionDialog title={t("tokenMake")} explain={t("tokenExplain")} confirm={t("tokenMake")} unready={said.name.trim() === "" || !isSaid(who, again)} onClose={onClose} run={run}>
			<div className="field">
				<label htmlFor="token-name">{t("tokenName")}</label>
				<Input id="token-name" maxLength={100} placeholder={t("tokenNameHint")} value={said.name} onChange={(event) => change({ name: event.target.value })} />
			</div>
			<div className="field">
				<span className="label" id="token-scopes">
					{t("tokenScopes")}
				</span>
				<Checkbox checked disabled>
					{scopeOf("read")}
				</Checkbox>
				<Checkbox.Group aria-labelledby="token-scopes" style={{ flexDirection: "column", gap: "0.4rem" }} value={said.scopes} onChange={(scopes) => change({ scopes })}
					options={SCOPES.filter((scope) => scope !== "admin" || who.role === "administrator").map((scope) => ({ value: scope, label: scopeOf(scope) }))} />
			</div>
			<div className="field">
				<label htmlFor="token-days">{t("tokenDays")}</label>
				<Select id="token-days" style={{ maxWidth: "12rem" }} value={said.days} onChange={(days) => change({ days })} options={DAYS.map((n) => ({ value: n, label: t("days", { n }) }))} />
			</div>
			<PasswordAgain id="token" who={who} value={again} onChange={setAgain} />
		</ActionDialog>
	);
}

export function Tokens() {
	const t = useTexts(profileTexts);
	const tokens = useQuery({ queryKey: selfKeys.tokens, queryFn: ({ signal }) => askTokens(signal) });
	const [making, setMaking] = useState(false);
	const [made, setMade] = useState("");
	const [ending, setEnding] = useState<Token | null>(null);
	return (
		<section className="panel" aria-labelledby="tokens">
			<div className="page-head" style={{ marginBottom: 0 }}>
				<h2 id="tokens" className="grow">
					{t("tokens")}
				</h2>
				<Button onClick={() => setMaking(true)}>{t("tokenMake")}</Button>
			</div>
			<p className="quiet">{t("tokensHint")}</p>
			{tokens.isPending && <Loading />}
			{tokens.isError && <ErrorNotice error={tokens.error} retry={() => void tokens.refetch()} />}
			{tokens.data?.length === 0 && <p>{t("tokensNone")}</p>}
			<ul className="plain lines">
				{tokens.data?.map((one) => (
					<TokenLine key={one.id} token={one} onEnd={() => setEnding(one)} />
				))}
			</ul>
			{making && <MakeDialog onMade={setMade} onClose={() => setMaking(false)} />}
			{made && <ShownOnce id="token-made" title={t("tokenMade")} said={t("tokenOnce")} secret={made} onClose={() => setMade("")} />}
			{ending && (
				<ActionDialog title={t("tokenEnd")} explain={t("tokenEndExplain", { name: ending.name })} confirm={t("tokenEnd")} danger done={t("tokenEnded")} onClose={() => setEnding(null)}
					run={() => call("delete", "/api/v1/me/tokens/{id}", { path: { id: ending.id } })} />
			)}
		</section>
	);
}
