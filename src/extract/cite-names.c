/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-names.c: names of laws and of bodies that issue documents, where their words alone do not tell where they end */
#include "cite-words.h"

/* Titles of laws that hold what ends a title elsewhere: a comma, "và", "của", a verb */
const char *const dd_cite_laws[] = {
	"Bảo vệ và phát triển rừng",
	"Phòng, chống thiên tai",
	"Phòng, chống tham nhũng",
	"Phòng, chống ma túy",
	"Ngân sách nhà nước",
	"Tổ chức chính quyền địa phương",
	"Ban hành văn bản quy phạm pháp luật",
	"Hòa giải, đối thoại tại Tòa án",
	"Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
	"Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
	"Tổ chức Hội đồng nhân dân và Ủy ban nhân dân",
	"Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
	"Quản lý, sử dụng tài sản công",
	"Quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
	"Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp",
	"Trách nhiệm bồi thường của Nhà nước",
	"Đầu tư theo phương thức đối tác công tư",
	"Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng",
	"Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam",
	"Xuất cảnh, nhập cảnh của công dân Việt Nam",
	"Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
	"Trật tự, an toàn giao thông đường bộ",
	"Phòng, chống tác hại của thuốc lá",
	"Phòng, chống tác hại của rượu, bia",
	"Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
	"Phòng cháy và chữa cháy",
	"Thực hành tiết kiệm, chống lãng phí",
	"Thực hiện dân chủ ở cơ sở",
	"Hỗ trợ doanh nghiệp nhỏ và vừa",
	"Khoa học, công nghệ và đổi mới sáng tạo",
	"Tiêu chuẩn và quy chuẩn kỹ thuật",
	"Sử dụng năng lượng tiết kiệm và hiệu quả",
	"Bảo vệ và kiểm dịch thực vật",
	"Thi hành tạm giữ, tạm giam",
	"Bảo hiểm tiền gửi",
	"Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác",
	"Ký kết và thực hiện điều ước quốc tế",
	"Tương trợ tư pháp về hình sự",
	"Tương trợ tư pháp về dân sự",
	"Bảo vệ, chăm sóc và giáo dục trẻ em",
	"An toàn, vệ sinh lao động",
	"Thi đua, khen thưởng",
	"Công nghiệp công nghệ số",
	"Chuyển đổi số",
	"Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người",
	"Tín ngưỡng, tôn giáo",
	"Thuế xuất khẩu, thuế nhập khẩu",
	"Chất lượng sản phẩm, hàng hóa",
	"Phổ biến, giáo dục pháp luật",
	"Tài nguyên, môi trường biển và hải đảo",
	"Bảo vệ công trình quốc phòng và khu quân sự",
	"Công nghiệp quốc phòng, an ninh và động viên công nghiệp",
	"Quản lý, bảo vệ biên giới quốc gia",
	"Giá",
	"Dược",
	"Thi hành tạm giữ, tạm giam và cấm đi khỏi nơi cư trú",
	"Kiểm toán độc lập",
	"Trưng mua, trưng dụng tài sản",
	"Tư pháp người chưa thành niên",
};

const size_t dd_cite_n_laws = G_N_ELEMENTS(dd_cite_laws);

const char *const dd_cite_bodies[] = {
	"Chính phủ",
	"Thủ tướng Chính phủ",
	"Bộ Chính trị",
	"Ban Bí thư",
	"Ban Chấp hành Trung ương Đảng",
	"Quốc hội",
	"Ban Chấp hành Trung ương",
	"Ban Thường vụ Tỉnh ủy",
	"Tỉnh ủy",
	"Thành ủy",
	"Ban Thường vụ Thành ủy",
	"UBND tỉnh",
	"Chủ tịch UBND tỉnh",
	"HĐND tỉnh",
	"Hội đồng nhân dân tỉnh",
	"Ủy ban nhân dân tỉnh",
	"Chủ tịch Ủy ban nhân dân tỉnh",
	"Ủy ban Thường vụ Quốc hội",
	"UBND thành phố",
	"Chủ tịch UBND thành phố",
	"Ủy ban nhân dân thành phố",
	"HĐND thành phố",
	"Hội đồng nhân dân thành phố",
	"HĐND xã",
	"HĐND phường",
	"HĐND huyện",
	"Hội đồng nhân dân xã",
	"Hội đồng nhân dân phường",
	"Hội đồng nhân dân huyện",
	"Đảng ủy",
	"Huyện ủy",
	"Tòa án nhân dân tối cao",
	"Viện kiểm sát nhân dân tối cao",
	"TAND tối cao",
	"VKSND tối cao",
};

const size_t dd_cite_n_bodies = G_N_ELEMENTS(dd_cite_bodies);

const char *
dd_cite_body_get(int value)
{
	return dd_cite_bodies[value];
}

/* Words that titles of programmes begin with and that name none of them */
const char *const dd_cite_generics[] = {
	"mục tiêu quốc gia",
	"mục tiêu",
	"MTQG",
	"quốc gia",
	"tổng thể",
	"tổng thể quốc gia",
	"trọng điểm",
	"hành động",
	"hành động quốc gia",
	"khung",
	"cấp tỉnh",
	"cấp bộ",
	"liên quan",
	"thành phần",
};

const size_t dd_cite_n_generics = G_N_ELEMENTS(dd_cite_generics);
