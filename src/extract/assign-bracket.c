/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign-bracket.c: who leads and who helps, said in a bracket at the end or behind a dash */
#include <string.h>

#include "assign-private.h"

#define ROLE_TOKENS 4u     /* of "chịu trách nhiệm chính" */
#define NAME_REST 6u       /* words of a name in a bracket that no table knows */
#define DASH_WORDS 4u      /* tokens of the work before "- Phòng Kinh tế" */
#define DASH_REACH 40u     /* tokens from that dash to the end of the item */
#define BRACKET_REACH 90u  /* tokens of a bracket that names who is to act */
#define LABEL_REACH 5u     /* tokens of a part up to its colon: "kết quả dự kiến:" */
#define LONE_CONFIDENCE 60 /* of a name that a bracket alone makes one */

/* How the names of a bracket are told */
typedef enum {
	BUILD_PLAIN, /* by their words */
	BUILD_PARTS, /* other parts say who helps, when or what for: the first is a name if it can be one */
	BUILD_LOOSE, /* what begins with a capital is a name */
} Build;

/* Returns: the token of the bracket that the text [from, @to) ends with, reader->to when it ends with none */
static size_t
find_last_bracket(const DdAssignReader *reader, size_t to, size_t *close_out)
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
size_t
dd_assign_end_of_part(const DdAssignReader *reader, size_t at, size_t close)
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
read_all_names(const DdAssignReader *reader, size_t at, size_t to, DdFieldList *names)
{
	DdContext *context = reader->context;
	if (at < to && dd_assign_names(reader, at, to, names) < to - at)
		dd_names_parse(context->directory, context->local, reader->tokens, at, to,
			context->arena, names);
}

/* A role at @at: "chủ trì", "thực hiện", "phối hợp". Returns: -1 when there is none */
static int
role_at(const DdAssignReader *reader, size_t at, size_t end, size_t *len)
{
	int role = at < end ? dd_phrases_match(reader->grammar->roles, reader->tokens, at, len) : -1;
	return role >= 0 && at + *len <= end ? role : -1;
}

/* "(Ban Hỗ trợ phụ nữ phát triển kinh tế)": the name that begins with the @n tokens at @at goes on over all words up to @end */
static bool
goes_on_to_end(const DdAssignReader *reader, size_t at, size_t n, size_t end, DdFieldList *names)
{
	const DdTokens *tokens = reader->tokens;
	DdFieldList all = {0};
	size_t len = 0;
	for (size_t i = at + n; i < end; i++)
		if (tokens->items[i].kind != DD_TOKEN_WORD || dd_token_is_cap(tokens, i) ||
			end - at - n > NAME_REST || role_at(reader, i, end, &len) >= 0 ||
			dd_assign_cue_at(reader, i, &len) >= 0)
			return false;
	read_all_names(reader, at, end, &all);
	const DdToken *last = &tokens->items[end - 1];
	g_autofree char *word = g_strndup(tokens->text + last->start, last->len);
	if (all.n != 1 || !g_str_has_suffix(all.items[0].value, word))
		return false;
	*names = all;
	return true;
}

/* Returns: the first cue or role behind token @at, @end when there is none */
static size_t
find_said(const DdAssignReader *reader, size_t at, size_t end)
{
	size_t len = 0;
	while (at < end && dd_assign_cue_at(reader, at, &len) < 0 && role_at(reader, at, end, &len) < 0)
		at++;
	return at;
}

/* "(Kế toán; phối hợp: …)", "(TTCM; trước ngày …)": who stands alone in the first part, known for a name or a post there only */
static size_t
read_lone_names(const DdAssignReader *reader, size_t at, size_t end, DdFieldList *names)
{
	size_t to = find_said(reader, at, end);
	if (!dd_token_is_cap(reader->tokens, at) || to == at)
		return 0;
	read_all_names(reader, at, to, names);
	for (size_t i = 0; i < names->n; i++) {
		if (names->items[i].confidence >= LONE_CONFIDENCE)
			continue;
		*names = (DdFieldList){0};
		return 0;
	}
	return to - at;
}

