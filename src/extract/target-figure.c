/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target-figure.c: numbers that are to be reached, told apart from dates, clauses, ages and numbers of documents */
#include <string.h>

#include "target-private.h"

#define DIGITS_MAX 15u /* more digits are no figure */
#define STATE_REACH 8u /* tokens from a count to the state that is said of it */
#define NEAR 3u        /* tokens between a verb and its figure */

static const DdPhrase aim_cues[] = {
	{"ít nhất", DD_AIM_AT_LEAST},
	{"tối thiểu", DD_AIM_AT_LEAST},
	{"không dưới", DD_AIM_AT_LEAST},
	{"trên", DD_AIM_OVER},
	{"hơn", DD_AIM_OVER},
	{"không thấp hơn", DD_AIM_AT_LEAST},
	{"từ ít nhất", DD_AIM_AT_LEAST},
	{"không ít hơn", DD_AIM_AT_LEAST},
	{"tối thiểu là", DD_AIM_AT_LEAST},
	{"tối thiểu đạt", DD_AIM_AT_LEAST},
	{"ít nhất là", DD_AIM_AT_LEAST},
	{"dưới", DD_AIM_UNDER},
	{"không quá", DD_AIM_AT_MOST},
	{"tối đa", DD_AIM_AT_MOST},
	{"không vượt quá", DD_AIM_AT_MOST},
	{"giảm còn", DD_AIM_AT_MOST},
	{"xuống còn", DD_AIM_AT_MOST},
	{"còn dưới", DD_AIM_AT_MOST},
	{"xuống dưới", DD_AIM_AT_MOST},
	{"giảm xuống", DD_AIM_AT_MOST},
	{"giảm xuống còn", DD_AIM_AT_MOST},
	{"tối đa là", DD_AIM_AT_MOST},
	{"khoảng", DD_AIM_ABOUT},
	{"ước", DD_AIM_ABOUT},
	{"đạt khoảng", DD_AIM_ABOUT},
	{"đạt", DD_AIM_REACH},
	{"có", DD_AIM_REACH},
	{"tăng", DD_AIM_REACH},
	{"giảm", DD_AIM_REACH},
	{"đón", DD_AIM_REACH},
	{"chiếm", DD_AIM_REACH},
	{"thêm", DD_AIM_REACH},
	{"xây dựng", DD_AIM_REACH},
	{"thành lập", DD_AIM_REACH},
	{"trồng", DD_AIM_REACH},
	{"hỗ trợ", DD_AIM_REACH},
	{"đào tạo", DD_AIM_REACH},
	{"công nhận", DD_AIM_REACH},
	{"thu hút", DD_AIM_REACH},
	{"giải quyết", DD_AIM_REACH},
	{"tạo", DD_AIM_REACH},
	{"phát triển", DD_AIM_REACH},
	{"kết nạp", DD_AIM_REACH},
	{"thu", DD_AIM_REACH},
	{"đạt được", DD_AIM_REACH},
	{"bình quân", DD_AIM_REACH},
	{"cắt giảm", DD_AIM_REACH},
	{"kéo giảm", DD_AIM_REACH},
	{"giải ngân", DD_AIM_REACH},
	{"đào tạo nghề cho", DD_AIM_REACH},
	{"là", DD_AIM_REACH},
	{"được", DD_AIM_REACH},
	{"hình thành", DD_AIM_REACH},
	{"bảo đảm", DD_AIM_REACH},
	{"đảm bảo", DD_AIM_REACH},
	{"duy trì", DD_AIM_REACH},
	{"tổ chức", DD_AIM_REACH},
	{"mở", DD_AIM_REACH},
	{"cấp", DD_AIM_BAD},
	{"triển khai", DD_AIM_REACH},
	{"phấn đấu", DD_AIM_STRIVE},
	{"phấn đấu đạt", DD_AIM_AT_LEAST},
	{"phấn đấu có", DD_AIM_AT_LEAST},
	{"mỗi năm", DD_AIM_YEARLY},
	{"từ", DD_AIM_FROM},
	{"đến", DD_AIM_TO},
	{"tới", DD_AIM_TO},
	{"trở lên", DD_AIM_OR_MORE},
	{"trở xuống", DD_AIM_OR_LESS},
	{"ngày", DD_AIM_BAD},
	{"tháng", DD_AIM_BAD},
	{"quý", DD_AIM_BAD},
	{"giai đoạn", DD_AIM_BAD},
	{"thời kỳ", DD_AIM_BAD},
	{"số", DD_AIM_BAD},
	{"điều", DD_AIM_BAD},
	{"khoản", DD_AIM_BAD},
	{"hạng", DD_AIM_BAD},
	{"mức", DD_AIM_BAD},
	{"mức độ", DD_AIM_BAD},
	{"loại", DD_AIM_BAD},
	{"nhóm", DD_AIM_BAD},
	{"thứ", DD_AIM_BAD},
	{"khóa", DD_AIM_BAD},
	{"lần", DD_AIM_BAD},
	{"mục", DD_AIM_BAD},
	{"phụ lục", DD_AIM_BAD},
	{"quốc lộ", DD_AIM_BAD},
	{"quyết định", DD_AIM_BAD},
	{"nghị quyết", DD_AIM_BAD},
	{"kế hoạch", DD_AIM_BAD},
	{"đề án", DD_AIM_BAD},
	{"chỉ thị", DD_AIM_BAD},
	{"lớp", DD_AIM_BAD},
	{"thông tư", DD_AIM_BAD},
	{"nghị định", DD_AIM_BAD},
	{"luật", DD_AIM_BAD},
	{"khu vực", DD_AIM_BAD},
	{"phần", DD_AIM_BAD},
	{"bước", DD_AIM_BAD},
	{"tổng đài", DD_AIM_BAD},
	{"trung ương", DD_AIM_BAD},
	{"lúc", DD_AIM_BAD},
	{"bậc", DD_AIM_BAD},
	{"so với", DD_AIM_AGAINST},
	{"chưa đạt", DD_AIM_AGAINST},
	{"không đạt", DD_AIM_AGAINST},
	{"trước ngày", DD_AIM_UNTIL},
	{"vào năm", DD_AIM_UNTIL},
	{"trong năm", DD_AIM_UNTIL},
	{"vào cuối năm", DD_AIM_UNTIL},
	{"đến năm", DD_AIM_UNTIL},
	{"đến hết năm", DD_AIM_UNTIL},
	{"trong quý", DD_AIM_UNTIL},
	{"trước", DD_AIM_BEFORE},
	{"lắp đặt", DD_AIM_BUILD},
	{"lắp đặt mới", DD_AIM_BUILD},
	{"lắp", DD_AIM_BUILD},
	{"khởi công", DD_AIM_BUILD},
	{"khởi công mới", DD_AIM_BUILD},
	{"khởi công xây dựng", DD_AIM_BUILD},
	{"khánh thành", DD_AIM_BUILD},
	{"xây mới", DD_AIM_BUILD},
	{"xây dựng mới", DD_AIM_BUILD},
	{"cứng hóa", DD_AIM_BUILD},
	{"xóa", DD_AIM_BUILD},
	{"đưa vào sử dụng", DD_AIM_BUILD},
	{"đưa vào hoạt động", DD_AIM_BUILD},
	{"diễn tập", DD_AIM_BUILD},
	{"trồng mới", DD_AIM_BUILD},
	{"kết nạp", DD_AIM_BUILD},
	{"kết nạp mới", DD_AIM_BUILD},
	{"thành lập mới", DD_AIM_BUILD},
	{"lên", DD_AIM_RAISE},
	{"lên thành", DD_AIM_RAISE},
	{"nâng lên", DD_AIM_RAISE},
	{"lên mức", DD_AIM_RAISE},
	{"học liệu", DD_AIM_UNIT},
	{"bài giảng", DD_AIM_UNIT},
	{"học kỳ", DD_AIM_BAD},
	{"cho", DD_AIM_FOR},
	{"cơ bản", DD_AIM_MOSTLY},
	{"tuần", DD_AIM_SPAN},
	{"tuổi", DD_AIM_SPAN},
	{"giờ", DD_AIM_HOUR},
	{"năm tuổi", DD_AIM_SPAN},
	{"ngày đêm", DD_AIM_SPAN},
	{"rút ngắn", DD_AIM_SHORTEN},
	{"trong vòng", DD_AIM_ABOUT},
	{"tại", DD_AIM_PLACE},
	{"của", DD_AIM_PLACE},
	{"trong", DD_AIM_PLACE},
	{"theo", DD_AIM_PLACE},
	{"thuộc", DD_AIM_PLACE},
	{"hoàn thành", DD_AIM_FINISH},
	{"mục tiêu", DD_AIM_GOAL},
	{"chỉ tiêu", DD_AIM_GOAL},
	{"mục tiêu chung", DD_AIM_GENERAL},
	{"mục tiêu tổng quát", DD_AIM_GENERAL},
	{"mục tiêu cụ thể", DD_AIM_GOAL},
	{"điểm", DD_AIM_POINT},
	{"năm", DD_AIM_YEAR},
	{"tỷ đồng", DD_AIM_UNIT},
	{"triệu đồng", DD_AIM_UNIT},
	{"nghìn đồng", DD_AIM_UNIT},
	{"nghìn tỷ đồng", DD_AIM_UNIT},
	{"tỷ usd", DD_AIM_UNIT},
	{"triệu usd", DD_AIM_UNIT},
	{"triệu lượt khách", DD_AIM_UNIT},
	{"triệu lượt", DD_AIM_UNIT},
	{"nghìn lượt khách", DD_AIM_UNIT},
	{"nghìn lượt", DD_AIM_UNIT},
	{"lượt khách", DD_AIM_UNIT},
	{"lượt người", DD_AIM_UNIT},
	{"triệu người", DD_AIM_UNIT},
	{"nghìn người", DD_AIM_UNIT},
	{"triệu đồng/người", DD_AIM_UNIT},
	{"nghìn ha", DD_AIM_UNIT},
	{"tỉ đồng", DD_AIM_UNIT},
	{"triệu tấn", DD_AIM_UNIT},
	{"nghìn tấn", DD_AIM_UNIT},
	{"công chức, viên chức", DD_AIM_UNIT},
	{"cán bộ, công chức", DD_AIM_UNIT},
	{"cán bộ, công chức, viên chức", DD_AIM_UNIT},
	{"công chức", DD_AIM_UNIT},
	{"viên chức", DD_AIM_UNIT},
	{"cán bộ", DD_AIM_UNIT},
	{"sản phẩm", DD_AIM_UNIT},
	{"mô hình", DD_AIM_UNIT},
	{"đảng viên", DD_AIM_UNIT},
	{"ngày làm việc", DD_AIM_UNIT},
	{"doanh nghiệp", DD_AIM_UNIT},
	{"hộ dân", DD_AIM_UNIT},
	{"hộ gia đình", DD_AIM_UNIT},
	{"học sinh", DD_AIM_UNIT},
	{"giáo viên", DD_AIM_UNIT},
	{"người dân", DD_AIM_UNIT},
	{"hợp tác xã", DD_AIM_UNIT},
	{"dự án", DD_AIM_UNIT},
	{"nhiệm vụ", DD_AIM_UNIT},
	{"phóng sự", DD_AIM_UNIT},
	{"hội nghị", DD_AIM_UNIT},
	{"cơ sở", DD_AIM_UNIT},
	{"địa phương", DD_AIM_UNIT},
	{"đơn vị", DD_AIM_UNIT},
	{"cơ quan", DD_AIM_UNIT},
	{"công trình", DD_AIM_UNIT},
	{"lao động", DD_AIM_UNIT},
	{"chuyên mục", DD_AIM_UNIT},
	{"chuyên đề", DD_AIM_UNIT},
	{"văn bản", DD_AIM_UNIT},
	{"thủ tục", DD_AIM_UNIT},
	{"thủ tục hành chính", DD_AIM_UNIT},
	{"dịch vụ", DD_AIM_UNIT},
	{"trường học", DD_AIM_UNIT},
	{"bệnh viện", DD_AIM_UNIT},
	{"giường bệnh", DD_AIM_UNIT},
	{"hồ sơ", DD_AIM_UNIT},
	{"sáng kiến", DD_AIM_UNIT},
	{"đề tài", DD_AIM_UNIT},
	{"tin, bài", DD_AIM_UNIT},
	{"tin bài", DD_AIM_UNIT},
	{"hội viên", DD_AIM_UNIT},
	{"đoàn viên", DD_AIM_UNIT},
	{"trẻ em", DD_AIM_UNIT},
	{"phụ nữ", DD_AIM_UNIT},
	{"làng nghề", DD_AIM_UNIT},
	{"tuyến đường", DD_AIM_UNIT},
	{"câu lạc bộ", DD_AIM_UNIT},
	{"chương trình", DD_AIM_UNIT},
	{"hoạt động", DD_AIM_UNIT},
	{"tổ chức khoa học", DD_AIM_UNIT},
	{"quy trình", DD_AIM_UNIT},
	{"học viên", DD_AIM_UNIT},
	{"giảng viên", DD_AIM_UNIT},
	{"sinh viên", DD_AIM_UNIT},
	{"đại biểu", DD_AIM_UNIT},
	{"cộng tác viên", DD_AIM_UNIT},
	{"tuyên truyền viên", DD_AIM_UNIT},
	{"nông dân", DD_AIM_UNIT},
	{"thanh niên", DD_AIM_UNIT},
	{"người lao động", DD_AIM_UNIT},
	{"người cao tuổi", DD_AIM_UNIT},
	{"hộ nghèo", DD_AIM_UNIT},
	{"hộ cận nghèo", DD_AIM_UNIT},
	{"báo cáo", DD_AIM_UNIT},
	{"hội thảo", DD_AIM_UNIT},
	{"cuộc thi", DD_AIM_UNIT},
	{"phòng học", DD_AIM_UNIT},
	{"nhà tạm", DD_AIM_UNIT},
	{"ứng dụng", DD_AIM_UNIT},
	{"phần mềm", DD_AIM_UNIT},
	{"cơ sở dữ liệu", DD_AIM_UNIT},
	{"tài liệu", DD_AIM_UNIT},
	{"ấn phẩm", DD_AIM_UNIT},
	{"tờ rơi", DD_AIM_UNIT},
	{"trạm y tế", DD_AIM_UNIT},
	{"nhà văn hóa", DD_AIM_UNIT},
	{"di tích", DD_AIM_UNIT},
	{"tiêu chí", DD_AIM_UNIT},
	{"tiêu chuẩn", DD_AIM_UNIT},
	{"tổ dân phố", DD_AIM_UNIT},
	{"khu phố", DD_AIM_UNIT},
	{"cụm công nghiệp", DD_AIM_UNIT},
	{"khu công nghiệp", DD_AIM_UNIT},
	{"nhà máy", DD_AIM_UNIT},
	{"mã số", DD_AIM_UNIT},
	{"phần trăm", DD_AIM_UNIT},
	{"tác phẩm", DD_AIM_UNIT},
	{"bác sĩ", DD_AIM_UNIT},
	{"điều dưỡng", DD_AIM_UNIT},
};

