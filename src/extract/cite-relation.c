/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-relation.c: what a mention is to the document, by the words that govern it */
#include "cite-private.h"

#define NOT_SAID (-1)
#define MAX_ISSUED 6     /* words between a programme and the number it was issued by */
#define MAX_HOP 5        /* words between ";" and the next of a list: "các nội dung tại" */
#define MAX_REACH 15     /* words between a verb and a programme it carries out */
#define MAX_BODY_REACH 6 /* the same for a document named by its body only */

typedef enum { MAKE_NOTHING, MAKE_BUILD, MAKE_ISSUE } Make;

typedef struct {
	int governor;   /* DdRelation of the list, NOT_SAID: by the place */
	int inner;      /* the same inside the subject of a cited document */
	bool carried;   /* a mention already took the governor */
	bool fits;      /* "phải gắn với": what hangs on it is only mentioned */
	bool specified; /* the governor is "cụ thể hóa" */
	bool subject;   /* inside the subject of the mention before */
	bool coordinate; /* "và các nhiệm vụ … tại" right behind a mention: the list goes on */
	bool any;        /* a mention was met in this sentence */
	Make make;       /* something is being made, and is no document yet */
	uint8_t outer_type,
		inner_type; /* of the last mention governed and of the last inside its subject */
	int inner_was;      /* relation of the last one inside the subject, NOT_SAID: none */
	size_t make_at, cue_end;
} State;

typedef struct {
	const DdCiteGrammar *self;
	const DdTokens *tokens;
	size_t from, to;
	DdCitePlace place;
	GArray *mentions;
	guint next; /* mention to come */
	DdRelation by_place;
	State state, outside; /* outside: before the open parenthesis */
	bool in_parens, defining;
} Judge;

static const State fresh = {.governor = NOT_SAID,
	.inner = NOT_SAID,
	.inner_was = NOT_SAID,
	.outer_type = DD_CITE_NO_TYPE,
	.inner_type = DD_CITE_NO_TYPE};

static DdCiteMention *
mention_at(const Judge *judge, guint i)
{
	return i < judge->mentions->len ? &g_array_index(judge->mentions, DdCiteMention, i) : NULL;
}

/* Does the cell or line begin with a document: then it tells to carry it out */
static bool
begins_with_mention(const Judge *judge)
{
	const DdCiteMention *first = mention_at(judge, 0);
	size_t start = first->clause.to > first->clause.from ? first->clause.from : first->start;
	for (size_t i = judge->from; i < start; i++)
		if (judge->tokens->items[i].kind == DD_TOKEN_WORD)
			return false;
	return true;
}

static DdRelation
relation_of_place(const Judge *judge)
{
	switch (judge->place) {
	case DD_CITE_IN_TITLE:
		return DD_RELATION_IMPLEMENTS;
	case DD_CITE_IN_BASIS:
		return DD_RELATION_BASIS;
	case DD_CITE_IN_ATTACHED:
		return DD_RELATION_ATTACHED_TO;
	case DD_CITE_IN_TASK:
		return begins_with_mention(judge) ? DD_RELATION_IMPLEMENTS : DD_RELATION_MENTIONS;
	case DD_CITE_IN_TEXT:
		break;
	}
	return DD_RELATION_MENTIONS;
}

/* Is there nothing but joining words in [@from, @to)? */
static bool
only_joins(const Judge *judge, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (judge->tokens->items[i].kind == DD_TOKEN_SIGN ||
			dd_cite_is(judge->self, judge->tokens, i, DD_CITE_AND))
			continue;
		if (to - from > 3)
			return false;
		size_t len = 0;
		if (dd_phrases_match(judge->self->stops, judge->tokens, i, &len) < 0) /* "và tổ chức" */
			return false;
		i += len - 1;
	}
	return true;
}

static void
govern(Judge *judge, int relation, bool fits)
{
	State *state = &judge->state;
	state->specified = false;
	if (state->subject) {
		state->inner = relation;
		return;
	}
	state->governor = relation;
	state->carried = false;
	state->fits = fits;
}

