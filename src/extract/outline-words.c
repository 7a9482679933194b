/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline-words.c: the words of the outline: what headings announce, how plans close, behind what a sentence goes on */
#include <limits.h>
#include <string.h>

#include "near.h"
#include "outline-private.h"

#define ANNOUNCER_WORDS 12u /* of a name before "thông báo để" */
#define NEAR_BYTES 200u     /* letters of a damaged heading that are compared */
#define NEAR_LETTERS 7u     /* of a phrase, at least, that is known with a letter lost */
#define LONG_LETTERS 12u    /* and with two */
#define NEAR_SHORT 2u       /* half edits */
#define NEAR_LONG 4u

/* Second halves of names that carry a dash: at the start of a line they are no item of a list. */
static const DdPhrase halves[] = {
	{"xã hội", 0},
	{"thương binh", 0},
	{"tổng hợp", 0},
	{"kỹ thuật", 0},
	{"thể thao", 0},
	{"công nghệ", 0},
	{"truyền hình", 0},
	{"du lịch", 0},
	{"kế hoạch", 0},
	{"tài chính", 0},
	{"văn hóa", 0},
	{"thanh tra", 0},
	{"quản trị", 0},
	{"đào tạo", 0},
	{"nghề nghiệp", 0},
	{"môi trường", 0},
	{"đô thị", 0},
	{"nông thôn", 0},
	{"kế toán", 0},
	{"ngân sách", 0},
	{"an ninh", 0},
	{"kiến trúc", 0},
	{"viễn thông", 0},
	{"giáo dục", 0},
	{"khoa học", 0},
	{"tư pháp", 0},
	{"hộ tịch", 0},
	{"nội vụ", 0},
	{"lao động", 0},
	{"pháp chế", 0},
};

/* What somebody is in a delegation; behind a name a dash parts the two, and a page may break there. */
static const DdPhrase posts[] = {
	{"trưởng đoàn", 0},
	{"phó trưởng đoàn", 0},
	{"trưởng ban", 0},
	{"phó trưởng ban", 0},
	{"phó ban", 0},
	{"tổ trưởng", 0},
	{"tổ phó", 0},
	{"nhóm trưởng", 0},
	{"thành viên", 0},
	{"ủy viên", 0},
	{"thư ký", 0},
};

/* Parts of a law, which stand in what is outer to them: "khoản 6" of "Điều 20" of "Luật …" */
static const DdPhrase parts[] = {
	{"điểm", DD_PART_INNER},
	{"khoản", DD_PART_INNER | DD_PART_OUTER},
	{"mục", DD_PART_INNER | DD_PART_OUTER},
	{"điều", DD_PART_INNER | DD_PART_OUTER},
	{"chương", DD_PART_INNER | DD_PART_OUTER},
	{"luật", DD_PART_OUTER},
	{"bộ luật", DD_PART_OUTER},
	{"hiến pháp", DD_PART_OUTER},
	{"nghị định", DD_PART_OUTER},
	{"nghị quyết", DD_PART_OUTER},
	{"thông tư", DD_PART_OUTER},
	{"quyết định", DD_PART_OUTER},
};

/* Words that want a number or a letter behind them: at the end of a line they take what begins the next one. */
static const DdPhrase counted[] = {
	{"khoản", DD_WANTS_NUMBER},
	{"điểm", DD_WANTS_NUMBER},
	{"điều", DD_WANTS_NUMBER},
	{"mục", DD_WANTS_NUMBER},
	{"ngày", DD_WANTS_NUMBER},
	{"tháng", DD_WANTS_NUMBER},
	{"quý", DD_WANTS_NUMBER},
	{"thứ", DD_WANTS_NUMBER},
	{"chương", DD_WANTS_SOMETHING},
	{"phần", DD_WANTS_SOMETHING},
	{"phụ lục", DD_WANTS_SOMETHING},
	{"số", DD_WANTS_SOMETHING},
	{"năm", DD_WANTS_SOMETHING},
	{"lần", DD_WANTS_SOMETHING},
	{"khóa", DD_WANTS_SOMETHING},
	{"tại", DD_WANTS_SOMETHING},
	{"nghị quyết", DD_WANTS_SOMETHING},
	{"luật", DD_WANTS_SOMETHING},
	{"nghị định", DD_WANTS_SOMETHING},
	{"quyết định", DD_WANTS_SOMETHING},
	{"và", DD_WANTS_SOMETHING},
	{"từ", DD_WANTS_SOMETHING},
	{"đến", DD_WANTS_SOMETHING},
	{"với", DD_WANTS_SOMETHING},
	{"của", DD_WANTS_SOMETHING},
	{"các", DD_WANTS_SOMETHING},
	{"trước", DD_WANTS_SOMETHING},
	{"sau", DD_WANTS_SOMETHING},
	{"trong", DD_WANTS_SOMETHING},
	{"là", DD_WANTS_SOMETHING},
	{"có", DD_WANTS_SOMETHING},
	{"cho", DD_WANTS_SOMETHING},
};

