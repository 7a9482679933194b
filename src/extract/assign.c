/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assign.h"

#include "maxima.h"
#include "phrase.h"

#define SUBJECT_REACH 40u /* tokens between a subject and its "chủ trì" */
#define NAME_REACH 60u    /* tokens that the names before "chủ trì" may take */
#define BRACKET_REACH 90u /* tokens of a bracket that names who is to act */
#define PERSON_REACH 40u  /* tokens between a person's name and the colon behind the posts */
#define PERSON_WORDS 5u   /* words of a person's name */
#define NAME_TAIL 5u      /* small words by which a name may go on */
#define NAME_HEADING 14u  /* words of a heading that is a name */
#define CUES_MAX 128u     /* cues of one stretch that are looked at */

enum { CUE_LEAD, CUE_WITH, CUE_MUST, CUE_GIVE, CUE_GIVE_WEAK, CUE_BY, CUE_NEUTRAL };

static const DdPhrase cues[] = {
	{"chủ trì", CUE_LEAD},
	{"chịu trách nhiệm chủ trì", CUE_LEAD},
	{"có trách nhiệm chủ trì", CUE_LEAD},
	{"là cơ quan chủ trì", CUE_LEAD},
	{"là đơn vị chủ trì", CUE_LEAD},
	{"là cơ quan đầu mối", CUE_MUST},
	{"là đơn vị đầu mối", CUE_MUST},
	{"là phòng đầu mối", CUE_MUST},
	{"làm đầu mối", CUE_MUST},
	{"là đầu mối", CUE_MUST},
	{"là cơ quan thường trực", CUE_MUST},
	{"phối hợp với", CUE_WITH},
	{"phối hợp cùng", CUE_WITH},
	{"phối hợp cùng với", CUE_WITH},
	{"phối hợp chặt chẽ với", CUE_WITH},
	{"phối hợp chặt chẽ cùng", CUE_WITH},
	{"hiệp đồng với", CUE_WITH},
	{"liên kết với", CUE_WITH},
	{"phối hợp", CUE_WITH},
	{"có trách nhiệm", CUE_MUST},
	{"chịu trách nhiệm", CUE_MUST},
	{"có nhiệm vụ", CUE_MUST},
	{"giao", CUE_GIVE},
	{"giao cho", CUE_GIVE},
	{"giao nhiệm vụ cho", CUE_GIVE},
	{"phân công", CUE_GIVE},
	{"ủy quyền cho", CUE_GIVE},
	{"đề nghị", CUE_GIVE_WEAK},
	{"kính đề nghị", CUE_GIVE_WEAK},
	{"trân trọng đề nghị", CUE_GIVE_WEAK},
	{"yêu cầu", CUE_GIVE_WEAK},
	{"đồng ý giao", CUE_GIVE},
	{"đồng ý chủ trương cho", CUE_GIVE_WEAK},
	{"đồng ý chủ trương giao", CUE_GIVE},
	{"thống nhất giao", CUE_GIVE},
	{"tiếp tục giao", CUE_GIVE},
	{"do", CUE_BY},
	{"được giao chủ trì", CUE_NEUTRAL}, /* says who is meant, not who leads */
	{"được phân công chủ trì", CUE_NEUTRAL},
	{"đơn vị chủ trì", CUE_NEUTRAL},
	{"cơ quan chủ trì", CUE_NEUTRAL},
	{"được giao", CUE_NEUTRAL},
	{"bàn giao", CUE_NEUTRAL},
	{"phối hợp chủ trì", CUE_LEAD},
	{"chủ trì cuộc họp", CUE_NEUTRAL}, /* who sat at the head of the table */
	{"chủ trì phiên họp", CUE_NEUTRAL},
	{"chủ trì buổi họp", CUE_NEUTRAL},
	{"chủ trì buổi làm việc", CUE_NEUTRAL},
	{"đã chủ trì", CUE_NEUTRAL},
	{"chủ trì họp", CUE_NEUTRAL},
	{"chủ trì hội nghị", CUE_NEUTRAL},
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

struct _DdAssignGrammar {
	DdPhrases *cues, *titles;
};

DdAssignGrammar *
dd_assign_grammar_new(DdLexicon *lexicon)
{
	DdAssignGrammar *self = g_new0(DdAssignGrammar, 1);
	self->cues = dd_phrases_new(lexicon, cues, G_N_ELEMENTS(cues));
	self->titles = dd_phrases_new(lexicon, titles, G_N_ELEMENTS(titles));
	return self;
}

void
dd_assign_grammar_free(DdAssignGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->cues);
	dd_phrases_free(self->titles);
	g_free(self);
}