static void
carry_out(Judge *judge, size_t at)
{
	State *state = &judge->state;
	if (state->make == MAKE_BUILD && !only_joins(judge, state->make_at, at))
		state->make = MAKE_NOTHING;
	if (state->subject && state->fits)
		state->inner = DD_RELATION_MENTIONS;
	else
		govern(judge, DD_RELATION_IMPLEMENTS, false);
}

static void
by(Judge *judge, size_t at)
{
	State *state = &judge->state;
	bool carried = state->carried && state->governor == DD_RELATION_IMPLEMENTS;
	if (state->subject && state->inner == DD_RELATION_AMENDS && at == state->cue_end)
		return;             /* "được bổ sung theo Nghị định số …" */
	state->make = MAKE_NOTHING; /* what something is made by or goes with is there already */
	if (carried)
		state->inner = state->subject ? DD_RELATION_IMPLEMENTS : NOT_SAID;
	else if (judge->place != DD_CITE_IN_BASIS || at == judge->from)
		govern(judge, DD_RELATION_MENTIONS, false);
}

/* "Quyết định này" at @at: what is attached to it is what it issues, with all of its subject */
static bool
is_this_document(const Judge *judge, size_t at)
{
	size_t len = 0;
	return dd_phrases_match(judge->self->types, judge->tokens, at, &len) >= 0 &&
	       dd_cite_is(judge->self, judge->tokens, at + len, DD_CITE_THIS);
}

static void
apply(Judge *judge, DdCiteCue cue, size_t at, size_t len)
{
	State *state = &judge->state;
	switch (cue) {
	case DD_CUE_CARRY_OUT:
	case DD_CUE_SPECIFY:
		carry_out(judge, at);
		state->specified = cue == DD_CUE_SPECIFY;
		break;
	case DD_CUE_AMEND:
		govern(judge, DD_RELATION_AMENDS, false);
		break;
	case DD_CUE_ATTACH:
		govern(judge, DD_RELATION_ATTACHED_TO, false);
		if (is_this_document(judge, at + len)) {
			state->make = MAKE_ISSUE;
			state->make_at = at + len;
		}
		break;
	case DD_CUE_SPREAD:
	case DD_CUE_DETAIL:
		govern(judge, DD_RELATION_MENTIONS, false);
		break;
	case DD_CUE_BY:
		by(judge, at);
		break;
	case DD_CUE_FIT:
		state->make = MAKE_NOTHING;
		govern(judge, DD_RELATION_MENTIONS, true);
		break;
	case DD_CUE_APPROVED:
		if ((state->subject ? state->inner : state->governor) == DD_RELATION_AMENDS)
			govern(judge, DD_RELATION_MENTIONS, false);
		break;
	case DD_CUE_PURPOSE:
		state->inner = NOT_SAID;
		state->make = MAKE_NOTHING;
		if (!state->subject)
			govern(judge, DD_RELATION_MENTIONS, false);
		break;
	case DD_CUE_GROUND:
		*state = fresh;
		state->governor = DD_RELATION_BASIS;
		break;
	case DD_CUE_BUILD:
	case DD_CUE_ISSUE:
		state->make = cue == DD_CUE_BUILD ? MAKE_BUILD : MAKE_ISSUE;
		state->make_at = at + len;
		state->inner = NOT_SAID;
		break;
	case DD_CUE_NOTHING:
		return;
	}
	state->cue_end = at + len;
}

/* Is the token before @at one that joins the parts of a list? */
static bool
joined(const Judge *judge, const DdCiteMention *mention)
{
	size_t at = mention->clause.to > mention->clause.from ? mention->clause.from : mention->start;
	if (at == judge->from)
		return true;
	size_t i = at - 1;
	return dd_cite_is(judge->self, judge->tokens, i, DD_CITE_AND) ||
	       dd_token_is_sign(judge->tokens, i, ',') || dd_token_is_sign(judge->tokens, i, ';') ||
	       dd_token_is_sign(judge->tokens, i, '/');
}

