/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "label.h"

#include <string.h>

#include "near.h"
#include "phrase.h"

#define LABEL_TOKENS 12u /* a label ends within so many tokens */
#define LABEL_BYTES 70u
#define COLUMN_TOKENS 30u

/* Longest wins, so that "cơ quan chủ trì, phối hợp" and "thời gian hoàn thành" need no order. */
static const DdPhrase labels[] = {
	{"đơn vị chủ trì", DD_LABEL_LEAD},
	{"cơ quan chủ trì", DD_LABEL_LEAD},
	{"cơ quan, đơn vị chủ trì", DD_LABEL_LEAD},
	{"cơ quan/đơn vị chủ trì", DD_LABEL_LEAD},
	{"đơn vị, cá nhân chủ trì", DD_LABEL_LEAD},
	{"phòng chủ trì", DD_LABEL_LEAD},
	{"phòng, đơn vị chủ trì", DD_LABEL_LEAD},
	{"phòng/đơn vị chủ trì", DD_LABEL_LEAD},
	{"ban chủ trì", DD_LABEL_LEAD},
	{"sở chủ trì", DD_LABEL_LEAD},
	{"sở, ngành chủ trì", DD_LABEL_LEAD},
	{"bộ phận chủ trì", DD_LABEL_LEAD},
	{"tổ chức chủ trì", DD_LABEL_LEAD},
	{"người chủ trì", DD_LABEL_LEAD},
	{"cá nhân chủ trì", DD_LABEL_LEAD},
	{"chủ trì", DD_LABEL_LEAD},
	{"chủ trì thực hiện", DD_LABEL_LEAD},
	{"chủ trì, tham mưu", DD_LABEL_LEAD},
	{"đơn vị tham mưu", DD_LABEL_LEAD},
	{"cơ quan tham mưu", DD_LABEL_LEAD},
	{"phòng tham mưu", DD_LABEL_LEAD},
	{"cơ quan chủ trì tham mưu", DD_LABEL_LEAD},
	{"cơ quan chuẩn bị", DD_LABEL_LEAD},
	{"đơn vị chuẩn bị", DD_LABEL_LEAD},
	{"cơ quan soạn thảo", DD_LABEL_LEAD},
	{"đơn vị soạn thảo", DD_LABEL_LEAD},
	{"bộ phận tham mưu", DD_LABEL_LEAD},
	{"đơn vị chủ trì tham mưu", DD_LABEL_LEAD},
	{"phòng, đơn vị tham mưu", DD_LABEL_LEAD},
	{"chủ trì tham mưu", DD_LABEL_LEAD},
	{"đơn vị chủ công", DD_LABEL_LEAD},
	{"giao chủ trì", DD_LABEL_LEAD},
	{"cán bộ thực hiện", DD_LABEL_LEAD},
	{"tham mưu", DD_LABEL_LEAD},
	{"tham mưu thực hiện", DD_LABEL_LEAD},
	{"đơn vị thực hiện", DD_LABEL_LEAD},
	{"cơ quan thực hiện", DD_LABEL_LEAD},
	{"cơ quan, đơn vị thực hiện", DD_LABEL_LEAD},
	{"đơn vị/cá nhân thực hiện", DD_LABEL_LEAD},
	{"đơn vị, cá nhân thực hiện", DD_LABEL_LEAD},
	{"đơn vị triển khai", DD_LABEL_LEAD},
	{"cơ quan triển khai", DD_LABEL_LEAD},
	{"bộ phận thực hiện", DD_LABEL_LEAD},
	{"phòng thực hiện", DD_LABEL_LEAD},
	{"người thực hiện", DD_LABEL_LEAD},
	{"cá nhân thực hiện", DD_LABEL_LEAD},
	{"chủ thể thực hiện", DD_LABEL_LEAD},
	{"đơn vị đầu mối", DD_LABEL_LEAD},
	{"cơ quan đầu mối", DD_LABEL_LEAD},
	{"đầu mối thực hiện", DD_LABEL_LEAD},
	{"đầu mối", DD_LABEL_LEAD},
	{"trách nhiệm thực hiện", DD_LABEL_LEAD},
	{"trách nhiệm chủ trì", DD_LABEL_LEAD},
	{"phân công thực hiện", DD_LABEL_LEAD},
	{"phân công nhiệm vụ", DD_LABEL_LEAD},
	{"phân công", DD_LABEL_LEAD},
	{"đơn vị phụ trách", DD_LABEL_LEAD},
	{"cơ quan phụ trách", DD_LABEL_LEAD},
	{"bộ phận phụ trách", DD_LABEL_LEAD},
	{"người phụ trách", DD_LABEL_LEAD},
	{"phụ trách", DD_LABEL_LEAD},
	{"cán bộ phụ trách", DD_LABEL_LEAD},
	{"đơn vị chịu trách nhiệm", DD_LABEL_LEAD},
	{"chịu trách nhiệm", DD_LABEL_LEAD},
	{"đơn vị được giao", DD_LABEL_LEAD},
	{"đơn vị chủ trì, phối hợp", DD_LABEL_LEAD},
	{"cơ quan chủ trì, phối hợp", DD_LABEL_LEAD},
	{"thực hiện", DD_LABEL_LEAD},
	{"giao", DD_LABEL_LEAD},
	{"đơn vị phối hợp", DD_LABEL_COORDINATE},
	{"cơ quan phối hợp", DD_LABEL_COORDINATE},
	{"cơ quan, đơn vị phối hợp", DD_LABEL_COORDINATE},
	{"cơ quan/đơn vị phối hợp", DD_LABEL_COORDINATE},
	{"đơn vị, cá nhân phối hợp", DD_LABEL_COORDINATE},
	{"phòng phối hợp", DD_LABEL_COORDINATE},
	{"phòng, đơn vị phối hợp", DD_LABEL_COORDINATE},
	{"bộ phận phối hợp", DD_LABEL_COORDINATE},
	{"sở, ngành phối hợp", DD_LABEL_COORDINATE},
	{"người phối hợp", DD_LABEL_COORDINATE},
	{"phối hợp", DD_LABEL_COORDINATE},
	{"cùng tham gia", DD_LABEL_COORDINATE},
	{"cùng phối hợp", DD_LABEL_COORDINATE},
	{"cùng thực hiện", DD_LABEL_COORDINATE},
	{"phối hợp thực hiện", DD_LABEL_COORDINATE},
	{"phối hợp với", DD_LABEL_COORDINATE},
	{"đơn vị tham gia", DD_LABEL_COORDINATE},
	{"cơ quan tham gia", DD_LABEL_COORDINATE},
	{"đơn vị liên quan", DD_LABEL_COORDINATE},
	{"chỉ đạo thực hiện", DD_LABEL_DIRECTOR},
	{"lãnh đạo phụ trách", DD_LABEL_DIRECTOR},
	{"lãnh đạo chỉ đạo", DD_LABEL_DIRECTOR},
	{"lãnh đạo chủ trì", DD_LABEL_DIRECTOR},
	{"lãnh đạo theo dõi", DD_LABEL_DIRECTOR},
	{"lãnh đạo sở phụ trách", DD_LABEL_DIRECTOR},
	{"lãnh đạo sở chỉ đạo", DD_LABEL_DIRECTOR},
	{"lãnh đạo ubnd phụ trách", DD_LABEL_DIRECTOR},
	{"lãnh đạo ubnd chỉ đạo", DD_LABEL_DIRECTOR},
	{"lãnh đạo ubnd tỉnh phụ trách", DD_LABEL_DIRECTOR},
	{"lãnh đạo ubnd tỉnh chỉ đạo", DD_LABEL_DIRECTOR},
	{"lãnh đạo bộ phụ trách", DD_LABEL_DIRECTOR},
	{"lãnh đạo bộ chỉ đạo", DD_LABEL_DIRECTOR},
	{"lãnh đạo cơ quan phụ trách", DD_LABEL_DIRECTOR},
	{"lãnh đạo", DD_LABEL_DIRECTOR},
	{"người chỉ đạo", DD_LABEL_DIRECTOR},
	{"đồng chí phụ trách", DD_LABEL_DIRECTOR},
	{"đồng chí chỉ đạo", DD_LABEL_DIRECTOR},
	{"phụ trách chỉ đạo", DD_LABEL_DIRECTOR},
	{"chỉ đạo, điều hành", DD_LABEL_DIRECTOR},
	{"chỉ đạo", DD_LABEL_DIRECTOR},
	{"theo dõi, đôn đốc", DD_LABEL_MONITOR},
	{"theo dõi, kiểm tra", DD_LABEL_MONITOR},
	{"đơn vị theo dõi", DD_LABEL_MONITOR},
	{"cơ quan theo dõi", DD_LABEL_MONITOR},
	{"đơn vị giám sát", DD_LABEL_MONITOR},
	{"cơ quan giám sát", DD_LABEL_MONITOR},
	{"kiểm tra, giám sát", DD_LABEL_MONITOR},
	{"đơn vị đôn đốc", DD_LABEL_MONITOR},
	{"theo dõi", DD_LABEL_MONITOR},
	{"thời gian", DD_LABEL_TIME},
	{"thời gian thực hiện", DD_LABEL_TIME},
	{"thời gian hoàn thành", DD_LABEL_TIME},
	{"thời gian triển khai", DD_LABEL_TIME},
	{"thời gian tổ chức", DD_LABEL_TIME},
	{"thời gian trình", DD_LABEL_TIME},
	{"thời gian ban hành", DD_LABEL_TIME},
	{"thời gian dự kiến", DD_LABEL_TIME},
	{"thời gian thực hiện, hoàn thành", DD_LABEL_TIME},
	{"thời gian bắt đầu", DD_LABEL_TIME},
	{"thời hạn", DD_LABEL_TIME},
	{"thời hạn hoàn thành", DD_LABEL_TIME},
	{"thời hạn thực hiện", DD_LABEL_TIME},
	{"thời điểm", DD_LABEL_TIME},
	{"thời điểm hoàn thành", DD_LABEL_TIME},
	{"hạn hoàn thành", DD_LABEL_TIME},
	{"hạn chót", DD_LABEL_TIME},
	{"hạn cuối", DD_LABEL_TIME},
	{"hoàn thành", DD_LABEL_TIME},
	{"tiến độ", DD_LABEL_TIME},
	{"tiến độ thực hiện", DD_LABEL_TIME},
	{"tiến độ hoàn thành", DD_LABEL_TIME},
	{"mốc thời gian", DD_LABEL_TIME},
	{"lộ trình", DD_LABEL_TIME},
	{"lộ trình thực hiện", DD_LABEL_TIME},
	{"dự kiến hoàn thành", DD_LABEL_TIME},
	{"dự kiến thời gian", DD_LABEL_TIME},
	{"sản phẩm", DD_LABEL_PRODUCT},
	{"sản phẩm dự kiến", DD_LABEL_PRODUCT},
	{"dự kiến sản phẩm", DD_LABEL_PRODUCT},
	{"dự kiến kết quả", DD_LABEL_PRODUCT},
	{"sản phẩm đầu ra", DD_LABEL_PRODUCT},
	{"sản phẩm hoàn thành", DD_LABEL_PRODUCT},
	{"sản phẩm, kết quả", DD_LABEL_PRODUCT},
	{"sản phẩm/kết quả", DD_LABEL_PRODUCT},
	{"kết quả", DD_LABEL_PRODUCT},
	{"kết quả đầu ra", DD_LABEL_PRODUCT},
	{"kết quả dự kiến", DD_LABEL_PRODUCT},
	{"kết quả cần đạt", DD_LABEL_PRODUCT},
	{"kết quả thực hiện", DD_LABEL_PRODUCT},
	{"kết quả hoàn thành", DD_LABEL_PRODUCT},
	{"kết quả đạt được", DD_LABEL_PRODUCT},
	{"kết quả, sản phẩm", DD_LABEL_PRODUCT},
	{"kết quả/sản phẩm", DD_LABEL_PRODUCT},
	{"yêu cầu kết quả", DD_LABEL_PRODUCT},
	{"hình thức văn bản", DD_LABEL_PRODUCT},
	{"hình thức sản phẩm", DD_LABEL_PRODUCT},
	{"hình thức kết quả", DD_LABEL_PRODUCT},
	{"tên sản phẩm", DD_LABEL_PRODUCT},
	{"loại sản phẩm", DD_LABEL_PRODUCT},
	{"loại văn bản", DD_LABEL_PRODUCT},
	{"sản phẩm chủ yếu", DD_LABEL_PRODUCT},
	{"đầu ra", DD_LABEL_PRODUCT},
	{"giải pháp", DD_LABEL_SOLUTION},
	{"giải pháp thực hiện", DD_LABEL_SOLUTION},
	{"biện pháp", DD_LABEL_SOLUTION},
	{"biện pháp thực hiện", DD_LABEL_SOLUTION},
	{"cách thức thực hiện", DD_LABEL_SOLUTION},
	{"phương thức thực hiện", DD_LABEL_SOLUTION},
	{"hình thức thực hiện", DD_LABEL_SOLUTION},
	{"phương pháp thực hiện", DD_LABEL_SOLUTION},
	{"kinh phí", DD_LABEL_FUNDING},
	{"kinh phí thực hiện", DD_LABEL_FUNDING},
	{"nguồn kinh phí", DD_LABEL_FUNDING},
	{"nguồn vốn", DD_LABEL_FUNDING},
	{"dự toán kinh phí", DD_LABEL_FUNDING},
	{"dự kiến kinh phí", DD_LABEL_FUNDING},
	{"tổng kinh phí", DD_LABEL_FUNDING},
	{"nguồn lực", DD_LABEL_FUNDING},
	{"nội dung", DD_LABEL_CONTENT},
	{"nội dung thực hiện", DD_LABEL_CONTENT},
	{"nội dung công việc", DD_LABEL_CONTENT},
	{"nội dung nhiệm vụ", DD_LABEL_CONTENT},
	{"nội dung triển khai", DD_LABEL_CONTENT},
	{"tên nhiệm vụ", DD_LABEL_CONTENT},
	{"nhiệm vụ", DD_LABEL_CONTENT},
	{"công việc", DD_LABEL_CONTENT},
	{"địa điểm", DD_LABEL_PLACE},
	{"địa điểm thực hiện", DD_LABEL_PLACE},
	{"địa điểm tổ chức", DD_LABEL_PLACE},
	{"địa điểm làm việc", DD_LABEL_PLACE},
	{"thành phần", DD_LABEL_PEOPLE},
	{"thành phần tham dự", DD_LABEL_PEOPLE},
	{"thành phần tham gia", DD_LABEL_PEOPLE},
	{"đối tượng", DD_LABEL_OTHER},
	{"đối tượng tham gia", DD_LABEL_OTHER},
	{"đối tượng áp dụng", DD_LABEL_OTHER},
	{"mốc kiểm tra", DD_LABEL_OTHER}, /* the years that are looked into, not when */
	{"mốc giám sát", DD_LABEL_OTHER},
	{"mốc thanh tra", DD_LABEL_OTHER},
	{"mốc thời gian kiểm tra", DD_LABEL_OTHER},
	{"mốc thời gian giám sát", DD_LABEL_OTHER},
	{"thời kỳ kiểm tra", DD_LABEL_OTHER},
	{"thời kỳ giám sát", DD_LABEL_OTHER},
	{"thời kỳ thanh tra", DD_LABEL_OTHER},
	{"phạm vi", DD_LABEL_OTHER},
	{"phạm vi thực hiện", DD_LABEL_OTHER},
	{"hình thức", DD_LABEL_OTHER},
	{"hình thức tổ chức", DD_LABEL_OTHER},
	{"ghi chú", DD_LABEL_NOTE},
	{"yêu cầu", DD_LABEL_OTHER},
	{"mục đích", DD_LABEL_OTHER},
	{"số lượng", DD_LABEL_OTHER},
	{"mục tiêu", DD_LABEL_TARGET},
	{"chỉ tiêu", DD_LABEL_TARGET},
};

