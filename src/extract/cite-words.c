/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-words.c: the words of citations: other spellings of kinds, governing words, bodies */
#include "cite-words.h"

#include <string.h>

/*
 * citation-names.csv: titles of laws that hold what ends a title elsewhere (a comma, "và", "của", a verb); bodies that issue
 * documents; words that titles of programmes begin with and that name none of them
 */
extern const char *const dd_cite_law[];
extern const size_t dd_cite_n_law;
extern const char *const dd_cite_body[];
extern const size_t dd_cite_n_body;
extern const char *const dd_cite_generic[];
extern const size_t dd_cite_n_generic;

/* Other spellings and short forms; the names of kinds are phrases too */
typedef struct {
	const char *text, *name;
	bool brief;
} Alias;

static const Alias aliases[] = {
	{"nghi quy et", "Nghị quyết", false},
	{"nghj quyet", "Nghị quyết", false},
	{"quy et dinh", "Quyết định", false},
	{"chi thj", "Chỉ thị", false},
	{"chi thị", "Chỉ thị", false},
	{"chỉ thi", "Chỉ thị", false},
	{"nghi quyết", "Nghị quyết", false},
	{"nghị quyêt", "Nghị quyết", false},
	{"quyêt định", "Quyết định", false},
	{"QĐ", "Quyết định", true},
	{"NQ", "Nghị quyết", true},
	{"NĐ", "Nghị định", true},
	{"TT", "Thông tư", true},
	{"CT", "Chỉ thị", true},
	{"KL", "Kết luận", true},
	{"KH", "Kế hoạch", true},
	{"CV", "Công văn", true},
	{"TB", "Thông báo", true},
	{"tiêu chuẩn quốc gia TCVN", "Tiêu chuẩn quốc gia", false},
	{"tiêu chuẩn Việt Nam TCVN", "Tiêu chuẩn quốc gia", false},
	{"tiêu chuẩn TCVN", "Tiêu chuẩn quốc gia", false},
	{"TCVN", "Tiêu chuẩn quốc gia", false},
	{"quy chuẩn kỹ thuật quốc gia QCVN", "Quy chuẩn kỹ thuật quốc gia", false},
	{"quy chuẩn QCVN", "Quy chuẩn kỹ thuật quốc gia", false},
	{"quy chuẩn kỹ thuật QCVN", "Quy chuẩn kỹ thuật quốc gia", false},
	{"QCVN", "Quy chuẩn kỹ thuật quốc gia", false},
	{"QCĐP", "Quy chuẩn kỹ thuật địa phương", false},
	{"tiêu chuẩn ISO", "Tiêu chuẩn", false},
	{"ISO", "Tiêu chuẩn", false},
	{"tiêu chuẩn quốc tế ISO", "Tiêu chuẩn", false},
	{"TCXDVN", "Tiêu chuẩn quốc gia", false},
};

