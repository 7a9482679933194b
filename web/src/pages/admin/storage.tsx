// SPDX-License-Identifier: GPL-3.0-or-later
// What the store takes, of what, and how much room there is left: what an administrator looks at before the disk is full.
import { useQuery } from "@tanstack/react-query";
import { call, type AnswerOf } from "../../api/client";
import { useSettings } from "../../app/settings";
import { Loading } from "../../app/shell";
import { formatNumber, useTexts } from "../../i18n/texts";
import { ErrorNotice } from "../../kit/error-notice";
import { Facts } from "../../kit/facts";
import { formatSize } from "../../kit/size";
import { adminKeys } from "./data";
import { AdminHead } from "./parts";
import { storageTexts } from "./storage-texts";
import { roomOf } from "./storage-room";

type Storage = AnswerOf<"/api/v1/storage", "get">;

function Disk({ storage }: { storage: Storage }) {
	const t = useTexts(storageTexts);
	const { language } = useSettings();
	if (!storage.disk) return <p className="quiet">{t("noDisk")}</p>;
	const { bytes, free } = storage.disk;
	const room = roomOf(storage.bytes, free, bytes);
	return (
		<>
			<p>
				<span className={`tag ${room === "enough" ? "good" : room === "little" ? "warn" : "bad"}`}>
					<span aria-hidden="true">{room === "enough" ? "✔" : "⚠"}</span> {t(room)}
				</span>{" "}
				{t("free", { free: formatSize(free, language), all: formatSize(bytes, language) })}
			</p>
			<progress className="storage-bar" aria-label={t("usedOf")} max={bytes} value={bytes - free} />
			{room !== "enough" && <p className="quiet">{t("roomHint")}</p>}
		</>
	);
}

function Kinds({ storage }: { storage: Storage }) {
	const t = useTexts(storageTexts);
	const { language } = useSettings();
	if (!storage.kinds) return <p className="quiet">{t("unsorted")}</p>;
	const rows = [...storage.kinds].sort((a, b) => b.bytes - a.bytes);
	const most = Math.max(1, ...rows.map((row) => row.bytes));
	return (
		<div className="figures-box" tabIndex={0} role="group" aria-labelledby="storage-kinds">
			<table className="figures">
				<thead>
					<tr>
						<th scope="col">{t("what")}</th>
						<th scope="col" className="num">{t("size")}</th>
						<th scope="col">{t("share")}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.kind}>
							<th scope="row">{t(row.kind)}</th>
							<td className="num">{formatSize(row.bytes, language)}</td>
							<td>
								<span className="quiet">{t("percent", { n: Math.round((100 * row.bytes) / Math.max(1, storage.bytes)) })}</span>
								<span className="parts" aria-hidden="true">
									<span className="part-open-in-time" style={{ width: `${(100 * row.bytes) / most}%` }} />
								</span>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

export default function StoragePage() {
	const t = useTexts(storageTexts);
	const { language } = useSettings();
	const asked = useQuery({ queryKey: adminKeys.storage, queryFn: async ({ signal }) => (await call("get", "/api/v1/storage", { signal })).data });
	const storage = asked.data;
	const count = (n: number) => formatNumber(n, language);
	return (
		<>
			<AdminHead />
			{asked.isPending && <Loading />}
			{asked.isError && <ErrorNotice error={asked.error} retry={() => void asked.refetch()} />}
			{storage && (
				<>
					<section className="panel" aria-labelledby="storage">
						<h2 id="storage">{t("store")}</h2>
						<Facts
							rows={[
								[t("engine"), storage.engine === "sqlite" ? "SQLite" : "PostgreSQL"],
								[t("whole"), formatSize(storage.bytes, language)],
								[t("unused"), storage.unused > 0 && formatSize(storage.unused, language)],
								[t("documents"), t("documentsOf", { n: count(storage.documents), heard: count(storage.heard) })],
								[t("tasks"), count(storage.tasks)],
								[t("files"), t("filesOf", { n: count(storage.files), size: formatSize(storage.file_bytes, language) })],
								[t("waiting"), storage.waiting_bytes > 0 && formatSize(storage.waiting_bytes, language)],
								[t("records"), count(storage.records)],
							]}
						/>
						<p className="quiet">{t("backup")}</p>
					</section>
					<section className="panel" aria-labelledby="storage-disk">
						<h2 id="storage-disk">{t("disk")}</h2>
						<Disk storage={storage} />
					</section>
					<section className="panel" aria-labelledby="storage-kinds">
						<h2 id="storage-kinds">{t("kinds")}</h2>
						<Kinds storage={storage} />
					</section>
				</>
			)}
		</>
	);
}