/* Labels that a scan's words are too like to be compared by their letters ("tài chính" and "làm chính") */
static const DdPhrase exact[] = {
	{"thực hiện chính", DD_LABEL_LEAD},
	{"làm chính", DD_LABEL_LEAD},
	{"phụ trách chính", DD_LABEL_LEAD},
	{"chịu trách nhiệm chính", DD_LABEL_LEAD},
	{"làm đầu mối", DD_LABEL_LEAD},
	{"chủ công", DD_LABEL_LEAD},
	{"đảm nhiệm", DD_LABEL_LEAD},
	{"chủ đầu tư", DD_LABEL_LEAD},
	{"đơn vị làm chủ đầu tư", DD_LABEL_LEAD},
	{"cùng làm", DD_LABEL_COORDINATE},
	{"tham gia phối hợp", DD_LABEL_COORDINATE},
	{"tham gia thực hiện", DD_LABEL_COORDINATE},
	{"hỗ trợ thực hiện", DD_LABEL_COORDINATE},
};

/* Heads of columns; what labels says counts too. */
static const DdPhrase columns[] = {
	{"tt", DD_LABEL_NUMBER},
	{"stt", DD_LABEL_NUMBER},
	{"số tt", DD_LABEL_NUMBER},
	{"số thứ tự", DD_LABEL_NUMBER},
	{"nội dung", DD_LABEL_CONTENT},
	{"nội dung, nhiệm vụ", DD_LABEL_CONTENT},
	{"nội dung/nhiệm vụ", DD_LABEL_CONTENT},
	{"nhiệm vụ, giải pháp", DD_LABEL_CONTENT},
	{"nhiệm vụ/giải pháp", DD_LABEL_CONTENT},
	{"nhiệm vụ cụ thể", DD_LABEL_CONTENT},
	{"nhiệm vụ chủ yếu", DD_LABEL_CONTENT},
	{"nhiệm vụ trọng tâm", DD_LABEL_CONTENT},
	{"tên nhiệm vụ", DD_LABEL_CONTENT},
	{"danh mục nhiệm vụ", DD_LABEL_CONTENT},
	{"công việc", DD_LABEL_CONTENT},
	{"tên công việc", DD_LABEL_CONTENT},
	{"các hoạt động", DD_LABEL_CONTENT},
	{"hoạt động", DD_LABEL_CONTENT},
	{"tên đề án", DD_LABEL_CONTENT},
	{"đề án", DD_LABEL_CONTENT},
	{"tên chương trình", DD_LABEL_CONTENT},
	{"chủ trì", DD_LABEL_LEAD},
	{"đơn vị chủ trì thực hiện", DD_LABEL_LEAD},
	{"phối hợp", DD_LABEL_COORDINATE},
	{"người phụ trách", DD_LABEL_LEAD},
	{"trách nhiệm", DD_LABEL_LEAD},
	{"đơn vị", DD_LABEL_AGENCY},
	{"cơ quan", DD_LABEL_AGENCY},
	{"cơ quan, đơn vị", DD_LABEL_AGENCY},
	{"cơ quan, tổ chức", DD_LABEL_AGENCY},
	{"tên đơn vị", DD_LABEL_AGENCY},
	{"tên cơ quan", DD_LABEL_AGENCY},
	{"đơn vị được kiểm tra", DD_LABEL_AGENCY},
	{"đơn vị được giám sát", DD_LABEL_AGENCY},
	{"đơn vị được thanh tra", DD_LABEL_AGENCY},
	{"đơn vị kiểm tra", DD_LABEL_AGENCY},
	{"đơn vị làm việc", DD_LABEL_AGENCY},
	{"đơn vị đăng ký", DD_LABEL_AGENCY},
	{"cơ quan được kiểm tra", DD_LABEL_AGENCY},
	{"cơ sở được kiểm tra", DD_LABEL_AGENCY},
	{"địa phương, đơn vị", DD_LABEL_AGENCY},
	{"đối tượng kiểm tra", DD_LABEL_AGENCY},
	{"đối tượng giám sát", DD_LABEL_AGENCY},
	{"nơi kiểm tra", DD_LABEL_AGENCY},
	{"nơi làm việc", DD_LABEL_AGENCY},
	{"tên trường", DD_LABEL_AGENCY},
	{"khoa", DD_LABEL_AGENCY},
	{"khoa, phòng", DD_LABEL_AGENCY},
	{"khoa/phòng", DD_LABEL_AGENCY},
	{"phòng, ban", DD_LABEL_AGENCY},
	{"sở, ngành", DD_LABEL_AGENCY},
	{"sở, ban, ngành", DD_LABEL_AGENCY},
	{"ban, ngành", DD_LABEL_AGENCY},
	{"xã, phường", DD_LABEL_AGENCY},
	{"xã/phường", DD_LABEL_AGENCY},
	{"xã, phường, thị trấn", DD_LABEL_AGENCY},
	{"xã, thị trấn", DD_LABEL_AGENCY},
	{"huyện", DD_LABEL_AGENCY},
	{"huyện, thành phố", DD_LABEL_AGENCY},
	{"huyện, thị xã, thành phố", DD_LABEL_AGENCY},
	{"địa phương", DD_LABEL_AGENCY},
	{"trường", DD_LABEL_AGENCY},
	{"trường học", DD_LABEL_AGENCY},
	{"tên cơ sở", DD_LABEL_AGENCY},
	{"cơ sở", DD_LABEL_AGENCY},
	{"doanh nghiệp", DD_LABEL_AGENCY},
	{"tên doanh nghiệp", DD_LABEL_AGENCY},
	{"chi bộ", DD_LABEL_AGENCY},
	{"đảng bộ", DD_LABEL_AGENCY},
	{"tổ chức đảng", DD_LABEL_AGENCY},
	{"thôn", DD_LABEL_AGENCY},
	{"thôn, tổ dân phố", DD_LABEL_AGENCY},
	{"nơi đến", DD_LABEL_AGENCY},
	{"đơn vị được khảo sát", DD_LABEL_AGENCY},
	{"đơn vị được phúc tra", DD_LABEL_AGENCY},
	{"cơ quan, đơn vị được kiểm tra", DD_LABEL_AGENCY},
	{"cơ quan, đơn vị làm việc", DD_LABEL_AGENCY},
	{"ngày", DD_LABEL_DAY},
	{"ngày, giờ", DD_LABEL_DAY},
	{"ngày/tháng", DD_LABEL_DAY},
	{"ngày tháng", DD_LABEL_DAY},
	{"thời gian kiểm tra", DD_LABEL_DAY},
	{"thời gian làm việc", DD_LABEL_DAY},
	{"thời gian giám sát", DD_LABEL_DAY},
	{"giờ", DD_LABEL_DAY},
	{"buổi", DD_LABEL_DAY},
	{"thời gian", DD_LABEL_TIME},
	{"ghi chú", DD_LABEL_NOTE},
	{"địa điểm", DD_LABEL_PLACE},
	{"dự kiến địa điểm", DD_LABEL_PLACE},
	{"căn cứ", DD_LABEL_OTHER},
	{"văn bản giao", DD_LABEL_OTHER},
	{"văn bản giao nhiệm vụ", DD_LABEL_OTHER},
	{"văn bản giao việc", DD_LABEL_OTHER},
	{"văn bản chỉ đạo", DD_LABEL_OTHER},
	{"số văn bản giao", DD_LABEL_OTHER},
	{"số, ký hiệu văn bản", DD_LABEL_OTHER},
	{"căn cứ giao", DD_LABEL_OTHER},
	{"căn cứ giao nhiệm vụ", DD_LABEL_OTHER},
	{"tuần", DD_LABEL_TIME},
	{"tuần, ngày", DD_LABEL_TIME},
	{"phương pháp", DD_LABEL_SOLUTION},
	{"cách làm", DD_LABEL_SOLUTION},
	{"nhóm nhiệm vụ", DD_LABEL_OTHER},
	{"nhóm nội dung", DD_LABEL_OTHER},
	{"nhóm giải pháp", DD_LABEL_OTHER},
	{"lĩnh vực", DD_LABEL_OTHER},
	{"chỉ số đầu ra", DD_LABEL_PRODUCT},
	{"chỉ số kết quả", DD_LABEL_PRODUCT},
	{"đối tượng thanh tra", DD_LABEL_AGENCY},
	{"đối tượng được thanh tra", DD_LABEL_AGENCY},
	{"đối tượng được kiểm tra", DD_LABEL_AGENCY},
	{"đối tượng được giám sát", DD_LABEL_AGENCY},
	{"cơ quan được thanh tra", DD_LABEL_AGENCY},
	{"cơ sở kiểm tra", DD_LABEL_AGENCY},
	{"đơn vị, địa phương", DD_LABEL_AGENCY},
	{"được kiểm tra", DD_LABEL_AGENCY},
	{"được giám sát", DD_LABEL_AGENCY},
	{"được thanh tra", DD_LABEL_AGENCY},
	{"được khảo sát", DD_LABEL_AGENCY},
	{"được phúc tra", DD_LABEL_AGENCY},
	{"được kiểm tra, giám sát", DD_LABEL_AGENCY},
	{"được kiểm tra/giám sát", DD_LABEL_AGENCY},
	{"được kiểm tra và giám sát", DD_LABEL_AGENCY},
	{"được giám sát, kiểm tra", DD_LABEL_AGENCY},
	{"được thanh tra, kiểm tra", DD_LABEL_AGENCY},
	{"nội dung được kiểm tra", DD_LABEL_CONTENT},
	{"nội dung được kiểm tra, giám sát", DD_LABEL_CONTENT},
	{"chỉ tiêu", DD_LABEL_TARGET},
	{"họ và tên", DD_LABEL_OTHER},
	{"chức vụ", DD_LABEL_OTHER},
};

