/* SPDX-License-Identifier: GPL-3.0-or-later */
/* delay.c: the rule of waiting */
#include "delay.h"

#define MINUTE INT64_C(60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* at most four guesses an hour at an account, some hundred a day */
const DdDelayRule dd_delay_account = {.free = 5, .first = 30, .most = 15 * MINUTE, .forget_after = DAY};
/* a whole office comes from one address, and people mistype: who is new there waits no longer than for a name; a hundred names a day */
const DdDelayRule dd_delay_origin = {.free = 30, .first = 30, .most = 15 * MINUTE, .forget_after = DAY};

int64_t
dd_delay_wait(DdAttempts *self, const DdDelayRule *rule, int64_t now)
{
	if (self->locked_until - now > rule->most)
		self->locked_until = now + rule->most;
	return MAX(self->locked_until - now, 0);
}

void
dd_delay_take(DdAttempts *self, const DdDelayRule *rule, int64_t now)
{
	if (now - self->failed_at > rule->forget_after)
		self->failures = 0;
	self->failed_at = now;
	self->failures++;
	int64_t delay = self->failures >= rule->free ? rule->first : 0;
	for (int64_t i = rule->free; i < self->failures && delay < rule->most; i++)
		delay *= 2;
	if (delay > 0)
		self->locked_until = MAX(self->locked_until, now + MIN(delay, rule->most));
}

void
dd_delay_give_back(DdAttempts *self, const DdDelayRule *rule, const DdAttempts *before,
	const DdAttempts *after)
{
	self->failures = MAX(self->failures - 1, 0);
	if (self->failed_at == after->failed_at)
		self->failed_at = before->failed_at;
	if (self->failures < rule->free || self->locked_until == after->locked_until)
		self->locked_until = 0;
}
