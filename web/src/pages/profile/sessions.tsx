// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is signed in, and ending that.
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import { Loading } from "../../app/shell";
import { formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ActionDialog } from "../../kit/action-dialog";
import { ErrorNotice } from "../../kit/error-notice";
import { askSessions, placeOf, selfKeys, type Session } from "./data";
import { profileTexts } from "./texts";

export function Sessions() {
	const t = useTexts(profileTexts);
	const sessions = useQuery({ queryKey: selfKeys.sessions, queryFn: ({ signal }) => askSessions(signal) });
	const [ending, setEnding] = useState<Session | null>(null);
	return (
		<section className="panel" aria-labelledby="sessions">
			<h2 id="sessions">{t("sessions")}</h2>
			<p className="quiet">{t("sessionsHint")}</p>
			{sessions.isPending && <Loading />}
			{sessions.isError && <ErrorNotice error={sessions.error} retry={() => void sessions.refetch()} />}
			<ul className="plain lines">
				{sessions.data?.map((one) => (
					<li key={one.id} className="row">
						<span className="grow">
							<strong>{placeOf(one.origin)}</strong> {one.own && <span className="tag good"><span aria-hidden="true">✔</span> {t("sessionOwn")}</span>}
							<br />
							<span className="quiet">{t("sessionDays", { since: formatMoment(one.created_at), seen: formatMoment(one.seen_at) })}</span>
						</span>
						{!one.own && (
							<Button onClick={() => setEnding(one)} aria-label={t("sessionEndOf", { place: placeOf(one.origin) })}>
								{t("sessionEnd")}
							</Button>
						)}
					</li>
				))}
			</ul>
			{ending && (
				<ActionDialog title={t("sessionEnd")} explain={t("sessionEndExplain", { place: placeOf(ending.origin) })} confirm={t("sessionEnd")} danger done={t("sessionEnded")} onClose={() => setEnding(null)}
					run={() => call("delete", "/api/v1/me/sessions/{hash}", { path: { hash: ending.id } })} />
			)}
		</section>
	);
}