/* A cue found in the stretch */
typedef struct {
	uint32_t at;
	uint16_t len;
	uint16_t cue;
} Cue;

/* What the helpers of this file share while one stretch is read */
typedef struct {
	const DdAssignGrammar *grammar;
	DdContext *context;
	const DdTokens *tokens;
	size_t from, to;
	const Cue *cues; /* in order of place */
	size_t n_cues;
} Reader;

static size_t
read_names(const Reader *reader, size_t at, size_t to, DdFieldList *list)
{
	DdContext *context = reader->context;
	return dd_names_read(
		context->directory, context->local, reader->tokens, at, to, context->arena, list);
}

/* All cues of the stretch in one pass; what stands in a cue begins none. */
static void
gather_cues(Reader *reader, Cue room[CUES_MAX])
{
	const DdPhrases *phrases = reader->grammar->cues;
	size_t i = reader->from, to = reader->to;
	for (; (i = dd_phrases_next(phrases, reader->tokens, i, to, UINT64_MAX)) < to &&
		reader->n_cues < CUES_MAX;
		i++) {
		size_t len = 0;
		int cue = dd_phrases_match(phrases, reader->tokens, i, &len);
		if (cue < 0 || i + len > to)
			continue;
		room[reader->n_cues++] = (Cue){(uint32_t)i, (uint16_t)len, (uint16_t)cue};
		i += len - 1;
	}
	reader->cues = room;
}

static int
cue_at(const Reader *reader, size_t at, size_t *len)
{
	for (size_t i = 0; i < reader->n_cues && reader->cues[i].at <= at; i++) {
		if (reader->cues[i].at == at) {
			*len = reader->cues[i].len;
			return reader->cues[i].cue;
		}
	}
	return -1;
}

/* Returns: the first @cue in [@from, @to), or @to */
static size_t
find_cue(const Reader *reader, size_t from, size_t to, int cue, size_t *len)
{
	for (size_t i = 0; i < reader->n_cues; i++) {
		if (reader->cues[i].cue == cue && reader->cues[i].at >= from &&
			reader->cues[i].at < to) {
			*len = reader->cues[i].len;
			return reader->cues[i].at;
		}
	}
	return to;
}

static size_t
end_of_sentence(const Reader *reader, size_t from)
{
	for (size_t i = from; i + 1 < reader->to; i++)
		if (dd_token_is_sign(reader->tokens, i, '.') &&
			dd_token_is_cap(reader->tokens, i + 1) &&
			(reader->tokens->items[i + 1].flags & DD_TOKEN_SPACE))
			return i;
	return reader->to;
}

/* The names that end right before token @end ("… do Sở A và Sở B" chủ trì). Returns: TRUE when there are any */
static bool
read_names_before(const Reader *reader, size_t end, DdFieldList *list)
{
	size_t from = end > reader->from + NAME_REACH ? end - NAME_REACH : reader->from;
	for (size_t i = from; i < end; i++) {
		DdFieldList found = {0};
		if (i > from && !(reader->tokens->items[i].flags & DD_TOKEN_SPACE))
			continue;
		size_t n = read_names(reader, i, end, &found);
		if (n == 0)
			continue;
		if (i + n == end ||
			(i + n + 1 == end && dd_token_is_sign(reader->tokens, end - 1, ','))) {
			*list = found;
			return true;
		}
		i += n - 1;
	}
	return false;
}

/* Helpers behind the first "phối hợp với" that names any. */
static void
read_helpers(const Reader *reader, size_t from, size_t to, DdFieldList *list)
{
	size_t len = 0;
	for (size_t i = from; (i = find_cue(reader, i, to, CUE_WITH, &len)) < to; i += len)
		if (read_names(reader, i + len, to, list) > 0)
			return;
	/* "A chủ trì; B, C phối hợp." */
	size_t lead = find_cue(reader, from, to, CUE_LEAD, &len);
	for (size_t i = lead; (i = find_cue(reader, i, to, CUE_WITH, &len)) < to; i += len) {
		bool last = i + len >= to || reader->tokens->items[i + len].kind == DD_TOKEN_SIGN;
		if (last && read_names_before(reader, i, list))
			return;
	}
}