DdTargetGrammar *
dd_target_grammar_new(DdLexicon *lexicon)
{
	DdTargetGrammar *self = g_new0(DdTargetGrammar, 1);
	self->cues = dd_phrases_new(lexicon, aim_cues, G_N_ELEMENTS(aim_cues));
	return self;
}

void
dd_target_grammar_free(DdTargetGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->cues);
	g_free(self);
}

const char *
dd_figure_text(const DdTokens *tokens, size_t from, size_t to, DdArena *arena)
{
	while (from < to && tokens->items[from].kind == DD_TOKEN_SIGN &&
		!dd_token_is_sign(tokens, from, '('))
		from++;
	while (to > from && tokens->items[to - 1].kind == DD_TOKEN_SIGN &&
		!dd_token_is_sign(tokens, to - 1, ')') && !dd_token_is_sign(tokens, to - 1, '%'))
		to--;
	if (from >= to)
		return NULL;
	size_t start = tokens->items[from].start, end = dd_token_end(tokens, to - 1);
	char *text = dd_arena_strndup(arena, tokens->text + start, end - start), *out = text;
	for (const char *in = text; *in != '\0'; in++) {
		if ((unsigned char)*in > ' ')
			*out++ = *in;
		else if (out > text && out[-1] != ' ')
			*out++ = ' ';
	}
	*out = '\0';
	return text;
}

