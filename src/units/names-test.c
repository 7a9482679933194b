/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names-test.c: names of units in cells, labels and sentences, clean and damaged */
#include "names.h"

#include <string.h>

#include "error.h"

typedef struct {
	const char *text;
	const char *names; /* joined by '|' */
} Case;

/* Values of labels and cells */
static const Case cells[] = {
	{"Sở Tài chính", "Sở Tài chính"},
	{"Sở Tài chính.", "Sở Tài chính"},
	{"sở Tài chính", "sở Tài chính"},
	{"Sở Khoa học và công nghệ", "Sở Khoa học và Công nghệ"},
	{"SỞ NỘI VỤ", "Sở Nội vụ"},
	{"Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"},
	{"Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch|Sở Y tế"},
	{"Sở Lao động – Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"},
	{"Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"},
	{"Sở Công Thương; Sở Giao thông vận tải", "Sở Công Thương|Sở Giao thông vận tải"},
	{"Sở KH&CN; Sở TN&MT, Sở VHTTDL", "Sở Khoa học và Công nghệ|Sở Tài nguyên và Môi trường|Sở "
					  "Văn hóa, Thể thao và Du lịch"},
	{"Sở KHCN", "Sở Khoa học và Công nghệ"},
	{"Công an tỉnh; các nhà thầu\nbảo trì", "Công an tỉnh|Các nhà thầu bảo trì"},
	{"Các đơn vị\nkinh doanh", "Các đơn vị kinh doanh"},
	{"Hiệp hội Du lịch Nha Trang - Khánh Hòa", "Hiệp hội Du lịch Nha Trang - Khánh Hòa"},
	{"Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"},
	{"Sở NN&MT", "Sở Nông nghiệp và Môi trường"},
	{"Sở GD&ĐT, Sở GDĐT", "Sở Giáo dục và Đào tạo|Sở Giáo dục và Đào tạo"},
	{"Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"},
	{"Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"},
	{"Sở TTTT, Sở TT&TT", "Sở Thông tin và Truyền thông|Sở Thông tin và Truyền thông"},
	{"Sở GTVT", "Sở Giao thông vận tải"},
	{"Sở QWX", "Sở QWX"},
	{"Bộ TT&TT, Bộ GD&ĐT", "Bộ Thông tin và Truyền thông|Bộ Giáo dục và Đào tạo"},
	{"Bộ Nông nghiệp và Môi trường", "Bộ Nông nghiệp và Môi trường"},
	{"Bộ Dân tộc và Tôn giáo, Bộ Nội vụ", "Bộ Dân tộc và Tôn giáo|Bộ Nội vụ"},
	{"Phòng TC-KH", "Phòng Tài chính - Kế hoạch"},
	{"Phòng HCTH", "Phòng Hành chính - Tổng hợp"},
	{"Phòng QLKH, QLTĐC, QLCN&CN", "Phòng Quản lý Khoa học|Phòng Quản lý Tiêu chuẩn Đo lường "
				       "Chất lượng|Phòng Quản lý Công nghệ và Chuyên ngành"},
	{"Phòng LĐTBXH", "Phòng Lao động - Thương binh và Xã hội"},
	{"Phòng VH-XH", "Phòng Văn hóa - Xã hội"},
	{"Phòng XYZ", "Phòng XYZ"},
	{"Các phòng: Quản lý Công nghệ và Chuyên ngành, Quản lý Khoa học, Quản lý Tiêu chuẩn Đo "
	 "lường Chất lượng.",
		"Phòng Quản lý Công nghệ và Chuyên ngành|Phòng Quản lý Khoa học|Phòng Quản lý Tiêu "
		"chuẩn Đo lường Chất lượng"},
	{"Các Sở: Tài chính, Nội vụ, Xây dựng", "Sở Tài chính|Sở Nội vụ|Sở Xây dựng"},
	{"Các Sở Tài chính, Nội vụ và Xây dựng", "Sở Tài chính|Sở Nội vụ|Sở Xây dựng"},
	{"Các phòng: Bảo tồn Cồn Cát, Dịch vụ Sinh thái",
		"Phòng Bảo tồn Cồn Cát|Phòng Dịch vụ Sinh thái"},
	{"Sở Tài chính, Nội vụ, Xây dựng và các đơn vị có liên quan",
		"Sở Tài chính|Sở Nội vụ|Sở Xây dựng|Các đơn vị có liên quan"},
	{"các Sở Công Thương", "các Sở Công Thương"},
	{"Các Trung tâm Lưu trữ quốc gia", "Các Trung tâm Lưu trữ quốc gia"},
	{"Các phòng, đơn vị liên quan.", "Các phòng, đơn vị liên quan"},
	{"Các phòng, đơn vị thuộc Sở", "Các phòng, đơn vị thuộc Sở"},
	{"Chi cục Kiểm lâm, Viễn thông Hải Phòng", "Chi cục Kiểm lâm|Viễn thông Hải Phòng"},
	{"UBND các xã, phường có dự án", "UBND các xã, phường có dự án"},
	{"lực lượng kiểm lâm, công an", "Lực lượng kiểm lâm, công an"},
	{"Các Phòng thuộc Sở", "Các Phòng thuộc Sở"},
	{"Các sở, ban, ngành", "Các sở, ban, ngành"},
	{"các sở ban ngành", "Các sở ban ngành"},
	{"- Các sở, ngành và các địa phương.\n- Các phòng, đơn vị thuộc Sở.",
		"Các sở, ngành và các địa phương|Các phòng, đơn vị thuộc Sở"},
	{"Phòng Quản lý Công nghệ và Chuyên ngành và các\nphòng, đơn vị liên quan.",
		"Phòng Quản lý Công nghệ và Chuyên ngành|Các phòng, đơn vị liên quan"},
	{"các sở, ban, ngành, UBND các huyện, thị xã, thành phố và các tổ chức cá nhân liên quan",
		"Các sở, ban, ngành|UBND các huyện, thị xã, thành phố|Các tổ chức cá nhân liên "
		"quan"},
	{"các sở, ban, ngành và UBND các huyện, thị xã, thành phố",
		"Các sở, ban, ngành|UBND các huyện, thị xã, thành phố"},
	{"Các sở, ban, ngành, địa phương và các tổ chức chính trị - xã hội, hội quần chúng",
		"Các sở, ban, ngành, địa phương|Các tổ chức chính trị - xã hội, hội quần chúng"},
	{"Sở Tài chính\nSở Nội vụ\nSở Tư pháp", "Sở Tài chính|Sở Nội vụ|Sở Tư pháp"},
	{"+ Sở Tài chính;\n+ Công an tỉnh", "Sở Tài chính|Công an tỉnh"},
	{"• Sở Y tế • Sở Nội vụ", "Sở Y tế|Sở Nội vụ"},
	{"Sở Lao động - Thương\nbinh và Xã hội", "Sở Lao động - Thương binh và Xã hội"},
	{"Sở Lao động\n- Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"},
	{"Công ty Cổ phần Đường\nBiên Hòa", "Công ty Cổ phần Đường Biên Hòa"},
	{"UBND các huyện, thị xã, thành phố", "UBND các huyện, thị xã, thành phố"},
	{"UBND cấp xã", "UBND cấp xã"},
	{"UBND các xã, phường, đặc khu", "UBND các xã, phường, đặc khu"},
	{"UBND phường Mỹ Tho", "UBND phường Mỹ Tho"},
	{"UBND TP. Hồ Chí Minh", "UBND thành phố Hồ Chí Minh"},
	{"UBND quận 1, UBND quận 3", "UBND quận 1|UBND quận 3"},
	{"Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
		"Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"},
	{"Sở Công Thương các tỉnh Hải Dương, Phú Thọ, Tiền Giang.",
		"Sở Công Thương tỉnh Hải Dương|Sở Công Thương tỉnh Phú Thọ|Sở Công Thương tỉnh "
		"Tiền Giang"},
	{"Cục Quản lý thị trường các tỉnh, thành phố",
		"Cục Quản lý thị trường các tỉnh, thành phố"},
	{"Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"},
	{"VP UBND tỉnh", "Văn phòng UBND tỉnh"},
	{"Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND huyện"},
	{"UBND thành phố Hội An", "UBND thành phố Hội An"}, /* places that begin as kinds of offices do */
	{"UBND huyện Vụ Bản, Công đoàn ngành Văn hóa, Thể thao và Du lịch",
		"UBND huyện Vụ Bản|Công đoàn ngành Văn hóa, Thể thao và Du lịch"},
	{"UBND huyện Trường Sa, UBND huyện đảo Lý Sơn",
		"UBND huyện Trường Sa|UBND huyện đảo Lý Sơn"},
	{"UBND xã Hội Sơn và UBND huyện Trạm Tấu", "UBND xã Hội Sơn|UBND huyện Trạm Tấu"},
	{"UBND huyện Ea H'leo, UBND huyện M'Đrắk", "UBND huyện Ea H'leo|UBND huyện M'Đrắk"},
	{"UBND xã Bảo Lâm 1, UBND phường 3 Bảo Lộc", "UBND xã Bảo Lâm 1|UBND phường 3 Bảo Lộc"},
	{"UBND phường Xuân Hương - Đà Lạt", "UBND phường Xuân Hương - Đà Lạt"},
	{"Văn phòng Đoàn ĐBQH và HĐND tỉnh; Thanh tra tỉnh",
		"Văn phòng Đoàn ĐBQH và HĐND tỉnh|Thanh tra tỉnh"},
	{"Thanh tra Sở; Văn phòng Sở", "Thanh tra Sở|Văn phòng Sở"},
	{"Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính "
	 "công",
		"Phòng Kinh tế, Hạ tầng và Đô thị|Phòng Văn hóa - Xã hội|Trung tâm Phục vụ hành "
		"chính công"},
	{"Phòng Kinh tế (đối với xã), Phòng Kinh tế, Hạ tầng và Đô thị (đối với phường)",
		"Phòng Kinh tế|Phòng Kinh tế, Hạ tầng và Đô thị"},
	{"Phòng Quản lý Tiêu chuẩn Đo lường Chất lượng",
		"Phòng Quản lý Tiêu chuẩn Đo lường Chất lượng"},
	{"Phòng Quản lý Khoa học - Công nghệ", "Phòng Quản lý Khoa học và Công nghệ"},
	{"Phòng Phát triển Sinh vật cảnh", "Phòng Phát triển Sinh vật cảnh"},
	{"Ban Quản lý Khu kinh tế Nghi Sơn và các Khu công nghiệp Thanh Hóa",
		"Ban Quản lý Khu kinh tế Nghi Sơn và các Khu công nghiệp Thanh Hóa"},
	{"Ban Quản lý Khu kinh tế Vân Phong", "Ban Quản lý Khu kinh tế Vân Phong"},
	{"Ban Quản lý Khu KT Nghi Sơn và các Khu CN tỉnh",
		"Ban Quản lý Khu kinh tế Nghi Sơn và các Khu công nghiệp tỉnh"},
	{"Ban Quản lý các Khu công nghiệp tỉnh", "Ban Quản lý các Khu công nghiệp tỉnh"},
	{"Ban Quản lý Khu kinh tế Vũng Áng và các Khu công nghiệp tỉnh; BQL các KKT tỉnh",
		"Ban Quản lý Khu kinh tế Vũng Áng và các Khu công nghiệp tỉnh|Ban Quản lý các Khu "
		"kinh tế tỉnh"},
	{"BQL KKT và các KCN Hà Tĩnh; Ban Quản lý KKT Đình Vũ - Cát Hải; BQL Khu kinh tế mở Chu "
	 "Lai",
		"Ban Quản lý Khu kinh tế và các Khu công nghiệp Hà Tĩnh|Ban Quản lý Khu kinh tế "
		"Đình Vũ - Cát Hải|"
		"Ban Quản lý Khu kinh tế mở Chu Lai"},
	{"BQL KKT, BQL các KCN; Ban Quản lý Khu công nghiệp và Sở Tài chính",
		"Ban Quản lý Khu kinh tế|Ban Quản lý các Khu công nghiệp|Ban Quản lý Khu công "
		"nghiệp|Sở Tài chính"},
	{"BQLDA ĐTXD các công trình giao thông",
		"Ban Quản lý dự án đầu tư xây dựng các công trình giao thông"},
	{"Trung tâm Ứng dụng và Dịch vụ khoa học, công nghệ",
		"Trung tâm Ứng dụng và Dịch vụ khoa học, công nghệ"},
	{"Trung tâm Văn hóa, Thể thao và Truyền thông huyện",
		"Trung tâm Văn hóa, Thể thao và Truyền thông huyện"},
	{"Trung tâm Nghiên cứu Sâm, Dược liệu và Nấm Đà Lạt",
		"Trung tâm Nghiên cứu Sâm, Dược liệu và Nấm Đà Lạt"},
	{"Trường Đào tạo, bồi dưỡng cán bộ Công Thương Trung ương",
		"Trường Đào tạo, bồi dưỡng cán bộ Công Thương Trung ương"},
	{"Trường THPT Lương Thế Vinh, Trường THCS Đại Đồng",
		"Trường THPT Lương Thế Vinh|Trường THCS Đại Đồng"},
	{"Trường Đại học Phạm Văn Đồng", "Trường Đại học Phạm Văn Đồng"},
	{"Trường Mầm non 2/9", "Trường Mầm non 2/9"},
	{"Bệnh viện Đa khoa khu vực Tân Châu", "Bệnh viện Đa khoa khu vực Tân Châu"},
	{"Khoa Khám bệnh, Khoa Dược", "Khoa Khám bệnh|Khoa Dược"},
	{"Vụ Pháp chế, Vụ Kế hoạch - Tài chính", "Vụ Pháp chế|Vụ Kế hoạch - Tài chính"},
	{"Cục Thương mại điện tử và Kinh tế số", "Cục Thương mại điện tử và Kinh tế số"},
	{"Tổng cục Quản lý thị trường.", "Tổng cục Quản lý thị trường"},
	{"Học viện Hành chính Quốc gia", "Học viện Hành chính Quốc gia"},
	{"Báo Công Thương", "Báo Công Thương"},
	{"Báo Tuyên Quang, Đài PTTH tỉnh", "Báo Tuyên Quang|Đài Phát thanh và Truyền hình tỉnh"},
	{"Báo và Đài Phát thanh và Truyền hình Lạng Sơn",
		"Báo và Đài Phát thanh và Truyền hình Lạng Sơn"},
	{"Kho bạc Nhà nước khu vực VI", "Kho bạc Nhà nước khu vực VI"},
	{"Ngân hàng Nhà nước chi nhánh tỉnh Lào Cai", "Ngân hàng Nhà nước chi nhánh tỉnh Lào Cai"},
	{"Bảo hiểm xã hội huyện, Bưu điện huyện", "Bảo hiểm xã hội huyện|Bưu điện huyện"},
	{"Công an tỉnh, Bộ CHQS tỉnh, BCH Bộ đội Biên phòng tỉnh",
		"Công an tỉnh|Bộ Chỉ huy quân sự tỉnh|BCH Bộ đội Biên phòng tỉnh"},
	{"Ban CHQS xã", "Ban Chỉ huy quân sự xã"},
	{"Tòa án nhân dân khu vực 3; Viện kiểm sát nhân dân khu vực 3",
		"Tòa án nhân dân khu vực 3|Viện kiểm sát nhân dân khu vực 3"},
	{"Ủy ban MTTQ Việt Nam huyện và các đoàn thể", "Ủy ban MTTQ Việt Nam huyện|Các đoàn thể"},
	{"Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội các cấp",
		"Mặt trận Tổ quốc Việt Nam|Các đoàn thể chính trị - xã hội các cấp"},
	{"Hội LHPN tỉnh, Hội Nông dân tỉnh, Đoàn TNCS Hồ Chí Minh tỉnh, LĐLĐ tỉnh",
		"Hội Liên hiệp Phụ nữ tỉnh|Hội Nông dân tỉnh|Đoàn TNCS Hồ Chí Minh tỉnh|Liên đoàn "
		"Lao động tỉnh"},
	{"Huyện đoàn", "Huyện đoàn"},
	{"Hiệp hội Doanh nghiệp tỉnh", "Hiệp hội Doanh nghiệp tỉnh"},
	{"VNPT Vũng Liêm, Viettel Vũng Liêm", "VNPT Vũng Liêm|Viettel Vũng Liêm"},
	{"Doanh nghiệp viễn thông", "Doanh nghiệp viễn thông"},
	{"Đơn vị quản lý đường bộ", "Đơn vị quản lý đường bộ"},
	{"Các cơ sở đào tạo lái xe", "Các cơ sở đào tạo lái xe"},
	{"Tỉnh ủy, Ban Thường vụ Tỉnh ủy Hưng Yên", "Tỉnh ủy|Ban Thường vụ Tỉnh ủy Hưng Yên"},
	{"Ban Tuyên giáo và Dân vận Tỉnh ủy; Ủy ban Kiểm tra Tỉnh ủy",
		"Ban Tuyên giáo và Dân vận Tỉnh ủy|Ủy ban Kiểm tra Tỉnh ủy"},
	{"Đảng ủy các xã, thị trấn", "Đảng ủy các xã, thị trấn"},
	{"Thường trực Tỉnh ủy (báo cáo)", "Thường trực Tỉnh ủy"},
	{"Sở Khoa học và Công nghệ (qua Phòng Hành chính - Tổng hợp)",
		"Sở Khoa học và Công nghệ (qua Phòng Hành chính - Tổng hợp)"},
	{"Lãnh đạo Sở.", "Lãnh đạo Sở"},
	{"Phó Giám đốc Trần Công Hòa.", "Phó Giám đốc Trần Công Hòa"},
	{"Giám đốc Sở Nguyễn Bá Trung", "Giám đốc Sở Nguyễn Bá Trung"},
	{"Thứ trưởng Lê Thị Thanh Nhã", "Thứ trưởng Lê Thị Thanh Nhã"},
	{"Ông Nguyễn Văn A - Trưởng đoàn; Bà Trần Thị B, Phó Chủ tịch UBND",
		"Ông Nguyễn Văn A - Trưởng đoàn|Bà Trần Thị B, Phó Chủ tịch UBND"},
	{"Đồng chí Trần Thị Bình - Phó Chủ tịch UBND",
		"Đồng chí Trần Thị Bình - Phó Chủ tịch UBND"},
	{"Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các huyện, thị xã, thành phố",
		"Thủ trưởng các sở, ban, ngành|Chủ tịch UBND các huyện, thị xã, thành phố"},
	{"Chủ tịch UBND xã, Trưởng phòng Kinh tế", "Chủ tịch UBND xã|Trưởng phòng Kinh tế"},
	{"các PCT UBND tỉnh", "các Phó Chủ tịch UBND tỉnh"},
	{"Trưởng các phòng, Thủ trưởng các đơn vị thuộc Sở",
		"Trưởng các phòng|Thủ trưởng các đơn vị thuộc Sở"},
	{"Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
		"Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"},
	{"các cơ quan, tổ chức, đơn vị liên quan", "Các cơ quan, tổ chức, đơn vị liên quan"},
	{"Toàn thể cán bộ, viên chức", "Toàn thể cán bộ, viên chức"},
	{"Các xã, phường, đặc khu", "Các xã, phường, đặc khu"},
	{"Sở Tài chính chủ trì; các sở, ban, ngành phối hợp", "Sở Tài chính|Các sở, ban, ngành"},
	{"Chi cục Trồng trọt và Bảo vệ thực vật, Chi cục Kiểm lâm",
		"Chi cục Trồng trọt và Bảo vệ thực vật|Chi cục Kiểm lâm"},
	{"Hạt Kiểm lâm huyện", "Hạt Kiểm lâm huyện"},
	{"Trạm Y tế xã Hòa Bình", "Trạm Y tế xã Hòa Bình"},
	{"Liên minh Hợp tác xã tỉnh", "Liên minh Hợp tác xã tỉnh"},
	{"Đại học Quốc gia Hà Nội", "Đại học Quốc gia Hà Nội"},
	{"Các Sở, ngành: Nội vụ, Tài chính, Công Thương", "Sở Nội vụ|Sở Tài chính|Sở Công Thương"},
	{"Văn phòng Sở Y tế; Thanh tra Bộ Nội vụ", "Văn phòng Sở Y tế|Thanh tra Bộ Nội vụ"},
	{"Ủy ban Kiểm tra Liên đoàn Lao động tỉnh", "Ủy ban Kiểm tra Liên đoàn Lao động tỉnh"},
	{"Ban Tổ chức Tỉnh ủy, Ban Tài chính Liên đoàn Lao động tỉnh",
		"Ban Tổ chức Tỉnh ủy|Ban Tài chính Liên đoàn Lao động tỉnh"},
	{"Phòng Nội vụ huyện Sơn Hà", "Phòng Nội vụ huyện Sơn Hà"},
	{"Khoa Nhi Bệnh viện Đa khoa tỉnh", "Khoa Nhi Bệnh viện Đa khoa tỉnh"},
	{"Phòng Kế hoạch Tổng hợp Bệnh viện Sản - Nhi tỉnh",
		"Phòng Kế hoạch Tổng hợp Bệnh viện Sản - Nhi tỉnh"},
	{"Phòng Tổ chức cán bộ Sở Xây dựng", "Phòng Tổ chức cán bộ Sở Xây dựng"},
	{"Phòng Tham mưu Công an tỉnh", "Phòng Tham mưu Công an tỉnh"},
	{"Sở Tài chính Sở Nội vụ", "Sở Tài chính|Sở Nội vụ"},
	{"Phòng Nội vụ Phòng Y tế", "Phòng Nội vụ|Phòng Y tế"},
	{"Trường Cao đẳng Cộng đồng Đồng Tháp", "Trường Cao đẳng Cộng đồng Đồng Tháp"},
	{"Trường Đại học Sư phạm Kỹ thuật Vĩnh Long; Trường Trung cấp nghề Tân An",
		"Trường Đại học Sư phạm Kỹ thuật Vĩnh Long|Trường Trung cấp nghề Tân An"},
	{"Bảo tàng tỉnh, Thư viện tỉnh, Nhà hát Chèo", "Bảo tàng tỉnh|Thư viện tỉnh|Nhà hát Chèo"},
	{"Vườn quốc gia Tràm Chim; Khu bảo tồn thiên nhiên Xuân Liên",
		"Vườn quốc gia Tràm Chim|Khu bảo tồn thiên nhiên Xuân Liên"},
	{"Ban Quản lý rừng phòng hộ Thạch Thành", "Ban Quản lý rừng phòng hộ Thạch Thành"},
	{"Công ty TNHH MTV Cấp thoát nước, Công ty Cổ phần Môi trường đô thị",
		"Công ty TNHH MTV Cấp thoát nước|Công ty Cổ phần Môi trường đô thị"},
	{"Tổng Công ty Điện lực miền Nam", "Tổng Công ty Điện lực miền Nam"},
	{"VNPT Đồng Tháp, Bưu điện tỉnh, Điện lực Cao Lãnh",
		"VNPT Đồng Tháp|Bưu điện tỉnh|Điện lực Cao Lãnh"},
	{"Ngân hàng Chính sách xã hội huyện; Quỹ Bảo vệ và Phát triển rừng",
		"Ngân hàng Chính sách xã hội huyện|Quỹ Bảo vệ và Phát triển rừng"},
	{"Quỹ Hỗ trợ nông dân tỉnh, Quỹ Bảo trợ trẻ em",
		"Quỹ Hỗ trợ nông dân tỉnh|Quỹ Bảo trợ trẻ em"},
	{"Ban Dân tộc HĐND tỉnh", "Ban Dân tộc HĐND tỉnh"},
	{"Đội Quản lý thị trường số 2", "Đội Quản lý thị trường số 2"},
	{"Chi cục Thuế khu vực XV, Thuế cơ sở 3 tỉnh Bến Tre",
		"Chi cục Thuế khu vực XV|Thuế cơ sở 3 tỉnh Bến Tre"},
	{"Hạt Kiểm lâm Đà Bắc; Đồn Biên phòng Sa Huỳnh",
		"Hạt Kiểm lâm Đà Bắc|Đồn Biên phòng Sa Huỳnh"},
	{"Hợp tác xã Nông nghiệp Tân Thuận", "Hợp tác xã Nông nghiệp Tân Thuận"},
	{"Các đơn vị được kiểm tra", "Các đơn vị được kiểm tra"},
	{"Đơn vị được kiểm tra", "Đơn vị được kiểm tra"},
	{"Các cơ quan, đơn vị được giám sát", "Các cơ quan, đơn vị được giám sát"},
	{"các địa phương được chọn thí điểm", "Các địa phương được chọn thí điểm"},
	{"các đơn vị được giao chủ trì", "Các đơn vị được giao chủ trì"},
	{"Phòng QZTP; Phòng XD&KTVB", "Phòng QZTP|Phòng XD&KTVB"},
	{"", ""},
	{" - ; . ", ""},
	{"Vụ Thi đua - Khen thưởng, Vụ Giáo dục thường xuyên",
		"Vụ Thi đua - Khen thưởng|Vụ Giáo dục thường xuyên"},
	{"Ban tự quản các thôn, buôn", "Ban tự quản các thôn, buôn"},
	{"Các Sở GD&ĐT, các trường", "Các Sở Giáo dục và Đào tạo|Các trường"},
	{"Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy",
		"Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy"},
	{"UBND các xã, phường; các chủ rừng", "UBND các xã, phường|Các chủ rừng"},
	{"UBND các xã: Ia Grai, Đak Đoa và phường Pleiku; Công an các huyện Cư M'gar, Ea H'leo",
		"UBND xã Ia Grai|UBND xã Đak Đoa|UBND phường Pleiku|Công an huyện Cư M'gar|Công an "
		"huyện Ea H'leo"},
	{"Các cơ sở giáo dục, Công an các phường, xã", "Các cơ sở giáo dục|Công an các phường, xã"},
	{"Hội LHPN xã, Hội Phụ nữ Công an tỉnh, Hội Phụ nữ Bộ Chỉ huy quân sự tỉnh",
		"Hội Liên hiệp Phụ nữ xã|Hội Phụ nữ Công an tỉnh|Hội Phụ nữ Bộ Chỉ huy quân sự "
		"tỉnh"},
	{"Kho bạc Nhà nước khu vực; Thuế khu vực", "Kho bạc Nhà nước khu vực|Thuế khu vực"},
	{"Cô H'Loan Niê; Thầy Y Bliêng Niê", "Cô H'Loan Niê|Thầy Y Bliêng Niê"},
};

