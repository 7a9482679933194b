/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acts.h: the bad things, by name */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DD_ACT_NOT_STOPPED 77 /* exit status: the act was done and nothing came of it */
#define DD_ACT_UNKNOWN 78     /* no act of that name, or no sandbox */

/* Makes the good document, which some acts send, while memory and time are still free */
void
dd_act_prepare(void);
/* Returns: the exit status, when the act lets it come to that */
int
dd_act(const char *name);

G_END_DECLS
