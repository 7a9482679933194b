/* SPDX-License-Identifier: GPL-3.0-or-later */
/* delay.h: how long who failed to sign in has to wait: each failure beyond a few doubles it, up to an end, so that nobody is kept out for ever */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What is kept of one account or origin; moments are seconds since 1970 in UTC */
typedef struct {
	int64_t failures;
	int64_t failed_at;    /* the last of them */
	int64_t locked_until; /* 0 not */
} DdAttempts;

typedef struct {
	int64_t free;         /* failures that cost nothing */
	int64_t first, most;  /* seconds of the first delay, and of the longest */
	int64_t forget_after; /* seconds without a failure */
} DdDelayRule;

/* Of one account, or of one account at a place that it was signed in from before; and of one place with whatever names */
extern const DdDelayRule dd_delay_account, dd_delay_origin;

/*
 * Returns: seconds to wait, 0 none. A clock that was set back does not end a delay; where it makes one longer than the longest,
 * @self is cut to that (and is to be written)
 */
int64_t
dd_delay_wait(DdAttempts *self, const DdDelayRule *rule, int64_t now);
/* Counts an attempt as failed. It is done before the password is looked at, so that attempts at one time are not judged by one count */
void
dd_delay_take(DdAttempts *self, const DdDelayRule *rule, int64_t now);
/*
 * Takes one back that did not fail, with the wait that it began: whoever comes next waits for failures only. @before, @after: what
 * dd_delay_take found and left; @self is as it is now, for others may have failed meanwhile, whose count and wait stay
 */
void
dd_delay_give_back(DdAttempts *self, const DdDelayRule *rule, const DdAttempts *before,
	const DdAttempts *after);

G_END_DECLS