/* What begins a sentence or stands behind "phối hợp với", and what follows the list ("" the end) */
static const struct {
	const char *text, *names, *rest;
} sentences[] = {
	{"Sở Tài chính chủ trì, phối hợp", "Sở Tài chính", "chủ trì, phối hợp"},
	{"Sở Khoa học và Công nghệ và các sở, ban, ngành có liên quan hướng dẫn các quy định",
		"Sở Khoa học và Công nghệ|Các sở, ban, ngành có liên quan", "hướng dẫn các quy định"},
	{"Sở Thông tin và Truyền thông, Ban Tuyên giáo Tỉnh ủy, Ủy ban Mặt trận Tổ quốc tỉnh, các "
	 "sở, ban, ngành, địa phương và "
	 "các tổ chức chính trị - xã hội, hội quần chúng thực hiện công tác",
		"Sở Thông tin và Truyền thông|Ban Tuyên giáo Tỉnh ủy|Ủy ban Mặt trận Tổ quốc "
		"tỉnh|Các sở, ban, ngành, địa phương|"
		"Các tổ chức chính trị - xã hội, hội quần chúng",
		"thực hiện công tác"},
	{"Các sở, ban, ngành, địa phương trong phạm vi quản lý được giao, có trách nhiệm",
		"Các sở, ban, ngành, địa phương", "trong phạm vi quản lý được giao, có trách nhiệm"},
	{"các sở, ban, ngành có liên quan tăng cường công tác", "Các sở, ban, ngành có liên quan",
		"tăng cường công tác"},
	{"các sở, ban, ngành có liên quan hỗ trợ trong việc", "Các sở, ban, ngành có liên quan",
		"hỗ trợ trong việc"},
	{"các sở, ban, ngành, UBND các huyện, thị xã, thành phố kịp thời báo cáo",
		"Các sở, ban, ngành|UBND các huyện, thị xã, thành phố", "kịp thời báo cáo"},
	{"Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các huyện, thị xã, thành phố theo chức "
	 "năng",
		"Thủ trưởng các sở, ban, ngành|Chủ tịch UBND các huyện, thị xã, thành phố",
		"theo chức năng"},
	{"Sở Nông nghiệp và Môi trường, Kho bạc\nNhà nước khu vực VI rà soát nguồn vốn",
		"Sở Nông nghiệp và Môi trường|Kho bạc Nhà nước khu vực VI", "rà soát nguồn vốn"},
	{"Sở Xây dựng và UBND các huyện, thành phố tổng kiểm tra",
		"Sở Xây dựng|UBND các huyện, thành phố", "tổng kiểm tra"},
	{"UBND các xã, thị trấn kiểm đếm số hộ", "UBND các xã, thị trấn", "kiểm đếm số hộ"},
	{"các phòng, ban, ngành liên quan tham mưu UBND huyện", "Các phòng, ban, ngành liên quan",
		"tham mưu UBND huyện"},
	{"Huyện đoàn mở 15 lớp bơi", "Huyện đoàn", "mở 15 lớp bơi"},
	{"Trường THCS Đại Đồng chủ trì dạy", "Trường THCS Đại Đồng", "chủ trì dạy"},
	{"Trung tâm Văn hóa, Thể thao và Truyền thông huyện xây dựng 04 phóng sự",
		"Trung tâm Văn hóa, Thể thao và Truyền thông huyện", "xây dựng 04 phóng sự"},
	{"Báo và Đài Phát thanh và Truyền hình Lạng Sơn mở chuyên trang",
		"Báo và Đài Phát thanh và Truyền hình Lạng Sơn", "mở chuyên trang"},
	{"Phòng Quản lý nhà ở theo dõi, tổng hợp", "Phòng Quản lý nhà ở", "theo dõi, tổng hợp"},
	{"Ủy ban MTTQ Việt Nam huyện và các đoàn thể: Tuyên truyền",
		"Ủy ban MTTQ Việt Nam huyện|Các đoàn thể", ": Tuyên truyền"},
	{"UBND huyện (qua Phòng Lao động - Thương binh và Xã hội) trước ngày",
		"UBND huyện (qua Phòng Lao động - Thương binh và Xã hội)", "trước ngày"},
	{"Trưởng các phòng, Thủ trưởng các đơn vị thuộc Sở căn cứ",
		"Trưởng các phòng|Thủ trưởng các đơn vị thuộc Sở", "căn cứ"},
	{"các cơ quan, tổ chức, đơn vị liên quan kịp thời",
		"Các cơ quan, tổ chức, đơn vị liên quan", "kịp thời"},
	{"Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư tổ chức hội nghị",
		"Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư", "tổ chức hội nghị"},
	{"Ban Quản lý Dịch vụ công ích huyện Cần Giờ thực hiện",
		"Ban Quản lý Dịch vụ công ích huyện Cần Giờ", "thực hiện"},
	{"Sở Nội vụ, Tài chính, Tư pháp và Ủy ban nhân dân các xã, phường, đặc khu triển khai",
		"Sở Nội vụ|Sở Tài chính|Sở Tư pháp|Ủy ban nhân dân các xã, phường, đặc khu",
		"triển khai"},
	{"các Sở: Tài chính, Nội vụ; Công an tỉnh và các đơn vị có liên quan tổ chức thực hiện",
		"Sở Tài chính|Sở Nội vụ|Công an tỉnh|Các đơn vị có liên quan", "tổ chức thực hiện"},
	{"Chủ tịch UBND tỉnh phê duyệt Kế hoạch", "Chủ tịch UBND tỉnh", "phê duyệt Kế hoạch"},
	{"UBND tỉnh Quyết định phê duyệt", "UBND tỉnh", "Quyết định phê duyệt"},
	{"các tổ chức, cá nhân, nhất là doanh nghiệp", "Các tổ chức, cá nhân", ", nhất là doanh nghiệp"},
	{"các bộ, ngành trung ương và UBND các tỉnh, thành phố tổ chức",
		"Các bộ, ngành trung ương|UBND các tỉnh, thành phố", "tổ chức"},
	{"Ban Thường vụ Tỉnh ủy (Khóa XX) về xây dựng", "Ban Thường vụ Tỉnh ủy (Khóa XX)",
		"về xây dựng"},
	{"toàn thể cán bộ, công chức, viên chức thực hiện", "Toàn thể cán bộ, công chức, viên chức",
		"thực hiện"},
	{"các đơn vị tổ chức thực hiện", "Các đơn vị", "tổ chức thực hiện"},
	{"Ủy ban Kiểm tra Liên đoàn Lao động tỉnh chủ trì",
		"Ủy ban Kiểm tra Liên đoàn Lao động tỉnh", "chủ trì"},
	{"Văn phòng Đoàn ĐBQH và HĐND tỉnh phục vụ", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "phục vụ"},
	{"Trường Cao đẳng Cộng đồng Đồng Tháp mở lớp", "Trường Cao đẳng Cộng đồng Đồng Tháp", "mở lớp"},
	{"Các cơ quan, đơn vị được thanh tra chuẩn bị báo cáo",
		"Các cơ quan, đơn vị được thanh tra", "chuẩn bị báo cáo"},
	{"Các đơn vị được kiểm tra có trách nhiệm", "Các đơn vị được kiểm tra", "có trách nhiệm"},
	{"Phòng QZTP phối hợp", "Phòng QZTP", "phối hợp"},
	{"Phòng XD&KTVB", "Phòng XD&KTVB", ""},
	{"Phòng QZTP, Phòng XD&KTVB phối hợp", "Phòng QZTP|Phòng XD&KTVB", "phối hợp"},
	{"Đội Quản lý thị trường số 2 kiểm tra", "Đội Quản lý thị trường số 2", "kiểm tra"},
	{"Vườn quốc gia Tràm Chim rà soát", "Vườn quốc gia Tràm Chim", "rà soát"},
	{"Thuế cơ sở 3 tỉnh Bến Tre lập danh sách", "Thuế cơ sở 3 tỉnh Bến Tre", "lập danh sách"},
	{"Hội Bảo vệ quyền trẻ em tỉnh vận động", "Hội Bảo vệ quyền trẻ em tỉnh", "vận động"},
	{"Khoa Nhi Bệnh viện Đa khoa tỉnh tiếp nhận", "Khoa Nhi Bệnh viện Đa khoa tỉnh", "tiếp nhận"},
	{"Tổ chức kiểm tra", "", "Tổ chức kiểm tra"},
	{"Báo cáo kết quả", "", "Báo cáo kết quả"},
	{"Ban hành chính sách", "", "Ban hành chính sách"},
	{"Hội nghị tổng kết", "", "Hội nghị tổng kết"},
	{"Phòng, chống đuối nước", "", "Phòng, chống đuối nước"},
	{"Phòng chống thiên tai", "", "Phòng chống thiên tai"},
	{"Bộ tiêu chí đánh giá", "", "Bộ tiêu chí đánh giá"},
	{"Khoa học và công nghệ", "", "Khoa học và công nghệ"},
	{"Đoàn kết nội bộ", "", "Đoàn kết nội bộ"},
	{"TỔ CHỨC THỰC HIỆN", "", "TỔ CHỨC THỰC HIỆN"},
	{"Vụ Giáo dục thể chất, Vụ Giáo dục thường xuyên chủ trì",
		"Vụ Giáo dục thể chất|Vụ Giáo dục thường xuyên", "chủ trì"},
	{"Cục Quản lý đê điều và Phòng, chống thiên tai tham mưu",
		"Cục Quản lý đê điều và Phòng, chống thiên tai", "tham mưu"},
	{"Trung tâm Huấn luyện và Thi đấu TDTT xây dựng",
		"Trung tâm Huấn luyện và Thi đấu Thể dục thể thao", "xây dựng"},
	{"Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy tổ chức quán triệt",
		"Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy", "tổ chức quán triệt"},
	{"Ban Thường vụ các huyện ủy, thị ủy, thành ủy lãnh đạo",
		"Ban Thường vụ các huyện ủy, thị ủy, thành ủy", "lãnh đạo"},
	{"Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo", "Đảng đoàn Hội đồng nhân dân tỉnh", "lãnh đạo"},
	{"Ban cán sự đảng Ủy ban nhân dân tỉnh chỉ đạo", "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
		"chỉ đạo"},
	{"Đảng ủy Khối cơ quan và doanh nghiệp tỉnh chỉ đạo",
		"Đảng ủy Khối cơ quan và doanh nghiệp tỉnh", "chỉ đạo"},
	{"Đảng ủy Khối các cơ quan tỉnh chỉ đạo", "Đảng ủy Khối các cơ quan tỉnh", "chỉ đạo"},
	{"Đảng đoàn Ủy ban Mặt trận Tổ quốc tỉnh, Đảng đoàn các tổ chức chính trị - xã hội tỉnh "
	 "lãnh đạo",
		"Đảng đoàn Ủy ban Mặt trận Tổ quốc tỉnh|Đảng đoàn các tổ chức chính trị - xã hội "
		"tỉnh",
		"lãnh đạo"},
	{"các cấp ủy, tổ chức đảng tổ chức thực hiện", "Các cấp ủy, tổ chức đảng", "tổ chức thực hiện"},
	{"Đảng ủy UBND tỉnh chủ trì", "Đảng ủy UBND tỉnh", "chủ trì"},
	{"các ban đảng, Văn phòng Tỉnh ủy tham mưu", "Các ban đảng|Văn phòng Tỉnh ủy", "tham mưu"},
	{"các ban xây dựng Đảng Tỉnh ủy tham mưu", "Các ban xây dựng Đảng Tỉnh ủy", "tham mưu"},
	{"các chủ rừng tổ chức tuần tra", "Các chủ rừng", "tổ chức tuần tra"},
	{"Ban tự quản các thôn, buôn tuyên truyền", "Ban tự quản các thôn, buôn", "tuyên truyền"},
	{"các thôn, buôn, tổ dân phố tổ chức", "Các thôn, buôn, tổ dân phố", "tổ chức"},
	{"các thôn, tổ dân phố rà soát", "Các thôn, tổ dân phố", "rà soát"},
	{"các thôn, bản, xóm rà soát", "Các thôn, bản, xóm", "rà soát"},
	{"Cơ quan, đơn vị, địa phương rà soát", "Cơ quan, đơn vị, địa phương", "rà soát"},
	{"Cấp ủy, chính quyền các xã, phường quán triệt", "Cấp ủy, chính quyền các xã, phường",
		"quán triệt"},
	{"Mỗi xã, phường thành lập", "Mỗi xã, phường", "thành lập"},
	{"các tổ dân phố cấp căn cước", "Các tổ dân phố", "cấp căn cước"},
	{"Chủ tịch UBND các tỉnh, thành phố từ Thanh Hóa đến thành phố Huế chỉ đạo",
		"Chủ tịch UBND các tỉnh, thành phố từ Thanh Hóa đến thành phố Huế", "chỉ đạo"},
	{"UBND các xã từ tháng 5 tổ chức", "UBND các xã", "từ tháng 5 tổ chức"},
	{"các tiểu ban hoàn thành", "Các tiểu ban", "hoàn thành"},
	{"các xóm trưởng thành lập", "Các xóm trưởng", "thành lập"},
	{"Thôn đội trưởng giao", "Thôn đội trưởng", "giao"},
	{"Chính trị viên phó Ban Chỉ huy Quân sự xã tổ chức",
		"Chính trị viên phó Ban Chỉ huy Quân sự xã", "tổ chức"},
	{"các hộ kinh doanh chấp hành", "Các hộ kinh doanh", "chấp hành"},
	{"các sở GDĐT chủ trì", "Các sở Giáo dục và Đào tạo", "chủ trì"},
	{"Các sở giáo dục và đào tạo tổ chức", "Các sở giáo dục và đào tạo", "tổ chức"},
	{"các sở xây dựng kế hoạch", "Các sở", "xây dựng kế hoạch"},
};

