// SPDX-License-Identifier: GPL-3.0-or-later
// What narrows the list: the usual in a line above it, the rest in a drawer, and what is narrowed as chips that can be taken away.
import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Button, Drawer, Input, Segmented, Select } from "antd";
import { useState, type SyntheticEvent } from "react";
import { call } from "../../api/client";
import type { StoredDocument } from "../../api/documents";
import { keys } from "../../api/events";
import { useSummary } from "../../api/summary";
import { useWho } from "../../api/session-state";
import { maxima } from "../../app/maxima";
import { formatDay, parseDay } from "../../i18n/dates";
import { useTexts } from "../../i18n/texts";
import { issuedStates, stateTexts, type StateWord } from "../../kit/states";
import { chipsOf, sorts, timeOf, times, withTime, type Chip, type Filter, type Sort, type Time } from "./filter";
import { tasksTexts } from "./texts";

interface Props {
	filter: Filter;
	onChange: (change: Filter) => void;
}

function StateSelect({ filter, onChange }: Props) {
	const t = useTexts(tasksTexts);
	const states = useTexts(stateTexts);
	const options = [{ value: "open", label: t("open") }, { value: "all", label: t("all") }, ...issuedStates.map((state) => ({ value: state as string, label: states(state) }))];
	const value = filter.state ?? "open";
	if (!options.some((one) => one.value === value)) options.push({ value, label: t("several") });
	return <Select aria-label={t("stateFilter")} className="filter-select" value={value} options={options} onChange={(state) => onChange({ state: state === "open" ? "" : state })} />;
}

function TimeSelect({ filter, onChange }: Props) {
	const t = useTexts(tasksTexts);
	const now = timeOf(filter) ?? "other";
	const options: { value: Time | "days" | "other"; label: string }[] = (Object.keys(times) as Time[]).map((time) => ({ value: time, label: t(`time-${time}`) }));
	if (now === "days" || now === "other") options.push({ value: now, label: t(`time-${now}`) });
	return <Select<Time | "days" | "other"> aria-label={t("timeFilter")} className="filter-select" value={now} options={options} onChange={(time) => time !== "days" && time !== "other" && onChange(withTime(time))} />;
}

function SortSelect({ filter, onChange }: Props) {
	const t = useTexts(tasksTexts);
	const now = sorts.find((one) => one === filter.sort) ?? "due";
	return <Select<Sort> aria-label={t("sortBy")} className="filter-select" value={now} options={sorts.map((sort) => ({ value: sort, label: t(`sort-${sort}`) }))} onChange={(sort) => onChange({ sort: sort === "due" ? "" : sort })} />;
}

/** Plans that were given out, for who may see documents. */
function PlanSelect({ value, onChange }: { value: string; onChange: (value: string) => void }) {
	const t = useTexts(tasksTexts);
	const query = { limit: maxima.pageRows };
	const plans = useQuery({
		queryKey: keys.documents(query),
		queryFn: async ({ signal }) => (await call("get", "/api/v1/documents", { query, signal })).data.documents as unknown as StoredDocument[],
	});
	const options = (plans.data ?? []).filter((one) => one.state === "issued").map((one) => ({ value: String(one.id), label: [one.number, one.title].filter(Boolean).join(" · ") || `#${one.id}` }));
	if (value && !options.some((one) => one.value === value)) options.push({ value, label: `#${value}` });
	return <Select id="filter-plan" allowClear showSearch={{ optionFilterProp: "label" }} loading={plans.isPending} placeholder={t("planHint")} value={value || null} options={options} onChange={(next: string | undefined) => onChange(next ?? "")} />;
}

