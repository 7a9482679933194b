/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty-draft.h: a paragraph while its duties are read: the reader's state and the drafts of a clause */
#pragma once

#include "duty-private.h"

G_BEGIN_DECLS

/* How much a paragraph is trusted to lay duties */
typedef enum {
	DD_DUTY_MODE_NONE,
	DD_DUTY_MODE_FREE,
	DD_DUTY_MODE_TASK, /* a task's own verb is its work, no duty */
	DD_DUTY_MODE_ROW, /* a task of a table: the same, and what its work itself reports regularly or publishes */
	DD_DUTY_MODE_AIMS,  /* only what comes back regularly */
	DD_DUTY_MODE_FACTS, /* only what somebody "will report" */
} DdDutyMode;

/* A duty while its clause is read; places are tokens */
typedef struct {
	DdDutyKind what;
	uint32_t verb, left, right; /* the due is looked for in [left, right), but not in the verbs */
	uint32_t behind;            /* behind the last of the verbs */
	DdFieldList who, to, via;
	DdFieldList handed; /* of the recipients those it is "đồng gửi" to, who put it together */
	DdFieldList advised; /* "tổng hợp, tham mưu UBND tỉnh …": to whom, where nobody else is told of */
	const char *via_word;
	bool purpose; /* "để tổng hợp": falls on whom something was reported to */
	bool placed;  /* its verb stands where verbs stand; else it may be part of a name */
	bool prompt, periodic, result, plan, shall, first, site, same_verb;
	uint32_t rule_at, rule_len; /* "theo quy định" */
	const char *rule;
} DdDutyDraft;

struct _DdDutyReader {
	const DdDutyGrammar *grammar;
	DdContext *context;
	const DdTokens *tokens; /* the context's, of the paragraph at hand */
	DdTokens heading_tokens;
	GArray *events; /* DdDutyEvent */
	GArray *drafts; /* DdDutyDraft, of the clause */
	DdDutyMode mode;
	int year;
	bool in_report;
	const DdPara *para;
	DdFieldList subject, inherited, advised;
	int32_t inherited_from;
	bool inherited_known;
	/* of the clause */
	uint32_t clause_from, boundary;
	uint32_t period_at; /* "Hằng tháng" of the clause, when periodic is set */
	int open, send;     /* draft that takes recipients; event of "gửi"; -1 none */
	bool purpose, in_condition, heard, listed, paper, planned, money, fresh_subject, prompt,
		periodic, shall;
	uint32_t condition_from, condition_to;
};

static inline const DdDutyEvent *
dd_duty_event(const DdDutyReader *self, guint i)
{
	return &g_array_index(self->events, DdDutyEvent, i);
}

static inline DdDutyDraft *
dd_duty_draft(const DdDutyReader *self, int i)
{
	return i < 0 || (guint)i >= self->drafts->len ? NULL
						      : &g_array_index(self->drafts, DdDutyDraft, i);
}

static inline const char *
dd_duty_fold(const DdDutyReader *self, uint32_t from, uint32_t to)
{
	if (from >= to)
		return NULL;
	return dd_context_fold(
		self->context, self->tokens->items[from].start, dd_token_end(self->tokens, to - 1));
}

/* A task's own verb is its work, in a paragraph and in a row of a table */
static inline bool
dd_duty_is_task_mode(const DdDutyReader *self)
{
	return self->mode == DD_DUTY_MODE_TASK || self->mode == DD_DUTY_MODE_ROW;
}

/* Goes over the events of the paragraph at hand, clause by clause */
void
dd_duty_read_clauses(DdDutyReader *self);
/*
 * Ends a clause at token @at for one of its drafts: finds by when and appends the duty to the reading, where there is
 * enough to call it one.
 */
void
dd_duty_keep(DdDutyReader *self, DdDutyDraft *draft, uint32_t at);

G_END_DECLS