static const Case broken[] = {
	{"S& Théng tin va Truyén théng.", "Sở Thông tin và Truyền thông"},
	{"S¢ Xay dung.", "Sở Xây dựng"},
	{"S6 Théng tin va Truyén théng", "Sở Thông tin và Truyền thông"},
	{"8¢ Théng tin va Truyén thong.", "Sở Thông tin và Truyền thông"},
	{"86 K& hoach va Dau tu", "Sở Kế hoạch và Đầu tư"},
	{"S Khoa hoc va Céng nghé.", "Sở Khoa học và Công nghệ"},
	{"So Ké hoach va Pau tu, S& Khoa hoc va Céng nghé,\nS0 Cong Thuong.",
		"Sở Kế hoạch và Đầu tư|Sở Khoa học và Công nghệ|Sở Công Thương"},
	{"S¢ Cong Thuong; S& Giao théng vén tai.", "Sở Công Thương|Sở Giao thông vận tải"},
	{"S& Lao dong — Thuong binh va X3 hoi.", "Sở Lao động - Thương binh và Xã hội"},
	{"S¢ Tai nguyén va Méi trrong.", "Sở Tài nguyên và Môi trường"},
	{"S& Gido duc va Pao tao.", "Sở Giáo dục và Đào tạo"},
	{"So Y té.", "Sở Y tế"},
	{"S& Noi vu.", "Sở Nội vụ"},
	{"S& Néng nghiép va Phat trién néng thén.", "Sở Nông nghiệp và Phát triển nông thôn"},
	{"Céc so, ban, nganh, UBND céc huyén, thi x4, thanh\nphd va cac td chiic ¢4 nhan lién "
	 "quan.",
		"Các sở, ban, ngành|UBND các huyện, thị xã, thành phố|Các tổ chức cá nhân liên "
		"quan"},
	{"Cac sd, ban, ngéanh, U\\e ban Mat tran Té qube Viét\nNam va cdc doan thé tinh, UBND céc "
	 "huyén, thi x4, thanh phé.",
		"Các sở, ban, ngành|Ủy ban Mặt trận Tổ quốc Việt Nam|Các đoàn thể tỉnh|UBND các "
		"huyện, thị xã, thành phố"},
	{"Mit tran T6 quéc Viét Nam va cac doan thé chinh tri -\nxa hoi cac cap.",
		"Mặt trận Tổ quốc Việt Nam|Các đoàn thể chính trị - xã hội các cấp"},
	{"S& Ké hoach va Piu tu, Ban Quén 1y Khu kinh té\nNghi Sen va cac Khu cong nghiép Thanh "
	 "Héa.",
		"Sở Kế hoạch và Đầu tư|Ban Quản lý Khu kinh tế Nghi Sơn và các Khu công nghiệp "
		"Thanh Hóa"},
	{"Van phong UBND tinh.", "Văn phòng UBND tỉnh"},
	{"Thu truong céc sa, ban, nganh, don vi lién quan, UBND céc huyén, thi\nx4, thanh phé",
		"Thủ trưởng các sở, ban, ngành, đơn vị liên quan|UBND các huyện, thị xã, thành "
		"phố"},
	{"Bd Théng tin va Truyén thong", "Bộ Thông tin và Truyền thông"},
	{"Trung tdm Ung\ndung va dich vu khoa hoc, céng nghé",
		"Trung tâm Ứng dụng và Dịch vụ khoa học, công nghệ"},
	{"cic co quan, t6 chirc, don vi lién quan", "Các cơ quan, tổ chức, đơn vị liên quan"},
	{"Céng an tinh", "Công an tỉnh"},
	{"Phong Tai chinh - Ké hoach", "Phòng Tài chính - Kế hoạch"},
	{"Ban Thudng vu Tinh uy", "Ban Thường vụ Tỉnh ủy"},
	{"Phòng B4o vê, ch4m sóc tré em và Binh ding gioi",
		"Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới"},
	{"Vân phong Sơ, Trung tam C6ng tác x4 hdi.", "Văn phòng Sở|Trung tâm Công tác xã hội"},
	{"Trung t4m C6ng tac x4 hbi", "Trung tâm Công tác xã hội"},
	{"Phòng Lao d6ng - Thuang binh va X4 h6i các huyên,\nthj x4, thanh phd.",
		"Phòng Lao động - Thương binh và Xã hội các huyện, thị xã, thành phố"},
	{"Phong Quan ly v6n tai va an toan giao th6ng",
		"Phòng Quản lý vận tải và an toàn giao thông"},
};

