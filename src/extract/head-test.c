/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-test.c: heads and tails of documents of many kinds of offices, in the forms that converters leave behind */
#include "head.h"

#include <string.h>

#include "date.h"
#include "head-line.h"
#include "lines.h"

#define MOTTO "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
#define BODY                                                                                                         \
	"\nCăn cứ Luật Thanh tra ngày 14 tháng 11 năm 2022;\nI. MỤC ĐÍCH\n1. Nâng cao chất lượng " \
	"công tác trên địa bàn của các cơ quan, đơn vị được giao./.\n"

/* What is NULL is not looked at; "" must be absent */
typedef struct {
	const char *name;
	const char *text;
	const char *type, *number, *issuer, *place, *date, *title, *authority, *position, *signer;
	const char *recipients; /* joined by " | " */
	const char *annexes;    /* "line name", joined */
	const char *other;      /* secrecy, urgency, draft, remarks, zones: see describe_other */
} Case;

static const Case cases[] = {
	{"no head at all: the text names a decree and says what is issued",
		"Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng\n4 năm 2018, Ủy ban nhân dân "
		"thành phố ban hành Kế hoạch như sau:\n1. Thống nhất tiêu chí.\n",
		"Kế hoạch", "", "Ủy ban nhân dân thành phố", "", "", "", "", "", "", "", "", NULL},
	{"a collection that repeats the number, an attached plan without recipients before it",
		"THỦ TƯỚNG\nCHÍNH PHỦ\n" MOTTO
		"Số: 7/2003/QĐ-TTg\nHà Nội, ngày 03/9/2003\nQUYẾT ĐỊNH\n"
		"CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 7/2003/QĐ-TTG NĂM 2003 VỀ KẾ HOẠCH X\nQUYẾT ĐỊNH:\n"
		"Điều 1. Ban hành.\nKẾ HOẠCH\n(Ban hành kèm theo Quyết định)\n",
		"Quyết định", "7/2003/QĐ-TTg", "Thủ tướng Chính phủ", "Hà Nội", "2003-09-03",
		"VỀ KẾ HOẠCH X", "", "", "", "", "", NULL},
	{"Markdown, each column in one cell",
		"| BỘ Y TẾ<br>**BỆNH VIỆN SẢN NHI** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
		"NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n"
		"|---|---|\n| Số: 64/KH-BVSN | *Hà Nội, ngày 20 tháng 01 năm 2026* |\n\nKẾ "
		"HOẠCH\nCải tiến chất lượng\n" BODY
		"| **Nơi nhận:**<br>- Bộ Y tế (b/c);<br>- Lưu: VT, QLCL. | **KT. GIÁM "
		"ĐỐC**<br>**PHÓ GIÁM ĐỐC**<br><br><br>**BSCKII. Phan Thị Hoa** |\n|---|---|\n",
		"Kế hoạch", "64/KH-BVSN", "Bệnh viện Sản Nhi", "Hà Nội", "2026-01-20",
		"Cải tiến chất lượng", "KT. GIÁM ĐỐC", "Phó Giám đốc", "Phan Thị Hoa",
		"Bộ Y tế (b/c) | Lưu: VT, QLCL", "", NULL},
	{"Markdown, a union without the motto of the State",
		"| BCH ĐOÀN TỈNH LÀO CAI<br>*** | ĐOÀN TNCS HỒ CHÍ MINH |\n|---|---|\n| Số: "
		"88-KH/TĐTN | Lào Cai, "
		"ngày 09 tháng 02 năm 2026 |\n\nKẾ HOẠCH\nTháng Thanh niên\n" BODY
		"| Nơi nhận: | TM. BAN THƯỜNG VỤ |\n|---|---|\n| - Trung ương Đoàn (b/c);<br>- Lưu "
		"VP. | PHÓ BÍ "
		"THƯ<br><br>Giàng Thị Dung |\n",
		"Kế hoạch", "88-KH/TĐTN", NULL, "Lào Cai", "2026-02-09", "Tháng Thanh niên",
		"TM. BAN THƯỜNG VỤ", "Phó Bí thư", "Giàng Thị Dung",
		"Trung ương Đoàn (b/c) | Lưu VP", "", NULL},
	{"a tail drawn with strokes",
		"UBND TỈNH LONG AN\nSỞ TƯ PHÁP\n" MOTTO
		"Số: 7/KH-STP\nLong An, ngày 09 tháng 01 năm 2023\nKẾ HOẠCH\nTheo dõi thi hành "
		"pháp luật\n" BODY "     |Nơi nhận:                  |   | GIÁM ĐỐC         |\n|- "
		"UBND tỉnh (b/c);         |   |"
		"                  |\n|- Các phòng, đơn vị thuộc  |   |Phan Ngọc Hòa     |\n|Sở;   "
		"          "
		"          |   |                  |\n|- Lưu: VT.                 |   |             "
		"     |\n",
		"Kế hoạch", "7/KH-STP", NULL, NULL, NULL, NULL, "", "Giám đốc", "Phan Ngọc Hòa",
		"UBND tỉnh (b/c) | Các phòng, đơn vị thuộc Sở | Lưu: VT", "", NULL},
	{"the signature woven into the recipients without a sign",
		"TỈNH ỦY NINH BÌNH ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY GIA VIỄN\n* Gia Viễn, ngày 21 "
		"tháng 10 năm "
		"2022\nSố 86-KH/HU\nKẾ HOẠCH\nxây dựng văn hóa\n-----\n" BODY
		"Nơi nhận: T/M BAN THƯỜNG VỤ\n- Ban Thường vụ Tỉnh ủy (báo cáo), PHÓ BÍ THƯ THƯỜNG "
		"TRỰC\n- Đảng đoàn "
		"HĐND huyện,\n- Lưu Văn phòng Huyện ủy. Đinh Thị Thắm\n",
		"Kế hoạch", "86-KH/HU", "Huyện ủy Gia Viễn", "Gia Viễn", "2022-10-21", NULL,
		"T/M BAN THƯỜNG VỤ", "Phó Bí thư Thường trực", "Đinh Thị Thắm",
		"Ban Thường vụ Tỉnh ủy (báo cáo) | Đảng đoàn HĐND huyện | Lưu Văn phòng Huyện ủy",
		"", NULL},
	{"a file copy with posts of a room is no authority",
		"UBND TỈNH LONG AN\nSỞ TƯ PHÁP\n" MOTTO
		"Số: 8/KH-STP\nLong An, ngày 09 tháng 01 năm 2023\nKẾ HOẠCH\nTheo dõi thi hành "
		"pháp luật\n" BODY
		"Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT, KT (NTT).\nGIÁM ĐỐC\nPhan Ngọc Hòa\n",
		NULL, NULL, NULL, NULL, NULL, NULL, "", "Giám đốc", "Phan Ngọc Hòa",
		"UBND tỉnh | Lưu: VT, KT (NTT)", "", NULL},
	{"dirt of a stamp in the letterhead, a paragraph right below the title",
		"Người ký: Ủy ban\nSN nhân dân tỉnh Lạng\nlš | són\n\nUỶ BAN NHÂN DÂN CỘNG HÒA "
		"XÃ HỘI CHỦ NGHĨA VIỆT "
		"NAM\n\n307:00\n\nTỈNH LẠNG SƠN Độc lập - Tự do - Hạnh phúc\nSố: 05/CT-UBND "
		"Lạng Sơn, ngày 3 "
		"tháng 4 năm 2020\nCHỈ THỊ\n\n,Về việc mở rộng nộp thuế điện tử\nđối với cá nhân "
		"kinh doanh\n\nTrong "
		"thời gian qua, công tác nộp thuế điện tử trên địa bàn tỉnh đã được tập "
		"trung\nlãnh đạo, chỉ "
		"quyết liệt, tuy nhiên\nkết quả chưa cao.\n1. Cục Thuế tỉnh rà soát./.\nNơi "
		"nhận:\n~ Tổng cục "
		"Thuế;\n- Kho bạc Nhà nước; à\n- Lưu: VT.\n",
		"Chỉ thị", "05/CT-UBND", "Ủy ban nhân dân tỉnh Lạng Sơn", "Lạng Sơn", "2020-04-03",
		"Về việc mở rộng nộp thuế điện tử đối với cá nhân kinh doanh", NULL, NULL, NULL,
		"Tổng cục Thuế | Kho bạc Nhà nước | Lưu: VT", NULL, NULL},
	{"ministry, two columns by tabs",
		"BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------\tĐộc lập - Tự do - Hạnh "
		"phúc\nSố: 212/KH-BYT\tHà Nội, ngày 05 tháng 3 năm 2025\n\nKẾ HOẠCH\nTriển khai "
		"công tác y tế học đường năm 2025\n" BODY
		"\nNơi nhận:\tKT. BỘ TRƯỞNG\n- Bộ trưởng (để b/c);\tTHỨ TRƯỞNG\n- Lưu: VT, "
		"DP.\n\n\tĐỗ Xuân Tuyên\n",
		"Kế hoạch", "212/KH-BYT", "Bộ Y tế", "Hà Nội", "2025-03-05",
		"Triển khai công tác y tế học đường năm 2025", "KT. BỘ TRƯỞNG", "Thứ trưởng",
		"Đỗ Xuân Tuyên", "Bộ trưởng (để b/c) | Lưu: VT, DP", "", NULL},
	{"ward whose name has the bare letters of a type",
		"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG AN HẢI\tĐộc lập - Tự "
		"do - "
		"Hạnh phúc\nSố: 21/KH-UBND\tAn Hải, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nTổ chức "
		"Tết "
		"năm 2026\n" BODY "\nNơi nhận:\tCHỦ TỊCH\n- Lưu: VT.\n\n\tNguyễn Thị Hạnh\n",
		"Kế hoạch", "21/KH-UBND", "Ủy ban nhân dân phường An Hải", "An Hải", "2026-01-05",
		"Tổ chức Tết năm 2026", NULL, "Chủ tịch", "Nguyễn Thị Hạnh", "Lưu: VT", "", NULL},
	{"department, columns by blanks, head woven",
		"      UBND TỈNH HÀ GIANG             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n         "
		"  SỞ Y TẾ                        Độc lập - Tự do - Hạnh phúc\n\n  Số: 12/KH-SYT   "
		"           Hà Giang, ngày 5 tháng 3 năm 2024\n\n                    KẾ HOẠCH\n    "
		"    Phòng, chống dịch bệnh năm 2024\n" BODY,
		"Kế hoạch", "12/KH-SYT", "Sở Y tế tỉnh Hà Giang", "Hà Giang", "2024-03-05",
		"Phòng, chống dịch bệnh năm 2024", NULL, NULL, "", "", "", NULL},
	{"one blank between the columns",
		"UBND TỈNH LONG AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP Độc lập - Tự do "
		"- Hạnh phúc\nSố: 7/KH-STP Long An, ngày 09 tháng 01 năm 2023\nKẾ HOẠCH\nTheo dõi "
		"thi hành pháp luật năm 2023\n" BODY,
		"Kế hoạch", "7/KH-STP", "Sở Tư pháp tỉnh Long An", "Long An", "2023-01-09",
		"Theo dõi thi hành pháp luật năm 2023", NULL, NULL, NULL, NULL, NULL, NULL},
	{"title that ends at the province's place, the text right below",
		"ỦY BAN NHÂN DÂN\nTỈNH LONG AN\n" MOTTO
		"Số: 12/KH-UBND\nLong An, ngày 5 tháng 3 năm 2024\n"
		"KẾ HOẠCH\nBảo vệ trẻ em trên địa bàn tỉnh\nĐể triển khai thực hiện công tác bảo "
		"vệ trẻ em, "
		"UBND tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n",
		"Kế hoạch", "12/KH-UBND", "Ủy ban nhân dân tỉnh Long An", "Long An", "2024-03-05",
		"Bảo vệ trẻ em trên địa bàn tỉnh", NULL, NULL, NULL, NULL, NULL, NULL},
	{"letter that says Về",
		"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\n" MOTTO
		"Số: 711/UBND-ĐTMT\nVề quản lý nhà kho công\n"
		"TP. Hồ Chí Minh, ngày 12 tháng 02 năm 2009\nKính gửi:\n- Sở Tài chính;\n- Sở Xây "
		"dựng.\n"
		"Giao Sở Tài chính rà soát các nhà kho.\n",
		"Công văn", "711/UBND-ĐTMT", "Ủy ban nhân dân thành phố Hồ Chí Minh", "TP. Hồ Chí Minh",
		"2009-02-12", "Quản lý nhà kho công", NULL, NULL, NULL, NULL, NULL, NULL},
	{"Về / BAN HÀNH … is a title, no body",
		"ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ\n" MOTTO
		"Số: 3/2019/QĐ-UBND\nQuảng Trị, ngày 12 tháng 02 năm 2019\n"
		"QUYẾT ĐỊNH\nVỀ\nBAN HÀNH QUY CHẾ QUẢN LÝ CÔNG VIÊN\nỦY BAN NHÂN DÂN TỈNH QUẢNG "
		"TRỊ\n" BODY,
		"Quyết định", "3/2019/QĐ-UBND", "Ủy ban nhân dân tỉnh Quảng Trị", "Quảng Trị",
		"2019-02-12", "VỀ BAN HÀNH QUY CHẾ QUẢN LÝ CÔNG VIÊN", NULL, NULL, NULL, NULL, NULL,
		NULL},
	{"type and title in one line, only the type in capitals",
		"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\n" MOTTO
		"Số: 70/KH-UBND\nCần Thơ, ngày 15 tháng 9 năm 2025\n"
		"KẾ HOẠCH Thực hiện công tác dân vận năm 2025\n" BODY,
		"Kế hoạch", "70/KH-UBND", "Ủy ban nhân dân thành phố Cần Thơ", "Cần Thơ", "2025-09-15",
		"Thực hiện công tác dân vận năm 2025", NULL, NULL, NULL, NULL, NULL, NULL},
	{"whose resolution it is stands before what it is about",
		"HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\n" MOTTO
		"Số: 12/NQ-HĐND\nLào Cai, ngày 12 tháng 7 năm 2002\n"
		"NGHỊ QUYẾT CỦA HĐND TỈNH LÀO CAI\nVề việc phê chuẩn quy hoạch\n" BODY,
		"Nghị quyết", "12/NQ-HĐND", "Hội đồng nhân dân tỉnh Lào Cai", "Lào Cai",
		"2002-07-12", "Về việc phê chuẩn quy hoạch", NULL, NULL, NULL, NULL, NULL, NULL},
	{"a narrow cell broke the first word off",
		"VĂN\nPHÒNG CHÍNH PHỦ\n" MOTTO
		"Số: 12/TB-VPCP\nHà Nội, ngày 12 tháng 7 năm 2022\nTHÔNG BÁO\n"
		"Kết luận cuộc họp\n" BODY,
		"Thông báo", "12/TB-VPCP", "Văn phòng Chính phủ", "Hà Nội", "2022-07-12",
		"Kết luận cuộc họp", NULL, NULL, NULL, NULL, NULL, NULL},
	{"right column first",
		MOTTO "Cà Mau, ngày 22 tháng 7 năm 2022\nỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: "
		      "101/KH-UBND\nKẾ HOẠCH\nPhát triển nuôi tôm\n" BODY
		      "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Sử\nNơi nhận:\n- Bộ "
		      "NN&PTNT;\n- Lưu: VT.\n",
		"Kế hoạch", "101/KH-UBND", "Ủy ban nhân dân tỉnh Cà Mau", "Cà Mau", "2022-07-22",
		"Phát triển nuôi tôm", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "Phó Chủ tịch",
		"Lê Văn Sử", "Bộ NN&PTNT | Lưu: VT", "", NULL},
	{"number and date left blank",
		"UBND HUYỆN SÌN HỒ\nPHÒNG NỘI VỤ\n" MOTTO
		"Số:       /KH-NV\nSìn Hồ, ngày     tháng     năm 2024\nKẾ HOẠCH\nTuyển dụng viên "
		"chức\n" BODY "GIÁM ĐỐC\nTrần Văn Bình\n",
		"Kế hoạch", "", "Phòng Nội vụ huyện Sìn Hồ", "Sìn Hồ", "", "Tuyển dụng viên chức", "",
		"Giám đốc", "Trần Văn Bình", "", "", "remark number-missing; remark date-missing; "},
	{"number by dots", "UBND TỈNH BẮC KẠN\nSỞ CÔNG THƯƠNG\n" MOTTO "Số: ……/KH-SCT\nBắc Kạn, ngày …. tháng 5 năm 2025\nKẾ HOẠCH\nXúc tiến thương mại\n" BODY,
		"Kế hoạch", "", "Sở Công Thương tỉnh Bắc Kạn", "Bắc Kạn", "", NULL, NULL, NULL,
		NULL, NULL, NULL, NULL},
	{"Party",
		"ĐẢNG BỘ TỈNH GIA LAI\nTHÀNH ỦY PLEIKU\n*\nSố 112-KH/TU\nĐẢNG CỘNG SẢN VIỆT "
		"NAM\nPleiku, ngày 08 tháng 9 năm 2023\nKẾ HOẠCH\nkiểm tra, giám sát năm "
		"2024\n-----\n" BODY "Nơi nhận:\n- Thường trực Tỉnh ủy (b/c),\n- Lưu VPTU.\nT/M "
		"BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Hữu Quế\n",
		"Kế hoạch", "112-KH/TU", "Thành ủy Pleiku", "Pleiku", "2023-09-08",
		"kiểm tra, giám sát năm 2024", "T/M BAN THƯỜNG VỤ", "Phó Bí thư", "Nguyễn Hữu Quế",
		"Thường trực Tỉnh ủy (b/c) | Lưu VPTU", "", NULL},
	{"school",
		"SỞ GIÁO DỤC VÀ ĐÀO TẠO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG THPT NGUYỄN "
		"TRÃI\tĐộc lập - Tự do - Hạnh phúc\nSố: 35/KH-THPTNT\tThái Bình, ngày "
		"01/9/2025\nKẾ HOẠCH\nTổ chức khai giảng\n" BODY
		"Nơi nhận:\n- Sở GD&ĐT (b/c);\n- Tổ trưởng các tổ;\n- Lưu: VT.\nHIỆU TRƯỞNG\n(Đã "
		"ký)\nThS. Phạm Thị Hà\n",
		"Kế hoạch", "35/KH-THPTNT", "Trường THPT Nguyễn Trãi", "Thái Bình", "2025-09-01",
		"Tổ chức khai giảng", "", "Hiệu trưởng", "Phạm Thị Hà",
		"Sở GD&ĐT (b/c) | Tổ trưởng các tổ | Lưu: VT", "", NULL},
	{"commune of 2025",
		"ỦY BAN NHÂN DÂN\nPHƯỜNG AN HẢI\n" MOTTO
		"Số: 03/KH-UBND\nAn Hải, ngày 15 tháng 7 năm 2025\nKẾ HOẠCH\nChuyển đổi số phường "
		"An Hải\n" BODY "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPhan Minh Hải\n",
		"Kế hoạch", "03/KH-UBND", "Ủy ban nhân dân phường An Hải", "An Hải", "2025-07-15",
		"Chuyển đổi số phường An Hải", "TM. ỦY BAN NHÂN DÂN", "Chủ tịch", "Phan Minh Hải",
		"", "", NULL},
	{"letter with subject beside the date", "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH YÊN BÁI\tĐộc lập - Tự do - Hạnh phúc\nSố: 404/UBND-NLN\tYên Bái, ngày 12 tháng 2 năm 2024\nV/v phòng cháy,\nchữa cháy rừng\n\nKính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố.\n\nThời tiết hanh khô kéo dài, Chủ tịch UBND tỉnh yêu cầu:\n1. Tuần tra./.\n\nNơi nhận: Như trên; Lưu: VT.\nCHỦ TỊCH\nTrần Huy Tuấn\n",
		"Công văn", "404/UBND-NLN", "Ủy ban nhân dân tỉnh Yên Bái", "Yên Bái", "2024-02-12",
		"Phòng cháy, chữa cháy rừng", "", "Chủ tịch", "Trần Huy Tuấn", "Như trên | Lưu: VT",
		"", NULL},
	{"decision with authority line and attached rules", "UBND TỈNH SƠN LA\nSỞ NỘI VỤ\n" MOTTO "Số: 88/QĐ-SNV\nSơn La, ngày 02 tháng 4 năm 2024\nQUYẾT ĐỊNH\nBan hành Quy chế làm việc\nGIÁM ĐỐC SỞ NỘI VỤ\nCăn cứ Quyết định số 12/QĐ-UBND;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế làm việc./.\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Thị Hồng\n\nQUY CHẾ\nLàm việc của Sở Nội vụ\n(Ban hành kèm theo Quyết định số 88/QĐ-SNV ngày 02/4/2024 của Giám đốc Sở Nội vụ)\nChương I\nQUY ĐỊNH CHUNG\n",
		"Quyết định", "88/QĐ-SNV", "Sở Nội vụ tỉnh Sơn La", "Sơn La", "2024-04-02",
		"Ban hành Quy chế làm việc", "", "Giám đốc", "Nguyễn Thị Hồng",
		"Như Điều 3 | Lưu: VT", "", "annex-lines 3; "},
	{"a plan of the Party sent along, a heading that names it",
		"UBND TỈNH SƠN LA\nSỞ NỘI VỤ\n" MOTTO "Số: 88/KH-SNV\nSơn La, ngày 02 tháng 4 năm "
		"2024\nKẾ HOẠCH\nKỷ niệm ngày lễ\nI. MỪNG 95 NĂM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT "
		"NAM\n1. Treo cờ./.\nGIÁM ĐỐC\nNguyễn Thị Hồng\n\n"
		"TỈNH ỦY SƠN LA\tĐẢNG CỘNG SẢN VIỆT NAM\nSố: 5-KH/TU\tSơn La, ngày 01 tháng 3 năm "
		"2024\nKẾ HOẠCH\nTổ chức lễ kỷ niệm\n1. Treo cờ.\n",
		"Kế hoạch", "88/KH-SNV", "Sở Nội vụ tỉnh Sơn La", "Sơn La", "2024-04-02",
		"Kỷ niệm ngày lễ", "", "Giám đốc", "Nguyễn Thị Hồng", "", "", "annex-lines 3; "},
	{"stamps",
		"MẬT\nHỎA TỐC\nBỘ CÔNG AN\n" MOTTO
		"Số: 5/KH-BCA\nHà Nội, ngày 03 tháng 01 năm 2024\nKẾ HOẠCH\nBảo đảm an ninh\n" BODY,
		"Kế hoạch", "5/KH-BCA", "Bộ Công an", "Hà Nội", "2024-01-03", "Bảo đảm an ninh",
		NULL, NULL, NULL, NULL, NULL, "secrecy MẬT; urgency HỎA TỐC; "},
	{"draft without letterhead", "DỰ THẢO LẦN 2\nKẾ HOẠCH\nThực hiện Nghị quyết số 10-NQ/TW\n\nThực hiện Nghị quyết số 10-NQ/TW ngày 10/2/2022, UBND tỉnh ban hành Kế hoạch như sau:\nI. MỤC TIÊU\n1. Trên địa bàn tỉnh Lào Cai phấn đấu trồng rừng./.\n",
		"Kế hoạch", "", "UBND tỉnh Lào Cai", "", "", "Thực hiện Nghị quyết số 10-NQ/TW", "",
		"", "", "", "", "draft; "},
	{"an office in full, that issues a plan of action", "KẾ HOẠCH HÀNH ĐỘNG\nPhòng, chống tham nhũng\n\nCăn cứ Luật Phòng, chống tham nhũng;\nUỷ ban nhân dân tỉnh Lào Cai xây dựng Kế hoạch hành động như sau:\nI. MỤC TIÊU\n1. Phấn đấu./.\n",
		"Kế hoạch hành động", "", "Uỷ ban nhân dân tỉnh Lào Cai", "", "",
		"Phòng, chống tham nhũng", "", "", "", "", "", NULL},
	{"a title below a line of a page", "Cập nhật lúc 10:30\nKẾ HOẠCH\nTHỰC HIỆN NHIỆM VỤ NĂM HỌC 2026\nCăn cứ Luật Giáo dục;\nTrường Mầm non Hoa Sen đề ra kế hoạch như sau:\nI. MỤC TIÊU\n1. Phấn đấu./.\n",
		"Kế hoạch", "", "Trường Mầm non Hoa Sen", "", "", "THỰC HIỆN NHIỆM VỤ NĂM HỌC 2026",
		"", "", "", "", "", NULL},
	{"a short school", "PHÒNG GD & ĐT AN LÃO\nTRƯỜNG TH AN HÒA\nSố: 9/KH-TH\nKẾ HOẠCH\nNăm học\n\nI. MỤC TIÊU\n1. Phấn đấu./.\n",
		"Kế hoạch", "9/KH-TH", "Trường TH An Hòa", "", "", "Năm học", "", "", "", "", "", NULL},
	{"an office that is to issue something is not the issuer",
		"KẾ HOẠCH\nĐào tạo năm 2026\nI. NHIỆM VỤ\n1. Giao Văn phòng chủ trì ban hành quy "
		"chế.\n2. Sở Nội vụ ban hành quy chế đào tạo.\n",
		"Kế hoạch", "", "", "", "", "Đào tạo năm 2026", "", "", "", "", "", NULL},
	{"electronic signature on top",
		"Ký bởi: Sở Tài chính\nEmail: stc@binhphuoc.gov.vn\nCơ quan: Tỉnh Bình Phước\nThời "
		"gian ký: 16.05.2024 10:12:33 +07:00\nUBND TỈNH BÌNH PHƯỚC\nSỞ TÀI CHÍNH\n" MOTTO
		"Số: 9/KH-STC\nBình Phước, ngày 15 tháng 5 năm 2024\nKẾ HOẠCH\nKiểm tra giá\n" BODY,
		"Kế hoạch", "9/KH-STC", "Sở Tài chính tỉnh Bình Phước", "Bình Phước", "2024-05-15",
		"Kiểm tra giá", NULL, NULL, NULL, NULL,
		NULL, "remark signed-on-another-day; esign 2024-05-16T10:12:33+07:00 Sở Tài chính stc@binhphuoc.gov.vn; "},
	{"appendices in body and tail before them",
		"UBND TỈNH KIÊN GIANG\nSỞ DU LỊCH\n" MOTTO
		"Số: 31/KH-SDL\nKiên Giang, ngày 30 tháng 6 năm 2023\nKẾ HOẠCH\nPhát triển du "
		"lịch\n" BODY
		"Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nBùi Quốc Thái\n\nPHỤ LỤC I\nDANH "
		"MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 31/KH-SDL ngày 30/6/2023 của Sở Du "
		"lịch)\nTT\tNội dung\n1\tA\n\nPhụ lục II\nBIỂU MẪU BÁO CÁO\nTT\tNội dung\n",
		"Kế hoạch", "31/KH-SDL", "Sở Du lịch tỉnh Kiên Giang", NULL, NULL, NULL, NULL, NULL,
		"Bùi Quốc Thái", "UBND tỉnh | Lưu: VT", "19 Phụ lục I | 25 Phụ lục II", NULL},
	{"an appendix behind a signature whose name is not seen",
		"UBND TỈNH KIÊN GIANG\nSỞ DU LỊCH\n" MOTTO
		"Số: 31/KH-SDL\nKiên Giang, ngày 30 tháng 6 năm 2023\nKẾ HOẠCH\nPhát triển du "
		"lịch\n" BODY
		"Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nùi ấn Thái\n\nPHỤ LỤC I\nDANH "
		"MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 31/KH-SDL ngày 30/6/2023 của Sở Du "
		"lịch)\nTT\tNội dung\n1\tA\n",
		"Kế hoạch", "31/KH-SDL", "Sở Du lịch tỉnh Kiên Giang", NULL, NULL, NULL, NULL, NULL,
		"", "UBND tỉnh | Lưu: VT", "19 Phụ lục I", NULL},
	{"the file is one appendix", "PHỤ LỤC II\nPhân công nhiệm vụ\n(Kèm theo Kế hoạch số: 45 /KH-UBND ngày 12/3/2025 của UBND huyện)\nTT\tNội dung\n1\tA\n",
		"Phụ lục", "45/KH-UBND", "UBND huyện", "", "2025-03-12", "Phân công nhiệm vụ", "",
		"", "", "", "", NULL},
	{"a programme of work, and of several offices",
		"UBND TỈNH LONG AN\nSỞ TƯ PHÁP\n" MOTTO
		"Số: 7/CTr-STP\nLong An, ngày 09 tháng 01 năm 2023\nCHƯƠNG TRÌNH CÔNG TÁC\nQuý II "
		"năm "
		"2023\n" BODY,
		"Chương trình công tác", "7/CTr-STP", NULL, NULL, NULL, "Quý II năm 2023", NULL,
		NULL, NULL, NULL, "", NULL},
	{"its title begins on the line of its number, and its plan has no number yet",
		"PHỤ LỤC II: DANH MỤC ĐỀ ÁN\nTRÌNH UBND TỈNH NĂM 2025\n(Kèm theo Kế hoạch số:    "
		"    /KH-STP ngày      tháng    năm 2025 của Sở Tư pháp\ntỉnh Gia Lai)\nTT\tNội "
		"dung\n1\tA\n",
		"Phụ lục", "", "Sở Tư pháp tỉnh Gia Lai", "", "",
		"DANH MỤC ĐỀ ÁN TRÌNH UBND TỈNH NĂM 2025", "", "", "", "", "", NULL},
	{"or stands on it whole", "Phụ lục 3. Danh mục chỉ tiêu\nTT\tNội dung\n1\tA\n", "Phụ lục",
		"", "", "", "", "Danh mục chỉ tiêu", "", "", "", "", "", NULL},
	{"appendix with blank number of its plan",
		"UBND TỈNH QUẢNG TRỊ\nSỞ XÂY DỰNG\n" MOTTO
		"Số: 6/KH-SXD\nQuảng Trị, ngày 01 tháng 3 năm 2024\nKẾ HOẠCH\nKiểm tra\n" BODY
		"GIÁM ĐỐC\nLê Văn Nam\nPHỤ LỤC\nLịch kiểm tra\n(Kèm theo Kế hoạch số     /KH-SXD "
		"ngày   /3/2024)\nTT\n",
		NULL, "6/KH-SXD", NULL, NULL, NULL, "Kiểm tra", "", "Giám đốc", "Lê Văn Nam", "",
		"15 Phụ lục", "remark number-missing; "},
	{"a minister decides for the ministry, broken name of it",
		"BỘ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\n" MOTTO
		"Số: 71/QĐ-BLĐTBXH\nHà Nội, ngày 02 tháng 4 năm 2023\nQUYẾT ĐỊNH\nBan hành Kế "
		"hoạch an toàn lao động\nBỘ TRƯỞNG BỘ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\nCăn cứ "
		"Luật An toàn, vệ sinh lao động;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch./.\n",
		"Quyết định", "71/QĐ-BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội", NULL, NULL,
		"Ban hành Kế hoạch an toàn lao động", NULL, NULL, NULL, NULL, NULL, NULL},
	{"a chair decides in the place of a committee",
		"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n" MOTTO
		"Số: 72/QĐ-UBND\nLai Châu, ngày 02 tháng 4 năm 2023\nQUYẾT ĐỊNH\nPhê duyệt Đề "
		"án\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\nCăn cứ Luật Đất đai;\nQUYẾT "
		"ĐỊNH:\nĐiều 1. Phê duyệt./.\n",
		"Quyết định", "72/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Lai Châu", NULL, NULL,
		"Phê duyệt Đề án", NULL, NULL, NULL, NULL, NULL, NULL},
	{"a family name that is a kind of office",
		"ỦY BAN NHÂN DÂN\nXÃ MƯỜNG LẠN\n" MOTTO
		"Số: 73/KH-UBND\nMường Lạn, ngày 02 tháng 8 năm 2025\nKẾ HOẠCH\nTrồng cây\n" BODY
		"Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐoàn Khắc Thuận\n",
		NULL, NULL, NULL, NULL, NULL, NULL, "TM. ỦY BAN NHÂN DÂN", "Chủ tịch",
		"Đoàn Khắc Thuận", "Lưu: VT", NULL, NULL},
	{"a title in capitals that ends like no title, and a sentence",
		"ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n" MOTTO
		"Số: 74/CT-UBND\nSơn La, ngày 02 tháng 8 năm 2019\n\nCHỈ THỊ\n\nVỀ VIỆC CHỐNG HẠN "
		"TRÊN ĐỊA BÀN TỈNH\n\nTừ đầu mùa khô đến nay, mực nước các hồ xuống thấp, nhiều "
		"nơi thiếu nước sinh hoạt.\n\nChủ tịch UBND tỉnh yêu cầu:\n1. Tiết kiệm nước./.\n",
		"Chỉ thị", NULL, NULL, NULL, NULL, "VỀ VIỆC CHỐNG HẠN TRÊN ĐỊA BÀN TỈNH", NULL,
		NULL, NULL, NULL, NULL, NULL},
	{"a bare level takes the province of the body above",
		"SỞ Y TẾ BÌNH ĐỊNH\nBỆNH VIỆN ĐA KHOA TỈNH\n" MOTTO
		"Số: 75/KH-BV\nQuy Nhơn, ngày 02 tháng 8 năm 2019\nKẾ HOẠCH\nĐào tạo\n" BODY,
		NULL, NULL, "Bệnh viện Đa khoa tỉnh Bình Định", "Quy Nhơn", NULL, NULL, NULL, NULL,
		NULL, NULL, NULL, NULL},
	{"a bare level takes the place line",
		"SỞ Y TẾ BÌNH ĐỊNH\nTRUNG TÂM Y TẾ HUYỆN\n" MOTTO
		"Số: 76/KH-TTYT\nTuy Phước, ngày 02 tháng 8 năm 2019\nKẾ HOẠCH\nĐào tạo\n" BODY,
		NULL, NULL, "Trung tâm Y tế huyện Tuy Phước", "Tuy Phước", NULL, NULL, NULL, NULL,
		NULL, NULL, NULL, NULL},
	{"an organ of the Front, old tones",
		"UỶ BAN MTTQ VIỆT NAM\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH KHÁNH HOÀ\tĐộc lập "
		"- Tự do - Hạnh phúc\nBAN THƯỜNG TRỰC\nSố: 77/KH-MTTQ-BTT\tNha Trang, ngày 02 "
		"tháng 8 năm 2019\nKẾ HOẠCH\nGiám sát\n" BODY,
		NULL, "77/KH-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Khánh Hòa", NULL,
		NULL, "Giám sát", NULL, NULL, NULL, NULL, NULL, NULL},
	{"a company's own name, with capitals in the text",
		"CÔNG TY CẤP NƯỚC SÔNG LỊM\n" MOTTO
		"Số: 78/KH-CT\nVinh, ngày 02 tháng 8 năm 2019\nKẾ HOẠCH\nBảo trì "
		"của Công ty Cấp nước Sông Lịm\n" BODY,
		NULL, NULL, "Công ty Cấp nước Sông Lịm", NULL, NULL, NULL, NULL, NULL, NULL, NULL,
		NULL, NULL},
	{"a number broken behind its sign, the years of a title on two lines",
		"BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC\n----\n|\nĐẢNG CỘNG SẢN\nVIỆT "
		"NAM\n----\n|\nSố: 81 -\nHD/BTCTW\n|\nHà Nội, ngày\n24 tháng 9 năm 2018\n|\nHƯỚNG "
		"DẪN\nĐÁNH GIÁ CÁN BỘ NĂM 2019 -\n2020\n" BODY,
		"Hướng dẫn", "81-HD/BTCTW", "Ban Tổ chức Trung ương", "Hà Nội", "2018-09-24",
		"ĐÁNH GIÁ CÁN BỘ NĂM 2019 - 2020", NULL, NULL, NULL, NULL, NULL, NULL},
	{"an organ of a seat of the Party",
		"TỈNH ỦY SƠN LA\nBAN TỔ CHỨC\n*\nSố 83-HD/BTCTU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn La, "
		"ngày 08 tháng 9 năm 2023\nHƯỚNG DẪN\nkiểm điểm năm 2023\n-----\n" BODY,
		"Hướng dẫn", "83-HD/BTCTU", "Ban Tổ chức Tỉnh ủy Sơn La", "Sơn La", "2023-09-08",
		NULL, NULL, NULL, NULL, NULL, NULL, NULL},
	{"the union's name below the number",
		"BAN CHẤP HÀNH TRUNG ƯƠNG\n***\nSố: 82 -HD/TWĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n\nHà Nội, "
		"ngày 31 tháng 3 năm 2014\n\nHƯỚNG DẪN\nĐánh giá phong trào\n----\n" BODY,
		"Hướng dẫn", "82-HD/TWĐTN", "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh", NULL,
		"2014-03-31", "Đánh giá phong trào", NULL, NULL, NULL, NULL, NULL, NULL},
	{"narrow cells that broke every line",
		"SỞ TƯ\nPHÁP\nTỈNH BẮC KẠN\n-------\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc "
		"lập - Tự do - Hạnh phúc\n------\n|\n"
		"Số:\n31/KH-STP\n|\nBắc\nKạn, ngày 7\ntháng 5 năm 2024\n|\nKẾ HOẠCH\nTRỢ GIÚP PHÁP "
		"LÝ NĂM 2024\n"
		"Trong những năm qua, công tác trợ giúp pháp lý đã được quan tâm.\nI. MỤC TIÊU\n1. "
		"Nâng cao./.\n",
		"Kế hoạch", "31/KH-STP", "Sở Tư pháp tỉnh Bắc Kạn", "Bắc Kạn", "2024-05-07",
		"TRỢ GIÚP PHÁP LÝ NĂM 2024", NULL, NULL, NULL, NULL, NULL, NULL},
	{"authority over two lines",
		"BỘ KẾ HOẠCH\nVÀ ĐẦU TƯ\n" MOTTO
		"Số: 8/QĐ-BKHĐT\nHà Nội, ngày 7 tháng 5 năm 2024\nQUYẾT ĐỊNH\n"
		"BAN HÀNH KẾ HOẠCH HÀNH ĐỘNG\nBỘ TRƯỞNG BỘ KẾ HOẠCH\nVÀ ĐẦU TƯ\nCăn cứ Luật Đầu "
		"tư;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành./.\n",
		"Quyết định", "8/QĐ-BKHĐT", "Bộ Kế hoạch và Đầu tư", "Hà Nội", "2024-05-07",
		"BAN HÀNH KẾ HOẠCH HÀNH ĐỘNG", NULL, NULL, NULL, NULL, NULL, NULL},
	{"title in capitals over two lines",
		"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THỦ ĐỨC\n" MOTTO
		"Số: 77/KH-UBND\nThành phố Thủ Đức, ngày 6 tháng 6 năm 2024\nKẾ HOẠCH\nPHÒNG, "
		"CHỐNG\nSỐT XUẤT HUYẾT\n" BODY,
		NULL, NULL, "Ủy ban nhân dân thành phố Thủ Đức", "Thành phố Thủ Đức", NULL,
		"PHÒNG, CHỐNG SỐT XUẤT HUYẾT", NULL, NULL, NULL, NULL, NULL, NULL},
	{"title on the line of the type",
		"BỘ TÀI CHÍNH\n" MOTTO "Số: 15/KH-BTC\nHà Nội, ngày 6 tháng 6 năm 2024\nKẾ HOẠCH "
		"TRIỂN KHAI CHƯƠNG TRÌNH TIẾT KIỆM\nNĂM 2024\n\n" BODY,
		"Kế hoạch", NULL, "Bộ Tài chính", NULL, NULL,
		"TRIỂN KHAI CHƯƠNG TRÌNH TIẾT KIỆM NĂM 2024", NULL, NULL, NULL, NULL, NULL, NULL},
	{"acting and by order",
		"BỘ XÂY DỰNG\nCỤC HẠ TẦNG\n" MOTTO
		"Số: 15/KH-HT\nHà Nội, ngày 6 tháng 6 năm 2024\nKẾ HOẠCH\nThoát nước\n" BODY
		"Nơi nhận:\n- Lưu: VT.\nTUQ. CỤC TRƯỞNG\nTRƯỞNG PHÒNG TỔNG HỢP\n\nVõ Thị Lan\n",
		NULL, NULL, "Cục Hạ tầng", NULL, NULL, NULL, "TUQ. CỤC TRƯỞNG",
		"Trưởng phòng Tổng hợp", "Võ Thị Lan", "Lưu: VT", NULL, NULL},
	{"acting head",
		"UBND TỈNH HẬU GIANG\nSỞ NGOẠI VỤ\n" MOTTO
		"Số: 2/KH-SNgV\nHậu Giang, ngày 6 tháng 6 năm 2024\nKẾ HOẠCH\nĐối ngoại\n" BODY
		"Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nQ. GIÁM ĐỐC\n\nHồ Văn Phú\n",
		NULL, NULL, "Sở Ngoại vụ tỉnh Hậu Giang", NULL, NULL, NULL, "", "Quyền Giám đốc",
		"Hồ Văn Phú", NULL, NULL, NULL},
	{"tail by columns, name beside an item",
		"UBND TỈNH NINH BÌNH\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG\n" MOTTO
		"Số: 2/KH-STTTT\nNinh Bình, ngày 6 tháng 6 năm 2024\nKẾ HOẠCH\nBáo chí\n" BODY
		"Nơi nhận:                          KT. GIÁM ĐỐC\n- UBND tỉnh (b/c);               "
		"  PHÓ GIÁM ĐỐC\n- Các phòng, đơn vị\nthuộc Sở;\n- Lưu: VT, TTBCXB.                "
		" Lê Thị Mai\n",
		NULL, NULL, "Sở Thông tin và Truyền thông tỉnh Ninh Bình", NULL, NULL, NULL,
		"KT. GIÁM ĐỐC", "Phó Giám đốc", "Lê Thị Mai",
		"UBND tỉnh (b/c) | Các phòng, đơn vị thuộc Sở | Lưu: VT, TTBCXB", NULL, NULL},
	{"Assembly",
		"HỘI ĐỒNG NHÂN DÂN\nTỈNH BẾN TRE\n" MOTTO
		"Số: 21/NQ-HĐND\nBến Tre, ngày 10 tháng 12 năm 2023\nNGHỊ QUYẾT\nVề nhiệm vụ năm "
		"2024\nHỘI ĐỒNG NHÂN DÂN TỈNH BẾN TRE\nKHÓA X, KỲ HỌP THỨ 12\nCăn cứ Luật Tổ "
		"chức;\nQUYẾT NGHỊ:\nĐiều 1. Giao./.\nCHỦ TỊCH\nHồ Thị Hoàng Yến\n",
		"Nghị quyết", "21/NQ-HĐND", "Hội đồng nhân dân tỉnh Bến Tre", "Bến Tre", "2023-12-10",
		"Về nhiệm vụ năm 2024", "", "Chủ tịch", "Hồ Thị Hoàng Yến", "", "", NULL},
	{"Prime Minister's directive",
		"THỦ TƯỚNG CHÍNH PHỦ\n-------\n" MOTTO
		"Số: 04/CT-TTg\nHà Nội, ngày 07 tháng 02 năm 2024\nCHỈ THỊ\nVỀ VIỆC ĐẨY MẠNH TRIỂN "
		"KHAI ĐỀ ÁN\nTrong năm 2023, các bộ đã cố gắng.\n1. Các bộ thực hiện./.\nNơi "
		"nhận:\n- Ban Bí thư;\n- Lưu: VT.\nTHỦ TƯỚNG\nPhạm Minh Chính\n",
		"Chỉ thị", "04/CT-TTg", "Thủ tướng Chính phủ", "Hà Nội", "2024-02-07", NULL, "",
		"Thủ tướng", "Phạm Minh Chính", "Ban Bí thư | Lưu: VT", "", NULL},
	{"office of a committee", "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN\nVĂN PHÒNG\n" MOTTO "Số: 60/TB-VP\nThái Nguyên, ngày 7 tháng 2 năm 2024\nTHÔNG BÁO\nKết luận cuộc họp\n\nNgày 05/02/2024, Chủ tịch chủ trì cuộc họp.\n1. Giao Sở Y tế thực hiện./.\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nĐào Duy Anh\n",
		"Thông báo", "60/TB-VP", "Văn phòng Ủy ban nhân dân tỉnh Thái Nguyên", NULL, NULL,
		"Kết luận cuộc họp", "KT. CHÁNH VĂN PHÒNG", "Phó Chánh Văn phòng", "Đào Duy Anh",
		"Sở Y tế | Lưu: VT", NULL, NULL},
	{"name of an office over two lines",
		"UBND TỈNH NAM ĐỊNH\nSỞ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\n" MOTTO
		"Số: 5/KH-SLĐTBXH\nNam Định, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nGiảm nghèo\n" BODY,
		NULL, NULL, "Sở Lao động - Thương binh và Xã hội tỉnh Nam Định", NULL, NULL, NULL,
		NULL, NULL, NULL, NULL, NULL, NULL},
	{"name with commas",
		"UBND THÀNH PHỐ CẦN THƠ\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\n" MOTTO
		"Số: 5/KH-SVHTTDL\nCần Thơ, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nLễ hội\n" BODY,
		NULL, NULL, "Sở Văn hóa, Thể thao và Du lịch thành phố Cần Thơ", NULL, NULL, NULL,
		NULL, NULL, NULL, NULL, NULL, NULL},
	{"union",
		"LĐLĐ TỈNH BẮC GIANG\nCÔNG ĐOÀN VIÊN CHỨC TỈNH\n" MOTTO
		"Số: 5/KH-CĐVC\nBắc Giang, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nTháng Công "
		"nhân\n" BODY "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nNguyễn Văn Cảnh\n",
		NULL, "5/KH-CĐVC", "Công đoàn Viên chức tỉnh Bắc Giang", NULL, NULL, "Tháng Công nhân",
		"TM. BAN THƯỜNG VỤ", "Chủ tịch", "Nguyễn Văn Cảnh", NULL, NULL, NULL},
	{"joint-stock company",
		"TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM\nTỔNG CÔNG TY ĐIỆN LỰC MIỀN TRUNG\n" MOTTO
		"Số: 512/KH-EVNCPC\nĐà Nẵng, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nTiết kiệm "
		"điện\n" BODY "KT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\nLê Nam Hải\n",
		NULL, "512/KH-EVNCPC", "Tổng công ty Điện lực miền Trung", "Đà Nẵng", NULL, NULL,
		"KT. TỔNG GIÁM ĐỐC", "Phó Tổng Giám đốc", "Lê Nam Hải", NULL, NULL, NULL},
	{"telegram", "UBND TỈNH PHÚ YÊN\n" MOTTO "Số: 5/CĐ-UBND\nPhú Yên, ngày 7 tháng 2 năm 2024\nCÔNG ĐIỆN\nVề việc ứng phó bão\n\nCHỦ TỊCH UBND TỈNH PHÚ YÊN điện:\n- Giám đốc các sở;\n- Chủ tịch UBND các xã.\n\nTheo dự báo, bão vào bờ đêm nay.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nHoàng Văn Sơn\n",
		"Công điện", NULL, NULL, NULL, NULL, "Về việc ứng phó bão", NULL, NULL,
		"Hoàng Văn Sơn", "Như trên | Lưu: VT", NULL, NULL},
	{"report with addressee", "UBND TỈNH PHÚ YÊN\nSỞ CÔNG THƯƠNG\n" MOTTO "Số: 5/BC-SCT\nPhú Yên, ngày 7 tháng 2 năm 2024\nBÁO CÁO\nKết quả tháng 01\nKính gửi:\n- UBND tỉnh;\n- Bộ Công Thương.\nThực hiện Công văn số 12/UBND-KT, Sở báo cáo như sau:\nI. KẾT QUẢ\n1. Tốt./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nHoàng Văn Sơn\n",
		"Báo cáo", NULL, "Sở Công Thương tỉnh Phú Yên", NULL, NULL, "Kết quả tháng 01",
		NULL, "Giám đốc", "Hoàng Văn Sơn", "Như trên | Lưu: VT", NULL, NULL},
	{"ethnic name, rank",
		"BỘ CÔNG AN\nCÔNG AN TỈNH ĐẮK LẮK\n" MOTTO
		"Số: 5/KH-CAT\nĐắk Lắk, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nCấp căn cước\n" BODY
		"Nơi nhận:\n- Bộ Công an;\n- Lưu: VT.\nGIÁM ĐỐC\n\nĐại tá Y Thanh Niê\n",
		NULL, NULL, "Công an tỉnh Đắk Lắk", NULL, NULL, NULL, NULL, "Giám đốc",
		"Y Thanh Niê", NULL, NULL, NULL},
	{"number with blanks and hyphens",
		"UBND TỈNH TÂY NINH\nSỞ Y TẾ\n" MOTTO
		"Số: 1 234 / KH - SYT\nTây Ninh, ngày 7  tháng 2   năm  2024\nKẾ HOẠCH\nTiêm "
		"chủng\n" BODY,
		NULL, "1234/KH-SYT", NULL, "Tây Ninh", "2024-02-07", NULL, NULL, NULL, NULL, NULL,
		NULL, NULL},
	{"number whose hyphen a line's end took",
		"UBND TỈNH TÂY NINH\nSỞ Y TẾ\n" MOTTO
		"Số: 186/KHSYT\nTây Ninh, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nTiêm chủng\n" BODY,
		NULL, "186/KH-SYT", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
	{"Eth for Đ in the number", "UBND TỈNH TÂY NINH\nSỞ Y TẾ\n" MOTTO "Số: 18/QÐ-SYT\nTây Ninh, ngày 7 tháng 2 năm 2024\nQUYẾT ĐỊNH\nVề tiêm chủng\n" BODY,
		NULL, "18/QĐ-SYT", NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
	{"recipients without dashes",
		"UBND TỈNH TÂY NINH\nSỞ Y TẾ\n" MOTTO
		"Số: 8/KH-SYT\nTây Ninh, ngày 7 tháng 2 năm 2024\nKẾ HOẠCH\nTiêm chủng\n" BODY
		"Nơi nhận:\nUBND tỉnh;\nCác đơn vị trực thuộc;\nLưu: VT, NVY.\nGIÁM ĐỐC\nĐỗ Hồng "
		"Sơn\n",
		NULL, NULL, NULL, NULL, NULL, NULL, NULL, "Giám đốc", "Đỗ Hồng Sơn",
		"UBND tỉnh | Các đơn vị trực thuộc | Lưu: VT, NVY", NULL, NULL},
	{"lines of a portal above",
		"Thư viện văn bản\nKế hoạch 31/KH-UBND năm 2024 về tiêm phòng\nSố hiệu: 31/KH-UBND "
		"Loại văn bản: Kế "
		"hoạch\nNgày ban hành: 08/02/2024 Người ký: Lê Hồng Ân\n- 1Luật Thú y 2015\n\nỦY "
		"BAN NHÂN DÂN\nHUYỆN BA "
		"TRI\n-------\n\n" MOTTO
		"---------------\n\nSố: 31/KH-UBND\n\nBa Tri, ngày 07 tháng 02 năm 2024\n\nKẾ "
		"HOẠCH\n\nTIÊM PHÒNG GIA SÚC\n" BODY,
		"Kế hoạch", "31/KH-UBND", "Ủy ban nhân dân huyện Ba Tri", "Ba Tri", "2024-02-07",
		"TIÊM PHÒNG GIA SÚC", NULL, NULL, "", NULL, NULL, NULL},
	{"a portal's line with the number above a letter",
		"Công văn số 77/SXD-QH về việc cấp phép\nNgày 05/02/2024, Sở đã ban hành công văn "
		"như sau.\nSỞ XÂY DỰNG\n"
		"Số: 77/SXD-QH\nV/v cấp giấy phép xây dựng\n" MOTTO
		"Bến Tre, ngày 06 tháng 02 năm 2024\nKính gửi: UBND các huyện.\nSở đề nghị các "
		"huyện báo cáo.\n",
		"Công văn", "77/SXD-QH", "Sở Xây dựng tỉnh Bến Tre", "Bến Tre", "2024-02-06",
		"Cấp giấy phép xây dựng", NULL, NULL, NULL, NULL, NULL, NULL},
	{"a committee's name broken behind its first word",
		"ỦY\nBAN NHÂN DÂN\nTỈNH PHÚ YÊN\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - "
		"Tự do - Hạnh phúc\n|\n"
		"Số:\n14/QĐ-UBND\n|\nTuy\nHòa, ngày 19 tháng 6 năm 2017\n|\nQUYẾT ĐỊNH\nBAN HÀNH "
		"QUY CHẾ\nỦY\nBAN NHÂN DÂN "
		"TỈNH PHÚ YÊN\n" BODY,
		"Quyết định", "14/QĐ-UBND", "Ủy ban nhân dân tỉnh Phú Yên", "Tuy Hòa", "2017-06-19",
		"BAN HÀNH QUY CHẾ", NULL, NULL, NULL, NULL, NULL, NULL},
	{"standing body above two committees",
		"THƯỜNG TRỰC\nHĐND - UBND TỈNH PHÚ YÊN\n" MOTTO
		"Số: 6/QC-TT.HĐND-UBND\nPhú Yên, ngày 2 tháng 3 năm 2019\nQUY CHẾ\nPHỐI HỢP\nPHẦN "
		"I. QUY ĐỊNH CHUNG\n" BODY,
		"Quy chế", NULL, "Thường trực HĐND - UBND tỉnh Phú Yên", NULL, NULL, "PHỐI HỢP",
		NULL, NULL, NULL, NULL, NULL, NULL},
	{"title whose type is lost",
		"ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 34/KH-UBND\tPhú Yên, "
		"ngày 23 tháng 02 năm 2023\n"
		"PHÒNG, CHỐNG HẠN HÁN TRÊN ĐỊA BÀN TỈNH PHÚ YÊN\n" BODY,
		"Kế hoạch", "34/KH-UBND", "Ủy ban nhân dân tỉnh Phú Yên", NULL, "2023-02-23",
		"PHÒNG, CHỐNG HẠN HÁN TRÊN ĐỊA BÀN TỈNH PHÚ YÊN", NULL, NULL, NULL, NULL, NULL, NULL},
	{"union of the young, its name in the motto's place",
		"BAN CHẤP HÀNH TRUNG ƯƠNG\tĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 25 - KH/TWĐTN\tHà Nội, "
		"ngày 16 tháng 5 năm 2024\n"
		"KẾ HOẠCH\nTháng Thanh niên\n" BODY,
		"Kế hoạch", "25-KH/TWĐTN", "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",
		"Hà Nội", "2024-05-16", "Tháng Thanh niên", NULL, NULL, NULL, NULL, NULL, NULL},
	{"joint circular", "BỘ Y TẾ\n" MOTTO "Số: 8/TTLT-BYT-BTC\nHà Nội, ngày 8 tháng 12 năm 2014\nTHÔNG TƯ LIÊN TỊCH\nHƯỚNG DẪN CHI PHÍ\n" BODY,
		"Thông tư liên tịch", NULL, "Bộ Y tế", NULL, NULL, "HƯỚNG DẪN CHI PHÍ", NULL, NULL,
		NULL, NULL, NULL, NULL},
	{"columns lost, all in one line",
		"BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: "
		"56/QĐ-BYT Hà Nội, ngày 04/12/2021\nQUYẾT ĐỊNH\nBan hành Kế hoạch\n" BODY,
		"Quyết định", NULL, "Bộ Y tế", NULL, "2021-12-04", NULL, NULL, NULL, NULL, NULL,
		NULL, NULL},
	{"a story", "Hôm nay trời đẹp.\nHết.\n", "", "", "", "", "", "", "", "", "", "", "", ""},
	{"nothing behind the type", "KẾ HOẠCH", "Kế hoạch", "", "", "", "", "", "", "", "", "", "",
		NULL},
};

static void
add(GString *out, const char *what, const char *value)
{
	if (value != NULL)
		g_string_append_printf(out, "%s %s; ", what, value);
}

/* Everything a row's last column may speak of */
static char *
describe_other(const DdContext *context)
{
	const DdDocumentHeader *document = &context->reading->document;
	GString *out = g_string_new(NULL);
	unsigned annex_lines = 0;
	if (document->draft)
		g_string_append(out, "draft; ");
	add(out, "secrecy", document->secrecy.value);
	add(out, "urgency", document->urgency.value);
	for (guint i = 0; i < context->anomalies->len; i++)
		add(out, "remark", g_array_index(context->anomalies, DdAnomaly, i).kind);
	for (size_t i = 0; i < document->n_signatures; i++)
		g_string_append_printf(out, "esign %s %s %s; ",
			document->signatures[i].signed_at.value,
			document->signatures[i].signer.value, document->signatures[i].email.value);
	for (uint32_t i = 0; i < context->n_lines; i++)
		annex_lines += context->lines[i].zone == DD_ZONE_ANNEX;
	if (annex_lines > 0 && context->annexes->len == 0 &&
		g_strcmp0(document->type.value, "Phụ lục") != 0)
		g_string_append_printf(out, "annex-lines %u; ", annex_lines);
	return g_string_free(out, FALSE);
}

static void
check(const char *what, const char *name, const char *want, const char *got)
{
	if (want == NULL || g_strcmp0(want, got != NULL ? got : "") == 0)
		return;
	g_test_message("%s: %s: '%s' instead of '%s'", name, what, got, want);
	g_test_fail();
}

static char *
join_recipients(const DdFieldList *list)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < list->n; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? " | " : "", list->items[i].value);
	return g_string_free(out, FALSE);
}