/* What is told to people and how; nobody is told to do it here. A scan's words are not compared with these */
static const DdPhrase topics[] = {
	{"nội dung tuyên truyền", DD_SECTION_TOPICS},
	{"hình thức tuyên truyền", DD_SECTION_TOPICS},
	{"phương thức tuyên truyền", DD_SECTION_TOPICS},
	{"nội dung, hình thức tuyên truyền", DD_SECTION_TOPICS},
	{"nội dung và hình thức tuyên truyền", DD_SECTION_TOPICS},
	{"nội dung và phương thức tuyên truyền", DD_SECTION_TOPICS},
	{"nội dung, phương thức tuyên truyền", DD_SECTION_TOPICS},
	{"hình thức, nội dung tuyên truyền", DD_SECTION_TOPICS},
	{"hình thức và nội dung tuyên truyền", DD_SECTION_TOPICS},
	{"nội dung truyền thông", DD_SECTION_TOPICS},
	{"hình thức truyền thông", DD_SECTION_TOPICS},
	{"nội dung, hình thức truyền thông", DD_SECTION_TOPICS},
	{"nội dung và hình thức truyền thông", DD_SECTION_TOPICS},
	{"nội dung phối hợp", DD_SECTION_TOPICS},
	{"thông điệp truyền thông", DD_SECTION_TOPICS},
	{"thông điệp tuyên truyền", DD_SECTION_TOPICS},
	{"thông điệp", DD_SECTION_TOPICS},
	{"khẩu hiệu tuyên truyền", DD_SECTION_TOPICS},
	{"khẩu hiệu", DD_SECTION_TOPICS},
	{"chủ đề", DD_SECTION_TOPICS},
	{"nội dung phổ biến", DD_SECTION_TOPICS},
	{"hình thức phổ biến", DD_SECTION_TOPICS},
	{"nội dung, hình thức phổ biến", DD_SECTION_TOPICS},
	{"nội dung quán triệt", DD_SECTION_TOPICS},
	{"nội dung học tập", DD_SECTION_TOPICS},
	{"nội dung, hình thức học tập", DD_SECTION_TOPICS},
	{"nội dung tập huấn", DD_SECTION_TOPICS},
	{"nội dung bồi dưỡng", DD_SECTION_TOPICS},
	{"nội dung cuộc thi", DD_SECTION_TOPICS},
	{"nội dung thi", DD_SECTION_TOPICS},
	{"hình thức thi", DD_SECTION_TOPICS},
	{"hình thức tổ chức", DD_SECTION_TOPICS},
	{"nội dung sinh hoạt", DD_SECTION_TOPICS},
};

