/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty.c: from the events of a paragraph to the duties it lays on somebody */
#include "duty-draft.h"
#include "maxima.h"

#define SUM_REACH 14u /* tokens from "bố trí" through the sum to "ngân sách" */

/* May a verb stand here? In a bad scan the words around it are not all known */
static bool
is_place(const DdDutyReader *self, guint i)
{
	return dd_duty_is_verb_place(
		self->events, i, 0, self->tokens->damage == DD_DAMAGE_HEAVY ? 4 : 0);
}

/* The unit that the heading above speaks to ("2. Sở Y tế"), looked for up the outline */
static DdFieldList
heading_names(DdDutyReader *self, int32_t above)
{
	DdFieldList names = {NULL, 0};
	DdContext *context = self->context;
	for (unsigned depth = 0; above >= 0 && depth < DD_MAX_DEPTH && names.n == 0; depth++) {
		const DdPara *heading = &g_array_index(context->paras, DdPara, above);
		dd_context_scan_into(context, heading->body, heading->end, &self->heading_tokens);
		size_t asked = 0; /* "3. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh" */
		if (dd_phrases_match(self->grammar->cues, &self->heading_tokens, 0, &asked) !=
			DD_CUE_ASK)
			asked = 0;
		dd_names_read(context->directory, context->local, &self->heading_tokens, asked,
			self->heading_tokens.n, context->arena, &names);
		above = heading->above;
	}
	return names;
}

static DdFieldList
inherited_names(DdDutyReader *self)
{
	DdContext *context = self->context;
	if (self->para->task >= 0 && (guint)self->para->task < context->tasks->len) {
		const DdTask *task = &g_array_index(context->tasks, DdTask, self->para->task);
		if (task->lead.n > 0)
			return task->lead;
	}
	if (!self->inherited_known || self->inherited_from != self->para->above) {
		self->inherited = heading_names(self, self->para->above);
		self->inherited_from = self->para->above;
		self->inherited_known = true;
	}
	return self->inherited;
}

/* On whom "để tổng hợp", "để xem xét" falls: the room reports go through, or the one they go to */
static DdFieldList
purpose_names(const DdDutyReader *self, DdDutyKind what)
{
	for (guint i = self->drafts->len; i > 0; i--) {
		const DdDutyDraft *draft = dd_duty_draft(self, (int)i - 1);
		if (draft->what != DD_DUTY_REPORT && draft->what != DD_DUTY_CONSOLIDATE)
			continue;
		if (draft->handed.n > 0)
			return draft->handed;
		if (what == DD_DUTY_CONSOLIDATE && draft->via.n > 0)
			return draft->via;
		/* "tổng hợp, tham mưu UBND tỉnh xem xét, điều chỉnh" */
		return dd_names_without_room(
			draft->to.n > 0 ? &draft->to : &draft->advised, self->context->arena);
	}
	return self->advised;
}

/* "Hằng tháng, trước ngày 25, tổng hợp …": the times that open a clause are those of its first duty */
static uint32_t
left_of_draft(const DdDutyReader *self)
{
	bool opens = self->periodic && self->drafts->len == 0 && self->period_at >= self->clause_from;
	return opens ? MIN(self->period_at, self->boundary) : MAX(self->clause_from, self->boundary);
}

static DdDutyDraft *
add_draft(DdDutyReader *self, DdDutyKind what, guint i, const char *rule)
{
	const DdDutyEvent *e = dd_duty_event(self, i);
	DdDutyDraft draft = {
		.what = what,
		.verb = e->at,
		.behind = e->at + e->len,
		.left = left_of_draft(self),
		.purpose = self->purpose && (self->drafts->len > 0 || (what == DD_DUTY_CONSOLIDATE &&
									      self->advised.n > 0)),
		.placed = is_place(self, i),
		.prompt = self->prompt,
		.periodic = self->periodic,
		.shall = self->shall,
		.first = e->at == 0,
		.plan = dd_duty_ahead(self->events, i, DD_CUE_PLAN),
		.result = dd_duty_ahead(self->events, i, DD_CUE_RESULT),
		.site = dd_duty_ahead(self->events, i, DD_CUE_SITE),
		.rule = rule,
	};
	if (draft.purpose)
		draft.who = purpose_names(self, what);
	else
		draft.who = self->subject.n > 0 ? self->subject : inherited_names(self);
	if (self->drafts->len > 0) {
		DdDutyDraft *last = dd_duty_draft(self, (int)self->drafts->len - 1);
		last->right = self->boundary > last->verb ? self->boundary : e->at;
	}
	g_array_append_val(self->drafts, draft);
	self->prompt = self->periodic = self->shall = self->fresh_subject = false;
	self->open = what <= DD_DUTY_CONSOLIDATE || what == DD_DUTY_REVIEW
			     ? (int)self->drafts->len - 1
			     : -1;
	return dd_duty_draft(self, (int)self->drafts->len - 1);
}

