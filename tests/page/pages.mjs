// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that every look is given at: pictures, WCAG, nothing wrong on the way. A new page is a row here.

/** path, name of its pictures, account that looks at it, and what is there when it is whole */
export const pages = [
	{ path: "/", name: "sign-in", shows: "button:has-text('Đăng nhập')" },
	{ path: "/hom-nay", name: "home-leader", account: "lanhdao", shows: "#late-units" },
	{ path: "/hom-nay", name: "home-unit", account: "daumoi", shows: "#waiting" },
	{ path: "/hom-nay", name: "home-clerk", account: "vanthu", shows: "#drafts" },
	{ path: "/hom-nay", name: "home-public", account: "congkhai", shows: ".empty strong" },
	{ path: "/nhiem-vu", name: "tasks", account: "theodoi", shows: ".wt-row" },
	{ path: "/nhiem-vu?state=withdrawn", name: "tasks-none", account: "theodoi", shows: ".empty strong" },
	{ path: "/tong-hop", name: "overview", account: "lanhdao", shows: "#heat" },
	{ path: "/tong-hop?as_of=2024-06-30", name: "overview-then", account: "theodoi", shows: "#by-unit" },
	{ path: "/van-ban", name: "documents", account: "vanthu", shows: ".wt-row" },
	{ path: "/van-ban?q=zzqxwvkjq", name: "documents-nothing", account: "vanthu", shows: ".empty strong" },
	{ path: "/van-ban/1", name: "document", account: "vanthu", shows: "#chain" },
	{ path: "/don-vi", name: "units", account: "quantri", shows: ".unit-tree" },
	{ path: "/don-vi/ten-goi?document=1", name: "units-waiting", account: "vanthu", shows: ".name-row" },
	{ path: "/nhiem-vu/3", name: "task", account: "theodoi", shows: "#quoted" },
	{ path: "/nhiem-vu/999999", name: "task-none", account: "chuyenvien", shows: ".empty h1" },
	{ path: "/nhap-van-ban", name: "import", account: "vanthu", shows: ".drop" },
	{ path: "/kiem-tra", name: "check-list", account: "vanthu", shows: ".jobs li" },
	{ path: "/quan-tri", name: "admin", account: "quantri", shows: ".wt-row" },
	{ path: "/quan-tri/nguoi-dung/3", name: "admin-user", account: "quantri", shows: "#user-actions" },
	{ path: "/quan-tri/nguoi-dung/999999", name: "admin-user-none", account: "quantri", shows: ".empty h1" },
	{ path: "/quan-tri/vai-tro", name: "admin-roles", account: "quantri", shows: "#ways" },
	{ path: "/quan-tri/nhat-ky", name: "admin-audit", account: "kiemtra", shows: ".lines summary" },
	{ path: "/loi-moi", name: "invitation-none", shows: "#invited-password" },
	{ path: "/tai-khoan", name: "account", account: "chuyenvien", shows: "#sessions ~ ul > li" },
	{ path: "/khong-co-trang-nay", name: "missing", account: "theodoi", shows: ".empty h1" },
];
