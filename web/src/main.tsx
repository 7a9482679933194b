// SPDX-License-Identifier: GPL-3.0-or-later
// The page begins: settings before the first drawing, then who is signed in.
import { createRoot } from "react-dom/client";
// all styles come with the first script: the bundler does not load those of later ones by itself
import "./app/base.css";
import "./kit/figures.css";
import "./kit/windowed-table.css";
import "./pages/tasks/tasks.css";
import "./pages/documents/documents.css";
import "./pages/units/units.css";
import "./pages/check/check.css";
import "./pages/import/import.css";
import "./pages/plan/plan.css";
import { App, askWho } from "./app/app";
import { applySettings } from "./app/settings";

applySettings();
const root = document.getElementById("root");
// what the page of the server says stays until it is known what to draw
void askWho().then(() => {
	if (root) createRoot(root).render(<App />);
});
