/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline-number.c: the stack of open levels, ids by path, repair of lettering by sequence, sections */
#include <string.h>

#include "bytes.h"
#include "digits.h"
#include "letter.h"
#include "maxima.h"
#include "outline-private.h"

#define MONTH_TOKENS 6u         /* of "THÁNG 10 NĂM 2026:" */
#define SMALL_HEADING_BYTES 48u /* of "- Yêu cầu:" */
#define HEADING_BYTES 400u      /* a longer paragraph announces no section */
#define HEADING_START 3u  /* words of a heading in small letters among which its section is named */
#define HEADING_COLON 6u  /* words before the colon of a heading that goes on as text */
#define SMALL_SHARE 5u    /* of a heading in capitals at most one letter in so many is small */
#define SMALL_LETTERS 40u /* that many small letters are no heading in capitals */
#define LETTER_D 4u       /* places of letters in lists */
#define LETTER_E 6u
#define LETTER_REACH 24u /* paragraphs to the next letter of a list */

typedef struct {
	const DdOutlineGrammar *grammar;
	DdContext *context;
	DdOutlineLevel levels[DD_MAX_DEPTH];
	uint8_t sections[DD_MAX_DEPTH];
	size_t depth;
	const char *annex;
	DdSection section; /* of a heading without a number */
	bool report;       /* inside the outline of a report, which gives no work */
} Numberer;

static bool
is_same_level(const DdMarkFound *a, const DdMarkFound *b)
{
	if (a->kind != b->kind)
		return false;
	if (dd_mark_is_bullet(a->kind) || a->kind == DD_MARK_ARTICLE || a->kind == DD_MARK_ROMAN)
		return true;
	if (a->kind == DD_MARK_NUMBER)
		return a->parts == b->parts && (a->style == ')') == (b->style == ')');
	return true;
}

/* Marks that stand above all others of the outline, the highest lowest */
static unsigned
rank_of(DdMark kind)
{
	switch (kind) {
	case DD_MARK_PART:
		return 0;
	case DD_MARK_CHAPTER:
		return 1;
	case DD_MARK_SECTION:
		return 2;
	case DD_MARK_LETTER_UPPER: /* A. holds I. in one plan and stands under II. in another: the first met is the higher */
	case DD_MARK_ARTICLE:
	case DD_MARK_ROMAN:
		return 3;
	case DD_MARK_STEP:
	case DD_MARK_NUMBER:
	case DD_MARK_LETTER:
		return 4;
	case DD_MARK_NONE:
	case DD_MARK_DASH:
	case DD_MARK_PLUS:
	case DD_MARK_DOT:
		break;
	}
	return 5;
}

/* Closes levels until the mark has its place. Returns: the level before it of the same kind, NULL when it opens one */
static const DdMarkFound *
find_place(Numberer *self, const DdMarkFound *mark)
{
	for (size_t i = self->depth; i-- > 0;) {
		if (is_same_level(&self->levels[i].mark, mark)) {
			self->depth = i;
			return &self->levels[i].mark;
		}
	}
	/* "1/ … 2) … 4.": a clerk closes each number in another way; the next one is of the same list all the same */
	for (size_t i = self->depth; mark->kind == DD_MARK_NUMBER && mark->parts == 1 && i-- > 0;) {
		const DdMarkFound *level = &self->levels[i].mark;
		if (level->kind == DD_MARK_NUMBER && level->parts == 1 &&
			mark->value > level->value && mark->value <= level->value + 2) {
			self->depth = i;
			return level;
		}
	}
	/* 2.1. under 2., whatever lettering came between */
	for (size_t i = self->depth; mark->parts > 1 && i-- > 0;) {
		const DdMarkFound *level = &self->levels[i].mark;
		if (level->kind == DD_MARK_NUMBER && level->parts + 1 == mark->parts) {
			self->depth = i + 1;
			return NULL;
		}
	}
	while (self->depth > 0 &&
		rank_of(self->levels[self->depth - 1].mark.kind) > rank_of(mark->kind))
		self->depth--;
	return NULL;
}

static void
remark_numbering(
	const Numberer *self, const DdPara *para, const char *was, const char *after, bool repeat)
{
	g_autofree char *detail = g_strdup_printf(
		repeat ? "'%s' repeats '%s'" : "'%s' follows '%s'", was, after);
	g_autofree char *detail_vi = g_strdup_printf(
		repeat ? "đánh số '%s' lặp lại '%s'" : "đánh số '%s' đứng sau '%s'", was, after);
	dd_context_remark(self->context, para->start, para->body, "numbering", detail, detail_vi);
}

