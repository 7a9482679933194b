/* SPDX-License-Identifier: GPL-3.0-or-later */
/* repair.h: the texts of a Document that lost their marks, or were misread by a scanner, as they were meant */
#pragma once

#include <dondoc/dondoc.h>

#include "document.h"

G_BEGIN_DECLS

/*
 * Gives damaged paragraphs of @document their letters back: all of them where the text as a whole is damaged, with
 * DD_REPAIR_ALWAYS else those that are. Lines stay lines, codes and figures stay as they are, and the paragraph keeps its
 * original. At most DD_MAX_MENDS words are told; text behind the last of them is left as it is.
 * Returns: how many words were changed; DD_REPAIR_NEVER changes none
 */
size_t
dd_repair_document(DdDocument *document, DdRepairMode mode);

G_END_DECLS
