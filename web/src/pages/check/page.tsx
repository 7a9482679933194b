// SPDX-License-Identifier: GPL-3.0-or-later
// Checking a reading: the source on the left, what was read on the right. Everything goes by keyboard, and to the server step by step.
import { Button, Segmented } from "antd";
import { useMemo, useState } from "react";
import type { WholeDocument } from "../../api/documents";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import type { PageProps } from "../../app/pages";
import { useWho } from "../../api/session-state";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { useDraft, useHead, useNames, useReading, type Draft } from "./draft";
import { IssueDialog } from "./issue";
import { useDo } from "./actions";
import { Differences, Header } from "./parts";
import type { Reading } from "./source";
import { SourcePane } from "./source-pane";
import { Tasks } from "./tasks";
import { checkTexts } from "./texts";

interface Whole {
	head: WholeDocument;
	draft: Draft;
	reading: Reading | undefined;
}

function Check({ head, draft, reading }: Whole) {
	const t = useTexts(checkTexts);
	const who = useWho();
	const { query: names, byName } = useNames(head.id);
	const { act } = useDo(head.id);
	const [chosen, setChosen] = useState(0);
	const [view, setView] = useState("tasks");
	const [issuing, setIssuing] = useState(false);
	const may = ["approve", "correct"].every((action) => who.may.includes(action));
	const pair = draft.pairs.find((one) => one.now.id === chosen);
	const read = useMemo(() => draft.pairs.flatMap((one) => (one.now.added ? [] : [one.now])), [draft.pairs]);
	const left = draft.pairs.filter((one) => one.now.state === "draft").length;
	const chooseInSource = (id: number) => {
		setChosen(id);
		setView("tasks");
	};
	return (
		<>
			<div className="page-head">
				<h1>{head.title ?? t("unnamed")}</h1>
				{may && (draft.state === "draft" || left > 0) && draft.pairs.length > 0 && (
					<Button type="primary" onClick={() => setIssuing(true)}>
						{t("issue")}
					</Button>
				)}
				{draft.state === "issued" && <span className="tag good"><span aria-hidden="true">✔</span>{t("isIssued")}</span>}
			</div>
			<Header head={head} />
			<div className="check-views">
				<Segmented block aria-label={t("view")} value={view} onChange={setView} options={[{ value: "tasks", label: t("viewTasks") }, { value: "source", label: t("viewSource") }]} />
			</div>
			<div className="check" data-view={view}>
				<section className="check-source" aria-label={t("source")}>
					{reading && <SourcePane view={view} head={head} reading={reading} tasks={read} chosen={pair?.now} onChoose={chooseInSource} />}
				</section>
				<div className="check-right">
					<Differences plan={head.id} />
					<Tasks plan={head.id} draft={draft} reading={reading} names={byName} may={may} chosen={chosen} onChoose={setChosen} />
				</div>
			</div>
			{issuing && <IssueDialog plan={head.id} draft={draft} openNames={names.data?.open ?? 0} act={act} onClose={() => setIssuing(false)} />}
		</>
	);
}

export default function CheckPage({ params }: PageProps) {
	const t = useTexts(checkTexts);
	const id = Number(params.id);
	const head = useHead(id);
	const draft = useDraft(id);
	const reading = useReading(id);
	const failed = [head, draft].find((one) => one.isError && one.data === undefined);
	return (
		<>
			<p className="no-print" style={{ marginTop: 0 }}>
				<Link to="/kiem-tra">← {t("back")}</Link>
			</p>
			{failed ? (
				<>
					<h1 className="hidden">{t("listTitle")}</h1>
					<ErrorNotice error={failed.error} retry={() => void Promise.all([head.refetch(), draft.refetch()])} />
				</>
			) : head.data && draft.data && !reading.isPending ? (
				<Check head={head.data} draft={draft.data} reading={reading.data} />
			) : (
				<Loading />
			)}
		</>
	);
}