static void
on_report(DdDutyReader *self, guint i)
{
	DdDutyDraft *open = dd_duty_draft(self, self->open);
	const DdDutyEvent *e = dd_duty_event(self, i), *prev = i > 0 ? e - 1 : NULL;
	bool adjacent = prev != NULL && prev->at + prev->len == e->at;
	/* "Báo cáo số 12/BC-STC" is a document */
	const DdDutyEvent *next = e + 1;
	bool numbered = next->kind == DD_CUE_NUMBERED && next->at == e->at + e->len &&
			!dd_token_is_cap(self->tokens, next->at);
	if ((adjacent && prev->kind == DD_CUE_NOUN) || numbered)
		return;
	if (open != NULL && open->to.n == 0 && !self->fresh_subject) {
		bool apart = adjacent && (prev->kind == DD_CUE_ADVISE || prev->kind == DD_CUE_LEAD_IN);
		bool named = next->kind == DD_EVENT_NAME && next->at == e->at + e->len;
		/* "tổng hợp, báo cáo X" is one duty; "tổng hợp, tham mưu báo cáo" two */
		bool one = open->what == DD_DUTY_REPORT ||
			   (open->what == DD_DUTY_REVIEW && !apart && !(open->same_verb && named)) ||
			   (open->what == DD_DUTY_CONSOLIDATE &&
				   !(apart && prev->kind == DD_CUE_ADVISE));
		if (one) {
			open->behind = e->at + e->len;
			return;
		}
	}
	add_draft(self, DD_DUTY_REPORT, i, "report-verb");
}

/* "giám sát việc thực hiện Kế hoạch": the carrying out stands right behind the verb */
static bool
is_of_carrying_out(const DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i), *next = e + 1;
	bool near = next->at <= e->at + e->len + 1;
	return near &&
	       (next->kind == DD_CUE_NOUN || next->kind == DD_CUE_RESULT ||
		       next->kind == DD_CUE_GENERIC) &&
	       dd_duty_ahead(self->events, i, DD_CUE_GENERIC);
}

