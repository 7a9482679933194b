/* SPDX-License-Identifier: GPL-3.0-or-later */
/* remark.h: what a careful registrar would send back or ask about (anomalies), once everything else is read */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/* Adds the remarks that follow from the whole reading to context->anomalies and puts all of them in order of place */
void
dd_remark_read(DdContext *context);

G_END_DECLS
