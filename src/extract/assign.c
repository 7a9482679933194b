/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "assign-private.h"
#include "maxima.h"

#define SUBJECT_REACH 40u /* tokens between a subject and its "chủ trì" */
#define PERSON_REACH 40u  /* tokens between a person's name and the colon behind the posts */
#define PERSON_WORDS 5u   /* words of a person's name */
#define NAME_TAIL 5u      /* small words by which a name may go on */
#define TOPIC_REACH 20u   /* tokens of "Công tác y tế:" before the subject */
#define OPENER_REACH 70u  /* tokens before the subject of "Trên cơ sở …, Sở A …" */
#define MANNERS 4u        /* between "phối hợp" and "với" */
#define NAME_HEADING 14u  /* words of a heading that is a name */

/* "Giám đốc các Sở: Y tế, Tài chính": each name behind the post, with the post before it */
static size_t
read_headed_names(const DdAssignReader *reader, size_t at, size_t to, DdFieldList *list)
{
	DdContext *context = reader->context;
	size_t len = 0;
	if (dd_phrases_match(reader->grammar->heads, reader->tokens, at, &len) < 0)
		return 0;
	size_t n = dd_names_read(context->directory, context->local, reader->tokens, at + len, to,
		context->arena, list);
	if (n == 0)
		return 0;
	g_autofree char *post = g_strndup(reader->tokens->text + reader->tokens->items[at].start,
		dd_token_end(reader->tokens, at + len - 1) - reader->tokens->items[at].start);
	DdField *items = dd_arena_memdup(context->arena, list->items, list->n * sizeof(DdField));
	for (size_t i = 0; i < list->n; i++) {
		if (dd_assign_has_post(items[i].value))
			continue; /* "Giám đốc các Sở: Y tế; Chủ tịch UBND các huyện" */
		/* "Chủ tịch các huyện": what is many keeps its small letter */
		const char *name = items[i].value;
		bool many = g_str_has_prefix(name, "Các ");
		g_autofree char *full = g_strdup_printf(
			"%s %s%s", post, many ? "các " : "", many ? name + strlen("Các ") : name);
		items[i].value = dd_arena_strdup(context->arena, full);
	}
	list->items = items;
	return len + n;
}

size_t
dd_assign_names(const DdAssignReader *reader, size_t at, size_t to, DdFieldList *list)
{
	DdContext *context = reader->context;
	size_t n = dd_names_read(
		context->directory, context->local, reader->tokens, at, to, context->arena, list);
	bool colon = n == 0;
	for (size_t i = at; i <= at + n && !colon; i++)
		colon = dd_token_is_sign(reader->tokens, i, ':');
	if (!dd_token_is_cap(reader->tokens, at) || !colon)
		return n;
	DdFieldList headed = {0};
	size_t longer = read_headed_names(reader, at, to, &headed);
	if (longer <= n)
		return n;
	*list = headed;
	return longer;
}

/* "phối hợp" chặt chẽ, thường xuyên và hiệu quả với …: Returns: tokens from @at through what stands before the names, 0 when none does */
static size_t
read_manner(const DdAssignReader *reader, size_t at)
{
	const DdTokens *tokens = reader->tokens;
	size_t len = 0, i = at;
	for (unsigned n = 0; n < MANNERS && i < reader->to; n++) {
		if (dd_phrases_match(reader->grammar->manners, tokens, i, &len) < 0)
			break;
		i += len;
		if (dd_token_is_sign(tokens, i, ',') || dd_token_is_text(tokens, i, "và"))
			i++;
	}
	if (i == at || dd_phrases_match(reader->grammar->withs, tokens, i, &len) < 0)
		return 0;
	return i + len - at;
}

