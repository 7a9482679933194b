// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that were read and wait for a person.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { call } from "../../api/client";
import type { StoredDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { checkTexts } from "./texts";

const PAGE = 200;

function Row({ head }: { head: StoredDocument }) {
	const t = useTexts(checkTexts);
	return (
		<li>
			<div>
				<strong>{head.title ?? t("unnamed")}</strong>
				<p className="quiet">{[head.type, head.number, head.date && formatDay(head.date), head.issuer].filter(Boolean).join(" · ")}</p>
			</div>
			<span className="nowrap">{t("tasksOf", { n: head.tasks })}</span>
			<Link className="button" to={`/kiem-tra/${head.id}`} aria-label={`${t("check")}: ${head.number ?? head.title ?? head.id}`}>
				{t("check")}
			</Link>
		</li>
	);
}

export default function CheckListPage() {
	const t = useTexts(checkTexts);
	const list = useInfiniteQuery({
		queryKey: keys.documents({ waiting: true }),
		initialPageParam: "",
		queryFn: async ({ pageParam, signal }) => (await call("get", "/api/v1/documents", { query: { limit: PAGE, cursor: pageParam || undefined }, signal })).data,
		getNextPageParam: (page) => page.next,
	});
	// documents without tasks (a report, an answer) have nothing to give out
	const heads = ((list.data?.pages.flatMap((page) => page.documents) ?? []) as unknown as StoredDocument[]).filter((one) => one.state === "draft" && one.tasks > 0);
	return (
		<>
			<div className="page-head">
				<h1>{t("listTitle")}</h1>
			</div>
			{list.isPending && <Loading />}
			{list.isError && !list.data && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
			{list.data && (
				<section className="panel" aria-label={t("listTitle")}>
					{heads.length === 0 && !list.hasNextPage ? (
						<div className="empty">
							<strong>{t("listNone")}</strong>
							<p>{t("listNoneHint")}</p>
							<Link to="/nhap-van-ban">{t("toImport")}</Link>
						</div>
					) : (
						<>
							<p className="quiet">{t("listHint")}</p>
							<ul className="jobs">
								{heads.map((head) => (
									<Row key={head.id} head={head} />
								))}
							</ul>
						</>
					)}
					{list.hasNextPage && (
						<Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
							{t("more")}
						</Button>
					)}
				</section>
			)}
		</>
	);
}