/* Monitoring is told by two verbs, or by one that is about carrying out the plan */
static guint
on_monitor(DdDutyReader *self, guint i)
{
	unsigned follow = 0;
	guint last = i;
	unsigned n = dd_duty_chain(self->events, i, &last, &follow);
	bool plan = dd_duty_ahead(self->events, last, DD_CUE_PLAN);
	bool place = is_place(self, i);
	guint next = last + 1;
	while (dd_duty_event(self, next)->kind == DD_EVENT_COMMA ||
		dd_duty_event(self, next)->kind == DD_CUE_LEAD_IN)
		next++;
	bool consolidates = dd_duty_event(self, next)->kind == DD_CUE_CONSOLIDATE;
	const DdDutyEvent *e = dd_duty_event(self, i);
	/* "hướng dẫn, đôn đốc các đơn vị" */
	bool guided = i > 1 && e[-1].at + e[-1].len == e->at && e[-2].at + e[-2].len == e[-1].at &&
		      e[-2].kind == DD_CUE_GUIDE && self->para->section == DD_SECTION_ORGANISE;
	bool all = self->para->section == DD_SECTION_ORGANISE &&
		   dd_duty_ends_carrying_out(self->events, last);
	/* "Đôn đốc các thành viên Ban Chỉ đạo": those who are to do the work */
	bool urged = dd_token_is_text(self->tokens, e->at + 1, "đốc") &&
		     self->para->section == DD_SECTION_ORGANISE &&
		     (dd_duty_ahead(self->events, i, DD_CUE_AUTHORITY) ||
			     dd_duty_ahead(self->events, i, DD_CUE_UNIT) ||
			     dd_duty_event(self, last + 1)->kind == DD_EVENT_NAME);
	bool chosen = dd_duty_is_lead_in(self->events, i) || urged;
	bool is_one = follow > 0 ? place && (n > 1 || plan || consolidates || guided || chosen)
				 : place && (plan || all) && n > 0;
	if (follow == 0 && n == 1 && is_one && !all)
		is_one = self->para->section == DD_SECTION_ORGANISE && is_of_carrying_out(self, last);
	/* "theo dõi, đôn đốc …, để kịp thời đôn đốc, hướng dẫn" is one duty: nobody was told of anything in between */
	if (self->purpose && self->drafts->len > 0 && purpose_names(self, DD_DUTY_MONITOR).n == 0)
		is_one = false;
	/* "gửi Sở X để theo dõi, tổng hợp": he puts together what he is sent */
	if (self->purpose && n == 1 && consolidates)
		is_one = false;
	/* "theo dõi, tham mưu UBND tỉnh sơ kết" monitors nothing */
	if (n == 1 && dd_duty_event(self, next)->kind == DD_CUE_ADVISE && next > last + 1)
		is_one = false;
	if (is_one && !(dd_duty_is_task_mode(self) && (follow == 0 || !plan))) {
		int open = self->open;
		add_draft(self, DD_DUTY_MONITOR, i, "monitor-verbs");
		self->open = self->purpose ? open : -1;
	}
	return last;
}

/* "theo dõi, đôn đốc, kiểm điểm tình hình": one duty to monitor */
static bool
ends_chain(const DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i);
	if (i < 2 || !dd_token_is_text_nocase(self->tokens, e->at + 1, "điểm"))
		return false;
	bool joined = e[-1].at + e[-1].len == e->at && e[-2].at + e[-2].len == e[-1].at &&
		      (e[-1].kind == DD_EVENT_COMMA || e[-1].kind == DD_CUE_LEAD_IN);
	return joined && (e[-2].kind == DD_CUE_FOLLOW || e[-2].kind == DD_CUE_CHECK);
}

static guint
on_review(DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i);
	guint last = i;
	while (dd_duty_event(self, last + 1)->kind == DD_EVENT_COMMA ||
		dd_duty_event(self, last + 1)->kind == DD_CUE_LEAD_IN ||
		dd_duty_event(self, last + 1)->kind == DD_CUE_FOR ||
		dd_duty_event(self, last + 1)->kind == DD_CUE_REVIEW ||
		dd_duty_event(self, last + 1)->kind == DD_CUE_ASSESS) {
		const DdDutyEvent *next = dd_duty_event(self, last + 1);
		if (next->at != next[-1].at + next[-1].len)
			break;
		last++;
	}
	while (last > i && dd_duty_event(self, last)->kind != DD_CUE_REVIEW &&
		dd_duty_event(self, last)->kind != DD_CUE_ASSESS)
		last--;
	bool place = is_place(self, i);
	const DdDutyDraft *open = dd_duty_draft(self, self->open);
	if (ends_chain(self, i))
		return last;
	/* "báo cáo Sở Y tế: sơ kết trước ngày 10/7, tổng kết trước ngày 5/12" are the reports */
	if (open != NULL && open->what != DD_DUTY_REVIEW && open->to.n > 0 &&
		(self->listed || (i > 0 && e[-1].kind == DD_EVENT_COLON && e[-1].at + 1 == e->at))) {
		self->listed = true;
		return last;
	}
	if (!place || (open != NULL && open->what == DD_DUTY_REPORT && e->at == e[-1].at + e[-1].len))
		return last;
	/* one assessment is a duty only where it comes back or follows a review */
	if (e->kind == DD_CUE_ASSESS && last == i && !self->periodic &&
		dd_duty_event(self, i + 1)->kind != DD_CUE_PERIODIC)
		return last;
	DdDutyDraft *draft = add_draft(self, DD_DUTY_REVIEW, i, "review-verb");
	draft->same_verb = e->kind == DD_CUE_ASSESS;
	return last;
}

