/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-answer.h: what is answered about signing in, wherever a password is asked for */
#pragma once

#include "request.h"

G_BEGIN_DECLS

#define DD_CODE_BYTES 16 /* of a one-time code; those in use have six to eight digits */

/* Makes the answer the problem that came of an attempt to sign in. Returns: TRUE */
bool
dd_session_answer_refuse(DdAnswer *answer, const DdSignedIn *result);
/* Has the browser keep the session that @token, of a sign-in, names */
void
dd_session_answer_keep(const DdRequest *request, DdAnswer *answer, const DdSecret *token);
/* Has the browser forget its session */
void
dd_session_answer_forget(const DdRequest *request, DdAnswer *answer);

G_END_DECLS
