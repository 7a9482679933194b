// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the place of a part that cannot be shown.
import { Component, type ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { PlainButton } from "../kit/plain";
import { frameTexts } from "./texts";

function Broken() {
	const t = useTexts(frameTexts);
	return (
		<div className="empty" role="alert">
			<strong>{t("broken")}</strong>
			<p>{t("brokenHint")}</p>
			<PlainButton look="main" onClick={() => location.reload()}>
				{t("reload")}
			</PlainButton>
		</div>
	);
}

/** A page that throws, or whose script is not there any more after an upgrade, does not take the frame with it. */
export class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
	override state = { broken: false };
	static getDerivedStateFromError() {
		return { broken: true };
	}
	override render() {
		return this.state.broken ? <Broken /> : this.props.children;
	}
}
