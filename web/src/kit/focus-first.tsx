// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef } from "react";

const FIELDS = "input:enabled:not([type=hidden]), textarea:enabled, select:enabled";

/**
 * Stands in a dialog and takes the focus to what comes first in it: what is marked with data-first, a field, else the button that does it. Left to itself
 * the dialog takes it to its button that closes it, and the next Enter would do that. @careful: what cannot be taken back is not one Enter away, and
 * where there is no field the focus goes to the button that leaves all as it is
 */
export function FocusFirst({ careful = false }: { careful?: boolean }) {
	const mark = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		const dialog = mark.current?.closest("[role=dialog]");
		const footer = ".ant-modal-footer .ant-btn";
		const first = dialog?.querySelector("[data-first]") ?? dialog?.querySelector(FIELDS) ?? dialog?.querySelector(careful ? footer : `${footer}-primary`) ?? dialog?.querySelector(footer);
		if (first instanceof HTMLElement) first.focus();
	}, [careful]);
	return <span ref={mark} hidden />;
}
