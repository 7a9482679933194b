// SPDX-License-Identifier: GPL-3.0-or-later
// The first script, and a small one: who is signed in is asked for while the large one is on its way, and what only they need comes if somebody is.
import { askFirstMe } from "./api/first-me";

askFirstMe()
	.then((answer) => (answer.ok ? import("./app/inside") : null))
	.catch(() => undefined);
