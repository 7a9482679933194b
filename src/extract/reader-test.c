/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader-test.c: what only a whole document shows: headings, who leads, indicators, remarks */
#include <dondoc/dondoc.h>
#include <string.h>

#define HEAD                                                                                                                \
	"UBND TỈNH SƠN LA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh " \
	"phúc\n"                                                                                                           \
	"Số: 12/KH-SYT\tSơn La, ngày 10 tháng 02 năm 2025\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"

/* A document without its head and what is read of one kind, one a line */
typedef struct {
	const char *name, *text, *expected;
} Case;

static void
say_headings(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_headings; i++)
		g_string_append_printf(
			out, "%s %s\n", reading->headings[i].id, reading->headings[i].text);
}

static const Case headings[] = {
	{"sentences with numbers are none",
		"I. MỤC TIÊU\n1. 80% hộ dân được dùng nước sạch.\n2. Không để xảy ra dịch;\n"
		"II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch "
		"này.\n",
		"I MỤC TIÊU\nII TỔ CHỨC THỰC HIỆN\n"},
	{"titles without items",
		"I. MỤC TIÊU\n1. Mục tiêu chung\nCác đơn vị bảo đảm tiến độ, chất lượng.\nII. KINH "
		"PHÍ THỰC HIỆN\n"
		"Kinh phí được bố trí từ dự toán chi năm 2025.\n",
		"I MỤC TIÊU\nI.1 Mục tiêu chung\nII KINH PHÍ THỰC HIỆN\n"},
	{"an item whose work has a label",
		"I. NHIỆM VỤ\n1. Phổ biến Luật\na) Nội dung: Tổ chức hội nghị phổ biến Luật.\n"
		"b) Cơ quan chủ trì: Thanh tra Sở.\nc) Thời gian thực hiện: Quý II năm 2025.\n",
		"I NHIỆM VỤ\nI.1 Phổ biến Luật\n"},
	{"an item with fields beside items of items",
		"I. NHIỆM VỤ\n1. Rà soát văn bản.\n- Đơn vị chủ trì: Thanh tra Sở.\n2. Tập "
		"huấn\n2.1. Mở lớp cho cán bộ xã\n"
		"- Đơn vị chủ trì: Văn phòng Sở.\n2.2. Mở lớp cho cán bộ thôn\n- Đơn vị chủ trì: "
		"Văn phòng Sở.\n",
		"I NHIỆM VỤ\nI.1 Rà soát văn bản.\nI.2 Tập huấn\n"},
	{"fields beside fields",
		"I. NHIỆM VỤ\n1. Rà soát văn bản.\n- Đơn vị chủ trì: Thanh tra Sở.\n2. Mở lớp tập "
		"huấn.\n"
		"- Đơn vị chủ trì: Văn phòng Sở.\n",
		"I NHIỆM VỤ\n"},
	{"title of an appendix",
		"I. NHIỆM VỤ\nChi tiết tại Phụ lục.\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần "
		"Văn Bình\n\n"
		"PHỤ LỤC II\nDANH MỤC NHIỆM VỤ NĂM 2025\n(Kèm theo Kế hoạch số 12/KH-SYT ngày "
		"10/02/2025 của Sở Y tế)\n\n"
		"1. Giao Thanh tra Sở chủ trì rà soát văn bản.\n",
		"I NHIỆM VỤ\nPhụ lục II DANH MỤC NHIỆM VỤ NĂM 2025\n"},
};

static void
say_remarks(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_anomalies; i++)
		g_string_append_printf(
			out, "%s: %s\n", reading->anomalies[i].kind, reading->anomalies[i].detail);
}

static void
say_tasks(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_tasks; i++)
		g_string_append_printf(
			out, "%s %s\n", reading->tasks[i].id, reading->tasks[i].text.value);
}

