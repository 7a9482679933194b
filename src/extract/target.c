/* SPDX-License-Identifier: GPL-3.0-or-later */
/* target.c: figures of tasks, and aims that stand alone */
#include <string.h>

#include "date.h"
#include "maxima.h"
#include "target-private.h"

#define FIGURES_MAX 64u /* of one paragraph */
#define STATE_TOKENS 8u /* tokens at the start within which "hoàn thành" is the verb */
#define STRIVE_TOKENS 20u /* the same behind "phấn đấu": "xã được công nhận đạt chuẩn" */
#define LARGE_COUNT 10     /* a count as large is no other thing's by chance */
#define BRACKET_TOKENS 9u  /* tokens of a bracket behind a figure */
#define ANNOUNCE_TOKENS 9u /* words from "mục tiêu" to its colon */
#define AIM_TOKENS 12u     /* tokens at the start of a paragraph that may say it is an aim */

static bool
has_number(const DdTokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (tokens->items[i].kind == DD_TOKEN_NUMBER)
			return true;
	return false;
}

/* Returns: the year or the day in [@from, @to) by which a figure is to be reached, in the arena; NULL none. @behind: the figure */
static const char *
find_by(const DdTargetGrammar *self, DdContext *context, const DdTokens *tokens, size_t from,
	size_t to, bool behind)
{
	const char *by = NULL;
	bool against = false;
	if (!has_number(tokens, from, to))
		return NULL;
	for (size_t i = from; i < to; i++) {
		const DdToken *token = &tokens->items[i];
		DdDay day;
		size_t len = 0;
		if (token->kind == DD_TOKEN_WORD) {
			int cue = dd_phrases_match(self->cues, tokens, i, NULL);
			against = cue == DD_AIM_AGAINST ||
				  (against && (cue == DD_AIM_YEAR || cue < 0));
			bool further = cue == DD_AIM_STRIVE ||
				       (behind && (cue == DD_AIM_REACH || cue == DD_AIM_MAKE ||
							  cue == DD_AIM_DO || cue == DD_AIM_BUILD ||
							  cue == DD_AIM_FINISH));
			if (by != NULL && further) /* "trong năm 2026 và xây dựng …" */
				break;
			continue;
		}
		if (token->kind != DD_TOKEN_NUMBER || against)
			continue;
		if (dd_date_match(context->times, tokens, i, to, &day, &len) && dd_date_is_set(day)) {
			char buffer[DD_DATE_BUFFER];
			by = dd_arena_strdup(context->arena, dd_date_format(day, buffer));
			i += len - 1;
		} else if (token->len == 4 && token->value >= 2000 && token->value < 2200 &&
			   !(i > 0 && dd_token_is_sign(tokens, i - 1, ':') &&
				   !(token->flags & DD_TOKEN_SPACE))) { /* TCVN 13259:2020 */
			by = dd_figure_text(tokens, i, i + 1, context->arena);
		}
	}
	return by;
}

/* Returns: @to, before a "và" at the end of [@from, @to) */
static size_t
trim_and(const DdTargetGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	while (to > from &&
		(tokens->items[to - 1].kind == DD_TOKEN_SIGN
				? dd_token_is_sign(tokens, to - 1, ',')
				: dd_phrases_match(self->cues, tokens, to - 1, NULL) == DD_AIM_AND))
		to--;
	return to;
}

/* "hồ sơ (trừ hồ sơ mật) được xử lý": returns the bracket's end where words follow it, @at when it is not so */
static size_t
skip_except(const DdTokens *tokens, size_t at, size_t to)
{
	if (!dd_token_is_sign(tokens, at, '('))
		return at;
	for (size_t i = at + 1; i + 1 < to && i < at + BRACKET_TOKENS; i++)
		if (dd_token_is_sign(tokens, i, ')'))
			return tokens->items[i + 1].kind == DD_TOKEN_WORD ? i : at;
	return at;
}

/* Where what is counted ends: at "so với", "trước ngày", the next comma with a figure behind */
static size_t
end_of_counted(const DdTargetGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		int cue = tokens->items[i].kind == DD_TOKEN_WORD
				  ? dd_phrases_match(self->cues, tokens, i, NULL)
				  : -1;
		size_t aside = skip_except(tokens, i, to);
		if (cue == DD_AIM_AGAINST || cue == DD_AIM_UNTIL || cue == DD_AIM_BEFORE ||
			cue == DD_AIM_OR_MORE || (aside == i && dd_token_is_sign(tokens, i, '(')))
			return i;
		/* the bracket that the figure stands in ends, a list of what is counted begins */
		bool list = dd_token_is_sign(tokens, i, ':') &&
			    (i + 1 >= to || (tokens->items[i + 1].flags & DD_TOKEN_SPACE) != 0);
		if (dd_token_is_sign(tokens, i, ')') || list)
			return i;
		i = aside > i ? aside : i;
	}
	return to;
}