/** All that can be said, in one form; nothing is narrowed before it is sent. */
function FilterForm({ filter, onChange, onClose }: Props & { onClose: () => void }) {
	const t = useTexts(tasksTexts);
	const who = useWho();
	const summary = useSummary();
	const [said, setSaid] = useState<Filter>(() => ({ unit: filter.unit, role: filter.role, director: filter.director, document: filter.document }));
	const [days, setDays] = useState({ from: formatDay(filter.from), to: formatDay(filter.to) });
	const [wrong, setWrong] = useState(false);
	const say = (change: Filter) => setSaid((before) => ({ ...before, ...change }));
	const units = (summary.data?.units ?? []).map((one) => ({ value: one.unit }));
	const submit = (event: SyntheticEvent) => {
		event.preventDefault();
		const [from, to] = [days.from, days.to].map((day) => (day.trim() ? parseDay(day) : ""));
		setWrong(from === null || to === null);
		if (from === null || to === null) return;
		const narrowed = from !== (filter.from ?? "") || to !== (filter.to ?? "") ? { ...withTime("any"), from, to } : {};
		onChange({ ...said, unit: said.unit?.trim(), director: said.director?.trim(), ...narrowed });
		onClose();
	};
	return (
		<form className="form" onSubmit={submit} noValidate>
			<div className="row">
				<StateSelect filter={filter} onChange={onChange} />
				<TimeSelect filter={filter} onChange={onChange} />
				<SortSelect filter={filter} onChange={onChange} />
			</div>
			<div className="field">
				<label htmlFor="filter-unit">{t("unitFilter")}</label>
				<AutoComplete id="filter-unit" allowClear placeholder={t("unitHint")} value={said.unit ?? ""} options={units} showSearch={{ filterOption: true }} onChange={(unit: string | undefined) => say({ unit: unit ?? "" })} />
			</div>
			<div className="field">
				<span className="label">{t("role")}</span>
				<Segmented aria-label={t("role")} value={said.role === "helper" ? "helper" : "lead"} onChange={(role) => say({ role: role === "lead" ? "" : role })}
					options={[{ value: "lead", label: t("role-lead") }, { value: "helper", label: t("role-helper") }]} />
			</div>
			<div className="field">
				<label htmlFor="filter-director">{t("director")}</label>
				<Input id="filter-director" maxLength={500} value={said.director ?? ""} onChange={(event) => say({ director: event.target.value })} />
			</div>
			{who.may.includes("read") && (
				<div className="field">
					<label htmlFor="filter-plan">{t("plan")}</label>
					<PlanSelect value={said.document ?? ""} onChange={(document) => say({ document })} />
				</div>
			)}
			<div className="filter-days">
				<div className="field">
					<label htmlFor="filter-from">{t("from")}</label>
					<Input id="filter-from" inputMode="numeric" placeholder={t("dayHint")} status={wrong ? "error" : ""} aria-invalid={wrong} aria-describedby="filter-wrong" value={days.from} onChange={(event) => setDays({ ...days, from: event.target.value })} />
				</div>
				<div className="field">
					<label htmlFor="filter-to">{t("to")}</label>
					<Input id="filter-to" inputMode="numeric" placeholder={t("dayHint")} status={wrong ? "error" : ""} aria-invalid={wrong} aria-describedby="filter-wrong" value={days.to} onChange={(event) => setDays({ ...days, to: event.target.value })} />
				</div>
			</div>
			<span id="filter-wrong" role="alert" className="bad">
				{wrong && t("wrongDay")}
			</span>
			<Button type="primary" htmlType="submit">
				{t("apply")}
			</Button>
		</form>
	);
}

/** Typed words stay whatever else is narrowed; those of the address are taken when they change. */
function SearchField({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
	const t = useTexts(tasksTexts);
	const [typed, setTyped] = useState(text);
	return (
		<form role="search" className="row filter-words" onSubmit={(event) => { event.preventDefault(); onSearch(typed.trim()); }}>
			<Input type="search" className="search" maxLength={500} aria-label={t("search")} placeholder={t("search")} value={typed} onChange={(event) => setTyped(event.target.value)} />
			<Button htmlType="submit">{t("find")}</Button>
		</form>
	);
}

export function FilterBar({ filter, onChange }: Props) {
	const t = useTexts(tasksTexts);
	const [open, setOpen] = useState(false);
	const close = () => setOpen(false);
	return (
		<div className="row no-print filter-bar">
			<SearchField key={filter.text ?? ""} text={filter.text ?? ""} onSearch={(text) => onChange({ text })} />
			<span className="row desk-only">
				<StateSelect filter={filter} onChange={onChange} />
				<TimeSelect filter={filter} onChange={onChange} />
				<SortSelect filter={filter} onChange={onChange} />
			</span>
			<Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>
				{t("filters")}
			</Button>
			<Drawer open={open} title={t("filters")} onClose={close} destroyOnHidden size="min(26rem, 100vw)">
				<FilterForm filter={filter} onChange={onChange} onClose={close} />
			</Drawer>
		</div>
	);
}

/** @plan: the number of the plan that the list is narrowed to, where a row tells it */
export function Chips({ filter, onChange, onClear, plan }: Props & { onClear: () => void; plan: string | null }) {
	const t = useTexts(tasksTexts);
	const states = useTexts(stateTexts);
	const chips = chipsOf(filter);
	if (chips.length === 0) return null;
	const role = filter.role === "helper" || filter.role === "director" ? filter.role : "lead";
	const name = (chip: Chip): string => {
		if (chip.name === "time") return chip.value === "days" ? t("chip-days", { from: formatDay(filter.from) || "…", to: formatDay(filter.to) || "…" }) : t(`time-${chip.value}`);
		if (chip.name === "state") return chip.value === "all" ? t("all") : chip.value.split(",").map((one) => (one in stateTexts ? states(one as StateWord) : one)).join(", ");
		if (chip.name === "unit") return t(`chip-unit-${role}`, { value: chip.value });
		if (chip.name === "director") return t("chip-unit-director", { value: chip.value });
		if (chip.name === "document") return t("chip-plan", { value: plan ?? `#${chip.value}` });
		return t("chip-text", { value: chip.value });
	};
	return (
		<ul className="plain row chips no-print" aria-label={t("filters")}>
			{chips.map((chip) => (
				<li key={chip.name}>
					<button type="button" className="chip" aria-label={t("away", { what: name(chip) })} onClick={() => onChange(chip.clears)}>
						<bdi className="chip-text">{name(chip)}</bdi>
						<CloseOutlined aria-hidden="true" />
					</button>
				</li>
			))}
			<li>
				<Button type="link" onClick={onClear}>
					{t("clear")}
				</Button>
			</li>
		</ul>
	);
}
