/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-one.c: duties seen without their paragraph: a sentence that only lays one, a note at a recipient */
#include <string.h>

#include "duty-private.h"
#include "maxima.h"

#define STACK_EVENTS 64u
#define PUBLISHED "Đăng" /* how a recipient begins that is a site */

/* What has been seen of a clause */
typedef struct {
	bool any, weak; /* a duty; one that nothing around it confirms */
	bool work, generic, chair, condition;
} Clause;

static bool
has_address(const GArray *events, guint i)
{
	static const uint8_t kinds[] = {DD_CUE_UNIT, DD_CUE_SEND, DD_CUE_SEND_TO, DD_CUE_TOWARD,
		DD_CUE_BEFORE, DD_CUE_BY_RULE, DD_CUE_PERIODIC, DD_CUE_AUTHORITY};
	for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++)
		if (dd_duty_ahead(events, i, kinds[k]))
			return true;
	for (guint k = i; k > 0 && k + 8 > i; k--) {
		int kind = g_array_index(events, DdDutyEvent, k - 1).kind;
		if (kind == DD_EVENT_CLAUSE || kind == DD_EVENT_STOP)
			break;
		if (kind == DD_CUE_PERIODIC || kind == DD_CUE_PROMPT || kind == DD_CUE_BEFORE ||
			kind == DD_CUE_SEND || kind == DD_CUE_SEND_TO)
			return true;
	}
	return false;
}

/* Does what event @i tells come back: "định kỳ 3 năm đánh giá …"? Nothing else makes an assessment a duty. */
static bool
comes_back(const GArray *events, guint i)
{
	if (dd_duty_ahead(events, i, DD_CUE_PERIODIC))
		return true;
	for (guint k = i; k > 0 && k + 8 > i; k--)
		if (g_array_index(events, DdDutyEvent, k - 1).kind == DD_CUE_PERIODIC)
			return true;
	return false;
}

static bool
is_fund(const GArray *events, guint i)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i), *next = e + 1;
	if (e->kind == DD_CUE_FUND)
		return dd_duty_ahead(events, i, DD_CUE_MONEY) ||
		       (i > 0 && g_array_index(events, DdDutyEvent, 0).kind == DD_CUE_MONEY);
	return next->kind == DD_CUE_MONEY && next->at == e->at + e->len;
}

/* "tổng kết vào quý IV năm 2025", "sơ kết 6 tháng, tổng kết năm": a review of nothing else than the plan */
static bool
is_bare_review(const DdTokens *tokens, size_t at, size_t to)
{
	static const char *const words[] = {"vào", "theo", "trước", "trong", "hằng", "hàng", "định",
		"năm", "cuối", "giữa", "đầu", "và"};
	if (at >= to || tokens->items[at].kind != DD_TOKEN_WORD)
		return true;
	for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
		if (dd_token_is_text(tokens, at, words[k]))
			return true;
	return false;
}

/* "nếu có vướng mắc, các đơn vị gửi ý kiến về Sở X" */
static bool
hangs_on_condition(const GArray *events, guint i)
{
	for (guint k = i; k > 0 && k + 12 > i; k--) {
		int kind = g_array_index(events, DdDutyEvent, k - 1).kind;
		if (kind == DD_EVENT_CLAUSE || kind == DD_EVENT_STOP)
			return false;
		if (kind == DD_CUE_IF)
			return true;
	}
	return false;
}

/* "theo dõi, kiểm tra, đôn đốc việc thực hiện Kế hoạch" at @i. Returns: as judge_verb */
static int
judge_following(const GArray *events, guint i, size_t from, bool plan, const DdTokens *tokens)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
	unsigned follow = 0;
	guint last = i;
	if (!dd_duty_is_verb_place(events, i, from, 0) && e->kind == DD_CUE_CHECK)
		return 0;
	dd_duty_chain(events, i, &last, &follow);
	if (follow == 0 && dd_duty_ends_carrying_out(events, last))
		return 2;
	/* "Giám sát việc thực hiện Kế hoạch" */
	if (follow == 0 && last == i && plan && e[1].at == e->at + e->len &&
		(e[1].kind == DD_CUE_NOUN || e[1].kind == DD_CUE_RESULT || e[1].kind == DD_CUE_GENERIC))
		return 2;
	if (follow == 0)
		return 0;
	bool urges = dd_token_is_text(tokens, e->at + 1, "đốc") && has_address(events, i);
	return last > i || plan || urges || dd_duty_is_lead_in(events, i) ||
			       dd_duty_ahead(events, i, DD_CUE_CONSOLIDATE)
		       ? 2
		       : 1;
}

