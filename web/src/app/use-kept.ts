// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody likes a page, kept by this browser for each user: columns, views.
import { useCallback, useState } from "react";
import { useWho } from "../api/session-state";
import { readKept, writeKept } from "./kept";

/** @read makes of what was kept, which may be anything, what it stands for. */
export function useKept<T>(name: string, read: (kept: unknown) => T): [T, (next: T) => void] {
	const who = useWho();
	const key = `${name}.${who.name}`;
	const [now, setNow] = useState<T>(() => read(readKept<unknown>(key)));
	const change = useCallback(
		(next: T) => {
			writeKept(key, next);
			setNow(next);
		},
		[key],
	);
	return [now, change];
}
