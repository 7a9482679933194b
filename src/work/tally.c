/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <inttypes.h>
#include <string.h>

static const struct {
	const char *word, *vi, *en;
} rules[DD_RATE_LAST] = {
	[DD_RATE_OF_DUE] = {"of-due", "đã hoàn thành ÷ (đã hoàn thành + quá hạn chưa xong), có thời hạn",
		"done ÷ (done + open and late), with a deadline"},
	[DD_RATE_OF_ALL] = {"of-all", "đã hoàn thành ÷ tất cả nhiệm vụ đã giao", "done ÷ all given out"},
	[DD_RATE_IN_TIME] = {"in-time", "hoàn thành đúng hạn ÷ đã hoàn thành, có thời hạn",
		"done in time ÷ done, with a deadline"},
};

void
dd_tally_add(DdTally *self, DdLatenessKind kind, DdState state, uint64_t n)
{
	uint64_t *const boxes[DD_LATENESS_LAST] = {
		[DD_LATENESS_ASIDE] = &self->aside,
		[DD_LATENESS_NO_DEADLINE] = &self->open_no_deadline,
		[DD_LATENESS_IN_TIME] = &self->open_in_time,
		[DD_LATENESS_NEAR] = &self->open_in_time,
		[DD_LATENESS_LATE] = &self->open_late,
		[DD_LATENESS_DONE_NO_DEADLINE] = &self->done_no_deadline,
		[DD_LATENESS_DONE_IN_TIME] = &self->done_in_time,
		[DD_LATENESS_DONE_LATE] = &self->done_late,
	};
	g_return_if_fail(kind < DD_LATENESS_LAST && state < DD_STATE_LAST);
	*boxes[kind] += n;
	if (kind == DD_LATENESS_ASIDE)
		self->aside_in[state] += n;
	if (kind == DD_LATENESS_NEAR)
		self->near += n;
}

void
dd_tally_merge(DdTally *self, const DdTally *other)
{
	self->done_in_time += other->done_in_time;
	self->done_late += other->done_late;
	self->open_in_time += other->open_in_time;
	self->open_late += other->open_late;
	self->done_no_deadline += other->done_no_deadline;
	self->open_no_deadline += other->open_no_deadline;
	self->near += other->near;
	self->aside += other->aside;
	for (DdState state = 0; state < DD_STATE_LAST; state++)
		self->aside_in[state] += other->aside_in[state];
}

uint64_t
dd_tally_count_all(const DdTally *self)
{
	return self->done_in_time + self->done_late + self->open_in_time + self->open_late +
	       self->done_no_deadline + self->open_no_deadline;
}

DdRate
dd_tally_get_rate(const DdTally *self, DdRateRule rule, DdDay as_of)
{
	uint64_t done = self->done_in_time + self->done_late;
	DdRate rate = {.rule = rule, .numerator = done, .as_of = as_of};
	switch (rule) {
	case DD_RATE_OF_DUE:
		rate.denominator = done + self->open_late;
		break;
	case DD_RATE_OF_ALL:
		rate.numerator = done + self->done_no_deadline;
		rate.denominator = dd_tally_count_all(self);
		memcpy(rate.left_out, self->aside_in, sizeof(rate.left_out));
		break;
	case DD_RATE_IN_TIME:
		rate.numerator = self->done_in_time;
		rate.denominator = done;
		break;
	case DD_RATE_LAST:
	default:
		g_return_val_if_reached(rate);
	}
	return rate;
}

int
dd_rate_get_hundredths(const DdRate *self)
{
	if (self->denominator == 0)
		return -1;
	return (int)(self->numerator * 10000 / self->denominator);
}

const char *
dd_rate_rule_to_string(DdRateRule rule)
{
	g_return_val_if_fail(rule < DD_RATE_LAST, NULL);
	return rules[rule].word;
}

const char *
dd_rate_rule_get_vi(DdRateRule rule)
{
	g_return_val_if_fail(rule < DD_RATE_LAST, NULL);
	return rules[rule].vi;
}

const char *
dd_rate_rule_get_en(DdRateRule rule)
{
	g_return_val_if_fail(rule < DD_RATE_LAST, NULL);
	return rules[rule].en;
}

/* "; không tính 3 nhiệm vụ: tạm dừng 1; đã rút 2": a rate of all is not of these */
static void
append_left_out(GString *text, const uint64_t *left_out)
{
	uint64_t n = 0;
	for (DdState state = 0; state < DD_STATE_LAST; state++)
		n += left_out[state];
	if (n == 0)
		return;
	g_string_append_printf(text, "; không tính %" PRIu64 " nhiệm vụ", n);
	const char *separator = ": ";
	for (DdState state = 0; state < DD_STATE_LAST; state++) {
		if (left_out[state] == 0)
			continue;
		g_string_append_printf(
			text, "%s%s %" PRIu64, separator, dd_state_get_vi(state), left_out[state]);
		separator = "; ";
	}
}

char *
dd_rate_describe(const DdRate *self)
{
	int hundredths = dd_rate_get_hundredths(self);
	g_autofree char *value = hundredths < 0 ? g_strdup("–")
						: g_strdup_printf("%d,%02d %%", hundredths / 100,
							  hundredths % 100);
	GString *text = g_string_new(NULL);
	g_string_append_printf(text, "%s (%" PRIu64 "/%" PRIu64 ": %s), tính đến %02d/%02d/%04d",
		value, self->numerator, self->denominator, rules[self->rule].vi, self->as_of.day,
		self->as_of.month, self->as_of.year);
	append_left_out(text, self->left_out);
	return g_string_free(text, FALSE);
}
