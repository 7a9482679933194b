/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head.h: the document's own head and tail: type, number, issuer, date, title, signer, recipients, marks (NĐ 30/2020) */
#pragma once

#include "context.h"

G_BEGIN_DECLS

/*
 * Reads the head and the tail from context->lines, whatever the order in which two columns came; fills
 * context->reading->document, sets the zone of each line (HEAD, TITLE, TAIL, ANNEX, NOISE for electronic signatures) and
 * lists the appendices in context->annexes.
 */
void
dd_head_read(DdContext *context);

G_END_DECLS
