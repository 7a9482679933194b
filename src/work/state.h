/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state.h: the states of a task, and what moves it from one to another */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Where a task stands. Whether it is late is not among them: that is told for a day, by lateness.h */
typedef enum {
	DD_STATE_DRAFT,     /* as the program read it */
	DD_STATE_APPROVED,  /* a person has looked at it */
	DD_STATE_ASSIGNED,  /* it went out to the unit that leads */
	DD_STATE_ACCEPTED,  /* which has taken it */
	DD_STATE_DOING,     /* and has told of progress */
	DD_STATE_SUBMITTED, /* the unit says it is done: waits for the overseer */
	DD_STATE_DONE,      /* the overseer says so, too */
	DD_STATE_REFUSED,   /* the unit did not take it, back to the overseer */
	DD_STATE_RETURNED,  /* the overseer asks for more */
	DD_STATE_PAUSED,
	DD_STATE_WITHDRAWN, /* taken back by a document */
	DD_STATE_REPLACED,  /* a new plan has it */
	DD_STATE_UNDONE,    /* closed, not carried out */
	DD_STATE_DROPPED,   /* a person says that it is no task: it does not go out */
	DD_STATE_LAST
} DdState;

/* What is done with a task, and with the store around it. Those up to DD_ACTION_REOPEN move a task; the others are for permission.h */
typedef enum {
	DD_ACTION_APPROVE,
	DD_ACTION_ASSIGN,
	DD_ACTION_TAKE,
	DD_ACTION_REFUSE,
	DD_ACTION_PROGRESS,
	DD_ACTION_SUBMIT,
	DD_ACTION_RETURN,
	DD_ACTION_CLOSE,
	DD_ACTION_PAUSE,
	DD_ACTION_RESUME,
	DD_ACTION_WITHDRAW,
	DD_ACTION_REPLACE,
	DD_ACTION_END,      /* close, not carried out */
	DD_ACTION_TRANSFER, /* another unit leads from now on */
	DD_ACTION_DROP,     /* out of the draft */
	DD_ACTION_RESTORE,  /* into it again */
	DD_ACTION_REOPEN,
	DD_ACTION_READ,
	DD_ACTION_READ_PUBLISHED, /* plans that the office has published, and their results */
	DD_ACTION_CORRECT, /* what the program read; this and the next three stay within the draft */
	DD_ACTION_ADD,     /* what it did not read */
	DD_ACTION_SPLIT,   /* one into several */
	DD_ACTION_MERGE,   /* several into one */
	DD_ACTION_SET_DAY, /* give the day that a task waits for, or correct one that was given */
	DD_ACTION_IMPORT,
	DD_ACTION_JOBS, /* see how far the files of all are that came, and cancel the reading of one */
	DD_ACTION_AUDIT,  /* read the record of changes and verify it */
	DD_ACTION_MANAGE, /* users, units, the store itself */
	DD_ACTION_LAST
} DdAction;

/* What an action is given with it; all may be NULL or unset */
typedef struct {
	const char *by; /* who does it, and who submitted what is to be closed: names folded by the caller, */
	const char *submitted_by; /* for one person spells them in many ways */
	const char *reason;
	const char *product;  /* what came of it, in words */
	const char *proof;    /* where that can be seen: number of a document, name of a file */
	const char *document; /* which orders it: "12/QĐ-UBND" */
	DdDay today, until;   /* until: of a pause */
	bool goes_on; /* of a task that comes again: there are days behind the one that is closed */
} DdActionFacts;

/* Returns: (transfer none) the word that is stored, "submitted"; for people in Vietnamese and in English */
const char *
dd_state_to_string(DdState state);
const char *
dd_state_get_vi(DdState state);
const char *
dd_state_get_en(DdState state);
/* Finds the state that @word names. Returns: FALSE when there is none; @state_out stays as it was */
bool
dd_state_from_string(const char *word, DdState *state_out);
/* Returns: TRUE while somebody has to do something: from assigned on until an end, pauses included */
bool
dd_state_is_open(DdState state);

/* The same of actions: "submit" */
const char *
dd_action_to_string(DdAction action);
const char *
dd_action_get_vi(DdAction action);
const char *
dd_action_get_en(DdAction action);
bool
dd_action_from_string(const char *word, DdAction *action_out);

/* Returns: TRUE when @action leads from @from to a state, then in @to_out */
bool
dd_state_may_move(DdState from, DdAction action, DdState *to_out);
/*
 * Moves a task in state @from by @action with @facts. Who may is asked of permission.h before. To close one of several days of a task
 * leads on to the next one: doing. A task that did not go out yet stays approved when its lead changes.
 * Returns: FALSE, and @to_out as it was, when it cannot be; DD_ERROR_CONFLICT, _MISSING, _FORBIDDEN (the person who
 * submitted closes), _INVALID_DATA (a pause that ends before it begins).
 */
bool
dd_state_move(DdState from, DdAction action, const DdActionFacts *facts, DdState *to_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