static const DdPhrase cues[] = {
	{"thực hiện", DD_CUE_CARRY_OUT},
	{"triển khai", DD_CUE_CARRY_OUT},
	{"triển khai thực hiện", DD_CUE_CARRY_OUT},
	{"tổ chức thực hiện", DD_CUE_CARRY_OUT},
	{"tiếp tục thực hiện", DD_CUE_CARRY_OUT},
	{"thi hành", DD_CUE_CARRY_OUT},
	{"theo tinh thần", DD_CUE_CARRY_OUT},
	{"chấp hành", DD_CUE_CARRY_OUT},
	{"sửa đổi", DD_CUE_AMEND},
	{"bổ sung", DD_CUE_AMEND},
	{"thay thế", DD_CUE_AMEND},
	{"thay thế cho", DD_CUE_AMEND},
	{"thay cho", DD_CUE_AMEND},
	{"bãi bỏ", DD_CUE_AMEND},
	{"hủy bỏ", DD_CUE_AMEND},
	{"điều chỉnh", DD_CUE_AMEND},
	{"đính chính", DD_CUE_AMEND},
	{"kèm theo", DD_CUE_ATTACH},
	{"ban hành kèm theo", DD_CUE_ATTACH},
	{"ban hành theo", DD_CUE_ATTACH},
	{"quán triệt", DD_CUE_SPREAD},
	{"tuyên truyền", DD_CUE_SPREAD},
	{"phổ biến", DD_CUE_SPREAD},
	{"nghiên cứu", DD_CUE_SPREAD},
	{"học tập", DD_CUE_SPREAD},
	{"cụ thể hóa", DD_CUE_SPECIFY},
	{"thể chế hóa", DD_CUE_SPECIFY},
	{"kiểm tra", DD_CUE_SPREAD},
	{"theo quy định tại", DD_CUE_BY},
	{"theo quy định của", DD_CUE_BY},
	{"theo", DD_CUE_BY},
	{"gắn với", DD_CUE_BY},
	{"thực hiện theo", DD_CUE_CARRY_OUT},
	{"triển khai theo", DD_CUE_CARRY_OUT},
	{"phải gắn với", DD_CUE_FIT},
	{"phù hợp với", DD_CUE_FIT},
	{"đồng bộ với", DD_CUE_FIT},
	{"nhằm", DD_CUE_PURPOSE},
	{"để", DD_CUE_PURPOSE},
	{"căn cứ", DD_CUE_GROUND},
	{"căn cứ vào", DD_CUE_GROUND},
	{"xây dựng", DD_CUE_BUILD},
	{"lập", DD_CUE_BUILD},
	{"soạn thảo", DD_CUE_BUILD},
	{"dự thảo", DD_CUE_BUILD},
	{"ký kết", DD_CUE_BUILD},
	{"ban hành", DD_CUE_ISSUE},
	{"phê duyệt", DD_CUE_ISSUE},
	{"trình", DD_CUE_ISSUE},
	{"thông qua", DD_CUE_ISSUE},
	{"được phê duyệt tại", DD_CUE_APPROVED},
	{"được duyệt tại", DD_CUE_APPROVED},
	{"được giao tại", DD_CUE_APPROVED},
	{"quy định chi tiết", DD_CUE_DETAIL},
	{"quy định chi tiết và hướng dẫn thi hành", DD_CUE_DETAIL},
	{"quy định chi tiết thi hành", DD_CUE_DETAIL},
	{"quy định chi tiết và biện pháp thi hành", DD_CUE_DETAIL},
	{"hướng dẫn thi hành", DD_CUE_DETAIL},
	{"hướng dẫn thực hiện", DD_CUE_DETAIL},
	{"hướng dẫn triển khai", DD_CUE_DETAIL},
	{"biện pháp thi hành", DD_CUE_DETAIL},
	{"thi hành một số điều", DD_CUE_DETAIL},
	{"văn bản hướng dẫn", DD_CUE_NOTHING}, /* "Luật X và các văn bản hướng dẫn thi hành" */
	{"văn bản hướng dẫn thi hành", DD_CUE_NOTHING},
	{"văn bản hướng dẫn thực hiện", DD_CUE_NOTHING},
	{"văn bản quy định chi tiết thi hành", DD_CUE_NOTHING},
	{"theo dõi", DD_CUE_NOTHING},
	{"tiếp theo", DD_CUE_NOTHING},
	{"theo đúng", DD_CUE_NOTHING},
	{"theo hướng", DD_CUE_NOTHING},
	{"theo hướng dẫn", DD_CUE_BY},
	{"lãnh đạo thực hiện", DD_CUE_CARRY_OUT},
	{"lãnh đạo, chỉ đạo thực hiện", DD_CUE_CARRY_OUT},
	{"chương trình", DD_CUE_NOTHING},
	{"tờ trình", DD_CUE_NOTHING},
	{"quá trình", DD_CUE_NOTHING},
	{"công trình", DD_CUE_NOTHING},
	{"lộ trình", DD_CUE_NOTHING},
	{"thành lập", DD_CUE_NOTHING},
	{"độc lập", DD_CUE_NOTHING},
	{"thời gian thực hiện", DD_CUE_NOTHING},
	{"thời hạn thực hiện", DD_CUE_NOTHING},
	{"chỉ đạo thực hiện", DD_CUE_NOTHING},
	{"đơn vị thực hiện", DD_CUE_NOTHING},
	{"cơ quan thực hiện", DD_CUE_NOTHING},
	{"kinh phí thực hiện", DD_CUE_NOTHING},
	{"tiến độ thực hiện", DD_CUE_NOTHING},
	{"đề ra", DD_CUE_NOTHING}, /* bare letters of "để" */
	{"đề án", DD_CUE_NOTHING},
	{"đề nghị", DD_CUE_NOTHING},
	{"đề xuất", DD_CUE_NOTHING},
	{"vấn đề", DD_CUE_NOTHING},
	{"chuyên đề", DD_CUE_NOTHING},
};