/* What headings announce; the first phrase found decides, strong ones are looked for first. */
static const DdPhrase sections[] = {
	{"tổ chức thực hiện", DD_SECTION_ORGANISE},
	{"phân công thực hiện", DD_SECTION_ORGANISE},
	{"phân công nhiệm vụ", DD_SECTION_ORGANISE},
	{"phân công trách nhiệm", DD_SECTION_ORGANISE},
	{"trách nhiệm thực hiện", DD_SECTION_ORGANISE},
	{"trách nhiệm của các", DD_SECTION_ORGANISE},
	{"tổ chức triển khai", DD_SECTION_ORGANISE},
	{"mục đích", DD_SECTION_AIMS},
	{"mục tiêu", DD_SECTION_AIMS},
	{"yêu cầu", DD_SECTION_AIMS},
	{"quan điểm", DD_SECTION_AIMS},
	{"nguyên tắc", DD_SECTION_AIMS},
	{"chỉ tiêu", DD_SECTION_AIMS},
	{"ý nghĩa", DD_SECTION_AIMS},
	{"phạm vi", DD_SECTION_AIMS},
	{"đối tượng", DD_SECTION_AIMS},
	{"tầm nhìn", DD_SECTION_AIMS},
	{"căn cứ", DD_SECTION_FACTS},
	{"cơ sở pháp lý", DD_SECTION_FACTS},
	{"thực trạng", DD_SECTION_FACTS},
	{"tình hình", DD_SECTION_FACTS},
	{"đánh giá kết quả", DD_SECTION_FACTS},
	{"đánh giá chung", DD_SECTION_FACTS},
	{"kết quả thực hiện", DD_SECTION_FACTS},
	{"kết quả đạt được", DD_SECTION_FACTS},
	{"kết quả triển khai", DD_SECTION_FACTS},
	{"tồn tại, hạn chế", DD_SECTION_FACTS},
	{"hạn chế, nguyên nhân", DD_SECTION_FACTS},
	{"khó khăn, vướng mắc", DD_SECTION_FACTS},
	{"sự cần thiết", DD_SECTION_FACTS},
	{"đặc điểm", DD_SECTION_FACTS},
	{"nội dung làm việc", DD_SECTION_SCHEDULE},
	{"nội dung kiểm tra", DD_SECTION_SCHEDULE},
	{"nội dung giám sát", DD_SECTION_SCHEDULE},
	{"nội dung thanh tra", DD_SECTION_SCHEDULE},
	{"nội dung chương trình", DD_SECTION_SCHEDULE},
	{"nội dung, phương pháp", DD_SECTION_SCHEDULE},
	{"nội dung và phương pháp", DD_SECTION_SCHEDULE},
	{"nội dung, phạm vi", DD_SECTION_SCHEDULE},
	{"nội dung, đối tượng", DD_SECTION_SCHEDULE},
	{"nội dung, thời gian", DD_SECTION_SCHEDULE},
	{"nội dung, thời kỳ", DD_SECTION_SCHEDULE},
	{"nội dung, thời hiệu", DD_SECTION_SCHEDULE},
	{"nội dung, niên độ", DD_SECTION_SCHEDULE},
	{"nội dung, mốc", DD_SECTION_SCHEDULE},
	{"nội dung và mốc", DD_SECTION_SCHEDULE},
	{"nội dung và thời kỳ", DD_SECTION_SCHEDULE},
	{"đoàn kiểm tra", DD_SECTION_SCHEDULE},
	{"đoàn giám sát", DD_SECTION_SCHEDULE},
	{"đoàn công tác", DD_SECTION_SCHEDULE},
	{"nội dung hội nghị", DD_SECTION_SCHEDULE},
	{"thời gian, địa điểm", DD_SECTION_SCHEDULE},
	{"thời gian và địa điểm", DD_SECTION_SCHEDULE},
	{"thời gian", DD_SECTION_SCHEDULE},
	{"địa điểm", DD_SECTION_SCHEDULE},
	{"thành phần", DD_SECTION_SCHEDULE},
	{"đối tượng kiểm tra", DD_SECTION_SCHEDULE},
	{"thời kỳ kiểm tra", DD_SECTION_SCHEDULE},
	{"mốc thời gian", DD_SECTION_SCHEDULE},
	{"lịch làm việc", DD_SECTION_SCHEDULE},
	{"lịch", DD_SECTION_SCHEDULE},
	{"lịch kiểm tra", DD_SECTION_SCHEDULE},
	{"kinh phí", DD_SECTION_FUNDS},
	{"nguồn kinh phí", DD_SECTION_FUNDS},
	{"nguồn lực", DD_SECTION_FUNDS},
	{"chế độ báo cáo", DD_SECTION_REPORTS},
	{"chế độ thông tin", DD_SECTION_REPORTS},
	{"thông tin, báo cáo", DD_SECTION_REPORTS},
	{"phương châm", DD_SECTION_AIMS},
	{"nhiệm vụ", DD_SECTION_TASKS},
	{"giải pháp", DD_SECTION_TASKS},
	{"nội dung", DD_SECTION_TASKS},
	{"công tác trọng tâm", DD_SECTION_TASKS},
	{"chương trình công tác", DD_SECTION_TASKS},
	{"hoạt động", DD_SECTION_TASKS},
	{"biện pháp", DD_SECTION_TASKS},
	{"phương hướng", DD_SECTION_TASKS},
	{"tiến độ", DD_SECTION_TASKS},
	{"lộ trình", DD_SECTION_TASKS},
	{"kế hoạch thực hiện", DD_SECTION_TASKS},
};