void
dd_assign_gather_cues(DdAssignReader *reader, DdAssignCue room[DD_ASSIGN_CUES])
{
	const DdPhrases *phrases = reader->grammar->cues;
	size_t i = reader->from, to = reader->to;
	for (; (i = dd_phrases_next(phrases, reader->tokens, i, to, UINT64_MAX)) < to &&
		reader->n_cues < DD_ASSIGN_CUES;
		i++) {
		size_t len = 0;
		int cue = dd_phrases_match(phrases, reader->tokens, i, &len);
		if (cue < 0 || i + len > to)
			continue;
		if (cue == DD_SAY_WITH)
			len += read_manner(reader, i + len);
		room[reader->n_cues++] = (DdAssignCue){(uint32_t)i, (uint16_t)len, (uint16_t)cue};
		i += len - 1;
	}
	reader->cues = room;
}

int
dd_assign_cue_at(const DdAssignReader *reader, size_t at, size_t *len)
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
size_t
dd_assign_find_cue(const DdAssignReader *reader, size_t from, size_t to, int cue, size_t *len)
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
end_of_sentence(const DdAssignReader *reader, size_t from)
{
	for (size_t i = from; i + 1 < reader->to; i++)
		if (dd_token_is_sign(reader->tokens, i, '.') &&
			dd_token_is_cap(reader->tokens, i + 1) &&
			(reader->tokens->items[i + 1].flags & DD_TOKEN_SPACE))
			return i;
	return reader->to;
}

bool
dd_assign_names_before(const DdAssignReader *reader, size_t end, DdFieldList *list, size_t *at_out)
{
	size_t from = end > reader->from + DD_ASSIGN_NAME_REACH ? end - DD_ASSIGN_NAME_REACH
								: reader->from;
	for (size_t i = from; i < end; i++) {
		DdFieldList found = {0};
		if (i > from && !(reader->tokens->items[i].flags & DD_TOKEN_SPACE))
			continue;
		size_t n = dd_assign_names(reader, i, end, &found);
		if (n == 0)
			continue;
		if (i + n == end ||
			(i + n + 1 == end && dd_token_is_sign(reader->tokens, end - 1, ','))) {
			*list = found;
			if (at_out != NULL)
				*at_out = i;
			return true;
		}
		i += n - 1;
	}
	return false;
}

bool
dd_assign_is_sure(const DdFieldList *names)
{
	return names->n > 0 && names->items[0].confidence >= 60;
}

/* Is the subject told what to do at the end of a clause put in between (", trong phạm vi …, có trách nhiệm")? */
static bool
is_ordered_later(const DdAssignReader *reader, size_t from)
{
	size_t len = 0, to = MIN(reader->to, from + SUBJECT_REACH);
	size_t must = dd_assign_find_cue(reader, from, to, DD_SAY_MUST, &len),
	       lead = dd_assign_find_cue(reader, from, to, DD_SAY_LEAD, &len);
	size_t first = MIN(must, lead);
	return first < to && first <= end_of_sentence(reader, from);
}

/* Does the bracket at token @at end the text, or stand before a colon: "Phòng Giáo dục thể chất (đầu mối):"? */
static bool
ends_with_note(const DdAssignReader *reader, size_t at)
{
	const DdTokens *tokens = reader->tokens;
	if (!dd_token_is_sign(tokens, at, '('))
		return false;
	while (at < reader->to && !dd_token_is_sign(tokens, at, ')'))
		at++;
	return at + 2 >= reader->to || dd_token_is_sign(tokens, at + 1, ':');
}

/*
 * A name that the grammar of names left early ("Vụ Giáo dục" thể chất chủ trì) goes on to what must stand behind it: a
 * cue, a colon, a bracket or the end of a heading. Returns: tokens of the name with what was added
 */
