/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign-request.c: whom the paragraph before a list asks or tells: by name, or as those whom a letter is sent to */
#include <string.h>

#include "assign-private.h"

/* "…, Văn phòng UBND tỉnh đề nghị:", "… yêu cầu như sau:": does the paragraph ask, of whom it does not say, at @at? */
static bool
asks_below(const DdAssignReader *reader, size_t at)
{
	const DdTokens *tokens = reader->tokens;
	if (dd_token_is_text(tokens, at, "như") && dd_token_is_text(tokens, at + 1, "sau"))
		at += 2;
	return dd_token_is_sign(tokens, at, ':') && at + 1 == reader->to;
}

/* "đề nghị Quý Sở phối hợp thực hiện …": does the stretch ask those whom the letter is sent to? "Quý II" is a quarter */
static bool
asks_honoured(const DdAssignReader *reader)
{
	const DdTokens *tokens = reader->tokens;
	for (size_t i = 0; i < reader->n_cues; i++) {
		const DdAssignCue *cue = &reader->cues[i];
		size_t at = (size_t)cue->at + cue->len;
		if ((cue->cue != DD_SAY_GIVE && cue->cue != DD_SAY_GIVE_WEAK) ||
			at + 1 >= reader->to || !dd_token_is_text_nocase(tokens, at, "quý") ||
			tokens->items[at + 1].kind != DD_TOKEN_WORD)
			continue;
		const char *next = tokens->text + tokens->items[at + 1].start;
		if (strspn(next, "IVX") < tokens->items[at + 1].len)
			return true;
	}
	return false;
}

/* Does the paragraph before a list ask those whom the letter is sent to: "…, Sở đề nghị:"? */
static bool
asks_addressees(const DdAssignReader *reader)
{
	for (size_t i = 0; i < reader->n_cues; i++)
		if (reader->cues[i].cue == DD_SAY_GIVE_WEAK &&
			asks_below(reader, (size_t)reader->cues[i].at + reader->cues[i].len))
			return true;
	return asks_honoured(reader);
}

/* The names behind "Kính gửi". Returns: FALSE when the document is no letter, or they are not known for names */
static bool
read_addressees(DdContext *context, DdFieldList *names)
{
	g_auto(DdTokens) tokens = {0};
	DdSpan span = context->addressees;
	size_t at = 0;
	if (span.end <= span.start)
		return false;
	dd_context_scan_into(context, span.start, span.end, &tokens);
	while (at < tokens.n && !dd_token_is_sign(&tokens, at, ':'))
		at++;
	dd_names_parse(context->directory, context->local, &tokens, at + 1, tokens.n,
		context->arena, names);
	return dd_assign_is_sure(names);
}

bool
dd_assign_read_honoured(const DdAssignReader *reader, DdAssign *assign)
{
	DdFieldList names = {0};
	if (!asks_honoured(reader) || !read_addressees(reader->context, &names))
		return false;
	assign->lead = names;
	assign->kind = DD_ASSIGN_ORDERED;
	assign->gives = true;
	return true;
}

bool
dd_assign_read_request(const DdAssignGrammar *self, DdContext *context, DdAssign *assign_out)
{
	DdAssignCue room[DD_ASSIGN_CUES];
	DdAssignReader reader = {.grammar = self,
		.context = context,
		.tokens = &context->scratch,
		.to = context->scratch.n};
	DdAssign addressed = {.kind = DD_ASSIGN_ORDERED, .gives = true};
	dd_assign_gather_cues(&reader, room);
	for (size_t i = reader.n_cues; i-- > 0;) {
		const DdAssignCue *cue = &reader.cues[i];
		DdAssign assign = {.kind = DD_ASSIGN_ORDERED, .gives = true};
		if ((cue->cue != DD_SAY_GIVE && cue->cue != DD_SAY_GIVE_WEAK) ||
			dd_assign_names(&reader, (size_t)cue->at + cue->len, reader.to,
				&assign.lead) == 0 ||
			!dd_assign_is_sure(&assign.lead))
			continue;
		*assign_out = assign;
		return true;
	}
	if (!asks_addressees(&reader) || !read_addressees(context, &addressed.lead))
		return false;
	*assign_out = addressed;
	return true;
}