static const Case scratched[] = {
	{"Sở Tải chính", "Sở Tài chính"},
	{"Sỏ Nội vụ", "Sở Nội vụ"},
	{"Sở Khoa hục và Công nghệ", "Sở Khoa học và Công nghệ"},
	{"các sở, ban, ugành có liên quan", "Các sở, ban, ngành có liên quan"},
	{"UBND các huyệu, thị xã, thành phố", "UBND các huyện, thị xã, thành phố"},
	{"Phòmg Quản lý Khoa học", "Phòng Quản lý Khoa học"},
	{"S6 Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo"},
	{"Trường THCS Đại Đồng", "Trường THCS Đại Đồng"},
	{"cic phòng, đơn vị liên quan", "Các phòng, đơn vị liên quan"},
};

static char *
join(const DdFieldList *list)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < list->n; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? "|" : "", list->items[i].value);
	return g_string_free(out, FALSE);
}

static void
check_cells(const Case *cases, size_t n, DdDamage damage)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, NULL, NULL);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	unsigned failed = 0;
	for (size_t i = 0; i < n; i++) {
		DdFieldList list;
		dd_tokens_scan(&tokens, lexicon, damage, cases[i].text, 0, strlen(cases[i].text));
		dd_names_parse(directory, NULL, &tokens, 0, tokens.n, arena, &list);
		g_autofree char *got = join(&list);
		/* case of letters is the clerk's */
		g_autofree char *a = g_utf8_casefold(got, -1),
				*b = g_utf8_casefold(cases[i].names, -1);
		if (strcmp(a, b) != 0) {
			g_test_message("%s\n  got  %s\n  want %s", cases[i].text, got, cases[i].names);
			failed++;
		}
	}
	g_assert_cmpuint(failed, ==, 0);
}

