/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-answer.h: what is answered about signing in, wherever a password is asked for */
#pragma once

#include "request.h"

G_BEGIN_DECLS

#define DD_CODE_BYTES 16 /* of a one-time code; those in use have six to eight digits */

/* Makes the answer the problem that came of an attempt to sign in. Returns: TRUE */
bool
dd_session_answer_refuse(DdAnswer *answer, const DdSignedIn *result);
/*
 * Whether @name, from anybody, is to be judged by a directory, which may take long: where it has others wait, and not those with a password of
 * the store's own. @again_out: DD_LANE_DIRECTORY: the handler is to be run again there; DD_LANE_READ: it is there already, or need not. Returns: FALSE on failure
 */
bool
dd_session_answer_is_outside(const DdRequest *request, const char *name, DdLane *again_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Has the browser keep the session that @token, of a sign-in, names */
void
dd_session_answer_keep(const DdRequest *request, DdAnswer *answer, const DdSecret *token);
/* Has the browser forget its session */
void
dd_session_answer_forget(const DdRequest *request, DdAnswer *answer);

G_END_DECLS