/* Behind a body or a title these begin something else */
static const char *const stops[] = {
	"còn",
	"đang",
	"bị",
	"chậm",
	"đến nay",
	"về",
	"phê duyệt",
	"ban hành",
	"quy định",
	"sửa đổi",
	"bổ sung",
	"thay thế",
	"bãi bỏ",
	"thực hiện",
	"triển khai",
	"hướng dẫn",
	"giao",
	"đã",
	"được",
	"là",
	"có",
	"để",
	"nhằm",
	"cho",
	"theo",
	"trong",
	"tại",
	"trên",
	"đối với",
	"ngày",
	"số",
	"thông qua",
	"công bố",
	"kèm theo",
	"gồm",
	"do",
	"với",
	"đến",
	"phù hợp",
	"gắn",
	"này",
	"yêu cầu",
	"đề nghị",
	"chỉ đạo",
	"quyết định",
	"như",
	"khi",
	"từ",
	"xác định",
	"nêu",
	"công nhận",
	"kiện toàn",
	"thành lập",
	"điều chỉnh",
	"tiếp tục",
	"bằng",
	"sau",
	"trước",
	"một số",
	"việc",
	"chủ trì",
	"phối hợp",
	"xây dựng",
	"tăng cường",
	"đẩy mạnh",
	"phát triển",
	"hỗ trợ",
	"bảo đảm",
	"đảm bảo",
	"góp phần",
	"cùng",
	"hoặc",
	"tổ chức",
	"và",
	"ve",
	"thuộc",
	"phải",
	"không",
	"sẽ",
	"cần",
	"báo cáo",
	"trình",
	"năm",
	"vào",
	"ra",
	"quán triệt",
	"nâng cao",
	"hàng",
	"hằng",
	"định kỳ",
	"gửi",
	"tham mưu",
	"kịp thời",
	"đồng thời",
	"nay",
	"vẫn",
	"chưa",
	"thi hành",
	"phân công",
	"giải quyết",
	"ký",
	"so với",
};

/* A title of a programme ends before these, not before all of the above */
static const DdPhrase title_stops[] = {
	{"gắn với", DD_CITE_END},
	{"so với", DD_CITE_END},
	{"nhằm", DD_CITE_END},
	{"để", DD_CITE_END},
	{"theo", DD_CITE_END},
	{"vào", DD_CITE_END},
	{"được", DD_CITE_END},
	{"do", DD_CITE_END},
	{"phù hợp", DD_CITE_END},
	{"đã", DD_CITE_END},
	{"tại", DD_CITE_END},
	{"ban hành", DD_CITE_END},
	{"kèm theo", DD_CITE_END},
	{"có hiệu quả", DD_CITE_END},
	{"hiệu quả", DD_CITE_END},
	{"đảm bảo", DD_CITE_END},
	{"bảo đảm", DD_CITE_END},
	{"đạt", DD_CITE_END},
	{"có trách nhiệm", DD_CITE_END},
	{"này", DD_CITE_END},
	{"nêu", DD_CITE_END},
	{"trình", DD_CITE_END},
	{"đúng", DD_CITE_END},
	{"thông qua", DD_CITE_END},
	{"sau khi", DD_CITE_END},
	{"khi", DD_CITE_END},
	{"trong đó", DD_CITE_END},
	{"là", DD_CITE_END},
	{"và các", DD_CITE_END},
	{"và những", DD_CITE_END},
	{"và Kế hoạch", DD_CITE_END},
	{"sẽ", DD_CITE_END},
	{"cần", DD_CITE_END},
	{"từ", DD_CITE_END},
	{"từ nguồn", DD_CITE_END},
	{"kịp thời", DD_CITE_END},
	{"như sau", DD_CITE_END},
	{"cho phù hợp", DD_CITE_END},
	{"gồm", DD_CITE_END},
	{"đến các", DD_CITE_END},
	{"tới", DD_CITE_END},
	{"hoàn thành", DD_CITE_END},
	{"trước ngày", DD_CITE_END},
	{"về", DD_CITE_END},
	{"thực hiện", DD_CITE_END},
	{"triển khai", DD_CITE_END},
	{"trong thời gian", DD_CITE_END},
	{"trong năm", DD_CITE_END},
	{"thời gian qua", DD_CITE_END},
	{"thời gian tới", DD_CITE_END},
	{"hiện nay", DD_CITE_END},
	{"năm qua", DD_CITE_END},
	{"bằng nguồn", DD_CITE_END},
	{"của cả nước", DD_CITE_END},
	{"rất", DD_CITE_END_TALK},
	{"còn", DD_CITE_END_TALK},
	{"chưa", DD_CITE_END_TALK},
	{"gặp", DD_CITE_END_TALK},
	{"vẫn", DD_CITE_END_TALK},
	{"đang", DD_CITE_END_TALK},
	{"bị", DD_CITE_END_TALK},
	{"trên địa bàn", DD_CITE_END_AREA},
};

