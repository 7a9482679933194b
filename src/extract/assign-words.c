/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign-words.c: the words by which it is told who leads and who helps */
#include <string.h>

#include "assign-private.h"

static const DdPhrase cues[] = {
	{"chủ trì", DD_SAY_LEAD},
	{"chịu trách nhiệm chủ trì", DD_SAY_LEAD},
	{"có trách nhiệm chủ trì", DD_SAY_LEAD},
	{"là cơ quan chủ trì", DD_SAY_LEAD},
	{"là đơn vị chủ trì", DD_SAY_LEAD},
	{"là cơ quan đầu mối", DD_SAY_MUST},
	{"là đơn vị đầu mối", DD_SAY_MUST},
	{"là phòng đầu mối", DD_SAY_MUST},
	{"làm đầu mối", DD_SAY_MUST},
	{"là đầu mối", DD_SAY_MUST},
	{"là cơ quan thường trực", DD_SAY_MUST},
	{"phối hợp với", DD_SAY_WITH},
	{"phối hợp cùng", DD_SAY_WITH},
	{"phối hợp cùng với", DD_SAY_WITH},
	{"hiệp đồng với", DD_SAY_WITH},
	{"liên kết với", DD_SAY_WITH},
	{"phối hợp", DD_SAY_WITH},
	{"với sự tham gia của", DD_SAY_PART},
	{"với sự phối hợp của", DD_SAY_PART},
	{"với sự hỗ trợ của", DD_SAY_PART},
	{"có sự tham gia của", DD_SAY_PART},
	{"có sự phối hợp của", DD_SAY_PART},
	{"cùng sự tham gia của", DD_SAY_PART},
	{"cùng sự phối hợp của", DD_SAY_PART},
	{"có sự phối hợp với", DD_SAY_PART},
	{"cùng với", DD_SAY_BESIDE},
	{"cùng", DD_SAY_BESIDE},
	{"cùng phối hợp", DD_SAY_HELP},
	{"cùng phối hợp với", DD_SAY_WITH},
	{"cùng tham gia", DD_SAY_HELP},
	{"cùng thực hiện", DD_SAY_HELP},
	{"cùng triển khai", DD_SAY_HELP},
	{"tham gia phối hợp", DD_SAY_HELP},
	{"tham gia thực hiện", DD_SAY_HELP},
	{"hỗ trợ kỹ thuật", DD_SAY_HELP},
	{"hỗ trợ chuyên môn", DD_SAY_HELP},
	{"hỗ trợ thực hiện", DD_SAY_HELP},
	{"hỗ trợ triển khai", DD_SAY_HELP},
	{"hỗ trợ về", DD_SAY_HELP},
	{"làm chủ đầu tư", DD_SAY_LEAD},
	{"là chủ đầu tư", DD_SAY_LEAD},
	{"làm nòng cốt", DD_SAY_LEAD},
	{"là nòng cốt", DD_SAY_LEAD},
	{"là lực lượng nòng cốt", DD_SAY_LEAD},
	{"chịu trách nhiệm chính", DD_SAY_LEAD},
	{"có trách nhiệm", DD_SAY_MUST},
	{"chịu trách nhiệm", DD_SAY_MUST},
	{"có nhiệm vụ", DD_SAY_MUST},
	{"giao", DD_SAY_GIVE},
	{"giao cho", DD_SAY_GIVE},
	{"giao nhiệm vụ cho", DD_SAY_GIVE},
	{"phân công", DD_SAY_GIVE},
	{"ủy quyền cho", DD_SAY_GIVE},
	{"đề nghị", DD_SAY_GIVE_WEAK},
	{"kính đề nghị", DD_SAY_GIVE_WEAK},
	{"trân trọng đề nghị", DD_SAY_GIVE_WEAK},
	{"yêu cầu", DD_SAY_GIVE_WEAK},
	{"đồng ý giao", DD_SAY_GIVE},
	{"đồng ý chủ trương cho", DD_SAY_GIVE_WEAK},
	{"đồng ý chủ trương giao", DD_SAY_GIVE},
	{"thống nhất giao", DD_SAY_GIVE},
	{"tiếp tục giao", DD_SAY_GIVE},
	{"do", DD_SAY_BY},
	{"được giao chủ trì", DD_SAY_NEUTRAL}, /* says who is meant, not who leads */
	{"được phân công chủ trì", DD_SAY_NEUTRAL},
	{"đơn vị chủ trì", DD_SAY_NEUTRAL},
	{"cơ quan chủ trì", DD_SAY_NEUTRAL},
	{"được giao", DD_SAY_NEUTRAL},
	{"bàn giao", DD_SAY_NEUTRAL},
	{"phối hợp chủ trì", DD_SAY_LEAD},
	{"chủ trì cuộc họp", DD_SAY_NEUTRAL}, /* who sat at the head of the table */
	{"chủ trì phiên họp", DD_SAY_NEUTRAL},
	{"chủ trì buổi họp", DD_SAY_NEUTRAL},
	{"chủ trì buổi làm việc", DD_SAY_NEUTRAL},
	{"đã chủ trì", DD_SAY_NEUTRAL},
	{"chủ trì họp", DD_SAY_NEUTRAL},
	{"chủ trì hội nghị", DD_SAY_NEUTRAL},
};

