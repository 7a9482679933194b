/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acting.h: in whose place a command acts: of an account, or, where the store has none, of whom its options name */
#pragma once

#include "follow.h"
#include "store-options.h"

#include <glib.h>

G_BEGIN_DECLS

/* What was asked for; both may be NULL */
typedef struct {
	const char *role, *unit; /* --role, --unit */
} DdActingAsked;

/*
 * Opens the store and finds in whose place the actor of @options acts. Where the store has accounts, that is the role and unit of the account
 * that --by names, or the name on this machine: it is recorded by its name as it is kept, and --role and --unit are refused. Where it has none they
 * say it. Returns: (transfer full) NULL when the command is over; all is said then and in @exit_out. @out: strings lie in @arena, or in @asked
 */
DdStore *
dd_acting_open(DdStoreOptions *options, const char *command, const DdActingAsked *asked,
	DdArena *arena, DdActingAs *out, DdExit *exit_out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