/* Parts of labels that offices put together anew each time: "Bộ phận đầu mối", "Phòng, ban tham gia", "Yêu cầu đầu ra" */
typedef enum {
	PART_WHO,      /* đơn vị, bộ phận */
	PART_WHEN,     /* thời hạn, tiến độ */
	PART_WHAT,     /* kết quả, sản phẩm */
	PART_LEADS,    /* behind who: chủ trì, đầu mối */
	PART_HELPS,    /* behind who: phối hợp, tham gia */
	PART_HEADS,    /* behind who: chỉ đạo */
	PART_WATCHES,  /* behind who: theo dõi */
	PART_VERIFIES, /* behind who: thẩm định */
	PART_DOES,     /* behind all three: thực hiện */
	PART_ENDS,     /* behind when and what: hoàn thành */
	PART_LAST
} Part;

static const DdPhrase parts[] = {
	{"đơn vị", PART_WHO},
	{"cơ quan", PART_WHO},
	{"bộ phận", PART_WHO},
	{"phòng", PART_WHO},
	{"ban", PART_WHO},
	{"sở", PART_WHO},
	{"ngành", PART_WHO},
	{"tổ", PART_WHO},
	{"tổ chức", PART_WHO},
	{"cá nhân", PART_WHO},
	{"người", PART_WHO},
	{"cán bộ", PART_WHO},
	{"công chức", PART_WHO},
	{"chuyên viên", PART_WHO},
	{"khoa", PART_WHO},
	{"vụ", PART_WHO},
	{"cục", PART_WHO},
	{"đoàn thể", PART_WHO},
	{"địa phương", PART_WHO},
	{"nhóm", PART_WHO},
	{"các bên", PART_WHO},
	{"bên", PART_WHO},
	{"các đơn vị", PART_WHO},
	{"các cơ quan", PART_WHO},
	{"các bộ phận", PART_WHO},
	{"đội", PART_WHO},
	{"xí nghiệp", PART_WHO},
	{"giáo viên", PART_WHO},
	{"bộ", PART_WHO},
	{"trung tâm", PART_WHO},
	{"thời gian", PART_WHEN},
	{"thời hạn", PART_WHEN},
	{"tiến độ", PART_WHEN},
	{"hạn", PART_WHEN},
	{"mốc", PART_WHEN},
	{"thời điểm", PART_WHEN},
	{"lịch", PART_WHEN},
	{"ngày", PART_WHEN},
	{"lộ trình", PART_WHEN},
	{"kết quả", PART_WHAT},
	{"sản phẩm", PART_WHAT},
	{"đầu ra", PART_WHAT},
	{"yêu cầu", PART_WHAT},
	{"dấu hiệu", PART_WHAT},
	{"minh chứng", PART_WHAT},
	{"bằng chứng", PART_WHAT},
	{"tiêu chí", PART_WHAT},
	{"thước đo", PART_WHAT},
	{"hồ sơ", PART_WHAT},
	{"văn bản", PART_WHAT},
	{"tài liệu", PART_WHAT},
	{"chủ trì", PART_LEADS},
	{"phụ trách", PART_LEADS},
	{"đầu mối", PART_LEADS},
	{"làm đầu mối", PART_LEADS},
	{"chịu trách nhiệm", PART_LEADS},
	{"chịu trách nhiệm chính", PART_LEADS},
	{"tham mưu", PART_LEADS},
	{"chuẩn bị", PART_LEADS},
	{"soạn thảo", PART_LEADS},
	{"được giao", PART_LEADS},
	{"chủ công", PART_LEADS},
	{"chủ trì thực hiện", PART_LEADS},
	{"đầu mối thực hiện", PART_LEADS},
	{"xây dựng", PART_LEADS},
	{"chính", PART_LEADS},
	{"phối hợp", PART_HELPS},
	{"tham gia", PART_HELPS},
	{"hỗ trợ", PART_HELPS},
	{"liên quan", PART_HELPS},
	{"tham mưu chính", PART_LEADS},
	{"thực hiện chính", PART_LEADS},
	{"làm chính", PART_LEADS},
	{"phụ trách chính", PART_LEADS},
	{"chủ quản", PART_LEADS},
	{"theo dõi chính", PART_LEADS},
	{"cùng tham gia", PART_HELPS},
	{"cùng làm", PART_HELPS},
	{"cùng phối hợp", PART_HELPS},
	{"phải có", PART_ENDS},
	{"cần có", PART_ENDS},
	{"phối hợp thực hiện", PART_HELPS},
	{"cùng thực hiện", PART_HELPS},
	{"tham gia phối hợp", PART_HELPS},
	{"thẩm định", PART_VERIFIES},
	{"thẩm tra", PART_VERIFIES},
	{"phê duyệt", PART_VERIFIES},
	{"chỉ đạo", PART_HEADS},
	{"theo dõi", PART_WATCHES},
	{"giám sát", PART_WATCHES},
	{"đôn đốc", PART_WATCHES},
	{"kiểm tra", PART_WATCHES},
	{"theo dõi, đôn đốc", PART_WATCHES},
	{"kiểm tra, giám sát", PART_WATCHES},
	{"thực hiện", PART_DOES},
	{"triển khai", PART_DOES},
	{"tổ chức thực hiện", PART_DOES},
	{"triển khai thực hiện", PART_DOES},
	{"hoàn thành", PART_ENDS},
	{"kết thúc", PART_ENDS},
	{"bắt đầu", PART_ENDS},
	{"trình", PART_ENDS},
	{"ban hành", PART_ENDS},
	{"dự kiến", PART_ENDS},
	{"cần đạt", PART_ENDS},
	{"phải đạt", PART_ENDS},
	{"mong đợi", PART_ENDS},
	{"đạt được", PART_ENDS},
	{"nghiệm thu", PART_ENDS},
	{"nhận biết", PART_ENDS},
	{"đánh giá", PART_ENDS},
	{"kèm theo", PART_ENDS},
	{"cụ thể", PART_ENDS},
};