/* Sections on what is, known only where a heading begins with the words: "… trong bối cảnh hội nhập" is work */
static const DdPhrase openings[] = {
	{"bối cảnh", DD_SECTION_FACTS},
	{"đề xuất, kiến nghị", DD_SECTION_FACTS},
	{"đề xuất và kiến nghị", DD_SECTION_FACTS},
	{"kiến nghị, đề xuất", DD_SECTION_FACTS},
	{"kiến nghị và đề xuất", DD_SECTION_FACTS},
	{"kiến nghị với", DD_SECTION_FACTS},
	{"những kiến nghị", DD_SECTION_FACTS},
	{"một số kiến nghị", DD_SECTION_FACTS},
	{"những đề xuất", DD_SECTION_FACTS},
	{"thuận lợi", DD_SECTION_FACTS},
	{"những thuận lợi", DD_SECTION_FACTS},
	{"giới thiệu chung", DD_SECTION_FACTS},
	{"giới thiệu khái quát", DD_SECTION_FACTS},
	{"giới thiệu nhà trường", DD_SECTION_FACTS},
	{"giới thiệu về nhà trường", DD_SECTION_FACTS},
	{"giới thiệu về đơn vị", DD_SECTION_FACTS},
	{"khái quát", DD_SECTION_FACTS},
	{"cơ sở thực tiễn", DD_SECTION_FACTS},
	{"quá trình hình thành", DD_SECTION_FACTS},
};

/* How prose that closes a plan begins: it belongs to no item above it. */
static const DdPhrase closings[] = {
	{"nay thông báo", 0},
	{"nay, thông báo", 0},
	{"trên đây là", 0},
	{"trân trọng", 0},
	{"xin trân trọng", 0},
	{"rất mong", 0},
	{"kính mong", 0},
	{"mong nhận được", 0},
	{"trong quá trình", 0},
	{"quá trình triển khai", 0},
	{"quá trình thực hiện", 0},
	{"quá trình tổ chức", 0},
	{"nếu có vướng mắc", 0},
	{"nếu có khó khăn", 0},
	{"căn cứ kế hoạch này", 0},
	{"căn cứ nội dung", 0},
	{"yêu cầu các", 0},
	{"đề nghị các", 0},
	{"yêu cầu thủ trưởng", 0},
	{"đề nghị thủ trưởng", 0},
	{"nhận được", 0},
	{"kế hoạch này", 0},
	{"ubnd tỉnh yêu cầu", 0},
	{"ubnd huyện yêu cầu", 0},
	{"ubnd xã yêu cầu", 0},
	{"sở yêu cầu", 0},
	{"trên cơ sở kế hoạch này", 0},
	{"yêu cầu giám đốc", 0},
	{"đề nghị giám đốc", 0},
	{"yêu cầu chủ tịch", 0},
	{"yêu cầu người đứng đầu", 0},
	{"kèm theo", 0},
	{"có phụ lục", 0},
	{"(có phụ lục", 0},
	{"(kèm theo", 0},
	{"chi tiết tại phụ lục", 0},
	{"(chi tiết tại phụ lục", 0},
	{"ghi chú", 0},
	{"vậy", 0},
	{"chỉ thị này", 0},
	{"thông báo này", 0},
	{"quyết định này", 0},
	{"chương trình này", 0},
	{"chương trình hành động này", 0},
	{"nghị quyết này", 0},
	{"hướng dẫn này", 0},
	{"kết luận này", 0},
	{"công văn này", 0},
	{"công điện này", 0},
	{"thừa lệnh", 0},
	{"thừa ủy quyền", 0},
	{"ủy ban nhân dân tỉnh yêu cầu", 0},
	{"ủy ban nhân dân huyện yêu cầu", 0},
	{"ủy ban nhân dân xã yêu cầu", 0},
};

/* How the lines begin that a document rests on; behind ";" each is a paragraph, however full the line before was. */
static const DdPhrase bases[] = {
	{"căn cứ", 0},
	{"n cứ", 0}, /* collections of documents have lost "Că" */
	{"theo đề nghị", 0},
	{"xét đề nghị", 0},
	{"thực hiện", 0},
	{"trên cơ sở", 0},
	{"để triển khai", 0},
};

