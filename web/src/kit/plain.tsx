// SPDX-License-Identifier: GPL-3.0-or-later
// A field, a password and a button of the browser's own elements: for what is shown before Ant Design has come, or in place of a part that failed.
// Behind the sign-in everything is Ant Design's.
import { useState, type ComponentProps } from "react";
import { useTexts } from "../i18n/texts";
import { fieldWords } from "./words";

export function PlainInput(props: ComponentProps<"input">) {
	return <input className="input" {...props} />;
}

/** A password that can be looked at while it is typed. */
export function PlainPassword(props: Omit<ComponentProps<"input">, "type">) {
	const t = useTexts(fieldWords);
	const [shown, setShown] = useState(false);
	return (
		<span className="input-with">
			<PlainInput {...props} type={shown ? "text" : "password"} />
			<button type="button" className="button bare" aria-label={t(shown ? "hidePassword" : "showPassword")} onClick={() => setShown(!shown)}>
				{t(shown ? "hide" : "show")}
			</button>
		</span>
	);
}

interface ButtonProps extends ComponentProps<"button"> {
	/** the one that goes on, or one that looks like a link; an outlined one otherwise */
	look?: "main" | "bare";
	/** what it began is going on: it keeps the focus, and whoever hears a click asks for this first */
	busy?: boolean;
}

export function PlainButton({ look, busy, ...rest }: ButtonProps) {
	return <button type="button" className={look ? `button ${look}` : "button"} aria-busy={busy || undefined} {...rest} />;
}