/* What two parts make together; rows: the first part, up to PART_WHAT */
static const uint8_t built[PART_WHAT + 1][PART_LAST] = {
	[PART_WHO] = {[PART_LEADS] = DD_LABEL_LEAD,
		[PART_HELPS] = DD_LABEL_COORDINATE,
		[PART_HEADS] = DD_LABEL_DIRECTOR,
		[PART_WATCHES] = DD_LABEL_MONITOR,
		[PART_VERIFIES] = DD_LABEL_OTHER,
		[PART_ENDS] = DD_LABEL_OTHER,
		[PART_DOES] = DD_LABEL_LEAD},
	[PART_WHEN] = {[PART_DOES] = DD_LABEL_TIME, [PART_ENDS] = DD_LABEL_TIME},
	[PART_WHAT] = {[PART_DOES] = DD_LABEL_PRODUCT, [PART_ENDS] = DD_LABEL_PRODUCT, [PART_WHAT] = DD_LABEL_PRODUCT},
};

typedef struct {
	char fold[LABEL_BYTES];
	size_t len;
	DdLabel label;
} Spelling;

struct _DdLabelGrammar {
	DdPhrases *labels, *exact, *columns, *parts;
	Spelling spellings[G_N_ELEMENTS(labels)]; /* for damaged text */
};