/* Words at the end of a line behind which a name goes on in the next, where lines break anywhere: "Giao Sở" | "Công Thương …" */
static const DdPhrase unnamed[] = {
	{"sở", DD_NAME_FOLLOWS},
	{"bộ", DD_NAME_FOLLOWS},
	{"cục", DD_NAME_FOLLOWS},
	{"chi cục", DD_NAME_FOLLOWS},
	{"ủy ban", DD_NAME_FOLLOWS},
	{"hội đồng", DD_NAME_FOLLOWS},
	{"giao", DD_NAME_FOLLOWS},
	{"đề nghị", DD_NAME_FOLLOWS},
	{"đối với", DD_NAME_FOLLOWS},
	{"căn cứ", DD_NAME_FOLLOWS},
	{"thực hiện nghị quyết", DD_NAME_FOLLOWS},
	{"văn phòng sở", DD_NAME_WHOLE},
	{"thanh tra sở", DD_NAME_WHOLE},
	{"lãnh đạo sở", DD_NAME_WHOLE},
	{"giám đốc sở", DD_NAME_WHOLE},
	{"thuộc sở", DD_NAME_WHOLE},
	{"văn phòng bộ", DD_NAME_WHOLE},
	{"thanh tra bộ", DD_NAME_WHOLE},
	{"lãnh đạo bộ", DD_NAME_WHOLE},
	{"thuộc bộ", DD_NAME_WHOLE},
	{"cán bộ", DD_NAME_WHOLE},
	{"đảng bộ", DD_NAME_WHOLE},
	{"chi bộ", DD_NAME_WHOLE},
	{"nội bộ", DD_NAME_WHOLE},
	{"đồng bộ", DD_NAME_WHOLE},
	{"toàn bộ", DD_NAME_WHOLE},
	{"tiến bộ", DD_NAME_WHOLE},
	{"cơ sở", DD_NAME_WHOLE},
	{"trụ sở", DD_NAME_WHOLE},
	{"bàn giao", DD_NAME_WHOLE},
	{"được giao", DD_NAME_WHOLE},
	{"kiến nghị, đề nghị", DD_NAME_WHOLE},
};

/* What tells somebody to work: a line that begins so is no end of a heading above it */
static const DdPhrase works[] = {
	{"chủ trì", 0},
	{"phối hợp", 0},
	{"tổ chức", 0},
	{"xây dựng", 0},
	{"tham mưu", 0},
	{"hướng dẫn", 0},
	{"chỉ đạo", 0},
	{"triển khai", 0},
	{"thực hiện", 0},
	{"rà soát", 0},
	{"kiểm tra", 0},
	{"theo dõi", 0},
	{"đôn đốc", 0},
	{"giám sát", 0},
	{"tổng hợp", 0},
	{"báo cáo", 0},
	{"bố trí", 0},
	{"cân đối", 0},
	{"tuyên truyền", 0},
	{"căn cứ", 0},
	{"tăng cường", 0},
	{"đẩy mạnh", 0},
	{"nâng cao", 0},
	{"có trách nhiệm", 0},
	{"chịu trách nhiệm", 0},
	{"là cơ quan", 0},
	{"nghiên cứu", 0},
	{"đề xuất", 0},
	{"thẩm định", 0},
	{"ban hành", 0},
	{"quản lý", 0},
	{"bảo đảm", 0},
	{"đảm bảo", 0},
	{"lồng ghép", 0},
	{"vận động", 0},
	{"phát huy", 0},
	{"quán triệt", 0},
	{"chủ động", 0},
	{"thường xuyên", 0},
	{"tiếp tục", 0},
	{"cung cấp", 0},
	{"phổ biến", 0},
	{"hỗ trợ", 0},
	{"lập", 0},
};

/* What a letter that asks for a report says of its contents: the items behind it are what to write about, no work. */
static const DdPhrase reports[] = {
	{"báo cáo", DD_ASK_REPORT},
	{"đề cương báo cáo", DD_ASK_OUTLINE},
	{"nội dung báo cáo", DD_ASK_OUTLINE},
	{"báo cáo theo các nội dung", DD_ASK_OUTLINE},
	{"báo cáo các nội dung", DD_ASK_OUTLINE},
	{"báo cáo một số nội dung", DD_ASK_OUTLINE},
	{"báo cáo gồm", DD_ASK_OUTLINE},
	{"báo cáo những nội dung", DD_ASK_OUTLINE},
	{"báo cáo bao gồm", DD_ASK_OUTLINE},
	{"báo cáo nêu rõ", DD_ASK_OUTLINE},
	{"theo đề cương", DD_ASK_CONTENTS},
	{"theo các nội dung", DD_ASK_CONTENTS},
	{"theo những nội dung", DD_ASK_CONTENTS},
	{"theo một số nội dung", DD_ASK_CONTENTS},
	{"với các nội dung", DD_ASK_CONTENTS},
	{"với những nội dung", DD_ASK_CONTENTS},
	{"gồm các nội dung", DD_ASK_CONTENTS},
	{"gồm những nội dung", DD_ASK_CONTENTS},
	{"có các nội dung", DD_ASK_CONTENTS},
	{"làm rõ", DD_ASK_CONTENTS},
	{"nêu rõ", DD_ASK_CONTENTS},
	{"nêu cụ thể", DD_ASK_CONTENTS},
	{"tập trung đánh giá", DD_ASK_CONTENTS},
	{"tập trung vào các nội dung", DD_ASK_CONTENTS},
	{"tập trung các nội dung", DD_ASK_CONTENTS},
	{"tập trung một số nội dung", DD_ASK_CONTENTS},
	{"đánh giá cụ thể", DD_ASK_CONTENTS},
	{"đánh giá rõ", DD_ASK_CONTENTS},
	{"phân tích rõ", DD_ASK_CONTENTS},
	{"thực hiện theo các nội dung", DD_ASK_NOT},
	{"thực hiện các nội dung", DD_ASK_NOT},
	{"thực hiện một số nội dung", DD_ASK_NOT},
	{"thực hiện tốt các nội dung", DD_ASK_NOT},
	{"thực hiện theo một số nội dung", DD_ASK_NOT},
	{"triển khai theo các nội dung", DD_ASK_NOT},
	{"thực hiện những nội dung", DD_ASK_NOT},
	{"triển khai các nội dung", DD_ASK_NOT},
	{"triển khai một số nội dung", DD_ASK_NOT},
	{"thực hiện các nhiệm vụ", DD_ASK_NOT},
	{"thực hiện một số nhiệm vụ", DD_ASK_NOT},
	{"chỉ đạo như sau", DD_ASK_NOT},
	{"kết luận như sau", DD_ASK_NOT},
	{"có ý kiến như sau", DD_ASK_NOT},
	{"yêu cầu như sau", DD_ASK_NOT},
};

