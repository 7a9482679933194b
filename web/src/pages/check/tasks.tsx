// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of a draft, one of them chosen; what is done with it goes by button or by key.
import { Button, Input, Modal, Segmented } from "antd";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { maxima } from "../../app/maxima";
import { usePageKeys } from "../../app/page-keys";
import { useTexts } from "../../i18n/texts";
import { say, useDo } from "./actions";
import { DropDialog, MergeDialog, SplitDialog } from "./dialogs";
import { isOpen, useNoteAccepted, type Draft, type DraftTask, type PlanName } from "./draft";
import { compare, emptyFields, readKeptFields, takeFields, type Fields } from "./fields";
import { NameDialog, OpenNames } from "./names";
import { arrange, findRemarks, hasWords } from "./order";
import type { Reading } from "./source";
import { TaskCard, type Deed } from "./task-card";
import { TaskForm } from "./task-form";
import { checkTexts } from "./texts";

interface Props {
	plan: number;
	draft: Draft;
	reading: Reading | undefined;
	names: ReadonlyMap<string, PlanName>;
	may: boolean;
	chosen: number;
	onChoose: (id: number) => void;
}
type Open = { kind: "split" | "merge" | "drop" | "edit"; task: number; asksLead?: boolean } | { kind: "add" } | { kind: "name"; name: PlanName } | null;
const NONE: Reading["anomalies"] = [];
const DEEDS: Partial<Record<Deed, "split" | "merge" | "drop" | "edit">> = { split: "split", merge: "merge", drop: "drop", edit: "edit" };

/** What was typed and not saved before the page was left opens again by itself. */
function findUnsaved(draft: Draft): Open {
	const pair = draft.pairs.find((one) => one.now.state === "draft" && readKeptFields(String(one.now.id)) !== null);
	return pair ? { kind: "edit", task: pair.now.id } : null;
}

