/* SPDX-License-Identifier: GPL-3.0-or-later */
/* roster.h: the units and people that a document names */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Fills context->units and context->people from what was read: issuer, leads, helpers, directors, duties, issuers of
 * cited documents; each name once, in order of its first mention, with the abbreviations it goes by.
 */
void
dd_roster_read(DdContext *context);

G_END_DECLS
