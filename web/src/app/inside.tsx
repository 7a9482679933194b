// SPDX-License-Identifier: GPL-3.0-or-later
// All that only who is signed in needs: Ant Design in our language and colours, the frame with its pages, messages, what others change, the sign-in over a page whose session ended.
import { useQueryClient } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import enGB from "antd/es/locale/en_GB";
import viVN from "antd/es/locale/vi_VN";
import { lazy, Suspense } from "react";
import { useEvents } from "../api/events";
import { useSessionState, useWho } from "../api/session-state";
import { SignInAgain } from "../pages/sign-in/again";
import { loadEarly } from "./pages";
import { useSettings } from "./settings";
import { Loading, Shell } from "./shell";
import { makeTheme } from "./theme";

const MustEnrol = lazy(() => import("../pages/profile/totp"));

// the page that is wanted comes while the frame is drawn
loadEarly(location.pathname);

export default function Inside() {
	const state = useSessionState();
	const who = useWho();
	const settings = useSettings();
	// a public account may not listen
	useEvents(useQueryClient(), state.kind === "in" && who.may.includes("read") ? who.seq : undefined);
	const must = who.must.includes("totp");
	return (
		<ConfigProvider locale={settings.language === "vi" ? viVN : enGB} theme={makeTheme(settings)} wave={{ disabled: true }}>
			<AntApp component={false}>
				{/* from the beginning there is nothing to show behind it; later the page stays, with what is typed */}
				{(!must || who.may.length > 0) && <Shell />}
				{state.kind === "in" && must && (
					<Suspense fallback={<Loading />}>
						<MustEnrol />
					</Suspense>
				)}
				{state.kind === "ended" && <SignInAgain name={who.name} />}
			</AntApp>
		</ConfigProvider>
	);
}
