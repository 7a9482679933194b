/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign-test.c: who leads and who helps in one bullet of a plan, in the wordings that clerks use */
#include <dondoc/dondoc.h>
#include <string.h>

#define HEAD                                                                                                                \
	"UBND TỈNH SƠN LA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh " \
	"phúc\n"                                                                                                           \
	"Số: 12/KH-SYT\tSơn La, ngày 10 tháng 02 năm 2025\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"                  \
	"I. NHIỆM VỤ\n1. Công tác chuyên môn\n- "

/* An item and "leads / helpers", with " / who directs" where somebody does */
static const struct {
	const char *item, *who;
} rows[] = {
	/* clang-format off */
	{"Rà soát quy trình khám bệnh (thực hiện chính: Phòng Nghiệp vụ Y; cùng làm: Thanh tra Sở).",
		"Phòng Nghiệp vụ Y / Thanh tra Sở"},
	{"Rà soát quy trình chẩn đoán (chủ trì: Phòng Nghiệp vụ Y; phối hợp: Thanh tra Sở, Văn phòng Sở).",
		"Phòng Nghiệp vụ Y / Thanh tra Sở, Văn phòng Sở"},
	{"Rà soát quy trình cấp phép (Phòng Nghiệp vụ Y chủ trì).",
		"Phòng Nghiệp vụ Y / "},
	{"Rà soát quy trình đấu thầu [Phòng Kế hoạch - Tài chính].",
		"Phòng Kế hoạch - Tài chính / "},
	{"Rà soát quy trình mua sắm – Phòng Kế hoạch - Tài chính thực hiện.",
		"Phòng Kế hoạch - Tài chính / "},
	{"Rà soát danh mục thuốc (Phòng Nghiệp vụ Dược thực hiện, Thanh tra Sở phối hợp).",
		"Phòng Nghiệp vụ Dược / Thanh tra Sở"},
	{"Rà soát danh mục kỹ thuật (Phòng Nghiệp vụ Y; Văn phòng Sở phối hợp).",
		"Phòng Nghiệp vụ Y / Văn phòng Sở"},
	{"Rà soát hồ sơ cán bộ (do Văn phòng Sở thực hiện).",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ công chức (Đơn vị thực hiện: Văn phòng Sở; đơn vị phối hợp: Thanh tra Sở).",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Văn phòng Sở rà soát đợt 1 trong tháng 4, phối hợp với Sở Nội vụ; đợt 2 trong tháng 9, phối hợp với Sở Tài chính.",
		"Văn phòng Sở / Sở Nội vụ, Sở Tài chính"},
	{"Văn phòng Sở chủ trì, cùng Đảng ủy Viện Kiểm sát nhân dân tỉnh rà soát quy chế.",
		"Văn phòng Sở / Đảng ủy Viện kiểm sát nhân dân tỉnh"},
	{"Phê bình Thanh tra Sở để việc chậm; yêu cầu Trưởng phòng Nghiệp vụ Y giải trình bằng văn bản.", "Trưởng phòng Nghiệp vụ Y / "},
	{"Các Thẩm phán công bố bản án đúng hạn.", "Các Thẩm phán / "},
	{"Giáo viên chủ nhiệm lập sổ theo dõi sức khỏe học sinh.", "Giáo viên chủ nhiệm / "},
	{"Riêng Văn phòng Sở rà soát hồ sơ đảng viên.",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ đảng viên (giao Văn phòng Sở).",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ đoàn viên. Đầu mối: Văn phòng Sở.",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ hội viên. Bộ phận thực hiện: Văn phòng Sở.",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ viên chức. Người thực hiện: bà Lò Thị Mai.",
		"bà Lò Thị Mai / "},
	{"Rà soát hồ sơ lao động (chủ trì Văn phòng Sở, phối hợp Thanh tra Sở).",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Rà soát hồ sơ hợp đồng (Văn phòng Sở chủ trì, Thanh tra Sở và Phòng Nghiệp vụ Y phối hợp).",
		"Văn phòng Sở / Thanh tra Sở, Phòng Nghiệp vụ Y"},
	{"Rà soát hồ sơ đấu giá. Đơn vị thực hiện: Văn phòng Sở chủ trì; Thanh tra Sở, Phòng Nghiệp vụ Y phối hợp.",
		"Văn phòng Sở / Thanh tra Sở, Phòng Nghiệp vụ Y"},
	{"Rà soát hồ sơ định giá. Đơn vị thực hiện: Văn phòng Sở chủ trì; Thanh tra Sở phối hợp về kỹ thuật.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Rà soát hồ sơ lưu trữ. Đơn vị thực hiện: Văn phòng Sở chủ trì; phối hợp với các phòng.",
		"Văn phòng Sở / Các phòng"},
	{"Sau kiểm tra, Phòng Nghiệp vụ Y hoàn thiện hồ sơ.",
		"Phòng Nghiệp vụ Y / "},
	{"Văn phòng chuẩn bị phương tiện cho đoàn.",
		"Văn phòng / "},
	{"Văn phòng: Chuẩn bị hậu cần cho lễ khởi động.",
		"Văn phòng / "},
	{"Đồng chí Trưởng phòng Kế hoạch - Tài chính rà soát dự toán.",
		"Đồng chí Trưởng phòng Kế hoạch - Tài chính / "},
	{"Đồng chí Lò Văn Sơn - Phó Giám đốc Sở rà soát quy chế.",
		"Đồng chí Lò Văn Sơn / "},
	{"Rà soát hồ sơ hưu trí (Văn phòng Sở phụ trách).",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ bảo hiểm (Phụ trách: Văn phòng Sở).",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ thi đua (Văn phòng Sở đầu mối).",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ tài sản (Văn phòng Sở chịu trách nhiệm).",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ xe (Văn phòng Sở).",
		"Văn phòng Sở / "},
	{"Lập danh mục máy cũ trước ngày 31/3/2027 (Văn phòng Sở, Thanh tra Sở theo phạm vi quản lý).",
		"Văn phòng Sở, Thanh tra Sở / "},
	{"Nghiên cứu cơ chế đặt hàng, đấu thầu dịch vụ. - Vụ Kết cấu hạ tầng xây dựng",
		"Vụ Kết cấu hạ tầng xây dựng / "},
	{"Tập huấn kỹ năng bán hàng (Ban Hỗ trợ phụ nữ phát triển kinh tế).",
		"Ban Hỗ trợ phụ nữ phát triển kinh tế / "},
	{"Lập dự toán chi năm 2027, trước ngày 20/11 - Phòng Kế hoạch - Tài chính; phối hợp: Thanh tra Sở.",
		"Phòng Kế hoạch - Tài chính / Thanh tra Sở"},
	{"Khám tuyển cho học viên mới – Phòng Nghiệp vụ Y; Thanh tra Sở, Văn phòng Sở phối hợp",
		"Phòng Nghiệp vụ Y / Thanh tra Sở, Văn phòng Sở"},
	{"Chuẩn bị tài liệu cho kỳ họp của HĐND tỉnh - Văn phòng Sở",
		"Văn phòng Sở / "},
	{"Văn phòng Sở phối hợp kịp thời, đồng bộ và hiệu quả với Thanh tra Sở rà soát hồ sơ nhà.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Văn phòng Sở chủ trì, phối hợp mật thiết cùng Thanh tra Sở rà soát hồ sơ đất.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Đề nghị các cơ quan của Quốc hội, Tổng Liên đoàn Lao động Việt Nam tham gia ý kiến.",
		"Các cơ quan của Quốc hội, Tổng Liên đoàn Lao động Việt Nam / "},
	{"Chủ tịch Hội đồng quản trị, Tổng Giám đốc các công ty đổi mới quản trị.",
		"Chủ tịch Hội đồng quản trị, Tổng Giám đốc các công ty / "},
	{"Căn cứ Danh mục kèm theo, Văn phòng Sở lập dự toán chi tiết.",
		"Văn phòng Sở / "},
	{"Rà soát hồ sơ nhà (Văn phòng Sở, Thanh tra Sở).",
		"Văn phòng Sở, Thanh tra Sở / "},
	{"Phòng Nghiệp vụ Y rà soát danh mục; Thanh tra Sở phối hợp, hỗ trợ kiểm tra.",
		"Phòng Nghiệp vụ Y / Thanh tra Sở"},
	{"Phòng Nghiệp vụ Y rà soát danh mục, Thanh tra Sở phối hợp kiểm tra.",
		"Phòng Nghiệp vụ Y / Thanh tra Sở"},
	{"Phòng Nghiệp vụ Y rà soát danh mục với sự tham gia của Thanh tra Sở, Văn phòng Sở.",
		"Phòng Nghiệp vụ Y / Thanh tra Sở, Văn phòng Sở"},
	{"Xây dựng trụ sở do Ban Quản lý dự án đầu tư xây dựng tỉnh làm chủ đầu tư, UBND huyện Mai Sơn phối hợp giải phóng mặt bằng.",
		"Ban Quản lý dự án đầu tư xây dựng tỉnh / UBND huyện Mai Sơn"},
	{"Trong năm 2025, Phòng Nghiệp vụ Y kiểm tra các bệnh viện.",
		"Phòng Nghiệp vụ Y / "},
	{"Hằng năm, Thanh tra Sở tổ chức thanh tra hành nghề dược.",
		"Thanh tra Sở / "},
	{"Trên cơ sở kết quả kiểm tra, Thanh tra Sở xử lý vi phạm.",
		"Thanh tra Sở / "},
	{"Trên cơ sở hướng dẫn của Thanh tra Sở, Văn phòng Sở số hóa hồ sơ.",
		"Văn phòng Sở / "},
	{"Thực hiện Quyết định số 170/QĐ-TTg ngày 30/01/2020 của Thủ tướng Chính phủ, Thanh tra Sở rà soát danh sách.",
		"Thanh tra Sở / "},
	{"Các chi hội: Bố trí cán bộ trực, chuẩn bị sân bãi.",
		"Các chi hội / "},
	{"UBND huyện Mai Sơn làm đầu mối, cùng với Sở Công Thương và Liên minh Hợp tác xã tỉnh cải tạo không gian trưng bày.",
		"UBND huyện Mai Sơn / Sở Công Thương, Liên minh Hợp tác xã tỉnh"},
	{"Phòng Nghiệp vụ Y tham mưu, chủ trì cùng Thanh tra Sở, Văn phòng Sở số hóa hồ sơ.",
		"Phòng Nghiệp vụ Y / Thanh tra Sở, Văn phòng Sở"},
	{"Văn phòng Sở nhập dữ liệu từ tháng 3, Thanh tra Sở hỗ trợ kỹ thuật.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Cùng Thanh tra Sở điều tra tỷ lệ hiện mắc.",
		" / Thanh tra Sở"},
	{"Thẩm định hồ sơ (Chủ trì thực hiện: Văn phòng Sở. Phối hợp: Thanh tra Sở. Hoàn thành: quý II/2025).",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Thẩm định thầu, giao Văn phòng Sở chủ trì, Thanh tra Sở phối hợp thực hiện.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Mua sắm trang thiết bị, phân công đồng chí Nguyễn Văn An phụ trách.",
		"Đồng chí Nguyễn Văn An / "},
	{"Mua sắm máy (đ/c Nguyễn Văn An phụ trách).",
		"Đ/c Nguyễn Văn An / "},
	{"Mua sắm bàn ghế (đồng chí Nguyễn Văn An - Chánh Văn phòng chủ trì, đồng chí Lò Thị Mai phối hợp).",
		"Đồng chí Nguyễn Văn An / Đồng chí Lò Thị Mai"},
	{"Văn phòng Sở chịu trách nhiệm chính, các phòng chuyên môn cùng tham gia sửa chữa trụ sở.",
		"Văn phòng Sở / Các phòng chuyên môn"},
	{"Văn phòng Sở sửa chữa trụ sở, có sự phối hợp của Thanh tra Sở.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Văn phòng Sở (chủ trì), Thanh tra Sở (phối hợp): Sửa chữa nhà kho.",
		"Văn phòng Sở / Thanh tra Sở"},
	{"Phòng Nghiệp vụ Y đầu tư bãi đỗ xe; Thanh tra Sở, doanh nghiệp khai thác Khu du lịch Mộc Châu phối hợp thực hiện.",
		"Phòng Nghiệp vụ Y / Thanh tra Sở, doanh nghiệp khai thác Khu du lịch Mộc Châu"},
	{"Các phòng quán triệt Nghị quyết. Thanh tra Sở chủ trì biên soạn tài liệu.", "Các phòng, Thanh tra Sở / "},
	{"Các phòng quán triệt Nghị quyết. Người đứng đầu chịu trách nhiệm nếu chậm trễ.", "Các phòng / "},
	{"Các phòng quán triệt Nghị quyết. Thanh tra Sở đã biên soạn tài liệu.", "Các phòng / "},
	/* heads of several units; who directs is neither lead nor helper */
	/* who tells and who is told */
	{"Chủ tịch UBND tỉnh yêu cầu Cục Thuế tỉnh chủ trì, phối hợp với Sở Tài chính rà soát nợ thuế.",
		"Cục Thuế tỉnh / Sở Tài chính"},
	{"Bộ Giáo dục và Đào tạo đề nghị các Sở Giáo dục và Đào tạo tổ chức tập huấn.",
		"Các Sở Giáo dục và Đào tạo / "},
	{"Sở Y tế đề nghị UBND tỉnh bố trí kinh phí mua vắc xin.", ""},
	{"UBND tỉnh yêu cầu Sở Y tế và giao Sở Tài chính rà soát kinh phí.", "Sở Y tế, Sở Tài chính / "},
	{"Giao Giám đốc các Sở: Y tế, Tài chính rà soát quy hoạch.", "Giám đốc Sở Y tế, Giám đốc Sở Tài chính / "},
	{"Giao Giám đốc các Sở: Y tế, Tài chính; Chủ tịch UBND các huyện rà soát quy hoạch.",
		"Giám đốc Sở Y tế, Giám đốc Sở Tài chính, Chủ tịch UBND các huyện / "},
	{"Giao Giám đốc các Sở: Y tế, Tài chính; Chánh Văn phòng UBND tỉnh rà soát quy hoạch.",
		"Giám đốc Sở Y tế, Giám đốc Sở Tài chính, Chánh Văn phòng UBND tỉnh / "},
	{"Thủ trưởng các Sở, ngành rà soát quy hoạch.", "Thủ trưởng các Sở, ngành / "},
	{"Rà soát quy hoạch (đ/c Trần Văn Ba chỉ đạo, Văn phòng Sở thực hiện).", "Văn phòng Sở /  / Đ/c Trần Văn Ba"},
	/* the subject behind a topic, a sign or another sentence */
	{"Y tế dự phòng: Phòng Nghiệp vụ Y tổ chức tiêm chủng mở rộng.", "Phòng Nghiệp vụ Y / "},
	{"Đối với UBND cấp huyện: chỉ đạo niêm yết công khai danh mục.", "UBND cấp huyện / "},
	{"Đồng ý với đề xuất về nhân sự. Văn phòng Sở hoàn thiện hồ sơ bổ nhiệm.", "Văn phòng Sở / "},
	{"Thu ngân sách đạt dự toán; đồng chí Lê Văn Năm chịu trách nhiệm.", "Đồng chí Lê Văn Năm / "},
	{"Thu ngân sách đạt dự toán, Phòng Kế hoạch - Tài chính phụ trách.", "Phòng Kế hoạch - Tài chính / "},
	{"Công khai để các xã biết, các phòng thực hiện.", " / "},
	/* nobody is told to help, or to lead */
	{"Phòng Nghiệp vụ Y hướng dẫn Thanh tra Sở, Văn phòng Sở phối hợp với các bệnh viện.", "Phòng Nghiệp vụ Y / Các bệnh viện"},
	{"Rà soát quy trình, Thanh tra Sở đã phối hợp kiểm tra.", " / "},
	{"Trong năm 2024, Thanh tra Sở đã kiểm tra các bệnh viện.", " / "},
	{"Xây dựng bộ tiêu chí với sự tham gia của người dân.", " / "},
	{"Phòng Nghiệp vụ Y kiểm tra; Thanh tra Sở xử lý vi phạm.", "Phòng Nghiệp vụ Y, Thanh tra Sở / "},
	{"Đẩy mạnh cải cách hành chính – nhiệm vụ trọng tâm cần thực hiện.", " / "},
	{"Rà soát thủ tục (theo Quyết định của Sở Y tế).", " / "},
	/* brackets and labels that name persons, and say when and what besides */
	{"Duyệt hồ sơ thi (Cô Lò Thị Mai - Phó Giám đốc; phối hợp: Văn phòng Sở; xong trước ngày 15/9/2025).",
		"Cô Lò Thị Mai / Văn phòng Sở"},
	{"Duyệt hồ sơ thi lại (Thầy Lê Văn Năm - Phó Giám đốc; ngày 28/5/2025).", "Thầy Lê Văn Năm / "},
	{"Duyệt hồ sơ mẫu (Kế toán; đồng chí Lê Văn Năm, Phó Giám đốc chỉ đạo; phối hợp: Văn phòng Sở; trước 25/12/2025; sản phẩm: Biên bản).",
		"Kế toán / Văn phòng Sở / Đồng chí Lê Văn Năm"},
	{"Duyệt hồ sơ quỹ (quý II/2025; Văn phòng Sở; kết quả: Báo cáo).", "Văn phòng Sở / "},
	{"Duyệt hồ sơ tuyển dụng (cô H'Loan Niê - Phó phòng Tổ chức; đến khi kết thúc kỳ thi).", "Cô H'Loan Niê / "},
	{"Duyệt hồ sơ luân chuyển. Phụ trách: Ông Y Bliêng Niê (Phó Giám đốc), Bà Lò Thị Mai (Chánh Văn phòng).",
		"Ông Y Bliêng Niê, Bà Lò Thị Mai / "},
	{"Duyệt hồ sơ kỷ luật (Nghị quyết số 57; trước ngày 15/9/2025).", " / "},
	{"Giao đồng chí Lê Văn Năm, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo Sở Y tế hoàn thành hồ sơ.",
		"Sở Y tế /  / Đồng chí Lê Văn Năm"},
	{"Phân công Phó Giám đốc Lê Văn Năm chỉ đạo Văn phòng Sở hoàn thành hồ sơ.",
		"Văn phòng Sở /  / Phó Giám đốc Lê Văn Năm"},
	{"Công an tỉnh chỉ đạo Công an các xã bảo đảm an ninh.", "Công an tỉnh / "},
	{"Đề nghị Đoàn Thanh niên xã làm nòng cốt, phối hợp với Hội Phụ nữ xã hướng dẫn người dân.",
		"Đoàn Thanh niên xã / Hội Phụ nữ xã"},
	{"Văn phòng Sở phối hợp với Đài Khí tượng Thủy văn khu vực kiểm tra hồ chứa.",
		"Văn phòng Sở / Đài Khí tượng Thủy văn khu vực"},
	{"SNV chủ trì, STC, KBT phối hợp rà soát biên chế.", "Sở Nội vụ / Sở Tài chính, KBT"},
	{"QLCN&CN tham mưu ban hành quy chế.", "QLCN&CN / "},
	{"Rà soát biên chế y tế (SYT chủ trì, SNV, STC phối hợp).", "Sở Y tế / Sở Nội vụ, Sở Tài chính"},
	{"Văn phòng Sở phối hợp với phòng Kinh tế, trạm y tế xã dọn vệ sinh.",
		"Văn phòng Sở / Phòng Kinh tế, Trạm Y tế xã"},
	{"Cơ quan, đơn vị nào vi phạm phải kiểm điểm trước Giám đốc Sở.", " / "},
	{"Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau: Giao Sở Tài chính chủ trì, phối hợp với Sở "
	 "Nội vụ thẩm định.",
		"Sở Tài chính / Sở Nội vụ"},
	{"Chính quyền các cấp tuyên truyền pháp luật đến người dân.", "Chính quyền các cấp / "},
	{"Đ/c Chánh Văn phòng Sở - Phó Trưởng Ban: phụ trách cải cách hành chính.",
		"Đ/c Chánh Văn phòng Sở - Phó Trưởng Ban / "},
	/* several places behind one name */
	{"Yêu cầu UBND các xã: Ia Grai, Đak Đoa, Chư Sê và UBND phường Pleiku bàn giao mặt bằng.",
		"UBND xã Ia Grai, UBND xã Đak Đoa, UBND xã Chư Sê, UBND phường Pleiku / "},
	{"Sở Y tế các tỉnh Sơn La, Lai Châu và Điện Biên tiếp nhận vắc xin.",
		"Sở Y tế tỉnh Sơn La, Sở Y tế tỉnh Lai Châu, Sở Y tế tỉnh Điện Biên / "},
	{"Văn phòng Sở phối hợp với UBND các phường: Chiềng Lề, Tô Hiệu dọn vệ sinh.",
		"Văn phòng Sở / UBND phường Chiềng Lề, UBND phường Tô Hiệu"},
	/* clang-format on */
};

static void
add_names(GString *out, const DdFieldList *names)
{
	for (size_t i = 0; i < names->n; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", names->items[i].value);
}

static void
test_rows(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, &error);
	unsigned wrong = 0;
	g_assert_no_error(error);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *text = g_strconcat(HEAD, rows[i].item, "\n", NULL);
		g_autoptr(GString) found = g_string_new(NULL);
		GByteArray *bytes = g_byte_array_new();
		g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
		g_autoptr(DdReading) reading = dd_reader_read(reader, bytes, "test.txt", &error);
		g_assert_no_error(error);
		if (reading->n_tasks == 1) {
			add_names(found, &reading->tasks[0].lead);
			g_string_append(found, " / ");
			add_names(found, &reading->tasks[0].coordinate);
			if (reading->tasks[0].director.n > 0)
				g_string_append(found, " / ");
			add_names(found, &reading->tasks[0].director);
		}
		if (strcmp(found->str, rows[i].who) != 0) {
			g_test_message("%s: read '%s', expected '%s'", rows[i].item, found->str,
				rows[i].who);
			wrong++;
		}
	}
	g_assert_cmpuint(wrong, ==, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/assign/rows", test_rows);
	return g_test_run();
}