static void
on_consider(DdDutyReader *self, guint i)
{
	guint next = i + 1;
	while (dd_duty_event(self, next)->kind == DD_EVENT_COMMA ||
		dd_duty_event(self, next)->kind == DD_CUE_LEAD_IN)
		next++;
	if (dd_duty_event(self, next)->kind == DD_CUE_ADJUST || self->drafts->len == 0)
		return;
	/* "trình X xem xét, quyết định" asks for an approval, "báo cáo X xem xét" for a review */
	const DdDutyDraft *open = dd_duty_draft(self, self->open);
	if (!self->purpose && (open == NULL || open->to.n == 0))
		return;
	/* "báo cáo X xem xét, quyết định": X has been told, and looks into it */
	bool told = i > 1 && dd_duty_event(self, i - 1)->kind == DD_EVENT_NAME &&
		    dd_duty_event(self, i - 2)->kind == DD_CUE_REPORT;
	if (dd_duty_event(self, next)->kind == DD_CUE_DECIDE && next == i + 2 && !told)
		return;
	self->purpose = true;
	add_draft(self, DD_DUTY_REVIEW, i, "reported-for-review");
}

static void
on_adjust(DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i), *prev = i > 0 ? e - 1 : NULL;
	bool considered = prev != NULL && prev->kind == DD_CUE_CONSIDER;
	bool comma = i > 1 && prev->kind == DD_EVENT_COMMA && prev[-1].kind == DD_CUE_CONSIDER;
	bool noun = prev != NULL && prev->at + prev->len == e->at &&
		    (prev->kind == DD_CUE_PLAN || prev->kind == DD_CUE_NOUN ||
			    prev->kind == DD_CUE_OF || prev->kind == DD_CUE_PAPER);
	bool behind = self->drafts->len > 0 && !noun && (self->purpose || considered || comma);
	if (behind) {
		self->purpose = true;
		add_draft(self, DD_DUTY_ADJUST, i, "reported-for-change");
		return;
	}
	if (!is_place(self, i) || prev == NULL)
		return;
	bool led = prev->kind == DD_CUE_PROMPT || prev->kind == DD_CUE_PERIODIC ||
		   prev->kind == DD_CUE_ADVISE;
	if (led && self->mode == DD_DUTY_MODE_AIMS)
		add_draft(self, DD_DUTY_ADJUST, i, "adjust-in-time");
	else if ((led || self->advised.n > 0 || self->periodic) &&
		 dd_duty_ahead(self->events, i, DD_CUE_PLAN))
		add_draft(self, DD_DUTY_ADJUST, i, "adjust-plan");
}

/* "bố trí 250 triệu đồng từ nguồn ngân sách", "bố trí tối thiểu 3% tổng chi ngân sách": does a sum stand in the few tokens [@from, @to)? */
static bool
says_sum(const DdTokens *tokens, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to && to - from <= SUM_REACH; i++)
		if (tokens->items[i].kind == DD_TOKEN_NUMBER)
			return true;
	return false;
}