static const Case tasks[] = {
	{"a title over a table is no work",
		"II. NHIỆM VỤ\n1. Nội dung hoạt động\nTT\tHoạt động\tChủ trì\tThời gian\n1\tMở lớp "
		"tập "
		"huấn\tThanh tra Sở\tTháng 5\n"
		"2\tKiểm tra hồ sơ\tVăn phòng Sở\tTháng 6\n",
		"II.1.1 Mở lớp tập huấn\nII.1.2 Kiểm tra hồ sơ\n"},
	{"an order over a table whose rows are the work",
		"1. Giao Thanh tra Sở lập sổ.\n2. Yêu cầu các đơn vị hoàn thành các nhiệm vụ "
		"sau:\nTT\tNhiệm vụ\tChủ trì\tThời gian\n"
		"1\tMở lớp tập huấn\tThanh tra Sở\tTháng 5\n2\tKiểm tra hồ sơ\tVăn phòng Sở\tTháng "
		"6\n",
		"1 Giao Thanh tra Sở lập sổ.\n2.1 Mở lớp tập huấn\n2.2 Kiểm tra hồ sơ\n"},
	{"the last row of a table that ends the text is no signature", "I. NHIỆM VỤ\n| TT | Nội dung | Thời gian | Thực hiện |\n|---|---|---|---|\n| 1 | Mở lớp tập huấn | Tháng 5 | Thanh tra Sở |\n| 2 | Tổng kết năm học | Tháng 6 | Hiệu trưởng |\n",
		"I.1 Mở lớp tập huấn\nI.2 Tổng kết năm học\n"},
	{"plain paragraphs under a title that tell different people",
		"I. NHIỆM VỤ\n1. Nâng cao nhận thức\nThanh tra Sở chủ trì học tập Luật Dược.\n\n"
		"Phòng Nghiệp vụ Y mở chuyên mục trên trang của Sở.\n\n2. Rà soát văn bản\nThanh "
		"tra Sở "
		"lập danh mục.\n\n"
		"Danh mục gồm hai phần.\n",
		"I.1-1 Thanh tra Sở chủ trì học tập Luật Dược.\n"
		"I.1-2 Phòng Nghiệp vụ Y mở chuyên mục trên trang của Sở.\n"
		"I.2 Thanh tra Sở lập danh mục. Danh mục gồm hai phần.\n"},
	{"what is to be proposed if need be is no work", "I. TỔ CHỨC THỰC HIỆN\n1. Giao Thanh tra Sở lập sổ.\n2. Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung, các địa phương chủ động đề xuất gửi Bộ Ngoại giao xem xét.\n",
		"I.1 Giao Thanh tra Sở lập sổ.\n"},
	{"what a feast is made of is no work",
		"II. NỘI DUNG\n1. Phần lễ: lễ cáo yết, lễ rước nước.\n2. Phần hội: hát quan họ.\n"
		"3. Mở lớp tập huấn cho lực lượng phục vụ.\n",
		"II.3 Mở lớp tập huấn cho lực lượng phục vụ.\n"},
	{"months over the work of a plan", "I. THÁNG 3\n1. Tổng kết phong trào thi đua.\nII. QUÝ II NĂM 2025\n1. Nâng cấp phòng máy.\n",
		"I.1 Tổng kết phong trào thi đua.\nII.1 Nâng cấp phòng máy.\n"},
	{"what is told to people, and demands, are no work unless somebody is named",
		"II. NỘI DUNG\n1. Nội dung tuyên truyền\n- Tuyên truyền Luật Dược.\n- Phản ánh "
		"gương "
		"người tốt.\n"
		"2. Hình thức tuyên truyền\n- Treo băng rôn tại trụ sở.\n- Giao Thanh tra Sở dựng "
		"02 cụm "
		"pa nô.\n"
		"3. Phương châm\n- Kịp thời, chính xác, hiệu quả.\n4. Tổ chức cuộc thi viết\na) "
		"Yêu "
		"cầu:\n- Bài viết chưa đăng báo.\n"
		"b) Các bước\n- Ban hành thể lệ trước ngày 15/3/2025.\n",
		"II.2-2 Giao Thanh tra Sở dựng 02 cụm pa nô.\nII.4.b-1 Ban hành thể lệ trước ngày "
		"15/3/2025.\n"},
	{"bullets that a work consists of",
		"I. NHIỆM VỤ\n1. Thanh tra Sở\na) Kiểm tra các chủ rừng trong quý I, gồm:\n+ "
		"Phương án chữa cháy;\n+ Công trình, dụng cụ.\n"
		"b) Chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để xảy ra cháy rừng.\n",
		"I.1.a Kiểm tra các chủ rừng trong quý I, gồm: + Phương án chữa cháy; + Công "
		"trình, dụng cụ.\n"},
	{"a bullet that only names who does the work above it",
		"I. NHIỆM VỤ\n1. Bảo dưỡng công trình\na) Lập hồ sơ các cầu yếu, xong trong quý "
		"I.\n- Thanh tra Sở, Văn phòng Sở\nb) Sơn lại biển báo.\n- Thay biển cũ.\n",
		"I.1.a Lập hồ sơ các cầu yếu, xong trong quý I.\nI.1.b-1 Thay biển cũ.\n"},
	{"reports among the work", "I. NHIỆM VỤ\n1. Giao Thanh tra Sở rà soát văn bản.\n2. Định kỳ hằng tuần, UBND các xã báo cáo kết quả về Văn phòng Sở để tổng hợp.\n",
		"I.1 Giao Thanh tra Sở rà soát văn bản.\n"},
	{"stamps below a task are no part of it",
		"I. NHIỆM VỤ\n1. Giao Thanh tra Sở rà soát\nvăn bản đến hạn\nVăn bản đến số 55\n"
		"2. Giao Văn phòng Sở mở lớp\nChữ ký số: Sở Y tế\n3. Giao Thanh tra Sở lập hồ sơ\n"
		"Trích sao gửi: Sở Nội vụ\n4. Giao Văn phòng Sở lập sổ\nLưu hồ sơ số: 12\n"
		"5. Giao Thanh tra Sở báo cáo.\n",
		"I.1 Giao Thanh tra Sở rà soát văn bản đến hạn\nI.2 Giao Văn phòng Sở mở lớp\n"
		"I.3 Giao Thanh tra Sở lập hồ sơ\nI.4 Giao Văn phòng Sở lập sổ\n"
		"I.5 Giao Thanh tra Sở báo cáo.\n"},
	{"who sat at the head of the table",
		"Ngày 05/3/2025, đồng chí Phó Giám đốc Sở chủ trì cuộc họp về tiến độ thực hiện "
		"các dự án.\nI. NHIỆM VỤ\n"
		"1. Giao Thanh tra Sở rà soát văn bản.\n",
		"I.1 Giao Thanh tra Sở rà soát văn bản.\n"},
	{"what closes a directive is no part of its last item", "1. Văn phòng Sở mở lớp tập huấn cho cán bộ xã.\nChỉ thị này thay thế Chỉ thị số 10/CT-UBND ngày 18/12/2013.\n",
		"1 Văn phòng Sở mở lớp tập huấn cho cán bộ xã.\n"},
	{"a duty that somebody leads is none where the plan is organised",
		"I. NHIỆM VỤ\n1. Thanh tra Sở chủ trì rà soát văn bản.\nII. TỔ CHỨC THỰC HIỆN\n"
		"1. Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở bố trí kinh phí thực hiện Kế "
		"hoạch.\n"
		"2. Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở mở lớp tập huấn cho cán bộ "
		"xã.\n",
		"I.1 Thanh tra Sở chủ trì rà soát văn bản.\n"
		"II.2 Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở mở lớp tập huấn cho cán bộ "
		"xã.\n"},
	{"a note about an appendix is no part of the item above",
		"I. NHIỆM VỤ\n1. Rà soát văn bản về y tế cơ sở.\n2. Mở lớp tập huấn cho cán bộ "
		"xã.\n"
		"\n\n(Nhiệm vụ cụ thể, phân công thực hiện tại Phụ lục kèm theo)\n",
		"I.1 Rà soát văn bản về y tế cơ sở.\nI.2 Mở lớp tập huấn cho cán bộ xã.\n"},
	{"a note in brackets under a page",
		"I. NHIỆM VỤ\n"
		"1. Rà soát định mức[1] biên chế của các trường mầm non, phổ thông trên địa bàn "
		"toàn tỉnh, phối hợp với\n"
		"\n"
		"[1] Theo Báo cáo số 41/BC-UBND ngày 25/9/2025 của UBND tỉnh còn thiếu\n"
		"37 giáo viên.\n"
		"\n"
		"3\n"
		"\n"
		"các xã thực hiện trong năm 2025.\n",
		"I.1 Rà soát định mức[1] biên chế của các trường mầm non, phổ thông trên địa bàn "
		"toàn tỉnh, phối hợp với các xã thực hiện trong năm 2025.\n"},
	{"a note whose raised digit fell",
		"I. NHIỆM VỤ\n"
		"1. Rà soát định mức1 biên chế của các trường mầm non, phổ thông trên địa bàn toàn "
		"tỉnh, phối hợp với\n"
		"\n"
		"1 Theo Báo cáo số 41/BC-UBND ngày 25/9/2025 của UBND tỉnh còn thiếu\n"
		"37 giáo viên.\n"
		"\n"
		"3\n"
		"\n"
		"các xã thực hiện trong năm 2025.\n",
		"I.1 Rà soát định mức1 biên chế của các trường mầm non, phổ thông trên địa bàn "
		"toàn tỉnh, phối hợp với các xã thực hiện trong năm 2025.\n"},
	{"a row whose number stands behind a measure above is no note",
		"I. NHIỆM VỤ\n1. Xây nhà văn hóa rộng tối thiểu 300 m2 cho mỗi thôn, cử từ 1–2 "
		"người trông coi.\n\n"
		"2 Sở Xây dựng chủ trì rà soát quỹ đất công\n",
		"I.1 Xây nhà văn hóa rộng tối thiểu 300 m2 cho mỗi thôn, cử từ 1–2 người trông "
		"coi. 2 Sở Xây dựng chủ trì rà soát quỹ đất công\n"},
	{"work behind a legend",
		"I. NHIỆM VỤ\n1. Rà soát hồ sơ.\nGhi chú: KHTH: Kế hoạch tổng hợp;\n"
		"2. KT: Kiểm tra các bếp ăn tập thể do Sở Y tế chủ trì, hoàn thành trước ngày "
		"30/6/2024.\n",
		"I.1 Rà soát hồ sơ.\nI.2 KT: Kiểm tra các bếp ăn tập thể do Sở Y tế chủ trì, hoàn "
		"thành trước ngày 30/6/2024.\n"},
	{"an item whose details stand elsewhere",
		"I. NHIỆM VỤ\n1. Rà soát văn bản về y tế cơ sở (chi tiết tại Phụ lục kèm "
		"theo).\n2. Chi tiết tại Phụ lục kèm theo.\n3. Danh mục nhiệm vụ: Phụ lục 1.\n",
		"I.1 Rà soát văn bản về y tế cơ sở (chi tiết tại Phụ lục kèm theo).\n"},
};

