/* SPDX-License-Identifier: GPL-3.0-or-later */
/* copied-test.c: documents as collections and web pages give them: lines broken anywhere, cells behind bars, letters lost */
#include <dondoc/dondoc.h>
#include <string.h>

#define MOTTO "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

static DdReading *
read_text(const DdReader *reader, const char *text)
{
	g_autoptr(GError) error = NULL;
	GByteArray *bytes = g_byte_array_new_take((guint8 *)g_strdup(text), strlen(text));
	DdReading *reading = dd_reader_read(reader, bytes, "test", &error);
	g_assert_no_error(error);
	return reading;
}

static const char *
value_of(const DdField *field)
{
	return field->value != NULL ? field->value : "";
}

/* Type, number, issuer, body above it and title of a document */
static const struct {
	const char *text, *type, *number, *issuer, *superior, *title;
} heads[] = {
	/* a title that ends with "CỦA" goes on with whoever the next line names */
	{"UBND TỈNH SƠN LA\n|\n" MOTTO
	 "|\nSố:\n52/QĐ-UBND\n|\nSơn La, ngày 24 tháng 11 năm 2016\n|\n"
	 "QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT SỐ 2/NQ-HĐND CỦA\n"
	 "HĐND TỈNH VỀ KINH TẾ TẬP THỂ\nỦY BAN NHÂN DÂN TỈNH\n"
	 "Căn cứ Luật Tổ chức\nchính quyền địa phương;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n",
		"Quyết định", "52/QĐ-UBND", "Ủy ban nhân dân tỉnh Sơn La", "",
		"BAN HÀNH KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT SỐ 2/NQ-HĐND CỦA HĐND TỈNH VỀ KINH TẾ TẬP "
		"THỂ"},
	/* its second line begins as the name of an association does */
	{"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\n\n" MOTTO
	 "Số: 1/2012/QĐ-UBND Đà Nẵng, ngày 04 tháng 01 năm 2012\n\nQUYẾT ĐỊNH\n"
	 "VỀ KẾ HOẠCH CHỈ ĐẠO, ĐIỀU HÀNH PHÁT TRIỂN KINH TẾ - XÃ\n"
	 "HỘI VÀ NGÂN SÁCH THÀNH PHỐ; CHƯƠNG TRÌNH CÔNG TÁC CỦA ỦY BAN\nNHÂN DÂN THÀNH PHỐ NĂM "
	 "2012\n"
	 "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG\nCăn cứ Luật Ngân sách;\nQUYẾT ĐỊNH:\nĐiều 1. Ban "
	 "hành.\n",
		"Quyết định", "1/2012/QĐ-UBND", "Ủy ban nhân dân thành phố Đà Nẵng", "",
		"VỀ KẾ HOẠCH CHỈ ĐẠO, ĐIỀU HÀNH PHÁT TRIỂN KINH TẾ - XÃ HỘI VÀ NGÂN SÁCH THÀNH "
		"PHỐ; CHƯƠNG TRÌNH CÔNG TÁC CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ NĂM 2012"},
	/* neither type nor title; the letterhead and who decides are one office */
	{"ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 98/QĐ-UBND |\n"
	 "Hòa Bình, ngày 17 tháng 6 năm 2021 |\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH\n"
	 "Căn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n",
		"Quyết định", "98/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình", "", ""},
	/* the code of old, whose resolution it is and its session above the title */
	{"HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
	 "Số: 9/2004/NQ.HĐNDK7 | Vĩnh Long, ngày 29 tháng 12 năm 2004 |\n"
	 "CỦA HỘI ĐỒNG NHÂN DÂN TỈNH VĨNH LONG\nKHOÁ VII KỲ HỌP THỨ 3\n"
	 "VỀ NHIỆM VỤ NĂM 2005\nHỘI ĐỒNG NHÂN DÂN TỈNH VĨNH LONG KHOÁ VII - KỲ HỌP THỨ 3\n"
	 "Căn cứ Luật Tổ chức Hội đồng nhân dân;\nQUYẾT NGHỊ\nNhất trí với báo cáo.\n",
		"Nghị quyết", "9/2004/NQ.HĐNDK7", "Hội đồng nhân dân tỉnh Vĩnh Long", "",
		"VỀ NHIỆM VỤ NĂM 2005"},
	/* the motto broken, a stroke behind each cell */
	{"ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\nTỈNH LAI CHÂU |\n"
	 "Độc lập - Tự do - Hạnh phúc |\nSố: 15/KH-UBND |\nLai Châu, ngày 12 tháng 4 năm 2023 |\n"
	 "KẾ HOẠCH\nTiêm chủng\nCăn cứ Luật Phòng bệnh;\nI. MỤC TIÊU\n1. Phấn đấu.\n",
		"Kế hoạch", "15/KH-UBND", "Ủy ban nhân dân tỉnh Lai Châu", "", "Tiêm chủng"},
	/* the number and the motto run together */
	{"SỞ Y TẾ\nTỈNH BÌNH DƯƠNG\nSố: 02 /KH-SYTCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	 "Độc lập - Tự do - Hạnh phúc\nBình Dương, ngày 4 tháng 4 năm 2016\nKẾ HOẠCH\nTiêm chủng\n"
	 "Căn cứ Luật Phòng bệnh;\nI. MỤC TIÊU\n1. Phấn đấu.\n",
		"Kế hoạch", "02/KH-SYT", "Sở Y tế tỉnh Bình Dương", "", "Tiêm chủng"},
	/* two that issue together */
	{MOTTO "LIÊN TỊCH\nSỞ TƯ PHÁP - HỘI LIÊN HIỆP PHỤ NỮ TỈNH\nSố: 15/CTPH-STP-HLHPN\n"
	       "Yên Bái, ngày 12 tháng 4 năm 2023\n\nCHƯƠNG TRÌNH PHỐI HỢP\nVề phổ biến pháp "
	       "luật\n\n"
	       "Căn cứ Luật Phổ biến, giáo dục pháp luật;\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n",
		"Chương trình phối hợp", "15/CTPH-STP-HLHPN",
		"Sở Tư pháp - Hội Liên hiệp Phụ nữ tỉnh Yên Bái", "", "Về phổ biến pháp luật"},
	/* a letter with two marks is lost */
	{"Y BAN NHÂN DÂN\nTỈNH KON TUM\n-------\n" MOTTO "Số: 25/KH-UBND\n"
	 "Kon Tum, ngày 03 tháng 10 năm 2014\nKẾ HOẠCH\nTiêm chủng\nn cứ Luật Phòng bệnh;\nI. MỤC "
	 "TIÊU\n1. Phấn đấu.\n",
		"Kế hoạch", "25/KH-UBND", "Ủy ban nhân dân tỉnh Kon Tum", "", "Tiêm chủng"},
	/* the organ of the Central Committee that speaks */
	{"BAN CHẤP HÀNH TRUNG ƯƠNG\n\n*\n\nSố 06-CT/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
	 "Hà Nội, ngày 07 tháng 11 năm 2006\n\nCHỈ THỊ\n\nCỦA BỘ CHÍNH TRỊ\n\nVề tổ chức cuộc vận "
	 "động\n\n"
	 "Trong những năm qua, Ban Bí thư đã ban hành nhiều chỉ thị.\n\n1. Các cấp ủy đảng lãnh "
	 "đạo.\n",
		"Chỉ thị", "06-CT/TW", "Bộ Chính trị", "", "Về tổ chức cuộc vận động"},
	/* a table and fields below the title, not of it */
	{"KẾ HOẠCH LAO ĐỘNG TUẦN 07\nThời gian: 14 giờ ngày 28 tháng 9 năm 2012\n"
	 "TT | Lớp | Nội dung công việc | Dụng cụ |\n1 | 9A | Cắt cỏ | Liềm |\n2 | 9B | Dọn rác | "
	 "Chổi |\n",
		"Kế hoạch", "", "", "", "LAO ĐỘNG TUẦN 07"},
};