static guint
on_fund(DdDutyReader *self, guint i)
{
	guint next = i + 1;
	const DdDutyEvent *e = dd_duty_event(self, i);
	while (e->kind == DD_CUE_FUND && next < i + 6 &&
		(dd_duty_event(self, next)->kind == DD_EVENT_COMMA ||
			dd_duty_event(self, next)->kind == DD_CUE_ADVISE ||
			dd_duty_event(self, next)->kind == DD_CUE_FUND ||
			dd_duty_event(self, next)->kind == DD_EVENT_NAME ||
			dd_duty_event(self, next)->kind == DD_CUE_LEAD_IN))
		next++;
	const DdDutyEvent *money = dd_duty_event(self, next);
	uint32_t behind = money[-1].at + money[-1].len;
	while (e->kind == DD_CUE_FUND && money->kind != DD_CUE_MONEY &&
		money->kind != DD_EVENT_CLAUSE && money->kind != DD_EVENT_STOP &&
		money->kind != DD_EVENT_END && money->at - behind <= SUM_REACH)
		money = dd_duty_event(self, ++next);
	uint32_t gap = money->at - behind;
	bool found = money->kind == DD_CUE_MONEY &&
		     (gap <= (e->kind == DD_CUE_FUND ? 2u : 0u) ||
			     (e->kind == DD_CUE_FUND && says_sum(self->tokens, behind, money->at)));
	/* "Kinh phí … do Văn phòng Sở bố trí" */
	found = found || (e->kind == DD_CUE_FUND && self->money);
	if (e->kind == DD_CUE_SECURE && self->money && e[-1].kind == DD_EVENT_NAME)
		found = true;
	if (!found)
		return i;
	for (guint k = 0; k < self->drafts->len; k++)
		if (dd_duty_draft(self, (int)k)->what == DD_DUTY_FUND && !self->fresh_subject)
			return i;
	int open = self->open;
	add_draft(self, DD_DUTY_FUND, i, "fund-verb");
	self->open = open;
	return MAX(i, next - 1);
}

/* "lập dự toán kinh phí …, gửi Sở Tài chính": asks for the money */
static void
on_budget(DdDutyReader *self, guint i)
{
	if (!is_place(self, i) || !dd_duty_ahead(self->events, i, DD_CUE_SEND))
		return;
	add_draft(self, DD_DUTY_FUND, i, "budget-verb");
	self->open = (int)self->drafts->len - 1;
}

static void
on_publish(DdDutyReader *self, guint i)
{
	bool site = dd_duty_ahead(self->events, i, DD_CUE_SITE),
	     plan = dd_duty_ahead(self->events, i, DD_CUE_PLAN);
	if (dd_duty_event(self, i)->kind == DD_CUE_DISCLOSE && !is_place(self, i))
		return;
	for (guint k = 0; k < self->drafts->len; k++)
		if (dd_duty_draft(self, (int)k)->what == DD_DUTY_PUBLISH)
			return;
	if (site || (plan && dd_duty_event(self, i)->kind == DD_CUE_PUBLISH))
		add_draft(self, DD_DUTY_PUBLISH, i, "publish-verb");
}

static void
end_condition(DdDutyReader *self, uint32_t at)
{
	if (!self->in_condition)
		return;
	self->in_condition = false;
	self->condition_to = at;
	while (self->condition_to > self->condition_from &&
		dd_token_is_sign(self->tokens, self->condition_to - 1, ','))
		self->condition_to--;
}

/* Puts @names behind the recipients that @draft has */
static void
add_recipients(DdDutyReader *self, DdDutyDraft *draft, const DdFieldList *names)
{
	DdField *items = dd_arena_alloc(
		self->context->arena, (draft->to.n + names->n) * sizeof(DdField));
	for (size_t i = 0; i < draft->to.n; i++)
		items[i] = draft->to.items[i];
	for (size_t i = 0; i < names->n; i++)
		items[draft->to.n + i] = names->items[i];
	draft->handed = *names;
	draft->to.items = items;
	draft->to.n += names->n;
}

/* Does "tổng hợp", "để tổng hợp", "trước ngày 5/6 để theo dõi" stand behind the name @e? */
static bool
is_handed(const DdDutyEvent *e)
{
	const DdDutyEvent *next = e + 1;
	bool adjacent = next->at == e->at + e->len;
	if (adjacent && next->kind == DD_CUE_CONSOLIDATE)
		return true;
	while (next->kind == DD_CUE_BEFORE || next->kind == DD_EVENT_NUMBER || next->kind == DD_CUE_SPAN)
		next++;
	return next->kind == DD_CUE_FOR && (adjacent || next > e + 1) &&
	       (next[1].kind == DD_CUE_CONSOLIDATE || next[1].kind == DD_CUE_FOLLOW);
}

