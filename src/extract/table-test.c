/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table-test.c: one small table in each form it comes in, read as tasks or sessions */
#include <dondoc/dondoc.h>
#include <string.h>

#include "table.h"

typedef struct {
	const char *name;
	const char *table;
	const char *expected; /* a line for each: id|text|lead;…|coordinate;…|time, or agency|start|place */
} Case;

/* A light scan, so that the text is taken for one */
#define SCAN                                                                                                                      \
	"Báo cáo kết quả thwc hiện của các phòng ban đưgc gửi về sở trước ngày quy định để tổng " \
	"hợp.\n"
#define SCANS SCAN SCAN SCAN SCAN SCAN SCAN SCAN SCAN

static const Case cases[] = {
	{"markdown",
		"| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"
		"| I | **Nhiệm vụ chung** | | | |\n"
		"| 1 | Rà soát quy hoạch | Sở Xây dựng | Sở Tài chính | Quý I |\n"
		"| 2 | - Lập danh mục.<br>- Công bố. | Như trên | | Tháng 5 |\n",
		"II.I.1|Rà soát quy hoạch|Sở Xây dựng|Sở Tài chính|Quý I\n"
		"II.I.2-1|Lập danh mục.|Sở Xây dựng||Tháng 5\nII.I.2-2|Công bố.|Sở Xây dựng||Tháng "
		"5\n"},
	{"as many who lead as there is to do in a row, and months under their word",
		"| Tháng | Nội dung công việc | Người phụ trách |\n|---|---|---|\n"
		"| 9/2025 | - Khai giảng<br>- Họp phụ huynh | Hiệu trưởng<br>Bí thư Đoàn trường |\n"
		"| 10 | Hội nghị viên chức | Tổ Văn phòng |\n",
		"II.1-1|Khai giảng|Hiệu trưởng||9/2025\nII.1-2|Họp phụ huynh|Bí thư Đoàn "
		"trường||9/2025\nII.2|Hội nghị viên chức|Tổ Văn phòng||10\n"},
	{"aligned, a group's wide number, numbers in the middle of their cells",
		" TT        Nội dung nhiệm vụ           Cơ quan        Thời hạn\n"
		"                                       chủ trì        hoàn thành\n"
		"  I   Nâng cao nhận thức, đổi mới tư duy\n"
		"      Tổ chức hội nghị quán triệt      Sở Nội vụ      Tháng\n"
		" 1    Nghị quyết đến cán bộ chủ                       9/2025\n"
		"      chốt cấp xã\n"
		"  II  Hoàn thiện thể chế\n"
		"      Rà soát, sửa đổi quy chế quản    Sở Tư pháp     Quý IV\n"
		" 1    lý, sử dụng dữ liệu cán bộ,\n"
		"      công chức\n"
		"  III Phát triển hạ tầng\n"
		"      Nâng cấp trung tâm dữ liệu       Sở Xây dựng    Quý I\n"
		" 1    của tỉnh bảo đảm an toàn\n"
		"      cấp độ 3\n",
		"II.I.1|Tổ chức hội nghị quán triệt Nghị quyết đến cán bộ chủ chốt cấp xã|Sở Nội "
		"vụ||Tháng 9/2025\n"
		"II.II.1|Rà soát, sửa đổi quy chế quản lý, sử dụng dữ liệu cán bộ, công chức|Sở Tư "
		"pháp||Quý IV\n"
		"II.III.1|Nâng cấp trung tâm dữ liệu của tỉnh bảo đảm an toàn cấp độ 3|Sở Xây "
		"dựng||Quý I\n"},
	{"groups whose title stands in the column of leads",
		"| TT | Chủ trì | Nội dung | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"
		"| I | Xây dựng văn bản | | | |\n| 1 | Sở Y tế | Biên soạn sổ tay | Sở Nội vụ | "
		"Quý I |\n"
		"| II | Mô hình thí điểm | | | |\n| 1 | Hội Nông dân tỉnh | Thu gom bao bì | nt | "
		"Quý II |\n",
		"II.I.1|Biên soạn sổ tay|Sở Y tế|Sở Nội vụ|Quý I\n"
		"II.II.1|Thu gom bao bì|Hội Nông dân tỉnh|Sở Nội vụ|Quý II\n"},
	{"box",
		"┌────┬───────────┬──────────┬──────────┐\n│ TT │ Nhiệm vụ  │ Chủ trì  │ Thời "
		"gian│\n"
		"├────┼───────────┼──────────┼──────────┤\n│ 1  │ Trồng cây │ Sở       │ Quý I    "
		"│\n"
		"│    │ xanh      │ Xây dựng │          "
		"│\n└────┴───────────┴──────────┴──────────┘\n",
		"II.1|Trồng cây xanh|Sở Xây dựng||Quý I\n"},
	{"box whose head says over two lines when work begins",
		"┌────┬───────────┬──────────┬──────────┐\n│ TT │ Nhiệm vụ  │ Chủ trì  │ Bắt      "
		"│\n"
		"│    │           │          │ đầu      "
		"│\n├────┼───────────┼──────────┼──────────┤\n"
		"│ 1  │ Trồng cây │ Sở Y tế  │ Quý I    "
		"│\n└────┴───────────┴──────────┴──────────┘\n",
		"II.1|Trồng cây|Sở Y tế||Quý I\n"},
	{"box of a scan that lost a number and a letter of a head",
		SCANS "┌────┬───────────┬──────────┬──────────┬──────────┐\n│ TT │ Nhiệm vụ  │ Chủ "
		      "frì  │ Phối hợp │ Thời gian│\n"
		      "├────┼───────────┼──────────┼──────────┼──────────┤\n│ 1  │ Trồng cây │ Sở  "
		      "     │ Sở Y tế  │ Quý I    │\n"
		      "│    │ xanh      │ Xây dựng │          │          │\n│    │ Tập huấn  │ Sở "
		      "Nội vụ│ Sở Y tế  │ Quý II   │\n"
		      "└────┴───────────┴──────────┴──────────┴──────────┘\n",
		"II.1-1|Trồng cây xanh|Sở Xây dựng|Sở Y tế|Quý I\nII.1-2|Tập huấn|Sở Nội vụ|Sở Y "
		"tế|Quý II\n"},
	{"tabs",
		"STT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n"
		"1\tNhóm một\n1.1\tXây dựng quy chế\tSở Nội vụ\t\tTháng 3\n"
		"1.2\tMua sắm\tSở Nội vụ chủ trì, phối hợp với Sở Tài chính\t\tTháng 4\n",
		"II.1.1|Xây dựng quy chế|Sở Nội vụ||Tháng 3\nII.1.2|Mua sắm|Sở Nội vụ|Sở Tài "
		"chính|Tháng 4\n"},
	{"a stroke behind each cell, those merged with the ones above missing",
		"TT |\nNội dung |\nChủ trì |\nPhối hợp |\nThời gian |\n"
		"1 |\nTập huấn |\nSở Nội vụ |\nSở Y tế |\nQuý I |\n"
		"2 |\nRà soát |\nCác sở, ngành |\nTháng 6 |\n3 |\nTổng kết |\nSở Tư pháp |\nSở Y "
		"tế |\n"
		"4 |\nKiểm tra |\nSở Tư pháp |\nSở Y tế |\nQuý IV |\n\n",
		"II.1|Tập huấn|Sở Nội vụ|Sở Y tế|Quý I\nII.2|Rà soát|Sở Nội vụ|Các sở, ngành|Tháng "
		"6\n"
		"II.3|Tổng kết|Sở Tư pháp|Sở Y tế|Tháng 6\nII.4|Kiểm tra|Sở Tư pháp|Sở Y tế|Quý "
		"IV\n"},
	{"a row a line where no cell is broken, a stroke behind each cell",
		"TT | Nội dung | Chủ trì | Thời gian |\nCải cách thể chế |\n"
		"1 | Rà soát văn bản\nnăm 2024 | Sở Tư pháp | Quý IV |\n2 | Tập huấn | Sở Nội vụ | "
		"Tháng 6 |\n",
		"II.1|Rà soát văn bản năm 2024|Sở Tư pháp||Quý IV\nII.2|Tập huấn|Sở Nội vụ||Tháng "
		"6\n"},
	{"stacked",
		"\tTT\n\tNội dung\n\tĐơn vị\nchủ trì\n\tĐơn vị\nphối hợp\n\tThời gian\n\n"
		"\t1.\n\tXây dựng kế hoạch\n\tSở Nội vụ\n\t- Sở Tài chính\n- Sở Y tế\n\tQuý I\n\n"
		"\t2.\n\tKiểm tra\n\nđột xuất\n\tSở Y tế\n\t\n\t\n\n",
		"II.1|Xây dựng kế hoạch|Sở Nội vụ|Sở Tài chính;Sở Y tế|Quý I\nII.2|Kiểm tra đột "
		"xuất|Sở Y tế||-\n"},
	{"stacked head of two rows",
		"\tTT\n\tNội dung\n\tPhân công\n\tThời gian\n\n\t\n\t\n\tChủ trì\n\tPhối "
		"hợp\n\t\n\n"
		"\t1\n\tTập huấn\n\tSở Nội vụ\n\tSở Y tế\n\tTháng 6\n\n",
		"II.1|Tập huấn|Sở Nội vụ|Sở Y tế|Tháng 6\n"},
	{"flat",
		"TT \nNội dung công việc \nĐơn vị chủ \n\ntrì \nĐơn vị phối \n\nhợp \nThời gian "
		"\n\n"
		"1 Tham mưu trình \n\nUBND tỉnh ban hành quy chế \nSở Nội vụ \n- Sở Y tế \n\n- Sở "
		"Tài chính \nTrước ngày \n\n30/6/2025 \n\n"
		"2 Tập huấn Sở Nội vụ Sở Y tế Tháng 9/2025 \n",
		"II.1|Tham mưu trình UBND tỉnh ban hành quy chế|Sở Nội vụ|Sở Y tế;Sở Tài "
		"chính|Trước ngày 30/6/2025\n"
		"II.2|Tập huấn|Sở Nội vụ|Sở Y tế|Tháng 9/2025\n"},
	/* web pages: a stroke behind each cell, cells broken over lines, group rows with and without their blank cells */
	{"a stroke on a line of its own behind each cell",
		"TT\n|\nNội dung\ncông việc\n|\nCơ quan chủ trì\n|\nCơ quan phối\nhợp\n|\nThời "
		"gian\n|\n"
		"I\n|\nCải cách thể chế\n|\n1\n|\nTham mưu ban\nhành quy chế\n|\nSở Nội "
		"vụ\n|\n\n|\nQuý I\n|\n"
		"II\n|\nTài chính công\n|\n\n|\n\n|\n\n|\n2\n|\nRà soát\n|\nSở Tài chính\n|\nSở Y "
		"tế; Sở\nNội vụ\n|\nTháng "
		"6\n|\n\n",
		"II.I.1|Tham mưu ban hành quy chế|Sở Nội vụ||Quý I\n"
		"II.II.2|Rà soát|Sở Tài chính|Sở Y tế;Sở Nội vụ|Tháng 6\n"},
	{"a stroke before each row and behind each cell",
		"|\nTT |\nNội dung |\nChủ trì |\nPhối\nhợp |\nThời gian |\n"
		"|\n1 |\nTập\nhuấn |\nSở Nội vụ |\n|\nQuý I |\n"
		"|\n2 |\nRà soát |\nSở Tài\nchính |\nSở Y tế |\nTháng 6 |\n\n",
		"II.1|Tập huấn|Sở Nội vụ||Quý I\nII.2|Rà soát|Sở Tài chính|Sở Y tế|Tháng 6\n"},
	/* a cell over all columns, which a converter gave to each of them */
	{"groups in every column",
		"| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n"
		"| I | Cải cách thể chế | Cải cách thể chế | Cải cách thể chế | Cải cách thể chế "
		"|\n"
		"| 1 | Tập huấn | Sở Nội vụ | Sở Y tế | Tháng 6 |\n"
		"| II. Tài chính công | II. Tài chính công | II. Tài chính công | II. Tài chính "
		"công | II. Tài chính công |\n"
		"| 1 | Rà soát | Sở Tài chính | Sở Y tế | Quý IV |\n",
		"II.I.1|Tập huấn|Sở Nội vụ|Sở Y tế|Tháng 6\nII.II.1|Rà soát|Sở Tài chính|Sở Y "
		"tế|Quý IV\n"},
	/* rules between all rows: the number stands in the middle of its row's height */
	{"centred box",
		"┌───┬────────────┬──────────┬─────────┐\n"
		"│TT │ Nội dung   │ Chủ trì  │ Thời    │\n│   │            │          │ gian    │\n"
		"├───┼────────────┼──────────┼─────────┤\n"
		"│   │ Tập huấn   │          │ Tháng   │\n│ 1 │ kỹ năng số │ Sở Nội vụ│ 6       │\n"
		"│   │ cho cán bộ │          │         │\n"
		"├───┼────────────┼──────────┼─────────┤\n"
		"│ 2 │ Tham mưu   │ Sở Y tế  │ Quý IV  │\n│   │ quy chế    │          │         │\n"
		"├───┼────────────┼──────────┼─────────┤\n"
		"│ 3 │ Tổng kết   │ Sở Y tế  │ Quý IV  "
		"│\n└───┴────────────┴──────────┴─────────┘\n",
		"II.1|Tập huấn kỹ năng số cho cán bộ|Sở Nội vụ||Tháng 6\n"
		"II.2|Tham mưu quy chế|Sở Y tế||Quý IV\nII.3|Tổng kết|Sở Y tế||Quý IV\n"},
	/* a table of short names says who is meant above it */
	{"legend",
		"| TT | Nội dung | Chủ trì | Thời gian |\n| 1 | Thẩm tra hồ sơ | P. KHĐm | Tháng 6 "
		"|\n"
		"| 2 | Tổ chức hội nghị | VP; BQTT | Quý IV |\n\nDANH MỤC TỪ VIẾT TẮT\n"
		"| STT | Chữ viết tắt | Diễn giải |\n| 1 | P. KHĐm | Phòng Kế hoạch Định mức |\n"
		"| 2 | VP | Văn phòng Viện |\n| 3 | BQTT | Ban Quản trị tòa nhà |\n",
		"II.1|Thẩm tra hồ sơ|Phòng Kế hoạch Định mức||Tháng 6\n"
		"II.2|Tổ chức hội nghị|Văn phòng Viện;Ban Quản trị tòa nhà||Quý IV\n"},
	{"timetable of rooms",
		"TT   Khoa                       Thời gian                 Địa điểm\n"
		"1    Khoa Nội tổng hợp          01 buổi, 08h00 ngày       Phòng giao ban\n"
		"                                28/8/2025                 khoa\n"
		"2    Khoa Sản                   01 buổi, 13h30 ngày       Hội trường\n"
		"                                04/9/2025\n",
		"Khoa Nội tổng hợp|2025-8-28 8:0|Phòng giao ban khoa\nKhoa Sản|2025-9-4 "
		"13:30|Hội trường\n"},
	/* paragraphs that each begin with a tab are no cells, though labels stand in them */
	{"tab paragraphs below a heading",
		"\t1. Công tác chỉ đạo, điều hành\n\ta) Ban hành kế hoạch\n\t- Đơn vị thực hiện: "
		"Sở Nội vụ.\n"
		"\t- Thời gian: Tháng 6.\n\tb) Kiểm tra công tác\n\t- Đơn vị thực hiện: Sở Y tế.\n"
		"\t- Thời gian: Quý II.\n",
		"II.1.a|Ban hành kế hoạch|Sở Nội vụ||Tháng 6\nII.1.b|Kiểm tra công tác|Sở Y "
		"tế||Quý II\n"},
	{"tab paragraphs",
		"\t1. Tập huấn\n\t- Đơn vị thực hiện: Sở Nội vụ.\n\t- Đơn vị phối hợp: Sở Y tế.\n"
		"\t- Thời gian: Tháng 6.\n\t2. Tham mưu quy chế\n\t- Đơn vị thực hiện: Sở Tư "
		"pháp.\n",
		"II.1|Tập huấn|Sở Nội vụ|Sở Y tế|Tháng 6\nII.2|Tham mưu quy chế|Sở Tư pháp||-\n"},
	/* each cell on lines of its own: lists in cells, a cell left out, a unit that comes back in every row */
	{"flat by lines",
		"STT\nNội dung nhiệm vụ\nĐơn vị chủ trì\nĐơn vị phối hợp\nSản phẩm\nThời gian\n"
		"1\nXây dựng Nghị định\nCục Di sản văn hóa\n- Vụ Pháp chế;\n- Cục Điện ảnh.\nNghị "
		"định\n2022\n"
		"2\n- Rà soát hương ước.\n- Tổng kết phong trào.\nCục Di sản văn hóa\nVụ Gia "
		"đình\nBáo cáo\n2022 - 2026\n"
		"3\nPhát triển văn hóa đọc\nCục Di sản văn hóa\nVụ Thư viện\n\nHằng năm\n"
		"4\nKết nối dữ liệu\nTTYTQG\n-\nHệ thống\nQuý IV/2022\n",
		"II.1|Xây dựng Nghị định|Cục Di sản văn hóa|Vụ Pháp chế;Cục Điện ảnh|2022\n"
		"II.2-1|Rà soát hương ước.|Cục Di sản văn hóa|Vụ Gia đình|2022 - 2026\n"
		"II.2-2|Tổng kết phong trào.|Cục Di sản văn hóa|Vụ Gia đình|2022 - 2026\n"
		"II.3|Phát triển văn hóa đọc|Cục Di sản văn hóa|Vụ Thư viện|Hằng năm\n"
		"II.4|Kết nối dữ liệu|TTYTQG||Quý IV/2022\n"},
	{"two flat ones with the same head, an item between them, and a time that begins with a "
	 "small word",
		"1. Phát sóng\n   a) Chương trình của các sở:\nTT\nNội dung\nTrách nhiệm\nthực "
		"hiện\nThời "
		"gian\n"
		"1\nTrả lời vướng mắc về đất đai\nSở Nội vụ\nTừ 20 giờ 15 phút ngày 23 tháng "
		"1\n"
		"2\nTrả lời vướng mắc về thuế\nSở Tài chính\nTừ 20 giờ 15 phút ngày 13 tháng 3\n"
		"   b) Chương trình của các xã:\n   Sở Nội vụ chủ trì xây dựng nội dung, cụ thể:\n"
		"TT\nNội dung\nTrách nhiệm\nthực hiện\nThời gian\n"
		"1\nTrả lời vướng mắc về hộ tịch\nSở Tư pháp\nTừ 20 giờ 15 phút ngày 27 tháng 3\n"
		"2\nTrả lời vướng mắc về nhà ở\nSở Xây dựng\nTừ 20 giờ 15 phút ngày 24 tháng 4\n",
		"II.1.a.1|Trả lời vướng mắc về đất đai|Sở Nội vụ||Từ 20 giờ 15 phút ngày 23 tháng "
		"1\n"
		"II.1.a.2|Trả lời vướng mắc về thuế|Sở Tài chính||Từ 20 giờ 15 phút ngày 13 tháng "
		"3\n"
		"II.1.b|Chương trình của các xã: Sở Nội vụ chủ trì xây dựng nội dung, cụ thể:|Sở "
		"Nội vụ||-\n"
		"II.1.b.1|Trả lời vướng mắc về hộ tịch|Sở Tư pháp||Từ 20 giờ 15 phút ngày 27 tháng "
		"3\n"
		"II.1.b.2|Trả lời vướng mắc về nhà ở|Sở Xây dựng||Từ 20 giờ 15 phút ngày 24 tháng "
		"4\n"},
	{"ticked months",
		"TT\tHoạt động\tChủ trì\tT1\tT2\tT3\tT4\n1\tKiện toàn Ban\tSở Y tế\t\tx\t\t\n"
		"2\tTập huấn\tSở Y tế\tx\t\t\tX\n3\tTruyền thông\tSở Y tế\t\tx\tx\tx\n",
		"II.1|Kiện toàn Ban|Sở Y tế||T2\nII.2|Tập huấn|Sở Y tế||T1, T4\n"
		"II.3|Truyền thông|Sở Y tế||T2 - T4\n"},
	{"ticked months under a head of their own",
		"| TT | Hoạt động | Chủ trì | Thời gian (tháng) | | "
		"|\n|---|---|---|---|---|---|\n| | | | 5 | 6 | 7 |\n"
		"| 1 | Tập huấn | Sở Y tế | x | x | |\n| 2 | Kiểm tra | Sở Y tế | | | √ |\n",
		"II.1|Tập huấn|Sở Y tế||tháng 5 - 6\nII.2|Kiểm tra|Sở Y tế||tháng 7\n"},
	{"amounts by quarter",
		"| TT | Nội dung | Quý I | Quý II | Quý III |\n|---|---|---|---|---|\n| 1 | Số ca "
		"mắc | 5 | 6 | 7 |\n"
		"| 2 | Số xã có dịch | 1 | 2 | 3 |\n",
		""},
	{"timetable",
		"TT   Đơn vị được kiểm tra      Thời gian                 Địa điểm\n"
		"1    UBND xã Bình An           8h00 ngày 14/5/2024       Hội trường UBND xã\n"
		"2    Công ty TNHH May          13h30 ngày 16/5/2024      Tại Công ty\n"
		"     Sông Châu\n",
		"UBND xã Bình An|2024-5-14 8:0|Hội trường UBND xã\nCông ty TNHH May Sông "
		"Châu|2024-5-16 13:30|Tại Công ty\n"},
	{"visits by day",
		"III. LỊCH GIÁM SÁT\n1. Sáng 15/4/2025 (thứ Ba): làm việc với UBND huyện Lý Nhân "
		"tại trụ sở UBND huyện.\n"
		"2. Chiều 15/4/2025: khảo sát tại xã Nhân Nghĩa.\n3. 8h00 ngày 16/4/2025, kiểm tra "
		"Sở Y tế.\n"
		"4. Ngày 17/4/2025: kiểm tra việc thực hiện kết luận.\n",
		"UBND huyện Lý Nhân|2025-4-15 -1:-1|tại trụ sở UBND huyện\nxã Nhân Nghĩa|2025-4-15 "
		"-1:-1|(null)\n"
		"Sở Y tế|2025-4-16 8:0|(null)\n"},
	{"where to meet beside whom",
		"| TT | Cơ sở được thanh tra | Ngày | Nơi làm việc |\n|---|---|---|---|\n"
		"| 1 | Trung tâm Dịch vụ đô thị | 11/3/2025 | Hội trường Trung tâm |\n",
		"Trung tâm Dịch vụ đô thị|2025-3-11 -1:-1|Hội trường Trung tâm\n"},
	{"flattened visits of a committee",
		"TT\nChi bộ được kiểm tra, giám sát\nNội dung\nNgày làm việc\nĐịa điểm\n"
		"1\nChi bộ Trạm Khuyến nông\nCông tác kết nạp\n8h30 ngày 11/3/2025\nPhòng họp số "
		"1\n"
		"2\nĐảng bộ Công ty Thủy lợi\nThu, nộp đảng phí\nTháng 4/2025\nTrụ sở Công ty\n",
		"Chi bộ Trạm Khuyến nông|2025-3-11 8:30|Phòng họp số 1\n"
		"Đảng bộ Công ty Thủy lợi|0-0-0 -1:-1|Trụ sở Công ty\n"},
	/* titles without a number are no work, and no title is the row of a merged cell; nobody is told to rest */
	{"a table of abbreviations behind that of the work",
		"| TT | Công việc | Chủ trì | Phối hợp |\n|---|---|---|---|\n"
		"| 1 | Thẩm định giá | P. GCS | TTK |\n| 2 | Công khai | TTK | P. KT&NS |\n\n"
		"BẢNG VIẾT TẮT\n| Chữ viết tắt | Viết đầy đủ |\n|---|---|\n| P. GCS | Phòng Giá và "
		"công sản |\n"
		"| TTK | Trung tâm Thống kê |\n| P. KT&NS | Phòng Kế toán và Ngân sách |\n",
		"II.1|Thẩm định giá|Phòng Giá và công sản|Trung tâm Thống kê|-\n"
		"II.2|Công khai|Trung tâm Thống kê|Phòng Kế toán và Ngân sách|-\n"},
	{"rules of dashes, nothing drawn at the sides",
		"-----------------------------------------------\n"
		"STT | Công việc        | Đầu mối   | Kết quả\n"
		"-----------------------------------------------\n"
		"1   | Kiểm kê tài sản  | Sở Y tế   | Biên bản\n"
		"    | công năm 2025    |           |\n"
		"-----------------------------------------------\n"
		"2   | Xây dựng đề án   | Sở Nội vụ | Đề án\n"
		"-----------------------------------------------\n",
		"II.1|Kiểm kê tài sản công năm 2025|Sở Y tế||-\nII.2|Xây dựng đề án|Sở Nội "
		"vụ||-\n"},
	{"a time that only the work says",
		"| TT | Công việc | Trách nhiệm |\n|---|---|---|\n"
		"| 1 | Lập hồ sơ mời thầu, hoàn thành trước ngày 20/3/2025 | Sở Y tế |\n",
		"II.1|Lập hồ sơ mời thầu, hoàn thành trước ngày 20/3/2025|Sở Y tế||trước ngày "
		"20/3/2025\n"},
	{"flattened groups by letters, a page's end, figures in cells that are no numbers of rows",
		"STT\nNội dung\nChủ trì\nPhối hợp\nThời gian\nKết quả\n"
		"A\nCÔNG TÁC CÁN BỘ\n1\nTập huấn nghiệp vụ\nP. Tổ chức cán bộ\nSở Y tế\nQuý I\n02 "
		"lớp\n2\n"
		"STT\nNội dung\nChủ trì\nPhối hợp\nThời gian\nKết quả\n"
		"2\nKhảo sát\nSở Nội vụ\nSở Tài chính\nQuý II\n03 báo cáo\n"
		"B\nCÔNG TÁC KHÁC\n3\nTrực ban\nSở Y tế\nSở Nội vụ\nCả năm\nSổ trực\n"
		"III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế theo dõi, đôn đốc.\n",
		"II.A.1|Tập huấn nghiệp vụ|Phòng Tổ chức cán bộ|Sở Y tế|Quý I\n"
		"II.A.2|Khảo sát|Sở Nội vụ|Sở Tài chính|Quý II\nII.B.3|Trực ban|Sở Y tế|Sở Nội "
		"vụ|Cả năm\n"},
	{"units before the work, merged, the numbers inside of the work's cell",
		"| Đơn vị | Nhiệm vụ được giao | Hạn chót |\n|---|---|---|\n"
		"| Sở Y tế | 1. Rà soát danh mục | Quý I |\n| | 2. Xây dựng đề án | Tháng 4 |\n"
		"| Sở Nội vụ | 3. Tập huấn | Quý II |\n",
		"II.1|Rà soát danh mục|Sở Y tế||Quý I\nII.2|Xây dựng đề án|Sở Y tế||Tháng 4\n"
		"II.3|Tập huấn|Sở Nội vụ||Quý II\n"},
	{"groups headed by who does what stands in them, roles in brackets",
		"| TT | Công việc | Thời hạn |\n|---|---|---|\n| I | Sở Y tế | |\n"
		"| 1 | Rà soát danh mục | Quý I |\n| II | Công tác khác | |\n| 1 | Trực ban | "
		"Tháng 5 |\n\n"
		"| TT | Công việc | Phân công |\n|---|---|---|\n"
		"| 5 | Tập huấn | Sở Y tế (chủ trì), Sở Nội vụ (phối hợp) |\n",
		"II.I.1|Rà soát danh mục|Sở Y tế||Quý I\nII.II.1|Trực ban|||Tháng 5\n"
		"II.5|Tập huấn|Sở Y tế|Sở Nội vụ|-\n"},
	{"a flattened head of two lines a cell, none over the numbers",
		"Nhiệm vụ trọng tâm\nCơ quan\nchủ trì\nCơ quan phối hợp\nThời gian\nthực hiện\n"
		"1. Xây dựng cơ sở dữ liệu\nSở Y tế\nSở Nội vụ\nQuý II/2025\n"
		"2. Đối thoại với doanh nghiệp\nSở Tài chính\nSở Tư pháp\nTháng 10/2025\n",
		"II.1|Xây dựng cơ sở dữ liệu|Sở Y tế|Sở Nội vụ|Quý II/2025\n"
		"II.2|Đối thoại với doanh nghiệp|Sở Tài chính|Sở Tư pháp|Tháng 10/2025\n"},
	{"a flattened table of paragraphs: heads of two lines, rows below a row, what pages break",
		"STT\n\nNội dung\n\nCơ quan\nchủ trì\n\nCơ quan phối hợp\n\nThời gian\nhoàn "
		"thành\n\nSản phẩm\n\nI\n\nTHỂ CHẾ\n\n"
		"1\n\nRà soát quy chế phối hợp theo Quyết định số\n\n2\n\n\fSTT\n\nNội dung\n\n"
		"Cơ quan\nchủ trì\n\nCơ quan phối hợp\n\nThời gian\nhoàn thành\n\nSản phẩm\n\n"
		"15/QĐ-UBND của tỉnh\n\nSở Nội vụ\n\nSở Y tế\n\nQuý I\n\nQuy chế\n\n"
		"2\n\nSố hóa hồ sơ\n\n2.1\n\nSố hóa hồ sơ đất đai tại các\nxã, phường\n\nSở Tài "
		"chính\n\nTháng 5\n\nKho dữ liệu\n\n"
		"2.2\n\nSố hóa hộ tịch\n\nSở Tư pháp\n\nSở Y tế\n\nBáo cáo\n\n"
		"3\n\nTổng kết\n\nSở Nội vụ\n\n3\n\nSTT\n\nNội dung\n\nCơ quan\nchủ trì\n\nCơ "
		"quan phối hợp\n\nThời gian\nhoàn thành\n\nSản phẩm\n\n"
		"Các sở, ngành\n\nTháng 12\n\nBáo cáo tổng kết\n\nII\n\nNGUỒN "
		"LỰC\n\n4\n\n\fSTT\n\nNội "
		"dung\n\nCơ quan\nchủ trì\n\nCơ quan phối hợp\n\nThời gian\nhoàn thành\n\nSản "
		"phẩm\n\n1\n\nBố trí kinh phí\n\nSở Tài chính\n\nCác sở\n\nQuý IV\n\nDự "
		"toán\n\n5\n",
		"II.I.1|Rà soát quy chế phối hợp theo Quyết định số 15/QĐ-UBND của tỉnh|Sở Nội "
		"vụ|Sở Y "
		"tế|Quý I\n"
		"II.I.2.1|Số hóa hồ sơ đất đai tại các xã, phường|Sở Tài chính||Tháng 5\n"
		"II.I.2.2|Số hóa hộ tịch|Sở Tư pháp|Sở Y tế|-\n"
		"II.I.3|Tổng kết|Sở Nội vụ|Các sở, ngành|Tháng 12\n"
		"II.II.1|Bố trí kinh phí|Sở Tài chính|Các sở|Quý IV\n"},
	{"a flattened table of lines whose pages break rows, a group's title above the head that "
	 "comes back",
		"TT\nCông việc\nChủ trì\nPhối hợp\nThời hạn\n"
		"I\nTHỂ CHẾ\n1\nXây dựng đề án\n2\n\fTT\nCông việc\nChủ trì\nPhối hợp\nThời "
		"hạn\nSở Nội vụ\nSở Y tế\nQuý I\n"
		"2\nTập huấn\nSở Y tế\nSở Nội vụ\nQuý II\nII\nNGUỒN LỰC\n3\n\fTT\nCông việc\nChủ "
		"trì\nPhối hợp\nThời hạn\n1\nBố trí kinh phí\nSở Tài chính\nSở Y tế\nQuý IV\n",
		"II.I.1|Xây dựng đề án|Sở Nội vụ|Sở Y tế|Quý I\nII.I.2|Tập huấn|Sở Y tế|Sở Nội "
		"vụ|Quý II\nII.II.1|Bố trí kinh phí|Sở Tài chính|Sở Y tế|Quý IV\n"},
	{"a flattened head of two lines a cell, numbers on lines of their own, pages without a "
	 "head",
		"Stt\nCông việc\nCơ quan\nchủ trì\nCơ quan phối hợp\nThời hạn\nhoàn thành\n"
		"1\nRà soát danh mục theo Quyết định số\n2\n\n\f15/QĐ-UBND của tỉnh\nSở Nội vụ\nSở "
		"Y "
		"tế\nQuý I\n"
		"2\nSửa đổi quy chế phối hợp của\nGiám đốc Sở\nSở Y tế\nSở Nội vụ\nQuý II\n"
		"3\nTổng kết\nSở Tài chính\nTháng 12\n",
		"II.1|Rà soát danh mục theo Quyết định số 15/QĐ-UBND của tỉnh|Sở Nội vụ|Sở Y "
		"tế|Quý "
		"I\n"
		"II.2|Sửa đổi quy chế phối hợp của Giám đốc Sở|Sở Y tế|Sở Nội vụ|Quý II\n"
		"II.3|Tổng kết|Sở Tài chính||Tháng 12\n"},
	{"titles without numbers and holidays",
		"| TT | Công việc | Thời gian | Đơn vị đầu mối |\n|---|---|---|---|\n"
		"| | Đợt một | | |\n| 1 | Tập huấn | 12/5/2025 | Sở Y tế |\n"
		"| 2 | Nghỉ lễ Quốc khánh | 02/9/2025 | |\n"
		"| | Đợt hai | | |\n| 3 | Tổng kết | Trước 20/12/2025 | Sở Nội vụ |\n",
		"II.1|Tập huấn|Sở Y tế||12/5/2025\nII.3|Tổng kết|Sở Nội vụ||Trước 20/12/2025\n"},
	{"a title without a number between the rows",
		"| TT | Công việc | Thời gian | Đơn vị đầu mối |\n|---|---|---|---|\n"
		"| 1 | Tập huấn | Quý I | Sở Y tế |\n| | **Nửa năm sau** | | |\n"
		"| 2 | Tổng kết | Quý IV | Sở Nội vụ |\n",
		"II.1|Tập huấn|Sở Y tế||Quý I\nII.2|Tổng kết|Sở Nội vụ||Quý IV\n"},
	{"rows that share a number",
		"| TT | Công việc | Chủ trì | Thời gian |\n|---|---|---|---|\n"
		"| 1 | Hội thi tay nghề | Sở Nội vụ | Tháng 5 |\n| | Chấm thi lý thuyết | Sở Y tế "
		"| |\n"
		"| | Trao giải | Sở Tài chính | |\n"
		"| 2 | Điều tra số liệu | Sở Y tế | Quý I |\n| | Công bố số liệu | | Quý II |\n",
		"II.1|Hội thi tay nghề|Sở Nội vụ||Tháng 5\nII.1-1|Chấm thi lý thuyết|Sở Y "
		"tế||Tháng 5\n"
		"II.1-2|Trao giải|Sở Tài chính||Tháng 5\nII.2-1|Điều tra số liệu|Sở Y tế||Quý I\n"
		"II.2-2|Công bố số liệu|Sở Y tế||Quý II\n"},
	{"numbers in the middle of cells, columns a blank apart, a page that turns within a row",
		"                                                  Thời gian\n"
		"STT          Công việc                                        Cơ quan chủ trì   "
		"Cơ quan phối hợp\n"
		"                                                  thực hiện\n"
		" I  Hồ sơ sức khỏe\n"
		"    Rà soát, lập hồ sơ sức khỏe điện tử cho\n"
		"    người từ đủ 60 tuổi trở lên, liên thông                   Phòng Nghiệp vụ Y "
		"Trạm Y tế các\n"
		" 1                                                Quý II/2025\n"
		"    với sổ sức khỏe; ưu tiên người cô đơn,                    và Sở Nội vụ      "
		"xã, phường\n"
		"    người khuyết tật\n"
		"    Cấp sổ theo dõi bệnh mạn tính, hướng dẫn\n"
		" 2                                                Tháng 9     Phòng Tổ chức     "
		"Sở Nội vụ\n"
		"    tự đo huyết áp tại nhà\n"
		" 3  Tập huấn cho nhân viên y tế thôn, bản         Tháng 10/   Phòng Tài chính   "
		"Trạm Y tế các\n"
		"\n"
		"                                   2\n"
		"\n"
		"                                                  Thời gian\n"
		"STT          Công việc                                        Cơ quan chủ trì   "
		"Cơ quan phối hợp\n"
		"                                                  thực hiện\n"
		"    theo tài liệu của Bộ                          2025                          "
		"xã, phường\n"
		"    Mua máy đo cho trạm y tế\n"
		" 4                                                Quý IV      Phòng Tài chính   "
		"Sở Y tế\n"
		"    điểm của tỉnh\n",
		"II.I.1|Rà soát, lập hồ sơ sức khỏe điện tử cho người từ đủ 60 tuổi trở lên, liên "
		"thông với sổ sức khỏe; ưu tiên người cô đơn, người khuyết tật|Phòng Nghiệp vụ "
		"Y;Sở Nội vụ|Trạm Y tế các xã, phường|Quý II/2025\n"
		"II.I.2|Cấp sổ theo dõi bệnh mạn tính, hướng dẫn tự đo huyết áp tại nhà|Phòng Tổ "
		"chức|Sở Nội vụ|Tháng 9\n"
		"II.I.3|Tập huấn cho nhân viên y tế thôn, bản theo tài liệu của Bộ|Phòng Tài "
		"chính|Trạm Y tế các xã, phường|Tháng 10/ 2025\n"
		"II.I.4|Mua máy đo cho trạm y tế điểm của tỉnh|Phòng Tài chính|Sở Y tế|Quý IV\n"},
	{"figures",
		"   Đơn vị                 Số lớp     Số học viên     Hoàn thành\n   Huyện Trà Cú  "
		"           14           256            190\n"
		"   Huyện Cầu Ngang          11           187            141\n",
		""},
	{"members", "TT\tHọ và tên\tChức vụ\tNhiệm vụ\n1\tTrần Văn A\tGiám đốc\tTrưởng đoàn\n2\tLê Thị B\tPhó Giám đốc\tPhó đoàn\n",
		""},
};