static const DdPhrase addresses[] = {{"đối với", 0}, {"riêng đối với", 0}, {"về phía", 0},
	{"trách nhiệm của", 0}, {"nhiệm vụ của", 0}, {"nhiệm vụ cụ thể của", 0},
	{"nhiệm vụ, trách nhiệm của", 0}, {"trách nhiệm, nhiệm vụ của", 0},
	{"phân công nhiệm vụ của", 0}, {"phân công trách nhiệm của", 0}};
/* How one works with others: "phối hợp chặt chẽ, thường xuyên với" */
static const DdPhrase manners[] = {
	{"chặt chẽ", 0},
	{"thường xuyên", 0},
	{"quyết liệt", 0},
	{"tích cực", 0},
	{"chủ động", 0},
	{"kịp thời", 0},
	{"đồng bộ", 0},
	{"thống nhất", 0},
	{"nhịp nhàng", 0},
	{"mật thiết", 0},
	{"đầy đủ", 0},
	{"hiệu quả", 0},
	{"có hiệu quả", 0},
	{"trực tiếp", 0},
	{"tốt", 0},
	{"tốt hơn", 0},
	{"sâu rộng", 0},
};
static const DdPhrase withs[] = {{"với", 0}, {"cùng", 0}, {"cùng với", 0}, {"giữa", 0}};

/* What is said beside a name in a bracket, before it ("chủ trì: A") or behind it ("A thực hiện") */
static const DdPhrase roles[] = {
	{"chủ trì", DD_SAY_LEAD},
	{"chủ trì thực hiện", DD_SAY_LEAD},
	{"chủ trì tham mưu", DD_SAY_LEAD},
	{"thực hiện", DD_SAY_LEAD},
	{"tổ chức thực hiện", DD_SAY_LEAD},
	{"triển khai", DD_SAY_LEAD},
	{"triển khai thực hiện", DD_SAY_LEAD},
	{"phụ trách", DD_SAY_LEAD},
	{"phụ trách chính", DD_SAY_LEAD},
	{"đầu mối", DD_SAY_LEAD},
	{"làm đầu mối", DD_SAY_LEAD},
	{"là đầu mối", DD_SAY_LEAD},
	{"tham mưu", DD_SAY_LEAD},
	{"tham mưu thực hiện", DD_SAY_LEAD},
	{"chịu trách nhiệm", DD_SAY_LEAD},
	{"chịu trách nhiệm chính", DD_SAY_LEAD},
	{"chịu trách nhiệm thực hiện", DD_SAY_LEAD},
	{"thực hiện chính", DD_SAY_LEAD},
	{"làm chính", DD_SAY_LEAD},
	{"chính", DD_SAY_LEAD},
	{"chủ công", DD_SAY_LEAD},
	{"đảm nhiệm", DD_SAY_LEAD},
	{"đảm nhận", DD_SAY_LEAD},
	{"làm chủ đầu tư", DD_SAY_LEAD},
	{"chủ đầu tư", DD_SAY_LEAD},
	{"phối hợp", DD_SAY_HELP},
	{"phối hợp với", DD_SAY_HELP},
	{"phối hợp cùng", DD_SAY_HELP},
	{"phối hợp thực hiện", DD_SAY_HELP},
	{"cùng phối hợp", DD_SAY_HELP},
	{"hỗ trợ", DD_SAY_HELP},
	{"hỗ trợ thực hiện", DD_SAY_HELP},
	{"tham gia", DD_SAY_HELP},
	{"tham gia phối hợp", DD_SAY_HELP},
	{"cùng tham gia", DD_SAY_HELP},
	{"cùng thực hiện", DD_SAY_HELP},
	{"cùng làm", DD_SAY_HELP},
	{"cùng", DD_SAY_HELP},
	{"cùng với", DD_SAY_HELP},
	{"giúp", DD_SAY_HELP},
	{"chỉ đạo", DD_SAY_HEAD},
	{"chỉ đạo thực hiện", DD_SAY_HEAD},
	{"trực tiếp chỉ đạo", DD_SAY_HEAD},
	{"phụ trách chỉ đạo", DD_SAY_HEAD},
	{"phụ trách, chỉ đạo", DD_SAY_HEAD},
	{"theo dõi, chỉ đạo", DD_SAY_HEAD},
	{"chỉ đạo, theo dõi", DD_SAY_HEAD},
};