/* Gives the names to the open duty. Returns: FALSE when they are none of its recipients */
static bool
take_recipient(DdDutyReader *self, const DdDutyEvent *e, const DdDutyEvent *prev, bool adjacent)
{
	bool sent = adjacent && (prev->kind == DD_CUE_SEND || prev->kind == DD_CUE_SEND_TO);
	bool toward = adjacent && (prev->kind == DD_CUE_TOWARD || prev->kind == DD_CUE_TO);
	DdDutyDraft *open = dd_duty_draft(self, self->open);
	if (adjacent && prev->kind == DD_CUE_VIA && open != NULL) {
		open->via = e->names;
		open->via_word = dd_duty_fold(self, prev->at, prev->at + prev->len);
		return true;
	}
	/* "báo cáo X, đồng gửi Y để tổng hợp" */
	if (adjacent && prev->kind == DD_CUE_ALSO && open != NULL && open->to.n > 0) {
		add_recipients(self, open, &e->names);
		self->purpose = self->purpose || is_handed(e);
		return true;
	}
	/* "gửi X (để) tổng hợp": what is sent in is a report, and X puts the reports together */
	bool handed = sent && is_handed(e);
	if (handed && open == NULL && self->planned) {
		self->subject = e->names;
		self->fresh_subject = true;
		return true;
	}
	/* a plan of its own that is sent in is no report */
	if (open == NULL && self->send >= 0 && !self->planned &&
		(handed || (adjacent && (prev->kind == DD_CUE_SEND_TO || prev->kind == DD_CUE_TOWARD)) ||
			(sent && self->paper))) {
		open = add_draft(self, DD_DUTY_REPORT, (guint)self->send, "sent-to");
		open->result = true;
	}
	if (open == NULL || open->to.n > 0)
		return sent || toward;
	/* "… - Sở Y tế chủ trì": who leads is told nothing */
	if (e[1].kind == DD_CUE_CHAIR && e[1].at == e->at + e->len && !sent && !toward)
		return false;
	/* "tổng hợp khó khăn, vướng mắc để kịp thời hướng dẫn các đơn vị": whom the purpose is about */
	if (self->purpose && !open->purpose && !sent && !toward &&
		self->tokens->damage != DD_DAMAGE_HEAVY)
		return false;
	bool behind_comma = prev->kind == DD_EVENT_COMMA && adjacent;
	if (sent || toward || (!behind_comma && open->what != DD_DUTY_REVIEW)) {
		if (adjacent && (prev->kind == DD_CUE_OF || prev->kind == DD_CUE_WITH ||
					prev->kind == DD_CUE_ADVISE || prev->kind == DD_CUE_ASK ||
					prev->kind == DD_CUE_FOR))
			return false;
		open->to = e->names;
		self->purpose = self->purpose || handed;
		return true;
	}
	return false;
}

static void
on_name(DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i), *next = e + 1, *prev = i > 0 ? e - 1 : NULL;
	bool adjacent = prev != NULL && prev->at + prev->len == e->at;
	bool before_verb = next->at == e->at + e->len &&
			   (dd_cue_is_verb(next->kind) || next->kind == DD_CUE_LEAD_IN ||
				   next->kind == DD_CUE_PROMPT || next->kind == DD_CUE_ADVISE ||
				   next->kind == DD_CUE_CHAIR || next->kind == DD_CUE_PERIODIC ||
				   next->kind == DD_CUE_SHALL);
	bool behind_boundary = e->at == 0 || (adjacent && prev->kind >= DD_EVENT_COMMA);
	if (self->in_condition) {
		if (!(behind_boundary && prev != NULL) && !before_verb)
			return;
		end_condition(self, e->at);
	}
	if (adjacent && prev->kind == DD_EVENT_OWNER) {
		for (guint k = 0; k < self->drafts->len; k++)
			if (dd_duty_draft(self, (int)k)->who.n == 0 || self->subject.n == 0)
				dd_duty_draft(self, (int)k)->who = e->names;
		return;
	}
	if (prev != NULL && take_recipient(self, e, prev, adjacent))
		return;
	if (adjacent && (prev->kind == DD_CUE_ADVISE || prev->kind == DD_CUE_FOR)) {
		DdDutyDraft *last = dd_duty_draft(self, (int)self->drafts->len - 1);
		bool together = last != NULL && last->what == DD_DUTY_CONSOLIDATE &&
				prev[-1].kind == DD_EVENT_COMMA && prev->kind == DD_CUE_ADVISE;
		if (together)
			last->advised = e->names;
		self->advised = e->names;
		return;
	}
	if (adjacent && (prev->kind == DD_CUE_OF || prev->kind == DD_CUE_WITH ||
				prev->kind == DD_CUE_DONE || prev->kind == DD_CUE_VIA ||
				prev->kind == DD_CUE_TO || prev->kind == DD_CUE_TOWARD ||
				prev->kind == DD_CUE_NOUN))
		return;
	bool asked = adjacent && prev->kind == DD_CUE_ASK;
	if (asked ? before_verb || prev->len > 0 : behind_boundary || before_verb) {
		self->subject = e->names;
		self->fresh_subject = true;
		self->purpose = false;
		self->open = -1;
	}
}