static bool
is_sure(const DdFieldList *names)
{
	return names->n > 0 && names->items[0].confidence >= 60;
}

/* Is the subject told what to do at the end of a clause put in between (", trong phạm vi …, có trách nhiệm")? */
static bool
is_ordered_later(const Reader *reader, size_t from)
{
	size_t len = 0, to = MIN(reader->to, from + SUBJECT_REACH);
	size_t must = find_cue(reader, from, to, CUE_MUST, &len),
	       lead = find_cue(reader, from, to, CUE_LEAD, &len);
	size_t first = MIN(must, lead);
	return first < to && first <= end_of_sentence(reader, from);
}

/*
 * A name that the grammar of names left early ("Vụ Giáo dục" thể chất chủ trì) goes on to what must stand behind it: a
 * cue, a colon, a bracket or the end of a heading. Returns: tokens of the name with what was added
 */
static size_t
complete_name(const Reader *reader, size_t at, size_t n, DdFieldList *names)
{
	const DdTokens *tokens = reader->tokens;
	size_t behind = at + n, len = 0;
	size_t end = behind;
	while (end < reader->to && end - behind < NAME_TAIL &&
		tokens->items[end].kind == DD_TOKEN_WORD && !dd_token_is_cap(tokens, end) &&
		cue_at(reader, end, &len) < 0)
		end++;
	if (end == behind || names->n == 0)
		return n;
	int cue = end < reader->to ? cue_at(reader, end, &len) : CUE_LEAD;
	bool stops = cue == CUE_LEAD || cue == CUE_MUST || dd_token_is_sign(tokens, end, ':') ||
		     (dd_token_is_sign(tokens, end, '(') && end - at < NAME_HEADING);
	if (!stops || (end >= reader->to && end - at > NAME_HEADING))
		return n;
	DdField *last = &names->items[names->n - 1];
	DdField *items = dd_arena_memdup(
		reader->context->arena, names->items, names->n * sizeof(DdField));
	uint32_t start = last->span.start;
	items[names->n - 1] = dd_context_field(
		reader->context, start, dd_token_end(tokens, end - 1), 70, "name-to-cue");
	names->items = items;
	return end - at;
}

/* A sentence that begins with those who are to act. Returns: FALSE when it does not */
static bool
read_subject(const Reader *reader, DdAssign *assign)
{
	size_t at = reader->from, len = 0;
	int cue = cue_at(reader, at, &len);
	bool gives = cue == CUE_GIVE || cue == CUE_GIVE_WEAK;
	if (gives)
		at += len;
	size_t n = read_names(reader, at, reader->to, &assign->lead);
	if (n > 0)
		n = complete_name(reader, at, n, &assign->lead);
	if (n == 0 || (!is_sure(&assign->lead) && !gives &&
			      !dd_token_is_sign(reader->tokens, at + n, ':'))) {
		assign->lead = (DdFieldList){0};
		return false;
	}
	size_t behind = at + n;
	assign->gives = gives;
	assign->kind = gives ? DD_ASSIGN_ORDERED : DD_ASSIGN_SUBJECT;
	if (behind >= reader->to ||
		(behind + 1 >= reader->to && reader->tokens->items[behind].kind == DD_TOKEN_SIGN)) {
		assign->kind = gives ? DD_ASSIGN_ORDERED : DD_ASSIGN_NAMED;
		assign->ends = true;
		return true;
	}
	if (dd_token_is_sign(reader->tokens, behind, ':')) {
		assign->kind = DD_ASSIGN_NAMED;
		assign->behind = behind + 1;
		return true;
	}
	if (is_ordered_later(reader, behind))
		assign->kind = DD_ASSIGN_ORDERED;
	return true;
}

static bool
has_name(const DdField *items, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(items[i].value, name) == 0)
			return true;
	return false;
}

/* Appends those names of @more that the list does not have */
static void
append_list(const Reader *reader, const DdFieldList *more, DdFieldList *list)
{
	size_t n = list->n, max = MIN(list->n + more->n, (size_t)DD_MAX_NAMES);
	if (max == n)
		return;
	DdField *items = dd_arena_alloc(reader->context->arena, max * sizeof(DdField));
	if (n > 0)
		memcpy(items, list->items, n * sizeof(DdField));
	for (size_t i = 0; i < more->n && n < max; i++)
		if (!has_name(items, n, more->items[i].value))
			items[n++] = more->items[i];
	*list = (DdFieldList){items, n};
}

