/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-file.h: files as they came, and how a unit stands to documents */
#pragma once

#include "permission.h"
#include "stored.h"

G_BEGIN_DECLS

/* @size_out: bytes of the file with that hash. @found_out: FALSE when there is none. Returns: FALSE on failure, as of dd_db_query */
bool
dd_stored_file_find(DdStore *self, const DdHash *hash, uint64_t *size_out, bool *found_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Reads @len bytes of it from @offset on into @buffer, and no others into memory. In SQLite that takes the longer the further behind they are, by
 * a look at each page before. Returns: FALSE with DD_ERROR_IO when they are not there; else as of dd_db_query
 */
bool
dd_stored_file_read(DdStore *self, const DdHash *hash, uint64_t offset, void *buffer, size_t len,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @json_out: (transfer full) the text that a document was read from (dd_source_to_json), NULL when none is kept. Returns: FALSE on failure */
bool
dd_stored_source(DdStore *self, int64_t document, char **json_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* A document of which a file is a form, and what the file was called then */
typedef struct {
	int64_t document;
	const char *name;
	bool inside; /* the document is one of several things in the file */
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
/* The same of a task: above when its document is of @unit, leads when it was given it, or, as long as nobody was, is named as its lead */
bool
dd_stored_task_standing(DdStore *self, int64_t task, const char *unit, unsigned *standing_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
