/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sign-in-private.h: what sessions and tokens have in common */
#pragma once

#include "sign-in.h"

G_BEGIN_DECLS

#define DD_SESSION_TOUCH_SECONDS 60 /* that a use may go unnoted, so that reading does not write */
#define DD_SESSION_SKEW_SECONDS 300 /* that clocks of servers may differ */

/* Reads the columns of IDENTITY_COLUMNS; strings in @arena */
bool
dd_identity_get(const DdDbRows *rows, DdArena *arena, DdIdentity *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Begins a session of @account in @change. @out gets token, csrf and end */
bool
dd_session_add(DdChange *change, int64_t account, DdSignedIn *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