/* Words behind the kind that show that no title follows */
static const char *const no_titles[] = {
	"này",
	"trên",
	"nêu",
	"được",
	"của",
	"năm",
	"số",
	"thực hiện",
	"triển khai",
	"có",
	"theo",
	"đã",
	"đảm bảo",
	"bảo đảm",
	"đồng bộ",
	"đạt",
	"hiệu quả",
	"kịp thời",
	"trên địa bàn",
	"phải",
	"cho",
	"tại",
	"đến",
	"về",
	"và",
	"cụ thể",
	"chi tiết",
	"hành động",
	"công tác",
	"riêng",
	"là",
	"với",
	"để",
	"nhằm",
	"do",
	"khi",
	"sẽ",
	"cần",
	"gồm",
	"như",
	"hằng năm",
	"hàng năm",
	"nói trên",
	"kèm theo",
	"khung",
	"tháng",
	"quý",
	"tuần",
	"làm việc",
	"tỉnh",
	"thành phố",
	"vùng",
	"chung",
	"đúng",
	"một cách",
	"hoàn thành",
	"giai đoạn",
	"trong",
	"thường xuyên",
	"vào",
	"tổ chức",
	"kiểm tra",
	"đề ra",
};

/* Words that may follow "Nghị quyết" when it stands for one that was named before */
static const char *const after_alone[] = {
	"vào",
	"đến",
	"tới",
	"cho",
	"theo",
	"trong",
	"tại",
	"trên",
	"đối với",
	"gắn với",
	"nhằm",
	"để",
	"đã",
	"được",
	"có hiệu quả",
	"hiệu quả",
	"bảo đảm",
	"đảm bảo",
	"phù hợp",
	"định kỳ",
	"hằng năm",
	"hàng năm",
	"là",
	"phải",
	"đạt",
	"một cách",
	"nghiêm túc",
	"như sau",
	"cần",
	"bằng",
	"thành",
	"với",
	"từ",
	"gồm",
	"kịp thời",
	"thiết thực",
	"sâu rộng",
	"trên địa bàn",
};

static const char *const tails[] = {
	"giai đoạn", "thời kỳ", "đến năm", "tầm nhìn", "định hướng", "nhiệm kỳ", "đến hết năm"};

/* Between the kind and its number; value 1: belongs to the kind */
static const DdPhrase qualifiers[] = {
	{"hành động", 1},
	{"phối hợp", 1},
	{"hợp tác", 1},
	{"liên tịch", 1},
	{"liên ngành", 1},
	{"công tác", 1},
	{"liên cơ quan", 1},
	{"hỏa tốc", 0},
	{"khẩn", 0},
	{"kết luận", 0},
	{"chuyên đề", 0},
	{"hợp nhất", 1},
	{"quy phạm pháp luật", 0},
	{"chỉ đạo", 0},
	{"hỏa tốc hẹn giờ", 0},
	{"cá biệt", 0},
	{"mật", 0},
};

typedef struct {
	uint32_t mask;
	const char *words; /* by blanks */
} WordRow;