/* Returns: 0 no duty, 1 one that needs more, 2 a duty */
static int
judge_verb(const GArray *events, guint i, size_t from, const DdTokens *tokens)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
	bool plan = dd_duty_ahead(events, i, DD_CUE_PLAN);
	switch (e->kind) {
	case DD_CUE_REPORT:
	case DD_CUE_CONSOLIDATE:
		return has_address(events, i) ? 2 : 1;
	case DD_CUE_FOLLOW:
	case DD_CUE_CHECK:
		return judge_following(events, i, from, plan, tokens);
	case DD_CUE_REVIEW:
		return plan || is_bare_review(tokens, e->at + e->len,
				       g_array_index(events, DdDutyEvent, events->len - 1).at)
			       ? 2
			       : 1;
	case DD_CUE_ASSESS:
		return comes_back(events, i) && (plan || dd_duty_ahead(events, i, DD_CUE_ADJUST))
			       ? 2
			       : 0;
	case DD_CUE_ADJUST:
		return i > 0 && e[-1].kind == DD_CUE_PROMPT && plan ? 2 : 0;
	case DD_CUE_FUND:
	case DD_CUE_SECURE:
		return is_fund(events, i) ? 2 : 0;
	case DD_CUE_SEND:
	case DD_CUE_SEND_TO:
		return hangs_on_condition(events, i) && dd_duty_ahead(events, i, DD_CUE_UNIT) ? 2 : 0;
	case DD_CUE_PUBLISH:
	case DD_CUE_DISCLOSE:
		return dd_duty_ahead(events, i, DD_CUE_SITE) && (plan || e->kind == DD_CUE_PUBLISH)
			       ? 2
			       : 0;
	default:
		return 0;
	}
}

/* "việc quản lý", "của Sở" */
static bool
is_noun(const GArray *events, guint i, size_t from)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
	return i > 0 && e[-1].at + e[-1].len == e->at && !dd_duty_is_verb_place(events, i, from, 0);
}

static void
see_event(Clause *clause, const GArray *events, guint i, const DdTokens *tokens, size_t from)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
	int verdict;
	switch (e->kind) {
	case DD_CUE_IF:
		clause->condition = true;
		break;
	case DD_CUE_THEN:
	case DD_CUE_PROMPT:
	case DD_CUE_ASK:
		clause->condition = false;
		break;
	case DD_EVENT_COMMA: /* "trường hợp cần điều chỉnh, gửi Sở X tổng hợp" */
		clause->condition = clause->condition && e[1].kind != DD_CUE_SEND &&
				    e[1].kind != DD_CUE_SEND_TO && e[1].kind != DD_CUE_REPORT;
		break;
	case DD_CUE_GENERIC:
		clause->generic = true;
		break;
	case DD_CUE_CHAIR:
		clause->chair = true;
		break;
	case DD_CUE_PAPER:
	case DD_CUE_WORK:
		/* "Sở Xây dựng", "việc quản lý" are no work */
		if (clause->any || clause->condition ||
			(e->at != from && dd_token_is_cap(tokens, e->at)) || is_noun(events, i, from) ||
			(e->len == 1 && !dd_duty_is_verb_place(events, i, from, 0)))
			break;
		clause->work = true;
		break;
	case DD_CUE_CONSIDER: /* "nếu cần điều chỉnh, các đơn vị đề xuất Giám đốc Sở xem xét" */
		clause->any = clause->any || (clause->condition && e->at > from);
		break;
	default:
		verdict = clause->condition || !dd_cue_is_verb(e->kind)
				  ? 0
				  : judge_verb(events, i, from, tokens);
		/* "Rà soát nguồn vốn, đề xuất bố trí kinh phí": the first verb is the work */
		if (e->kind == DD_CUE_ASSESS && verdict == 0 && !clause->any &&
			!clause->condition && !is_noun(events, i, from))
			clause->work = true;
		clause->any = clause->any || verdict == 2;
		clause->weak = clause->weak || verdict == 1;
		break;
	}
}

bool
dd_duty_may_be_one(const DdDutyGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	for (size_t i = from; (i = dd_phrases_next(self->verbs, tokens, i, to, UINT64_MAX)) < to; i++)
		if (dd_cue_is_verb(dd_phrases_match(self->cues, tokens, i, NULL)))
			return true;
	return false;
}

bool
dd_duty_is_one(const DdDutyGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	g_autoptr(GArray) events = NULL;
	if (!dd_duty_may_be_one(self, tokens, from, to))
		return false;
	events = g_array_sized_new(FALSE, FALSE, sizeof(DdDutyEvent), STACK_EVENTS);
	dd_duty_events(self, NULL, tokens, from, to, events);
	Clause clause = {0};
	uint32_t start = (uint32_t)from;
	bool any = false;
	for (guint i = 0; i < events->len; i++) {
		const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
		if (e->kind != DD_EVENT_CLAUSE && e->kind != DD_EVENT_STOP && e->kind != DD_EVENT_END) {
			see_event(&clause, events, i, tokens, start);
			continue;
		}
		bool is_short = e->at < start + 4;
		bool other = clause.work || (!clause.any && !clause.weak && !is_short &&
						    (!clause.generic || clause.chair));
		if (other)
			return false;
		any = any || clause.any;
		clause = (Clause){0};
		start = e->at + 1;
	}
	return any;
}

