// SPDX-License-Identifier: GPL-3.0-or-later
// One unit: its names and validity, its work and results, what it took over and handed over, and its history for whom the record is.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { PageProps } from "../../app/pages";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay, formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { Facts } from "../../kit/facts";
import { Tile, type Look } from "../../kit/tiles";
import { askCounts, askUnit, askUnits, fold, unitKeys, type Count, type Unit, type WholeUnit } from "./data";
import { HeirLine, UnitTag, useWord } from "./parts";
import { kindTexts, unitTexts } from "./texts";

function UnitLink({ id, units }: { id: string; units: readonly Unit[] }) {
	const unit = units.find((one) => one.id === id);
	return unit ? <Link to={`/don-vi/${unit.number}`}>{unit.name}</Link> : <>{id}</>;
}

function OwnFacts({ unit, units }: { unit: WholeUnit; units: readonly Unit[] }) {
	const t = useTexts(unitTexts);
	const kind = useWord(kindTexts);
	const rows: [string, ReactNode][] = [
		[t("id"), unit.id],
		[t("shortName"), unit.short_name],
		[t("kind"), unit.kind ? kind(unit.kind) : null],
		[t("parent"), unit.parent ? <UnitLink id={unit.parent} units={units} /> : null],
		[t("validity"), [unit.valid_from && t("from", { day: formatDay(unit.valid_from) }), unit.valid_to && t("until", { day: formatDay(unit.valid_to) })].filter(Boolean).join(" ")],
		[t("abbreviations"), unit.abbreviations.join("; ")],
		[t("aliases"), unit.aliases.join("; ")],
		[t("groups"), unit.groups.join("; ")],
	];
	return <Facts rows={rows} />;
}

function Load({ unit }: { unit: WholeUnit }) {
	const t = useTexts(unitTexts);
	const counts = useQuery({ queryKey: ["summary", { by: "unit" }], queryFn: ({ signal }) => askCounts(signal) });
	if (counts.isPending) return <Loading />;
	if (counts.isError) return <ErrorNotice error={counts.error} retry={() => void counts.refetch()} />;
	const names = new Set([unit.name, unit.short_name ?? "", ...unit.aliases, ...unit.abbreviations].filter(Boolean).map(fold));
	const own = counts.data.units.filter((one) => names.has(fold(one.unit)));
	const sum = (...boxes: (keyof Omit<Count, "unit">)[]) => own.reduce((all, one) => all + boxes.reduce((part, box) => part + one[box], 0), 0);
	const boxes: [Look, string, string, number][] = [
		["good", "✔", t("done-in-time"), sum("done-in-time")],
		["warn", "⚠", t("done-late"), sum("done-late")],
		["plain", "▶", t("open-in-time"), sum("open-in-time")],
		["bad", "⚠", t("open-late"), sum("open-late")],
		["plain", "∞", t("no-deadline"), sum("done-no-deadline", "open-no-deadline")],
	];
	return (
		<section className="panel" aria-labelledby="load">
			<h2 id="load">{t("load")}</h2>
			{own.length === 0 ? (
				<p className="quiet">{t("noLoad")}</p>
			) : (
				<>
					<p className="quiet" style={{ marginTop: 0 }}>
						{t("loadAsOf", { day: formatDay(counts.data.as_of) })}
					</p>
					<div className="tiles">
						{boxes.map(([look, sign, label, n]) => (
							<Tile key={label} look={look} sign={sign} label={label} n={n} />
						))}
					</div>
					<p>
						{own.map((one) => (
							<Link key={one.unit} to={`/nhiem-vu?${new URLSearchParams({ unit: one.unit, state: "all" }).toString()}`}>
								{t("openTasks")}{own.length > 1 && ` (${one.unit})`}{" "}
							</Link>
						))}
					</p>
				</>
			)}
		</section>
	);
}

function Successions({ unit, units }: { unit: WholeUnit; units: readonly Unit[] }) {
	const t = useTexts(unitTexts);
	const nameOf = (id: string) => units.find((one) => one.id === id)?.name ?? id;
	return (
		<section className="panel" aria-labelledby="successions">
			<h2 id="successions">{t("successions")}</h2>
			{unit.successions.length === 0 && <p className="quiet">{t("noSuccessions")}</p>}
			<ul className="plain-list">
				{unit.successions.map((one, at) => (
					<li key={at}>
						{one.to === unit.id ? t("receives", { name: nameOf(one.from) }) : t("hands", { name: nameOf(one.to) })}
						<span className="quiet">
							{[one.field && ` · ${t("fieldOf", { field: one.field })}`, one.day && ` · ${t("from", { day: formatDay(one.day) })}`, ` · ${t("by", { document: one.document })}`].filter(Boolean).join("")}
						</span>
					</li>
				))}
			</ul>
			{unit.heirs.length > 0 && (
				<>
					<h3>{t("heirs")}</h3>
					<p className="quiet">{t("heirsHint")}</p>
					<ul className="plain-list">
						{unit.heirs.map((heir, at) => (
							<li key={at}>
								<HeirLine heir={heir} />
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

export default function UnitPage({ params }: PageProps) {
	const t = useTexts(unitTexts);
	const number = Number(params.number);
	const { data: unit, isPending, error, refetch } = useQuery({ queryKey: unitKeys.one(number), queryFn: ({ signal }) => askUnit(number, signal) });
	const { data: units = [] } = useQuery({ queryKey: unitKeys.all, queryFn: ({ signal }) => askUnits(signal) });
	if (isPending) return <Loading />;
	if (!unit) return <ErrorNotice error={error} retry={() => void refetch()} />;
	const children = units.filter((one) => one.parent === unit.id);
	return (
		<>
			<p className="no-print" style={{ marginTop: 0 }}>
				<Link to="/don-vi">← {t("back")}</Link>
			</p>
			<div className="page-head">
				<h1>{unit.name}</h1>
				<UnitTag there={unit.is_there} />
			</div>
			<section className="panel" aria-label={unit.name}>
				<OwnFacts unit={unit} units={units} />
			</section>
			<Load unit={unit} />
			{children.length > 0 && (
				<section className="panel" aria-labelledby="children">
					<h2 id="children">{t("children")}</h2>
					<ul className="plain-list">
						{children.map((one) => (
							<li key={one.id}>
								<Link to={`/don-vi/${one.number}`}>{one.name}</Link>
							</li>
						))}
					</ul>
				</section>
			)}
			<Successions unit={unit} units={units} />
			{unit.history.length > 0 && (
				<section className="panel" aria-labelledby="history">
					<h2 id="history">{t("history")}</h2>
					<ul className="plain-list">
						{unit.history.map((one, at) => (
							<li key={at}>
								{formatMoment(one.at)} · {one.who} · {one.action}
								{one.why && <span className="quiet"> · {one.why}</span>}
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
}
