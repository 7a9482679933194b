/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-store.h: what the store holds of documents and tasks, as JSON: what the commands print and what the server answers */
#pragma once

#include "json-writer.h"
#include "stored.h"

G_BEGIN_DECLS

/* Write one document, one way in which it came, one task; @key is NULL inside an array. The object of a document is left open for what belongs to it */
void
dd_json_stored_document(DdJsonWriter *json, const char *key, const DdStoredDocument *document);
void
dd_json_stored_form(DdJsonWriter *json, const DdStoredForm *form);
void
dd_json_stored_task(DdJsonWriter *json, const char *key, const DdStoredTask *task);
/* Writes the names of those who have @role in a task, as an array under that key */
void
dd_json_role(DdJsonWriter *json, const DdStoredTask *task, const char *role);
/* Writes a moment as RFC 3339 in the time of Viet Nam, 0 as null */
void
dd_json_instant(DdJsonWriter *json, const char *key, int64_t instant);

G_END_DECLS
