// SPDX-License-Identifier: GPL-3.0-or-later
// The first script, and a small one: who is signed in is asked for while the large one is on its way, and what only they need comes if somebody is.
import { askFirstMe } from "./api/first-me";
import { preloadInside, wasIn } from "./app/preload";

const answer = askFirstMe();
if (wasIn()) preloadInside();
answer
	.then(({ ok }) => {
		if (!ok) return null;
		preloadInside();
		return import("./app/inside");
	})
	.catch(() => undefined);