/* An event inside a condition: only what ends it matters. Returns: TRUE when the event is used up */
static bool
in_condition(DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i);
	int next = dd_duty_event(self, i + (e->kind != DD_EVENT_END))->kind;
	if (!self->in_condition || e->kind == DD_EVENT_NAME)
		return false;
	bool ends = e->kind == DD_CUE_PROMPT || e->kind == DD_CUE_THEN || e->kind == DD_CUE_ASK;
	ends = ends || (e->kind == DD_EVENT_COMMA && (next == DD_CUE_REPORT || next == DD_CUE_SEND ||
							     next == DD_CUE_SEND_TO));
	if (ends)
		end_condition(self, e->at);
	return !ends;
}

/* "đã được UBND tỉnh công bố", "đã được các sở, ngành báo cáo": what somebody did already */
static bool
is_done(const DdDutyReader *self, guint i)
{
	while (i > 0) {
		const DdDutyEvent *e = dd_duty_event(self, i), *prev = e - 1;
		if (prev->at + prev->len != e->at)
			return false;
		if (prev->kind == DD_CUE_DONE)
			return true;
		if (prev->kind != DD_EVENT_NAME && prev->kind != DD_EVENT_COMMA)
			return false;
		i--;
	}
	return false;
}

/* Verbs of duties. Returns: the last event used */
static guint
on_verb(DdDutyReader *self, guint i)
{
	if (is_done(self, i))
		return i;
	switch (dd_duty_event(self, i)->kind) {
	case DD_CUE_REPORT:
		on_report(self, i);
		break;
	case DD_CUE_CONSOLIDATE:
		if (self->drafts->len == 0 ||
			dd_duty_draft(self, (int)self->drafts->len - 1)->what != DD_DUTY_CONSOLIDATE)
			add_draft(self, DD_DUTY_CONSOLIDATE, i, "consolidate-verb");
		break;
	case DD_CUE_FOLLOW:
	case DD_CUE_CHECK:
		return on_monitor(self, i);
	case DD_CUE_REVIEW:
	case DD_CUE_ASSESS:
		return on_review(self, i);
	case DD_CUE_CONSIDER:
		on_consider(self, i);
		break;
	case DD_CUE_ADJUST:
		on_adjust(self, i);
		break;
	case DD_CUE_FUND:
	case DD_CUE_SECURE:
		return on_fund(self, i);
	case DD_CUE_BUDGET:
		on_budget(self, i);
		break;
	case DD_CUE_PUBLISH:
	case DD_CUE_DISCLOSE:
		on_publish(self, i);
		break;
	default: /* gửi, gửi về */
		self->send = (int)i;
		break;
	}
	return i;
}

static bool
is_period(int kind)
{
	return kind == DD_CUE_SPAN || kind == DD_CUE_PERIODIC;
}