/* Returns: the token of the bracket that the text [from, @to) ends with, reader->to when it ends with none */
static size_t
find_last_bracket(const Reader *reader, size_t to, size_t *close_out)
{
	const DdTokens *tokens = reader->tokens;
	size_t end = to;
	while (end > reader->from && tokens->items[end - 1].kind == DD_TOKEN_SIGN &&
		tokens->items[end - 1].value != ')' && tokens->items[end - 1].value != ']')
		end--;
	if (end <= reader->from + 2 || tokens->items[end - 1].kind != DD_TOKEN_SIGN)
		return reader->to;
	uint32_t close = tokens->items[end - 1].value, open = close == ')' ? '(' : '[';
	unsigned inner = 0; /* "(Chi cục Trồng trọt (TT) chủ trì)" */
	*close_out = end - 1;
	for (size_t at = end - 1; at-- > reader->from && end - at < BRACKET_REACH;) {
		if (dd_token_is_sign(tokens, at, close))
			inner++;
		else if (dd_token_is_sign(tokens, at, open) && inner-- == 0)
			return at;
	}
	return reader->to;
}

/* Returns: the ';' outside inner brackets that ends the part at @at, or @close */
static size_t
end_of_part(const Reader *reader, size_t at, size_t close)
{
	unsigned inner = 0;
	for (; at < close; at++) {
		if (dd_token_is_sign(reader->tokens, at, '('))
			inner++;
		else if (dd_token_is_sign(reader->tokens, at, ')') && inner > 0)
			inner--;
		else if (dd_token_is_sign(reader->tokens, at, ';') && inner == 0)
			return at;
	}
	return close;
}

/* The names that [at, to) holds, also where the grammar of names knows only some of them */
static void
read_all_names(const Reader *reader, size_t at, size_t to, DdFieldList *names)
{
	DdContext *context = reader->context;
	if (at < to && read_names(reader, at, to, names) < to - at)
		dd_names_parse(context->directory, context->local, reader->tokens, at, to,
			context->arena, names);
}

/* The names at @at of a bracket that are to act. Returns: their tokens, 0 when there are none */
static size_t
read_bracket_leads(const Reader *reader, size_t at, size_t end, bool loose, DdFieldList *names)
{
	size_t len = 0;
	size_t lead = find_cue(reader, at, end, CUE_LEAD, &len);
	size_t n = read_names(reader, at, end, names);
	if (lead < end && dd_token_is_cap(reader->tokens, at)) {
		if (at + n + 1 < lead) /* one word more may be that of "làm chủ trì" */
			read_all_names(reader, at, lead, names);
		return lead - at;
	}
	if (n > 0 || !loose || !dd_token_is_cap(reader->tokens, at))
		return n;
	while (at + n < end && cue_at(reader, at + n, &len) < 0)
		n++;
	read_all_names(reader, at, at + n, names);
	return n;
}

/*
 * One part of a bracket: "giao A chủ trì, phối hợp với B", "phối hợp với B", "C phối hợp". @loose: what begins with a
 * capital is a name. Returns: FALSE when words of it were not understood
 */
static bool
read_bracket_part(const Reader *reader, size_t at, size_t end, bool loose, DdAssign *assign)
{
	while (at < end) {
		size_t len = 0;
		DdFieldList names = {0};
		int cue = cue_at(reader, at, &len);
		if (cue == CUE_WITH) {
			read_all_names(reader, at + len, end, &names);
			append_list(reader, &names, &assign->coordinate);
			return names.n > 0;
		}
		at += cue == CUE_GIVE || cue == CUE_BY ? len : 0;
		size_t n = read_bracket_leads(reader, at, end, loose, &names);
		if (names.n == 0)
			return false;
		at += n;
		cue = at < end ? cue_at(reader, at, &len) : -1;
		bool helps = cue == CUE_WITH &&
			     (at + len >= end || reader->tokens->items[at + len].kind == DD_TOKEN_SIGN);
		append_list(reader, &names, helps ? &assign->coordinate : &assign->lead);
		at += helps || cue == CUE_LEAD ? len : 0;
		at += at < end && dd_token_is_sign(reader->tokens, at, ',') ? 1 : 0;
	}
	return true;
}