/* Tables of aims, one a line: value, unit, which way, by when, of what */
static void
say_targets(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_targets; i++) {
		const DdIndicator *target = &reading->targets[i];
		g_string_append_printf(out, "%s %g %s %s: %s\n", target->op, target->value,
			target->unit != NULL ? target->unit : "-",
			target->by != NULL ? target->by : "-", target->of);
	}
}

static const Case targets[] = {
	{"a figure for the year",
		"I. CHỈ TIÊU\nTT\tChỉ tiêu\tĐơn vị tính\tThực hiện năm 2024\tKế hoạch năm 2025\n"
		"1\tTỷ lệ hộ nghèo\t%\t6,1\tdưới 5,2\n2\tTrường đạt chuẩn\tTrường\t12\t≥ 15\n"
		"3\tTỷ lệ hài lòng\t%\t88\tkhông dưới 90\n4\tSố vụ cháy\tVụ\t3\tkhông quá "
		"2\n5\tThu ngân sách\tTỷ đồng\t1.100\t1.250,5\n",
		"<= 5.2 % 2025: Tỷ lệ hộ nghèo\n>= 15 trường 2025: Trường đạt chuẩn\n>= 90 % 2025: "
		"Tỷ lệ hài lòng\n"
		"<= 2 vụ 2025: Số vụ cháy\n= 1250.5 tỷ đồng 2025: Thu ngân sách\n"},
	{"a figure for each of several years", "I. MỤC TIÊU\nTT\tMục tiêu\tNăm 2025\tNăm 2030\n1\tHộ dùng nước sạch\t80%\t95%\n2\tXã có bác sĩ\t90%\t5 - 10%\n",
		"= 80 % 2025: Hộ dùng nước sạch\n= 95 % 2030: Hộ dùng nước sạch\n= 90 % 2025: Xã "
		"có bác sĩ\n"},
};

/* Who leads, as a legend of abbreviations and the document's own words name them */
static void
say_leads(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_tasks; i++)
		for (size_t k = 0; k < reading->tasks[i].lead.n; k++)
			g_string_append_printf(out, "%s\n", reading->tasks[i].lead.items[k].value);
}

/* What is cited where a drawn table breaks it into lines */
static void
say_citations(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_citations; i++)
		g_string_append_printf(
			out, "%u %s\n", reading->citations[i].span.line, reading->citations[i].raw);
}

static void
say_relations(const DdReading *reading, GString *out)
{
	for (size_t i = 0; i < reading->n_citations; i++)
		g_string_append_printf(out, "%s %s\n", reading->citations[i].number,
			dd_relation_to_string(reading->citations[i].relation));
}

/* What a document rests on, below a heading of its own */
static const Case bases_of_heading[] = {
	{"without a cue of their own",
		"I. Căn cứ xây dựng kế hoạch.\nThông tư số 28/2020/TT-BGDĐT ngày 04/9/2020;\n"
		"- Công văn số 35/SGDĐT-VP ngày 19/8/2026 của Sở Giáo dục và Đào tạo.\n"
		"II. NHIỆM VỤ\n1. Rà soát hồ sơ nêu tại Công văn số 7/SNV-VP ngày 01/9/2026.\n",
		"28/2020/TT-BGDĐT basis\n35/SGDĐT-VP basis\n7/SNV-VP mentions\n"},
};

static const Case citations[] = {
	{"in a note at the end",
		"I. NHIỆM VỤ\n1. Rà soát định mức¹ theo Quyết định số 5/QĐ-BYT ngày 01/3/2025 của "
		"Bộ Y tế.\n\n"
		"¹ Theo Báo cáo số 41/BC-UBND ngày 25/9/2025 của UBND tỉnh.\n",
		"9 Quyết định số 5/QĐ-BYT ngày 01/3/2025 của Bộ Y tế\n11 Báo cáo số 41/BC-UBND "
		"ngày "
		"25/9/2025 của UBND tỉnh\n"},
	{"a kind alone in a column of products is none",
		"I. NHIỆM VỤ\nTriển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị "
		"(gọi "
		"tắt là Nghị quyết).\n\nTT\tNội dung\tChủ trì\tSản phẩm\n1\tBan hành chính "
		"sách\tThanh tra Sở\tNghị quyết\n2\tQuán triệt Nghị quyết\tVăn phòng Sở\tHội "
		"nghị\n",
		"9 Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị\n13 Nghị quyết\n"},
	{"over the lines of a cell of a drawn table",
		"I. NHIỆM VỤ\n\n"
		"+----+----------------------------+--------------+-----------+\n"
		"| TT | Nội dung                   | Chủ trì      | Thời gian |\n"
		"+----+----------------------------+--------------+-----------+\n"
		"| 1  | Khám sức khỏe cho học sinh | Văn phòng Sở | Quý II    |\n"
		"|    | theo Quyết định số         |              |           |\n"
		"|    | 41/QĐ-BYT ngày 09/3/2023   |              |           |\n"
		"|    | của Bộ Y tế                |              |           |\n"
		"+----+----------------------------+--------------+-----------+\n"
		"| 2  | Tập huấn cho cán bộ        | Thanh tra Sở | Quý III   |\n"
		"+----+----------------------------+--------------+-----------+\n",
		"14 Quyết định số 41/QĐ-BYT ngày 09/3/2023 của Bộ Y tế\n"},
};

