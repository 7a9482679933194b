// SPDX-License-Identifier: GPL-3.0-or-later
// What all pages share: the cache of what the server said, and the sign-in in front of it. It goes without Ant Design, so that signing in does.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { call } from "../api/client";
import { useAway } from "../api/connection";
import { ServerAway, ApiProblem } from "../api/problem";
import { noteSignedIn, useSessionState } from "../api/session-state";
import { SignIn } from "../pages/sign-in/page";
import { maxima } from "./maxima";
import { noteIn, preloadInside } from "./preload";
import { frameTexts } from "./texts";
import { useTexts } from "../i18n/texts";
import { usePath } from "./router";
import { Guard } from "./guard";

const AWAY_TIME = 4000; // milliseconds between two looks whether the server is there again

/** A server that is gone or busy is asked again and again, slower each time; one that says no is not. */
function mayRetry(error: unknown): boolean {
	return error instanceof ServerAway || (error instanceof ApiProblem && (error.status === 502 || error.status === 503));
}

const TakeInvitation = lazy(() => import("../pages/sign-in/invitation"));
const Inside = lazy(() => import("./inside"));

const client = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 30_000,
			networkMode: "always",
			retry: (_, error) => mayRetry(error),
			retryDelay: (tries) => Math.min(1000 * 2 ** tries, maxima.retryTime),
		},
		mutations: { networkMode: "always" },
	},
});

function Starting() {
	const t = useTexts(frameTexts);
	return <p className="starting">{t("starting")}</p>;
}

/** Asks who is signed in, until the server says. Resolves with the first answer, also with none. */
export async function askWho(): Promise<void> {
	try {
		noteSignedIn((await call("get", "/api/v1/me")).data);
	} catch (error) {
		if (mayRetry(error)) window.setTimeout(() => void askWho(), 2000);
	}
}

function Content() {
	const state = useSessionState();
	useEffect(() => {
		// what was refused while the session was over is asked for again
		if (state.kind === "in") void client.invalidateQueries();
		if (state.kind === "out") client.clear();
		if (state.kind === "in" || state.kind === "out") noteIn(state.kind === "in");
		// while a name and a password are typed
		if (state.kind === "out") preloadInside();
	}, [state.kind]);
	const away = useAway();
	useEffect(() => {
		if (!away) return undefined;
		// a page on which nothing is being loaded would not learn that the server is there again
		const timer = window.setInterval(() => void call("get", "/api/v1/me").catch(() => undefined), AWAY_TIME);
		return () => window.clearInterval(timer);
	}, [away]);
	const path = usePath();
	// whoever is signed in here just now: the invitation is for somebody
	if (path === "/loi-moi")
		return (
			<Suspense fallback={<Starting />}>
				<TakeInvitation />
			</Suspense>
		);
	if (state.kind === "unknown") return <Starting />;
	if (state.kind === "out") return <SignIn />;
	return (
		<Guard>
			<Suspense fallback={<Starting />}>
				<Inside />
			</Suspense>
		</Guard>
	);
}

export function App() {
	return (
		<QueryClientProvider client={client}>
			<Content />
		</QueryClientProvider>
	);
}
