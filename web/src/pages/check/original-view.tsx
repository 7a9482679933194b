// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the file itself (a PDF, a scan) under one another, as wide as there is room, only those in sight drawn; the chosen task is marked on them, and a click chooses.
import { Button } from "antd";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from "react";
import { loadFile } from "../../api/client";
import { Loading } from "../../app/shell";
import { useTexts } from "../../i18n/texts";
import { openOriginal } from "./original";
import { enclose, findTaskAt, inSight, stack, type Place, type Sheet, type Size, type TaskPlaces } from "./places";
import { checkTexts } from "./texts";
import type { Original } from "./upright";

const GAP = 12; // pixels between pages
const ZOOMS = [1, 1.5, 2, 3];

interface Props {
	/** the file */
	hash: string;
	kind: string;
	/** its pages, as places count on them; null while that is asked for */
	sheets: readonly Sheet[] | null;
	places: TaskPlaces;
	/** why places of tasks are not marked, though there are tasks; null when they are */
	unplaced: "file" | "sheets" | null;
	/** task */
	chosen: number | undefined;
	onChoose: (id: number) => void;
	onFail: (error: unknown) => void;
}

function useOpened(hash: string, kind: string, sheets: readonly Sheet[] | null, onFail: (error: unknown) => void): Original | null {
	const [original, setOriginal] = useState<Original | null>(null);
	useEffect(() => {
		if (!sheets) return undefined;
		const stop = new AbortController();
		openOriginal(kind, () => loadFile(hash, stop.signal), sheets, stop.signal)
			.then(setOriginal)
			.catch((error: unknown) => {
				if (!stop.signal.aborted) onFail(error);
			});
		return () => stop.abort();
	}, [hash, kind, sheets, onFail]);
	return original;
}

/** The width of an element inside, 0 while it is not shown */
function useWidth(element: HTMLElement | null): number {
	const [width, setWidth] = useState(0);
	useEffect(() => {
		if (!element) return undefined;
		const observer = new ResizeObserver(() => setWidth(element.clientWidth));
		observer.observe(element);
		return () => observer.disconnect();
	}, [element]);
	return width;
}

const spread = (box: Place["box"], scale: number) => ({ left: box[0] * scale, top: box[1] * scale, width: (box[2] - box[0]) * scale, height: (box[3] - box[1]) * scale });

interface PageProps {
	original: Original;
	number: number;
	size: Size;
	scale: number;
	top: number;
	left: number;
	marks: readonly Place[];
	places: TaskPlaces;
	onChoose: (id: number) => void;
}

function Page({ original, number, size, scale, top, left, marks, places, onChoose }: PageProps) {
	const t = useTexts(checkTexts);
	const paper = useRef<HTMLDivElement>(null);
	const [broken, setBroken] = useState(false);
	const width = Math.round(size.width * scale * devicePixelRatio);
	useEffect(() => {
		const stop = new AbortController();
		// the one before stays until the next is there
		original.draw(number, width, stop.signal).then(
			(canvas) => {
				if (!stop.signal.aborted) paper.current?.replaceChildren(canvas);
			},
			() => {
				if (!stop.signal.aborted) setBroken(true);
			},
		);
		return () => stop.abort();
	}, [original, number, width]);
	const taskAt = (event: MouseEvent<HTMLElement>) => {
		const from = event.currentTarget.getBoundingClientRect();
		return findTaskAt(places, number, (event.clientX - from.left) / scale, (event.clientY - from.top) / scale);
	};
	const pick = (event: MouseEvent<HTMLElement>) => {
		const task = taskAt(event);
		if (task !== null) onChoose(task);
	};
	const block = enclose(marks, number);
	return (
		<div className="pdf-page" style={{ top, left, width: size.width * scale, height: size.height * scale }} onClick={pick}
			onMouseMove={(event) => { event.currentTarget.style.cursor = taskAt(event) === null ? "" : "pointer"; }}>
			<div className="pdf-paper" ref={paper} role="img" aria-label={t("page", { n: number })} />
			{broken && <p className="pdf-broken">{t("pageBroken")}</p>}
			{marks.map(({ page, box }, at) => page === number && <div key={at} className="pdf-mark" style={spread(box, scale)} />)}
			{block && <div className="pdf-bar" style={spread(block, scale)} />}
		</div>
	);
}