#define OF_ROOM "I. NHIỆM VỤ\n1. Rà soát hồ sơ bệnh án.\n- Đơn vị chủ trì: "

static const Case leads[] = {
	{"a short heading that is a unit's name, outside of the part on who does what",
		"1. Nội dung thi đua\nCác phòng đăng ký thi đua.\n2. Văn phòng\n- Chuẩn bị hồ sơ "
		"khen thưởng.\n- Công khai kết quả.\n",
		"Các phòng\nVăn phòng\nVăn phòng\n"},
	{"what an item is about stands before whom it tells",
		"I. NHIỆM VỤ\n1. Về giao thông: Yêu cầu Sở Xây dựng hót dọn đất đá.\n"
		"2. Đối với thu ngân sách, chống thất thu: Giao Thuế tỉnh chủ trì, phối hợp với "
		"Công an tỉnh rà soát nợ.\n",
		"Sở Xây dựng\nThuế tỉnh\n"},
	{"behind a dash who answers for it, who helps and when",
		"I. NHIỆM VỤ\n1. Mở chuyên mục trên trang của Bệnh viện - Phòng Công tác xã hội "
		"phụ trách, Chi đoàn phối hợp; từ ngày 20/4 đến ngày 29/5/2026.\n",
		"Phòng Công tác xã hội\n"},
	{"a unit of the Party over what it has another one do", "II. TỔ CHỨC THỰC HIỆN\n1. Đảng ủy Ủy ban nhân dân tỉnh\n- Lãnh đạo Ủy ban nhân dân tỉnh xây dựng Đề án dược liệu.\n",
		"Đảng ủy Ủy ban nhân dân tỉnh\n"},
	{"an office does it, the person answers for it",
		"I. NHIỆM VỤ\n1. Phát bản tin\n+ Dấu hiệu hoàn thành: Nhật ký phát sóng.\n+ Đầu "
		"mối thực hiện: Sở Y tế.\n"
		"+ Người phụ trách: Ông Lò Văn Pánh - Phó Chủ tịch UBND huyện.\n",
		"Sở Y tế\n"},
	{"fields with letters in one line",
		"I. NHIỆM VỤ\n1. Rà soát thủ tục\na) Cơ quan chủ trì: Thanh tra tỉnh; b) Cơ quan "
		"phối hợp: Sở Nội vụ, "
		"Sở Y tế; c) Thời gian thực hiện: Thường xuyên.\n",
		"Thanh tra tỉnh\n"},
	{"a heading that says whose duty it is",
		"I. TRÁCH NHIỆM CỦA THANH TRA SỞ\n1. Rà soát hồ sơ.\n2. Lập danh mục.\n"
		"II. NÂNG CAO TRÁCH NHIỆM CỦA VĂN PHÒNG SỞ\n1. Đổi mới lề lối.\n",
		"Thanh tra Sở\nThanh tra Sở\n"},
	{"a letter that asks and does not say whom asks those it is sent to",
		"Kính gửi:\n- Sở Y tế;\n- Thanh tra tỉnh.\n\nVăn phòng UBND tỉnh đề nghị:\n"
		"1. Đối với nhiệm vụ cần gia hạn, có văn bản xin lùi thời hạn.\n",
		"Sở Y tế\nThanh tra tỉnh\n"},
	{"a sum of money is work, money alone a duty; nobody helps",
		"1. Giao Sở Tài chính tham mưu bố trí bổ sung 120 tỷ đồng.\n"
		"2. Giao Sở Nội vụ bố trí kinh phí thực hiện.\n",
		"Sở Tài chính\n"},
	{"behind the day that a step has",
		"V. TIẾN ĐỘ\n- Trước ngày 10/02/2026: các Tiểu ban hoàn thành kế hoạch.\n",
		"Các Tiểu ban\n"},
	{"a bullet below the work",
		"I. NHIỆM VỤ\n1. Lập hồ sơ các cầu yếu.\n- Thanh tra Sở, Văn phòng Sở\n",
		"Thanh tra Sở\nVăn phòng Sở\n"},
	{"a legend", OF_ROOM "Phòng KHTH, Khoa KSNK\nGhi chú: KHTH: Kế hoạch tổng hợp; KSNK: Kiểm soát nhiễm khuẩn.\n",
		"Phòng Kế hoạch tổng hợp\nKhoa Kiểm soát nhiễm khuẩn\n"},
	{"a legend whose letters stand for what is behind the head; its lines are no items",
		OF_ROOM "QLVH, TTr\nGhi chú: QLVH: Phòng Quản lý Văn hóa; TTr: Thanh tra Sở;\n"
			"P. TCKT: Phòng Tài chính kế toán.\n",
		"Phòng Quản lý Văn hóa\nThanh tra Sở\n"},
	{"a legend in brackets, a row a line",
		OF_ROOM "Phòng TCKT\nGhi chú: (KHTH: Kế hoạch tổng hợp\nTCKT: Tài chính kế toán)\n",
		"Phòng Tài chính kế toán\n"},
	{"in a bracket behind the work",
		"I. NHIỆM VỤ\n- Tập huấn cho cán bộ xã. (Thanh tra Sở chủ trì, phối hợp với UBND "
		"các huyện; hoàn thành trong quý II/2025)\n"
		"- Giám sát nguồn nước (Chi cục Bảo vệ môi trường (BVMT) chủ trì; hằng năm).\n- In "
		"tài liệu. Phụ trách: Văn phòng Sở.\n"
		"- Cắm mốc ranh giới rừng (Chi cục Kiểm lâm chủ trì, phối hợp với các chủ rừng; "
		"năm 2025).\n"
		"- Nhân giống cây ăn quả (phối hợp với Viện Cây ăn quả miền Nam; năm 2025).\n",
		"Thanh tra Sở\nChi cục Bảo vệ môi trường\nVăn phòng Sở\nChi cục Kiểm lâm\n"},
	{"a bracket of names before one that tells when, a heading in capitals",
		"I. NHIỆM VỤ\n1. CÔNG AN TỈNH\na) Mở lớp tập huấn.\nb) Ban hành quy chế. [Thanh "
		"tra Sở] (trước ngày 19/01/2025)\n",
		"Công an tỉnh\nThanh tra Sở\n"},
	{"a sentence that tells when ends the names before it", "I. NHIỆM VỤ\n- Cập nhật dữ liệu. Phụ trách: Văn phòng Sở, Đoàn trường. Hoàn thành trước ngày 15/9/2025.\n",
		"Văn phòng Sở\nĐoàn trường\n"},
	{"units told apart by semicolons, of which the last is told what to do",
		"I. NHIỆM VỤ\n1. Giao Sở Y tế chủ trì báo cáo dịch bệnh; Công an tỉnh; Sở Tài "
		"chính; Sở Nội vụ xây dựng phương án.\n",
		"Sở Y tế\nSở Nội vụ\n"},
	{"a unit that begins a clause", "I. NHIỆM VỤ\n1. Thanh tra Sở rà soát văn bản; Văn phòng Sở mở lớp tập huấn; Phòng Nội vụ phối hợp với các xã.\n",
		"Thanh tra Sở\nVăn phòng Sở\n"},
	{"a paragraph that names who is to do what the items under it say",
		"I. NHIỆM VỤ\n1. Sở Y tế:\n- Rà soát hồ sơ bệnh án.\nGiao Thanh tra Sở chủ trì, "
		"phối hợp với các phòng:\n"
		"- Kiểm tra các cơ sở y tế.\n2. Mua sắm thiết bị\n- Lập danh mục thiết bị.\n",
		"Sở Y tế\nThanh tra Sở\n"},
	{"fields behind the bullets under the label of the work are those of all bullets",
		"I. NHIỆM VỤ\n1. Truyền thông\na) Nội dung:\n- Xây dựng phóng sự về an toàn thực "
		"phẩm.\n"
		"- In tờ rơi phát cho người dân.\nb) Đơn vị chủ trì: Thanh tra Sở.\n2. Tập huấn\n"
		"a) Nội dung: Mở các lớp tập huấn cho cán bộ.\n- Cán bộ xã: 02 lớp.\n- Cán bộ "
		"tỉnh: 01 lớp.\n"
		"b) Đơn vị chủ trì: Văn phòng Sở.\n",
		"Thanh tra Sở\nThanh tra Sở\nVăn phòng Sở\n"},
	{"as written", OF_ROOM "Phòng Tài chính kế toán\n", "Phòng Tài chính kế toán\n"},
	{"a unit that a list names twice",
		"I. NHIỆM VỤ\n1. Rà soát hồ sơ bệnh án.\nĐơn vị chủ trì: Thanh tra Sở; Văn phòng "
		"Sở; "
		"Thanh tra Sở.\n",
		"Thanh tra Sở\nVăn phòng Sở\n"},
	{"an item without words makes no task", "1.\nSản phẩm: kế hoạch.\n", ""},
	{"a heading that is a time, with fields behind the last of its bullets",
		"I. NHIỆM VỤ\n1. Tháng 11/2025\n- Văn phòng Sở tổ chức hội diễn.\n- Kiểm tra hồ sơ "
		"bệnh án (Thanh tra Sở).\n- Dự giờ các lớp tập huấn.\nPhụ trách: Sở Nội vụ.\nPhối "
		"hợp: Sở Tài chính.\n",
		"Văn phòng Sở\nThanh tra Sở\nSở Nội vụ\n"},
	{"a title with fields that say who, over items of two depths",
		"I. NHIỆM VỤ\n1. Hạ tầng số\nCơ quan chủ trì: Thanh tra Sở; phối hợp: Sở Xây "
		"dựng.\n"
		"a) Giai đoạn 2025 - 2026\n- Phủ sóng 5G.\n- Nâng cấp trung tâm dữ liệu.\n"
		"b) Giai đoạn 2027 - 2028\n- Lắp đặt trạm quan trắc.\n2. Hợp tác quốc tế\n"
		"(Đơn vị chủ trì: Văn phòng Sở; thời gian: thường xuyên)\n- Mở rộng hợp tác.\n"
		"- Vận động tài trợ.\n",
		"Thanh tra Sở\nThanh tra Sở\nThanh tra Sở\nVăn phòng Sở\nVăn phòng Sở\n"},
	{"levels, in a heading, before bullets and in an item",
		"I. NHIỆM VỤ\n1. Tuyên truyền\na) Cấp tỉnh:\n- Xây dựng phóng sự.\n- Tổ chức cuộc "
		"thi "
		"(Thanh tra Sở).\nb) Ở cấp cơ sở:\n- Phát thanh hằng tuần.\n2. Chuyển đổi số\nCấp "
		"huyện:\n- Ra mắt mô hình.\n3. Cấp xã: Cử cán bộ tham gia.\n",
		"Cấp tỉnh\nThanh tra Sở\nCấp cơ sở\nCấp huyện\nCấp xã\n"},
	{"a legend in running text that a line breaks",
		"I. NHIỆM VỤ\n(Chữ viết tắt: TTCM - Tổ trưởng chuyên môn; ĐTN - Đoàn\nThanh niên; "
		"GVCN - Giáo viên chủ nhiệm)\n1. Phát động thi đua (ĐTN, GVCN khối 12).\n"
		"2. Giao ĐTN chủ trì tổ chức hội diễn.\n",
		"Đoàn Thanh niên\nGiáo viên chủ nhiệm khối 12\nĐoàn Thanh niên\n"},
	{"labels put together", "I. NHIỆM VỤ\n1. Rà soát hồ sơ bệnh án.\nBộ phận đầu mối: Thanh tra Sở.\nBộ phận tham gia: Văn phòng Sở.\nYêu cầu đầu ra: Báo cáo.\n",
		"Thanh tra Sở\n"},
};

