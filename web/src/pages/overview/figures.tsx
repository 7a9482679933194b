// SPDX-License-Identifier: GPL-3.0-or-later
// The four boxes, what stands beside them, and the rates with what they are of.
import type { Counts, Summary } from "../../api/summary";
import { useSettings } from "../../app/settings";
import { formatDay } from "../../i18n/dates";
import { formatNumber, useTexts } from "../../i18n/texts";
import { boxFilters, tasksPath } from "../../kit/tasks-path";
import { Tile, type Look } from "../../kit/tiles";
import { overviewTexts } from "./texts";

const four = [
	["done-in-time", "✔", "good"],
	["done-late", "⚠", "warn"],
	["open-in-time", "▶", "plain"],
	["open-late", "⚠", "bad"],
] as const satisfies readonly (readonly [string, string, Look])[];

/** @listed: there are lists behind the numbers, which are those of today */
export function Boxes({ all, listed }: { all: Counts; listed: boolean }) {
	const t = useTexts(overviewTexts);
	return (
		<>
			<div className="tiles">
				{four.map(([box, sign, look]) => (
					<Tile key={box} n={all[box]} label={t(box)} sign={sign} look={look} to={listed ? tasksPath(boxFilters[box]) : undefined}
						hint={box === "open-in-time" && all.near > 0 ? t("nearHint", { n: all.near }) : undefined} />
				))}
			</div>
			<p className="quiet">
				{t("beside")}: {t("openNoDeadline", { n: all["open-no-deadline"] })}; {t("doneNoDeadline", { n: all["done-no-deadline"] })}; {t("aside", { n: all.aside })}.
			</p>
		</>
	);
}

export function Rates({ rates }: { rates: Summary["rates"] }) {
	const t = useTexts(overviewTexts);
	const { language } = useSettings();
	return (
		<section className="panel" aria-labelledby="rates">
			<h2 id="rates">{t("rates")}</h2>
			<div className="figures-box" role="region" aria-labelledby="rates" tabIndex={0}>
				<table className="figures">
					<thead>
						<tr>
							<th scope="col">{t("rule")}</th>
							<th scope="col" className="num wrap">{t("fraction")}</th>
							<th scope="col" className="num">{t("percent")}</th>
							<th scope="col">{t("dayLabel")}</th>
						</tr>
					</thead>
					<tbody>
						{rates.map((rate) => (
							<tr key={rate.rule}>
								<th scope="row">{language === "vi" ? rate.rule_vi : rate.rule_en}</th>
								<td className="num">
									{formatNumber(rate.numerator, language)} / {formatNumber(rate.denominator, language)}
								</td>
								<td className="num">{rate.percent === null ? <span className="quiet">{t("notTold")}</span> : `${formatNumber(rate.percent, language)}%`}</td>
								<td className="nowrap">{formatDay(rate.as_of)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<p className="quiet">{t("rateNote")}</p>
		</section>
	);
}
