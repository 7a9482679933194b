/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-judge.c: is an item work that somebody is told to do, or an aim, a duty, a pointer to an appendix? */
#include "task-private.h"

/* Items of an article are law unless they tell somebody. */
static bool
is_under_article(const DdTasker *self, const DdPara *para)
{
	for (int32_t above = para->above; para->mark != DD_MARK_ARTICLE && above >= 0;) {
		para = dd_task_para(self, (size_t)above);
		above = para->above;
	}
	return para->mark == DD_MARK_ARTICLE;
}

/* Does the clause say no more than to carry the plan out? */
static bool
is_vague(const DdTasker *self, size_t from, size_t to)
{
	return dd_task_has_phrase(self, self->grammar->generic, from, to) && !dd_task_has_phrase(self, self->grammar->making, from, to);
}

/* Do all clauses of the sentence lay duties, or say no more than to carry the plan out? At least one lays a duty. */
static bool
is_duty_sentence(const DdTasker *self, size_t from, size_t to)
{
	const DdTokens *tokens = &self->context->scratch;
	size_t duties = 0, start = from;
	if (!dd_duty_may_be_one(self->grammar->tools.duties, tokens, from, to))
		return false;
	for (size_t i = from; i <= to; i++) {
		if (i < to && !dd_token_is_sign(tokens, i, ';'))
			continue;
		if (i > start + 1) {
			bool duty = dd_duty_is_one(self->grammar->tools.duties, tokens, start, i);
			duties += duty;
			if (!duty && !is_vague(self, start, i))
				return false;
		}
		start = i + 1;
	}
	return duties > 0;
}

/* Returns: TRUE when every sentence in the tokens [@from, @to) only lays a duty on somebody */
static bool
is_only_duties(const DdTasker *self, size_t from, size_t to)
{
	const DdTokens *tokens = &self->context->scratch;
	for (size_t start = from, i = from; i <= to; i++) {
		bool ends = i == to || (dd_token_is_sign(tokens, i, '.') && i + 1 < to && dd_token_is_cap(tokens, i + 1) &&
					(tokens->items[i + 1].flags & DD_TOKEN_SPACE));
		if (!ends)
			continue;
		if (i > start + 1 && !is_duty_sentence(self, start, i))
			return false;
		start = i + 1;
	}
	return true;
}

/* Returns: where the text ends without what stands in brackets at its end ("(chi tiết tại Phụ lục kèm theo)") */
static size_t
end_before_bracket(const DdTokens *tokens, size_t from, size_t to)
{
	size_t end = to;
	while (end > from && tokens->items[end - 1].kind == DD_TOKEN_SIGN && !dd_token_is_sign(tokens, end - 1, ')'))
		end--;
	if (end == from || !dd_token_is_sign(tokens, end - 1, ')'))
		return to;
	while (end > from && !dd_token_is_sign(tokens, end - 1, '('))
		end--;
	return end > from + 1 ? end - 1 : to;
}

bool
dd_task_is_work(const DdTasker *self, const DdPara *para, const DdAssign *own, const DdTaskHeading *given, size_t from, size_t to)
{
	const DdTaskGrammar *grammar = self->grammar;
	const DdTokens *tokens = &self->context->scratch;
	if (dd_task_has_phrase(self, grammar->executions, from, to) || dd_phrases_match(grammar->aims, tokens, from, NULL) >= 0 ||
	    dd_phrases_match(grammar->liable, tokens, from, NULL) >= 0)
		return false;
	size_t plain = end_before_bracket(tokens, from, to);
	if (own->lead.n == 0 && (dd_task_has_phrase(self, grammar->pointers, from, plain) ||
				 dd_outline_is_capitals(self->context, para->body, para->end)))
		return false;
	bool article = is_under_article(self, para);
	if (article && own->kind != DD_ASSIGN_ORDERED && own->kind != DD_ASSIGN_NAMED && given == NULL)
		return false;
	if (self->telling && (article || !self->attached))
		return own->gives && own->lead.n > 0 && para->section != DD_SECTION_FACTS;
	/* "A chủ trì, phối hợp với B bố trí kinh phí" is a piece of work among the work, and a duty where the plan is organised */
	bool duties = (!own->leads || para->section == DD_SECTION_ORGANISE) && is_only_duties(self, from, to);
	switch ((DdSection)para->section) {
	case DD_SECTION_AIMS:
	case DD_SECTION_FACTS:
		return false;
	case DD_SECTION_FUNDS:
	case DD_SECTION_REPORTS:
		return own->gives && !duties;
	case DD_SECTION_SCHEDULE:
		return own->kind == DD_ASSIGN_ORDERED || (own->kind == DD_ASSIGN_NAMED && own->behind > from);
	case DD_SECTION_TASKS:
		return !duties || (own->kind == DD_ASSIGN_NONE && dd_phrases_match(grammar->periodic, tokens, from, NULL) < 0);
	case DD_SECTION_NONE:
	case DD_SECTION_ORGANISE:
		break;
	}
	if (own->kind == DD_ASSIGN_NONE)
		return given != NULL;
	return !duties;
}