#define TAIL "\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"

static const Case remarks[] = {
	{"days that no calendar has",
		"I. NHIỆM VỤ\n1. Thanh tra Sở chủ trì rà soát văn bản, xong trước ngày 31/4/2025.\n"
		"2. Thanh tra Sở chủ trì gửi danh sách trước 29/02/2025.\n"
		"3. Văn phòng Sở chủ trì mở lớp từ ngày 30 tháng 02.\n" TAIL,
		"no-such-day: there is no 31/4/2025\nno-such-day: there is no 29/2/2025\n"
		"no-such-day: there is no 30/2\n"},
	{"days, numbers and shares that are fine",
		"I. NHIỆM VỤ\n1. Thanh tra Sở chủ trì rà soát văn bản theo Quyết định số "
		"31/4/2025/QĐ-UBND ngày 29/2/2024 của UBND tỉnh, trước ngày 29/4/2025 và 31/4 số "
		"vụ; hằng năm báo cáo ngày 29/02.\n" TAIL,
		""},
	{"deadline on a Saturday", "I. NHIỆM VỤ\n1. Giao Thanh tra Sở chủ trì rà soát văn bản, hoàn thành trước ngày 31/5/2025.\n" TAIL,
		"non-working-day: 31/5/2025 is a Saturday\n"},
	{"deadline on a holiday", "I. NHIỆM VỤ\n1. Giao Thanh tra Sở chủ trì rà soát văn bản, hoàn thành trước ngày 30/4/2025.\n" TAIL,
		"non-working-day: 30/4/2025 is a public holiday\n"},
	{"visits on days off, in a timetable and beside it",
		"II. LỊCH KIỂM TRA\nTT\tĐơn vị được kiểm tra\tThời gian\n1\tSở Nội vụ\tNgày "
		"31/5/2025\n2\tSở Nội vụ\tNgày 30/4/2025\n3\tSở Nội vụ\tNgày 02/6/2025\n"
		"III. THỜI GIAN, ĐỊA ĐIỂM\n- Ngày 07/6/2025, làm việc với Sở Nội vụ.\n" TAIL,
		"non-working-day: 31/5/2025 is a Saturday\n"
		"non-working-day: 30/4/2025 is a public holiday\n"
		"non-working-day: 7/6/2025 is a Saturday\n"},
	{"the end of a month is no day that was said",
		"I. NHIỆM VỤ\n1. Giao Thanh tra Sở chủ trì rà soát văn bản, hoàn thành trong tháng "
		"5/2025.\n"
		"2. Giao Văn phòng Sở chủ trì số hóa hồ sơ, hoàn thành trước tháng 9/2025.\n" TAIL,
		""},
	{"leads that a heading gives are asked about once",
		"I. NHIỆM VỤ\n1. Thanh tra Sở, Văn phòng Sở:\na) Rà soát văn bản trong tháng "
		"5/2025.\nb) Mở lớp tập huấn trong tháng 6/2025.\n" TAIL,
		"several-leads: Thanh tra Sở; Văn phòng Sở\n"},
	{"a part that names nobody is asked about once",
		"I. NHIỆM VỤ\n1. Mở lớp tập huấn.\n2. Rà soát văn bản.\n3. In tài liệu.\n4. Xây "
		"dựng phần mềm.\n5. Số hóa hồ sơ.\n"
		"6. Mua sắm thiết bị.\nII. TỔ CHỨC THỰC HIỆN\n1. Thanh tra Sở rà soát kết quả "
		"trong tháng 5/2025.\n" TAIL,
		"due-missing: the tasks of this part have no deadline\n"
		"lead-unclear: nobody is named to lead the 6 tasks of part I\n"},
	{"where money comes from needs no name", "I. KINH PHÍ THỰC HIỆN\nKinh phí thực hiện Kế hoạch được bố trí từ dự toán chi năm 2025.\n" TAIL,
		""},
	{"yearly report without a day", "I. TỔ CHỨC THỰC HIỆN\n1. Giao Văn phòng Sở định kỳ 6 tháng, hằng năm tổng hợp, báo cáo UBND tỉnh.\n" TAIL,
		"due-missing: due only \"định kỳ 6 tháng, hằng năm\": no day or period is named\n"},
	{"monthly report", "I. TỔ CHỨC THỰC HIỆN\n1. Giao Văn phòng Sở hằng tháng tổng hợp, báo cáo UBND tỉnh.\n" TAIL,
		""},
	{"glued words", "I. YÊU CẦU\nBảo đảm sự phối hợp của SởNông nghiệp và Môi trường với Ban quản lý dự ánĐầu tư.\n" TAIL,
		"conversion-residue: words are glued together here and further on\n"},
	{"brands are no glued words", "I. YÊU CẦU\nCài đặt VNeID, sử dụng iOffice, kết nối MobiFone và VietGAP ở các xã.\n" TAIL,
		""},
};