/* Returns: token behind "trở lên, trong đó …" of the figure before and "đạt", "phấn đấu", which are not what is counted */
static size_t
skip_lead_in(const DdTargetGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	size_t at = from, len = 0;
	for (; at < to; at += len) {
		int lead = dd_phrases_match(self->cues, tokens, at, &len);
		bool year = tokens->items[at].kind == DD_TOKEN_NUMBER && at > from;
		if (tokens->items[at].kind == DD_TOKEN_SIGN || year)
			len = 1;
		else if (lead != DD_AIM_STRIVE && lead != DD_AIM_OR_MORE && lead != DD_AIM_UNTIL &&
			 lead != DD_AIM_AND)
			break;
	}
	return at;
}

static bool
is_work(int cue)
{
	return cue == DD_AIM_DO || cue == DD_AIM_BUILD || cue == DD_AIM_MAKE;
}

/* What is counted: behind the figure, or before it where what is behind tells when, where or why */
static const char *
find_counted(const DdTargetGrammar *self, DdContext *context, const DdTokens *tokens,
	const DdFigure *figure, size_t end)
{
	size_t from = figure->to, to = figure->lead, len = 0;
	if (dd_token_is_sign(tokens, from, '(')) /* "100% (15/15) thôn" */
		for (size_t i = from + 1; i < end && i < from + BRACKET_TOKENS; i++)
			if (dd_token_is_sign(tokens, i, ')'))
				from = i + 1;
	if (dd_phrases_match(self->cues, tokens, from, &len) == DD_AIM_OR_MORE)
		from += len;
	int cue = from < end ? dd_phrases_match(self->cues, tokens, from, &len) : DD_AIM_ASIDE;
	bool over = cue == DD_AIM_OVER && !has_number(tokens, from, MIN(from + 2, end));
	bool aside = figure->unit == dd_unit_rank || cue == DD_AIM_ASIDE || cue == DD_AIM_PLACE ||
		     cue == DD_AIM_FROM || over || cue == DD_AIM_AND ||
		     dd_token_is_sign(tokens, from, ',') || dd_token_is_sign(tokens, from, ')') ||
		     dd_token_is_sign(tokens, from, '.');
	if (!aside) {
		size_t behind = trim_and(self, tokens, from, end_of_counted(self, tokens, from, end));
		const char *of = dd_figure_text(tokens, from, behind, context->arena);
		if (of != NULL)
			return of;
	}
	/* "Trung tâm xây dựng 04 phóng sự, phát …": who does it is not what is counted */
	if (aside && figure->lead < figure->from &&
		is_work(dd_phrases_match(self->cues, tokens, figure->lead, NULL)))
		return NULL;
	size_t at = skip_lead_in(self, tokens, figure->clause, to);
	for (size_t n = 3; n > 0; n--) {
		int last = to >= at + n ? dd_phrases_match(self->links, tokens, to - n, &len) : -1;
		if (last >= 0 && len == n)
			to -= n;
	}
	for (size_t i = at; i + 1 < to; i++) /* "từ 70%", where it is */
		if (tokens->items[i + 1].kind == DD_TOKEN_NUMBER &&
			dd_phrases_match(self->cues, tokens, i, NULL) == DD_AIM_FROM)
			to = i;
	while (to > at && (dd_token_is_sign(tokens, to - 1, '(') ||
				  dd_phrases_match(self->cues, tokens, to - 1, NULL) == DD_AIM_FOR))
		to--;
	const char *of = dd_figure_text(tokens, at, to, context->arena);
	return of != NULL || !aside
		       ? of
		       : dd_figure_text(tokens, from, end_of_counted(self, tokens, from, end),
				 context->arena);
}

/* Is @by, a year or a day, before the document's own year? */
static bool
is_past(const DdContext *context, const char *by)
{
	return by != NULL && g_ascii_strtoll(by, NULL, 10) < context->reading->document.year;
}