static bool
is_tight(const DdTokens *tokens, size_t i, size_t to)
{
	return i < to && !(tokens->items[i].flags & DD_TOKEN_SPACE);
}

/* Signs that make one of what stands on both their sides */
static bool
is_glue(const DdToken *token)
{
	return token->kind == DD_TOKEN_SIGN &&
	       (token->value == '/' || token->value == '-' || token->value == '.' ||
		       token->value == ':' || token->value == '_');
}

/* Part of a date, of a document's number or of a word: 15/5, 52-NQ/TW, QL4D */
static bool
is_glued(const DdTokens *tokens, size_t from, size_t end, size_t to)
{
	const DdToken *items = tokens->items;
	if (from > 0 && is_tight(tokens, from, to)) {
		const DdToken *before = &items[from - 1];
		if (before->kind == DD_TOKEN_WORD)
			return true;
		if (from > 1 && is_glue(before) && is_tight(tokens, from - 1, to) &&
			!(before->value == '-' && items[from - 2].kind == DD_TOKEN_SIGN))
			return true;
	}
	if (!is_tight(tokens, end, to))
		return false;
	if (items[end].kind == DD_TOKEN_WORD)
		return true;
	return is_glue(&items[end]) && is_tight(tokens, end + 1, to) &&
	       !(items[end].value == '-' && items[end + 1].kind == DD_TOKEN_NUMBER);
}

