/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-words.c: the grammar of duties, and a paragraph told as events */
#include "duty-private.h"

#define LOOK_AHEAD 48u /* events of one clause that are looked at */

DdDutyGrammar *
dd_duty_grammar_new(DdLexicon *lexicon)
{
	DdDutyGrammar *self = g_new0(DdDutyGrammar, 1);
	G_STATIC_ASSERT(DD_CUE_LAST <= 64); /* DD_CUE_BIT */
	self->cues = dd_phrases_new(lexicon, dd_duty_cues, dd_duty_n_cues);
	g_autofree DdPhrase *verbs = g_new(DdPhrase, dd_duty_n_cues);
	size_t n = 0;
	for (size_t i = 0; i < dd_duty_n_cues; i++)
		if (dd_cue_is_verb(dd_duty_cues[i].value))
			verbs[n++] = dd_duty_cues[i];
	self->verbs = dd_phrases_new(lexicon, verbs, n);
	return self;
}

void
dd_duty_grammar_free(DdDutyGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->cues);
	dd_phrases_free(self->verbs);
	g_free(self);
}

bool
dd_cue_is_verb(int cue)
{
	switch (cue) {
	case DD_CUE_REPORT:
	case DD_CUE_CONSOLIDATE:
	case DD_CUE_FOLLOW:
	case DD_CUE_CHECK:
	case DD_CUE_REVIEW:
	case DD_CUE_ASSESS:
	case DD_CUE_CONSIDER:
	case DD_CUE_ADJUST:
	case DD_CUE_FUND:
	case DD_CUE_BUDGET:
	case DD_CUE_SECURE:
	case DD_CUE_PUBLISH:
	case DD_CUE_DISCLOSE:
	case DD_CUE_SEND:
	case DD_CUE_SEND_TO:
		return true;
	default:
		return false;
	}
}

/* Returns: the event a sign makes, -1 none */
static int
sign_event(const DdTokens *tokens, size_t i, size_t to)
{
	switch (tokens->items[i].value) {
	case ',':
		return DD_EVENT_COMMA;
	case ';':
		return DD_EVENT_CLAUSE;
	case ':':
		return DD_EVENT_COLON;
	case '(':
		return DD_EVENT_OPEN;
	case ')':
	case ']':
		return DD_EVENT_CLOSE;
	case '[':
		return DD_EVENT_OWNER;
	case '.':
		/* a stop ends a sentence before a capital or at the end, not in "TP. Hồ Chí Minh" or "1.250" */
		if (i + 1 >= to || dd_token_is_sign(tokens, i + 1, '/'))
			return DD_EVENT_STOP;
		if (!(tokens->items[i + 1].flags & DD_TOKEN_SPACE) || !dd_token_is_cap(tokens, i + 1))
			return -1;
		return i > 0 && (tokens->items[i - 1].flags & DD_TOKEN_UPPER) &&
				       tokens->items[i - 1].len <= 3
			       ? -1
			       : DD_EVENT_STOP;
	default:
		return -1;
	}
}

static size_t
read_event(const DdDutyGrammar *self, DdContext *context, const DdTokens *tokens, size_t i,
	size_t to, DdDutyEvent *event)
{
	const DdToken *token = &tokens->items[i];
	size_t len = 0;
	int cue;
	*event = (DdDutyEvent){.at = (uint32_t)i, .len = 1};
	if (token->kind == DD_TOKEN_SIGN) {
		cue = sign_event(tokens, i, to);
		event->kind = cue < 0 ? DD_CUE_LAST : (uint8_t)cue;
		return cue < 0 ? 0 : 1;
	}
	cue = dd_phrases_match(self->cues, tokens, i, &len);
	/* a name may begin with what is a verb elsewhere ("Thanh tra Sở"); other cues begin none */
	bool may_be_name = token->kind == DD_TOKEN_WORD &&
			   (cue < 0 || cue == DD_CUE_SKIP || cue == DD_CUE_CHECK || cue == DD_CUE_UNIT ||
				   cue == DD_CUE_LABEL || cue == DD_CUE_AUTHORITY);
	/* the "UBND" of "78/TB-UBND" is nobody */
	bool in_number = i > 0 && !(token->flags & DD_TOKEN_SPACE) &&
			 (dd_token_is_sign(tokens, i - 1, '-') ||
				 dd_token_is_sign(tokens, i - 1, '/'));
	if (context != NULL && may_be_name && !in_number) {
		size_t n = dd_names_read(context->directory, context->local, tokens, i, to,
			context->arena, &event->names);
		if (n > 0 && n >= (cue >= 0 ? len : 0)) {
			event->kind = DD_EVENT_NAME;
			event->len = (uint32_t)n;
			return n;
		}
	}
	if (cue == DD_CUE_AUTHORITY && context != NULL && i + len <= to) {
		event->names.items = dd_arena_alloc(context->arena, sizeof(DdField));
		event->names.items[0] = dd_context_field(
			context, token->start, dd_token_end(tokens, i + len - 1), 80, "authority");
		event->names.n = 1;
		event->kind = DD_EVENT_NAME;
		event->len = (uint32_t)len;
		return len;
	}
	if (cue >= 0 && i + len <= to) {
		event->kind = (uint8_t)cue;
		event->len = (uint32_t)len;
		return len;
	}
	if (token->kind == DD_TOKEN_NUMBER) {
		event->kind = DD_EVENT_NUMBER;
		return 1;
	}
	return 0;
}

