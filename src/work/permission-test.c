/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * permission-test.c: the whole matrix role × action × standing against what each role may do, told from the side of the person and
 * written apart from the table: for each role the actions it may do for each standing of its unit.
 */
#include "permission.h"

#include "error.h"

#include <glib.h>
#include <string.h>

typedef struct {
	DdRole role;
	unsigned standing;
	const char *may; /* all other actions are refused */
} Row;

#define EVERYWHERE "read read-published "
#define GIVES_OUT "approve assign correct add split merge drop restore event "
#define FOLLOWS "return close pause resume replace transfer reopen "
#define CARRIES_OUT "take progress submit "

static const Row rows[] = {
	{DD_ROLE_ADMINISTRATOR, DD_STANDING_NONE, EVERYWHERE "audit jobs manage"},
	{DD_ROLE_ADMINISTRATOR, DD_STANDING_LEADS, EVERYWHERE "audit jobs manage"},
	{DD_ROLE_ADMINISTRATOR, DD_STANDING_HELPS, EVERYWHERE "audit jobs manage"},
	{DD_ROLE_ADMINISTRATOR, DD_STANDING_ABOVE, EVERYWHERE "audit jobs manage"},
	{DD_ROLE_CLERK, DD_STANDING_NONE, EVERYWHERE "import jobs"},
	{DD_ROLE_CLERK, DD_STANDING_LEADS, EVERYWHERE "import jobs"},
	{DD_ROLE_CLERK, DD_STANDING_HELPS, EVERYWHERE "import jobs"},
	{DD_ROLE_CLERK, DD_STANDING_ABOVE, EVERYWHERE "import jobs " GIVES_OUT},
	{DD_ROLE_OVERSEER, DD_STANDING_NONE, EVERYWHERE "import jobs"},
	{DD_ROLE_OVERSEER, DD_STANDING_LEADS, EVERYWHERE "import jobs"},
	{DD_ROLE_OVERSEER, DD_STANDING_HELPS, EVERYWHERE "import jobs"},
	{DD_ROLE_OVERSEER, DD_STANDING_ABOVE, EVERYWHERE "import jobs audit " GIVES_OUT FOLLOWS},
	{DD_ROLE_LEADER, DD_STANDING_NONE, EVERYWHERE "import jobs"},
	{DD_ROLE_LEADER, DD_STANDING_LEADS, EVERYWHERE "import jobs refuse resume " CARRIES_OUT},
	{DD_ROLE_LEADER, DD_STANDING_HELPS, EVERYWHERE "import jobs"},
	{DD_ROLE_LEADER, DD_STANDING_ABOVE,
		EVERYWHERE "import jobs audit withdraw end " GIVES_OUT FOLLOWS},
	{DD_ROLE_FOCAL, DD_STANDING_NONE, "read-published"},
	{DD_ROLE_FOCAL, DD_STANDING_LEADS, EVERYWHERE "refuse resume " CARRIES_OUT},
	{DD_ROLE_FOCAL, DD_STANDING_HELPS, EVERYWHERE},
	{DD_ROLE_FOCAL, DD_STANDING_ABOVE, EVERYWHERE},
	{DD_ROLE_OFFICER, DD_STANDING_NONE, "read-published"},
	{DD_ROLE_OFFICER, DD_STANDING_LEADS, EVERYWHERE CARRIES_OUT},
	{DD_ROLE_OFFICER, DD_STANDING_HELPS, EVERYWHERE},
	{DD_ROLE_OFFICER, DD_STANDING_ABOVE, EVERYWHERE},
	{DD_ROLE_INSPECTOR, DD_STANDING_NONE, EVERYWHERE "audit"},
	{DD_ROLE_INSPECTOR, DD_STANDING_LEADS, EVERYWHERE "audit"},
	{DD_ROLE_INSPECTOR, DD_STANDING_HELPS, EVERYWHERE "audit"},
	{DD_ROLE_INSPECTOR, DD_STANDING_ABOVE, EVERYWHERE "audit"},
	{DD_ROLE_PUBLIC, DD_STANDING_NONE, "read-published"},
	{DD_ROLE_PUBLIC, DD_STANDING_LEADS, "read-published"},
	{DD_ROLE_PUBLIC, DD_STANDING_HELPS, "read-published"},
	{DD_ROLE_PUBLIC, DD_STANDING_ABOVE, "read-published"},
};