size_t
dd_figure_number(const DdTokens *tokens, size_t at, size_t to, double *value_out)
{
	const DdToken *first = &tokens->items[at];
	if (first->len > DIGITS_MAX || first->value == UINT32_MAX)
		return 0;
	double n = first->value;
	size_t i = at + 1;
	while (i + 1 < to && dd_token_is_sign(tokens, i, '.') && is_tight(tokens, i, to) &&
		is_tight(tokens, i + 1, to) && tokens->items[i + 1].kind == DD_TOKEN_NUMBER &&
		tokens->items[i + 1].len == 3 && n < 1e12) {
		n = n * 1000 + tokens->items[i + 1].value;
		i += 2;
	}
	if (i + 1 < to && dd_token_is_sign(tokens, i, ',') && is_tight(tokens, i, to) &&
		is_tight(tokens, i + 1, to) && tokens->items[i + 1].kind == DD_TOKEN_NUMBER &&
		tokens->items[i + 1].len <= 4) {
		double scale = 1;
		for (unsigned k = 0; k < tokens->items[i + 1].len; k++)
			scale *= 10;
		/* one division: 3,6 must give the double nearest to 3.6 */
		n = (n * scale + tokens->items[i + 1].value) / scale;
		i += 2;
	}
	*value_out = n;
	return i;
}

