/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-judge.c: is an item work that somebody is told to do, or an aim, a duty, a pointer to an appendix? */
#include <string.h>

#include "task-private.h"

/*
 * Items of an article are law unless they tell somebody. Where an article has parts of its own ("Điều 1. Phê duyệt Đề án …" with I, II, III)
 * it holds a whole plan. Returns: the article that @para stands in, NULL when there is none
 */
static const DdPara *
find_article(const DdTasker *self, const DdPara *para)
{
	for (int32_t above = para->above; para->mark != DD_MARK_ARTICLE && above >= 0;) {
		if (para->mark == DD_MARK_ROMAN)
			return NULL;
		para = dd_task_para(self, (size_t)above);
		above = para->above;
	}
	return para->mark == DD_MARK_ARTICLE ? para : NULL;
}

/*
 * Rules have the year in their number, "12/2024/QĐ-UBND"; other decisions may give work. So did all decisions before 2009, and what issues a plan
 * makes no rules.
 */
static bool
is_of_rules(const DdDocumentHeader *head)
{
	const char *number = head->number.value != NULL ? head->number.value : head->symbol.value;
	const char *slash = number != NULL ? strchr(number, '/') : NULL;
	static const char *const plans[] = {"kế hoạch", "chương trình", "đề án"};
	g_autofree char *title = head->title.value != NULL ? g_utf8_strdown(head->title.value, -1)
							   : NULL;
	for (size_t i = 0; title != NULL && i < G_N_ELEMENTS(plans); i++)
		if (strstr(title, plans[i]) != NULL)
			return false;
	return slash != NULL && strspn(slash + 1, "0123456789") == 4 && slash[5] == '/';
}

/* "Điều 2. Nhiệm vụ, giải pháp chủ yếu" of a council's resolution: its items are the year's work; "… nhiệm vụ, quyền hạn" are rules */
static bool
is_of_work(const DdTasker *self, const DdPara *article)
{
	static const char powers[] = "quyền hạn";
	const DdDocumentHeader *head = &self->context->reading->document;
	return article->section == DD_SECTION_TASKS && head->type.value != NULL &&
	       strcmp(head->type.value, "Nghị quyết") == 0 && !is_of_rules(head) &&
	       g_strstr_len(self->context->chars + article->body,
		       (gssize)(article->end - article->body), powers) == NULL;
}

/* Does the clause say no more than to carry the plan out? */
static bool
is_vague(const DdTasker *self, size_t from, size_t to)
{
	const DdPhrases *cues = self->grammar->cues;
	const DdTokens *tokens = &self->context->scratch;
	return dd_phrases_has(cues, tokens, from, to, DD_WORK_GENERIC) &&
	       !dd_phrases_has(cues, tokens, from, to, DD_WORK_MAKING);
}

bool
dd_task_is_courtesy(const DdTasker *self, size_t from, size_t to)
{
	const DdPhrases *cues = self->grammar->cues;
	const DdTokens *tokens = &self->context->scratch;
	return is_vague(self, from, to) || dd_phrases_has(cues, tokens, from, to, DD_WORK_CLOSING) ||
	       dd_phrases_has(cues, tokens, from, to, DD_WORK_POLITE);
}

/* Returns: clauses of the sentence that lay duties, -1 when another says more than to carry the plan out */
static int
count_duties(const DdTasker *self, size_t from, size_t to)
{
	const DdTokens *tokens = &self->context->scratch;
	size_t start = from;
	int duties = 0;
	bool may = dd_duty_may_be_one(self->grammar->tools.duties, tokens, from, to);
	for (size_t i = from; i <= to; i++) {
		if (i < to && !dd_token_is_sign(tokens, i, ';'))
			continue;
		if (i > start + 1) {
			bool duty = may &&
				    dd_duty_is_one(self->grammar->tools.duties, tokens, start, i);
			duties += duty;
			if (!duty && !is_vague(self, start, i) &&
				!dd_phrases_has(self->grammar->cues, tokens, start, i, DD_WORK_CLOSING))
				return -1;
		}
		start = i + 1;
	}
	return duties;
}

