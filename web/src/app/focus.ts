// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever works by keyboard is never left at nothing: when what had the focus goes (a dialog that is done, a row that is removed, a button that
// becomes another one), the focus goes to what opened it or to what stands in its place now. A browser by itself would begin the page anew.
import { isDialogOpen } from "./page-keys";

const FOCUSABLE = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";

/** An element that had the focus, and where it stood: all that it lay in, from the inside out, each with the place of the part that held it */
interface Held {
	element: Element;
	around: readonly { whole: Element; place: number }[];
}

function hold(element: Element): Held {
	const around: { whole: Element; place: number }[] = [];
	for (let part = element, whole = part.parentElement; whole; part = whole, whole = part.parentElement)
		around.push({ whole, place: Array.prototype.indexOf.call(whole.children, part) });
	return { element, around };
}

const isShown = (element: Element) => element.getClientRects().length > 0;
const isInDialog = (element: Element) => element.closest("[role=dialog]") !== null;

function findIn(part: Element | undefined): HTMLElement | undefined {
	if (!part) return undefined;
	if (part.matches(FOCUSABLE) && isShown(part)) return part as HTMLElement;
	return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.tabIndex >= 0 && isShown(one));
}

/** What stands where the element stood: in its place, before it, around it. The heading when all of @main is another one. */
function findNear({ element, around }: Held, main: HTMLElement): HTMLElement {
	if (element.isConnected && isShown(element)) return element as HTMLElement;
	const left = around.find(({ whole }) => whole.isConnected && isShown(whole));
	if (left && left.whole !== main && main.contains(left.whole)) {
		const { whole, place } = left;
		const near = findIn(whole.children[place]) ?? findIn(whole.children[place - 1]) ?? findIn(whole);
		if (near) return near;
	}
	const heading = main.querySelector<HTMLElement>("h1");
	if (heading) heading.tabIndex = -1;
	return heading ?? main;
}

/** Watches over the focus from now on. Returns: what ends it */
export function keepFocus(main: HTMLElement): () => void {
	let held: Held | null = null;
	// what had it before the dialog that is open
	let opener: Held | null = null;
	const note = ({ target }: FocusEvent) => {
		if (!(target instanceof Element)) return;
		if (isInDialog(target) && held && !isInDialog(held.element)) opener = held;
		held = hold(target);
	};
	const isLost = () => {
		const now = document.activeElement;
		// a dialog takes the focus by itself
		return held !== null && !held.element.isConnected && (!now || now === document.body) && !isDialogOpen();
	};
	let due = 0;
	const give = () => {
		due = 0;
		if (!held || !isLost()) return;
		const next = findNear(isInDialog(held.element) && opener ? opener : held, main);
		next.focus({ preventScroll: true });
		next.scrollIntoView({ block: "nearest" });
	};
	// not within the key that closed a dialog: what gets the focus then would take the same Enter for its own, and open it again
	const look = () => {
		if (due === 0 && isLost()) due = window.setTimeout(give);
	};
	const watch = new MutationObserver(look);
	watch.observe(document.body, { childList: true, subtree: true });
	document.addEventListener("focusin", note);
	return () => {
		watch.disconnect();
		window.clearTimeout(due);
		document.removeEventListener("focusin", note);
	};
}