/* What has been read of the clause before the number */
typedef struct {
	int cue; /* last one */
	size_t cue_from, cue_end;
	size_t clause;
	bool strive, shorten, point, yearly, from;
} Before;

static bool
is_near_aim(const Before *before, size_t at)
{
	return before->cue_end + NEAR > at && before->cue_end > 0;
}

/* Reads the unit behind a number that ends at @end; hours ("dưới 3 giờ") only where it is @bounded. Returns: behind it, 0 when what follows is no unit */
static size_t
read_unit(const DdTargetGrammar *self, const DdTokens *tokens, size_t end, size_t to, bool bounded,
	DdArena *arena, const char **unit)
{
	size_t len = 0;
	if (end < to && dd_token_is_sign(tokens, end, '%')) {
		*unit = "%";
		return end + 1;
	}
	if (end >= to || tokens->items[end].kind != DD_TOKEN_WORD)
		return 0;
	int cue = dd_phrases_match(self->cues, tokens, end, &len);
	bool span = cue == DD_AIM_SPAN || cue == DD_AIM_YEAR || (cue == DD_AIM_HOUR && !bounded);
	if (span || cue == DD_AIM_TO || cue == DD_AIM_PLACE || cue == DD_AIM_AGAINST ||
		cue == DD_AIM_OR_MORE || cue == DD_AIM_FROM)
		return 0;
	/* "03 quyết định", "12 kế hoạch" are counted though no number behind these words is */
	if (cue != DD_AIM_UNIT && cue != DD_AIM_BAD)
		len = 1;
	*unit = dd_figure_text(tokens, end, end + len, arena);
	return end + len;
}

