// SPDX-License-Identifier: GPL-3.0-or-later
// One account: what it is, and what an administrator does with it.
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { ApiProblem } from "../../api/problem";
import { Link } from "../../app/router";
import type { PageProps } from "../../app/pages";
import { Loading } from "../../app/shell";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import { ErrorNotice } from "../../kit/error-notice";
import { Facts } from "../../kit/facts";
import type { Token } from "../profile/data";
import { profileTexts } from "../profile/texts";
import { TokenLine } from "../profile/tokens";
import { adminKeys, askUser, askUserTokens, type Invitation, type User } from "./data";
import { InvitationDialog, RoleAndUnit, StandingTag, useUnits } from "./parts";
import { adminTexts, roleTexts, wayTexts } from "./texts";

type Step = "change" | "reinvite" | "disable" | "enable" | "dropCodes" | "endSessions";
type Change = { role?: User["role"]; unit?: string; disabled?: boolean; drop_totp?: boolean; reason?: string };

interface StepProps {
	step: Step;
	user: User;
	version: string;
	onInvited: (invitation: Invitation) => void;
	onClose: () => void;
}

/** What each step sends; the reason goes into the record. */
function useRun({ step, user, version, onInvited }: StepProps, said: { role: User["role"]; unit: string | null }, reason: string) {
	const path = { id: user.id };
	const patch = (change: Change) => call("patch", "/api/v1/users/{id}", { path, version, body: { ...change, reason: reason.trim() || undefined } });
	const runs: Record<Step, () => Promise<unknown>> = {
		// only what is another one: a role that is set anew ends sessions
		change: () => patch({ ...(said.role === user.role ? {} : { role: said.role }), ...(said.unit === user.unit ? {} : { unit: said.unit ?? "" }) }),
		disable: () => patch({ disabled: true }),
		enable: () => patch({ disabled: false }),
		dropCodes: () => patch({ drop_totp: true }),
		endSessions: () => call("delete", "/api/v1/users/{id}/sessions", { path }),
		reinvite: async () => onInvited((await call("post", "/api/v1/users/{id}/invitations", { path })).data),
	};
	return runs[step];
}

function StepDialog(props: StepProps) {
	const { step, user, onClose } = props;
	const t = useTexts(adminTexts);
	const units = useUnits();
	const [said, setSaid] = useState({ role: user.role, unit: user.unit });
	const [reason, setReason] = useState("");
	const run = useRun(props, said, reason);
	const explains: Partial<Record<Step, string>> = {
		reinvite: t("reinviteExplain"),
		disable: t("disableExplain", { name: user.name }),
		enable: t("enableExplain", { name: user.name }),
		dropCodes: t("dropCodesExplain", { name: user.name }),
		endSessions: t("endSessionsExplain", { name: user.name }),
	};
	const same = step === "change" && said.role === user.role && said.unit === user.unit;
	const takesReason = step !== "reinvite" && step !== "endSessions";
	return (
		<ActionDialog title={t(step)} explain={explains[step]} confirm={t(step === "change" ? "save" : step)} danger={step === "disable" || step === "dropCodes" || step === "endSessions"}
			done={step === "reinvite" ? undefined : t(step === "endSessions" ? "ended" : "saved")} unready={same} onClose={onClose} run={run}>
			{step === "change" && <RoleAndUnit role={said.role} unit={said.unit} units={units} onChange={(change) => setSaid({ ...said, ...change })} />}
			{takesReason && (
				<div className="field">
					<label htmlFor="user-reason">{t("reason")}</label>
					<Input id="user-reason" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
				</div>
			)}
		</ActionDialog>
	);
}

function UserTokens({ id }: { id: number }) {
	const t = useTexts(profileTexts);
	const tokens = useQuery({ queryKey: adminKeys.tokens(id), queryFn: ({ signal }) => askUserTokens(id, signal) });
	const [ending, setEnding] = useState<Token | null>(null);
	return (
		<section className="panel" aria-labelledby="user-tokens">
			<h2 id="user-tokens">{t("tokens")}</h2>
			{tokens.isError && <ErrorNotice error={tokens.error} retry={() => void tokens.refetch()} />}
			{tokens.data?.length === 0 && <p className="quiet">{t("tokensNone")}</p>}
			<ul className="plain lines">
				{tokens.data?.map((one) => (
					<TokenLine key={one.id} token={one} onEnd={() => setEnding(one)} />
				))}
			</ul>
			{ending && (
				<ActionDialog title={t("tokenEnd")} explain={t("tokenEndExplain", { name: ending.name })} confirm={t("tokenEnd")} danger done={t("tokenEnded")} onClose={() => setEnding(null)}
					run={() => call("delete", "/api/v1/tokens/{id}", { path: { id: ending.id } })} />
			)}
		</section>
	);
}

function UserFacts({ user, now }: { user: User; now: number }) {
	const t = useTexts(adminTexts);
	const roles = useTexts(roleTexts);
	const ways = useTexts(wayTexts);
	return (
		<section className="panel" aria-label={user.name}>
			<Facts
				rows={[
					[t("standing"), <StandingTag key="standing" user={user} now={now} />],
					[t("role"), roles(user.role)],
					[t("unit"), user.unit ?? t("wholeOffice")],
					[t("way"), ways(user.way)],
					[t("codes"), t(user.has_totp ? "yes" : "no")],
					[t("since"), formatMoment(user.created_at)],
					[t("lockedUntil"), user.locked_until && formatMoment(user.locked_until)],
				]}
			/>
		</section>
	);
}

export default function UserPage({ params }: PageProps) {
	const id = Number(params.id);
	const t = useTexts(adminTexts);
	const one = useQuery({ queryKey: adminKeys.user(id), queryFn: ({ signal }) => askUser(id, signal), enabled: Number.isSafeInteger(id) && id > 0 });
	const [step, setStep] = useState<Step | null>(null);
	const [invitation, setInvitation] = useState<Invitation | null>(null);
	const missing = !(Number.isSafeInteger(id) && id > 0) || (one.error instanceof ApiProblem && one.error.status === 404);
	if (missing)
		return (
			<div className="empty">
				<h1>{t("missing")}</h1>
				<Link to="/quan-tri">{t("back")}</Link>
			</div>
		);
	if (one.isError) return <ErrorNotice error={one.error} retry={() => void one.refetch()} />;
	if (!one.data) return <Loading />;
	const { user, version } = one.data;
	const steps: Step[] = ["change", ...(user.way === "local" ? (["reinvite"] as const) : []), ...(user.has_totp ? (["dropCodes"] as const) : []), "endSessions", ...(user.disabled || user.locked_until ? (["enable"] as const) : []), ...(user.disabled ? [] : (["disable"] as const))];
	return (
		<>
			<div className="page-head">
				<h1>{user.name}</h1>
				<Link to="/quan-tri">{t("back")}</Link>
				<Link to={`/quan-tri/nhat-ky?object=account&id=${id}`}>{t("history")}</Link>
			</div>
			<UserFacts user={user} now={one.dataUpdatedAt} />
			<section className="panel no-print" aria-labelledby="user-actions">
				<h2 id="user-actions">{t("actions")}</h2>
				<div className="row">
					{steps.map((name) => (
						<Button key={name} danger={name === "disable"} onClick={() => setStep(name)}>
							{t(name)}
						</Button>
					))}
				</div>
			</section>
			<UserTokens id={id} />
			{step && <StepDialog key={step} step={step} user={user} version={version} onInvited={setInvitation} onClose={() => setStep(null)} />}
			{invitation && <InvitationDialog name={user.name} invitation={invitation} onClose={() => setInvitation(null)} />}
		</>
	);
}
