/* SPDX-License-Identifier: GPL-3.0-or-later */
/* acting.h: in whose place a command acts: of an account, or, where the store has none, of whom its options name */
#pragma once

#include "follow.h"
#include "store-options.h"

#include <glib.h>

G_BEGIN_DECLS

/* What was asked for; NULL: not said. To be cleared */
typedef struct {
	char *role, *unit; /* --role, --unit */
} DdActingAsked;

/* Rows of a table of options, for who acts in a part */
#define DD_ACTING_ENTRIES(asked)                                                                   \
	{"role", 'r', 0, G_OPTION_ARG_FILENAME, &(asked)->role, NULL, NULL},                       \
	{                                                                                          \
		"unit", 'u', 0, G_OPTION_ARG_FILENAME, &(asked)->unit, NULL, NULL                  \
	}

void
dd_acting_clear(DdActingAsked *asked);

/*
 * Opens the store and finds in whose place the actor of @options acts. Where the store has accounts, that is the role and unit of the account
 * that --by names, or the name on this machine: it is recorded by its name as it is kept, and --role and --unit are refused. Where it has none they
 * say it. Returns: (transfer full) NULL when the command is over; all is said then and in @exit_out. @out: strings lie in @arena, or in @asked
 */
DdStore *
dd_acting_open(DdStoreOptions *options, const char *command, const DdActingAsked *asked,
	DdArena *arena, DdActingAs *out, DdExit *exit_out) G_GNUC_WARN_UNUSED_RESULT;
/* The same, and begins a change, which is to be cleared before the store is freed */
DdStore *
dd_acting_begin(DdStoreOptions *options, const char *command, const DdActingAsked *asked,
	DdArena *arena, DdActingAs *out, DdChange *change, DdExit *exit_out)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