/* "90 - 95%", "từ 5% đến 10%", "05 đến 07": the second number. Returns: behind its number, 0 when there is no range */
static size_t
range_end(const DdTargetGrammar *self, const DdTokens *tokens, size_t end, size_t to)
{
	double unused;
	size_t at = end;
	if (at < to && dd_token_is_sign(tokens, at, '%'))
		at++;
	if (at + 1 >= to)
		return 0;
	bool joins = dd_token_is_sign(tokens, at, '-') ||
		     dd_phrases_match(self->cues, tokens, at, NULL) == DD_AIM_TO;
	if (!joins || tokens->items[at + 1].kind != DD_TOKEN_NUMBER)
		return 0;
	return dd_figure_number(tokens, at + 1, to, &unused);
}

static bool
is_at_least(int cue)
{
	return cue == DD_AIM_AT_LEAST || cue == DD_AIM_OVER;
}

static bool
is_at_most(int cue)
{
	return cue == DD_AIM_AT_MOST || cue == DD_AIM_UNDER;
}

/* Words that touch the figure and bound it: "ít nhất 5"; not where they only tell which things are meant */
static bool
is_bound(const Before *before, const DdFigure *figure, DdFigurePlace place)
{
	if (before->cue == DD_AIM_UNDER)
		return before->strive || place != DD_FIGURE_IN_WORK;
	if (before->cue == DD_AIM_OVER && place == DD_FIGURE_IN_WORK && figure->unit != NULL &&
		strcmp(figure->unit, "ngày") == 0)
		return false;
	return is_at_least(before->cue) || before->cue == DD_AIM_AT_MOST ||
	       before->cue == DD_AIM_ABOUT;
}

/* "02 quy trình điện tử được công bố", "chứng nhận cho 450 giáo viên": a state is said of what is counted, or it gets it */
static bool
is_result(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before,
	const DdFigure *figure, size_t to)
{
	if (figure->from > 0 &&
		dd_phrases_match(self->cues, tokens, figure->from - 1, NULL) == DD_AIM_FOR)
		return true;
	if (figure->from != before->clause)
		return false;
	for (size_t i = figure->to;
		i < to && i < figure->to + STATE_REACH && tokens->items[i].kind == DD_TOKEN_WORD; i++)
		if (dd_phrases_match(self->cues, tokens, i, NULL) == DD_AIM_REACH)
			return true;
	return false;
}

static bool
is_percent_aim(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before,
	const DdFigure *figure, size_t to, DdFigurePlace place)
{
	bool touches = before->cue_end == figure->from && before->cue_end > 0;
	bool reached = is_near_aim(before, figure->from) &&
		       (before->cue == DD_AIM_REACH || before->cue == DD_AIM_STRIVE);
	if (place == DD_FIGURE_IN_AIMS || reached || before->strive ||
		(touches && before->cue == DD_AIM_FROM))
		return true;
	if (touches && (before->cue == DD_AIM_UNDER || is_bound(before, figure, place)))
		return is_bound(before, figure, place);
	/* a share of something: "100% cán bộ"; not "quỹ đất 20% tại các dự án" */
	return figure->to < to && tokens->items[figure->to].kind == DD_TOKEN_WORD &&
	       dd_phrases_match(self->cues, tokens, figure->to, NULL) != DD_AIM_PLACE;
}

