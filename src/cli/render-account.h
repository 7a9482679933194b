/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-account.h: accounts and API tokens, for people */
#pragma once

#include "api-token.h"
#include "render.h"

G_BEGIN_DECLS

/* Print one; @now: for what has run out, or is still to be waited for */
void
dd_render_account(const DdRender *render, const DdAccount *account, int64_t now);
void
dd_render_token(const DdRender *render, const DdToken *token, int64_t now);

G_END_DECLS