/* Lettering lost or misread takes the value that comes next; repeats and gaps of clean text are remarked on. */
static void
repair(const Numberer *self, const DdPara *para, DdMarkFound *mark, const DdMarkFound *before)
{
	DdContext *context = self->context;
	uint32_t next = before != NULL ? before->value + 1 : 1;
	bool letter = mark->kind == DD_MARK_LETTER;
	char digits[DD_DIGITS_BUFFER];
	if (mark->broken) {
		mark->value = next;
		if (letter)
			mark->label = dd_mark_letter(next) != NULL ? dd_mark_letter(next) : "?";
		else if (mark->kind == DD_MARK_NUMBER)
			mark->label = dd_arena_strdup(
				context->arena, dd_digits_write(digits, 0, next));
		else
			mark->label = dd_mark_roman(context->arena, next);
		return;
	}
	if (before == NULL || mark->value == next || mark->value == 1)
		return;
	bool repeat = mark->value == before->value;
	if (before->repeated && mark->value == next + 1) /* 3, 3, 5: the slip was the second 3 */
		return;
	mark->repeated = repeat;
	if (letter && repeat && dd_mark_letter(next) != NULL) {
		if (context->damage == DD_DAMAGE_NONE)
			remark_numbering(self, para, mark->label, before->label, true);
		mark->value = next;
		mark->label = dd_mark_letter(next);
		return;
	}
	/* d, e without đ is how many lists go; one letter mistaken in a scan is the next one */
	if (letter && before->value == LETTER_D && mark->value == LETTER_E)
		return;
	if (context->damage != DD_DAMAGE_NONE) {
		if (letter && mark->value > 1 && dd_mark_letter(next) != NULL &&
			mark->value != next + 1) {
			mark->value = next;
			mark->label = dd_mark_letter(next);
		}
		return;
	}
	if (mark->kind == DD_MARK_NUMBER || letter || mark->kind == DD_MARK_ROMAN)
		remark_numbering(self, para, mark->label, before->label, repeat);
}

/* Of a number in parts only what its parent does not say already: 2.1 under 2 adds 1. */
static const char *
own_label(const DdMarkFound *mark, const DdOutlineLevel *parent)
{
	if (mark->kind != DD_MARK_NUMBER || mark->parts < 2 || parent == NULL ||
		parent->mark.kind != DD_MARK_NUMBER)
		return mark->label;
	size_t len = strlen(parent->mark.label);
	if (strncmp(mark->label, parent->mark.label, len) == 0 && mark->label[len] == '.')
		return mark->label + len + 1;
	return mark->label;
}

/* Returns: (transfer none, in the arena) @above, @sign and @label */
static const char *
join_id(DdArena *arena, const char *above, char sign, const char *label)
{
	size_t above_len = strlen(above), len = strlen(label);
	char *id = dd_arena_alloc(arena, above_len + 1 + len + 1);
	memcpy(id, above, above_len + 1);
	id[above_len] = sign;
	memcpy(id + above_len + 1, label, len + 1);
	return id;
}

static const char *
make_id(Numberer *self, const DdMarkFound *mark)
{
	DdOutlineLevel *parent = self->depth > 0 ? &self->levels[self->depth - 1] : NULL;
	const char *above = parent != NULL ? parent->id : self->annex;
	DdArena *arena = self->context->arena;
	char digits[DD_DIGITS_BUFFER];
	if (dd_mark_is_bullet(mark->kind))
		return join_id(arena, above != NULL ? above : "", '-',
			dd_digits_write(digits, 0, mark->value));
	if (above != NULL)
		return join_id(arena, above, '.', own_label(mark, parent));
	return dd_arena_strdup(arena, mark->label);
}

/* Small letters of ASCII alone mostly tell: there are no more letters than bytes. Returns: FALSE when they leave it open */
static bool
has_many_small(const char *at, const char *stop)
{
	size_t small = 0, len = (size_t)(stop - at);
	for (; stop - at >= 8 && small * SMALL_SHARE <= len; at += 8) {
		uint64_t bytes = dd_bytes_load(at);
		small += dd_bytes_count(dd_bytes_under(bytes, 'z' + 1) & ~dd_bytes_under(bytes, 'a'));
	}
	return small * SMALL_SHARE > len;
}

