// SPDX-License-Identifier: GPL-3.0-or-later
// All fields of a task. What is typed is kept in this browser until it is saved; what somebody else saved meanwhile is shown beside it.
import { Button, Input } from "antd";
import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { useTexts } from "../../i18n/texts";
import { FocusFirst } from "../../kit/focus-first";
import { keepFields, lines, readKeptFields, roles, type Field, type Fields } from "./fields";
import { checkTexts } from "./texts";

interface Props {
	/** what the browser keeps it under */
	id: string;
	was: Fields;
	version: number;
	busy: boolean;
	/** @version: the one that it was typed over. Resolves to whether it was taken. */
	onSave: (fields: Fields, version: number, accept: boolean) => Promise<boolean>;
	onClose: () => void;
	/** the form can also accept the task */
	accepts: boolean;
	hint?: string;
}

const order: readonly Field[] = ["text", "lead", "coordinate", "time", "product", "director", "monitor", "label", "heading"];
const isRole = (field: Field) => (roles as readonly string[]).includes(field);

function Versions({ mine, theirs, onMine, onTheirs }: { mine: Fields; theirs: Fields; onMine: () => void; onTheirs: () => void }) {
	const t = useTexts(checkTexts);
	const differing = [...lines, ...roles].filter((field) => mine[field] !== theirs[field]);
	return (
		<div className="stale" role="alert">
			<strong>{t("stale")}</strong>
			<p>{t("staleHint")}</p>
			{differing.map((field) => (
				<dl className="facts" key={field}>
					<dt>
						{t(field)}: {t("theirs")}
					</dt>
					<dd>{theirs[field] || t("none")}</dd>
					<dt>{t("mine")}</dt>
					<dd>{mine[field] || t("none")}</dd>
				</dl>
			))}
			<div className="row">
				<Button type="primary" onClick={onMine}>{t("keepMine")}</Button>
				<Button onClick={onTheirs}>{t("takeTheirs")}</Button>
			</div>
		</div>
	);
}

export function TaskForm({ id, was, version, busy, onSave, onClose, accepts, hint }: Props) {
	const t = useTexts(checkTexts);
	const name = useId();
	// what was typed before a reload; and over which version
	const [typed, setTyped] = useState(() => readKeptFields(id) ?? { version, fields: was });
	const stale = typed.version !== version;
	const fields = typed.fields;
	useEffect(() => {
		const same = [...lines, ...roles].every((field) => fields[field] === was[field]);
		keepFields(id, same ? undefined : typed);
	}, [id, typed, fields, was]);

	const close = () => {
		keepFields(id, undefined);
		onClose();
	};
	const save = async (accept: boolean) => {
		if (await onSave(fields, typed.version, accept)) close();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save(false);
		else if (event.key === "Escape") close();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const change = (field: Field, value: string) => setTyped({ version: typed.version, fields: { ...fields, [field]: value } });
	return (
		<form className="task-form" onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); void save(false); }}>
			{stale && (
				<Versions mine={fields} theirs={was} onMine={() => setTyped({ version, fields })} onTheirs={() => setTyped({ version, fields: was })} />
			)}
			{hint && <p className="tag warn"><span aria-hidden="true">⚠</span>{hint}</p>}
			{order.map((field) => (
				<div className="field" key={field}>
					<label htmlFor={name + field}>
						{t(field)}
						{isRole(field) && <span className="quiet"> ({t("perLine")})</span>}
						{field === "time" && <span className="quiet"> ({t("timeHint")})</span>}
					</label>
					{field === "text" || isRole(field) ? (
						<Input.TextArea id={name + field} name={field} value={fields[field]} autoSize={{ minRows: field === "text" ? 2 : 1, maxRows: 10 }} data-first={field === (hint ? "lead" : "text") ? true : undefined} onChange={(event) => change(field, event.target.value)} />
					) : (
						<Input id={name + field} name={field} value={fields[field]} onChange={(event) => change(field, event.target.value)} />
					)}
				</div>
			))}
			<FocusFirst />
			<div className="row">
				<Button type="primary" htmlType="submit" loading={busy} disabled={stale}>{t("save")}</Button>
				{accepts && <Button loading={busy} disabled={stale} onClick={() => void save(true)}>{t("saveAccept")}</Button>}
				<Button onClick={close}>{t("cancel")}</Button>
				<span className="quiet">{t("kept")}</span>
			</div>
		</form>
	);
}