static const WordRow words[] = {
	{DD_CITE_AND, "và hoặc"},
	{DD_CITE_OF, "của"},
	{DD_CITE_DAY, "ngày"},
	{DD_CITE_MONTH, "tháng"},
	{DD_CITE_YEAR, "năm"},
	{DD_CITE_BETWEEN, "giữa"},
	{DD_CITE_WITH, "với"},
	{DD_CITE_TERM, "khóa lần thứ nhiệm kỳ"},
	{DD_CITE_LEVEL, "tỉnh huyện xã quận phường phố trấn tp tx"},
	{DD_CITE_SO, "số"},
	{DD_CITE_CLAUSE, "điểm khoản điều mục phần chương tiết phụ lục gạch đầu dòng thứ nhất hai "
			 "ba bốn tư sáu tiểu số biểu mẫu bảng"},
	{DD_CITE_CLAUSE_HEAD, "điểm khoản điều mục phần chương tiết phụ gạch tiểu biểu mẫu bảng"},
	{DD_CITE_CALLED, "gọi viết"},
	{DD_CITE_ALL, "các những"},
	{DD_CITE_AT, "tại"},
	{DD_CITE_INSIDE, "trong dung theo với"},
	{DD_CITE_LAW_TAIL, "chống sử chữa cứu vật chăm quá cư thể lại công kháng tố bia"},
	{DD_CITE_MEETING, "hội đại trung"},
	{DD_CITE_UNIT, "năm tháng ngày tuần giờ quý lần người đồng"},
	{DD_CITE_SOCIETY, "hội"},
	{DD_CITE_NOT_BODY, "đảng nhà pháp trung cấp các đơn sở cơ"},
	{DD_CITE_ALREADY, "đã vừa"},
	{DD_CITE_JOINT, "liên"},
	{DD_CITE_LEGAL, "pháp kỷ"},
	{DD_CITE_THIS, "này"},
	{DD_CITE_ABOUT, "về"},
	{DD_CITE_SIGNED, "ký"},
	{DD_CITE_CITY, "tp tx"},
	{DD_CITE_SPAN, "toàn khóa trọng tâm quý giai đoạn kỳ"},
	{DD_CITE_PARTY, "đảng"},
	{DD_CITE_ASK, "nghị cáo xuất trình đạo kiến cầu luận"},
};

const DdCiteType *
dd_cite_type_get(uint8_t type)
{
	static const DdCiteType none = {"", NULL, 0};
	return type < dd_cite_n_types ? &dd_cite_types[type] : &none;
}

uint8_t
dd_cite_type_by_code(const char *code)
{
	for (size_t i = 0; i < dd_cite_n_types; i++)
		if (dd_cite_types[i].code != NULL && strcmp(dd_cite_types[i].code, code) == 0)
			return (uint8_t)i;
	return DD_CITE_NO_TYPE;
}

static uint8_t
type_by_name(const char *name)
{
	for (size_t i = 0; i < dd_cite_n_types; i++)
		if (dd_cite_types[i].name[0] == name[0] && strcmp(dd_cite_types[i].name, name) == 0)
			return (uint8_t)i;
	return DD_CITE_NO_TYPE;
}

static DdPhrases *
phrases_of_types(DdLexicon *lexicon)
{
	g_autofree DdPhrase *rows = g_new(DdPhrase, dd_cite_n_types + G_N_ELEMENTS(aliases));
	size_t n = 0;
	for (size_t i = 0; i < dd_cite_n_types; i++)
		if (!(dd_cite_types[i].flags & DD_CITE_STANDARD) &&
			type_by_name(dd_cite_types[i].name) == i)
			rows[n++] = (DdPhrase){dd_cite_types[i].name, (int)i};
	for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++) {
		int value = type_by_name(aliases[i].name);
		rows[n++] = (DdPhrase){
			aliases[i].text, aliases[i].brief ? value | DD_CITE_BRIEF : value};
	}
	return dd_phrases_new(lexicon, rows, n);
}

static void
add_rows(DdPhrase *rows, size_t *n, const char *const *texts, size_t n_texts, int value)
{
	for (size_t i = 0; i < n_texts; i++)
		rows[(*n)++] = (DdPhrase){texts[i], value < 0 ? (int)i : value};
}

const char *
dd_cite_body_get(int value)
{
	return dd_cite_body[value];
}