static bool
near_cue(const Judge *judge, const DdCiteMention *mention, size_t reach)
{
	return judge->state.cue_end > 0 && mention->start >= judge->state.cue_end &&
	       mention->start - judge->state.cue_end <= reach;
}

/* "Đề án X (Quyết định số …)": the number in parentheses is the document */
static bool
number_follows(const Judge *judge, const DdCiteMention *mention)
{
	const DdCiteMention *next = mention_at(judge, judge->next + 1);
	if (next == NULL || next->form != DD_CITE_FORM_NUMBER)
		return false;
	size_t i = mention->end, len = 0;
	while (i < next->start && !dd_token_is_sign(judge->tokens, i, '(') &&
		!dd_token_is_sign(judge->tokens, i, ';'))
		i++;
	if (dd_token_is_sign(judge->tokens, i, '(') && next->start - i <= 6)
		return true;
	if (next->start - mention->end > MAX_ISSUED)
		return false;
	/* "Chương trình X được ban hành tại Nghị quyết số …" */
	for (i = mention->end; i < next->start; i++) {
		int cue = dd_phrases_match(judge->self->cues, judge->tokens, i, &len);
		if (cue == DD_CUE_APPROVED || cue == DD_CUE_ATTACH ||
			(cue == DD_CUE_ISSUE && dd_cite_is(judge->self, judge->tokens, i + len,
							DD_CITE_AT | DD_CITE_INSIDE)))
			return true;
	}
	return false;
}

/* "Chương trình hành động của Chính phủ ban hành kèm theo Nghị quyết này": what this document issues */
static bool
is_issued_here(const Judge *judge, const DdCiteMention *mention)
{
	size_t at = mention->end, len = 0;
	if (dd_token_is_text(judge->tokens, at, "được"))
		at++;
	return dd_phrases_match(judge->self->cues, judge->tokens, at, &len) == DD_CUE_ATTACH &&
	       is_this_document(judge, at + len);
}

/* "Dự án Luật Thủ đô (sửa đổi)", "đề nghị xây dựng Luật Đường sắt": no law yet */
static bool
is_draft(const Judge *judge, const DdCiteMention *mention)
{
	size_t len = 0;
	if (mention->number != NULL || mention->date.year != 0 || mention->start < judge->from + 2)
		return false;
	size_t before = mention->start - 2;
	return (dd_token_is_text_nocase(judge->tokens, before, "dự") &&
		       dd_token_is_text(judge->tokens, before + 1, "án")) ||
	       (dd_phrases_match(judge->self->cues, judge->tokens, before, &len) == DD_CUE_BUILD &&
		       len == 2);
}

/* Does a programme named by its title count here? */
static bool
title_counts(const Judge *judge, const DdCiteMention *mention, bool listed, DdRelation relation)
{
	const State *state = &judge->state;
	bool own = judge->place == DD_CITE_IN_TITLE || judge->place == DD_CITE_IN_ATTACHED ||
		   is_issued_here(judge, mention);
	if (own || state->make != MAKE_NOTHING || number_follows(judge, mention))
		return false;
	if (relation == DD_RELATION_ATTACHED_TO)
		return false;
	bool inside = mention->start > judge->from &&
		      dd_cite_is(judge->self, judge->tokens, mention->start - 1, DD_CITE_INSIDE);
	if (state->subject && !listed)
		return false;
	if (relation == DD_RELATION_MENTIONS)
		return inside || (listed && state->carried);
	/* "1. Đề án bảo tồn …" at the head of an item is what is to be made, and no document yet */
	if (judge->place == DD_CITE_IN_TASK && mention->start == judge->from)
		return false;
	if (judge->place == DD_CITE_IN_TASK && state->governor == NOT_SAID)
		return mention->tailed || listed;
	return listed || inside || near_cue(judge, mention, MAX_REACH);
}