static void
test_cells(void)
{
	check_cells(cells, G_N_ELEMENTS(cells), DD_DAMAGE_NONE);
}

static void
test_broken(void)
{
	check_cells(broken, G_N_ELEMENTS(broken), DD_DAMAGE_HEAVY);
}

static void
test_scratched(void)
{
	check_cells(scratched, G_N_ELEMENTS(scratched), DD_DAMAGE_LIGHT);
}

static void
test_sentences(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, NULL, NULL);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	unsigned failed = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++) {
		DdFieldList list;
		const char *text = sentences[i].text;
		dd_tokens_scan(&tokens, lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
		size_t used = dd_names_read(directory, NULL, &tokens, 0, tokens.n, arena, &list);
		g_autofree char *got = join(&list);
		g_autofree char *a = g_utf8_casefold(got, -1),
				*b = g_utf8_casefold(sentences[i].names, -1);
		const char *rest = text + tokens.items[used].start;
		if (strcmp(a, b) != 0 || strcmp(rest, sentences[i].rest) != 0) {
			g_test_message("%s\n  got  %s, then %s\n  want %s", text, got, rest,
				sentences[i].names);
			failed++;
		}
	}
	g_assert_cmpuint(failed, ==, 0);
}

static void
test_match(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, NULL, NULL);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	static const char text[] = "giao Công an tỉnh phối hợp với các sở, ngành";
	DdNameMatch match;
	dd_tokens_scan(&tokens, lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	g_assert_false(dd_name_match(directory, NULL, &tokens, 0, tokens.n, arena, &match));
	g_assert_true(dd_name_match(directory, NULL, &tokens, 1, tokens.n, arena, &match));
	g_assert_cmpstr(match.name, ==, "Công an tỉnh");
	g_assert_cmpstr(match.kind, ==, "department");
	g_assert_cmpuint(match.len, ==, 3);
	g_assert_true(match.known);
	g_assert_false(match.collective);
	g_assert_true(dd_name_match(directory, NULL, &tokens, 7, tokens.n, arena, &match));
	g_assert_true(match.collective);
	const char *kind;
	bool collective, known;
	g_assert_true(dd_name_classify(directory, "UBND các huyện", &kind, &collective, &known));
	g_assert_cmpstr(kind, ==, "committee");
	g_assert_false(dd_name_classify(directory, "ngày mai", NULL, NULL, NULL));
}