/* Returns: TRUE when the sentences in the tokens [@from, @to) only lay duties on somebody */
static bool
is_only_duties(const DdTasker *self, size_t from, size_t to)
{
	const DdTokens *tokens = &self->context->scratch;
	int duties = 0;
	for (size_t start = from, i = from; i <= to; i++) {
		bool ends = i == to || (dd_token_is_sign(tokens, i, '.') && i + 1 < to &&
					       dd_token_is_cap(tokens, i + 1) &&
					       (tokens->items[i + 1].flags & DD_TOKEN_SPACE));
		if (!ends)
			continue;
		if (i > start + 1) {
			int more = count_duties(self, start, i);
			bool closes = more == 0 && dd_phrases_has(self->grammar->cues, tokens,
							   start, i, DD_WORK_CLOSING);
			if (more <= 0 && !closes)
				return false;
			duties += more;
		}
		start = i + 1;
	}
	return duties > 0;
}

/* "bố trí bổ sung 120 tỷ đồng", "bố trí 3% tổng chi ngân sách": does the text name a sum of money? */
static bool
names_sum(const DdTokens *tokens, size_t from, size_t to)
{
	static const char *const words[] = {"tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng"};
	for (size_t i = from; i + 1 < to; i++) {
		if (tokens->items[i].kind == DD_TOKEN_NUMBER && dd_token_is_sign(tokens, i + 1, '%'))
			return true;
		for (size_t k = 0;
			tokens->items[i].kind == DD_TOKEN_NUMBER && k < G_N_ELEMENTS(words); k++)
			if (dd_token_is_text(tokens, i + 1, words[k]))
				return true;
	}
	return false;
}

/* "A chủ trì, phối hợp với B bố trí kinh phí" is a piece of work among the work, and a duty where the plan is organised */
static bool
lays_duties(const DdTasker *self, const DdPara *para, const DdAssign *own, size_t from, size_t to)
{
	bool organised = para->section == DD_SECTION_ORGANISE;
	return (!own->leads || organised) && is_only_duties(self, from, to) &&
	       !names_sum(&self->context->scratch, from, to);
}

/* Returns: where the text begins behind "Căn cứ Phụ lục kèm theo," on which the work that follows rests */
static size_t
skip_basis(const DdTokens *tokens, size_t from, size_t to)
{
	size_t i = from;
	if (!dd_token_is_text(tokens, from, "Căn") || !dd_token_is_text(tokens, from + 1, "cứ"))
		return from;
	while (i < to && !dd_token_is_sign(tokens, i, ','))
		i++;
	return i < to ? i + 1 : from;
}

/* Returns: where the text ends without what stands in brackets at its end ("(chi tiết tại Phụ lục kèm theo)") */
static size_t
end_before_bracket(const DdTokens *tokens, size_t from, size_t to)
{
	size_t end = to;
	while (end > from && tokens->items[end - 1].kind == DD_TOKEN_SIGN &&
		!dd_token_is_sign(tokens, end - 1, ')'))
		end--;
	if (end == from || !dd_token_is_sign(tokens, end - 1, ')'))
		return to;
	while (end > from && !dd_token_is_sign(tokens, end - 1, '('))
		end--;
	return end > from + 1 ? end - 1 : to;
}

/* "2. Nội dung hoạt động", "3. Nhiệm vụ trọng tâm" over a table: a title, though no items stand under it */
static bool
is_bare_title(const DdTasker *self, const DdPara *para, size_t from, size_t to)
{
	const DdTokens *tokens = &self->context->scratch;
	return para->mark != DD_MARK_NONE && para->mark < DD_MARK_DASH &&
	       para->mark != DD_MARK_LETTER && to - from <= TITLE_TOKENS && to > from &&
	       tokens->items[to - 1].kind == DD_TOKEN_WORD && para->section == DD_SECTION_TASKS &&
	       dd_outline_section_of(self->grammar->tools.outline, tokens, from, from + 1) ==
		       DD_SECTION_TASKS;
}

/* Does @para stand in the part of a report that says what is to be done? */
static bool
is_ahead(const DdTasker *self, const DdPara *para)
{
	DdContext *context = self->context;
	const DdPara *part = NULL;
	g_auto(DdTokens) tokens = {0};
	for (int32_t above = para->above; self->reporting && above >= 0;
		above = dd_task_para(self, (size_t)above)->above) {
		part = dd_task_para(self, (size_t)above);
		dd_context_scan_into(context, part->body, part->end, &tokens);
		if (tokens.n > 0 && dd_phrases_match(self->grammar->ahead, &tokens, 0, NULL) >= 0)
			return true;
	}
	return false;
}