DdLabelGrammar *
dd_label_grammar_new(DdLexicon *lexicon)
{
	DdLabelGrammar *self = g_new0(DdLabelGrammar, 1);
	self->labels = dd_phrases_new(lexicon, labels, G_N_ELEMENTS(labels));
	self->exact = dd_phrases_new(lexicon, exact, G_N_ELEMENTS(exact));
	self->columns = dd_phrases_new(lexicon, columns, G_N_ELEMENTS(columns));
	self->parts = dd_phrases_new(lexicon, parts, G_N_ELEMENTS(parts));
	for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
		Spelling *spelling = &self->spellings[i];
		spelling->len = dd_near_fold(
			labels[i].text, strlen(labels[i].text), spelling->fold, LABEL_BYTES);
		spelling->label = (DdLabel)labels[i].value;
	}
	return self;
}

void
dd_label_grammar_free(DdLabelGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->labels);
	dd_phrases_free(self->exact);
	dd_phrases_free(self->columns);
	dd_phrases_free(self->parts);
	g_free(self);
}

/* Returns: index of the ':' that ends a label beginning at @at, 0 when there is none near */
static size_t
find_colon(const DdTokens *tokens, size_t at)
{
	unsigned open = 0;
	for (size_t i = at; i < tokens->n && i < at + LABEL_TOKENS; i++) {
		const DdToken *token = &tokens->items[i];
		if (token->kind != DD_TOKEN_SIGN)
			continue;
		/* "Văn phòng (phối hợp): phát tờ rơi": the bracket was opened before */
		if (token->value == '(')
			open++;
		else if (token->value == ')' && open-- == 0)
			return 0;
		if (token->value == ':')
			return i;
		if (token->value == '.' || token->value == ';' || token->value == '"')
			return 0;
	}
	return 0;
}