/* What one document defines, and whose document it is */
static void
test_local(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, NULL, NULL);
	g_autoptr(DdLocalNames) local = dd_local_names_new();
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	static const char learned[] =
		"Phòng Bảo tồn Sinh cảnh (sau đây gọi tắt là BTSC) và Trung "
		"tâm Cứu hộ Động vật (CHĐV) lo việc. "
		"Vụ Giáo dục thể chất (Vụ GDTC), Phòng Nghiệp vụ Du lịch "
		"(NVDL), Phòng Bưu chính, viễn thông và quản lý tần số (Phòng "
		"BCVT&QLTS), phòng, chống tham nhũng (PCTN)";
	static const struct {
		const char *text, *name;
	} rows[] = {
		{"BTSC", "Phòng Bảo tồn Sinh cảnh"},
		{"CHĐV", "Trung tâm Cứu hộ Động vật"},
		{"Vụ GDTC", "Vụ Giáo dục thể chất"},
		{"GDTC", "Vụ Giáo dục thể chất"},
		{"NVDL", "Phòng Nghiệp vụ Du lịch"},
		{"Phòng NVDL", "Phòng Nghiệp vụ Du lịch"},
		{"Phòng BCVTQLTS", "Phòng Bưu chính, viễn thông và quản lý tần số"},
		{"PCTN", "PCTN"},
		{"Sở", "Sở Xây dựng"},
		{"Giám đốc Sở", "Giám đốc Sở"},
	};
	dd_tokens_scan(&tokens, lexicon, DD_DAMAGE_NONE, learned, 0, strlen(learned));
	dd_local_names_learn(local, directory, &tokens, arena);
	dd_local_names_set_issuer(local, "Sở Xây dựng tỉnh Đồng Tháp");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		DdFieldList list;
		dd_tokens_scan(
			&tokens, lexicon, DD_DAMAGE_NONE, rows[i].text, 0, strlen(rows[i].text));
		dd_names_parse(directory, local, &tokens, 0, tokens.n, arena, &list);
		g_assert_cmpuint(list.n, ==, 1);
		g_assert_cmpstr(list.items[0].value, ==, rows[i].name);
	}
}