/* The title of an outline of a report that is sent along */
static const DdPhrase report_titles[] = {
	{"đề cương", 0},
	{"mẫu báo cáo", 0},
	{"mẫu đề cương", 0},
	{"gợi ý nội dung báo cáo", 0},
	{"nội dung báo cáo", 0},
};

static const DdPhrase announcements[] = {
	{"thông báo để", 0},
	{"thông báo để các", 0},
	{"xin thông báo", 0},
	{"trân trọng đề nghị", 0},
	{"kính đề nghị", 0},
	{"trân trọng cảm ơn", 0},
	{"rất mong nhận được", 0},
};

static uint32_t
letter_bit(char c)
{
	return g_ascii_islower(c) ? 1u << (c - 'a') : 0;
}

/* Folds the phrases that are long enough to be known with a letter lost. Returns: how many there are */
static size_t
fold_phrases(const DdPhrase *rows, size_t n, DdSpelling **out)
{
	size_t count = 0;
	*out = g_new0(DdSpelling, n);
	for (size_t i = 0; i < n; i++) {
		DdSpelling *spelling = &(*out)[count];
		spelling->len = (uint8_t)dd_near_fold(
			rows[i].text, strlen(rows[i].text), spelling->fold, DD_SPELLING_BYTES);
		spelling->value = (uint8_t)rows[i].value;
		spelling->letters = 0; /* the row of one that was too short is used again */
		for (size_t k = 0; k < spelling->len; k++)
			spelling->letters |= letter_bit(spelling->fold[k]);
		count += spelling->len >= NEAR_LETTERS;
	}
	return count;
}

DdOutlineGrammar *
dd_outline_grammar_new(DdLexicon *lexicon)
{
	DdOutlineGrammar *self = g_new0(DdOutlineGrammar, 1);
	self->halves = dd_phrases_new(lexicon, halves, G_N_ELEMENTS(halves));
	self->posts = dd_phrases_new(lexicon, posts, G_N_ELEMENTS(posts));
	self->parts = dd_phrases_new(lexicon, parts, G_N_ELEMENTS(parts));
	self->topics = dd_phrases_new(lexicon, topics, G_N_ELEMENTS(topics));
	self->sections = dd_phrases_new(lexicon, sections, G_N_ELEMENTS(sections));
	self->openings = dd_phrases_new(lexicon, openings, G_N_ELEMENTS(openings));
	self->closings = dd_phrases_new(lexicon, closings, G_N_ELEMENTS(closings));
	self->counted = dd_phrases_new(lexicon, counted, G_N_ELEMENTS(counted));
	self->announcements = dd_phrases_new(lexicon, announcements, G_N_ELEMENTS(announcements));
	self->reports = dd_phrases_new(lexicon, reports, G_N_ELEMENTS(reports));
	self->report_titles = dd_phrases_new(lexicon, report_titles, G_N_ELEMENTS(report_titles));
	self->bases = dd_phrases_new(lexicon, bases, G_N_ELEMENTS(bases));
	self->unnamed = dd_phrases_new(lexicon, unnamed, G_N_ELEMENTS(unnamed));
	self->works = dd_phrases_new(lexicon, works, G_N_ELEMENTS(works));
	self->n_near_sections = fold_phrases(sections, G_N_ELEMENTS(sections), &self->near_sections);
	self->n_near_closings = fold_phrases(closings, G_N_ELEMENTS(closings), &self->near_closings);
	return self;
}

