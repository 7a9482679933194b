/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state-test.c: every state with every action, against a list written by hand from domain.md 3.2 */
#include "state.h"

#include "error.h"

#include <glib.h>
#include <string.h>

/* All that leads anywhere. What is not here is refused. */
static const char *const moves[] = {
	"draft approve approved",
	"approved assign assigned",
	"approved withdraw withdrawn",
	"approved replace replaced",
	"approved transfer approved",
	"assigned take accepted",
	"assigned refuse refused",
	"assigned withdraw withdrawn",
	"assigned replace replaced",
	"assigned end undone",
	"assigned transfer assigned",
	"refused assign assigned",
	"refused withdraw withdrawn",
	"refused replace replaced",
	"refused end undone",
	"refused transfer assigned",
	"accepted progress doing",
	"accepted submit submitted",
	"accepted pause paused",
	"accepted withdraw withdrawn",
	"accepted replace replaced",
	"accepted end undone",
	"accepted transfer assigned",
	"doing progress doing",
	"doing submit submitted",
	"doing pause paused",
	"doing withdraw withdrawn",
	"doing replace replaced",
	"doing end undone",
	"doing transfer assigned",
	"submitted return returned",
	"submitted close done",
	"submitted withdraw withdrawn",
	"submitted replace replaced",
	"submitted end undone",
	"returned progress doing",
	"returned submit submitted",
	"returned pause paused",
	"returned withdraw withdrawn",
	"returned replace replaced",
	"returned end undone",
	"returned transfer assigned",
	"paused resume doing",
	"paused withdraw withdrawn",
	"paused replace replaced",
	"paused end undone",
	"done reopen doing",
	"undone reopen doing",
};

static const DdActionFacts all_facts = {.by = "Trần Thị B",
	.submitted_by = "Nguyễn Văn A",
	.reason = "chờ kinh phí",
	.product = "Đề án",
	.proof = "15/TTr-SNV",
	.document = "12/QĐ-UBND",
	.today = {2026, 11, 22},
	.until = {2026, 12, 31}};

static void
test_matrix(void)
{
	size_t found = 0;
	for (DdState from = 0; from < DD_STATE_LAST; from++)
		for (DdAction action = 0; action < DD_ACTION_LAST; action++) {
			g_autofree char *prefix = g_strdup_printf(
				"%s %s ", dd_state_to_string(from), dd_action_to_string(action));
			const char *expected = NULL;
			for (size_t i = 0; i < G_N_ELEMENTS(moves); i++)
				if (g_str_has_prefix(moves[i], prefix))
					expected = moves[i] + strlen(prefix);
			g_autoptr(GError) error = NULL;
			DdState to = DD_STATE_LAST;
			bool moved = dd_state_move(from, action, &all_facts, &to, &error);
			g_assert_true(moved == (expected != NULL));
			g_assert_true(dd_state_may_move(from, action, &to) == moved);
			if (moved) {
				g_assert_no_error(error);
				g_assert_cmpstr(dd_state_to_string(to), ==, expected);
				found++;
			} else {
				g_assert_error(error, DD_ERROR, DD_ERROR_CONFLICT);
				g_assert_cmpint(to, ==, DD_STATE_LAST);
			}
		}
	g_assert_cmpuint(found, ==, G_N_ELEMENTS(moves));
}

typedef struct {
	DdState from;
	DdAction action;
	const char *lacks; /* which fact is taken away */
	int code;          /* -1: goes without */
} NeedRow;

static const NeedRow needs[] = {
	{DD_STATE_ASSIGNED, DD_ACTION_TAKE, "by", DD_ERROR_MISSING},
	{DD_STATE_ASSIGNED, DD_ACTION_TAKE, "reason", -1},
	{DD_STATE_ASSIGNED, DD_ACTION_REFUSE, "reason", DD_ERROR_MISSING},
	{DD_STATE_DOING, DD_ACTION_SUBMIT, "product", -1},
	{DD_STATE_DOING, DD_ACTION_SUBMIT, "proof", -1},
	{DD_STATE_DOING, DD_ACTION_SUBMIT, "product proof", DD_ERROR_MISSING},
	{DD_STATE_SUBMITTED, DD_ACTION_RETURN, "reason", DD_ERROR_MISSING},
	{DD_STATE_SUBMITTED, DD_ACTION_CLOSE, "reason product proof document", -1},
	{DD_STATE_SUBMITTED, DD_ACTION_CLOSE, "other", DD_ERROR_FORBIDDEN},
	{DD_STATE_DOING, DD_ACTION_PAUSE, "reason", DD_ERROR_MISSING},
	{DD_STATE_DOING, DD_ACTION_PAUSE, "until", DD_ERROR_MISSING},
	{DD_STATE_DOING, DD_ACTION_PAUSE, "future", DD_ERROR_INVALID_DATA},
	{DD_STATE_DOING, DD_ACTION_WITHDRAW, "document", DD_ERROR_MISSING},
	{DD_STATE_DOING, DD_ACTION_REPLACE, "document", DD_ERROR_MISSING},
	{DD_STATE_DOING, DD_ACTION_END, "reason", DD_ERROR_MISSING},
	{DD_STATE_DONE, DD_ACTION_REOPEN, "reason", DD_ERROR_MISSING},
	{DD_STATE_APPROVED, DD_ACTION_TRANSFER, "document", -1},
	{DD_STATE_APPROVED, DD_ACTION_TRANSFER, "reason", DD_ERROR_MISSING},
	{DD_STATE_DOING, DD_ACTION_TRANSFER, "document", DD_ERROR_MISSING},
	{DD_STATE_REFUSED, DD_ACTION_TRANSFER, "document", DD_ERROR_MISSING},
};

