// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into a form and not sent yet: it survives a reload, a closed browser and the end of a session, and is each user's own.
import { useCallback, useState } from "react";
import { useWho } from "../api/session-state";
import { readKept, writeKept } from "./kept";

/** @name: of the form and of what it is about, "progress.17". Returns: what is typed, how it changes, how it is done with */
export function useDraft<T extends object>(name: string, start: T): [T, (change: Partial<T>) => void, () => void] {
	const who = useWho();
	const key = `draft.${who.name}.${name}`;
	const [typed, setTyped] = useState<T>(() => ({ ...start, ...readKept<Partial<T>>(key) }));
	const change = useCallback(
		(part: Partial<T>) =>
			setTyped((before) => {
				const next = { ...before, ...part };
				writeKept(key, next);
				return next;
			}),
		[key],
	);
	const clear = useCallback(() => {
		writeKept(key, undefined);
		setTyped(start);
		// eslint-disable-next-line react-hooks/exhaustive-deps -- what a form begins with does not change
	}, [key]);
	return [typed, change, clear];
}

/** Whether there is something that was typed and not sent. */
export function hasDraft(who: string, name: string): boolean {
	return readKept(`draft.${who}.${name}`) !== null;
}