export function Tasks({ plan, draft, reading, names, may, chosen, onChoose }: Props) {
	const t = useTexts(checkTexts);
	const { act, busy } = useDo(plan);
	const noteAccepted = useNoteAccepted(plan);
	const [words, setWords] = useState("");
	const [doubtsFirst, setDoubtsFirst] = useState(true);
	const [open, setOpen] = useState<Open>(() => (may ? findUnsaved(draft) : null));
	const shown = useMemo(() => arrange(draft.pairs, reading, doubtsFirst).filter((pair) => hasWords(pair, words)), [draft.pairs, reading, doubtsFirst, words]);
	const counted = draft.pairs.filter((one) => one.now.state !== "dropped");
	const at = shown.findIndex((pair) => pair.now.id === chosen);
	const current = shown[at];
	const close = useCallback(() => setOpen(null), []);
	const ofOpen = open && "task" in open ? draft.pairs.find((one) => one.now.id === open.task) : undefined;

	useEffect(() => {
		if (current === undefined && shown[0]) onChoose((shown.find((pair) => pair.now.state === "draft") ?? shown[0]).now.id);
	}, [current, shown, onChoose]);
	const moved = useRef(false);
	useEffect(() => {
		// the first drawing stays at the head of the page
		if (moved.current) document.getElementById(`task-${chosen}`)?.scrollIntoView({ block: "nearest" });
	}, [chosen]);
	const choose = useCallback((id: number) => {
		moved.current = true;
		onChoose(id);
	}, [onChoose]);
	const step = (by: number) => {
		const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
		if (next) choose(next.now.id);
	};
	/** on to what still waits, as who checks forty-five of them wants it */
	const goOn = (from: number) => {
		const place = shown.findIndex((pair) => pair.now.id === from);
		const next = [...shown.slice(place + 1), ...shown.slice(0, Math.max(0, place))].find((pair) => pair.now.state === "draft");
		if (next) choose(next.now.id);
	};

	const deed = (what: Deed, task: DraftTask) => {
		if (!may) return;
		if (what === "accept" && task.state === "draft") {
			if (task.lead.length !== 1) setOpen({ kind: "edit", task: task.id, asksLead: true });
			else {
				// on at once: who presses Enter forty-five times does not wait for the line
				noteAccepted(task.id);
				goOn(task.id);
				void act(() => say.accept(task), () => {
					choose(task.id);
					setOpen({ kind: "edit", task: task.id, asksLead: true });
				});
			}
		} else if (what === "accept") {
			// somebody, or one's own hand a moment ago, was quicker: Enter still leads on
			goOn(task.id);
		} else if (what === "restore" && task.state === "dropped") void act(() => say.restore(task));
		else {
			const kind = DEEDS[what];
			if (kind && task.state === "draft") setOpen({ kind, task: task.id });
		}
	};
	// cards are drawn anew only when their task changes: they get callbacks that stay the same
	const deedNow = useRef(deed);
	useEffect(() => {
		deedNow.current = deed;
	});
	const onDo = useCallback((what: Deed, task: DraftTask) => deedNow.current(what, task), []);
	const onName = useCallback((name: PlanName) => setOpen({ kind: "name", name }), []);
	const remarks = useMemo(() => new Map(draft.pairs.map((pair) => [pair.now.id, findRemarks(pair, reading)])), [draft.pairs, reading]);
	const settleUnit = () => {
		const name = current && [...current.now.lead, ...current.now.coordinate, ...current.now.director, ...current.now.monitor].map((one) => names.get(one)).find(isOpen);
		if (name && may) setOpen({ kind: "name", name });
	};
	const press = (what: Deed) => () => {
		if (current) deed(what, current.now);
	};
	usePageKeys([
		{ keys: ["j", "ArrowDown"], shown: "j / k", what: t("keyNext"), act: () => step(1) },
		{ keys: ["k", "ArrowUp"], act: () => step(-1) },
		{ keys: ["Enter"], shown: "Enter", what: t("accept"), act: press("accept") },
		{ keys: ["e"], shown: "e", what: t("edit"), act: press("edit") },
		{ keys: ["s"], shown: "s", what: t("split"), act: press("split") },
		{ keys: ["m"], shown: "m", what: t("merge"), act: press("merge") },
		{ keys: ["d"], shown: "d", what: t("drop"), act: press("drop") },
		{ keys: ["r"], shown: "r", what: t("restore"), act: press("restore") },
		{ keys: ["a"], shown: "a", what: t("add"), act: () => { if (may) setOpen({ kind: "add" }); } },
		{ keys: ["u"], shown: "u", what: t("keyUnit"), act: settleUnit },
	]);

	const save = (task: DraftTask) => async (fields: Fields, version: number, accept: boolean) => {
		const correction = compare(takeFields(task), fields);
		const done = await act(async () => {
			// a version that is not the one on the server any more is refused with 412, and the form then shows both
			const version_now = Object.keys(correction).length > 0 ? (await say.correct(task.id, version, correction)).data.version : version;
			if (accept) await say.accept({ ...task, version: version_now });
		});
		if (done && accept) goOn(task.id);
		return done;
	};
	return (
		<section aria-labelledby="check-tasks">
			<h2 id="check-tasks">{t("tasks")}</h2>
			<OpenNames names={[...names.values()]} may={may} onName={onName} />
			<div className="check-tools no-print">
				<div className="row">
					<Segmented<string> aria-label={t("order")} value={doubtsFirst ? "doubts" : "plan"} onChange={(value) => setDoubtsFirst(value === "doubts")}
						options={[{ value: "doubts", label: t("doubtsFirst") }, { value: "plan", label: t("planOrder") }]} />
					<Input type="search" style={{ flex: "1 1 10rem", width: "auto" }} aria-label={t("search")} placeholder={t("search")} value={words} onChange={(event) => setWords(event.target.value)}
						onKeyDown={(event) => { if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur(); }} />
					{may && <Button onClick={() => setOpen({ kind: "add" })}>{t("add")}</Button>}
				</div>
				<p className="quiet" role="status" style={{ margin: "0.4rem 0 0" }}>
					{t("progress", { done: counted.filter((one) => one.now.state !== "draft").length, n: counted.length })}
					<span className="check-keys"> · {t("keysHint")}</span>
				</p>
			</div>
			{draft.cut && <p className="doubt">{t("cut", { n: maxima.checkTasks })}</p>}
			{shown.length === 0 ? (
				<div className="panel empty">
					{draft.pairs.length > 0 ? t("noMatch") : (<><strong>{t("noTasks")}</strong>{t("noTasksHint")}</>)}
				</div>
			) : (
				<ol className="check-list">
					{shown.map((pair) => (
						<TaskCard key={pair.now.id} pair={pair} chosen={pair.now.id === chosen} remarks={remarks.get(pair.now.id) ?? NONE} names={names} may={may} onChoose={choose} onDo={onDo} onName={onName} />
					))}
				</ol>
			)}
			{open?.kind === "edit" && ofOpen && (
				<Modal open title={`${t("edit")}: ${ofOpen.now.label ?? ""}`} footer={null} onCancel={close} width="44rem" mask={{ closable: false }}>
					<TaskForm key={ofOpen.now.id} id={String(ofOpen.now.id)} was={takeFields(ofOpen.now)} version={ofOpen.now.version} busy={busy} accepts onSave={save(ofOpen.now)} onClose={close}
						{...(open.asksLead ? { hint: t("needLead") } : {})} />
				</Modal>
			)}
			{open?.kind === "add" && (
				<Modal open title={t("add")} footer={null} onCancel={close} width="44rem" mask={{ closable: false }}>
					<TaskForm id={`new-${plan}`} was={emptyFields} version={0} busy={busy} accepts={false} onClose={close} onSave={(fields) => act(() => say.add(plan, draft.version, compare(emptyFields, fields)))} />
				</Modal>
			)}
			{open?.kind === "split" && ofOpen && <SplitDialog task={ofOpen.now} onClose={close} onDo={(texts) => act(() => say.split(ofOpen.now, texts))} />}
			{open?.kind === "merge" && ofOpen && (
				<MergeDialog task={ofOpen.now} drafts={draft.pairs.map((one) => one.now).filter((one) => one.state === "draft")} onClose={close} onDo={({ others, correction }) => act(() => say.merge(ofOpen.now, others, correction))} />
			)}
			{open?.kind === "drop" && ofOpen && <DropDialog onClose={close} onDo={(reason) => act(() => say.drop(ofOpen.now, reason))} />}
			{open?.kind === "name" && <NameDialog plan={plan} name={open.name} act={act} onClose={close} />}
		</section>
	);
}