/* Roles that behind a comma are what the sentence is about: "để các xã biết, các thôn thực hiện" */
static const DdPhrase weak[] = {
	{"thực hiện", 0},
	{"triển khai", 0},
	{"triển khai thực hiện", 0},
	{"tổ chức thực hiện", 0},
};

/* "Giám đốc các Sở: Y tế, Tài chính" */
static const DdPhrase heads[] = {
	{"giám đốc", 0},
	{"thủ trưởng", 0},
	{"chủ tịch", 0},
	{"hiệu trưởng", 0},
	{"trưởng", 0},
	{"cục trưởng", 0},
	{"vụ trưởng", 0},
	{"chánh thanh tra", 0},
	{"chánh văn phòng", 0},
	{"chánh án", 0},
	{"bí thư", 0},
};

bool
dd_assign_has_post(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
		size_t len = strlen(heads[i].text);
		if (g_ascii_strncasecmp(name, heads[i].text, len) == 0 &&
			(name[len] == ' ' || name[len] == '\0'))
			return true;
	}
	return false;
}

/* "Trong năm 2025, Sở A rà soát …", "Trên cơ sở kết quả kiểm tra, Sở B …": what may stand before the subject */
static const DdPhrase openers[] = {
	{"trong", 0},
	{"hằng năm", 0},
	{"hàng năm", 0},
	{"hằng quý", 0},
	{"hàng quý", 0},
	{"hằng tháng", 0},
	{"hàng tháng", 0},
	{"hằng tuần", 0},
	{"hàng tuần", 0},
	{"định kỳ", 0},
	{"căn cứ", 0},
	{"trên cơ sở", 0},
	{"thực hiện", 0},
	{"triển khai", 0},
	{"triển khai thực hiện", 0},
	{"đối với", 0},
	{"riêng đối với", 0},
	{"khi", 0},
	{"sau", 0},
	{"sau khi", 0},
	{"kết thúc", 0},
	{"ngay sau khi", 0},
	{"trước khi", 0},
	{"để", 0},
	{"nhằm", 0},
	{"từ", 0},
	{"trước ngày", 0},
	{"chậm nhất", 0},
	{"vào", 0},
	{"năm", 0},
	{"quý", 0},
	{"tháng", 0},
	{"giai đoạn", 0},
	{"trường hợp", 0},
	{"ngoài ra", 0},
	{"đồng thời", 0},
	{"bên cạnh đó", 0},
	{"thường xuyên", 0},
	{"về việc này", 0},
	{"về vấn đề này", 0},
};
/* Behind a subject: what it did or is, no order */
static const DdPhrase tells[] = {
	{"đã", 0},
	{"chưa", 0},
	{"còn", 0},
	{"vẫn", 0},
	{"được", 0},
	{"là", 0},
	{"có", 0},
	{"cũng", 0},
	{"mới", 0},
	{"đang", 0},
	{"sẽ", 0},
	{"chậm", 0},
	{"báo cáo", 0},
};

/* Levels that a plan tells what to do: "Cấp tỉnh:" */
static const DdPhrase levels[] = {
	{"cấp tỉnh", 0},
	{"cấp thành phố", 0},
	{"cấp huyện", 0},
	{"cấp xã", 0},
	{"cấp phường", 0},
	{"cấp cơ sở", 0},
	{"cấp trung ương", 0},
	{"cấp bộ", 0},
	{"cấp trường", 0},
	{"cấp khoa", 0},
	{"cấp thôn", 0},
};

/* What stands before the name of a person */
static const DdPhrase titles[] = {
	{"ông", 0},
	{"bà", 0},
	{"đồng chí", 0},
	{"đ/c", 0},
	{"các ông", 0},
	{"các bà", 0},
	{"các đồng chí", 0},
	{"bác sĩ", 0},
	{"bs.", 0},
	{"bs", 0},
	{"ths.", 0},
	{"ts.", 0},
	{"thầy", 0},
	{"cô", 0},
	{"đ/c:", 0},
	{"luật sư", 0},
	{"thầy giáo", 0},
	{"cô giáo", 0},
};

