// SPDX-License-Identifier: GPL-3.0-or-later
// Where files are dropped, how far sending them is, and those that could not be sent.
import { InboxOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState, type DragEvent } from "react";
import { describeProblem } from "../../api/problem";
import { maxima } from "../../app/maxima";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { addFiles, forgetRefused, sendAgain, stopSending, useQueue, type Refused } from "./queue";
import { importTexts } from "./texts";

export function DropBox() {
	const t = useTexts(importTexts);
	const field = useRef<HTMLInputElement>(null);
	const [over, setOver] = useState(false);
	const drop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		addFiles([...event.dataTransfer.files]);
	};
	return (
		<section className={over ? "panel drop over" : "panel drop"} aria-label={t("title")} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
			<InboxOutlined className="drop-sign" aria-hidden="true" />
			<p>
				{t("drop")}{" "}
				<Button type="primary" onClick={() => field.current?.click()}>
					{t("choose")}
				</Button>
			</p>
			<input ref={field} type="file" multiple hidden aria-label={t("choose")} tabIndex={-1}
				onChange={(event) => {
					addFiles([...(event.target.files ?? [])]);
					// the same file may be chosen again
					event.target.value = "";
				}} />
			<p className="quiet">
				{t("kinds")}
				<br />
				{t("limits", { n: maxima.dropFiles })}
			</p>
		</section>
	);
}

function RefusedRow({ one }: { one: Refused }) {
	const t = useTexts(importTexts);
	const { language } = useSettings();
	const why = typeof one.why === "string" ? t(one.why, { n: maxima.dropFiles }) : describeProblem(one.why, language);
	return (
		<li>
			<div>
				<strong>{one.file.name}</strong>
				<p className="bad">{why}</p>
			</div>
			<span className="row">
				{one.why !== "empty" && one.why !== "tooLarge" && <Button onClick={() => sendAgain(one)}>{t("again")}</Button>}
				<Button type="text" onClick={() => forgetRefused(one.key)}>
					{t("forget")}
				</Button>
			</span>
		</li>
	);
}

const SHOWN = 50; // refused files that are listed; the rest follow as these are settled

export function Sending() {
	const t = useTexts(importTexts);
	const queue = useQueue();
	return (
		<>
			<div role="status">
				{queue.all > 0 && (
					<section className="panel">
						<div className="page-head">
							<h2 style={{ margin: 0, marginRight: "auto" }}>{t("sending")}</h2>
							<Button onClick={stopSending}>{t("stop")}</Button>
						</div>
						<p>{t("sent", { sent: queue.sent, n: queue.all })}</p>
						<progress className="meter" max={queue.all} value={queue.sent} aria-label={t("sending")} />
						{queue.paused && <p className="quiet">{t("waitServer")}</p>}
					</section>
				)}
			</div>
			{queue.refused.length > 0 && (
				<section className="panel" aria-labelledby="refused">
					<h2 id="refused">
						{t("refusedTitle")} ({queue.refused.length})
					</h2>
					<ul className="jobs">
						{queue.refused.slice(0, SHOWN).map((one) => (
							<RefusedRow key={one.key} one={one} />
						))}
					</ul>
				</section>
			)}
		</>
	);
}