/* Whole documents: what they are decides what is work */
static const Case decisions[] = {
	{"a letter asks those whom it is sent to",
		"BỘ CÔNG THƯƠNG\nSố: 771/XTTM-CSXT\nV/v kích cầu tiêu dùng\n"
		"Hà Nội, ngày 21 tháng 10 năm 2025\nKính gửi: Sở Công Thương các tỉnh, thành phố\n"
		"Triển khai Chỉ thị số 29/CT-TTg ngày 19/9/2025, Bộ đề nghị Quý Sở phối hợp thực "
		"hiện một số nội dung sau:\n"
		"1. Vận động doanh nghiệp bán hàng trực tuyến.\n2. Đăng ký gian hàng tại Hội "
		"chợ.\n" TAIL,
		"1 Vận động doanh nghiệp bán hàng trực tuyến.\n2 Đăng ký gian hàng tại Hội chợ.\n"},
	{"a decision may give work",
		"UBND TỈNH SƠN LA\nSố: 12/QĐ-UBND\nSơn La, ngày 10 tháng 02 năm 2025\nQUYẾT "
		"ĐỊNH\nPhê duyệt Đề án\n"
		"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Giáo dục ngày 14/6/2019;\nQUYẾT ĐỊNH:\n"
		"Điều 1. Phê duyệt Đề án phát triển giáo dục.\nĐiều 2. Trách nhiệm của các cơ "
		"quan\n"
		"1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch biên chế.\n"
		"2. Giao Sở Y tế rà soát cơ sở vật chất.\n"
		"Điều 3. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.\n" TAIL,
		"Điều 2.1 Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch biên "
		"chế.\n"
		"Điều 2.2 Giao Sở Y tế rà soát cơ sở vật chất.\n"},
	{"a report gives work where it tells what is ahead",
		"UBND TỈNH SƠN LA\nSỞ Y TẾ\nSố: 31/BC-SYT\nSơn La, ngày 20 tháng 9 năm 2025\nBÁO "
		"CÁO\nKết quả công tác quý III, nhiệm vụ trọng tâm quý IV\n"
		"I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ QUÝ III\n1. Tổ chức 12 lớp tập huấn.\n- Văn phòng "
		"Sở rà soát hồ sơ.\n"
		"II. NHIỆM VỤ TRỌNG TÂM QUÝ IV\n1. Tổng kết đề án y tế cơ sở trong tháng 10.\n2. "
		"Văn phòng Sở mở lớp tập huấn.\n" TAIL,
		"II.1 Tổng kết đề án y tế cơ sở trong tháng 10.\nII.2 Văn phòng Sở mở lớp tập "
		"huấn.\n"},
	{"a council's resolution gives work in an article that says so, powers are rules",
		"HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\nSố: 12/NQ-HĐND\nSơn La, ngày 10 tháng 12 năm "
		"2025\nNGHỊ QUYẾT\nVề phát triển kinh tế năm 2026\n"
		"HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nCăn cứ Luật Tổ chức chính quyền địa phương ngày "
		"16/6/2025;\nQUYẾT NGHỊ:\n"
		"Điều 1. Chỉ tiêu chủ yếu\n1. Tốc độ tăng trưởng 9%.\n"
		"Điều 2. Nhiệm vụ, giải pháp chủ yếu\n1. Tổ chức lại sản xuất nông nghiệp.\n2. Cải "
		"tạo 12 hồ chứa trong quý II.\n"
		"Điều 3. Nhiệm vụ, quyền hạn của Ban\n1. Xem xét đơn thư.\n" TAIL,
		"Điều 2.1 Tổ chức lại sản xuất nông nghiệp.\nĐiều 2.2 Cải tạo 12 hồ chứa trong quý "
		"II.\n"},
	{"a decision of old with the year in its number issues a plan",
		"UBND TỈNH SƠN LA\nSố: 12/2007/QĐ-UBND\nSơn La, ngày 10 tháng 02 năm 2007\nQUYẾT "
		"ĐỊNH\nBan hành Kế hoạch trồng rừng\n"
		"ỦY BAN NHÂN DÂN TỈNH\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch.\nĐiều 2. Phân công\n"
		"1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch biên "
		"chế.\n" TAIL,
		"Điều 2.1 Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch biên "
		"chế.\n"},
	{"an article that holds a whole project, whose items are work without saying whose",
		"UBND TỈNH SƠN LA\nSố: 12/QĐ-UBND\nSơn La, ngày 10 tháng 02 năm 2025\nQUYẾT "
		"ĐỊNH\nPhê duyệt Đề án số hóa\n"
		"QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án với các nội dung sau:\nI. MỤC TIÊU\n1. Nâng "
		"cao chất lượng.\n"
		"II. NHIỆM VỤ, GIẢI PHÁP\n1. Rà soát, sửa đổi quy định về lưu trữ.\nĐiều 2. Quyết "
		"định có hiệu lực từ ngày ký.\n" TAIL,
		"Điều 1.II.1 Rà soát, sửa đổi quy định về lưu trữ.\n"},
	{"rules give none unless they say so",
		"UBND TỈNH SƠN LA\nSố: 12/2025/QĐ-UBND\nSơn La, ngày 10 tháng 02 năm 2025\nQUYẾT "
		"ĐỊNH\nQuy định phân cấp\n"
		"ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Giáo dục ngày 14/6/2019;\nQUYẾT ĐỊNH:\n"
		"Điều 1. Phạm vi\n1. Sở Nội vụ quản lý biên chế của tỉnh.\nĐiều 2. Trách nhiệm\n"
		"1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính phân bổ biên chế.\n" TAIL,
		""},
};

