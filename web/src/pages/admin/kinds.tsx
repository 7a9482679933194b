// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of units: the names that the law knows of each, with its source, and how many units of each the office has.
import { useQuery } from "@tanstack/react-query";
import { call, type AnswerOf } from "../../api/client";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { Count } from "../../kit/tiles";
import { unitKeys } from "../units/data";
import { kindTexts } from "../units/texts";
import { AdminHead } from "./parts";
import { adminTexts } from "./texts";

type Kind = AnswerOf<"/api/v1/units/kinds", "get">["kinds"][number];

function KindTable({ kind }: { kind: Kind }) {
	const t = useTexts(adminTexts);
	const kinds = useTexts(kindTexts);
	const id = `kind-${kind.kind}`;
	return (
		<section className="panel" aria-labelledby={id}>
			<h2 id={id}>{kinds(kind.kind)}</h2>
			<p>
				{t("kindUnits")} <strong><Count n={kind.units} to={`/don-vi?kind=${kind.kind}`} of={kinds(kind.kind)} /></strong>
			</p>
			{kind.names.length === 0 ? (
				<p className="quiet">{t("kindNoNames")}</p>
			) : (
				<div className="figures-box" tabIndex={0} role="group" aria-labelledby={id}>
					<table className="figures">
						<thead>
							<tr>
								<th scope="col">{t("kindNoun")}</th>
								<th scope="col">{t("kindHead")}</th>
								<th scope="col">{t("kindValid")}</th>
								<th scope="col">{t("kindSource")}</th>
								<th scope="col" className="num">{t("kindCount")}</th>
							</tr>
						</thead>
						<tbody>
							{kind.names.map((name) => (
								<tr key={`${name.noun} ${name.head}`}>
									<th scope="row">{name.noun}</th>
									<td>{name.head}…</td>
									<td>{[name.first && t("kindFrom", { day: formatDay(name.first) }), name.last && t("kindUntil", { day: formatDay(name.last) })].filter(Boolean).join(" ") || t("kindAlways")}</td>
									<td className="quiet" style={{ minWidth: "18rem" }}>{name.source}</td>
									<td className="num">
										<Count n={name.units} to={`/don-vi?kind=${kind.kind}&head=${encodeURIComponent(name.head)}`} of={name.head} />
									</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
		</section>
	);
}

export default function KindsPage() {
	const t = useTexts(adminTexts);
	const asked = useQuery({ queryKey: unitKeys.kinds, queryFn: async ({ signal }) => (await call("get", "/api/v1/units/kinds", { signal })).data });
	return (
		<>
			<AdminHead />
			<p className="quiet">{t("kindsHint")}</p>
			{asked.isPending && <Loading />}
			{asked.isError && <ErrorNotice error={asked.error} retry={() => void asked.refetch()} />}
			{asked.data && asked.data.unsaid > 0 && (
				<p>
					<span className="tag warn">
						<span aria-hidden="true">?</span> {t("kindUnsaid")}
					</span>{" "}
					<Count n={asked.data.unsaid} to="/don-vi?kind=none" of={t("kindUnsaid")} />
				</p>
			)}
			{asked.data?.kinds.map((kind) => <KindTable key={kind.kind} kind={kind} />)}
		</>
	);
}
