/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-kinds.c: kinds of documents (NĐ 30/2020 and the Party's), what may name one, the codes they have in numbers */
#include "cite-words.h"

#define TITLE DD_CITE_NAMED_BY_TITLE
#define BODY DD_CITE_NAMED_BY_BODY
#define PARTIES DD_CITE_NAMED_BY_PARTIES
#define FIGURE DD_CITE_NAMED_BY_FIGURE
#define ALONE DD_CITE_NAMED_ALONE
#define MEETING DD_CITE_NAMED_BY_MEETING
#define DISTINCT (BODY | DD_CITE_DISTINCT)
#define EXPLAINED (FIGURE | DD_CITE_FIGURE_EXPLAINED)
#define SURE DD_CITE_CODE_SURE
#define SHARED DD_CITE_CODE_SHARED

/* Of two codes as near to a broken one the upper row counts, and of two kinds with one code */
const DdCiteType dd_cite_types[] = {
	{"Nghị quyết", "NQ", BODY | FIGURE | ALONE | MEETING | SURE},
	{"Quyết định", "QĐ", BODY | FIGURE | SURE},
	{"Kế hoạch", "KH", TITLE | BODY | PARTIES | DD_CITE_NEEDS_TAIL | EXPLAINED | SURE},
	{"Chỉ thị", "CT", BODY | FIGURE | ALONE | SURE},
	{"Nghị định", "NĐ", FIGURE | ALONE | SURE},
	{"Kết luận", "KL", BODY | FIGURE | ALONE | MEETING | SURE},
	{"Thông báo", "TB", BODY | EXPLAINED | SURE},
	{"Hướng dẫn", "HD", BODY | EXPLAINED | SURE},
	{"Báo cáo", "BC", SURE},
	{"Tờ trình", "TTr", SURE},
	{"Chương trình", "CTr", TITLE | BODY | PARTIES | EXPLAINED | SURE},
	{"Thông tư", "TT", FIGURE | ALONE | SURE},
	{"Công văn", "CV", BODY | EXPLAINED | SURE},
	{"Công điện", "CĐ", BODY | EXPLAINED | SURE},
	{"Quy chế", "QC", PARTIES | SURE},
	{"Đề án", "ĐA", TITLE | FIGURE | DD_CITE_FIGURE_IS_NAME | SURE},
	{"Phương án", "PA", SURE},
	{"Chương trình hành động", "CTHĐ", BODY | EXPLAINED | SURE},
	{"Văn bản hợp nhất", "VBHN", SURE},
	{"Thông tư liên tịch", "TTLT", SURE},
	{"Biên bản", "BB", PARTIES | SURE},
	{"Giấy mời", "GM", SURE},
	{"Hướng dẫn liên ngành", "HDLN", EXPLAINED | SURE},
	{"Quy định", "QyĐ", FIGURE | SURE},
	{"Kế hoạch hành động", "KH", BODY},
	{"Chiến lược", NULL, TITLE},
	{"Quy hoạch", NULL, TITLE},
	{"Luật", "L", DD_CITE_LAW | SHARED},
	{"Bộ luật", NULL, DD_CITE_LAW},
	{"Pháp lệnh", "PL", DD_CITE_LAW | SHARED},
	{"Hiến pháp", NULL, DD_CITE_LAW},
	{"Thỏa thuận", NULL, PARTIES},
	{"Thỏa thuận hợp tác", NULL, PARTIES},
	{"Bản Ghi nhớ", NULL, PARTIES},
	{"Biên bản ghi nhớ", NULL, PARTIES},
	{"Văn bản", "VB", SHARED},
	{"Thông tri", "TTri", 0},
	{"Lệnh", "L-CTN", SHARED},
	{"Sắc lệnh", "SL", SHARED},
	{"Thông cáo", "TC", 0},
	{"Dự án", "DA", 0},
	{"Điều lệ", "ĐL", DD_CITE_LAW | SHARED},
	{"Tiêu chuẩn quốc gia", NULL, DD_CITE_STANDARD},
	{"Quy chuẩn kỹ thuật quốc gia", NULL, DD_CITE_STANDARD},
	{"Nghị quyết liên tịch", "NQLT", 0},
	{"Hợp đồng", "HĐ", 0},
	{"Bản thỏa thuận", "BTT", PARTIES},
	{"Chương trình công tác", NULL, DISTINCT},
	{"Kế hoạch hợp tác", NULL, PARTIES},
	{"Chương trình phối hợp", "CTPH", PARTIES},
	{"Chương trình hợp tác", NULL, PARTIES},
	{"Kế hoạch phối hợp", "KHPH", PARTIES},
	{"Quy chế phối hợp", "QCPH", PARTIES},
	{"Thông báo kết luận", NULL, 0},
	{"Kế hoạch công tác", NULL, DISTINCT},
	{"Quy chế làm việc", NULL, DISTINCT},
	{"Quy chế hoạt động", NULL, DISTINCT},
	{"Quy chế tổ chức và hoạt động", NULL, DISTINCT},
	{"Bản án", "BA", SHARED},
	{"Kháng nghị", "KN", SHARED},
	{"Kiến nghị", NULL, 0},
	{"Cáo trạng", NULL, 0},
	{"Giấy phép", "GP", 0},
	{"Phiếu chuyển", "PC", SHARED},
	{"Công ước", NULL, BODY | TITLE | FIGURE},
	{"Hiệp định", NULL, TITLE | PARTIES},
	{"Nghị định thư", NULL, TITLE | PARTIES},
	{"Tiêu chuẩn", NULL, DD_CITE_STANDARD},
	{"Quy chuẩn kỹ thuật địa phương", NULL, DD_CITE_STANDARD},
};
const size_t dd_cite_n_types = G_N_ELEMENTS(dd_cite_types);
