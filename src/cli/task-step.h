/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-step.h: steps with tasks from the command line */
#pragma once

#include "command.h"
#include "state.h"

#include <glib.h>

G_BEGIN_DECLS

/* dondoc task ACTION ID…, with the words behind ACTION. All of them are taken, or none */
DdExit
dd_task_run_step(DdAction action, int argc, char **argv);
/* dondoc task event ID --day DAY */
DdExit
dd_task_run_event(int argc, char **argv);
/* dondoc document issue ID */
DdExit
dd_task_run_issue(int argc, char **argv);

G_END_DECLS
