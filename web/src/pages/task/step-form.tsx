// SPDX-License-Identifier: GPL-3.0-or-later
// What a user may do next with a task: buttons, and behind each its form. What is typed is a draft of this browser until it is sent;
// nothing that the server tells in between touches it.
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, InputNumber } from "antd";
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { keys } from "../../api/events";
import { ApiProblem, describeProblem } from "../../api/problem";
import { useWho } from "../../api/session-state";
import { hasDraft, useDraft } from "../../app/draft";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { StateTag } from "../../kit/states";
import { FilesField, type Attachment } from "./files";
import { askedFields, findMissing, send, steps, takesFiles, type Action, type Field, type Task, type Typed } from "./steps";
import { actionTexts, fieldTexts, taskTexts } from "./texts";

const long: readonly Field[] = ["done", "next", "difficulty", "proposal", "reason", "product"];

export function FieldInput({ field, id, value, needed, onChange }: { field: Field; id: string; value: string; needed: boolean; onChange: (value: string) => void }) {
	const t = useTexts(fieldTexts);
	const own = useTexts(taskTexts);
	const common = { id, "aria-required": needed };
	return (
		<div className="field">
			<label htmlFor={id}>
				{t(field)} {needed && <span className="quiet">{own("required")}</span>}
			</label>
			{field === "percent" ? (
				<InputNumber {...common} min={0} max={100} precision={0} style={{ width: "8rem" }} value={value === "" ? null : Number(value)} onChange={(next) => onChange(next === null ? "" : String(next))} />
			) : long.includes(field) ? (
				<Input.TextArea {...common} autoSize={{ minRows: 2, maxRows: 12 }} maxLength={10_000} value={value} onChange={(event) => onChange(event.target.value)} />
			) : (
				<Input {...common} maxLength={1000} value={value} onChange={(event) => onChange(event.target.value)} />
			)}
		</div>
	);
}

interface Versions {
	was: Task;
	now: Task;
}

/** Somebody was first: both versions side by side, and what was typed stays. */
function Stale({ was, now }: Versions) {
	const t = useTexts(taskTexts);
	const last = now.history[now.history.length - 1];
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		// in braces: newer browsers give a promise back, which React would take for its way to clean up
		box.current?.scrollIntoView({ block: "center" });
	}, [now]);
	return (
		<div ref={box} className="stale" role="alert">
			<strong>{t("staleTitle")}</strong>
			<p>{t("staleText", { mine: String(was.version), theirs: String(now.version) })}</p>
			<dl className="facts">
				<dt>{t("staleWas")}</dt>
				<dd>
					<StateTag state={was.state} /> {t("percent", { n: was.percent })}
				</dd>
				<dt>{t("staleNow")}</dt>
				<dd>
					<StateTag state={now.state} /> {t("percent", { n: now.percent })} {last && `· ${last.who}`} {last?.reason ?? last?.done ?? ""}
				</dd>
			</dl>
		</div>
	);
}

function StepForm({ task, action, onDone }: { task: Task; action: Action; onDone: () => void }) {
	const t = useTexts(taskTexts);
	const names = useTexts(fieldTexts);
	const actions = useTexts(actionTexts);
	const { language } = useSettings();
	const { message } = App.useApp();
	const client = useQueryClient();
	const [typed, change, clear] = useDraft<Typed>(`${action}.${task.id}`, {});
	const [attached, attach, detach] = useDraft<{ files: readonly Attachment[] }>(`files.${action}.${task.id}`, { files: [] });
	/** the version that is looked at stays that of the beginning, whatever comes in between */
	const [seen, setSeen] = useState(task);
	const [stale, setStale] = useState<Versions | null>(null);
	const [problem, setProblem] = useState("");
	const [busy, setBusy] = useState(false);
	const form = useRef<HTMLFormElement>(null);
	const step = steps[action];

	useEffect(() => {
		form.current?.querySelector<HTMLElement>("textarea, input, button")?.focus();
	}, []);

	const submit = async () => {
		const missing = findMissing(action, typed, attached.files.length);
		if (missing !== null) {
			setProblem(missing === "result" ? t("oneOf") : missing === "day" ? t("wrongDay") : t("missing", { field: names(missing) }));
			return;
		}
		setBusy(true);
		setProblem("");
		try {
			const now = await send(seen, action, typed, attached.files);
			clear();
			detach();
			if (now) client.setQueryData(keys.task(task.id), now);
			else void client.invalidateQueries({ queryKey: keys.task(task.id) });
			void client.invalidateQueries({ queryKey: ["tasks"] });
			void message.success(t("sent", { action: actions(action) }));
			onDone();
		} catch (error) {
			setBusy(false);
			if (error instanceof ApiProblem && error.word === "stale") {
				const now = error.body.current as Task;
				client.setQueryData(keys.task(task.id), (before: Task | undefined) => (before ? { ...before, ...now } : now));
				void client.invalidateQueries({ queryKey: keys.task(task.id) });
				setStale({ was: seen, now });
				setSeen(now);
			} else setProblem(describeProblem(error, language));
		}
	};
	const onSubmit = (event: SyntheticEvent) => {
		event.preventDefault();
		void submit();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Enter" && event.ctrlKey) void submit();
		if (event.key === "Escape") onDone();
	};
	return (
		<form ref={form} className="form step-form" aria-label={actions(action)} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
			{stale && <Stale {...stale} />}
			{askedFields(action, typed, task.percent).map((field) => (
				<FieldInput key={field} field={field} id={`${action}-${field}`} value={typed[field] ?? ""} needed={step?.needs.includes(field) ?? false} onChange={(value) => change({ [field]: value })} />
			))}
			{takesFiles(action) && <FilesField task={task.id} files={attached.files} onChange={(files) => attach({ files })} />}
			<div role="alert" className="bad">
				{problem}
			</div>
			<div className="row">
				<Button type="primary" htmlType="submit" loading={busy}>
					{stale ? t("staleSend") : step?.fields.length ? t("send") : actions(action)}
				</Button>
				<Button onClick={onDone}>{t("cancel")}</Button>
			</div>
			{step !== undefined && step.fields.length > 0 && <span className="quiet">{t("keptDraft")}</span>}
		</form>
	);
}

export function NextSteps({ task }: { task: Task }) {
	const t = useTexts(taskTexts);
	const names = useTexts(actionTexts);
	const who = useWho();
	const may = (task.may ?? []).filter((action): action is Action => action in steps);
	const [open, setOpen] = useState<Action | null>(() => may.find((action) => hasDraft(who.name, `${action}.${task.id}`)) ?? null);
	const opener = useRef<HTMLDivElement>(null);
	const done = () => {
		setOpen(null);
		// the buttons come back, and who works by keyboard goes on there
		window.setTimeout(() => (opener.current?.querySelector<HTMLElement>("button") ?? document.querySelector<HTMLElement>("#main h1"))?.focus(), 0);
	};
	const ordered = [...may].sort((a, b) => Number(steps[b]?.main ?? false) - Number(steps[a]?.main ?? false));
	return (
		<section className="panel no-print" aria-labelledby="next">
			<h2 id="next">{open ? names(open) : t("next")}</h2>
			{open ? (
				<StepForm key={open} task={task} action={open} onDone={done} />
			) : (
				<div className="row" ref={opener}>
					{ordered.length === 0 && <span className="quiet">{t("nothing")}</span>}
					{ordered.map((action, at) => (
						<Button key={action} type={at === 0 && steps[action]?.main ? "primary" : "default"} onClick={() => setOpen(action)}>
							{names(action)}
						</Button>
					))}
				</div>
			)}
		</section>
	);
}