static void
test_heads(void)
{
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
		g_autoptr(DdReading) reading = read_text(reader, heads[i].text);
		const DdDocumentHeader *document = &reading->document;
		g_test_message("%s", heads[i].title);
		g_assert_cmpstr(value_of(&document->type), ==, heads[i].type);
		g_assert_cmpstr(value_of(&document->number), ==, heads[i].number);
		g_assert_cmpstr(value_of(&document->issuer), ==, heads[i].issuer);
		g_assert_cmpstr(value_of(&document->superior), ==, heads[i].superior);
		g_assert_cmpstr(value_of(&document->title), ==, heads[i].title);
	}
}

/* "n cứ" begins a basis; what a letter is written for, and what it refers to, lays no duty on anybody */
static void
test_reasons(void)
{
	static const char letter[] =
		"SỞ NỘI VỤ\nSố: 38/SNV-CCHC\n" MOTTO "Sơn La, ngày 08 tháng 11 năm 2016\n"
		"Kính gửi: Các sở, ban, ngành.\n\n"
		"n cứ Quyết định s 170/QĐ-TTg ngày 30/01/2008 của Thủ tướng Chính phủ;\n\n"
		"Thực hiện Công văn số 14-CV/TU ngày 20/10/2016 của Tỉnh ủy về báo cáo số liệu.\n\n"
		"Nhằm chuẩn hóa số liệu hằng năm, để báo cáo cơ quan có thẩm quyền.\n\n"
		"1. Các sở báo cáo theo mẫu kèm theo.\n\n"
		"Sở Nội vụ trân trọng đề nghị các cơ quan, đơn vị gửi báo cáo về Sở Nội vụ trước "
		"ngày "
		"18/11/2016./.\n";
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdReading) reading = read_text(reader, letter);
	g_assert_cmpuint(reading->n_citations, ==, 2);
	g_assert_cmpstr(reading->citations[0].number, ==, "170/QĐ-TTg");
	g_assert_cmpint(reading->citations[0].relation, ==, DD_RELATION_BASIS);
	g_assert_cmpint(reading->citations[1].relation, ==, DD_RELATION_IMPLEMENTS);
	for (size_t i = 0; i < reading->n_duties; i++)
		g_assert_cmpuint(reading->duties[i].who.n, >, 0);
	g_assert_cmpuint(reading->n_tasks, ==, 1);
	g_assert_null(strstr(reading->tasks[0].text.value, "trân trọng"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/copied/heads", test_heads);
	g_test_add_func("/copied/reasons", test_reasons);
	return g_test_run();
}
