// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog that asks before something is done, does it, and tells the server's words when that fails. What is typed stays until it is done.
import { useQueryClient } from "@tanstack/react-query";
import { App, Modal } from "antd";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { ApiProblem, describeProblem } from "../api/problem";
import { useSettings } from "../app/settings";
import { frameTexts } from "../app/texts";
import { useTexts } from "../i18n/texts";
import { FocusFirst } from "./focus-first";

interface Props {
	title: string;
	/** what will happen, in a sentence */
	explain?: string;
	/** on the button: the verb */
	confirm: string;
	danger?: boolean;
	/** what is told when it is done; none where the dialog's owner shows it */
	done?: string;
	/** what stands in the way of doing it yet */
	unready?: boolean;
	onClose: () => void;
	run: () => Promise<unknown>;
	children?: ReactNode;
}

/** Drawn while it is open. All that is shown of the server is asked for anew once it is done. */
export function ActionDialog(props: Props) {
	const { title, explain, confirm, danger, done, unready, onClose, run, children } = props;
	const { language } = useSettings();
	const t = useTexts(frameTexts);
	const { message } = App.useApp();
	const client = useQueryClient();
	const [busy, setBusy] = useState(false);
	const [failure, setFailure] = useState<unknown>(null);
	const act = async () => {
		if (busy || unready) return;
		setBusy(true);
		setFailure(null);
		try {
			await run();
			void client.invalidateQueries();
			if (done) void message.success(done);
			onClose();
		} catch (error) {
			setFailure(error);
			setBusy(false);
		}
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const { target } = event;
		// in a line of text Enter alone does it, as in every form, save what cannot be taken back; a list that is chosen from has it for itself
		const isLine = !danger && target instanceof HTMLInputElement && ["text", "password"].includes(target.type) && target.role !== "combobox";
		if (event.key !== "Enter" || event.defaultPrevented || !(isLine || event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void act();
	};
	return (
		<Modal open title={title} okText={confirm} cancelText={t("close")} okButtonProps={{ danger, disabled: unready }} confirmLoading={busy} onOk={() => void act()} onCancel={onClose}>
			<div className="form" onKeyDown={onKeyDown}>
				<FocusFirst careful={danger} />
				{explain && <p style={{ margin: 0 }}>{explain}</p>}
				{children}
				{failure !== null && (
					<p className="bad" role="alert" style={{ margin: 0 }}>
						{describeProblem(failure, language)} {failure instanceof ApiProblem && failure.word === "sign-in-again" && <a href="/api/v1/oidc/start?again=1">{t("signInAgain")}</a>}
					</p>
				)}
			</div>
		</Modal>
	);
}
