/* SPDX-License-Identifier: GPL-3.0-or-later */
/* derived.h: tables that say nothing of their own, and are made anew when the rules by which they are made have changed */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/*
 * Makes anew what was made by other rules than this program's, each in a change of its own; that is not recorded, for nothing is said that
 * was not said before. @may_write: FALSE of a store that is only read: what is old is a failure then, DD_ERROR_UNSUPPORTED, that says what to do.
 * Returns: FALSE on failure, as of dd_change_begin
 */
bool
dd_derived_bring_up(DdStore *self, const DdActor *actor, bool may_write, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Makes all of it anew, in @change */
bool
dd_derived_rebuild(DdChange *change, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