static char *
join_annexes(const GArray *annexes)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < annexes->len; i++) {
		const DdAnnex *annex = &g_array_index(annexes, DdAnnex, i);
		g_string_append_printf(
			out, "%s%u %s", i > 0 ? " | " : "", annex->line + 1, annex->name);
	}
	return g_string_free(out, FALSE);
}

static void
check_case(const Case *row, const DdContext *context)
{
	const DdDocumentHeader *document = &context->reading->document;
	char date[DD_DATE_BUFFER];
	check("type", row->name, row->type, document->type.value);
	check("number", row->name, row->number, document->number.value);
	check("issuer", row->name, row->issuer, document->issuer.value);
	check("place", row->name, row->place, document->place.value);
	check("date", row->name, row->date, dd_date_format(document->date, date));
	check("title", row->name, row->title, document->title.value);
	check("authority", row->name, row->authority, document->authority.value);
	check("position", row->name, row->position, document->position.value);
	check("signer", row->name, row->signer, document->signer.value);
	g_autofree char *recipients = join_recipients(&document->recipients);
	g_autofree char *annexes = join_annexes(context->annexes);
	g_autofree char *other = describe_other(context);
	check("recipients", row->name, row->recipients, recipients);
	check("annexes", row->name, row->annexes, annexes);
	check("other", row->name, row->other, other);
}

