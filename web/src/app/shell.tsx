// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around every page: skip link, name, navigation, notices; and the page that the path names.
import { Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { useAway } from "../api/connection";
import { useWho } from "../api/session-state";
import { useTexts } from "../i18n/texts";
import { keepFocus } from "./focus";
import { Guard } from "./guard";
import { firstPath, pages } from "./pages";
import { Link, matchPath, navigate, usePath } from "./router";
import { useSettings } from "./settings";
import { Shortcuts, usePagesOfNav } from "./shortcuts";
import { frameTexts } from "./texts";

function Missing() {
	const t = useTexts(frameTexts);
	return (
		<div className="empty">
			<h1 tabIndex={-1}>{t("missing")}</h1>
			<p>{t("missingHint")}</p>
			<Link to={firstPath}>{t("home")}</Link>
		</div>
	);
}

export function Loading() {
	const t = useTexts(frameTexts);
	return (
		<p className="empty" role="status">
			{t("loading")}
		</p>
	);
}

/** After a step to another page the reader begins at its heading, as after loading one. */
function useFocusOnArrival(path: string): void {
	const before = useRef(path);
	useEffect(() => {
		if (before.current === path) return undefined;
		before.current = path;
		window.scrollTo(0, 0);
		let tries = 0;
		// the page may still be loading
		const timer = window.setInterval(() => {
			const heading = document.querySelector<HTMLElement>("#main h1");
			if (heading) {
				heading.tabIndex = -1;
				heading.focus({ preventScroll: true });
			}
			if (heading || ++tries > 50) window.clearInterval(timer);
		}, 60);
		return () => window.clearInterval(timer);
	}, [path]);
}

function View({ path }: { path: string }) {
	const { language } = useSettings();
	const t = useTexts(frameTexts);
	let shown: ReactNode = <Missing />;
	let title = t("missing");
	for (const page of pages) {
		const params = matchPath(page.path, path);
		if (!params) continue;
		title = page.title[language];
		shown = <page.component params={params} />;
		break;
	}
	useEffect(() => {
		document.title = `${title} · Đôn Đốc`;
	}, [title]);
	return (
		<Guard key={path}>
			<Suspense fallback={<Loading />}>{shown}</Suspense>
		</Guard>
	);
}

const ON_PHONE = 4; // pages that stand in the bar of a phone beside the button for the others

function Navigation({ path }: { path: string }) {
	const { language } = useSettings();
	const t = useTexts(frameTexts);
	const all = usePagesOfNav();
	const isHere = (place: string) => path === place || path.startsWith(place + "/");
	// shown for the page it was opened on, so that going to another closes it
	const [openOn, setOpenOn] = useState("");
	const open = openOn === path;
	const folded = all.length > ON_PHONE + 1;
	const isBehind = folded && all.slice(ON_PHONE).some((page) => isHere(page.path));
	return (
		<nav className={folded ? "nav folded" : "nav"} aria-label={t("navigation")}>
			{folded && (
				<button className="nav-more" type="button" aria-expanded={open} aria-controls="nav-list" data-here={isBehind || undefined} onClick={() => setOpenOn(open ? "" : path)}>
					<span aria-hidden="true">{open ? "✕" : "☰"}</span>
					{t("more")}
				</button>
			)}
			<ul id="nav-list" data-open={open || undefined}>
				{all.map((page) => {
					const Icon = page.nav?.icon;
					return (
						<li key={page.path}>
							<Link to={page.path} aria-current={isHere(page.path) ? "page" : undefined}>
								<span aria-hidden="true">{Icon && <Icon />}</span>
								{page.title[language]}
							</Link>
						</li>
					);
				})}
			</ul>
		</nav>
	);
}

export function Shell() {
	const path = usePath();
	const who = useWho();
	const away = useAway();
	const t = useTexts(frameTexts);
	useFocusOnArrival(path);
	const main = useRef<HTMLElement>(null);
	useEffect(() => (main.current ? keepFocus(main.current) : undefined), []);
	useEffect(() => {
		if (path === "/") navigate(firstPath, true);
	}, [path]);
	return (
		<>
			<a className="skip" href="#main">
				{t("skip")}
			</a>
			<header className="top">
				<Link className="brand" to={firstPath}>
					<img src="/icon.svg" alt="" />
					{t("name")}
				</Link>
				<div className="top-right">
					<Link className="who" to="/tai-khoan">
						<span className="hidden">{t("account")} </span>
						{who.name}
						<span className="quiet"> · {who.unit ?? who.role_vi}</span>
					</Link>
				</div>
			</header>
			<div role="status" aria-live="polite">
				{away && <p className="notice" style={{ margin: 0 }}>{t("away")}</p>}
			</div>
			<div className="frame">
				<Navigation path={path} />
				<main ref={main} className="main" id="main" tabIndex={-1}>
					{path !== "/" && <View path={path} />}
				</main>
			</div>
			<Shortcuts />
		</>
	);
}
