// SPDX-License-Identifier: GPL-3.0-or-later
// What one does with a task of a draft: told to the server at once, with the version that was looked at.
import { App } from "antd";
import { useCallback, useState } from "react";
import { call } from "../../api/client";
import { ApiProblem, describeProblem } from "../../api/problem";
import { useSettings } from "../../app/settings";
import { useTexts } from "../../i18n/texts";
import { useRefresh, type DraftTask } from "./draft";
import type { Correction } from "./fields";
import { checkTexts } from "./texts";

export function isStale(error: unknown): boolean {
	return error instanceof ApiProblem && error.status === 412;
}

/** The server wants something more said: who leads, where a name stands for several. */
export function isWanting(error: unknown): boolean {
	return error instanceof ApiProblem && error.status === 422;
}

export const say = {
	accept: (task: DraftTask) => call("post", "/api/v1/tasks/{id}/actions", { path: { id: task.id }, version: task.version, body: { action: "approve" } }),
	drop: (task: DraftTask, reason: string) => call("post", "/api/v1/tasks/{id}/actions", { path: { id: task.id }, version: task.version, body: { action: "drop", reason } }),
	restore: (task: DraftTask) => call("post", "/api/v1/tasks/{id}/actions", { path: { id: task.id }, version: task.version, body: { action: "restore" } }),
	correct: (id: number, version: number, correction: Correction) => call("patch", "/api/v1/tasks/{id}", { path: { id }, version, body: correction }),
	split: (task: DraftTask, texts: string[]) => call("post", "/api/v1/tasks/{id}/parts", { path: { id: task.id }, version: task.version, body: { texts } }),
	merge: (task: DraftTask, others: DraftTask[], correction: Correction) =>
		call("post", "/api/v1/tasks/{id}/merges", { path: { id: task.id }, version: task.version, body: { ...correction, tasks: others.map((one) => one.id), versions: others.map((one) => one.version) } }),
	add: (plan: number, version: number, correction: Correction) => call("post", "/api/v1/documents/{id}/tasks", { path: { id: plan }, version, body: correction }),
};

/** Does a thing, shows what went wrong, and asks for the plan anew. Resolves to whether it went well. */
export function useDo(plan: number) {
	const t = useTexts(checkTexts);
	const { language } = useSettings();
	const { message } = App.useApp();
	const refresh = useRefresh(plan);
	const [busy, setBusy] = useState(false);
	const act = useCallback(
		async (what: () => Promise<unknown>, onWanting?: () => void): Promise<boolean> => {
			setBusy(true);
			try {
				await what();
				await refresh();
				return true;
			} catch (error) {
				void message.error(isStale(error) ? t("changedMeanwhile") : describeProblem(error, language));
				await refresh();
				if (isWanting(error)) onWanting?.();
				return false;
			} finally {
				setBusy(false);
			}
		},
		[refresh, message, t, language],
	);
	return { act, busy };
}