/* The body must stay what it is: its lines are in no other zone */
static void
check_body(const Case *row, const DdContext *context)
{
	for (uint32_t i = 0; i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		const char *text = context->chars + line->start;
		if ((g_str_has_prefix(text, "I. ") || g_str_has_prefix(text, "1. ") ||
			    g_str_has_prefix(text, "Căn cứ ")) &&
			line->zone != DD_ZONE_BODY)
			check("zone of the body", row->name, "body", "other");
	}
}

static void
read_text(const char *bytes, size_t len, const Case *row)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, NULL, NULL);
	g_autoptr(GError) error = NULL;
	GByteArray *array = g_byte_array_new_take(g_memdup2(bytes, len), len);
	g_autoptr(DdText) text = dd_text_new_take(array, &error);
	if (text == NULL)
		return;
	DdReading reading = {0};
	g_autoptr(DdArena) arena = dd_arena_new();
	DdContext context = {.text = text,
		.lexicon = lexicon,
		.directory = directory,
		.reading = &reading,
		.arena = arena};
	context.chars = dd_text_get(text, &context.len);
	context.damage = dd_damage_judge(lexicon, context.chars, context.len);
	context.annexes = g_array_new(FALSE, TRUE, sizeof(DdAnnex));
	context.people = g_array_new(FALSE, TRUE, sizeof(DdPerson));
	context.anomalies = g_array_new(FALSE, TRUE, sizeof(DdAnomaly));
	dd_context_init_tokens(&context);
	dd_lines_read(&context);
	dd_head_read(&context);
	if (row != NULL) {
		check_case(row, &context);
		check_body(row, &context);
	}
	g_array_free(context.annexes, TRUE);
	g_array_free(context.people, TRUE);
	g_array_free(context.anomalies, TRUE);
	g_free(context.lines);
	dd_context_clear_tokens(&context);
}