/* "- Đăng Website trường;" among the recipients: the document is published there, by nobody in particular */
static void
read_site(const DdDutyGrammar *self, DdContext *context, DdTokens *tokens, const DdLine *here)
{
	uint32_t start = here->start;
	while (start < here->end && strchr("-+ \t", context->chars[start]) != NULL)
		start++;
	if (here->end - start < strlen(PUBLISHED) ||
		memcmp(context->chars + start, PUBLISHED, strlen(PUBLISHED)) != 0 ||
		context->duties->len >= DD_MAX_ITEMS)
		return;
	dd_context_scan_into(context, start, here->end, tokens);
	size_t len = 0, end = tokens->n;
	int cue = dd_phrases_match(self->cues, tokens, 0, &len);
	while (end > len && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
		end--;
	if ((cue != DD_CUE_PUBLISH && cue != DD_CUE_DISCLOSE) || len >= end)
		return;
	size_t site = len + (dd_token_is_text(tokens, len, "trên") ||
				    dd_token_is_text(tokens, len, "lên"));
	DdDuty duty = {.what = DD_DUTY_PUBLISH,
		.due.kind = DD_TIME_NONE,
		.confidence = 75,
		.rule = "recipient-site",
		.span = dd_span(tokens->items[0].start, dd_token_end(tokens, end - 1))};
	duty.text = dd_context_fold(context, duty.span.start, duty.span.end);
	if (site < end) {
		duty.to.items = dd_arena_alloc(context->arena, sizeof(DdField));
		duty.to.items[0] = dd_context_field(context, tokens->items[site].start,
			dd_token_end(tokens, end - 1), 75, "recipient-site");
		duty.to.n = 1;
	}
	g_array_append_val(context->duties, duty);
}

/* "- Trung tâm Tin học (đăng tải trên Cổng thông tin điện tử);": a note at a recipient's name */
static void
read_note(const DdDutyGrammar *self, DdContext *context, DdTokens *tokens, uint32_t line)
{
	const DdLine *here = &context->lines[line];
	size_t at = 0, len = 0, end;
	const char *open = memchr(context->chars + here->start, '(', here->end - here->start);
	if (open == NULL) {
		read_site(self, context, tokens, here);
		return;
	}
	dd_context_scan_into(context, here->start, here->end, tokens);
	for (at = 0; at < tokens->n && !dd_token_is_sign(tokens, at, '('); at++)
		;
	for (end = at; end < tokens->n && !dd_token_is_sign(tokens, end, ')'); end++)
		;
	size_t verb = at;
	int cue = dd_phrases_search(self->cues, tokens, at, end, &verb, &len);
	while (cue >= 0 && cue != DD_CUE_PUBLISH && cue != DD_CUE_DISCLOSE)
		cue = dd_phrases_search(self->cues, tokens, verb + len, end, &verb, &len);
	if (cue < 0 || context->duties->len >= DD_MAX_ITEMS)
		return;
	uint32_t start = here->start, stop = (uint32_t)(open - context->chars);
	/* the name stands on the line before where the note has a line of its own */
	for (uint32_t back = line; at == 0 && back > 0 && stop == here->start && back + 3 > line;
		back--)
		if (!context->lines[back - 1].blank) {
			start = context->lines[back - 1].start;
			stop = context->lines[back - 1].end;
		}
	while (start < stop && (context->chars[start] == '-' || context->chars[start] == ' ' ||
				       context->chars[start] == '\t'))
		start++;
	DdDuty duty = {.what = DD_DUTY_PUBLISH,
		.due.kind = DD_TIME_NONE,
		.confidence = 85,
		.rule = "recipient-note"};
	duty.span = dd_span(
		tokens->items[verb].start, dd_token_end(tokens, end > verb ? end - 1 : verb));
	duty.text = dd_context_fold(context, duty.span.start, duty.span.end);
	duty.who.items = dd_arena_alloc(context->arena, sizeof(DdField));
	duty.who.items[0] = dd_context_field(context, start, stop, 80, "recipient-note");
	duty.who.n = 1;
	/* "trên" or another small word stands between the verb and the site */
	if (verb + len + 1 < end) {
		duty.to.items = dd_arena_alloc(context->arena, sizeof(DdField));
		duty.to.items[0] = dd_context_field(context, tokens->items[verb + len + 1].start,
			dd_token_end(tokens, end - 1), 80, "recipient-note");
		duty.to.n = 1;
	}
	g_array_append_val(context->duties, duty);
}

void
dd_duty_read_notes(const DdDutyGrammar *self, DdContext *context, DdTokens *tokens)
{
	for (uint32_t i = 0; i < context->n_lines; i++)
		if (context->lines[i].zone == DD_ZONE_TAIL && !context->lines[i].blank)
			read_note(self, context, tokens, i);
}
