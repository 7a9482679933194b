/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-cases-names-test-support.c: documents named without a number: programmes, laws, congresses, standards; clauses; what governs */
#include "cite-cases-test-support.h"

const DdCiteCase dd_cite_name_cases[] = {
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới trên địa bàn huyện rất chậm.",
		""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Triển khai Chương trình mục tiêu quốc gia giảm nghèo bền vững còn nhiều khó khăn, vướng mắc.",
		""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Tiến độ giải ngân Chương trình mục tiêu quốc gia xây dựng nông thôn mới rất chậm.",
		""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Việc thực hiện Đề án phát triển du lịch cộng đồng trên địa bàn tỉnh còn chậm.", ""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Tiếp tục thực hiện Chiến lược phát triển thanh niên Việt Nam giai đoạn 2021 - 2030.",
		"=Chiến lược phát triển thanh niên Việt Nam giai đoạn 2021 - "
		"2030|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới và Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025.",
		"=Chương trình mục tiêu quốc gia xây dựng nông thôn "
		"mới|-|-|-|implements|-\n=Chương trình mục tiêu quốc gia giảm nghèo bền vững giai "
		"đoạn 2021 - 2025|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện 03 Chương trình mục tiêu quốc gia trên địa bàn xã.", ""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện các Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030.", ""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Triển khai Đề án \"Xây dựng xã hội học tập giai đoạn 2021 - 2030\" trên địa bàn xã.",
		"=Đề án \"Xây dựng xã hội học tập giai đoạn 2021 - 2030\"|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Chương trình \"Mỗi xã một sản phẩm\" giai đoạn 2021 - 2025.",
		"=Chương trình \"Mỗi xã một sản phẩm\" giai đoạn 2021 - 2025|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Triển khai có hiệu quả Đề án 06 và Chương trình chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030.",
		"=Đề án 06|-|-|-|implements|-\n=Chương trình chuyển đổi số quốc gia đến năm 2025, "
		"định hướng đến năm 2030|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030 do Bộ Nội vụ chủ trì.",
		"=Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - "
		"2030|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện tốt Đề án tuyên truyền, phổ biến pháp luật cho đồng bào dân tộc thiểu số.",
		"=Đề án tuyên truyền, phổ biến pháp luật cho đồng bào dân tộc thiểu "
		"số|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Tham mưu xây dựng Đề án sắp xếp đơn vị hành chính cấp xã.", ""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quy hoạch điện VIII; Quy hoạch tổng thể về năng lượng quốc gia.",
		"=Quy hoạch điện VIII|-|-|-|implements|-\n=Quy hoạch tổng thể về năng lượng quốc "
		"gia|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Tiếp tục thực hiện Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết Đại hội XIII của Đảng.",
		"=Chương trình hành động của Tỉnh ủy|-|-|Tỉnh ủy|implements|-\n=Nghị quyết Đại hội "
		"XIII của Đảng|-|-|Đại hội XIII của Đảng|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Theo Chương trình công tác năm 2026 của Hội đồng nhân dân tỉnh",
		"=Chương trình công tác năm 2026 của Hội đồng nhân dân tỉnh|-|-|Hội đồng nhân dân "
		"tỉnh|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Chương trình công tác toàn khóa của Ban Chấp hành Đảng bộ xã",
		"=Chương trình công tác toàn khóa của Ban Chấp hành Đảng bộ xã|-|-|Ban Chấp hành "
		"Đảng bộ xã|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Lồng ghép trong Chương trình mục tiêu quốc gia xây dựng nông thôn mới và các chương trình, dự án khác.",
		"=Chương trình mục tiêu quốc gia xây dựng nông thôn mới|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030.",
		"=Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Áp dụng QCVN 01:2021/BXD, TCVN 9411:2012 và ISO 9001:2015, TCVN ISO 9001:2015.",
		"Quy chuẩn kỹ thuật quốc gia|QCVN 01:2021/BXD|-|-|mentions|-\nTiêu chuẩn quốc "
		"gia|TCVN 9411:2012|-|-|mentions|-\nTiêu chuẩn|ISO 9001:2015|-|-|mentions|-\nTiêu "
		"chuẩn quốc gia|TCVN ISO 9001:2015|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Hệ thống quản lý chất lượng theo ISO 9001 và tiêu chuẩn ISO 22000:2018.",
		"Tiêu chuẩn|ISO 9001|-|-|mentions|-\nTiêu chuẩn|ISO 22000:2018|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Công ước của Liên hợp quốc về quyền trẻ em và Hiệp định Đối tác xuyên Thái Bình Dương.",
		"=Công ước của Liên hợp quốc|-|-|Liên hợp quốc|implements|-\n=Hiệp định Đối tác "
		"xuyên Thái Bình Dương|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Triển khai Hiệp định Thương mại tự do giữa Việt Nam và Liên minh châu Âu.",
		"=Hiệp định Thương mại tự do giữa Việt Nam và Liên minh châu Âu|-|-|Việt Nam và "
		"Liên minh châu Âu|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Thực hiện Công ước số 98 của Tổ chức Lao động quốc tế.",
		"Công ước|98|-|Tổ chức Lao động quốc tế|implements|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân năm 2015 (sửa đổi, bổ sung năm 2025);",
		"=Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân năm "
		"2015|-|-|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Luật Công nghiệp công nghệ số;",
		"=Luật Công nghiệp công nghệ số|-|-|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Luật An toàn, vệ sinh lao động ngày 25/6/2015;",
		"=Luật An toàn, vệ sinh lao động ngày 25/6/2015|-|2015-06-25|-|basis|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Luật Đầu tư công số 58/2024/QH15 ngày 29/11/2024, Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công số 90/2025/QH15 ngày 25/6/2025;",
		"Luật|58/2024/QH15|2024-11-29|-|basis|-\nLuật|90/2025/QH15|2025-06-25|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;",
		"=Luật Thi đua, khen thưởng ngày 15/6/2022|-|2022-06-15|-|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Theo Luật BHYT và Luật NSNN.",
		"=Luật BHYT|-|-|-|mentions|-\n=Luật NSNN|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết Trung ương 4 khóa XI, XII; Chỉ thị số 05-CT/TW ngày 15/5/2016.",
		"=Nghị quyết Trung ương 4 khóa XI, XII|-|-|Trung ương 4 khóa XI, "
		"XII|implements|-\nChỉ thị|05-CT/TW|2016-05-15|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết Trung ương 4 (khóa XII) về xây dựng Đảng.",
		"=Nghị quyết Trung ương 4 (khóa XII)|-|-|Trung ương 4 (khóa XII)|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết Đại hội XIII của Đảng, Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX.",
		"=Nghị quyết Đại hội XIII của Đảng|-|-|Đại hội XIII của Đảng|implements|-\n=Nghị "
		"quyết Đại hội Đảng bộ tỉnh lần thứ XX|-|-|Đại hội Đảng bộ tỉnh lần thứ "
		"XX|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng.",
		"=Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng|-|-|Đại hội đại biểu "
		"toàn quốc lần thứ XIV của Đảng|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030.",
		"=Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030|-|-|Đại "
		"hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Thực hiện Kết luận Hội nghị Trung ương 13 khóa XIII.",
		"=Kết luận Hội nghị Trung ương 13 khóa XIII|-|-|Hội nghị Trung ương 13 khóa "
		"XIII|implements|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Xét Tờ trình của Sở Nội vụ số 15/TTr-SNV ngày 3/2/2024;",
		"Tờ trình|15/TTr-SNV|2024-02-03|Sở Nội vụ|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "quy định tại Mục II Phần thứ nhất Kế hoạch số 12/KH-UBND",
		"Kế hoạch|12/KH-UBND|-|-|mentions|Mục II Phần thứ nhất\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "quy định tại tiết 2.1 điểm 2 mục III Nghị quyết số 57-NQ/TW",
		"Nghị quyết|57-NQ/TW|-|-|mentions|tiết 2.1 điểm 2 mục III\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "theo Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP",
		"Nghị định|30/2020/NĐ-CP|-|-|attached_to|Phụ lục I\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "theo Mẫu số 02 ban hành kèm theo Thông tư số 15/2023/TT-BTC",
		"Thông tư|15/2023/TT-BTC|-|-|attached_to|Mẫu số 02\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "quy định tại các Điều 5, 6, 7 của Nghị định số 30/2020/NĐ-CP",
		"Nghị định|30/2020/NĐ-CP|-|-|mentions|Điều 5, 6, 7\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "theo Biểu mẫu số 01 kèm theo Công văn số 12/UBND-VX",
		"Công văn|12/UBND-VX|-|-|attached_to|Biểu mẫu số 01\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"theo Điều 5 Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 1/2/2024",
		"Quyết định|12/QĐ-UBND|2024-02-01|-|attached_to|Điều 5\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 1/2/2024 của UBND tỉnh",
		"Quyết định|12/QĐ-UBND|2024-02-01|UBND tỉnh|attached_to|-\n"},
	{DD_CITE_IN_TITLE, DD_DAMAGE_NONE,
		"Tổng kết 10 năm thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017",
		"Nghị quyết|18-NQ/TW|2017-10-25|-|implements|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Nghị định số 10/2020/NĐ-CP ngày 17/1/2020 của Chính phủ (được sửa đổi bởi Nghị định số 47/2022/NĐ-CP ngày 19/7/2022);",
		"Nghị định|10/2020/NĐ-CP|2020-01-17|Chính phủ|basis|-\nNghị "
		"định|47/2022/NĐ-CP|2022-07-19|-|amends|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; căn cứ Kế hoạch số 12/KH-UBND ngày 3/1/2025 của UBND tỉnh, UBND xã ban hành Kế hoạch như sau:",
		"Nghị quyết|57-NQ/TW|2024-12-22|Bộ Chính trị|implements|-\nKế "
		"hoạch|12/KH-UBND|2025-01-03|UBND tỉnh|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Căn cứ Kế hoạch số 12/KH-UBND ngày 3/1/2025 của UBND tỉnh về thực hiện Nghị quyết "
		"số 57-NQ/TW; thực hiện Công văn số 15/SNV-CCHC ngày 5/1/2025 của Sở Nội vụ,",
		"Kế hoạch|12/KH-UBND|2025-01-03|UBND tỉnh|basis|-\nNghị "
		"quyết|57-NQ/TW|-|-|implements|-\nCông văn|15/SNV-CCHC|2025-01-05|Sở Nội "
		"vụ|implements|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Rà soát, sửa đổi, bổ sung, thay thế hoặc bãi bỏ các Quyết định số 12/2022/QĐ-UBND, số 13/2022/QĐ-UBND.",
		"Quyết định|12/2022/QĐ-UBND|-|-|amends|-\nQuyết "
		"định|13/2022/QĐ-UBND|-|-|amends|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Quy chế làm việc của Đảng ủy xã Tân Lập nhiệm kỳ 2025 - 2030;",
		"=Quy chế làm việc của Đảng ủy xã Tân Lập nhiệm kỳ 2025 - 2030|-|-|Đảng ủy xã Tân "
		"Lập nhiệm kỳ 2025 - 2030|basis|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Quy chế làm việc của UBND tỉnh ban hành kèm theo Quyết định số 15/2021/QĐ-UBND ngày 5/7/2021;",
		"=Quy chế làm việc của UBND tỉnh|-|-|UBND tỉnh|basis|-\nQuyết "
		"định|15/2021/QĐ-UBND|2021-07-05|-|attached_to|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Điều lệ Đảng Cộng sản Việt Nam; Quy định số 24-QĐ/TW ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng;",
		"=Điều lệ Đảng Cộng sản Việt Nam|-|-|-|basis|-\nQuy định|24-QĐ/TW|2021-07-30|Ban "
		"Chấp hành Trung ương|basis|-\n=Điều lệ Đảng|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Chương trình hành động số 05-CTr/ĐU, ngày 10/9/2025 của Đảng ủy phường về thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2025-2030; Nghị quyết Đại hội đại biểu Đảng bộ phường lần thứ I.",
		"Chương trình hành động|05-CTr/ĐU|2025-09-10|Đảng ủy phường|implements|-\n=Nghị "
		"quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2025-2030|-|-|Đại hội "
		"đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2025-2030|implements|-\n=Nghị quyết "
		"Đại hội đại biểu Đảng bộ phường lần thứ I|-|-|Đại hội đại biểu Đảng bộ phường lần "
		"thứ I|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Triển khai thực hiện các Nghị quyết của Bộ Chính trị: Nghị quyết số 57-NQ/TW, "
		"Nghị quyết số 59-NQ/TW, Nghị quyết số 66-NQ/TW và Nghị quyết số 68-NQ/TW.",
		"Nghị quyết|57-NQ/TW|-|Bộ Chính trị|implements|-\nNghị quyết|59-NQ/TW|-|Bộ Chính "
		"trị|implements|-\nNghị quyết|66-NQ/TW|-|Bộ Chính trị|implements|-\nNghị "
		"quyết|68-NQ/TW|-|Bộ Chính trị|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"theo Nghị định số 154/2025/NĐ-CP ngày 15/6/2025 và các quy định hiện hành",
		"Nghị định|154/2025/NĐ-CP|2025-06-15|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "quy định tại các điểm a, b, c, d, đ, e khoản 1 và khoản 2, 3 Điều 12 Thông tư số 01/2024/TT-VPCP",
		"Thông tư|01/2024/TT-VPCP|-|-|mentions|điểm a, b, c, d, đ, e khoản 1 và khoản 2, 3 "
		"Điều 12\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"theo quy định tại Điều 3 Phụ lục II kèm theo Thông tư số 03/2025/TT-BNV",
		"Thông tư|03/2025/TT-BNV|-|-|attached_to|Điều 3 Phụ lục II\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "theo Biểu số 01, 02 Thông tư số 15/2023/TT-BTC",
		"Thông tư|15/2023/TT-BTC|-|-|mentions|Biểu số 01, 02\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Công an xã thực hiện Chương trình phòng, chống tội phạm, Chương trình phòng, chống mua bán người và Chương trình phòng, chống ma túy năm 2026.",
		"=Chương trình phòng, chống tội phạm|-|-|-|implements|-\n=Chương trình phòng, "
		"chống mua bán người|-|-|-|implements|-\n=Chương trình phòng, chống ma túy năm "
		"2026|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Lồng ghép nguồn vốn các Chương trình mục tiêu quốc gia, Chương trình OCOP và các đề án, dự án khác.",
		""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Triển khai Đề án “Tuyên truyền, phổ biến, giáo dục pháp luật tại vùng đồng bào DTTS giai đoạn 2022 - 2027”.",
		"=Đề án “Tuyên truyền, phổ biến, giáo dục pháp luật tại vùng đồng bào DTTS giai "
		"đoạn 2022 - 2027”|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Chiến lược quốc gia phòng, chống thiên tai đến năm 2030, tầm nhìn đến năm 2050.",
		"=Chiến lược quốc gia phòng, chống thiên tai đến năm 2030, tầm nhìn đến năm "
		"2050|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết HĐND xã về phát triển kinh tế - xã hội năm 2026.",
		"=Nghị quyết HĐND xã|-|-|HĐND xã|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết của Hội đồng nhân dân xã về nhiệm vụ phát triển kinh tế - xã hội năm 2026; Quyết định của UBND tỉnh về giao chỉ tiêu kế hoạch.",
		"=Nghị quyết của Hội đồng nhân dân xã|-|-|Hội đồng nhân dân "
		"xã|implements|-\n=Quyết định của UBND tỉnh|-|-|UBND tỉnh|implements|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Quyết định số 42/2014/QĐ-TTg ngày 27/7/2014 của Thủ tướng Chính phủ ban hành Quy chế theo dõi việc thực hiện nhiệm vụ do Chính phủ giao và Quyết định số 23/2018/QĐ-TTg ngày 15/5/2018;",
		"Quyết định|42/2014/QĐ-TTg|2014-07-27|Thủ tướng Chính phủ|basis|-\nQuyết "
		"định|23/2018/QĐ-TTg|2018-05-15|-|basis|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Bãi bỏ Thông tư số 09/2021/TT-BXD hướng dẫn thực hiện Nghị định số 100/2015/NĐ-CP của Chính phủ về nhà ở xã hội và Nghị định số 49/2021/NĐ-CP.",
		"Thông tư|09/2021/TT-BXD|-|-|amends|-\nNghị định|100/2015/NĐ-CP|-|Chính "
		"phủ|mentions|-\nNghị định|49/2021/NĐ-CP|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Sửa đổi Nghị quyết số 24/2018/NQ-HĐND quy định chính sách, trong đó bổ sung chính "
		"sách đối với nghệ nhân theo khoản 2 Điều 5 Nghị định số 109/2015/NĐ-CP.",
		"Nghị quyết|24/2018/NQ-HĐND|-|-|amends|-\nNghị "
		"định|109/2015/NĐ-CP|-|-|mentions|khoản 2 Điều 5\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "trình phương án điều chỉnh tổng mức đầu tư Dự án đã được phê duyệt tại Quyết định số 2918/QĐ-UBND ngày 14/10/2024.",
		"Quyết định|2918/QĐ-UBND|2024-10-14|-|mentions|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Triển khai học bạ số theo hướng dẫn tại Công văn số 2041/BGDĐT-GDTH ngày 24/4/2024.",
		"Công văn|2041/BGDĐT-GDTH|2024-04-24|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Tuyên truyền kết quả thực hiện Chương trình tổng thể cải cách hành chính giai đoạn 2021 - 2030 được ban hành tại Nghị quyết số 76/NQ-CP.",
		"Nghị quyết|76/NQ-CP|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện công tác xây dựng địa bàn không ma túy gắn với Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030 của Thủ tướng Chính phủ.",
		"=Chương trình mục tiêu quốc gia phòng, chống ma túy đến năm 2030 của Thủ tướng "
		"Chính phủ|-|-|Thủ tướng Chính phủ|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Công văn số 9384/BNV-CQĐP của Bộ Nội vụ về báo cáo; ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Thông báo số 212/TB-UBND",
		"Công văn|9384/BNV-CQĐP|-|Bộ Nội vụ|implements|-\nThông báo|212/TB-UBND|-|Chủ tịch "
		"UBND tỉnh|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Các phòng bám sát Chương trình công tác của UBND tỉnh, bảo đảm tiến độ.",
		"=Chương trình công tác của UBND tỉnh|-|-|UBND tỉnh|mentions|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Chương trình công tác năm 2026 của Hội đồng nhân dân tỉnh;",
		"=Chương trình công tác năm 2026 của Hội đồng nhân dân tỉnh|-|-|Hội đồng nhân dân "
		"tỉnh|basis|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Tổ chức Hội nghị quán triệt Nghị quyết Đại hội lần thứ XIV của Đảng và Chương trình hành động của Ban Chấp hành Trung ương.",
		"=Nghị quyết Đại hội lần thứ XIV của Đảng|-|-|Đại hội lần thứ XIV của "
		"Đảng|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Quyết định số 1322/QĐ-BYT; Quyết định 4858/QĐ-BYT ngày 03/12/2013 về Bộ tiêu chí đánh giá chất lượng bệnh viện.",
		"Quyết định|1322/QĐ-BYT|-|-|mentions|-\nQuyết "
		"định|4858/QĐ-BYT|2013-12-03|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Thực hiện Đề án 1893 của Bộ Y tế; Đề án 1816; Đề án 47.",
		"=Đề án 1893 của Bộ Y tế|-|-|Bộ Y tế|implements|-\n=Đề án "
		"1816|-|-|-|implements|-\n=Đề án 47|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Hợp đồng khám chữa bệnh BHYT số 12/HĐ-BHXH ngày 01/01/2026 giữa Bảo hiểm xã hội tỉnh và Bệnh viện.",
		"Hợp đồng|12/HĐ-BHXH|2026-01-01|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Phối hợp theo Quy chế phối hợp giữa Công an xã, Ban Chỉ huy Quân sự xã và Đồn Biên phòng.",
		"=Quy chế phối hợp giữa Công an xã, Ban Chỉ huy Quân sự xã và Đồn Biên "
		"phòng|-|-|Công an xã, Ban Chỉ huy Quân sự xã và Đồn Biên phòng|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Tòa án thụ lý theo Điều 35, Điều 39 Bộ luật Tố tụng dân sự; áp dụng Nghị quyết số 326/2016/UBTVQH14.",
		"=Bộ luật Tố tụng dân sự|-|-|-|mentions|Điều 35, Điều 39\nNghị "
		"quyết|326/2016/UBTVQH14|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Theo quy định tại Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ (được sửa đổi, bổ sung tại Nghị định số 107/2021/NĐ-CP ngày 06/12/2021), Nghị định số 118/2025/NĐ-CP.",
		"Nghị định|61/2018/NĐ-CP|2018-04-23|Chính phủ|mentions|-\nNghị "
		"định|107/2021/NĐ-CP|2021-12-06|-|amends|-\nNghị "
		"định|118/2025/NĐ-CP|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Kế hoạch này được xây dựng trên cơ sở Quyết định số 2222/QĐ-TTg; thay cho Kế hoạch số 10/KH-UBND ngày 5/1/2025.",
		"Quyết định|2222/QĐ-TTg|-|-|mentions|-\nKế "
		"hoạch|10/KH-UBND|2025-01-05|-|amends|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết Hội nghị Trung ương 6, khóa XII của Đảng; theo chức năng, nhiệm vụ được giao, Ban Tuyên giáo hướng dẫn.",
		"=Nghị quyết Hội nghị Trung ương 6, khóa XII của Đảng|-|-|Hội nghị Trung ương 6, "
		"khóa XII của Đảng|implements|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;",
		"=Luật Tổ chức HĐND và UBND ngày 26/11/2003|-|2003-11-26|-|basis|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Luật số 56/2024/QH15 sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán, Luật Kiểm toán độc lập, Luật Ngân sách nhà nước;",
		"Luật|56/2024/QH15|-|-|basis|-\n=Luật Chứng khoán|-|-|-|amends|-\n=Luật Kế "
		"toán|-|-|-|amends|-\n=Luật Kiểm toán độc lập|-|-|-|amends|-\n=Luật Ngân sách nhà "
		"nước|-|-|-|amends|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Chương trình số 15-CTr/TU, Kế hoạch số 20-KH/TU của Tỉnh ủy và các Chương trình, Kế hoạch của UBND tỉnh.",
		"Chương trình|15-CTr/TU|-|-|implements|-\nKế hoạch|20-KH/TU|-|Tỉnh "
		"ủy|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Luật Phòng, chống ma túy số 73/2021/QH14 ngày 30/3/2021. Theo Luật phòng, chống ma túy và Bộ Luật Hình sự.",
		"Luật|73/2021/QH14|2021-03-30|-|implements|-\nLuật|73/2021/"
		"QH14|2021-03-30|-|mentions|-\n=Bộ Luật Hình sự|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Lãnh đạo thực hiện Kết luận số 17-KL/TW của Ban Bí thư và Chương trình, kế hoạch của Huyện ủy.",
		"Kết luận|17-KL/TW|-|Ban Bí thư|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Cụ thể hóa các chỉ tiêu của Chỉ thị số 8/CT-TTg ngày 02/3/2026 của Thủ tướng Chính phủ và Chỉ thị này.",
		"Chỉ thị|8/CT-TTg|2026-03-02|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Trình Quốc hội Dự án Luật Cấp nước; đề nghị xây dựng Luật Hành chính công; tổng kết thi hành Luật Thủy lợi.",
		"=Luật Thủy lợi|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Tổ chức thực hiện Chương trình hành động của Ủy ban nhân dân tỉnh ban hành kèm theo Quyết định này.",
		""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Theo TB 21/TB-VP, NĐ 70.5/2026/NĐ-CP; Quyết định số 1.204/QĐ-BXD.",
		"Thông báo|21/TB-VP|-|-|mentions|-\nNghị định|70.5/2026/NĐ-CP|-|-|mentions|-\n"
		"Quyết định|1.204/QĐ-BXD|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Theo Thông báo về kỳ thi chọn học sinh giỏi của Đại học Đà Nẵng.",
		"=Thông báo về kỳ thi chọn học sinh giỏi của Đại học Đà "
		"Nẵng|-|-|Đại học Đà Nẵng|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Theo Quyết định của Bộ Y tế và Chương trình công tác năm 2026 của UBND tỉnh.",
		"=Quyết định của Bộ Y tế|-|-|Bộ Y tế|mentions|-\n"
		"=Chương trình công tác năm 2026 của UBND tỉnh|-|-|UBND tỉnh|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Sở Xây dựng phổ biến Chương trình hành động của Chính phủ, Ban Xây dựng Đảng thực hiện Kế hoạch của Tỉnh ủy.",
		"=Kế hoạch của Tỉnh ủy|-|-|Tỉnh ủy|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "(2): Theo Hướng dẫn của Bộ Nội vụ.",
		"=Hướng dẫn của Bộ Nội vụ|-|-|Bộ Nội vụ|mentions|-\n"},
};

const size_t dd_cite_n_name_cases = G_N_ELEMENTS(dd_cite_name_cases);
