// SPDX-License-Identifier: GPL-3.0-or-later

/** For afterOpenChange of a dialog, which takes the focus to its own button: who opens one by key wants to type. */
export function focusFirst(open: boolean): void {
	if (open) document.querySelector<HTMLElement>("[role=dialog] [data-first]")?.focus();
}