static void
fill(const DdTargetGrammar *self, DdContext *context, const DdTokens *tokens,
	const DdFigure *figure, size_t end, DdIndicator *out)
{
	*out = (DdIndicator){
		.span = dd_span(
			tokens->items[figure->from].start, dd_token_end(tokens, figure->to - 1)),
		.has_value = true,
		.value = figure->value,
		.unit = figure->unit,
		.op = figure->op,
		.confidence = 85,
	};
	out->of = find_counted(self, context, tokens, figure, end);
	out->by = find_by(self, context, tokens, figure->to, end, true);
	if (is_past(context, out->by)) /* "sổ hộ tịch giai đoạn 1995 - 2015" */
		out->by = NULL;
	if (out->by == NULL)
		out->by = find_by(self, context, tokens, figure->clause, figure->from, false);
	if (is_past(context, out->by))
		out->by = NULL;
}

/* Where the text of a figure ends: before the comma that the next figure of its clause stands behind */
static size_t
end_of_text(const DdTargetGrammar *self, const DdTokens *tokens, const DdFigure *figure,
	const DdFigure *next)
{
	if (next == NULL || next->from >= figure->end)
		return figure->end;
	/* "đến năm 2025 có 01 trường và đến năm 2030 có 02 trường": each has its year before it */
	for (size_t i = figure->to; i + 1 < next->lead; i++) {
		size_t len = 0;
		bool joint = dd_token_is_sign(tokens, i, ',') ||
			     dd_phrases_match(self->cues, tokens, i, NULL) == DD_AIM_AND;
		if (joint && dd_phrases_match(self->cues, tokens, i + 1, &len) == DD_AIM_UNTIL)
			return trim_and(self, tokens, figure->to, i);
	}
	/* "đạt trên 80%, án nghiêm trọng, đặc biệt nghiêm trọng đạt 95%": what is counted stood before */
	if (dd_token_is_sign(tokens, figure->to, ','))
		return figure->to;
	size_t joint = trim_and(self, tokens, figure->to, next->lead);
	if (joint < next->lead && tokens->items[next->lead - 1].kind == DD_TOKEN_WORD)
		return joint; /* "80% trạm y tế và 100% trường học" */
	size_t i = next->lead;
	while (i > figure->to && !dd_token_is_sign(tokens, i - 1, ','))
		i--;
	return i > figure->to ? i - 1 : trim_and(self, tokens, figure->to, next->lead);
}

static size_t
read_figures(const DdTargetGrammar *self, DdContext *context, const DdTokens *tokens, size_t from,
	size_t to, DdFigurePlace place, DdFigure figures[FIGURES_MAX])
{
	size_t n = 0, at = from;
	/* a figure says where it ends, and no token is read twice but those of its own clause's end */
	while (n < FIGURES_MAX &&
		dd_figure_next(self, tokens, at, to, place, n > 0 && figures[n - 1].end > at,
			context->arena, &figures[n])) {
		if (n > 0 && figures[n].clause == figures[n - 1].to)
			figures[n].clause = (uint32_t)at;
		at = figures[n++].to;
	}
	return n;
}

/* Is the figure told already? A product tells a large count again, by another word: 2.000 hộ, 2.000 doanh nghiệp mới */
static bool
is_known(const DdIndicator *items, size_t n, const DdIndicator *one, DdFigurePlace place)
{
	bool again = place == DD_FIGURE_IN_PRODUCT && one->value >= LARGE_COUNT &&
		     g_strcmp0(one->unit, "%") != 0;
	for (size_t i = 0; i < n; i++)
		if (items[i].value >= one->value && items[i].value <= one->value &&
			(g_strcmp0(items[i].unit, one->unit) == 0 ||
				(again && g_strcmp0(items[i].unit, "%") != 0)))
			return true;
	return false;
}

void
dd_indicator_read(const DdTargetGrammar *self, DdContext *context, const DdTokens *tokens,
	size_t from, size_t to, DdFigurePlace place, DdIndicator **out, size_t *n)
{
	DdFigure figures[FIGURES_MAX];
	to = MIN(to, tokens->n);
	size_t found = read_figures(self, context, tokens, from, to, place, figures), before = *n;
	if (found == 0)
		return;
	DdIndicator *items = dd_arena_alloc(context->arena, (before + found) * sizeof(DdIndicator));
	for (size_t i = 0; i < before; i++)
		items[i] = (*out)[i];
	for (size_t i = 0; i < found; i++) {
		size_t end = end_of_text(
			self, tokens, &figures[i], i + 1 < found ? &figures[i + 1] : NULL);
		fill(self, context, tokens, &figures[i], end, &items[*n]);
		*n += !is_known(items, before, &items[*n], place);
	}
	*out = items;
	/* "Năm 2025 - 2030: 80% …; 50% …": the years before the first figure hold for all */
	for (size_t i = before + 1; i < *n; i++)
		if (items[i].by == NULL)
			items[i].by = items[before].by;
}