static bool
is_aim(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before, DdFigure *figure,
	size_t to, DdFigurePlace place, bool percent)
{
	bool all = place == DD_FIGURE_IN_AIMS;
	bool touches = before->cue_end == figure->from && before->cue_end > 0;
	bool bound = touches && is_bound(before, figure, place);
	if (touches && (before->cue == DD_AIM_AGAINST || before->cue == DD_AIM_UNTIL))
		return false;
	if (percent)
		return is_percent_aim(self, tokens, before, figure, to, place);
	if (touches && (before->cue == DD_AIM_BAD || before->cue == DD_AIM_YEAR ||
			       before->cue == DD_AIM_BEFORE || before->cue == DD_AIM_TO))
		return false;
	if (bound && before->cue == DD_AIM_ABOUT && tokens->items[before->cue_from].len > 6 &&
		!before->shorten)
		return figure->unit != NULL && strcmp(figure->unit, "ngày") != 0;
	if (bound || (touches && (before->yearly || before->cue == DD_AIM_BUILD)))
		return true;
	if (place == DD_FIGURE_IN_PRODUCT)
		return is_result(self, tokens, before, figure, to);
	bool reached = is_near_aim(before, figure->from) &&
		       (before->cue == DD_AIM_REACH || before->cue == DD_AIM_STRIVE ||
			       before->cue == DD_AIM_RAISE);
	bool from_up = touches && before->cue == DD_AIM_FROM;
	return all && (reached || from_up || figure->from == before->clause);
}

static const char *
op_of(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before, const DdFigure *figure)
{
	bool touches = before->cue_end == figure->from && before->cue_end > 0;
	int behind = dd_phrases_match(self->cues, tokens, figure->to, NULL);
	if (behind == DD_AIM_OR_LESS || (touches && is_at_most(before->cue)))
		return "<=";
	if (behind == DD_AIM_OR_MORE || before->strive ||
		(touches && (is_at_least(before->cue) || before->cue == DD_AIM_FROM)))
		return ">=";
	if (figure->from > 0 && tokens->items[figure->from - 1].kind == DD_TOKEN_SIGN) {
		uint32_t sign = tokens->items[figure->from - 1].value;
		if (sign == 0x2265 || sign == '>')
			return ">=";
		if (sign == 0x2264 || sign == '<')
			return "<=";
	}
	return "=";
}

/* Reads the number at @at as a figure. Returns: FALSE when it is none; figure->to is behind what was read */
static bool
read_figure(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdFigurePlace place, const Before *before, DdArena *arena, DdFigure *figure)
{
	size_t end = dd_figure_number(tokens, at, to, &figure->value);
	figure->from = (uint32_t)at;
	figure->to = (uint32_t)(end != 0 ? end : at + 1);
	figure->lead = (uint32_t)(before->cue_end == at ? before->cue_from : at);
	figure->clause = (uint32_t)before->clause;
	figure->unit = NULL;
	bool all = place == DD_FIGURE_IN_AIMS;
	if (end == 0 || is_glued(tokens, at, end, to))
		return false;
	size_t rise = 0; /* tokens of "lên" between where a figure is and where it is to be */
	if (dd_phrases_match(self->cues, tokens, end, &rise) == DD_AIM_RAISE && end + rise < to &&
		tokens->items[end + rise].kind == DD_TOKEN_NUMBER)
		return false;
	size_t second = range_end(self, tokens, end, to);
	size_t number_end = second != 0 ? second : end;
	bool in_range_alone = second != 0 && !dd_token_is_sign(tokens, end, '%') &&
			      !dd_token_is_sign(tokens, second, '%');
	bool bounded = all && before->cue_end == at && is_bound(before, figure, place);
	size_t unit_end = read_unit(self, tokens, number_end, to, bounded, arena, &figure->unit);
	bool or_more = dd_phrases_match(self->cues, tokens, number_end, NULL) == DD_AIM_OR_MORE;
	figure->to = (uint32_t)(unit_end != 0 ? unit_end : number_end);
	if (unit_end == 0 && !(before->point && (or_more || all)))
		return false;
	if (unit_end == 0)
		figure->unit = "điểm";
	bool percent = figure->unit != NULL &&
		       (strcmp(figure->unit, "%") == 0 || strcmp(figure->unit, "phần trăm") == 0);
	if (percent)
		figure->unit = "%";
	else if (in_range_alone && !all)
		return false;
	/* a bare year is no count */
	if (!percent && tokens->items[at].len == 4 && figure->value >= 1900 &&
		figure->value < 2200 && end == at + 1)
		return false;
	if (!is_aim(self, tokens, before, figure, to, place, percent))
		return false;
	figure->op = op_of(self, tokens, before, figure);
	return true;
}