/* Returns: the last bracket that may hold names; "[Phòng A] (trước ngày 19/01/2024)" has one that tells when behind it */
static size_t
find_name_bracket(const Reader *reader, size_t *close_out)
{
	size_t close = reader->to, len = 0;
	DdFieldList names = {0};
	size_t last = find_last_bracket(reader, reader->to, close_out);
	if (last >= reader->to || last <= reader->from + 2 ||
		reader->tokens->items[last - 1].kind != DD_TOKEN_SIGN ||
		cue_at(reader, last + 1, &len) >= 0 ||
		read_names(reader, last + 1, *close_out, &names) > 0)
		return last;
	size_t before = find_last_bracket(reader, last, &close);
	if (before >= reader->to || close + 1 != last)
		return last;
	*close_out = close;
	return before;
}

/*
 * Names in brackets at the end: "(giao Sở Y tế chủ trì; các sở phối hợp)", "[Phòng Tổ chức]", "(do A và B thực hiện)",
 * "(A chủ trì, phối hợp với B; quý II/2025)": what is no name beside "chủ trì" is when. Returns: FALSE when nobody leads;
 * "(phối hợp với B)" still gives the helpers.
 */
static bool
read_bracketed(const Reader *reader, DdAssign *assign)
{
	size_t close = reader->to, len = 0, first_len = 0;
	size_t open = find_name_bracket(reader, &close);
	if (open >= reader->to || open == reader->from)
		return false;
	int first = cue_at(reader, open + 1, &first_len);
	bool loose = first == CUE_GIVE || dd_token_is_sign(reader->tokens, close, ']');
	bool whole = loose || first == CUE_BY ||
		     find_cue(reader, open + 1, close, CUE_LEAD, &len) < close;
	bool read = true;
	DdAssign found = {0};
	for (size_t at = open + 1; at < close;) {
		size_t end = end_of_part(reader, at, close);
		read = read_bracket_part(reader, at, end, loose, &found) && read;
		at = end + 1;
	}
	bool labelled = first >= 0 && dd_token_is_sign(reader->tokens, open + 1 + first_len, ':');
	if (found.lead.n == 0 && first == CUE_WITH && !labelled && is_sure(&found.coordinate)) {
		assign->coordinate = found.coordinate;
		assign->cut = open;
		return false;
	}
	if (found.lead.n == 0 || !(read || whole) || (!loose && !is_sure(&found.lead)))
		return false;
	assign->lead = found.lead;
	assign->coordinate = found.coordinate;
	assign->kind = DD_ASSIGN_ORDERED;
	assign->cut = open;
	return true;
}

/* "Ông Nguyễn Văn A, Phó Giám đốc - Trưởng đoàn: phụ trách chung" */
static bool
read_person(const Reader *reader, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	size_t len = 0, at = reader->from;
	if (dd_phrases_match(reader->grammar->titles, tokens, at, &len) < 0 ||
		!dd_token_is_cap(tokens, at + len))
		return false;
	size_t end = at + len;
	while (end < reader->to && dd_token_is_cap(tokens, end) && end - at - len < PERSON_WORDS)
		end++;
	for (size_t i = end; i < reader->to && i < end + PERSON_REACH; i++) {
		if (dd_token_is_sign(tokens, i, '.') || dd_token_is_sign(tokens, i, ';'))
			return false;
		if (!dd_token_is_sign(tokens, i, ':'))
			continue;
		DdField *person = dd_arena_alloc(reader->context->arena, sizeof(DdField));
		*person = dd_context_field(reader->context, tokens->items[at].start,
			dd_token_end(tokens, end - 1), 90, "person");
		assign->lead = (DdFieldList){person, 1};
		assign->kind = DD_ASSIGN_NAMED;
		assign->behind = i + 1;
		assign->ends = i + 1 >= reader->to;
		return true;
	}
	return false;
}

/* "… giao Sở A tổng hợp", "… do Sở A và Sở B chủ trì" inside the sentence */
static bool
read_inner(const Reader *reader, DdAssign *assign)
{
	size_t len = 0;
	size_t cue = find_cue(reader, reader->from, reader->to, CUE_LEAD, &len);
	if (cue < reader->to && cue > reader->from && read_names_before(reader, cue, &assign->lead)) {
		assign->kind = DD_ASSIGN_ORDERED;
		return true;
	}
	for (size_t i = reader->from;
		(i = find_cue(reader, i, reader->to, CUE_GIVE, &len)) < reader->to; i += len) {
		if (read_names(reader, i + len, reader->to, &assign->lead) > 0 &&
			is_sure(&assign->lead)) {
			assign->kind = DD_ASSIGN_ORDERED;
			return true;
		}
		assign->lead = (DdFieldList){0};
	}
	return false;
}