/* The nearest spelling, when it is near enough for its length and not a one-word label. */
static DdLabel
match_near(const DdLabelGrammar *self, const DdTokens *tokens, uint32_t start, uint32_t end)
{
	char fold[LABEL_BYTES];
	size_t len = dd_near_fold(tokens->text + start, end - start, fold, sizeof(fold));
	unsigned best = (unsigned)len / 3; /* half edits: one mistaken letter in six */
	DdLabel label = DD_LABEL_NONE;
	for (size_t i = 0; i < G_N_ELEMENTS(self->spellings); i++) {
		const Spelling *spelling = &self->spellings[i];
		if (spelling->len < 7)
			continue;
		unsigned distance = dd_near_distance(fold, len, spelling->fold, spelling->len, best);
		if (distance <= best) {
			label = spelling->label;
			if (distance == 0)
				break;
			best = distance - 1;
		}
	}
	return label;
}

/* Does token @at part two of those who do the work: "phòng, ban", "đơn vị/cá nhân", "cơ quan và đơn vị"? */
static bool
joins_who(const DdTokens *tokens, size_t at)
{
	return dd_token_is_sign(tokens, at, ',') || dd_token_is_sign(tokens, at, '/') ||
	       dd_token_is_text(tokens, at, "và");
}

/* A label put together of the part @first at @at, which ends at @i, and others behind it */
static DdLabel
match_behind(const DdLabelGrammar *self, const DdTokens *tokens, size_t at, size_t i, int first,
	size_t *len_out)
{
	size_t len = 0;
	while (first == PART_WHO && i < tokens->n && i < at + LABEL_TOKENS) {
		size_t next = i + joins_who(tokens, i);
		if (dd_phrases_match(self->parts, tokens, next, &len) != PART_WHO)
			break;
		i = next + len;
	}
	int second = dd_phrases_match(self->parts, tokens, i, &len);
	if (second < 0 || built[first][second] == DD_LABEL_NONE)
		return DD_LABEL_NONE;
	*len_out = i + len - at;
	return (DdLabel)built[first][second];
}

