/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored-unit.h: the directory of units in the store, and what people settled of names in plans */
#pragma once

#include "arena.h"
#include "store.h"
#include "unit-book.h"

G_BEGIN_DECLS

/* Reads the whole directory; it lives as long as @arena does. Returns: (transfer full) or NULL; as of dd_db_query */
DdUnitBook *
dd_stored_units(DdStore *self, DdArena *arena, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @number_out: of the unit whose id @name is, or which alone has that name, spelt anyhow; 0 none */
bool
dd_stored_unit_find(DdStore *self, const char *name, int64_t *number_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/*
 * @key_out: (transfer full) what stands for @unit in questions of whose a task is: "#" and the number of the unit of the directory whose id that is, else
 * the name itself folded; NULL where it is NULL or has no letter. Returns: FALSE on failure, as of dd_db_query
 */
bool
dd_stored_unit_key(DdStore *self, const char *unit, char **key_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/*
 * Returns: (transfer full) the folded names (strings) by which plans call @unit: its own, other ones, former ones, and those of units whose whole work it took
 * over, unless others have them, too; at most DD_MAX_LISTED. One that the directory does not know has its name alone. NULL on failure
 */
GPtrArray *
dd_stored_unit_own_names(DdStore *self, const char *unit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
	size_t rows, added, changed; /* of the list; units; units that were there */
} DdUnitImport;

/*
 * Takes a list of units (CSV, NUL-terminated: see unit-table.h) in, each change with its record; what the list says already changes nothing.
 * Returns: FALSE with nothing to be committed: as of dd_unit_table_take, dd_unit_book_new and dd_db_query
 */
bool
dd_units_import(DdChange *change, const char *csv, DdUnitImport *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* What was ordered: units, by their ids, whose work another one takes over */
typedef struct {
	const char *const *from; /* NULL-terminated */
	const char *into;
	const char *document; /* that orders it */
	DdDay day;            /* since when */
	const char *field;    /* "" all of it: they end on the day before */
	bool end;             /* they end with a field, too */
	const char *reason;   /* NULL */
} DdUnitMerge;

/*
 * Records it. Returns: FALSE with nothing to be committed: DD_ERROR_EMPTY (no such unit), DD_ERROR_CONFLICT (into itself, one that is not
 * there on that day, or back to one that ended), DD_ERROR_MISSING (no document), DD_ERROR_INVALID_DATA, or as of dd_db_query
 */
bool
dd_units_merge(DdChange *change, const DdUnitMerge *merge, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a person says a name means */
typedef struct {
	const char *name;
	const char *unit;   /* id */
	int64_t document;   /* where; 0 everywhere */
	const char *reason; /* must be said */
} DdUnitSettling;

/* Records it, also over what was said before. Returns: as of dd_units_merge */
bool
dd_units_settle(DdChange *change, const DdUnitSettling *settling, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* A name in the tasks of a document. Strings lie in the arena that was given */
typedef struct {
	const char *key, *name;
	int64_t tasks, leads; /* that have it, and those that it leads */
	const char *text;     /* of the task, where it is one */
	const char *settled;  /* id of the unit that a person said, NULL nobody did */
	bool everywhere;      /* for all documents */
} DdStoredName;

/* Returns: (transfer full) DdStoredName of @document by the alphabet, at most DD_MAX_LISTED, or NULL; as of dd_db_query */
GArray *
dd_stored_names(DdStore *self, int64_t document, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