bool
dd_outline_is_capitals(const DdContext *context, uint32_t start, uint32_t end)
{
	const char *at = context->chars + start, *stop = context->chars + end;
	unsigned small = 0, capitals = 0;
	if (has_many_small(at, stop))
		return false;
	while (at < stop) {
		unsigned len;
		DdLetter letter = dd_letter_at(
			(const unsigned char *)at, (const unsigned char *)stop, &len);
		at += len;
		capitals += letter.upper;
		small += letter.base != 0 && !letter.upper;
		if (small > SMALL_LETTERS && capitals < small)
			return false;
	}
	return small + capitals >= 4 && small * SMALL_SHARE <= small + capitals;
}

/* "- Yêu cầu:", "a) Phương châm:", "* Nội dung tuyên truyền": small headings whose items are no work */
static DdSection
announced_small(const Numberer *self, const DdPara *para)
{
	DdContext *context = self->context;
	if (para->end - para->body > SMALL_HEADING_BYTES)
		return DD_SECTION_NONE;
	dd_context_scan(context, para->body, para->end);
	size_t n = context->scratch.n;
	if (n < 2 ||
		(para->mark != DD_MARK_LETTER && !dd_token_is_sign(&context->scratch, n - 1, ':')))
		return DD_SECTION_NONE;
	while (n > 0 && context->scratch.items[n - 1].kind == DD_TOKEN_SIGN)
		n--;
	DdSection section = dd_outline_section_of(self->grammar, &context->scratch, 0, n);
	bool whole = dd_outline_is_section(self->grammar, &context->scratch, 0, n);
	return whole && (section == DD_SECTION_AIMS || section == DD_SECTION_TOPICS)
		       ? section
		       : DD_SECTION_NONE;
}

/* "THÁNG 10", "Quý IV năm 2026", "Tháng 3/2026" over the work of a plan or programme; in a report it stands over what was done */
static bool
is_month_of_plan(const DdContext *context)
{
	static const char *const types[] = {"Chương trình", "Kế hoạch", "Lịch"};
	const DdTokens *tokens = &context->scratch;
	const char *type = context->reading->document.type.value;
	bool plan = false, counted = false;
	for (size_t i = 0; type != NULL && i < G_N_ELEMENTS(types) && !plan; i++)
		plan = g_str_has_prefix(type, types[i]);
	if (!plan || tokens->n < 2 || tokens->n > MONTH_TOKENS ||
		!(dd_token_is_text(tokens, 0, "THÁNG") || dd_token_is_text(tokens, 0, "Tháng") ||
			dd_token_is_text(tokens, 0, "QUÝ") || dd_token_is_text(tokens, 0, "Quý")))
		return false;
	for (size_t i = 1; i < tokens->n; i++) {
		const DdToken *token = &tokens->items[i];
		bool roman = token->kind == DD_TOKEN_WORD &&
			     strspn(tokens->text + token->start, "IV") >= token->len;
		bool year = dd_token_is_text(tokens, i, "năm") || dd_token_is_text(tokens, i, "NĂM");
		counted = counted || token->kind == DD_TOKEN_NUMBER || roman;
		if (token->kind == DD_TOKEN_WORD && !roman && !year)
			return false;
	}
	return counted;
}

/* What the heading says its section is about; text that is no heading says nothing. */
static DdSection
announced(const Numberer *self, const DdPara *para)
{
	DdContext *context = self->context;
	if (dd_mark_is_bullet((DdMark)para->mark) || para->mark == DD_MARK_LETTER)
		return announced_small(self, para);
	if (para->end - para->body > HEADING_BYTES)
		return DD_SECTION_NONE;
	bool capitals = dd_outline_is_capitals(context, para->body, para->end),
	     sentence = context->chars[para->end - 1] == '.';
	if (!capitals &&
		(para->mark == DD_MARK_NONE || (sentence && memchr(context->chars + para->body, ':',
								    para->end - para->body) == NULL)))
		return DD_SECTION_NONE;
	dd_context_scan(context, para->body, para->end);
	if (is_month_of_plan(context))
		return DD_SECTION_TASKS;
	if (capitals)
		return dd_outline_section_of(self->grammar, &context->scratch, 0, context->scratch.n);
	if (sentence) {
		/* "1. Về mục tiêu: …" says it before its colon */
		size_t colon = 0;
		while (colon < MIN(context->scratch.n, HEADING_COLON) &&
			!dd_token_is_sign(&context->scratch, colon, ':'))
			colon++;
		if (!dd_token_is_sign(&context->scratch, colon, ':'))
			return DD_SECTION_NONE;
		DdSection section = dd_outline_section_of(self->grammar, &context->scratch, 0, colon);
		return section == DD_SECTION_AIMS ? section : DD_SECTION_NONE;
	}
	return dd_outline_section_of(
		self->grammar, &context->scratch, 0, MIN(context->scratch.n, HEADING_START));
}

