/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target-figure.c: numbers that are to be reached, told apart from dates, clauses, ages and numbers of documents */
#include <string.h>

#include "target-private.h"

#define DIGITS_MAX 15u /* more digits are no figure */
#define STATE_REACH 8u /* tokens from a count to the state that is said of it */
#define NEAR 3u        /* tokens between a verb and its figure */
#define PER_MAX 3u     /* "/người/năm" */
#define RANKS_MAX 200u /* places that may be told of */
#define MORE_REACH 4u  /* tokens from a unit to "trở lên" */

const char *const dd_unit_rank = "hạng";

const char *
dd_figure_text(const DdTokens *tokens, size_t from, size_t to, DdArena *arena)
{
	while (from < to && tokens->items[from].kind == DD_TOKEN_SIGN &&
		!dd_token_is_sign(tokens, from, '(') && !dd_token_is_sign(tokens, from, 0x201C))
		from++;
	while (to > from && tokens->items[to - 1].kind == DD_TOKEN_SIGN &&
		!dd_token_is_sign(tokens, to - 1, ')') && !dd_token_is_sign(tokens, to - 1, '%') &&
		!dd_token_is_sign(tokens, to - 1, 0x2030) && !dd_token_is_sign(tokens, to - 1, 0x201D))
		to--;
	if (from >= to)
		return NULL;
	size_t start = tokens->items[from].start, end = dd_token_end(tokens, to - 1);
	return dd_arena_fold(arena, tokens->text + start, end - start);
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

static bool
is_unit(int cue)
{
	return cue == DD_AIM_UNIT || cue == DD_AIM_PERSON || cue == DD_AIM_PAPER;
}

/* "12/12 thôn". Returns: token behind the second number, @end where it is not so */
static size_t
skip_all(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t end, size_t to)
{
	bool same = end == at + 1 && at + 3 < to && dd_token_is_sign(tokens, end, '/') &&
		    is_tight(tokens, end, to) && is_tight(tokens, end + 1, to) &&
		    tokens->items[end + 1].kind == DD_TOKEN_NUMBER &&
		    tokens->items[end + 1].value == tokens->items[at].value &&
		    tokens->items[end + 2].kind == DD_TOKEN_WORD && !is_tight(tokens, end + 2, to);
	if (!same)
		return end;
	/* not the 10th of October: "10/10 trên địa bàn" */
	int cue = dd_phrases_match(self->cues, tokens, end + 2, NULL);
	bool day = at > 0 && dd_phrases_match(self->cues, tokens, at - 1, NULL) == DD_AIM_BAD;
	return !day && (cue < 0 || is_unit(cue)) ? end + 2 : end;
}

/* What has been read of the clause before the number */
typedef struct {
	int cue; /* last one */
	size_t cue_from, cue_end;
	size_t clause;
	bool strive, shorten, point, yearly;
	bool until;   /* "trước ngày" was met */
	bool aimed;   /* a verb of reaching was met */
	bool done;    /* a verb of work that brings a number */
	bool goes_on; /* a figure of the same sentence stands before */
} Before;

static bool
is_near_aim(const Before *before, size_t at)
{
	return before->cue_end + NEAR > at && before->cue_end > 0;
}

/* The 2 of "m2". Returns: token behind it, @at when there is none */
static size_t
skip_power(const DdTokens *tokens, size_t at, size_t to)
{
	bool power = at > 0 && at < to && tokens->items[at].kind == DD_TOKEN_NUMBER &&
		     tokens->items[at].len == 1 && is_tight(tokens, at, to) &&
		     tokens->items[at - 1].kind == DD_TOKEN_WORD;
	return power ? at + 1 : at;
}

/* "lớp/năm", "triệu đồng/người/năm". Returns: token behind what each count is for, @at when nothing is told */
static size_t
skip_per(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to)
{
	for (unsigned n = 0; n < PER_MAX; n++) {
		size_t len = 1;
		if (at + 1 >= to || !dd_token_is_sign(tokens, at, '/') || !is_tight(tokens, at, to) ||
			!is_tight(tokens, at + 1, to) || tokens->items[at + 1].kind != DD_TOKEN_WORD)
			break;
		if (!is_unit(dd_phrases_match(self->cues, tokens, at + 1, &len)))
			len = 1;
		at = skip_power(tokens, MIN(at + 1 + len, to), to);
	}
	return at;
}

/* Reads the unit behind a number that ends at @end; hours ("dưới 3 giờ") only where it is @bounded. Returns: behind it, 0 when what follows is no unit */
static size_t
read_unit(const DdTargetGrammar *self, const DdTokens *tokens, size_t end, size_t to, bool bounded,
	DdArena *arena, const char **unit)
{
	size_t len = 0;
	if (end < to && dd_token_is_sign(tokens, end, '%')) {
		*unit = "%";
		return skip_per(self, tokens, end + 1, to); /* "8%/năm" is a share of each year */
	}
	if (end < to && dd_token_is_sign(tokens, end, 0x2030)) {
		*unit = "‰";
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
	if (!is_unit(cue) && cue != DD_AIM_BAD)
		len = 1;
	size_t behind = skip_per(self, tokens, skip_power(tokens, end + len, to), to);
	*unit = dd_figure_text(tokens, end, behind, arena);
	return behind;
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

/* Verbs behind which, however far, a count of its own unit is reached in a section of aims */
static bool
is_reached(int cue)
{
	return cue == DD_AIM_REACH || cue == DD_AIM_STRIVE || cue == DD_AIM_FINISH ||
	       cue == DD_AIM_BUILD || cue == DD_AIM_MAKE || cue == DD_AIM_DO ||
	       cue == DD_AIM_AT_LEAST;
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

/* "trở lên", "trở xuống" behind the figure and a few words. Returns: its cue, or another one or -1 where there is none */
static int
bound_behind(const DdTargetGrammar *self, const DdTokens *tokens, const DdFigure *figure)
{
	int behind = dd_phrases_match(self->cues, tokens, figure->to, NULL);
	for (size_t i = figure->to; behind != DD_AIM_OR_MORE && behind != DD_AIM_OR_LESS &&
				    i < figure->to + MORE_REACH && i < tokens->n &&
				    tokens->items[i].kind == DD_TOKEN_WORD;
		i++)
		behind = dd_phrases_match(self->cues, tokens, i, NULL);
	return behind;
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
		i < to && i < figure->to + STATE_REACH && tokens->items[i].kind == DD_TOKEN_WORD;
		i++) {
		int cue = dd_phrases_match(self->cues, tokens, i, NULL);
		if (cue == DD_AIM_REACH || cue == DD_AIM_STATE)
			return true;
	}
	return false;
}

/* The cue that the unit of @figure begins with */
static int
cue_of_unit(const DdTargetGrammar *self, const DdTokens *tokens, const DdFigure *figure)
{
	size_t at = figure->from;
	while (at < figure->to && tokens->items[at].kind != DD_TOKEN_WORD)
		at++;
	return at < figure->to ? dd_phrases_match(self->cues, tokens, at, NULL) : -1;
}

/* Is what is counted a thing, and no time, number, step or place: "02 số", "03 bước", "02 lần"? */
static bool
is_thing(const DdTargetGrammar *self, const DdTokens *tokens, const DdFigure *figure)
{
	return figure->unit != NULL && (cue_of_unit(self, tokens, figure) != DD_AIM_BAD ||
					       g_str_has_prefix(figure->unit, "lớp"));
}

/* "04 lớp, khoảng 320 học viên": a product that is told in numbers; papers are not ("03 quyết định") */
static bool
is_made(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before,
	const DdFigure *figure)
{
	int cue = cue_of_unit(self, tokens, figure);
	bool begins = figure->from == before->clause ||
		      dd_token_is_sign(tokens, figure->from - 1, ',');
	return begins && cue != DD_AIM_PAPER && is_thing(self, tokens, figure);
}

/* "cho", "đối với" right before @at */
static bool
is_for(const DdTargetGrammar *self, const DdTokens *tokens, size_t at)
{
	return dd_phrases_match(self->cues, tokens, at - 1, NULL) == DD_AIM_FOR ||
	       (at >= 2 && dd_token_is_text(tokens, at - 1, "với") &&
		       dd_token_is_text(tokens, at - 2, "đối"));
}

/*
 * In the text of a task: "tổ chức 03 hội nghị", "mở 12 lớp … cho 600 lượt người". @reached: an aim of the sentence stands
 * before
 */
static bool
is_done(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before,
	const DdFigure *figure, bool touches)
{
	int cue = cue_of_unit(self, tokens, figure);
	/* "mỗi nhà hỗ trợ 60 triệu đồng" is what it costs */
	if (figure->unit == NULL || cue == DD_AIM_PAPER || cue == DD_AIM_YEAR ||
		g_str_has_suffix(figure->unit, "đồng"))
		return false;
	if (touches && before->cue == DD_AIM_DO)
		return is_thing(self, tokens, figure);
	/* ", 01 đoàn công tác": digits with a nought before them count */
	bool nought = tokens->text[tokens->items[figure->from].start] == '0';
	if (cue != DD_AIM_PERSON && cue != DD_AIM_UNIT && !(cue < 0 && nought))
		return false;
	int last = dd_phrases_match(self->cues, tokens, figure->from - 1, NULL);
	bool goes_on = dd_token_is_sign(tokens, figure->from - 1, ',') || last == DD_AIM_AND;
	/* "bồi dưỡng nghiệp vụ cho 350 giáo viên", "cưỡng chế nợ thuế đối với 31 doanh nghiệp" */
	if (is_for(self, tokens, figure->from) && (cue == DD_AIM_PERSON || cue == DD_AIM_UNIT))
		return before->goes_on || before->done;
	return before->goes_on && goes_on;
}

static bool
is_percent_aim(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before,
	const DdFigure *figure, size_t to, DdFigurePlace place)
{
	bool touches = before->cue_end == figure->from && before->cue_end > 0;
	bool reached = is_near_aim(before, figure->from) &&
		       (before->cue == DD_AIM_REACH || before->cue == DD_AIM_DO ||
			       before->cue == DD_AIM_STRIVE);
	if (place == DD_FIGURE_IN_AIMS || reached || before->strive ||
		(touches && before->cue == DD_AIM_FROM))
		return true;
	if (touches && (before->cue == DD_AIM_UNDER || is_bound(before, figure, place)))
		return is_bound(before, figure, place);
	/* a share of something: "100% cán bộ"; not "quỹ đất 20% tại các dự án" */
	return figure->to < to && tokens->items[figure->to].kind == DD_TOKEN_WORD &&
	       dd_phrases_match(self->cues, tokens, figure->to, NULL) != DD_AIM_PLACE;
}

/* Does the unit tell that things, areas or sums are counted, or the figure go on from one before: ", 02 xã"? */
static bool
is_counted(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before,
	const DdFigure *figure)
{
	static const char *const measures[] = {"ha", "km", "m", "m2", "m3", "tấn", "tạ", "MW",
		"kWh", "căn", "cây", "giường", "km2"};
	bool touches = before->cue_end == figure->from && before->cue_end > 0;
	if (figure->unit == NULL || figure->from == 0 || (touches && before->cue == DD_AIM_PLACE))
		return false;
	int cue = cue_of_unit(self, tokens, figure);
	if (cue >= 0)
		return is_unit(cue); /* "và 4 tháng" is a time */
	for (size_t i = 0; i < G_N_ELEMENTS(measures); i++)
		if (g_str_has_prefix(figure->unit, measures[i]) &&
			strchr("/", figure->unit[strlen(measures[i])]) != NULL) /* "tạ/ha" */
			return true;
	return dd_token_is_sign(tokens, figure->from - 1, ',') ||
	       dd_phrases_match(self->cues, tokens, figure->from - 1, NULL) == DD_AIM_AND;
}

/* "gói hỗ trợ khoảng 30 nghìn tỷ đồng" in a sentence of work: what it costs */
static bool
is_cost(const Before *before, const DdFigure *figure, DdFigurePlace place)
{
	return before->cue == DD_AIM_ABOUT && place == DD_FIGURE_IN_WORK && !before->strive &&
	       figure->unit != NULL && g_str_has_suffix(figure->unit, "đồng");
}

/* "kê đơn tối đa 60 ngày", "trong vòng 03 ngày làm việc", "trước ngày kiểm tra ít nhất 03 ngày": days that are a term */
static bool
is_term(const Before *before)
{
	return before->until ||
	       ((before->cue == DD_AIM_AT_MOST || before->cue == DD_AIM_ABOUT) && !before->shorten);
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
	bool days = figure->unit != NULL && g_str_has_prefix(figure->unit, "ngày");
	if (bound && is_cost(before, figure, place))
		return false;
	if (bound && before->cue == DD_AIM_ABOUT && tokens->items[before->cue_from].len > 6 &&
		!before->shorten)
		return figure->unit != NULL && !days;
	if (bound && days && !all && is_term(before))
		return false;
	if (bound || figure->whole || (touches && before->cue == DD_AIM_BUILD))
		return true;
	if (touches && before->yearly && (all || is_thing(self, tokens, figure)))
		return true;
	if (touches && before->cue == DD_AIM_FROM && before->strive &&
		bound_behind(self, tokens, figure) == DD_AIM_OR_MORE)
		return true;
	if (place == DD_FIGURE_IN_PRODUCT)
		return is_result(self, tokens, before, figure, to) ||
		       is_made(self, tokens, before, figure);
	if (!all)
		return figure->from > 0 && is_done(self, tokens, before, figure, touches);
	bool reached = is_near_aim(before, figure->from) &&
		       (before->cue == DD_AIM_REACH || before->cue == DD_AIM_STRIVE ||
			       before->cue == DD_AIM_RAISE || before->cue == DD_AIM_MAKE ||
			       before->cue == DD_AIM_DO);
	/* "hoàn thành đo đạc 9.850 ha", "có 05 xã đạt chuẩn, 02 xã kiểu mẫu" */
	bool counted = before->aimed && is_counted(self, tokens, before, figure);
	reached = reached || counted;
	bool from_up = touches && before->cue == DD_AIM_FROM;
	/* "Giáo viên dạy giỏi cấp trường: 06 người" */
	bool told = figure->from > 0 && dd_token_is_sign(tokens, figure->from - 1, ':') &&
		    is_counted(self, tokens, before, figure);
	return (reached || from_up || told || figure->from == before->clause);
}

static const char *
op_of(const DdTargetGrammar *self, const DdTokens *tokens, const Before *before, const DdFigure *figure)
{
	bool touches = before->cue_end == figure->from && before->cue_end > 0;
	int behind = bound_behind(self, tokens, figure);
	if (touches && behind != DD_AIM_OR_MORE && before->cue == DD_AIM_OVER)
		return ">";
	if (touches && behind != DD_AIM_OR_LESS && before->cue == DD_AIM_UNDER)
		return "<";
	if (behind == DD_AIM_OR_LESS || (touches && is_at_most(before->cue)))
		return "<=";
	if (behind == DD_AIM_OR_MORE || before->strive ||
		(touches && (is_at_least(before->cue) || before->cue == DD_AIM_FROM)))
		return ">=";
	if (figure->from > 0 && tokens->items[figure->from - 1].kind == DD_TOKEN_SIGN) {
		uint32_t sign = tokens->items[figure->from - 1].value;
		if (sign == '>' || sign == '<')
			return sign == '>' ? ">" : "<";
		if (sign == 0x2265)
			return ">=";
		if (sign == 0x2264)
			return "<=";
		if (sign == '=' && figure->from > 1 && dd_token_is_sign(tokens, figure->from - 2, '>'))
			return ">=";
		if (sign == '=' && figure->from > 1 && dd_token_is_sign(tokens, figure->from - 2, '<'))
			return "<=";
	}
	return "=";
}

/* "từ 70% lên 85%", "từ 5% xuống còn 3%": where it is, before where it is to be */
static bool
is_start(const DdTargetGrammar *self, const DdTokens *tokens, size_t end, size_t to)
{
	size_t len = 0, at = dd_token_is_sign(tokens, end, '%') ? end + 1 : end;
	int cue = dd_phrases_match(self->cues, tokens, at, &len);
	if (cue != DD_AIM_RAISE && cue != DD_AIM_AT_MOST)
		return false;
	at += len;
	cue = dd_phrases_match(self->cues, tokens, at, &len); /* "xuống còn dưới 2%" */
	at += is_at_least(cue) || is_at_most(cue) ? len : 0;
	return at < to && tokens->items[at].kind == DD_TOKEN_NUMBER;
}

/* "xếp thứ 10/34", "thuộc nhóm 10 tỉnh dẫn đầu": a place among others */
static bool
read_rank(const Before *before, const DdTokens *tokens, size_t at, size_t to, DdFigure *figure)
{
	bool in = before->cue == DD_AIM_RANK_IN;
	if (before->cue_end != at || before->cue_end == 0 || (!in && before->cue != DD_AIM_RANK) ||
		tokens->items[at].value == 0 || tokens->items[at].value > RANKS_MAX)
		return false;
	size_t end = at + 1;
	if (end + 1 < to && dd_token_is_sign(tokens, end, '/') &&
		tokens->items[end + 1].kind == DD_TOKEN_NUMBER)
		end += 2;
	figure->value = tokens->items[at].value;
	figure->unit = dd_unit_rank;
	figure->op = in ? "<=" : "=";
	figure->to = (uint32_t)end;
	return true;
}

/* The signs of ">= 80%" */
static bool
is_compare(const DdTokens *tokens, size_t i)
{
	return dd_token_is_sign(tokens, i, '=') || dd_token_is_sign(tokens, i, '>') ||
	       dd_token_is_sign(tokens, i, '<') || dd_token_is_sign(tokens, i, 0x2265) ||
	       dd_token_is_sign(tokens, i, 0x2264);
}

/* Reads the number at @at as a figure. Returns: FALSE when it is none; figure->to is behind what was read */
static bool
read_figure(const DdTargetGrammar *self, const DdTokens *tokens, size_t at, size_t to,
	DdFigurePlace place, const Before *before, DdArena *arena, DdFigure *figure)
{
	size_t end = dd_figure_number(tokens, at, to, &figure->value);
	figure->from = (uint32_t)at;
	figure->to = (uint32_t)(end != 0 ? end : at + 1);
	bool led = before->cue_end == at && before->cue != DD_AIM_BAD &&
		   before->cue != DD_AIM_UNIT && before->cue != DD_AIM_YEAR;
	figure->lead = (uint32_t)(led ? before->cue_from : at);
	while (figure->lead > before->clause && is_compare(tokens, figure->lead - 1))
		figure->lead--;
	figure->clause = (uint32_t)before->clause;
	figure->unit = NULL;
	bool all = place == DD_FIGURE_IN_AIMS;
	if (end != 0 && all && read_rank(before, tokens, at, to, figure))
		return true;
	if (end != 0) {
		size_t behind = skip_all(self, tokens, at, end, to);
		figure->whole = behind > end;
		end = behind;
	}
	if (end == 0 || is_glued(tokens, at, end, to))
		return false;
	if (is_start(self, tokens, end, to))
		return false;
	/* a bare year is no count, and the word behind it no unit: "đến năm 2026 có 02 xã" */
	if (tokens->items[at].len == 4 && figure->value >= 1900 && figure->value < 2200 &&
		end == at + 1 && !dd_token_is_sign(tokens, end, '%'))
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
	else if (in_range_alone && place == DD_FIGURE_IN_WORK)
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
	if (end != 0 && skip_all(self, tokens, at, end, to) > end)
		return true;
	bool rank = place == DD_FIGURE_IN_AIMS && end == at + 1 &&
		    dd_token_is_sign(tokens, end, '/') && at > 0 &&
		    tokens->items[at - 1].kind == DD_TOKEN_WORD; /* "xếp thứ 10/34" */
	if (end == 0 || (is_glued(tokens, at, end, to) && !rank))
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
	DdFigurePlace place, bool goes_on, DdArena *arena, DdFigure *figure_out)
{
	size_t last = to;
	if (!find_numbers(self, tokens, to, place, &at, &last))
		return false;
	Before before = {.cue = -1, .clause = at, .aimed = goes_on, .goes_on = goes_on};
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
		if (cue < 0 || cue == DD_AIM_FOR || cue == DD_AIM_AND || cue == DD_AIM_ASIDE) {
			i++;
			continue;
		}
		before.cue_from = i;
		before.cue_end = i + len;
		before.cue = cue;
		before.aimed = before.aimed || is_reached(cue);
		before.strive = before.strive || cue == DD_AIM_STRIVE;
		before.done = before.done || cue == DD_AIM_DO;
		before.until = before.until || cue == DD_AIM_UNTIL || cue == DD_AIM_BEFORE;
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