/* What the rows hold besides: a line for each task: id|start…end|product */
static const Case fields[] = {
	{"a day alone is the day of what is done",
		"| TT | Công việc | Chủ trì | Thời gian tổ chức |\n|---|---|---|---|\n"
		"| 1 | Hội thao | Sở Y tế | 14/5/2025 |\n| 2 | Khai mạc | Sở Y tế | 20/5/2025 (dự "
		"kiến) |\n"
		"| 3 | Báo cáo | Sở Y tế | Trước 30/5/2025 |\n",
		"II.1|2025-05-14…2025-05-14|-\nII.2|2025-05-20…2025-05-20|-\nII.3|…2025-05-30|-\n"},
	{"a day to begin that is left open beside one to end",
		"| TT | Công việc | Chủ trì | Bắt đầu | Hoàn thành |\n|---|---|---|---|---|\n"
		"| 1 | Rà soát | Sở Y tế | 03/3/2025 | 14/5/2025 |\n| 2 | Công bố | Sở Y tế | | "
		"20/5/2025 |\n"
		"| 3 | Tập huấn | Sở Y tế | | Tháng 6 |\n| 4 | Tổng kết | Sở Y tế | | Quý IV |\n",
		"II.1|2025-03-03…2025-05-14|-\nII.2|…2025-05-20|-\nII.3|2025-06-01…2025-06-30|-\n"
		"II.4|2025-10-01…2025-12-31|-\n"},
	{"no head over the numbers, a cell of two lines for who leads and who helps",
		"Công việc\nPhân công\nTiến độ\nCách làm\nSản phẩm\n"
		"1. Tu sửa kho lưu trữ; lập danh mục tài liệu cần số hóa.\n(Theo kết luận giao "
		"ban)\n"
		"Chủ trì: Sở Nội vụ.\nPhối hợp: Sở Y tế, Sở Tài chính.\nTháng 5/2025\n"
		"Thuê đơn vị có đủ năng lực.\nKho đạt chuẩn.\n"
		"2. Tập huấn nghiệp vụ.\nChủ trì: Sở Tư pháp.\nPhối hợp: các xã.\nQuý III/2025\n"
		"Mở hai lớp tại tỉnh.\nChứng nhận của học viên.\n",
		"II.1|2025-05-01…2025-05-31|Kho đạt chuẩn.\n"
		"II.2|2025-07-01…2025-09-30|Chứng nhận của học viên.\n"},
	{"days of a week with their parts",
		"| Ngày | Buổi | Công việc | Chủ trì |\n|---|---|---|---|\n"
		"| Thứ Ba, 11/3/2025 | Sáng | Giao ban | Sở Y tế |\n| | Chiều | Tiếp dân | Sở Nội "
		"vụ |\n",
		"II.1|2025-03-11…2025-03-11|-\nII.2|2025-03-11…2025-03-11|-\n"},
	{"but the last one under a head that says so",
		"| TT | Công việc | Chủ trì | Ngày hoàn thành | Kết quả/ghi chú "
		"|\n|---|---|---|---|---|\n"
		"| 1 | Rà soát | Sở Y tế | 14/5/2025 | Báo cáo |\n| 2 | Công bố | Sở Y tế | "
		"20/5/2025 | |\n",
		"II.1|…2025-05-14|Báo cáo\nII.2|…2025-05-20|-\n"},
};