static void
test_documents(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		read_text(cases[i].text, strlen(cases[i].text), &cases[i]);
}

/* Whose letterhead it is: names in capitals of many kinds, with the place that only the body above them names */
static void
test_issuers(void)
{
	static const struct {
		const char *lines, *place, *issuer;
	} rows[] = {
		{"BỘ TÀI CHÍNH\nKHO BẠC NHÀ NƯỚC KHU VỰC XI", "Vinh", "Kho bạc Nhà nước khu vực XI"},
		{"THUẾ TỈNH NGHỆ AN\nTHUẾ CƠ SỞ 5", "Nghi Lộc", "Thuế cơ sở 5 tỉnh Nghệ An"},
		{"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG ĐỒNG NAI\nCHI CỤC KIỂM LÂM", "Đồng Nai",
			"Chi cục Kiểm lâm tỉnh Đồng Nai"},
		{"SỞ Y TẾ TỈNH LAI CHÂU\nTRUNG TÂM KIỂM SOÁT BỆNH TẬT", "Lai Châu",
			"Trung tâm Kiểm soát bệnh tật tỉnh Lai Châu"},
		{"SỞ Y TẾ TỈNH LAI CHÂU\nBỆNH VIỆN ĐA KHOA KHU VỰC THAN UYÊN", "Than Uyên",
			"Bệnh viện Đa khoa khu vực Than Uyên"},
		{"SỞ Y TẾ BÌNH ĐỊNH\nBỆNH VIỆN Y HỌC CỔ TRUYỀN", "Quy Nhơn",
			"Bệnh viện Y học cổ truyền"},
		{"BỘ Y TẾ\nBỆNH VIỆN BẠCH MAI", "Hà Nội", "Bệnh viện Bạch Mai"},
		{"BỘ Y TẾ\nVIỆN PASTEUR NHA TRANG", "Nha Trang", "Viện Pasteur Nha Trang"},
		{"ĐẢNG ỦY XÃ VĨNH LINH\nBAN XÂY DỰNG ĐẢNG", "Vĩnh Linh",
			"Ban Xây dựng Đảng Đảng ủy xã Vĩnh Linh"},
		{"ĐẢNG ỦY PHƯỜNG HÀ HUY TẬP\nCHI BỘ TRƯỜNG THCS LÊ LỢI", "Vinh",
			"Chi bộ Trường THCS Lê Lợi"},
		{"UBMTTQ VIỆT NAM TỈNH CÀ MAU\nHỘI LIÊN HIỆP PHỤ NỮ", "Cà Mau",
			"Hội Liên hiệp Phụ nữ tỉnh Cà Mau"},
		{"HĐND TỈNH LÀO CAI\nBAN KINH TẾ - NGÂN SÁCH", "Lào Cai",
			"Ban Kinh tế - Ngân sách HĐND tỉnh Lào Cai"},
		{"CÔNG AN TỈNH GIA LAI\nPHÒNG CẢNH SÁT GIAO THÔNG", "Gia Lai",
			"Phòng Cảnh sát giao thông Công an tỉnh Gia Lai"},
		{"TRƯỜNG ĐẠI HỌC VINH\nKHOA XÂY DỰNG", "Nghệ An", "Khoa Xây dựng Trường Đại học Vinh"},
		{"BỘ TƯ PHÁP\nTHI HÀNH ÁN DÂN SỰ TỈNH CAO BẰNG", "Cao Bằng",
			"Thi hành án dân sự tỉnh Cao Bằng"},
		{"HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH\nHỌC VIỆN CHÍNH TRỊ KHU VỰC III",
			"Đà Nẵng", "Học viện Chính trị khu vực III"},
		{"CÔNG TY TNHH MTV XỔ SỐ KIẾN THIẾT\nTIỀN GIANG", "Tiền Giang",
			"Công ty TNHH MTV Xổ số kiến thiết Tiền Giang"},
		{"SỞ KHOA HỌC VÀ\nCÔNG NGHỆ TỈNH SƠN LA", "Sơn La",
			"Sở Khoa học và Công nghệ tỉnh Sơn La"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *text = g_strconcat(rows[i].lines, "\n", MOTTO, "Số: 12/KH-ABC\n",
			rows[i].place, ", ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nCông tác năm\n",
			BODY, NULL);
		Case row = {.name = rows[i].lines, .text = text, .issuer = rows[i].issuer};
		read_text(text, strlen(text), &row);
	}
}

/* Cut anywhere and with bytes changed it must still end, within bounds */
static void
test_broken(void)
{
	GRand *rand = g_rand_new_with_seed(30);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		size_t len = strlen(cases[i].text);
		for (unsigned round = 0; round < 12; round++) {
			g_autofree char *copy = g_strdup(cases[i].text);
			for (size_t at = 0; at < len; at += (size_t)g_rand_int_range(rand, 1, 60))
				copy[at] = "\n\t |-(a/.5:;N"[g_rand_int_range(rand, 0, 13)];
			read_text(copy, (size_t)g_rand_int_range(rand, 1, (gint32)len), NULL);
		}
	}
	g_rand_free(rand);
}