/* Does the paragraph announce what a report is to be about? Its items are no work. */
static bool
asks_for_report(const Numberer *self, const DdPara *para)
{
	DdContext *context = self->context;
	if (para->end <= para->body || context->chars[para->end - 1] != ':' ||
		para->mark == DD_MARK_ARTICLE)
		return false;
	dd_context_scan(context, para->body, para->end);
	return dd_outline_asks_for_report(self->grammar, &context->scratch, 0, context->scratch.n);
}

/* The title of an outline of a report stands over all that comes behind it. */
static void
see_title(Numberer *self, const DdPara *para)
{
	dd_context_scan(self->context, para->start, para->end);
	if (!dd_outline_is_of_report(self->grammar, &self->context->scratch, 0))
		return;
	self->report = true;
	self->section = DD_SECTION_FACTS;
}

/* In a scan "đ)" behind c) is d) when another "đ)" follows. */
static void
recall_d(const Numberer *self, size_t index, DdMarkFound *mark)
{
	const GArray *paras = self->context->paras;
	DdMarkFound next;
	if (self->context->damage == DD_DAMAGE_NONE || mark->kind != DD_MARK_LETTER ||
		mark->value != LETTER_D + 1 || self->depth == 0)
		return;
	bool after_c = false;
	for (size_t i = self->depth; i-- > 0 && !after_c;)
		after_c = self->levels[i].mark.kind == DD_MARK_LETTER &&
			  self->levels[i].mark.value == LETTER_D - 1;
	for (size_t i = index + 1; after_c && i < paras->len && i < index + LETTER_REACH; i++) {
		const DdPara *para = &g_array_index(paras, DdPara, i);
		if (para->mark != DD_MARK_LETTER)
			continue;
		mark->broken = dd_mark_read(self->context, para->start, para->end, &next) &&
			       next.value == mark->value;
		return;
	}
}

/* In a bad scan "2)" behind e) is g), and so is "9)". */
static void
recall_letter(const Numberer *self, DdMarkFound *mark)
{
	if (self->context->damage != DD_DAMAGE_HEAVY || mark->kind != DD_MARK_NUMBER ||
		mark->style != ')' || (mark->value != 2 && mark->value != 9))
		return;
	for (size_t i = self->depth; i-- > 0;) {
		const DdMarkFound *level = &self->levels[i].mark;
		if (level->kind == DD_MARK_LETTER && level->value == LETTER_E) {
			*mark = (DdMarkFound){.kind = DD_MARK_LETTER,
				.style = ')',
				.broken = true,
				.start = mark->start,
				.body = mark->body};
			return;
		}
	}
}

/* "S." behind 4. is 5., "B." behind 7. is 8. */
static void
recall_digit(const Numberer *self, DdMarkFound *mark)
{
	if (self->context->damage != DD_DAMAGE_HEAVY || mark->kind != DD_MARK_LETTER_UPPER)
		return;
	char letter = self->context->chars[mark->start];
	uint32_t value = letter == 'S' ? 5 : letter == 'B' ? 8 : 0;
	for (size_t i = self->depth; i-- > 0 && value > 0;) {
		const DdMarkFound *level = &self->levels[i].mark;
		if (level->kind != DD_MARK_NUMBER || level->parts != 1 || level->value + 1 != value)
			continue;
		*mark = (DdMarkFound){.kind = DD_MARK_NUMBER,
			.style = level->style,
			.parts = 1,
			.broken = true,
			.start = mark->start,
			.body = mark->body};
		return;
	}
}

/* Is the item behind paragraph @index numbered 1? */
static bool
restarts_below(const Numberer *self, size_t index)
{
	const GArray *paras = self->context->paras;
	DdMarkFound next;
	for (size_t i = index + 1; i < paras->len; i++) {
		const DdPara *para = &g_array_index(paras, DdPara, i);
		if (para->mark != DD_MARK_NONE)
			return dd_mark_read(self->context, para->start, para->end, &next) &&
			       next.kind == DD_MARK_NUMBER && next.value == 1;
	}
	return false;
}