/* The names at @at of a bracket that are to act. Returns: their tokens, 0 when there are none */
static size_t
read_bracket_leads(const DdAssignReader *reader, size_t at, size_t end, Build build, DdFieldList *names)
{
	size_t len = 0;
	size_t lead = dd_assign_find_cue(reader, at, end, DD_SAY_LEAD, &len);
	size_t n = dd_assign_names(reader, at, end, names);
	if (lead < end && dd_token_is_cap(reader->tokens, at)) {
		if (at + n + 1 < lead) /* one word more may be that of "làm chủ trì" */
			read_all_names(reader, at, lead, names);
		return lead - at;
	}
	if (n > 0 && at + n < end && goes_on_to_end(reader, at, n, end, names))
		return end - at;
	/* "Cô H'Loan Niê - Phó phòng Tổ chức": the post may be of a room that no table has */
	if (n > 0 && names->n == 1 && build == BUILD_PARTS &&
		strcmp(names->items[0].rule, DD_RULE_PERSON) == 0)
		return find_said(reader, at + n, end) - at;
	if (n == 0 && build == BUILD_PARTS)
		return read_lone_names(reader, at, end, names);
	if (n > 0 || build != BUILD_LOOSE || !dd_token_is_cap(reader->tokens, at))
		return n;
	while (at + n < end && dd_assign_cue_at(reader, at + n, &len) < 0)
		n++;
	read_all_names(reader, at, at + n, names);
	return n;
}

/* Skips what joins the parts of a bracket: a colon behind a role, a comma behind a name, "và" before the next name */
static size_t
skip_joint(const DdAssignReader *reader, size_t at, size_t end)
{
	return at + (at < end && (dd_token_is_sign(reader->tokens, at, ',') ||
					 dd_token_is_sign(reader->tokens, at, ':') ||
					 dd_token_is_sign(reader->tokens, at, '-')));
}

/* Returns: where the names at @at end at the latest: before a comma behind which a role stands, or at @end */
static size_t
end_of_role(const DdAssignReader *reader, size_t at, size_t end)
{
	size_t len = 0;
	for (; at + 1 < end; at++)
		if (dd_token_is_sign(reader->tokens, at, ',') &&
			role_at(reader, at + 1, end, &len) >= 0)
			return at;
	return end;
}

/* "chủ trì: A", "phối hợp B, C" at @at: the role first. Returns: behind its names, @at when it is none */
static size_t
read_role_first(const DdAssignReader *reader, size_t at, size_t end, DdAssign *assign)
{
	size_t len = 0;
	DdFieldList names = {0};
	int role = role_at(reader, at, end, &len);
	if (role < 0)
		return at;
	size_t from = skip_joint(reader, at + len, end), to = end_of_role(reader, from, end);
	size_t n = dd_assign_names(reader, from, to, &names);
	if (from + n < to && role == DD_SAY_HELP)
		read_all_names(reader, from, to, &names);
	if (names.n == 0)
		return at;
	dd_names_append(reader->context->arena, &names,
		role == DD_SAY_HELP   ? &assign->coordinate
		: role == DD_SAY_HEAD ? &assign->director
				      : &assign->lead);
	return role == DD_SAY_HELP ? to : from + n;
}

/*
 * One part of a bracket: "giao A chủ trì, phối hợp với B", "phối hợp với B", "C phối hợp", "chủ trì: A, phối hợp: B".
 * Returns: FALSE when words of it were not understood
 */
static bool
read_bracket_part(const DdAssignReader *reader, size_t at, size_t end, Build build, DdAssign *assign)
{
	while (at < end) {
		size_t len = 0;
		DdFieldList names = {0};
		int cue = dd_assign_cue_at(reader, at, &len);
		if (cue == DD_SAY_WITH) {
			at = skip_joint(reader, at + len, end);
			read_all_names(reader, at, end, &names);
			dd_names_append(reader->context->arena, &names, &assign->coordinate);
			return names.n > 0;
		}
		size_t behind = read_role_first(reader, at, end, assign);
		if (behind > at) {
			at = skip_joint(reader, behind, end);
			continue;
		}
		at += cue == DD_SAY_GIVE || cue == DD_SAY_BY ? len : 0;
		size_t n = read_bracket_leads(reader, at, end, build, &names);
		if (names.n == 0)
			return false;
		at += n;
		int role = role_at(reader, at, end, &len);
		/* "A, phối hợp với B": the role is that of the names behind it */
		bool helps = role == DD_SAY_HELP &&
			     (at + len >= end || reader->tokens->items[at + len].kind == DD_TOKEN_SIGN);
		dd_names_append(reader->context->arena, &names,
			helps                 ? &assign->coordinate
			: role == DD_SAY_HEAD ? &assign->director
					      : &assign->lead);
		at += helps || role == DD_SAY_LEAD || role == DD_SAY_HEAD ? len : 0;
		if (dd_token_is_text(reader->tokens, at, "theo")) /* "A, B theo phạm vi quản lý" */
			at = end;
		at = skip_joint(reader, at, end);
	}
	return true;
}

