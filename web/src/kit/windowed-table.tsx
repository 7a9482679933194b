// SPDX-License-Identifier: GPL-3.0-or-later
// A table of any length, of which only the rows in sight are drawn: rows are of one height, so that a place is a multiplication.
// One tab stop; arrows, Page Up/Down, Home and End move, Enter opens, Space picks. Ant Design's own virtual table has no keyboard.
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { maxima } from "../app/maxima";
import { useMedia } from "./use-media";

const OVER = 6; // rows drawn beyond each edge, so that scrolling finds them there

export interface Column<T> {
	key: string;
	title: string;
	/** of a CSS grid: "8rem", "minmax(20rem, 1fr)" */
	width: string;
	/** on a phone a row is a card of lines: which line the cell stands on, none leaves it out */
	card?: 1 | 2 | 3;
	render: (row: T) => ReactNode;
}

interface Props<T> {
	label: string;
	columns: readonly Column<T>[];
	rows: readonly T[];
	rowKey: (row: T) => number;
	/** in rem, on a desk and as a card */
	height: number;
	cardHeight: number;
	/** more rows may be asked for, so many rows before the last one comes into sight */
	more: boolean;
	ahead?: number;
	onEnd: () => void;
	onOpen: (row: T) => void;
	picked?: ReadonlySet<number>;
	onPick?: (row: T) => void;
	pickLabel?: (row: T) => string;
}

function useRem(): number {
	const [rem, setRem] = useState(16);
	useEffect(() => {
		const read = () => setRem(parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
		read();
		const watch = new MutationObserver(read);
		watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-size"] });
		return () => watch.disconnect();
	}, []);
	return rem;
}

interface RowProps<T> {
	row: T;
	id: string;
	number: number;
	columns: readonly Column<T>[];
	/** of the columns; none on a phone and on paper */
	widths: string | undefined;
	cards: boolean;
	/** pixels; none on paper */
	height: number | undefined;
	active: boolean;
	picked: boolean;
	onChoose: (row: T, number: number) => void;
	onPick?: (row: T) => void;
	pickLabel?: (row: T) => string;
}

function RowOf<T>({ row, id, number, columns, widths, cards, height, active, picked, onChoose, onPick, pickLabel }: RowProps<T>) {
	return (
		<div id={id} role="row" aria-rowindex={number + 2} aria-selected={onPick ? picked : undefined} className={active ? "wt-row active" : "wt-row"}
			style={{ height, transform: height === undefined ? undefined : `translateY(${number * height}px)`, gridTemplateColumns: widths }}
			onClick={() => onChoose(row, number)}>
			{onPick && (
				<span role="gridcell" className="wt-pick" onClick={(event) => event.stopPropagation()}>
					<input type="checkbox" tabIndex={-1} checked={picked} aria-label={pickLabel?.(row)} onChange={() => onPick(row)} />
				</span>
			)}
			{columns.map((column) => (
				<span key={column.key} role="gridcell" className={cards ? (column.card ? `card-${column.card}` : "card-none") : undefined}>
					{column.render(row)}
				</span>
			))}
		</div>
	);
}

/** Scrolling draws only the rows that come into sight, and leaves the others as they are. */
const Row = memo(RowOf) as typeof RowOf;

export function WindowedTable<T>(props: Props<T>) {
	const { columns, rows, rowKey, more, ahead = OVER, onEnd, onOpen, picked, onPick } = props;
	const cards = useMedia("screen and (max-width: 800px)");
	const print = useMedia("print");
	const height = useRem() * (cards ? props.cardHeight : props.height);
	const scroller = useRef<HTMLDivElement>(null);
	const [view, setView] = useState({ first: 0, last: Math.ceil(800 / height) });
	const [active, setActive] = useState(0);

	const read = useCallback(() => {
		const box = scroller.current;
		if (!box) return;
		const first = Math.max(0, Math.floor(box.scrollTop / height) - OVER);
		const last = Math.ceil((box.scrollTop + box.clientHeight) / height) + OVER;
		setView((before) => (before.first === first && before.last === last ? before : { first, last }));
	}, [height]);
	useLayoutEffect(() => {
		read();
		const watch = new ResizeObserver(read);
		if (scroller.current) watch.observe(scroller.current);
		return () => watch.disconnect();
	}, [read]);

	const first = print ? 0 : view.first;
	const last = Math.min(rows.length, print ? maxima.printRows : view.last);
	useEffect(() => {
		if (more && last >= rows.length - ahead) onEnd();
	}, [more, last, rows.length, ahead, onEnd]);

	const goTo = (row: number) => {
		const to = Math.max(0, Math.min(rows.length - 1, row));
		setActive(to);
		const box = scroller.current;
		if (!box) return;
		const head = cards ? 0 : (box.querySelector<HTMLElement>(".wt-head")?.offsetHeight ?? 0);
		if (to * height < box.scrollTop) box.scrollTop = to * height;
		else if ((to + 1) * height + head > box.scrollTop + box.clientHeight) box.scrollTop = (to + 1) * height + head - box.clientHeight;
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.target !== event.currentTarget) return;
		const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
		const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length };
		const step = steps[event.key];
		const row = rows[active];
		if (step !== undefined) goTo(active + step);
		else if (event.key === "Enter" && row) onOpen(row);
		else if (event.key === " " && row && onPick) onPick(row);
		else return;
		event.preventDefault();
	};
	const widths = (onPick ? "2.75rem " : "") + columns.map((column) => column.width).join(" ");
	const id = (row: T) => `row-${rowKey(row)}`;
	const current = rows[active];
	const onChoose = useCallback(
		(row: T, number: number) => {
			setActive(number);
			if (!window.getSelection()?.toString()) onOpen(row);
		},
		[onOpen],
	);
	return (
		<div ref={scroller} className={cards ? "wt cards" : "wt"} role="grid" aria-label={props.label} aria-rowcount={more ? -1 : rows.length + 1} aria-multiselectable={onPick ? true : undefined}
			tabIndex={0} aria-activedescendant={current && active >= first && active < last ? id(current) : undefined} onScroll={read} onKeyDown={onKeyDown}>
			<div className="wt-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: widths }}>
				{onPick && <span role="columnheader" className="wt-pick"><span className="hidden">✓</span></span>}
				{columns.map((column) => (
					<span key={column.key} role="columnheader">
						{column.title}
					</span>
				))}
			</div>
			<div role="rowgroup" className="wt-body" style={{ height: print ? undefined : rows.length * height }}>
				{rows.slice(first, last).map((row, at) => (
					<Row key={rowKey(row)} row={row} id={id(row)} number={first + at} columns={columns} widths={cards ? undefined : widths} cards={cards} height={print ? undefined : height}
						active={first + at === active} picked={picked?.has(rowKey(row)) ?? false} onChoose={onChoose} onPick={onPick} pickLabel={props.pickLabel} />
				))}
			</div>
		</div>
	);
}
