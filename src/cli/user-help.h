/* SPDX-License-Identifier: GPL-3.0-or-later */
/* user-help.h: what help says of dondoc user */
#pragma once

#define DD_USER_USAGE                                                                              \
	"list|show|add|invite|password|role|unit|way|disable|enable|totp|demand-totp|sign-out|"    \
	"check-directory|"                                                                         \
	"token|tokens|token-revoke [NAME] [OPTION…]"
#define DD_USER_HELP                                                                                              \
	"  list                mọi tài khoản; --format table|json (all accounts)\n"                          \
	"  show NAME           một tài khoản; --format table|json (one account)\n"                           \
	"  add NAME --role ROLE [--unit UNIT] [--password-stdin]   thêm; không có "                            \
	"mật khẩu thì chỉ dùng mã API và lệnh (without a "                                            \
	"password it has API tokens and commands only)\n"                                                         \
	"      --way ldap|oidc     người này đăng nhập qua thư mục LDAP, OpenID Connect "              \
	"(signs in through a directory, a provider)\n"                                                            \
	"  way NAME local|ldap|oidc   đổi cách đăng nhập; mọi phiên và mã API kết thúc (another " \
	"way to sign in; all sessions and API tokens end)\n"                                                      \
	"  invite NAME         in ra lời mời đặt mật khẩu, một lần (prints an invitation to set "  \
	"the "                                                                                                    \
	"password, once)\n"                                                                                       \
	"  check-directory [NAME] --config FILE [--password-stdin]   thử thiết lập "                        \
	"[ldap] từng bước (tries the group [ldap] step by step)\n"                                           \
	"  password NAME --password-stdin   đổi mật khẩu; mọi phiên và mã API kết thúc (a "        \
	"new password; all sessions and API tokens end)\n"                                                        \
	"  role NAME ROLE, unit NAME [UNIT]   đổi vai trò, đơn vị; không nêu đơn "                    \
	"vị là cả cơ quan (without a unit: the whole office)\n"                                             \
	"  disable NAME, enable NAME   khóa, mở lại; tài khoản không bao giờ bị "                    \
	"xóa (an account is never removed)\n"                                                                    \
	"  totp NAME --enable|--disable   mã dùng một lần; in ra URI cho điện "                          \
	"thoại (one-time codes; prints the URI for a telephone)\n"                                              \
	"  demand-totp ROLE --enable|--disable   vai trò này phải có mã dùng một "                       \
	"lần (this role must have them)\n"                                                                      \
	"  sign-out NAME       kết thúc mọi phiên đăng nhập (end all sessions)\n"                       \
	"  token NAME [--scope read,write,admin] [--days N] [--label TEXT]   in ra "                              \
	"mã API mới, một lần; mặc định read,write, 90 "                                               \
	"ngày (print a new API token, once)\n"                                                                   \
	"  tokens NAME, token-revoke NAME ID   các mã API; thu hồi (its API "                                 \
	"tokens; revoke one)\n"                                                                                   \
	"      --password-stdin   mật khẩu là dòng đầu của đầu vào chuẩn (the "                  \
	"password is the first line of standard input)\n"                                                         \
	"  -r, --role ROLE     administrator, clerk, overseer, leader, focal, "                                   \
	"officer, inspector, public\n"                                                                            \
	"  -w, --why TEXT      lý do (the reason)\n"