void
dd_duty_events(const DdDutyGrammar *self, DdContext *context, const DdTokens *tokens, size_t from,
	size_t to, GArray *events)
{
	g_array_set_size(events, (guint)(to - from) + 1); /* there are no more */
	DdDutyEvent *event = &g_array_index(events, DdDutyEvent, 0);
	for (size_t i = from; i < to;) {
		size_t n = read_event(self, context, tokens, i, to, event);
		if (n > 0 && !(event->kind == DD_CUE_UNIT && context != NULL))
			event++;
		i += n > 0 ? n : 1;
	}
	*event = (DdDutyEvent){.kind = DD_EVENT_END, .at = (uint32_t)to};
	g_array_set_size(events, (guint)(event - &g_array_index(events, DdDutyEvent, 0)) + 1);
}

bool
dd_duty_is_verb_place(const GArray *events, guint i, size_t from, unsigned unknown)
{
	const DdDutyEvent *here = &g_array_index(events, DdDutyEvent, i);
	if (here->at == from)
		return true;
	if (i == 0)
		return false;
	const DdDutyEvent *prev = here - 1;
	if (prev->at + prev->len + unknown < here->at)
		return false;
	switch (prev->kind) {
	case DD_CUE_NOUN:
	case DD_CUE_OF:
	case DD_CUE_DONE:
	case DD_CUE_SKIP:
	case DD_CUE_RESULT:
	case DD_CUE_PLAN:
	case DD_CUE_MONEY:
	case DD_EVENT_OPEN:
		return false;
	default:
		return true;
	}
}

unsigned
dd_duty_chain(const GArray *events, guint i, guint *last_out, unsigned *follow_out)
{
	unsigned n = 0;
	*follow_out = 0;
	*last_out = i;
	for (guint k = i; k < events->len && k < i + LOOK_AHEAD; k++) {
		const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, k);
		if (k > i && e->at != e[-1].at + e[-1].len)
			break;
		bool verb = e->kind == DD_CUE_FOLLOW || e->kind == DD_CUE_CHECK ||
			    (n > 0 && e->kind == DD_CUE_ASSESS);
		if (verb) {
			n++;
			*follow_out += e->kind == DD_CUE_FOLLOW;
			*last_out = k;
		} else if (e->kind != DD_EVENT_COMMA && e->kind != DD_CUE_LEAD_IN &&
			   e->kind != DD_CUE_GUIDE) {
			break;
		}
	}
	return n;
}

bool
dd_duty_is_lead_in(const GArray *events, guint i)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i);
	return i > 1 && e[-1].kind == DD_EVENT_COMMA && e[-2].kind == DD_CUE_LEAD_IN &&
	       e[-2].at + e[-2].len == e[-1].at;
}

bool
dd_duty_ahead(const GArray *events, guint i, int kind)
{
	for (guint k = i + 1; k < events->len && k < i + LOOK_AHEAD; k++) {
		const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, k);
		if (e->kind == kind)
			return true;
		if (e->kind == DD_EVENT_CLAUSE || e->kind == DD_EVENT_STOP)
			return false;
	}
	return false;
}

bool
dd_duty_ends_carrying_out(const GArray *events, guint i)
{
	const DdDutyEvent *e = &g_array_index(events, DdDutyEvent, i), *noun = e + 1, *done = noun + 1;
	if (noun->kind != DD_CUE_NOUN || noun->at != e->at + e->len ||
		done->kind != DD_CUE_GENERIC || done->at != noun->at + noun->len)
		return false;
	int end = done[1].kind;
	return done[1].at == done->at + done->len &&
	       (end == DD_EVENT_CLAUSE || end == DD_EVENT_STOP || end == DD_EVENT_END);
}
