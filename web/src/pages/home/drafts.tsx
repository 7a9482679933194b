// SPDX-License-Identifier: GPL-3.0-or-later
// For who brings documents in: those that were read and wait to be checked, and files that are being read.
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import type { StoredDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { maxima } from "../../app/maxima";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { homeTexts } from "./texts";

const SHOWN = 8;

export function useDrafts(enabled: boolean) {
	const query = { limit: maxima.pageRows };
	return useQuery({
		queryKey: keys.documents(query),
		enabled,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents", { query, signal })).data.documents as unknown as StoredDocument[],
		// what has no tasks has nothing to be given out
		select: (all) => all.filter((one) => one.state === "draft" && one.tasks > 0).reverse(),
	});
}

export function useJobs(enabled: boolean) {
	return useQuery({
		queryKey: keys.jobs(),
		enabled,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/jobs", { query: { limit: maxima.pageRows }, signal })).data.jobs,
		select: (jobs) => ({
			running: jobs.filter((job) => job.state === "waiting" || job.state === "running").length,
			failed: jobs.filter((job) => job.state === "failed").length,
		}),
	});
}

export function Drafts({ drafts }: { drafts: ReturnType<typeof useDrafts> }) {
	const t = useTexts(homeTexts);
	const all = drafts.data ?? [];
	return (
		<section className="panel" aria-labelledby="drafts">
			<div className="panel-head">
				<h2 id="drafts">{t("drafts")}</h2>
				{all.length > 0 && (
					<Link to="/kiem-tra" aria-label={t("showAllOf", { what: t("drafts") })}>
						{t("showAll")}
					</Link>
				)}
			</div>
			{drafts.isPending && <Loading />}
			{drafts.isError && <ErrorNotice error={drafts.error} retry={() => void drafts.refetch()} />}
			{drafts.isSuccess && all.length === 0 && <p className="quiet">{t("draftsNone")}</p>}
			<ul className="cards">
				{all.slice(0, SHOWN).map((one) => (
					<li key={one.id}>
						<Link className="task-card" to={`/kiem-tra/${one.id}`}>
							<span className="clamp two">{one.title ?? one.type}</span>
							<span className="task-facts quiet">
								<span>
									{one.type} {one.number ?? t("noNumber")}
								</span>
								<span className="nowrap">{formatDay(one.date)}</span>
								<span>{one.issuer}</span>
								<span className="nowrap">{t("draftTasks", { n: one.tasks })}</span>
							</span>
						</Link>
					</li>
				))}
			</ul>
			{all.length > SHOWN && <p className="quiet">{t("more", { n: all.length - SHOWN })}</p>}
		</section>
	);
}