/* Does the heading above, or one further up, speak of goals that can be counted? */
static bool
is_under_goals(const DdTargetGrammar *self, DdContext *context, DdTokens *tokens, int32_t above,
	const char **by)
{
	bool goals = false;
	for (unsigned depth = 0; above >= 0 && depth < DD_MAX_DEPTH; depth++) {
		const DdPara *heading = &g_array_index(context->paras, DdPara, above);
		dd_context_scan_into(context, heading->body, heading->end, tokens);
		int cue = -1;
		for (size_t i = 0; i < tokens->n && i < AIM_TOKENS && cue != DD_AIM_GOAL &&
				   cue != DD_AIM_GENERAL;
			i++)
			cue = dd_phrases_match(self->cues, tokens, i, NULL);
		if (cue == DD_AIM_GENERAL)
			return false;
		goals = goals || cue == DD_AIM_GOAL;
		if (*by == NULL)
			*by = find_by(self, context, tokens, 0, tokens->n, false);
		above = heading->above;
	}
	return goals;
}

/* "Mục tiêu:", "Mục tiêu từ nay đến cuối năm:": does a colon stand within a few words from @at on? */
static bool
announces(const DdTokens *tokens, size_t at, size_t to)
{
	size_t i = at;
	while (i < to && i < at + ANNOUNCE_TOKENS && tokens->items[i].kind != DD_TOKEN_SIGN)
		i++;
	return dd_token_is_sign(tokens, i, ':');
}

/* "c) Phấn đấu …", "1. Về mục tiêu: …" in a section that is not one of aims */
static bool
begins_as_aim(const DdTargetGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < from + 3; i++) {
		size_t len = 0;
		int cue = dd_phrases_match(self->cues, tokens, i, &len);
		if (i == from && (cue == DD_AIM_STRIVE || cue == DD_AIM_AT_LEAST))
			return true;
		if (cue == DD_AIM_GOAL || cue == DD_AIM_GENERAL)
			return announces(tokens, i + len, to);
	}
	return false;
}

bool
dd_target_is_one(const DdTargetGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	to = MIN(to, tokens->n);
	return from < to && begins_as_aim(self, tokens, from, to) && has_number(tokens, from, to);
}

static void
add_target(DdContext *context, const DdTokens *tokens, size_t from, size_t to, DdIndicator *target,
	const char *by)
{
	if (context->targets->len >= DD_MAX_ITEMS || from >= to)
		return;
	while (from < to && tokens->items[from].kind == DD_TOKEN_SIGN)
		from++;
	target->text = dd_figure_text(tokens, from, to, context->arena);
	if (target->text == NULL)
		return;
	target->span = dd_span(tokens->items[from].start, dd_token_end(tokens, to - 1));
	if (target->by == NULL)
		target->by = by;
	g_array_append_val(context->targets, *target);
}

/* "Hoàn thành …", "Phấn đấu … được công nhận đạt chuẩn …", "Đến năm 2025: Cơ bản hoàn thành …": a state to reach, without a figure */
static bool
is_state(const DdTargetGrammar *self, const DdTokens *tokens)
{
	bool strives = false;
	for (size_t i = 0, len = 1; i < tokens->n && i < (strives ? STRIVE_TOKENS : STATE_TOKENS);
		i += len, len = 1) {
		if (tokens->items[i].kind != DD_TOKEN_WORD)
			continue;
		int cue = dd_phrases_match(self->cues, tokens, i, &len);
		if (cue == DD_AIM_FINISH || (strives && cue == DD_AIM_STATE))
			return true;
		strives = strives || cue == DD_AIM_STRIVE;
		if (!strives && cue != DD_AIM_UNTIL && cue != DD_AIM_YEAR && cue != DD_AIM_MOSTLY)
			return false;
		len = MAX(len, 1);
	}
	return false;
}

/* What is read with while paragraphs go by */
struct _DdTargetReader {
	const DdTargetGrammar *grammar;
	DdContext *context;
	DdTokens heading_tokens;
	int32_t above;
	bool known, goals;
	const char *by, *year; /* by which the heading says, the plan's own */
};