/* Does the sentence end at the sign @i? */
static bool
is_stop(const DdTokens *tokens, size_t i, size_t to)
{
	return dd_token_is_sign(tokens, i, ';') ||
	       (dd_token_is_sign(tokens, i, '.') && i + 1 < to &&
		       (tokens->items[i + 1].flags & DD_TOKEN_SPACE));
}

/* FALSE for a number that is no figure whatever stands before it, as most are: of a date, of a document, a year */
static bool
may_be_figure(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdFigurePlace place)
{
	double value;
	size_t end = dd_figure_number(tokens, at, to, &value);
	if (end == 0 || is_glued(tokens, at, end, to))
		return false;
	if (place == DD_FIGURE_IN_AIMS)
		return true;
	if (end < to && tokens->items[end].kind == DD_TOKEN_SIGN)
		return tokens->items[end].value == '%' || tokens->items[end].value == '-';
	if (end >= to || tokens->items[end].kind != DD_TOKEN_WORD)
		return false;
	int cue = dd_phrases_match(self->cues, tokens, end, NULL);
	if (tokens->items[at].len == 4 && value >= 1900 && value < 2200 && end == at + 1)
		return cue == DD_AIM_UNIT || cue == DD_AIM_TO;
	return cue != DD_AIM_SPAN && cue != DD_AIM_YEAR && cue != DD_AIM_PLACE &&
	       cue != DD_AIM_AGAINST && cue != DD_AIM_FROM;
}

/*
 * Narrows [@at, @to) to where cues matter: from the sentence of the first number that may be a figure to behind the last.
 * Returns: FALSE when there is none
 */
static bool
find_numbers(const DdTargetGrammar *self, const DdTokens *tokens, size_t to, DdFigurePlace place,
	size_t *at, size_t *last)
{
	size_t end = to, first = *at, begin = *at;
	while (end > first && !(tokens->items[end - 1].kind == DD_TOKEN_NUMBER &&
				      may_be_figure(self, tokens, end - 1, to, place)))
		end--;
	if (end == first)
		return false;
	for (; !(tokens->items[first].kind == DD_TOKEN_NUMBER &&
		     may_be_figure(self, tokens, first, to, place));
		first++)
		if (is_stop(tokens, first, to))
			begin = first + 1;
	*at = begin;
	*last = end;
	return true;
}

bool
dd_figure_next(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdFigurePlace place, DdArena *arena, DdFigure *figure_out)
{
	size_t last = to;
	if (!find_numbers(self, tokens, to, place, &at, &last))
		return false;
	Before before = {.cue = -1, .clause = at};
	*figure_out = (DdFigure){0};
	for (size_t i = at; i < last;) {
		const DdToken *token = &tokens->items[i];
		size_t len = 0;
		if (token->kind == DD_TOKEN_NUMBER) {
			if (read_figure(self, tokens, i, to, place, &before, arena, figure_out))
				break;
			i = figure_out->to > i ? figure_out->to : i + 1;
			continue;
		}
		if (is_stop(tokens, i, to)) {
			before = (Before){.cue = -1, .clause = i + 1};
			i++;
			continue;
		}
		int cue = token->kind == DD_TOKEN_WORD ? dd_phrases_match(self->cues, tokens, i, &len)
						       : -1;
		if (cue < 0 || cue == DD_AIM_FOR) {
			i++;
			continue;
		}
		before.cue_from = i;
		before.cue_end = i + len;
		before.cue = cue;
		before.strive = before.strive || cue == DD_AIM_STRIVE;
		before.shorten = before.shorten || cue == DD_AIM_SHORTEN;
		before.point = before.point || cue == DD_AIM_POINT;
		before.yearly = cue == DD_AIM_YEARLY;
		i += len;
	}
	if (figure_out->op == NULL)
		return false;
	size_t end = figure_out->to;
	while (end < to && !dd_token_is_sign(tokens, end, ';') &&
		!(dd_token_is_sign(tokens, end, '.') &&
			(end + 1 >= to || (tokens->items[end + 1].flags & DD_TOKEN_SPACE))))
		end++;
	figure_out->end = (uint32_t)end;
	return true;
}
