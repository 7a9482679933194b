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
import { App } from "./app/app";
import { loadEarly } from "./app/pages";
import { applySettings } from "./app/settings";

applySettings();
loadEarly(location.pathname);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