/* Which brackets are worth a look at their tokens */
static void
test_local_gate(void)
{
	static const struct {
		const char *text;
		bool may;
	} rows[] = {
		{"Trung tâm Cứu hộ (CHĐV) lo việc", true},
		{"Vụ Giáo dục thể chất (Vụ GDTC 2 )", true},
		{"Phòng A (  sau đây gọi là B)", true},
		{"Phòng A (Sau đây gọi là phòng)", true},
		{"Phòng A (viết tắt: B)", true},
		{"Phòng A (\xE2\x80\x9Cphòng\xE2\x80\x9D)", true},
		{"Phòng A (\"phòng\")", true},
		{"Sở (chi cục (ĐĐ) chủ trì)", true},
		{"trình UBND tỉnh (Sở A chủ trì)", false},
		{"hoàn thành (trước ngày 30/6/2025)", false},
		{"(1) và (2), không có gì", false},
		{"(((", false},
		{")))", false},
		{"", false},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_test_message("%s", rows[i].text);
		g_assert_cmpint(dd_local_names_may_learn(rows[i].text, strlen(rows[i].text)), ==,
			rows[i].may);
	}
}

static void
test_own_list(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_autoptr(GError) error = NULL;
	static const char csv[] = "\xEF\xBB\xBF"
				  "name,abbreviations,kind,parent\r\n"
				  "\"Phòng Ươm tạo, Thử nghiệm\",PƯT;ƯTTN,room,Sở A\r\n"
				  "Trạm \"\"X\"\",,,\r\n";
	g_autoptr(DdDirectory) directory = dd_directory_new(lexicon, csv, &error);
	g_assert_no_error(error);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdTokens) tokens = {0};
	DdFieldList list;
	static const char text[] = "Phòng Ươm tạo, Thử nghiệm, ƯTTN";
	dd_tokens_scan(&tokens, lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	dd_names_parse(directory, NULL, &tokens, 0, tokens.n, arena, &list);
	g_autofree char *got = join(&list);
	g_assert_cmpstr(got, ==, "Phòng Ươm tạo, Thử nghiệm|Phòng Ươm tạo, Thử nghiệm");
}