static void
on_other(DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i);
	DdDutyDraft *last = dd_duty_draft(self, (int)self->drafts->len - 1);
	switch (e->kind) {
	case DD_EVENT_COMMA:
	case DD_CUE_LEAD_IN:
		/* "và", not "tổ chức"; not the comma of "định kỳ 3 năm, 5 năm" */
		if (e->len == 1 && !(e->kind == DD_EVENT_COMMA && i > 0 && is_period(e[-1].kind) &&
					   (is_period(e[1].kind) || e[1].kind == DD_EVENT_NUMBER)))
			self->boundary = e->at;
		break;
	case DD_CUE_FOR:
		self->purpose = true;
		break;
	case DD_CUE_IF:
		self->in_condition = true;
		self->condition_from = e->at;
		break;
	case DD_CUE_HEAR:
		self->heard = true;
		break;
	case DD_CUE_PAPER:
		self->paper = true;
		break;
	case DD_CUE_PLAN:
		self->planned = true;
		break;
	case DD_CUE_MONEY:
		self->money = true;
		break;
	case DD_CUE_PROMPT:
		self->prompt = true;
		if (last != NULL && e->at == last->verb + 2)
			last->prompt = true;
		break;
	case DD_CUE_PERIODIC:
		if (!self->periodic)
			self->period_at = e->at;
		self->periodic = true;
		/* "báo cáo UBND tỉnh theo định kỳ" */
		if (last != NULL && (e->at == last->verb + 2 || (i > 0 && e[-1].kind == DD_CUE_OF &&
									e[-1].at + 1 == e->at)))
			last->periodic = true;
		break;
	case DD_CUE_SHALL:
		self->shall = true;
		break;
	case DD_CUE_BY_RULE:
		if (last != NULL && last->rule_len == 0) {
			bool whose = e[1].kind == DD_CUE_OF && e[1].at == e->at + e->len &&
				     e[2].kind == DD_EVENT_NAME && e[2].at == e[1].at + e[1].len;
			last->rule_at = e->at;
			last->rule_len = whose ? e[2].at + e[2].len - e->at : e->len;
		}
		break;
	default:
		break;
	}
}

static void
end_clause(DdDutyReader *self, uint32_t at)
{
	end_condition(self, at);
	for (guint i = 0; i < self->drafts->len; i++) {
		DdDutyDraft *draft = dd_duty_draft(self, (int)i);
		if (draft->right == 0)
			draft->right = at;
		dd_duty_keep(self, draft, at);
	}
	g_array_set_size(self->drafts, 0);
	self->clause_from = self->boundary = at + 1;
	self->open = self->send = -1;
	self->purpose = self->heard = self->paper = self->planned = self->money =
		self->fresh_subject = self->listed = false;
	self->prompt = self->periodic = self->shall = false;
	self->condition_from = self->condition_to = 0;
	self->advised = (DdFieldList){NULL, 0};
}

/* "… một lần. Sản phẩm: Báo cáo kết quả": a labelled field behind the sentence */
static bool
is_label(const DdDutyReader *self, guint i)
{
	const DdDutyEvent *e = dd_duty_event(self, i);
	return e->kind == DD_CUE_LABEL && e[1].kind == DD_EVENT_COLON &&
	       e[1].at == e->at + e->len && i > 0 && e[-1].kind == DD_EVENT_STOP;
}

/* Returns: the event that ends the sentence of event @i */
static guint
skip_sentence(const DdDutyReader *self, guint i)
{
	while (dd_duty_event(self, i)->kind != DD_EVENT_STOP &&
		dd_duty_event(self, i)->kind != DD_EVENT_END)
		i++;
	return i;
}

void
dd_duty_read_clauses(DdDutyReader *self)
{
	for (guint i = 0; i < self->events->len; i++) {
		const DdDutyEvent *e = dd_duty_event(self, i);
		if (e->kind == DD_EVENT_CLAUSE || e->kind == DD_EVENT_STOP || e->kind == DD_EVENT_END) {
			end_clause(self, e->at);
			continue;
		}
		if (in_condition(self, i))
			continue;
		if (is_label(self, i)) {
			i = skip_sentence(self, i) - 1;
			continue;
		}
		if (e->kind == DD_EVENT_NAME)
			on_name(self, i);
		else if (dd_cue_is_verb(e->kind) && !self->heard)
			i = on_verb(self, i);
		else
			on_other(self, i);
	}
}