/** The sizes of all pages: those of @from to @to (from 0) and the ones that were near before as they are, the others as if they were like the first. */
function useSizes(original: Original, from: number, to: number): readonly Size[] {
	const [known, setKnown] = useState<ReadonlyMap<number, Size>>(() => new Map());
	useEffect(() => {
		let left = false;
		const pages = Array.from({ length: to - from + 1 }, (_, at) => from + at);
		// one that is broken says so when it is drawn
		void Promise.all(pages.map(async (page) => [page, await original.measure(page + 1).catch(() => original.first)] as const)).then((found) => {
			if (!left) setKnown((now) => (found.every(([page]) => now.has(page)) ? now : new Map([...now, ...found])));
		});
		return () => {
			left = true;
		};
	}, [original, from, to]);
	return useMemo(() => Array.from({ length: original.pages }, (_, page) => known.get(page) ?? original.first), [original, known]);
}

const NONE: readonly Place[] = [];

function Pages({ original, places, chosen, onChoose, zoom }: Omit<Props, "hash" | "kind" | "sheets" | "unplaced" | "onFail"> & { original: Original; zoom: number }) {
	const t = useTexts(checkTexts);
	const [box, setBox] = useState<HTMLDivElement | null>(null);
	const room = useWidth(box);
	const [[first, last], setSight] = useState<[number, number]>([0, 0]);
	const sizes = useSizes(original, first, last);
	const widest = sizes.reduce((most, one) => Math.max(most, one.width), 1);
	const scale = room === 0 ? 0 : (Math.max(100, room - 2 * GAP) / widest) * zoom;
	const tops = useMemo(() => stack(sizes, scale, GAP), [sizes, scale]);
	const look = useCallback(() => {
		if (!box || scale === 0) return;
		// one screen more on both sides is there before one gets to it
		const next = inSight(tops, box.scrollTop - box.clientHeight, box.scrollTop + 2 * box.clientHeight);
		setSight((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
	}, [box, scale, tops]);
	const marks = (chosen === undefined ? undefined : places.get(chosen)) ?? NONE;
	const shownAt = useRef<{ tops: readonly number[]; scale: number } | null>(null);
	useLayoutEffect(() => {
		if (!box || scale === 0) return;
		const was = shownAt.current;
		if (was) {
			// another width or zoom, or pages above are larger than was thought: what was at the top stays there
			const [page] = inSight(was.tops, box.scrollTop, box.scrollTop);
			box.scrollTop = (tops[page] ?? 0) + ((box.scrollTop - (was.tops[page] ?? 0)) * scale) / was.scale;
		}
		shownAt.current = { tops, scale };
		look();
	}, [box, scale, tops, look]);
	const shown = scale > 0;
	const begin = marks[0];
	const place = useRef({ tops, scale });
	useEffect(() => {
		place.current = { tops, scale };
	});
	useEffect(() => {
		if (!box || !shown || !begin) return;
		const { tops: now, scale: by } = place.current;
		box.scrollTop = (now[begin.page - 1] ?? 0) + begin.box[1] * by - box.clientHeight / 3;
		box.scrollLeft = begin.box[0] * by - GAP;
	}, [box, shown, begin]);
	const whole = widest * scale + 2 * GAP;
	return (
		<div className="src pdf" ref={setBox} tabIndex={0} role="region" aria-label={t("viewPages")} onScroll={look}>
			<div style={{ position: "relative", width: whole, height: tops.at(-1) }}>
				{shown &&
					sizes.slice(first, last + 1).map((size, at) => (
						<Page key={first + at} original={original} number={first + at + 1} size={size} scale={scale} top={tops[first + at] ?? 0} left={(whole - size.width * scale) / 2}
							marks={marks} places={places} onChoose={onChoose} />
					))}
			</div>
		</div>
	);
}

export default function OriginalView({ hash, kind, sheets, unplaced, onFail, ...rest }: Props) {
	const t = useTexts(checkTexts);
	const original = useOpened(hash, kind, sheets, onFail);
	const [zoom, setZoom] = useState(0);
	if (!original) return <Loading />;
	return (
		<>
			{unplaced && <p className="src-note">{t(unplaced === "file" ? "pagesElsewhere" : "pagesUnmarked")}</p>}
			<div className="pdf-tools no-print">
				<span className="quiet">{t("pages", { n: original.pages })}</span>
				<Button size="small" aria-label={t("zoomOut")} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>−</Button>
				<Button size="small" aria-label={t("zoomIn")} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>+</Button>
			</div>
			<Pages original={original} zoom={ZOOMS[zoom] ?? 1} {...rest} />
		</>
	);
}
