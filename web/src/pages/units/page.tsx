// SPDX-License-Identifier: GPL-3.0-or-later
// The directory of units as a tree, or what a search leaves of it; trying a name; for administrators taking a list in and merging.
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { useWho } from "../../api/session-state";
import { maxima } from "../../app/maxima";
import { Link, useSearch } from "../../app/router";
import { Loading } from "../../app/shell";
import { useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { askUnits, fold, growTree, isCalled, isOfKind, isThere, unitKeys, type Branch, type Unit } from "./data";
import { ImportDialog, MergeDialog } from "./dialogs";
import { MatchPanel } from "./match";
import { UnitTag } from "./parts";
import { kindTexts, unitTexts } from "./texts";

function Line({ unit, today }: { unit: Unit; today: string }) {
	return (
		<span className="unit-line">
			<Link to={`/don-vi/${unit.number}`}>{unit.name}</Link>
			{unit.abbreviations.length > 0 && <span className="quiet"> ({unit.abbreviations[0]})</span>} {!isThere(unit, today) && <UnitTag there={false} />}
		</span>
	);
}

/** What is folded away is not drawn. */
function TreeBranch({ branch, today, open }: { branch: Branch; today: string; open: boolean }) {
	const t = useTexts(unitTexts);
	const [shown, setShown] = useState(open);
	if (branch.children.length === 0)
		return (
			<li className="unit-leaf">
				<Line unit={branch.unit} today={today} />
			</li>
		);
	const name = branch.unit.name;
	return (
		<li>
			<button type="button" className="unit-fold" aria-expanded={shown} aria-label={t(shown ? "fold" : "unfold", { name })} onClick={() => setShown(!shown)}>
				<span aria-hidden="true">{shown ? "▾" : "▸"}</span>
			</button>
			<Line unit={branch.unit} today={today} /> <span className="quiet">· {branch.children.length}</span>
			{shown && (
				<ul>
					{branch.children.map((child) => (
						<TreeBranch key={child.unit.id} branch={child} today={today} open={false} />
					))}
				</ul>
			)}
		</li>
	);
}

function Found({ units, today, words }: { units: readonly Unit[]; today: string; words: string }) {
	const t = useTexts(unitTexts);
	const found = useMemo(() => units.filter((unit) => isCalled(unit, fold(words))), [units, words]);
	if (found.length === 0)
		return (
			<div className="empty">
				<strong>{t("notFound")}</strong>
				{t("notFoundHint")}
			</div>
		);
	return (
		<>
			{found.length > maxima.unitsFound && <p className="quiet">{t("first", { n: maxima.unitsFound })}</p>}
			<ul className="plain-list">
				{found.slice(0, maxima.unitsFound).map((unit) => (
					<li key={unit.id}>
						<Line unit={unit} today={today} /> <span className="quiet">{unit.id}</span>
					</li>
				))}
			</ul>
		</>
	);
}

/** Which kind the address asks for, and what names are to begin with; as it is said, null: all units */
function useKindAsked(): { kind: string; head: string; said: string } | null {
	const t = useTexts(unitTexts);
	const kinds = useTexts(kindTexts);
	const query = new URLSearchParams(useSearch());
	const kind = query.get("kind");
	const head = query.get("head") ?? "";
	if (kind === null) return null;
	const name = kind in kindTexts ? kinds(kind as keyof typeof kindTexts) : t("kindUnsaid");
	return { kind, head, said: head === "" ? name : `${name}: ${head}…` };
}

export default function UnitsPage() {
	const t = useTexts(unitTexts);
	const asked = useKindAsked();
	const kind = asked?.kind;
	const head = asked?.head ?? "";
	const who = useWho();
	const [words, setWords] = useState("");
	const [ended, setEnded] = useState(false);
	const [dialog, setDialog] = useState<"import" | "merge" | null>(null);
	const all = useQuery({ queryKey: unitKeys.all, queryFn: ({ signal }) => askUnits(signal) });
	const today = useMemo(() => new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10), []);
	const units = useMemo(() => (all.data ?? []).filter((unit) => (ended || isThere(unit, today)) && (kind === undefined || isOfKind(unit, kind, head))), [all.data, ended, today, kind, head]);
	const tree = useMemo(() => growTree(units), [units]);
	const wanted = useDeferredValue(words.trim());
	const keeps = who.role === "administrator";
	return (
		<>
			<div className="page-head">
				<h1>{t("title")}</h1>
				<Link to="/don-vi/ten-goi">{t("names")}</Link>
				{(all.data?.length ?? 0) > 0 && (
					<a className="no-print" href="/api/v1/units/csv" download="don-vi.csv">
						{t("export")}
					</a>
				)}
				{keeps && <Button onClick={() => setDialog("merge")}>{t("merge")}</Button>}
				{keeps && (
					<Button type="primary" onClick={() => setDialog("import")}>
						{t("import")}
					</Button>
				)}
			</div>
			{all.isPending && <Loading />}
			{all.isError && <ErrorNotice error={all.error} retry={() => void all.refetch()} />}
			{all.data?.length === 0 && (
				<div className="panel empty">
					<strong>{t("none")}</strong>
					{t("noneHint")}
				</div>
			)}
			{all.data && all.data.length > 0 && (
				<section className="panel" aria-label={t("tree")}>
					<div className="row no-print" style={{ marginBottom: "0.8rem" }}>
						<Input type="search" className="search doc-words" aria-label={t("find")} placeholder={t("find")} value={words} onChange={(event) => setWords(event.target.value)} />
						<Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
							{t("showEnded")}
						</Checkbox>
						<span className="quiet" role="status">
							{t("count", { n: units.length })}
						</span>
					</div>
					{asked && (
						<p>
							<span className="tag main">{asked.said}</span> <Link to="/don-vi">{t("allKinds")}</Link>
						</p>
					)}
					{wanted || asked ? (
						<Found units={units} today={today} words={wanted} />
					) : (
						<ul className="unit-tree">
							{tree.map((branch) => (
								<TreeBranch key={branch.unit.id} branch={branch} today={today} open={tree.length <= 5} />
							))}
						</ul>
					)}
				</section>
			)}
			<MatchPanel units={all.data ?? []} />
			{dialog === "import" && <ImportDialog onClose={() => setDialog(null)} />}
			{dialog === "merge" && <MergeDialog units={all.data ?? []} onClose={() => setDialog(null)} />}
		</>
	);
}
