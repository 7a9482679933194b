// SPDX-License-Identifier: GPL-3.0-or-later
// Roles: what each may do, how many have it, of which the office demands one-time codes; how this server lets people in.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { Loading } from "../../app/shell";
import { formatNumber, useTexts } from "../../i18n/texts";
import { useSettings } from "../../app/settings";
import { ActionDialog } from "../../kit/action-dialog";
import { ErrorNotice } from "../../kit/error-notice";
import { adminKeys, askRoles, askUsers, type RoleRule } from "./data";
import { AdminHead } from "./parts";
import { adminTexts, mayTexts, roleTexts, wayTexts } from "./texts";

function DemandDialog({ rule, onClose }: { rule: RoleRule; onClose: () => void }) {
	const t = useTexts(adminTexts);
	const roles = useTexts(roleTexts);
	const to = rule.totp ? "demandOff" : "demandOn";
	return (
		<ActionDialog title={t(to, { role: roles(rule.role) })} explain={t(`${to}Explain`)} confirm={t(rule.totp ? "demandDrop" : "demandSet")} done={t("saved")} onClose={onClose}
			run={() => call("put", "/api/v1/roles", { body: { role: rule.role, totp: !rule.totp } })} />
	);
}

function Roles() {
	const t = useTexts(adminTexts);
	const roles = useTexts(roleTexts);
	const may = useTexts(mayTexts);
	const { language } = useSettings();
	const rules = useQuery({ queryKey: adminKeys.roles, queryFn: ({ signal }) => askRoles(signal) });
	const users = useQuery({ queryKey: adminKeys.users, queryFn: ({ signal }) => askUsers(signal) });
	const [changing, setChanging] = useState<RoleRule | null>(null);
	if (rules.isPending) return <Loading />;
	if (rules.isError) return <ErrorNotice error={rules.error} retry={() => void rules.refetch()} />;
	return (
		<section className="panel" aria-labelledby="roles">
			<h2 id="roles">{t("roles")}</h2>
			<p className="quiet">{t("rolesHint")}</p>
			<div className="figures-box" tabIndex={0} role="group" aria-labelledby="roles">
				<table className="figures">
					<thead>
						<tr>
							<th scope="col">{t("role")}</th>
							<th scope="col">{t("may")}</th>
							<th scope="col" className="num">{t("people")}</th>
							<th scope="col">{t("demand")}</th>
						</tr>
					</thead>
					<tbody>
						{rules.data.map((rule) => (
							<tr key={rule.role}>
								<th scope="row">{roles(rule.role)}</th>
								<td>{may(rule.role)}</td>
								<td className="num">{users.data && formatNumber(users.data.filter((user) => user.role === rule.role).length, language)}</td>
								<td>
									<span className="row">
										<span className={rule.totp ? "tag good" : "tag"}>
											<span aria-hidden="true">{rule.totp ? "✔" : "○"}</span> {t(rule.totp ? "yes" : "demandNo")}
										</span>
										<Button size="small" aria-label={t(rule.totp ? "demandOff" : "demandOn", { role: roles(rule.role) })} onClick={() => setChanging(rule)}>
											{t(rule.totp ? "demandDrop" : "demandSet")}
										</Button>
									</span>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{changing && <DemandDialog rule={changing} onClose={() => setChanging(null)} />}
		</section>
	);
}

function Ways() {
	const t = useTexts(adminTexts);
	const texts = useTexts(wayTexts);
	const ways = useQuery({ queryKey: adminKeys.ways, queryFn: async ({ signal }) => (await call("get", "/api/v1/sign-in", { signal })).data, staleTime: Infinity });
	return (
		<section className="panel" aria-labelledby="ways">
			<h2 id="ways">{t("ways")}</h2>
			{ways.isError && <ErrorNotice error={ways.error} retry={() => void ways.refetch()} />}
			<ul>
				{ways.data?.ways.map((one) => (
					<li key={one.way}>{texts(one.way)}</li>
				))}
			</ul>
			<p className="quiet">{t("waysHint")}</p>
		</section>
	);
}

export default function RolesPage() {
	return (
		<>
			<AdminHead />
			<Roles />
			<Ways />
		</>
	);
}
