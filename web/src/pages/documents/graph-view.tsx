// SPDX-License-Identifier: GPL-3.0-or-later
// The documents that one stands among, as a drawing of boxes and as a list. Both are made of links, in the order in which one reads.
import { useQueries, useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { call } from "../../api/client";
import type { WholeDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { maxima } from "../../app/maxima";
import { Link } from "../../app/router";
import { Loading } from "../../app/shell";
import { formatDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { StateTag } from "../../kit/states";
import { useMedia } from "../../kit/use-media";
import { askChain, nameDocument, type Chain, type Linked } from "./data";
import { BOX, drawChain, drawEdge, findEdges, type Drawing, type Edge } from "./graph";
import { DocumentTag } from "./parts";
import { documentTexts } from "./texts";

interface TaskBox {
	id: number;
	label: string;
	text: string | null;
	state: string;
}

function useTasks(document: WholeDocument) {
	return useQuery({
		queryKey: keys.tasks({ document: document.id, first: maxima.drawnTasks }),
		enabled: document.state === "issued",
		queryFn: async ({ signal }) => {
			const { data } = await call("get", "/api/v1/tasks", { query: { document: document.id, state: "all", sort: "number", limit: maxima.drawnTasks }, signal });
			return data.tasks as unknown as TaskBox[];
		},
	});
}

/** Lines right at the document are known; those further away are asked for, document by document. */
function useEdges(chain: Chain): Edge[] {
	const far = chain.above.some((one) => one.depth > 1) || chain.below.some((one) => one.depth > 1);
	const asked = far ? [...chain.above, ...chain.below].filter((one) => one.known).slice(0, maxima.chainsAsked) : [];
	const chains = useQueries({
		queries: asked.map((one) => ({ queryKey: [...keys.document(one.id), "chain"], queryFn: ({ signal }: { signal: AbortSignal }) => askChain(one.id, signal) })),
		combine: (all) => all.flatMap((one) => (one.data ? [one.data] : [])),
	});
	return useMemo(() => findEdges(chain, chains), [chain, chains]);
}

const rem = (length: number) => `${length}rem`;

function Box({ at, heard, own, children }: { at: { x: number; y: number }; heard?: boolean; own?: boolean; children: React.ReactNode }) {
	return (
		<li className={`graph-box${heard ? " heard" : ""}${own ? " own" : ""}`} style={{ left: rem(at.x), top: rem(at.y), width: rem(BOX.width), height: rem(BOX.height) }}>
			{children}
		</li>
	);
}

function Lines({ drawing, edges, own, tasks }: { drawing: Drawing; edges: readonly Edge[]; own: number; tasks: number }) {
	const places = new Map(drawing.documents.map((place) => [place.item?.id ?? own, place]));
	const start = places.get(own);
	return (
		<svg className="graph-lines" aria-hidden="true" viewBox={`0 0 ${drawing.width} ${drawing.height}`} style={{ width: rem(drawing.width), height: rem(drawing.height) }}>
			{edges.map(({ from, to }) => {
				const [one, other] = [places.get(from), places.get(to)];
				return one && other && one.x < other.x ? <path key={`${from} ${to}`} d={drawEdge(one, other)} /> : null;
			})}
			{start && Array.from({ length: tasks }, (_, at) => <path key={at} d={drawEdge(start, { x: drawing.after.x, y: drawing.after.y + at * (BOX.height + BOX.down) })} />)}
		</svg>
	);
}

function DrawnChain({ document, chain, tasks }: { document: WholeDocument; chain: Chain; tasks: readonly TaskBox[] }) {
	const t = useTexts(documentTexts);
	const edges = useEdges(chain);
	// those of a draft that did not go out are followed by nobody yet
	const followed = document.tasks - (document.states.draft ?? 0) - (document.states.dropped ?? 0);
	const boxes = tasks.length > 0 ? tasks.length + 1 : document.tasks > 0 ? 1 : 0;
	const drawing = useMemo(() => drawChain(chain, boxes), [chain, boxes]);
	const placeOf = (at: number) => ({ x: drawing.after.x, y: drawing.after.y + at * (BOX.height + BOX.down) });
	return (
		<div className="graph" role="region" aria-label={t("chain")} tabIndex={0}>
			<div style={{ position: "relative", width: rem(drawing.width), height: rem(drawing.height) }}>
				<Lines drawing={drawing} edges={edges} own={document.id} tasks={boxes} />
				<ul className="graph-boxes">
					{drawing.documents.map((place) => {
						const one = place.item;
						return one ? (
							<Box key={one.id} at={place} heard={!one.known}>
								<Link to={`/van-ban/${one.id}`} className="clamp two">
									{nameDocument(one, t("unnumbered"))}
								</Link>
								<span className="quiet clamp one">{one.title ?? one.issuer}</span>
								<span className="clamp one">{one.known ? (one.tasks > 0 ? t("tasksOf", { n: one.tasks }) : formatDay(one.date)) : <DocumentTag document={one} />}</span>
							</Box>
						) : (
							<Box key="own" at={place} own>
								<strong className="clamp two">{nameDocument(document, t("unnumbered"))}</strong>
								<span className="clamp one">{t("thisOne")}</span>
							</Box>
						);
					})}
					{drawing.others.map((place) => (
						<Box key={place.x} at={place}>
							<span className="quiet">{t("others", { n: place.count })}</span>
						</Box>
					))}
					{tasks.map((task, at) => (
						<Box key={`task ${task.id}`} at={placeOf(at)}>
							<Link to={`/nhiem-vu/${task.id}`} className="clamp two">
								{[task.label, task.text].filter(Boolean).join(" ")}
							</Link>
							<span>
								<StateTag state={task.state} />
							</span>
						</Box>
					))}
					{boxes > 0 && (
						<Box at={placeOf(boxes - 1)}>
							{tasks.length > 0 ? <Link to={`/nhiem-vu?document=${document.id}&state=all`}>{t("moreTasks", { n: followed })}</Link> : <span className="quiet">{t("tasksOf", { n: document.tasks })}</span>}
						</Box>
					)}
				</ul>
			</div>
		</div>
	);
}

function ListedLinks({ title, links }: { title: string; links: readonly Linked[] }) {
	const t = useTexts(documentTexts);
	if (links.length === 0) return null;
	return (
		<>
			<h3>{title}</h3>
			<ul className="chain-list">
				{links.map((one) => (
					<li key={one.id} style={{ paddingInlineStart: rem(1.2 * (one.depth - 1)) }}>
						<Link to={`/van-ban/${one.id}`}>{nameDocument(one, t("unnumbered"))}</Link>{" "}
						<span className="quiet">
							({one.relation in documentTexts ? t(one.relation as keyof typeof documentTexts) : one.relation}
							{one.depth > 1 && `, ${t("far", { n: one.depth - 1 })}`})
						</span>{" "}
						{!one.known && <DocumentTag document={one} />}
						{one.title && one.number && <div className="quiet">{one.title}</div>}
						{one.tasks > 0 && <div className="quiet">{t("tasksOf", { n: one.tasks })}</div>}
					</li>
				))}
			</ul>
		</>
	);
}

export function ChainSection({ document }: { document: WholeDocument }) {
	const t = useTexts(documentTexts);
	const [form, setForm] = useState<"drawing" | "list">(() => (window.matchMedia("(max-width: 800px)").matches ? "list" : "drawing"));
	// a drawing is as wide as it is; a list is as wide as a sheet
	const drawn = !useMedia("print") && form === "drawing";
	const chain = useQuery({ queryKey: [...keys.document(document.id), "chain"], queryFn: ({ signal }) => askChain(document.id, signal) });
	const tasks = useTasks(document);
	if (chain.isPending) return <Loading />;
	if (chain.isError) return <ErrorNotice error={chain.error} retry={() => void chain.refetch()} />;
	const none = chain.data.above.length === 0 && chain.data.below.length === 0;
	return (
		<section className="panel" aria-labelledby="chain">
			<div className="page-head" style={{ marginBottom: "0.6rem" }}>
				<h2 id="chain" style={{ margin: 0, marginRight: "auto" }}>
					{t("chain")}
				</h2>
				{!none && (
					<Segmented<"drawing" | "list"> className="no-print" aria-label={t("form")} value={form} onChange={setForm}
						options={[{ value: "drawing", label: t("drawing") }, { value: "list", label: t("list") }]} />
				)}
			</div>
			{none && (
				<div className="empty">
					<strong>{t("noChain")}</strong>
					{t("noChainHint")}
				</div>
			)}
			{!none && drawn && (
				<>
					<p className="quiet">{t("chainHint")}</p>
					<DrawnChain document={document} chain={chain.data} tasks={tasks.data ?? []} />
				</>
			)}
			{!none && !drawn && (
				<>
					<ListedLinks title={t("above")} links={chain.data.above} />
					<ListedLinks title={t("below")} links={chain.data.below} />
				</>
			)}
		</section>
	);
}