DdAssignGrammar *
dd_assign_grammar_new(DdLexicon *lexicon)
{
	DdAssignGrammar *self = g_new0(DdAssignGrammar, 1);
	self->cues = dd_phrases_new(lexicon, cues, G_N_ELEMENTS(cues));
	self->titles = dd_phrases_new(lexicon, titles, G_N_ELEMENTS(titles));
	self->roles = dd_phrases_new(lexicon, roles, G_N_ELEMENTS(roles));
	self->openers = dd_phrases_new(lexicon, openers, G_N_ELEMENTS(openers));
	self->weak = dd_phrases_new(lexicon, weak, G_N_ELEMENTS(weak));
	self->heads = dd_phrases_new(lexicon, heads, G_N_ELEMENTS(heads));
	self->tells = dd_phrases_new(lexicon, tells, G_N_ELEMENTS(tells));
	self->addresses = dd_phrases_new(lexicon, addresses, G_N_ELEMENTS(addresses));
	self->manners = dd_phrases_new(lexicon, manners, G_N_ELEMENTS(manners));
	self->withs = dd_phrases_new(lexicon, withs, G_N_ELEMENTS(withs));
	self->levels = dd_phrases_new(lexicon, levels, G_N_ELEMENTS(levels));
	return self;
}

void
dd_assign_grammar_free(DdAssignGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->cues);
	dd_phrases_free(self->titles);
	dd_phrases_free(self->roles);
	dd_phrases_free(self->openers);
	dd_phrases_free(self->weak);
	dd_phrases_free(self->heads);
	dd_phrases_free(self->tells);
	dd_phrases_free(self->addresses);
	dd_phrases_free(self->manners);
	dd_phrases_free(self->withs);
	dd_phrases_free(self->levels);
	g_free(self);
}

unsigned
dd_assign_rank_of(const char *name)
{
	static const struct {
		const char *head;
		unsigned rank;
	} bodies[] = {{"Quốc hội", 5}, {"Chính phủ", 5}, {"Thủ tướng", 5}, {"Ban Bí thư", 5},
		{"Bộ Chính trị", 5}, {"Ban Chỉ huy", 2}, {"Bộ Chỉ huy", 2}, {"Bộ ", 4},
		{"Các bộ", 4}, {"Văn phòng Chính phủ", 4}, {"UBND tỉnh", 3}, {"UBND thành phố", 3},
		{"Ủy ban nhân dân tỉnh", 3}, {"Ủy ban nhân dân thành phố", 3}, {"Tỉnh ủy", 3},
		{"Thành ủy", 3}, {"Ban Thường vụ Tỉnh ủy", 3}, {"HĐND tỉnh", 3},
		{"Hội đồng nhân dân tỉnh", 3}, {"Chủ tịch UBND tỉnh", 3},
		{"Chủ tịch UBND thành phố", 3}, {"Chủ tịch Ủy ban nhân dân tỉnh", 3}};
	for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++)
		if (g_str_has_prefix(name, bodies[i].head))
			return bodies[i].rank;
	return 2;
}

/* Do the tokens [@at, @to) name nobody: what ends "phối hợp thực hiện.", "phối hợp về kỹ thuật"? */
static bool
names_nobody(const DdTokens *tokens, size_t at, size_t to)
{
	for (; at < to; at++)
		if (dd_token_is_cap(tokens, at) || dd_token_is_sign(tokens, at, ':') ||
			dd_token_is_text(tokens, at, "các"))
			return false;
	return true;
}

size_t
dd_assign_split(const DdAssignGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	size_t *end_out, size_t *helpers_end_out)
{
	size_t behind = to; /* "chủ trì;" */
	*end_out = to;
	*helpers_end_out = to;
	for (size_t i = from; i < to; i++) {
		size_t len = 0;
		int cue = dd_phrases_match(self->cues, tokens, i, &len);
		if (cue == DD_SAY_LEAD && *end_out == to) {
			*end_out = i;
			behind = i + len;
		}
		if (cue != DD_SAY_WITH)
			continue;
		if (!dd_token_is_text(tokens, i + len - 1, "với") &&
			names_nobody(tokens, i + len, to)) {
			if (i <= behind + 1 || tokens->items[behind].kind != DD_TOKEN_SIGN)
				continue;
			*helpers_end_out = i;
			return behind + 1;
		}
		*end_out = MIN(*end_out, i);
		return dd_token_is_sign(tokens, i + len, ':') ? i + len + 1 : i + len;
	}
	return to;
}