static DdActionFacts
take_away(const char *lacks)
{
	DdActionFacts facts = all_facts;
	if (strstr(lacks, "by") != NULL)
		facts.by = "  ";
	if (strstr(lacks, "reason") != NULL)
		facts.reason = " \n";
	if (strstr(lacks, "product") != NULL)
		facts.product = NULL;
	if (strstr(lacks, "proof") != NULL)
		facts.proof = "";
	if (strstr(lacks, "document") != NULL)
		facts.document = NULL;
	if (strstr(lacks, "other") != NULL)
		facts.submitted_by = facts.by;
	if (strstr(lacks, "until") != NULL)
		facts.until = (DdDay){0, 0, 0};
	if (strstr(lacks, "future") != NULL)
		facts.until = (DdDay){2026, 11, 21};
	return facts;
}

static void
test_needs(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(needs); i++) {
		g_autoptr(GError) error = NULL;
		DdActionFacts facts = take_away(needs[i].lacks);
		DdState to = DD_STATE_LAST;
		bool moved = dd_state_move(needs[i].from, needs[i].action, &facts, &to, &error);
		g_assert_true(moved == (needs[i].code < 0));
		if (!moved) {
			g_assert_error(error, DD_ERROR, needs[i].code);
			g_assert_cmpint(to, ==, DD_STATE_LAST);
		}
	}
}

/* The report of the second quarter is accepted: on to the third */
static void
test_goes_on(void)
{
	DdActionFacts facts = all_facts;
	DdState to = DD_STATE_LAST;
	facts.goes_on = true;
	g_assert_true(dd_state_move(DD_STATE_SUBMITTED, DD_ACTION_CLOSE, &facts, &to, NULL));
	g_assert_cmpint(to, ==, DD_STATE_DOING);
	g_assert_true(dd_state_move(DD_STATE_SUBMITTED, DD_ACTION_END, &facts, &to, NULL));
	g_assert_cmpint(to, ==, DD_STATE_UNDONE);
}

static void
test_words(void)
{
	DdState state = DD_STATE_LAST;
	DdAction action = DD_ACTION_LAST;
	for (DdState s = 0; s < DD_STATE_LAST; s++) {
		g_assert_true(dd_state_from_string(dd_state_to_string(s), &state));
		g_assert_cmpint(state, ==, s);
		g_assert_nonnull(dd_state_get_vi(s));
		g_assert_nonnull(dd_state_get_en(s));
	}
	for (DdAction a = 0; a < DD_ACTION_LAST; a++) {
		g_assert_true(dd_action_from_string(dd_action_to_string(a), &action));
		g_assert_cmpint(action, ==, a);
		g_assert_nonnull(dd_action_get_vi(a));
		g_assert_nonnull(dd_action_get_en(a));
	}
	g_assert_false(dd_state_from_string("late", &state));
	g_assert_false(dd_action_from_string("", &action));
}

static void
test_open(void)
{
	static const char open[] = "assigned accepted doing submitted refused returned paused";
	size_t n = 0;
	for (DdState state = 0; state < DD_STATE_LAST; state++) {
		bool listed = strstr(open, dd_state_to_string(state)) != NULL;
		g_assert_true(dd_state_is_open(state) == listed);
		n += listed ? 1 : 0;
	}
	g_assert_cmpuint(n, ==, 7);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/state/matrix", test_matrix);
	g_test_add_func("/state/needs", test_needs);
	g_test_add_func("/state/goes-on", test_goes_on);
	g_test_add_func("/state/words", test_words);
	g_test_add_func("/state/open", test_open);
	return g_test_run();
}