/* Is a role said in [@at, @end) that tells who leads? */
static bool
says_role(const DdAssignReader *reader, size_t at, size_t end)
{
	size_t len = 0;
	for (; at < end; at++)
		if (role_at(reader, at, end, &len) == DD_SAY_LEAD)
			return true;
	return false;
}

/* "xong trước ngày 15/9", "sản phẩm: Biên bản": a part [@at, @end) that says when, or has a label that is no role */
static bool
is_other_part(const DdAssignReader *reader, size_t at, size_t end)
{
	size_t len = 0;
	if (at >= end || role_at(reader, at, end, &len) >= 0 || dd_assign_cue_at(reader, at, &len) >= 0)
		return false;
	for (size_t i = at + 1; i < end && i <= at + LABEL_REACH; i++)
		if (dd_token_is_sign(reader->tokens, i, ':'))
			return true;
	return dd_context_says_when(reader->context, at, end) &&
	       dd_assign_names(reader, at, end, &(DdFieldList){0}) == 0;
}

/* Reads the parts [@at, @close) of a bracket. Returns: FALSE when words of one were not understood */
static bool
read_parts(const DdAssignReader *reader, size_t at, size_t close, bool loose, DdAssign *found)
{
	Build build = loose ? BUILD_LOOSE : BUILD_PLAIN;
	bool read = true;
	size_t len = 0, end = dd_assign_end_of_part(reader, at, close), first = end;
	for (size_t i = at; i < close && first < close && !loose;
		i = end + 1, end = dd_assign_end_of_part(reader, MIN(i, close), close))
		if (is_other_part(reader, i, end) ||
			(i > at && role_at(reader, i, close, &len) == DD_SAY_HELP))
			build = BUILD_PARTS;
	for (end = first; at < close;
		at = end + 1, end = dd_assign_end_of_part(reader, MIN(at, close), close))
		if (build != BUILD_PARTS || !is_other_part(reader, at, end))
			read = read_bracket_part(reader, at, end, build, found) && read;
	return read;
}

/* Returns: the last bracket that may hold names; "[Phòng A] (trước ngày 19/01/2024)" has one that tells when behind it */
static size_t
find_name_bracket(const DdAssignReader *reader, size_t *close_out)
{
	size_t close = reader->to, len = 0;
	DdFieldList names = {0};
	size_t last = find_last_bracket(reader, reader->to, close_out);
	if (last >= reader->to || last <= reader->from + 2 ||
		reader->tokens->items[last - 1].kind != DD_TOKEN_SIGN ||
		dd_assign_cue_at(reader, last + 1, &len) >= 0 ||
		dd_assign_names(reader, last + 1, *close_out, &names) > 0)
		return last;
	size_t before = find_last_bracket(reader, last, &close);
	if (before >= reader->to || close + 1 != last)
		return last;
	*close_out = close;
	return before;
}

bool
dd_assign_read_bracketed(const DdAssignReader *reader, DdAssign *assign)
{
	size_t close = reader->to, first_len = 0;
	size_t open = find_name_bracket(reader, &close);
	if (open >= reader->to || open == reader->from)
		return false;
	int first = dd_assign_cue_at(reader, open + 1, &first_len);
	size_t role_len = 0;
	if (role_at(reader, open + 1, close, &role_len) >= 0 &&
		dd_token_is_sign(reader->tokens, open + 1 + role_len, ':'))
		return false; /* a labelled field: "(chủ trì: A; phối hợp: B; thời gian: quý II)" */
	bool loose = first == DD_SAY_GIVE || dd_token_is_sign(reader->tokens, close, ']');
	bool whole = loose || first == DD_SAY_BY || says_role(reader, open + 1, close);
	DdAssign found = {0};
	bool read = read_parts(reader, open + 1, close, loose, &found);
	bool labelled = first >= 0 && dd_token_is_sign(reader->tokens, open + 1 + first_len, ':');
	if (found.director.n > 0 && dd_assign_is_sure(&found.director)) {
		assign->director = found.director;
		assign->cut = open;
	}
	if (found.lead.n == 0 && first == DD_SAY_WITH && !labelled &&
		dd_assign_is_sure(&found.coordinate)) {
		assign->coordinate = found.coordinate;
		assign->cut = open;
		return false;
	}
	if (found.lead.n == 0 || !(read || whole) || (!loose && !dd_assign_is_sure(&found.lead)))
		return false;
	assign->lead = found.lead;
	assign->coordinate = found.coordinate;
	assign->kind = DD_ASSIGN_ORDERED;
	assign->cut = open;
	return true;
}