typedef void (*Say)(const DdReading *reading, GString *out);

/* Returns: (transfer full) */
static DdReading *
read_text(DdReader *reader, const char *text)
{
	g_autoptr(GError) error = NULL;
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
	DdReading *reading = dd_reader_read(reader, bytes, "a.txt", &error);
	g_assert_no_error(error);
	return reading;
}

static void
check_below(const char *head, const Case *rows, size_t n, Say say)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	g_assert_no_error(error);
	for (size_t i = 0; i < n; i++) {
		g_autofree char *text = g_strconcat(head, rows[i].text, NULL);
		g_autoptr(GString) found = g_string_new(NULL);
		g_autoptr(DdReading) reading = read_text(reader, text);
		say(reading, found);
		if (strcmp(found->str, rows[i].expected) != 0)
			g_test_message("%s: read\n%sexpected\n%s", rows[i].name, found->str,
				rows[i].expected);
		g_assert_cmpstr(found->str, ==, rows[i].expected);
	}
}

static void
check(const Case *rows, size_t n, Say say)
{
	check_below(HEAD, rows, n, say);
}

static void
test_decisions(void)
{
	check_below("", decisions, G_N_ELEMENTS(decisions), say_tasks);
}

static void
test_headings(void)
{
	check(headings, G_N_ELEMENTS(headings), say_headings);
}

static void
test_tasks(void)
{
	check(tasks, G_N_ELEMENTS(tasks), say_tasks);
}

static void
test_targets(void)
{
	check(targets, G_N_ELEMENTS(targets), say_targets);
}

static void
test_leads(void)
{
	check(leads, G_N_ELEMENTS(leads), say_leads);
}

static void
test_citations(void)
{
	check(citations, G_N_ELEMENTS(citations), say_citations);
}

static void
test_relations(void)
{
	check(bases_of_heading, G_N_ELEMENTS(bases_of_heading), say_relations);
}

static void
test_remarks(void)
{
	check(remarks, G_N_ELEMENTS(remarks), say_remarks);
}

/* A text that was taken for another encoding and saved is read as it was meant, said so, and told by the places of the file. */
/* Times in the bracket of a heading hold for what stands under it; years alone belong to its name */
static void
test_heading_times(void)
{
	static const char plan[] =
		"Căn cứ kế hoạch của cấp trên về việc tuyển chọn và gọi công dân nhập ngũ hằng năm "
		"và "
		"tình hình thực tế của địa phương, các cơ quan, đơn vị tổ chức thực hiện như sau:\n"
		"I. NHIỆM VỤ\n1. Các bước\na) Bước 1: Sơ tuyển (từ ngày 20/11 đến ngày "
		"25/11/2025)\n"
		"- Thanh tra Sở rà soát hồ sơ.\n- Văn phòng Sở mở lớp, xong trước ngày "
		"22/11/2025.\n"
		"b) Bước 2: Khám tuyển (tháng 12/2025)\n- Thanh tra Sở lập danh sách.\n"
		"c) Bước 3: Tổng kết (2026 - 2030)\n- Thanh tra Sở lưu hồ sơ.\n";
	static const struct {
		DdTimeKind kind;
		DdDay start, end;
	} want[] = {{DD_TIME_RANGE, {2025, 11, 20}, {2025, 11, 25}},
		{DD_TIME_BY_DATE, {0}, {2025, 11, 22}},
		{DD_TIME_MONTH, {2025, 12, 1}, {2025, 12, 31}}, {DD_TIME_NONE, {0}, {0}}};
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdReading) reading = read_text(reader, plan);
	g_assert_cmpuint(reading->n_tasks, ==, G_N_ELEMENTS(want));
	for (size_t i = 0; i < G_N_ELEMENTS(want); i++) {
		const DdTime *time = &reading->tasks[i].time;
		g_assert_cmpint(time->kind, ==, want[i].kind);
		g_assert_cmpint(time->start.month, ==, want[i].start.month);
		g_assert_cmpint(time->start.day, ==, want[i].start.day);
		g_assert_cmpint(time->end.month, ==, want[i].end.month);
		g_assert_cmpint(time->end.day, ==, want[i].end.day);
	}
}