/* Returns: TRUE when @list of words has @word */
static bool
has_word(const char *list, const char *word)
{
	g_auto(GStrv) words = g_strsplit(list, " ", -1);
	return g_strv_contains((const char *const *)words, word);
}

/* Rights of a set of standings are those of each of them */
static bool
expect(DdRole role, DdAction action, unsigned standing)
{
	bool may = false;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		bool counts = rows[i].role == role &&
			      (standing == DD_STANDING_NONE ? rows[i].standing == DD_STANDING_NONE
							    : (rows[i].standing & standing) != 0);
		may = may || (counts && has_word(rows[i].may, dd_action_to_string(action)));
	}
	return may;
}

static void
test_matrix(void)
{
	size_t allowed = 0;
	for (DdRole role = 0; role < DD_ROLE_LAST; role++)
		for (DdAction action = 0; action < DD_ACTION_LAST; action++)
			for (unsigned standing = 0; standing < 8; standing++) {
				bool may = dd_permission_allows(role, action, standing);
				g_autoptr(GError) error = NULL;
				if (may != expect(role, action, standing))
					g_error("%s %s, standing %u: %s", dd_role_to_string(role),
						dd_action_to_string(action), standing,
						may ? "allowed" : "refused");
				g_assert_true(
					dd_permission_check(role, action, standing, &error) == may);
				if (!may)
					g_assert_error(error, DD_ERROR, DD_ERROR_FORBIDDEN);
				allowed += may ? 1 : 0;
			}
	g_assert_cmpuint(allowed, >, 0);
}

/* What the office's rules come to, whatever the table says */
static void
test_principles(void)
{
	for (DdRole role = 0; role < DD_ROLE_LAST; role++) {
		/* the unit submits, the overseer closes: nobody does both from one standing */
		for (unsigned bit = 1; bit <= DD_STANDING_ABOVE; bit <<= 1)
			g_assert_false(dd_permission_allows(role, DD_ACTION_SUBMIT, bit) &&
				       dd_permission_allows(role, DD_ACTION_CLOSE, bit));
		for (DdAction action = 0; action <= DD_ACTION_REOPEN; action++) {
			/* who has nothing to do with a task moves nothing */
			g_assert_false(dd_permission_allows(role, action, DD_STANDING_NONE));
			if (role == DD_ROLE_INSPECTOR || role == DD_ROLE_PUBLIC ||
				role == DD_ROLE_ADMINISTRATOR)
				g_assert_false(dd_permission_allows(role, action, 7));
		}
	}
}

/* What is told as next is what can be done: by the state and by the rights */
static void
test_next(void)
{
	for (DdRole role = 0; role < DD_ROLE_LAST; role++)
		for (DdState state = 0; state < DD_STATE_LAST; state++)
			for (unsigned standing = 0; standing < 8; standing++) {
				unsigned next = dd_permission_list_next(role, state, standing);
				DdState to;
				for (DdAction action = 0; action < DD_ACTION_LAST; action++)
					g_assert_cmpint((next & 1u << action) != 0, ==,
						action <= DD_ACTION_REOPEN &&
							dd_state_may_move(state, action, &to) &&
							expect(role, action, standing));
			}
	g_assert_cmpuint(dd_permission_list_next(DD_ROLE_OFFICER, DD_STATE_ASSIGNED, DD_STANDING_LEADS),
		==, 1u << DD_ACTION_TAKE);
}

static void
test_words(void)
{
	DdRole found = DD_ROLE_LAST;
	for (DdRole role = 0; role < DD_ROLE_LAST; role++) {
		g_assert_true(dd_role_from_string(dd_role_to_string(role), &found));
		g_assert_cmpint(found, ==, role);
		g_assert_nonnull(dd_role_get_vi(role));
	}
	g_assert_false(dd_role_from_string("root", &found));
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/permission/matrix", test_matrix);
	g_test_add_func("/permission/principles", test_principles);
	g_test_add_func("/permission/next", test_next);
	g_test_add_func("/permission/words", test_words);
	return g_test_run();
}
