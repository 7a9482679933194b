/* SPDX-License-Identifier: GPL-3.0-or-later */
/* storage.h: how much room a store takes, and of what kind that is */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* What takes room; each table is of one */
typedef enum {
	DD_STORAGE_FILES,    /* files as they came, and of tasks */
	DD_STORAGE_READINGS, /* documents and what was read in them */
	DD_STORAGE_TASKS,    /* with how they are followed up */
	DD_STORAGE_SEARCH,
	DD_STORAGE_JOBS, /* files that wait to be read among them */
	DD_STORAGE_RECORD,
	DD_STORAGE_OTHER, /* units, accounts, counts, the schema itself */
	DD_STORAGE_LAST
} DdStorageKind;

typedef struct {
	int64_t bytes;  /* of the whole database */
	int64_t unused; /* in it, that is written to next; PostgreSQL does not say: 0 */
	int64_t kinds[DD_STORAGE_LAST]; /* bytes of each, indexes counted; where sorted */
	bool sorted; /* FALSE: of SQLite with more than DD_MAX_STORAGE_SORTED_BYTES, which would have to be read */
	char *folder; /* that the file lies in, of SQLite; NULL: on another machine, or in memory */
	int64_t documents, heard, tasks, files, file_bytes, waiting_bytes, records;
} DdStorage;

/* Measures @self now. @out: to be cleared. Returns: FALSE as of dd_db_query */
bool
dd_storage_measure(DdStore *self, DdStorage *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_storage_clear(DdStorage *self);
/* Returns: (transfer none) the word for it, "files" */
const char *
dd_storage_kind_to_string(DdStorageKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdStorage, dd_storage_clear)

G_END_DECLS
