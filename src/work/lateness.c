/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lateness.h"

#include "date.h"

static const char *const words[DD_LATENESS_LAST] = {
	[DD_LATENESS_ASIDE] = "aside",
	[DD_LATENESS_NO_DEADLINE] = "no-deadline",
	[DD_LATENESS_IN_TIME] = "in-time",
	[DD_LATENESS_NEAR] = "near",
	[DD_LATENESS_LATE] = "late",
	[DD_LATENESS_DONE_NO_DEADLINE] = "done-no-deadline",
	[DD_LATENESS_DONE_IN_TIME] = "done-in-time",
	[DD_LATENESS_DONE_LATE] = "done-late",
};

const DdNearWindow *
dd_near_window_get_default(void)
{
	static const DdNearStep steps[] = {{3, false}};
	static const DdNearWindow window = {steps, G_N_ELEMENTS(steps), NULL};
	return &window;
}

/* Finds the narrowest step that @left days are in. Returns: FALSE when none is */
static bool
find_step(DdDay as_of, const DdDeadline *deadline, const DdNearWindow *window, DdLateness *found)
{
	bool near = false;
	for (size_t i = 0; i < window->n; i++) {
		bool known = true;
		int left = window->steps[i].working
				   ? dd_workdays_count(window->workdays, as_of, deadline->due, &known)
				   : found->days;
		if (left > window->steps[i].days)
			continue;
		near = true;
		found->step = i;
		found->unsure = !known;
	}
	return near;
}

static DdLateness
judge_open(const DdDeadline *deadline, DdDay as_of, const DdNearWindow *window)
{
	/* while a result waits for its confirmation, the unit's clock stands */
	bool waits = deadline->state == DD_STATE_SUBMITTED && dd_date_is_set(deadline->stopped);
	DdDay day = waits ? deadline->stopped : as_of;
	int left = dd_date_days_between(day, deadline->due);
	DdLateness found = {left < 0 ? DD_LATENESS_LATE : DD_LATENESS_IN_TIME, ABS(left), 0, false};
	if (left >= 0 && !waits && find_step(day, deadline, window, &found))
		found.kind = DD_LATENESS_NEAR;
	return found;
}

static DdLateness
judge_done(const DdDeadline *deadline)
{
	int left = dd_date_days_between(deadline->stopped, deadline->due);
	return (DdLateness){left < 0 ? DD_LATENESS_DONE_LATE : DD_LATENESS_DONE_IN_TIME,
		left < 0 ? -left : 0, 0, false};
}

DdLateness
dd_lateness_judge(const DdDeadline *deadline, DdDay as_of, const DdNearWindow *window)
{
	bool done = deadline->state == DD_STATE_DONE;
	bool rests = deadline->state == DD_STATE_PAUSED &&
		     (!dd_date_is_set(deadline->until) || dd_date_compare(as_of, deadline->until) <= 0);
	/* nobody is late with what was not given out */
	bool aside = rests || deadline->state == DD_STATE_APPROVED ||
		     (!done && !dd_state_is_open(deadline->state));
	DdLateness found = {0};
	g_return_val_if_fail(dd_date_is_set(as_of), found);
	g_return_val_if_fail(!done || dd_date_is_set(deadline->stopped), found);
	if (aside)
		return found;
	if (!dd_date_is_set(deadline->due))
		found.kind = done ? DD_LATENESS_DONE_NO_DEADLINE : DD_LATENESS_NO_DEADLINE;
	else
		found = done ? judge_done(deadline) : judge_open(deadline, as_of, window);
	return found;
}

const char *
dd_lateness_to_string(DdLatenessKind kind)
{
	g_return_val_if_fail(kind < DD_LATENESS_LAST, NULL);
	return words[kind];
}

char *
dd_lateness_describe(const DdLateness *self)
{
	switch (self->kind) {
	case DD_LATENESS_NO_DEADLINE:
		return g_strdup("không hạn");
	case DD_LATENESS_IN_TIME:
		return g_strdup("trong hạn");
	case DD_LATENESS_NEAR:
		return self->days == 0 ? g_strdup("sắp đến hạn, hôm nay")
				       : g_strdup_printf("sắp đến hạn, còn %d ngày", self->days);
	case DD_LATENESS_LATE:
		return g_strdup_printf("quá hạn %d ngày", self->days);
	case DD_LATENESS_DONE_NO_DEADLINE:
		return g_strdup("đã xong, không hạn");
	case DD_LATENESS_DONE_IN_TIME:
		return g_strdup("đúng hạn");
	case DD_LATENESS_DONE_LATE:
		return g_strdup_printf("xong, quá hạn %d ngày", self->days);
	case DD_LATENESS_ASIDE:
	case DD_LATENESS_LAST:
	default:
		return g_strdup("không tính hạn");
	}
}
