// SPDX-License-Identifier: GPL-3.0-or-later
import { defineTexts } from "../../i18n/texts";

export const adminTexts = defineTexts({
	title: { vi: "Quản trị", en: "Administration" },
	parts: { vi: "Các phần quản trị", en: "Parts of the administration" },
	users: { vi: "Người dùng", en: "Users" },
	roles: { vi: "Vai trò, đăng nhập", en: "Roles and sign-in" },
	holidays: { vi: "Ngày nghỉ", en: "Days off" },
	jobs: { vi: "Việc đọc tệp", en: "Jobs" },
	audit: { vi: "Nhật ký", en: "Record of changes" },

	find: { vi: "Tìm theo tên, đơn vị", en: "Search by name or unit" },
	roleFilter: { vi: "Lọc theo vai trò", en: "Filter by role" },
	allRoles: { vi: "Mọi vai trò", en: "All roles" },
	count: { vi: "{n} tài khoản", en: "{n} account|{n} accounts" },
	none: { vi: "Không có tài khoản nào như vậy", en: "No account is like that" },
	noneHint: { vi: "Hãy bỏ bớt chữ trong ô tìm, hoặc mời người mới.", en: "Take words out of the search, or invite somebody." },
	name: { vi: "Tên đăng nhập", en: "User name" },
	role: { vi: "Vai trò", en: "Role" },
	unit: { vi: "Đơn vị", en: "Unit" },
	wholeOffice: { vi: "Toàn cơ quan", en: "The whole office" },
	way: { vi: "Cách đăng nhập", en: "Signs in by" },
	standing: { vi: "Tình trạng", en: "State" },
	codes: { vi: "Mã dùng một lần", en: "One-time codes" },
	yes: { vi: "Có", en: "Yes" },
	no: { vi: "Chưa", en: "No" },
	since: { vi: "Tạo lúc", en: "Made" },
	lockedUntil: { vi: "Tạm khóa đến", en: "Locked until" },

	invite: { vi: "Mời người dùng", en: "Invite a user" },
	inviteExplain: { vi: "Tạo tài khoản chưa có mật khẩu và một lời mời. Người được mời tự đặt mật khẩu; không ai khác biết mật khẩu ấy.", en: "Makes an account without a password, and an invitation. Whoever is invited sets the password; nobody else knows it." },
	nameHint: { vi: "Viết liền không dấu, ví dụ: nguyenvanan", en: "Without blanks and marks: nguyenvanan" },
	unitHint: { vi: "Để trống nếu là toàn cơ quan.", en: "Leave it empty for the whole office." },
	invitation: { vi: "Lời mời", en: "The invitation" },
	invitationOnce: { vi: "Hãy chuyển đường dẫn này cho {name} ngay bây giờ, theo cách riêng tư: lời mời chỉ hiện một lần, dùng một lần, hết hạn {until}.", en: "Give this link to {name} now, in private: it is shown once, works once, and ends {until}." },

	actions: { vi: "Việc có thể làm", en: "What you may do" },
	change: { vi: "Đổi vai trò, đơn vị", en: "Change role and unit" },
	reason: { vi: "Lý do", en: "Reason" },
	save: { vi: "Lưu", en: "Save" },
	saved: { vi: "Đã lưu.", en: "Saved." },
	reinvite: { vi: "Mời đặt lại mật khẩu", en: "Invite to a new password" },
	reinviteExplain: { vi: "Lời mời trước (nếu có) hết hiệu lực. Mật khẩu cũ vẫn dùng được cho đến khi đặt mật khẩu mới.", en: "An invitation from before is over. The old password works until a new one is set." },
	disable: { vi: "Khóa tài khoản", en: "Disable the account" },
	disableExplain: { vi: "{name} không đăng nhập được nữa; phiên và mã API kết thúc. Tài khoản không bị xóa, vì nhật ký nhắc tới.", en: "{name} gets in no more; sessions and tokens end. The account stays, for the record speaks of it." },
	enable: { vi: "Mở lại tài khoản", en: "Enable the account" },
	enableExplain: { vi: "{name} lại đăng nhập được, cũng không phải chờ vì nhập sai trước đó.", en: "{name} may sign in again, without a wait for what went wrong before." },
	dropCodes: { vi: "Bỏ mã dùng một lần", en: "Drop the one-time codes" },
	dropCodesExplain: { vi: "Khi {name} mất điện thoại. Hãy chắc chắn người yêu cầu đúng là {name}. Vai trò bắt buộc có mã sẽ phải đăng ký lại ngay khi đăng nhập.", en: "When {name} has lost the telephone. Make sure who asks. A role that needs codes enrols again when signing in." },
	endSessions: { vi: "Kết thúc mọi phiên", en: "End all sessions" },
	endSessionsExplain: { vi: "{name} phải đăng nhập lại ở mọi nơi.", en: "{name} has to sign in again everywhere." },
	ended: { vi: "Đã kết thúc.", en: "Ended." },
	history: { vi: "Nhật ký của tài khoản", en: "Record of this account" },
	missing: { vi: "Không có tài khoản này.", en: "There is no such account." },
	back: { vi: "Mọi người dùng", en: "All users" },
	stale: { vi: "Tài khoản vừa được người khác thay đổi. Hãy xem lại rồi lưu lần nữa.", en: "Somebody else has just changed this account. Look again, and save once more." },

	ways: { vi: "Cách đăng nhập của máy chủ này", en: "How this server lets people in" },
	waysHint: { vi: "Đặt trong tệp cấu hình của máy chủ (nhóm ldap, oidc); trang này chỉ cho xem.", en: "Set in the server's own file (groups ldap, oidc); this page only shows them." },
	rolesHint: { vi: "Vai trò quyết định ai được làm gì. Với vai trò có quyền lớn, nên bắt buộc mã dùng một lần.", en: "The role decides who may do what. Demand one-time codes of those that may do much." },
	may: { vi: "Được làm", en: "May do" },
	people: { vi: "Số tài khoản", en: "Accounts" },
	demand: { vi: "Bắt buộc mã một lần", en: "Demands codes" },
	demandOn: { vi: "Bắt buộc mã dùng một lần với vai trò “{role}”", en: "Demand one-time codes of “{role}”" },
	demandOff: { vi: "Thôi bắt buộc mã dùng một lần với vai trò “{role}”", en: "Demand codes of “{role}” no more" },
	demandOnExplain: { vi: "Ai có vai trò này mà chưa đăng ký mã sẽ phải đăng ký ngay ở việc tiếp theo; nội dung đang nhập vẫn còn.", en: "Whoever has this role without codes takes them into use at the next step; what is typed stays." },
	demandOffExplain: { vi: "Chỉ cần mật khẩu; ai đã đăng ký mã thì vẫn dùng mã.", en: "The password is enough; whoever has codes goes on using them." },
	demandNo: { vi: "Không", en: "No" },
	demandSet: { vi: "Bắt buộc", en: "Demand" },
	demandDrop: { vi: "Thôi bắt buộc", en: "Demand no more" },
	units: { vi: "Danh mục đơn vị", en: "Directory of units" },
});