void
dd_outline_grammar_free(DdOutlineGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->halves);
	dd_phrases_free(self->posts);
	dd_phrases_free(self->parts);
	dd_phrases_free(self->topics);
	dd_phrases_free(self->sections);
	dd_phrases_free(self->openings);
	dd_phrases_free(self->closings);
	dd_phrases_free(self->counted);
	dd_phrases_free(self->bases);
	dd_phrases_free(self->unnamed);
	dd_phrases_free(self->works);
	dd_phrases_free(self->announcements);
	dd_phrases_free(self->reports);
	dd_phrases_free(self->report_titles);
	g_free(self->near_sections);
	g_free(self->near_closings);
	g_free(self);
}

/* Returns: FALSE when more letters stand in one spelling only than @max half edits, of one letter each, could change */
static bool
may_be_near(uint32_t letters, uint32_t others, unsigned max)
{
	return (unsigned)__builtin_popcount(letters & ~others) <= max &&
	       (unsigned)__builtin_popcount(others & ~letters) <= max;
}

/*
 * Returns: the phrase that the words at @text are nearest to, NULL when none is nearer than @below; whole words only.
 * Only what is nearer than the best so far is measured out.
 */
static const DdSpelling *
find_near(const DdSpelling *spellings, size_t n, const char *text, size_t len, unsigned below,
	unsigned *distance_out)
{
	const DdSpelling *found = NULL;
	uint32_t letters[DD_SPELLING_BYTES + 3] = {0}; /* in the first 0, 1, 2 … bytes of @text */
	for (size_t i = 1; i < G_N_ELEMENTS(letters) && i <= len; i++)
		letters[i] = letters[i - 1] | letter_bit(text[i - 1]);
	for (size_t i = 0; i < n && below > 0; i++) {
		const DdSpelling *spelling = &spellings[i];
		unsigned max = MIN(spelling->len >= LONG_LETTERS ? NEAR_LONG : NEAR_SHORT, below - 1);
		for (size_t end = spelling->len - MIN(2u, spelling->len);
			end <= len && end <= spelling->len + 2u; end++) {
			if (end < len && text[end] != ' ' && text[end] != ',' && text[end] != ':')
				continue;
			if (!may_be_near(letters[end], spelling->letters, max))
				continue;
			unsigned distance = dd_near_distance(
				text, end, spelling->fold, spelling->len, max);
			if (distance > max)
				continue;
			found = spelling;
			below = *distance_out = distance;
			if (distance == 0)
				break;
			max = distance - 1;
		}
	}
	return found;
}

/* In damaged text a word of the heading may have lost a letter and be another one: "NIỆM VỤ", "NỘI UNG". */
static DdSection
near_section(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	char fold[NEAR_BYTES];
	const DdSpelling *best = NULL;
	unsigned least = UINT_MAX;
	if (from >= to)
		return DD_SECTION_NONE;
	uint32_t start = tokens->items[from].start;
	size_t len = dd_near_fold(
		tokens->text + start, dd_token_end(tokens, to - 1) - start, fold, sizeof(fold));
	for (size_t at = 0; at < len && least > 0; at++) {
		if (at > 0 && fold[at - 1] != ' ')
			continue;
		const DdSpelling *found = find_near(self->near_sections, self->n_near_sections,
			fold + at, len - at, least, &least);
		best = found != NULL ? found : best;
	}
	return best != NULL ? (DdSection)best->value : DD_SECTION_NONE;
}

static bool
is_near_closing(const DdOutlineGrammar *self, const DdTokens *tokens, size_t at)
{
	char fold[DD_SPELLING_BYTES + 4]; /* a phrase is two letters longer at most */
	unsigned distance;
	if (at >= tokens->n)
		return false;
	uint32_t start = tokens->items[at].start;
	size_t len = dd_near_fold(tokens->text + start, dd_token_end(tokens, tokens->n - 1) - start,
		fold, sizeof(fold));
	return find_near(self->near_closings, self->n_near_closings, fold, len, UINT_MAX,
		       &distance) != NULL;
}

/* The words at @at by which a section is known. Returns: DdSection, -1 none */
static int
section_at(const DdOutlineGrammar *self, const DdTokens *tokens, size_t at, size_t *len_out)
{
	size_t len = 0;
	int topic = dd_phrases_match(self->topics, tokens, at, &len);
	if (topic < 0)
		return dd_phrases_match(self->sections, tokens, at, len_out);
	if (len_out != NULL)
		*len_out = len;
	return topic;
}