/* "Kế hoạch chuyển đổi số năm 2026": returns the one year that the title is for, NULL when it names none or several */
static const char *
year_of_plan(const DdContext *context)
{
	static const char cue[] = "năm ";
	const char *title = context->reading->document.title.value, *found = NULL;
	g_autofree char *small = g_utf8_strdown(title != NULL ? title : "", -1); /* "NĂM 2026" */
	if (strstr(small, "giai đoạn ") != NULL || strstr(small, "tầm nhìn ") != NULL)
		return NULL;
	for (const char *at = strstr(small, cue); at != NULL; at = strstr(at, cue)) {
		const char *year = at + strlen(cue);
		bool digits = strspn(year, "0123456789") == 4;
		bool of_day = at > small + 1 && g_ascii_isdigit(at[-2]); /* "tháng 12 năm 2024" */
		bool range = digits && (year[4] == '-' || g_str_has_prefix(year + 4, " -") ||
					       g_str_has_prefix(year + 4, " –"));
		if (range || (digits && found != NULL && !of_day && strncmp(found, year, 4) != 0))
			return NULL;
		found = digits && !of_day ? year : found;
		at = year;
	}
	return found != NULL ? dd_arena_strndup(context->arena, found, 4) : NULL;
}

static void
read_para(DdTargetReader *reader, const DdPara *para)
{
	const DdTargetGrammar *self = reader->grammar;
	DdContext *context = reader->context;
	const DdTokens *tokens = &context->scratch;
	DdFigure figures[FIGURES_MAX];
	bool aims = para->section == DD_SECTION_AIMS;
	dd_context_scan(context, para->body, para->end);
	if (!aims && !begins_as_aim(self, tokens, 0, tokens->n))
		return;
	if (!reader->known || reader->above != para->above) {
		reader->by = NULL;
		reader->goals = is_under_goals(
			self, context, &reader->heading_tokens, para->above, &reader->by);
		if (reader->by == NULL)
			reader->by = reader->year;
		reader->above = para->above;
		reader->known = true;
	}
	size_t n = read_figures(self, context, tokens, 0, tokens->n, DD_FIGURE_IN_AIMS, figures);
	DdIndicator target;
	const char *before = NULL, *of = NULL;
	for (size_t i = 0; i < n; i++) {
		size_t end = end_of_text(self, tokens, &figures[i], i + 1 < n ? &figures[i + 1] : NULL);
		size_t from = figures[i].clause;
		if (i > 0 && figures[i - 1].end > from)
			from = end_of_text(self, tokens, &figures[i - 1], &figures[i]);
		while (from < figures[i].from &&
			dd_phrases_match(self->cues, tokens, from, NULL) == DD_AIM_AND)
			from++;
		fill(self, context, tokens, &figures[i], end, &target);
		/* "Đến năm 2030, có 05 xã …, 02 xã …": the year before the first holds for those of its sentence */
		if (target.of == NULL && i > 0)
			target.of = of; /* "xuống dưới 22% vào năm 2025 và còn 20% vào năm 2030" */
		of = target.of;
		if (i > 0 && figures[i - 1].end == figures[i].end && target.by == NULL)
			target.by = before;
		else
			before = find_by(
				self, context, tokens, figures[i].clause, figures[i].from, false);
		add_target(context, tokens, from, end, &target, reader->by);
	}
	if (n == 0 && aims && reader->goals && tokens->n > 3 && is_state(self, tokens)) {
		target = (DdIndicator){.confidence = 75};
		target.by = find_by(self, context, tokens, 0, tokens->n, false);
		add_target(context, tokens, 0, tokens->n, &target, reader->by);
	}
}

DdTargetReader *
dd_target_reader_new(const DdTargetGrammar *grammar, DdContext *context)
{
	DdTargetReader *self = g_new0(DdTargetReader, 1);
	self->grammar = grammar;
	self->context = context;
	self->year = year_of_plan(context);
	return self;
}

void
dd_target_reader_free(DdTargetReader *self)
{
	if (self == NULL)
		return;
	dd_tokens_clear(&self->heading_tokens);
	g_free(self);
}

/* What has been reached tells of aims, too; those to come are announced: "Mục tiêu từ nay đến cuối năm: …" */
static bool
names_aims(const DdContext *context, const DdPara *para)
{
	const char *text = context->chars + para->body;
	return g_str_has_prefix(text, "Mục tiêu ") || g_str_has_prefix(text, "Chỉ tiêu ");
}

void
dd_target_reader_para(DdTargetReader *self, size_t i)
{
	const DdPara *para = &g_array_index(self->context->paras, DdPara, i);
	bool plain = para->role == DD_ROLE_PROSE || para->role == DD_ROLE_HEADING;
	if (plain && para->task < 0 &&
		(para->section != DD_SECTION_FACTS || names_aims(self->context, para)))
		read_para(self, para);
}