static DdPhrases *
phrases_of(DdLexicon *lexicon, const char *const *texts, size_t n_texts, int value)
{
	g_autofree DdPhrase *rows = g_new(DdPhrase, n_texts);
	size_t n = 0;
	add_rows(rows, &n, texts, n_texts, value);
	return dd_phrases_new(lexicon, rows, n);
}

static void
mark(uint32_t **masks, uint16_t *n, uint16_t id, uint32_t mask)
{
	if (id >= *n) {
		*masks = g_renew(uint32_t, *masks, id + 1u);
		memset(*masks + *n, 0, (id + 1u - *n) * sizeof(uint32_t));
		*n = (uint16_t)(id + 1);
	}
	(*masks)[id] |= mask;
}

static void
mark_words(DdCiteGrammar *self, DdLexicon *lexicon)
{
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		size_t len;
		for (const char *at = words[i].words; *at != '\0'; at += len + (at[len] == ' ')) {
			len = strcspn(at, " ");
			uint16_t id = dd_lexicon_add(lexicon, at, len);
			mark(&self->masks, &self->n_masks, id, words[i].mask);
			mark(&self->fold_masks, &self->n_fold_masks,
				dd_lexicon_get_fold(lexicon, id), words[i].mask);
		}
	}
}

DdCiteGrammar *
dd_cite_grammar_new(DdLexicon *lexicon, const DdTimeGrammar *times)
{
	DdCiteGrammar *self = g_new0(DdCiteGrammar, 1);
	self->times = times;
	self->types = phrases_of_types(lexicon);
	self->cues = dd_phrases_new(lexicon, cues, G_N_ELEMENTS(cues));
	self->stops = phrases_of(lexicon, stops, G_N_ELEMENTS(stops), 0);
	self->titles_end = dd_phrases_new(lexicon, title_stops, G_N_ELEMENTS(title_stops));
	self->no_titles = phrases_of(lexicon, no_titles, G_N_ELEMENTS(no_titles), 0);
	self->after_alone = phrases_of(lexicon, after_alone, G_N_ELEMENTS(after_alone), 0);
	self->tails = phrases_of(lexicon, tails, G_N_ELEMENTS(tails), 0);
	self->qualifiers = dd_phrases_new(lexicon, qualifiers, G_N_ELEMENTS(qualifiers));
	self->laws = phrases_of(lexicon, dd_cite_law, dd_cite_n_law, 0);
	self->generics = phrases_of(lexicon, dd_cite_generic, dd_cite_n_generic, 0);
	self->bodies = phrases_of(lexicon, dd_cite_body, dd_cite_n_body, -1);
	mark_words(self, lexicon);
	self->so_fold = dd_lexicon_get_fold(lexicon, dd_lexicon_add(lexicon, "số", strlen("số")));
	return self;
}

void
dd_cite_grammar_free(DdCiteGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->types);
	dd_phrases_free(self->laws);
	dd_phrases_free(self->cues);
	dd_phrases_free(self->stops);
	dd_phrases_free(self->titles_end);
	dd_phrases_free(self->no_titles);
	dd_phrases_free(self->after_alone);
	dd_phrases_free(self->tails);
	dd_phrases_free(self->qualifiers);
	dd_phrases_free(self->bodies);
	dd_phrases_free(self->generics);
	g_free(self->masks);
	g_free(self->fold_masks);
	g_free(self);
}

bool
dd_cite_is(const DdCiteGrammar *self, const DdTokens *tokens, size_t i, uint32_t mask)
{
	if (i >= tokens->n || tokens->items[i].kind != DD_TOKEN_WORD)
		return false;
	uint16_t id = tokens->items[i].word, fold = tokens->items[i].fold;
	if (id != 0 && id < self->n_masks && (self->masks[id] & mask) != 0)
		return true;
	return tokens->damage != DD_DAMAGE_NONE && (tokens->damage == DD_DAMAGE_HEAVY || id == 0) &&
	       fold != 0 && fold < self->n_fold_masks && (self->fold_masks[fold] & mask) != 0;
}

bool
dd_cite_spaced(const DdTokens *tokens, size_t i)
{
	return i >= tokens->n || (tokens->items[i].flags & DD_TOKEN_SPACE) != 0;
}