export const wayTexts = defineTexts({
	local: { vi: "Mật khẩu ở đây", en: "Password kept here" },
	ldap: { vi: "Thư mục của cơ quan (LDAP)", en: "The office's directory (LDAP)" },
	oidc: { vi: "Đăng nhập một lần (OpenID Connect)", en: "Single sign-on (OpenID Connect)" },
});

export const standingTexts = defineTexts({
	active: { vi: "Đang hoạt động", en: "Active" },
	invited: { vi: "Chưa đặt mật khẩu", en: "No password yet" },
	locked: { vi: "Tạm khóa vì nhập sai", en: "Locked for wrong tries" },
	disabled: { vi: "Đã khóa", en: "Disabled" },
});

/** Names of roles, and what each may do, as src/work/permission.c has it. */
export const roleTexts = defineTexts({
	administrator: { vi: "Quản trị", en: "Administrator" },
	clerk: { vi: "Văn thư", en: "Clerk" },
	overseer: { vi: "Chuyên viên theo dõi", en: "Overseer" },
	leader: { vi: "Lãnh đạo", en: "Leader" },
	focal: { vi: "Đầu mối đơn vị", en: "Unit's focal person" },
	officer: { vi: "Chuyên viên thực hiện", en: "Officer" },
	inspector: { vi: "Kiểm tra", en: "Inspector" },
	public: { vi: "Công khai", en: "Public" },
});

export const mayTexts = defineTexts({
	administrator: { vi: "Giữ tài khoản, danh mục đơn vị, nhật ký; xem mọi nhiệm vụ, không quyết định nhiệm vụ nào", en: "Keeps accounts, units and the record; sees all tasks and decides about none" },
	clerk: { vi: "Nhập, kiểm tra, giao kế hoạch", en: "Imports, checks and issues plans" },
	overseer: { vi: "Như văn thư; theo dõi, đôn đốc, yêu cầu bổ sung, xác nhận hoàn thành", en: "As a clerk; follows up, asks for more, confirms as done" },
	leader: { vi: "Như chuyên viên theo dõi; rút nhiệm vụ, kết thúc không thực hiện", en: "As an overseer; withdraws tasks, closes what is not carried out" },
	focal: { vi: "Tiếp nhận, từ chối, báo cáo, trình kết quả của đơn vị mình", en: "Takes on, refuses, reports and submits for the own unit" },
	officer: { vi: "Tiếp nhận, báo cáo, trình kết quả của đơn vị mình", en: "Takes on, reports and submits for the own unit" },
	inspector: { vi: "Xem mọi thứ, kể cả nhật ký; không thay đổi gì", en: "Sees everything, the record too; changes nothing" },
	public: { vi: "Xem kế hoạch đã công bố", en: "Sees what is published" },
});