/* A title without a blank line behind it, as text out of a PDF has it, ends where the text says what has been */
static void
test_title_end(void)
{
	static const char plan[] =
		"THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
		"phúc\nSố: 29/CT-TTg\nHà Nội, ngày 14 tháng 10 năm 2025\nCHỈ THỊ\nVề phòng ngừa "
		"đuối "
		"nước trẻ em\nThời gian qua, các bộ, ngành, địa phương đã triển khai nhiều giải "
		"pháp.\n"
		"I. NHIỆM VỤ\n1. Bộ Y tế chủ trì rà soát quy định.\n";
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdReading) reading = read_text(reader, plan);
	g_assert_cmpstr(reading->document.title.value, ==, "Về phòng ngừa đuối nước trẻ em");
}

/* A police office at the head of a scan whose slips are syllables: no letter ("CÔNG VĂN"), and what is cited is found */
static void
test_light_scan(void)
{
	static const char plan[] =
		"CÔNG AN TỈNH SƠN LA\nCÔNG AN XÃ CHIỀNG MUNG\nSô: 45/KH-CAX\n"
		"Chiềng Mung, ngày 04 tháng 12 năm 2025\nKÊ HOẠCH\nCao điểm tấn công tội phạm\n"
		"Thực hiện Kê hoạch sô 812/KH-CAT ngày 28/11/2025 của Giám đôc Công an tỉnh vê mở "
		"đợt cao điêm, Công an xã xây dựng kê hoạch như sau, báo cáo kêt quả và cam kêt "
		"thực hiện.\nI. NHIỆM VỤ\n1. Giao Thanh tra Sở lập danh sách đôi tượng.\n";
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdReading) reading = read_text(reader, plan);
	g_assert_cmpstr(reading->document.type.value, ==, "Kế hoạch");
	g_assert_cmpstr(reading->document.number.value, ==, "45/KH-CAX");
	g_assert_cmpuint(reading->n_citations, ==, 1);
	g_assert_cmpstr(reading->citations[0].number, ==, "812/KH-CAT");
}

/* What a letter asks for in its sentences, behind what its sender does; a plan that ends like that has said it before, and courtesies are no work */
static void
test_letters(void)
{
	static const char asks[] =
		"Kính gửi: Các sở, ban, ngành; UBND các xã, phường.\n\n"
		"Sở Nội vụ đã hoàn thành và gửi kèm theo Công văn này, đồng thời đăng tải trên "
		"Cổng "
		"thông tin điện tử của Sở, dự thảo Quy chế. Đề nghị Sở Tư pháp thẩm định dự thảo, "
		"hoàn "
		"thành trước ngày 15/9/2025.\n\n"
		"Về việc này, Sở Nội vụ đề nghị Sở Tài chính kiểm kê tài sản công của các đơn "
		"vị.\n\n"
		"UBND tỉnh yêu cầu Giám đốc các sở khẩn trương rà soát các tồn tại.\n\n"
		"Thực hiện Công văn số 2100/UBND-NC ngày 01/11/2025 của UBND tỉnh, Sở Nội vụ kính "
		"đề nghị Quý cơ quan bố trí thêm biên chế trước ngày 20/9/2025.\n\n"
		"Đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện.\n\n"
		"Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\n\nNguyễn Văn An\n";
	static const char *const asked[] = {"Sở Tư pháp", "Sở Tài chính", "Giám đốc các sở"};
	g_autofree char *letter = g_strconcat("UBND TỈNH BẮC AN\nSỞ NỘI VỤ\nSố: 214/SNV-TCCB\n"
					      "V/v góp ý dự thảo Quy chế\n"
					      "Bắc An, ngày 29 tháng 8 năm 2025\n\n",
		asks, NULL);
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdReading) reading = read_text(reader, letter);
	g_assert_cmpstr(reading->document.type.value, ==, "Công văn");
	g_assert_cmpuint(reading->n_tasks, ==, G_N_ELEMENTS(asked) + 1);
	g_assert_cmpuint(reading->tasks[3].lead.n, ==, 2); /* those that the letter is sent to */
	for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
		g_assert_cmpuint(reading->tasks[i].lead.n, ==, 1);
		g_assert_cmpstr(reading->tasks[i].lead.items[0].value, ==, asked[i]);
	}
	g_autofree char *plan = g_strconcat("UBND TỈNH BẮC AN\nSỞ NỘI VỤ\nSố: 214/KH-SNV\n"
					    "Bắc An, ngày 29 tháng 8 năm 2025\n\nKẾ HOẠCH\n"
					    "Rà soát quy chế\n\n",
		strstr(asks, "UBND tỉnh yêu"), NULL);
	g_autoptr(DdReading) other = read_text(reader, plan);
	g_assert_cmpstr(other->document.type.value, ==, "Kế hoạch");
	g_assert_cmpuint(other->n_tasks, ==, 0);
}

static void
test_misread(void)
{
	static const char plan[] =
		"I. NHIỆM VỤ\n1. Giao Thanh tra Sở chủ trì rà soát văn bản.\n" TAIL;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(GString) misread = g_string_new(NULL);
	for (const char *at = plan; *at != '\0'; at++)
		g_string_append_unichar(misread, (guchar)*at);
	g_autoptr(DdReading) reading = read_text(reader, misread->str);
	g_assert_cmpuint(reading->n_tasks, ==, 1);
	g_assert_nonnull(strstr(reading->tasks[0].text.value, "rà soát văn bản"));
	const char *task = strstr(misread->str, "1. Giao");
	DdSpan span = reading->tasks[0].span;
	g_assert_cmpuint(span.line, ==, 2);
	g_assert_cmpuint(span.end, <=, (guint)misread->len);
	g_assert_cmpuint(span.start, ==, (guint)(task - misread->str));
	g_assert_cmpstr(reading->anomalies[0].kind, ==, "misread-encoding");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/reader/headings", test_headings);
	g_test_add_func("/reader/tasks", test_tasks);
	g_test_add_func("/reader/decisions", test_decisions);
	g_test_add_func("/reader/targets", test_targets);
	g_test_add_func("/reader/leads", test_leads);
	g_test_add_func("/reader/citations", test_citations);
	g_test_add_func("/reader/relations", test_relations);
	g_test_add_func("/reader/remarks", test_remarks);
	g_test_add_func("/reader/heading-times", test_heading_times);
	g_test_add_func("/reader/title-end", test_title_end);
	g_test_add_func("/reader/light-scan", test_light_scan);
	g_test_add_func("/reader/letters", test_letters);
	g_test_add_func("/reader/misread", test_misread);
	return g_test_run();
}
