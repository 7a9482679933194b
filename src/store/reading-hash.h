/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reading-hash.h: one hash over all that was read out of a document, as it stands in rows */
#pragma once

#include "stored.h"

G_BEGIN_DECLS

/* Adds the header and the JSON of a reading; then come its tasks, in their order */
void
dd_reading_hash_begin(DdHasher *hasher, const DdStoredDocument *document, const char *json);
/* Adds a task with its assignments; what changes afterwards (state, version) is no part of it */
void
dd_reading_hash_task(DdHasher *hasher, const DdStoredTask *task);

G_END_DECLS
