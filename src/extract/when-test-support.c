/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "when-test-support.h"

void
dd_time_fixture_setup(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	fixture->lexicon = dd_lexicon_new();
	fixture->grammar = dd_time_grammar_new(fixture->lexicon);
	fixture->arena = dd_arena_new();
	fixture->tokens = (DdTokens){0};
}

void
dd_time_fixture_clear(DdTimeFixture *fixture, const void *unused)
{
	(void)unused;
	dd_tokens_clear(&fixture->tokens);
	dd_arena_free(fixture->arena);
	dd_time_grammar_free(fixture->grammar);
	dd_lexicon_free(fixture->lexicon);
}

static const char *
kind_word(DdTimeKind kind)
{
	static const char *const words[] = {"none", "continuous", "annual", "whole-year", "quarter",
		"month", "year", "by-date", "range", "from", "event", "staged", "periodic"};
	g_assert_cmpint(kind, <, DD_TIME_LAST);
	return words[kind];
}

static void
add_days(GString *out, DdDay start, DdDay end)
{
	char first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	if (dd_date_is_set(start) || dd_date_is_set(end))
		g_string_append_printf(
			out, "%s..%s", dd_date_format(start, first), dd_date_format(end, last));
}

char *
dd_time_show(const DdTime *time)
{
	GString *out = g_string_new(kind_word(time->kind));
	if (dd_date_is_set(time->start) || dd_date_is_set(time->end))
		g_string_append_c(out, ' ');
	add_days(out, time->start, time->end);
	for (size_t i = 0; i < time->n_every; i++)
		g_string_append_printf(out, "%s%s", i == 0 ? " every=" : ",", time->every[i]);
	if (time->before != NULL)
		g_string_append_printf(out, " before=%s", time->before);
	for (size_t i = 0; i < time->n_stages; i++) {
		g_string_append_printf(
			out, " [%s|", time->stages[i].what != NULL ? time->stages[i].what : "");
		add_days(out, time->stages[i].start, time->stages[i].end);
		g_string_append_c(out, ']');
	}
	if (time->event != NULL)
		g_string_append_printf(out, " {%s}", time->event);
	return g_string_free(out, FALSE);
}
