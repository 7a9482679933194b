/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signatures.h: what the signatures inside of a file tell the reading */
#pragma once

#include <dondoc/dondoc.h>

#include <stdbool.h>

#include "document.h"

G_BEGIN_DECLS

/*
 * Copies the signatures of @document into @reading. Where the day of the document is blank, or was written by hand on pages
 * that were recognised, it becomes that of the earliest signature that holds, else of the earliest stamp in the text; what the
 * document itself says stays in date_raw.
 */
void
dd_signatures_read(DdReading *reading, const DdDocument *document);
/* Returns: TRUE when the day of the document is that of a signature, not what its words say */
bool
dd_signatures_dated(const DdDocumentHeader *header);
/*
 * Puts the remarks on signatures, at most @max, into @out: those that do not hold, and a file that was changed behind the last one.
 * Their texts are in the arena of @reading. Returns: how many
 */
size_t
dd_signatures_remark(const DdReading *reading, DdAnomaly *out, size_t max);

G_END_DECLS