static void
test_own_list_errors(void)
{
	static const struct {
		const char *csv, *part;
	} rows[] = {
		{"ten,abbreviations,kind,parent\n", "dòng 1"},
		{"name,abbreviations,kind,parent\nA,B,room\n", "dòng 2"},
		{"name,abbreviations,kind,parent\nA,,,\n,,room,\n", "line 3"},
		{"name,abbreviations,kind,parent\nA,,cave,\n", "dòng 2"},
		{"name,abbreviations,kind,parent\n\"A\nB,,,\n", "dòng 2"},
		{"name,abbreviations,kind,parent\n\"A\"x,,,\n", "dòng 2"},
		{"name,abbreviations,kind,parent\n\xff,,,\n", "UTF-8"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
		g_autoptr(GError) error = NULL;
		g_assert_null(dd_directory_new(lexicon, rows[i].csv, &error));
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		g_assert_nonnull(strstr(error->message, rows[i].part));
	}
}

static void
test_without_room(void)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdField items[] = {{.value = "UBND huyện (qua Phòng Y tế)"}, {.value = "Sở Y tế"}};
	DdFieldList names = {items, G_N_ELEMENTS(items)};
	DdFieldList bare = dd_names_without_room(&names, arena);
	g_assert_cmpuint(bare.n, ==, 2);
	g_assert_cmpstr(bare.items[0].value, ==, "UBND huyện");
	g_assert_cmpstr(bare.items[1].value, ==, "Sở Y tế");
	g_assert_cmpstr(items[0].value, ==, "UBND huyện (qua Phòng Y tế)");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/names/cells", test_cells);
	g_test_add_func("/names/sentences", test_sentences);
	g_test_add_func("/names/broken", test_broken);
	g_test_add_func("/names/scratched", test_scratched);
	g_test_add_func("/names/match", test_match);
	g_test_add_func("/names/local", test_local);
	g_test_add_func("/names/local-gate", test_local_gate);
	g_test_add_func("/names/without-room", test_without_room);
	g_test_add_func("/names/own-list", test_own_list);
	g_test_add_func("/names/own-list-errors", test_own_list_errors);
	return g_test_run();
}