/* A head without a type line: the code in its number tells the kind, one that is a body's as well does not */
static void
test_symbols(void)
{
	static const struct {
		const char *symbol, *type;
	} rows[] = {
		{"12/KH-UBND", "Kế hoạch"},
		{"45-KH/HU", "Kế hoạch"},
		{"12-TTri/TU", "Thông tri"},
		{"5/CTHĐ-UBND", "Chương trình hành động"},
		{"7-CTr/TU", "Chương trình"},
		{"5/KHPH-SYT", "Kế hoạch phối hợp"},
		{"9/CV-SYT", "Công văn"},
		{"9/PC-HĐND", "Công văn"},
		{"711/UBND-ĐTMT", "Công văn"},
		{"711-ABC/TU", NULL},
		{"711/2024", NULL},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_test_message("%s", rows[i].symbol);
		g_assert_cmpstr(dd_head_type_of_symbol(rows[i].symbol), ==, rows[i].type);
	}
}

/* Many cues must not make it slow: every line may begin a tail, an appendix or a letterhead */
static void
test_many_cues(void)
{
	static const char *const lines[] = {"Nơi nhận:\n", "PHỤ LỤC\n",
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "(Kèm theo\n", "GIÁM ĐỐC\n", "Ký bởi: A\n",
		"KẾ HOẠCH\n", "- Lưu: VT.\n"};
	gint64 start = g_get_monotonic_time();
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autoptr(GString) text = g_string_new("KẾ HOẠCH\nA\nI. B./.\n");
		for (unsigned n = 0; n < 20000; n++)
			g_string_append(text, lines[i]);
		read_text(text->str, text->len, NULL);
	}
	g_test_message("%" G_GINT64_FORMAT " ms", (g_get_monotonic_time() - start) / 1000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/head/documents", test_documents);
	g_test_add_func("/head/issuers", test_issuers);
	g_test_add_func("/head/symbols", test_symbols);
	g_test_add_func("/head/broken", test_broken);
	g_test_add_func("/head/many-cues", test_many_cues);
	return g_test_run();
}
