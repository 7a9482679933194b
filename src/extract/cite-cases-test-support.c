/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-cases-test-support.c: citations as plans write them, clean and badly scanned */
#include "cite-cases-test-support.h"

const DdCiteCase dd_cite_cases[] = {
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Luật Hợp tác xã số 17/2023/QH15 ngày 20/6/2023;",
		"Luật|17/2023/QH15|2023-06-20|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Nghị định 15/2001/NĐ-CP ngày 04/7/2001, Nghị định 17/2002/NĐ-CP và Nghị "
		"định 19/2003/NĐ-CP ngày "
		"11/3/2003 của Chính phủ về chợ;",
		"Nghị định|15/2001/NĐ-CP|2001-07-04|Chính phủ|basis|-\nNghị "
		"định|17/2002/NĐ-CP|-|Chính phủ|basis|-\n"
		"Nghị định|19/2003/NĐ-CP|2003-03-11|Chính phủ|basis|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Quyết định số 15/QĐ-UBND ngày 04/7/2021, Quyết định số 17/QĐ-TTg ngày 11/3/2022 của Thủ tướng Chính phủ",
		"Quyết định|15/QĐ-UBND|2021-07-04|-|implements|-\n"
		"Quyết định|17/QĐ-TTg|2022-03-11|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Theo đề nghị của Sở Công Thương tại Tờ trình số 41/TTr-SCT ngày 18/10/2010, Công văn số 43/SCT-KH ngày 02/3/2011,",
		"Tờ trình|41/TTr-SCT|2010-10-18|Sở Công Thương|mentions|-\n"
		"Công văn|43/SCT-KH|2011-03-02|Sở Công Thương|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Kết luận số 45-KL/TW ngày 18/3/2024 của Bộ Chính trị, Ban Bí thư về "
		"biên chế; Chỉ thị số 47-CT/TW ngày "
		"19/3/2024 của Bộ Chính trị, Ban Bí thư yêu cầu các cấp ủy báo cáo.",
		"Kết luận|45-KL/TW|2024-03-18|Bộ Chính trị, Ban Bí thư|implements|-\n"
		"Chỉ thị|47-CT/TW|2024-03-19|Bộ Chính trị|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Kế hoạch số 431/KH-BYT ngày 27/11/2023 của Bộ Y tế (sau đây gọi tắt là "
		"Kế hoạch 431), Sở ban hành Kế "
		"hoạch. Cụ thể hóa các nhiệm vụ tại Kế hoạch 431; đến hết Kế hoạch 2025, Chương "
		"trình 135 tiếp tục.",
		"Kế hoạch|431/KH-BYT|2023-11-27|Bộ Y tế|implements|-\nKế "
		"hoạch|431/KH-BYT|2023-11-27|Bộ Y tế|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai Chiến lược quốc gia về nước sạch giai đoạn 2021 - 2030.",
		""},
	{DD_CITE_IN_ATTACHED, DD_DAMAGE_NONE,
		"TRIỂN KHAI CHIẾN LƯỢC QUỐC GIA VỀ NƯỚC SẠCH GIAI ĐOẠN 2021 - 2030", ""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Luật phòng, chống thiên tai và các văn bản hướng dẫn thi hành; Quyết "
		"định số 42/QĐ-TTg ngày 15/3/2022 "
		"của Thủ tướng Chính phủ",
		"=Luật phòng, chống thiên tai|-|-|-|implements|-\n"
		"Quyết định|42/QĐ-TTg|2022-03-15|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ các Thông tư của Bộ trưởng Bộ Y tế: Số 3/VBHN-BYT ngày 03/5/2019 hợp nhất "
		"về thuốc; Số 4/VBHN-BYT ngày "
		"30/5/2014 hợp nhất về chợ;",
		"Văn bản hợp nhất|3/VBHN-BYT|2019-05-03|Bộ trưởng Bộ Y tế|basis|-\n"
		"Văn bản hợp nhất|4/VBHN-BYT|2014-05-30|Bộ trưởng Bộ Y tế|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Chương trình tổng thể phòng, chống hạn giai đoạn 2021-2025, Sở báo cáo.",
		"=Chương trình tổng thể phòng, chống hạn giai đoạn 2021-2025|-|-|-|implements|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Luật Dân quân số 48/2019/QH14 được sửa đổi, bổ sung bởi Luật số "
		"91/2025/QH15, Luật số 92/2025/QH15; "
		"Nghị định số 72/2020/NĐ-CP;",
		"Luật|48/2019/QH14|-|-|basis|-\nLuật|91/2025/QH15|-|-|amends|-\nLuật|92/2025/"
		"QH15|-|-|amends|-\n"
		"Nghị định|72/2020/NĐ-CP|-|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ các Nghị định của Chính phủ: Số 15/2006/NĐ-CP ngày 07/9/2006 về quản lý "
		"chợ; số 16/2008/NĐ-CP ngày "
		"11/01/2008 về quản lý bến;",
		"Nghị định|15/2006/NĐ-CP|2006-09-07|Chính phủ|basis|-\nNghị "
		"định|16/2008/NĐ-CP|2008-01-11|Chính phủ|basis|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Theo đề nghị của Sở Công Thương tại các công văn: Số 157/SCT-KH ngày 18/10/2010; số 218/SCT-KH ngày 02/3/2011,",
		"Công văn|157/SCT-KH|2010-10-18|Sở Công Thương|mentions|-\n"
		"Công văn|218/SCT-KH|2011-03-02|Sở Công Thương|mentions|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Xét đề nghị của Sở Xây dựng (Cơ quan thường trực) tại Tờ trình số 47/TTr - XD&QH ngày 21/5/2007,",
		"Tờ trình|47/TTr-XD&QH|2007-05-21|Sở Xây dựng|basis|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Luật Bảo vệ và phát triển rừng; Luật Hòa giải, đối thoại tại Tòa án ngày 16 tháng 6 năm 2020;",
		"=Luật Bảo vệ và phát triển rừng|-|-|-|basis|-\n"
		"=Luật Hòa giải, đối thoại tại Tòa án ngày 16 tháng 6 năm "
		"2020|-|2020-06-16|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Nghị định số 48/2009/NĐ-CP ngày 19/5/2009 của Chính phủ Quy định về chợ; "
		"Quyết định số 34/QĐ-TTg ngày "
		"15/3/2022 của Thủ tướng Chính phủ Ban hành Kế hoạch trồng rừng;",
		"Nghị định|48/2009/NĐ-CP|2009-05-19|Chính phủ|basis|-\nQuyết "
		"định|34/QĐ-TTg|2022-03-15|Thủ tướng Chính "
		"phủ|basis|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Thông tư số 12/2007/TTLT-BCA-BTC ngày 01 tháng 3 năm 2007 của liên bộ Bộ Công an - Bộ Tài chính hướng dẫn;",
		"Thông tư|12/2007/TTLT-BCA-BTC|2007-03-01|Bộ Công an - Bộ Tài chính|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Nghị định số 61/2018/NĐCP ngày 23 tháng 4 năm 2018 Chính phủ về một cửa; "
		"Kế hoạch số 29 KH/TWĐTN ngày "
		"14/7/2011 của Trung ương Đoàn;",
		"Nghị định|61/2018/NĐ-CP|2018-04-23|Chính phủ|basis|-\nKế "
		"hoạch|29-KH/TWĐTN|2011-07-14|Trung ương Đoàn|basis|-\n"},
	{DD_CITE_IN_TITLE, DD_DAMAGE_NONE, "PHỔ BIẾN PHÁP LUẬT CHO NGƯỜI LAO ĐỘNG", ""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Ngày 22/3/2024 Bộ Giáo dục và Đào tạo đã ban hành Công văn số 17/BGDĐT-QLCL về thi.",
		"Công văn|17/BGDĐT-QLCL|-|Bộ Giáo dục và Đào tạo|mentions|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa "
		"đổi, bổ sung một số "
		"điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 "
		"tháng 11 năm 2019;",
		"=Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm "
		"2015|-|2015-06-19|-|basis|-\n"
		"=Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức "
		"chính "
		"quyền địa phương ngày 22 tháng 11 năm 2019|-|2019-11-22|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ quy định "
		"chi tiết một số "
		"điều và biện pháp thi hành Luật Ban hành văn bản quy phạm pháp luật;",
		"Nghị định|34/2016/NĐ-CP|2016-05-14|Chính phủ|basis|-\n"
		"=Luật Ban hành văn bản quy phạm pháp luật|-|-|-|mentions|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Nghị định số 154/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa đổi, bổ sung "
		"một số điều của "
		"Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ;",
		"Nghị định|154/2020/NĐ-CP|2020-12-31|Chính phủ|basis|-\n"
		"Nghị định|34/2016/NĐ-CP|2016-05-14|Chính phủ|amends|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Thông tư liên tịch số 12/2015/TTLT-BKHCN-BTC ngày 20/7/2015 của Bộ trưởng "
		"Bộ Khoa học và "
		"Công nghệ, Bộ Tài chính;",
		"Thông tư liên tịch|12/2015/TTLT-BKHCN-BTC|2015-07-20|Bộ trưởng Bộ Khoa học và "
		"Công "
		"nghệ|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số "
		"123/TTr-SVHTTDL ngày 05 "
		"tháng 3 năm 2024.",
		"Tờ trình|123/TTr-SVHTTDL|2024-03-05|Giám đốc Sở Văn hóa, Thể thao và Du "
		"lịch|mentions|-\n"},
	{DD_CITE_IN_BASIS,
		DD_DAMAGE_NONE, "Căn cứ Luật sửa đổi, bổ sung một số điều của 12 Luật có liên quan đến giá ngày 20 tháng 11 năm 2018;",
		"=Luật sửa đổi, bổ sung một số điều của 12 Luật có liên quan đến giá ngày 20 tháng "
		"11 năm 2018|-|2018-11-20|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Luật tổ chức Chính phủ ngày 25 tháng 12 năm 2001;",
		"=Luật tổ chức Chính phủ ngày 25 tháng 12 năm 2001|-|2001-12-25|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Luật ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22/6/2015;",
		"Luật|80/2015/QH13|2015-06-22|-|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Đánh giá tiếp cận pháp luật theo Quyết định số 25/2021/QĐ-TTg.",
		"Quyết định|25/2021/QĐ-TTg|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Luật này có hiệu lực thi hành từ ngày 01/7/2025. Luật đã được thông qua ngày 01/7/2024.",
		""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Hướng dẫn thi hành một số quy định của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.",
		"Nghị định|61/2018/NĐ-CP|2018-04-23|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Ngày 21/4/2015, Thủ tướng Chính phủ đã ban hành Chỉ thị số 06/CT-TTg về ngân sách "
		"và Bộ Tài chính đã ban hành Công văn "
		"số 5652/BTC-NSNN ngày 27/4/2015.",
		"Chỉ thị|06/CT-TTg|2015-04-21|Thủ tướng Chính phủ|mentions|-\n"
		"Công văn|5652/BTC-NSNN|2015-04-27|Bộ Tài chính|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Theo chỉ đạo của Sở Y tế tại Văn bản số 15/SYT-NV ngày 12/7/2025.",
		"Văn bản|15/SYT-NV|2025-07-12|Sở Y tế|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Công văn số 9061/VPCP-CN ngày 20/11/2023 của Văn phòng Chính phủ về "
		"việc đôn đốc giải "
		"ngân vốn đầu tư công.",
		"Công văn|9061/VPCP-CN|2023-11-20|Văn phòng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Văn bản hợp nhất số 01/VBHN-VPCP ngày 05/01/2024 của Văn phòng Chính phủ.",
		"Văn bản hợp nhất|01/VBHN-VPCP|2024-01-05|Văn phòng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quy chế số 08-QC/TW ngày 02/5/2023 của Bộ Chính trị và Quy chế số "
		"02-QC/BCĐTW của Ban Chỉ "
		"đạo Trung ương.",
		"Quy chế|08-QC/TW|2023-05-02|Bộ Chính trị|implements|-\n"
		"Quy chế|02-QC/BCĐTW|-|Ban Chỉ đạo Trung ương|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Triển khai các Nghị quyết số 29-NQ/TW, số 45-NQ/TW và số 57-NQ/TW của Bộ Chính trị.",
		"Nghị quyết|29-NQ/TW|-|Bộ Chính trị|implements|-\n"
		"Nghị quyết|45-NQ/TW|-|Bộ Chính trị|implements|-\n"
		"Nghị quyết|57-NQ/TW|-|Bộ Chính trị|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Quyết định số 12/QĐ-UBND và số 13/QĐ-UBND ngày 15/6/2021 của UBND tỉnh Lào Cai.",
		"Quyết định|12/QĐ-UBND|2021-06-15|UBND tỉnh Lào Cai|implements|-\n"
		"Quyết định|13/QĐ-UBND|2021-06-15|UBND tỉnh Lào Cai|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Căn cứ Nghị định số 88/2024/NĐ-CP và Nghị định số 87/2024/NĐ-CP cùng ngày 15/7/2024 của Chính phủ;",
		"Nghị định|88/2024/NĐ-CP|2024-07-15|Chính phủ|basis|-\n"
		"Nghị định|87/2024/NĐ-CP|2024-07-15|Chính phủ|basis|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Căn cứ Nghị định số 88/2024/NĐ-CP ngày 15/7/2024, Nghị định số 87/2024/NĐ-CP cùng ngày của Chính phủ;",
		"Nghị định|88/2024/NĐ-CP|2024-07-15|Chính phủ|basis|-\n"
		"Nghị định|87/2024/NĐ-CP|2024-07-15|Chính phủ|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ ban "
		"hành Chương trình "
		"tổng thể cải cách hành chính nhà nước giai đoạn 2011 - 2020.",
		"Nghị quyết|30c/NQ-CP|2011-11-08|Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 1961/QĐUBND ngày 12/10/2022 của UBND tỉnh.",
		"Quyết định|1961/QĐ-UBND|2022-10-12|UBND tỉnh|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Thực hiện Nghị quyết số 30c/NQCP của Chính phủ.",
		"Nghị quyết|30c/NQ-CP|-|Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Kế hoạch hành động số 359-\nKH/TU ngày 29/4/2025 của Ban Thường vụ Tỉnh uỷ.",
		"Kế hoạch hành động|359-KH/TU|2025-04-29|Ban Thường vụ Tỉnh uỷ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết số 57 - NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
		"Nghị quyết|57-NQ/TW|2024-12-22|Bộ Chính trị|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Kế hoạch số: 378 /KH-SKHCN ngày 01 tháng 3 năm 2024 của Sở Khoa học và Công nghệ",
		"Kế hoạch|378/KH-SKHCN|2024-03-01|Sở Khoa học và Công nghệ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết số 33/2024/QH15, Nghị quyết số 1365/NQ-UBTVQH15 ngày "
		"10/01/2025 của Ủy ban "
		"Thường vụ Quốc hội.",
		"Nghị quyết|33/2024/QH15|-|-|implements|-\n"
		"Nghị quyết|1365/NQ-UBTVQH15|2025-01-10|Ủy ban Thường vụ Quốc hội|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Căn cứ Thông tư số 05/2025/TT-BNV ngày 24/6/2025 của Bộ trưởng Bộ Nội vụ, các sở, "
		"ban, ngành rà "
		"soát biên chế.",
		"Thông tư|05/2025/TT-BNV|2025-06-24|Bộ trưởng Bộ Nội vụ|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Giảm ít nhất 20% số vụ vi phạm Luật Lâm nghiệp so với năm 2025.",
		"=Luật Lâm nghiệp|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Đề án bảo tồn nghề gốm trên địa bàn tỉnh giai đoạn 2023 - 2026", ""},
	{DD_CITE_IN_ATTACHED, DD_DAMAGE_NONE,
		"(Kèm theo Kế hoạch số     /KH-SKHCN ngày    /5/2025 của Sở Khoa học và Công nghệ)",
		"=Kế hoạch số /KH-SKHCN ngày /5/2025 của Sở Khoa học và Công nghệ|-|-|Sở Khoa học "
		"và Công "
		"nghệ|attached_to|-\n"},
	{DD_CITE_IN_ATTACHED,
		DD_DAMAGE_NONE, "(Ban hành kèm theo Quyết định số ……/QĐ-UBND ngày … tháng … năm 2025 của UBND huyện Quế Phong)",
		"=Quyết định số ……/QĐ-UBND ngày … tháng … năm 2025 của UBND huyện Quế "
		"Phong|-|-|UBND "
		"huyện Quế Phong|attached_to|-\n"},
	{DD_CITE_IN_ATTACHED, DD_DAMAGE_NONE,
		"(Kèm theo Công văn số 12/UBND-VX ngày 3/2/2023 của UBND thị xã Hương Thủy)",
		"Công văn|12/UBND-VX|2023-02-03|UBND thị xã Hương Thủy|attached_to|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Duy trì và cải tiến Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015",
		"Tiêu chuẩn quốc gia|TCVN ISO 9001:2015|-|-|mentions|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Áp dụng QCVN 102:2016/BTTTT tại các trung tâm dữ liệu; đánh giá theo TCVN ISO/IEC 27001:2019.",
		"Quy chuẩn kỹ thuật quốc gia|QCVN 102:2016/BTTTT|-|-|mentions|-\n"
		"Tiêu chuẩn quốc gia|TCVN ISO/IEC 27001:2019|-|-|mentions|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Sửa đổi, bổ sung Quyết định số 27/2018/QĐ-UBND ngày 15/8/2018 của Ủy ban nhân dân "
		"tỉnh về quản lý "
		"công trình nước sạch.",
		"Quyết định|27/2018/QĐ-UBND|2018-08-15|Ủy ban nhân dân tỉnh|amends|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Tham mưu bãi bỏ Quyết định 05/2019/QĐ-UBND và thay thế Chỉ thị số 02/CT-UBND ngày 03/02/2020.",
		"Quyết định|05/2019/QĐ-UBND|-|-|amends|-\n"
		"Chỉ thị|02/CT-UBND|2020-02-03|-|amends|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Triển khai thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025.",
		"=Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - "
		"2025|-|-|-|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Xây dựng và triển khai Đề án phát triển du lịch cộng đồng giai đoạn 2026 - 2030.", ""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE, "Xây dựng Đề án phát triển du lịch cộng đồng.", ""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Tham mưu ban hành Nghị quyết của HĐND tỉnh về chính sách hỗ trợ học phí.", ""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Thực hiện Đề án 06, Chỉ thị 05 và Nghị quyết 57 trong toàn ngành.",
		"=Đề án 06|-|-|-|implements|-\n"
		"Chỉ thị|05|-|-|implements|-\n"
		"Nghị quyết|57|-|-|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Tiếp tục thực hiện Chiến lược phát triển khoa học, công nghệ và đổi mới sáng tạo "
		"đến năm 2030 gắn "
		"với Nghị quyết số 29-NQ/TW.",
		"=Chiến lược phát triển khoa học, công nghệ và đổi mới sáng tạo đến năm "
		"2030|-|-|-|implements|-\n"
		"Nghị quyết|29-NQ/TW|-|-|implements|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Tổ chức quán triệt Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII.",
		"Nghị quyết|18-NQ/TW|2017-10-25|Ban Chấp hành Trung ương Đảng khóa "
		"XII|mentions|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Thực hiện Kế hoạch này đúng tiến độ; báo cáo theo quy định của Luật Ngân sách nhà nước.",
		"=Luật Ngân sách nhà nước|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Kế hoạch phối hợp giữa Sở Y tế với Sở Giáo dục và Đào tạo về y tế học đường.",
		"=Kế hoạch phối hợp giữa Sở Y tế với Sở Giáo dục và Đào tạo|-|-|Sở Y tế với Sở "
		"Giáo dục "
		"và Đào tạo|implements|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Quy chế phối hợp số 05/QCPH-CA-BCH ngày 12/3/2022 giữa Công an tỉnh và Bộ Chỉ huy Quân sự tỉnh",
		"Quy chế phối hợp|05/QCPH-CA-BCH|2022-03-12|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"theo quy định tại điểm a khoản 1 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 "
		"của Chính phủ về "
		"công tác văn thư",
		"Nghị định|30/2020/NĐ-CP|2020-03-05|Chính phủ|mentions|điểm a khoản 1 Điều 5\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Các nội dung tại khoản 2.1 và khoản 4 Mục III Quyết định số 1325/QĐ-UBND ngày "
		"30/12/2021 của Chủ "
		"tịch UBND tỉnh",
		"Quyết định|1325/QĐ-UBND|2021-12-30|Chủ tịch UBND tỉnh|mentions|khoản 2.1 và khoản "
		"4 Mục "
		"III\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"xử lý theo Điều 317 Bộ luật Hình sự và Điều 12 Luật An toàn thực phẩm.",
		"=Bộ luật Hình sự|-|-|-|mentions|Điều 317\n"
		"=Luật An toàn thực phẩm|-|-|-|mentions|Điều 12\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Luật Phòng, chống tham nhũng; Luật Thực hành tiết kiệm, chống lãng phí "
		"và các văn bản "
		"hướng dẫn thi hành.",
		"=Luật Phòng, chống tham nhũng|-|-|-|implements|-\n"
		"=Luật Thực hành tiết kiệm, chống lãng phí|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Phổ biến các Luật: Đất đai, Nhà ở, Kinh doanh bất động sản đến cán bộ.",
		"=Luật: Đất đai|-|-|-|mentions|-\n"
		"=Nhà ở|-|-|-|mentions|-\n"
		"=Kinh doanh bất động sản|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Hiến pháp năm 2013 và Bộ luật Lao động 2019 quy định rõ quyền này.",
		"=Hiến pháp năm 2013|-|-|-|mentions|-\n"
		"=Bộ luật Lao động 2019|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025.",
		"=Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025|-|-|Đại hội "
		"Đảng bộ "
		"tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII về sắp xếp bộ máy",
		"=Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII|-|-|Hội "
		"nghị lần "
		"thứ sáu Ban Chấp hành Trung ương Đảng khóa XII|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Kế hoạch số 151/KH-UBND ngày 09/12/2019 của UBND tỉnh thực hiện Kết luận số "
		"50-KL/TW ngày 30/5/2019 "
		"của Ban Bí thư",
		"Kế hoạch|151/KH-UBND|2019-12-09|UBND tỉnh|mentions|-\n"
		"Kết luận|50-KL/TW|2019-05-30|Ban Bí thư|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ sửa đổi, bổ sung cập nhật "
		"Chương trình hành "
		"động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW",
		"Nghị quyết|71/NQ-CP|2025-04-01|Chính phủ|mentions|-\n"
		"=Chương trình hành động của Chính phủ|-|-|Chính phủ|amends|-\n"
		"Nghị quyết|57-NQ/TW|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Việc thực hiện phải gắn với Kế hoạch số 151/KH-UBND ngày 09/12/2019 của UBND tỉnh.",
		"Kế hoạch|151/KH-UBND|2019-12-09|UBND tỉnh|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Kết luận số 218-KL/TU ngày 06/02/2025 của Ban Thường vụ Tỉnh ủy đã chỉ rõ trách "
		"nhiệm của người "
		"đứng đầu.",
		"Kết luận|218-KL/TU|2025-02-06|Ban Thường vụ Tỉnh ủy|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Ngày 15/5/2025, đoàn làm việc 24/7 với 3/4 số xã; tốc độ 60 km/h, lưu lượng 100 m3/ngày.",
		""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Kế hoạch 5 năm, báo cáo 6 tháng, chương trình 135; quyết định phê duyệt; luật sư tham gia.",
		""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Thông báo kết luận số 123/TB-VPCP ngày 10/4/2024 của Phó Thủ tướng Trần Hồng Hà",
		"Thông báo kết luận|123/TB-VPCP|2024-04-10|Phó Thủ tướng Trần Hồng "
		"Hà|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Công điện hỏa tốc số 22/CĐ-TTg, ngày 10/3/2024 của Thủ tướng Chính phủ",
		"Công điện|22/CĐ-TTg|2024-03-10|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện QĐ số 749/QĐ-TTg ngày 3/6/2020 và NQ 17/NQ-CP của Chính phủ",
		"Quyết định|749/QĐ-TTg|2020-06-03|-|implements|-\n"
		"Nghị quyết|17/NQ-CP|-|Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Hướng dẫn số 26-HD/BTCTW, ngày 15/12/2021 của Ban Tổ chức Trung ương",
		"Hướng dẫn|26-HD/BTCTW|2021-12-15|Ban Tổ chức Trung ương|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về "
		"những điều đảng "
		"viên không được làm",
		"Quy định|37-QĐ/TW|2021-10-25|Ban Chấp hành Trung ương|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Kế hoạch số 2417/KH-SXD ngày 16/9/2025 của Sở Xây dựng và Công văn số "
		"55/PGD&ĐT-TH của "
		"Phòng Giáo dục và Đào tạo huyện Nam Đàn",
		"Kế hoạch|2417/KH-SXD|2025-09-16|Sở Xây dựng|implements|-\n"
		"Công văn|55/PGD&ĐT-TH|-|Phòng Giáo dục và Đào tạo huyện Nam Đàn|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 540/QĐ-UBND-HC ngày 26/5/2022 của Chủ tịch UBND tỉnh Đồng "
		"Tháp phê duyệt Đề "
		"án phát triển du lịch đến năm 2030",
		"Quyết định|540/QĐ-UBND-HC|2022-05-26|Chủ tịch UBND tỉnh Đồng Tháp|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 81/QĐ-TTg ngày 31/02/2023 của Thủ tướng Chính phủ",
		"Quyết định|81/QĐ-TTg|-|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Quyết định số 01/QĐ-BCĐ ngày 02.3.2024 của Trưởng Ban Chỉ đạo chuyển đổi số tỉnh",
		"Quyết định|01/QĐ-BCĐ|2024-03-02|Trưởng Ban Chỉ đạo chuyển đổi số "
		"tỉnh|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XII) về "
		"tăng cường công "
		"tác bảo vệ sức khỏe",
		"Nghị quyết|20-NQ/TW|-|Ban Chấp hành Trung ương Đảng (khóa XII)|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết số 08-NQ/TU ngày 20/5/2022 của Ban Thường vụ Tỉnh ủy (Khóa "
		"XX) về xây dựng hệ "
		"sinh thái",
		"Nghị quyết|08-NQ/TU|2022-05-20|Ban Thường vụ Tỉnh ủy (Khóa XX)|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 5/QĐ-BVHTTDL ngày 02/01/2024 của Bộ Văn hóa, Thể thao và "
		"Du lịch, UBND "
		"huyện ban hành kế hoạch",
		"Quyết định|5/QĐ-BVHTTDL|2024-01-02|Bộ Văn hóa, Thể thao và Du "
		"lịch|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Kế hoạch số 3/KH-UBND ngày 05/01/2024 của UBND thành phố Hà Nội, Phòng "
		"Kinh tế báo cáo "
		"như sau",
		"Kế hoạch|3/KH-UBND|2024-01-05|UBND thành phố Hà Nội|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 1/QĐ-BCH ngày 1/2/2024 của Bộ Chỉ huy Quân sự tỉnh Bà Rịa "
		"- Vũng Tàu về "
		"huấn luyện",
		"Quyết định|1/QĐ-BCH|2024-02-01|Bộ Chỉ huy Quân sự tỉnh Bà Rịa - Vũng "
		"Tàu|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"UBND tỉnh ban hành Kế hoạch triển khai thực hiện Chiến lược tổng thể phát triển "
		"khu vực dịch vụ "
		"thời kỳ 2021-2030 như sau:",
		""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Luật Khoa học và Công nghệ, Luật Chuyển giao công nghệ và Luật Sở hữu trí tuệ",
		"=Luật Khoa học và Công nghệ|-|-|-|implements|-\n"
		"=Luật Chuyển giao công nghệ|-|-|-|implements|-\n"
		"=Luật Sở hữu trí tuệ|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "theo Nghị định số 10/2020/NĐ-CP (được sửa đổi, bổ sung tại Nghị định số 47/2022/NĐ-CP)",
		"Nghị định|10/2020/NĐ-CP|-|-|mentions|-\n"
		"Nghị định|47/2022/NĐ-CP|-|-|amends|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thỏa thuận hợp tác phát triển kinh tế - xã hội giữa Thành phố Hồ Chí Minh với các "
		"tỉnh vùng Duyên "
		"hải Trung bộ; Bản Ghi nhớ giữa tỉnh Nghệ An và tỉnh Hà Tĩnh",
		"=Thỏa thuận hợp tác phát triển kinh tế - xã hội giữa Thành phố Hồ Chí Minh với "
		"các tỉnh vùng Duyên "
		"hải Trung bộ|-|-|Thành phố Hồ Chí Minh với các tỉnh vùng Duyên hải Trung "
		"bộ|mentions|-\n"
		"=Bản Ghi nhớ giữa tỉnh Nghệ An và tỉnh Hà Tĩnh|-|-|tỉnh Nghệ An và tỉnh Hà "
		"Tĩnh|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Nghị quyết của HĐND tỉnh số 15/NQ-HĐND ngày 09/7/2021 về đầu tư công",
		"Nghị quyết|15/NQ-HĐND|2021-07-09|HĐND tỉnh|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024 CỦA BỘ CHÍNH TRỊ VỀ ĐỘT PHÁ PHÁT TRIỂN KHOA HỌC",
		"Nghị quyết|57-NQ/TW|2024-12-22|Bộ Chính trị|implements|-\n"},
	{DD_CITE_IN_TITLE, DD_DAMAGE_NONE,
		"Thực hiện Kết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị về tiếp tục thực "
		"hiện Nghị quyết số "
		"20-NQ/TW, ngày 01/11/2012 của Ban Chấp hành Trung ương Đảng khóa XI",
		"Kết luận|69-KL/TW|2024-01-11|Bộ Chính trị|implements|-\n"
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương Đảng khóa "
		"XI|implements|-\n"},
	{DD_CITE_IN_TITLE,
		DD_DAMAGE_NONE, "Triển khai thực hiện Chương trình phát triển tài sản trí tuệ đến năm 2030 trên địa bàn tỉnh",
		""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Chương trình phát triển tài sản trí tuệ tỉnh Bắc Giang đến năm 2030 (Quyết định "
		"số 2141/QĐ-UBND "
		"ngày 24/12/2021 của Chủ tịch UBND tỉnh)",
		"Quyết định|2141/QĐ-UBND|2021-12-24|Chủ tịch UBND tỉnh|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Kế hoạch hợp tác giữa UBND tỉnh Phú Thọ với Đại học Thái Nguyên",
		"=Kế hoạch hợp tác giữa UBND tỉnh Phú Thọ với Đại học Thái Nguyên|-|-|UBND tỉnh "
		"Phú Thọ "
		"với Đại học Thái Nguyên|implements|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Đưa nội dung Quy hoạch hạ tầng kỹ thuật viễn thông thụ động vào quy hoạch chung của tỉnh",
		"=Quy hoạch hạ tầng kỹ thuật viễn thông thụ động|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Triển khai thực hiện Quy hoạch tỉnh Cà Mau thời kỳ 2021-2030, tầm nhìn đến năm 2050",
		""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"theo tinh thần Nghị quyết số 08-NQ/TU ngày 20/5/2022 của Tỉnh ủy; Quyết định số "
		"827/QĐ-UBND ngày "
		"27/6/2022 của UBND tỉnh",
		"Nghị quyết|08-NQ/TU|2022-05-20|Tỉnh ủy|implements|-\n"
		"Quyết định|827/QĐ-UBND|2022-06-27|UBND tỉnh|implements|-\n"},
	{DD_CITE_IN_TASK,
		DD_DAMAGE_NONE, "Thực hiện các chuyên mục trên báo theo Đề án truyền thông ngành Công Thương giai đoạn 2023 - 2025.",
		"=Đề án truyền thông ngành Công Thương giai đoạn 2023 - 2025|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ (sau "
		"đây gọi tắt là Quyết "
		"định 23); UBND xã triển khai Quyết định 23 đến từng thôn.",
		"Quyết định|23/QĐ-TTg|2021-01-07|Thủ tướng Chính phủ|implements|-\n"
		"Quyết định|23/QĐ-TTg|2021-01-07|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Nghị quyết số 20-NQ/TW ngày 01/11/2012 của Ban Chấp hành Trung ương "
		"(sau đây viết tắt là "
		"Nghị quyết); tổ chức thực hiện các nhiệm vụ đã nêu trong Nghị quyết.",
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương|implements|-\n"
		"Nghị quyết|20-NQ/TW|2012-11-01|Ban Chấp hành Trung ương|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Chỉ thị số 09/CT-BCT ngày 17/01/2024 của Bộ trưởng Bộ Công Thương. Các "
		"đơn vị báo cáo kết "
		"quả Chỉ thị số 09/CT-BCT trước ngày 30/6.",
		"Chỉ thị|09/CT-BCT|2024-01-17|Bộ trưởng Bộ Công Thương|implements|-\n"
		"Chỉ thị|09/CT-BCT|2024-01-17|Bộ trưởng Bộ Công Thương|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Luật Lưu trữ số 33/2024/QH15 được Quốc hội khóa XV thông qua ngày 21 tháng 6 năm "
		"2024. Phổ biến "
		"Luật Lưu trữ.",
		"Luật|33/2024/QH15|2024-06-21|-|mentions|-\n"
		"Luật|33/2024/QH15|2024-06-21|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Rà soát Đề án xây dựng vườn ươm, kế hoạch, chương trình của đơn vị.", ""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Báo cáo số 12/BC-UBND ngày 5/1/2024 của UBND xã Tam Hợp; Biên bản số 03/BB-HĐ ngày 7/1/2024.",
		"Báo cáo|12/BC-UBND|2024-01-05|UBND xã Tam Hợp|mentions|-\n"
		"Biên bản|03/BB-HĐ|2024-01-07|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Công văn số 1234 ngày 05/6/2023 của Sở Tài chính về việc thẩm định dự toán",
		"Công văn|1234|2023-06-05|Sở Tài chính|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Kết luận số 12 của Ban Thường vụ Huyện ủy",
		"Kết luận|12|-|Ban Thường vụ Huyện ủy|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Lệnh số 04/2024/L-CTN ngày 15/7/2024 của Chủ tịch nước; Pháp lệnh Ưu đãi người có "
		"công với cách "
		"mạng ngày 09/12/2020",
		"Lệnh|04/2024/L-CTN|2024-07-15|Chủ tịch nước|mentions|-\n"
		"=Pháp lệnh Ưu đãi người có công với cách mạng ngày "
		"09/12/2020|-|2020-12-09|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Dự án số 02/DA-BQL và Phương án số 45/PA-UBND ngày 12/8/2023 của UBND xã",
		"Dự án|02/DA-BQL|-|-|implements|-\n"
		"Phương án|45/PA-UBND|2023-08-12|UBND xã|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Theo Quyết định số 1658/QĐ/TTg và Nghị quyết số 29/NQ-TW",
		"Quyết định|1658/QĐ/TTg|-|-|mentions|-\n"
		"Nghị quyết|29/NQ-TW|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Chương trình công tác số 03/CTr-LĐLĐ ngày 15/01/2024 của Ban Thường vụ "
		"Liên đoàn Lao động "
		"tỉnh",
		"Chương trình công tác|03/CTr-LĐLĐ|2024-01-15|Ban Thường vụ Liên đoàn Lao động "
		"tỉnh|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017",
		"Nghị quyết liên "
		"tịch|403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN|2017-06-15|-|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết số 43/2022/QH15 ngày 11/01/2022 của Quốc hội về chính sách tài khóa",
		"Nghị quyết|43/2022/QH15|2022-01-11|Quốc hội|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Quyết định số 06/QÐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ",
		"Quyết định|06/QĐ-TTg|2022-01-06|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Hoàn thiện thể chế theo Hiệp định, Công ước và pháp luật; số 5/7 chỉ tiêu.", ""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Tăng cường phối hợp giữa các phòng với UBND xã; Chương trình tiếp xúc cử tri.", ""},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Ban hành Chỉ thị tạo điều kiện cho doanh nghiệp; Ban hành Kế hoạch thực hiện Nghị "
		"quyết số 02/NQ-CP "
		"ngày 05/01/2024 của Chính phủ.",
		"Nghị quyết|02/NQ-CP|2024-01-05|Chính phủ|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Thực hiện tốt nhiệm vụ trong Quyết định số 476/QĐ-UBND ngày 31/3/2021 của Chủ "
		"tịch UBND tỉnh phê "
		"duyệt Kế hoạch phát triển và Quyết định số 981/QĐ-UBND ngày 26/6/2023 của Chủ "
		"tịch UBND tỉnh sửa "
		"đổi Kế hoạch ban hành kèm theo Quyết định số 476/QĐ-UBND ngày 31/3/2021 của Chủ "
		"tịch UBND tỉnh.",
		"Quyết định|476/QĐ-UBND|2021-03-31|Chủ tịch UBND tỉnh|implements|-\n"
		"Quyết định|981/QĐ-UBND|2023-06-26|Chủ tịch UBND tỉnh|implements|-\n"
		"Quyết định|476/QĐ-UBND|2021-03-31|Chủ tịch UBND tỉnh|attached_to|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Tham mưu UBND tỉnh ban hành Quyết định sửa đổi, bổ sung Quyết định "
		"25/2018/QĐ-UBND ngày 12/9/2018 "
		"của UBND tỉnh Sóc Trăng ban hành Quy định quản lý nhiệm vụ",
		"Quyết định|25/2018/QĐ-UBND|2018-09-12|UBND tỉnh Sóc Trăng|amends|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_LIGHT, "Thực hiện Nghi quyết số 5O/NQ-CP ngày 17/4/2020 của Chính phủ và Kế hoạch số 271- KH/TU",
		"Nghị quyết|50/NQ-CP|2020-04-17|Chính phủ|implements|-\n"
		"Kế hoạch|271-KH/TU|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_LIGHT,
		"Thực hiện Quyết định số 714/QD-TTg ngày 22/5/2015 của Thủ tướng Chính phủ",
		"Quyết định|714/QĐ-TTg|2015-05-22|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY,
		"Thue hién Nghi quy ét s6 50/NQ-CP ngay 17/4/2020 ciaa Chinh pht va Ke hoach so "
		"271-KH/TU ngay "
		"27/3/2020 ciia Ban Thuung vu Tinh ay",
		"Nghị quyết|50/NQ-CP|2020-04-17|Chinh pht|implements|-\n"
		"Kế hoạch|271-KH/TU|2020-03-27|Ban Thuung vu Tinh ay|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY, "trong Nghi quyét 52-\nNO/TW va Nghi quyét S0/NQ-CP",
		"Nghị quyết|52-NQ/TW|-|-|mentions|-\n"
		"Nghị quyết|50/NQ-CP|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY,
		"Thuc hien Ké hoach s6 12/KI-UBND ngay 5/6/2021 cua UBND tinh",
		"Kế hoạch|12/KH-UBND|2021-06-05|UBND tỉnh|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY,
		"theo Quyét\ndinh s6 714/QD-TTg ngay 22/5/2015 cia Thu tuong Chinh phu ban hanh",
		"Quyết định|714/QĐ-TTg|2015-05-22|Thủ tướng Chính phủ|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_HEAVY, "Tiép tuc thuc hién Ng}n quyét sb 17/NQ-CP ngay 07 thang 03 ném 2019 ctia Chinh phu",
		"Nghị quyết|17/NQ-CP|2019-03-07|Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY, "Nghi quyét s6 15/NQ-HEND ngay 09/7/2021 cua HEND tinh",
		"Nghị quyết|15/NQ-HĐND|2021-07-09|HEND tinh|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY,
		"Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam 2015;",
		"=Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam "
		"2015|-|2015-06-19|-|basis|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_HEAVY, "Thirc hién Quyét dinh s6 23/QD-TTg ngày 07/0l/2021 cùa Thu tuơng Chinh phù phê duyêt Chuong trinh",
		"Quyết định|23/QĐ-TTg|2021-01-07|Thủ tướng Chính phủ|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Thông tri số 12-TT/TU ngày 02/3/2023 của Tỉnh ủy Bến Tre",
		"Thông tri|12-TT/TU|2023-03-02|Tỉnh ủy Bến Tre|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị quyết số 11-NQ/ĐU ngày 5/5/2023 của Đảng ủy xã Ia Grai, UBND xã xây dựng kế hoạch",
		"Nghị quyết|11-NQ/ĐU|2023-05-05|Đảng ủy xã Ia Grai|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Kế hoạch số 45-KH/HU và Chương trình hành động số 12-CTr/HU ngày "
		"6/7/2021 của Huyện ủy "
		"Mường Chà",
		"Kế hoạch|45-KH/HU|-|-|implements|-\n"
		"Chương trình hành động|12-CTr/HU|2021-07-06|Huyện ủy Mường Chà|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Thực hiện Chương trình phối hợp số 88/CTPH-HND-NHCSXH giữa Hội Nông dân và Ngân "
		"hàng Chính sách xã "
		"hội",
		"Chương trình phối hợp|88/CTPH-HND-NHCSXH|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"hướng dẫn tại Công văn số 2044/UBND-KGVX ngày 18/6/2021 của UBND tỉnh, Công văn "
		"số 901/SGDĐT-GDTX "
		"ngày 11/5/2021",
		"Công văn|2044/UBND-KGVX|2021-06-18|UBND tỉnh|mentions|-\n"
		"Công văn|901/SGDĐT-GDTX|2021-05-11|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Quyết định số 402/QĐ-SGTVT ngày 18/11/2021 của Sở Giao thông vận tải có hiệu lực",
		"Quyết định|402/QĐ-SGTVT|2021-11-18|Sở Giao thông vận tải|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Quyết định số 684/QĐ-TLĐ ngày 08/6/2020 của Tổng Liên đoàn Lao động Việt Nam ban hành quy chế",
		"Quyết định|684/QĐ-TLĐ|2020-06-08|Tổng Liên đoàn Lao động Việt Nam|mentions|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE, "Căn cứ Điều lệ Công đoàn Việt Nam khóa XIII;",
		"=Điều lệ Công đoàn Việt Nam khóa XIII|-|-|-|basis|-\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ khoản 2 Điều 10 Luật Ngân sách nhà nước số 83/2015/QH13;",
		"Luật|83/2015/QH13|-|-|basis|khoản 2 Điều 10\n"},
	{DD_CITE_IN_BASIS, DD_DAMAGE_NONE,
		"Căn cứ Chỉ thị số 08/CT-TTg ngày 23/3/2023 của Thủ tướng Chính phủ; Công văn số "
		"1020/UBND-NV ngày "
		"22/4/2024 của UBND tỉnh Quảng Ninh,",
		"Chỉ thị|08/CT-TTg|2023-03-23|Thủ tướng Chính phủ|basis|-\n"
		"Công văn|1020/UBND-NV|2024-04-22|UBND tỉnh Quảng Ninh|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE, "Số: 45/KH-UBND", ""},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Văn bản số 1234/UBND-KT ngày 05/6/2023 của UBND tỉnh giao Sở Tài chính",
		"Văn bản|1234/UBND-KT|2023-06-05|UBND tỉnh|mentions|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Pháp lệnh Ưu đãi người có công với cách mạng và Luật Bảo hiểm y tế trên địa bàn",
		"=Pháp lệnh Ưu đãi người có công với cách mạng|-|-|-|implements|-\n"
		"=Luật Bảo hiểm y tế|-|-|-|implements|-\n"},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_NONE, "Thực hiện Nghị định số 10/2020/NĐ-CP và Điều 5 Nghị định số 47/2022/NĐ-CP của Chính phủ",
		"Nghị định|10/2020/NĐ-CP|-|-|implements|-\n"
		"Nghị định|47/2022/NĐ-CP|-|Chính phủ|implements|Điều 5\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_NONE,
		"Các đơn vị bám sát Luật Phòng, chống tác hại của rượu, bia năm 2019 để triển khai",
		"=Luật Phòng, chống tác hại của rượu, bia năm 2019|-|-|-|mentions|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_LIGHT,
		"Căn cứ Quyêt định số 20/QĐ-TTg ngày 3/4/2021 cua Thủ tướng Chính phủ",
		"Quyết định|20/QĐ-TTg|2021-04-03|Thủ tướng Chính phủ|basis|-\n"},
	{DD_CITE_IN_TEXT, DD_DAMAGE_HEAVY,
		"Thyc hién Chuong trinh hanh dong so 12-CTr/TU ngay 5/6/2021 cua Tinh uy",
		"Chương trình hành động|12-CTr/TU|2021-06-05|Tỉnh ủy|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Tiếp tục triển khai có hiệu quả Kế hoạch hỗ trợ hệ sinh thái khởi nghiệp tỉnh "
		"Vĩnh Long, giai đoạn "
		"2020 – 2025, đẩy mạnh kết nối các thành phần",
		"=Kế hoạch hỗ trợ hệ sinh thái khởi nghiệp tỉnh Vĩnh Long, giai đoạn 2020 – "
		"2025|-|-|-|implements|-\n"},
	{DD_CITE_IN_TASK, DD_DAMAGE_NONE,
		"Triển khai Kế hoạch đồng bộ, hiệu quả; thực hiện Kế hoạch có trách nhiệm.", ""},
	{DD_CITE_IN_TEXT,
		DD_DAMAGE_LIGHT, "Thực hiện Quyết định số 15/QĐ-SYT ngày 5/6/2021 và Kế hoạch số 66/KH-UBôD ngàu 18/5/2020",
		"Quyết định|15/QĐ-SYT|2021-06-05|-|implements|-\n"
		"Kế hoạch|66/KH-UBND|2020-05-18|-|implements|-\n"},
};

const size_t dd_cite_n_cases = G_N_ELEMENTS(dd_cite_cases);
