// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect } from "react";

/**
 * Stands in a dialog and takes the focus to what is typed first, marked with data-first. Left to itself the dialog takes it to its button that closes it,
 * and the next Enter of who goes through tasks by key would do that.
 */
export function FocusFirst() {
	useEffect(() => {
		document.querySelector<HTMLElement>("[role=dialog] [data-first]")?.focus();
	}, []);
	return null;
}