static bool
counts(const Judge *judge, const DdCiteMention *mention, bool listed, DdRelation relation)
{
	const State *state = &judge->state;
	switch ((DdCiteForm)mention->form) {
	case DD_CITE_FORM_TITLE:
		return title_counts(judge, mention, listed, relation);
	case DD_CITE_FORM_BODY:
		if (state->make != MAKE_NOTHING || is_issued_here(judge, mention))
			return false;
		if (dd_cite_type_get(mention->type)->flags & DD_CITE_DISTINCT)
			return judge->place != DD_CITE_IN_TITLE && judge->place != DD_CITE_IN_ATTACHED;
		if (relation == DD_RELATION_MENTIONS) /* "theo Thông báo của Trường X" */
			return mention->start > judge->from &&
			       dd_token_is_text_nocase(judge->tokens, mention->start - 1, "theo");
		return (near_cue(judge, mention, MAX_BODY_REACH) || (listed && state->carried) ||
			judge->place == DD_CITE_IN_BASIS);
	case DD_CITE_FORM_PARTIES:
		return state->make == MAKE_NOTHING;
	case DD_CITE_FORM_ALONE:
		return state->make == MAKE_NOTHING || state->subject;
	case DD_CITE_FORM_LAW:
		return !is_draft(judge, mention);
	case DD_CITE_FORM_NUMBER:
	case DD_CITE_FORM_FIGURE:
	case DD_CITE_FORM_MEETING:
	case DD_CITE_FORM_STANDARD:
		break;
	}
	return true;
}

/* "hướng dẫn Nghị định A về nhà ở và Nghị định B" in the subject of a circular: B goes with A, for both are decrees */
static bool
is_next_inner(const Judge *judge, const DdCiteMention *mention, bool listed)
{
	const State *state = &judge->state;
	return listed && state->inner == NOT_SAID && state->inner_was != NOT_SAID &&
	       state->inner_type == mention->type && state->outer_type != mention->type;
}

/* "Căn cứ Quyết định A ban hành Quy chế thực hiện nhiệm vụ được giao và Quyết định B": B goes with A */
static bool
is_next_outer(const Judge *judge, const DdCiteMention *mention, bool listed)
{
	const State *state = &judge->state;
	return listed && state->governor == DD_RELATION_BASIS && state->inner_was == NOT_SAID &&
	       state->outer_type == mention->type && !near_cue(judge, mention, MAX_HOP);
}

/* "nội dung của Nghị quyết", "nêu tại Chỉ thị", "tuyên truyền về Nghị quyết" */
static bool
is_pointed_at(const Judge *judge, const DdCiteMention *mention)
{
	return mention->start > judge->from &&
	       (dd_cite_is(judge->self, judge->tokens, mention->start - 1,
			DD_CITE_OF | DD_CITE_AT | DD_CITE_INSIDE | DD_CITE_ABOUT) ||
		       near_cue(judge, mention, 0));
}

static void
decide(Judge *judge, DdCiteMention *mention)
{
	State *state = &judge->state;
	if (mention->resumes) {
		state->subject = false;
		state->inner = NOT_SAID;
		state->make = MAKE_NOTHING;
	}
	bool listed = joined(judge, mention);
	int relation = state->governor != NOT_SAID ? state->governor : (int)judge->by_place;
	bool inner = false;
	if (judge->defining) {
		mention->relation = DD_RELATION_MENTIONS;
		mention->defines = true;
		return;
	}
	if (is_next_inner(judge, mention, listed)) {
		relation = state->inner_was;
		inner = true;
	} else if (state->inner != NOT_SAID && (state->subject || (listed && state->any)) &&
		   !is_next_outer(judge, mention, listed)) {
		relation = state->inner;
		inner = true;
	} else if (state->subject && !listed) {
		relation = DD_RELATION_MENTIONS;
		inner = true;
	}
	mention->relation = (uint8_t)relation;
	if (state->specified && relation == DD_RELATION_IMPLEMENTS && mention->start > judge->from &&
		dd_cite_is(judge->self, judge->tokens, mention->start - 1, DD_CITE_AT))
		mention->relation = DD_RELATION_MENTIONS;
	bool said = inner || state->governor != NOT_SAID;
	mention->governed = (said && relation == DD_RELATION_IMPLEMENTS) ||
			    is_pointed_at(judge, mention);
	mention->drop = !counts(judge, mention, listed, (DdRelation)relation);
	if (mention->drop)
		return;
	if (mention->form != DD_CITE_FORM_TITLE)
		state->make = MAKE_NOTHING;
	if (!inner) {
		state->carried = true;
		state->inner = NOT_SAID;
		state->outer_type = mention->type;
	}
	state->inner_type = mention->type;
	state->inner_was = inner ? relation : NOT_SAID;
	state->any = true;
	state->subject = false;
	state->coordinate = false;
}

