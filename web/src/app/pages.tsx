// SPDX-License-Identifier: GPL-3.0-or-later
// The table of pages. A new page is a folder in src/pages with page.tsx (default export: the component, given what its path names)
// and texts.ts, and one row here; tests/page/pages.mjs names it for the tests that look at all pages.
import { ApartmentOutlined, BarChartOutlined, CheckSquareOutlined, FileSearchOutlined, FileTextOutlined, HomeOutlined, ImportOutlined, ScheduleOutlined, SafetyCertificateOutlined, SettingOutlined, UserOutlined } from "@ant-design/icons";
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { Text } from "../i18n/texts";
import type { Identity } from "../api/session-state";
import { matchPath } from "./router";

export interface PageProps {
	params: Readonly<Record<string, string>>;
}

interface Row {
	/** "/nhiem-vu/:id"; Vietnamese without marks, as it stands in addresses that people send each other */
	path: string;
	title: Text;
	/** its script, which comes when it is first shown */
	load: () => Promise<{ default: ComponentType<PageProps> }>;
	/** stands in the navigation with this sign; the key behind "g" opens it */
	nav?: { icon: ComponentType; key: string; roles?: readonly Identity["role"][] };
}

/** All but the public, who are shown what is published */
const readers = ["administrator", "clerk", "overseer", "leader", "focal", "officer", "inspector"];

const rows: readonly Row[] = [
	{
		path: "/hom-nay",
		title: { vi: "Hôm nay", en: "Today" },
		load: () => import("../pages/home/page"),
		nav: { icon: HomeOutlined, key: "h" },
	},
	{
		path: "/nhiem-vu",
		title: { vi: "Nhiệm vụ", en: "Tasks" },
		load: () => import("../pages/tasks/page"),
		nav: { icon: CheckSquareOutlined, key: "n" },
	},
	{
		path: "/tong-hop",
		title: { vi: "Tổng hợp", en: "Overview" },
		load: () => import("../pages/overview/page"),
		nav: { icon: BarChartOutlined, key: "o", roles: readers },
	},
	{
		path: "/ke-hoach",
		title: { vi: "Kế hoạch", en: "Plans" },
		load: () => import("../pages/plan/list"),
		nav: { icon: ScheduleOutlined, key: "p", roles: readers },
	},
	{ path: "/ke-hoach/:id", title: { vi: "Kế hoạch", en: "Plan" }, load: () => import("../pages/plan/page") },
	{
		path: "/van-ban",
		title: { vi: "Văn bản", en: "Documents" },
		load: () => import("../pages/documents/page"),
		nav: { icon: FileTextOutlined, key: "v", roles: readers },
	},
	{ path: "/van-ban/:id", title: { vi: "Văn bản", en: "Document" }, load: () => import("../pages/documents/document") },
	{
		path: "/don-vi",
		title: { vi: "Đơn vị", en: "Units" },
		load: () => import("../pages/units/page"),
		nav: { icon: ApartmentOutlined, key: "d", roles: readers },
	},
	{ path: "/don-vi/ten-goi", title: { vi: "Tên gọi chờ quyết định", en: "Names that wait" }, load: () => import("../pages/units/names") },
	{ path: "/don-vi/:number", title: { vi: "Đơn vị", en: "Unit" }, load: () => import("../pages/units/unit") },
	{
		path: "/nhiem-vu/:id",
		title: { vi: "Nhiệm vụ", en: "Task" },
		load: () => import("../pages/task/page"),
	},
	{
		path: "/nhap-van-ban",
		title: { vi: "Nhập văn bản", en: "Import" },
		load: () => import("../pages/import/page"),
		nav: { icon: ImportOutlined, key: "i", roles: ["clerk", "overseer", "leader"] },
	},
	{
		path: "/kiem-tra",
		title: { vi: "Kiểm tra", en: "Check" },
		load: () => import("../pages/check/list"),
		nav: { icon: FileSearchOutlined, key: "k", roles: ["clerk", "overseer", "leader"] },
	},
	{
		path: "/kiem-tra/:id",
		title: { vi: "Kiểm tra kế hoạch", en: "Check a plan" },
		load: () => import("../pages/check/page"),
	},
	{
		path: "/quan-tri",
		title: { vi: "Quản trị", en: "Administration" },
		load: () => import("../pages/admin/page"),
		nav: { icon: SettingOutlined, key: "q", roles: ["administrator"] },
	},
	{ path: "/quan-tri/nguoi-dung/:id", title: { vi: "Tài khoản người dùng", en: "User" }, load: () => import("../pages/admin/user") },
	{ path: "/quan-tri/vai-tro", title: { vi: "Vai trò, đăng nhập", en: "Roles and sign-in" }, load: () => import("../pages/admin/roles") },
	{ path: "/quan-tri/ngay-nghi", title: { vi: "Ngày nghỉ", en: "Days off" }, load: () => import("../pages/admin/holidays") },
	{ path: "/quan-tri/loai-don-vi", title: { vi: "Loại đơn vị", en: "Kinds of units" }, load: () => import("../pages/admin/kinds") },
	{ path: "/quan-tri/luu-tru", title: { vi: "Lưu trữ", en: "Storage" }, load: () => import("../pages/admin/storage") },
	{ path: "/quan-tri/viec-doc", title: { vi: "Việc đọc tệp", en: "Jobs" }, load: () => import("../pages/admin/jobs") },
	{
		path: "/quan-tri/nhat-ky",
		title: { vi: "Nhật ký", en: "Record of changes" },
		load: () => import("../pages/admin/audit-page"),
		// an administrator comes here from the page above
		nav: { icon: SafetyCertificateOutlined, key: "j", roles: ["inspector"] },
	},
	{
		path: "/tai-khoan",
		title: { vi: "Tài khoản", en: "Account" },
		load: () => import("../pages/profile/page"),
		nav: { icon: UserOutlined, key: "t" },
	},
];

export interface Page extends Row {
	component: LazyExoticComponent<ComponentType<PageProps>>;
}

export const pages: readonly Page[] = rows.map((row) => ({ ...row, component: lazy(row.load) }));

/** Where a user begins. */
export const firstPath = "/hom-nay";

/** Asks for the script of the page at @path before it is known who is signed in; what fails is asked for again when it is shown. */
export function loadEarly(path: string): void {
	const page = pages.find((one) => matchPath(one.path, path === "/" ? firstPath : path));
	page?.load().catch(() => undefined);
}
