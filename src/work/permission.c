/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * permission.c: the table of rights. A cell holds the standings that give the right: L the own unit leads, H it helps,
 * A it gave the task out, N it has nothing to do with it.
 *
 * What it rests on: the unit submits and the overseer closes; an inspector reads all and changes nothing; an administrator keeps
 * the store and decides about no task; the public sees what is published.
 */
#include "permission.h"

#include "error.h"

#include <string.h>

/* in the order of DdRole */
static const char *const rights[DD_ACTION_LAST][DD_ROLE_LAST] = {
	/*                            admin   clerk   overseer leader focal  officer inspect public */
	[DD_ACTION_APPROVE] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_ASSIGN] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_TAKE] = {"", "", "", "L", "L", "L", "", ""},
	[DD_ACTION_REFUSE] = {"", "", "", "L", "L", "", "", ""},
	[DD_ACTION_PROGRESS] = {"", "", "", "L", "L", "L", "", ""},
	[DD_ACTION_SUBMIT] = {"", "", "", "L", "L", "L", "", ""},
	[DD_ACTION_RETURN] = {"", "", "A", "A", "", "", "", ""},
	[DD_ACTION_CLOSE] = {"", "", "A", "A", "", "", "", ""},
	[DD_ACTION_PAUSE] = {"", "", "A", "A", "", "", "", ""},
	[DD_ACTION_RESUME] = {"", "", "A", "LA", "L", "", "", ""},
	[DD_ACTION_WITHDRAW] = {"", "", "", "A", "", "", "", ""},
	[DD_ACTION_REPLACE] = {"", "", "A", "A", "", "", "", ""},
	[DD_ACTION_END] = {"", "", "", "A", "", "", "", ""},
	[DD_ACTION_TRANSFER] = {"", "", "A", "A", "", "", "", ""},
	[DD_ACTION_DROP] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_RESTORE] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_REOPEN] = {"", "", "A", "A", "", "", "", ""},
	[DD_ACTION_READ] = {"LHAN", "LHAN", "LHAN", "LHAN", "LHA", "LHA", "LHAN", ""},
	[DD_ACTION_READ_PUBLISHED] = {"LHAN", "LHAN", "LHAN", "LHAN", "LHAN", "LHAN", "LHAN", "LHAN"},
	[DD_ACTION_CORRECT] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_ADD] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_SPLIT] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_MERGE] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_SET_DAY] = {"", "A", "A", "A", "", "", "", ""},
	[DD_ACTION_IMPORT] = {"", "LHAN", "LHAN", "LHAN", "", "", "", ""},
	[DD_ACTION_JOBS] = {"LHAN", "LHAN", "LHAN", "LHAN", "", "", "", ""},
	[DD_ACTION_AUDIT] = {"LHAN", "", "A", "A", "", "", "LHAN", ""},
	[DD_ACTION_MANAGE] = {"LHAN", "", "", "", "", "", "", ""},
};

typedef struct {
	const char *word, *vi;
} RoleRow;

static const RoleRow roles[DD_ROLE_LAST] = {
	[DD_ROLE_ADMINISTRATOR] = {"administrator", "quản trị"},
	[DD_ROLE_CLERK] = {"clerk", "văn thư"},
	[DD_ROLE_OVERSEER] = {"overseer", "chuyên viên theo dõi"},
	[DD_ROLE_LEADER] = {"leader", "lãnh đạo"},
	[DD_ROLE_FOCAL] = {"focal", "đầu mối đơn vị"},
	[DD_ROLE_OFFICER] = {"officer", "chuyên viên thực hiện"},
	[DD_ROLE_INSPECTOR] = {"inspector", "kiểm tra"},
	[DD_ROLE_PUBLIC] = {"public", "công khai"},
};

bool
dd_permission_allows(DdRole role, DdAction action, unsigned standing)
{
	g_return_val_if_fail(role < DD_ROLE_LAST && action < DD_ACTION_LAST, false);
	const char *cell = rights[action][role];
	if (standing == DD_STANDING_NONE)
		return strchr(cell, 'N') != NULL;
	return ((standing & DD_STANDING_LEADS) != 0 && strchr(cell, 'L') != NULL) ||
	       ((standing & DD_STANDING_HELPS) != 0 && strchr(cell, 'H') != NULL) ||
	       ((standing & DD_STANDING_ABOVE) != 0 && strchr(cell, 'A') != NULL);
}

unsigned
dd_permission_list_next(DdRole role, DdState state, unsigned standing)
{
	unsigned next = 0;
	DdState to;
	for (DdAction action = 0; action <= DD_ACTION_REOPEN; action++)
		if (dd_state_may_move(state, action, &to) &&
			dd_permission_allows(role, action, standing))
			next |= 1u << action;
	return next;
}

/* What the role would need to be. Returns: the words for it, NULL when no standing would do */
static const char *
find_remedy(const char *cell)
{
	if (*cell == '\0')
		return NULL;
	return strcmp(cell, "L") == 0 ? "chỉ đơn vị chủ trì (only the unit that leads)"
	       : strcmp(cell, "A") == 0
		       ? "chỉ cơ quan giao việc (only who gave the task out)"
		       : "chỉ đơn vị liên quan (only units that have to do with it)";
}

bool
dd_permission_check(DdRole role, DdAction action, unsigned standing, GError **error)
{
	if (dd_permission_allows(role, action, standing))
		return true;
	const char *remedy = find_remedy(rights[action][role]);
	g_set_error(error, DD_ERROR, DD_ERROR_FORBIDDEN,
		"vai trò “%s” không được %s nhiệm vụ này (role \"%s\" may not %s)%s%s",
		roles[role].vi, dd_action_get_vi(action), roles[role].word,
		dd_action_get_en(action), remedy != NULL ? ": " : "", remedy != NULL ? remedy : "");
	return false;
}

const char *
dd_role_to_string(DdRole role)
{
	g_return_val_if_fail(role < DD_ROLE_LAST, NULL);
	return roles[role].word;
}

const char *
dd_role_get_vi(DdRole role)
{
	g_return_val_if_fail(role < DD_ROLE_LAST, NULL);
	return roles[role].vi;
}

bool
dd_role_from_string(const char *word, DdRole *role_out)
{
	for (DdRole role = 0; role < DD_ROLE_LAST; role++)
		if (strcmp(roles[role].word, word) == 0) {
			*role_out = role;
			return true;
		}
	return false;
}