/* Not in "; ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Thông báo số …", in "; theo đề nghị của" */
static bool
is_governed(const Judge *judge, size_t from, size_t to)
{
	if (to > from + MAX_HOP)
		return true;
	for (size_t i = from; i < to; i++)
		if (dd_phrases_match(judge->self->cues, judge->tokens, i, NULL) >= 0)
			return true;
	return false;
}

/* ";" keeps what governs only when the next of the list follows soon */
static void
next_item(Judge *judge, size_t at)
{
	State *state = &judge->state;
	const DdCiteMention *mention = mention_at(judge, judge->next);
	bool soon = false;
	if (mention != NULL) {
		size_t start = mention->clause.to > mention->clause.from ? mention->clause.from
									 : mention->start;
		if (mention->issuer.to > mention->issuer.from && mention->issuer.from > at &&
			!is_governed(judge, at + 1, mention->issuer.from))
			start = MIN(start, mention->issuer.from);
		soon = start > at && start - at <= MAX_HOP + 1;
	}
	state->subject = false;
	state->inner = NOT_SAID;
	state->make = MAKE_NOTHING;
	state->coordinate = soon && state->any;
	if (soon)
		return;
	*state = fresh;
	if (judge->place == DD_CITE_IN_TASK)
		judge->by_place = DD_RELATION_MENTIONS;
}

static void
end_sentence(Judge *judge)
{
	judge->state = fresh;
	if (judge->place == DD_CITE_IN_TASK)
		judge->by_place = DD_RELATION_MENTIONS;
}

static void
read_sign(Judge *judge, size_t i)
{
	const DdTokens *tokens = judge->tokens;
	uint32_t sign = tokens->items[i].value;
	bool item = sign == '-' && (tokens->items[i].flags & DD_TOKEN_LINE) && i > judge->from &&
		    dd_cite_spaced(tokens, i + 1) && dd_token_is_cap(tokens, i + 1) &&
		    !(tokens->items[i - 1].kind == DD_TOKEN_WORD);
	if (item || (sign == '.' && dd_cite_spaced(tokens, i + 1) &&
			    (i + 1 >= judge->to || dd_token_is_cap(tokens, i + 1)) &&
			    i > judge->from && tokens->items[i - 1].len > 1)) {
		end_sentence(judge);
	} else if (sign == ';') {
		next_item(judge, i);
	} else if (sign == '(' && !judge->in_parens) {
		judge->in_parens = true;
		judge->outside = judge->state;
		for (size_t k = i + 1; k < judge->to && k <= i + 3; k++)
			judge->defining |= dd_cite_is(judge->self, tokens, k, DD_CITE_CALLED);
	} else if (sign == ')' && judge->in_parens) {
		judge->in_parens = false;
		/* "Nghị định A (được sửa đổi tại Nghị định B), Nghị định C": C is no part of it */
		bool amended = judge->state.inner_was == DD_RELATION_AMENDS ||
			       (judge->state.governor == DD_RELATION_AMENDS &&
				       judge->outside.governor != DD_RELATION_AMENDS);
		if (judge->defining || !judge->state.carried || amended)
			judge->state = judge->outside;
		judge->defining = false;
	}
}

