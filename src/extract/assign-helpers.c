/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign-helpers.c: who helps: "phối hợp với B", "với sự tham gia của B", "…; B, C phối hợp" */
#include "assign-private.h"

/* "Cùng Sở B điều tra …", "A chủ trì cùng B, C …", "A làm đầu mối, cùng với B …", "A cùng B rà soát …" */
static bool
read_companions(const DdAssignReader *reader, size_t from, size_t to, DdFieldList *list)
{
	const DdTokens *tokens = reader->tokens;
	size_t len = 0, lead_len = 0;
	size_t at = dd_assign_find_cue(reader, from, to, DD_SAY_BESIDE, &len);
	if (at >= to || dd_assign_names(reader, at + len, to, list) == 0)
		return false;
	size_t behind = at - (at > from && dd_token_is_sign(tokens, at - 1, ','));
	bool beside = at == from;
	for (size_t i = 0; i < reader->n_cues && !beside; i++)
		beside = (reader->cues[i].cue == DD_SAY_LEAD || reader->cues[i].cue == DD_SAY_MUST) &&
			 reader->cues[i].at + reader->cues[i].len == behind;
	DdFieldList subject = {0};
	if (!beside && behind > from && behind - from < DD_ASSIGN_NAME_REACH) {
		(void)dd_assign_cue_at(reader, from, &lead_len); /* "Giao A cùng B" */
		size_t n = dd_assign_names(reader, from + lead_len, behind, &subject);
		beside = n > 0 && from + lead_len + n == behind;
	}
	if (!beside)
		*list = (DdFieldList){0};
	return beside;
}

/* Helpers behind the first @cue that names any. Returns: FALSE when none does */
static bool
read_named_helpers(const DdAssignReader *reader, size_t from, size_t to, int cue, DdFieldList *list)
{
	size_t len = 0;
	for (size_t i = from; (i = dd_assign_find_cue(reader, i, to, cue, &len)) < to; i += len)
		if (dd_assign_names(reader, i + len, to, list) > 0)
			return true;
	return false;
}

/* "đợt 1 …, phối hợp với A; đợt 2 …, phối hợp với B": does a stage of the work begin behind the last ';' before @at? */
static bool
is_of_stage(const DdAssignReader *reader, size_t from, size_t at)
{
	static const char *const stages[] = {"đợt", "giai", "bước", "lần", "năm", "quý", "tháng"};
	while (at > from && !dd_token_is_sign(reader->tokens, at - 1, ';'))
		at--;
	for (size_t i = 0; i < G_N_ELEMENTS(stages) && at > from; i++)
		if (dd_token_is_text_nocase(reader->tokens, at, stages[i]))
			return true;
	return false;
}

/* Adds the helpers of later stages to those of the first. */
static void
read_stage_helpers(const DdAssignReader *reader, size_t from, size_t to, DdFieldList *list)
{
	size_t len = 0, i = dd_assign_find_cue(reader, from, to, DD_SAY_WITH, &len);
	for (size_t first = i; (i = dd_assign_find_cue(reader, i + len, to, DD_SAY_WITH, &len)) < to;) {
		DdFieldList names = {0};
		if (is_of_stage(reader, first, i) && dd_assign_names(reader, i + len, to, &names) > 0)
			dd_names_append(reader->context->arena, &names, list);
	}
}

/* Helpers of [@from, @to): "phối hợp với B", "với sự tham gia của B", "cùng B", "A chủ trì; B, C phối hợp." */
void
dd_assign_read_helpers(const DdAssignReader *reader, size_t from, size_t to, DdAssign *assign)
{
	DdFieldList *list = &assign->coordinate;
	size_t len = 0;
	if (read_named_helpers(reader, from, to, DD_SAY_WITH, list)) {
		read_stage_helpers(reader, from, to, list);
		return;
	}
	assign->late = read_named_helpers(reader, from, to, DD_SAY_PART, list);
	if (assign->late || read_companions(reader, from, to, list))
		return;
	size_t lead = dd_assign_find_cue(reader, from, to, DD_SAY_LEAD, &len);
	for (size_t i = lead; (i = dd_assign_find_cue(reader, i, to, DD_SAY_WITH, &len)) < to;
		i += len) {
		bool last = i + len >= to || reader->tokens->items[i + len].kind == DD_TOKEN_SIGN;
		if (last && dd_assign_names_before(reader, i, list, NULL))
			return;
	}
}

/* "phối hợp, hỗ trợ …", "phối hợp bố trí …", "hỗ trợ kỹ thuật" at @at behind a name: it helps, and no helpers of its own follow */
static bool
says_helps(const DdAssignReader *reader, size_t at, size_t to, const DdFieldList *leads)
{
	DdFieldList own = {0};
	size_t len = 0;
	int cue = at < to ? dd_assign_cue_at(reader, at, &len) : -1;
	if (cue == DD_SAY_HELP)
		return true;
	if (cue != DD_SAY_WITH)
		return false;
	if (dd_assign_names(reader, at + len, to, &own) == 0)
		return true;
	for (size_t i = 0; i < leads->n; i++) /* "…; B phối hợp với A bố trí …" */
		if (dd_names_have(&own, leads->items[i].value))
			return true;
	return false;
}

/* "…; Đảng ủy xã, doanh nghiệp khai thác khu du lịch phối hợp": a clause of names that are not all known. Returns: its first token */
static size_t
read_clause_names(const DdAssignReader *reader, size_t end, DdFieldList *names)
{
	size_t at = end;
	while (at > reader->from && end - at < DD_ASSIGN_NAME_REACH &&
		!dd_token_is_sign(reader->tokens, at - 1, ';') &&
		!dd_token_is_sign(reader->tokens, at - 1, '.'))
		at--;
	if (at == reader->from || end - at >= DD_ASSIGN_NAME_REACH)
		return end;
	size_t n = dd_assign_names(reader, at, end, names);
	if (n == 0 || !dd_assign_is_sure(names) || !dd_token_is_sign(reader->tokens, at + n, ','))
		return end;
	dd_names_parse(reader->context->directory, reader->context->local, reader->tokens, at, end,
		reader->context->arena, names);
	return at;
}

/* "…; Sở B phối hợp, hỗ trợ", "…, Sở C hỗ trợ kỹ thuật": units that a clause of their own tells to help */
void
dd_assign_read_late_helpers(const DdAssignReader *reader, size_t to, DdAssign *assign)
{
	const DdTokens *tokens = reader->tokens;
	for (size_t i = 0; i < reader->n_cues; i++) {
		const DdAssignCue *cue = &reader->cues[i];
		DdFieldList names = {0};
		size_t at = reader->from;
		if ((cue->cue != DD_SAY_WITH && cue->cue != DD_SAY_HELP) || cue->at <= assign->behind ||
			cue->at >= to || tokens->items[cue->at - 1].kind != DD_TOKEN_WORD ||
			!says_helps(reader, cue->at, to, &assign->lead))
			continue;
		if (!dd_assign_names_before(reader, cue->at, &names, &at))
			at = read_clause_names(reader, cue->at, &names);
		if (at <= assign->behind || at == cue->at || !dd_assign_is_sure(&names))
			continue;
		if (!dd_token_is_sign(tokens, at - 1, ';') && !dd_token_is_sign(tokens, at - 1, ',') &&
			!dd_token_is_sign(tokens, at - 1, '.'))
			continue;
		assign->late = assign->coordinate.n == 0 || assign->late;
		dd_names_append(reader->context->arena, &names, &assign->coordinate);
	}
}
