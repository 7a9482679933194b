// SPDX-License-Identifier: GPL-3.0-or-later
// Trying a name as documents have it: which unit the program takes it for.
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { askMatch, unitKeys, type Unit } from "./data";
import { MatchLines } from "./parts";
import { unitTexts } from "./texts";

export function MatchPanel({ units }: { units: readonly Unit[] }) {
	const t = useTexts(unitTexts);
	const [typed, setTyped] = useState("");
	const [name, setName] = useState("");
	const match = useQuery({ queryKey: unitKeys.match(name), enabled: name !== "", queryFn: ({ signal }) => askMatch(name, signal) });
	return (
		<section className="panel no-print" aria-labelledby="match">
			<h2 id="match">{t("match")}</h2>
			<p className="quiet" style={{ marginTop: 0 }}>
				{t("matchHint")}
			</p>
			<form className="row" onSubmit={(event) => { event.preventDefault(); setName(typed.trim()); }}>
				<Input className="doc-words" maxLength={500} aria-label={t("matchName")} placeholder={t("matchName")} value={typed} onChange={(event) => setTyped(event.target.value)} />
				<Button htmlType="submit" loading={match.isFetching}>
					{t("matchAct")}
				</Button>
			</form>
			<div role="status" style={{ marginTop: "0.8rem" }}>
				{match.data && <MatchLines match={match.data} units={units} />}
			</div>
			{match.isError && <ErrorNotice error={match.error} />}
		</section>
	);
}
