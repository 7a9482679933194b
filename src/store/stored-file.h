/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-file.h: files as they came, and how a unit stands to documents */
#pragma once

#include "permission.h"
#include "stored.h"

G_BEGIN_DECLS

/*
 * @content_out: (transfer full) the bytes of the file with that hash, NULL when there is none; @kind_out: in the arena, "DOCX". Returns: FALSE
 * on failure, as of dd_db_query
 */
bool
dd_stored_file(DdStore *self, const DdHash *hash, DdArena *arena, GBytes **content_out,
	const char **kind_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A document of which a file is a form, and what the file was called then */
typedef struct {
	int64_t document;
	const char *name;
} DdFileUse;

/* Returns: (transfer full) DdFileUse, the first one first, at most DD_MAX_LISTED; or NULL, as of dd_db_query */
GArray *
dd_stored_file_uses(DdStore *self, const DdHash *hash, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * @standing_out: how @unit (NULL: the office that the document is from) stands to a document, a set of DdStanding: above when it issued it,
 * else by what it has to do with any of its tasks. Returns: FALSE on failure, as of dd_db_query
 */
bool
dd_stored_document_standing(DdStore *self, const DdStoredDocument *document, const char *unit,
	unsigned *standing_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
