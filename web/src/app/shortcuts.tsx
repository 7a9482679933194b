// SPDX-License-Identifier: GPL-3.0-or-later
// Keys for all of the page: "?" tells them, "/" goes to the search field, "g" and a letter open a page.
import { Modal } from "antd";
import { useEffect, useState } from "react";
import { useWho } from "../api/session-state";
import { useTexts } from "../i18n/texts";
import { isDialogOpen, isTyping, useToldKeys } from "./page-keys";
import { pages } from "./pages";
import { navigate } from "./router";
import { useSettings } from "./settings";
import { frameTexts } from "./texts";

const CHORD = 1500; // milliseconds between "g" and its letter

/** Pages that stand in the navigation of who is signed in. */
export function usePagesOfNav() {
	const who = useWho();
	return pages.filter((page) => page.nav && (page.nav.roles?.includes(who.role) ?? true));
}

export function Shortcuts() {
	const t = useTexts(frameTexts);
	const { language } = useSettings();
	const nav = usePagesOfNav();
	const told = useToldKeys();
	const [open, setOpen] = useState(false);

	useEffect(() => {
		let chord = 0;
		const hear = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
			const page = event.timeStamp - chord < CHORD && chord > 0 ? nav.find((one) => one.nav?.key === event.key) : undefined;
			chord = event.key === "g" ? event.timeStamp : 0;
			if (page) navigate(page.path);
			else if (event.key === "?") setOpen(true);
			else if (event.key === "/") document.querySelector<HTMLInputElement>("input[type=search], input.search")?.focus();
			else return;
			event.preventDefault();
		};
		document.addEventListener("keydown", hear);
		return () => document.removeEventListener("keydown", hear);
	}, [nav]);

	if (!open) return null;
	const rows: [string, string][] = [
		["?", t("keyHelp")],
		["/", t("keyFilter")],
		...nav.map((page): [string, string] => [t("pressThen", { a: "g", b: page.nav?.key ?? "" }), t("keyPage", { page: page.title[language] })]),
		["↑ ↓", t("keyMove")],
		["Enter", t("keyOpen")],
		["Space", t("keyPick")],
		["Ctrl + Enter", t("keySend")],
		...told.flatMap((one): [string, string][] => (one.shown && one.what ? [[one.shown, one.what]] : [])),
	];
	return (
		<Modal title={t("help")} open onCancel={() => setOpen(false)} footer={null}>
			<table>
				<tbody>
					{rows.map(([key, what]) => (
						<tr key={key}>
							<th scope="row" style={{ textAlign: "left", padding: "0.3rem 1rem 0.3rem 0" }}>
								<kbd className="kbd">{key}</kbd>
							</th>
							<td>{what}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Modal>
	);
}
