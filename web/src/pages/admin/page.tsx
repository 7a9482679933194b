// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts: who may use this office's store, found by name, unit and role; inviting somebody.
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { call } from "../../api/client";
import { navigate, Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import { ErrorNotice } from "../../kit/error-notice";
import { WindowedTable, type Column } from "../../kit/windowed-table";
import { adminKeys, askUsers, findUsers, type Invitation, type Role, type User } from "./data";
import { AdminHead, InvitationDialog, RoleAndUnit, StandingTag, useUnits } from "./parts";
import { adminTexts, roleTexts, wayTexts } from "./texts";

function InviteDialog({ onMade, onClose }: { onMade: (name: string, invitation: Invitation) => void; onClose: () => void }) {
	const t = useTexts(adminTexts);
	const units = useUnits();
	const [name, setName] = useState("");
	const [said, setSaid] = useState<{ role: Role; unit: string | null }>({ role: "officer", unit: null });
	const run = async () => {
		const { data } = await call("post", "/api/v1/users", { body: { name: name.trim(), role: said.role, unit: said.unit ?? undefined } });
		onMade(name.trim(), data);
	};
	return (
		<ActionDialog title={t("invite")} explain={t("inviteExplain")} confirm={t("invite")} unready={name.trim() === ""} onClose={onClose} run={run}>
			<div className="field">
				<label htmlFor="user-name">{t("name")}</label>
				<Input id="user-name" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={100} aria-describedby="user-name-hint" value={name} onChange={(event) => setName(event.target.value)} />
				<span id="user-name-hint" className="quiet">
					{t("nameHint")}
				</span>
			</div>
			<RoleAndUnit role={said.role} unit={said.unit} units={units} onChange={(change) => setSaid({ ...said, ...change })} />
		</ActionDialog>
	);
}

function useColumns(now: number): readonly Column<User>[] {
	const t = useTexts(adminTexts);
	const roles = useTexts(roleTexts);
	const ways = useTexts(wayTexts);
	return [
		{ key: "name", title: t("name"), width: "minmax(8rem, 1fr)", card: 1, render: (user) => <Link to={`/quan-tri/nguoi-dung/${user.id}`} tabIndex={-1}>{user.name}</Link> },
		{ key: "role", title: t("role"), width: "11.5rem", card: 2, render: (user) => <span className="clamp two">{roles(user.role)}</span> },
		{ key: "unit", title: t("unit"), width: "minmax(12rem, 1.4fr)", card: 2, render: (user) => <span className={user.unit === null ? "quiet" : "clamp two"}>{user.unit ?? t("wholeOffice")}</span> },
		{ key: "way", title: t("way"), width: "10rem", render: (user) => <span className="clamp two">{ways(user.way)}</span> },
		{ key: "codes", title: t("codes"), width: "8rem", render: (user) => t(user.has_totp ? "yes" : "no") },
		{ key: "standing", title: t("standing"), width: "13.5rem", card: 3, render: (user) => <StandingTag user={user} now={now} /> },
	];
}

export default function UsersPage() {
	const t = useTexts(adminTexts);
	const roles = useTexts(roleTexts);
	const users = useQuery({ queryKey: adminKeys.users, queryFn: ({ signal }) => askUsers(signal) });
	const [words, setWords] = useState("");
	const [role, setRole] = useState<Role | "">("");
	const [inviting, setInviting] = useState(false);
	const [invited, setInvited] = useState<{ name: string; invitation: Invitation } | null>(null);
	const wanted = useDeferredValue(words.trim());
	const found = useMemo(() => findUsers(users.data ?? [], wanted, role), [users.data, wanted, role]);
	const columns = useColumns(users.dataUpdatedAt);
	return (
		<>
			<AdminHead>
				<Button type="primary" onClick={() => setInviting(true)}>
					{t("invite")}
				</Button>
			</AdminHead>
			<div className="row no-print" style={{ marginBottom: "0.8rem" }}>
				<Input type="search" className="search" aria-label={t("find")} placeholder={t("find")} value={words} onChange={(event) => setWords(event.target.value)} style={{ maxWidth: "22rem" }} />
				<Select<Role | ""> aria-label={t("roleFilter")} value={role} onChange={setRole} style={{ minWidth: "13rem" }}
					options={[{ value: "" as const, label: t("allRoles") }, ...(Object.keys(roleTexts) as Role[]).map((value) => ({ value, label: roles(value) }))]} />
				<span className="quiet" role="status">
					{users.data && t("count", { n: found.length })}
				</span>
			</div>
			{users.isPending && <Loading />}
			{users.isError && <ErrorNotice error={users.error} retry={() => void users.refetch()} />}
			{users.data && found.length === 0 && (
				<div className="panel empty">
					<strong>{t("none")}</strong>
					{t("noneHint")}
				</div>
			)}
			{found.length > 0 && (
				<WindowedTable label={t("users")} columns={columns} rows={found} rowKey={(user) => user.id} height={4.4} cardHeight={9} more={false} onEnd={() => undefined} onOpen={(user) => navigate(`/quan-tri/nguoi-dung/${user.id}`)} />
			)}
			{inviting && <InviteDialog onMade={(name, invitation) => setInvited({ name, invitation })} onClose={() => setInviting(false)} />}
			{invited && <InvitationDialog {...invited} onClose={() => setInvited(null)} />}
		</>
	);
}
