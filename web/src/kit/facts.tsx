// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of a name and what it is; what is not known is left out.
import type { ReactNode } from "react";

export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
	return (
		<dl className="facts">
			{rows.map(([name, value]) =>
				value ? (
					<div key={name} style={{ display: "contents" }}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				) : null,
			)}
		</dl>
	);
}