/* In a bad scan "1." and "11." before capitals are I and II, and "Il." behind II is III: the strokes are not to be counted */
static void
recall_roman(const Numberer *self, size_t index, const DdPara *para, DdMarkFound *mark)
{
	if (self->context->damage == DD_DAMAGE_NONE || mark->style != '.' || mark->parts > 1 ||
		(mark->kind != DD_MARK_NUMBER && mark->kind != DD_MARK_ROMAN) ||
		!dd_outline_is_capitals(self->context, mark->body, para->end))
		return;
	uint32_t last = 0;
	for (size_t i = self->depth; i-- > 0 && last == 0;)
		last = self->levels[i].mark.kind == DD_MARK_ROMAN ? self->levels[i].mark.value : 0;
	if (mark->kind == DD_MARK_ROMAN) {
		mark->broken = mark->broken || mark->value <= last;
		return;
	}
	if (last == 0 ? mark->value == 1 && restarts_below(self, index)
		      : (last == 1 && mark->value == 11) || (last == 2 && mark->value == 111))
		*mark = (DdMarkFound){.kind = DD_MARK_ROMAN,
			.style = '.',
			.broken = true,
			.start = mark->start,
			.body = mark->body};
}

static void
place_marked(Numberer *self, size_t index, DdPara *para)
{
	DdMarkFound mark = {0};
	if (!dd_mark_read(self->context, para->start, para->end, &mark))
		return;
	recall_letter(self, &mark);
	recall_d(self, index, &mark);
	recall_digit(self, &mark);
	recall_roman(self, index, para, &mark);
	const DdMarkFound *found = find_place(self, &mark);
	DdMarkFound before = found != NULL ? *found : (DdMarkFound){0};
	if (dd_mark_is_bullet(mark.kind))
		mark.value = before.value + 1;
	else
		repair(self, para, &mark, found != NULL ? &before : NULL);
	if (self->depth == DD_MAX_DEPTH)
		self->depth--;
	para->id = make_id(self, &mark);
	if (self->depth > 0) {
		para->above = (int32_t)self->levels[self->depth - 1].para;
		g_array_index(self->context->paras, DdPara, (guint)para->above).children++;
	}
	DdSection section = self->report ? DD_SECTION_FACTS : announced(self, para);
	if (section == DD_SECTION_NONE)
		section = self->depth > 0 ? (DdSection)self->sections[self->depth - 1] : self->section;
	para->section = (uint8_t)section;
	self->levels[self->depth] = (DdOutlineLevel){.mark = mark, .para = index, .id = para->id};
	self->sections[self->depth] = asks_for_report(self, para) ? DD_SECTION_FACTS
								  : (uint8_t)section;
	self->depth++;
	para->depth = (uint8_t)self->depth;
}

static void
place_plain(Numberer *self, DdPara *para)
{
	DdContext *context = self->context;
	bool capitals = para->role == DD_ROLE_PROSE && para->end - para->start <= HEADING_BYTES &&
			dd_outline_is_capitals(context, para->start, para->end);
	if (capitals) {
		/* a heading without a number closes all that were open */
		see_title(self, para);
		DdSection section = self->report ? DD_SECTION_FACTS : announced(self, para);
		self->depth = 0;
		self->section = section != DD_SECTION_NONE ? section : self->section;
		para->role = DD_ROLE_HEADING;
		para->section = (uint8_t)self->section;
		return;
	}
	para->above = self->depth > 0 ? (int32_t)self->levels[self->depth - 1].para : -1;
	para->section = self->depth > 0 ? self->sections[self->depth - 1] : (uint8_t)self->section;
	if (para->role != DD_ROLE_PROSE || !asks_for_report(self, para))
		return;
	if (self->depth > 0)
		self->sections[self->depth - 1] = DD_SECTION_FACTS;
	else
		self->section = DD_SECTION_FACTS;
}

void
dd_outline_number(const DdOutlineGrammar *self, DdContext *context)
{
	Numberer numberer = {.grammar = self, .context = context};
	for (guint i = 0; i < context->paras->len; i++) {
		DdPara *para = &g_array_index(context->paras, DdPara, i);
		const char *annex = context->annexes->len > 0
					    ? dd_context_annex_at(context, para->line)
					    : NULL;
		if (annex != numberer.annex) {
			numberer.annex = annex;
			numberer.depth = 0;
			numberer.section = DD_SECTION_NONE;
			numberer.report = false;
		}
		if (para->role == DD_ROLE_ATTACHED || para->role == DD_ROLE_TITLE) {
			numberer.depth = 0;
			if (para->role == DD_ROLE_ATTACHED)
				see_title(&numberer, para);
		} else if (para->mark != DD_MARK_NONE && para->role != DD_ROLE_TASK_MORE)
			place_marked(&numberer, i, para);
		else
			place_plain(&numberer, para);
	}
}