static void
append_list(GString *out, const DdFieldList *list)
{
	g_string_append_c(out, '|');
	for (size_t i = 0; i < list->n; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? ";" : "", list->items[i].value);
}

static char *
show(const DdReading *reading)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < reading->n_tasks; i++) {
		const DdTask *task = &reading->tasks[i];
		g_string_append_printf(out, "%s|%s", task->id, task->text.value);
		append_list(out, &task->lead);
		append_list(out, &task->coordinate);
		g_string_append_printf(
			out, "|%s\n", task->time_raw.value != NULL ? task->time_raw.value : "-");
	}
	for (size_t i = 0; i < reading->n_sessions; i++) {
		const DdSession *session = &reading->sessions[i];
		g_string_append_printf(out, "%s|%d-%d-%d %d:%d|%s\n", session->agency.value,
			session->day.year, session->day.month, session->day.day, session->hour,
			session->minute, session->place);
	}
	return g_string_free(out, FALSE);
}

static void
append_day(GString *out, DdDay day)
{
	if (day.year != 0)
		g_string_append_printf(out, "%d-%02d-%02d", day.year, day.month, day.day);
}

static char *
show_fields(const DdReading *reading)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < reading->n_tasks; i++) {
		const DdTask *task = &reading->tasks[i];
		g_string_append_printf(out, "%s|", task->id);
		append_day(out, task->time.start);
		g_string_append(out, "…");
		append_day(out, task->time.end);
		g_string_append_printf(
			out, "|%s\n", task->product.value != NULL ? task->product.value : "-");
	}
	return g_string_free(out, FALSE);
}

static void
check(const Case *test, char *(*show_reading)(const DdReading *))
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	g_assert_no_error(error);
	g_autofree char *text = g_strconcat(
		"SỞ NỘI VỤ\nSố: 12/KH-SNV\nHà Nam, ngày 06 tháng 01 năm 2025\n\nKẾ HOẠCH\nCông tác "
		"năm 2025\n\n"
		"I. MỤC ĐÍCH\nNâng cao chất lượng công tác.\n\nII. PHÂN CÔNG\n\n",
		test->table, "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n", NULL);
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
	g_autoptr(DdReading) reading = dd_reader_read(reader, bytes, "test.txt", &error);
	g_assert_no_error(error);
	g_autofree char *found = show_reading(reading);
	g_assert_cmpstr(found, ==, test->expected);
}

static void
test_form(gconstpointer data)
{
	check(data, show);
}

static void
test_fields(gconstpointer data)
{
	check(data, show_fields);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strdup_printf("/table/%s", cases[i].name);
		g_test_add_data_func(path, &cases[i], test_form);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		g_autofree char *path = g_strdup_printf("/table/fields/%s", fields[i].name);
		g_test_add_data_func(path, &fields[i], test_fields);
	}
	return g_test_run();
}