/* A label put together of parts at @at. Returns: DD_LABEL_NONE when none stands there, as mostly */
static inline DdLabel
match_built(const DdLabelGrammar *self, const DdTokens *tokens, size_t at, size_t *len_out)
{
	size_t len = 0;
	int first = dd_phrases_match(self->parts, tokens, at, &len);
	return first < 0 || first > PART_WHAT
		       ? DD_LABEL_NONE
		       : match_behind(self, tokens, at, at + len, first, len_out);
}

/* Do the words [@at, @colon) say "các Sở", "các đơn vị"? */
static bool
names_many(const DdTokens *tokens, size_t at, size_t colon)
{
	static const char *const words[] = {"các", "những"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (at + 1 < colon && dd_token_is_text(tokens, at, words[i]))
			return true;
	return false;
}

DdLabel
dd_label_match(const DdLabelGrammar *self, const DdTokens *tokens, size_t at, size_t *len_out)
{
	size_t len = 0;
	int value = dd_phrases_match(self->labels, tokens, at, &len);
	size_t built_len = 0;
	DdLabel put = match_built(self, tokens, at, &built_len);
	if (put != DD_LABEL_NONE && built_len > len && dd_token_is_sign(tokens, at + built_len, ':')) {
		*len_out = built_len + 1;
		return put;
	}
	if (tokens->damage != DD_DAMAGE_HEAVY) {
		int only = dd_phrases_match(self->exact, tokens, at, &built_len);
		if (only >= 0 && dd_token_is_sign(tokens, at + built_len, ':')) {
			*len_out = built_len + 1;
			return (DdLabel)only;
		}
	}
	/* "Thời gian hoàn thành; Hằng năm": a scanner took the colon for another sign */
	if (value >= 0 && tokens->damage == DD_DAMAGE_LIGHT &&
		dd_token_is_sign(tokens, at + len, ';')) {
		*len_out = len + 1;
		return (DdLabel)value;
	}
	if (value < 0 && tokens->damage == DD_DAMAGE_NONE)
		return DD_LABEL_NONE;
	size_t colon = find_colon(tokens, at);
	if (colon == 0 || colon == at)
		return DD_LABEL_NONE;
	/* "phối hợp với các Sở: Tài chính, Nội vụ rà soát …" is a sentence, whose colon stands inside a name */
	if (value == DD_LABEL_COORDINATE && at + len < colon && names_many(tokens, at + len, colon))
		return DD_LABEL_NONE;
	/* "Thực hiện Nghị quyết số …:" is no label: short labels stand right before their colon */
	if (value >= 0 && (len >= 3 || at + len == colon) && colon - at - len <= 6) {
		*len_out = colon + 1 - at;
		return (DdLabel)value;
	}
	DdLabel label = tokens->damage != DD_DAMAGE_NONE
				? match_near(self, tokens, tokens->items[at].start,
					  tokens->items[colon].start)
				: DD_LABEL_NONE;
	if (label == DD_LABEL_NONE && value >= 0 && len == 2 && colon - at - len <= 3 &&
		!dd_token_is_cap(tokens, at + len))
		label = (DdLabel)value;
	if (label != DD_LABEL_NONE)
		*len_out = colon + 1 - at;
	return label;
}

DdLabel
dd_label_of_column(const DdLabelGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	if (to - from > COLUMN_TOKENS || from == to)
		return DD_LABEL_NONE;
	size_t labels_len = 0, columns_len = 0;
	DdLabel found = DD_LABEL_NONE;
	size_t longest = 0, whole = from;
	for (size_t i = from; i < to; i++) {
		int a = dd_phrases_match(self->labels, tokens, i, &labels_len);
		int b = dd_phrases_match(self->columns, tokens, i, &columns_len);
		if (a >= 0 && labels_len > longest) {
			found = (DdLabel)a;
			longest = labels_len;
		}
		/* "Sản phẩm/Ghi chú" holds products */
		bool notes_too = b == DD_LABEL_NOTE && found != DD_LABEL_NONE;
		if (b >= 0 && columns_len >= longest + notes_too &&
			(a < 0 || columns_len >= labels_len)) {
			found = (DdLabel)b;
			longest = columns_len;
		}
		size_t built_len = 0;
		/* in "Nhiệm vụ được giao" nobody is a "vụ" */
		DdLabel put = i >= whole ? match_built(self, tokens, i, &built_len) : DD_LABEL_NONE;
		whole = a >= 0 ? MAX(whole, i + labels_len) : whole;
		if (put != DD_LABEL_NONE && built_len > longest) {
			found = put;
			longest = built_len;
		}
	}
	if (found == DD_LABEL_NONE && tokens->damage != DD_DAMAGE_NONE)
		return match_near(
			self, tokens, tokens->items[from].start, dd_token_end(tokens, to - 1));
	return found;
}