bool
dd_assign_goes_on_with_names(const DdAssignReader *reader, size_t sign)
{
	static const char *const links[] = {"của", "cho", "với", "tại", "trình", "gửi", "về"};
	size_t at = sign;
	if (!dd_assign_names_before(reader, sign, &(DdFieldList){0}, &at))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(links) && at > reader->from; i++)
		if (dd_token_is_text(reader->tokens, at - 1, links[i]))
			return false;
	return true;
}

/* "; phối hợp: B", ", phối hợp với B", "; B phối hợp" in [@from, @end) */
static DdFieldList
read_helpers_behind(const DdAssignReader *reader, size_t from, size_t end)
{
	DdFieldList names = {0};
	size_t len = 0, cue = dd_assign_find_cue(reader, from, end, DD_SAY_WITH, &len);
	if (cue >= end)
		return names;
	size_t at = cue + len + dd_token_is_sign(reader->tokens, cue + len, ':');
	if (dd_assign_names(reader, at, end, &names) == 0)
		(void)dd_assign_names(reader, from + 1, cue, &names);
	return names;
}

/* "Lập dự toán năm 2027, trước ngày 20/11 - Phòng Kinh tế; phối hợp: …": names behind the last dash that end the item, or its first part */
static bool
read_dashed_names(const DdAssignReader *reader, size_t end, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	for (size_t i = end; i-- > reader->from + DASH_WORDS && end - i <= DASH_REACH;) {
		DdFieldList names = {0};
		size_t len = 0;
		if (!dd_token_is_sign(tokens, i, '-') || !(tokens->items[i].flags & DD_TOKEN_SPACE) ||
			!(tokens->items[i + 1].flags & DD_TOKEN_SPACE) ||
			!dd_token_is_cap(tokens, i + 1))
			continue;
		size_t part = dd_assign_end_of_part(reader, i + 1, end);
		size_t n = dd_assign_names(reader, i + 1, part, &names), behind = i + 1 + n;
		if (!dd_assign_is_sure(&names))
			continue;
		if (behind < part && goes_on_to_end(reader, i + 1, n, part, &names))
			behind = part;
		bool ends = behind >= end || dd_token_is_sign(tokens, behind, ';') ||
			    dd_token_is_sign(tokens, behind, ',') ||
			    dd_assign_cue_at(reader, behind, &len) == DD_SAY_LEAD ||
			    role_at(reader, behind, end, &len) == DD_SAY_LEAD;
		if (!ends || dd_assign_goes_on_with_names(reader, i))
			return false;
		assign->lead = names;
		assign->coordinate = read_helpers_behind(reader, behind, end);
		assign->kind = DD_ASSIGN_ORDERED;
		assign->cut = i;
		return true;
	}
	return false;
}

bool
dd_assign_read_dashed(const DdAssignReader *reader, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	size_t end = reader->to, at = reader->from, len = 0;
	DdFieldList names = {0};
	while (end > reader->from && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
		end--;
	for (size_t i = end; i-- > reader->from && end - i <= ROLE_TOKENS;) {
		if (role_at(reader, i, end, &len) != DD_SAY_LEAD || i + len != end)
			continue;
		if (!dd_assign_names_before(reader, i, &names, &at) || !dd_assign_is_sure(&names) ||
			at <= reader->from + 1)
			return false;
		bool dash = dd_token_is_sign(tokens, at - 1, '-') &&
			    (tokens->items[at - 1].flags & DD_TOKEN_SPACE) &&
			    (tokens->items[at].flags & DD_TOKEN_SPACE);
		bool said = len > 1 && dd_token_is_sign(tokens, at - 1, ',') &&
			    dd_phrases_match(reader->grammar->weak, tokens, i, NULL) < 0;
		if (!dash && !said && !dd_token_is_sign(tokens, at - 1, '.') &&
			!dd_token_is_sign(tokens, at - 1, ';'))
			return false;
		assign->lead = names;
		assign->kind = DD_ASSIGN_ORDERED;
		assign->cut = dash ? at - 1 : at;
		return true;
	}
	return read_dashed_names(reader, end, assign);
}