/* Is there what makes an item no work whatever else it says? */
static bool
is_excluded(const DdTasker *self, const DdPara *para, const DdAssign *own, size_t from, size_t to)
{
	const DdPhrases *cues = self->grammar->cues;
	const DdTokens *tokens = &self->context->scratch;
	uint64_t values = dd_phrases_values(cues, tokens, from, to);
	if ((values & DD_WORK_BIT(DD_WORK_EXECUTION)) != 0 &&
		dd_phrases_has(cues, tokens, from, to, DD_WORK_EXECUTION))
		return true;
	int first = dd_phrases_match(cues, tokens, from, NULL);
	if (first == DD_WORK_AIM || first == DD_WORK_LIABLE)
		return true;
	if (own->lead.n > 0)
		return false;
	if (is_bare_title(self, para, from, to))
		return true;
	return ((values & DD_WORK_BIT(DD_WORK_POINTER)) != 0 &&
		       dd_phrases_has(cues, tokens, skip_basis(tokens, from, to),
			       end_before_bracket(tokens, from, to), DD_WORK_POINTER)) ||
	       dd_outline_is_capitals(self->context, para->body, para->end);
}

bool
dd_task_is_work(const DdTasker *self, const DdPara *para, const DdAssign *own,
	const DdTaskHeading *given, size_t from, size_t to)
{
	const DdTokens *tokens = &self->context->scratch;
	if (is_excluded(self, para, own, from, to))
		return false;
	const DdPara *under = find_article(self, para);
	bool article = under != NULL && !(under != para && is_of_work(self, under));
	if (article && own->kind != DD_ASSIGN_ORDERED && own->kind != DD_ASSIGN_NAMED && given == NULL)
		return false;
	if (self->telling && (article || !self->attached) && !is_ahead(self, para))
		return own->gives && own->lead.n > 0 && para->section != DD_SECTION_FACTS;
	bool called = own->kind != DD_ASSIGN_NONE;
	switch ((DdSection)para->section) {
	case DD_SECTION_AIMS:
	case DD_SECTION_FACTS:
		return false;
	case DD_SECTION_FUNDS:
	case DD_SECTION_REPORTS:
		return own->gives && !lays_duties(self, para, own, from, to);
	case DD_SECTION_SCHEDULE:
		return own->kind == DD_ASSIGN_ORDERED ||
		       (own->kind == DD_ASSIGN_NAMED && own->behind > from);
	case DD_SECTION_TASKS:
		if (!called && dd_phrases_match(self->grammar->cues, tokens, from, NULL) !=
				       DD_WORK_PERIODIC)
			return true;
		return !lays_duties(self, para, own, from, to);
	case DD_SECTION_NONE:
	case DD_SECTION_ORGANISE:
	case DD_SECTION_TOPICS:
		break;
	}
	if (called)
		return !lays_duties(self, para, own, from, to);
	/* a bullet under a unit's name is told to it, a duty too; items with letters and plain
	 * sentences are as those with numbers */
	return given != NULL &&
	       !(para->mark < DD_MARK_DASH && para->mark != DD_MARK_LETTER &&
		       para->section == DD_SECTION_ORGANISE && is_only_duties(self, from, to));
}

/* A text without a head and without the sections of a plan is no document of an office, perhaps a novel. */
static bool
is_unofficial(const DdTasker *self)
{
	const DdDocumentHeader *head = &self->context->reading->document;
	if (head->number.value != NULL || head->symbol.value != NULL ||
		head->signer.value != NULL || head->recipients.n > 0)
		return false;
	for (size_t i = 0; i < self->context->paras->len; i++)
		if (dd_task_para(self, i)->section != DD_SECTION_NONE ||
			dd_task_para(self, i)->role == DD_ROLE_TASK_MORE)
			return false;
	return true;
}

/* Returns: how the kind of the document tells, -1 when it gives work */
static int
tells_how(const DdTasker *self)
{
	const char *type = self->context->reading->document.type.value;
	g_auto(DdTokens) tokens = {0};
	size_t len = 0;
	if (type == NULL)
		return is_unofficial(self) ? DD_TELLS : -1;
	dd_tokens_scan(&tokens, self->context->lexicon, DD_DAMAGE_NONE, type, 0, strlen(type));
	int tells = dd_phrases_match(self->grammar->telling, &tokens, 0, &len);
	bool law = tells == DD_TELLS_AS_LAW && !is_of_rules(&self->context->reading->document);
	return len == tokens.n && !law ? tells : -1;
}

bool
dd_task_is_telling(const DdTasker *self)
{
	return tells_how(self) >= 0;
}

bool
dd_task_is_reporting(const DdTasker *self)
{
	return tells_how(self) == DD_TELLS_BOTH;
}