/* "…; Công an tỉnh xây dựng phương án": a unit that begins a clause and then is told what to do */
static void
read_clause_leads(const Reader *reader, size_t to, DdAssign *assign)
{
	const DdToken *items = reader->tokens->items;
	for (size_t i = assign->behind + 1; i + 2 < to && assign->lead.n < DD_MAX_NAMES; i++) {
		if (items[i].kind != DD_TOKEN_SIGN || items[i].value != ';' ||
			!(items[i + 1].flags & DD_TOKEN_CAP))
			continue;
		size_t len = 0;
		DdFieldList names = {0};
		size_t end = end_of_part(reader, i + 1, MIN(to, i + NAME_REACH));
		size_t n = read_names(reader, i + 1, end, &names), behind = i + 1 + n;
		i += n;
		if (n == 0 || !is_sure(&names) || behind >= end ||
			items[behind].kind != DD_TOKEN_WORD || cue_at(reader, behind, &len) == CUE_WITH)
			continue;
		append_list(reader, &names, &assign->lead);
	}
}

/* "…; giao Sở B thẩm định" behind the first lead gives a second one. */
static void
read_further_leads(const Reader *reader, DdAssign *assign)
{
	size_t len = 0, to = MIN(reader->to, assign->cut);
	read_clause_leads(reader, to, assign);
	for (size_t i = assign->behind + 1; (i = find_cue(reader, i, to, CUE_GIVE, &len)) < to;
		i += len) {
		const DdToken *before = &reader->tokens->items[i - 1];
		if (before->kind != DD_TOKEN_SIGN || (before->value != ';' && before->value != ','))
			continue;
		DdFieldList names = {0};
		if (read_names(reader, i + len, reader->to, &names) > 0 && is_sure(&names))
			append_list(reader, &names, &assign->lead);
	}
}

void
dd_assign_read(const DdAssignGrammar *self, DdContext *context, size_t from, size_t to,
	DdAssign *assign_out)
{
	Cue room[CUES_MAX];
	Reader reader = {
		.grammar = self, .context = context, .tokens = &context->scratch, .from = from, .to = to};
	DdAssign assign = {.behind = from, .cut = to};
	size_t len = 0;
	gather_cues(&reader, room);
	if (from < to && !read_person(&reader, &assign) && !read_subject(&reader, &assign) &&
		!read_bracketed(&reader, &assign) && !read_inner(&reader, &assign))
		assign.kind = DD_ASSIGN_NONE;
	if (from < to && assign.coordinate.n == 0)
		read_helpers(&reader, from, to, &assign.coordinate);
	if (assign.kind == DD_ASSIGN_SUBJECT || assign.kind == DD_ASSIGN_ORDERED)
		read_further_leads(&reader, &assign);
	assign.leads = find_cue(&reader, from, to, CUE_LEAD, &len) < to;
	*assign_out = assign;
}

size_t
dd_assign_split(const DdAssignGrammar *self, const DdTokens *tokens, size_t from, size_t to,
	size_t *end_out)
{
	*end_out = to;
	for (size_t i = from; i < to; i++) {
		size_t len = 0;
		int cue = dd_phrases_match(self->cues, tokens, i, &len);
		if (cue == CUE_LEAD && *end_out == to)
			*end_out = i;
		if (cue != CUE_WITH || i + len >= to)
			continue;
		*end_out = MIN(*end_out, i);
		return dd_token_is_sign(tokens, i + len, ':') ? i + len + 1 : i + len;
	}
	return to;
}

bool
dd_assign_read_request(const DdAssignGrammar *self, DdContext *context, DdAssign *assign_out)
{
	Cue room[CUES_MAX];
	Reader reader = {.grammar = self,
		.context = context,
		.tokens = &context->scratch,
		.to = context->scratch.n};
	gather_cues(&reader, room);
	for (size_t i = reader.n_cues; i-- > 0;) {
		const Cue *cue = &reader.cues[i];
		DdAssign assign = {.kind = DD_ASSIGN_ORDERED, .gives = true};
		if ((cue->cue != CUE_GIVE && cue->cue != CUE_GIVE_WEAK) ||
			read_names(&reader, (size_t)cue->at + cue->len, reader.to, &assign.lead) == 0 ||
			!is_sure(&assign.lead))
			continue;
		*assign_out = assign;
		return true;
	}
	return false;
}
