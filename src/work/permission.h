/* SPDX-License-Identifier: GPL-3.0-or-later */
/* permission.h: who may do what with which task; the only place that says so */
#pragma once

#include "state.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
	DD_ROLE_ADMINISTRATOR, /* quản trị */
	DD_ROLE_CLERK,         /* văn thư */
	DD_ROLE_OVERSEER,      /* chuyên viên theo dõi */
	DD_ROLE_LEADER,        /* lãnh đạo giao, duyệt */
	DD_ROLE_FOCAL,         /* đầu mối của đơn vị */
	DD_ROLE_OFFICER,       /* chuyên viên thực hiện */
	DD_ROLE_INSPECTOR,     /* kiểm tra: reads only */
	DD_ROLE_PUBLIC,        /* công khai */
	DD_ROLE_LAST
} DdRole;

/* How a person's unit stands to a task; several may hold at once */
typedef enum {
	DD_STANDING_NONE = 0,
	DD_STANDING_LEADS = 1 << 0,
	DD_STANDING_HELPS = 1 << 1,
	DD_STANDING_ABOVE = 1 << 2, /* it gave the task out: the document is of that unit */
} DdStanding;

/* Returns: TRUE when @role may do @action with a task to which its unit stands as the set @standing says */
bool
dd_permission_allows(DdRole role, DdAction action, unsigned standing);
/* Returns: what @role may do next with a task in @state, bits 1 << DdAction up to DD_ACTION_REOPEN; what it needs besides is not looked at */
unsigned
dd_permission_list_next(DdRole role, DdState state, unsigned standing);
/* The same with the reason. Returns: FALSE when not; DD_ERROR_FORBIDDEN */
bool
dd_permission_check(DdRole role, DdAction action, unsigned standing, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer none) the word that is stored, "focal"; the name for people, Vietnamese */
const char *
dd_role_to_string(DdRole role);
const char *
dd_role_get_vi(DdRole role);
/* Finds the role that @word names. Returns: FALSE when there is none; @role_out stays as it was */
bool
dd_role_from_string(const char *word, DdRole *role_out);

G_END_DECLS
