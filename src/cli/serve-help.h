/* SPDX-License-Identifier: GPL-3.0-or-later */
/* serve-help.h: what help says of the settings of dondoc serve */
#pragma once

#define DD_SERVE_HELP                                                                                                     \
	"  -c, --config FILE   tệp thiết lập, nhóm [server]; biến môi trường DONDOC_… và tùy "           \
	"chọn thay nó (settings, group "                                                                               \
	"[server]; DONDOC_… and options override it)\n"                                                                 \
	"      --listen A:P    địa chỉ và cổng; mặc định 127.0.0.1:8080, cổng 0 là cổng trống "       \
	"(where to listen; port 0 takes a "                                                                               \
	"free one)\n"                                                                                                     \
	"      --certificate FILE, --key FILE  chứng thư và khóa PEM: HTTPS (TLS, with both)\n"                      \
	"      --proxies LIST  máy trung gian được tin X-Forwarded-For (addresses of proxies "                       \
	"that are believed)\n"                                                                                            \
	"      --log FORM      lines (mặc định, default), json, off\n"                                               \
	"      --threads N     luồng đọc kết nối; 0: theo số bộ xử lý (threads; 0: one for each "         \
	"processor)\n"                                                                                                    \
	"      --connections N kết nối cùng lúc, mặc định 1000 (at once)\n"                                    \
	"      --share N       kết nối của một địa chỉ, mặc định 250; 0: không hạn chế (from one " \
	"address)\n"                                                                                                      \
	"      --jobs N        tệp gửi lên được đọc cùng lúc, mặc định 2; 0: máy chủ khác đọc " \
	"(files that are read at once; 0: other servers read them)\n"                                                     \
	"      --rate N        yêu cầu mỗi giây từ một địa chỉ, mặc định 100; 0: không hạn chế " \
	"(requests a second from one "                                                                                    \
	"address; 0: any number)\n"