static size_t
complete_name(const DdAssignReader *reader, size_t at, size_t n, DdFieldList *names)
{
	const DdTokens *tokens = reader->tokens;
	size_t behind = at + n, len = 0;
	size_t end = behind;
	while (end < reader->to && end - behind < NAME_TAIL &&
		tokens->items[end].kind == DD_TOKEN_WORD && !dd_token_is_cap(tokens, end) &&
		!dd_token_is_text(tokens, end, "tự") && /* "các đơn vị tự kiểm kê và chịu trách nhiệm" */
		dd_assign_cue_at(reader, end, &len) < 0)
		end++;
	if (end == behind || names->n == 0)
		return n;
	int cue = end < reader->to ? dd_assign_cue_at(reader, end, &len) : DD_SAY_LEAD;
	bool stops = cue == DD_SAY_LEAD || cue == DD_SAY_MUST || dd_token_is_sign(tokens, end, ':') ||
		     (end - at < NAME_HEADING && ends_with_note(reader, end));
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

/* "Văn phòng Sở (chủ trì), Thanh tra Sở (phối hợp)": the names [@at, @to) that a bracket says help are no leads */
static void
part_by_roles(const DdAssignReader *reader, size_t at, size_t to, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	DdFieldList *leads = &assign->lead;
	size_t len = 0, kept = 0;
	if (leads->n < 2)
		return;
	DdField *items = dd_arena_memdup(
		reader->context->arena, leads->items, leads->n * sizeof(DdField));
	for (size_t k = 0; k < leads->n; k++) {
		uint32_t end = k + 1 < leads->n ? items[k + 1].span.start : UINT32_MAX;
		bool helps = false;
		for (; at < to && tokens->items[at].start < end; at++)
			helps = helps || (dd_token_is_sign(tokens, at, '(') &&
						 dd_phrases_match(reader->grammar->roles, tokens,
							 at + 1, &len) == DD_SAY_HELP);
		DdField name = items[k];
		if (helps && kept > 0)
			dd_names_append(reader->context->arena, &(DdFieldList){&name, 1},
				&assign->coordinate);
		else
			items[kept++] = name;
	}
	*leads = (DdFieldList){items, kept};
}

/* Reads "[giao] Sở A" at @at into @assign: names, and whether they are given work. Returns: the token behind, 0 for none */
static size_t
read_actor(const DdAssignReader *reader, size_t at, DdAssign *assign)
{
	size_t len = 0;
	int cue = dd_assign_cue_at(reader, at, &len);
	assign->gives = cue == DD_SAY_GIVE || cue == DD_SAY_GIVE_WEAK;
	if (assign->gives)
		at += len;
	size_t n = dd_assign_names(reader, at, reader->to, &assign->lead);
	if (n > 0)
		n = complete_name(reader, at, n, &assign->lead);
	/* "Cơ quan, đơn vị nào vi phạm phải kiểm điểm" threatens, and tells nobody to do anything */
	bool any = n > 0 && dd_token_is_text(reader->tokens, at + n, "nào");
	if (n == 0 || any ||
		(!dd_assign_is_sure(&assign->lead) && !assign->gives &&
			!dd_token_is_sign(reader->tokens, at + n, ':'))) {
		assign->lead = (DdFieldList){0};
		assign->gives = false;
		return 0;
	}
	part_by_roles(reader, at, at + n, assign);
	return at + n;
}

/* Tells from what stands @behind the names in what way they are called. */
static void
settle_subject(const DdAssignReader *reader, size_t behind, DdAssign *assign)
{
	bool sign = behind < reader->to && reader->tokens->items[behind].kind == DD_TOKEN_SIGN;
	assign->kind = assign->gives ? DD_ASSIGN_ORDERED : DD_ASSIGN_SUBJECT;
	if (behind >= reader->to || (behind + 1 >= reader->to && sign)) {
		assign->kind = assign->gives ? DD_ASSIGN_ORDERED : DD_ASSIGN_NAMED;
		assign->ends = true;
	} else if (dd_token_is_sign(reader->tokens, behind, ':')) {
		assign->kind = DD_ASSIGN_NAMED;
		assign->behind = behind + 1;
	} else if (is_ordered_later(reader, behind)) {
		assign->kind = DD_ASSIGN_ORDERED;
	}
}

/* Is it the office itself whose letter this is, "Sở Nội vụ" of the issuer "Sở Nội vụ tỉnh X"? */
static bool
is_sender(const DdAssignReader *reader, const char *name)
{
	const char *issuer = reader->context->reading->document.issuer.value;
	return issuer != NULL && dd_context_is_letter(reader->context) &&
	       g_str_has_prefix(issuer, name);
}

/* "UBND tỉnh yêu cầu Cục Thuế tỉnh chủ trì …", "Bộ X đề nghị các Sở …": those told lead, not who tells them */
static bool
read_told(const DdAssignReader *reader, size_t at, DdAssign *assign)
{
	size_t len = 0;
	DdAssign told = {.behind = assign->behind, .cut = assign->cut};
	size_t behind = dd_assign_cue_at(reader, at, &len) >= 0 ? read_actor(reader, at, &told) : 0;
	if (behind == 0 || !told.gives || !dd_assign_is_sure(&told.lead))
		return false;
	bool asks = dd_token_is_text(reader->tokens, at + len - 1, "nghị"); /* "đề nghị", "kính đề nghị" */
	if (asks && !is_sender(reader, assign->lead.items[0].value) &&
		dd_assign_rank_of(assign->lead.items[0].value) <=
			dd_assign_rank_of(told.lead.items[0].value) &&
		!g_str_has_prefix(told.lead.items[0].value, "Các "))
		return false;
	*assign = told;
	settle_subject(reader, behind, assign);
	return true;
}

/* Are those @names, behind whom token @behind stands, told what to do? What somebody has done is no order. */
static bool
are_told(const DdAssignReader *reader, const DdFieldList *names, size_t behind)
{
	size_t len = 0;
	return dd_assign_is_sure(names) && behind < reader->to &&
	       reader->tokens->items[behind].kind == DD_TOKEN_WORD &&
	       (dd_assign_cue_at(reader, behind, &len) >= 0 ||
		       dd_phrases_match(reader->grammar->tells, reader->tokens, behind, &len) < 0);
}

/*
 * "Giao đồng chí Lê Văn Năm trực tiếp chỉ đạo Sở Y tế hoàn thành …": a person @behind whose name the office stands that he
 * directs, and that does the work. An office that directs others does the work itself. Returns: the token behind both
 */
static size_t
read_directed(const DdAssignReader *reader, size_t behind, DdAssign *assign)
{
	size_t len = 0;
	DdFieldList names = {0};
	const char *rule = assign->lead.n == 1 ? assign->lead.items[0].rule : NULL;
	if (rule == NULL || *rule != 'n' || !g_str_has_prefix(rule, DD_RULE_PERSON) ||
		dd_phrases_match(reader->grammar->roles, reader->tokens, behind, &len) != DD_SAY_HEAD)
		return behind;
	size_t n = dd_assign_names(reader, behind + len, reader->to, &names);
	if (n == 0 || !are_told(reader, &names, behind + len + n))
		return behind;
	assign->director = assign->lead;
	assign->lead = names;
	return behind + len + n;
}

/* A sentence that begins at @at with those who are to act. Returns: FALSE when it does not */
static bool
read_subject(const DdAssignReader *reader, size_t at, DdAssign *assign)
{
	size_t behind = read_actor(reader, at, assign);
	if (behind == 0)
		return false;
	behind = read_directed(reader, behind, assign);
	if (assign->gives || !read_told(reader, behind, assign))
		settle_subject(reader, behind, assign);
	/* what the sender of a letter does itself is told before it asks for anything */
	if (!assign->gives && assign->kind == DD_ASSIGN_SUBJECT &&
		is_sender(reader, assign->lead.items[0].value)) {
		*assign = (DdAssign){.behind = reader->from, .cut = reader->to};
		return false;
	}
	return true;
}

/* "Đối với UBND cấp huyện: chỉ đạo …", "Đối với các sở, ngành": whom the sentence, or what stands under the heading, speaks to */
static bool
read_addressed(const DdAssignReader *reader, size_t at, DdAssign *assign)
{
	DdFieldList names = {0};
	size_t n = dd_assign_names(reader, at, reader->to, &names);
	bool ends = at + n >= reader->to;
	if (n == 0 || !dd_assign_is_sure(&names) ||
		(!ends && !dd_token_is_sign(reader->tokens, at + n, ':')))
		return false;
	assign->lead = names;
	assign->kind = ends ? DD_ASSIGN_NAMED : DD_ASSIGN_SUBJECT;
	assign->ends = ends;
	return true;
}

/*
 * "Trong năm 2025, Sở A rà soát …", "Đối với cuộc thi: Sở B ban hành thể lệ", "Y tế: Trạm Y tế tiêm chủng …": the subject behind
 * what opens the sentence
 */
static bool
read_late_subject(const DdAssignReader *reader, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	unsigned inner = 0;
	size_t len = 0, end = MIN(reader->to, reader->from + TOPIC_REACH);
	bool opened = dd_phrases_match(reader->grammar->openers, tokens, reader->from, &len) >= 0;
	if (opened && read_addressed(reader, reader->from + len, assign))
		return true;
	if (opened)
		end = MIN(end_of_sentence(reader, reader->from), reader->from + OPENER_REACH);
	for (size_t i = reader->from + (opened ? len : 1); i + 2 < end; i++) {
		if (dd_token_is_sign(tokens, i, '('))
			inner++;
		else if (dd_token_is_sign(tokens, i, ')') && inner > 0)
			inner--;
		else if (dd_token_is_sign(tokens, i, ';') ||
			 (dd_token_is_sign(tokens, i, '.') && dd_token_is_cap(tokens, i + 1)))
			break;
		bool cut = inner == 0 && (dd_token_is_sign(tokens, i, ':') ||
						 (opened && dd_token_is_sign(tokens, i, ',')));
		DdFieldList names = {0};
		size_t n = cut ? dd_assign_names(reader, i + 1, reader->to, &names) : 0;
		if (n == 0)
			continue;
		bool listed = names.n > 1 &&
			      dd_assign_names_before(reader, i, &(DdFieldList){0}, NULL);
		return are_told(reader, &names, i + 1 + n) && !listed &&
		       !dd_assign_goes_on_with_names(reader, i) &&
		       read_subject(reader, i + 1, assign);
	}
	return false;
}

/* "Đồng ý với đề xuất. Sở Nội vụ hoàn thiện hồ sơ …": a later sentence tells somebody */
static bool
read_later_sentence(const DdAssignReader *reader, DdAssign *assign)
{
	const char *text = reader->tokens->text + reader->tokens->items[reader->from].start,
		   *end = reader->tokens->text + reader->tokens->items[reader->to - 1].start;
	if (memchr(text, '.', (size_t)(end - text)) == NULL) /* mostly the only one ends the text */
		return false;
	for (size_t i = reader->from; (i = end_of_sentence(reader, i)) < reader->to; i++) {
		DdFieldList names = {0};
		size_t len = 0, n = dd_assign_names(reader, i + 1, reader->to, &names);
		int cue = dd_assign_cue_at(reader, i + 1, &len);
		bool asked = cue == DD_SAY_GIVE || cue == DD_SAY_GIVE_WEAK;
		if ((n > 0 && are_told(reader, &names, i + 1 + n)) ||
			(asked && dd_context_is_letter(reader->context)))
			return read_subject(reader, i + 1, assign);
	}
	return false;
}

/* "Ông Nguyễn Văn A, Phó Giám đốc - Trưởng đoàn: phụ trách chung" */
static bool
read_person(const DdAssignReader *reader, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	size_t len = 0, at = reader->from;
	if (dd_phrases_match(reader->grammar->titles, tokens, at, &len) < 0 ||
		!dd_token_is_cap(tokens, at + len))
		return false;
	size_t end = at + len;
	while (end < reader->to && dd_token_is_cap(tokens, end) && end - at - len < PERSON_WORDS)
		end++;
	/* "Đ/c Giám đốc Sở Nội vụ - Phó Trưởng Ban: chủ trì …": a post in the place of a name, told whole */
	DdFieldList post = {0};
	if (end < reader->to && tokens->items[end].kind == DD_TOKEN_WORD &&
		!dd_token_is_cap(tokens, end)) {
		size_t n = dd_assign_names(reader, at, reader->to, &post);
		if (n > 0 && post.n == 1)
			end = MAX(end, at + n);
	}
	for (size_t i = end; i < reader->to && i < end + PERSON_REACH; i++) {
		if (dd_token_is_sign(tokens, i, '.') || dd_token_is_sign(tokens, i, ';'))
			return false;
		if (!dd_token_is_sign(tokens, i, ':'))
			continue;
		DdField *person = dd_arena_alloc(reader->context->arena, sizeof(DdField));
		*person = post.n == 1 ? post.items[0]
				      : dd_context_field(reader->context, tokens->items[at].start,
						dd_token_end(tokens, end - 1), 90, "person");
		assign->lead = (DdFieldList){person, 1};
		assign->kind = DD_ASSIGN_NAMED;
		assign->behind = i + 1;
		assign->ends = i + 1 >= reader->to;
		return true;
	}
	return false;
}

/* "Cấp tỉnh:", "Ở cấp cơ sở:": a level that is told what to do, in a heading, on a line before its items or in an item */
static bool
read_level(const DdAssignReader *reader, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	size_t len = 0, at = reader->from;
	/* cheap: few sentences begin like "Cấp", "Ở", "Tại" or "Đối với" */
	const char *text = tokens->text + tokens->items[at].start;
	if (tokens->items[at].len > strlen("Cấp") ||
		(memcmp(text, "Cấ", 2) != 0 && memcmp(text, "Ở", 2) != 0 &&
			memcmp(text, "Tạ", 2) != 0 && memcmp(text, "Đố", 2) != 0))
		return false;
	if (dd_token_is_text(tokens, at, "Ở") || dd_token_is_text(tokens, at, "Tại"))
		at++;
	else if (dd_token_is_text(tokens, at, "Đối"))
		at = dd_assign_skip_address(reader->grammar, tokens, at);
	if (dd_phrases_match(reader->grammar->levels, tokens, at, &len) < 0)
		return false;
	size_t behind = at + len;
	bool colon = behind < reader->to && dd_token_is_sign(tokens, behind, ':');
	if (!colon && behind < reader->to)
		return false;
	DdField *field = dd_arena_alloc(reader->context->arena, sizeof(DdField));
	*field = dd_context_field(reader->context, tokens->items[at].start,
		dd_token_end(tokens, behind - 1), 80, "level");
	if (field->value[0] == 'c') {
		char *name = dd_arena_strdup(reader->context->arena, field->value);
		name[0] = 'C';
		field->value = name;
	}
	assign->lead = (DdFieldList){field, 1};
	assign->kind = DD_ASSIGN_NAMED;
	assign->behind = MIN(behind + 1, reader->to);
	assign->ends = assign->behind >= reader->to;
	return true;
}

/* "… do Văn phòng Sở thực hiện." at the end of a part of the sentence */
static bool
read_done_by(const DdAssignReader *reader, DdAssign *assign)
{
	size_t len = 0;
	for (size_t i = reader->from;
		(i = dd_assign_find_cue(reader, i, reader->to, DD_SAY_BY, &len)) < reader->to;
		i += len) {
		DdFieldList names = {0};
		size_t n = dd_assign_names(reader, i + len, reader->to, &names), role_len = 0;
		size_t behind = i + len + n;
		if (n == 0 || !dd_assign_is_sure(&names) ||
			dd_phrases_match(reader->grammar->roles, reader->tokens, behind, &role_len) !=
				DD_SAY_LEAD ||
			(behind + role_len < reader->to &&
				reader->tokens->items[behind + role_len].kind != DD_TOKEN_SIGN))
			continue;
		assign->lead = names;
		assign->kind = DD_ASSIGN_ORDERED;
		assign->aside = i > reader->from && reader->tokens->items[i - 1].kind == DD_TOKEN_WORD;
		return true;
	}
	return false;
}

/* "… giao Sở A tổng hợp", "… do Sở A và Sở B chủ trì" inside the sentence */
static bool
read_inner(const DdAssignReader *reader, DdAssign *assign)
{
	size_t len = 0;
	size_t cue = dd_assign_find_cue(reader, reader->from, reader->to, DD_SAY_LEAD, &len);
	if (cue < reader->to && cue > reader->from &&
		dd_assign_names_before(reader, cue, &assign->lead, NULL)) {
		assign->kind = DD_ASSIGN_ORDERED;
		return true;
	}
	if (read_done_by(reader, assign))
		return true;
	for (size_t i = reader->from;
		(i = dd_assign_find_cue(reader, i, reader->to, DD_SAY_GIVE, &len)) < reader->to;
		i += len) {
		if (dd_assign_names(reader, i + len, reader->to, &assign->lead) > 0 &&
			dd_assign_is_sure(&assign->lead)) {
			assign->kind = DD_ASSIGN_ORDERED;
			/* "…; phân công lãnh đạo UBND trực tiếp chỉ đạo" is what the unit above does with its own people */
			assign->aside = i > reader->from &&
					dd_token_is_text(reader->tokens, i, "phân");
			return true;
		}
		assign->lead = (DdFieldList){0};
	}
	/* "Phê bình Phòng A để việc chậm; yêu cầu Trưởng phòng B giải trình" */
	for (size_t i = reader->from + 1;
		(i = dd_assign_find_cue(reader, i, reader->to, DD_SAY_GIVE_WEAK, &len)) < reader->to;
		i += len) {
		if (dd_token_is_sign(reader->tokens, i - 1, ';') &&
			dd_assign_names(reader, i + len, reader->to, &assign->lead) > 0 &&
			dd_assign_is_sure(&assign->lead)) {
			assign->kind = DD_ASSIGN_ORDERED;
			return true;
		}
		assign->lead = (DdFieldList){0};
	}
	return false;
}

/* "…; Công an tỉnh xây dựng phương án", "…. Ban Tuyên giáo chủ trì …": a unit that begins a clause and is told what to do */
static void
read_clause_leads(const DdAssignReader *reader, size_t to, DdAssign *assign)
{
	const DdToken *items = reader->tokens->items;
	for (size_t i = assign->behind + 1; i + 2 < to && assign->lead.n < DD_MAX_NAMES; i++) {
		bool stop = dd_token_is_sign(reader->tokens, i, '.') &&
			    (items[i + 1].flags & DD_TOKEN_SPACE);
		if ((!stop && !dd_token_is_sign(reader->tokens, i, ';')) ||
			!(items[i + 1].flags & DD_TOKEN_CAP))
			continue;
		size_t len = 0;
		DdFieldList names = {0};
		size_t end = dd_assign_end_of_part(reader, i + 1, MIN(to, i + DD_ASSIGN_NAME_REACH));
		size_t n = dd_assign_names(reader, i + 1, end, &names), behind = i + 1 + n;
		i += n;
		if (n == 0 || !dd_assign_is_sure(&names) || behind >= end ||
			items[behind].kind != DD_TOKEN_WORD)
			continue;
		int cue = dd_assign_cue_at(reader, behind, &len);
		/* a sentence of its own must say that they lead, a clause need not */
		if (stop ? cue == DD_SAY_LEAD : cue != DD_SAY_WITH && cue != DD_SAY_HELP)
			dd_names_append(reader->context->arena, &names, &assign->lead);
	}
}

/* "…; giao Sở B thẩm định" behind the first lead gives a second one. */
static void
read_further_leads(const DdAssignReader *reader, DdAssign *assign)
{
	size_t len = 0, to = MIN(reader->to, assign->cut);
	read_clause_leads(reader, to, assign);
	for (size_t i = assign->behind + 1;
		(i = dd_assign_find_cue(reader, i, to, DD_SAY_GIVE, &len)) < to; i += len) {
		const DdToken *before = &reader->tokens->items[i - 1];
		bool parted = before->kind == DD_TOKEN_SIGN &&
			      (before->value == ';' || before->value == ',');
		if (!parted && !dd_token_is_text(reader->tokens, i - 1, "và"))
			continue;
		DdFieldList names = {0};
		if (dd_assign_names(reader, i + len, reader->to, &names) > 0 &&
			dd_assign_is_sure(&names))
			dd_names_append(reader->context->arena, &names, &assign->lead);
	}
}

/* "Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau: Giao Sở A …". Returns: where it is told, @from when nobody's words are given so */
static size_t
skip_saying(const DdAssignReader *reader, size_t from)
{
	const DdTokens *tokens = reader->tokens;
	size_t len = 0, end = MIN(reader->to, from + TOPIC_REACH);
	for (size_t i = from + 2; i + 1 < end && !dd_token_is_sign(tokens, i, '.'); i++)
		if (dd_token_is_sign(tokens, i, ':') && dd_token_is_text(tokens, i - 1, "sau") &&
			dd_token_is_text(tokens, i - 2, "như"))
			return dd_assign_cue_at(reader, i + 1, &len) == DD_SAY_GIVE ? i + 1 : from;
	return from;
}

void
dd_assign_read(const DdAssignGrammar *self, DdContext *context, size_t from, size_t to,
	DdAssign *assign_out)
{
	DdAssignCue room[DD_ASSIGN_CUES];
	DdAssignReader reader = {
		.grammar = self, .context = context, .tokens = &context->scratch, .from = from, .to = to};
	DdAssign assign = {.behind = from, .cut = to};
	size_t len = 0;
	/* in a bad scan neither the sign nor the verb beside the names can be relied on */
	bool dependable = context->scratch.damage != DD_DAMAGE_HEAVY;
	dd_assign_gather_cues(&reader, room);
	/* "Riêng UBND đặc khu Phú Quý …": what one of many does besides */
	size_t subject = skip_saying(&reader, from + dd_token_is_text(reader.tokens, from, "Riêng"));
	if (from < to && !read_person(&reader, &assign) && !read_level(&reader, &assign) &&
		!read_subject(&reader, subject, &assign) &&
		!dd_assign_read_bracketed(&reader, &assign) &&
		!dd_assign_read_dashed(&reader, &assign) &&
		!(dependable && read_late_subject(&reader, &assign)) && !read_inner(&reader, &assign) &&
		!(dependable && read_later_sentence(&reader, &assign)) &&
		!dd_assign_read_honoured(&reader, &assign))
		assign.kind = DD_ASSIGN_NONE;
	if (from < to && assign.coordinate.n == 0)
		dd_assign_read_helpers(&reader, from, to, &assign);
	if (from < to)
		dd_assign_read_late_helpers(&reader, MIN(to, assign.cut), &assign);
	if (assign.kind == DD_ASSIGN_SUBJECT || assign.kind == DD_ASSIGN_ORDERED)
		read_further_leads(&reader, &assign);
	assign.leads = dd_assign_find_cue(&reader, from, to, DD_SAY_LEAD, &len) < to;
	*assign_out = assign;
}

size_t
dd_assign_skip_address(const DdAssignGrammar *self, const DdTokens *tokens, size_t at)
{
	size_t len = 0;
	return dd_phrases_match(self->addresses, tokens, at, &len) >= 0 ? at + len : at;
}
