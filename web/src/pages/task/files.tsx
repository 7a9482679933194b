// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a report or a submission comes with: they are sent when they are chosen, and the step names them when it is sent.
import { Button } from "antd";
import { useRef, useState, type DragEvent } from "react";
import { attachFile } from "../../api/client";
import { describeProblem } from "../../api/problem";
import type { components } from "../../api/schema";
import { maxima } from "../../app/maxima";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { formatSize } from "../../kit/size";
import { taskTexts } from "./texts";

export type Attachment = components["schemas"]["Attachment"];

export function FileNames({ task, files }: { task: number; files: readonly Attachment[] }) {
	const t = useTexts(taskTexts);
	const { language } = useSettings();
	if (files.length === 0) return null;
	return (
		<div>
			<span className="quiet">{t("files")}: </span>
			<ul className="plain">
				{files.map((one) => (
					<li key={one.hash}>
						<a href={`/api/v1/tasks/${task}/files/${one.hash}`} download={one.name}>
							{one.name}
						</a>{" "}
						<span className="quiet">{formatSize(one.size, language)}</span>
					</li>
				))}
			</ul>
		</div>
	);
}

interface Props {
	task: number;
	files: readonly Attachment[];
	onChange: (files: readonly Attachment[]) => void;
}

/** Sends what is chosen, one behind the other. What could not be sent is told, and the rest goes on. */
function useSending({ task, files, onChange }: Props) {
	const t = useTexts(taskTexts);
	const { language } = useSettings();
	const [sending, setSending] = useState("");
	const [problems, setProblems] = useState<readonly string[]>([]);
	const add = async (chosen: readonly File[]) => {
		let there = files;
		const failed: string[] = [];
		for (const file of chosen) {
			if (file.size === 0) failed.push(t("fileEmpty", { name: file.name }));
			else if (file.size > maxima.fileBytes) failed.push(t("fileLarge", { name: file.name }));
			else if (there.length >= maxima.stepFiles) failed.push(t("fileMany", { name: file.name, n: maxima.stepFiles }));
			else {
				setSending(file.name);
				try {
					const known = new Set(there.map((one) => one.hash));
					there = [...there, ...(await attachFile(task, file)).files.filter((one) => !known.has(one.hash))];
					onChange(there);
				} catch (error) {
					failed.push(`${file.name}: ${describeProblem(error, language)}`);
				}
			}
		}
		setSending("");
		setProblems(failed);
	};
	return { sending, problems, add };
}

export function FilesField(props: Props) {
	const t = useTexts(taskTexts);
	const { language } = useSettings();
	const field = useRef<HTMLInputElement>(null);
	const { sending, problems, add } = useSending(props);
	const { files, onChange } = props;
	const drop = (event: DragEvent) => {
		event.preventDefault();
		void add([...event.dataTransfer.files]);
	};
	return (
		<div className="field" role="group" aria-label={t("files")} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
			<span className="label">{t("files")}</span>
			<ul className="plain">
				{files.map((one) => (
					<li key={one.hash} className="row">
						<span>
							{one.name} <span className="quiet">{formatSize(one.size, language)}</span>
						</span>
						<Button size="small" aria-label={t("fileDropName", { name: one.name })} onClick={() => onChange(files.filter((other) => other.hash !== one.hash))}>
							{t("fileDrop")}
						</Button>
					</li>
				))}
			</ul>
			<div className="row">
				<Button loading={sending !== ""} onClick={() => field.current?.click()}>
					{t("fileChoose")}
				</Button>
				<span className="quiet" aria-live="polite">
					{sending ? t("fileSending", { name: sending }) : t("fileHint")}
				</span>
			</div>
			<input ref={field} type="file" multiple hidden aria-label={t("fileChoose")} tabIndex={-1}
				onChange={(event) => {
					void add([...(event.target.files ?? [])]);
					// the same file may be chosen again
					event.target.value = "";
				}} />
			<div role="alert" className="bad">
				{problems.map((one) => (
					<div key={one}>{one}</div>
				))}
			</div>
		</div>
	);
}
