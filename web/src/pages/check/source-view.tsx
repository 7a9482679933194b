// SPDX-License-Identifier: GPL-3.0-or-later
// The source on the left: each line that a task was read from leads to it, and the lines of the chosen task are marked.
import { memo, useEffect, useMemo, useRef } from "react";
import type { WholeDocument } from "../../api/documents";
import { useSourceText } from "../../api/source-text";
import { Loading } from "../../app/shell";
import { useTexts } from "../../i18n/texts";
import type { DraftTask } from "./draft";
import { findTask, gatherLines, nameLines, type Reading, type Source, type SourceLine } from "./source";
import { checkTexts } from "./texts";

export interface SourceProps {
	head: WholeDocument;
	reading: Reading;
	/** as they were read: lines are those of the text, whatever people made of the task */
	tasks: readonly DraftTask[];
	chosen: DraftTask | undefined;
	onChoose: (id: number) => void;
}

function useSource(head: WholeDocument, reading: Reading) {
	const text = useSourceText(head.id);
	const source = useMemo<Source>(() => (text.data ? nameLines(text.data, reading) : gatherLines(reading)), [text.data, reading]);
	return { source, pending: text.isPending };
}

const Line = memo(function Line({ number, text, heading, page, task, marked, onChoose }: SourceLine & { task: DraftTask | null; marked: boolean; onChoose: (id: number) => void }) {
	const t = useTexts(checkTexts);
	return (
		<>
			{page !== undefined && <div className="src-page">{t("page", { n: page })}</div>}
			<div className={`src-line${marked ? " marked" : ""}${heading ? " heading" : ""}`} data-line={number}>
				{task ? (
					<button type="button" className="src-number" tabIndex={-1} aria-label={t("goTask", { n: number, task: task.label ?? "" })} onClick={() => onChoose(task.id)}>
						{number}
					</button>
				) : (
					<span className="src-number">{number}</span>
				)}
				<span className={task ? "src-text of-task" : "src-text"} onClick={task ? () => onChoose(task.id) : undefined}>
					{text || "\u00A0"}
				</span>
			</div>
		</>
	);
});

export function SourceView({ head, reading, tasks, chosen, onChoose }: SourceProps) {
	const t = useTexts(checkTexts);
	const { source, pending } = useSource(head, reading);
	const box = useRef<HTMLDivElement>(null);
	const owners = useMemo(() => source.lines.map((line) => findTask(tasks, line.number)), [source, tasks]);
	const at = chosen && !chosen.added ? chosen.line_start : 0;
	useEffect(() => {
		const scroller = box.current;
		const line = scroller?.querySelector<HTMLElement>(`[data-line="${at}"]`);
		if (scroller && line) scroller.scrollTop = line.offsetTop - scroller.clientHeight / 3;
	}, [at, source]);
	if (pending) return <Loading />;
	return (
		<>
			{!source.whole && <p className="src-note">{t("sourceRead")}</p>}
			<div className="src" ref={box} tabIndex={0} role="region" aria-label={t("source")}>
				{source.lines.map((line, place) => (
					<Line key={place} {...line} task={owners[place] ?? null} onChoose={onChoose}
						marked={chosen !== undefined && !chosen.added && line.number >= chosen.line_start && line.number <= chosen.line_end} />
				))}
			</div>
		</>
	);
}
