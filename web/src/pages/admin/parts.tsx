// SPDX-License-Identifier: GPL-3.0-or-later
// Parts that the pages of the administration share: the way between them, how an account stands, an invitation that is shown once.
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useMemo, type ReactNode } from "react";
import { Link, usePath } from "../../app/router";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ShownOnce } from "../../kit/shown-once";
import { askUnits, unitKeys, type Unit } from "../units/data";
import { UnitField } from "../units/parts";
import { findUnit, nameUnit, standingOf, type Invitation, type Role, type Standing, type User } from "./data";
import { adminTexts, roleTexts, standingTexts } from "./texts";

const PARTS = [
	["/quan-tri", "users"],
	["/quan-tri/vai-tro", "roles"],
	["/quan-tri/ngay-nghi", "holidays"],
	["/quan-tri/loai-don-vi", "kinds"],
	["/quan-tri/viec-doc", "jobs"],
	["/quan-tri/luu-tru", "storage"],
	["/quan-tri/nhat-ky", "audit"],
] as const;

/** The pages of the administration; who may only read the record sees no way to the others. */
export function AdminHead({ all = true, children }: { all?: boolean; children?: ReactNode }) {
	const t = useTexts(adminTexts);
	const path = usePath();
	return (
		<>
			<div className="page-head">
				<h1>{t(all ? "title" : "audit")}</h1>
				{children}
			</div>
			{all && (
				<nav className="row no-print subnav" aria-label={t("parts")}>
					{PARTS.map(([to, text]) => (
						<Link key={to} to={to} aria-current={path === to ? "page" : undefined}>
							{t(text)}
						</Link>
					))}
					<Link to="/don-vi">{t("units")}</Link>
				</nav>
			)}
		</>
	);
}

const looks: Record<Standing, [sign: string, look: string]> = { active: ["✔", "tag good"], invited: ["✉", "tag warn"], locked: ["◷", "tag warn"], disabled: ["⊘", "tag"] };

export function StandingTag({ user, now }: { user: User; now: number }) {
	const t = useTexts(standingTexts);
	const standing = standingOf(user, now);
	const [sign, look] = looks[standing];
	return (
		<span className={look}>
			<span aria-hidden="true">{sign}</span> {t(standing)}
		</span>
	);
}

export function useUnits(): readonly Unit[] {
	const units = useQuery({ queryKey: unitKeys.all, queryFn: ({ signal }) => askUnits(signal) });
	return units.data ?? [];
}

const ROLES = Object.keys(roleTexts) as Role[];

/** @unit: as the account has it, null the whole office */
export function RoleAndUnit({ role, unit, units, onChange }: { role: Role; unit: string | null; units: readonly Unit[]; onChange: (change: { role?: Role; unit?: string | null }) => void }) {
	const t = useTexts(adminTexts);
	const roles = useTexts(roleTexts);
	const chosen = useMemo(() => findUnit(unit, units), [unit, units]);
	return (
		<>
			<div className="field">
				<label htmlFor="user-role">{t("role")}</label>
				<Select<Role> id="user-role" value={role} onChange={(value) => onChange({ role: value })} options={ROLES.map((value) => ({ value, label: roles(value) }))} />
			</div>
			<UnitField id="user-unit" label={t("unit")} units={units} value={chosen} onChange={(ids) => onChange({ unit: ids[0] === undefined ? null : nameUnit(ids[0], units) })} />
			<span className="quiet">
				{t("unitHint")}{" "}
				{unit !== null && (
					<Button size="small" onClick={() => onChange({ unit: null })}>
						{t("wholeOffice")}
					</Button>
				)}
			</span>
		</>
	);
}

/** What nobody can show again. The secret stands behind "#", which browsers send to no server. */
export function InvitationDialog({ name, invitation, onClose }: { name: string; invitation: Invitation; onClose: () => void }) {
	const t = useTexts(adminTexts);
	const link = `${location.origin}/loi-moi#${invitation.invitation}`;
	return <ShownOnce id="invitation" title={t("invitation")} said={t("invitationOnce", { name, until: formatMoment(invitation.expires_at) })} secret={link} onClose={onClose} />;
}
