// SPDX-License-Identifier: GPL-3.0-or-later
// Splitting, merging and dropping a task: each a small dialog that the keyboard can end (Ctrl + Enter).
import { Checkbox, Input, Modal } from "antd";
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTexts } from "../../i18n/texts";
import { FocusFirst } from "../../kit/focus-first";
import type { DraftTask } from "./draft";
import type { Correction } from "./fields";
import { checkTexts } from "./texts";

interface FrameProps {
	title: string;
	word: string;
	can: boolean;
	onDo: () => Promise<boolean>;
	onClose: () => void;
	children: ReactNode;
	/** Enter alone ends it: there is one line to type */
	short?: boolean;
}

export function Dialog({ title, word, can, onDo, onClose, children, short = false }: FrameProps) {
	const t = useTexts(checkTexts);
	const [busy, setBusy] = useState(false);
	const act = async () => {
		if (!can || busy) return;
		setBusy(true);
		if (await onDo()) onClose();
		else setBusy(false);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey || (short && event.target instanceof HTMLInputElement))) return;
		event.preventDefault();
		void act();
	};
	return (
		<Modal open title={title} okText={word} cancelText={t("cancel")} onOk={() => void act()} onCancel={onClose} okButtonProps={{ disabled: !can, loading: busy }} width="40rem">
			<div onKeyDown={onKeyDown}>
				{children}
				<FocusFirst />
			</div>
		</Modal>
	);
}

interface Props<T> {
	task: DraftTask;
	onDo: (said: T) => Promise<boolean>;
	onClose: () => void;
}

export function SplitDialog({ task, onDo, onClose }: Props<string[]>) {
	const t = useTexts(checkTexts);
	const id = useId();
	const [text, setText] = useState(task.text ?? "");
	const parts = text.split("\n").map((one) => one.trim()).filter((one) => one !== "");
	return (
		<Dialog title={t("splitTitle")} word={t("split")} can={parts.length > 1} onDo={() => onDo(parts)} onClose={onClose}>
			<label htmlFor={id}>{t("splitHint")}</label>
			<Input.TextArea id={id} value={text} data-first autoSize={{ minRows: 4, maxRows: 16 }} onChange={(event) => setText(event.target.value)} />
			<p className="quiet" role="status">{t("splitInto", { n: parts.length })}</p>
		</Dialog>
	);
}

export function DropDialog({ onDo, onClose }: Omit<Props<string>, "task">) {
	const t = useTexts(checkTexts);
	const id = useId();
	const [reason, setReason] = useState(t("dropReason"));
	return (
		<Dialog title={t("dropTitle")} word={t("drop")} can={reason.trim() !== ""} onDo={() => onDo(reason.trim())} onClose={onClose} short>
			<div className="field">
				<label htmlFor={id}>{t("reason")}</label>
				<Input id={id} value={reason} data-first onChange={(event) => setReason(event.target.value)} />
			</div>
		</Dialog>
	);
}

const NEAR = 12; // drafts before and after that may be merged into one: parts of a task stand together

/** @drafts: in the order of the plan, the task among them */
export function MergeDialog({ task, drafts, onDo, onClose }: Props<{ others: DraftTask[]; correction: Correction }> & { drafts: readonly DraftTask[] }) {
	const t = useTexts(checkTexts);
	const id = useId();
	const near = useMemo(() => {
		const at = drafts.findIndex((one) => one.id === task.id);
		return drafts.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter((one) => one.id !== task.id);
	}, [drafts, task.id]);
	const following = drafts[drafts.findIndex((one) => one.id === task.id) + 1];
	const [picked, setPicked] = useState<ReadonlySet<number>>(() => new Set(following ? [following.id] : []));
	const others = near.filter((one) => picked.has(one.id));
	const differs = (field: "time_raw" | "product") => others.some((one) => (one[field] ?? "") !== (task[field] ?? ""));
	const first = (field: "time_raw" | "product") => [task, ...others].map((one) => one[field]).find((one) => one) ?? "";
	const [said, setSaid] = useState<{ time?: string; product?: string }>({});
	const time = said.time ?? first("time_raw");
	const product = said.product ?? first("product");
	const correction: Correction = { ...(differs("time_raw") ? { time } : {}), ...(differs("product") ? { product } : {}) };
	return (
		<Dialog title={t("mergeTitle", { label: task.label ?? "" })} word={t("merge")} can={others.length > 0} onDo={() => onDo({ others, correction })} onClose={onClose}>
			<p id={id + "h"}>{t("mergeHint")}</p>
			<div className="merge-list" role="group" aria-labelledby={id + "h"}>
				{near.map((one) => (
					<Checkbox key={one.id} checked={picked.has(one.id)} data-first={one.id === following?.id || undefined}
						onChange={() => setPicked((now) => new Set(now.has(one.id) ? [...now].filter((each) => each !== one.id) : [...now, one.id]))}>
						<strong>{one.label}</strong> {one.text}
					</Checkbox>
				))}
			</div>
			{differs("time_raw") && (
				<div className="field">
					<label htmlFor={id + "t"}>{t("time")}</label>
					<Input id={id + "t"} value={time} onChange={(event) => setSaid({ ...said, time: event.target.value })} />
				</div>
			)}
			{differs("product") && (
				<div className="field">
					<label htmlFor={id + "p"}>{t("product")}</label>
					<Input id={id + "p"} value={product} onChange={(event) => setSaid({ ...said, product: event.target.value })} />
				</div>
			)}
		</Dialog>
	);
}
