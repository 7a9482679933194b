// SPDX-License-Identifier: GPL-3.0-or-later
// Files that came to the server: how far reading each is, what was found, what stood there already.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { LockOutlined, ReloadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useState, type ReactNode } from "react";
import { call } from "../../api/client";
import { keys } from "../../api/events";
import { describeProblem, pickHalf } from "../../api/problem";
import type { components } from "../../api/schema";
import { useWho } from "../../api/session-state";
import { Link } from "../../app/router";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { formatDay, formatMoment } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { importTexts } from "./texts";
import { Unlock } from "./unlock";

type Job = components["schemas"]["Job"];
type Found = components["schemas"]["Found"];
/** What the page shows of a document; the description names no types of them */
interface Head {
	type: string | null;
	number: string | null;
	date: string | null;
	issuer: string | null;
	title: string | null;
}

const PAGE_JOBS = 20;
const locked: [sign: ReactNode, look: string] = [<LockOutlined key="lock" />, "warn"];
const signs: Record<Job["state"], [sign: ReactNode, look: string]> = {
	waiting: ["⧗", ""],
	running: ["▶", "main"],
	done: ["✔", "good"],
	failed: ["✖", "bad"],
	cancelled: ["⊘", ""],
};

function FoundDocument({ found }: { found: Found }) {
	const t = useTexts(importTexts);
	const { language } = useSettings();
	const id = found.document ?? 0;
	const document = useQuery({
		queryKey: keys.document(id),
		enabled: id > 0,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents/{id}", { path: { id }, signal })).data,
	});
	if (found.result === "failed")
		return (
			<li>
				<div>
					{found.inside && <strong>{found.inside}</strong>}
					<p className="bad">{pickHalf(found.message ?? t("failed"), language)}</p>
					<p className="quiet">{t("failedHint")}</p>
				</div>
			</li>
		);
	const head = document.data as Head | undefined;
	const name = [head?.type, head?.number, head?.date && formatDay(head.date)].filter(Boolean).join(" · ");
	const counts = [t("tasksOf", { n: found.tasks }), t("citations", { n: found.citations }), ...(found.remarks > 0 ? [t("remarks", { n: found.remarks })] : [])];
	return (
		<li>
			<div>
				{found.inside && <p className="quiet">{found.inside}</p>}
				<strong>{head?.title ?? (document.isError ? t("notRead") : head ? t("unnamed") : "…")}</strong>
				<p>{[name, head?.issuer].filter(Boolean).join(" · ")}</p>
				{found.result === "new" ? <p className="quiet">{found.tasks > 0 ? counts.join(" · ") : t("noTasks")}</p> : <p><span className="tag warn"><span aria-hidden="true">⧉</span>{t(found.result)}</span></p>}
			</div>
			{id > 0 && (
				<Link className="button" to={`/kiem-tra/${id}`}>
					{found.result === "new" ? t("check") : t("open")}
				</Link>
			)}
		</li>
	);
}

function JobRow({ job }: { job: Job }) {
	const t = useTexts(importTexts);
	const { language } = useSettings();
	const { message } = App.useApp();
	const client = useQueryClient();
	const ended = job.state === "done" || job.state === "failed";
	const tells = ended || job.asks_password;
	const imports = useWho().may.includes("import");
	const [given, setGiven] = useState(false);
	const whole = useQuery({
		queryKey: keys.job(job.id),
		enabled: tells,
		staleTime: Infinity,
		queryFn: async ({ signal }) => (await call("get", "/api/v1/jobs/{id}", { path: { id: job.id }, signal })).data,
	});
	const cancel = async () => {
		try {
			await call("delete", "/api/v1/jobs/{id}", { path: { id: job.id } });
		} catch (error) {
			void message.error(describeProblem(error, language));
		}
		void client.invalidateQueries({ queryKey: keys.jobs() });
	};
	const again = async () => {
		try {
			await call("post", "/api/v1/jobs/{id}/tries", { path: { id: job.id } });
			void message.success(t("retried", { file: job.file }));
		} catch (error) {
			void message.error(describeProblem(error, language));
		}
		void client.invalidateQueries({ queryKey: keys.jobs() });
	};
	// of a file that holds no others the job says why it failed
	const found = (whole.data?.found ?? []).filter((one) => one.inside !== "" || one.result !== "failed" || job.state !== "failed");
	const [sign, look] = job.asks_password ? locked : signs[job.state];
	const stage = job.asks_password ? t("asksPassword") : job.state === "running" && job.stage !== "waiting" && job.stage !== "ended" ? t(job.stage) : t(job.state);
	return (
		<li className="job">
			<div className="job-head">
				<strong>{job.file}</strong>
				<span className={`tag ${look}`}>
					<span aria-hidden="true">{sign}</span>
					{stage}
					{job.state === "running" && job.pages > 0 && `, ${t("pages", { done: job.pages_done, n: job.pages })}`}
				</span>
				{!ended && job.state !== "cancelled" && (
					<Button aria-label={t("cancelOf", { file: job.file })} onClick={() => void cancel()}>
						{t("cancel")}
					</Button>
				)}
			</div>
			{job.state === "running" && <progress className="meter" aria-label={stage} {...(job.pages > 0 ? { max: job.pages, value: job.pages_done } : {})} />}
			<p className="quiet">{t("by", { who: job.who, at: formatMoment(job.created_at) })}</p>
			{job.state === "failed" && (
				<>
					<p className="bad">{pickHalf(job.message ?? t("failed"), language)}</p>
					<p className="quiet">{t(job.can_retry ? "retryHint" : "failedHint")}</p>
					{job.can_retry && (
						<Button icon={<ReloadOutlined />} aria-label={t("retryOf", { file: job.file })} onClick={() => void again()}>
							{t("retry")}
						</Button>
					)}
				</>
			)}
			{job.asks_password && imports && <Unlock job={job} partly={found.length > 0} again={given} onGiven={() => setGiven(true)} />}
			{tells && found.length > 0 && (
				<ul className="jobs">
					{found.map((one, at) => (
						<FoundDocument key={at} found={one} />
					))}
				</ul>
			)}
		</li>
	);
}

export function Jobs() {
	const t = useTexts(importTexts);
	const imports = useWho().may.includes("import");
	const list = useInfiniteQuery({
		queryKey: keys.jobs(),
		initialPageParam: "",
		queryFn: async ({ pageParam, signal }) => (await call("get", "/api/v1/jobs", { query: { limit: PAGE_JOBS, cursor: pageParam || undefined }, signal })).data,
		getNextPageParam: (page) => page.next,
	});
	if (list.isPending) return <Loading />;
	if (list.isError && !list.data) return <ErrorNotice error={list.error} retry={() => void list.refetch()} />;
	const jobs = list.data.pages.flatMap((page) => page.jobs);
	return (
		<section className="panel" aria-labelledby="jobs">
			<h2 id="jobs">{t("jobs")}</h2>
			{jobs.length === 0 ? (
				<div className="empty">
					<strong>{t("none")}</strong>
					{t(imports ? "noneHint" : "noneSeen")}
				</div>
			) : (
				<>
					<p className="quiet">{t("jobsHint")}</p>
					<ul className="jobs">
						{jobs.map((job) => (
							<JobRow key={job.id} job={job} />
						))}
					</ul>
					{list.hasNextPage && (
						<Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
							{t("more")}
						</Button>
					)}
				</>
			)}
		</section>
	);
}