/* "1. Yêu cầu Giám đốc các Sở: …", "2. Yêu cầu các sở, ngành:" at @at order somebody; "Yêu cầu", "YÊU CẦU CHUNG" do not */
static bool
orders_somebody(const DdTokens *tokens, size_t at, size_t to)
{
	static const char demand[] = "êu cầu";
	const DdToken *first = &tokens->items[at];
	if (at + 2 >= to || first[2].kind != DD_TOKEN_WORD || first[1].start < first->start ||
		dd_token_end(tokens, at + 1) - first->start != strlen(demand) + 1 ||
		memcmp(tokens->text + first->start + 1, demand, strlen(demand)) != 0)
		return false;
	return (dd_token_is_cap(tokens, at + 2) && !dd_token_is_cap(tokens, at + 1)) ||
	       dd_token_is_text(tokens, at + 2, "các");
}

/* "III. Kiến nghị" and nothing else: what is asked of those above, no work; "Kiến nghị sửa đổi Nghị định …" is work */
static bool
is_proposals(const DdTokens *tokens, size_t from, size_t to)
{
	while (to > from && tokens->items[to - 1].kind == DD_TOKEN_SIGN)
		to--;
	return to == from + 2 && dd_token_is_text_nocase(tokens, from, "kiến") &&
	       dd_token_is_text_nocase(tokens, from + 1, "nghị");
}

DdSection
dd_outline_section_of(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	DdSection found = DD_SECTION_NONE;
	if (from < to && (dd_phrases_match(self->openings, tokens, from, NULL) >= 0 ||
				 is_proposals(tokens, from, to)))
		return DD_SECTION_FACTS;
	for (size_t i = from; i < to; i++) {
		int value = section_at(self, tokens, i, NULL);
		if (value < 0 || (value == DD_SECTION_AIMS && orders_somebody(tokens, i, to)))
			continue;
		/* "Nhiệm vụ, mục tiêu" goes by its first word, "… và tổ chức thực hiện" by the work named before it */
		if (found == DD_SECTION_NONE)
			found = (DdSection)value;
		else if ((found == DD_SECTION_AIMS || found == DD_SECTION_TOPICS) &&
			 value == DD_SECTION_TASKS)
			return DD_SECTION_TASKS; /* "Mục tiêu, nhiệm vụ" gives work */
		else if (found == DD_SECTION_AIMS && value == DD_SECTION_TOPICS)
			found = DD_SECTION_TOPICS; /* "Đối tượng, nội dung và hình thức tuyên truyền" */
		else if (value == DD_SECTION_ORGANISE && found != DD_SECTION_TASKS)
			return DD_SECTION_ORGANISE;
	}
	return found == DD_SECTION_NONE && tokens->damage != DD_DAMAGE_NONE
		       ? near_section(self, tokens, from, to)
		       : found;
}

bool
dd_outline_is_closing(const DdOutlineGrammar *self, const DdTokens *tokens, size_t at)
{
	if (dd_phrases_match(self->closings, tokens, at, NULL) >= 0)
		return true;
	/* "Văn phòng … xin thông báo để các cơ quan biết, thực hiện" */
	for (size_t i = at + 1; i < tokens->n && i < at + ANNOUNCER_WORDS; i++)
		if (dd_phrases_match(self->announcements, tokens, i, NULL) >= 0)
			return true;
	return tokens->damage != DD_DAMAGE_NONE && is_near_closing(self, tokens, at);
}

bool
dd_outline_is_section(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	size_t len = 0;
	return from < to && section_at(self, tokens, from, &len) >= 0 && from + len == to;
}

bool
dd_outline_asks_for_report(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	bool report = false, asks = false;
	size_t len = 0;
	for (size_t i = from; i < to; i += MAX(len, 1)) {
		len = 0;
		switch (dd_phrases_match(self->reports, tokens, i, &len)) {
		case DD_ASK_OUTLINE:
			report = asks = true;
			break;
		case DD_ASK_REPORT:
			report = true;
			break;
		case DD_ASK_CONTENTS:
			asks = report;
			break;
		case DD_ASK_NOT:
			asks = false;
			break;
		default:
			/* what was said in the sentence before does not open the list */
			asks = asks && !dd_token_is_sign(tokens, i, ';') &&
			       !(dd_token_is_sign(tokens, i, '.') && i + 1 < to &&
				       dd_token_is_cap(tokens, i + 1));
			break;
		}
	}
	return asks && to > from && dd_token_is_sign(tokens, to - 1, ':');
}

bool
dd_outline_is_of_report(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from)
{
	return dd_phrases_match(self->report_titles, tokens, from, NULL) >= 0;
}
