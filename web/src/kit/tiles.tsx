// SPDX-License-Identifier: GPL-3.0-or-later
// A number that opens the list behind it.
import type { ReactNode } from "react";
import { Link } from "../app/router";
import { useSettings } from "../app/settings";
import { formatNumber } from "../i18n/texts";

export type Look = "good" | "bad" | "warn" | "plain";

interface TileProps {
	n: number;
	label: string;
	/** beside the colour, which some do not see */
	sign: string;
	look: Look;
	to?: string;
	hint?: ReactNode;
}

export function Tile({ n, label, sign, look, to, hint }: TileProps) {
	const { language } = useSettings();
	// nothing to worry about is not shown as if there were
	const shown = n > 0 ? look : "plain";
	const inner = (
		<>
			<span className="tile-label">
				<span aria-hidden="true">{sign}</span> {label}
			</span>
			<strong className="tile-number">{formatNumber(n, language)}</strong>
			{hint && <span className="quiet tile-hint">{hint}</span>}
		</>
	);
	return to ? (
		<Link className={`tile ${shown}`} to={to}>
			{inner}
		</Link>
	) : (
		<div className={`tile ${shown}`}>{inner}</div>
	);
}

/** A number in a table: a link when there is a list behind it. */
export function Count({ n, to, of }: { n: number; to?: string; of: string }) {
	const { language } = useSettings();
	if (n === 0) return <span className="quiet">0</span>;
	if (to === undefined) return formatNumber(n, language);
	return (
		<Link to={to} aria-label={`${formatNumber(n, language)}: ${of}`}>
			{formatNumber(n, language)}
		</Link>
	);
}