/* "X4y dung", "Xéy du*ng": xây dựng, broken. Returns: tokens, 0 when it is not so */
static size_t
broken_build(const Judge *judge, size_t i)
{
	const DdTokens *tokens = judge->tokens;
	const DdToken *token = &tokens->items[i];
	if (tokens->damage != DD_DAMAGE_HEAVY || token->len > 4 ||
		(tokens->text[token->start] | 0x20) != 'x')
		return 0;
	size_t next = i + 1;
	while (next < judge->to && next - i < 3 && !dd_cite_spaced(tokens, next))
		next++;
	bool second = next < judge->to && tokens->items[next].kind == DD_TOKEN_WORD &&
		      tokens->items[next].len >= 2 && tokens->text[tokens->items[next].start] == 'd' &&
		      (tokens->text[tokens->items[next].start + 1] & 0x5f) == 'U';
	if (!second)
		return 0;
	for (next++; next < judge->to && next - i < 6 && !dd_cite_spaced(tokens, next) &&
		     tokens->items[next].value != ',';
		next++)
		;
	return next - i;
}

/* "thurc hién", "thyce hién" */
size_t
dd_cite_broken_carry_out(const DdTokens *tokens, size_t i, size_t to)
{
	const DdToken *token = &tokens->items[i];
	if (tokens->damage != DD_DAMAGE_HEAVY || token->len < 4 || token->len > 8 || i + 1 >= to)
		return 0;
	const char *text = tokens->text + token->start;
	/* the second word may be in pieces: "hi¢n" */
	size_t last = i + 1;
	while (last + 1 < to && last < i + 3 && !dd_cite_spaced(tokens, last + 1))
		last++;
	const char *behind = tokens->text + tokens->items[i + 1].start;
	size_t len = dd_token_end(tokens, last) - tokens->items[i + 1].start;
	return (text[0] | 0x20) == 't' && text[1] == 'h' && len >= 4 && len <= 6 &&
			       behind[0] == 'h' && behind[1] == 'i' && behind[len - 1] == 'n'
		       ? last + 1 - i
		       : 0;
}

/* Returns: tokens read */
static size_t
read_word(Judge *judge, size_t i)
{
	State *state = &judge->state;
	size_t len = 0;
	const DdCiteMention *before = judge->next > 0 ? mention_at(judge, judge->next - 1) : NULL;
	if (before != NULL && before->end == i &&
		dd_cite_is(judge->self, judge->tokens, i, DD_CITE_AND)) {
		state->coordinate = state->any;
		return 1;
	}
	if (state->any && !state->coordinate && !judge->in_parens && !state->subject) {
		state->subject = true;
		state->inner = NOT_SAID;
	}
	int cue = dd_phrases_match(judge->self->cues, judge->tokens, i, &len);
	if (cue < 0 && (len = broken_build(judge, i)) > 0)
		cue = DD_CUE_BUILD;
	if (cue < 0 && (len = dd_cite_broken_carry_out(judge->tokens, i, judge->to)) > 0)
		cue = DD_CUE_CARRY_OUT;
	/* "Ban Xây dựng Đảng", "Sở Xây dựng" build nothing */
	bool name = cue == DD_CUE_BUILD && i > judge->from && dd_token_is_cap(judge->tokens, i) &&
		    judge->tokens->items[i - 1].kind == DD_TOKEN_WORD;
	if (cue < 0 || name)
		return 1;
	const DdCiteMention *next = mention_at(judge, judge->next);
	if (next != NULL && next->start < i + len)
		return 1;
	apply(judge, (DdCiteCue)cue, i, len);
	return len;
}

void
dd_cite_relate(const DdCiteGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	DdCitePlace place, GArray *mentions)
{
	Judge judge = {.self = self,
		.tokens = tokens,
		.from = from,
		.to = MIN(to, tokens->n),
		.place = place,
		.mentions = mentions,
		.state = fresh};
	judge.by_place = relation_of_place(&judge);
	size_t i = from;
	while (i < judge.to && judge.next < mentions->len) {
		DdCiteMention *mention = mention_at(&judge, judge.next);
		if (i >= mention->start) {
			decide(&judge, mention);
			i = MAX(mention->end, i + 1);
			judge.next++;
		} else if (tokens->items[i].kind == DD_TOKEN_SIGN) {
			read_sign(&judge, i++);
		} else {
			i += tokens->items[i].kind == DD_TOKEN_WORD ? read_word(&judge, i) : 1;
		}
	}
}
